//! Charts without values of their own: the card of a chart shown elsewhere, and the text pictures that ship.

use ratatui::{style::Style, text::Line};

use super::{
    Pen,
    look::{QUIET, STRONG},
    strip::{indented, wrapped},
};
use crate::{
    domain::chart::Picture,
    t,
    text::{
        SafeText,
        width::{width, wrap},
    },
};

/// How many pupils the class has.
pub(super) const CLASS: usize = 25;

/// Says where a chart is shown.
pub(super) fn card(shown: &SafeText, pen: &Pen<'_>) -> Vec<Line<'static>> {
    wrapped(
        &t!(pen.texts, "chart-shown", place = shown),
        Style::new(),
        pen,
    )
}

/// Draws a text picture.
pub(super) fn draw(picture: Picture, pen: &Pen<'_>) -> Vec<Line<'static>> {
    match picture {
        Picture::TwoAxes => axes(pen),
        Picture::Class(share) => class(share, pen),
    }
}

/// How many of the class a share is.
pub(super) fn pupils(share: f64) -> usize {
    let share = if share.is_finite() {
        share.clamp(0.0, 100.0)
    } else {
        0.0
    };
    let pupils = share * CLASS as f64 / 100.0;
    // Half a pupil falls towards the middle from either side, so that a share and its rest are a whole class.
    if pupils < CLASS as f64 / 2.0 {
        pupils.round() as usize
    } else {
        (pupils - 0.5).ceil() as usize
    }
}

/// The narrowest room for two columns of words.
const CROSS: usize = 36;

/// Draws wellbeing upwards and ill-being to the right: four corners, and people in all of them.
fn axes(pen: &Pen<'_>) -> Vec<Line<'static>> {
    let texts = pen.texts;
    let corners = [
        [
            t!(texts, "chart-axes-well-easy"),
            t!(texts, "chart-axes-well-hard"),
        ],
        [
            t!(texts, "chart-axes-low-easy"),
            t!(texts, "chart-axes-low-hard"),
        ],
    ];
    let (up, down) = (t!(texts, "chart-axes-up"), t!(texts, "chart-axes-down"));
    let (left, right) = (t!(texts, "chart-axes-left"), t!(texts, "chart-axes-right"));
    let half = pen.cols.min(72) / 2;
    let rows: Vec<[Vec<String>; 2]> = corners
        .iter()
        .map(|pair| {
            pair.each_ref()
                .map(|words| wrap(words, half.saturating_sub(4)))
        })
        .collect();
    let tall = rows.iter().flatten().map(Vec::len).max().unwrap_or(0);
    let air = |lines: usize| 5 + 2 * (tall + 2 * lines);
    if pen.cols < CROSS || air(0) > pen.rows {
        let all = corners
            .iter()
            .flatten()
            .map(|words| words.replace('\n', " "));
        return all
            .flat_map(|words| wrapped(&words, Style::new(), pen))
            .collect();
    }
    let gap = usize::from(air(1) <= pen.rows);
    let mut lines = vec![centred(&up, half, pen)];
    for (index, pair) in rows.iter().enumerate() {
        for row in 0..tall + 2 * gap {
            let mut strip = pen.strip();
            let words = |side: &[String]| {
                row.checked_sub(gap)
                    .and_then(|row| side.get(row))
                    .cloned()
                    .unwrap_or_default()
            };
            let before = words(&pair[0]);
            strip.to((half - 2).saturating_sub(width(&before)));
            strip.put(&before, Style::new());
            strip.to(half);
            strip.put(pen.look.upright(), QUIET);
            strip.to(half + 3);
            strip.put(&words(&pair[1]), Style::new());
            lines.push(strip.line());
        }
        if index == 0 {
            lines.push(level(half, pen));
            let mut strip = pen.strip();
            strip.put(&left, STRONG);
            strip.to(half);
            strip.put(pen.look.upright(), QUIET);
            strip.right(&right, half * 2, STRONG);
            lines.push(strip.line());
        }
    }
    lines.push(centred(&down, half, pen));
    lines
}

fn level(half: usize, pen: &Pen<'_>) -> Line<'static> {
    let mut strip = pen.strip();
    let (flat, cross) = if pen.look.ascii() {
        ("-", "+")
    } else {
        ("─", "┼")
    };
    strip.fill(flat, half, QUIET);
    strip.put(cross, QUIET);
    strip.fill(flat, (half * 2).saturating_sub(half + 1), QUIET);
    strip.line()
}

fn centred(words: &str, at: usize, pen: &Pen<'_>) -> Line<'static> {
    let mut strip = pen.strip();
    strip.to(at.saturating_sub(width(words) / 2));
    strip.put(words, STRONG);
    strip.line()
}

/// The columns of five pupils beside each other.
const FIVE: usize = 18;

/// Draws five rows of five pupils, with the share in words beside or below.
fn class(share: f64, pen: &Pen<'_>) -> Vec<Line<'static>> {
    let some = pupils(share);
    let words = t!(pen.texts, "chart-class", some = some, all = CLASS);
    let exact = pen.numbers.spoken(share);
    if pen.cols < FIVE || pen.rows < 5 {
        return wrapped(&format!("{words} ({exact})"), Style::new(), pen);
    }
    let step = if pen.rows < 9 { 1 } else { 2 };
    let height: usize = 4 * step + 1;
    let side = FIVE + 4;
    let notes = match pen.cols.checked_sub(side) {
        Some(room) if room >= 14 => wrap(&words, room)
            .into_iter()
            .chain([exact.clone()])
            .collect(),
        _ => Vec::new(),
    };
    let first = (height / 2).saturating_sub(notes.len() / 2);
    let mut lines: Vec<Line<'static>> = (0..height)
        .map(|line| {
            let mut strip = pen.strip();
            if line % step == 0 {
                let row = line / step * 5;
                (row..row + 5).for_each(|pupil| pupil_at(pupil < some, &mut strip, pen));
            }
            if let Some(note) = line.checked_sub(first).and_then(|line| notes.get(line)) {
                strip.to(side);
                strip.put(note, Style::new());
            }
            strip.line()
        })
        .collect();
    if notes.is_empty() {
        lines.extend(indented(
            &format!("{words} ({exact})"),
            0,
            Style::new(),
            pen,
        ));
    }
    lines
}

fn pupil_at(within: bool, strip: &mut super::Strip, pen: &Pen<'_>) {
    let glyph = match (pen.look.ascii(), within) {
        (false, true) => "██",
        (false, false) => "░░",
        (true, true) => "##",
        (true, false) => "..",
    };
    strip.put(glyph, if within { pen.look.tint(0) } else { QUIET });
    strip.put("  ", Style::new());
}
