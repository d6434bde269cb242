//! Words that the talk went through: what was said under each, in minutes and over a series; and how long stages were.

use super::*;
use crate::domain::{Minutes, Plan, Stage, StageKind, Visit};

/// A dialogue about two words on a day, with these notes; its talk took so many minutes of twenty.
fn talked(day: i64, minutes: i64, notes: &[&str]) -> Session {
    let start = sample::start() + Span::minutes(day * 24 * 60);
    let notes = notes.iter().enumerate().map(|(place, text)| {
        let body = Body {
            tag: Tag::Reflection,
            text: SafeText::line(text),
            ..Body::default()
        };
        let id = NoteId::new(Letter::N, place as u32 + 1);
        (id, start + Span::minutes(1), Some(body))
    });
    let end = start + Span::minutes(minutes);
    Session::on(Base {
        notes: notes.collect(),
        plan: Plan {
            title: "Att trivas".into(),
            series: Some("skola".into()),
            stages: vec![Stage {
                id: "six-words".into(),
                title: "Sex ord".into(),
                kind: StageKind::Dialogue,
                minutes: Minutes::fixed(20),
                words: ["Tillit", "Lärande"].map(Into::into).to_vec(),
                ..Stage::default()
            }],
            ..Plan::default()
        },
        timeline: Timeline {
            visits: vec![Visit {
                stage: "six-words".into(),
                from: start,
                to: Some(end),
                pauses: Vec::new(),
            }],
            closed: Some(end),
            ..Timeline::default()
        },
        ..Base::default()
    })
}

#[test]
fn minutes_group_what_was_said_under_the_words() {
    let session = talked(
        0,
        12,
        &[
            "Tillit: vi ringer varandra",
            "det gick fort",
            "tillit:  vi frågar",
        ],
    );
    let text = written(&session, &options(), Lang::Sv);
    let (_, after) = text.split_once("== SAGT UNDER ORDEN").unwrap();
    let (part, _) = after.split_once("== VAD TAR VI").unwrap();
    let part: Vec<&str> = part.lines().skip(1).map(str::trim_end).collect();
    let expected = [
        " Tillit",
        " N1   vi ringer varandra",
        " N3   vi frågar",
        "",
        " Lärande",
        " Det talade ingen om.",
    ];
    assert_eq!(part[..6], expected, "{text}");
    assert_eq!(text.matches("vi ringer varandra").count(), 1, "{text}");
    assert_eq!(text.matches("det gick fort").count(), 1, "{text}");
    let plain = written(&sample::session(), &options(), Lang::Sv);
    assert!(!plain.contains("SAGT UNDER ORDEN"));
}

#[test]
fn a_series_shows_its_words_and_lengths_over_time() {
    let all = [
        talked(0, 12, &["Tillit: vi ringer varandra"]),
        talked(14, 15, &["Tillit: vi säger ifrån", "tillit: vi frågar"]),
        talked(28, 19, &[]),
    ];
    let texts = Texts::new(Lang::Sv);
    let page = series(&"skola".into(), &all, &options(), &texts);
    let text = crate::chart::plain(&page.to_text());
    for said in [
        " Tillit\n 2026-11-17: vi ringer varandra (N1)\n 2026-12-01: vi säger ifrån (N1); vi frågar (N2)\n",
        " Lärande\n Det har ingen talat om än.\n",
        "gånger",
        "Sex ord",
        "  3  20:00  15:00",
    ] {
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(squeezed(&text).contains(&squeezed(said)), "{said}\n{text}");
    }
}
