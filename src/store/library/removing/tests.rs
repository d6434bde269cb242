//! What was removed stands in no byte of any file.

use super::*;
use crate::{
    domain::{Body, Draft, Event, Letter, NoteEdit, Participant, PlanPart, Tag},
    format::half_typed::HalfTyped,
    store::{ModelDisk, session_store::Opened},
};

const FILE: &str = "/h/sessions/skola.ron";
const LATER: &str = "/h/sessions/skola-2.ron";

fn places() -> Places {
    Places::in_one(Path::new("/h"))
}

fn occasion() -> Occasion {
    Occasion {
        now: Moment(1_794_902_400_000),
        fresh_id: SessionId("0199dddd-0000-7000-8000-000000000009".to_owned()),
        unsaid: Unsaid::default(),
        pid: 1,
    }
}

fn opened(disk: &ModelDisk, path: &str) -> SessionStore<ModelDisk> {
    let opened = SessionStore::open(disk.clone(), &places(), Path::new(path), &occasion());
    let Opened { store, .. } = opened.unwrap();
    store
}

fn write(store: &mut SessionStore<ModelDisk>, event: Event) -> Event {
    let now = occasion().now;
    let wall = Moment(now.0 + i64::try_from(store.session().entry_count()).unwrap() * 1_000);
    let draft = Draft {
        ticket: 0,
        seat: store.seat(),
        wall,
        event,
    };
    store.append(draft).unwrap().unwrap().event
}

fn add(store: &mut SessionStore<ModelDisk>, tag: Tag, text: &str) -> NoteId {
    let body = Body {
        tag,
        text: text.into(),
        who: (tag == Tag::NextStep).then(|| "Anna".into()),
        from: if tag == Tag::NextStep {
            vec![NoteId::new(Letter::N, 1)]
        } else {
            Vec::new()
        },
        ..Body::default()
    };
    let id = NoteId::pending(tag.letter());
    match write(store, Event::NoteAdded { id, at: None, body }) {
        Event::NoteAdded { id, .. } => id,
        other => panic!("{other:?}"),
    }
}

fn file(id: u32) -> String {
    format!(
        r#"#![enable(implicit_some)]
Session(
    version: 1, kind: Session, id: "0199aaaa-0000-7000-8000-00000000000{id}", title: "Att trivas", language: "sv", zone: "UTC",
    series: "skola", participants: [(key: 1, name: "Anna Ek", perspective: "skola"), (key: 2, perspective: "polis")],
    stages: [(id: "one", title: "Dialog", kind: Dialogue, minutes: 45)],
)
"#
    )
}

/// Two sessions of a series with Anna in every place where a name can stand: words, steps, private lines, what was changed, taken back,
/// edited by hand, copied, half typed.
fn disk() -> ModelDisk {
    let disk = ModelDisk::new(7);
    disk.put(Path::new(FILE), file(1).as_bytes());
    disk.put(Path::new(LATER), file(2).as_bytes());
    let mut store = opened(&disk, FILE);
    let first = add(&mut store, Tag::See, "Annas klass, och\nAnna");
    add(&mut store, Tag::NextStep, "ring anna");
    add(&mut store, Tag::Private, "ANNA pratade mest");
    let other = add(&mut store, Tag::See, "fler cyklar");
    let withdrawn = add(&mut store, Tag::See, "Anna igen");
    let edits = vec![NoteEdit::Withdrawn(true)];
    write(
        &mut store,
        Event::NoteEdited {
            id: withdrawn,
            edits,
        },
    );
    for text in ["Anna cyklar", "flera cyklar"] {
        let edits = vec![NoteEdit::Text(text.into())];
        write(&mut store, Event::NoteEdited { id: other, edits });
    }
    let people = vec![Participant {
        key: 1,
        name: Some("Anna Berg".into()),
        perspective: "skola".into(),
        ..Participant::default()
    }];
    write(&mut store, Event::Planned(PlanPart::Participants(people)));
    store.publish().unwrap();
    store.keep_line(&HalfTyped::from("och Anna sa")).unwrap();
    let lasting = store.session().lasting();
    assert_eq!(store.session().note(first).unwrap().body.tag, Tag::See);
    drop(store);
    let mut later = opened(&disk, LATER);
    later.carry(lasting, Vec::new()).unwrap();
    later.publish().unwrap();
    drop(later);
    disk.put(Path::new("/h/sessions/skola.damaged-1.ron"), b"Anna");
    disk
}

fn all_files(disk: &ModelDisk) -> Vec<PathBuf> {
    let mut folders = vec![PathBuf::from("/h")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in disk.list(&folder).unwrap() {
            match disk.meta(&path).unwrap() {
                Some(meta) if meta.is_dir => folders.push(path),
                _ => files.push(path),
            }
        }
    }
    files
}

/// The files that hold words in any case.
fn who_holds(disk: &ModelDisk, words: &str) -> Vec<PathBuf> {
    let mut files = all_files(disk);
    files.retain(|path| {
        let bytes = disk.read(path, 0, MAX_TEXT).unwrap();
        String::from_utf8_lossy(&bytes)
            .to_lowercase()
            .contains(words)
    });
    files
}

#[test]
fn a_person_stands_in_no_byte_afterwards() {
    let disk = disk();
    let name = Name::new("anna").unwrap();
    let held = who_holds(&disk, "anna");
    assert!(held.len() >= 7, "{held:?}");
    let occasion = occasion();
    for path in [FILE, LATER].map(Path::new) {
        let holds = look(&disk, &places(), path, (&name, &occasion.unsaid)).unwrap();
        assert!(!holds.found.is_empty() && !holds.plan && !holds.files.is_empty());
        let done = person(&disk, &places(), path, (&name, &occasion)).unwrap();
        assert_eq!(done.left, Vec::<PathBuf>::new());
        assert!(
            done.anew.contains(&path.to_owned()) && !done.removed.is_empty(),
            "{done:?}"
        );
        let holds = look(&disk, &places(), path, (&name, &occasion.unsaid)).unwrap();
        assert!(holds.is_nothing(), "{holds:?}");
    }
    assert_eq!(who_holds(&disk, "anna"), Vec::<PathBuf>::new());
    let mut store = opened(&disk, FILE);
    let words: Vec<String> = store
        .session()
        .notes()
        .map(|note| note.body.text.to_string())
        .collect();
    assert_eq!(
        words,
        [
            "[borttagen] klass, och\n[borttagen]",
            "ring [borttagen]",
            "[borttagen] pratade mest",
            "flera cyklar"
        ]
    );
    assert_eq!(
        add(&mut store, Tag::See, "ny"),
        NoteId::new(Letter::N, 5),
        "no number is given again"
    );
    store.publish().unwrap();
    let session = store.session().clone();
    drop(store);
    assert_eq!(opened(&disk, FILE).session(), &session);
}

#[test]
fn a_power_cut_leaves_it_as_it_was_or_is_finished_by_the_next_opening() {
    let whole = disk();
    let name = Name::new("Anna").unwrap();
    let occasion = occasion();
    let first = whole.steps();
    person(&whole, &places(), Path::new(FILE), (&name, &occasion)).unwrap();
    for step in first..=whole.steps() {
        let disk = disk();
        disk.cut_after(step);
        let answer = person(&disk, &places(), Path::new(FILE), (&name, &occasion));
        disk.power_on();
        let store = opened(&disk, FILE);
        let words = store
            .session()
            .notes()
            .next()
            .unwrap()
            .body
            .text
            .to_string();
        drop(store);
        if words.contains("Anna") {
            assert!(answer.is_err(), "step {step}");
            continue;
        }
        let mut held = who_holds(&disk, "anna");
        held.retain(|path| {
            !path.starts_with("/h/cache") && !path.to_string_lossy().contains("skola-2")
        });
        // The line that is half typed is looked through last; asking again finds it.
        held.retain(|path| {
            !path.to_string_lossy().contains("draft") && path.starts_with("/h/sessions")
        });
        assert_eq!(held, Vec::<PathBuf>::new(), "step {step}");
    }
}

#[test]
fn a_note_goes_with_what_later_sessions_copied_of_it() {
    let disk = disk();
    let occasion = occasion();
    let session = opened(&disk, FILE).session().clone();
    let n1 = NoteId::new(Letter::N, 1);
    let gone = [gone(&session, n1).unwrap()];
    let copied = copies(&disk, &places(), Path::new(FILE), (&gone, &occasion.unsaid)).unwrap();
    assert_eq!(
        copied,
        [(PathBuf::from(LATER), vec![NoteId::new(Letter::S, 1)])]
    );
    let done = note(&disk, &places(), Path::new(FILE), (n1, &occasion)).unwrap();
    assert!(done.anew.contains(&PathBuf::from(FILE)));
    forget_copies(&disk, &places(), Path::new(LATER), (&gone, &occasion)).unwrap();
    assert_eq!(who_holds(&disk, "annas klass"), Vec::<PathBuf>::new());
    let left = opened(&disk, LATER).session().plan().carried.clone();
    assert_eq!(
        (left.len(), left[0].because.clone()),
        (1, None),
        "the step itself stays"
    );
}

#[test]
fn thinning_takes_what_is_asked_and_nothing_else() {
    let disk = disk();
    let occasion = occasion();
    let path = Path::new(FILE);
    let has = aged(&disk, &places(), path, &occasion.unsaid).unwrap();
    let count = |aged: &Aged, kind| {
        aged.has
            .iter()
            .find(|(known, _)| *known == kind)
            .map_or(0, |(_, count)| *count)
    };
    assert_eq!(count(&has, Kind::Notes), 2);
    assert_eq!(
        (count(&has, Kind::Names), count(&has, Kind::Private)),
        (1, 1)
    );
    assert!(has.last > Some(occasion.now));
    let done = thin(
        &disk,
        &places(),
        path,
        (&[Kind::Notes, Kind::Private], &occasion),
    )
    .unwrap();
    assert_eq!(
        done.counts,
        [
            (Kind::Notes, 2),
            (Kind::Private, 1),
            (Kind::Copies, count(&has, Kind::Copies))
        ]
    );
    for words in ["annas klass", "pratade", "cyklar", "anna igen"] {
        let mut held = who_holds(&disk, words);
        held.retain(|file| {
            file.starts_with("/h/sessions/skola.ron") || file.to_string_lossy().contains("000001/")
        });
        assert_eq!(held, Vec::<PathBuf>::new(), "{words}");
    }
    let session = opened(&disk, FILE).session().clone();
    assert_eq!(session.notes().count(), 1, "the step stays");
    let done = thin(
        &disk,
        &places(),
        path,
        (&[Kind::Logs, Kind::Copies], &occasion),
    )
    .unwrap();
    assert!(done.counts.iter().any(|(kind, _)| *kind == Kind::Logs));
    let state = places().state_of(session.id());
    let left: Vec<PathBuf> = all_files(&disk)
        .into_iter()
        .filter(|file| file.starts_with(&state))
        .collect();
    assert!(
        left.iter()
            .all(|file| file.to_string_lossy().contains("lock") || file.ends_with("lead.turn")),
        "{left:?}"
    );
    let again = opened(&disk, FILE).session().clone();
    assert_eq!(again.plan(), session.plan());
    assert!(
        again
            .notes()
            .map(|note| &note.body)
            .eq(session.notes().map(|note| &note.body))
    );
}
