//! The stages a note can be moved to, over the last rows above the question that asks for one.
//!
//! ```text
//! ── N13 hör till ──────────────────────────────────
//!   1 Välkomna
//! ▶ 5 Dialog, del 1
//!   6 Dialog, del 2
//! ```

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};

use crate::{
    app::lead::Question,
    t,
    view::{glyph, ink, scene::Scene, style},
};

/// Lists the stages with their numbers at the bottom of an area while a note is being moved: the one it belongs to has a mark, the one
/// that is typed is lit. Where they are too many the typed one, else the note's own, is among those that are seen.
pub(super) fn draw(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let Some(prompt) = &scene.lead.prompt else {
        return;
    };
    let Question::MoveNote(id) = &prompt.question else {
        return;
    };
    let (session, stages) = (scene.session(), &scene.plan().stages);
    let own = session
        .note(*id)
        .and_then(|note| session.stage_of(note))
        .and_then(|stage| stages.iter().position(|one| one.id == stage));
    let typed = prompt.line.text().trim().parse::<usize>().ok();
    let typed = typed.and_then(|number| number.checked_sub(1));
    let wanted = u16::try_from(stages.len() + 1).unwrap_or(u16::MAX);
    let mut area = area;
    let mut place = ink::bottom(&mut area, wanted);
    ink::clear(place, buf);
    let head = ink::top(&mut place, 1);
    let room = usize::from(place.height);
    let seen = typed.filter(|at| *at < stages.len()).or(own).unwrap_or(0);
    let first = (seen + 2)
        .saturating_sub(room)
        .min(stages.len().saturating_sub(room));
    let outside = (first, stages.len().saturating_sub(first + room));
    let title = t!(scene.texts, "view-move-title", id = id.to_string());
    let title = [title, ink::outside(scene.texts, outside)];
    let title = title.join("  ");
    ink::rule_with(title.trim_end(), style::STRONG, head, buf);
    for ((at, stage), row) in stages.iter().enumerate().skip(first).zip(place.rows()) {
        let mark = if own == Some(at) { glyph::HERE } else { " " };
        let words = format!("{:>2} {}", at + 1, stage.title.on_one_line());
        let line = Line::from(vec![
            Span::styled(format!(" {mark}"), style::ACCENT_STRONG),
            Span::raw(words),
        ]);
        ink::put(&line, row, buf);
        if typed == Some(at) {
            ink::tint(style::CHOSEN, row, buf);
        }
    }
}
