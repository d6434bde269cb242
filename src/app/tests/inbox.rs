//! Lines from the chat wait in the inbox until somebody reads them.

use super::*;

const CHAT: &str =
    "09:41 Bo Ek: vi ser samma sak\r\n09:42 Skola: kan vi få se det per kön?\r\n09:43 Bo Ek: ja";

fn pasted() -> Rig {
    let mut rig = Rig::new();
    rig.keys("<space>").calmly("nnn");
    rig.say(Msg::Paste(CHAT.to_owned()));
    rig.keys("<tab>");
    rig
}

fn unread(rig: &Rig) -> Vec<String> {
    let notes = rig.lead().session.inbox();
    notes
        .map(|note| format!("{} {}", note.id, note.body.text))
        .collect()
}

#[test]
fn each_pasted_line_waits_and_is_no_note() {
    let mut rig = pasted();
    assert_eq!(
        unread(&rig),
        [
            "I1 vi ser samma sak",
            "I2 kan vi få se det per kön?",
            "I3 ja"
        ]
    );
    assert_eq!(rig.echo(), "3 lines are in the inbox.");
    assert_eq!(rig.lead().session.dialogue_count(), 0);
    let heard = rig.lead().heard_here();
    assert!(
        heard.iter().all(|known| !known.heard),
        "a chat is not heard"
    );
    rig.keys("<up>");
    assert_eq!(
        rig.lead().writing.editing,
        None,
        "no line before to rewrite"
    );
    rig.keys("<esc>").calmly("u");
    assert_eq!(unread(&rig).len(), 2, "an undo reaches it");
}

#[test]
fn a_chat_that_is_copied_whole_again_brings_only_what_is_new() {
    let mut rig = pasted();
    rig.say(Msg::Paste(format!("{CHAT}\n09:50 Bo Ek: ja")));
    rig.keys("<tab>");
    assert_eq!(unread(&rig)[3..], ["I4 ja"], "two may say the same");
    assert_eq!(rig.echo(), "One line is in the inbox.");
    rig.say(Msg::Paste(CHAT.to_owned()));
    rig.keys("<tab>");
    assert_eq!(unread(&rig).len(), 4);
    assert_eq!(rig.echo(), "All of that is in the inbox already.");
}

#[test]
fn in_the_closing_one_key_each_makes_notes_of_them() {
    let mut rig = pasted();
    rig.keys("<esc>").calmly("nnI");
    assert_eq!(rig.lead().mode(), crate::input::Mode::Inbox);
    rig.keys("<down><enter>");
    assert_eq!(
        rig.texts_of_notes(),
        [
            "I1 Inbox vi ser samma sak",
            "I2 TakeWithUs kan vi få se det per kön?",
            "I3 Inbox ja"
        ]
    );
    rig.later(Span::seconds(2)).keys("x");
    assert_eq!(
        unread(&rig),
        ["I1 vi ser samma sak"],
        "I3 was read and left"
    );
    rig.later(Span::seconds(2)).keys("u");
    assert_eq!(unread(&rig).len(), 2);
    rig.keys("<enter><up><enter>");
    assert_eq!(unread(&rig), [""; 0]);
    assert_eq!(rig.lead().session.dialogue_count(), 3);
    rig.keys("<esc>").calmly("I");
    assert_eq!(
        rig.echo(),
        "The inbox is empty. Paste the chat and press Tab."
    );
}

#[test]
fn a_line_of_the_chat_can_be_removed_for_good() {
    let mut rig = pasted();
    rig.keys("<esc>").calmly("I").keys("<delete>I1<enter>");
    let erases = |effect: &Effect| matches!(effect, Effect::Erase(id) if *id == NoteId::new(crate::domain::Letter::I, 1));
    assert!(rig.others.iter().any(erases));
}

#[test]
fn what_was_typed_as_a_word_is_no_command_in_the_inbox() {
    let mut rig = pasted();
    rig.keys("<esc>").later(Span::seconds(3)).keys("Ixen är");
    assert_eq!(rig.lead().writing.line.text(), "Ixen är");
    assert_eq!(unread(&rig).len(), 3);
}

#[test]
fn tab_in_another_question_does_nothing() {
    let mut rig = pasted();
    rig.keys("<esc>").calmly("a").keys("fråga<tab><enter>");
    assert_eq!(rig.texts_of_notes()[3], "P1 Parked fråga");
}
