use super::*;
use crate::domain::chart::{Break, ChartId, Occasion, Row};

fn chart(body: Body, guess: Guess) -> Chart {
    let mut chart = Chart::new(ChartId(4), "t", body);
    chart.unit = SafeText::line("andel %");
    chart.showing.guess = guess;
    chart
}

fn row(label: &str, values: &[f64]) -> Row {
    Row {
        cells: values.iter().map(|value| Cell::Value(*value)).collect(),
        ..Row::of(label, 0.0)
    }
}

fn asked(body: Body, guess: Guess) -> Result<(f64, f64), NoGuess> {
    let asked = chart(body, guess).asked()?;
    Ok((asked.low, asked.high))
}

fn series(rows: Vec<Row>) -> Body {
    Body::Series {
        names: Vec::new(),
        rows,
        breaks: Vec::new(),
    }
}

#[test]
fn nothing_is_guessed_until_a_person_marks_it() {
    let body = || Body::Bars(vec![row("a", &[81.0])]);
    assert_eq!(asked(body(), Guess::No), Err(NoGuess::NotMarked));
    assert_eq!(asked(body(), Guess::Yes), Ok((81.0, 81.0)));
}

#[test]
fn of_a_course_the_latest_known_value_is_guessed() {
    let mut rows = vec![
        row("2020", &[77.0]),
        row("2022", &[73.0]),
        row("2024", &[0.0]),
    ];
    rows[2].cells = vec![Cell::missing()];
    let body = series(rows);
    let found = chart(body.clone(), Guess::Yes).asked().unwrap();
    assert_eq!(found.label, Some(SafeText::line("2022")));
    assert_eq!((found.low, found.high), (73.0, 73.0));
    assert_eq!(
        asked(body, Guess::Row(SafeText::line("2020"))),
        Ok((77.0, 77.0))
    );
}

#[test]
fn of_several_values_all_are_guessed_or_the_row_that_is_named() {
    let body = || Body::Bars(vec![row("Åk 5", &[83.0]), row("Åk 8", &[79.9])]);
    assert_eq!(asked(body(), Guess::Yes), Ok((79.9, 83.0)));
    let named = |label: &str| Guess::Row(SafeText::line(label));
    assert_eq!(asked(body(), named("Åk 8")), Ok((79.9, 79.9)));
    assert_eq!(
        asked(body(), named("Åk 9")),
        Err(NoGuess::NoSuchRow(SafeText::line("Åk 9")))
    );
    let later = Body::BeforeAfter {
        before: Occasion::default(),
        after: Occasion::default(),
        rows: vec![row("a", &[60.0, 66.0])],
    };
    assert_eq!(asked(later, Guess::Yes), Ok((66.0, 66.0)));
}

#[test]
fn of_a_scale_one_side_is_guessed() {
    let scale = || Body::Scale {
        answers: ["ja", "lite", "nej"].map(SafeText::line).to_vec(),
        rows: vec![row("a", &[50.0, 30.0, 20.0])],
    };
    assert_eq!(asked(scale(), Guess::Yes), Err(NoGuess::NoSide));
    let mut chart = chart(scale(), Guess::Yes);
    chart.showing.healthy = vec![SafeText::line("ja"), SafeText::line("lite")];
    let asked = chart.asked().unwrap();
    assert_eq!((asked.low, asked.high), (80.0, 80.0));
}

#[test]
fn what_has_no_value_is_not_guessed() {
    for body in [
        Body::Card { shown: "x".into() },
        Body::Picture(Picture::TwoAxes),
        Body::Voice {
            quote: "x".into(),
            from: "y".into(),
        },
        Body::Bars(vec![Row {
            cells: vec![Cell::missing()],
            ..Row::of("a", 0.0)
        }]),
    ] {
        assert_eq!(asked(body, Guess::Yes), Err(NoGuess::NoValues));
    }
    assert_eq!(
        asked(Body::Picture(Picture::Class(22.0)), Guess::Yes),
        Ok((22.0, 22.0))
    );
}

#[test]
fn a_covered_chart_holds_nothing_that_was_measured() {
    let rows = || {
        vec![Row {
            n: Some(4321),
            remark: "remark 4321".into(),
            ..row("a", &[4321.0, 4321.0])
        }]
    };
    let occasion = || Occasion {
        label: "sept".into(),
        n: Some(4321),
    };
    let names = || vec![SafeText::line("F"), SafeText::line("P")];
    let bodies = [
        Body::Bars(rows()),
        Body::Groups {
            names: names(),
            rows: rows(),
        },
        Body::Scale {
            answers: names(),
            rows: rows(),
        },
        Body::BeforeAfter {
            before: occasion(),
            after: occasion(),
            rows: rows(),
        },
        Body::Series {
            names: names(),
            rows: rows(),
            breaks: vec![Break {
                at: "a".into(),
                why: "4321".into(),
            }],
        },
        Body::Picture(Picture::Class(4321.0)),
    ];
    for body in bodies {
        let mut whole = chart(body, Guess::Yes);
        whole.n = Some(4321);
        whole.say = "4321".into();
        whole.caveat = "4321".into();
        let covered = whole.covered();
        let held = format!("{covered:?}");
        assert!(!held.contains("4321"), "{held}");
        assert_eq!(covered.showing.face, Face::Covered);
        assert!(!covered.body.rows().is_empty());
    }
}

#[test]
fn percentage_points_are_no_shares() {
    for (unit, share) in [
        ("andel %", true),
        ("Procent", true),
        ("per cent", true),
        ("procentenheter", false),
        ("percentage points (%)", false),
        ("elever", false),
        ("", false),
    ] {
        let mut chart = chart(Body::Bars(Vec::new()), Guess::No);
        chart.unit = SafeText::line(unit);
        assert_eq!(chart.is_share(), share, "{unit}");
    }
}
