//! How long the stages of dialogues were, against what was planned: what the next one can learn from.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        agenda::Timeline,
        id::StageId,
        plan::{Minutes, Plan, Stage, StageKind},
        reading::Reading,
        session::Session,
    },
    text::{Moment, SafeText, Span},
};

/// One stage of a dialogue that has ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Length {
    /// Which.
    pub stage: StageId,
    /// What it was for.
    pub kind: StageKind,
    /// Its title, by which it is known again where ids differ.
    pub title: SafeText,
    /// What it was given when the agenda was laid into the slot.
    pub planned: Span,
    /// How long it was, pauses left out.
    pub spent: Span,
}

impl Length {
    /// Tells whether it is a stage: the same id, or the same kind under the same title.
    pub fn is_of(&self, stage: &Stage) -> bool {
        let words = |title: &SafeText| title.trim().to_lowercase();
        self.stage == stage.id
            || self.kind == stage.kind && words(&self.title) == words(&stage.title)
    }
}

/// Shorter than this a stage was only passed through, which tells nothing of how long it takes.
const PASSED_THROUGH: Span = Span(30_000);

impl Session {
    /// Returns the length of each stage that was held; nothing of a dialogue that has not ended.
    pub fn lengths(&self) -> Vec<Length> {
        let (plan, timeline) = (self.plan(), self.timeline());
        let Some(closed) = timeline.closed else {
            return Vec::new();
        };
        let held = plan
            .stages
            .iter()
            .zip(fitted(plan))
            .filter_map(|(stage, planned)| {
                let spent = timeline.spent(&stage.id, closed);
                (spent >= PASSED_THROUGH).then(|| Length {
                    stage: stage.id.clone(),
                    kind: stage.kind,
                    title: stage.title.clone(),
                    planned,
                    spent,
                })
            });
        held.collect()
    }
}

/// Returns what each stage is given when the agenda is laid into the slot.
fn fitted(plan: &Plan) -> Vec<Span> {
    let reading = Reading::over(plan, &Timeline::default(), Moment::default());
    reading.planned.rows.iter().map(|row| row.fitted).collect()
}

/// So few times tell nothing: the first one may have been an odd one.
const LEAST_TIMES: usize = 2;

/// Older times than so many do not count: a group finds its pace.
const MOST_TIMES: usize = 5;

/// Nearer than this to what is planned there is nothing to propose, in minutes.
const NEAR: u16 = 2;

/// The dialogues that were held before, each by the lengths of its stages, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// Those of the same series.
    pub series: Vec<Vec<Length>>,
    /// All of one's own.
    pub all: Vec<Vec<Length>>,
}

/// What earlier times tell of a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Past {
    /// How many times it was held.
    pub times: usize,
    /// How long it was in the middle, in minutes.
    pub minutes: u16,
    /// What it was given in the middle, in minutes.
    pub planned: u16,
}

impl History {
    /// Returns what is known of a stage: from its series where that was held twice at least, else from every dialogue that had it.
    pub fn of(&self, stage: &Stage) -> Option<Past> {
        past(&self.series, stage).or_else(|| past(&self.all, stage))
    }

    /// Returns what earlier times propose for a stage of a plan, where it is worth a word.
    ///
    /// Never less than its minimum, never less of the closing than it wishes (guide, agenda: about 20 minutes), and never more than the
    /// slot has left when every stage gets its wish.
    pub fn proposal(&self, plan: &Plan, place: usize) -> Option<(Past, Minutes)> {
        let stage = plan.stages.get(place)?;
        let past = self.of(stage)?;
        let Minutes { min, wish, max } = stage.minutes;
        let wishes: u16 = plan.stages.iter().map(|stage| stage.minutes.wish).sum();
        let spare = plan.slot.minutes.saturating_sub(wishes);
        let least = if stage.kind == StageKind::Closing {
            wish
        } else {
            min
        };
        let proposed = past.minutes.max(least).min(wish.saturating_add(spare));
        let minutes = if min == max {
            Minutes::fixed(proposed)
        } else {
            Minutes {
                min,
                wish: proposed,
                max: max.max(proposed),
            }
        };
        // What the slot gives it anyway need not be wished for.
        let given = fitted(plan).get(place).copied().unwrap_or_default();
        let given = median(std::iter::once(given));
        let differs = |from: u16| proposed.abs_diff(from) >= NEAR;
        (differs(wish) && differs(given)).then_some((past, minutes))
    }

    /// Takes every proposal, one after the other; returns what changed: the place, what was wished, and what earlier times tell.
    pub fn take_all(&self, plan: &mut Plan) -> Vec<(usize, u16, Past)> {
        let mut taken = Vec::new();
        // What gets shorter first makes room for what gets longer.
        for shorter in [true, false] {
            for place in 0..plan.stages.len() {
                let wish = plan.stages[place].minutes.wish;
                match self.proposal(plan, place) {
                    Some((past, minutes)) if (minutes.wish < wish) == shorter => {
                        plan.stages[place].minutes = minutes;
                        taken.push((place, wish, past));
                    }
                    _ => {}
                }
            }
        }
        taken.sort_by_key(|(place, ..)| *place);
        taken
    }
}

fn past(times: &[Vec<Length>], stage: &Stage) -> Option<Past> {
    let held: Vec<&Length> = times
        .iter()
        .filter_map(|lengths| lengths.iter().find(|length| length.is_of(stage)))
        .take(MOST_TIMES)
        .collect();
    if held.len() < LEAST_TIMES {
        return None;
    }
    Some(Past {
        times: held.len(),
        minutes: median(held.iter().map(|length| length.spent)),
        planned: median(held.iter().map(|length| length.planned)),
    })
}

/// Returns the length in the middle, in whole minutes; of two in the middle what lies between them.
pub fn median(spans: impl Iterator<Item = Span>) -> u16 {
    let mut spans: Vec<i64> = spans.map(|span| span.0).collect();
    spans.sort_unstable();
    let (Some(low), Some(high)) = (
        spans.get(spans.len().saturating_sub(1) / 2),
        spans.get(spans.len() / 2),
    ) else {
        return 0;
    };
    let minute = Span::minutes(1).0;
    let middle = (low + high) / 2;
    u16::try_from((middle + minute / 2) / minute).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::Slot;

    fn length(stage: &str, minutes: i64) -> Length {
        Length {
            stage: stage.into(),
            kind: StageKind::Dialogue,
            title: SafeText::line(stage),
            planned: Span::minutes(20),
            spent: Span::minutes(minutes),
        }
    }

    fn stage(id: &str, kind: StageKind, (min, wish, max): (u16, u16, u16)) -> Stage {
        Stage {
            id: id.into(),
            title: id.into(),
            kind,
            minutes: Minutes { min, wish, max },
            ..Stage::default()
        }
    }

    fn plan(stages: Vec<Stage>, minutes: u16) -> Plan {
        Plan {
            stages,
            slot: Slot {
                start: None,
                minutes,
            },
            ..Plan::default()
        }
    }

    fn history(times: &[&[(&str, i64)]]) -> History {
        let of = |stages: &&[(&str, i64)]| {
            let lengths = stages.iter().map(|(id, minutes)| length(id, *minutes));
            lengths.collect()
        };
        History {
            series: times.iter().map(of).collect(),
            all: Vec::new(),
        }
    }

    #[test]
    fn the_middle_of_earlier_times_counts_from_two_on() {
        for (spans, expected) in [
            (vec![], 0),
            (vec![14], 14),
            (vec![10, 13], 12),
            (vec![40, 14, 12], 14),
        ] {
            assert_eq!(median(spans.iter().map(|m| Span::minutes(*m))), expected);
        }
        let talk = stage("d", StageKind::Dialogue, (10, 20, 25));
        assert_eq!(history(&[&[("d", 14)]]).of(&talk), None, "once is no habit");
        let known = history(&[&[("d", 14)], &[("x", 3)], &[("d", 40)], &[("d", 12)]]).of(&talk);
        assert_eq!(
            known.map(|past| (past.times, past.minutes, past.planned)),
            Some((3, 14, 20))
        );
    }

    #[test]
    fn a_series_is_asked_first_and_a_title_knows_a_stage_again() {
        let talk = stage("d", StageKind::Dialogue, (10, 20, 25));
        let twice = |minutes| vec![vec![length("d", minutes)], vec![length("d", minutes)]];
        let both = History {
            series: twice(12),
            all: twice(30),
        };
        assert_eq!(both.of(&talk).unwrap().minutes, 12);
        let once = History {
            series: vec![vec![length("d", 12)]],
            all: twice(30),
        };
        assert_eq!(once.of(&talk).unwrap().minutes, 30);
        let renamed = Stage {
            id: "other".into(),
            title: " D ".into(),
            ..talk
        };
        assert_eq!(both.of(&renamed).unwrap().minutes, 12);
    }

    #[test]
    fn a_proposal_keeps_to_minimum_closing_and_slot() {
        let proposed = |plan: &Plan, place: usize, minutes: i64| {
            let id = plan.stages[place].id.0.clone();
            let times: &[&[(&str, i64)]] = &[&[(&id, minutes)], &[(&id, minutes)]];
            let found = history(times).proposal(plan, place);
            found.map(|(_, minutes)| (minutes.min, minutes.wish, minutes.max))
        };
        let full = plan(
            vec![
                stage("d", StageKind::Dialogue, (10, 20, 25)),
                stage("f", StageKind::Talk, (10, 10, 10)),
                stage("c", StageKind::Closing, (15, 20, 20)),
            ],
            55,
        );
        assert_eq!(proposed(&full, 0, 14), Some((10, 14, 25)));
        assert_eq!(proposed(&full, 0, 4), Some((10, 10, 25)), "its minimum");
        assert_eq!(proposed(&full, 0, 21), None, "too near to say");
        assert_eq!(proposed(&full, 0, 60), None, "the slot gives it 25 anyway");
        assert_eq!(proposed(&full, 1, 13), Some((13, 13, 13)), "stays fixed");
        assert_eq!(proposed(&full, 1, 4), None, "a fixed stage gives nothing");
        assert_eq!(proposed(&full, 2, 12), None, "the closing keeps its wish");
        let tight = plan(full.stages.clone(), 50);
        assert_eq!(proposed(&tight, 1, 20), None, "the slot has nothing spare");
    }

    #[test]
    fn all_are_taken_within_the_slot() {
        let mut plan = plan(
            vec![
                stage("a", StageKind::Dialogue, (5, 20, 30)),
                stage("b", StageKind::Dialogue, (5, 20, 30)),
            ],
            40,
        );
        let history = history(&[&[("a", 30), ("b", 12)], &[("a", 30), ("b", 12)]]);
        let taken = history.take_all(&mut plan);
        let wishes: Vec<u16> = plan.stages.iter().map(|stage| stage.minutes.wish).collect();
        assert_eq!(wishes, [28, 12], "what b gives is what a gets");
        let said: Vec<_> = taken.iter().map(|(at, was, _)| (*at, *was)).collect();
        assert_eq!(said, [(0, 20), (1, 20)]);
        assert_eq!(
            history.take_all(&mut plan),
            [],
            "once taken, nothing is left"
        );
    }
}
