//! Text typed where commands are expected must not become commands (decisions, keys).
//!
//! Four letters within a second are somebody who thought the line was open, or a paste without brackets. What they did is taken back as
//! one, and the line opens with the words. The same letter four times is a person in a hurry, not a word.

use crate::{
    app::{
        effect::Effect,
        lead::{Cx, Faces, Lead, List, Overlay, Pane, Prompt, Question},
        msg::Key,
    },
    domain::{EntryId, Event},
    input::{Heard, Mode},
    t,
};

/// How the window was before letters were pressed in quick succession.
#[derive(Clone, Debug)]
pub(in crate::app) struct Mistake {
    first_ticket: u64,
    saved: Vec<EntryId>,
    before: Box<Before>,
}

/// What letters can change without the journal.
#[derive(Clone, Debug)]
struct Before {
    prompt: Option<Prompt>,
    overlay: Option<Overlay>,
    pane: Pane,
    list: List,
    stage: Option<usize>,
    calm: bool,
    chart_table: bool,
    faces: Faces,
}

impl Lead {
    /// Watches the keys for words; true when the key belonged to one and must not be acted on.
    pub(in crate::app) fn typed_by_mistake(
        &mut self,
        key: Key,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) -> bool {
        let typed = key
            .chord
            .typed()
            .filter(|_| !key.repeat && self.letters_are_commands());
        let Some(typed) = typed else {
            self.burst.rest();
            self.mistake = None;
            return false;
        };
        let in_window = matches!(self.mode(), Mode::Lead | Mode::NoteList);
        match self.burst.press(typed, cx.now) {
            Heard::First if !in_window => {
                // What is open was not opened by a letter just now: its keys are its own.
                self.burst.rest();
                self.mistake = None;
            }
            Heard::First => self.mistake = Some(self.begin_watching()),
            Heard::More => {}
            Heard::Typing(words) => {
                self.take_back_mistake(&words, cx, out);
                return true;
            }
        }
        false
    }

    /// Letters are commands in the window itself, and in what letters alone can have opened over it.
    fn letters_are_commands(&self) -> bool {
        match self.mode() {
            Mode::Lead | Mode::NoteList => true,
            Mode::Help | Mode::Overview | Mode::Inbox | Mode::Tidy | Mode::Full => {
                self.mistake.is_some()
            }
            Mode::Prompt => {
                let digits_only = self.prompt.as_ref().is_some_and(|prompt| {
                    matches!(
                        prompt.question,
                        Question::Backdate
                            | Question::MoveEnd
                            | Question::MoveNote(_)
                            | Question::WhichEnd { .. }
                    )
                });
                digits_only && self.mistake.is_some()
            }
            _ => false,
        }
    }

    fn begin_watching(&self) -> Mistake {
        Mistake {
            first_ticket: self.tickets + 1,
            saved: Vec::new(),
            before: Box::new(Before {
                prompt: self.prompt.clone(),
                overlay: self.overlay.clone(),
                pane: self.pane,
                list: self.list.clone(),
                stage: self.stage,
                calm: self.calm,
                chart_table: self.chart_table,
                faces: self.faces.clone(),
            }),
        }
    }

    fn take_back_mistake(&mut self, words: &str, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let Some(mistake) = self.mistake.take() else {
            return;
        };
        let Before {
            prompt,
            overlay,
            pane,
            list,
            stage,
            calm,
            chart_table,
            faces,
        } = *mistake.before;
        self.faces = faces;
        (self.prompt, self.overlay, self.pane, self.list) = (prompt, overlay, pane, list);
        (self.stage, self.calm, self.chart_table, self.leaving) = (stage, calm, chart_table, false);
        self.waiting.clear();
        let on_their_way = self.pending.iter().map(|pending| pending.draft.ticket);
        self.mistaken
            .extend(on_their_way.filter(|ticket| *ticket >= mistake.first_ticket));
        for entry in mistake.saved.into_iter().rev() {
            self.draft(Event::TakenBack(entry), cx, out);
        }
        self.open_line();
        self.writing.line.insert(words);
        self.say(t!(cx.texts, "echo-typed-by-mistake"), cx);
    }

    /// Remembers an entry that a letter of a possible word made.
    pub(in crate::app) fn watch_saved(&mut self, ticket: u64, entry: EntryId) {
        if let Some(mistake) = self
            .mistake
            .as_mut()
            .filter(|mistake| ticket >= mistake.first_ticket)
        {
            mistake.saved.push(entry);
        }
    }
}
