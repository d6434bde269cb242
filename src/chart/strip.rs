//! Lines of an exact width, whatever is put on them.

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use super::{Look, Pen};
use crate::text::width::{take, width, wrap};

/// One line as it is written from left to right; what goes past its end is left out, and its rest is spaces.
pub(super) struct Strip {
    spans: Vec<Span<'static>>,
    used: usize,
    cols: usize,
}

impl Strip {
    pub(super) fn new(cols: usize) -> Self {
        Self {
            spans: Vec::with_capacity(8),
            used: 0,
            cols,
        }
    }

    /// Writes as much as has room.
    pub(super) fn put(&mut self, text: &str, style: Style) {
        let (taken, cols, _) = take(text, self.cols - self.used);
        if !taken.is_empty() {
            self.used += cols;
            self.spans.push(Span::styled(taken.to_owned(), style));
        }
    }

    /// Writes at most so many columns, with a mark where it is cut.
    pub(super) fn cut(&mut self, text: &str, cols: usize, style: Style, look: Look) {
        let cols = cols.min(self.cols - self.used);
        self.put(&fit(text, cols, look), style);
    }

    /// Writes a glyph of one column so many times.
    pub(super) fn fill(&mut self, glyph: &str, count: usize, style: Style) {
        let count = count.min(self.cols - self.used);
        if count > 0 {
            self.used += count;
            self.spans.push(Span::styled(glyph.repeat(count), style));
        }
    }

    /// Leaves room up to a column; does nothing where the line is already past it.
    pub(super) fn to(&mut self, col: usize) {
        self.fill(" ", col.saturating_sub(self.used), Style::new());
    }

    /// Writes text so that it ends at a column, as numbers do.
    pub(super) fn right(&mut self, text: &str, end: usize, style: Style) {
        self.to(end.saturating_sub(width(text)));
        self.put(text, style);
    }

    pub(super) fn used(&self) -> usize {
        self.used
    }

    pub(super) fn line(mut self) -> Line<'static> {
        self.to(self.cols);
        Line::from(self.spans)
    }
}

/// Cuts text to so many columns at a whole grapheme; the mark of a cut is ASCII where everything is.
pub(super) fn fit(text: &str, cols: usize, look: Look) -> String {
    let text = text.replace('\n', " ");
    let (whole, _, rest) = take(&text, cols);
    if rest.is_empty() {
        return whole.to_owned();
    }
    let mark = look.cut();
    match cols.checked_sub(mark.chars().count()) {
        Some(room) => format!("{}{mark}", take(&text, room).0.trim_end()),
        None => mark.chars().take(cols).collect(),
    }
}

/// Wraps words over the whole width.
pub(super) fn wrapped(words: &str, style: Style, pen: &Pen<'_>) -> Vec<Line<'static>> {
    indented(words, 0, style, pen)
}

/// Wraps words from a column on.
pub(super) fn indented(words: &str, col: usize, style: Style, pen: &Pen<'_>) -> Vec<Line<'static>> {
    let col = if col + 8 > pen.cols { 0 } else { col };
    let rows = wrap(words, pen.cols - col).into_iter();
    rows.map(|row| {
        let mut strip = pen.strip();
        strip.to(col);
        // What wrapping writes or keeps of its own: the mark of a grapheme wider than the line, and spaces that do not break.
        let row = if pen.look.ascii() {
            row.replace('\u{a0}', " ").replace('…', "..")
        } else {
            row
        };
        strip.put(&row, style);
        strip.line()
    })
    .collect()
}

/// Writes parts side by side and goes on to the next line before a part that has no room; no part is split.
pub(super) struct Flow<'a> {
    pen: &'a Pen<'a>,
    col: usize,
    gap: usize,
    lines: Vec<Line<'static>>,
    strip: Strip,
}

impl<'a> Flow<'a> {
    /// Begins at a column, with so many spaces between parts.
    pub(super) fn new(pen: &'a Pen<'a>, col: usize, gap: usize) -> Self {
        let col = if col + 8 > pen.cols { 0 } else { col };
        let mut strip = pen.strip();
        strip.to(col);
        Self {
            pen,
            col,
            gap,
            lines: Vec::new(),
            strip,
        }
    }

    /// Adds a part of a glyph or name in one style and words in another.
    pub(super) fn part(&mut self, head: (&str, Style), words: (&str, Style)) {
        let wide = width(head.0) + width(words.0);
        if self.strip.used() > self.col {
            if self.strip.used() + self.gap + wide > self.pen.cols {
                let mut next = self.pen.strip();
                next.to(self.col);
                self.lines
                    .push(std::mem::replace(&mut self.strip, next).line());
            } else {
                self.strip.to(self.strip.used() + self.gap);
            }
        }
        self.strip.put(head.0, head.1);
        let room = self.pen.cols - self.strip.used();
        self.strip.cut(words.0, room, words.1, self.pen.look);
    }

    pub(super) fn lines(mut self) -> Vec<Line<'static>> {
        if self.strip.used() > self.col {
            self.lines.push(self.strip.line());
        }
        self.lines
    }
}
