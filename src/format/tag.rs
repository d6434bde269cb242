//! What kinds of notes are called, the same on every screen, in the minutes and on the command line.

use crate::{
    domain::{Plan, Spine, Tag, TagWords},
    t,
    text::{Lang, Texts},
};

/// The most columns that a meeting's own word for a kind takes, so that a narrow window has room for it and for the line beside it.
pub const LONGEST: usize = 20;

/// Returns what a kind of note is called in a session: its own word, else the method's.
pub fn name(tag: Tag, plan: &Plan, texts: Texts) -> String {
    match plan.own_words(tag) {
        Some(own) => own.on_one_line().trim().to_owned(),
        None => of_method(tag, texts),
    }
}

/// Returns what the method calls a kind of note.
pub fn of_method(tag: Tag, texts: Texts) -> String {
    match tag {
        Tag::See => t!(texts, "view-tag-see"),
        Tag::SeeMore => t!(texts, "view-tag-see-more"),
        Tag::DataError => t!(texts, "view-tag-data-error"),
        Tag::Surprise => t!(texts, "view-tag-surprise"),
        Tag::Wonder => t!(texts, "view-tag-wonder"),
        Tag::Idea => t!(texts, "view-tag-idea"),
        Tag::WantData => t!(texts, "view-tag-want-data"),
        Tag::WhoMore => t!(texts, "view-tag-who-more"),
        Tag::TakeWithUs => t!(texts, "view-tag-take"),
        Tag::Reflection => t!(texts, "view-tag-reflection"),
        Tag::NextStep => t!(texts, "view-tag-next"),
        Tag::Parked => t!(texts, "view-tag-parked"),
        Tag::Private => t!(texts, "view-tag-private"),
        Tag::Inbox => t!(texts, "view-tag-inbox"),
    }
}

/// Returns the kind that a column of notes is named after: the first of its kinds that the session has a word of its own for.
pub fn of_column(spine: Spine, plan: &Plan) -> Tag {
    let named = |tag: &Tag| tag.spine() == Some(spine) && plan.own_words(*tag).is_some();
    match spine {
        // The steps are what is looked for there, whatever else a session takes with it.
        Spine::Next => Tag::NextStep,
        Spine::See => Tag::CHOICES.into_iter().find(named).unwrap_or(Tag::See),
        Spine::Surprise => Tag::CHOICES
            .into_iter()
            .find(named)
            .unwrap_or(Tag::Surprise),
    }
}

/// Finds the kinds that somebody may mean: by a session's own words, by the method's in either language, by the name in the file.
///
/// A name that is written out wins over one that only begins so, and a session's own over the method's.
pub fn find(word: &str, own: &[TagWords]) -> Vec<Tag> {
    let wanted = bare(word);
    if wanted.is_empty() {
        return Vec::new();
    }
    let own_name = |tag: Tag| {
        let own = own.iter().find(|own| own.tag == tag);
        own.map(|own| bare(&own.words)).into_iter().collect()
    };
    let names = |tag: Tag| {
        let mut names: Vec<String> = own_name(tag);
        names.extend(Lang::ALL.map(|lang| bare(&of_method(tag, Texts::new(lang)))));
        names.push(bare(&format!("{tag:?}")));
        names
    };
    let that = |fits: &dyn Fn(Tag) -> bool| -> Vec<Tag> {
        Tag::CHOICES.into_iter().filter(|tag| fits(*tag)).collect()
    };
    let ways = [
        that(&|tag| own_name(tag).contains(&wanted)),
        that(&|tag| names(tag).contains(&wanted)),
        that(&|tag| names(tag).iter().any(|name| name.starts_with(&wanted))),
    ];
    ways.into_iter()
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// Tells whether a session has its own word for a kind, and this is it.
pub fn is_own(word: &str, own: &TagWords) -> bool {
    let word = bare(word);
    !word.is_empty() && bare(&own.words) == word
}

/// Returns a name as it is compared: without case and without what is left out when it is typed.
fn bare(word: &str) -> String {
    word.trim().to_lowercase().replace(['-', ' ', '?'], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan() -> Plan {
        let own = |tag, words: &str| TagWords {
            tag,
            words: words.into(),
        };
        Plan {
            tags: vec![
                own(Tag::SeeMore, "fungerar"),
                own(Tag::Wonder, "behöver"),
                own(Tag::Idea, "  "),
            ],
            ..Plan::default()
        }
    }

    #[test]
    fn a_sessions_own_word_stands_for_the_methods() {
        let (plan, sv) = (plan(), Texts::new(Lang::Sv));
        assert_eq!(name(Tag::SeeMore, &plan, sv), "fungerar");
        assert_eq!(name(Tag::See, &plan, sv), "vi ser");
        assert_eq!(name(Tag::Idea, &plan, sv), "idé", "an empty word is none");
        assert_eq!(of_column(Spine::See, &plan), Tag::SeeMore);
        assert_eq!(of_column(Spine::Surprise, &plan), Tag::Wonder);
        assert_eq!(of_column(Spine::Next, &plan), Tag::NextStep);
        assert_eq!(of_column(Spine::Surprise, &Plan::default()), Tag::Surprise);
    }

    #[test]
    fn kinds_are_found_by_either_word() {
        let plan = plan();
        for (word, found) in [
            ("Behöver", vec![Tag::Wonder]),
            ("fung", vec![Tag::SeeMore]),
            ("see more", vec![Tag::SeeMore]),
            ("nyfiken på", vec![Tag::Wonder]),
            ("WantData", vec![Tag::WantData]),
            ("vem mer", vec![Tag::WhoMore]),
            ("", vec![]),
            ("måndag", vec![]),
        ] {
            assert_eq!(find(word, &plan.tags), found, "{word}");
        }
        assert!(find("behöver", &[]).is_empty());
    }
}
