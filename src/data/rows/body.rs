//! Which rows of a file are its data and which stand under the table. Every walk through a file tells them apart in the same way.

use super::{Raw, blanks::Filled, layout::Layout, seen};

/// How many rows may wait for what follows: notes under the table, or data with one cell.
const WAITING: usize = 2_000;
/// How many bytes of text may wait; notes have some thousands.
const WAITING_BYTES: usize = 2_000_000;

/// A row that may be data or a note.
pub(in crate::data) struct Waiting {
    /// Where it stands.
    pub(in crate::data) line: u64,
    /// Its cells.
    pub(in crate::data) cells: Vec<Raw<'static>>,
}

/// The rows under the headings, on their way through.
pub(in crate::data) struct Body {
    width: usize,
    first: u64,
    ragged: bool,
    last: u64,
    waiting: Vec<Waiting>,
    /// How many bytes of text wait.
    bytes: usize,
    /// What fills the blanks below a label, where there are such.
    filled: Option<Filled>,
}

/// What is done with a row of data.
pub(in crate::data) type EachData<'a> = dyn FnMut(u64, &[Raw<'_>]) + 'a;

impl Body {
    /// Begins under the headings; in a ragged file, one with separators, a row may be shorter than the others.
    pub(in crate::data) fn new(layout: &Layout, ragged: bool) -> Self {
        Self {
            width: layout.names.len(),
            first: layout.first,
            ragged,
            last: 0,
            waiting: Vec::new(),
            bytes: 0,
            filled: (!layout.filled.is_empty()).then(|| Filled::new(&layout.filled)),
        }
    }

    /// Takes a row of the file and gives those that are certain to be data.
    pub(in crate::data) fn row(&mut self, line: u64, cells: &[Raw<'_>], data: &mut EachData<'_>) {
        if line < self.first {
            return;
        }
        // More than a few filled cells are no note, however many they are.
        let few = (self.width / 5).max(1);
        let filled = cells.iter().filter(|cell| !cell.is_empty()).take(few + 1);
        let filled = filled.count();
        if filled == 0 {
            return;
        }
        let before = self.waiting.last().map_or(self.last, |row| row.line);
        let apart = line > before + 1 || !self.waiting.is_empty();
        let room = self.waiting.len() < WAITING && self.bytes < WAITING_BYTES;
        if room && self.may_be_note(cells, filled, apart) {
            self.bytes += cells.iter().map(Raw::size).sum::<usize>();
            self.waiting.push(Waiting {
                line,
                cells: cells.iter().map(|cell| cell.clone().into_owned()).collect(),
            });
            return;
        }
        if !self.waiting.is_empty() {
            self.bytes = 0;
            for row in std::mem::take(&mut self.waiting) {
                self.give(row.line, &row.cells, data);
            }
        }
        self.last = line;
        self.give(line, cells, data);
    }

    /// Gives a row of data away, with the labels that hold there.
    fn give(&mut self, line: u64, cells: &[Raw<'_>], data: &mut EachData<'_>) {
        match &mut self.filled {
            Some(filled) => data(line, &filled.row(cells)),
            None => data(line, cells),
        }
    }

    /// Says whether a row may stand under the table: words at its beginning alone, or, apart from the data, words without a number.
    fn may_be_note(&self, cells: &[Raw<'_>], filled: usize, apart: bool) -> bool {
        if self.width < 2 {
            return false;
        }
        let few = (self.width / 5).max(1);
        let thin = filled <= few && cells.iter().take(filled).all(|cell| !cell.is_empty());
        // A sentence has a space behind its comma.
        let spaced = |cell: &Raw<'_>| matches!(cell, Raw::Text(text) if text.starts_with(' '));
        let odd =
            || cells.len() < self.width || (cells.len() > self.width && cells.iter().any(spaced));
        let words = || apart && self.ragged && odd();
        (thin || words()) && cells.iter().skip(1).all(|cell| !is_number(cell))
    }

    /// Ends: gives the rows that turn out to be data, and returns those that stand under the table.
    pub(in crate::data) fn end(mut self, data: &mut EachData<'_>) -> Vec<Waiting> {
        let mut waiting = std::mem::take(&mut self.waiting);
        // With two columns a last row with a label alone is data, unless it is too short, apart from the rest or long.
        let is_note = |before: u64, row: &Waiting| {
            let short = self.ragged && row.cells.len() < self.width;
            let long = row
                .cells
                .iter()
                .any(|cell| cell.shown().chars().count() > 60);
            self.width > 2 || short || long || row.line > before + 1
        };
        let mut before = self.last;
        let count = waiting
            .iter()
            .take_while(|row| {
                let is_data = !is_note(before, row);
                before = row.line;
                is_data
            })
            .count();
        let notes = waiting.split_off(count);
        for row in &waiting {
            self.give(row.line, &row.cells, data);
        }
        notes
    }
}

fn is_number(cell: &Raw<'_>) -> bool {
    match cell {
        Raw::Empty => false,
        Raw::Number(_) | Raw::Date(_) => true,
        Raw::Text(text) => matches!(
            seen::see(text),
            seen::Seen::Number(..) | seen::Seen::Either { .. }
        ),
    }
}
