//! Which columns hold labels and which values, and the rows they make.

use std::collections::BTreeMap;

use super::{
    Became, PasteWish, Pasted, Unread,
    cell::Said,
    grid::{Entry, became},
    split,
};
use crate::{
    data::{
        MAX_MEASURES, MAX_ROWS,
        rows::seen::{self, Sign, Use},
    },
    domain::chart::{Cell, Row},
    text::SafeText,
};

/// Which columns are labels, and which are values.
struct Columns {
    labels: Vec<usize>,
    values: Vec<usize>,
    beside: Vec<usize>,
    counts: Option<usize>,
}

/// Makes the rows of the entries.
pub(super) fn rows(pasted: &mut Pasted, entries: &[Entry], body: &[usize], wish: PasteWish) {
    for over in body.iter().skip(MAX_ROWS) {
        became(pasted, &entries[*over], Became::Over, Became::Over);
    }
    let body: Vec<&Entry> = body.iter().take(MAX_ROWS).map(|at| &entries[*at]).collect();
    let columns = columns(&body, &pasted.headings);
    let signs = signs(&body, &columns, wish.decimal);
    pasted.decimal = [Sign::Comma, Sign::Point]
        .into_iter()
        .find(|sign| signs.get(sign) == Some(&Use::Decimal));
    let mut units: Vec<SafeText> = Vec::new();
    for (place, entry) in body.iter().enumerate() {
        became(pasted, entry, Became::Row(place), Became::Part(place));
        let mut row = Row {
            label: label(entry, &columns, place),
            cells: Vec::new(),
            n: None,
            remark: SafeText::default(),
        };
        let mut remarks: Vec<SafeText> = Vec::new();
        for column in &columns.values {
            row.cells.push(match entry.said(*column) {
                Said::Value(value) => {
                    pasted.two_ways += usize::from(
                        value
                            .either
                            .is_some_and(|(sign, _)| !signs.contains_key(&sign)),
                    );
                    units.push(value.unit.clone());
                    remarks.extend(Some(value.remark.clone()).filter(|remark| !remark.is_empty()));
                    Cell::Value(value.read(&signs))
                }
                Said::Mark(mark) => Cell::Missing(mark),
                Said::Words(words) => {
                    pasted.unread.push(Unread {
                        line: entry.lines.last().copied().unwrap_or(0),
                        text: words.clone(),
                    });
                    Cell::Missing(words)
                }
                Said::Blank => Cell::missing(),
            });
        }
        row.n = columns.counts.and_then(|column| count(entry, column));
        row.remark = SafeText::line(
            &remarks
                .iter()
                .map(SafeText::as_str)
                .collect::<Vec<_>>()
                .join(" "),
        );
        pasted.rows.push(row);
    }
    name_columns(pasted, &columns, &units);
}

/// Takes the headings to the columns that are drawn, and finds the unit.
fn name_columns(pasted: &mut Pasted, columns: &Columns, units: &[SafeText]) {
    let name = |column: &usize| pasted.headings.get(*column).cloned().unwrap_or_default();
    let unnamed = |column: &usize| {
        let name = name(column);
        if name.is_empty() {
            SafeText::line(&crate::data::profile::letters(*column))
        } else {
            name
        }
    };
    let about = columns.labels.first().map(name).unwrap_or_default();
    let several = columns.values.len() > 1;
    let headings: Vec<SafeText> = columns
        .values
        .iter()
        .map(if several {
            &unnamed as &dyn Fn(&usize) -> SafeText
        } else {
            &name
        })
        .collect();
    pasted.beside = columns.beside.iter().map(unnamed).collect();
    pasted.about = about;
    let first = units.first().filter(|unit| !unit.is_empty());
    if let Some(unit) = first.filter(|unit| {
        units
            .iter()
            .all(|other| other.to_lowercase() == unit.to_lowercase())
    }) {
        pasted.unit = unit.clone();
    } else if units.iter().all(|unit| unit.is_empty())
        && !headings.is_empty()
        && headings.iter().all(|name| name.contains('%'))
    {
        pasted.unit = SafeText::line("%");
    }
    pasted.headings = headings;
}

fn count(entry: &Entry, column: usize) -> Option<u32> {
    match entry.said(column) {
        Said::Value(value) if value.number.fract() == 0.0 && (0.0..4e9).contains(&value.number) => {
            Some(value.number as u32)
        }
        _ => None,
    }
}

fn label(entry: &Entry, columns: &Columns, place: usize) -> SafeText {
    let parts: Vec<&str> = columns
        .labels
        .iter()
        .filter_map(|column| entry.cells.get(*column))
        .map(|cell| cell.trim_end_matches(':').trim())
        .filter(|cell| !cell.is_empty())
        .collect();
    if parts.is_empty() {
        SafeText::line(&(place + 1).to_string())
    } else {
        SafeText::line(&parts.join(", "))
    }
}

/// Finds the signs before decimals in all values; what a person says goes first.
fn signs(body: &[&Entry], columns: &Columns, wished: Option<Sign>) -> BTreeMap<Sign, Use> {
    let mut signs = BTreeMap::new();
    if let Some(sign) = wished {
        signs.insert(sign, Use::Decimal);
    } else {
        for entry in body {
            for column in &columns.values {
                if let Said::Value(value) = entry.said(*column) {
                    signs.extend(seen::evidence(&value.written));
                }
            }
        }
    }
    seen::complete(&mut signs);
    signs
}

fn columns(body: &[&Entry], headings: &[SafeText]) -> Columns {
    let width = body
        .iter()
        .map(|entry| entry.cells.len())
        .max()
        .unwrap_or(0)
        .min(MAX_MEASURES);
    let count = |column: usize, is: fn(&Said) -> bool| {
        body.iter().filter(|entry| is(&entry.said(column))).count()
    };
    let words = |column: usize| count(column, |said| matches!(said, Said::Words(_)));
    let values = |column: usize| count(column, Said::is_value);
    let marks = |column: usize| count(column, |said| matches!(said, Said::Mark(_)));
    let of_words = |column: usize| words(column) > 0 && values(column) == 0;
    let first = if width < 2 {
        None
    } else if words(0) > 0 || values(0) == 0 {
        Some(0)
    } else {
        // Codes may stand before names.
        (1..width)
            .find(|column| of_words(*column) && words(*column) * 2 > body.len())
            .or(Some(0))
    };
    let mut labels: Vec<usize> = first.into_iter().collect();
    for column in first.map_or(width, |first| first + 1)..width {
        let apart: Vec<String> = body
            .iter()
            .map(|entry| {
                labels
                    .iter()
                    .filter_map(|at| entry.cells.get(*at))
                    .map(String::as_str)
                    .collect::<Vec<_>>()
                    .join(", ")
            })
            .collect();
        if split::distinct(apart.iter().map(String::as_str)) {
            break;
        }
        if of_words(column) {
            labels.push(column);
        }
    }
    let counts = (0..width).find(|column| {
        headings
            .get(*column)
            .is_some_and(|name| name.eq_ignore_ascii_case("n"))
    });
    let rest = (0..width).filter(|column| !labels.contains(column) && Some(*column) != counts);
    let before = first.unwrap_or(0);
    let drawn = |column: &usize| {
        *column >= before && (values(*column) > 0 || (marks(*column) > 0 && words(*column) == 0))
    };
    let (drawn, beside): (Vec<usize>, Vec<usize>) = rest.partition(drawn);
    let beside = beside
        .into_iter()
        .filter(|column| words(*column) + values(*column) > 0)
        .collect();
    let blank = |column: &usize| values(*column) + marks(*column) + words(*column) == 0;
    let drawn = if drawn.is_empty() && width > 1 {
        (0..width)
            .filter(|column| !labels.contains(column) && blank(column))
            .take(1)
            .collect()
    } else {
        drawn
    };
    Columns {
        labels,
        values: drawn,
        beside,
        counts,
    }
}
