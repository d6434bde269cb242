//! The demo's figures, computed anew from the publishers' own files where those lie beside the repository.
//!
//! The files are not part of the repository; without them the tests say so and pass.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use samtal::domain::chart::{Body, Cell, Chart, Picture};

use crate::shipped::demo;

const SURVEY: &str = "did-trygghet-long/si_trygghet_studiero_wide.csv";
const WORKBOOK: &str = "skolinspektionen-xlsx/excelrapport-elever-gymnasieskola-ar-2-2022.xlsx";
const ELIGIBLE: &str = "kolada-reconstructed/v2_N15428_sthlm.json";
const SPORT: &str = "kolada-reconstructed/v3_U09800_sthlm.json";
const PUPILS: [&str; 2] = [
    "skolverket-csv/Grundskolan - Antal elever per årskurs 2012 Skolenhet.csv",
    "skolverket-csv/Grundskolan - Antal elever per årskurs 2019 Skolenhet.csv",
];

fn data() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    folder.is_dir().then_some(folder)
}

fn read(folder: &Path, file: &str) -> String {
    let path = folder.join(file);
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    String::from_utf8(bytes).expect("the file is UTF-8")
}

fn charts(id: &str) -> [Chart; 2] {
    ["sv", "en"].map(|lang| {
        let chart = demo(lang)
            .charts
            .into_iter()
            .find(|chart| chart.id.to_string() == id);
        chart.unwrap_or_else(|| panic!("the demo has no chart {id}"))
    })
}

fn cells(chart: &Chart) -> Vec<Vec<Option<f64>>> {
    let rows = chart.body.rows().iter();
    rows.map(|row| row.cells.iter().map(Cell::number).collect())
        .collect()
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

fn share(part: u32, whole: u32) -> f64 {
    tenth(f64::from(part) * 100.0 / f64::from(whole))
}

/// Compares a chart of both languages with what the files say.
fn same(id: &str, expected: &[Vec<Option<f64>>]) {
    for chart in charts(id) {
        assert_eq!(cells(&chart), expected, "{id} {}", chart.title);
    }
}

/// One year of pupils in the survey: how many were asked, how many answered, and the five answers to two questions.
struct Answers {
    asked: u32,
    answered: u32,
    safe: Vec<u32>,
    satisfied: Vec<u32>,
}

fn survey(folder: &Path) -> Vec<Answers> {
    let text = read(folder, SURVEY);
    let rows = text.lines().filter(|line| line.starts_with("Haninge;"));
    let answers = rows.map(|line| {
        let fields: Vec<&str> = line.split(';').collect();
        let count = |at: usize| {
            let whole = fields[at].strip_suffix(",0").expect("a whole number");
            whole.parse().expect("a number")
        };
        Answers {
            asked: count(1),
            answered: count(2),
            safe: (4..9).map(count).collect(),
            satisfied: (9..14).map(count).collect(),
        }
    });
    answers.collect()
}

#[test]
fn years_5_and_8_and_upper_secondary_2_are_the_survey_s() {
    let Some(folder) = data() else {
        return println!("skipped: the publishers' files are not here");
    };
    let survey = survey(&folder);
    let answered: Vec<u32> = survey.iter().map(|row| row.answered).collect();
    assert_eq!(survey.len(), 3);
    for row in &survey {
        assert_eq!(row.safe.iter().sum::<u32>(), row.answered);
        assert_eq!(row.satisfied.iter().sum::<u32>(), row.answered);
    }
    let rows = |shares: &dyn Fn(&Answers) -> Vec<f64>| {
        let rows = survey.iter().map(shares);
        rows.map(|row| row.into_iter().map(Some).collect())
            .collect::<Vec<_>>()
    };
    same("d3", &rows(&|row| vec![share(row.answered, row.asked)]));
    same(
        "d4",
        &rows(&|row| vec![share(row.safe[0] + row.safe[1], row.answered)]),
    );
    same(
        "d5",
        &rows(&|row| {
            row.satisfied
                .iter()
                .map(|count| share(*count, row.answered))
                .collect()
        }),
    );
    for chart in ["d3", "d4", "d5"].into_iter().flat_map(charts) {
        let n: Vec<u32> = chart.body.rows().iter().filter_map(|row| row.n).collect();
        assert_eq!(n, answered, "{}", chart.id);
        let whole = chart.n.unwrap_or_else(|| answered.iter().sum());
        assert_eq!(whole, answered.iter().sum::<u32>(), "{}", chart.id);
    }
    for chart in charts("d3") {
        for row in &survey {
            assert!(
                chart.caveat.contains(&row.asked.to_string()),
                "{}",
                chart.caveat
            );
        }
    }
}

/// A sheet of the workbook, read no further than this test needs: one row's cells by their reference.
struct Sheet {
    xml: String,
    shared: Vec<String>,
}

impl Sheet {
    fn open(folder: &Path) -> Option<Self> {
        let part = |name: &str| {
            let output = Command::new("unzip")
                .arg("-p")
                .arg(folder.join(WORKBOOK))
                .arg(name)
                .output()
                .ok()?;
            output
                .status
                .success()
                .then(|| String::from_utf8(output.stdout).expect("the sheet is UTF-8"))
        };
        let shared = part("xl/sharedStrings.xml")?;
        let shared = shared.split("<si>").skip(1).map(|item| {
            let texts = item.split("<t").skip(1).filter_map(|t| t.split_once('>'));
            texts
                .filter_map(|(_, t)| t.split_once("</t>"))
                .map(|(t, _)| t)
                .collect()
        });
        Some(Self {
            xml: part("xl/worksheets/sheet1.xml")?,
            shared: shared.collect(),
        })
    }

    fn cell(&self, at: &str) -> String {
        let (_, rest) = self
            .xml
            .split_once(&format!("<c r=\"{at}\""))
            .expect("the cell is there");
        let (attributes, rest) = rest.split_once('>').expect("the cell's tag ends");
        let (_, value) = rest.split_once("<v>").expect("the cell has a value");
        let (value, _) = value.split_once("</v>").expect("the value ends");
        if attributes.contains("t=\"s\"") {
            self.shared[value.parse::<usize>().expect("a place in the shared texts")].clone()
        } else {
            value.to_owned()
        }
    }

    /// Returns a number of Haninge's own row, or nothing where the publisher hides it.
    fn haninge(&self, column: &str) -> Option<u32> {
        self.cell(&format!("{column}12")).parse().ok()
    }

    /// Returns the share of each answer to a question among all who answered; a hidden one is missing.
    fn shares(&self, question: &str, head: &str, columns: &[&str]) -> Vec<Option<f64>> {
        assert!(
            self.cell(&format!("{head}1")).starts_with(question),
            "{question}"
        );
        let answered = self.haninge("G").expect("how many answered");
        let counts: Vec<Option<u32>> = columns.iter().map(|column| self.haninge(column)).collect();
        let (sum, hidden) = (counts.iter().flatten().sum::<u32>(), counts.contains(&None));
        assert!(
            sum == answered || (hidden && sum < answered),
            "{question}: {sum}"
        );
        counts
            .into_iter()
            .map(|count| Some(share(count?, answered)))
            .collect()
    }
}

#[test]
fn upper_secondary_2_is_the_workbook_s() {
    let Some(sheet) = data().and_then(|folder| Sheet::open(&folder)) else {
        return println!("skipped: the publishers' files, or unzip, are not here");
    };
    assert_eq!(sheet.cell("B12"), "Haninge kommun");
    let cares = "Känner du att det finns någon vuxen i skolan som bryr sig";
    same(
        "d7",
        &[sheet.shares(cares, "MA", &["MB", "MD", "MF", "MH", "MJ"])],
    );
    let each = |shares: Vec<Option<f64>>| {
        shares
            .into_iter()
            .map(|share| vec![share])
            .collect::<Vec<_>>()
    };
    let health = "Hur lätt eller svårt är det att få hjälp av elevhälsan";
    same(
        "d8",
        &each(sheet.shares(health, "ML", &["MM", "MO", "MQ", "MS", "MU"])),
    );
    let help = "Hur ofta får du den hjälp du behöver";
    let help = sheet.shares(help, "DB", &["DC", "DE", "DG", "DI", "DK", "DM"]);
    assert_eq!(help.iter().filter(|share| share.is_none()).count(), 2);
    let calm = "Hur ofta är det arbetsro";
    let calm = sheet.shares(calm, "IO", &["IP", "IR", "IT", "IV", "IX", "IZ"]);
    // The side that is turned to is the two answers of a person together, and agrees with the people behind them.
    let answered = sheet.haninge("G").expect("how many answered");
    for (chart, row, columns) in [
        ("d7", 0, ["MB", "MD"]),
        ("d9", 0, ["DC", "DE"]),
        ("d9", 1, ["IP", "IR"]),
    ] {
        let people: Option<u32> = columns
            .into_iter()
            .map(|column| sheet.haninge(column))
            .sum();
        let told = share(people.expect("not hidden"), answered);
        for side in charts(chart)
            .iter()
            .map(|chart| chart.turned(1).expect("it has a side"))
        {
            let cells = &side.body.rows()[row].cells;
            assert_eq!(cells, &[Cell::Value(told)], "{chart}");
        }
    }
    same("d9", &[help, calm]);
    let listen = "Hur mycket tycker du att de vuxna i skolan lyssnar";
    same(
        "d10",
        &each(sheet.shares(listen, "IC", &["ID", "IF", "IH", "IJ", "IL"])),
    );
    for chart in ["d6", "d7", "d8", "d9", "d10"].into_iter().flat_map(charts) {
        assert_eq!(chart.n, sheet.haninge("G"), "{}", chart.id);
    }
}

#[test]
fn the_class_of_25_is_the_workbook_s() {
    let Some(sheet) = data().and_then(|folder| Sheet::open(&folder)) else {
        return println!("skipped: the publishers' files, or unzip, are not here");
    };
    let oneself = "Känner du att du kan vara dig själv";
    assert_eq!(
        sheet
            .shares(oneself, "HF", &["HG", "HI", "HK", "HM", "HO"])
            .len(),
        5
    );
    let [fully, largely, unsure, all] =
        ["HG", "HI", "HO", "G"].map(|column| sheet.haninge(column).expect("it is not hidden"));
    for chart in charts("d6") {
        assert_eq!(
            chart.body,
            Body::Picture(Picture::Class(share(fully + largely, all)))
        );
        assert!(
            chart.caveat.contains(&format!(" {} ", fully + largely)),
            "{}",
            chart.caveat
        );
        assert!(
            chart.caveat.contains(&format!(" {all} ")),
            "{}",
            chart.caveat
        );
        assert!(
            chart.caveat.contains(&format!(" {unsure} ")),
            "{}",
            chart.caveat
        );
    }
}

/// Returns a Kolada value of Haninge (0136).
fn kolada(text: &str, year: &str, gender: &str) -> f64 {
    let object = text
        .split("{\"kpi\"")
        .find(|object| {
            object.contains("\"municipality\": \"0136\"")
                && object.contains(&format!("\"period\": {year},"))
        })
        .expect("the year is there");
    let value = object
        .split("{\"gender\"")
        .find(|value| value.starts_with(&format!(": \"{gender}\"")))
        .expect("the value is there");
    let (_, number) = value.split_once("\"value\": ").expect("it has a value");
    let end = number
        .find(|c: char| c != '.' && !c.is_ascii_digit())
        .expect("the number ends");
    number.split_at(end).0.parse().expect("a number")
}

#[test]
fn eligibility_and_sport_are_kolada_s() {
    let Some(folder) = data() else {
        return println!("skipped: the publishers' files are not here");
    };
    let (eligible, sport) = (read(&folder, ELIGIBLE), read(&folder, SPORT));
    for chart in charts("d11") {
        let years: Vec<String> = chart
            .body
            .rows()
            .iter()
            .map(|row| row.label.to_string())
            .collect();
        assert_eq!(
            years,
            (2010..=2024)
                .map(|year| year.to_string())
                .collect::<Vec<_>>()
        );
        let expected: Vec<_> = years
            .iter()
            .map(|year| vec![Some(tenth(kolada(&eligible, year, "T")))])
            .collect();
        assert_eq!(cells(&chart), expected);
    }
    for chart in charts("d12") {
        let rows = chart.body.rows().iter();
        let expected: Vec<_> = rows
            .map(|row| {
                ["K", "M"]
                    .map(|gender| Some(tenth(kolada(&sport, &row.label, gender))))
                    .to_vec()
            })
            .collect();
        assert_eq!(cells(&chart), expected);
    }
}

/// Returns how many school units there are in Haninge, and the pupils of years 1 to 9.
fn pupils(text: &str) -> (usize, [u32; 9]) {
    let (mut units, mut years) = (0, [0; 9]);
    for row in text.lines().map(|line| line.split(';').collect::<Vec<_>>()) {
        if row.get(3) != Some(&"0136") {
            continue;
        }
        units += 1;
        // "." is "no data", here a year that the school does not have: the years make up the school's own sum.
        let count = |field: &&str| {
            if *field == "." {
                0
            } else {
                field.parse().expect("nothing is hidden")
            }
        };
        let counts: Vec<u32> = row[13..22].iter().map(count).collect();
        assert_eq!(counts.iter().sum::<u32>().to_string(), row[9], "{}", row[0]);
        for (year, count) in years.iter_mut().zip(counts) {
            *year += count;
        }
    }
    (units, years)
}

#[test]
fn pupils_per_year_are_skolverket_s() {
    let Some(folder) = data() else {
        return println!("skipped: the publishers' files are not here");
    };
    let [(units, first), (units_since, since)] = PUPILS.map(|file| pupils(&read(&folder, file)));
    let stage =
        |years: &[u32; 9], at: usize| Some(f64::from(years[at..at + 3].iter().sum::<u32>()));
    let expected = [0, 3, 6].map(|at| vec![stage(&first, at), stage(&since, at)]);
    same("d2", &expected);
    for chart in charts("d2") {
        let Body::BeforeAfter { before, after, .. } = &chart.body else {
            panic!("d2 is two occasions")
        };
        assert_eq!(before.n, Some(first.iter().sum()));
        assert_eq!(after.n, Some(since.iter().sum()));
        assert!(
            chart.caveat.contains(&format!(" {units} ")),
            "{}",
            chart.caveat
        );
        assert!(
            chart.caveat.contains(&format!(" {units_since} ")),
            "{}",
            chart.caveat
        );
    }
}
