//! The minutes on the screen where there is no pager: scrolled, searched, left with `q`.
//!
//! ```text
//! == NÄSTA STEG ==============================
//!  [ ] S1  Anna    ring fritidsgården      v49
//!  …
//!  rad 1–24 av 188   / sök   n nästa   q tillbaka
//! ```

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
};
use unicode_segmentation::UnicodeSegmentation;

use crate::{
    app::{Model, Reader},
    input::{Action, Mode},
    t,
    text::width::{grapheme_width, width},
    view::{ink, keys, style},
};

/// Draws the lines from the top one on; returns where the cursor stands while something is looked for.
pub(super) fn draw(
    model: &Model,
    reader: &Reader,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    ink::clear(area, buf);
    let mut area = area;
    let foot = ink::bottom(&mut area, 1);
    let mut shown = 0;
    let mut rest = area;
    for line in reader.lines.iter().skip(reader.top) {
        if rest.is_empty() {
            break;
        }
        let found = reader.holds(line);
        for row in wrapped(line, usize::from(area.width)) {
            let place = ink::top(&mut rest, 1);
            ink::put(&row, place, buf);
            if found {
                ink::tint(style::STRONG, place, buf);
            }
        }
        shown += 1;
    }
    if reader.asking {
        let ask = format!("/{}", reader.find);
        ink::left(&ask, style::STRONG, foot, buf);
        let wide = u16::try_from(width(&ask)).unwrap_or(u16::MAX);
        let x = foot
            .x
            .saturating_add(wide)
            .min(foot.right().saturating_sub(1));
        return (!foot.is_empty()).then_some(Position { x, y: foot.y });
    }
    if reader.missed {
        let words = t!(
            model.texts,
            "view-reader-missed",
            words = reader.find.clone()
        );
        ink::left(&words, style::STRONG, foot, buf);
        return None;
    }
    place_and_keys(model, reader, shown, foot, buf);
    None
}

fn place_and_keys(model: &Model, reader: &Reader, shown: usize, foot: Rect, buf: &mut Buffer) {
    let place = t!(
        model.texts,
        "view-reader-place",
        first = reader.top + 1,
        last = (reader.top + shown).max(1),
        of = reader.lines.len()
    );
    let mut foot = foot;
    let wide = u16::try_from(width(&place) + 3).unwrap_or(u16::MAX);
    let left = ink::side(&mut foot, wide);
    ink::left(&place, style::QUIET, left, buf);
    let actions = [
        Action::Leave,
        Action::PageDown,
        Action::Find,
        Action::FindNext,
    ];
    keys::of_screen(model, Mode::Reader, &actions, foot, buf);
}

/// Breaks a styled line into rows of so many columns, between graphemes: minutes are wider than a narrow window.
fn wrapped(line: &Line<'static>, cols: usize) -> Vec<Line<'static>> {
    if cols == 0 {
        return Vec::new();
    }
    if line.width() <= cols {
        return vec![line.clone()];
    }
    let mut rows = vec![Line::default().style(line.style)];
    let mut used = 0;
    for span in line {
        let mut piece = String::new();
        for grapheme in span.content.graphemes(true) {
            let wide = grapheme_width(grapheme);
            if used + wide > cols && used > 0 {
                finish(&mut rows, &mut piece, span.style);
                rows.push(Line::default().style(line.style));
                used = 0;
            }
            piece.push_str(grapheme);
            used += wide;
        }
        finish(&mut rows, &mut piece, span.style);
    }
    rows
}

fn finish(rows: &mut [Line<'static>], piece: &mut String, look: Style) {
    if let Some(row) = rows.last_mut()
        && !piece.is_empty()
    {
        row.push_span(Span::styled(std::mem::take(piece), look));
    }
}
