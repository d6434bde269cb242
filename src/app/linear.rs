//! Lines in the place of keys: who hears the program types a line and hears lines.
//!
//! One rule for all of it. A line that is a number answers the last numbered list; an empty line, or `?`, asks where we are and what can
//! be done; while something is asked a line is the answer, and `0` goes back; every other line is a note. A blank before the words says
//! that they are words. What can be done comes from the table of actions, and a number there always means the same action, so that it
//! can be known by heart.

use std::collections::BTreeSet;

use crate::{
    app::{
        effect::{Effect, Opening},
        lead::Cx,
        model::{Home, ItemKind, Model, Screen},
    },
    data::personal::Kind,
    domain::{StageId, chart::ChartId, reading::Reading},
    input::Action,
    text::Moment,
};

/// What a line turns to when it is spoken: the list that numbers answer, and what this turn has to say besides what changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Linear {
    /// The list.
    pub menu: Menu,
    /// What this turn says though the session did not change.
    pub says: Vec<Say>,
    /// On the first screen: only what has these words in its title is listed.
    pub narrowed: String,
    /// What of people's numbers and addresses stood in the line of this turn.
    pub noticed: Vec<Kind>,
    /// Tips that have been heard, each in its stage.
    pub advised: BTreeSet<(StageId, String)>,
}

/// A numbered list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Menu {
    /// What can be done.
    #[default]
    Main,
    /// The perspectives around the table.
    Heard,
    /// The charts.
    Charts,
    /// What becomes of a line of the chat.
    Inbox,
    /// What is done with what wants a second look.
    Tidy,
}

/// What a number of a list does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// An action of the table.
    Act(Action),
    /// This perspective was heard.
    Heard(u8),
    /// The chart at this place is shown.
    Chart(usize, ChartId),
    /// The item of the first screen at this place is opened.
    Item(usize),
}

/// Something to say that is no change of the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Say {
    /// Where we are, and what can be done.
    Where,
    /// The list, and nothing else.
    List,
    /// What is asked, once more.
    Question,
    /// No such number is in the list.
    NoSuch(usize),
    /// It cannot be done now.
    NotNow(Action),
    /// The line says nothing that could be saved.
    Empty,
    /// There is nothing to go back from.
    NothingOpen,
    /// No dialogue is open, so nothing is noted.
    NoNotes,
    /// Nothing was changed.
    Left,
    /// The numbers of the chart.
    Numbers,
    /// What lies behind them.
    Behind,
    /// How this works.
    Help,
}

/// A line as it is meant before anybody looks at what is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Typed<'a> {
    /// A number alone.
    Number(usize),
    /// An empty line, or `?`.
    Asks,
    /// Words.
    Words(&'a str),
}

impl<'a> Typed<'a> {
    /// Reads a line. A blank first says: these are words, and nothing else is meant by them.
    pub(in crate::app) fn of(line: &'a str) -> Self {
        let text = line.trim();
        if text.is_empty() || text == "?" {
            return Self::Asks;
        }
        let digits = text.len() < 10 && text.bytes().all(|byte| byte.is_ascii_digit());
        match text.parse() {
            Ok(number) if digits && !line.starts_with(char::is_whitespace) => Self::Number(number),
            _ => Self::Words(line),
        }
    }
}

/// Tells whether the next line may be taken: lines are decided on what is saved, so one waits until the disk has answered the one before.
pub fn takes_lines(model: &Model) -> bool {
    match &model.screen {
        Screen::Lead(lead) => lead.pending.iter().all(|pending| pending.failed),
        // A number answers a list that has been told.
        Screen::Home(home) => home.reading.is_none(),
        Screen::Group(_) | Screen::Replay(_) => true,
    }
}

/// Returns the list that numbers answer now.
pub fn choices(model: &Model) -> Vec<(usize, Choice)> {
    let menu = model.linear.as_ref().map_or(Menu::Main, |lines| lines.menu);
    match &model.screen {
        Screen::Home(home) => {
            let narrowed = model.linear.as_ref().map_or("", |lines| &lines.narrowed);
            listed(home, narrowed)
        }
        Screen::Lead(lead) => lead.choices(menu, &cx(model)),
        Screen::Group(_) | Screen::Replay(_) => Vec::new(),
    }
}

/// Returns the items of the first screen with these words in their title.
fn listed(home: &Home, narrowed: &str) -> Vec<(usize, Choice)> {
    let words = narrowed.to_lowercase();
    let items = home.items.iter().enumerate();
    items
        .filter(|(_, item)| item.title.to_lowercase().contains(&words))
        .map(|(place, _)| (place + 1, Choice::Item(place)))
        .collect()
}

fn cx(model: &Model) -> Cx<'_> {
    Cx::new(
        model.now,
        (&model.texts, &model.keymap),
        model.size,
        model.settings,
    )
}

/// Forgets what the turn before said: it has been heard.
pub(in crate::app) fn begin_turn(model: &mut Model) {
    let Some(linear) = &mut model.linear else {
        return;
    };
    linear.says.clear();
    linear.noticed.clear();
    if let Screen::Lead(lead) = &mut model.screen {
        let reading = Reading::of(&lead.session, model.now);
        let advice = lead.advice(&reading, &model.texts);
        let advised = advice.map(|(_, tip)| (tip.stage, tip.rule.id.clone()));
        linear.advised.extend(advised);
        lead.echo = None;
    }
}

/// Takes a line.
pub(in crate::app) fn line(model: &mut Model, text: &str, now: Moment) -> Vec<Effect> {
    let Some(linear) = &mut model.linear else {
        return Vec::new();
    };
    match &mut model.screen {
        Screen::Home(home) => home_line(home, linear, text),
        Screen::Group(_) | Screen::Replay(_) => match Typed::of(text) {
            Typed::Number(0) => vec![Effect::Quit],
            Typed::Asks => {
                linear.says.push(Say::Where);
                Vec::new()
            }
            Typed::Number(_) | Typed::Words(_) => {
                linear.says.push(Say::NoNotes);
                Vec::new()
            }
        },
        Screen::Lead(lead) => {
            let cx = Cx::new(
                now,
                (&model.texts, &model.keymap),
                model.size,
                model.settings,
            );
            lead.line(text, linear, &cx)
        }
    }
}

fn home_line(home: &mut Home, linear: &mut Linear, text: &str) -> Vec<Effect> {
    home.trouble = None;
    match Typed::of(text) {
        Typed::Asks => {
            linear.narrowed.clear();
            linear.says.push(Say::Where);
        }
        Typed::Number(0) => return vec![Effect::Quit],
        Typed::Number(number) => {
            let place = number - 1;
            let item = home.items.get(place);
            match item.map(|item| (item.opens, &item.kind)) {
                None => linear.says.push(Say::NoSuch(number)),
                Some((_, ItemKind::Broken(why))) => home.trouble = Some(why.clone()),
                Some((_, ItemKind::Demo)) => return vec![Effect::Open(Opening::Demo)],
                Some((
                    opens,
                    ItemKind::Session { .. } | ItemKind::Template | ItemKind::DemoGoesOn,
                )) => {
                    home.selected = place;
                    return vec![Effect::Open(Opening::Item(opens))];
                }
            }
        }
        Typed::Words(words) => {
            words.trim().clone_into(&mut linear.narrowed);
            linear.says.push(Say::List);
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_alone_is_an_answer_and_a_blank_makes_words_of_it() {
        for (line, typed) in [
            ("", Typed::Asks),
            ("  ", Typed::Asks),
            (" ? ", Typed::Asks),
            ("7", Typed::Number(7)),
            ("12 \r", Typed::Number(12)),
            ("0", Typed::Number(0)),
            (" 7", Typed::Words(" 7")),
            ("7 av 8", Typed::Words("7 av 8")),
            ("-7", Typed::Words("-7")),
            ("+7", Typed::Words("+7")),
            ("12345678901", Typed::Words("12345678901")),
            ("? varför", Typed::Words("? varför")),
        ] {
            assert_eq!(Typed::of(line), typed, "{line:?}");
        }
    }
}
