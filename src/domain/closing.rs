//! What the closing has to empty before the dialogue ends: what was parked, asked for, promised by nobody, or missed.

use crate::domain::{
    note::{Note, Status, Tag},
    session::Session,
};

/// The open ends of a dialogue, each list in the order it was said. Private lines stand in none of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenEnds<'a> {
    /// Parked, and not yet taken up.
    pub parked: Vec<&'a Note>,
    /// Data we want to see: each may become a next step (guide, dialogue 2).
    pub wanted_data: Vec<&'a Note>,
    /// Who more should be here (guide, dialogue 2).
    pub who_more: Vec<&'a Note>,
    /// Next steps still to be done that nobody has taken.
    pub steps_without_who: Vec<&'a Note>,
    /// Lines where something was missed and is to be filled in.
    pub missed: Vec<&'a Note>,
}

impl<'a> OpenEnds<'a> {
    /// Collects the open ends of a session.
    ///
    /// A note can be in two lists: a step that nobody took may have missed words as well.
    pub fn of(session: &'a Session) -> Self {
        let mut ends = Self::default();
        for (why, note) in open_ends(session) {
            let list = match why {
                OpenEnd::Parked => &mut ends.parked,
                OpenEnd::WithoutWho => &mut ends.steps_without_who,
                OpenEnd::WantedData => &mut ends.wanted_data,
                OpenEnd::WhoMore => &mut ends.who_more,
                OpenEnd::Missed => &mut ends.missed,
            };
            list.push(note);
        }
        ends
    }

    /// Tells whether nothing is left to take up.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns how many lines there are over all lists.
    pub fn len(&self) -> usize {
        self.parked.len()
            + self.wanted_data.len()
            + self.who_more.len()
            + self.steps_without_who.len()
            + self.missed.len()
    }
}

/// Why a note is an open end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OpenEnd {
    /// Parked, and not yet taken up.
    Parked,
    /// A next step that nobody has taken.
    WithoutWho,
    /// Data we want to see.
    WantedData,
    /// Who more should be here.
    WhoMore,
    /// Something was missed.
    Missed,
}

/// Walks the open ends in the order the closing takes them up. What is not asked for is not looked at, so that the first few of very many
/// cost no more than few.
pub fn open_ends(session: &Session) -> impl Iterator<Item = (OpenEnd, &Note)> {
    let open = |why, tag| {
        session
            .tagged(tag)
            .filter(|note| !note.body.settled)
            .map(move |note| (why, note))
    };
    let steps = session.tagged(Tag::NextStep).filter(|step| lacks_who(step));
    let missed = session
        .missed()
        .filter(|note| note.body.tag.is_of_dialogue());
    open(OpenEnd::Parked, Tag::Parked)
        .chain(steps.map(|step| (OpenEnd::WithoutWho, step)))
        .chain(open(OpenEnd::WantedData, Tag::WantData))
        .chain(open(OpenEnd::WhoMore, Tag::WhoMore))
        .chain(missed.map(|note| (OpenEnd::Missed, note)))
}

/// Tells whether a next step still waits for somebody; what is done or was dropped waits for nobody.
fn lacks_who(step: &Note) -> bool {
    let taken = step
        .body
        .who
        .as_ref()
        .is_some_and(|who| !who.trim().is_empty());
    !taken && matches!(step.body.status, Status::Open | Status::Ongoing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{
            id::{Letter, NoteId},
            note::Body,
            session::Base,
        },
        text::{Moment, SafeText},
    };

    fn session(bodies: Vec<Body>) -> Session {
        Session::on(Base {
            notes: bodies
                .into_iter()
                .zip(1..)
                .map(|(body, number)| {
                    let id = NoteId::new(body.tag.letter(), number);
                    (id, Moment(i64::from(number)), Some(body))
                })
                .collect(),
            ..Base::default()
        })
    }

    fn body(tag: Tag) -> Body {
        Body {
            tag,
            ..Body::default()
        }
    }

    fn ids(notes: &[&Note]) -> Vec<NoteId> {
        notes.iter().map(|note| note.id).collect()
    }

    #[test]
    fn every_open_end_is_listed_where_it_belongs() {
        let who = |who: &str, status| Body {
            who: Some(SafeText::line(who)),
            status,
            ..body(Tag::NextStep)
        };
        let session = session(vec![
            body(Tag::Parked),
            Body {
                settled: true,
                ..body(Tag::Parked)
            },
            body(Tag::WantData),
            body(Tag::WhoMore),
            who("Anna", Status::Open),
            who("  ", Status::Ongoing),
            who("", Status::Done),
            Body {
                missed: true,
                ..body(Tag::NextStep)
            },
            Body {
                missed: true,
                ..body(Tag::See)
            },
            Body {
                missed: true,
                ..body(Tag::Private)
            },
        ]);
        let ends = OpenEnds::of(&session);
        assert_eq!(ids(&ends.parked), [NoteId::new(Letter::P, 1)]);
        assert_eq!(ids(&ends.wanted_data), [NoteId::new(Letter::F, 3)]);
        assert_eq!(ids(&ends.who_more), [NoteId::new(Letter::V, 4)]);
        assert_eq!(
            ids(&ends.steps_without_who),
            [NoteId::new(Letter::S, 6), NoteId::new(Letter::S, 8)]
        );
        assert_eq!(
            ids(&ends.missed),
            [NoteId::new(Letter::S, 8), NoteId::new(Letter::N, 9)]
        );
        assert_eq!(ends.len(), 7);
    }

    #[test]
    fn nothing_said_leaves_nothing_open() {
        assert!(OpenEnds::of(&session(vec![body(Tag::See)])).is_empty());
    }
}
