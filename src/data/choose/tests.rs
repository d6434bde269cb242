//! Small files of the shapes that people have, and the charts that come of them.

use std::io::Cursor;

use super::*;
use crate::{
    domain::{
        chart::{Cell, Row},
        recipe::{Filter, Shape},
    },
    text::Lang,
};

/// What laws hold for any file.
mod laws;
/// People in a file.
mod people;

pub(super) fn made(text: &str, recipe: &Recipe) -> Result<Chosen, Fault> {
    let mut source = Cursor::new(text.as_bytes());
    let name = if text.starts_with('{') {
        "x.json"
    } else {
        "x.csv"
    };
    choose(&mut source, &name.into(), recipe, 0, &mut |_| {
        ControlFlow::Continue(())
    })
    .map_err(|error| error.fault)
}

fn fault(text: &str, recipe: &Recipe) -> ChoiceFault {
    match made(text, recipe) {
        Err(Fault::Choice(fault)) => {
            for lang in Lang::ALL {
                let said = fault.say(&Texts::new(lang));
                assert!(said.len() > 20 && !said.contains("choose-"), "{said}");
            }
            fault
        }
        other => panic!("{other:?}"),
    }
}

/// `x > y` with a value each, as a person would write the chart down.
fn shown(chosen: &Chosen) -> String {
    let cell = |cell: &Cell| match cell {
        Cell::Value(value) => value.to_string(),
        Cell::Missing(mark) => format!("[{mark}]"),
    };
    let row = |row: &Row| {
        let cells: Vec<String> = row.cells.iter().map(cell).collect();
        let n = row.n.map(|n| format!(" n{n}")).unwrap_or_default();
        format!("{} {}{n}", row.label, cells.join("/"))
    };
    let rows: Vec<String> = chosen.body.rows().iter().map(row).collect();
    rows.join(", ")
}

pub(super) fn recipe(axis: &str, value: Value) -> Recipe {
    Recipe {
        axis: (!axis.is_empty()).then(|| axis.into()),
        value,
        ..Recipe::default()
    }
}

pub(super) fn sum(column: &str) -> Value {
    Value::Numbers {
        columns: vec![column.into()],
        fold: Fold::Sum,
    }
}

fn only(recipe: Recipe, column: &str, labels: &[&str]) -> Recipe {
    let mut recipe = recipe;
    recipe.filters.push(Filter {
        column: column.into(),
        labels: labels.iter().map(|label| (*label).into()).collect(),
    });
    recipe
}

fn groups(recipe: Recipe, column: &str) -> Recipe {
    Recipe {
        group: Some(column.into()),
        ..recipe
    }
}

const SCHOOLS: &str = "Statistik från Skolverket\n\nKommun;Skola;Läsår;Elever;Andel (%)\n\
    Haninge;Ask;2021/22;100;50\nHaninge;Bo;2021/22;1 088;60,5\nHaninge;Ask;2020/21;90;..\n\
    Haninge;Bo;2020/21;..;.\nTyresö;Ce;2021/22;7;70\n\nFotnot om siffrorna\n";

#[test]
fn rows_are_filtered_folded_and_put_in_the_order_of_time() {
    let per_year = only(recipe("lasar", sum("elever")), "kommun", &["haninge"]);
    let chosen = made(SCHOOLS, &per_year).unwrap();
    assert_eq!(shown(&chosen), "2020/21 90, 2021/22 1188");
    assert!(matches!(chosen.body, Body::Series { .. }));
    assert_eq!(chosen.source.as_str(), "Statistik från Skolverket");
    assert_eq!(chosen.title.as_str(), "Elever, Haninge");
    assert_eq!(
        chosen.remarks,
        [
            Remark::Rows(4, 5),
            Remark::Sums(2),
            Remark::MissingWithin(1, vec!["..".into()])
        ]
    );
    // The sum of a year with a hidden school is part of a number, and its row says so.
    assert_eq!(chosen.partial, [(0, 1)]);
    let chart = chosen.clone().into_chart(ChartId(1), &Texts::new(Lang::Sv));
    assert_eq!(chart.body.rows()[0].remark.as_str(), "ett värde okänt");
    assert_eq!(chart.body.rows()[1].remark.as_str(), "");
    // The names are those of the file, so that it can be read again.
    let recipe = &chosen.recipe;
    assert_eq!(recipe.axis.as_deref(), Some("Läsår"));
    assert_eq!(recipe.filters[0].labels[0].as_str(), "Haninge");
    let again = made(SCHOOLS, recipe).unwrap();
    assert_eq!(again.body, chosen.body);
}

#[test]
fn groups_and_reasons_for_none() {
    let by_school = groups(recipe("Läsår", Value::only("Andel (%)")), "Skola");
    let chosen = made(SCHOOLS, &only(by_school, "Kommun", &["Haninge"])).unwrap();
    assert_eq!(shown(&chosen), "2020/21 [..]/[.], 2021/22 50/60.5");
    assert!(matches!(&chosen.body, Body::Series { names, .. } if names[1].as_str() == "Bo"));
    assert_eq!(chosen.unit.as_str(), "%");
    let means = Value::Numbers {
        columns: vec!["Andel (%)".into()],
        fold: Fold::Mean,
    };
    let chosen = made(SCHOOLS, &only(recipe("Läsår", means), "Kommun", &["Hani"])).unwrap();
    assert_eq!(shown(&chosen), "2020/21 [..], 2021/22 55.25");
    assert!(chosen.remarks.contains(&Remark::Means(2)));
}

#[test]
fn several_rows_on_one_place_are_told_and_never_mixed() {
    let per_year = only(
        recipe("Läsår", Value::only("Elever")),
        "Kommun",
        &["Haninge"],
    );
    assert_eq!(
        fault(SCHOOLS, &per_year),
        ChoiceFault::Several {
            at: "2021/22, Elever".into(),
            rows: Some((4, 5)),
            differ: vec!["Skola".into()],
        }
    );
}

#[test]
fn places_are_compared_only_when_asked() {
    let places = recipe("Skola", Value::only("Elever"));
    assert_eq!(
        fault(SCHOOLS, &only(places.clone(), "Läsår", &["2021/22"])),
        ChoiceFault::Places("Kommun".into())
    );
    let on_axis = only(recipe("Kommun", sum("Elever")), "Läsår", &["2021/22"]);
    assert!(matches!(fault(SCHOOLS, &on_axis), ChoiceFault::Places(_)));
    let compare = Recipe {
        compare: true,
        ..on_axis
    };
    assert_eq!(
        shown(&made(SCHOOLS, &compare).unwrap()),
        "Haninge 1188, Tyresö 7"
    );
    // Somebody who names all of them has seen that there are several.
    let all = only(recipe("Läsår", sum("Elever")), "Kommun", &[]);
    assert_eq!(
        shown(&made(SCHOOLS, &all).unwrap()),
        "2020/21 90, 2021/22 1195"
    );
}

const TOTALS: &str = "År;Kön;Antal\n2023;Totalt;100\n2023;Flickor;60\n2023;Pojkar;40\n2024;Totalt;110\n2024;Flickor;70\n2024;Pojkar;40\n";

#[test]
fn totals_are_not_added_to_their_parts() {
    assert_eq!(
        fault(TOTALS, &recipe("År", sum("Antal"))),
        ChoiceFault::Total("Kön".into(), "Totalt".into())
    );
    for (labels, expected) in [
        (&["Totalt"][..], "2023 100, 2024 110"),
        (&["flickor", "pojkar"], "2023 100, 2024 110"),
    ] {
        let recipe = only(recipe("År", sum("Antal")), "Kön", labels);
        assert_eq!(shown(&made(TOTALS, &recipe).unwrap()), expected);
    }
    let mixed = only(recipe("År", sum("Antal")), "Kön", &["Totalt", "Pojkar"]);
    assert!(matches!(fault(TOTALS, &mixed), ChoiceFault::Total(..)));
    // As groups they stand beside each other, and nothing is added.
    let beside = groups(recipe("År", sum("Antal")), "Kön");
    assert_eq!(
        shown(&made(TOTALS, &beside).unwrap()),
        "2023 100/60/40, 2024 110/70/40"
    );
}

#[test]
fn rows_that_say_nothing_where_others_do_may_be_totals() {
    let text = "Huvudman;Skola;Svar\nH;;30\nH;Ask;10\nH;Bo;20\n";
    let chosen = made(text, &recipe("Huvudman", sum("Svar"))).unwrap();
    assert!(chosen.remarks.contains(&Remark::Blank("Skola".into(), 1)));
}

const WIDE: &str = "Region;2021;2022;2023\nHaninge;1,5;..;3\nTyresö;4;5;6\n";

#[test]
fn columns_may_run_along_the_axis() {
    let years = Value::Numbers {
        columns: vec!["2021".into(), "2022".into(), "2023".into()],
        fold: Fold::Only,
    };
    let one = only(recipe("", years.clone()), "Region", &["haninge"]);
    let chosen = made(WIDE, &one).unwrap();
    assert_eq!(shown(&chosen), "2021 1.5, 2022 [..], 2023 3");
    assert!(matches!(&chosen.body, Body::Series { names, .. } if names.is_empty()));
    let both = Recipe {
        compare: true,
        ..groups(recipe("", years.clone()), "Region")
    };
    assert_eq!(
        shown(&made(WIDE, &both).unwrap()),
        "2021 1.5/4, 2022 [..]/5, 2023 3/6"
    );
    let beside = Recipe {
        compare: true,
        ..recipe("Region", years)
    };
    assert_eq!(
        shown(&made(WIDE, &beside).unwrap()),
        "Haninge 1.5/[..]/3, Tyresö 4/5/6"
    );
}

#[test]
fn rows_are_counted() {
    let text = "Kön;Svar\nF;ja\nF;nej\nP;ja\n";
    let chosen = made(text, &groups(recipe("Svar", Value::Rows), "Kön")).unwrap();
    assert_eq!(shown(&chosen), "ja 1/1, nej 1/[]");
    let chart = made(text, &recipe("Svar", Value::Rows))
        .unwrap()
        .into_chart(ChartId(1), &Texts::new(Lang::Sv));
    assert_eq!(chart.unit.as_str(), "rader");
}

const TWICE: &str = "Fråga;När;Andel %;n\nSover gott;sept;61;1500\nSover gott;dec;63;1100\nTrivs;sept;50;1500\nTrivs;dec;60;1100\n";

#[test]
fn before_and_after_tell_where_nothing_is_certain() {
    let mut both = groups(recipe("Fråga", Value::only("Andel")), "När");
    both.n = Some("n".into());
    both.shape = Shape::BeforeAfter {
        before: "SEPT".into(),
        after: "dec".into(),
    };
    let chosen = made(TWICE, &both).unwrap();
    assert_eq!(chosen.uncertain, [0]);
    let chart = chosen.into_chart(ChartId(1), &Texts::new(Lang::Sv));
    let Body::BeforeAfter {
        before,
        after,
        rows,
    } = &chart.body
    else {
        panic!("before and after")
    };
    assert_eq!((before.label.as_str(), before.n), ("sept", Some(1500)));
    assert_eq!((after.label.as_str(), after.n), ("dec", Some(1100)));
    assert_eq!(rows[0].remark.as_str(), "ingen säkerställd skillnad");
    assert_eq!(rows[1].remark.as_str(), "");
    // Without n on both sides nothing is said of certainty.
    both.n = None;
    assert_eq!(made(TWICE, &both).unwrap().uncertain, [0_usize; 0]);
    both.shape = Shape::BeforeAfter {
        before: "maj".into(),
        after: "dec".into(),
    };
    assert!(matches!(fault(TWICE, &both), ChoiceFault::NoOccasion(..)));
}

#[test]
fn names_that_fit_nothing_or_too_much_are_told() {
    let text = "Skola;Skolform;Elever\nAsk;Gr;1\nAskim;Gr;2\n";
    let base = || recipe("Skola", Value::only("Elever"));
    assert!(matches!(
        fault(text, &recipe("Sko", Value::only("Elever"))),
        ChoiceFault::ManyColumns(_, fit) if fit.len() == 2
    ));
    assert!(matches!(
        fault(text, &recipe("Kommun", Value::only("Elever"))),
        ChoiceFault::NoColumn(..)
    ));
    assert!(matches!(
        fault(text, &only(base(), "Skola", &["as"])),
        ChoiceFault::ManyLabels { fit, .. } if fit.len() == 2
    ));
    assert!(matches!(
        fault(text, &only(base(), "Skola", &["Bo"])),
        ChoiceFault::NoLabel { .. }
    ));
    assert!(matches!(
        fault(text, &recipe("", Value::only("Elever"))),
        ChoiceFault::Nothing
    ));
    assert!(matches!(
        fault(text, &recipe("Skola", Value::only("Skola"))),
        ChoiceFault::Twice(_)
    ));
    assert!(matches!(
        fault(text, &recipe("Skola", Value::only("Skolform"))),
        ChoiceFault::NoNumbers(_)
    ));
}

#[test]
fn numbers_that_may_be_thousands_follow_the_rest_of_the_file() {
    let text = "Skola;Elever;Andel\nAsk;1,234;2.5\nBo;2;3.5\n";
    let chosen = made(text, &recipe("Skola", Value::only("Elever"))).unwrap();
    assert_eq!(shown(&chosen), "Ask 1234, Bo 2");
    let text = "Skola;Elever;Andel\nAsk;1,234;2,5\nBo;2;3,5\n";
    let chosen = made(text, &recipe("Skola", Value::only("Elever"))).unwrap();
    assert_eq!(shown(&chosen), "Ask 1.234, Bo 2");
}

const CUBE: &str = r#"{"version": "2.0", "class": "dataset", "label": "Folkmängd efter region, kön och år", "source": "SCB",
 "updated": "2025-02-11", "id": ["Region", "Kon", "Tid"], "size": [2, 3, 2], "role": {"time": ["Tid"], "geo": ["Region"]},
 "dimension": {
  "Region": {"label": "region", "category": {"index": ["0136", "0138"], "label": {"0136": "Haninge", "0138": "Tyresö"}}},
  "Kon": {"label": "kön", "category": {"index": ["1", "2", "1+2"], "label": {"1": "män", "2": "kvinnor", "1+2": "totalt"}}},
  "Tid": {"label": "år", "category": {"index": ["2023", "2024"], "label": {"2023": "2023", "2024": "2024"}}}},
 "note": ["Brus enligt CKM."], "extension": {"noteMandatory": {"0": true}},
 "value": [1, 2, 3, 4, 4, 6, 10, 20, 30, null, 40, 20], "status": {"9": ".."}}"#;

fn measure() -> Value {
    Value::Numbers {
        columns: Vec::new(),
        fold: Fold::Only,
    }
}

#[test]
fn a_published_table_is_sliced() {
    let total = only(
        only(recipe("år", measure()), "region", &["haninge"]),
        "kön",
        &["totalt"],
    );
    let chosen = made(CUBE, &total).unwrap();
    assert_eq!(shown(&chosen), "2023 4, 2024 6");
    assert!(matches!(chosen.body, Body::Series { .. }));
    assert_eq!(chosen.source.as_str(), "SCB");
    assert_eq!(chosen.recipe.axis.as_deref(), Some("år"));
    assert!(matches!(&chosen.remarks[..], [Remark::Publisher(_)]));
    let chart = chosen.into_chart(ChartId(1), &Texts::new(Lang::Sv));
    assert_eq!(chart.citation().as_str(), "SCB, uppdaterad 2025-02-11");
    assert_eq!(chart.caveat.as_str(), "Brus enligt CKM.");
    // Codes are as good as names.
    let by_code = groups(only(recipe("Tid", measure()), "Region", &["0138"]), "Kon");
    assert_eq!(
        shown(&made(CUBE, &by_code).unwrap()),
        "2023 10/30/40, 2024 20/[..]/20"
    );
}

#[test]
fn labels_published_twice_carry_their_codes() {
    let table = r#"{"version":"2.0","class":"dataset","id":["skola","år"],"size":[3,1],"dimension":{
"skola":{"category":{"index":["a","b","c"],"label":{"a":"Centralskolan","b":"Ask","c":"Centralskolan"}}},
"år":{"category":{"index":["2024"]}}},"value":[1,2,3]}"#;
    let all = recipe("skola", measure());
    let chosen = made(table, &all).unwrap();
    assert_eq!(
        shown(&chosen),
        "Centralskolan (a) 1, Ask 2, Centralskolan (c) 3"
    );
    let one = only(all, "skola", &["Centralskolan (c)"]);
    assert_eq!(shown(&made(table, &one).unwrap()), "Centralskolan (c) 3");
}

#[test]
fn a_published_table_is_neither_mixed_nor_compared_unasked() {
    let open = recipe("år", measure());
    assert!(matches!(
        fault(CUBE, &open),
        ChoiceFault::Places(column) if column == "region"
    ));
    let haninge = only(open, "region", &["Haninge"]);
    assert_eq!(
        fault(CUBE, &haninge),
        ChoiceFault::Several {
            at: "2023".into(),
            rows: None,
            differ: vec!["kön".into()],
        }
    );
    let added = Recipe {
        value: Value::Numbers {
            columns: Vec::new(),
            fold: Fold::Sum,
        },
        ..haninge
    };
    assert!(matches!(fault(CUBE, &added), ChoiceFault::Total(..)));
    let parts = only(added, "kön", &["män", "kvinnor"]);
    assert_eq!(shown(&made(CUBE, &parts).unwrap()), "2023 4, 2024 6");
}

#[test]
fn a_read_can_be_left() {
    let mut text = String::from("Kön;Antal\n");
    for _ in 0..110_000 {
        text.push_str("Flickor;12\nPojkar;13\n");
    }
    let mut asked = 0;
    let mut source = Cursor::new(text.as_bytes());
    let left = choose(
        &mut source,
        &"x.csv".into(),
        &recipe("Kön", sum("Antal")),
        0,
        &mut |progress| {
            asked += 1;
            assert!(progress.at <= progress.of);
            if asked > 1 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        },
    );
    assert_eq!(left.map_err(|error| error.fault), Err(Fault::Left));
    assert_eq!(asked, 2);
    let chosen = made(&text, &recipe("Kön", sum("Antal"))).unwrap();
    assert_eq!(shown(&chosen), "Flickor 1320000, Pojkar 1430000");
}
