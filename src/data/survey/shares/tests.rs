use std::{fmt::Write as _, io::Cursor};

use proptest::prelude::*;

use super::*;
use crate::data::{
    csv,
    rows::{Raw, Wish},
    survey::tally::Ask,
};

/// Counts a file with a heading on its first row.
fn tally(text: &str, items: &[usize], group: Option<usize>) -> Tally {
    let mut tally = Tally::new(Ask {
        items: items.to_vec(),
        group,
        ..Ask::default()
    });
    let mut source = Cursor::new(text.as_bytes());
    let mut opened = csv::open(&mut source, &"x.csv".into(), &Wish::default()).unwrap();
    let mut first = true;
    let mut each = |_: u64, cells: &[Raw<'_>]| {
        if !std::mem::take(&mut first) {
            tally.row(cells);
        }
        std::ops::ControlFlow::Continue(())
    };
    opened.rows.walk(&mut each).unwrap();
    tally
}

fn shares(tally: &Tally, grouped: bool) -> Result<Shares, Refused> {
    let names: Vec<SafeText> = (1..=tally.items.len())
        .map(|at| SafeText::line(&format!("F{at}")))
        .collect();
    Asked {
        tally,
        names: &names,
        grouped,
        order: &[],
        limit: 5,
    }
    .shares()
}

/// Makes a file of answers and groups with so many of each.
fn file(people: &[(&str, &str, usize)]) -> String {
    let mut text = "svar;grupp\n".to_owned();
    for (answer, group, count) in people {
        text.push_str(&format!("{answer};{group}\n").repeat(*count));
    }
    text
}

fn told(shares: &Shares) -> String {
    let rows = shares.body.rows().iter().map(|row| {
        let cells = row.cells.iter().map(|cell| {
            cell.number()
                .map_or_else(|| "·".to_owned(), |value| value.to_string())
        });
        let n = row.n.map_or(String::new(), |n| format!(" n {n}"));
        format!("{}: {}{n}", row.label, cells.collect::<Vec<_>>().join(" "))
    });
    rows.collect::<Vec<_>>().join(" | ")
}

#[test]
fn one_question_is_a_bar_for_each_answer() {
    let text = file(&[
        ("Nej", "a", 30),
        ("Vet ej", "a", 6),
        ("Ja", "a", 24),
        ("", "a", 7),
        ("DATA EXPIRED", "a", 1),
    ]);
    let found = shares(&tally(&text, &[0], None), false).unwrap();
    assert_eq!(told(&found), "Ja: 40 | Nej: 50 | Vet ej: 10");
    assert_eq!(found.n, Some(60));
    assert_eq!(found.said, [Said::Missing(vec![("F1".into(), 8)])]);
}

#[test]
fn small_numbers_and_small_groups_are_not_shown() {
    let text = file(&[
        ("Ja", "F", 20),
        ("Nej", "F", 15),
        ("Vet ej", "F", 5),
        ("Ja", "P", 30),
        ("Nej", "P", 8),
        ("Vet ej", "P", 2),
        ("Ja", "Annat", 3),
        ("Nej", "", 4),
    ]);
    let found = shares(&tally(&text, &[0], Some(1)), true).unwrap();
    assert_eq!(told(&found), "F: 50 · · n 40 | P: 75 · · n 40");
    assert_eq!(found.n, Some(80));
    assert_eq!(
        found.said,
        [
            Said::Ungrouped(4),
            Said::NotDrawn(vec!["Annat".into()], 5),
            Said::Hidden(4, 5)
        ]
    );
}

#[test]
fn a_small_group_that_answers_alike_is_not_drawn() {
    let text = file(&[
        ("Ja", "A", 8),
        ("Nej", "A", 0),
        ("Ja", "B", 10),
        ("Ja", "C", 7),
        ("Nej", "C", 8),
    ]);
    let found = shares(&tally(&text, &[0], Some(1)), true).unwrap();
    assert_eq!(told(&found), "B: 100 0 n 10 | C: 46.7 53.3 n 15");
    let few = file(&[("Ja", "A", 4)]);
    assert_eq!(
        shares(&tally(&few, &[0], None), false),
        Err(Refused::Few(5))
    );
}

#[test]
fn several_questions_stand_side_by_side() {
    let text = format!(
        "f1;f2;f3\n{}{}{}",
        "Ofta;Aldrig;\n".repeat(6),
        "Aldrig;Ibland;Ofta\n".repeat(6),
        "Ofta;;5\n"
    );
    let asked = tally(&text, &[0, 1], None);
    let found = shares(&asked, false).unwrap();
    assert_eq!(told(&found), "F1: 53.8 0 46.2 n 13 | F2: 0 50 50 n 12");
    let answers: Vec<&str> = found.answers.iter().map(SafeText::as_str).collect();
    assert_eq!(answers, ["Ofta", "Ibland", "Aldrig"]);
    assert_eq!(found.said, [Said::Missing(vec![("F2".into(), 1)])]);
    let apart = tally("a;b\nja;5\nnej;4\nja;3\n", &[0, 1], None);
    assert!(matches!(shares(&apart, false), Err(Refused::Differ(..))));
}

#[test]
fn several_answers_a_person_are_shares_of_people() {
    let people = [
        ("1;Musik|Dans\n", 8),
        ("2;Musik\n", 8),
        ("3;Sport|Sport\n", 3),
    ];
    let lines: Vec<String> = people
        .iter()
        .map(|(line, count)| line.repeat(*count))
        .collect();
    let text = format!("id;vad\n{}", lines.concat());
    let found = shares(&tally(&text, &[1], None), false).unwrap();
    // Sport is 3 of 19, and Musik leaves 3.
    assert_eq!(told(&found), "Musik: · | Dans: 42.1 | Sport: ·");
    assert_eq!((found.n, &found.said[0]), (Some(19), &Said::Several));
}

#[test]
fn boxes_that_were_ticked_are_shares_of_those_who_ticked_any() {
    let text = format!(
        "a;b;c\n{}{}{}",
        "x;;1\n".repeat(6),
        "x;X;1\n".repeat(6),
        ";;1\n".repeat(9)
    );
    let found = shares(&tally(&text, &[0, 1], None), false).unwrap();
    assert_eq!(told(&found), "F1: 100 | F2: 50");
    assert_eq!((found.n, &found.said[1]), (Some(12), &Said::Ticked));
}

#[test]
fn free_text_and_orders_of_nothing_are_refused() {
    let lines: Vec<String> = (0..40).map(|at| format!("svar {at};x\n")).collect();
    let text = format!("a;b\n{}", lines.concat());
    assert!(matches!(
        shares(&tally(&text, &[0], None), false),
        Err(Refused::Many(_, 40))
    ));
    let tally = tally(&file(&[("Ja", "a", 9), ("Nej", "a", 9)]), &[0], None);
    let asked = Asked {
        tally: &tally,
        names: &["F".into()],
        grouped: false,
        order: &["Nej".into(), "Kanske".into()],
        limit: 5,
    };
    assert_eq!(
        asked.shares().unwrap_err(),
        Refused::NoAnswer("Kanske".into(), vec!["Ja".into(), "Nej".into()])
    );
}

proptest! {
    /// Whatever people answer: the shares of a row are of those who answered it, no small count is shown, and no group under the limit.
    #[test]
    fn shares_are_of_those_who_answered(people in prop::collection::vec((0_usize..5, 0_usize..4), 1..150)) {
        const ANSWERS: [&str; 5] = ["Alltid", "Ofta", "Ibland", "Aldrig", ""];
        const GROUPS: [&str; 4] = ["F", "P", "Annat", ""];
        let mut counts = [[0_u64; 4]; 3];
        let mut text = "svar;grupp\n".to_owned();
        for (answer, group) in &people {
            writeln!(text, "{};{}", ANSWERS[*answer], GROUPS[*group]).unwrap();
            if *group < 3 && *answer < 4 {
                counts[*group][*answer] += 1;
            }
        }
        let Ok(found) = shares(&tally(&text, &[0], Some(1)), true) else {
            prop_assert!(counts.iter().all(|of| of.iter().sum::<u64>() < 10));
            return Ok(());
        };
        for row in found.body.rows() {
            let group = GROUPS.iter().position(|name| *name == row.label.as_str()).unwrap();
            let n: u64 = counts[group].iter().sum();
            prop_assert!(n >= 5);
            prop_assert!(row.n.is_none_or(|shown| u64::from(shown) == n));
            for (cell, answer) in row.cells.iter().zip(&found.answers) {
                let at = ANSWERS.iter().position(|name| *name == answer.as_str()).unwrap();
                let count = counts[group][at];
                if let Some(value) = cell.number() {
                    prop_assert!(count == 0 || count >= 5);
                    prop_assert!((value - count as f64 * 100.0 / n as f64).abs() <= 0.05 + 1e-9);
                }
            }
        }
    }
}
