//! A chart for a screen that is shared in a call, where small type and thin lines are lost: solid bars as thick as there is room for, an
//! empty row between, every value as text, no axis and no shades.
//!
//! ```text
//! Trivs bra i skolan, åk 9                        andel %
//!
//! 2016  ██████████████████████████████████████         81
//!
//! 2018  ████████████████████████████████████           78
//!
//! 2022  ·· uppgift saknas
//! ```

use ratatui::{
    style::Style,
    text::{Line, Text},
};

use super::{
    Glyphs, Look, Pen, Size,
    look::STRONG,
    number::{Axis, range},
    strip::wrapped,
    table,
};
use crate::{
    domain::chart::{Body, Cell, Chart},
    text::{Texts, width::width},
};

/// The fewest columns of a bar that still says something.
const SHORTEST: usize = 8;
/// A bar grows no thicker than this.
const THICKEST: usize = 3;

/// What stands on a row of bars.
enum Item<'a> {
    /// The name of what the bars below are about.
    Heading(String),
    /// One bar.
    Bar(String, &'a Cell),
    /// Words about the bars above.
    Remark(String),
}

/// Draws title, unit and values; what does not fit as bars is a table.
pub fn wall(chart: &Chart, size: Size, look: Look, texts: &Texts) -> Text<'static> {
    // Dots of braille do not come through.
    let glyphs = match look.glyphs {
        Glyphs::Braille => Glyphs::Blocks,
        other => other,
    };
    let look = Look {
        glyphs,
        colour: false,
        ..look
    };
    let pen = Pen::new(chart, size, look, texts);
    let mut lines = heading(chart, &pen);
    if lines.len() + 3 <= pen.rows {
        lines.push(pen.strip().line());
    }
    let room = pen.rows.saturating_sub(lines.len()).max(1);
    let below = Pen { rows: room, ..pen };
    lines.extend(values(chart, &below));
    pen.finish(lines)
}

fn heading(chart: &Chart, pen: &Pen<'_>) -> Vec<Line<'static>> {
    let title = chart.title.on_one_line();
    let unit = chart.unit.on_one_line();
    let wide = width(&unit);
    if wide > 0 && width(&title) + 3 + wide <= pen.cols {
        let mut strip = pen.strip();
        strip.put(&title, STRONG);
        strip.right(&unit, pen.cols, Style::new());
        return vec![strip.line()];
    }
    let mut lines = wrapped(&title, STRONG, pen);
    if wide > 0 {
        lines.extend(wrapped(&unit, Style::new(), pen));
    }
    lines
}

fn values(chart: &Chart, pen: &Pen<'_>) -> Vec<Line<'static>> {
    let body = &chart.body;
    let columns = body.columns().len();
    let course = matches!(body, Body::Series { .. }) && (columns > 1 || pen.covered);
    let numbers = || {
        let cells = body.rows().iter().flat_map(|row| &row.cells);
        cells.filter_map(Cell::number)
    };
    let negative = numbers().any(|value| value < 0.0);
    if body.rows().is_empty() || course || negative {
        return pen.body(chart);
    }
    let axis = Axis::of_bars(range(numbers()), pen.numbers.share);
    let items = items(body);
    if let Some(lines) = bars(&items, axis, pen) {
        return lines;
    }
    match body {
        // A long course is a line; it has room where its bars have none.
        Body::Series { .. } => pen.body(chart),
        body => table::draw(body, pen),
    }
}

fn items(body: &Body) -> Vec<Item<'_>> {
    let names = body.columns();
    let mut items = Vec::new();
    for row in body.rows() {
        let label = row.label.on_one_line().into_owned();
        if names.len() > 1 {
            items.push(Item::Heading(label));
            let cells = names.iter().zip(&row.cells);
            items
                .extend(cells.map(|(name, cell)| Item::Bar(name.on_one_line().into_owned(), cell)));
        } else if let Some(cell) = row.cells.first() {
            items.push(Item::Bar(label, cell));
        }
        if !row.remark.is_empty() {
            items.push(Item::Remark(row.remark.on_one_line().into_owned()));
        }
    }
    items
}

/// Draws the bars as thick and as airy as there is room for; nothing where they have none.
fn bars(items: &[Item<'_>], axis: Axis, pen: &Pen<'_>) -> Option<Vec<Line<'static>>> {
    let label = |item: &Item<'_>| match item {
        Item::Bar(label, _) => width(label),
        _ => 0,
    };
    let value = |item: &Item<'_>| match item {
        Item::Bar(_, cell) => cell
            .number()
            .map_or(0, |value| width(&pen.numbers.value(value))),
        _ => 0,
    };
    let label_width = items.iter().map(label).max()?.min(pen.cols * 2 / 5);
    let value_width = items.iter().map(value).max()?;
    let begin = label_width + 2;
    let room = pen.cols.checked_sub(begin + 1 + value_width)?;
    if room < SHORTEST {
        return None;
    }
    let count = |thick: usize, gap: usize| {
        let rows = items.iter().enumerate().map(|(place, item)| match item {
            Item::Bar(..) => thick + usize::from(place > 0) * gap,
            Item::Heading(_) => 1 + usize::from(place > 0) * gap,
            Item::Remark(_) => 1,
        });
        rows.sum::<usize>()
    };
    let plans = (1..=THICKEST).rev().map(|thick| (thick, 1));
    let (thick, gap) = plans
        .chain([(1, 0)])
        .find(|(thick, gap)| count(*thick, *gap) <= pen.rows)?;
    let mut lines = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let apart = place > 0 && !matches!(item, Item::Remark(_));
        lines.extend((0..if apart { gap } else { 0 }).map(|_| pen.strip().line()));
        match item {
            Item::Heading(words) => {
                let mut strip = pen.strip();
                strip.cut(words, pen.cols, STRONG, pen.look);
                lines.push(strip.line());
            }
            Item::Remark(words) => {
                let mut strip = pen.strip();
                strip.to(begin);
                strip.cut(words, pen.cols - begin, Style::new(), pen.look);
                lines.push(strip.line());
            }
            Item::Bar(label, cell) => {
                let places = Places {
                    label: label_width,
                    begin,
                    room,
                    thick,
                };
                lines.extend(bar((label, cell), axis, &places, pen));
            }
        }
    }
    Some(lines)
}

/// Where the pieces of a bar stand.
struct Places {
    label: usize,
    begin: usize,
    room: usize,
    thick: usize,
}

/// Draws one bar in as many rows as it is thick; label and value stand beside its middle.
fn bar(
    (label, cell): (&str, &Cell),
    axis: Axis,
    places: &Places,
    pen: &Pen<'_>,
) -> Vec<Line<'static>> {
    let glyph = if pen.look.ascii() { "#" } else { "█" };
    let row = |at: usize| {
        let mut strip = pen.strip();
        let middle = at == places.thick / 2;
        if middle {
            strip.cut(label, places.label, Style::new(), pen.look);
        }
        strip.to(places.begin);
        match cell.number() {
            Some(value) => {
                let long = (axis.place(value) - axis.place(0.0)) * places.room as f64;
                let cells = long.round() as usize;
                // What is not zero is never nothing.
                let cells = cells.clamp(usize::from(value > 0.0), places.room);
                strip.fill(glyph, cells, Style::new());
                if middle {
                    strip.right(&pen.numbers.value(value), pen.cols, STRONG);
                }
            }
            None if middle => {
                let room = pen.cols - places.begin;
                strip.cut(&pen.missing(cell, room), room, Style::new(), pen.look);
            }
            None => {}
        }
        strip.line()
    };
    (0..places.thick).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        chart::plain,
        domain::chart::{ChartId, Row},
        text::Lang,
    };

    fn years() -> Chart {
        let mut rows: Vec<Row> = [("2016", 81.0), ("2018", 78.0), ("2020", 0.4)]
            .map(|(year, value)| Row::of(year, value))
            .to_vec();
        let mut gap = Row::of("2022", 0.0);
        gap.cells = vec![Cell::Missing("".into())];
        rows.push(gap);
        let mut chart = Chart::new(ChartId(4), "Trivs bra i skolan", Body::Bars(rows));
        chart.unit = "andel %".into();
        chart
    }

    fn drawn(chart: &Chart, cols: u16, rows: u16, glyphs: Glyphs) -> String {
        let look = Look::new(glyphs, true);
        plain(&wall(
            chart,
            Size { cols, rows },
            look,
            &Texts::new(Lang::Sv),
        ))
    }

    #[test]
    fn bars_are_solid_airy_and_as_thick_as_there_is_room_for() {
        assert_eq!(
            drawn(&years(), 40, 9, Glyphs::Braille),
            "\
Trivs bra i skolan               andel %

2016  ███████████████████████       81,0

2018  ███████████████████████       78,0

2020  █                              0,4

2022  ·· uppgift saknas
"
        );
        let thick = drawn(&years(), 40, 30, Glyphs::Blocks);
        assert_eq!(
            thick.matches("███████████████████████").count(),
            6,
            "{thick}"
        );
        let ascii = drawn(&years(), 40, 6, Glyphs::Ascii);
        assert!(ascii.contains("2016  ####") && ascii.is_ascii(), "{ascii}");
    }

    #[test]
    fn without_room_for_bars_there_is_a_table() {
        let small = drawn(&years(), 16, 6, Glyphs::Blocks);
        assert!(small.contains("81,0") && !small.contains('█'), "{small}");
    }
}
