//! How a chart is shown beyond its plain drawing: what a person prepared for it, and which of its faces is seen now.

use super::{Body, Cell, Chart, Picture};
use crate::text::SafeText;

/// Whether a group guesses before the values are shown. Off until a person chose it in preparation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Guess {
    /// The values are shown at once.
    #[default]
    No,
    /// The group guesses first.
    Yes,
    /// The group guesses the value of the row with this label.
    Row(SafeText),
}

/// Which of its faces a chart shows. It is never written: a file holds the values as they were measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    /// The values as they are.
    #[default]
    Plain,
    /// The other side of the share, written with as many decimals as the side it was turned from.
    Turned {
        /// The decimals.
        decimals: u8,
    },
    /// No values: the group guesses first.
    Covered,
}

/// What a person wrote in preparation about how a chart is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Showing {
    /// Who is not in the figures: "De som inte går i skolan." May be empty.
    pub not_in: SafeText,
    /// What the rest of the share is called: "på plats". Without these words nothing is turned.
    pub flip: SafeText,
    /// Of a scale: the answers that together are the side that `flip` names.
    pub healthy: Vec<SafeText>,
    /// Whether the group guesses first.
    pub guess: Guess,
    /// The face seen now.
    pub face: Face,
}

/// What a guess is held against: one value, or from the lowest to the highest where several are asked about.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The row that is guessed, where it is one of several.
    pub label: Option<SafeText>,
    /// The value, or the lowest.
    pub low: f64,
    /// The value, or the highest.
    pub high: f64,
}

/// Why nothing can be guessed about a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoGuess {
    /// Nobody marked it in preparation.
    NotMarked,
    /// It has no value, or none that is known.
    NoValues,
    /// It has no row with this label.
    NoSuchRow(SafeText),
    /// A scale has several values a row: the side that is guessed must be chosen.
    NoSide,
}

impl Chart {
    /// Tells whether the values are shares in percent. Percentage points are differences and no shares.
    pub fn is_share(&self) -> bool {
        let unit = self.unit.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| unit.contains(word));
        matches!(self.body, Body::Picture(Picture::Class(_)))
            || (!has(&["procentenhet", "percentage point"])
                && has(&["%", "procent", "percent", "per cent"]))
    }

    /// Returns what the group guesses, or why it cannot.
    pub fn asked(&self) -> Result<Asked, NoGuess> {
        let wanted = match &self.showing.guess {
            Guess::No => return Err(NoGuess::NotMarked),
            Guess::Yes => None,
            Guess::Row(label) => Some(label),
        };
        if let Body::Picture(Picture::Class(share)) = self.body {
            return Ok(Asked {
                label: None,
                low: share,
                high: share,
            });
        }
        let rows = self.body.rows();
        if let Some(label) = wanted
            && rows.iter().all(|row| row.label != *label)
        {
            return Err(NoGuess::NoSuchRow(label.clone()));
        }
        if matches!(self.body, Body::Scale { .. }) && self.healthy().is_none() {
            return Err(NoGuess::NoSide);
        }
        let values = |index: usize| self.values_asked(index);
        let rows_asked: Vec<usize> = match (&self.body, wanted) {
            (_, Some(label)) => (0..rows.len())
                .filter(|row| rows[*row].label == *label)
                .collect(),
            // Of a course the latest is asked about: "where are we now?"
            (Body::Series { .. }, None) => (0..rows.len())
                .rev()
                .find(|row| !values(*row).is_empty())
                .into_iter()
                .collect(),
            _ => (0..rows.len()).collect(),
        };
        let mut found = rows_asked.iter().flat_map(|row| values(*row));
        let first = found.next().ok_or(NoGuess::NoValues)?;
        let (low, high) = found.fold((first, first), |(low, high), value| {
            (low.min(value), high.max(value))
        });
        Ok(Asked {
            label: (rows.len() > 1)
                .then(|| <[usize; 1]>::try_from(rows_asked).ok())
                .flatten()
                .map(|[row]| rows[row].label.clone()),
            low,
            high,
        })
    }

    /// The values of a row that a guess is about: the side of a scale, the later of two occasions, else all.
    fn values_asked(&self, row: usize) -> Vec<f64> {
        let Some(row) = self.body.rows().get(row) else {
            return Vec::new();
        };
        match &self.body {
            Body::Scale { .. } => {
                let side = self.healthy().unwrap_or_default();
                let cells: Option<Vec<f64>> = side
                    .iter()
                    .map(|place| row.cells.get(*place).and_then(Cell::number))
                    .collect();
                cells.map_or_else(Vec::new, |cells| vec![cells.iter().sum()])
            }
            Body::BeforeAfter { .. } => {
                let after = row.cells.get(1).and_then(Cell::number);
                after.into_iter().collect()
            }
            _ => row.cells.iter().filter_map(Cell::number).collect(),
        }
    }

    /// Returns the places of the answers that are the side `flip` names; nothing where none or an unknown one is chosen.
    pub(super) fn healthy(&self) -> Option<Vec<usize>> {
        let Body::Scale { answers, .. } = &self.body else {
            return None;
        };
        let place = |name: &SafeText| answers.iter().position(|answer| answer == name);
        let places: Vec<usize> = self
            .showing
            .healthy
            .iter()
            .map(place)
            .collect::<Option<_>>()?;
        Some(places).filter(|places| !places.is_empty())
    }

    /// Makes the chart without its values, to guess before they are seen.
    ///
    /// Everything that could give them away goes with them: how many answered, and every word a person wrote about them. What is
    /// left is what is asked about: title, unit, source, names of rows and columns.
    #[must_use]
    pub fn covered(mut self) -> Self {
        let cover = |row: &mut super::Row| {
            row.cells.fill(Cell::missing());
            row.n = None;
            row.remark = SafeText::default();
        };
        match &mut self.body {
            Body::Bars(rows) | Body::Groups { rows, .. } | Body::Scale { rows, .. } => {
                rows.iter_mut().for_each(cover);
            }
            Body::BeforeAfter {
                before,
                after,
                rows,
            } => {
                rows.iter_mut().for_each(cover);
                (before.n, after.n) = (None, None);
            }
            Body::Series { rows, breaks, .. } => {
                rows.iter_mut().for_each(cover);
                breaks.clear();
            }
            Body::Picture(Picture::Class(_)) => {
                let mut row = super::Row::of(&self.title, 0.0);
                cover(&mut row);
                self.body = Body::Bars(vec![row]);
            }
            Body::Card { .. } | Body::Picture(Picture::TwoAxes) | Body::Voice { .. } => {}
        }
        self.n = None;
        self.say = SafeText::default();
        self.caveat = SafeText::default();
        self.showing.face = Face::Covered;
        self
    }
}

#[cfg(test)]
mod tests;
