//! The session as it was at an instant: the same fold over what had happened until then.
//!
//! Where a journal is known every act is taken by the time it was written; of a file alone its stages and notes are taken by the times
//! that stand in it. A file does not say when minutes were given or a stage was left out, so that holds from the start.

use super::Session;
use crate::{
    domain::{
        agenda::Timeline,
        id::{Hlc, NoteId},
        note::{Note, Tag},
    },
    text::Moment,
};

impl Timeline {
    /// Returns the agenda as it was at an instant.
    #[must_use]
    pub fn until(&self, at: Moment) -> Self {
        let mut then = self.clone();
        then.visits.retain(|visit| visit.from <= at);
        for visit in &mut then.visits {
            visit.to = visit.to.filter(|to| *to <= at);
            visit.pauses.retain(|(from, _)| *from <= at);
            for (_, to) in &mut visit.pauses {
                *to = to.filter(|to| *to <= at);
            }
        }
        then.closed = self.closed.filter(|closed| *closed <= at);
        if self.visits.last().is_some_and(|last| last.from > at) {
            // How many were heard is told of the whole.
            then.heard.clear();
        }
        then.form = self.form.filter(|(_, since)| *since <= at);
        then
    }
}

impl Session {
    /// Returns the session as it was at an instant; from its last entry on it is the whole.
    #[must_use]
    pub fn until(&self, at: Moment) -> Self {
        let ends = Hlc::at(Moment(at.0.saturating_add(1)));
        let then = |order: &Hlc| *order < ends;
        let mut past = self.clone();
        past.base.timeline = self.base.timeline.until(at);
        past.base.notes.retain(|(_, wall, _)| *wall <= at);
        past.plan_edits.retain(|(order, ..)| then(order));
        past.acts.retain(|act| act.wall <= at);
        past.shown.retain(|(_, _, wall, _)| *wall <= at);
        past.group.retain(|(order, ..)| then(order));
        past.marks.retain(|mark| mark.wall <= at);
        past.pauses.retain(|(order, ..)| then(order));
        past.claims.retain(|claim| then(&claim.order));
        let takes = std::mem::take(&mut past.takes).into_iter();
        past.takes = takes
            .map(|(target, mut by)| {
                by.retain(|(_, order)| then(order));
                (target, by)
            })
            .collect();
        past.settle_plan();
        past.settle_agenda();
        if past.timeline.closed != self.timeline.closed {
            past.counted.clear();
        }
        past.settle_notes(|note| note.wall <= at, then);
        past
    }

    /// Returns the session as anybody may look back on it: without private lines, without the chat, without who was heard.
    #[must_use]
    pub fn for_all(&self) -> Self {
        let mut open = self.clone();
        open.marks.clear();
        open.counted.clear();
        open.settle_notes(
            |note| !matches!(note.body.tag, Tag::Private | Tag::Inbox),
            |_| true,
        );
        open
    }

    /// Returns every instant at which anything happened, in their order.
    pub fn instants(&self) -> Vec<Moment> {
        let visits = self.timeline.visits.iter();
        let stays = visits.flat_map(|visit| {
            let pauses = visit
                .pauses
                .iter()
                .flat_map(|(from, to)| [Some(*from), *to]);
            [Some(visit.from), visit.to].into_iter().chain(pauses)
        });
        let acts = self.acts.iter().map(|act| act.wall);
        let shown = self.shown.iter().map(|(_, _, wall, _)| *wall);
        let notes = self.notes().map(|note| note.wall);
        let edits = self.notes.values().flat_map(|note| &note.edits);
        let edits = edits.map(|(order, ..)| order.wall());
        let mut all: Vec<Moment> = stays
            .flatten()
            .chain(self.timeline.closed)
            .chain(acts)
            .chain(shown)
            .chain(notes)
            .chain(edits)
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Folds the notes that are kept again, each with the edits that are.
    fn settle_notes(&mut self, keeps: impl Fn(&Note) -> bool, then: impl Fn(&Hlc) -> bool) {
        let ids: Vec<NoteId> = self.notes.keys().copied().collect();
        for id in ids {
            self.unlist(id);
            let Some(note) = self.notes.get_mut(&id) else {
                continue;
            };
            if keeps(note) {
                note.edits.retain(|(order, ..)| then(order));
                self.settle_note(id);
            } else {
                self.notes.remove(&id);
            }
        }
    }
}
