//! Which notes stand where: the lists that windows, minutes and the closing go through, each in the order things were said.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use crate::{
    domain::{
        id::NoteId,
        note::{Note, Spine, Tag},
    },
    text::Moment,
};

/// A note's place in a list.
pub(super) type Key = (Moment, NoteId);

/// What a list is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum List {
    /// Every note that is shown.
    All,
    /// Those where something was missed.
    Missed,
    /// Those that wait for the second dialogue.
    Waiting,
    /// Those of a column.
    Column(Spine),
    /// Those of a kind.
    Tag(Tag),
    /// Those of the dialogue that speak for somebody, whatever the letter case.
    Voice(String),
}

/// All lists of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Lists(BTreeMap<List, BTreeSet<Key>>);

static EMPTY: BTreeSet<Key> = BTreeSet::new();

impl Lists {
    /// Puts many notes into their lists at once, which is several times quicker than one after the other.
    pub(super) fn of<'n>(notes: impl Iterator<Item = &'n Note>) -> Self {
        let mut keys: BTreeMap<List, Vec<Key>> = BTreeMap::new();
        for note in notes {
            for_each(note, |list| {
                keys.entry(list).or_default().push((note.wall, note.id));
            });
        }
        let keys = keys.into_iter();
        Self(
            keys.map(|(list, keys)| (list, BTreeSet::from_iter(keys)))
                .collect(),
        )
    }

    pub(super) fn put(&mut self, note: &Note) {
        for_each(note, |list| {
            self.0.entry(list).or_default().insert((note.wall, note.id));
        });
    }

    /// Takes a note out, which is still as it was when it was put in.
    pub(super) fn take_out(&mut self, note: &Note) {
        for_each(note, |list| {
            if let Entry::Occupied(mut keys) = self.0.entry(list) {
                keys.get_mut().remove(&(note.wall, note.id));
                if keys.get().is_empty() {
                    keys.remove();
                }
            }
        });
    }

    pub(super) fn get(&self, list: &List) -> &BTreeSet<Key> {
        self.0.get(list).unwrap_or(&EMPTY)
    }

    /// Returns who is spoken for, in small letters, each with the notes.
    pub(super) fn voices(&self) -> impl Iterator<Item = (&str, &BTreeSet<Key>)> {
        self.0.iter().filter_map(|(list, keys)| match list {
            List::Voice(voice) => Some((voice.as_str(), keys)),
            _ => None,
        })
    }
}

/// Names every list that a note stands in; one that is not shown stands in none.
fn for_each(note: &Note, mut name: impl FnMut(List)) {
    if !note.is_visible() {
        return;
    }
    let (body, tag) = (&note.body, note.body.tag);
    name(List::All);
    name(List::Tag(tag));
    if let Some(spine) = tag.spine() {
        name(List::Column(spine));
    }
    if body.missed {
        name(List::Missed);
    }
    if body.waits {
        name(List::Waiting);
    }
    if let Some(voice) = body.voice.as_ref().filter(|_| tag.is_of_dialogue()) {
        name(List::Voice(voice.trim().to_lowercase()));
    }
}
