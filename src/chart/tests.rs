use proptest::prelude::*;
use ratatui::text::Span;

use super::*;
use crate::{
    domain::chart::{Break, ChartId, Occasion, Picture, Source},
    text::{Lang, width::width},
};

const BLOCKS: Look = Look::new(Glyphs::Blocks, false);
const ASCII: Look = Look::new(Glyphs::Ascii, false);
const BRAILLE: Look = Look::new(Glyphs::Braille, true);

fn sv() -> Texts {
    Texts::new(Lang::Sv)
}

fn chart(text: &str) -> Chart {
    let unit = if text.contains("unit:") {
        ""
    } else {
        "unit: \"andel %\", "
    };
    let text =
        format!("#![enable(implicit_some)]\n(id: \"d4\", title: \"Trivs i skolan\", {unit}{text})");
    ron::from_str(&text).unwrap()
}

fn drawn(chart: &Chart, cols: u16, rows: u16, look: Look) -> Vec<String> {
    let text = draw(chart, Size { cols, rows }, look, &sv());
    plain(&text).lines().map(str::to_owned).collect()
}

fn bars() -> Chart {
    chart(
        r#"values: [("2016", 81), ("2018", 78), ("2020", 0), ("2022", Missing("för få svar")), ("2024", 73.5)]"#,
    )
}

#[test]
fn a_bar_begins_at_zero_and_has_its_value_beside_it() {
    assert_eq!(
        drawn(&bars(), 48, 0, BLOCKS),
        [
            "2016  ██████████████████████████████        81,0",
            "2018  ████████████████████████████▉         78,0",
            "2020                                         0,0",
            "2022  ·· uppgift saknas (för få svar)",
            "2024  ███████████████████████████▎          73,5",
            "      0       25        50       75       100",
        ]
    );
}

#[test]
fn a_long_label_gets_a_line_of_its_own() {
    let chart = chart(r#"values: [("Instämmer helt och hållet", 34), ("Vet inte", 4)]"#);
    assert_eq!(
        drawn(&chart, 40, 0, BLOCKS),
        [
            "Instämmer helt och hållet",
            "███████████████████████████████▌      34",
            "",
            "Vet inte",
            "███▊                                   4",
            "0       10        20       30       40",
        ]
    );
    assert_eq!(
        drawn(&chart, 40, 2, BLOCKS),
        [
            "Instämmer he…  ██████████████████▊    34",
            "Vet inte       ██▎                     4"
        ]
    );
    assert_eq!(drawn(&chart, 40, 1, BLOCKS), ["Och 2 rader till."]);
}

#[test]
fn values_below_zero_go_to_the_left() {
    let chart = chart(
        r#"unit: "procentenheter", values: [("Trivs", -3.5), ("Trygga", 2), ("Sover", 0), ("Äter", None)]"#,
    );
    assert_eq!(
        drawn(&chart, 40, 0, ASCII),
        [
            "Trivs     ###############|          -3,5",
            "Trygga                   |#########  2,0",
            "Sover                    |           0,0",
            "Äter    .. uppgift saknas",
            "        -4      -2       0        2",
        ]
    );
}

#[test]
fn groups_have_a_pattern_and_their_name() {
    let chart = chart(
        r#"groups: ["Flickor", "Pojkar"], values: [("2016", [81, 84]), ("2018", [78, Missing("för få")])]"#,
    );
    assert_eq!(
        drawn(&chart, 40, 0, BLOCKS),
        [
            "2016  Flickor  ██████████████████     81",
            "      Pojkar   ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒     84",
            "",
            "2018  Flickor  █████████████████      78",
            "      Pojkar   ·· för få",
            "               0    25   50    75   100",
        ]
    );
    assert_eq!(
        drawn(&chart, 40, 3, BLOCKS),
        [
            "      Flickor  Pojkar",
            "2016       81      84",
            "2018       78      ··"
        ]
    );
}

#[test]
fn before_and_after_say_how_many_answered_and_where_it_is_uncertain() {
    let chart = chart(
        r#"before: ("september", 1500), after: ("december", 1100), values: [("Sover gott", [61, 66], "ingen säkerställd skillnad")]"#,
    );
    assert_eq!(
        drawn(&chart, 60, 0, ASCII),
        [
            "Sover gott  september  =====================              61",
            "            december   ######################             66",
            "                       ingen säkerställd skillnad",
            "                       0       25      50       75      100",
            "september: n = 1 500   december: n = 1 100",
        ]
    );
    assert_eq!(
        sentence(&chart, 5, &sv()),
        "Sover gott: 61\u{a0}% (september), 66\u{a0}% (december). Ingen säkerställd skillnad."
    );
}

#[test]
fn answers_stand_in_their_order_with_their_values_under_them() {
    let chart = chart(
        r#"answers: ["Alltid", "Ofta", "Sällan", "Aldrig", "Vet inte"],
           values: [("Får hjälp", [26.9, 44.3, 22.4, 3.9, Missing("dolt")], 438), ("Arbetsro", None)]"#,
    );
    assert_eq!(
        drawn(&chart, 60, 0, BLOCKS),
        [
            "█ Alltid   ▓ Ofta   ▒ Sällan   ░ Aldrig   · Vet inte",
            "",
            "Får hjälp  ████████████ ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓ ▒▒▒▒▒▒▒▒▒▒ ░░",
            "n = 438    26,9         44,3                  22,4       3,9",
            "           Vet inte: dolt",
            "",
            "Arbetsro   ·· uppgift saknas",
        ]
    );
}

#[test]
fn a_line_has_a_gap_a_break_and_round_marks() {
    let chart = chart(
        r#"kind: Series, breaks: [(2014, "ny mätning")], values: [(2010, 80), (2011, 82), (2012, None), (2013, 84), (2014, 81), (2015, 80)]"#,
    );
    let lines = drawn(&chart, 48, 0, ASCII);
    assert_eq!(
        lines,
        [
            "84 |                        *   :",
            "   |                            :",
            "   |                            :",
            "   |                            :",
            "82 |        .*                  :",
            "   |      ...                   :",
            "   |    ...                     :   *..",
            "   |  ...                       :     .....",
            "80 | *.                         :         ..* 80",
            "   2010    2011    2012   2013    2014    2015",
            ": 2014: ny mätning   2012: uppgift saknas",
        ],
        "{lines:#?}"
    );
}

#[test]
fn one_value_and_equal_values_lie_in_the_middle() {
    for values in [
        "[(2010, 5)]",
        "[(2010, 5), (2011, 5), (2012, 5)]",
        "[(2010, None), (2011, 5)]",
    ] {
        for look in [BLOCKS, ASCII, BRAILLE] {
            let lines = drawn(
                &chart(&format!("kind: Series, values: {values}")),
                60,
                11,
                look,
            );
            let row = lines
                .iter()
                .position(|line| line.contains(['●', '*']))
                .unwrap();
            assert!((3..=6).contains(&row), "{lines:#?}");
        }
    }
}

#[test]
fn a_class_shows_the_share_as_pupils() {
    let lines = drawn(&chart("picture: Class(80.4)"), 44, 5, ASCII);
    assert_eq!(
        lines,
        [
            "##  ##  ##  ##  ##",
            "##  ##  ##  ##  ##    20 av 25 i en klass",
            "##  ##  ##  ##  ##    80,4 %",
            "##  ##  ##  ##  ##",
            "..  ..  ..  ..  ..",
        ]
    );
}

#[test]
fn sentences_say_what_the_picture_says() {
    let said = |text: &str| sentence(&chart(text), 5, &sv()).replace('\u{a0}', " ");
    assert_eq!(
        sentence(&bars(), 5, &sv()).replace('\u{a0}', " "),
        "Högst 2016 (81,0 %), lägst 2020 (0,0 %). Uppgift saknas: 2022."
    );
    assert_eq!(said(r#"values: [("a", 5), ("b", 5)]"#), "Alla 5 %.");
    assert_eq!(said(r#"values: [("a", None)]"#), "Alla uppgifter saknas.");
    assert_eq!(
        said(r#"groups: ["F", "P"], values: [("a", [1, 2]), ("b", [3, None])]"#),
        "F: högst b (3 %), lägst a (1 %). P: bara a (2 %). Uppgift saknas: b."
    );
    assert_eq!(
        said(r#"kind: Series, values: [(2010, 5), (2011, 9), (2012, 7)], breaks: [(2012, "")]"#),
        "Från 5 % (2010) till 7 % (2012), högst 2011 (9 %). Går inte att jämföra före och efter 2012."
    );
    assert_eq!(
        said(r#"answers: ["ja", "nej"], values: [("a", [60, 40])]"#),
        "a: vanligast är \"ja\" (60 %)."
    );
    assert_eq!(said(r#"shown: "bild 4""#), "Visas på annat håll: bild 4");
    assert_eq!(
        said("picture: Class(22)"),
        "I en klass på 25 är det ungefär 6 elever (22 %)."
    );
}

#[test]
fn a_whole_chart_has_its_words_and_gives_them_up_for_its_values() {
    let mut chart = bars();
    chart.source = Source::Text("Stockholmsenkäten".into());
    chart.n = Some(1739);
    chart.caveat = "Gammal data.".into();
    chart.say = "Här ser vi hur många som trivs.".into();
    let whole = |rows| plain(&full(&chart, Size { cols: 60, rows }, BLOCKS, &sv()));
    let text = whole(0);
    assert!(
        text.starts_with("d4  Trivs i skolan                                   andel %\n\n2016  █"),
        "{text}"
    );
    assert!(text.ends_with("\n\nHär ser vi hur många som trivs.\nStockholmsenkäten · n = 1\u{a0}739 · för att utforska\nGammal data.\n"), "{text}");
    let text = whole(7);
    assert_eq!(text.lines().count(), 7, "{text}");
    assert!(
        text.contains("2024  █") && text.contains("Stockholmsenkäten") && !text.contains("Gammal"),
        "{text}"
    );
}

#[test]
fn a_file_that_is_not_read_yet_is_named() {
    assert_eq!(
        drawn(&chart(r#"source: Csv("trivs.csv")"#), 40, 0, BLOCKS),
        ["Värdena läses ur trivs.csv."]
    );
}

fn any_text() -> impl Strategy<Value = SafeText> {
    let odd = prop::sample::select(vec![
        "👩‍👩‍👧‍👦",
        "🇸🇪",
        "❤️",
        "e\u{301}",
        "a\u{30a}",
        "日本語",
        "ﷺ",
        "\u{301}",
        "Åk 8",
        "لا",
        "\n",
        " ",
    ]);
    let plain = "[a-zåäö ]{0,30}".prop_map(String::from);
    let mixed = prop::collection::vec(odd, 0..6).prop_map(|parts| parts.concat());
    prop_oneof![plain, mixed].prop_map(|raw| SafeText::block(&raw))
}

fn letters() -> impl Strategy<Value = SafeText> {
    "[A-Za-zåäöÅÄÖé0-9 ]{0,30}".prop_map(|raw| SafeText::line(&raw))
}

fn any_cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        4 => (-1000i32..1500).prop_map(|v| Cell::Value(f64::from(v) / 10.0)),
        2 => any::<f64>().prop_map(Cell::Value),
        1 => prop::sample::select(vec![f64::MAX, f64::MIN, f64::MIN_POSITIVE, 5e-324, 1e15, -0.0, f64::NAN, f64::INFINITY]).prop_map(Cell::Value),
        1 => letters().prop_map(Cell::Missing),
    ]
}

fn any_rows<S: Strategy<Value = SafeText>>(
    columns: usize,
    text: fn() -> S,
) -> impl Strategy<Value = Vec<Row>> {
    let label = prop_oneof![
        text(),
        (1990u16..2030).prop_map(|year| SafeText::line(&year.to_string()))
    ];
    let row = (
        label,
        prop::collection::vec(any_cell(), columns),
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
        0..9,
    )
}

fn any_body<S: Strategy<Value = SafeText> + 'static>(
    text: fn() -> S,
) -> impl Strategy<Value = Body> {
    let names = move |count: usize| prop::collection::vec(text(), count);
    let occasion =
        move || (text(), any::<Option<u32>>()).prop_map(|(label, n)| Occasion { label, n });
    prop_oneof![
        any_rows(1, text).prop_map(Body::Bars),
        (names(3), any_rows(3, text)).prop_map(|(names, rows)| Body::Groups { names, rows }),
        (names(5), any_rows(5, text)).prop_map(|(answers, rows)| Body::Scale { answers, rows }),
        (occasion(), occasion(), any_rows(2, text)).prop_map(|(before, after, rows)| {
            Body::BeforeAfter {
                before,
                after,
                rows,
            }
        }),
        (any_rows(1, text), any::<prop::sample::Index>(), text()).prop_map(|(rows, at, why)| {
            let breaks = if rows.is_empty() {
                vec![]
            } else {
                vec![Break {
                    at: at.get(&rows).label.clone(),
                    why,
                }]
            };
            Body::Series {
                names: vec![],
                rows,
                breaks,
            }
        }),
        (names(3), any_rows(3, text)).prop_map(|(names, rows)| Body::Series {
            names,
            rows,
            breaks: vec![]
        }),
        text().prop_map(|shown| Body::Card { shown }),
        Just(Body::Picture(Picture::TwoAxes)),
        any::<f64>().prop_map(|share| Body::Picture(Picture::Class(share))),
        (text(), text()).prop_map(|(quote, from)| Body::Voice { quote, from }),
    ]
}

fn any_chart<S: Strategy<Value = SafeText> + 'static>(
    text: fn() -> S,
) -> impl Strategy<Value = Chart> {
    (any_body(text), text(), text(), text(), any::<[bool; 3]>()).prop_map(
        |(body, title, unit, words, [share, csv, covered])| {
            let mut chart = Chart::new(ChartId(12), &title, body);
            chart.unit = if share {
                SafeText::line("andel %")
            } else {
                unit
            };
            chart.say = words.clone();
            chart.caveat = words.clone();
            chart.n = Some(1739);
            chart.source = if csv {
                Source::Csv(words)
            } else {
                Source::Text(words)
            };
            if covered { chart.covered() } else { chart }
        },
    )
}

fn any_look() -> impl Strategy<Value = Look> {
    let glyphs = prop::sample::select(vec![Glyphs::Blocks, Glyphs::Braille, Glyphs::Ascii]);
    (glyphs, any::<bool>()).prop_map(|(glyphs, colour)| Look::new(glyphs, colour))
}

fn spans<'a>(text: &'a Text<'_>) -> impl Iterator<Item = &'a Span<'a>> {
    text.lines.iter().flat_map(|line| &line.spans)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_line_is_as_wide_as_asked(chart in any_chart(any_text), cols in 0u16..130, rows in 0u16..40, look in any_look(), english in any::<bool>()) {
        let texts = Texts::new(if english { Lang::En } else { Lang::Sv });
        let size = Size { cols, rows };
        for text in [draw(&chart, size, look, &texts), full(&chart, size, look, &texts), table(&chart, size, look, &texts), mini(&chart, cols, look, &texts)] {
            for line in &text.lines {
                prop_assert!(line.spans.iter().all(|span| !span.content.contains('\n')));
                let wide: usize = line.spans.iter().map(|span| width(&span.content)).sum();
                prop_assert_eq!(wide, usize::from(cols), "{:?}", line);
            }
            let most = if rows == 0 { usize::MAX } else { usize::from(rows).max(3) };
            prop_assert!(text.lines.len() <= most);
        }
        let said = sentence(&chart, 5, &texts);
        prop_assert!(!said.contains("chart-"), "{}", said);
    }

    #[test]
    fn in_ascii_everything_but_letters_is_ascii(chart in any_chart(letters), cols in 1u16..130, rows in 0u16..40) {
        let size = Size { cols, rows };
        for text in [draw(&chart, size, ASCII, &sv()), full(&chart, size, ASCII, &sv()), table(&chart, size, ASCII, &sv()), mini(&chart, cols, ASCII, &sv())] {
            for span in spans(&text) {
                prop_assert!(span.content.chars().all(|c| c.is_ascii() || "åäöÅÄÖéÉ".contains(c)), "{:?}", span);
            }
        }
    }

    #[test]
    fn no_colour_is_none(chart in any_chart(letters), cols in 1u16..100) {
        let text = full(&chart, Size { cols, rows: 0 }, BLOCKS, &sv());
        prop_assert!(spans(&text).all(|span| span.style.fg.is_none() && span.style.bg.is_none()));
    }

    #[test]
    fn what_is_missing_is_never_a_bar(body in any_body(letters), cols in 1u16..100, rows in 0u16..30, look in any_look()) {
        let mut chart = Chart::new(ChartId(1), "t", body);
        let (Body::Bars(rows_of) | Body::Groups { rows: rows_of, .. } | Body::Scale { rows: rows_of, .. }
            | Body::BeforeAfter { rows: rows_of, .. } | Body::Series { rows: rows_of, .. }) = &mut chart.body else { return Ok(()) };
        for row in rows_of {
            (row.label, row.remark) = (SafeText::line("x"), SafeText::default());
            row.cells.iter_mut().for_each(|cell| *cell = Cell::missing());
        }
        let bars = ["█", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "▄", "▀", "#", "●", "*"];
        let text = draw(&chart, Size { cols, rows }, look, &sv());
        // A legend shows its patterns; a bar is longer than one.
        for span in spans(&text).filter(|span| width(&span.content) > 1) {
            prop_assert!(!bars.iter().any(|bar| span.content.contains(bar)), "{:?}", span);
        }
    }
}

#[test]
fn the_same_chart_in_braille_goes_through_textplots() {
    let chart =
        chart("kind: Series, values: [(2010, 1), (2011, 3), (2012, None), (2013, 2), (2014, 4)]");
    let lines = drawn(&chart, 60, 12, BRAILLE);
    assert!(
        lines
            .iter()
            .any(|line| line.chars().any(|c| ('\u{2801}'..='\u{28ff}').contains(&c))),
        "{lines:#?}"
    );
    assert!(
        lines
            .iter()
            .any(|line| line.contains("2012: uppgift saknas")),
        "{lines:#?}"
    );
}
