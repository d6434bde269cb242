//! Where the headings of a file of rows are, and where its data begin.
//!
//! The first rows are looked at: what stands alone above the table is its title, then one or several rows of headings, then data. A row
//! that holds numbers where the columns hold numbers is no heading, unless the numbers count on like years do.

use std::{collections::BTreeMap, ops::ControlFlow};

use super::{Headings, Merge, Raw, Rows, blanks, seen, wish::WishFault};
use crate::{
    data::{DataError, Fault, Place},
    text::SafeText,
};

/// How many rows with something in them are looked at.
const LOOKED_AT: usize = 200;
/// The most columns that are read; a spreadsheet has no more.
pub const MAX_COLUMNS: usize = 16_384;
/// How many bytes of text are looked at; rows of a table have some hundreds.
const LOOKED_AT_BYTES: usize = 8_000_000;
/// The longest title or note that is kept, in characters.
const LONGEST_NOTE: usize = 2_000;
/// How many rows above the wished headings may hold something.
const MOST_ABOVE: usize = 1_000;
/// The most rows of headings.
const MOST_HEADINGS: usize = 6;

/// What was found above the data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// What stands above the table, with its row.
    pub preamble: Vec<(u64, SafeText)>,
    /// The rows of the headings; empty where there are none.
    pub headings: Vec<u64>,
    /// The row of the first data.
    pub first: u64,
    /// The heading of each column as it stands in the file; several rows are joined.
    pub names: Vec<SafeText>,
    /// The columns whose blanks are the label above, counted from 0.
    pub filled: Vec<usize>,
    /// The rows of the headings as the first rows tell of them; others may have been wished.
    pub found: Vec<u64>,
}

struct Looked {
    line: u64,
    cells: Vec<Raw<'static>>,
}

impl Looked {
    fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    fn cell(&self, column: usize) -> &Raw<'static> {
        self.cells.get(column).unwrap_or(&Raw::Empty)
    }

    fn is_value(&self, column: usize) -> bool {
        match self.cell(column) {
            Raw::Empty => false,
            Raw::Number(_) | Raw::Date(_) => true,
            Raw::Text(text) => matches!(
                seen::see(text),
                seen::Seen::Number(..) | seen::Seen::Either { .. } | seen::Seen::Date(_)
            ),
        }
    }

    fn is_mark(&self, column: usize) -> bool {
        matches!(self.cell(column), Raw::Text(text) if matches!(seen::see(text), seen::Seen::Mark(_)))
    }

    /// Says whether the numbers of a row count on, as years and answers do that head columns.
    fn counts_on(&self) -> bool {
        let numbers: Vec<f64> = (0..self.cells.len())
            .filter(|column| self.is_value(*column))
            .map(|column| match self.cell(column) {
                Raw::Number(value) => *value,
                Raw::Text(text) => match seen::see(text) {
                    seen::Seen::Number(value, 0) => value,
                    _ => f64::NAN,
                },
                Raw::Empty | Raw::Date(_) => f64::NAN,
            })
            .collect();
        let years = numbers
            .iter()
            .all(|n| (1900.0..2100.0).contains(n) && n.fract() == 0.0);
        let rises = numbers
            .windows(2)
            .all(|two| two[0] < two[1] && two.iter().all(|n| n.fract() == 0.0));
        // A last answer "999, do not know" may follow after 1, 2, 3.
        let by_one = numbers
            .windows(2)
            .filter(|two| (two[1] - two[0] - 1.0).abs() < f64::EPSILON);
        let steps = numbers.len() > 2 && rises && by_one.count() * 3 >= (numbers.len() - 1) * 2;
        !numbers.is_empty() && (years || steps) && !self.is_value(0)
    }
}

/// Finds the layout of a file from its first rows, or takes the headings where they are wished.
pub fn find(
    rows: &mut dyn Rows,
    file: &SafeText,
    wished: Option<Headings>,
) -> Result<Layout, DataError> {
    let last = match wished {
        Some(Headings::Rows(_, last)) => last,
        _ => 0,
    };
    let (mut looked, mut enough, mut bytes) = (Vec::new(), LOOKED_AT, 0);
    rows.walk(&mut |line, cells| {
        if cells.iter().any(|cell| !cell.is_empty()) {
            if line <= last {
                enough = (looked.len() + 1 + LOOKED_AT).min(MOST_ABOVE + LOOKED_AT);
            }
            bytes += cells.iter().map(Raw::size).sum::<usize>();
            let cells = cells.iter().map(|cell| cell.clone().into_owned()).collect();
            looked.push(Looked { line, cells });
        }
        if looked.len() < enough && bytes < LOOKED_AT_BYTES {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    })?;
    let seen = looked.get(..looked.len().min(LOOKED_AT));
    let found = start(seen.unwrap_or_default());
    let found = found.map(|start| (start, headings(&looked[start..])));
    let Some((start, count)) = (match wished {
        None => found,
        Some(wished) => wished_rows(&looked, wished)
            .map_err(|row| DataError::of(file, Fault::Wish(WishFault::Headings(row))))?,
    }) else {
        return Ok(Layout::default());
    };
    let merges = if count > 1 { rows.merges() } else { Vec::new() };
    let (above, rest) = looked.split_at(start);
    let (heads, data) = rest.split_at(count);
    let width = rest.iter().map(width_of(heads)).max().unwrap_or(0);
    if width > MAX_COLUMNS {
        return Err(DataError {
            file: file.clone(),
            place: rest.first().map(|row| Place::Line(row.line, 1)),
            fault: Fault::ManyColumns,
        });
    }
    let lines = |rows: &[Looked]| rows.iter().map(|row| row.line).collect::<Vec<_>>();
    Ok(Layout {
        preamble: above.iter().map(|row| (row.line, joined(row))).collect(),
        headings: lines(heads),
        first: data.first().map_or_else(
            || heads.last().map_or(1, |row| row.line + 1),
            |row| row.line,
        ),
        names: names(heads, &merges, width.max(1)),
        filled: filled(data),
        found: found.map_or_else(Vec::new, |(start, count)| {
            lines(&looked[start..start + count])
        }),
    })
}

/// Returns the first wished row of headings among those that hold something, and how many there are; or the row that is not there.
fn wished_rows(looked: &[Looked], wished: Headings) -> Result<Option<(usize, usize)>, u64> {
    let Headings::Rows(first, last) = wished else {
        return Ok((!looked.is_empty()).then_some((0, 0)));
    };
    let start = looked.iter().position(|row| row.line >= first);
    let start = start.filter(|at| looked[*at].line <= last).ok_or(first)?;
    let rows = looked.iter().skip(start);
    Ok(Some((
        start,
        rows.take_while(|row| row.line <= last).count(),
    )))
}

/// Finds the columns whose blanks are the label above; a row with one cell alone is a note under the table.
fn filled(data: &[Looked]) -> Vec<usize> {
    let data = data.iter().take_while(|row| row.filled() > 1);
    let data: Vec<&Looked> = data.take(LOOKED_AT).collect();
    let rows: Vec<&[Raw<'static>]> = data.iter().map(|row| row.cells.as_slice()).collect();
    blanks::find(&rows, |row, column| data[row].is_value(column))
}

/// Finds a title that was merged over the first columns, above their own headings.
fn title(heads: &[Looked], merges: &[Merge]) -> Option<(u64, Merge)> {
    let first = heads.first()?.line;
    let title = merges
        .iter()
        .find(|m| m.top + 1 == first && m.left == 0 && m.right > 0)?;
    Some((first, *title))
}

/// Rows below may be longer by mistake; where there are headings, they say how many columns there are.
fn width_of(heads: &[Looked]) -> impl Fn(&Looked) -> usize {
    let most = heads.iter().map(|row| row.cells.len()).max();
    move |row| most.unwrap_or(row.cells.len())
}

/// Joins what stands in a row, for a title.
pub fn joined_cells(cells: &[Raw<'_>]) -> SafeText {
    let words: Vec<SafeText> = cells
        .iter()
        .filter(|cell| !cell.is_empty())
        .map(Raw::shown)
        .collect();
    let words: Vec<&str> = words.iter().map(SafeText::as_str).collect();
    let words: String = words.join(" ").chars().take(LONGEST_NOTE).collect();
    SafeText::line(&words)
}

fn joined(row: &Looked) -> SafeText {
    joined_cells(&row.cells)
}

/// Returns the first row of the table: the first that is about as wide as most rows, and headings that stand right above it.
fn start(looked: &[Looked]) -> Option<usize> {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    for row in looked {
        *widths.entry(row.filled()).or_default() += 1;
    }
    // One cell alone is a title or a note, where other rows have more.
    let wide = widths
        .iter()
        .filter(|(width, _)| **width > 1)
        .max_by_key(|(width, count)| (**count, **width))
        .map_or(1, |(width, _)| *width);
    let needed = (wide * 3).div_ceil(5).max(wide.min(2));
    let mut start = looked.iter().position(|row| row.filled() >= needed)?;
    while start > 0 {
        let (above, here) = (&looked[start - 1], &looked[start]);
        let touches = above.line + 1 == here.line;
        let values = (0..above.cells.len()).any(|column| above.is_value(column));
        if !touches || above.filled() < 2 || (values && !above.counts_on()) {
            break;
        }
        start -= 1;
    }
    Some(start)
}

/// Counts the rows of headings at the beginning of a table.
fn headings(rows: &[Looked]) -> usize {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let typed: Vec<bool> = (0..width)
        .map(|column| {
            let body = rows
                .iter()
                .skip(1)
                .filter(|row| !row.cell(column).is_empty());
            let (mut values, mut all) = (0, 0);
            for row in body {
                all += 1;
                values += usize::from(row.is_value(column) || row.is_mark(column));
            }
            all > 0 && values * 2 > all
        })
        .collect();
    let is_heading = |row: &Looked| {
        let values = (0..width).any(|column| row.is_value(column) || row.is_mark(column));
        !values || row.counts_on()
    };
    if rows.is_empty() || !is_heading(&rows[0]) {
        return 0;
    }
    // Where no column holds numbers, nothing tells a second row of headings from data.
    if !typed.iter().any(|typed| *typed) {
        return 1;
    }
    let holds_values = |row: &Looked| (0..width).any(|column| row.is_value(column));
    let columns = typed.iter().filter(|typed| **typed).count();
    let says_more = |(above, row): (&Looked, &Looked)| {
        is_heading(row)
            // A row without a gap above or in it is data where a single column could tell otherwise.
            && (columns > 1 || has_gap(above, width) || has_gap(row, width))
            // Years under a heading stand beside an empty cell; beside a name they are its values.
            && (!holds_values(row) || row.cell(0).is_empty())
            && (0..width).any(|column| typed[column] && !row.cell(column).is_empty())
    };
    1 + rows
        .iter()
        .zip(rows.iter().skip(1))
        .take(MOST_HEADINGS - 1)
        .take_while(|pair| says_more(*pair))
        .count()
}

fn has_gap(row: &Looked, width: usize) -> bool {
    (0..width).any(|column| row.cell(column).is_empty())
}

/// Joins the headings of each column, from above down. A heading that was merged over several columns counts for all of them.
fn names(heads: &[Looked], merges: &[Merge], width: usize) -> Vec<SafeText> {
    let last = heads.len().saturating_sub(1);
    let title = title(heads, merges);
    let mut names: Vec<Vec<SafeText>> = vec![Vec::new(); width];
    for (at, row) in heads.iter().enumerate() {
        let mut before = SafeText::default();
        for (column, name) in names.iter_mut().enumerate() {
            let mut text = row.cell(column).shown();
            if text.is_empty() && at < last {
                text = match merged(merges, row.line, column) {
                    Some(left) => row.cell(left).shown(),
                    // A text file cannot say what was merged; a heading then counts until the next.
                    None if merges.is_empty() => before.clone(),
                    None => text,
                };
            }
            if !row.cell(column).is_empty() {
                before = text.clone();
            }
            let titled = title.is_some_and(|(_, merge)| at == 0 && column <= merge.right);
            if !text.is_empty() && !titled && !name.contains(&text) {
                name.push(text);
            }
        }
    }
    names
        .into_iter()
        .map(|parts| {
            let parts: Vec<&str> = parts.iter().map(SafeText::as_str).collect();
            SafeText::line(&parts.join(" / "))
        })
        .collect()
}

/// Returns the first column of the cells that one is merged with, in its own row.
fn merged(merges: &[Merge], line: u64, column: usize) -> Option<usize> {
    let row = line.checked_sub(1)?;
    merges
        .iter()
        .find(|m| m.top == row && (m.left..=m.right).contains(&column))
        .map(|m| m.left)
}
