//! Who was heard is forgotten after the close; how many were heard stays.

use super::*;
use crate::domain::plan::Participant;

fn around_the_table() -> Event {
    let person = |key, perspective: &str| Participant {
        key,
        perspective: perspective.into(),
        ..Participant::default()
    };
    let people = vec![person(1, "skola"), person(2, "fritid"), person(3, "polis")];
    Event::Planned(PlanPart::Participants(people))
}

fn closed(store: &SessionStore<ModelDisk>, second: i64) -> Event {
    let (term, saw) = store.session().agenda_head();
    let at = START + Span::seconds(second);
    Event::Agenda {
        term,
        saw,
        act: AgendaAct::Closed(at),
    }
}

/// A dialogue in which two of three were marked; returns what its log holds of it while it goes on.
fn heard(seed: u64) -> (ModelDisk, SessionStore<ModelDisk>) {
    let disk = disk(seed);
    let mut store = open(&disk).store;
    let people = around_the_table();
    store.append(draft(1, people)).unwrap();
    let begins = enter(&store, "dialog");
    store.append(draft(2, begins)).unwrap();
    for (second, key) in [(3, 1), (4, 3)] {
        store.append(draft(second, Event::Heard(key))).unwrap();
    }
    store.publish().unwrap();
    (disk, store)
}

fn marks(disk: &ModelDisk) -> usize {
    who_holds(disk, "Heard(1)").len() + who_holds(disk, "Heard(3)").len()
}

fn counted(session: &Session) -> Vec<(String, u8)> {
    let heard = session.heard().into_iter();
    heard.map(|(stage, count)| (stage.0, count)).collect()
}

#[test]
fn after_the_close_the_log_keeps_how_many_and_no_digit() {
    let (disk, mut store) = heard(1);
    store.forget_marks().unwrap();
    assert_eq!(marks(&disk), 2, "the dialogue goes on");
    let end = closed(&store, 60);
    store.append(draft(60, end)).unwrap();
    store.publish().unwrap();
    store.forget_marks().unwrap();
    assert_eq!(marks(&disk), 0);
    assert_eq!(counted(store.session()), [("dialog".to_owned(), 2)]);
    let session = store.session().clone();
    let steps = disk.steps();
    store.forget_marks().unwrap();
    assert_eq!(disk.steps(), steps, "there is nothing more to forget");
    drop(store);
    let again = open(&disk);
    assert_eq!(
        (again.notices.as_slice(), again.session()),
        ([].as_slice(), &session)
    );
    let last = session.last_act(Seat::LEAD);
    let named = last.and_then(|entry| session.marked_by(entry));
    assert_eq!(named, None, "undo does not speak of whom nobody remembers");
}

#[test]
fn forgetting_is_finished_after_a_crash_or_a_power_cut() {
    let (disk, mut store) = heard(1);
    let end = closed(&store, 60);
    store.append(draft(60, end)).unwrap();
    let first = disk.steps();
    store.forget_marks().unwrap();
    for step in first..=disk.steps() {
        let (disk, mut store) = heard(1);
        let end = closed(&store, 60);
        store.append(draft(60, end)).unwrap();
        disk.cut_after(step);
        drop(store.forget_marks());
        drop(store);
        disk.power_on();
        let opened = open(&disk);
        assert_eq!(marks(&disk), 0, "call {step}");
        let session = opened.session();
        assert_eq!(counted(session), [("dialog".to_owned(), 2)], "call {step}");
    }
}
