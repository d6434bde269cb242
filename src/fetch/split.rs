//! Too much for one question, as several that a server answers: by its limit of cells, of values, of ids.

use std::ops::Range;

/// The most questions that one table may become. At thirty in ten seconds that is three minutes; more is a table to download another way.
pub const MAX_PIECES: usize = 500;

/// What a server answers at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most cells of an answer.
    pub cells: usize,
    /// The most values that a question may name, all variables together.
    pub values: usize,
}

impl Limits {
    /// What is asked of a server that does not tell its limits: what the smallest known one allows (1000).
    pub const UNKNOWN: Self = Self {
        cells: 1000,
        values: 1000,
    };
}

/// Returns groups of at most so many, in order; nothing makes one empty group, so that "all" stays one question.
pub fn groups<T: Clone>(items: &[T], most: usize) -> Vec<Vec<T>> {
    if items.is_empty() {
        return vec![Vec::new()];
    }
    items.chunks(most.max(1)).map(<[T]>::to_vec).collect()
}

/// Cuts a table with so many values in each variable into pieces within the limits; each piece says which values of each variable.
///
/// The longest variable is cut first, so that there are few pieces; together they hold every cell once. Where one cell is too much there
/// is nothing to cut, and the server will say so.
///
/// # Errors
/// How many pieces there would be, where they are more than [`MAX_PIECES`].
pub fn pieces(sizes: &[usize], limits: Limits) -> Result<Vec<Vec<Range<usize>>>, usize> {
    let mut lengths: Vec<usize> = sizes.to_vec();
    loop {
        let cells = product(&lengths);
        let values: usize = lengths.iter().sum();
        if cells <= limits.cells && values <= limits.values {
            break;
        }
        let longest = (0..lengths.len()).max_by_key(|at| (lengths[*at], *at));
        let Some(longest) = longest.filter(|at| lengths[*at] > 1) else {
            break;
        };
        let length = lengths[longest];
        let by_cells = limits.cells / (cells / length).max(1);
        let by_values = limits.values.saturating_sub(values - length);
        // Never as long as before, never shorter than one, and the pieces of a length.
        let most = by_cells.min(by_values).clamp(1, length - 1);
        let count = sizes[longest].div_ceil(most);
        lengths[longest] = sizes[longest].div_ceil(count).min(length - 1);
    }
    let counts = sizes.iter().zip(&lengths);
    let count = counts.fold(1_usize, |count, (size, length)| {
        count.saturating_mul(size.div_ceil((*length).max(1)))
    });
    if count > MAX_PIECES {
        return Err(count);
    }
    let mut pieces = vec![Vec::new()];
    for (size, length) in sizes.iter().zip(&lengths) {
        let ranges: Vec<Range<usize>> = (0..*size)
            .step_by((*length).max(1))
            .map(|from| from..(from + length).min(*size))
            .collect();
        pieces = pieces
            .iter()
            .flat_map(|piece: &Vec<Range<usize>>| {
                ranges.iter().map(|range| {
                    let mut piece = piece.clone();
                    piece.push(range.clone());
                    piece
                })
            })
            .collect();
    }
    Ok(pieces)
}

/// Returns the product, or the most there can be.
pub fn product(sizes: &[usize]) -> usize {
    sizes
        .iter()
        .fold(1_usize, |all, size| all.saturating_mul(*size))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn limits(cells: usize) -> Limits {
        Limits {
            cells,
            values: usize::MAX,
        }
    }

    #[test]
    fn a_table_over_the_limit_becomes_few_pieces() {
        let sizes = [312, 134, 3, 1, 16];
        let cut = pieces(&sizes, limits(150_000)).unwrap();
        assert_eq!(cut.len(), 14);
        assert!(cut.iter().all(|piece| piece[1] == (0..134)));
        assert_eq!(pieces(&[10, 10], limits(100)).unwrap(), [[0..10, 0..10]]);
        assert_eq!(pieces(&[], limits(100)).unwrap().len(), 1);
        assert_eq!(pieces(&[100_000, 1000], limits(100)), Err(1_000_000));
        let few = Limits {
            cells: 1000,
            values: 20,
        };
        assert_eq!(pieces(&[60, 2], few).unwrap().len(), 4);
    }

    #[test]
    fn ids_go_in_groups() {
        let ids: Vec<u32> = (0..60).collect();
        let sizes: Vec<usize> = groups(&ids, 25).iter().map(Vec::len).collect();
        assert_eq!(sizes, [25, 25, 10]);
        assert_eq!(groups::<u32>(&[], 25), [[0; 0]]);
    }

    proptest! {
        #[test]
        fn together_the_pieces_hold_every_cell_once(
            sizes in proptest::collection::vec(1_usize..12, 0..5),
            cells in 1_usize..200,
            values in 1_usize..60,
        ) {
            let limits = Limits { cells, values };
            let Ok(cut) = pieces(&sizes, limits) else { return Ok(()) };
            let mut seen = vec![0; product(&sizes)];
            for piece in &cut {
                let own: Vec<usize> = piece.iter().map(ExactSizeIterator::len).collect();
                prop_assert!(product(&own) <= cells);
                let named: usize = own.iter().sum();
                prop_assert!(named <= values || own.iter().all(|count| *count == 1));
                let mut places = vec![0];
                for (range, size) in piece.iter().zip(&sizes) {
                    places = places
                        .iter()
                        .flat_map(|place| range.clone().map(move |at| place * size + at))
                        .collect();
                }
                for place in places {
                    seen[place] += 1;
                }
            }
            prop_assert!(seen.iter().all(|count| *count == 1));
        }
    }
}
