//! Who was heard, and the pause in which nothing is written down, on the screen of who leads.

use super::{stage::Play, *};
use crate::domain::Event;

fn after(model: Model, events: &[Event]) -> Model {
    let at = model.now;
    changed(model, |lead| {
        let mut play = Play::demo(Lang::Sv);
        play.session = lead.session.clone();
        play.goes_on();
        for event in events {
            play.event(at, event.clone());
        }
        lead.session = play.session;
    })
}

#[test]
fn who_was_heard_is_seen_where_there_is_room() {
    let heard = [1, 2, 4, 6].map(Event::Heard);
    let model = after(dialogue(Lang::Sv), &heard);
    for size in SIZES {
        shot("heard", &model, size);
        let (buf, _) = draw(&model, size.0, size.1);
        let screen = text(&buf);
        let seen = screen.contains("HÖRDA: 6 av 8");
        assert_eq!(seen, size.0 >= 44, "{size:?}\n{screen}");
    }
    let mut ascii = model.clone();
    ascii.settings.glyphs = Glyphs::Ascii;
    shot("heard_ascii", &ascii, (50, 40));
    let all = after(
        dialogue(Lang::Sv),
        &[1, 2, 3, 4, 5, 6, 7, 8].map(Event::Heard),
    );
    shot("heard_all", &all, (80, 24));
}

#[test]
fn that_nothing_is_written_is_seen_everywhere() {
    let model = after(dialogue(Lang::Sv), &[Event::WritingPaused(true)]);
    for (width, height) in SIZES {
        let (buf, _) = draw(&model, width, height);
        let screen = text(&buf);
        assert!(
            screen.contains("INGET SKRIVS"),
            "{width}×{height}\n{screen}"
        );
    }
    shot("unwritten", &model, (50, 30));
    let group = changed(model, |lead| lead.overlay = Some(Overlay::Group));
    let (buf, _) = draw(&group, 80, 24);
    assert!(text(&buf).contains("just nu skrivs inget"));
}

#[test]
fn a_tip_stands_where_nothing_else_is_said() {
    let tips = crate::format::tips::shipped();
    let guide = crate::app::lead::Guide::new(tips, crate::domain::tip::Heeded::default());
    let model = changed(soon(Lang::Sv), |lead| lead.guide = guide);
    for size in SIZES {
        shot("tip", &model, size);
        let (buf, _) = draw(&model, size.0, size.1);
        assert!(text(&buf).contains("Tips: Snart par"), "{size:?}");
    }
    for overlay in [Overlay::Full, Overlay::Cover, Overlay::Group] {
        let shown = changed(model.clone(), |lead| lead.overlay = Some(overlay));
        let (buf, _) = draw(&shown, 80, 24);
        assert!(
            !text(&buf).contains("Tips"),
            "nothing private: {}",
            text(&buf)
        );
    }
}
