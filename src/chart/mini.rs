//! A chart in three rows, for an overview of all charts of a session.

use ratatui::{
    style::Style,
    text::{Line, Text},
};

use super::{
    Look, Pen, Size, Strip,
    look::{QUIET, STRONG},
    number::{self, Axis},
    picture, scale, voice,
};
use crate::{
    domain::chart::{Body, Cell, Chart, Picture},
    t,
    text::Texts,
};

const LEVELS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
const LEVELS_ASCII: [&str; 4] = ["_", "-", "=", "#"];

/// Draws id and title, the shape of the values, and their range: three rows of exactly the width.
pub fn mini(chart: &Chart, cols: u16, look: Look, texts: &Texts) -> Text<'static> {
    let pen = Pen::new(chart, Size { cols, rows: 3 }, look, texts);
    let mut title = pen.strip();
    title.put(&chart.id.to_string(), STRONG);
    title.put(" ", Style::new());
    title.cut(&chart.title, pen.cols, Style::new(), look);
    let (shape, range) = match &chart.body {
        Body::Card { shown } => (quiet(&t!(texts, "chart-card"), &pen), quiet(shown, &pen)),
        Body::Picture(Picture::TwoAxes) => {
            (quiet(&t!(texts, "chart-picture"), &pen), pen.strip().line())
        }
        Body::Picture(Picture::Class(share)) => class(*share, &pen),
        Body::Voice { quote, from } => {
            let quote = voice::quoted(quote, &pen);
            (quiet(&quote, &pen), quiet(&from.on_one_line(), &pen))
        }
        Body::Scale { answers, .. } => {
            let mut bars = scale::bars(answers, &chart.body, &pen).into_iter();
            let mut next = || bars.next().unwrap_or_else(|| pen.strip().line());
            (next(), next())
        }
        _ => (values(chart, &pen), range(chart, &pen)),
    };
    Text::from(vec![title.line(), shape, range])
}

fn quiet(words: &str, pen: &Pen<'_>) -> Line<'static> {
    let mut strip = pen.strip();
    strip.cut(words, pen.cols, QUIET, pen.look);
    strip.line()
}

fn class(share: f64, pen: &Pen<'_>) -> (Line<'static>, Line<'static>) {
    let (some, look) = (picture::pupils(share), pen.look);
    let room = pen.cols.min(picture::CLASS);
    let filled = some * room / picture::CLASS;
    let mut strip = pen.strip();
    strip.fill(look.group(0), filled, look.tint(0));
    strip.fill(look.group(2), room - filled, QUIET);
    (
        strip.line(),
        quiet(
            &t!(pen.texts, "chart-class", some = some, all = picture::CLASS),
            pen,
        ),
    )
}

/// The lowest and highest value with the unit.
fn range(chart: &Chart, pen: &Pen<'_>) -> Line<'static> {
    let Some((low, high)) = chart.range() else {
        if pen.covered {
            return quiet(&t!(pen.texts, "chart-covered"), pen);
        }
        return quiet(&t!(pen.texts, "chart-missing"), pen);
    };
    let (low, high) = (pen.numbers.value(low), pen.numbers.value(high));
    let to = if pen.look.ascii() { "-" } else { "–" };
    let span = if low == high {
        low
    } else {
        format!("{low}{to}{high}")
    };
    quiet(
        format!("{span} {}", chart.unit.on_one_line()).trim_end(),
        pen,
    )
}

/// The values as one row of bars, side by side; of several lines over time only the first.
fn values(chart: &Chart, pen: &Pen<'_>) -> Line<'static> {
    let series = matches!(chart.body, Body::Series { .. });
    let columns = if series {
        1
    } else {
        chart.body.columns().len().max(1)
    };
    let share = pen.numbers.share;
    let axis = if series {
        Axis::of_line(first_range(chart), share, 4)
    } else {
        Axis::of_bars(chart.range(), share)
    };
    let rows = chart.body.rows();
    // A column between rows, where there is room for it.
    let gap = usize::from(rows.len() * (columns + 1) <= pen.cols);
    let wide = ((pen.cols / rows.len().max(1)).saturating_sub(gap) / columns).clamp(1, 3);
    let mut strip = pen.strip();
    for row in rows {
        for (index, cell) in row.cells.iter().take(columns).enumerate() {
            bar(cell, axis, (wide, index), &mut strip, pen);
        }
        strip.put(if gap > 0 { " " } else { "" }, Style::new());
    }
    strip.line()
}

fn first_range(chart: &Chart) -> Option<(f64, f64)> {
    number::range(
        chart
            .body
            .rows()
            .iter()
            .filter_map(|row| row.cells.first()?.number()),
    )
}

fn bar(cell: &Cell, axis: Axis, (wide, index): (usize, usize), strip: &mut Strip, pen: &Pen<'_>) {
    let look = pen.look;
    let Some(value) = cell.number() else {
        return strip.fill(if look.ascii() { "." } else { "·" }, wide, QUIET);
    };
    let levels = if look.ascii() {
        &LEVELS_ASCII[..]
    } else {
        &LEVELS
    };
    let level = (axis.place(value) * (levels.len() - 1) as f64).round() as usize;
    strip.fill(levels[level.min(levels.len() - 1)], wide, look.tint(index));
}
