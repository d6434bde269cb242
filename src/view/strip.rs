//! The agenda in one row: a mark and a number for each stage, the full name of the running one only.
//!
//! ```text
//! ✓1 ✓2 ✓3 ✓4 ▶5 Dialog, del 1 ·6 ·7
//! ```

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

use crate::{
    domain::schedule::Progress,
    text::width::fit,
    view::{glyph, ink, scene::Scene, style},
};

/// Returns the mark of a stage, and how it is drawn.
pub(super) fn mark(progress: Progress) -> (&'static str, Style) {
    match progress {
        Progress::Done => (glyph::DONE, style::QUIET),
        Progress::Running => (glyph::HERE, style::ACCENT_STRONG),
        Progress::Ahead => (glyph::AHEAD, style::PLAIN),
        Progress::Skipped => (glyph::SKIPPED, style::QUIET),
    }
}

/// Draws the strip.
pub(super) fn draw(scene: &Scene<'_>, row: Rect, buf: &mut Buffer) {
    let stages = &scene.plan().stages;
    let named = scene.stage().map(|(place, _)| place);
    let numbers: usize = (1..=stages.len())
        .map(|number| number.to_string().len() + 2)
        .sum();
    let room = usize::from(row.width).saturating_sub(numbers + 1);
    let mut line = Line::default();
    for (place, (stage, load)) in stages.iter().zip(&scene.reading.loads).enumerate() {
        let (mark, look) = mark(load.progress);
        line.push_span(Span::styled(mark, look));
        let number = (place + 1).to_string();
        if named == Some(place) {
            let title = fit(&stage.title.on_one_line(), room);
            line.push_span(Span::styled(format!("{number} {title} "), style::STRONG));
        } else {
            line.push_span(Span::styled(format!("{number} "), look));
        }
    }
    ink::put(&line, row, buf);
}
