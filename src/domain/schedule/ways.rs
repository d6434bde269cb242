//! What to do when even the minimums do not fit.

use super::{Progress, StageLoad, demand::Demand};
use crate::text::Span;

/// One way to make the agenda fit; they are offered, never taken by themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WayOut {
    /// Make the last dialogue shorter than its minimum.
    Shorten {
        /// Which stage.
        stage: usize,
        /// The length that makes everything fit.
        to: Span,
    },
    /// Leave out stages that the group may know already.
    Skip {
        /// Which stages, in agenda order.
        stages: Vec<usize>,
        /// How much time that gives; it may be less than what is missing.
        frees: Span,
    },
    /// Hold the rest another day (guide: longer than 90 minutes, book two talks some days apart).
    SecondMeeting {
        /// The first stage that moves to the other meeting; this meeting's closing stays.
        from_stage: usize,
    },
}

/// Lists the ways out when `short_by` milliseconds are missing.
pub(super) fn out(demands: &[Demand], stages: &[StageLoad], short_by: i64) -> Vec<WayOut> {
    let shorten = dialogues(demands)
        .rfind(|&stage| demands[stage].below_least() > short_by)
        .map(|stage| WayOut::Shorten {
            stage,
            to: Span(demands[stage].least - short_by),
        });
    let second = dialogues(demands)
        .rfind(|&stage| !demands[stage].running)
        .map(|from_stage| WayOut::SecondMeeting { from_stage });
    [shorten, skip(demands, stages, short_by), second]
        .into_iter()
        .flatten()
        .collect()
}

/// The stages that are long enough to be a dialogue: at least half of the longest one's minimum.
fn dialogues(demands: &[Demand]) -> impl DoubleEndedIterator<Item = usize> {
    let open = |demand: &&Demand| demand.live && !demand.closing && demand.below_least() > 0;
    let longest = demands
        .iter()
        .filter(open)
        .map(|demand| demand.least)
        .max()
        .unwrap_or_default();
    let stages = demands.iter().enumerate();
    stages
        .filter(move |(_, demand)| open(demand) && demand.least * 2 >= longest)
        .map(|(index, _)| index)
}

/// The least that must be skipped: one stage if one is enough, else the first ones until it is enough.
fn skip(demands: &[Demand], stages: &[StageLoad], short_by: i64) -> Option<WayOut> {
    let frees: Vec<(usize, i64)> = (0..stages.len())
        .filter(|&index| stages[index].skippable && stages[index].progress == Progress::Ahead)
        .map(|index| (index, demands[index].below_least()))
        .filter(|&(_, frees)| frees > 0)
        .collect();
    if let Some(&(stage, frees)) = frees
        .iter()
        .filter(|(_, frees)| *frees >= short_by)
        .min_by_key(|(_, frees)| *frees)
    {
        return Some(WayOut::Skip {
            stages: vec![stage],
            frees: Span(frees),
        });
    }
    let mut skipped = Vec::new();
    let mut freed = 0;
    for (stage, frees) in frees {
        if freed < short_by {
            skipped.push(stage);
            freed += frees;
        }
    }
    (freed > 0).then_some(WayOut::Skip {
        stages: skipped,
        frees: Span(freed),
    })
}
