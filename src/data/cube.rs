//! What the readers of published tables share: the order of cells, the usual marks, and dimensions that are known by their names.

use std::collections::HashMap;

use super::table::{CellRef, Cells, Dimension, Label, Meaning, Measure, Reason, Role};
use crate::text::SafeText;

/// Cells that come in any order.
pub(super) struct Scatter {
    cells: Vec<Option<Result<f64, Reason>>>,
}

impl Scatter {
    /// Makes room for so many cells.
    pub(super) fn new(count: usize) -> Self {
        Self {
            cells: vec![None; count],
        }
    }

    /// Puts a cell in its place; says no where another one stands there already, or where there is no such place.
    pub(super) fn put(&mut self, place: usize, cell: Result<f64, Reason>) -> bool {
        match self.cells.get_mut(place) {
            Some(Some(known)) => *known == cell,
            Some(empty) => {
                *empty = Some(cell);
                true
            }
            None => false,
        }
    }

    /// Gives the cells in their order; those that never came are blank.
    pub(super) fn into_cells(self) -> Cells {
        let mut cells = Cells::default();
        for cell in self.cells {
            match cell {
                Some(Ok(value)) => cells.push(value),
                Some(Err(reason)) => cells.push_missing(&reason),
                None => cells.push(f64::NAN),
            }
        }
        cells
    }
}

/// Labels that are found among the cells, in the order in which they first come.
#[derive(Default)]
pub(super) struct Found {
    places: HashMap<String, usize>,
    pub(super) labels: Vec<Label>,
}

impl Found {
    /// Returns the place of a code, new or known.
    pub(super) fn place(&mut self, code: &str) -> usize {
        if let Some(place) = self.places.get(code) {
            return *place;
        }
        let place = self.labels.len();
        self.places.insert(code.to_owned(), place);
        self.labels.push(Label::of(code));
        place
    }

    /// Puts labels that are all numbers in the order of the numbers, since servers sort 10 before 2; and gives for every old place the
    /// new one. Other labels stay.
    pub(super) fn sort_numbers(&mut self) -> Vec<usize> {
        let number = |label: &Label| label.code.trim_end_matches('+').parse::<u64>().ok();
        let numbers: Option<Vec<u64>> = self.labels.iter().map(number).collect();
        let mut order: Vec<usize> = (0..self.labels.len()).collect();
        if let Some(numbers) = numbers {
            order.sort_by_key(|place| numbers.get(*place).copied());
        }
        self.reorder(&order)
    }

    /// Puts labels in the order of their codes, as school years want, and gives for every old place the new one.
    pub(super) fn sort_codes(&mut self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.labels.len()).collect();
        order.sort_by(|a, b| self.labels[*a].code.cmp(&self.labels[*b].code));
        self.reorder(&order)
    }

    fn reorder(&mut self, order: &[usize]) -> Vec<usize> {
        let mut moved = vec![0; order.len()];
        for (new, old) in order.iter().enumerate() {
            moved[*old] = new;
        }
        self.labels = order.iter().map(|old| self.labels[*old].clone()).collect();
        moved
    }
}

/// Turns cells whose measures are one of the dimensions so that the measures run fastest, as [`Table`](super::Table) has them.
///
/// `sizes` are those of the file, the measures among them at `metric`.
pub(super) fn measures_last(cells: Cells, sizes: &[usize], metric: usize) -> Cells {
    let product = |sizes: &[usize]| sizes.iter().product::<usize>();
    let (before, after) = sizes.split_at(metric.min(sizes.len()));
    let Some((measures, after)) = after.split_first() else {
        return cells;
    };
    let inner = product(after);
    if inner == 1 || *measures == 1 {
        return cells;
    }
    let mut turned = Cells::default();
    for outer in 0..product(before) {
        for cell in 0..inner {
            for measure in 0..*measures {
                match cells.get((outer * measures + measure) * inner + cell) {
                    Some(CellRef::Value(value)) => turned.push(value),
                    Some(CellRef::Missing(reason)) => turned.push_missing(reason),
                    None => turned.push(f64::NAN),
                }
            }
        }
    }
    turned
}

/// Takes the dimension of the measures out of the others; without one the table has a single measure, named by what it is about.
pub(super) fn split_measures(
    dimensions: &mut Vec<Dimension>,
    metric: Option<usize>,
    about: &str,
) -> Vec<Measure> {
    match metric.filter(|at| *at < dimensions.len()) {
        Some(at) => dimensions
            .remove(at)
            .labels
            .into_iter()
            .map(|label| Measure {
                code: label.code,
                name: label.text,
                ..Measure::default()
            })
            .collect(),
        None => vec![Measure::of(about)],
    }
}

/// Says what a mark usually means. A file that gives the mark a meaning of its own is believed before this.
pub(super) fn reason(mark: &str) -> Reason {
    let mark = SafeText::line(mark.trim());
    let meaning = match mark.as_str() {
        "" => Meaning::Blank,
        "." => Meaning::NotApplicable,
        ".." | "m" | "M" => Meaning::NotAvailable,
        ":" | "c" | "C" => Meaning::Confidential,
        "-" | "–" => Meaning::Nil,
        _ => Meaning::Unsaid,
    };
    Reason { mark, meaning }
}

/// Guesses what a dimension is about where the file does not say; most servers name time and leave places to be guessed.
pub(crate) fn role_of(code: &str, name: &str) -> Role {
    const TIMES: [&str; 10] = [
        "tid", "time", "år", "year", "period", "månad", "month", "kvartal", "quarter", "läsår",
    ];
    const PLACES: [&str; 10] = [
        "region",
        "geo",
        "kommun",
        "municipality",
        "län",
        "county",
        "land",
        "country",
        "deso",
        "tätort",
    ];
    let named = |words: &[&str]| {
        let (code, name) = (code.to_lowercase(), name.to_lowercase());
        words.iter().any(|word| *word == code || *word == name)
    };
    if named(&TIMES) {
        Role::Time
    } else if named(&PLACES) {
        Role::Place
    } else {
        Role::Other
    }
}

/// Says whether a note tells of noise: parts then need not sum to their totals, and whoever reads the figures has to know.
///
/// Servers mark such notes as mandatory in some of their answers and forget it in others.
pub(super) fn tells_of_noise(note: &str) -> bool {
    note.contains("CKM") || note.to_lowercase().contains("cell key")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_run_fastest_whatever_their_place_was() {
        let mut cells = Cells::default();
        // Two measures, then three years.
        for value in [1, 2, 3, 10, 20] {
            cells.push(f64::from(value));
        }
        cells.push_missing(&reason(".."));
        let turned = measures_last(cells.clone(), &[2, 3], 0);
        let values: Vec<_> = turned.iter().map(CellRef::value).collect();
        assert_eq!(
            values,
            [
                Some(1.0),
                Some(10.0),
                Some(2.0),
                Some(20.0),
                Some(3.0),
                None
            ]
        );
        assert_eq!(turned.get(5), Some(CellRef::Missing(&reason(".."))));
        assert_eq!(measures_last(cells.clone(), &[3, 2], 1), cells);
        assert_eq!(measures_last(cells.clone(), &[3, 2], 7), cells);
    }

    #[test]
    fn time_and_places_are_known_by_their_names() {
        assert_eq!(role_of("Tid", "år"), Role::Time);
        assert_eq!(role_of("x", "Kommun"), Role::Place);
        assert_eq!(role_of("Kon", "kön"), Role::Other);
    }
}
