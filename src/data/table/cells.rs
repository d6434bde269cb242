//! Values and the reasons for none, eight bytes a cell: most cells hold a number, and the few that do not share few reasons.

use std::collections::HashMap;

use super::Reason;

/// The cells of a table in the order of its labels.
#[derive(Clone, Debug, Default)]
pub struct Cells {
    /// A number that is not finite stands where there is no value.
    values: Vec<f64>,
    /// Where a reason is known, by rising place; a missing cell that is not here is blank.
    places: Vec<(u32, u16)>,
    reasons: Vec<Reason>,
    known: HashMap<Reason, u16>,
    blank: Reason,
}

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CellRef<'a> {
    /// A number, always finite.
    Value(f64),
    /// No value, and why.
    Missing(&'a Reason),
}

impl CellRef<'_> {
    /// Returns the value where there is one.
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Value(value) => Some(value),
            Self::Missing(_) => None,
        }
    }
}

impl Cells {
    /// Makes so many blank cells, for a file that names only those that have a value.
    pub fn blank(count: usize) -> Self {
        Self {
            values: vec![f64::NAN; count],
            ..Self::default()
        }
    }

    /// Returns how many cells there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Says whether there is none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Adds a value; one that is not finite becomes a blank cell.
    pub fn push(&mut self, value: f64) {
        // Adding zero turns -0.0 into 0.0.
        self.values.push(value + 0.0);
    }

    /// Adds a cell without a value.
    pub fn push_missing(&mut self, reason: &Reason) {
        self.values.push(f64::NAN);
        self.give_reason(self.values.len() - 1, reason);
    }

    /// Puts a value in a cell that is there; elsewhere nothing happens.
    pub fn set(&mut self, at: usize, value: f64) {
        if let Some(cell) = self.values.get_mut(at) {
            *cell = value + 0.0;
        }
    }

    /// Takes the value out of a cell that is there and says why.
    pub fn set_missing(&mut self, at: usize, reason: &Reason) {
        if let Some(cell) = self.values.get_mut(at) {
            *cell = f64::NAN;
            self.give_reason(at, reason);
        }
    }

    fn give_reason(&mut self, at: usize, reason: &Reason) {
        let Ok(place) = u32::try_from(at) else { return };
        let number = match self.known.get(reason) {
            Some(number) => *number,
            // After so many different reasons the file is no table; the cell stays missing.
            None => match u16::try_from(self.reasons.len()) {
                Ok(number) => {
                    self.reasons.push(reason.clone());
                    self.known.insert(reason.clone(), number);
                    number
                }
                Err(_) => return,
            },
        };
        match self.places.last() {
            Some((last, _)) if *last >= place => {
                match self.places.binary_search_by_key(&place, |(at, _)| *at) {
                    Ok(found) => self.places[found].1 = number,
                    Err(before) => self.places.insert(before, (place, number)),
                }
            }
            _ => self.places.push((place, number)),
        }
    }

    /// Returns what stands in a cell; nothing behind the last one.
    pub fn get(&self, at: usize) -> Option<CellRef<'_>> {
        let value = *self.values.get(at)?;
        if value.is_finite() {
            return Some(CellRef::Value(value));
        }
        let place = u32::try_from(at).ok()?;
        let reason = self
            .places
            .binary_search_by_key(&place, |(at, _)| *at)
            .ok()
            .and_then(|found| self.reasons.get(usize::from(self.places[found].1)))
            .unwrap_or(&self.blank);
        Some(CellRef::Missing(reason))
    }

    /// Goes through all cells in order.
    pub fn iter(&self) -> impl Iterator<Item = CellRef<'_>> {
        let mut places = self.places.iter().peekable();
        self.values.iter().enumerate().map(move |(at, value)| {
            while places
                .next_if(|(place, _)| (*place as usize) < at)
                .is_some()
            {}
            if value.is_finite() {
                return CellRef::Value(*value);
            }
            let reason = places
                .next_if(|(place, _)| *place as usize == at)
                .and_then(|(_, number)| self.reasons.get(usize::from(*number)));
            CellRef::Missing(reason.unwrap_or(&self.blank))
        })
    }
}

impl PartialEq for Cells {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::table::Meaning;

    fn reason(mark: &str, meaning: Meaning) -> Reason {
        Reason {
            mark: mark.into(),
            meaning,
        }
    }

    #[test]
    fn a_reason_is_found_again_and_missing_is_never_zero() {
        let dots = reason("..", Meaning::NotAvailable);
        let mut cells = Cells::blank(5);
        cells.set(3, 0.0);
        cells.set_missing(4, &dots);
        cells.set_missing(1, &dots);
        cells.set_missing(1, &reason("-", Meaning::Nil));
        cells.set(9, 1.0);
        cells.push(-0.0);
        let found: Vec<String> = cells
            .iter()
            .map(|cell| match cell {
                CellRef::Value(value) => value.to_string(),
                CellRef::Missing(reason) => reason.mark.to_string(),
            })
            .collect();
        assert_eq!(found, ["", "-", "", "0", "..", "0"]);
        for (at, cell) in cells.iter().enumerate() {
            assert_eq!(cells.get(at), Some(cell));
        }
        assert_eq!(cells.get(6), None);
    }

    #[test]
    fn a_value_put_over_a_reason_wins() {
        let mut cells = Cells::blank(2);
        cells.set_missing(0, &reason(":", Meaning::Confidential));
        cells.set(0, 7.0);
        assert_eq!(cells.get(0), Some(CellRef::Value(7.0)));
        assert_eq!(
            cells.iter().map(CellRef::value).collect::<Vec<_>>(),
            [Some(7.0), None]
        );
    }
}
