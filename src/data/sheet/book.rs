//! The library's workbooks behind one face: their sheets, a walk through the cells, what is merged, and errors as sentences.

use std::{
    borrow::Cow,
    collections::BTreeSet,
    io::{BufReader, Read},
    ops::ControlFlow,
};

use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, Ods, OdsError, Range, Reader, SheetVisible, Style,
    Xls, XlsError, Xlsb, XlsbError, Xlsx, XlsxError,
};

use super::{Gather, MAX_LAID_OUT, compound, guard};
use crate::{
    data::{
        Fault,
        format::Source,
        rows::{EachRow, Merge, Raw},
    },
    text::SafeText,
};

type Buffered<'a> = BufReader<&'a mut dyn Source>;

/// An open workbook.
pub(super) enum Book<'a> {
    Xlsx(Box<Xlsx<Buffered<'a>>>),
    Xlsb(Box<Xlsb<Buffered<'a>>>),
    Xls(Box<Xls<Buffered<'a>>>),
    Ods(Box<Ods<Buffered<'a>>>),
}

pub(super) fn xlsx(source: &mut dyn Source) -> Result<Book<'_>, Fault> {
    rewind(source)?;
    guard::excel(&mut *source)?;
    rewind(source)?;
    Xlsx::new(BufReader::new(source))
        .map(|book| Book::Xlsx(Box::new(book)))
        .map_err(xlsx_fault)
}

pub(super) fn xlsb(source: &mut dyn Source) -> Result<Book<'_>, Fault> {
    rewind(source)?;
    guard::excel(&mut *source)?;
    rewind(source)?;
    Xlsb::new(BufReader::new(source))
        .map(|book| Book::Xlsb(Box::new(book)))
        .map_err(xlsb_fault)
}

pub(super) fn xls(source: &mut dyn Source) -> Result<Book<'_>, Fault> {
    let bytes = small(source)?;
    // A newer workbook with a password lies in the same kind of file as an old one.
    compound::check(&bytes)?;
    rewind(source)?;
    Xls::new(BufReader::new(source))
        .map(|book| Book::Xls(Box::new(book)))
        .map_err(xls_fault)
}

pub(super) fn ods(source: &mut dyn Source) -> Result<Book<'_>, Fault> {
    small(source)?;
    guard::open_document(&mut *source)?;
    rewind(source)?;
    Ods::new(BufReader::new(source))
        .map(|book| Book::Ods(Box::new(book)))
        .map_err(ods_fault)
}

fn rewind(source: &mut dyn Source) -> Result<(), Fault> {
    source.rewind().map_err(|error| disk(&error))
}

/// Reads a file of a kind that must be small.
fn small(source: &mut dyn Source) -> Result<Vec<u8>, Fault> {
    rewind(source)?;
    let mut bytes = Vec::new();
    Read::take(&mut *source, MAX_LAID_OUT + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| disk(&error))?;
    rewind(source)?;
    if bytes.len() as u64 > MAX_LAID_OUT {
        Err(Fault::LargeWorkbook)
    } else {
        Ok(bytes)
    }
}

impl Book<'_> {
    /// Returns the names of the sheets that hold cells, and whether a person sees them.
    pub(super) fn sheets(&self) -> Vec<(String, bool)> {
        let sheets = match self {
            Self::Xlsx(book) => book.sheets_metadata(),
            Self::Xlsb(book) => book.sheets_metadata(),
            Self::Xls(book) => book.sheets_metadata(),
            Self::Ods(book) => book.sheets_metadata(),
        };
        sheets
            .iter()
            .filter(|sheet| sheet.typ == calamine::SheetType::WorkSheet)
            .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
            .collect()
    }

    /// Goes through the rows of a sheet, and adds the columns in which parts of one are shown as per cent; of xlsx alone the library
    /// tells the format of a number.
    pub(super) fn walk(
        &mut self,
        sheet: &str,
        percents: &mut BTreeSet<usize>,
        each: &mut EachRow<'_>,
    ) -> Result<(), Fault> {
        match self {
            Self::Xlsx(book) => {
                let mut cells = book.worksheet_cells_reader(sheet).map_err(xlsx_fault)?;
                let styles: Vec<bool> = cells.styles().iter().map(is_percent).collect();
                one_by_one(each, || {
                    let cell = cells.next_cell_with_style_id().map_err(xlsx_fault)?;
                    Ok(cell.map(|(cell, style)| {
                        let (place, mut raw) = (cell.get_position(), raw(cell.get_value()));
                        if let Raw::Number(value) = &mut raw
                            && styles.get(style) == Some(&true)
                        {
                            *value = in_percent(*value);
                            percents.insert(place.1 as usize);
                        }
                        (place, raw)
                    }))
                })
            }
            Self::Xlsb(book) => {
                let mut cells = book.worksheet_cells_reader(sheet).map_err(xlsb_fault)?;
                one_by_one(each, || {
                    let cell = cells.next_cell().map_err(xlsb_fault)?;
                    Ok(cell.map(|cell| (cell.get_position(), raw(cell.get_value()))))
                })
            }
            Self::Xls(book) => {
                laid_out(&book.worksheet_range(sheet).map_err(xls_fault)?, each);
                Ok(())
            }
            Self::Ods(book) => {
                laid_out(&book.worksheet_range(sheet).map_err(ods_fault)?, each);
                Ok(())
            }
        }
    }

    pub(super) fn merges(&mut self, sheet: &str) -> Vec<Merge> {
        let merges = match self {
            Self::Xlsx(book) => book.merge_cells_by_sheet_name(sheet).unwrap_or_default(),
            Self::Xls(book) => book.merge_cells_by_sheet_name(sheet).unwrap_or_default(),
            // The library does not tell for these two.
            Self::Xlsb(_) | Self::Ods(_) => Vec::new(),
        };
        merges.iter().map(merge).collect()
    }
}

/// Says whether a number in this style is shown as per cent: with the sign itself, not with one in quotation marks.
fn is_percent(style: &Style) -> bool {
    let Some(format) = &style.number_format else {
        return false;
    };
    let (mut quoted, mut escaped) = (false, false);
    format.format_code.chars().any(|c| {
        let plain = !quoted && !escaped;
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && plain;
        c == '%' && plain
    })
}

/// Makes per cent of a part of one, with the digits that a person would write: 0.29 is 29 and not 28.999999999999996.
fn in_percent(value: f64) -> f64 {
    let percent = value * 100.0;
    format!("{percent:.14e}").parse().unwrap_or(percent)
}

fn merge(cells: &Dimensions) -> Merge {
    Merge {
        top: u64::from(cells.start.0),
        bottom: u64::from(cells.end.0),
        left: cells.start.1 as usize,
        right: cells.end.1 as usize,
    }
}

type Placed = ((u32, u32), Raw<'static>);

fn one_by_one(
    each: &mut EachRow<'_>,
    mut next: impl FnMut() -> Result<Option<Placed>, Fault>,
) -> Result<(), Fault> {
    let mut row = Gather::new();
    while let Some((place, cell)) = next()? {
        if row.take(place, cell, each).is_break() {
            return Ok(());
        }
    }
    let _left: ControlFlow<()> = row.give(each);
    Ok(())
}

fn laid_out(range: &Range<Data>, each: &mut EachRow<'_>) {
    let Some((top, left)) = range.start() else {
        return;
    };
    let mut row = Gather::new();
    for (down, across, cell) in range.used_cells() {
        let place = (top + down as u32, left + across as u32);
        if row.take(place, owned(cell), each).is_break() {
            return;
        }
    }
    let _left: ControlFlow<()> = row.give(each);
}

fn raw(cell: &DataRef<'_>) -> Raw<'static> {
    match cell {
        DataRef::Empty => Raw::Empty,
        DataRef::Int(value) => Raw::Number(*value as f64),
        DataRef::Float(value) => Raw::Number(*value),
        DataRef::String(text) => Raw::Text(Cow::Owned(text.clone())),
        DataRef::SharedString(text) => Raw::Text(Cow::Owned((*text).to_owned())),
        DataRef::Bool(value) => Raw::Text(Cow::Borrowed(if *value { "TRUE" } else { "FALSE" })),
        DataRef::DateTime(date) => moment(*date),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Raw::Date(Cow::Owned(text.clone()))
        }
        DataRef::Error(error) => Raw::Text(Cow::Owned(error.to_string())),
    }
}

fn owned(cell: &Data) -> Raw<'static> {
    match cell {
        Data::Empty => Raw::Empty,
        Data::Int(value) => Raw::Number(*value as f64),
        Data::Float(value) => Raw::Number(*value),
        Data::String(text) => raw(&DataRef::SharedString(text)),
        Data::Bool(value) => raw(&DataRef::Bool(*value)),
        Data::DateTime(date) => moment(*date),
        Data::DateTimeIso(text) | Data::DurationIso(text) => Raw::Date(Cow::Owned(text.clone())),
        Data::Error(error) => Raw::Text(Cow::Owned(error.to_string())),
    }
}

/// Writes a date in the form of ISO 8601; a time of midnight says nothing.
fn moment(date: ExcelDateTime) -> Raw<'static> {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    let day = format!("{year:04}-{month:02}-{day:02}");
    Raw::Date(Cow::Owned(if date.is_duration() || date.as_f64() < 1.0 {
        let seconds = (date.as_f64() * 86_400.0).round() as i64;
        format!(
            "{:02}:{:02}:{:02}",
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60
        )
    } else if time == "00:00:00" {
        day
    } else {
        format!("{day}T{time}")
    }))
}

fn disk(error: &std::io::Error) -> Fault {
    Fault::Reading(SafeText::line(&error.to_string()))
}

fn damaged(error: &dyn std::error::Error) -> Fault {
    Fault::Damaged(SafeText::line(&error.to_string()))
}

fn xlsx_fault(error: XlsxError) -> Fault {
    match error {
        XlsxError::Password => Fault::Password,
        error => damaged(&error),
    }
}

fn xlsb_fault(error: XlsbError) -> Fault {
    match error {
        XlsbError::Password => Fault::Password,
        error => damaged(&error),
    }
}

fn xls_fault(error: XlsError) -> Fault {
    match error {
        XlsError::Password => Fault::Password,
        error => damaged(&error),
    }
}

fn ods_fault(error: OdsError) -> Fault {
    match error {
        OdsError::Password => Fault::Password,
        error => damaged(&error),
    }
}
