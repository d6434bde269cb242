//! Which labels are times, which columns are places that would be compared, and which labels are totals of others.

use super::names::{bare, plain};
use crate::data::table::Role;

/// Where a period stands in time: the year, and its part.
pub(super) type Period = (i32, u16);

/// Reads a label that is a time: `2023`, `2023/24`, `2023M04`, `2023K2`, `2023-04-01`, `2010-nov`, `ht 2022`.
pub(super) fn period(label: &str) -> Option<Period> {
    let label = label.trim();
    let bytes = label.as_bytes();
    if bytes.len() > 20 || !label.is_ascii() {
        return None;
    }
    if let Some(term) = term(label) {
        return Some(term);
    }
    let year = label
        .get(..4)
        .filter(|year| year.bytes().all(|b| b.is_ascii_digit()))?;
    let year: i32 = year
        .parse()
        .ok()
        .filter(|year| (1500..2500).contains(year))?;
    let rest = label.get(4..)?;
    let number = |text: &str, most: u16| {
        let short = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        let value: u16 = text.parse().ok().filter(|_| short)?;
        (1..=most).contains(&value).then_some(value)
    };
    // Every pattern below begins with a letter of one byte.
    let tail = rest.get(1..).unwrap_or_default();
    let part = match rest.as_bytes() {
        [] => 0,
        [b'/' | b'-', b'0'..=b'9', ..] if is_next_year(year, tail) => 0,
        [b'M' | b'm', ..] => number(tail, 12)?,
        [b'K' | b'k' | b'Q' | b'q' | b'T' | b't', ..] => number(tail, 4)?,
        [b'V' | b'v' | b'W' | b'w' | b'U' | b'u', ..] => number(tail, 53)?,
        [b'H' | b'h', ..] => number(tail, 2)?,
        [b'-', ..] => match tail.split_once(['-', ' ', 'T']) {
            Some((month, day)) => number(month, 12)? * 32 + number(day.get(..2)?, 31)?,
            None => number(tail, 12).or_else(|| month(tail))? * 32,
        },
        _ => return None,
    };
    Some((year, part))
}

/// A school year or another pair: `2023/24`, `2023/2024`, `2023-2024`. A month is no second year.
fn is_next_year(year: i32, rest: &str) -> bool {
    let next: Option<i32> = rest.parse().ok();
    match rest.len() {
        2 => next == Some((year + 1) % 100),
        4 => next == Some(year + 1),
        _ => false,
    }
}

/// Reads `ht 2022`, `VT23`: spring comes before autumn.
fn term(label: &str) -> Option<Period> {
    let (word, year) = (label.get(..2)?, label.get(2..)?.trim());
    let part = match word.to_ascii_lowercase().as_str() {
        "vt" => 1,
        "ht" => 2,
        _ => return None,
    };
    let value: i32 = year.parse().ok()?;
    match year.len() {
        2 => Some((2000 + value, part)),
        4 => Some((value, part)),
        _ => None,
    }
}

fn month(word: &str) -> Option<u16> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "dec",
    ];
    let word = word.to_ascii_lowercase();
    if word.len() < 3 {
        return None;
    }
    let at = MONTHS.iter().position(|month| word.starts_with(month))?;
    // "mars" and "maj" both begin with "ma".
    (!word.bytes().any(|b| b.is_ascii_digit())).then_some(at as u16 + 1)
}

/// Guesses what a column is about from its heading.
pub(super) fn role(heading: &str) -> Role {
    const TIMES: [&str; 14] = [
        "tid", "time", "ar", "year", "period", "manad", "month", "kvartal", "quarter", "lasar",
        "termin", "datum", "date", "vecka",
    ];
    const PLACES: [&str; 13] = [
        "region",
        "geo",
        "kommun",
        "kommunnamn",
        "kommunkod",
        "municipality",
        "lan",
        "county",
        "land",
        "country",
        "deso",
        "tatort",
        "stad",
    ];
    let name = bare(&plain(heading));
    let ends = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
    if TIMES.contains(&name.as_str()) {
        Role::Time
    } else if PLACES.contains(&name.as_str())
        || (ends(&["kommun", "kommunkod", "kommunnamn", "municipality"])
            && !name.starts_with("typ"))
    {
        Role::Place
    } else {
        Role::Other
    }
}

/// Says whether a label may name a place: an answer from 1 to 5 does not, also where the question is about the country.
pub(super) fn is_place(label: &str) -> bool {
    let answer = label.parse::<f64>().is_ok_and(|value| value < 10.0);
    !label.is_empty() && (!answer || label.starts_with('0') && label.len() > 1)
}

/// The words for all of a column together, in small letters without rings and dots.
const WHOLE: [&str; 22] = [
    "total",
    "totalt",
    "totala",
    "tot",
    "totals",
    "summa",
    "sum",
    "samtliga",
    "alla",
    "all",
    "riket",
    "hela riket",
    "hela landet",
    "sverige",
    "both sexes",
    "bada konen",
    "bada",
    "both",
    "all ages",
    "alla aldrar",
    "totalt antal",
    "all categories",
];
/// What longer names for it begin with.
const BEGINS: [&str; 7] = [
    "totalt ",
    "total ",
    "samtliga ",
    "summa ",
    "all categories",
    "totalt,",
    "total,",
];

/// Says whether a label stands for all the others of its column together.
///
/// Only the words that publishers write; a school called "Alla tiders" is none.
pub(in crate::data) fn is_total(label: &str) -> bool {
    // Most labels end here: the hot path of a long file.
    let inside = |c: &u8| c.is_ascii_alphanumeric();
    let trimmed = match label.as_bytes() {
        [first, .., last] if inside(first) && inside(last) => label,
        _ => label.trim_matches(|c: char| !c.is_alphanumeric()),
    };
    label.len() <= 80 && may_begin_a_total(trimmed.as_bytes()) && is_named_total(trimmed)
}

fn is_named_total(label: &str) -> bool {
    let name = plain(label);
    WHOLE.contains(&name.as_str()) || BEGINS.iter().any(|begin| name.starts_with(begin))
}

/// Says whether a label begins with the letters of a word for a total, rings and dots aside.
fn may_begin_a_total(label: &[u8]) -> bool {
    let first = label.first().unwrap_or(&0).to_ascii_lowercase();
    match label.get(1) {
        Some(second) if first.is_ascii() && second.is_ascii() => matches!(
            (first, second.to_ascii_lowercase()),
            (b't', b'o')
                | (b's', b'u' | b'a' | b'v')
                | (b'a', b'l')
                | (b'b', b'o' | b'a')
                | (b'h', b'e')
                | (b'r', b'i')
        ),
        _ => matches!(first, b't' | b's' | b'a' | b'b' | b'h' | b'r' | 0xc3),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn times_are_read_in_the_forms_of_publishers() {
        for (label, found) in [
            ("2023", Some((2023, 0))),
            ("2023/24", Some((2023, 0))),
            ("2023/2024", Some((2023, 0))),
            ("2023-2024", Some((2023, 0))),
            ("2023M04", Some((2023, 4))),
            ("2007K2", Some((2007, 2))),
            ("2012T2", Some((2012, 2))),
            ("2023-04", Some((2023, 128))),
            ("2023-04-07", Some((2023, 135))),
            ("2010-nov", Some((2010, 352))),
            ("2010-maj", Some((2010, 160))),
            ("2010-mar", Some((2010, 96))),
            ("2010-okt", Some((2010, 320))),
            ("ht 2022", Some((2022, 2))),
            ("VT23", Some((2023, 1))),
            ("23", None),
            ("0114", None),
            ("2023 kr", None),
            ("2120001439", None),
            ("åk 9", None),
            ("", None),
        ] {
            assert_eq!(period(label), found, "{label}");
        }
    }

    #[test]
    fn totals_and_places_are_known_by_their_words() {
        for label in [
            "Totalt",
            "totalt, båda könen",
            "| Sverige |",
            "Riket",
            "Samtliga deltagande skolor - flickor",
            "båda könen",
            "tot",
        ] {
            assert!(is_total(label), "{label}");
        }
        for label in [
            "Haninge",
            "Alla tiders skola",
            "Tottra",
            "Ale",
            "",
            "Bådan",
            "Sum41",
        ] {
            assert!(!is_total(label), "{label}");
        }
        for (heading, found) in [
            ("Skolkommun", Role::Place),
            ("Kommun-kod", Role::Place),
            ("Län", Role::Place),
            ("Läsår", Role::Time),
            ("År", Role::Time),
            ("Kommunal", Role::Other),
            ("Typ av kommun", Role::Other),
            ("Skola", Role::Other),
        ] {
            assert_eq!(role(heading), found, "{heading}");
        }
    }

    proptest! {
        #[test]
        fn the_quick_way_to_a_total_finds_what_the_slow_one_finds(
            before in "[ |(Å]{0,2}",
            word in prop::sample::select([&WHOLE[..], &BEGINS[..], &["båda", "SAMTLIGA", "Älla", "s\u{301}umma", "Tottra", "to"]].concat()),
            after in "[ ,)a9å]{0,3}",
        ) {
            let label = format!("{before}{word}{after}");
            let trimmed = label.trim_matches(|c: char| !c.is_alphanumeric());
            prop_assert_eq!(is_total(&label), is_named_total(trimmed), "{}", label);
        }
    }
}
