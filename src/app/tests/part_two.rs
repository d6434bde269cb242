//! Saved to part 2: what explains or demands waits, and is read out when the second dialogue opens.

use std::sync::Arc;

use super::*;
use crate::{app::lead::Question, domain::Note, format::tips};

/// A window in a stage, with what waits for part 2 turned on.
fn rig(stage: &str) -> Rig {
    rig_of(plan(), stage, true)
}

fn rig_of(plan: Plan, stage: &str, on: bool) -> Rig {
    let base = Base {
        id: SessionId("one".to_owned()),
        plan,
        ..Base::default()
    };
    let mut rig = Rig::on(base, NINE);
    if let Screen::Lead(lead) = &mut rig.model.screen {
        let words = if on {
            tips::shipped().explains
        } else {
            Vec::new()
        };
        lead.guide.part_two = Arc::new(words);
    }
    rig.keys("<space>");
    while rig.stage_now() != stage {
        rig.calmly("n");
    }
    rig
}

fn notes(rig: &Rig) -> Vec<(Tag, bool)> {
    let said = |note: &Note| (note.body.tag, note.body.waits);
    rig.lead().session.notes().map(said).collect()
}

fn asked(rig: &Rig) -> Option<Question> {
    rig.lead().prompt.as_ref().map(|it| it.question.clone())
}

#[test]
fn a_line_that_explains_waits_and_others_do_not() {
    for (line, expected) in [
        ("fler hemma på måndagar", (Tag::See, false)),
        ("skola: det beror på bussarna", (Tag::Idea, true)),
        ("!det borde vara fler", (Tag::Surprise, false)),
        ("?beror det på bussarna", (Tag::Wonder, false)),
        ("+vi borde öppna", (Tag::Idea, false)),
        ("vi borde öppna", (Tag::Idea, true)),
        (">Anna: vi måste ringa", (Tag::NextStep, false)),
        ("<tab>det beror på bussarna", (Tag::SeeMore, false)),
        ("det beror på bussarna<tab>", (Tag::See, false)),
        ("det beror på bussarna<tab><tab>", (Tag::SeeMore, false)),
    ] {
        let mut rig = rig("dialogue-1");
        rig.note(line);
        assert_eq!(notes(&rig), [expected], "{line}");
        let told = rig.echo() == "◇ Saved to part 2.";
        assert_eq!(told, expected.1, "{line}: {}", rig.echo());
    }
}

#[test]
fn nothing_waits_elsewhere_nor_where_it_is_off_nor_where_no_part_two_comes() {
    let line = "det beror på bussarna";
    let mut one = plan();
    one.stages.retain(|stage| stage.id != "dialogue-2".into());
    for (plan, stage, on) in [
        (plan(), "dialogue-1", false),
        (plan(), "concepts", true),
        (plan(), "dialogue-2", true),
        (plan(), "closing", true),
        (one, "dialogue-1", true),
    ] {
        let mut rig = rig_of(plan, stage, on);
        rig.note(line);
        assert!(notes(&rig).iter().all(|(_, waits)| !waits), "{stage}");
    }
}

#[test]
fn who_goes_on_waits_with_the_line_before() {
    let mut rig = rig("dialogue-1");
    rig.note("skola: det beror på bussarna");
    rig.note("…de kommer sent");
    assert_eq!(notes(&rig), [(Tag::Idea, true), (Tag::Idea, true)]);
    let mut lines = self::rig("dialogue-1");
    lines.say(Msg::Paste("det beror på bussarna\nfler hemma\n".to_owned()));
    lines.keys("<enter>");
    assert_eq!(notes(&lines), [(Tag::Idea, true), (Tag::See, false)]);
}

#[test]
fn a_waiting_note_that_is_opened_again_turns_by_tab() {
    let mut rig = rig("dialogue-1");
    rig.note("det beror på bussarna");
    rig.keys("i<up> ofta<enter>");
    assert_eq!(
        notes(&rig),
        [(Tag::Idea, true)],
        "other words, still waiting"
    );
    rig.keys("<up><tab><enter><esc>");
    assert_eq!(notes(&rig), [(Tag::See, false)]);
    rig.calmly("u");
    assert_eq!(notes(&rig), [(Tag::Idea, true)], "taken back");
}

#[test]
fn the_second_dialogue_reads_out_what_waits_one_at_a_time() {
    let mut rig = rig("dialogue-1");
    for line in [
        "det beror på ett",
        "vi ser två",
        "vi borde tre",
        "vi måste fyra",
    ] {
        rig.later(Span::seconds(5)).note(line);
    }
    assert!(!rig.lead().may_read_waiting());
    rig.calmly("n");
    assert!(
        rig.echo()
            .ends_with("◇ 3 kept from part 1, Enter reads them out.")
    );
    rig.keys("<enter>");
    let first = NoteId::new(crate::domain::Letter::N, 1);
    assert_eq!(
        asked(&rig),
        Some(Question::Waiting {
            id: first,
            tag: None
        })
    );
    // The first is left as it stands, the second turned; letters mean nothing here.
    rig.keys("x<enter>");
    rig.keys("<tab><tab><enter>");
    let expected = [
        (Tag::Idea, false),
        (Tag::See, false),
        (Tag::SeeMore, false),
        (Tag::Idea, true),
    ];
    assert_eq!(notes(&rig), expected);
    rig.keys("<esc>");
    assert_eq!(asked(&rig), None);
    assert_eq!(rig.lead().session.waiting_count(), 1, "it waits on");
    rig.keys("<enter><enter>");
    assert_eq!(
        (asked(&rig), rig.echo()),
        (None, "All that waited has been read out.")
    );
    assert!(!rig.lead().may_read_waiting());
    rig.calmly("u");
    assert_eq!(rig.echo(), "Taken back: the reading of N4");
    assert_eq!(rig.lead().session.waiting_count(), 1);
}

#[test]
fn what_is_read_out_names_nobody_and_goes_when_its_note_goes() {
    let mut plan = plan();
    plan.participants[0].name = Some("Anna Ek".into());
    let mut rig = rig_of(plan, "dialogue-1", true);
    rig.note("Anna: det beror på Anna Ek");
    rig.calmly("n").keys("<enter>");
    let id = NoteId::new(crate::domain::Letter::N, 1);
    let (_, said) = rig.lead().read_out(id).unwrap();
    assert_eq!(said.perspective.as_deref(), Some("skola"));
    assert_eq!(said.text.as_str(), "det beror på skola");
    let take_back = Event::NoteEdited {
        id,
        edits: vec![crate::domain::NoteEdit::Withdrawn(true)],
    };
    let session = &rig.lead().session;
    let entry = Entry {
        id: EntryId {
            seat: crate::domain::Seat(2),
            n: session.next_counter(crate::domain::Seat(2)),
        },
        order: Hlc::after(session.clock(), rig.now),
        wall: rig.now,
        event: take_back,
    };
    rig.say(Msg::Arrived(Box::new(entry)));
    let before = rig.journal.len();
    rig.keys("<enter>");
    assert_eq!((asked(&rig), rig.journal.len()), (None, before));
}

#[test]
fn down_goes_back_through_the_notes_to_the_line() {
    let mut rig = rig("dialogue-1");
    for line in ["ett", "två", "tre"] {
        rig.later(Span::seconds(5)).note(line);
    }
    rig.keys("ihalv<down>");
    let line = |rig: &Rig| rig.lead().writing.line.text().to_owned();
    assert_eq!(line(&rig), "halv", "there is nothing later than the line");
    rig.keys("<up><up><up>");
    assert_eq!(line(&rig), "ett");
    rig.keys("<down>");
    assert_eq!(line(&rig), "två");
    rig.keys("<down>");
    assert_eq!(line(&rig), "tre");
    rig.keys("<down>");
    assert_eq!(line(&rig), "halv");
    assert_eq!(rig.lead().writing.editing, None);
}
