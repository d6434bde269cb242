//! Who speaks, from what stands before the first colon.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::SafeText;

/// How many graphemes a name has at most.
const LONGEST: usize = 24;

/// How many words a name has at most.
const WORDS: usize = 3;

/// Words before a colon that open a sentence and name nobody.
const NOT_NAMES: &[&str] = &[
    "obs",
    "nb",
    "ps",
    "ex",
    "t ex",
    "t.ex",
    "dvs",
    "fråga",
    "svar",
    "not",
    "notera",
    "anm",
    "exempel",
    "till exempel",
    "källa",
    "kommentar",
    "sammanfattning",
    "slutsats",
    "viktigt",
    "bra",
    "idé",
    "tanke",
    "undran",
    "problem",
    "lösning",
    "orsak",
    "plus",
    "minus",
    "kl",
    "http",
    "https",
    "mailto",
    "file",
    "www",
    "example",
    "for example",
    "e.g",
    "i.e",
    "question",
    "answer",
    "note",
    "source",
    "comment",
    "summary",
    "conclusion",
    "important",
    "good",
    "idea",
    "thought",
    "todo",
    "reason",
    "nästa steg",
    "next step",
    "jfr",
    "re",
    "sv",
    "vs",
];

/// Endings that Swedish hangs on an abbreviation with a colon: BUP:s, SFI:n, tv:n.
const ENDINGS: &[&str] = &[
    "s", "n", "t", "a", "e", "en", "et", "er", "ar", "or", "na", "ns", "ts", "ens", "ets", "erna",
    "arna", "orna", "are", "aren",
];

/// Words that may stand small inside a name: "Anna och Omar", "rektor på Lyan" has a small first word and is none.
const SMALL: &[&str] = &[
    "och", "and", "&", "på", "i", "av", "från", "von", "de", "of", "from", "at",
];

/// Finds one voice: what it is called, and what stands behind its colon.
///
/// A voice that nobody has heard of counts only where `new_names` are welcome.
pub(super) fn one<'a>(
    line: &'a str,
    known: &[SafeText],
    new_names: bool,
) -> Option<(SafeText, &'a str)> {
    let (name, said) = before_colon(line)?;
    if let Some(voice) = canonical(name, known) {
        return Some((voice, said));
    }
    (new_names && is_name(name)).then(|| (SafeText::line(name), said))
}

/// Finds everybody who shares a next step: "Omar, Lisa och Kim: …".
pub(super) fn several<'a>(line: &'a str, known: &[SafeText]) -> Option<(Vec<SafeText>, &'a str)> {
    let (names, said) = before_colon(line)?;
    if let Some(voice) = canonical(names, known) {
        return Some((vec![voice], said));
    }
    let mut who = Vec::new();
    for part in names.split([',', ';', '&', '+', '/']) {
        for name in split_words(part, &["och", "and"]) {
            match canonical(name, known) {
                Some(voice) => who.push(voice),
                None if is_name(name) => who.push(SafeText::line(name)),
                None => return None,
            }
        }
    }
    Some((who, said))
}

/// Splits at whole words.
fn split_words<'a>(text: &'a str, between: &[&str]) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    for piece in text.split_inclusive(char::is_whitespace) {
        if between.contains(&piece.trim().to_lowercase().as_str()) {
            parts.extend(text.get(start..at));
            start = at + piece.len();
        }
        at += piece.len();
    }
    parts.extend(text.get(start..));
    parts.into_iter().map(str::trim).collect()
}

/// Splits at the first colon, where it can be one behind a name: no clock time, no address, no smiley, no Swedish ending.
fn before_colon(line: &str) -> Option<(&str, &str)> {
    let (name, said) = line.split_once(':')?;
    let next = said.chars().next();
    let spaced = next.is_none_or(char::is_whitespace);
    let torn = name.ends_with(char::is_whitespace) && !spaced;
    let address = matches!(next, Some('/' | '\\' | ')' | '(' | ':' | '|'));
    let name = name.trim();
    let time =
        name.ends_with(|c: char| c.is_ascii_digit()) && next.is_some_and(|c| c.is_ascii_digit());
    (!name.is_empty() && !torn && !address && !time && !is_ending(name, said))
        .then_some((name, said))
}

fn is_ending(name: &str, said: &str) -> bool {
    let ending = said
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let word = name.split_whitespace().last().unwrap_or_default();
    let short = word.graphemes(true).count() <= 2;
    let capitals = word.chars().filter(|c| c.is_uppercase()).count() >= 2
        && word.chars().all(|c| !c.is_lowercase());
    ENDINGS.contains(&ending) && (short || capitals || word.ends_with(|c: char| c.is_ascii_digit()))
}

fn canonical(name: &str, known: &[SafeText]) -> Option<SafeText> {
    let longest = known.iter().map(|voice| voice.len()).max().unwrap_or(0);
    // Letters change their length with their case, but not so much.
    if name.len() > 3 * longest {
        return None;
    }
    let name = SafeText::line(name).to_lowercase();
    known
        .iter()
        .find(|voice| voice.trim().to_lowercase() == name)
        .cloned()
}

/// Says that somebody could be called so.
///
/// One word can be small ("skola", "soc.tjänst"). Several words are a name where each has a capital letter: "vi ser mer: fler hemma" opens
/// a sentence, and words taken for a name are not in minutes without names.
fn is_name(name: &str) -> bool {
    if name.graphemes(true).nth(LONGEST).is_some() {
        return false;
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital = |word: &&str| {
        word.starts_with(char::is_uppercase) || word.starts_with(|c: char| c.is_ascii_digit())
    };
    let first = words
        .first()
        .is_some_and(|word| word.starts_with(char::is_alphabetic));
    let written = name.chars().all(|c| {
        c.is_alphanumeric()
            || c.is_whitespace()
            || matches!(c, '.' | '-' | '–' | '/' | '&' | '\'' | '’' | '(' | ')')
            || is_mark(c)
    });
    let several = words.len() == 1
        || words.first().is_some_and(capital)
            && words
                .iter()
                .all(|word| capital(word) || SMALL.contains(word));
    let plain = name.trim_end_matches('.').to_lowercase();
    first && written && several && words.len() <= WORDS && !NOT_NAMES.contains(&plain.as_str())
}

/// Says that a character only changes the letter before it.
fn is_mark(c: char) -> bool {
    use unicode_normalization::char::is_combining_mark;
    is_combining_mark(c)
}
