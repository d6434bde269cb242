//! The smallest window: time, closing, question, note line; it says that a wider one holds more.
//!
//! ```text
//! 13 min kvar av 22:30               09:35
//! Dialog, del 1                      i fas
//! ████████████████░░░░░░░░░░░░░░░░░░░░░░░░
//! Börja avsluta 10:10, om 35 min
//!
//! Vad ser vi?
//! Vad ser vi mer?
//!
//! ────────────────────────────────────────
//! › i skriver
//!                          sparat 09:34:52
//! bredda fönstret för mer
//! ```

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    app::lead::{Overlay, Pane},
    chart,
    domain::{StageKind, chart::Face, reading::Phase},
    input::Action,
    t,
    view::{
        agenda, bar, choices, ended, glyph, header, ink, keys, line, message, notes, overlays,
        scene::Scene, showing, style, tidy, time, words,
    },
};

/// Draws the smallest window; returns where the cursor stands.
pub(super) fn draw(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let mut area = area;
    if let Some(Overlay::Palette { line, selected }) = &scene.lead.overlay {
        return overlays::palette(scene, line, *selected, area, buf);
    }
    match &scene.lead.overlay {
        Some(Overlay::Help(top)) => {
            overlays::help(scene, *top, area, buf);
            return None;
        }
        Some(Overlay::Charts { selected }) => {
            overlays::charts(scene, *selected, area, buf);
            return None;
        }
        Some(Overlay::Inbox { selected }) if scene.lead.prompt.is_none() => {
            overlays::inbox(scene, *selected, area, buf);
            return None;
        }
        Some(Overlay::Tidy(tidying)) if !scene.lead.tidies_a_line() => {
            tidy::draw(scene, tidying, area, buf);
            return None;
        }
        Some(Overlay::Behind { chart, top, .. }) => {
            overlays::behind(scene, (*chart, *top), area, buf);
            return None;
        }
        _ => {}
    }
    let foot = ink::bottom(&mut area, 1);
    let rows = 3.min(area.height / 2);
    let line = ink::bottom(&mut area, rows);
    let row = ink::top(&mut area, 1);
    let (left, now) = (time::in_line(scene), scene.hhmm(scene.now));
    ink::ends(
        (&left, style::ACCENT_STRONG),
        (&now, style::PLAIN),
        row,
        buf,
    );
    if !matches!(scene.reading.phase, Phase::Closed(_)) {
        running(scene, ink::top(&mut area, 3), buf);
    }
    // A tip needs more than the last row, and the line under it stays where it is.
    let tip = message::tip_rows(scene, area.width);
    message::tip(&tip, ink::bottom(&mut area, tip.len() as u16), buf);
    tiny_body(scene, area, buf);
    choices::draw(scene, area, buf);
    let cursor = line::draw(scene, line, 0, buf);
    let place = if scene.lead.trouble.is_some() {
        // What went wrong, and what to do about it.
        let rows = foot.height + line.height.min(1);
        Rect {
            y: foot.bottom() - rows,
            height: rows,
            ..foot
        }
    } else {
        foot
    };
    if !tip.is_empty() || message::draw(scene, place, buf) == 1 && nothing_said(scene) {
        let help = keys::cap(scene, scene.lead.mode(), Action::Help);
        let end = format!("{help} {}", Action::Help.label(&scene.texts));
        let end = if help.is_empty() { String::new() } else { end };
        let widen = t!(scene.texts, "view-widen");
        ink::ends((&widen, style::QUIET), (&end, style::QUIET), foot, buf);
    }
    cursor
}

/// The stage, how far it is, and when to close.
fn running(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let mut area = area;
    let row = ink::top(&mut area, 1);
    if let Some((_, stage)) = scene.stage() {
        let how = header::state(scene)
            .or_else(|| words::form(scene, glyph::THEN))
            .unwrap_or_else(|| words::pace(scene));
        let how = if scene.reading.now.is_none() {
            t!(scene.texts, "view-space-starts")
        } else {
            how
        };
        let title = stage.title.on_one_line();
        ink::ends((&title, style::STRONG), (&how, style::STRONG), row, buf);
    }
    bar::draw(scene, ink::top(&mut area, 1), buf);
    ink::left(&words::closing(scene), style::STRONG, area, buf);
}

/// The question; after the end thanks, in a list of notes the list.
fn tiny_body(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let mut area = area;
    if let Phase::Closed(at) = scene.reading.phase {
        ended::draw(scene, at, area, buf);
    } else if matches!(scene.lead.pane, Pane::Notes(_)) {
        notes::glance(scene, area, buf);
    } else {
        if area.height > 3 {
            ink::top(&mut area, 1);
        }
        let mut rows =
            agenda::too_much(scene, area.width).unwrap_or_else(|| ink::Rows::for_width(area.width));
        let chart = scene
            .chart()
            .filter(|_| scene.kind() == Some(StageKind::Data));
        if let Some((place, chart)) = chart {
            let of = scene.plan().charts.len();
            let title = format!(
                "{} {}/{of} {}",
                chart.id,
                place + 1,
                chart.title.on_one_line()
            );
            rows.text(&title, style::STRONG);
            for words in showing::above(scene, &chart, area.width) {
                rows.text(&words, style::ACCENT_STRONG);
            }
            if let Face::Turned { .. } = chart.showing.face {
                rows.text(
                    &chart::sentence(&chart, scene.settings.small_number_limit, &scene.texts),
                    style::PLAIN,
                );
            } else {
                rows.text(&chart.say, style::PLAIN);
            }
        } else if let Some((_, stage)) = scene.stage() {
            for (place, question) in stage.ask.iter().enumerate() {
                let look = if place == 0 {
                    style::STRONG
                } else {
                    style::PLAIN
                };
                rows.text(question, look);
            }
        }
        rows.draw(scene.texts, area, buf);
    }
}

fn nothing_said(scene: &Scene<'_>) -> bool {
    let lead = scene.lead;
    !lead.leaving
        && lead.echo.is_none()
        && lead.trouble.is_none()
        && lead.erase_trouble.is_none()
        && lead.publish_trouble.is_none()
}
