use proptest::prelude::*;

use super::*;
use crate::domain::chart::{ChartId, Occasion};

fn chart(body: Body) -> Chart {
    let mut chart = Chart::new(ChartId(6), "Frånvaro", body);
    chart.unit = SafeText::line("andel %");
    chart.showing.flip = SafeText::line("på plats");
    chart
}

fn row(label: &str, values: &[f64]) -> Row {
    Row {
        cells: values.iter().map(|value| Cell::Value(*value)).collect(),
        ..Row::of(label, 0.0)
    }
}

fn bars(values: &[f64]) -> Chart {
    let rows = values.iter().enumerate();
    chart(Body::Bars(
        rows.map(|(place, value)| row(&place.to_string(), &[*value]))
            .collect(),
    ))
}

fn scale(values: &[f64], healthy: &[&str]) -> Chart {
    let mut chart = chart(Body::Scale {
        answers: ["ja", "delvis", "nej", "vet inte"]
            .map(SafeText::line)
            .to_vec(),
        rows: vec![row("Åk 8", values)],
    });
    chart.showing.healthy = healthy.iter().map(|name| SafeText::line(name)).collect();
    chart
}

fn values(chart: &Chart) -> Vec<Option<f64>> {
    let rows = chart.body.rows().iter();
    rows.flat_map(|row| row.cells.iter().map(Cell::number))
        .collect()
}

#[test]
fn twenty_two_away_are_seventy_eight_here() {
    let turned = bars(&[22.0, 11.5]).turned(1).unwrap();
    assert_eq!(values(&turned), [Some(78.0), Some(88.5)]);
    assert_eq!(turned.showing.face, Face::Turned { decimals: 1 });
    let shown = bars(&[81.96]).turned(1).unwrap();
    assert_eq!(
        values(&shown),
        [Some(18.0)],
        "counted from 82.0, which is seen"
    );
}

#[test]
fn missing_stays_missing_and_how_many_answered_stays() {
    let mut side = bars(&[22.0, 30.0]);
    side.n = Some(438);
    side.say = "Här ser vi hur många som är borta.".into();
    if let Body::Bars(rows) = &mut side.body {
        rows[0].n = Some(200);
        rows[1].cells[0] = Cell::Missing("dolt".into());
    }
    let turned = side.turned(0).unwrap();
    assert_eq!(turned.body.rows()[1].cells, [Cell::Missing("dolt".into())]);
    assert_eq!((turned.n, turned.body.rows()[0].n), (Some(438), Some(200)));
    assert!(
        turned.say.is_empty(),
        "the sentence was about the other side"
    );
}

#[test]
fn a_scale_shows_the_side_that_was_chosen() {
    let turned = scale(&[40.1, 30.2, 20.3, 9.4], &["ja", "delvis"])
        .turned(1)
        .unwrap();
    assert_eq!(values(&turned), [Some(70.3)]);
    let mut hidden = scale(&[40.1, 30.2, 20.3, 9.4], &["ja", "delvis"]);
    if let Body::Scale { rows, .. } = &mut hidden.body {
        rows[0].cells[1] = Cell::Missing("dolt".into());
    }
    let turned = hidden.turned(1).unwrap();
    assert_eq!(
        turned.body.rows()[0].cells,
        [Cell::Missing("dolt".into())],
        "what is hidden is not told by a sum"
    );
}

#[test]
fn otherwise_it_says_why_not() {
    let wordless = |mut chart: Chart| {
        chart.showing.flip = SafeText::default();
        chart
    };
    let unit = |mut chart: Chart| {
        chart.unit = "elever".into();
        chart
    };
    let label = |text: &str| SafeText::line(text);
    let groups = |names: &[&str], rows: Vec<Row>| {
        chart(Body::Groups {
            names: names.iter().map(|name| label(name)).collect(),
            rows,
        })
    };
    let all = [
        (wordless(bars(&[22.0])), NoTurn::NoWords),
        (unit(bars(&[22.0])), NoTurn::NoShare),
        (bars(&[22.0, 101.0]), NoTurn::Outside(label("1"))),
        (bars(&[-1.0]), NoTurn::Outside(label("0"))),
        (bars(&[18.5, 33.8, 16.0, 5.7, 26.0]), NoTurn::PartsOfOne),
        (
            groups(
                &["ja", "nej"],
                vec![row("a", &[60.0, 40.0]), row("b", &[30.0, 70.0])],
            ),
            NoTurn::PartsOfOne,
        ),
        (chart(Body::Card { shown: "x".into() }), NoTurn::NoValues),
        (chart(Body::Picture(Picture::TwoAxes)), NoTurn::NoValues),
        (bars(&[]), NoTurn::NoValues),
        (scale(&[40.0, 30.0, 20.0, 10.0], &[]), NoTurn::NoSide),
        (
            scale(&[40.0, 30.0, 20.0, 10.0], &["ja", "kanske"]),
            NoTurn::NoSuchAnswer(label("kanske")),
        ),
        (
            scale(&[60.0, 50.0, 20.0, 10.0], &["ja"]),
            NoTurn::NotWhole(label("Åk 8")),
        ),
        (
            scale(&[40.0, 30.0, 10.0, 5.0], &["ja"]),
            NoTurn::NotWhole(label("Åk 8")),
        ),
    ];
    for (chart, why) in all {
        assert_eq!(chart.why_no_turn(), Some(why.clone()), "{chart:?}");
        assert_eq!(chart.turned(1), Err(why));
    }
}

#[test]
fn groups_that_are_no_parts_are_turned() {
    let girls_and_boys = chart(Body::Groups {
        names: vec!["F".into(), "P".into()],
        rows: vec![row("a", &[60.0, 40.0]), row("b", &[30.0, 65.0])],
    });
    assert_eq!(girls_and_boys.why_no_turn(), None, "60 and 40 by chance");
    let occasions = chart(Body::BeforeAfter {
        before: Occasion::default(),
        after: Occasion::default(),
        rows: vec![row("a", &[40.0, 60.0])],
    });
    assert_eq!(
        values(&occasions.turned(0).unwrap()),
        [Some(60.0), Some(40.0)]
    );
    let rounded = scale(&[33.3, 33.3, 33.3, 0.0], &["ja"]);
    assert_eq!(rounded.why_no_turn(), None, "99.9 is a hundred, rounded");
    let tens = scale(&[40.0, 31.0, 20.0, 11.0], &["ja"]);
    assert_eq!(tens.why_no_turn(), None, "102 of four whole numbers may be");
}

proptest! {
    #[test]
    fn a_share_and_its_rest_are_a_hundred_and_back_is_where_one_began(
        cells in prop::collection::vec(prop::option::of(0.0..=100.0_f64), 1..3),
        decimals in 0..3_u8,
    ) {
        let mut side = bars(&vec![0.0; cells.len()]);
        if let Body::Bars(rows) = &mut side.body {
            for (row, value) in rows.iter_mut().zip(&cells) {
                row.cells = vec![value.map_or_else(Cell::missing, Cell::Value)];
                row.n = Some(77);
            }
        }
        if cells.iter().all(Option::is_none) {
            prop_assert_eq!(side.turned(decimals), Err(NoTurn::NoValues));
            return Ok(());
        }
        let turned = side.turned(decimals).unwrap();
        for (here, there) in values(&side).into_iter().zip(values(&turned)) {
            prop_assert_eq!(here.is_none(), there.is_none());
            if let (Some(here), Some(there)) = (here, there) {
                let here = round(here, usize::from(decimals));
                prop_assert!((here + there - 100.0).abs() < 1e-9);
                prop_assert!((0.0..=100.0).contains(&there));
            }
        }
        let shown: Vec<Option<f64>> = values(&side)
            .into_iter()
            .map(|value| value.map(|value| round(value, usize::from(decimals))))
            .collect();
        prop_assert_eq!(values(&turned.turned(decimals).unwrap()), shown);
        for (before, after) in side.body.rows().iter().zip(turned.body.rows()) {
            prop_assert_eq!((&before.label, before.n), (&after.label, after.n));
        }
    }

    #[test]
    fn both_sides_of_a_scale_are_its_whole(
        parts in prop::collection::vec(1..1000_u32, 4),
        split in 1..4_usize,
    ) {
        let sum: u32 = parts.iter().sum();
        let values: Vec<f64> = parts.iter().map(|part| f64::from(*part) * 100.0 / f64::from(sum)).collect();
        let names = ["ja", "delvis", "nej", "vet inte"];
        let side = |names: &[&str]| self::values(&scale(&values, names).turned(1).unwrap())[0].unwrap();
        // Each answer is rounded as it is shown, so the sides sum to what the answers shown sum to.
        let shown: f64 = values.iter().map(|value| round(*value, 1)).sum();
        prop_assert!((side(&names[..split]) + side(&names[split..]) - shown).abs() < 1e-6);
    }
}
