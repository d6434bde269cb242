//! Sessions, plans and events as a hostile world writes them, for the properties of this floor.

use std::collections::BTreeSet;

use proptest::{collection::vec, option, prelude::*, sample::select};

use crate::{
    domain::{
        AgendaAct, Base, Body, Entry, EntryId, Event, Facing, Form, GroupAct, Hand, Held, Hlc,
        Lasting, Letter, Minutes, NoteEdit, NoteId, Participant, Plan, PlanPart, Seat, SessionId,
        Slot, Stage, StageId, StageKind, Status, Tag, TagWords, Timeline, Visit,
        chart::{self, Cell, Chart, ChartId, Row, Source},
    },
    text::{Moment, SafeText, Span, clock::Zone},
};

const STAGES: [&str; 5] = ["welcome", "data", "dialogue-1", "avslut.å", "x_9"];

/// Text with what breaks formats: marks of RON, raw strings and comments, emoji of several parts, escapes, line breaks.
pub(super) fn text() -> impl Strategy<Value = SafeText> {
    let piece = select(vec![
        "å",
        "Vad ser vi? ",
        "\"",
        "\\",
        "\\\"",
        "\"#",
        "r#\"",
        "'",
        "\\u{41}",
        "\n",
        "\r\n",
        "\t",
        "//",
        "/*",
        "*/",
        ")",
        "]",
        "}",
        "(",
        ",",
        ": ",
        "👩‍👩‍👧",
        "❤\u{fe0f}",
        "🇸🇪",
        "a\u{301}",
        "\u{1b}[31m",
        "\u{202e}",
        "\u{a0}",
        "\u{2028}",
        "{$x}",
        "%",
        "\0",
        "None",
        "Some(",
        " ",
    ]);
    prop_oneof![
        3 => vec(piece, 0..8).prop_map(|pieces| SafeText::block(&pieces.concat())),
        1 => any::<String>().prop_map(|raw| SafeText::block(&raw)),
    ]
}

fn line() -> impl Strategy<Value = SafeText> {
    text().prop_map(|text| SafeText::line(&text))
}

fn moment() -> impl Strategy<Value = Moment> {
    prop_oneof![
        (1_700_000_000..1_900_000_000_i64).prop_map(|second| Moment(second * 1000)),
        (1_000_000_000_000..4_000_000_000_000_i64).prop_map(Moment),
    ]
}

fn stage_id() -> impl Strategy<Value = StageId> {
    select(STAGES.to_vec()).prop_map(StageId::from)
}

fn chart_id() -> impl Strategy<Value = ChartId> {
    (1..=12_u8).prop_map(ChartId)
}

fn letter() -> impl Strategy<Value = Letter> {
    select(Letter::ALL.to_vec())
}

fn note_id() -> impl Strategy<Value = NoteId> {
    let machine = option::weighted(0.2, proptest::char::range('a', 'z'));
    (letter(), 1..400_u32, machine).prop_map(|(letter, number, machine)| NoteId {
        letter,
        number,
        machine,
    })
}

fn tag() -> impl Strategy<Value = Tag> {
    let mut tags = Tag::CHOICES.to_vec();
    tags.extend([Tag::Private, Tag::Inbox]);
    select(tags)
}

fn status() -> impl Strategy<Value = Status> {
    select(vec![
        Status::Open,
        Status::Ongoing,
        Status::Done,
        Status::Dropped,
    ])
}

pub(super) fn body() -> impl Strategy<Value = Body> {
    let words = (
        tag(),
        text(),
        option::of(text()),
        option::of(text()),
        option::of(text()),
    );
    let later = || option::weighted(0.2, text());
    let later = (later(), later(), later());
    let marks = (any::<[bool; 4]>(), status(), vec(note_id(), 0..3), later);
    let places = (option::of(chart_id()), option::of(stage_id()));
    (words, marks, places).prop_map(
        |(
            (tag, text, voice, who, when),
            ([missed, continues, settled, waits], status, from, later),
            place,
        )| {
            Body {
                tag,
                text,
                chart: place.0,
                voice,
                stage: place.1,
                missed,
                continues,
                waits,
                who,
                when,
                from,
                status,
                why: later.0,
                indicator: later.1,
                again: later.2,
                settled,
            }
        },
    )
}

fn cell() -> impl Strategy<Value = Cell> {
    let reason = line().prop_filter("a number in quotes is refused", |text| {
        text.trim().replace(',', ".").parse::<f64>().is_err()
    });
    prop_oneof![
        prop::num::f64::NORMAL.prop_map(Cell::Value),
        (-1000..1000_i32).prop_map(|tenths| Cell::Value(f64::from(tenths) / 10.0)),
        reason.prop_map(Cell::Missing),
    ]
}

fn chart(id: ChartId) -> impl Strategy<Value = Chart> {
    let row = (line(), vec(cell(), 2), option::of(0..9000_u32), line());
    let rows = vec(row, 0..4).prop_map(|rows| {
        let row = |(label, cells, n, remark)| Row {
            label,
            cells,
            n,
            remark,
        };
        rows.into_iter().map(row).collect::<Vec<_>>()
    });
    let body = prop_oneof![
        (vec(line(), 2), rows).prop_map(|(names, rows)| chart::Body::Groups { names, rows }),
        line().prop_map(|shown| chart::Body::Card { shown }),
        (text(), line()).prop_map(|(quote, from)| chart::Body::Voice { quote, from }),
    ];
    let parts = (text(), text(), body, any::<bool>(), showing());
    parts.prop_map(move |(title, words, body, file, showing)| {
        let mut chart = Chart::new(id, &title, body);
        chart.showing = showing;
        chart.caveat = words.clone();
        chart.source = if file {
            Source::Csv(words)
        } else {
            Source::Text(words)
        };
        chart
    })
}

fn showing() -> impl Strategy<Value = chart::Showing> {
    let guess = prop_oneof![
        Just(chart::Guess::No),
        Just(chart::Guess::Yes),
        line().prop_map(chart::Guess::Row),
    ];
    (text(), line(), vec(line(), 0..3), guess).prop_map(|(not_in, flip, healthy, guess)| {
        chart::Showing {
            not_in,
            flip,
            healthy,
            guess,
            face: chart::Face::Plain,
        }
    })
}

fn charts() -> impl Strategy<Value = Vec<Chart>> {
    let ids = Just((1..=4_u8).collect::<Vec<_>>()).prop_shuffle();
    (ids, 0..4_usize).prop_flat_map(|(ids, count)| {
        ids.into_iter()
            .take(count)
            .map(|id| chart(ChartId(id)))
            .collect::<Vec<_>>()
    })
}

fn stage(id: &'static str) -> impl Strategy<Value = Stage> {
    let lengths = any::<[u16; 3]>().prop_map(|mut lengths| {
        lengths.sort_unstable();
        let [min, wish, max] = lengths;
        Minutes { min, wish, max }
    });
    let kind = select(vec![
        StageKind::Talk,
        StageKind::Data,
        StageKind::Dialogue,
        StageKind::Closing,
    ]);
    let texts = || vec(text(), 0..3);
    (
        (text(), option::of(text()), kind, lengths, tag()),
        (texts(), texts(), texts(), texts(), any::<bool>()),
    )
        .prop_map(
            move |(
                (title, short, kind, minutes, tag),
                (present, ask, follow_ups, words, skippable),
            )| {
                Stage {
                    id: id.into(),
                    title,
                    short,
                    kind,
                    minutes,
                    tag,
                    present,
                    ask,
                    follow_ups,
                    words,
                    skippable,
                }
            },
        )
}

fn stages() -> impl Strategy<Value = Vec<Stage>> {
    (1..=STAGES.len()).prop_flat_map(|count| {
        STAGES
            .into_iter()
            .take(count)
            .map(stage)
            .collect::<Vec<_>>()
    })
}

fn participants() -> impl Strategy<Value = Vec<Participant>> {
    let one = (any::<u8>(), option::of(text()), text(), option::of(text()));
    let one = one.prop_map(|(key, name, perspective, organisation)| Participant {
        key,
        name,
        perspective,
        organisation,
    });
    vec(one, 0..4)
}

fn zone() -> impl Strategy<Value = Zone> {
    select(vec![
        "Europe/Stockholm",
        "America/St_Johns",
        "Asia/Kathmandu",
        "UTC",
    ])
    .prop_map(|name| Zone::find(name).unwrap())
}

fn carried() -> impl Strategy<Value = Vec<Lasting>> {
    let words = || option::weighted(0.4, text());
    let said = (note_id(), moment(), words(), text(), words(), status());
    let later = (words(), words(), words(), vec(note_id(), 0..3), words());
    let one = (said, later).prop_map(|((id, at, who, what, when, status), later)| {
        let (why, indicator, again, from, because) = later;
        Lasting {
            id,
            at,
            who,
            what,
            when,
            status,
            why,
            indicator,
            again,
            from,
            because,
        }
    });
    vec(one, 0..3)
}

pub(super) fn plan() -> impl Strategy<Value = Plan> {
    let slot =
        (option::of(moment()), any::<u16>()).prop_map(|(start, minutes)| Slot { start, minutes });
    (
        vec(text(), 5),
        (
            option::of(text()),
            option::of(text()),
            zone(),
            slot,
            option::of(held()),
        ),
        select(vec!["sv", "en"]),
        (
            vec(text(), 0..5),
            participants(),
            stages(),
            charts(),
            carried(),
            tag_words(),
        ),
    )
        .prop_map(
            |(texts, (notice, series, zone, slot, held), language, lists)| {
                let [title, theme, goal, purpose, why_now] = texts.try_into().unwrap();
                let (principles, participants, stages, charts, carried, tags) = lists;
                Plan {
                    title,
                    notice,
                    theme,
                    goal,
                    purpose,
                    why_now,
                    language: language.to_owned(),
                    zone,
                    series,
                    slot,
                    held,
                    carried,
                    principles,
                    tags,
                    participants,
                    stages,
                    charts,
                }
            },
        )
}

fn tag_words() -> impl Strategy<Value = Vec<TagWords>> {
    let one =
        (select(Tag::CHOICES.to_vec()), text()).prop_map(|(tag, words)| TagWords { tag, words });
    vec(one, 0..3)
}

/// Every way a group works.
const FORMS: [Form; 5] = [
    Form::Alone,
    Form::Leaving,
    Form::Pair,
    Form::Returning,
    Form::All,
];

fn held() -> impl Strategy<Value = Held> {
    select(vec![Held::Online, Held::InRoom])
}

fn timeline() -> impl Strategy<Value = Timeline> {
    let pauses = vec((moment(), option::of(moment())), 0..3);
    let visit = (stage_id(), moment(), option::of(moment()), pauses).prop_map(
        |(stage, from, to, pauses)| Visit {
            stage,
            from,
            to,
            pauses,
        },
    );
    let span = prop_oneof![
        (-90..90_i64).prop_map(Span::minutes),
        (-600_000..600_000_i64).prop_map(Span),
    ];
    let form = (select(FORMS.to_vec()), moment());
    (
        vec(visit, 0..5),
        vec(stage_id(), 0..3),
        prop::collection::btree_map(stage_id(), span, 0..3),
        (option::of(moment()), option::of(form), option::of(moment())),
        prop::collection::btree_map(stage_id(), any::<u8>(), 0..3),
    )
        .prop_map(
            |(visits, skipped, adjusted, (end, form, closed), heard)| Timeline {
                visits,
                skipped,
                adjusted,
                end,
                form,
                closed,
                heard,
            },
        )
}

pub(super) fn base() -> impl Strategy<Value = Base> {
    let note = (note_id(), moment(), option::weighted(0.9, body()));
    (
        "[A-Za-z0-9_-]{1,40}",
        plan(),
        timeline(),
        vec(note, 0..12),
        prop::collection::btree_map(letter(), 1..900_u32, 0..3),
    )
        .prop_map(|(id, plan, timeline, notes, numbers)| {
            let mut base = Base {
                id: SessionId(id),
                plan,
                timeline,
                notes: Vec::new(),
                numbers,
            };
            let mut seen = BTreeSet::new();
            for (id, at, body) in notes {
                if seen.insert(id) {
                    let at = body.as_ref().map_or_else(Moment::default, |_| at);
                    base.notes.push((id, at, body));
                }
            }
            super::session::tidy(&mut base);
            base
        })
}

fn entry_id() -> impl Strategy<Value = EntryId> {
    (any::<u32>(), any::<u64>()).prop_map(|(seat, n)| EntryId {
        seat: Seat(seat),
        n,
    })
}

fn act() -> impl Strategy<Value = AgendaAct> {
    prop_oneof![
        text().prop_map(|id| AgendaAct::Entered(StageId(id.into_string()))),
        Just(AgendaAct::Paused),
        Just(AgendaAct::Resumed),
        (stage_id(), any::<i64>()).prop_map(|(id, ms)| AgendaAct::Adjusted(id, Span(ms))),
        any::<i64>().prop_map(|ms| AgendaAct::EndMoved(Moment(ms))),
        stage_id().prop_map(AgendaAct::Skipped),
        moment().prop_map(AgendaAct::Backdated),
        select(FORMS.to_vec()).prop_map(AgendaAct::FormSet),
        moment().prop_map(AgendaAct::Closed),
    ]
}

fn part() -> impl Strategy<Value = PlanPart> {
    prop_oneof![
        text().prop_map(PlanPart::Title),
        option::of(text()).prop_map(PlanPart::Notice),
        text().prop_map(|text| PlanPart::Language(text.into_string())),
        zone().prop_map(PlanPart::Zone),
        (option::of(moment()), any::<u16>())
            .prop_map(|(start, minutes)| PlanPart::Slot { start, minutes }),
        option::of(held()).prop_map(PlanPart::Held),
        vec(text(), 0..3).prop_map(PlanPart::Principles),
        tag_words().prop_map(PlanPart::Tags),
        participants().prop_map(PlanPart::Participants),
        carried().prop_map(PlanPart::Carried),
        stages().prop_map(PlanPart::Stages),
        chart(ChartId(3)).prop_map(|chart| PlanPart::Chart(Box::new(chart))),
        vec(chart_id(), 0..3).prop_map(PlanPart::ChartOrder),
    ]
}

fn group_act() -> impl Strategy<Value = GroupAct> {
    let facing = prop_oneof![
        Just(Facing::Plain),
        Just(Facing::Turned),
        Just(Facing::Covered)
    ];
    prop_oneof![
        Just(GroupAct::Hidden),
        Just(GroupAct::Unhidden),
        Just(GroupAct::StepsShown),
        Just(GroupAct::StepsLeft),
        (chart_id(), facing).prop_map(|(chart, facing)| GroupAct::Faced(chart, facing)),
    ]
}

fn event() -> impl Strategy<Value = Event> {
    let edits = (body(), body(), any::<bool>()).prop_map(|(old, new, withdrawn)| {
        let mut edits = NoteEdit::between(&old, &new);
        edits.extend([
            NoteEdit::Withdrawn(withdrawn),
            NoteEdit::Released(!withdrawn),
        ]);
        edits
    });
    let agenda = (any::<u32>(), option::of(entry_id()), act());
    prop_oneof![
        text().prop_map(|sha| Event::Opened(sha.into_string())),
        agenda.prop_map(|(term, saw, act)| Event::Agenda { term, saw, act }),
        (note_id(), option::of(moment()), body()).prop_map(|(id, at, body)| Event::NoteAdded {
            id,
            at,
            body
        }),
        (note_id(), edits).prop_map(|(id, edits)| Event::NoteEdited { id, edits }),
        note_id().prop_map(Event::Erased),
        vec(note_id(), 0..4).prop_map(Event::GivenElsewhere),
        part().prop_map(Event::Planned),
        option::of(chart_id()).prop_map(Event::ChartShown),
        group_act().prop_map(Event::Group),
        any::<u8>().prop_map(Event::Heard),
        prop::collection::btree_map(stage_id(), any::<u8>(), 0..3).prop_map(Event::MarksForgotten),
        any::<bool>().prop_map(Event::WritingPaused),
        entry_id().prop_map(Event::TakenBack),
        (select(vec![Hand::Writes, Hand::Reads]), option::of(text()))
            .prop_map(|(hand, name)| Event::Seated { hand, name }),
        (any::<u32>(), option::of(entry_id())).prop_map(|(term, saw)| Event::Led { term, saw }),
    ]
}

pub(super) fn entry() -> impl Strategy<Value = Entry> {
    (entry_id(), any::<u64>(), any::<i64>(), event()).prop_map(|(id, order, wall, event)| Entry {
        id,
        order: Hlc(order),
        wall: Moment(wall),
        event,
    })
}

/// Ten thousand notes as they are written in a long series of dialogues.
pub(super) fn many_notes() -> Vec<(NoteId, Moment, Option<Body>)> {
    let words = "Fler elever i åk 5 känner sig trygga, men många svarade inte. ";
    (1..=10_000_u32)
        .map(|number| {
            let tag = Tag::CHOICES[number as usize % Tag::CHOICES.len()];
            let body = Body {
                tag,
                text: SafeText::block(&words.repeat(1 + number as usize % 3)),
                chart: (number % 2 == 0).then_some(ChartId((number % 12) as u8 + 1)),
                voice: (number % 3 == 0).then(|| SafeText::line("skola")),
                who: (tag == Tag::NextStep).then(|| SafeText::line("fritid")),
                ..Body::default()
            };
            let id = NoteId::new(tag.letter(), number);
            (
                id,
                Moment(1_800_000_000_000 + i64::from(number) * 700),
                Some(body),
            )
        })
        .collect()
}
