//! The words that go with a chart, filled from the file and changed by a person.

use crate::{
    domain::chart::{Chart, Purpose, Source},
    input::line_editor::LineEditor,
    text::SafeText,
};

/// One row of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Word {
    /// What is shown, of whom.
    #[default]
    Title,
    /// What a value is.
    Unit,
    /// One sentence to say aloud.
    Say,
    /// Which of the three ways data drives work it comes from.
    Purpose,
    /// What to keep in mind.
    Caveat,
    /// Who published it, and when.
    Source,
}

impl Word {
    /// Every row, in order.
    pub const ALL: [Self; 6] = [
        Self::Title,
        Self::Unit,
        Self::Say,
        Self::Purpose,
        Self::Caveat,
        Self::Source,
    ];
}

/// The words as they stand.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// The row in focus.
    pub row: Word,
    /// The kind of data.
    pub purpose: Purpose,
    lines: [LineEditor; 6],
    touched: [bool; 6],
}

impl Words {
    /// Returns the line of a row.
    pub fn line(&self, word: Word) -> &LineEditor {
        &self.lines[word as usize]
    }

    /// Returns the line of the row in focus, to type on it.
    pub(super) fn line_mut(&mut self) -> &mut LineEditor {
        self.touched[self.row as usize] = true;
        &mut self.lines[self.row as usize]
    }

    /// Fills in what the file or the text says, where nobody has written something else.
    pub(super) fn fill(&mut self, chart: &Chart) {
        let source = match &chart.source {
            Source::Text(text) => text,
            Source::Csv(_) => &chart.cite,
        };
        for (word, text) in [
            (Word::Title, &chart.title),
            (Word::Unit, &chart.unit),
            (Word::Say, &chart.say),
            (Word::Caveat, &chart.caveat),
            (Word::Source, source),
        ] {
            if !self.touched[word as usize] {
                self.lines[word as usize] = LineEditor::with(&text.on_one_line());
            }
        }
    }

    /// Moves the focus.
    pub(super) fn walk(&mut self, by: isize) {
        let at = (self.row as usize)
            .saturating_add_signed(by)
            .min(Word::ALL.len() - 1);
        self.row = Word::ALL[at];
    }

    /// Chooses another kind of data.
    pub(super) fn turn(&mut self, by: isize) {
        const ALL: [Purpose; 3] = [Purpose::Measure, Purpose::Explore, Purpose::FollowUp];
        let at = ALL
            .iter()
            .position(|purpose| *purpose == self.purpose)
            .unwrap_or(1);
        self.purpose = ALL[at.saturating_add_signed(by).min(2)];
    }

    /// Puts the words on a chart.
    pub(super) fn put_on(&self, mut chart: Chart) -> Chart {
        let text = |word: Word| SafeText::line(self.line(word).text().trim());
        chart.title = text(Word::Title);
        chart.unit = text(Word::Unit);
        chart.say = text(Word::Say);
        chart.caveat = text(Word::Caveat);
        chart.source = Source::Text(text(Word::Source));
        chart.purpose = self.purpose;
        chart
    }
}
