//! How the agenda is fitted to the slot: one pure function from what is planned and what has been spent to a [`Plan`].
//!
//! The rule in one sentence: *the end stands firm, the closing gets its minutes, the rest is shared by wish within minimum
//! and maximum, and a shift under 15 seconds is not spoken of.*
//!
//! # How it is reckoned
//!
//! Every stage that still matters keeps what it has spent. The time that is left until the end of the slot is then handed
//! out, millisecond by millisecond, in a fixed order:
//!
//! 1. the closing, up to its minimum;
//! 2. the other stages, up to their minimums, all by the same part of it;
//! 3. the closing, up to its wish;
//! 4. minutes that the facilitator has added by hand;
//! 5. the other stages, up to their maximums, all by the same part of their wish.
//!
//! Where the time runs out, the plan stops; where the order runs out, the dialogue ends early. Since the order never
//! depends on how much time there is, less time can only take away from the tail of it. That is why a later `now` never
//! gives a later stage more, why no stage jumps without a cause, and why the sum is exact to the millisecond.

use crate::text::{Moment, Span};

mod demand;
mod fill;
mod readings;
#[cfg(test)]
mod tests;
mod ways;

use demand::Demand;
pub use readings::{Pace, QUIET, drift, pace, taken_from};
pub use ways::WayOut;

/// How short, how long by wish and how long at most a stage may be.
///
/// A fixed stage has the same value three times. A value out of order is put in order (`min <= wish <= max`), never refused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// The least that the stage is worth holding for.
    pub min: Span,
    /// What it gets when nothing presses, and its weight when time is shared.
    pub wish: Span,
    /// The most that it gets by itself.
    pub max: Span,
}

impl Bounds {
    /// Makes the bounds of a stage that is neither stretched nor squeezed.
    pub const fn fixed(length: Span) -> Self {
        Self {
            min: length,
            wish: length,
            max: length,
        }
    }

    /// Makes bounds of whole minutes.
    pub const fn minutes(min: i64, wish: i64, max: i64) -> Self {
        Self {
            min: Span::minutes(min),
            wish: Span::minutes(wish),
            max: Span::minutes(max),
        }
    }
}

/// Where a stage stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Progress {
    /// It is over.
    Done,
    /// It runs, or is paused. At most one stage does; of several the last counts.
    Running,
    /// It is to come. Stages left behind before the running one count as done.
    #[default]
    Ahead,
    /// It was skipped.
    Skipped,
}

/// One stage as the schedule sees it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StageLoad {
    /// Minimum, wish and maximum.
    pub bounds: Bounds,
    /// The closing: it gets its wish before anybody else gets more than a minimum.
    pub closing: bool,
    /// Where the stage stands.
    pub progress: Progress,
    /// How long it has run, without pauses.
    pub spent: Span,
    /// Minutes that the facilitator has given (positive) or taken (negative) by hand.
    ///
    /// They count against the length that the stage would have without them, and the other stages carry them by wish. What
    /// to add here for a key press is told by [`adjustment`].
    pub adjust: Span,
    /// It may be left out for a group that knows it already (guide: the concept stages).
    pub skippable: bool,
}

/// Everything that the fit depends on.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// When the slot ends.
    pub slot_end: Moment,
    /// The present; before the dialogue has begun, the later of the present and the planned start.
    pub now: Moment,
    /// The stages in the order of the agenda.
    pub stages: &'a [StageLoad],
}

/// One stage of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The whole length of the stage, with what is spent of it already. Of a stage that is over: what it took.
    pub fitted: Span,
    /// What the running stage may take: `fitted` until it is over its time, then what it should have kept to.
    ///
    /// A countdown counts down from here, so that it can go below zero; for every other stage it equals `fitted`.
    pub allotted: Span,
    /// When it starts. Rows of stages that are over are chained back from the present, as if there had been no pause.
    pub starts: Moment,
    /// When it ends, which is when the next one starts.
    pub ends: Moment,
    /// It is squeezed to its minimum, or below.
    pub from_minimum: bool,
}

/// The agenda fitted to the slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// One row per stage, in the same order.
    pub rows: Vec<Row>,
    /// The latest moment to start the closing so that it and what follows end with the slot; none once it has begun.
    pub closing_start: Option<Moment>,
    /// When the dialogue ends if all goes as fitted: the end of the slot, or earlier, or (when the slot is over) now.
    pub ends: Moment,
    /// How much time is missing for even the minimums; zero when they fit.
    pub short_by: Span,
    /// How much more the wishes ask for than there is room.
    pub wish_over: Span,
    /// What can be done when the minimums do not fit; empty when they do.
    pub ways_out: Vec<WayOut>,
}

/// Fits the agenda to the slot. See the module for the rule.
pub fn fit(input: &Input<'_>) -> Plan {
    let demands = Demand::of(input.stages);
    let left = left(input);
    let lengths = demand::lengths(&demands, left);
    let current = demands.iter().position(|demand| demand.live);
    let missing: i64 = demands.iter().map(Demand::below_least).sum::<i64>() - left;
    let wished: i64 = demands.iter().map(Demand::below_wish).sum::<i64>() - left;
    let short_by = if current.is_some() { missing.max(0) } else { 0 };

    let rows = chain(
        input.now,
        &demands,
        &lengths,
        allotted(&demands, &lengths, left),
    );
    let closing_start = demands
        .iter()
        .position(|demand| demand.closing && demand.live && !demand.running)
        .map(|closing| {
            let rest: i64 = demands
                .iter()
                .zip(&lengths)
                .skip(closing)
                .map(|(demand, length)| length - demand.spent)
                .sum();
            later(input.slot_end, -rest)
        });
    Plan {
        closing_start,
        ends: rows.last().map_or(input.now, |row| row.ends),
        short_by: Span(short_by),
        wish_over: Span(if current.is_some() { wished.max(0) } else { 0 }),
        ways_out: if short_by > 0 {
            ways::out(&demands, input.stages, short_by)
        } else {
            Vec::new()
        },
        rows,
    }
}

/// Finds what to add to a stage's [`StageLoad::adjust`] so that it becomes `by` longer (or shorter) than it is fitted now.
///
/// Mostly that is `by` itself. It is more for a stage that is over its time already, where a minute means a minute from
/// now, and less where only a part can be had. None: nobody has anything to give (the closing keeps its minutes), or a
/// stage cannot get shorter than what it has spent. Minutes that were taken from a stage earlier come back to it from
/// whoever got them, be it the closing.
pub fn adjustment(input: &Input<'_>, stage: usize, by: Span) -> Option<Span> {
    let mut stages = input.stages.to_vec();
    let held = demand::tame(stages.get(stage)?.adjust.0);
    let left = left(input);
    let mut length_with = |change: i64| {
        if let Some(load) = stages.get_mut(stage) {
            load.adjust = Span(held + change);
        }
        demand::lengths(&Demand::of(&stages), left)
            .get(stage)
            .copied()
            .unwrap_or_default()
    };
    let by = demand::tame(by.0);
    let before = length_with(0);
    if (length_with(by) - before - by).abs() < ROUNDING {
        return (by != 0).then_some(Span(by));
    }
    let sign = by.signum();
    let best = (length_with(sign * demand::LONGEST) - before)
        .abs()
        .min(by.abs());
    if best < QUIET.0 {
        return None;
    }
    // The length never falls when the adjustment grows, so the smallest change that reaches the best can be halved out.
    let (mut too_little, mut enough) = (0, demand::LONGEST);
    while enough - too_little > 1 {
        let middle = i64::midpoint(too_little, enough);
        if (length_with(sign * middle) - before).abs() >= best {
            enough = middle;
        } else {
            too_little = middle;
        }
    }
    Some(Span(sign * enough))
}

/// So near is exact: nobody sees half a second, and a whole minute stays a whole minute in the journal.
const ROUNDING: i64 = 500;

/// The time until the end of the slot, negative when it is over.
fn left(input: &Input<'_>) -> i64 {
    demand::tame(input.slot_end.0.saturating_sub(input.now.0))
}

/// The lengths again, but the running stage without the time it has taken beyond its share.
fn allotted(demands: &[Demand], lengths: &[i64], left: i64) -> Vec<i64> {
    let mut allotted = lengths.to_vec();
    if let Some(running) = demands.iter().position(|demand| demand.running) {
        let mut unspent = demands.to_vec();
        if let (Some(own), Some(slot)) = (unspent.get_mut(running), allotted.get_mut(running)) {
            let left = left + own.spent;
            own.spent = 0;
            *slot = demand::lengths(&unspent, left)
                .get(running)
                .copied()
                .unwrap_or_default();
        }
    }
    allotted
}

/// Lays the stages end to end around the present.
fn chain(now: Moment, demands: &[Demand], lengths: &[i64], allotted: Vec<i64>) -> Vec<Row> {
    let current = demands
        .iter()
        .position(|demand| demand.live)
        .unwrap_or(demands.len());
    // What lies behind is past time and runs up to now; what lies ahead has only its rest to run.
    let on_the_clock = |index: usize| {
        let (demand, length) = (&demands[index], lengths[index]);
        if index < current || demand.running {
            length
        } else {
            length - demand.spent
        }
    };
    let behind: i64 = lengths.iter().take(current).sum::<i64>()
        + demands
            .get(current)
            .filter(|demand| demand.running)
            .map_or(0, |demand| demand.spent);
    let mut starts = later(now, -behind);
    (0..demands.len())
        .zip(allotted)
        .map(|(index, allotted)| {
            let ends = later(starts, on_the_clock(index));
            let row = Row {
                fitted: Span(lengths[index]),
                allotted: Span(allotted),
                starts,
                ends,
                from_minimum: demands[index].squeezed(lengths[index]),
            };
            starts = ends;
            row
        })
        .collect()
}

/// Adds without ever overflowing: an absurd moment stays absurd.
const fn later(moment: Moment, milliseconds: i64) -> Moment {
    Moment(moment.0.saturating_add(milliseconds))
}
