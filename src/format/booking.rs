//! When and how long, as people write it in preparation: `24/11 9.00`, `i morgon 13`, `10-25`.

use crate::{
    domain::Minutes,
    text::{Lang, Moment, Span, clock, clock::Zone},
};

/// No stage is longer than a long day.
const LONGEST: u16 = 600;

/// Reads a planned start: a clock time alone (today, or tomorrow where that has been), or after a date (`2026-11-24`, `24/11`), a weekday
/// or the word for tomorrow. A day and month without a year are the next ones to come.
pub fn start(text: &str, now: Moment, zone: &Zone) -> Option<Moment> {
    let text = text.trim().to_lowercase();
    let (day, time) = match text.rsplit_once(char::is_whitespace) {
        Some((day, time)) => (day.trim(), time),
        None => ("", text.as_str()),
    };
    let clock = clock::parse_hhmm(time)?;
    let on = |days: i64| clock::same_day(in_days(now, days, zone), clock, zone);
    match day {
        "" => on(0).filter(|at| *at > now).or_else(|| on(1)),
        "idag" | "i dag" | "today" => on(0),
        "imorgon" | "i morgon" | "tomorrow" => on(1),
        _ if let Some(days) = weekday(day, now, zone) => on(days),
        _ => {
            let (date, year_said) = date(day, now, zone)?;
            let at = |year: i32| {
                let (month, day) = date.1;
                let said = format!("{year:04}-{month:02}-{day:02} {}:{:02}", clock.0, clock.1);
                clock::parse_local(&said, zone)
            };
            let this = at(date.0)?;
            let past = clock::days_between(this, now, zone) > 0;
            if past && !year_said {
                at(date.0 + 1)
            } else {
                Some(this)
            }
        }
    }
}

/// Returns a moment so many midnights on.
fn in_days(now: Moment, days: i64, zone: &Zone) -> Moment {
    let noon = clock::same_day(now, (12, 0), zone).unwrap_or(now);
    noon + Span::minutes(days * 24 * 60)
}

/// Returns in how many days, from tomorrow on, a weekday comes, by its name or the beginning of it.
fn weekday(word: &str, now: Moment, zone: &Zone) -> Option<i64> {
    let word = word.trim_end_matches('.');
    let letters = word.chars().count();
    (1..=7).find(|days| {
        let names = Lang::ALL.map(|lang| clock::weekday(lang, in_days(now, *days, zone), zone));
        letters >= 2
            && names
                .iter()
                .any(|name| name.to_lowercase().starts_with(word))
    })
}

type Date = (i32, (u8, u8));

/// Reads a date with or without its year, and tells whether the year was said.
fn date(text: &str, now: Moment, zone: &Zone) -> Option<(Date, bool)> {
    let year_now = clock::date(now, zone).get(..4)?.parse().ok()?;
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let number = |part: &str| part.trim().parse::<u8>().ok();
    match parts[..] {
        [year, month, day] if year.len() == 4 => {
            Some(((year.parse().ok()?, (number(month)?, number(day)?)), true))
        }
        [day, month, year] if year.len() == 4 => {
            Some(((year.parse().ok()?, (number(month)?, number(day)?)), true))
        }
        [day, month] | [day, month, ""] => {
            Some(((year_now, (number(month)?, number(day)?)), false))
        }
        _ => None,
    }
}

/// Reads how long a stage may be: one number is fixed, two are the least and the most, three have the wish between them.
pub fn minutes(text: &str) -> Option<Minutes> {
    let numbers: Option<Vec<u16>> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | ',' | '/'))
        .filter(|part| !part.is_empty() && !part.starts_with("min"))
        .map(|part| part.parse().ok())
        .collect();
    let minutes = match numbers?[..] {
        [only] => Minutes::fixed(only),
        [min, max] => Minutes {
            min,
            wish: min + max.saturating_sub(min).div_ceil(2),
            max,
        },
        [min, wish, max] => Minutes { min, wish, max },
        _ => return None,
    };
    let rising = minutes.min <= minutes.wish && minutes.wish <= minutes.max;
    (rising && minutes.max > 0 && minutes.max <= LONGEST).then_some(minutes)
}

/// Writes how long a stage may be, as it can be read again.
pub fn minutes_words(minutes: Minutes) -> String {
    let Minutes { min, wish, max } = minutes;
    if min == max {
        min.to_string()
    } else {
        format!("{min}-{wish}-{max}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_start_is_read_as_people_write_it() {
        let zone = Zone::find("Europe/Stockholm").unwrap();
        // A Sunday.
        let now = clock::parse_local("2026-11-22 10:30", &zone).unwrap();
        for (text, expected) in [
            ("13:00", "2026-11-22 13:00"),
            ("9", "2026-11-23 09:00"),
            ("i morgon 9.15", "2026-11-23 09:15"),
            ("Tomorrow 0915", "2026-11-23 09:15"),
            ("tis 9", "2026-11-24 09:00"),
            ("Tuesday 9", "2026-11-24 09:00"),
            ("sön 9", "2026-11-29 09:00"),
            ("2026-12-01 09:00", "2026-12-01 09:00"),
            ("1/12 9:00", "2026-12-01 09:00"),
            ("1.12. 9", "2026-12-01 09:00"),
            ("1/2 9", "2027-02-01 09:00"),
            ("22/11 8", "2026-11-22 08:00"),
            ("1/2/2028 9", "2028-02-01 09:00"),
        ] {
            let expected = clock::parse_local(expected, &zone);
            assert_eq!(start(text, now, &zone), expected, "{text}");
        }
        for text in ["", "snart", "31/2 9", "tis", "t 9", "24/11", "25:00", "x 9"] {
            assert_eq!(start(text, now, &zone), None, "{text}");
        }
    }

    #[test]
    fn the_night_of_a_clock_change_is_one_day() {
        let zone = Zone::find("Europe/Stockholm").unwrap();
        let now = clock::parse_local("2026-10-24 23:50", &zone).unwrap();
        let expected = clock::parse_local("2026-10-25 09:00", &zone);
        assert_eq!(start("i morgon 9", now, &zone), expected);
        assert_eq!(start("sön 9", now, &zone), expected);
    }

    #[test]
    fn minutes_are_one_two_or_three_numbers() {
        let of = |min, wish, max| Some(Minutes { min, wish, max });
        assert_eq!(minutes("20"), of(20, 20, 20));
        assert_eq!(minutes(" 10–25 min"), of(10, 18, 25));
        assert_eq!(minutes("10-20-25"), of(10, 20, 25));
        assert_eq!(minutes("10 20 25"), of(10, 20, 25));
        for text in ["", "0", "25-10", "10-30-25", "1 2 3 4", "tio", "601"] {
            assert_eq!(minutes(text), None, "{text}");
        }
        for written in [of(20, 20, 20), of(10, 20, 25)].into_iter().flatten() {
            assert_eq!(minutes(&minutes_words(written)), Some(written));
        }
    }
}
