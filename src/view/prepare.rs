//! Preparing: the six steps and the agenda as one list, and a word that it is enough, always.
//!
//! ```text
//!  Förbered  Att trivas i skolan               12 av 60 min
//! ──────────────────────────────────────────────────────────
//!  1 Tema och mål      Att trivas i skolan och på fritiden
//! ▶ 2 Deltagare                              3 perspektiv
//!    1           skola, Ekskolan
//!    2           fritid
//!    3
//!    Tänk brett, men inte fler än tio.
//!  3 Data                                     12 diagram
//!
//!  Det räcker gott. Ni kan börja.           mellanslag
//! ```

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use crate::{
    app::{
        Model,
        lead::Lead,
        prepare::{AN_HOUR, Field, Prepare, Row, RowKind},
    },
    input::{Action, Mode},
    t,
    text::{
        Texts,
        width::{fit, pad, width},
    },
    view::{
        glyph,
        ink::{self, Rows},
        keys, line, message, overlays,
        scene::Scene,
        style,
    },
};

/// How wide the names of rows are, where there is room.
const NAME: usize = 14;

/// Draws the screen; returns where the cursor stands.
pub(super) fn draw(
    model: &Model,
    lead: &Lead,
    prepare: &Prepare,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let scene = Scene::of(model, lead);
    let mut area = ink::margin(area);
    if let Some(top) = prepare.help {
        let foot = ink::bottom(&mut area, 1);
        overlays::help(&scene, top, area, buf);
        keys::of_screen(model, Mode::Help, &HELP_KEYS, foot, buf);
        return None;
    }
    header(&scene, prepare, ink::top(&mut area, 1), buf);
    if area.height > 10 {
        ink::rule(ink::top(&mut area, 1), buf);
    }
    let narrow = area.width < 76 && area.height > 16;
    let foot = ink::bottom(&mut area, 1 + u16::from(narrow));
    let (rows, chosen) = prepare.rows(lead, &scene.texts);
    foot_keys(model, prepare, rows.get(chosen), foot, buf);
    said(&scene, prepare, &mut area, buf);
    enough(&scene, prepare, ink::bottom(&mut area, 1), buf);
    let cursor = writing(&scene, prepare, rows.get(chosen), &mut area, buf);
    list(scene.texts, &rows, chosen, area, buf);
    cursor
}

const HELP_KEYS: [Action; 4] = [Action::Cancel, Action::Down, Action::Up, Action::PageDown];

fn header(scene: &Scene<'_>, prepare: &Prepare, row: Rect, buf: &mut Buffer) {
    let texts = scene.texts;
    let title = scene.plan().title.on_one_line();
    let left = format!("{}  {title}", t!(texts, "prepare-heading"));
    let gone = (scene.now - prepare.since).seconds_down() / 60;
    let hour = AN_HOUR.seconds_down() / 60;
    let right = if gone <= hour {
        t!(texts, "prepare-clock", n = gone, of = hour)
    } else {
        t!(texts, "prepare-clock-over")
    };
    ink::ends(
        (&left, style::ACCENT_STRONG),
        (&right, style::PLAIN),
        row,
        buf,
    );
}

/// The way to the dialogue, always lit.
fn enough(scene: &Scene<'_>, prepare: &Prepare, row: Rect, buf: &mut Buffer) {
    let texts = scene.texts;
    let began = scene.session().timeline().began().is_some();
    let words = if began {
        t!(texts, "prepare-goes-on")
    } else {
        t!(texts, "prepare-enough")
    };
    // While a line is open the key is a letter of it.
    let key = match prepare.line {
        None => keys::cap(scene, Mode::Prepare, Action::Start),
        Some(_) => String::new(),
    };
    let key = if width(&words) + 2 + width(&key) > usize::from(row.width) {
        String::new()
    } else {
        key
    };
    ink::ends(
        (&words, style::ACCENT_STRONG),
        (&key, style::STRONG),
        row,
        buf,
    );
}

/// What keeps a row from being changed, what was just done, what could not be saved.
fn said(scene: &Scene<'_>, prepare: &Prepare, area: &mut Rect, buf: &mut Buffer) {
    if let Some(trouble) = &prepare.trouble {
        let mut rows = Rows::for_width(area.width);
        rows.hanging(
            Span::styled(format!("{} ", glyph::HERE), style::ACCENT_STRONG),
            2,
            trouble,
            style::STRONG,
        );
        let place = ink::bottom(area, rows.len().min(area.height / 2));
        return rows.draw(scene.texts, place, buf);
    }
    let wanted = if scene.lead.trouble.is_some() { 4 } else { 1 };
    let place = ink::bottom(area, wanted.min(area.height / 2));
    message::draw(scene, place, buf);
    if scene.lead.trouble.is_none() && scene.lead.echo.is_none() {
        line::saved(scene, place, buf);
    }
}

/// The line of the chosen row, over the foot, with what is expected on it.
fn writing(
    scene: &Scene<'_>,
    prepare: &Prepare,
    row: Option<&Row>,
    area: &mut Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let editor = prepare.line.as_ref()?;
    let texts = scene.texts;
    let name = row.map_or("", |row| row.name.as_str());
    let hint = match prepare.at {
        Field::Person(_) => t!(texts, "prepare-hint-person"),
        Field::Start => t!(texts, "prepare-hint-start"),
        Field::StageMinutes(_) => t!(texts, "prepare-hint-minutes"),
        Field::Chart(_) => t!(texts, "prepare-hint-chart"),
        Field::Length => t!(texts, "prepare-hint-length"),
        Field::Series => t!(texts, "prepare-hint-series"),
        _ => String::new(),
    };
    let rows = if area.height > 12 { 2 } else { 1 };
    if !hint.is_empty() {
        ink::left(&hint, style::QUIET, ink::bottom(area, 1), buf);
    }
    let place = ink::bottom(area, rows);
    ink::rule_with(name, style::STRONG, ink::bottom(area, 1), buf);
    line::edit_box(editor, place, buf)
}

fn foot_keys(model: &Model, prepare: &Prepare, row: Option<&Row>, area: Rect, buf: &mut Buffer) {
    use Action as A;
    let mode = prepare.mode();
    let actions: Vec<A> = match (mode, row) {
        (Mode::PrepareLine, _) => vec![A::Confirm, A::Cancel],
        (_, Some(row)) => {
            let mut actions = vec![A::Confirm];
            if row.offers {
                actions.push(A::ChoiceNext);
            }
            actions.push(A::Down);
            let listed = matches!(
                row.field,
                Some(
                    Field::Chart(_)
                        | Field::Principle(_)
                        | Field::Stage(_)
                        | Field::Ask(..)
                        | Field::Say(..)
                        | Field::FollowUp(..)
                )
            );
            if listed && !row.value.is_empty() {
                actions.extend([A::MoveUp, A::MoveDown]);
            }
            if !row.value.is_empty() && row.kind != RowKind::Step {
                actions.push(A::Remove);
            }
            actions.extend([A::Undo, A::Cancel, A::Help]);
            actions
        }
        (_, None) => vec![A::Cancel, A::Help],
    };
    let item = |action: A| {
        let words = match (mode, action) {
            (Mode::PrepareLine, A::Confirm) => t!(model.texts, "view-key-saves"),
            (_, A::Confirm) if row.is_some_and(|row| row.kind == RowKind::Step) => {
                t!(model.texts, "view-key-opens")
            }
            (_, A::Confirm) => t!(model.texts, "prepare-key-writes"),
            (_, A::Cancel) => t!(model.texts, "data-key-back"),
            _ => keys::label(model.texts, mode, action),
        };
        (action, words)
    };
    let items: Vec<keys::Item> = actions.into_iter().map(item).collect();
    keys::of_items(model, mode, &items, area, buf);
}

/// Draws the rows around the chosen one, and says how many lie outside.
fn list(texts: Texts, rows: &[Row], chosen: usize, area: Rect, buf: &mut Buffer) {
    let room = usize::from(area.height);
    let mut drawn = Rows::for_width(area.width);
    let mut around = (0, 0);
    for (at, row) in rows.iter().enumerate() {
        let from = drawn.lines.len();
        row_lines(row, at == chosen, area.width, &mut drawn);
        if at == chosen {
            around = (from, drawn.lines.len());
        }
    }
    let count = drawn.lines.len();
    // The chosen row whole, and something of what comes after it.
    let first = (around.1 + 3)
        .saturating_sub(room)
        .min(around.0)
        .min(count.saturating_sub(room));
    for (line, row) in drawn.lines.iter().skip(first).zip(area.rows()) {
        ink::put(line, row, buf);
    }
    let outside = ink::outside(texts, (first, count.saturating_sub(first + room)));
    if !outside.is_empty()
        && let Some(last) = area.rows().next_back()
    {
        let line = drawn.lines.get(first + room - 1);
        let words = format!("  {outside}");
        if line.map_or(0, Line::width) + width(&words) > usize::from(last.width) {
            ink::clear(
                Rect {
                    x: last.right().saturating_sub(width(&words) as u16),
                    width: width(&words) as u16,
                    ..last
                },
                buf,
            );
        }
        ink::right(&words, style::QUIET, last, buf);
    }
}

fn row_lines(row: &Row, chosen: bool, cols: u16, drawn: &mut Rows) {
    let room = usize::from(cols);
    let mark = if chosen { glyph::HERE } else { " " };
    let look = if chosen { style::STRONG } else { style::PLAIN };
    let mark = Span::styled(format!("{mark} "), style::ACCENT_STRONG);
    match row.kind {
        RowKind::Step => {
            let name = Span::styled(row.name.clone(), style::STRONG);
            let left = room.saturating_sub(2 + width(&row.name) + 2);
            let value = fit(&row.value, left);
            let gap = room.saturating_sub(2 + width(&row.name) + width(&value));
            drawn.line(Line::from(vec![
                mark,
                name,
                Span::raw(" ".repeat(gap)),
                Span::styled(value, style::QUIET),
            ]));
        }
        RowKind::Word => {
            let indent = if room < 60 { 4 } else { 5 };
            drawn.hanging(Span::raw(""), indent, &row.value, style::QUIET);
        }
        RowKind::Field | RowKind::Inner => {
            let inset = if row.kind == RowKind::Inner { 3 } else { 1 };
            let wide = name_width(row, room);
            let name = format!("{}{}", " ".repeat(inset), pad(&fit(&row.name, wide), wide));
            let label = Line::from(vec![mark, Span::styled(name, style::QUIET)]);
            let indent = label.width() + 1;
            let value = match (row.value.is_empty(), row.offers && chosen) {
                (true, _) => "…".to_owned(),
                (false, true) => format!("◀ {} ▶", row.value),
                (false, false) => row.value.clone(),
            };
            let before = drawn.lines.len();
            drawn.hanging(Span::raw(""), indent, &value, look);
            if let Some(first) = drawn.lines.get_mut(before) {
                let value = first.spans.pop().unwrap_or_default();
                let mut spans = label.spans;
                spans.extend([Span::raw(" "), value]);
                *first = Line::from(spans);
            }
        }
    }
}

/// Numbers stand close to what they count; names stand under each other.
fn name_width(row: &Row, room: usize) -> usize {
    match row.field {
        Some(Field::Person(_) | Field::Stage(_) | Field::Chart(_)) => 3,
        _ if room < 60 => 11,
        _ => NAME,
    }
}
