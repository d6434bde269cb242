//! What a plan says to a person: the pace of a stage, early or late, who gave a minute.

use super::Plan;
use crate::text::{Moment, Span};

/// A shift shorter than this is not spoken of.
pub const QUIET: Span = Span::seconds(15);

/// How a running stage stands against its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pace {
    /// More than a fifth is left.
    OnPace,
    /// At most 20 % is left.
    Soon,
    /// At most 5 % is left.
    AboutTo,
    /// Nothing is left.
    Over,
}

/// Tells how a stage stands that has `spent` of its length; give it [`Row::allotted`](super::Row::allotted).
pub fn pace(spent: Span, fitted: Span) -> Pace {
    let left = fitted.0.saturating_sub(spent.0);
    let at_most =
        |percent: i64| i128::from(left) * 100 <= i128::from(fitted.0) * i128::from(percent);
    match left {
        ..=0 => Pace::Over,
        _ if at_most(5) => Pace::AboutTo,
        _ if at_most(20) => Pace::Soon,
        _ => Pace::OnPace,
    }
}

/// Tells how early (negative) or late (positive) the dialogue is against the plan made at its start.
///
/// The lateness with which the current stage was entered, and from the moment it has taken its planned length, what it takes
/// beyond. While a stage is within its length nothing grows: it may still end as planned. Zero when under [`QUIET`].
pub fn drift(
    planned_start_of_current: Moment,
    entered: Moment,
    spent: Span,
    planned: Span,
) -> Span {
    let entered_late = entered.0.saturating_sub(planned_start_of_current.0);
    let beyond = spent.0.saturating_sub(planned.0).max(0);
    spoken(entered_late.saturating_add(beyond))
}

/// Tells which stages became longer (positive) or shorter (negative) from one plan to the next, small shifts left out.
pub fn taken_from(before: &Plan, after: &Plan) -> Vec<(usize, Span)> {
    let shifts = before
        .rows
        .iter()
        .zip(&after.rows)
        .map(|(old, new)| spoken(new.fitted.0.saturating_sub(old.fitted.0)));
    shifts
        .enumerate()
        .filter(|(_, shift)| *shift != Span::ZERO)
        .collect()
}

/// Leaves out what is not spoken of.
const fn spoken(milliseconds: i64) -> Span {
    if milliseconds.unsigned_abs() < QUIET.0.unsigned_abs() {
        Span::ZERO
    } else {
        Span(milliseconds)
    }
}
