//! What the window shows, in lines for those who hear it: nothing but words, said when they become true and never twice.
//!
//! It stands among the panes because it says what they show, in their words; but it makes text and no cells. A line is made by comparing
//! the model before a turn with the model after it, so whatever happens is told the same way, whoever did it.

mod clock;
mod events;
mod group;
mod home;
mod lists;
mod notes;
mod place;

use crate::{
    app::{Model, Screen},
    view::{replay, scene::Scene},
};

/// Returns what there is to say after a turn; without a model before it, what is said first.
pub fn lines(before: Option<&Model>, after: &Model) -> Vec<String> {
    let mut said = Said::default();
    match &after.screen {
        Screen::Home(home) => home::say(before, after, home, &mut said),
        Screen::Group(group) => group::say(before, after, group, &mut said),
        Screen::Replay(replay) => {
            let now = replay::scene(after, replay);
            let was = before.and_then(|before| match &before.screen {
                Screen::Replay(was) => Some((was, replay::scene(before, was))),
                _ => None,
            });
            match was {
                // Back in time nothing happens.
                Some((was, scene)) if was.at < replay.at => events::past(&scene, &now, &mut said),
                Some(_) => {}
                None => place::past(&now, replay, after, &mut said),
            }
        }
        Screen::Lead(lead) => {
            let now = Scene::of(after, lead);
            match before.map(|before| (before, &before.screen)) {
                Some((before, Screen::Lead(was))) if was.path == lead.path => {
                    events::say(&Scene::of(before, was), &now, after, &mut said);
                }
                _ => place::welcome(&now, after, &mut said),
            }
        }
    }
    said.lines
}

/// Lines as they are said.
#[derive(Debug, Default)]
struct Said {
    lines: Vec<String>,
}

impl Said {
    /// Says a line; nothing where there are no words.
    fn line(&mut self, words: impl AsRef<str>) {
        let flat: Vec<&str> = words.as_ref().split_whitespace().collect();
        let mut line = flat.join(" ");
        // A sentence round words that end as one.
        if ["..", "?.", "!.", "….", ":."]
            .iter()
            .any(|twice| line.ends_with(twice))
        {
            line.pop();
        }
        if !line.is_empty() {
            self.lines.push(line);
        }
    }

    fn all(&mut self, lines: impl IntoIterator<Item = String>) {
        for line in lines {
            self.line(line);
        }
    }
}
