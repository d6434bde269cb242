//! Charts as text of an exact width: one value for the screen, the pager and a file.
//!
//! Every line that is returned is exactly as wide as asked, whatever the data and the labels; rows are at most as many as asked, and as
//! many as needed where zero rows are asked. Where there is no room for bars there is a table, and where there is no room for the table
//! the last row says how much is left out. Missing is a gap with a word, never zero.
//!
//! With `Glyphs::Ascii` everything this module writes of its own is ASCII: bars, axes, marks of what is cut, minus signs, spaces in
//! numbers. Titles, labels and sentences are texts and keep their letters.

/// Bars for categories, groups, before and after.
mod bars;
/// What lies behind the numbers of a chart.
mod behind;
/// Shares as people: "about 500 of 3,000".
mod count;
/// The other side of a share, with its words.
mod face;
/// A whole chart with its words.
mod full;
/// What was guessed, beside what it is.
mod guessed;
/// Colours and glyphs.
mod look;
/// A chart in three rows.
mod mini;
/// Values as text, and axes.
mod number;
/// Cards and text pictures.
mod picture;
/// Every value in words.
mod said;
/// Shares of ordered answers as one bar per row.
mod scale;
/// Lines over time.
mod series;
/// Lines of an exact width.
mod strip;
/// Values without bars.
mod table;
/// What somebody said.
mod voice;
/// A chart for a screen that is shared.
mod wall;
/// Charts in words.
mod words;

use ratatui::text::{Line, Text};

pub use self::{
    behind::{Fact, behind, behind_short},
    face::turned,
    full::{full, full_table, plain},
    guessed::{answer, spread, surprise},
    look::{Glyphs, Look, SMALL_NUMBER_LIMIT},
    mini::mini,
    said::rows_said,
    wall::wall,
    words::{purpose, sentence, source_rows},
};
use self::{look::QUIET, number::Numbers, strip::Strip};
use crate::{
    domain::chart::{Body, Cell, Chart, Face, Row},
    t,
    text::{SafeText, Texts},
};

/// The room for a chart, in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Size {
    /// Exactly so many columns.
    pub cols: u16,
    /// At most so many rows; 0 for as many as needed, as in a pager.
    pub rows: u16,
}

/// Draws the values of a chart: no title, source or sentence; see [`full()`] for those.
///
/// The result depends on the arguments alone and may be kept.
pub fn draw(chart: &Chart, size: Size, look: Look, texts: &Texts) -> Text<'static> {
    let pen = Pen::new(chart, size, look, texts);
    pen.finish(pen.body(chart))
}

/// Draws the values of a chart as a table, at the length that `rows` gives room for.
pub fn table(chart: &Chart, size: Size, look: Look, texts: &Texts) -> Text<'static> {
    let pen = Pen::new(chart, size, look, texts);
    let lines = match &chart.body {
        Body::Card { .. } | Body::Picture(_) | Body::Voice { .. } => pen.body(chart),
        body => table::draw(body, &pen),
    };
    pen.finish(lines)
}

/// What drawing needs to know: the room, the look, and how numbers are written.
#[derive(Clone, Copy)]
struct Pen<'a> {
    cols: usize,
    /// The most rows; `usize::MAX` where there is no limit.
    rows: usize,
    look: Look,
    texts: &'a Texts,
    numbers: Numbers,
    /// The values are not shown yet: every gap is a question.
    covered: bool,
}

impl<'a> Pen<'a> {
    fn new(chart: &Chart, size: Size, look: Look, texts: &'a Texts) -> Self {
        Self {
            cols: usize::from(size.cols),
            rows: if size.rows == 0 {
                usize::MAX
            } else {
                usize::from(size.rows)
            },
            look,
            texts,
            numbers: Numbers::of(chart, texts.lang(), look),
            covered: chart.showing.face == Face::Covered,
        }
    }

    fn strip(&self) -> Strip {
        Strip::new(self.cols)
    }

    fn body(&self, chart: &Chart) -> Vec<Line<'static>> {
        match &chart.body {
            Body::Card { shown } => picture::card(shown, self),
            Body::Picture(which) => picture::draw(*which, self),
            Body::Voice { quote, from } => voice::draw(quote, from, self),
            values if values.rows().is_empty() => {
                let words = match chart.file() {
                    Some(file) => t!(self.texts, "chart-not-read", file = file),
                    None => t!(self.texts, "chart-empty"),
                };
                strip::wrapped(&words, QUIET, self)
            }
            values @ (Body::Bars(_) | Body::Groups { .. } | Body::BeforeAfter { .. }) => {
                bars::draw(values, self)
            }
            values @ Body::Scale { .. } => scale::draw(values, self),
            Body::Series { names, rows, .. } if self.covered => self.course_asked(names, rows),
            values @ Body::Series { .. } => series::draw(values, self),
        }
    }

    /// Asks about a course: from when to when, line by line.
    fn course_asked(&self, names: &[SafeText], rows: &[Row]) -> Vec<Line<'static>> {
        let [first, last] = [rows.first(), rows.last()]
            .map(|row| row.map_or_else(Default::default, |row| row.label.on_one_line()));
        let to = if self.look.ascii() { "-" } else { "–" };
        let span = if first == last {
            first.into_owned()
        } else {
            format!("{first}{to}{last}")
        };
        let names = names
            .iter()
            .map(|name| format!("{}, {span}  ?", name.on_one_line()));
        let mut asked: Vec<String> = names.collect();
        if asked.is_empty() {
            asked.push(format!("{span}  ?"));
        }
        let wrapped = |words: &String| strip::wrapped(words, ratatui::style::Style::new(), self);
        asked.iter().flat_map(wrapped).collect()
    }

    /// Gives the first drawing that has room, in the order from the richest to the poorest, else a table.
    fn first_that_fits(
        &self,
        body: &Body,
        drawings: impl IntoIterator<Item = Option<Vec<Line<'static>>>>,
    ) -> Vec<Line<'static>> {
        drawings
            .into_iter()
            .flatten()
            .find(|lines| lines.len() <= self.rows)
            .unwrap_or_else(|| table::draw(body, self))
    }

    /// Holds to the rows that were asked for; the last one says how many are left out.
    fn finish(&self, mut lines: Vec<Line<'static>>) -> Text<'static> {
        if lines.len() > self.rows {
            let kept = self.rows.saturating_sub(1);
            let more = t!(self.texts, "chart-more", more = lines.len() - kept);
            lines.truncate(kept);
            let mut strip = self.strip();
            strip.cut(&more, self.cols, QUIET, self.look);
            lines.push(strip.line());
        }
        Text::from(lines)
    }

    /// Says how many answered or were counted.
    fn n(&self, n: u32) -> String {
        let words = t!(self.texts, "chart-n", n = self.numbers.count(n));
        if self.look.ascii() {
            number::typewritten(&words)
        } else {
            words
        }
    }

    /// Names the columns of a row whose value is missing, with the reason; nothing where all are missing, which its row says itself.
    fn gaps(&self, columns: &[&SafeText], row: &Row) -> String {
        let mut reasons: Vec<(&str, Vec<std::borrow::Cow<'_, str>>)> = Vec::new();
        let mut gaps = 0;
        for (name, cell) in columns.iter().zip(&row.cells) {
            if let Cell::Missing(why) = cell {
                gaps += 1;
                match reasons.iter_mut().find(|(known, _)| *known == why.as_str()) {
                    Some((_, names)) => names.push(name.on_one_line()),
                    None => reasons.push((why, vec![name.on_one_line()])),
                }
            }
        }
        if self.covered || gaps == 0 || gaps == row.cells.len() {
            return String::new();
        }
        let said: Vec<String> = reasons
            .into_iter()
            .map(|(why, names)| {
                let why = match why {
                    "" => t!(self.texts, "chart-missing"),
                    why => why.replace('\n', " "),
                };
                format!("{}: {why}", names.join(", "))
            })
            .collect();
        said.join("; ")
    }

    /// Says why a value is missing, as long as there is room for the reason.
    fn missing(&self, cell: &Cell, room: usize) -> String {
        if self.covered {
            return "?".to_owned();
        }
        let dots = if self.look.ascii() { ".." } else { "··" };
        let word = format!("{dots} {}", t!(self.texts, "chart-missing"));
        match cell {
            Cell::Missing(reason) if cell.is_hidden() => {
                let mark = if self.look.ascii() { "xx" } else { "××" };
                format!("{mark} {}", reason.on_one_line())
            }
            Cell::Missing(reason) if !reason.is_empty() => {
                let whole = format!("{word} ({})", reason.on_one_line());
                let short = format!("{dots} {}", reason.on_one_line());
                if crate::text::width::width(&whole) <= room {
                    whole
                } else {
                    short
                }
            }
            _ => word,
        }
    }
}

#[cfg(test)]
mod tests;
