//! What is wrong, in sentences of both languages.

use std::ops::Range;

use ron::Error;

use super::{Fault, Thing, charts};
use crate::{
    domain::chart::NotAChartId,
    format::session::{LENGTH, ONE_OR_MANY},
    t,
    text::{SafeText, Texts},
};

pub(super) fn message(fault: &Fault, texts: &Texts) -> String {
    match fault {
        Fault::Ron(error) => ron_message(error, texts),
        Fault::Newer { found, known } => {
            t!(texts, "format-newer", found = found, known = known)
        }
        Fault::NoVersion(found) => t!(texts, "format-no-version", found = found),
        Fault::Twice(Thing::Stage, name) => t!(texts, "format-twice-stage", name = name),
        Fault::Twice(Thing::Chart, name) => t!(texts, "format-twice-chart", name = name),
        Fault::Twice(Thing::Note, name) => t!(texts, "format-twice-note", name = name),
        Fault::Twice(Thing::Participant, name) => t!(texts, "format-twice-key", name = name),
        Fault::Twice(Thing::Tag, name) => t!(texts, "format-twice-tag", name = name),
        Fault::LongTag(words, most) => {
            t!(texts, "format-long-tag", words = words, most = *most)
        }
        Fault::NoSuch(Thing::Stage, name) => t!(texts, "format-no-such-stage", name = name),
        Fault::NoSuch(Thing::Chart, name) => t!(texts, "format-no-such-chart", name = name),
        Fault::NoSuch(Thing::Note | Thing::Participant | Thing::Tag, name) => {
            t!(texts, "format-no-such-note", name = name)
        }
        Fault::BadId(id) => t!(texts, "format-bad-id", id = id),
        Fault::Minutes {
            stage,
            min,
            wish,
            max,
        } => t!(
            texts,
            "format-minutes",
            stage = stage,
            min = min,
            wish = wish,
            max = max
        ),
        Fault::Zone(name) => t!(texts, "format-zone", name = name),
        Fault::Language(code) => t!(texts, "format-language", code = code),
        Fault::Time(text) => t!(texts, "format-time", text = text),
        Fault::Number(text) => t!(texts, "format-number", text = text),
        Fault::Empty => t!(texts, "format-empty"),
        Fault::NoStages => t!(texts, "format-no-stages"),
        Fault::ManyCharts(count) => t!(texts, "format-many-charts", count = count),
        Fault::Chart(id, problem) => {
            t!(
                texts,
                "format-chart",
                id = id.to_string(),
                problem = problem.say(texts)
            )
        }
        Fault::TooLong { slot, over } => {
            t!(texts, "format-too-long", slot = *slot, over = *over)
        }
        Fault::WishesTooLong { slot, over } => {
            t!(texts, "format-wishes-too-long", slot = *slot, over = *over)
        }
        Fault::TimelineByHand => t!(texts, "format-timeline-by-hand"),
        Fault::IdByHand => t!(texts, "format-id-by-hand"),
        Fault::Source(chart, why) => t!(texts, "format-source", chart = chart, why = why),
        Fault::NoteTimeByHand(id) => t!(texts, "format-note-time-by-hand", id = id),
    }
}

pub(super) fn hint(fault: &Fault, texts: &Texts) -> Option<String> {
    Some(match fault {
        Fault::Ron(error) => return ron_hint(error, texts),
        Fault::Newer { .. } => t!(texts, "format-newer-hint"),
        Fault::NoVersion(_) => t!(texts, "format-no-version-hint"),
        Fault::Twice(..) => t!(texts, "format-twice-hint"),
        Fault::NoSuch(..) => t!(texts, "format-no-such-hint"),
        Fault::BadId(_) => t!(texts, "format-bad-id-hint"),
        Fault::Minutes { .. } => t!(texts, "format-minutes-hint"),
        Fault::Zone(_) => t!(texts, "format-zone-hint"),
        Fault::Language(_) => t!(texts, "format-language-hint"),
        Fault::Time(_) => t!(texts, "format-time-hint"),
        Fault::Empty => t!(texts, "format-empty-hint"),
        Fault::NoStages => t!(texts, "format-no-stages-hint"),
        Fault::ManyCharts(_) => t!(texts, "format-many-charts-hint"),
        Fault::TooLong { .. } => t!(texts, "format-too-long-hint"),
        Fault::WishesTooLong { .. } => t!(texts, "format-wishes-too-long-hint"),
        Fault::TimelineByHand => t!(texts, "format-timeline-by-hand-hint"),
        Fault::LongTag(..) => t!(texts, "format-long-tag-hint"),
        Fault::Number(_)
        | Fault::Chart(..)
        | Fault::IdByHand
        | Fault::NoteTimeByHand(_)
        | Fault::Source(..) => {
            return None;
        }
    })
}

/// Says what the reader of RON found, in the person's language where it is simple; what is rare is quoted in English within such a sentence.
fn ron_message(error: &Error, texts: &Texts) -> String {
    match error {
        Error::NoSuchStructField { found, .. } => {
            t!(texts, "format-no-field", name = clean(found))
        }
        Error::MissingStructField { field, .. } => t!(texts, "format-missing", name = *field),
        Error::DuplicateStructField { field, .. } => {
            t!(texts, "format-field-twice", name = *field)
        }
        Error::NoSuchEnumVariant { found, .. } => t!(texts, "format-no-word", name = clean(found)),
        Error::ExpectedDifferentStructName { expected, found } => t!(
            texts,
            "format-struct-name",
            expected = *expected,
            found = clean(found)
        ),
        Error::ExpectedString | Error::ExpectedIdentifier => t!(texts, "format-want-text"),
        Error::ExpectedInteger | Error::ExpectedFloat => t!(texts, "format-want-number"),
        Error::ExpectedBoolean => t!(texts, "format-want-bool"),
        Error::IntegerOutOfBounds => t!(texts, "format-bounds"),
        Error::ExpectedComma => t!(texts, "format-want-comma"),
        Error::ExpectedArray => t!(texts, "format-want", sign = "["),
        Error::ExpectedArrayEnd => t!(texts, "format-want-end", sign = "]"),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => {
            t!(texts, "format-want", sign = "(")
        }
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => {
            t!(texts, "format-want-end", sign = ")")
        }
        Error::ExpectedMap => t!(texts, "format-want", sign = "{"),
        Error::ExpectedMapEnd => t!(texts, "format-want-end", sign = "}"),
        Error::ExpectedMapColon => t!(texts, "format-want", sign = ":"),
        Error::ExpectedStringEnd => t!(texts, "format-open-text"),
        Error::Eof => t!(texts, "format-eof"),
        Error::TrailingCharacters => t!(texts, "format-trailing"),
        Error::UnclosedBlockComment => t!(texts, "format-open-comment"),
        Error::InvalidEscape(_) => t!(texts, "format-escape"),
        Error::InvalidValueForType { expected, .. } => match expected.as_str() {
            LENGTH => t!(texts, "format-want-minutes"),
            ONE_OR_MANY => t!(texts, "format-want-texts"),
            _ => t!(texts, "format-other", why = clean(&error.to_string())),
        },
        Error::Message(said) if *said == NotAChartId.to_string() => {
            t!(texts, "format-not-a-chart-id")
        }
        Error::Message(said) if said.contains("` is not an id") => {
            t!(texts, "format-not-a-note-id")
        }
        Error::Message(said) if said.starts_with("no texts in the language") => {
            t!(texts, "format-unknown-language")
        }
        Error::UnexpectedChar(c) => t!(texts, "format-odd-char", sign = clean(&c.to_string())),
        Error::Message(said) => match said
            .strip_prefix("chart ")
            .and_then(|said| said.split_once(": "))
        {
            Some((chart, why)) => match charts::reason(&clean(why), texts) {
                Some(why) => t!(texts, "format-chart", id = clean(chart), problem = why),
                None => t!(
                    texts,
                    "format-chart-wrong",
                    chart = clean(chart),
                    why = clean(why)
                ),
            },
            None => charts::reason(&clean(said), texts)
                .unwrap_or_else(|| t!(texts, "format-other", why = clean(said))),
        },
        other => t!(texts, "format-other", why = clean(&other.to_string())),
    }
}

fn ron_hint(error: &Error, texts: &Texts) -> Option<String> {
    match error {
        Error::NoSuchStructField {
            found, expected, ..
        }
        | Error::NoSuchEnumVariant {
            found, expected, ..
        } => Some(match nearest(found, expected) {
            Some(name) => t!(texts, "format-did-you-mean", name = name),
            None => t!(texts, "format-choices", names = expected.join(", ")),
        }),
        Error::ExpectedComma => Some(t!(texts, "format-want-comma-hint")),
        Error::ExpectedString | Error::ExpectedIdentifier => {
            Some(t!(texts, "format-want-text-hint"))
        }
        Error::Message(said) if said.starts_with("no texts in the language") => {
            Some(t!(texts, "format-unknown-language-hint"))
        }
        Error::InvalidEscape(_) => Some(t!(texts, "format-escape-hint")),
        Error::ExpectedStringEnd | Error::Eof => Some(t!(texts, "format-eof-hint")),
        _ => None,
    }
}

/// Returns a word from a file as it can be shown.
fn clean(text: &str) -> String {
    SafeText::line(text).chars().take(300).collect()
}

/// Narrows the span of an error to the word it is about; the reader of RON points at everything between two steps of its own.
pub(super) fn narrowed(text: &str, span: Range<usize>, error: &Error) -> Range<usize> {
    let word = match error {
        Error::NoSuchStructField { found, .. }
        | Error::NoSuchEnumVariant { found, .. }
        | Error::ExpectedDifferentStructName { found, .. } => found.as_str(),
        Error::DuplicateStructField { field, .. } => field,
        _ => "",
    };
    let head = text.get(..span.end).unwrap_or_default();
    if !word.is_empty()
        && let Some(at) = head.rfind(word)
    {
        return at..at + word.len();
    }
    let inner = text.get(span.clone()).unwrap_or_default();
    let mut start = span.start + (inner.len() - inner.trim_start().len());
    let line = text.get(start..span.end).unwrap_or_default();
    let line = line.lines().next().unwrap_or_default().trim_end();
    let next = text.get(start..).and_then(|rest| rest.chars().next());
    let end = start + line.len().max(next.map_or(0, char::len_utf8));
    // A text is read from behind its first quotation mark.
    if line.ends_with('"') && text.get(..start).is_some_and(|head| head.ends_with('"')) {
        start -= 1;
    }
    start..end
}

/// Returns the name that is most like another, when it is like enough.
fn nearest<'a>(found: &str, names: &[&'a str]) -> Option<&'a str> {
    let found = found.to_lowercase();
    names
        .iter()
        .map(|name| (distance(&found, &name.to_lowercase()), *name))
        .min()
        .filter(|(distance, name)| *distance <= name.chars().count().min(found.chars().count()) / 2)
        .map(|(_, name)| name)
}

/// Returns how many letters must be changed, put in or taken away.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, c) in a.chars().take(64).enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, d) in b.iter().enumerate() {
            let change = diagonal + usize::from(c != *d);
            diagonal = row[j + 1];
            row[j + 1] = change.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likest_name_is_offered() {
        let fields = ["id", "title", "minutes", "present", "follow_ups"];
        assert_eq!(nearest("minuter", &fields), Some("minutes"));
        assert_eq!(nearest("Title", &fields), Some("title"));
        assert_eq!(nearest("followups", &fields), Some("follow_ups"));
        assert_eq!(nearest("xyz", &fields), None);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
