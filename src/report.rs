//! A running or finished session → minutes → rows for a pager, a pipe, a clipboard.
//!
//! Minutes are for three readers: one with twenty seconds, who sees the next steps; one who looks for an id in a pager; one who gets them
//! in a mail. The same headings stand in the same order every time, so that nobody has to learn them twice.

use ratatui::text::Text;

use crate::{
    chart::{Glyphs, SMALL_NUMBER_LIMIT},
    domain::Session,
    text::{Moment, Texts},
};

mod document;
mod excerpt;
/// A session in other forms.
pub mod export;
mod invite;
mod lasting;
mod layout;
mod minutes;
/// Which pager shows the minutes.
pub mod pager;
mod series;
mod steps;
mod write;

pub use document::{Block, ChartBlock, Document, NoteBlock, StepBlock, TimesRow};
pub use excerpt::{Excerpt, excerpt};
pub use invite::{invitation, script};
pub use lasting::{LastingRow, lasting};
pub use minutes::minutes;
pub use series::series;
pub use steps::steps_text;
pub use write::{plain, write};

/// The columns of a page: what a mail, a terminal of 80 and a sheet of paper all take.
pub const WIDTH: usize = 78;

/// How minutes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The columns a row may take.
    pub width: usize,
    /// Says which perspective spoke. Left out by default: with one police officer in the room, "polis" is a name.
    pub with_perspectives: bool,
    /// What bars are made of.
    pub glyphs: Glyphs,
    /// Fewer people than this are not told of beside per cent.
    pub small_number_limit: u32,
    /// The time at which a running session is looked at.
    pub now: Moment,
}

impl Options {
    /// Makes the options of ordinary minutes, looked at now.
    pub fn at(now: Moment) -> Self {
        Self {
            width: WIDTH,
            with_perspectives: false,
            glyphs: Glyphs::default(),
            small_number_limit: SMALL_NUMBER_LIMIT,
            now,
        }
    }
}

/// Returns the minutes as plain text, for a clipboard or a mail.
pub fn mail(session: &Session, options: &Options, texts: &Texts) -> String {
    let text: Text<'static> = minutes(session, options, texts).to_text();
    plain(&text)
}

#[cfg(test)]
mod tests;
