//! `samtal steps`: what is open over all sessions, and the word that closes it.

use super::{Context, Failure, Stepping, args::Standing, print, sessions, show};
use crate::{
    domain::{NoteEdit, NoteId, Status, lasting::Told},
    format::discreet,
    report::{self, LastingRow},
    store::{
        RealDisk,
        library::{
            About, Listed,
            series::{self, Kept},
        },
        session_store::{Opened, SessionStore},
    },
    t,
    text::{SafeText, clock},
};

/// Lists what is open, or tells one of them how it stands.
pub(super) fn run(context: &Context, said: &Stepping) -> Result<u8, Failure> {
    let list = sessions::listed(context)?;
    match &said.id {
        Some(id) => {
            let kept = series::kept(&list);
            let one = series::find(id, &kept)
                .map_err(|error| sessions::of_find(&error, context.texts))?;
            if *said == said.only_an_id() {
                return page(context, &[one], &[], said);
            }
            tell(context, &one, said)
        }
        None => list_open(context, &list, said),
    }
}

fn list_open(context: &Context, list: &[Listed], said: &Stepping) -> Result<u8, Failure> {
    let mut kept = series::kept(list);
    kept.retain(|kept| said.all || kept.item.is_open());
    if let Some(name) = &said.series {
        kept.retain(|kept| series::is_of(kept.about, name));
    }
    page(context, &kept, list, said)
}

/// Shows them as a page: in a pager where somebody sits at a terminal.
fn page(
    context: &Context,
    kept: &[Kept<'_>],
    list: &[Listed],
    said: &Stepping,
) -> Result<u8, Failure> {
    let texts = &context.texts;
    let rows: Vec<LastingRow<'_>> = kept
        .iter()
        .map(|kept| LastingRow {
            item: kept.item,
            place: place(kept),
        })
        .collect();
    let mut document = report::lasting(&rows, show::width(context), texts);
    if rows.is_empty() {
        document
            .blocks
            .push(report::Block::Quiet(t!(texts, "series-nothing-open")));
    }
    // A broken file may hold steps too: silence would look like none.
    for listed in list {
        if let About::Broken(error) = &listed.about {
            let why = error.sentence(*texts);
            let said = t!(texts, "cli-list-broken", why = SafeText::line(&why));
            document.blocks.push(report::Block::Quiet(said));
        }
    }
    show::page(context, &document.to_text(), &said.paging)
}

/// Says where one was said: series, day, session.
fn place(kept: &Kept<'_>) -> String {
    let day = clock::date(kept.item.at, &kept.about.zone);
    let name = SafeText::line(&kept.listed.name);
    match &kept.about.series {
        Some(series) => format!("{}, {day}", series.on_one_line()),
        // The name of a session mostly begins with its day.
        None if name.starts_with(&day) => name.to_string(),
        None => format!("{name}, {day}"),
    }
}

const fn status(standing: Standing) -> Status {
    match standing {
        Standing::Open => Status::Open,
        Standing::Ongoing => Status::Ongoing,
        Standing::Done => Status::Done,
        Standing::Dropped => Status::Dropped,
    }
}

/// Writes how one stands now, into the session that made it.
fn tell(context: &Context, one: &Kept<'_>, said: &Stepping) -> Result<u8, Failure> {
    let texts = context.texts;
    let words = |words: &str| SafeText::line(words);
    let told = Told {
        status: said.status.map(status),
        why: Some(said.why.join(" "))
            .filter(|why| !why.trim().is_empty())
            .map(|why| words(&why)),
        indicator: said.indicator.as_deref().map(words),
        again: said.again.as_deref().map(words),
    };
    let occasion = sessions::occasion(context);
    let opened = SessionStore::open(RealDisk, &context.places, &one.listed.path, &occasion);
    let Opened {
        mut store, notices, ..
    } = opened.map_err(|error| Failure::of_open(&error, texts))?;
    let mut rows: Vec<String> = notices
        .iter()
        .map(|notice| notice.sentence(texts))
        .collect();
    let mut edits = edits(&store, one.item.id, &told);
    print::aside(&discreet::told(&discreet::edits(&mut edits), &texts));
    if edits.is_empty() {
        rows.push(t!(texts, "series-stands-so", id = one.item.id.to_string()));
        return print::rows(&rows);
    }
    store
        .edit(one.item.id, edits, occasion.now)
        .map_err(|error| Failure::of_store(&error, texts))?;
    let now = store.session().lasting();
    if let Some(item) = now.iter().find(|item| item.id == one.item.id) {
        let row = LastingRow {
            item,
            place: place(one),
        };
        let page = report::lasting(&[row], show::width(context), &texts);
        rows.push(report::plain(&page.to_text()).trim_end().to_owned());
    }
    print::rows(&rows)
}

fn edits(store: &SessionStore<RealDisk>, id: NoteId, told: &Told) -> Vec<NoteEdit> {
    let note = store.session().note(id);
    note.map(|note| told.edits(&note.body)).unwrap_or_default()
}
