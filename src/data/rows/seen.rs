//! What the text of a cell says. Nothing is taken for zero, and a number that can be read in two ways is kept in both.

use std::collections::BTreeMap;

use super::trimmed;
use crate::text::number;

/// Marks that publishers and spreadsheets write where there is no value. None of them is zero.
pub(in crate::data) const MARKS: [&str; 26] = [
    ".", "..", "...", "…", "-", "--", "–", "—", "−", ":", "*", "**", "***", "?", "NA", "N/A",
    "#N/A", "NaN", "null", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SAKNAS!",
];

/// The longest text that can be a number or a mark.
const LONGEST: usize = 40;

/// The powers of ten that a number of 15 digits can be divided by; all are exact.
const POWERS: [f64; 16] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
];

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Seen<'a> {
    /// Nothing.
    Blank,
    /// A mark for a missing value.
    Mark(&'a str),
    /// A number, and how many decimals were written.
    Number(f64, u8),
    /// A number with one sign before exactly three digits: decimals or thousands.
    Either {
        /// The sign.
        sign: Sign,
        /// The number when it stands before decimals.
        decimal: f64,
        /// The number when it stands between groups.
        group: f64,
    },
    /// A date as ISO 8601 writes it.
    Date(&'a str),
    /// Words, codes, anything else.
    Text(&'a str),
}

/// One of the two signs that stand in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// `,`
    Comma,
    /// `.`
    Point,
}

impl Sign {
    /// Returns the sign as it is written.
    pub fn char(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Point => '.',
        }
    }

    /// Returns the other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Comma => Self::Point,
            Self::Point => Self::Comma,
        }
    }
}

/// How a sign is used in the numbers of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Before decimals.
    Decimal,
    /// Between groups of three.
    Group,
}

/// Tells what a text says.
pub fn see(text: &str) -> Seen<'_> {
    let text = trimmed(text);
    let bytes = text.as_bytes();
    let Some(first) = bytes.first() else {
        return Seen::Blank;
    };
    if let Some(value) = few_digits(bytes) {
        return Seen::Number(value, 0);
    }
    if let Some((value, decimals)) = few_decimals(bytes) {
        return Seen::Number(value, decimals);
    }
    if bytes.len() > LONGEST {
        return Seen::Text(text);
    }
    // Rounded so that nobody is recognised, as Skolverket writes it: `~100`. The value itself is hidden.
    if bytes.len() <= 8 && *first == b'~' && number::parse(text.trim_start_matches('~')).is_some() {
        return Seen::Mark(text);
    }
    if bytes.len() <= 8 && MARKS.iter().any(|mark| mark.eq_ignore_ascii_case(text)) {
        return Seen::Mark(text);
    }
    // Words begin with letters, numbers do not; most texts end here.
    if first.is_ascii_alphabetic() {
        return Seen::Text(text);
    }
    if is_date(bytes) {
        return Seen::Date(text);
    }
    if !bytes.iter().copied().all(may_stand_in_a_number) {
        return Seen::Text(text);
    }
    numeric(text).unwrap_or(Seen::Text(text))
}

/// Says whether a byte may be of a number and what stands around it; a school year and a code end here.
fn may_stand_in_a_number(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b',' | b'.' | b'-' | b'+' | b'e' | b'E' | b'%' | b'*' | b' ' | b'\t'..=b'\r')
        || !byte.is_ascii()
}

/// Reads up to 15 digits alone, the most frequent number of all.
fn few_digits(bytes: &[u8]) -> Option<f64> {
    (bytes.len() <= 15 && bytes.iter().all(u8::is_ascii_digit)).then(|| {
        bytes
            .iter()
            .fold(0_u64, |value, digit| value * 10 + u64::from(digit - b'0')) as f64
    })
}

/// Takes the mark of a footnote off a number: `81*`, `75¹`, `90 **`; nothing where there is none. Letters are never taken off.
pub fn footnote(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_end();
    let is_mark = |c: char| matches!(c, '*' | '†' | '‡' | '¹' | '²' | '³' | '⁴' | '⁵');
    let bare = text.trim_end_matches(is_mark);
    let mark = text.get(bare.len()..).filter(|mark| !mark.is_empty())?;
    let bare = bare.trim_end();
    let ends = bare.ends_with(|c: char| c.is_ascii_digit() || c == '%');
    ends.then_some((bare, mark))
}

/// Reads digits around one sign that can only stand before decimals: the next most frequent number.
///
/// Up to 15 digits and a power of ten are exact, and their quotient is the nearest number there is.
fn few_decimals(bytes: &[u8]) -> Option<(f64, u8)> {
    let at = bytes.iter().position(|byte| !byte.is_ascii_digit())?;
    let (before, after) = (bytes.get(..at)?, bytes.get(at + 1..)?);
    let sign = matches!(bytes[at], b',' | b'.');
    let groups = after.len() == 3 && at <= 3 && before.first() != Some(&b'0');
    if !sign || groups || at == 0 || after.is_empty() || at + after.len() > 15 {
        return None;
    }
    if !after.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let digit = |value: u64, digit: &u8| value * 10 + u64::from(digit - b'0');
    let value = after.iter().fold(before.iter().fold(0, digit), digit);
    Some((value as f64 / POWERS[after.len()], after.len() as u8))
}

fn numeric(text: &str) -> Option<Seen<'_>> {
    let text = footnote(text).map_or(text, |(bare, _)| bare);
    let bare = text.strip_suffix('%').map_or(text, str::trim_end);
    let value = number::parse(bare)? + 0.0;
    let Some((sign, before, after)) = lone_sign(bare) else {
        let decimals = bare.rfind([',', '.']).map_or(0, |at| bare.len() - at - 1);
        // Several signs of one kind stand between groups.
        let decimals = if several_of_one(bare) { 0 } else { decimals };
        return Some(Seen::Number(value, decimals.min(255) as u8));
    };
    if !two_ways(before, after) {
        return Some(Seen::Number(value, after.len().min(255) as u8));
    }
    let group = number::parse(&bare.replace(sign.char(), ""))?;
    let decimal = value;
    Some(Seen::Either {
        sign,
        decimal,
        group,
    })
}

fn several_of_one(text: &str) -> bool {
    text.contains(',') != text.contains('.')
}

/// Returns the sign of a number that holds exactly one, and what stands before and after it.
fn lone_sign(text: &str) -> Option<(Sign, &str, &str)> {
    let mut signs = text.match_indices([',', '.']);
    let (at, sign) = signs.next()?;
    if signs.next().is_some() {
        return None;
    }
    let (before, rest) = text.split_at(at);
    let after = rest.strip_prefix(sign)?;
    let sign = if sign == "," {
        Sign::Comma
    } else {
        Sign::Point
    };
    Some((sign, before, after))
}

/// Says whether one sign may stand before decimals or between groups: `1,234`, `12.345`, but not `0,125`, `1234,125` or `1 234,5`.
fn two_ways(before: &str, after: &str) -> bool {
    let before = before.trim_start_matches(['-', '−', '+']);
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&before.len())
        && !before.starts_with('0')
        && digits(before)
        && after.len() == 3
        && digits(after)
}

/// Tells what the sign in a number shows about the whole file, where it can be read in one way only.
pub fn evidence(text: &str) -> Option<(Sign, Use)> {
    let text = text.trim();
    let text = footnote(text).map_or(text, |(bare, _)| bare);
    let text = text.strip_suffix('%').map_or(text, str::trim_end);
    if text.len() > LONGEST || !text.contains([',', '.']) {
        return None;
    }
    number::parse(text)?;
    match lone_sign(text) {
        Some((_, before, after)) if two_ways(before, after) => None,
        Some((sign, _, _)) => Some((sign, Use::Decimal)),
        // Of several signs the first stands between groups: `1,234.5`, `1.234.567`.
        None => {
            let sign = match text.find([',', '.']).map(|at| text.as_bytes()[at]) {
                Some(b',') => Sign::Comma,
                _ => Sign::Point,
            };
            Some((sign, Use::Group))
        }
    }
}

/// One sign before decimals leaves groups to the other, and the other way round.
pub fn complete(found: &mut BTreeMap<Sign, Use>) {
    for sign in [Sign::Comma, Sign::Point] {
        let used = match found.get(&sign.other()) {
            Some(Use::Decimal) => Use::Group,
            Some(Use::Group) => Use::Decimal,
            None => continue,
        };
        found.entry(sign).or_insert(used);
    }
}

/// Recognises `2026-08-19`, also with a time behind.
fn is_date(bytes: &[u8]) -> bool {
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let pair = |at: usize| digit(at) && digit(at + 1);
    pair(0)
        && pair(2)
        && bytes.get(4) == Some(&b'-')
        && pair(5)
        && bytes.get(7) == Some(&b'-')
        && pair(8)
        && match bytes.get(10) {
            None => true,
            Some(mark) => matches!(mark, b'T' | b' ') && pair(11),
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_one_thing() {
        for (text, seen) in [
            ("", Seen::Blank),
            (" \u{a0}", Seen::Blank),
            ("..", Seen::Mark("..")),
            ("na", Seen::Mark("na")),
            ("#DIV/0!", Seen::Mark("#DIV/0!")),
            ("0123", Seen::Number(123.0, 0)),
            ("1 088", Seen::Number(1088.0, 0)),
            ("1\u{a0}088,5", Seen::Number(1088.5, 1)),
            ("1\u{2009}088", Seen::Number(1088.0, 0)),
            ("0,824", Seen::Number(0.824, 3)),
            ("−3", Seen::Number(-3.0, 0)),
            ("71 %", Seen::Number(71.0, 0)),
            ("1,234,567", Seen::Number(1_234_567.0, 0)),
            ("1,234.56", Seen::Number(1234.56, 2)),
            ("~100", Seen::Mark("~100")),
            ("~ungefär", Seen::Text("~ungefär")),
            ("81*", Seen::Number(81.0, 0)),
            ("81,5 **", Seen::Number(81.5, 1)),
            ("75¹", Seen::Number(75.0, 0)),
            ("5 %*", Seen::Number(5.0, 0)),
            ("7B*", Seen::Text("7B*")),
            // A loss to a bookkeeper, uncertain or few answers to a statistician: nobody says which.
            ("(5)", Seen::Text("(5)")),
            ("2026-08-19", Seen::Date("2026-08-19")),
            ("2026-08", Seen::Text("2026-08")),
            ("2023/24", Seen::Text("2023/24")),
            ("åk 9", Seen::Text("åk 9")),
            ("12 34", Seen::Text("12 34")),
        ] {
            assert_eq!(see(text), seen, "{text:?}");
        }
        assert_eq!(
            see("1,234"),
            Seen::Either {
                sign: Sign::Comma,
                decimal: 1.234,
                group: 1234.0
            }
        );
    }

    #[test]
    fn evidence_is_what_can_be_read_in_one_way_only() {
        assert_eq!(evidence("88,5"), Some((Sign::Comma, Use::Decimal)));
        assert_eq!(evidence("88,5*"), Some((Sign::Comma, Use::Decimal)));
        assert_eq!(footnote("88*"), Some(("88", "*")));
        assert_eq!(footnote("**"), None);
        assert_eq!(evidence("1,234.5"), Some((Sign::Comma, Use::Group)));
        assert_eq!(evidence("1,234"), None);
        assert_eq!(evidence("88"), None);
        assert_eq!(evidence("a, b"), None);
    }

    proptest::proptest! {
        #[test]
        fn what_is_a_number_is_let_through(text in "[0-9,.+−eE %*¹\u{a0}\t/a-]{0,8}") {
            let text = text.trim();
            if numeric(text).is_some() {
                proptest::prop_assert!(text.bytes().all(may_stand_in_a_number));
            }
        }

        #[test]
        fn the_quick_way_reads_what_the_slow_way_reads(text in "[0-9]{0,7}[,.][0-9]{0,9}") {
            if let Some((value, decimals)) = few_decimals(text.as_bytes()) {
                let slow = numeric(&text);
                proptest::prop_assert_eq!(slow, Some(Seen::Number(value, decimals)));
            }
        }
    }
}
