//! The time: what is left of the stage, how far it is, when to start closing, early or late. These rows never move.
//!
//! ```text
//! narrow, stacked                                   wide, side by side
//!     ██  ██████                                        ██  ██████   5/7 Dialog, del 1              i fas
//!     ██      ██   min kvar av 22:30                    ██      ██   ███████████░░░░░░░░░░░░░░░░░░  37 %
//!     ██  ██████   slutar 09:48                         ██  ██████   min kvar av 22:30, slutar 09:48
//!     ██      ██   i fas                                ██      ██   Börja avsluta 10:10, om 35 min
//!     ██  ██████                                        ██  ██████   1:40 sen, jämnas ut i dialogen
//!  █████████████░░░░░░░░░░░░░░░░░░░░░░░ 37 %
//!  Börja avsluta 10:10, om 35 min
//!  1:40 sen, jämnas ut i dialogen
//! ```

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span as Piece},
};

use crate::{
    chart::Glyphs,
    domain::{
        reading::{Now, Phase},
        schedule::{self, Pace},
    },
    t,
    text::{
        Span,
        width::{width, wrap},
    },
    view::{
        bar,
        digits::{self, Size},
        ink,
        scene::Scene,
        style, words,
    },
};

/// The countdown: digits to draw large, and the words that belong to them.
pub(super) struct Count {
    /// Digits; empty in calm mode and where there is nothing to count.
    pub(super) digits: String,
    /// What they count.
    pub(super) unit: String,
}

/// Reads the countdown: whole minutes, seconds in the last two; the count-up before a late start.
pub(super) fn count(scene: &Scene<'_>) -> Count {
    let texts = scene.texts;
    match (&scene.reading.now, scene.reading.phase) {
        (Some(now), _) => with_unit(scene, now.left, left_of(scene, now)),
        (None, Phase::Waiting { late: Some(late) }) if late.0 >= 0 => {
            let digits = if late < Span::minutes(100) {
                late.to_string()
            } else {
                String::new()
            };
            Count {
                digits,
                unit: t!(texts, "view-not-started"),
            }
        }
        (None, Phase::Waiting { late: Some(late) }) if -late <= Span::minutes(180) => {
            with_unit(scene, -late, t!(texts, "view-unit-to-start"))
        }
        (None, Phase::Closed(_)) => Count {
            digits: String::new(),
            unit: t!(texts, "view-title-closed"),
        },
        _ => Count {
            digits: String::new(),
            unit: t!(texts, "view-not-started"),
        },
    }
}

/// What is left of what, and what was planned where that is something else.
fn left_of(scene: &Scene<'_>, now: &Now) -> String {
    let texts = scene.texts;
    let planned = scene.reading.planned.rows.get(now.place);
    let moved = planned
        .map(|row| row.fitted)
        .filter(|planned| (*planned - now.fitted).abs() >= schedule::QUIET);
    match moved {
        _ if now.left.0 < 0 => t!(texts, "view-unit-over"),
        Some(plan) => t!(
            texts,
            "view-unit-left-plan",
            whole = now.fitted,
            plan = plan
        ),
        None => t!(texts, "view-unit-left", whole = now.fitted),
    }
}

fn with_unit(scene: &Scene<'_>, left: Span, unit: String) -> Count {
    let texts = scene.texts;
    if scene.lead.calm {
        return Count {
            digits: String::new(),
            unit: String::new(),
        };
    }
    let sign = if left.0 < 0 { "+" } else { "" };
    if scene.shows_seconds(left.abs()) {
        let shown = if left.0 < 0 {
            left.abs()
        } else {
            Span::seconds(left.seconds_up())
        };
        return Count {
            digits: format!("{sign}{shown}"),
            unit,
        };
    }
    let minutes = words::whole_minutes(left.abs());
    Count {
        digits: format!("{sign}{minutes}"),
        unit: t!(texts, "view-minutes-unit", unit = unit),
    }
}

/// Writes the countdown on one line, for titles and small windows: "13 min kvar av 22:30".
pub(super) fn in_line(scene: &Scene<'_>) -> String {
    let Count { digits, unit } = count(scene);
    format!("{digits} {unit}").trim().to_owned()
}

/// Writes what is left and nothing else, for what is smaller still: "13 min", "1:35".
pub(super) fn alone(scene: &Scene<'_>) -> String {
    let Count { digits, .. } = count(scene);
    if digits.is_empty() || digits.contains(':') {
        digits
    } else {
        let unit = t!(scene.texts, "view-minutes-unit", unit = "");
        format!("{digits} {}", unit.trim_end())
    }
}

/// Draws the time in its rows: stacked in a narrow window, side by side in a wide one.
pub(super) fn draw(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    match (area.width, area.height) {
        (..76, _) => stacked(scene, area, buf),
        (_, ..4) => in_two_rows(scene, area, buf),
        _ => beside(scene, area, buf),
    }
}

/// Returns how loud the time is: over its time it is bold.
fn weight(scene: &Scene<'_>) -> Style {
    let over = scene
        .reading
        .now
        .as_ref()
        .is_some_and(|now| now.pace == Pace::Over);
    if over {
        style::ACCENT_STRONG
    } else {
        style::ACCENT
    }
}

fn stacked(scene: &Scene<'_>, mut area: Rect, buf: &mut Buffer) {
    let drift = ink::bottom(&mut area, 1);
    let closing = ink::bottom(&mut area, 1);
    ink::left(&words::drift(scene), style::PLAIN, drift, buf);
    ink::left(&words::closing(scene), style::STRONG, closing, buf);
    bar_row(scene, ink::bottom(&mut area, 1), buf);
    // A row of air over and under the digits where there are rows for it.
    let air = u16::from(area.height > Size::Large.rows() + 1);
    ink::top(&mut area, air);
    ink::bottom(&mut area, air);
    countdown(scene, area, buf);
}

/// So many rows the time takes where there is a whole pane for it.
pub(super) const TALL: u16 = 17;

/// Draws the time in a pane of its own: digits ten rows high with the words under them.
pub(super) fn tall(scene: &Scene<'_>, mut area: Rect, buf: &mut Buffer) {
    let Count { digits, unit } = count(scene);
    head_row(scene, ink::top(&mut area, 1).rows().next(), buf);
    let drift = ink::bottom(&mut area, 1);
    let closing = ink::bottom(&mut area, 1);
    ink::left(&words::drift(scene), style::PLAIN, drift, buf);
    ink::left(&words::closing(scene), style::STRONG, closing, buf);
    bar_row(scene, ink::bottom(&mut area, 1), buf);
    let words = wrap(&with_end(scene, unit), usize::from(area.width));
    let place = ink::bottom(&mut area, u16::try_from(words.len()).unwrap_or(1).min(2));
    for (words, row) in words.iter().zip(place.rows()) {
        ink::left(words, style::PLAIN, row, buf);
    }
    ink::top(&mut area, 1);
    let half_blocks = scene.settings.glyphs != Glyphs::Ascii;
    let size = Size::fitting(&digits, area.width, area.height, half_blocks);
    if let Some(size) = size.filter(|_| !digits.is_empty()) {
        let left = (area.width - size.columns(&digits)) / 2;
        let down = (area.height.saturating_sub(size.rows())) / 2;
        let place = Rect {
            x: area.x + left,
            y: area.y + down,
            width: area.width - left,
            height: area.height - down,
        };
        digits::draw(&digits, size, weight(scene), place, buf);
    }
}

fn bar_row(scene: &Scene<'_>, row: Rect, buf: &mut Buffer) {
    let mut row = row;
    let per_cent =
        bar::per_cent(scene).map_or_else(String::new, |n| t!(scene.texts, "view-per-cent", n = n));
    let room = 6.min(row.width);
    row.width -= room;
    bar::draw(scene, row, buf);
    let end = Rect {
        x: row.right(),
        width: room,
        ..row
    };
    ink::right(&per_cent, style::QUIET, end, buf);
}

/// Draws the digits and, to their right, what they count.
fn countdown(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let Count { digits, unit } = count(scene);
    let lines = side_words(scene, unit);
    let size = digits_size(scene, &digits, area);
    let Some(size) = size else {
        let rows = text_rows(scene, &digits, &lines);
        for (line, row) in rows.iter().zip(area.rows()) {
            ink::put(line, row, buf);
        }
        return;
    };
    let wide = size.columns(&digits);
    let left = 2.min(area.width.saturating_sub(wide));
    let place = Rect {
        x: area.x + left,
        width: area.width - left,
        ..area
    };
    digits::draw(&digits, size, weight(scene), place, buf);
    let beside = Rect {
        x: (place.x + wide + 2).min(area.right()),
        width: area.width.saturating_sub(left + wide + 2),
        ..area
    };
    let skip = (size.rows().saturating_sub(lines.len() as u16)) / 2;
    for (line, row) in lines.iter().zip(beside.rows().skip(usize::from(skip))) {
        ink::put(line, row, buf);
    }
}

fn digits_size(scene: &Scene<'_>, digits: &str, area: Rect) -> Option<Size> {
    let words = 18;
    let columns = area.width.saturating_sub(words + 3);
    if digits.is_empty() {
        return None;
    }
    Size::fitting(
        digits,
        columns,
        area.height,
        scene.settings.glyphs != Glyphs::Ascii,
    )
}

/// The rows beside the digits: what they count, when the stage ends, the pace.
fn side_words(scene: &Scene<'_>, unit: String) -> Vec<Line<'static>> {
    let texts = scene.texts;
    let mut lines = vec![Line::styled(unit, style::PLAIN)];
    if let Some(now) = &scene.reading.now {
        lines.push(Line::styled(stage_ends(scene, now), style::PLAIN));
        lines.push(Line::styled(words::pace(scene), style::STRONG));
    } else {
        lines.push(Line::styled(t!(texts, "view-space-starts"), style::STRONG));
    }
    lines.retain(|line| line.width() > 0);
    lines
}

/// When the stage ends, or should have ended; nothing in calm mode.
fn stage_ends(scene: &Scene<'_>, now: &Now) -> String {
    let at = scene.hhmm(now.ends);
    match now.left.0 {
        _ if scene.lead.calm => String::new(),
        ..0 => t!(scene.texts, "view-stage-ended", at = at),
        _ => t!(scene.texts, "view-stage-ends", at = at),
    }
}

/// The same without big digits: in one row, or in as many as there are. In calm mode the stage's name stands for them.
fn text_rows(scene: &Scene<'_>, digits: &str, lines: &[Line<'static>]) -> Vec<Line<'static>> {
    if scene.lead.calm
        && let Some((_, stage)) = scene.stage()
    {
        let title = stage.title.on_one_line().into_owned();
        let mut rows = vec![Line::styled(title, style::ACCENT_STRONG)];
        rows.extend(lines.iter().cloned());
        return rows;
    }
    let mut first = Line::default();
    if !digits.is_empty() {
        first.push_span(Piece::styled(digits.to_owned(), style::ACCENT_STRONG));
    }
    let mut rows = vec![first];
    for line in lines {
        let last = rows
            .last_mut()
            .filter(|row| row.width() + line.width() < 46);
        match last {
            Some(row) => {
                if row.width() > 0 {
                    row.push_span(Piece::raw(if row.spans.len() > 1 { ", " } else { " " }));
                }
                row.extend(line.spans.iter().map(|span| {
                    Piece::styled(
                        span.content.clone().into_owned(),
                        line.style.patch(span.style),
                    )
                }));
            }
            None => rows.push(line.clone()),
        }
    }
    rows
}

/// Digits to the left, to their right rows of words: with five rows the stage's name over the bar, with four the words.
fn beside(scene: &Scene<'_>, mut area: Rect, buf: &mut Buffer) {
    /// The digits' column keeps its width, so that the words beside it stay while the minutes run.
    const DIGITS: u16 = 22;
    let Count { digits, unit } = count(scene);
    let half_blocks = scene.settings.glyphs != Glyphs::Ascii;
    let size = (!digits.is_empty())
        .then(|| Size::fitting(&digits, area.width / 3, area.height, half_blocks))
        .flatten();
    let wide = size.map_or(0, |size| size.columns(&digits) + 4);
    let column = ink::side(&mut area, wide.max(DIGITS));
    if let Some(size) = size {
        let left = column.width.saturating_sub(wide);
        let place = Rect {
            x: column.x + left,
            width: column.width - left,
            ..column
        };
        digits::draw(&digits, size, weight(scene), place, buf);
    }
    let shown = if size.is_some() { unit } else { in_line(scene) };
    let words = with_end(scene, shown);
    let pace = words::pace(scene);
    let named = area.height > 4;
    let mut rows = area.rows();
    if named {
        head_row(scene, rows.next(), buf);
    } else if let Some(row) = rows.next() {
        ink::ends((&words, style::PLAIN), (&pace, style::STRONG), row, buf);
    }
    if let Some(row) = rows.next() {
        bar_row(scene, row, buf);
    }
    if named && let Some(row) = rows.next() {
        ink::left(&words, style::PLAIN, row, buf);
    }
    closing_rows(scene, rows, buf);
}

/// Two rows: words, bar and pace; when to close, early or late.
fn in_two_rows(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    const PACE: usize = 12;
    let mut rows = area.rows();
    if let Some(mut row) = rows.next() {
        let shown = in_line(scene);
        let left = ink::side(&mut row, u16::try_from(width(&shown) + 2).unwrap_or(0));
        ink::left(&shown, style::STRONG, left, buf);
        let pace = words::pace(scene);
        let room = u16::try_from(width(&pace).max(PACE) + 1).unwrap_or(0);
        let mut bar = row;
        bar.width = row.width.saturating_sub(room);
        bar_row(scene, bar, buf);
        let end = Rect {
            x: bar.right(),
            width: row.width - bar.width,
            ..row
        };
        ink::left(&format!(" {pace}"), style::STRONG, end, buf);
    }
    closing_rows(scene, rows, buf);
}

fn with_end(scene: &Scene<'_>, shown: String) -> String {
    match &scene.reading.now {
        Some(now) if !scene.lead.calm => format!("{shown}, {}", stage_ends(scene, now)),
        Some(_) => shown,
        None => format!("{shown} · {}", t!(scene.texts, "view-space-starts")),
    }
}

/// Place, title and pace of the stage over the bar.
fn head_row(scene: &Scene<'_>, row: Option<Rect>, buf: &mut Buffer) {
    let Some(row) = row else { return };
    let of = scene.plan().stages.len();
    let title = scene.stage().map_or_else(String::new, |(place, stage)| {
        format!("{}/{of}  {}", place + 1, stage.title.on_one_line())
    });
    let pace = words::pace(scene);
    ink::ends((&title, style::STRONG), (&pace, style::STRONG), row, buf);
}

/// "Start closing", and early or late: in one row where there is only one.
fn closing_rows(scene: &Scene<'_>, mut rows: impl Iterator<Item = Rect>, buf: &mut Buffer) {
    let (closing, drift) = (words::closing(scene), words::drift(scene));
    let Some(first) = rows.next() else { return };
    if let Some(second) = rows.next() {
        ink::left(&closing, style::STRONG, first, buf);
        ink::left(&drift, style::PLAIN, second, buf);
    } else {
        let line = Line::from(vec![
            Piece::styled(closing, style::STRONG),
            Piece::styled(format!(" · {drift}"), style::PLAIN),
        ]);
        ink::put(&line, first, buf);
    }
}
