//! Colours and glyphs. Colour never says anything alone: every bar has a pattern, every line a mark.

use ratatui::style::{Color, Modifier, Style};
use serde::{Deserialize, Serialize};

/// Which characters a chart is drawn with: a setting, since fonts differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Glyphs {
    /// Blocks, which every font of a terminal has and a video call keeps whole.
    #[default]
    Blocks,
    /// Blocks for bars and braille dots for lines, which are finer.
    Braille,
    /// Characters of a typewriter only.
    Ascii,
}

/// The limit of small numbers where nobody set another.
pub const SMALL_NUMBER_LIMIT: u32 = 5;

/// How a chart looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Look {
    /// The characters.
    pub glyphs: Glyphs,
    /// Whether there are colours besides the terminal's own.
    pub colour: bool,
    /// Fewer people than this are not told of beside per cent: a setting.
    pub small_number_limit: u32,
}

impl Default for Look {
    fn default() -> Self {
        Self::new(Glyphs::default(), false)
    }
}

/// Words and axes that stand back.
pub(super) const QUIET: Style = Style::new().add_modifier(Modifier::DIM);
/// Words that stand out.
pub(super) const STRONG: Style = Style::new().add_modifier(Modifier::BOLD);

/// Named colours that stand out on a dark and on a light ground; plain blue is lost on black.
const COLOURS: [Color; 4] = [Color::Cyan, Color::Magenta, Color::Green, Color::LightBlue];
/// Patterns of groups, the ones that differ most first; with four they run from dark to light.
const GROUPS: [&str; 4] = ["█", "▒", "░", "▓"];
const GROUPS_ASCII: [&str; 4] = ["#", "=", ".", "+"];
/// Patterns of answers in their order.
const ANSWERS: [&str; 7] = ["█", "▓", "▒", "░", "▄", "▀", "·"];
const ANSWERS_ASCII: [&str; 7] = ["#", "=", "+", "-", ":", "~", "."];
/// Marks of lines.
const MARKS: [&str; 4] = ["●", "○", "■", "□"];
const MARKS_ASCII: [&str; 4] = ["*", "o", "+", "x"];

fn nth<T: Copy>(of: &[T], index: usize) -> T {
    of[index % of.len()]
}

impl Look {
    /// Makes a look with the limit of small numbers where nobody set another.
    pub const fn new(glyphs: Glyphs, colour: bool) -> Self {
        Self {
            glyphs,
            colour,
            small_number_limit: SMALL_NUMBER_LIMIT,
        }
    }

    /// Takes another limit.
    #[must_use]
    pub const fn hiding_under(self, small_number_limit: u32) -> Self {
        Self {
            small_number_limit,
            ..self
        }
    }

    pub(super) fn ascii(self) -> bool {
        self.glyphs == Glyphs::Ascii
    }

    /// The style of the bar, answer or line of an index.
    pub(super) fn tint(self, index: usize) -> Style {
        if self.colour {
            Style::new().fg(nth(&COLOURS, index))
        } else {
            Style::new()
        }
    }

    pub(super) fn group(self, index: usize) -> &'static str {
        nth(if self.ascii() { &GROUPS_ASCII } else { &GROUPS }, index)
    }

    /// The pattern of an answer; with five or more answers the last, often *do not know*, is a light dot.
    pub(super) fn answer(self, index: usize, count: usize) -> &'static str {
        let patterns = if self.ascii() {
            &ANSWERS_ASCII
        } else {
            &ANSWERS
        };
        if count > 4 && index + 1 == count {
            patterns[6]
        } else {
            nth(patterns, index)
        }
    }

    pub(super) fn mark(self, index: usize) -> &'static str {
        nth(if self.ascii() { &MARKS_ASCII } else { &MARKS }, index)
    }

    pub(super) fn upright(self) -> &'static str {
        if self.ascii() { "|" } else { "│" }
    }

    /// The upright of a break in a series.
    pub(super) fn cleft(self) -> &'static str {
        if self.ascii() { ":" } else { "¦" }
    }

    /// What stands between parts of a line of words.
    pub(super) fn dot(self) -> &'static str {
        if self.ascii() { " - " } else { " · " }
    }

    /// Spells a sentence of samtal's own with the signs that the look has.
    pub(super) fn spelled(self, words: String) -> String {
        if self.ascii() {
            words.replace(['”', '“'], "\"").replace('\u{2212}', "-")
        } else {
            words
        }
    }

    /// The mark of what was cut.
    pub(super) fn cut(self) -> &'static str {
        if self.ascii() { ".." } else { "…" }
    }
}
