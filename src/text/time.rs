//! Instants and spans of time as the dialogue uses them, without a clock.
//!
//! Arithmetic stops at the ends of time instead of running over: a file with an absurd time is shown, not a crash.

use std::{
    fmt,
    ops::{Add, AddAssign, Neg, Sub},
};

use serde::{Deserialize, Serialize};

/// An instant as UTC milliseconds since 1970.
///
/// Time is kept in UTC and shown in the session's zone, so that a changed clock zone or another machine changes nothing.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Moment(pub i64);

/// A signed length of time in milliseconds.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Span(pub i64);

impl Span {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// Makes a span of whole minutes.
    pub const fn minutes(minutes: i64) -> Self {
        Self(minutes.saturating_mul(60_000))
    }

    /// Makes a span of whole seconds.
    pub const fn seconds(seconds: i64) -> Self {
        Self(seconds.saturating_mul(1000))
    }

    /// Returns the length in seconds, rounded up, as a countdown shows it (0:01 until it is really over).
    pub const fn seconds_up(self) -> i64 {
        self.0.div_euclid(1000) + (self.0.rem_euclid(1000) > 0) as i64
    }

    /// Returns the length in whole seconds, rounded down.
    pub const fn seconds_down(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// Returns the length without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// Returns the span, or nothing where it is negative.
    #[must_use]
    pub fn at_least_zero(self) -> Self {
        self.max(Self::ZERO)
    }
}

impl fmt::Display for Span {
    /// Writes minutes and seconds, `13:30` or `-0:05`: the form of every countdown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.abs().seconds_down();
        let sign = if self.0 < 0 && seconds > 0 { "-" } else { "" };
        f.pad(&format!("{sign}{}:{:02}", seconds / 60, seconds % 60))
    }
}

impl Add<Span> for Moment {
    type Output = Self;
    fn add(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }
}

impl Sub<Span> for Moment {
    type Output = Self;
    fn sub(self, span: Span) -> Self {
        Self(self.0.saturating_sub(span.0))
    }
}

impl Sub for Moment {
    type Output = Span;
    fn sub(self, earlier: Self) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

impl Add for Span {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Span {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Span {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Span {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl std::iter::Sum for Span {
    fn sum<I: Iterator<Item = Self>>(spans: I) -> Self {
        spans.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_countdown_reads_in_minutes_and_seconds() {
        for (milliseconds, shown) in [
            (0, "0:00"),
            (999, "0:00"),
            (1000, "0:01"),
            (-999, "0:00"),
            (-5000, "-0:05"),
            (810_000, "13:30"),
            (-65_000, "-1:05"),
            (6_000_000, "100:00"),
        ] {
            assert_eq!(Span(milliseconds).to_string(), shown);
        }
        assert_eq!(format!("{:>6}", Span::seconds(5)), "  0:05");
    }

    #[test]
    fn seconds_go_up_in_a_countdown_and_down_in_a_count() {
        for (milliseconds, up, down) in [
            (0, 0, 0),
            (1, 1, 0),
            (1000, 1, 1),
            (1001, 2, 1),
            (-1, 0, -1),
            (-1000, -1, -1),
        ] {
            assert_eq!(
                (
                    Span(milliseconds).seconds_up(),
                    Span(milliseconds).seconds_down()
                ),
                (up, down)
            );
        }
    }

    proptest! {
        #[test]
        fn no_time_is_too_large(a: i64, b: i64) {
            let (moment, span) = (Moment(a), Span(b));
            let sum: Span = [span, Span(a)].into_iter().sum();
            prop_assert_eq!(sum, span + Span(a));
            prop_assert!((moment + span - moment).0.signum() * b.signum() >= 0);
            prop_assert!(span.abs() >= Span::ZERO && -span.abs() <= Span::ZERO && span.at_least_zero() >= Span::ZERO);
            prop_assert!(span.seconds_up() >= span.seconds_down());
            drop((span.to_string(), Span::minutes(a), Span::seconds(b), moment - span));
        }
    }
}
