//! Notes as they are said: saved here, written elsewhere, changed elsewhere.

use std::collections::BTreeSet;

use super::Said;
use crate::{
    domain::{Body, Event, Note, NoteId, Tag},
    format::tag,
    t,
    view::{notes::words_of, scene::Scene},
};

/// Of more lines of the chat than these only their number is said.
const CHAT: usize = 3;

/// Says what is new among the notes. Own changes were answered when they were made; what others do has nobody else to tell it.
pub(super) fn say(was: &Scene<'_>, now: &Scene<'_>, said: &mut Said) {
    let (before, after) = (was.session(), now.session());
    let counts = |session: &crate::domain::Session| (session.entry_count(), session.note_count());
    if counts(before) == counts(after) && !now.lead.room.past {
        return;
    }
    let own = changed_here(was, now);
    let seat = now.lead.room.seat;
    let mut chat = Vec::new();
    let fresh = |note: &&Note| before.note(note.id).is_none();
    for note in after.notes().filter(fresh) {
        let by = note.added_by.map(|by| by.seat);
        match note.body.tag {
            _ if now.lead.room.past => said.line(format!("{}.", whole(now, note))),
            _ if by == Some(seat) => said.line(saved(now, note)),
            Tag::Private => {}
            Tag::Inbox => chat.push(note),
            _ => {
                let name = by.and_then(|by| after.seats().get(&by)?.name.clone());
                let who = name.map_or_else(
                    || t!(now.texts, "room-someone"),
                    |name| name.on_one_line().into_owned(),
                );
                let what = whole(now, note);
                said.line(t!(now.texts, "linear-from", who = who, what = what));
            }
        }
    }
    if chat.len() > CHAT {
        said.line(t!(now.texts, "echo-inbox-taken", n = chat.len()));
    } else {
        said.all(chat.into_iter().map(|note| from_chat(now, note)));
    }
    for note in before.every_note().filter(|note| !own.contains(&note.id)) {
        said.line(change(now, note));
    }
}

/// Returns the notes whose changes this window made, which has been said.
fn changed_here(was: &Scene<'_>, now: &Scene<'_>) -> BTreeSet<NoteId> {
    let waits = |ticket: u64| {
        let mut pending = now.lead.pending.iter();
        pending.any(|pending| pending.draft.ticket == ticket)
    };
    let drafts = was.lead.pending.iter().map(|pending| &pending.draft);
    let answered = drafts.filter(|draft| !waits(draft.ticket));
    answered
        .filter_map(|draft| match &draft.event {
            Event::NoteEdited { id, .. } => Some(*id),
            Event::TakenBack(entry) => was.session().note_of(*entry),
            _ => None,
        })
        .collect()
}

/// Says what became of a note that was there before.
fn change(now: &Scene<'_>, before: &Note) -> String {
    let texts = now.texts;
    let (id, private) = (before.id.to_string(), before.body.tag == Tag::Private);
    let after = now.session().note(before.id);
    match after {
        _ if private => String::new(),
        Some(after) if after.erased && !before.erased && before.is_visible() => {
            // Removed here it has been answered.
            if now.lead.echo.is_some() {
                return String::new();
            }
            t!(texts, "linear-gone-for-good", id = id)
        }
        Some(after) if before.is_visible() && !after.is_visible() => {
            if now.lead.room.past {
                t!(texts, "linear-gone-then", id = id)
            } else {
                t!(texts, "linear-gone", id = id)
            }
        }
        Some(after)
            if after.is_visible() && (!before.is_visible() || before.body != after.body) =>
        {
            let what = whole(now, after);
            if now.lead.room.past {
                t!(texts, "linear-changed-then", what = what)
            } else {
                t!(texts, "linear-changed", what = what)
            }
        }
        _ => String::new(),
    }
}

/// Says what a line was saved as: its kind, whom it speaks for and the chart; of a step all of it, for its words are taken apart.
fn saved(scene: &Scene<'_>, note: &Note) -> String {
    let body = &note.body;
    let what = if body.tag == Tag::NextStep {
        whole(scene, note)
    } else {
        let mut parts = head(scene, note);
        let voice = body
            .voice
            .as_ref()
            .map(|voice| voice.on_one_line().into_owned());
        // Before the chart: who spoke is what may have been taken wrongly.
        parts.splice(2..2, voice);
        parts.extend(marks(scene, body));
        parts.join(", ")
    };
    t!(scene.texts, "linear-saved", what = what)
}

fn head(scene: &Scene<'_>, note: &Note) -> Vec<String> {
    let mut parts = vec![
        note.id.to_string(),
        tag::name(note.body.tag, scene.plan(), scene.texts),
    ];
    parts.extend(note.body.chart.map(|chart| chart.to_string()));
    parts
}

fn marks(scene: &Scene<'_>, body: &Body) -> Vec<String> {
    let goes_on = body.continues.then(|| t!(scene.texts, "view-goes-on"));
    let missed = body.missed.then(|| t!(scene.texts, "view-missed"));
    goes_on.into_iter().chain(missed).collect()
}

/// Says all of a note.
pub(super) fn whole(scene: &Scene<'_>, note: &Note) -> String {
    let mut head = head(scene, note);
    head.extend(marks(scene, &note.body));
    // The marks are said, not read as characters.
    let plain = Body {
        continues: false,
        missed: false,
        ..note.body.clone()
    };
    format!(
        "{}: {}",
        head.join(", "),
        words_of(scene, &plain).replace(" · ", ", ")
    )
}

/// Says a line of the chat that waits.
pub(super) fn from_chat(scene: &Scene<'_>, note: &Note) -> String {
    t!(
        scene.texts,
        "linear-inbox",
        id = note.id.to_string(),
        words = words_of(scene, &note.body)
    )
}
