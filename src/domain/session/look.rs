//! What a session answers when it is asked; nothing here changes it.

use std::{collections::BTreeMap, ops::Bound};

use super::{About, Base, Session, lists::List};
use crate::{
    domain::{
        agenda::Timeline,
        chart::ChartId,
        event::{AgendaAct, NoteEdit},
        id::{EntryId, Hlc, Letter, NoteId, Seat, SessionId, StageId},
        note::{Note, Spine, Tag},
        plan::{Plan, Stage, StageKind},
    },
    text::{Moment, SafeText, Span},
};

impl Session {
    /// Returns what was said under each of the words the talk goes through, oldest first; the words in the order of the agenda.
    ///
    /// A next step stands among the steps, and what is parked waits there, whatever they begin with.
    pub fn under_words(&self) -> Vec<(&SafeText, Vec<(&Note, &str)>)> {
        let mut words: Vec<(&SafeText, Vec<(&Note, &str)>)> =
            self.plan.words().map(|word| (word, Vec::new())).collect();
        if words.is_empty() {
            return words;
        }
        for note in self.notes() {
            let said = self.word_of(note);
            let known = said.and_then(|(word, said)| {
                let known = words.iter_mut().find(|(known, _)| *known == word)?;
                Some((known, said))
            });
            if let Some(((_, under), said)) = known {
                under.push((note, said));
            }
        }
        words
    }

    /// Returns the word that a note is said under, and what is said under it.
    pub fn word_of<'a>(&'a self, note: &'a Note) -> Option<(&'a SafeText, &'a str)> {
        let tag = note.body.tag;
        let stands_elsewhere = matches!(tag, Tag::NextStep | Tag::Parked);
        if !tag.is_of_dialogue() || stands_elsewhere {
            return None;
        }
        self.plan.under_word(&note.body.text)
    }

    /// Returns the session's name.
    pub const fn id(&self) -> &SessionId {
        &self.base.id
    }

    /// Returns the ground under the entries.
    pub const fn base(&self) -> &Base {
        &self.base
    }

    /// Returns what is decided now.
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Returns the agenda as it happened.
    pub const fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Returns a note, shown or not.
    pub fn note(&self, id: NoteId) -> Option<&Note> {
        self.notes.get(&id)
    }

    /// Returns every note ever written, taken back and removed ones too, by id.
    pub fn every_note(&self) -> impl Iterator<Item = &Note> {
        self.notes.values()
    }

    /// Returns the notes that are shown, in the order they were said.
    pub fn notes(&self) -> impl DoubleEndedIterator<Item = &Note> {
        self.lists
            .get(&List::All)
            .iter()
            .filter_map(|(_, id)| self.notes.get(id))
    }

    /// Returns the notes of one column, in the order they were said.
    pub fn column(&self, spine: Spine) -> impl DoubleEndedIterator<Item = &Note> {
        self.lists
            .get(&List::Column(spine))
            .iter()
            .filter_map(|(_, id)| self.notes.get(id))
    }

    /// Returns the notes said from an instant and id on, that one included: a list that begins in the middle costs nothing.
    pub fn notes_from(&self, at: Moment, id: NoteId) -> impl DoubleEndedIterator<Item = &Note> {
        self.lists
            .get(&List::All)
            .range((at, id)..)
            .filter_map(|(_, id)| self.notes.get(id))
    }

    /// Returns the notes said up to an instant and id, that one left out.
    pub fn notes_before(&self, at: Moment, id: NoteId) -> impl DoubleEndedIterator<Item = &Note> {
        self.lists
            .get(&List::All)
            .range(..(at, id))
            .filter_map(|(_, id)| self.notes.get(id))
    }

    /// Returns the notes of one column said before one of them: a step in a long list costs what it passes.
    pub fn column_before(
        &self,
        spine: Spine,
        key: (Moment, NoteId),
    ) -> impl DoubleEndedIterator<Item = &Note> {
        self.lists
            .get(&List::Column(spine))
            .range(..key)
            .filter_map(|(_, id)| self.notes.get(id))
    }

    /// Returns the notes of one column said after one of them.
    pub fn column_after(
        &self,
        spine: Spine,
        key: (Moment, NoteId),
    ) -> impl DoubleEndedIterator<Item = &Note> {
        let behind = (Bound::Excluded(key), Bound::Unbounded);
        self.lists
            .get(&List::Column(spine))
            .range(behind)
            .filter_map(|(_, id)| self.notes.get(id))
    }

    /// Returns how many notes of a column are shown.
    pub fn column_len(&self, spine: Spine) -> usize {
        self.lists.get(&List::Column(spine)).len()
    }

    /// Returns how many notes with a tag are shown.
    pub fn count(&self, tag: Tag) -> usize {
        self.lists.get(&List::Tag(tag)).len()
    }

    /// Returns how many notes are shown, private lines and the inbox among them.
    pub fn note_count(&self) -> usize {
        self.lists.get(&List::All).len()
    }

    /// Returns how many notes the dialogue has: without private lines and the inbox.
    pub fn dialogue_count(&self) -> usize {
        self.lists.get(&List::All).len() - self.count(Tag::Private) - self.count(Tag::Inbox)
    }

    /// Returns the lines from the chat that nobody has read yet, in the order they came.
    pub fn inbox(&self) -> impl DoubleEndedIterator<Item = &Note> {
        self.tagged(Tag::Inbox).filter(|note| !note.body.settled)
    }

    /// Returns the notes with a tag, in the order they were said.
    pub fn tagged(&self, tag: Tag) -> impl DoubleEndedIterator<Item = &Note> {
        let keys = self.lists.get(&List::Tag(tag)).iter();
        keys.filter_map(|(_, id)| self.notes.get(id))
    }

    /// Returns the notes where something was missed, in the order they were said.
    pub fn missed(&self) -> impl DoubleEndedIterator<Item = &Note> {
        self.lists
            .get(&List::Missed)
            .iter()
            .filter_map(|(_, id)| self.notes.get(id))
    }

    /// Returns the notes that wait for the second dialogue, in the order they were said.
    pub fn waiting(&self) -> impl DoubleEndedIterator<Item = &Note> {
        let keys = self.lists.get(&List::Waiting).iter();
        keys.filter_map(|(_, id)| self.notes.get(id))
    }

    /// Returns how many notes wait for the second dialogue.
    pub fn waiting_count(&self) -> usize {
        self.lists.get(&List::Waiting).len()
    }

    /// Returns which of the dialogues runs, counted from 0, and how many come after it. One that is left out is none.
    pub fn part(&self) -> Option<(usize, usize)> {
        let (_, now) = self.current()?;
        let held = |stage: &&Stage| {
            let left_out = self.timeline.skipped.contains(&stage.id);
            stage.kind == StageKind::Dialogue && (!left_out || stage.id == now.id)
        };
        let mut dialogues = self.plan.stages.iter().filter(held);
        let place = dialogues.position(|stage| stage.id == now.id)?;
        Some((place, dialogues.count()))
    }

    /// Returns the stage a note belongs to: where it was moved by hand, else where its time falls.
    pub fn stage_of(&self, note: &Note) -> Option<StageId> {
        note.body
            .stage
            .clone()
            .or_else(|| self.timeline.stage_at(note.wall).cloned())
    }

    /// Returns the running stage and its place in the agenda.
    pub fn current(&self) -> Option<(usize, &Stage)> {
        self.plan.stage(&self.timeline.current()?.stage)
    }

    /// Returns the chart on the screen.
    pub fn chart_shown(&self) -> Option<ChartId> {
        self.on_screen().next_back().and_then(|(.., chart)| *chart)
    }

    /// Returns what was shown by who led then.
    pub(super) fn on_screen(
        &self,
    ) -> impl DoubleEndedIterator<Item = &(Hlc, EntryId, Moment, Option<ChartId>)> {
        let shown = self.shown.iter();
        shown.filter(|(order, id, ..)| self.led_at(id.seat, *order))
    }

    /// Returns how long each chart has been on the screen up to `now`, or the end of the dialogue.
    pub fn chart_times(&self, now: Moment) -> BTreeMap<ChartId, Span> {
        let end = self.timeline.closed.unwrap_or(now);
        let mut times = BTreeMap::new();
        let mut shown = self.on_screen().peekable();
        while let Some((_, _, from, chart)) = shown.next() {
            let to = shown.peek().map_or(end, |(_, _, wall, _)| *wall);
            if let Some(chart) = chart {
                let paused = self.timeline.paused_between(*from, to);
                *times.entry(*chart).or_default() += (to - *from - paused).at_least_zero();
            }
        }
        times
    }

    /// Returns how long the chart on the screen has been looked at: pauses do not count.
    pub fn chart_looked_at(&self, now: Moment) -> Span {
        let since = self.chart_since().unwrap_or(now);
        (now - since - self.timeline.paused_between(since, now)).at_least_zero()
    }

    /// Returns since when the chart on the screen has been there.
    pub fn chart_since(&self) -> Option<Moment> {
        self.on_screen().next_back().map(|(_, _, wall, _)| *wall)
    }

    /// Returns when the meeting must end.
    pub fn slot_end(&self) -> Option<Moment> {
        self.timeline.slot_end(self.plan.slot)
    }

    /// Returns the next number of a letter. Only the store uses it, under the journal's lock.
    pub fn next_number(&self, letter: Letter) -> u32 {
        self.numbers.get(&letter).copied().unwrap_or(0) + 1
    }

    /// Returns the next number of a letter on another machine, whose notes carry its own letter besides.
    pub fn next_number_of(&self, letter: Letter, machine: Option<char>) -> u32 {
        let Some(_other) = machine else {
            return self.next_number(letter);
        };
        let ids = self.notes.keys().chain(self.early.keys());
        let of = ids.filter(|id| id.letter == letter && id.machine == machine);
        of.map(|id| id.number).max().unwrap_or(0) + 1
    }

    /// Returns the highest number used for each letter.
    pub const fn numbers(&self) -> &BTreeMap<Letter, u32> {
        &self.numbers
    }

    /// Returns the next counter of a seat. Only the store uses it, under the journal's lock.
    pub fn next_counter(&self, seat: Seat) -> u64 {
        self.seats.get(&seat).map_or(0, |sitting| sitting.n) + 1
    }

    /// Returns the latest order clock seen.
    pub const fn clock(&self) -> Hlc {
        self.clock
    }

    /// Returns the wall clock of the latest entry.
    pub const fn last_wall(&self) -> Option<Moment> {
        self.last_wall
    }

    /// Returns how many entries have been folded.
    pub const fn entry_count(&self) -> u64 {
        self.entries
    }

    /// Returns the term of the leading seat, and the last agenda entry: what a new agenda draft must say it saw.
    pub fn agenda_head(&self) -> (u32, Option<EntryId>) {
        (self.term(), self.head)
    }

    /// Returns the last act of a seat that still holds and that it may still take back: what `u` takes back.
    pub fn last_act(&self, seat: Seat) -> Option<EntryId> {
        let leads = self.leader() == seat;
        let may = |id: EntryId| leads || matches!(self.about.get(&id), Some(About::Note(_)));
        let done = self.done.get(&seat)?.iter().rev().copied();
        done.filter(|id| may(*id)).find(|id| self.holds(*id))
    }

    /// Returns the last undo of a seat that still holds, when nothing was done after it: what a redo takes back.
    pub fn last_undo(&self, seat: Seat) -> Option<EntryId> {
        let last_act = self
            .done
            .get(&seat)
            .and_then(|done| done.iter().rev().copied().find(|id| self.holds(*id)));
        self.takes
            .values()
            .flatten()
            .map(|(id, _)| *id)
            .filter(|id| id.seat == seat && self.holds(*id))
            .max()
            .filter(|undo| last_act.is_none_or(|act| act < *undo))
    }

    /// Returns the note an entry was about.
    pub fn note_of(&self, entry: EntryId) -> Option<NoteId> {
        match self.about.get(&entry) {
            Some(About::Note(note)) => Some(*note),
            _ => None,
        }
    }

    /// Returns the agenda act an entry was.
    pub fn agenda_act(&self, entry: EntryId) -> Option<&AgendaAct> {
        self.acts
            .iter()
            .find(|act| act.id == entry)
            .map(|act| &act.done)
    }

    /// Returns the edits an entry made on its note.
    pub fn edits_of(&self, entry: EntryId) -> Vec<&NoteEdit> {
        let note = self.note_of(entry).and_then(|id| self.notes.get(&id));
        note.map(|note| {
            note.edits
                .iter()
                .filter(|(_, id, _)| *id == entry)
                .map(|(_, _, edit)| edit)
                .collect()
        })
        .unwrap_or_default()
    }
}
