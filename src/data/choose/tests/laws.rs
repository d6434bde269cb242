//! What holds for any file of rows: nothing is lost or counted twice, the order is kept, filters meet in any order.

use std::fmt::Write;

use proptest::prelude::*;

use super::*;

/// A row: a school, a sort, a number or a mark.
type Line = (u8, u8, Option<i16>);

fn lines() -> impl Strategy<Value = Vec<Line>> {
    prop::collection::vec(
        (0..6_u8, 0..3_u8, prop::option::weighted(0.8, any::<i16>())),
        1..60,
    )
}

fn text(lines: &[Line]) -> String {
    let mut text = String::from("Skola;Sort;Antal\n");
    for (school, sort, count) in lines {
        let count = count.map_or_else(|| "..".to_owned(), |count| count.to_string());
        writeln!(text, "s{school};o{sort};{count}").expect("a text takes every line");
    }
    text
}

fn total(body: &Body) -> f64 {
    let cells = body.rows().iter().flat_map(|row| &row.cells);
    cells.filter_map(Cell::number).sum()
}

proptest! {
    #[test]
    fn sums_over_groups_are_the_total_of_the_rows_that_count(lines in lines(), sort in 0..3_u8) {
        let counting: Vec<&Line> = lines.iter().filter(|line| line.1 == sort).collect();
        let expected: i64 = counting.iter().filter_map(|line| line.2).map(i64::from).sum();
        let filtered = only(recipe("Skola", sum("Antal")), "Sort", &[&format!("o{sort}")]);
        match made(&text(&lines), &filtered) {
            Ok(chosen) => {
                prop_assert_eq!(total(&chosen.body) as i64, expected);
                // The order is that in which the schools first come among the rows that count.
                let mut order: Vec<String> = Vec::new();
                for line in &counting {
                    let label = format!("s{}", line.0);
                    if !order.contains(&label) {
                        order.push(label);
                    }
                }
                let found: Vec<String> = chosen.body.rows().iter().map(|row| row.label.to_string()).collect();
                prop_assert_eq!(found, order);
                let grouped = made(&text(&lines), &groups(recipe("Skola", sum("Antal")), "Sort")).unwrap();
                let all: i64 = lines.iter().filter_map(|line| line.2).map(i64::from).sum();
                prop_assert_eq!(total(&grouped.body) as i64, all);
            }
            Err(Fault::Choice(ChoiceFault::NoLabel { .. } | ChoiceFault::NoRows)) => prop_assert!(counting.is_empty()),
            Err(Fault::Choice(ChoiceFault::NoNumbers(_))) => {
                prop_assert!(counting.iter().all(|line| line.2.is_none()));
            }
            Err(other) => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn filters_meet_in_any_order(lines in lines(), school in 0..6_u8, sort in 0..3_u8) {
        let both = only(
            only(recipe("Skola", sum("Antal")), "Skola", &[&format!("s{school}")]),
            "Sort",
            &[&format!("o{sort}")],
        );
        let mut turned = both.clone();
        turned.filters.reverse();
        let text = text(&lines);
        match (made(&text, &both), made(&text, &turned)) {
            (Ok(one), Ok(other)) => prop_assert_eq!(one.body, other.body),
            (Err(_), Err(_)) => {}
            (one, other) => prop_assert!(false, "{:?} {:?}", one, other),
        }
    }

    #[test]
    fn rows_that_are_counted_are_all_of_them(lines in lines()) {
        let chosen = made(&text(&lines), &groups(recipe("Skola", Value::Rows), "Sort")).unwrap();
        prop_assert_eq!(total(&chosen.body) as usize, lines.len());
    }

    #[test]
    fn one_row_a_place_is_itself_and_several_are_never_mixed(lines in lines()) {
        let grouped = groups(recipe("Skola", Value::only("Antal")), "Sort");
        let mut places: Vec<(u8, u8)> = lines.iter().map(|line| (line.0, line.1)).collect();
        places.sort_unstable();
        let twice = places.windows(2).any(|two| two[0] == two[1]);
        match made(&text(&lines), &grouped) {
            Ok(chosen) => {
                prop_assert!(!twice);
                let numbers: Vec<f64> = chosen.body.rows().iter().flat_map(|row| &row.cells).filter_map(Cell::number).collect();
                prop_assert_eq!(numbers.len(), lines.iter().filter(|line| line.2.is_some()).count());
            }
            Err(Fault::Choice(ChoiceFault::Several { .. })) => prop_assert!(twice),
            Err(Fault::Choice(ChoiceFault::NoNumbers(_))) => prop_assert!(lines.iter().all(|line| line.2.is_none())),
            Err(other) => prop_assert!(false, "{:?}", other),
        }
    }
}
