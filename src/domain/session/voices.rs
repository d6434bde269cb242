//! Which perspectives were heard in a stage: marked with a digit, or named on the note line.
//!
//! A mark holds a participant's digit and a time, no name. What a file keeps is how many perspectives were heard in each stage.

use std::collections::BTreeMap;

use super::Session;
use crate::{
    domain::{
        agenda::Visit,
        event::FORGOTTEN,
        id::{EntryId, Hlc, NoteId, StageId},
        note::Note,
        shared::perspective_of,
    },
    text::{Moment, SafeText},
};

/// A digit that was pressed when somebody spoke.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    pub(super) wall: Moment,
    pub(super) id: EntryId,
    pub(super) key: u8,
}

/// A perspective around the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Perspective<'a> {
    /// The digit that marks it: that of the first participant who speaks for it.
    pub key: u8,
    /// The perspective.
    pub words: &'a SafeText,
    /// It was heard in the stage.
    pub heard: bool,
    /// It was heard at some time in the dialogue.
    pub ever: bool,
}

impl Session {
    pub(super) fn add_mark(&mut self, mark: Mark) {
        if mark.key == FORGOTTEN {
            return;
        }
        let place = self.marks.partition_point(|known| *known < mark);
        self.marks.insert(place, mark);
    }

    /// Returns the perspectives around the table, each once, and whether they were heard in a stage.
    pub fn perspectives(&self, stage: &StageId) -> Vec<Perspective<'_>> {
        self.perspectives_by(stage, |_| true)
    }

    /// The same by marks and by those notes that count.
    fn perspectives_by(
        &self,
        stage: &StageId,
        counts: impl Fn(&Note) -> bool + Copy,
    ) -> Vec<Perspective<'_>> {
        let visits = &self.timeline.visits;
        let here = |visit: &&Visit| visit.stage == *stage;
        let mut found: Vec<Perspective<'_>> = Vec::new();
        for person in &self.plan.participants {
            let words = &person.perspective;
            let known = found.iter_mut().find(|known| known.words == words);
            let heard = visits.iter().filter(here).any(|visit| {
                let to = visit.to.unwrap_or(Moment(i64::MAX));
                self.spoke(person.key, (visit.from, to), counts)
            });
            let ever =
                heard || self.spoke(person.key, (Moment(i64::MIN), Moment(i64::MAX)), counts);
            match known {
                Some(known) => {
                    known.heard |= heard;
                    known.ever |= ever;
                }
                None if words.trim().is_empty() => {}
                None => found.push(Perspective {
                    key: person.key,
                    words,
                    heard,
                    ever,
                }),
            }
        }
        found
    }

    /// Returns how many perspectives were heard in each stage, where any was: what a file keeps of it.
    pub fn heard(&self) -> BTreeMap<StageId, u8> {
        let mut heard = self.base.timeline.heard.clone();
        most_of(&mut heard, &self.counted);
        for visit in &self.timeline.visits {
            // What a file says of its own notes stands in its number.
            let perspectives = self.perspectives_by(&visit.stage, |note| note.added_by.is_some());
            let count = perspectives.iter().filter(|known| known.heard).count();
            let count = u8::try_from(count).unwrap_or(u8::MAX);
            if count > 0 {
                most_of(&mut heard, &BTreeMap::from([(visit.stage.clone(), count)]));
            }
        }
        heard
    }

    /// Keeps how many were heard, as it was counted before the marks were forgotten.
    pub(super) fn count_heard(&mut self, counted: &BTreeMap<StageId, u8>) {
        most_of(&mut self.counted, counted);
    }

    /// Tells whether a closed dialogue still knows which perspectives were marked; it need not any more.
    pub fn remembers_marks(&self) -> bool {
        self.timeline.closed.is_some() && !self.marks.is_empty()
    }

    /// Tells whether a participant was heard from an instant up to another one.
    fn spoke(&self, key: u8, (from, to): (Moment, Moment), counts: impl Fn(&Note) -> bool) -> bool {
        if from >= to {
            // A file can say anything.
            return false;
        }
        let marked = self
            .marks
            .iter()
            .any(|mark| mark.key == key && (from..to).contains(&mark.wall) && self.holds(mark.id));
        let named = || {
            let person = self.plan.participants.iter().find(|known| known.key == key);
            person.is_some_and(|person| {
                self.lists.voices().any(|(voice, said)| {
                    let speaks = perspective_of(voice, std::slice::from_ref(person)).is_some();
                    let first = (from, NoteId::default());
                    speaks
                        && said
                            .range(first..(to, NoteId::default()))
                            .filter_map(|(_, id)| self.notes.get(id))
                            .any(&counts)
                })
            })
        };
        marked || named()
    }

    /// Returns when a perspective was last marked with its digit.
    pub fn last_mark(&self) -> Option<Moment> {
        let holding = self.marks.iter().rev().find(|mark| self.holds(mark.id));
        holding.map(|mark| mark.wall)
    }

    /// Returns the digit that an entry marked.
    pub fn marked_by(&self, entry: EntryId) -> Option<u8> {
        let mark = self.marks.iter().find(|mark| mark.id == entry);
        mark.map(|mark| mark.key)
    }

    /// Tells whether nothing is to be written down now.
    pub fn writing_paused(&self) -> bool {
        let holds = |(_, id, _): &&(Hlc, EntryId, bool)| self.holds(*id);
        let last = self.pauses.iter().rev().find(holds);
        last.is_some_and(|(.., paused)| *paused)
    }

    pub(super) fn add_pause(&mut self, order: Hlc, id: EntryId, paused: bool) {
        let place = self
            .pauses
            .partition_point(|(known, by, _)| (*known, *by) < (order, id));
        self.pauses.insert(place, (order, id, paused));
    }
}

/// Raises each stage's number to that of another count, so that the order of counts does not matter.
fn most_of(heard: &mut BTreeMap<StageId, u8>, counted: &BTreeMap<StageId, u8>) {
    for (stage, count) in counted {
        let most = heard.entry(stage.clone()).or_default();
        *most = (*count).max(*most);
    }
}
