//! The leading window: which panes stand where.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    app::{
        Model,
        lead::{Lead, Overlay, Pane},
    },
    domain::{StageKind, reading::Phase},
    input::{Action, Mode},
    t,
    text::width::width,
    view::{
        agenda, bar, choices, desk, diagram, ended, ends, full, glyph, header, heard, ink, keys,
        layout::{Frame, Part, Shape, stack},
        line, message, mirror, notes, overlays,
        scene::Scene,
        script::{self, Extent},
        shared, strip, style, tidy, time, tiny,
    },
};

/// What can stand in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Script(Extent),
    Agenda,
    Ways,
    Chart,
    Grid,
    Ends,
    Heard,
    Notes,
}

/// Draws the leading window; returns where the cursor stands.
pub(super) fn draw(model: &Model, lead: &Lead, area: Rect, buf: &mut Buffer) -> Option<Position> {
    if lead.shows_group() {
        group(model, lead, area, buf);
        return None;
    }
    let scene = Scene::of(model, lead);
    if !lead.leads() {
        return desk::draw(&scene, area, buf);
    }
    if lead.is_alone() {
        return full::draw(&scene, area, buf);
    }
    let shape = Shape::of(area.width, area.height);
    if shape == Shape::Tiny {
        return tiny::draw(&scene, area, buf);
    }
    let frame = Frame::of(shape, area);
    header::draw(&scene, ink::margin(frame.header), buf);
    header::rule(&scene, frame.rule, buf);
    let mut cursor = None;
    if let Some(over) = &lead.overlay {
        cursor = overlay(&scene, over, &frame, buf);
    } else {
        under(&scene, shape, &frame, buf);
    }
    let above = Rect {
        y: frame.rule.bottom(),
        height: frame.line.y.saturating_sub(frame.rule.bottom()),
        ..frame.body
    };
    choices::draw(&scene, above, buf);
    if lead.overlay.is_none() || lead.prompt.is_some() || lead.tidies_a_line() {
        cursor = line::draw(&scene, frame.line, 1, buf);
    }
    foot(&scene, frame.foot, buf);
    cursor
}

/// Draws what has been, without anything that can be done; returns the places of the note line and of the last rows, for what moves time.
pub(super) fn past(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> [Rect; 2] {
    let shape = match Shape::of(area.width, area.height) {
        Shape::Tiny => Shape::Column,
        shape => shape,
    };
    let frame = Frame::of(shape, area);
    header::draw(scene, ink::margin(frame.header), buf);
    header::rule(scene, frame.rule, buf);
    under(scene, shape, &frame, buf);
    [frame.line, frame.foot]
}

/// What the group sees, or the page before it: nothing of the window is on either.
fn group(model: &Model, lead: &Lead, area: Rect, buf: &mut Buffer) {
    if matches!(lead.overlay, Some(Overlay::Group)) {
        let sees = lead.group_sees(model.now);
        return shared::draw(&sees, model.texts, model.settings, area, buf);
    }
    let texts = model.texts;
    let cap = |action| model.keymap.label(Mode::Cover, action, &texts);
    let (on, back) = (cap(Action::GroupView), cap(Action::Confirm));
    let keys = [
        t!(texts, "shared-cover-on", key = on),
        t!(texts, "shared-cover-back", key = back),
    ];
    shared::cover(texts, &keys, area, buf);
}

/// Message and keys; a trouble takes the rows of both where it must.
pub(super) fn foot(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let mut area = area;
    let keys = Rect {
        y: area.y + area.height.min(1),
        height: area.height.saturating_sub(1),
        ..area
    };
    let place = if scene.lead.trouble.is_some() {
        area
    } else {
        ink::margin(area)
    };
    let taken = message::draw(scene, place, buf);
    ink::top(&mut area, taken);
    keys::draw(scene, ink::margin(area.intersection(keys)), buf);
}

/// Draws what is laid over the window; returns where the cursor stands.
pub(super) fn overlay(
    scene: &Scene<'_>,
    over: &Overlay,
    frame: &Frame,
    buf: &mut Buffer,
) -> Option<Position> {
    let area = frame.under_header();
    let mut cursor = None;
    match over {
        Overlay::Help(top) => overlays::help(scene, *top, area, buf),
        Overlay::Palette { line, selected } => {
            cursor = overlays::palette(scene, line, *selected, area, buf);
        }
        Overlay::Charts { selected } => overlays::charts(scene, *selected, area, buf),
        Overlay::Inbox { selected } => overlays::inbox(scene, *selected, area, buf),
        Overlay::Tidy(tidying) => tidy::draw(scene, tidying, area, buf),
        Overlay::Full | Overlay::Table => cursor = full::draw(scene, area, buf),
        // They are drawn before anything of the window is.
        Overlay::Cover | Overlay::Group => {}
        Overlay::Behind { chart, top, .. } => {
            overlays::behind(scene, (*chart, *top), area, buf);
        }
    }
    clock_in_rule(scene, frame.rule, buf);
    cursor
}

/// The time stays in sight over an overlay, beside the whole of its name.
fn clock_in_rule(scene: &Scene<'_>, row: Rect, buf: &mut Buffer) {
    let row = Rect {
        width: row.width.saturating_sub(1),
        ..row
    };
    let bare = |x: &u16| buf[(*x, row.y)].symbol() == glyph::RULE;
    let room = (row.left()..row.right()).rev().take_while(bare).count();
    let ways = [time::in_line(scene), time::alone(scene)];
    let words = ways.into_iter().map(|words| format!(" {words} "));
    if let Some(words) = words.into_iter().find(|words| width(words) < room) {
        ink::right(&words, style::STRONG, row, buf);
    }
}

fn under(scene: &Scene<'_>, shape: Shape, frame: &Frame, buf: &mut Buffer) {
    if let Phase::Closed(at) = scene.reading.phase {
        let top = frame.rule.bottom();
        let area = Rect {
            y: top,
            height: frame.line.y.saturating_sub(top),
            ..frame.body
        };
        closed(scene, at, ink::margin(area), buf);
        return;
    }
    if frame.strip.height > 0 {
        strip::draw(scene, ink::margin(frame.strip), buf);
    }
    if frame.time.height > 0 {
        time::draw(scene, ink::margin(frame.time), buf);
        ink::rule(frame.divide, buf);
    }
    match shape {
        Shape::Tiny | Shape::Column => column(scene, ink::margin(frame.body), buf),
        Shape::Pane => pane(scene, ink::margin(frame.body), buf),
        Shape::Columns => columns(scene, frame.body, buf),
        Shape::Control => control(scene, frame.body, buf),
    }
    let edge = Rect {
        y: frame.rule.bottom(),
        height: frame.line.y.saturating_sub(frame.rule.bottom()),
        width: 1,
        ..frame.body
    };
    bar::edge(scene, edge, buf);
}

/// After the end: thanks and what was promised; Tab still leads to notes and charts.
fn closed(scene: &Scene<'_>, at: crate::text::Moment, area: Rect, buf: &mut Buffer) {
    match scene.lead.pane {
        Pane::Agenda => ended::draw(scene, at, area, buf),
        Pane::Chart => diagram::draw(scene, area, buf),
        Pane::Notes(_) => notes::glance(scene, area, buf),
    }
}

/// Draws one part in its place.
fn part(scene: &Scene<'_>, what: What, area: Rect, buf: &mut Buffer) {
    match what {
        What::Script(extent) => script::draw(scene, area, extent, buf),
        What::Agenda => agenda::draw(scene, area, buf),
        What::Ways => {
            if let Some(rows) = agenda::too_much(scene, area.width) {
                rows.draw(scene.texts, area, buf);
            }
        }
        What::Chart => diagram::draw(scene, area, buf),
        What::Grid => diagram::strip(scene, area, buf),
        What::Ends => ends::draw(scene, area, buf),
        What::Heard => heard::draw(scene, area, buf),
        What::Notes => notes::glance(scene, area, buf),
    }
}

/// Draws parts under each other with rules between.
fn stacked(scene: &Scene<'_>, parts: &[Part<What>], area: Rect, buf: &mut Buffer) {
    for (what, place) in stack(area, parts) {
        if place.y > area.y {
            let rule = Rect {
                y: place.y - 1,
                height: 1,
                ..place
            };
            ink::rule(rule, buf);
        }
        part(scene, what, place, buf);
    }
}

const fn must(what: What, least: u16, wish: u16, rank: u8) -> Part<What> {
    Part {
        what,
        least,
        wish,
        rank,
        grows: false,
    }
}

const fn grows(part: Part<What>) -> Part<What> {
    Part {
        grows: true,
        ..part
    }
}

/// The script as a part: its length is known.
fn script_part(scene: &Scene<'_>, cols: u16, extent: Extent, least: u16, rank: u8) -> Part<What> {
    let wish = script::rows(scene, cols, extent).len();
    must(What::Script(extent), least.min(wish.max(1)), wish, rank)
}

/// What to do when the agenda does not fit, told before the start.
fn ways_part(scene: &Scene<'_>, cols: u16) -> Option<Part<What>> {
    let rows = agenda::too_much(scene, cols)?.len();
    Some(must(What::Ways, rows, rows, 0))
}

/// So many rows a chart has before notes get any: with fewer its bars give way to a table.
const CHART: u16 = 10;

/// Who was heard, as a part: all by name in a tall window, else a row of dots.
fn heard_part(scene: &Scene<'_>, (cols, rows): (u16, u16), rank: u8) -> Option<Part<What>> {
    let whole = heard::rows(scene, cols);
    let wish = if rows >= 19 { whole } else { whole.min(1) };
    (whole > 0).then(|| must(What::Heard, wish, wish, rank))
}

/// The parts of a narrow window, from the top, by what the moment is for.
fn parts(scene: &Scene<'_>, cols: u16, rows: u16) -> Vec<Part<What>> {
    let lead = scene.lead;
    let agenda = agenda::rows(scene, cols);
    if scene.is_waiting() && lead.pane == Pane::Agenda {
        let mut parts = vec![
            must(What::Agenda, 4, agenda, 0),
            script_part(scene, cols, Extent::Whole, 3, 2),
        ];
        if let Some(ways) = ways_part(scene, cols) {
            parts.insert(0, ways);
        }
        parts.extend(something_noted(scene).then(|| must(What::Notes, 2, 3, 3)));
        return parts;
    }
    let charts = !scene.plan().charts.is_empty();
    match (lead.pane, scene.kind()) {
        (Pane::Notes(_), _) => vec![
            script_part(scene, cols, Extent::Question, 1, 1),
            grows(must(What::Notes, 3, rows, 0)),
        ],
        (Pane::Agenda, _) if lead.stage.is_some() => vec![
            must(What::Agenda, 4, agenda, 0),
            script_part(scene, cols, Extent::Brief, 2, 1),
            grows(must(What::Notes, 3, 4, 2)),
        ],
        (Pane::Chart, _) | (_, Some(StageKind::Data)) if charts => {
            let wish = diagram::rows(scene, cols);
            let mut parts = vec![
                script_part(scene, cols, Extent::Brief, 3, 1),
                must(What::Chart, wish.min(CHART), wish, 0),
            ];
            parts.extend(something_noted(scene).then(|| grows(must(What::Notes, 2, 4, 2))));
            parts
        }
        (_, Some(StageKind::Dialogue)) if charts => [
            Some(script_part(
                scene,
                cols,
                if rows > 24 {
                    Extent::Whole
                } else {
                    Extent::Brief
                },
                2,
                0,
            )),
            heard_part(scene, (cols, rows), 2),
            Some(must(
                What::Chart,
                5,
                diagram::rows(scene, cols).min((rows * 2 / 5).max(6)),
                3,
            )),
            Some(grows(must(What::Notes, 3, 4, 1))),
        ]
        .into_iter()
        .flatten()
        .collect(),
        (_, Some(StageKind::Closing)) => {
            let mut parts = vec![
                script_part(scene, cols, Extent::Brief, 3, 0),
                must(What::Ends, 3, ends::rows(scene), 1),
                grows(must(What::Notes, 2, 3, 2)),
            ];
            parts.extend(heard_part(scene, (cols, rows), 3));
            parts
        }
        _ => {
            let mut parts = vec![script_part(scene, cols, Extent::All, 3, 0)];
            parts.extend(heard_part(scene, (cols, rows), 2));
            parts.extend(something_noted(scene).then(|| grows(must(What::Notes, 2, 3, 1))));
            parts
        }
    }
}

/// Tells whether a list of notes has anything to show.
fn something_noted(scene: &Scene<'_>) -> bool {
    scene.session().dialogue_count() + scene.lead.pending.len() > 0
}

fn column(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    stacked(scene, &parts(scene, area.width, area.height), area, buf);
}

/// One pane over the whole width, a row of counts under it.
fn pane(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    const AGENDA: u16 = 34;
    let lead = scene.lead;
    let presents = scene.kind() == Some(StageKind::Data) && lead.stage.is_none();
    match lead.pane {
        Pane::Notes(_) => notes::glance(scene, area, buf),
        Pane::Chart => chart_pane(scene, area, buf),
        Pane::Agenda if presents && !scene.plan().charts.is_empty() => chart_pane(scene, area, buf),
        // What is read aloud gets the whole width; the arrows bring the agenda.
        Pane::Agenda if scene.kind() == Some(StageKind::Talk) && lead.stage.is_none() => {
            column(scene, area, buf);
        }
        Pane::Agenda => {
            let mut area = area;
            let wide = area.width.saturating_sub(AGENDA);
            let left = ink::side(&mut area, wide);
            let words = Rect {
                width: left.width.saturating_sub(2),
                ..left
            };
            let wall = Rect {
                x: left.right() - 1.min(left.width),
                width: 1,
                ..left
            };
            ink::wall(wall, buf);
            let mut parts = parts(scene, words.width, words.height);
            parts.retain(|part| !matches!(part.what, What::Agenda | What::Chart));
            stacked(scene, &parts, words, buf);
            agenda::draw(scene, ink::margin(area), buf);
        }
    }
}

fn chart_pane(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let mut parts = vec![
        must(What::Chart, 6, diagram::rows(scene, area.width), 0),
        script_part(scene, area.width, Extent::Brief, 3, 1),
    ];
    if area.height > 14 {
        parts.push(grows(must(What::Notes, 2, 4, 2)));
    }
    stacked(scene, &parts, area, buf);
}

/// Divides an area into columns with walls between; each column has air at both sides.
fn walled(area: Rect, widths: &[u16], buf: &mut Buffer) -> Vec<Rect> {
    let mut rest = area;
    let mut columns = Vec::new();
    for (place, width) in widths.iter().enumerate() {
        if place > 0 {
            ink::wall(ink::side(&mut rest, 1), buf);
        }
        let column = ink::margin(ink::side(&mut rest, *width));
        let air = u16::from(place + 1 < widths.len() && column.width > 0);
        columns.push(Rect {
            width: column.width - air,
            ..column
        });
    }
    columns
}

fn columns(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let wide = area.width - 120.min(area.width);
    let (left, right) = (35 + wide / 8, 36 + wide / 3);
    let middle = area.width.saturating_sub(left + right + 2);
    let places = walled(area, &[left, middle, right], buf);
    let [left, middle, right] = places.as_slice() else {
        return;
    };
    agenda_column(scene, *left, buf);
    stacked(scene, &middle_parts(scene, *middle), *middle, buf);
    notes::columns(scene, *right, buf);
}

/// The agenda, and the four principles where there are rows left.
fn agenda_column(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let mut area = area;
    let agenda = agenda::rows(scene, area.width);
    agenda::draw(scene, ink::top(&mut area, agenda), buf);
    let heard = heard::rows(scene, area.width);
    if heard > 0 && area.height > 1 {
        ink::top(&mut area, 1);
        heard::draw(scene, ink::top(&mut area, heard), buf);
    }
    if area.height > 4 {
        let mut rows = ink::Rows::for_width(area.width);
        script::principles(scene, &mut rows);
        rows.draw(scene.texts, area, buf);
    }
}

/// Script and chart; in the closing what is to be emptied.
fn middle_parts(scene: &Scene<'_>, area: Rect) -> Vec<Part<What>> {
    let cols = area.width;
    let script = |least, rank| script_part(scene, cols, Extent::Whole, least, rank);
    let wish = diagram::rows(scene, cols);
    let chart = must(What::Chart, 7, wish, 1);
    if let Some(ways) = ways_part(scene, cols) {
        return vec![ways, grows(script(3, 1))];
    }
    match (scene.lead.pane, scene.kind()) {
        _ if scene.plan().charts.is_empty() => vec![grows(script(3, 0))],
        (Pane::Chart, _) | (_, Some(StageKind::Data)) => {
            vec![must(What::Chart, 8, wish, 0), grows(script(3, 1))]
        }
        (_, Some(StageKind::Closing)) => vec![
            script(5, 0),
            grows(must(What::Ends, 3, ends::rows(scene), 1)),
        ],
        (_, Some(StageKind::Dialogue)) => vec![script(4, 0), chart],
        _ => vec![grows(script(4, 0))],
    }
}

fn control(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let wide = area.width - 180.min(area.width);
    let (left, right) = (44 + wide / 4, 48 + wide / 4);
    let middle = area.width.saturating_sub(left + right + 2);
    let places = walled(area, &[left, middle, right], buf);
    let [left, middle, right] = places.as_slice() else {
        return;
    };
    let mut left = *left;
    time::tall(scene, ink::top(&mut left, time::TALL), buf);
    ink::rule(ink::top(&mut left, 1), buf);
    agenda_column(scene, left, buf);
    let mut middle = *middle;
    mirror::draw(scene, ink::bottom(&mut middle, mirror::ROWS), buf);
    let large = script::large_question(scene, middle, buf);
    if large > 0 {
        ink::top(&mut middle, large + 1);
    }
    let mut parts = middle_parts(scene, middle);
    if scene.kind() != Some(StageKind::Closing) && !scene.plan().charts.is_empty() {
        let rows = diagram::grid_rows(scene, middle.width);
        parts.push(must(What::Grid, 8, rows, 3));
    }
    stacked(scene, &parts, middle, buf);
    notes::columns(scene, *right, buf);
}
