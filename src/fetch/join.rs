//! Pieces of one table, put together by the codes of their labels.

use std::collections::HashMap;

use crate::{
    data::{
        Table,
        table::{CellRef, Cells, Dimension, MAX_CELLS, Measure},
    },
    text::SafeText,
};

/// Why pieces do not make one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotOne {
    /// There is none.
    Nothing,
    /// A piece has other variables than the first.
    OtherVariables,
    /// Two pieces give different figures for one cell: the table was changed while it was fetched. What the cell is about.
    Changed(SafeText),
    /// Together they have more cells than [`MAX_CELLS`].
    TooLarge,
}

/// Puts pieces together. Labels keep the order in which they come, years are put in theirs; what stands in no piece is blank.
///
/// The first piece tells title and source, every piece its notes; `updated` is the latest that any tells.
pub fn join(pieces: Vec<Table>) -> Result<Table, NotOne> {
    let mut pieces = pieces.into_iter();
    let Some(mut whole) = pieces.next() else {
        return Err(NotOne::Nothing);
    };
    let rest: Vec<Table> = pieces.collect();
    if rest.is_empty() {
        return Ok(whole);
    }
    let first = Table {
        cells: std::mem::take(&mut whole.cells),
        ..whole.clone()
    };
    for piece in &rest {
        widen(&mut whole, piece)?;
    }
    for dimension in &mut whole.dimensions {
        in_time(dimension);
    }
    let size = Table::size(&whole.dimensions, whole.measures.len()).ok_or(NotOne::TooLarge)?;
    debug_assert!(size <= MAX_CELLS);
    let mut cells = Cells::blank(size);
    let mut filled = vec![false; size];
    for piece in std::iter::once(&first).chain(&rest) {
        place(piece, &whole, &mut cells, &mut filled)?;
    }
    whole.cells = cells;
    Ok(whole)
}

/// Takes over labels, measures and notes that are new.
fn widen(whole: &mut Table, piece: &Table) -> Result<(), NotOne> {
    let same = whole.dimensions.len() == piece.dimensions.len()
        && whole
            .dimensions
            .iter()
            .zip(&piece.dimensions)
            .all(|(known, found)| known.code == found.code);
    if !same {
        return Err(NotOne::OtherVariables);
    }
    for (known, found) in whole.dimensions.iter_mut().zip(&piece.dimensions) {
        let codes: std::collections::HashSet<&str> = known
            .labels
            .iter()
            .map(|label| label.code.as_str())
            .collect();
        let fresh = found.labels.iter();
        let fresh = fresh.filter(|label| !codes.contains(label.code.as_str()));
        let fresh: Vec<_> = fresh.cloned().collect();
        known.labels.extend(fresh);
    }
    for measure in &piece.measures {
        if whole
            .measures
            .iter()
            .all(|known| known.code != measure.code)
        {
            whole.measures.push(Measure::clone(measure));
        }
    }
    for note in &piece.notes {
        if !whole.notes.contains(note) {
            whole.notes.push(note.clone());
        }
    }
    if piece.updated.as_str() > whole.updated.as_str() {
        whole.updated = piece.updated.clone();
    }
    Ok(())
}

/// Puts years in their order: servers give them in the order in which pieces came.
fn in_time(dimension: &mut Dimension) {
    use crate::data::table::Role;
    let year = |code: &str| code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_digit());
    if dimension.role == Role::Time && dimension.labels.iter().all(|label| year(&label.code)) {
        dimension
            .labels
            .sort_by(|one, other| one.code.cmp(&other.code));
    }
}

fn place(
    piece: &Table,
    whole: &Table,
    cells: &mut Cells,
    filled: &mut [bool],
) -> Result<(), NotOne> {
    let mut moved: Vec<Vec<usize>> = Vec::new();
    for (from, to) in piece.dimensions.iter().zip(&whole.dimensions) {
        let places = to.labels.iter().enumerate();
        let places: HashMap<&str, usize> = places
            .map(|(at, label)| (label.code.as_str(), at))
            .collect();
        let codes = from.labels.iter();
        moved.push(
            codes
                .map(|label| places.get(label.code.as_str()).copied().unwrap_or(0))
                .collect(),
        );
    }
    let measures: Vec<usize> = piece
        .measures
        .iter()
        .map(|measure| {
            let known = whole.measures.iter();
            known
                .into_iter()
                .position(|one| one.code == measure.code)
                .unwrap_or(0)
        })
        .collect();
    let mut at = vec![0; piece.dimensions.len()];
    let per_place = measures.len().max(1);
    for (number, cell) in piece.cells.iter().enumerate() {
        if number % per_place == 0 {
            let mut rest = number / per_place;
            for (label, dimension) in at.iter_mut().zip(&piece.dimensions).rev() {
                let count = dimension.labels.len().max(1);
                *label = rest % count;
                rest /= count;
            }
        }
        let to = at.iter().zip(&moved).zip(&whole.dimensions).fold(
            0,
            |to, ((label, moved), dimension)| {
                to * dimension.labels.len() + moved.get(*label).copied().unwrap_or(0)
            },
        );
        let to = to * whole.measures.len() + measures.get(number % per_place).copied().unwrap_or(0);
        // A page ends anywhere; what it does not hold is blank in it and stands in another.
        if matches!(cell, CellRef::Missing(reason) if reason.mark.is_empty()) {
            continue;
        }
        if filled.get(to) == Some(&true) && cells.get(to) != Some(cell) {
            return Err(NotOne::Changed(about(piece, &at)));
        }
        match cell {
            CellRef::Value(value) => cells.set(to, value),
            CellRef::Missing(reason) => cells.set_missing(to, reason),
        }
        if let Some(filled) = filled.get_mut(to) {
            *filled = true;
        }
    }
    Ok(())
}

/// Says what a cell is about: "Haninge, 2023, kvinnor".
fn about(piece: &Table, at: &[usize]) -> SafeText {
    let labels = piece.dimensions.iter().zip(at);
    let words: Vec<&str> = labels
        .filter_map(|(dimension, label)| dimension.labels.get(*label))
        .map(|label| label.text.as_str())
        .collect();
    SafeText::line(&words.join(", "))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        data::table::{Meaning, Note, Reason, Role},
        fetch::split::{self, Limits},
    };

    fn table(sizes: &[usize], measures: usize) -> Table {
        let dimensions: Vec<Dimension> = sizes
            .iter()
            .enumerate()
            .map(|(at, size)| {
                let labels: Vec<String> = (0..*size).map(|label| format!("{at}-{label}")).collect();
                let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
                Dimension::of(&format!("dim{at}"), Role::Other, &labels)
            })
            .collect();
        let mut cells = Cells::default();
        let dots = Reason {
            mark: "..".into(),
            meaning: Meaning::NotAvailable,
        };
        for number in 0..split::product(sizes) * measures {
            if number % 7 == 3 {
                cells.push_missing(&dots);
            } else {
                cells.push(number as f64);
            }
        }
        Table {
            dimensions,
            measures: (0..measures)
                .map(|at| Measure::of(&format!("m{at}")))
                .collect(),
            cells,
            ..Table::default()
        }
    }

    fn part(whole: &Table, piece: &[std::ops::Range<usize>]) -> Table {
        let dimensions: Vec<Dimension> = whole
            .dimensions
            .iter()
            .zip(piece)
            .map(|(dimension, range)| Dimension {
                labels: dimension.labels[range.clone()].to_vec(),
                ..dimension.clone()
            })
            .collect();
        let mut places = vec![Vec::new()];
        for range in piece {
            places = places
                .iter()
                .flat_map(|place: &Vec<usize>| {
                    range.clone().map(|at| [place.as_slice(), &[at]].concat())
                })
                .collect();
        }
        let mut cells = Cells::default();
        for place in places {
            for measure in 0..whole.measures.len() {
                match whole.cell(&place, measure).unwrap() {
                    CellRef::Value(value) => cells.push(value),
                    CellRef::Missing(reason) => cells.push_missing(reason),
                }
            }
        }
        Table {
            dimensions,
            cells,
            ..whole.clone()
        }
    }

    proptest! {
        #[test]
        fn what_was_cut_is_the_same_when_it_is_put_together(
            sizes in proptest::collection::vec(1_usize..7, 1..4),
            measures in 1_usize..3,
            cells in 1_usize..60,
        ) {
            let whole = table(&sizes, measures);
            let limits = Limits { cells, values: usize::MAX };
            let cut = split::pieces(&sizes, limits).unwrap();
            let parts = cut.iter().map(|piece| part(&whole, piece)).collect();
            prop_assert_eq!(join(parts), Ok(whole));
        }
    }

    #[test]
    fn years_come_in_their_order_and_holes_are_blank() {
        let piece = |years: &[&str], places: &[&str], notes: &str| {
            let mut cells = Cells::default();
            for at in 0..years.len() * places.len() {
                cells.push(at as f64);
            }
            Table {
                dimensions: vec![
                    Dimension::of("municipality", Role::Place, places),
                    Dimension::of("period", Role::Time, years),
                ],
                measures: vec![Measure::of("N15428")],
                notes: vec![Note {
                    text: notes.into(),
                    ..Note::default()
                }],
                updated: years[0].into(),
                cells,
                ..Table::default()
            }
        };
        let pieces = vec![
            piece(&["2021", "2022"], &["0136"], "a"),
            piece(&["2019"], &["0180"], "a"),
            piece(&["2020"], &["0136"], "b"),
        ];
        let whole = join(pieces).unwrap();
        let years: Vec<&str> = whole.dimensions[1]
            .labels
            .iter()
            .map(|l| l.code.as_str())
            .collect();
        assert_eq!(years, ["2019", "2020", "2021", "2022"]);
        assert_eq!(whole.cell(&[0, 2], 0), Some(CellRef::Value(0.0)));
        assert_eq!(whole.cell(&[0, 3], 0), Some(CellRef::Value(1.0)));
        assert_eq!(whole.cell(&[1, 0], 0), Some(CellRef::Value(0.0)));
        assert_eq!(whole.cell(&[0, 0], 0).unwrap().value(), None);
        assert_eq!((whole.notes.len(), whole.updated.as_str()), (2, "2021"));
    }

    #[test]
    fn pieces_that_do_not_fit_are_told() {
        assert_eq!(join(Vec::new()), Err(NotOne::Nothing));
        let one = table(&[2, 2], 1);
        let mut other = table(&[2, 2], 1);
        other.dimensions[0].code = "else".into();
        assert_eq!(join(vec![one.clone(), other]), Err(NotOne::OtherVariables));
        let mut changed = table(&[2, 2], 1);
        changed.cells.set(1, 99.0);
        assert_eq!(
            join(vec![one.clone(), changed]),
            Err(NotOne::Changed("0-0, 1-1".into()))
        );
        assert_eq!(join(vec![one.clone(), one.clone()]), Ok(one));
    }
}
