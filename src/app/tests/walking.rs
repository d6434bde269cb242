//! Walking in a long list of notes, alone and among those that were found.

use super::*;
use crate::{app::lead::Pane, domain::Spine};

/// Returns the words of the chosen note after each key.
fn walk(rig: &mut Rig, keys: &[&str]) -> Vec<String> {
    let mut seen = Vec::new();
    for key in keys {
        rig.press(named(key));
        let chosen = rig.lead().list.selected.expect("a note is chosen");
        let note = rig.lead().session.note(chosen).expect("it is there");
        seen.push(note.body.text.to_string());
    }
    seen
}

#[test]
fn the_arrows_walk_the_column_and_stop_at_its_ends() {
    let mut rig = Rig::new();
    rig.keys("<space>");
    for number in 1..=20 {
        // Every other note stands in another column and is passed over.
        rig.note(&format!("sak{number}"));
        rig.note(&format!("!annat{number}"));
    }
    let Screen::Lead(lead) = &mut rig.model.screen else {
        panic!("the leading window is open");
    };
    lead.pane = Pane::Notes(Spine::See);
    assert_eq!(
        walk(&mut rig, &["up", "up", "down", "down"]),
        ["sak20", "sak19", "sak20", "sak20"]
    );
    assert_eq!(
        walk(&mut rig, &["pageup", "pageup", "pageup", "up", "pagedown"]),
        ["sak12", "sak4", "sak1", "sak1", "sak9"]
    );
    assert_eq!(walk(&mut rig, &["end", "home"]), ["sak20", "sak1"]);

    rig.keys("/sak1<enter>");
    assert_eq!(
        walk(&mut rig, &["home", "down", "down", "end", "pageup", "down"]),
        ["sak1", "sak10", "sak11", "sak19", "sak11", "sak12"]
    );
}
