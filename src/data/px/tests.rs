use std::io::Cursor;

use proptest::prelude::*;

use super::*;
use crate::{
    data::table::{CellRef, Meaning, Role},
    text::{Lang, Texts},
};

/// Everything that the form allows, in one small table.
const SEED: &str = r#"CHARSET="ANSI";
AXIS-VERSION="2010";
CODEPAGE="utf-8";
LANGUAGE="sv";
LANGUAGES="sv","en";
DECIMALS=1;
SHOWDECIMALS=0;
TITLE="Unga efter kommun, "
"innehåll, kön och år";
TITLE[en]="Youth by municipality";
CONTENTS="Unga";
STUB="kommun","innehåll";
STUB[en]="municipality","contents";
HEADING="kön","år";
HEADING[en]="sex","year";
CONTVARIABLE="innehåll";
VALUES("kommun")="Haninge","Åre";
VALUES[en]("municipality")="Haninge","Are";
VALUES("innehåll")="Antal","Andel";
VALUES[en]("contents")="Count","Share";
VALUES("kön")="kvinnor",
"män";
VALUES[en]("sex")="women","men";
VALUES("år")="2023","2024";
CODES("kommun")="0136","2321";
TIMEVAL("år")=TLIST(A1),"2023","2024";
PRECISION("innehåll","Andel")=1;
UNITS="antal";
UNITS("Andel")="procent";
UNITS[en]("Share")="per cent";
LAST-UPDATED("Antal")="20240212 16:28";
LAST-UPDATED("Andel")="20250212 16:28";
SOURCE="SCB";
NOTEX="Rad ett.#Rad <b>två</b>, 3 < 4.";
NOTE[en]="In English.";
VALUENOTE("kommun","Åre")="Liten";
DATASYMBOL1="uppgift saknas";
DATASYMBOL2=":";
DATA=
1 2.5 3 "."
".." -5 "-" 7
8 9 10 11
12 13 14 15;
"#;

fn read_text(text: &str, language: Option<&str>) -> Result<Table, DataError> {
    let mut source = Cursor::new(text.as_bytes());
    let wish = Wish {
        language: language.map(str::to_owned),
        ..Wish::default()
    };
    let tables = read(&mut source, &SafeText::line("a.px"), &wish)?;
    Ok(tables.into_iter().next().expect("one table"))
}

fn fault(text: &str) -> (Place, PxFault) {
    match read_text(text, None).expect_err(text) {
        DataError {
            place: Some(place),
            fault: Fault::Px(fault),
            ..
        } => (place, fault),
        error => panic!("{error}"),
    }
}

#[test]
fn a_table_gives_everything_it_says() {
    let table = read_text(SEED, None).expect("a table");
    assert_eq!(table.title, "Unga efter kommun, innehåll, kön och år");
    assert_eq!(table.source, "SCB");
    assert_eq!(table.updated, "20250212 16:28");
    let names: Vec<&str> = table.dimensions.iter().map(|d| d.name.as_str()).collect();
    assert_eq!(names, ["kommun", "kön", "år"]);
    assert_eq!(table.dimensions[0].role, Role::Place);
    assert_eq!(table.dimensions[2].role, Role::Time);
    assert_eq!(table.dimensions[0].labels[1].code, "2321");
    let units: Vec<_> = table
        .measures
        .iter()
        .map(|m| (m.name.as_str(), m.unit.as_str(), m.decimals))
        .collect();
    assert_eq!(
        units,
        [("Antal", "antal", Some(0)), ("Andel", "procent", Some(1))]
    );
    let value = |labels: &[usize], measure| table.cell(labels, measure).and_then(CellRef::value);
    assert_eq!(value(&[0, 0, 1], 0), Some(2.5));
    assert_eq!(value(&[0, 0, 1], 1), Some(-5.0));
    assert_eq!(value(&[1, 1, 1], 1), Some(15.0));
    let Some(CellRef::Missing(reason)) = table.cell(&[0, 1, 1], 0) else {
        panic!("a missing cell");
    };
    assert_eq!(reason.mark, ".");
    assert_eq!(reason.meaning, Meaning::Said("uppgift saknas".into()));
    let Some(CellRef::Missing(reason)) = table.cell(&[0, 0, 0], 1) else {
        panic!("a missing cell");
    };
    assert_eq!(reason.meaning, Meaning::Confidential);
    assert_eq!(table.notes.len(), 2);
    assert!(table.notes[0].must_show && !table.notes[1].must_show);
    assert_eq!(table.notes[0].text, "Rad ett.\nRad två, 3 < 4.");
    assert_eq!(table.notes[1].about, "kommun, Åre");
}

#[test]
fn another_language_of_the_file_gives_the_same_cells() {
    let english = read_text(SEED, Some("en")).expect("a table");
    assert_eq!(english.title, "Youth by municipality");
    assert_eq!(english.dimensions[1].labels[0].text, "women");
    assert_eq!(english.dimensions[0].labels[1].code, "2321");
    assert_eq!(english.measures[1].unit, "per cent");
    assert_eq!(english.notes[0].text, "In English.");
    let swedish = read_text(SEED, Some("sv")).expect("a table");
    assert_eq!(english.cells, swedish.cells);
}

#[test]
fn rows_with_keys_may_come_in_any_order_and_leave_rows_out() {
    let keyed = r#"STUB="a","b";HEADING="c";VALUES("a")="x","y";VALUES("b")="1","2";
CODES("b")="01","02";VALUES("c")="u","v";KEYS("a")=VALUES;KEYS("b")=CODES;
DATA="y","02",4 ":"
"x","01",1 0;"#;
    let table = read_text(keyed, None).expect("a table");
    let values: Vec<_> = table.cells.iter().map(CellRef::value).collect();
    let x = None;
    assert_eq!(values, [Some(1.0), Some(0.0), x, x, x, x, Some(4.0), x]);
    let (_, twice) = fault(&keyed.replace("\"x\",\"01\"", "\"y\",\"02\""));
    assert_eq!(twice, PxFault::KeyTwice);
    let (place, key) = fault(&keyed.replace("\"x\",\"01\"", "\"x\",\"1\""));
    assert_eq!(key, PxFault::Key("1".into()));
    assert_eq!(place, Place::Line(4, 5));
    assert_eq!(fault(&keyed.replace("1 0;", "1;")).1, PxFault::Cells(2, 8));
}

#[test]
fn what_is_broken_is_told_with_its_place() {
    let cases: &[(&str, &str, u64, PxFault)] = &[
        ("\"män\";", "\"m\"än\";", 22, PxFault::MarkInText),
        ("DATA=", "DAT=", 41, PxFault::MarkInText),
        ("SOURCE=\"SCB\"", "SOURCE=\"SCB", 34, PxFault::MarkInText),
        (
            "UNITS=\"antal\";",
            "UNITS \"antal\";",
            28,
            PxFault::Statement,
        ),
        ("14 15;", "14;", 44, PxFault::Cells(15, 16)),
        ("14 15;", "14 15 16;", 44, PxFault::Cells(17, 16)),
        ("14 15;", "14 1x;", 43, PxFault::NotANumber("1x".into())),
        (
            "14 15;",
            "14 1e999;",
            43,
            PxFault::NotANumber("1e999".into()),
        ),
        (
            "VALUES(\"kön\")",
            "VALUE(\"kön\")",
            14,
            PxFault::NoValues("kön".into()),
        ),
        (
            "\"0136\",\"2321\"",
            "\"0136\"",
            25,
            PxFault::Count("CODES", "kommun".into(), 1, 2),
        ),
        (
            "TLIST(A1),\"2023\"",
            "TLIST(A1),\"2022\",\"2023\"",
            26,
            PxFault::Count("TIMEVAL", "år".into(), 3, 2),
        ),
    ];
    for (from, to, line, expected) in cases {
        let broken = SEED.replacen(from, to, 1);
        assert_ne!(broken, SEED);
        let (place, found) = fault(&broken);
        assert_eq!(&found, expected, "{to}");
        assert!(
            matches!(place, Place::Line(at, _) if at == *line),
            "{to}: {place:?}"
        );
    }
    assert_eq!(fault("TITLE=\"x\";").1, PxFault::NoVariables);
    let page = read_text("<html>Log in</html>", None).expect_err("a page");
    assert_eq!(page.fault, Fault::Json(JsonFault::WebPage));
    let (before, _) = SEED.split_once("DATA=").expect("data");
    assert_eq!(fault(before).1, PxFault::NoData);
}

#[test]
fn cells_that_are_only_declared_cost_nothing() {
    use std::fmt::Write as _;
    let mut text = String::from("STUB=\"a\",\"b\",\"c\";HEADING=\"d\";");
    let list = vec!["\"x\""; 1000].join(",");
    for name in ["a", "b", "c", "d"] {
        let _ = write!(text, "VALUES(\"{name}\")={list};");
    }
    text.push_str("DATA=1 2 3;");
    let error = read_text(&text, None).expect_err("too many");
    assert_eq!(error.fault, Fault::ManyCells);
}

#[test]
fn more_values_than_any_table_has_are_refused_before_they_are_kept() {
    let many = format!(
        "STUB=\"a\";\nVALUES(\"a\")={}\"y\";\nDATA=\n1;\n",
        "\"x\",".repeat(600_000)
    );
    let error = read_text(&many, None).expect_err("many");
    assert_eq!(error.fault, Fault::ManyCells);
    assert!(matches!(error.place, Some(Place::Line(2, _))), "{error}");
}

proptest! {
    #[test]
    fn a_mutated_file_gives_a_table_or_a_sentence(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..6)
    ) {
        let mut bytes = SEED.as_bytes().to_vec();
        for (at, byte, kind) in cuts {
            let at = at.index(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => bytes.truncate(at.max(1)),
            }
        }
        match read(&mut Cursor::new(bytes), &SafeText::line("a.px"), &Wish::default()) {
            Ok(tables) => for table in tables {
                let size = Table::size(&table.dimensions, table.measures.len());
                prop_assert_eq!(size, Some(table.cells.len()));
            },
            Err(error) => {
                prop_assert!(!error.say(&Texts::new(Lang::Sv)).contains("data-px"));
            }
        }
    }
}
