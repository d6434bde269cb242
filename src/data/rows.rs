//! Files of rows (CSV, sheets): one way to walk through them, whatever they are written in.

/// Labels that are written once and left blank below.
pub mod blanks;
/// Which rows are data.
pub(super) mod body;
/// Where the headings are, and where the data begin.
pub mod layout;
/// What a cell's text says: a number, a mark, a date, words.
pub mod seen;
/// What a person wants to be read otherwise.
pub mod wish;

use std::{borrow::Cow, ops::ControlFlow};

pub use self::wish::{Headings, Wish};
use super::DataError;
use crate::text::SafeText;

/// A cell as it comes out of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Raw<'a> {
    /// Nothing.
    Empty,
    /// Text; it may still say a number.
    Text(Cow<'a, str>),
    /// A number that the file holds as one.
    Number(f64),
    /// A date or a time that the file holds as one, in the form of ISO 8601.
    Date(Cow<'a, str>),
}

impl Raw<'_> {
    /// Says whether nothing but space stands in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => is_blank(text),
            Self::Number(_) | Self::Date(_) => false,
        }
    }

    /// Returns how many bytes its text takes.
    pub(in crate::data) fn size(&self) -> usize {
        match self {
            Self::Empty | Self::Number(_) => 0,
            Self::Text(text) | Self::Date(text) => text.len(),
        }
    }

    /// Returns what a person would read in it.
    pub fn shown(&self) -> SafeText {
        match self {
            Self::Empty => SafeText::default(),
            Self::Text(text) | Self::Date(text) => SafeText::line(text.trim()),
            Self::Number(value) => SafeText::line(&value.to_string()),
        }
    }

    /// Takes the cell out of its row.
    pub fn into_owned(self) -> Raw<'static> {
        match self {
            Self::Empty => Raw::Empty,
            Self::Text(text) => Raw::Text(Cow::Owned(text.into_owned())),
            Self::Number(value) => Raw::Number(value),
            Self::Date(text) => Raw::Date(Cow::Owned(text.into_owned())),
        }
    }
}

/// Takes the space around a text away. Nearly all texts begin and end with a sign of ASCII, which is cheaper to ask.
#[inline]
pub(in crate::data) fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => text,
        _ => text.trim(),
    }
}

/// Says whether a text is nothing but space.
#[inline]
fn is_blank(text: &str) -> bool {
    match text.as_bytes() {
        [b'!'..=b'~', ..] => false,
        _ => text.trim().is_empty(),
    }
}

/// Cells that a workbook shows as one, counted from 0; rows and columns are both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The upper row.
    pub top: u64,
    /// The lower row.
    pub bottom: u64,
    /// The first column.
    pub left: usize,
    /// The last column.
    pub right: usize,
}

/// What is asked of each row while walking: its number as an editor or a spreadsheet counts it, and its cells.
pub type EachRow<'a> = dyn FnMut(u64, &[Raw<'_>]) -> ControlFlow<()> + 'a;

/// A file of rows that is open.
pub trait Rows {
    /// Goes through all rows from the beginning; rows without a cell may be passed over.
    fn walk(&mut self, each: &mut EachRow<'_>) -> Result<(), DataError>;

    /// Returns the cells that are shown as one.
    fn merges(&mut self) -> Vec<Merge> {
        Vec::new()
    }

    /// Returns the columns, counted from 0, in which the walk met parts of one that the file shows as per cent and that were read so.
    fn percents(&self) -> Vec<usize> {
        Vec::new()
    }
}

/// How a file was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct How {
    /// The encoding of a text file.
    pub encoding: Option<&'static str>,
    /// What separates the fields of a text file.
    pub separator: Option<char>,
    /// The encoding that the bytes tell of; another one may have been wished.
    pub found_encoding: Option<&'static str>,
    /// The separator that the first lines tell of; another one may have been wished.
    pub found_separator: Option<char>,
    /// Whether a text file holds letters of two encodings, so that some are read wrongly.
    pub mixed: bool,
    /// What texts stand in, where it is not the usual mark.
    pub quote: Option<char>,
    /// The sheet that was read.
    pub sheet: Option<SafeText>,
    /// All sheets that can be read, in their order.
    pub sheets: Vec<SafeText>,
}

/// A file of rows and how it is read.
pub struct Opened<'a> {
    /// How.
    pub how: How,
    /// The rows.
    pub rows: Box<dyn Rows + 'a>,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_quick_ways_say_what_the_slow_ones_say(text in "[ a~\u{7f}\u{a0}å\u{2009}\t]{0,5}|.{0,4}") {
            prop_assert_eq!(trimmed(&text), text.trim());
            prop_assert_eq!(is_blank(&text), text.trim().is_empty());
        }
    }
}
