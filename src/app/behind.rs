//! What lies behind a number, row by row: what the overlay shows, and how far it can be scrolled.

use crate::{
    chart::{self, Look},
    domain::chart::Chart,
    text::{
        Texts,
        width::{width, wrap},
    },
};

/// One row behind a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// The chart's title.
    Title(String),
    /// What the next rows are about, and their first words; the label fills its column.
    Fact {
        /// "Source".
        label: String,
        /// The words.
        words: String,
        /// Nobody has written it: the words ask for it.
        unwritten: bool,
    },
    /// More words of the same.
    More {
        /// The words.
        words: String,
        /// As above.
        unwritten: bool,
    },
    /// Air.
    Gap,
}

/// The fewest columns for words beside their labels; with fewer the labels stand over them.
const BESIDE: usize = 24;

/// Returns the rows for a width, and how wide the column of the labels is: none where they stand over their words.
pub fn laid_out(chart: &Chart, look: Look, texts: Texts, cols: u16) -> (Vec<Row>, usize) {
    let cols = usize::from(cols).max(1);
    let facts = chart::behind(chart, look, &texts);
    let longest = facts
        .iter()
        .map(|fact| width(&fact.label))
        .max()
        .unwrap_or(0);
    let column = if cols >= longest + 2 + BESIDE {
        longest + 2
    } else {
        0
    };
    let title = format!("{}  {}", chart.id, chart.title.on_one_line());
    let mut rows: Vec<Row> = wrap(&title, cols).into_iter().map(Row::Title).collect();
    for fact in facts {
        let unwritten = fact.unwritten;
        let mut lines = wrap(&fact.text, cols - column).into_iter();
        let words = if column > 0 {
            lines.next().unwrap_or_default()
        } else {
            String::new()
        };
        rows.push(Row::Gap);
        rows.push(Row::Fact {
            label: fact.label,
            words,
            unwritten,
        });
        rows.extend(lines.map(|words| Row::More { words, unwritten }));
    }
    (rows, column)
}

/// Returns the rows for a width.
pub fn rows(chart: &Chart, look: Look, texts: Texts, cols: u16) -> Vec<Row> {
    laid_out(chart, look, texts, cols).0
}
