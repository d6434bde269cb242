//! Cells pasted from a spreadsheet, slides or a PDF, or lines typed by hand, as the values of a chart.
//!
//! Such text says nothing of its own form, so the form is found, every line is told what became of it, and a person can say otherwise.
//! Nothing is left out without a word, and what is missing stays missing with its mark.
//!
//! ```text
//! Andel som trivs            title
//! Årskurs   Flickor  Pojkar  heading
//! åk 8         71 %    75 %  row 1
//! åk 9           ..    78 %  row 2, a mark kept
//! Källa: enkäten             no value: not drawn, and said
//! ```

/// What one cell of pasted text says.
mod cell;
/// Which columns hold labels and which values.
mod columns;
/// What the cells together make: title, headings, rows.
mod grid;
/// How the cells of a line are told apart.
mod split;
/// What became of it, in sentences.
mod told;

pub use self::split::Split;
use super::rows::seen::Sign;
use crate::{
    domain::chart::{Body, Chart, ChartId, Row},
    text::SafeText,
};

/// The most lines that are looked at; a chart of a dialogue has a handful.
pub const MAX_LINES: usize = 1_000;
/// The longest line that is looked at, in bytes; longer ones are prose.
const LONGEST: usize = 2_000;
/// How much of a line is kept to show it, in characters.
const SHOWN: usize = 200;

/// What a person wants to be read otherwise than it was understood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PasteWish {
    /// How the cells of a line are told apart.
    pub split: Option<Split>,
    /// The sign before decimals.
    pub decimal: Option<Sign>,
    /// Whether the first row with several cells holds headings.
    pub headings: Option<bool>,
}

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// Nothing stands in it.
    Blank,
    /// It only draws a rule between other lines.
    Rule,
    /// The title.
    Title,
    /// Headings of the columns.
    Heading,
    /// This row of the chart, counted from 0.
    Row(usize),
    /// It belongs to this row together with the line before or after it.
    Part(usize),
    /// No value stands in it: a note, a source, a page number.
    NoValue,
    /// It stands after the last row that a chart can have, or it is far too long.
    Over,
}

/// One line and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The line, as far as it is shown.
    pub text: SafeText,
    /// What became of it.
    pub became: Became,
}

/// Something in a line that is not drawn as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The line, counted from 0.
    pub line: usize,
    /// What stands there.
    pub text: SafeText,
}

/// Pasted text, understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pasted {
    /// How the cells of a line were told apart.
    pub split: Split,
    /// The sign before decimals, where the numbers or a person tell.
    pub decimal: Option<Sign>,
    /// How many numbers may be decimals or thousands with nothing to tell; they were read as decimals.
    pub two_ways: usize,
    /// What stands above the values.
    pub title: SafeText,
    /// The unit that stands behind the numbers: `%`.
    pub unit: SafeText,
    /// What the labels are: "Årskurs". May be empty.
    pub about: SafeText,
    /// The headings of the columns of values; empty ones where there are none.
    pub headings: Vec<SafeText>,
    /// Whether headings were found.
    pub headed: bool,
    /// The rows, each with as many cells as there are columns of values.
    pub rows: Vec<Row>,
    /// Every line that was looked at, in order.
    pub lines: Vec<Line>,
    /// How many lines follow that were not looked at.
    pub beyond: usize,
    /// Cells with words where values stand; they are missing, and their words are the reason.
    pub unread: Vec<Unread>,
    /// Columns of words or codes beside the labels, which are not drawn.
    pub beside: Vec<SafeText>,
}

/// Reads pasted or typed text. Anything can be read; without a value there are no rows.
pub fn read(text: &str, wish: PasteWish) -> Pasted {
    let whole = text.replace("\r\n", "\n");
    let (raw, beyond) = raw_lines(&whole);
    let mut pasted = grid::read(&raw, wish);
    pasted.beyond = beyond;
    pasted
}

impl Pasted {
    /// Says whether there is something to draw.
    pub fn has_values(&self) -> bool {
        let mut cells = self.rows.iter().flat_map(|row| &row.cells);
        cells.any(|cell| cell.number().is_some())
    }

    /// Makes what a chart shows: a course where the labels are years, else bars.
    pub fn body(&self) -> Body {
        let names: Vec<SafeText> = self.headings.clone();
        let rows = self.rows.clone();
        let lone = names.len() < 2;
        if self.is_over_time() {
            return Body::Series {
                names: if lone { Vec::new() } else { names },
                rows,
                breaks: Vec::new(),
            };
        }
        if lone {
            Body::Bars(rows)
        } else {
            Body::Groups { names, rows }
        }
    }

    /// Makes a chart; what nobody can read out of the text (source, purpose, words to say) stays empty.
    pub fn chart(&self, id: ChartId) -> Chart {
        let title = if self.title.is_empty() && self.headings.len() == 1 {
            &self.headings[0]
        } else {
            &self.title
        };
        let mut chart = Chart::new(id, title, self.body());
        chart.unit = self.unit.clone();
        chart
    }

    /// Says whether the labels are three points in time or more, one after the other.
    fn is_over_time(&self) -> bool {
        let years: Option<Vec<f64>> = self.rows.iter().map(|row| cell::year(&row.label)).collect();
        years.is_some_and(|years| years.len() > 2 && years.windows(2).all(|two| two[0] < two[1]))
    }
}

/// Splits text into its lines, and counts those that are too many; a spreadsheet puts a cell with line breaks in quotation marks.
fn raw_lines(text: &str) -> (Vec<Raw<'_>>, usize) {
    // A last line break ends the last line and begins none.
    let text = text.strip_suffix(is_line_end).unwrap_or(text);
    let mut raw: Vec<Raw<'_>> = Vec::new();
    let (mut open, mut beyond) = (false, 0);
    let tabs = text.contains('\t');
    for line in text.split(is_line_end) {
        if raw.len() == MAX_LINES {
            beyond += 1;
            continue;
        }
        let goes_on = open;
        let odd = line.matches('"').count() % 2 == 1;
        let last = line.rsplit('\t').next().unwrap_or_default();
        open = if open {
            !odd
        } else {
            odd && tabs && last.starts_with('"')
        };
        raw.push(Raw {
            text: line,
            goes_on,
        });
    }
    if open {
        // A quotation mark that nobody closed is a letter like others.
        for line in &mut raw {
            line.goes_on = false;
        }
    }
    (raw, beyond)
}

/// A line as it came.
#[derive(Clone, Copy, Debug)]
struct Raw<'a> {
    text: &'a str,
    /// It belongs to the line before, within quotation marks.
    goes_on: bool,
}

/// Slides break lines with a vertical tab, and PDF pages with a form feed.
fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

#[cfg(test)]
mod tests;
