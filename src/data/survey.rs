//! Answers of a survey with one row a person, as shares of those who answered.
//!
//! Nobody is drawn: a column that names people, tells them apart or holds what they wrote is refused and it says why; groups with few
//! people are left out, and small numbers are hidden with what would reveal them. "Do not know" is an answer. Who did not answer is in no
//! share and is told.

/// What somebody answered.
pub mod answer;
/// Answers in the order of their scale.
pub mod order;
/// What each column is.
pub mod parts;
/// What has to be said.
pub mod said;
/// Several answers in one cell.
pub mod several;
/// From counts to shares.
pub mod shares;
/// Answers, counted.
pub mod tally;

pub use self::{
    parts::{Part, Survey, detect},
    said::{Refused, Said},
};
