//! What is wrong with a table, as a sentence that says where and what to do.

use std::fmt;

use super::{choose::ChoiceFault, json::JsonFault, px::PxFault, rows::wish::WishFault};
use crate::{
    t,
    text::{SafeText, Texts},
};

/// A table that could not be read or does not fit the chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataError {
    /// The file.
    pub file: SafeText,
    /// Where.
    pub place: Option<Place>,
    /// What is wrong there.
    pub fault: Fault,
}

impl DataError {
    /// Says what is wrong with a file, and where if that is known.
    pub(in crate::data) fn new(file: &SafeText, place: Option<Place>, fault: Fault) -> Self {
        Self {
            file: file.clone(),
            place,
            fault,
        }
    }

    /// Says what is wrong with a whole file.
    pub(in crate::data) fn of(file: &SafeText, fault: Fault) -> Self {
        Self::new(file, None, fault)
    }
}

/// Where in a file something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Line and column as a text editor and a spreadsheet count them, from 1; the column is that of the table.
    Line(u64, u64),
    /// What it is called there: a key of a structured file (`dimension.Region.category`), a sheet and its cell (`Blad1!B7`).
    At(SafeText),
}

/// One way in which a table cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing in it.
    Empty,
    /// More than [`MAX_BYTES`](super::MAX_BYTES).
    TooLarge,
    /// A workbook or another file that is not text.
    NotText,
    /// Characters that no encoding explains.
    Garbled,
    /// Only one column: no separator was found.
    OneColumn,
    /// More rows than [`MAX_ROWS`](super::MAX_ROWS).
    ManyRows,
    /// More measures than [`MAX_MEASURES`](super::MAX_MEASURES).
    ManyMeasures,
    /// Headings and nothing under them.
    NoRows,
    /// A row with another number of fields than the headings: found, expected.
    Fields(usize, usize),
    /// Values without a label.
    NoLabel,
    /// A text where a number should stand.
    NotANumber(SafeText),
    /// `1,234` may be a little over one or over a thousand.
    Ambiguous(SafeText),
    /// A quotation mark that is never closed, or another break of the form.
    Quotes,
    /// The chart needs this many measures and the table has another number: needed, found.
    Measures(usize, usize),
    /// The chart is a card or a picture and takes no values.
    NoValues,
    /// The table has another number of dimensions than the one that a chart runs along.
    Dimensions(usize),
    /// No known format.
    Unknown,
    /// More cells than [`MAX_CELLS`](super::table::MAX_CELLS).
    ManyCells,
    /// A workbook that is locked with a password.
    Password,
    /// A workbook that cannot be read; the words of the library, or nothing where it gave up.
    Damaged(SafeText),
    /// A workbook of a kind that must be small: more than [`MAX_LAID_OUT`](super::sheet::MAX_LAID_OUT).
    LargeWorkbook,
    /// A workbook that unpacks to more than so many millions of bytes in one of its parts.
    Unpacked(u64),
    /// More columns than [`MAX_COLUMNS`](super::rows::layout::MAX_COLUMNS).
    ManyColumns,
    /// A line of text that is longer than a table's.
    LongLine,
    /// A workbook with a cell or a tag that no program writes so long.
    LongText,
    /// No sheet of that name; all there are.
    NoSheet(SafeText, SafeText),
    /// A workbook whose sheets are all empty or hidden.
    NoRowsInSheets,
    /// The disk gave up while the file was read; its own words.
    Reading(SafeText),
    /// Something was wished that the file cannot meet.
    Wish(WishFault),
    /// A PC-Axis file that is broken.
    Px(PxFault),
    /// A JSON file that is broken or no table.
    Json(JsonFault),
    /// The file was read, and what was picked from it makes no chart.
    Choice(ChoiceFault),
    /// Somebody left while the file was read.
    Left,
}

impl DataError {
    /// Says what is wrong, where, and what to do, in one or two sentences.
    pub fn say(&self, texts: &Texts) -> String {
        let what = self.fault.say(texts);
        match &self.place {
            Some(Place::Line(line, column)) => {
                t!(
                    texts,
                    "data-at",
                    file = self.file,
                    line = line,
                    column = column,
                    what = what
                )
            }
            Some(Place::At(place)) => {
                t!(
                    texts,
                    "data-there",
                    file = self.file,
                    place = place,
                    what = what
                )
            }
            None => t!(texts, "data-in", file = self.file, what = what),
        }
    }
}

impl Fault {
    fn say(&self, texts: &Texts) -> String {
        match self {
            Self::Empty => t!(texts, "data-empty"),
            Self::TooLarge => t!(texts, "data-too-large", most = super::MAX_BYTES / 1_000_000),
            Self::NotText => t!(texts, "data-not-text"),
            Self::Garbled => t!(texts, "data-garbled"),
            Self::OneColumn => t!(texts, "data-one-column"),
            Self::ManyRows => t!(texts, "data-many-rows", most = super::MAX_ROWS),
            Self::ManyMeasures => t!(texts, "data-many-measures", most = super::MAX_MEASURES),
            Self::NoRows => t!(texts, "data-no-rows"),
            Self::Fields(found, expected) => {
                t!(texts, "data-fields", found = found, expected = expected)
            }
            Self::NoLabel => t!(texts, "data-no-label"),
            Self::NotANumber(text) => t!(texts, "data-not-a-number", text = text),
            Self::Ambiguous(text) => t!(texts, "data-ambiguous", text = text),
            Self::Quotes => t!(texts, "data-quotes"),
            Self::Measures(needed, found) => {
                t!(texts, "data-measures", needed = needed, found = found)
            }
            Self::NoValues => t!(texts, "data-no-values"),
            Self::Dimensions(found) => t!(texts, "data-dimensions", found = found),
            Self::Unknown => t!(texts, "data-unknown"),
            Self::ManyCells => t!(
                texts,
                "data-many-cells",
                most = super::table::MAX_CELLS / 1_000_000
            ),
            Self::Password => t!(texts, "data-password"),
            Self::Damaged(words) if words.is_empty() => t!(texts, "data-damaged"),
            Self::Damaged(words) => t!(texts, "data-damaged-said", words = words),
            Self::LargeWorkbook => t!(
                texts,
                "data-large-workbook",
                most = super::sheet::MAX_LAID_OUT / 1_000_000
            ),
            Self::Unpacked(most) => t!(texts, "data-unpacked", most = most),
            Self::ManyColumns => t!(
                texts,
                "data-many-columns",
                most = super::rows::layout::MAX_COLUMNS
            ),
            Self::LongLine => t!(texts, "data-long-line"),
            Self::LongText => t!(texts, "data-long-text"),
            Self::NoSheet(asked, sheets) => {
                t!(texts, "data-no-sheet", asked = asked, sheets = sheets)
            }
            Self::NoRowsInSheets => t!(texts, "data-no-rows-in-sheets"),
            Self::Reading(words) => t!(texts, "data-gave-up", words = words),
            Self::Wish(fault) => fault.say(texts),
            Self::Px(fault) => fault.say(texts),
            Self::Json(fault) => fault.say(texts),
            Self::Choice(fault) => fault.say(texts),
            Self::Left => t!(texts, "choose-left"),
        }
    }
}

impl fmt::Display for DataError {
    /// Writes a form for logs; a person reads [`DataError::say`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        match &self.place {
            Some(Place::Line(line, column)) => write!(f, ":{line}:{column}")?,
            Some(Place::At(place)) => write!(f, ": {place}")?,
            None => {}
        }
        write!(f, ": {:?}", self.fault)
    }
}

impl std::error::Error for DataError {}
