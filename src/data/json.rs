//! Reads the JSON that statistics servers give. The kind is told by the words at the top of a file, not by its name.

/// What is wrong with a file, as a sentence.
mod fault;
/// Kolada, versions 2 and 3.
mod kolada;
/// Any JSON in memory, in its order.
pub(crate) mod node;
/// `PxWeb`, the older format `json`.
mod pxweb;
/// Skolverket, statistics of a school.
mod skolverket;
/// JSON-stat, versions 1 and 2.
mod stat;

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use self::fault::{Broken, broken};
pub use self::{fault::JsonFault, stat::write as write_stat};
use super::{
    DataError, Fault, Place, Table,
    format::{Head, Source, read_whole},
    rows::Wish,
};
use crate::text::SafeText;

/// The largest file that is read; 5 million cells of ten characters each need 50 MB.
const MAX_FILE: u64 = 60_000_000;

/// Says whether a file may be JSON: by its name, or by its first sign where the name says nothing else.
fn begins(head: Head<'_>) -> bool {
    if matches!(head.extension, "csv" | "tsv" | "txt" | "px") {
        return false;
    }
    let bytes = head.bytes;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    head.extension == "json" || matches!(first, Some(b'{' | b'['))
}

fn has(head: Head<'_>, word: &str) -> bool {
    let word = word.as_bytes();
    head.bytes.windows(word.len()).any(|found| found == word)
}

/// Knows JSON-stat by the words of its first 64 KB.
pub(super) fn sniff_stat(head: Head<'_>) -> bool {
    begins(head) && (has(head, "\"dimension\"") || has(head, "\"dataset\""))
}

/// Knows the older format of `PxWeb`.
pub(super) fn sniff_pxweb(head: Head<'_>) -> bool {
    begins(head) && has(head, "\"columns\"") && has(head, "\"key\"")
}

/// Knows Kolada.
pub(super) fn sniff_kolada(head: Head<'_>) -> bool {
    begins(head) && has(head, "\"kpi\"")
}

/// Knows the statistics of Skolverket.
pub(super) fn sniff_skolverket(head: Head<'_>) -> bool {
    begins(head) && has(head, "\"valueType\"") && has(head, "\"timePeriod\"")
}

/// Knows what may be any of these, with its telling words far down.
pub(super) fn sniff(head: Head<'_>) -> bool {
    begins(head)
}

/// Reads the tables of a file of any of these kinds.
pub(super) fn read(
    source: &mut dyn Source,
    name: &SafeText,
    _wish: &Wish,
) -> Result<Vec<Table>, DataError> {
    let fail = |place, fault| DataError {
        file: name.clone(),
        place,
        fault,
    };
    let bytes = read_whole(source, MAX_FILE).map_err(|fault| fail(None, fault))?;
    of_bytes(&bytes, name)
}

/// Reads the tables of an answer in memory; the name is what its errors call it.
pub fn of_bytes(bytes: &[u8], name: &SafeText) -> Result<Vec<Table>, DataError> {
    let fail = |place, fault| DataError {
        file: name.clone(),
        place,
        fault,
    };
    let mut tables = tables(bytes).map_err(|broken| match broken.fault {
        JsonFault::ManyCells => fail(broken.place, Fault::ManyCells),
        fault => fail(broken.place, Fault::Json(fault)),
    })?;
    for table in &mut tables {
        table.file = name.clone();
    }
    Ok(tables)
}

fn tables(bytes: &[u8]) -> Result<Vec<Table>, Broken> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let start = bytes.trim_ascii_start();
    if start.is_empty() {
        return Err(broken(JsonFault::Ends));
    }
    if start.starts_with(b"<") {
        return Err(broken(JsonFault::WebPage));
    }
    // The whole form is checked first, so that a break is told with its line whatever the file is about.
    let top: Top = whole(bytes)?;
    let is = |word: &str| top.words.iter().any(|found| found == word);
    if top.is_list || (is("values") && !is("dimension")) {
        return kolada::read(bytes);
    }
    if is("columns") && is("data") {
        return pxweb::read(bytes);
    }
    if is("schoolUnit") || is("body") || (is("json") && is("url")) {
        return skolverket::read(bytes);
    }
    if is("error") || (is("title") && is("status") && !is("dimension")) {
        return Err(fault::of_server(bytes));
    }
    for (word, what) in [
        ("variables", JsonFault::Description),
        ("tables", JsonFault::List),
        ("variableNames", JsonFault::Description),
        ("dataFormats", JsonFault::Settings),
        ("maxCells", JsonFault::Settings),
    ] {
        if is(word) && !is("dimension") {
            return Err(broken(what));
        }
    }
    let is_bundle = !["dimension", "link", "class"].into_iter().any(is);
    stat::read(bytes, is_bundle)
}

/// Reads a whole file as one thing, and nothing behind it.
fn whole<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, serde_json::Error> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let read = T::deserialize(&mut reader)?;
    reader.end()?;
    Ok(read)
}

/// The words at the top of a file.
#[derive(Default)]
struct Top {
    is_list: bool,
    words: Vec<String>,
}

/// How many words are looked at; the top of a table has some ten.
const WORDS: usize = 200;

impl<'de> Deserialize<'de> for Top {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;
        impl<'de> Visitor<'de> for Words {
            type Value = Top;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Top, A::Error> {
                let mut top = Top::default();
                while let Some(word) = map.next_key::<String>()? {
                    map.next_value::<IgnoredAny>()?;
                    if top.words.len() < WORDS {
                        top.words.push(word);
                    }
                }
                Ok(top)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Top, A::Error> {
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Top {
                    is_list: true,
                    words: Vec::new(),
                })
            }
        }
        deserializer.deserialize_any(Words)
    }
}

#[cfg(test)]
mod tests;
