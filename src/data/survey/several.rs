//! Questions with several answers in one cell: `Fotboll;Musik;`.

use std::collections::{BTreeMap, BTreeSet};

use super::parts::MAX_ANSWERS;
use crate::text::SafeText;

/// Finds what parts the answers of one cell; nothing where a cell has one.
///
/// A semicolon or a bar stands in no answer by chance. A comma does ("Ja, absolut"), so there the same few answers must come in more
/// mixtures than there are of them.
pub fn parting<'a>(labels: &(impl Iterator<Item = &'a str> + Clone)) -> Option<char> {
    [';', '|', ','].into_iter().find(|sign| {
        let several = labels
            .clone()
            .filter(|label| pieces(label, *sign).count() > 1)
            .count();
        if several < 2 {
            return false;
        }
        let different: BTreeSet<&str> = labels
            .clone()
            .flat_map(|label| pieces(label, *sign))
            .collect();
        let mixtures = labels.clone().count();
        different.len() <= MAX_ANSWERS && (*sign != ',' || mixtures > different.len())
    })
}

/// Returns the answers in a cell.
pub fn pieces(label: &str, sign: char) -> impl Iterator<Item = &str> {
    label
        .split(sign)
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
}

/// Counts how many gave each answer; one who gave it twice counts once.
pub fn apart(mixtures: &[(SafeText, Vec<u64>)], sign: char) -> Vec<(SafeText, Vec<u64>)> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found: Vec<(SafeText, Vec<u64>)> = Vec::new();
    for (mixture, counts) in mixtures {
        let mut seen = BTreeSet::new();
        for piece in pieces(mixture, sign) {
            if !seen.insert(piece) {
                continue;
            }
            let at = *places.entry(piece).or_insert_with(|| {
                found.push((SafeText::line(piece), vec![0; counts.len()]));
                found.len() - 1
            });
            for (sum, count) in found[at].1.iter_mut().zip(counts) {
                *sum += count;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_answers_are_told_from_one_with_a_comma() {
        for (labels, sign) in [
            (
                &["Fotboll;Musik;", "Musik;", "Fotboll;", "Dans;Musik;"][..],
                Some(';'),
            ),
            (&["a|b", "b", "a|b|c"], Some('|')),
            (&["a, b", "b, c", "a, c", "a", "a, b, c", "b"], Some(',')),
            (&["Ja, absolut", "Nej, inte alls", "Vet ej"], None),
            (
                &["Ja, alltid", "Ja, oftast", "Nej, sällan", "Nej, aldrig"],
                None,
            ),
            (&["Ja;", "Nej;"], None),
            (&["x"], None),
        ] {
            assert_eq!(parting(&labels.iter().copied()), sign, "{labels:?}");
        }
    }

    #[test]
    fn each_person_counts_once_for_an_answer() {
        let mixtures = [
            ("Musik;Dans;".into(), vec![2, 0]),
            ("Dans;Dans".into(), vec![1, 3]),
        ];
        assert_eq!(
            apart(&mixtures, ';'),
            [("Musik".into(), vec![2, 0]), ("Dans".into(), vec![3, 3])]
        );
    }
}
