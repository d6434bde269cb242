//! Text from outside, cleaned once at the border so that no escape sequence can reach a terminal, a pager, a title or an export.

use std::{borrow::Cow, fmt, ops::Deref};

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{self, Visitor},
};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_width::UnicodeWidthChar;

/// Text that holds no control, no bidirectional override and no invisible tag character; line breaks may stand in it.
///
/// Every word that came from a file, a keyboard or another machine is of this type before it reaches a screen, a pager, a title or an
/// export. It is in NFC, so that `å` typed as two code points is one. Cleaning it again changes nothing.
///
/// What a terminal would act on is taken away and what a person would read stays: an escape shows as `␛` with its harmless letters
/// behind it, so that a pasted terminal recording keeps its words. Characters that nobody sees (soft hyphens, zero-width spaces, hidden
/// tags) go, since they would make two equal words differ. Joiners and selectors stay, within bounds, for emoji and scripts that
/// need them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct SafeText(String);

/// How many marks may stand on one character. No script stacks so many; more is a joke that would draw over the rows beside it.
const MARKS: usize = 16;

/// How many characters a joiner may tie to the first into one picture. The largest family has three.
const JOINS: usize = 8;

const JOINER: char = '\u{200d}';

impl SafeText {
    /// Cleans text and puts it on one line: line breaks and tabs become spaces.
    pub fn line(raw: &str) -> Self {
        Self(clean(raw, false))
    }

    /// Cleans text and keeps its line breaks; a tab becomes a space.
    pub fn block(raw: &str) -> Self {
        Self(clean(raw, true))
    }

    /// Adds a text, cleaned, and ends its line.
    pub fn push_line(&mut self, raw: &str) {
        if is_plain(raw) {
            self.0.push_str(raw);
        } else {
            self.0.push_str(&clean(raw, false));
        }
        self.0.push('\n');
    }

    /// Returns the text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Gives the text away.
    pub fn into_string(self) -> String {
        self.0
    }

    /// Returns the text on one line, for places with one row.
    pub fn on_one_line(&self) -> Cow<'_, str> {
        if self.0.contains('\n') {
            Cow::Owned(self.0.replace('\n', " "))
        } else {
            Cow::Borrowed(&self.0)
        }
    }
}

/// Tells what a terminal would act on, what turns reading order around, what nobody can see, and what is no character.
fn is_hidden(c: char) -> bool {
    matches!(c,
        // Controls; those that mean something are kept by other means.
        '\0'..='\x1f' | '\x7f'..='\u{9f}'
        // Bidirectional marks, embeddings, overrides, isolates.
        | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        // Invisible: soft hyphen, joiners of words, fillers, operators, format characters, the byte order mark.
        | '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'
        | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        // Tags and further selectors, which can carry a hidden text.
        | '\u{e0000}'..='\u{e0fff}'
        // No characters at all.
        | '\u{fdd0}'..='\u{fdef}')
        || u32::from(c) & 0xfffe == 0xfffe
}

fn clean(raw: &str, multiline: bool) -> String {
    if is_plain(raw) || (multiline && raw.split('\n').all(is_plain)) {
        return raw.to_owned();
    }
    let visible = visible(raw, if multiline { '\n' } else { ' ' });
    let normal = match is_nfc_quick(visible.chars()) {
        IsNormalized::Yes => visible,
        IsNormalized::No | IsNormalized::Maybe => visible.nfc().collect(),
    };
    within_bounds(normal)
}

/// Tells whether a text has only letters that need no look: those of ASCII, and those from À to ÿ.
pub(crate) fn is_plain(text: &str) -> bool {
    // The latter begin with the byte C3, and where no other letter begins, what goes on one goes on those. Many bytes are looked at before
    // it is decided, so that the machine can take them together.
    let plain = |byte: &u8| matches!(byte, b' '..=b'~' | 0x80..=0xbf | 0xc3);
    let mut chunks = text.as_bytes().chunks(64);
    chunks.all(|chunk| chunk.iter().fold(true, |so_far, byte| so_far & plain(byte)))
}

/// Leaves out what is hidden; every way to end a line becomes the one given.
fn visible(raw: &str, line_end: char) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            ' '..='~' => out.push(c),
            // Of CR LF, the LF speaks for both.
            '\r' if chars.peek() == Some(&'\n') => (),
            '\n' | '\r' | '\x0b' | '\x0c' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                out.push(line_end);
            }
            '\t' => out.push(' '),
            '\x1b' => out.push('␛'),
            _ if is_hidden(c) => (),
            _ => out.push(c),
        }
    }
    out
}

/// Leaves out marks past [`MARKS`] and joiners past [`JOINS`], so that every character has an end.
fn within_bounds(text: String) -> String {
    // What is counted is what was kept, so that cleaning again counts the same.
    let (mut marks, mut joins, mut joined) = (0, 0, false);
    let keep = move |c: char| {
        if c < '\u{300}' {
            (marks, joins, joined) = (0, 0, false);
            return true;
        }
        let (count, most) = match c.width() {
            _ if c == JOINER => (&mut joins, JOINS),
            Some(0) | None => (&mut marks, MARKS),
            Some(_) => {
                joins = if joined { joins } else { 0 };
                (marks, joined) = (0, false);
                return true;
            }
        };
        let kept = *count < most;
        *count += usize::from(kept);
        joined |= kept && c == JOINER;
        kept
    };
    if text.chars().all(keep) {
        return text;
    }
    // A mark whose joiner went may now be one with its letter.
    let mut keep = keep;
    text.chars().filter(|c| keep(*c)).nfc().collect()
}

/// Reads a text where it stands, without a copy of it: what is expected, and what it comes to.
pub(crate) struct Spoken<F>(pub(crate) &'static str, pub(crate) F);

impl<T, F: FnOnce(&str) -> Result<T, String>> Visitor<'_> for Spoken<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        self.1(text).map_err(E::custom)
    }
}

impl<'de> Deserialize<'de> for SafeText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Spoken("text", |raw: &str| Ok(Self::block(raw))))
    }
}

impl Deref for SafeText {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl From<&str> for SafeText {
    fn from(raw: &str) -> Self {
        Self::block(raw)
    }
}

impl PartialEq<str> for SafeText {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for SafeText {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

#[cfg(test)]
mod tests;
