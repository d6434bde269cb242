//! Small files of the shapes that publishers, spreadsheets and people write; each tells what a person would read in it.

use super::*;

/// Encoding, separator, rows of headings, rows of data, rows under them.
type Read = (&'static str, Option<char>, &'static [u64], u64, u64);
/// A column: its name, how many numbers it holds, their sum, and its marks.
type Held = (&'static str, u64, f64, &'static [(&'static str, u64)]);

fn check(bytes: &[u8], told: Read, columns: &[Held]) {
    let said = String::from_utf8_lossy(bytes).into_owned();
    let name = SafeText::from("x.csv");
    let mut source = Cursor::new(bytes);
    let mut opened = csv::open(&mut source, &name, &Wish::default()).expect(&said);
    let read = profile(&mut opened, &name, &Wish::default()).expect(&said);
    let (encoding, separator, headings, rows, noted) = told;
    assert_eq!(read.how.encoding, Some(encoding), "{said}");
    assert_eq!(read.how.separator, separator, "{said}");
    assert_eq!(read.layout.headings, headings, "{said}");
    assert_eq!((read.rows, read.noted), (rows, noted), "{said}");
    for (name, numbers, sum, marks) in columns {
        let column = column(&read, name);
        assert_eq!(column.numbers, *numbers, "{name}: {said}");
        let found = column.sum.unwrap_or(0.0);
        assert!((found - sum).abs() < 1e-9, "{name} is {found}: {said}");
        let found: Vec<(&str, u64)> = column
            .missing
            .iter()
            .map(|(m, n)| (m.as_str(), *n))
            .collect();
        assert_eq!(found, *marks, "{name}: {said}");
    }
}

fn utf16(text: &str, bytes: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

/// Writes a text in Latin-1, which has the same numbers for its letters as Unicode.
fn latin1(text: &str) -> Vec<u8> {
    text.chars().map(|c| c as u8).collect()
}

#[test]
fn exports_with_lines_around_them() {
    check(
        "Grundskolan;;;;\n;;;;\nBetyg årskurs 9;;;;\nLäsår: 2024/25;;;;\n;;;;\nSkola;Skol-enhetskod;Kommun;Andel (%);Antal\n\
         Ask;01234567;Haninge;81,5;1 088\nBo;11234567;Haninge;~100;12\nCe;21234567;Tyresö;..;.\nDe;31234567;Tyresö;79,0;55\n\
         ;;;;\n* Uppgifterna avser;;;;\n.. uppgift saknas;;;;\n"
            .as_bytes(),
        ("UTF-8", Some(';'), &[6], 4, 2),
        &[
            ("Andel (%)", 2, 160.5, &[("~100", 1), ("..", 1)]),
            ("Antal", 3, 1155.0, &[(".", 1)]),
            ("Skol-enhetskod", 4, 64_938_268.0, &[]),
        ],
    );
    check(
        &latin1(
            "\"Folkmängd efter region, kön och år\"\n\n\"region\",\"kön\",\"2022\",\"2023\"\n\"0136 Haninge\",\"män\",\"..\",\"48000\"\n\"0136 Haninge\",\"kvinnor\",\"47000\",\"47500\"\n\n\"Källa: SCB\"\n",
        ),
        ("windows-1252", Some(','), &[3], 2, 1),
        &[
            ("2022", 1, 47_000.0, &[("..", 1)]),
            ("2023", 2, 95_500.0, &[]),
        ],
    );
    // The headings of a server, broken over lines within their quotation marks.
    check(
        "\"Befolkning efter ålder,\nkön och år\"\n\"ålder\",\"män\n2022\",\"kvinnor\n2022\"\n\"0 år\",\"5\",\"6\"\n\"1 år\",\"7\",\"8\"\n".as_bytes(),
        ("UTF-8", Some(','), &[3], 2, 0),
        &[("män 2022", 2, 12.0, &[]), ("kvinnor 2022", 2, 14.0, &[])],
    );
}

#[test]
fn encodings_with_and_without_a_mark() {
    let text = "Kommun;Antal\nÅre;1,5\nÖrebro;2,5\n";
    let held: &[Held] = &[("Antal", 2, 4.0, &[])];
    let marked = format!("\u{feff}{text}");
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), "UTF-8"),
        (marked.as_bytes().to_vec(), "UTF-8"),
        (utf16(text, u16::to_le_bytes), "UTF-16LE"),
        (utf16(&marked, u16::to_le_bytes), "UTF-16LE"),
        (utf16(text, u16::to_be_bytes), "UTF-16BE"),
        (utf16(&marked, u16::to_be_bytes), "UTF-16BE"),
        (latin1(text), "windows-1252"),
    ] {
        check(&bytes, (encoding, Some(';'), &[1], 2, 0), held);
    }
}

#[test]
fn a_file_of_two_encodings_says_so() {
    let mixed = ["Kommun;Antal\nÅre;1\n".as_bytes(), &latin1("Örebro;2\n")].concat();
    for (bytes, is_mixed) in [
        (mixed, true),
        (latin1("Kommun;Antal\nÅre;1\nÖrebro;2\n"), false),
    ] {
        let mut source = Cursor::new(bytes);
        let opened = csv::open(&mut source, &"x.csv".into(), &Wish::default()).unwrap();
        assert_eq!(opened.how.mixed, is_mixed);
    }
}

#[test]
fn numbers_as_people_and_programs_write_them() {
    check(
        "a;b\nx;1\u{2009}234\ny;12\u{202f}345,5\nz;1\u{a0}000\nw;−3\nv;5 %\nq;1 234 567\n"
            .as_bytes(),
        ("UTF-8", Some(';'), &[1], 6, 0),
        &[("b", 6, 1_249_148.5, &[])],
    );
    check(
        "Kommun;Andel;Antal\nHaninge;81*;100\nTyresö;79;90**\nNacka;75¹;80\nTotalt;78,3;270\n"
            .as_bytes(),
        ("UTF-8", Some(';'), &[1], 4, 0),
        &[("Andel", 4, 313.3, &[]), ("Antal", 4, 540.0, &[])],
    );
    check(
        "Kommun,Andel\nHaninge,\"81,5\"\nTyresö,\"79,25\"\nNacka,NA\n".as_bytes(),
        ("UTF-8", Some(','), &[1], 3, 0),
        &[("Andel", 2, 160.75, &[("NA", 1)])],
    );
    // A word among the numbers of the first row makes it no heading.
    check(
        b"a;b\nx;(5)\ny;-5\nz;+3\n",
        ("UTF-8", Some(';'), &[1], 3, 0),
        &[("b", 2, -2.0, &[])],
    );
}

#[test]
fn shapes_that_are_not_quite_right() {
    check(
        b"a;b;c\n1;2;3\n4;5\n6;7;8;9\n\n10;11;12;\n",
        ("UTF-8", Some(';'), &[1], 4, 0),
        &[("a", 4, 21.0, &[]), ("c", 3, 23.0, &[("", 1)])],
    );
    check(
        b"Skola;;Antal;Antal\nAsk;x;1;2\nBo;y;3;4\n",
        ("UTF-8", Some(';'), &[1], 2, 0),
        &[
            ("Antal", 2, 4.0, &[]),
            ("Antal (2)", 2, 6.0, &[]),
            ("B", 0, 0.0, &[]),
        ],
    );
    check(
        b"Kommun;Flickor;;Pojkar;\n;Antal;Andel;Antal;Andel\nHaninge;10;50,5;12;49,5\nAle;9;51;11;49\n",
        ("UTF-8", Some(';'), &[1, 2], 2, 0),
        &[("Flickor / Andel", 2, 101.5, &[]), ("Pojkar / Antal", 2, 23.0, &[])],
    );
    check(
        b"a;b\r1;2\r3;4\r",
        ("UTF-8", Some(';'), &[1], 2, 0),
        &[("b", 2, 6.0, &[])],
    );
    check(
        b"Kommun;Antal\nHaninge;5\nAle;6\nSumma;11\n\nEgen summering\n",
        ("UTF-8", Some(';'), &[1], 3, 1),
        &[("Antal", 3, 22.0, &[])],
    );
    check(
        b"\"Bra; men dyrt\";4\n\"Sa \"\"hej\"\"\";5\n\"rad 1\nrad 2\";3\n",
        ("UTF-8", Some(';'), &[], 3, 0),
        &[("B", 3, 12.0, &[])],
    );
}

#[test]
fn a_label_that_is_written_once_holds_for_its_block() {
    let read =
        read("Region;Kön;2022\n0136 Haninge;män;1\n;kvinnor;3\n0138 Tyresö;män;5\n;kvinnor;7\n");
    assert_eq!(read.layout.filled, [0]);
    let region = column(&read, "Region");
    assert_eq!(region.missing, []);
    assert_eq!(
        region.labels,
        [("0136 Haninge".into(), 2), ("0138 Tyresö".into(), 2)]
    );
    // Answers that were left out are not filled.
    let answers = super::read("Kön;Trivs;Ålder\nflicka;ja;15\n;nej;16\npojke;ja;15\n;ja;17\n");
    assert_eq!(answers.layout.filled, [] as [usize; 0]);
    assert_eq!(column(&answers, "Kön").missing, [("".into(), 2)]);
}

#[test]
fn a_file_that_is_out_to_harm_gives_a_sentence_with_its_place() {
    let long = format!("a;b\n{}\n", "x".repeat(5_000_000));
    let wide = format!("{}\n{}\n", "a;".repeat(20_000), "1;".repeat(20_000));
    let quoted = format!("a;b\n1;2\n\"{}", "x;1\n".repeat(10));
    for (text, fault, line) in [
        (long.as_str(), Fault::LongLine, 2),
        (quoted.as_str(), Fault::Quotes, 3),
        (wide.as_str(), Fault::ManyColumns, 1),
    ] {
        let name = SafeText::from("x.csv");
        let mut source = Cursor::new(text.as_bytes());
        let mut opened = csv::open(&mut source, &name, &Wish::default()).unwrap();
        let error = profile(&mut opened, &name, &Wish::default()).unwrap_err();
        assert_eq!(error.fault, fault);
        assert!(
            matches!(error.place, Some(crate::data::Place::Line(at, _)) if at == line),
            "{error}"
        );
    }
}
