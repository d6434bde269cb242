//! Tables that people have, as values of a chart. Readers are pure: something to read and seek in, a table or a sentence out.

/// From a file to the values of one chart.
pub mod choose;
/// Text files with one row per line: semicolon, comma or tab.
pub mod csv;
/// What the readers of published tables share.
mod cube;
/// What is wrong with a table, as a sentence.
mod error;
/// From a table to the values of a chart.
mod fill;
/// The formats that are known, and how one is told from another.
pub mod format;
/// JSON of statistics servers: JSON-stat, `PxWeb`, Kolada, Skolverket.
pub mod json;
/// The municipalities of Sweden.
pub mod municipality;
/// Cells pasted from elsewhere, and typed lines.
pub mod paste;
/// People's numbers and addresses in a file.
pub mod personal;
/// What is shown of a file before anything is chosen.
pub mod preview;
/// What a file of rows holds, column by column.
pub mod profile;
/// Small numbers are hidden before they become a chart.
pub mod protect;
/// PC-Axis files.
pub mod px;
/// Files of rows: CSV and sheets.
pub mod rows;
/// Workbooks: Excel and OpenDocument.
pub mod sheet;
/// Answers of a survey, one row a person.
pub mod survey;
/// The one table that every reader makes.
pub mod table;
/// What was understood of a file.
pub mod understood;

pub(crate) use self::cube::role_of;
pub use self::{
    error::{DataError, Fault, Place},
    fill::into_chart,
    table::Table,
};

/// The largest file that a chart reads its values from while a session is prepared; a chart of a dialogue needs some hundred bytes.
pub const MAX_BYTES: usize = 5_000_000;
/// The most rows a chart may have; it shows far fewer.
pub const MAX_ROWS: usize = 200;
/// The most measures a chart may have.
pub const MAX_MEASURES: usize = 50;
