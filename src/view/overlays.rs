//! What is laid over the leading window: help, palette, all charts.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use crate::{
    app::{help, palette},
    domain::chart::ChartId,
    format::tag,
    input::{Action, Mode, line_editor::LineEditor},
    t,
    text::width::{fit, pad},
    view::{
        diagram,
        ink::{self, Rows},
        keys, line, notes,
        scene::Scene,
        showing, style,
    },
};

/// Begins an overlay: an empty place with a title in its rule.
pub(super) fn sheet(title: &str, area: Rect, buf: &mut Buffer) -> Rect {
    ink::clear(area, buf);
    let mut area = area;
    ink::rule_with(title, style::STRONG, ink::top(&mut area, 1), buf);
    ink::margin(area)
}

/// Draws every key and what it does, by group, from a row on.
///
/// ```text
/// ── Tangenter ─────────────────────────────────
/// AGENDA OCH KLOCKA
/// mellanslag  börjar, eller går vidare efter paus
/// p           pausar; slutet står fast
/// ```
pub(super) fn help(scene: &Scene<'_>, top: usize, area: Rect, buf: &mut Buffer) {
    let texts = scene.texts;
    let area = sheet(&t!(texts, "view-help-title"), area, buf);
    let cap = |mode, action| keys::cap(scene, mode, action);
    let (of_help, wide) = help::rows(texts, area.width, &cap);
    let mut rows = Rows::for_width(area.width);
    for row in of_help {
        rows.line(match row {
            help::Row::Group(name) => Line::styled(name, style::STRONG),
            help::Row::Key(cap, does) => {
                let cap = Span::styled(pad(&cap, wide), style::STRONG);
                Line::from(vec![cap, Span::raw(does)])
            }
            help::Row::More(does) => Line::raw(format!("{}{does}", " ".repeat(wide))),
            help::Row::Line(words) => Line::styled(words, style::QUIET),
            help::Row::Gap => Line::default(),
        });
    }
    let last = rows.lines.len().saturating_sub(usize::from(area.height));
    rows.lines.drain(..top.min(last));
    rows.draw(texts, area, buf);
}

/// Draws what lies behind the numbers of a chart, from a row on.
pub(super) fn behind(scene: &Scene<'_>, what: (ChartId, usize), area: Rect, buf: &mut Buffer) {
    let area = sheet(&t!(scene.texts, "behind-title"), area, buf);
    showing::draw_behind(scene, what, area, buf);
}

/// Draws the palette: a line to type on, and what fits, best first. Returns where the cursor stands.
pub(super) fn palette(
    scene: &Scene<'_>,
    typed: &LineEditor,
    selected: usize,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let texts = scene.texts;
    let mut area = sheet(&t!(texts, "view-palette-title"), area, buf);
    let cursor = line::edit_box(typed, ink::top(&mut area, 1), buf);
    ink::top(&mut area, 1);
    let found = palette::find(typed.text(), &texts);
    if found.is_empty() {
        ink::left(&t!(texts, "view-palette-none"), style::QUIET, area, buf);
    }
    let room = usize::from(area.height).max(1);
    let first = (selected + 1).saturating_sub(room);
    for ((place, action), row) in found.iter().enumerate().skip(first).zip(area.rows()) {
        let cap = keys::cap(scene, Mode::Lead, *action);
        let line = Line::from(vec![
            Span::styled(pad(&cap, 12), style::STRONG),
            Span::raw(action.doc(&texts)),
        ]);
        ink::put(&line, row, buf);
        if place == selected {
            ink::tint(style::CHOSEN, row, buf);
        }
    }
    let below = found.len().saturating_sub(first + room);
    if below > 0
        && let Some(last) = area.rows().next_back()
    {
        let words = format!(" {}", ink::more_below(texts, below));
        ink::right(&words, style::QUIET, last, buf);
    }
    cursor
}

/// Draws the lines from the chat that wait to be read, the chosen one whole.
///
/// ```text
/// ── Inkorg · 3 ────────────────────────────────
/// Enter: vad tar vi med oss · x: låt bli
///
/// I1  Vi ser samma sak hos oss
/// I4  skola: kan vi få se detta per kön? Det vore
///     bra inför mötet i december
/// ```
pub(super) fn inbox(scene: &Scene<'_>, selected: usize, area: Rect, buf: &mut Buffer) {
    let texts = scene.texts;
    let unread: Vec<_> = scene.session().inbox().collect();
    let title = t!(texts, "view-inbox-title", n = unread.len());
    let mut area = sheet(&title, area, buf);
    let how = if unread.is_empty() {
        t!(texts, "view-inbox-none")
    } else {
        let cap = |action| keys::cap(scene, Mode::Inbox, action);
        let (enter, leaves) = (cap(Action::Confirm), cap(Action::SetAside));
        let tag = tag::name(scene.lead.tag(), scene.plan(), texts);
        t!(
            texts,
            "view-inbox-how",
            enter = enter,
            tag = tag,
            leaves = leaves
        )
    };
    ink::left(&how, style::QUIET, ink::top(&mut area, 1), buf);
    if area.height > 6 {
        ink::top(&mut area, 1);
    }
    let selected = selected.min(unread.len().saturating_sub(1));
    let room = usize::from(area.height).max(1);
    let ids = notes::id_width(unread.iter().map(|note| note.id)) + 2;
    // No list is longer than the window, and the chosen line is in it.
    let first = (selected + 1).saturating_sub(room / 2 + 1);
    let mut rows: Vec<(Line<'static>, bool)> = Vec::new();
    for (place, note) in unread.iter().enumerate().skip(first).take(room) {
        let id = Span::styled(pad(&note.id.to_string(), ids), style::QUIET);
        let text = notes::words_of(scene, &note.body);
        if place == selected {
            let mut whole = Rows::for_width(area.width);
            whole.hanging(id, ids, &text, style::PLAIN);
            let most = (room / 2).max(1);
            rows.extend(whole.lines.into_iter().take(most).map(|line| (line, true)));
        } else {
            let text = fit(&text, usize::from(area.width).saturating_sub(ids));
            rows.push((Line::from(vec![id, Span::raw(text)]), false));
        }
    }
    for ((line, chosen), row) in rows.iter().zip(area.rows()) {
        ink::put(line, row, buf);
        if *chosen {
            ink::tint(style::CHOSEN, row, buf);
        }
    }
}

/// Draws all charts at once.
pub(super) fn charts(scene: &Scene<'_>, selected: usize, area: Rect, buf: &mut Buffer) {
    let texts = scene.texts;
    let count = scene.plan().charts.len();
    let title = t!(texts, "view-charts-title", n = count);
    let inner = sheet(&title, area, buf);
    let outside = diagram::grid(scene, Some(selected), inner, buf);
    if outside != (0, 0) {
        let title = format!("{title} · {}", ink::outside(texts, outside));
        ink::rule_with(&title, style::STRONG, ink::top(&mut area.clone(), 1), buf);
    }
}
