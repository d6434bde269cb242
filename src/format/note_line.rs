//! The line a note is typed on: `!ingen nämnde måndagar`, `fritid: öppet till 21`, `>Anna: ring fritidsgården senast v49`.
//!
//! The grammar is forgiving: marks stand at the start in any order, with or without spaces, and whatever is no mark is text. Nothing typed
//! is lost: a word is a mark, or it stands in the text, the voice or the step.
//!
//! | typed | means |
//! |---|---|
//! | `!` `?` `+` `=` `>` first | surprise, wonder, idea, take with us, next step; of several the last counts |
//! | `d6`, `D6:` first | about chart 6 |
//! | `…`, `..` first | the same person goes on |
//! | `Name:` | who: a known perspective in any letter case, or a new short name |
//! | `@@`, `##` anywhere | something was missed here |
//! | a space first | the line is text as it stands |
//!
//! `+5 %` and `>70 %` are text: before a digit, `+`, `=` and `>` are no marks.

mod voice;

use unicode_segmentation::UnicodeSegmentation;

use crate::{domain::Tag, format::soft_date::split_when, text::SafeText};

/// What a line says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteLine {
    /// The kind that was marked; else the stage decides.
    pub tag: Option<Tag>,
    /// The number of the chart that was named; whether there is one is not known here.
    pub chart: Option<u8>,
    /// Who it speaks for.
    pub voice: Option<SafeText>,
    /// The same person goes on from the note before.
    pub continues: bool,
    /// Something was missed and is to be filled in.
    pub missed: bool,
    /// The words; of a next step, what is to be done. Empty where the line was marks alone.
    pub text: SafeText,
    /// A next step, where `>` was marked.
    pub step: Option<StepLine>,
}

/// What a next step says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepLine {
    /// Who does it; several may share it, none is named yet.
    pub who: Vec<SafeText>,
    /// What is to be done.
    pub what: SafeText,
    /// When, as said: "v49", "december?".
    pub when: Option<SafeText>,
}

/// What somebody meant by a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// A note.
    Note(NoteLine),
    /// `s/måndag/tisdag/`: words to change in the last note; see [`replace_first`].
    Replace {
        /// The words that stand there.
        from: SafeText,
        /// The words to stand there.
        to: SafeText,
    },
    /// `/paus`: what is said now is not to be written down.
    DoNotWrite,
}

/// Reads a typed line: a note, a correction of the last one, or a wish not to write.
pub fn read(line: &str, known_voices: &[SafeText]) -> Typed {
    let word = line.trim_end();
    if ["/paus", "/pause"]
        .iter()
        .any(|wish| word.eq_ignore_ascii_case(wish))
    {
        return Typed::DoNotWrite;
    }
    replacement(line).unwrap_or_else(|| Typed::Note(parse(line, known_voices)))
}

/// Reads a note from a typed line.
///
/// Known voices are the perspectives around the table; one of them is recognised in any letter case and given as it is written there.
pub fn parse(line: &str, known_voices: &[SafeText]) -> NoteLine {
    let line = SafeText::line(line);
    let (text, missed) = match line.strip_prefix(' ') {
        Some(as_it_stands) => return plain(as_it_stands),
        None => without_missed(&line),
    };
    let mut note = NoteLine {
        missed,
        ..NoteLine::default()
    };
    let mut rest = marks(text.trim(), &mut note);
    // Who goes on is known; a colon in the middle of what they say is no name, unless it is a name around the table.
    let new_names = !note.continues;
    if note.tag != Some(Tag::NextStep)
        && let Some((voice, said)) = voice::one(rest, known_voices, new_names)
    {
        note.voice = Some(voice);
        rest = marks(said.trim_start(), &mut note);
    }
    if note.tag == Some(Tag::NextStep) {
        let step = step(rest, &mut note, known_voices);
        note.text = step.what.clone();
        note.step = Some(step);
    } else {
        note.text = SafeText::line(rest.trim());
    }
    note
}

/// Returns what is missing of a name that is being typed, from two letters on: the rest of the one voice around the table that begins so.
pub fn completion(line: &str, known_voices: &[SafeText]) -> Option<String> {
    if line.starts_with(' ') {
        return None;
    }
    let rest = marks(line, &mut NoteLine::default());
    let name = rest.rsplit([',', '&', ';']).next().unwrap_or(rest);
    let typed = name.trim_start().to_lowercase();
    if typed.graphemes(true).count() < 2 {
        return None;
    }
    let mut fits = known_voices.iter().filter(|voice| {
        let voice = voice.to_lowercase();
        voice.len() > typed.len() && voice.starts_with(&typed)
    });
    let (voice, None) = (fits.next()?, fits.next()) else {
        return None;
    };
    let letters = typed.graphemes(true).count();
    Some(voice.graphemes(true).skip(letters).collect())
}

/// Takes text as it stands, with its line breaks: what is pasted never becomes a mark.
pub fn plain(text: &str) -> NoteLine {
    NoteLine {
        text: SafeText::block(SafeText::block(text).trim()),
        ..NoteLine::default()
    }
}

/// Reads the marks at the start, and gives what stands behind them.
fn marks<'a>(line: &'a str, note: &mut NoteLine) -> &'a str {
    let mut rest = line;
    loop {
        rest = rest.trim_start();
        if let Some((tag, after)) = tag_mark(rest) {
            (note.tag, rest) = (Some(tag), after);
        } else if let Some((chart, after)) = chart_mark(rest) {
            (note.chart, rest) = (Some(chart), after);
        } else if let Some(after) = goes_on(rest) {
            (note.continues, rest) = (true, after);
        } else {
            return rest;
        }
    }
}

fn tag_mark(line: &str) -> Option<(Tag, &str)> {
    let mut chars = line.chars();
    let mark = chars.next()?;
    let tag = match mark {
        '!' => Tag::Surprise,
        '?' => Tag::Wonder,
        '+' => Tag::Idea,
        '=' => Tag::TakeWithUs,
        '>' => Tag::NextStep,
        _ => return None,
    };
    let rest = chars.as_str();
    let a_figure =
        matches!(mark, '+' | '=' | '>') && rest.starts_with(|c: char| c.is_ascii_digit());
    (!a_figure).then_some((tag, rest))
}

/// Reads `d6 `, `d6:`, `D12,` or `d6` before another mark.
fn chart_mark(line: &str) -> Option<(u8, &str)> {
    let rest = line.strip_prefix(['d', 'D'])?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (number, after) = rest.split_at_checked(digits)?;
    let chart = number
        .parse()
        .ok()
        .filter(|chart| (1..100).contains(chart))?;
    match after.chars().next() {
        None => Some((chart, after)),
        Some(':' | ',') => Some((chart, after.get(1..)?)),
        Some(c) if c.is_whitespace() || matches!(c, '!' | '?' | '+' | '=' | '>' | '…') => {
            Some((chart, after))
        }
        Some(_) if after.starts_with("..") => Some((chart, after)),
        Some(_) => None,
    }
}

fn goes_on(line: &str) -> Option<&str> {
    if line.starts_with("..") || line.starts_with('…') {
        return Some(line.trim_start_matches(['.', '…']));
    }
    None
}

/// Takes every `@@` and `##` out, and says whether there was any.
fn without_missed(line: &str) -> (String, bool) {
    let mut out = String::with_capacity(line.len());
    let mut missed = false;
    let mut rest = line;
    while let Some(at) = rest.find(['@', '#']) {
        let (before, from) = rest.split_at(at);
        let mark = if from.starts_with('@') { '@' } else { '#' };
        let after = from.trim_start_matches(mark);
        out.push_str(before);
        if from.len() - after.len() == 1 {
            out.push(mark);
        } else {
            missed = true;
            // Words on both sides stay two words, with one space.
            let spaced = out.is_empty() || out.ends_with(' ');
            if !spaced && !after.starts_with(' ') && !after.is_empty() {
                out.push(' ');
            }
            rest = if spaced { after.trim_start() } else { after };
            continue;
        }
        rest = after;
    }
    out.push_str(rest);
    (out, missed)
}

fn step(line: &str, note: &mut NoteLine, known_voices: &[SafeText]) -> StepLine {
    let (who, mut said) = voice::several(line, known_voices).unwrap_or((Vec::new(), line));
    if let Some((chart, after)) = chart_mark(said.trim_start()) {
        (note.chart, said) = (Some(chart), after);
    }
    let (what, when) = split_when(said);
    StepLine {
        who,
        what: SafeText::line(what),
        when: when.map(SafeText::line),
    }
}

/// Reads `s/from/to/`, with `\/` for a slash.
fn replacement(line: &str) -> Option<Typed> {
    let inner = line
        .trim_end()
        .strip_prefix(['s', 'S'])?
        .strip_prefix('/')?;
    let mut parts = vec![String::new()];
    let mut chars = inner.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, parts.last_mut()) {
            ('\\', Some(part)) if chars.peek() == Some(&'/') => part.extend(chars.next()),
            ('/', _) => parts.push(String::new()),
            (c, Some(part)) => part.push(c),
            (_, None) => return None,
        }
    }
    match parts.as_slice() {
        [from, to, end] if !from.is_empty() && end.is_empty() => Some(Typed::Replace {
            from: SafeText::line(from),
            to: SafeText::line(to),
        }),
        _ => None,
    }
}

/// Puts words in the place of others, once: the first place that is written just so, else the first in any letter case.
///
/// A capital letter at the start of what stood there is kept: `s/måndag/tisdag/` makes "Måndag" "Tisdag". Nothing where the words are not
/// there. Letters are compared whole, so that an accent is never torn off.
pub fn replace_first(text: &str, from: &str, to: &str) -> Option<String> {
    let (before, found, after) =
        find(text, from, |a, b| a == b).or_else(|| find(text, from, same_letter))?;
    let begins = |text: &str, case: fn(char) -> bool| text.chars().next().is_some_and(case);
    let raised = begins(found, char::is_uppercase)
        && begins(from, char::is_lowercase)
        && begins(to, char::is_lowercase);
    let mut out = before.to_owned();
    let mut chars = to.chars();
    if raised && let Some(first) = chars.next() {
        out.extend(first.to_uppercase());
    }
    out.push_str(chars.as_str());
    out.push_str(after);
    Some(out)
}

fn same_letter(one: &str, other: &str) -> bool {
    one == other || one.to_lowercase() == other.to_lowercase()
}

/// Finds words at whole graphemes; gives what stands before, there and behind.
fn find<'a>(
    text: &'a str,
    words: &str,
    same: fn(&str, &str) -> bool,
) -> Option<(&'a str, &'a str, &'a str)> {
    let wanted: Vec<&str> = words.graphemes(true).collect();
    let letters: Vec<(usize, &str)> = text.grapheme_indices(true).collect();
    if wanted.is_empty() {
        return None;
    }
    let at = letters.windows(wanted.len()).position(|here| {
        here.iter()
            .zip(&wanted)
            .all(|((_, letter), wanted)| same(letter, wanted))
    })?;
    let place = |index: usize| letters.get(index).map_or(text.len(), |(place, _)| *place);
    let (before, rest) = text.split_at(place(at));
    let (found, after) = rest.split_at(place(at + wanted.len()) - place(at));
    Some((before, found, after))
}

/// How many characters one note holds; longer text goes on in the next (decisions, rules).
pub const LONGEST_NOTE: usize = 8000;

/// How many bytes: what a reader counts as one character can be dozens, and a note must fit on one line of the journal.
const MOST_BYTES: usize = 60_000;

/// Splits long text into pieces of at most so many characters as a reader counts them; together they are the text, nothing is cut.
///
/// Pieces end at a line break or a space where one is near. Those after the first are notes that [go on](NoteLine::continues).
pub fn split_long(text: &SafeText, most: usize) -> Vec<SafeText> {
    let most = most.max(1);
    let mut pieces = Vec::new();
    let mut rest = text.as_str();
    while let Some(end) = end_of_piece(rest, most) {
        let (piece, after) = rest.split_at(end);
        // A break in the last fifth is near enough.
        let near = end - end / 5;
        let broken = [piece.rfind('\n'), piece.rfind(' ')]
            .into_iter()
            .flatten()
            .find(|at| *at >= near);
        let (piece, after) = broken
            .and_then(|at| rest.split_at_checked(at + 1))
            .unwrap_or((piece, after));
        pieces.push(SafeText::block(piece));
        rest = after;
    }
    pieces.push(SafeText::block(rest));
    pieces
}

/// Returns where so many characters end, or the bytes of a note; nothing where the text is shorter.
fn end_of_piece(text: &str, most: usize) -> Option<usize> {
    let mut letters = text.grapheme_indices(true).enumerate();
    letters.find_map(|(count, (at, letter))| {
        let heavy = at > 0 && at + letter.len() > MOST_BYTES;
        (count == most || heavy).then_some(at)
    })
}

#[cfg(test)]
mod tests;
