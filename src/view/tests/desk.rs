//! The note-taker's window, and what waits for the second dialogue, in theirs and in the leader's.

use std::sync::Arc;

use super::{
    stage::{Play, at, lead, model},
    *,
};
use crate::{
    app::lead::Room,
    domain::{AgendaAct, Body, Event, Hand, Seat, StageId},
};

/// What a line must say to wait.
fn explains(lang: Lang) -> (&'static str, Arc<Vec<String>>) {
    let line = match lang {
        Lang::Sv => "fritid: det beror på att gården stängde i somras",
        Lang::En => "school: that is because the youth club closed last summer",
    };
    (line, Arc::new(crate::format::tips::shipped().explains))
}

/// Eva takes notes on seat 2 in the first dialogue, and types a line.
fn beside(lang: Lang, line: &str) -> Model {
    let mut play = Play::demo(lang);
    play.until_dialogue().said();
    let waits = Body {
        waits: true,
        ..said(Tag::Idea, Some(4), "skola", "det borde vara fler vuxna ute")
    };
    play.note(at(34, 20), waits);
    play.event(
        at(34, 30),
        Event::Seated {
            hand: Hand::Writes,
            name: Some("Samtalsledaren".into()),
        },
    );
    let base = model(lang, at(35, 0), Screen::Lead(Box::new(lead(play.session))));
    changed(base, |lead| {
        lead.room = Room::on(Seat(2));
        lead.room.here = vec![Seat::LEAD, Seat(2)];
        lead.guide.part_two = explains(lang).1;
        lead.writing.open = true;
        lead.writing.line = LineEditor::with(line);
    })
}

#[test]
fn the_note_takers_window() {
    let typed = "fritid: öppet till 21 på torsdagar, då kommer de som annars sitter hemma";
    for size in SIZES {
        shot("desk", &beside(Lang::Sv, typed), size);
        let english = "school: open until nine on Thursdays, then those come who sit at home";
        shot("english_desk", &beside(Lang::En, english), size);
    }
    let mut ascii = beside(Lang::Sv, explains(Lang::Sv).0);
    ascii.settings.glyphs = Glyphs::Ascii;
    for size in [(40, 12), (50, 30), (80, 24)] {
        shot("desk_ascii", &ascii, size);
    }
}

#[test]
fn a_note_taker_sees_what_is_rewritten_asked_paused_and_not_saved() {
    let plain = || beside(Lang::Sv, "");
    let rewrites = changed(plain(), |lead| {
        lead.writing.editing = Some(NoteId::new(Letter::N, 3));
        lead.writing.line = LineEditor::with("elevhälsa: fler hemma på måndagar");
        lead.writing.tag = Some(Tag::See);
    });
    let troubled = changed(plain(), |lead| {
        lead.trouble = Some(SafeText::line("disken är full"));
        lead.pending = vec![pending(
            said(Tag::See, Some(4), "fritid", "öppet till 21"),
            true,
        )];
    });
    let asked = changed(plain(), |lead| {
        lead.prompt = Some(Prompt {
            question: Question::TakeLead,
            line: LineEditor::default(),
            trouble: None,
        });
    });
    for size in [(40, 12), (50, 30), (80, 24)] {
        shot("desk_rewrites", &rewrites, size);
        shot("desk_trouble", &troubled, size);
        shot("desk_asked", &asked, size);
        shot("desk_empty_line", &plain(), size);
    }
}

#[test]
fn what_will_wait_is_seen_on_the_line_while_it_is_typed() {
    for lang in Lang::ALL {
        let (line, _) = explains(lang);
        for size in SIZES {
            let model = beside(lang, line);
            shot(&format!("desk_waits_{lang}"), &model, size);
            let (buf, _) = draw(&model, size.0, size.1);
            let screen = text(&buf);
            let words = match lang {
                Lang::Sv => "◇ sparat till del 2",
                Lang::En => "◇ saved to part 2",
            };
            assert!(screen.contains(words), "{size:?}\n{screen}");
        }
    }
}

#[test]
fn what_waits_is_told_and_read_out_in_the_second_dialogue() {
    let mut play = Play::demo(Lang::Sv);
    play.until_dialogue().said();
    for (minute, text) in [
        (
            34,
            "det beror på att gården stängde i somras, och på att bussen slutade gå efter åtta",
        ),
        (35, "vi måste öppna tidigare"),
    ] {
        let waits = Body {
            waits: true,
            ..said(Tag::Idea, Some(4), "fritid", text)
        };
        play.note(at(minute, 20), waits);
    }
    let first = play.session.waiting().next().expect("one waits").id;
    let (term, saw) = play.session.agenda_head();
    let act = AgendaAct::Entered(StageId::from("dialogue-2"));
    play.event(at(48, 0), Event::Agenda { term, saw, act });
    let tips = crate::format::tips::shipped();
    let guide = crate::app::lead::Guide::new(tips, crate::domain::tip::Heeded::default());
    let base = model(
        Lang::Sv,
        at(49, 0),
        Screen::Lead(Box::new(lead(play.session))),
    );
    let told = changed(base, |lead| lead.guide = guide);
    let read = changed(told.clone(), |lead| {
        lead.prompt = Some(Prompt {
            question: Question::Waiting {
                id: first,
                tag: None,
            },
            line: LineEditor::default(),
            trouble: None,
        });
    });
    for size in SIZES {
        shot("waiting_told", &told, size);
        shot("waiting_read", &read, size);
        let (buf, _) = draw(&told, size.0, size.1);
        assert!(text(&buf).contains("◇ 2 väntar sedan del 1"), "{size:?}");
        let (buf, _) = draw(&read, size.0, size.1);
        assert!(text(&buf).contains("fritid: det beror på"), "{size:?}");
    }
}
