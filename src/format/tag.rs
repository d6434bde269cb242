//! What kinds of notes are called, the same on every screen, in the minutes and on the command line.

use crate::{domain::Tag, t, text::Texts};

/// Returns what a kind of note is called.
pub fn name(tag: Tag, texts: Texts) -> String {
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
