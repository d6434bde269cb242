//! Looking around: panes, charts, the agenda's lines and the lists of notes.

use crate::{
    app::{
        effect::Effect,
        help,
        lead::{Cx, Lead, Opens, Overlay, Pane, Question, typing::edit_key},
        msg::Key,
        palette,
    },
    domain::{Event, Note, NoteEdit, NoteId, Spine, StageKind},
    input::{Action, line_editor::LineEditor},
    t,
};

impl Lead {
    /// Opens the screen on which a chart is made, as long as nothing has begun: what was shown stays what was shown.
    fn add_chart(&mut self, cx: &Cx<'_>) {
        if self.session.timeline().began().is_some() {
            self.say(t!(cx.texts, "data-started"), cx);
        } else {
            self.overlay = None;
            self.opens = Some(Opens::Data);
        }
    }

    /// The arrows change the chart in the data stage, and where the chart is in focus.
    pub fn looks_at_charts(&self) -> bool {
        self.pane == Pane::Chart
            || self
                .session
                .current()
                .is_some_and(|(_, stage)| stage.kind == StageKind::Data)
    }

    pub(in crate::app) fn look_or_list(
        &mut self,
        action: Action,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        match action {
            Action::NextPane => self.pane = self.walk_panes(1),
            Action::PreviousPane => self.pane = self.walk_panes(4),
            Action::NextChart if self.looks_at_charts() => self.turn_chart(1, cx, out),
            Action::PreviousChart if self.looks_at_charts() => self.turn_chart(-1, cx, out),
            Action::PageDown if self.pane == Pane::Chart => self.turn_chart(1, cx, out),
            Action::PageUp if self.pane == Pane::Chart => self.turn_chart(-1, cx, out),
            Action::Confirm => self.confirm(cx, out),
            Action::Charts => {
                self.overlay = Some(Overlay::Charts {
                    selected: self.chart_place(),
                });
            }
            Action::AddChart => self.add_chart(cx),
            Action::Prepare => {
                self.overlay = None;
                self.opens = Some(Opens::Prepare);
            }
            Action::Full => self.overlay = Some(Overlay::Full),
            Action::ChartTable => self.chart_table = !self.chart_table,
            Action::Flip => self.flip(cx),
            Action::Guess => self.ask_guesses(cx),
            Action::Behind => self.look_behind(None),
            Action::Help => self.overlay = Some(Overlay::Help(0)),
            Action::Palette => {
                self.overlay = Some(Overlay::Palette {
                    line: LineEditor::default(),
                    selected: 0,
                });
            }
            Action::EditNote if self.is_unwritten(cx) => {}
            Action::EditNote => match self.chosen_note().map(|note| note.id) {
                Some(id) => self.edit_note(id),
                None => self.open_line(),
            },
            Action::MoveNote => {
                self.with_chosen(cx, |lead, id, _| lead.ask(Question::MoveNote(id)));
            }
            Action::RemoveForGood => {
                self.with_chosen(cx, |lead, id, _| lead.ask(Question::Erase(id)));
            }
            Action::Withdraw => self.withdraw(cx, out),
            Action::Settle => self.settle_parked(cx, out),
            Action::Inbox => self.open_inbox(cx),
            Action::Tidy => self.tidy(),
            Action::Cancel => self.step_back(),
            Action::Up
            | Action::Down
            | Action::PageUp
            | Action::PageDown
            | Action::Top
            | Action::Bottom => self.walk(action, cx),
            _ => {}
        }
    }

    fn walk_panes(&self, by: usize) -> Pane {
        const ORDER: [Pane; 5] = [
            Pane::Agenda,
            Pane::Chart,
            Pane::Notes(Spine::See),
            Pane::Notes(Spine::Surprise),
            Pane::Notes(Spine::Next),
        ];
        let place = ORDER
            .iter()
            .position(|pane| *pane == self.pane)
            .unwrap_or(0);
        ORDER[(place + by) % ORDER.len()]
    }

    /// Esc: from a chosen note to the list, from the list to the agenda.
    fn step_back(&mut self) {
        self.echo = None;
        if !self.list.find.is_empty() {
            self.list.find.clear();
        } else if self.list.selected.take().is_none() && self.stage.take().is_none() {
            self.pane = Pane::Agenda;
        }
    }

    /// Enter: after the last chart it goes on to the next stage; after the end it reads the minutes.
    fn confirm(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        if self.session.timeline().closed.is_some() {
            return self.act(Action::Minutes, cx, out);
        }
        let data = self
            .session
            .current()
            .is_some_and(|(_, stage)| stage.kind == StageKind::Data);
        let covered = self.chart_in_view().filter(|chart| self.is_covered(chart));
        if let Some(id) = covered.map(|chart| chart.id) {
            self.reveal(id, cx, out);
        } else if data {
            if self.chart_place() + 1 < self.session.plan().charts.len() {
                self.turn_chart(1, cx, out);
            } else {
                self.next_stage(cx, out);
            }
        } else if self.chosen_note().is_some() {
            self.act(Action::EditNote, cx, out);
        } else if self.may_read_steps() {
            self.read_steps(cx, out);
        } else if self.may_read_waiting() {
            self.read_waiting();
        }
    }

    /// Returns the place of the chart on the screen.
    pub fn chart_place(&self) -> usize {
        let shown = self.chart_now();
        self.session
            .plan()
            .charts
            .iter()
            .position(|chart| Some(chart.id) == shown)
            .unwrap_or(0)
    }

    pub(in crate::app) fn turn_chart(&mut self, by: isize, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let count = self.session.plan().charts.len();
        let place = self.chart_place().saturating_add_signed(by);
        if place < count {
            self.show_chart(place, cx, out);
        } else if self
            .session
            .current()
            .is_some_and(|(_, stage)| stage.kind == StageKind::Data)
        {
            self.say(t!(cx.texts, "echo-last-chart"), cx);
        }
    }

    pub(in crate::app::lead) fn show_chart(
        &mut self,
        place: usize,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        let chart = self.chart_at(place);
        // What was said to all was about the chart before.
        self.faces.said = None;
        if chart.is_some() && chart != self.session.chart_shown() {
            self.draft(Event::ChartShown(chart), cx, out);
        }
    }

    /// Moves the choice among the notes of the column in focus, or among the stages.
    fn walk(&mut self, action: Action, cx: &Cx<'_>) {
        let page = usize::from(cx.rows / 3).max(1);
        match self.pane {
            Pane::Notes(spine) => self.walk_notes(spine, action, page),
            _ if self.looks_at_charts() && self.pane == Pane::Chart => {}
            _ => {
                let last = self.session.plan().stages.len().saturating_sub(1);
                let here = self
                    .stage
                    .or_else(|| self.session.current().map(|(place, _)| place))
                    .unwrap_or(0);
                self.stage = Some(match action {
                    Action::Up => here.saturating_sub(1),
                    Action::Down => (here + 1).min(last),
                    Action::PageUp | Action::Top => 0,
                    _ => last,
                });
            }
        }
    }

    /// Moves along the column from where one is, and looks at no more notes than it passes.
    fn walk_notes(&mut self, spine: Spine, action: Action, page: usize) {
        let find = self.list.find.to_lowercase();
        let fits = |note: &&Note| find.is_empty() || self.matches(note, &find);
        let session = &self.session;
        let here = self.list.selected.and_then(|id| session.note(id));
        let here = here.filter(|note| note.is_visible() && note.body.tag.spine() == Some(spine));
        let newest = || session.column(spine).rev().find(fits);
        let Some(here) = here.filter(fits) else {
            let note = match action {
                Action::Top => session.column(spine).find(fits),
                _ => newest(),
            };
            self.list.selected = note.map(|note| note.id).or(self.list.selected);
            return;
        };
        let key = (here.wall, here.id);
        let before = || session.column_before(spine, key).rev().filter(fits);
        let after = || session.column_after(spine, key).filter(fits);
        let there = match action {
            Action::Top => session.column(spine).find(fits),
            Action::Bottom => newest(),
            Action::Up => before().next(),
            Action::Down => after().next(),
            Action::PageUp => before().take(page).last(),
            _ => after().take(page).last(),
        };
        self.list.selected = Some(there.unwrap_or(here).id);
    }

    /// Tells whether a note holds the words that are looked for, or has that id. The words are in lower case.
    pub fn matches(&self, note: &Note, words: &str) -> bool {
        let body = &note.body;
        let in_text = |text: &str| text.to_lowercase().contains(words);
        in_text(&body.text)
            || note.id.to_string().to_lowercase() == *words
            || body.voice.as_deref().is_some_and(in_text)
            || body.who.as_deref().is_some_and(in_text)
    }

    fn with_chosen(&mut self, cx: &Cx<'_>, act: impl FnOnce(&mut Self, NoteId, &Cx<'_>)) {
        match self.chosen_note().map(|note| note.id) {
            Some(id) => act(self, id, cx),
            None => self.say(t!(cx.texts, "echo-choose-note"), cx),
        }
    }

    fn withdraw(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let Some(note) = self.chosen_note() else {
            return self.say(t!(cx.texts, "echo-choose-note"), cx);
        };
        let id = note.id;
        self.draft(
            Event::NoteEdited {
                id,
                edits: vec![NoteEdit::Withdrawn(true)],
            },
            cx,
            out,
        );
        self.say(t!(cx.texts, "echo-withdrawn", id = id.to_string()), cx);
        self.list.selected = None;
    }

    /// A parked note was taken up, or not after all.
    fn settle_parked(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let Some(note) = self.chosen_note() else {
            return;
        };
        let (id, settled) = (note.id, !note.body.settled);
        self.draft(
            Event::NoteEdited {
                id,
                edits: vec![NoteEdit::Settled(settled)],
            },
            cx,
            out,
        );
        self.say(t!(cx.texts, "echo-settled", id = id.to_string()), cx);
    }

    pub(in crate::app) fn overlay_key(
        &mut self,
        key: Key,
        action: Option<Action>,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        match self.overlay.take() {
            Some(Overlay::Palette { line, selected }) => {
                self.palette_key((line, selected), (key, action), cx, out);
            }
            Some(Overlay::Charts { selected }) => self.charts_key(selected, action, cx, out),
            Some(Overlay::Inbox { selected }) => self.inbox_key(selected, action, cx, out),
            Some(Overlay::Tidy(tidying)) => self.tidy_key(tidying, action, cx, out),
            Some(Overlay::Help(top)) => self.help_key(top, action, cx),
            Some(Overlay::Behind { chart, top, under }) => {
                self.behind_key((chart, top, under), action, cx);
            }
            Some(Overlay::Full) => {
                let covered = self.chart_in_view().filter(|chart| self.is_covered(chart));
                let covered = covered.map(|chart| chart.id);
                if let (Some(Action::Confirm), Some(id)) = (action, covered) {
                    self.overlay = Some(Overlay::Full);
                    self.reveal(id, cx, out);
                } else if action == Some(Action::Behind) {
                    self.look_behind(Some(Overlay::Full));
                } else if let Some(Action::Cancel | Action::Full | Action::Confirm) = action {
                } else {
                    self.overlay = Some(Overlay::Full);
                    if let Some(action) = action {
                        self.act_over(action, cx, out);
                    }
                }
            }
            Some(over @ (Overlay::Cover | Overlay::Group)) => self.overlay = Some(over),
            Some(Overlay::Table) | None => {}
        }
    }

    /// What still works while one thing fills the window: the stages and the charts.
    fn act_over(&mut self, action: Action, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        match action {
            Action::NextChart | Action::Down | Action::PageDown => self.turn_chart(1, cx, out),
            Action::PreviousChart | Action::Up | Action::PageUp => self.turn_chart(-1, cx, out),
            Action::ChartTable => self.chart_table = !self.chart_table,
            Action::Flip => self.flip(cx),
            Action::Guess => self.ask_guesses(cx),
            Action::NextStage | Action::Pause | Action::Start | Action::Hide => {
                self.act(action, cx, out);
            }
            _ => {}
        }
    }

    fn help_key(&mut self, top: usize, action: Option<Action>, cx: &Cx<'_>) {
        // Header, title, message and keys keep their rows.
        let page = usize::from(cx.rows.saturating_sub(5)).max(1);
        let cap = |mode, action| cx.keymap.label(mode, action, cx.texts);
        let (rows, _) = help::rows(*cx.texts, cx.columns.saturating_sub(2), &cap);
        let last = rows.len().saturating_sub(page);
        let top = top.min(last);
        let top = match action {
            Some(Action::Down) => top + 1,
            Some(Action::Up) => top.saturating_sub(1),
            Some(Action::PageDown | Action::Start) => top + page,
            Some(Action::PageUp) => top.saturating_sub(page),
            Some(Action::Top) => 0,
            Some(Action::Bottom) => last,
            Some(Action::Cancel | Action::Help | Action::Leave | Action::Confirm) => return,
            _ => top,
        };
        self.overlay = Some(Overlay::Help(top.min(last)));
    }

    fn charts_key(
        &mut self,
        selected: usize,
        action: Option<Action>,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        let last = self.session.plan().charts.len().saturating_sub(1);
        let selected = match action {
            Some(Action::NextChart | Action::Down) => (selected + 1).min(last),
            Some(Action::PreviousChart | Action::Up) => selected.saturating_sub(1),
            Some(Action::Top) => 0,
            Some(Action::Bottom) => last,
            Some(Action::Confirm) => {
                self.pane = Pane::Chart;
                return self.show_chart(selected, cx, out);
            }
            Some(Action::Behind) => {
                return self.look_behind(Some(Overlay::Charts { selected }));
            }
            Some(Action::Cancel | Action::Charts | Action::Leave) => return,
            _ => selected,
        };
        self.overlay = Some(Overlay::Charts { selected });
    }

    fn palette_key(
        &mut self,
        (mut line, selected): (LineEditor, usize),
        (key, action): (Key, Option<Action>),
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        let found = palette::find(line.text(), cx.texts);
        let selected = match action {
            Some(Action::Cancel) => return,
            Some(Action::Confirm) => {
                if let Some(chosen) = found.get(selected) {
                    self.act(*chosen, cx, out);
                }
                return;
            }
            Some(Action::Down) => (selected + 1).min(found.len().saturating_sub(1)),
            Some(Action::Up) => selected.saturating_sub(1),
            _ => {
                edit_key(&mut line, key.chord);
                0
            }
        };
        self.overlay = Some(Overlay::Palette { line, selected });
    }
}
