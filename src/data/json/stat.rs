//! JSON-stat 1.x and 2.0: one set, a bundle of several, or a collection that holds others.

/// The dimensions, their labels and units, and the notes.
mod meta;
/// The parts of a set as they stand in the file.
mod raw;
/// A table as JSON-stat.
mod write;

use std::collections::HashMap;

pub use self::write::write;
use self::{
    meta::Meta,
    raw::{Bundle, Set, Status, Values},
};
use super::{
    fault::{Broken, JsonFault, broken, broken_at},
    whole,
};
use crate::data::{
    Table, cube,
    table::{Cells, Note, Reason},
};

/// Reads all sets of a file that holds any; in a bundle they stand at the top, under names of their own.
pub(super) fn read(bytes: &[u8], is_bundle: bool) -> Result<Vec<Table>, Broken> {
    let mut found = Vec::new();
    if is_bundle {
        let bundle: Bundle = whole(bytes)?;
        for (name, mut set) in bundle.sets {
            set.name = name;
            collect(set, &mut found);
        }
    } else {
        collect(whole(bytes)?, &mut found);
    }
    if found.is_empty() {
        return Err(broken(if set_is_linked(bytes) {
            JsonFault::List
        } else {
            JsonFault::NoTable
        }));
    }
    found.into_iter().map(table).collect()
}

/// Says whether a collection names sets that lie elsewhere.
fn set_is_linked(bytes: &[u8]) -> bool {
    whole::<super::node::Node>(bytes).is_ok_and(|node| !node.get("link").is_null())
}

/// Takes the sets out of collections in collections.
fn collect(mut set: Set, found: &mut Vec<Set>) {
    let inner = std::mem::take(&mut set.inner);
    if set.is_set() {
        found.push(set);
    }
    for set in inner {
        collect(set, found);
    }
}

fn table(set: Set) -> Result<Table, Broken> {
    let meta = Meta::of(&set)?;
    let size =
        Table::size(&meta.dimensions, 1).ok_or_else(|| broken_at("size", JsonFault::ManyCells))?;
    if size == 0 {
        return Err(broken_at("size", JsonFault::NoRows));
    }
    if set.values.too_many {
        return Err(broken_at("value", JsonFault::ManyCells));
    }
    let values = dense(set.values, size)?;
    let (cells, told) = cells(&values, &set.status, &meta);
    let sizes: Vec<usize> = meta.dimensions.iter().map(|d| d.labels.len()).collect();
    let cells = match meta.metric {
        Some(metric) => cube::measures_last(cells, &sizes, metric),
        None => cells,
    };
    let mut table = meta.into_table(cells);
    table.notes.extend(told);
    Ok(table)
}

/// The values in their places, as many as the dimensions make.
struct Dense {
    /// A number that is not finite stands where there is none.
    values: Vec<f64>,
    /// Texts where numbers should stand.
    texts: HashMap<usize, String>,
}

/// Puts the values in their places. Those behind the end of a short list are blank; more than the dimensions make is a fault.
fn dense(values: Values, size: usize) -> Result<Dense, Broken> {
    if values.bad_place {
        return Err(broken_at("value", JsonFault::Index));
    }
    let mut list = values.list;
    if list.len() > size {
        return Err(broken_at("value", JsonFault::Count(list.len(), size)));
    }
    list.resize(size, f64::NAN);
    for (place, value) in values.sparse {
        match list.get_mut(place) {
            Some(cell) => *cell = value,
            None => return Err(broken_at("value", JsonFault::Index)),
        }
    }
    if values.texts.keys().any(|place| *place >= size) {
        return Err(broken_at("value", JsonFault::Index));
    }
    Ok(Dense {
        values: list,
        texts: values.texts,
    })
}

/// Makes the cells, and tells how many values carry a mark of their own (estimated, preliminary).
fn cells(dense: &Dense, status: &Status, meta: &Meta) -> (Cells, Vec<Note>) {
    let mut reasons: HashMap<&str, Reason> = HashMap::new();
    let mut marked: Vec<(&str, usize)> = Vec::new();
    let mut cells = Cells::default();
    for (place, value) in dense.values.iter().enumerate() {
        let mark = status.of(place);
        if value.is_finite() {
            cells.push(*value);
            match marked.iter_mut().find(|(known, _)| Some(*known) == mark) {
                Some((_, count)) => *count += 1,
                None => marked.extend(mark.filter(|_| marked.len() < 50).map(|mark| (mark, 1))),
            }
            continue;
        }
        let text = dense.texts.get(&place).map(String::as_str);
        let Some(mark) = mark.or(text) else {
            cells.push(f64::NAN);
            continue;
        };
        let reason = reasons.entry(mark).or_insert_with(|| meta.reason(mark));
        cells.push_missing(reason);
    }
    let told = marked
        .into_iter()
        .map(|(mark, count)| meta.told(mark, count));
    (cells, told.collect())
}
