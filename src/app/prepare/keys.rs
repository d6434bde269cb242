//! What the keys do while preparing.

use crate::{
    app::{
        effect::Effect,
        help,
        lead::{Cx, Lead, Opens},
        msg::Key,
        prepare::{
            Field, Prepare,
            change::{self, With},
            soon,
        },
    },
    domain::{Event, PlanPart},
    input::{Action, line_editor::LineEditor},
    t,
    text::SafeText,
};

/// How far a page goes.
const PAGE: usize = 10;

impl Prepare {
    /// Takes a key.
    pub(in crate::app) fn key(
        &mut self,
        key: Key,
        lead: &mut Lead,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        let action = cx.keymap.action(self.mode(), key.chord);
        if action == Some(Action::Quit) {
            self.keep(lead, cx, out);
            return lead.quit(out);
        }
        if let Some(top) = self.help {
            self.help = help::scrolled(top, action, cx);
            return;
        }
        self.trouble = None;
        if self.line.is_some() {
            self.line_key((key, action), lead, cx, out);
        } else if let Some(action) = action.filter(|action| !key.repeat || action.may_repeat()) {
            self.act(action, lead, cx, out);
        }
    }

    /// Takes a paste: on an open line, else as new ones of the list one stands in, a line each.
    pub(in crate::app) fn paste(
        &mut self,
        text: &str,
        lead: &mut Lead,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        let text = SafeText::block(text);
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        let adds = change::text(self.at, &soon(lead)).is_some_and(|text| text.is_empty());
        if lines.len() > 1 && adds {
            self.line = None;
            for line in lines {
                self.write(line, lead, cx, out);
                self.at = one_more(self.at);
            }
            return;
        }
        let line = self.line.get_or_insert_default();
        line.insert(text.on_one_line().trim());
    }

    /// Saves what is written on an open line, for nothing typed is lost when the program is left.
    pub(in crate::app) fn keep(&mut self, lead: &mut Lead, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        if let Some(line) = self.line.take() {
            self.write(line.text(), lead, cx, out);
        }
    }

    fn line_key(
        &mut self,
        (key, action): (Key, Option<Action>),
        lead: &mut Lead,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        let Some(line) = &mut self.line else {
            return;
        };
        match action {
            Some(Action::Cancel) => self.line = None,
            Some(Action::Confirm) => {
                let text = line.text().to_owned();
                let added = change::text(self.at, &soon(lead)).is_some_and(|text| text.is_empty());
                if self.write(&text, lead, cx, out) {
                    self.line = None;
                    // One after the other: the next of a list is open at once, and an empty one ends it.
                    if added && !text.trim().is_empty() && one_more(self.at) != self.at {
                        self.at = one_more(self.at);
                        self.line = Some(LineEditor::default());
                    }
                }
            }
            _ => drop(line.key(key.chord)),
        }
    }

    /// Writes a row; tells whether it was taken.
    fn write(&mut self, text: &str, lead: &mut Lead, cx: &Cx<'_>, out: &mut Vec<Effect>) -> bool {
        let plan = soon(lead);
        let with = With::of(&plan, cx);
        let began = lead.session.timeline().began().is_some();
        if began && self.at == Field::Start {
            self.trouble = Some(t!(cx.texts, "prepare-word-began"));
            return false;
        }
        match with.written(self.at, text) {
            Ok(part) => {
                say(part, lead, cx, out);
                true
            }
            Err(trouble) => {
                self.trouble = Some(trouble);
                false
            }
        }
    }

    fn act(&mut self, action: Action, lead: &mut Lead, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        match action {
            Action::Up => self.go(lead, cx, |at, _| at.saturating_sub(1)),
            Action::Down => self.go(lead, cx, |at, last| (at + 1).min(last)),
            Action::PageUp => self.go(lead, cx, |at, _| at.saturating_sub(PAGE)),
            Action::PageDown => self.go(lead, cx, |at, last| (at + PAGE).min(last)),
            Action::Top => self.go(lead, cx, |_, _| 0),
            Action::Bottom => self.go(lead, cx, |_, last| last),
            Action::Confirm if matches!(self.at, Field::StageBefore(_)) => {
                self.take_before(lead, cx, out);
            }
            Action::Confirm => self.open_row(lead, cx),
            Action::Cancel => self.back(lead, cx),
            Action::Start | Action::Leave => self.leave(lead, cx),
            Action::ChoiceNext => self.turn(1, lead, cx, out),
            Action::ChoiceBefore => self.turn(-1, lead, cx, out),
            Action::MoveUp => self.shift(-1, lead, cx, out),
            Action::MoveDown => self.shift(1, lead, cx, out),
            Action::Remove => self.remove(lead, cx, out),
            Action::Undo | Action::Retry => lead.act(action, cx, out),
            Action::Help => self.help = Some(0),
            _ => {}
        }
    }

    /// Moves among the rows that can be chosen.
    fn go(&mut self, lead: &Lead, cx: &Cx<'_>, to: impl Fn(usize, usize) -> usize) {
        let (rows, place) = self.rows(lead, cx.texts);
        let fields: Vec<Field> = rows.iter().filter_map(|row| row.field).collect();
        let now = rows.get(place).and_then(|row| row.field);
        let at = fields.iter().position(|field| Some(*field) == now);
        let last = fields.len().saturating_sub(1);
        if let Some(field) = fields.get(to(at.unwrap_or(0), last)) {
            self.at = *field;
        }
    }

    /// Makes the chosen row the one that stands there: the list may have grown shorter.
    fn settle(&mut self, lead: &Lead, cx: &Cx<'_>) {
        self.go(lead, cx, |at, _| at);
    }

    fn open_row(&mut self, lead: &mut Lead, cx: &Cx<'_>) {
        self.settle(lead, cx);
        match self.at {
            Field::Step(step) => {
                self.step = (self.step != Some(step)).then_some(step);
                self.stage = None;
            }
            Field::NewChart => {
                if lead.session.timeline().began().is_some() {
                    self.trouble = Some(t!(cx.texts, "data-started"));
                } else {
                    lead.opens = Some(Opens::Data);
                }
            }
            Field::Held => {
                self.trouble = Some(t!(cx.texts, "prepare-arrows"));
            }
            Field::Stage(at) if at < soon(lead).stages.len() => {
                self.stage = (self.stage != Some(at)).then_some(at);
            }
            field => {
                self.line = change::text(field, &soon(lead)).map(|text| LineEditor::with(&text));
            }
        }
    }

    /// Enter on how long a stage was before: it is wished so long now.
    fn take_before(&mut self, lead: &mut Lead, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        self.settle(lead, cx);
        let Field::StageBefore(at) = self.at else {
            return self.open_row(lead, cx);
        };
        let plan = soon(lead);
        if let Some((_, minutes)) = lead.history.proposal(&plan, at) {
            let mut stages = plan.stages.clone();
            stages[at].minutes = minutes;
            self.at = Field::Stage(at);
            say(Some(PlanPart::Stages(stages)), lead, cx, out);
        }
    }

    /// Esc: one level out, at last to the dialogue.
    fn back(&mut self, lead: &mut Lead, cx: &Cx<'_>) {
        if let Some(stage) = self.stage.take() {
            self.at = Field::Stage(stage);
        } else if let Some(step) = self.step.filter(|step| self.at != Field::Step(*step)) {
            self.at = Field::Step(step);
        } else {
            self.leave(lead, cx);
        }
    }

    /// Leaves it as it is, which is enough.
    fn leave(&mut self, lead: &mut Lead, cx: &Cx<'_>) {
        self.open = false;
        if lead.session.timeline().began().is_none() {
            let plan = soon(lead);
            lead.say(
                t!(
                    cx.texts,
                    "prepare-enough-with",
                    people = plan.participants.len(),
                    charts = plan.charts.len(),
                    minutes = plan.slot.minutes
                ),
                cx,
            );
        }
    }

    fn turn(&mut self, by: i8, lead: &mut Lead, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        self.settle(lead, cx);
        let plan = soon(lead);
        let with = With::of(&plan, cx);
        let part = with.turned(self.at, by);
        say(part, lead, cx, out);
    }

    fn shift(&mut self, by: i8, lead: &mut Lead, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        self.settle(lead, cx);
        if self.has_been(by, lead, cx) {
            return;
        }
        let plan = soon(lead);
        let with = With::of(&plan, cx);
        if let Some((part, at)) = with.moved(self.at, by) {
            say(Some(part), lead, cx, out);
            if let (Field::Stage(to), Some(_)) = (at, self.stage) {
                self.stage = Some(to);
            }
            self.at = at;
        }
    }

    fn remove(&mut self, lead: &mut Lead, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        self.settle(lead, cx);
        if self.has_been(0, lead, cx) {
            return;
        }
        let plan = soon(lead);
        let with = With::of(&plan, cx);
        let part = with.removed(self.at);
        if matches!(self.at, Field::Stage(_)) && part.is_some() {
            self.stage = None;
        }
        say(part, lead, cx, out);
    }

    /// Tells, and says, that a stage that has been stays where it was.
    fn has_been(&mut self, by: i8, lead: &Lead, cx: &Cx<'_>) -> bool {
        let timeline = lead.session.timeline();
        let plan = lead.session.plan();
        let been = Self::touches(self.at, by).into_iter().any(|place| {
            let stage = plan.stages.get(place);
            stage.is_some_and(|stage| timeline.visits.iter().any(|visit| visit.stage == stage.id))
        });
        if been {
            self.trouble = Some(t!(cx.texts, "prepare-has-been"));
        }
        been
    }
}

/// Sends a change on its way, where there is one.
fn say(part: Option<PlanPart>, lead: &mut Lead, cx: &Cx<'_>, out: &mut Vec<Effect>) {
    if let Some(part) = part {
        lead.draft(Event::Planned(part), cx, out);
    }
}

/// Returns the next place of a list; anything else is its own next.
const fn one_more(field: Field) -> Field {
    match field {
        Field::Person(at) => Field::Person(at + 1),
        Field::Principle(at) => Field::Principle(at + 1),
        Field::Ask(stage, at) => Field::Ask(stage, at + 1),
        Field::Say(stage, at) => Field::Say(stage, at + 1),
        Field::FollowUp(stage, at) => Field::FollowUp(stage, at + 1),
        other => other,
    }
}
