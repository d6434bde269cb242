//! Looking for words in every session.

use super::*;
use crate::{
    app::search::{Heard, Hit, Looked, Search},
    domain::Session,
    input::Chord,
};

/// The line typed, the answer heard, the session of the first hit read.
fn searched(lang: Lang, line: &str, looked: Looked) -> Model {
    let model = closing(lang);
    let Screen::Lead(lead) = &model.screen else {
        panic!("it leads")
    };
    let session: Session = lead.session.clone();
    let now = model.now;
    let mut model = Model {
        screen: Screen::Home(crate::app::Home::default()),
        search: Some(Box::<Search>::default()),
        ..model
    };
    let mut say = |msg| drop(crate::app::update(&mut model, msg, now));
    for c in line.chars() {
        say(crate::app::Msg::Key(crate::app::Key::press(Chord::char(c))));
    }
    let hits: Vec<Hit> = session
        .notes()
        .filter(|note| note.body.tag.is_of_dialogue())
        .enumerate()
        .map(|(place, note)| Hit {
            name: if place < 3 {
                "2026-11-17-att-trivas-i-skolan".into()
            } else {
                "2026-10-13-ungas-fritid".into()
            },
            id: note.id,
            row: note.body.text.clone(),
        })
        .filter(|_| !line.contains('q'))
        .collect();
    let first = hits.first().map(|hit| hit.name.clone());
    let ticket = line.chars().count() as u64;
    say(crate::app::Msg::Search(Heard::Found(ticket, hits, looked)));
    if let Some(name) = first {
        say(crate::app::Msg::Search(Heard::Session(
            name,
            Box::new(session),
        )));
    }
    model
}

#[test]
fn what_was_found_and_where_it_was_said() {
    for (lang, code) in [(Lang::Sv, "sv"), (Lang::En, "en")] {
        let model = searched(lang, "torsdag", Looked::Through);
        for size in [(40, 12), (50, 30), (80, 24), (120, 40)] {
            shot(&format!("search_{code}"), &model, size);
        }
    }
}

#[test]
fn how_to_ask_is_said_where_there_is_nothing_to_show() {
    for (name, line) in [("search_empty", ""), ("search_nothing", "qq")] {
        let looked = if line.is_empty() {
            Looked::Nowhere
        } else {
            Looked::Through
        };
        shot(name, &searched(Lang::Sv, line, looked), (50, 30));
    }
}
