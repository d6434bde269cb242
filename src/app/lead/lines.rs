//! The leading and the note-taker's window led with lines: see [`linear`](crate::app::linear) for what a line is.

use crate::{
    app::{
        effect::Effect,
        lead::{Cx, Lead, Overlay, Pane, Prompt, Question, Writing},
        linear::{Choice, Linear, Menu, Say, Typed},
        msg::Key,
    },
    data::personal,
    domain::{
        StageKind, Tag,
        chart::{Chart, Face},
        reading::{Phase, Reading},
    },
    format::tidy::Look,
    input::{Action, Chord, line_editor::LineEditor},
    t,
    text::clock,
};

impl Lead {
    /// Takes a line.
    pub(in crate::app) fn line(
        &mut self,
        text: &str,
        linear: &mut Linear,
        cx: &Cx<'_>,
    ) -> Vec<Effect> {
        let mut out = Vec::new();
        let was_leaving = std::mem::take(&mut self.leaving);
        let tickets = self.tickets;
        if let Some(prompt) = self.prompt.take() {
            self.answer_in_a_line(prompt, text, (linear, cx), &mut out);
        } else if self.writing.editing.is_some() {
            self.rewrite_in_a_line(text, (linear, cx), &mut out);
        } else {
            match Typed::of(text) {
                // The quarter of an hour after goes on until it is left.
                Typed::Asks if linear.menu == Menu::Tidy => linear.says.push(Say::List),
                Typed::Asks => {
                    linear.menu = Menu::Main;
                    self.overlay = None;
                    linear.says.push(Say::Where);
                }
                Typed::Number(0) => self.go_back((linear, cx)),
                Typed::Number(number) => {
                    self.leaving = was_leaving;
                    self.choose_number(number, (linear, cx), &mut out);
                }
                Typed::Words(words) => self.note_in_a_line(words, (linear, cx), &mut out),
            }
        }
        if self.tickets > tickets {
            linear.noticed = personal::kinds(text);
        }
        self.tell_face(cx, &mut out);
        self.settle_room(cx);
        out
    }

    /// `0`: from a list to what can be done, from a chosen note to none.
    fn go_back(&mut self, (linear, cx): (&mut Linear, &Cx<'_>)) {
        if linear.menu == Menu::Tidy {
            linear.menu = Menu::Main;
            self.overlay = None;
            return self.say(t!(cx.texts, "echo-tidy-enough"), cx);
        }
        let chosen = self.list.selected.take().is_some();
        let open = linear.menu != Menu::Main || chosen;
        linear.menu = Menu::Main;
        self.overlay = None;
        self.pane = Pane::default();
        linear
            .says
            .push(if open { Say::Left } else { Say::NothingOpen });
    }

    /// A note, whole on its line. What was half typed before stays where it is.
    fn note_in_a_line(
        &mut self,
        text: &str,
        (linear, cx): (&mut Linear, &Cx<'_>),
        out: &mut Vec<Effect>,
    ) {
        let line = Writing {
            line: LineEditor::with(text.trim_end()),
            ..Writing::default()
        };
        let kept = std::mem::replace(&mut self.writing, line);
        let before = self.tickets;
        self.save_line(cx, out);
        if self.tickets == before && self.echo.is_none() {
            linear.says.push(Say::Empty);
        }
        self.writing = kept;
        self.writing.open = false;
        if !self.writing.line.is_empty() {
            out.push(Effect::KeepLine(self.half_typed()));
        }
    }

    /// The new words of the note that is being changed.
    fn rewrite_in_a_line(
        &mut self,
        text: &str,
        (linear, cx): (&mut Linear, &Cx<'_>),
        out: &mut Vec<Effect>,
    ) {
        match Typed::of(text) {
            Typed::Asks => linear.says.push(Say::Question),
            Typed::Number(0) => {
                self.put_line_back();
                linear.says.push(Say::Left);
            }
            Typed::Number(_) | Typed::Words(_) => {
                self.writing.line = LineEditor::with(text.trim_end());
                self.save_line(cx, out);
                if self.writing.editing.is_some() && self.echo.is_none() {
                    linear.says.push(Say::Empty);
                }
            }
        }
        self.writing.open = false;
    }

    /// An answer to what is asked. A sentence where a number or a time is wanted is somebody's note, and is kept as one.
    fn answer_in_a_line(
        &mut self,
        mut prompt: Prompt,
        text: &str,
        (linear, cx): (&mut Linear, &Cx<'_>),
        out: &mut Vec<Effect>,
    ) {
        let asked = prompt.question.clone();
        let typed = Typed::of(text);
        let mut answer = text.trim();
        let which_end;
        match (&asked, typed) {
            (_, Typed::Number(0)) => {
                self.prompt = Some(prompt);
                self.prompt_key(Key::press(Chord::ESC), Some(Action::Cancel), cx, out);
                linear.says.push(Say::Left);
                return;
            }
            (_, Typed::Asks) if !empty_answers(&asked) || answer == "?" => {
                prompt.trouble = None;
                self.prompt = Some(prompt);
                linear.says.push(Say::Question);
                return;
            }
            (Question::WhichEnd { planned, counted }, Typed::Number(which @ 1..=2)) => {
                let zone = &self.session.plan().zone;
                which_end = clock::hhmm(if which == 1 { *planned } else { *counted }, zone);
                answer = &which_end;
            }
            (Question::Waiting { id, .. }, Typed::Number(kind @ 2..)) => {
                let tag = Tag::CHOICES.get(kind - 2).copied();
                prompt.question = Question::Waiting { id: *id, tag };
            }
            (Question::TakeLead | Question::Waiting { .. }, Typed::Words(words)) => {
                self.note_in_a_line(words, (linear, cx), out);
                self.prompt = Some(prompt);
                linear.says.push(Say::Question);
                return;
            }
            _ => {}
        }
        if prompt.question == Question::Find {
            answer.clone_into(&mut self.list.find);
            self.list.selected = None;
        }
        prompt.line = LineEditor::with(answer);
        prompt.trouble = None;
        self.prompt = Some(prompt);
        self.prompt_key(Key::press(Chord::ENTER), Some(Action::Confirm), cx, out);
        // The list is not narrowed, only one note is chosen.
        self.list.find.clear();
        self.ask_again(&asked, text, (linear, cx), out);
    }

    /// What was asked still is: the answer was none, or there is more to answer.
    fn ask_again(
        &mut self,
        asked: &Question,
        text: &str,
        (linear, cx): (&mut Linear, &Cx<'_>),
        out: &mut Vec<Effect>,
    ) {
        let Some(mut prompt) = self.prompt.take_if(|prompt| prompt.question == *asked) else {
            return;
        };
        let words = text.split_whitespace().count() > 1 && text.chars().any(char::is_alphabetic);
        if prompt.trouble.is_some() && words {
            prompt.trouble = None;
            self.note_in_a_line(text, (linear, cx), out);
        }
        prompt.line = LineEditor::default();
        self.prompt = Some(prompt);
        linear.says.push(Say::Question);
    }

    fn choose_number(
        &mut self,
        number: usize,
        (linear, cx): (&mut Linear, &Cx<'_>),
        out: &mut Vec<Effect>,
    ) {
        let choices = self.choices(linear.menu, cx);
        let found = choices.iter().find(|(known, _)| *known == number);
        let Some((_, choice)) = found else {
            let named = SERVED
                .get(number - 1)
                .copied()
                .filter(|_| linear.menu == Menu::Main);
            linear
                .says
                .push(named.map_or(Say::NoSuch(number), Say::NotNow));
            self.leaving = false;
            return;
        };
        if *choice != Choice::Act(Action::Leave) {
            self.leaving = false;
        }
        match *choice {
            Choice::Act(action) => self.act_in_a_line(action, (linear, cx), out),
            Choice::Heard(key) => {
                linear.menu = Menu::Main;
                self.mark_heard(key, cx, out);
            }
            Choice::Chart(place, _) => {
                linear.menu = Menu::Main;
                self.pane = Pane::Chart;
                self.show_chart(place, cx, out);
            }
            Choice::Item(_) => {}
        }
    }

    fn act_in_a_line(
        &mut self,
        action: Action,
        (linear, cx): (&mut Linear, &Cx<'_>),
        out: &mut Vec<Effect>,
    ) {
        let opens = |linear: &mut Linear, menu| {
            linear.menu = menu;
            linear.says.push(Say::List);
        };
        match action {
            Action::ChartTable => linear.says.push(Say::Numbers),
            Action::Behind => linear.says.push(Say::Behind),
            Action::Help => linear.says.push(Say::Help),
            Action::Charts => opens(linear, Menu::Charts),
            Action::Heard => opens(linear, Menu::Heard),
            Action::Inbox => {
                opens(linear, Menu::Inbox);
            }
            Action::Confirm | Action::SetAside | Action::RemoveForGood
                if linear.menu == Menu::Inbox =>
            {
                self.inbox_key(0, Some(action), cx, out);
                self.overlay = None;
                if self.session.inbox().nth(1).is_none() {
                    linear.menu = Menu::Main;
                }
            }
            Action::Tidy => {
                self.tidy();
                opens(linear, Menu::Tidy);
            }
            Action::Confirm | Action::Join | Action::SetAside if linear.menu == Menu::Tidy => {
                if let Some(Overlay::Tidy(tidying)) = self.overlay.take() {
                    self.tidy_key(tidying, Some(action), cx, out);
                }
                self.writing.open = false;
                if self.overlay.is_none() {
                    linear.menu = Menu::Main;
                }
            }
            Action::Write => {
                self.save_line(cx, out);
                self.writing.open = false;
            }
            Action::EditNote if self.chosen_note().is_none() => {
                self.edit_older(cx, out);
                self.writing.open = false;
            }
            _ => self.act(action, cx, out),
        }
        if self.leads() {
            self.writing.open = false;
        }
    }

    /// Returns what the numbers of a list do now.
    pub(in crate::app) fn choices(&self, menu: Menu, cx: &Cx<'_>) -> Vec<(usize, Choice)> {
        match menu {
            Menu::Main => {
                let reading = Reading::of(&self.session, cx.now);
                let numbered = SERVED.into_iter().enumerate();
                numbered
                    .filter(|(_, action)| {
                        self.may(*action) && self.is_possible(*action, &reading, cx)
                    })
                    .map(|(place, action)| (place + 1, Choice::Act(action)))
                    .collect()
            }
            Menu::Heard => {
                let all = self.heard_here().into_iter();
                all.map(|known| (usize::from(known.key), Choice::Heard(known.key)))
                    .collect()
            }
            Menu::Charts => {
                let charts = self.session.plan().charts.iter().enumerate();
                charts
                    .map(|(place, chart)| (place + 1, Choice::Chart(place, chart.id)))
                    .collect()
            }
            Menu::Inbox => [Action::Confirm, Action::SetAside, Action::RemoveForGood]
                .into_iter()
                .filter(|action| self.may(*action))
                .enumerate()
                .map(|(place, action)| (place + 1, Choice::Act(action)))
                .collect(),
            Menu::Tidy => {
                let actions: &[Action] = match self.first_look() {
                    None => &[Action::Confirm],
                    Some(Look::Double(..)) => &[Action::Confirm, Action::Join, Action::SetAside],
                    Some(_) => &[Action::Confirm, Action::SetAside],
                };
                let places = actions.iter().enumerate();
                places
                    .map(|(place, action)| (place + 1, Choice::Act(*action)))
                    .collect()
            }
        }
    }

    /// Tells whether something can be done at this instant, so that the list has nothing that would only say no.
    fn is_possible(&self, action: Action, reading: &Reading, cx: &Cx<'_>) -> bool {
        use Action as A;
        let runs = matches!(reading.phase, Phase::Running | Phase::Paused(_));
        let closed = matches!(reading.phase, Phase::Closed(_));
        let next = reading.next(&self.session).map(|(_, stage)| stage.kind);
        match action {
            A::Start => match reading.phase {
                Phase::Waiting { .. } => next.is_some(),
                phase => matches!(phase, Phase::Paused(_)),
            },
            A::Pause => reading.phase == Phase::Running,
            A::NextStage | A::CloseSession | A::Backdate => runs,
            A::PreviousStage => closed || reading.previous(&self.session).is_some(),
            A::MinuteMore | A::MinuteLess | A::Form => reading.now.is_some(),
            A::MoveEnd | A::Park | A::PauseWriting => !closed,
            A::Skip => runs && next.is_some_and(|kind| kind != StageKind::Closing),
            A::Focus => runs && !self.guide.tips.focus.is_empty(),
            A::FollowUp => self
                .session
                .current()
                .is_some_and(|(_, stage)| !stage.follow_ups.is_empty()),
            A::Heard | A::Pass => runs && !self.heard_here().is_empty(),
            A::Hide => !matches!(reading.phase, Phase::Waiting { .. }),
            A::PrivateLines | A::Tidy => closed,
            A::Confirm => self.may_reveal() || self.may_read_steps() || self.may_read_waiting(),
            A::Undo => self.session.last_act(self.room.seat).is_some(),
            A::Redo => self.session.last_undo(self.room.seat).is_some(),
            A::Retry => {
                self.trouble.is_some()
                    || self.publish_trouble.is_some()
                    || self.erase_trouble.is_some()
            }
            A::Dismiss => self.tip(reading, cx.texts).is_some(),
            A::TakeLead => !self.leads(),
            A::Minutes | A::Help | A::Leave => true,
            _ => self.is_possible_on_a_note(action) || self.is_possible_on_a_chart(action, cx),
        }
    }

    fn is_possible_on_a_note(&self, action: Action) -> bool {
        use Action as A;
        let chosen = self.chosen_note();
        match action {
            A::Write => !self.writing.line.is_empty(),
            A::EditNote | A::Find => self.session.dialogue_count() > 0,
            A::Inbox => self.session.inbox().next().is_some(),
            A::MoveNote | A::Withdraw | A::RemoveForGood | A::Release => chosen.is_some(),
            A::Settle => chosen.is_some_and(|note| note.body.tag == Tag::Parked),
            _ => false,
        }
    }

    fn is_possible_on_a_chart(&self, action: Action, cx: &Cx<'_>) -> bool {
        use Action as A;
        let count = self.session.plan().charts.len();
        let looks = self.looks_at_charts() || self.chart_pinned().is_some();
        if action == A::Charts {
            return count > 0;
        }
        if !looks {
            return false;
        }
        let shown = self
            .chart_in_view()
            .map(|chart| self.shown(chart, cx.texts));
        let covered = shown
            .as_ref()
            .is_some_and(|chart| chart.showing.face == Face::Covered);
        match action {
            A::Behind => shown.is_some(),
            A::NextChart => self.looks_at_charts() && self.chart_place() + 1 < count,
            A::PreviousChart => self.looks_at_charts() && self.chart_place() > 0,
            A::ChartTable => !covered && shown.is_some_and(|chart| !chart.body.rows().is_empty()),
            A::Flip => {
                let chart = self.chart_in_view().filter(|_| !covered);
                chart.is_some_and(|chart| crate::chart::turned(chart, cx.texts).is_ok())
            }
            A::Guess => self
                .chart_in_view()
                .is_some_and(|chart| chart.asked().is_ok()),
            _ => false,
        }
    }

    /// Tells whether the chart that is presented is covered, so that Enter would show it.
    pub fn may_reveal(&self) -> bool {
        self.leads()
            && self
                .chart_in_view()
                .is_some_and(|chart: &Chart| self.looks_at_charts() && self.is_covered(chart))
    }
}

/// Tells whether an empty line answers a question, as Enter alone does.
fn empty_answers(question: &Question) -> bool {
    matches!(
        question,
        Question::WhichEnd { .. }
            | Question::Guess(_)
            | Question::TakeLead
            | Question::Waiting { .. }
            | Question::Private(_)
    )
}

/// The actions that lines can choose: their places are their numbers, whatever can be done now. Numbers are known by heart, so one that
/// is new comes last.
pub const SERVED: [Action; 45] = [
    Action::Start,
    Action::Pause,
    Action::NextStage,
    Action::PreviousStage,
    Action::MinuteMore,
    Action::MinuteLess,
    Action::Form,
    Action::Backdate,
    Action::MoveEnd,
    Action::Skip,
    Action::CloseSession,
    Action::Write,
    Action::EditNote,
    Action::Park,
    Action::Settle,
    Action::Inbox,
    Action::MoveNote,
    Action::Withdraw,
    Action::RemoveForGood,
    Action::Find,
    Action::Minutes,
    Action::PrivateLines,
    Action::Heard,
    Action::Pass,
    Action::PauseWriting,
    Action::Focus,
    Action::FollowUp,
    Action::NextChart,
    Action::PreviousChart,
    Action::Charts,
    Action::ChartTable,
    Action::Flip,
    Action::Guess,
    Action::Behind,
    Action::Release,
    Action::Hide,
    Action::Confirm,
    Action::Undo,
    Action::Redo,
    Action::Retry,
    Action::Dismiss,
    Action::Help,
    Action::TakeLead,
    Action::Leave,
    Action::Tidy,
];

/// Actions of a screen: there is nothing to hear of them, or no line to say them with.
#[cfg(test)]
const OF_THE_SCREEN: [Action; 9] = [
    Action::Prepare,
    Action::MoveUp,
    Action::MoveDown,
    Action::Remove,
    Action::AddChart,
    Action::Full,
    Action::GroupView,
    Action::Calm,
    Action::Copy,
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_action_has_a_number_or_is_of_the_screen() {
        let all = Action::ALL.iter().copied();
        let palette = all.filter(|action| action.in_palette() && !OF_THE_SCREEN.contains(action));
        let expected: BTreeSet<Action> = palette.chain([Action::Heard, Action::Confirm]).collect();
        assert_eq!(BTreeSet::from(SERVED), expected);
        assert_eq!(SERVED.len(), expected.len(), "none has two numbers");
    }
}
