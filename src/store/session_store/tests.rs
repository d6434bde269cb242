use super::*;
use crate::{
    domain::{AgendaAct, Body, EntryId, Hlc, Letter, Minutes, Plan, Seat, SessionId, Stage, Tag},
    format::session::base_of,
    store::{
        disk::{Injected, ModelDisk},
        places::Places,
    },
    text::{Lang, SafeText, Span, Texts},
};

const FILE: &str = "/h/sessions/skola.ron";
const START: Moment = Moment(1_794_902_400_000);

fn places() -> Places {
    Places::in_one(Path::new("/h"))
}

fn occasion(second: i64) -> Occasion {
    Occasion {
        now: START + Span::seconds(second),
        fresh_id: SessionId(format!("0199c2a4-7f3e-7000-8000-{second:012}")),
        unsaid: Unsaid::default(),
        pid: 41,
    }
}

fn ground() -> Base {
    let stage = |id: &str, minutes| Stage {
        id: id.into(),
        title: id.into(),
        minutes: Minutes::fixed(minutes),
        ..Stage::default()
    };
    Base {
        id: SessionId("0199c2a4-7f3e-7000-8000-00000000abcd".to_owned()),
        plan: Plan {
            title: "Att trivas i skolan".into(),
            language: "sv".to_owned(),
            stages: vec![stage("data", 10), stage("dialog", 20)],
            ..Plan::default()
        },
        ..Base::default()
    }
}

fn disk(seed: u64) -> ModelDisk {
    let disk = ModelDisk::new(seed);
    let text = session::write(&ground(), Kind::Session, None);
    disk.put(Path::new(FILE), text.as_bytes());
    disk
}

fn open_at(disk: &ModelDisk, path: &str, second: i64) -> Result<Opened<ModelDisk>, OpenError> {
    let mut opened = only_open(disk, path, second)?;
    // As the leading window does, once it stands.
    if opened.store.is_behind() {
        opened.store.publish()?;
    }
    Ok(opened)
}

fn only_open(disk: &ModelDisk, path: &str, second: i64) -> Result<Opened<ModelDisk>, OpenError> {
    SessionStore::open(disk.clone(), &places(), Path::new(path), &occasion(second))
}

fn open(disk: &ModelDisk) -> Opened<ModelDisk> {
    open_at(disk, FILE, 0).unwrap()
}

fn draft(second: i64, event: Event) -> Draft {
    Draft {
        ticket: 0,
        seat: Seat::LEAD,
        wall: START + Span::seconds(second),
        event,
    }
}

fn note(text: &str) -> Event {
    Event::NoteAdded {
        id: NoteId::pending(Letter::N),
        at: None,
        body: Body {
            text: text.into(),
            ..Body::default()
        },
    }
}

fn enter(store: &SessionStore<ModelDisk>, stage: &str) -> Event {
    let (term, saw) = store.session().agenda_head();
    Event::Agenda {
        term,
        saw,
        act: AgendaAct::Entered(stage.into()),
    }
}

fn words(session: &Session) -> Vec<String> {
    session
        .notes()
        .map(|note| note.body.text.to_string())
        .collect()
}

fn file(disk: &ModelDisk) -> String {
    files::read_text(disk, Path::new(FILE)).unwrap()
}

/// What the file says is what the session is.
fn assert_published(disk: &ModelDisk, session: &Session) {
    let read = session::read(FILE, &file(disk)).unwrap();
    assert!(!read.edited_by_hand(&file(disk)));
    assert_eq!(read.base, base_of(session));
}

#[test]
fn after_a_crash_the_dialogue_opens_first_and_its_file_follows() {
    let disk = disk(1);
    let mut store = open(&disk).store;
    store.append(draft(1, note("ett"))).unwrap();
    store.publish().unwrap();
    store.append(draft(2, note("två"))).unwrap();
    drop(store);
    let before = file(&disk);

    let mut store = only_open(&disk, FILE, 3).unwrap().store;
    assert_eq!(words(store.session()), ["ett", "två"]);
    assert!(store.is_behind());
    assert_eq!(file(&disk), before);
    store.publish().unwrap();
    assert!(!store.is_behind());
    assert_published(&disk, store.session());
    drop(store);
    assert!(!only_open(&disk, FILE, 4).unwrap().store.is_behind());

    // An old copy that somebody put back is no reason to leave it there, though what it was written from has been written since.
    disk.put(Path::new(FILE), before.as_bytes());
    let mut store = only_open(&disk, FILE, 5).unwrap().store;
    assert!(store.is_behind());
    store.publish().unwrap();
    assert_published(&disk, store.session());
}

/// A short dialogue: what was answered with yes is in `saved`.
fn dialogue(disk: &ModelDisk, saved: &mut Vec<String>) -> Result<(), StoreError> {
    let opened = open_at(disk, FILE, 0).map_err(|error| match error {
        OpenError::Store(error) => error,
        other @ OpenError::File { .. } => panic!("{other:?}"),
    })?;
    let mut store = opened.store;
    for (second, stage) in [(1, "data"), (10, "dialog")] {
        store.append(draft(second, enter(&store, stage)))?;
        for n in 0..2 {
            let text = format!("{stage} {n}");
            store.append(draft(second + n, note(&text)))?;
            saved.push(text);
        }
        store.publish()?;
    }
    store.append(draft(20, note("after")))?;
    saved.push("after".to_owned());
    Ok(())
}

#[test]
fn a_dialogue_is_there_again() {
    let disk = disk(1);
    let mut saved = Vec::new();
    dialogue(&disk, &mut saved).unwrap();
    let opened = open(&disk);
    assert_eq!(words(opened.session()), saved);
    assert_eq!(opened.notices, []);
    let ids: Vec<String> = opened
        .session()
        .notes()
        .map(|note| note.id.to_string())
        .collect();
    assert_eq!(ids, ["N1", "N2", "N3", "N4", "N5"]);
    assert_eq!(opened.session().timeline().visits.len(), 2);
    assert_published(&disk, opened.session());
    let seen = peek(&disk, &places(), Path::new(FILE), &Unsaid::default()).unwrap();
    assert_eq!(&seen.session, opened.session());
    assert!(seen.running);
}

#[test]
fn a_power_cut_after_any_call_loses_nothing_that_was_saved() {
    let whole = disk(1);
    dialogue(&whole, &mut Vec::new()).unwrap();
    let last = whole.steps();
    for step in 0..last {
        for kill in [false, true] {
            let disk = disk(step);
            disk.cut_after(step);
            let mut saved = Vec::new();
            dialogue(&disk, &mut saved).unwrap_err();
            if kill {
                disk.kill();
            } else {
                disk.power_on();
            }
            let what = format!("call {step}, kill {kill}");
            // The file can be read at every moment, whatever the journal says.
            session::read(FILE, &file(&disk)).expect(&what);
            let seen = peek(&disk, &places(), Path::new(FILE), &Unsaid::default()).unwrap();
            let opened = open(&disk);
            assert_eq!(opened.notices, [], "{what}");
            assert!(words(opened.session()).starts_with(&saved), "{what}");
            assert!(words(opened.session()).len() <= saved.len() + 1, "{what}");
            assert_eq!(&seen.session, opened.session(), "{what}");
            let session = opened.session().clone();
            drop(opened.store);
            let again = open(&disk);
            assert_eq!(again.session(), &session, "{what}");
            let mut store = again.store;
            store.publish().unwrap();
            assert_published(&disk, &session);
        }
    }
}

#[test]
fn any_failing_call_can_be_tried_again() {
    let whole = disk(1);
    dialogue(&whole, &mut Vec::new()).unwrap();
    let last = whole.steps();
    for injected in [Injected::Broken, Injected::Full] {
        for step in 1..=last {
            let disk = disk(step);
            disk.inject(step, injected);
            // Not the call after it: that may be what takes a name away again that was not synced.
            disk.inject(step + 2, injected);
            let what = format!("{injected:?} at {step}");
            let opened = (0..4).find_map(|_try| open_at(&disk, FILE, 0).ok());
            let mut store = opened.expect(&what).store;
            for n in 0..4 {
                let draft = draft(n, note(&format!("note {n}")));
                let saved = (0..4).find_map(|_try| store.append(draft.clone()).ok());
                assert!(saved.expect(&what).is_some());
                if n == 2 {
                    (0..4).find_map(|_try| store.publish().ok()).expect(&what);
                }
            }
            drop(store);
            disk.power_on();
            let expected = ["note 0", "note 1", "note 2", "note 3"];
            assert_eq!(words(&open(&disk).session().clone()), expected, "{what}");
        }
    }
}

#[test]
fn two_windows_pressing_next_advance_once() {
    let disk = disk(1);
    let mut store = open(&disk).store;
    let decided = enter(&store, "data");
    assert!(store.append(draft(1, decided.clone())).unwrap().is_some());
    assert_eq!(store.append(draft(2, decided)).unwrap(), None);
    let error = open_at(&disk, FILE, 0).unwrap_err();
    assert_eq!(
        error.sentence(Texts::new(Lang::En)),
        "Another program holds this session (process 41, \
         /h/state/0199c2a4-7f3e-7000-8000-00000000abcd/lead.lock)."
    );
}

fn edit(disk: &ModelDisk, from: &str, to: &str) {
    let text = file(disk);
    assert!(text.contains(from), "{text}");
    disk.put(Path::new(FILE), text.replace(from, to).as_bytes());
}

/// Returns the files that hold some words.
fn who_holds(disk: &ModelDisk, words: &str) -> Vec<PathBuf> {
    let mut folders = vec![PathBuf::from("/h")];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in disk.list(&folder).unwrap() {
            if disk.meta(&path).unwrap().unwrap().is_dir {
                folders.push(path);
            } else {
                let bytes = disk.read(&path, 0, u64::MAX).unwrap();
                if String::from_utf8_lossy(&bytes).contains(words) {
                    found.push(path);
                }
            }
        }
    }
    found
}

#[test]
fn a_lost_ground_is_replaced_by_the_file() {
    let disk = disk(1);
    dialogue(&disk, &mut Vec::new()).unwrap();
    let dir = places().state_of(&ground().id);
    for path in disk.list(&dir).unwrap() {
        if path.to_str().unwrap().contains("base-") {
            disk.put(&path, b"rubbish");
        }
    }
    let opened = open(&disk);
    assert_eq!(opened.notices, [Notice::GroundLost]);
    assert_eq!(
        words(opened.session()),
        ["data 0", "data 1", "dialog 0", "dialog 1", "after"]
    );
    drop(opened);
    assert_eq!(open(&disk).notices, []);
}

#[test]
fn a_damaged_log_keeps_what_validates() {
    let disk = disk(1);
    dialogue(&disk, &mut Vec::new()).unwrap();
    let dir = places().state_of(&ground().id);
    let journal = dir.join("journal-1");
    let mut bytes = disk.read(&journal, 0, u64::MAX).unwrap();
    let place = bytes
        .windows(6)
        .position(|window| window == b"data 1")
        .unwrap();
    bytes[place] ^= 1;
    disk.put(&journal, &bytes);
    let opened = open(&disk);
    assert!(
        matches!(
            opened.notices.as_slice(),
            [Notice::LogDamaged { missing: 1, .. }]
        ),
        "{:?}",
        opened.notices
    );
    let Notice::LogDamaged { kept, .. } = &opened.notices[0] else {
        unreachable!("matched above");
    };
    assert_eq!(disk.read(kept, 0, u64::MAX).unwrap(), bytes);
    drop(opened.store);
    assert_eq!(open(&disk).notices, []);
}

#[test]
fn a_plan_becomes_a_new_session_and_stays_as_it_is() {
    let disk = ModelDisk::new(1);
    let plan = "// My plan\nSession(title: \"Å, ett samtal\", stages: [(id: \"a\", title: \"A\", minutes: (min: 1, wish: 2, max: 3))], \
         charts: [(id: \"d1\", title: \"D\", source: Csv(\"x.csv\"))])";
    disk.put(Path::new("/home/plan.ron"), plan.as_bytes());
    let opened = open_at(&disk, "/home/plan.ron", 0).unwrap();
    let made = "/h/sessions/2026-11-17-a-ett-samtal.ron";
    assert_eq!(
        opened.notices,
        [Notice::Made {
            from: "/home/plan.ron".into(),
            to: made.into()
        }]
    );
    assert_eq!(opened.store.path(), Path::new(made));
    let file = opened.session().plan().charts[0].file().unwrap();
    assert_eq!(
        file.as_str(),
        "/home/x.csv",
        "it is read from beside the plan"
    );
    let cited = opened.session().plan().charts[0].citation();
    assert_eq!(cited.as_str(), "x.csv", "and cited as there");
    let kept = files::read_text(&disk, Path::new("/home/plan.ron")).unwrap();
    assert_eq!(kept, plan);
    drop(opened);
    let again = open_at(&disk, "/home/plan.ron", 1).unwrap();
    assert_eq!(
        again.store.path(),
        Path::new("/h/sessions/2026-11-17-a-ett-samtal-2.ron")
    );
    let error = open_at(&disk, "/h/sessions/none.ron", 1).unwrap_err();
    assert!(
        error
            .sentence(Texts::new(Lang::En))
            .starts_with("/h/sessions/none.ron cannot be read")
    );
}

#[test]
fn lines_of_a_newer_version_stay() {
    let disk = disk(1);
    dialogue(&disk, &mut Vec::new()).unwrap();
    let (mut journal, _) = Journal::open(disk.clone(), &places().state_of(&ground().id)).unwrap();
    let newer = log::payload(&Entry {
        id: EntryId {
            seat: Seat::LEAD,
            n: 90,
        },
        order: Hlc(1),
        wall: START,
        event: Event::Opened("x".to_owned()),
    });
    let newer = newer.replace("Opened", "VoiceHeard");
    journal.begin().unwrap().write(&[newer]).unwrap();
    let mut opened = open(&disk);
    assert_eq!(opened.notices, [Notice::Newer(1)]);
    let entry = opened
        .store
        .append(draft(70, note("more")))
        .unwrap()
        .unwrap();
    assert_eq!(
        entry.id,
        EntryId {
            seat: Seat::LEAD,
            n: 91
        }
    );
    assert_eq!(who_holds(&disk, "VoiceHeard").len(), 1);
}

#[test]
fn the_half_typed_line_comes_back() {
    let disk = disk(1);
    let store = open(&disk).store;
    store.keep_line(&"Eva: vi ser".into()).unwrap();
    drop(store);
    assert_eq!(open(&disk).line, "Eva: vi ser".into());
}

#[test]
fn private_lines_and_tags_survive() {
    let disk = disk(1);
    let mut store = open(&disk).store;
    let body = Body {
        tag: Tag::Private,
        text: SafeText::line("gick bra"),
        ..Body::default()
    };
    let id = NoteId::pending(Letter::N);
    store
        .append(draft(1, Event::NoteAdded { id, at: None, body }))
        .unwrap();
    store.publish().unwrap();
    let session = store.session().clone();
    let file = files::read_text(&disk, store.path()).unwrap();
    assert!(
        !file.contains("gick bra"),
        "the file is the one to send:\n{file}"
    );
    drop(store);
    let mut again = open(&disk);
    assert_eq!(again.store.session().clone(), session);
    assert_eq!(again.notices, [], "nobody took the line out of the file");

    // Neither does a change by hand take it back, or bring it into the file.
    let path = again.store.path().to_owned();
    let edited = file.replacen("title: \"", "title: \"Om ", 1);
    assert_ne!(edited, file);
    disk.put(&path, edited.as_bytes());
    again.store.publish().unwrap();
    let private = |session: &Session| session.count(Tag::Private);
    assert_eq!(private(again.store.session()), 1);
    assert!(again.store.session().plan().title.starts_with("Om "));
}

mod chart_files;
mod erasing;
mod forgetting;
mod found_files;
mod rooms;
