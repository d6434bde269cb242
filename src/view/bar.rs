//! How far the stage is, as a bar whose pattern changes with the pace, so that no colour is needed to see it.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    domain::{reading::Phase, schedule::Pace},
    view::{glyph, ink, scene::Scene, style},
};

/// Returns the patterns of what has passed and what is left.
const fn patterns(pace: Pace) -> (&'static str, &'static str) {
    match pace {
        Pace::OnPace => ("█", "░"),
        Pace::Soon => ("▓", "░"),
        Pace::AboutTo => ("▒", "░"),
        Pace::Over => ("█ ", "░"),
    }
}

/// Returns how much of the stage has passed, in thousandths.
fn passed(scene: &Scene<'_>) -> i64 {
    scene.reading.now.as_ref().map_or(0, |now| {
        if now.fitted.0 <= 0 {
            return 1000;
        }
        (now.spent.0 * 1000 / now.fitted.0).clamp(0, 1000)
    })
}

/// Draws the bar over a row; before the start an empty one.
pub(super) fn draw(scene: &Scene<'_>, row: Rect, buf: &mut Buffer) {
    let pace = scene
        .reading
        .now
        .as_ref()
        .map_or(Pace::OnPace, |now| now.pace);
    let (past, left) = patterns(pace);
    let filled = i64::from(row.width) * passed(scene) / 1000;
    let filled = u16::try_from(filled).unwrap_or(row.width).min(row.width);
    let rest = usize::from(row.width - filled);
    let done: String = past.chars().cycle().take(usize::from(filled)).collect();
    let ahead = left.repeat(rest);
    for y in row.rows() {
        ink::left(&done, style::ACCENT, y, buf);
        let right = Rect {
            x: y.x + filled,
            width: y.width - filled,
            ..y
        };
        ink::left(&ahead, style::QUIET, right, buf);
    }
}

/// Returns the per cent that have passed, where digits are wanted.
pub(super) fn per_cent(scene: &Scene<'_>) -> Option<i64> {
    let runs = matches!(scene.reading.phase, Phase::Running | Phase::Paused(_));
    (runs && !scene.lead.calm).then(|| passed(scene) / 10)
}

/// Draws the left edge of the window, which fills downward as the stage passes: seen while the eyes stay on faces.
pub(super) fn edge(scene: &Scene<'_>, column: Rect, buf: &mut Buffer) {
    let column = column.intersection(buf.area);
    if scene.reading.now.is_none() {
        return;
    }
    let filled = i64::from(column.height) * passed(scene) / 1000;
    for (at, row) in (0_i64..).zip(column.rows()) {
        if at < filled && row.width > 0 {
            let cell = &mut buf[(row.x, row.y)];
            cell.reset();
            cell.set_symbol(glyph::EDGE).set_style(style::ACCENT);
        }
    }
}
