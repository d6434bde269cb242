//! Tables of publishers, as they lie beside the repository, give the figures that other tools found in them.
//!
//! The files are not part of the repository; without them the tests say so and pass. The readers' own tests hold small files of the same shapes.

/// What stands in the JSON files.
mod json;
/// What stands in the PC-Axis files.
mod px;

use std::{
    fs,
    io::Cursor,
    path::{Path, PathBuf},
};

use samtal::{
    data::{
        DataError, Table,
        format::{self, Reader},
        rows::Wish,
        table::{CellRef, Label, Role},
    },
    text::{Lang, SafeText, Texts},
};

fn data() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["../shared/data", "../../shared/data"].map(|folder| here.join(folder));
    let found = folders.into_iter().find(|folder| folder.is_dir());
    if found.is_none() {
        let said = "the folder of real files is not here: nothing is compared\n";
        let _unheard = std::io::Write::write_all(&mut std::io::stderr(), said.as_bytes());
    }
    found
}

fn read_bytes(bytes: Vec<u8>, name: &str) -> Result<Vec<Table>, DataError> {
    let name = SafeText::line(name);
    let mut source = Cursor::new(bytes);
    match format::find(&mut source, &name)?.read {
        Reader::Tables(read) => read(&mut source, &name, &Wish::default()),
        Reader::Rows(_) => panic!("{name} is read as rows"),
    }
}

fn read(folder: &Path, file: &str) -> Result<Vec<Table>, DataError> {
    let path = folder.join(file);
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    read_bytes(bytes, file.rsplit('/').next().unwrap_or(file))
}

/// What stands in one table: its file and place there, its sizes with the measures last, and what the figures are.
struct Facts {
    file: &'static str,
    table: usize,
    sizes: &'static [usize],
    values: usize,
    missing: &'static [(&'static str, usize)],
    /// Smallest, largest, sum.
    range: (f64, f64, f64),
    /// Labels, by text or code, of every dimension with several and of the measure, and the value there.
    cells: &'static [(&'static [&'static str], f64)],
}

fn sizes(table: &Table) -> Vec<usize> {
    let labels = table.dimensions.iter().map(|d| d.labels.len());
    labels.chain([table.measures.len()]).collect()
}

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-6 * expected.abs().max(1.0)
}

/// Finds a cell by labels; what has a single label need not be named.
fn cell<'t>(table: &'t Table, named: &[&str]) -> CellRef<'t> {
    let mut named = named.iter();
    let mut find = |labels: &[Label]| {
        if labels.len() == 1 {
            return 0;
        }
        let name = named.next().expect("a label is named");
        let found = labels
            .iter()
            .position(|label| label.text == *name || label.code == *name);
        found.unwrap_or_else(|| panic!("no label {name}"))
    };
    let labels: Vec<usize> = table.dimensions.iter().map(|d| find(&d.labels)).collect();
    let measures: Vec<Label> = table
        .measures
        .iter()
        .map(|measure| Label {
            code: measure.code.clone(),
            text: measure.name.clone(),
        })
        .collect();
    let measure = find(&measures);
    assert_eq!(named.next(), None, "more labels than dimensions");
    table.cell(&labels, measure).expect("a cell")
}

fn compare(folder: &Path, facts: &Facts) {
    let file = facts.file;
    let tables = read(folder, file).unwrap_or_else(|error| panic!("{error}"));
    let table = &tables[facts.table];
    assert_eq!(sizes(table), facts.sizes, "{file}");
    let cells: usize = facts.sizes.iter().product();
    assert_eq!(table.cells.len(), cells, "{file}");
    let values: Vec<f64> = table.cells.iter().filter_map(CellRef::value).collect();
    assert_eq!(values.len(), facts.values, "{file}");
    let total: usize = facts.missing.iter().map(|(_, count)| count).sum();
    // Without marks to compare, only the values are counted.
    if !facts.missing.is_empty() {
        assert_eq!(total + facts.values, cells, "{file}");
    }
    for (mark, count) in facts.missing {
        let found = table
            .cells
            .iter()
            .filter(|cell| matches!(cell, CellRef::Missing(reason) if reason.mark == *mark));
        assert_eq!(found.count(), *count, "{file}: {mark}");
    }
    if !values.is_empty() {
        let (min, max, sum) = facts.range;
        let found = values.iter().copied().fold(f64::INFINITY, f64::min);
        assert!(near(found, min), "{file}: the smallest is {found}");
        let found = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        assert!(near(found, max), "{file}: the largest is {found}");
        let found: f64 = values.iter().sum();
        assert!(near(found, sum), "{file}: the sum is {found}");
    }
    for (labels, value) in facts.cells {
        let found = cell(table, labels).value();
        assert!(
            found.is_some_and(|found| near(found, *value)),
            "{file}: {labels:?} is {found:?}"
        );
    }
}

/// Reads a broken file and returns its sentence in Swedish.
fn sentence(folder: &Path, file: &str) -> String {
    let error = read(folder, file).expect_err(file);
    for lang in [Lang::Sv, Lang::En] {
        let said = error.say(&Texts::new(lang));
        assert!(said.len() > 20 && !said.contains("data-"), "{said}");
    }
    error.say(&Texts::new(Lang::En))
}

#[test]
fn pc_axis_files_give_their_figures() {
    let Some(folder) = data() else { return };
    for facts in px::FACTS {
        compare(&folder, facts);
    }
}

#[test]
fn broken_pc_axis_files_give_a_sentence_with_the_place() {
    let Some(folder) = data() else { return };
    for (file, words) in [
        ("missingData", "line 81, column"),
        ("errorStub", "line 15, column"),
        ("errormissingValues", "VALUES(\"age\")"),
        ("errorContact", "line 45, column"),
        ("errorTimeval", "TIMEVAL of \"period\" lists 2"),
    ] {
        let said = sentence(&folder, &format!("px-scb-broken/BE0101F1{file}.px"));
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn json_files_give_their_figures() {
    let Some(folder) = data() else { return };
    for facts in json::FACTS {
        compare(&folder, facts);
    }
}

#[test]
fn units_notes_and_sources_are_those_of_the_publisher() {
    let Some(folder) = data() else { return };
    let one = |file: &str| {
        read(&folder, file)
            .unwrap_or_else(|error| panic!("{error}"))
            .remove(0)
    };
    let table = one("jsonstat/statswe.json");
    assert_eq!(table.source, "Socialstyrelsen (SoS)");
    assert_eq!(table.updated, "2015-11-25T19:36:00Z");
    assert_eq!(table.measures[0].unit, "antal");
    let table = one("jsonstat-with-csv/us-gsp.json");
    let units: Vec<&str> = table.measures.iter().map(|m| m.unit.as_str()).collect();
    assert_eq!(units, ["million $", "%", "million", "$"]);
    assert_eq!(table.measures[1].decimals, Some(2));
    let table = one("pxweb-v2-scb/TAB6471_metadata.json");
    assert_eq!(table.notes.iter().filter(|note| note.must_show).count(), 5);
    assert!(
        table.notes[0]
            .text
            .contains("inte alltid de redovisade totalerna")
    );
    assert_eq!(table.dimensions[0].role, Role::Place);
    assert_eq!(table.dimensions[3].role, Role::Time);
    let table = one("scb-v1-json/befolkning_1380_2023.json");
    assert_eq!(
        table.title,
        "Folkmängden efter region, ålder, kön, år och tabellinnehåll"
    );
    assert_eq!(table.updated, "2025-02-11T14:05:00Z");
    let ages: Vec<&str> = table.dimensions[1]
        .labels
        .iter()
        .map(|l| l.code.as_str())
        .collect();
    assert_eq!(ages[..3], ["0", "1", "2"]);
    assert_eq!(ages[100], "100+");
    let table = one("px-nordic/14216.px");
    let units: Vec<&str> = table.measures.iter().map(|m| m.unit.as_str()).collect();
    assert_eq!(units, ["km²", "personer"]);
    let table = one("px-scb/BE0101F1langensvfiolikacelln.px");
    assert!(
        table
            .notes
            .iter()
            .any(|note| note.must_show && note.text == "Mandatory English note")
    );
    let collection = read(&folder, "jsonstat/oecd-canada-col.json").expect("a collection");
    let titles: Vec<&str> = collection
        .iter()
        .map(|table| table.title.as_str())
        .collect();
    assert_eq!(
        titles,
        [
            "Unemployment rate in the OECD countries 2003-2014",
            "Population by sex and age group. Canada. 2012"
        ]
    );
    assert!(collection[0].notes.iter().any(|note| note.text == "e: 72"));
}

#[test]
fn lists_of_indicators_and_municipalities_are_read_as_what_they_are() {
    let Some(folder) = data() else { return };
    let one = |file: &str| {
        read(&folder, file)
            .unwrap_or_else(|error| panic!("{error}"))
            .remove(0)
    };
    let named = |table: &Table, code: &str| {
        let found = table.dimensions[0]
            .labels
            .iter()
            .find(|label| label.code == code);
        found.map(|label| label.text.to_string())
    };
    let table = one("kolada-reconstructed/v2_municipality_all.json");
    assert_eq!(table.dimensions[0].labels.len(), 312);
    assert_eq!(named(&table, "1440").as_deref(), Some("Ale"));
    assert_eq!(named(&table, "2518").as_deref(), Some("Övertorneå"));
    let table = one("kolada-reconstructed/v2_kpi_metadata_29.json");
    assert_eq!(table.dimensions[0].labels.len(), 29);
    assert_eq!(
        named(&table, "U09808").as_deref(),
        Some("Deltagartillfällen i idrottsföreningar, antal/inv 13-20 år")
    );
}

#[test]
fn what_is_no_table_says_what_it_is() {
    let Some(folder) = data() else { return };
    for (file, words) in [
        ("pxweb-v2-scb/config.json", "settings of a server"),
        (
            "pxweb-v2-ref/GetApiConfiguration.json",
            "settings of a server",
        ),
        ("pxweb-v2-scb/tables.json", "list of tables"),
        ("pxweb-v2-scb/search.json", "list of tables"),
        ("pxweb-v2-ref/TableById_tab004.json", "describes a table"),
        ("meetings-qmsum/ES2002a.json", "no table that I know"),
    ] {
        let said = sentence(&folder, file);
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn hostile_json_gives_a_sentence() {
    let Some(folder) = data() else { return };
    let mut count = 0;
    for entry in fs::read_dir(folder.join("hostile-json")).expect("a folder") {
        let path = entry.expect("a file").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let said = sentence(&folder, &format!("hostile-json/{name}"));
        // What must be refused is refused for its form, with its place.
        if name.starts_with("n_") && name != "n_structure_UTF8_BOM_no_data.json" {
            assert!(
                said.contains(", line ") || said.contains("web page"),
                "{said}"
            );
        }
        count += 1;
    }
    assert!(count >= 40);
}
