use proptest::{prelude::*, sample::Index};

use super::*;
use crate::{
    domain::{Entry, Hlc, Letter, Seat, Session, SessionId, Tag, Visit},
    format::{
        generated,
        session::{base_of, number},
    },
    text::SafeText,
};

/// Numbers and folds events as the store does.
fn folded(base: &Base, events: Vec<Event>) -> Session {
    let mut session = Session::on(base.clone());
    for (place, mut event) in events.into_iter().enumerate() {
        if let Event::NoteAdded { id, .. } = &mut event {
            *id = NoteId::new(id.letter, session.next_number(id.letter));
        }
        let n = place as u64 + 1;
        session.apply(&Entry {
            id: EntryId {
                seat: Seat::LEAD,
                n,
            },
            order: Hlc(1 << 60 | n),
            wall: Moment(n as i64),
            event,
        });
    }
    session
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_events_turn_what_was_published_into_what_was_found(
        published in generated::base(),
        plan in generated::plan(),
        bodies in prop::collection::vec(generated::body(), 4),
        keep in any::<[bool; 14]>(),
        picks in any::<[Index; 2]>(),
    ) {
        let mut found = published.clone();
        // Some parts of the plan are another's, some stand.
        for (part, kept) in super::plan(&published.plan, &plan).iter().zip(keep) {
            if kept {
                let events = vec![Event::Planned(part.clone())];
                found.plan = folded(&found, events).plan().clone();
            }
        }
        // One note says something else, one is gone, two are new.
        let mut bodies = bodies.into_iter();
        let written: Vec<usize> = (0..found.notes.len()).filter(|at| found.notes[*at].2.is_some()).collect();
        if !written.is_empty() {
            found.notes[written[picks[0].index(written.len())]].2 = bodies.next();
            found.notes.remove(written[picks[1].index(written.len())]);
        }
        for body in bodies {
            found.notes.push((NoteId::pending(body.tag.letter()), Moment(1_800_000_000_000), Some(body)));
        }
        let changes = diff(&published, &found, (1, None));
        prop_assert_eq!(&changes.left, &[]);
        let session = folded(&published, changes.events);
        number(&mut found);
        let mut became = base_of(&session);
        // A new note by somebody who takes part says by itself that they were heard.
        became.timeline.heard.clone_from(&found.timeline.heard);
        prop_assert_eq!(became, found);
    }

    #[test]
    fn nothing_changed_is_nothing(base in generated::base()) {
        prop_assert!(diff(&base, &base, (1, None)).is_empty());
    }
}

fn base() -> Base {
    let body = Body {
        text: SafeText::line("Vi ser"),
        ..Body::default()
    };
    let visit = Visit {
        stage: "data".into(),
        from: Moment(1000),
        to: Some(Moment(9000)),
        pauses: Vec::new(),
    };
    let mut base = Base {
        id: SessionId("s".to_owned()),
        notes: vec![
            (NoteId::new(Letter::N, 1), Moment(2000), Some(body.clone())),
            (NoteId::new(Letter::N, 2), Moment::default(), None),
        ],
        ..Base::default()
    };
    base.timeline.visits.push(visit);
    base
}

#[test]
fn the_ends_can_be_moved_by_hand_and_the_rest_stands() {
    let mut found = base();
    found.timeline.end = Some(Moment(20_000));
    found.timeline.closed = Some(Moment(9000));
    let head = Session::on(base()).agenda_head();
    let changes = diff(&base(), &found, head);
    assert_eq!(changes.left, []);
    let acts: Vec<_> = changes
        .events
        .iter()
        .map(|event| match event {
            Event::Agenda { term, act, .. } if *term == head.0 => act.clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        acts,
        [
            AgendaAct::EndMoved(Moment(20_000)),
            AgendaAct::Closed(Moment(9000))
        ]
    );
    assert_eq!(
        base_of(&folded(&base(), changes.events)).timeline,
        found.timeline
    );

    found = base();
    found.timeline.visits[0].from = Moment(500);
    found.notes[0].1 = Moment(2500);
    found.id = SessionId("another".to_owned());
    let changes = diff(&base(), &found, (1, None));
    assert_eq!(changes.events, []);
    assert_eq!(
        changes.left,
        [
            Fault::IdByHand,
            Fault::TimelineByHand,
            Fault::NoteTimeByHand("N1".to_owned())
        ]
    );
}

#[test]
fn a_line_taken_out_is_taken_back_and_an_id_removed_for_good_is_not_taken_again() {
    let mut found = base();
    found.notes.remove(0);
    let step = Body {
        tag: Tag::NextStep,
        who: Some(SafeText::line("fritid")),
        ..Body::default()
    };
    found.notes = vec![
        (
            NoteId::new(Letter::N, 2),
            Moment(5000),
            Some(Body::default()),
        ),
        (NoteId::new(Letter::S, 40), Moment(6000), Some(step)),
    ];
    let changes = diff(&base(), &found, (1, None));
    let session = folded(&base(), changes.events);
    let shown: Vec<String> = session.notes().map(|note| note.id.to_string()).collect();
    assert_eq!(shown, ["N3", "S1"]);
    let taken = session.note(NoteId::new(Letter::N, 1)).unwrap();
    assert!(taken.withdrawn, "the words can be brought again");
    assert!(session.note(NoteId::new(Letter::N, 2)).unwrap().erased);
}
