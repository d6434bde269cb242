//! Looks through an old workbook (xls) before the library does, since the library trusts it: it follows chains of sectors that bite their
//! own tail, and lays out a sheet from the first to the last cell however few there are between.
//!
//! A compound file is a small disk: sectors, a table that chains them, a directory. The workbook in it is a stream of records.

use crate::{
    data::{Fault, table::MAX_CELLS},
    text::SafeText,
};

/// The highest number of a sector; what is above means free, or the end of a chain.
const LAST_SECTOR: u32 = 0xFFFF_FFF9;
/// The end of a chain.
const END: u32 = 0xFFFF_FFFE;
/// A stream that is smaller lies in small sectors.
const SMALL: u64 = 4_096;

/// A compound file in memory.
struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
}

fn broken(what: &'static str) -> Fault {
    Fault::Damaged(SafeText::line(what))
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn longs(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|four| long(four, 0))
}

/// Looks through a file and refuses what is locked, what is broken and what would become too large.
pub(super) fn check(bytes: &[u8]) -> Result<(), Fault> {
    let file = Compound::open(bytes)?;
    let first = long(bytes, 48).ok_or_else(|| broken("header"))?;
    let directory = file.chain(first, usize::MAX)?;
    let entries: Vec<Entry> = directory.chunks_exact(128).filter_map(Entry::of).collect();
    let named = |names: &[&str]| {
        entries.iter().find(|entry| {
            names
                .iter()
                .any(|name| entry.name.eq_ignore_ascii_case(name))
        })
    };
    if named(&["EncryptedPackage"]).is_some() {
        return Err(Fault::Password);
    }
    // Both chains are followed whatever is in them, since the library does so too.
    let root = entries.first().ok_or_else(|| broken("directory"))?;
    let has_small = long(bytes, 64).unwrap_or(0) > 0;
    let small = if has_small {
        file.chain(root.first, usize::MAX)?
    } else {
        Vec::new()
    };
    let small_table: Vec<u32> = if has_small {
        let first = long(bytes, 60).unwrap_or(END);
        longs(&file.chain(first, usize::MAX)?).collect()
    } else {
        Vec::new()
    };
    for entry in &entries {
        let stream = if entry.length < SMALL && entry.is_stream {
            follow(
                &small,
                64,
                0,
                &small_table,
                entry.first,
                entry.length as usize,
            )?
        } else if entry.is_stream {
            file.chain(entry.first, entry.length as usize)?
        } else {
            continue;
        };
        if ["Workbook", "Book"]
            .iter()
            .any(|name| entry.name.eq_ignore_ascii_case(name))
        {
            records(&stream)?;
        }
    }
    Ok(())
}

/// A stream in the directory.
struct Entry {
    name: String,
    first: u32,
    length: u64,
    is_stream: bool,
}

impl Entry {
    fn of(bytes: &[u8]) -> Option<Self> {
        let letters = bytes
            .get(..64)?
            .chunks_exact(2)
            .filter_map(|two| short(two, 0));
        let letters: Vec<u16> = letters.take_while(|letter| *letter != 0).collect();
        Some(Self {
            name: String::from_utf16_lossy(&letters),
            first: long(bytes, 116)?,
            length: u64::from(long(bytes, 120)?),
            is_stream: bytes.get(66) == Some(&2),
        })
    }
}

impl<'a> Compound<'a> {
    fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let sector = match short(bytes, 30) {
            Some(9) => 512,
            Some(12) => 4_096,
            _ => return Err(broken("sectors")),
        };
        let mut file = Self {
            bytes,
            sector,
            table: Vec::new(),
        };
        let mut parts: Vec<u32> = longs(bytes.get(76..512).unwrap_or_default()).collect();
        let mut next = long(bytes, 68).unwrap_or(END);
        let most = bytes.len() / sector + 1;
        for _ in 0..most {
            if next > LAST_SECTOR {
                break;
            }
            let more = file.sector(next).ok_or_else(|| broken("sectors"))?;
            parts.extend(longs(more));
            next = parts.pop().unwrap_or(END);
        }
        if next <= LAST_SECTOR || parts.len() > most + 128 {
            return Err(broken("sectors"));
        }
        for part in parts.into_iter().filter(|part| *part <= LAST_SECTOR) {
            let more = file.sector(part).ok_or_else(|| broken("sectors"))?;
            let more: Vec<u32> = longs(more).collect();
            file.table.extend(more);
        }
        Ok(file)
    }

    /// Returns a sector; the last one may be cut short.
    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let from = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        let to = from.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(from..to)
    }

    fn chain(&self, first: u32, length: usize) -> Result<Vec<u8>, Fault> {
        follow(
            self.bytes,
            self.sector,
            self.sector,
            &self.table,
            first,
            length,
        )
    }
}

/// Puts the sectors of a chain together; one that is longer than the file turns in a circle.
#[expect(
    clippy::too_many_arguments,
    reason = "where the chain lies, where it begins and how long it is"
)]
fn follow(
    bytes: &[u8],
    sector: usize,
    before: usize,
    table: &[u32],
    first: u32,
    length: usize,
) -> Result<Vec<u8>, Fault> {
    let mut out = Vec::new();
    let mut next = first;
    while next != END && out.len() < length {
        let from = (next as usize)
            .saturating_mul(sector)
            .saturating_add(before);
        let to = from.saturating_add(sector).min(bytes.len());
        let part = bytes.get(from..to).filter(|part| !part.is_empty());
        out.extend_from_slice(part.ok_or_else(|| broken("sectors"))?);
        if out.len() > bytes.len() {
            return Err(broken("sectors"));
        }
        if out.len() < length {
            next = *table.get(next as usize).ok_or_else(|| broken("sectors"))?;
        }
    }
    out.truncate(length);
    Ok(out)
}

/// Goes through the records of a workbook and adds up how large its sheets become.
fn records(stream: &[u8]) -> Result<(), Fault> {
    let mut at = 0;
    let mut area = Area::default();
    let mut all = 0_u64;
    while let (Some(kind), Some(length)) = (short(stream, at), short(stream, at + 2)) {
        let end = (at + 4 + usize::from(length)).min(stream.len());
        let data = stream.get(at + 4..end).unwrap_or_default();
        at = end;
        match kind {
            // A sheet begins, or something in a sheet: what came before is laid out by itself.
            0x0809 => {
                all = all.saturating_add(area.cells());
                area = Area::default();
            }
            // A password: everything from here on is locked.
            0x002F => return Err(Fault::Password),
            0x0200 => declared(data)?,
            0x0203..=0x0205 | 0x027E | 0x00FD | 0x00D6 | 0x0006 => area.add(data, short(data, 2)),
            // Several numbers of a row; the last column stands at the end.
            0x00BD => {
                area.add(data, short(data, 2));
                area.add(data, short(data, data.len().saturating_sub(2)));
            }
            _ => {}
        }
        if all.saturating_add(area.cells()) > MAX_CELLS as u64 {
            return Err(Fault::ManyCells);
        }
    }
    Ok(())
}

/// Refuses a sheet that declares more than the kind can hold; room is made for what is declared.
fn declared(data: &[u8]) -> Result<(), Fault> {
    let long_rows = data.len() >= 14;
    let (rows, columns) = if long_rows {
        let rows = (long(data, 0), long(data, 4));
        let rows = rows.1.unwrap_or(0).saturating_sub(rows.0.unwrap_or(0));
        (rows, (short(data, 8), short(data, 10)))
    } else {
        let rows = (short(data, 0), short(data, 2));
        let rows = rows.1.unwrap_or(0).saturating_sub(rows.0.unwrap_or(0));
        (u32::from(rows), (short(data, 4), short(data, 6)))
    };
    let columns = columns
        .1
        .unwrap_or(0)
        .saturating_sub(columns.0.unwrap_or(0));
    if rows > 65_536 || columns > 256 {
        return Err(broken("dimensions"));
    }
    Ok(())
}

/// The cells between the first and the last.
#[derive(Default)]
struct Area {
    bounds: Option<[u16; 4]>,
}

impl Area {
    fn add(&mut self, data: &[u8], column: Option<u16>) {
        let (Some(row), Some(column)) = (short(data, 0), column) else {
            return;
        };
        let [top, bottom, left, right] = self.bounds.unwrap_or([row, row, column, column]);
        self.bounds = Some([
            top.min(row),
            bottom.max(row),
            left.min(column),
            right.max(column),
        ]);
    }

    fn cells(&self) -> u64 {
        self.bounds.map_or(0, |[top, bottom, left, right]| {
            (u64::from(bottom - top) + 1) * (u64::from(right - left) + 1)
        })
    }
}
