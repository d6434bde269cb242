//! From text to records. A record is a line, or several where a field in quotation marks holds line breaks.

use std::{
    borrow::Cow,
    io::{self, Read},
    ops::ControlFlow,
};

use encoding_rs::Encoding;

use super::{
    at,
    decode::{self, Text},
    form::Form,
};
use crate::{
    data::{
        DataError, Fault,
        format::Source,
        rows::{EachRow, Raw, Rows},
    },
    text::SafeText,
};

/// The longest record; what is longer is an open quotation mark or no table.
const LONGEST: usize = 1 << 20;
/// How much is read at once.
const PIECE: usize = 1 << 18;
/// A decoder needs room for a character.
const CHARACTER: usize = 16;

/// An open text file.
pub(super) struct Records<'a> {
    pub(super) source: &'a mut dyn Source,
    pub(super) name: SafeText,
    pub(super) encoding: &'static Encoding,
    pub(super) form: Form,
}

impl Rows for Records<'_> {
    fn walk(&mut self, each: &mut EachRow<'_>) -> Result<(), DataError> {
        self.walk_by(PIECE, true, each)
    }
}

impl Records<'_> {
    /// Goes through all records; what is in memory is a piece of the file and the record that it cuts.
    fn walk_by(
        &mut self,
        piece: usize,
        quick: bool,
        each: &mut EachRow<'_>,
    ) -> Result<(), DataError> {
        let fail = |problem: &io::Error| DataError::of(&self.name, decode::reading(problem));
        self.source.rewind().map_err(|problem| fail(&problem))?;
        let mut text = Text::new(&mut *self.source, self.encoding);
        let mut cut = Cut {
            form: self.form,
            line: 0,
            quick,
        };
        let mut bytes = Vec::new();
        let (mut taken, mut end) = (0, 0);
        // The room of the fields is kept from piece to piece; the fields themselves borrow from the bytes.
        let mut spare: Vec<Raw<'static>> = Vec::new();
        loop {
            bytes.copy_within(taken..end, 0);
            end -= taken;
            if bytes.len() < end + piece {
                bytes.resize(end + piece, 0);
            }
            let (count, ended) =
                fill(&mut text, &mut bytes[end..]).map_err(|problem| fail(&problem))?;
            end += count;
            let mut row: Vec<Raw<'_>> = std::mem::take(&mut spare);
            let given = cut
                .give(&bytes[..end], ended, &mut row, each)
                .map_err(|(line, fault)| at(&self.name, line, fault))?;
            row.clear();
            spare = row.into_iter().map(Raw::into_owned).collect();
            match given {
                ControlFlow::Continue(more) if !ended => taken = more,
                _ => return Ok(()),
            }
        }
    }
}

/// Fills a piece, and says whether the file ended in it.
fn fill(text: &mut Text<'_>, out: &mut [u8]) -> io::Result<(usize, bool)> {
    let mut filled = 0;
    while filled == 0 || filled + CHARACTER <= out.len() {
        match text.read(&mut out[filled..]) {
            Ok(0) => return Ok((filled, true)),
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok((filled, false))
}

/// What is wrong, and the line.
type Wrong = (u64, Fault);

/// How many bytes were made records; none where nobody wants more.
type Taken = ControlFlow<(), usize>;

/// Cuts a text into records.
struct Cut {
    form: Form,
    /// The last line of the record before.
    line: u64,
    /// Whether the quick way is taken where it can be.
    quick: bool,
}

impl Cut {
    /// Gives the records of a piece that are whole; what is left is given with the next piece.
    fn give<'t>(
        &mut self,
        bytes: &'t [u8],
        ended: bool,
        row: &mut Vec<Raw<'t>>,
        each: &mut EachRow<'_>,
    ) -> Result<Taken, Wrong> {
        match self.plain(bytes, ended) {
            Some(text) => self.quickly(text, row, each),
            None => self.carefully(bytes, ended, row, each),
        }
    }

    /// Returns the whole lines of a piece in which every line is a record: characters of UTF-8, without a quotation mark.
    fn plain<'t>(&self, bytes: &'t [u8], ended: bool) -> Option<&'t str> {
        let end = if ended {
            bytes.len()
        } else {
            memchr::memrchr(self.form.line_end, bytes)? + 1
        };
        let bytes = bytes.get(..end)?;
        let breaks = matches!(self.form.separator, Some(b'\r' | b'\n'));
        if !self.quick || breaks || memchr::memchr2(self.form.quote, 0, bytes).is_some() {
            return None;
        }
        std::str::from_utf8(bytes).ok()
    }

    /// Gives records in one look at the bytes.
    fn quickly<'t>(
        &mut self,
        text: &'t str,
        row: &mut Vec<Raw<'t>>,
        each: &mut EachRow<'_>,
    ) -> Result<Taken, Wrong> {
        let line_end = self.form.line_end;
        let separator = self.form.separator.unwrap_or(line_end);
        let bytes = text.as_bytes();
        let mut ends = memchr::memchr2_iter(separator, line_end, bytes);
        let (mut start, mut from) = (0, 0);
        loop {
            let end = ends.next();
            let at = end.unwrap_or(bytes.len());
            // Both signs are one byte of their own, so that no character is cut.
            let piece = text.get(from..at).unwrap_or_default();
            from = at + 1;
            if end.is_some() && bytes[at] != line_end {
                row.push(field(Cow::Borrowed(piece)));
                continue;
            }
            let len = at - start + usize::from(end.is_some());
            if len == 0 {
                return Ok(ControlFlow::Continue(bytes.len()));
            }
            self.line += 1;
            if len >= LONGEST {
                return Err((self.line, Fault::LongLine));
            }
            let piece = piece.trim_end_matches(['\n', '\r']);
            let told = self.form.told && self.line == 1;
            if !(told || row.is_empty() && piece.is_empty()) {
                row.push(field(Cow::Borrowed(piece)));
                if each(self.line, row).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            }
            row.clear();
            if end.is_none() {
                return Ok(ControlFlow::Continue(bytes.len()));
            }
            start = from;
        }
    }

    /// Gives records that may hold quotation marks, and names the line of what cannot be read.
    fn carefully<'t>(
        &mut self,
        bytes: &'t [u8],
        ended: bool,
        row: &mut Vec<Raw<'t>>,
        each: &mut EachRow<'_>,
    ) -> Result<Taken, Wrong> {
        let mut start = 0;
        loop {
            let first = self.line + 1;
            let Some((len, quoted)) = self.record(&bytes[start..], ended)? else {
                return Ok(ControlFlow::Continue(start));
            };
            if len == 0 {
                return Ok(ControlFlow::Continue(start));
            }
            let record = &bytes[start..start + len];
            start += len;
            let text = std::str::from_utf8(record).map_err(|_cut| (first, Fault::Garbled))?;
            if memchr::memchr(0, record).is_some() {
                return Err((first, Fault::NotText));
            }
            let text = text.trim_end_matches(['\n', '\r']);
            let told = self.form.told && first == 1;
            if told || text.is_empty() {
                continue;
            }
            fields(text, self.form, quoted, row);
            if each(first, row).is_break() {
                return Ok(ControlFlow::Break(()));
            }
            row.clear();
        }
    }

    /// Returns the length of the first record, nothing at the end, and whether a field stands in quotation marks; none where the piece
    /// cuts it.
    fn record(&mut self, bytes: &[u8], ended: bool) -> Result<Option<(usize, bool)>, Wrong> {
        let mut quotes = Quotes::new(self.form);
        let (mut len, mut line) = (0, self.line);
        loop {
            let room = LONGEST - len;
            let rest = &bytes[len..];
            let rest = &rest[..rest.len().min(room)];
            let count = match memchr::memchr(self.form.line_end, rest) {
                Some(at) => at + 1,
                None if ended || rest.len() == room => rest.len(),
                None => return Ok(None),
            };
            if count == 0 {
                if let Some(opened) = quotes.opened {
                    return Err((opened, Fault::Quotes));
                }
                break;
            }
            line += 1;
            len += count;
            if len >= LONGEST {
                let fault = quotes.opened.map_or(Fault::LongLine, |_| Fault::Quotes);
                return Err((quotes.opened.unwrap_or(self.line + 1), fault));
            }
            quotes.look(&rest[..count], line);
            if quotes.opened.is_none() {
                break;
            }
        }
        self.line = line;
        Ok(Some((len, quotes.used)))
    }
}

/// Keeps count of the quotation marks of a record.
struct Quotes {
    form: Form,
    /// The line on which a mark stands that is not closed yet.
    opened: Option<u64>,
    /// Whether a field begins with a mark.
    used: bool,
    starts: bool,
}

impl Quotes {
    fn new(form: Form) -> Self {
        Self {
            form,
            opened: None,
            used: false,
            starts: true,
        }
    }

    fn look(&mut self, bytes: &[u8], line: u64) {
        if self.opened.is_none() && memchr::memchr(self.form.quote, bytes).is_none() {
            return;
        }
        for byte in bytes {
            if *byte == self.form.quote {
                match self.opened {
                    Some(_) => {
                        self.opened = None;
                        // A doubled mark inside a field closes and opens it again.
                        self.starts = true;
                        continue;
                    }
                    None if self.starts => {
                        self.opened = Some(line);
                        self.used = true;
                    }
                    None => {}
                }
            }
            self.starts = Some(*byte) == self.form.separator;
        }
    }
}

/// Splits a record into its fields.
fn fields<'t>(text: &'t str, form: Form, quoted: bool, fields: &mut Vec<Raw<'t>>) {
    let Some(separator) = form.separator else {
        fields.push(field(Cow::Borrowed(text)));
        return;
    };
    if !quoted {
        let mut from = 0;
        let ends = memchr::memchr_iter(separator, text.as_bytes());
        for end in ends.chain([text.len()]) {
            // A separator is one byte of its own, so that no character is cut.
            let piece = text.get(from..end).unwrap_or_default();
            fields.push(field(Cow::Borrowed(piece)));
            from = end + 1;
        }
        return;
    }
    let (separator, quote) = (char::from(separator), char::from(form.quote));
    let mut rest = text;
    loop {
        if let Some(inside) = rest.strip_prefix(quote) {
            let (text, behind) = unquoted(inside, quote);
            let (tail, next) = match behind.split_once(separator) {
                Some((tail, next)) => (tail, Some(next)),
                None => (behind, None),
            };
            fields.push(field(if tail.is_empty() { text } else { text + tail }));
            match next {
                Some(next) => rest = next,
                None => return,
            }
        } else {
            let Some((text, next)) = rest.split_once(separator) else {
                fields.push(field(Cow::Borrowed(rest)));
                return;
            };
            fields.push(field(Cow::Borrowed(text)));
            rest = next;
        }
    }
}

/// Returns the text up to the closing mark, with doubled marks made one, and what stands behind.
fn unquoted(text: &str, quote: char) -> (Cow<'_, str>, &str) {
    let mut out = Cow::Borrowed("");
    let mut rest = text;
    loop {
        let (piece, behind) = rest.split_once(quote).unwrap_or((rest, ""));
        out += piece;
        match behind.strip_prefix(quote) {
            Some(behind) => {
                out.to_mut().push(quote);
                rest = behind;
            }
            None => return (out, behind),
        }
    }
}

fn field(text: Cow<'_, str>) -> Raw<'_> {
    if text.is_empty() {
        Raw::Empty
    } else {
        Raw::Text(text)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use encoding_rs::UTF_8;
    use proptest::prelude::*;

    use super::*;

    type Walked = (Vec<(u64, Vec<Raw<'static>>)>, Option<DataError>);

    fn walk(bytes: &[u8], form: Form, piece: usize, quick: bool) -> Walked {
        let mut records = Records {
            source: &mut Cursor::new(bytes),
            name: "a.csv".into(),
            encoding: UTF_8,
            form,
        };
        let mut rows = Vec::new();
        let walked = records.walk_by(piece, quick, &mut |line, cells| {
            let cells = cells.iter().map(|cell| cell.clone().into_owned());
            rows.push((line, cells.collect()));
            ControlFlow::Continue(())
        });
        (rows, walked.err())
    }

    fn form(separator: Option<u8>, line_end: u8, told: bool) -> Form {
        Form {
            separator,
            quote: b'"',
            line_end,
            told,
        }
    }

    #[test]
    fn a_record_longer_than_a_piece_is_whole_and_one_without_an_end_is_told() {
        let semicolon = form(Some(b';'), b'\n', false);
        let long = format!("a;{}\nb;c\n", "x".repeat(1_000));
        for quick in [true, false] {
            let (rows, error) = walk(long.as_bytes(), semicolon, 16, quick);
            assert_eq!((rows.len(), error), (2, None));
            let endless = format!("a;b\n{}", "x".repeat(LONGEST + 1));
            let (rows, error) = walk(endless.as_bytes(), semicolon, PIECE, quick);
            let error = error.expect("a record has an end");
            assert_eq!((rows.len(), error.fault), (1, Fault::LongLine));
            let open = format!("a;b\n\"{}", "x\n".repeat(LONGEST));
            let (rows, error) = walk(open.as_bytes(), semicolon, PIECE, quick);
            let error = error.expect("a quotation mark is closed");
            assert_eq!((rows.len(), error.fault), (1, Fault::Quotes));
        }
    }

    proptest! {
        /// The quick way cuts what the careful way cuts, wherever the pieces end: the same rows, the same words about what is wrong.
        #[test]
        fn the_quick_way_gives_what_the_careful_way_gives(
            texts in prop::collection::vec("[a;,å\"\r\n \0]{0,12}|[a-e;å]{1,9}(;[a-e]{0,4}){1,3}\r?\n", 0..12),
            cut in prop::option::weighted(0.1, 0_usize..40),
            piece in 16_usize..64,
            separator in prop::sample::select(vec![Some(b';'), Some(b','), None, Some(b'\r'), Some(b'\n')]),
            line_end in prop::sample::select(b"\n\n\n\r".to_vec()),
            told in prop::bool::weighted(0.1),
        ) {
            let mut bytes = texts.concat().into_bytes();
            if let Some(at) = cut && at < bytes.len() {
                bytes.remove(at);
            }
            let form = form(separator, line_end, told);
            let careful = walk(&bytes, form, 1 << 12, false);
            prop_assert_eq!(walk(&bytes, form, piece, true), careful.clone());
            prop_assert_eq!(walk(&bytes, form, piece, false), careful.clone());
            prop_assert_eq!(walk(&bytes, form, 1 << 12, true), careful);
        }
    }
}
