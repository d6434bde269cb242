/// A workbook in binary.
mod binary;
/// Workbooks that lie about their size.
mod hostile;

use std::{
    fmt::Write as _,
    io::{Cursor, Write as _},
};

use proptest::prelude::*;
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{
    data::{
        DataError, Fault,
        profile::Profile,
        rows::Wish,
        understood::{Holds, understand},
    },
    domain::recipe::{Fold, Recipe, Value},
    text::SafeText,
};

fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        let stored =
            SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        zip.start_file(*name, stored).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Makes a workbook of two sheets, the first of them hidden and the second with these rows.
fn xlsx(sheet: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let workbook = format!(
        r#"<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Dold" sheetId="1" state="hidden" r:id="r1"/><sheet name="Svar" sheetId="2" r:id="r2"/></sheets></workbook>"#
    );
    let relations = format!(
        r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/s1.xml"/><Relationship Id="r2" Type="{office}/worksheet" Target="worksheets/s2.xml"/></Relationships>"#
    );
    let hidden = format!(
        r#"<worksheet xmlns="{main}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>"#
    );
    let shown = format!(r#"<worksheet xmlns="{main}">{sheet}</worksheet>"#);
    let types = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
    let root = format!(
        r#"<Relationships xmlns="{package}"><Relationship Id="r0" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    zipped(&[
        ("[Content_Types].xml", types),
        ("_rels/.rels", &root),
        ("xl/workbook.xml", &workbook),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/worksheets/s1.xml", &hidden),
        ("xl/worksheets/s2.xml", &shown),
    ])
}

/// Writes rows as a sheet has them: a text, a number, or nothing.
fn rows(rows: &[(u32, &[&str])]) -> String {
    let mut out = String::from("<sheetData>");
    for (row, cells) in rows {
        write!(out, r#"<row r="{row}">"#).unwrap();
        for (column, cell) in ('A'..='Z').zip(*cells) {
            if cell.is_empty() {
                continue;
            }
            // A code with a zero in front is a text in a sheet.
            let number = cell.parse::<f64>().ok();
            match number.filter(|_| !cell.starts_with("01")) {
                Some(number) => write!(out, r#"<c r="{column}{row}"><v>{number}</v></c>"#),
                None => {
                    write!(
                        out,
                        r#"<c r="{column}{row}" t="inlineStr"><is><t>{cell}</t></is></c>"#
                    )
                }
            }
            .unwrap();
        }
        out += "</row>";
    }
    out + "</sheetData>"
}

fn read(bytes: &[u8], name: &str, sheet: Option<&str>) -> Result<Profile, DataError> {
    let wish = Wish {
        sheet: sheet.map(str::to_owned),
        ..Wish::default()
    };
    let mut source = Cursor::new(bytes);
    match understand(&mut source, &SafeText::from(name), &wish)?.holds {
        Holds::Rows(profile) => Ok(*profile),
        Holds::Tables(_) => panic!("rows"),
    }
}

fn survey() -> Vec<u8> {
    let cells = rows(&[
        (1, &["Enkäten 2024", "", "", "", ""]),
        (2, &["", "", "Trygg", "", "Nöjd"]),
        (3, &["Kommun", "Kod", "Flickor", "Pojkar", "Alla"]),
        (4, &["Haninge", "0136", "81", "**", "70.5"]),
        (5, &["Tyresö", "0138", "79", "-", "71"]),
        (7, &["* bygger på få svar", "", "", "", ""]),
    ]);
    xlsx(&format!(
        r#"<dimension ref="A1:XFD1048576"/>{cells}<mergeCells count="2"><mergeCell ref="A1:E1"/><mergeCell ref="C2:D2"/></mergeCells>"#
    ))
}

#[test]
fn merged_headings_marks_and_notes_of_a_workbook_are_read() {
    let read = read(&survey(), "x.xlsx", None).unwrap();
    assert_eq!(read.how.sheet.as_deref(), Some("Svar"));
    assert_eq!(read.how.sheets.len(), 2);
    assert_eq!(read.layout.preamble[0].1.as_str(), "Enkäten 2024");
    let names: Vec<&str> = read.columns.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Kommun",
            "Kod",
            "Trygg / Flickor",
            "Trygg / Pojkar",
            "Nöjd / Alla"
        ]
    );
    assert_eq!((read.rows, read.noted), (2, 1));
    assert_eq!(read.columns[3].missing, [("**".into(), 1), ("-".into(), 1)]);
    assert_eq!(read.columns[4].sum, Some(141.5));
    assert_eq!(read.columns[1].labels[0].0.as_str(), "0136");
}

#[test]
fn a_sheet_is_chosen_by_name_or_number() {
    let book = survey();
    for sheet in ["Dold", "dold", "1"] {
        let read = read(&book, "x.xlsx", Some(sheet)).unwrap();
        assert_eq!((read.rows, read.columns.len()), (1, 1), "{sheet}");
    }
    let fault = read(&book, "x.xlsx", Some("3")).unwrap_err().fault;
    assert_eq!(fault, Fault::NoSheet("3".into(), "Dold, Svar".into()));
}

#[test]
fn what_is_shown_as_per_cent_is_read_so() {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let styles = format!(
        r#"<styleSheet xmlns="{main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0\ %"/><numFmt numFmtId="165" formatCode="0&quot; %&quot;"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>"#
    );
    let cells = r#"<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Skola</t></is></c><c r="B1" t="inlineStr"><is><t>Trygga</t></is></c><c r="C1" t="inlineStr"><is><t>Nöjda</t></is></c><c r="D1" t="inlineStr"><is><t>Svar</t></is></c></row>
<row r="2"><c r="A2" t="inlineStr"><is><t>Ask</t></is></c><c r="B2" s="1"><v>0.29</v></c><c r="C2" s="2"><v>0.8125</v></c><c r="D2" s="3"><v>71</v></c></row>
<row r="3"><c r="A3" t="inlineStr"><is><t>Bok</t></is></c><c r="B3" s="1"><v>1</v></c><c r="C3" t="inlineStr"><is><t>..</t></is></c><c r="D3" s="0"><v>0.5</v></c></row></sheetData>"#;
    let mut zip =
        ZipWriter::new_append(Cursor::new(xlsx(cells))).expect("the workbook can be added to");
    zip.start_file("xl/styles.xml", SimpleFileOptions::default())
        .unwrap();
    zip.write_all(styles.as_bytes()).unwrap();
    let book = zip.finish().unwrap().into_inner();
    let read = read(&book, "x.xlsx", None).unwrap();
    let column = |at: usize| (read.columns[at].percent, read.columns[at].max);
    assert_eq!(column(1), (true, Some(100.0)));
    assert_eq!(
        (read.columns[1].min, read.columns[1].decimals),
        (Some(29.0), 0)
    );
    assert_eq!(column(2), (true, Some(81.25)));
    assert_eq!(read.columns[2].missing, [("..".into(), 1)]);
    // The sign stands in quotation marks, as any word could.
    assert_eq!(column(3), (false, Some(71.0)));
    let chosen = crate::data::choose::choose(
        &mut Cursor::new(book),
        &"x.xlsx".into(),
        &Recipe {
            axis: Some("Skola".into()),
            value: Value::Numbers {
                columns: vec!["Trygga".into()],
                fold: Fold::Only,
            },
            ..Recipe::default()
        },
        0,
        &mut |_| std::ops::ControlFlow::Continue(()),
    );
    let chosen = chosen.unwrap();
    assert_eq!(chosen.unit.as_str(), "%");
    assert_eq!(chosen.body.rows()[0].cells[0].number(), Some(29.0));
}

#[test]
fn damage_is_told() {
    let book = survey();
    let half = read(&book[..book.len() / 2], "x.xlsx", None).unwrap_err();
    assert!(matches!(half.fault, Fault::Damaged(_)), "{half}");
    let empty = read(&xlsx("<sheetData></sheetData>"), "x.xlsx", None).unwrap_err();
    assert_eq!(empty.fault, Fault::NoRowsInSheets);
    let old = read(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and nothing",
        "x.xls",
        None,
    )
    .unwrap_err();
    assert!(matches!(old.fault, Fault::Damaged(_)), "{old}");
}

#[test]
fn a_document_of_another_program_is_read() {
    let content = r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Blad1"><table:table-row><table:table-cell office:value-type="string"><text:p>Skola</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Andel</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="string"><text:p>Ask</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1.5"><text:p>1,5</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;
    let manifest = r#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"></manifest:manifest>"#;
    let book = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", content),
    ]);
    let read = read(&book, "x.ods", None).unwrap();
    assert_eq!((read.rows, read.columns[1].sum), (1, Some(1.5)));
    assert_eq!(read.columns[1].name.as_str(), "Andel");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_workbook_with_changed_bytes_gives_rows_or_a_sentence(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
    ) {
        let mut book = survey();
        for (at, byte) in changes {
            let at = at.index(book.len());
            book[at] = byte;
        }
        // Both ends are fine; a panic or a hang is not.
        let _either: Result<Profile, DataError> = read(&book, "x.xlsx", None);
    }
}
