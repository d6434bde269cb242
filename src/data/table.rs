//! The one table that every reader makes: dimensions with their labels in order, measures with their unit, and cells that hold a value or
//! say why there is none.

mod cells;

pub use self::cells::{CellRef, Cells};
use crate::text::SafeText;

/// The most cells a table may hold, 40 MB of values: ten times the largest answer that a statistics server gives.
pub const MAX_CELLS: usize = 5_000_000;

/// A table as its publisher means it.
///
/// The cells lie row by row: the last dimension runs faster than the one before it, and the measures run fastest of all. A table of rows
/// (CSV, a sheet) has one dimension, its rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The file it was read from, as a person would say it.
    pub file: SafeText,
    /// The publisher's title, or the name of the sheet; may be empty.
    pub title: SafeText,
    /// Who publishes it: "SCB"; may be empty.
    pub source: SafeText,
    /// When the publisher last changed it, as it stands in the file; may be empty.
    pub updated: SafeText,
    /// What the publisher says about it, in the order of the file.
    pub notes: Vec<Note>,
    /// The language that was read, by its code in the file; empty where that is not said.
    pub language: SafeText,
    /// All languages that the file holds the table in; empty where that is not said.
    pub languages: Vec<SafeText>,
    /// What the cells are about, slowest first.
    pub dimensions: Vec<Dimension>,
    /// What was counted or measured; never empty in a table that was read.
    pub measures: Vec<Measure>,
    /// One cell for every combination of the labels and the measures.
    pub cells: Cells,
}

/// A dimension: the municipality, the year, the sex.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dimension {
    /// The name that queries use; the same as the name where there is none.
    pub code: SafeText,
    /// The name that people read.
    pub name: SafeText,
    /// What kind of dimension it is.
    pub role: Role,
    /// The labels in the publisher's order.
    pub labels: Vec<Label>,
}

/// What a dimension is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Nothing is known of it.
    #[default]
    Other,
    /// Years, months, school years.
    Time,
    /// Municipalities, counties, countries.
    Place,
    /// The rows of a sheet; a label may stand twice.
    Rows,
}

/// One value of a dimension.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// The code, with its leading zeros; the same as the text where there is none.
    pub code: SafeText,
    /// What people read.
    pub text: SafeText,
}

/// What was counted or measured.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// The name that queries use; the same as the name where there is none.
    pub code: SafeText,
    /// The name that people read.
    pub name: SafeText,
    /// The unit as it stands in the file; may be empty.
    pub unit: SafeText,
    /// How many decimals the publisher shows, where that is said.
    pub decimals: Option<u8>,
}

/// Something the publisher says about the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// The words.
    pub text: SafeText,
    /// The dimension, label or measure it is about; empty for the whole table.
    pub about: SafeText,
    /// Whether the publisher asks that it is always shown, as with noise that was added to protect people.
    pub must_show: bool,
}

/// Why there is no value in a cell. It is never zero.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reason {
    /// The mark as it stands in the file: `..`; empty for an empty cell.
    pub mark: SafeText,
    /// What the mark means.
    pub meaning: Meaning,
}

/// What a mark for a missing value means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Meaning {
    /// The cell is not in the file, or it is empty.
    #[default]
    Blank,
    /// The mark stands for no value and says no more.
    Unsaid,
    /// There is a value somewhere, and it was not available.
    NotAvailable,
    /// There can be no value: a school without that year.
    NotApplicable,
    /// The publisher hides it, so that nobody is recognised.
    Confidential,
    /// The publisher says none; never turned into a zero.
    Nil,
    /// What the publisher says it means.
    Said(SafeText),
}

impl Dimension {
    /// Makes a dimension whose name is its code and whose labels are their codes.
    pub fn of(name: &str, role: Role, labels: &[&str]) -> Self {
        let name = SafeText::line(name);
        Self {
            code: name.clone(),
            name,
            role,
            labels: labels.iter().map(|text| Label::of(text)).collect(),
        }
    }
}

impl Label {
    /// Makes a label that is its own code.
    pub fn of(text: &str) -> Self {
        let text = SafeText::line(text);
        Self {
            code: text.clone(),
            text,
        }
    }
}

impl Measure {
    /// Makes a measure that is its own code, without a unit.
    pub fn of(name: &str) -> Self {
        let name = SafeText::line(name);
        Self {
            code: name.clone(),
            name,
            ..Self::default()
        }
    }
}

impl Table {
    /// Returns how many cells the labels and the measures make, or nothing when that is more than [`MAX_CELLS`].
    ///
    /// Asked before any cell is made, since a file may declare what it does not hold.
    pub fn size(dimensions: &[Dimension], measures: usize) -> Option<usize> {
        dimensions
            .iter()
            .try_fold(measures, |size, dimension| {
                size.checked_mul(dimension.labels.len())
            })
            .filter(|size| *size <= MAX_CELLS)
    }

    /// Returns the cell at one label of each dimension and a measure, counted from 0; nothing outside the table.
    pub fn cell(&self, labels: &[usize], measure: usize) -> Option<CellRef<'_>> {
        if labels.len() != self.dimensions.len() || measure >= self.measures.len() {
            return None;
        }
        let mut at = 0;
        for (dimension, label) in self.dimensions.iter().zip(labels) {
            let count = dimension.labels.len();
            if *label >= count {
                return None;
            }
            at = at * count + label;
        }
        self.cells.get(at * self.measures.len() + measure)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_dimension_runs_faster_and_the_measures_fastest() {
        let mut cells = Cells::default();
        for value in 0..12 {
            cells.push(f64::from(value));
        }
        let table = Table {
            dimensions: vec![
                Dimension::of("region", Role::Place, &["0180", "1480"]),
                Dimension::of("year", Role::Time, &["2021", "2022", "2023"]),
            ],
            measures: vec![Measure::of("count"), Measure::of("share")],
            cells,
            ..Table::default()
        };
        assert_eq!(table.cell(&[0, 0], 1), Some(CellRef::Value(1.0)));
        assert_eq!(table.cell(&[0, 1], 0), Some(CellRef::Value(2.0)));
        assert_eq!(table.cell(&[1, 2], 1), Some(CellRef::Value(11.0)));
        assert_eq!(table.cell(&[2, 0], 0), None);
        assert_eq!(table.cell(&[0], 0), None);
    }

    #[test]
    fn a_size_that_no_file_has_is_refused() {
        let many: Vec<&str> = vec!["x"; 10_000];
        let dimensions = vec![Dimension::of("a", Role::Other, &many); 9];
        assert_eq!(Table::size(&dimensions, 1), None);
        assert_eq!(Table::size(&dimensions[..1], 2), Some(20_000));
    }
}
