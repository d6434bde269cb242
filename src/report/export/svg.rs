//! A chart as a picture for a browser: horizontal bars, stacked answers, or lines over time. Its numbers stand beside every mark, so that a
//! print without colour says the same, and what is missing is a sign and never a zero.

use std::fmt::Write as _;

use crate::{
    domain::chart::{Body, Cell, Chart, Row},
    report::export::html::escaped,
    text::{Lang, number, width},
};

/// The width of a picture in its own units; a browser scales it to the page.
const WIDTH: f64 = 440.0;
/// The room for labels at the left.
const LABELS: f64 = 130.0;
/// The room for numbers at the right.
const NUMBERS: f64 = 60.0;
const BAR: f64 = 18.0;
const GAP: f64 = 8.0;
/// More letters than this of a label do not fit before the bars.
const LETTERS: usize = 17;

/// Draws a chart; a card, a picture of text and a voice have nothing to draw.
pub(super) fn draw(chart: &Chart, said: &str, lang: Lang) -> Option<String> {
    let rows = chart.body.rows();
    chart.range()?;
    let pen = Pen {
        lang,
        out: String::new(),
    };
    let (inside, height) = match &chart.body {
        Body::Series { .. } => pen.lines(chart, rows),
        Body::Scale { .. } => pen.stacked(chart, rows),
        _ => pen.bars(chart, rows),
    };
    Some(format!(
        "<svg role=\"img\" viewBox=\"0 0 {WIDTH} {height:.0}\" aria-label=\"{}\">{inside}</svg>",
        escaped(said)
    ))
}

struct Pen {
    lang: Lang,
    out: String,
}

impl Pen {
    fn number(&self, value: f64) -> String {
        let decimals = usize::from((value * 10.0).round() % 10.0 != 0.0);
        number::decimal(self.lang, value, decimals)
    }

    fn text(&mut self, (x, y): (f64, f64), anchor: &str, words: &str) {
        let _always = write!(
            self.out,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{}</text>",
            escaped(words)
        );
    }

    fn rect(&mut self, (x, y): (f64, f64), wide: f64, class: usize) {
        let _always = write!(
            self.out,
            "<rect class=\"s{}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"{BAR}\"/>",
            class % 6,
            wide.max(0.5)
        );
    }

    /// Writes the names of the columns with their colours.
    fn legend(&mut self, chart: &Chart) -> f64 {
        let names = chart.body.columns();
        if names.len() < 2 {
            return 0.0;
        }
        let (mut x, mut y) = (0.0, 0.0);
        for (place, name) in names.iter().enumerate() {
            let name = name.on_one_line();
            let wide = 30.0 + 7.5 * width::width(&name) as f64;
            if x > 0.0 && x + wide > WIDTH {
                x = 0.0;
                y += BAR + GAP;
            }
            self.rect((x, y), 14.0, place);
            self.text((x + 20.0, y + 14.0), "start", &name);
            x += wide;
        }
        y + BAR + 2.0 * GAP
    }

    fn label(&mut self, y: f64, row: &Row) {
        let label = width::fit(&row.label.on_one_line(), LETTERS);
        self.text((LABELS - 8.0, y + 14.0), "end", &label);
    }

    fn bars(mut self, chart: &Chart, rows: &[Row]) -> (String, f64) {
        let mut y = self.legend(chart);
        let (low, high) = chart.range().unwrap_or_default();
        // A share has its whole as its end, so that 20 % looks like a fifth.
        let share = chart.unit.contains('%') && low >= 0.0 && high <= 100.0;
        let (low, high) = (low.min(0.0), if share { 100.0 } else { high.max(0.0) });
        let span = (high - low).max(f64::MIN_POSITIVE);
        let room = WIDTH - LABELS - NUMBERS;
        let at = |value: f64| LABELS + (value - low) / span * room;
        for row in rows {
            self.label(y, row);
            for (place, cell) in row.cells.iter().enumerate() {
                match cell.number() {
                    Some(value) => {
                        let (from, to) = (at(value.min(0.0)), at(value.max(0.0)));
                        self.rect((from, y), to - from, place);
                        let shown = self.number(value);
                        self.text((to + 6.0, y + 14.0), "start", &shown);
                    }
                    None => self.text((at(0.0) + 6.0, y + 14.0), "start", missing(cell)),
                }
                y += BAR + 2.0;
            }
            y += GAP;
        }
        (self.out, y)
    }

    fn stacked(mut self, chart: &Chart, rows: &[Row]) -> (String, f64) {
        let mut y = self.legend(chart);
        let room = WIDTH - LABELS - 8.0;
        for row in rows {
            self.label(y, row);
            let sum: f64 = row
                .cells
                .iter()
                .filter_map(Cell::number)
                .map(|value| value.max(0.0))
                .sum();
            let mut x = LABELS;
            for (place, cell) in row.cells.iter().enumerate() {
                let Some(value) = cell
                    .number()
                    .map(|value| value.max(0.0))
                    .filter(|_| sum > 0.0)
                else {
                    continue;
                };
                let wide = value / sum * room;
                self.rect((x, y), wide, place);
                let shown = self.number(value);
                if wide > 10.0 * shown.len() as f64 {
                    let _always = write!(
                        self.out,
                        "<text class=\"in\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{shown}</text>",
                        x + wide / 2.0,
                        y + 14.0
                    );
                }
                x += wide;
            }
            if let Some(cell) = row.cells.iter().find(|cell| cell.number().is_none()) {
                self.text((x + 4.0, y + 14.0), "start", missing(cell));
            }
            y += BAR + GAP;
        }
        (self.out, y)
    }

    fn lines(mut self, chart: &Chart, rows: &[Row]) -> (String, f64) {
        const TALL: f64 = 160.0;
        let top = self.legend(chart) + GAP;
        let (low, high) = chart.range().unwrap_or_default();
        // A constant line stands in the middle.
        let (low, high) = if low < high {
            (low, high)
        } else {
            (low - 1.0, high + 1.0)
        };
        let (left, right) = (50.0, WIDTH - 30.0);
        let step = (right - left) / (rows.len().max(2) - 1) as f64;
        let x = |place: usize| left + step * place as f64;
        let y = |value: f64| top + TALL - (value - low) / (high - low) * TALL;
        for value in [low, high] {
            let shown = self.number(value);
            self.text((left - 8.0, y(value) + 5.0), "end", &shown);
            let _always = write!(
                self.out,
                "<line class=\"axis\" x1=\"{left}\" x2=\"{right}\" y1=\"{0:.1}\" y2=\"{0:.1}\"/>",
                y(value)
            );
        }
        let breaks = match &chart.body {
            Body::Series { breaks, .. } => breaks.as_slice(),
            _ => &[],
        };
        let broken = |row: &Row| breaks.iter().any(|one| one.at == row.label);
        let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        for column in 0..columns {
            let mut points: Vec<(f64, f64)> = Vec::new();
            for (place, row) in rows.iter().enumerate() {
                // A gap in the figures is a gap in the line, and so is a break.
                if broken(row) {
                    self.polyline(&mut points, column);
                }
                match row.cells.get(column).and_then(Cell::number) {
                    Some(value) => points.push((x(place), y(value))),
                    None => self.polyline(&mut points, column),
                }
            }
            self.polyline(&mut points, column);
        }
        let every = rows.len().div_ceil(6).max(1);
        for (place, row) in rows.iter().enumerate().step_by(every) {
            let label = width::fit(&row.label.on_one_line(), 10);
            self.text((x(place), top + TALL + 22.0), "middle", &label);
        }
        (self.out, top + TALL + 32.0)
    }

    fn polyline(&mut self, points: &mut Vec<(f64, f64)>, class: usize) {
        let class = class % 6;
        for (x, y) in points.iter() {
            let _always = write!(
                self.out,
                "<circle class=\"s{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3.5\"/>"
            );
        }
        if points.len() > 1 {
            let path: Vec<String> = points
                .iter()
                .map(|(x, y)| format!("{x:.1},{y:.1}"))
                .collect();
            let _always = write!(
                self.out,
                "<polyline class=\"l{class}\" points=\"{}\"/>",
                path.join(" ")
            );
        }
        points.clear();
    }
}

/// Returns the sign of a missing value, or of a hidden one.
fn missing(cell: &Cell) -> &'static str {
    if cell.is_hidden() { "××" } else { "··" }
}
