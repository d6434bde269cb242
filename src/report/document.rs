//! Minutes as a list of typed blocks, before anything is said about rows and columns.

use ratatui::text::Text;

use crate::domain::{NoteId, Status, chart::ChartId};

/// Minutes: what stands in them and in which order; [`Document::to_text`] lays it out.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The columns a row may take.
    pub width: usize,
    /// From top to bottom.
    pub blocks: Vec<Block>,
}

/// One piece of minutes.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// What this is: a word and a date, the title, and a mark at the right edge.
    Title {
        /// "SAMTAL 2026-11-17".
        what: String,
        /// The session's title.
        title: String,
        /// "Arbetsmaterial".
        mark: String,
    },
    /// One of the headings, always the same in the same order.
    Heading(String),
    /// A smaller heading inside one.
    Subheading(String),
    /// A next step.
    Step(StepBlock),
    /// A note.
    Note(NoteBlock),
    /// A chart, drawn a little narrower than the minutes.
    Chart(ChartBlock),
    /// Words with a label before them.
    Paragraph {
        /// "Syfte".
        label: String,
        /// The words.
        text: String,
    },
    /// A line of the minutes' own words.
    Line(String),
    /// A row of the timetable.
    Times(TimesRow),
    /// A quiet line of the minutes' own, such as that nothing was noted.
    Quiet(String),
}

/// A next step as minutes say it: who, what, when, where it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepBlock {
    /// Its id.
    pub id: NoteId,
    /// How it stands.
    pub status: Status,
    /// Who, or the question.
    pub who: String,
    /// What.
    pub what: String,
    /// When as said, or the question.
    pub when: String,
    /// How it stands in words, where it came from, which chart.
    pub below: String,
}

/// A chart in minutes.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartBlock {
    /// Which.
    pub id: ChartId,
    /// As text, with its title, its sentence and its source.
    pub text: Text<'static>,
}

/// A note as minutes say it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteBlock {
    /// Its id.
    pub id: NoteId,
    /// Its words, with what belongs before and after them.
    pub text: String,
    /// The chart it is about, where the heading does not say it already.
    pub chart: Option<String>,
}

/// One stage of the timetable; the header and the sum have the same form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimesRow {
    /// When it began.
    pub began: String,
    /// The stage.
    pub title: String,
    /// What was wished, what the slot gave, what it took.
    pub spans: [String; 3],
    /// "hoppades över", "ej nått".
    pub remark: String,
    /// The header or the sum.
    pub strong: bool,
}
