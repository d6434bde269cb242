//! The first screen: today's and recent sessions, templates, the demo; the arrows choose, Enter opens.
//!
//! ```text
//!  samtal                                            v47   08:52
//! ──────────────────────────────────────────────────────────────
//!  Idag
//!  ▶ 09:00  Att trivas i skolan och på fritiden
//!  Tidigare
//!    2026-10-13  Ungas fritid             klart, 2 öppna steg
//!  Mallar
//!    Datadriven dialog, 90 minuter
//!  Prova
//!    Ett samtal att prova med
//!
//!  Samtalen ligger i ~/Documents/Samtal
//! ```

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};

use crate::{
    app::{Home, HomeItem, ItemKind, Model},
    input::{Action, Mode},
    t,
    text::{
        clock,
        width::{fit, width, wrap},
    },
    view::{glyph, ink, keys, style},
};

/// Draws the home screen.
pub(super) fn draw(model: &Model, home: &Home, area: Rect, buf: &mut Buffer) {
    let texts = model.texts;
    let mut area = ink::margin(area);
    header(model, ink::top(&mut area, 1), buf);
    if area.height > 8 {
        ink::rule(ink::top(&mut area, 1), buf);
    }
    let actions: &[Action] = if home.ask_glyphs {
        &[Action::Leave]
    } else {
        &[
            Action::Confirm,
            Action::Up,
            Action::Down,
            Action::Leave,
            Action::Prepare,
            Action::Find,
            Action::AddChart,
        ]
    };
    keys::of_screen(model, Mode::Home, actions, ink::bottom(&mut area, 1), buf);
    if home.ask_glyphs {
        ask_glyphs(model, &mut area, buf);
    } else if let Some(trouble) = &home.trouble {
        let lines = wrap(trouble, usize::from(area.width.saturating_sub(2)));
        let rows = u16::try_from(lines.len())
            .unwrap_or(u16::MAX)
            .min(area.height / 2);
        let place = ink::bottom(&mut area, rows);
        for (line, row) in lines.iter().zip(place.rows()) {
            ink::left(&format!(" {line}"), style::ALARM, row, buf);
            ink::tint(style::ALARM, row, buf);
        }
    } else if let Some((done, of)) = home.reading {
        let words = t!(texts, "view-home-reading", done = done, of = of);
        ink::left(&words, style::QUIET, ink::bottom(&mut area, 1), buf);
    } else if area.height > 6 && !home.folder.is_empty() {
        let words = t!(
            texts,
            "view-home-folder",
            folder = home.folder.on_one_line().into_owned()
        );
        ink::left(&words, style::QUIET, ink::bottom(&mut area, 1), buf);
    }
    if home.is_new() && !home.ask_glyphs {
        guidance(model, &mut area, buf);
    }
    list(model, home, area, buf);
}

/// What to do first, for somebody who has no session yet.
fn guidance(model: &Model, area: &mut Rect, buf: &mut Buffer) {
    let lines = wrap(
        &t!(model.texts, "view-home-new"),
        usize::from(area.width.saturating_sub(1)),
    );
    let air = u16::from(area.height > 10);
    let rows = u16::try_from(lines.len()).unwrap_or(0);
    let mut place = ink::top(area, rows + air * 2);
    ink::top(&mut place, air);
    for (line, row) in lines.iter().zip(place.rows()) {
        ink::left(line, style::STRONG, row, buf);
    }
}

fn header(model: &Model, row: Rect, buf: &mut Buffer) {
    let week = i64::from(clock::iso_week(model.now, &model.zone));
    let end = format!(
        "  {}  {}",
        t!(model.texts, "view-week", n = week),
        clock::hhmm(model.now, &model.zone)
    );
    ink::left("samtal", style::ACCENT_STRONG, row, buf);
    ink::right(&end, style::PLAIN, row, buf);
}

/// "Do you see whole bars?" is asked once, above the keys.
fn ask_glyphs(model: &Model, area: &mut Rect, buf: &mut Buffer) {
    let texts = model.texts;
    let rows = 3.min(area.height);
    let mut place = ink::bottom(area, rows);
    let row = ink::top(&mut place, 1);
    ink::left(&t!(texts, "view-home-bars"), style::STRONG, row, buf);
    let row = ink::top(&mut place, 1);
    ink::left(
        "████████ ▓▓▓▓▓▓▓▓ ▒▒▒▒▒▒▒▒ ░░░░░░░░",
        style::ACCENT,
        row,
        buf,
    );
    let row = ink::top(&mut place, 1);
    ink::left(&t!(texts, "view-home-bars-how"), style::PLAIN, row, buf);
}

/// What is listed under which heading.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Today,
    Earlier,
    Ahead,
    Templates,
    Try,
    Broken,
}

fn section(model: &Model, item: &HomeItem) -> Section {
    match &item.kind {
        ItemKind::Session {
            start: Some(start), ..
        } => match clock::days_between(*start, model.now, &model.zone) {
            0 => Section::Today,
            1.. => Section::Earlier,
            _ => Section::Ahead,
        },
        ItemKind::Session { running: true, .. } => Section::Today,
        ItemKind::Session { .. } => Section::Ahead,
        ItemKind::Template => Section::Templates,
        ItemKind::Demo | ItemKind::DemoGoesOn => Section::Try,
        ItemKind::Broken(_) => Section::Broken,
    }
}

fn heading(model: &Model, section: Section) -> String {
    let texts = model.texts;
    match section {
        Section::Today => t!(texts, "view-home-today"),
        Section::Earlier => t!(texts, "view-home-earlier"),
        Section::Ahead => t!(texts, "view-home-ahead"),
        Section::Templates => t!(texts, "view-home-templates"),
        Section::Try => t!(texts, "view-home-try"),
        Section::Broken => t!(texts, "view-home-broken"),
    }
}

/// One row of the list: a heading, or an item.
enum Row<'a> {
    Head(Section),
    Item(usize, &'a HomeItem),
}

fn list(model: &Model, home: &Home, area: Rect, buf: &mut Buffer) {
    let mut rows = Vec::new();
    let mut last = None;
    let mut chosen = 0;
    for (place, item) in home.items.iter().enumerate() {
        let section = section(model, item);
        if last != Some(section) {
            rows.push(Row::Head(section));
            last = Some(section);
        }
        if place == home.selected {
            chosen = rows.len();
        }
        rows.push(Row::Item(place, item));
    }
    let room = usize::from(area.height);
    if rows.is_empty() || room == 0 {
        let empty = t!(model.texts, "view-home-empty");
        ink::left(&empty, style::QUIET, area, buf);
        return;
    }
    let first = (chosen + 2)
        .saturating_sub(room)
        .min(rows.len().saturating_sub(room));
    for (row, place) in rows.iter().skip(first).zip(area.rows()) {
        match row {
            Row::Head(section) => {
                ink::left(&heading(model, *section), style::STRONG, place, buf);
            }
            Row::Item(at, item) => item_row(model, item, *at == home.selected, place, buf),
        }
    }
    let below = rows.len().saturating_sub(first + room);
    if below > 0
        && let Some(last) = area.rows().next_back()
    {
        let words = format!(" {}", ink::more_below(model.texts, below));
        ink::right(&words, style::QUIET, last, buf);
    }
}

fn item_row(model: &Model, item: &HomeItem, chosen: bool, row: Rect, buf: &mut Buffer) {
    let texts = model.texts;
    let zone = &model.zone;
    let (when, end) = match &item.kind {
        ItemKind::Session {
            start,
            running,
            closed,
            open_steps,
        } => {
            let when = start.map(|start| match section(model, item) {
                Section::Today => clock::hhmm(start, zone),
                _ => clock::date(start, zone),
            });
            let end = match (running, closed, open_steps) {
                (true, ..) => t!(texts, "view-home-running"),
                (_, true, 0) => t!(texts, "view-home-closed"),
                (_, true, n) => t!(texts, "view-home-closed-steps", n = *n),
                _ => String::new(),
            };
            (when, end)
        }
        ItemKind::Broken(_) => (None, t!(texts, "view-home-unreadable")),
        ItemKind::DemoGoesOn => (None, t!(texts, "view-home-running")),
        ItemKind::Template | ItemKind::Demo => (None, String::new()),
    };
    let mark = if chosen { glyph::HERE } else { " " };
    let mut line = Line::from(vec![Span::styled(format!("{mark} "), style::ACCENT_STRONG)]);
    if let Some(when) = when {
        line.push_span(Span::styled(format!("{when}  "), style::QUIET));
    }
    let room = usize::from(row.width).saturating_sub(line.width() + width(&end) + 2);
    let look = if chosen { style::STRONG } else { style::PLAIN };
    line.push_span(Span::styled(fit(&item.title.on_one_line(), room), look));
    ink::put(&line, row, buf);
    ink::right(&end, style::QUIET, row, buf);
    if chosen {
        ink::tint(style::CHOSEN, row, buf);
    }
}
