//! Packed and unpacked it is the same; what is there is never written over.

use super::*;
use crate::{
    domain::{Body, Draft, Event, NoteEdit, NoteId, Session, Tag},
    format::pack::{read, write},
    store::{
        ModelDisk,
        session_store::{Occasion, SessionStore},
    },
    text::Moment,
};

const PLAN: &str = r#"#![enable(implicit_some)]
Session(
    version: 1, kind: Session, id: "0199aaaa-0000-7000-8000-000000000001", title: "Att trivas", language: "sv", zone: "UTC",
    stages: [(id: "one", title: "Dialog", kind: Dialogue, minutes: 45)],
    charts: [(id: "d1", title: "Trygg", source: Csv("trygg.csv"))],
)
"#;

fn places(home: &str) -> Places {
    Places::in_one(Path::new(home))
}

fn opened(disk: &ModelDisk, home: &str, file: &str) -> SessionStore<ModelDisk> {
    let occasion = Occasion {
        now: Moment(1_794_902_400_000),
        fresh_id: SessionId("0199dddd-0000-7000-8000-000000000009".to_owned()),
        unsaid: Unsaid::default(),
        pid: 1,
    };
    let path = places(home).sessions.join(file);
    SessionStore::open(disk.clone(), &places(home), &path, &occasion)
        .unwrap()
        .store
}

fn say(store: &mut SessionStore<ModelDisk>, event: Event) -> crate::domain::Entry {
    let n = i64::try_from(store.session().entry_count()).unwrap();
    let draft = Draft {
        ticket: 0,
        seat: store.seat(),
        wall: Moment(1_794_902_400_000 + n * 1_000),
        event,
    };
    store.append(draft).unwrap().unwrap()
}

/// A session with a private line, a changed note, one taken back, a step; a plan without an id; templates, tips and settings.
fn disk() -> ModelDisk {
    let disk = ModelDisk::new(3);
    disk.put(Path::new("/a/sessions/skola.ron"), PLAN.as_bytes());
    disk.put(Path::new("/a/sessions/trygg.csv"), b"a;b\nx;1\n");
    disk.put(Path::new("/a/sessions/egen.ron"), b"// mine\nSession(version: 1, kind: Template, title: \"Egen\", stages: [(id: \"a\", title: \"A\", minutes: 5)])");
    disk.put(Path::new("/a/templates/min.sv.ron"), b"Session()");
    disk.put(Path::new("/a/config.ron"), b"Config()");
    disk.put(Path::new("/a/tips.ron"), b"Tips()");
    let mut store = opened(&disk, "/a", "skola.ron");
    for (tag, text) in [
        (Tag::See, "vi ser"),
        (Tag::Private, "min rad"),
        (Tag::NextStep, "ring"),
        (Tag::See, "fel"),
    ] {
        let body = Body {
            tag,
            text: text.into(),
            ..Body::default()
        };
        let id = NoteId::pending(tag.letter());
        say(&mut store, Event::NoteAdded { id, at: None, body });
    }
    let last = say(
        &mut store,
        Event::NoteEdited {
            id: "N1".parse().unwrap(),
            edits: vec![NoteEdit::Text("vi ser mer".into())],
        },
    );
    say(&mut store, Event::TakenBack(last.id));
    store.publish().unwrap();
    disk
}

fn packed(disk: &ModelDisk, logs: bool) -> Pack {
    let wish = Wish {
        sessions: ["egen.ron", "skola.ron"]
            .map(|file| places("/a").sessions.join(file))
            .to_vec(),
        everything: true,
        logs,
        made: "2026-11-17".to_owned(),
    };
    let gathered = gather(disk, &places("/a"), (&wish, &Unsaid::default())).unwrap();
    assert!(
        gathered.missing.is_empty() && gathered.moved.is_empty(),
        "{gathered:?}"
    );
    read(&write(gathered.manifest, &gathered.files).unwrap()).unwrap()
}

fn bytes_of(disk: &ModelDisk, path: &str) -> Vec<u8> {
    disk.read(Path::new(path), 0, pack::MAX_ONE).unwrap()
}

#[test]
fn in_an_empty_home_it_is_the_same_session() {
    let disk = disk();
    let before: Session = opened(&disk, "/a", "skola.ron").session().clone();
    let pack = packed(&disk, true);
    let brought = bring(&disk, &places("/b"), &pack, &Unsaid::default()).unwrap();
    assert!(
        brought
            .iter()
            .all(|one| matches!(one.became, Ok(Became::Written(_)))),
        "{brought:?}"
    );
    let mut store = opened(&disk, "/b", "skola.ron");
    assert_eq!(
        store.session(),
        &before,
        "private lines and what an undo reaches as well"
    );
    assert_eq!(store.session().tagged(Tag::Private).count(), 1);
    let acts = |session: &Session| session.entry_count();
    assert!(acts(store.session()) >= acts(&before));
    store.publish().unwrap();
    for file in [
        "sessions/egen.ron",
        "sessions/trygg.csv",
        "templates/min.sv.ron",
        "config.ron",
        "tips.ron",
    ] {
        assert_eq!(
            bytes_of(&disk, &format!("/a/{file}")),
            bytes_of(&disk, &format!("/b/{file}")),
            "{file}"
        );
    }
}

#[test]
fn without_logs_nothing_private_goes_along() {
    let disk = disk();
    let pack = packed(&disk, false);
    for (name, bytes) in &pack.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(
            !text.contains("min rad") && !text.contains("vi ser mer"),
            "{name}"
        );
    }
    bring(&disk, &places("/b"), &pack, &Unsaid::default()).unwrap();
    let session = opened(&disk, "/b", "skola.ron").session().clone();
    assert_eq!(session.notes().count(), 3);
}

#[test]
fn what_is_there_is_never_written_over() {
    let disk = disk();
    let pack = packed(&disk, true);
    disk.put(Path::new("/b/config.ron"), b"Config(tips: false)");
    disk.put(Path::new("/b/sessions/skola.ron"), b"another");
    let brought = bring(&disk, &places("/b"), &pack, &Unsaid::default()).unwrap();
    let became = |name: &str| {
        brought
            .iter()
            .find(|one| one.name == name)
            .unwrap()
            .became
            .clone()
            .unwrap()
    };
    assert_eq!(became("config.ron"), Became::Other("/b/config.ron".into()));
    assert_eq!(
        became("sessions/skola.ron"),
        Became::Written("/b/sessions/skola-2.ron".into())
    );
    assert_eq!(bytes_of(&disk, "/b/config.ron"), b"Config(tips: false)");
    assert_eq!(bytes_of(&disk, "/b/sessions/skola.ron"), b"another");
    let again = bring(&disk, &places("/b"), &pack, &Unsaid::default()).unwrap();
    let written = again
        .iter()
        .filter(|one| matches!(one.became, Ok(Became::Written(_))));
    assert_eq!(written.count(), 0, "{again:?}");
}

#[test]
fn a_power_cut_leaves_whole_sessions_and_unpacking_again_brings_the_rest() {
    let whole = disk();
    let pack = packed(&whole, true);
    let first = whole.steps();
    bring(&whole, &places("/b"), &pack, &Unsaid::default()).unwrap();
    let expected = opened(&whole, "/b", "skola.ron").session().clone();
    for step in first..=whole.steps() {
        let disk = disk();
        disk.cut_after(step);
        let _cut = bring(&disk, &places("/b"), &pack, &Unsaid::default());
        disk.power_on();
        bring(&disk, &places("/b"), &pack, &Unsaid::default()).unwrap();
        assert!(
            disk.exists(Path::new("/b/sessions/skola.ron")).unwrap(),
            "step {step}"
        );
        assert_eq!(
            opened(&disk, "/b", "skola.ron").session(),
            &expected,
            "step {step}"
        );
    }
}
