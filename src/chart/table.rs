//! Values without bars: a grid where the columns have room, else one row after the other in words.

use ratatui::{style::Style, text::Line};

use super::{
    Pen,
    look::{QUIET, STRONG},
    strip::{Flow, indented},
};
use crate::{
    domain::chart::{Body, Cell, Row},
    t,
    text::{SafeText, width::width},
};

/// Draws the values as a table: with its notes where there is room, else without, else closer.
pub(super) fn draw(body: &Body, pen: &Pen<'_>) -> Vec<Line<'static>> {
    let grid = Grid::of(body, pen);
    let wide = grid.as_ref().map(|grid| grid.lines(true));
    let drawings: [&dyn Fn() -> Option<Vec<Line<'static>>>; 3] = [
        &|| wide.clone().or_else(|| Some(list(body, pen))),
        &|| grid.as_ref().map(|grid| grid.lines(false)),
        &|| Some(list(body, pen)),
    ];
    let fitting = drawings
        .into_iter()
        .filter_map(|draw| draw())
        .find(|lines| lines.len() <= pen.rows);
    fitting.unwrap_or_else(|| close(body, pen))
}

/// What stands in a cell of a table; a reason is left to the notes.
fn text(cell: &Cell, pen: &Pen<'_>) -> String {
    match cell.number() {
        Some(value) => pen.numbers.value(value),
        None if pen.covered => "?".to_owned(),
        None if cell.is_hidden() => if pen.look.ascii() { "xx" } else { "××" }.to_owned(),
        None if pen.look.ascii() => "..".to_owned(),
        None => "··".to_owned(),
    }
}

/// One line per row and one column per measure, numbers to the right; last how many answered.
struct Grid<'a> {
    pen: &'a Pen<'a>,
    rows: &'a [Row],
    names: Vec<&'a SafeText>,
    /// The right ends of the columns.
    ends: Vec<usize>,
    label: usize,
    n: bool,
}

impl<'a> Grid<'a> {
    fn of(body: &'a Body, pen: &'a Pen<'a>) -> Option<Self> {
        let (names, rows) = (body.columns(), body.rows());
        let n = rows.iter().any(|row| row.n.is_some());
        let widest = |column: usize| {
            let cells = rows
                .iter()
                .filter_map(|row| row.cells.get(column))
                .map(|cell| width(&text(cell, pen)));
            cells
                .chain(names.get(column).map(|name| width(name)))
                .max()
                .unwrap_or(0)
        };
        let counts = rows
            .iter()
            .filter_map(|row| row.n)
            .map(|n| width(&pen.numbers.count(n)))
            .max();
        let widths: Vec<usize> = (0..names.len().max(1)).map(widest).chain(counts).collect();
        let longest = rows.iter().map(|row| width(&row.label)).max().unwrap_or(0);
        let room = pen
            .cols
            .checked_sub(widths.iter().map(|wide| wide + 2).sum())?;
        // A label may be cut, but not to a stump.
        let label = Some(room)
            .filter(|room| *room >= longest.min((pen.cols / 3).max(8)))?
            .min(longest);
        let ends = widths.iter().scan(label, |end, wide| {
            *end += wide + 2;
            Some(*end)
        });
        Some(Self {
            pen,
            rows,
            ends: ends.collect(),
            names,
            label,
            n,
        })
    }

    fn lines(&self, notes: bool) -> Vec<Line<'static>> {
        let pen = self.pen;
        let mut lines = Vec::new();
        if !self.names.is_empty() || self.n {
            let mut strip = pen.strip();
            let names = self
                .names
                .iter()
                .map(|name| name.on_one_line().into_owned());
            // A single measure has no name of its own.
            let names = names
                .chain(self.names.is_empty().then(String::new))
                .chain(self.n.then(|| "n".to_owned()));
            for (name, end) in names.zip(&self.ends) {
                strip.right(&name, *end, QUIET);
            }
            lines.push(strip.line());
        }
        lines.extend(self.rows.iter().map(|row| self.row(row)));
        for row in self.rows.iter().filter(|_| notes) {
            // A gap without a reason says enough by its dots.
            let told = row
                .cells
                .iter()
                .any(|cell| matches!(cell, Cell::Missing(why) if !why.is_empty()));
            let gaps = if told {
                pen.gaps(&self.names, row)
            } else {
                String::new()
            };
            for (words, mark) in [(gaps.as_str(), ", "), (row.remark.as_str(), ": ")] {
                if !words.is_empty() {
                    let label = row.label.on_one_line();
                    lines.extend(indented(&format!("{label}{mark}{words}"), 0, QUIET, pen));
                }
            }
        }
        lines
    }

    fn row(&self, row: &Row) -> Line<'static> {
        let pen = self.pen;
        let mut strip = pen.strip();
        strip.cut(&row.label, self.label, Style::new(), pen.look);
        if let (Some(cell), true) = (
            row.cells.first(),
            row.cells.iter().all(|cell| cell.number().is_none()),
        ) {
            strip.to(self.label + 2);
            let room = pen.cols - strip.used();
            strip.cut(&pen.missing(cell, room), room, QUIET, pen.look);
            return strip.line();
        }
        for (cell, end) in row.cells.iter().zip(&self.ends) {
            strip.right(&text(cell, pen), *end, Style::new());
        }
        if let (Some(n), Some(end)) = (row.n, self.ends.last()) {
            strip.right(&pen.numbers.count(n), *end, QUIET);
        }
        strip.line()
    }
}

/// Every row by itself, one value per line, where the columns of a grid have no room.
fn list(body: &Body, pen: &Pen<'_>) -> Vec<Line<'static>> {
    let columns = body.columns();
    if columns.is_empty() {
        return close(body, pen);
    }
    let name_width = columns.iter().map(|name| width(name)).max().unwrap_or(0);
    let mut lines = Vec::new();
    for row in body.rows() {
        let n = row.n.map_or(String::new(), |n| format!(" ({})", pen.n(n)));
        lines.extend(indented(
            &format!("{}{n}", row.label.on_one_line()),
            0,
            STRONG,
            pen,
        ));
        if let (Some(cell), true) = (
            row.cells.first(),
            row.cells.iter().all(|cell| cell.number().is_none()),
        ) {
            let mut strip = pen.strip();
            strip.to(2.min(pen.cols));
            let room = pen.cols - strip.used();
            strip.cut(&pen.missing(cell, room), room, QUIET, pen.look);
            lines.push(strip.line());
            continue;
        }
        let value_width = row
            .cells
            .iter()
            .map(|cell| width(&text(cell, pen)))
            .max()
            .unwrap_or(0);
        let end = (2 + name_width + 2 + value_width).min(pen.cols);
        for (name, cell) in columns.iter().zip(&row.cells) {
            let mut strip = pen.strip();
            strip.to(2.min(pen.cols));
            strip.cut(
                name,
                end.saturating_sub(value_width + 3),
                Style::new(),
                pen.look,
            );
            strip.right(&text(cell, pen), end, Style::new());
            if let Cell::Missing(why) = cell {
                strip.put("  ", Style::new());
                strip.cut(why, pen.cols - strip.used(), QUIET, pen.look);
            }
            lines.push(strip.line());
        }
    }
    lines
}

/// As close as values stand: label–value pairs side by side, a row after its label where there are several measures.
fn close(body: &Body, pen: &Pen<'_>) -> Vec<Line<'static>> {
    let columns = body.columns();
    let mut lines = Vec::new();
    let mut flow = Flow::new(pen, 0, 3);
    for row in body.rows() {
        let label = row.label.on_one_line();
        if columns.is_empty() {
            let value = row
                .cells
                .first()
                .map_or(String::new(), |cell| match cell.number() {
                    Some(value) => pen.numbers.value(value),
                    None if pen.covered => "?".to_owned(),
                    None => t!(pen.texts, "chart-missing"),
                });
            flow.part((&format!("{label} "), Style::new()), (&value, STRONG));
            continue;
        }
        lines.extend(indented(&label, 0, STRONG, pen));
        let mut flow = Flow::new(pen, 2, 3);
        for (name, cell) in columns.iter().zip(&row.cells) {
            flow.part(
                (&format!("{} ", name.on_one_line()), Style::new()),
                (&text(cell, pen), STRONG),
            );
        }
        lines.extend(flow.lines());
    }
    lines.extend(flow.lines());
    lines
}
