//! What must be told, in every window: what does not fit, what is not saved, what there is to choose among.

use super::*;
use crate::{domain::plan::Minutes, text::Moment};
use stage::{at, with_dialogues};

/// The words of a screen with one space between, as they are read over the ends of rows.
fn words(model: &Model, (width, height): (u16, u16)) -> String {
    let screen = text(&draw(model, width, height).0);
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn asked(question: Question, lang: Lang) -> Model {
    changed(dialogue(lang), |lead| {
        lead.prompt = Some(Prompt {
            question,
            line: LineEditor::default(),
            trouble: None,
        });
    })
}

#[test]
fn wishes_that_do_not_fit_are_told_before_the_start() {
    let wishes = |wish| {
        let minutes = Minutes {
            min: 10,
            wish,
            max: 25,
        };
        with_dialogues(minutes, |_| {})
    };
    for size in SIZES {
        let screen = words(&wishes(25), size);
        assert!(
            screen.contains("5 min mer än det får"),
            "{size:?}\n{screen}"
        );
        assert!(!words(&wishes(22), size).contains("mer än det"), "{size:?}");
        let begun = words(&welcome(Lang::Sv), size);
        assert!(!begun.contains("mer än det"), "{size:?}");
    }
    let late = Model {
        now: at(12, 0),
        ..wishes(22)
    };
    let screen = words(&late, (50, 30));
    assert!(
        !screen.contains("mer än det"),
        "a late start is no fault of the plan"
    );
}

#[test]
fn as_many_ways_out_are_promised_as_there_are() {
    let screen = words(&too_long(), (50, 30));
    assert!(
        screen.contains("Tre vägar: 1 ") && screen.contains(" 3 "),
        "{screen}"
    );
    let two = with_dialogues(Minutes::fixed(25), |plan| {
        for stage in &mut plan.stages {
            stage.skippable = false;
        }
    });
    let screen = words(&two, (50, 30));
    assert!(
        screen.contains("Två vägar: 1 ") && screen.contains(" 2 "),
        "{screen}"
    );
}

#[test]
fn a_question_and_how_to_answer_it_stand_there_whole() {
    let end = |minutes| -> Moment { at(minutes, 0) };
    let questions = || {
        let pasted = Pasted::of(SafeText::block("ett\ntvå")).expect("two lines");
        vec![
            Question::Backdate,
            Question::MoveEnd,
            Question::Park,
            Question::Find,
            Question::MoveNote(NoteId::new(Letter::N, 123)),
            Question::Erase(NoteId::new(Letter::N, 123)),
            Question::Private(0),
            Question::Private(1),
            Question::Private(2),
            Question::Pasted(pasted),
            Question::WhichEnd {
                planned: end(90),
                counted: end(135),
            },
        ]
    };
    for lang in Lang::ALL {
        for question in questions() {
            let screen = text(&draw(&asked(question, lang), 50, 30).0);
            let rows: Vec<&str> = screen.lines().collect();
            for row in &rows[24..27] {
                assert!(!row.contains('…'), "{row}\n{screen}");
            }
        }
        let which = Question::WhichEnd {
            planned: end(90),
            counted: end(135),
        };
        let screen = words(&asked(which, lang), (40, 12));
        assert!(
            screen.contains("10:30") && screen.contains("11:15"),
            "{screen}"
        );
    }
}

#[test]
fn moving_a_note_lists_the_stages_to_choose_among() {
    let note = NoteId::new(Letter::N, 1);
    let mut model = asked(Question::MoveNote(note), Lang::Sv);
    for size in SIZES {
        let screen = words(&model, size);
        assert!(screen.contains("N1 HÖR TILL"), "{screen}");
        assert!(
            screen.contains("▶ 5 Dialog, del 1"),
            "its own stage is marked: {screen}"
        );
        let all = screen.contains("1 Välkomna") && screen.contains("7 Avslut");
        assert!(
            all || screen.contains("till ──"),
            "or it says what is cut: {screen}"
        );
    }
    model = changed(model, |lead| {
        if let Some(prompt) = &mut lead.prompt {
            prompt.line = LineEditor::with("7");
        }
    });
    for size in SIZES {
        let screen = words(&model, size);
        assert!(
            screen.contains("7 Avslut"),
            "what is typed is seen: {screen}"
        );
    }
}

#[test]
fn leaving_with_words_that_are_not_saved_says_so() {
    for size in SIZES {
        let left = changed(trouble(Lang::Sv), |lead| lead.leaving = true);
        let screen = words(&left, size);
        assert!(
            screen.contains("q igen lämnar. En anteckning är inte"),
            "{screen}"
        );
        assert!(screen.contains("INTE SPARAT"), "{screen}");
        let typing = |leaving| {
            changed(trouble(Lang::Sv), |lead| {
                lead.writing.open = true;
                lead.leaving = leaving;
            })
        };
        let screen = words(&typing(false), size);
        assert!(screen.contains("Esc, sedan R försöker igen"), "{screen}");
        let screen = words(&typing(true), size);
        assert!(screen.contains("Ctrl+C igen lämnar. En"), "{screen}");
    }
}

#[test]
fn a_long_note_that_is_not_saved_says_so_where_it_begins() {
    let long = "ord som går över många rader ".repeat(20);
    let model = changed(trouble(Lang::Sv), |lead| {
        lead.pending = vec![pending(said(Tag::See, None, "", &long), true)];
    });
    for size in SIZES {
        if size.1 > 12 {
            let screen = words(&model, size);
            assert!(screen.contains("INTE SPARAD ord som"), "{size:?} {screen}");
        }
    }
    let edited = changed(model, |lead| {
        let id = NoteId::new(Letter::N, 4);
        let edits = vec![crate::domain::NoteEdit::Text(SafeText::line(&long))];
        lead.pending[0].draft.event = crate::domain::Event::NoteEdited { id, edits };
        lead.pane = Pane::Notes(Spine::See);
        lead.list.selected = Some(id);
    });
    let screen = words(&edited, (50, 30));
    assert!(screen.contains("N4 INTE SPARAD"), "{screen}");
}

#[test]
fn counts_are_never_cut() {
    let model = changed(closing(Lang::Sv), |lead| lead.list.find = "å".repeat(40));
    for width in 44..=90 {
        for model in [&model, &closing(Lang::Sv)] {
            let screen = text(&draw(model, width, 30).0);
            if let Some(row) = screen.lines().find(|row| row.contains("nästa st")) {
                assert!(row.contains("nästa steg 3"), "{width}: {row}");
            }
        }
    }
}

#[test]
fn every_chart_says_where_its_figures_are_from_or_that_it_is_cut() {
    for chart in 1..=12 {
        for size in SIZES.into_iter().filter(|size| size.1 > 12) {
            let mut play = stage::Play::demo(Lang::Sv);
            play.enter(at(0, 0), "welcome")
                .enter(at(16, 40), "data")
                .show(at(16, 50), chart);
            let model = stage::model(
                Lang::Sv,
                at(20, 30),
                Screen::Lead(Box::new(stage::lead(play.session))),
            );
            let screen = words(&model, size);
            let said = ["Skolverket", "Skolinspektionen", "RKA", "Kolada"]
                .iter()
                .any(|source| screen.contains(source))
                || screen.contains("inga mätvärden");
            assert!(
                said,
                "d{chart} {size:?}\n{}",
                text(&draw(&model, size.0, size.1).0)
            );
        }
    }
}

#[test]
fn the_time_at_a_chart_stands_still_in_a_pause() {
    let mut play = stage::Play::demo(Lang::Sv);
    play.enter(at(0, 0), "data")
        .show(at(0, 0), 1)
        .act(at(0, 20), crate::domain::AgendaAct::Paused)
        .act(at(5, 20), crate::domain::AgendaAct::Resumed);
    let screen = |minutes, seconds| {
        let lead = stage::lead(play.session.clone());
        let model = stage::model(Lang::Sv, at(minutes, seconds), Screen::Lead(Box::new(lead)));
        words(&model, (80, 24))
    };
    assert!(screen(3, 0).contains("0:20 av 0:50"), "{}", screen(3, 0));
    assert!(screen(5, 30).contains("0:30 av 0:50"), "{}", screen(5, 30));
}

#[test]
fn who_has_no_session_yet_is_told_what_to_do() {
    let Screen::Home(full) = home(Lang::Sv).screen else {
        panic!("the first screen");
    };
    let items = full.items.iter().skip(4).cloned().collect();
    let zone = crate::text::clock::Zone::default();
    let new = crate::app::Home::of(items, at(-8, 0), &zone);
    let model = Model {
        screen: Screen::Home(new),
        ..home(Lang::Sv)
    };
    for size in SIZES {
        let screen = words(&model, size);
        assert!(
            screen.contains("Nytt här? Enter provar ett färdigt samtal."),
            "{screen}"
        );
        assert!(screen.contains("▶ Att trivas i skolan"), "{screen}");
        assert!(!words(&home(Lang::Sv), size).contains("Nytt här?"));
    }
}

#[test]
fn after_the_end_no_window_counts_or_says_that_nothing_began() {
    let help = changed(ended(Lang::Sv), |lead| {
        lead.overlay = Some(Overlay::Help(0));
    });
    for size in SIZES {
        for model in [&ended(Lang::Sv), &help] {
            let screen = words(model, size);
            assert!(!screen.contains("inte startat"), "{size:?} {screen}");
            assert!(!screen.contains("Slutar 10:30, om"), "{size:?} {screen}");
        }
    }
}

#[test]
fn the_smallest_window_says_how_to_begin_and_where_help_is() {
    let screen = words(&waiting(Lang::Sv), (40, 12));
    assert!(screen.contains("mellanslag börjar"), "{screen}");
    assert!(screen.contains("? hjälp"), "{screen}");
}

#[test]
fn all_together_goes_when_it_has_been_said() {
    let mut play = stage::Play::demo(Lang::Sv);
    play.until_dialogue().act(
        at(30, 0),
        crate::domain::AgendaAct::FormSet(crate::domain::Form::All),
    );
    let said = |seconds| {
        let lead = stage::lead(play.session.clone());
        let model = stage::model(Lang::Sv, at(30, seconds), Screen::Lead(Box::new(lead)));
        let screen = words(&model, (50, 30));
        screen.contains("Vad ser vi? alla")
    };
    assert!(said(30));
    assert!(!said(90));
}

#[test]
fn what_was_noticed_on_the_line_is_told_in_every_window() {
    for (typed, sv, en) in [
        (
            "skola: hon är 900101-9802",
            "sparas som ▒▒▒",
            "saved as ▒▒▒",
        ),
        ("ring 070-174 06 05", "sparas som ▒▒▒", "saved as ▒▒▒"),
        (
            "skriv ask@exempel.se",
            "en e-postadress pekar ut",
            "a mail address names",
        ),
    ] {
        for (lang, said) in [(Lang::Sv, sv), (Lang::En, en)] {
            let model = changed(dialogue(lang), |lead| {
                lead.writing.open = true;
                lead.writing.line = LineEditor::with(typed);
            });
            for size in SIZES {
                let screen = words(&model, size);
                assert!(screen.contains(said), "{size:?}\n{screen}");
            }
        }
    }
}
