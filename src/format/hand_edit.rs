//! A session file that a person changed in an editor, as ordinary events: shown once, undoable like any other.

use std::collections::BTreeMap;

use super::problem::Fault;
use crate::domain::{
    AgendaAct, Base, Body, EntryId, Event, NoteEdit, NoteId, Plan, PlanPart, Slot,
};
use crate::text::Moment;

/// What a person changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// The changes, in an order in which they can be folded.
    pub events: Vec<Event>,
    /// Changes that are not taken in.
    pub left: Vec<Fault>,
}

impl Changes {
    /// Tells whether the two files say the same; comments and order may differ.
    pub const fn is_empty(&self) -> bool {
        self.events.is_empty() && self.left.is_empty()
    }
}

/// Finds what turns the session as it was published into the session as it was found.
///
/// `head` is [`Session::agenda_head`](crate::domain::Session::agenda_head): a moved end is an act of the leading seat like any other.
/// New notes have no number yet; the store gives them one, as to every draft.
pub fn diff(published: &Base, found: &Base, head: (u32, Option<EntryId>)) -> Changes {
    let mut changes = Changes {
        events: plan(&published.plan, &found.plan)
            .into_iter()
            .map(Event::Planned)
            .collect(),
        left: Vec::new(),
    };
    if published.id != found.id {
        changes.left.push(Fault::IdByHand);
    }
    agenda(published, found, head, &mut changes);
    notes(published, found, &mut changes);
    changes
}

fn plan(old: &Plan, new: &Plan) -> Vec<PlanPart> {
    let Plan {
        title,
        notice,
        theme,
        goal,
        purpose,
        why_now,
        language,
        zone,
        series,
        slot: Slot { start, minutes },
        held,
        carried,
        principles,
        tags,
        participants,
        stages,
        charts,
    } = new.clone();
    let mut parts = Vec::new();
    let mut say = |changed: bool, part: PlanPart| {
        if changed {
            parts.push(part);
        }
    };
    say(old.title != title, PlanPart::Title(title));
    say(old.notice != notice, PlanPart::Notice(notice));
    say(old.theme != theme, PlanPart::Theme(theme));
    say(old.goal != goal, PlanPart::Goal(goal));
    say(old.purpose != purpose, PlanPart::Purpose(purpose));
    say(old.why_now != why_now, PlanPart::WhyNow(why_now));
    say(old.language != language, PlanPart::Language(language));
    say(old.zone != zone, PlanPart::Zone(zone));
    say(old.series != series, PlanPart::Series(series));
    say(old.slot != new.slot, PlanPart::Slot { start, minutes });
    say(old.held != held, PlanPart::Held(held));
    say(old.carried != carried, PlanPart::Carried(carried));
    say(
        old.principles != principles,
        PlanPart::Principles(principles),
    );
    say(old.tags != tags, PlanPart::Tags(tags));
    say(
        old.participants != participants,
        PlanPart::Participants(participants),
    );
    say(old.stages != stages, PlanPart::Stages(stages));
    let mut ids: Vec<_> = old.charts.iter().map(|chart| chart.id).collect();
    for chart in &charts {
        let before = old.charts.iter().find(|known| known.id == chart.id);
        if before.is_none() {
            ids.push(chart.id);
        }
        say(
            before != Some(chart),
            PlanPart::Chart(Box::new(chart.clone())),
        );
    }
    let wanted: Vec<_> = charts.iter().map(|chart| chart.id).collect();
    say(ids != wanted, PlanPart::ChartOrder(wanted));
    parts
}

/// What happened stays as it was, but for the two ends: those a person knows better than the program.
fn agenda(published: &Base, found: &Base, head: (u32, Option<EntryId>), changes: &mut Changes) {
    let (old, new) = (&published.timeline, &found.timeline);
    let (term, saw) = head;
    let mut act = |act| changes.events.push(Event::Agenda { term, saw, act });
    let mut rest = new.clone();
    if let Some(end) = new.end.filter(|_| old.end != new.end) {
        act(AgendaAct::EndMoved(end));
        rest.end = old.end;
    }
    if let Some(closed) = new.closed.filter(|_| old.closed != new.closed) {
        act(AgendaAct::Closed(closed));
        rest.closed = old.closed;
    }
    if rest != *old {
        changes.left.push(Fault::TimelineByHand);
    }
}

fn notes(published: &Base, found: &Base, changes: &mut Changes) {
    let old = by_id(published);
    let new = by_id(found);
    let events = &mut changes.events;
    for (id, at, body) in &found.notes {
        let Some(body) = body else { continue };
        match old.get(id) {
            Some((before_at, Some(before))) => {
                let edits = NoteEdit::between(before, body);
                if !edits.is_empty() {
                    events.push(Event::NoteEdited { id: *id, edits });
                }
                if at != before_at {
                    changes.left.push(Fault::NoteTimeByHand(id.to_string()));
                }
            }
            // An id that was removed for good, or that this session never gave, is not taken: the store gives the next one.
            Some((_, None)) | None => events.push(Event::NoteAdded {
                id: NoteId::pending(id.letter),
                at: Some(*at),
                body: body.clone(),
            }),
        }
    }
    for (id, _) in old.iter().filter(|(_, (_, body))| body.is_some()) {
        // To take a line out is to take it back. Only `remove for good` erases, since the words stand in the journal too.
        if new.get(id).is_none_or(|(_, body)| body.is_none()) {
            events.push(Event::NoteEdited {
                id: *id,
                edits: vec![NoteEdit::Withdrawn(true)],
            });
        }
    }
}

fn by_id(base: &Base) -> BTreeMap<NoteId, (Moment, Option<&Body>)> {
    base.notes
        .iter()
        .filter(|(id, ..)| id.is_numbered())
        .map(|(id, at, body)| (*id, (*at, body.as_ref())))
        .collect()
}

#[cfg(test)]
mod tests;
