//! The other side of a share: 22 % away is 78 % here. Only where a value and its rest are one whole, and with a person's words.

use super::{Body, Cell, Chart, Face, Picture, Row};
use crate::text::{SafeText, number::round};

/// Why a chart has no other side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoTurn {
    /// Nobody wrote what the rest is called; the program never makes it up (decisions, rules).
    NoWords,
    /// It has no values that are known.
    NoValues,
    /// The values are no shares in percent.
    NoShare,
    /// The value of this row is below 0 or above 100.
    Outside(SafeText),
    /// The rows, or the columns of every row, are themselves the parts of one whole: the rest of one is the others.
    PartsOfOne,
    /// Of a scale nobody chose the answers that are the side to show.
    NoSide,
    /// A scale has no answer with this name.
    NoSuchAnswer(SafeText),
    /// The answers of this row do not sum to 100: several could be given, or some are left out.
    NotWhole(SafeText),
}

/// The most decimals that are looked for in values as they were written.
const MOST_DECIMALS: usize = 6;

impl Chart {
    /// Returns why the chart has no other side; nothing where it has one.
    pub fn why_no_turn(&self) -> Option<NoTurn> {
        let scale = match &self.body {
            Body::Card { .. } | Body::Voice { .. } | Body::Picture(Picture::TwoAxes) => {
                return Some(NoTurn::NoValues);
            }
            Body::Scale { answers, .. } => Some(answers),
            _ => None,
        };
        if self.showing.flip.trim().is_empty() {
            return Some(NoTurn::NoWords);
        }
        if !self.is_share() {
            return Some(NoTurn::NoShare);
        }
        if let Body::Picture(Picture::Class(share)) = self.body {
            return (!(0.0..=100.0).contains(&share)).then(|| NoTurn::Outside(self.title.clone()));
        }
        let rows = self.body.rows();
        if rows
            .iter()
            .flat_map(|row| &row.cells)
            .all(|cell| cell.number().is_none())
        {
            return Some(NoTurn::NoValues);
        }
        let outside = |row: &&Row| {
            let mut values = row.cells.iter().filter_map(Cell::number);
            values.any(|value| !(0.0..=100.0).contains(&value))
        };
        if let Some(row) = rows.iter().find(outside) {
            return Some(NoTurn::Outside(row.label.clone()));
        }
        match scale {
            Some(answers) => self.why_no_side(answers),
            None => parts_of_one(&self.body).then_some(NoTurn::PartsOfOne),
        }
    }

    /// Tells why the answers of a scale have no side to show.
    fn why_no_side(&self, answers: &[SafeText]) -> Option<NoTurn> {
        let chosen = &self.showing.healthy;
        if chosen.is_empty() {
            return Some(NoTurn::NoSide);
        }
        if let Some(unknown) = chosen.iter().find(|name| !answers.contains(name)) {
            return Some(NoTurn::NoSuchAnswer((*unknown).clone()));
        }
        let rows = self.body.rows();
        let slack = slack(rows, answers.len());
        let whole = |row: &&Row| {
            let known = row.cells.iter().filter_map(Cell::number);
            let (count, sum) = known.fold((0, 0.0), |(count, sum), value| (count + 1, sum + value));
            // What is missing may be any part of what is left.
            sum <= 100.0 + slack && (count < row.cells.len() || sum >= 100.0 - slack)
        };
        let broken = rows.iter().find(|row| !whole(row))?;
        Some(NoTurn::NotWhole(broken.label.clone()))
    }

    /// Makes the chart of the other side, its values counted from what is shown with so many decimals: what is seen before and after
    /// sums to 100. Missing stays missing, how many answered stays, and what a person wrote about the first side goes.
    ///
    /// Of a scale it makes bars: the answers on the chosen side together.
    pub fn turned(&self, decimals: u8) -> Result<Self, NoTurn> {
        if let Some(why) = self.why_no_turn() {
            return Err(why);
        }
        let mut chart = self.clone();
        let places = usize::from(decimals);
        let rest = |value: f64| round(100.0 - round(value, places), places);
        match &mut chart.body {
            Body::Scale { rows, .. } => {
                let side = self.healthy().unwrap_or_default();
                let rows = rows
                    .iter()
                    .map(|row| together(row, &side, places))
                    .collect();
                chart.body = Body::Bars(rows);
            }
            Body::Bars(rows)
            | Body::Groups { rows, .. }
            | Body::BeforeAfter { rows, .. }
            | Body::Series { rows, .. } => {
                for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
                    if let Some(value) = cell.number() {
                        *cell = Cell::Value(rest(value));
                    }
                }
            }
            Body::Picture(Picture::Class(share)) => *share = rest(*share),
            Body::Card { .. } | Body::Voice { .. } | Body::Picture(Picture::TwoAxes) => {}
        }
        chart.say = SafeText::default();
        chart.showing.face = Face::Turned { decimals };
        Ok(chart)
    }
}

/// The answers of one side as one value; missing where one of them is, for what is hidden is not to be told by a sum.
fn together(row: &Row, side: &[usize], decimals: usize) -> Row {
    let mut sum = Cell::Value(0.0);
    for cell in side.iter().filter_map(|place| row.cells.get(*place)) {
        sum = match (sum, cell.number()) {
            (Cell::Value(sum), Some(value)) => Cell::Value(sum + round(value, decimals)),
            (missing @ Cell::Missing(_), _) => missing,
            (Cell::Value(_), None) => match cell {
                Cell::Missing(why) => Cell::Missing(why.clone()),
                Cell::Value(_) => Cell::missing(),
            },
        };
    }
    if let Cell::Value(value) = &mut sum {
        *value = round(value.min(100.0), decimals);
    }
    Row {
        cells: vec![sum],
        ..row.clone()
    }
}

/// How far from 100 so many rounded parts may sum.
fn slack(rows: &[Row], parts: usize) -> f64 {
    let values = || {
        rows.iter()
            .flat_map(|row| &row.cells)
            .filter_map(Cell::number)
    };
    let written = (0..MOST_DECIMALS)
        .find(|decimals| values().all(|value| (round(value, *decimals) - value).abs() < 1e-9))
        .unwrap_or(MOST_DECIMALS);
    parts as f64 * 0.5 * 0.1_f64.powi(written as i32) + 1e-6
}

/// Tells whether what stands beside each other are the answers to one question. Two rows may sum to 100 by chance, as two groups do.
fn parts_of_one(body: &Body) -> bool {
    let whole = |values: &[Option<f64>], slack: f64| {
        let known: Option<Vec<f64>> = values.iter().copied().collect();
        known.is_some_and(|known| (known.iter().sum::<f64>() - 100.0).abs() <= slack.min(0.6))
    };
    let rows = body.rows();
    match body {
        Body::Bars(_) => {
            let values: Vec<Option<f64>> = rows
                .iter()
                .map(|row| row.cells.first().and_then(Cell::number))
                .collect();
            values.len() > 2 && whole(&values, slack(rows, values.len()))
        }
        Body::Groups { names, .. } | Body::Series { names, .. } => {
            let cells =
                |row: &Row| -> Vec<Option<f64>> { row.cells.iter().map(Cell::number).collect() };
            names.len() > 1
                && names.len() * rows.len() > 2
                && rows
                    .iter()
                    .all(|row| whole(&cells(row), slack(rows, names.len())))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests;
