//! The one line that notes are typed on: text and a cursor that never stands inside a grapheme.
//!
//! Pure: drawing only looks. Text is cleaned as it comes in, so that nothing a terminal
//! would act on stands in the line. A note with line breaks can be edited here too; they show as `↵`.

use crossterm::event::KeyCode;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use crate::{
    input::Chord,
    text::{SafeText, width},
};

/// The mark of text outside the window.
const CUT: &str = "…";

/// What a line break looks like on one row.
const BREAK: &str = "↵";

/// A line that is being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineEditor {
    text: String,
    /// A byte offset, always between two graphemes.
    cursor: usize,
    undo: Vec<Edit>,
    /// The last edit can still grow: nothing else happened since.
    open: bool,
}

/// One step of undo: what stood at a place, and what stands there now.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Edit {
    sort: Sort,
    at: usize,
    removed: String,
    inserted: String,
    cursor: usize,
}

/// What an edit can grow with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Typing,
    Erasing,
    Whole,
}

impl LineEditor {
    /// Opens a line on text that stands there already, with the cursor behind it.
    pub fn with(text: &str) -> Self {
        let text = SafeText::block(text).into_string();
        Self {
            cursor: text.len(),
            text,
            ..Self::default()
        }
    }

    /// Returns what is typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Tells whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Returns the place of the cursor as a byte offset in the text, always between two graphemes.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Returns what stands before the cursor and what behind it.
    pub fn around_cursor(&self) -> (&str, &str) {
        self.text.split_at(self.cursor)
    }

    /// Gives the text away and begins anew; nothing is left to undo.
    pub fn take(&mut self) -> String {
        std::mem::take(self).text
    }

    /// Does what a key does in a line; tells whether it was one of the line's keys. Enter, Esc, Tab, the arrows up and down and undo are
    /// the mode's.
    pub fn key(&mut self, chord: Chord) -> bool {
        if let Some(typed) = chord.typed() {
            self.type_char(typed);
            return true;
        }
        let word = chord.ctrl || chord.alt;
        match chord.code {
            KeyCode::Left if word => self.word_left(),
            KeyCode::Right if word => self.word_right(),
            KeyCode::Backspace if word => self.delete_word_left(),
            KeyCode::Delete if word => self.delete_word_right(),
            KeyCode::Left => self.left(),
            KeyCode::Right => self.right(),
            KeyCode::Home => self.home(),
            KeyCode::End => self.end(),
            KeyCode::Backspace => self.backspace(),
            KeyCode::Delete => self.delete(),
            KeyCode::Char(letter) if chord.ctrl && !chord.alt => return self.shell_key(letter),
            _ => return false,
        }
        true
    }

    /// The keys that hands know from a shell. Some terminals tell Ctrl+Backspace as Ctrl+H.
    fn shell_key(&mut self, letter: char) -> bool {
        match letter {
            'a' => self.home(),
            'e' => self.end(),
            'w' | 'h' => self.delete_word_left(),
            'u' => self.delete_to_start(),
            'k' => self.delete_to_end(),
            _ => return false,
        }
        true
    }

    /// Types one character.
    pub fn type_char(&mut self, c: char) {
        let mut bytes = [0; 4];
        let typed = SafeText::line(c.encode_utf8(&mut bytes)).into_string();
        self.put(&typed, Sort::Typing);
    }

    /// Puts text in on one line, as a paste does: line breaks become spaces. It is undone as one.
    pub fn insert(&mut self, text: &str) {
        self.put(&SafeText::line(text), Sort::Whole);
    }

    /// Removes the grapheme before the cursor.
    pub fn backspace(&mut self) {
        self.remove(self.previous(self.cursor), self.cursor, Sort::Erasing);
    }

    /// Removes the grapheme behind the cursor.
    pub fn delete(&mut self) {
        self.remove(self.cursor, self.next(self.cursor), Sort::Erasing);
    }

    /// Removes the word before the cursor, with what stands between.
    pub fn delete_word_left(&mut self) {
        self.remove(self.word_start(), self.cursor, Sort::Whole);
    }

    /// Removes the word behind the cursor, with what stands between.
    pub fn delete_word_right(&mut self) {
        self.remove(self.cursor, self.word_end(), Sort::Whole);
    }

    /// Removes everything before the cursor.
    pub fn delete_to_start(&mut self) {
        self.remove(0, self.cursor, Sort::Whole);
    }

    /// Removes everything behind the cursor.
    pub fn delete_to_end(&mut self) {
        self.remove(self.cursor, self.text.len(), Sort::Whole);
    }

    /// Moves a grapheme to the left.
    pub fn left(&mut self) {
        self.go(self.previous(self.cursor));
    }

    /// Moves a grapheme to the right.
    pub fn right(&mut self) {
        self.go(self.next(self.cursor));
    }

    /// Moves to the start of the line.
    pub fn home(&mut self) {
        self.go(0);
    }

    /// Moves to the end of the line.
    pub fn end(&mut self) {
        self.go(self.text.len());
    }

    /// Moves to the start of this word or the one before.
    pub fn word_left(&mut self) {
        self.go(self.word_start());
    }

    /// Moves to the end of this word or the next.
    pub fn word_right(&mut self) {
        self.go(self.word_end());
    }

    /// Takes the last edit back: a typed word, a run of erased letters, a paste. Tells whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(edit) = self.undo.pop() else {
            return false;
        };
        self.text
            .replace_range(edit.at..edit.at + edit.inserted.len(), &edit.removed);
        self.cursor = edit.cursor;
        self.open = false;
        true
    }

    /// Returns the part of the line around the cursor that fits so many columns, and the cursor's column in it.
    ///
    /// What lies outside is told by `…`. The row is never wider than asked and its graphemes are whole; the work does not grow with the
    /// text.
    pub fn view(&self, cols: usize) -> (String, usize) {
        let Some(last_col) = cols.checked_sub(1) else {
            return (String::new(), 0);
        };
        let (before, after) = self.around_cursor();
        let under = after
            .graphemes(true)
            .next()
            .map_or(1, |grapheme| shown(grapheme).1.max(1));
        // A quarter of the row stays for what comes, where there is something.
        let ahead = Window::forward(after, cols / 4).cols.max(under);
        let whole = Window::backward(before, cols.saturating_sub(ahead));
        let (mut row, left) = if whole.all {
            (String::new(), whole)
        } else {
            (
                CUT.to_owned(),
                Window::backward(before, last_col.saturating_sub(ahead)),
            )
        };
        let col = width::width(&row) + left.cols;
        row.extend(left.graphemes.iter().rev().copied());
        let room = cols.saturating_sub(col);
        let mut right = Window::forward(after, room);
        if !right.all {
            right = Window::forward(after, room.saturating_sub(1));
            right.graphemes.extend((room > 0).then_some(CUT));
        }
        row.extend(right.graphemes);
        (row, col.min(last_col))
    }

    fn put(&mut self, text: &str, sort: Sort) {
        if text.is_empty() {
            return;
        }
        let at = self.cursor;
        let grown = self.undo.last_mut().filter(|last| {
            let here = last.at + last.inserted.len() == at;
            let new_word = last.inserted.ends_with(char::is_whitespace)
                && !text.starts_with(char::is_whitespace);
            self.open && here && sort == Sort::Typing && last.sort == Sort::Typing && !new_word
        });
        match grown {
            Some(last) => last.inserted.push_str(text),
            None => self.undo.push(Edit {
                sort,
                at,
                removed: String::new(),
                inserted: text.to_owned(),
                cursor: at,
            }),
        }
        self.text.insert_str(at, text);
        self.open = true;
        self.cursor = self.boundary(at + text.len());
    }

    fn remove(&mut self, from: usize, to: usize, sort: Sort) {
        if from == to {
            return;
        }
        let removed: String = self.text.drain(from..to).collect();
        let grows = |last: &&mut Edit| {
            self.open
                && sort == Sort::Erasing
                && last.sort == Sort::Erasing
                && last.inserted.is_empty()
        };
        match self.undo.last_mut().filter(grows) {
            Some(last) if last.at == to => {
                last.removed.insert_str(0, &removed);
                last.at = from;
            }
            Some(last) if last.at == from => last.removed.push_str(&removed),
            _ => self.undo.push(Edit {
                sort,
                at: from,
                removed,
                inserted: String::new(),
                cursor: self.cursor,
            }),
        }
        self.open = true;
        self.cursor = self.boundary(from);
    }

    fn go(&mut self, place: usize) {
        self.cursor = place;
        self.open = false;
    }

    fn previous(&self, place: usize) -> usize {
        self.walk(place, GraphemeCursor::prev_boundary).unwrap_or(0)
    }

    fn next(&self, place: usize) -> usize {
        self.walk(place, GraphemeCursor::next_boundary)
            .unwrap_or(self.text.len())
    }

    /// Returns the place itself where it is between two graphemes, else the end of the one it is in: letters that met may have become one.
    fn boundary(&self, place: usize) -> usize {
        let mut cursor = GraphemeCursor::new(place, self.text.len(), true);
        if cursor.is_boundary(&self.text, 0).unwrap_or(false) {
            place
        } else {
            self.next(place)
        }
    }

    fn walk<E>(
        &self,
        place: usize,
        step: impl Fn(&mut GraphemeCursor, &str, usize) -> Result<Option<usize>, E>,
    ) -> Option<usize> {
        let mut cursor = GraphemeCursor::new(place, self.text.len(), true);
        // The whole text is at hand, so the cursor never asks for more.
        step(&mut cursor, &self.text, 0).ok().flatten()
    }

    fn word_start(&self) -> usize {
        let (before, _) = self.around_cursor();
        let kept = before
            .trim_end_matches(|c: char| !is_letter(c))
            .trim_end_matches(is_letter);
        self.boundary(kept.len())
    }

    fn word_end(&self) -> usize {
        let (_, after) = self.around_cursor();
        let rest = after
            .trim_start_matches(|c: char| !is_letter(c))
            .trim_start_matches(is_letter);
        self.boundary(self.text.len() - rest.len())
    }
}

/// Says that a character belongs to a word; marks belong to the letter they stand on.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

/// Returns how a grapheme looks on one row, and its columns.
fn shown(grapheme: &str) -> (&str, usize) {
    let shown = if grapheme == "\n" { BREAK } else { grapheme };
    (shown, width::grapheme_width(shown))
}

/// The graphemes that fit so many columns, in the order they were met.
struct Window<'a> {
    graphemes: Vec<&'a str>,
    cols: usize,
    /// Everything fitted.
    all: bool,
}

impl<'a> Window<'a> {
    fn forward(text: &'a str, cols: usize) -> Self {
        Self::collect(text.graphemes(true), cols)
    }

    fn backward(text: &'a str, cols: usize) -> Self {
        Self::collect(text.graphemes(true).rev(), cols)
    }

    fn collect(graphemes: impl Iterator<Item = &'a str>, cols: usize) -> Self {
        let mut window = Self {
            graphemes: Vec::new(),
            cols: 0,
            all: false,
        };
        for grapheme in graphemes {
            let (shown, wide) = shown(grapheme);
            if window.cols + wide > cols {
                return window;
            }
            window.cols += wide;
            window.graphemes.push(shown);
        }
        window.all = true;
        window
    }
}

#[cfg(test)]
mod tests;
