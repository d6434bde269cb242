//! What people paste and type, in both languages; and that every line is told of, whatever it holds.

use proptest::prelude::*;

use super::*;
use crate::{
    domain::chart::Cell,
    text::{Lang, Texts},
};

fn plain(text: &str) -> Pasted {
    read(text, PasteWish::default())
}

/// Writes rows as `label=value|value`; a missing value is its reason in brackets.
fn rows(pasted: &Pasted) -> Vec<String> {
    let cell = |cell: &Cell| match cell {
        Cell::Value(value) => value.to_string(),
        Cell::Missing(why) => format!("[{why}]"),
    };
    let row = |row: &Row| {
        let cells: Vec<String> = row.cells.iter().map(cell).collect();
        format!("{}={}", row.label, cells.join("|"))
    };
    pasted.rows.iter().map(row).collect()
}

#[test]
fn typed_lines_become_rows() {
    for (text, expected) in [
        ("åk 9; 81", &["åk 9=81"][..]),
        ("åk 9: 81 %", &["åk 9=81"]),
        ("åk 9 81", &["åk 9=81"]),
        ("grade 9 81", &["grade 9=81"]),
        (
            "åk 7 75\nåk 8 79,5\nåk 9 81",
            &["åk 7=75", "åk 8=79.5", "åk 9=81"],
        ),
        (
            "åk 7; 75\nåk 8;\nåk 9; ..",
            &["åk 7=75", "åk 8=[]", "åk 9=[..]"],
        ),
        (
            "åk 7: 75\nåk 8: -\nåk 9: 81",
            &["åk 7=75", "åk 8=[-]", "åk 9=81"],
        ),
        ("åk 7 810\nåk 8 790", &["åk 7=810", "åk 8=790"]),
        ("åk 7,75\nåk 8,79", &["åk 7=75", "åk 8=79"]),
        ("Flickor 71,5\nPojkar 75", &["Flickor=71.5", "Pojkar=75"]),
        (
            "Stockholm 1 088\nSolna 944",
            &["Stockholm=1088", "Solna=944"],
        ),
        (
            "2016 81\n2018 78\n2020 77",
            &["2016=81", "2018=78", "2020=77"],
        ),
        ("Åk 9 – 81 %\nÅk 8 - 79 %", &["Åk 9=81", "Åk 8=79"]),
        ("girls = 71\nboys = 75", &["girls=71", "boys=75"]),
        ("School 1 81\nSchool 2 75", &["School 1=81", "School 2=75"]),
        ("åk 9: 81, 79", &["åk 9=81|79"]),
        ("ca 500 elever", &["1=500"]),
        ("Fritidsgård: ca 500 elever", &["Fritidsgård=500"]),
        ("a,1\nb,2", &["a=1", "b=2"]),
        ("81\n79\n75", &["1=81", "2=79", "3=75"]),
    ] {
        assert_eq!(rows(&plain(text)), expected, "{text}");
    }
}

#[test]
fn cells_of_a_spreadsheet_keep_their_columns() {
    let pasted = plain(
        "Årskurs\tFlickor\tPojkar\nåk 8\t71,5 %\t75 %\nåk 9\t..\t1 078 %\n\t\t\nKälla: enkäten\t\t\n",
    );
    assert_eq!(pasted.split, Split::Tab);
    assert_eq!(rows(&pasted), ["åk 8=71.5|75", "åk 9=[..]|1078"]);
    assert_eq!(pasted.headings, ["Flickor", "Pojkar"]);
    assert_eq!(
        (pasted.unit.as_str(), pasted.about.as_str()),
        ("%", "Årskurs")
    );
    let became: Vec<Became> = pasted.lines.iter().map(|line| line.became).collect();
    assert_eq!(
        became,
        [
            Became::Heading,
            Became::Row(0),
            Became::Row(1),
            Became::Blank,
            Became::NoValue
        ]
    );
}

#[test]
fn years_head_columns_and_n_counts() {
    let pasted = plain("\t2020\t2022\tn\nFlickor\t71\t73\t210\nPojkar\t75\t79\t198");
    assert_eq!(pasted.headings, ["2020", "2022"]);
    assert_eq!(rows(&pasted), ["Flickor=71|73", "Pojkar=75|79"]);
    assert_eq!(pasted.rows[1].n, Some(198));
}

#[test]
fn codes_and_words_beside_the_labels_are_told() {
    let pasted = plain(
        "Kod\tKommun\tLän\tAndel\n0180\tStockholm\tStockholms län\t81\n1480\tGöteborg\tVästra Götaland\t79",
    );
    assert_eq!(rows(&pasted), ["Stockholm=81", "Göteborg=79"]);
    assert_eq!(pasted.beside, ["Kod", "Län"]);
    let twice = plain("Skola A\tåk 8\t71\nSkola A\tåk 9\t73\nSkola B\tåk 9\t75");
    assert_eq!(
        rows(&twice),
        ["Skola A, åk 8=71", "Skola A, åk 9=73", "Skola B, åk 9=75"]
    );
}

#[test]
fn a_cell_with_a_line_break_is_one_cell() {
    let pasted = plain("\"Trivs\ni skolan\"\t81\n\"Trygg \"\"på\"\" rasten\"\t79\n");
    assert_eq!(
        rows(&pasted),
        ["Trivs i skolan=81", "Trygg \"på\" rasten=79"]
    );
    assert_eq!(pasted.lines[1].became, Became::Part(0));
}

#[test]
fn columns_of_a_pdf_are_put_together_again() {
    let pasted = plain(
        "Andel elever som trivs, procent\n              2020     2022     2024\nFlickor       71,2     73,0     ..\nPojkar i grund-\nskolan        75,4     79,1     80,0\n\nKälla: Stockholmsenkäten\n12",
    );
    assert_eq!(pasted.split, Split::Gaps);
    assert_eq!(pasted.title, "Andel elever som trivs, procent");
    assert_eq!(pasted.headings, ["2020", "2022", "2024"]);
    assert_eq!(
        rows(&pasted),
        [
            "Flickor=71.2|73|[..]",
            "Pojkar i grund- skolan=75.4|79.1|80"
        ]
    );
    assert_eq!(pasted.lines[3].became, Became::Row(1));
    assert_eq!(pasted.lines[4].became, Became::Part(1));
    assert_eq!(pasted.lines[6].became, Became::NoValue);
    assert_eq!(
        pasted.lines[7].became,
        Became::NoValue,
        "a page number is no row"
    );
}

#[test]
fn columns_of_a_pdf_with_single_spaces_have_their_headings() {
    let rows_below = "Årskurs 5 85 82 83\nÅrskurs 8 72 76 74\nÅrskurs 9 79 83 81";
    for (above, headings, title) in [
        (
            "Årskurs Flickor Pojkar Samtliga",
            &["Flickor", "Pojkar", "Samtliga"][..],
            "",
        ),
        (
            "Trygga i skolan\nÅrskurs Flickor Pojkar Samtliga",
            &["Flickor", "Pojkar", "Samtliga"],
            "Trygga i skolan",
        ),
        ("Trygga i vår skola", &["B", "C", "D"], "Trygga i vår skola"),
        ("Trygga Elever", &["B", "C", "D"], "Trygga Elever"),
    ] {
        let pasted = plain(&format!("{above}\n{rows_below}"));
        assert_eq!(pasted.headings, headings, "{above}");
        assert_eq!(pasted.title, title, "{above}");
        assert_eq!(rows(&pasted)[0], "Årskurs 5=85|82|83", "{above}");
        assert_eq!(pasted.rows.len(), 3, "{above}");
    }
}

#[test]
fn the_number_of_a_slide_is_no_row() {
    for (text, expected) in [
        (
            "Resultat\n– Åk 8: 74 %\n– Åk 9: 81 %\n3",
            &["Åk 8=74", "Åk 9=81"][..],
        ),
        ("81\n79\n3", &["1=81", "2=79", "3=3"]),
    ] {
        let pasted = plain(text);
        assert_eq!(rows(&pasted), expected, "{text}");
        let last = pasted.lines.last().map(|line| line.became);
        assert_eq!(last == Some(Became::NoValue), expected.len() == 2, "{text}");
    }
}

#[test]
fn slides_are_read_line_by_line() {
    let turns = plain("Så många trivs\u{b}Åk 7\n75 %\nÅk 8\n79 %");
    assert_eq!(turns.split, Split::Turns);
    assert_eq!(
        (turns.title.as_str(), turns.unit.as_str()),
        ("Så många trivs", "%")
    );
    assert_eq!(rows(&turns), ["Åk 7=75", "Åk 8=79"]);
    let blocks = plain("Åk 7\nÅk 8\nÅk 9\n75\n79\n81\n");
    assert_eq!(blocks.split, Split::Blocks);
    assert_eq!(rows(&blocks), ["Åk 7=75", "Åk 8=79", "Åk 9=81"]);
    let bullets = plain(
        "Trivs i skolan\n• Flickor: 71 %\n• Pojkar: 75 %*\n* svarsfrekvens 60 procent saknas",
    );
    assert_eq!(bullets.title, "Trivs i skolan");
    assert_eq!(rows(&bullets)[..2], ["Flickor=71", "Pojkar=75"]);
    assert_eq!(bullets.rows[1].remark, "*");
}

#[test]
fn a_table_in_markdown_is_read() {
    let pasted = plain(
        "| Year | Share |\n|------|-------|\n| 2020 | 71.5% |\n| 2022 | 73% |\n| 2024 | n/a |",
    );
    assert_eq!(pasted.split, Split::Bar);
    assert_eq!(rows(&pasted), ["2020=71.5", "2022=73", "2024=[n/a]"]);
    assert_eq!(pasted.lines[1].became, Became::Rule);
    assert!(matches!(pasted.body(), Body::Series { names, .. } if names.is_empty()));
    assert_eq!(pasted.chart(ChartId(4)).title, "Share");
}

#[test]
fn what_can_be_read_in_two_ways_is_said_and_can_be_changed() {
    let text = "Solna\t1,234\nBromma\t2,345";
    let pasted = plain(text);
    assert_eq!(
        (rows(&pasted), pasted.two_ways),
        (vec!["Solna=1.234".to_owned(), "Bromma=2.345".to_owned()], 2)
    );
    let wish = PasteWish {
        decimal: Some(Sign::Point),
        ..PasteWish::default()
    };
    let other = read(text, wish);
    assert_eq!(
        (rows(&other), other.two_ways),
        (vec!["Solna=1234".to_owned(), "Bromma=2345".to_owned()], 0)
    );
    let told = plain("Solna\t1,234\nBromma\t2,345.5");
    assert_eq!(rows(&told), ["Solna=1234", "Bromma=2345.5"]);
}

#[test]
fn headings_and_the_way_to_split_can_be_changed() {
    let text = "Andel;81\nMedel;79";
    let headed = read(
        text,
        PasteWish {
            headings: Some(true),
            ..PasteWish::default()
        },
    );
    assert_eq!(
        (rows(&headed), headed.headings.clone()),
        (vec!["Medel=79".to_owned()], vec!["81".into()])
    );
    let words = read(
        "a;1\nb;2",
        PasteWish {
            split: Some(Split::Comma),
            ..PasteWish::default()
        },
    );
    assert!(!words.has_values());
    let none = read(
        "Årskurs;Andel\nåk 9;81",
        PasteWish {
            headings: Some(false),
            ..PasteWish::default()
        },
    );
    assert_eq!(rows(&none), ["Årskurs=[Andel]", "åk 9=81"]);
}

#[test]
fn words_where_values_stand_are_kept_as_reasons_and_told() {
    let pasted = plain("Åk 7\t75\nÅk 8\tfärre än 5\nÅk 9\t81");
    assert_eq!(rows(&pasted), ["Åk 7=75", "Åk 8=[färre än 5]", "Åk 9=81"]);
    assert_eq!(
        pasted.unread,
        [Unread {
            line: 1,
            text: "färre än 5".into()
        }]
    );
    for lang in Lang::ALL {
        assert!(pasted.remarks(&Texts::new(lang))[0].contains("färre än 5"));
    }
}

#[test]
fn too_much_is_told() {
    let many: Vec<String> = (0..1_500).map(|n| format!("r{n}\t{n}")).collect();
    let pasted = plain(&many.join("\n"));
    assert_eq!(
        (pasted.rows.len(), pasted.lines.len(), pasted.beyond),
        (200, MAX_LINES, 500)
    );
    let over = pasted
        .lines
        .iter()
        .filter(|line| line.became == Became::Over)
        .count();
    assert_eq!(over, 800);
    let long = plain(&"x 1 ".repeat(10_000));
    assert_eq!(long.lines[0].became, Became::Over);
    assert_eq!(plain("").lines.len(), 1);
}

/// Says that every line is told of, every row comes of a line, and rows are as wide as the headings.
fn holds(text: &str, wish: PasteWish) {
    let pasted = read(text, wish);
    let unix = text.replace("\r\n", "\n");
    let unix = unix.strip_suffix(is_line_end).unwrap_or(&unix);
    assert_eq!(
        pasted.lines.len() + pasted.beyond,
        unix.split(is_line_end).count()
    );
    let mut told: Vec<usize> = Vec::new();
    for line in &pasted.lines {
        match line.became {
            Became::Row(row) => told.push(row),
            Became::Part(row) => assert!(row < pasted.rows.len()),
            Became::Blank => assert!(line.text.is_empty(), "{:?}", line.text),
            _ => {}
        }
    }
    told.sort_unstable();
    assert_eq!(
        told,
        (0..pasted.rows.len()).collect::<Vec<_>>(),
        "a line for every row"
    );
    for row in &pasted.rows {
        assert_eq!(row.cells.len(), pasted.headings.len());
        assert!(
            row.cells
                .iter()
                .all(|cell| !matches!(cell, Cell::Value(value) if !value.is_finite()))
        );
    }
    let chart = pasted.chart(ChartId(1));
    assert_eq!(chart.body.rows().len(), pasted.rows.len());
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        drop(pasted.remarks(&texts));
        assert!(Split::ALL.iter().all(|split| !split.say(&texts).is_empty()));
    }
}

fn any_wish() -> impl Strategy<Value = PasteWish> {
    let split = proptest::option::of(proptest::sample::select(Split::ALL.to_vec()));
    let decimal = proptest::option::of(proptest::sample::select(vec![Sign::Comma, Sign::Point]));
    (split, decimal, proptest::option::of(any::<bool>())).prop_map(|(split, decimal, headings)| {
        PasteWish {
            split,
            decimal,
            headings,
        }
    })
}

proptest! {
    #[test]
    fn anything_can_be_pasted(text in any::<String>(), wish in any_wish()) {
        holds(&text, wish);
    }

    #[test]
    fn anything_like_a_table_can_be_pasted(
        text in "(([a-zå]{0,3}|[0-9 ,.]{1,6}|%|:|-|\\.\\.|\"|•|ca|åk)([\t;| ,]|  |: |\n|\r\n|\u{b}|\u{a0}))*",
        wish in any_wish(),
    ) {
        holds(&text, wish);
    }

    #[test]
    fn a_table_written_out_is_read_back(
        values in proptest::collection::vec(proptest::collection::vec(0_u32..100_000, 2), 1..8),
        split in proptest::sample::select(vec!["\t", ";", "   "]),
    ) {
        let lines: Vec<String> = values
            .iter()
            .enumerate()
            .map(|(at, row)| format!("rad {at}x{split}{}{split}{}", row[0], f64::from(row[1]) / 10.0))
            .collect();
        let pasted = plain(&lines.join("\n"));
        let read: Vec<Vec<f64>> = pasted.rows.iter().map(|row| row.cells.iter().filter_map(Cell::number).collect()).collect();
        let wanted: Vec<Vec<f64>> = values.iter().map(|row| vec![f64::from(row[0]), f64::from(row[1]) / 10.0]).collect();
        prop_assert_eq!(read, wanted);
    }
}
