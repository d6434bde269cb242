//! What the group sees: a small value made of the session alone, so that every window and every process draws the same.
//!
//! It holds what was meant for everybody and nothing else: stage, whole minutes, question, one principle, and one thing to look at. A
//! note is in it only when it was released, with the perspective it speaks for. Names stand nowhere but beside a next step, whose *who*
//! is kept in every view.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        agenda::Form,
        chart::{Chart, ChartId},
        id::Hlc,
        note::{Note, Status, Tag},
        plan::{Participant, Plan, Stage, StageKind},
        reading::{Phase, Reading},
        session::Session,
    },
    text::{Moment, SafeText},
};

/// Which side of a chart the group sees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Facing {
    /// The values as they are.
    #[default]
    Plain,
    /// The other side of the share.
    Turned,
    /// No values: the group guesses first.
    Covered,
}

/// What the facilitator did with what the group sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum GroupAct {
    /// It was hidden behind an empty, calm page.
    Hidden,
    /// It came back.
    Unhidden,
    /// The next steps are read out to all.
    StepsShown,
    /// They were read.
    StepsLeft,
    /// A chart turned one of its faces.
    Faced(ChartId, Facing),
}

/// What the group sees at an instant.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// What the talk is about, alone on a calm page.
    pub theme: SafeText,
    /// The page.
    pub page: Page,
}

/// A page of what the group sees.
#[derive(Clone, Debug, PartialEq)]
pub enum Page {
    /// The theme and nothing else: hidden, or not begun.
    Calm,
    /// The dialogue is over.
    Ended,
    /// A stage runs.
    Stage(Box<StagePage>),
}

/// The page of a stage.
#[derive(Clone, Debug, PartialEq)]
pub struct StagePage {
    /// The stage.
    pub title: SafeText,
    /// Whole minutes left; none in the last one and after it.
    pub minutes: Option<i64>,
    /// The question, the first one of the stage.
    pub question: Option<SafeText>,
    /// Alone or in pairs, while it lasts.
    pub form: Option<Form>,
    /// Nothing is written down just now.
    pub unwritten: bool,
    /// What there is to look at.
    pub on: On,
    /// One of the principles, another one in each stage.
    pub principle: Option<SafeText>,
}

/// What there is to look at, one thing at a time.
#[derive(Clone, Debug, PartialEq)]
pub enum On {
    /// Each other.
    Nothing,
    /// A chart.
    Chart {
        /// The chart; covered where the group guesses first.
        chart: Box<Chart>,
        /// The side of it.
        facing: Facing,
        /// Its place among all, from 1.
        place: usize,
        /// How many there are.
        of: usize,
    },
    /// Released notes, the latest last.
    Said(Vec<Said>),
    /// The next steps as they are read out.
    Steps(Vec<Step>),
}

/// A released note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The perspective it speaks for, where it is one of those around the table.
    pub perspective: Option<SafeText>,
    /// The words, without the names of those around the table.
    pub text: SafeText,
}

/// A next step that is read out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Who; none where nobody has taken it yet.
    pub who: Option<SafeText>,
    /// What.
    pub what: SafeText,
    /// When, as said.
    pub when: Option<SafeText>,
}

impl Shared {
    /// Makes what the group sees of a session at an instant.
    pub fn of(session: &Session, at: Moment) -> Self {
        let plan = session.plan();
        let theme = [&plan.theme, &plan.title]
            .into_iter()
            .find(|words| !words.trim().is_empty());
        Self {
            theme: theme.cloned().unwrap_or_default(),
            page: page(session, at),
        }
    }
}

fn page(session: &Session, at: Moment) -> Page {
    if session.is_hidden() {
        return Page::Calm;
    }
    let reading = Reading::of(session, at);
    let (Phase::Running | Phase::Paused(_), Some(now)) = (reading.phase, &reading.now) else {
        return match reading.phase {
            Phase::Closed(_) => Page::Ended,
            _ => Page::Calm,
        };
    };
    let plan = session.plan();
    let Some(stage) = plan.stages.get(now.place) else {
        return Page::Calm;
    };
    let principles = plan.principles.len();
    let principle = now.place.checked_rem(principles);
    let minutes = now.left.0.div_euclid(60_000);
    Page::Stage(Box::new(StagePage {
        title: stage.title.clone(),
        minutes: (minutes > 0).then_some(minutes),
        question: stage.ask.first().cloned(),
        form: reading
            .form
            .map(|(form, _)| form)
            .filter(|form| *form != Form::All),
        unwritten: session.writing_paused(),
        on: on(session, stage),
        principle: principle.and_then(|place| plan.principles.get(place).cloned()),
    }))
}

/// Finds what was put before the group last since the stage began: a chart, a note, the steps.
fn on(session: &Session, stage: &Stage) -> On {
    let began = session
        .timeline()
        .current()
        .map_or_else(Hlc::default, |visit| Hlc::at(visit.from));
    let since = |order: &Hlc| *order >= began;
    let presents = stage.kind == StageKind::Data;
    let chart = session
        .chart_put_up()
        .filter(|(order, _)| presents || since(order));
    let steps = session.steps_shown().filter(since);
    let last = |order: Option<Hlc>| order.unwrap_or_default();
    let (of_chart, of_steps) = (last(chart.map(|(order, _)| order)), last(steps));
    let said: Vec<Said> = session
        .released_since(began.max(of_chart).max(of_steps))
        .map(|note| said(note, session.plan()))
        .collect();
    let chart = chart.and_then(|(_, id)| chart_on(session, id));
    match chart {
        _ if !said.is_empty() => On::Said(said),
        Some(chart) if of_chart >= of_steps => chart,
        chart if steps.is_some() => {
            let steps: Vec<Step> = steps_of(session).collect();
            if steps.is_empty() {
                chart.unwrap_or(On::Nothing)
            } else {
                On::Steps(steps)
            }
        }
        _ => On::Nothing,
    }
}

/// Tells whether a chart that is marked for it is still to be guessed about: from the first word on, since a window may be shared by then,
/// until the charts have been shown. Before that it belongs to whoever prepares.
pub fn guesses_first(session: &Session) -> bool {
    let stages = &session.plan().stages;
    let data = stages
        .iter()
        .position(|stage| stage.kind == StageKind::Data);
    session.current().is_some_and(|(place, stage)| {
        stage.kind == StageKind::Data || data.is_some_and(|data| place < data)
    })
}

/// Returns the face that the group sees of a chart: what was chosen last, else covered where it is presented and guessed about first.
pub fn facing_of(session: &Session, chart: &Chart) -> Facing {
    match session.facing(chart.id) {
        Some(Facing::Covered) | None if chart.asked().is_err() => Facing::Plain,
        None if guesses_first(session) => Facing::Covered,
        facing => facing.unwrap_or_default(),
    }
}

fn chart_on(session: &Session, id: ChartId) -> Option<On> {
    let charts = &session.plan().charts;
    let place = charts.iter().position(|chart| chart.id == id)?;
    let chart = charts.get(place)?;
    let facing = facing_of(session, chart);
    let chart = if facing == Facing::Covered {
        chart.clone().covered()
    } else {
        chart.clone()
    };
    Some(On::Chart {
        chart: Box::new(chart),
        facing,
        place: place + 1,
        of: charts.len(),
    })
}

/// The steps that are still to be done, in the order they were promised.
fn steps_of(session: &Session) -> impl Iterator<Item = Step> {
    let open = |note: &&Note| matches!(note.body.status, Status::Open | Status::Ongoing);
    session.tagged(Tag::NextStep).filter(open).map(|note| Step {
        who: note.body.who.clone().filter(|who| !who.trim().is_empty()),
        what: SafeText::block(&without_names(
            &note.body.text,
            &session.plan().participants,
        )),
        when: note.body.when.clone(),
    })
}

/// Returns a note as it may be read out to all: its words without names, and the perspective it speaks for.
pub fn said(note: &Note, plan: &Plan) -> Said {
    let people = &plan.participants;
    let perspective = if note.body.tag == Tag::NextStep {
        // Who does it is kept in every view.
        note.body.who.clone()
    } else {
        note.body
            .voice
            .as_ref()
            .and_then(|voice| perspective_of(voice, people))
            .cloned()
    };
    Said {
        perspective,
        text: SafeText::block(&without_names(&note.body.text, people)),
    }
}

/// Finds the perspective that a voice speaks for: its own word, or that of the participant who has the name.
pub fn perspective_of<'a>(voice: &str, people: &'a [Participant]) -> Option<&'a SafeText> {
    let voice = voice.trim().to_lowercase();
    if voice.is_empty() {
        return None;
    }
    let is = |words: &SafeText| words.trim().to_lowercase() == voice;
    let of = |known: &dyn Fn(&&Participant) -> bool| {
        let found = people.iter().find(known);
        found
            .map(|person| &person.perspective)
            .filter(|perspective| !perspective.trim().is_empty())
    };
    of(&|person| is(&person.perspective)).or_else(|| {
        of(&|person| {
            let name = person.name.as_ref();
            name.is_some_and(|name| is(name) || first_name(name).to_lowercase() == voice)
        })
    })
}

fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or_default()
}

/// Puts the perspective in the place of every name of those around the table, whole or in part.
fn without_names(text: &str, people: &[Participant]) -> String {
    let mut text = text.to_owned();
    for person in people {
        let Some(name) = &person.name else { continue };
        let instead = if person.perspective.trim().is_empty() {
            "…"
        } else {
            person.perspective.trim()
        };
        text = replace_words(&text, name.trim(), instead);
        for part in name.split_whitespace().filter(|part| part.len() > 2) {
            text = replace_words(&text, part, instead);
        }
    }
    text
}

/// Replaces words where they stand as such; a genitive *s* behind them stays.
fn replace_words(text: &str, words: &str, instead: &str) -> String {
    if words.is_empty() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(words) {
        let begins = !before
            .chars()
            .next_back()
            .or_else(|| out.chars().next_back())
            .is_some_and(char::is_alphanumeric);
        let behind = after.strip_prefix('s').unwrap_or(after);
        let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        out.push_str(before);
        if begins && (ends(after) || ends(behind)) {
            out.push_str(instead);
            // "Pers" of the police is "polis", not "poliss".
            let doubled = !ends(after) && instead.ends_with('s');
            rest = if doubled { behind } else { after };
        } else {
            out.push_str(words);
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests;
