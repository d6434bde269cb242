//! iCalendar (RFC 5545): the meeting, and the days that steps name.
//!
//! A UID is made of the session's id, so that the same file sent again moves the entry and makes no second one. Calendars take the entry
//! with the higher SEQUENCE; it is counted in minutes, so that what is written later is newer on any machine.

use crate::{
    domain::{Lasting, Session, lasting::is_open},
    t,
    text::{
        Moment, SafeText, Span, Texts,
        clock::{
            Zone,
            calendar::{Days, changes, firm_days, local_stamp, utc_stamp},
        },
    },
};

/// SEQUENCE counts minutes from here: the first of January 2026.
const FIRST: Moment = Moment(1_767_225_600_000);

/// The longest line in bytes, without its end.
const LONGEST: usize = 75;

struct Calendar {
    out: String,
}

impl Calendar {
    fn new() -> Self {
        let mut calendar = Self { out: String::new() };
        for line in [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//samtal//samtal//SV",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
        ] {
            calendar.line(line);
        }
        calendar
    }

    /// Writes one line, folded where it is long, never within a character.
    fn line(&mut self, line: &str) {
        let mut room = LONGEST;
        let mut used = 0;
        for c in line.chars() {
            if used + c.len_utf8() > room {
                self.out.push_str("\r\n ");
                // The blank that a folded line begins with counts.
                room = LONGEST - 1;
                used = 0;
            }
            self.out.push(c);
            used += c.len_utf8();
        }
        self.out.push_str("\r\n");
    }

    fn text(&mut self, name: &str, words: &str) {
        let mut value = String::with_capacity(words.len() + 8);
        for c in words.chars() {
            match c {
                '\\' | ';' | ',' => {
                    value.push('\\');
                    value.push(c);
                }
                '\n' => value.push_str("\\n"),
                c if c.is_control() => {}
                c => value.push(c),
            }
        }
        self.line(&format!("{name}:{value}"));
    }

    fn begin(&mut self, uid: &str, now: Moment) {
        let minutes =
            ((now - FIRST).at_least_zero().0 / Span::minutes(1).0).min(i64::from(i32::MAX));
        self.line("BEGIN:VEVENT");
        self.text("UID", uid);
        self.line(&format!("DTSTAMP:{}", utc_stamp(now)));
        self.line(&format!("SEQUENCE:{minutes}"));
    }

    fn zone(&mut self, zone: &Zone, around: Moment) {
        self.line("BEGIN:VTIMEZONE");
        self.line(&format!("TZID:{}", zone.name()));
        for change in changes(zone, around) {
            let kind = if change.summer {
                "DAYLIGHT"
            } else {
                "STANDARD"
            };
            self.line(&format!("BEGIN:{kind}"));
            self.line(&format!("DTSTART:{}", change.at));
            self.line(&format!("TZOFFSETFROM:{}", change.from));
            self.line(&format!("TZOFFSETTO:{}", change.to));
            self.text("TZNAME", &change.name);
            self.line(&format!("END:{kind}"));
        }
        self.line("END:VTIMEZONE");
    }

    fn alarm(&mut self, before: &str, words: &str) {
        self.line("BEGIN:VALARM");
        self.line("ACTION:DISPLAY");
        self.line(&format!("TRIGGER:-{before}"));
        self.text("DESCRIPTION", words);
        self.line("END:VALARM");
    }

    fn end(mut self) -> String {
        self.line("END:VCALENDAR");
        self.out
    }
}

/// Writes the open steps that name a day or a week, and the days to look again.
pub fn steps(session: &Session, now: Moment, texts: &Texts) -> String {
    let mut calendar = Calendar::new();
    for item in session.lasting().iter().filter(|item| is_open(item.status)) {
        let dated = |said: Option<&SafeText>| days(session, item, said);
        if let Some(days) = dated(item.when.as_ref()) {
            day(&mut calendar, session, now, (item, &days, false, texts));
        }
        if let Some(days) = dated(item.again.as_ref()) {
            day(&mut calendar, session, now, (item, &days, true, texts));
        }
    }
    calendar.end()
}

/// Returns the open steps whose time is too soft for a calendar.
pub fn undated(session: &Session) -> Vec<Lasting> {
    let mut all = session.lasting();
    all.retain(|item| item.is_open() && item.who.is_some() | item.when.is_some());
    all.retain(|item| days(session, item, item.when.as_ref()).is_none());
    all
}

fn days(session: &Session, item: &Lasting, said: Option<&SafeText>) -> Option<Days> {
    firm_days(said?, item.at, &session.plan().zone)
}

fn day(
    calendar: &mut Calendar,
    session: &Session,
    now: Moment,
    (item, days, again, texts): (&Lasting, &Days, bool, &Texts),
) {
    let title = &session.plan().title;
    let end = if again { "-again" } else { "" };
    calendar.begin(&format!("{}{end}-{}@samtal", item.id, session.id()), now);
    calendar.line(&format!("DTSTART;VALUE=DATE:{}", days.first));
    calendar.line(&format!("DTEND;VALUE=DATE:{}", days.after));
    let row = item.in_a_row();
    let summary = if again {
        t!(texts, "export-again", step = row)
    } else {
        row
    };
    calendar.text("SUMMARY", &summary);
    let mut about = vec![title.to_string()];
    about.extend(item.because.as_ref().map(ToString::to_string));
    about.extend(item.indicator.as_ref().map(ToString::to_string));
    calendar.text("DESCRIPTION", &about.join("\n"));
    calendar.line("TRANSP:TRANSPARENT");
    calendar.line("END:VEVENT");
}

/// Writes the meeting itself, with its zone and an alarm a quarter of an hour before; nothing where it has no start.
pub fn meeting(session: &Session, invitation: &str, now: Moment) -> Option<String> {
    let plan = session.plan();
    let start = plan.slot.start?;
    let end = session
        .slot_end()
        .unwrap_or_else(|| start + Span::minutes(i64::from(plan.slot.minutes)));
    let mut calendar = Calendar::new();
    let utc = plan.zone == Zone::UTC;
    if !utc {
        calendar.zone(&plan.zone, start);
    }
    calendar.begin(&format!("{}@samtal", session.id()), now);
    for (name, at) in [("DTSTART", start), ("DTEND", end)] {
        calendar.line(&if utc {
            format!("{name}:{}", utc_stamp(at))
        } else {
            format!(
                "{name};TZID={}:{}",
                plan.zone.name(),
                local_stamp(at, &plan.zone)
            )
        });
    }
    calendar.text("SUMMARY", &plan.title.on_one_line());
    calendar.text("DESCRIPTION", invitation);
    calendar.line("STATUS:CONFIRMED");
    calendar.alarm("PT15M", &plan.title.on_one_line());
    calendar.line("END:VEVENT");
    Some(calendar.end())
}
