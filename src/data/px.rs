//! Reads PC-Axis files (`.px`), which statistical offices have written since the eighties: keywords with texts, then the cells.

/// The cells, dense or with keys.
mod cells;
/// From bytes to text: the code page that is declared, or the one that the bytes tell of.
mod decode;
/// What is wrong with a file, as a sentence.
mod fault;
/// Keywords, texts and where the data begins.
mod lex;
/// What the keywords mean.
mod meta;

pub use self::fault::PxFault;
use self::{
    lex::{At, Parts},
    meta::Meta,
};
use super::{
    DataError, Fault, Place, Table, cube,
    format::{Head, Source, read_whole},
    json::JsonFault,
    rows::{Wish, wish::WishFault},
    table::Cells,
};
use crate::text::SafeText;

/// The largest file that is read; 5 million cells of ten characters each need 50 MB.
const MAX_FILE: u64 = 100_000_000;

/// Knows a file by its name or by the words that every one begins with.
pub(super) fn sniff(head: Head<'_>) -> bool {
    let begins = head
        .bytes
        .get(..head.bytes.len().min(4096))
        .unwrap_or_default();
    let has = |word: &[u8]| begins.windows(word.len()).any(|window| window == word);
    let other = matches!(head.extension, "csv" | "tsv" | "txt" | "json");
    head.extension == "px" || (!other && (has(b"AXIS-VERSION=") || has(b"CHARSET=")) && has(b";"))
}

/// Reads the one table of a file, in the language that is wished or the one that the file holds first.
pub(super) fn read(
    source: &mut dyn Source,
    name: &SafeText,
    wish: &Wish,
) -> Result<Vec<Table>, DataError> {
    let fail = |place, fault| DataError::new(name, place, fault);
    let bytes = read_whole(source, MAX_FILE).map_err(|fault| fail(None, fault))?;
    if bytes.trim_ascii_start().starts_with(b"<") {
        return Err(fail(None, Fault::Json(JsonFault::WebPage)));
    }
    let text = decode::decode(&bytes);
    let table = table(&text, name, wish.language.as_deref()).map_err(|(at, fault)| {
        let fault = match fault {
            PxFault::ManyCells => Fault::ManyCells,
            PxFault::Language(asked, all) => {
                return fail(None, Fault::Wish(WishFault::language(asked, all)));
            }
            fault => Fault::Px(fault),
        };
        fail(Some(place(&text, at)), fault)
    })?;
    Ok(vec![table])
}

fn table(text: &str, name: &SafeText, language: Option<&str>) -> At<Table> {
    let Parts { entries, data } = lex::parts(text)?;
    let meta = Meta::read(&entries, language)?;
    let data = data.ok_or((text.len(), PxFault::NoData))?;
    let sizes: Vec<usize> = meta
        .dimensions
        .iter()
        .map(|dimension| dimension.labels.len())
        .collect();
    let declared = Table::size(&meta.dimensions, 1).ok_or((data, PxFault::ManyCells))?;
    let cells: Cells = cells::read(text, data, &meta, declared)?;
    let cells = match meta.metric {
        Some(metric) => cube::measures_last(cells, &sizes, metric),
        None => cells,
    };
    Ok(meta.into_table(name, cells))
}

/// Counts lines and characters as an editor does.
fn place(text: &str, at: usize) -> Place {
    let mut before = at.min(text.len());
    while !text.is_char_boundary(before) {
        before -= 1;
    }
    let (before, _) = text.split_at(before);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
    Place::Line(line as u64, column as u64)
}

#[cfg(test)]
mod tests;
