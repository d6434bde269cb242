//! What a person wants to be read otherwise than it was understood, and what is wrong with a wish that a file cannot meet.

use std::str::FromStr;

use super::seen::Sign;
use crate::{
    t,
    text::{SafeText, Texts},
};

/// What a person wants to be read otherwise than it was understood; what is not wished is found in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// The sheet of a workbook, by its name or its number from 1.
    pub sheet: Option<String>,
    /// What stands between the fields of a text file.
    pub separator: Option<char>,
    /// What stands before decimals, in a file of rows.
    pub decimal: Option<Sign>,
    /// The encoding of a text file, by any of its names: `utf-8`, `latin1`, `windows-1252`, `utf-16le`.
    pub encoding: Option<String>,
    /// Where the headings of a file of rows are.
    pub headings: Option<Headings>,
    /// The language of a table that holds several, by its code in the file: `sv`.
    pub language: Option<String>,
    /// The table of a file that holds several, by its number from 1 or its title.
    pub table: Option<String>,
}

/// Where a person says that the headings are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headings {
    /// Nowhere: the first row with something in it is data.
    Nowhere,
    /// On these rows, the first and the last, as an editor or a spreadsheet counts them.
    Rows(u64, u64),
}

impl Headings {
    /// The most rows between the first and the last heading.
    pub const MOST: u64 = 20;

    /// Returns the rows; none where there are no headings.
    pub fn rows(self) -> Vec<u64> {
        match self {
            Self::Nowhere => Vec::new(),
            Self::Rows(first, last) => (first..=last.min(first + Self::MOST)).collect(),
        }
    }
}

/// A text that says no rows: `6` and `1-3` do, and `0` says that there are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRows;

impl FromStr for Headings {
    type Err = NoRows;

    fn from_str(text: &str) -> Result<Self, NoRows> {
        let row = |text: &str| text.trim().parse::<u64>().ok();
        let (first, last) = match text.split_once(['-', '–']) {
            Some((first, last)) => (row(first), row(last)),
            None => (row(text), row(text)),
        };
        match (first.ok_or(NoRows)?, last.ok_or(NoRows)?) {
            (0, 0) => Ok(Self::Nowhere),
            (first, last) if first > 0 && (first..=first + Self::MOST).contains(&last) => {
                Ok(Self::Rows(first, last))
            }
            _ => Err(NoRows),
        }
    }
}

/// One of the things that can be wished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A sheet.
    Sheet,
    /// What stands between the fields.
    Separator,
    /// What stands before decimals.
    Decimal,
    /// The encoding.
    Encoding,
    /// Where the headings are.
    Headings,
    /// The language.
    Language,
    /// The table.
    Table,
}

impl Wish {
    /// Finds the first thing that is wished and not among those that a kind of file has.
    pub(in crate::data) fn beyond(&self, has: &[Asked]) -> Option<Asked> {
        [
            (Asked::Sheet, self.sheet.is_some()),
            (Asked::Separator, self.separator.is_some()),
            (Asked::Decimal, self.decimal.is_some()),
            (Asked::Encoding, self.encoding.is_some()),
            (Asked::Headings, self.headings.is_some()),
            (Asked::Language, self.language.is_some()),
            (Asked::Table, self.table.is_some()),
        ]
        .into_iter()
        .find(|(asked, wished)| *wished && !has.contains(asked))
        .map(|(asked, _)| asked)
    }
}

/// A wish that a file cannot meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WishFault {
    /// A kind of file that has nothing of the sort.
    Elsewhere(Asked),
    /// No encoding of that name.
    Encoding(SafeText),
    /// Bytes that the encoding does not explain; its name.
    NotIn(&'static str),
    /// A separator that stands nowhere near the beginning.
    Separator(char),
    /// No row with that number, or nothing in it.
    Headings(u64),
    /// Numbers that are all written with the other sign.
    Decimal(Sign),
    /// No language of that name; those there are.
    Language(SafeText, SafeText),
    /// No table of that name or number; the titles there are.
    Table(SafeText, SafeText),
}

impl WishFault {
    /// Makes the fault of a language that is not there.
    pub(in crate::data) fn language(asked: SafeText, all: SafeText) -> Self {
        if all.is_empty() {
            Self::Elsewhere(Asked::Language)
        } else {
            Self::Language(asked, all)
        }
    }

    /// Says it in a sentence or two.
    pub(in crate::data) fn say(&self, texts: &Texts) -> String {
        match self {
            Self::Elsewhere(asked) => match asked {
                Asked::Sheet => t!(texts, "data-no-sheets"),
                Asked::Separator => t!(texts, "data-wish-no-separator"),
                Asked::Decimal => t!(texts, "data-wish-no-decimal"),
                Asked::Encoding => t!(texts, "data-wish-no-encoding"),
                Asked::Headings => t!(texts, "data-wish-no-headings"),
                Asked::Language => t!(texts, "data-wish-no-languages"),
                Asked::Table => t!(texts, "data-wish-no-tables"),
            },
            Self::Encoding(name) => t!(texts, "data-wish-encoding", name = name),
            Self::NotIn(name) => t!(texts, "data-wish-not-in", name = *name),
            Self::Separator('\t') => t!(texts, "data-wish-tab"),
            Self::Separator(sign) => t!(texts, "data-wish-separator", sign = sign.to_string()),
            Self::Headings(row) => t!(texts, "data-wish-headings", row = row),
            Self::Decimal(sign) => t!(
                texts,
                "data-wish-decimal",
                sign = sign.char().to_string(),
                other = sign.other().char().to_string()
            ),
            Self::Language(asked, all) => {
                t!(texts, "data-wish-language", asked = asked, all = all)
            }
            Self::Table(asked, all) => t!(texts, "data-wish-table", asked = asked, all = all),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_headings_are_written_as_people_write_them() {
        for (text, headings) in [
            ("6", Ok(Headings::Rows(6, 6))),
            ("1-3", Ok(Headings::Rows(1, 3))),
            (" 2 – 4 ", Ok(Headings::Rows(2, 4))),
            ("0", Ok(Headings::Nowhere)),
            ("3-1", Err(NoRows)),
            ("0-2", Err(NoRows)),
            ("1-90", Err(NoRows)),
            ("six", Err(NoRows)),
            ("", Err(NoRows)),
        ] {
            assert_eq!(text.parse(), headings, "{text}");
        }
        assert_eq!(Headings::Rows(1, 3).rows(), [1, 2, 3]);
    }

    #[test]
    fn a_wish_that_a_kind_of_file_cannot_meet_is_named() {
        let wish = Wish {
            decimal: Some(Sign::Comma),
            language: Some("sv".to_owned()),
            ..Wish::default()
        };
        assert_eq!(wish.beyond(&[Asked::Decimal]), Some(Asked::Language));
        assert_eq!(wish.beyond(&[Asked::Decimal, Asked::Language]), None);
    }
}
