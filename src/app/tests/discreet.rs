//! People's numbers are hidden on the way to every disk: notes, what is parked, pasted, half typed.

use super::*;
use crate::data::personal::Kind;

/// Everything that left the program towards a disk.
fn written(rig: &Rig) -> String {
    format!("{:?}{:?}{:?}", rig.journal, rig.others, rig.lead().pending)
}

fn is_discreet(rig: &Rig) {
    let written = written(rig);
    for digits in ["9802", "174 06", "17406"] {
        assert!(!written.contains(digits), "{digits} in {written}");
    }
}

#[test]
fn a_note_is_saved_with_a_mark_and_without_the_number() {
    let mut rig = Rig::new();
    rig.calmly(" ")
        .calmly("i")
        .keys("skola: hon är 900101-9802");
    let preview = rig.lead().preview();
    assert_eq!(preview.noticed, [Kind::Identity]);
    assert_eq!(preview.body.text.as_str(), "hon är ▒▒▒");
    rig.later(Span::seconds(3)).say(Msg::Tick);
    rig.keys("<enter><esc>");
    rig.note("> fritid: ring 070-174 06 05 v49");
    assert_eq!(
        rig.texts_of_notes(),
        ["N1 See hon är ▒▒▒", "S1 NextStep ring ▒▒▒"]
    );
    let step = rig
        .lead()
        .session
        .notes()
        .last()
        .map(|note| note.body.clone());
    assert_eq!(step.and_then(|step| step.when).as_deref(), Some("v49"));
    is_discreet(&rig);
}

#[test]
fn what_is_half_typed_is_kept_without_it() {
    let mut rig = Rig::new();
    rig.calmly(" ")
        .calmly("i")
        .keys("ring 070-174 06 0<ctrl-c>");
    assert!(rig.others.contains(&Effect::KeepLine("ring ▒▒▒".into())));
    is_discreet(&rig);
}

#[test]
fn parked_pasted_replaced_and_private_words_as_well() {
    let mut rig = Rig::new();
    rig.calmly(" nnn").calmly("a").keys("vem är 900101-9802?");
    let prompt = rig.lead().prompt.as_ref().map(lead::Prompt::noticed);
    assert_eq!(prompt, Some(vec![Kind::Identity]));
    rig.keys("<enter>");
    rig.note("vi ser 12").note("s/12/070-174 06 05/");
    rig.say(Msg::Paste("ring 070-174 06 05\nnej".to_owned()));
    rig.keys("<enter>");
    rig.keys("<up><up>").keys(" 900101-9802<enter><esc>");
    let chat = "09:41 Bo Ek: ring 0701740605\n09:42 Bo Ek: ja";
    for _twice in 0..2 {
        rig.say(Msg::Paste(chat.to_owned()));
        rig.keys("<tab>");
    }
    assert_eq!(
        rig.lead().session.inbox().count(),
        2,
        "it is known when it comes again"
    );
    rig.say(Msg::Paste("070-174 06 05".to_owned()));
    rig.keys("<enter><esc>")
        .calmly("nn:")
        .keys("CloseSession<enter>");
    rig.calmly("E")
        .keys("hon, 900101-9802<enter><enter><enter>");
    is_discreet(&rig);
    let marks = written(&rig).matches("▒▒▒").count();
    assert!(marks > 6, "{marks}");
}

#[test]
fn an_address_is_noticed_and_stands() {
    let mut rig = Rig::new();
    rig.calmly(" ").calmly("i").keys("skriv ask@exempel.se");
    assert_eq!(rig.lead().preview().noticed, [Kind::Mail]);
    rig.keys("<enter>");
    assert_eq!(rig.texts_of_notes(), ["N1 See skriv ask@exempel.se"]);
}
