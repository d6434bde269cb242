//! Who may do what, whatever program wrote it.

use super::*;
use crate::domain::Need;

/// One event of each kind; a new kind does not compile until it is here.
fn one_of_each(term: u32, saw: Option<EntryId>) -> Vec<Event> {
    let events = vec![
        Event::Opened("0".to_owned()),
        Event::Agenda {
            term,
            saw,
            act: AgendaAct::Entered("c".into()),
        },
        added(Letter::N, 40, "nytt"),
        Event::NoteEdited {
            id: NoteId::new(Letter::N, 1),
            edits: vec![NoteEdit::Text("annat".into())],
        },
        Event::Erased(NoteId::new(Letter::N, 1)),
        Event::Planned(PlanPart::Title("annat".into())),
        Event::GivenElsewhere(vec![NoteId::new(Letter::S, 9)]),
        Event::ChartShown(Some(ChartId(2))),
        Event::TakenBack(id(1, 2)),
        Event::Seated {
            hand: Hand::Reads,
            name: None,
        },
        Event::Led {
            term: term + 1,
            saw,
        },
        Event::Group(GroupAct::Hidden),
        Event::Heard(1),
        Event::MarksForgotten(BTreeMap::from([("a".into(), 2)])),
        Event::WritingPaused(true),
    ];
    for event in &events {
        match event {
            Event::Opened(_)
            | Event::Agenda { .. }
            | Event::NoteAdded { .. }
            | Event::NoteEdited { .. }
            | Event::Erased(_)
            | Event::GivenElsewhere(_)
            | Event::Planned(_)
            | Event::ChartShown(_)
            | Event::Group(_)
            | Event::Heard(_)
            | Event::MarksForgotten(_)
            | Event::WritingPaused(_)
            | Event::TakenBack(_)
            | Event::Seated { .. }
            | Event::Led { .. } => {}
        }
    }
    events
}

fn id(seat: u32, n: u64) -> EntryId {
    EntryId {
        seat: Seat(seat),
        n,
    }
}

/// A room: seat 1 leads and has begun, noted and shown; seat 2 takes notes, seat 3 only reads.
fn room() -> (Session, [Writer; 3]) {
    let mut session = Session::on(base());
    let mut writers = [Writer::new(1), Writer::new(2), Writer::new(3)];
    let [lead, notes, reads] = &mut writers;
    let sits = |hand| Event::Seated { hand, name: None };
    for entry in [
        lead.write(1, agenda(None, AgendaAct::Entered("a".into()))),
        lead.write(2, added(Letter::N, 1, "ett")),
        lead.write(3, Event::Planned(PlanPart::Theme("tema".into()))),
        notes.write(4, sits(Hand::Writes)),
        reads.write(4, sits(Hand::Reads)),
    ] {
        session.apply(&entry);
    }
    (session, writers)
}

/// What an event could have changed.
fn agenda_and_plan(session: &Session) -> (Timeline, Plan, Option<ChartId>) {
    (
        session.timeline().clone(),
        session.plan().clone(),
        session.chart_shown(),
    )
}

fn noted(session: &Session) -> Vec<Note> {
    session.every_note().cloned().collect()
}

#[test]
fn every_role_and_every_kind() {
    for (seat, role) in [
        (1, Role::Facilitator),
        (2, Role::NoteTaker),
        (3, Role::Reader),
    ] {
        let (session, _) = room();
        assert_eq!(session.role(Seat(seat)), role);
        let (term, saw) = session.agenda_head();
        for event in one_of_each(term, saw) {
            let (mut after, mut writers) = room();
            let may = role.may(event.need());
            assert_eq!(
                after.may_write(Seat(seat), &event),
                may,
                "{role:?} {event:?}"
            );
            let entry = writers[seat as usize - 1].write(10, event.clone());
            after.apply(&entry);
            assert_eq!(
                after.refused().contains(&entry.id),
                !may,
                "{role:?} {event:?}"
            );
            if !may || event.need() != Need::ToLead {
                assert_eq!(
                    agenda_and_plan(&after),
                    agenda_and_plan(&session),
                    "{role:?} {event:?}"
                );
            }
            if !may {
                assert_eq!(noted(&after), noted(&session), "{role:?} {event:?}");
                assert_eq!(after.leader(), session.leader());
            }
        }
    }
}

#[test]
fn a_note_taker_takes_back_no_act_of_the_agenda() {
    for target in [1, 3] {
        let (mut session, mut writers) = room();
        let before = agenda_and_plan(&session);
        let take = Event::TakenBack(id(1, target));
        assert!(!session.may_write(Seat(2), &take));
        let entry = writers[1].write(10, take);
        session.apply(&entry);
        assert_eq!(agenda_and_plan(&session), before);
        // Nor through an undo of the leader's undo.
        let undo = writers[0].write(11, Event::TakenBack(id(1, target)));
        session.apply(&undo);
        let before = agenda_and_plan(&session);
        session.apply(&writers[1].write(12, Event::TakenBack(undo.id)));
        assert_eq!(agenda_and_plan(&session), before);
    }
}

#[test]
fn who_led_before_writes_on_and_moves_nothing() {
    let (mut session, mut writers) = room();
    let (term, saw) = session.agenda_head();
    session.apply(&writers[1].write(
        20,
        Event::Led {
            term: term + 1,
            saw,
        },
    ));
    assert_eq!(session.role(Seat(2)), Role::Facilitator);
    assert_eq!(session.role(Seat(1)), Role::NoteTaker);
    let before = agenda_and_plan(&session);
    assert_eq!(
        session.last_act(Seat(1)),
        Some(id(1, 2)),
        "the note, not the plan"
    );
    writers[0].clock = session.clock();
    for event in one_of_each(term, saw) {
        let mut after = session.clone();
        let lead = event.need() == Need::ToLead;
        after.apply(&writers[0].write(21, event));
        if lead {
            assert_eq!(agenda_and_plan(&after), before);
        }
    }
    // A term that nobody began is nobody's.
    let ahead = Event::Agenda {
        term: 9,
        saw,
        act: AgendaAct::Paused,
    };
    session.apply(&writers[0].write(22, ahead.clone()));
    session.apply(&writers[1].write(22, ahead));
    assert_eq!(agenda_and_plan(&session), before);
    assert_eq!(session.agenda_head().0, 2);
}

#[test]
fn of_two_that_claim_one_term_the_earlier_has_it() {
    let claim = Event::Led { term: 2, saw: None };
    let (session, mut writers) = room();
    writers[2].n = 0;
    let (one, two) = (
        writers[1].write(31, claim.clone()),
        Writer::new(4).write(30, claim),
    );
    for order in [[&one, &two], [&two, &one]] {
        let mut session = session.clone();
        for entry in order {
            session.apply(entry);
        }
        assert_eq!(session.leader(), Seat(4));
    }
}
