use proptest::prelude::*;

use super::*;
use crate::{
    domain::{Entry, EntryId, Hlc, Letter},
    format::session::published,
};

/// Somebody who writes a session on a computer of their own.
struct Computer {
    session: Session,
}

impl Computer {
    fn on(base: Base) -> Self {
        Self {
            session: Session::on(base),
        }
    }

    fn write(&mut self, seat: Seat, wall: i64, event: Event) {
        let entry = Entry {
            id: EntryId {
                seat,
                n: self.session.next_counter(seat),
            },
            order: Hlc::after(self.session.clock(), Moment(wall)),
            wall: Moment(wall),
            event,
        };
        self.session.apply(&entry);
    }

    fn note(&mut self, wall: i64, text: &str) -> NoteId {
        let id = NoteId::new(Letter::N, self.session.next_number(Letter::N));
        let body = Body {
            text: text.into(),
            ..Body::default()
        };
        self.write(Seat::LEAD, wall, Event::NoteAdded { id, at: None, body });
        id
    }

    fn edit(&mut self, id: NoteId, edit: NoteEdit) {
        let edits = vec![edit];
        self.write(Seat::LEAD, 9_000, Event::NoteEdited { id, edits });
    }

    /// Takes in what another computer's file says; the letter stands for the seat.
    fn take(&mut self, other: &Self) -> Merge {
        let found = published(&other.session);
        let letter = letter(&self.session, &found).unwrap();
        let seat = Seat(100 + letter as u32);
        let merge = merge(&self.session, &found, letter, seat);
        for event in merge.events.clone() {
            self.write(seat, 10_000, event);
        }
        merge
    }

    /// Returns ids, words and whether they are shown, in the order they were said.
    fn all(&self) -> Vec<String> {
        let mut notes: Vec<&Note> = self.session.every_note().collect();
        notes.sort_by_key(|note| (note.wall, note.id));
        let shown = |note: &&Note| {
            let mark = if note.is_visible() { "" } else { "-" };
            format!("{mark}{} {}", note.id, note.body.text)
        };
        notes.iter().map(shown).collect()
    }
}

fn two() -> (Computer, Computer) {
    let mut host = Computer::on(Base::default());
    host.note(1, "ett");
    host.note(2, "två");
    let copy = published(&host.session);
    (host, Computer::on(copy))
}

fn letter_of(session: &Session) -> char {
    let mut letters = session.every_note().filter_map(|note| note.id.machine);
    letters.next().unwrap()
}

#[test]
fn notes_of_another_computer_come_in_once() {
    let (mut host, mut eva) = two();
    host.note(3, "värdens");
    eva.note(4, "Evas");
    eva.note(5, "och en till");
    let merge = host.take(&eva);
    assert_eq!((merge.added.len(), merge.left.len()), (2, 0));
    let c = letter_of(&host.session);
    assert_eq!(
        host.all(),
        [
            "N1 ett".to_owned(),
            "N2 två".to_owned(),
            "N3 värdens".to_owned(),
            format!("N3{c} Evas"),
            format!("N4{c} och en till")
        ]
    );
    assert_eq!(host.take(&eva).events, []);
    // More of the same file comes under the same letter.
    eva.note(6, "efteråt");
    assert_eq!(
        host.take(&eva).added,
        [of_there(NoteId::new(Letter::N, 5), c)]
    );
    assert_eq!(host.take(&eva).events, []);
}

#[test]
fn what_was_changed_on_one_side_is_changed_and_on_both_is_told() {
    let (mut host, mut eva) = two();
    let (one, two) = (NoteId::new(Letter::N, 1), NoteId::new(Letter::N, 2));
    eva.edit(one, NoteEdit::Text("ett, rättat".into()));
    eva.edit(two, NoteEdit::Text("två, där".into()));
    host.edit(two, NoteEdit::Text("två, här".into()));
    let merge = host.take(&eva);
    assert_eq!(merge.changed, [one]);
    assert_eq!(merge.left, [Left::Both(two)]);
    assert_eq!(host.all(), ["N1 ett, rättat", "N2 två, här"]);
    // They go on correcting there, and it comes here.
    eva.edit(one, NoteEdit::Text("ett, rättat igen".into()));
    assert_eq!(host.take(&eva).changed, [one]);
}

#[test]
fn what_is_gone_stays_gone() {
    let (mut host, mut eva) = two();
    let there = eva.note(3, "hemligt");
    let other = eva.note(4, "tas tillbaka här");
    host.take(&eva);
    let c = letter_of(&host.session);
    host.write(Seat::LEAD, 20_000, Event::Erased(of_there(there, c)));
    host.edit(of_there(other, c), NoteEdit::Withdrawn(true));
    let again = host.take(&eva);
    assert_eq!(again.events, []);
    assert_eq!(again.left, [Left::RemovedHere(of_there(there, c))]);
    // The same after the journal was begun anew on the file, which has no time for it any more.
    let mut anew = Computer::on(published(&host.session));
    let again = anew.take(&eva);
    assert!(
        again.added.iter().all(|id| id.number != there.number),
        "{again:?}"
    );
    // Taken back there is taken back here.
    let last = eva.note(5, "tas tillbaka där");
    host.take(&eva);
    eva.edit(last, NoteEdit::Withdrawn(true));
    assert_eq!(host.take(&eva).withdrawn, [of_there(last, c)]);
    assert_eq!(host.take(&eva).events, []);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn two_files_give_the_same_in_either_order_and_twice(
        moves in prop::collection::vec((0..3_usize, 0..4_u8, 0..6_u32), 0..30),
    ) {
        let (host, eva) = two();
        let omar = Computer::on(published(&host.session));
        let mut computers = [host, eva, omar];
        for (at, (who, what, which)) in moves.into_iter().enumerate() {
            let one = &mut computers[who];
            let id = NoteId::new(Letter::N, which + 1);
            // Each writes at moments of their own, as people do.
            let wall = 100 + at as i64 * 10 + who as i64;
            if what < 2 || one.session.note(id).is_none() {
                one.note(wall, &format!("{who} {at}"));
            } else if what == 2 && who == 0 {
                one.edit(id, NoteEdit::Text(format!("värden {at}").as_str().into()));
            } else if id.number > 2 {
                // Their own notes, so that no two of them change one.
                one.edit(id, NoteEdit::Text(format!("{who} rättar {at}").as_str().into()));
            }
        }
        let [host, eva, omar] = computers;
        let mut one = Computer { session: host.session.clone() };
        let mut two = Computer { session: host.session };
        one.take(&eva);
        one.take(&omar);
        two.take(&omar);
        two.take(&eva);
        let plain = |computer: &Computer| {
            let mut all: Vec<String> = computer
                .session
                .every_note()
                .map(|note| format!("{} {} {}", note.wall.0, note.id.number, note.body.text))
                .collect();
            all.sort();
            all
        };
        prop_assert_eq!(plain(&one), plain(&two));
        let before = one.session.clone();
        prop_assert_eq!(one.take(&eva).events, []);
        prop_assert_eq!(one.take(&omar).events, []);
        prop_assert_eq!(&one.session, &before);
        let ids = |computer: &Computer| computer.session.every_note().count();
        prop_assert_eq!(ids(&one), ids(&two));
    }
}
