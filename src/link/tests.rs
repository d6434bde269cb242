//! Several programs on machines of their own, over a link that is slow, doubled, mixed up and cut: in the end they say the same.

use proptest::prelude::*;

use super::{
    memory::{Hub, Memory},
    *,
};
use crate::{
    app::{
        Effect, Home, Key, Model, Msg, SaveFailed, Screen,
        lead::{Lead, Room},
        update,
    },
    domain::{
        Base, Draft, EntryId, Event, Hand, Hlc, Minutes, NoteId, Plan, Session, SessionId, Stage,
    },
    input::Chord,
    text::{Lang, SafeText, Texts},
};
use crossterm::event::KeyCode;

const NINE: Moment = Moment(1_794_902_400_000);

/// A program on a machine of its own: what its journal confirms goes out, what comes in is folded.
struct Machine {
    model: Model,
    letter: Option<char>,
    end: End<Memory>,
    /// How far this machine's clock is off.
    off: Span,
}

fn base() -> Base {
    let stage = |id: &str| Stage {
        id: id.into(),
        title: id.into(),
        minutes: Minutes::fixed(20),
        ..Stage::default()
    };
    Base {
        id: SessionId("one".to_owned()),
        plan: Plan {
            stages: vec![stage("a"), stage("b"), stage("c")],
            ..Plan::default()
        },
        ..Base::default()
    }
}

impl Machine {
    /// The first leads; the others take notes under a letter of their own.
    fn new(place: usize, hub: &Hub) -> Self {
        let seat = Seat(place as u32 + 1);
        let mut lead = Lead::new(Session::on(base()), SafeText::default());
        lead.room = Room::on(seat);
        let mut machine = Self {
            model: Model {
                dirty: false,
                ..Model::new(Texts::new(Lang::Sv), Screen::Home(Home::default()), NINE)
            },
            letter: (place > 0).then(|| char::from(b'a' + place as u8)),
            end: End::new(hub.end(), Heard::new()),
            off: Span::seconds(place as i64 * 7 - 7),
        };
        machine.say(Msg::Opened(Box::new(lead)), NINE);
        if place > 0 {
            let event = Event::Seated {
                hand: Hand::Writes,
                name: None,
            };
            machine.append(
                Draft {
                    ticket: 0,
                    seat,
                    wall: NINE,
                    event,
                },
                NINE,
            );
        }
        machine
    }

    fn lead(&self) -> &Lead {
        match &self.model.screen {
            Screen::Lead(lead) => lead,
            _ => panic!("the window is open"),
        }
    }

    fn say(&mut self, msg: Msg, now: Moment) {
        for effect in update(&mut self.model, msg, now + self.off) {
            if let Effect::Append(draft) = effect {
                self.append(draft, now);
            }
        }
    }

    /// The journal of this machine: numbers under its own letter.
    fn append(&mut self, draft: Draft, now: Moment) {
        let session = &self.lead().session;
        let ticket = draft.ticket;
        let (term, saw) = session.agenda_head();
        let stale = matches!(&draft.event, Event::Agenda { term: t, saw: s, .. } if (*t, *s) != (term, saw));
        if stale || !session.may_write(draft.seat, &draft.event) {
            let answer = Err(SaveFailed::AgendaMoved);
            return self.say(Msg::Appended { ticket, answer }, now);
        }
        let event = match draft.event {
            Event::NoteAdded { id, at, body } => Event::NoteAdded {
                id: NoteId {
                    number: session.next_number_of(id.letter, self.letter),
                    machine: self.letter,
                    ..id
                },
                at,
                body,
            },
            event => event,
        };
        let entry = Entry {
            id: EntryId {
                seat: draft.seat,
                n: session.next_counter(draft.seat),
            },
            order: Hlc::after(session.clock(), draft.wall),
            wall: draft.wall,
            event,
        };
        self.end.wrote(entry.clone());
        let answer = Ok(Box::new(entry));
        self.say(Msg::Appended { ticket, answer }, now);
    }

    fn turn(&mut self, now: Moment) {
        for entry in self.end.turn(now + self.off) {
            self.say(Msg::Arrived(Box::new(entry)), now);
        }
    }

    fn act(&mut self, what: u8, at: usize, now: Moment) {
        let press = |machine: &mut Self, chord| machine.say(Msg::Key(Key::press(chord)), now);
        match what {
            0 if !self.lead().writing.open => press(self, Chord::char('n')),
            1 if !self.lead().writing.open => press(self, Chord::char('u')),
            1 => press(self, Chord::ctrl('z')),
            2 if self.lead().writing.open => press(self, Chord::key(KeyCode::Up)),
            _ => {
                if !self.lead().writing.open {
                    press(self, Chord::char('i'));
                }
                for c in format!("rad {at}").chars() {
                    press(self, Chord::char(c));
                }
                press(self, Chord::ENTER);
                if self.lead().leads() {
                    press(self, Chord::ESC);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn programs_on_several_machines_end_with_the_same(
        seed in any::<u64>(),
        moves in prop::collection::vec((0..3_usize, 0..12_u8), 1..60),
    ) {
        let hub = Hub::new(seed);
        let mut machines: Vec<Machine> = (0..3).map(|place| Machine::new(place, &hub)).collect();
        let mut now = NINE;
        for (at, (who, what)) in moves.into_iter().enumerate() {
            now = now + Span::seconds(3);
            let machine = &mut machines[who];
            match what {
                0..=4 => machine.act(what, at, now),
                5 => machine.end.link().cut(),
                6 => {
                    machine.end.link().join();
                    machine.end.broke();
                }
                _ => machine.turn(now),
            }
        }
        for machine in &mut machines {
            machine.end.link().join();
            machine.end.broke();
        }
        // Until nothing is on its way any more.
        let mut turns = 0;
        while machines.iter_mut().any(|machine| {
            !machine.end.is_sent() || machine.end.asks || !machine.end.link().is_quiet()
        }) {
            now = now + Span::seconds(1);
            for machine in &mut machines {
                machine.turn(now);
            }
            turns += 1;
            prop_assert!(turns < 10_000, "it never gets quiet");
        }
        let sessions: Vec<&Session> = machines.iter().map(|machine| &machine.lead().session).collect();
        prop_assert_eq!(sessions[0], sessions[1]);
        prop_assert_eq!(sessions[0], sessions[2]);
        let counts: Vec<u64> = sessions.iter().map(|session| session.entry_count()).collect();
        prop_assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?}");
        let mut ids: Vec<_> = sessions[0].every_note().filter_map(|note| note.added_by).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), all);
    }
}

fn entry(n: u64, wall: Moment) -> Entry {
    Entry {
        id: EntryId { seat: Seat(9), n },
        order: Hlc::at(wall),
        wall,
        event: Event::ChartShown(None),
    }
}

#[test]
fn what_comes_before_its_turn_waits_and_what_is_far_ahead_too() {
    let hub = Hub::new(1);
    let (mut one, mut two) = (hub.end(), End::new(hub.end(), Heard::new()));
    let late = NINE + Span::minutes(30);
    let mut got = Vec::new();
    for entry in [entry(2, NINE), entry(4, NINE), entry(3, late)] {
        while !one.send(&entry) {}
    }
    for _ in 0..200 {
        got.extend(two.turn(NINE));
    }
    assert_eq!(got, []);
    while !one.send(&entry(1, NINE)) {}
    for _ in 0..200 {
        got.extend(two.turn(NINE));
    }
    let numbers = |got: &[Entry]| got.iter().map(|entry| entry.id.n).collect::<Vec<_>>();
    assert_eq!(numbers(&got), [1, 2], "the third is half an hour ahead");
    got.extend(two.turn(late));
    assert_eq!(numbers(&got), [1, 2, 3, 4]);
}
