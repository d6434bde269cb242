//! Swedish personal identity numbers and coordination numbers: `YYMMDD-NNNC` and `YYYYMMDD-NNNC`, a plus from the year somebody turns
//! 100, the sign often left out. The day of a coordination number has 60 added. C is the check digit of the ten last digits.

/// What a word of digits looks like; later is more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Looks {
    /// The same shape, and no date that is one.
    Alike,
    /// A date that is one, and the wrong check digit.
    Dated,
    /// A coordination number.
    Coordination,
    /// A personal identity number.
    Person,
}

/// Returns the words of a text that may be such numbers.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '+' | '–' | '−')))
        .filter(|word| word.len() >= 10)
}

/// Tells what a word looks like; nothing where it has another shape.
pub(super) fn look(word: &str) -> Option<Looks> {
    let mut digits = [0_u8; 12];
    let (mut count, mut sign_at) = (0, None);
    for c in word.chars() {
        match c.to_digit(10) {
            Some(digit) if count < digits.len() => {
                digits[count] = digit as u8;
                count += 1;
            }
            None if sign_at.is_none() => sign_at = Some(count),
            Some(_) | None => return None,
        }
    }
    let century = match count {
        10 => 0,
        12 => 2,
        _ => return None,
    };
    if sign_at.is_some_and(|at| at + 4 != count) {
        return None;
    }
    let pair = |at: usize| u32::from(digits[at]) * 10 + u32::from(digits[at + 1]);
    let year = pair(century);
    let year = match century {
        2 if !matches!(pair(0), 18..=20) => return Some(Looks::Alike),
        2 => pair(0) * 100 + year,
        // Of two centuries either may be meant; only the leap day of 1900 differs.
        _ => 2000 + year,
    };
    let (month, day) = (pair(century + 2), pair(century + 4));
    let coordination = day > 60;
    let day = if coordination { day - 60 } else { day };
    if !is_day(year, month, day) {
        return Some(Looks::Alike);
    }
    Some(match (is_checked(&digits[century..count]), coordination) {
        (false, _) => Looks::Dated,
        (true, true) => Looks::Coordination,
        (true, false) => Looks::Person,
    })
}

/// Tells whether digits begin with a day somebody can be born on, written with so many of them.
pub(super) fn begins(digits: &str, written: usize) -> bool {
    let Some(day) = digits.get(..written) else {
        return false;
    };
    // With four more digits it has the shape of a number; any will do.
    look(&format!("{day}0000")).is_some_and(|looks| looks > Looks::Alike)
}

fn is_day(year: u32, month: u32, day: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// Luhn's check: every other digit doubled, the digits of all summed to a multiple of ten.
fn is_checked(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .enumerate()
        .map(|(at, digit)| {
            let weighed = u32::from(*digit) * if at % 2 == 0 { 2 } else { 1 };
            weighed / 10 + weighed % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Birth numbers from 980 are kept for tests and belong to nobody.
    #[test]
    fn numbers_of_people_have_a_date_and_a_check_digit() {
        for (word, looks) in [
            ("900101-9802", Some(Looks::Person)),
            ("9001019802", Some(Looks::Person)),
            ("19900101-9802", Some(Looks::Person)),
            ("199001019802", Some(Looks::Person)),
            ("900101+9802", Some(Looks::Person)),
            ("900161-9809", Some(Looks::Coordination)),
            ("900101-9803", Some(Looks::Dated)),
            ("901301-9802", Some(Looks::Alike)),
            ("900230-9803", Some(Looks::Alike)),
            // An organisation's third digit is at least 2: its month is none.
            ("212000-1686", Some(Looks::Alike)),
            ("5569175663", Some(Looks::Alike)),
            ("169001019802", Some(Looks::Alike)),
            ("90010-19802", None),
            ("900101-98-02", None),
            ("48016437", None),
            ("1234567890123", None),
        ] {
            assert_eq!(look(word), looks, "{word}");
        }
    }

    #[test]
    fn leap_days_are_days_in_leap_years() {
        assert!(is_day(2000, 2, 29) && is_day(2024, 2, 29));
        assert!(!is_day(1900, 2, 29) && !is_day(2023, 2, 29) && !is_day(2023, 0, 1));
    }

    #[test]
    fn words_are_found_in_a_sentence() {
        let words: Vec<&str> = words("ring (900101-9802) före kl. 12, 2023").collect();
        assert_eq!(words, ["900101-9802"]);
    }
}
