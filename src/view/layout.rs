//! Where things stand in the leading window, by its size.
//!
//! ```text
//! 44–79 columns             80–119                       120–179                       180 and more
//! header                    header                       header                        header
//! strip                     strip                        time                          time   │ question │ notes
//! time                      time                         ─────────────────────         ───────│ chart    │
//! ──────────                ───────────────────────      agenda │ script │ notes       agenda │ charts   │
//! script                    script or chart │ agenda     agenda │ chart  │ notes       agenda │          │
//! chart                     or notes                     agenda │        │ notes
//! notes                     ───────────────────────      ─────────────────────         ───────────────────────
//! note line                 note line                    note line                     note line
//! message                   message                      message                       message
//! keys                      keys                         keys                          keys
//! ```
//!
//! Under 44 columns or 16 rows: time, question, note line. Header, time, note line, message and keys keep their rows whatever happens.

use ratatui::layout::Rect;

use crate::view::ink;

/// How a window is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Time, question, note line.
    Tiny,
    /// One column, in the order of glances.
    Column,
    /// A header and one pane; Tab changes it.
    Pane,
    /// Agenda, script and chart, notes.
    Columns,
    /// Everything at once.
    Control,
}

impl Shape {
    /// Chooses by width, and falls back where there are too few rows.
    pub(super) const fn of(width: u16, height: u16) -> Self {
        match (width, height) {
            (..44, _) | (_, ..16) => Self::Tiny,
            (..80, _) => Self::Column,
            (..120, _) | (_, ..28) => Self::Pane,
            (..180, _) | (_, ..44) => Self::Columns,
            _ => Self::Control,
        }
    }
}

/// The places of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// Title, week, clock.
    pub(super) header: Rect,
    /// The rule under it.
    pub(super) rule: Rect,
    /// The agenda in one row; empty where the agenda has a column.
    pub(super) strip: Rect,
    /// The countdown and its words.
    pub(super) time: Rect,
    /// The rule under it.
    pub(super) divide: Rect,
    /// Everything that changes.
    pub(super) body: Rect,
    /// The note line with the row above and the row below it.
    pub(super) line: Rect,
    /// One row of message, the rest keys.
    pub(super) foot: Rect,
}

impl Frame {
    /// Divides a window that is not tiny.
    pub(super) fn of(shape: Shape, area: Rect) -> Self {
        let tall = area.height;
        let (strip, time, line) = match shape {
            Shape::Tiny | Shape::Column if tall >= 36 => (1, 10, 4),
            Shape::Tiny | Shape::Column if tall >= 26 => (1, 6, 3),
            Shape::Tiny | Shape::Column => (1, 4, 3),
            Shape::Pane if tall >= 40 => (0, 5, 4),
            Shape::Pane if tall >= 30 => (1, 4, 3),
            Shape::Pane => (1, 2, 3),
            Shape::Columns => (0, 5, 3),
            Shape::Control => (0, 0, 4),
        };
        let mut rest = area;
        let header = ink::top(&mut rest, 1);
        let rule = ink::top(&mut rest, 1);
        let strip = ink::top(&mut rest, strip);
        let foot = ink::bottom(&mut rest, if tall < 22 { 2 } else { 3 });
        let line = ink::bottom(&mut rest, line);
        let time = ink::top(&mut rest, time);
        let divide = ink::top(&mut rest, u16::from(time.height > 0));
        Self {
            header,
            rule,
            strip,
            time,
            divide,
            body: rest,
            line,
            foot,
        }
    }

    /// Returns the rows from under the header down to the message: what an overlay covers.
    pub(super) fn under_header(&self) -> Rect {
        let top = self.rule.y;
        Rect {
            y: top,
            height: self.foot.y.saturating_sub(top),
            ..self.header
        }
    }
}

/// A part of a column: how many rows it must have to be there at all, how many it would like, how it ranks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part<T> {
    /// What it is.
    pub(super) what: T,
    /// Fewer rows than this, and it is left out.
    pub(super) least: u16,
    /// More rows than this are of no use, unless it grows.
    pub(super) wish: u16,
    /// The lowest rank is served first.
    pub(super) rank: u8,
    /// It takes what is left.
    pub(super) grows: bool,
}

/// Divides a column among its parts, with a row for a rule over each but the first. Parts without room are left out.
pub(super) fn stack<T: Copy>(area: Rect, parts: &[Part<T>]) -> Vec<(T, Rect)> {
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|place| parts[*place].rank);
    let mut rows = vec![0_u16; parts.len()];
    let mut left = area.height;
    let mut any = false;
    for &place in &order {
        let least = parts[place].least.max(1);
        let cost = least + u16::from(any);
        if cost <= left {
            rows[place] = least;
            left -= cost;
            any = true;
        } else if !any && left > 0 {
            // The first in rank is shown even where it must be cut.
            rows[place] = left;
            left = 0;
            any = true;
        }
    }
    for &place in &order {
        if rows[place] > 0 {
            let more = parts[place].wish.saturating_sub(rows[place]).min(left);
            rows[place] += more;
            left -= more;
        }
    }
    let shown = |place: &usize| rows[*place] > 0;
    let grower = order
        .iter()
        .copied()
        .filter(shown)
        .find(|place| parts[*place].grows)
        .or_else(|| (0..parts.len()).rev().find(shown));
    if let Some(place) = grower {
        rows[place] += left;
    }
    let mut rest = area;
    let mut places = Vec::new();
    for (part, rows) in parts.iter().zip(rows) {
        if rows > 0 {
            if !places.is_empty() {
                ink::top(&mut rest, 1);
            }
            places.push((part.what, ink::top(&mut rest, rows)));
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_chooses_the_shape() {
        let shapes = [
            ((40, 12), Shape::Tiny),
            ((50, 15), Shape::Tiny),
            ((50, 30), Shape::Column),
            ((50, 40), Shape::Column),
            ((79, 60), Shape::Column),
            ((80, 24), Shape::Pane),
            ((119, 50), Shape::Pane),
            ((120, 27), Shape::Pane),
            ((120, 40), Shape::Columns),
            ((200, 40), Shape::Columns),
            ((200, 60), Shape::Control),
        ];
        for ((width, height), shape) in shapes {
            assert_eq!(Shape::of(width, height), shape, "{width}×{height}");
        }
    }

    #[test]
    fn every_row_has_one_owner() {
        for height in 16..80 {
            for width in [44, 50, 79, 80, 119, 120, 179, 180, 250] {
                let area = Rect::new(0, 0, width, height);
                let frame = Frame::of(Shape::of(width, height), area);
                let rows = [
                    frame.header,
                    frame.rule,
                    frame.strip,
                    frame.time,
                    frame.divide,
                    frame.body,
                    frame.line,
                    frame.foot,
                ];
                assert_eq!(rows.iter().map(|part| part.height).sum::<u16>(), height);
                assert!(rows.windows(2).all(|pair| pair[0].bottom() == pair[1].y));
                assert!(frame.body.height >= 2, "{width}×{height}: {frame:?}");
            }
        }
    }

    const fn part(what: char, least: u16, wish: u16, rank: u8) -> Part<char> {
        Part {
            what,
            least,
            wish,
            rank,
            grows: false,
        }
    }

    #[test]
    fn parts_are_served_by_rank_and_stand_in_order() {
        let parts = [
            part('a', 2, 4, 1),
            part('b', 5, 9, 2),
            Part {
                grows: true,
                ..part('c', 3, 3, 0)
            },
        ];
        let rows = |height| {
            stack(Rect::new(0, 0, 10, height), &parts)
                .into_iter()
                .map(|(what, place)| (what, place.height))
                .collect::<Vec<_>>()
        };
        assert_eq!(rows(12), [('a', 2), ('b', 5), ('c', 3)]);
        assert_eq!(rows(30), [('a', 4), ('b', 9), ('c', 15)]);
        assert_eq!(rows(8), [('a', 4), ('c', 3)]);
        assert_eq!(rows(2), [('c', 2)]);
        assert_eq!(rows(0), []);
    }
}
