//! The other side of a share, with the words a person gave it.

use super::{Look, number::Numbers, words::capital};
use crate::{
    domain::chart::{Chart, NoTurn},
    t,
    text::{SafeText, Texts},
};

/// Turns a chart to the other side of its share: "22 %" away becomes "78 % here", under a title that begins with the words for it.
///
/// The rest is counted from the values as they are drawn, so that both sides together are always 100.
///
/// # Errors
///
/// Says why there is no other side, or none that a person gave words.
pub fn turned(chart: &Chart, texts: &Texts) -> Result<Chart, NoTurn> {
    let decimals = Numbers::of(chart, texts.lang(), Look::default()).decimals();
    let mut turned = chart.turned(decimals)?;
    let words = capital(chart.showing.flip.trim());
    let title = chart.title.on_one_line().into_owned();
    turned.title = SafeText::line(&t!(texts, "chart-turned", words = words, title = title));
    Ok(turned)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        chart::{Size, draw, mini, plain, sentence, table},
        domain::chart::{Body, Cell, ChartId, Picture, Row},
        text::Lang,
    };

    fn away(values: &[f64]) -> Chart {
        let label = |place: usize| ["Åk 7", "Åk 8", "Åk 9", "Gy 1", "Gy 2"][place % 5];
        let rows = values.iter().enumerate();
        let rows = rows
            .map(|(place, value)| Row::of(label(place), *value))
            .collect();
        let mut chart = Chart::new(ChartId(6), "Frånvaro över 20 %", Body::Bars(rows));
        chart.unit = SafeText::line("andel %");
        chart.showing.flip = SafeText::line("på plats");
        chart
    }

    #[test]
    fn the_rest_is_told_with_its_words() {
        let texts = Texts::new(Lang::Sv);
        let turned = turned(&away(&[11.0, 22.0]), &texts).unwrap();
        assert_eq!(turned.title.as_str(), "På plats (vänt: Frånvaro över 20 %)");
        assert_eq!(
            sentence(&turned, 5, &texts),
            "Högst Åk 7 (89\u{a0}% på plats), lägst Åk 8 (78\u{a0}% på plats)."
        );
        let size = Size { cols: 40, rows: 0 };
        for text in [
            draw(&turned, size, Look::default(), &texts),
            table(&turned, size, Look::default(), &texts),
        ] {
            let text = plain(&text);
            assert!(
                text.contains("89") && text.contains("78") && !text.contains("22"),
                "{text}"
            );
        }
        assert!(plain(&mini(&turned, 30, Look::default(), &texts)).contains("78–89"));
    }

    #[test]
    fn decimals_stay_though_the_rest_would_have_others() {
        let texts = Texts::new(Lang::En);
        let side = away(&[3.25, 1.5]);
        let turned = turned(&side, &texts).unwrap();
        let numbers = Numbers::of(&turned, Lang::En, Look::default());
        assert_eq!(numbers.value(96.75), "96.75");
        assert_eq!(turned.body.rows()[0].cells, [Cell::Value(96.75)]);
    }

    #[test]
    fn a_class_is_whole_from_both_sides() {
        use crate::chart::picture::{CLASS, pupils};
        for tenths in (0..=1000).filter(|tenths| *tenths != 500) {
            let share = f64::from(tenths) / 10.0;
            assert_eq!(pupils(share) + pupils(100.0 - share), CLASS, "{share}");
        }
        let texts = Texts::new(Lang::Sv);
        let mut chart = away(&[]);
        chart.body = Body::Picture(Picture::Class(80.4));
        chart.n = Some(438);
        let said = sentence(&turned(&chart, &texts).unwrap(), 5, &texts);
        assert!(said.contains("5 elever (19,6\u{a0}% på plats)"), "{said}");
    }

    /// A chart with its values replaced: everything else is the same.
    fn with_values(mut chart: Chart, value: f64) -> Chart {
        if let Body::Bars(rows) = &mut chart.body {
            for row in rows {
                row.cells = vec![Cell::Value(value)];
                row.n = Some(value.abs() as u32);
            }
        }
        chart.n = Some(value.abs() as u32);
        chart.say = SafeText::line(&format!("{value}"));
        chart.caveat = SafeText::line(&format!("{value}"));
        chart
    }

    #[test]
    fn a_covered_chart_asks_and_draws_nothing_it_knows() {
        let texts = Texts::new(Lang::Sv);
        let covered = away(&[11.0, 22.0]).covered();
        let size = Size { cols: 40, rows: 0 };
        let drawn = [
            plain(&draw(&covered, size, Look::default(), &texts)),
            plain(&table(&covered, size, Look::default(), &texts)),
            plain(&mini(&covered, 30, Look::default(), &texts)),
            sentence(&covered, 5, &texts),
        ];
        assert!(drawn[0].starts_with("Åk 7  ?\nÅk 8  ?\n"), "{}", drawn[0]);
        assert!(drawn[1].contains("Åk 7  ?"), "{}", drawn[1]);
        assert!(
            drawn[2].ends_with("Gissa innan vi visar.\n"),
            "{}",
            drawn[2]
        );
        assert_eq!(drawn[3], "Gissa innan vi visar.");
    }

    #[test]
    fn covered_is_never_called_missing() {
        let texts = Texts::new(Lang::Sv);
        let years = |names: &[&str]| Body::Series {
            names: names.iter().map(|name| SafeText::line(name)).collect(),
            rows: (2010..=2024)
                .map(|year| Row {
                    cells: vec![Cell::Value(80.0); names.len().max(1)],
                    ..Row::of(&year.to_string(), 80.0)
                })
                .collect(),
            breaks: Vec::new(),
        };
        let scale = Body::Scale {
            answers: vec!["ja".into(), "nej".into()],
            rows: vec![Row {
                cells: vec![Cell::Value(60.0), Cell::Value(40.0)],
                ..Row::of("Åk 8", 0.0)
            }],
        };
        for body in [years(&[]), years(&["Flickor", "Pojkar"]), scale] {
            let mut chart = away(&[]);
            chart.body = body;
            let covered = chart.covered();
            for size in [(60, 0), (48, 6), (20, 3), (80, 20)] {
                let (cols, rows) = size;
                let size = Size { cols, rows };
                for text in [
                    draw(&covered, size, Look::default(), &texts),
                    table(&covered, size, Look::default(), &texts),
                ] {
                    let text = plain(&text);
                    assert!(text.contains('?') && !text.contains("saknas"), "{text}");
                }
            }
        }
        let mut chart = away(&[]);
        chart.body = years(&["Flickor", "Pojkar"]);
        let size = Size { cols: 40, rows: 0 };
        let text = plain(&draw(&chart.covered(), size, Look::default(), &texts));
        assert_eq!(text, "Flickor, 2010–2024  ?\nPojkar, 2010–2024  ?\n");
    }

    /// What stands in the drawn values, as numbers.
    fn shown(chart: &Chart) -> Vec<f64> {
        let numbers = Numbers::of(chart, Lang::En, Look::default());
        let values = chart.body.rows().iter().flat_map(|row| &row.cells);
        values
            .filter_map(Cell::number)
            .map(|value| numbers.value(value).parse().expect("a number"))
            .collect()
    }

    proptest! {
        #[test]
        fn whatever_the_values_are_a_covered_chart_is_the_same(one in -1e6..1e6_f64, other in -1e6..1e6_f64) {
            let chart = away(&[11.0, 22.0, 33.0]);
            prop_assert_eq!(with_values(chart.clone(), one).covered(), with_values(chart, other).covered());
        }

        #[test]
        fn both_sides_as_they_are_shown_are_a_hundred(
            values in prop::collection::vec(0.0..=100.0_f64, 1..3),
            decimals in 0..8_usize,
        ) {
            let values: Vec<f64> = values
                .into_iter()
                .map(|value| crate::text::number::round(value, decimals))
                .collect();
            let texts = Texts::new(Lang::En);
            let side = away(&values);
            let other = turned(&side, &texts).unwrap();
            for (here, there) in shown(&side).iter().zip(shown(&other)) {
                prop_assert!((here + there - 100.0).abs() < 1e-9, "{here} + {there}");
            }
            let back = turned(&other, &texts).unwrap();
            prop_assert_eq!(shown(&back), shown(&side));
        }
    }
}
