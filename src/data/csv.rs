//! Reads the comma- and semicolon-separated files that spreadsheets and statistics sites write.
//!
//! The encoding, the separator and the quotation mark are found, not asked for. The file is walked through line by line: what is in
//! memory is one record, however long the file is.

/// From bytes to text.
mod decode;
/// What separates and quotes the fields.
mod form;
/// From text to records.
mod records;
/// A small table for a chart, where everything must fit.
mod strict;

use encoding_rs::Encoding;

pub use self::strict::read;
use self::{form::Form, records::Records};
use super::{
    DataError, Fault, Place,
    format::{Head, Source},
    rows::{How, Opened, Wish, wish::WishFault},
};
use crate::text::SafeText;

/// Says whether a file may be read as text with one row per line: everything that is text and begins like no other format.
pub fn sniff(head: Head<'_>) -> bool {
    let begins = |mark: &[u8]| head.bytes.starts_with(mark);
    if begins(b"PK\x03\x04") || begins(b"\xd0\xcf\x11\xe0") || begins(b"%PDF") {
        return false;
    }
    let first = head.bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    let structured = matches!(first, Some(b'{' | b'[' | b'<'));
    matches!(head.extension, "csv" | "tsv" | "tab") && first != Some(&b'<') || !structured
}

/// Opens a file and finds how it is written.
pub fn open<'a>(
    source: &'a mut dyn Source,
    name: &SafeText,
    wish: &Wish,
) -> Result<Opened<'a>, DataError> {
    let error = |fault| DataError::of(name, fault);
    let found = decode::find(source);
    let encoding = match &wish.encoding {
        Some(asked) => decode::wished(source, asked).map_err(error)?,
        None => found.clone().map_err(error)?,
    };
    let sample = decode::sample(source, encoding).map_err(error)?;
    let mut form = Form::find(&sample).ok_or_else(|| error(Fault::Empty))?;
    let found_separator = form.separator.map(char::from);
    if let Some(sign) = wish.separator {
        form.separator = match u8::try_from(sign) {
            Ok(byte) if byte.is_ascii() && sample.contains(sign) => Some(byte),
            _ => return Err(error(Fault::Wish(WishFault::Separator(sign)))),
        };
    }
    if form.separator.is_none() && !name.to_lowercase().ends_with(".csv") {
        return Err(error(Fault::OneColumn));
    }
    let mixed = wish.encoding.is_none() && decode::is_mixed(source, encoding).map_err(error)?;
    Ok(Opened {
        how: How {
            mixed,
            encoding: Some(encoding.name()),
            separator: form.separator.map(char::from),
            found_encoding: found.ok().map(Encoding::name),
            found_separator,
            quote: (form.quote != b'"').then_some(char::from(form.quote)),
            ..How::default()
        },
        rows: Box::new(Records {
            source,
            name: name.clone(),
            encoding,
            form,
        }),
    })
}

fn at(name: &SafeText, line: u64, fault: Fault) -> DataError {
    DataError::new(name, Some(Place::Line(line, 1)), fault)
}
