//! The session file of somebody who wrote on another computer, as ordinary events: its notes come in under a letter of their own.
//!
//! A note is known by its id and when it was said. What stands in both files and was changed only there is changed here; what was changed
//! in both stays as it is here, and is told. What was taken back or removed for good stays so. Merging the same file again changes
//! nothing, and two files give the same session in either order: the letter of a file follows from its first note.

use std::collections::BTreeSet;

use crate::{
    domain::{Base, Body, Event, Note, NoteEdit, NoteId, Seat, Session},
    text::Moment,
};

/// What comes of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merge {
    /// The changes, in an order in which they can be folded.
    pub events: Vec<Event>,
    /// The notes that come in, under the ids they have here.
    pub added: Vec<NoteId>,
    /// The notes that say something else now.
    pub changed: Vec<NoteId>,
    /// The notes that were taken back there.
    pub withdrawn: Vec<NoteId>,
    /// What is not taken in.
    pub left: Vec<Left>,
}

/// A note of the file that is not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// It was changed here and there.
    Both(NoteId),
    /// It was removed for good here.
    RemovedHere(NoteId),
    /// It was removed for good there; here somebody must do it.
    RemovedThere(NoteId),
    /// Another note has its id here.
    Taken(NoteId),
}

impl Left {
    /// Returns the note as it is called here.
    pub const fn id(self) -> NoteId {
        match self {
            Self::Both(id) | Self::RemovedHere(id) | Self::RemovedThere(id) | Self::Taken(id) => id,
        }
    }
}

/// Returns the letter that notes of a file carry here; none where every letter is another computer's.
///
/// A file that has come before has the letter it had then.
pub fn letter(session: &Session, found: &Base) -> Option<char> {
    let new = || {
        let notes = found.notes.iter();
        notes.filter(|(id, at, _)| id.machine.is_none() && same_here(session, *id, *at).is_none())
    };
    let before = new().find_map(|(id, at, _)| {
        let came = |note: &&Note| {
            let id = (note.id.letter, note.id.number) == (id.letter, id.number);
            id && note.id.machine.is_some() && note.wall == *at
        };
        session.every_note().find(came)?.id.machine
    });
    if before.is_some() {
        return before;
    }
    let first = new().map(|(id, at, _)| (*at, *id)).min();
    let (at, id) = first.unwrap_or_default();
    let chosen = crc32c::crc32c(format!("{id}@{}", at.0).as_bytes()) % 26;
    let letters = (0..26).map(|by| char::from(b'a' + ((chosen + by) % 26) as u8));
    let used: BTreeSet<char> = session
        .every_note()
        .filter_map(|note| note.id.machine)
        .collect();
    let removed = |letter| {
        let here = session.note(of_there(id, letter));
        here.is_some_and(|note| note.erased)
    };
    // A note of this very file that was removed for good has lost its time, and must not come back under the next letter.
    let mut letters = letters.enumerate();
    letters
        .find(|(by, letter)| !used.contains(letter) || (*by == 0 && removed(*letter)))
        .map(|(_, letter)| letter)
}

const fn of_there(id: NoteId, letter: char) -> NoteId {
    NoteId {
        machine: Some(letter),
        ..id
    }
}

/// Finds a note that both have: the same id, said at the same time.
fn same_here(session: &Session, id: NoteId, at: Moment) -> Option<&Note> {
    // What was removed for good has no time any more.
    session
        .note(id)
        .filter(|note| note.wall == at || note.erased)
}

/// Finds what a file changes, whose notes carry a letter here. `by` is the seat that writes for the other computer.
pub fn merge(session: &Session, found: &Base, letter: char, by: Seat) -> Merge {
    let mut merge = Merge::default();
    let here = |id: NoteId, at: Moment| match (same_here(session, id, at), id.machine) {
        (Some(note), _) => (note.id, Some(note)),
        (None, None) => {
            let id = of_there(id, letter);
            (id, session.note(id))
        }
        (None, Some(_)) => (id, session.note(id)),
    };
    let called: Vec<(NoteId, NoteId)> = found
        .notes
        .iter()
        .map(|(id, at, _)| (*id, here(*id, *at).0))
        .collect();
    let mut seen = BTreeSet::new();
    for (id, at, body) in &found.notes {
        let (id, known) = here(*id, *at);
        seen.insert(id);
        let Some(body) = body else {
            if known.is_some_and(|note| !note.erased) {
                merge.left.push(Left::RemovedThere(id));
            }
            continue;
        };
        let body = Body {
            from: body.from.iter().map(|from| call(&called, *from)).collect(),
            ..body.clone()
        };
        match known {
            None => {
                merge.added.push(id);
                merge.events.push(Event::NoteAdded {
                    id,
                    at: Some(*at),
                    body,
                });
            }
            Some(note) if note.erased => merge.left.push(Left::RemovedHere(id)),
            Some(note) if note.wall != *at => merge.left.push(Left::Taken(id)),
            Some(note) => change(note, &body, by, &mut merge),
        }
    }
    // What came from there once and is not there any more was taken back there.
    for note in session.notes() {
        let theirs = note.id.machine == Some(letter) && !seen.contains(&note.id);
        if theirs && note.editors().all(|seat| seat == by) {
            merge.withdrawn.push(note.id);
            merge.events.push(Event::NoteEdited {
                id: note.id,
                edits: vec![NoteEdit::Withdrawn(true)],
            });
        }
    }
    merge
}

fn call(called: &[(NoteId, NoteId)], id: NoteId) -> NoteId {
    let here = called.iter().find(|(there, _)| *there == id);
    here.map_or(id, |(_, here)| *here)
}

/// Changes a note that both have, where nobody changed it here.
fn change(note: &Note, body: &Body, by: Seat, merge: &mut Merge) {
    let edits = NoteEdit::between(&note.body, body);
    if edits.is_empty() || note.withdrawn {
        return;
    }
    if note.editors().any(|seat| seat != by) {
        merge.left.push(Left::Both(note.id));
        return;
    }
    merge.changed.push(note.id);
    merge.events.push(Event::NoteEdited { id: note.id, edits });
}

#[cfg(test)]
mod tests;
