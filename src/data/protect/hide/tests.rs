use proptest::prelude::*;

use super::*;

fn counts(columns: usize, cells: &[u64], totals: (bool, bool)) -> Counts {
    Counts {
        columns,
        cells: cells.iter().copied().map(Some).collect(),
        row_totals: totals.0,
        column_totals: totals.1,
    }
}

/// Writes what is left: `s` a small number, `r` what would reveal one.
fn left(columns: usize, cells: &[u64], totals: (bool, bool)) -> String {
    let hidden = hide(&counts(columns, cells, totals), 5);
    let marks: Vec<String> = cells
        .iter()
        .zip(&hidden.cells)
        .map(|(count, why)| match why {
            None => count.to_string(),
            Some(Why::Small) => "s".to_owned(),
            Some(Why::Reveals) => "r".to_owned(),
        })
        .collect();
    let rows: Vec<String> = marks.chunks(columns).map(|row| row.join(" ")).collect();
    rows.join(" | ")
}

#[test]
fn one_way_tables() {
    for (cells, shown) in [
        (&[12, 30, 5][..], "12 30 5"),
        // Alone it is the total less the rest; the smallest other goes with it.
        (&[3, 30, 12], "s 30 r"),
        (&[3, 4, 30], "s s 30"),
        // Nobody is no one in particular, and a zero cannot stand in for a number.
        (&[0, 3, 30, 12], "0 s 30 r"),
        (&[0, 0, 40], "0 0 40"),
        // Each at least one and two together: only 1 and 1.
        (&[1, 1, 40], "s s r"),
        (&[2, 98], "s r"),
        (&[1, 1, 1, 1, 1], "s s s s s"),
    ] {
        assert_eq!(left(cells.len(), cells, (true, false)), shown, "{cells:?}");
    }
    // Where nobody can know the total, nothing else is hidden.
    assert_eq!(left(3, &[3, 30, 12], (false, false)), "s 30 12");
}

#[test]
fn two_way_tables_close_a_ring() {
    let both = (true, true);
    assert_eq!(
        left(3, &[3, 20, 30, 40, 50, 60, 70, 80, 90], both),
        "s r 30 | r r 60 | 70 80 90"
    );
    // Two small ones in different rows and columns use each other's rings.
    assert_eq!(
        left(3, &[3, 20, 30, 40, 2, 60, 70, 80, 90], both),
        "s r 30 | r s 60 | 70 80 90"
    );
    // Where nothing else closes a ring a zero is hidden with the rest.
    assert_eq!(left(2, &[3, 20, 0, 30], both), "s r | r r");
}

#[test]
fn sums_that_give_it_away_are_named() {
    let hidden = hide(&counts(2, &[1, 2, 30, 40], (true, true)), 5);
    assert_eq!(hidden.rows, [true, false]);
    // A single column whose rows sum to their cells: only its own sum can give way.
    let one = hide(&counts(1, &[3, 30], (true, true)), 5);
    assert_eq!((one.rows, one.columns), (vec![true, false], vec![true]));
}

#[test]
fn what_the_file_does_not_tell_is_left_alone() {
    let mut with_gap = counts(3, &[3, 0, 12], (true, false));
    with_gap.cells[1] = None;
    let hidden = hide(&with_gap, 5);
    assert_eq!(hidden.cells, [Some(Why::Small), None, Some(Why::Reveals)]);
    assert_eq!(hide(&counts(0, &[], (true, true)), 5).cells, []);
}

/// Every table that fits what a reader knows, found by trying: sums that are not hidden, cells that are shown, one at least in a hidden
/// cell, or none where zeros are hidden too.
struct Attacker<'a> {
    counts: &'a Counts,
    hidden: &'a Hidden,
    places: Vec<usize>,
    seen: Vec<Vec<u64>>,
    found: usize,
}

impl Attacker<'_> {
    fn known(totals: bool, hidden: bool) -> bool {
        totals && !hidden
    }

    fn sum(cells: &[u64], rows: &[usize], columns: &[usize], width: usize) -> u64 {
        let at = rows
            .iter()
            .flat_map(|row| columns.iter().map(move |column| row * width + column));
        at.map(|at| cells[at]).sum()
    }

    fn fits(&self, cells: &[u64]) -> bool {
        let width = self.counts.columns;
        let rows: Vec<usize> = (0..self.hidden.rows.len()).collect();
        let columns: Vec<usize> = (0..width).collect();
        let real: Vec<u64> = self.counts.cells.iter().map(|c| c.unwrap_or(0)).collect();
        let same = |rows: &[usize], columns: &[usize]| {
            Self::sum(cells, rows, columns, width) == Self::sum(&real, rows, columns, width)
        };
        rows.iter().all(|row| {
            !Self::known(self.counts.row_totals, self.hidden.rows[*row]) || same(&[*row], &columns)
        }) && columns.iter().all(|column| {
            !Self::known(self.counts.column_totals, self.hidden.columns[*column])
                || same(&rows, &[*column])
        })
    }

    fn attack(&mut self, cells: &mut Vec<u64>, next: usize) {
        let Some(at) = self.places.get(next).copied() else {
            if self.fits(cells) {
                self.found += 1;
                for (seen, place) in self.seen.iter_mut().zip(&self.places) {
                    if !seen.contains(&cells[*place]) {
                        seen.push(cells[*place]);
                    }
                }
            }
            return;
        };
        let least = u64::from(!self.hidden.zeros);
        let real = self.counts.cells[at].unwrap_or(0);
        // One more or less is enough to be unsure.
        for value in real.saturating_sub(1).max(least)..=real + 1 {
            cells[at] = value;
            self.attack(cells, next + 1);
        }
        cells[at] = real;
    }
}

fn small_table() -> impl Strategy<Value = Counts> {
    let cell = prop_oneof![4 => 0_u64..8, 1 => 8_u64..60];
    (1_usize..4, 1_usize..4, any::<(bool, bool)>()).prop_flat_map(move |(rows, columns, totals)| {
        prop::collection::vec(cell.clone(), rows * columns)
            .prop_map(move |cells| counts(columns, &cells, totals))
    })
}

fn any_table() -> impl Strategy<Value = Counts> {
    let cell = prop_oneof![3 => 0_u64..9, 2 => 9_u64..500];
    let cell = prop_oneof![9 => cell.prop_map(Some), 1 => Just(None)];
    (1_usize..9, 1_usize..8, any::<(bool, bool)>()).prop_flat_map(
        move |(rows, columns, (row_totals, column_totals))| {
            prop::collection::vec(cell.clone(), rows * columns).prop_map(move |cells| Counts {
                columns,
                cells,
                row_totals,
                column_totals,
            })
        },
    )
}

/// Says whether a line gives its one hidden cell away.
fn lonely(hidden: &Hidden, cells: impl Iterator<Item = usize>, known: bool) -> bool {
    known && cells.filter(|at| hidden.cells[*at].is_some()).count() == 1
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_hidden_cell_can_be_solved(counts in small_table(), limit in 2_u32..7) {
        let hidden = hide(&counts, limit);
        let places: Vec<usize> = (0..hidden.cells.len())
            .filter(|at| hidden.cells[*at].is_some())
            .collect();
        let mut cells: Vec<u64> = counts.cells.iter().map(|c| c.unwrap_or(0)).collect();
        let mut attacker = Attacker {
            counts: &counts,
            hidden: &hidden,
            seen: vec![Vec::new(); places.len()],
            places,
            found: 0,
        };
        attacker.attack(&mut cells, 0);
        prop_assert!(attacker.found > 0);
        for (seen, at) in attacker.seen.iter().zip(&attacker.places) {
            prop_assert!(seen.len() > 1, "{at} of {counts:?} is {seen:?}: {hidden:?}");
        }
    }

    #[test]
    fn every_small_number_is_hidden_and_no_line_gives_one_away(counts in any_table(), limit in 2_u32..12) {
        let hidden = hide(&counts, limit);
        let width = counts.columns;
        let rows = hidden.rows.len();
        for (count, why) in counts.cells.iter().zip(&hidden.cells) {
            match count {
                Some(count) if is_small(*count, limit) => prop_assert_eq!(*why, Some(Why::Small)),
                Some(_) => prop_assert_ne!(*why, Some(Why::Small)),
                None => prop_assert_eq!(*why, None),
            }
        }
        for row in 0..rows {
            let known = counts.row_totals && !hidden.rows[row];
            prop_assert!(!lonely(&hidden, row * width..(row + 1) * width, known), "{hidden:?}");
        }
        for column in 0..width {
            let known = counts.column_totals && !hidden.columns[column];
            prop_assert!(!lonely(&hidden, (0..rows).map(|row| row * width + column), known), "{hidden:?}");
        }
    }

    #[test]
    fn it_is_the_same_each_time_and_a_second_time_hides_no_more(counts in any_table()) {
        let hidden = hide(&counts, 5);
        prop_assert_eq!(&hidden, &hide(&counts, 5));
        let mut left = counts.clone();
        for (count, why) in left.cells.iter_mut().zip(&hidden.cells) {
            if why.is_some() {
                *count = None;
            }
        }
        prop_assert!(hide(&left, 5).cells.iter().all(Option::is_none));
    }

    #[test]
    fn tables_without_small_numbers_lose_nothing(counts in any_table()) {
        let mut large = counts;
        for count in large.cells.iter_mut().flatten() {
            *count = if *count == 0 { 0 } else { *count + 5 };
        }
        prop_assert!(hide(&large, 5).cells.iter().all(Option::is_none));
    }

    /// Of the cells that are hidden for others' sake, none could be shown again.
    #[test]
    fn no_more_is_hidden_than_needed(counts in small_table()) {
        let hidden = hide(&counts, 5);
        let whole = |row: usize| hidden.rows[row]
            && (row * counts.columns..(row + 1) * counts.columns).all(|at| hidden.cells[at].is_some());
        for at in 0..hidden.cells.len() {
            if hidden.cells[at] != Some(Why::Reveals) || whole(at / counts.columns) {
                continue;
            }
            let mut net = Net::new(&counts, 5);
            net.hidden.clone_from(&hidden.cells);
            net.whole = (0..net.rows).map(whole).collect();
            net.zeros = hidden.zeros;
            net.open_rows.iter_mut().zip(&hidden.rows).for_each(|(open, hidden)| *open |= *hidden);
            net.open_columns.iter_mut().zip(&hidden.columns).for_each(|(open, hidden)| *open |= *hidden);
            net.hidden[at] = None;
            let solved = (0..net.hidden.len())
                .filter(|cell| net.hidden[*cell].is_some())
                .any(|cell| net.cheapest(cell).is_none_or(|more| !more.is_empty()));
            prop_assert!(solved, "{at} of {counts:?}: {hidden:?}");
        }
    }
}
