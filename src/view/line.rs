//! The line that notes are written on, and the questions that stand in its place. Its rows are always there, so nothing jumps.
//!
//! ```text
//! ──────────────────────────────────────────────────    SKRIVER  ser  [ser mer]  fel i data?  förvånar ▸
//! › i skriver                                            › fritid: öppet till 21 på torsdagar, då kommer_
//!                                  sparat 09:34:52       sparas som 09:35 ser fritid d4      Enter sparar
//! ```

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};
use unicode_segmentation::UnicodeSegmentation;

use crate::{
    app::lead::{Prompt, Question},
    data::personal::{HIDDEN, Kind},
    domain::{Body, Event, NoteId, Tag},
    format::{discreet, tag},
    input::{Action, Mode, line_editor::LineEditor},
    t,
    text::{
        clock,
        width::{fit, grapheme_width, take, width, wrap},
    },
    view::{glyph, ink, keys, scene::Scene, showing, style},
};

/// Draws the line or the question in its place; returns where the cursor stands.
///
/// Its rule goes over the whole width, its words stand `indent` columns in, as those of the panes above.
pub(super) fn draw(
    scene: &Scene<'_>,
    area: Rect,
    indent: u16,
    buf: &mut Buffer,
) -> Option<Position> {
    let mut area = area;
    let whole = ink::top(&mut area, 1);
    ink::side(&mut area, indent);
    let mut head = whole;
    ink::side(&mut head, indent);
    let info = ink::bottom(&mut area, 1);
    if let Some(prompt) = &scene.lead.prompt {
        return question(scene, prompt, [head, area, info], buf);
    }
    if scene.lead.writing.open {
        open(scene, [head, area, info], buf)
    } else {
        ink::rule(whole, buf);
        closed(scene, [area, info], buf);
        None
    }
}

/// The line at rest: what is left on it, and when the last word reached the disk.
fn closed(scene: &Scene<'_>, [area, info]: [Rect; 2], buf: &mut Buffer) {
    let texts = scene.texts;
    let kept = scene.lead.writing.line.text();
    let words = if scene.session().writing_paused() {
        t!(
            texts,
            "view-line-unwritten",
            key = keys::cap(scene, Mode::Lead, Action::PauseWriting)
        )
    } else if kept.is_empty() {
        t!(
            texts,
            "view-line-closed",
            key = keys::cap(scene, Mode::Lead, Action::Write)
        )
    } else {
        t!(
            texts,
            "view-line-kept",
            text = take(kept, usize::from(area.width) + 1).0.to_owned(),
            key = keys::cap(scene, Mode::Lead, Action::Write)
        )
    };
    let row = first_row(area);
    ink::left(&format!("{} {words}", glyph::PEN), style::QUIET, row, buf);
    saved(scene, info, buf);
}

fn first_row(area: Rect) -> Rect {
    Rect {
        height: area.height.min(1),
        ..area
    }
}

/// Says at the end of a row when the last word reached the disk, or that words are on their way.
pub(super) fn saved(scene: &Scene<'_>, row: Rect, buf: &mut Buffer) {
    let texts = scene.texts;
    let waiting = scene
        .lead
        .pending
        .iter()
        .filter(|pending| {
            matches!(
                pending.draft.event,
                Event::NoteAdded { .. } | Event::NoteEdited { .. }
            )
        })
        .count();
    let failed = scene.lead.pending.iter().any(|pending| pending.failed);
    let words = match scene.lead.saved_at {
        _ if failed => t!(texts, "view-unsaved", n = scene.lead.pending.len()),
        _ if waiting > 0 => t!(texts, "view-saving"),
        Some(at) => t!(
            texts,
            "view-saved",
            at = clock::hhmmss(at, &scene.plan().zone)
        ),
        None => String::new(),
    };
    let look = if failed { style::STRONG } else { style::QUIET };
    ink::right(&words, look, row, buf);
}

/// The open line: the kinds with the chosen one marked, the words, and what they will be saved as.
fn open(scene: &Scene<'_>, [head, area, info]: [Rect; 3], buf: &mut Buffer) -> Option<Position> {
    let texts = scene.texts;
    let writing = &scene.lead.writing;
    let mode = match writing.editing {
        Some(id) => t!(texts, "view-editing", id = id.to_string()),
        None => t!(texts, "view-writing"),
    };
    let mode = format!(" {mode} ");
    let preview = scene.lead.preview();
    ink::left(&mode, style::CHOSEN.patch(style::STRONG), head, buf);
    let wide = u16::try_from(width(&mode) + 1).unwrap_or(0).min(head.width);
    let chips_row = Rect {
        x: head.x + wide,
        width: head.width - wide,
        ..head
    };
    let tag = if preview.empty {
        scene.lead.tag()
    } else {
        preview.body.tag
    };
    chips(scene, tag, chips_row, buf);
    let cursor = edit_box(&writing.line, area, buf);
    if preview.body.waits {
        ink::left(glyph::WAITS, style::ACCENT_STRONG, first_row(area), buf);
    }
    if let (Some(at), Some(rest)) = (cursor, scene.lead.completion()) {
        let row = Rect::new(at.x, at.y, area.right().saturating_sub(at.x), 1);
        ink::left(&rest, style::QUIET, row, buf);
    }
    let room = usize::from(info.width);
    let saves = t!(texts, "view-enter-saves");
    let ends = if preview.body.waits {
        let tab = t!(texts, "view-waits-tab");
        vec![format!("{tab}  {saves}"), tab]
    } else {
        vec![saves]
    };
    let noticed = &preview.noticed;
    let words = if scene.session().writing_paused() {
        t!(texts, "view-unwritten")
    } else if !noticed.is_empty() {
        let saved = (!preview.empty && !preview.replaces)
            .then(|| preview_words(scene, &preview.body, usize::MAX));
        noticed_words(scene, noticed, saved.as_deref(), room)
    } else if preview.pauses {
        t!(texts, "view-line-pauses")
    } else if preview.replaces {
        t!(texts, "view-line-replaces")
    } else if preview.empty {
        t!(texts, "view-line-empty")
    } else {
        preview_words(scene, &preview.body, room)
    };
    ink::left(&words, style::PLAIN, info, buf);
    let at_rest = scene.lead.saved_at.is_some() || !scene.lead.pending.is_empty();
    // In the note-taker's window the row below says when all was saved.
    let at_rest = at_rest && (scene.lead.leads() || !scene.lead.pending.is_empty());
    if preview.empty && at_rest {
        saved(scene, info, buf);
    } else if let Some(end) = ends
        .into_iter()
        .find(|end| width(&words) + 1 + width(end) <= room)
    {
        ink::right(&end, style::QUIET, info, buf);
    }
    cursor
}

/// What a line will be saved as; in a narrow window without what goes without saying.
fn preview_words(scene: &Scene<'_>, body: &Body, room: usize) -> String {
    let said = said(scene, body).join(" · ");
    let tag = if body.waits {
        t!(scene.texts, "view-waits")
    } else {
        tag::name(body.tag, scene.plan(), scene.texts)
    };
    let begin = format!("{} {tag}", scene.hhmm(scene.now));
    let whole = [begin, said.clone()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    let full = t!(scene.texts, "view-saved-as", words = whole.clone());
    // What waits says so itself.
    [full, whole]
        .into_iter()
        .skip(usize::from(body.waits))
        .find(|words| width(words) <= room)
        .unwrap_or(if body.waits { tag } else { said })
}

/// What was noticed of people's numbers, behind what the line will be saved as where there is room for both.
fn noticed_words(scene: &Scene<'_>, kinds: &[Kind], saved: Option<&str>, room: usize) -> String {
    let texts = scene.texts;
    let told = discreet::told(kinds, &texts);
    let all = told.join(" · ");
    let first = told.first().cloned().unwrap_or_default();
    let short = match kinds {
        [Kind::Mail] => t!(texts, "noticed-mail-short"),
        _ => t!(texts, "noticed-number-short", hidden = HIDDEN),
    };
    let behind = |noticed: &str| saved.map(|saved| format!("{saved} · {noticed}"));
    let forms = [behind(&all), behind(&short), Some(all), Some(first)];
    let mut forms = forms.into_iter().flatten();
    forms.find(|words| width(words) <= room).unwrap_or(short)
}

/// Voice and chart; of a step who, when and what.
fn said(scene: &Scene<'_>, body: &Body) -> Vec<String> {
    let texts = scene.texts;
    let mut parts = Vec::new();
    if body.tag == Tag::NextStep {
        let nobody = t!(texts, "view-step-nobody");
        let who = body.who.as_ref().map_or(nobody, |who| {
            t!(
                texts,
                "view-step-who-is",
                who = who.on_one_line().into_owned()
            )
        });
        parts.push(who);
        if let Some(when) = &body.when {
            parts.push(t!(
                texts,
                "view-step-when-is",
                when = when.on_one_line().into_owned()
            ));
        }
        parts.push(t!(
            texts,
            "view-step-what-is",
            what = body.text.on_one_line().into_owned()
        ));
        return parts;
    }
    parts.extend(
        body.voice
            .as_ref()
            .map(|voice| voice.on_one_line().into_owned()),
    );
    parts.extend(body.chart.map(|chart| chart.to_string()));
    if body.continues {
        parts.push(t!(texts, "view-goes-on"));
    }
    if body.missed {
        parts.push(t!(texts, "view-missed"));
    }
    parts
}

/// The kinds Tab walks through, the chosen one marked and always in view.
fn chips(scene: &Scene<'_>, tag: Tag, row: Rect, buf: &mut Buffer) {
    let kinds = scene.lead.kinds_with(tag);
    let names: Vec<String> = kinds
        .iter()
        .map(|choice| tag::name(*choice, scene.plan(), scene.texts))
        .map(|name| format!(" {} ", take(&name, tag::LONGEST).0))
        .collect();
    let chosen = kinds.iter().position(|choice| *choice == tag).unwrap_or(0);
    let room = usize::from(row.width).saturating_sub(2);
    let wide = |from: usize| {
        names
            .iter()
            .skip(from)
            .take(chosen + 1 - from)
            .map(|name| width(name))
            .sum::<usize>()
    };
    // The one before the chosen kind stays in view too, so that Shift+Tab is seen to lead somewhere.
    let mut first = 0;
    while first < chosen && wide(first) > room {
        first += 1;
    }
    let mut line = Line::default();
    if first > 0 {
        line.push_span(Span::styled("‹", style::QUIET));
    }
    for (place, name) in names.iter().enumerate().skip(first) {
        if line.width() + width(name) > room + 1 {
            line.push_span(Span::styled("›", style::QUIET));
            break;
        }
        let look = if place == chosen {
            style::CHOSEN
        } else {
            style::QUIET
        };
        line.push_span(Span::styled(name.clone(), look));
    }
    ink::put(&line, row, buf);
}

/// So many bytes are laid out in rows; a longer text is looked at through a window, so that a frame costs what is seen.
const LAID_OUT: usize = 4_000;

/// Draws the words of a line in the rows there are, wrapped at graphemes, with the cursor in view.
///
/// One row scrolls by characters: a row that is swapped whole would hide the words just typed.
pub(super) fn edit_box(line: &LineEditor, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let pen = width(glyph::PEN) as u16 + 1;
    ink::left(glyph::PEN, style::ACCENT_STRONG, first_row(area), buf);
    let inner = Rect {
        x: (area.x + pen).min(area.right()),
        width: area.width.saturating_sub(pen),
        ..area
    };
    if inner.is_empty() {
        return None;
    }
    let (cols, room) = (usize::from(inner.width), usize::from(inner.height));
    let (rows, at) = if room == 1 {
        let (row, col) = line.view(cols);
        (vec![row], (0, col))
    } else if line.text().len() > LAID_OUT {
        // Each row may lose a column to a wide character that does not fit its end.
        let (seen, col) = line.view((cols - 1).max(1) * room);
        let at = column_to_byte(&seen, col);
        laid_out(&seen, at, cols)
    } else {
        laid_out(line.text(), line.cursor(), cols)
    };
    let first = (at.0 + 1).saturating_sub(room);
    for (row, place) in rows.iter().skip(first).zip(inner.rows()) {
        ink::left(row, style::PLAIN, place, buf);
    }
    if first > 0 {
        let mark = Rect {
            width: 1,
            ..first_row(area)
        };
        ink::left(glyph::ABOVE, style::ACCENT_STRONG, mark, buf);
    }
    let x = inner.x + u16::try_from(at.1).unwrap_or(0).min(inner.width - 1);
    let y = inner.y
        + u16::try_from(at.0 - first)
            .unwrap_or(0)
            .min(inner.height - 1);
    Some(Position { x, y })
}

/// Returns the byte at which a column of a row begins.
fn column_to_byte(row: &str, col: usize) -> usize {
    let mut used = 0;
    for (place, grapheme) in row.grapheme_indices(true) {
        if used >= col {
            return place;
        }
        used += grapheme_width(grapheme);
    }
    row.len()
}

/// Breaks text into rows of so many columns; finds the row and column of the cursor, a place in bytes.
fn laid_out(text: &str, cursor: usize, cols: usize) -> (Vec<String>, (usize, usize)) {
    let mut rows = vec![String::new()];
    let mut used = 0;
    let mut at = (0, 0);
    for (place, grapheme) in text.grapheme_indices(true) {
        let wide = grapheme_width(grapheme);
        if used + wide > cols && used > 0 {
            rows.push(String::new());
            used = 0;
        }
        if place <= cursor {
            at = (rows.len() - 1, used);
        }
        if let Some(row) = rows.last_mut() {
            row.push_str(grapheme);
        }
        used += wide;
    }
    if cursor >= text.len() {
        if used >= cols {
            rows.push(String::new());
            used = 0;
        }
        at = (rows.len() - 1, used);
    }
    (rows, at)
}

/// A question in the line's place; its head says that every key is the question's.
fn question(
    scene: &Scene<'_>,
    prompt: &Prompt,
    [head, area, info]: [Rect; 3],
    buf: &mut Buffer,
) -> Option<Position> {
    let (title, hint) = question_words(scene, &prompt.question, usize::from(info.width));
    ink::left(
        &format!(" {title} "),
        style::CHOSEN.patch(style::STRONG),
        head,
        buf,
    );
    if let Question::Waiting { id, .. } = prompt.question {
        read_out(scene, id, area.union(info), buf);
        return None;
    }
    let cursor = edit_box(&prompt.line, area, buf);
    let noticed = prompt.noticed();
    match &prompt.trouble {
        Some(trouble) => ink::left(trouble, style::STRONG, info, buf),
        None if noticed.is_empty() => ink::left(&hint, style::QUIET, info, buf),
        None => {
            let words = noticed_words(scene, &noticed, Some(&hint), usize::from(info.width));
            ink::left(&words, style::PLAIN, info, buf);
        }
    }
    cursor
}

/// Whether to lead from here, with who does; where there is little room, without.
fn take_lead(scene: &Scene<'_>, room: usize) -> (String, String) {
    let texts = scene.texts;
    let who = scene.lead.who_leads(&texts);
    let how = [
        t!(texts, "view-ask-take-lead-how", who = who),
        t!(texts, "view-ask-take-lead-short"),
    ];
    let how = how.into_iter().find(|how| width(how) <= room);
    (t!(texts, "view-ask-take-lead"), how.unwrap_or_default())
}

/// What is read out, in all the rows there are: the words, and the perspective they speak for.
fn read_out(scene: &Scene<'_>, id: NoteId, area: Rect, buf: &mut Buffer) {
    let words = match scene.lead.read_out(id) {
        Some((_, said)) => {
            let text = said.text.on_one_line().into_owned();
            match said.perspective {
                Some(who) => format!("{}: {text}", who.on_one_line()),
                None => text,
            }
        }
        None => t!(scene.texts, "view-waiting-gone"),
    };
    let mut rows = wrap(&words, usize::from(area.width));
    let room = usize::from(area.height);
    if rows.len() > room {
        rows.truncate(room);
        if let Some(last) = rows.last_mut() {
            *last = fit(&format!("{last} …"), usize::from(area.width));
            if !last.ends_with('…') {
                last.pop();
                last.push('…');
            }
        }
    }
    for (row, place) in rows.iter().zip(area.rows()) {
        ink::left(row, style::PLAIN, place, buf);
    }
}

/// What is asked, and how it is answered.
pub(super) fn question_words(
    scene: &Scene<'_>,
    question: &Question,
    room: usize,
) -> (String, String) {
    let texts = scene.texts;
    match question {
        Question::Backdate => (
            t!(texts, "view-ask-backdate"),
            t!(texts, "view-ask-backdate-how"),
        ),
        Question::MoveEnd => (t!(texts, "view-ask-end"), t!(texts, "view-ask-end-how")),
        Question::Park => (t!(texts, "view-ask-park"), t!(texts, "view-ask-park-how")),
        Question::Find => (t!(texts, "view-ask-find"), t!(texts, "view-ask-find-how")),
        Question::Guess(id) => (
            t!(texts, "view-ask-guess"),
            showing::guess_words(scene, *id),
        ),
        Question::MoveNote(id) => {
            let last = scene.plan().stages.len();
            (
                t!(texts, "view-ask-move", id = id.to_string()),
                t!(texts, "view-ask-move-how", last = last),
            )
        }
        Question::Erase(id) => (
            t!(texts, "view-ask-erase", id = id.to_string()),
            t!(texts, "view-ask-erase-how", id = id.to_string()),
        ),
        Question::Private(place) => {
            let title = match place {
                0 => t!(texts, "view-ask-private-well"),
                1 => t!(texts, "view-ask-private-differently"),
                _ => t!(texts, "view-ask-private-method"),
            };
            (title, t!(texts, "view-ask-private-how"))
        }
        Question::Pasted(pasted) => {
            let notes = pasted.notes.len();
            let how = if pasted.fits_inbox() && pasted.fits_one_note() {
                t!(texts, "view-ask-pasted-inbox", n = notes)
            } else if pasted.fits_one_note() {
                t!(texts, "view-ask-pasted-how", n = notes)
            } else {
                t!(texts, "view-ask-pasted-long", n = notes)
            };
            (t!(texts, "view-ask-pasted", n = pasted.lines), how)
        }
        Question::TakeLead => take_lead(scene, room),
        Question::Waiting { id, tag } => {
            let now = scene.session().note(*id).map(|note| note.body.tag);
            let kind = tag.or(now).unwrap_or(Tag::Idea);
            let kind = tag::name(kind, scene.plan(), texts);
            let left = scene.session().waiting_count();
            (
                t!(texts, "view-read-out", n = left, kind = kind),
                String::new(),
            )
        }
        Question::WhichEnd { planned, counted } => {
            let (planned, counted) = (&scene.hhmm(*planned), &scene.hhmm(*counted));
            let how = t!(
                texts,
                "view-ask-which-end-how",
                planned = planned,
                counted = counted
            );
            let how = if width(&how) <= room {
                how
            } else {
                t!(
                    texts,
                    "view-ask-which-end-short",
                    planned = planned,
                    counted = counted
                )
            };
            (t!(texts, "view-ask-which-end"), how)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxed(line: &LineEditor, cols: u16, rows: u16) -> (Vec<String>, Position) {
        let area = Rect::new(0, 0, cols, rows);
        let mut buf = Buffer::empty(area);
        let at = edit_box(line, area, &mut buf).expect("there is room");
        let row = |y| (0..cols).map(|x| buf[(x, y)].symbol()).collect::<String>();
        ((0..rows).map(row).collect(), at)
    }

    #[test]
    fn one_row_scrolls_by_characters_and_says_that_it_does() {
        let line = LineEditor::with("fritid: öppet till 21 på torsdagar");
        let (rows, at) = boxed(&line, 20, 1);
        assert!(
            rows[0].starts_with("› …") && rows[0].contains("på torsdagar"),
            "{rows:?}"
        );
        let mut longer = line.clone();
        longer.type_char('!');
        let (after, there) = boxed(&longer, 20, 1);
        assert_eq!(at, there, "the cursor stays, the words move by one");
        assert!(after[0].trim_end().ends_with("torsdagar!"), "{after:?}");
    }

    #[test]
    fn a_very_long_text_costs_what_is_seen_of_it() {
        let line = LineEditor::with(&"å👩‍👧b".repeat(60_000));
        for rows in 1..4 {
            let (seen, at) = boxed(&line, 30, rows);
            assert!(seen.iter().all(|row| width(row) >= 29), "{seen:?}");
            assert_eq!(at.y, rows - 1);
        }
    }

    #[test]
    fn the_cursor_stays_with_its_grapheme() {
        assert_eq!(laid_out("", 0, 5), (vec![String::new()], (0, 0)));
        let (rows, at) = laid_out("åäöåäö", 12, 5);
        assert_eq!(rows, ["åäöåä", "ö"]);
        assert_eq!(at, (1, 1));
        let (_, at) = laid_out("åäöåäö", 2, 5);
        assert_eq!(at, (0, 1));
        let (rows, at) = laid_out("abcde", 5, 5);
        assert_eq!((rows.len(), at), (2, (1, 0)));
        let (rows, at) = laid_out("ab👩‍👧", "ab👩‍👧".len(), 3);
        assert_eq!((rows.len(), at), (2, (1, 2)));
    }
}
