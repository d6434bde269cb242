//! Words that the talk goes through: one completes like a voice, and what is said is kept under it.

use super::*;

fn rig() -> Rig {
    let mut plan = plan();
    plan.stages[0].words = ["Trust", "Learning"].map(Into::into).to_vec();
    Rig::on(
        Base {
            id: SessionId("one".to_owned()),
            plan,
            ..Base::default()
        },
        NINE,
    )
}

fn under(rig: &Rig) -> Vec<(String, Vec<String>)> {
    let words = rig.lead().session.under_words().into_iter();
    words
        .map(|(word, notes)| {
            let said = notes.into_iter().map(|(_, said)| said.to_owned());
            (word.to_string(), said.collect())
        })
        .collect()
}

#[test]
fn what_is_said_stands_under_its_word() {
    let mut rig = rig();
    rig.keys("<space>").calmly("i").keys("tru");
    assert_eq!(rig.lead().completion().as_deref(), Some("st"));
    rig.keys(": we call each other now<enter><esc>");
    rig.note("school: trust: we say when it fails");
    rig.note("> Anna: trust: call");
    rig.note("trust is needed");
    let note = rig.lead().session.notes().next().unwrap();
    assert_eq!(note.body.text.as_str(), "Trust: we call each other now");
    assert_eq!(note.body.voice, None, "a word speaks for nobody");
    assert_eq!(
        under(&rig),
        [
            (
                "Trust".to_owned(),
                vec![
                    "we call each other now".to_owned(),
                    "we say when it fails".to_owned()
                ]
            ),
            ("Learning".to_owned(), vec![])
        ]
    );
    // Opened again and saved, it says the same.
    let before = rig.texts_of_notes();
    rig.later(Span::seconds(2)).keys("i<up><up><up><up>");
    rig.keys("<enter><esc>");
    assert_eq!(rig.texts_of_notes(), before);
}
