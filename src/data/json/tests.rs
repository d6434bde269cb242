use std::io::Cursor;

use proptest::prelude::*;

use super::*;
use crate::{
    data::table::{CellRef, Meaning, Reason, Role},
    text::{Lang, Texts},
};

/// A set of version 2 as `PxWeb` writes it, the measures in the middle.
const STAT: &str = r#"{"version":"2.0","class":"dataset","label":"Unga efter kommun","source":"SCB","updated":"2026-06-08T06:00:00Z",
"note":["Metoden heter Cell Key Method (CKM).","Annat."],"extension":{"noteMandatory":{"1":true},"px":{"decimals":1},
"status":{"label":{"p":"preliminär"}}},"role":{"time":["Tid"],"metric":["ContentsCode"]},"id":["Region","ContentsCode","Tid"],"size":[2,2,2],
"dimension":{"Region":{"label":"region","category":{"index":{"0180":1,"0136":0},"label":{"0180":"Stockholm","0136":"Haninge"},
"note":{"0136":["Ny gräns."]}},"extension":{"categoryNoteMandatory":{"0136":{"0":true}}}},
"ContentsCode":{"label":"innehåll","category":{"index":["A","B"],"label":{"A":"Antal","B":"Andel"},
"unit":{"A":{"base":"antal","decimals":0},"B":{"base":"procent"}}}},
"Tid":{"label":"år","category":{"index":{"2023":0,"2024":1}}}},
"value":[1,2,3.5,null,5,null,7,8],"status":{"3":"..","5":":","6":"p"}}"#;

/// The same shape of version 1: a bundle, places within the dimensions, values with their places.
const BUNDLE: &str = r#"{"first":{"label":"One","value":{"0":1,"3":-4.5},"status":"e","dimension":{"id":["x","y"],"size":["2","2"],
"role":{"geo":["x"]},"x":{"category":{"index":["a","b"]}},"y":{"category":{"index":{"c":0,"d":1}}}}},
"second":{"value":[9],"dimension":{"id":["z"],"size":[1],"z":{"category":{"label":{"q":"Q"}}}}}}"#;

const PXWEB: &str = r#"{"columns":[{"code":"Region","text":"region","type":"d","comment":"Gräns 2023.\r\n"},{"code":"Alder","text":"ålder","type":"d"},
{"code":"Tid","text":"år","type":"t"},{"code":"N","text":"Antal","type":"c","unit":"personer"}],"comments":[{"variable":"Alder","value":"10","comment":"Tio."}],
"data":[{"key":["0136","0","2024"],"values":["594"]},{"key":["0136","10","2024"],"values":["-22"]},{"key":["0136","100+","2024"],"values":[".."]},
{"key":["0136","2","2024"],"values":["1.5"]}],"metadata":[{"updated":"2025-02-11T14:05:00Z","label":"Folkmängd","source":"SCB"}]}"#;

const KOLADA: &str = r#"{"values":[{"kpi":"N1","municipality":"0180","period":2024,"values":[{"gender":"T","value":2.5,"status":"","count":1,"isdeleted":false},
{"gender":"K","value":null,"status":"Privacy","count":1},{"gender":"M","value":null,"status":"Missing"}]},
{"kpi":"N1","municipality":"0180","period":"2023","values":[{"gender":"T","value":1.0,"status":"","isdeleted":true}]},
{"kpi":"N2","municipality":"0136","period":2023,"values":[{"gender":"T","value":7,"status":""}]}],"count":3,"next_url":"https://api.example/v3/data?page=2","previous_url":null}"#;

const SKOLVERKET: &str = r#"{"status":"OK","body":{"schoolUnit":"12345678","docLinks":null,"teachers":[{"value":"10,8","valueType":"EXISTS","timePeriod":"2025/26"},
{"value":"..","valueType":"OMITTED_DUE_TO_BASED_ON_FEW_PUPILS","timePeriod":"2024/25"}],"eligible":[{"value":"~100","valueType":"ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE",
"timePeriod":"2024/25"},{"value":"1 088,5","valueType":"EXISTS","timePeriod":"2023/24"}],"none":[{"value":null,"valueType":"MISSING","timePeriod":null}],"empty":[],
"programMetrics":[{"programCode":"NA","points":[{"value":"14,1","valueType":"EXISTS","timePeriod":"2024/25"}]}],"_links":{}}}"#;

fn read_text(text: &str) -> Result<Vec<Table>, DataError> {
    read(
        &mut Cursor::new(text.as_bytes()),
        &SafeText::line("a.json"),
        &Wish::default(),
    )
}

fn one(text: &str) -> Table {
    let mut tables = read_text(text).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(tables.len(), 1);
    tables.remove(0)
}

fn values(table: &Table) -> Vec<Option<f64>> {
    table.cells.iter().map(CellRef::value).collect()
}

fn reasons(table: &Table) -> Vec<(&str, &Meaning)> {
    let missing = table.cells.iter().filter_map(|cell| match cell {
        CellRef::Missing(Reason { mark, meaning }) => Some((mark.as_str(), meaning)),
        CellRef::Value(_) => None,
    });
    missing.collect()
}

fn fault(text: &str) -> (Option<Place>, Fault) {
    let error = read_text(text).expect_err(text);
    (error.place, error.fault)
}

#[test]
fn a_set_of_version_two_gives_everything_it_says() {
    let table = one(STAT);
    assert_eq!(table.file, "a.json");
    assert_eq!(table.title, "Unga efter kommun");
    assert_eq!(table.dimensions[0].role, Role::Place);
    assert_eq!(table.dimensions[0].labels[0].text, "Haninge");
    assert_eq!(table.dimensions[1].role, Role::Time);
    let units: Vec<_> = table
        .measures
        .iter()
        .map(|m| (m.unit.as_str(), m.decimals))
        .collect();
    assert_eq!(units, [("antal", Some(0)), ("procent", Some(1))]);
    let expected = [1.0, 3.5, 2.0, f64::NAN, 5.0, 7.0, f64::NAN, 8.0];
    let expected: Vec<_> = expected
        .iter()
        .map(|value| Some(*value).filter(|v| v.is_finite()))
        .collect();
    assert_eq!(values(&table), expected);
    assert_eq!(
        reasons(&table),
        [
            ("..", &Meaning::NotAvailable),
            (":", &Meaning::Confidential)
        ]
    );
    let notes: Vec<_> = table
        .notes
        .iter()
        .map(|n| (n.text.as_str(), n.about.as_str(), n.must_show))
        .collect();
    assert_eq!(
        notes,
        [
            ("Metoden heter Cell Key Method (CKM).", "", true),
            ("Annat.", "", true),
            ("Ny gräns.", "Haninge", true),
            ("p = preliminär: 1", "status", false),
        ]
    );
}

#[test]
fn bundles_and_collections_give_all_their_sets() {
    let tables = read_text(BUNDLE).expect("two sets");
    assert_eq!(tables.len(), 2);
    assert_eq!(tables[0].title, "One");
    assert_eq!(values(&tables[0]), [Some(1.0), None, None, Some(-4.5)]);
    assert_eq!(reasons(&tables[0]), [("e", &Meaning::Unsaid); 2]);
    assert_eq!(tables[0].dimensions[0].role, Role::Place);
    assert_eq!(tables[1].title, "second");
    assert_eq!(tables[1].dimensions[0].labels[0].text, "Q");
    let inner = STAT.replace("\"version\":\"2.0\",", "");
    let collection = format!(
        r#"{{"class":"collection","link":{{"item":[{inner},{{"class":"dataset","href":"x"}},{{"class":"collection","link":{{"item":[{inner}]}}}}]}}}}"#
    );
    assert_eq!(read_text(&collection).expect("two sets").len(), 2);
    let elsewhere = r#"{"class":"collection","link":{"item":[{"class":"dataset","href":"x"}]}}"#;
    assert_eq!(fault(elsewhere).1, Fault::Json(JsonFault::List));
}

#[test]
fn a_short_list_is_blank_at_its_end_and_a_description_has_no_zeros() {
    let short = STAT.replace("5,null,7,8]", "5]");
    assert_eq!(values(&one(&short)).iter().flatten().count(), 4);
    let described = STAT
        .replace("[1,2,3.5,null,5,null,7,8]", "[]")
        .replace(r#","status":{"3":"..","5":":","6":"p"}"#, "");
    assert!(values(&one(&described)).iter().all(Option::is_none));
}

#[test]
fn rows_of_texts_are_sorted_as_numbers_and_marks_are_kept() {
    let table = one(PXWEB);
    let ages: Vec<&str> = table.dimensions[1]
        .labels
        .iter()
        .map(|l| l.text.as_str())
        .collect();
    assert_eq!(ages, ["0", "2", "10", "100+"]);
    assert_eq!(values(&table), [Some(594.0), Some(1.5), Some(-22.0), None]);
    assert_eq!(reasons(&table), [("..", &Meaning::NotAvailable)]);
    assert_eq!(table.measures[0].unit, "personer");
    let notes: Vec<_> = table
        .notes
        .iter()
        .map(|n| (n.text.as_str(), n.about.as_str()))
        .collect();
    assert_eq!(notes, [("Gräns 2023.", "region"), ("Tio.", "Alder, 10")]);
    let short = PXWEB.replace(r#"["0136","2","2024"]"#, r#"["0136","2"]"#);
    let (place, found) = fault(&short);
    assert_eq!(found, Fault::Json(JsonFault::Count(2, 3)));
    assert_eq!(place, Some(Place::At("data[3].key".into())));
    let twice = PXWEB.replace(r#"["0136","2","2024"]"#, r#"["0136","0","2024"]"#);
    assert_eq!(fault(&twice).1, Fault::Json(JsonFault::Twice));
}

#[test]
fn kolada_gives_its_reasons_and_says_when_more_pages_follow() {
    let table = one(KOLADA);
    assert_eq!(table.source, "Kolada");
    let sizes: Vec<usize> = table.dimensions.iter().map(|d| d.labels.len()).collect();
    assert_eq!((sizes, table.measures.len()), (vec![2, 2, 3], 2));
    // Stockholm 2024, all.
    assert_eq!(
        table.cell(&[0, 1, 0], 0).and_then(CellRef::value),
        Some(2.5)
    );
    assert_eq!(
        table.cell(&[1, 0, 0], 1).and_then(CellRef::value),
        Some(7.0)
    );
    let marks: Vec<_> = reasons(&table)
        .into_iter()
        .filter(|(mark, _)| !mark.is_empty())
        .collect();
    assert_eq!(
        marks,
        [
            ("isdeleted", &Meaning::NotAvailable),
            ("Privacy", &Meaning::Confidential),
            ("Missing", &Meaning::NotAvailable)
        ]
    );
    assert!(table.notes[0].must_show && table.notes[0].text.contains("page=2"));
    let pages = format!(
        "[{KOLADA},{}]",
        r#"{"values":[{"kpi":"N1","municipality":"0114","period":2024,"values":[{"gender":"T","value":3}]}],"next_url":""}"#
    );
    let table = one(&pages);
    assert_eq!(table.dimensions[0].labels.len(), 3);
    assert!(table.notes.is_empty());
    let units = KOLADA.replace("municipality", "ou");
    assert_eq!(one(&units).dimensions[0].code, "ou");
    assert_eq!(
        fault(r#"{"values":[],"count":0}"#).1,
        Fault::Json(JsonFault::NoRows)
    );
}

#[test]
fn a_school_gives_a_series_for_every_measure() {
    let wrapped = format!(r#"{{"generatedAt":"x","url":"y","json":{SKOLVERKET}}}"#);
    for text in [SKOLVERKET, &wrapped] {
        let table = one(text);
        assert_eq!(table.title, "12345678");
        let names: Vec<&str> = table.measures.iter().map(|m| m.name.as_str()).collect();
        assert_eq!(names, ["teachers", "eligible", "none", "NA points"]);
        let years: Vec<&str> = table.dimensions[0]
            .labels
            .iter()
            .map(|l| l.text.as_str())
            .collect();
        assert_eq!(years, ["2023/24", "2024/25", "2025/26"]);
        assert_eq!(
            values(&table).into_iter().flatten().collect::<Vec<_>>(),
            [1088.5, 14.1, 10.8]
        );
        let marks: Vec<_> = reasons(&table)
            .into_iter()
            .filter(|(mark, _)| !mark.is_empty())
            .collect();
        assert_eq!(
            marks,
            [
                ("..", &Meaning::Confidential),
                ("~100", &Meaning::Confidential)
            ]
        );
    }
    let refused = r#"{"status":"NOT_FOUND","message":"No such school","body":null}"#;
    assert_eq!(
        fault(refused).1,
        Fault::Json(JsonFault::Refused("No such school".into()))
    );
}

#[test]
fn flat_rows_with_a_value_are_a_table_by_the_others() {
    let table = one(
        r#"[{"kpi":"N1","kommun":"1384","år":2023,"värde":1.5},{"kpi":"N1","kommun":"1384","år":2024,"värde":null}]"#,
    );
    assert_eq!(table.measures[0].code, "N1");
    assert_eq!(table.dimensions[1].role, Role::Time);
    assert_eq!(values(&table), [Some(1.5), None]);
    let twice = r#"[{"år":2023,"value":1},{"år":2023,"value":2}]"#;
    assert_eq!(fault(twice).1, Fault::Json(JsonFault::Twice));
}

#[test]
fn what_is_broken_is_told_with_its_place() {
    let line = |line, column| Some(Place::Line(line, column));
    let at = |place: &str| Some(Place::At(place.into()));
    let cases: &[(&str, Option<Place>, JsonFault)] = &[
        ("", None, JsonFault::Ends),
        ("<!DOCTYPE html><html>", None, JsonFault::WebPage),
        ("{\"a\":1,\n// no\n\"b\":2}", line(2, 1), JsonFault::Form),
        ("{\"value\":[1,2", line(1, 13), JsonFault::Ends),
        ("{} {}", line(1, 4), JsonFault::Form),
        ("{}", None, JsonFault::NoTable),
        ("7", line(1, 1), JsonFault::Kind),
        (
            r#"{"error":"Too many values selected"}"#,
            None,
            JsonFault::Refused("Too many values selected".into()),
        ),
        (
            r#"{"type":"Parameter error","title":"Non-existent value","status":400}"#,
            None,
            JsonFault::Refused("Non-existent value".into()),
        ),
        (
            r#"{"title":"T","variables":[]}"#,
            None,
            JsonFault::Description,
        ),
    ];
    for (text, place, expected) in cases {
        assert_eq!(
            fault(text),
            (place.clone(), Fault::Json(expected.clone())),
            "{text}"
        );
    }
    for (from, to, place, expected) in [
        (
            "\"size\":[2,2,2]",
            "\"size\":[2,3,2]",
            at("dimension.ContentsCode.category"),
            JsonFault::Count(2, 3),
        ),
        (
            "\"size\":[2,2,2]",
            "\"size\":[2,2]",
            at("size"),
            JsonFault::Count(2, 3),
        ),
        (
            "\"2024\":1",
            "\"2024\":0",
            at("dimension.Tid.category.index"),
            JsonFault::Index,
        ),
        ("7,8]", "7,8,9]", at("value"), JsonFault::Count(9, 8)),
        (
            "[1,2,3.5,null,5,null,7,8]",
            "{\"8\":1}",
            at("value"),
            JsonFault::Index,
        ),
        (
            "[1,2,3.5,null,5,null,7,8]",
            "{\"x\":1}",
            at("value"),
            JsonFault::Index,
        ),
        ("\"id\":[", "\"ids\":[", at("id"), JsonFault::Lacks("id")),
    ] {
        let broken = STAT.replace(from, to);
        assert_eq!(fault(&broken), (place, Fault::Json(expected)), "{to}");
    }
}

#[test]
fn cells_that_are_only_declared_cost_nothing() {
    let labels: Vec<String> = (0..1000).map(|place| format!("\"{place}\"")).collect();
    let labels = labels.join(",");
    let dimension = |id: &str| format!(r#""{id}":{{"category":{{"index":[{labels}]}}}}"#);
    let dimensions: Vec<String> = ["a", "b", "c", "d"].into_iter().map(dimension).collect();
    let text = format!(
        r#"{{"id":["a","b","c","d"],"size":[1000,1000,1000,1000],"dimension":{{{}}},"value":{{"999999999999":1}}}}"#,
        dimensions.join(",")
    );
    assert_eq!(
        fault(&text),
        (Some(Place::At("size".into())), Fault::ManyCells)
    );
}

/// Values are counted by themselves; labels, names and notes are held one by one.
#[test]
fn a_file_of_labels_alone_is_bounded() {
    let told = Top::of(STAT.as_bytes(), 30).err().expect("it has more");
    assert_eq!(told.fault, JsonFault::ManyParts(30));
    assert!(matches!(told.place, Some(Place::Line(..))));
    let many = "1,".repeat(1_000);
    let values = format!(r#"{{"value":[{many}1],"dimension":{{"data":[{many}1],"a":"b"}}}}"#);
    assert!(Top::of(values.as_bytes(), 2).is_ok());
    for lang in Lang::ALL {
        let said = JsonFault::ManyParts(MAX_PARTS).say(&Texts::new(lang));
        assert!(said.contains(" 2 mil"), "{said}");
    }
}

#[test]
fn deep_nesting_is_refused_and_not_followed() {
    for (open, count) in [
        ("[", 300_000),
        ("{\"link\":{\"item\":[", 50_000),
        ("{\"dimension\":{\"a\":", 50_000),
    ] {
        assert!(read_text(&open.repeat(count)).is_err());
    }
    let closed = format!(
        "{{\"dimension\":{}1{}}}",
        "[".repeat(5000),
        "]".repeat(5000)
    );
    assert!(read_text(&closed).is_err());
}

/// The time is measured by hand in a release build; here the figures are.
#[test]
fn a_large_set_is_read_whole() {
    let table = one(&large());
    assert_eq!(table.cells.len(), 280_000);
    assert_eq!(values(&table).iter().flatten().count(), 280_000 - 2800);
}

fn large() -> String {
    use std::fmt::Write as _;
    let list = |count: usize| {
        (0..count)
            .map(|p| format!("\"c{p}\""))
            .collect::<Vec<_>>()
            .join(",")
    };
    let mut text = format!(
        r#"{{"version":"2.0","class":"dataset","label":"Large","id":["a","m","t"],"size":[1400,2,100],"role":{{"metric":["m"],"time":["t"]}},
"dimension":{{"a":{{"category":{{"index":[{}]}}}},"m":{{"category":{{"index":[{}]}}}},"t":{{"category":{{"index":[{}]}}}}}},"value":["#,
        list(1400),
        list(2),
        list(100)
    );
    for place in 0..280_000_u32 {
        let sep = if place == 0 { "" } else { "," };
        let _ = match place % 100 {
            7 => write!(text, "{sep}null"),
            _ => write!(text, "{sep}{}.{}", place * 13 % 100_000, place % 10),
        };
    }
    text.push_str("],\"status\":{\"7\":\"..\"}}");
    text
}

proptest! {
    #[test]
    fn a_mutated_file_gives_tables_or_a_sentence(
        seed in prop::sample::select(vec![STAT, BUNDLE, PXWEB, KOLADA, SKOLVERKET]),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0x20..0x7f_u8, 0..4_u8), 1..6)
    ) {
        let mut bytes = seed.as_bytes().to_vec();
        for (at, byte, kind) in cuts {
            let at = at.index(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => bytes.truncate(at.max(1)),
                _ => { bytes.remove(at); }
            }
            if bytes.is_empty() {
                bytes.push(byte);
            }
        }
        match read(&mut Cursor::new(bytes), &SafeText::line("a.json"), &Wish::default()) {
            Ok(tables) => for table in tables {
                let size = Table::size(&table.dimensions, table.measures.len());
                prop_assert_eq!(size, Some(table.cells.len()));
            },
            Err(error) => {
                prop_assert!(!error.say(&Texts::new(Lang::Sv)).contains("data-json"));
            }
        }
    }
}
