use proptest::prelude::*;

use super::*;
use crate::domain::chart::{self, ChartId};
use crate::format::{
    generated,
    problem::{Fault, Level, Problem},
};
use crate::text::Texts;

const SHIPPED: [(&str, &str); 8] = [
    (
        "demo.sv.ron",
        include_str!("../../../sessions/samples/demo.sv.ron"),
    ),
    (
        "demo.en.ron",
        include_str!("../../../sessions/samples/demo.en.ron"),
    ),
    (
        "data-driven-dialogue.sv.ron",
        include_str!("../../../sessions/templates/data-driven-dialogue.sv.ron"),
    ),
    (
        "data-driven-dialogue.en.ron",
        include_str!("../../../sessions/templates/data-driven-dialogue.en.ron"),
    ),
    (
        "data-driven-dialogue-75.sv.ron",
        include_str!("../../../sessions/templates/data-driven-dialogue-75.sv.ron"),
    ),
    (
        "data-driven-dialogue-75.en.ron",
        include_str!("../../../sessions/templates/data-driven-dialogue-75.en.ron"),
    ),
    (
        "first-time-45.sv.ron",
        include_str!("../../../sessions/templates/first-time-45.sv.ron"),
    ),
    (
        "first-time-45.en.ron",
        include_str!("../../../sessions/templates/first-time-45.en.ron"),
    ),
];

#[test]
fn what_ships_reads_and_reads_back_as_written() {
    for (name, text) in SHIPPED {
        let file =
            read(name, text).map_err(|problem| problem.render(&Texts::new(Lang::En), text, false));
        let file = file.unwrap_or_else(|problem| panic!("{problem}"));
        assert_eq!(file.warnings, [], "{name}");
        let written = write(&file.base, file.kind, None);
        let again = read(name, &written).unwrap_or_else(|problem| {
            panic!("{}", problem.render(&Texts::new(Lang::En), &written, false))
        });
        assert_eq!(again.base, file.base);
        assert_eq!(write(&again.base, again.kind, None), written);
    }
}

fn read_or_show(text: &str) -> SessionFile {
    read("x.ron", text)
        .unwrap_or_else(|problem| panic!("{}\n{text}", problem.line(&Texts::new(Lang::En))))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_as_it_was(base in generated::base(), at in any::<(u64, u64)>()) {
        let snapshot = Snapshot { generation: at.0, seq: at.1 };
        let text = write(&base, Kind::Session, Some(snapshot));
        let file = read_or_show(&text);
        prop_assert_eq!(&file.base, &base, "{}", text);
        prop_assert_eq!((file.kind, file.version, file.snapshot), (Kind::Session, VERSION, Some(snapshot)));
        prop_assert_eq!(file.id.as_ref(), Some(&base.id));
        prop_assert!(!file.edited_by_hand(&text));
        prop_assert_eq!(write(&file.base, Kind::Session, Some(snapshot)), text.clone());
        let mailed = format!("\u{feff}{}\r\n\r\n", text.replace('\n', "\r\n"));
        let again = read_or_show(&mailed);
        prop_assert_eq!(&again.base, &base);
        prop_assert!(!again.edited_by_hand(&mailed));
    }

    #[test]
    fn notes_are_the_same_line_by_line_and_as_ron(base in generated::base()) {
        let text = write(&base, Kind::Session, None);
        let parted = lines::parted(&text).unwrap();
        let notes: usize = parted.lists.iter().map(Vec::len).sum();
        prop_assert_eq!(notes, base.notes.iter().filter(|(.., body)| body.is_some()).count());
        // With a touch of a hand it is read as a whole.
        let touched = text.replacen("Session(", "Session( ", 1).replacen("    title:", "    title : ", 1);
        prop_assert!(lines::parted(&touched).is_none());
        prop_assert_eq!(read_or_show(&touched).base, read_or_show(&text).base);
    }

    #[test]
    fn a_session_on_what_it_says_says_the_same(base in generated::base()) {
        let session = Session::on(base.clone());
        prop_assert_eq!(base_of(&session), base);
    }

    #[test]
    fn a_template_keeps_the_plan(base in generated::base()) {
        let file = read_or_show(&write(&base, Kind::Template, None));
        let mut plan = base.plan;
        plan.slot.start = None;
        plan.carried.clear();
        prop_assert_eq!(file.kind, Kind::Template);
        prop_assert_eq!(file.base, Base { plan, ..Base::default() });
    }

    #[test]
    fn damage_never_stops_the_program(base in generated::base(), cut in any::<prop::sample::Index>(), put in ".{0,3}") {
        let text = write(&base, Kind::Session, None);
        let at = text.floor_char_boundary(cut.index(text.len()));
        let (head, tail) = text.split_at(at);
        for damaged in [head.to_owned(), format!("{head}{put}{tail}")] {
            for problem in check("x.ron", &damaged) {
                let texts = Texts::new(Lang::Sv);
                prop_assert!(!problem.render(&texts, &damaged, false).is_empty());
                prop_assert!(!problem.line(&texts).contains('\n'));
            }
        }
    }
}

#[test]
fn a_plan_by_hand_is_a_title_and_a_few_stages() {
    let text = r#"(
        title: "Om läsning",
        slot: (start: "2026-11-17 09:00"),
        zone: "Europe/Stockholm",
        participants: [(perspective: "skola"), (key: 1, name: "Bo"), (perspective: "fritid")],
        stages: [
            (title: "Välkomna!", minutes: 10),
            (title: "Dialog, del 1", minutes: (wish: 20, max: 25), ask: "Vad ser vi?"),
            (title: "Dialog, del 1", minutes: 20, kind: Dialogue),
            (title: "…", minutes: 5),
        ],
        notes: [
            (text: "Först", at: "2026-11-17 09:05"),
            (text: "Sedan"),
            (id: "N7", text: "Med nummer", tag: Surprise),
        ],
        next_steps: [(who: "skola", what: "Ringa")],
    )"#;
    let file = read("plan.ron", text).unwrap();
    assert_eq!(file.warnings, []);
    assert_eq!((file.id, file.body_sha256), (None, None));
    let plan = &file.base.plan;
    let ids: Vec<&str> = plan
        .stages
        .iter()
        .map(|stage| stage.id.0.as_str())
        .collect();
    assert_eq!(ids, ["välkomna", "dialog-del-1", "dialog-del-1-2", "stage"]);
    let minutes = plan.stages[1].minutes;
    assert_eq!((minutes.min, minutes.wish, minutes.max), (20, 20, 25));
    assert_eq!(plan.stages[1].ask[0].as_str(), "Vad ser vi?");
    let keys: Vec<u8> = plan.participants.iter().map(|one| one.key).collect();
    assert_eq!(keys, [2, 1, 3]);
    assert_eq!((plan.slot.minutes, plan.language.as_str()), (90, "en"));
    let nine = plan.slot.start.unwrap();
    assert_eq!(nine, Moment(1_794_902_400_000));
    let mut base = file.base;
    number(&mut base);
    let written: Vec<(String, i64)> = base
        .notes
        .iter()
        .map(|(id, at, _)| (id.to_string(), (*at - nine).0 / 60_000))
        .collect();
    let expected = [("S1", 0), ("N7", 5), ("N8", 5), ("N9", 5)];
    assert_eq!(written, expected.map(|(id, at)| (id.to_owned(), at)));
    assert_eq!(base.numbers[&Letter::N], 9);
}

#[test]
fn an_agenda_longer_than_its_slot_is_told_before_the_start() {
    let faults = |slot: u16, minutes: &str, more: &str| {
        let text = format!(
            r#"(title: "a", slot: (minutes: {slot}), stages: [
            (id: "fixed", title: "Fast", minutes: 25),
            (title: "Dialog, del 1", minutes: {minutes}, kind: Dialogue),
            (title: "Dialog, del 2", minutes: {minutes}, kind: Dialogue),
            (title: "Avslut", minutes: 20, kind: Closing),
        ]{more})"#
        );
        let problems = check("x.ron", &text);
        assert!(
            problems
                .iter()
                .all(|problem| problem.level == Level::Warning)
        );
        let place = |problem: &Problem| problem.place.as_ref().map(|place| place.line);
        assert!(problems.iter().all(|problem| place(problem) == Some(1)));
        let faults = problems.into_iter().map(|problem| problem.fault);
        faults.collect::<Vec<_>>()
    };
    let wished = "(min: 10, wish: 25, max: 25)";
    let (slot, over) = (90, 5);
    assert_eq!(
        faults(90, wished, ""),
        [Fault::WishesTooLong { slot, over }]
    );
    assert_eq!(faults(90, "25", ""), [Fault::TooLong { slot, over }]);
    assert_eq!(faults(95, "25", ""), []);
    assert_eq!(faults(90, "(min: 10, wish: 22, max: 25)", ""), []);
    let begun = r#", timeline: (visits: [(stage: "fixed", from: "2026-11-17 09:00")])"#;
    assert_eq!(faults(90, "25", begun), [], "then it is what it was");
}

#[test]
fn a_change_by_hand_is_seen() {
    let (_, text) = SHIPPED[0];
    let base = read("demo.ron", text).unwrap().base;
    let written = write(&base, Kind::Session, None);
    let file = read("x.ron", &written).unwrap();
    assert!(!file.edited_by_hand(&written));
    assert!(file.edited_by_hand(&written.replace("Vad ser vi?", "Vad syns?")));
    assert!(
        !file.edited_by_hand(&written.replacen("En dialog", "Vår dialog", 1)),
        "the head is not hashed"
    );
    assert_eq!(body_sha("Session(title: \"a\")"), None);
}

/// Run with `cargo test --release --lib -- --ignored --nocapture large_session`.
#[test]
#[ignore = "measures, and means something in a release build only"]
#[expect(clippy::disallowed_methods, reason = "measures")]
fn a_large_session_is_written_and_read_in_no_time() {
    let (_, text) = SHIPPED[0];
    let mut base = read("demo.ron", text).unwrap().base;
    base.notes = generated::many_notes();
    tidy(&mut base);
    for _ in 0..3 {
        let start = std::time::Instant::now();
        let text = write(&base, Kind::Session, None);
        let written = start.elapsed();
        let file = read("x.ron", &text).unwrap();
        println!(
            "{} bytes: write {written:?}, read {:?}",
            text.len(),
            start.elapsed().saturating_sub(written)
        );
        assert_eq!(file.base, base);
    }
}

#[test]
fn what_a_session_looks_like() {
    let text = include_str!("looks.ron");
    let file = read("looks.ron", text).unwrap();
    assert!(!file.edited_by_hand(text));
    assert_eq!(write(&file.base, file.kind, file.snapshot), text);
    assert_eq!(file.base.notes.len(), 5);
}

#[test]
fn a_number_that_leaves_no_next_one_is_refused() {
    let stages = "stages: [(title: \"x\", minutes: 1)]";
    for rest in [
        "notes: [(id: \"N4294967295\", text: \"a\")]",
        "removed: [\"N4294967295\"]",
        "numbers: (N: 4294967295)",
    ] {
        let text = format!("Session(title: \"a\", {stages}, {rest})");
        let problem = read("x.ron", &text).unwrap_err();
        let fault = Fault::BadId("N4294967295".to_owned());
        assert_eq!(
            (problem.fault, problem.place.is_some()),
            (fault, true),
            "{rest}"
        );
    }
}

#[test]
fn what_is_odd_about_a_chart_is_said_at_its_line() {
    let text = r#"Session(title: "a", stages: [(title: "x", minutes: 1)], charts: [
    (id: "d1", title: "Frånvaro", unit: "andel %", source: "SCB 2024", flip: "på plats", guess: true, values: [("Åk 8", 22)]),
    (id: "d2", title: "Elever", unit: "elever", source: "SCB 2024", flip: "på plats", values: [("Åk 8", 22)]),
    (id: "d3", title: "Kort", shown: "bild 4",
     guess: true),
    (id: "d4", title: "En röst", source: "Samtal 2026", quote: "Jag går dit för musiken."),
    (id: "d5", title: "Utan källa", values: [("Åk 8", 22)], healthy: ["ja"]),
])"#;
    let found: Vec<(usize, Fault)> = check("x.ron", text)
        .into_iter()
        .map(|problem| {
            assert_eq!(problem.level, Level::Warning, "no chart stops a dialogue");
            (problem.place.map_or(0, |place| place.line), problem.fault)
        })
        .collect();
    let odd = |line, chart, problem| (line, Fault::Chart(ChartId(chart), problem));
    assert_eq!(
        found,
        [
            odd(3, 2, chart::Problem::Turn(chart::NoTurn::NoShare)),
            odd(5, 3, chart::Problem::Guess(chart::NoGuess::NoValues)),
            odd(6, 4, chart::Problem::NoFrom),
            odd(7, 5, chart::Problem::NoSource),
            odd(7, 5, chart::Problem::Healthy),
        ]
    );
}
