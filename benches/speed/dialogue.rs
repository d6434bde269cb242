//! A dialogue of any length, the same each time: the demo's plan, and notes of the length people write.

use std::collections::BTreeMap;

use samtal::{
    app::{Model, Screen, lead::Lead},
    domain::{
        AgendaAct, Base, Body, Entry, EntryId, Event, Hlc, NoteId, Plan, Seat, Session, SessionId,
        Stage, Tag, chart::ChartId,
    },
    format::session,
    text::{Lang, Moment, SafeText, Span, Texts},
};

/// 2026-11-17 09:00 in Stockholm.
pub(crate) const START: Moment = Moment(1_794_902_400_000);

const SAID: [&str; 6] = [
    "Färre svarar i gymnasiet än i femman. Vilka hör vi inte?",
    "Många vuxna bryr sig, men var sjätte vet inte.",
    "Det är lugnare på fritidsgården än i skolan, säger de som går dit.",
    "Samma fråga till åttorna i vår?",
    "Pojkar idrottar oftare. Gäller det också det som inte är idrott?",
    "Vi har aldrig tittat på det här tillsammans, alla på en gång.",
];

/// Returns the plan that ships as the demo.
pub(crate) fn plan() -> Plan {
    let text = include_str!("../../sessions/samples/demo.sv.ron");
    session::read("demo.sv.ron", text)
        .expect("the demo ships and is tested")
        .base
        .plan
}

/// Returns the ground of the dialogue.
pub(crate) fn base() -> Base {
    Base {
        id: SessionId("0199aaaa-0000-7000-8000-000000000001".to_owned()),
        plan: plan(),
        ..Base::default()
    }
}

/// Returns the event of the note with a number from 0 on.
pub(crate) fn note(number: usize, id: NoteId) -> Event {
    let body = Body {
        tag: Tag::CHOICES[number % Tag::CHOICES.len()],
        text: SafeText::line(SAID[number % SAID.len()]),
        chart: number
            .is_multiple_of(3)
            .then_some(ChartId((number % 12 + 1) as u8)),
        voice: number.is_multiple_of(4).then(|| SafeText::line("fritid")),
        ..Body::default()
    };
    Event::NoteAdded { id, at: None, body }
}

/// Returns the events of a dialogue that has come to its first conversation, and then so many notes, with their times.
pub(crate) fn events(notes: usize) -> Vec<(Moment, Event)> {
    let stages = plan().stages;
    let reached = stages.iter().take(4).map(|stage| stage.id.clone());
    let mut events: Vec<(Moment, Event)> = Vec::new();
    let mut saw = None;
    for (place, stage) in reached.enumerate() {
        let event = Event::Agenda {
            term: 1,
            saw,
            act: AgendaAct::Entered(stage),
        };
        events.push((START + Span::minutes(place as i64 * 8), event));
        saw = Some(EntryId {
            seat: Seat::LEAD,
            n: place as u64 + 1,
        });
    }
    let first = START + Span::minutes(25);
    let mut numbers = BTreeMap::new();
    events.extend((0..notes).map(|number| {
        let letter = Tag::CHOICES[number % Tag::CHOICES.len()].letter();
        let latest = numbers.entry(letter).or_insert(0);
        *latest += 1;
        let at = first + Span(number as i64 * 60_000 / 1_000);
        (at, note(number, NoteId::new(letter, *latest)))
    }));
    events
}

/// Returns the dialogue as entries, as a journal gives them back.
pub(crate) fn entries(notes: usize) -> Vec<Entry> {
    let mut clock = Hlc::default();
    let numbered = events(notes).into_iter().enumerate();
    numbered
        .map(|(place, (wall, event))| {
            clock = Hlc::after(clock, wall);
            Entry {
                id: EntryId {
                    seat: Seat::LEAD,
                    n: place as u64 + 1,
                },
                order: clock,
                wall,
                event,
            }
        })
        .collect()
}

/// Returns the entries that take a dialogue from where it is to its closing.
pub(crate) fn to_the_closing(session: &Session, now: Moment) -> Vec<Entry> {
    let stages = &session.plan().stages;
    let from = session.current().map_or(0, |(place, _)| place + 1);
    let mut clock = session.clock();
    let (term, mut saw) = session.agenda_head();
    let mut n = session.next_counter(Seat::LEAD);
    let mut enter = |stage: &Stage| {
        let id = EntryId {
            seat: Seat::LEAD,
            n,
        };
        clock = Hlc::after(clock, now);
        let act = AgendaAct::Entered(stage.id.clone());
        let event = Event::Agenda { term, saw, act };
        (n, saw) = (n + 1, Some(id));
        Entry {
            id,
            order: clock,
            wall: now,
            event,
        }
    };
    stages[from..].iter().map(&mut enter).collect()
}

/// Returns the dialogue as its state.
pub(crate) fn session(notes: usize) -> Session {
    let mut session = Session::on(base());
    for entry in entries(notes) {
        session.apply(&entry);
    }
    assert_eq!(session.note_count(), notes, "every note stands in it");
    session
}

/// Returns the program with the dialogue open in a window of 200 × 60.
pub(crate) fn model(notes: usize) -> Model {
    let session = session(notes);
    let now = session.last_wall().unwrap_or(START) + Span::seconds(90);
    let lead = Lead::new(session, SafeText::line("trivas.ron"));
    Model {
        size: (200, 60),
        dirty: false,
        ..Model::new(Texts::new(Lang::Sv), Screen::Lead(Box::new(lead)), now)
    }
}
