//! The note-taker's window: it always types.
//!
//! ```text
//!  ANTECKNAR Eva   Dialog, del 1: Vad ser vi?                  13 min kvar   diagram 4/11
//! ────────────────────────────────────────────────────────────────────────────────────────
//!  09:31 N13 d4 elevhälsa: fler hemma på måndagar
//!  09:34 N17 d4 BUP: de som trivs söker sig hit också
//!  SKRIVER  vi ser  vi ser mer  fel i data?  förvånar ▸
//!  › fritid: öppet till 21 på torsdagar_
//!  sparas som 09:35 · vi ser · fritid · d4                                   Enter sparar
//!  allt sparat 09:34:52 · samtalsledaren skrev 09:31
//!  Enter sparar  Tab tagg  ↑ rätta förra
//! ```

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    t,
    text::{SafeText, Span, width::width},
    view::{
        header, ink,
        layout::Frame,
        lead::{foot, overlay},
        line, notes,
        scene::Scene,
        style, time, words,
    },
};

/// Draws the window; returns where the cursor stands.
pub(super) fn draw(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let mut rest = area;
    let header = ink::top(&mut rest, 1);
    let narrow = !head(scene, ink::margin(header), buf);
    let second = ink::top(&mut rest, u16::from(narrow && area.height > 14));
    let about = stage(scene);
    ink::left(&about, style::STRONG, ink::margin(second), buf);
    let rule = ink::top(&mut rest, 1);
    let foot_rows = if area.height < 22 { 2 } else { 3 };
    let under = ink::bottom(&mut rest, foot_rows);
    let line_rows = if area.height < 28 { 3 } else { 4 };
    let place = ink::bottom(&mut rest, line_rows);
    let frame = Frame {
        header,
        rule,
        strip: Rect::default(),
        time: Rect::default(),
        divide: Rect::default(),
        body: rest,
        line: place,
        foot: under,
    };
    let title = if narrow && second.is_empty() {
        about
    } else {
        String::new()
    };
    ink::rule_with(&title, style::PLAIN, rule, buf);
    header::mark(scene, rule, buf);
    let lead = scene.lead;
    let mut cursor = None;
    if let Some(over) = &lead.overlay {
        cursor = overlay(scene, over, &frame, buf);
    } else {
        notes::all(scene, ink::margin(rest), buf);
    }
    if lead.overlay.is_none() || lead.prompt.is_some() {
        cursor = line::draw(scene, place, 1, buf);
    }
    foot(scene, under, buf);
    cursor
}

/// Names the stage with its first question.
fn stage(scene: &Scene<'_>) -> String {
    let Some((_, stage)) = scene.stage() else {
        return scene.plan().title.on_one_line().into_owned();
    };
    let title = stage.title.on_one_line();
    match stage.ask.first() {
        Some(ask) => format!("{title}: {}", ask.on_one_line()),
        None => title.into_owned(),
    }
}

/// Draws the first row; tells whether the stage found room in it.
fn head(scene: &Scene<'_>, row: Rect, buf: &mut Buffer) -> bool {
    let texts = scene.texts;
    let name = scene.lead.called().map(SafeText::on_one_line);
    let who = match name {
        Some(name) => format!(" {} {name} ", t!(texts, "view-takes-notes")),
        None => format!(" {} ", t!(texts, "view-takes-notes")),
    };
    let whole = time::in_line(scene);
    let left = match &scene.reading.now {
        // What is left is enough where there is little room.
        Some(now) if row.width < 60 && now.left >= Span::minutes(2) => {
            t!(
                texts,
                "view-full-minutes",
                n = words::whole_minutes(now.left)
            )
        }
        _ => whole,
    };
    let mut ends: Vec<String> = Some(left)
        .filter(|left| !left.is_empty())
        .into_iter()
        .collect();
    if let Some((place, _)) = scene
        .chart()
        .filter(|_| scene.lead.chart_pinned().is_some())
    {
        let of = scene.plan().charts.len();
        ends.push(t!(texts, "view-chart-of", at = place + 1, of = of));
    }
    let end = ends.join("   ");
    let mut rest = row;
    ink::right(&end, style::STRONG, row, buf);
    let wide = u16::try_from(width(&who)).unwrap_or(u16::MAX);
    let mark = ink::side(&mut rest, wide.min(row.width));
    ink::left(&who, style::CHOSEN.patch(style::STRONG), mark, buf);
    ink::side(&mut rest, 2);
    rest.width = rest.width.saturating_sub(
        u16::try_from(width(&end))
            .unwrap_or(u16::MAX)
            .saturating_add(2),
    );
    let about = stage(scene);
    let fits = width(&about) <= usize::from(rest.width);
    if fits {
        ink::left(&about, style::PLAIN, rest, buf);
    }
    fits
}
