//! The box for pasted cells and typed lines, with what is made of them at once.

use std::path::PathBuf;

use crate::{
    data::{
        paste::{self, PasteWish, Pasted, Split},
        rows::seen::Sign,
    },
    input::line_editor::LineEditor,
    text::SafeText,
};

/// Endings of names of files that are read.
const ENDINGS: [&str; 12] = [
    ".csv",
    ".tsv",
    ".tab",
    ".txt",
    ".xlsx",
    ".xlsm",
    ".xlsb",
    ".xls",
    ".ods",
    ".px",
    ".json",
    ".json-stat",
];

/// Pasted cells and typed lines.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    /// The lines above the one that is typed on.
    pub lines: Vec<String>,
    /// The line that is typed on.
    pub line: LineEditor,
    /// What a person wants to be read otherwise.
    pub wish: PasteWish,
    /// What it makes.
    pub pasted: Pasted,
}

impl Lines {
    /// Says whether nothing stands in the box.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.line.text().trim().is_empty()
    }

    /// Puts pasted text in: its lines stand above, and an empty line is open.
    pub(super) fn paste(&mut self, text: &str) {
        let several = text.contains(['\n', '\r', '\t', '\u{b}', '\u{c}', '\u{2028}']);
        if !several {
            self.line.insert(SafeText::line(text).as_str());
            return self.read();
        }
        let typed = self.line.take();
        let whole = if typed.is_empty() {
            text.to_owned()
        } else {
            format!("{typed}{text}")
        };
        let whole = whole.replace("\r\n", "\n");
        let is_end =
            |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}');
        let whole = whole.strip_suffix(is_end).unwrap_or(&whole);
        self.lines.extend(whole.split(is_end).map(str::to_owned));
        self.read();
    }

    /// Takes the typed line up among the others; says no where it is empty.
    pub(super) fn take_line(&mut self) -> bool {
        if self.line.text().trim().is_empty() {
            return false;
        }
        let line = self.line.take();
        self.lines.push(line);
        self.read();
        true
    }

    /// Opens the last line again, to change it.
    pub(super) fn open_last(&mut self) {
        if let Some(last) = self.lines.pop() {
            // A tab cannot be typed on a line; spaces tell cells apart as well.
            self.line = LineEditor::with(SafeText::line(&last.replace('\t', "   ")).as_str());
            self.read();
        }
    }

    /// Reads what stands there anew.
    pub(super) fn read(&mut self) {
        let mut text = self.lines.join("\n");
        if !self.line.text().trim().is_empty() {
            if !self.lines.is_empty() {
                text.push('\n');
            }
            text.push_str(self.line.text());
        }
        self.pasted = paste::read(&text, self.wish);
    }

    /// Returns the file that is named where nothing but its name stands here, as a terminal writes a file that was dropped on it.
    pub(super) fn named_file(&self) -> Option<PathBuf> {
        match (self.lines.as_slice(), self.line.text()) {
            ([], line) => file_of(line),
            ([line], typed) if typed.trim().is_empty() => file_of(line),
            _ => None,
        }
    }

    /// Returns what can be changed, with the place of what holds now and the names of all that can be chosen.
    pub fn settings(&self) -> [LinesSetting; 3] {
        [
            LinesSetting::Split,
            LinesSetting::Decimal,
            LinesSetting::Headings,
        ]
    }

    /// Chooses the next or the one before of a setting.
    pub(super) fn turn(&mut self, setting: LinesSetting, by: isize) {
        match setting {
            LinesSetting::Split => {
                let ways: Vec<Option<Split>> =
                    std::iter::once(None).chain(Split::ALL.map(Some)).collect();
                self.wish.split = turned(&ways, &self.wish.split, by);
            }
            LinesSetting::Decimal => {
                let ways = [None, Some(Sign::Comma), Some(Sign::Point)];
                self.wish.decimal = turned(&ways, &self.wish.decimal, by);
            }
            LinesSetting::Headings => {
                let ways = [None, Some(true), Some(false)];
                self.wish.headings = turned(&ways, &self.wish.headings, by);
            }
        }
        self.read();
    }
}

/// Returns the file that a text names, as a terminal writes one that was dropped on it.
pub(super) fn file_of(only: &str) -> Option<PathBuf> {
    if only.trim().contains(['\n', '\r', '\t']) {
        return None;
    }
    let bare = only.trim().trim_matches(['\'', '"']);
    let bare = bare.strip_prefix("file://").unwrap_or(bare);
    let small = bare.to_lowercase();
    if !ENDINGS.iter().any(|ending| small.ends_with(ending)) {
        return None;
    }
    Some(PathBuf::from(without_escapes(bare)))
}

/// What of pasted text can be read otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinesSetting {
    /// How cells are told apart.
    Split,
    /// The sign before decimals.
    Decimal,
    /// Whether the first row holds headings.
    Headings,
}

/// Returns the neighbour of a choice; there is nothing beyond the ends.
fn turned<T: Copy + PartialEq>(ways: &[T], now: &T, by: isize) -> T {
    let at = ways.iter().position(|way| way == now).unwrap_or(0);
    let last = ways.len().saturating_sub(1);
    ways[at.saturating_add_signed(by).min(last)]
}

/// Takes away the marks that a shell puts before spaces. Elsewhere a backslash stands between folders.
fn without_escapes(path: &str) -> String {
    if cfg!(windows) {
        return path.to_owned();
    }
    let mut out = String::with_capacity(path.len());
    let mut chars = path.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.extend(chars.next()),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_dropped_is_known() {
        let named = |text: &str| {
            let mut lines = Lines::default();
            lines.paste(text);
            lines.named_file().map(|path| path.display().to_string())
        };
        assert_eq!(
            named("/home/a/Elever 2024.csv").as_deref(),
            Some("/home/a/Elever 2024.csv")
        );
        assert_eq!(
            named("'/home/a/x.XLSX' ").as_deref(),
            Some("/home/a/x.XLSX")
        );
        #[cfg(unix)]
        assert_eq!(
            named("/home/a/Elever\\ 2024.csv").as_deref(),
            Some("/home/a/Elever 2024.csv")
        );
        assert_eq!(named("file:///home/x.px\n").as_deref(), Some("/home/x.px"));
        assert_eq!(named("åk 9; 81"), None);
        assert_eq!(named("x.csv\ny.csv"), None);
    }

    #[test]
    fn lines_are_typed_taken_and_opened_again() {
        let mut lines = Lines::default();
        lines.paste("åk 8; 79");
        assert!(lines.take_line() && !lines.take_line());
        lines.paste("åk 9;");
        lines.paste(" 81\n");
        assert_eq!(lines.lines, ["åk 8; 79", "åk 9; 81"]);
        assert_eq!(lines.pasted.rows.len(), 2);
        lines.open_last();
        assert_eq!((lines.line.text(), lines.lines.len()), ("åk 9; 81", 1));
        lines.turn(LinesSetting::Headings, 1);
        assert!(lines.pasted.headed);
        lines.turn(LinesSetting::Headings, -1);
        assert!(!lines.pasted.headed);
    }
}
