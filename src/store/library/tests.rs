use super::*;
use crate::{
    domain::{Body, Draft, Event, Minutes, NoteId, Plan, Seat, Slot, Stage},
    store::{LeadLock, ModelDisk, SessionStore},
    text::Texts,
};

const START: Moment = Moment(1_794_902_400_000);

fn places() -> Places {
    Places::in_one(Path::new("/h"))
}

fn occasion(n: i64) -> Occasion {
    Occasion {
        now: START + Span::minutes(n),
        fresh_id: SessionId(format!("0199c2a4-7f3e-7000-8000-{n:012}")),
        unsaid: Unsaid::default(),
        pid: 1,
    }
}

fn plan(title: &str, start: Option<Moment>) -> Base {
    Base {
        plan: Plan {
            title: title.into(),
            slot: Slot { start, minutes: 90 },
            stages: vec![Stage {
                id: "a".into(),
                minutes: Minutes::fixed(10),
                ..Stage::default()
            }],
            ..Plan::default()
        },
        ..Base::default()
    }
}

fn make(disk: &ModelDisk, n: i64, title: &str) -> PathBuf {
    let base = plan(title, Some(START + Span::minutes(n)));
    make_session(disk, &places(), base, &occasion(n)).unwrap()
}

fn step(text: &str) -> Event {
    Event::NoteAdded {
        id: NoteId::pending(Letter::S),
        at: None,
        body: Body {
            tag: Tag::NextStep,
            text: text.into(),
            ..Body::default()
        },
    }
}

#[test]
fn a_file_is_named_by_day_and_title_and_never_takes_anothers_place() {
    let disk = ModelDisk::new(1);
    for (title, name) in [
        (
            "Att trivas i skolan, på fritiden",
            "2026-11-17-att-trivas-i-skolan-pa-fritiden",
        ),
        (
            "Att trivas i skolan, på fritiden",
            "2026-11-17-att-trivas-i-skolan-pa-fritiden-2",
        ),
        ("", "2026-11-17"),
        ("", "2026-11-17-2"),
        ("../../CON: <x>|?*", "2026-11-17-con-x"),
        ("日本", "2026-11-17"),
        ("Æblegrød & A\u{30a}", "2026-11-17-aeblegrod-a"),
    ] {
        let path = make(&disk, 0, title);
        let expected = match name {
            "2026-11-17" if title == "日本" => "2026-11-17-3",
            name => name,
        };
        assert_eq!(
            path,
            Path::new("/h/sessions").join(format!("{expected}.ron"))
        );
    }
    let long = make(&disk, 0, &"ett mycket långt namn ".repeat(20));
    let name = name_of(&long);
    assert!(name.len() <= 80 && name.ends_with("-mycket"), "{name}");
}

#[test]
fn the_list_names_every_file_and_stops_at_none() {
    let disk = ModelDisk::new(1);
    make(&disk, 0, "Första");
    let second = make(&disk, 5, "Andra");
    disk.put(Path::new("/h/sessions/trasig.ron"), b"Session(");
    disk.put(
        Path::new("/h/sessions/andra.edited-20261117-080000.ron"),
        b"kept",
    );
    disk.put(Path::new("/h/sessions/andra.ron.bak"), b"kept");
    disk.put(Path::new("/h/sessions/anteckningar.txt"), b"not ours");
    let mut opened = SessionStore::open(disk.clone(), &places(), &second, &occasion(6)).unwrap();
    for event in [step("skola: bjuda in"), step("fritid: fråga")] {
        let draft = Draft {
            ticket: 0,
            seat: Seat::LEAD,
            wall: START + Span::minutes(7),
            event,
        };
        opened.store.append(draft).unwrap();
    }
    let list = list(&disk, &places(), &Unsaid::default()).unwrap();
    let names: Vec<&str> = list.iter().map(|listed| listed.name.as_str()).collect();
    assert_eq!(names, ["2026-11-17-andra", "2026-11-17-forsta", "trasig"]);
    let About::Session(summary) = &list[0].about else {
        panic!("{:?}", list[0]);
    };
    // What the journal says counts, though the file has not been written since.
    assert_eq!(
        (summary.steps, summary.open_steps, summary.notes),
        (2, 2, 2)
    );
    assert!(summary.running && !summary.began);
    let About::Broken(error) = &list[2].about else {
        panic!("{:?}", list[2]);
    };
    let sentence = error.sentence(Texts::new(Lang::En));
    assert!(
        sentence.starts_with("/h/sessions/trasig.ron:1:"),
        "{sentence}"
    );
    assert_eq!(
        latest(&list).unwrap().name,
        "2026-11-17-andra",
        "the one that runs"
    );
}

#[test]
fn the_running_session_is_one_word_away() {
    let disk = ModelDisk::new(1);
    let path = make(&disk, 0, "I dag");
    make(&disk, 60, "Senare");
    let none = list(&disk, &places(), &Unsaid::default()).unwrap();
    assert_eq!(current(&none, START), None);
    assert_eq!(latest(&none).unwrap().name, "2026-11-17-senare");
    let mut store = SessionStore::open(disk.clone(), &places(), &path, &occasion(1))
        .unwrap()
        .store;
    let draft = Draft {
        ticket: 0,
        seat: Seat::LEAD,
        wall: START,
        event: Event::Agenda {
            term: 1,
            saw: None,
            act: crate::domain::AgendaAct::Entered("a".into()),
        },
    };
    store.append(draft).unwrap();
    drop(store);
    let list = list(&disk, &places(), &Unsaid::default()).unwrap();
    assert_eq!(
        current(&list, START + Span::minutes(30)).unwrap().path,
        path
    );
    assert_eq!(current(&list, START + Span::minutes(3 * 24 * 60)), None);
    assert_eq!(latest(&list).unwrap().path, path, "the one that began");
}

#[test]
fn a_part_of_a_name_finds_a_session() {
    let disk = ModelDisk::new(1);
    make(&disk, 0, "Skola och fritid");
    make(&disk, 1, "Skola och hälsa");
    let at = |said: &str| find(&disk, &places(), said, Path::new("/w"));
    let name = |said: &str| name_of(&at(said).unwrap());
    assert_eq!(name("fritid"), "2026-11-17-skola-och-fritid");
    assert_eq!(
        name("2026-11-17-skola-och-halsa"),
        "2026-11-17-skola-och-halsa"
    );
    assert_eq!(
        name("2026-11-17-skola-och-halsa.ron"),
        "2026-11-17-skola-och-halsa"
    );
    assert_eq!(name("skfri"), "2026-11-17-skola-och-fritid");
    let texts = Texts::new(Lang::Sv);
    let error = at("skola").unwrap_err();
    assert!(matches!(error, FindError::Ambiguous { .. }));
    assert_eq!(
        error.sentence(texts),
        "”skola” kan vara flera: 2026-11-17-skola-och-fritid, 2026-11-17-skola-och-halsa."
    );
    assert_eq!(
        at("xyz").unwrap_err().sentence(texts),
        "Inget samtal heter ”xyz”."
    );
    assert_eq!(at("sub/x.ron").unwrap(), Path::new("/w/sub/x.ron"));
    disk.put(Path::new("/w/here.ron"), b"x");
    assert_eq!(at("here.ron").unwrap(), Path::new("/w/here.ron"));
}

#[test]
fn a_persons_own_template_comes_before_the_shipped_one() {
    let disk = ModelDisk::new(1);
    let shipped = templates(&disk, &places(), Lang::Sv).unwrap();
    assert_eq!(shipped.len(), shipped::TEMPLATES.len() / 2);
    assert!(shipped.iter().all(|one| one.path.is_none()));
    for file in ["first-time-45.ron", "vart.sv.ron", "ours.en.ron"] {
        let path = Path::new("/h/templates").join(file);
        disk.put(&path, format!("Session(title: \"{file}\")").as_bytes());
    }
    let mine = templates(&disk, &places(), Lang::Sv).unwrap();
    let names: Vec<&str> = mine.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(
        names[..4],
        [
            "first-time-45",
            "vart",
            "data-driven-dialogue",
            "data-driven-dialogue-75"
        ]
    );
    assert_eq!(mine.len(), shipped.len() + 1);
    assert!(mine[0].path.is_some());
    let found = find_template("75", &mine).unwrap();
    assert_eq!(found.name, "data-driven-dialogue-75");
    assert_eq!(found.read(&Unsaid::default()).unwrap().plan.language, "sv");
    assert!(matches!(
        find_template("data", &mine),
        Err(FindError::Ambiguous { .. })
    ));
    assert!(matches!(
        find_template("q", &mine),
        Err(FindError::NoSuchTemplate(_))
    ));
}

#[test]
fn the_demo_is_fresh_each_time_and_in_no_list() {
    let disk = ModelDisk::new(1);
    let (demo, path) = fresh_demo(&disk, &places(), Lang::Sv, &occasion(0)).unwrap();
    assert!(path.starts_with("/h/state/demo"));
    let mut opened = SessionStore::open(disk.clone(), &demo, &path, &occasion(0)).unwrap();
    assert_eq!(opened.notices, []);
    assert_eq!(opened.session().plan().slot.start, Some(START));
    let draft = Draft {
        ticket: 0,
        seat: Seat::LEAD,
        wall: START,
        event: step("prova"),
    };
    opened.store.append(draft).unwrap();
    opened.store.publish().unwrap();
    assert_eq!(list(&disk, &places(), &Unsaid::default()).unwrap(), []);

    // Another window plays its own.
    let (_, second) = fresh_demo(&disk, &places(), Lang::En, &occasion(1)).unwrap();
    assert_ne!(second, path);
    drop(opened);
    let (demo, again) = fresh_demo(&disk, &places(), Lang::Sv, &occasion(2)).unwrap();
    assert_eq!(again, path);
    let opened = SessionStore::open(disk.clone(), &demo, &again, &occasion(2)).unwrap();
    assert_eq!(opened.notices, []);
    assert_eq!(opened.session().note_count(), 0);
    assert!(LeadLock::is_held(&disk, opened.store.state_dir()).unwrap());
}
