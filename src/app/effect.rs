//! Requests to the outside, as data. The run floor carries them out and answers with messages.

use crate::{
    app::{data::Ask, search},
    chart::Glyphs,
    domain::{Draft, NoteId, Session},
    format::half_typed::HalfTyped,
    text::SafeText,
};

/// What is copied to the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The minutes, for a mail.
    Minutes,
    /// A text: a chart's sentence, a note.
    Text(SafeText),
}

/// What Enter on the home screen opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// The session, or a new one from the template, at this place of the home screen's list.
    Item(usize),
    /// A fresh copy of the demo.
    Demo,
}

/// A request to the outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Put a draft into the journal; the answer is `Msg::Appended`.
    Append(Draft),
    /// Try again with every draft that failed, in order.
    Retry(Vec<Draft>),
    /// Write the RON file: a calm moment has come.
    Publish,
    /// Remove a note for good: journal, file, copies; the answer is `Msg::Erased`.
    Erase(NoteId),
    /// Keep the half-typed line, or forget it where it is empty.
    KeepLine(HalfTyped),
    /// Open the minutes in the pager.
    ReadMinutes,
    /// Send a text to the clipboard.
    Copy(Copied),
    /// Open something from the home screen.
    Open(Opening),
    /// Remember in the config which characters this terminal shows whole.
    RememberGlyphs(Glyphs),
    /// Read a file that a chart is made of, or stop reading; the answers are `Msg::Data`.
    Data(Ask),
    /// Look for words in the library, or read one of its sessions; the answers are `Msg::Search`.
    Search(search::Ask),
    /// Open the minutes of a session in the pager, where a note stands.
    ReadFound(Box<Session>, NoteId),
    /// Read how long stages were in earlier dialogues, first those of this series; the answer is `Msg::LookedBack`.
    LookBack(Option<SafeText>),
    /// Leave the program.
    Quit,
}
