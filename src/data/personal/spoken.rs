//! People's numbers and addresses in running text: a note as somebody types it, in Swedish or English.
//!
//! Nothing is known of a column here, so each must tell by itself that it is one: a birth date and a check digit or its sign, an area code
//! and its grouping. What looks alike and is something else stays as it is: years and spans of years, times, amounts, codes.

use std::{borrow::Cow, ops::Range};

use super::{
    Kind,
    identity::{self, Looks},
    reach,
};

/// What stands in the place of somebody's number, in every file and on every screen.
pub const HIDDEN: &str = "▒▒▒";

/// Something of somebody's, and where in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noticed {
    /// What.
    pub kind: Kind,
    /// Its place, in bytes.
    pub at: Range<usize>,
}

/// Returns what of people's numbers and addresses stands in a text, in its order.
pub fn noticed(text: &str) -> Vec<Noticed> {
    let mut found = numbers(text, whole_at);
    if text.contains('@') {
        let mails = reach::mails(text);
        found.extend(mails.map(|at| Noticed {
            kind: Kind::Mail,
            at,
        }));
    }
    found.sort_by_key(|noticed| noticed.at.start);
    found
}

/// Hides people's numbers, and returns what was noticed; an e-mail address stays.
pub fn hide(text: &str) -> (Cow<'_, str>, Vec<Kind>) {
    let found = noticed(text);
    let mut kinds: Vec<Kind> = found.iter().map(|noticed| noticed.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let places = found.into_iter().filter(|noticed| noticed.kind.is_number());
    (without(text, places), kinds)
}

/// Hides people's numbers in words that are still being typed, also one that lacks a few digits: the last digit of an identity number
/// follows from the others.
pub fn hide_half(text: &str) -> Cow<'_, str> {
    let found = numbers(text, |run, from| {
        whole_at(run, from).or_else(|| begun(run, from))
    });
    without(text, found.into_iter())
}

fn without(text: &str, places: impl Iterator<Item = Noticed>) -> Cow<'_, str> {
    let mut hidden = String::new();
    let mut upto = 0;
    for Noticed { at, .. } in places {
        hidden.push_str(text.get(upto..at.start).unwrap_or_default());
        hidden.push_str(HIDDEN);
        upto = at.end;
    }
    if upto == 0 {
        return Cow::Borrowed(text);
    }
    hidden.push_str(text.get(upto..).unwrap_or_default());
    Cow::Owned(hidden)
}

/// So many digits the shortest of them has.
const FEWEST: usize = 7;

/// Finds numbers by a look at each group of digits; the look returns what begins there and how many groups it takes.
fn numbers(text: &str, look: impl Fn(&Run<'_>, usize) -> Option<(Kind, usize)>) -> Vec<Noticed> {
    let digits = text.bytes().filter(u8::is_ascii_digit);
    if digits.take(FEWEST).count() < FEWEST {
        // Nearly every note.
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(run) = Run::next(text, rest) {
        rest = run.end;
        let mut place = 0;
        while place < run.groups.len() {
            match look(&run, place) {
                Some((kind, taken)) => {
                    let at = run.place(place, place + taken);
                    found.push(Noticed { kind, at });
                    place += taken;
                }
                None => place += 1,
            }
        }
    }
    found
}

/// Digits with blanks and signs between them, in groups.
struct Run<'a> {
    text: &'a str,
    groups: Vec<Range<usize>>,
    end: usize,
}

impl<'a> Run<'a> {
    /// Finds the next one from a byte on.
    fn next(text: &'a str, from: usize) -> Option<Self> {
        let rest = text.get(from..)?;
        let first = from + rest.find(|c: char| c.is_ascii_digit())?;
        let mut groups: Vec<Range<usize>> = Vec::new();
        let mut end = first;
        for (place, c) in text.get(first..)?.char_indices() {
            let at = first + place;
            if c.is_ascii_digit() {
                match groups.last_mut() {
                    Some(group) if group.end == at => group.end += 1,
                    _ => groups.push(at..at + 1),
                }
                end = at + 1;
            } else if !is_inside(c) {
                break;
            }
        }
        Some(Self { text, groups, end })
    }

    fn digits(&self, from: usize, to: usize) -> String {
        let groups = self.groups.get(from..to).unwrap_or_default();
        groups
            .iter()
            .map(|group| self.slice(group.clone()))
            .collect()
    }

    fn slice(&self, at: Range<usize>) -> &'a str {
        self.text.get(at).unwrap_or_default()
    }

    fn lengths(&self, from: usize) -> Vec<usize> {
        let groups = self.groups.get(from..).unwrap_or_default();
        groups.iter().map(Range::len).collect()
    }

    /// Returns what stands between a group and the next.
    fn between(&self, group: usize) -> &'a str {
        match (self.groups.get(group), self.groups.get(group + 1)) {
            (Some(here), Some(next)) => self.slice(here.end..next.start),
            _ => "",
        }
    }

    /// Returns the place of some groups, with a plus or a parenthesis that belongs to them.
    fn place(&self, from: usize, to: usize) -> Range<usize> {
        let (first, last) = (&self.groups[from], &self.groups[to - 1]);
        let closes = self.slice(first.start..last.end).contains(')');
        let before = self.slice(0..first.start);
        let begins = before
            .strip_suffix('(')
            .filter(|_| closes)
            .unwrap_or(before);
        let begins = begins.strip_suffix('+').unwrap_or(begins);
        begins.len()..last.end
    }

    /// Tells whether letters touch it, or a sign and more digits: a code, a time, a part of a longer number.
    fn is_part(&self, at: &Range<usize>) -> bool {
        let mut before = self.slice(0..at.start).chars().rev();
        let mut after = self.text.get(at.end..).unwrap_or_default().chars();
        let goes_on = |sign: Option<char>, next: Option<char>| match sign {
            Some('.' | ',' | ':') => next.is_some_and(|c| c.is_ascii_digit()),
            Some('_' | '#') => true,
            Some(c) => c.is_alphanumeric(),
            None => false,
        };
        goes_on(before.next(), before.next()) || goes_on(after.next(), after.next())
    }
}

const fn is_inside(c: char) -> bool {
    matches!(
        c,
        ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '-' | '–' | '−' | '/' | '+' | '(' | ')'
    )
}

/// Tells what whole number begins at a group.
fn whole_at(run: &Run<'_>, from: usize) -> Option<(Kind, usize)> {
    identity_at(run, from).or_else(|| phone_at(run, from))
}

fn identity_at(run: &Run<'_>, from: usize) -> Option<(Kind, usize)> {
    let lengths = run.lengths(from);
    let taken = match lengths.as_slice() {
        [10 | 12, ..] => 1,
        [6 | 8, 4, ..] => 2,
        [2 | 4, 2, 2, 4, ..] => 4,
        _ => return None,
    };
    let looks = identity::look(&run.digits(from, from + taken))?;
    let signed = taken > 1 && is_sign(run.between(from + taken - 2));
    if taken == 1 && run.is_part(&run.place(from, from + 1)) {
        return None;
    }
    let kind = match looks {
        Looks::Person => Kind::Identity,
        Looks::Coordination => Kind::Coordination,
        // A birth date, the sign and four digits: one of them was heard or typed wrongly.
        Looks::Dated if signed && taken == 2 => Kind::Identity,
        Looks::Dated | Looks::Alike => return None,
    };
    (taken != 4 || is_written_out(run, from)).then_some((kind, taken))
}

fn is_sign(between: &str) -> bool {
    matches!(between.trim(), "-" | "+" | "–" | "−")
}

/// Tells whether a date in three groups is written in one way, and what follows parted from it by its sign.
fn is_written_out(run: &Run<'_>, from: usize) -> bool {
    run.between(from) == run.between(from + 1) && is_sign(run.between(from + 2))
}

fn phone_at(run: &Run<'_>, from: usize) -> Option<(Kind, usize)> {
    let whole = run.groups.len() - from;
    let strong = {
        let between = run.between(from);
        let plus = run.place(from, from + 1).start < run.groups[from].start;
        plus || between.contains(['-', '–', '/'])
    };
    // Within an amount, `1 045 120 000`, no number begins.
    if from > 0 && !strong {
        return None;
    }
    let most = whole.min(6);
    (1..=most).rev().find_map(|taken| {
        let at = run.place(from, from + taken);
        let is_one = reach::is_spoken(run.slice(at.clone())) && !run.is_part(&at);
        is_one.then_some((Kind::Phone, taken))
    })
}

/// Tells whether a number begins at a group that is not whole yet.
fn begun(run: &Run<'_>, from: usize) -> Option<(Kind, usize)> {
    let lengths = run.lengths(from);
    let whole = lengths.len();
    let digits = run.digits(from, from + whole);
    if !(FEWEST..12).contains(&digits.len()) {
        return None;
    }
    let dated = match lengths.as_slice() {
        [9..=11] if identity::begins(&digits, 8) => true,
        [9] | [6, 1..=3] => identity::begins(&digits, 6),
        // As short as a code of a school, or a day: only a plain birth date.
        [7 | 8] => {
            !identity::begins(&digits, 8)
                && identity::begins(&digits, 6)
                && digits.get(4..6) < Some("32")
        }
        [8, 1..=3] => identity::begins(&digits, 8),
        [2, 2, 2, 1..=3] => identity::begins(&digits, 6) && is_written_out(run, from),
        [4, 2, 2, 1..=3] => identity::begins(&digits, 8) && is_written_out(run, from),
        _ => false,
    };
    if dated {
        return Some((Kind::Identity, whole));
    }
    let at = run.place(from, from + whole);
    let phone = from == 0 && reach::begins(run.slice(at.clone())) && !run.is_part(&at);
    phone.then_some((Kind::Phone, whole))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Birth numbers from 980, 070-174 06 05 to 99, 08-465 004 00 to 99, 031-390 06 00 to 99, 020 7946 0000 to 0999, 07700 900000 to
    /// 900999 and 555-0100 to 0199 are kept for tests and fiction, and belong to nobody.
    #[test]
    fn numbers_in_a_sentence_are_hidden_and_the_rest_stays() {
        for (text, hidden) in [
            ("hon är 900101-9802, ring", "hon är ▒▒▒, ring"),
            ("pnr900101-9802", "pnr▒▒▒"),
            ("19900101-9802", "▒▒▒"),
            ("(900101-9802)", "(▒▒▒)"),
            ("900101 9802 kom hit", "▒▒▒ kom hit"),
            ("900101 - 9802", "▒▒▒"),
            ("199001019802 och 9001019802", "▒▒▒ och ▒▒▒"),
            ("1990-01-01-9802", "▒▒▒"),
            ("samordning 900161-9809", "samordning ▒▒▒"),
            ("född 900101+9802", "född ▒▒▒"),
            // One digit was heard wrongly: it still tells who.
            ("900101-9803", "▒▒▒"),
            ("ring 070-174 06 05 senast v49", "ring ▒▒▒ senast v49"),
            ("ring 070-174 06 05, 12 barn", "ring ▒▒▒, 12 barn"),
            ("12 st ringde 070-1740605", "12 st ringde ▒▒▒"),
            ("0701740605", "▒▒▒"),
            ("kl 9 070-174 06 05", "kl 9 ▒▒▒"),
            ("08-465 004 00 eller 031-390 06 00", "▒▒▒ eller ▒▒▒"),
            ("(031) 390 06 00", "▒▒▒"),
            ("0046 70 174 06 05", "▒▒▒"),
            ("+46701740605", "▒▒▒"),
            ("+46 (0)70-174 06 05", "▒▒▒"),
            ("call 020 7946 0018 before noon", "call ▒▒▒ before noon"),
            ("her mobile is 07700 900123.", "her mobile is ▒▒▒."),
            ("call (202) 555-0143", "call ▒▒▒"),
            ("202-555-0143", "▒▒▒"),
            ("+44 20 7946 0018", "▒▒▒"),
            ("070-174 06 05 och 070-174 06 06", "▒▒▒ och ▒▒▒"),
        ] {
            assert_eq!(hide(text).0, hidden, "{text}");
        }
    }

    #[test]
    fn years_times_shares_codes_and_amounts_are_nobodys() {
        for text in [
            "2023-2024",
            "2011-2012 och 2012-2013",
            "läsåren 2019/2020, 2020/2021 och 2021/2022",
            "läsår 08/09 10/11",
            "kl 09:30-10:15",
            "08:00-08:30 09:00-09:30",
            "kl 08-10 10-12 13-15",
            "08-16 alla dagar, 10-14 lördag",
            "07.45-08.15 och 12.00-13.00",
            "12 000 15 000",
            "från 12 000 till 15 000 elever",
            "1 045 120 000 kr",
            "045 000 000",
            "78,5 % 2023, 81,2 % 2024",
            "81 79,5 88 90 75 60 55 40",
            "0-6 år 7-12 år 13-17 år",
            "kommunerna 0180 1280 1480",
            "0180-0181-0184",
            "skola 48016437, 12813506",
            "organisation 212000-1439 och 556917-5663",
            "N12 S3 d4 F2 v49 v50 v51",
            "2026-11-17 09:30 2026-11-18 10:30",
            "17/11 9:00, 24/11 9:00, 1/12 9:00",
            "08-12-2023",
            "24 nov 2026 13:00-14:30",
            "TAB6471 BE0101A 20230115",
            "dnr 2023/1234-5",
            "1234567890",
            "5 of 8, 12 of 410, 3 of 25, 100 of 438",
            "from 120 000 to 150 000 in 2010-2024",
            "0,824 123 45",
            "59.3293 18.0686",
            "0199aabb-1234-7abc-8123-0123456789ab",
            "F91 0123 4567 8901 2345",
            "",
        ] {
            assert_eq!(hide(text).0, text, "{text}");
            assert_eq!(hide_half(text), text, "half typed: {text}");
        }
    }

    #[test]
    fn an_address_is_noticed_and_stands() {
        let (text, kinds) = hide("skriv till ask@exempel.se, eller 070-174 06 05");
        assert_eq!(text, "skriv till ask@exempel.se, eller ▒▒▒");
        assert_eq!(kinds, [Kind::Phone, Kind::Mail]);
        let at = &noticed("å <ask@exempel.se>.")[0].at;
        assert_eq!(
            "å <ask@exempel.se>.".get(at.clone()),
            Some("ask@exempel.se")
        );
    }

    /// The digit that is missing follows from the others.
    #[test]
    fn a_number_that_lacks_digits_is_hidden_while_it_is_typed() {
        for (text, half) in [
            ("hon är 900101-980", "hon är ▒▒▒"),
            ("hon är 900101-9", "hon är ▒▒▒"),
            ("19900101980", "▒▒▒"),
            ("19900101-98", "▒▒▒"),
            ("ring 070-174 06", "ring ▒▒▒"),
            ("ring 070-174 06 0", "ring ▒▒▒"),
            ("070174060", "▒▒▒"),
            ("+46 70 174 06", "▒▒▒"),
            ("900101", "900101"),
            ("900101-9802", "▒▒▒"),
        ] {
            assert_eq!(hide_half(text), half, "{text}");
        }
    }

    proptest! {
        /// Whatever is typed: hiding once is enough, and the words around stay.
        #[test]
        fn hiding_twice_hides_nothing_more(text in "[0-9+() @./a-å-]{0,40}") {
            let (once, _) = hide(&text);
            let (again, kinds) = hide(&once);
            prop_assert_eq!(&again, &once);
            prop_assert!(kinds.iter().all(|kind| !kind.is_number()));
        }

        #[test]
        fn a_number_is_found_in_any_words(before in "[a-zåäö ,]{0,20}", after in "[a-zåäö,]{0,20}", day in 10..28_u32) {
            let number = format!("9001{day}-9999");
            let text = format!("{before} {number} {after}");
            let hidden = hide(&text).0;
            prop_assert!(!hidden.contains(&number), "{}", hidden);
            prop_assert!(hidden.starts_with(&before) && hidden.ends_with(&after));
        }
    }
}
