//! Preparing in an hour: the six steps of the guide and the agenda, each with a default that is good enough, so that one can start anyway.
//!
//! One list: the steps, and under the one that is open its rows. Enter opens a step or a row's line, the arrows choose what a row offers.
//! Every change is an entry of the session like any other, so that it is saved at once and `u` takes it back.

mod change;
mod keys;
mod rows;

use std::borrow::Cow;

pub use rows::{Row, RowKind};

use crate::{
    app::lead::Lead,
    domain::{Event, Plan},
    input::{Mode, line_editor::LineEditor},
    text::{Moment, Span, Texts},
};

/// So long preparing takes (guide, preparation: about 60 minutes).
pub const AN_HOUR: Span = Span::minutes(60);
/// From so many on it is said that fewer make it easier to talk (guide, step 2: under ten in the first talk, at most ten).
pub const MANY_PEOPLE: usize = 10;

/// The steps of preparing, in the order of the guide, and the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Theme and goal.
    Theme,
    /// Who is there.
    People,
    /// The charts.
    Charts,
    /// Supporting the talk.
    Support,
    /// When, and how long.
    Booking,
    /// A video call or a room.
    Held,
    /// The agenda itself.
    Agenda,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 7] = [
        Self::Theme,
        Self::People,
        Self::Charts,
        Self::Support,
        Self::Booking,
        Self::Held,
        Self::Agenda,
    ];
}

/// What can be written or chosen. The numbers are places in the plan's lists; one past the last adds to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The heading of a step.
    Step(Step),
    /// The title.
    Title,
    /// The theme.
    Theme,
    /// What the talk is to reach.
    Goal,
    /// The purpose.
    Purpose,
    /// Why now.
    WhyNow,
    /// Somebody who takes part.
    Person(usize),
    /// What is said about a chart.
    Chart(usize),
    /// The way to a new chart.
    NewChart,
    /// One of the principles.
    Principle(usize),
    /// When it starts.
    Start,
    /// How long it is.
    Length,
    /// The series it belongs to.
    Series,
    /// A video call or a room.
    Held,
    /// A stage.
    Stage(usize),
    /// What a stage is called.
    StageName(usize),
    /// How long a stage may be.
    StageMinutes(usize),
    /// How long a stage was before: Enter takes that.
    StageBefore(usize),
    /// A question of a stage.
    Ask(usize, usize),
    /// What to say in a stage.
    Say(usize, usize),
    /// A follow-up question of a stage.
    FollowUp(usize, usize),
}

/// The screen of preparing.
#[derive(Clone, Debug)]
pub struct Prepare {
    /// It lies over the leading window.
    pub open: bool,
    /// When it was opened: the hour is counted from here.
    pub since: Moment,
    /// The step whose rows are shown.
    pub step: Option<Step>,
    /// The stage whose rows are shown.
    pub stage: Option<usize>,
    /// The chosen row.
    pub at: Field,
    /// The line a row is written on, while it is open.
    pub line: Option<LineEditor>,
    /// What keeps a line from being taken, or a row from being changed.
    pub trouble: Option<String>,
    /// The first row of help, while it is read.
    pub help: Option<usize>,
}

impl Prepare {
    /// Opens it on the first step.
    pub const fn new(now: Moment) -> Self {
        Self {
            open: true,
            since: now,
            step: Some(Step::Theme),
            stage: None,
            at: Field::Step(Step::Theme),
            line: None,
            trouble: None,
            help: None,
        }
    }

    /// Returns what the keys mean now.
    pub const fn mode(&self) -> Mode {
        match (&self.line, self.help) {
            (_, Some(_)) => Mode::Help,
            (Some(_), None) => Mode::PrepareLine,
            (None, None) => Mode::Prepare,
        }
    }

    /// Returns when the next of its minutes has gone.
    pub fn next_minute(&self, now: Moment) -> Moment {
        let minute = Span::minutes(1);
        let gone = (now - self.since).0.div_euclid(minute.0);
        self.since + Span::minutes(gone + 1)
    }

    /// Returns the rows as they stand, and the place of the chosen one among them.
    pub fn rows(&self, lead: &Lead, texts: &Texts) -> (Vec<Row>, usize) {
        let plan = soon(lead);
        let rows = rows::of(self, &plan, lead, texts);
        let place = self.place(&rows);
        (rows, place)
    }

    fn place(&self, rows: &[Row]) -> usize {
        let find = |field: Field| rows.iter().position(|row| row.field == Some(field));
        find(self.at)
            .or_else(|| find(before(self.at)?))
            .or_else(|| find(Field::Step(self.step?)))
            .unwrap_or(0)
    }
}

/// Returns the place before in the same list, for when the last one was removed.
fn before(field: Field) -> Option<Field> {
    Some(match field {
        Field::Person(at) => Field::Person(at.checked_sub(1)?),
        Field::Chart(at) => Field::Chart(at.checked_sub(1)?),
        Field::Principle(at) => Field::Principle(at.checked_sub(1)?),
        Field::Stage(at) => Field::Stage(at.checked_sub(1)?),
        Field::Ask(stage, at) => Field::Ask(stage, at.checked_sub(1)?),
        Field::Say(stage, at) => Field::Say(stage, at.checked_sub(1)?),
        Field::FollowUp(stage, at) => Field::FollowUp(stage, at.checked_sub(1)?),
        // What was proposed is taken, or the stage has changed.
        Field::StageBefore(at) => Field::Stage(at),
        _ => return None,
    })
}

/// Returns the plan with what is on its way to the journal: two quick changes of one list must not lose the first.
fn soon(lead: &Lead) -> Cow<'_, Plan> {
    let mut plan = Cow::Borrowed(lead.session.plan());
    for pending in &lead.pending {
        if let Event::Planned(part) = &pending.draft.event {
            plan.to_mut().set(part);
        }
    }
    plan
}
