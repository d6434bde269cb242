//! What was said, and what somebody promised to do.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        chart::ChartId,
        event::{Entry, NoteEdit},
        id::{EntryId, Hlc, Letter, NoteId, Seat, StageId},
    },
    text::{Moment, SafeText},
};

/// What kind of thing was said: the method's questions, with finer kinds under them (method, A94).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Tag {
    /// What do we see?
    #[default]
    See,
    /// What more do we see?
    SeeMore,
    /// An error in the data?
    DataError,
    /// What surprises?
    Surprise,
    /// What are we curious about?
    Wonder,
    /// An idea, a thought.
    Idea,
    /// Data we want to see.
    WantData,
    /// Who more should be here?
    WhoMore,
    /// What do we take with us?
    TakeWithUs,
    /// A reflection on the dialogue itself.
    Reflection,
    /// Who does what next?
    NextStep,
    /// Kept for the closing.
    Parked,
    /// A private line after the end, never in the minutes.
    Private,
    /// A line from the chat, no note until somebody takes it up; settled where it was read and left.
    Inbox,
}

/// The three columns of the method: what do we see, what surprises, next steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spine {
    /// What do we see?
    #[default]
    See,
    /// What surprises, what are we curious about?
    Surprise,
    /// What do we take with us, who does what next?
    Next,
}

impl Spine {
    /// The columns from left to right.
    pub const ALL: [Self; 3] = [Self::See, Self::Surprise, Self::Next];
}

impl Tag {
    /// The tags a writer can choose among, in the order Tab walks them.
    pub const CHOICES: [Self; 12] = [
        Self::See,
        Self::SeeMore,
        Self::DataError,
        Self::Surprise,
        Self::Wonder,
        Self::Idea,
        Self::WantData,
        Self::WhoMore,
        Self::TakeWithUs,
        Self::Reflection,
        Self::NextStep,
        Self::Parked,
    ];

    /// Returns the column it stands in. Private lines and the inbox stand in none.
    pub const fn spine(self) -> Option<Spine> {
        match self {
            Self::See | Self::SeeMore | Self::DataError => Some(Spine::See),
            Self::Surprise
            | Self::Wonder
            | Self::Idea
            | Self::WantData
            | Self::WhoMore
            | Self::Parked => Some(Spine::Surprise),
            Self::TakeWithUs | Self::Reflection | Self::NextStep => Some(Spine::Next),
            Self::Private | Self::Inbox => None,
        }
    }

    /// Tells whether it is one of the dialogue's notes: neither a private line nor in the inbox.
    pub const fn is_of_dialogue(self) -> bool {
        !matches!(self, Self::Private | Self::Inbox)
    }

    /// Returns the letter that ids of notes born with this tag begin with.
    pub const fn letter(self) -> Letter {
        match self {
            Self::NextStep => Letter::S,
            Self::WantData => Letter::F,
            Self::WhoMore => Letter::V,
            Self::Parked => Letter::P,
            Self::Inbox => Letter::I,
            _ => Letter::N,
        }
    }
}

/// How a next step stands.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Status {
    /// Promised.
    #[default]
    Open,
    /// Somebody is at it.
    Ongoing,
    /// Done.
    Done,
    /// It did not come about, which is worth saying too.
    Dropped,
}

/// Everything a note says at one time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a mark of its own in the file"
)]
pub struct Body {
    /// The kind.
    pub tag: Tag,
    /// The words; for a next step, what is to be done.
    pub text: SafeText,
    /// The chart it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chart: Option<ChartId>,
    /// Who it speaks for: a perspective, sometimes a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voice: Option<SafeText>,
    /// The stage it was moved to by hand; without one the time decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<StageId>,
    /// Something was missed here and is to be filled in.
    #[serde(skip_serializing_if = "is_false")]
    pub missed: bool,
    /// The same person goes on from the note before.
    #[serde(skip_serializing_if = "is_false")]
    pub continues: bool,
    /// It explains or demands: it waits for the second dialogue, where it is read out.
    #[serde(skip_serializing_if = "is_false")]
    pub waits: bool,
    /// Next step: who does it, as said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<SafeText>,
    /// Next step: when, as said ("v49", "december?").
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<SafeText>,
    /// Next step: the notes it came from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<NoteId>,
    /// Next step: how it stands.
    #[serde(skip_serializing_if = "is_default")]
    pub status: Status,
    /// Why it stands so, as told afterwards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<SafeText>,
    /// Next step: what will show that it had an effect, such as an indicator.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<SafeText>,
    /// Next step: when to look again, as said; effects may come years later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub again: Option<SafeText>,
    /// Parked: taken up in the closing.
    #[serde(skip_serializing_if = "is_false")]
    pub settled: bool,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde's skip_serializing_if passes a reference"
)]
fn is_false(flag: &bool) -> bool {
    !flag
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// One note through its whole life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its id for ever.
    pub id: NoteId,
    /// The entry that added it; none where it stands in the base.
    pub added_by: Option<EntryId>,
    /// When it was said.
    pub wall: Moment,
    /// What it says now.
    pub body: Body,
    /// Taken back, and not shown; an undo brings it again.
    pub withdrawn: bool,
    /// Removed for good: the words are gone everywhere.
    pub erased: bool,
    /// Shown to the group as it stands: when, among all that was put before it. No file tells of it.
    pub released: Option<(Hlc, EntryId)>,
    pub(super) order: Hlc,
    /// What it said before it was changed; none where nothing is.
    pub(super) original: Option<Box<Body>>,
    pub(super) edits: Vec<(Hlc, EntryId, NoteEdit)>,
}

impl Note {
    /// Makes the note of the entry that added it.
    pub(super) fn added(id: NoteId, entry: &Entry, wall: Moment, body: &Body) -> Self {
        Self {
            id,
            added_by: Some(entry.id),
            wall,
            body: body.clone(),
            withdrawn: false,
            erased: false,
            released: None,
            order: entry.order,
            original: None,
            edits: Vec::new(),
        }
    }

    /// Tells whether it is to be shown.
    pub const fn is_visible(&self) -> bool {
        !self.withdrawn && !self.erased
    }

    /// Returns the seats that changed it, one for each change.
    pub fn editors(&self) -> impl Iterator<Item = Seat> {
        self.edits.iter().map(|(_, by, _)| by.seat)
    }

    /// Tells whether anything in it was changed after it was written.
    pub const fn is_edited(&self) -> bool {
        !self.edits.is_empty()
    }

    /// Folds the edits that hold onto the words as first written.
    pub(super) fn settle(&mut self, added: bool, holds: impl Fn(EntryId) -> bool) {
        self.released = None;
        if self.erased {
            let first = self.original.take();
            self.body = Body {
                tag: first.map_or(self.body.tag, |first| first.tag),
                ..Body::default()
            };
            self.withdrawn = false;
            self.edits.clear();
            return;
        }
        self.withdrawn = !added;
        if self.edits.is_empty() {
            if let Some(first) = self.original.take() {
                self.body = *first;
            }
            return;
        }
        match &self.original {
            Some(first) => self.body.clone_from(first),
            None => self.original = Some(Box::new(self.body.clone())),
        }
        self.withdrawn = false;
        for (order, id, edit) in &self.edits {
            if holds(*id) {
                match edit {
                    NoteEdit::Released(yes) => self.released = yes.then_some((*order, *id)),
                    // What was shown to all was the words as they stood.
                    NoteEdit::Text(_) | NoteEdit::Voice(_) | NoteEdit::Who(_) => {
                        self.released = None;
                    }
                    _ => {}
                }
                edit.onto(&mut self.body, &mut self.withdrawn);
            }
        }
        self.withdrawn |= !added;
    }
}
