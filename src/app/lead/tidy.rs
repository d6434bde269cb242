//! The quarter of an hour after: what in the notes wants a second look, one thing at a time.

use std::collections::BTreeSet;

use crate::{
    app::{
        effect::Effect,
        lead::{Cx, Lead, Overlay},
    },
    domain::{Event, NoteEdit, NoteId},
    format::tidy::{self, Look},
    input::Action,
    t,
};

/// Where one is while tidying.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tidying {
    /// What was let be in this window.
    pub left: BTreeSet<Look>,
    /// Of two notes that say the same, the one to keep; without a choice the fuller one.
    pub keeps: Option<NoteId>,
}

impl Lead {
    /// Returns what still wants a look.
    pub fn looks(&self, tidying: &Tidying) -> Vec<Look> {
        let mut looks = tidy::find(&self.session, &self.short_forms);
        looks.retain(|look| !tidying.left.contains(look));
        looks
    }

    /// Returns the look that is taken now, while tidying; none where nothing wants one.
    pub fn first_look(&self) -> Option<Look> {
        match &self.overlay {
            Some(Overlay::Tidy(tidying)) => self.looks(tidying).first().copied(),
            _ => None,
        }
    }

    /// Returns which of two notes that say the same is kept, and which is taken back.
    pub fn kept_of(&self, (one, other): (NoteId, NoteId), tidying: &Tidying) -> (NoteId, NoteId) {
        let fuller = || {
            let (first, second) = (self.session.note(one)?, self.session.note(other)?);
            Some(tidy::fuller(first, second).id)
        };
        let chosen = tidying.keeps.filter(|id| [one, other].contains(id));
        let kept = chosen.or_else(fuller).unwrap_or(one);
        if kept == other {
            (other, one)
        } else {
            (one, other)
        }
    }

    /// Tells whether the line under what wants a look is open on a note.
    pub const fn tidies_a_line(&self) -> bool {
        matches!(self.overlay, Some(Overlay::Tidy(_))) && self.writing.editing.is_some()
    }

    /// Begins to tidy.
    pub fn tidy(&mut self) {
        self.overlay = Some(Overlay::Tidy(Tidying::default()));
    }

    pub(in crate::app) fn tidy_key(
        &mut self,
        tidying: Tidying,
        action: Option<Action>,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        let mut tidying = tidying;
        let look = self.looks(&tidying).first().copied();
        match (action, look) {
            (Some(Action::Cancel | Action::Leave), _) => {
                return self.say(t!(cx.texts, "echo-tidy-enough"), cx);
            }
            (Some(Action::Confirm), None) => {
                self.say(t!(cx.texts, "echo-tidy-enough"), cx);
                return self.act(Action::Minutes, cx, out);
            }
            (Some(Action::Undo), _) => self.act(Action::Undo, cx, out),
            (Some(action), Some(look)) => {
                self.overlay = Some(Overlay::Tidy(tidying.clone()));
                self.tidy_one((action, look), &mut tidying, cx, out);
            }
            _ => {}
        }
        self.overlay = Some(Overlay::Tidy(tidying));
    }

    /// Does with one thing what the key says.
    fn tidy_one(
        &mut self,
        (action, look): (Action, Look),
        tidying: &mut Tidying,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        let chosen = match look {
            Look::Double(one, other) => self.kept_of((one, other), tidying).0,
            look => look.id(),
        };
        match (action, look) {
            (Action::SetAside, _) => {
                tidying.left.insert(look);
                tidying.keeps = None;
            }
            (Action::Up, Look::Double(one, _)) => tidying.keeps = Some(one),
            (Action::Down, Look::Double(_, other)) => tidying.keeps = Some(other),
            (Action::Confirm, Look::Double(one, other)) => {
                let (kept, gone) = self.kept_of((one, other), tidying);
                self.take_back_double(gone, cx, out);
                let (kept, gone) = (kept.to_string(), gone.to_string());
                self.say(t!(cx.texts, "echo-tidy-kept", kept = kept, gone = gone), cx);
                tidying.keeps = None;
            }
            (Action::Join, Look::Double(one, other)) => {
                self.join(self.kept_of((one, other), tidying), cx, out);
                tidying.keeps = None;
            }
            (Action::Confirm, Look::Short(id)) => {
                let note = self.session.note(id);
                let text = note.and_then(|note| self.short_forms.written_out(&note.body.text));
                if let Some(text) = text {
                    let edits = vec![NoteEdit::Text(text)];
                    self.draft(Event::NoteEdited { id, edits }, cx, out);
                    self.say(t!(cx.texts, "echo-tidy-short", id = id.to_string()), cx);
                }
            }
            (Action::EditNote, _) | (Action::Confirm, Look::Missed(_) | Look::Step(_)) => {
                self.edit_note(chosen);
            }
            _ => {}
        }
    }

    /// Makes one note of two: the first gets the words of both, the other is taken back.
    fn join(&mut self, (kept, gone): (NoteId, NoteId), cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let (Some(one), Some(other)) = (self.session.note(kept), self.session.note(gone)) else {
            return;
        };
        let edits = tidy::joined(&one.body, &other.body);
        if !edits.is_empty() {
            self.draft(Event::NoteEdited { id: kept, edits }, cx, out);
        }
        self.take_back_double(gone, cx, out);
        let (kept, gone) = (kept.to_string(), gone.to_string());
        self.say(
            t!(cx.texts, "echo-tidy-joined", kept = kept, gone = gone),
            cx,
        );
    }

    fn take_back_double(&mut self, id: NoteId, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let edits = vec![NoteEdit::Withdrawn(true)];
        self.draft(Event::NoteEdited { id, edits }, cx, out);
    }
}
