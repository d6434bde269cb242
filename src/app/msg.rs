//! Everything that can happen, as one type: keys, answers of the store, deadlines, signals.

use crate::{
    app::data::Heard,
    app::model::{Home, Reader},
    app::search,
    domain::{Entry, History, NoteId, Seat, Session},
    input::Chord,
    text::SafeText,
};

/// A key as the terminal told it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// Which.
    pub chord: Chord,
    /// Held down: the terminal repeats it.
    pub repeat: bool,
}

impl Key {
    /// Makes a key that was pressed once.
    pub const fn press(chord: Chord) -> Self {
        Self {
            chord,
            repeat: false,
        }
    }
}

/// Why a draft is not in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveFailed {
    /// The disk answered no; the words say what and where.
    Disk(SafeText),
    /// Somebody moved the agenda meanwhile; the act is decided again.
    AgendaMoved,
}

/// Anything that enters `update`.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A key.
    Key(Key),
    /// A line, where lines are typed in the place of keys.
    Line(String),
    /// A paste, as the terminal gave it.
    Paste(String),
    /// The window has this size now: columns, rows.
    Resized(u16, u16),
    /// The instant a screen asked for has come.
    Tick,
    /// The store has answered a draft.
    Appended {
        /// The draft's ticket.
        ticket: u64,
        /// The entry, or why there is none.
        answer: Result<Box<Entry>, SaveFailed>,
    },
    /// An entry that another window wrote.
    Arrived(Box<Entry>),
    /// Who sits where right now.
    Here(Vec<Seat>),
    /// The session as a window that only reads has just seen it.
    Seen(Box<Session>),
    /// How long stages were in earlier dialogues, as far as it is told for this series.
    LookedBack(Option<SafeText>, History),
    /// Something was removed for good elsewhere: the session as it is now.
    Replaced(Box<Session>),
    /// Something happened to the session's files; the words say what.
    Told(SafeText),
    /// The charts whose files could not be read now, with the words to say about each; none where all are read.
    Unread(Vec<SafeText>),
    /// The half-typed line could not be kept, and why; or it is kept after all.
    LineKept(Result<(), (String, SafeText)>),
    /// The RON file was written, or why not.
    Published(Result<(), SafeText>),
    /// A note was removed for good, or why not; the session as it is now comes with it.
    Erased(NoteId, Result<Box<Session>, SafeText>),
    /// The program came back from the pager: nothing, or an own reading view where there is no pager.
    BackFromPager(Option<Reader>),
    /// Copied, with the words to say about it.
    Copied,
    /// A session was opened from the home screen.
    Opened(Box<crate::app::lead::Lead>),
    /// Opening failed; the words say why.
    NotOpened(SafeText),
    /// The home screen's list is here.
    Listed(Home),
    /// The thread that writes has ended by a fault of its own; only the loop can do anything about it.
    JournalStopped,
    /// What came of a file that a chart is made of.
    Data(Heard),
    /// What was found in the library.
    Search(search::Heard),
    /// The terminal or the system asks the program to end.
    Ending,
}
