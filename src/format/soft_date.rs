//! Soft dates: the words at the end of a next step that say when, in Swedish and English, kept as said.
//!
//! "v49", "december?" and "före jul" are promises as people make them. They are never turned into a day; they are only told apart from
//! what is to be done. Where a date belongs to what is to be done ("frånvaron för december") it stays there.

mod words;

use words::{Phrase, Stands, Word, kind};

/// How many words a soft date has at most; "någon gång i början av december 2027, senast före jul" has nine.
const LONGEST: usize = 10;

/// Splits the words that say when from the end of a text: (what, when), both as they stand.
///
/// There is always a what: a text that is nothing but a date stays whole.
pub fn split_when(text: &str) -> (&str, Option<&str>) {
    let text = text.trim();
    if !text.split_whitespace().next_back().is_some_and(can_end) {
        return (text, None);
    }
    let words = words_of(text);
    let first = words.len().saturating_sub(LONGEST).max(1);
    for at in first..words.len() {
        let (before, tail) = words.split_at(at);
        if !says_when(tail) || belongs_to(before, tail) {
            continue;
        }
        let Some(start) = tail.first().map(|word| word.start) else {
            continue;
        };
        let (what, when) = text.split_at(start);
        let what = what.trim_end_matches(|c: char| {
            c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '—')
        });
        if what.is_empty() {
            break;
        }
        return (what, Some(when.trim()));
    }
    (text, None)
}

/// Returns the last words of a text, as many as a soft date can have and two before it.
fn words_of(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut end = text.len();
    let ends = text
        .rmatch_indices(char::is_whitespace)
        .map(|(at, space)| (at, at + space.len()));
    for (before, start) in ends.chain([(0, 0)]) {
        if end == 0 || words.len() == LONGEST + 2 {
            break;
        }
        if let Some(shown) = text.get(start..end).filter(|shown| !shown.is_empty()) {
            words.push(Word::new(start, shown));
        }
        end = before;
    }
    words.reverse();
    words
}

/// Says that the date is what the step is about: "ta fram siffror för december".
fn belongs_to(before: &[Word], tail: &[Word]) -> bool {
    let (Some(last), Some(first)) = (before.last(), tail.first()) else {
        return false;
    };
    let particle = last.is("av")
        && before
            .iter()
            .nth_back(1)
            .is_some_and(|verb| verb.is(words::PARTICLE_VERBS));
    let weak = last.is(words::WEAK_OBJECTS) && words::is_name(first) && !particle;
    let object = last.is(words::OBJECTS) || weak;
    object && !last.pauses && !first.is(words::STRONG_LEADS)
}

/// Says that words are a time and nothing else: leads, a core, what trails it, and the like again ("v49 eller v50").
fn says_when(words: &[Word]) -> bool {
    let (mut lead, mut rest) = leads(words);
    loop {
        let stands = |phrase: &&Phrase| match phrase.stands {
            Stands::Free => true,
            Stands::Led => lead.is_some(),
            Stands::Adverb => lead.is_none_or(|lead| !lead.is(words::PREPOSITIONS)),
        };
        let longest = words::PHRASES
            .iter()
            .filter(stands)
            .filter_map(|phrase| matched(phrase, rest, lead.is_some()))
            .max();
        let Some(count) = longest else { return false };
        rest = trailers(rest.get(count..).unwrap_or_default());
        if rest.is_empty() {
            return true;
        }
        let joined = rest.first().is_some_and(|word| word.is(words::CONNECTORS));
        rest = rest.get(usize::from(joined)..).unwrap_or_default();
        let (next, after) = leads(rest);
        lead = next.or_else(|| lead.filter(|_| joined));
        rest = after;
    }
}

/// Skips the words that lead up to a time, and gives the last of them.
fn leads(words: &[Word]) -> (Option<&Word>, &[Word]) {
    let (mut last, mut rest) = (None, words);
    loop {
        let one = rest
            .first()
            .is_some_and(|word| word.is(words::LEADS) && !word.pauses);
        let long = words::LONG_LEADS
            .iter()
            .filter_map(|lead| begun(rest, lead))
            .max();
        let Some(count) = long
            .or_else(|| one.then_some(1))
            .filter(|count| *count < rest.len())
        else {
            return (last, rest);
        };
        // What begins a longer phrase is no lead by itself: "i morgon", "om två veckor".
        let mut phrases = words::PHRASES
            .iter()
            .filter(|phrase| phrase.words.len() > 1);
        // "på" before "efter sportlovet" is a verb's: "hälsa på".
        let verb = last.is_some_and(|last: &Word| last.is("på on"));
        if verb || phrases.any(|phrase| matched(phrase, rest, true).is_some()) {
            return (last, rest);
        }
        let (lead, after) = rest.split_at(count);
        (last, rest) = (lead.last(), after);
    }
}

/// Says how many words a lead takes at the start.
fn begun(words: &[Word], lead: &str) -> Option<usize> {
    // Most leads fail at their first letters.
    words.first().filter(|word| word.begins(lead))?;
    let count = lead.split(' ').count();
    let here = words.get(..count)?;
    let same = lead
        .split(' ')
        .zip(here)
        .all(|(lead, word)| word.is(lead) && !word.pauses);
    same.then_some(count)
}

/// Says that a time could end with this word; most lines stop here.
fn can_end(word: &str) -> bool {
    let word = Word::new(0, word);
    let mut phrases = words::PHRASES.iter().chain(words::TRAILERS);
    phrases.any(|phrase| {
        phrase
            .words
            .last()
            .is_some_and(|last| kind(*last, &word, true))
    })
}

/// Returns how many words a phrase takes at the start.
fn matched(phrase: &Phrase, words: &[Word], led: bool) -> Option<usize> {
    let here = words.get(..phrase.words.len())?;
    here.iter()
        .zip(phrase.words)
        .all(|(word, wanted)| kind(*wanted, word, led))
        .then_some(here.len())
}

/// Skips clock times, parts of the day and "at the latest" behind a date.
fn trailers(words: &[Word]) -> &[Word] {
    let mut rest = words;
    while let Some(count) = words::TRAILERS
        .iter()
        .filter_map(|phrase| matched(phrase, rest, true))
        .max()
    {
        rest = rest.get(count..).unwrap_or_default();
    }
    rest
}

#[cfg(test)]
mod tests;
