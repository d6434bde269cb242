//! Text and bytes to the domain and back: session files, journal records, the config. Pure: no files, no clock.

/// When and how long, as it is written in preparation.
pub mod booking;
/// Lines of a meeting's chat, without clocks and names.
pub mod chat;
/// What a person has set: language, glyphs, keys.
pub mod config;
/// People's numbers, hidden before a note is written.
pub mod discreet;
/// The payload of a journal line.
pub mod entry;
#[cfg(test)]
mod generated;
/// Guesses as they are typed while they are called out.
pub mod guesses;
/// What is typed and not yet a note.
pub mod half_typed;
/// What a person changed in a session file with an editor.
pub mod hand_edit;
/// What another computer's session file brings.
pub mod merge;
/// The line a note is typed on: marks, who, what.
pub mod note_line;
/// Everything in one file.
pub mod pack;
mod place;
/// What is wrong in a file, where, and what to do about it.
pub mod problem;
/// A line of what is looked for.
pub mod query;
/// One line of the journal.
pub mod record;
/// What is removed for good: a person's name, kinds of notes.
pub mod removal;
/// The session file: readable, written by hand, alone sufficient.
pub mod session;
/// The words at the end of a next step that say when.
pub mod soft_date;
/// What kinds of notes are called.
pub mod tag;
/// The quarter of an hour after: what in the notes wants a second look.
pub mod tidy;
/// Tips that ship, and a person's own.
pub mod tips;
