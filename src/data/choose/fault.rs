//! What keeps a chart from being made, as a sentence that says what to do.

use crate::{
    data::survey::Refused,
    t,
    text::{SafeText, Texts},
};

/// One way in which a choice cannot be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChoiceFault {
    /// No column of that name; some that there are.
    NoColumn(SafeText, Vec<SafeText>),
    /// Several columns begin or read like that name; those.
    ManyColumns(SafeText, Vec<SafeText>),
    /// No such label in a column; some that there are.
    NoLabel {
        /// The column.
        column: SafeText,
        /// What was asked for.
        asked: SafeText,
        /// Some labels that there are, the likeliest first.
        near: Vec<SafeText>,
    },
    /// Several labels of a column begin or read like that.
    ManyLabels {
        /// The column.
        column: SafeText,
        /// What was asked for.
        asked: SafeText,
        /// Those that fit.
        fit: Vec<SafeText>,
    },
    /// Neither an axis nor a value was picked.
    Nothing,
    /// One column was picked for two things.
    Twice(SafeText),
    /// Several columns of values and a column of groups: there is room for one of them.
    TwoGroupings,
    /// No row fits all filters.
    NoRows,
    /// The column of the value holds no number where it was looked for.
    NoNumbers(SafeText),
    /// Several rows fall on one place of the chart.
    Several {
        /// The place, as its labels.
        at: SafeText,
        /// Two of the rows; none in a published table.
        rows: Option<(u64, u64)>,
        /// What these differ in.
        differ: Vec<SafeText>,
    },
    /// Rows are added and some are totals of others: the column and the label of the total.
    Total(SafeText, SafeText),
    /// Several places of a kind that is compared, unasked: the column.
    Places(SafeText),
    /// More labels along the axis than fit any chart.
    Long(SafeText, usize),
    /// More groups than fit any chart.
    Wide(SafeText, usize),
    /// No group of that name for before and after; those there are.
    NoOccasion(SafeText, Vec<SafeText>),
    /// Before and after need groups, and there are none.
    NoOccasions,
    /// Answers of a survey stand in a file with one row a person, and this is another kind of file.
    NoSurvey,
    /// Answers of a survey that make no chart.
    Survey(Refused),
}

impl ChoiceFault {
    /// Says whether a name fits more than one thing, or nothing was picked: the command was not understood as meant.
    pub const fn is_usage(&self) -> bool {
        matches!(
            self,
            Self::ManyColumns(..)
                | Self::ManyLabels { .. }
                | Self::NoColumn(..)
                | Self::NoLabel { .. }
                | Self::Nothing
                | Self::Twice(_)
                | Self::TwoGroupings
                | Self::NoOccasion(..)
                | Self::NoOccasions
                | Self::Survey(Refused::ItemsAndGroups | Refused::NoAnswer(..))
        )
    }

    /// Says it in one or two sentences.
    pub(in crate::data) fn say(&self, texts: &Texts) -> String {
        match self {
            Self::Survey(refused) => refused.say(texts),
            Self::NoColumn(asked, near) => t!(
                texts,
                "choose-no-column",
                asked = asked,
                names = listed(near)
            ),
            Self::ManyColumns(asked, fit) => t!(
                texts,
                "choose-many-columns",
                asked = asked,
                names = listed(fit)
            ),
            Self::NoLabel {
                column,
                asked,
                near,
            } => t!(
                texts,
                "choose-no-label",
                column = column,
                asked = asked,
                names = listed(near)
            ),
            Self::ManyLabels { column, asked, fit } => t!(
                texts,
                "choose-many-labels",
                column = column,
                asked = asked,
                names = listed(fit)
            ),
            Self::Nothing => t!(texts, "choose-nothing"),
            Self::Twice(column) => t!(texts, "choose-twice", column = column),
            Self::TwoGroupings => t!(texts, "choose-two-groupings"),
            Self::NoRows => t!(texts, "choose-no-rows"),
            Self::NoNumbers(column) => t!(texts, "choose-no-numbers", column = column),
            Self::Several { at, rows, differ } => several(at, *rows, differ, texts),
            Self::Total(column, label) => {
                t!(texts, "choose-total", column = column, label = label)
            }
            Self::Places(column) => t!(texts, "choose-places", column = column),
            Self::Long(column, most) => t!(texts, "choose-long", column = column, most = *most),
            Self::Wide(column, most) => t!(texts, "choose-wide", column = column, most = *most),
            Self::NoOccasion(asked, names) => t!(
                texts,
                "choose-no-occasion",
                asked = asked,
                names = listed(names)
            ),
            Self::NoOccasions => t!(texts, "choose-no-occasions"),
            Self::NoSurvey => t!(texts, "choose-no-survey"),
        }
    }
}

fn several(at: &SafeText, rows: Option<(u64, u64)>, differ: &[SafeText], texts: &Texts) -> String {
    let place = match rows {
        Some((first, second)) => t!(
            texts,
            "choose-several-rows",
            at = at,
            first = first,
            second = second
        ),
        None => t!(texts, "choose-several", at = at),
    };
    let advice = if differ.is_empty() {
        t!(texts, "choose-several-same")
    } else {
        t!(texts, "choose-several-differ", names = listed(differ))
    };
    format!("{place} {advice}")
}

/// The most names that are listed in a sentence.
const LISTED: usize = 12;

fn listed(names: &[SafeText]) -> String {
    let shown: Vec<String> = names
        .iter()
        .take(LISTED)
        .map(|name| crate::text::width::fit(&name.on_one_line(), 60))
        .collect();
    let dots = if names.len() > LISTED { " …" } else { "" };
    format!("{}{dots}", shown.join(" · "))
}
