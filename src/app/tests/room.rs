//! A window beside another: who leads, who takes notes, and what happens when that changes.

use super::*;
use crate::{
    app::lead::Room,
    domain::{Body, Hand, Letter, NoteEdit, Role, Seat},
    input::Mode,
};

/// Another window's journal lines, written from its seat.
fn from(rig: &mut Rig, seat: u32, event: Event) {
    let session = &rig.lead().session;
    let seat = Seat(seat);
    let entry = Entry {
        id: EntryId {
            seat,
            n: session.next_counter(seat),
        },
        order: Hlc::after(session.clock(), rig.now),
        wall: rig.now,
        event,
    };
    rig.say(Msg::Arrived(Box::new(entry)));
}

/// A window that takes notes on seat 2 while seat 1 leads.
fn beside() -> Rig {
    let mut rig = Rig::new();
    let mut lead = rig.lead().clone();
    lead.room = Room::on(Seat(2));
    lead.room.here = vec![Seat(1), Seat(2)];
    rig.say(Msg::Opened(Box::new(lead)));
    let sits = Event::Seated {
        hand: Hand::Writes,
        name: Some("Eva".into()),
    };
    from(&mut rig, 2, sits);
    rig
}

fn led_by(rig: &Rig) -> Event {
    let (term, saw) = rig.lead().session.agenda_head();
    Event::Led {
        term: term + 1,
        saw,
    }
}

#[test]
fn a_note_taker_always_types_and_never_moves_the_agenda() {
    let mut rig = beside();
    assert_eq!(rig.lead().role(), Role::NoteTaker);
    rig.keys(" npqi");
    assert_eq!(rig.lead().writing.line.text(), " npqi");
    assert!(rig.lead().session.timeline().began().is_none());
    rig.keys("<esc>");
    assert!(rig.lead().writing.open, "the line never closes");
    rig.keys("<enter>");
    assert_eq!(rig.journal.last().unwrap().id.seat, Seat(2));
    // Through the palette as well: it says who does that.
    let before = rig.journal.len();
    rig.keys("<f1>");
    rig.keys("pausa");
    rig.keys("<enter>");
    assert_eq!(rig.journal.len(), before);
}

#[test]
fn a_note_taker_saves_again_by_name_what_the_disk_refused() {
    let mut rig = beside();
    rig.disk_is_full = true;
    rig.keys("ett<enter>");
    assert!(rig.lead().trouble.is_some());
    rig.disk_is_full = false;
    rig.keys("<f1>save again<enter>");
    assert!(rig.lead().trouble.is_none() && rig.lead().pending.is_empty());
    assert_eq!(rig.texts_of_notes(), ["N1 See ett"]);
    assert!(rig.lead().writing.line.is_empty());
}

#[test]
fn notes_of_another_window_are_here_and_the_line_is_as_it_was() {
    let mut rig = beside();
    rig.keys("halva men");
    from(
        &mut rig,
        1,
        Event::NoteAdded {
            id: NoteId::new(Letter::N, 1),
            at: None,
            body: Body {
                text: "från ledaren".into(),
                ..Body::default()
            },
        },
    );
    assert_eq!(rig.lead().session.note_count(), 1);
    assert_eq!(rig.lead().writing.line.text(), "halva men");
    let others = rig.lead().others();
    assert_eq!(others.len(), 1);
    assert_eq!(
        (others[0].role, others[0].wrote),
        (Role::Facilitator, Some(rig.now))
    );
}

#[test]
fn only_what_is_changed_here_is_changed() {
    let mut rig = beside();
    rig.keys("måndagar");
    rig.keys("<enter>");
    let id = rig.lead().session.notes().next().unwrap().id;
    rig.keys("<up>");
    rig.keys(" och tisdagar");
    // The leading window files it elsewhere meanwhile.
    from(
        &mut rig,
        1,
        Event::NoteEdited {
            id,
            edits: vec![NoteEdit::Tag(Tag::Surprise)],
        },
    );
    rig.keys("<enter>");
    let note = rig.lead().session.note(id).unwrap();
    assert_eq!(&*note.body.text, "måndagar och tisdagar");
    assert_eq!(note.body.tag, Tag::Surprise);
}

#[test]
fn words_of_a_note_that_goes_elsewhere_are_not_lost_but_for_good_is_for_good() {
    for (event, left, line) in [
        (NoteEdit::Withdrawn(true), false, "ett"),
        (NoteEdit::Missed(true), true, "ett"),
    ] {
        let mut rig = beside();
        rig.keys("ett");
        rig.keys("<enter>");
        let id = rig.lead().session.notes().next().unwrap().id;
        rig.keys("<up>");
        let edits = vec![event];
        from(&mut rig, 1, Event::NoteEdited { id, edits });
        assert_eq!(rig.lead().writing.editing.is_some(), left);
        assert_eq!(rig.lead().writing.line.text(), line);
    }
    let mut rig = beside();
    rig.keys("hemligt");
    rig.keys("<enter>");
    let id = rig.lead().session.notes().next().unwrap().id;
    rig.keys("<up>");
    from(&mut rig, 1, Event::Erased(id));
    assert_eq!(rig.lead().writing.line.text(), "");
    assert_eq!(rig.lead().writing.editing, None);
}

#[test]
fn a_second_leading_window_asks_and_takes_over() {
    let mut rig = beside();
    let mut lead = rig.lead().clone();
    lead.room.wants_lead = true;
    rig.say(Msg::Opened(Box::new(lead)));
    assert!(rig.lead().prompt.is_some());
    rig.keys("<esc>");
    assert!(rig.lead().prompt.is_none());
    assert_eq!(rig.lead().role(), Role::NoteTaker);
    rig.keys("<f1>");
    rig.keys("lead from here");
    rig.keys("<enter>");
    assert!(rig.lead().prompt.is_some());
    rig.keys("<enter>");
    assert_eq!(rig.lead().role(), Role::Facilitator);
    assert!(!rig.lead().writing.open);
    rig.keys(" ");
    assert!(rig.lead().session.timeline().began().is_some());
}

#[test]
fn the_window_that_led_says_so_and_takes_notes() {
    let mut rig = Rig::new();
    rig.keys(" ");
    rig.keys("a");
    rig.keys("hur ställdes frågan");
    let led = led_by(&rig);
    from(&mut rig, 2, led);
    assert_eq!(rig.lead().role(), Role::NoteTaker);
    assert!(rig.lead().echo.is_some());
    assert_eq!(rig.lead().mode(), Mode::Writing);
    assert_eq!(rig.lead().writing.line.text(), "hur ställdes frågan");
    rig.keys("<enter>");
    assert_eq!(rig.lead().session.note_count(), 1);
}

#[test]
fn a_colon_takes_the_name_that_stands_there_in_grey() {
    let mut rig = beside();
    rig.keys("!sk");
    assert_eq!(rig.lead().completion().as_deref(), Some("ola"));
    rig.keys(": trivs");
    assert_eq!(rig.lead().writing.line.text(), "!skola: trivs");
    rig.keys("<enter>Bo: hej");
    assert_eq!(rig.lead().writing.line.text(), "Bo: hej");
}
