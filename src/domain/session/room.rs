//! Who sits where, who leads, and what is refused.

use std::collections::BTreeMap;

use super::{About, Session};
use crate::{
    domain::{
        event::{Entry, Event},
        id::{EntryId, Hlc, Seat},
        room::{Hand, Need, Role},
    },
    text::{Moment, SafeText},
};

/// One seat as its entries tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sitting {
    /// Who writes there, where that was said.
    pub name: Option<SafeText>,
    /// Whether it writes at all.
    pub hand: Hand,
    /// When it last wrote a note, or changed one.
    pub wrote: Option<Moment>,
    /// Its last counter.
    pub(super) n: u64,
}

/// A seat's word that it leads from here on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Claim {
    pub(super) term: u32,
    pub(super) order: Hlc,
    pub(super) id: EntryId,
    /// The last entry of the agenda that it saw.
    pub(super) saw: Option<EntryId>,
}

impl Session {
    /// Notes who wrote, and tells whether the seat may write such a thing at all.
    ///
    /// A seat's own words about itself come in its own order, so this does not depend on what others wrote meanwhile.
    pub(super) fn sit(&mut self, entry: &Entry) -> bool {
        let sitting = self.seats.entry(entry.id.seat).or_default();
        match &entry.event {
            Event::Seated { hand, name } => {
                sitting.hand = *hand;
                sitting.name.clone_from(name);
            }
            Event::NoteAdded { .. } | Event::NoteEdited { .. } => {
                sitting.wrote = sitting.wrote.max(Some(entry.wall));
            }
            _ => {}
        }
        sitting.hand == Hand::Writes || entry.event.need() == Need::Nothing
    }

    /// Takes in that a seat leads from here on. Of two that claim one term the earlier has it.
    pub(super) fn claim(&mut self, claim: Claim) {
        if claim.term < 2 {
            self.denied.insert(claim.id);
            return;
        }
        let place = self.claims.partition_point(|known| *known < claim);
        self.claims.insert(place, claim);
        self.settle_agenda();
        self.settle_plan();
    }

    /// Returns the claims that hold, in the order of their terms.
    fn won(&self) -> impl DoubleEndedIterator<Item = &Claim> {
        let claims = self.claims.iter().enumerate();
        claims
            .filter(|(place, claim)| {
                place
                    .checked_sub(1)
                    .is_none_or(|before| self.claims[before].term != claim.term)
            })
            .map(|(_, claim)| claim)
    }

    /// Returns the term that runs.
    pub fn term(&self) -> u32 {
        self.claims.last().map_or(1, |claim| claim.term)
    }

    /// Returns the seat that leads.
    pub fn leader(&self) -> Seat {
        self.leader_of(self.term())
    }

    /// Returns the seat that has a term; nobody has one that was never begun, which the leading seat of a machine then answers for.
    pub(super) fn leader_of(&self, term: u32) -> Seat {
        let claim = self.won().find(|claim| claim.term == term);
        claim.map_or(Seat::LEAD, |claim| claim.id.seat)
    }

    /// Tells whether an act of the agenda is of a term that was begun, and of the seat that has it.
    pub(super) fn is_of_leader(&self, term: u32, seat: Seat) -> bool {
        let begun = term == 1 || self.won().any(|claim| claim.term == term);
        begun && self.leader_of(term) == seat
    }

    /// Returns the claim that ended a term.
    pub(super) fn ended(&self, term: u32) -> Option<&Claim> {
        self.won().find(|claim| claim.term > term)
    }

    /// Tells whether a seat led at a reading of the clock that orders entries: what it then did to plan and screen counts.
    pub fn led_at(&self, seat: Seat, order: Hlc) -> bool {
        let claim = self.won().rev().find(|claim| claim.order <= order);
        seat == claim.map_or(Seat::LEAD, |claim| claim.id.seat)
    }

    /// Returns what a seat may do now.
    pub fn role(&self, seat: Seat) -> Role {
        if seat == self.leader() {
            return Role::Facilitator;
        }
        match self.seats.get(&seat).map(|sitting| sitting.hand) {
            Some(Hand::Reads) => Role::Reader,
            _ => Role::NoteTaker,
        }
    }

    /// Tells whether a seat may write an event now. The store asks under the journal's lock, so that nothing is written that is not folded.
    pub fn may_write(&self, seat: Seat, event: &Event) -> bool {
        let role = self.role(seat);
        match event {
            Event::TakenBack(target) => role.may(event.need()) && self.may_take_back(role, *target),
            _ => role.may(event.need()),
        }
    }

    fn may_take_back(&self, role: Role, target: EntryId) -> bool {
        match self.root(target, 0) {
            Some(About::Plan | About::Agenda | About::Group) => role.may(Need::ToLead),
            _ => role.may(Need::ToWrite),
        }
    }

    /// Returns what an entry was about in the end: an undo, what it took back.
    pub(super) fn root(&self, id: EntryId, depth: u8) -> Option<About> {
        match self.about.get(&id) {
            Some(About::Undo(deeper)) if depth < Self::UNDO_DEPTH => self.root(*deeper, depth + 1),
            about => about.copied(),
        }
    }

    /// Returns every seat that has written, the leading one first.
    pub const fn seats(&self) -> &BTreeMap<Seat, Sitting> {
        &self.seats
    }

    /// Returns what a reader could tell about the seats; a seat that has only opened the journal has said nothing.
    pub(super) fn said_of_seats(&self) -> impl Iterator<Item = (Seat, Sitting)> {
        let seats = self.seats.iter();
        seats
            .map(|(seat, sitting)| {
                (
                    *seat,
                    Sitting {
                        n: 0,
                        ..sitting.clone()
                    },
                )
            })
            .filter(|(_, sitting)| *sitting != Sitting::default())
    }

    /// Returns entries that are not folded: of an ended term that came too late, or of a seat that may not do such a thing.
    pub fn refused(&self) -> Vec<EntryId> {
        let plan = self.plan_edits.iter().map(|(order, id, _)| (*order, *id));
        let shown = self.shown.iter().map(|(order, id, ..)| (*order, *id));
        let group = self.group.iter().map(|(order, id, _)| (*order, *id));
        let not_leading = plan
            .chain(shown)
            .chain(group)
            .filter(|(order, id)| !self.led_at(id.seat, *order))
            .map(|(_, id)| id);
        let mut refused: Vec<EntryId> = self
            .refused
            .iter()
            .chain(&self.denied)
            .copied()
            .chain(not_leading)
            .collect();
        refused.sort_unstable();
        refused
    }
}
