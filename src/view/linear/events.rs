//! What one turn changed, in the order it matters: the answer first, then the dialogue, the room, what went wrong.

use super::{Said, clock, lists, notes, place};
use crate::{
    app::{
        Model,
        lead::{Lead, Other, Overlay},
        linear::{Menu, Say},
    },
    domain::{
        StageKind,
        chart::{ChartId, Face},
        reading::Phase,
    },
    input::Action,
    t,
    view::scene::Scene,
};

/// Says what a turn changed.
pub(super) fn say(was: &Scene<'_>, now: &Scene<'_>, model: &Model, said: &mut Said) {
    if let Some(echo) = &now.lead.echo {
        said.line(&echo.text);
    }
    notes::say(was, now, said);
    agenda(was, now, said);
    chart(was, now, said);
    if now.lead.leads() {
        clock::say(was, now, said);
    }
    group(was, now, said);
    room(was, now, said);
    troubles(was, now, said);
    tip(now, model, said);
    opened(was, now, said);
    lists::say(was, now, model, said);
}

/// Says what had happened between two instants of a dialogue that has been, each line with its time.
pub(super) fn past(was: &Scene<'_>, now: &Scene<'_>, said: &mut Said) {
    let mut lines = Said::default();
    agenda(was, now, &mut lines);
    notes::say(was, now, &mut lines);
    chart(was, now, &mut lines);
    group(was, now, &mut lines);
    let at = now.hhmm(now.now);
    said.all(lines.lines.into_iter().map(|line| format!("{at} {line}")));
}

/// Tells whether the agenda was moved by this window, which has answered.
fn moved_here(was: &Scene<'_>, now: &Scene<'_>) -> bool {
    let tickets = |lead: &Lead| -> Vec<u64> {
        let pending = lead.pending.iter();
        pending.map(|pending| pending.draft.ticket).collect()
    };
    let left = tickets(now.lead);
    now.lead.leads()
        && tickets(was.lead)
            .iter()
            .any(|ticket| !left.contains(ticket))
}

/// The stage, pauses, the end.
fn agenda(was: &Scene<'_>, now: &Scene<'_>, said: &mut Said) {
    let texts = now.texts;
    let (before, after) = (was.session().timeline(), now.session().timeline());
    if let (None, Some(_)) = (before.closed, after.closed) {
        return place::ended(now, said);
    }
    let here = |scene: &Scene<'_>| {
        let timeline = scene.session().timeline();
        let stage = timeline.current().map(|visit| visit.stage.clone());
        (timeline.visits.len(), stage)
    };
    if here(was) != here(now) {
        return place::stage(now, said);
    }
    if before == after || moved_here(was, now) {
        return form(was, now, said);
    }
    match (was.reading.phase, now.reading.phase) {
        (Phase::Running, Phase::Paused(_)) => said.line(t!(texts, "linear-paused")),
        (Phase::Paused(_), Phase::Running) => said.line(t!(texts, "linear-resumed")),
        _ => {}
    }
    if before.end != after.end {
        let end = now.hhmm(now.reading.slot_end);
        said.line(t!(texts, "linear-end-moved", end = end));
    }
    form(was, now, said);
}

/// Alone goes over into pairs, and pairs into all, by themselves.
fn form(was: &Scene<'_>, now: &Scene<'_>, said: &mut Said) {
    let form = |scene: &Scene<'_>| scene.reading.form.map(|(form, _)| form);
    let set = |scene: &Scene<'_>| scene.session().timeline().form;
    let chosen = set(was) != set(now) && moved_here(was, now);
    if form(was) != form(now)
        && !chosen
        && let Some(how) = place::form(now)
    {
        said.line(t!(now.texts, "linear-form-goes-on", how = how));
    }
}

/// The chart on the screen with the face it shows.
fn chart(was: &Scene<'_>, now: &Scene<'_>, said: &mut Said) {
    let face = |scene: &Scene<'_>| -> Option<(ChartId, Face)> {
        let shown = scene.session().chart_shown()?;
        let (_, chart) = scene.chart_of(shown)?;
        Some((shown, chart.showing.face))
    };
    let (before, after) = (face(was), face(now));
    if before == after || after.is_none() {
        return;
    }
    // A cover that comes and goes with the stage is no news of a chart nobody looks at.
    let same = before.map(|(id, _)| id) == after.map(|(id, _)| id);
    let looks = now.kind() == Some(StageKind::Data) || now.lead.looks_at_charts();
    if !same || looks {
        place::chart(now, said);
    }
}

/// What the group sees, and whether anything is written down.
fn group(was: &Scene<'_>, now: &Scene<'_>, said: &mut Said) {
    let texts = now.texts;
    if now.lead.echo.is_some() || moved_here(was, now) {
        return;
    }
    match (was.lead.is_hidden(), now.lead.is_hidden()) {
        (false, true) => said.line(t!(texts, "linear-hidden")),
        (true, false) => said.line(t!(texts, "linear-seen-again")),
        _ => {}
    }
    let own = was.lead.pending.len() > now.lead.pending.len();
    if was.session().writing_paused() && !now.session().writing_paused() && !own {
        said.line(t!(texts, "echo-written-again"));
    }
}

/// Returns who else is here and has sat down: before that nobody knows what to call them.
fn known(scene: &Scene<'_>) -> Vec<Other> {
    let mut others = scene.lead.others();
    others.retain(|other| scene.session().seats().contains_key(&other.seat));
    others
}

/// Who came and who went.
fn room(was: &Scene<'_>, now: &Scene<'_>, said: &mut Said) {
    let texts = now.texts;
    let (before, after) = (known(was), known(now));
    for other in &after {
        if !before.iter().any(|known| known.seat == other.seat) {
            said.line(t!(texts, "linear-comes", who = place::called(now, other)));
        }
    }
    for other in &before {
        if !after.iter().any(|known| known.seat == other.seat) && other.seat != now.lead.room.seat {
            said.line(t!(texts, "linear-goes", who = place::called(was, other)));
        }
    }
    if was.lead.is_led() && !now.lead.is_led() {
        let words = place::capital(&t!(texts, "room-nobody-leads"));
        said.line(format!("{words}."));
    }
}

/// What could not be saved, and that it is saved after all.
fn troubles(was: &Scene<'_>, now: &Scene<'_>, said: &mut Said) {
    let texts = now.texts;
    match (&was.lead.trouble, &now.lead.trouble) {
        (before, Some(why)) if before.as_ref() != Some(why) => {
            said.line(t!(texts, "view-trouble", why = why.on_one_line()));
            said.line(t!(texts, "linear-save-again"));
        }
        (Some(_), None) => said.line(t!(texts, "linear-all-saved")),
        _ => {}
    }
    match (&was.lead.publish_trouble, &now.lead.publish_trouble) {
        (before, Some(why)) if before.as_ref() != Some(why) => {
            said.line(t!(texts, "view-publish-trouble", why = why.on_one_line()));
        }
        (Some(_), None) => said.line(t!(texts, "linear-file-saved")),
        _ => {}
    }
    if let Some((id, why)) = &now.lead.erase_trouble
        && was.lead.erase_trouble != now.lead.erase_trouble
    {
        let (id, why) = (id.to_string(), why.on_one_line());
        let key = lists::number_of(now, Action::Retry);
        said.line(t!(
            texts,
            "view-erase-trouble",
            id = id,
            why = why,
            key = key
        ));
    }
    if let Some((words, why)) = &now.lead.line_trouble
        && was.lead.line_trouble != now.lead.line_trouble
    {
        said.line(t!(texts, "view-trouble", why = why.on_one_line()));
        said.line(words);
    }
    if was.lead.unread != now.lead.unread {
        said.all(
            now.lead
                .unread
                .iter()
                .map(|words| words.on_one_line().into_owned()),
        );
    }
}

/// One private line of advice, when it comes.
fn tip(now: &Scene<'_>, model: &Model, said: &mut Said) {
    let Some((words, tip)) = now.lead.advice(&now.reading, &now.texts) else {
        return;
    };
    let heard = model.linear.as_ref().map(|linear| &linear.advised);
    if heard.is_some_and(|heard| !heard.contains(&(tip.stage, tip.rule.id.clone()))) {
        said.line(t!(now.texts, "view-tip", words = words));
    }
}

/// What was opened: a note to be changed, a note that was found, a line that was drafted, the way out.
fn opened(was: &Scene<'_>, now: &Scene<'_>, said: &mut Said) {
    let texts = now.texts;
    let (before, after) = (was.lead, now.lead);
    let editing = after
        .writing
        .editing
        .filter(|_| before.writing.editing != after.writing.editing);
    if let Some(id) = editing {
        said.line(edited(now, &id.to_string()));
    } else if after.list.selected != before.list.selected
        && let Some(note) = after.chosen_note()
    {
        let what = notes::whole(now, note);
        said.line(t!(texts, "linear-chosen", what = what));
    }
    let drafted = after.writing.offer.is_some() && before.writing.offer != after.writing.offer;
    if drafted {
        let words = after.writing.line.text();
        said.line(t!(texts, "linear-line-kept", words = words));
    }
    if after.leaving {
        let number = lists::number_of(now, Action::Leave);
        let failed = after.pending.iter().any(|pending| pending.failed);
        said.line(if failed && !after.unsaved_words().is_empty() {
            t!(texts, "linear-leaves-unsaved", number = number)
        } else {
            t!(texts, "linear-leaves", number = number)
        });
    }
}

/// The note that is being changed, as it would be typed.
pub(super) fn edited(scene: &Scene<'_>, id: &str) -> String {
    let line = scene.lead.writing.line.text();
    t!(scene.texts, "linear-edit-as", id = id, line = line)
}

/// Tells whether the list of the chat shows another line than before.
pub(super) fn another_of_chat(was: &Scene<'_>, now: &Scene<'_>, menu: Menu) -> bool {
    let first = |scene: &Scene<'_>| scene.session().inbox().next().map(|note| note.id);
    menu == Menu::Inbox && first(was) != first(now) && first(now).is_some()
}

/// Tells whether something else wants a second look than before, or nothing more.
pub(super) fn another_look(was: &Scene<'_>, now: &Scene<'_>, menu: Menu) -> bool {
    let tidies = |scene: &Scene<'_>| matches!(scene.lead.overlay, Some(Overlay::Tidy(_)));
    let first = |scene: &Scene<'_>| scene.lead.first_look();
    menu == Menu::Tidy && tidies(was) && tidies(now) && first(was) != first(now)
}

/// Tells whether a turn says something of its own kind.
pub(super) fn says(model: &Model, wanted: Say) -> bool {
    let linear = model.linear.as_ref();
    linear.is_some_and(|linear| linear.says.contains(&wanted))
}
