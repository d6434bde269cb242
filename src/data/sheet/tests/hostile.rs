//! Workbooks that are small on the disk and would be large in memory, and old ones whose chains turn in a circle.

use super::*;
use crate::data::sheet::compound;

/// The parts of a workbook with one sheet and its strings.
fn with_strings(sheet: &str, strings: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let workbook = format!(
        r#"<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>"#
    );
    let relations = format!(
        r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/s1.xml"/></Relationships>"#
    );
    let root = format!(
        r#"<Relationships xmlns="{package}"><Relationship Id="r0" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    packed(&[
        ("_rels/.rels", &root),
        ("xl/workbook.xml", &workbook),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/s1.xml", sheet),
    ])
}

fn packed(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        let deflated =
            SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        zip.start_file(*name, deflated).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn fault(bytes: &[u8], name: &str) -> Fault {
    read(bytes, name, None).unwrap_err().fault
}

#[test]
fn strings_that_are_declared_and_not_there_cost_nothing() {
    let sheet = r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>"#;
    let honest = r#"<sst count="1" uniqueCount="1"><si><t>Antal</t></si></sst>"#;
    let read = read(&with_strings(sheet, honest), "x.xlsx", None).unwrap();
    assert_eq!(read.columns[0].name.as_str(), "Antal");
    for count in ["99999999999", "18446744073709551615", "x"] {
        let lie = honest.replace("uniqueCount=\"1\"", &format!("uniqueCount=\"{count}\""));
        let fault = fault(&with_strings(sheet, &lie), "x.xlsx");
        assert_eq!(fault, Fault::Damaged("uniqueCount".into()), "{count}");
    }
}

#[test]
fn a_text_that_no_program_writes_so_long_is_refused() {
    let sheet =
        r#"<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>"#;
    let strings = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(1_100_000));
    let book = with_strings(sheet, &strings);
    assert!(book.len() < 10_000);
    assert_eq!(fault(&book, "x.xlsx"), Fault::LongText);
}

fn open_document(table: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Blad1">{table}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            r#"<manifest:manifest xmlns:manifest="m"></manifest:manifest>"#,
        ),
        ("content.xml", &content),
    ])
}

#[test]
fn repeated_cells_are_counted_before_they_are_laid_out() {
    let text = |words: &str| {
        format!(
            r#"<table:table-cell office:value-type="string"><text:p>{words}</text:p></table:table-cell>"#
        )
    };
    let number = r#"<table:table-cell office:value-type="float" office:value="2" table:number-columns-repeated="3"><text:p>2</text:p></table:table-cell>"#;
    let heads: String = ["Skola", "a", "b", "c"]
        .iter()
        .map(|word| text(word))
        .collect();
    // As programs write it: the rest of the sheet is one empty cell and one empty row that come again and again.
    let rest = r#"<table:table-cell table:number-columns-repeated="16380"/>"#;
    let good = format!(
        r#"<table:table-row>{heads}{rest}</table:table-row><table:table-row table:number-rows-repeated="4">{}{number}{rest}</table:table-row><table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#,
        text("Ask")
    );
    let read = read(&open_document(&good), "x.ods", None).unwrap();
    assert_eq!((read.rows, read.columns.len()), (4, 4));
    assert_eq!(read.columns[3].sum, Some(8.0));
    let wide = r#"<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell></table:table-row>"#;
    assert_eq!(fault(&open_document(wide), "x.ods"), Fault::ManyCells);
    let odd = wide.replace("16384", "x");
    assert_eq!(fault(&open_document(&odd), "x.ods"), Fault::ManyCells);
}

#[test]
fn a_document_whose_table_never_ends_is_told() {
    let row = r#"<table:table-row><table:table-cell office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell></table:table-row>"#;
    assert_eq!(read(&open_document(row), "x.ods", None).unwrap().rows, 1);
    for (good, bad) in [
        ("</table:table-row>", ""),
        ("</table:table-row>", "<![CDATA[ --></table:table-row>]]>"),
        ("</table:table-row>", "<? ></table:table-row>?>"),
        ("</text:p>", "</text:q>"),
        ("<table:table-row>", "<table:table-row><!--"),
    ] {
        let broken = open_document(&row.replace(good, bad));
        let fault = fault(&broken, "x.ods");
        assert!(matches!(fault, Fault::Damaged(_)), "{bad}: {fault:?}");
    }
}

#[test]
fn a_document_with_a_password_is_told() {
    let book = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            r#"<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"#,
        ),
        ("content.xml", "locked"),
    ]);
    assert_eq!(fault(&book, "x.ods"), Fault::Password);
}

/// Makes a compound file of one stream; sector 0 is its table, 1 its directory, the stream follows.
fn compound_file(name: &str, stream: &[u8]) -> Vec<u8> {
    let sectors = stream.len().div_ceil(512).max(8);
    let mut head = vec![0; 512];
    head[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    let mut put = |at: usize, bytes: &[u8]| head[at..at + bytes.len()].copy_from_slice(bytes);
    put(24, &[0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0]);
    put(44, &1_u32.to_le_bytes());
    put(48, &1_u32.to_le_bytes());
    put(56, &4096_u32.to_le_bytes());
    put(60, &0xFFFF_FFFE_u32.to_le_bytes());
    put(68, &0xFFFF_FFFE_u32.to_le_bytes());
    put(76, &[0xff; 436]);
    put(76, &0_u32.to_le_bytes());
    let mut table = vec![0xFFFF_FFFD_u32, 0xFFFF_FFFE];
    for at in 0..sectors {
        let last = at + 1 == sectors;
        table.push(if last { 0xFFFF_FFFE } else { at as u32 + 3 });
    }
    table.resize(128, 0xFFFF_FFFF);
    let mut out = head;
    out.extend(table.iter().flat_map(|next| next.to_le_bytes()));
    let entry = |name: &str, kind: u8, first: u32, length: usize| {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(128, 0);
        entry[64] = (name.len() * 2 + 2) as u8;
        entry[66] = kind;
        entry[116..120].copy_from_slice(&first.to_le_bytes());
        entry[120..124].copy_from_slice(&(length as u32).to_le_bytes());
        entry
    };
    out.extend(entry("Root Entry", 5, 0xFFFF_FFFE, 0));
    out.extend(entry(name, 2, 2, sectors * 512));
    out.resize(512 * 3, 0);
    out.extend_from_slice(stream);
    out.resize(512 * (3 + sectors), 0);
    out
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut out = kind.to_le_bytes().to_vec();
    out.extend((data.len() as u16).to_le_bytes());
    out.extend(data);
    out
}

fn number_at(row: u16, column: u16) -> Vec<u8> {
    let mut data = Vec::new();
    for part in [row, column, 0] {
        data.extend(part.to_le_bytes());
    }
    data.extend(1.0_f64.to_le_bytes());
    record(0x0203, &data)
}

#[test]
fn an_old_workbook_is_looked_through_first() {
    let locked = compound_file("EncryptedPackage", &[]);
    assert_eq!(fault(&locked, "x.xlsx"), Fault::Password);
    let bof = || record(0x0809, &[0; 16]);
    let far = [bof(), number_at(0, 0), number_at(u16::MAX, u16::MAX)].concat();
    assert_eq!(
        fault(&compound_file("Workbook", &far), "x.xls"),
        Fault::ManyCells
    );
    let mut size = [0; 14];
    size[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
    size[10..12].copy_from_slice(&u16::MAX.to_le_bytes());
    let lie = [bof(), record(0x0200, &size)].concat();
    assert_eq!(
        fault(&compound_file("Workbook", &lie), "x.xls"),
        Fault::Damaged("dimensions".into())
    );
    let secret = [bof(), record(0x002F, &[1; 6]), number_at(60_000, 9_000)].concat();
    assert_eq!(
        fault(&compound_file("Workbook", &secret), "x.xls"),
        Fault::Password
    );
    // The directory leads back to itself.
    let mut circle = compound_file("Workbook", &bof());
    circle[512 + 4..512 + 8].copy_from_slice(&1_u32.to_le_bytes());
    assert_eq!(fault(&circle, "x.xls"), Fault::Damaged("sectors".into()));
    assert_eq!(compound::check(&compound_file("Workbook", &bof())), Ok(()));
}

#[test]
fn files_of_the_kinds_that_are_laid_out_are_refused_when_they_are_large() {
    let mut old = compound_file("Workbook", &[]);
    old.resize(20_000_001, 0);
    assert_eq!(fault(&old, "x.xls"), Fault::LargeWorkbook);
    let mut document = open_document("");
    document.resize(20_000_001, 0);
    assert_eq!(fault(&document, "x.ods"), Fault::LargeWorkbook);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_old_workbook_with_changed_bytes_gives_rows_or_a_sentence(
        changes in prop::collection::vec((0..2_560_usize, any::<u8>()), 0..12),
        cut in 0..5_000_usize,
    ) {
        let bof = record(0x0809, &[0, 6, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        let stream = [bof, number_at(0, 0), number_at(3, 2), record(0x0A, &[])].concat();
        let mut book = compound_file("Workbook", &stream);
        for (at, byte) in changes {
            book[at] = byte;
        }
        book.truncate(book.len() - cut.min(book.len() / 2));
        let _either: Result<Profile, DataError> = read(&book, "x.xls", None);
    }

    #[test]
    fn a_document_with_changed_words_gives_rows_or_a_sentence(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let row = r#"<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="2" table:number-columns-repeated="3"><text:p>2</text:p></table:table-cell></table:table-row>"#;
        let mut row = row.as_bytes().to_vec();
        for (at, byte) in changes {
            let at = at.index(row.len());
            row[at] = byte;
        }
        let book = open_document(&String::from_utf8_lossy(&row));
        let _either: Result<Profile, DataError> = read(&book, "x.ods", None);
    }
}
