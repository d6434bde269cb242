//! Tables of publishers and large workbooks: how long a table of a statistics server takes, and how much memory a workbook of 50 MB.
#![expect(clippy::disallowed_methods, reason = "makes the workbook that is read")]

use std::{
    fmt::Write as _,
    hint::black_box,
    io::{Cursor, Write as _},
    path::Path,
};

use criterion::Criterion;
use samtal::{
    data::{rows::Wish, understood::understand},
    text::SafeText,
};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::child::{self, Run};

/// Municipalities, years, ages and sexes: 280 000 cells.
const SIZES: [(&str, usize); 4] = [("region", 280), ("year", 20), ("age", 25), ("sex", 2)];
/// How large the workbook is, in bytes.
const LARGE: u64 = 50_000_000;
/// How many columns of numbers it has.
const COLUMNS: usize = 20;

/// What reading the workbook took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measured {
    /// How long, and how much memory.
    pub(crate) run: Run,
    /// The size of the file, in bytes.
    pub(crate) size: u64,
}

/// Measures a table of JSON-stat, its values listed and with their places.
pub(crate) fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("table");
    for (name, text) in [("listed", json_stat(false)), ("placed", json_stat(true))] {
        group.bench_function(format!("json-stat {name}"), |bencher| {
            bencher.iter(|| {
                let mut source = Cursor::new(text.as_bytes());
                let name = SafeText::line("a.json");
                black_box(understand(&mut source, &name, &Wish::default()).expect("a table"))
            });
        });
    }
    group.finish();
}

fn json_stat(placed: bool) -> String {
    let mut ids = Vec::new();
    let mut dimensions = Vec::new();
    for (id, size) in SIZES {
        ids.push(format!("\"{id}\""));
        let codes: Vec<String> = (0..size).map(|at| format!("\"{at:04}\":{at}")).collect();
        dimensions.push(format!(
            "\"{id}\":{{\"label\":\"{id}\",\"category\":{{\"index\":{{{}}}}}}}",
            codes.join(",")
        ));
    }
    let cells: usize = SIZES.iter().map(|(_, size)| size).product();
    let mut values = String::new();
    for at in 0..cells {
        let comma = if at > 0 { "," } else { "" };
        let value = (at * 7_919) % 100_000;
        let _always = if placed {
            write!(values, "{comma}\"{at}\":{value}.5")
        } else {
            write!(values, "{comma}{value}.5")
        };
    }
    let [open, close] = if placed { ["{", "}"] } else { ["[", "]"] };
    let sizes: Vec<String> = SIZES.iter().map(|(_, size)| size.to_string()).collect();
    format!(
        "{{\"version\":\"2.0\",\"class\":\"dataset\",\"label\":\"L\",\"id\":[{}],\"size\":[{}],\"dimension\":{{{}}},\"value\":{open}{values}{close}}}",
        ids.join(","),
        sizes.join(","),
        dimensions.join(",")
    )
}

/// Measures the workbook; nothing where something else was asked for.
pub(crate) fn workbook() -> Option<Measured> {
    let asked = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    if asked.is_some_and(|asked| !"workbook".contains(asked.as_str())) {
        return None;
    }
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder can be made");
    let file = folder.path().join("stor.xlsx");
    write_workbook(&file);
    let size = std::fs::metadata(&file).expect("the file is there").len();
    let run = child::run(|command| {
        command.arg("--home").arg(folder.path());
        command.arg("data").arg(&file);
    });
    Some(Measured { run, size })
}

/// Writes rows until the file is as large as it should be: a name that comes again, and numbers that do not.
fn write_workbook(path: &Path) {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let file = std::fs::File::create(path).expect("a file can be made");
    let mut zip = ZipWriter::new(file);
    let packed = SimpleFileOptions::default();
    let names = (0..1_000).fold(String::new(), |names, at| {
        names + &format!("<si><t>Skolan {at}</t></si>")
    });
    for (name, text) in [
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r0\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r1\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/s1.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/sharedStrings.xml",
            format!("<sst uniqueCount=\"1000\">{names}</sst>"),
        ),
    ] {
        zip.start_file(name, packed).expect("a part begins");
        zip.write_all(text.as_bytes()).expect("the disk takes it");
    }
    zip.start_file("xl/worksheets/s1.xml", packed)
        .expect("the sheet begins");
    let mut text =
        format!("<worksheet xmlns=\"{MAIN}\"><dimension ref=\"A1:XFD1048576\"/><sheetData>");
    let mut chance: u64 = 7;
    let mut row = 0_u64;
    while std::fs::metadata(path).expect("the file is there").len() < LARGE {
        for _ in 0..1_000 {
            row += 1;
            let _always = write!(
                text,
                "<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>{}</v></c>",
                row % 1_000
            );
            for column in 0..COLUMNS {
                chance = chance
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                let letter = char::from(b'B' + column as u8);
                let value = (chance >> 33) as f64 / 1_000.0;
                let _always = write!(text, "<c r=\"{letter}{row}\"><v>{value}</v></c>");
            }
            text.push_str("</row>");
        }
        zip.write_all(text.as_bytes()).expect("the disk takes it");
        text.clear();
    }
    zip.write_all(b"</sheetData></worksheet>")
        .expect("the disk takes it");
    zip.finish().expect("the file ends");
}
