//! Who made a file: somebody who publishes tables, or one's own organisation.

use crate::{domain::recipe::Whose, text::SafeText};

/// Whether small numbers of a file are hidden, and how that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// Its format is one that only publishers write.
    #[default]
    Format,
    /// Somebody said that it is published.
    SaidPublished,
    /// A publisher is named above or under the table: a guess.
    Named(SafeText),
    /// Somebody said that it is their own.
    SaidOwn,
    /// It has one row a person.
    Survey,
    /// Nothing tells, so it is treated as one's own: a guess, and the safe one.
    Unknown,
}

impl Origin {
    /// Says whether small numbers are hidden.
    pub const fn hides(&self) -> bool {
        matches!(self, Self::SaidOwn | Self::Survey | Self::Unknown)
    }
}

/// Publishers as they stand in the lines above and under their tables.
const PUBLISHERS: [&str; 18] = [
    "Skolverket",
    "Skolinspektionen",
    "Skolenkäten",
    "Statistiska centralbyrån",
    "Statistikmyndigheten",
    "SCB",
    "Kolada",
    "Rådet för främjande av kommunala analyser",
    "Folkhälsomyndigheten",
    "Socialstyrelsen",
    "Brottsförebyggande rådet",
    "Arbetsförmedlingen",
    "Kulturrådet",
    "Riksidrottsförbundet",
    "Försäkringskassan",
    "Eurostat",
    "OECD",
    "Statistics Sweden",
];

/// Tells whose a table is that stands in a format of publishers.
pub fn of_table(said: Whose) -> Origin {
    match said {
        Whose::Own => Origin::SaidOwn,
        Whose::Published => Origin::SaidPublished,
        Whose::Unsaid => Origin::Format,
    }
}

/// Tells whose a file of rows is, from the lines above and under its table; what somebody said wins.
pub fn of_rows<'a>(said: Whose, mut around: impl Iterator<Item = &'a str>) -> Origin {
    match said {
        Whose::Own => Origin::SaidOwn,
        Whose::Published => Origin::SaidPublished,
        Whose::Unsaid => match around.find_map(publisher) {
            Some(name) => Origin::Named(SafeText::line(name)),
            None => Origin::Unknown,
        },
    }
}

/// Finds a publisher's name in a line, as words of their own.
fn publisher(line: &str) -> Option<&'static str> {
    let found = |name: &&&str| {
        line.match_indices(**name).any(|(at, _)| {
            let (before, rest) = line.split_at(at);
            let after = rest.strip_prefix(**name).unwrap_or_default();
            let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            // A genitive: "Skolverkets".
            apart(before.chars().next_back())
                && (apart(after.chars().next()) || after.starts_with('s'))
        })
    };
    PUBLISHERS.iter().find(found).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_ones_own_unless_a_publisher_is_named() {
        let around = ["Statistik", "Skolverkets uppgifter, läsår 2023/24"];
        let of = |said, lines: &[&str]| of_rows(said, lines.iter().copied());
        assert_eq!(of(Whose::Unsaid, &[]), Origin::Unknown);
        assert_eq!(
            of(Whose::Unsaid, &around),
            Origin::Named("Skolverket".into())
        );
        assert_eq!(of(Whose::Own, &around), Origin::SaidOwn);
        assert_eq!(of(Whose::Published, &[]), Origin::SaidPublished);
        assert!(Origin::Unknown.hides() && !Origin::Named("SCB".into()).hides());
        assert!(!of_table(Whose::Unsaid).hides() && of_table(Whose::Own).hides());
    }

    #[test]
    fn names_are_words_of_their_own() {
        assert_eq!(publisher("Källa: SCB, 2024"), Some("SCB"));
        assert_eq!(publisher("SCBX och XSCB"), None);
        assert_eq!(publisher("Vår egen enkät"), None);
    }
}
