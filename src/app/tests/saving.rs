//! Nothing is state before the disk has answered, and nothing typed is lost when it says no.

use super::*;
use crate::app::lead::File;
use crate::format::half_typed::{HalfTyped, Rewritten};

#[test]
fn a_note_looks_unsaved_until_it_is_saved() {
    let mut rig = Rig::new();
    rig.calmly(" ");
    rig.holds_back = true;
    rig.note("viktigt");
    assert_eq!(rig.lead().session.note_count(), 0);
    assert_eq!(rig.lead().pending.len(), 1);
    rig.release();
    assert_eq!(rig.texts_of_notes(), ["N1 See viktigt"]);
    assert!(rig.lead().pending.is_empty() && rig.lead().saved_at.is_some());
}

#[test]
fn two_quick_steps_advance_two_stages_though_the_store_is_slow() {
    let mut rig = Rig::new();
    rig.calmly(" ");
    rig.holds_back = true;
    rig.calmly("nn");
    assert_eq!(rig.stage_now(), "welcome");
    rig.release();
    assert_eq!(rig.stage_now(), "data", "the second waited for the first");
}

#[test]
fn a_full_disk_loses_nothing_that_was_typed() {
    let mut rig = Rig::new();
    rig.calmly(" ");
    rig.disk_is_full = true;
    rig.note("ett").note("två");
    assert!(rig.lead().trouble.is_some());
    assert!(rig.lead().pending.iter().all(|pending| pending.failed));
    rig.calmly("c");
    let copied = rig.others.iter().find_map(|effect| match effect {
        Effect::Copy(Copied::Text(text)) => Some(text.to_string()),
        _ => None,
    });
    assert_eq!(copied.as_deref(), Some("ett\ntvå"));
    rig.calmly("q");
    assert!(rig.lead().leaving && rig.lead().unsaved_words() == ["ett", "två"]);
    rig.disk_is_full = false;
    rig.calmly("R");
    assert_eq!(rig.texts_of_notes(), ["N1 See ett", "N2 See två"]);
    assert!(rig.lead().trouble.is_none());
}

#[test]
fn ctrl_c_leaves_at_once_but_not_silently_from_words_that_are_not_saved() {
    let mut rig = Rig::new();
    rig.calmly(" i").keys("halv<ctrl-c>");
    assert!(rig.others.contains(&Effect::Quit), "nothing is unsaved");

    let mut rig = Rig::new();
    rig.calmly(" ");
    rig.disk_is_full = true;
    rig.note("ett").calmly("i").keys("halv<ctrl-c>");
    assert!(!rig.others.contains(&Effect::Quit));
    assert!(rig.lead().leaving);
    rig.keys("t");
    assert!(!rig.lead().leaving, "who goes on writing stays");
    assert_eq!(rig.lead().writing.line.text(), "halvt");
    rig.keys("<ctrl-c><ctrl-c>");
    assert!(rig.others.contains(&Effect::KeepLine("halvt".into())));
    assert!(rig.others.contains(&Effect::Quit));
}

#[test]
fn the_next_note_tries_everything_again_in_order() {
    let mut rig = Rig::new();
    rig.calmly(" ");
    rig.disk_is_full = true;
    rig.note("ett");
    rig.disk_is_full = false;
    rig.note("två");
    assert_eq!(rig.texts_of_notes(), ["N1 See ett", "N2 See två"]);
}

#[test]
fn an_agenda_that_moved_elsewhere_is_decided_again() {
    let mut rig = Rig::new();
    rig.calmly(" ");
    rig.holds_back = true;
    rig.calmly("n");
    let head = rig.lead().session.agenda_head();
    let (term, saw) = (head.0 + 1, head.1);
    let act = crate::domain::AgendaAct::Entered("concepts".into());
    let events = [Event::Led { term, saw }, Event::Agenda { term, saw, act }];
    for (n, event) in (1..).zip(events) {
        let seat = crate::domain::Seat(9);
        let other = Entry {
            id: EntryId { seat, n },
            order: Hlc::after(rig.lead().session.clock(), rig.now),
            wall: rig.now,
            event,
        };
        rig.say(Msg::Arrived(Box::new(other)));
    }
    rig.release();
    assert_eq!(
        rig.stage_now(),
        "concepts",
        "two windows pressing next at once advance one stage"
    );
    assert!(rig.echo().contains("Another window"), "{}", rig.echo());
}

#[test]
fn the_half_typed_line_is_kept_every_two_seconds() {
    let mut rig = Rig::new();
    rig.calmly(" i").keys("hal");
    let wake = deadline(&rig.model).unwrap();
    assert!(wake - rig.now <= Span::seconds(2));
    rig.later(Span::seconds(2)).say(Msg::Tick);
    assert!(rig.others.contains(&Effect::KeepLine("hal".into())));
}

#[test]
fn what_a_person_changed_in_the_file_comes_before_what_is_written_next() {
    let mut rig = Rig::new();
    rig.calmly(" ");
    let session = &rig.lead().session;
    let edited = Entry {
        id: EntryId {
            seat: crate::domain::Seat::LEAD,
            n: session.next_counter(crate::domain::Seat::LEAD),
        },
        order: Hlc::after(session.clock(), rig.now),
        wall: rig.now,
        event: Event::Planned(crate::domain::PlanPart::Title("Ny rubrik".into())),
    };
    rig.say(Msg::Arrived(Box::new(edited)));
    rig.say(Msg::Told("The file was changed by hand.".into()));
    rig.note("efter");
    assert_eq!(&*rig.lead().session.plan().title, "Ny rubrik");
    assert_eq!(rig.texts_of_notes(), ["N1 See efter"]);
    rig.calmly("uu");
    assert_eq!(
        &*rig.lead().session.plan().title,
        "Att trivas",
        "u takes it back as any act"
    );
}

#[test]
fn a_chart_without_values_is_told_until_it_has_them() {
    let mut rig = Rig::new();
    rig.say(Msg::Unread(vec!["d4 has no values.".into()]));
    rig.calmly(" ");
    rig.later(Span::minutes(60)).say(Msg::Tick);
    assert_eq!(rig.lead().unread, ["d4 has no values."]);
    rig.say(Msg::Unread(vec![]));
    assert!(rig.lead().unread.is_empty());
}

#[test]
fn whatever_is_half_typed_comes_back_after_a_crash() {
    // Each row: keys, and what stands on the line, on the line set aside, and in the note that is rewritten, after a new start.
    let rows = [
        ("i", "halvt", "halvt", None),
        ("i", "halvt<up> till", "två till", Some("halvt")),
        ("i", "<up><up> och mer", "ett och mer", Some("")),
        ("i", "halvt<up>", "halvt", None),
        ("a", "hur ställdes frågan", "hur ställdes frågan", None),
    ];
    for (open, keys, line, aside) in rows {
        let mut rig = Rig::new();
        rig.calmly(" ").note("ett").note("två").keys("<esc>");
        rig.calmly(open).keys(keys);
        let kept = rig.lead().half_typed();
        let again = Lead::opened_with(
            rig.lead().session.clone(),
            SafeText::line("s.ron"),
            HalfTyped::read(&kept.write()),
            &[],
            rig.now,
        );
        assert_eq!(again.writing.line.text(), line, "{keys}");
        let waiting = again.writing.aside.as_ref().map(|aside| aside.line.text());
        assert_eq!(waiting, aside, "{keys}");
        assert_eq!(again.writing.editing.is_some(), aside.is_some(), "{keys}");
        assert_eq!(again.half_typed(), kept, "{keys}");
    }
}

#[test]
fn a_rewritten_note_that_is_gone_leaves_its_words_on_the_line() {
    let mut rig = Rig::new();
    rig.calmly(" ").note("ett").keys("<esc>");
    let half = HalfTyped {
        line: "halvt".to_owned(),
        tag: None,
        rewritten: Some(Rewritten {
            id: "N9".parse().unwrap(),
            words: "andra ord".to_owned(),
            tag: None,
        }),
    };
    let session = rig.lead().session.clone();
    let again = Lead::opened_with(session, SafeText::line("s.ron"), half, &[], rig.now);
    assert_eq!(again.writing.line.text(), "andra ord halvt");
}

#[test]
fn a_paste_that_waits_for_an_answer_is_kept_as_its_lines() {
    let mut rig = Rig::new();
    rig.calmly(" ");
    rig.say(Msg::Paste("ett\ntvå".to_owned()));
    let kept = rig.lead().half_typed();
    assert_eq!(kept.line, "ett\ntvå");
    assert!(rig.others.contains(&Effect::KeepLine(kept.clone())));
    let session = rig.lead().session.clone();
    let again = Lead::opened_with(session, SafeText::line("s.ron"), kept.clone(), &[], rig.now);
    assert_eq!(again.writing.block.as_deref(), Some("ett\ntvå"));
    assert_eq!(again.half_typed(), kept);
    rig.keys("<enter>");
    assert_eq!(
        rig.others.last(),
        Some(&Effect::KeepLine(HalfTyped::default()))
    );
}

#[test]
fn a_file_that_is_behind_is_written_once_the_window_stands() {
    for (file, behind) in [(File::Current, false), (File::Behind, true)] {
        let mut rig = Rig::new();
        let mut lead = rig.lead().clone();
        lead.file = file;
        rig.say(Msg::Opened(Box::new(lead)));
        assert_eq!(rig.others.contains(&Effect::Publish), behind);
    }
}
