//! Several windows on one session.

use super::*;
use crate::domain::{Hand, Role};

fn join(disk: &ModelDisk, name: Option<&str>, second: i64) -> Opened<ModelDisk> {
    let name = name.map(SafeText::line);
    SessionStore::join(
        disk.clone(),
        &places(),
        Path::new(FILE),
        &occasion(second),
        name.as_ref(),
    )
    .unwrap()
}

fn ids(session: &Session) -> Vec<String> {
    session.notes().map(|note| note.id.to_string()).collect()
}

fn lead_now(store: &SessionStore<ModelDisk>) -> Event {
    let (term, saw) = store.session().agenda_head();
    Event::Led {
        term: term + 1,
        saw,
    }
}

#[test]
fn two_write_beside_each_other_and_read_the_same() {
    let disk = disk(1);
    let mut lead = open(&disk).store;
    let mut eva = join(&disk, Some("Eva"), 1).store;
    assert_eq!((lead.seat(), eva.seat()), (Seat(1), Seat(2)));
    lead.append(draft(2, enter(&lead, "data"))).unwrap();
    for second in 3..9 {
        let (one, text) = if second % 2 == 0 {
            (&mut lead, "leder")
        } else {
            (&mut eva, "skriver")
        };
        let note = note(&format!("{text} {second}"));
        one.append(draft(second, note)).unwrap().unwrap();
    }
    lead.poll().unwrap();
    eva.poll().unwrap();
    assert_eq!(lead.session(), eva.session());
    assert_eq!(ids(lead.session()), ["N1", "N2", "N3", "N4", "N5", "N6"]);
    assert_eq!(lead.here().unwrap(), [Seat(1), Seat(2)]);
    let seats = lead.session().seats();
    assert_eq!(seats[&Seat(2)].name.as_deref(), Some("Eva"));
    assert_eq!(seats[&Seat(2)].wrote, Some(START + Span::seconds(7)));
    // The note-taker's publishing leaves the file to the program that leads.
    let before = file(&disk);
    eva.publish().unwrap();
    assert_eq!(file(&disk), before);
    lead.publish().unwrap();
    assert_published(&disk, eva.session());
}

#[test]
fn a_note_taker_moves_no_agenda_and_writes_in_nobodys_name() {
    let disk = disk(1);
    let _lead = open(&disk);
    let mut eva = join(&disk, None, 1).store;
    assert_eq!(eva.append(draft(2, enter(&eva, "data"))).unwrap(), None);
    let planned = Event::Planned(PlanPart::Title("annat".into()));
    assert_eq!(eva.append(draft(2, planned)).unwrap(), None);
    let entry = eva.append(draft(3, note("ett"))).unwrap().unwrap();
    assert_eq!(entry.id.seat, eva.seat());
    assert!(eva.erase(NoteId::new(Letter::N, 1)).is_err());
}

#[test]
fn who_comes_back_sits_where_they_sat_with_their_line() {
    let disk = disk(1);
    let _lead = open(&disk);
    let eva = join(&disk, Some("Eva"), 1).store;
    let other = join(&disk, Some("Omar"), 2).store;
    eva.keep_line(&"halva mening".into()).unwrap();
    let seats = (eva.seat(), other.seat());
    drop(eva);
    let unnamed = join(&disk, None, 3);
    assert_eq!(unnamed.store.seat(), Seat(4));
    assert_eq!(unnamed.line, HalfTyped::default());
    let again = join(&disk, Some("Eva"), 4);
    assert_eq!((again.store.seat(), other.seat()), seats);
    assert_eq!(again.line, "halva mening".into());
    let second = join(&disk, Some("Eva"), 5).store;
    assert_eq!(second.seat(), Seat(5), "hers is taken, so she gets another");
    assert_eq!(
        second.here().unwrap(),
        [Seat(1), Seat(2), Seat(3), Seat(4), Seat(5)]
    );
}

#[test]
fn a_note_taker_alone_writes_the_file() {
    let disk = disk(1);
    let mut eva = join(&disk, None, 1).store;
    assert_eq!(eva.session().role(eva.seat()), Role::NoteTaker);
    eva.append(draft(2, note("ensam"))).unwrap();
    eva.publish().unwrap();
    assert_published(&disk, eva.session());
    let mut lead = open(&disk).store;
    assert_eq!(words(lead.session()), ["ensam"]);
    lead.append(draft(3, enter(&lead, "data"))).unwrap();
    drop(lead);
    // The one who led is gone; what it did and what came after is written by whoever is left.
    eva.append(draft(4, note("kvar"))).unwrap();
    eva.publish().unwrap();
    assert_published(&disk, eva.session());
    assert_eq!(eva.session().timeline().visits.len(), 1);
}

#[test]
fn an_edit_of_the_file_is_taken_in_by_whoever_publishes_once() {
    let disk = disk(1);
    let mut eva = join(&disk, None, 1).store;
    eva.append(draft(2, note("ett"))).unwrap();
    eva.publish().unwrap();
    let edited = file(&disk).replace("Att trivas i skolan", "Att trivas");
    disk.put(Path::new(FILE), edited.as_bytes());
    eva.append(draft(3, note("två"))).unwrap();
    eva.publish().unwrap();
    assert_eq!(&*eva.session().plan().title, "Att trivas");
    let lead = open(&disk).store;
    assert_eq!(lead.session(), eva.session());
    assert_published(&disk, lead.session());
}

#[test]
fn taking_over_begins_a_term_and_ends_the_other() {
    let disk = disk(1);
    let mut old = open(&disk).store;
    old.append(draft(1, enter(&old, "data"))).unwrap();
    let mut new = join(&disk, None, 2).store;
    assert!(matches!(
        open_at(&disk, FILE, 3),
        Err(OpenError::Store(StoreError {
            trouble: Trouble::Held { .. },
            ..
        }))
    ));
    let late = enter(&old, "dialog");
    assert!(new.append(draft(4, lead_now(&new))).unwrap().is_some());
    assert!(new.leads());
    // The old one decided before it had heard: it is handed back, nothing advanced.
    assert_eq!(old.append(draft(5, late)).unwrap(), None);
    assert!(!old.leads());
    let arrived = old.take_arrived();
    assert!(matches!(arrived, Arrived::Entries(entries) if !entries.is_empty()));
    // The new one has the lock now, and the old one is a note-taker whose notes count.
    new.append(draft(6, enter(&new, "dialog")))
        .unwrap()
        .unwrap();
    old.append(draft(7, note("kvar"))).unwrap().unwrap();
    new.publish().unwrap();
    old.poll().unwrap();
    assert_published(&disk, new.session());
    assert_eq!(old.session(), new.session());
    assert_eq!(old.session().timeline().visits.len(), 2);
    assert_eq!(old.session().refused(), []);
    // Two that want it at once: one gets it.
    let mut third = join(&disk, None, 8).store;
    let (a, b) = (lead_now(&old), lead_now(&third));
    assert!(old.append(draft(9, a)).unwrap().is_some());
    assert_eq!(third.append(draft(9, b)).unwrap(), None);
    assert!(old.leads() && !third.leads());
    drop((new, third));
    let seat = old.seat();
    drop(old);
    // Whoever leads next goes on in the seat that led last.
    assert_eq!(open(&disk).store.seat(), seat);
}

#[test]
fn what_is_removed_for_good_goes_from_every_window() {
    let disk = disk(1);
    let mut lead = open(&disk).store;
    let mut eva = join(&disk, None, 1).store;
    let entry = eva.append(draft(2, note("hemligt"))).unwrap().unwrap();
    let Event::NoteAdded { id, .. } = entry.event else {
        panic!("a note");
    };
    eva.append(draft(3, note("vanligt"))).unwrap();
    lead.erase(id).unwrap();
    let arrived = eva.poll().unwrap();
    let Arrived::Anew(session) = arrived else {
        panic!("read anew: {arrived:?}");
    };
    assert_eq!(words(&session), ["vanligt"]);
    let next = eva.append(draft(4, note("efter"))).unwrap().unwrap();
    assert!(matches!(next.event, Event::NoteAdded { id, .. } if id.number == 3));
    lead.poll().unwrap();
    assert_eq!(lead.session(), eva.session());
    assert_eq!(lead.session().seats()[&eva.seat()].hand, Hand::Writes);
}
