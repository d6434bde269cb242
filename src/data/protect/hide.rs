//! Which counts of a table are hidden, so that no small one can be worked out from the others and the totals.
//!
//! A reader is taken to know what every row and every column sums to, all cells that are shown, and this rule. A hidden cell is safe when
//! at least one other table fits all that and has another number there. Such a table is found as a way through the hidden cells that adds
//! one here and takes one there until every sum is right again; where there is none, the cheapest further cells are hidden that open one.
//! That is the network form of complementary cell suppression: A. Hundepool et al., *Handbook on Statistical Disclosure Control*
//! (sdctools.github.io/HandbookSDC), the chapters on magnitude and on frequency tables.
//!
//! Zeros are shown: that nobody answered "never" tells of nobody in particular, and hiding it would take the best news from a dialogue.
//! So a reader knows that a hidden cell is at least one, and that is reckoned with. Only a table that cannot be made safe so has zeros
//! among its hidden cells. The one zero that tells of people, everybody in a group gave the same answer, is seen to where groups are made.

use std::{cmp::Reverse, collections::BinaryHeap};

/// Counts in rows and columns, and which totals a reader may know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// How many columns there are.
    pub columns: usize,
    /// The cells row by row; nothing where the file gives none.
    pub cells: Vec<Option<u64>>,
    /// Whether the sums of the rows may be known.
    pub row_totals: bool,
    /// Whether the sums of the columns may be known.
    pub column_totals: bool,
}

/// Why a cell is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// It is a small number itself.
    Small,
    /// A small number could be worked out from it.
    Reveals,
}

/// What must not be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Cell by cell.
    pub cells: Vec<Option<Why>>,
    /// The rows whose sum must not be shown either.
    pub rows: Vec<bool>,
    /// The columns whose sum must not be shown either.
    pub columns: Vec<bool>,
    /// Whether zeros may be among the hidden cells.
    pub zeros: bool,
}

impl Hidden {
    /// Counts the hidden cells of a kind.
    pub fn count(&self, why: Why) -> usize {
        self.cells.iter().filter(|cell| **cell == Some(why)).count()
    }
}

/// Says whether a count is too small to be shown. A zero is not.
pub fn is_small(count: u64, limit: u32) -> bool {
    (1..u64::from(limit)).contains(&count)
}

/// Finds what must be hidden so that no count from 1 to under the limit can be worked out.
///
/// The same counts always give the same answer. A total that is small itself is hidden and taken for unknown.
pub fn hide(counts: &Counts, limit: u32) -> Hidden {
    let mut net = Net::new(counts, limit);
    if net.hidden.iter().all(Option::is_none) {
        return net.end();
    }
    if !net.close() {
        net = Net::new(counts, limit);
        net.zeros = true;
        net.close();
    }
    net.reduce();
    net.end()
}

/// What a further hidden cell costs: cells first, then the people in them.
type Cost = (u32, u64);

/// Beyond this many steps nothing is made leaner; what is hidden is safe in any case.
const MOST_STEPS: usize = 50_000_000;

struct Net<'a> {
    counts: &'a Counts,
    rows: usize,
    hidden: Vec<Option<Why>>,
    open_rows: Vec<bool>,
    open_columns: Vec<bool>,
    /// Rows that are hidden with their sum.
    whole: Vec<bool>,
    /// Whether zeros are hidden where that helps.
    zeros: bool,
}

impl<'a> Net<'a> {
    fn new(counts: &'a Counts, limit: u32) -> Self {
        let columns = counts.columns.max(1);
        let rows = counts.cells.len() / columns;
        let mut row_sums = vec![0_u64; rows];
        let mut column_sums = vec![0_u64; columns];
        for (at, count) in counts.cells.iter().enumerate().take(rows * columns) {
            let count = count.unwrap_or(0);
            row_sums[at / columns] = row_sums[at / columns].saturating_add(count);
            column_sums[at % columns] = column_sums[at % columns].saturating_add(count);
        }
        let open = |known: bool, sums: &[u64]| {
            sums.iter()
                .map(|sum| !known || is_small(*sum, limit))
                .collect()
        };
        Self {
            counts,
            rows,
            hidden: counts
                .cells
                .iter()
                .map(|count| {
                    count
                        .is_some_and(|count| is_small(count, limit))
                        .then_some(Why::Small)
                })
                .collect(),
            open_rows: open(counts.row_totals, &row_sums),
            open_columns: open(counts.column_totals, &column_sums),
            whole: vec![false; rows],
            zeros: false,
        }
    }

    fn columns(&self) -> usize {
        self.counts.columns.max(1)
    }

    /// Hides more until no hidden cell can be worked out. Without hiding zeros that may fail.
    fn close(&mut self) -> bool {
        loop {
            let mut changed = false;
            for at in 0..self.hidden.len() {
                if self.hidden[at].is_none() {
                    continue;
                }
                match self.cheapest(at) {
                    Some(cells) if cells.is_empty() => continue,
                    Some(cells) => {
                        for cell in cells {
                            self.hidden[cell].get_or_insert(Why::Reveals);
                        }
                    }
                    None if self.zeros => self.give_up(at),
                    None => return false,
                }
                changed = true;
            }
            if !changed {
                return true;
            }
        }
    }

    /// Hides a whole row with its sum, where no single cells can help; where even that is not enough, the sum of the column.
    fn give_up(&mut self, at: usize) {
        let columns = self.columns();
        let row = at / columns;
        if self.whole[row] {
            self.open_columns[at % columns] = true;
            return;
        }
        self.whole[row] = true;
        self.open_rows[row] = true;
        for cell in row * columns..(row + 1) * columns {
            if self.counts.cells[cell].is_some() {
                self.hidden[cell].get_or_insert(Why::Reveals);
            }
        }
    }

    /// Shows again what need not be hidden, the largest first.
    fn reduce(&mut self) {
        let mut further: Vec<usize> = (0..self.hidden.len())
            .filter(|at| self.hidden[*at] == Some(Why::Reveals) && !self.whole[at / self.columns()])
            .collect();
        let hidden = self.hidden.iter().flatten().count();
        if further.len() * hidden * self.hidden.len() > MOST_STEPS {
            return;
        }
        further.sort_by_key(|at| (Reverse(self.counts.cells[*at]), *at));
        for at in further {
            self.hidden[at] = None;
            let safe = (0..self.hidden.len())
                .filter(|cell| self.hidden[*cell].is_some())
                .all(|cell| self.cheapest(cell).is_some_and(|more| more.is_empty()));
            if !safe {
                self.hidden[at] = Some(Why::Reveals);
            }
        }
    }

    /// Returns the cheapest cells to hide so that another table fits with another number here; none where one fits already, and nothing
    /// where no cells help.
    fn cheapest(&self, at: usize) -> Option<Vec<usize>> {
        let (row, column) = (at / self.columns(), self.rows + at % self.columns());
        let more = self.way(column, row, at);
        if more.as_ref().is_some_and(|(cost, _)| *cost == (0, 0)) || !self.can_lose(at) {
            return more.map(|(_, cells)| cells);
        }
        let fewer = self.way(row, column, at);
        match (more, fewer) {
            (Some(more), Some(fewer)) if fewer.0 < more.0 => Some(fewer.1),
            (Some(more), _) => Some(more.1),
            (None, fewer) => fewer.map(|(_, cells)| cells),
        }
    }

    /// Says whether a cell may take part in another table: it holds a count that is hidden or may be.
    fn can_gain(&self, at: usize) -> bool {
        self.counts.cells[at].is_some_and(|count| count > 0 || self.zeros)
    }

    /// Says whether a cell could hold one less; a hidden cell is known not to be zero where no zero is hidden.
    fn can_lose(&self, at: usize) -> bool {
        let least = u64::from(!self.zeros);
        self.counts.cells[at].is_some_and(|count| count > least)
    }

    fn cost(&self, at: usize) -> Cost {
        match self.hidden[at] {
            Some(_) => (0, 0),
            None => (1, self.counts.cells[at].unwrap_or(0)),
        }
    }

    /// Finds the cheapest way between a row and a column, and the cells on it that are not hidden yet.
    ///
    /// From a column to a row a cell loses one, from a row to a column a cell gains one. Past a sum that is not known the way leads
    /// anywhere where a sum is not known.
    fn way(&self, from: usize, to: usize, without: usize) -> Option<(Cost, Vec<usize>)> {
        let columns = self.columns();
        let outside = self.rows + columns;
        let mut best: Vec<Option<(Cost, usize, Option<usize>)>> = vec![None; outside + 1];
        let mut heap = BinaryHeap::from([Reverse(((0, 0), from))]);
        best[from] = Some(((0, 0), from, None));
        while let Some(Reverse((cost, node))) = heap.pop() {
            if node == to {
                return Some((cost, self.cells_on(&best, from, to)));
            }
            if best[node].is_some_and(|(known, ..)| known < cost) {
                continue;
            }
            let mut step = |next: usize, cell: Option<usize>| {
                let more = cell.map_or((0, 0), |cell| self.cost(cell));
                let cost = (cost.0 + more.0, cost.1.saturating_add(more.1));
                if best[next].is_none_or(|(known, ..)| cost < known) {
                    best[next] = Some((cost, node, cell));
                    heap.push(Reverse((cost, next)));
                }
            };
            if node < self.rows {
                for column in 0..columns {
                    let cell = node * columns + column;
                    if cell != without && self.can_gain(cell) {
                        step(self.rows + column, Some(cell));
                    }
                }
                if self.open_rows[node] {
                    step(outside, None);
                }
            } else if node < outside {
                let column = node - self.rows;
                for row in 0..self.rows {
                    let cell = row * columns + column;
                    if cell != without && self.can_lose(cell) {
                        step(row, Some(cell));
                    }
                }
                if self.open_columns[column] {
                    step(outside, None);
                }
            } else {
                let open = self.open_rows.iter().chain(&self.open_columns);
                for (next, _) in open.enumerate().filter(|(_, open)| **open) {
                    step(next, None);
                }
            }
        }
        None
    }

    fn cells_on(
        &self,
        best: &[Option<(Cost, usize, Option<usize>)>],
        from: usize,
        to: usize,
    ) -> Vec<usize> {
        let mut cells = Vec::new();
        let mut node = to;
        while node != from {
            let Some((_, before, cell)) = best[node] else {
                break;
            };
            cells.extend(cell.filter(|cell| self.hidden[*cell].is_none()));
            node = before;
        }
        cells
    }

    fn end(self) -> Hidden {
        let columns = self.columns();
        let hidden = |at: usize| self.hidden[at].is_some();
        let rows = (0..self.rows)
            .map(|row| {
                self.open_rows[row] && (0..columns).any(|column| hidden(row * columns + column))
            })
            .collect();
        let columns = (0..columns)
            .map(|column| {
                self.open_columns[column]
                    && (0..self.rows).any(|row| hidden(row * columns + column))
            })
            .collect();
        Hidden {
            rows,
            columns,
            cells: self.hidden,
            zeros: self.zeros,
        }
    }
}

#[cfg(test)]
mod tests;
