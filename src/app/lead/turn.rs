//! One turn of the leading window: a message comes in, and goes to the part of the window it is for.

use crate::{
    app::{
        effect::{Copied, Effect},
        lead::{Echo, File, Lead, Prompt, Question},
        model::Settings,
        msg::{Key, Msg},
    },
    domain::{Event, Note, chart::ChartId, reading::Reading},
    input::{Action, Keymap, Mode},
    t,
    text::{Moment, SafeText, Span, Texts},
};

/// What a turn may know besides the window itself.
#[derive(Clone, Copy, Debug)]
pub(in crate::app) struct Cx<'a> {
    /// The instant of this turn.
    pub(in crate::app) now: Moment,
    /// The words.
    pub(in crate::app) texts: &'a Texts,
    /// The keys.
    pub(in crate::app) keymap: &'a Keymap,
    /// The columns of the window.
    pub(in crate::app) columns: u16,
    /// The rows of the window, for paging.
    pub(in crate::app) rows: u16,
    /// Fewer people than this are not told of beside per cent.
    pub(in crate::app) small_number_limit: u32,
}

impl<'a> Cx<'a> {
    /// Takes from the model what a turn works with.
    pub(in crate::app) fn new(
        now: Moment,
        (texts, keymap): (&'a Texts, &'a Keymap),
        (columns, rows): (u16, u16),
        settings: Settings,
    ) -> Self {
        Self {
            now,
            texts,
            keymap,
            columns,
            rows,
            small_number_limit: settings.small_number_limit,
        }
    }
}

/// How long a line about what was just done stays.
const ECHO_STAYS: Span = Span::seconds(12);

impl Lead {
    /// Takes one message.
    pub(in crate::app) fn update(&mut self, msg: Msg, cx: &Cx<'_>) -> Vec<Effect> {
        let mut out = Vec::new();
        match msg {
            Msg::Key(key) => self.key(key, cx, &mut out),
            Msg::Paste(text) => self.paste(&text, cx, &mut out),
            Msg::Tick => self.tick(cx.now, &mut out),
            Msg::Appended { ticket, answer } => self.appended(ticket, answer, cx, &mut out),
            Msg::Arrived(entry) => {
                self.arrived(&entry);
                if entry.event == Event::WritingPaused(true) {
                    self.stop_writing(cx);
                }
            }
            Msg::Here(seats) => self.room.here = seats,
            Msg::Replaced(session) => self.session = *session,
            Msg::Told(words) => self.say(words.to_string(), cx),
            Msg::Unread(words) => self.unread = words,
            // Another series was asked for meanwhile.
            Msg::LookedBack(series, _) if series != self.session.plan().series => {}
            Msg::LookedBack(_, history) => self.history = history,
            Msg::LineKept(answer) => self.line_trouble = answer.err(),
            Msg::Published(answer) => self.publish_trouble = answer.err(),
            Msg::Erased(id, answer) => match answer {
                Ok(session) => {
                    self.session = *session;
                    self.list.selected = None;
                    self.erase_trouble = None;
                    self.say(t!(cx.texts, "echo-erased", id = id.to_string()), cx);
                }
                Err(why) => self.erase_trouble = Some((id, why)),
            },
            Msg::Copied => self.say(t!(cx.texts, "echo-copied"), cx),
            Msg::Ending => self.leave_now(&mut out),
            Msg::Resized(..)
            | Msg::BackFromPager(_)
            | Msg::Opened(_)
            | Msg::NotOpened(_)
            | Msg::Search(_)
            | Msg::JournalStopped
            | Msg::Listed(_)
            | Msg::Line(_)
            | Msg::Seen(_)
            | Msg::Data(_) => {}
        }
        self.settle_room(cx);
        out
    }

    /// Welcomes the facilitator: where the dialogue stands, or that it was closed at its last entry.
    pub(in crate::app) fn opened(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        let mut out = Vec::new();
        if self.leads() {
            self.close_if_forgotten(cx, &mut out);
        } else if self.room.wants_lead {
            self.ask(Question::TakeLead);
        }
        if self.file == File::Behind {
            out.push(Effect::Publish);
        }
        self.room.led = self.leads();
        self.settle_room(cx);
        out
    }

    fn tick(&mut self, now: Moment, out: &mut Vec<Effect>) {
        if self
            .echo
            .as_ref()
            .is_some_and(|echo| now - echo.at >= ECHO_STAYS)
        {
            self.echo = None;
        }
        if self.keep_line_at.is_some_and(|at| at <= now) && !self.session.writing_paused() {
            self.keep_line_at = None;
            out.push(Effect::KeepLine(self.half_typed()));
        }
    }

    /// Returns when something on the screen changes by itself.
    pub(in crate::app) fn deadline(&self, now: Moment) -> Option<Moment> {
        let second = Reading::of(&self.session, now).next_second();
        let echo = self.echo.as_ref().map(|echo| echo.at + ECHO_STAYS);
        [second, echo, self.keep_line_at]
            .into_iter()
            .flatten()
            .min()
    }

    /// Says in one line what was just done.
    pub(in crate::app) fn say(&mut self, text: String, cx: &Cx<'_>) {
        self.echo = Some(Echo { text, at: cx.now });
    }

    /// Asks something over the lower rows.
    pub(in crate::app) fn ask(&mut self, question: Question) {
        self.prompt = Some(Prompt {
            question,
            line: crate::input::line_editor::LineEditor::default(),
            trouble: None,
        });
    }

    fn key(&mut self, key: Key, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        if cx.keymap.action(self.mode(), key.chord) == Some(Action::Quit) {
            self.quit(out);
        } else if !self.typed_by_mistake(key, cx, out) {
            self.take_key(key, cx, out);
        }
        self.tell_face(cx, out);
    }

    pub(in crate::app) fn take_key(&mut self, key: Key, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        // An act is decided on what is saved; while something is on its way, the next act waits its few milliseconds.
        if self.must_wait(key, cx) {
            self.waiting.push_back(key);
            return;
        }
        let mode = self.mode();
        let action = cx.keymap.action(mode, key.chord);
        if self.leaving && action != Some(Action::Leave) {
            self.leaving = false;
        }
        match mode {
            Mode::Writing if self.prompt.is_some() => self.prompt_key(key, action, cx, out),
            Mode::Writing => self.write_key(key, action, cx, out),
            Mode::Prompt => self.prompt_key(key, action, cx, out),
            Mode::Cover | Mode::Group => self.group_key(key, action, cx, out),
            Mode::Help | Mode::Palette | Mode::Overview | Mode::Inbox | Mode::Tidy | Mode::Full => {
                self.overlay_key(key, action, cx, out);
            }
            _ => match action.filter(|action| !key.repeat || action.may_repeat()) {
                Some(Action::Heard) => self.hear(key.chord, cx, out),
                Some(action) => self.act(action, cx, out),
                None => {}
            },
        }
    }

    /// Tells whether a key must wait for the store: everything but typing and looking around.
    fn must_wait(&self, key: Key, cx: &Cx<'_>) -> bool {
        if self.pending.iter().all(|pending| pending.failed) {
            return false;
        }
        let mode = self.mode();
        match cx.keymap.action(mode, key.chord) {
            Some(Action::Quit) => false,
            Some(action) => {
                action.changes_the_session()
                    && (mode != Mode::Writing || action != Action::Confirm || self.prompt.is_some())
            }
            None => !self.waiting.is_empty(),
        }
    }

    /// Carries out an action, whether a key or the palette chose it.
    pub(in crate::app) fn act(&mut self, action: Action, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        if !self.may_act(action, cx) {
            return;
        }
        match action {
            Action::Write | Action::Park | Action::PrivateLines if self.is_unwritten(cx) => {}
            Action::Start => self.start(cx, out),
            Action::Pause => self.pause(cx, out),
            Action::NextStage => self.next_stage(cx, out),
            Action::PreviousStage => self.previous_stage(cx, out),
            Action::MinuteMore => self.minute(1, cx, out),
            Action::MinuteLess => self.minute(-1, cx, out),
            Action::Skip => self.skip(cx, out),
            Action::Form => self.next_form(cx, out),
            Action::CloseSession => self.close(cx, out),
            Action::Undo => self.undo(cx, out),
            Action::Redo => self.redo(cx, out),
            Action::Backdate => self.ask_backdate(cx),
            Action::MoveEnd => self.ask(Question::MoveEnd),
            Action::Park => self.ask(Question::Park),
            Action::Find => self.ask(Question::Find),
            Action::Retry => self.retry(cx, out),
            Action::PrivateLines => self.ask_private(cx),
            Action::Minutes => {
                out.push(Effect::Publish);
                out.push(Effect::ReadMinutes);
            }
            Action::Copy => self.copy(cx, out),
            Action::TakeLead => self.ask_take_lead(cx),
            Action::Leave => self.leave(out),
            Action::Quit => self.quit(out),
            Action::Calm => {
                self.calm = !self.calm;
                self.say(
                    if self.calm {
                        t!(cx.texts, "echo-calm")
                    } else {
                        t!(cx.texts, "echo-digits")
                    },
                    cx,
                );
            }
            Action::Write => self.open_line(),
            Action::Pass => self.pass(cx),
            Action::Dismiss => self.dismiss(cx),
            Action::Focus => self.focus(cx),
            Action::FollowUp => self.follow_up(cx),
            Action::PauseWriting => self.pause_writing(cx, out),
            Action::Hide => self.hide(cx, out),
            Action::Release => self.release(cx, out),
            Action::GroupView => self.cover(),
            _ => self.look_or_list(action, cx, out),
        }
    }

    fn undo(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let Some(last) = self.session.last_act(self.room.seat) else {
            return self.say(t!(cx.texts, "echo-nothing-to-undo"), cx);
        };
        let words = self.words_of(last, cx);
        self.draft(Event::TakenBack(last), cx, out);
        self.say(t!(cx.texts, "echo-undone", what = words), cx);
    }

    fn redo(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        match self.session.last_undo(self.room.seat) {
            Some(undo) => {
                self.draft(Event::TakenBack(undo), cx, out);
                self.say(t!(cx.texts, "echo-redone"), cx);
            }
            None => self.say(t!(cx.texts, "echo-nothing-to-redo"), cx),
        }
    }

    fn copy(&self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        if self.pending.iter().any(|pending| pending.failed) {
            let words = SafeText::block(&self.unsaved_words().join("\n"));
            return out.push(Effect::Copy(Copied::Text(words)));
        }
        let chosen = self.chosen_note().map(|note| note.body.text.clone());
        match chosen.or_else(|| self.chat_line(cx)) {
            Some(text) => out.push(Effect::Copy(Copied::Text(text))),
            None if self.session.timeline().closed.is_none() => match self.chart_text(cx) {
                Some(text) => out.push(Effect::Copy(Copied::Text(text))),
                None => out.push(Effect::Copy(Copied::Minutes)),
            },
            None => out.push(Effect::Copy(Copied::Minutes)),
        }
    }

    fn chart_text(&self, cx: &Cx<'_>) -> Option<SafeText> {
        let chart = self.chart_in_view().filter(|_| self.looks_at_charts())?;
        let chart = self.shown(chart, cx.texts);
        let said = crate::chart::sentence(&chart, cx.small_number_limit, cx.texts);
        Some(SafeText::block(&said))
    }

    /// Returns the chosen note of the list in focus.
    pub fn chosen_note(&self) -> Option<&Note> {
        self.list
            .selected
            .and_then(|id| self.session.note(id))
            .filter(|note| note.is_visible())
    }

    /// Returns the chart at a place of the plan.
    pub(in crate::app) fn chart_at(&self, place: usize) -> Option<ChartId> {
        self.session.plan().charts.get(place).map(|chart| chart.id)
    }
}
