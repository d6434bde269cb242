//! An own scroll view for the minutes, where there is no pager. Its keys are those of `less`.

use ratatui::text::Line;

use crate::{
    app::{effect::Effect, model::Model, model::Reader, msg::Key},
    input::{Action, Mode},
};

/// Moves in the reading view.
pub(super) fn key(model: &mut Model, key: Key) -> Vec<Effect> {
    let page = usize::from(model.size.1.saturating_sub(2)).max(1);
    let action = model.keymap.action(Mode::Reader, key.chord);
    let Some(reader) = &mut model.reader else {
        return Vec::new();
    };
    reader.missed = false;
    if reader.asking {
        return ask(reader, key, action);
    }
    let last = reader.lines.len().saturating_sub(page);
    match action {
        Some(Action::Up) => reader.top = reader.top.saturating_sub(1),
        Some(Action::Down) => reader.top = (reader.top + 1).min(last),
        Some(Action::PageUp) => reader.top = reader.top.saturating_sub(page),
        Some(Action::PageDown) => reader.top = (reader.top + page).min(last),
        Some(Action::Top) => reader.top = 0,
        Some(Action::Bottom) => reader.top = last,
        Some(Action::Find) => {
            reader.asking = true;
            reader.find.clear();
        }
        Some(Action::FindNext) => find(reader, 1),
        Some(Action::Leave | Action::Cancel) => model.reader = None,
        Some(Action::Quit) => return vec![Effect::Quit],
        _ => {}
    }
    Vec::new()
}

fn ask(reader: &mut Reader, key: Key, action: Option<Action>) -> Vec<Effect> {
    match action {
        Some(Action::Confirm) => {
            reader.asking = false;
            find(reader, 0);
        }
        Some(Action::Cancel) => reader.asking = false,
        _ if key.chord == crate::input::Chord::BACKSPACE => {
            reader.find.pop();
        }
        _ => reader.find.extend(key.chord.typed()),
    }
    Vec::new()
}

/// Goes to the next line that holds the words, from the top line and so many on, round the end.
fn find(reader: &mut Reader, skip: usize) {
    if reader.find.is_empty() {
        return;
    }
    let count = reader.lines.len();
    let found = (0..count)
        .map(|step| (reader.top + skip + step) % count)
        .find(|place| reader.holds(&reader.lines[*place]));
    match found {
        Some(found) => reader.top = found,
        None => reader.missed = true,
    }
}

impl Reader {
    /// Tells whether a line holds what is looked for: the words in any case, after `^` at the line's start, as `/^==` in less.
    pub fn holds(&self, line: &Line<'_>) -> bool {
        let words = self.find.to_lowercase();
        let text = line.to_string().to_lowercase();
        match words.strip_prefix('^') {
            Some(start) => !start.is_empty() && text.starts_with(start),
            None => !words.is_empty() && text.contains(&words),
        }
    }
}
