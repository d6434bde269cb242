//! People in a file: answers as shares, small numbers hidden, columns that are never charted.

use std::{fmt::Write as _, io::Cursor, ops::ControlFlow};

use super::{ChoiceFault, Chosen, Remark, choose};
use crate::{
    data::{
        Fault,
        protect::origin::Origin,
        survey::{Part, Refused, Said},
    },
    domain::{
        chart::{Cell, ChartId},
        recipe::{Filter, Recipe, Value, Whose},
    },
    text::{Lang, SafeText, Texts},
};

fn made(text: &str, recipe: &Recipe) -> Result<Chosen, ChoiceFault> {
    let mut source = Cursor::new(text.as_bytes());
    let read = choose(&mut source, &"x.csv".into(), recipe, 5, &mut |_| {
        ControlFlow::Continue(())
    });
    read.map_err(|error| match error.fault {
        Fault::Choice(fault) => fault,
        fault => panic!("{fault:?}"),
    })
}

fn shares(items: &[&str], group: Option<&str>) -> Recipe {
    Recipe {
        value: Value::Shares {
            items: items.iter().map(|item| SafeText::line(item)).collect(),
            answers: Vec::new(),
        },
        group: group.map(SafeText::line),
        ..Recipe::default()
    }
}

fn counts(axis: &str, column: &str, whose: Whose) -> Recipe {
    Recipe {
        axis: Some(SafeText::line(axis)),
        value: Value::only(column),
        whose,
        ..Recipe::default()
    }
}

fn shown(chosen: &Chosen) -> String {
    let rows = chosen.body.rows().iter().map(|row| {
        let cells = row.cells.iter().map(|cell| {
            cell.number()
                .map_or_else(|| "·".to_owned(), |n| n.to_string())
        });
        let n = row.n.map_or(String::new(), |n| format!(" n {n}"));
        format!("{} {}{n}", row.label, cells.collect::<Vec<_>>().join(" "))
    });
    rows.collect::<Vec<_>>().join(" | ")
}

/// A survey of 80: with an id, a name of a friend, an address, a comment, two questions and a group.
fn survey() -> String {
    let mut text = "id;Namn;Mejl;Kön;Trygg?;Arbetsro?;Kommentar\n".to_owned();
    for at in 0..80 {
        let sex = ["Flicka", "Pojke", "Flicka", "Pojke", "Pojke"][at % 5];
        let safe = [
            "Alltid", "Ofta", "Ibland", "Alltid", "Aldrig", "Ofta", "Vet ej", "Alltid",
        ][at % 8];
        let calm = ["Ibland", "Ofta", "?", "Ofta"][at % 4];
        writeln!(text, "{};Person {at};p{at}@example.com;{sex};{safe};{calm};Jag tycker att det är så här nummer {at} i skolan",
            1000 + at).unwrap();
    }
    text
}

#[test]
fn a_question_becomes_shares_in_groups_with_n() {
    let one = made(&survey(), &shares(&["trygg"], None)).unwrap();
    assert_eq!(
        shown(&one),
        "Alltid 37.5 | Ofta 25 | Ibland 12.5 | Aldrig 12.5 | Vet ej 12.5"
    );
    assert_eq!(
        (one.n, one.title.as_str(), &one.origin),
        (Some(80), "Trygg?", &Origin::Survey)
    );
    let grouped = made(&survey(), &shares(&["Arbetsro"], Some("kön"))).unwrap();
    // 20 of 80 did not answer: 8 of 32 girls, 12 of 48 boys.
    assert_eq!(
        shown(&grouped),
        "Flicka 66.7 33.3 n 24 | Pojke 66.7 33.3 n 36"
    );
    assert_eq!(
        grouped.remarks[..1],
        [Remark::Survey(Said::Missing(vec![(
            "Arbetsro?".into(),
            20
        )]))]
    );
    // The addresses are told to whoever makes the chart, and not with it.
    assert!(matches!(
        &grouped.remarks[1..],
        [told @ Remark::Personal(..)] if !told.is_caveat()
    ));
    let chart = grouped.into_chart(ChartId(1), &Texts::new(Lang::Sv));
    assert_eq!((chart.n, chart.unit.as_str()), (Some(60), "andel %"));
    assert_eq!(
        chart.caveat.as_str(),
        "20 har inte svarat och räknas inte med."
    );
}

#[test]
fn questions_side_by_side_and_an_order_of_ones_own() {
    assert_eq!(
        made(&survey(), &shares(&["trygg,arbetsro"], None))
            .unwrap()
            .body,
        made(&survey(), &shares(&["trygg", "arbetsro"], None))
            .unwrap()
            .body
    );
    let mut recipe = shares(&["trygg", "arbetsro"], None);
    let side = made(&survey(), &recipe).unwrap();
    assert_eq!(
        shown(&side),
        "Trygg? 37.5 25 12.5 12.5 12.5 n 80 | Arbetsro? 0 66.7 33.3 0 0 n 60"
    );
    if let Value::Shares { answers, .. } = &mut recipe.value {
        *answers = vec!["aldrig".into(), "ibland".into()];
    }
    let turned = made(&survey(), &recipe).unwrap();
    let columns: Vec<&str> = turned
        .body
        .columns()
        .iter()
        .map(|name| name.as_str())
        .collect();
    assert_eq!(columns, ["Aldrig", "Ibland", "Alltid", "Ofta", "Vet ej"]);
    let mut typed = shares(&["trygg", "arbetsro"], None);
    if let Value::Shares { answers, .. } = &mut typed.value {
        *answers = vec!["aldrig, ibland".into()];
    }
    assert_eq!(made(&survey(), &typed).unwrap().body, turned.body);
    // The recipe keeps the order in the words of the file, so that it can be read again.
    assert_eq!(made(&survey(), &turned.recipe).unwrap().body, turned.body);
}

#[test]
fn columns_that_tell_who_people_are_are_never_drawn() {
    for (name, part) in [
        ("id", Part::Own),
        ("Namn", Part::Name),
        ("Mejl", Part::Personal),
        ("Kommentar", Part::FreeText),
    ] {
        let refused = Err(ChoiceFault::Survey(Refused::Column(name.into(), part)));
        assert_eq!(made(&survey(), &shares(&[name], None)), refused, "{name}");
        assert_eq!(
            made(&survey(), &shares(&["trygg"], Some(name))),
            refused,
            "{name}"
        );
    }
    let rows = "Elev;Antal\n900101-9802;12\n900102-9801;13\n";
    let axis = made(rows, &counts("Elev", "Antal", Whose::Unsaid));
    assert_eq!(
        axis,
        Err(ChoiceFault::Survey(Refused::Column(
            "Elev".into(),
            Part::Personal
        )))
    );
    let mail = survey();
    let counted = Recipe {
        axis: Some("Mejl".into()),
        value: Value::Rows,
        ..Recipe::default()
    };
    assert!(matches!(
        made(&mail, &counted),
        Err(ChoiceFault::Survey(Refused::Column(..)))
    ));
}

#[test]
fn filters_keep_some_people_and_too_few_are_refused() {
    let mut recipe = shares(&["trygg"], None);
    recipe.filters = vec![Filter {
        column: "kön".into(),
        labels: vec!["flick".into()],
    }];
    let girls = made(&survey(), &recipe).unwrap();
    assert_eq!(girls.remarks[0], Remark::Rows(32, 80));
    recipe.filters = vec![Filter {
        column: "id".into(),
        labels: vec!["1003".into()],
    }];
    assert_eq!(
        made(&survey(), &recipe),
        Err(ChoiceFault::Survey(Refused::Few(5)))
    );
    recipe.filters[0].labels = vec!["nobody".into()];
    assert!(matches!(
        made(&survey(), &recipe),
        Err(ChoiceFault::NoLabel { .. })
    ));
}

const OWN: &str = "Skola;Antal elever\nAsk;3\nBo;30\nEk;12\n";

#[test]
fn small_numbers_are_hidden_in_files_of_ones_own_and_the_guess_is_said() {
    let own = made(OWN, &counts("Skola", "Antal elever", Whose::Unsaid)).unwrap();
    assert_eq!(shown(&own), "Ask · | Bo 30 | Ek ·");
    assert_eq!(
        own.remarks,
        [Remark::Hidden(2, 5), Remark::AsOwn("Antal elever".into())]
    );
    let chart = own.into_chart(ChartId(1), &Texts::new(Lang::Sv));
    let missing = |row: usize| match &chart.body.rows()[row].cells[0] {
        Cell::Missing(why) => why.to_string(),
        Cell::Value(value) => value.to_string(),
    };
    assert_eq!(missing(0), "dolt: skyddar små tal");
    assert_eq!(missing(2), "dolt: skyddar små tal");
    // What was hidden is nowhere in the chart as it is written.
    let written = ron::to_string(&chart).unwrap();
    assert!(
        !written.contains("3.0") && !written.contains("12"),
        "{written}"
    );
    let said = made(OWN, &counts("Skola", "Antal elever", Whose::Own)).unwrap();
    assert_eq!(said.remarks, [Remark::Hidden(2, 5)]);
}

#[test]
fn published_files_keep_their_publishers_marks() {
    let published = made(OWN, &counts("Skola", "Antal elever", Whose::Published)).unwrap();
    assert_eq!(shown(&published), "Ask 3 | Bo 30 | Ek 12");
    let named = format!("Källa: Skolverket\n\n{OWN}");
    let guessed = made(&named, &counts("Skola", "Antal elever", Whose::Unsaid)).unwrap();
    assert_eq!(shown(&guessed), "Ask 3 | Bo 30 | Ek 12");
    assert_eq!(guessed.remarks, [Remark::AsPublished("Skolverket".into())]);
    let own = made(&named, &counts("Skola", "Antal elever", Whose::Own)).unwrap();
    assert_eq!(shown(&own), "Ask · | Bo 30 | Ek ·");
}

#[test]
fn shares_of_a_known_n_are_counts_and_others_cannot_be_checked() {
    let text = "Skola;Andel trygga (%);n\nAsk;98;100\nBo;80;50\nEk;6;50\n";
    let mut recipe = counts("Skola", "Andel", Whose::Unsaid);
    let unchecked = made(text, &recipe).unwrap();
    assert_eq!(unchecked.remarks, [Remark::Unchecked]);
    recipe.n = Some("n".into());
    let checked = made(text, &recipe).unwrap();
    assert_eq!(shown(&checked), "Ask · n 100 | Bo 80 n 50 | Ek · n 50");
    // Kronor are no people.
    let kronor = made(
        "Skola;Kostnad (kr)\nAsk;3\nBo;30\n",
        &counts("Skola", "Kostnad", Whose::Unsaid),
    )
    .unwrap();
    assert_eq!(kronor.remarks, []);
}
