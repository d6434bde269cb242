//! Short forms and the words they stand for.

use std::collections::BTreeMap;

use crate::text::SafeText;

/// Short forms that are written out, each found as a whole word in any letter case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShortForms {
    /// Small letters, and the words; the longest first, so that `t.ex.` is not taken for something shorter.
    forms: Vec<(Vec<char>, String)>,
}

impl ShortForms {
    /// Makes them of short forms and their words; one without words is none.
    pub fn of(forms: &BTreeMap<String, String>) -> Self {
        let mut known: Vec<(Vec<char>, String)> = Vec::new();
        for (short, words) in forms {
            let (short, words) = (short.trim(), words.trim());
            if short.is_empty() || words.is_empty() {
                continue;
            }
            known.push((lower(short), words.to_owned()));
            // The last dot is often left out: "bl.a".
            if let Some(bare) = short.strip_suffix('.').filter(|bare| bare.contains('.')) {
                known.push((lower(bare), words.to_owned()));
            }
        }
        known.sort_by_key(|(short, _)| std::cmp::Reverse(short.len()));
        Self { forms: known }
    }

    /// Returns a text with its short forms written out; nothing where there are none.
    pub fn written_out(&self, text: &str) -> Option<SafeText> {
        let letters: Vec<char> = text.chars().collect();
        let mut out = String::with_capacity(text.len() + 16);
        let (mut at, mut found) = (0, false);
        while at < letters.len() {
            let begins = at == 0 || !(is_of_word(letters[at - 1]) || letters[at - 1] == '.');
            if let Some((length, words)) = begins.then(|| self.here(&letters[at..])).flatten() {
                let raised = letters[at].is_uppercase()
                    && letters.get(at + 1).is_none_or(|c| !c.is_uppercase());
                push(&mut out, words, raised);
                let after = &letters[at + length..];
                // A form's own dot ends the sentence too where a new one begins.
                let new_sentence = after.first().is_some_and(|c| c.is_whitespace())
                    && after
                        .iter()
                        .find(|c| !c.is_whitespace())
                        .is_some_and(|c| c.is_uppercase());
                if letters[at + length - 1] == '.' && new_sentence {
                    out.push('.');
                }
                at += length;
                found = true;
            } else {
                out.push(letters[at]);
                at += 1;
            }
        }
        found.then(|| SafeText::block(&out))
    }

    /// Returns the short form that stands at the beginning, by its length, and its words.
    fn here(&self, letters: &[char]) -> Option<(usize, &str)> {
        self.forms.iter().find_map(|(short, words)| {
            let fits = letters.len() >= short.len()
                && short
                    .iter()
                    .zip(letters)
                    .all(|(small, letter)| letter.to_lowercase().eq([*small]));
            let mut next = letters.iter().skip(short.len());
            let whole = match next.next() {
                None => true,
                // An address goes on behind its dot.
                Some('.') => next.next().is_none_or(|c| !is_of_word(*c)),
                Some(c) => !is_of_word(*c),
            };
            (fits && whole).then_some((short.len(), words.as_str()))
        })
    }
}

fn lower(text: &str) -> Vec<char> {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// Tells whether a letter goes on with a word: `20.e` and `h/b` are no short forms.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '/' | '@' | '-')
}

fn push(out: &mut String, words: &str, raised: bool) {
    let mut letters = words.chars();
    if let Some(first) = letters.next().filter(|_| raised) {
        out.extend(first.to_uppercase());
        out.push_str(letters.as_str());
    } else {
        out.push_str(words);
    }
}
