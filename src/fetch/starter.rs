//! A starter pack: indicators on the young as ready charts, so that a first session takes minutes.
//!
//! Which ones, and what is said of each, stands in `starter.ron`. A sentence says what is shown and never what it means.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::{
    data::{Table, municipality::Municipality},
    domain::{
        chart::{Chart, ChartId, Purpose, Source},
        recipe::{Fetched, Service},
    },
    fetch::again::{cited, figures, has_both, name},
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
    /// The first year that was asked for.
    pub first: u16,
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
        let kpis = self.lines.iter().map(|(kpi, _)| SafeText::line(kpi));
        let fetched = Fetched {
            service: Service::Kolada,
            indicators: kpis.collect(),
            by_sex: self.by_sex && has_both(table),
            place: SafeText::line(occasion.place.name),
            years: SafeText::line(&format!("{}-", occasion.first)),
            day: SafeText::line(occasion.day),
        };
        let mut body = figures(table, &fetched, occasion.place)?;
        name(&mut body, || self.names(fetched.by_sex, occasion.texts));
        let source = cited(&fetched, occasion.texts);
        let title = format!("{}, {}", self.title.get(lang), occasion.place.name);
        Some(Chart {
            unit: SafeText::line(self.unit.get(lang)),
            source: Source::Text(source),
            purpose: Purpose::Measure,
            say: SafeText::line(self.say.get(lang)),
            fetched: Some(Box::new(fetched)),
            ..Chart::new(id, &title, body)
        })
    }

    /// Returns what its lines are called.
    fn names(&self, by_sex: bool, texts: &Texts) -> Vec<SafeText> {
        if by_sex {
            return vec![
                SafeText::line(&t!(texts, "fetch-women")),
                SafeText::line(&t!(texts, "fetch-men")),
            ];
        }
        let names = self.lines.iter().map(|(_, name)| name.get(texts.lang()));
        names.map(SafeText::line).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        data::{json::of_bytes, municipality},
        domain::chart::{Body, Cell},
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
            first: 2012,
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
