//! What calendars ask for: times as they write them, the changes of a zone's offset, and days that people named firmly.

use jiff::{Timestamp, civil::Date, tz::Offset};

use super::{Moment, Zone};

/// Returns a moment as the clock of its zone shows it: `20261117T090000`.
pub fn local_stamp(moment: Moment, zone: &Zone) -> String {
    zone.at(moment).strftime("%Y%m%dT%H%M%S").to_string()
}

/// Returns a moment in universal time: `20261117T080000Z`.
pub fn utc_stamp(moment: Moment) -> String {
    Zone::UTC.at(moment).strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A change of a zone's offset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// When it happened, on the clock before it: `20261025T030000`.
    pub at: String,
    /// The offset before, `+0200`.
    pub from: String,
    /// The offset after, `+0100`.
    pub to: String,
    /// What the time is called after it, `CET`.
    pub name: String,
    /// The time after it is summer time.
    pub summer: bool,
}

/// Returns the offset in force at a moment, as a change long before, and the changes in the two years after it.
pub fn changes(zone: &Zone, around: Moment) -> Vec<Change> {
    const TWO_YEARS: i64 = 2 * 366 * 24 * 3_600_000;
    let start = zone.at(around).timestamp();
    let info = zone.0.to_offset_info(start);
    let first = Change {
        at: "19700101T000000".to_owned(),
        from: offset(info.offset()),
        to: offset(info.offset()),
        name: info.abbreviation().to_owned(),
        summer: info.dst().is_dst(),
    };
    let mut before = info.offset();
    let end = Timestamp::from_millisecond(around.0.saturating_add(TWO_YEARS)).unwrap_or(start);
    let mut all = vec![first];
    for change in zone.0.following(start) {
        if change.timestamp() > end {
            break;
        }
        all.push(Change {
            at: before
                .to_datetime(change.timestamp())
                .strftime("%Y%m%dT%H%M%S")
                .to_string(),
            from: offset(before),
            to: offset(change.offset()),
            name: change.abbreviation().to_owned(),
            summer: change.dst().is_dst(),
        });
        before = change.offset();
    }
    all
}

fn offset(offset: Offset) -> String {
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

/// Whole days as calendars write them: from the first up to the one after the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Days {
    /// `20261204`.
    pub first: String,
    /// `20261205`.
    pub after: String,
}

impl Days {
    fn new(first: Date, count: i64) -> Option<Self> {
        let after = first.checked_add(jiff::Span::new().days(count)).ok()?;
        let shown = |day: Date| day.strftime("%Y%m%d").to_string();
        Some(Self {
            first: shown(first),
            after: shown(after),
        })
    }
}

/// Words that lead up to a day and say no other one.
const LEADS: [&str; 14] = [
    "senast", "före", "till", "den", "på", "i", "by", "before", "on", "the", "due", "no", "later",
    "than",
];

/// The beginnings of the months' names, in both languages.
const MONTHS: [[&str; 2]; 12] = [
    ["jan", "jan"],
    ["feb", "feb"],
    ["mar", "mar"],
    ["apr", "apr"],
    ["maj", "may"],
    ["jun", "jun"],
    ["jul", "jul"],
    ["aug", "aug"],
    ["sep", "sep"],
    ["okt", "oct"],
    ["nov", "nov"],
    ["dec", "dec"],
];

/// Returns the days that words name firmly: `2026-12-04`, `2027-03` (its first day), `4/12`, `4 dec`, `v49` (its whole week).
///
/// Where no year is said it is the first that comes after `since`. "December?", "före jul" and everything else is soft, and no day.
pub fn firm_days(said: &str, since: Moment, zone: &Zone) -> Option<Days> {
    if said.contains('?') {
        return None;
    }
    let lower = said.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || c == ',')
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| !word.is_empty())
        .skip_while(|word| LEADS.contains(word))
        .collect();
    let today = zone.at(since).date();
    match words.as_slice() {
        [one] => iso(one)
            .or_else(|| week(one.strip_prefix(['v', 'w'])?.trim_start_matches('.'), today))
            .or_else(|| {
                let (day, month) = one.split_once('/')?;
                next(today, month.parse().ok()?, day.parse().ok()?)
            }),
        ["v" | "vecka" | "w" | "week", number] => week(number, today),
        [day, month] => {
            let of = |month: &str, day: &str| {
                let begins = |names: &[&str; 2]| names.iter().any(|name| month.starts_with(name));
                let place = MONTHS.iter().position(begins)?;
                let day = day.trim_end_matches(|c: char| !c.is_ascii_digit());
                next(today, place as i8 + 1, day.parse().ok()?)
            };
            of(month, day).or_else(|| of(day, month))
        }
        _ => None,
    }
}

fn iso(word: &str) -> Option<Days> {
    let shape = |lengths: &[usize]| {
        let parts: Vec<&str> = word.split('-').collect();
        parts.len() == lengths.len()
            && parts.iter().zip(lengths).all(|(part, length)| {
                part.len() == *length && part.bytes().all(|c| c.is_ascii_digit())
            })
    };
    let whole = if shape(&[4, 2]) {
        format!("{word}-01")
    } else if shape(&[4, 2, 2]) {
        word.to_owned()
    } else {
        return None;
    };
    Days::new(whole.parse().ok()?, 1)
}

fn week(number: &str, today: Date) -> Option<Days> {
    let number: i8 = number.parse().ok()?;
    let year = today.iso_week_date().year();
    let weeks = [year, year.checked_add(1)?].into_iter().filter_map(|year| {
        let monday = jiff::civil::ISOWeekDate::new(year, number, jiff::civil::Weekday::Monday);
        monday.ok().map(jiff::civil::ISOWeekDate::date)
    });
    let this = today.checked_sub(jiff::Span::new().days(6)).ok()?;
    Days::new(weeks.into_iter().find(|monday| *monday >= this)?, 7)
}

fn next(today: Date, month: i8, day: i8) -> Option<Days> {
    let years = 0..=4_i16;
    let mut days = years.filter_map(|later| Date::new(today.year() + later, month, day).ok());
    Days::new(days.find(|date| *date >= today)?, 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::clock::parse_rfc3339;

    fn at(text: &str) -> Moment {
        parse_rfc3339(text).unwrap()
    }

    fn stockholm() -> Zone {
        Zone::find("Europe/Stockholm").unwrap()
    }

    #[test]
    fn firm_days_and_soft_ones() {
        let since = at("2026-11-17T09:00:00+01:00");
        for (said, first, after) in [
            ("2026-12-04", "20261204", "20261205"),
            ("senast 2026-12-04", "20261204", "20261205"),
            ("2027-03", "20270301", "20270302"),
            ("v49", "20261130", "20261207"),
            ("senast v. 49", "20261130", "20261207"),
            ("week 2", "20270111", "20270118"),
            ("v47", "20261116", "20261123"),
            ("v46", "20271115", "20271122"),
            ("4/12", "20261204", "20261205"),
            ("före 12 jan", "20270112", "20270113"),
            ("dec 4th", "20261204", "20261205"),
            ("den 31 december", "20261231", "20270101"),
            ("29 februari", "20280229", "20280301"),
        ] {
            let days = firm_days(said, since, &stockholm());
            let days = days.unwrap_or_else(|| panic!("{said}"));
            assert_eq!(
                (days.first.as_str(), days.after.as_str()),
                (first, after),
                "{said}"
            );
        }
        for said in [
            "",
            "december?",
            "v49?",
            "före jul",
            "december",
            "våren 2027",
            "31 februari",
            "v60",
            "v0",
            "nästa gång",
            "9999",
            "1/13",
            "på måndag",
            "2026-13-01",
            "v",
            "4 5",
        ] {
            assert_eq!(firm_days(said, since, &stockholm()), None, "{said}");
        }
    }

    #[test]
    fn a_zone_tells_when_its_clocks_change() {
        let all = changes(&stockholm(), at("2026-09-01T09:00:00+02:00"));
        let told: Vec<_> = all
            .iter()
            .map(|one| {
                (
                    one.at.as_str(),
                    one.from.as_str(),
                    one.to.as_str(),
                    one.summer,
                )
            })
            .collect();
        assert_eq!(
            told[..3],
            [
                ("19700101T000000", "+0200", "+0200", true),
                ("20261025T030000", "+0200", "+0100", false),
                ("20270328T020000", "+0100", "+0200", true)
            ]
        );
        assert_eq!(all[1].name, "CET");
        assert_eq!(changes(&Zone::UTC, Moment(0)).len(), 1);
        assert_eq!(
            local_stamp(at("2026-11-17T09:00:00+01:00"), &stockholm()),
            "20261117T090000"
        );
        assert_eq!(
            utc_stamp(at("2026-11-17T09:00:00+01:00")),
            "20261117T080000Z"
        );
    }
}
