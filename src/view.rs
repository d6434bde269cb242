//! The model on the screen: a pure function from the model to cells, one file for each pane.
//!
//! Panes write with the fine characters and the one colour; two passes over the finished screen take away what this terminal does not
//! have. Nothing here can change anything, and a frame costs the same however long the dialogue has been.

/// The agenda with plan and fitted times.
mod agenda;
/// How far the stage is.
mod bar;
/// What a question offers to choose among.
mod choices;
/// The screen that makes a chart of data.
mod data;
/// The note-taker's window.
mod desk;
/// The chart in view, and all charts small.
mod diagram;
/// Big digits.
mod digits;
/// The screen after the end.
mod ended;
/// What the closing empties.
mod ends;
/// One thing over the whole window.
mod full;
/// Characters and their ASCII twins.
mod glyph;
/// The first row.
mod header;
/// Which perspectives were heard.
mod heard;
/// The first screen.
mod home;
/// Rows of text in a rectangle.
mod ink;
/// The keys valid now.
mod keys;
/// Where things stand, by size.
mod layout;
/// The leading window.
mod lead;
/// The note line and the questions in its place.
mod line;
/// Everything in lines, for those who hear it.
pub mod linear;
/// What was just done, and troubles.
mod message;
/// What the group sees, told to who leads.
mod mirror;
/// Lists of notes.
mod notes;
/// Help, palette, all charts.
mod overlays;
/// Preparing a session.
mod prepare;
/// The minutes where there is no pager.
mod reader;
/// A dialogue that has been.
mod replay;
/// Who else is in the room.
mod room;
/// What panes look at.
mod scene;
/// What to say and ask.
mod script;
/// Looking for words in every session.
mod search;
/// What the group sees.
pub mod shared;
/// Guesses over a chart, and what lies behind its numbers.
mod showing;
/// The agenda in one row.
mod strip;
/// The few styles.
mod style;
/// What in the notes wants a second look.
mod tidy;
/// The countdown and its words.
mod time;
/// The smallest window.
mod tiny;
/// States in words.
mod words;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    app::{Model, Screen},
    chart::Glyphs,
    domain::reading::Phase,
    t,
    text::SafeText,
};

/// Draws the model; returns where the cursor stands, where one is to be seen.
pub fn draw(model: &Model, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return None;
    }
    let data = model.data.as_deref().filter(|data| data.is_open());
    let cursor = match (&model.reader, &model.screen) {
        (Some(reader), _) => reader::draw(model, reader, area, buf),
        (None, _) if let Some(data) = data => data::draw(model, data, area, buf),
        (None, _) if let Some(search) = &model.search => search::draw(model, search, area, buf),
        (None, Screen::Home(home)) => {
            home::draw(model, home, area, buf);
            None
        }
        (None, Screen::Lead(lead))
            if let Some(prepare) = model.prepare.as_deref().filter(|prepare| prepare.open) =>
        {
            prepare::draw(model, lead, prepare, area, buf)
        }
        (None, Screen::Lead(lead)) => lead::draw(model, lead, area, buf),
        (None, Screen::Replay(replay)) => {
            replay::draw(model, replay, area, buf);
            None
        }
        (None, Screen::Group(group)) => {
            shared::draw(group.shown(), model.texts, model.settings, area, buf);
            None
        }
    };
    if model.settings.glyphs == Glyphs::Ascii {
        glyph::to_ascii(area, buf);
    }
    if !model.settings.color {
        style::without_color(area, buf);
    }
    cursor.filter(|at| area.contains(*at))
}

/// Says the same in a line for the terminal's title: "13 min · Dialog, del 1 · Börja avsluta 10:10".
pub fn title(model: &Model) -> String {
    let Screen::Lead(lead) = &model.screen else {
        return "samtal".to_owned();
    };
    if lead.shows_group() {
        return "samtal".to_owned();
    }
    let scene = scene::Scene::of(model, lead);
    let texts = model.texts;
    let title = scene.plan().title.on_one_line().into_owned();
    let stage = scene
        .stage()
        .map(|(_, stage)| stage.title.on_one_line().into_owned())
        .unwrap_or_default();
    let parts = match (scene.reading.phase, &scene.reading.now) {
        (Phase::Closed(_), _) => vec![t!(texts, "view-title-closed"), title],
        (Phase::Waiting { .. }, _) | (_, None) => vec![t!(texts, "view-not-started"), title],
        (phase, Some(now)) => {
            let first = if matches!(phase, Phase::Paused(_)) {
                t!(texts, "view-paused")
            } else if now.left.0 < 0 {
                t!(texts, "view-pace-over")
            } else {
                t!(
                    texts,
                    "view-full-minutes",
                    n = words::whole_minutes(now.left)
                )
            };
            let closing = match scene.reading.closing() {
                Some((start, _)) => t!(texts, "view-closing-at", at = scene.hhmm(start)),
                None => t!(texts, "view-ends", at = scene.hhmm(scene.reading.slot_end)),
            };
            vec![first, stage, closing]
        }
    };
    SafeText::line(&parts.join(" · ")).to_string()
}

#[cfg(test)]
mod tests;
