//! One thing over the whole window, for a shared screen: the question or the chart, and nothing private.
//!
//! ```text
//!
//!    Dialog, del 1                                        13 min
//!
//!    Vad ser vi?            (or the chart, as large as it gets)
//!
//!                                                           Esc
//! ```

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use crate::{
    app::lead::{Overlay, Pane},
    chart::{self, Size},
    domain::StageKind,
    input::{Action, Mode},
    t,
    text::width::wrap,
    view::{
        diagram, glyph,
        ink::{self, Rows},
        keys,
        scene::Scene,
        script, showing, style, words,
    },
};

/// Tells whether it is the chart that fills the window.
fn shows_chart(scene: &Scene<'_>) -> bool {
    scene.lead.pane == Pane::Chart || scene.kind() == Some(StageKind::Data)
}

/// Draws the chart or the question.
pub(super) fn draw(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    ink::clear(area, buf);
    let (air, side) = match (area.height, area.width) {
        (..16, _) | (_, ..44) => (0, 1),
        (..30, _) => (1, 2),
        _ => (2, 4),
    };
    let mut area = Rect {
        x: area.x + side.min(area.width),
        width: area.width.saturating_sub(side * 2),
        ..area
    };
    ink::top(&mut area, air);
    let last = ink::bottom(&mut area, 1);
    let asked = scene.lead.prompt.as_ref().zip(scene.lead.guesses_now());
    leave_row(scene, last, buf);
    let cursor = asked.and_then(|asked| {
        let foot = ink::bottom(&mut area, showing::ROWS_TO_ASK as u16 - 1);
        let foot = Rect {
            height: foot.height + last.height,
            ..foot
        };
        showing::ask_alone(scene, asked, foot, buf)
    });
    ink::bottom(&mut area, if asked.is_some() { 0 } else { air });
    head(scene, ink::top(&mut area, 1), buf);
    ink::top(&mut area, 1 + air);
    if let Some(Overlay::Behind { chart, top, .. }) = scene.lead.overlay {
        showing::draw_behind(scene, (chart, top), area, buf);
        return None;
    }
    match scene.chart() {
        Some((_, chart)) if shows_chart(scene) => {
            showing::draw_above(scene, &chart, &mut area, buf);
            let look = diagram::look(scene.settings);
            let size = Size {
                cols: area.width,
                rows: area.height,
            };
            let large = !scene.lead.chart_table && showing::large_voice(scene, &chart, area, buf);
            if !area.is_empty() && !large {
                let text = if scene.lead.chart_table {
                    chart::full_table(&chart, size, look, &scene.texts)
                } else {
                    chart::full(&chart, size, look, &scene.texts)
                };
                diagram::put_text(&text, area, buf);
            }
        }
        _ if scene.kind() == Some(StageKind::Talk) => presented(scene, area, buf),
        _ => question(scene, area, buf),
    }
    cursor
}

/// What is presented, with air between; in the first stage the four principles.
fn presented(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let Some((place, stage)) = scene.stage() else {
        return;
    };
    let written = |air: bool| {
        let mut rows = Rows::for_width(area.width.min(100));
        for line in &stage.present {
            rows.text(line, style::PLAIN);
            if air {
                rows.gap();
            }
        }
        if place == 0 {
            for principle in &scene.plan().principles {
                rows.hanging(Span::raw(glyph::AHEAD), 2, principle, style::PLAIN);
            }
        }
        if let Some(question) = stage.ask.first() {
            rows.gap();
            rows.text(question, style::STRONG);
        }
        rows
    };
    let airy = written(true);
    let fits = airy.len() <= area.height;
    let rows = if fits { airy } else { written(false) };
    rows.draw(scene.texts, area, buf);
}

/// Title of the stage and whole minutes: no seconds, no drift.
fn head(scene: &Scene<'_>, row: Rect, buf: &mut Buffer) {
    let Some((_, stage)) = scene.stage() else {
        return;
    };
    let minutes = scene
        .reading
        .now
        .as_ref()
        .map(|now| words::whole_minutes(now.left))
        .filter(|minutes| *minutes > 0 && !scene.lead.calm)
        .map(|minutes| t!(scene.texts, "view-full-minutes", n = minutes))
        .unwrap_or_default();
    let title = stage.title.on_one_line();
    ink::ends((&title, style::PLAIN), (&minutes, style::PLAIN), row, buf);
}

/// How to come back. A trouble is said here without its words, which could name what nobody else should read.
fn leave_row(scene: &Scene<'_>, row: Rect, buf: &mut Buffer) {
    let key = keys::cap(scene, Mode::Full, Action::Cancel);
    let (words, look) = if scene.lead.trouble.is_some() {
        (
            t!(scene.texts, "view-full-trouble", key = key),
            style::ALARM,
        )
    } else {
        (key, style::QUIET)
    };
    // Of what was just done only words about the chart are for everybody.
    if let Some(said) = scene.lead.said_to_all() {
        return ink::ends((said, style::PLAIN), (&words, look), row, buf);
    }
    ink::right(&words, look, row, buf);
}

fn question(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let mut area = area;
    let Some((_, stage)) = scene.stage() else {
        return;
    };
    let Some(question) = stage.ask.first() else {
        return;
    };
    let rows = script::large(&question.on_one_line(), scene.settings.glyphs, area, buf);
    ink::top(&mut area, rows);
    if rows == 0 {
        let lines = wrap(question, usize::from(area.width));
        for line in lines {
            let row = ink::top(&mut area, 1);
            ink::put(&Line::styled(line, style::STRONG), row, buf);
        }
    }
    for more in stage.ask.iter().skip(1) {
        ink::top(&mut area, 1);
        for line in wrap(more, usize::from(area.width)) {
            let row = ink::top(&mut area, 1);
            ink::left(&line, style::PLAIN, row, buf);
        }
    }
}
