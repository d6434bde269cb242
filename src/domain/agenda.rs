//! The agenda as it happened: which stage ran when, folded from what the leading seat did.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        event::AgendaAct,
        id::StageId,
        plan::{Held, Slot},
    },
    text::{Moment, Span},
};

/// How the group works right now (guide, dialogue 1: alone a minute, in pairs five, then all).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Form {
    /// Each for themselves.
    Alone,
    /// Two and two.
    Pair,
    /// The whole group.
    #[default]
    All,
    /// On the way to the breakout rooms of a call.
    Leaving,
    /// On the way back from them.
    Returning,
}

impl Form {
    /// Returns how long it is meant to last; the whole group has no end of its own. Each way to the breakout rooms is counted as a minute.
    pub const fn length(self) -> Option<Span> {
        match self {
            Self::Alone | Self::Leaving | Self::Returning => Some(Span::minutes(1)),
            Self::Pair => Some(Span::minutes(5)),
            Self::All => None,
        }
    }

    /// Returns what follows it: in one room nobody is on the way.
    #[must_use]
    pub const fn next(self, held: Held) -> Self {
        match (self, held) {
            (Self::Alone, Held::Online) => Self::Leaving,
            (Self::Alone, Held::InRoom) | (Self::Leaving, _) => Self::Pair,
            (Self::Pair, Held::Online) => Self::Returning,
            (Self::Pair, Held::InRoom) | (Self::Returning | Self::All, _) => Self::All,
        }
    }
}

/// One stay in a stage; going back makes another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Which stage.
    pub stage: StageId,
    /// When it began.
    pub from: Moment,
    /// When it ended; none while it runs.
    pub to: Option<Moment>,
    /// Pauses in it; the last may be open.
    pub pauses: Vec<(Moment, Option<Moment>)>,
}

impl Visit {
    /// Returns how long it has run without its pauses.
    pub fn spent(&self, now: Moment) -> Span {
        let end = self.to.unwrap_or(now);
        let whole = end - self.from;
        let paused: Span = self
            .pauses
            .iter()
            .map(|(from, to)| (to.unwrap_or(end).min(end) - (*from).max(self.from)).at_least_zero())
            .sum();
        (whole - paused).at_least_zero()
    }

    fn close(&mut self, at: Moment) {
        let at = at.max(self.from);
        self.to = Some(at);
        self.pauses.retain(|(from, _)| *from < at);
        if let Some((_, to)) = self.pauses.last_mut() {
            *to = Some(to.unwrap_or(at).min(at));
        }
    }
}

/// What happened to the agenda so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// The stays, oldest first.
    pub visits: Vec<Visit>,
    /// Stages left out.
    pub skipped: Vec<StageId>,
    /// Minutes given to or taken from a stage by hand.
    pub adjusted: BTreeMap<StageId, Span>,
    /// An end that was moved by hand.
    pub end: Option<Moment>,
    /// How the group works, and since when.
    pub form: Option<(Form, Moment)>,
    /// When the dialogue ended.
    pub closed: Option<Moment>,
    /// How many perspectives were heard in each stage, as a file told; see [`Session::heard`](crate::domain::Session::heard).
    pub heard: BTreeMap<StageId, u8>,
}

impl Timeline {
    /// Returns the running stay.
    pub fn current(&self) -> Option<&Visit> {
        self.visits.last().filter(|visit| visit.to.is_none())
    }

    /// Returns when the first stage began.
    pub fn began(&self) -> Option<Moment> {
        self.visits.first().map(|visit| visit.from)
    }

    /// Returns since when the running stage stands still.
    pub fn paused_since(&self) -> Option<Moment> {
        self.current()?
            .pauses
            .last()
            .filter(|(_, to)| to.is_none())
            .map(|(from, _)| *from)
    }

    /// Returns how long a stage has run, over all its stays, without pauses.
    pub fn spent(&self, stage: &StageId, now: Moment) -> Span {
        self.visits
            .iter()
            .filter(|visit| visit.stage == *stage)
            .map(|visit| visit.spent(now))
            .sum()
    }

    /// Returns how long the dialogue stood still between two instants.
    pub fn paused_between(&self, from: Moment, to: Moment) -> Span {
        let pauses = self.visits.iter().flat_map(|visit| &visit.pauses);
        pauses
            .map(|(began, ended)| {
                (ended.unwrap_or(to).min(to) - (*began).max(from)).at_least_zero()
            })
            .sum()
    }

    /// Returns when the meeting must end: moved by hand, else the planned start and the length, else the first stage's start and the length.
    pub fn slot_end(&self, slot: Slot) -> Option<Moment> {
        let length = Span::minutes(i64::from(slot.minutes));
        self.end.or_else(|| {
            slot.start
                .or_else(|| self.began())
                .map(|start| start + length)
        })
    }

    /// Tells whether a stage has been entered.
    pub fn was_entered(&self, stage: &StageId) -> bool {
        self.visits.iter().any(|visit| visit.stage == *stage)
    }

    /// Returns the stage that ran at an instant: none before the first, the last one after the end.
    pub fn stage_at(&self, at: Moment) -> Option<&StageId> {
        let after = self.visits.partition_point(|visit| visit.from <= at);
        after.checked_sub(1).map(|last| &self.visits[last].stage)
    }

    /// Folds one act of the leading seat, done at `wall`.
    pub fn act(&mut self, wall: Moment, act: &AgendaAct) {
        match act {
            AgendaAct::Entered(stage) => self.enter(wall, stage),
            AgendaAct::Paused => {
                if self.paused_since().is_none()
                    && let Some(visit) = self.running()
                {
                    visit.pauses.push((wall.max(visit.from), None));
                }
            }
            AgendaAct::Resumed => {
                if let Some((from, to @ None)) =
                    self.running().and_then(|visit| visit.pauses.last_mut())
                {
                    *to = Some(wall.max(*from));
                }
            }
            AgendaAct::Adjusted(stage, by) => {
                let span = self.adjusted.entry(stage.clone()).or_default();
                *span += *by;
            }
            AgendaAct::EndMoved(end) => self.end = Some(*end),
            AgendaAct::Skipped(stage) => {
                if !self.skipped.contains(stage) {
                    self.skipped.push(stage.clone());
                }
            }
            AgendaAct::Backdated(to) => self.backdate(*to),
            AgendaAct::FormSet(form) => self.form = Some((*form, wall)),
            AgendaAct::Closed(at) => {
                let at = self.visits.last().map_or(*at, |visit| visit.from.max(*at));
                if let Some(visit) = self.running() {
                    visit.close(at);
                }
                self.form = None;
                self.closed = Some(at);
            }
        }
    }

    fn running(&mut self) -> Option<&mut Visit> {
        self.visits.last_mut().filter(|visit| visit.to.is_none())
    }

    fn enter(&mut self, wall: Moment, stage: &StageId) {
        let from = self
            .visits
            .last()
            .map_or(wall, |visit| wall.max(visit.from));
        if let Some(visit) = self.running() {
            visit.close(from);
        }
        self.skipped.retain(|skipped| skipped != stage);
        self.form = None;
        self.closed = None;
        self.visits.push(Visit {
            stage: stage.clone(),
            from,
            to: None,
            pauses: Vec::new(),
        });
    }

    fn backdate(&mut self, to: Moment) {
        let Some(mut visit) = self.visits.pop_if(|visit| visit.to.is_none()) else {
            return;
        };
        let to = self
            .visits
            .last()
            .map_or(to, |before| to.max(before.from))
            .min(visit.from);
        if let Some(before) = self.visits.last_mut() {
            before.close(to);
        }
        visit.from = to;
        self.visits.push(visit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60_000;

    fn at(minute: i64) -> Moment {
        Moment(minute * MINUTE)
    }

    fn played(acts: &[(i64, AgendaAct)]) -> Timeline {
        let mut timeline = Timeline::default();
        for (minute, act) in acts {
            timeline.act(at(*minute), act);
        }
        timeline
    }

    fn enter(stage: &str) -> AgendaAct {
        AgendaAct::Entered(stage.into())
    }

    #[test]
    fn each_way_to_the_breakout_rooms_is_counted_and_in_one_room_there_is_none() {
        for (held, minutes) in [(Held::Online, 8), (Held::InRoom, 6)] {
            let mut form = Form::Alone;
            let mut whole = Span::ZERO;
            while let Some(length) = form.length() {
                whole += length;
                form = form.next(held);
            }
            assert_eq!(whole, Span::minutes(minutes), "{held:?}");
        }
    }

    #[test]
    fn a_pause_stands_still() {
        let timeline = played(&[
            (0, enter("a")),
            (4, AgendaAct::Paused),
            (4, AgendaAct::Paused),
            (9, AgendaAct::Resumed),
        ]);
        assert_eq!(timeline.spent(&"a".into(), at(10)), Span::minutes(5));
        let open = played(&[(0, enter("a")), (4, AgendaAct::Paused)]);
        assert_eq!(open.spent(&"a".into(), at(30)), Span::minutes(4));
        assert_eq!(open.paused_since(), Some(at(4)));
        let left = played(&[(0, enter("a")), (4, AgendaAct::Paused), (6, enter("b"))]);
        assert_eq!(left.spent(&"a".into(), at(30)), Span::minutes(4));
        assert_eq!(left.paused_since(), None);
    }

    #[test]
    fn back_and_forth_adds_up() {
        let timeline = played(&[
            (0, enter("a")),
            (5, enter("b")),
            (6, enter("a")),
            (9, enter("b")),
        ]);
        assert_eq!(timeline.spent(&"a".into(), at(20)), Span::minutes(8));
        assert_eq!(timeline.spent(&"b".into(), at(20)), Span::minutes(12));
        assert_eq!(timeline.stage_at(at(5)).unwrap().0, "b");
        assert_eq!(timeline.stage_at(at(7)).unwrap().0, "a");
        assert_eq!(timeline.stage_at(at(-1)), None);
    }

    #[test]
    fn a_forgotten_start_is_counted_from_when_it_was() {
        let first = played(&[(2, enter("a")), (2, AgendaAct::Backdated(at(0)))]);
        assert_eq!(first.began(), Some(at(0)));
        let later = played(&[
            (0, enter("a")),
            (10, AgendaAct::Paused),
            (12, enter("b")),
            (12, AgendaAct::Backdated(at(6))),
        ]);
        assert_eq!(later.visits[0].to, Some(at(6)));
        assert_eq!(later.spent(&"a".into(), at(20)), Span::minutes(6));
        assert_eq!(later.stage_at(at(7)).unwrap().0, "b");
        let too_far = played(&[
            (5, enter("a")),
            (10, enter("b")),
            (11, AgendaAct::Backdated(at(0))),
        ]);
        assert_eq!(
            too_far.visits[1].from,
            at(5),
            "never before the stage ahead of it began"
        );
    }

    #[test]
    fn the_end_closes_and_a_new_stage_opens_again() {
        let mut timeline = played(&[(0, enter("a")), (30, AgendaAct::Closed(at(20)))]);
        assert_eq!(timeline.closed, Some(at(20)));
        assert_eq!(timeline.spent(&"a".into(), at(90)), Span::minutes(20));
        assert!(timeline.current().is_none());
        timeline.act(at(31), &enter("b"));
        assert_eq!(timeline.closed, None);
    }

    #[test]
    fn skipping_and_entering_after_all() {
        let timeline = played(&[
            (0, enter("a")),
            (1, AgendaAct::Skipped("b".into())),
            (2, enter("b")),
        ]);
        assert!(timeline.skipped.is_empty());
    }
}
