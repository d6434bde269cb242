//! What has to be said of a survey's answers, and what keeps them from being charted.

use super::parts::Part;
use crate::{
    t,
    text::{SafeText, Texts, number},
};

/// Something that has to be said with shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// By question, how many did not answer; they are in no share.
    Missing(Vec<(SafeText, u64)>),
    /// How many are in no group, since they did not answer that question.
    Ungrouped(u64),
    /// Groups or questions with too few answers, and how many it takes.
    NotDrawn(Vec<SafeText>, u32),
    /// How many values are hidden, and the limit.
    Hidden(usize, u32),
    /// The answers stand in the order of the file, since no scale has them all.
    FileOrder,
    /// People gave several answers.
    Several,
    /// Boxes were ticked; shares are of those who ticked any.
    Ticked,
}

impl Said {
    /// Says it in a sentence.
    pub fn say(&self, texts: &Texts) -> String {
        let whole = |count: u64| number::whole(texts.lang(), count as i64);
        match self {
            Self::Missing(items) => match items.as_slice() {
                [(_, count)] => t!(
                    texts,
                    "survey-missing",
                    count = *count,
                    shown = whole(*count)
                ),
                items => {
                    let items: Vec<String> = items
                        .iter()
                        .map(|(name, count)| format!("{name} {}", whole(*count)))
                        .collect();
                    t!(texts, "survey-missing-items", items = items.join(", "))
                }
            },
            Self::Ungrouped(count) => t!(
                texts,
                "survey-ungrouped",
                count = *count,
                shown = whole(*count)
            ),
            Self::NotDrawn(names, limit) => {
                let shown: Vec<&str> = names.iter().take(5).map(SafeText::as_str).collect();
                let dots = if names.len() > 5 { " …" } else { "" };
                let names = format!("{}{dots}", shown.join(", "));
                t!(texts, "survey-not-drawn", limit = *limit, names = names)
            }
            Self::Hidden(count, limit) => {
                t!(texts, "protect-hidden", count = *count, limit = *limit)
            }
            Self::FileOrder => t!(texts, "survey-file-order"),
            Self::Several => t!(texts, "survey-several"),
            Self::Ticked => t!(texts, "survey-ticked"),
        }
    }

    /// Says whether everybody who sees the chart must know it, rather than who makes it.
    pub const fn is_caveat(&self) -> bool {
        !matches!(self, Self::FileOrder)
    }
}

/// Why answers make no chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A question with so many different answers, or more.
    Many(SafeText, usize),
    /// More groups than fit any chart.
    ManyGroups,
    /// Questions side by side that have no answer in common.
    Differ(SafeText, SafeText),
    /// Several questions and groups at once.
    ItemsAndGroups,
    /// An answer that nobody gave was named in the order; some that were given.
    NoAnswer(SafeText, Vec<SafeText>),
    /// Fewer than this answered.
    Few(u32),
    /// Nobody fits the filters.
    NoPeople,
    /// A column that tells who people are, or that they wrote freely.
    Column(SafeText, Part),
}

impl Refused {
    /// Says it in a sentence that tells what to do.
    pub fn say(&self, texts: &Texts) -> String {
        match self {
            Self::Many(name, different) => {
                t!(texts, "survey-many", name = name, different = *different)
            }
            Self::ManyGroups => t!(texts, "survey-many-groups", most = super::tally::MAX_GROUPS),
            Self::Differ(one, other) => {
                t!(texts, "survey-differ", one = one, other = other)
            }
            Self::ItemsAndGroups => t!(texts, "survey-items-and-groups"),
            Self::NoAnswer(asked, some) => {
                let some: Vec<&str> = some.iter().map(SafeText::as_str).collect();
                t!(
                    texts,
                    "survey-no-answer",
                    asked = asked,
                    some = some.join(" · ")
                )
            }
            Self::Few(limit) => t!(texts, "survey-few", limit = *limit),
            Self::NoPeople => t!(texts, "survey-no-people"),
            Self::Column(name, part) => {
                let why = match part {
                    Part::Personal => t!(texts, "survey-is-personal"),
                    Part::Name => t!(texts, "survey-is-name"),
                    Part::FreeText => t!(texts, "survey-is-free-text"),
                    Part::Date => t!(texts, "survey-is-date"),
                    Part::Nothing => t!(texts, "survey-is-nothing"),
                    Part::Several(_) => t!(texts, "survey-is-several"),
                    Part::Own | Part::Answers(_) | Part::Number => {
                        t!(texts, "survey-is-own")
                    }
                };
                t!(texts, "survey-column", name = name, why = why)
            }
        }
    }
}
