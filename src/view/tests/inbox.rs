//! Lines from the chat: how many wait, and reading them.

use super::{stage::Play, *};

/// The closing, with lines that were pasted from the chat.
fn chat(lang: Lang) -> Model {
    let model = closing(lang);
    let at = model.now;
    changed(model, |lead| {
        let mut play = Play::demo(lang);
        play.session = lead.session.clone();
        play.goes_on();
        for (voice, text) in [
            ("", "Vi ser samma sak hos oss"),
            (
                "skola",
                "kan vi få se det per kön? Det vore bra inför mötet i december, för då väljer vi vad vi ska göra",
            ),
            ("", "Tack för en bra dialog"),
        ] {
            play.note(at, said(Tag::Inbox, None, voice, text));
        }
        lead.session = play.session;
    })
}

#[test]
fn the_lines_that_wait_are_read_one_by_one() {
    let read = changed(chat(Lang::Sv), |lead| {
        lead.overlay = Some(Overlay::Inbox { selected: 1 });
    });
    for size in SIZES {
        shot("inbox", &read, size);
    }
    let english = changed(chat(Lang::En), |lead| {
        lead.overlay = Some(Overlay::Inbox { selected: 0 });
    });
    shot("english_inbox", &english, (50, 30));
    let mut ascii = read.clone();
    ascii.settings.glyphs = Glyphs::Ascii;
    shot("inbox_ascii", &ascii, (50, 30));
}

#[test]
fn in_the_closing_one_sees_how_many_wait() {
    for (width, height) in SIZES {
        let (buf, _) = draw(&chat(Lang::Sv), width, height);
        let screen = text(&buf);
        let lists = screen.contains("3 rader ur chatten att läsa: I");
        let keys = screen.contains("I inkorg 3");
        assert!(lists || keys || width == 40, "{width}×{height}\n{screen}");
        assert!(!screen.contains("Tack för en bra"), "no note yet\n{screen}");
    }
    shot("closing_inbox", &chat(Lang::Sv), (50, 30));
    shot("closing_inbox", &chat(Lang::Sv), (120, 40));
}

#[test]
fn a_long_inbox_keeps_the_chosen_line_in_sight() {
    let many = changed(closing(Lang::Sv), |lead| {
        let mut play = Play::demo(Lang::Sv);
        play.session = lead.session.clone();
        play.goes_on();
        for n in 0..200 {
            let long = "ord ".repeat(n % 90);
            play.note(
                stage::at(70, 0),
                said(Tag::Inbox, None, "", &format!("rad{n}. {long}")),
            );
        }
        lead.session = play.session;
    });
    for selected in [0, 1, 57, 89, 198, 199, 500] {
        let model = changed(many.clone(), |lead| {
            lead.overlay = Some(Overlay::Inbox { selected });
        });
        for (width, height) in SIZES {
            let (buf, _) = draw(&model, width, height);
            let word = format!("rad{}.", selected.min(199));
            assert!(
                text(&buf).contains(&word),
                "{selected} {width}×{height}\n{}",
                text(&buf)
            );
        }
    }
}
