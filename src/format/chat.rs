//! Lines of a meeting's chat as they are copied: the clock goes, and the name with it.
//!
//! ```text
//! 09:41 Anna Berg: text                          the usual line
//! [09:41] Anna Berg: text                        the same in brackets, sometimes with the day
//! 09:41:23 From Anna Berg to Everyone : text     who could read it
//! Anna Berg 09:41                                a heading; the words stand on the lines that follow
//! ```
//!
//! What somebody wrote is kept word by word; a line without a clock in front is all words, unless it begins as somebody of the roster.

use crate::{domain::Participant, text::SafeText};

/// The longest name: more before a colon is a sentence.
const LONGEST_NAME: usize = 60;

/// Words on a line of the chat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChatLine {
    /// The perspective it was written from, where the roster tells; never a name.
    pub voice: Option<SafeText>,
    /// The words.
    pub text: SafeText,
}

/// Reads the lines of a chat; headings and lines that hold nothing but a clock give none.
pub fn lines(text: &str, roster: &[Participant]) -> Vec<ChatLine> {
    let mut voice = None;
    let mut read = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match Line::of(line, roster) {
            Line::Heading(name) => voice = voice_of(name, roster),
            Line::By(name, words) => {
                voice = None;
                read.push((voice_of(name, roster), words));
            }
            Line::Words(words) => read.push((voice.clone(), words)),
        }
    }
    let said = |(voice, words): (Option<SafeText>, &str)| ChatLine {
        voice,
        text: SafeText::line(words),
    };
    read.into_iter().map(said).collect()
}

/// What a line is.
enum Line<'a> {
    /// Who writes on the lines that follow; empty where it is a clock alone.
    Heading(&'a str),
    /// A name, and what was written.
    By(&'a str, &'a str),
    /// What was written.
    Words(&'a str),
}

impl<'a> Line<'a> {
    fn of(line: &'a str, roster: &[Participant]) -> Self {
        if let Some((in_brackets, rest)) = after_clock(line) {
            return match named(rest) {
                Some((name, "")) => Self::Heading(name),
                Some((name, words)) => Self::By(name, words),
                None if rest.is_empty() || is_name(rest, 2) || is_known(rest, roster) => {
                    Self::Heading(rest)
                }
                None if in_brackets => Self::By("", rest),
                // A time that somebody wrote about.
                None => Self::Words(line),
            };
        }
        if let Some(name) = before_clock(line)
            && (is_name(name, 1) || is_known(name, roster))
        {
            return Self::Heading(name);
        }
        match named(line) {
            Some((name, words)) if !words.is_empty() && is_known(name, roster) => {
                Self::By(name, words)
            }
            _ => Self::Words(line),
        }
    }
}

/// Takes a clock from the beginning of a line, with the day before it; tells whether it stood in brackets.
fn after_clock(line: &str) -> Option<(bool, &str)> {
    let inside = line.strip_prefix('[');
    let rest = inside.unwrap_or(line);
    let rest = after_day(rest).unwrap_or(rest);
    let rest = after_half(time(rest)?);
    let rest = match inside {
        Some(_) => rest.trim_start().strip_prefix(']')?,
        None if rest.is_empty() || rest.starts_with(char::is_whitespace) => rest,
        None => return None,
    };
    let rest = rest.trim_start().trim_start_matches(['-', '–']);
    Some((inside.is_some(), rest.trim_start()))
}

/// Takes a clock from the end of a line.
fn before_clock(line: &str) -> Option<&str> {
    let halves = ["AM", "PM", "am", "pm"];
    let line = halves
        .iter()
        .find_map(|half| line.strip_suffix(half))
        .unwrap_or(line)
        .trim_end();
    let (name, clock) = line.rsplit_once(char::is_whitespace)?;
    let name = name.trim_end().trim_end_matches([',', '-', '–']);
    (time(clock) == Some("")).then(|| name.trim_end())
}

/// Takes hours and minutes, with or without seconds.
fn time(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ':');
    let (clock, rest) = text.split_at_checked(end.unwrap_or(text.len()))?;
    let parts: Vec<&str> = clock.split(':').collect();
    let two = |part: &&str| part.len() == 2 && part.parse().is_ok_and(|n: u8| n < 60);
    let (hour, after) = parts.split_first()?;
    let hour = hour.len() <= 2 && hour.parse().is_ok_and(|n: u8| n < 24);
    (hour && matches!(after.len(), 1 | 2) && after.iter().all(two)).then_some(rest)
}

/// Takes what says which half of the day.
fn after_half(text: &str) -> &str {
    let halves = ["AM", "PM", "am", "pm"];
    let bare = text.trim_start();
    let after = halves.iter().find_map(|half| bare.strip_prefix(half));
    after
        .filter(|after| !after.starts_with(char::is_alphanumeric))
        .unwrap_or(text)
}

/// Takes a day in figures, `2025-11-20` or `20/11/2025,`.
fn after_day(text: &str) -> Option<&str> {
    let (day, rest) = text.split_once(char::is_whitespace)?;
    let day = day.trim_end_matches(',');
    let parts: Vec<&str> = day.split(['-', '/', '.']).collect();
    let figures =
        |part: &&str| (1..=4).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit());
    (parts.len() == 3 && parts.iter().all(figures)).then(|| rest.trim_start())
}

/// Takes a name and its colon from the beginning, without whom it was written to.
fn named(text: &str) -> Option<(&str, &str)> {
    let (name, words) = text.split_once(':')?;
    let (name, words) = (name.trim(), words.trim());
    let sent = ["From ", "Från "]
        .iter()
        .find_map(|from| name.strip_prefix(from));
    let name = match sent {
        Some(name) => [" to ", " till "]
            .iter()
            .find_map(|to| name.split_once(to))
            .map_or(name, |(name, _)| name)
            .trim(),
        None => name,
    };
    let fits = !name.is_empty()
        && name.chars().count() <= LONGEST_NAME
        && !name.contains(|c: char| c.is_ascii_digit() || matches!(c, '?' | '!' | '/'))
        && !words.starts_with("//");
    fits.then_some((name, words))
}

/// Tells whether words could be a name standing alone: so many or up to four, each with a capital.
fn is_name(text: &str, least: usize) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |word: &&str| {
        let word = word.trim_start_matches('(');
        word.starts_with(char::is_uppercase) && !word.ends_with(['.', '!', '?', ':'])
    };
    (least..=4).contains(&words.len()) && words.iter().all(capital)
}

fn is_known(name: &str, roster: &[Participant]) -> bool {
    find(name, roster).is_some()
}

fn voice_of(name: &str, roster: &[Participant]) -> Option<SafeText> {
    let perspective = &find(name, roster)?.perspective;
    (!perspective.trim().is_empty()).then(|| perspective.clone())
}

/// Finds who goes by a name or a perspective; what stands in brackets behind it is the meeting tool's.
fn find<'a>(name: &str, roster: &'a [Participant]) -> Option<&'a Participant> {
    let bare = name.split_once('(').map_or(name, |(name, _)| name).trim();
    let same = |known: &str| {
        let known = known.trim();
        !known.is_empty() && known.to_lowercase() == bare.to_lowercase()
    };
    roster
        .iter()
        .find(|one| same(&one.perspective) || one.name.as_ref().is_some_and(|name| same(name)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn roster() -> Vec<Participant> {
        vec![
            Participant {
                perspective: "skola".into(),
                name: Some("Anna Berg".into()),
                ..Participant::default()
            },
            Participant {
                perspective: "fritid".into(),
                ..Participant::default()
            },
        ]
    }

    fn read(text: &str) -> Vec<String> {
        let told = lines(text, &roster())
            .into_iter()
            .map(|line| match line.voice {
                Some(voice) => format!("{voice}: {}", line.text),
                None => line.text.to_string(),
            });
        told.collect()
    }

    #[test]
    fn clock_and_name_go_and_the_words_stay() {
        for (line, stays) in [
            (
                "09:41 Bo: fler kommer på måndagar",
                "fler kommer på måndagar",
            ),
            ("9:41 Bo Ek: ja", "ja"),
            ("[09:41] Bo Ek: ja", "ja"),
            ("[2025-11-20 09:41] Bo Ek: ja", "ja"),
            ("[20/11/2025, 09:41:07] Bo Ek: ja", "ja"),
            ("2025-11-20 09:41 - Bo Ek: ja", "ja"),
            ("[9:41 AM] Bo: ja", "ja"),
            ("9:41 PM Bo: ja", "ja"),
            ("[09:41] bara ord", "bara ord"),
            (
                "09:41:23\t From Bo Ek to Everyone : ja: kanske",
                "ja: kanske",
            ),
            ("09:41:23 Från Bo till Alla: ja", "ja"),
            ("09:41:23\tBo Ek (gäst):\tja", "ja"),
            ("09:41 Anna Berg: ja", "skola: ja"),
            ("09:41 anna berg (Gäst): ja", "skola: ja"),
            ("09:41 Fritid: ja", "fritid: ja"),
            ("Fritid: ja", "fritid: ja"),
            (
                "Min fråga: hur många är det?",
                "Min fråga: hur många är det?",
            ),
            ("10:30 passar bra", "10:30 passar bra"),
            ("10:30 Ja", "10:30 Ja"),
            ("Vi ses 10:30", "Vi ses 10:30"),
            ("25:61 Bo: ja", "25:61 Bo: ja"),
            ("https://example.org", "https://example.org"),
            ("09:41 https://example.org", "09:41 https://example.org"),
            ("kl 10:30: hejdå", "kl 10:30: hejdå"),
        ] {
            assert_eq!(read(line), [stays], "{line}");
        }
    }

    #[test]
    fn a_heading_says_who_writes_below() {
        assert_eq!(
            read(
                "Bo Ek 09:41\nförst\noch sedan\n\nAnna Berg 09:42\nett svar\n09:43 Bo Ek\nja\n09:44\nnej"
            ),
            ["först", "och sedan", "skola: ett svar", "ja", "nej"]
        );
    }

    proptest! {
        #[test]
        fn no_line_of_words_is_lost(words in "[a-zåäö]{1,8}( [a-zåäö]{1,8}){0,4}", name in "[A-Z][a-z]{1,8} [A-Z][a-z]{1,8}") {
            for line in [format!("09:41 {name}: {words}"), format!("[09:41] {name}: {words}"), words.clone(), format!("{name} 09:41\n{words}")] {
                prop_assert_eq!(read(&line), [words.clone()]);
            }
        }

        #[test]
        fn anything_is_read(text in any::<String>()) {
            let read = lines(&text, &roster());
            prop_assert!(read.len() <= text.lines().count());
        }
    }
}
