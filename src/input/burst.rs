//! Tells words from commands: text typed by mistake must not become commands.

use crate::text::{Moment, Span};

/// A burst is four letter keys ...
const LETTERS: usize = 4;
/// ... within one second.
const WITHIN: Span = Span::seconds(1);

/// What a letter is, as far as can be told when it is pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// The first letter after a rest: a command, and perhaps the start of a word. What the window is like now is what to go back to.
    First,
    /// One more character: a command still.
    More,
    /// These characters are words. The commands that they were must be taken back.
    Typing(String),
}

/// Watches characters that are pressed where they are commands.
///
/// It only tells; the window does: at [`Heard::First`] it remembers how it is and which entry of the journal comes next, at
/// [`Heard::Typing`] it goes back to that, takes back what came since **as one**, drops what still waits, and opens the note line with the
/// words. Every key that is not a character, and every character that goes to a line, calls [`Burst::rest`].
///
/// The same letter all through is a person in a hurry, or a key held down, and no word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Burst {
    typed: String,
    letters: Vec<(char, Moment)>,
    last: Option<Moment>,
}

impl Burst {
    /// Hears a character that was pressed at a moment.
    pub fn press(&mut self, typed: char, now: Moment) -> Heard {
        if self.last.is_none_or(|last| (now - last).abs() > WITHIN) {
            self.rest();
        }
        let first = self.typed.is_empty();
        self.last = Some(now);
        self.typed.push(typed);
        if typed.is_alphabetic() {
            self.letters.push((typed, now));
        }
        if self.is_a_word() {
            let words = std::mem::take(&mut self.typed);
            self.rest();
            return Heard::Typing(words);
        }
        if first { Heard::First } else { Heard::More }
    }

    /// Forgets what was pressed: the next character starts anew.
    pub fn rest(&mut self) {
        *self = Self::default();
    }

    /// Says that nothing is being watched.
    pub fn is_at_rest(&self) -> bool {
        self.typed.is_empty()
    }

    fn is_a_word(&self) -> bool {
        let Some(last) = self.letters.last_chunk::<LETTERS>() else {
            return false;
        };
        let [first, .., end] = last;
        let quick = end.1 - first.1 <= WITHIN;
        quick && last.iter().any(|(letter, _)| *letter != first.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Presses each character so many milliseconds after the one before.
    fn heard(keys: &str, apart: i64) -> Vec<Heard> {
        let mut burst = Burst::default();
        keys.chars()
            .zip(0..)
            .map(|(typed, place)| burst.press(typed, Moment(1_000_000 + place * apart)))
            .collect()
    }

    fn words(keys: &str, apart: i64) -> Option<String> {
        heard(keys, apart)
            .into_iter()
            .find_map(|heard| match heard {
                Heard::Typing(words) => Some(words),
                _ => None,
            })
    }

    #[test]
    fn four_letters_within_a_second_are_words() {
        assert_eq!(words("trivs", 150), Some("triv".to_owned()));
        assert_eq!(words("ååäö", 150), Some("ååäö".to_owned()));
        assert_eq!(
            words("triv", 333),
            Some("triv".to_owned()),
            "999 ms from the first to the fourth"
        );
        assert_eq!(words("triv", 334), None);
        assert_eq!(words("tri", 10), None);
    }

    #[test]
    fn what_stands_between_the_letters_comes_along() {
        assert_eq!(words("i åk 8", 100), None, "three letters");
        assert_eq!(words("d6 dubbelt", 100), Some("d6 dub".to_owned()));
        assert_eq!(words("!ing en", 100), Some("!ing e".to_owned()));
    }

    #[test]
    fn a_person_in_a_hurry_is_not_typing() {
        assert_eq!(words("nnnnnn", 50), None);
        assert_eq!(words("++++++", 50), None);
        assert_eq!(words("nin", 50), None);
        assert_eq!(words("ntnt", 50), Some("ntnt".to_owned()));
    }

    #[test]
    fn a_rest_begins_anew() {
        let mut burst = Burst::default();
        let at = |milliseconds: i64| Moment(5_000_000 + milliseconds);
        assert_eq!(burst.press('t', at(0)), Heard::First);
        assert_eq!(burst.press('r', at(100)), Heard::More);
        assert_eq!(burst.press('i', at(200)), Heard::More);
        assert!(!burst.is_at_rest());
        burst.rest();
        assert!(burst.is_at_rest());
        assert_eq!(
            burst.press('v', at(300)),
            Heard::First,
            "Enter, an arrow or a line came between"
        );
        assert_eq!(
            burst.press('s', at(1301)),
            Heard::First,
            "more than a second"
        );
        assert_eq!(
            burst.press('s', at(0)),
            Heard::First,
            "the clock was set back"
        );
    }

    #[test]
    fn old_letters_do_not_count() {
        let mut burst = Burst::default();
        let times = [0, 900, 1000, 1100, 1200];
        let heard: Vec<_> = "skola"
            .chars()
            .zip(times)
            .map(|(typed, at)| burst.press(typed, Moment(at)))
            .collect();
        assert_eq!(heard[3], Heard::More, "four letters in 1.1 s");
        assert_eq!(
            heard[4],
            Heard::Typing("skola".to_owned()),
            "the last four of them quick, and the first is part of the word"
        );
    }
}
