//! Sleep, a crash, a changed clock: the dialogue is where it is, whatever the machine went through.

use super::*;
use crate::domain::{Session, reading::Reading};

/// A window on what the journal has, as after kill -9 and a new start.
fn started_anew(rig: &Rig) -> Box<Lead> {
    let mut session = Session::on(rig.lead().session.base().clone());
    for entry in &rig.journal {
        session.apply(entry);
    }
    Box::new(Lead::new(session, "one.ron".into()))
}

fn reading(rig: &Rig) -> Reading {
    Reading::of(&rig.lead().session, rig.now)
}

/// Twelve minutes into a stage of ten, with a note and a pause behind.
fn in_the_middle() -> Rig {
    let mut rig = Rig::new();
    rig.calmly(" ").later(Span::minutes(3)).note("sagt");
    rig.calmly("p").later(Span::minutes(1)).calmly(" ");
    rig
}

#[test]
fn a_window_that_slept_and_a_new_one_say_the_same() {
    for minutes in [0, 5, 25, 70, 100] {
        let mut rig = in_the_middle();
        let end = reading(&rig).slot_end;
        rig.later(Span::minutes(minutes)).say(Msg::Tick);
        let slept = reading(&rig);
        assert_eq!(rig.stage_now(), "welcome", "no stage goes by itself");
        rig.say(Msg::Opened(started_anew(&rig)));
        assert_eq!(reading(&rig), slept, "after {minutes} minutes");
        assert_eq!(slept.slot_end, end, "the end stands firm");
        assert!(rig.echo().contains("welcome"), "{}", rig.echo());
        rig.calmly("n");
        assert_eq!(rig.stage_now(), "concepts", "and it goes on");
    }
}

#[test]
fn a_clock_that_was_set_back_before_a_new_start_loses_nothing() {
    let mut rig = in_the_middle();
    let end = reading(&rig).slot_end;
    rig.later(Span::minutes(-60));
    rig.say(Msg::Opened(started_anew(&rig)));
    let now = reading(&rig);
    assert_eq!(now.slot_end, end);
    assert_eq!(rig.stage_now(), "welcome");
    rig.note("sagt efteråt");
    rig.calmly("n");
    assert_eq!(rig.stage_now(), "concepts");
    assert_eq!(rig.lead().session.note_count(), 2);
    // What was written later counts as later, whatever the clock said.
    rig.calmly("u");
    assert_eq!(rig.stage_now(), "welcome");
    rig.calmly("u");
    assert_eq!(rig.texts_of_notes(), ["N1 See sagt"]);
}

#[test]
fn one_that_was_set_forward_far_enough_closes_and_u_opens_again() {
    let mut rig = in_the_middle();
    let last = rig.lead().session.last_wall();
    rig.later(Span::minutes(24 * 60));
    rig.say(Msg::Opened(started_anew(&rig)));
    assert_eq!(rig.lead().session.timeline().closed, last);
    rig.later(Span::minutes(-24 * 60));
    rig.say(Msg::Opened(started_anew(&rig)));
    rig.calmly("u");
    assert_eq!(rig.lead().session.timeline().closed, None);
    assert_eq!(rig.stage_now(), "welcome");
}
