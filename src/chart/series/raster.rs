//! Lines as characters: half blocks, braille dots through textplots, or what a typewriter has.

use ratatui::style::Style;
use textplots::{AxisBuilder as _, Chart, LineStyle, Plot as _, Shape};

use super::{fineness, places_per_mark};
use crate::chart::{Glyphs, Look, Strip, look::QUIET};

/// A point within the frame; both go from 0 to 1, and `y` rises upwards.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

#[derive(Clone, Copy, Default)]
struct Dot {
    /// Which parts of the cell are drawn, as the glyphs at hand divide it.
    bits: u8,
    mark: Option<&'static str>,
    owner: Option<usize>,
    cleft: bool,
}

/// A frame of cells with lines in it.
pub(super) struct Raster {
    cols: usize,
    rows: usize,
    glyphs: Glyphs,
    dots: Vec<Dot>,
}

impl Raster {
    pub(super) fn new(cols: usize, rows: usize, glyphs: Glyphs) -> Self {
        Self {
            cols,
            rows,
            glyphs,
            dots: vec![Dot::default(); cols * rows],
        }
    }

    /// The row of a height; the same rounding as that of lines, so that marks of the axis stand beside their value.
    pub(super) fn row(&self, y: f64) -> usize {
        self.fine_row(y) / fineness(self.glyphs)
    }

    /// Heights go from the middle of the lowest row to the middle of the highest, so that round values lie on whole rows.
    fn fine_row(&self, y: f64) -> usize {
        let fine = fineness(self.glyphs);
        ((1.0 - y) * ((self.rows - 1) * fine) as f64).round() as usize + (fine - 1) / 2
    }

    fn col(&self, x: f64) -> usize {
        (x * (self.cols - 1) as f64).round() as usize
    }

    fn dot(&mut self, col: usize, row: usize) -> Option<&mut Dot> {
        if col < self.cols {
            self.dots.get_mut(row * self.cols + col)
        } else {
            None
        }
    }

    /// Draws the upright of a break; lines go over it.
    pub(super) fn cleft(&mut self, x: f64) {
        let col = self.col(x);
        for row in 0..self.rows {
            if let Some(dot) = self.dot(col, row) {
                dot.cleft = true;
            }
        }
    }

    /// Draws one line in its segments, and its marks where they do not crowd.
    pub(super) fn line(&mut self, segments: &[Vec<Point>], owner: usize, look: Look) {
        let points: usize = segments.iter().map(Vec::len).sum();
        for segment in segments {
            match self.glyphs {
                Glyphs::Braille => self.braille(segment, owner),
                Glyphs::Blocks | Glyphs::Ascii => self.steps(segment, owner),
            }
        }
        let sparse = points * places_per_mark(self.glyphs) <= self.cols;
        for point in segments
            .iter()
            .filter(|segment| sparse || segment.len() == 1)
            .flatten()
        {
            let (col, row) = (self.col(point.x), self.row(point.y));
            if let Some(dot) = self.dot(col, row) {
                (dot.mark, dot.owner) = (Some(look.mark(owner)), Some(owner));
            }
        }
    }

    /// Draws a segment by itself on a canvas of textplots and takes over its dots.
    ///
    /// Heights are from 0 to 1 before they become f32, a line alone has no gap to draw over, and the canvas is never smaller than
    /// textplots takes: see [`NARROWEST`](super::NARROWEST).
    fn braille(&mut self, segment: &[Point], owner: usize) {
        let (wide, high) = (self.cols as u32 * 2 - 1, self.rows as u32 * 4 - 1);
        let height = |y: f64| 1.0 - self.fine_row(y) as f64 / f64::from(high);
        let points: Vec<(f32, f32)> = segment
            .iter()
            .map(|point| (point.x as f32, height(point.y) as f32))
            .collect();
        let shape = if points.len() == 1 {
            Shape::Points(&points)
        } else {
            Shape::Lines(&points)
        };
        let mut chart = Chart::new_with_y_range(wide, high, 0.0, 1.0, 0.0, 1.0);
        let chart = chart
            .lineplot(&shape)
            .x_axis_style(LineStyle::None)
            .y_axis_style(LineStyle::None);
        chart.figures();
        for (row, line) in chart.frame().lines().enumerate().take(self.rows) {
            for (col, glyph) in line.chars().enumerate() {
                let bits = (glyph as u32)
                    .checked_sub(0x2800)
                    .and_then(|bits| u8::try_from(bits).ok())
                    .unwrap_or(0);
                if let (1.., Some(dot)) = (bits, self.dot(col, row)) {
                    dot.bits |= bits;
                    dot.owner = Some(owner);
                }
            }
        }
    }

    /// Joins points column by column; where a line is steep a column holds several dots.
    fn steps(&mut self, segment: &[Point], owner: usize) {
        let fine = fineness(self.glyphs);
        for pair in segment.windows(2) {
            let (from, to) = (self.col(pair[0].x), self.col(pair[1].x));
            let height = |share: f64| self.fine_row(pair[0].y + (pair[1].y - pair[0].y) * share);
            let span = (to.saturating_sub(from)).max(1) as f64;
            let mut ups = Vec::new();
            for col in from..=to {
                let middle = (col - from) as f64 / span;
                let (begin, end) = (
                    (middle - 0.5 / span).max(0.0),
                    (middle + 0.5 / span).min(1.0),
                );
                let (a, b) = (height(begin), height(end));
                ups.push((col, a.min(b), a.max(b)));
            }
            for (col, top, bottom) in ups {
                // The end of one column is the beginning of the next: one of them is enough.
                let bottom = if bottom > top {
                    bottom - usize::from(fine > 1)
                } else {
                    bottom
                };
                for row in top..=bottom {
                    if let Some(dot) = self.dot(col, row / fine) {
                        dot.bits |= 1 << (row % fine);
                        dot.owner = Some(owner);
                    }
                }
            }
        }
        if let [only] = segment {
            let (col, row) = (self.col(only.x), self.fine_row(only.y));
            if let Some(dot) = self.dot(col, row / fine) {
                dot.bits |= 1 << (row % fine);
                dot.owner = Some(owner);
            }
        }
    }

    /// Writes one row of cells, cells of one line together.
    pub(super) fn write(&self, row: usize, look: Look, strip: &mut Strip) {
        let mut run = String::new();
        let mut style = Style::new();
        for dot in self.dots.iter().skip(row * self.cols).take(self.cols) {
            let next = match dot.owner {
                Some(owner) => look.tint(owner),
                None => QUIET,
            };
            if next != style && !run.is_empty() {
                strip.put(&run, style);
                run.clear();
            }
            style = next;
            run.push_str(&self.glyph(*dot, look));
        }
        strip.put(&run, style);
    }

    fn glyph(&self, dot: Dot, look: Look) -> String {
        let plain = match (dot.mark, dot.bits, self.glyphs) {
            (Some(mark), ..) => mark,
            (None, 0, _) if dot.cleft => look.cleft(),
            (None, 0, _) => " ",
            (None, bits, Glyphs::Braille) => {
                return char::from_u32(0x2800 + u32::from(bits))
                    .map_or(String::new(), String::from);
            }
            (None, 1, Glyphs::Blocks) => "▀",
            (None, 2, Glyphs::Blocks) => "▄",
            (None, _, Glyphs::Blocks) => "█",
            (None, _, Glyphs::Ascii) => ".",
        };
        plain.to_owned()
    }
}
