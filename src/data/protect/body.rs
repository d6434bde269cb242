//! The values of a chart, looked through for small numbers: counts as they stand, shares as the counts that n makes of them.

use super::hide::{self, Counts, Hidden, Why};
use crate::{
    domain::chart::{Body, Cell, Row},
    text::SafeText,
};

/// What the values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// Numbers of people.
    Count,
    /// Shares of people, in percent or as fractions of one.
    Share,
    /// Something else: kronor, an index, a mean.
    Other,
}

/// Where a value is hidden, by row and column, and why.
pub type Place = (usize, usize, Why);

/// Guesses what values are from what their column is called and from the values.
pub fn quantity(heading: &str, unit: &str, body: &Body) -> Quantity {
    const OTHER: [&str; 30] = [
        "kr",
        "kronor",
        "tkr",
        "mkr",
        "sek",
        "index",
        "medel",
        "medelvärde",
        "snitt",
        "genomsnitt",
        "median",
        "poäng",
        "betyg",
        "kvot",
        "per",
        "mean",
        "average",
        "score",
        "ratio",
        "rate",
        "ålder",
        "age",
        "längd",
        "vikt",
        "minuter",
        "timmar",
        "meritvärde",
        "km",
        "ha",
        "promille",
    ];
    let said = format!("{heading} {unit}").to_lowercase();
    let mut words = said.split(|c: char| !c.is_alphanumeric());
    if said.contains('%')
        || words.clone().any(|word| {
            matches!(
                word,
                "andel" | "andelen" | "procent" | "share" | "percent" | "percentage"
            )
        })
    {
        return Quantity::Share;
    }
    let values = body.rows().iter().flat_map(|row| &row.cells);
    let mut numbers = values.filter_map(Cell::number).peekable();
    let some = numbers.peek().is_some();
    if some && numbers.all(is_count) && !words.any(|word| OTHER.contains(&word)) {
        Quantity::Count
    } else {
        Quantity::Other
    }
}

fn is_count(value: f64) -> bool {
    value >= 0.0 && value.fract() == 0.0 && value < 1e15
}

/// Hides small numbers and what would reveal them; returns what was hidden, in order. A hidden value is missing and its reason is empty.
///
/// Nothing when shares have no n to check them by.
pub fn hide_in(
    body: &mut Body,
    n: Option<u32>,
    quantity: Quantity,
    limit: u32,
) -> Option<Vec<Place>> {
    let mut places = match quantity {
        Quantity::Other => Vec::new(),
        Quantity::Count => in_counts(body, limit),
        Quantity::Share => in_shares(body, n, limit)?,
    };
    places.sort_unstable_by_key(|(row, column, _)| (*row, *column));
    for (row, column, _) in &places {
        if let Some(row) = rows_mut(body).get_mut(*row) {
            row.cells[*column] = Cell::missing();
        }
    }
    Some(places)
}

fn rows_mut(body: &mut Body) -> &mut [Row] {
    match body {
        Body::Bars(rows)
        | Body::Groups { rows, .. }
        | Body::Scale { rows, .. }
        | Body::BeforeAfter { rows, .. }
        | Body::Series { rows, .. } => rows,
        Body::Card { .. } | Body::Picture(_) | Body::Voice { .. } => &mut [],
    }
}

/// A part of a chart that is one table: which of its rows and columns, in their order.
struct Part {
    rows: Vec<usize>,
    columns: Vec<usize>,
}

/// What a reader may know of the sums of a part.
#[derive(Clone, Copy)]
struct Sums {
    rows: bool,
    columns: bool,
}

impl Part {
    /// Hides in a part; `turned` where its rows are read as columns.
    fn hide(&self, count: impl Fn(usize, usize) -> Option<u64>, sums: Sums, limit: u32) -> Hidden {
        let cells = self
            .rows
            .iter()
            .flat_map(|row| self.columns.iter().map(|column| count(*row, *column)))
            .collect();
        hide::hide(
            &Counts {
                columns: self.columns.len(),
                cells,
                row_totals: sums.rows,
                column_totals: sums.columns,
            },
            limit,
        )
    }

    fn places(&self, hidden: &Hidden) -> Vec<Place> {
        let width = self.columns.len().max(1);
        let cells = hidden.cells.iter().enumerate();
        cells
            .filter_map(|(at, why)| {
                why.map(|why| (self.rows[at / width], self.columns[at % width], why))
            })
            .collect()
    }
}

fn in_counts(body: &Body, limit: u32) -> Vec<Place> {
    let rows = body.rows();
    let count = |row: usize, column: usize| {
        let value = rows.get(row)?.cells.get(column)?.number()?;
        is_count(value).then_some(value as u64)
    };
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let all = Part {
        rows: (0..rows.len()).collect(),
        columns: (0..width).collect(),
    };
    match body {
        Body::Bars(_) | Body::BeforeAfter { .. } => (0..width)
            .flat_map(|column| one_way(rows, column, &count, limit))
            .collect(),
        // Years are no parts of a whole; the lines of one year may be.
        Body::Series { names, .. } => {
            let sums = Sums {
                rows: names.len() > 1,
                columns: false,
            };
            all.places(&all.hide(count, sums, limit))
        }
        Body::Groups { names, .. } => two_way(rows, names, &count, limit),
        Body::Scale { answers, .. } => two_way(rows, answers, &count, limit),
        Body::Card { .. } | Body::Picture(_) | Body::Voice { .. } => Vec::new(),
    }
}

/// One column of counts: its rows are parts of a whole, and a row that sums the others is that whole.
fn one_way(
    rows: &[Row],
    column: usize,
    count: &impl Fn(usize, usize) -> Option<u64>,
    limit: u32,
) -> Vec<Place> {
    let total = total(rows.len(), |row| &rows[row].label, |row| count(row, column));
    // Turned: the rows are the columns of one row, whose sum may be known.
    let parts: Vec<usize> = (0..rows.len()).filter(|row| Some(*row) != total).collect();
    let turned = Part {
        rows: vec![column],
        columns: parts,
    };
    let sums = Sums {
        rows: true,
        columns: false,
    };
    let hidden = turned.hide(|column, row| count(row, column), sums, limit);
    let mut places: Vec<Place> = turned
        .places(&hidden)
        .into_iter()
        .map(|(column, row, why)| (row, column, why))
        .collect();
    let sum_is_hidden = hidden.rows.first() == Some(&true);
    places.extend(
        total.and_then(|row| total_place(row, column, count(row, column)?, sum_is_hidden, limit)),
    );
    places
}

fn total_place(row: usize, column: usize, count: u64, hidden: bool, limit: u32) -> Option<Place> {
    if hide::is_small(count, limit) {
        return Some((row, column, Why::Small));
    }
    hidden.then_some((row, column, Why::Reveals))
}

/// Counts by two things; a row or a column that sums the others is no part.
fn two_way(
    rows: &[Row],
    names: &[SafeText],
    count: &impl Fn(usize, usize) -> Option<u64>,
    limit: u32,
) -> Vec<Place> {
    let row_sum = |row: usize| (0..names.len()).map(|column| count(row, column)).sum();
    let column_sum = |column: usize| (0..rows.len()).map(|row| count(row, column)).sum();
    let total_row = total(rows.len(), |row| &rows[row].label, row_sum);
    let total_column = total(names.len(), |column| &names[column], column_sum);
    let part = Part {
        rows: (0..rows.len())
            .filter(|row| Some(*row) != total_row)
            .collect(),
        columns: (0..names.len())
            .filter(|at| Some(*at) != total_column)
            .collect(),
    };
    let sums = Sums {
        rows: part.columns.len() > 1,
        columns: part.rows.len() > 1,
    };
    let hidden = part.hide(count, sums, limit);
    let mut places = part.places(&hidden);
    let mut add = |row: usize, column: usize, hidden: bool| {
        places.extend(
            count(row, column).and_then(|count| total_place(row, column, count, hidden, limit)),
        );
    };
    if let Some(row) = total_row {
        for (at, column) in part.columns.iter().enumerate() {
            add(row, *column, hidden.columns[at]);
        }
    }
    if let Some(column) = total_column {
        for (at, row) in part.rows.iter().enumerate() {
            add(*row, column, hidden.rows[at]);
        }
    }
    if let (Some(row), Some(column)) = (total_row, total_column) {
        add(row, column, false);
    }
    places
}

/// Finds the label that stands for all the others: by its word, or because it is their sum.
fn total<'a>(
    count: usize,
    label: impl Fn(usize) -> &'a SafeText,
    value: impl Fn(usize) -> Option<u64>,
) -> Option<usize> {
    let by_word = (0..count).find(|at| is_total(label(*at)));
    by_word.filter(|_| count > 1).or_else(|| {
        let values: Vec<u64> = (0..count).map(&value).collect::<Option<_>>()?;
        let sum = values
            .iter()
            .try_fold(0_u64, |sum, value| sum.checked_add(*value))?;
        let at = values
            .iter()
            .position(|value| *value > 0 && *value == sum - value)?;
        (count > 2).then_some(at)
    })
}

fn is_total(label: &str) -> bool {
    const WORDS: [&str; 10] = [
        "total",
        "totalt",
        "totala",
        "summa",
        "sum",
        "samtliga",
        "alla",
        "all",
        "båda könen",
        "riket",
    ];
    let label = label.trim().to_lowercase();
    WORDS.iter().any(|word| {
        label == *word
            || label.strip_prefix(word).is_some_and(|rest| {
                rest.starts_with(',')
                    || (*word != "alla" && *word != "all" && rest.starts_with(' '))
            })
    })
}

/// How far rounded shares may be from a whole.
const ROUNDED: f64 = 1.0;

fn in_shares(body: &mut Body, n: Option<u32>, limit: u32) -> Option<Vec<Place>> {
    let numbers = body
        .rows()
        .iter()
        .flat_map(|row| &row.cells)
        .filter_map(Cell::number);
    let most = numbers.fold(0.0, f64::max);
    let people = People {
        whole: if most <= 1.0 { 1.0 } else { 100.0 },
        limit,
    };
    match body {
        Body::Bars(rows) if n.is_some() && is_one_whole(rows, people.whole) => {
            let count = |row: usize, _: usize| {
                let share = rows[row].cells.first()?.number()?;
                Some(people.of(share, n?))
            };
            Some(one_way(rows, 0, &count, limit))
        }
        Body::Scale { rows, answers } if rows.iter().all(|row| row.n.or(n).is_some()) => {
            people.in_scale(rows, answers.len(), n)
        }
        Body::BeforeAfter {
            before,
            after,
            rows,
        } if before.n.is_some() && after.n.is_some() => {
            let ns = [before.n, after.n];
            Some(people.each_alone(rows, |_, column| ns.get(column).copied().flatten()))
        }
        Body::Bars(rows) | Body::Groups { rows, .. } | Body::Series { rows, .. }
            if rows.iter().all(|row| row.n.or(n).is_some()) =>
        {
            Some(people.each_alone(rows, |row, _| row.n.or(n)))
        }
        _ => None,
    }
}

/// Shares as the counts of people that they stand for.
#[derive(Clone, Copy)]
struct People {
    /// What all together are: 100, or 1.
    whole: f64,
    limit: u32,
}

impl People {
    fn of(self, share: f64, n: u32) -> u64 {
        (share / self.whole * f64::from(n)).round().max(0.0) as u64
    }

    /// Every share beside its own rest: one of the two small hides it.
    fn each_alone(self, rows: &[Row], n: impl Fn(&Row, usize) -> Option<u32>) -> Vec<Place> {
        let mut places = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            for (column, cell) in row.cells.iter().enumerate() {
                let (Some(share), Some(n)) = (cell.number(), n(row, column)) else {
                    continue;
                };
                let count = self.of(share, n);
                if hide::is_small(count, self.limit) {
                    places.push((at, column, Why::Small));
                } else if hide::is_small(u64::from(n).saturating_sub(count), self.limit) {
                    places.push((at, column, Why::Reveals));
                }
            }
        }
        places
    }

    /// Answers by groups. What the answers of a row leave over is known to anybody who adds them.
    fn in_scale(self, rows: &mut [Row], width: usize, n: Option<u32>) -> Option<Vec<Place>> {
        let mut counts = Vec::new();
        for row in &*rows {
            let n = row.n.or(n)?;
            let cells: Vec<Option<u64>> = (0..width)
                .map(|at| Some(self.of(row.cells.get(at)?.number()?, n)))
                .collect();
            let sum: Option<u64> = cells.iter().copied().sum();
            let over = sum.map(|sum| u64::from(n).saturating_sub(sum));
            counts.extend(cells);
            counts.push(over.filter(|over| *over as f64 > f64::from(n) * ROUNDED / 100.0));
        }
        let part = Part {
            rows: (0..rows.len()).collect(),
            columns: (0..=width).collect(),
        };
        let sums = Sums {
            rows: true,
            columns: rows.len() > 1,
        };
        let count = |row: usize, column: usize| counts[row * (width + 1) + column];
        let hidden = part.hide(count, sums, self.limit);
        for (row, hidden) in rows.iter_mut().zip(&hidden.rows) {
            row.n = row.n.filter(|_| !hidden);
        }
        let mut places = part.places(&hidden);
        places.retain(|(_, column, _)| *column < width);
        Some(places)
    }
}

/// Says whether bars are the answers of one question: together they are all who answered.
fn is_one_whole(rows: &[Row], whole: f64) -> bool {
    let shares: Option<Vec<f64>> = rows.iter().map(|row| row.cells.first()?.number()).collect();
    let rounded = ROUNDED * whole / 100.0;
    rows.len() > 1
        && rows.iter().all(|row| row.n.is_none())
        && shares.is_some_and(|shares| (shares.iter().sum::<f64>() - whole).abs() <= rounded)
}

#[cfg(test)]
mod tests;
