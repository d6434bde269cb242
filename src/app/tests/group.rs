//! What the group sees, decided from the leading window.

use super::*;
use crate::{
    app::lead::Overlay,
    domain::{
        Facing, GroupAct,
        shared::{On, Page, Shared},
    },
};

fn sees(rig: &Rig) -> Shared {
    rig.lead().group_sees(rig.now)
}

fn on(rig: &Rig) -> On {
    match sees(rig).page {
        Page::Stage(page) => page.on,
        other => panic!("no stage is shown: {other:?}"),
    }
}

/// In the first dialogue.
fn dialogue() -> Rig {
    let mut rig = Rig::new();
    rig.keys("<space>").calmly("nnn");
    assert_eq!(rig.stage_now(), "dialogue-1");
    rig
}

#[test]
fn a_note_is_released_and_taken_back() {
    let mut rig = dialogue();
    rig.note("skola: fler på måndagar");
    rig.calmly("r");
    assert!(rig.echo().starts_with("Choose a note"), "{}", rig.echo());
    rig.keys("<tab><tab><up>").calmly("r");
    assert_eq!(rig.echo(), "Shown to all now. u takes it back.");
    let On::Said(said) = on(&rig) else {
        panic!("the note is shown")
    };
    assert_eq!(said[0].text.as_str(), "fler på måndagar");
    assert_eq!(said[0].perspective.as_deref(), Some("skola"));
    rig.calmly("u");
    assert_eq!(rig.echo(), "Taken back: that N1 is shown to all");
    assert_eq!(on(&rig), On::Nothing);
    rig.calmly("rr");
    assert_eq!(rig.echo(), "N1 is not shown any more.");
    assert_eq!(on(&rig), On::Nothing);
}

#[test]
fn hiding_needs_no_disk() {
    let mut rig = dialogue();
    rig.disk_is_full = true;
    rig.calmly("h");
    assert_eq!(sees(&rig).page, Page::Calm);
    rig.disk_is_full = false;
    rig.calmly("R");
    assert_eq!(sees(&rig).page, Page::Calm);
    rig.calmly("h");
    assert!(matches!(sees(&rig).page, Page::Stage(_)));
    rig.calmly("hu");
    assert_eq!(sees(&rig).page, Page::Calm, "undo never brings it back");
}

#[test]
fn over_the_cover_page_and_back() {
    let mut rig = dialogue();
    rig.calmly("s");
    assert!(matches!(rig.lead().overlay, Some(Overlay::Cover)));
    rig.keys("<esc>");
    assert!(
        matches!(rig.lead().overlay, Some(Overlay::Cover)),
        "Esc does nothing"
    );
    rig.calmly("s");
    for key in [
        "<esc>", "<enter>", "<space>", "<tab>", "q", "i", "u", "?", ":", "1", "a", "z",
    ] {
        rig.later(Span::seconds(2)).keys(key);
        assert!(matches!(rig.lead().overlay, Some(Overlay::Group)), "{key}");
        assert!(
            rig.lead().prompt.is_none() && !rig.lead().writing.open,
            "{key}"
        );
    }
    rig.say(Msg::Paste("hemligt\nmer".to_owned()));
    assert!(rig.lead().prompt.is_none());
    rig.calmly("h");
    assert_eq!(sees(&rig).page, Page::Calm);
    rig.calmly("h").keys("<right>");
    assert!(matches!(on(&rig), On::Chart { place: 2, .. }));
    rig.calmly("p").calmly("p").calmly("n");
    assert_eq!(rig.stage_now(), "dialogue-2");
    rig.calmly("s");
    assert!(matches!(rig.lead().overlay, Some(Overlay::Cover)));
    rig.keys("<enter>");
    assert!(rig.lead().overlay.is_none());
}

#[test]
fn a_question_never_opens_over_what_the_group_sees() {
    let base = Base {
        id: SessionId("one".to_owned()),
        plan: plan(),
        ..Base::default()
    };
    // Started far off the plan, the window asks which end counts.
    let mut rig = Rig::on(base, NINE + Span::minutes(40));
    rig.keys("<space>");
    assert!(rig.lead().prompt.is_some());
    rig.keys("<esc>").calmly("u").calmly("ss");
    rig.say(Msg::Tick);
    assert_eq!(rig.lead().mode(), crate::input::Mode::Group);
}

#[test]
fn the_steps_are_read_out_with_enter() {
    let mut rig = dialogue();
    rig.calmly("nn").keys("<enter>");
    assert_eq!(on(&rig), On::Nothing, "no steps yet");
    rig.note(">Anna: ring fritidsgården v49").keys("<enter>");
    assert!(matches!(on(&rig), On::Steps(steps) if steps.len() == 1));
    rig.keys("<enter>");
    assert_eq!(on(&rig), On::Nothing);
}

#[test]
fn the_group_sees_the_face_that_was_chosen() {
    let mut plan = plan();
    let rows = vec![crate::domain::chart::Row::of("Åk 8", 22.0)];
    let mut chart = Chart::new(ChartId(1), "Frånvaro", Body::Bars(rows));
    chart.unit = "andel %".into();
    chart.showing.flip = "på plats".into();
    chart.showing.guess = crate::domain::chart::Guess::Yes;
    plan.charts[0] = chart;
    let base = Base {
        id: SessionId("one".to_owned()),
        plan,
        ..Base::default()
    };
    let mut rig = Rig::on(base, NINE);
    rig.keys("<space>").calmly("nn");
    let facing = |rig: &Rig| match on(rig) {
        On::Chart { facing, .. } => facing,
        other => panic!("no chart: {other:?}"),
    };
    assert_eq!(facing(&rig), Facing::Covered);
    rig.keys("<enter>");
    assert_eq!(facing(&rig), Facing::Plain);
    rig.calmly("v");
    assert_eq!(facing(&rig), Facing::Turned);
    let told = rig
        .journal
        .iter()
        .filter(|entry| matches!(entry.event, Event::Group(GroupAct::Faced(..))));
    assert_eq!(told.count(), 2, "a face is told when it changes");
    let again = Lead::new(rig.lead().session.clone(), SafeText::line("one.ron"));
    assert!(
        !again.is_covered(&again.session.plan().charts[0]),
        "and remembered"
    );
}
