//! The files that ship: every one loads, both languages say the same, and nobody is named.

use std::{collections::BTreeSet, path::PathBuf};

use samtal::{
    chart::{self, Look, Size},
    domain::{
        Plan, Stage, StageKind,
        chart::{Body, Cell, Chart},
    },
    format::session::{self, Kind, SessionFile},
    text::{Lang, Texts},
};

const SAMPLES: [&str; 1] = ["demo"];
const TEMPLATES: [&str; 21] = [
    "data-driven-dialogue",
    "data-driven-dialogue-75",
    "first-time-45",
    "theme-promotion",
    "theme-leisure",
    "theme-attendance",
    "split-1",
    "split-2",
    "open-coordination",
    "series-evaluation",
    "presentation-whole-group",
    "review-round",
    "collection",
    "reflecting-dialogue",
    "patient-forum",
    "storytelling",
    "dialogue-stop",
    "youth-workshop",
    "participation-planning",
    "data-sprint",
    "blank",
];
const LANGUAGES: [&str; 2] = ["sv", "en"];

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("sessions")
        .join(name)
}

fn text(kind: &str, name: &str, lang: &str) -> String {
    let path = folder(kind).join(format!("{name}.{lang}.ron"));
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    String::from_utf8(bytes).expect("the file is UTF-8")
}

fn load(kind: &str, name: &str, lang: &str) -> SessionFile {
    let text = text(kind, name, lang);
    session::read(name, &text).unwrap_or_else(|problem| panic!("{kind}/{name}.{lang}: {problem:?}"))
}

/// Returns the demo as the session that a fresh copy begins with.
pub(crate) fn demo(lang: &str) -> Plan {
    load("samples", "demo", lang).base.plan
}

/// Every shipped file: its folder and name.
fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    let samples = SAMPLES.iter().map(|name| ("samples", *name));
    samples.chain(TEMPLATES.iter().map(|name| ("templates", *name)))
}

/// What must be the same in both languages: everything but the words.
fn shape(stage: &Stage) -> impl PartialEq + std::fmt::Debug {
    let words = [stage.present.len(), stage.ask.len(), stage.follow_ups.len()];
    (
        stage.id.clone(),
        stage.kind,
        stage.minutes,
        stage.tag,
        stage.skippable,
        stage.short.is_some(),
        words,
    )
}

fn values(chart: &Chart) -> Vec<(Vec<Option<f64>>, Option<u32>)> {
    let rows = chart.body.rows().iter();
    rows.map(|row| (row.cells.iter().map(Cell::number).collect(), row.n))
        .collect()
}

#[test]
fn the_folders_hold_these_files_and_no_others() {
    for (kind, names) in [
        ("samples", SAMPLES.as_slice()),
        ("templates", TEMPLATES.as_slice()),
    ] {
        let expected: BTreeSet<String> = names
            .iter()
            .flat_map(|name| LANGUAGES.map(|lang| format!("{name}.{lang}.ron")))
            .collect();
        let entries = std::fs::read_dir(folder(kind)).unwrap();
        let found: BTreeSet<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        assert_eq!(found, expected, "{kind}");
    }
}

#[test]
fn every_file_loads_without_a_word_to_say() {
    for (kind, name) in all() {
        for lang in LANGUAGES {
            let problems = session::check(name, &text(kind, name, lang));
            assert!(problems.is_empty(), "{kind}/{name}.{lang}: {problems:?}");
            let file = load(kind, name, lang);
            assert_eq!(file.version, session::VERSION);
            assert_eq!(
                file.kind,
                if kind == "samples" {
                    Kind::Session
                } else {
                    Kind::Template
                }
            );
            // Without an id each opening makes a session of its own; without a start it begins when it is begun.
            assert_eq!((file.id, file.base.plan.slot.start), (None, None));
            assert!(file.base.notes.is_empty() && file.base.timeline.visits.is_empty());
            assert_eq!(file.base.plan.language, lang);
        }
    }
}

#[test]
fn both_languages_have_the_same_structure() {
    for (kind, name) in all() {
        let [sv, en] = LANGUAGES.map(|lang| load(kind, name, lang).base.plan);
        assert_eq!(
            sv.stages.iter().map(shape).collect::<Vec<_>>(),
            en.stages.iter().map(shape).collect::<Vec<_>>(),
            "{name}"
        );
        assert_eq!(sv.principles.len(), en.principles.len());
        assert_eq!(
            (sv.slot, &sv.zone, sv.notice.is_some()),
            (en.slot, &en.zone, en.notice.is_some())
        );
        let keys = |plan: &Plan| {
            plan.participants
                .iter()
                .map(|one| one.key)
                .collect::<Vec<_>>()
        };
        assert_eq!(keys(&sv), keys(&en));
        let kinds = |plan: &Plan| plan.tags.iter().map(|own| own.tag).collect::<Vec<_>>();
        assert_eq!(kinds(&sv), kinds(&en), "{name}");
        assert_eq!(sv.charts.len(), en.charts.len());
        for (a, b) in sv.charts.iter().zip(&en.charts) {
            assert_eq!(
                (a.id, a.n, a.purpose, values(a)),
                (b.id, b.n, b.purpose, values(b)),
                "{name}"
            );
            assert_eq!(
                std::mem::discriminant(&a.body),
                std::mem::discriminant(&b.body),
                "{name} {}",
                a.id
            );
            assert_eq!(
                a.body.columns().len(),
                b.body.columns().len(),
                "{name} {}",
                a.id
            );
            if let (Body::Picture(a), Body::Picture(b)) = (&a.body, &b.body) {
                assert_eq!(a, b, "{name}");
            }
        }
    }
}

#[test]
fn every_agenda_fits_its_slot_by_wish_or_stretch() {
    for (kind, name) in all() {
        let plan = load(kind, name, "sv").base.plan;
        let sum = |length: &dyn Fn(&Stage) -> u16| plan.stages.iter().map(length).sum::<u16>();
        let (least, most) = (
            sum(&|stage| stage.minutes.min),
            sum(&|stage| stage.minutes.max),
        );
        assert!(
            (least..=most).contains(&plan.slot.minutes),
            "{name}: {least} to {most} in {}",
            plan.slot.minutes
        );
        assert_eq!(
            plan.stages.last().map(|stage| stage.kind),
            Some(StageKind::Closing),
            "{name}"
        );
    }
    // The method's own lengths: 45 minutes stand firm, two dialogues of 10 to 25 share the rest.
    let plan = demo("sv");
    let firm: u16 = plan
        .stages
        .iter()
        .filter(|stage| stage.kind != StageKind::Dialogue)
        .map(|stage| stage.minutes.wish)
        .sum();
    assert_eq!((plan.stages.len(), firm, plan.slot.minutes), (7, 45, 90));
    for stage in plan
        .stages
        .iter()
        .filter(|stage| stage.kind == StageKind::Dialogue)
    {
        assert_eq!((stage.minutes.min, stage.minutes.max), (10, 25));
    }
}

#[test]
fn every_stage_has_something_to_say_and_to_ask() {
    for (kind, name) in all() {
        for lang in LANGUAGES {
            let plan = load(kind, name, lang).base.plan;
            let whole = [
                &plan.title,
                &plan.theme,
                &plan.goal,
                &plan.purpose,
                &plan.why_now,
            ];
            assert!(whole.iter().all(|text| !text.is_empty()), "{name}.{lang}");
            assert_eq!(plan.principles.len(), 4, "{name}.{lang}");
            for stage in &plan.stages {
                assert!(
                    (2..=5).contains(&stage.present.len()),
                    "{name}.{lang} {}",
                    stage.id
                );
                assert!(!stage.ask.is_empty(), "{name}.{lang} {}", stage.id);
                assert!(
                    (3..=5).contains(&stage.follow_ups.len()),
                    "{name}.{lang} {}",
                    stage.id
                );
            }
        }
    }
}

#[test]
fn every_chart_says_what_it_is_and_where_it_comes_from() {
    for (kind, name) in all() {
        for lang in LANGUAGES {
            let plan = load(kind, name, lang).base.plan;
            assert!(plan.charts.len() <= 12, "{name}.{lang}");
            for chart in &plan.charts {
                let at = format!("{name}.{lang} {}", chart.id);
                assert_eq!(chart.check(), [], "{at}");
                assert!(
                    !chart.title.is_empty() && !chart.citation().is_empty(),
                    "{at}"
                );
                // A picture of concepts has no unit.
                let concepts = chart.body.rows().is_empty() && chart.n.is_none();
                assert!(
                    concepts || (!chart.unit.is_empty() && !chart.caveat.is_empty()),
                    "{at}"
                );
                let opening = if lang == "sv" {
                    "Här ser vi "
                } else {
                    "Here we see "
                };
                assert!(
                    chart.say.starts_with(opening) && chart.say.ends_with('.'),
                    "{at}: {}",
                    chart.say
                );
                assert_eq!(chart.say.matches(". ").count(), 0, "{at}: one sentence");
                let year = concepts || chart.citation().contains("20");
                assert!(year, "{at}: a source says its year");
            }
        }
    }
}

#[test]
fn nobody_is_named() {
    for (kind, name) in all() {
        for lang in LANGUAGES {
            let text = text(kind, name, lang);
            assert!(
                !text.contains('@') && !text.contains("name:"),
                "{kind}/{name}.{lang}"
            );
            let plan = load(kind, name, lang).base.plan;
            assert!(
                plan.participants
                    .iter()
                    .all(|one| one.name.is_none() && !one.perspective.is_empty())
            );
            assert!(
                (2..=10).contains(&plan.participants.len()),
                "{kind}/{name}.{lang}"
            );
        }
    }
}

#[test]
fn the_demo_says_what_is_real_and_how_many_charts_there_are() {
    let (sv, en) = (demo("sv"), demo("en"));
    let notice = |plan: &Plan| plan.notice.as_ref().map(ToString::to_string);
    assert_eq!(
        notice(&sv).as_deref(),
        Some("Siffrorna är riktiga, samtalet är påhittat.")
    );
    assert_eq!(
        notice(&en).as_deref(),
        Some("The figures are real, the conversation is invented.")
    );
    for (plan, word) in [(&sv, "Tolv diagram"), (&en, "Twelve charts")] {
        let data = plan
            .stages
            .iter()
            .find(|stage| stage.kind == StageKind::Data)
            .expect("there is a data stage");
        assert!(data.present[0].starts_with(word));
        assert_eq!(plan.charts.len(), 12);
    }
    // Sharing makes faces small: the data stage ends by putting an end to it.
    for (plan, words) in [(&sv, "slutar jag dela"), (&en, "stop sharing")] {
        let data = plan
            .stages
            .iter()
            .find(|stage| stage.kind == StageKind::Data)
            .expect("there is a data stage");
        assert!(data.present.last().is_some_and(|line| line.contains(words)));
    }
}

#[test]
fn every_chart_of_the_demo_is_seen_in_the_narrow_window() {
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        for chart in demo(lang.code()).charts {
            let (cols, rows) = (50, 14);
            let shown = chart::plain(&chart::full(
                &chart,
                Size { cols, rows },
                Look::default(),
                &texts,
            ));
            // The picture of two axes becomes four lines where there is no room for the cross.
            let drawn = shown.contains(['█', '▀', '▄', '│']) || chart.id.to_string() == "d1";
            assert!(drawn, "{lang} {}:\n{shown}", chart.id);
            assert!(!shown.contains('…'), "{lang} {}:\n{shown}", chart.id);
        }
    }
}
