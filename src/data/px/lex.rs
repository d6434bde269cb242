//! The form of a PC-Axis file: keywords with their languages, keys and texts, and where the data begins. What they mean is read elsewhere.

use std::borrow::Cow;

use super::PxFault;

/// One statement: `VALUES[sv]("kön")="män","kvinnor";`.
pub(super) struct Entry<'a> {
    /// The keyword as it stands: `VALUES`.
    pub(super) keyword: &'a str,
    /// The language, where one is named.
    pub(super) language: Option<&'a str>,
    /// What it is about: a variable, and perhaps a value.
    pub(super) keys: Vec<Cow<'a, str>>,
    /// The texts and bare words in their order; texts that go on over lines are put together.
    pub(super) items: Vec<Cow<'a, str>>,
    /// The byte it begins at.
    pub(super) at: usize,
}

impl Entry<'_> {
    /// Says whether this is the keyword asked for; case means nothing.
    pub(super) fn is(&self, keyword: &str) -> bool {
        self.keyword.eq_ignore_ascii_case(keyword)
    }
}

/// A file in its parts.
pub(super) struct Parts<'a> {
    /// The statements before the data.
    pub(super) entries: Vec<Entry<'a>>,
    /// The byte after `DATA=`; nothing where the word never comes.
    pub(super) data: Option<usize>,
}

/// A fault and the byte it stands at.
pub(super) type At<T> = Result<T, (usize, PxFault)>;

/// The most texts before the data. The longest list of regions has some ten thousand, in a few languages with their codes.
const MAX_TEXTS: usize = 500_000;

/// Takes a file apart.
///
/// A text ends at its quotation mark and something must follow that can follow: a mark in the middle of a text would otherwise swallow
/// everything up to the next one.
pub(super) fn parts(text: &str) -> At<Parts<'_>> {
    let mut cursor = Cursor {
        text,
        at: 0,
        texts: 0,
    };
    let mut entries = Vec::new();
    loop {
        cursor.skip_space();
        let Some(first) = cursor.peek() else {
            return Ok(Parts {
                entries,
                data: None,
            });
        };
        let at = cursor.at;
        if first == b';' {
            cursor.at += 1;
            continue;
        }
        let keyword = cursor
            .until(|byte| matches!(byte, b'=' | b'[' | b'(' | b';' | b'"' | b'\n'))
            .trim();
        if keyword.is_empty() || keyword.len() > 60 {
            return Err((at, PxFault::Statement));
        }
        let language = cursor.language()?;
        let keys = cursor.keys()?;
        cursor.skip_space();
        if cursor.peek() != Some(b'=') {
            return Err((at, PxFault::Statement));
        }
        cursor.at += 1;
        if keyword.eq_ignore_ascii_case("DATA") {
            return Ok(Parts {
                entries,
                data: Some(cursor.at),
            });
        }
        let items = cursor.items()?;
        entries.push(Entry {
            keyword,
            language,
            keys,
            items,
            at,
        });
    }
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
    /// How many texts and commas were read.
    texts: usize,
}

impl<'a> Cursor<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(is_space) {
            self.at += 1;
        }
    }

    /// Takes everything before the first byte that ends it. Those bytes are ASCII, so that no character is cut.
    fn until(&mut self, ends: impl Fn(u8) -> bool) -> &'a str {
        let start = self.at;
        while self.peek().is_some_and(|byte| !ends(byte)) {
            self.at += 1;
        }
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn language(&mut self) -> At<Option<&'a str>> {
        if self.peek() != Some(b'[') {
            return Ok(None);
        }
        let start = self.at;
        self.at += 1;
        let language = self.until(|byte| matches!(byte, b']' | b'=' | b';'));
        if self.peek() != Some(b']') {
            return Err((start, PxFault::Statement));
        }
        self.at += 1;
        Ok(Some(language.trim().trim_matches('"')))
    }

    fn keys(&mut self) -> At<Vec<Cow<'a, str>>> {
        let mut keys = Vec::new();
        self.skip_space();
        if self.peek() != Some(b'(') {
            return Ok(keys);
        }
        let start = self.at;
        self.at += 1;
        loop {
            self.skip_space();
            self.texts += 1;
            if self.texts > 2 * MAX_TEXTS {
                return Err((self.at, PxFault::ManyCells));
            }
            match self.peek() {
                Some(b')') => {
                    self.at += 1;
                    return Ok(keys);
                }
                Some(b',') => self.at += 1,
                Some(b'"') => keys.push(self.string()?),
                Some(b';') | None => return Err((start, PxFault::Statement)),
                Some(_) => {
                    let bare = self.until(|byte| matches!(byte, b',' | b')' | b';' | b'"'));
                    keys.push(Cow::Borrowed(bare.trim()));
                }
            }
        }
    }

    /// Reads the texts and words after the sign of equality, up to the semicolon.
    fn items(&mut self) -> At<Vec<Cow<'a, str>>> {
        let mut items = Vec::new();
        let start = self.at;
        loop {
            self.skip_space();
            self.texts += 1;
            if self.texts > 2 * MAX_TEXTS {
                return Err((self.at, PxFault::ManyCells));
            }
            match self.peek() {
                Some(b';') => {
                    self.at += 1;
                    return Ok(items);
                }
                None => return Err((start, PxFault::Unclosed)),
                Some(b',' | b':') => self.at += 1,
                Some(b'"') => items.push(self.string()?),
                Some(_) => items.push(self.word()),
            }
        }
    }

    /// Reads a bare word: `YES`, `2`, `TLIST(A1,"1994"-"1996")`.
    fn word(&mut self) -> Cow<'a, str> {
        let start = self.at;
        let mut depth = 0_u32;
        while let Some(byte) = self.peek() {
            match byte {
                b'(' => depth += 1,
                b')' => depth = depth.saturating_sub(1),
                b';' => break,
                b',' | b'"' if depth == 0 => break,
                _ => {}
            }
            self.at += 1;
        }
        Cow::Borrowed(self.text.get(start..self.at).unwrap_or_default().trim())
    }

    /// Reads a text in quotation marks, with the pieces that follow it on the next lines.
    fn string(&mut self) -> At<Cow<'a, str>> {
        let mut whole: Cow<'a, str> = Cow::Borrowed("");
        loop {
            let start = self.at;
            self.at += 1;
            let piece = self.until(|byte| byte == b'"');
            if self.peek().is_none() {
                return Err((start, PxFault::OpenText));
            }
            self.at += 1;
            if whole.is_empty() {
                whole = Cow::Borrowed(piece);
            } else {
                whole.to_mut().push_str(piece);
            }
            let after = self.at;
            self.skip_space();
            match self.peek() {
                Some(b'"') => {}
                Some(b',' | b';' | b':' | b')' | b'-') | None => return Ok(whole),
                Some(_) => return Err((after, PxFault::MarkInText)),
            }
        }
    }
}

/// Says whether a byte only parts words. An old end-of-file mark of DOS counts as space.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0x0c | 0x1a)
}
