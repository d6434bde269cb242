//! The state of one dialogue and its only fold.
//!
//! Live use, recovery, a second window, review and merge all go through [`Session::apply`]. Applying entries commutes across seats: in any
//! order that keeps each seat's own order, the same entries give the same session, and applying one twice changes nothing. It does so by
//! construction: every thing keeps its sorted list of acts and is folded anew from those that hold.

use std::collections::{BTreeMap, BTreeSet, HashMap};

mod group;
mod lists;
mod look;
mod room;
mod until;
mod voices;

use crate::{
    domain::{
        agenda::Timeline,
        chart::ChartId,
        event::{AgendaAct, Entry, Event, PlanPart},
        id::{EntryId, Hlc, Letter, NoteId, Seat, SessionId, StageId},
        note::{Body, Note},
        plan::Plan,
        shared::GroupAct,
    },
    text::Moment,
};

use lists::Lists;
use room::Claim;
use voices::Mark;

pub use room::Sitting;
pub use voices::Perspective;

/// What a file says before any entry: the ground that undo does not reach behind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Base {
    /// The session's name.
    pub id: SessionId,
    /// What was decided.
    pub plan: Plan,
    /// The agenda as it happened.
    pub timeline: Timeline,
    /// The notes: id, when it was said, what it says; no body where it was removed for good.
    pub notes: Vec<(NoteId, Moment, Option<Body>)>,
    /// The highest number used for each letter, so that none is used again.
    pub numbers: BTreeMap<Letter, u32>,
}

/// What an entry was about, so that an undo finds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    Note(NoteId),
    Plan,
    Agenda,
    Group,
    Undo(EntryId),
    Nothing,
}

impl About {
    const fn of(event: &Event) -> Self {
        match event {
            Event::Opened(_)
            | Event::GivenElsewhere(_)
            | Event::Seated { .. }
            | Event::Led { .. }
            | Event::Heard(_)
            | Event::MarksForgotten(_)
            | Event::WritingPaused(_)
            | Event::ChartShown(_) => Self::Nothing,
            Event::Agenda { .. } => Self::Agenda,
            Event::Group(_) => Self::Group,
            Event::NoteAdded { id, .. } | Event::NoteEdited { id, .. } | Event::Erased(id) => {
                Self::Note(*id)
            }
            Event::Planned(_) => Self::Plan,
            Event::TakenBack(target) => Self::Undo(*target),
        }
    }
}

#[derive(Clone, Debug)]
struct Act {
    term: u32,
    id: EntryId,
    wall: Moment,
    done: AgendaAct,
}

/// One dialogue: what was decided, what happened, what was said.
#[derive(Clone, Debug, Default)]
pub struct Session {
    base: Base,
    plan: Plan,
    timeline: Timeline,
    notes: BTreeMap<NoteId, Note>,
    lists: Lists,
    numbers: BTreeMap<Letter, u32>,
    plan_edits: Vec<(Hlc, EntryId, PlanPart)>,
    acts: Vec<Act>,
    refused: Vec<EntryId>,
    head: Option<EntryId>,
    shown: Vec<(Hlc, EntryId, Moment, Option<ChartId>)>,
    group: Vec<(Hlc, EntryId, GroupAct)>,
    released: BTreeSet<(Hlc, EntryId, NoteId)>,
    marks: Vec<Mark>,
    counted: BTreeMap<StageId, u8>,
    pauses: Vec<(Hlc, EntryId, bool)>,
    takes: HashMap<EntryId, Vec<(EntryId, Hlc)>>,
    about: HashMap<EntryId, About>,
    early: HashMap<NoteId, Vec<Entry>>,
    done: BTreeMap<Seat, Vec<EntryId>>,
    seats: BTreeMap<Seat, Sitting>,
    claims: Vec<Claim>,
    denied: BTreeSet<EntryId>,
    clock: Hlc,
    last_wall: Option<Moment>,
    entries: u64,
}

/// Whether an entry was new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// It changed the session, or waits for what it is about.
    New,
    /// It was here already.
    Known,
}

impl Session {
    /// Opens the state that a file says.
    pub fn on(base: Base) -> Self {
        let mut session = Self {
            plan: base.plan.clone(),
            timeline: base.timeline.clone(),
            numbers: base.numbers.clone(),
            ..Self::default()
        };
        let notes = base.notes.iter().map(|(id, wall, body)| {
            let note = Note {
                id: *id,
                added_by: None,
                wall: *wall,
                body: body.clone().unwrap_or_default(),
                withdrawn: false,
                erased: body.is_none(),
                released: None,
                order: Hlc::at(*wall),
                original: None,
                edits: Vec::new(),
            };
            (*id, note)
        });
        session.notes = notes.collect();
        // None of them was released: what a file says was said before anything was put before the group.
        session.lists = Lists::of(session.notes.values());
        for (id, ..) in &base.notes {
            session.saw_number(*id);
        }
        session.base = base;
        session
    }

    /// Folds one entry. This is the only way a session changes.
    pub fn apply(&mut self, entry: &Entry) -> Applied {
        let sitting = self.seats.entry(entry.id.seat).or_default();
        if entry.id.n <= sitting.n {
            return Applied::Known;
        }
        sitting.n = entry.id.n;
        self.entries += 1;
        self.clock = self.clock.max(entry.order);
        self.last_wall = self.last_wall.max(Some(entry.wall));
        if !self.sit(entry) {
            self.denied.insert(entry.id);
            return Applied::New;
        }
        if entry.event.can_be_taken_back() {
            self.done.entry(entry.id.seat).or_default().push(entry.id);
        }
        self.about.insert(entry.id, About::of(&entry.event));
        self.fold(entry);
        Applied::New
    }

    fn fold(&mut self, entry: &Entry) {
        let (id, order) = (entry.id, entry.order);
        match &entry.event {
            Event::Opened(_) | Event::Seated { .. } => {}
            Event::GivenElsewhere(ids) => {
                for id in ids {
                    self.saw_number(*id);
                }
            }
            Event::Led { term, saw } => self.claim(Claim {
                term: *term,
                order,
                id,
                saw: *saw,
            }),
            Event::Agenda { term, act, .. } => {
                let act = Act {
                    term: *term,
                    id,
                    wall: entry.wall,
                    done: act.clone(),
                };
                let place = self
                    .acts
                    .partition_point(|known| (known.term, known.id) < (act.term, act.id));
                self.acts.insert(place, act);
                self.settle_agenda();
            }
            Event::NoteAdded { id: note, at, body } => {
                self.add(*note, entry, at.unwrap_or(entry.wall), body);
            }
            Event::NoteEdited { id: note, .. } | Event::Erased(note) => {
                self.change(*note, entry);
            }
            Event::Planned(part) => {
                let place = self
                    .plan_edits
                    .partition_point(|(known, by, _)| (*known, *by) < (order, id));
                self.plan_edits.insert(place, (order, id, part.clone()));
                self.settle_plan();
            }
            Event::ChartShown(chart) => {
                let place = self
                    .shown
                    .partition_point(|(known, by, ..)| (*known, *by) < (order, id));
                self.shown.insert(place, (order, id, entry.wall, *chart));
            }
            Event::Group(act) => self.add_group_act(order, id, *act),
            Event::Heard(key) => self.add_mark(Mark {
                wall: entry.wall,
                id,
                key: *key,
            }),
            Event::MarksForgotten(counted) => self.count_heard(counted),
            Event::WritingPaused(paused) => self.add_pause(order, id, *paused),
            Event::TakenBack(target) => {
                self.takes.entry(*target).or_default().push((id, order));
                self.resettle(*target, 0);
            }
        }
    }

    fn add(&mut self, note: NoteId, entry: &Entry, wall: Moment, body: &Body) {
        self.saw_number(note);
        if !self.notes.contains_key(&note) && !self.early.contains_key(&note) {
            // Nearly every note is new and comes before its edits; a long journal is mostly this.
            let mut fresh = Note::added(note, entry, wall, body);
            fresh.withdrawn = !self.holds(entry.id);
            self.notes.insert(note, fresh);
            return self.list(note);
        }
        // Two files could claim one id; the earlier writer keeps it, whichever arrives first.
        let claim = (entry.order, entry.id);
        match self.notes.get(&note) {
            Some(known) if known.added_by.is_none_or(|by| (known.order, by) < claim) => return,
            _ => self.unlist(note),
        }
        let (edits, erased) = self
            .notes
            .remove(&note)
            .map(|known| (known.edits, known.erased))
            .unwrap_or_default();
        let again = Note {
            erased,
            edits,
            ..Note::added(note, entry, wall, body)
        };
        self.notes.insert(note, again);
        for waiting in self.early.remove(&note).unwrap_or_default() {
            self.change(note, &waiting);
        }
        self.settle_note(note);
    }

    fn change(&mut self, note: NoteId, entry: &Entry) {
        self.saw_number(note);
        self.unlist(note);
        let Some(known) = self.notes.get_mut(&note) else {
            self.early.entry(note).or_default().push(entry.clone());
            return;
        };
        match &entry.event {
            Event::NoteEdited { edits, .. } => {
                let place = known
                    .edits
                    .partition_point(|(order, by, _)| (*order, *by) <= (entry.order, entry.id));
                known.edits.splice(
                    place..place,
                    edits
                        .iter()
                        .map(|edit| (entry.order, entry.id, edit.clone())),
                );
            }
            Event::Erased(_) => known.erased = true,
            _ => {}
        }
        self.settle_note(note);
    }

    /// Folds again what an undo, or the undo of an undo, reaches.
    fn resettle(&mut self, target: EntryId, depth: u8) {
        match self.about.get(&target) {
            Some(About::Note(note)) => {
                let note = *note;
                self.unlist(note);
                self.settle_note(note);
            }
            Some(About::Plan) => self.settle_plan(),
            Some(About::Agenda) => self.settle_agenda(),
            Some(About::Undo(deeper)) if depth < Self::UNDO_DEPTH => {
                self.resettle(*deeper, depth + 1);
            }
            Some(About::Undo(_) | About::Group | About::Nothing) | None => {}
        }
    }

    /// How far an undo of an undo is followed; a hostile file could point in a ring.
    const UNDO_DEPTH: u8 = 32;

    /// Tells whether an entry holds: no undo that itself holds takes it back.
    pub fn holds(&self, id: EntryId) -> bool {
        self.holds_to(id, 0)
    }

    fn holds_to(&self, id: EntryId, depth: u8) -> bool {
        depth >= Self::UNDO_DEPTH
            || !self.takes.get(&id).is_some_and(|takes| {
                let lead = matches!(
                    self.root(id, 0),
                    Some(About::Plan | About::Agenda | About::Group)
                );
                takes.iter().any(|(take, order)| {
                    (!lead || self.led_at(take.seat, *order)) && self.holds_to(*take, depth + 1)
                })
            })
    }

    fn settle_note(&mut self, id: NoteId) {
        let Some(mut note) = self.notes.remove(&id) else {
            return;
        };
        let added = note.added_by.is_none_or(|by| self.holds(by));
        note.settle(added, |entry| self.holds(entry));
        self.notes.insert(id, note);
        self.list(id);
    }

    fn settle_plan(&mut self) {
        let mut plan = self.written_plan();
        for part in self.plan_parts(true) {
            plan.set(part);
        }
        self.plan = plan;
    }

    /// Returns the plan as people wrote it: a chart that is taken from a file is without the file's values.
    pub fn written_plan(&self) -> Plan {
        let mut plan = self.base.plan.clone();
        for part in self.plan_parts(false) {
            plan.set(part);
        }
        plan
    }

    /// Returns what holds of what was read from files, or of what people wrote.
    fn plan_parts(&self, read: bool) -> impl Iterator<Item = &PlanPart> {
        let holds = |(order, id, _): &&(Hlc, EntryId, PlanPart)| {
            self.led_at(id.seat, *order) && self.holds(*id)
        };
        let parts = self.plan_edits.iter().filter(holds);
        parts
            .map(|(_, _, part)| part)
            .filter(move |part| matches!(part, PlanPart::Read(_)) == read)
    }

    /// Plays the agenda anew from the acts that hold, in the order of their terms.
    ///
    /// An entry of an ended term that the next leader had not seen came too late, and one of a seat that did not lead never counted: they
    /// are listed as refused.
    fn settle_agenda(&mut self) {
        let mut timeline = self.base.timeline.clone();
        let mut refused = Vec::new();
        let mut head = None;
        for act in &self.acts {
            if !self.counts(act) {
                refused.push(act.id);
                continue;
            }
            head = Some(act.id);
            if self.holds(act.id) {
                timeline.act(act.wall, &act.done);
            }
        }
        self.timeline = timeline;
        self.refused = refused;
        self.head = head;
    }

    fn counts(&self, act: &Act) -> bool {
        let seen = |next: &Claim| {
            next.saw
                .is_some_and(|saw| saw.seat == act.id.seat && act.id.n <= saw.n)
        };
        self.is_of_leader(act.term, act.id.seat) && self.ended(act.term).is_none_or(seen)
    }

    fn saw_number(&mut self, id: NoteId) {
        if id.machine.is_none() {
            let highest = self.numbers.entry(id.letter).or_default();
            *highest = id.number.max(*highest);
        }
    }

    fn list(&mut self, id: NoteId) {
        let Some(note) = self.notes.get(&id) else {
            return;
        };
        if let Some((order, by)) = note.released
            && note.is_visible()
            && note.body.tag.is_of_dialogue()
        {
            self.released.insert((order, by, id));
        }
        self.lists.put(note);
    }

    fn unlist(&mut self, id: NoteId) {
        let Some(note) = self.notes.get(&id) else {
            return;
        };
        if let Some((order, by)) = note.released {
            self.released.remove(&(order, by, id));
        }
        self.lists.take_out(note);
    }
}

impl PartialEq for Session {
    /// Compares what a reader would see, and what an undo would reach.
    fn eq(&self, other: &Self) -> bool {
        self.base.id == other.base.id
            && self.plan == other.plan
            && self.timeline == other.timeline
            && self.notes == other.notes
            && self.numbers == other.numbers
            && self.refused() == other.refused()
            && self.leader() == other.leader()
            && self.said_of_seats().eq(other.said_of_seats())
            && self.chart_shown() == other.chart_shown()
            && self.group_acts().eq(other.group_acts())
            && self.released == other.released
            && self.heard() == other.heard()
            && self.writing_paused() == other.writing_paused()
    }
}

#[cfg(test)]
mod tests;
