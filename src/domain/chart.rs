//! Charts as data: what a chart says, not how it looks.

/// Two charts that tell together what neither tells alone.
mod apart;
/// What is odd about a chart, said before the dialogue and never as a failure.
mod check;
/// What a person prepared about showing it, and its faces.
mod showing;
/// The other side of a share.
mod turn;
/// How a chart is written by hand in RON.
mod wire;

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

pub use self::{
    apart::{Apart, apart},
    check::{MAX_ANSWERS, MAX_GROUPS, MAX_LINES, MAX_ROWS, Problem},
    showing::{Asked, Face, Guess, NoGuess, Showing},
    turn::NoTurn,
};
use crate::{
    domain::recipe::{Fetched, Recipe},
    text::SafeText,
};

/// A session has at most so many charts (guide, step 3: at most 10 to 12).
pub const MOST_CHARTS: usize = 12;

/// The number of a chart within its session, written `d4` (`d` as in *diagram*; notes are pinned with it).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChartId(pub u8);

impl fmt::Display for ChartId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("d{}", self.0))
    }
}

/// A text that is not a chart's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a chart's id is the letter d and a number from 1 to 255, as \"d4\"")]
pub struct NotAChartId;

impl FromStr for ChartId {
    type Err = NotAChartId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.strip_prefix(['d', 'D']).ok_or(NotAChartId)?;
        if !digits.starts_with(|c: char| c.is_ascii_digit()) {
            return Err(NotAChartId);
        }
        match digits.parse() {
            Ok(number) if number > 0 => Ok(Self(number)),
            _ => Err(NotAChartId),
        }
    }
}

/// One of the three ways data drives work (guide, data): a dialogue explores; the others get a word, never a block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Purpose {
    /// To measure: comparable, systematic, over a long time.
    Measure,
    /// To explore: may be fragmented, informs and inspires.
    #[default]
    Explore,
    /// To follow up an activity that was decided.
    FollowUp,
}

/// Where the values of a chart come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The values stand in the session; this text names who published them.
    Text(SafeText),
    /// The values are read from this file until the first stage starts.
    Csv(SafeText),
}

impl Default for Source {
    fn default() -> Self {
        Self::Text(SafeText::default())
    }
}

/// One value of a chart, or the reason why there is none.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A value; drawing and checking take one that is not finite for missing.
    Value(f64),
    /// No value. The reason may be empty; missing is never zero.
    Missing(SafeText),
}

impl Cell {
    /// Makes a missing cell without a reason.
    pub fn missing() -> Self {
        Self::Missing(SafeText::default())
    }

    /// Says whether there is a value and somebody hides it, which is not the same as missing: its reason begins with that word, in either
    /// language, as the program and people write it.
    pub fn is_hidden(&self) -> bool {
        let begins = |why: &str, word: &str| {
            let start = why.get(..word.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(word))
        };
        matches!(self, Self::Missing(why) if begins(why, "dolt") || begins(why, "hidden"))
    }

    /// Returns the value where there is one that can be drawn.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Value(value) if value.is_finite() => Some(*value),
            _ => None,
        }
    }
}

/// One line of a chart's data: a category, a group, a question or a point in time.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the row is about: "Åk 8", "2016".
    pub label: SafeText,
    /// One cell per column of the chart.
    pub cells: Vec<Cell>,
    /// How many answered, where rows differ in this.
    pub n: Option<u32>,
    /// A word about this row alone: "ingen säkerställd skillnad", "ny fråga". May be empty.
    pub remark: SafeText,
}

impl Row {
    /// Makes a row of one value.
    pub fn of(label: &str, value: f64) -> Self {
        Self {
            label: SafeText::line(label),
            cells: vec![Cell::Value(value)],
            n: None,
            remark: SafeText::default(),
        }
    }
}

/// One of the two occasions of a before/after chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Occasion {
    /// When: "september 2021".
    pub label: SafeText,
    /// How many answered then.
    pub n: Option<u32>,
}

/// A place in a series where the figures before and after cannot be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// The label of the first row after the break.
    pub at: SafeText,
    /// What changed: "nytt betygssystem". May be empty.
    pub why: SafeText,
}

/// A text picture that ships with samtal.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Picture {
    /// Wellbeing and ill-being as two axes, not two ends of one (guide, concepts).
    TwoAxes,
    /// A share in percent as pupils in a class of 25.
    Class(#[serde(with = "wire::number")] f64),
}

/// What a chart shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// One value per category.
    Bars(Vec<Row>),
    /// One value per category and group.
    Groups {
        /// The groups, in the order of every row's cells.
        names: Vec<SafeText>,
        /// The categories.
        rows: Vec<Row>,
    },
    /// Shares of ordered answers, one question or group per row.
    Scale {
        /// The answers in their order, from one end to the other.
        answers: Vec<SafeText>,
        /// The questions or groups; each may have its own n.
        rows: Vec<Row>,
    },
    /// Two occasions compared, with how many answered each time.
    BeforeAfter {
        /// The first occasion.
        before: Occasion,
        /// The second occasion.
        after: Occasion,
        /// The questions; a row's remark says where the difference is uncertain.
        rows: Vec<Row>,
    },
    /// Values over time, one row per point in time.
    Series {
        /// The lines, in the order of every row's cells; empty for a single line.
        names: Vec<SafeText>,
        /// The points in time.
        rows: Vec<Row>,
        /// Where the figures cannot be compared across.
        breaks: Vec<Break>,
    },
    /// A chart that is shown elsewhere: pace, notes and minutes work the same.
    Card {
        /// Where it is shown: "PowerPoint, bild 4".
        shown: SafeText,
    },
    /// A text picture.
    Picture(Picture),
    /// A voice beside the numbers: what somebody said, as a card.
    Voice {
        /// The words, without quotation marks.
        quote: SafeText,
        /// Who speaks, as a perspective or an age, never a name: "elev i åk 8". May be empty.
        from: SafeText,
    },
}

impl Body {
    /// Returns the rows of data; a card, a picture and a voice have none.
    pub fn rows(&self) -> &[Row] {
        match self {
            Self::Bars(rows)
            | Self::Groups { rows, .. }
            | Self::Scale { rows, .. }
            | Self::BeforeAfter { rows, .. }
            | Self::Series { rows, .. } => rows,
            Self::Card { .. } | Self::Picture(_) | Self::Voice { .. } => &[],
        }
    }

    /// Returns the names of the columns, or nothing where there is one column without a name.
    pub fn columns(&self) -> Vec<&SafeText> {
        match self {
            Self::Groups { names, .. } | Self::Series { names, .. } => names.iter().collect(),
            Self::Scale { answers, .. } => answers.iter().collect(),
            Self::BeforeAfter { before, after, .. } => vec![&before.label, &after.label],
            Self::Bars(_) | Self::Card { .. } | Self::Picture(_) | Self::Voice { .. } => Vec::new(),
        }
    }
}

/// One chart of a session: its values and everything a person needs to judge them.
///
/// A dialogue shows at most 10–12, early and with a very short description each (guide, data).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "wire::Wire", into = "wire::Wire")]
pub struct Chart {
    /// Its number, `d4`.
    pub id: ChartId,
    /// What is shown, of whom.
    pub title: SafeText,
    /// What a value is: "andel %", "kronor per elev". May be empty.
    pub unit: SafeText,
    /// Where the values come from.
    pub source: Source,
    /// The citation of a source that is a file. May be empty.
    pub cite: SafeText,
    /// How many answered or were counted.
    pub n: Option<u32>,
    /// What to keep in mind about the figures. May be empty.
    pub caveat: SafeText,
    /// Which of the three ways data drives work it comes from.
    pub purpose: Purpose,
    /// One sentence to say aloud, written by a person. May be empty.
    pub say: SafeText,
    /// What it shows.
    pub body: Body,
    /// How its values were chosen from a file, where they were. The values stand in the session all the same.
    pub recipe: Option<Box<Recipe>>,
    /// What was asked of a service for its values, where it was.
    pub fetched: Option<Box<Fetched>>,
    /// How it is shown beyond that.
    pub showing: Showing,
}

impl Chart {
    /// Makes a chart of a title and its values, with everything else empty.
    pub fn new(id: ChartId, title: &str, body: Body) -> Self {
        Self {
            id,
            title: SafeText::line(title),
            unit: SafeText::default(),
            source: Source::default(),
            cite: SafeText::default(),
            n: None,
            caveat: SafeText::default(),
            purpose: Purpose::default(),
            say: SafeText::default(),
            body,
            recipe: None,
            fetched: None,
            showing: Showing::default(),
        }
    }

    /// Returns the source as it is cited; a file that nobody cited is named.
    pub fn citation(&self) -> &SafeText {
        match &self.source {
            Source::Csv(_) if !self.cite.is_empty() => &self.cite,
            Source::Text(text) | Source::Csv(text) => text,
        }
    }

    /// Returns the file the values are read from, as long as they are.
    pub fn file(&self) -> Option<&SafeText> {
        match &self.source {
            Source::Csv(file) => Some(file),
            Source::Text(_) => None,
        }
    }

    /// Keeps the values that are shown and lets go of the file, as when the first stage starts.
    ///
    /// A chart that has no values yet keeps its file: without either it would be lost.
    pub fn settle(&mut self) {
        if self.file().is_some() && !self.body.rows().is_empty() {
            self.source = Source::Text(self.citation().clone());
            self.cite = SafeText::default();
        }
    }

    /// Returns the largest and smallest value, or nothing where all are missing.
    pub fn range(&self) -> Option<(f64, f64)> {
        let mut numbers = self
            .body
            .rows()
            .iter()
            .flat_map(|row| &row.cells)
            .filter_map(Cell::number);
        let first = numbers.next()?;
        Some(numbers.fold((first, first), |(low, high), value| {
            (low.min(value), high.max(value))
        }))
    }
}
