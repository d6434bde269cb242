//! More facts of the small files: records that another tool read from the same texts, sheets behind the first one, and what is in no table.

use std::{collections::BTreeSet, fs, io::Cursor};

use samtal::{
    data::{rows::Wish, understood::understand},
    text::{Lang, SafeText, Texts},
};

use super::{column, folder, marks, near, read};

/// A text with one space between its words, since a break of a line shows as a space.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every CSV of the collection has its records beside it, as JSON.
#[test]
fn records_of_odd_csv_files_are_those_that_were_told() {
    let Some(folder) = folder() else { return };
    for name in [
        "comma_in_quotes",
        "empty",
        "escaped_quotes",
        "newlines_crlf",
        "simple",
        "utf8",
    ] {
        let path = folder.join(format!("hostile-csv-spectrum/{name}.json"));
        let told = fs::read(path).expect("the records are there");
        let told: Vec<serde_json::Map<String, serde_json::Value>> =
            serde_json::from_slice(&told).expect("records");
        let file = format!("hostile-csv-spectrum/{name}.csv");
        let read = read(&file).expect("the folder is there").expect(&file);
        assert_eq!(read.rows, told.len() as u64, "{file}");
        for column in &read.columns {
            let mut expected: Vec<String> = told
                .iter()
                .filter_map(|record| record[column.name.as_str()].as_str())
                .filter(|text| !text.is_empty())
                .map(words)
                .collect();
            let mut found: Vec<String> = column
                .labels
                .iter()
                .flat_map(|(label, count)| vec![words(label.as_str()); *count as usize])
                .collect();
            expected.sort();
            found.sort();
            assert_eq!(found, expected, "{file}: {}", column.name);
        }
    }
}

#[test]
fn small_workbooks_give_three_facts_each() {
    let Some(merged) = read("hostile-xlsx/merged_range.xls") else {
        return;
    };
    let merged = merged.unwrap();
    assert_eq!(merged.how.sheets.len(), 2);
    assert_eq!(merged.columns[0].name.as_str(), "A1");
    assert_eq!(merged.columns.len(), 8);
    let second = read("hostile-xlsx/merged_range.xls@Sheet2")
        .unwrap()
        .unwrap();
    assert_eq!(second.columns.len(), 6);
    let rich = read("hostile-xlsx/richtext-after-plain.xlsx")
        .unwrap()
        .unwrap();
    assert_eq!(rich.how.sheets.len(), 3);
    assert_eq!(rich.columns[0].name.as_str(), "abcd");
    assert_eq!(rich.columns.len(), 4);
    assert_eq!(rich.columns[3].labels[0].0.as_str(), "rval1rval2");
    let warm = read("hostile-xlsx/temperature.xlsx").unwrap().unwrap();
    assert!(near(column(&warm, "value").min, 22.2222));
    assert!(near(column(&warm, "value").max, 72.0));
    let noted = read("hostile-xlsx/header-row.xlsx").unwrap().unwrap();
    assert_eq!(noted.layout.preamble[0].0, 3);
    assert_eq!(noted.layout.preamble[0].1.as_str(), "Note 1");
    assert_eq!(noted.layout.headings, [9]);
}

#[test]
fn the_codebook_is_read_sheet_by_sheet() {
    let book = "stockholmsenkaten-docs/Kodbok Stockholmsenkäten 2024.xlsx";
    let Some(first) = read(book) else { return };
    let first = first.unwrap();
    let sheets: Vec<&str> = first.how.sheets.iter().map(SafeText::as_str).collect();
    assert_eq!(sheets, ["Variabler", "Kompl. många alternativ"]);
    assert_eq!(first.columns[0].name.as_str(), "FrågeID");
    // Eight rows between hold nothing.
    assert_eq!(
        (first.last, first.rows, first.columns.len()),
        (575, 566, 37)
    );
    let second = read(&format!("{book}@2")).unwrap().unwrap();
    let numbers: u64 = second.columns.iter().map(|column| column.numbers).sum();
    assert_eq!(numbers, 782);
    assert!(near(second.columns[0].max, 9_999_999_999.0));
    assert!(near(second.columns[0].sum, 10_005_263_514.0));
}

#[test]
fn the_third_sheet_of_a_survey_holds_words_alone() {
    let Some(read) = read(&format!("{}@Förklaring", super::ENKAT)) else {
        return;
    };
    let read = read.unwrap();
    let numbers: u64 = read.columns.iter().map(|column| column.numbers).sum();
    assert_eq!(numbers, 0);
    let second = super::read(&format!("{}@2", super::ENKAT))
        .unwrap()
        .unwrap();
    let numbers: u64 = second.columns.iter().map(|column| column.numbers).sum();
    assert_eq!(numbers, 91_423);
    assert!(marks(&second, "-") > 0);
}

/// Folders whose files are no tables: dialogues for other tests.
const NO_TABLES: [&str; 2] = ["meetings-replay", "meetings-riksdag"];
/// What is larger is read by the tests above, once.
const SMALL: u64 = 60_000;

/// Whatever lies there, good or hostile, gives what can be written for scripts, or a sentence in both languages that names the file.
#[test]
fn every_small_file_gives_a_table_or_a_sentence() {
    let Some(folder) = folder() else { return };
    let mut folders = BTreeSet::new();
    for entry in fs::read_dir(&folder).expect("the folder can be listed") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if path.is_dir() && !NO_TABLES.contains(&name.as_str()) {
            folders.insert(path);
        }
    }
    let mut refused = 0;
    for path in folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("a folder"))
    {
        let path = path.expect("a file").path();
        let bytes = fs::read(&path).expect("the file is there");
        if bytes.len() as u64 > SMALL {
            continue;
        }
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        match understand(
            &mut Cursor::new(bytes),
            &SafeText::line(&name),
            &Wish::default(),
        ) {
            Ok(understood) => assert!(understood.json().starts_with('{'), "{name}"),
            Err(error) => {
                refused += 1;
                for lang in Lang::ALL {
                    let said = error.say(&Texts::new(lang));
                    assert!(
                        said.contains(&name) && said.len() > name.len() + 20,
                        "{said}"
                    );
                    assert!(!said.contains('\u{1b}'), "{said}");
                }
            }
        }
    }
    assert!(refused >= 40, "{refused}");
}

/// Texts that are no table stay harmless: no escape, no control.
#[test]
fn texts_of_odd_characters_are_read_without_harm() {
    for (file, rows) in [
        ("hostile-unicode/blns.txt", 400),
        ("hostile-unicode/UTF-8-demo.txt", 100),
    ] {
        let Some(read) = read(file) else { return };
        let read = read.unwrap();
        assert!(read.rows >= rows, "{file}: {}", read.rows);
        let labels = read.columns.iter().flat_map(|column| &column.labels);
        let harmless = |text: &str| !text.chars().any(char::is_control);
        for (label, _) in labels {
            assert!(harmless(label.as_str()), "{label:?}");
        }
    }
}
