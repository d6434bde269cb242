//! What somebody answered, as it stands in a cell.

use crate::{
    data::rows::{
        Raw,
        seen::{self, Seen},
    },
    text::SafeText,
};

/// What survey tools and people write where there is no answer. "Do not know" is an answer and not among them.
const NONE_GIVEN: [&str; 20] = [
    "data expired",
    "data_expired",
    "consent revoked",
    "consent_revoked",
    "ej svar",
    "ej svarat",
    "inget svar",
    "inte svarat",
    "obesvarad",
    "svar saknas",
    "uppgift saknas",
    "saknas",
    "bortfall",
    "no answer",
    "no response",
    "not answered",
    "unanswered",
    "missing",
    "system missing",
    "(tomt)",
];

/// Returns the answer in a cell, in the one form that all its spellings have: `5.0` and `5` are the same, and so are `'ja'` and `ja`.
/// Nothing where nobody answered.
pub fn answer(cell: &Raw<'_>) -> Option<SafeText> {
    match cell {
        Raw::Empty => None,
        Raw::Number(value) => Some(number(*value)),
        Raw::Date(text) => Some(SafeText::line(text)),
        Raw::Text(text) => of_text(text),
    }
}

/// Returns the answer that a text gives.
pub fn of_text(text: &str) -> Option<SafeText> {
    let text = unquoted(text.trim());
    match seen::see(text) {
        Seen::Blank | Seen::Mark(_) => return None,
        Seen::Number(value, decimals) if decimals > 0 && value.fract() == 0.0 => {
            return Some(number(value));
        }
        _ => {}
    }
    if text.len() <= 20 {
        let small = text.to_lowercase();
        if NONE_GIVEN.contains(&small.as_str()) {
            return None;
        }
    }
    if text.contains("  ") {
        let words: Vec<&str> = text.split_whitespace().collect();
        return Some(SafeText::line(&words.join(" ")));
    }
    Some(SafeText::line(text))
}

fn number(value: f64) -> SafeText {
    SafeText::line(&value.to_string())
}

/// Takes away the marks that a text stands in.
fn unquoted(text: &str) -> &str {
    for mark in ['\'', '"', '’'] {
        let inner = text
            .strip_prefix(mark)
            .and_then(|rest| rest.strip_suffix(mark));
        if let Some(inner) = inner.filter(|inner| !inner.contains(mark)) {
            return inner.trim();
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_answer_has_one_form() {
        for (text, given) in [
            ("Ja", Some("Ja")),
            (" Ja ", Some("Ja")),
            ("'7-8 hours'", Some("7-8 hours")),
            ("\"ja\"", Some("ja")),
            ("5.0", Some("5")),
            ("5,00", Some("5")),
            ("5", Some("5")),
            ("4.5", Some("4.5")),
            ("01", Some("01")),
            ("Stämmer  helt", Some("Stämmer helt")),
            ("Vet ej", Some("Vet ej")),
            ("don't know", Some("don't know")),
            ("Vill inte svara", Some("Vill inte svara")),
            ("", None),
            ("?", None),
            ("'?'", None),
            ("NA", None),
            ("DATA EXPIRED", None),
            ("CONSENT_REVOKED", None),
            ("Ej svar", None),
        ] {
            assert_eq!(of_text(text).as_deref(), given, "{text}");
        }
        assert_eq!(answer(&Raw::Number(5.0)).as_deref(), Some("5"));
        assert_eq!(answer(&Raw::Empty), None);
    }
}
