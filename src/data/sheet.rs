//! Reads workbooks: Excel (xlsx, xlsm, xlsb, xls) and OpenDocument (ods).
//!
//! xlsx and xlsb are read cell by cell, so that a sheet which declares a billion empty cells costs nothing. The other two are laid out
//! whole in memory by the library and are refused when they are large.

/// The library's workbooks behind one face.
mod book;
/// A look through an old workbook, before the library.
mod compound;
/// A look through a zipped workbook, before the library.
mod guard;

use std::{
    collections::BTreeSet,
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind},
};

use self::book::Book;
use super::{
    DataError, Fault, Place,
    format::{Head, Source},
    rows::{EachRow, How, Merge, Opened, Raw, Rows, Wish, layout},
};
use crate::text::SafeText;

/// The largest file of a kind that is laid out whole.
pub const MAX_LAID_OUT: u64 = 20_000_000;

/// Says whether a file is an Excel workbook of a kind since 2007.
pub fn sniff_xlsx(head: Head<'_>) -> bool {
    is_zip(head) && !sniff_ods(head) && !sniff_xlsb(head)
}

/// Says whether a file is a binary Excel workbook.
pub fn sniff_xlsb(head: Head<'_>) -> bool {
    is_zip(head) && (head.extension == "xlsb" || holds(head, b"xl/workbook.bin"))
}

/// Says whether a file is a spreadsheet of `OpenDocument`.
pub fn sniff_ods(head: Head<'_>) -> bool {
    is_zip(head) && holds(head, b"vnd.oasis.opendocument.spreadsheet")
}

/// Says whether a file is an Excel workbook of a kind before 2007, or one with a password of any kind.
pub fn sniff_xls(head: Head<'_>) -> bool {
    head.bytes.starts_with(b"\xd0\xcf\x11\xe0")
}

fn is_zip(head: Head<'_>) -> bool {
    head.bytes.starts_with(b"PK\x03\x04")
}

fn holds(head: Head<'_>, word: &[u8]) -> bool {
    head.bytes.windows(word.len()).any(|bytes| bytes == word)
}

type OpenBook = for<'a> fn(&'a mut dyn Source) -> Result<Book<'a>, Fault>;

/// Makes for each kind of workbook what opens it.
macro_rules! open_as {
    ($($(#[$doc:meta])* $name:ident => $book:path;)*) => {$(
        $(#[$doc])*
        pub fn $name<'a>(
            source: &'a mut dyn Source,
            name: &SafeText,
            wish: &Wish,
        ) -> Result<Opened<'a>, DataError> {
            open(source, name, wish, $book)
        }
    )*};
}

open_as! {
    /// Opens an Excel workbook of a kind since 2007.
    open_xlsx => book::xlsx;
    /// Opens a binary Excel workbook.
    open_xlsb => book::xlsb;
    /// Opens an Excel workbook of a kind before 2007.
    open_xls => book::xls;
    /// Opens a spreadsheet of `OpenDocument`.
    open_ods => book::ods;
}

fn open<'a>(
    source: &'a mut dyn Source,
    name: &SafeText,
    wish: &Wish,
    open: OpenBook,
) -> Result<Opened<'a>, DataError> {
    let error = |fault| DataError::of(name, fault);
    let mut book = guarded(|| open(source)).map_err(error)?;
    let sheets = book.sheets();
    let sheet = choose(&mut book, &sheets, wish).map_err(error)?;
    Ok(Opened {
        how: How {
            sheet: Some(SafeText::line(&sheet)),
            sheets: sheets
                .iter()
                .map(|(name, _)| SafeText::line(name))
                .collect(),
            ..How::default()
        },
        rows: Box::new(Sheet {
            book,
            name: sheet,
            file: name.clone(),
            percents: BTreeSet::new(),
        }),
    })
}

/// Finds the sheet that was asked for, or the first that is shown and holds something.
fn choose(book: &mut Book<'_>, sheets: &[(String, bool)], wish: &Wish) -> Result<String, Fault> {
    let all = || {
        SafeText::line(
            &sheets
                .iter()
                .map(|(name, _)| name.as_str())
                .collect::<Vec<_>>()
                .join(", "),
        )
    };
    if let Some(asked) = &wish.sheet {
        let by_number = asked
            .parse()
            .ok()
            .and_then(|number: usize| sheets.get(number.checked_sub(1)?));
        return sheets
            .iter()
            .find(|(name, _)| name == asked)
            .or_else(|| {
                sheets
                    .iter()
                    .find(|(name, _)| name.to_lowercase() == asked.to_lowercase())
            })
            .or(by_number)
            .map(|(name, _)| name.clone())
            .ok_or_else(|| Fault::NoSheet(SafeText::line(asked), all()));
    }
    for (name, _) in sheets.iter().filter(|(_, shown)| *shown) {
        let mut any = false;
        guarded(|| {
            book.walk(name, &mut BTreeSet::new(), &mut |_, cells| {
                any = cells.iter().any(|cell| !cell.is_empty());
                if any {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            })
        })?;
        if any {
            return Ok(name.clone());
        }
    }
    Err(Fault::NoRowsInSheets)
}

/// Calls the library, which can panic on damaged files; a person is told that the file is damaged.
fn guarded<T>(call: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    catch_unwind(AssertUnwindSafe(call))
        .unwrap_or_else(|_panic| Err(Fault::Damaged(SafeText::default())))
}

/// A sheet of an open workbook.
struct Sheet<'a> {
    book: Book<'a>,
    name: String,
    file: SafeText,
    /// The columns in which parts of one are shown as per cent.
    percents: BTreeSet<usize>,
}

impl Rows for Sheet<'_> {
    fn walk(&mut self, each: &mut EachRow<'_>) -> Result<(), DataError> {
        let percents = &mut self.percents;
        guarded(|| self.book.walk(&self.name, percents, each)).map_err(|fault| {
            let place = Some(Place::At(SafeText::line(&self.name)));
            DataError::new(&self.file, place, fault)
        })
    }

    fn merges(&mut self) -> Vec<Merge> {
        guarded(|| Ok(self.book.merges(&self.name))).unwrap_or_default()
    }

    fn percents(&self) -> Vec<usize> {
        self.percents.iter().copied().collect()
    }
}

/// Gathers the cells of a row, which come one by one.
struct Gather {
    row: u64,
    cells: Vec<Raw<'static>>,
}

impl Gather {
    fn new() -> Self {
        Self {
            row: 0,
            cells: Vec::new(),
        }
    }

    /// Takes a cell, counted from 0, and gives away the row before when it was the last.
    fn take(
        &mut self,
        (row, column): (u32, u32),
        cell: Raw<'static>,
        each: &mut EachRow<'_>,
    ) -> ControlFlow<()> {
        if u64::from(row) != self.row {
            self.give(each)?;
            self.row = u64::from(row);
        }
        let column = column as usize;
        if column < layout::MAX_COLUMNS && !cell.is_empty() {
            if self.cells.len() <= column {
                self.cells.resize(column + 1, Raw::Empty);
            }
            self.cells[column] = cell;
        }
        ControlFlow::Continue(())
    }

    fn give(&mut self, each: &mut EachRow<'_>) -> ControlFlow<()> {
        if self.cells.is_empty() {
            return ControlFlow::Continue(());
        }
        let given = each(self.row + 1, &self.cells);
        self.cells.clear();
        given
    }
}

#[cfg(test)]
mod tests;
