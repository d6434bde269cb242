//! What the keys do on the data screen, step by step.

use super::{
    Data, Place, Step, Then,
    choice::{Pick, Row},
    finder::Finder,
    words::{Word, Words},
};
use crate::{
    app::{
        effect::Effect,
        help,
        lead::{Cx, Lead},
        msg::Key,
    },
    input::{Action, Chord, Mode},
    t,
    text::{SafeText, Texts},
};

/// How far a page goes in a list.
const PAGE: isize = 10;

impl Data {
    /// Takes a key.
    pub(in crate::app) fn key(
        &mut self,
        key: Key,
        lead: &mut Lead,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) -> Then {
        let mode = self.mode();
        let action = cx.keymap.action(mode, key.chord);
        if action == Some(Action::Quit) {
            self.leave_read(out);
            return Then::Leave;
        }
        if let Some(top) = self.help {
            self.help = help::scrolled(top, action, cx);
            return Then::Stay;
        }
        if action == Some(Action::Help) {
            self.help = Some(0);
            return Then::Stay;
        }
        if action != Some(Action::Cancel) {
            self.leaving = false;
        }
        if key.repeat && action == Some(Action::Confirm) {
            // A key that is held down does not run through the steps.
            return Then::Stay;
        }
        self.trouble = None;
        match self.step {
            Step::Lines => return self.key_in_lines(key, action, cx, out),
            Step::Preview => self.key_in_preview(action, cx, out),
            Step::Choose => self.key_in_choice(key, action, cx, out),
            Step::Words if action == Some(Action::Confirm) => self.save(lead, cx, out),
            Step::Words => self.key_in_words(key, action),
            Step::Saved => return self.key_when_saved(action),
        }
        Then::Stay
    }

    /// Takes a paste where one is typing.
    pub(in crate::app) fn paste(&mut self, raw: &str, out: &mut Vec<Effect>) {
        self.trouble = None;
        let line = SafeText::line(raw.trim());
        match self.mode() {
            Mode::DataLines => {
                if let Some(path) = super::lines::file_of(raw) {
                    return self.open_file(path, out);
                }
                self.lines.paste(raw);
                self.of_file = false;
            }
            Mode::DataWords => self.words.line_mut().insert(&line),
            Mode::DataFind => {
                if let Some(finder) = self.file.as_mut().and_then(|file| file.finder.as_mut()) {
                    finder.line.insert(&line);
                    finder.selected = 0;
                }
            }
            Mode::Data if self.step == Step::Saved => {
                self.another();
                self.step = Step::Lines;
                self.paste(raw, out);
            }
            _ => {}
        }
    }

    fn key_in_lines(
        &mut self,
        key: Key,
        action: Option<Action>,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) -> Then {
        match action {
            Some(Action::Confirm) => self.go_on_from_lines(cx, out),
            Some(Action::Cancel) => return self.leave(cx),
            Some(Action::Up) => self.lines.open_last(),
            _ if key.chord == Chord::BACKSPACE && self.lines.line.is_empty() => {
                self.lines.open_last();
            }
            _ => {
                if self.lines.line.key(key.chord) {
                    self.lines.read();
                }
            }
        }
        Then::Stay
    }

    fn go_on_from_lines(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        if let Some(path) = self.lines.named_file() {
            self.open_file(path, out);
        } else if self.lines.take_line() {
            self.of_file = false;
        } else if self.lines.pasted.has_values() {
            self.of_file = false;
            self.setting = 0;
            self.top = 0;
            self.step = Step::Preview;
        } else if self.lines.is_empty() && self.file.is_some() {
            self.of_file = true;
            self.step = Step::Preview;
            if self
                .file
                .as_ref()
                .is_some_and(|file| file.preview.is_none() && file.asked.is_none())
            {
                self.ask_read(out);
            }
        } else {
            self.trouble = Some(t!(cx.texts, "data-no-values-yet"));
        }
    }

    /// Esc on the first step. What stands in the box waits there, unless the program is left.
    fn leave(&mut self, cx: &Cx<'_>) -> Then {
        if self.place != Place::Alone {
            return Then::Back;
        }
        if self.lines.is_empty() || self.leaving {
            return Then::Leave;
        }
        self.leaving = true;
        self.trouble = Some(t!(cx.texts, "data-leaving"));
        Then::Stay
    }

    fn key_in_preview(&mut self, action: Option<Action>, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let by = match action {
            Some(Action::ChoiceNext) => 1,
            Some(Action::ChoiceBefore) => -1,
            Some(Action::Up) => return self.setting = self.setting.saturating_sub(1),
            Some(Action::Down) => {
                return self.setting = (self.setting + 1).min(self.settings().saturating_sub(1));
            }
            Some(Action::PageUp) => return self.top = self.top.saturating_sub(5),
            Some(Action::PageDown) => return self.top += 5,
            Some(Action::Cancel) => {
                self.leave_read(out);
                self.step = Step::Lines;
                return;
            }
            Some(Action::Confirm) => return self.go_on_from_preview(cx),
            _ => return,
        };
        if !self.of_file {
            if let Some(setting) = self.lines.settings().get(self.setting) {
                self.lines.turn(*setting, by);
            }
            return;
        }
        let Some(file) = &mut self.file else {
            return;
        };
        if let Some(setting) = file.settings().get(self.setting).copied()
            && file.turn(setting, by)
        {
            self.ask_read(out);
        }
    }

    /// Returns how many settings there are.
    fn settings(&self) -> usize {
        match &self.file {
            Some(file) if self.of_file => file.settings().len(),
            _ => self.lines.settings().len(),
        }
    }

    fn go_on_from_preview(&mut self, cx: &Cx<'_>) {
        if !self.of_file {
            if self.lines.pasted.has_values() {
                self.open_words(cx.texts);
            } else {
                self.trouble = Some(t!(cx.texts, "data-no-values-yet"));
            }
            return;
        }
        let Some(file) = &self.file else {
            return;
        };
        if file.preview.is_some() {
            self.step = Step::Choose;
            self.ask_place(cx.texts);
        } else if file.asked.is_some() {
            self.trouble = Some(t!(cx.texts, "data-still-reading"));
        }
    }

    fn open_words(&mut self, texts: &Texts) {
        if let Some(chart) = self.bare(texts) {
            self.words.fill(&chart);
            self.words.row = Word::Title;
            self.step = Step::Words;
        }
    }

    fn key_in_choice(
        &mut self,
        key: Key,
        action: Option<Action>,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        let Some(file) = &mut self.file else {
            return;
        };
        if file.finder.is_some() {
            return self.key_in_finder(key, action, cx.texts, out);
        }
        let rows = file.rows();
        let at = rows.iter().position(|row| *row == file.row).unwrap_or(0);
        let step = |by: isize| rows[at.saturating_add_signed(by).min(rows.len() - 1)];
        match action {
            Some(Action::Up) => file.row = step(-1),
            Some(Action::Down) => file.row = step(1),
            Some(Action::PageUp) => file.row = step(-PAGE),
            Some(Action::PageDown) => file.row = step(PAGE),
            Some(Action::ChoiceNext | Action::ChoiceBefore) => {
                let by = if action == Some(Action::ChoiceNext) {
                    1
                } else {
                    -1
                };
                let row = file.row;
                if file.turn_row(row, by) {
                    self.picked(row, cx.texts, out);
                }
            }
            Some(Action::MarkChoice) => self.open_finder(None, cx.texts),
            Some(Action::Cancel) => {
                self.top = 0;
                self.step = Step::Preview;
            }
            Some(Action::Confirm) => {
                if file.asked.is_some() {
                    self.trouble = Some(t!(cx.texts, "data-still-reading"));
                } else if file.chosen.is_some() {
                    self.open_words(cx.texts);
                } else {
                    self.ask_place(cx.texts);
                }
            }
            _ => {
                if let Some(typed) = key.chord.typed() {
                    self.open_finder(Some(typed), cx.texts);
                }
            }
        }
    }

    /// Asks which place is theirs, where there are many and nobody has said it.
    fn ask_place(&mut self, texts: &Texts) {
        if let Some(file) = &mut self.file
            && let Some(place) = file.unanswered
        {
            file.row = Row::Filter(place);
            self.open_finder(None, texts);
        }
    }

    /// Something was picked in a row: the chart of it is asked for, once it is known whose place it is about.
    fn picked(&mut self, row: Row, texts: &Texts, out: &mut Vec<Effect>) {
        let Some(file) = &mut self.file else {
            return;
        };
        if file.unanswered.is_some() {
            return self.ask_place(texts);
        }
        let ways = file.ways(row);
        self.ask_choose(ways, out);
    }

    fn open_finder(&mut self, typed: Option<char>, texts: &Texts) {
        if let Some(file) = &mut self.file {
            let names = file
                .picks(file.row)
                .iter()
                .map(|pick| file.say(file.row, pick, texts))
                .collect();
            // Where a place is asked for, the list begins below "all".
            let asks = file.unanswered.map(Row::Filter) == Some(file.row);
            let at = if asks {
                1
            } else {
                file.picked(file.row).first().copied().unwrap_or(0)
            };
            file.finder = Some(Finder::new(names, at, typed));
        }
    }

    fn key_in_finder(
        &mut self,
        key: Key,
        action: Option<Action>,
        texts: &Texts,
        out: &mut Vec<Effect>,
    ) {
        let Some(file) = &mut self.file else {
            return;
        };
        let Some(finder) = &mut file.finder else {
            return;
        };
        match action {
            Some(Action::Cancel) => file.finder = None,
            Some(Action::Up) => finder.walk(-1),
            Some(Action::Down) => finder.walk(1),
            Some(Action::PageUp) => finder.walk(-PAGE),
            Some(Action::PageDown) => finder.walk(PAGE),
            Some(Action::MarkChoice) => finder.mark(),
            Some(Action::Confirm) => {
                let taken = finder.taken();
                let row = file.row;
                let all = file.picks(row);
                let picks: Vec<Pick> = taken
                    .iter()
                    .filter_map(|place| all.get(*place).cloned())
                    .collect();
                if picks.is_empty() {
                    return;
                }
                file.finder = None;
                file.pick(row, &picks);
                self.picked(row, texts, out);
            }
            _ => {
                if finder.line.key(key.chord) {
                    finder.selected = 0;
                }
            }
        }
    }

    fn key_in_words(&mut self, key: Key, action: Option<Action>) {
        match action {
            Some(Action::Up) => self.words.walk(-1),
            Some(Action::Down) => self.words.walk(1),
            Some(Action::ChoiceNext) => self.words.turn(1),
            Some(Action::ChoiceBefore) => self.words.turn(-1),
            Some(Action::Cancel) => {
                self.step = if self.of_file {
                    Step::Choose
                } else {
                    Step::Preview
                }
            }
            _ if self.words.row != Word::Purpose => {
                self.words.line_mut().key(key.chord);
            }
            _ => {}
        }
    }

    fn key_when_saved(&mut self, action: Option<Action>) -> Then {
        match action {
            Some(Action::Confirm) => {
                self.another();
                Then::Stay
            }
            Some(Action::Cancel) => {
                if self.place != Place::Alone {
                    self.another();
                    self.step = Step::Lines;
                    return Then::Back;
                }
                Then::Leave
            }
            _ => Then::Stay,
        }
    }

    /// One more chart: of the same file where there is one, else the box is empty again.
    fn another(&mut self) {
        self.words = Words::default();
        if self.of_file {
            self.step = Step::Choose;
        } else {
            self.lines = super::lines::Lines::default();
            self.step = Step::Lines;
        }
    }
}
