//! A starter pack: indicators on the young as ready charts, so that a first session takes minutes.
//!
//! Which ones, and what is said of each, stands in `starter.ron`. A sentence says what is shown and never what it means.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::{
    data::{
        Table,
        municipality::Municipality,
        table::{CellRef, Dimension},
    },
    domain::chart::{Body, Cell, Chart, ChartId, Purpose, Row, Source},
    t,
    text::{Lang, SafeText, Texts},
};

/// How many years back the figures go; a line of fifteen years can be read on 50 columns.
pub const YEARS: u16 = 15;

/// Words in Swedish and English.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Both(String, String);

impl Both {
    fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Sv => &self.0,
            Lang::En => &self.1,
        }
    }
}

/// A chart of the pack before its figures.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ready {
    name: String,
    /// Indicators, each a line, with what the line is called.
    lines: Vec<(String, Both)>,
    /// Women and men as two lines; only where there is one indicator.
    #[serde(default)]
    by_sex: bool,
    title: Both,
    unit: Both,
    say: Both,
}

/// Charts about one thing.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Its name on the command line.
    pub name: String,
    /// Its Swedish name.
    pub swedish: String,
    charts: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pack {
    charts: Vec<Ready>,
    themes: Vec<Theme>,
}

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    ron::from_str(include_str!("starter.ron"))
        .expect("the pack that ships can be read; a test reads it")
});

/// Returns the themes, the one that is taken unasked first.
pub fn themes() -> &'static [Theme] {
    &PACK.themes
}

/// Finds a theme by its English or Swedish name; the first one where nothing is said.
pub fn theme(said: Option<&str>) -> Option<&'static Theme> {
    let Some(said) = said else {
        return themes().first();
    };
    let said = said.trim().to_lowercase();
    themes()
        .iter()
        .find(|theme| theme.name == said || theme.swedish == said)
}

impl Theme {
    /// Returns its charts.
    pub fn charts(&self) -> Vec<&'static Ready> {
        let named = self.charts.iter();
        named
            .filter_map(|name| PACK.charts.iter().find(|ready| ready.name == *name))
            .collect()
    }

    /// Returns every indicator it needs, each once.
    pub fn kpis(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for (kpi, _) in self.charts().iter().flat_map(|ready| &ready.lines) {
            if !all.contains(kpi) {
                all.push(kpi.clone());
            }
        }
        all
    }
}

/// What the charts of a pack have in common.
#[derive(Clone, Copy, Debug)]
pub struct Occasion<'a> {
    /// The municipality.
    pub place: Municipality,
    /// The day on which the figures were fetched, `2026-11-22`.
    pub day: &'a str,
    /// The words and their language.
    pub texts: &'a Texts,
}

impl Ready {
    /// Returns its title.
    pub fn title(&self, lang: Lang) -> &str {
        self.title.get(lang)
    }

    /// Fills it with figures. None where there is none for the municipality.
    ///
    /// Years before the first figure and after the last one are left out; a year without a figure in between is shown as missing.
    /// Figures are rounded to one decimal, which is what Kolada itself shows.
    pub fn fill(&self, id: ChartId, table: &Table, occasion: Occasion<'_>) -> Option<Chart> {
        let lang = occasion.texts.lang();
        let place = label(&table.dimensions, "municipality", occasion.place.code)?;
        let years = table.dimensions.iter().find(|one| one.code == "period")?;
        let columns = self.columns(table, occasion.texts);
        let mut rows: Vec<Row> = Vec::new();
        for (year, said) in years.labels.iter().enumerate() {
            let cells = columns.iter().map(|column| {
                let at = [place, year, column.sex?];
                table.cell(&at, column.measure?)
            });
            let cells = cells.map(|cell| match cell {
                Some(CellRef::Value(value)) => Cell::Value((value * 10.0).round() / 10.0),
                Some(CellRef::Missing(reason)) => Cell::Missing(reason.mark.clone()),
                None => Cell::missing(),
            });
            rows.push(Row {
                label: said.text.clone(),
                cells: cells.collect(),
                n: None,
                remark: SafeText::default(),
            });
        }
        let has = |row: &Row| row.cells.iter().any(|cell| cell.number().is_some());
        let first = rows.iter().position(has)?;
        let last = rows.iter().rposition(has)?;
        let rows: Vec<Row> = rows.drain(first..=last).collect();
        let names: Vec<SafeText> = columns.into_iter().map(|column| column.name).collect();
        let one = names.len() == 1;
        let body = match (rows.len(), one) {
            (1, true) => Body::Bars(rows),
            (1, false) => Body::Groups { names, rows },
            _ => Body::Series {
                names: if one { Vec::new() } else { names },
                rows,
                breaks: Vec::new(),
            },
        };
        let kpis: Vec<&str> = self.lines.iter().map(|(kpi, _)| kpi.as_str()).collect();
        let source = t!(
            occasion.texts,
            "fetch-starter-source",
            kpis = kpis.join(", "),
            day = occasion.day
        );
        let title = format!("{}, {}", self.title.get(lang), occasion.place.name);
        Some(Chart {
            unit: SafeText::line(self.unit.get(lang)),
            source: Source::Text(SafeText::line(&source)),
            purpose: Purpose::Measure,
            say: SafeText::line(self.say.get(lang)),
            ..Chart::new(id, &title, body)
        })
    }

    fn columns(&self, table: &Table, texts: &Texts) -> Vec<Column> {
        let measure = |kpi: &str| table.measures.iter().position(|one| one.code == kpi);
        let sex = |code: &str| label(&table.dimensions, "gender", code);
        let both = [
            ("K", t!(texts, "fetch-women")),
            ("M", t!(texts, "fetch-men")),
        ];
        if let ([(kpi, _)], true, true) = (
            self.lines.as_slice(),
            self.by_sex,
            both.iter().all(|(code, _)| sex(code).is_some()),
        ) {
            let column = |(code, name): &(&str, String)| Column {
                name: SafeText::line(name),
                measure: measure(kpi),
                sex: sex(code),
            };
            return both.iter().map(column).collect();
        }
        let column = |(kpi, name): &(String, Both)| Column {
            name: SafeText::line(name.get(texts.lang())),
            measure: measure(kpi),
            sex: sex("T"),
        };
        self.lines.iter().map(column).collect()
    }
}

/// A line of a chart: which figures, and what it is called.
struct Column {
    name: SafeText,
    measure: Option<usize>,
    sex: Option<usize>,
}

fn label(dimensions: &[Dimension], dimension: &str, code: &str) -> Option<usize> {
    let found = dimensions.iter().find(|one| one.code == dimension)?;
    found.labels.iter().position(|label| label.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        data::{json::of_bytes, municipality},
        fetch::kolada,
    };

    #[test]
    fn every_theme_is_a_session_s_worth_of_charts_with_words_in_both_languages() {
        assert_eq!(theme(None).map(|theme| theme.name.as_str()), Some("young"));
        assert_eq!(theme(Some("Fritid")), theme(Some("leisure")));
        assert_eq!(theme(Some("weather")), None);
        for theme in themes() {
            let charts = theme.charts();
            assert_eq!(charts.len(), theme.charts.len(), "{}", theme.name);
            assert!((3..=12).contains(&charts.len()));
            assert!(theme.kpis().iter().all(|kpi| kolada::is_kpi(kpi)));
        }
        for ready in &PACK.charts {
            assert!(
                themes()
                    .iter()
                    .any(|theme| theme.charts.contains(&ready.name)),
                "{}",
                ready.name
            );
            assert!(!ready.by_sex || ready.lines.len() == 1);
            for lang in Lang::ALL {
                let say = ready.say.get(lang);
                assert!(say.ends_with('.') && say.chars().count() < 160, "{say}");
                assert!(
                    say.starts_with(["Här ser vi", "Here we see"][lang as usize]),
                    "{say}"
                );
                assert!(ready.title.get(lang).chars().count() < 55);
                assert!(!ready.unit.get(lang).is_empty());
                let named = ready
                    .lines
                    .iter()
                    .all(|(_, name)| !name.get(lang).is_empty());
                assert!(ready.lines.len() == 1 || named);
            }
        }
    }

    fn table(kpi: &str) -> Table {
        let row = |year: u16, values: &str| {
            format!(
                r#"{{"kpi":"{kpi}","municipality":"0136","period":{year},"values":[{values}]}}"#
            )
        };
        let value = |sex: &str, value: &str| {
            format!(
                r#"{{"gender":"{sex}","value":{value},"status":"{}"}}"#,
                if value == "null" { "Privacy" } else { "" }
            )
        };
        let year = |year, k: &str, m: &str| {
            row(
                year,
                &[value("K", k), value("M", m), value("T", "50.04")].join(","),
            )
        };
        let rows = [
            year(2019, "null", "null"),
            year(2020, "70.0449", "60"),
            year(2021, "null", "61.25"),
            year(2022, "72", "62"),
            year(2023, "null", "null"),
        ];
        let body = format!(r#"{{"values":[{}]}}"#, rows.join(","));
        of_bytes(body.as_bytes(), &SafeText::default())
            .unwrap()
            .remove(0)
    }

    #[test]
    fn a_chart_shows_what_there_is_and_what_is_missing() {
        let ready = PACK
            .charts
            .iter()
            .find(|ready| ready.name == "eligible")
            .unwrap();
        let texts = Texts::new(Lang::Sv);
        let occasion = Occasion {
            place: municipality::find("Haninge").unwrap(),
            day: "2026-11-22",
            texts: &texts,
        };
        let chart = ready.fill(ChartId(3), &table("N15428"), occasion).unwrap();
        assert_eq!(
            chart.title,
            "Behöriga till yrkesprogram efter åk 9, Haninge"
        );
        assert_eq!(
            chart.citation(),
            "Kolada, nyckeltal N15428, hämtat 2026-11-22"
        );
        assert_eq!(chart.check(), []);
        let Body::Series { names, rows, .. } = &chart.body else {
            panic!("years are a series")
        };
        assert_eq!(names, &["kvinnor", "män"]);
        let labels: Vec<&str> = rows.iter().map(|row| row.label.as_str()).collect();
        assert_eq!(labels, ["2020", "2021", "2022"]);
        assert_eq!(rows[0].cells, [Cell::Value(70.0), Cell::Value(60.0)]);
        assert_eq!(rows[1].cells[0], Cell::Missing("Privacy".into()));
        let elsewhere = Occasion {
            place: municipality::find("Kiruna").unwrap(),
            ..occasion
        };
        assert_eq!(ready.fill(ChartId(1), &table("N15428"), elsewhere), None);
        assert_eq!(ready.fill(ChartId(1), &table("N00000"), occasion), None);
    }
}
