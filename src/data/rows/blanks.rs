//! Labels that are written once and left blank on the rows below, as statistics servers write a workbook: the municipality on the first row
//! of its block, then only the sex. Such a blank is the label above. It is not a missing one, and that is said.
//!
//! Only a table that is whole tells so: every block has as many rows and the same labels beside the blanks. A blank among answers of a
//! survey or in a list of schools is never filled.

use std::borrow::Cow;

use super::Raw;

/// Finds the columns whose blanks are the label above, in the first rows of data; the last block may be cut off or be shorter.
pub(super) fn find(
    rows: &[&[Raw<'static>]],
    is_value: impl Fn(usize, usize) -> bool,
) -> Vec<usize> {
    let cell = |row: usize, column: usize| rows[row].get(column).unwrap_or(&Raw::Empty);
    let blank = |row: usize, column: usize| cell(row, column).is_empty();
    let width = rows.iter().map(|row| row.len()).max().unwrap_or(0);
    let mut found: Vec<usize> = Vec::new();
    for column in 0..width.min(20) {
        let values = (0..rows.len()).any(|row| is_value(row, column));
        let starts: Vec<usize> = (0..rows.len()).filter(|row| !blank(*row, column)).collect();
        // The last column of labels has no blanks; behind it the values begin.
        if values || rows.len() < 3 || starts.first() != Some(&0) || starts.len() == rows.len() {
            break;
        }
        let size = starts.get(1).copied().unwrap_or(rows.len());
        let regular = size > 1
            && starts
                .iter()
                .enumerate()
                .all(|(at, start)| *start == at * size);
        // The labels beside the blanks: those of the first block come again in every other.
        let Some(beside) =
            (column + 1..width).find(|at| (0..rows.len()).all(|row| !blank(row, *at)))
        else {
            break;
        };
        let again = (size..rows.len()).all(|row| cell(row, beside) == cell(row - size, beside));
        let differ = (1..size).all(|row| cell(row, beside) != cell(row - 1, beside));
        // Years are labels; other numbers may come again by chance.
        let is_year = |cell: &Raw<'_>| {
            let year = cell.shown().parse::<f64>().unwrap_or(0.0);
            (1900.0..2100.0).contains(&year) && year.fract() == 0.0
        };
        let is_label =
            (0..rows.len()).all(|row| !is_value(row, beside) || is_year(cell(row, beside)));
        if !(regular && again && differ && is_label) {
            break;
        }
        found.push(column);
    }
    found
}

/// Fills blanks with the label above, row by row.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    columns: Vec<usize>,
    above: Vec<Raw<'static>>,
}

impl Filled {
    /// Fills these columns.
    pub fn new(columns: &[usize]) -> Self {
        Self {
            columns: columns.to_vec(),
            above: vec![Raw::Empty; columns.len()],
        }
    }

    /// Returns the cells of a row of data with the labels that hold there.
    pub fn row<'c, 'a>(&mut self, cells: &'c [Raw<'a>]) -> Cow<'c, [Raw<'a>]>
    where
        'a: 'c,
    {
        let mut filled = Cow::Borrowed(cells);
        for (column, above) in self.columns.iter().zip(&mut self.above) {
            match cells.get(*column) {
                Some(cell) if !cell.is_empty() => *above = cell.clone().into_owned(),
                Some(_) => filled.to_mut()[*column] = above.clone(),
                None => {}
            }
        }
        filled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &[&[&'static str]]) -> Vec<Vec<Raw<'static>>> {
        let cell = |text: &&'static str| match *text {
            "" => Raw::Empty,
            text => Raw::Text(Cow::Borrowed(text)),
        };
        rows.iter()
            .map(|row| row.iter().map(cell).collect())
            .collect()
    }

    fn found(table: &[&[&'static str]]) -> Vec<usize> {
        let rows = rows(table);
        let is_value = |row: usize, column: usize| {
            let cell: Option<&Raw<'_>> = rows[row].get(column);
            cell.is_some_and(|cell| {
                cell.shown().chars().all(|c| c.is_ascii_digit()) && !cell.is_empty()
            })
        };
        let slices: Vec<&[Raw<'static>]> = rows.iter().map(Vec::as_slice).collect();
        find(&slices, is_value)
    }

    #[test]
    fn blocks_of_a_whole_table_are_filled_and_nothing_else_is() {
        let whole: &[&[&str]] = &[
            &["Haninge", "kvinnor", "1"],
            &["", "män", "2"],
            &["Tyresö", "kvinnor", "3"],
            &["", "män", "4"],
        ];
        assert_eq!(found(whole), [0]);
        let deep: &[&[&str]] = &[
            &["Haninge", "15 år", "kvinnor", "1"],
            &["", "", "män", "2"],
            &["", "16 år", "kvinnor", "1"],
            &["", "", "män", "2"],
        ];
        assert_eq!(found(deep), [0, 1]);
        // Answers: some left blank.
        assert!(
            found(&[
                &["ja", "x", "1"],
                &["", "y", "2"],
                &["", "x", "3"],
                &["nej", "z", "4"]
            ])
            .is_empty()
        );
        assert!(
            found(&[
                &["Ask", "Haninge", "1"],
                &["", "Haninge", "2"],
                &["Bo", "Haninge", "3"]
            ])
            .is_empty()
        );
        assert!(found(&[&["Ask", "1"], &["", "2"], &["Bo", "3"]]).is_empty());
    }

    #[test]
    fn a_filled_row_has_the_label_above() {
        let table = rows(&[&["Haninge", "kvinnor"], &["", "män"]]);
        let mut filled = Filled::new(&[0]);
        assert_eq!(filled.row(&table[0])[0].shown().as_str(), "Haninge");
        assert_eq!(filled.row(&table[1])[0].shown().as_str(), "Haninge");
        assert_eq!(filled.row(&table[1])[1].shown().as_str(), "män");
    }
}
