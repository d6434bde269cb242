use proptest::prelude::*;

use super::*;

fn look(cells: &[&str]) -> Vec<(Kind, u64, u64)> {
    let mut looking = Looking::default();
    for (at, cell) in cells.iter().enumerate() {
        looking.look(at as u64 + 2, &Raw::Text((*cell).into()));
    }
    let found = looking.end();
    found.iter().map(|f| (f.kind, f.count, f.first)).collect()
}

#[test]
fn what_is_people_is_counted_and_its_first_row_told() {
    assert_eq!(
        look(&["", "900101-9802", "900161-9809", "19900101-9802"]),
        [(Kind::Identity, 2, 3), (Kind::Coordination, 1, 4)]
    );
    assert_eq!(
        look(&["ja", "ring 900101-9802 sen", "nej"]),
        [(Kind::Identity, 1, 3)]
    );
    assert_eq!(
        look(&["9001019802", "9001029801"]),
        [(Kind::Identity, 2, 2)]
    );
    assert_eq!(look(&["x", "070-174 06 05"]), [(Kind::Phone, 1, 3)]);
    assert_eq!(look(&["0701740605", "0701740606"]), [(Kind::Phone, 2, 2)]);
    assert_eq!(
        look(&["a@example.com, b@example.com"]),
        [(Kind::Mail, 1, 2)]
    );
}

#[test]
fn a_workbook_holds_some_as_numbers() {
    let mut looking = Looking::default();
    looking.look(2, &Raw::Number(9_001_019_802.0));
    looking.look(3, &Raw::Number(199_001_019_802.0));
    assert_eq!(looking.end()[0].count, 2);
    // Somebody born in 2001 loses the zeros in front.
    let mut short = Looking::default();
    short.look(2, &Raw::Number(101_019_800.0));
    assert_eq!(short.end().len(), 1);
}

#[test]
fn numbers_of_others_are_not_people() {
    for cells in [
        // Organisations, also one whose number has a right check digit.
        &["2120001686", "5569175663", "212000-1686", "556917-5663"][..],
        &["48016437", "12813506", "79844557"],
        &["0114", "0180", "1480"],
        &["2023", "2024", "2023/24"],
        // Times as digits: every tenth has a right check digit by chance.
        &[
            "202401151230",
            "202401151231",
            "202401151232",
            "202401151233",
            "202401151234",
        ],
        &[
            "2401151230",
            "2401151231",
            "2401151232",
            "2401151233",
            "2401151234",
            "2401151235",
        ],
        &["8740020212", "8740020213"],
        &["2026-08-19", "2026-08-19T10:30:00"],
        &["1 088 000", "12 345 678 901"],
        &["@ask", "5 @ 10"],
    ] {
        assert_eq!(look(cells), [], "{cells:?}");
    }
}

proptest! {
    /// Numbers that count up, as ids and amounts do, are nobody's.
    #[test]
    fn counting_up_meets_nobody(start in 1_000_000_000_u64..9_999_990_000) {
        let mut looking = Looking::default();
        for at in 0..200 {
            looking.look(at + 2, &Raw::Text((start + at).to_string().into()));
        }
        let identity = looking.end();
        prop_assert!(identity.iter().all(|f| f.kind == Kind::Phone), "{identity:?}");
    }

    #[test]
    fn whatever_stands_in_a_cell_nothing_breaks(text in ".{0,60}", digits in "[0-9+() -]{0,20}") {
        let mut looking = Looking::default();
        looking.look(1, &Raw::Text(text.into()));
        looking.look(2, &Raw::Text(digits.into()));
        prop_assert!(looking.end().len() <= 4);
    }
}
