use super::*;
use crate::{
    domain::{
        chart::{ChartId, Row, Source},
        recipe::{Filter, Recipe},
    },
    text::Lang,
};

fn chart() -> Chart {
    let mut rows = vec![
        Row::of("Åk 5", 83.0),
        Row::of("Åk 8", 79.9),
        Row::of("Gy 2", 0.0),
    ];
    rows[0].n = Some(754);
    rows[2].cells[0] = Cell::Missing(SafeText::line("dolt"));
    let mut chart = Chart::new(ChartId(4), "Trygg i skolan", Body::Bars(rows));
    chart.unit = SafeText::line("andel %");
    chart.source = Source::Text(SafeText::line("Skolinspektionen 2022"));
    chart.n = Some(1739);
    chart.caveat = SafeText::line("Kommunens egna skolor.");
    chart.showing.not_in = SafeText::line("De som inte går i skolan.");
    chart
}

fn told(chart: &Chart, lang: Lang) -> String {
    let facts = behind(chart, Look::default(), &Texts::new(lang));
    let lines = facts
        .iter()
        .map(|fact| format!("{}: {}", fact.label, fact.text));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn everything_that_is_known_is_told() {
    assert_eq!(
        told(&chart(), Lang::Sv),
        "Källa: Skolinspektionen 2022\n\
         Antal: n = 1\u{a0}739 (Åk 5: 754)\n\
         Saknas: 1 av 3 värden: dolt (1)\n\
         Tänk på: Kommunens egna skolor.\n\
         Syns inte: De som inte går i skolan.\n\
         Slag: För att utforska. Får vara i bitar. Det ska väcka frågor och behöver inte vara perfekt. Inte till för att jämföra med andra.\n\
         I antal: Åk 5: ungefär 626 av 754"
    );
}

#[test]
fn what_nobody_wrote_is_asked_for_and_never_made_up() {
    let mut bare = Chart::new(ChartId(1), "t", Body::Bars(vec![Row::of("a", 1.0)]));
    bare.unit = SafeText::line("elever");
    let facts = behind(&bare, Look::default(), &Texts::new(Lang::En));
    let unwritten: Vec<&str> = facts
        .iter()
        .filter(|fact| fact.unwritten)
        .map(|fact| fact.label.as_str())
        .collect();
    assert_eq!(unwritten, ["Source", "Number", "Not in it"]);
    assert!(told(&bare, Lang::En).contains("No value is missing."));
    assert_eq!(behind_short(&bare, &Texts::new(Lang::En)), None);
}

#[test]
fn gaps_are_counted_by_their_reason() {
    let cell = |why: &str| Cell::Missing(SafeText::line(why));
    let mut chart = chart();
    chart.body = Body::Scale {
        answers: vec!["ja".into(), "nej".into()],
        rows: vec![
            Row {
                cells: vec![cell("dolt"), cell("")],
                ..Row::of("a", 0.0)
            },
            Row {
                cells: vec![cell("dolt"), Cell::Value(3.0)],
                ..Row::of("b", 0.0)
            },
        ],
    };
    assert!(told(&chart, Lang::Sv).contains("3 av 4 värden: dolt (2), skäl inte skrivet (1)"));
    let short = behind_short(&chart, &Texts::new(Lang::Sv)).unwrap();
    assert_eq!(
        short,
        "Saknas: 3 av 4 värden: dolt (2), skäl inte skrivet (1). Syns inte: De som inte går i skolan."
    );
}

#[test]
fn a_covered_chart_gives_nothing_away() {
    let told = told(&chart().covered(), Lang::Sv);
    for secret in ["83", "79", "754", "1739", "739", "626", "Kommunens egna"] {
        assert!(!told.contains(secret), "{told}");
    }
    assert!(told.contains("Dolda tills ni har gissat."), "{told}");
}

#[test]
fn a_voice_has_a_source_and_no_number_to_ask_for() {
    let body = Body::Voice {
        quote: "Jag går dit för musiken.".into(),
        from: "elev i åk 8".into(),
    };
    let mut voice = Chart::new(ChartId(9), "En röst", body);
    voice.source = Source::Text(SafeText::line("Samtal 2026"));
    let told = told(&voice, Lang::Sv);
    assert!(told.starts_with("Källa: Samtal 2026\nSlag:"), "{told}");
}

#[test]
fn how_a_file_was_read_is_told_as_it_was_chosen() {
    let mut chart = chart();
    chart.recipe = Some(Box::new(Recipe {
        file: "elever.csv".into(),
        read: "2026-11-17".into(),
        value: Value::Numbers {
            columns: vec!["Elever".into()],
            fold: Fold::Sum,
        },
        filters: vec![Filter {
            column: "Kommun".into(),
            labels: vec!["Haninge".into()],
        }],
        ..Recipe::default()
    }));
    let text = told(&chart, Lang::Sv);
    let wanted = "Läst: Ur elever.csv, läst 2026-11-17. Summor av Elever. Bara Kommun: Haninge.";
    assert!(text.contains(wanted), "{text}");
    chart.recipe = None;
    chart.source = Source::Csv(SafeText::line("trivs.csv"));
    assert!(told(&chart, Lang::En).contains("Read: From trivs.csv, until the first stage starts."));
}
