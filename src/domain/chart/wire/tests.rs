use proptest::prelude::*;

use super::*;

fn read(text: &str) -> Result<Chart, String> {
    ron::from_str(&format!("#![enable(implicit_some)]\n{text}")).map_err(|error| error.to_string())
}

fn body(text: &str) -> Body {
    read(&format!("(id: \"d1\", title: \"t\", {text})"))
        .unwrap()
        .body
}

fn fault(text: &str) -> String {
    read(&format!("(id: \"d1\", title: \"t\", {text})")).unwrap_err()
}

#[test]
fn a_chart_is_written_as_a_person_would() {
    let chart = read(
        r#"(id: "d4", title: "Trivs i skolan, åk 9", unit: "andel %", source: "Stockholmsenkäten", n: 438, purpose: Explore,
            say: "Här ser vi hur många som trivs.",
            values: [("2016", 81), ("2018", 78.5), ("2020", "för få svar"), ("2022", Missing("inte frågat")), ("2024", None), (2025, -1)])"#,
    )
    .unwrap();
    assert_eq!(chart.id, ChartId(4));
    assert_eq!(chart.n, Some(438));
    assert_eq!(chart.citation().as_str(), "Stockholmsenkäten");
    let cells: Vec<Cell> = chart
        .body
        .rows()
        .iter()
        .map(|row| row.cells[0].clone())
        .collect();
    let missing = |reason: &str| Cell::Missing(SafeText::line(reason));
    assert_eq!(
        cells,
        [
            Cell::Value(81.0),
            Cell::Value(78.5),
            missing("för få svar"),
            missing("inte frågat"),
            missing(""),
            Cell::Value(-1.0)
        ]
    );
    assert_eq!(chart.body.rows()[5].label.as_str(), "2025");
}

#[test]
fn every_kind_is_told_by_its_fields() {
    assert!(matches!(body("values: [(\"a\", 1)]"), Body::Bars(rows) if rows.len() == 1));
    assert!(
        matches!(body("groups: [\"F\", \"P\"], values: [(\"a\", [1, 2.5]), (\"b\", None)]"),
        Body::Groups { names, rows } if names.len() == 2 && rows[1].cells == [Cell::missing(), Cell::missing()])
    );
    assert!(
        matches!(body("answers: [\"ja\", \"nej\"], values: [(\"a\", [60, 40], 410, \"ny fråga\")]"),
        Body::Scale { rows, .. } if rows[0].n == Some(410) && rows[0].remark.as_str() == "ny fråga")
    );
    assert!(
        matches!(body("before: (\"sept\", 1500), after: \"dec\", values: [(\"a\", [60, Missing(\"x\")], \"osäkert\")]"),
        Body::BeforeAfter { before, after, rows } if before.n == Some(1500) && after.n.is_none() && rows[0].remark.as_str() == "osäkert")
    );
    assert!(
        matches!(body("kind: Series, values: [(2010, 1), (2011, None)], breaks: [(2011, \"ny mätning\"), (\"2012\", \"\")]"),
        Body::Series { names, breaks, .. } if names.is_empty() && breaks[0].at.as_str() == "2011")
    );
    assert!(
        matches!(body("kind: Series, groups: [\"F\", \"P\"], values: [(2010, [1, 2])]"), Body::Series { names, .. } if names.len() == 2)
    );
    assert!(matches!(
        body("shown: \"PowerPoint, bild 4\""),
        Body::Card { .. }
    ));
    assert_eq!(body("picture: TwoAxes"), Body::Picture(Picture::TwoAxes));
    assert_eq!(
        body("picture: Class(22)"),
        Body::Picture(Picture::Class(22.0))
    );
    assert_eq!(body("source: Csv(\"x.csv\")"), Body::Bars(vec![]));
    assert!(matches!(
        body("source: Csv(\"x.csv\"), cite: \"SCB\", kind: Series"),
        Body::Series { .. }
    ));
}

#[test]
fn a_file_is_let_go_of_with_its_citation() {
    let settled = |rest: &str| {
        let text = format!("(id: \"d1\", title: \"t\", source: Csv(\"x.csv\"){rest})");
        let mut chart = read(&text).unwrap();
        assert_eq!(chart.file().map(SafeText::as_str), Some("x.csv"));
        chart.settle();
        (chart.file().is_some(), chart.citation().to_string())
    };
    let values = ", values: [(\"a\", 1)]";
    let cited = settled(&format!(", cite: \"SCB 2024\"{values}"));
    assert_eq!(cited, (false, "SCB 2024".to_owned()));
    assert_eq!(settled(values), (false, "x.csv".to_owned()));
    assert_eq!(settled(""), (true, "x.csv".to_owned()), "nothing to keep");
}

#[test]
fn a_fault_says_what_to_change() {
    for (text, part) in [
        ("values: [(\"a\", NaN)]", "write None or Missing"),
        ("values: [(\"a\", inf)]", "write None or Missing"),
        ("values: [(\"a\", \"81\")]", "81 without quotation marks"),
        ("values: [(\"a\", \"81,5\")]", "without quotation marks"),
        (
            "values: [(\"a\", [1, 2])]",
            "the row \"a\" has 2 values and the chart has 1 columns",
        ),
        ("values: [(\"a\", 1, 2, 3)]", "several values stand in [ ]"),
        ("values: [(\"a\")]", "a label and a value"),
        ("values: [(1.5, 1)]", "begins with its label"),
        ("values: [\"a\"]", "Expected opening `(`"),
        ("", "it needs `values`, or `shown`"),
        ("shown: \"x\", values: [(\"a\", 1)]", "no `values`"),
        (
            "groups: [\"F\"], answers: [\"ja\"], values: [(\"a\", 1)]",
            "exclude each other",
        ),
        (
            "kind: Bars, groups: [\"F\"], values: [(\"a\", 1)]",
            "does not go with `kind: Bars`",
        ),
        ("kind: Scale, values: [(\"a\", 1)]", "needs `answers`"),
        ("before: \"a\", values: [(\"a\", [1, 2])]", "go together"),
        (
            "values: [(\"a\", 1)], breaks: [(\"a\", \"x\")]",
            "belong to `kind: Series`",
        ),
        (
            "source: Xlsx(\"x.xlsx\"), values: [(\"a\", 1)]",
            "the source is a text, or Csv",
        ),
        ("quote: \"x\", values: [(\"a\", 1)]", "a chart of its own"),
        ("quote: \"x\", picture: TwoAxes", "a chart of its own"),
        (
            "from: \"åk 8\", values: [(\"a\", 1)]",
            "who speaks in a `quote`",
        ),
        ("guess: 8, values: [(\"a\", 1)]", "the label of the row"),
        ("picture: Class(NaN)", "write None or Missing"),
        ("vallues: [(\"a\", 1)]", "vallues"),
    ] {
        let fault = fault(text);
        assert!(fault.contains(part), "{text}: {fault}");
    }
    assert!(
        read("(id: \"x4\", title: \"t\", picture: TwoAxes)")
            .unwrap_err()
            .contains("the letter d and a number")
    );
    assert!(
        fault("groups: [\"F\", \"P\"], values: [(\"a\", 1)]").starts_with("2:"),
        "a place is told"
    );
}

#[test]
fn what_is_written_reads_well() {
    let text = r#"(id:"d4",title:"t",source:Csv("x.csv"),cite:"SCB",n:438,purpose:FollowUp,values:[("2016",81),("2018",78.5),("2020",Missing("för få")),("2022",None,410,"ny fråga")])"#;
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let chart: Chart = options.from_str(text).unwrap();
    assert_eq!(options.to_string(&chart).unwrap(), text);
}

fn text() -> impl Strategy<Value = SafeText> {
    "[a-zåäö0-9 \"\\\\👩🇸🇪\u{301}]{0,8}".prop_map(|raw| SafeText::line(&raw))
}

fn cell() -> impl Strategy<Value = Cell> {
    let reason = text().prop_filter("a number in quotes is refused", |t| {
        t.trim().replace(',', ".").parse::<f64>().is_err()
    });
    prop_oneof![
        prop::num::f64::NORMAL.prop_map(Cell::Value),
        prop::num::f64::SUBNORMAL.prop_map(Cell::Value),
        (-1000i32..1000).prop_map(|v| Cell::Value(f64::from(v))),
        (-1000i32..1000).prop_map(|v| Cell::Value(f64::from(v) / 10.0)),
        any::<i64>().prop_map(|v| Cell::Value(v as f64)),
        reason.prop_map(Cell::Missing),
    ]
}

fn rows(columns: usize) -> impl Strategy<Value = Vec<Row>> {
    let row = (
        text(),
        prop::collection::vec(cell(), columns),
        any::<Option<u32>>(),
        text(),
    );
    prop::collection::vec(
        row.prop_map(|(label, cells, n, remark)| Row {
            label,
            cells,
            n,
            remark,
        }),
        0..5,
    )
}

fn names(count: usize) -> impl Strategy<Value = Vec<SafeText>> {
    prop::collection::vec(text(), count)
}

fn any_body() -> impl Strategy<Value = Body> {
    let occasion = || (text(), any::<Option<u32>>()).prop_map(|(label, n)| Occasion { label, n });
    let stop = (text(), text()).prop_map(|(at, why)| Break { at, why });
    prop_oneof![
        rows(1).prop_map(Body::Bars),
        (names(3), rows(3)).prop_map(|(names, rows)| Body::Groups { names, rows }),
        (names(4), rows(4)).prop_map(|(answers, rows)| Body::Scale { answers, rows }),
        (occasion(), occasion(), rows(2)).prop_map(|(before, after, rows)| Body::BeforeAfter {
            before,
            after,
            rows
        }),
        (names(2), rows(2), prop::collection::vec(stop, 0..2)).prop_map(|(names, rows, breaks)| {
            Body::Series {
                names,
                rows,
                breaks,
            }
        }),
        rows(1).prop_map(|rows| Body::Series {
            names: vec![],
            rows,
            breaks: vec![]
        }),
        text().prop_map(|shown| Body::Card { shown }),
        Just(Body::Picture(Picture::TwoAxes)),
        (0.0..100.0).prop_map(|share| Body::Picture(Picture::Class(share))),
        (text(), text()).prop_map(|(quote, from)| Body::Voice { quote, from }),
    ]
}

fn any_showing() -> impl Strategy<Value = Showing> {
    let guess = prop_oneof![
        Just(Guess::No),
        Just(Guess::Yes),
        text().prop_map(Guess::Row)
    ];
    (text(), text(), names(2), any::<bool>(), guess).prop_map(
        |(not_in, flip, side, chosen, guess)| Showing {
            not_in,
            flip,
            healthy: side.into_iter().filter(|_| chosen).collect(),
            guess,
            face: Face::Plain,
        },
    )
}

#[test]
fn how_a_chart_is_shown_is_written_as_a_person_would() {
    let chart = read(
        r#"(id: "d4", title: "t", unit: "andel %", not_in: "De som slutat.", flip: "på plats", guess: "2024",
            values: [("2024", 22)])"#,
    )
    .unwrap();
    assert_eq!(chart.showing.not_in.as_str(), "De som slutat.");
    assert_eq!(chart.showing.flip.as_str(), "på plats");
    assert_eq!(chart.showing.guess, Guess::Row("2024".into()));
    let scale = read(
        r#"(id: "d5", title: "t", answers: ["ja", "nej"], healthy: ["ja"], guess: true, values: [("a", [60, 40])])"#,
    )
    .unwrap();
    assert_eq!(scale.showing.healthy, ["ja"]);
    assert_eq!(scale.showing.guess, Guess::Yes);
    let voice = read(
        r#"(id: "d9", title: "En röst", quote: "Jag går dit för musiken.", from: "elev i åk 8")"#,
    );
    assert!(
        matches!(voice.unwrap().body, Body::Voice { from, .. } if from.as_str() == "elev i åk 8")
    );
}

#[test]
fn a_chart_of_before_is_written_as_before() {
    let text = r#"(id:"d1",title:"t",purpose:Explore,values:[("a",1)])"#;
    let chart = read(text).unwrap();
    assert_eq!(chart.showing, Showing::default());
    assert_eq!(ron::to_string(&chart).unwrap(), text);
    let mut turned = chart;
    turned.showing.face = Face::Covered;
    assert_eq!(
        ron::to_string(&turned).unwrap(),
        text,
        "a face is never written"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn a_chart_comes_back_as_it_was(body in any_body(), title in text(), csv in any::<bool>(), n in any::<Option<u32>>(), showing in any_showing()) {
        let mut chart = Chart::new(ChartId(7), &title, body);
        chart.n = n;
        chart.showing = showing;
        chart.unit = title.clone();
        if csv {
            chart.source = Source::Csv(title);
        }
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        for written in [options.to_string(&chart).unwrap(), options.to_string_pretty(&chart, ron::ser::PrettyConfig::default()).unwrap()] {
            let read: Chart = options.from_str(&written).map_err(|e| TestCaseError::fail(format!("{e}: {written}")))?;
            prop_assert_eq!(&read, &chart, "{}", written);
        }
    }
}

#[test]
fn an_id_is_d_and_a_number() {
    assert_eq!("d4".parse(), Ok(ChartId(4)));
    assert_eq!("D12".parse(), Ok(ChartId(12)));
    assert_eq!(ChartId(4).to_string(), "d4");
    for bad in ["", "d", "4", "d0", "d256", "d+4", "d-1", "x4", "d4 "] {
        assert_eq!(
            bad.parse::<ChartId>(),
            Err(super::super::NotAChartId),
            "{bad}"
        );
    }
}
