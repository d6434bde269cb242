//! What in the notes wants a second look, in every window.

use super::{
    stage::{at, lead, model},
    *,
};
use crate::{
    app::lead::Tidying,
    domain::{Base, Body, Session},
    format::tidy::short_forms,
};

/// A session with these notes, a minute apart, that is tidied.
fn tidying(lang: Lang, notes: &[Body]) -> Model {
    let notes = notes.iter().enumerate().map(|(place, body)| {
        let id = NoteId::new(body.tag.letter(), place as u32 + 1);
        (id, at(place as i64, 0), Some(body.clone()))
    });
    let base = Base {
        notes: notes.collect(),
        ..Base::default()
    };
    let base = model(
        lang,
        at(95, 0),
        Screen::Lead(Box::new(lead(Session::on(base)))),
    );
    changed(base, |lead| {
        lead.short_forms = short_forms(lang, &std::collections::BTreeMap::new());
        lead.overlay = Some(Overlay::Tidy(Tidying::default()));
    })
}

#[test]
fn one_thing_at_a_time() {
    let note = |tag, text: &str| said(tag, None, "", text);
    let double = [
        note(Tag::See, "fler är hemma på måndagar"),
        note(Tag::See, "fler är hemma på måndagarna, ffa i åttan"),
        note(Tag::See, "fler är hemma på måndagar"),
    ];
    let missed = Body {
        missed: true,
        ..note(Tag::See, "elevhälsan ser att fler")
    };
    let step = note(Tag::NextStep, "ring fritidsgården om torsdagarna");
    for size in [(50, 30), (80, 24), (40, 12)] {
        shot("tidy_double", &tidying(Lang::Sv, &double), size);
    }
    let narrow = (50, 30);
    shot(
        "tidy_missed",
        &tidying(Lang::Sv, &[double[0].clone(), missed]),
        narrow,
    );
    shot("tidy_short", &tidying(Lang::Sv, &double[1..2]), narrow);
    shot("tidy_step", &tidying(Lang::En, &[step]), narrow);
    shot("tidy_done", &tidying(Lang::Sv, &[]), narrow);
}
