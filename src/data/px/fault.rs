//! What is wrong with a PC-Axis file, as a sentence.

use crate::{
    t,
    text::{SafeText, Texts},
};

/// One way in which a PC-Axis file is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PxFault {
    /// Something that is no `KEYWORD=…;`.
    Statement,
    /// A statement without its semicolon.
    Unclosed,
    /// A text without its second quotation mark.
    OpenText,
    /// A quotation mark in the middle of a text, or no comma or semicolon behind it.
    MarkInText,
    /// The word `DATA` never comes.
    NoData,
    /// Neither `STUB` nor `HEADING`.
    NoVariables,
    /// A variable without `VALUES`.
    NoValues(SafeText),
    /// A keyword lists another number than `VALUES`: keyword, variable, found, expected.
    Count(&'static str, SafeText, usize, usize),
    /// More cells declared than are read; said with the common words.
    ManyCells,
    /// Another number of cells than declared: found, declared.
    Cells(usize, usize),
    /// Something among the cells that is neither a number nor a mark.
    NotANumber(SafeText),
    /// A row with a key that its variable does not have.
    Key(SafeText),
    /// A second row with the same keys.
    KeyTwice,
    /// A language that the file does not hold: asked, all there are; said with the words of wishes.
    Language(SafeText, SafeText),
}

impl PxFault {
    /// Says it in a sentence or two.
    pub(in crate::data) fn say(&self, texts: &Texts) -> String {
        match self {
            Self::Statement => t!(texts, "data-px-statement"),
            Self::Unclosed => t!(texts, "data-px-unclosed"),
            Self::OpenText => t!(texts, "data-quotes"),
            Self::MarkInText => t!(texts, "data-px-mark-in-text"),
            Self::NoData => t!(texts, "data-px-no-data"),
            Self::NoVariables => t!(texts, "data-px-no-variables"),
            Self::NoValues(name) => t!(texts, "data-px-no-values", name = name),
            Self::Count(keyword, name, found, expected) => t!(
                texts,
                "data-px-count",
                keyword = *keyword,
                name = name,
                found = found,
                expected = expected
            ),
            Self::ManyCells => t!(
                texts,
                "data-many-cells",
                most = crate::data::table::MAX_CELLS / 1_000_000
            ),
            Self::Cells(found, expected) => {
                t!(texts, "data-px-cells", found = found, expected = expected)
            }
            Self::NotANumber(text) => t!(texts, "data-px-not-a-number", text = text),
            Self::Key(text) => t!(texts, "data-px-key", text = text),
            Self::KeyTwice => t!(texts, "data-px-key-twice"),
            Self::Language(asked, all) => t!(texts, "data-wish-language", asked = asked, all = all),
        }
    }
}
