//! Saved to part 2: lines of the first dialogue that explain or demand wait, and are read out in the second.

use crate::{
    app::{
        effect::Effect,
        lead::{Cx, Lead, Question, typing::next_tag},
    },
    domain::{
        Body, Event, Note, NoteEdit, NoteId, StageKind, Tag,
        shared::{self, Said},
        tip,
    },
    input::Action,
    t,
};

impl Lead {
    /// Lets a line of "what do we see" wait for the second dialogue where it explains or demands, or goes on from one that does.
    ///
    /// Nothing waits where that is off, and where no dialogue comes that would read it out.
    pub(in crate::app::lead) fn let_wait(&self, body: &mut Body, goes_on: bool) {
        let words = &self.guide.part_two;
        let before_part_two = || matches!(self.session.part(), Some((0, 1..)));
        if words.is_empty() || !before_part_two() {
            return;
        }
        let sees = matches!(body.tag, Tag::See | Tag::SeeMore);
        if goes_on || (sees && tip::explains(&body.text, words)) {
            body.tag = Tag::Idea;
            body.waits = true;
        }
    }

    /// Returns the kinds Tab walks through, with the one that a line has now among them: a mark or an older note may have brought it.
    pub fn kinds_with(&self, tag: Tag) -> Vec<Tag> {
        let kinds = self.session.plan().kinds();
        let all = Tag::CHOICES.into_iter();
        all.filter(|kind| *kind == tag || kinds.contains(kind))
            .collect()
    }

    /// Returns the kind a line turns to by Tab: one that waits is an observation after all.
    pub(in crate::app::lead) fn turned(&self, waits: bool, tag: Tag, by: isize) -> Tag {
        if !waits {
            return next_tag(&self.kinds_with(tag), tag, by);
        }
        let stage = self.session.current().map(|(_, stage)| stage.tag);
        stage
            .filter(|tag| matches!(tag, Tag::See | Tag::SeeMore))
            .unwrap_or_default()
    }

    /// Tells whether Enter reads out what waits: in a dialogue after the first, where anything does.
    pub fn may_read_waiting(&self) -> bool {
        self.leads()
            && matches!(self.session.part(), Some((1.., _)))
            && self.chosen_note().is_none()
            && self.session.waiting_count() > 0
    }

    /// Enter in the second dialogue: the first note that waits.
    pub(in crate::app) fn read_waiting(&mut self) {
        let first = self.session.waiting().next().map(|note| note.id);
        if let Some(id) = first {
            self.ask(Question::Waiting { id, tag: None });
        }
    }

    /// Returns a note as it is read out: without names. Nothing where it went meanwhile.
    pub fn read_out(&self, id: NoteId) -> Option<(&Note, Said)> {
        let note = self.session.note(id).filter(|note| note.is_visible())?;
        Some((note, shared::said(note, self.session.plan())))
    }

    /// A key while notes are read out: Enter leaves one as it stands and takes the next, Tab turns it, Esc lets the rest wait.
    pub(in crate::app) fn waiting_key(
        &mut self,
        (id, tag): (NoteId, Option<Tag>),
        action: Option<Action>,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        let step = match action {
            Some(Action::Cancel) => return,
            Some(Action::Confirm) => return self.read_on(id, tag, cx, out),
            Some(Action::ChangeTag) => 1,
            Some(Action::ChangeTagBack) => -1,
            _ => 0,
        };
        let now = self.session.note(id).map(|note| note.body.tag);
        let tag = match now {
            Some(now) if step != 0 => Some(self.turned(tag.is_none(), tag.unwrap_or(now), step)),
            _ => tag,
        };
        self.ask(Question::Waiting { id, tag });
    }

    /// The note waits no longer; the next one that does is read out.
    fn read_on(&mut self, id: NoteId, tag: Option<Tag>, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let read = self.read_out(id).map(|(note, _)| note.body.clone());
        if let Some(body) = read.filter(|body| body.waits) {
            let after = Body {
                tag: tag.unwrap_or(body.tag),
                waits: false,
                ..body.clone()
            };
            let edits = NoteEdit::between(&body, &after);
            self.draft(Event::NoteEdited { id, edits }, cx, out);
        }
        let next = self.session.waiting().find(|note| note.id != id);
        match next.map(|note| note.id) {
            Some(id) => self.ask(Question::Waiting { id, tag: None }),
            None => self.say(t!(cx.texts, "echo-waiting-read"), cx),
        }
    }

    /// Returns what there is to say about notes that wait, when a stage begins that reads them out.
    pub(in crate::app::lead) fn told_of_waiting(&self, next: usize, cx: &Cx<'_>) -> Option<String> {
        let stages = &self.session.plan().stages;
        let talks = |place: usize| {
            stages
                .get(place)
                .is_some_and(|stage| stage.kind == StageKind::Dialogue)
        };
        let later = talks(next) && (0..next).any(talks);
        let count = self.session.waiting_count();
        (later && count > 0).then(|| t!(cx.texts, "echo-waiting", n = count))
    }
}
