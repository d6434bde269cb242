//! Other machines that write the same session: their entries come in, this machine's go out, and everybody ends with the same session.
//!
//! The link itself may be anything that carries entries: it may be slow, bring one twice, in any order, or be gone for a while. What makes
//! it whole is here, once for every kind: entries of a seat are folded in their own order, what nobody confirmed is sent again, and after
//! a break the other side is asked for what is missing. No order between seats is agreed on, because the fold needs none.

/// A link within one process, for tests: slow, forgetful about order, cut now and then, the same with the same seed.
pub mod memory;

use std::collections::BTreeMap;

use crate::{
    domain::{Entry, Seat},
    text::{Moment, Span},
};

/// How far each seat has been heard: its last counter without a gap.
pub type Heard = BTreeMap<Seat, u64>;

/// An order clock may be so far ahead of this machine's; an entry beyond waits until the time has come (architecture, the session).
const AHEAD: Span = Span::minutes(10);

/// What carries entries between machines. Nothing in it waits.
pub trait Link {
    /// Hands an entry of this machine over. Saying yes means that whoever asks later gets it; no means: try again.
    fn send(&mut self, entry: &Entry) -> bool;

    /// Returns what has come, in any order, some of it perhaps twice or long known.
    fn receive(&mut self) -> Vec<Entry>;

    /// Asks for everything that was written beyond what was heard. No where nobody can be asked now.
    fn ask(&mut self, heard: &Heard) -> bool;
}

/// This machine's end of a link.
#[derive(Debug)]
pub struct End<L: Link> {
    link: L,
    /// What this machine wrote and nobody has confirmed, in its order.
    outbox: Vec<Entry>,
    heard: Heard,
    /// What came before its turn.
    early: BTreeMap<(Seat, u64), Entry>,
    /// Something is known to be missing, or was never asked for.
    asks: bool,
}

impl<L: Link> End<L> {
    /// Begins at what a session has: what this machine's journal says it heard, its own seats among it.
    pub const fn new(link: L, heard: Heard) -> Self {
        Self {
            link,
            outbox: Vec::new(),
            heard,
            early: BTreeMap::new(),
            asks: true,
        }
    }

    /// Takes an entry that this machine's journal has just confirmed. It goes out at the next turn, and until somebody has it.
    pub fn wrote(&mut self, entry: Entry) {
        let heard = self.heard.entry(entry.id.seat).or_default();
        *heard = entry.id.n.max(*heard);
        self.outbox.push(entry);
    }

    /// Says that the link was broken: after it the other side is asked for what was missed.
    pub const fn broke(&mut self) {
        self.asks = true;
    }

    /// Tells whether everything written here is with somebody else too.
    pub const fn is_sent(&self) -> bool {
        self.outbox.is_empty()
    }

    /// Returns the link.
    pub const fn link(&mut self) -> &mut L {
        &mut self.link
    }

    /// Sends what waits, and returns what has come and can be folded now: every seat in its own order, nothing twice.
    ///
    /// Whoever folds it writes it into the journal of this machine first.
    pub fn turn(&mut self, now: Moment) -> Vec<Entry> {
        // In their order: what comes after a no waits, so that the other side never has a gap that nobody fills.
        let sent = self.outbox.iter().take_while(|entry| self.link.send(entry));
        let sent = sent.count();
        self.outbox.drain(..sent);
        if self.asks && self.link.ask(&self.heard) {
            self.asks = false;
        }
        for entry in self.link.receive() {
            let id = entry.id;
            if id.n > self.heard.get(&id.seat).copied().unwrap_or(0) {
                self.early.insert((id.seat, id.n), entry);
            }
        }
        self.in_order(now)
    }

    fn in_order(&mut self, now: Moment) -> Vec<Entry> {
        let mut ready = Vec::new();
        let seats: Vec<Seat> = self.early.keys().map(|(seat, _)| *seat).collect();
        for seat in seats {
            let heard = self.heard.entry(seat).or_default();
            let ahead = |entry: &Entry| entry.order.wall() - now > AHEAD;
            while let Some(entry) = self.early.remove(&(seat, *heard + 1)) {
                if ahead(&entry) {
                    self.early.insert((seat, *heard + 1), entry);
                    break;
                }
                *heard += 1;
                ready.push(entry);
            }
        }
        ready
    }
}

#[cfg(test)]
mod tests;
