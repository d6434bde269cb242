mod roles;
mod until;

use proptest::prelude::*;

use super::*;
use crate::{
    domain::{
        Hand, Role,
        event::NoteEdit,
        note::{Spine, Status, Tag},
        plan::{Minutes, Stage},
        shared::Facing,
    },
    text::{SafeText, Span},
};

fn stage(id: &str, minutes: u16) -> Stage {
    Stage {
        id: id.into(),
        title: id.into(),
        minutes: Minutes::fixed(minutes),
        ..Stage::default()
    }
}

fn base() -> Base {
    Base {
        id: SessionId("one".to_owned()),
        plan: Plan {
            stages: vec![stage("a", 10), stage("b", 20), stage("c", 20)],
            ..Plan::default()
        },
        ..Base::default()
    }
}

/// Writes entries of one seat, each a second after the last.
struct Writer {
    seat: Seat,
    n: u64,
    clock: Hlc,
}

impl Writer {
    fn new(seat: u32) -> Self {
        Self {
            seat: Seat(seat),
            n: 0,
            clock: Hlc::default(),
        }
    }

    fn write(&mut self, second: i64, event: Event) -> Entry {
        self.n += 1;
        let wall = Moment(second * 1000);
        self.clock = Hlc::after(self.clock, wall);
        Entry {
            id: EntryId {
                seat: self.seat,
                n: self.n,
            },
            order: self.clock,
            wall,
            event,
        }
    }
}

fn added(letter: Letter, number: u32, text: &str) -> Event {
    Event::NoteAdded {
        id: NoteId::new(letter, number),
        at: None,
        body: Body {
            text: text.into(),
            ..Body::default()
        },
    }
}

fn agenda(saw: Option<EntryId>, act: AgendaAct) -> Event {
    Event::Agenda { term: 1, saw, act }
}

#[test]
fn a_note_is_there_edited_taken_back_and_there_again() {
    let mut session = Session::on(base());
    let mut writer = Writer::new(1);
    let id = NoteId::new(Letter::N, 1);
    let add = writer.write(1, added(Letter::N, 1, "fler hemma måndagar"));
    session.apply(&add);
    assert_eq!(session.apply(&add), Applied::Known);
    let edit = writer.write(
        2,
        Event::NoteEdited {
            id,
            edits: vec![
                NoteEdit::Text("tisdagar".into()),
                NoteEdit::Tag(Tag::Surprise),
            ],
        },
    );
    session.apply(&edit);
    assert_eq!(&*session.note(id).unwrap().body.text, "tisdagar");
    assert_eq!(
        (
            session.column_len(Spine::See),
            session.column_len(Spine::Surprise)
        ),
        (0, 1)
    );
    assert_eq!(session.last_act(Seat(1)), Some(edit.id));
    let undo = writer.write(3, Event::TakenBack(edit.id));
    session.apply(&undo);
    assert_eq!(&*session.note(id).unwrap().body.text, "fler hemma måndagar");
    assert_eq!(session.last_act(Seat(1)), Some(add.id));
    let undo_add = writer.write(4, Event::TakenBack(add.id));
    session.apply(&undo_add);
    assert_eq!(session.note_count(), 0);
    assert_eq!(session.last_undo(Seat(1)), Some(undo_add.id));
    session.apply(&writer.write(5, Event::TakenBack(undo_add.id)));
    assert_eq!(session.note_count(), 1);
    assert_eq!(
        session.next_number(Letter::N),
        2,
        "a number is never used again"
    );
}

#[test]
fn removed_for_good_stays_removed() {
    let mut session = Session::on(base());
    let mut writer = Writer::new(1);
    let id = NoteId::new(Letter::N, 1);
    let add = writer.write(1, added(Letter::N, 1, "hemligt"));
    session.apply(&add);
    session.apply(&writer.write(2, Event::Erased(id)));
    session.apply(&writer.write(
        3,
        Event::NoteEdited {
            id,
            edits: vec![NoteEdit::Text("hemligt igen".into())],
        },
    ));
    let note = session.note(id).unwrap();
    assert!(note.erased && note.body.text.is_empty() && !note.is_visible());
}

#[test]
fn undo_reaches_every_act_of_the_agenda() {
    let acts = [
        AgendaAct::Entered("b".into()),
        AgendaAct::Paused,
        AgendaAct::Adjusted("a".into(), Span::minutes(1)),
        AgendaAct::EndMoved(Moment(99_000)),
        AgendaAct::Skipped("b".into()),
        AgendaAct::Backdated(Moment(500)),
        AgendaAct::FormSet(crate::domain::agenda::Form::Pair),
        AgendaAct::Closed(Moment(9000)),
    ];
    for act in acts {
        let mut session = Session::on(base());
        let mut writer = Writer::new(1);
        session.apply(&writer.write(1, agenda(None, AgendaAct::Entered("a".into()))));
        let before = session.clone();
        let entry = writer.write(2, agenda(session.agenda_head().1, act.clone()));
        session.apply(&entry);
        assert_ne!(session.timeline(), before.timeline(), "{act:?}");
        session.apply(&writer.write(3, Event::TakenBack(entry.id)));
        assert_eq!(session.timeline(), before.timeline(), "{act:?}");
    }
}

#[test]
fn what_an_ended_term_did_too_late_is_refused() {
    let mut session = Session::on(base());
    let (mut old, mut new) = (Writer::new(1), Writer::new(2));
    let first = old.write(1, agenda(None, AgendaAct::Entered("a".into())));
    let late = old.write(5, agenda(Some(first.id), AgendaAct::Entered("b".into())));
    let led = new.write(
        4,
        Event::Led {
            term: 2,
            saw: Some(first.id),
        },
    );
    let taken = new.write(
        4,
        Event::Agenda {
            term: 2,
            saw: Some(first.id),
            act: AgendaAct::Entered("c".into()),
        },
    );
    for entry in [&first, &late, &led, &taken] {
        session.apply(entry);
    }
    assert_eq!(session.refused(), [late.id]);
    assert_eq!(
        (session.leader(), session.role(Seat(1))),
        (Seat(2), Role::NoteTaker)
    );
    assert_eq!(session.timeline().current().unwrap().stage.0, "c");
    assert_eq!(session.agenda_head(), (2, Some(taken.id)));
}

#[test]
fn a_backdated_start_files_the_notes_again() {
    let mut session = Session::on(base());
    let mut writer = Writer::new(1);
    session.apply(&writer.write(0, agenda(None, AgendaAct::Entered("a".into()))));
    session.apply(&writer.write(100, added(Letter::N, 1, "tidigt")));
    session.apply(&writer.write(
        160,
        agenda(session.agenda_head().1, AgendaAct::Entered("b".into())),
    ));
    let of = |session: &Session| {
        session
            .stage_of(session.note(NoteId::new(Letter::N, 1)).unwrap())
            .unwrap()
            .0
    };
    assert_eq!(of(&session), "a");
    session.apply(&writer.write(
        161,
        agenda(
            session.agenda_head().1,
            AgendaAct::Backdated(Moment(90_000)),
        ),
    ));
    assert_eq!(of(&session), "b");
}

fn any_event() -> impl Strategy<Value = (u8, u8, u8)> {
    (0..14_u8, 0..6_u8, 0..6_u8)
}

/// What can happen beside the notes.
const HANDS: [Event; 6] = [
    Event::ChartShown(None),
    Event::ChartShown(Some(ChartId(1))),
    Event::Heard(1),
    Event::Heard(2),
    Event::WritingPaused(true),
    Event::WritingPaused(false),
];

/// What can happen to what the group sees.
const GROUP_ACTS: [GroupAct; 4] = [
    GroupAct::Hidden,
    GroupAct::Unhidden,
    GroupAct::StepsShown,
    GroupAct::Faced(ChartId(1), Facing::Turned),
];

/// Ids that were given elsewhere, or marks that were counted and forgotten.
fn counted(ids: bool, note: NoteId, heard: u8) -> Event {
    if ids {
        return Event::GivenElsewhere(vec![note]);
    }
    Event::MarksForgotten(BTreeMap::from([("a".into(), heard)]))
}

/// Makes one seat's entries out of small numbers, so that seats edit, undo and remove each other's things.
fn entries_of(seat: u32, choices: &[(u8, u8, u8)]) -> Vec<Entry> {
    let mut writer = Writer::new(seat);
    let note = |a: u8| {
        NoteId::new(
            if a.is_multiple_of(2) {
                Letter::N
            } else {
                Letter::S
            },
            u32::from(a) + 1,
        )
    };
    let entry = |a: u8, b: u8| EntryId {
        seat: Seat(u32::from(a % 3) + 1),
        n: u64::from(b) + 1,
    };
    let text = |b: u8| SafeText::line(&format!("text {b}"));
    choices
        .iter()
        .enumerate()
        .map(|(second, &(kind, a, b))| {
            let event = match kind {
                0 | 1 => Event::NoteAdded {
                    id: note(a),
                    at: None,
                    body: Body {
                        text: text(b),
                        ..Body::default()
                    },
                },
                2 => Event::NoteEdited {
                    id: note(a),
                    edits: vec![NoteEdit::Text(text(b))],
                },
                3 => Event::NoteEdited {
                    id: note(a),
                    edits: vec![
                        NoteEdit::Tag(Tag::CHOICES[usize::from(b)]),
                        NoteEdit::Missed(true),
                    ],
                },
                4 if b > 3 => Event::NoteEdited {
                    id: note(a),
                    edits: vec![NoteEdit::Released(b == 5)],
                },
                4 => Event::NoteEdited {
                    id: note(a),
                    edits: vec![NoteEdit::Withdrawn(b.is_multiple_of(2))],
                },
                5 if b == 0 => Event::Erased(note(a)),
                5 => Event::NoteEdited {
                    id: note(a),
                    edits: vec![NoteEdit::Status(Status::Done)],
                },
                6 if b < 2 => counted(b == 0, note(a), a),
                6 => Event::Planned(PlanPart::Title(text(b))),
                7 if a < 2 => HANDS[usize::from(b)].clone(),
                7 => Event::Group(GROUP_ACTS[usize::from(a - 2)]),
                8 | 9 => Event::TakenBack(entry(a, b)),
                12 => Event::Led {
                    term: u32::from(a),
                    saw: (b > 1).then(|| entry(a, b)),
                },
                13 => Event::Seated {
                    hand: if b == 0 { Hand::Reads } else { Hand::Writes },
                    name: None,
                },
                10 => Event::Agenda {
                    term: seat,
                    saw: (b > 2).then(|| entry(a, b)),
                    act: AgendaAct::Paused,
                },
                _ => Event::Agenda {
                    term: seat,
                    saw: None,
                    act: AgendaAct::Entered(["a", "b", "c"][usize::from(a % 3)].into()),
                },
            };
            writer.write(second as i64 + i64::from(b), event)
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn applying_commutes_across_seats_and_twice_is_once(
        one in prop::collection::vec(any_event(), 0..10),
        two in prop::collection::vec(any_event(), 0..10),
        three in prop::collection::vec(any_event(), 0..10),
        picks in prop::collection::vec(0..3_usize, 30),
    ) {
        let seats = [entries_of(1, &one), entries_of(2, &two), entries_of(3, &three)];
        let mut straight = Session::on(base());
        for entry in seats.iter().flatten() {
            straight.apply(entry);
        }
        let mut mixed = Session::on(base());
        let mut next = [0; 3];
        for pick in picks.into_iter().chain((0..3).cycle().take(60)) {
            if let Some(entry) = seats[pick].get(next[pick]) {
                next[pick] += 1;
                mixed.apply(entry);
                mixed.apply(entry);
            }
        }
        prop_assert_eq!(&straight, &mixed);
        let listed = |session: &Session| session.notes().map(|note| note.id).collect::<Vec<_>>();
        prop_assert_eq!(listed(&straight), listed(&mixed));
        for spine in Spine::ALL {
            prop_assert_eq!(straight.column_len(spine), mixed.column_len(spine));
        }
        // Built at once they are what they became one change after the other.
        prop_assert_eq!(&Lists::of(mixed.notes.values()), &mixed.lists);
        for tag in Tag::CHOICES {
            prop_assert_eq!(straight.count(tag), straight.tagged(tag).count());
        }
    }
}
