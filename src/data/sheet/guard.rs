//! Looks through a zipped workbook before the library does, since the library trusts it: it makes room for as many strings as are
//! declared, lays out whatever is said to repeat, and unpacks a text of any length into memory.
//!
//! What is read here is thrown away again. A file of some kilobytes that unpacks to gigabytes is refused with a sentence.

use std::io::Read;

use zip::ZipArchive;

use crate::{
    data::{Fault, format::Source, table::MAX_CELLS},
    text::SafeText,
};

/// The most bytes of the parts that the library holds in memory while a sheet is read: its texts, its formats. The texts of a workbook
/// of 50 MB have some ten millions; in memory they take up to three times as much.
pub(super) const MAX_HELD: u64 = 100_000_000;
/// The most bytes of one sheet, unpacked; a workbook of 50 MB has some 500 million.
pub(super) const MAX_SHEET: u64 = 2_000_000_000;
/// The longest tag or text between two tags; a text of a cell has at most 32 767 characters.
const MAX_TOKEN: usize = 1_000_000;
/// The longest cell with all its tags; each character may have a format of its own.
const MAX_CELL: usize = 10_000_000;
/// How deep elements may lie in each other.
const MAX_DEPTH: usize = 200;
/// Deflate makes no more of a byte. What is too small to grow large is not looked through.
const MOST_OF_ONE: u64 = 1_032;
/// A part of this size does no harm, whatever it holds.
const HARMLESS: u64 = 64_000_000;

/// Looks through an Excel workbook of a kind since 2007.
pub(super) fn excel(source: &mut dyn Source) -> Result<(), Fault> {
    let mut zip = ZipArchive::new(source).map_err(|error| damaged(&error))?;
    for at in 0..zip.len() {
        let (name, packed) = {
            let entry = zip.by_index_raw(at).map_err(|error| damaged(&error))?;
            let name = entry.name().map_err(|error| damaged(&error))?;
            let name = name.to_lowercase().replace('\\', "/");
            (name, entry.compressed_size())
        };
        let strings = name.ends_with("sharedstrings.xml");
        let held = strings
            || [".rels", "workbook.xml", "styles.xml", ".bin"]
                .iter()
                .any(|end| name.ends_with(end));
        let sheet = name.contains("sheets/");
        if !(held || sheet) || (packed.saturating_mul(MOST_OF_ONE) <= HARMLESS && !strings) {
            continue;
        }
        let is_xml = !name.to_ascii_lowercase().ends_with(".bin");
        let most = if sheet { MAX_SHEET } else { MAX_HELD };
        let Ok(part) = zip.by_index(at) else {
            continue;
        };
        let mut look = Look::new(if strings { b"si" } else { b"c" });
        let read = look.through(part, most, is_xml)?;
        if strings && look.declared.is_some_and(|declared| declared > read) {
            return Err(Fault::Damaged(SafeText::line("uniqueCount")));
        }
    }
    Ok(())
}

/// Looks through a spreadsheet of `OpenDocument`, which is laid out whole.
pub(super) fn open_document(source: &mut dyn Source) -> Result<(), Fault> {
    let mut zip = ZipArchive::new(source).map_err(|error| damaged(&error))?;
    for name in ["META-INF/manifest.xml", "meta.xml", "content.xml"] {
        if let Ok(part) = zip.by_name(name) {
            let mut look = Look::new(b"table-cell");
            // The library waits for the end of a table that never comes.
            look.nested = (name == "content.xml").then(Vec::new);
            look.through(part, MAX_HELD * 3, true)?;
            if look.nested.is_some_and(|open| !open.is_empty()) {
                return Err(Fault::Damaged(SafeText::line(name)));
            }
        }
    }
    Ok(())
}

fn damaged(error: &dyn std::error::Error) -> Fault {
    Fault::Damaged(SafeText::line(&error.to_string()))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Text,
    /// Within a tag, and the quotation mark that is open there.
    Tag(Option<u8>),
    /// Within a remark and the like, and what stands before the `>` that ends it.
    Aside(&'static [u8]),
}

/// What is seen on the way through a part.
struct Look {
    state: State,
    token: Vec<u8>,
    /// The element that holds a cell.
    cell: &'static [u8],
    /// How long the open cell is by now.
    open: Option<usize>,
    /// How many strings are declared.
    declared: Option<u64>,
    area: Area,
    /// The elements that are open, where they have to be closed in their order.
    nested: Option<Vec<Vec<u8>>>,
}

impl Look {
    fn new(cell: &'static [u8]) -> Self {
        Self {
            state: State::Text,
            token: Vec::new(),
            cell,
            open: None,
            declared: None,
            area: Area::default(),
            nested: None,
        }
    }

    /// Reads a part to its end and says how long it is.
    fn through(&mut self, mut part: impl Read, most: u64, is_xml: bool) -> Result<u64, Fault> {
        let mut chunk = vec![0; 1 << 16];
        let mut read = 0;
        loop {
            let count = match part.read(&mut chunk) {
                Ok(0) => return Ok(read),
                Ok(count) => count,
                Err(error) => return Err(damaged(&error)),
            };
            read += count as u64;
            if read > most {
                return Err(Fault::Unpacked(most / 1_000_000));
            }
            if is_xml {
                for byte in chunk.iter().take(count) {
                    self.byte(*byte)?;
                }
            }
        }
    }

    fn byte(&mut self, byte: u8) -> Result<(), Fault> {
        let ends = match (self.state, byte) {
            (State::Text, b'<') => {
                self.end_of_text()?;
                self.state = State::Tag(None);
                return Ok(());
            }
            (State::Tag(None), b'>') => true,
            (State::Tag(None), quote @ (b'"' | b'\'')) => {
                self.state = State::Tag(Some(quote));
                false
            }
            (State::Tag(Some(open)), quote) if open == quote => {
                self.state = State::Tag(None);
                false
            }
            (State::Aside(end), b'>') => {
                self.token.len() > 2 * end.len() && self.token.ends_with(end)
            }
            _ => false,
        };
        if ends {
            self.end_of_tag()?;
            self.state = State::Text;
            return Ok(());
        }
        self.token.push(byte);
        if self.state == State::Tag(None) {
            self.state = match self.token.as_slice() {
                b"!--" => State::Aside(b"--"),
                b"![CDATA[" => State::Aside(b"]]"),
                b"?" => State::Aside(b"?"),
                b"!D" if self.nested.is_some() => {
                    return Err(Fault::Damaged(SafeText::line("DOCTYPE")));
                }
                _ => State::Tag(None),
            };
        }
        if self.token.len() > MAX_TOKEN {
            return Err(Fault::LongText);
        }
        Ok(())
    }

    fn grow(&mut self) -> Result<(), Fault> {
        if let Some(open) = &mut self.open {
            *open += self.token.len();
            if *open > MAX_CELL {
                return Err(Fault::LongText);
            }
        }
        Ok(())
    }

    fn end_of_text(&mut self) -> Result<(), Fault> {
        self.grow()?;
        self.token.clear();
        Ok(())
    }

    fn end_of_tag(&mut self) -> Result<(), Fault> {
        self.grow()?;
        let closed = self.token.ends_with(b"/");
        let (closing, tag) = match self.token.strip_prefix(b"/") {
            Some(tag) => (true, tag),
            None => (false, self.token.as_slice()),
        };
        let ends = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'/';
        let name = tag.split(ends).next().unwrap_or_default();
        let local = name.rsplit(|byte| *byte == b':').next().unwrap_or_default();
        let aside = name.starts_with(b"!") || name.starts_with(b"?");
        if let Some(open) = self.nested.as_mut().filter(|_| !aside) {
            if !closing && !closed {
                open.push(name.to_vec());
            } else if (closing && open.pop().as_deref() != Some(name)) || open.len() > MAX_DEPTH {
                return Err(Fault::Damaged(SafeText::line("content.xml")));
            }
        }
        if local == self.cell {
            self.open = (!closing && !closed).then_some(0);
        }
        match local {
            b"sst" if !closing => self.declared = attribute(tag, b"uniqueCount"),
            b"table" if closing => self.area = Area::default(),
            b"table-row" if !closing => {
                self.area
                    .row(attribute(tag, b"number-rows-repeated").unwrap_or(1));
            }
            b"table-cell" | b"covered-table-cell" if !closing => {
                let holds = !closed || attribute(tag, b"value-type").is_some();
                let count = attribute(tag, b"number-columns-repeated").unwrap_or(1);
                self.area.cells(count, holds)?;
            }
            _ => {}
        }
        self.token.clear();
        Ok(())
    }
}

/// How large a sheet becomes when it is laid out.
#[derive(Default)]
struct Area {
    rows: u64,
    /// How many rows there are up to the last that holds something.
    filled: u64,
    /// The same of columns.
    width: u64,
    across: u64,
    repeats: u64,
}

impl Area {
    fn row(&mut self, repeats: u64) {
        self.rows = self.rows.saturating_add(repeats);
        self.repeats = repeats;
        self.across = 0;
    }

    fn cells(&mut self, count: u64, holds: bool) -> Result<(), Fault> {
        self.across = self.across.saturating_add(count);
        if holds {
            self.width = self.width.max(self.across);
            self.filled = self.rows;
        }
        if self.width.saturating_mul(self.filled) > MAX_CELLS as u64 {
            return Err(Fault::ManyCells);
        }
        Ok(())
    }
}

/// Reads the number in an attribute; one that cannot be read is as large as any.
fn attribute(tag: &[u8], name: &[u8]) -> Option<u64> {
    let at = tag.windows(name.len()).position(|window| window == name)?;
    let rest = tag.get(at + name.len()..)?.trim_ascii_start();
    let rest = rest.strip_prefix(b"=")?.trim_ascii_start();
    let rest = rest.get(1..)?;
    let end = rest.iter().position(|byte| matches!(byte, b'"' | b'\''))?;
    let number = std::str::from_utf8(rest.get(..end)?).ok();
    Some(
        number
            .and_then(|text| text.parse().ok())
            .unwrap_or(u64::MAX),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(cell: &'static [u8], text: &str, most: u64) -> Result<u64, Fault> {
        Look::new(cell).through(text.as_bytes(), most, true)
    }

    #[test]
    fn what_is_too_long_is_refused_and_what_is_many_is_not() {
        let cells = "<c r=\"A1\"><v>12</v></c>".repeat(500_000);
        assert_eq!(look(b"c", &cells, MAX_SHEET), Ok(cells.len() as u64));
        assert_eq!(look(b"c", &cells, 2_000_000), Err(Fault::Unpacked(2)));
        let text = format!("<c><is><t>{}</t></is></c>", "a".repeat(MAX_TOKEN + 1));
        assert_eq!(look(b"c", &text, MAX_SHEET), Err(Fault::LongText));
        let pieces = format!("<si>{}</si>", "<r><t>a</t></r>".repeat(MAX_CELL / 6));
        assert_eq!(look(b"si", &pieces, MAX_SHEET), Err(Fault::LongText));
        let remark = format!("<!--{}-->", "<a>".repeat(MAX_TOKEN));
        assert_eq!(look(b"c", &remark, MAX_SHEET), Err(Fault::LongText));
        let quoted = format!("<c a=\"{}\"/>", "<c/>".repeat(MAX_TOKEN));
        assert_eq!(look(b"c", &quoted, MAX_SHEET), Err(Fault::LongText));
    }
}
