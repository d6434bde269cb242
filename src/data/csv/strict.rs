//! Reads a small table that a person wrote for one chart. Everything must fit; whatever can be read in two ways is refused with a
//! sentence rather than guessed.

use std::{collections::BTreeMap, io::Cursor, ops::ControlFlow};

use super::open;
use crate::{
    data::{
        DataError, Fault, MAX_BYTES, MAX_MEASURES, MAX_ROWS, Place as At, Table,
        rows::{
            Raw, Wish,
            seen::{self, Seen, Sign, Use},
        },
        table::{Cells, Dimension, Label, Meaning, Measure, Reason, Role},
    },
    text::SafeText,
};

/// Reads a table: a row of headings, then rows of a label and its values.
///
/// Empty rows are passed over, and so are columns that are empty throughout. A mark for a missing value is kept as the reason.
pub fn read(bytes: &[u8], name: &SafeText) -> Result<Table, DataError> {
    let fail = |place: Option<Place>, fault| {
        let place = place.map(|(line, column)| At::Line(line, column));
        DataError::new(name, place, fault)
    };
    if bytes.len() > MAX_BYTES {
        return Err(fail(None, Fault::TooLarge));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(fail(None, Fault::NotText));
    }
    let records = records(bytes, name)?;
    table(&records, name).map_err(|(place, fault)| fail(Some(place), fault))
}

/// One line of the file as fields, with the line it begins on.
struct Record {
    line: u64,
    fields: Vec<SafeText>,
}

type Place = (u64, u64);

fn records(bytes: &[u8], name: &SafeText) -> Result<Vec<Record>, DataError> {
    let fail = |place, fault| DataError::new(name, place, fault);
    let mut source = Cursor::new(bytes);
    let mut opened = open(&mut source, name, &Wish::default())?;
    if opened.how.separator.is_none() {
        return Err(fail(None, Fault::OneColumn));
    }
    let mut records = Vec::new();
    opened.rows.walk(&mut |line, cells| {
        let fields: Vec<SafeText> = cells.iter().map(Raw::shown).collect();
        if fields.iter().any(|field| !field.is_empty()) {
            records.push(Record { line, fields });
        }
        if records.len() > MAX_ROWS + 1 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    })?;
    match records.get(MAX_ROWS + 1) {
        Some(record) => Err(fail(Some(At::Line(record.line, 1)), Fault::ManyRows)),
        None => Ok(records),
    }
}

fn table(records: &[Record], name: &SafeText) -> Result<Table, (Place, Fault)> {
    let Some((headings, rows)) = records.split_first() else {
        return Err(((1, 1), Fault::Empty));
    };
    let used = |column: usize| {
        records
            .iter()
            .any(|r| r.fields.get(column).is_some_and(|f| !f.is_empty()))
    };
    let width = headings.fields.len();
    let columns: Vec<usize> = (1..width).filter(|column| used(*column)).collect();
    let Some(needed) = columns.last().map(|last| last + 1) else {
        return Err(((headings.line, 1), Fault::OneColumn));
    };
    if columns.len() > MAX_MEASURES {
        return Err(((headings.line, 1), Fault::ManyMeasures));
    }
    if rows.is_empty() {
        return Err(((headings.line, 1), Fault::NoRows));
    }
    let groups = groups(rows, &columns);
    let (mut labels, mut cells) = (Vec::with_capacity(rows.len()), Cells::default());
    for record in rows {
        let extra = record.fields.iter().skip(width).any(|f| !f.is_empty());
        if record.fields.len() < needed || extra {
            return Err(((record.line, 1), Fault::Fields(record.fields.len(), width)));
        }
        if record.fields[0].is_empty() {
            return Err(((record.line, 1), Fault::NoLabel));
        }
        labels.push(Label {
            code: record.fields[0].clone(),
            text: record.fields[0].clone(),
        });
        for column in &columns {
            match cell(&record.fields[*column], &groups) {
                Ok(Ok(value)) => cells.push(value),
                Ok(Err(reason)) => cells.push_missing(&reason),
                Err(fault) => return Err(((record.line, *column as u64 + 1), fault)),
            }
        }
    }
    let dimension = Dimension {
        code: headings.fields[0].clone(),
        name: headings.fields[0].clone(),
        role: Role::Rows,
        labels,
    };
    Ok(Table {
        file: name.clone(),
        dimensions: vec![dimension],
        measures: columns
            .iter()
            .map(|column| Measure::of(&headings.fields[*column]))
            .collect(),
        cells,
        ..Table::default()
    })
}

/// What the file tells of its comma and point.
type Groups = BTreeMap<Sign, Use>;

fn groups(rows: &[Record], columns: &[usize]) -> Groups {
    let mut found = Groups::new();
    for row in rows {
        for field in columns.iter().filter_map(|column| row.fields.get(*column)) {
            if let Some((sign, used)) = seen::evidence(field) {
                found.insert(sign, used);
            }
        }
    }
    seen::complete(&mut found);
    found
}

fn cell(field: &SafeText, groups: &Groups) -> Result<Result<f64, Reason>, Fault> {
    let missing = |meaning| {
        Ok(Err(Reason {
            mark: field.clone(),
            meaning,
        }))
    };
    match seen::see(field) {
        Seen::Blank => missing(Meaning::Blank),
        Seen::Mark(_) => missing(Meaning::Unsaid),
        Seen::Number(value, _) => Ok(Ok(value)),
        Seen::Either {
            sign,
            decimal,
            group,
        } => match groups.get(&sign) {
            Some(Use::Decimal) => Ok(Ok(decimal)),
            Some(Use::Group) => Ok(Ok(group)),
            None => Err(Fault::Ambiguous(field.clone())),
        },
        Seen::Date(_) | Seen::Text(_) => Err(Fault::NotANumber(field.clone())),
    }
}

#[cfg(test)]
mod tests;
