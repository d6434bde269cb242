//! Every character that is not a letter, and its ASCII twin of the same width.
//!
//! Panes draw with the fine characters; where whole blocks do not come through, one pass over the finished screen puts the twins in
//! their place. So no pane asks which characters it may use, and none is forgotten.

use ratatui::{buffer::Buffer, layout::Rect};

/// A stage that is over.
pub(super) const DONE: &str = "✓";
/// The stage that runs; the chosen line.
pub(super) const HERE: &str = "▶";
/// A stage to come.
pub(super) const AHEAD: &str = "·";
/// A stage that is left out.
pub(super) const SKIPPED: &str = "–";
/// What a line to write on begins with.
pub(super) const PEN: &str = "›";
/// What waits for the second dialogue.
pub(super) const WAITS: &str = "◇";
/// More lies above.
pub(super) const ABOVE: &str = "▴";
/// More lies below.
pub(super) const BELOW: &str = "▾";
/// One thing follows another.
pub(super) const THEN: &str = "→";
/// A line across.
pub(super) const RULE: &str = "─";
/// A line down between columns.
pub(super) const WALL: &str = "│";
/// How far the stage is, down the left edge.
pub(super) const EDGE: &str = "▌";

/// Twins of what samtal draws itself, and of the marks that stand in Swedish and English texts.
const TWINS: [(char, char); 51] = [
    ('█', '#'),
    ('▓', '='),
    ('▒', '-'),
    ('░', '.'),
    ('▇', '#'),
    ('▆', '#'),
    ('▅', '='),
    ('▃', '-'),
    ('▂', '-'),
    ('▁', '_'),
    ('▀', '"'),
    ('▄', '_'),
    ('▌', '|'),
    ('▐', '|'),
    ('▏', '|'),
    ('▎', '|'),
    ('▍', '|'),
    ('▋', '#'),
    ('▊', '#'),
    ('▉', '#'),
    ('✓', 'x'),
    ('▶', '>'),
    ('▸', '>'),
    ('◀', '<'),
    ('▴', '^'),
    ('▾', 'v'),
    ('↑', '^'),
    ('↓', 'v'),
    ('→', '>'),
    ('←', '<'),
    ('›', '>'),
    ('‹', '<'),
    ('─', '-'),
    ('│', '|'),
    ('┬', '+'),
    ('┴', '+'),
    ('┼', '+'),
    ('·', '.'),
    ('•', '*'),
    ('●', '*'),
    ('○', 'o'),
    ('◇', '*'),
    ('–', '-'),
    ('—', '-'),
    ('−', '-'),
    ('…', '.'),
    ('’', '\''),
    ('”', '"'),
    ('“', '"'),
    ('\u{a0}', ' '),
    ('×', 'x'),
];

/// Puts the ASCII twin in the place of everything but ASCII and letters.
///
/// A wide character, such as an emoji in a note, becomes `?` and a space, so that no column moves.
pub(super) fn to_ascii(area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    for y in area.top()..area.bottom() {
        hidden_to_ascii(area, y, buf);
        for x in area.left()..area.right() {
            let cell = &mut buf[(x, y)];
            let symbol = cell.symbol();
            if symbol.len() == 1 || symbol.is_empty() {
                continue;
            }
            let twin = twin(symbol);
            cell.set_char(twin.unwrap_or('?'));
        }
    }
}

/// Puts `###` in the place of a hidden number: three by themselves, which no bar is.
fn hidden_to_ascii(area: Rect, y: u16, buf: &mut Buffer) {
    let is = |buf: &Buffer, x: u16, signs: &str| {
        let inside = x >= area.left() && x < area.right();
        inside && signs.contains(buf[(x, y)].symbol())
    };
    let mut x = area.left();
    while x < area.right() {
        if !is(buf, x, "▒") {
            x += 1;
            continue;
        }
        let from = x;
        while is(buf, x, "▒") {
            x += 1;
        }
        let bar = |at: Option<u16>| at.is_some_and(|at| is(buf, at, "░▓█"));
        if x - from == 3 && !bar(from.checked_sub(1)) && !bar(Some(x)) {
            for x in from..x {
                buf[(x, y)].set_char('#');
            }
        }
    }
}

/// Finds the twin of one cell; a letter is its own.
fn twin(symbol: &str) -> Option<char> {
    let mut chars = symbol.chars();
    let first = chars.next()?;
    if chars.next().is_none() && first.is_alphabetic() && crate::text::width::width(symbol) == 1 {
        return Some(first);
    }
    TWINS
        .iter()
        .find(|(fine, _)| *fine == first)
        .map(|(_, plain)| *plain)
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;
    use crate::text::width::width;

    #[test]
    fn every_twin_is_ascii_and_one_column() {
        for (fine, plain) in TWINS {
            assert!(plain.is_ascii(), "{fine}");
            assert_eq!(width(&fine.to_string()), 1, "{fine}");
        }
        for own in [
            DONE, HERE, AHEAD, SKIPPED, PEN, WAITS, ABOVE, BELOW, THEN, RULE, WALL, EDGE,
        ] {
            assert!(twin(own).is_some(), "{own}");
        }
    }

    #[test]
    fn letters_stay_and_the_rest_is_replaced() {
        let area = Rect::new(0, 0, 12, 1);
        let mut buf = Buffer::empty(area);
        buf.set_string(0, 0, "Åk 8 ██ 👩‍👧→…", Style::new());
        to_ascii(area, &mut buf);
        let row: String = (0..12).map(|x| buf[(x, 0)].symbol()).collect();
        assert_eq!(row, "Åk 8 ## ? >.");
    }

    #[test]
    fn a_hidden_number_is_no_bar() {
        for (fine, plain) in [
            ("ring ▒▒▒.", "ring ###."),
            ("▒▒▒", "###"),
            ("▒▒▒░░░", "---..."),
            ("▒▒▒▒ ▒▒", "---- --"),
        ] {
            let area = Rect::new(0, 0, width(fine) as u16, 1);
            let mut buf = Buffer::empty(area);
            buf.set_string(0, 0, fine, Style::new());
            to_ascii(area, &mut buf);
            let row: String = area.columns().map(|at| buf[(at.x, 0)].symbol()).collect();
            assert_eq!(row, plain);
        }
    }
}
