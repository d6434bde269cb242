//! The inbox: lines from the chat of the call wait there until somebody reads them and takes some up.

use std::collections::HashMap;

use crate::{
    app::{
        effect::Effect,
        lead::{Cx, Lead, Overlay, Pasted, Question},
    },
    domain::{Body, Event, Letter, NoteEdit, NoteId, Tag},
    format::{chat, discreet},
    input::Action,
    t,
};

impl Lead {
    /// Tab on pasted lines: each waits in the inbox. A chat is often copied whole again, so what is there already is not taken twice.
    pub(in crate::app) fn paste_to_inbox(
        &mut self,
        pasted: &Pasted,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        let mut known: HashMap<String, usize> = HashMap::new();
        let born = |id: &NoteId| id.letter == Letter::I;
        let notes = self.session.every_note();
        for note in notes.filter(|note| note.is_visible() && born(&note.id)) {
            *known.entry(note.body.text.to_string()).or_default() += 1;
        }
        let mut taken = 0;
        for mut line in chat::lines(&pasted.text, &self.session.plan().participants) {
            // As it will stand, so that it is known when it comes again.
            discreet::text(&mut line.text);
            match known.get_mut(line.text.as_str()) {
                Some(times) if *times > 0 => *times -= 1,
                _ => {
                    taken += 1;
                    let body = Body {
                        tag: Tag::Inbox,
                        text: line.text,
                        voice: line.voice,
                        ..Body::default()
                    };
                    self.add_note(&body, cx, out);
                }
            }
        }
        let words = match taken {
            0 => t!(cx.texts, "echo-inbox-known"),
            _ => t!(cx.texts, "echo-inbox-taken", n = taken),
        };
        self.say(words, cx);
        out.push(Effect::KeepLine(self.half_typed()));
    }

    /// Lays the inbox over the window.
    pub(in crate::app) fn open_inbox(&mut self, cx: &Cx<'_>) {
        if self.session.inbox().next().is_none() {
            self.say(t!(cx.texts, "echo-inbox-empty"), cx);
        } else {
            self.overlay = Some(Overlay::Inbox { selected: 0 });
        }
    }

    pub(in crate::app) fn inbox_key(
        &mut self,
        selected: usize,
        action: Option<Action>,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        let unread: Vec<NoteId> = self.session.inbox().map(|note| note.id).collect();
        let last = unread.len().saturating_sub(1);
        let selected = selected.min(last);
        let page = usize::from(cx.rows / 2).max(1);
        let chosen = unread.get(selected).copied();
        let selected = match action {
            Some(Action::Cancel | Action::Inbox | Action::Leave) => return,
            Some(Action::Down) => (selected + 1).min(last),
            Some(Action::Up) => selected.saturating_sub(1),
            Some(Action::PageDown) => (selected + page).min(last),
            Some(Action::PageUp) => selected.saturating_sub(page),
            Some(Action::Top) => 0,
            Some(Action::Bottom) => last,
            _ => selected,
        };
        self.overlay = Some(Overlay::Inbox { selected });
        match (action, chosen) {
            (Some(Action::Confirm), Some(id)) => {
                self.edit_waiting(id, NoteEdit::Tag(self.tag()), cx, out);
                self.say(t!(cx.texts, "echo-inbox-note", id = id.to_string()), cx);
            }
            (Some(Action::SetAside), Some(id)) => {
                self.edit_waiting(id, NoteEdit::Settled(true), cx, out);
                self.say(t!(cx.texts, "echo-inbox-left", id = id.to_string()), cx);
            }
            (Some(Action::RemoveForGood), Some(id)) if self.may_act(Action::RemoveForGood, cx) => {
                self.ask(Question::Erase(id));
            }
            (Some(Action::Undo), _) => self.act(Action::Undo, cx, out),
            _ => {}
        }
    }

    fn edit_waiting(&mut self, id: NoteId, edit: NoteEdit, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let edits = vec![edit];
        self.draft(Event::NoteEdited { id, edits }, cx, out);
    }
}
