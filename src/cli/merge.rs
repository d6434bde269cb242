//! `samtal merge`: the file of somebody who took notes on another computer comes into the session.

use std::path::Path;

use super::{Context, Failure, print, sessions};
use crate::{
    domain::{Base, NoteId, Session},
    format::{
        discreet,
        merge::{self, Left, Merge},
        session,
    },
    store::{RealDisk, files, session_store::SessionStore},
    t,
    text::{SafeText, Texts},
};

/// Takes in a file, and says what came of it.
pub(super) fn run(context: &Context, name: &str, file: &Path) -> Result<u8, Failure> {
    let texts = context.texts;
    let (places, path) = sessions::in_the_room(context, Some(name))?;
    let found = read(context, file)?;
    let here = sessions::seen(context, &places, &path)?;
    let shown = SafeText::line(&file.display().to_string());
    if found.id != *here.id() {
        return Err(Failure::new(t!(texts, "cli-merge-other", file = shown))
            .hinted(t!(texts, "cli-merge-other-hint")));
    }
    let letter = merge::letter(&here, &found);
    let letter = letter.ok_or_else(|| Failure::new(t!(texts, "cli-merge-letters")))?;
    // The other computer has a seat of its own, so that its own later corrections are told from those made here.
    let seat = SafeText::line(&letter.to_string());
    let occasion = sessions::occasion(context);
    let joined = SessionStore::join(RealDisk, &places, &path, &occasion, Some(&seat));
    let joined = joined.map_err(|error| Failure::of_open(&error, texts))?;
    let mut store = joined.store;
    let merged = store.merge(&found, letter);
    let merged = merged.map_err(|error| Failure::of_store(&error, texts))?;
    let published = store.publish();
    let rows = told(context, &merged, (store.session(), &found), &shown);
    print::rows(&rows)?;
    print::aside(&noticed(store.session(), &merged, texts));
    published.map_err(|error| Failure::of_store(&error, texts))?;
    Ok(0)
}

fn read(context: &Context, file: &Path) -> Result<Base, Failure> {
    let path = context.current.join(file);
    let text = files::read_text(&context.disk, &path);
    let text = text.map_err(|error| Failure::of_store(&error, context.texts))?;
    let read = session::read_with(&file.to_string_lossy(), &text, &sessions::unsaid(context));
    let file = read.map_err(|problem| Failure::of_problem(&problem, context.texts))?;
    let mut base = Base {
        id: file.id.unwrap_or_default(),
        ..file.base
    };
    session::number(&mut base);
    Ok(base)
}

/// Names the notes that came in with somebody's number or address: they are taken as they are, and one may want to change them.
fn noticed(session: &Session, merged: &Merge, texts: Texts) -> Vec<String> {
    let came = merged.added.iter().chain(&merged.changed);
    came.filter_map(|id| session.note(*id))
        .filter(|note| note.is_visible())
        .flat_map(|note| {
            let kinds = discreet::noticed(&note.body).into_iter();
            kinds.map(|kind| {
                let kind = discreet::name(kind, &texts);
                t!(
                    texts,
                    "cli-merge-personal",
                    id = note.id.to_string(),
                    kind = kind
                )
            })
        })
        .collect()
}

/// Says what came in, what changed, and what did not and why.
fn told(
    context: &Context,
    merged: &Merge,
    (here, there): (&Session, &Base),
    file: &SafeText,
) -> Vec<String> {
    let texts = context.texts;
    let ids = |ids: &[NoteId]| {
        let ids: Vec<String> = ids.iter().map(NoteId::to_string).collect();
        match ids.as_slice() {
            [first, .., last] if ids.len() > 6 => format!("{first} … {last}"),
            ids => ids.join(", "),
        }
    };
    let mut rows = Vec::new();
    if !merged.added.is_empty() {
        let (count, ids) = (merged.added.len(), ids(&merged.added));
        rows.push(t!(texts, "cli-merge-added", count = count, ids = ids));
    }
    if !merged.changed.is_empty() {
        rows.push(t!(texts, "cli-merge-changed", ids = ids(&merged.changed)));
    }
    if !merged.withdrawn.is_empty() {
        rows.push(t!(
            texts,
            "cli-merge-withdrawn",
            ids = ids(&merged.withdrawn)
        ));
    }
    if rows.is_empty() {
        rows.push(t!(texts, "cli-merge-nothing", file = file));
    }
    for left in &merged.left {
        let id = left.id().to_string();
        rows.push(match left {
            Left::Both(note) => {
                let mine = here.note(*note).map(|note| note.body.text.on_one_line());
                let same = |(id, ..): &&(NoteId, _, _)| {
                    (id.letter, id.number) == (note.letter, note.number)
                };
                let theirs = there.notes.iter().find(same);
                let theirs = theirs.and_then(|(.., body)| Some(body.as_ref()?.text.on_one_line()));
                t!(
                    texts,
                    "cli-merge-both",
                    id = id,
                    here = mine.unwrap_or_default().into_owned(),
                    there = theirs.unwrap_or_default().into_owned()
                )
            }
            Left::RemovedHere(_) => t!(texts, "cli-merge-removed-here", id = id),
            Left::RemovedThere(_) => t!(texts, "cli-merge-removed-there", id = id),
            Left::Taken(_) => t!(texts, "cli-merge-taken", id = id),
        });
    }
    rows
}
