//! Names as people type them: in any case, without rings and dots, and shortened as long as only one fits.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::text::SafeText;

/// What fits a name that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// The place of the one that fits.
    One(usize),
    /// The places of those that fit equally well.
    Many(Vec<usize>),
    /// None.
    None,
}

/// Finds what was typed among names: the same, the same but for case and marks, the only one that begins so, the only one with it inside.
pub(super) fn find<'a>(asked: &str, names: impl Iterator<Item = &'a str> + Clone) -> Fit {
    if let Some(at) = names.clone().position(|name| name == asked) {
        return Fit::One(at);
    }
    let key = plain(asked);
    if key.is_empty() {
        return Fit::None;
    }
    let bare = bare(&key);
    let tests: [&dyn Fn(&str) -> bool; 4] = [
        &|name| name == key,
        &|name| self::bare(name) == bare,
        &|name| name.starts_with(&key),
        &|name| name.contains(&key),
    ];
    let plain: Vec<String> = names.map(plain).collect();
    for test in tests {
        let fit: Vec<usize> = (0..plain.len()).filter(|at| test(&plain[*at])).collect();
        match fit.as_slice() {
            [] => {}
            [one] => return Fit::One(*one),
            _ => return Fit::Many(fit),
        }
    }
    Fit::None
}

/// Lists names, the likeliest for what was typed first: those that share its first letters.
pub(super) fn near<'a>(asked: &str, names: impl Iterator<Item = &'a str>) -> Vec<SafeText> {
    let key = plain(asked);
    let shared = |name: &str| {
        plain(name)
            .chars()
            .zip(key.chars())
            .take_while(|(a, b)| a == b)
            .count()
    };
    let mut names: Vec<(usize, &str)> = names.map(|name| (shared(name), name)).collect();
    // The sort keeps the order of the file among equals.
    names.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
    names
        .into_iter()
        .take(13)
        .map(|(_, name)| SafeText::line(name))
        .collect()
}

/// Writes a name in small letters without marks on them, with single spaces.
pub(super) fn plain(name: &str) -> String {
    if name.is_ascii() {
        let words: Vec<&str> = name.split_ascii_whitespace().collect();
        return words.join(" ").to_ascii_lowercase();
    }
    let folded: String = name
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'ø' => 'o',
            'æ' => 'a',
            c => c,
        })
        .collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Leaves nothing but letters and digits: `skol-enhetskod` and `skolenhetskod` are one.
pub(super) fn bare(plain: &str) -> String {
    plain.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_as_people_type_them() {
        let names = [
            "Läsår",
            "Skola",
            "Skol-enhetskod",
            "Elever, årskurs 1",
            "Elever, årskurs 9",
            "Andel (%) flickor, årskurs 9",
            "n",
            "N",
        ];
        let found = |asked: &str| find(asked, names.iter().copied());
        for (asked, fit) in [
            ("Läsår", Fit::One(0)),
            ("lasar", Fit::One(0)),
            ("LÄSÅR", Fit::One(0)),
            ("skolenhetskod", Fit::One(2)),
            ("skola", Fit::One(1)),
            ("skol", Fit::Many(vec![1, 2])),
            ("elever", Fit::Many(vec![3, 4])),
            ("elever,  arskurs 9", Fit::One(4)),
            ("andel", Fit::One(5)),
            ("flickor", Fit::One(5)),
            ("n", Fit::One(6)),
            ("N", Fit::One(7)),
            ("kommun", Fit::None),
            ("", Fit::None),
            (" ", Fit::None),
        ] {
            assert_eq!(found(asked), fit, "{asked}");
        }
    }

    #[test]
    fn the_likeliest_are_listed_first() {
        let near = near("Hannige", ["Ale", "Huddinge", "Haninge"].into_iter());
        assert_eq!(near[0].as_str(), "Haninge");
        assert_eq!(near.len(), 3);
    }
}
