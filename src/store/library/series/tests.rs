use std::path::PathBuf;

use super::*;
use crate::{
    domain::{Body, Status, schedule::Bounds},
    text::{Moment, clock::Zone},
};

fn item(id: &str, at: i64, status: Status) -> Lasting {
    Lasting {
        id: id.parse().unwrap(),
        at: Moment(at),
        what: "ring fritidsgården".into(),
        status,
        ..Lasting::default()
    }
}

fn listed(name: &str, series: Option<&str>, lasting: Vec<Lasting>) -> Listed {
    let mut numbers = BTreeMap::new();
    for one in &lasting {
        let highest = numbers.entry(one.id.letter).or_insert(0);
        *highest = one.id.number.max(*highest);
    }
    Listed {
        path: PathBuf::from(format!("/s/{name}.ron")),
        name: name.to_owned(),
        about: About::Session(Summary {
            title: name.into(),
            start: None,
            began: true,
            closed: None,
            running: false,
            steps: 0,
            open_steps: 0,
            notes: 0,
            series: series.map(SafeText::line),
            zone: Zone::default(),
            lasting,
            numbers,
            lengths: Vec::new(),
            tags: Vec::new(),
        }),
    }
}

fn library() -> Vec<Listed> {
    use Status::{Done, Dropped, Ongoing, Open};
    vec![
        listed(
            "2026-12-01-trivas",
            Some("Skola 2026"),
            vec![item("S3", 30, Open), item("F2", 31, Open)],
        ),
        listed(
            "2026-11-17-trivas",
            Some("skola 2026"),
            vec![item("S1", 10, Open), item("S2", 11, Done)],
        ),
        listed(
            "enskilt",
            None,
            vec![item("S1", 20, Ongoing), item("S2", 21, Dropped)],
        ),
        listed(
            "annat",
            None,
            vec![item("S2", 22, Done), item("V1", 23, Open)],
        ),
    ]
}

#[test]
fn what_is_open_stands_oldest_first() {
    let list = library();
    let open: Vec<String> = kept(&list)
        .iter()
        .filter(|kept| kept.item.is_open())
        .map(Kept::handle)
        .collect();
    assert_eq!(
        open,
        [
            "skola 2026:S1",
            "enskilt:S1",
            "annat:V1",
            "Skola 2026:S3",
            "Skola 2026:F2"
        ]
    );
}

#[test]
fn an_id_means_one_or_is_a_question() {
    let list = library();
    let all = kept(&list);
    let name = |said: &str| match find(said, &all) {
        Ok(kept) => kept.exact(),
        Err(FindError::Ambiguous { found, .. }) => found.join(" "),
        Err(error) => error.to_string(),
    };
    for (said, means) in [
        ("S3", "2026-12-01-trivas:S3"),
        ("s3", "2026-12-01-trivas:S3"),
        ("S1", "skola 2026:S1 enskilt:S1"),
        ("skola-2026:S1", "2026-11-17-trivas:S1"),
        ("Skola 2026:s1", "2026-11-17-trivas:S1"),
        ("ensk:S1", "enskilt:S1"),
        ("2026-11-17-trivas:S2", "2026-11-17-trivas:S2"),
        ("V1", "annat:V1"),
        // None of them is open.
        ("S2", "skola 2026:S2 enskilt:S2 annat:S2"),
        ("S9", "no step `S9`"),
        ("skola", "no step `skola`"),
        ("fritid:S1", "no step `fritid:S1`"),
    ] {
        assert_eq!(name(said), means, "{said}");
    }
}

#[test]
fn one_id_twice_in_a_series_is_told_by_its_sessions() {
    let one = |name| listed(name, Some("skola"), vec![item("S1", 1, Status::Open)]);
    let list = [one("a"), one("b")];
    let Err(FindError::Ambiguous { found, .. }) = find("S1", &kept(&list)) else {
        panic!("two fit");
    };
    assert_eq!(found, ["a:S1", "b:S1"]);
}

fn session() -> Session {
    let stage = |id: &str, kind, (min, wish, max)| Stage {
        id: id.into(),
        kind,
        minutes: Minutes { min, wish, max },
        ..Stage::default()
    };
    let plan = Plan {
        title: "Att trivas".into(),
        language: "sv".to_owned(),
        slot: Slot {
            start: Some(Moment(1)),
            minutes: 60,
        },
        stages: vec![
            stage("welcome", StageKind::Talk, (5, 5, 5)),
            stage("dialogue-1", StageKind::Dialogue, (10, 20, 30)),
            stage("closing", StageKind::Closing, (20, 20, 20)),
        ],
        ..Plan::default()
    };
    Session::on(Base {
        plan,
        ..Base::default()
    })
}

#[test]
fn the_next_session_opens_with_what_the_series_left_open() {
    let list = library();
    let next = following(&session(), &"Skola 2026".into(), None, &list);
    let carried: Vec<String> = next
        .plan
        .carried
        .iter()
        .map(|one| one.id.to_string())
        .collect();
    assert_eq!(carried, ["S1", "S3", "F2"]);
    assert_eq!(
        next.numbers,
        BTreeMap::from([(Letter::S, 3), (Letter::F, 2)]),
        "numbers run on"
    );
    let stages: Vec<&str> = next
        .plan
        .stages
        .iter()
        .map(|stage| stage.id.0.as_str())
        .collect();
    assert_eq!(stages, ["welcome", FEEDBACK, "dialogue-1", "closing"]);
    assert_eq!(next.plan.slot.start, None);
    let wish = |plan: &Plan| {
        plan.stages
            .iter()
            .map(|stage| stage.minutes.wish)
            .sum::<u16>()
    };
    assert_eq!(
        wish(&next.plan),
        wish(session().plan()),
        "no minute more is asked for"
    );
    let bounds: Vec<Bounds> = next
        .plan
        .stages
        .iter()
        .map(|stage| stage.minutes.bounds())
        .collect();
    assert!(
        bounds
            .iter()
            .all(|bounds| bounds.min <= bounds.wish && bounds.wish <= bounds.max)
    );

    let again = following(&Session::on(next), &"Skola 2026".into(), None, &list);
    let feedback = again
        .plan
        .stages
        .iter()
        .filter(|stage| stage.id.0 == FEEDBACK);
    assert_eq!(feedback.count(), 1);
    let none = following(&Session::on(again), &"ny".into(), None, &list);
    assert!(none.plan.carried.is_empty() && none.plan.stages.len() == 3);
}

#[test]
fn a_session_whose_file_lies_elsewhere_gives_its_steps_too() {
    let step = Body {
        tag: Tag::NextStep,
        text: "ring".into(),
        ..Body::default()
    };
    let id = NoteId::new(Letter::S, 7);
    let mut base = session().base().clone();
    base.notes = vec![(id, Moment(7), Some(step))];
    let before = Session::on(base);
    let ids = |carried: &[Lasting]| -> Vec<String> {
        carried.iter().map(|one| one.id.to_string()).collect()
    };
    let next = following(&before, &"Skola 2026".into(), None, &[]);
    assert_eq!(ids(&next.plan.carried), ["S7"]);
    assert_eq!(next.numbers.get(&Letter::S), Some(&7));
    // Opened later, beside a library in which nobody knows that step: it stays, and what the library closed does not.
    let (open, _) = left_open(&library(), "skola 2026", None, &next.plan.carried);
    let open = ids(&open);
    assert!(
        open.contains(&"S7".to_owned()) && open.len() == 4,
        "{open:?}"
    );
    let closed = Lasting {
        id: NoteId::new(Letter::S, 2),
        ..next.plan.carried[0].clone()
    };
    let (open, _) = left_open(&library(), "skola 2026", None, &[closed]);
    assert_eq!(open.len(), 3, "S2 is done where it was made");
}

#[test]
fn another_agenda_keeps_the_people() {
    let mut base = session().base().clone();
    base.plan.participants = vec![crate::domain::Participant {
        key: 1,
        perspective: "skola".into(),
        ..crate::domain::Participant::default()
    }];
    let template = Plan {
        title: "Serien hittills".into(),
        ..session().plan().clone()
    };
    let next = following(
        &Session::on(base),
        &"skola 2026".into(),
        Some(template),
        &library(),
    );
    assert_eq!(next.plan.title.as_str(), "Serien hittills");
    assert_eq!(next.plan.participants.len(), 1);
}
