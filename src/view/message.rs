//! One row to the facilitator: what was just done; or, over the last rows, a trouble that nobody can miss.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

use crate::{
    domain::StageKind,
    input::{Action, Mode},
    t,
    text::{SafeText, width::wrap},
    view::{glyph, ink, keys, room, scene::Scene, style},
};

/// In the smallest window: what ships fits in so many rows of 38.
const MOST_OF_A_TIP: usize = 3;

/// Draws the message in its row. A trouble takes as much of the rows below as it needs; tells how many rows are taken in all.
pub(super) fn draw(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> u16 {
    if area.is_empty() {
        return 0;
    }
    if let Some(why) = &scene.lead.trouble {
        return trouble(scene, why, area, buf);
    }
    let taken = told(scene, area, buf);
    let unread = unread(scene);
    if unread.is_empty() {
        return taken.max(1);
    }
    let below = area.rows().skip(usize::from(taken));
    let below = below.reduce(Rect::union).unwrap_or_default();
    taken + said(&unread, style::STRONG, below, buf)
}

/// Returns what there is to say about charts without their files, as long as somebody may still show them.
fn unread(scene: &Scene<'_>) -> String {
    let lead = scene.lead;
    let matters = match lead.session.current() {
        Some((_, stage)) => stage.kind == StageKind::Data,
        None => lead.session.timeline().began().is_none(),
    };
    let words = lead.unread.iter().filter(|_| matters);
    words.map(SafeText::as_str).collect::<Vec<_>>().join(" ")
}

/// Says what was just done, or what could not be; returns the rows it took.
fn told(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> u16 {
    let (lead, texts) = (scene.lead, scene.texts);
    if lead.leaving {
        said(&leaving(scene), style::CHOSEN, area, buf)
    } else if let Some(echo) = &lead.echo {
        said(&echo.text, style::STRONG, area, buf)
    } else if let Some((id, why)) = &lead.erase_trouble {
        let retry = keys::cap(scene, Mode::Lead, Action::Retry);
        let (id, why) = (id.to_string(), why.on_one_line().into_owned());
        said(
            &t!(texts, "view-erase-trouble", id = id, why = why, key = retry),
            style::STRONG,
            area,
            buf,
        )
    } else if let Some(why) = &lead.publish_trouble {
        let why = why.on_one_line().into_owned();
        said(
            &t!(texts, "view-publish-trouble", why = why),
            style::STRONG,
            area,
            buf,
        )
    } else if let Some((words, _)) = lead.tip(&scene.reading, &texts) {
        said(
            &t!(texts, "view-tip", words = words),
            style::PLAIN,
            area,
            buf,
        )
    } else {
        in_the_room(scene, area, buf)
    }
}

/// Wraps the tip of the moment for a window with few columns; nothing where something else is to be said.
pub(super) fn tip_rows(scene: &Scene<'_>, width: u16) -> Vec<String> {
    let lead = scene.lead;
    let troubled = lead.leaving
        || lead.trouble.is_some()
        || lead.erase_trouble.is_some()
        || lead.publish_trouble.is_some();
    let tip = lead.tip(&scene.reading, &scene.texts).filter(|_| !troubled);
    tip.map_or_else(Vec::new, |(words, _)| {
        let words = t!(scene.texts, "view-tip", words = words);
        folded(&words, columns(width), MOST_OF_A_TIP)
    })
}

/// Draws a tip in rows of its own.
pub(super) fn tip(rows: &[String], area: Rect, buf: &mut Buffer) {
    marked(rows, style::PLAIN, area, buf);
}

/// With nothing else to say, who else is here.
fn in_the_room(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> u16 {
    let words = room::words(scene);
    let row = Rect {
        height: area.height.min(1),
        ..area
    };
    ink::left(&words, style::QUIET, row, buf);
    u16::from(!words.is_empty() && !row.is_empty())
}

/// Says something in the message row; where that is too short, in the row under it as well.
fn said(words: &str, look: Style, area: Rect, buf: &mut Buffer) -> u16 {
    const MOST: usize = 2;
    if area.is_empty() {
        return 0;
    }
    let most = MOST.min(usize::from(area.height).saturating_sub(1).max(1));
    let lines = folded(words, columns(area.width), most);
    marked(&lines, look, area, buf);
    u16::try_from(lines.len()).unwrap_or(1).max(1)
}

/// How many columns words have beside the mark.
fn columns(width: u16) -> usize {
    usize::from(width.saturating_sub(2))
}

/// Draws rows with the mark before the first.
fn marked(lines: &[String], look: Style, area: Rect, buf: &mut Buffer) {
    let mut mark = glyph::HERE;
    for (words, row) in lines.iter().zip(area.rows()) {
        let line = Line::from(vec![
            Span::styled(format!("{mark} "), style::ACCENT_STRONG),
            Span::styled(words.clone(), look),
        ]);
        ink::put(&line, row, buf);
        mark = " ";
    }
}

/// Wraps words into so many rows at most. What does not fit stays in the last row, which is cut when it is drawn, and says so.
fn folded(words: &str, cols: usize, most: usize) -> Vec<String> {
    let mut rows = wrap(words, cols);
    if rows.len() > most {
        let rest = rows.split_off(most.saturating_sub(1));
        rows.push(rest.join(" "));
    }
    rows
}

/// What leaving means now: the dialogue goes on, or notes are not saved.
fn leaving(scene: &Scene<'_>) -> String {
    let (texts, lead) = (scene.texts, scene.lead);
    let failed = lead.pending.iter().any(|pending| pending.failed);
    // On an open line only Ctrl+C leaves.
    let mode = lead.mode();
    let key = [Action::Leave, Action::Quit]
        .into_iter()
        .map(|action| keys::cap(scene, mode, action))
        .find(|cap| !cap.is_empty())
        .unwrap_or_default();
    match lead.unsaved_words().len() {
        unsaved if failed && unsaved > 0 => {
            t!(texts, "view-leaving-unsaved", count = unsaved, key = key)
        }
        _ => t!(texts, "view-leaving", key = key),
    }
}

/// A failed write, over the whole width: what happened, and what to do.
fn trouble(scene: &Scene<'_>, why: &str, area: Rect, buf: &mut Buffer) -> u16 {
    let texts = scene.texts;
    let mode = scene.lead.mode();
    let cap = |action| keys::cap(scene, Mode::Lead, action);
    let (retry, copy) = (cap(Action::Retry), cap(Action::Copy));
    let to_do = if scene.lead.leaving {
        leaving(scene)
    } else if keys::cap(scene, mode, Action::Retry).is_empty() {
        // The letter would be typed here; a note-taker's line does not close.
        if scene.lead.leads() {
            t!(texts, "view-trouble-line", retry = retry)
        } else {
            let key = keys::cap(scene, mode, Action::Palette);
            t!(texts, "view-trouble-desk", key = key)
        }
    } else {
        t!(texts, "view-trouble-do", retry = retry, copy = copy)
    };
    let what = t!(texts, "view-trouble", why = why.replace('\n', " "));
    let room = usize::from(area.width.saturating_sub(2));
    let most = usize::from(area.height);
    // One row says what happened; what to do about it has the rest, and gives back what it does not need.
    let to_do = folded(&to_do, room, most.saturating_sub(1));
    let mut rows = folded(&what, room, most.saturating_sub(to_do.len()).max(1));
    rows.extend(to_do);
    let mut taken = 0;
    for (words, row) in rows.iter().zip(area.rows()) {
        ink::clear(row, buf);
        ink::left(&format!(" {words}"), style::ALARM, row, buf);
        ink::tint(style::ALARM, row, buf);
        taken += 1;
    }
    taken
}
