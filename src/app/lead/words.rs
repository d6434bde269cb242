//! What an act was, in words: an undo names what it takes back.

use crate::{
    app::lead::{Cx, Lead},
    domain::{AgendaAct, EntryId, NoteEdit, StageId},
    t,
    text::{clock, width},
};

/// So many columns of a note are named.
const NAMED: usize = 28;

impl Lead {
    /// Names an act.
    pub(in crate::app) fn words_of(&self, entry: EntryId, cx: &Cx<'_>) -> String {
        if let Some(act) = self.session.agenda_act(entry) {
            return self.words_of_act(act, cx);
        }
        if let Some(key) = self.session.marked_by(entry) {
            let people = &self.session.plan().participants;
            let who = people.iter().find(|person| person.key == key);
            let who = who.map_or_else(String::new, |who| {
                who.perspective.on_one_line().into_owned()
            });
            return t!(cx.texts, "act-heard", who = who);
        }
        let Some(note) = self
            .session
            .note_of(entry)
            .and_then(|id| self.session.note(id))
        else {
            return t!(cx.texts, "act-plan");
        };
        let id = note.id.to_string();
        let text = width::fit(&note.body.text.on_one_line(), NAMED);
        if note.added_by == Some(entry) {
            return t!(cx.texts, "act-note", id = id, text = text);
        }
        match self.session.edits_of(entry).first() {
            Some(NoteEdit::Withdrawn(true)) => t!(cx.texts, "act-withdrawn", id = id),
            Some(NoteEdit::Released(true)) => t!(cx.texts, "act-released", id = id),
            Some(NoteEdit::Released(false)) => t!(cx.texts, "act-unreleased", id = id),
            Some(NoteEdit::Waits(false)) => t!(cx.texts, "act-read-out", id = id),
            Some(NoteEdit::Stage(_)) => t!(cx.texts, "act-moved", id = id),
            _ => t!(cx.texts, "act-edited", id = id),
        }
    }

    fn words_of_act(&self, act: &AgendaAct, cx: &Cx<'_>) -> String {
        let texts = cx.texts;
        let title = |id: &StageId| {
            let stage = self.session.plan().stage(id);
            stage.map_or_else(
                || id.to_string(),
                |(_, stage)| stage.title.on_one_line().into_owned(),
            )
        };
        let at = |moment| clock::hhmm(moment, &self.session.plan().zone);
        match act {
            AgendaAct::Entered(id) => t!(texts, "act-entered", stage = title(id)),
            AgendaAct::Paused => t!(texts, "act-paused"),
            AgendaAct::Resumed => t!(texts, "act-resumed"),
            AgendaAct::Adjusted(id, by) if by.0 >= 0 => t!(texts, "act-longer", stage = title(id)),
            AgendaAct::Adjusted(id, _) => t!(texts, "act-shorter", stage = title(id)),
            AgendaAct::EndMoved(end) => t!(texts, "act-end", end = at(*end)),
            AgendaAct::Skipped(id) => t!(texts, "act-skipped", stage = title(id)),
            AgendaAct::Backdated(to) => t!(texts, "act-backdated", from = at(*to)),
            AgendaAct::FormSet(_) => t!(texts, "act-form"),
            AgendaAct::Closed(_) => t!(texts, "act-closed"),
        }
    }
}
