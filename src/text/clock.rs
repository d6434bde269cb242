//! Clock times and dates in the zone of a session, written the same way everywhere: 24 hours, ISO dates.

/// What calendars ask for.
pub mod calendar;

use std::fmt;

use jiff::{Timestamp, Zoned, civil, tz::TimeZone};
use serde::{Deserialize, Serialize};

use super::{Lang, Moment};

/// A time zone by its IANA name, such as `Europe/Stockholm`.
///
/// A session carries its zone, so that it reads the same on a machine that has travelled. The machine's own zone files are used where
/// there are any, else those compiled in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(TimeZone);

impl Zone {
    /// Universal time.
    pub const UTC: Self = Self(TimeZone::UTC);

    /// Finds a zone by its IANA name.
    pub fn find(name: &str) -> Option<Self> {
        TimeZone::get(name)
            .ok()
            .filter(|zone| zone.iana_name().is_some())
            .map(Self)
    }

    /// Asks the machine for its zone; none where it has no name that another machine would know.
    pub fn of_machine() -> Option<Self> {
        TimeZone::try_system()
            .ok()
            .filter(|zone| zone.iana_name().is_some())
            .map(Self)
    }

    /// Returns the IANA name.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    fn at(&self, moment: Moment) -> Zoned {
        let bounds = (
            Timestamp::MIN.as_millisecond(),
            Timestamp::MAX.as_millisecond(),
        );
        let millisecond = moment.0.clamp(bounds.0 + 1, bounds.1 - 1);
        Timestamp::from_millisecond(millisecond)
            .unwrap_or(Timestamp::UNIX_EPOCH)
            .to_zoned(self.0.clone())
    }
}

impl Default for Zone {
    fn default() -> Self {
        Self::UTC
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Zone").field(&self.name()).finish()
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// No time zone has this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no time zone is named {0:?}; a name looks like Europe/Stockholm")]
pub struct UnknownZone(pub String);

impl TryFrom<String> for Zone {
    type Error = UnknownZone;
    fn try_from(name: String) -> Result<Self, UnknownZone> {
        Self::find(&name).ok_or(UnknownZone(name))
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.name().to_owned()
    }
}

/// Writes the clock time, `09:28`.
pub fn hhmm(moment: Moment, zone: &Zone) -> String {
    let at = zone.at(moment);
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// Writes the clock time with seconds, `09:28:14`.
pub fn hhmmss(moment: Moment, zone: &Zone) -> String {
    let at = zone.at(moment);
    format!("{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second())
}

/// Writes the date, `2026-11-17`.
pub fn date(moment: Moment, zone: &Zone) -> String {
    zone.at(moment).date().to_string()
}

/// Writes date, time and offset, `2026-11-17T09:28:14+01:00`: whole seconds, as files show them to people.
pub fn rfc3339(moment: Moment, zone: &Zone) -> String {
    let at = zone.at(moment);
    format!(
        "{}T{:02}:{:02}:{:02}{}",
        at.date(),
        at.hour(),
        at.minute(),
        at.second(),
        offset(&at)
    )
}

/// Writes date, time and offset with milliseconds where there are any, so that the very same moment is read back.
pub fn rfc3339_exact(moment: Moment, zone: &Zone) -> String {
    let at = zone.at(moment);
    if at.millisecond() == 0 {
        return rfc3339(moment, zone);
    }
    format!(
        "{}T{:02}:{:02}:{:02}.{:03}{}",
        at.date(),
        at.hour(),
        at.minute(),
        at.second(),
        at.millisecond(),
        offset(&at)
    )
}

fn offset(at: &Zoned) -> String {
    let seconds = at.offset().seconds();
    let (sign, minutes) = (
        if seconds < 0 { '-' } else { '+' },
        seconds.unsigned_abs() / 60,
    );
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Reads a date and time that carries its offset (`+01:00` or `Z`); parts of a millisecond are dropped.
pub fn parse_rfc3339(text: &str) -> Option<Moment> {
    let timestamp: Timestamp = text.trim().parse().ok()?;
    Some(Moment(
        timestamp
            .as_nanosecond()
            .div_euclid(1_000_000)
            .try_into()
            .ok()?,
    ))
}

/// Reads a date as HTTP and mail write it, `Sun, 06 Nov 1994 08:49:37 GMT`.
pub fn parse_http_date(text: &str) -> Option<Moment> {
    let at = jiff::fmt::rfc2822::parse(text.trim()).ok()?;
    Some(Moment(at.timestamp().as_millisecond()))
}

/// Reads a local date and time without an offset, `2026-11-17T09:00` or with a space, in a zone.
///
/// A time that a clock change skips is moved on by the length of the change; one that comes twice is the first.
pub fn parse_local(text: &str, zone: &Zone) -> Option<Moment> {
    let text = text.trim();
    let (date, clock) = text.split_once(['T', ' '])?;
    moment_at(date.parse().ok()?, parse_hhmm(clock.trim())?, zone)
}

/// Reads a clock time as people write it, `10:25`, `10.25`, `1025`, `9`; gives hour and minute.
pub fn parse_hhmm(text: &str) -> Option<(i8, i8)> {
    let text = text.trim();
    let (hour, minute) = match text.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        Some(_) => return None,
        None if text.len() == 4 && text.is_ascii() => text.split_at(2),
        None => (text, "0"),
    };
    let digits = |part: &str, most: i8| {
        let short =
            (1..=2).contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit());
        part.parse::<i8>()
            .ok()
            .filter(|value| short && *value <= most)
    };
    Some((digits(hour, 23)?, digits(minute, 59)?))
}

/// Returns the moment when the clock shows this time on the same day as another moment ("must stop 10:25").
pub fn same_day(day: Moment, (hour, minute): (i8, i8), zone: &Zone) -> Option<Moment> {
    moment_at(zone.at(day).date(), (hour, minute), zone)
}

fn moment_at(date: civil::Date, (hour, minute): (i8, i8), zone: &Zone) -> Option<Moment> {
    let clock = civil::Time::new(hour, minute, 0, 0).ok()?;
    let zoned = date.to_datetime(clock).to_zoned(zone.0.clone()).ok()?;
    Some(Moment(zoned.timestamp().as_millisecond()))
}

/// Returns the ISO week number, 1 to 53.
pub fn iso_week(moment: Moment, zone: &Zone) -> u8 {
    zone.at(moment).date().iso_week_date().week().unsigned_abs()
}

/// Returns how many midnights lie between two moments: 0 on the same day, 1 for yesterday, negative when the first is later.
pub fn days_between(earlier: Moment, later: Moment, zone: &Zone) -> i64 {
    let day = |moment| zone.at(moment).date().to_datetime(civil::Time::midnight());
    day(later).duration_since(day(earlier)).as_hours() / 24
}

const WEEKDAYS: [[&str; 2]; 7] = [
    ["måndag", "Monday"],
    ["tisdag", "Tuesday"],
    ["onsdag", "Wednesday"],
    ["torsdag", "Thursday"],
    ["fredag", "Friday"],
    ["lördag", "Saturday"],
    ["söndag", "Sunday"],
];

const MONTHS: [[&str; 2]; 12] = [
    ["januari", "January"],
    ["februari", "February"],
    ["mars", "March"],
    ["april", "April"],
    ["maj", "May"],
    ["juni", "June"],
    ["juli", "July"],
    ["augusti", "August"],
    ["september", "September"],
    ["oktober", "October"],
    ["november", "November"],
    ["december", "December"],
];

fn word(lang: Lang, words: [&'static str; 2]) -> &'static str {
    let [sv, en] = words;
    match lang {
        Lang::Sv => sv,
        Lang::En => en,
    }
}

/// Returns the name of the weekday, `tisdag`.
pub fn weekday(lang: Lang, moment: Moment, zone: &Zone) -> &'static str {
    let day = zone
        .at(moment)
        .weekday()
        .to_monday_zero_offset()
        .unsigned_abs();
    word(lang, WEEKDAYS[usize::from(day) % 7])
}

/// Returns the first three letters of the weekday, `tis`, for a narrow place.
pub fn weekday_short(lang: Lang, moment: Moment, zone: &Zone) -> String {
    weekday(lang, moment, zone).chars().take(3).collect()
}

/// Returns the name of the month, `november`.
pub fn month(lang: Lang, moment: Moment, zone: &Zone) -> &'static str {
    let month = zone.at(moment).month().unsigned_abs();
    word(lang, MONTHS[usize::from(month).saturating_sub(1) % 12])
}

/// Writes weekday, day and month in words, `tisdag 17 november`.
pub fn day_in_words(lang: Lang, moment: Moment, zone: &Zone) -> String {
    format!(
        "{} {} {}",
        weekday(lang, moment, zone),
        zone.at(moment).day(),
        month(lang, moment, zone)
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn stockholm() -> Zone {
        Zone::find("Europe/Stockholm").unwrap()
    }

    /// 2026-11-17T09:28:14+01:00.
    const AT: Moment = Moment(1_794_904_094_000);

    #[test]
    fn a_moment_is_written_in_its_zone() {
        let zone = stockholm();
        assert_eq!(hhmm(AT, &zone), "09:28");
        assert_eq!(hhmmss(AT, &zone), "09:28:14");
        assert_eq!(date(AT, &zone), "2026-11-17");
        assert_eq!(rfc3339(AT, &zone), "2026-11-17T09:28:14+01:00");
        assert_eq!(rfc3339(AT, &Zone::UTC), "2026-11-17T08:28:14+00:00");
        assert_eq!(
            rfc3339(AT, &Zone::find("America/St_Johns").unwrap()),
            "2026-11-17T04:58:14-03:30"
        );
        assert_eq!(
            rfc3339_exact(Moment(AT.0 + 7), &zone),
            "2026-11-17T09:28:14.007+01:00"
        );
        assert_eq!(rfc3339_exact(AT, &zone), rfc3339(AT, &zone));
        assert_eq!(iso_week(AT, &zone), 47);
        assert_eq!(weekday(Lang::Sv, AT, &zone), "tisdag");
        assert_eq!(weekday_short(Lang::Sv, AT, &zone), "tis");
        assert_eq!(day_in_words(Lang::Sv, AT, &zone), "tisdag 17 november");
        assert_eq!(day_in_words(Lang::En, AT, &zone), "Tuesday 17 November");
    }

    #[test]
    fn a_moment_is_read_with_any_offset() {
        for text in [
            "2026-11-17T09:28:14+01:00",
            "2026-11-17T08:28:14Z",
            " 2026-11-17T04:58:14-03:30",
            "2026-11-17T09:28:14.0009+01:00",
        ] {
            assert_eq!(parse_rfc3339(text), Some(AT), "{text}");
        }
        for text in [
            "",
            "2026-11-17",
            "2026-11-17T09:28:14",
            "2026-13-17T09:28:14Z",
            "i morgon",
        ] {
            assert_eq!(parse_rfc3339(text), None, "{text}");
        }
    }

    #[test]
    fn a_local_time_follows_the_clock_change() {
        let zone = stockholm();
        let written = |text: &str| parse_local(text, &zone).map(|moment| rfc3339(moment, &zone));
        assert_eq!(
            written("2026-11-17T09:00").as_deref(),
            Some("2026-11-17T09:00:00+01:00")
        );
        assert_eq!(
            written("2026-06-17 9.00").as_deref(),
            Some("2026-06-17T09:00:00+02:00")
        );
        // Skipped in spring, twice in autumn.
        assert_eq!(
            written("2026-03-29T02:30").as_deref(),
            Some("2026-03-29T03:30:00+02:00")
        );
        assert_eq!(
            written("2026-10-25T02:30").as_deref(),
            Some("2026-10-25T02:30:00+02:00")
        );
        assert_eq!(written("2026-11-17"), None);
        assert_eq!(written("2026-11-17T25:00"), None);
        assert_eq!(
            same_day(AT, (10, 25), &zone)
                .map(|moment| rfc3339(moment, &zone))
                .as_deref(),
            Some("2026-11-17T10:25:00+01:00")
        );
    }

    #[test]
    fn clock_times_are_read_as_people_write_them() {
        for (text, time) in [
            ("10:25", (10, 25)),
            ("10.25", (10, 25)),
            ("1025", (10, 25)),
            (" 9 ", (9, 0)),
            ("09:05", (9, 5)),
            ("0", (0, 0)),
            ("23:59", (23, 59)),
        ] {
            assert_eq!(parse_hhmm(text), Some(time), "{text}");
        }
        for text in [
            "", "24:00", "10:60", "10:5", "10:", ":10", "1:2:3", "tio", "+9", "åå", "102", "10255",
        ] {
            assert_eq!(parse_hhmm(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_counted_by_midnights() {
        let zone = stockholm();
        let at = |text: &str| parse_local(text, &zone).unwrap();
        assert_eq!(
            days_between(at("2026-11-17T00:01"), at("2026-11-17T23:59"), &zone),
            0
        );
        assert_eq!(
            days_between(at("2026-11-16T23:59"), at("2026-11-17T00:01"), &zone),
            1
        );
        assert_eq!(
            days_between(at("2026-03-28T12:00"), at("2026-03-30T01:00"), &zone),
            2
        );
        assert_eq!(
            days_between(at("2026-11-18T12:00"), at("2026-11-17T13:00"), &zone),
            -1
        );
    }

    #[test]
    fn a_zone_stands_in_a_file_as_its_name() {
        let zone = stockholm();
        assert_eq!(ron::to_string(&zone).unwrap(), "\"Europe/Stockholm\"");
        assert_eq!(ron::from_str::<Zone>("\"Europe/Stockholm\"").unwrap(), zone);
        assert!(
            ron::from_str::<Zone>("\"Europe/Haninge\"")
                .unwrap_err()
                .to_string()
                .contains("Haninge")
        );
        assert_eq!(Zone::find(""), None);
        assert_eq!(Zone::UTC.name(), "UTC");
        assert_eq!(Zone::find("UTC"), Some(Zone::UTC));
    }

    proptest! {
        #[test]
        fn a_moment_comes_back(millisecond in -60_000_000_000_000_i64..200_000_000_000_000, name in prop::sample::select(vec!["UTC", "Europe/Stockholm", "Asia/Kolkata", "Pacific/Apia"])) {
            // Before standard time came, offsets had seconds, which the form does not carry.
            prop_assume!(millisecond > -1_000_000_000_000);
            let zone = Zone::find(name).unwrap();
            prop_assert_eq!(parse_rfc3339(&rfc3339_exact(Moment(millisecond), &zone)), Some(Moment(millisecond)));
        }

        #[test]
        fn any_moment_and_text_is_survived(millisecond: i64, text in ".*") {
            let zone = Zone::UTC;
            drop((rfc3339(Moment(millisecond), &zone), iso_week(Moment(millisecond), &zone), weekday(Lang::Sv, Moment(millisecond), &zone)));
            let _ = (parse_hhmm(&text), parse_local(&text, &zone), parse_rfc3339(&text));
        }
    }
}
