//! Who was heard, rounds, and the pause in which nothing is written down.

use super::*;

fn dialogue() -> Rig {
    let mut rig = Rig::new();
    rig.keys("<space>").calmly("nnn");
    rig
}

fn heard(rig: &Rig) -> Vec<u8> {
    let perspectives = rig.lead().heard_here();
    let heard = perspectives.iter().filter(|known| known.heard);
    heard.map(|known| known.key).collect()
}

#[test]
fn a_digit_or_a_name_marks_a_perspective_in_this_stage() {
    let mut rig = dialogue();
    assert_eq!(heard(&rig), [0; 0]);
    rig.calmly("2");
    assert_eq!(heard(&rig), [2]);
    assert_eq!(rig.echo(), "Heard: fritid. u if that was wrong.");
    rig.calmly("u");
    assert_eq!(rig.echo(), "Taken back: that fritid was heard");
    assert_eq!(heard(&rig), [0; 0]);
    rig.note("Skola: fler på måndagar");
    assert_eq!(heard(&rig), [1], "the name does it by itself");
    rig.calmly("2");
    assert_eq!(heard(&rig), [1, 2]);
    rig.calmly("9");
    assert_eq!(rig.echo(), "Nobody has the digit 9.");
    rig.calmly("n");
    assert_eq!(heard(&rig), [0; 0], "each stage begins anew");
    let count = rig.lead().session.heard();
    assert_eq!(count.get(&"dialogue-1".into()), Some(&2));
}

#[test]
fn nobody_is_counted_while_charts_are_presented() {
    let mut rig = Rig::new();
    rig.keys("<space>").calmly("nn");
    assert!(rig.lead().heard_here().is_empty());
}

#[test]
fn a_round_goes_from_one_to_the_next_and_back_the_other_way() {
    let mut rig = dialogue();
    let turn = |rig: &Rig| rig.lead().round().map(Iterator::collect::<Vec<_>>);
    rig.calmly("x");
    assert_eq!(turn(&rig), Some(vec![1, 2]));
    rig.calmly("1");
    assert_eq!(turn(&rig), Some(vec![2]));
    assert!(
        rig.echo().starts_with("fritid has the floor"),
        "{}",
        rig.echo()
    );
    rig.calmly("x");
    assert_eq!(turn(&rig), None);
    assert_eq!(rig.echo(), "The round is done.");
    assert_eq!(heard(&rig), [1], "who passes was not heard");
    rig.calmly("x");
    assert_eq!(turn(&rig), Some(vec![2, 1]), "bouncing");
    rig.calmly("n");
    assert_eq!(turn(&rig), None, "a new stage ends it");
}

#[test]
fn nothing_is_written_while_writing_is_paused() {
    let mut rig = dialogue();
    rig.calmly("i").keys("before");
    rig.keys("<f9>");
    assert!(rig.lead().session.writing_paused());
    let notes = rig.lead().session.note_count();
    for keys in ["isecret<enter><esc>", "asecret<enter>", "<f1><esc>"] {
        rig.later(Span::seconds(3)).keys(keys);
        rig.later(Span::seconds(3)).say(Msg::Tick);
    }
    rig.say(Msg::Paste("secret\nmore".to_owned()));
    rig.keys("<esc>");
    assert_eq!(rig.lead().session.note_count(), notes);
    let typed = format!("{:?}{:?}", rig.journal, rig.lead().writing.line);
    assert!(!typed.contains("secret"), "{typed}");
    rig.later(Span::seconds(3)).calmly("w");
    assert!(!rig.lead().session.writing_paused());
    rig.calmly("i").keys("<enter><esc>");
    assert_eq!(
        rig.texts_of_notes(),
        ["N1 See before"],
        "what was said before waits"
    );
    rig.calmly("i").keys("/paus<enter>");
    assert!(rig.lead().session.writing_paused());
    assert!(!rig.lead().writing.open);
}

#[test]
fn a_pause_from_another_window_closes_the_line() {
    let mut rig = dialogue();
    rig.calmly("i").keys("half");
    let entry = Entry {
        id: EntryId {
            seat: crate::domain::Seat(2),
            n: 1,
        },
        order: Hlc::after(rig.lead().session.clock(), rig.now),
        wall: rig.now,
        event: Event::WritingPaused(true),
    };
    rig.say(Msg::Arrived(Box::new(entry)));
    assert!(!rig.lead().writing.open);
    assert_eq!(rig.lead().writing.line.text(), "half");
    assert!(rig.echo().starts_with("Nothing is written down now"));
}
