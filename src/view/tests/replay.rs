//! A dialogue that has been: the same panes, and one row that says which instant and how fast.

use super::{stage::at, *};
use crate::{
    app::{linear::Linear, replay::Replay},
    text::Moment,
    view::linear::lines,
};

fn replayed(lang: Lang, minute: Moment) -> Model {
    let model = closing(lang);
    let Screen::Lead(lead) = &model.screen else {
        panic!("the leading window is open");
    };
    let mut replay =
        Replay::new(&lead.session, SafeText::default(), 30, at(0, 0)).expect("it began");
    replay.go(minute);
    Model {
        screen: Screen::Replay(Box::new(replay)),
        ..model
    }
}

#[test]
fn screens_of_a_replay() {
    for size in [(80, 24), (50, 30)] {
        shot("replay", &replayed(Lang::Sv, at(31, 0)), size);
    }
    for size in [(40, 12), (120, 40), (200, 60)] {
        let (buf, cursor) = draw(&replayed(Lang::En, at(31, 0)), size.0, size.1);
        let shown = text(&buf);
        assert!(shown.contains("Replay 09:31 ×30"), "{shown}");
        assert_eq!(cursor, None);
        for private in ["HEARD", "WRITING", "writes a note", "Tip"] {
            assert!(!shown.contains(private), "{private} in\n{shown}");
        }
    }
}

#[test]
fn the_end_tells_no_keys_of_the_leading_window() {
    let mut model = ended(Lang::En);
    let Screen::Lead(lead) = &model.screen else {
        panic!("the leading window is open");
    };
    let mut replay =
        Replay::new(&lead.session, SafeText::default(), 30, at(0, 0)).expect("it began");
    replay.go(replay.to);
    model.screen = Screen::Replay(Box::new(replay));
    let shown = text(&draw(&model, 80, 24).0);
    assert!(shown.contains("The dialogue ended"), "{shown}");
    assert!(
        !shown.contains("Enter") && !shown.contains("Everything lies"),
        "{shown}"
    );
}

#[test]
fn a_replay_in_lines_says_each_thing_with_its_time() {
    let mut model = replayed(Lang::En, at(0, 0));
    model.texts = model.texts.in_lines();
    model.linear = Some(Linear::default());
    let mut said = lines(None, &model);
    let Screen::Replay(replay) = &model.screen else {
        panic!("it is seen again");
    };
    let whole = replay.instants().to_vec();
    for instant in whole {
        let before = model.clone();
        if let Screen::Replay(replay) = &mut model.screen {
            replay.go(instant);
        }
        said.extend(lines(Some(&before), &model));
    }
    assert!(said[1].starts_with("From 09:00 to "), "{said:#?}");
    let stages: Vec<&String> = said.iter().filter(|line| line.contains(" Now: ")).collect();
    assert!(
        stages.len() >= 5 && stages[0].starts_with("09:00 Now: "),
        "{said:#?}"
    );
    let Screen::Replay(replay) = &model.screen else {
        panic!("it is seen again");
    };
    for note in replay.lead.session.notes() {
        let id = format!(" {}, ", note.id);
        let told = said
            .iter()
            .filter(|line| line.contains(&id) && !line.contains("Changed"));
        assert_eq!(told.count(), 1, "{id} in {said:#?}");
    }
    assert!(
        said.iter()
            .all(|line| !line.contains("Support") && !line.contains("Saved")),
        "{said:#?}"
    );
}
