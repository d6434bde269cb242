//! `samtal remove` and `samtal thin`: what goes for good, each place of it named before and after.

use std::path::{Path, PathBuf};

use super::{Context, FAILED, Failure, Removing, Thinned, Thinning, keeping, print, sessions};
use crate::{
    domain::NoteId,
    format::{
        removal::{Found, Gone, Kind, Name, Place},
        tag,
    },
    store::{
        library::{
            keeping as kept,
            removing::{self, Aged, Done, Holds},
        },
        session_store::OpenError,
    },
    t,
    text::{Moment, SafeText, Span, clock},
};

/// Removes one note or one person.
pub(super) fn run(context: &Context, said: &Removing) -> Result<u8, Failure> {
    match (&said.person, &said.session, &said.id) {
        (Some(name), session, None) => person(context, name, session.as_deref(), said.yes),
        (None, Some(session), Some(id)) => note(context, session, id, said.yes),
        _ => Err(Failure::usage(t!(context.texts, "remove-what"))),
    }
}

/// Asks for a word to be written again; `--yes` is for scripts.
fn asked(
    context: &Context,
    rows: &[String],
    (ask, word): (String, &str),
    yes: bool,
) -> Result<(), Failure> {
    let texts = context.texts;
    if yes {
        return Ok(());
    }
    print::rows(rows)?;
    if !(context.env.input_is_terminal && context.env.output_is_terminal) {
        return Err(Failure::new(t!(texts, "keep-left")).hinted(t!(texts, "keep-left-hint")));
    }
    print::text(&format!("{ask} "))?;
    if keeping::answer().to_lowercase() != word.to_lowercase() {
        return Err(Failure::new(t!(texts, "keep-left")));
    }
    Ok(())
}

fn shown(path: &Path) -> SafeText {
    SafeText::line(&path.display().to_string())
}

fn name_of(path: &Path) -> SafeText {
    SafeText::line(&path.file_stem().unwrap_or_default().to_string_lossy())
}

fn note(context: &Context, session: &str, id: &str, yes: bool) -> Result<u8, Failure> {
    let (texts, disk, places) = (context.texts, &context.disk, &context.places);
    let of_open = |error: OpenError| Failure::of_open(&error, texts);
    let of_store = |error| Failure::of_store(&error, texts);
    let id: NoteId = id
        .parse()
        .map_err(|_wrong| Failure::usage(t!(texts, "remove-no-id", id = SafeText::line(id))))?;
    let path = sessions::find(context, session)?;
    let occasion = sessions::occasion(context);
    let seen = sessions::seen(context, places, &path)?;
    let none = || Failure::new(t!(texts, "remove-no-note", id = id.to_string()));
    let gone = [removing::gone(&seen, id).ok_or_else(none)?];
    let copies =
        removing::copies(disk, places, &path, (&gone, &occasion.unsaid)).map_err(of_store)?;
    let kind = seen
        .note(id)
        .map(|note| tag::name(note.body.tag, seen.plan(), texts));
    let words = gone[0].words.on_one_line();
    let mut rows = vec![format!("{id}  {}  {words}", kind.unwrap_or_default())];
    rows.extend(copies.iter().map(|(path, ids)| copied(context, path, ids)));
    let ask = t!(texts, "remove-ask-id", id = id.to_string());
    asked(context, &rows, (ask, &id.to_string()), yes)?;
    let done = removing::note(disk, places, &path, (id, &occasion)).map_err(of_open)?;
    let mut rows = vec![t!(texts, "remove-gone", what = id.to_string())];
    rows.extend(places_of(context, &done));
    rows.extend(without_copies(context, &gone, &path)?);
    rows.extend(forgotten(context, &[path])?);
    rows.push(t!(texts, "remove-reach"));
    print::rows(&rows)
}

fn copied(context: &Context, path: &Path, ids: &[NoteId]) -> String {
    let ids: Vec<String> = ids.iter().map(NoteId::to_string).collect();
    t!(
        context.texts,
        "remove-copied",
        session = name_of(path),
        ids = ids.join(", ")
    )
}

/// Takes what later sessions copied out of them, and says where.
fn without_copies(context: &Context, gone: &[Gone], but: &Path) -> Result<Vec<String>, Failure> {
    let (disk, places) = (&context.disk, &context.places);
    let occasion = sessions::occasion(context);
    let copies = removing::copies(disk, places, but, (gone, &occasion.unsaid));
    let copies = copies.map_err(|error| Failure::of_store(&error, context.texts))?;
    let mut rows = Vec::new();
    for (path, _) in copies {
        match removing::forget_copies(disk, places, &path, (gone, &occasion)) {
            Ok(done) => {
                rows.extend(places_of(context, &done));
                keeping::forget_words(context, &path)?;
            }
            Err(error) => rows.push(left(context, &path, &error)),
        }
    }
    Ok(rows)
}

fn left(context: &Context, path: &Path, error: &OpenError) -> String {
    let why = Failure::of_open(error, context.texts).in_window();
    t!(
        context.texts,
        "remove-left",
        session = name_of(path),
        why = why
    )
}

/// Names each file that was written anew or is gone.
fn places_of(context: &Context, done: &Done) -> Vec<String> {
    let texts = context.texts;
    let anew = done
        .anew
        .iter()
        .map(|path| t!(texts, "remove-anew", path = shown(path)));
    let removed = done
        .removed
        .iter()
        .map(|path| t!(texts, "remove-file", path = shown(path)));
    anew.chain(removed).collect()
}

/// Takes the words of sessions out of the index, and says so where there is one.
fn forgotten(context: &Context, paths: &[PathBuf]) -> Result<Option<String>, Failure> {
    let mut there = false;
    for path in paths {
        there |= keeping::forget_words(context, path)?;
    }
    Ok(there.then(|| t!(context.texts, "remove-index")))
}

/// The files that are meant: one, or every session there is.
fn meant(context: &Context, session: Option<&str>) -> Result<Vec<PathBuf>, Failure> {
    if let Some(name) = session {
        return Ok(vec![sessions::find(context, name)?]);
    }
    let listed = sessions::listed(context)?.into_iter();
    let mut paths: Vec<PathBuf> = listed.map(|listed| listed.path).collect();
    paths.sort();
    Ok(paths)
}

fn person(context: &Context, said: &str, session: Option<&str>, yes: bool) -> Result<u8, Failure> {
    let (texts, disk, places) = (context.texts, &context.disk, &context.places);
    let name = Name::new(said).ok_or_else(|| Failure::usage(t!(texts, "remove-no-name")))?;
    let occasion = sessions::occasion(context);
    let (mut rows, mut wait, mut stay) = (Vec::new(), Vec::new(), Vec::new());
    for path in meant(context, session)? {
        match removing::look(disk, places, &path, (&name, &occasion.unsaid)) {
            Ok(holds) if holds.is_nothing() => {}
            Ok(holds) => {
                rows.extend(told(context, &path, &holds));
                if holds.plan {
                    stay.push(t!(texts, "remove-plan", path = shown(&path)));
                } else {
                    wait.push(path);
                }
            }
            Err(error) => stay.push(left(context, &path, &error)),
        }
    }
    let shown_name = SafeText::line(said.trim());
    if wait.is_empty() && stay.is_empty() {
        return print::rows(&[t!(texts, "remove-nobody", name = shown_name)]);
    }
    if !wait.is_empty() {
        let ask = t!(texts, "remove-ask-name", name = shown_name.clone());
        asked(context, &rows, (ask, said.trim()), yes)?;
    }
    let mut rows = Vec::new();
    for path in &wait {
        match removing::person(disk, places, path, (&name, &occasion)) {
            Ok(done) => {
                rows.push(t!(
                    texts,
                    "remove-gone-from",
                    name = shown_name.clone(),
                    session = name_of(path)
                ));
                rows.extend(places_of(context, &done));
                stay.extend(
                    done.left
                        .iter()
                        .map(|path| t!(texts, "remove-holds", path = shown(path))),
                );
                if name.is_in(&name_of(path).replace('-', " ")) {
                    stay.push(t!(texts, "remove-file-name", path = shown(path)));
                }
            }
            Err(error) => stay.push(left(context, path, &error)),
        }
    }
    rows.extend(forgotten(context, &wait)?);
    rows.push(t!(texts, "remove-reach"));
    ended(&rows, &stay)
}

/// Says what was done; where something stays that should have gone, that is a failure.
fn ended(rows: &[String], stay: &[String]) -> Result<u8, Failure> {
    print::rows(rows)?;
    if stay.is_empty() {
        return Ok(0);
    }
    Err(Failure {
        code: FAILED,
        ..Failure::new(stay.join("\n"))
    })
}

/// Tells where a name stands in a session.
fn told(context: &Context, path: &Path, holds: &Holds) -> Vec<String> {
    let texts = context.texts;
    let row = |found: &Found| {
        let place = match &found.place {
            Place::Plan => t!(texts, "remove-in-plan"),
            Place::Participant(key) => t!(texts, "remove-in-people", key = u32::from(*key)),
            Place::Stage(id) => t!(texts, "remove-in-stage", id = id.to_string()),
            Place::Chart(id) => id.to_string(),
            Place::Note(id) | Place::Carried(id) => id.to_string(),
        };
        format!("  {place}  {}", found.words.on_one_line())
    };
    let mut rows = vec![name_of(path).into_string()];
    rows.extend(holds.found.iter().map(row));
    if holds.found.is_empty() {
        rows.push(format!(
            "  {}",
            t!(texts, "remove-in-older", count = holds.files.len())
        ));
    }
    rows
}

/// Removes by age and kind.
pub(super) fn thin(context: &Context, said: &Thinning) -> Result<u8, Failure> {
    let texts = context.texts;
    let now = context.clock.now();
    let before = said.older_than.as_deref().map(|age| cut(age, now));
    let before = before.map(|cut| cut.ok_or_else(|| Failure::usage(t!(texts, "thin-age"))));
    let before = before.transpose()?;
    let kinds: Vec<Kind> = said.kind.iter().map(|kind| kind_of(*kind)).collect();
    let dry = before.is_none() || kinds.is_empty();
    let (mut rows, mut stay, mut goes) = (Vec::new(), Vec::new(), Vec::new());
    for path in meant(context, said.session.as_deref())? {
        let unsaid = sessions::unsaid(context);
        match removing::aged(&context.disk, &context.places, &path, &unsaid) {
            Ok(aged) if aged.last.is_none() && before.is_some() => {
                stay.push(t!(texts, "thin-no-date", session = name_of(&path)));
            }
            Ok(mut aged)
                if before.is_none_or(|before| aged.last.is_some_and(|last| last < before)) =>
            {
                // Private lines stand in the log alone, and go with it.
                let with_log = |kind: Kind| kind == Kind::Private && kinds.contains(&Kind::Logs);
                aged.has.retain(|(kind, _)| {
                    kinds.is_empty() || kinds.contains(kind) || with_log(*kind)
                });
                if !aged.has.is_empty() {
                    rows.push(row(context, &aged));
                    goes.push(aged);
                }
            }
            Ok(_younger) => {}
            Err(error) => stay.push(left(context, &path, &error)),
        }
    }
    if goes.is_empty() {
        rows.push(t!(texts, "thin-nothing"));
        print::aside(&stay);
        return print::rows(&rows);
    }
    rows.push(sums(context, goes.iter().flat_map(|aged| &aged.has)));
    if dry {
        rows.push(t!(texts, "thin-how"));
        print::aside(&stay);
        return print::rows(&rows);
    }
    let word = t!(texts, "thin-word");
    let ask = t!(texts, "thin-ask", word = word.clone());
    asked(context, &rows, (ask, &word), said.yes)?;
    carry_out(context, &goes, &kinds, stay)
}

fn carry_out(
    context: &Context,
    goes: &[Aged],
    kinds: &[Kind],
    mut stay: Vec<String>,
) -> Result<u8, Failure> {
    let (texts, disk, places) = (context.texts, &context.disk, &context.places);
    let occasion = sessions::occasion(context);
    let (mut rows, mut all, mut gone) = (Vec::new(), Vec::new(), Vec::new());
    for aged in goes {
        let whole = kinds.contains(&Kind::Sessions);
        let done = if whole {
            kept::files_of(disk, places, &aged.path, &occasion.unsaid)
                .and_then(|files| Ok(kept::delete(disk, &files)?))
                .map(|()| vec![(Kind::Sessions, 1)])
        } else {
            removing::thin(disk, places, &aged.path, (kinds, &occasion)).map(|thinned| {
                gone.extend(thinned.gone);
                thinned.counts
            })
        };
        match done {
            Ok(counts) => {
                let counts_said = said_of(context, counts.iter());
                rows.push(t!(
                    texts,
                    "thin-gone",
                    session = name_of(&aged.path),
                    what = counts_said
                ));
                all.extend(counts);
            }
            Err(error) => stay.push(left(context, &aged.path, &error)),
        }
    }
    rows.extend(without_copies(context, &gone, Path::new(""))?);
    let paths: Vec<PathBuf> = goes.iter().map(|aged| aged.path.clone()).collect();
    rows.extend(forgotten(context, &paths)?);
    rows.push(sums(context, all.iter()));
    rows.push(t!(texts, "remove-reach"));
    ended(&rows, &stay)
}

fn row(context: &Context, aged: &Aged) -> String {
    let day = aged.last.map(|last| clock::date(last, &context.zone));
    let what = said_of(context, aged.has.iter());
    format!(
        "{}  {}  {what}",
        day.unwrap_or_else(|| "-".to_owned()),
        name_of(&aged.path)
    )
}

fn sums<'a>(context: &Context, counts: impl Iterator<Item = &'a (Kind, usize)>) -> String {
    let mut sums: Vec<(Kind, usize)> = Vec::new();
    for (kind, count) in counts {
        match sums.iter_mut().find(|(known, _)| known == kind) {
            Some((_, sum)) => *sum += count,
            None => sums.push((*kind, *count)),
        }
    }
    sums.sort_unstable();
    t!(
        context.texts,
        "thin-sum",
        what = said_of(context, sums.iter())
    )
}

fn said_of<'a>(context: &Context, counts: impl Iterator<Item = &'a (Kind, usize)>) -> String {
    let texts = context.texts;
    let said = |(kind, count): &(Kind, usize)| {
        let count = *count;
        match kind {
            Kind::Sessions => t!(texts, "thin-sessions", count = count),
            Kind::Notes => t!(texts, "thin-notes", count = count),
            Kind::Voices => t!(texts, "thin-voices", count = count),
            Kind::Names => t!(texts, "thin-names", count = count),
            Kind::Private => t!(texts, "thin-private", count = count),
            Kind::Inbox => t!(texts, "thin-inbox", count = count),
            Kind::Logs => t!(texts, "thin-logs", count = count),
            Kind::Copies => t!(texts, "thin-copies", count = count),
        }
    };
    counts.map(said).collect::<Vec<_>>().join(", ")
}

const fn kind_of(said: Thinned) -> Kind {
    match said {
        Thinned::Sessions => Kind::Sessions,
        Thinned::Notes => Kind::Notes,
        Thinned::Voices => Kind::Voices,
        Thinned::Names => Kind::Names,
        Thinned::Private => Kind::Private,
        Thinned::Inbox => Kind::Inbox,
        Thinned::Logs => Kind::Logs,
        Thinned::Copies => Kind::Copies,
    }
}

/// Reads an age, `2y`, `18m`, `90d`, and returns what is older. A year has 365 days and a month 30.
fn cut(age: &str, now: Moment) -> Option<Moment> {
    let age = age.trim().to_lowercase();
    let digits = age.trim_end_matches(|c: char| !c.is_ascii_digit());
    let days = match age.strip_prefix(digits)?.trim() {
        "y" | "å" | "år" => 365,
        "m" | "mån" => 30,
        "d" => 1,
        _ => return None,
    };
    let days = digits.parse::<i64>().ok()?.checked_mul(days)?;
    (1..=36_500)
        .contains(&days)
        .then(|| now - Span::minutes(days * 24 * 60))
}
