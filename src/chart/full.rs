//! A whole chart with its words: the same on the screen, in the pager and in a file.

use ratatui::{
    style::Style,
    text::{Line, Text},
};

use super::{
    Look, Pen, Size,
    look::{QUIET, STRONG},
    strip::wrapped,
    words,
};
use crate::{
    domain::chart::{Body, Chart, Face},
    text::{
        Texts,
        width::{width, wrap},
    },
};

/// Draws title, unit, values, what to say, source and caveat.
///
/// Where rows are few the words give way to the values: first the empty lines, then the caveat, then the sentence.
pub fn full(chart: &Chart, size: Size, look: Look, texts: &Texts) -> Text<'static> {
    around(super::draw, chart, size, look, texts)
}

/// Draws the same round the values as a table.
pub fn full_table(chart: &Chart, size: Size, look: Look, texts: &Texts) -> Text<'static> {
    around(super::table, chart, size, look, texts)
}

/// How the values of a chart are drawn.
type Draw = fn(&Chart, Size, Look, &Texts) -> Text<'static>;

fn around(draw: Draw, chart: &Chart, size: Size, look: Look, texts: &Texts) -> Text<'static> {
    let pen = Pen::new(chart, size, look, texts);
    let heading = heading(chart, &pen);
    let own = chart.say.trim();
    let said = match own {
        "" => look.spelled(words::sentence(chart, look.small_number_limit, texts)),
        own => own.to_owned(),
    };
    // The sentence of a card is where it is shown, and that of a voice its words, which the body says.
    let told = matches!(chart.body, Body::Card { .. } | Body::Voice { .. });
    // Of a covered chart there is nothing to say.
    let covered = chart.showing.face == Face::Covered;
    let said = if covered || (told && own.is_empty()) {
        String::new()
    } else {
        said
    };
    let said = if said.is_empty() {
        Vec::new()
    } else {
        wrapped(&said, Style::new(), &pen)
    };
    let caveat = if chart.caveat.is_empty() {
        Vec::new()
    } else {
        wrapped(&chart.caveat, QUIET, &pen)
    };
    let source = source(chart, &pen);
    let least = body_rows(chart, heading.len(), &pen);
    let room = |taken: usize| pen.rows == usize::MAX || taken + least <= pen.rows;
    let (h, w, c, s) = (heading.len(), said.len(), caveat.len(), source.len());
    let airy = room(h + w + c + s + 2);
    let (said, caveat) = match (room(h + w + c + s), room(h + w + s)) {
        (true, _) => (said, caveat),
        (false, true) => (said, Vec::new()),
        (false, false) => (Vec::new(), Vec::new()),
    };
    let source = if room(h + said.len() + caveat.len() + s) {
        source
    } else {
        Vec::new()
    };
    let taken = h + said.len() + caveat.len() + source.len() + if airy { 2 } else { 0 };
    let body_rows = if pen.rows == usize::MAX {
        0
    } else {
        pen.rows.saturating_sub(taken).max(1)
    };
    let body = draw(
        chart,
        Size {
            cols: size.cols,
            rows: body_rows as u16,
        },
        look,
        texts,
    );
    let blank = || airy.then(|| pen.strip().line());
    let mut lines = heading;
    lines.extend(blank());
    lines.extend(body.lines);
    lines.extend(blank());
    lines.extend(said);
    lines.extend(source);
    lines.extend(caveat);
    pen.finish(lines)
}

/// How many rows the values should have, to decide what gives way: those of bars, else those of a table, else one.
fn body_rows(chart: &Chart, heading: usize, pen: &Pen<'_>) -> usize {
    let rows = chart.body.rows().len();
    let bars = match &chart.body {
        Body::Series { .. } => 8,
        Body::Scale { .. } => rows * 2 + 2,
        Body::Card { .. } => 1,
        Body::Picture(_) => 9,
        Body::Voice { quote, .. } => wrap(quote, pen.cols).len() + 1,
        body => rows * body.columns().len().max(1),
    };
    let room = pen.rows.saturating_sub(heading);
    [bars, rows + 1]
        .into_iter()
        .find(|needed| *needed <= room)
        .unwrap_or(1)
}

/// Source, n and purpose: side by side where they have room, and never broken but in the source.
fn source(chart: &Chart, pen: &Pen<'_>) -> Vec<Line<'static>> {
    let rows = words::source_rows(chart, pen.cols, pen.look, pen.texts);
    rows.iter()
        .flat_map(|row| wrapped(row, QUIET, pen))
        .collect()
}

/// The id and the title, with the unit at the right end of the last line where it has room.
fn heading(chart: &Chart, pen: &Pen<'_>) -> Vec<Line<'static>> {
    let title = format!("{}  {}", chart.id, chart.title.on_one_line());
    let unit = chart.unit.on_one_line();
    let wide = width(&unit);
    if wide > 0 && width(&title) + 3 + wide <= pen.cols {
        let mut strip = pen.strip();
        strip.put(&title, STRONG);
        strip.right(&unit, pen.cols, QUIET);
        return vec![strip.line()];
    }
    let mut lines = wrapped(&title, STRONG, pen);
    if wide > 0 {
        lines.extend(wrapped(&unit, QUIET, pen));
    }
    lines
}

/// Returns the text without styles and without spaces at the ends of its lines, for a file.
pub fn plain(text: &Text<'_>) -> String {
    let mut out = String::new();
    for line in &text.lines {
        let begin = out.len();
        line.spans
            .iter()
            .for_each(|span| out.push_str(&span.content));
        let end = begin
            + out
                .get(begin..)
                .map_or(0, |line| line.trim_end_matches(' ').len());
        out.truncate(end);
        out.push('\n');
    }
    out
}
