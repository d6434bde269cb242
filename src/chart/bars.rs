//! Horizontal bars for categories, groups, before and after.
//!
//! Lying bars, since names of categories are long, every value can stand beside its bar, and a screen reader reads them row by row.

use ratatui::{style::Style, text::Line};

use super::{
    Pen,
    look::{QUIET, STRONG},
    number::{Axis, range},
    strip::{Flow, indented},
};
use crate::{
    domain::chart::{Body, Cell, Row},
    text::width::width,
};

/// The fewest columns of a bar that still says something.
const SHORTEST: usize = 8;
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// Draws one bar per value.
pub(super) fn draw(body: &Body, pen: &Pen<'_>) -> Vec<Line<'static>> {
    let bars = Bars::of(body, pen);
    let drawings = bars.plans().into_iter().map(|plan| bars.drawn(plan));
    pen.first_that_fits(body, drawings)
}

/// What is drawn of all that could be.
#[derive(Clone, Copy)]
struct Plan {
    /// The label stands on a line of its own, whole, above its bars.
    stacked: bool,
    /// Every bar has its group's name before it; else a legend stands above.
    names: bool,
    /// An empty line between the rows.
    airy: bool,
    around: Around,
}

/// What stands around the bars.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    /// Words about single rows, the axis, and how many answered.
    All,
    /// Words about single rows.
    Remarks,
    Nothing,
}

struct Bars<'a> {
    pen: &'a Pen<'a>,
    rows: &'a [Row],
    names: Vec<String>,
    /// How many answered on the occasions of a before/after chart.
    counts: Vec<Option<u32>>,
    /// Of two occasions the later one is solid.
    later_first: bool,
    axis: Axis,
    label_width: usize,
    value_width: usize,
}

/// The columns of a drawing.
struct Columns {
    name: usize,
    bar: usize,
    bar_width: usize,
    value_end: usize,
    /// Where how many answered stands, for bars without groups.
    n: Option<usize>,
}

impl<'a> Bars<'a> {
    fn of(body: &'a Body, pen: &'a Pen<'a>) -> Self {
        let rows = body.rows();
        let values = || {
            rows.iter()
                .flat_map(|row| &row.cells)
                .filter_map(Cell::number)
        };
        Self {
            pen,
            rows,
            names: body
                .columns()
                .into_iter()
                .map(|name| name.on_one_line().into_owned())
                .collect(),
            counts: match body {
                Body::BeforeAfter { before, after, .. } => vec![before.n, after.n],
                _ => Vec::new(),
            },
            later_first: matches!(body, Body::BeforeAfter { .. }),
            axis: Axis::of_bars(range(values()), pen.numbers.share),
            label_width: rows.iter().map(|row| width(&row.label)).max().unwrap_or(0),
            value_width: values()
                .map(|value| width(&pen.numbers.value(value)))
                .max()
                .unwrap_or(0),
        }
    }

    /// The plans from the richest to the poorest.
    fn plans(&self) -> Vec<Plan> {
        let names = self.names.len() > 1;
        let third = self.pen.cols / 3;
        let widest = self.names.iter().map(|name| width(name)).max().unwrap_or(0);
        // A label that would be cut gets a line of its own, and so it does where names leave too little for bars.
        let long = self.label_width > third
            || (names && self.label_width + widest > self.pen.cols * 2 / 5);
        let full = Plan {
            stacked: long,
            names,
            airy: names || long,
            around: Around::All,
        };
        let close = Plan {
            airy: false,
            ..full
        };
        let beside = Plan {
            stacked: false,
            names: false,
            ..full
        };
        let least = Plan {
            stacked: false,
            names: names && !long,
            airy: false,
            around: Around::Remarks,
        };
        let mut plans = vec![full, close];
        if long {
            plans.push(Plan {
                airy: names,
                ..beside
            });
        }
        if long || names {
            plans.push(Plan {
                airy: false,
                ..beside
            });
        }
        plans.extend([
            least,
            Plan {
                around: Around::Nothing,
                ..least
            },
        ]);
        plans
    }

    fn drawn(&self, plan: Plan) -> Option<Vec<Line<'static>>> {
        let columns = self.columns(plan)?;
        let mut lines = Vec::new();
        if self.names.len() > 1 && !plan.names {
            lines.extend(self.legend());
        }
        for (index, row) in self.rows.iter().enumerate() {
            if plan.airy && (index > 0 || !plan.names && self.names.len() > 1) {
                lines.push(self.pen.strip().line());
            }
            self.row(row, plan, &columns, &mut lines);
        }
        if plan.around == Around::All {
            lines.extend(self.axis_line(&columns));
            lines.extend(self.answered(columns.n.is_some()));
        }
        Some(lines)
    }

    fn columns(&self, plan: Plan) -> Option<Columns> {
        let cols = self.pen.cols;
        let label = if plan.stacked {
            0
        } else {
            self.label_width.min(cols / 3) + 2
        };
        let name = if plan.stacked && plan.names { 1 } else { label };
        let widest = self
            .names
            .iter()
            .map(|name| width(name))
            .max()
            .unwrap_or(0)
            .min(cols / 3);
        let bar = if plan.names { name + widest + 2 } else { name };
        let free = cols.checked_sub(bar + self.value_width + 1)?;
        let n_width = self
            .rows
            .iter()
            .filter_map(|row| row.n)
            .map(|n| width(&self.pen.n(n)))
            .max()
            .unwrap_or(0);
        let beside = self.names.len() < 2 && n_width > 0 && free > n_width + 2 + cols / 3;
        let bar_width = if beside { free - n_width - 2 } else { free };
        let value_end = bar + bar_width + 1 + self.value_width;
        (bar_width >= SHORTEST).then_some(Columns {
            name,
            bar,
            bar_width,
            value_end,
            n: beside.then_some(value_end + 2),
        })
    }

    fn legend(&self) -> Vec<Line<'static>> {
        let mut flow = Flow::new(self.pen, 0, 3);
        for (index, name) in self.names.iter().enumerate() {
            flow.part(self.pattern(index), (&format!(" {name}"), Style::new()));
        }
        flow.lines()
    }

    fn row(&self, row: &Row, plan: Plan, columns: &Columns, lines: &mut Vec<Line<'static>>) {
        let look = self.pen.look;
        if plan.stacked {
            let style = if plan.names { STRONG } else { Style::new() };
            lines.extend(indented(&row.label, 0, style, self.pen));
        }
        for (index, cell) in row.cells.iter().enumerate() {
            let mut strip = self.pen.strip();
            if !plan.stacked && index == 0 {
                strip.cut(
                    &row.label,
                    columns.name.saturating_sub(2),
                    Style::new(),
                    look,
                );
            }
            if plan.names
                && let Some(name) = self.names.get(index)
            {
                strip.to(columns.name);
                strip.cut(name, columns.bar - columns.name - 2, Style::new(), look);
            }
            strip.to(columns.bar);
            match cell.number() {
                None => {
                    let room = self.pen.cols - columns.bar;
                    strip.cut(&self.pen.missing(cell, room), room, QUIET, look);
                }
                Some(value) => {
                    self.bar(value, index, columns.bar_width, &mut strip);
                    strip.right(
                        &self.pen.numbers.value(value),
                        columns.value_end,
                        Style::new(),
                    );
                    if let (Some(col), Some(n)) = (columns.n, row.n) {
                        strip.to(col);
                        strip.put(&self.pen.n(n), QUIET);
                    }
                }
            }
            lines.push(strip.line());
        }
        if plan.around != Around::Nothing && !row.remark.is_empty() {
            lines.extend(indented(&row.remark, columns.bar, QUIET, self.pen));
        }
    }

    fn pattern(&self, index: usize) -> (&'static str, Style) {
        let look = self.pen.look;
        let index = if self.later_first {
            1 - index.min(1)
        } else {
            index
        };
        (look.group(index), look.tint(index))
    }

    /// Draws one bar from the zero line; what is not zero is never nothing.
    fn bar(&self, value: f64, index: usize, room: usize, strip: &mut super::Strip) {
        let look = self.pen.look;
        let begin = strip.used();
        let (glyph, style) = self.pattern(index);
        let negative = self.axis.low < 0.0;
        // Where values lie on both sides, one column is the zero line.
        let room = if negative { room - 1 } else { room };
        let zero = (self.axis.place(0.0) * room as f64).round() as usize;
        let cells = (self.axis.place(value) - self.axis.place(0.0)).abs() * room as f64;
        if value < 0.0 {
            let count = (cells.round() as usize).clamp(1, zero.max(1));
            strip.to(begin + zero.saturating_sub(count));
            strip.fill(glyph, count.min(zero), style);
        }
        if negative {
            strip.to(begin + zero);
            strip.put(look.upright(), QUIET);
        }
        if value > 0.0 {
            let most = room - zero;
            if look.ascii() || self.names.len() > 1 {
                // Patterns have no eighths; all groups are measured alike.
                strip.fill(glyph, (cells.round() as usize).clamp(1, most.max(1)), style);
            } else {
                let eighths = ((cells * 8.0).round() as usize).clamp(1, most.max(1) * 8);
                strip.fill(glyph, eighths / 8, style);
                strip.put(EIGHTHS[eighths % 8], style);
            }
        }
    }

    fn axis_line(&self, columns: &Columns) -> Option<Line<'static>> {
        let negative = self.axis.low < 0.0;
        let room = if negative {
            columns.bar_width - 1
        } else {
            columns.bar_width
        };
        let mut strip = self.pen.strip();
        let mut free = columns.bar.saturating_sub(1);
        let marks = self.axis.marks();
        // A mark stands under the end of a bar of its value, the first under the beginning.
        let place =
            |mark: f64| columns.bar + (self.axis.place(mark) * room as f64).round() as usize;
        let texts: Vec<(usize, String)> = marks
            .iter()
            .map(|mark| {
                let text = self.pen.numbers.tick(self.axis, *mark);
                let at = place(*mark);
                let half = width(&text) / 2;
                (
                    if at == columns.bar {
                        at
                    } else {
                        at.saturating_sub(half)
                    },
                    text,
                )
            })
            .collect();
        let all = texts
            .windows(2)
            .all(|pair| pair[0].0 + width(&pair[0].1) < pair[1].0);
        for (index, (at, text)) in texts.iter().enumerate() {
            // Too many marks: the ends and the zero line say enough.
            let kept = all || index == 0 || index + 1 == texts.len() || marks[index] == 0.0;
            if kept && (*at > free || strip.used() == 0) && at + width(text) <= self.pen.cols {
                strip.to(*at);
                strip.put(text, QUIET);
                free = strip.used();
            }
        }
        (marks.len() > 1).then(|| strip.line())
    }

    /// How many answered, where that does not stand beside the bars.
    fn answered(&self, beside: bool) -> Vec<Line<'static>> {
        let counts: Vec<(String, u32)> = if self.counts.iter().any(Option::is_some) {
            self.names
                .iter()
                .cloned()
                .zip(self.counts.iter().copied())
                .filter_map(|(name, n)| Some((name, n?)))
                .collect()
        } else if beside {
            Vec::new()
        } else {
            self.rows
                .iter()
                .filter_map(|row| Some((row.label.on_one_line().into_owned(), row.n?)))
                .collect()
        };
        let mut flow = Flow::new(self.pen, 0, 3);
        for (name, n) in counts {
            flow.part((&name, QUIET), (&format!(": {}", self.pen.n(n)), QUIET));
        }
        flow.lines()
    }
}
