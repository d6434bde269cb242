//! The facilitator's hand on the agenda.

use super::*;
use crate::domain::{
    AgendaAct,
    reading::{Phase, Reading},
};

fn reading(rig: &Rig) -> Reading {
    Reading::of(&rig.lead().session, rig.now)
}

#[test]
fn space_starts_and_never_stops() {
    let mut rig = Rig::new();
    rig.calmly(" ");
    assert_eq!(rig.stage_now(), "welcome");
    assert!(rig.echo().contains("10:30"), "{}", rig.echo());
    rig.calmly("    ");
    assert_eq!(rig.journal.len(), 1, "push-to-talk does nothing");
    rig.say(Msg::Key(Key {
        chord: Chord::char('n'),
        repeat: true,
    }));
    assert_eq!(rig.stage_now(), "welcome", "a key held down moves no stage");
}

#[test]
fn a_whole_agenda_to_the_end() {
    let mut rig = Rig::new();
    rig.calmly(" ");
    for stage in ["concepts", "data", "dialogue-1", "dialogue-2", "closing"] {
        rig.later(Span::minutes(5)).calmly("n");
        assert_eq!(rig.stage_now(), stage);
    }
    rig.later(Span::minutes(5)).calmly("n");
    assert!(matches!(reading(&rig).phase, Phase::Closed(_)));
    assert!(
        rig.others
            .iter()
            .filter(|effect| **effect == Effect::Publish)
            .count()
            >= 7
    );
    rig.calmly("u");
    assert_eq!(rig.stage_now(), "closing", "even the end can be taken back");
}

#[test]
fn pause_keeps_the_end_and_space_goes_on() {
    let mut rig = Rig::new();
    rig.calmly(" p");
    assert!(rig.echo().contains("The end stays 10:30"), "{}", rig.echo());
    let left = reading(&rig).now.unwrap().left;
    rig.later(Span::minutes(3));
    assert_eq!(reading(&rig).now.unwrap().left, left);
    assert_eq!(reading(&rig).slot_end, NINE + Span::minutes(90));
    rig.calmly(" ");
    assert_eq!(reading(&rig).phase, Phase::Running);
}

#[test]
fn a_minute_more_says_where_it_comes_from() {
    let mut rig = Rig::new();
    rig.calmly(" n")
        .later(Span::minutes(1))
        .calmly("n")
        .later(Span::minutes(9))
        .calmly("n");
    assert_eq!(rig.stage_now(), "dialogue-1");
    let before = reading(&rig).fitted.rows[3].fitted;
    // The slot has room at first: both dialogues stand at their most.
    rig.later(Span::minutes(20)).calmly("+");
    let after = reading(&rig).fitted.rows[3].fitted;
    assert!(after > before, "{before} {after} {}", rig.echo());
    assert!(
        rig.echo().contains("minute") || rig.echo().contains("room"),
        "{}",
        rig.echo()
    );
    rig.calmly("u");
    assert_eq!(reading(&rig).fitted.rows[3].fitted, before);
}

#[test]
fn the_closing_keeps_its_minutes() {
    let mut rig = Rig::new();
    rig.calmly(" nnn").later(Span::minutes(80)).calmly("+");
    assert!(
        rig.echo().contains("closing keeps its own"),
        "{}",
        rig.echo()
    );
    assert!(!rig.journal.iter().any(|entry| matches!(
        &entry.event,
        Event::Agenda {
            act: AgendaAct::Adjusted(..),
            ..
        }
    )));
}

#[test]
fn the_end_moves_in_minutes_and_clock_times() {
    let mut rig = Rig::new();
    rig.calmly(" e").keys("10:25<enter>");
    assert_eq!(reading(&rig).slot_end, NINE + Span::minutes(85));
    rig.calmly("e").keys("10<enter>");
    assert_eq!(reading(&rig).slot_end, NINE + Span::minutes(95));
    rig.calmly("e").keys("08:00<enter>");
    assert!(
        rig.lead().prompt.as_ref().unwrap().trouble.is_some(),
        "an end that has been is asked again"
    );
    rig.keys("<esc>");
    rig.calmly("uu");
    assert_eq!(reading(&rig).slot_end, NINE + Span::minutes(90));
}

#[test]
fn a_forgotten_start_is_backdated_and_its_notes_filed_again() {
    let mut rig = Rig::new();
    rig.later(Span::minutes(2)).calmly(" ");
    rig.calmly("b").keys("2<enter>");
    let began = rig.lead().session.timeline().began().unwrap();
    assert_eq!((began - NINE).seconds_down() / 60, 0);
    assert!(rig.echo().contains("Counted from 09:00"), "{}", rig.echo());
    rig.later(Span::minutes(8)).note("hej");
    rig.later(Span::minutes(2))
        .calmly("n")
        .calmly("b")
        .keys("4<enter>");
    let note = rig.lead().session.notes().next().unwrap();
    assert_eq!(rig.lead().session.stage_of(note).unwrap().0, "concepts");
    rig.calmly("u");
    let note = rig.lead().session.notes().next().unwrap();
    assert_eq!(rig.lead().session.stage_of(note).unwrap().0, "welcome");
}

#[test]
fn alone_then_pairs_then_all() {
    let mut rig = Rig::new();
    rig.calmly(" nnnt");
    assert_eq!(
        reading(&rig).form.map(|(form, _)| form),
        Some(crate::domain::Form::Alone)
    );
    rig.later(Span::seconds(61));
    assert_eq!(
        reading(&rig).form.map(|(form, _)| form),
        Some(crate::domain::Form::Leaving),
        "it goes over by itself, and in a call there is a way to the rooms"
    );
    rig.calmly("t");
    assert_eq!(
        reading(&rig).form.map(|(form, _)| form),
        Some(crate::domain::Form::Pair),
        "t again skips ahead"
    );
    rig.later(Span::seconds(5 * 60 + 30));
    assert_eq!(
        reading(&rig).form,
        Some((crate::domain::Form::Returning, Span::seconds(30))),
        "and a minute back"
    );
    rig.calmly("t");
    assert_eq!(
        reading(&rig).form.map(|(form, _)| form),
        Some(crate::domain::Form::All)
    );
    rig.later(Span::minutes(2));
    assert_eq!(reading(&rig).form, None);
}

#[test]
fn skipping_gives_its_minutes_away_and_the_closing_stays() {
    let mut rig = Rig::new();
    rig.calmly(" o");
    assert_eq!(
        rig.lead().session.timeline().skipped,
        [crate::domain::StageId::from("concepts")]
    );
    rig.calmly("n");
    assert_eq!(rig.stage_now(), "data");
    rig.keys("<up>");
    let mut rig = Rig::new();
    rig.calmly(" ")
        .keys("<end>")
        .later(Span::seconds(2))
        .calmly("o");
    assert!(
        rig.echo().contains("don't skip the closing"),
        "{}",
        rig.echo()
    );
}

#[test]
fn a_clicker_never_ends_a_stage() {
    let mut rig = Rig::new();
    rig.calmly(" nn");
    assert_eq!(rig.stage_now(), "data");
    for _ in 0..10 {
        rig.keys("<right>").later(Span::seconds(1));
    }
    assert_eq!(rig.stage_now(), "data");
    assert_eq!(rig.lead().session.chart_shown(), Some(ChartId(3)));
    assert!(rig.echo().contains("last chart"), "{}", rig.echo());
    rig.keys("<enter>");
    assert_eq!(
        rig.stage_now(),
        "dialogue-1",
        "Enter after the last chart goes on"
    );
}

#[test]
fn an_old_open_session_is_closed_at_its_last_entry() {
    let mut rig = Rig::new();
    rig.calmly(" ").later(Span::minutes(30)).note("sist");
    let last = rig.lead().session.last_wall().unwrap();
    let lead = Box::new(rig.lead().clone());
    rig.later(Span::minutes(300)).say(Msg::Opened(lead));
    assert_eq!(rig.lead().session.timeline().closed, Some(last));
    rig.calmly("u");
    assert_eq!(rig.stage_now(), "welcome", "u opens it again");
}

#[test]
fn started_far_off_the_plan_both_ends_are_offered() {
    let mut rig = Rig::new();
    rig.later(Span::minutes(45)).calmly(" ");
    assert!(matches!(
        rig.lead().prompt.as_ref().unwrap().question,
        lead::Question::WhichEnd { .. }
    ));
    rig.keys("<enter>");
    assert_eq!(
        reading(&rig).slot_end,
        NINE + Span::minutes(90),
        "Enter keeps the planned end"
    );
}

#[test]
fn a_backdated_start_tells_what_it_became() {
    let mut rig = Rig::new();
    rig.calmly(" ")
        .later(Span::minutes(10))
        .calmly("n")
        .later(Span::minutes(2));
    rig.calmly("b").keys("60<enter>");
    assert!(
        rig.echo().contains("Counted from 09:00"),
        "never before the stage ahead began: {}",
        rig.echo()
    );
    rig.calmly("b").keys("0930<enter>");
    assert!(
        rig.lead().prompt.as_ref().unwrap().trouble.is_some(),
        "later is not earlier"
    );
    rig.keys("<esc>");
    // Without a planned start the end hangs on the first one.
    let mut open = plan();
    open.slot.start = None;
    let mut rig = Rig::on(
        Base {
            plan: open,
            ..Base::default()
        },
        NINE,
    );
    rig.later(Span::minutes(2)).calmly(" ");
    assert_eq!(
        reading(&rig).slot_end,
        NINE + Span::minutes(92) + Span::seconds(2)
    );
    rig.calmly("b").keys("0900<enter>");
    assert!(rig.echo().contains("The end is 10:30"), "{}", rig.echo());
    assert_eq!(reading(&rig).slot_end, NINE + Span::minutes(90));
}

#[test]
fn far_off_the_plan_another_end_can_be_typed() {
    let mut rig = Rig::new();
    rig.later(Span::minutes(45)).calmly(" ");
    rig.later(Span::seconds(2)).keys("strax<enter>");
    assert!(
        rig.lead().prompt.as_ref().unwrap().trouble.is_some(),
        "no end is guessed"
    );
    for _ in 0..5 {
        rig.keys("<backspace>");
    }
    rig.keys("1115<enter>");
    assert_eq!(reading(&rig).slot_end, NINE + Span::minutes(135));
    assert_eq!(
        reading(&rig).drift,
        Span::ZERO,
        "the whole length from here is no delay"
    );
    rig.calmly("u");
    assert_eq!(reading(&rig).slot_end, NINE + Span::minutes(90));
    assert_eq!(reading(&rig).drift.seconds_down() / 60, 45);
}

#[test]
fn a_plan_of_yesterday_starts_now() {
    let mut rig = Rig::new();
    rig.later(Span::minutes(24 * 60));
    assert_eq!(reading(&rig).fitted.short_by, Span::ZERO);
    rig.calmly(" ");
    assert!(
        rig.lead().prompt.is_none(),
        "an end that has been is no choice"
    );
    let began = rig.lead().session.timeline().began().unwrap();
    assert_eq!(reading(&rig).slot_end, began + Span::minutes(90));
    assert_eq!(reading(&rig).drift, Span::ZERO);
}

#[test]
fn who_comes_back_to_the_data_finds_the_chart_that_was_left() {
    let mut rig = Rig::new();
    rig.calmly(" nn").keys("<right>").calmly("nN");
    assert_eq!(rig.stage_now(), "data");
    assert_eq!(rig.lead().session.chart_shown(), Some(ChartId(2)));
    rig.note("ett");
    let note = rig.lead().session.notes().next().unwrap();
    assert_eq!(note.body.chart, Some(ChartId(2)));
}

#[test]
fn every_act_of_the_hand_can_be_taken_back() {
    // What is pressed, and what is typed where it asks.
    let acts = [
        ("p", ""),
        ("n", ""),
        ("N", ""),
        ("+", ""),
        ("-", ""),
        ("o", ""),
        ("t", ""),
        ("e", "10:20<enter>"),
        ("b", "1<enter>"),
    ];
    for (key, answer) in acts {
        let mut rig = Rig::new();
        rig.calmly(" n").later(Span::minutes(5)).calmly("n");
        let before = rig.lead().session.timeline().clone();
        rig.later(Span::minutes(3)).calmly(key).keys(answer);
        assert_ne!(
            *rig.lead().session.timeline(),
            before,
            "{key} does something"
        );
        rig.calmly("u");
        assert_eq!(
            *rig.lead().session.timeline(),
            before,
            "{key} is taken back"
        );
        assert!(rig.echo().contains("Taken back"), "{}", rig.echo());
    }
}
