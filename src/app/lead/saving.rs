//! What is on its way to the journal: nothing is state before the disk has answered, and nothing typed is lost when it says no.

use crate::{
    app::{
        effect::Effect,
        lead::{Cx, Lead, Pending},
        msg::SaveFailed,
    },
    domain::{AgendaAct, Body, Draft, Entry, Event, NoteEdit},
    format::discreet,
    t,
    text::Moment,
};

impl Lead {
    /// Sends an event on its way to the journal. Nothing is changed before the store has answered.
    pub(in crate::app) fn draft(
        &mut self,
        event: Event,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) -> u64 {
        self.draft_at(event, cx.now, out)
    }

    /// The same, for something that was said at another instant.
    pub(in crate::app) fn draft_at(
        &mut self,
        mut event: Event,
        wall: Moment,
        out: &mut Vec<Effect>,
    ) -> u64 {
        // Every note passes here, wherever it was typed: from here on nothing knows somebody's number.
        discreet::event(&mut event);
        self.tickets += 1;
        let draft = Draft {
            ticket: self.tickets,
            seat: self.room.seat,
            wall,
            event,
        };
        let failed_before = self.pending.iter().any(|pending| pending.failed);
        self.pending.push(Pending {
            draft: draft.clone(),
            failed: false,
        });
        if failed_before {
            // Order is kept: what could not be saved goes first.
            out.push(self.everything_again());
        } else {
            out.push(Effect::Append(draft));
        }
        self.tickets
    }

    /// Sends an act of the agenda, with what this window last saw of it.
    pub(in crate::app) fn agenda(
        &mut self,
        act: AgendaAct,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) -> u64 {
        let (term, saw) = self.session.agenda_head();
        self.draft(Event::Agenda { term, saw, act }, cx, out)
    }

    fn everything_again(&mut self) -> Effect {
        for pending in &mut self.pending {
            pending.failed = false;
        }
        Effect::Retry(
            self.pending
                .iter()
                .map(|pending| pending.draft.clone())
                .collect(),
        )
    }

    pub(in crate::app) fn retry(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        if self.pending.iter().any(|pending| pending.failed) {
            out.push(self.everything_again());
        } else if let Some((note, _)) = &self.erase_trouble {
            out.push(Effect::Erase(*note));
        } else if self.publish_trouble.is_some() {
            out.push(Effect::Publish);
        } else {
            self.say(t!(cx.texts, "echo-all-saved"), cx);
        }
    }

    pub(in crate::app) fn appended(
        &mut self,
        ticket: u64,
        answer: Result<Box<Entry>, SaveFailed>,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        match answer {
            Ok(entry) => {
                self.pending
                    .retain(|pending| pending.draft.ticket != ticket);
                self.session.apply(&entry);
                self.saved_at = Some(cx.now);
                if self.pending.iter().all(|pending| !pending.failed) {
                    self.trouble = None;
                }
                self.after_saved(ticket, &entry, cx, out);
            }
            Err(SaveFailed::Disk(why)) => {
                for pending in self
                    .pending
                    .iter_mut()
                    .filter(|pending| pending.draft.ticket == ticket)
                {
                    pending.failed = true;
                }
                self.trouble = Some(why);
            }
            Err(SaveFailed::AgendaMoved) => {
                self.pending
                    .retain(|pending| pending.draft.ticket != ticket);
                self.say(t!(cx.texts, "echo-agenda-moved"), cx);
            }
        }
        self.go_on_waiting(cx, out);
    }

    /// Does what follows from an entry that is saved now.
    fn after_saved(&mut self, ticket: u64, entry: &Entry, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        self.watch_saved(ticket, entry.id);
        let acts = entry.event.can_be_taken_back() || matches!(entry.event, Event::Group(_));
        if self.mistaken.remove(&ticket) && acts {
            self.draft(Event::TakenBack(entry.id), cx, out);
        }
        match &entry.event {
            Event::Agenda { act, .. } => {
                self.follow_agenda(act, cx, out);
                out.push(Effect::Publish);
                self.published = self.session.entry_count();
            }
            // "Every so often" (architecture): a calm moment is also after every twentieth entry.
            _ if self.session.entry_count() >= self.published + 20 => {
                out.push(Effect::Publish);
                self.published = self.session.entry_count();
            }
            _ => {}
        }
    }

    /// Takes the keys that waited, as long as nothing new is on its way.
    fn go_on_waiting(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        while self.pending.iter().all(|pending| pending.failed) {
            let Some(key) = self.waiting.pop_front() else {
                return;
            };
            self.take_key(key, cx, out);
        }
    }

    /// Returns the words that are not on the disk, as they were typed.
    pub fn unsaved_words(&self) -> Vec<String> {
        let waiting = self.pending.iter();
        waiting
            .filter_map(|pending| words_typed(&pending.draft.event))
            .collect()
    }

    /// `q`: the window says what leaving means; pressed again it leaves.
    pub(in crate::app) fn leave(&mut self, out: &mut Vec<Effect>) {
        if self.leaving {
            return self.leave_now(out);
        }
        self.leaving = true;
        self.echo = None;
    }

    /// Ctrl+C leaves at once, and keeps the half-typed line. Where notes are not on the disk it says so first, as `q` does.
    pub(in crate::app) fn quit(&mut self, out: &mut Vec<Effect>) {
        let failed = self.pending.iter().any(|pending| pending.failed);
        if failed && !self.unsaved_words().is_empty() {
            self.leave(out);
        } else {
            self.leave_now(out);
        }
    }

    /// Leaves; what could not be saved is tried once more, and the loop tells what became of it.
    pub(in crate::app) fn leave_now(&mut self, out: &mut Vec<Effect>) {
        out.push(Effect::KeepLine(self.half_typed()));
        if self.pending.iter().any(|pending| pending.failed) {
            out.push(self.everything_again());
        }
        out.push(Effect::Publish);
        out.push(Effect::Quit);
    }
}

/// The words a person typed, for saving them by hand when the disk will not.
fn words_typed(event: &Event) -> Option<String> {
    match event {
        Event::NoteAdded { body, .. } => Some(words_of(body)),
        Event::NoteEdited { edits, .. } => edits.iter().find_map(|edit| match edit {
            NoteEdit::Text(text) => Some(text.to_string()),
            _ => None,
        }),
        _ => None,
    }
}

fn words_of(body: &Body) -> String {
    let who = body.who.as_ref().or(body.voice.as_ref());
    let who = who.map(|who| format!("{who}: ")).unwrap_or_default();
    let when = body.when.as_ref();
    let when = when.map(|when| format!(" {when}")).unwrap_or_default();
    format!("{who}{}{when}", body.text)
}
