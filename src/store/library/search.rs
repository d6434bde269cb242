//! Words looked for in every session, newest session first, as it is on this machine right now: journals and files edited by hand included.

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{CaseMatching, Normalization, Pattern},
};

use crate::{
    domain::{Note, Session, Tag, TagWords, lasting::is_open},
    format::{
        session::{Kind, Unsaid},
        tag,
    },
    store::{
        disk::Disk,
        error::StoreError,
        library::{name_of, names::plain, session_files},
        places::Places,
        session_store::{OpenError, peek},
    },
    text::Moment,
};

/// What is looked for. Everything that is said must fit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words, each of which must stand in the note; letter case never counts.
    pub words: Vec<String>,
    /// Letters of a word need only come in their order.
    pub fuzzy: bool,
    /// Rings and dots do not count: `a` finds `å`.
    pub plain: bool,
    /// Only these kinds.
    pub tags: Vec<Tag>,
    /// Or these kinds by the words that some sessions have for them.
    pub called: Vec<String>,
    /// Only sessions of this series.
    pub series: Option<String>,
    /// Only notes that speak for this perspective.
    pub voice: Option<String>,
    /// Only what was said from here on.
    pub since: Option<Moment>,
    /// Only what was said before this.
    pub until: Option<Moment>,
    /// Only steps, wanted data and missing voices that are open.
    pub open: bool,
}

/// Something that was found, or could not be looked into.
#[derive(Debug)]
pub enum Hit<'a> {
    /// A note.
    Note {
        /// The name of the session.
        name: &'a str,
        /// The note.
        note: &'a Note,
    },
    /// A file that cannot be read: it is named and passed over.
    Broken(&'a OpenError),
}

/// Looks through all sessions and tells each hit as soon as it is found; `tell` answers whether to go on. Private lines are never found.
pub fn search<D: Disk>(
    disk: &D,
    places: &Places,
    (query, unsaid): (&Query, &Unsaid),
    mut tell: impl FnMut(Hit<'_>) -> bool,
) -> Result<(), StoreError> {
    let mut looker = Looker::new(query);
    // Files are named by their day.
    for path in session_files(disk, &places.sessions)?.into_iter().rev() {
        match peek(disk, places, &path, unsaid) {
            Ok(peeked) if peeked.kind == Kind::Template => {}
            Ok(peeked) => {
                let name = name_of(&path);
                for note in looker.notes(&peeked.session) {
                    if !tell(Hit::Note { name: &name, note }) {
                        return Ok(());
                    }
                }
            }
            Err(error) => {
                if !tell(Hit::Broken(&error)) {
                    return Ok(());
                }
            }
        }
    }
    Ok(())
}

struct Looker<'q> {
    query: &'q Query,
    words: Vec<String>,
    patterns: Vec<Pattern>,
    matcher: Matcher,
    letters: Vec<char>,
}

impl<'q> Looker<'q> {
    fn new(query: &'q Query) -> Self {
        let words: Vec<String> = query
            .words
            .iter()
            .map(|word| folded(word, query.plain))
            .collect();
        let pattern =
            |word: &String| Pattern::parse(word, CaseMatching::Ignore, Normalization::Never);
        Self {
            patterns: words.iter().filter(|_| query.fuzzy).map(pattern).collect(),
            query,
            words,
            matcher: Matcher::new(Config::DEFAULT),
            letters: Vec::new(),
        }
    }

    fn notes<'s>(&mut self, session: &'s Session) -> Vec<&'s Note> {
        let series = session.plan().series.as_ref();
        let wanted = self.query.series.as_ref();
        if wanted.is_some_and(|wanted| series.is_none_or(|own| plain(own) != plain(wanted))) {
            return Vec::new();
        }
        let kinds = self.kinds(session);
        session
            .notes()
            .filter(|note| self.fits(note, &kinds))
            .collect()
    }

    /// Returns the kinds that are wanted of a session: those named, and those that its own words name.
    fn kinds(&self, session: &Session) -> Vec<Tag> {
        let query = self.query;
        let named = |own: &&TagWords| query.called.iter().any(|word| tag::is_own(word, own));
        let own = session.plan().tags.iter().filter(named);
        let own = own.map(|own| own.tag);
        query.tags.iter().copied().chain(own).collect()
    }

    fn fits(&mut self, note: &Note, kinds: &[Tag]) -> bool {
        let (query, body) = (self.query, &note.body);
        let lasts = crate::domain::lasting::KINDS.contains(&body.tag) && !body.settled;
        let spoke = |voice: &String| {
            body.voice
                .as_ref()
                .is_some_and(|own| plain(own) == plain(voice))
        };
        body.tag != Tag::Private
            && (kinds.contains(&body.tag) || query.tags.is_empty() && query.called.is_empty())
            && (!query.open || lasts && is_open(body.status))
            && query.voice.as_ref().is_none_or(spoke)
            && query.since.is_none_or(|since| note.wall >= since)
            && query.until.is_none_or(|until| note.wall < until)
            && self.says(note)
    }

    fn says(&mut self, note: &Note) -> bool {
        let body = &note.body;
        let mut said = note.id.to_string();
        let more = [&body.who, &body.when, &body.why];
        for part in std::iter::once(&body.text).chain(more.into_iter().flatten()) {
            said.push(' ');
            said.push_str(part);
        }
        let said = folded(&said, self.query.plain);
        if !self.query.fuzzy {
            return self.words.iter().all(|word| said.contains(word.as_str()));
        }
        let matcher = &mut self.matcher;
        let letters = &mut self.letters;
        self.patterns.iter().all(|pattern| {
            let said = Utf32Str::new(&said, letters);
            pattern.score(said, matcher).is_some()
        })
    }
}

fn folded(words: &str, without_rings: bool) -> String {
    if without_rings {
        plain(words).replace('-', " ")
    } else {
        words.to_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::{
        domain::{Base, Body, Letter, NoteId, Plan, SessionId, Stage, Status},
        store::{ModelDisk, files, library::make_session, session_store::Occasion},
        text::SafeText,
    };

    fn library() -> (ModelDisk, Places) {
        let disk = ModelDisk::new(1);
        let places = Places::in_one(Path::new("/h"));
        let note = |number: u32, tag: Tag, text: &str, voice: Option<&str>, status| {
            let body = Body {
                tag,
                text: text.into(),
                voice: voice.map(SafeText::line),
                status,
                ..Body::default()
            };
            (
                NoteId::new(tag.letter(), number),
                Moment(i64::from(number) * 1000),
                Some(body),
            )
        };
        for (number, title, series) in [(1, "Ett", Some("Skola")), (2, "Två", None)] {
            let base = Base {
                plan: Plan {
                    title: title.into(),
                    series: series.map(SafeText::line),
                    stages: vec![Stage {
                        id: "a".into(),
                        minutes: crate::domain::Minutes::fixed(10),
                        ..Stage::default()
                    }],
                    ..Plan::default()
                },
                notes: vec![
                    note(
                        1,
                        Tag::See,
                        "Fler trivs på torsdagar i åttan",
                        Some("skola"),
                        Status::Open,
                    ),
                    note(2, Tag::NextStep, "ring om måndag", None, Status::Open),
                    note(3, Tag::NextStep, "boka måndag", None, Status::Done),
                    note(4, Tag::Private, "måndag hemligt", None, Status::Open),
                ],
                ..Base::default()
            };
            let occasion = Occasion {
                now: Moment(86_400_000 * number),
                fresh_id: SessionId(format!("0199c2a4-7f3e-7000-8000-{number:012}")),
                unsaid: Unsaid::default(),
                pid: 1,
            };
            make_session(&disk, &places, base, &occasion).unwrap();
        }
        files::write_new_file(&disk, Path::new("/h/sessions/0-trasig.ron"), b"Session(").unwrap();
        (disk, places)
    }

    fn found(query: &Query) -> (Vec<String>, usize) {
        let (disk, places) = library();
        let (mut told, mut broken) = (Vec::new(), 0);
        search(&disk, &places, (query, &Unsaid::default()), |hit| {
            match hit {
                Hit::Note { name, note } => {
                    told.push(format!("{}:{}", name.rsplit('-').next().unwrap(), note.id));
                }
                Hit::Broken(_) => broken += 1,
            }
            true
        })
        .unwrap();
        (told, broken)
    }

    #[test]
    fn every_filter_narrows() {
        let words = |words: &[&str]| Query {
            words: words.iter().map(|&word| word.to_owned()).collect(),
            ..Query::default()
        };
        let check = |query: Query, expected: &[&str]| {
            assert_eq!(
                found(&query),
                (expected.iter().map(|&one| one.to_owned()).collect(), 1),
                "{query:?}"
            );
        };
        check(
            words(&["MÅNDAG"]),
            &["tva:S2", "tva:S3", "ett:S2", "ett:S3"],
        );
        check(words(&["måndag", "ring"]), &["tva:S2", "ett:S2"]);
        check(words(&["mandag"]), &[]);
        check(
            Query {
                plain: true,
                ..words(&["mandag", "boka"])
            },
            &["tva:S3", "ett:S3"],
        );
        check(words(&["trsdg"]), &[]);
        check(
            Query {
                fuzzy: true,
                ..words(&["trsdg"])
            },
            &["tva:N1", "ett:N1"],
        );
        check(
            Query {
                series: Some("skola".to_owned()),
                ..words(&["måndag"])
            },
            &["ett:S2", "ett:S3"],
        );
        check(
            Query {
                open: true,
                ..words(&["måndag"])
            },
            &["tva:S2", "ett:S2"],
        );
        check(
            Query {
                tags: vec![Tag::See],
                ..words(&[])
            },
            &["tva:N1", "ett:N1"],
        );
        check(
            Query {
                voice: Some("Skola".to_owned()),
                ..words(&["i"])
            },
            &["tva:N1", "ett:N1"],
        );
        check(
            Query {
                since: Some(Moment(3000)),
                ..words(&["a"])
            },
            &["tva:S3", "ett:S3"],
        );
        check(
            Query {
                until: Some(Moment(2000)),
                ..words(&[])
            },
            &["tva:N1", "ett:N1"],
        );
        check(words(&["hemligt"]), &[]);
        check(words(&["s2"]), &["tva:S2", "ett:S2"]);
    }

    #[test]
    fn it_stops_when_nobody_listens() {
        let (disk, places) = library();
        let mut told = 0;
        search(
            &disk,
            &places,
            (&Query::default(), &Unsaid::default()),
            |_hit| {
                told += 1;
                told < 2
            },
        )
        .unwrap();
        assert_eq!(told, 2);
        assert_eq!(NoteId::new(Letter::N, 1).to_string(), "N1");
    }
}
