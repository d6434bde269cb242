//! Guesses that a group calls out before it sees a value: counted and spread, and never kept one by one.

use std::fmt;

/// With fewer guesses than this the spread would be the guesses themselves, so only their number is told.
pub const FEWEST: usize = 3;
/// More guesses than this are no group of people, but something pasted.
pub const MOST: usize = 500;

/// The guesses of one round, as long as they are called out. Nothing writes them; not even a log of the state shows one.
#[derive(Clone, Default, PartialEq)]
pub struct Guesses(Vec<f64>);

/// What may be said of guesses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// How many there were.
    pub count: usize,
    /// Where they lay; nothing where there were fewer than [`FEWEST`].
    pub ends: Option<Ends>,
}

/// Where guesses lay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ends {
    /// The lowest.
    pub low: f64,
    /// The one in the middle, or half way between the two in the middle.
    pub middle: f64,
    /// The highest.
    pub high: f64,
}

impl fmt::Debug for Guesses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Guesses({})", self.0.len())
    }
}

impl Guesses {
    /// Adds guesses in any order; false, and nothing added, where they would be more than [`MOST`].
    pub fn add(&mut self, more: &[f64]) -> bool {
        let fits = self.0.len() + more.len() <= MOST;
        if fits {
            self.0.extend(more.iter().filter(|guess| guess.is_finite()));
        }
        fits
    }

    /// Tells whether nobody has guessed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns what may be said of them; nothing where there are none.
    pub fn spread(&self) -> Option<Spread> {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let (low, high) = (*sorted.first()?, *sorted.last()?);
        let count = sorted.len();
        // Halves, since the sum of two large numbers may be more than a number can hold.
        let middle = sorted[(count - 1) / 2] / 2.0 + sorted[count / 2] / 2.0;
        Some(Spread {
            count,
            ends: (count >= FEWEST).then_some(Ends { low, middle, high }),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(guesses: &[f64]) -> Guesses {
        let mut all = Guesses::default();
        assert!(all.add(guesses));
        all
    }

    #[test]
    fn guesses_are_told_by_their_spread() {
        let spread = of(&[60.0, 70.0, 55.0, 80.0]).spread().unwrap();
        let ends = spread.ends.unwrap();
        assert_eq!(spread.count, 4);
        assert_eq!((ends.low, ends.middle, ends.high), (55.0, 65.0, 80.0));
        assert_eq!(of(&[]).spread(), None);
    }

    #[test]
    fn one_or_two_guesses_are_only_counted() {
        for few in [&[42.0][..], &[42.0, 77.0]] {
            let spread = of(few).spread().unwrap();
            assert_eq!((spread.count, spread.ends), (few.len(), None));
        }
    }

    #[test]
    fn the_state_written_out_shows_no_guess() {
        let written = format!("{:?}", of(&[41.0, 97.0]));
        assert_eq!(written, "Guesses(2)");
    }

    #[test]
    fn more_than_a_group_is_not_taken() {
        let mut all = of(&vec![1.0; MOST]);
        assert!(!all.add(&[2.0]));
        assert_eq!(all.spread().unwrap().count, MOST);
    }

    proptest! {
        #[test]
        fn the_middle_lies_between_the_ends_in_any_order(
            mut guesses in prop::collection::vec(-1e9..1e9_f64, FEWEST..40),
        ) {
            let spread = of(&guesses).spread();
            guesses.reverse();
            prop_assert_eq!(of(&guesses).spread(), spread);
            let ends = spread.unwrap().ends.unwrap();
            prop_assert!(ends.low <= ends.middle && ends.middle <= ends.high);
            prop_assert!(guesses.contains(&ends.low) && guesses.contains(&ends.high));
        }
    }
}
