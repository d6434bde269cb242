//! What one cell of pasted text says: a value with its unit and its mark, a mark for none, words.

use std::collections::BTreeMap;

use crate::{
    data::rows::seen::{self, Seen, Sign, Use},
    text::SafeText,
};

/// Words behind a number that say what is counted.
const UNITS: [&str; 25] = [
    "%",
    "procent",
    "percent",
    "per cent",
    "%-enheter",
    "procentenheter",
    "kr",
    "kronor",
    "tkr",
    "mkr",
    "st",
    "elever",
    "pupils",
    "students",
    "personer",
    "people",
    "barn",
    "children",
    "unga",
    "ungdomar",
    "år",
    "years",
    "poäng",
    "points",
    "svar",
];
/// Words before a number that say it is not exact.
const ABOUT: [&str; 9] = [
    "cirka", "circa", "ungefär", "about", "c:a", "ca.", "ca", "≈", "~",
];

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Said {
    /// Nothing.
    Blank,
    /// A value.
    Value(Value),
    /// A mark for no value.
    Mark(SafeText),
    /// Words.
    Words(SafeText),
}

/// A number and what stands around it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Value {
    /// The number; where one sign can be read in two ways, read as decimals.
    pub(super) number: f64,
    /// The number read the other way, and the sign.
    pub(super) either: Option<(Sign, f64)>,
    /// What is counted; may be empty.
    pub(super) unit: SafeText,
    /// A footnote mark, or that the number is not exact; may be empty.
    pub(super) remark: SafeText,
    /// The number as it is written.
    pub(super) written: String,
}

impl Value {
    /// Returns the number as the signs of all numbers say it is read.
    pub(super) fn read(&self, signs: &BTreeMap<Sign, Use>) -> f64 {
        match self.either {
            Some((sign, group)) if signs.get(&sign) == Some(&Use::Group) => group,
            _ => self.number,
        }
    }
}

impl Said {
    /// Says whether it is a value or stands for one.
    pub(super) fn counts(&self) -> bool {
        matches!(self, Self::Value(_) | Self::Mark(_))
    }

    /// Says whether it is a value.
    pub(super) fn is_value(&self) -> bool {
        matches!(self, Self::Value(_))
    }
}

/// Tells what a cell says.
pub(super) fn say(text: &str) -> Said {
    let text = text.trim();
    match seen::see(text) {
        Seen::Blank => Said::Blank,
        // What a publisher rounds so is hidden; what a person writes so is about that much.
        Seen::Mark(mark) if !mark.starts_with('~') => Said::Mark(SafeText::line(mark)),
        Seen::Date(_) => Said::Words(SafeText::line(text)),
        Seen::Mark(_) | Seen::Number(..) | Seen::Either { .. } | Seen::Text(_) => match value(text)
        {
            Some(value) => Said::Value(value),
            None => Said::Words(SafeText::line(text)),
        },
    }
}

/// Reads a number with what may stand around it: `ca 71 %`, `500 elever`, `81*`.
fn value(text: &str) -> Option<Value> {
    let (about, rest) = without_about(text);
    let (unit, rest) = without_unit(rest);
    let (mark, rest) = without_footnote(rest);
    // The mark may stand before the unit or behind it.
    let (unit, rest) = if unit.is_empty() {
        without_unit(rest)
    } else {
        (unit, rest)
    };
    let (number, either) = match seen::see(rest) {
        Seen::Number(number, _) => (number, None),
        Seen::Either {
            sign,
            decimal,
            group,
        } => (decimal, Some((sign, group))),
        _ => return None,
    };
    let remark = [about, mark]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>();
    Some(Value {
        number,
        either,
        unit: SafeText::line(unit),
        remark: SafeText::line(&remark.join(" ")),
        written: rest.to_owned(),
    })
}

fn without_about(text: &str) -> (&str, &str) {
    for word in ABOUT {
        let Some((head, rest)) = text.split_at_checked(word.len()) else {
            continue;
        };
        let apart = rest.starts_with(char::is_whitespace) || !word.ends_with(char::is_alphabetic);
        let digit = rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
        if apart && digit && head.to_lowercase() == word {
            return (head, rest.trim_start());
        }
    }
    ("", text)
}

fn without_unit(text: &str) -> (&str, &str) {
    for unit in UNITS {
        let Some(at) = text.len().checked_sub(unit.len()) else {
            continue;
        };
        let Some((rest, tail)) = text.split_at_checked(at) else {
            continue;
        };
        let number = rest.trim_end();
        let apart = unit == "%"
            || number.len() < rest.len()
            || number.ends_with(|c: char| c.is_ascii_digit());
        if apart && !number.is_empty() && tail.to_lowercase() == unit {
            return (tail, number);
        }
    }
    ("", text)
}

/// Takes off `*`, `†`, `¹` and `1)` behind a number.
fn without_footnote(text: &str) -> (&str, &str) {
    let is_mark = |c: char| {
        matches!(
            c,
            '*' | '†' | '‡' | '¹' | '²' | '³' | '⁴' | '⁵' | '⁶' | '⁷' | '⁸' | '⁹'
        )
    };
    let rest = text.trim_end_matches(is_mark);
    let number = rest.trim_end();
    if rest.len() < text.len() && number.ends_with(|c: char| c.is_ascii_digit() || c == '%') {
        return text
            .split_at_checked(rest.len())
            .map_or(("", text), |(_, mark)| (mark, number));
    }
    let Some((number, mark)) = text.rsplit_once(' ') else {
        return ("", text);
    };
    let digits = mark.strip_suffix(')').unwrap_or_default();
    let is_note =
        !digits.is_empty() && digits.len() < 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_note {
        (mark, number.trim_end())
    } else {
        ("", text)
    }
}

/// Reads a label as a point in time: `2016`, `2016/17`, `HT 2016`.
pub(super) fn year(label: &str) -> Option<f64> {
    let label = label.trim();
    let (half, year) = match label.split_once(' ') {
        Some((term, year)) => match term.to_lowercase().as_str() {
            "vt" | "våren" | "vår" | "spring" => (0.0, year),
            "ht" | "hösten" | "höst" | "autumn" => (0.5, year),
            _ => return None,
        },
        None => (0.0, label),
    };
    let first = year.split(['/', '-', '–']).next()?;
    let tail = year
        .strip_prefix(first)?
        .trim_start_matches(['/', '-', '–']);
    let is_tail = matches!(tail.len(), 0 | 2 | 4) && tail.bytes().all(|byte| byte.is_ascii_digit());
    let value: u32 = (first.len() == 4).then(|| first.parse().ok())??;
    (is_tail && (1800..2200).contains(&value)).then(|| f64::from(value) + half)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(f64, String, String)> {
        match say(text) {
            Said::Value(value) => Some((
                value.number,
                value.unit.to_string(),
                value.remark.to_string(),
            )),
            _ => None,
        }
    }

    #[test]
    fn a_number_keeps_what_stands_around_it() {
        for (text, number, unit, remark) in [
            ("81", 81.0, "", ""),
            ("81 %", 81.0, "%", ""),
            ("81%", 81.0, "%", ""),
            ("81,5\u{a0}%", 81.5, "%", ""),
            ("1 088", 1088.0, "", ""),
            ("1\u{a0}088 elever", 1088.0, "elever", ""),
            ("81 procent", 81.0, "procent", ""),
            ("500 Kr", 500.0, "Kr", ""),
            ("ca 500", 500.0, "", "ca"),
            ("~100", 100.0, "", "~"),
            ("81*", 81.0, "", "*"),
            ("81 % *", 81.0, "%", "*"),
            ("81¹", 81.0, "", "¹"),
            ("81 1)", 81.0, "", "1)"),
            ("−3", -3.0, "", ""),
        ] {
            assert_eq!(
                read(text),
                Some((number, unit.to_owned(), remark.to_owned())),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "",
            "..",
            "-",
            "<5",
            "åk 9",
            "81 av 100",
            "2016/17",
            "%",
            "kr",
            "ca",
            "*",
            "1)",
            "år",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(say(".."), Said::Mark("..".into()));
        assert_eq!(say("<5"), Said::Words("<5".into()));
    }

    #[test]
    fn points_in_time_are_known() {
        for (label, value) in [
            ("2016", Some(2016.0)),
            ("2016/17", Some(2016.0)),
            ("2016–2017", Some(2016.0)),
            ("HT 2016", Some(2016.5)),
            ("vt 2017", Some(2017.0)),
            ("åk 9", None),
            ("1016", None),
            ("20161", None),
            ("2016/", Some(2016.0)),
        ] {
            assert_eq!(year(label), value, "{label}");
        }
    }
}
