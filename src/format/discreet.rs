//! What a note must not keep: identity numbers and phone numbers are hidden before it reaches a disk.
//!
//! Everything that a person writes down goes through here on its way to the log, from whichever window or command it comes. Nothing
//! remembers the number: to have it in the notes, somebody has to write it in other words.

use crate::{
    data::personal::{self, HIDDEN, Kind},
    domain::{Body, Event, NoteEdit},
    format::half_typed::HalfTyped,
    t,
    text::{SafeText, Texts},
};

/// Hides the numbers in what is about to be written, and returns what was noticed, each kind once.
pub fn event(event: &mut Event) -> Vec<Kind> {
    match event {
        Event::NoteAdded { body, .. } => in_all(texts_of(body)),
        Event::NoteEdited { edits, .. } => self::edits(edits),
        _ => Vec::new(),
    }
}

/// Does the same for changes of a note.
pub fn edits(edits: &mut [NoteEdit]) -> Vec<Kind> {
    in_all(edits.iter_mut().filter_map(|edit| match edit {
        NoteEdit::Text(text) => Some(text),
        NoteEdit::Voice(text)
        | NoteEdit::Who(text)
        | NoteEdit::When(text)
        | NoteEdit::Why(text)
        | NoteEdit::Indicator(text)
        | NoteEdit::Again(text) => text.as_mut(),
        _ => None,
    }))
}

/// Hides the numbers in one text.
pub fn text(text: &mut SafeText) -> Vec<Kind> {
    let (hidden, kinds) = personal::hide(text);
    if kinds.iter().any(|kind| kind.is_number()) {
        *text = SafeText::block(&hidden);
    }
    kinds
}

/// Hides the numbers in what is half typed, also those that are not typed to their end.
pub fn half_typed(half: &mut HalfTyped) {
    let rewritten = half
        .rewritten
        .as_mut()
        .map(|rewritten| &mut rewritten.words);
    for words in std::iter::once(&mut half.line).chain(rewritten) {
        *words = personal::hide_half(words).into_owned();
    }
}

/// Returns what a note says of people's numbers and addresses, each kind once.
pub fn noticed(body: &Body) -> Vec<Kind> {
    in_all(texts_of(&mut body.clone()))
}

fn texts_of(body: &mut Body) -> impl Iterator<Item = &mut SafeText> {
    let Body {
        text,
        voice,
        who,
        when,
        why,
        indicator,
        again,
        ..
    } = body;
    let more = [voice, who, when, why, indicator, again];
    std::iter::once(text).chain(more.into_iter().flatten())
}

fn in_all<'a>(texts: impl Iterator<Item = &'a mut SafeText>) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = texts.flat_map(text).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// Returns what a kind is called.
pub fn name(kind: Kind, texts: &Texts) -> String {
    match kind {
        Kind::Identity => t!(texts, "personal-identity"),
        Kind::Coordination => t!(texts, "personal-coordination"),
        Kind::Phone => t!(texts, "personal-phone"),
        Kind::Mail => t!(texts, "personal-mail"),
    }
}

/// Says what was noticed and what becomes of it, a sentence for each kind.
pub fn told(kinds: &[Kind], texts: &Texts) -> Vec<String> {
    let sentence = |kind: &Kind| match kind {
        Kind::Identity => t!(texts, "noticed-identity", hidden = HIDDEN),
        Kind::Coordination => t!(texts, "noticed-coordination", hidden = HIDDEN),
        Kind::Phone => t!(texts, "noticed-phone", hidden = HIDDEN),
        Kind::Mail => t!(texts, "noticed-mail"),
    };
    kinds.iter().map(sentence).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{Letter, NoteId, Tag},
        format::half_typed::Rewritten,
    };

    #[test]
    fn every_words_of_a_note_are_looked_through() {
        let phone = || Some(SafeText::line("ring 070-174 06 05"));
        let body = Body {
            tag: Tag::NextStep,
            text: "900101-9802 kom\noch 070-1740605".into(),
            voice: phone(),
            who: phone(),
            when: phone(),
            why: phone(),
            indicator: phone(),
            again: Some("ask@exempel.se".into()),
            ..Body::default()
        };
        assert_eq!(noticed(&body), [Kind::Identity, Kind::Phone, Kind::Mail]);
        let mut added = Event::NoteAdded {
            id: NoteId::pending(Letter::S),
            at: None,
            body: body.clone(),
        };
        let mut edited = Event::NoteEdited {
            id: NoteId::new(Letter::S, 1),
            edits: NoteEdit::between(&Body::default(), &body),
        };
        for written in [&mut added, &mut edited] {
            assert_eq!(event(written).len(), 3);
            let said = format!("{written:?}");
            assert!(!said.contains("9802") && !said.contains("174"), "{said}");
            assert!(said.contains("▒▒▒ kom\\noch ▒▒▒") && said.contains("ask@exempel.se"));
            assert!(event(written).iter().all(|kind| *kind == Kind::Mail));
        }
    }

    #[test]
    fn half_typed_words_are_hidden_on_both_lines() {
        let mut half = HalfTyped {
            rewritten: Some(Rewritten {
                id: NoteId::new(Letter::N, 1),
                words: "070-174 06 05".to_owned(),
                tag: None,
            }),
            ..HalfTyped::from("hon är 900101-980")
        };
        half_typed(&mut half);
        assert_eq!(half.words(), "▒▒▒\nhon är ▒▒▒");
    }
}
