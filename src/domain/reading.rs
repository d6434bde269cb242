//! What the clock says: the session read at an instant, for screens, tips and minutes alike.

use crate::{
    domain::{
        agenda::{Form, Timeline},
        id::StageId,
        plan::{Held, Plan, Slot, Stage},
        schedule::{self, Input, Pace, Plan as Fitted, Progress, StageLoad},
        session::Session,
    },
    text::{Moment, Span},
};

/// Started so far off the plan, the facilitator says which end counts (architecture, the session).
pub const FAR_OFF_PLAN: Span = Span::minutes(30);

/// Where the dialogue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nothing runs yet; negative while the planned start is ahead.
    Waiting {
        /// How long ago it was to start, where a start was planned.
        late: Option<Span>,
    },
    /// A stage runs.
    Running,
    /// A stage stands still, since this instant.
    Paused(Moment),
    /// The dialogue ended at this instant.
    Closed(Moment),
}

/// The running stage at an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Now {
    /// Its place in the agenda.
    pub place: usize,
    /// Its name.
    pub stage: StageId,
    /// How long it has run, pauses left out.
    pub spent: Span,
    /// How long it gets.
    pub fitted: Span,
    /// What is left of that; negative when it is over.
    pub left: Span,
    /// When it ends by that.
    pub ends: Moment,
    /// How near that end is.
    pub pace: Pace,
}

/// The session at an instant.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The instant.
    pub at: Moment,
    /// Where the dialogue stands.
    pub phase: Phase,
    /// The running stage.
    pub now: Option<Now>,
    /// The agenda as it was when the meeting began: the plan that early and late are measured against.
    pub planned: Fitted,
    /// The agenda fitted to what is left.
    pub fitted: Fitted,
    /// The stages as the schedule sees them: bounds, how far each is, how long it has run.
    pub loads: Vec<StageLoad>,
    /// When the meeting must end.
    pub slot_end: Moment,
    /// Early (negative) or late (positive) against the plan.
    pub drift: Span,
    /// How the group works, and what is left of that; none in the whole group or when its time is up long since.
    pub form: Option<(Form, Span)>,
}

impl Reading {
    /// Reads a session at an instant.
    pub fn of(session: &Session, at: Moment) -> Self {
        Self::over(session.plan(), session.timeline(), at)
    }

    /// Reads a plan and a timeline at an instant: also one that an act not yet done would give.
    pub fn over(plan: &Plan, timeline: &Timeline, at: Moment) -> Self {
        let planned_start = plan.slot.start.filter(|_| !is_past(plan, timeline, at));
        let slot_end = timeline
            .slot_end(Slot {
                start: planned_start,
                ..plan.slot
            })
            .unwrap_or_else(|| at + length(plan));
        let until = timeline.closed.unwrap_or(at);
        let running = timeline
            .current()
            .and_then(|visit| plan.stage(&visit.stage))
            .map(|(place, _)| place);
        let loads = loads(plan, timeline, until, running);
        let start = match running {
            None if timeline.began().is_none() => planned_start.map_or(at, |start| start.max(at)),
            _ => until,
        };
        let fitted = schedule::fit(&Input {
            slot_end,
            now: start,
            stages: &loads,
        });
        let planned = planned(plan, measured_from(plan, timeline, at));
        let now = running.map(|place| {
            let (spent, whole) = (loads[place].spent, fitted.rows[place].allotted);
            let left = whole - spent;
            Now {
                place,
                stage: plan.stages[place].id.clone(),
                spent,
                fitted: whole,
                left,
                ends: until + left,
                pace: schedule::pace(spent, whole),
            }
        });
        let phase = match (timeline.closed, timeline.paused_since(), running) {
            (Some(closed), ..) => Phase::Closed(closed),
            (None, Some(since), _) => Phase::Paused(since),
            (None, None, Some(_)) => Phase::Running,
            (None, None, None) => Phase::Waiting {
                late: planned_start.map(|start| at - start),
            },
        };
        let drift = now.as_ref().map_or(Span::ZERO, |now| {
            let row = &planned.rows[now.place];
            let entered = until - now.spent;
            schedule::drift(row.starts, entered, now.spent, row.fitted)
        });
        Self {
            at,
            phase,
            loads,
            form: form(timeline, plan.held.unwrap_or_default(), at),
            now,
            planned,
            fitted,
            slot_end,
            drift,
        }
    }

    /// Returns what to add to a stage by hand so that it gets `by` longer; none where nobody has it to give.
    pub fn adjustment(&self, place: usize, by: Span) -> Option<Span> {
        schedule::adjustment(
            &Input {
                slot_end: self.slot_end,
                now: self.at,
                stages: &self.loads,
            },
            place,
            by,
        )
    }

    /// Returns the latest instant at which the closing must begin, and the time until then.
    pub fn closing(&self) -> Option<(Moment, Span)> {
        self.fitted
            .closing_start
            .map(|start| (start, start - self.at))
    }

    /// Returns how much more the wishes ask for than the slot holds; zero where they fit, and where not even the minimums do.
    ///
    /// Time that only a late start has taken is no fault of the plan, and an end that was moved may have made room.
    pub fn wished_over(&self) -> Span {
        if self.fitted.short_by > Span::ZERO {
            return Span::ZERO;
        }
        self.planned.wish_over.min(self.fitted.wish_over)
    }

    /// Returns the stage that Space or `n` goes to.
    pub fn next<'a>(&self, session: &'a Session) -> Option<(usize, &'a Stage)> {
        let (plan, timeline) = (session.plan(), session.timeline());
        let after = self.now.as_ref().map_or_else(
            || last_place(plan, timeline).map_or(0, |place| place + 1),
            |now| now.place + 1,
        );
        let skipped = &timeline.skipped;
        session
            .plan()
            .stages
            .iter()
            .enumerate()
            .skip(after)
            .find(|(_, stage)| !skipped.contains(&stage.id))
    }

    /// Returns the stage that `N` goes back to.
    pub fn previous<'a>(&self, session: &'a Session) -> Option<(usize, &'a Stage)> {
        let before = self.now.as_ref()?.place;
        let skipped = &session.timeline().skipped;
        session
            .plan()
            .stages
            .iter()
            .enumerate()
            .take(before)
            .rfind(|(_, stage)| !skipped.contains(&stage.id))
    }

    /// Returns the next instant at which a shown whole second changes; screens sleep until then.
    pub fn next_second(&self) -> Option<Moment> {
        let left = match self.phase {
            Phase::Closed(_) => return None,
            Phase::Running => self.now.as_ref()?.left,
            Phase::Waiting { .. } | Phase::Paused(_) => Span(-(self.at.0.rem_euclid(1000))),
        };
        let rest = left.0.rem_euclid(1000);
        Some(self.at + Span(if rest == 0 { 1000 } else { rest }))
    }
}

fn length(plan: &Plan) -> Span {
    Span::minutes(i64::from(plan.slot.minutes))
}

/// Tells whether the planned time went by without a start: then there is no plan to be late against, and the start counts.
fn is_past(plan: &Plan, timeline: &Timeline, at: Moment) -> bool {
    let idle = timeline.began().is_none() && timeline.end.is_none();
    idle && plan
        .slot
        .start
        .is_some_and(|start| start + length(plan) <= at)
}

/// The start that early and late are measured against: the planned one, unless the dialogue began far from it and got its whole length.
fn measured_from(plan: &Plan, timeline: &Timeline, at: Moment) -> Moment {
    let began = timeline.began();
    let Some(start) = plan.slot.start.filter(|_| !is_past(plan, timeline, at)) else {
        return began.unwrap_or(at);
    };
    let whole = |began: &Moment| {
        let end = timeline.slot_end(plan.slot);
        let far = (*began - start).abs() > FAR_OFF_PLAN;
        far && end.is_some_and(|end| end - *began >= length(plan) - Span::minutes(1))
    };
    began.filter(whole).unwrap_or(start)
}

/// The place of the last stage that ran.
fn last_place(plan: &Plan, timeline: &Timeline) -> Option<usize> {
    let last = timeline.visits.last()?;
    plan.stage(&last.stage).map(|(place, _)| place)
}

fn loads(plan: &Plan, timeline: &Timeline, at: Moment, running: Option<usize>) -> Vec<StageLoad> {
    let reached = running.or_else(|| last_place(plan, timeline).map(|place| place + 1));
    let closing = plan.closing();
    let load = |(place, stage): (usize, &Stage)| {
        let progress = match reached {
            _ if timeline.skipped.contains(&stage.id) => Progress::Skipped,
            _ if running == Some(place) => Progress::Running,
            Some(reached) if place < reached => {
                if timeline.was_entered(&stage.id) {
                    Progress::Done
                } else {
                    Progress::Skipped
                }
            }
            _ => Progress::Ahead,
        };
        StageLoad {
            bounds: stage.minutes.bounds(),
            closing: closing == Some(place),
            progress,
            spent: timeline.spent(&stage.id, at),
            adjust: timeline
                .adjusted
                .get(&stage.id)
                .copied()
                .unwrap_or_default(),
            skippable: stage.skippable,
        }
    };
    plan.stages.iter().enumerate().map(load).collect()
}

/// Fits the agenda as it was decided, before anything happened.
fn planned(plan: &Plan, start: Moment) -> Fitted {
    let closing = plan.closing();
    let load = |(place, stage): (usize, &Stage)| StageLoad {
        bounds: stage.minutes.bounds(),
        closing: closing == Some(place),
        progress: Progress::Ahead,
        spent: Span::ZERO,
        adjust: Span::ZERO,
        skippable: stage.skippable,
    };
    let loads: Vec<_> = plan.stages.iter().enumerate().map(load).collect();
    let slot_end = start + Span::minutes(i64::from(plan.slot.minutes));
    schedule::fit(&Input {
        slot_end,
        now: start,
        stages: &loads,
    })
}

/// How long the words "all together" stay after a pair talk; then the screen is quiet about it.
const ALL_TOGETHER: Span = Span::minutes(1);

/// Follows alone → in pairs → all together: each goes over into the next by itself when its time is up.
fn form(timeline: &Timeline, held: Held, at: Moment) -> Option<(Form, Span)> {
    let (mut form, mut since) = timeline.form?;
    while let Some(length) = form.length() {
        if at - since < length {
            return Some((form, length - (at - since)));
        }
        since = since + length;
        form = form.next(held);
    }
    (at - since < ALL_TOGETHER).then_some((form, Span::ZERO))
}
