use super::*;
use crate::{
    data::table::CellRef,
    domain::chart::Cell,
    text::{Lang, Texts},
};

fn table(text: &str) -> Table {
    read(text.as_bytes(), &"x.csv".into()).unwrap()
}

fn fault(bytes: &[u8]) -> (Option<Place>, Fault) {
    let error = read(bytes, &"x.csv".into()).unwrap_err();
    for lang in [Lang::Sv, Lang::En] {
        let said = error.say(&Texts::new(lang));
        assert!(
            said.starts_with("x.csv") && !said.contains("data-"),
            "{said}"
        );
    }
    let place = match error.place {
        Some(At::Line(line, column)) => Some((line, column)),
        _ => None,
    };
    (place, error.fault)
}

fn cells(text: &str) -> Vec<Cell> {
    let cell = |cell| match cell {
        CellRef::Value(value) => Cell::Value(value),
        CellRef::Missing(reason) => Cell::Missing(reason.mark.clone()),
    };
    table(text).cells.iter().map(cell).collect()
}

fn label(table: &Table, row: usize) -> &str {
    table.dimensions[0].labels[row].text.as_str()
}

#[test]
fn a_swedish_file_is_read() {
    let text = "Årskurs;Andel flickor;Andel pojkar\r\nÅk 5;88,5;79\r\n\"Åk 8; norra\";−3;71 %\r\n";
    let read = table(text);
    assert_eq!(
        read.measures,
        ["Andel flickor", "Andel pojkar"].map(Measure::of)
    );
    assert_eq!((label(&read, 0), label(&read, 1)), ("Åk 5", "Åk 8; norra"));
    assert_eq!(cells(text), [88.5, 79.0, -3.0, 71.0].map(Cell::Value));
}

#[test]
fn every_separator_is_found() {
    for text in [
        "a;b\nx;1\n",
        "a,b\nx,1\n",
        "a\tb\nx\t1\n",
        "sep=;\na;b\nx;1\n",
        "\n\na;b\n\nx;1",
        "a;b;\nx;1;\n;;\n",
        "\"a,c\";b\nx;1\n",
    ] {
        assert_eq!(cells(text), [Cell::Value(1.0)], "{text:?}");
    }
}

#[test]
fn every_encoding_is_found() {
    let text = "Årskurs;Andel på väg\nÅk 5;88,5\nFörskoleklass;90\nGöteborg, Öckerö;12\n";
    let utf16 = |little: bool, mark: bool| {
        let units = mark
            .then_some('\u{feff}')
            .into_iter()
            .chain(text.chars())
            .flat_map(|c| {
                let unit = c as u16;
                if little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            });
        units.collect::<Vec<u8>>()
    };
    let latin1 = text.chars().map(|c| c as u8).collect();
    let marked = format!("\u{feff}{text}").into_bytes();
    for bytes in [
        text.into(),
        latin1,
        marked,
        utf16(true, true),
        utf16(false, true),
        utf16(true, false),
        utf16(false, false),
    ] {
        let read = read(&bytes, &"x.csv".into()).unwrap();
        assert_eq!(
            (
                read.measures[0].name.as_str(),
                read.dimensions[0].labels.len()
            ),
            ("Andel på väg", 3)
        );
        assert_eq!(label(&read, 2), "Göteborg, Öckerö");
    }
}

#[test]
fn a_missing_mark_is_a_reason_and_never_zero() {
    for mark in seen::MARKS.into_iter().chain(["", "na", "n/a"]) {
        assert_eq!(
            cells(&format!("a;b\nx;{mark}\ny;0\n")),
            [Cell::Missing(mark.into()), Cell::Value(0.0)],
            "{mark}"
        );
    }
}

#[test]
fn thousands_and_decimals_are_told_apart_by_the_whole_file() {
    let values = |list: &str| {
        let lines: Vec<String> = list.split('|').map(|value| format!("x;{value}")).collect();
        cells(&format!("a;b\n{}\n", lines.join("\n")))
            .iter()
            .filter_map(Cell::number)
            .collect::<Vec<_>>()
    };
    assert_eq!(values("1 234|1\u{a0}234,5|88"), [1234.0, 1234.5, 88.0]);
    assert_eq!(values("1,234|88.5"), [1234.0, 88.5]);
    assert_eq!(values("1.234|88,5"), [1234.0, 88.5]);
    assert_eq!(values("1,234|88,5"), [1.234, 88.5]);
    assert_eq!(values("0,125|1,234"), [0.125, 1.234]);
    assert_eq!(values("1,234.5|1,234"), [1234.5, 1234.0]);
    assert_eq!(values("1.234.567|1.234"), [1_234_567.0, 1234.0]);
    assert_eq!(values("1,2E-05"), [0.000_012]);
    let (place, fault) = fault("a;b\nx;5\ny;1,234\n".as_bytes());
    assert_eq!(
        (place, fault),
        (Some((3, 2)), Fault::Ambiguous("1,234".into()))
    );
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    assert_eq!(fault(b""), (None, Fault::Empty));
    assert_eq!(fault(b" \r\n\n"), (None, Fault::Empty));
    assert_eq!(fault(b"a\nb\n"), (None, Fault::OneColumn));
    assert_eq!(fault(b"a;b\n"), (Some((1, 1)), Fault::NoRows));
    assert_eq!(
        fault(b"a;b;c\nx;1;hej\n"),
        (Some((2, 3)), Fault::NotANumber("hej".into()))
    );
    assert_eq!(
        fault(b"a;b\n\nx;1;2\n"),
        (Some((3, 1)), Fault::Fields(3, 2))
    );
    assert_eq!(
        fault(b"a;b;c\nx;1\ny;1;2\n"),
        (Some((2, 1)), Fault::Fields(2, 3))
    );
    assert_eq!(fault(b"a;b\n;1\n"), (Some((2, 1)), Fault::NoLabel));
    assert_eq!(
        fault(b"a;b\nx;1\n\"y;2\nz;3\n"),
        (Some((3, 1)), Fault::Quotes)
    );
    assert_eq!(
        fault(b"a;b\nx;12 34\n"),
        (Some((2, 2)), Fault::NotANumber("12 34".into()))
    );
    assert_eq!(
        fault(b"a;b\nx;2024-05-01\n"),
        (Some((2, 2)), Fault::NotANumber("2024-05-01".into()))
    );
    assert_eq!(fault(b"PK\x03\x04rest").1, Fault::NotText);
    assert_eq!(fault(b"a;b\nx\0;1\n").1, Fault::NotText);
    assert_eq!(fault(&vec![b'a'; MAX_BYTES + 1]), (None, Fault::TooLarge));
    let long = format!("a;b\n{}", "x;1\n".repeat(MAX_ROWS + 1));
    assert_eq!(fault(long.as_bytes()).1, Fault::ManyRows);
    let wide = format!("a{}\nx{}\n", ";m".repeat(51), ";1".repeat(51));
    assert_eq!(fault(wide.as_bytes()).1, Fault::ManyMeasures);
}

#[test]
fn an_escape_in_a_file_never_gets_through() {
    let (_, fault) = fault(b"a;b\n\x1b[31mx;\x1b]0,y\x07\n");
    assert!(matches!(fault, Fault::NotANumber(text) if !text.contains(char::is_control)));
    let read = table("a;b\n\x1b[31mx;..\n");
    assert!(!label(&read, 0).contains(char::is_control));
}

proptest::proptest! {
    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200)) {
        let _read = read(&bytes, &"x.csv".into());
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "[a-z0-9å;,\t\"\n.\\-: ]{0,80}") {
        let _read = read(text.as_bytes(), &"x.csv".into());
    }
}
