//! Every value of a chart in words: its table, for those who hear it.

use super::{Look, number::Numbers, words::sentence};
use crate::{
    domain::chart::{Body, Cell, Chart, Face, Row},
    t,
    text::{SafeText, Texts},
};

/// Says every value of a chart, a sentence for each row; where there are no rows, the chart's own sentence.
pub fn rows_said(chart: &Chart, small_number_limit: u32, texts: &Texts) -> Vec<String> {
    let rows = chart.body.rows();
    let wordless = matches!(
        chart.body,
        Body::Card { .. } | Body::Picture(_) | Body::Voice { .. }
    );
    if chart.showing.face == Face::Covered || rows.is_empty() || wordless {
        return vec![sentence(chart, small_number_limit, texts)];
    }
    let look = Look::default().hiding_under(small_number_limit);
    let numbers = Numbers::of(chart, texts.lang(), look);
    let names = chart.body.columns();
    rows.iter()
        .map(|row| said(row, &names, numbers, texts))
        .collect()
}

fn said(row: &Row, names: &[&SafeText], numbers: Numbers, texts: &Texts) -> String {
    let value = |cell: &Cell| match cell {
        Cell::Missing(why) if why.is_empty() => t!(texts, "chart-missing"),
        Cell::Missing(why) => why.on_one_line().into_owned(),
        Cell::Value(value) => numbers.spoken(*value),
    };
    let mut parts: Vec<String> = row
        .cells
        .iter()
        .enumerate()
        .map(|(column, cell)| match names.get(column) {
            Some(name) if names.len() > 1 => format!("{} {}", name.on_one_line(), value(cell)),
            _ => value(cell),
        })
        .collect();
    parts.extend(row.n.map(|n| t!(texts, "chart-n", n = numbers.count(n))));
    let mut said = format!("{}: {}.", row.label.on_one_line(), parts.join(", "));
    if !row.remark.is_empty() {
        said.extend([" ", &row.remark.on_one_line()]);
    }
    said.replace('\u{a0}', " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::chart::ChartId, text::Lang};

    fn row(label: &str, cells: Vec<Cell>) -> Row {
        Row {
            label: label.into(),
            cells,
            n: None,
            remark: SafeText::default(),
        }
    }

    #[test]
    fn every_value_is_said_and_what_is_missing_says_so() {
        let texts = Texts::new(Lang::En);
        let value = Cell::Value;
        let bars = vec![
            row("Year 5", vec![value(88.0)]),
            row("Year 8", vec![value(79.5)]),
            row("Upper", vec![Cell::Missing("too few answers".into())]),
        ];
        let mut chart = Chart::new(ChartId(1), "Safe", Body::Bars(bars));
        chart.unit = "share %".into();
        assert_eq!(
            rows_said(&chart, 5, &texts),
            [
                "Year 5: 88.0%.",
                "Year 8: 79.5%.",
                "Upper: too few answers."
            ]
        );
        let groups = Body::Groups {
            names: vec!["girls".into(), "boys".into()],
            rows: vec![row(
                "Year 5",
                vec![value(8.0), Cell::Missing(SafeText::default())],
            )],
        };
        let chart = Chart::new(ChartId(2), "Groups", groups);
        assert_eq!(
            rows_said(&chart, 5, &texts),
            [format!(
                "Year 5: girls 8, boys {}.",
                t!(texts, "chart-missing")
            )]
        );
        let card = Chart::new(
            ChartId(3),
            "Card",
            Body::Card {
                shown: "slide 4".into(),
            },
        );
        assert_eq!(rows_said(&card, 5, &texts), [sentence(&card, 5, &texts)]);
    }
}
