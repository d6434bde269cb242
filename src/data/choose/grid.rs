//! Values that gather on the places of a chart, in the order in which their labels first come. What is kept is the chart, not the file.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::{domain::recipe::Fold, text::SafeText};

/// Labels in the order in which they first came, found again by the text of the file.
#[derive(Debug, Default)]
pub(super) struct Labels {
    places: HashMap<Box<str>, usize, RandomState>,
    /// The texts as the file has them.
    pub(super) texts: Vec<Box<str>>,
    /// The last that was asked for: rows of a file come in runs.
    last: usize,
}

impl Labels {
    /// Returns the place of a label, new or known; nothing where there are too many.
    pub(super) fn place(&mut self, label: &str, most: usize) -> Option<usize> {
        if self
            .texts
            .get(self.last)
            .is_some_and(|last| **last == *label)
        {
            return Some(self.last);
        }
        if let Some(place) = self.places.get(label) {
            self.last = *place;
            return Some(*place);
        }
        if self.texts.len() >= most {
            return None;
        }
        self.last = self.texts.len();
        self.places.insert(label.into(), self.last);
        self.texts.push(label.into());
        Some(self.last)
    }

    /// Returns how many there are.
    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    /// Goes through them.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> + Clone {
        self.texts.iter().map(|text| &**text)
    }
}

/// What gathered on one place.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Slot {
    /// How many rows hold a number.
    pub(super) numbers: u64,
    /// How many rows hold none.
    pub(super) missing: u64,
    /// How many of these hide a number or do not know one: a point says that there can be none.
    pub(super) unknown: u64,
    sum: f64,
    /// What rounding took from the sum.
    lost: f64,
    /// The mark of the first row without a number, from 1.
    mark: u32,
    /// How many answered, in all; none where no row says it.
    pub(super) n: Option<f64>,
    /// The first row that fell here, from 1.
    first: u64,
}

impl Slot {
    /// Says how many rows fell here.
    pub(super) const fn rows(&self) -> u64 {
        self.numbers + self.missing
    }

    /// Neumaier's sum: what each addition rounds away is carried along.
    fn add(&mut self, value: f64) {
        let sum = self.sum + value;
        self.lost += if self.sum.abs() >= value.abs() {
            (self.sum - sum) + value
        } else {
            (value - sum) + self.sum
        };
        self.sum = sum;
        self.numbers += 1;
    }

    /// Returns the value: the only one, the sum, the mean.
    pub(super) fn value(&self, fold: Fold) -> Option<f64> {
        if self.numbers == 0 {
            return None;
        }
        let sum = tidy(self.sum + self.lost);
        Some(match fold {
            Fold::Only | Fold::Sum => sum,
            Fold::Mean => tidy((self.sum + self.lost) / self.numbers as f64),
        })
    }
}

/// Takes away what binary sums leave behind the digits that anybody wrote: 0.30000000000000004 becomes 0.3.
fn tidy(value: f64) -> f64 {
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    // Adding zero turns -0.0 into 0.0.
    rounded + 0.0
}

/// Two rows on one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clash {
    /// The place.
    pub(super) at: (usize, usize),
    /// The rows.
    pub(super) rows: (u64, u64),
}

/// One cell of a row on its way to its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Given<'a> {
    /// A number.
    Number(f64),
    /// A mark, a word, nothing.
    Mark(&'a str),
}

/// All that gathered.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// Along the axis.
    pub(super) rows: Labels,
    /// Groups, or columns of values.
    pub(super) columns: Labels,
    slots: Vec<Vec<Slot>>,
    marks: Vec<Box<str>>,
    /// The first two rows that met.
    pub(super) clash: Option<Clash>,
    /// How often each mark stood in a row that fell on a place with others.
    within: Vec<u64>,
}

impl Grid {
    /// Adds a row to a place.
    pub(super) fn add(&mut self, at: (usize, usize), line: u64, given: Given<'_>) {
        let mark = match given {
            Given::Mark(mark) => self.mark(mark),
            Given::Number(_) => 0,
        };
        let slot = slot(&mut self.slots, at);
        if slot.rows() > 0 {
            if self.clash.is_none() {
                self.clash = Some(Clash {
                    at,
                    rows: (slot.first, line),
                });
            }
        } else {
            slot.first = line;
        }
        match given {
            Given::Number(value) => slot.add(value),
            Given::Mark(text) => {
                slot.missing += 1;
                slot.unknown += u64::from(text != ".");
                if slot.mark == 0 {
                    slot.mark = mark;
                }
            }
        }
    }

    /// Adds how many answered to a place.
    pub(super) fn add_n(&mut self, at: (usize, usize), n: f64) {
        let slot = slot(&mut self.slots, at);
        slot.n = Some(slot.n.unwrap_or_default() + n);
    }

    fn mark(&mut self, mark: &str) -> u32 {
        let place = self.marks.iter().position(|known| **known == *mark);
        let place = match place {
            Some(place) => place,
            // After so many different words the column is no column of numbers; the first stands for the rest.
            None if self.marks.len() >= 64 => 0,
            None => {
                self.marks.push(mark.into());
                self.within.push(0);
                self.marks.len() - 1
            }
        };
        self.within[place] += 1;
        place as u32 + 1
    }

    /// Returns what gathered on a place.
    pub(super) fn slot(&self, at: (usize, usize)) -> Slot {
        self.slots
            .get(at.0)
            .and_then(|row| row.get(at.1))
            .copied()
            .unwrap_or_default()
    }

    /// Returns the mark where there is no number.
    pub(super) fn mark_of(&self, slot: &Slot) -> SafeText {
        let mark = (slot.mark as usize)
            .checked_sub(1)
            .and_then(|at| self.marks.get(at));
        mark.map_or_else(SafeText::default, |mark| SafeText::line(mark))
    }

    fn all(&self) -> impl Iterator<Item = &Slot> {
        self.slots.iter().flatten()
    }

    /// Says whether no place has a number.
    pub(super) fn is_without_numbers(&self) -> bool {
        self.all().all(|slot| slot.numbers == 0)
    }

    /// Returns the most rows that fell on one place.
    pub(super) fn most_rows(&self) -> u64 {
        self.all().map(Slot::rows).max().unwrap_or(0)
    }

    /// Counts what is missing beside numbers that were folded, and names the marks.
    pub(super) fn missing_within(&self) -> (u64, Vec<SafeText>) {
        let folded = self
            .all()
            .filter(|slot| slot.numbers > 0)
            .map(|slot| slot.missing);
        let count = folded.sum();
        if count == 0 {
            return (0, Vec::new());
        }
        let mut marks: Vec<SafeText> = self
            .marks
            .iter()
            .zip(&self.within)
            .filter(|(_, count)| **count > 0)
            .map(|(mark, _)| SafeText::line(mark))
            .collect();
        marks.truncate(6);
        (count, marks)
    }
}

fn slot(slots: &mut Vec<Vec<Slot>>, at: (usize, usize)) -> &mut Slot {
    if slots.len() <= at.0 {
        slots.resize_with(at.0 + 1, Vec::new);
    }
    let row = &mut slots[at.0];
    if row.len() <= at.1 {
        row.resize(at.1 + 1, Slot::default());
    }
    &mut row[at.1]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_gather_and_nothing_becomes_zero() {
        let mut grid = Grid::default();
        for (line, value) in [(2, 0.1), (3, 0.2), (4, 0.3)] {
            grid.add((0, 0), line, Given::Number(value));
        }
        grid.add((0, 0), 5, Given::Mark(".."));
        grid.add((2, 1), 6, Given::Mark("-"));
        let slot = grid.slot((0, 0));
        assert_eq!(slot.value(Fold::Sum), Some(0.6));
        assert_eq!(slot.value(Fold::Mean), Some(0.2));
        assert_eq!(grid.slot((2, 1)).value(Fold::Sum), None);
        assert_eq!(grid.mark_of(&grid.slot((2, 1))).as_str(), "-");
        assert_eq!(grid.slot((9, 9)).rows(), 0);
        assert_eq!(grid.clash.map(|clash| clash.rows), Some((2, 3)));
        assert_eq!(grid.missing_within().0, 1);
    }
}
