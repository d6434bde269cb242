//! Words looked for in every session, newest session first, as it is on this machine right now: journals and files edited by hand included.

use std::path::Path;

use crate::{
    domain::Tag,
    format::session::Unsaid,
    store::{
        disk::Disk,
        error::StoreError,
        library::{
            Found, Progress, name_of,
            said::{Finds, Looker, Said},
            session_files,
            walk::{View, Walk},
        },
        places::Places,
        session_store::OpenError,
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
        note: Found<'a>,
    },
    /// A file that cannot be read: it is named and passed over.
    Broken(&'a OpenError),
    /// Another session has been looked through.
    Looked(Progress),
}

/// Looks through all sessions and tells each hit as soon as it is found; `tell` answers whether to go on. Private lines are never found.
pub fn search<D: Disk + Send + Sync>(
    disk: &D,
    places: &Places,
    (query, unsaid): (&Query, &Unsaid),
    tell: impl FnMut(Hit<'_>) -> bool,
) -> Result<(), StoreError> {
    searched(&Walk::by_index(disk, places, unsaid), query, tell)
}

pub(super) fn searched<D: Disk + Send + Sync>(
    walk: &Walk<'_, D>,
    query: &Query,
    mut tell: impl FnMut(Hit<'_>) -> bool,
) -> Result<(), StoreError> {
    // Files are named by their day: the newest first.
    let mut files = session_files(walk.disk, &walk.places.sessions)?;
    files.reverse();
    let of = |looker: &mut Looker<'_>, path: &Path, view: View<'_>| {
        let found = match view {
            View::Broken(error) => return Some(Err(Box::new(error))),
            View::Kept(reader, known) => {
                let fits = if looker.minds_the_session() {
                    let about = walk.summary(known)?;
                    looker.turn_to(about.series.as_deref(), &about.tags)
                } else {
                    looker.turn_to(None, &[])
                };
                if fits {
                    reader.said(known, looker)?
                } else {
                    Finds::default()
                }
            }
            View::Fresh(peeked) => {
                let plan = peeked.session.plan();
                if looker.turn_to(plan.series.as_deref(), &plan.tags) {
                    let said = Said::of(&peeked.session);
                    looker.look(&said.folded, &said.notes)?
                } else {
                    Finds::default()
                }
            }
        };
        Some(Ok((name_of(path), found)))
    };
    walk.through(&files, (|| Looker::new(query), of), |looked, progress| {
        let goes_on = match looked {
            None => true,
            Some(Err(error)) => tell(Hit::Broken(&error)),
            Some(Ok((name, found))) => found
                .iter()
                .all(|note| tell(Hit::Note { name: &name, note })),
        };
        goes_on && tell(Hit::Looked(progress))
    });
    Ok(())
}

#[cfg(test)]
mod tests {
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
                Hit::Looked(_) => {}
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
