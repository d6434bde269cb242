//! The chart in view: its place among all, the pace against the minutes of the data stage, the picture, what comes next.
//!
//! ```text
//! d4  Trygg i skolan  andel %                          4/12
//! (the chart, as the chart floor draws it)
//! → Nöjd med sin skola         här 0:20 av 0:50, gott om tid
//! ```

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span as Piece, Text},
};

use crate::{
    app::{Settings, lead::Pane},
    chart::{self, Look, Size},
    domain::{StageKind, chart::Chart},
    t,
    text::{
        Span, Texts,
        width::{width, wrap},
    },
    view::{glyph, ink, scene::Scene, showing, style},
};

/// Returns how charts look by the settings.
pub(super) const fn look(settings: Settings) -> Look {
    Look {
        glyphs: settings.glyphs,
        colour: settings.color,
        small_number_limit: settings.small_number_limit,
    }
}

/// Draws the lines of a chart in an area.
pub(super) fn put_text(text: &Text<'static>, area: Rect, buf: &mut Buffer) {
    for (line, row) in text.lines.iter().zip(area.rows()) {
        let styled = Line {
            style: text.style.patch(line.style),
            ..line.clone()
        };
        ink::put(&styled, row, buf);
    }
}

/// Draws the chart in view with its heading.
pub(super) fn draw(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let mut area = area;
    let Some((place, chart)) = scene.chart() else {
        let row = ink::top(&mut area, 1);
        ink::left(&t!(scene.texts, "view-no-charts"), style::QUIET, row, buf);
        return;
    };
    heading(scene, place, &chart, ink::top(&mut area, 1), buf);
    let presents = scene.kind() == Some(StageKind::Data);
    if presents && area.height > 4 {
        next_row(scene, place, ink::bottom(&mut area, 1), buf);
    }
    showing::draw_above(scene, &chart, &mut area, buf);
    let size = Size {
        cols: area.width,
        rows: area.height,
    };
    if size.cols == 0 || size.rows == 0 {
        return;
    }
    let text = body(scene, &chart, size);
    put_text(&text, area, buf);
}

/// Chooses the richest drawing there is room for.
fn body(scene: &Scene<'_>, chart: &Chart, size: Size) -> Text<'static> {
    let look = look(scene.settings);
    if scene.lead.chart_table {
        chart::table(chart, size, look, &scene.texts)
    } else {
        with_source(chart, size, look, scene.texts)
    }
}

/// Draws the values, and under them the source with what to keep in mind, where there is room.
fn with_source(chart: &Chart, size: Size, look: Look, texts: Texts) -> Text<'static> {
    let below = words_below(chart, size.cols, look, texts);
    let rows = usize::from(size.rows);
    // Where all the words fit beside a good picture they are kept; else the picture comes first and the words get what is left. The row
    // that says where the figures are from goes last of all.
    let kept = match rows {
        ..4 => 0,
        _ if rows > below.len() * 2 + 3 => below.len(),
        _ => 1,
    };
    let room = u16::try_from(rows - kept).unwrap_or(size.rows);
    let mut text = chart::draw(chart, Size { rows: room, ..size }, look, &texts);
    let left = rows.saturating_sub(text.lines.len());
    let cut = below.len() > left;
    for (place, mut row) in below.into_iter().take(left).enumerate() {
        if cut && place + 1 == left {
            row.push('…');
        }
        text.lines.push(Line::styled(row, style::QUIET));
    }
    text
}

/// Source, kind of data, and what to keep in mind, wrapped.
fn words_below(chart: &Chart, cols: u16, look: Look, texts: Texts) -> Vec<String> {
    let cols = usize::from(cols).saturating_sub(1);
    let mut rows = chart::source_rows(chart, cols, look, &texts);
    if !chart.caveat.is_empty() {
        rows.extend(wrap(&chart.caveat, cols));
    }
    rows
}

/// Returns how many rows the chart in view would like, its heading and the row about the next one with it.
pub(super) fn rows(scene: &Scene<'_>, cols: u16) -> u16 {
    const MOST: u16 = 30;
    let Some((_, chart)) = scene.chart() else {
        return 1;
    };
    let picture = body(scene, &chart, Size { cols, rows: MOST });
    let above = u16::try_from(showing::above(scene, &chart, cols).len()).unwrap_or(0);
    let more = 1 + above + u16::from(scene.kind() == Some(StageKind::Data));
    u16::try_from(picture.lines.len()).unwrap_or(MOST) + more
}

/// The chart's id, title and unit; and its place.
fn heading(scene: &Scene<'_>, place: usize, chart: &Chart, row: Rect, buf: &mut Buffer) {
    let of = scene.plan().charts.len();
    let end = format!("  {}/{of}", place + 1);
    let look = if scene.lead.pane == Pane::Chart {
        style::CHOSEN
    } else {
        style::STRONG
    };
    let unit = chart.unit.on_one_line();
    let mut line = Line::from(vec![
        Piece::styled(chart.id.to_string(), look),
        Piece::raw(" "),
        Piece::styled(chart.title.on_one_line().into_owned(), style::STRONG),
    ]);
    let room = Rect {
        width: row
            .width
            .saturating_sub(u16::try_from(end.len()).unwrap_or(u16::MAX)),
        ..row
    };
    if !unit.is_empty() {
        let whole = line.width() + 2 + width(&unit) <= usize::from(room.width);
        let unit = if whole { unit } else { "…".into() };
        line.push_span(Piece::styled(format!("  {unit}"), style::QUIET));
    }
    ink::put(&line, room, buf);
    ink::right(&end, style::PLAIN, row, buf);
}

/// What the next key shows: the next chart, after the last one the next stage; and the pace.
fn next_row(scene: &Scene<'_>, place: usize, row: Rect, buf: &mut Buffer) {
    let texts = scene.texts;
    let words = match scene.plan().charts.get(place + 1) {
        Some(next) => format!("{} {}", glyph::THEN, next.title.on_one_line()),
        None => match scene.reading.next(scene.session()) {
            Some((_, stage)) => {
                t!(
                    texts,
                    "view-chart-last",
                    stage = stage.title.on_one_line().into_owned()
                )
            }
            None => String::new(),
        },
    };
    let pace = pace(scene, place).unwrap_or_default();
    // Where its title would be cut the next chart has its id.
    let words = match scene.plan().charts.get(place + 1) {
        Some(next) if width(&words) + 1 + width(&pace) > usize::from(row.width) => {
            format!("{} {}", glyph::THEN, next.id)
        }
        _ => words,
    };
    ink::ends((&words, style::QUIET), (&pace, style::PLAIN), row, buf);
}

/// Says how long the chart has been here, how long each has, and where the clock is when that is another one.
fn pace(scene: &Scene<'_>, place: usize) -> Option<String> {
    let now = scene.reading.now.as_ref()?;
    let count = i64::try_from(scene.plan().charts.len()).ok()?;
    if scene.lead.calm || count == 0 || now.fitted <= Span::ZERO {
        return None;
    }
    let each = now.fitted.0 / count;
    let at = (now.spent.0 / each.max(1) + 1).clamp(1, count);
    let texts = scene.texts;
    let here = scene.session().chart_looked_at(scene.now);
    let (here, each) = (here.to_string(), Span(each).to_string());
    Some(match at - i64::try_from(place + 1).ok()? {
        2.. => t!(
            texts,
            "view-chart-behind",
            here = here,
            each = each,
            at = at
        ),
        ..=-2 => t!(texts, "view-chart-ahead", here = here, each = each),
        _ => t!(texts, "view-chart-pace", here = here, each = each),
    })
}

/// So many columns a small chart needs at least, and so many it takes at most.
const CARD: (u16, u16) = (30, 48);
/// A small chart and a row of air.
const CARD_ROWS: u16 = 4;

/// Returns how many rows all charts take when drawn small.
pub(super) fn grid_rows(scene: &Scene<'_>, cols: u16) -> u16 {
    let across = (cols / CARD.0).max(1);
    let count = u16::try_from(scene.plan().charts.len()).unwrap_or(u16::MAX);
    count.div_ceil(across).saturating_mul(CARD_ROWS)
}

/// Draws all charts small, in as many columns as there is room for; the chosen one is always among them. Returns how many stand before
/// and after those that are drawn.
pub(super) fn grid(
    scene: &Scene<'_>,
    selected: Option<usize>,
    area: Rect,
    buf: &mut Buffer,
) -> (usize, usize) {
    let charts = &scene.plan().charts;
    let across = (area.width / CARD.0).max(1);
    let cols = (area.width / across).min(CARD.1);
    let down = (area.height / CARD_ROWS).max(1);
    let (across, down) = (usize::from(across), usize::from(down));
    let row_of = selected.unwrap_or(0) / across;
    let first = (row_of + 1).saturating_sub(down) * across;
    for (shown, (place, chart)) in charts
        .iter()
        .enumerate()
        .skip(first)
        .take(across * down)
        .enumerate()
    {
        let (column, row) = (shown % across, shown / across);
        let cell = Rect {
            x: area.x + u16::try_from(column).unwrap_or(0) * cols,
            y: area.y + u16::try_from(row).unwrap_or(0) * CARD_ROWS,
            width: cols.saturating_sub(2),
            height: CARD_ROWS - 1,
        }
        .intersection(area);
        let text = chart::mini(
            &scene.shown(chart),
            cell.width,
            look(scene.settings),
            &scene.texts,
        );
        put_text(&text, cell, buf);
        if selected == Some(place) {
            let title = Rect {
                height: 1.min(cell.height),
                ..cell
            };
            ink::tint(style::CHOSEN, title, buf);
        }
    }
    (first, charts.len().saturating_sub(first + across * down))
}

/// Draws all charts small as a part of the window, and says how many there is no room for.
pub(super) fn strip(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let (_, below) = grid(scene, None, area, buf);
    if below > 0
        && let Some(last) = area.rows().next_back()
    {
        let words = format!(" {}", ink::more_below(scene.texts, below));
        ink::right(&words, style::QUIET, last, buf);
    }
}
