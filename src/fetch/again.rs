//! Charts of indicators that were fetched: what to ask for once more, and the charts as they then are.

use super::{
    kolada::{self, Ask},
    years::Years,
};
use crate::{
    data::{
        Table,
        municipality::{self, Municipality},
        table::{CellRef, Dimension},
    },
    domain::{
        chart::{Body, Cell, Chart, Row, Source},
        recipe::{Fetched, Service},
    },
    store::recipes,
    t,
    text::{Lang, SafeText, Texts},
};

/// The first year that is asked for where the beginning is open; Kolada has figures from then on for some indicators.
pub const FIRST_YEAR: u16 = 1993;

/// What a chart says was asked, and cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAsked {
    /// No municipality has this name.
    Place(SafeText),
    /// This names no years.
    Years(SafeText),
    /// This is no indicator, or there is none.
    Indicator(SafeText),
}

impl NotAsked {
    /// Says it in a sentence.
    pub fn say(&self, texts: &Texts) -> String {
        match self {
            Self::Place(said) => t!(texts, "fetch-no-municipality", said = said.on_one_line()),
            Self::Years(said) => t!(texts, "fetch-years", said = said.on_one_line()),
            Self::Indicator(said) => t!(texts, "fetch-no-kpi", said = said.on_one_line()),
        }
    }
}

/// Returns what to ask for a chart, until this year, and of which place it is.
pub fn ask(fetched: &Fetched, this_year: u16) -> Result<(Ask, Municipality), NotAsked> {
    let odd = |id: &&SafeText| !kolada::is_kpi(id);
    if let Some(odd) = fetched.indicators.iter().find(odd) {
        return Err(NotAsked::Indicator(odd.clone()));
    }
    if fetched.indicators.is_empty() {
        return Err(NotAsked::Indicator(SafeText::default()));
    }
    let place = municipality::find(&fetched.place)
        .map_err(|_unknown| NotAsked::Place(fetched.place.clone()))?;
    let years = Years::parse(&fetched.years).map_or_else(
        |_none| Vec::new(),
        |years| years.list(FIRST_YEAR, this_year),
    );
    if years.is_empty() {
        return Err(NotAsked::Years(fetched.years.clone()));
    }
    let ask = Ask {
        kpis: fetched.indicators.iter().map(ToString::to_string).collect(),
        places: vec![place.code.to_owned()],
        years,
    };
    Ok((ask, place))
}

/// Puts questions about the same place and years together, each indicator once: a server is asked as little as can be.
pub fn together(asks: impl IntoIterator<Item = Ask>) -> Vec<Ask> {
    let mut all: Vec<Ask> = Vec::new();
    for ask in asks {
        let same = |known: &&mut Ask| known.places == ask.places && known.years == ask.years;
        let Some(known) = all.iter_mut().find(same) else {
            all.push(ask);
            continue;
        };
        for kpi in ask.kpis {
            if !known.kpis.contains(&kpi) {
                known.kpis.push(kpi);
            }
        }
    }
    all
}

/// Returns a chart with the figures of a table, and everything that a person wrote as it was; none where the table has no figures for it.
///
/// Figures that are the same leave the chart as it was: when somebody last looked is no change.
pub fn renewed(chart: &Chart, place: Municipality, table: &Table, day: &str) -> Option<Chart> {
    let fetched = chart.fetched.as_deref()?;
    let mut body = figures(table, fetched, place)?;
    let known = chart.body.columns();
    name(&mut body, || known.into_iter().cloned().collect());
    recipes::keep_words(&mut body, &chart.body);
    if recipes::changes(&chart.body, &body).is_empty() {
        return Some(chart.clone());
    }
    let now = Fetched {
        day: SafeText::line(day),
        ..fetched.clone()
    };
    let source = match &chart.source {
        Source::Text(text) => {
            let mut all = Lang::ALL.into_iter().map(Texts::new);
            let own = all.find(|texts| cited(fetched, texts) == *text);
            own.map_or_else(|| text.clone(), |texts| cited(&now, &texts))
        }
        Source::Csv(file) => file.clone(),
    };
    Some(Chart {
        body,
        source: Source::Text(source),
        fetched: Some(Box::new(now)),
        ..chart.clone()
    })
}

/// Says where the figures come from, as a source line does.
pub(super) fn cited(fetched: &Fetched, texts: &Texts) -> SafeText {
    let kpis: Vec<&str> = fetched.indicators.iter().map(SafeText::as_str).collect();
    let kpis = kpis.join(", ");
    let said = match fetched.service {
        Service::Kolada => t!(
            texts,
            "fetch-starter-source",
            kpis = kpis,
            day = fetched.day.as_str()
        ),
    };
    SafeText::line(&said)
}

/// Fills a chart with figures; its lines are named by their indicators until somebody [`name`]s them. None where there are no figures.
///
/// Years before the first figure and after the last one are left out; a year without a figure in between is shown as missing.
/// Figures are rounded to one decimal, which is what Kolada itself shows.
pub(super) fn figures(table: &Table, fetched: &Fetched, place: Municipality) -> Option<Body> {
    let place = label(&table.dimensions, "municipality", place.code)?;
    let years = table.dimensions.iter().find(|one| one.code == "period")?;
    let columns = columns(table, fetched);
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
    Some(match (rows.len(), one) {
        (1, true) => Body::Bars(rows),
        (1, false) => Body::Groups { names, rows },
        _ => Body::Series {
            names: if one { Vec::new() } else { names },
            rows,
            breaks: Vec::new(),
        },
    })
}

/// Names the lines, where there are several and as many names.
pub(super) fn name(body: &mut Body, known: impl FnOnce() -> Vec<SafeText>) {
    if let Body::Groups { names, .. } | Body::Series { names, .. } = body {
        let known = known();
        if known.len() == names.len() {
            *names = known;
        }
    }
}

/// Says whether a table tells women and men apart.
pub(super) fn has_both(table: &Table) -> bool {
    ["K", "M"]
        .iter()
        .all(|sex| label(&table.dimensions, "gender", sex).is_some())
}

/// A line of a chart: which figures, and what it is called.
struct Column {
    name: SafeText,
    measure: Option<usize>,
    sex: Option<usize>,
}

fn columns(table: &Table, fetched: &Fetched) -> Vec<Column> {
    let sex = |code: &str| label(&table.dimensions, "gender", code);
    let column = |kpi: &SafeText, code: &str| Column {
        name: kpi.clone(),
        measure: table.measures.iter().position(|one| one.code == *kpi),
        sex: sex(code),
    };
    match fetched.indicators.as_slice() {
        [only] if fetched.by_sex => ["K", "M"].map(|code| column(only, code)).into(),
        all => all.iter().map(|kpi| column(kpi, "T")).collect(),
    }
}

fn label(dimensions: &[Dimension], dimension: &str, code: &str) -> Option<usize> {
    let found = dimensions.iter().find(|one| one.code == dimension)?;
    found.labels.iter().position(|label| label.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        data::json::of_bytes,
        domain::chart::{Break, ChartId},
    };

    fn fetched(indicators: &[&str], by_sex: bool) -> Fetched {
        Fetched {
            service: Service::Kolada,
            indicators: indicators.iter().map(|id| SafeText::line(id)).collect(),
            by_sex,
            place: "Haninge".into(),
            years: "2022-".into(),
            day: "2026-11-22".into(),
        }
    }

    fn table(values: &[(&str, u16, f64)]) -> Table {
        let row = |(kpi, year, value): &(&str, u16, f64)| {
            let values = ["K", "M", "T"]
                .map(|sex| format!(r#"{{"gender":"{sex}","value":{value},"status":""}}"#));
            format!(
                r#"{{"kpi":"{kpi}","municipality":"0136","period":{year},"values":[{}]}}"#,
                values.join(",")
            )
        };
        let rows: Vec<String> = values.iter().map(row).collect();
        let body = format!(r#"{{"values":[{}]}}"#, rows.join(","));
        of_bytes(body.as_bytes(), &SafeText::default())
            .unwrap()
            .remove(0)
    }

    #[test]
    fn one_question_is_asked_for_charts_of_one_place() {
        let asks = [&["N15613", "N15643"][..], &["N15643"], &["N15428"]];
        let asks = asks.map(|ids| ask(&fetched(ids, false), 2024).unwrap().0);
        let other = Ask {
            places: vec!["0180".into()],
            ..asks[0].clone()
        };
        let all = together(asks.into_iter().chain([other]));
        assert_eq!(all.len(), 2);
        assert_eq!(all[0].kpis, ["N15613", "N15643", "N15428"]);
        assert_eq!(all[0].places, ["0136"]);
        assert_eq!(all[0].years, [2022, 2023, 2024]);
    }

    #[test]
    fn what_cannot_be_asked_is_said() {
        let good = fetched(&["N15428"], false);
        for (odd, said) in [
            (
                Fetched {
                    place: "Hannige".into(),
                    ..good.clone()
                },
                "Hannige",
            ),
            (
                Fetched {
                    years: "snart".into(),
                    ..good.clone()
                },
                "snart",
            ),
            (
                Fetched {
                    years: "2030-".into(),
                    ..good.clone()
                },
                "2030-",
            ),
            (
                Fetched {
                    indicators: vec!["../x".into()],
                    ..good.clone()
                },
                "../x",
            ),
        ] {
            let why = ask(&odd, 2024).unwrap_err().say(&Texts::new(Lang::Sv));
            assert!(why.contains(said), "{why}");
        }
    }

    #[test]
    fn figures_are_new_and_words_stay() {
        let texts = Texts::new(Lang::En);
        let fetched = fetched(&["N15428"], true);
        let haninge = municipality::find("Haninge").unwrap();
        let mut body = figures(
            &table(&[("N15428", 2022, 70.0), ("N15428", 2023, 71.0)]),
            &fetched,
            haninge,
        )
        .unwrap();
        name(&mut body, || vec!["girls".into(), "boys".into()]);
        if let Body::Series { rows, breaks, .. } = &mut body {
            rows[1].remark = "a new exam".into();
            breaks.push(Break {
                at: "2023".into(),
                why: "a new exam".into(),
            });
        }
        let chart = Chart {
            source: Source::Text(cited(&fetched, &texts)),
            fetched: Some(Box::new(fetched)),
            ..Chart::new(ChartId(1), "Eligible, our way", body)
        };
        let same = table(&[("N15428", 2022, 70.01), ("N15428", 2023, 71.0)]);
        assert_eq!(
            renewed(&chart, haninge, &same, "2027-01-02"),
            Some(chart.clone())
        );
        let later = table(&[
            ("N15428", 2022, 70.0),
            ("N15428", 2023, 72.0),
            ("N15428", 2024, 73.0),
        ]);
        let new = renewed(&chart, haninge, &later, "2027-01-02").unwrap();
        assert_eq!(
            new.citation(),
            "Kolada, indicator N15428, fetched 2027-01-02"
        );
        assert_eq!(new.fetched.as_ref().unwrap().day, "2027-01-02");
        assert_eq!(new.title, chart.title);
        let Body::Series {
            names,
            rows,
            breaks,
        } = &new.body
        else {
            panic!("years are a series")
        };
        assert_eq!(names, &["girls", "boys"]);
        assert_eq!((rows[1].remark.as_str(), breaks.len()), ("a new exam", 1));
        assert_eq!(rows[2].cells, [Cell::Value(73.0), Cell::Value(73.0)]);
        let own = Chart {
            source: Source::Text("Our words".into()),
            ..chart.clone()
        };
        let own = renewed(&own, haninge, &later, "2027-01-02").unwrap();
        assert_eq!(own.citation(), "Our words");
        assert_eq!(
            renewed(&chart, haninge, &table(&[("N00000", 2023, 1.0)]), ""),
            None
        );
    }

    #[test]
    fn it_is_written_so_that_it_can_be_read() {
        let ron = r#"(id: "d1", title: "Eligible", source: "Kolada", kind: Series, values: [(2022, 70), (2023, 71)],
            fetched: (service: Kolada, indicators: ["N15428"], place: "Haninge", years: "2022-", day: "2026-11-22"))"#;
        let options = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let chart: Chart = options.from_str(ron).unwrap();
        assert_eq!(chart.fetched.as_deref(), Some(&fetched(&["N15428"], false)));
        let written = ron::ser::to_string(&chart).unwrap();
        assert_eq!(
            ron::from_str::<Chart>(&written).unwrap(),
            chart,
            "{written}"
        );
        assert!(
            options
                .from_str::<Chart>(&ron.replace("Kolada,", "Kalle,"))
                .is_err()
        );
    }
}
