//! Any session at all, with the words that break layouts among ordinary ones.

use proptest::{option, prelude::*, sample::select};

use super::*;
use crate::domain::{
    Participant,
    chart::{Chart, ChartId, Row},
};

const WORDS: [&str; 20] = [
    "skola",
    "fritidsgården",
    "N1  x",
    "[ ] S1  x",
    "== x ==",
    "\n",
    "\nN2  y",
    "👨‍👩‍👧‍👦",
    "🇸🇪",
    "漢字",
    "a\u{30a}",
    "\u{301}",
    "\u{fe0f}",
    "1\u{fe0f}\u{20e3}",
    "\u{1b}[31m",
    "\u{202e}",
    "@@",
    "   ",
    "ordetärsålångtattdetinterymspåraden_hur_mycket_man_än_försöker_få_det_att_rymmas_där_det_står",
    "\t",
];

fn text() -> impl Strategy<Value = SafeText> {
    prop_oneof![
        3 => prop::collection::vec(select(&WORDS[..]), 0..12).prop_map(|words| SafeText::block(&words.join(" "))),
        1 => prop::collection::vec(select(&WORDS[..]), 0..12).prop_map(|words| SafeText::block(&words.concat())),
        1 => ".{0,40}".prop_map(|words| SafeText::block(&words)),
    ]
}

fn body() -> impl Strategy<Value = Body> {
    let tags: Vec<Tag> = Tag::CHOICES
        .into_iter()
        .chain([Tag::Private, Tag::Inbox])
        .collect();
    let statuses = vec![Status::Open, Status::Ongoing, Status::Done, Status::Dropped];
    (
        (select(tags), text(), option::of(1..6_u8)),
        (option::of(text()), option::of(text()), option::of(text())),
        (any::<[bool; 4]>(), select(statuses)),
        prop::collection::vec(1..20_u32, 0..4),
    )
        .prop_map(
            |((tag, text, chart), (voice, who, when), (flags, status), from)| Body {
                tag,
                text,
                chart: chart.map(ChartId),
                voice,
                who,
                when,
                missed: flags[0],
                continues: flags[1],
                settled: flags[2],
                waits: flags[3],
                status,
                from: from
                    .into_iter()
                    .map(|number| NoteId::new(Letter::N, number))
                    .collect(),
                ..Body::default()
            },
        )
}

fn timeline() -> impl Strategy<Value = Timeline> {
    let ended = || Timeline {
        visits: vec![
            sample::visit("welcome", 0, 12),
            sample::visit("gone\n N1  x", 12, 20),
        ],
        skipped: vec!["promotion".into(), "nowhere".into()],
        closed: Some(sample::start() + Span::minutes(20)),
        ..Timeline::default()
    };
    let running = || {
        let mut timeline = ended();
        timeline.closed = None;
        timeline.visits.push(sample::visit("dialogue-1", 20, 30));
        timeline.visits[2].to = None;
        timeline
    };
    prop_oneof![Just(Timeline::default()), Just(ended()), Just(running())]
}

fn charts() -> impl Strategy<Value = Vec<Chart>> {
    let chart = (1..5_u8, text(), text(), text(), 0..100_u8).prop_map(
        |(id, title, source, label, value)| Chart {
            source: chart::Source::Text(source),
            ..Chart::new(
                ChartId(id),
                &title,
                chart::Body::Bars(vec![Row::of(&label, f64::from(value))]),
            )
        },
    );
    prop::collection::vec(chart, 0..3).prop_map(|mut charts| {
        charts.sort_by_key(|chart| chart.id);
        charts.dedup_by_key(|chart| chart.id);
        charts
    })
}

pub(super) fn base() -> impl Strategy<Value = Base> {
    (
        prop::collection::vec((body(), option::of(select(vec!['b', 'c']))), 0..12),
        (text(), text(), text(), text()),
        prop::collection::vec((text(), option::of(text())), 0..4),
        (timeline(), charts(), any::<[bool; 3]>()),
    )
        .prop_map(
            |(bodies, (title, purpose, theme, stage), people, (timeline, charts, flags))| {
                let (bodies, machines): (Vec<Body>, Vec<Option<char>>) = bodies.into_iter().unzip();
                let mut base = sample::base(bodies);
                for ((id, ..), machine) in base.notes.iter_mut().zip(machines) {
                    id.machine = machine;
                }
                let plan = &mut base.plan;
                plan.title = title.clone();
                plan.notice = Some(title);
                plan.purpose = purpose;
                plan.principles = vec![theme.clone(), stage.clone()];
                plan.theme = theme;
                plan.stages[0].title = stage;
                plan.charts = charts;
                plan.participants = people
                    .into_iter()
                    .map(|(perspective, name)| Participant {
                        name,
                        perspective,
                        ..Participant::default()
                    })
                    .collect();
                if flags[0] {
                    plan.slot.start = None;
                }
                if flags[1] {
                    plan.stages.clear();
                }
                if flags[2] {
                    base.timeline = timeline;
                }
                base
            },
        )
}

pub(super) fn options() -> impl Strategy<Value = Options> {
    let glyphs = vec![Glyphs::Blocks, Glyphs::Braille, Glyphs::Ascii];
    (
        prop_oneof![Just(WIDTH), 24..140_usize],
        any::<bool>(),
        select(glyphs),
    )
        .prop_map(|(width, with_perspectives, glyphs)| Options {
            width,
            with_perspectives,
            glyphs,
            small_number_limit: 5,
            now: sample::start() + Span::minutes(35),
        })
}

/// Takes out the escapes that set a style, and only those.
pub(super) fn without_styles(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let after = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        out.push_str(after.strip_prefix('m').unwrap_or("NOT A STYLE"));
    }
    out
}
