//! The municipalities of Sweden by name and code: people say a name, statistics servers want the code.

use unicode_normalization::UnicodeNormalization as _;

/// One line each, `0136 Haninge`: the 290 municipalities with the codes that SCB gives them. Names and codes are public facts; they have
/// not changed since 2007.
const ALL: &str = include_str!("municipalities.txt");

/// How many names are offered where a name fits none or several.
const OFFERED: usize = 5;

/// A municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Municipality {
    /// Four digits, the first two the county: `0136`.
    pub code: &'static str,
    /// The name without "kommun" or "stad".
    pub name: &'static str,
}

/// A name that is none of them, or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotFound {
    /// What fits, or is near; may be empty.
    pub near: Vec<Municipality>,
}

/// Sweden as a whole, which servers give beside the municipalities.
pub const COUNTRY: Municipality = Municipality {
    code: "0000",
    name: "Riket",
};

/// Goes through all municipalities by their codes.
pub fn all() -> impl Iterator<Item = Municipality> {
    ALL.lines().filter_map(|line| {
        let (code, name) = line.split_once(' ')?;
        Some(Municipality { code, name })
    })
}

/// Finds the municipality that a person means: by its code, by its name in any case, with or without dots and rings and "kommun", or by
/// the beginning of a name that no other begins with. A mistyped name is not guessed; near ones are offered.
pub fn find(said: &str) -> Result<Municipality, NotFound> {
    let said = said.trim();
    if let Some(found) = all().find(|one| one.code == said) {
        return Ok(found);
    }
    if let Some(found) = all().find(|one| one.name.to_lowercase() == said.to_lowercase()) {
        return Ok(found);
    }
    let wanted = plain(said);
    if ["riket", "sverige", "sweden", "hela landet"].contains(&wanted.as_str())
        || said == COUNTRY.code
    {
        return Ok(COUNTRY);
    }
    let bare = bare(&wanted);
    let equal = |name: &str| name == wanted || bare.iter().any(|bare| *bare == name);
    let mut near: Vec<Municipality> = all().filter(|one| equal(&plain(one.name))).collect();
    if near.is_empty() {
        let begins = |one: &Municipality| plain(one.name).starts_with(&wanted);
        near = all()
            .filter(|one| !wanted.is_empty() && begins(one))
            .collect();
    }
    // Without its ring Håbo is another municipality, Habo.
    if let [one] = near.as_slice() {
        return Ok(*one);
    }
    if near.is_empty() && wanted.chars().count() > 2 {
        near = nearest(bare.first().map_or(wanted.as_str(), |bare| bare));
    }
    near.truncate(OFFERED);
    Err(NotFound { near })
}

/// Returns a name in small letters and without marks over letters, so that `malmo` is Malmö.
fn plain(name: &str) -> String {
    let decomposed = name.trim().nfd();
    let marks = |c: &char| !('\u{300}'..='\u{36f}').contains(c);
    decomposed.filter(marks).collect::<String>().to_lowercase()
}

/// Returns what may be the name in `Haninge kommun`, `Borås stad` and `Vaxholms kommun`.
fn bare(plain: &str) -> Vec<String> {
    let ends = [" kommun", " stad", " municipality"];
    let Some(name) = ends.iter().find_map(|end| plain.strip_suffix(end)) else {
        return Vec::new();
    };
    let mut names = vec![name.trim().to_owned()];
    names.extend(name.strip_suffix('s').map(str::to_owned));
    names
}

fn nearest(wanted: &str) -> Vec<Municipality> {
    // In a short word two other letters make another word.
    let most = (wanted.chars().count() / 3).min(2);
    let mut near: Vec<(usize, Municipality)> = all()
        .map(|one| (distance(&plain(one.name), wanted), one))
        .filter(|(distance, _)| *distance <= most)
        .collect();
    near.sort();
    near.into_iter().map(|(_, one)| one).collect()
}

/// Counts the letters to put in, take away or change between two words.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, c) in one.chars().enumerate() {
        let mut before = row[0];
        row[0] = at + 1;
        for place in 0..other.len() {
            let change = before + usize::from(other[place] != c);
            before = row[place + 1];
            row[place + 1] = change.min(before + 1).min(row[place] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn there_are_290_of_them_each_with_a_code_of_its_own() {
        let codes: HashSet<&str> = all().map(|one| one.code).collect();
        let names: HashSet<&str> = all().map(|one| one.name).collect();
        assert_eq!((codes.len(), names.len()), (290, 290));
        for one in all() {
            assert!(one.code.len() == 4 && one.code.bytes().all(|b| b.is_ascii_digit()));
            assert_eq!(find(one.code), Ok(one));
            assert_eq!(find(one.name), Ok(one), "{}", one.name);
            assert_eq!(find(&one.name.to_uppercase()), Ok(one), "{}", one.name);
            // Håbo kommun and Habo kommun keep their letters.
            if !["Habo", "Håbo"].contains(&one.name) {
                let genitive = format!("{}s kommun", one.name.trim_end_matches('s'));
                for written in [format!("{} kommun", one.name), genitive] {
                    assert_eq!(find(&written), Ok(one), "{written}");
                }
            }
        }
    }

    #[test]
    fn a_name_is_found_as_people_write_it() {
        for (said, code) in [
            ("haninge", "0136"),
            (" Haninge kommun ", "0136"),
            ("Malmö stad", "1280"),
            ("malmo", "1280"),
            ("Vaxholms stad", "0187"),
            ("Borås", "1490"),
            ("Upplands V", "0114"),
            ("HABO", "0643"),
            ("Håbo", "0305"),
            ("Sverige", "0000"),
        ] {
            assert_eq!(find(said).map(|one| one.code), Ok(code), "{said}");
        }
    }

    #[test]
    fn a_name_that_fits_none_or_several_is_offered_what_is_near() {
        let near = |said: &str| -> Vec<&str> {
            let found = find(said).expect_err(said);
            found.near.iter().map(|one| one.name).collect()
        };
        assert_eq!(near("Hannige"), ["Haninge"]);
        assert_eq!(near("Upplands"), ["Upplands Väsby", "Upplands-Bro"]);
        assert!(near("").is_empty());
        assert!(near("Oslo kommun").is_empty());
        assert!(near("x").is_empty());
    }
}
