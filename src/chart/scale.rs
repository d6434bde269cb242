//! Shares of ordered answers: one bar of parts per row, in the order of the answers.

use ratatui::{style::Style, text::Line};

use super::{
    Pen, Strip,
    look::QUIET,
    number::Numbers,
    strip::{Flow, indented},
};
use crate::{
    domain::chart::{Body, Cell, MAX_ANSWERS, Row},
    text::{SafeText, width::width},
};

/// The fewest columns of a bar of parts.
const SHORTEST: usize = 16;

/// What is drawn of all that could be.
#[derive(Clone, Copy)]
struct Plan {
    /// The label stands on a line of its own, whole, above its bar.
    stacked: bool,
    rows: Rows,
}

/// What stands between and under the bars.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rows {
    /// Values and words, and an empty line between the rows.
    Airy,
    /// Values and words.
    Close,
    /// Values at the end of each row.
    Beside,
    /// Bars alone.
    Bare,
}

/// Draws one bar of parts per row.
pub(super) fn draw(body: &Body, pen: &Pen<'_>) -> Vec<Line<'static>> {
    let (Body::Scale { answers, rows }, columns) = (body, body.columns()) else {
        return super::table::draw(body, pen);
    };
    // Shares below zero, or too many answers to keep apart, have no bar of parts.
    let negative = rows
        .iter()
        .flat_map(|row| &row.cells)
        .filter_map(Cell::number)
        .any(|value| value < 0.0);
    if negative || columns.len() > MAX_ANSWERS {
        return super::table::draw(body, pen);
    }
    let scale = Scale::of(answers, rows, pen);
    let long = scale.label_width > pen.cols / 3;
    let plan = |stacked, rows| Plan { stacked, rows };
    let plans = [
        plan(long, Rows::Airy),
        plan(long, Rows::Close),
        plan(false, Rows::Close),
        plan(false, Rows::Beside),
        plan(false, Rows::Bare),
    ];
    pen.first_that_fits(body, plans.into_iter().map(|plan| scale.drawn(plan)))
}

/// Draws the bars alone, over the whole width.
pub(super) fn bars(answers: &[SafeText], body: &Body, pen: &Pen<'_>) -> Vec<Line<'static>> {
    let scale = Scale::of(answers, body.rows(), pen);
    let drawn = body.rows().iter().map(|row| {
        let mut strip = pen.strip();
        scale.bar(row, &scale.parts(row, pen.cols), &mut strip);
        strip.line()
    });
    drawn.collect()
}

struct Scale<'a> {
    pen: &'a Pen<'a>,
    answers: &'a [SafeText],
    rows: &'a [Row],
    /// What a whole bar stands for.
    whole: f64,
    label_width: usize,
}

impl<'a> Scale<'a> {
    fn of(answers: &'a [SafeText], rows: &'a [Row], pen: &'a Pen<'a>) -> Self {
        let sums = rows
            .iter()
            .map(|row| row.cells.iter().filter_map(Cell::number).sum::<f64>());
        let most = sums.fold(0.0, f64::max);
        // Shares are of 100 or of 1; counts, and shares that sum to more, are of the largest sum.
        let whole = if pen.numbers.share || (50.0..=100.5).contains(&most) {
            most.max(100.0)
        } else {
            most
        };
        let whole = if whole > 0.0 {
            whole.min(f64::MAX)
        } else {
            1.0
        };
        let widest = rows
            .iter()
            .map(|row| width(&row.label).max(row.n.map_or(0, |n| width(&pen.n(n)))))
            .max();
        Self {
            pen,
            answers,
            rows,
            whole,
            label_width: widest.unwrap_or(0),
        }
    }

    fn drawn(&self, plan: Plan) -> Option<Vec<Line<'static>>> {
        let pen = self.pen;
        let label = if plan.stacked {
            0
        } else {
            self.label_width.min(pen.cols / 3) + 2
        };
        let columns = match plan.rows {
            Rows::Beside => self.value_columns(),
            _ => Vec::new(),
        };
        let tail: usize = columns.iter().map(|wide| wide + 1).sum();
        let room = pen
            .cols
            .checked_sub(label + tail)
            .filter(|room| *room >= SHORTEST)?;
        let mut lines = self.legend();
        for (index, row) in self.rows.iter().enumerate() {
            if plan.rows == Rows::Airy || (index == 0 && plan.rows == Rows::Close) {
                lines.push(pen.strip().line());
            }
            let parts = self.parts(row, room);
            if plan.stacked {
                let n = row.n.map_or(String::new(), |n| format!(" ({})", pen.n(n)));
                lines.extend(indented(&format!("{}{n}", row.label), 0, Style::new(), pen));
            }
            let mut strip = pen.strip();
            if !plan.stacked {
                strip.cut(&row.label, label - 2, Style::new(), pen.look);
                strip.to(label);
            }
            self.bar(row, &parts, &mut strip);
            let counted = row.cells.iter().any(|cell| cell.number().is_some());
            if counted {
                let mut end = pen.cols - tail;
                for (cell, wide) in row.cells.iter().zip(&columns) {
                    end += wide + 1;
                    strip.right(&self.value(cell), end, Style::new());
                }
            }
            lines.push(strip.line());
            if plan.rows != Rows::Bare {
                if counted && plan.rows != Rows::Beside {
                    lines.push(self.under(row, &parts, (label, room))?);
                }
                let missing = pen.gaps(&self.answers.iter().collect::<Vec<_>>(), row);
                for words in [&missing, row.remark.as_str()]
                    .into_iter()
                    .filter(|words| !words.is_empty())
                {
                    lines.extend(indented(words, label, QUIET, pen));
                }
            }
        }
        Some(lines)
    }

    /// Returns how wide the values of each answer are when they stand behind the bars, in the order of the answers.
    fn value_columns(&self) -> Vec<usize> {
        let wide = |index| {
            let cells = self.rows.iter().filter_map(move |row| row.cells.get(index));
            cells.map(|cell| width(&self.value(cell))).max()
        };
        (0..self.answers.len())
            .map(|index| wide(index).unwrap_or(0))
            .collect()
    }

    /// A value without decimals, or the dots of a missing one.
    fn value(&self, cell: &Cell) -> String {
        let mark = match (cell.is_hidden(), self.pen.look.ascii()) {
            (true, true) => "xx",
            (true, false) => "××",
            (false, true) => "..",
            (false, false) => "··",
        };
        cell.number().map_or_else(
            || mark.to_owned(),
            |value| self.pen.numbers.whole().value(value),
        )
    }

    /// The line under a bar: how many answered, and the values. Parts too many for their numbers have them in the table instead.
    fn under(
        &self,
        row: &Row,
        parts: &[Option<(usize, usize)>],
        (label, room): (usize, usize),
    ) -> Option<Line<'static>> {
        let mut strip = self.pen.strip();
        if let (Some(n), Some(width)) = (row.n, label.checked_sub(2)) {
            strip.cut(&self.pen.n(n), width, QUIET, self.pen.look);
        }
        strip.to(label);
        self.values(row, parts, room, &mut strip)?;
        Some(strip.line())
    }

    fn legend(&self) -> Vec<Line<'static>> {
        let look = self.pen.look;
        let mut flow = Flow::new(self.pen, 0, 3);
        for (index, answer) in self.answers.iter().enumerate() {
            let glyph = look.answer(index, self.answers.len());
            flow.part((glyph, look.tint(0)), (&format!(" {answer}"), Style::new()));
        }
        flow.lines()
    }

    /// Returns begin and length of the part of every cell; parts stand one column apart and what is not zero is never nothing.
    fn parts(&self, row: &Row, room: usize) -> Vec<Option<(usize, usize)>> {
        let shares: Vec<f64> = row
            .cells
            .iter()
            .map(|cell| cell.number().filter(|v| *v > 0.0).unwrap_or(0.0) / self.whole)
            .collect();
        let count = shares.iter().filter(|share| **share > 0.0).count();
        let room = (room + 1).saturating_sub(count.max(1)) as f64;
        let (mut sum, mut end) = (0.0, 0);
        let mut lengths: Vec<usize> = shares
            .iter()
            .map(|share| {
                sum += share;
                let begin = std::mem::replace(&mut end, (sum.min(1.0) * room).round() as usize);
                end - begin
            })
            .collect();
        for index in 0..lengths.len() {
            if shares[index] > 0.0 && lengths[index] == 0 {
                lengths[index] = 1;
                if let Some(longest) = lengths.iter_mut().max().filter(|longest| **longest > 1) {
                    *longest -= 1;
                }
            }
        }
        let mut at = 0;
        lengths
            .into_iter()
            .map(|length| {
                (length > 0).then(|| {
                    let begin = at;
                    at += length + 1;
                    (begin, length)
                })
            })
            .collect()
    }

    fn bar(&self, row: &Row, parts: &[Option<(usize, usize)>], strip: &mut Strip) {
        let look = self.pen.look;
        let begin = strip.used();
        if row.cells.iter().all(|cell| cell.number().is_none()) {
            let room = self.pen.cols - begin;
            let cell = row.cells.first().cloned().unwrap_or_else(Cell::missing);
            strip.cut(&self.pen.missing(&cell, room), room, QUIET, look);
            return;
        }
        for (index, part) in parts.iter().enumerate() {
            if let Some((at, length)) = part {
                strip.to(begin + at);
                strip.fill(
                    look.answer(index, self.answers.len()),
                    *length,
                    look.tint(0),
                );
            }
        }
    }

    /// Writes every value under the beginning of its part, pushed to the left where the parts are short.
    fn values(
        &self,
        row: &Row,
        parts: &[Option<(usize, usize)>],
        room: usize,
        strip: &mut Strip,
    ) -> Option<()> {
        let begin = strip.used();
        let placed = [self.pen.numbers, self.pen.numbers.whole()]
            .into_iter()
            .find_map(|numbers| place(row, parts, room, numbers))?;
        for (at, text) in placed {
            strip.to(begin + at);
            strip.put(&text, Style::new());
        }
        Some(())
    }
}

fn place(
    row: &Row,
    parts: &[Option<(usize, usize)>],
    room: usize,
    numbers: Numbers,
) -> Option<Vec<(usize, String)>> {
    let mut placed: Vec<(usize, String)> = row
        .cells
        .iter()
        .zip(parts)
        .filter_map(|(cell, part)| Some(((*part)?.0, numbers.value(cell.number()?))))
        .collect();
    let mut end = room;
    for (at, text) in placed.iter_mut().rev() {
        *at = (*at).min(end.checked_sub(width(text))?);
        end = at.saturating_sub(1);
    }
    // The first may have been pushed before the beginning: then the sum of all is too long.
    let mut free = 0;
    for (at, text) in &placed {
        if *at < free {
            return None;
        }
        free = at + width(text) + 1;
    }
    Some(placed)
}
