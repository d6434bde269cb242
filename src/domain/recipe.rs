//! How the values of a chart were chosen from a file, so that they can be chosen again from a newer one.
//!
//! ```ron
//! recipe: (file: "elever.csv", read: "2026-11-17", axis: "Läsår", value: Numbers(columns: ["Elever"], fold: Sum),
//!          group: "Kön", filters: [(column: "Kommun", labels: ["Haninge"])])
//! ```
//!
//! Columns are the columns of a file of rows, or the dimensions and measures of a published table; they are named as the file names
//! them. Nothing here knows how a file is read.
//!
//! A chart of indicators that were fetched has no file: it says what was asked, so that it can be asked again.
//!
//! ```ron
//! fetched: (service: Kolada, indicators: ["N15613", "N15643"], place: "Haninge", years: "2012-", day: "2026-11-22")
//! ```

use serde::{Deserialize, Serialize};

use crate::text::SafeText;

/// What was picked from a file for one chart.
///
/// The chart keeps its values; the recipe says where they came from and lets them be read again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// The file, from the session file's folder where it is no whole path.
    pub file: SafeText,
    /// The day on which it was read, `2026-11-17`; empty where nobody said.
    #[serde(default, skip_serializing_if = "no_text")]
    pub read: SafeText,
    /// The source as the file told it, so that a newer file's can take its place unless somebody wrote another.
    #[serde(default, skip_serializing_if = "no_text")]
    pub cited: SafeText,
    /// What the file made worth keeping in mind, for the same reason; somebody's own words stand before it.
    #[serde(default, skip_serializing_if = "no_text")]
    pub caveat: SafeText,
    /// How the file is to be read where that is not as it is understood by itself.
    #[serde(default, skip_serializing_if = "is_default")]
    pub read_as: ReadAs,
    /// What runs along the axis; none where the columns of the value do, as in a table with a column for each year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub axis: Option<SafeText>,
    /// What is drawn.
    pub value: Value,
    /// What becomes groups, or lines of a series.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<SafeText>,
    /// Which rows count: those that fit every filter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<Filter>,
    /// The column that says how many answered on each row; it is summed where rows are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<SafeText>,
    /// The kind of chart.
    #[serde(default, skip_serializing_if = "is_default")]
    pub shape: Shape,
    /// Whether several municipalities may stand beside each other. A dialogue explores and does not compare (guide, data), so somebody
    /// has to ask for it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub compare: bool,
    /// Whose the file is, where somebody said it. In a file of one's own small numbers are hidden.
    #[serde(default, skip_serializing_if = "is_default")]
    pub whose: Whose,
}

/// What was asked of a service for one chart of years: indicators of one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fetched {
    /// Who was asked.
    pub service: Service,
    /// The indicators as the service names them, a line each, in the order of the chart.
    pub indicators: Vec<SafeText>,
    /// Women and men as two lines of the one indicator.
    #[serde(default, skip_serializing_if = "is_default")]
    pub by_sex: bool,
    /// The municipality, by its name or its code.
    pub place: SafeText,
    /// The years as a person says them, `2012-2026`; an open end takes in what is published later.
    pub years: SafeText,
    /// The day on which they came, `2026-11-22`.
    #[serde(default, skip_serializing_if = "no_text")]
    pub day: SafeText,
}

/// Who can be asked again. Where it is does not stand in a session: a file from somebody else must not say whom this computer asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Service {
    /// Kolada.
    Kolada,
}

/// Whose a file is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Whose {
    /// Nobody said: its format tells, or it is guessed and said.
    #[default]
    Unsaid,
    /// One's own.
    Own,
    /// Somebody else published it, and it carries the publisher's marks.
    Published,
}

/// How a file is to be read, as a person decided it; what is none is found in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadAs {
    /// The sheet of a workbook, by its name or its number from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<SafeText>,
    /// The table of a file with several, by its title or its number from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<SafeText>,
    /// The language of a file that holds several, by its code there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<SafeText>,
    /// The encoding of a text file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<SafeText>,
    /// What separates the fields of a text file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub separator: Option<char>,
    /// What stands before decimals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimal: Option<char>,
    /// The rows of the headings, as an editor counts them: `6`, `1-3`, and `0` where there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headings: Option<SafeText>,
}

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// Numbers that stand in the file. Several columns stand beside each other as groups, or along the axis where it has no column.
    Numbers {
        /// The columns or measures, in the order in which they are drawn.
        columns: Vec<SafeText>,
        /// What becomes of several rows that fall on one place.
        #[serde(default, skip_serializing_if = "is_default")]
        fold: Fold,
    },
    /// How many rows there are on each place.
    #[default]
    Rows,
    /// Answers of a survey with one row a person, as shares in percent of those who answered.
    ///
    /// One item: a row for each label of the axis or the group. Several items: a row for each item. `n` of a row is who answered.
    Shares {
        /// The questions, in the order in which they are drawn.
        items: Vec<SafeText>,
        /// The answers in their order, from one end to the other; empty where they stand in the order of the file.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        answers: Vec<SafeText>,
    },
}

impl Value {
    /// Makes the value of one column, of which every place has one row.
    pub fn only(column: &str) -> Self {
        Self::Numbers {
            columns: vec![SafeText::line(column)],
            fold: Fold::Only,
        }
    }
}

/// What becomes of several rows that fall on one place of a chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Fold {
    /// There must be one; several are told and never mixed.
    #[default]
    Only,
    /// They are added. Shares and means must not be.
    Sum,
    /// Their mean, every row weighing the same.
    Mean,
}

/// Rows that count: those with one of these labels in a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// The column or dimension.
    pub column: SafeText,
    /// The labels as they stand in the file; an empty list stands for all of them, which then somebody has seen and wants.
    pub labels: Vec<SafeText>,
}

/// The kind of chart that is made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// A series where the axis is time, else bars or groups; answers on a scale.
    #[default]
    Auto,
    /// Bars or groups, also over time.
    Bars,
    /// A series.
    Series,
    /// Two groups, or two columns, as two occasions with how many answered each time.
    BeforeAfter {
        /// The label of the first occasion.
        before: SafeText,
        /// The label of the second.
        after: SafeText,
    },
}

fn no_text(text: &SafeText) -> bool {
    text.is_empty()
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(recipe: &Recipe) -> String {
        let layout = ron::ser::PrettyConfig::new()
            .depth_limit(0)
            .extensions(ron::extensions::Extensions::IMPLICIT_SOME);
        ron::ser::to_string_pretty(recipe, layout).unwrap()
    }

    fn read(text: &str) -> Result<Recipe, ron::error::SpannedError> {
        ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
            .from_str(text)
    }

    #[test]
    fn a_recipe_is_written_by_hand() {
        let recipe = read(
            "(file: \"elever.csv\", axis: \"Läsår\", value: Numbers(columns: [\"Elever\"], fold: Sum), group: \"Kön\",
              filters: [(column: \"Kommun\", labels: [\"Haninge\"])], read_as: (sheet: \"2\", separator: ';'))",
        )
        .unwrap();
        assert_eq!(recipe.axis.as_deref(), Some("Läsår"));
        assert_eq!(recipe.filters[0].labels[0].as_str(), "Haninge");
        assert_eq!(recipe.read_as.separator, Some(';'));
        assert!(!recipe.compare && recipe.shape == Shape::Auto);
        assert!(read("(file: \"x\", value: Rows, colum: \"y\")").is_err());
    }

    #[test]
    fn what_is_written_is_read_back() {
        for value in [
            Value::Rows,
            Value::only("Andel"),
            Value::Shares {
                items: vec!["F1".into(), "F2".into()],
                answers: vec!["ja".into()],
            },
        ] {
            let recipe = Recipe {
                file: "x.csv".into(),
                read: "2026-11-17".into(),
                value,
                n: Some("n".into()),
                shape: Shape::BeforeAfter {
                    before: "sept".into(),
                    after: "dec".into(),
                },
                compare: true,
                ..Recipe::default()
            };
            let text = written(&recipe);
            assert_eq!(read(&text).unwrap(), recipe, "{text}");
        }
    }
}
