//! From text to records. A record is a line, or several where a field in quotation marks holds line breaks.

use std::{
    borrow::Cow,
    io::{BufRead, BufReader, Read},
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
const BUFFER: usize = 1 << 18;

/// An open text file.
pub(super) struct Records<'a> {
    pub(super) source: &'a mut dyn Source,
    pub(super) name: SafeText,
    pub(super) encoding: &'static Encoding,
    pub(super) form: Form,
}

impl Rows for Records<'_> {
    fn walk(&mut self, each: &mut EachRow<'_>) -> Result<(), DataError> {
        let error = |fault| DataError {
            file: self.name.clone(),
            place: None,
            fault,
        };
        self.source
            .rewind()
            .map_err(|problem| error(decode::reading(&problem)))?;
        let text = Text::new(&mut *self.source, self.encoding);
        let mut lines = BufReader::with_capacity(BUFFER, text);
        let mut record = Vec::new();
        // The room of the fields is kept from row to row; the fields themselves borrow from the record.
        let mut spare: Vec<Raw<'static>> = Vec::new();
        let mut line = 0;
        loop {
            record.clear();
            let mut quotes = Quotes::new(self.form);
            let first = line + 1;
            loop {
                let from = record.len();
                let room = (LONGEST - from.min(LONGEST)) as u64;
                let count = lines
                    .by_ref()
                    .take(room)
                    .read_until(self.form.line_end, &mut record)
                    .map_err(|problem| error(decode::reading(&problem)))?;
                if count == 0 {
                    if let Some(opened) = quotes.opened {
                        return Err(at(&self.name, opened, Fault::Quotes));
                    }
                    if from == 0 {
                        return Ok(());
                    }
                    break;
                }
                line += 1;
                if record.len() >= LONGEST {
                    let fault = quotes.opened.map_or(Fault::LongLine, |_| Fault::Quotes);
                    return Err(at(&self.name, quotes.opened.unwrap_or(first), fault));
                }
                quotes.look(&record[from..], line);
                if quotes.opened.is_none() {
                    break;
                }
            }
            let told = self.form.told && first == 1;
            let text = std::str::from_utf8(&record)
                .map_err(|_cut| at(&self.name, first, Fault::Garbled))?;
            if memchr::memchr(0, text.as_bytes()).is_some() {
                return Err(at(&self.name, first, Fault::NotText));
            }
            let text = text.trim_end_matches(['\n', '\r']);
            if told || text.is_empty() {
                continue;
            }
            let mut row: Vec<Raw<'_>> = std::mem::take(&mut spare);
            fields(text, self.form, quotes.used, &mut row);
            let ended = each(first, &row).is_break();
            row.clear();
            spare = row.into_iter().map(Raw::into_owned).collect();
            if ended {
                return Ok(());
            }
        }
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
