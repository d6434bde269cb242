use std::collections::BTreeSet;

use super::*;
use crate::{
    domain::{Base, Body, Draft, Event, Letter, Minutes, NoteId, Plan, Seat, Slot, Stage, Tag},
    format::session::Unsaid,
    store::{
        ModelDisk, SessionStore, files,
        library::{
            Depth, Listed, listed, make_session,
            search::{Hit, Query, searched},
            walk::Walk,
        },
        session_store::Occasion,
    },
    text::{Moment, SafeText, Span},
};

const START: Moment = Moment(1_794_902_400_000);

/// A library on a model disk, and an index of it on the real one.
struct Shelf {
    disk: ModelDisk,
    places: Places,
    unsaid: Unsaid,
    folder: tempfile::TempDir,
    made: i64,
}

impl Shelf {
    fn with(sessions: usize) -> Self {
        let mut shelf = Self {
            disk: ModelDisk::new(1),
            places: Places::in_one(Path::new("/h")),
            unsaid: Unsaid::default(),
            folder: tempfile::tempdir().unwrap(),
            made: 0,
        };
        for _session in 0..sessions {
            shelf.make();
        }
        shelf
    }

    fn file(&self) -> PathBuf {
        let file = self.folder.path().join("cache").join("index.sqlite");
        RealDisk.cache_file(&file).unwrap()
    }

    fn occasion(&self) -> Occasion {
        Occasion {
            now: START + Span::minutes(self.made * 1440),
            fresh_id: SessionId(format!("0199c2a4-7f3e-7000-8000-{:012}", self.made)),
            unsaid: Unsaid::default(),
            pid: 1,
        }
    }

    fn make(&mut self) -> PathBuf {
        self.made += 1;
        let note = |number, tag: Tag, text: &str, voice: Option<&str>| {
            let body = Body {
                tag,
                text: text.into(),
                voice: voice.map(SafeText::line),
                who: (tag == Tag::NextStep).then(|| SafeText::line("Åsa")),
                ..Body::default()
            };
            (NoteId::new(tag.letter(), number), START, Some(body))
        };
        let title = format!("Samtal {}", self.made);
        let fler = format!("Fler trivs i {title}");
        let base = Base {
            plan: Plan {
                title: title.as_str().into(),
                series: (self.made % 2 == 0).then(|| SafeText::line("Skola")),
                slot: Slot {
                    start: Some(START + Span::minutes(self.made * 1440)),
                    minutes: 90,
                },
                stages: vec![Stage {
                    id: "a".into(),
                    minutes: Minutes::fixed(10),
                    ..Stage::default()
                }],
                ..Plan::default()
            },
            notes: vec![
                note(1, Tag::See, &fler, Some("skola")),
                note(
                    2,
                    Tag::See,
                    "Ungas måndagar är långa\noch tysta",
                    Some("Fritid"),
                ),
                note(1, Tag::NextStep, "ring fritidsgården", None),
                note(3, Tag::Private, "hemligstämplat", None),
            ],
            ..Base::default()
        };
        make_session(&self.disk, &self.places, base, &self.occasion()).unwrap()
    }

    fn walk(&self, index: bool) -> Walk<'_, ModelDisk> {
        Walk {
            disk: &self.disk,
            places: &self.places,
            unsaid: &self.unsaid,
            index: index.then(|| self.file()),
        }
    }

    /// Returns the list, and how many sessions were read anew for it.
    fn list(&self, index: bool) -> (Vec<Listed>, usize) {
        let mut anew = 0;
        let walk = self.walk(index);
        let list = listed(&walk, Depth::Whole, |progress, _| anew = progress.anew);
        (list.unwrap(), anew)
    }

    fn found(&self, query: &Query, index: bool) -> Vec<String> {
        let mut told = Vec::new();
        searched(&self.walk(index), query, |hit| {
            match hit {
                Hit::Note { name, note } => {
                    told.push(format!("{name}:{}: {} {:?}", note.id, note.row, note.at));
                }
                Hit::Broken(error) => told.push(format!("{error:?}")),
                Hit::Looked(_) => {}
            }
            true
        })
        .unwrap();
        told
    }

    /// Compares what is listed and found with the index and without it.
    fn is_the_same(&self, when: &str) {
        for query in queries() {
            let (with, without) = (self.found(&query, true), self.found(&query, false));
            assert_eq!(with, without, "{when}: {query:?}");
        }
        assert_eq!(self.list(true).0, self.list(false).0, "{when}");
    }

    fn open(&self, path: &Path) -> SessionStore<ModelDisk> {
        let opened = SessionStore::open(self.disk.clone(), &self.places, path, &self.occasion());
        opened.unwrap().store
    }

    fn edit(&self, path: &Path, from: &str, to: &str) {
        let text = files::read_text(&self.disk, path).unwrap();
        assert!(text.contains(from), "{text}");
        let text = text.replace(from, to);
        files::write_atomic(&self.disk, path, text.as_bytes(), files::Backup::None).unwrap();
    }

    /// Tells whether words stand anywhere in the index or beside it.
    fn holds(&self, words: &str) -> bool {
        let dir = self.file().parent().unwrap().to_owned();
        RealDisk.list(&dir).unwrap().iter().any(|file| {
            let bytes = RealDisk.read(file, 0, u64::MAX).unwrap();
            memchr::memmem::find(&bytes, words.as_bytes()).is_some()
        })
    }
}

fn words(words: &[&str]) -> Query {
    Query {
        words: words.iter().map(|&word| word.to_owned()).collect(),
        ..Query::default()
    }
}

fn queries() -> Vec<Query> {
    let how = |plain, fuzzy, said: &[&str]| Query {
        fuzzy,
        plain,
        ..words(said)
    };
    vec![
        words(&["trivs"]),
        words(&["MÅNDAG", "tyst"]),
        words(&["n2"]),
        words(&["saknas"]),
        words(&["hemligstämplat"]),
        words(&["åsa"]),
        how(true, false, &["asa"]),
        how(false, true, &["trvs"]),
        how(true, true, &["mandgr", "langa"]),
        Query {
            series: Some("skola".to_owned()),
            ..Query::default()
        },
        Query {
            voice: Some("fritid".to_owned()),
            ..Query::default()
        },
        Query {
            tags: vec![Tag::NextStep, Tag::Wonder],
            ..words(&["ring"])
        },
        Query {
            open: true,
            ..Query::default()
        },
        Query {
            since: Some(START + Span(1)),
            ..Query::default()
        },
        Query {
            until: Some(START + Span(1)),
            ..Query::default()
        },
    ]
}

fn say(store: &mut SessionStore<ModelDisk>, text: &str) -> NoteId {
    let body = Body {
        tag: Tag::See,
        text: text.into(),
        ..Body::default()
    };
    let id = NoteId::pending(Letter::N);
    let draft = Draft {
        ticket: 1,
        seat: Seat::LEAD,
        wall: START + Span::minutes(1),
        event: Event::NoteAdded { id, at: None, body },
    };
    store.append(draft).unwrap();
    let mut notes = store.session().notes();
    notes
        .rfind(|note| note.body.text.as_str() == text)
        .unwrap()
        .id
}

#[test]
fn the_index_never_changes_an_answer() {
    let mut shelf = Shelf::with(5);
    shelf.is_the_same("at first");
    assert_eq!(shelf.list(true).1, 0, "everything is known");
    let one = shelf.make();
    assert_eq!(shelf.list(true).1, 1, "one is new");
    shelf.is_the_same("one more");

    let mut store = shelf.open(&one);
    shelf.is_the_same("it is led");
    say(&mut store, "trivs vi på kvällen");
    shelf.is_the_same("something was said that no file has yet");
    let said = say(&mut store, "trivs vi när vi saknas");
    store.publish().unwrap();
    shelf.is_the_same("the file has it");
    store.erase(said).unwrap();
    shelf.is_the_same("removed for good");
    drop(store);
    shelf.is_the_same("nobody leads");
    assert_eq!(shelf.list(true).1, 0, "all of it is known again");

    shelf.edit(&one, "ring fritidsgården", "ring skolan, den saknas");
    shelf.is_the_same("edited by hand");
    let copy = shelf.places.sessions.join("kopia.ron");
    let text = files::read_text(&shelf.disk, &one).unwrap();
    files::write_new_file(&shelf.disk, &copy, text.as_bytes()).unwrap();
    shelf.is_the_same("copied");
    shelf.disk.remove(&one).unwrap();
    shelf.is_the_same("the first is gone, so the copy is it");
    shelf.edit(&copy, "Session(", "Session((");
    shelf.is_the_same("broken");
    let template = shelf.places.sessions.join("mall.ron");
    let text = "Session(kind: Template, title: \"Mall\", stages: [])";
    files::write_new_file(&shelf.disk, &template, text.as_bytes()).unwrap();
    shelf.is_the_same("a template");
    for state in shelf.disk.list(&shelf.places.state).unwrap() {
        for file in shelf.disk.list(&state).unwrap() {
            shelf.disk.remove_if_there(&file).unwrap();
        }
    }
    shelf.is_the_same("no log any more");
}

#[test]
fn what_is_removed_for_good_is_in_no_byte_of_it() {
    let mut shelf = Shelf::with(2);
    let path = shelf.make();
    let mut store = shelf.open(&path);
    let said = say(&mut store, "bortglömdasaker");
    store.publish().unwrap();
    shelf.list(true);
    assert!(shelf.holds("bortglömdasaker"), "it was found before");
    assert!(!shelf.holds("hemligstämplat"), "private lines never enter");
    store.erase(said).unwrap();
    shelf.list(true);
    assert!(!shelf.holds("bortglömdasaker"), "the next look removes it");
    assert!(shelf.holds("fritidsgården"));

    let places = Places {
        cache: shelf.file().parent().unwrap().to_owned(),
        ..shelf.places.clone()
    };
    let kept = |shelf: &Shelf| -> BTreeSet<&str> {
        let all = ["Samtal 1", "Samtal 2", "Samtal 3"];
        all.into_iter().filter(|name| shelf.holds(name)).collect()
    };
    assert_eq!(kept(&shelf).len(), 3);
    forget(&RealDisk, &places, Whose::File(&path)).unwrap();
    assert_eq!(kept(&shelf), ["Samtal 1", "Samtal 2"].into());
    let first = SessionId("0199c2a4-7f3e-7000-8000-000000000001".to_owned());
    forget(&RealDisk, &places, Whose::Session(&first)).unwrap();
    assert_eq!(kept(&shelf), ["Samtal 2"].into());
    shelf.is_the_same("and it comes back with what is there");
    assert_eq!(kept(&shelf).len(), 3);

    drop(store);
    for file in shelf.disk.list(&shelf.places.sessions).unwrap() {
        shelf.disk.remove(&file).unwrap();
    }
    shelf.list(true);
    assert!(!shelf.holds("fritidsgården"), "what is gone leaves nothing");
}

#[test]
fn a_damaged_index_is_made_anew_and_a_newer_one_left_alone() {
    let shelf = Shelf::with(4);
    shelf.list(true);
    let file = shelf.file();
    let whole = RealDisk.read(&file, 0, u64::MAX).unwrap();
    let write = |bytes: &[u8]| {
        remove(&file).unwrap();
        shelf.file();
        files::write_atomic(&RealDisk, &file, bytes, files::Backup::None).unwrap();
    };
    write(
        "This was never an index, and it is longer than the head of one. "
            .repeat(4)
            .as_bytes(),
    );
    shelf.is_the_same("another file");
    assert_eq!(shelf.list(true).1, 0, "it is made anew");
    write(&whole[..whole.len() / 2]);
    shelf.is_the_same("half of it is gone");
    let query = words(&["fritids"]);
    let right = shelf.found(&query, false);
    for place in (0..whole.len()).step_by(1_499) {
        let mut bytes = whole.clone();
        bytes[place] ^= 0x20;
        write(&bytes);
        assert_eq!(shelf.found(&query, true), right, "byte {place} is another");
    }
    write(&whole);
    let newer = connect(&file).unwrap();
    newer.pragma_update(None, "user_version", FORM + 1).unwrap();
    shelf.is_the_same("of a newer version");
    let form: i64 = newer
        .query_row("PRAGMA user_version", (), |row| row.get(0))
        .unwrap();
    assert_eq!(form, FORM + 1, "it is left alone");
}

#[test]
fn several_programs_use_it_at_once() {
    let shelf = Shelf::with(40);
    let alone = shelf.list(false).0;
    std::thread::scope(|scope| {
        for _program in 0..3 {
            scope.spawn(|| assert_eq!(shelf.list(true).0, alone));
        }
    });
    assert_eq!(shelf.list(true), (alone, 0));
}

#[cfg(unix)]
#[test]
fn it_is_the_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let shelf = Shelf::with(2);
    let open = connect(&shelf.file()).unwrap();
    shelf.list(true);
    let dir = shelf.file().parent().unwrap().to_owned();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&dir), 0o700);
    for file in RealDisk.list(&dir).unwrap() {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
    drop(open);
}
