//! Screens as text and styles at every size that is promised, and the promises that hold at any size.

mod desk;
mod following;
mod heard;
mod inbox;
mod linear;
mod making;
mod own_words;
mod preparing;
mod replay;
mod searching;
mod shared;
mod showing;
mod stage;
mod tidying;
mod told;

use proptest::prelude::*;

use crate::{
    app::{
        Model, Screen,
        lead::{Overlay, Pane, Pasted, Prompt, Question},
    },
    chart::Glyphs,
    domain::{Letter, NoteId, Spine, Tag},
    input::line_editor::LineEditor,
    text::{Lang, SafeText},
};
use stage::{
    changed, closing, data, dialogue, draw, echo, ended, home, late, over, pending, said, soon,
    styles, text, too_long, trouble, waiting, welcome, writing,
};

const SIZES: [(u16, u16); 6] = [(50, 30), (50, 40), (80, 24), (120, 40), (200, 60), (40, 12)];

fn shot(name: &str, model: &Model, (width, height): (u16, u16)) {
    let (buf, cursor) = draw(model, width, height);
    let cursor = cursor.map_or_else(String::new, |at| format!("cursor {},{}\n", at.x, at.y));
    let shot = format!("{}{cursor}=== styles\n{}", text(&buf), styles(&buf));
    insta::assert_snapshot!(format!("{name}_{width}x{height}"), shot);
}

#[test]
fn screens_of_the_leading_window() {
    let sv = Lang::Sv;
    let states = [
        ("waiting", waiting(sv)),
        ("welcome", welcome(sv)),
        ("data", data(sv)),
        ("dialogue", dialogue(sv)),
        ("closing", closing(sv)),
        ("ended", ended(sv)),
        (
            "writing",
            writing(sv, ">Anna: ring fritidsgården senast v49"),
        ),
        ("trouble", trouble(sv)),
    ];
    for (name, model) in &states {
        for size in SIZES {
            shot(name, model, size);
        }
    }
    shot("late", &late(sv), (50, 30));
}

#[test]
fn sizes_in_between() {
    for size in [
        (60, 20),
        (79, 50),
        (80, 30),
        (100, 44),
        (119, 27),
        (150, 50),
        (180, 44),
        (250, 80),
    ] {
        shot("between", &dialogue(Lang::Sv), size);
    }
}

#[test]
fn other_moments() {
    let sv = Lang::Sv;
    let narrow = (50, 30);
    shot("soon", &soon(sv), (50, 40));
    shot("over", &over(sv), narrow);
    shot("over", &over(sv), (120, 40));
    shot("too_long", &too_long(), narrow);
    shot("too_long", &too_long(), (120, 40));
    shot("calm", &changed(soon(sv), |lead| lead.calm = true), narrow);
    shot(
        "calm",
        &changed(soon(sv), |lead| lead.calm = true),
        (80, 24),
    );
    let saving = changed(dialogue(sv), |lead| {
        lead.pending = vec![pending(
            said(Tag::Idea, None, "fritid", "öppet till 21"),
            false,
        )];
        lead.echo = Some(echo(
            "En minut till. Dialog, del 1 blir 22:30, Dialog, del 2 blir 20:30.",
        ));
    });
    shot("saving", &saving, narrow);
    shot("saving", &saving, (120, 40));
    let chosen = changed(dialogue(sv), |lead| {
        lead.stage = Some(5);
        lead.leaving = true;
    });
    shot("agenda", &chosen, narrow);
    shot("agenda", &chosen, (80, 24));
}

#[test]
fn lists_of_notes() {
    let list = |find: &str, chosen: Option<u32>| {
        changed(closing(Lang::Sv), |lead| {
            lead.pane = Pane::Notes(Spine::See);
            find.clone_into(&mut lead.list.find);
            lead.list.selected = chosen.map(|number| NoteId::new(Letter::N, number));
        })
    };
    for size in [(50, 30), (80, 24), (120, 40)] {
        shot("notes_chosen", &list("", Some(3)), size);
        shot("notes_found", &list("de", None), size);
    }
    shot("notes_chosen", &list("", Some(5)), (44, 16));
}

#[test]
fn what_is_laid_over() {
    let over = |overlay: Overlay| changed(dialogue(Lang::Sv), |lead| lead.overlay = Some(overlay));
    let palette = || Overlay::Palette {
        line: LineEditor::with("dia"),
        selected: 1,
    };
    for size in [(50, 30), (80, 24)] {
        shot("help", &over(Overlay::Help(0)), size);
        shot("palette", &over(palette()), size);
        shot("charts", &over(Overlay::Charts { selected: 6 }), size);
        shot("question_alone", &over(Overlay::Full), size);
        let chart = changed(data(Lang::Sv), |lead| lead.overlay = Some(Overlay::Full));
        shot("chart_alone", &chart, size);
    }
    shot("help", &over(Overlay::Help(7)), (40, 12));
    let read = changed(welcome(Lang::Sv), |lead| lead.overlay = Some(Overlay::Full));
    shot("welcome_alone", &read, (50, 30));
    shot("question_alone", &over(Overlay::Full), (120, 40));
    shot("charts", &over(Overlay::Charts { selected: 0 }), (120, 40));
}

#[test]
fn questions_in_the_place_of_the_line() {
    let asked = |question: Question, answer: &str| {
        changed(dialogue(Lang::Sv), |lead| {
            let trouble = (answer == "x").then(|| "Skriv minuter eller ett klockslag.".to_owned());
            lead.prompt = Some(Prompt {
                question,
                line: LineEditor::with(answer),
                trouble,
            });
        })
    };
    shot("ask_backdate", &asked(Question::Backdate, "2"), (50, 30));
    shot(
        "ask_backdate_wrong",
        &asked(Question::Backdate, "x"),
        (40, 12),
    );
    let pasted = Pasted::of(SafeText::block("ett\ntvå")).expect("two lines");
    shot("ask_pasted", &asked(Question::Pasted(pasted), ""), (50, 30));
    shot("ask_private", &asked(Question::Private(0), ""), (80, 24));
}

#[test]
fn the_first_screen_and_the_reading_view() {
    let bars = |mut model: Model| {
        if let Screen::Home(home) = &mut model.screen {
            home.ask_glyphs = true;
        }
        model
    };
    shot("home", &home(Lang::Sv), (50, 30));
    shot("home", &home(Lang::Sv), (80, 24));
    shot("home_bars", &bars(home(Lang::Sv)), (80, 24));
    shot("home", &home(Lang::En), (40, 12));
    shot("reader", &stage::reader(Lang::Sv), (50, 12));
}

#[test]
fn the_same_in_english() {
    for size in [(50, 30), (120, 40)] {
        shot("english_waiting", &waiting(Lang::En), size);
        shot("english_dialogue", &dialogue(Lang::En), size);
        shot("english_closing", &closing(Lang::En), size);
        shot("english_ended", &ended(Lang::En), size);
    }
}

/// Every state there is a picture of.
fn states(lang: Lang) -> Vec<Model> {
    let overlaid = |overlay: Overlay| changed(data(lang), |lead| lead.overlay = Some(overlay));
    vec![
        waiting(lang),
        late(lang),
        welcome(lang),
        data(lang),
        dialogue(lang),
        soon(lang),
        over(lang),
        closing(lang),
        ended(lang),
        writing(
            lang,
            "fritid: öppet till 21 på torsdagar 👩‍👧 → \u{201c}då\u{201d} kommer de äldre",
        ),
        trouble(lang),
        too_long(),
        home(lang),
        stage::reader(lang),
        overlaid(Overlay::Full),
        overlaid(Overlay::Help(3)),
        overlaid(Overlay::Charts { selected: 11 }),
        overlaid(Overlay::Palette {
            line: LineEditor::with("d"),
            selected: 2,
        }),
        changed(closing(lang), |lead| {
            lead.pane = Pane::Notes(Spine::Surprise);
        }),
        changed(closing(lang), |lead| lead.pane = Pane::Chart),
        changed(dialogue(lang), |lead| lead.calm = true),
        changed(dialogue(lang), |lead| {
            lead.prompt = Some(Prompt {
                question: Question::Find,
                line: LineEditor::with("å"),
                trouble: None,
            });
        }),
    ]
}

#[test]
fn a_plain_terminal_gets_ascii_and_letters() {
    let mut model = dialogue(Lang::Sv);
    model.settings.glyphs = Glyphs::Ascii;
    model.settings.color = false;
    shot("ascii", &model, (50, 30));
    shot("ascii", &model, (120, 40));
    for lang in Lang::ALL {
        for mut model in states(lang) {
            model.settings.glyphs = Glyphs::Ascii;
            for (width, height) in SIZES {
                let (buf, _) = draw(&model, width, height);
                let screen = text(&buf);
                let odd: Vec<char> = screen
                    .chars()
                    .filter(|c| !c.is_ascii() && !c.is_alphabetic())
                    .collect();
                assert!(odd.is_empty(), "{odd:?} at {width}×{height}:\n{screen}");
                assert!(!screen.contains("??"), "a mark without a twin:\n{screen}");
            }
        }
    }
}

#[test]
fn without_colour_the_same_words_stand_with_their_weight() {
    for model in states(Lang::Sv) {
        let mut plain = model.clone();
        plain.settings.color = false;
        let ((colour, _), (plain, _)) = (draw(&model, 120, 40), draw(&plain, 120, 40));
        assert_eq!(text(&colour), text(&plain));
        for (with, without) in colour.content.iter().zip(&plain.content) {
            assert_eq!(without.fg, ratatui::style::Color::Reset);
            assert_eq!(without.bg, ratatui::style::Color::Reset);
            assert_eq!(with.modifier, without.modifier);
        }
    }
}

#[test]
fn nothing_private_stands_on_what_is_shown_alone() {
    let secret = "hemligt";
    let mut model = changed(data(Lang::Sv), |lead| {
        lead.overlay = Some(Overlay::Full);
        lead.writing.line = LineEditor::with(secret);
        lead.pending = vec![pending(said(Tag::See, None, secret, secret), true)];
        lead.trouble = Some(SafeText::line(secret));
        lead.echo = Some(echo(secret));
    });
    model.now = stage::at(24, 0);
    for (width, height) in SIZES {
        let (buf, cursor) = draw(&model, width, height);
        let screen = text(&buf);
        assert!(!screen.contains(secret), "{screen}");
        assert!(!screen.contains("ställdes"), "a note: {screen}");
        assert!(!screen.contains("sen"), "early or late: {screen}");
        assert_eq!(cursor, None);
    }
}

#[test]
fn rows_keep_their_place_when_a_message_comes() {
    let quiet = dialogue(Lang::Sv);
    let loud = changed(dialogue(Lang::Sv), |lead| {
        lead.echo = Some(echo("Parkerat."));
    });
    let failed = trouble(Lang::Sv);
    for (width, height) in SIZES {
        let rows = |model: &Model| {
            text(&draw(model, width, height).0)
                .lines()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        let (before, after, trouble) = (rows(&quiet), rows(&loud), rows(&failed));
        let changed = before
            .iter()
            .zip(&after)
            .filter(|(one, other)| one != other)
            .count();
        assert_eq!(changed, 1, "{width}×{height}");
        let top = usize::from(height / 3).min(7);
        assert_eq!(before[..top], trouble[..top], "{width}×{height}");
    }
}

#[test]
fn the_terminal_title_says_the_time() {
    let title = |model: &Model| crate::view::title(model);
    assert_eq!(
        title(&dialogue(Lang::Sv)),
        "13 min · Dialog, del 1 · Börja avsluta 10:10"
    );
    assert_eq!(title(&closing(Lang::En)), "13 min · Closing · Ends 10:30");
    assert_eq!(
        title(&over(Lang::Sv)),
        "över · Dialog, del 1 · Börja avsluta 10:10"
    );
    assert_eq!(
        title(&waiting(Lang::Sv)),
        "inte startat · Att trivas i skolan och på fritiden"
    );
    assert_eq!(
        title(&ended(Lang::Sv)),
        "slut · Att trivas i skolan och på fritiden"
    );
    assert_eq!(title(&home(Lang::Sv)), "samtal");
}

#[test]
fn seconds_come_in_the_last_two_minutes_or_by_choice() {
    let screen = |model: &Model| text(&draw(model, 80, 24).0);
    let mut model = dialogue(Lang::Sv);
    assert!(screen(&model).contains("13 min kvar av 21:30"));
    model.settings.seconds = true;
    assert!(screen(&model).contains("13:30 kvar av 21:30"));
    model.settings.seconds = false;
    model.now = stage::at(46, 45);
    assert!(screen(&model).contains("1:45 kvar av 21:30"));
    assert!(!screen(&changed(model, |lead| lead.calm = true)).contains("1:45"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_size_is_drawn(width in 0_u16..=250, height in 0_u16..=80, state in 0_usize..22, ascii: bool) {
        let mut model = states(Lang::Sv).swap_remove(state);
        if ascii {
            model.settings.glyphs = Glyphs::Ascii;
        }
        let (buf, cursor) = draw(&model, width, height);
        prop_assert!(cursor.is_none_or(|at| buf.area.contains(at)));
    }
}
