//! What was understood of a file, for a person and for scripts.
//!
//! `Understood::json` is stable: keys are added, never renamed or removed; `samtal_data` is raised if that must happen. Numbers are JSON
//! numbers, texts are as they stand in the file, rows and columns are counted from 1, and a key without a value is `null`.
//!
//! A file of rows gives `how`, `headings`, `preamble`, `notes`, `rows` and `columns`; a file of tables gives `tables`, each with its
//! `dimensions`, `measures` and `notes`. Missing values are counted by their mark; `""` is an empty cell.
//!
//! A file of rows also tells in `survey` whether it has one row a person (`people`, and what each column is), and every column in
//! `personal` what it holds of people's numbers and addresses: never the value, only the kind, how many and the first row.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{
    DataError, Fault, Table,
    format::{self, Format, Reader, Source},
    profile::{
        Odd, Profile,
        column::{Column, Kind},
    },
    rows::{
        Wish,
        seen::{Sign, Use},
        wish::{Asked, Headings, WishFault},
    },
    table::{CellRef, Dimension, Meaning},
};
use crate::text::SafeText;

/// The version of the form that `Understood::json` has.
const VERSION: u32 = 1;

/// A file that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Understood {
    /// The file.
    pub file: SafeText,
    /// What people call its format.
    pub format: &'static str,
    /// What was wished to be read otherwise.
    pub wish: Wish,
    /// The titles of all tables in it, of which one may have been wished; empty in a file of rows.
    pub titles: Vec<SafeText>,
    /// What it holds.
    pub holds: Holds,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Holds {
    /// Rows under headings.
    Rows(Box<Profile>),
    /// Tables with dimensions.
    Tables(Vec<Table>),
}

/// Reads a file and says what it holds.
pub fn understand(
    source: &mut dyn Source,
    file: &SafeText,
    wish: &Wish,
) -> Result<Understood, DataError> {
    let format = format::find(source, file)?;
    check(format, wish, file)?;
    let mut titles = Vec::new();
    let holds = match format.read {
        Reader::Rows(open) => {
            let mut opened = open(source, file, wish)?;
            Holds::Rows(Box::new(super::profile::profile(&mut opened, file, wish)?))
        }
        Reader::Tables(read) => {
            let tables = read(source, file, wish)?;
            titles = tables.iter().map(|table| table.title.clone()).collect();
            Holds::Tables(those_wished(tables, wish, file)?)
        }
    };
    Ok(Understood {
        file: file.clone(),
        format: format.name,
        wish: wish.clone(),
        titles,
        holds,
    })
}

/// Says what is wished and cannot be, of a file of this format.
pub(super) fn check(format: &Format, wish: &Wish, file: &SafeText) -> Result<(), DataError> {
    let is_text = format.name == format::TEXT;
    let has: &[Asked] = match format.read {
        Reader::Rows(_) if is_text => OF_TEXT,
        Reader::Rows(_) => OF_SHEETS,
        Reader::Tables(_) if format.name == format::PX => OF_PX,
        Reader::Tables(_) => &[Asked::Table],
    };
    match wish.beyond(has) {
        Some(asked) => Err(unmet(file, WishFault::Elsewhere(asked))),
        None => Ok(()),
    }
}

/// Leaves the table that is wished, or all where none is.
pub(super) fn those_wished(
    tables: Vec<Table>,
    wish: &Wish,
    file: &SafeText,
) -> Result<Vec<Table>, DataError> {
    match &wish.table {
        Some(asked) => pick(tables, asked)
            .map(|table| vec![table])
            .map_err(|fault| unmet(file, fault)),
        None => Ok(tables),
    }
}

fn unmet(file: &SafeText, fault: WishFault) -> DataError {
    DataError::of(file, Fault::Wish(fault))
}

/// What can be wished of a text file.
const OF_TEXT: &[Asked] = &[
    Asked::Separator,
    Asked::Decimal,
    Asked::Encoding,
    Asked::Headings,
];
/// What can be wished of a workbook.
const OF_SHEETS: &[Asked] = &[Asked::Sheet, Asked::Decimal, Asked::Headings];
/// What can be wished of a PC-Axis file.
const OF_PX: &[Asked] = &[Asked::Language, Asked::Table];

/// Finds a table by its title, its number from 1, or a part of its title that no other has.
pub fn pick(tables: Vec<Table>, asked: &str) -> Result<Table, WishFault> {
    let wanted = asked.trim().to_lowercase();
    let title = |table: &Table| table.title.to_lowercase();
    let whole = tables.iter().position(|table| title(table) == wanted);
    let number = || {
        let number: usize = wanted.parse().ok()?;
        number.checked_sub(1).filter(|at| *at < tables.len())
    };
    let part = || {
        let mut parts = (0..tables.len()).filter(|at| title(&tables[*at]).contains(&wanted));
        let first = parts.next().filter(|_| !wanted.is_empty())?;
        parts.next().is_none().then_some(first)
    };
    let Some(at) = whole.or_else(number).or_else(part) else {
        let named = tables.iter().enumerate();
        let all: Vec<String> = named
            .map(|(at, table)| format!("{} {}", at + 1, table.title))
            .collect();
        return Err(WishFault::Table(
            SafeText::line(asked),
            SafeText::line(&all.join(" · ")),
        ));
    };
    Ok(tables.into_iter().nth(at).unwrap_or_default())
}

impl Understood {
    /// Writes it for scripts, in the form that the module's doc describes.
    pub fn json(&self) -> String {
        let mut all = json!({
            "samtal_data": VERSION,
            "file": self.file.as_str(),
            "format": self.format,
            "wished": wished(&self.wish),
        });
        let more = match &self.holds {
            Holds::Rows(profile) => rows(profile),
            Holds::Tables(tables) => {
                let titles = self.titles.iter().map(SafeText::as_str);
                json!({
                    "titles": titles.collect::<Vec<_>>(),
                    "tables": tables.iter().map(table).collect::<Vec<_>>(),
                })
            }
        };
        if let (Value::Object(all), Value::Object(more)) = (&mut all, more) {
            all.extend(more);
        }
        format!("{all}\n")
    }
}

fn rows(profile: &Profile) -> Value {
    let how = &profile.how;
    let line = |(row, text): &(u64, SafeText)| json!({ "row": row, "text": text.as_str() });
    let odd = |odd: &Odd| json!({ "count": odd.count, "first": odd.first });
    json!({
        "how": {
            "encoding": how.encoding,
            "separator": how.separator,
            "mixed_encodings": how.mixed,
            "quote": how.quote,
            "decimal": sign(&profile.signs, Use::Decimal),
            "thousands": sign(&profile.signs, Use::Group),
            "sheet": how.sheet.as_deref(),
            "sheets": how.sheets.iter().map(SafeText::as_str).collect::<Vec<_>>(),
            "percent": percents(profile),
        },
        "found": {
            "encoding": how.found_encoding,
            "separator": how.found_separator,
            "decimal": sign(&profile.found_signs, Use::Decimal),
            "headings": profile.layout.found,
        },
        "headings": profile.layout.headings,
        "preamble": profile.layout.preamble.iter().map(line).collect::<Vec<_>>(),
        "filled_down": profile.layout.filled.iter().map(|at| at + 1).collect::<Vec<_>>(),
        "rows": {
            "data": profile.rows,
            "first": profile.layout.first,
            "last": profile.last,
            "under": profile.noted,
            "shorter": odd(&profile.shorter),
            "longer": odd(&profile.longer),
        },
        "notes": profile.notes.iter().map(line).collect::<Vec<_>>(),
        "columns": profile.columns.iter().map(column).collect::<Vec<_>>(),
        "survey": super::survey::detect(profile).map(|survey| json!({
            "people": survey.people,
            "columns": survey.parts.iter().map(|part| part.name()).collect::<Vec<_>>(),
        })),
    })
}

/// Returns the columns, counted from 1, in which parts of one are read as per cent.
fn percents(profile: &Profile) -> Vec<usize> {
    let columns = profile.columns.iter().zip(1..);
    columns
        .filter(|(column, _)| column.percent)
        .map(|(_, at)| at)
        .collect()
}

fn wished(wish: &Wish) -> Value {
    json!({
        "sheet": wish.sheet,
        "separator": wish.separator,
        "decimal": wish.decimal.map(Sign::char),
        "encoding": wish.encoding,
        "headings": wish.headings.map(Headings::rows),
        "language": wish.language,
        "table": wish.table,
    })
}

/// Returns the sign that is used so in the numbers of a file, where they tell.
pub fn sign(signs: &BTreeMap<Sign, Use>, used: Use) -> Option<char> {
    let is_used = |sign: &Sign| signs.get(sign) == Some(&used);
    [Sign::Comma, Sign::Point]
        .into_iter()
        .find(is_used)
        .map(Sign::char)
}

fn column(column: &Column) -> Value {
    let labels = column.labels.iter();
    json!({
        "name": column.name.as_str(),
        "heading": column.heading.as_str(),
        "kind": kind(column.kind),
        "numbers": column.numbers,
        "texts": column.texts,
        "dates": column.dates,
        "min": column.min.map(number),
        "max": column.max.map(number),
        "sum": column.sum.map(number),
        "decimals": column.decimals,
        "missing": marks(column.missing.iter().map(|(mark, count)| (mark.as_str(), *count))),
        "marked": marks(column.marked.iter().map(|(mark, count)| (mark.as_str(), *count))),
        "two_ways": column.two_ways.map(|(count, sign, used)| json!({
            "count": count,
            "sign": sign.char(),
            "read_as": match used { Use::Decimal => "decimal", Use::Group => "thousands" },
        })),
        "labels": labels.map(|(label, count)| json!([label.as_str(), count])).collect::<Vec<_>>(),
        "more_labels": column.more_labels,
        "personal": column.personal.iter().map(|found| json!({
            "kind": found.kind.name(),
            "count": found.count,
            "first": found.first,
        })).collect::<Vec<_>>(),
    })
}

/// Returns the word that scripts see for a kind.
fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Empty => "empty",
        Kind::Number => "number",
        Kind::Year => "year",
        Kind::Code => "code",
        Kind::Date => "date",
        Kind::Text => "text",
        Kind::Mixed => "mixed",
    }
}

/// Writes a whole number without a point, as far as one is exact.
fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 9e15 {
        json!(value as i64)
    } else {
        json!(value)
    }
}

fn marks<'a>(marks: impl Iterator<Item = (&'a str, u64)>) -> Value {
    let marks: Map<String, Value> = marks
        .map(|(mark, count)| (mark.to_owned(), json!(count)))
        .collect();
    Value::Object(marks)
}

/// The numbers of one measure of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counted {
    /// How many cells hold one.
    pub numbers: u64,
    /// The smallest.
    pub min: Option<f64>,
    /// The greatest.
    pub max: Option<f64>,
    /// The sum.
    pub sum: f64,
    /// How often each mark stands where a value is missing, with its meaning.
    pub missing: Vec<(SafeText, Meaning, u64)>,
}

/// Counts the cells of one measure.
pub fn count(table: &Table, measure: usize) -> Counted {
    let mut counted = Counted::default();
    let step = table.measures.len().max(1);
    for cell in table.cells.iter().skip(measure).step_by(step) {
        match cell {
            CellRef::Value(value) => {
                counted.numbers += 1;
                counted.min = Some(counted.min.map_or(value, |min| min.min(value)));
                counted.max = Some(counted.max.map_or(value, |max| max.max(value)));
                counted.sum += value;
            }
            CellRef::Missing(reason) => {
                let known = counted
                    .missing
                    .iter_mut()
                    .find(|(mark, meaning, _)| *mark == reason.mark && *meaning == reason.meaning);
                match known {
                    Some((_, _, count)) => *count += 1,
                    None => {
                        counted
                            .missing
                            .push((reason.mark.clone(), reason.meaning.clone(), 1));
                    }
                }
            }
        }
    }
    counted
}

fn table(table: &Table) -> Value {
    let measures = table.measures.iter().enumerate().map(|(at, measure)| {
        let counted = count(table, at);
        json!({
            "code": measure.code.as_str(),
            "name": measure.name.as_str(),
            "unit": measure.unit.as_str(),
            "decimals": measure.decimals,
            "numbers": counted.numbers,
            "min": counted.min.map(number),
            "max": counted.max.map(number),
            "sum": (counted.numbers > 0).then(|| number(counted.sum)),
            "missing": marks(counted.missing.iter().map(|(mark, _, count)| (mark.as_str(), *count))),
        })
    });
    let notes = table.notes.iter().map(|note| {
        json!({ "text": note.text.as_str(), "about": note.about.as_str(), "must_show": note.must_show })
    });
    json!({
        "title": table.title.as_str(),
        "source": table.source.as_str(),
        "updated": table.updated.as_str(),
        "language": table.language.as_str(),
        "languages": table.languages.iter().map(SafeText::as_str).collect::<Vec<_>>(),
        "dimensions": table.dimensions.iter().map(dimension).collect::<Vec<_>>(),
        "measures": measures.collect::<Vec<_>>(),
        "notes": notes.collect::<Vec<_>>(),
    })
}

fn dimension(dimension: &Dimension) -> Value {
    let labels = dimension.labels.iter();
    json!({
        "code": dimension.code.as_str(),
        "name": dimension.name.as_str(),
        "labels": labels.map(|label| json!([label.code.as_str(), label.text.as_str()])).collect::<Vec<_>>(),
    })
}
