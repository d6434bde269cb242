//! The quarter of an hour after: one thing at a time, and every change is an entry that an undo brings back.

use super::*;
use crate::{
    app::lead::Overlay,
    domain::Letter,
    format::tidy::{Look, short_forms},
    input::Mode,
};

/// A dialogue that has ended, with something of each kind to tidy.
fn ended() -> Rig {
    let mut rig = Rig::new();
    if let Screen::Lead(lead) = &mut rig.model.screen {
        lead.short_forms = short_forms(Lang::En, &std::collections::BTreeMap::new());
    }
    rig.keys("<space>");
    rig.note("health: more stay at ##");
    rig.note("fewer meet on Mondays in year 8");
    rig.note("fewer meet on mondays in year 8");
    rig.note("the buses, e.g. the late ones");
    rig.note("> Anna: ask the youth club");
    rig.calmly("nnnnnn");
    rig.calmly("T");
    rig
}

fn looks(rig: &Rig) -> Vec<Look> {
    match &rig.lead().overlay {
        Some(Overlay::Tidy(tidying)) => rig.lead().looks(tidying),
        other => panic!("not tidying: {other:?}"),
    }
}

fn text_of(rig: &Rig, number: u32) -> Option<String> {
    let note = rig.lead().session.note(NoteId::new(Letter::N, number))?;
    note.is_visible().then(|| note.body.text.to_string())
}

#[test]
fn each_thing_is_done_with_a_key_and_the_minutes_are_ready() {
    let mut rig = ended();
    let n = |number| NoteId::new(Letter::N, number);
    let s = NoteId::new(Letter::S, 1);
    assert_eq!(rig.lead().mode(), Mode::Tidy);
    assert_eq!(
        looks(&rig),
        [
            Look::Missed(n(1)),
            Look::Double(n(2), n(3)),
            Look::Short(n(4)),
            Look::Step(s)
        ]
    );
    // The line opens on what was missed, and comes back here.
    rig.keys("<enter>");
    assert_eq!(rig.lead().mode(), Mode::Writing);
    rig.keys("<ctrl-u>")
        .keys("health: more stay at home<enter>");
    assert_eq!(rig.lead().mode(), Mode::Tidy);
    assert_eq!(text_of(&rig, 1).as_deref(), Some("more stay at home"));
    rig.keys("<enter>");
    assert_eq!(text_of(&rig, 2).is_some(), text_of(&rig, 3).is_none());
    rig.keys("<enter>");
    assert_eq!(
        text_of(&rig, 4).as_deref(),
        Some("the buses, for example the late ones")
    );
    rig.keys("<enter>");
    rig.keys(" by w49<enter>");
    let step = rig.lead().session.note(s).unwrap();
    assert_eq!(step.body.when.as_deref(), Some("by w49"));
    assert_eq!(looks(&rig), []);
    rig.others.clear();
    rig.keys("<enter>");
    assert!(rig.lead().overlay.is_none());
    assert_eq!(rig.echo(), "That will do. The minutes are ready.");
    assert!(rig.others.contains(&Effect::ReadMinutes));
}

#[test]
fn what_is_let_be_stays_and_what_is_done_is_taken_back() {
    let mut rig = ended();
    let all = rig.texts_of_notes();
    rig.keys("x");
    assert!(matches!(looks(&rig)[0], Look::Double(..)));
    rig.later(Span::seconds(2)).keys("<down><enter>");
    assert_eq!(text_of(&rig, 2), None, "the second was chosen");
    assert!(text_of(&rig, 3).is_some());
    rig.later(Span::seconds(2)).keys("u");
    assert!(text_of(&rig, 2).is_some());
    rig.later(Span::seconds(2)).keys("j");
    assert!(matches!(looks(&rig)[0], Look::Short(_)));
    assert!(text_of(&rig, 2).is_some() != text_of(&rig, 3).is_some());
    rig.later(Span::seconds(2)).keys("<enter>");
    rig.later(Span::seconds(2)).keys("u");
    rig.later(Span::seconds(2)).keys("u");
    assert_eq!(rig.texts_of_notes(), all, "the original is in the log");
    rig.later(Span::seconds(2)).keys("<esc>");
    assert_eq!(rig.echo(), "That will do. The minutes are ready.");
    assert_eq!(rig.lead().mode(), Mode::Lead);
}
