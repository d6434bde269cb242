//! The formats that are known. A new one is one file and one row here: its name, how it is told by its first bytes, how it is read.

use std::io::{Read, Seek};

use super::{
    DataError, Fault, Table, csv, json, px,
    rows::{Opened, Wish},
    sheet,
};
use crate::text::SafeText;

/// Something to read and seek in: a file, or bytes in memory.
pub trait Source: Read + Seek {}

impl<T: Read + Seek> Source for T {}

/// How much of a file a format may look at to know itself.
const HEAD: u64 = 65_536;

/// The beginning of a file and its name.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    /// The first 64 KB, or the whole file where it is shorter.
    pub bytes: &'a [u8],
    /// What stands after the last point of its name, in small letters: `csv`.
    pub extension: &'a str,
}

/// One format.
pub struct Format {
    /// What people call it: "JSON-stat".
    pub name: &'static str,
    /// Says whether a file is of this format; the first that says so reads it.
    pub sniff: fn(Head<'_>) -> bool,
    /// How it is read.
    pub read: Reader,
}

/// How a format is read.
#[derive(Clone, Copy)]
pub enum Reader {
    /// Whole tables with their dimensions.
    Tables(ReadTables),
    /// Rows, walked through without holding them.
    Rows(OpenRows),
}

/// Opens a file of rows and finds how it is written.
pub type OpenRows =
    for<'a> fn(&'a mut dyn Source, &SafeText, &Wish) -> Result<Opened<'a>, DataError>;

/// Reads the tables of a file, in its order; a file with several sets (a bundle, a collection) has several.
///
/// The source stands at the beginning and the name is that of the file, for errors. Of what is wished the language counts here.
pub type ReadTables = fn(&mut dyn Source, &SafeText, &Wish) -> Result<Vec<Table>, DataError>;

/// Reads a source into memory, and nothing of one that is larger than may be read.
pub(super) fn read_whole(source: &mut dyn Source, most: u64) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    source
        .take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Fault::Reading(SafeText::line(&error.to_string())))?;
    if bytes.len() as u64 > most {
        return Err(Fault::ManyCells);
    }
    Ok(bytes)
}

/// What people call a PC-Axis file.
pub(super) const PX: &str = "PC-Axis";
/// What people call a text with one row a line.
pub(super) const TEXT: &str = "CSV";

/// The formats, asked in this order.
pub const FORMATS: &[Format] = &[
    Format {
        name: "Excel (xlsx)",
        sniff: sheet::sniff_xlsx,
        read: Reader::Rows(sheet::open_xlsx),
    },
    Format {
        name: "Excel (xlsb)",
        sniff: sheet::sniff_xlsb,
        read: Reader::Rows(sheet::open_xlsb),
    },
    Format {
        name: "Excel (xls)",
        sniff: sheet::sniff_xls,
        read: Reader::Rows(sheet::open_xls),
    },
    Format {
        name: "OpenDocument (ods)",
        sniff: sheet::sniff_ods,
        read: Reader::Rows(sheet::open_ods),
    },
    Format {
        name: PX,
        sniff: px::sniff,
        read: Reader::Tables(px::read),
    },
    Format {
        name: "JSON-stat",
        sniff: json::sniff_stat,
        read: Reader::Tables(json::read),
    },
    Format {
        name: "PxWeb JSON",
        sniff: json::sniff_pxweb,
        read: Reader::Tables(json::read),
    },
    Format {
        name: "Kolada",
        sniff: json::sniff_kolada,
        read: Reader::Tables(json::read),
    },
    Format {
        name: "Skolverket",
        sniff: json::sniff_skolverket,
        read: Reader::Tables(json::read),
    },
    Format {
        name: "JSON",
        sniff: json::sniff,
        read: Reader::Tables(json::read),
    },
    // Asked last: whatever is text may be this.
    Format {
        name: TEXT,
        sniff: csv::sniff,
        read: Reader::Rows(csv::open),
    },
];

/// Finds the format of a file and leaves the source at its beginning.
pub fn find(mut source: &mut dyn Source, name: &SafeText) -> Result<&'static Format, DataError> {
    let fail = |fault| DataError::of(name, fault);
    let mut bytes = Vec::new();
    source
        .rewind()
        .and_then(|()| Read::take(&mut source, HEAD).read_to_end(&mut bytes))
        .and_then(|_| source.rewind())
        .map_err(|error| fail(Fault::Reading(SafeText::line(&error.to_string()))))?;
    if bytes.is_empty() {
        return Err(fail(Fault::Empty));
    }
    let extension = name
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_lowercase())
        .unwrap_or_default();
    let head = Head {
        bytes: &bytes,
        extension: &extension,
    };
    FORMATS
        .iter()
        .find(|format| (format.sniff)(head))
        .ok_or_else(|| fail(Fault::Unknown))
}
