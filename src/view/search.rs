//! Looking for words in every session: the line, what was found, and where the chosen one was said.
//!
//! ```text
//!  Sök i alla samtal                              12 träffar
//! ────────────────────────────────────────────────────────────
//!  › torsdag röst:fritid
//!
//!  ▶ 2026-11-17-skola  S1   ring fritidsgården om torsdagar
//!    2026-10-13-fritid N12  öppet till 21 på torsdagar
//! ────────────────────────────────────────────────────────────
//!  Att trivas i skolan · 2026-11-17 09:34
//!  S1 nästa steg · Avslut
//!  ring fritidsgården om torsdagar (v49) · pågår
//!
//!  10:12 N30 lovkort till alla
//! ```

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
};

use crate::{
    app::{
        Model,
        search::{Hit, Looked, Search},
    },
    domain::{Note, NoteId, Session, Status},
    format::tag,
    input::{Action, Mode},
    t,
    text::{
        clock,
        width::{fit, pad, width, wrap},
    },
    view::{glyph, ink, keys, style},
};

/// From so many columns on hits and preview stand side by side.
const BESIDE: u16 = 110;
/// From so many rows on there is room for a preview under the hits.
const UNDER: u16 = 18;
/// The most columns of a session's name in a hit.
const NAME: usize = 28;
/// The columns of a day, with which the name of a session begins.
const DAY: usize = 10;
/// So many notes before and after the chosen one.
const AROUND: usize = 3;

/// Draws the screen; returns where the cursor stands.
pub(super) fn draw(
    model: &Model,
    search: &Search,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    ink::clear(area, buf);
    let mut area = ink::margin(area);
    head(model, search, ink::top(&mut area, 1), buf);
    if area.height > 8 {
        ink::rule(ink::top(&mut area, 1), buf);
    }
    let foot = ink::bottom(&mut area, 1);
    let items = [
        (Action::Confirm, t!(model.texts, "key-search-read")),
        (Action::Down, Action::Down.label(&model.texts)),
        (Action::Up, Action::Up.label(&model.texts)),
        (Action::Cancel, t!(model.texts, "view-key-back")),
    ];
    keys::of_items(model, Mode::Search, &items, foot, buf);
    let cursor = line(search, ink::top(&mut area, 1), buf);
    if area.height > 8 {
        ink::top(&mut area, 1);
    }
    if let Some(trouble) = &search.trouble {
        for words in wrap(trouble, usize::from(area.width)) {
            ink::left(&words, style::STRONG, ink::top(&mut area, 1), buf);
        }
    } else if search.hits.is_empty() {
        guidance(model, search, area, buf);
    } else {
        found(model, search, area, buf);
    }
    cursor
}

/// What the screen is, and how much was found.
fn head(model: &Model, search: &Search, row: Rect, buf: &mut Buffer) {
    let texts = model.texts;
    let count = search.hits.len();
    let end = match search.looked {
        Looked::Nowhere | Looked::Going(_, 0) => String::new(),
        Looked::Going(done, of) => t!(texts, "view-search-going", done = done, of = of),
        Looked::Through => t!(texts, "view-search-count", count = count),
        Looked::Enough => t!(texts, "view-search-enough", count = count),
    };
    let title = t!(texts, "view-search-title");
    ink::ends(
        (&title, style::ACCENT_STRONG),
        (&end, style::QUIET),
        row,
        buf,
    );
}

fn line(search: &Search, row: Rect, buf: &mut Buffer) -> Option<Position> {
    let room = usize::from(row.width.saturating_sub(2));
    let (shown, column) = search.line.view(room);
    let line = Line::from(vec![
        Span::styled(format!("{} ", glyph::PEN), style::ACCENT_STRONG),
        Span::raw(shown),
    ]);
    ink::put(&line, row, buf);
    let x = row.x + 2 + u16::try_from(column).unwrap_or(u16::MAX);
    (!row.is_empty()).then_some(Position { x, y: row.y })
}

/// With nothing found or nothing asked: how to ask.
fn guidance(model: &Model, search: &Search, area: Rect, buf: &mut Buffer) {
    let texts = model.texts;
    let mut rows = ink::Rows::for_width(area.width);
    match search.looked {
        Looked::Through => rows.text(&t!(texts, "view-search-nothing"), style::STRONG),
        Looked::Nowhere => rows.text(&t!(texts, "view-search-how"), style::PLAIN),
        Looked::Going(..) | Looked::Enough => {}
    }
    rows.gap();
    let filters = t!(texts, "search-filters");
    let words = t!(texts, "view-search-filters", filters = filters);
    rows.text(&words, style::QUIET);
    rows.draw(texts, area, buf);
}

/// The hits, and beside or under them where the chosen one was said.
fn found(model: &Model, search: &Search, area: Rect, buf: &mut Buffer) {
    let mut area = area;
    if area.width >= BESIDE {
        let half = area.width / 2;
        let list = ink::side(&mut area, half);
        hits(model, search, list, buf);
        ink::wall(ink::side(&mut area, 1), buf);
        ink::side(&mut area, 1);
        preview(model, search, area, buf);
    } else if area.height >= UNDER {
        let rows = area.height / 2;
        let below = ink::bottom(&mut area, rows);
        hits(model, search, area, buf);
        let mut below = below;
        ink::rule(ink::top(&mut below, 1), buf);
        preview(model, search, below, buf);
    } else {
        hits(model, search, area, buf);
    }
}

fn hits(model: &Model, search: &Search, area: Rect, buf: &mut Buffer) {
    let room = usize::from(area.height).max(1);
    // The chosen one stays in sight with what comes after it; the list moves by pages, so that little moves.
    let first = search.selected / room * room;
    // In a narrow window a session is told by its day.
    let widest = search.hits.iter().skip(first).take(room);
    let widest = widest.map(|hit| width(&hit.name)).max().unwrap_or(0);
    let name = match widest.min(NAME).min(usize::from(area.width) / 4) {
        narrow if narrow < widest && narrow < 2 * DAY => DAY,
        name => name,
    };
    let shown = search.hits.iter().enumerate().skip(first);
    for ((place, hit), row) in shown.zip(area.rows()) {
        let chosen = place == search.selected;
        let look = if chosen { style::CHOSEN } else { style::PLAIN };
        let mark = if chosen { glyph::HERE } else { " " };
        let line = hit_row(hit, mark, (name, usize::from(area.width)), look);
        ink::put(&line, row, buf);
    }
    let outside = (first, search.hits.len().saturating_sub(first + room));
    if outside != (0, 0) && room > 1 {
        let row = Rect {
            y: area.bottom().saturating_sub(1),
            height: 1,
            ..area
        };
        ink::right(
            &format!(" {}", ink::outside(model.texts, outside)),
            style::QUIET,
            row,
            buf,
        );
    }
}

fn hit_row(hit: &Hit, mark: &str, (name, cols): (usize, usize), look: Style) -> Line<'static> {
    let id = pad(&hit.id.to_string(), 5);
    let head = format!("{mark} ");
    let name = if name == DAY {
        pad(hit.name.get(..DAY).unwrap_or(&hit.name), DAY)
    } else {
        pad(&fit(&hit.name, name), name)
    };
    let room = cols.saturating_sub(width(&head) + width(&name) + 2 + width(&id));
    Line::from(vec![
        Span::styled(head, style::ACCENT_STRONG),
        Span::styled(format!("{name} "), style::QUIET),
        Span::styled(format!("{id} "), look),
        Span::styled(fit(&hit.row, room), look),
    ])
}

/// The session, the whole note, and what was said around it.
fn preview(model: &Model, search: &Search, area: Rect, buf: &mut Buffer) {
    let Some((hit, session)) = search.chosen().zip(search.session()) else {
        return;
    };
    let Some(note) = session.note(hit.id).filter(|note| note.is_visible()) else {
        return;
    };
    let texts = model.texts;
    let plan = session.plan();
    let mut rows = ink::Rows::for_width(area.width);
    let when = format!(
        "{} {}",
        clock::date(note.wall, &plan.zone),
        clock::hhmm(note.wall, &plan.zone)
    );
    rows.text(
        &format!("{} · {when}", plan.title.on_one_line()),
        style::STRONG,
    );
    rows.text(&about(model, session, note), style::ACCENT);
    rows.text(&whole(model, note), style::PLAIN);
    let (before, after) = around(session, note.id);
    rows.gap();
    for note in before.into_iter().chain(after) {
        let words = format!("{} ", clock::hhmm(note.wall, &plan.zone));
        let said = format!("{} {}", note.id, note.body.text.on_one_line());
        let room = usize::from(area.width).saturating_sub(width(&words));
        rows.line(Line::from(vec![
            Span::styled(words, style::QUIET),
            Span::styled(fit(&said, room), style::QUIET),
        ]));
    }
    rows.draw(texts, area, buf);
}

/// Its id, kind, stage and chart.
fn about(model: &Model, session: &Session, note: &Note) -> String {
    let kind = tag::name(note.body.tag, session.plan(), model.texts);
    let mut words = format!("{} {kind}", note.id);
    let stage = session.stage_of(note);
    let stage = stage.and_then(|id| session.plan().stages.iter().find(|stage| stage.id == id));
    if let Some(stage) = stage {
        words = format!("{words} · {}", stage.title.on_one_line());
    }
    if let Some(chart) = note.body.chart {
        words = format!("{words} · {chart}");
    }
    words
}

/// All its words; of a step also who, when, how it stands and why.
fn whole(model: &Model, note: &Note) -> String {
    let texts = model.texts;
    let body = &note.body;
    let mut words = String::new();
    if let Some(who) = &body.who {
        words.push_str(&who.on_one_line());
        words.push_str(": ");
    }
    words.push_str(&body.text.on_one_line());
    if let Some(when) = &body.when {
        words = format!("{words} ({})", when.on_one_line());
    }
    let status = match body.status {
        Status::Open => None,
        Status::Ongoing => Some(t!(texts, "report-ongoing")),
        Status::Done => Some(t!(texts, "report-done")),
        Status::Dropped => Some(t!(texts, "report-dropped")),
    };
    if let Some(status) = status {
        words = format!("{words} · {status}");
    }
    if let Some(why) = &body.why {
        words = format!("{words}: {}", why.on_one_line());
    }
    words
}

/// The notes said before and after one, as many as help to remember.
fn around(session: &Session, id: NoteId) -> (Vec<&Note>, Vec<&Note>) {
    let Some(note) = session.note(id) else {
        return (Vec::new(), Vec::new());
    };
    let seen = |note: &&Note| note.body.tag.is_of_dialogue() && note.id != id;
    let mut before: Vec<&Note> = session
        .notes_before(note.wall, id)
        .rev()
        .filter(seen)
        .take(AROUND)
        .collect();
    before.reverse();
    let after = session.notes_from(note.wall, id).filter(seen).take(AROUND);
    (before, after.collect())
}
