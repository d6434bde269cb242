//! One note in rows: time, id, kind, chart, who, words; and one that is not saved yet, without an id.

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use crate::{
    app::lead::Pending,
    domain::{Body, Event, Note, Status, Tag},
    format::tag,
    t,
    text::width::{take, wrap},
    view::{
        glyph,
        notes::list::{List, ROWS_EACH, Which},
        scene::Scene,
        style,
    },
};

/// Writes one note in rows; the text hangs under its beginning.
pub(super) fn note_rows(list: &List<'_>, note: &Note, most: usize) -> Vec<Line<'static>> {
    let scene = list.scene;
    let time = scene.hhmm(note.wall);
    let changed = scene.lead.pending.iter().rev().find(
        |pending| matches!(&pending.draft.event, Event::NoteEdited { id, .. } if *id == note.id),
    );
    let mut head = vec![
        Span::styled(format!("{time} "), style::QUIET),
        Span::raw(format!("{:<3} ", note.id)),
    ];
    let mut tail = Vec::new();
    match changed {
        // Before the words, so that a long note cannot push it out of sight.
        Some(Pending { failed: true, .. }) => {
            let words = format!("{} ", t!(scene.texts, "view-not-saved"));
            head.push(Span::styled(words, style::ALARM));
        }
        Some(_) => tail.push(Span::styled(
            format!(" {}", t!(scene.texts, "view-saving")),
            style::QUIET,
        )),
        None => {}
    }
    if note.released.is_some() {
        let words = format!(" · {}", t!(scene.texts, "view-released"));
        tail.push(Span::styled(words, style::ACCENT));
    }
    body_rows(list, head, &note.body, tail, most)
}

/// Writes a note's kind, chart, voice and words after what stands before them.
fn body_rows(
    list: &List<'_>,
    mut head: Vec<Span<'static>>,
    body: &Body,
    tail: Vec<Span<'static>>,
    most: usize,
) -> Vec<Line<'static>> {
    let scene = list.scene;
    let indent: usize = head.iter().map(Span::width).sum();
    let indent = if indent * 2 > list.cols { 2 } else { indent };
    if let Some(chart) = body.chart {
        head.push(Span::styled(format!("{chart} "), style::QUIET));
    }
    if body.waits {
        head.push(Span::styled(format!("{} ", glyph::WAITS), style::ACCENT));
    } else if let Some(word) = kind_word(list, body) {
        head.push(Span::styled(word, style::ACCENT));
        head.push(Span::styled(" · ", style::QUIET));
    }
    let first = list.cols.saturating_sub(head.iter().map(Span::width).sum());
    let text = words_of(scene, body);
    // A note may be very long; no more of it is wrapped than can be seen.
    let (seen, _, rest) = take(&text, list.cols.saturating_mul(most + 1));
    let mut rows = wrap_after(seen, first, list.cols.saturating_sub(indent).max(1));
    if rows.len() > most || !rest.is_empty() {
        rows.truncate(most);
        if let Some(last) = rows.last_mut() {
            last.push('…');
        }
    }
    let mut lines = Vec::with_capacity(rows.len());
    let mut rows = rows.into_iter();
    let mut line = Line::from(head);
    line.extend(marked(
        &rows.next().unwrap_or_default(),
        &list.find,
        text_style(body),
    ));
    for row in rows {
        lines.push(line);
        line = Line::from(Span::raw(" ".repeat(indent)));
        line.extend(marked(&row, &list.find, text_style(body)));
    }
    line.extend(tail);
    lines.push(line);
    lines
}

/// Wraps text whose first row has another width than the rest.
fn wrap_after(text: &str, first: usize, rest: usize) -> Vec<String> {
    let mut rows = wrap(text, first.max(1));
    if rows.len() <= 1 || first == rest {
        return rows;
    }
    let head = rows.swap_remove(0);
    let used = head.len();
    let left = text.get(used..).unwrap_or_default();
    let mut all = vec![head];
    all.extend(wrap(left.trim_start(), rest));
    all
}

fn text_style(body: &Body) -> Style {
    if body.settled || matches!(body.status, Status::Done | Status::Dropped) {
        style::QUIET
    } else {
        style::PLAIN
    }
}

/// Names the kind, but for the one that a list is mostly of.
fn kind_word(list: &List<'_>, body: &Body) -> Option<String> {
    let plan = list.scene.plan();
    let plain = match list.which {
        // Where a meeting has its own word for what is seen, that word is not what goes without saying.
        Which::All => Some(Tag::See).filter(|see| plan.own_words(*see).is_none()),
        Which::Column(spine) => Some(tag::of_column(spine, plan)),
    };
    (plain != Some(body.tag)).then(|| tag::name(body.tag, plan, list.scene.texts))
}

/// Returns the words of a note with who said it, what goes on, and what is missing; a step with who and when.
pub(in crate::view) fn words_of(scene: &Scene<'_>, body: &Body) -> String {
    let mut text = String::new();
    if body.continues {
        text.push_str("… ");
    }
    if body.tag == Tag::NextStep {
        match &body.who {
            Some(who) => text.extend([&*who.on_one_line(), ": "]),
            None => text.extend([&t!(scene.texts, "view-step-who"), " "]),
        }
    } else if let Some(voice) = &body.voice {
        text.extend([&*voice.on_one_line(), ": "]);
    }
    text.push_str(&body.text.on_one_line());
    if let Some(when) = &body.when {
        text.extend([" · ", &*when.on_one_line()]);
    }
    if body.missed {
        text.push_str(" @@");
    }
    text
}

/// Marks what was looked for.
fn marked(row: &str, find: &str, look: Style) -> Vec<Span<'static>> {
    if find.is_empty() {
        return vec![Span::styled(row.to_owned(), look)];
    }
    let mut spans = Vec::new();
    let mut rest = row;
    while let Some((before, hit, after)) = split_at_words(rest, find) {
        spans.push(Span::styled(before.to_owned(), look));
        spans.push(Span::styled(hit.to_owned(), look.patch(style::FOUND)));
        rest = after;
    }
    spans.push(Span::styled(rest.to_owned(), look));
    spans
}

/// Splits text around the first place that says the words in any case.
fn split_at_words<'t>(text: &'t str, words: &str) -> Option<(&'t str, &'t str, &'t str)> {
    text.char_indices().find_map(|(at, _)| {
        let (before, from) = text.split_at(at);
        let end = said_by(from, words)?;
        let (hit, after) = from.split_at(end);
        Some((before, hit, after))
    })
}

/// Returns the bytes of text that begin with the words, in any case.
fn said_by(text: &str, words: &str) -> Option<usize> {
    let mut wanted = words.chars();
    let mut next = wanted.next()?;
    for (at, c) in text.char_indices() {
        for lower in c.to_lowercase() {
            if lower != next {
                return None;
            }
            match wanted.next() {
                Some(more) => next = more,
                None => return Some(at + c.len_utf8()),
            }
        }
    }
    None
}

/// Writes what is on its way to the disk, the newest last, in so many rows at most: it looks unsaved, and loud where the disk said no.
///
/// Each begins with that word, so a note with too little room keeps its beginning; which are left out are the oldest.
pub(super) fn pending_rows(list: &List<'_>, room: usize) -> Vec<Line<'static>> {
    let texts = list.scene.texts;
    let mut lines: Vec<Line<'static>> = Vec::new();
    for pending in list.scene.lead.pending.iter().rev() {
        let left = room - lines.len();
        if left == 0 {
            break;
        }
        let Some(body) = body_of(pending).filter(|body| list.which.has(body.tag)) else {
            continue;
        };
        let head = if pending.failed {
            Span::styled(format!("{} ", t!(texts, "view-not-saved")), style::ALARM)
        } else {
            Span::styled(format!("{} ", t!(texts, "view-saving")), style::QUIET)
        };
        let rows = body_rows(list, vec![head], body, Vec::new(), ROWS_EACH.min(left));
        lines.splice(0..0, rows);
    }
    lines
}

const fn body_of(pending: &Pending) -> Option<&Body> {
    match &pending.draft.event {
        Event::NoteAdded { body, .. } => Some(body),
        _ => None,
    }
}
