//! Shares as people: a share of a known number is about so many of them ("about 500 of 3,000").

use super::number::Numbers;
use crate::{
    domain::chart::{Body, Cell, Chart, Picture, Row},
    t,
    text::Texts,
};

/// Counts the people of a share that is known to so many decimals, as exactly as that allows and no further; nothing where that would
/// tell of fewer than the limit on either side of the share: they might be recognised.
fn people(share: f64, n: u32, (decimals, limit): (u8, u32)) -> Option<u32> {
    let all = f64::from(n);
    // Nobody is never told of either, whatever the setting says.
    let fewest = f64::from(limit.max(1));
    let exact = share / 100.0 * all;
    if !(fewest..=all - fewest).contains(&exact) {
        return None;
    }
    // One step of the last decimal is so many people: what is told goes in steps of at least that.
    let width = all * 0.01 * 0.1_f64.powi(i32::from(decimals));
    let power = 10_f64.powf(width.max(1.0).log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|step| step * power);
    let step = steps.into_iter().find(|step| *step >= width)?;
    let told = (exact / step).round() * step;
    (fewest..=all - fewest)
        .contains(&told)
        .then_some(told as u32)
}

/// Returns, for every value that is a share of a known number of people, whose it is and "about 500 of 3,000".
///
/// The number must be that of the value: a row's own, an occasion's, or the chart's where there is one row only or the rows are the
/// answers of the same people. How many were in each group is not known, so groups are not counted.
pub(super) fn counts(chart: &Chart, numbers: Numbers, texts: &Texts) -> Vec<(String, String)> {
    if !chart.is_share() {
        return Vec::new();
    }
    let about = |share: f64, n: u32| {
        let some = people(share, n, (numbers.decimals(), numbers.limit))?;
        let (some, all) = (numbers.count(some), numbers.count(n));
        Some(t!(texts, "chart-about", some = some, all = all))
    };
    let label = |row: &Row, column: Option<&str>| match column {
        Some(column) => format!("{}, {column}", row.label.on_one_line()),
        None => row.label.on_one_line().into_owned(),
    };
    let rows = chart.body.rows();
    let own = rows.iter().any(|row| row.n.is_some());
    let of_all = |row: &Row| {
        row.n
            .or_else(|| chart.n.filter(|_| rows.len() == 1 && !own))
    };
    let mut found = Vec::new();
    let mut add = |label: String, cell: Option<&Cell>, n: Option<u32>| {
        let share = cell.and_then(Cell::number);
        let words = share.zip(n).and_then(|(share, n)| about(share, n));
        found.extend(words.map(|words| (label, words)));
    };
    match &chart.body {
        Body::Bars(rows) => {
            let same = !own && answers_of_the_same(rows);
            for row in rows {
                let n = if same { chart.n } else { of_all(row) };
                add(label(row, None), row.cells.first(), n);
            }
        }
        Body::Scale { answers, rows } => {
            for row in rows {
                for (answer, cell) in answers.iter().zip(&row.cells) {
                    let label = label(row, Some(&answer.on_one_line()));
                    add(label, Some(cell), of_all(row));
                }
            }
        }
        Body::BeforeAfter {
            before,
            after,
            rows,
        } => {
            for row in rows {
                for (occasion, cell) in [before, after].into_iter().zip(&row.cells) {
                    let label = label(row, Some(&occasion.label.on_one_line()));
                    add(label, Some(cell), occasion.n);
                }
            }
        }
        Body::Series { names, rows, .. } if names.len() < 2 => {
            for row in rows {
                add(label(row, None), row.cells.first(), row.n);
            }
        }
        Body::Picture(Picture::Class(share)) => {
            let title = chart.title.on_one_line().into_owned();
            add(title, Some(&Cell::Value(*share)), chart.n);
        }
        _ => {}
    }
    found
}

/// Tells whether bars are the answers to one question: then they are shares of the same people and sum to all of them.
fn answers_of_the_same(rows: &[Row]) -> bool {
    let values: Option<Vec<f64>> = rows
        .iter()
        .map(|row| row.cells.first().and_then(Cell::number))
        .collect();
    rows.len() > 2 && values.is_some_and(|values| (values.iter().sum::<f64>() - 100.0).abs() <= 0.6)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        chart::{Look, Size, behind, full, plain, sentence},
        domain::chart::ChartId,
        text::{Lang, SafeText},
    };

    #[test]
    fn people_are_told_no_more_exactly_than_the_share_is() {
        assert_eq!(
            people(16.0, 3000, (0, 5)),
            Some(500),
            "480, give or take 15"
        );
        assert_eq!(people(83.0, 754, (1, 5)), Some(626));
        assert_eq!(people(80.4, 438, (1, 5)), Some(352));
        assert_eq!(people(22.0, 410, (0, 5)), Some(90));
    }

    #[test]
    fn few_people_are_never_told_of() {
        for (share, n) in [
            (50.0, 4),
            (1.0, 200),
            (99.0, 200),
            (0.0, 438),
            (100.0, 438),
            (0.5, 900),
        ] {
            assert_eq!(people(share, n, (1, 5)), None, "{share} % of {n}");
        }
    }

    #[test]
    fn the_limit_is_the_one_that_is_set() {
        for (limit, told) in [(5, Some(8)), (8, Some(8)), (9, None), (0, Some(8))] {
            assert_eq!(people(8.0, 100, (1, limit)), told, "{limit}");
            assert_eq!(people(92.0, 100, (1, limit)), told.map(|_| 92), "{limit}");
        }
        assert_eq!(people(0.0, 100, (1, 0)), None, "nobody is not told of");
        let one = bars(&[("all", 8.0, Some(100))], None);
        let texts = Texts::new(Lang::En);
        assert!(sentence(&one, 5, &texts).contains("bout 8 of 100"));
        assert!(!sentence(&one, 10, &texts).contains("8 of 100"));
        let look = Look::default().hiding_under(10);
        assert!(
            behind(&one, Look::default(), &texts)
                .iter()
                .any(|fact| fact.text.contains("8 of 100"))
        );
        assert!(
            !behind(&one, look, &texts)
                .iter()
                .any(|fact| fact.text.contains("8 of 100"))
        );
        let size = Size { cols: 70, rows: 0 };
        assert!(!plain(&full(&one, size, look, &texts)).contains("8 of 100"));
    }

    fn said(chart: &Chart) -> Vec<(String, String)> {
        let texts = Texts::new(Lang::En);
        counts(chart, Numbers::of(chart, Lang::En, Look::default()), &texts)
    }

    fn bars(rows: &[(&str, f64, Option<u32>)], n: Option<u32>) -> Chart {
        let rows = rows
            .iter()
            .map(|(label, value, n)| Row {
                n: *n,
                ..Row::of(label, *value)
            })
            .collect();
        let mut chart = Chart::new(ChartId(1), "t", Body::Bars(rows));
        chart.unit = SafeText::line("share %");
        chart.n = n;
        chart
    }

    #[test]
    fn the_number_must_be_that_of_the_value() {
        let grades = [("5", 83.0, Some(754)), ("8", 79.9, None)];
        assert_eq!(
            said(&bars(&grades, Some(1739))),
            [("5".to_owned(), "about 626 of 754".to_owned())]
        );
        assert_eq!(
            said(&bars(&[("5", 83.0, None), ("8", 79.9, None)], Some(1739))),
            []
        );
        assert_eq!(said(&bars(&[("all", 16.0, None)], Some(3000))).len(), 1);
        let answers = [("yes", 50.0, None), ("no", 30.0, None), ("?", 20.0, None)];
        assert_eq!(said(&bars(&answers, Some(400))).len(), 3);
        let mut pupils = bars(&[("all", 16.0, None)], Some(3000));
        pupils.unit = SafeText::line("pupils");
        assert_eq!(said(&pupils), []);
    }

    #[test]
    fn what_is_hidden_is_not_counted() {
        let mut chart = bars(&[("all", 16.0, Some(3000))], None);
        if let Body::Bars(rows) = &mut chart.body {
            rows[0].cells[0] = Cell::Missing(SafeText::line("hidden"));
        }
        assert_eq!(said(&chart), []);
    }

    proptest! {
        #[test]
        fn what_is_told_lies_within_the_share(tenths in 0..=1000_u32, n in 1..200_000_u32, decimals in 0..3_u8, limit in 0..30_u32) {
            let share = crate::text::number::round(f64::from(tenths) / 10.0, usize::from(decimals));
            if let Some(told) = people(share, n, (decimals, limit)) {
                let width = f64::from(n) * 0.01 * 0.1_f64.powi(i32::from(decimals));
                let off = (f64::from(told) - share / 100.0 * f64::from(n)).abs();
                // Steps of 1, 2 and 5 are at most two and a half times as wide as what is known.
                prop_assert!(off <= (width * 1.25).max(0.5) + 1e-6, "{off} {width}");
                prop_assert!(told >= limit.max(1) && n - told >= limit.max(1));
            }
        }
    }
}
