//! Lines over time, with marks at the values, gaps where values are missing, and breaks where they cannot be compared.

/// Lines as characters.
mod raster;

use ratatui::{style::Style, text::Line};

use self::raster::{Point, Raster};
use super::{
    Glyphs, Pen,
    look::QUIET,
    number::{Axis, range},
    strip::{Flow, fit},
};
use crate::{
    domain::chart::{Body, Break, Cell, Row},
    t,
    text::{SafeText, width::width},
};

/// The fewest columns a line says anything in; textplots needs as many.
const NARROWEST: usize = 17;
/// The fewest rows a line says anything in.
const LOWEST: usize = 4;
/// The most gaps that are named one by one.
const MOST_GAPS: usize = 4;

/// Draws lines over time.
pub(super) fn draw(body: &Body, pen: &Pen<'_>) -> Vec<Line<'static>> {
    let Body::Series {
        names,
        rows,
        breaks,
    } = body
    else {
        return super::table::draw(body, pen);
    };
    let series = Series::of(names, rows, breaks, pen);
    let full = [(true, true), (false, true), (false, false)];
    pen.first_that_fits(
        body,
        full.into_iter()
            .map(|(notes, end_labels)| series.drawn(notes, end_labels)),
    )
}

struct Series<'a> {
    pen: &'a Pen<'a>,
    names: &'a [SafeText],
    rows: &'a [Row],
    breaks: &'a [Break],
    /// Where the rows lie along the line, from 0 to 1.
    places: Vec<f64>,
    range: Option<(f64, f64)>,
}

/// The room of a drawing.
struct Frame {
    axis: Axis,
    /// The width of the marks of the axis.
    gutter: usize,
    cols: usize,
    rows: usize,
    end_labels: bool,
}

impl<'a> Series<'a> {
    fn of(names: &'a [SafeText], rows: &'a [Row], breaks: &'a [Break], pen: &'a Pen<'a>) -> Self {
        let values = rows
            .iter()
            .flat_map(|row| &row.cells)
            .filter_map(Cell::number);
        let range = range(values);
        Self {
            pen,
            names,
            rows,
            breaks,
            places: places(rows),
            range,
        }
    }

    fn drawn(&self, notes: bool, end_labels: bool) -> Option<Vec<Line<'static>>> {
        self.range?;
        let notes = if notes { self.notes() } else { Vec::new() };
        let legend = if end_labels || self.names.len() < 2 {
            Vec::new()
        } else {
            self.legend()
        };
        let taken = notes.len() + legend.len() + 1;
        let high = (self.pen.cols / 6).clamp(9, 13);
        let rows = if self.pen.rows == usize::MAX {
            high
        } else {
            self.pen.rows.checked_sub(taken)?.min(self.pen.cols / 3)
        };
        if rows < LOWEST || (end_labels && self.names.len() > rows) {
            return None;
        }
        let frame = self.frame(rows, end_labels)?;
        let mut lines = legend;
        lines.extend(self.plot(&frame));
        lines.push(self.labels(&frame));
        lines.extend(notes);
        Some(lines)
    }

    fn frame(&self, rows: usize, end_labels: bool) -> Option<Frame> {
        let axis = Axis::of_line(self.range, self.pen.numbers.share, (rows / 3).clamp(2, 5));
        let marks = axis.marks();
        // Every mark gets a row of its own, at equal steps.
        let steps = marks.len().saturating_sub(1).max(1);
        let rows = if rows > steps {
            (rows - 1) / steps * steps + 1
        } else {
            rows
        };
        let gutter = marks
            .iter()
            .map(|mark| width(&self.pen.numbers.tick(axis, *mark)))
            .max()
            .unwrap_or(0);
        let ends = if end_labels {
            self.ends()
                .iter()
                .map(|end| width(&end.text) + 1)
                .max()
                .unwrap_or(0)
        } else {
            0
        };
        // Names that would take a third of the room stand in a legend instead.
        if self.names.len() > 1 && ends > self.pen.cols / 3 {
            return None;
        }
        let cols = self
            .pen
            .cols
            .checked_sub(gutter + 3 + ends)
            .filter(|cols| *cols >= NARROWEST)?;
        Some(Frame {
            axis,
            gutter,
            cols,
            rows,
            end_labels,
        })
    }

    /// The last value of every line, with its name where there are several.
    fn ends(&self) -> Vec<End> {
        let last = |column: usize| {
            let (at, row) = self.rows.iter().enumerate().rev().find(|(_, row)| {
                row.cells
                    .get(column)
                    .is_some_and(|cell| cell.number().is_some())
            })?;
            Some((at, row.cells.get(column)?.number()?))
        };
        let ends = (0..self.names.len().max(1)).filter_map(|column| {
            let (at, value) = last(column)?;
            let said = self.pen.numbers.value(value);
            let text = match self.names.get(column).filter(|_| self.names.len() > 1) {
                Some(name) => format!(
                    "{} {} {said}",
                    self.pen.look.mark(column),
                    name.on_one_line()
                ),
                None => said,
            };
            Some(End {
                column,
                value,
                text,
                at_edge: at + 1 == self.rows.len(),
            })
        });
        ends.collect()
    }

    fn plot(&self, frame: &Frame) -> Vec<Line<'static>> {
        let look = self.pen.look;
        let raster = self.raster(frame);
        let ends = if frame.end_labels {
            spread(self.ends(), frame, &raster)
        } else {
            Vec::new()
        };
        let ticks: Vec<(usize, String)> = frame
            .axis
            .marks()
            .iter()
            .map(|mark| {
                (
                    raster.row(frame.axis.place(*mark)),
                    self.pen.numbers.tick(frame.axis, *mark),
                )
            })
            .collect();
        (0..frame.rows)
            .map(|row| {
                let mut strip = self.pen.strip();
                if let Some((_, text)) = ticks.iter().find(|(at, _)| *at == row) {
                    strip.right(text, frame.gutter, QUIET);
                }
                strip.to(frame.gutter + 1);
                strip.put(look.upright(), QUIET);
                strip.put(" ", Style::new());
                raster.write(row, look, &mut strip);
                if let Some((_, end)) = ends.iter().find(|(at, _)| *at == row) {
                    strip.to(frame.gutter + 4 + frame.cols);
                    strip.put(
                        &end.text,
                        if self.names.len() > 1 {
                            look.tint(end.column)
                        } else {
                            Style::new()
                        },
                    );
                }
                strip.line()
            })
            .collect()
    }

    fn raster(&self, frame: &Frame) -> Raster {
        let mut raster = Raster::new(frame.cols, frame.rows, self.pen.look.glyphs);
        for stop in self.breaks {
            if let Some(at) = self
                .rows
                .iter()
                .position(|row| row.label == stop.at)
                .filter(|at| *at > 0)
            {
                raster.cleft(f64::midpoint(self.places[at - 1], self.places[at]));
            }
        }
        for column in 0..self.names.len().max(1) {
            raster.line(&self.segments(column, frame.axis), column, self.pen.look);
        }
        raster
    }

    /// Cuts a line where a value is missing or where values cannot be compared.
    fn segments(&self, column: usize, axis: Axis) -> Vec<Vec<Point>> {
        let mut segments = vec![Vec::new()];
        for (row, x) in self.rows.iter().zip(&self.places) {
            if self.breaks.iter().any(|stop| stop.at == row.label) {
                segments.push(Vec::new());
            }
            match (
                row.cells.get(column).and_then(Cell::number),
                segments.last_mut(),
            ) {
                (Some(value), Some(segment)) => segment.push(Point {
                    x: *x,
                    y: axis.place(value),
                }),
                _ => segments.push(Vec::new()),
            }
        }
        segments.retain(|segment| !segment.is_empty());
        segments
    }

    /// The labels under the line: first and last, and of the others as many as have room at equal steps.
    fn labels(&self, frame: &Frame) -> Line<'static> {
        let begin = frame.gutter + 3;
        let end = (begin + frame.cols + 3).min(self.pen.cols);
        let placed: Vec<(usize, String)> = self
            .rows
            .iter()
            .zip(&self.places)
            .map(|(row, x)| {
                let text = fit(&row.label, frame.cols / 2, self.pen.look);
                let middle = begin + (x * (frame.cols - 1) as f64).round() as usize;
                let at = middle
                    .saturating_sub(width(&text) / 2)
                    .max(begin.saturating_sub(2))
                    .min(end.saturating_sub(width(&text)));
                (at, text)
            })
            .collect();
        let room =
            |one: &(usize, String), next: &(usize, String)| one.0 + width(&one.1) + 2 <= next.0;
        let step = (1..=placed.len()).find(|step| {
            let chosen: Vec<_> = placed.iter().step_by(*step).collect();
            chosen.windows(2).all(|pair| room(pair[0], pair[1]))
        });
        let mut strip = self.pen.strip();
        let mut chosen: Vec<&(usize, String)> = placed.iter().step_by(step.unwrap_or(1)).collect();
        if let Some(last) = placed.last() {
            while chosen.last().is_some_and(|label| !room(label, last)) {
                chosen.pop();
            }
            chosen.push(last);
        }
        for (at, text) in chosen {
            strip.to(*at);
            strip.put(text, QUIET);
        }
        strip.line()
    }

    fn legend(&self) -> Vec<Line<'static>> {
        let look = self.pen.look;
        let mut flow = Flow::new(self.pen, 0, 3);
        for (column, name) in self.names.iter().enumerate() {
            flow.part(
                (look.mark(column), look.tint(column)),
                (&format!(" {}", name.on_one_line()), Style::new()),
            );
        }
        flow.lines()
    }

    /// Says what the line cannot: what changed at a break, and what is missing.
    fn notes(&self) -> Vec<Line<'static>> {
        let look = self.pen.look;
        let mut flow = Flow::new(self.pen, 0, 3);
        for stop in self.breaks {
            let why = if stop.why.is_empty() {
                t!(self.pen.texts, "chart-break-short")
            } else {
                stop.why.on_one_line().into_owned()
            };
            flow.part(
                (look.cleft(), QUIET),
                (&format!(" {}: {why}", stop.at.on_one_line()), QUIET),
            );
        }
        let worded = || self.rows.iter().filter(|row| !row.remark.is_empty());
        if worded().count() <= MOST_GAPS {
            for row in worded() {
                let words = [&row.label, &row.remark].map(|text| text.on_one_line());
                flow.part(("", QUIET), (&words.join(": "), QUIET));
            }
        }
        let gaps: Vec<&Row> = self
            .rows
            .iter()
            .filter(|row| row.cells.iter().any(|cell| cell.number().is_none()))
            .collect();
        if gaps.len() > MOST_GAPS {
            let words = t!(
                self.pen.texts,
                "chart-missing-many",
                some = gaps.len(),
                all = self.rows.len()
            );
            flow.part(("", QUIET), (&words, QUIET));
            return flow.lines();
        }
        for row in gaps {
            let whole = row.cells.iter().all(|cell| cell.number().is_none());
            let missing = row
                .cells
                .iter()
                .enumerate()
                .filter(|(_, cell)| cell.number().is_none());
            for (column, cell) in missing.take(if whole { 1 } else { usize::MAX }) {
                let name = self
                    .names
                    .get(column)
                    .filter(|_| !whole)
                    .map_or(String::new(), |name| format!(" {}", name.on_one_line()));
                let label = format!("{}{name}", row.label.on_one_line());
                let words = match cell {
                    Cell::Missing(why) if !why.is_empty() => {
                        format!("{label}: {}", why.on_one_line())
                    }
                    _ => t!(self.pen.texts, "chart-missing-row", label = label),
                };
                flow.part(("", QUIET), (&words, QUIET));
            }
        }
        flow.lines()
    }
}

/// What stands at the end of a line.
struct End {
    column: usize,
    value: f64,
    text: String,
    /// Whether the line goes on to the last row, so that its mark stands beside the text.
    at_edge: bool,
}

/// Places rows by their year where every label begins with one and they rise, else at equal steps.
fn places(rows: &[Row]) -> Vec<f64> {
    let last = rows.len().saturating_sub(1);
    let years: Vec<f64> = rows.iter().filter_map(|row| year(&row.label)).collect();
    if years.len() == rows.len() && last > 0 && years.windows(2).all(|pair| pair[0] < pair[1]) {
        let (first, span) = (years[0], years[last] - years[0]);
        return years
            .into_iter()
            .map(|year| (year - first) / span)
            .collect();
    }
    (0..rows.len())
        .map(|index| {
            if last == 0 {
                0.5
            } else {
                index as f64 / last as f64
            }
        })
        .collect()
}

/// Reads the year of `2024` and `2023/24`.
fn year(label: &str) -> Option<f64> {
    let (digits, rest) = label.trim().split_at_checked(4)?;
    let plain = rest.is_empty()
        || (rest.starts_with(['/', '-', '–']) && rest.chars().skip(1).all(|c| c.is_ascii_digit()));
    let year: u16 = digits
        .parse()
        .ok()
        .filter(|_| plain && digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    Some(f64::from(year))
}

/// Gives every end a row of its own, as near to the end of its line as there is room.
fn spread(ends: Vec<End>, frame: &Frame, raster: &Raster) -> Vec<(usize, End)> {
    let row = |end: &End| raster.row(frame.axis.place(end.value));
    let mut placed: Vec<(usize, End)> = ends.into_iter().map(|end| (row(&end), end)).collect();
    placed.sort_by_key(|(row, _)| *row);
    let mut free = 0;
    for (at, _) in &mut placed {
        *at = (*at).max(free);
        free = *at + 1;
    }
    let mut limit = frame.rows;
    for (at, _) in placed.iter_mut().rev() {
        *at = (*at).min(limit.saturating_sub(1));
        limit = *at;
    }
    for (at, end) in &mut placed {
        // Beside the line's own mark the name needs none.
        if end.at_edge
            && *at == row(end)
            && let Some((_, words)) = end.text.split_once(' ')
        {
            end.text = words.to_owned();
        }
    }
    placed
}

/// Tells raster how fine the characters are.
fn fineness(glyphs: Glyphs) -> usize {
    match glyphs {
        Glyphs::Blocks => 2,
        Glyphs::Braille => 4,
        Glyphs::Ascii => 1,
    }
}

/// How many columns a value needs for its mark to stand alone.
fn places_per_mark(glyphs: Glyphs) -> usize {
    match glyphs {
        Glyphs::Blocks | Glyphs::Braille => 3,
        Glyphs::Ascii => 1,
    }
}
