//! `samtal search`: words in every session, a line each as grep writes them.

use std::io::{self, Write as _};

use super::{Context, FAILED, Failure, Searching, indexing::Indexing, print, sessions, show};
use crate::{
    domain::Tag,
    format::tag,
    store::library::{
        About,
        search::{self, Hit, Query},
    },
    t,
    text::{Moment, SafeText, clock},
};

/// Tells every hit as soon as it is found; nothing found is 1, as grep has it.
pub(super) fn run(context: &Context, said: &Searching) -> Result<u8, Failure> {
    let texts = &context.texts;
    let query = query(context, said)?;
    let unsaid = sessions::occasion(context).unsaid;
    let mut out = anstream::stdout().lock();
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
                let name = SafeText::line(name);
                match writeln!(out, "{name}:{}: {}", note.id, note.row) {
                    Ok(()) => true,
                    // A reader that went away has read enough.
                    Err(error) => {
                        failed =
                            Some(error).filter(|error| error.kind() != io::ErrorKind::BrokenPipe);
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
                true
            }
        },
    );
    indexing.clear();
    drop(out);
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
