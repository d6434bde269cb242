//! A workbook in binary, written record by record: a number for the kind, the length, and what it holds.

use super::*;

/// Writes a record; numbers of seven bits come with the highest bit set where another follows.
fn record(kind: u16, holds: &[u8], out: &mut Vec<u8>) {
    let mut number = |mut value: usize| {
        while value > 0x7f {
            out.push((value & 0x7f) as u8 | 0x80);
            value >>= 7;
        }
        out.push(value as u8);
    };
    number(usize::from(kind));
    number(holds.len());
    out.extend_from_slice(holds);
}

fn text(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let count = (units.len() as u32).to_le_bytes();
    count
        .into_iter()
        .chain(units.iter().flat_map(|unit| unit.to_le_bytes()))
        .collect()
}

fn records(records: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let mut out = Vec::new();
    for (kind, holds) in records {
        record(*kind, holds, &mut out);
    }
    out
}

fn longs(values: &[u32]) -> Vec<u8> {
    values
        .iter()
        .flat_map(|value| value.to_le_bytes())
        .collect()
}

/// A cell: its column, its style, and what it holds.
fn cell(kind: u16, column: u32, style: u32, holds: &[u8]) -> (u16, Vec<u8>) {
    (kind, [&longs(&[column, style]), holds].concat())
}

fn row(number: u32) -> (u16, Vec<u8>) {
    (0x00, [&longs(&[number, 0]), &[0_u8; 9][..]].concat())
}

/// A number of 30 bits, whole, or a hundred times too large.
fn short(value: i32, hundredth: bool) -> [u8; 4] {
    ((value << 2) | 2 | i32::from(hundredth)).to_le_bytes()
}

const SHARED: u16 = 0x07;
const REAL: u16 = 0x05;
const SHORT: u16 = 0x02;

fn book() -> Vec<u8> {
    let bundle = |state: u32, id: u32, name: &str| {
        let about = longs(&[state, id]);
        (0x9c, [about, text(&format!("r{id}")), text(name)].concat())
    };
    let workbook = records(&[
        (0x83, vec![]),
        (0x99, longs(&[0, 0, 0])),
        (0x8f, vec![]),
        bundle(1, 1, "Dold"),
        bundle(0, 2, "Svar"),
        (0x90, vec![]),
        (0x9d, vec![]),
        (0x84, vec![]),
    ]);
    let words = ["Skola", "Dag", "Andel", "Ask", "Bok"];
    let mut strings = vec![(0x9f, longs(&[6, 5]))];
    strings.extend(words.map(|word| (0x13, [vec![0], text(word)].concat())));
    strings.push((0xa0, vec![]));
    let format = |number: u16| {
        (
            0x2f,
            [&[0, 0], &number.to_le_bytes()[..], &[0; 12]].concat(),
        )
    };
    let styles = records(&[
        (0x0116, vec![]),
        (0x0269, longs(&[2])),
        format(0),
        format(14),
        (0x026a, vec![]),
        (0x0117, vec![]),
    ]);
    let sheet = |rows: &[(u16, Vec<u8>)]| {
        let above = [
            (0x81, vec![]),
            (0x94, longs(&[0, 1_048_575, 0, 16_383])),
            (0x91, vec![]),
        ];
        records(&[&above, rows, &[(0x92, vec![]), (0x82, vec![])]].concat())
    };
    let shown = sheet(&[
        row(0),
        cell(SHARED, 0, 0, &longs(&[0])),
        cell(SHARED, 1, 0, &longs(&[1])),
        cell(SHARED, 2, 0, &longs(&[2])),
        row(1),
        cell(SHARED, 0, 0, &longs(&[3])),
        cell(SHORT, 1, 1, &short(44_197, false)),
        cell(REAL, 2, 0, &81.5_f64.to_le_bytes()),
        row(2),
        cell(SHARED, 0, 0, &longs(&[4])),
        cell(SHORT, 1, 1, &short(44_198, false)),
        cell(0x06, 2, 0, &text("..")),
        row(1_000_000),
        cell(SHARED, 0, 0, &longs(&[3])),
        cell(0x03, 1, 0, &[0x2a]),
        cell(SHORT, 2, 0, &short(7_025, true)),
    ]);
    let hidden = sheet(&[row(0), cell(REAL, 0, 0, &1.0_f64.to_le_bytes())]);
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relation =
        |id: u32| format!(r#"<Relationship Id="r{id}" Target="worksheets/sheet{id}.bin"/>"#);
    let relations = format!(
        r#"<Relationships xmlns="{package}">{}{}</Relationships>"#,
        relation(1),
        relation(2)
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in [
        ("xl/workbook.bin", &workbook),
        ("xl/_rels/workbook.bin.rels", &relations.into_bytes()),
        ("xl/styles.bin", &styles),
        ("xl/sharedStrings.bin", &records(&strings)),
        ("xl/worksheets/sheet1.bin", &hidden),
        ("xl/worksheets/sheet2.bin", &shown),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(part).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_in_binary_is_read_cell_by_cell() {
    let book = book();
    // The name says it, or the part that no other kind has.
    for name in ["x.xlsb", "x.xlsx"] {
        let read = read(&book, name, None).unwrap();
        assert_eq!(read.how.sheet.as_deref(), Some("Svar"), "{name}");
        assert_eq!((read.rows, read.last), (3, 1_000_001));
        let names: Vec<&str> = read.columns.iter().map(|c| c.name.as_str()).collect();
        assert_eq!(names, ["Skola", "Dag", "Andel"]);
        assert_eq!(read.columns[1].labels[0].0.as_str(), "2021-01-01");
        assert_eq!(read.columns[1].missing, [("#N/A".into(), 1)]);
        assert_eq!(read.columns[2].sum, Some(151.75));
        assert_eq!(read.columns[2].missing, [("..".into(), 1)]);
    }
    let hidden = read(&book, "x.xlsb", Some("Dold")).unwrap();
    assert_eq!((hidden.rows, hidden.columns[0].sum), (1, Some(1.0)));
}

#[test]
fn a_workbook_in_binary_that_is_cut_or_changed_gives_rows_or_a_sentence() {
    let book = book();
    for at in (0..book.len()).step_by(7) {
        let _either: Result<Profile, DataError> = read(&book[..at], "x.xlsb", None);
        let mut changed = book.clone();
        changed[at] ^= 0x55;
        let _either: Result<Profile, DataError> = read(&changed, "x.xlsb", None);
    }
}
