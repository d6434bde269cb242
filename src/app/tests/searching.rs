//! Looking for words in every session.

use super::*;
use crate::app::search::{Ask, Heard, Hit, Looked, Search};

fn opened() -> Rig {
    let mut rig = Rig::new();
    rig.model.screen = Screen::Home(Home::default());
    rig.keys("/");
    rig
}

fn search(rig: &Rig) -> &Search {
    rig.model.search.as_deref().expect("it is open")
}

fn hit(name: &str, id: &str) -> Hit {
    Hit {
        name: name.into(),
        id: id.parse().expect(id),
        row: "torsdagar".into(),
    }
}

fn found(rig: &mut Rig, ticket: u64, hits: &[Hit], looked: Looked) {
    rig.say(Msg::Search(Heard::Found(ticket, hits.to_vec(), looked)));
}

fn look(ticket: u64, line: &str) -> Effect {
    Effect::Search(Ask::Look {
        ticket,
        line: line.to_owned(),
    })
}

#[test]
fn every_letter_asks_and_the_newest_answer_counts() {
    let mut rig = opened();
    rig.keys("to");
    assert_eq!(rig.others, [look(1, "t"), look(2, "to")]);
    found(&mut rig, 1, &[hit("old", "N1")], Looked::Through);
    assert!(search(&rig).hits.is_empty(), "nobody waits for it any more");
    found(&mut rig, 2, &[hit("a", "N1")], Looked::Going(1, 3));
    found(&mut rig, 2, &[hit("b", "N2")], Looked::Through);
    assert_eq!(search(&rig).hits, [hit("a", "N1"), hit("b", "N2")]);
    rig.keys("r");
    assert_eq!(
        search(&rig).hits.len(),
        2,
        "what was found stays until the answer is there"
    );
    found(&mut rig, 3, &[], Looked::Through);
    assert!(search(&rig).hits.is_empty());
    rig.keys("<left>");
    assert_eq!(
        rig.others.last(),
        Some(&look(3, "tor")),
        "nothing new is asked"
    );
    rig.say(Msg::Paste("n\nsdag".to_owned()));
    assert_eq!(rig.others.last(), Some(&look(4, "ton sdagr")));
    rig.say(Msg::Search(Heard::Bad(4, "no such kind".into())));
    assert_eq!(search(&rig).trouble.as_deref(), Some("no such kind"));
}

#[test]
fn the_chosen_session_is_read_once_and_enter_reads_its_minutes_there() {
    let session = Rig::new().lead().session.clone();
    let mut rig = opened();
    rig.keys("t");
    let hits = [hit("a", "N1"), hit("a", "N2"), hit("b", "N3")];
    found(&mut rig, 1, &hits, Looked::Through);
    let open = |name: &str| Effect::Search(Ask::Open(name.into()));
    assert_eq!(rig.others.last(), Some(&open("a")));
    rig.keys("<enter>");
    assert_eq!(rig.others.last(), Some(&open("a")), "it is not here yet");
    rig.say(Msg::Search(Heard::Session(
        "a".into(),
        Box::new(session.clone()),
    )));
    rig.keys("<down><enter>");
    let two: NoteId = "N2".parse().expect("an id");
    let read = Effect::ReadFound(Box::new(session), two);
    assert_eq!(rig.others.last(), Some(&read));
    rig.keys("<down>");
    assert_eq!(rig.others.last(), Some(&open("b")));
    assert!(
        search(&rig).session().is_none(),
        "that of a is no preview of b"
    );
    rig.keys("<down><down>");
    assert_eq!(search(&rig).selected, 2);
}

#[test]
fn esc_goes_back_and_leaves_what_is_looked_for() {
    let mut rig = opened();
    rig.keys("q<esc>");
    assert!(rig.model.search.is_none(), "q was a letter");
    assert_eq!(rig.others.last(), Some(&look(u64::MAX, "")));
    found(&mut rig, 1, &[hit("a", "N1")], Looked::Through);
    assert!(rig.model.search.is_none());
    rig.keys("/<ctrl-c>");
    assert_eq!(rig.others.last(), Some(&Effect::Quit));
}
