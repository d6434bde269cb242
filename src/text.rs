//! The ground: words in Swedish and English, number and time forms, and text that is safe to show.

/// Clock times and dates in a session's zone.
pub mod clock;
/// Numbers as they are written and read in each language.
pub mod number;
mod safe;
mod texts;
/// Instants and spans, and their forms in words and digits.
pub mod time;
/// Columns of a terminal: how wide text is, and how to cut, pad and wrap it.
pub mod width;

pub use safe::SafeText;
pub(crate) use safe::{Spoken, is_plain};
pub use texts::{Lang, Texts, Word, Words};
pub use time::{Moment, Span};
