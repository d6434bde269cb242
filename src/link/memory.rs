//! A link within one process: it keeps everything that was confirmed, and brings it late, twice, in any order, or not at all until asked.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard},
};

use super::{Heard, Link};
use crate::domain::{Entry, EntryId};

/// Where the ends of a link meet.
#[derive(Clone, Debug)]
pub struct Hub {
    shared: Arc<Mutex<State>>,
}

#[derive(Debug)]
struct State {
    random: u64,
    kept: BTreeMap<EntryId, Entry>,
    ends: Vec<On>,
}

/// What is on its way to one end.
#[derive(Debug, Default)]
struct On {
    cut: bool,
    way: VecDeque<Entry>,
}

/// One end in memory.
#[derive(Clone, Debug)]
pub struct Memory {
    hub: Hub,
    end: usize,
}

impl State {
    fn below(&mut self, bound: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        (self.random % (bound as u64).max(1)) as usize
    }
}

impl Hub {
    /// Makes a meeting place whose accidents follow from a seed.
    pub fn new(seed: u64) -> Self {
        let state = State {
            random: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
            kept: BTreeMap::new(),
            ends: Vec::new(),
        };
        Self {
            shared: Arc::new(Mutex::new(state)),
        }
    }

    /// Makes another end.
    pub fn end(&self) -> Memory {
        let mut state = self.state();
        state.ends.push(On::default());
        Memory {
            hub: self.clone(),
            end: state.ends.len() - 1,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        let state = self.shared.lock();
        state.expect("no call panics while it holds the hub")
    }
}

impl Memory {
    /// Cuts this end off: what was on its way is lost, nothing goes through.
    pub fn cut(&self) {
        let mut state = self.hub.state();
        state.ends[self.end] = On {
            cut: true,
            way: VecDeque::new(),
        };
    }

    /// Joins it again.
    pub fn join(&self) {
        self.hub.state().ends[self.end].cut = false;
    }

    /// Tells whether nothing is on its way here.
    pub fn is_quiet(&self) -> bool {
        self.hub.state().ends[self.end].way.is_empty()
    }
}

impl Link for Memory {
    fn send(&mut self, entry: &Entry) -> bool {
        let mut state = self.hub.state();
        if state.ends[self.end].cut {
            return false;
        }
        state.kept.insert(entry.id, entry.clone());
        for other in 0..state.ends.len() {
            if other == self.end || state.ends[other].cut {
                continue;
            }
            for _copy in 0..=state.below(2) {
                let places = state.ends[other].way.len() + 1;
                let place = state.below(places);
                state.ends[other].way.insert(place, entry.clone());
            }
        }
        // Now and then the yes is lost on its way back, and the entry comes again.
        state.below(8) > 0
    }

    fn receive(&mut self) -> Vec<Entry> {
        let mut state = self.hub.state();
        let waiting = state.ends[self.end].way.len();
        let some = state.below(waiting + 1);
        state.ends[self.end].way.drain(..some).collect()
    }

    fn ask(&mut self, heard: &Heard) -> bool {
        let mut state = self.hub.state();
        if state.ends[self.end].cut {
            return false;
        }
        let beyond = |entry: &&Entry| {
            let heard = heard.get(&entry.id.seat).copied().unwrap_or(0);
            entry.id.n > heard
        };
        let missed: Vec<Entry> = state.kept.values().filter(beyond).cloned().collect();
        state.ends[self.end].way.extend(missed);
        true
    }
}
