//! The screen of preparing, as it is met at every size.

use super::*;
use crate::app::prepare::{Field, Prepare, Step};

/// Preparing the demo, so many minutes in, with a step open and a row chosen.
fn preparing(lang: Lang, minutes: i64, step: Step, at: Field) -> Model {
    let mut model = waiting(lang);
    let mut prepare = Prepare::new(model.now - crate::text::Span::minutes(minutes));
    (prepare.step, prepare.at) = (Some(step), at);
    model.prepare = Some(Box::new(prepare));
    model
}

fn with(mut model: Model, change: impl FnOnce(&mut Prepare)) -> Model {
    change(model.prepare.as_mut().expect("it was opened"));
    model
}

#[test]
fn every_step_at_its_sizes() {
    let theme = || preparing(Lang::Sv, 12, Step::Theme, Field::Theme);
    for size in SIZES {
        shot("prepare_theme", &theme(), size);
    }
    let people = preparing(Lang::Sv, 20, Step::People, Field::Person(2));
    shot("prepare_people", &people, (50, 30));
    let charts = preparing(Lang::En, 30, Step::Charts, Field::Chart(3));
    shot("prepare_charts", &charts, (80, 24));
    let support = preparing(Lang::Sv, 40, Step::Support, Field::Principle(1));
    shot("prepare_support", &support, (80, 24));
    let booking = preparing(Lang::Sv, 50, Step::Booking, Field::Length);
    shot("prepare_booking", &booking, (50, 30));
    let held = preparing(Lang::En, 59, Step::Held, Field::Held);
    shot("prepare_held", &held, (50, 30));
    let agenda = preparing(Lang::Sv, 61, Step::Agenda, Field::Stage(3));
    shot("prepare_agenda", &agenda, (50, 40));
    let stage = with(
        preparing(Lang::Sv, 61, Step::Agenda, Field::Ask(4, 0)),
        |prepare| prepare.stage = Some(4),
    );
    shot("prepare_stage", &stage, (80, 24));
}

#[test]
fn a_line_is_written_over_the_foot() {
    let line = |at, words: &str| {
        with(preparing(Lang::Sv, 3, Step::Booking, at), |prepare| {
            prepare.line = Some(LineEditor::with(words));
        })
    };
    let start = line(Field::Start, "tis 9");
    shot("prepare_line", &start, (50, 30));
    shot("prepare_line", &start, (40, 12));
    let wrong = with(line(Field::Start, "snart"), |prepare| {
        prepare.trouble =
            Some("Skriv dag och tid, som 24/11 9:00, tis 9 eller i morgon 13.".into());
    });
    shot("prepare_wrong", &wrong, (50, 30));
}

/// The word that it is enough stands there at every size, whatever is open.
#[test]
fn it_is_always_enough() {
    for lang in Lang::ALL {
        let word = match lang {
            Lang::Sv => "Det räcker gott. Ni kan börja.",
            Lang::En => "That is good enough. You can begin.",
        };
        for (width, height) in SIZES {
            for step in Step::ALL {
                let model = preparing(lang, 5, step, Field::Step(step));
                let screen = text(&draw(&model, width, height).0);
                assert!(screen.contains(word), "{width}×{height}\n{screen}");
            }
        }
    }
}
