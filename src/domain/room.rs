//! Who is in the room with a hand on the session: roles, and what each may do.
//!
//! The agenda belongs to one seat at a time. A seat takes the lead with [`Event::Led`], which begins a new term; the seat that led before
//! writes on as a note-taker. What a seat may not do is not folded, whatever program wrote it: see [`Event::need`].

use serde::{Deserialize, Serialize};

use crate::domain::event::{Event, NoteEdit};

/// What a seat may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Moves the agenda, changes the plan, shows charts, and writes. Exactly one seat has it.
    Facilitator,
    /// Writes notes, and changes any note.
    #[default]
    NoteTaker,
    /// Sees everything and writes nothing.
    Reader,
}

/// What a seat says of itself when it sits down. It cannot make itself the facilitator that way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hand {
    /// It writes.
    #[default]
    Writes,
    /// It only reads.
    Reads,
}

/// What an event asks of the seat that writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Any seat may.
    Nothing,
    /// The facilitator and the note-takers may.
    ToWrite,
    /// Only the facilitator may.
    ToLead,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 3] = [Self::Facilitator, Self::NoteTaker, Self::Reader];

    /// Tells whether the role is enough.
    pub const fn may(self, need: Need) -> bool {
        match need {
            Need::Nothing => true,
            Need::ToWrite => !matches!(self, Self::Reader),
            Need::ToLead => matches!(self, Self::Facilitator),
        }
    }
}

impl Event {
    /// Returns what the event asks of the seat that writes it.
    ///
    /// To take something back asks besides for what the thing itself asked; only the session knows that.
    pub fn need(&self) -> Need {
        match self {
            Self::NoteEdited { edits, .. } if edits.contains(&NoteEdit::Released(true)) => {
                Need::ToLead
            }
            Self::Opened(_) | Self::Seated { .. } => Need::Nothing,
            Self::NoteAdded { .. }
            | Self::NoteEdited { .. }
            | Self::Erased(_)
            | Self::Heard(_)
            | Self::MarksForgotten(_)
            | Self::WritingPaused(_)
            | Self::GivenElsewhere(_)
            | Self::TakenBack(_)
            | Self::Led { .. } => Need::ToWrite,
            Self::Agenda { .. } | Self::Planned(_) | Self::ChartShown(_) | Self::Group(_) => {
                Need::ToLead
            }
        }
    }
}
