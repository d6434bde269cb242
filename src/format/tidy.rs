//! The quarter of an hour after: what in the notes wants a second look, and what to do about it. Pure; nothing is changed here.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use super::problem::{Problem, without_mark};
use crate::{
    domain::{Body, Note, NoteEdit, NoteId, Session, Tag},
    text::{Lang, SafeText, Span},
};

mod short;

pub use short::ShortForms;

/// The short forms that ship.
const SHIPPED: &str = include_str!("tidy/short_forms.ron");

/// Something that wants a second look, in the order it is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Look {
    /// Something was missed when this note was written.
    Missed(NoteId),
    /// Two notes say the same, or nearly.
    Double(NoteId, NoteId),
    /// A note has short forms that a reader may not know.
    Short(NoteId),
    /// A next step has nobody, or no time.
    Step(NoteId),
}

impl Look {
    /// Returns the note it is about; of two that say the same, the first.
    pub const fn id(self) -> NoteId {
        match self {
            Self::Missed(id) | Self::Double(id, _) | Self::Short(id) | Self::Step(id) => id,
        }
    }
}

/// Notes so near each other in time may be the same line written twice, wherever they were.
const NEAR: Span = Span::minutes(5);

/// Words shorter than this together say too little to be the same by chance: "ja", "bra".
const LEAST_LETTERS: usize = 8;

/// A part of another note counts as the same from so many words on.
const LEAST_WORDS: usize = 3;

/// So many words may be mistyped.
const MOST_MISTYPED: usize = 2;

/// A shorter word is another word when a letter of it is: "on" and "in", "fler" and "mer".
const LEAST_OF_WORD: usize = 4;

/// The longest ending that makes another form of the same word: "måndagar", "måndagarna".
const LONGEST_ENDING: usize = 3;

/// Finds everything that wants a second look: what was missed, what stands twice, short forms, steps that lack who or when.
pub fn find(session: &Session, forms: &ShortForms) -> Vec<Look> {
    let notes: Vec<&Note> = session
        .notes()
        .filter(|note| note.body.tag.is_of_dialogue())
        .collect();
    let of = |fits: &dyn Fn(&Note) -> bool, look: fn(NoteId) -> Look| -> Vec<Look> {
        let found = notes.iter().filter(|note| fits(note));
        found.map(|note| look(note.id)).collect()
    };
    let mut looks = of(&|note| note.body.missed, Look::Missed);
    looks.extend(doubles(session, &notes));
    looks.extend(of(
        &|note| forms.written_out(&note.body.text).is_some(),
        Look::Short,
    ));
    looks.extend(of(&lacks, Look::Step));
    looks
}

/// Tells whether a step that is not done has nobody, or no time.
fn lacks(note: &Note) -> bool {
    let body = &note.body;
    let said =
        |words: &Option<SafeText>| words.as_ref().is_some_and(|words| !words.trim().is_empty());
    body.tag == Tag::NextStep
        && crate::domain::lasting::is_open(body.status)
        && !(said(&body.who) && said(&body.when))
}

/// A note as it is compared.
struct Said<'a> {
    note: &'a Note,
    words: Vec<String>,
    letters: Vec<char>,
}

impl<'a> Said<'a> {
    fn of(note: &'a Note) -> Self {
        let lower = note.body.text.to_lowercase();
        let words = lower
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned);
        let words: Vec<String> = words.collect();
        let letters = words.join(" ").chars().collect();
        Self {
            note,
            words,
            letters,
        }
    }

    /// Tells whether the two say the same: word for word, with a letter or two wrong, or one as a part of the other.
    fn is_like(&self, other: &Self) -> bool {
        if self.letters == other.letters {
            return true;
        }
        let (short, long) = if self.letters.len() <= other.letters.len() {
            (self, other)
        } else {
            (other, self)
        };
        let part = || {
            short.words.len() >= LEAST_WORDS
                && long
                    .words
                    .windows(short.words.len())
                    .any(|words| *words == *short.words)
        };
        part() || self.is_nearly(other)
    }

    /// Tells whether the two are the same words, but for a mistyped letter or an ending here and there.
    fn is_nearly(&self, other: &Self) -> bool {
        let pairs = || self.words.iter().zip(&other.words);
        self.words.len() == other.words.len()
            && pairs().filter(|(a, b)| a != b).count() <= MOST_MISTYPED
            && pairs().all(|(a, b)| is_word_like(a, b))
    }
}

/// Finds the pairs of notes that say the same; each note is the later one of one pair at most.
fn doubles(session: &Session, notes: &[&Note]) -> Vec<Look> {
    let said: Vec<Said<'_>> = notes
        .iter()
        .filter(|note| !note.body.continues)
        .map(|note| Said::of(note))
        .filter(|said| said.letters.len() >= LEAST_LETTERS)
        .collect();
    let stages: Vec<_> = said.iter().map(|one| session.stage_of(one.note)).collect();
    let mut pairs = Vec::new();
    // Word for word the same is found over a whole stage; what is only nearly so, among what was said about then.
    let mut known: HashMap<&[char], Vec<usize>> = HashMap::new();
    for (later, one) in said.iter().enumerate() {
        let same = known.entry(&one.letters).or_default();
        let nearby = (0..later)
            .rev()
            .take_while(|before| one.note.wall - said[*before].note.wall <= NEAR);
        let in_stage = same
            .iter()
            .copied()
            .filter(|before| stages[*before] == stages[later]);
        let twice = |before: &usize| {
            let other = &said[*before];
            may_be_one(&one.note.body, &other.note.body) && one.is_like(other)
        };
        if let Some(before) = nearby.chain(in_stage).find(twice) {
            pairs.push(Look::Double(said[before].note.id, one.note.id));
        }
        same.push(later);
    }
    pairs
}

/// Tells whether two notes could be one: a step and a note are two, and so is what two perspectives said.
fn may_be_one(one: &Body, other: &Body) -> bool {
    let steps = |body: &Body| body.tag == Tag::NextStep;
    let voice = |body: &Body| body.voice.as_ref().map(|voice| voice.trim().to_lowercase());
    let who = |body: &Body| body.who.as_ref().map(|who| who.trim().to_lowercase());
    let apart = |one: Option<String>, other: Option<String>| {
        one.is_some() && other.is_some() && one != other
    };
    let charts = |body: &Body| body.chart.map(|chart| chart.to_string());
    let differ = apart(voice(one), voice(other))
        || apart(who(one), who(other))
        || apart(charts(one), charts(other));
    steps(one) == steps(other) && !differ
}

/// Tells whether two words are one, mistyped by a letter or with another ending. A figure is itself or another one.
fn is_word_like(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let letters = |word: &str| word.chars().count();
    if letters(short) < LEAST_OF_WORD || short.chars().any(char::is_numeric) {
        return false;
    }
    let ending = long.strip_prefix(short);
    ending.is_some_and(|ending| letters(ending) <= LONGEST_ENDING) || is_a_letter_off(short, long)
}

/// Tells whether one word becomes the other by one letter put in or changed.
fn is_a_letter_off(short: &str, long: &str) -> bool {
    let (short, long): (Vec<char>, Vec<char>) = (short.chars().collect(), long.chars().collect());
    let same = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let rest = |word: &[char], from: usize| word.get(from..).unwrap_or_default().to_vec();
    let behind = rest(&long, same + 1);
    rest(&short, same + 1) == behind || rest(&short, same) == behind
}

/// Returns what makes one note of two: the words of both, each said once, and what either knows besides.
pub fn joined(one: &Body, other: &Body) -> Vec<NoteEdit> {
    let (first, second) = (one.text.trim(), other.text.trim());
    let holds = |long: &str, short: &str| long.to_lowercase().contains(&short.to_lowercase());
    let text = if holds(first, second) {
        first.to_owned()
    } else if holds(second, first) {
        second.to_owned()
    } else {
        let stop = if first.ends_with(['.', '!', '?', '…']) {
            " "
        } else {
            "; "
        };
        format!("{first}{stop}{second}")
    };
    let either =
        |one: &Option<SafeText>, other: &Option<SafeText>| one.clone().or_else(|| other.clone());
    let mut from = one.from.clone();
    from.extend(other.from.iter().filter(|id| !one.from.contains(id)));
    let whole = Body {
        text: if text == first {
            one.text.clone()
        } else {
            SafeText::block(&text)
        },
        chart: one.chart.or(other.chart),
        voice: either(&one.voice, &other.voice),
        who: either(&one.who, &other.who),
        when: either(&one.when, &other.when),
        missed: one.missed || other.missed,
        from,
        ..one.clone()
    };
    NoteEdit::between(one, &whole)
}

/// Returns the fuller of two notes that say the same: the one to keep where nobody says otherwise.
pub fn fuller<'a>(one: &'a Note, other: &'a Note) -> &'a Note {
    let knows = |note: &Note| {
        let body = &note.body;
        let more = [&body.voice, &body.who, &body.when];
        let more = more.into_iter().flatten().count() + usize::from(body.chart.is_some());
        (more, body.text.trim().chars().count())
    };
    if knows(other) > knows(one) {
        other
    } else {
        one
    }
}

/// The short forms of both languages as they stand in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Both {
    sv: BTreeMap<String, String>,
    en: BTreeMap<String, String>,
}

/// Returns the short forms that ship, in a session's language, with a person's own over them: an empty word turns one off.
pub fn short_forms(lang: Lang, own: &BTreeMap<String, String>) -> ShortForms {
    let both = read("short_forms.ron", SHIPPED).expect("a test reads what ships");
    let mut forms = match lang {
        Lang::Sv => both.sv,
        Lang::En => both.en,
    };
    for (short, words) in own {
        forms.retain(|known, _| !known.eq_ignore_ascii_case(short));
        forms.insert(short.clone(), words.clone());
    }
    ShortForms::of(&forms)
}

fn read(name: &str, text: &str) -> Result<Both, Problem> {
    ron::Options::default()
        .from_str(without_mark(text))
        .map_err(|error| Problem::of_ron(name, text, error))
}

#[cfg(test)]
mod tests;
