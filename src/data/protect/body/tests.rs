use proptest::prelude::*;

use super::*;
use crate::domain::chart::Occasion;

fn bars(rows: &[(&str, f64)]) -> Body {
    Body::Bars(
        rows.iter()
            .map(|(label, value)| Row::of(label, *value))
            .collect(),
    )
}

fn groups(names: &[&str], rows: &[(&str, &[f64])]) -> Body {
    Body::Groups {
        names: names.iter().map(|name| SafeText::line(name)).collect(),
        rows: many(rows),
    }
}

fn many(rows: &[(&str, &[f64])]) -> Vec<Row> {
    let row = |(label, values): &(&str, &[f64])| Row {
        cells: values.iter().map(|value| Cell::Value(*value)).collect(),
        ..Row::of(label, 0.0)
    };
    rows.iter().map(row).collect()
}

/// Writes what is left of a chart; `s` a small number, `r` what would reveal one.
fn left(mut body: Body, n: Option<u32>, quantity: Quantity) -> String {
    let Some(places) = hide_in(&mut body, n, quantity, 5) else {
        return "unchecked".to_owned();
    };
    let rows = body.rows().iter().enumerate().map(|(row, of)| {
        let cells = of.cells.iter().enumerate().map(|(column, cell)| {
            let place = places.iter().find(|(r, c, _)| (*r, *c) == (row, column));
            match (place, cell) {
                (Some((_, _, Why::Small)), Cell::Missing(_)) => "s".to_owned(),
                (Some((_, _, Why::Reveals)), Cell::Missing(_)) => "r".to_owned(),
                (None, Cell::Value(value)) => value.to_string(),
                (None, Cell::Missing(_)) => "-".to_owned(),
                (Some(_), Cell::Value(_)) => "shown!".to_owned(),
            }
        });
        cells.collect::<Vec<_>>().join(" ")
    });
    rows.collect::<Vec<_>>().join(" | ")
}

#[test]
fn counts_in_bars_and_their_total() {
    for (rows, shown) in [
        (&[("a", 3.0), ("b", 30.0), ("c", 12.0)][..], "s | 30 | r"),
        (
            &[("a", 3.0), ("b", 30.0), ("c", 12.0), ("Totalt", 45.0)],
            "s | 30 | r | 45",
        ),
        // A total by its value, whatever it is called.
        (
            &[("a", 3.0), ("b", 30.0), ("c", 12.0), ("skolan", 45.0)],
            "s | 30 | r | 45",
        ),
        (&[("a", 0.0), ("b", 30.0)], "0 | 30"),
        (&[("a", 3.0), ("Totalt", 3.0)], "s | s"),
    ] {
        assert_eq!(left(bars(rows), None, Quantity::Count), shown, "{rows:?}");
    }
}

#[test]
fn counts_by_two_things_with_sums_on_both_sides() {
    let with_sums = groups(
        &["F", "P", "Totalt"],
        &[
            ("A", &[3.0, 20.0, 23.0]),
            ("B", &[40.0, 50.0, 90.0]),
            ("C", &[60.0, 70.0, 130.0]),
            ("Samtliga", &[103.0, 140.0, 243.0]),
        ],
    );
    assert_eq!(
        left(with_sums, None, Quantity::Count),
        "s r 23 | r r 90 | 60 70 130 | 103 140 243"
    );
    let series = Body::Series {
        names: Vec::new(),
        rows: many(&[("2022", &[3.0]), ("2023", &[30.0])]),
        breaks: Vec::new(),
    };
    assert_eq!(left(series, None, Quantity::Count), "s | 30");
}

#[test]
fn a_share_of_a_known_n_is_a_count() {
    let answers = bars(&[("ja", 97.0), ("nej", 3.0)]);
    assert_eq!(left(answers.clone(), Some(100), Quantity::Share), "r | s");
    assert_eq!(left(answers.clone(), Some(1000), Quantity::Share), "97 | 3");
    assert_eq!(left(answers, None, Quantity::Share), "unchecked");
    // Not one whole: each has only its own rest.
    let each = bars(&[("a", 97.0), ("b", 3.0), ("c", 50.0)]);
    assert_eq!(left(each, Some(100), Quantity::Share), "r | s | 50");
    let fractions = bars(&[("ja", 0.97), ("nej", 0.03)]);
    assert_eq!(left(fractions, Some(100), Quantity::Share), "r | s");
    let mut scale = Body::Scale {
        answers: vec!["a".into(), "b".into(), "c".into()],
        rows: many(&[("x", &[50.0, 40.0, 10.0]), ("y", &[50.0, 30.0, 20.0])]),
    };
    if let Body::Scale { rows, .. } = &mut scale {
        for row in rows.iter_mut() {
            row.n = Some(40);
        }
    }
    assert_eq!(
        left(scale.clone(), None, Quantity::Share),
        "50 r s | 50 r r"
    );
    // Without the last answer it is what the others leave over.
    if let Body::Scale { rows, answers } = &mut scale {
        answers.pop();
        for row in rows {
            row.cells.pop();
        }
    }
    assert_eq!(left(scale, None, Quantity::Share), "50 r | 50 r");
    let occasion = |n| Occasion {
        label: "x".into(),
        n: Some(n),
    };
    let before_after = Body::BeforeAfter {
        before: occasion(100),
        after: occasion(40),
        rows: many(&[("x", &[10.0, 10.0])]),
    };
    assert_eq!(left(before_after, None, Quantity::Share), "10 s");
}

#[test]
fn what_values_are_is_read_from_their_heading() {
    let whole = bars(&[("a", 3.0), ("b", 30.0)]);
    let parts = bars(&[("a", 3.5)]);
    for (heading, unit, body, quantity) in [
        ("Antal elever", "", &whole, Quantity::Count),
        ("Elever, årskurs 9", "", &whole, Quantity::Count),
        ("Andel (%)", "%", &whole, Quantity::Share),
        ("Andel trygga", "", &whole, Quantity::Share),
        ("Kostnad", "kr", &whole, Quantity::Other),
        ("Elever per lärare", "", &whole, Quantity::Other),
        ("Medelbetyg", "", &parts, Quantity::Other),
    ] {
        assert_eq!(super::quantity(heading, unit, body), quantity, "{heading}");
    }
}

proptest! {
    /// Hiding again hides no more, and what is shown is as it was.
    #[test]
    fn a_second_time_changes_nothing(
        values in prop::collection::vec(prop::collection::vec(0_u32..40, 3), 1..7),
        share in any::<bool>(),
        n in 10_u32..300,
    ) {
        let rows: Vec<Row> = values.iter().enumerate().map(|(at, values)| Row {
            cells: values.iter().map(|value| Cell::Value(f64::from(*value))).collect(),
            n: share.then_some(n),
            ..Row::of(&format!("r{at}"), 0.0)
        }).collect();
        let mut body = Body::Groups { names: vec!["a".into(), "b".into(), "c".into()], rows };
        let before = body.clone();
        let quantity = if share { Quantity::Share } else { Quantity::Count };
        let places = hide_in(&mut body, None, quantity, 5).unwrap();
        for (row, (now, then)) in body.rows().iter().zip(before.rows()).enumerate() {
            for (column, (now, then)) in now.cells.iter().zip(&then.cells).enumerate() {
                let hidden = places.iter().any(|(r, c, _)| (*r, *c) == (row, column));
                prop_assert_eq!(now == then, !hidden);
            }
        }
        let once = body.clone();
        prop_assert_eq!(hide_in(&mut body, None, quantity, 5).unwrap(), vec![]);
        prop_assert_eq!(body, once);
    }
}
