//! Who else is in the room, in one quiet row: nothing blinks when somebody writes.

use crate::{t, text::clock, view::scene::Scene};

/// Says who else is here and when they last wrote; nothing where one is alone and leads.
pub(super) fn words(scene: &Scene<'_>) -> String {
    let (texts, lead) = (scene.texts, scene.lead);
    let mut parts: Vec<String> = Vec::new();
    if !lead.leads()
        && let Some(at) = lead.saved_at
    {
        let at = clock::hhmmss(at, &scene.plan().zone);
        parts.push(t!(texts, "view-all-saved", at = at));
    }
    if !lead.is_led() {
        parts.push(t!(texts, "room-nobody-leads"));
    }
    parts.extend(lead.others().iter().map(|other| {
        let who = other.called(&texts);
        match other.wrote {
            Some(at) => t!(texts, "room-wrote", who = who, at = scene.hhmm(at)),
            None => t!(texts, "room-here", who = who),
        }
    }));
    parts.join(" · ")
}
