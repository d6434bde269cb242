//! `samtal search`: words in every session, a line each as grep writes them.

use std::io::{self, BufWriter, IsTerminal as _, Write as _};

use super::{Context, FAILED, Failure, Searching, indexing::Indexing, lead, print, sessions, show};
use crate::{
    app::search::{self as screen, Ask, Heard, Looked},
    domain::Tag,
    format::tag,
    run::searching::Seeker,
    store::library::{
        About, Found,
        search::{self, Hit, Query},
    },
    t,
    text::{Moment, SafeText, clock},
};

/// So many bytes are handed to another program at once.
const PIECE: usize = 64 * 1024;
/// But what was found waits no longer than this many sessions.
const OFTEN: usize = 256;

/// Tells every hit as soon as it is found; nothing found is 1, as grep has it.
pub(super) fn run(context: &Context, said: &Searching) -> Result<u8, Failure> {
    let texts = &context.texts;
    let said = said.with_line();
    let on_a_terminal =
        context.env.input_is_terminal && context.env.output_is_terminal && !context.linear();
    if said == Searching::default() && on_a_terminal {
        return lead::search_window(context);
    }
    let query = query(context, &said)?;
    let unsaid = sessions::occasion(context).unsaid;
    // A person sees each line at once; a program is handed many at a time. There is no colour in them that would have to be left out.
    let room = if io::stdout().is_terminal() { 0 } else { PIECE };
    let mut out = BufWriter::with_capacity(room, io::stdout().lock());
    let mut named = (String::new(), SafeText::default());
    let (mut found, mut broken) = (false, Vec::new());
    let mut failed = None;
    let mut indexing = Indexing::new(context);
    let looked = search::search(
        &context.disk,
        &context.places,
        (&query, &unsaid),
        |hit| match hit {
            Hit::Note { name, note } => {
                found = true;
                indexing.clear();
                if named.0 != name {
                    named = (name.to_owned(), SafeText::line(name));
                }
                match print_hit(&mut out, &named.1, note) {
                    Ok(()) => true,
                    // A reader that went away has read enough.
                    Err(error) => {
                        failed = Some(error);
                        false
                    }
                }
            }
            Hit::Broken(error) => {
                let why = error.sentence(*texts);
                broken.push(t!(texts, "cli-list-broken", why = SafeText::line(&why)));
                true
            }
            Hit::Looked(progress) => {
                indexing.tell(progress);
                progress.done % OFTEN != 0 || {
                    failed = out.flush().err();
                    failed.is_none()
                }
            }
        },
    );
    indexing.clear();
    if failed.is_none() {
        failed = out.flush().err();
    }
    let failed = failed.filter(|error| error.kind() != io::ErrorKind::BrokenPipe);
    // What could not be written is not tried again.
    drop(out.into_parts());
    print::aside(&broken);
    looked.map_err(|error| Failure::of_store(&error, *texts))?;
    match failed {
        Some(error) => Err(Failure::new(error.to_string())),
        None if found => Ok(0),
        None => {
            print::aside(&[t!(texts, "search-nothing")]);
            Ok(FAILED)
        }
    }
}

/// Writes a hit as grep writes a line, piece by piece: there can be hundreds of thousands.
fn print_hit(out: &mut impl io::Write, name: &str, note: Found<'_>) -> io::Result<()> {
    out.write_all(name.as_bytes())?;
    write!(out, ":{}: ", note.id)?;
    out.write_all(note.row.as_bytes())?;
    out.write_all(b"\n")
}

/// Makes what answers the screen on which words are looked for.
pub(super) fn seeker(context: Context) -> Seeker {
    Box::new(move |ask, tell| match ask {
        Ask::Look { ticket, line } => look(&context, (*ticket, line), tell),
        Ask::Open(name) => {
            if let Ok(session) = sessions::to_read(&context, Some(name)) {
                tell(Heard::Session(name.clone(), Box::new(session)));
            }
        }
    })
}

/// So many hits are told at once.
const AT_ONCE: usize = 64;
/// More hits than this nobody reads on a screen: another word narrows.
const ENOUGH: usize = 1_000;

/// Looks for a line of the screen and tells what is found, in pieces, as long as somebody waits.
fn look(context: &Context, (ticket, line): (u64, &str), tell: &mut dyn FnMut(Heard) -> bool) {
    let said = Searching::default().with(line);
    if said == Searching::default() {
        tell(Heard::Found(ticket, Vec::new(), Looked::Nowhere));
        return;
    }
    let query = match query(context, &said) {
        Ok(query) => query,
        Err(why) => {
            tell(Heard::Bad(ticket, why.in_window()));
            return;
        }
    };
    let unsaid = sessions::occasion(context).unsaid;
    let (mut hits, mut count, mut looked) = (Vec::new(), 0, Looked::Going(0, 0));
    let searched = search::search(
        &context.disk,
        &context.places,
        (&query, &unsaid),
        |hit| match hit {
            Hit::Note { name, note } => {
                count += 1;
                hits.push(screen::Hit {
                    name: SafeText::line(name),
                    id: note.id,
                    row: SafeText::line(note.row),
                });
                if count == ENOUGH {
                    looked = Looked::Enough;
                    return false;
                }
                hits.len() < AT_ONCE
                    || tell(Heard::Found(ticket, std::mem::take(&mut hits), looked))
            }
            Hit::Broken(_) => true,
            Hit::Looked(progress) => {
                looked = Looked::Going(progress.done, progress.of);
                // Reading files anew takes a while, and whoever waits is told how far it is.
                !progress.anew.is_multiple_of(AT_ONCE)
                    || progress.anew == 0
                    || tell(Heard::Found(ticket, std::mem::take(&mut hits), looked))
            }
        },
    );
    if looked != Looked::Enough {
        looked = Looked::Through;
    }
    match searched {
        Ok(()) => tell(Heard::Found(ticket, hits, looked)),
        Err(error) => tell(Heard::Bad(
            ticket,
            SafeText::line(&error.sentence(context.texts)),
        )),
    };
}

/// Reads which kinds are wanted: by the method's names, or by the words that some session has for them.
fn kinds(context: &Context, words: &[String]) -> Result<(Vec<Tag>, Vec<String>), Failure> {
    let texts = &context.texts;
    let mut tags = Vec::new();
    for word in words {
        match show::tag(word, &[], texts) {
            Ok(tag) => tags.push(tag),
            Err(unknown) if !is_somebodys_own(context, word)? => return Err(unknown),
            Err(_) => {}
        }
    }
    Ok((tags, words.to_vec()))
}

/// Tells whether any session calls a kind of note so.
fn is_somebodys_own(context: &Context, word: &str) -> Result<bool, Failure> {
    let listed = sessions::listed_in_brief(context)?;
    Ok(listed.iter().any(|listed| match &listed.about {
        About::Session(about) => about.tags.iter().any(|own| tag::is_own(word, own)),
        About::Broken(_) => false,
    }))
}

fn query(context: &Context, said: &Searching) -> Result<Query, Failure> {
    let texts = &context.texts;
    let day = |word: &Option<String>, clock_time: &str| -> Result<Option<Moment>, Failure> {
        let Some(word) = word else { return Ok(None) };
        let at = clock::parse_local(&format!("{word} {clock_time}"), &context.zone)
            .or_else(|| clock::parse_local(word, &context.zone));
        let bad = || Failure::usage(t!(texts, "keep-bad-day", day = SafeText::line(word)));
        at.map(Some).ok_or_else(bad)
    };
    let (tags, called) = kinds(context, &said.tag)?;
    let until = day(&said.until, "23:59")?;
    let query = Query {
        words: said
            .words
            .iter()
            .flat_map(|words| words.split_whitespace())
            .map(str::to_owned)
            .collect(),
        fuzzy: said.fuzzy,
        plain: said.plain,
        tags,
        called,
        series: said.series.clone(),
        voice: said.voice.clone(),
        since: day(&said.since, "00:00")?,
        // The last minute of the day counts too.
        until: until.map(|until| until + crate::text::Span::minutes(1)),
        open: said.open,
    };
    if query
        == (Query {
            fuzzy: query.fuzzy,
            plain: query.plain,
            ..Query::default()
        })
    {
        return Err(Failure::usage(t!(texts, "search-what")));
    }
    Ok(query)
}
