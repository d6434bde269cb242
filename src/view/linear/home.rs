//! The first screen in lines: what can be opened, by number.

use super::Said;
use crate::{
    app::{
        Home, HomeItem, ItemKind, Model, Screen,
        linear::{Choice, Say, choices},
    },
    t,
    text::clock,
};

/// So many are listed at once; words find the others.
const LISTED: usize = 20;

/// Says the list first and when it is asked for, and what could not be opened.
pub(super) fn say(before: Option<&Model>, model: &Model, home: &Home, said: &mut Said) {
    let texts = model.texts;
    let reading =
        |model: &Model| matches!(&model.screen, Screen::Home(home) if home.reading.is_some());
    // What is still being read is told when it is known.
    if home.reading.is_some() && before.is_none() {
        return;
    }
    if before.is_none_or(reading) && home.reading.is_none() {
        said.line(t!(texts, "linear-home"));
        list(model, home, said);
        return said.line(t!(texts, "linear-how-home"));
    }
    if let Some(trouble) = &home.trouble {
        said.line(trouble.on_one_line());
    }
    let linear = model.linear.as_ref();
    for say in linear.map_or(&[][..], |linear| &linear.says) {
        match say {
            Say::Where | Say::List => list(model, home, said),
            Say::NoSuch(number) => said.line(t!(texts, "linear-no-such", number = number)),
            _ => {}
        }
    }
}

fn list(model: &Model, home: &Home, said: &mut Said) {
    let texts = model.texts;
    let all = choices(model);
    if all.is_empty() {
        return said.line(t!(texts, "linear-home-none"));
    }
    for (number, choice) in all.iter().take(LISTED) {
        let Choice::Item(place) = choice else {
            continue;
        };
        let words = home.items.get(*place).map(|item| words(model, item));
        let words = words.unwrap_or_default();
        said.line(t!(texts, "linear-choice", number = number, words = words));
    }
    let more = all.len().saturating_sub(LISTED);
    if more > 0 {
        said.line(t!(texts, "linear-home-more", n = more));
    }
}

fn words(model: &Model, item: &HomeItem) -> String {
    let texts = model.texts;
    let title = item.title.on_one_line();
    match &item.kind {
        ItemKind::Session { running: true, .. } => {
            t!(texts, "linear-home-running", title = title)
        }
        ItemKind::Session { closed: true, .. } => t!(texts, "linear-home-closed", title = title),
        ItemKind::Session {
            start: Some(start), ..
        } => {
            let at = format!(
                "{} {}",
                clock::date(*start, &model.zone),
                clock::hhmm(*start, &model.zone)
            );
            t!(texts, "linear-home-at", title = title, at = at)
        }
        ItemKind::Template => t!(texts, "linear-home-template", title = title),
        ItemKind::Broken(_) => t!(texts, "linear-home-broken", title = title),
        ItemKind::Session { .. } | ItemKind::DemoGoesOn | ItemKind::Demo => title.into_owned(),
    }
}
