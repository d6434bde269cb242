//! What was said in a session, packed so that words are found in it without reading it piece by piece.
//!
//! ```text
//! folded   every note's id and words in small letters, a line break after each
//! notes    count, then for each note 24 bytes: where its words end, where its row ends, when, kind, open, voice; voices; rows
//! ```
//!
//! The same bytes are looked through whether they were read from a file just now or kept in the index, so both find the same.

use std::collections::HashMap;

use memchr::memmem::{self, Finder};
use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{CaseMatching, Normalization, Pattern},
};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::{
    domain::{
        Body, Note, NoteId, Session, Tag, TagWords,
        lasting::{KINDS, is_open},
    },
    format::tag,
    store::library::{names::plain, search::Query},
    text::{Moment, SafeText, is_plain},
};

/// How many bytes tell of one note.
const RECORD: usize = 24;

/// What was said in a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) folded: Vec<u8>,
    pub(super) notes: Vec<u8>,
}

impl Said {
    /// Packs what a session says. Private lines are left out: they are never found, and nothing of them is kept.
    pub(super) fn of(session: &Session) -> Self {
        let notes: Vec<&Note> = session
            .notes()
            .filter(|note| note.body.tag != Tag::Private)
            .collect();
        // Most notes fit into so much.
        let room = notes.len() * 96;
        let (mut folded, mut rows) = (Vec::with_capacity(room), Vec::with_capacity(room));
        let mut voices: Vec<String> = Vec::new();
        let mut voiced: HashMap<&str, usize> = HashMap::new();
        let mut records = Vec::with_capacity(notes.len() * RECORD);
        for note in &notes {
            let body = &note.body;
            let id = note.id.to_string();
            fold(&id, body, &mut folded);
            row(&id, body, &mut rows);
            let voice = body.voice.as_deref().map_or(0, |voice| {
                *voiced.entry(voice).or_insert_with(|| {
                    let voice = voice_of(voice);
                    let known = voices.iter().position(|known| *known == voice);
                    1 + known.unwrap_or_else(|| {
                        voices.push(voice);
                        voices.len() - 1
                    })
                })
            });
            let lasts = KINDS.contains(&body.tag) && !body.settled;
            records.extend((folded.len() as u32).to_le_bytes());
            records.extend((rows.len() as u32).to_le_bytes());
            records.extend(note.wall.0.to_le_bytes());
            records.extend([body.tag as u8, u8::from(lasts && is_open(body.status))]);
            records.extend((voice as u16).to_le_bytes());
            records.extend([0; 4]);
        }
        let voices = voices.join("\n");
        let mut packed = (notes.len() as u32).to_le_bytes().to_vec();
        packed.append(&mut records);
        packed.extend((voices.len() as u32).to_le_bytes());
        packed.extend(voices.into_bytes());
        packed.append(&mut rows);
        Self {
            folded,
            notes: packed,
        }
    }
}

/// Adds what is looked through of a note: its id and all its words, in small letters.
fn fold(id: &str, body: &Body, out: &mut Vec<u8>) {
    small(id, out);
    let more = [&body.who, &body.when, &body.why];
    for part in std::iter::once(&body.text).chain(more.into_iter().flatten()) {
        out.push(b' ');
        small(part, out);
    }
    out.push(b'\n');
}

/// Adds words in small letters.
fn small(words: &str, out: &mut Vec<u8>) {
    if is_plain(words) {
        // None of these letters looks at its neighbours, and each becomes one of as many bytes.
        let begin = out.len();
        out.extend(words.bytes());
        let small = &mut out[begin..];
        small.make_ascii_lowercase();
        for lead in memchr::memchr_iter(0xc3, words.as_bytes()) {
            if let Some(byte @ (0x80..=0x96 | 0x98..=0x9e)) = small.get_mut(lead + 1) {
                *byte += 0x20;
            }
        }
    } else {
        out.extend(words.to_lowercase().into_bytes());
    }
}

/// Writes a note on one row behind its id: who and when of a step as they were said.
fn row(id: &str, body: &Body, out: &mut Vec<u8>) {
    out.extend(id.bytes());
    out.push(b' ');
    if let Some(who) = &body.who {
        one_line(who, out);
        out.extend(b": ");
    }
    one_line(&body.text, out);
    if let Some(when) = &body.when {
        out.extend(b" (");
        one_line(when, out);
        out.push(b')');
    }
}

/// Adds words with one blank between each two.
fn one_line(words: &str, out: &mut Vec<u8>) {
    let ends = words.starts_with(' ') || words.ends_with(' ');
    if is_plain(words) && !ends && memmem::find(words.as_bytes(), b"  ").is_none() {
        return out.extend(words.bytes());
    }
    let mut words = words.split_whitespace();
    out.extend(words.next().unwrap_or_default().bytes());
    for word in words {
        out.push(b' ');
        out.extend(word.bytes());
    }
}

fn voice_of(voice: &str) -> String {
    plain(voice).replace('\n', " ")
}

/// Writes words without rings and dots, and with hyphens as blanks: letter by letter, so that a part of a text gives that part of what
/// the text gives.
fn without_rings(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '-' => out.push(' '),
            '\0'..='\x7f' => out.push(c.to_ascii_lowercase()),
            'à'..='å' => out.push('a'),
            'è'..='ë' => out.push('e'),
            'ò'..='ö' => out.push('o'),
            _ => out.extend(
                c.nfkd()
                    .flat_map(char::to_lowercase)
                    .filter(|c| !is_combining_mark(*c))
                    .map(|c| match c {
                        // A capital Σ can become two small letters, also those of other alphabets that are the same letter.
                        'ς' => 'σ',
                        // What is a hyphen to the eye is one.
                        '-' => ' ',
                        c => c,
                    }),
            ),
        }
    }
    out
}

/// What was found in a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Finds {
    /// Each with where its row ends.
    notes: Vec<(NoteId, Moment, usize)>,
    /// A line for each: many hits are handed on as one text.
    rows: SafeText,
}

impl Finds {
    /// Returns them in their order.
    pub(super) fn iter(&self) -> impl Iterator<Item = Found<'_>> {
        let mut from = 0;
        self.notes.iter().map(move |(id, at, end)| {
            let row = self.rows.get(from..end - 1).unwrap_or_default();
            from = *end;
            Found {
                id: *id,
                at: *at,
                row,
            }
        })
    }

    fn push(&mut self, id: NoteId, at: Moment, row: &str) {
        self.rows.push_line(row);
        self.notes.push((id, at, self.rows.len()));
    }
}

/// One thing that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    /// Its id.
    pub id: NoteId,
    /// When it was said.
    pub at: Moment,
    /// The words on one row, with who and when of a step; of a [`SafeText`].
    pub row: &'a str,
}

/// What one note is, as far as it is looked at before its words.
#[derive(Clone, Copy)]
struct Record {
    folded_end: usize,
    row_end: usize,
    at: Moment,
    tag: u8,
    open: bool,
    voice: u16,
}

/// Packed notes, read.
struct Packed<'a> {
    records: &'a [u8],
    voices: &'a str,
    /// Read as text row by row: most are never asked for.
    rows: &'a [u8],
}

impl<'a> Packed<'a> {
    fn of(notes: &'a [u8]) -> Option<Self> {
        let (count, rest) = notes.split_first_chunk::<4>()?;
        let length = (u32::from_le_bytes(*count) as usize).checked_mul(RECORD)?;
        let (records, rest) = rest.split_at_checked(length)?;
        let (length, rest) = rest.split_first_chunk::<4>()?;
        let (voices, rows) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        Some(Self {
            records,
            voices: std::str::from_utf8(voices).ok()?,
            rows,
        })
    }

    fn len(&self) -> usize {
        self.records.len() / RECORD
    }

    fn get(&self, place: usize) -> Option<Record> {
        let bytes = self.records.get(place * RECORD..)?;
        let (folded, rest) = bytes.split_first_chunk::<4>()?;
        let (row, rest) = rest.split_first_chunk::<4>()?;
        let (at, rest) = rest.split_first_chunk::<8>()?;
        let ([tag, open], rest) = rest.split_first_chunk::<2>()?;
        let (voice, _) = rest.split_first_chunk::<2>()?;
        Some(Record {
            folded_end: u32::from_le_bytes(*folded) as usize,
            row_end: u32::from_le_bytes(*row) as usize,
            at: Moment(i64::from_le_bytes(*at)),
            tag: *tag,
            open: *open != 0,
            voice: u16::from_le_bytes(*voice),
        })
    }

    /// Returns where a note's words begin, and its row.
    fn starts(&self, place: usize) -> (usize, usize) {
        let before = place.checked_sub(1).and_then(|before| self.get(before));
        before.map_or((0, 0), |before| (before.folded_end, before.row_end))
    }

    /// Returns the note whose words a byte belongs to.
    fn at_byte(&self, byte: usize) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.get(middle).is_some_and(|one| one.folded_end <= byte) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Adds a note to what was found.
    fn find(&self, place: usize, record: Record, finds: &mut Finds) -> Option<()> {
        let (_, from) = self.starts(place);
        let row = std::str::from_utf8(self.rows.get(from..record.row_end)?).ok()?;
        let (id, words) = row.split_once(' ')?;
        finds.push(id.parse().ok()?, record.at, words);
        Some(())
    }
}

/// Looks through packed notes for one question.
pub(super) struct Looker<'q> {
    query: &'q Query,
    /// The words as they are looked for, the longest first: it stands in the fewest notes.
    words: Vec<Finder<'static>>,
    patterns: Vec<Pattern>,
    series: Option<String>,
    voice: Option<String>,
    /// The kinds that are wanted of the session at hand.
    tags: Vec<u8>,
    matcher: Matcher,
    letters: Vec<char>,
}

impl<'q> Looker<'q> {
    pub(super) fn new(query: &'q Query) -> Self {
        let mut words: Vec<String> = query
            .words
            .iter()
            .map(|word| {
                if query.plain {
                    without_rings(word)
                } else {
                    word.to_lowercase()
                }
            })
            .collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let pattern =
            |word: &String| Pattern::parse(word, CaseMatching::Ignore, Normalization::Never);
        Self {
            patterns: words.iter().filter(|_| query.fuzzy).map(pattern).collect(),
            words: words
                .iter()
                .filter(|_| !query.fuzzy)
                .map(|word| Finder::new(word).into_owned())
                .collect(),
            series: query.series.as_deref().map(plain),
            voice: query.voice.as_deref().map(voice_of),
            tags: Vec::new(),
            matcher: Matcher::new(Config::DEFAULT),
            letters: Vec::new(),
            query,
        }
    }

    /// Tells whether it matters which session something was said in.
    pub(super) fn minds_the_session(&self) -> bool {
        self.series.is_some() || !self.query.called.is_empty()
    }

    /// Turns to a session: tells whether its series is the one asked for, and takes the kinds that its own words name.
    pub(super) fn turn_to(&mut self, series: Option<&str>, tags: &[TagWords]) -> bool {
        let query = self.query;
        let named = |own: &&TagWords| query.called.iter().any(|word| tag::is_own(word, own));
        let own = tags.iter().filter(named).map(|own| own.tag);
        let kinds = query.tags.iter().copied().chain(own);
        self.tags = kinds.map(|tag| tag as u8).collect();
        let is = |wanted: &String| series.is_some_and(|own| plain(own) == *wanted);
        self.series.as_ref().is_none_or(is)
    }

    /// Tells whether a session can have something, by all its words at once; the usual answer is no, and quick.
    pub(super) fn can_be_in(&self, folded: &[u8]) -> bool {
        if self.query.plain {
            return true;
        }
        self.words.iter().all(|word| word.find(folded).is_some())
    }

    /// Returns what is found in a session; nothing at all where the notes cannot be read.
    pub(super) fn look(&mut self, folded: &[u8], notes: &[u8]) -> Option<Finds> {
        let packed = Packed::of(notes)?;
        let mut found = Finds::default();
        let voice = match &self.voice {
            None => None,
            Some(wanted) => match packed.voices.split('\n').position(|own| own == wanted) {
                Some(place) if !packed.voices.is_empty() || wanted.is_empty() => {
                    Some(place as u16 + 1)
                }
                _ => return Some(found),
            },
        };
        let mut place = 0;
        let lead = self
            .words
            .first()
            .filter(|_| !self.query.plain && !self.query.fuzzy)
            .cloned();
        while place < packed.len() {
            let (from, _) = packed.starts(place);
            if let Some(lead) = &lead {
                let Some(next) = lead.find(folded.get(from..)?) else {
                    break;
                };
                place = packed.at_byte(from + next);
            }
            let record = packed.get(place)?;
            let (from, _) = packed.starts(place);
            // The line break behind it is no part of it.
            let words = folded.get(from..record.folded_end.checked_sub(1)?)?;
            if self.fits(record, voice) && self.says(words)? {
                packed.find(place, record, &mut found)?;
            }
            place += 1;
        }
        Some(found)
    }

    fn fits(&self, record: Record, voice: Option<u16>) -> bool {
        let query = self.query;
        (self.tags.contains(&record.tag) || query.tags.is_empty() && query.called.is_empty())
            && (!query.open || record.open)
            && voice.is_none_or(|voice| record.voice == voice)
            && query.since.is_none_or(|since| record.at >= since)
            && query.until.is_none_or(|until| record.at < until)
    }

    fn says(&mut self, words: &[u8]) -> Option<bool> {
        let query = self.query;
        if !query.plain && !query.fuzzy {
            return Some(self.words.iter().all(|word| word.find(words).is_some()));
        }
        let words = std::str::from_utf8(words).ok()?;
        let bare;
        let words = if query.plain {
            bare = without_rings(words);
            bare.as_str()
        } else {
            words
        };
        let found = |word: &Finder<'_>| word.find(words.as_bytes()).is_some();
        if !self.words.iter().all(found) {
            return Some(false);
        }
        let (matcher, letters) = (&mut self.matcher, &mut self.letters);
        Some(self.patterns.iter().all(|pattern| {
            let words = Utf32Str::new(words, letters);
            pattern.score(words, matcher).is_some()
        }))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn small_letters_are_those_of_the_language(words in prop_oneof!["[ -~À-ÿ]{0,24}", "\\PC{0,24}"]) {
            let mut out = Vec::new();
            small(&words, &mut out);
            prop_assert_eq!(String::from_utf8(out).unwrap(), words.to_lowercase());
        }

        #[test]
        fn a_row_has_one_blank_between_each_two_words(words in prop_oneof!["[ aå.]{0,12}", "\\PC{0,12}|[\\s a]{0,12}"]) {
            let mut out = b"N1 ".to_vec();
            one_line(&words, &mut out);
            let expected: Vec<&str> = words.split_whitespace().collect();
            prop_assert_eq!(String::from_utf8(out).unwrap(), format!("N1 {}", expected.join(" ")));
        }

        #[test]
        fn rings_go_letter_by_letter_whatever_the_case(words in "\\PC{0,24}") {
            let whole = plain(&words).replace('-', " ").replace('ς', "σ");
            prop_assert_eq!(without_rings(&words), whole.clone());
            prop_assert_eq!(without_rings(&words.to_lowercase()), whole);
        }

        #[test]
        fn a_sigma_at_the_end_is_one_like_any_other(words in "[𝞻𝛓ςσΣ𝜎 a]{0,8}") {
            let whole = plain(&words).replace('-', " ").replace('ς', "σ");
            prop_assert_eq!(without_rings(&words), whole);
        }
    }
}
