//! What separates and quotes the fields of a text file, found in its first lines.

use std::collections::BTreeMap;

/// What may separate fields; of two that are as even, the first is taken, since a semicolon or a tab stands in no text by chance.
const SEPARATORS: [u8; 4] = [b';', b'\t', b'|', b','];
/// Their places.
const SEMICOLON: usize = 0;
const TAB: usize = 1;
const COMMA: usize = 3;
/// How many lines are looked at.
const LINES: usize = 400;

/// How the fields of a text file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Form {
    /// What stands between fields; nothing in a file of one column.
    pub(super) separator: Option<u8>,
    /// What a field stands in that holds a separator.
    pub(super) quote: u8,
    /// What ends a line; a carriage return alone in files of old machines.
    pub(super) line_end: u8,
    /// Whether the first line only tells the separator, as Excel writes and reads it: `sep=;`.
    pub(super) told: bool,
}

impl Form {
    /// Finds the form; nothing in a text without a letter.
    pub(super) fn find(sample: &str) -> Option<Self> {
        if sample.trim().is_empty() {
            return None;
        }
        let line_end = if sample.contains('\n') || !sample.contains('\r') {
            b'\n'
        } else {
            b'\r'
        };
        let quote = quote(sample);
        let told = told(sample);
        Some(Self {
            separator: told.or_else(|| separator(sample, quote)),
            quote,
            line_end,
            told: told.is_some(),
        })
    }
}

fn told(sample: &str) -> Option<u8> {
    match sample.strip_prefix("sep=").map(str::as_bytes) {
        Some([separator, b'\r' | b'\n', ..]) if SEPARATORS.contains(separator) => Some(*separator),
        _ => None,
    }
}

/// Finds the separator that stands equally often on most lines.
fn separator(sample: &str, quote: u8) -> Option<u8> {
    let mut counts: [BTreeMap<usize, usize>; 4] = Default::default();
    let mut seen = [0; 4];
    let (mut quoted, mut lines) = (false, 0);
    let mut starts = true;
    let mut line_holds_text = false;
    let bytes = sample.as_bytes();
    let is_digit = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(u8::is_ascii_digit)
    };
    // On a line with semicolons or tabs a comma between digits stands before decimals.
    let mut decimals = 0;
    let close =
        |seen: &mut [usize; 4], decimals: &mut usize, counts: &mut [BTreeMap<usize, usize>; 4]| {
            if seen[SEMICOLON] + seen[TAB] > 0 {
                seen[COMMA] -= *decimals;
            }
            *decimals = 0;
            for (count, seen) in counts.iter_mut().zip(seen) {
                if *seen > 0 {
                    *count.entry(*seen).or_default() += 1;
                }
                *seen = 0;
            }
        };
    for (place, byte) in sample.bytes().enumerate() {
        if byte == quote && (quoted || starts) {
            quoted = !quoted;
            starts = false;
            continue;
        }
        // A doubled mark inside a field closes and opens it again.
        starts = byte == quote;
        if quoted {
            continue;
        }
        if let Some(at) = SEPARATORS.iter().position(|separator| *separator == byte) {
            seen[at] += 1;
            let between = is_digit(place.checked_sub(1)) && is_digit(Some(place + 1));
            decimals += usize::from(at == COMMA && between);
            starts = true;
        } else if matches!(byte, b'\n' | b'\r') {
            close(&mut seen, &mut decimals, &mut counts);
            lines += usize::from(line_holds_text);
            line_holds_text = false;
            starts = true;
            if lines >= LINES {
                break;
            }
        } else {
            line_holds_text = true;
        }
    }
    close(&mut seen, &mut decimals, &mut counts);
    let even = |at: usize| {
        let modal = counts[at]
            .iter()
            .max_by_key(|(width, lines)| (**lines, **width));
        modal.map_or(0, |(_, lines)| *lines)
    };
    (0..SEPARATORS.len())
        .filter(|at| even(*at) > 0)
        // Of equals the last is the greatest for `max_by_key`; the order is turned.
        .rev()
        .max_by_key(|at| even(*at))
        .map(|at| SEPARATORS[at])
}

/// Finds the quotation mark: the single one only where fields stand in it and none in the usual one.
fn quote(sample: &str) -> u8 {
    let (mut usual, mut opened, mut closed) = (0, 0, 0);
    for line in sample.lines().take(LINES) {
        for field in line.split([';', '\t', '|', ',']) {
            let field = field.trim();
            usual += usize::from(field.starts_with('"'));
            opened += usize::from(field.starts_with('\''));
            closed += usize::from(field.ends_with('\''));
        }
    }
    if usual == 0 && opened > 2 && opened == closed {
        b'\''
    } else {
        b'"'
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_that_stands_evenly_wins() {
        for (text, separator) in [
            ("a;b\n1,5;2\n2,5;3\n", b';'),
            (
                "Titel, för 2012\n\na;b;c\n1;2,5;3\n4;5;6\nFotnot, lång, text\n",
                b';',
            ),
            ("a,b\n1,x; y\n2,z; w; v\n", b','),
            ("a\tb\n1,2\t3\n", b'\t'),
            ("\"a;b\",c\n\"d;e\",f\n", b','),
            ("a|b\n1|2\n", b'|'),
            (
                "Byrån, enkäten 2022\n\nKommun;Årskurs;Andel;n\nA;åk 5;83,0;754\nA;åk 8;79,9;547\nA;gy 2;88,4;438\n\nTrygg, av alla\n",
                b';',
            ),
            ("1\t2,5\n3\t4,5\n", b'\t'),
            ("sep=,\na;b,c\n", b','),
        ] {
            assert_eq!(
                Form::find(text).unwrap().separator,
                Some(separator),
                "{text}"
            );
        }
        assert_eq!(Form::find("a\nb\n").unwrap().separator, None);
        assert_eq!(Form::find(" \n\n"), None);
    }

    #[test]
    fn single_quotes_are_found_where_they_are_used() {
        let form = Form::find("a,b\n'7-8 hours',1\n'5, or 6',2\n'x',3\n").unwrap();
        assert_eq!((form.quote, form.separator), (b'\'', Some(b',')));
        assert_eq!(Form::find("a,b\nit's,1\n").unwrap().quote, b'"');
    }
}
