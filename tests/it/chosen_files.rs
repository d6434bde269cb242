//! Charts chosen from real files of every kind, where a folder of them lies beside the project: the figures that other tools found.
//!
//! The folder is not part of the project. Where it is absent the test says so and passes; small files of the same shapes are tested beside
//! the code. `SAMTAL_DATA_FILES` names another folder.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test looks for the folder itself; a file that is not there fails it"
)]

use std::{fs::File, io::BufReader, ops::ControlFlow, path::PathBuf};

use samtal::{
    data::{
        DataError, Fault,
        choose::{ChoiceFault, Chosen, choose},
    },
    domain::{
        chart::Cell,
        recipe::{Filter, Fold, Recipe, Value, Whose},
    },
    text::SafeText,
};

fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("SAMTAL_DATA_FILES").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
        PathBuf::from,
    );
    if folder.is_dir() {
        return Some(folder);
    }
    let said = b"the folder of data files is absent: nothing is compared\n";
    let _unheard = std::io::Write::write_all(&mut std::io::stderr(), said);
    None
}

/// A file; what runs along the axis, the value, what becomes of several rows; which rows count.
type Asked = (
    &'static str,
    &'static str,
    &'static str,
    Fold,
    &'static [(&'static str, &'static str)],
);

/// Reads as a person would ask for it, `*` standing for all labels.
fn read(folder: &std::path::Path, asked: &Asked) -> Result<Chosen, DataError> {
    let (file, axis, value, fold, filters) = asked;
    let mut recipe = Recipe {
        axis: Some((*axis).into()),
        value: Value::Numbers {
            columns: if value.is_empty() {
                Vec::new()
            } else {
                vec![(*value).into()]
            },
            fold: *fold,
        },
        whose: Whose::Published,
        ..Recipe::default()
    };
    for (column, label) in *filters {
        recipe.filters.push(Filter {
            column: (*column).into(),
            labels: if *label == "*" {
                Vec::new()
            } else {
                vec![(*label).into()]
            },
        });
    }
    let mut source = BufReader::new(File::open(folder.join(file)).unwrap());
    let name = SafeText::line(file.rsplit('/').next().unwrap());
    choose(&mut source, &name, &recipe, 5, &mut |_| {
        ControlFlow::Continue(())
    })
}

fn value(chosen: &Chosen, row: &str) -> Option<f64> {
    let rows = chosen.body.rows();
    let row = rows.iter().find(|known| known.label == row)?;
    row.cells.first().and_then(Cell::number)
}

fn total(chosen: &Chosen) -> f64 {
    let cells = chosen.body.rows().iter().flat_map(|row| &row.cells);
    cells.filter_map(Cell::number).sum()
}

const SKOLA_2012: &str = "skolverket-csv/Grundskolan - Antal elever per årskurs 2012 Skolenhet.csv";
const SKOLA_2019: &str = "skolverket-csv/Grundskolan - Antal elever per årskurs 2019 Skolenhet.csv";
const SKOLA_2013: &str = "skolverket-csv-reencoded/antal_elever_2013_cp1252.csv";
const TRYGG: &str = "did-trygghet-long/si_trygghet_studiero_wide.csv";
const ENKAT: &str = "skolinspektionen-xlsx/excelrapport-elever-gymnasieskola-ar-2-2022.xlsx";
const PX: &str = "px-scb/BE0101A1elimtot.px";
const KOLADA: &str = "kolada-reconstructed/v2_N15428_sthlm.json";
const SCB: &str = "scb-v1-json/befolkning_1384_tot.json";
const STATSWE: &str = "jsonstat/statswe.json";

#[test]
fn sums_over_real_files_are_those_of_other_tools() {
    let Some(folder) = folder() else { return };
    let all: &[(&str, &str)] = &[("skolkommun", "*"), ("kommun-kod", "*")];
    for (file, column, sum) in [
        (SKOLA_2012, "Elever, årskurs 9", 96_913.0),
        (SKOLA_2012, "Elever, årskurs 2", 105_600.0),
        (SKOLA_2012, "elever, förskoleklass", 107_232.0),
        (SKOLA_2019, "elever, arskurs 9", 115_294.0),
        (SKOLA_2019, "elever, forskoleklass", 121_158.0),
        (SKOLA_2013, "Elever, årskurs 9", 97_238.0),
    ] {
        let chosen = read(&folder, &(file, "Typ av huvudman", column, Fold::Sum, all)).unwrap();
        assert!((total(&chosen) - sum).abs() < 1e-6, "{file}: {column}");
        let publisher = "Statistik från Skolverket, https://www.skolverket.se. Valt läsår: 20";
        assert!(chosen.source.starts_with(publisher), "{}", chosen.source);
    }
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "a list of figures, each beside its place"
)]
fn values_of_real_files_stand_at_their_places() {
    let Some(folder) = folder() else { return };
    let facts: &[(Asked, &str, f64)] = &[
        (
            (
                TRYGG,
                "Årskurs",
                "TotalN",
                Fold::Only,
                &[("Kommun", "stockholm")],
            ),
            "Åk 5",
            7_949.0,
        ),
        (
            (
                TRYGG,
                "Årskurs",
                "trygghet_inte",
                Fold::Only,
                &[("Kommun", "Göteborg")],
            ),
            "Åk 5",
            151.0,
        ),
        (
            (
                PX,
                "period",
                "",
                Fold::Only,
                &[("marital status", "total"), ("sex", "total")],
            ),
            "2006",
            9_113_257.0,
        ),
        (
            (
                PX,
                "period",
                "",
                Fold::Only,
                &[("marital", "widowers/widows"), ("sex", "men")],
            ),
            "2006",
            104_155.0,
        ),
        (
            (
                SCB,
                "år",
                "Folkmängd",
                Fold::Only,
                &[("kön", "2"), ("ålder", "tot")],
            ),
            "2015",
            39_762.0,
        ),
        (
            (SCB, "år", "Folkmängd", Fold::Only, &[("kön", "2")]),
            "2024",
            43_098.0,
        ),
        (
            (
                STATSWE,
                "år",
                "",
                Fold::Only,
                &[("Alder", "75-79"), ("Kon", "män")],
            ),
            "1981",
            186.0,
        ),
        (
            (
                KOLADA,
                "år",
                "",
                Fold::Only,
                &[("kommun", "0180"), ("kön", "totalt")],
            ),
            "2024",
            88.661_766,
        ),
    ];
    for (asked, row, expected) in facts {
        let chosen = read(&folder, asked).unwrap_or_else(|error| panic!("{asked:?}: {error}"));
        assert_eq!(value(&chosen, row), Some(*expected), "{asked:?}");
    }
}

#[test]
fn a_sheet_with_totals_above_its_schools_is_neither_added_nor_compared() {
    let Some(folder) = folder() else { return };
    let fault = |asked: Asked| match read(&folder, &asked).map_err(|error| error.fault) {
        Err(Fault::Choice(fault)) => fault,
        other => panic!("{other:?}"),
    };
    // The first rows are all schools together; adding them to the schools would count every pupil twice.
    assert!(matches!(
        fault((ENKAT, "Orgnummer", "Antal", Fold::Sum, &[("Kommun", "*")])),
        ChoiceFault::Total(column, _) if column == "Huvudman"
    ));
    let asked = (
        ENKAT,
        "Skolenhet",
        "Svarsfrekvens",
        Fold::Only,
        &[("Kommun", "haninge")][..],
    );
    let schools = read(&folder, &asked).unwrap();
    assert_eq!(schools.body.rows().len(), 2);
}
