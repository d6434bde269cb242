//! A dialogue that has been, in the leading window's own panes: where its note line stood is which instant is shown, and how fast time goes.
//!
//! ```text
//! ──────────────────────────────────────────────────
//!  Repris 09:34 ×30                     09:00–10:29
//!
//!  mellanslag spelar  ← → en minut  q lämnar
//! ```

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    app::{Model, replay::Replay},
    domain::reading::Reading,
    input::{Action, Mode},
    t,
    view::{ink, keys, lead, scene::Scene, style},
};

/// Looks at the instant as the leading window would have.
pub(super) fn scene<'a>(model: &'a Model, replay: &'a Replay) -> Scene<'a> {
    Scene {
        texts: model.texts,
        lead: &replay.lead,
        reading: Reading::of(&replay.lead.session, replay.at),
        settings: model.settings,
        keymap: &model.keymap,
        now: replay.at,
    }
}

/// Draws the window.
pub(super) fn draw(model: &Model, replay: &Replay, area: Rect, buf: &mut Buffer) {
    let scene = scene(model, replay);
    let texts = model.texts;
    let [line, foot] = lead::past(&scene, area, buf);
    let mut line = line;
    ink::rule(ink::top(&mut line, 1), buf);
    let row = ink::margin(Rect {
        height: line.height.min(1),
        ..line
    });
    let at = scene.hhmm(replay.at);
    let speed = replay.speed();
    let words = if replay.playing {
        t!(texts, "replay-plays", at = at, speed = speed)
    } else {
        t!(texts, "replay-stands", at = at, speed = speed)
    };
    ink::left(&words, style::STRONG, row, buf);
    let (from, to) = (scene.hhmm(replay.from), scene.hhmm(replay.to));
    let span = t!(texts, "replay-span", from = from, to = to);
    ink::right(&format!("  {span}"), style::QUIET, row, buf);
    let actions = [
        Action::Play,
        Action::MinuteBack,
        Action::MinuteOn,
        Action::Leave,
        Action::StageBack,
        Action::StageOn,
        Action::Faster,
        Action::Slower,
    ];
    let mut foot = ink::margin(foot);
    // The row of the message stays empty: nothing is said here.
    ink::top(&mut foot, 1);
    keys::of_screen(model, Mode::Replay, &actions, foot, buf);
}
