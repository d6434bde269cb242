//! Sessions to write minutes of.

use crate::{
    domain::{
        Base, Body, Letter, Minutes, NoteId, Participant, Plan, Session, SessionId, Slot, Stage,
        StageKind, Status, Tag, Timeline, Visit,
        chart::{self, Chart, ChartId, Row},
    },
    text::{Moment, SafeText, Span, clock},
};

/// 2026-11-17 09:00 in Stockholm.
pub(super) fn start() -> Moment {
    clock::parse_rfc3339("2026-11-17T09:00:00+01:00").unwrap()
}

pub(super) fn stockholm() -> clock::Zone {
    clock::Zone::find("Europe/Stockholm").unwrap()
}

fn line(text: &str) -> SafeText {
    SafeText::line(text)
}

fn stage(id: &str, title: &str, kind: StageKind, (min, wish, max): (u16, u16, u16)) -> Stage {
    Stage {
        id: id.into(),
        title: line(title),
        kind,
        minutes: Minutes { min, wish, max },
        ..Stage::default()
    }
}

pub(super) fn stages() -> Vec<Stage> {
    vec![
        stage("welcome", "Välkomna", StageKind::Talk, (10, 10, 10)),
        stage(
            "concepts",
            "Psykisk hälsa och välbefinnande",
            StageKind::Talk,
            (3, 3, 3),
        ),
        stage("promotion", "Främjande arbete", StageKind::Talk, (2, 2, 2)),
        stage("data", "Data", StageKind::Data, (10, 10, 10)),
        stage(
            "dialogue-1",
            "Dialog, del 1",
            StageKind::Dialogue,
            (10, 20, 25),
        ),
        stage(
            "dialogue-2",
            "Dialog, del 2",
            StageKind::Dialogue,
            (10, 20, 25),
        ),
        stage("closing", "Avslut", StageKind::Closing, (20, 20, 20)),
    ]
}

fn charts() -> Vec<Chart> {
    let source = |text: &str| chart::Source::Text(line(text));
    vec![
        Chart {
            unit: line("andel %"),
            source: source("Skolinspektionen, Skolenkäten 2022"),
            n: Some(754),
            ..Chart::new(
                ChartId(1),
                "Trygg i skolan",
                chart::Body::Bars(vec![
                    Row::of("Åk 5", 83.0),
                    Row::of("Åk 8", 79.9),
                    Row::of("Gy 2", 88.4),
                ]),
            )
        },
        Chart {
            unit: line("andel %"),
            source: source("Skolinspektionen, Skolenkäten 2022"),
            ..Chart::new(
                ChartId(2),
                "Nöjd med skolan",
                chart::Body::Bars(vec![Row::of("Åk 5", 70.7), Row::of("Åk 8", 60.7)]),
            )
        },
        Chart::new(
            ChartId(3),
            "Egen bild",
            chart::Body::Card {
                shown: line("PowerPoint, bild 4"),
            },
        ),
    ]
}

pub(super) fn plan() -> Plan {
    let participant = |key, name: &str, perspective: &str| Participant {
        key,
        name: Some(line(name)).filter(|name| !name.is_empty()),
        perspective: line(perspective),
        organisation: None,
    };
    Plan {
        carried: Vec::new(),
        title: line("Att trivas i skolan och på fritiden"),
        notice: Some(line("Siffrorna är riktiga, samtalet är påhittat.")),
        theme: line("Att trivas i skolan och på fritiden"),
        goal: line("Att lära av varandra."),
        purpose: line(
            "Vi vill förstå vad som får unga att vilja vara i skolan, och vad vi vuxna kan göra mer av.",
        ),
        why_now: line("Siffrorna finns redan, men det är sällan vi sitter så här många runt dem."),
        language: "sv".to_owned(),
        zone: stockholm(),
        series: None,
        held: None,
        slot: Slot {
            start: Some(start()),
            minutes: 90,
        },
        principles: vec![
            line("Alla perspektiv behövs."),
            line("Siffrorna ger inga enkla svar."),
        ],
        tags: Vec::new(),
        participants: vec![
            participant(1, "Vilgot", "skola"),
            participant(2, "", "fritid"),
            participant(3, "", "polis"),
            participant(4, "", "skola"),
        ],
        stages: stages(),
        charts: charts(),
    }
}

pub(super) fn visit(stage: &str, from: i64, to: i64) -> Visit {
    Visit {
        stage: stage.into(),
        from: start() + Span::minutes(from),
        to: Some(start() + Span::minutes(to)),
        pauses: Vec::new(),
    }
}

fn timeline() -> Timeline {
    let mut data = visit("data", 15, 27);
    data.pauses.push((
        start() + Span::minutes(20),
        Some(start() + Span::seconds(20 * 60 + 45)),
    ));
    Timeline {
        visits: vec![
            visit("welcome", 0, 12),
            visit("concepts", 12, 15),
            data,
            visit("dialogue-1", 27, 68),
            visit("closing", 68, 89),
        ],
        skipped: vec!["promotion".into()],
        closed: Some(start() + Span::minutes(89)),
        ..Timeline::default()
    }
}

pub(super) fn note(tag: Tag, text: &str) -> Body {
    Body {
        tag,
        text: SafeText::block(text),
        ..Body::default()
    }
}

fn about(chart: u8, body: Body) -> Body {
    Body {
        chart: Some(ChartId(chart)),
        ..body
    }
}

fn said_by(voice: &str, body: Body) -> Body {
    Body {
        voice: Some(line(voice)),
        ..body
    }
}

fn step(who: &str, what: &str, when: &str, from: &[u32]) -> Body {
    let some = |text: &str| Some(line(text)).filter(|text| !text.is_empty());
    Body {
        who: some(who),
        when: some(when),
        from: from
            .iter()
            .map(|number| NoteId::new(Letter::N, *number))
            .collect(),
        ..note(Tag::NextStep, what)
    }
}

pub(super) fn bodies() -> Vec<Body> {
    vec![
        about(
            1,
            said_by(
                "Vilgot",
                note(Tag::See, "Tryggast på gymnasiet, minst i åttan."),
            ),
        ),
        about(
            1,
            said_by(
                "Vilgot",
                Body {
                    continues: true,
                    missed: true,
                    ..note(Tag::See, "särskilt de som bytt skola")
                },
            ),
        ),
        about(
            2,
            note(
                Tag::SeeMore,
                "Var tionde poäng försvinner mellan femman och åttan, och det är samma skolor.",
            ),
        ),
        about(2, note(Tag::DataError, "Räknas de som inte svarat?")),
        said_by("polis", note(Tag::See, "Vi möter dem mest på torsdagar.")),
        about(
            1,
            said_by("polis", note(Tag::Surprise, "Ingen nämnde måndagar.")),
        ),
        about(
            2,
            said_by("BUP", note(Tag::Wonder, "Vad gör skolan där det vände?")),
        ),
        note(Tag::Idea, "Lovkort till alla."),
        note(Tag::WantData, "Frånvaro per veckodag."),
        note(Tag::WhoMore, "Någon som går i åttan."),
        said_by(
            "fritid",
            note(
                Tag::TakeWithUs,
                "Det finns fler vuxna runt dem än vi trodde.",
            ),
        ),
        note(Tag::Reflection, "Lugnare än vi brukar."),
        note(Tag::Parked, "Hur ställdes frågan?"),
        Body {
            settled: true,
            ..note(Tag::Parked, "Finns det siffror för gymnasiet?")
        },
        step(
            "Anna (elevhälsa)",
            "ring fritidsgården om torsdagar",
            "senast v49",
            &[3, 5, 18],
        ),
        step(
            "Omar, Lisa",
            "ta fram frånvaro per veckodag och visa den på nästa möte, också för rektorerna",
            "december?",
            &[9],
        ),
        step("", "bjud in någon som går i åttan", "", &[]),
        note(Tag::Private, "HEMLIGT: jag pratade för mycket."),
        Body {
            status: Status::Done,
            ..step("Wilma", "skicka bilderna", "i dag", &[])
        },
        about(9, note(Tag::See, "Om ett diagram som togs bort.")),
    ]
}

pub(super) fn base(bodies: Vec<Body>) -> Base {
    Base {
        id: SessionId("one".to_owned()),
        plan: plan(),
        timeline: timeline(),
        notes: bodies
            .into_iter()
            .zip(1..)
            .map(|(body, number)| {
                let at = start() + Span::seconds(60 * (26 + i64::from(number)));
                (NoteId::new(body.tag.letter(), number), at, Some(body))
            })
            .collect(),
        ..Base::default()
    }
}

/// A dialogue that has ended, with a little of everything.
pub(super) fn session() -> Session {
    Session::on(base(bodies()))
}
