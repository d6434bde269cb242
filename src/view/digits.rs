//! Big digits for the countdown, seen from across a room while the eyes stay on faces.
//!
//! ```text
//! large            small
//!     ██  ██████    █ ▀▀█
//!     ██      ██    █  ▀█
//!     ██  ██████    █ ▀▀▀
//!     ██      ██
//!     ██  ██████
//! ```
//!
//! One font of three by five dots stands in three sizes. The large ones need only whole blocks, so their ASCII twins read as well;
//! the small one is half blocks and gives way to plain text in ASCII.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

/// The dots of one sign, row by row, from the left in the lowest three bits.
type Dots = [u8; 5];

const ROWS: u16 = 5;

/// How large one dot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    /// Four columns by two rows: ten rows in all.
    Huge,
    /// Two columns by one row: five rows in all.
    Large,
    /// One column by half a row: three rows in all.
    Small,
}

impl Size {
    /// From the largest down.
    const ALL: [Self; 3] = [Self::Huge, Self::Large, Self::Small];

    const fn dot(self) -> u16 {
        match self {
            Self::Huge => 4,
            Self::Large => 2,
            Self::Small => 1,
        }
    }

    /// Returns how many rows the digits take.
    pub(super) const fn rows(self) -> u16 {
        match self {
            Self::Huge => ROWS * 2,
            Self::Large => ROWS,
            Self::Small => 3,
        }
    }

    /// Returns how many columns a text takes.
    pub(super) fn columns(self, text: &str) -> u16 {
        let dots: u16 = text.chars().map(|c| width(c) + 1).sum();
        dots.saturating_sub(1) * self.dot()
    }

    /// Finds the largest size at which a text fits; half blocks only where they are seen.
    pub(super) fn fitting(text: &str, columns: u16, rows: u16, half_blocks: bool) -> Option<Self> {
        Self::ALL.into_iter().find(|size| {
            size.rows() <= rows
                && size.columns(text) <= columns
                && (half_blocks || *size != Self::Small)
        })
    }
}

const fn width(c: char) -> u16 {
    match c {
        ':' => 1,
        _ => 3,
    }
}

const fn dots(c: char) -> Dots {
    match c {
        '0' => [0b111, 0b101, 0b101, 0b101, 0b111],
        '1' => [0b001, 0b001, 0b001, 0b001, 0b001],
        '2' => [0b111, 0b001, 0b111, 0b100, 0b111],
        '3' => [0b111, 0b001, 0b111, 0b001, 0b111],
        '4' => [0b101, 0b101, 0b111, 0b001, 0b001],
        '5' => [0b111, 0b100, 0b111, 0b001, 0b111],
        '6' => [0b111, 0b100, 0b111, 0b101, 0b111],
        '7' => [0b111, 0b001, 0b001, 0b001, 0b001],
        '8' => [0b111, 0b101, 0b111, 0b101, 0b111],
        '9' => [0b111, 0b101, 0b111, 0b001, 0b111],
        ':' => [0, 1, 0, 1, 0],
        '+' => [0, 0b010, 0b111, 0b010, 0],
        '-' => [0, 0, 0b111, 0, 0],
        _ => [0; 5],
    }
}

/// Draws digits, `:`, `+` and `-` from the upper left corner; what does not fit is left out.
pub(super) fn draw(text: &str, size: Size, style: Style, area: Rect, buf: &mut Buffer) {
    let mut left = area.x;
    for c in text.chars() {
        let (dots, width) = (dots(c), width(c));
        for column in 0..width * size.dot() {
            for row in 0..size.rows() {
                let (x, y) = (left + column, area.y + row);
                let bit = width - 1 - column / size.dot();
                let symbol = symbol(dots, bit, row, size);
                if symbol != ' ' && x < area.right() && y < area.bottom() {
                    buf[(x, y)].set_char(symbol).set_style(style);
                }
            }
        }
        left = left.saturating_add((width + 1) * size.dot());
    }
}

fn symbol(dots: Dots, bit: u16, row: u16, size: Size) -> char {
    let lit = |dot: u16| {
        dots.get(usize::from(dot))
            .is_some_and(|row| row >> bit & 1 == 1)
    };
    let (upper, lower) = match size {
        Size::Huge => (lit(row / 2), lit(row / 2)),
        Size::Large => (lit(row), lit(row)),
        Size::Small => (lit(row * 2), lit(row * 2 + 1)),
    };
    match (upper, lower) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, size: Size) -> Vec<String> {
        let area = Rect::new(0, 0, size.columns(text), size.rows());
        let mut buf = Buffer::empty(area);
        draw(text, size, Style::new(), area, &mut buf);
        (0..area.height)
            .map(|y| (0..area.width).map(|x| buf[(x, y)].symbol()).collect())
            .collect()
    }

    #[test]
    fn digits_look_like_digits() {
        assert_eq!(
            drawn("14:0", Size::Large),
            [
                "    ██  ██  ██      ██████",
                "    ██  ██  ██  ██  ██  ██",
                "    ██  ██████      ██  ██",
                "    ██      ██  ██  ██  ██",
                "    ██      ██      ██████",
            ]
        );
        assert_eq!(drawn("25", Size::Small), ["▀▀█ █▀▀", "█▀▀ ▀▀█", "▀▀▀ ▀▀▀"]);
    }

    #[test]
    fn the_largest_size_that_fits_is_taken() {
        assert_eq!(Size::fitting("13", 30, 10, true), Some(Size::Huge));
        assert_eq!(Size::fitting("13", 30, 9, true), Some(Size::Large));
        assert_eq!(Size::fitting("13:30", 30, 9, true), Some(Size::Small));
        assert_eq!(Size::fitting("13:30", 30, 9, false), None);
        assert_eq!(Size::fitting("13", 30, 2, true), None);
    }

    #[test]
    fn a_small_area_is_not_overrun() {
        let area = Rect::new(0, 0, 3, 2);
        let mut buf = Buffer::empty(area);
        draw("88:88", Size::Huge, Style::new(), area, &mut buf);
        assert_eq!(buf[(2, 1)].symbol(), "█");
    }
}
