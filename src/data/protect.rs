//! Small numbers of people, hidden before they become a chart and kept out of the session file.
//!
//! Own and survey files only: what somebody published carries its publisher's marks and is shown as it is. Which of the two a file is, is
//! known for formats that only publishers write; of others it is guessed, the guess is said, and a person decides otherwise.

/// The values of a chart, looked through.
pub mod body;
/// Which counts of a table are hidden.
pub mod hide;
/// Who made a file.
pub mod origin;
