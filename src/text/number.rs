//! Numbers in words a reader knows: decimal comma and spaces in Swedish, point and commas in English.

use super::Lang;

/// A space that keeps a number on one row.
const GROUP: char = '\u{a0}';
const MINUS: char = '\u{2212}';

/// Writes a number with so many decimals: `1 234,5` in Swedish, with a true minus; `1,234.5` in English.
///
/// Rounds the way people do by hand, half away from zero on the digits they see: 62.5 becomes 63. What is no number gives a dash.
pub fn decimal(lang: Lang, value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let digits = rounded(value.abs(), decimals);
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let negative = value < 0.0 && digits.bytes().any(|digit| matches!(digit, b'1'..=b'9'));
    join(lang, negative, whole, fraction)
}

/// Writes a whole number with its groups: `1 234` in Swedish, `1,234` in English.
///
/// Years are not quantities: write them without this.
pub fn whole(lang: Lang, value: i64) -> String {
    join(lang, value < 0, &value.unsigned_abs().to_string(), "")
}

fn join(lang: Lang, negative: bool, whole: &str, fraction: &str) -> String {
    let (minus, group, point) = match lang {
        Lang::Sv => (MINUS, GROUP, ','),
        Lang::En => ('-', ',', '.'),
    };
    let mut out = String::with_capacity(whole.len() * 2 + fraction.len() + 4);
    if negative {
        out.push(minus);
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

/// Rounds a value to so many decimals as [`decimal`] shows it, so that what is counted from it agrees with what is seen.
pub fn round(value: f64, decimals: usize) -> f64 {
    let shown = value
        .is_finite()
        .then(|| rounded(value.abs(), decimals).parse::<f64>().ok());
    // Adding zero turns -0.0 into 0.0.
    shown
        .flatten()
        .map_or(value, |shown| shown.copysign(value) + 0.0)
}

/// Rounds on the shortest decimal digits of the number: 0.285 is seen as 0.285, whatever its bits are, and gives 0.29.
fn rounded(value: f64, decimals: usize) -> String {
    let shown = value.to_string();
    let (whole, fraction) = shown.split_once('.').unwrap_or((&shown, ""));
    let mut digits: Vec<u8> = whole
        .bytes()
        .chain(
            fraction
                .bytes()
                .chain(std::iter::repeat(b'0'))
                .take(decimals),
        )
        .collect();
    if fraction
        .as_bytes()
        .get(decimals)
        .is_some_and(|next| *next >= b'5')
    {
        let nines = digits
            .iter()
            .rev()
            .take_while(|digit| **digit == b'9')
            .count();
        let kept = digits.len() - nines;
        digits.iter_mut().skip(kept).for_each(|digit| *digit = b'0');
        match kept.checked_sub(1) {
            Some(last) => digits[last] += 1,
            None => digits.insert(0, b'1'),
        }
    }
    let point = digits.len() - decimals;
    let mut out: String = digits.into_iter().map(char::from).collect();
    if decimals > 0 {
        out.insert(point, '.');
    }
    out
}

/// Reads a number as people and files write it, in either language: `12,5`, `12.5`, `1 234,5`, `1,234.5`, `−3`, `1,2E-05`.
///
/// A single comma is a decimal comma. Groups must be of three digits, so that `12 34` and a date are no numbers; nor is anything with
/// other words in it.
pub fn parse(text: &str) -> Option<f64> {
    let text = text.trim();
    let (negative, text) = match text.strip_prefix(['-', MINUS]) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let mut plain = plain_digits(mantissa)?;
    if let Some(exponent) = exponent {
        let digits = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
        if digits.is_empty()
            || digits.len() > 4
            || !digits.bytes().all(|digit| digit.is_ascii_digit())
        {
            return None;
        }
        plain.push('e');
        plain.push_str(exponent);
    }
    let value: f64 = plain.parse().ok()?;
    value
        .is_finite()
        .then_some(if negative { -value } else { value })
}

/// Takes the groups out and makes the decimal mark a point.
fn plain_digits(text: &str) -> Option<String> {
    let commas = text.matches(',').count();
    let points = text.matches('.').count();
    let mark = match (commas, points) {
        (1, 0) => Some(','),
        (0, 1) => Some('.'),
        // Several of one kind are groups.
        (_, 0) | (0, _) => None,
        _ => text.chars().rev().find(|c| matches!(c, ',' | '.')),
    };
    let (whole, fraction) = mark
        .and_then(|mark| text.rsplit_once(mark))
        .unwrap_or((text, ""));
    let groups: Vec<&str> = whole
        .split([' ', GROUP, '\u{202f}', '\u{2009}', ',', '.'])
        .collect();
    let digits = |part: &str| part.bytes().all(|digit| digit.is_ascii_digit());
    let (first, rest) = groups.split_first()?;
    let grouped = rest.is_empty()
        || ((1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3));
    if !grouped
        || !groups.iter().all(|group| digits(group))
        || !digits(fraction)
        || (first.is_empty() && fraction.is_empty())
    {
        return None;
    }
    Some(format!("{}.{fraction}0", groups.concat()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_written_as_each_language_does() {
        for (value, decimals, sv, en) in [
            (0.0, 0, "0", "0"),
            (-0.0, 1, "0,0", "0.0"),
            (-0.04, 1, "0,0", "0.0"),
            (-0.05, 1, "−0,1", "-0.1"),
            (62.5, 0, "63", "63"),
            (0.285, 2, "0,29", "0.29"),
            (1.005, 2, "1,01", "1.01"),
            (99.96, 1, "100,0", "100.0"),
            (999.5, 0, "1\u{a0}000", "1,000"),
            (1234.5, 1, "1\u{a0}234,5", "1,234.5"),
            (-1_234_567.0, 0, "−1\u{a0}234\u{a0}567", "-1,234,567"),
            (100_000.0, 0, "100\u{a0}000", "100,000"),
            (7.0, 2, "7,00", "7.00"),
            (f64::NAN, 1, "–", "–"),
            (f64::NEG_INFINITY, 1, "–", "–"),
        ] {
            assert_eq!(decimal(Lang::Sv, value, decimals), sv);
            assert_eq!(decimal(Lang::En, value, decimals), en);
        }
        assert_eq!(whole(Lang::Sv, -12_345), "−12\u{a0}345");
        assert_eq!(whole(Lang::En, i64::MIN), "-9,223,372,036,854,775,808");
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, value) in [
            ("12,5", 12.5),
            ("12.5", 12.5),
            (" 1 234,5 ", 1234.5),
            ("1\u{a0}234", 1234.0),
            ("1\u{202f}234\u{202f}567", 1_234_567.0),
            ("1,234.5", 1234.5),
            ("1.234,5", 1234.5),
            ("1,234,567", 1_234_567.0),
            ("1.234.567", 1_234_567.0),
            ("\u{2212}3", -3.0),
            ("-0,5", -0.5),
            ("+7", 7.0),
            (",5", 0.5),
            ("5,", 5.0),
            ("1,2E-05", 1.2e-5),
            ("2024", 2024.0),
        ] {
            assert_eq!(parse(text), Some(value), "{text:?}");
        }
        for text in [
            "",
            " ",
            "-",
            ".",
            ",",
            "..",
            "nan",
            "inf",
            "12 34",
            "1 2345",
            "2026-11-17",
            "12/1",
            "5 %",
            "e5",
            "1e",
            "1e99999",
            "1.2.3",
            "١",
        ] {
            assert_eq!(parse(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(value in -1e9..1e9_f64, decimals in 0..6_usize) {
            for lang in Lang::ALL {
                // One comma alone is a decimal comma: an English thousand without decimals is the one form that does not come back.
                if lang == Lang::En && decimals == 0 { continue; }
                let back = parse(&decimal(lang, value, decimals)).unwrap();
                prop_assert!((back - value).abs() <= 0.500_001 * 10_f64.powi(-(decimals as i32)) + 1e-6);
            }
        }

        #[test]
        fn any_text_and_number_is_survived(text in ".*", value in proptest::num::f64::ANY, decimals in 0..20_usize) {
            let _ = parse(&text);
            drop(decimal(Lang::Sv, value, decimals));
        }
    }
}
