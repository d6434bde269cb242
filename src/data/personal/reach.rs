//! Phone numbers and e-mail addresses, as people write them.

use std::ops::Range;

/// Says whether a text holds an e-mail address.
pub(super) fn has_mail(text: &str) -> bool {
    mails(text).next().is_some()
}

/// Returns the places of the e-mail addresses of a text.
pub(super) fn mails(text: &str) -> impl Iterator<Item = Range<usize>> {
    let words = text.split(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '(' | ')' | ':' | '"')
    });
    let mut from = 0;
    words.filter_map(move |word| {
        let start = from;
        // What parts them is one byte, or a blank of several.
        from += word.len();
        from += text
            .get(from..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        let word = word.trim_end_matches(['.', '!', '?']);
        is_mail(word).then(|| start..start + word.len())
    })
}

fn is_mail(word: &str) -> bool {
    let Some((name, host)) = word.split_once('@') else {
        return false;
    };
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '\'' | '%');
    let Some((domain, top)) = host.rsplit_once('.') else {
        return false;
    };
    !name.is_empty()
        && name.chars().all(inside)
        && !domain.is_empty()
        && !domain.starts_with(['.', '-'])
        && domain
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'))
        && top.len() >= 2
        && top.chars().all(char::is_alphabetic)
}

/// Says whether ten digits are a Swedish mobile number.
pub(super) fn is_mobile(digits: &str) -> bool {
    let bytes = digits.as_bytes();
    bytes.len() == 10
        && bytes.starts_with(b"07")
        && matches!(bytes[2], b'0' | b'2' | b'3' | b'6' | b'9')
}

/// Says whether a text is a phone number, alone or after a few words ("Tel: …").
///
/// A Swedish one begins with 0 and an area code, then a sign or a space; one from abroad with a plus. Dates, spans and amounts have
/// neither.
pub(super) fn has_phone(text: &str) -> bool {
    let Some(from) = text.find(|c: char| c == '+' || c == '(' || c.is_ascii_digit()) else {
        return false;
    };
    let (before, number) = text.split_at(from);
    let end = number
        .find(|c: char| !(c.is_ascii_digit() || is_between(c) || matches!(c, '+' | '(' | ')')))
        .unwrap_or(number.len());
    let (number, _) = number.split_at(end);
    let number = number.trim_end_matches(|c: char| !c.is_ascii_digit());
    let after = text.get(before.len() + number.len()..).unwrap_or_default();
    // Letters that touch it make it a code: "A08-123456".
    let touches = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if touches(before.chars().next_back()) || touches(after.chars().next()) {
        return false;
    }
    is_phone(number)
}

fn is_between(c: char) -> bool {
    matches!(
        c,
        ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '-' | '–' | '/'
    )
}

/// Says whether words hold nothing but a phone number, also one that is written as in Britain or North America.
pub(super) fn is_spoken(number: &str) -> bool {
    // (0) is left out by whoever calls from abroad.
    let number = &number.replacen("(0)", "", 1);
    let bare = number.chars().all(|c| c.is_ascii_digit()) && is_mobile(number);
    bare || is_phone(number) || is_abroad(number)
}

/// Says whether words can be the beginning of a phone number that lacks a few digits.
pub(super) fn begins(number: &str) -> bool {
    if number.starts_with('+') {
        return true;
    }
    if number.chars().all(|c| c.is_ascii_digit()) {
        return number.len() <= 10 && is_mobile(&format!("{number:0<10}"));
    }
    let mut groups = number.split(|c: char| is_between(c) || matches!(c, '(' | ')'));
    let area = groups.find(|group| !group.is_empty()).unwrap_or_default();
    let rest: Vec<&str> = groups.filter(|group| !group.is_empty()).collect();
    let long = rest
        .first()
        .is_some_and(|group| (3..=8).contains(&group.len()) && !group.starts_with('0'));
    is_area(area) && long && is_even(number, area)
}

/// `020 7946 0018` is written as at home; a British mobile is `07700 900123`, a North American number `(202) 555-0143`.
fn is_abroad(number: &str) -> bool {
    let lengths: Vec<usize> = groups(number).iter().map(|group| group.len()).collect();
    match lengths.as_slice() {
        [5, 6] | [5, 3, 3] => number.starts_with("07"),
        [3, 3, 4] => {
            let parted = number.starts_with('(') || number.matches('-').count() == 2;
            parted
                && number
                    .trim_start_matches('(')
                    .starts_with(|c| matches!(c, '2'..='9'))
        }
        _ => false,
    }
}

fn groups(number: &str) -> Vec<&str> {
    let groups = number.split(|c: char| is_between(c) || matches!(c, '(' | ')'));
    groups.filter(|group| !group.is_empty()).collect()
}

/// Says whether a group can be an area code: 08, or three or four digits.
fn is_area(group: &str) -> bool {
    group == "08"
        || (3..=4).contains(&group.len()) && group.starts_with('0') && !group.starts_with("00")
}

/// Says whether what stands between the groups after the area code is the same all through: `08-10 10-12` are hours.
fn is_even(number: &str, area: &str) -> bool {
    let rest = number
        .trim_start_matches('(')
        .strip_prefix(area)
        .unwrap_or(number);
    let rest = rest.trim_start_matches(|c: char| !c.is_ascii_digit());
    let mut between = rest.chars().filter(|c| is_between(*c));
    let first = between.next();
    area.starts_with("07") || between.all(|c| Some(c) == first)
}

fn is_phone(number: &str) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let parted = number.chars().any(is_between);
    if let Some(rest) = number
        .strip_prefix('+')
        .or_else(|| number.strip_prefix("00"))
    {
        let north = ["46", "47", "45", "358"]
            .iter()
            .any(|land| digits_of(rest).starts_with(land));
        return !rest.contains('+')
            && (9..=15).contains(&digits.len())
            && (parted || north)
            && !rest.starts_with('0');
    }
    if number.contains('+') || !parted || !(8..=11).contains(&digits.len()) {
        return false;
    }
    let groups = groups(number);
    let [area, rest @ ..] = groups.as_slice() else {
        return false;
    };
    let date = groups.len() == 3 && area.len() == 2 && rest[0].len() == 2 && rest[1].len() == 4;
    let first = rest
        .first()
        .is_some_and(|group| group.len() >= 2 && !group.starts_with('0') || area.starts_with("07"));
    // Pairs and triples, or everything in one piece.
    let even = rest.len() == 1 || rest.iter().all(|group| (2..=4).contains(&group.len()));
    is_area(area)
        && is_even(number, area)
        && !date
        && first
        && even
        && digits.len() >= if area.len() == 2 { 8 } else { 9 }
}

fn digits_of(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 070-174 06 05 to 99, 08-465 004 00 to 99 and 031-390 06 00 to 99 are kept for fiction and reach nobody.
    #[test]
    fn phone_numbers_as_people_write_them() {
        for number in [
            "070-174 06 05",
            "070-1740605",
            "070 174 06 05",
            "08-465 004 00",
            "08-46500400",
            "(031) 390 06 00",
            "031-390 06 00",
            "+46 70 174 06 05",
            "+46701740605",
            "0046 70 174 06 05",
            "+1 202 555 0143",
            "Tel: 070-174 06 05",
            "070/1740605 (kväll)",
        ] {
            assert!(has_phone(number), "{number}");
        }
    }

    #[test]
    fn other_digits_are_no_phone_numbers() {
        for text in [
            "48016437",
            "0114",
            "2120001439",
            "212000-1439",
            "2023-2024",
            "2026-08-19",
            "08-12-2023",
            "2026-08-19 10:30:00",
            "07:45-08:15 och 12",
            "0180-0181-0184",
            "1 088 000 000",
            "0-10 000 000",
            "10 000-20 000",
            "0,824 123 45",
            "59.3293 18.0686",
            "+12345678",
            "A08-46500400",
            "00000-00000",
            "010203-04",
            "F91 0123 4567 8901 2345",
        ] {
            assert!(!has_phone(text), "{text}");
        }
        assert!(is_mobile("0701740605") && !is_mobile("0801740605") && !is_mobile("701740605"));
    }

    #[test]
    fn mail_addresses() {
        for text in [
            "a.b@example.com",
            "Skriv till ask@exempel.se.",
            "<x+y@sub.example.org>",
        ] {
            assert!(has_mail(text), "{text}");
        }
        for text in [
            "@ask",
            "a@b",
            "5 @ 10.50",
            "a@b.1",
            "ask@",
            "@example.com",
            "a@.se",
        ] {
            assert!(!has_mail(text), "{text}");
        }
    }
}
