//! Real files of the kinds that people have, where a folder of them lies beside the project; three facts and more of each, retyped.
//!
//! The folder is not part of the project. Where it is absent the tests say so and pass; small files of the same shapes are tested beside
//! the readers. `SAMTAL_DATA_FILES` names another folder.

/// More facts of the small files.
mod more;

use std::{
    collections::BTreeMap,
    fs::File,
    io::BufReader,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use samtal::{
    data::{
        profile::{Profile, column::Column},
        rows::Wish,
        understood::{Holds, understand},
    },
    text::{Lang, SafeText, Texts},
};

#[expect(
    clippy::disallowed_methods,
    reason = "a test looks for the folder itself"
)]
pub(crate) fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("SAMTAL_DATA_FILES").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
        PathBuf::from,
    );
    folder.is_dir().then_some(folder)
}

type Answer = Option<Result<Profile, String>>;

/// Reads a file, or a sheet of it behind an `@`, once for all tests; nothing where the folder is absent.
fn read(file: &str) -> Answer {
    static KNOWN: Mutex<BTreeMap<String, Answer>> = Mutex::new(BTreeMap::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let answer = known.entry(file.to_owned());
    answer.or_insert_with(|| read_now(file)).clone()
}

fn read_now(file: &str) -> Answer {
    let (file, sheet) = match file.split_once('@') {
        Some((file, sheet)) => (file, Some(sheet.to_owned())),
        None => (file, None),
    };
    let Some(folder) = folder() else {
        let mut said = anstream::stderr();
        std::io::Write::write_all(&mut said, b"the folder of data files is absent\n")
            .expect("standard error takes a line");
        return None;
    };
    let name = file.rsplit('/').next().unwrap_or(file);
    let mut source = BufReader::new(File::open(folder.join(file)).expect("the file is there"));
    let read = understand(
        &mut source,
        &SafeText::line(name),
        &Wish {
            sheet,
            ..Wish::default()
        },
    );
    Some(match read {
        Ok(understood) => match understood.holds {
            Holds::Rows(profile) => Ok(*profile),
            Holds::Tables(_) => panic!("{file} is rows"),
        },
        Err(error) => Err(error.say(&Texts::new(Lang::Sv))),
    })
}

fn column<'a>(profile: &'a Profile, name: &str) -> &'a Column {
    let found = profile.columns.iter().find(|c| c.name.as_str() == name);
    found.unwrap_or_else(|| {
        let names: Vec<&str> = profile.columns.iter().map(|c| c.name.as_str()).collect();
        panic!("{name} is none of {names:?}")
    })
}

fn near(found: Option<f64>, told: f64) -> bool {
    found.is_some_and(|found| (found - told).abs() <= told.abs() * 1e-9)
}

fn marks(profile: &Profile, mark: &str) -> u64 {
    let missing = profile.columns.iter().flat_map(|c| &c.missing);
    missing
        .filter(|(known, _)| known.as_str() == mark)
        .map(|(_, count)| count)
        .sum()
}

/// File; encoding; separator; row of headings; rows of data; columns; the first column.
type Shape = (
    &'static str,
    &'static str,
    char,
    u64,
    u64,
    usize,
    &'static str,
);

const SKOLA_2012: &str = "skolverket-csv/Grundskolan - Antal elever per årskurs 2012 Skolenhet.csv";
const SKOLA_2019: &str = "skolverket-csv/Grundskolan - Antal elever per årskurs 2019 Skolenhet.csv";
const SKOLA_2013: &str = "skolverket-csv-reencoded/antal_elever_2013_cp1252.csv";
const TRYGG: &str = "did-trygghet-long/si_trygghet_studiero_wide.csv";
const POLLS: &str = "polls-wide/Polls.csv";
const SURVEY: &str = "survey-micro/young-people-survey-responses.csv";
const KOMMUN: &str = "kommuner/municipalities.csv";
const POP: &str = "hostile-csv-latin1/uspop-latin1.csv";
const QUOTES: &str = "hostile-csv-frictionless/doublequote.csv";
const GSP: &str = "jsonstat-with-csv/us-gsp.csv";
const VACCINE: &str = "fohm-xlsx/Folkhalsomyndigheten_Covid19_Vaccine.xlsx";
const ENKAT: &str = "skolinspektionen-xlsx/excelrapport-elever-gymnasieskola-ar-2-2022.xlsx";

#[test]
#[expect(clippy::too_many_lines, reason = "one table of facts")]
fn csv_files_have_the_shape_that_was_told() {
    let shapes: &[Shape] = &[
        (TRYGG, "UTF-8", ';', 1, 404, 15, "Kommun"),
        (SKOLA_2012, "UTF-8", ';', 6, 4900, 23, "Skola"),
        (SKOLA_2019, "UTF-8", ';', 6, 4828, 23, "Skola"),
        (SKOLA_2013, "windows-1252", ';', 6, 4882, 23, "Skola"),
        (POLLS, "UTF-8", ',', 1, 2636, 18, "PublYearMonth"),
        (SURVEY, "UTF-8", ',', 1, 1010, 150, "Music"),
        (KOMMUN, "UTF-8", ',', 1, 293, 9, "id"),
        (POP, "windows-1252", ',', 1, 100, 5, "City"),
        (QUOTES, "UTF-8", ',', 1, 5, 17, "INCISO"),
        (GSP, "UTF-8", ',', 1, 204, 4, "year"),
        (
            "stockholmsenkaten-docs/allitems.csv",
            "UTF-8",
            ',',
            1,
            165,
            3,
            "itemnr",
        ),
        (
            "hostile-csv-frictionless/latin1.csv",
            "windows-1252",
            ',',
            1,
            2,
            2,
            "id",
        ),
        (
            "hostile-csv-frictionless/capital-invalid.csv",
            "UTF-8",
            ',',
            1,
            10,
            3,
            "id",
        ),
        (
            "hostile-csv-frictionless/issue-1009-semicolon.csv",
            "UTF-8",
            ';',
            1,
            1,
            2,
            "fieldNameA",
        ),
        (
            "hostile-csv-frictionless/delimiter.csv",
            "UTF-8",
            ';',
            1,
            2,
            2,
            "id",
        ),
        (
            "hostile-csv-frictionless/escaping.csv",
            "UTF-8",
            ',',
            1,
            3,
            2,
            "ID",
        ),
        (
            "hostile-csv-spectrum/comma_in_quotes.csv",
            "UTF-8",
            ',',
            1,
            1,
            5,
            "first",
        ),
        ("hostile-csv-spectrum/empty.csv", "UTF-8", ',', 1, 2, 3, "a"),
        (
            "hostile-csv-spectrum/escaped_quotes.csv",
            "UTF-8",
            ',',
            1,
            2,
            2,
            "a",
        ),
        (
            "hostile-csv-spectrum/newlines_crlf.csv",
            "UTF-8",
            ',',
            1,
            3,
            3,
            "a",
        ),
        ("hostile-csv-spectrum/utf8.csv", "UTF-8", ',', 1, 2, 3, "a"),
        (
            "hostile-csv-spectrum/simple.csv",
            "UTF-8",
            ',',
            1,
            1,
            3,
            "a",
        ),
        (
            "hostile-csv-test-data/quotes-with-comma.csv",
            "UTF-8",
            ',',
            1,
            1,
            3,
            "foo",
        ),
        (
            "hostile-csv-test-data/quotes-with-escaped-quote.csv",
            "UTF-8",
            ',',
            1,
            1,
            3,
            "foo",
        ),
        (
            "hostile-csv-test-data/simple-crlf.csv",
            "UTF-8",
            ',',
            1,
            1,
            3,
            "foo",
        ),
        (
            "hostile-csv-test-data/simple-lf.csv",
            "UTF-8",
            ',',
            1,
            1,
            3,
            "foo",
        ),
        (
            "hostile-csv-test-data/trailing-newline.csv",
            "UTF-8",
            ',',
            1,
            1,
            3,
            "foo",
        ),
        (
            "hostile-csv-test-data/header-simple.csv",
            "UTF-8",
            ',',
            1,
            1,
            3,
            "foo",
        ),
    ];
    for (file, encoding, separator, heading, rows, columns, first) in shapes {
        let Some(read) = read(file) else { return };
        let read = read.unwrap();
        assert_eq!(read.how.encoding, Some(*encoding), "{file}");
        assert_eq!(read.how.separator, Some(*separator), "{file}");
        assert_eq!(read.layout.headings, [*heading], "{file}");
        assert_eq!(read.rows, *rows, "{file}");
        assert_eq!(read.columns.len(), *columns, "{file}");
        assert_eq!(read.columns[0].name.as_str(), *first, "{file}");
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "one table of facts")]
fn columns_hold_the_numbers_that_were_told() {
    // File; column; numbers; min; max; sum.
    for (file, name, numbers, min, max, sum) in [
        (TRYGG, "TotalN", 404, 1.0, 7949.0, 137_799.0),
        (TRYGG, "trygghet_inte", 147, 0.0, 151.0, 2192.0),
        (TRYGG, "nöjdhet_vetinte", 224, 0.0, 222.0, 3664.0),
        (
            SKOLA_2012,
            "Elever, förskoleklass",
            3652,
            1.0,
            160.0,
            107_232.0,
        ),
        (SKOLA_2012, "Elever, årskurs 2", 3740, 1.0, 132.0, 105_600.0),
        (SKOLA_2012, "Elever, årskurs 9", 1726, 1.0, 265.0, 96_913.0),
        (
            SKOLA_2019,
            "Elever, förskoleklass",
            3558,
            1.0,
            154.0,
            121_158.0,
        ),
        (SKOLA_2019, "Elever, årskurs 2", 3588, 1.0, 158.0, 121_938.0),
        (SKOLA_2019, "Elever, årskurs 9", 1679, 1.0, 469.0, 115_294.0),
        (
            SKOLA_2013,
            "Elever, förskoleklass",
            3593,
            1.0,
            157.0,
            109_418.0,
        ),
        (SKOLA_2013, "Elever, årskurs 2", 3693, 1.0, 138.0, 106_951.0),
        (SKOLA_2013, "Elever, årskurs 9", 1721, 1.0, 262.0, 97_238.0),
        (POLLS, "M", 2636, 9.0, 37.5, 60_481.483_76),
        (POLLS, "V", 2636, 1.5, 16.7, 19_871.126_933),
        (POLLS, "n", 2479, 731.0, 12_909.0, 5_553_302.0),
        (SURVEY, "Music", 1007, 1.0, 5.0, 4765.0),
        (SURVEY, "Rats", 1007, 1.0, 5.0, 2426.0),
        (SURVEY, "Number of siblings", 1004, 0.0, 10.0, 1303.0),
        (
            KOMMUN,
            "dialect:skatteverket",
            293,
            114.0,
            2584.0,
            404_332.0,
        ),
        (KOMMUN, "dialect:numerical", 293, 114.0, 2584.0, 404_332.0),
        (KOMMUN, "dialect:brå", 292, 8343.0, 8723.0, 2_490_209.0),
        (POP, "Population", 50, 5184.0, 773_283.0, 2_486_481.0),
        (
            POP,
            "Latitude",
            100,
            25.580_277_8,
            65.241_944_4,
            3_721.644_999_8,
        ),
        (
            POP,
            "Longitude",
            100,
            -165.271_666_7,
            -68.42,
            -9_296.542_500_3,
        ),
        (QUOTES, "AÑO", 5, 2015.0, 2019.0, 10_080.0),
        (QUOTES, "UECODIGO", 5, 3.0, 5.0, 23.0),
        (QUOTES, "pbi", 5, 0.001_586, 0.109_327, 0.124_891),
        (GSP, "year", 204, 2013.0, 2013.0, 410_652.0),
        (GSP, "value", 204, 0.18, 2_080_600.0, 17_501_197.76),
    ] {
        let Some(read) = read(file) else { return };
        let read = read.unwrap();
        let column = column(&read, name);
        assert_eq!(column.numbers, numbers, "{file}: {name}");
        assert!(near(column.min, min), "{file}: {name}: {:?}", column.min);
        assert!(near(column.max, max), "{file}: {name}: {:?}", column.max);
        assert!(near(column.sum, sum), "{file}: {name}: {:?}", column.sum);
    }
}

#[test]
fn marks_for_missing_values_are_counted_each_by_itself() {
    for (file, told) in [
        (TRYGG, &[("-", 1100)][..]),
        (SKOLA_2012, &[(".", 20_491), ("", 6480), ("..", 3532)]),
        (SKOLA_2019, &[(".", 20_345), ("", 4828), ("..", 2382)]),
        (SKOLA_2013, &[(".", 20_622), ("", 4882), ("..", 3391)]),
        (POLLS, &[("NA", 5694)]),
        (SURVEY, &[("", 608)]),
        (KOMMUN, &[("", 1)]),
        (POP, &[("", 50)]),
        (QUOTES, &[("", 2)]),
        ("stockholmsenkaten-docs/allitems.csv", &[("", 12)]),
        ("hostile-csv-spectrum/empty.csv", &[("", 2)]),
    ] {
        let Some(read) = read(file) else { return };
        let read = read.unwrap();
        for (mark, count) in told {
            assert_eq!(marks(&read, mark), *count, "{file}: {mark:?}");
        }
    }
}

#[test]
fn labels_stand_as_they_are_in_the_file() {
    for (file, name, label) in [
        ("hostile-csv-frictionless/latin1.csv", "name", "©"),
        (
            "hostile-csv-frictionless/capital-invalid.csv",
            "name",
            "Zagreb",
        ),
        (
            "hostile-csv-frictionless/issue-1009-semicolon.csv",
            "fieldNameA",
            "0123",
        ),
        ("hostile-csv-frictionless/delimiter.csv", "name", "中国人"),
        (
            "hostile-csv-frictionless/escaping.csv",
            "Test",
            "\"Test \"\" line 2\"",
        ),
        (
            "hostile-csv-spectrum/comma_in_quotes.csv",
            "city",
            "Anytown, WW",
        ),
        ("hostile-csv-spectrum/comma_in_quotes.csv", "zip", "08123"),
        (
            "hostile-csv-spectrum/escaped_quotes.csv",
            "b",
            "ha \"ha\" ha",
        ),
        ("hostile-csv-spectrum/utf8.csv", "c", "ʤ"),
        (
            "hostile-csv-test-data/quotes-with-comma.csv",
            "bar",
            "Luke, I am your father.",
        ),
        (
            "hostile-csv-test-data/quotes-with-escaped-quote.csv",
            "bar",
            "The \" must be escaped",
        ),
        (KOMMUN, "dialect:skatteverket", "0114"),
        (SKOLA_2012, "Kommun-kod", "0764"),
        (TRYGG, "Kommun", "Hällefors"),
        (POP, "City", "Sturgis"),
        (
            "stockholmsenkaten-docs/allitems.csv",
            "Index",
            "Närsamhälle",
        ),
    ] {
        let Some(read) = read(file) else { return };
        let read = read.unwrap();
        let labels = &column(&read, name).labels;
        let found = labels.iter().any(|(known, _)| known.as_str() == label);
        assert!(found, "{file}: {name}: {label}");
    }
}

#[test]
fn workbooks_hold_what_was_told() {
    // Sheet; rows of headings; rows of data; column; numbers; sum.
    for (file, headings, rows, name, numbers, sum) in [
        (
            VACCINE,
            1,
            2134,
            "Antal vaccinationer",
            2134,
            2_778_456_949.0,
        ),
        (VACCINE, 1, 2134, "Vecka", 2134, 53_438.0),
        (ENKAT, 3, 879, "Antal i gruppen", 875, 184_641.0),
        (
            ENKAT,
            3,
            879,
            "1. Information om utbildningen / Index",
            850,
            5363.7,
        ),
        ("hostile-xlsx/any_sheets.xlsx", 0, 3, "B", 3, 12.0),
        ("hostile-xlsx/date.xlsx", 0, 3, "B", 3, 48.0),
        ("hostile-xlsx/date_1904.xlsx", 0, 3, "B", 3, 48.0),
        ("hostile-xlsx/date.ods", 0, 4, "B", 4, 66.0),
        ("hostile-xlsx/temperature.xlsx", 1, 2, "value", 2, 94.2222),
        ("hostile-xlsx/header-row.xlsx", 1, 1, "Column C", 1, 3.0),
        ("hostile-xlsx/issue3.xlsm", 0, 1, "A", 1, 1.0),
        ("hostile-xlsx/no-header.xlsx", 0, 2, "B", 2, 1.0),
        (
            "stockholmsenkaten-docs/2023-05-07_allItemInfo.xls",
            1,
            55,
            "Threshold.1",
            55,
            -33.7795,
        ),
    ] {
        let Some(read) = read(file) else { return };
        let read = read.unwrap();
        assert_eq!(read.layout.headings.len(), headings, "{file}");
        assert_eq!(read.rows, rows, "{file}");
        let column = column(&read, name);
        assert_eq!(column.numbers, numbers, "{file}: {name}");
        assert!(near(column.sum, sum), "{file}: {name}: {:?}", column.sum);
    }
}

#[test]
fn whole_sheets_hold_as_many_numbers_as_were_told() {
    for (file, numbers, max) in [
        (VACCINE, 6402, 24_884_326.0),
        (
            "fohm-xlsx/Folkhalsomyndigheten_Covid19_Vaccine.xlsx@Vaccinerade tidsserie",
            17_072,
            7_811_112.0,
        ),
        (
            "fohm-xlsx/Folkhalsomyndigheten_Covid19_Vaccine.xlsx@3",
            5368,
            5_535_300.0,
        ),
        (ENKAT, 207_707, 8_740_020_212.0),
        // 220 cells with the 66 that hold an error, which the other tool counted as its code 42.
        (
            "stockholmsenkaten-docs/2023-05-07_allItemInfo.xls",
            154,
            3.0247,
        ),
    ] {
        let Some(read) = read(file) else { return };
        let read = read.unwrap();
        let found: u64 = read.columns.iter().map(|column| column.numbers).sum();
        assert_eq!(found, numbers, "{file}");
        let most = read.columns.iter().filter_map(|column| column.max);
        let most = most.fold(f64::NEG_INFINITY, f64::max);
        assert!(near(Some(most), max), "{file}: {most}");
    }
}

#[test]
fn workbooks_say_their_texts_dates_and_errors() {
    for (file, name, label) in [
        ("hostile-xlsx/date.xlsx", "A", "2021-01-01"),
        ("hostile-xlsx/date_1904.xlsx", "A", "2021-01-01"),
        ("hostile-xlsx/date.ods", "A", "2021-01-01"),
        ("hostile-xlsx/merged_range.xls", "H1", "H4"),
        ("hostile-xlsx/merged_range.xls", "E1", "E3"),
        (
            "hostile-xlsx/richtext-after-plain.xlsx",
            "abcd",
            "tvalrval1rval2",
        ),
        ("hostile-xlsx/issue3.xlsm", "B", "a"),
        ("hostile-xlsx/no-header.xlsx", "A", "b"),
        (
            "stockholmsenkaten-docs/2023-05-07_allItemInfo.xls",
            "itemnr",
            "F91",
        ),
        (
            "stockholmsenkaten-docs/Kodbok Stockholmsenkäten 2024.xlsx",
            "Labels, 0",
            "Not chosen",
        ),
    ] {
        let Some(read) = read(file) else { return };
        let read = read.unwrap();
        let labels = &column(&read, name).labels;
        let found = labels.iter().any(|(known, _)| known.as_str() == label);
        assert!(found, "{file}: {name}: {label}");
    }
    let Some(errors) = read("hostile-xlsx/errors.xlsx") else {
        return;
    };
    let errors = errors.unwrap();
    for mark in ["#DIV/0!", "#NULL!", "#N/A"] {
        assert_eq!(marks(&errors, mark), 1, "{mark}");
    }
    let visible = read("hostile-xlsx/any_sheets.xlsx").unwrap().unwrap();
    assert_eq!(visible.how.sheets.len(), 3);
    assert!(
        visible.notes[0]
            .1
            .starts_with("This workbook contains 4 sheets")
    );
}

#[test]
fn what_cannot_be_read_gives_a_sentence() {
    for (file, words) in [
        (
            "hostile-xlsx/empty_sheet.xlsx",
            "Alla blad som syns är tomma.",
        ),
        (
            "hostile-xlsx/any_sheets.xlsx@Fler",
            "Det finns inget blad som heter \"Fler\".",
        ),
        ("kommuner/municipalities.csv@Blad1", "Filen har inga blad"),
        ("hostile-json/y_object_empty.json", "ingen tabell"),
    ] {
        let Some(read) = read(file) else { return };
        let said = read.unwrap_err();
        assert!(said.contains(words), "{file}: {said}");
    }
}
