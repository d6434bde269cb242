//! The dialogue itself: agenda, schedule, notes, charts, next steps, entries and the one fold. No I/O, no clock, nothing of a screen.

/// The agenda as it happened, folded from what the leading seat did.
pub mod agenda;
/// Charts as data: what a chart says, not how it looks.
pub mod chart;
/// What the closing has to empty.
pub mod closing;
/// Whether two shares differ for certain.
pub mod difference;
/// Facts in the past tense, and who recorded them when.
pub mod event;
/// Guesses before a value is shown.
pub mod guess;
/// Names of things: sessions, stages, seats, notes.
pub mod id;
/// What lives across sessions: next steps, wanted data, missing voices.
pub mod lasting;
/// How long stages were, against what was planned.
pub mod lengths;
/// What was said, and what somebody promised to do.
pub mod note;
/// What was decided before the meeting, and may be changed during it.
pub mod plan;
/// What the clock says: the session at an instant.
pub mod reading;
/// How the values of a chart were chosen from a file.
pub mod recipe;
/// Who is in the room: roles, and what each may do.
pub mod room;
/// How the agenda is fitted to the slot.
pub mod schedule;
/// The state of one dialogue and its only fold.
pub mod session;
/// What the group sees.
pub mod shared;
/// Tips for who leads.
pub mod tip;

pub use agenda::{Form, Timeline, Visit};
pub use closing::{OpenEnd, OpenEnds, open_ends};
pub use event::{AgendaAct, Draft, Entry, Event, NoteEdit, PlanPart};
pub use id::{EntryId, Hlc, Letter, NoteId, Seat, SessionId, StageId};
pub use lasting::Lasting;
pub use lengths::{History, Length};
pub use note::{Body, Note, Spine, Status, Tag};
pub use plan::{Held, Minutes, Participant, Plan, Slot, Stage, StageKind, TagWords};
pub use room::{Hand, Need, Role};
pub use session::{Base, Perspective, Session};
pub use shared::{Facing, GroupAct, Shared};
