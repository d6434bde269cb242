//! Putting rows of text into a rectangle, and saying what was cut.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

use crate::{
    t,
    text::{
        Texts,
        width::{fit, width, wrap},
    },
    view::{glyph, style},
};

/// Rows of styled text of one width, in the making.
pub(super) struct Rows {
    cols: usize,
    /// The rows so far.
    pub(super) lines: Vec<Line<'static>>,
}

impl Rows {
    /// Begins rows for an area.
    pub(super) fn for_width(cols: u16) -> Self {
        Self {
            cols: usize::from(cols),
            lines: Vec::new(),
        }
    }

    /// Returns how many rows there are.
    pub(super) fn len(&self) -> u16 {
        u16::try_from(self.lines.len()).unwrap_or(u16::MAX)
    }

    /// Adds an empty row.
    pub(super) fn gap(&mut self) {
        self.lines.push(Line::default());
    }

    /// Adds a row as it is; what is too wide is cut when it is drawn.
    pub(super) fn line(&mut self, line: impl Into<Line<'static>>) {
        self.lines.push(line.into());
    }

    /// Adds text that wraps under its first column.
    pub(super) fn text(&mut self, text: &str, style: Style) {
        self.hanging(Span::raw(""), 0, text, style);
    }

    /// Adds a label and text that wraps beside it, `indent` columns in.
    pub(super) fn hanging(
        &mut self,
        label: Span<'static>,
        indent: usize,
        text: &str,
        style: Style,
    ) {
        let room = self.cols.saturating_sub(indent).max(1);
        let mut label = Some(label);
        for row in wrap(text, room) {
            let lead = match label.take() {
                Some(label) => {
                    let missing = indent.saturating_sub(label.width());
                    vec![label, Span::raw(" ".repeat(missing))]
                }
                None => vec![Span::raw(" ".repeat(indent))],
            };
            let mut line = Line::from(lead);
            line.push_span(Span::styled(row, style));
            self.lines.push(line);
        }
    }

    /// Draws the rows from the top of an area. Where they do not fit, the last row's end says how many are missing.
    pub(super) fn draw(&self, texts: Texts, area: Rect, buf: &mut Buffer) {
        let room = usize::from(area.height);
        for (line, row) in self.lines.iter().zip(area.rows()) {
            put(line, row, buf);
        }
        let missing = self.lines.len().saturating_sub(room);
        if missing > 0 && room > 0 {
            let last = Rect {
                y: area.bottom() - 1,
                height: 1,
                ..area
            };
            let more = format!(" {}", more_below(texts, missing));
            let line = &self.lines[room - 1];
            let left = usize::from(last.width).saturating_sub(width(&more));
            if line.width() > left {
                clear(last, buf);
                put(&shortened(line, left), last, buf);
            }
            right(&more, style::QUIET, last, buf);
        }
    }
}

/// Cuts a line to so many columns, between words where it can.
fn shortened(line: &Line<'static>, cols: usize) -> Line<'static> {
    let text: String = line.spans.iter().map(|span| &*span.content).collect();
    let kept = fit(&text, cols);
    let mut left = kept.trim_end_matches('…').len();
    let mut cut = Line::default().style(line.style);
    for span in line {
        let end = span.content.floor_char_boundary(left);
        let (piece, _) = span.content.split_at(end);
        cut.push_span(Span::styled(piece.to_owned(), span.style));
        left -= end;
        if left == 0 {
            break;
        }
    }
    let style = line.spans.last().map_or(Style::new(), |span| span.style);
    cut.push_span(Span::styled("…", style));
    cut
}

/// Draws one line in one row, cut at the edge.
pub(super) fn put(line: &Line<'_>, row: Rect, buf: &mut Buffer) {
    let row = row.intersection(buf.area);
    if row.is_empty() {
        return;
    }
    let mut x = row.x;
    for span in line {
        let style = line.style.patch(span.style);
        x = run(
            &span.content,
            style,
            Rect {
                x,
                width: row.right() - x,
                ..row
            },
            buf,
        );
        if x >= row.right() {
            return;
        }
    }
}

/// Draws one run of text; returns the column after it.
fn run(text: &str, style: Style, row: Rect, buf: &mut Buffer) -> u16 {
    let room = usize::from(row.width);
    if room == 0 {
        return row.x;
    }
    if is_single(text) && text.chars().count() <= room {
        let mut x = row.x;
        for c in text.chars() {
            buf[(x, row.y)].set_char(c).set_style(style);
            x += 1;
        }
        return x;
    }
    let cut = (width(text) > room).then(|| fit(text, room));
    let text = cut.as_deref().unwrap_or(text);
    buf.set_stringn(row.x, row.y, text, room, style).0
}

/// Tells whether every character is a column of its own: nearly all text is, and then no graphemes must be looked for.
///
/// Letters of Latin scripts, the marks of Swedish and English text, and what samtal draws with; no combining mark is among them, so
/// a text that has one goes the longer way.
fn is_single(text: &str) -> bool {
    text.chars().all(|c| {
        matches!(c,
            ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2500}'..='\u{259f}'
            | '–' | '—' | '…' | '’' | '“' | '”' | '›' | '‹' | '→' | '▶' | '▴' | '▾' | '✓')
    })
}

/// Draws text at the left of a row.
pub(super) fn left(text: &str, style: Style, row: Rect, buf: &mut Buffer) {
    let row = row.intersection(buf.area);
    if !row.is_empty() {
        run(text, style, row, buf);
    }
}

/// Draws one text at the left and one at the right end of a row; the left one is cut where they meet.
pub(super) fn ends(left_end: (&str, Style), right_end: (&str, Style), row: Rect, buf: &mut Buffer) {
    let taken = u16::try_from(width(right_end.0)).unwrap_or(u16::MAX);
    let gap = u16::from(taken > 0);
    let room = Rect {
        width: row.width.saturating_sub(taken.saturating_add(gap)),
        ..row
    };
    left(left_end.0, left_end.1, room, buf);
    right(right_end.0, right_end.1, row, buf);
}

/// Draws text at the right end of a row, over what stands there.
pub(super) fn right(text: &str, style: Style, row: Rect, buf: &mut Buffer) {
    let wide = u16::try_from(width(text))
        .unwrap_or(u16::MAX)
        .min(row.width);
    let place = Rect {
        x: row.right() - wide,
        width: wide,
        ..row
    };
    clear(place, buf);
    left(text, style, place, buf);
}

/// Draws a line across a row, with words in it where there are any.
pub(super) fn rule_with(words: &str, look: Style, row: Rect, buf: &mut Buffer) {
    let row = row.intersection(buf.area);
    for x in row.left()..row.right() {
        buf[(x, row.y)]
            .set_symbol(glyph::RULE)
            .set_style(style::QUIET);
    }
    if !words.is_empty() && row.width > 6 {
        let inner = Rect {
            x: row.x + 2,
            width: row.width - 4,
            ..row
        };
        let words = format!(" {} ", fit(words, usize::from(inner.width) - 2));
        let place = Rect {
            width: u16::try_from(width(&words))
                .unwrap_or(inner.width)
                .min(inner.width),
            ..inner
        };
        clear(place, buf);
        left(&words, look, place, buf);
    }
}

/// Draws a line across a row.
pub(super) fn rule(row: Rect, buf: &mut Buffer) {
    rule_with("", style::PLAIN, row, buf);
}

/// So many hidden rows are counted; more are said as "99+".
pub(super) const COUNTED: usize = 99;

/// Says what lies above and below a list: "▴ 12 ▾ 3 till".
pub(super) fn outside(texts: Texts, around: (usize, usize)) -> String {
    let hidden = hidden(around);
    if hidden.is_empty() {
        return hidden;
    }
    t!(texts, "view-outside", n = hidden)
}

/// The same without words, for a narrow head: "▴ 12 ▾ 3".
pub(super) fn hidden((above, below): (usize, usize)) -> String {
    let number = |n: usize| {
        if n > COUNTED {
            format!("{COUNTED}+")
        } else {
            n.to_string()
        }
    };
    let parts: Vec<_> = [(above, glyph::ABOVE), (below, glyph::BELOW)]
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, mark)| format!("{mark} {}", number(n)))
        .collect();
    parts.join(" ")
}

/// Says that more lies below: "▾ 6 till".
pub(super) fn more_below(texts: Texts, n: usize) -> String {
    format!("{} {}", glyph::BELOW, t!(texts, "view-more", n = n))
}

/// Draws a line down a column.
pub(super) fn wall(column: Rect, buf: &mut Buffer) {
    let column = column.intersection(buf.area);
    for y in column.top()..column.bottom() {
        buf[(column.x, y)]
            .set_symbol(glyph::WALL)
            .set_style(style::QUIET);
    }
}

/// Empties an area.
pub(super) fn clear(area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            buf[(x, y)].reset();
        }
    }
}

/// Gives an area the style of something that stands out, to its very edges.
pub(super) fn tint(style: Style, area: Rect, buf: &mut Buffer) {
    buf.set_style(area.intersection(buf.area), style);
}

/// Takes rows from the top of an area; the rest stays.
pub(super) fn top(area: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    let taken = Rect {
        height: rows,
        ..*area
    };
    area.y += rows;
    area.height -= rows;
    taken
}

/// Takes rows from the bottom of an area; the rest stays.
pub(super) fn bottom(area: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    area.height -= rows;
    Rect {
        y: area.bottom(),
        height: rows,
        ..*area
    }
}

/// Takes columns from the left of an area; the rest stays.
pub(super) fn side(area: &mut Rect, cols: u16) -> Rect {
    let cols = cols.min(area.width);
    let taken = Rect {
        width: cols,
        ..*area
    };
    area.x += cols;
    area.width -= cols;
    taken
}

/// Leaves a column free at the left edge, which every pane begins with.
pub(super) fn margin(area: Rect) -> Rect {
    let cols = area.width.min(1);
    Rect {
        x: area.x + cols,
        width: area.width - cols,
        ..area
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_way_draws_the_same_as_the_long_one() {
        let area = Rect::new(0, 0, 20, 1);
        for text in [
            "",
            "Åk 8 ██▌░ 78 %",
            "a\u{a0}b – ”c” …",
            "›‹→▶▴▾✓│─",
            "e\u{301} 👩‍👧 漢字",
            "så många ord att de inte ryms på en rad",
        ] {
            let (mut own, mut known) = (Buffer::empty(area), Buffer::empty(area));
            left(text, style::STRONG, area, &mut own);
            known.set_stringn(0, 0, fit(text, 20), 20, style::STRONG);
            assert_eq!(own, known, "{text}");
        }
        for single in '\u{a0}'..='\u{259f}' {
            let text = single.to_string();
            assert!(!is_single(&text) || width(&text) == 1, "{single:?}");
        }
    }
}
