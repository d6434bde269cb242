//! The past of a session is what had been folded until then.

use super::*;

/// Gives entries one second each, so that clock and wall agree.
fn evenly(mut entries: Vec<Entry>) -> Vec<Entry> {
    for (second, entry) in (1..).zip(&mut entries) {
        entry.wall = Moment(second * 1000);
        entry.order = Hlc::at(entry.wall);
    }
    entries
}

fn folded<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Session {
    let mut session = Session::on(base());
    for entry in entries {
        session.apply(entry);
    }
    session
}

type Said = Vec<(NoteId, SafeText, Tag)>;

fn said(session: &Session, but: &[NoteId]) -> Said {
    let notes = session.notes().filter(|note| !but.contains(&note.id));
    notes
        .map(|note| (note.id, note.body.text.clone(), note.body.tag))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_past_is_what_had_been_folded_until_then(
        choices in prop::collection::vec(any_event(), 0..24),
        second in 0..26_i64,
    ) {
        let entries = evenly(entries_of(1, &choices));
        let whole = folded(&entries);
        let at = Moment(second * 1000);
        let then = folded(entries.iter().filter(|entry| entry.wall <= at));
        let past = whole.until(at);
        prop_assert_eq!(past.timeline(), then.timeline());
        prop_assert_eq!(past.plan(), then.plan());
        prop_assert_eq!(past.chart_shown(), then.chart_shown());
        prop_assert_eq!(past.is_hidden(), then.is_hidden());
        prop_assert_eq!(past.writing_paused(), then.writing_paused());
        prop_assert_eq!(past.leader(), then.leader());
        // What was removed for good is gone from every instant.
        let gone: Vec<NoteId> = whole.every_note().filter(|note| note.erased).map(|note| note.id).collect();
        prop_assert_eq!(said(&past, &gone), said(&then, &gone));
        prop_assert!(past.notes().all(|note| !gone.contains(&note.id)));
    }

    #[test]
    fn at_the_end_it_is_the_whole_and_the_past_only_grows(
        choices in prop::collection::vec(any_event(), 0..24),
        (early, late) in (0..26_i64, 0..26_i64),
    ) {
        let entries = evenly(entries_of(1, &choices));
        let whole = folded(&entries);
        for end in [Moment(entries.len() as i64 * 1000), Moment(i64::MAX)] {
            prop_assert_eq!(&whole.until(end), &whole);
        }
        let [early, late] = [early.min(late), early.max(late)].map(|second| whole.until(Moment(second * 1000)));
        let ids = |session: &Session| session.every_note().map(|note| note.id).collect::<BTreeSet<_>>();
        prop_assert!(ids(&early).is_subset(&ids(&late)));
        prop_assert!(early.timeline().began().is_none() || late.timeline().began().is_some() || !whole.refused().is_empty() || whole.takes.values().any(|takes| !takes.is_empty()));
    }
}

/// A file alone, sent by mail, is cut by the times that stand in it.
#[test]
fn a_file_alone_has_a_past_too() {
    let mut writer = Writer::new(1);
    let events = [
        (0, agenda(None, AgendaAct::Entered("a".into()))),
        (10, added(Letter::N, 1, "first")),
        (20, agenda(None, AgendaAct::Paused)),
        (25, agenda(None, AgendaAct::Resumed)),
        (30, agenda(None, AgendaAct::Entered("b".into()))),
        (40, added(Letter::N, 2, "second")),
        (50, agenda(None, AgendaAct::Closed(Moment(50_000)))),
    ];
    let entries: Vec<Entry> = events
        .into_iter()
        .map(|(second, event)| writer.write(second, event))
        .collect();
    let live = folded(&entries);
    let file = Session::on(Base {
        timeline: live.timeline().clone(),
        notes: live
            .notes()
            .map(|note| (note.id, note.wall, Some(note.body.clone())))
            .collect(),
        ..base()
    });
    assert_eq!(file.until(Moment(60_000)), file);
    for second in [0, 5, 10, 22, 27, 30, 45, 49, 50] {
        let at = Moment(second * 1000);
        let (past, then) = (file.until(at), live.until(at));
        assert_eq!(past.timeline().visits, then.timeline().visits, "{second}");
        assert_eq!(past.timeline().closed, then.timeline().closed, "{second}");
        assert_eq!(said(&past, &[]), said(&then, &[]), "{second}");
    }
    assert_eq!(
        live.instants(),
        [0, 10, 20, 25, 30, 40, 50].map(|second| Moment(second * 1000))
    );
    let mut private = live.clone();
    private.apply(&writer.write(
        60,
        Event::NoteAdded {
            id: NoteId::new(Letter::N, 3),
            at: None,
            body: Body {
                tag: Tag::Private,
                text: "mine".into(),
                ..Body::default()
            },
        },
    ));
    assert_eq!(private.notes().count(), 3);
    assert_eq!(private.for_all().notes().count(), 2);
}
