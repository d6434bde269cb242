//! Blocks to rows: ids in a column of their own, words beside them, nothing wider than the page.
//!
//! A word of the session itself never begins in the first two columns. So `/^==` walks the headings and nothing else, and an id at the
//! start of a row is always the note itself.

use ratatui::{
    style::{Modifier, Style},
    text::{Line, Span, Text},
};

use crate::{
    domain::Status,
    report::document::{Block, Document, NoteBlock, StepBlock, TimesRow},
    text::width::{pad, pad_left, width, wrap},
};

/// Narrower than this, minutes are laid out as if there were so many columns.
pub(super) const NARROWEST: usize = 24;
/// The least room for what a step is about; with less, who, what and when stand after each other.
const LEAST_WHAT: usize = 24;
/// The most that who may take of a row.
const MOST_WHO: usize = 20;
/// The most that when may take of a row.
const MOST_WHEN: usize = 14;
/// The room for the id of a chart at the right edge.
const CHART: usize = 5;
/// How far charts and their notes stand in.
pub(super) const INDENT: usize = 2;

const BOLD: Style = Style::new().add_modifier(Modifier::BOLD);
const DIM: Style = Style::new().add_modifier(Modifier::DIM);

impl Document {
    /// Lays the minutes out in rows of at most [`Document::width`] columns.
    pub fn to_text(&self) -> Text<'static> {
        let mut page = Page::of(self);
        for (place, block) in self.blocks.iter().enumerate() {
            let before = place.checked_sub(1).map(|before| &self.blocks[before]);
            if before.is_some_and(|before| opens(before, block)) {
                page.lines.push(Line::default());
            }
            page.block(block);
        }
        Text::from(page.lines)
    }
}

/// Tells whether an empty row stands between two blocks.
fn opens(before: &Block, block: &Block) -> bool {
    match block {
        Block::Heading(_) => true,
        Block::Subheading(_) | Block::Chart(_) => !matches!(before, Block::Heading(_)),
        Block::Paragraph { .. } | Block::Line(_) | Block::Quiet(_) => matches!(
            before,
            Block::Note(_) | Block::Step(_) | Block::Times(_) | Block::Chart(_)
        ),
        Block::Note(_) => matches!(before, Block::Chart(_)),
        _ => false,
    }
}

struct Page {
    cols: usize,
    id: usize,
    who: usize,
    when: usize,
    lines: Vec<Line<'static>>,
}

impl Page {
    fn of(document: &Document) -> Self {
        let mut page = Self {
            cols: document.width.max(NARROWEST),
            id: 3,
            who: 4,
            when: 4,
            lines: Vec::new(),
        };
        for block in &document.blocks {
            match block {
                Block::Note(note) => page.id = page.id.max(note.id.to_string().len()),
                Block::Step(step) => {
                    page.id = page.id.max(step.id.to_string().len());
                    page.who = page.who.max(width(&step.who).min(MOST_WHO));
                    page.when = page.when.max(width(&step.when).min(MOST_WHEN));
                }
                _ => {}
            }
        }
        page
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Title { what, title, mark } => self.title(what, title, mark),
            Block::Heading(text) => self.heading(text),
            Block::Subheading(text) => self.hang(vec![Span::raw(" ")], 1 + INDENT, text, BOLD),
            Block::Step(step) => self.step(step),
            Block::Note(note) => self.note(note),
            Block::Chart(chart) => self.chart(&chart.text),
            Block::Paragraph { label, text } => self.paragraph(label, text),
            Block::Times(row) => self.times(row),
            Block::Line(text) => self.hang(Vec::new(), 1, text, Style::new()),
            Block::Quiet(text) => self.hang(Vec::new(), 1, text, DIM),
        }
    }

    fn title(&mut self, what: &str, title: &str, mark: &str) {
        let start = width(what) + 2;
        let room = self.cols.saturating_sub(start + width(mark) + 2);
        if room < LEAST_WHAT {
            self.hang(Vec::new(), 0, &format!("{what}  {mark}"), DIM);
            self.hang(Vec::new(), INDENT, title, BOLD);
            return;
        }
        for (place, row) in wrap(title, room).iter().enumerate() {
            if place == 0 {
                let padded = pad(row, room);
                self.row(&[
                    (what, DIM),
                    ("  ", DIM),
                    (&padded, BOLD),
                    ("  ", DIM),
                    (mark, DIM),
                ]);
            } else {
                self.row(&[(&" ".repeat(start), DIM), (row, BOLD)]);
            }
        }
    }

    fn heading(&mut self, text: &str) {
        for (place, part) in wrap(text, self.cols.saturating_sub(3)).iter().enumerate() {
            let mut row = format!("{}{part}", if place == 0 { "== " } else { "   " });
            if place == 0 && width(&row) < self.cols {
                row.push(' ');
                let rest = self.cols.saturating_sub(width(&row));
                row.extend(std::iter::repeat_n('=', rest));
            }
            self.row(&[(&row, BOLD)]);
        }
    }

    /// Writes words beside what stands before them; the rows that follow stand in as far.
    fn hang(&mut self, before: Vec<Span<'static>>, indent: usize, text: &str, style: Style) {
        let mut before = Some(before).filter(|before| !before.is_empty());
        for row in wrap(text, self.cols.saturating_sub(indent)) {
            let mut spans = before
                .take()
                .unwrap_or_else(|| vec![Span::raw(" ".repeat(indent))]);
            spans.push(Span::styled(row, style));
            self.lines.push(Line::from(spans));
        }
    }

    fn note(&mut self, note: &NoteBlock) {
        let indent = 1 + self.id + 2;
        let chart = note.chart.as_deref().unwrap_or_default();
        let room = self
            .cols
            .saturating_sub(indent + if chart.is_empty() { 0 } else { CHART });
        let mut head = format!(" {}  ", pad(&note.id.to_string(), self.id));
        for (place, row) in wrap(&note.text, room).into_iter().enumerate() {
            let mut spans = vec![Span::raw(std::mem::replace(&mut head, " ".repeat(indent)))];
            if place == 0 && !chart.is_empty() {
                spans.push(Span::raw(pad(&row, room)));
                spans.push(Span::styled(pad_left(chart, CHART), DIM));
            } else {
                spans.push(Span::raw(row));
            }
            self.lines.push(Line::from(spans));
        }
    }

    fn step(&mut self, step: &StepBlock) {
        let mark = match step.status {
            Status::Open => "[ ]",
            Status::Ongoing => "[~]",
            Status::Done => "[x]",
            Status::Dropped => "[-]",
        };
        let head = format!(" {mark} {}  ", pad(&step.id.to_string(), self.id));
        let indent = head.len();
        let room = self.cols.saturating_sub(indent);
        let what = room.saturating_sub(self.who + self.when + 4);
        if what >= LEAST_WHAT {
            self.step_in_columns(&head, step, what);
        } else {
            let who = format!("{head}{}", step.who);
            if width(&who) <= self.cols {
                self.row(&[(&head, Style::new()), (&step.who, BOLD)]);
            } else {
                self.hang(vec![Span::raw(head)], indent, &step.who, BOLD);
            }
            self.hang(Vec::new(), indent, &step.what, Style::new());
            self.hang(Vec::new(), indent, &step.when, Style::new());
        }
        if !step.below.is_empty() {
            self.hang(Vec::new(), indent, &step.below, DIM);
        }
    }

    fn step_in_columns(&mut self, head: &str, step: &StepBlock, what: usize) {
        let cells = [
            wrap(&step.who, self.who),
            wrap(&step.what, what),
            wrap(&step.when, self.when),
        ];
        let rows = cells.iter().map(Vec::len).max().unwrap_or_default();
        for row in 0..rows {
            let cell = |column: usize| cells[column].get(row).map_or("", String::as_str);
            let empty = " ".repeat(head.len());
            self.row(&[
                (if row == 0 { head } else { &empty }, Style::new()),
                (&pad(cell(0), self.who), BOLD),
                ("  ", Style::new()),
                (&pad(cell(1), what), Style::new()),
                ("  ", Style::new()),
                (cell(2), Style::new()),
            ]);
        }
    }

    fn chart(&mut self, text: &Text<'static>) {
        for line in &text.lines {
            let mut spans = vec![Span::raw(" ".repeat(INDENT))];
            spans.extend(
                line.spans
                    .iter()
                    .map(|span| span.clone().style(line.style.patch(span.style))),
            );
            self.lines.push(Line::from(spans));
        }
    }

    fn paragraph(&mut self, label: &str, text: &str) {
        // The label is wrapped with its words, so that a long one cannot push them off the page; it is dimmed where it stands whole.
        let rows = wrap(
            &format!("{label}: {text}"),
            self.cols.saturating_sub(1 + INDENT),
        );
        for (place, row) in rows.into_iter().enumerate() {
            let indent = if place == 0 { 1 } else { 1 + INDENT };
            let mut spans = vec![Span::raw(" ".repeat(indent))];
            match row.strip_prefix(label).filter(|_| place == 0) {
                Some(rest) => {
                    spans.push(Span::styled(label.to_owned(), DIM));
                    spans.push(Span::raw(rest.to_owned()));
                }
                None => spans.push(Span::raw(row)),
            }
            self.lines.push(Line::from(spans));
        }
    }

    fn times(&mut self, row: &TimesRow) {
        const SPAN: usize = 7;
        let style = if row.strong { BOLD } else { Style::new() };
        let fixed = 1 + 5 + 2 + 3 * SPAN;
        let remark = if self.cols >= fixed + 20 + 20 { 17 } else { 0 };
        let title = self.cols.saturating_sub(fixed + remark).min(32);
        let titles = wrap(&row.title, title.max(1));
        for (place, part) in titles.iter().enumerate() {
            let first = place == 0;
            let mut text = format!(
                " {}  {}",
                pad(if first { &row.began } else { "" }, 5),
                pad(part, title)
            );
            if first {
                for span in &row.spans {
                    text.push_str(&pad_left(span, SPAN));
                }
                if remark > 0 && !row.remark.is_empty() {
                    text.push_str("  ");
                    text.push_str(&row.remark);
                }
            }
            self.hang(Vec::new(), 0, &text, style);
        }
        if remark == 0 && !row.remark.is_empty() {
            self.hang(Vec::new(), 8, &row.remark, DIM);
        }
    }

    fn row(&mut self, parts: &[(&str, Style)]) {
        self.lines.push(Line::from(
            parts
                .iter()
                .filter(|(text, _)| !text.is_empty())
                .map(|(text, style)| Span::styled((*text).to_owned(), *style))
                .collect::<Vec<_>>(),
        ));
    }
}
