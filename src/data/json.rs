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

use std::{borrow::Cow, cell::Cell, fmt};

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

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
    let fail = |place, fault| DataError::new(name, place, fault);
    let bytes = read_whole(source, MAX_FILE).map_err(|fault| fail(None, fault))?;
    of_bytes(&bytes, name)
}

/// Reads the tables of an answer in memory; the name is what its errors call it.
pub fn of_bytes(bytes: &[u8], name: &SafeText) -> Result<Vec<Table>, DataError> {
    let fail = |place, fault| DataError::new(name, place, fault);
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
    let top = Top::of(bytes, MAX_PARTS)?;
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

/// How many labels, names and notes a file may have, and lists and maps around them; they are held one by one, unlike the values. A table
/// of five million cells has some thousands, and a page of Kolada with five thousand rows has sixty thousand.
const MAX_PARTS: usize = 2_000_000;

/// The words at the top of a file.
#[derive(Default)]
struct Top {
    is_list: bool,
    words: Vec<String>,
}

impl Top {
    /// Goes through a whole file; one with more parts than are read is told before any is held.
    fn of(bytes: &[u8], most: usize) -> Result<Self, Broken> {
        let left = Cell::new(most);
        let mut reader = serde_json::Deserializer::from_slice(bytes);
        let read = Words(&left).deserialize(&mut reader);
        let top = read.and_then(|top| reader.end().map(|()| top));
        top.map_err(|error| {
            let told = Broken::from(error);
            if left.get() == 0 {
                return Broken {
                    fault: JsonFault::ManyParts(most),
                    ..told
                };
            }
            told
        })
    }
}

/// How many words are looked at; the top of a table has some ten.
const WORDS: usize = 200;

/// Reads the words at the top.
struct Words<'l>(&'l Cell<usize>);

impl<'de> DeserializeSeed<'de> for Words<'_> {
    type Value = Top;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Top, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Words<'_> {
    type Value = Top;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Top, A::Error> {
        let mut top = Top::default();
        while let Some(word) = map.next_key::<String>()? {
            Parts(self.0).under(&word, &mut map)?;
            if top.words.len() < WORDS {
                top.words.push(word);
            }
        }
        Ok(top)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Top, A::Error> {
        while seq.next_element_seed(Parts(self.0))?.is_some() {}
        Ok(Top {
            is_list: true,
            words: Vec::new(),
        })
    }
}

/// Counts what is held one by one: how many parts may still come.
#[derive(Clone, Copy)]
struct Parts<'l>(&'l Cell<usize>);

impl Parts<'_> {
    fn one<E: serde::de::Error>(self) -> Result<(), E> {
        let left = self.0.get().checked_sub(1);
        self.0.set(left.unwrap_or(0));
        left.map(|_| ()).ok_or_else(|| E::custom("too many parts"))
    }

    /// Passes over what stands under a key. Values, their marks and rows of data are held tightly and have limits of their own.
    fn under<'de, A: MapAccess<'de>>(self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "value" | "status" | "data" => map.next_value::<IgnoredAny>().map(drop),
            _ => map.next_value_seed(self),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Parts<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Parts<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        self.one()
    }

    fn visit_bool<E: serde::de::Error>(self, _: bool) -> Result<(), E> {
        self.one()
    }

    fn visit_u64<E: serde::de::Error>(self, _: u64) -> Result<(), E> {
        self.one()
    }

    fn visit_i64<E: serde::de::Error>(self, _: i64) -> Result<(), E> {
        self.one()
    }

    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<(), E> {
        self.one()
    }

    fn visit_str<E: serde::de::Error>(self, _: &str) -> Result<(), E> {
        self.one()
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        self.one()?;
        while seq.next_element_seed(self)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        self.one()?;
        while let Some(key) = map.next_key::<Key<'de>>()? {
            self.under(&key.0, &mut map)?;
        }
        Ok(())
    }
}

/// A key, borrowed where it can be.
#[derive(serde::Deserialize)]
#[serde(transparent)]
struct Key<'k>(#[serde(borrow)] Cow<'k, str>);

#[cfg(test)]
mod tests;
