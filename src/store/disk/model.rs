//! A disk in memory that loses power, tears writes, fails calls and lies about syncs; the same seed gives the same disasters.
//!
//! It is stricter than any one real disk: a name survives only after its folder was synced, bytes survive only after their file was synced,
//! and after a power cut each file keeps some prefix of what was not synced, the last write torn. A sync that failed has thrown the bytes
//! away and the next one says yes. Tests and benches drive the real code of the other modules over it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex, MutexGuard},
};

use crate::store::{
    disk::folder_of,
    error::{Act, StoreError, Trouble},
};

mod calls;

/// What a call is made to do instead of its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Injected {
    /// An input/output error. A write may have left some bytes, a sync has lost them.
    Broken,
    /// The disk is full. A write may have left some bytes.
    Full,
}

/// A disk in memory. Clones are the same disk.
#[derive(Clone)]
pub struct ModelDisk {
    shared: Arc<Shared>,
}

impl fmt::Debug for ModelDisk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ModelDisk")
    }
}

#[derive(Debug)]
struct Shared {
    state: Mutex<State>,
    unlocked: Condvar,
}

#[derive(Clone, Debug)]
enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Cut(usize),
}

#[derive(Clone, Debug, Default)]
struct Inode {
    /// What programs see.
    now: Vec<u8>,
    /// What a power cut leaves for sure.
    safe: Vec<u8>,
    /// What the next sync makes safe.
    dirty: Vec<Change>,
    modified: i64,
}

impl Inode {
    fn change(&mut self, change: Change) {
        apply(&mut self.now, &change);
        self.dirty.push(change);
    }
}

#[derive(Clone, Debug)]
struct NameChange {
    dir: PathBuf,
    /// The names that change together, and what they then stand for.
    names: Vec<(PathBuf, Option<usize>)>,
}

#[derive(Debug, Default)]
struct State {
    random: u64,
    step: u64,
    cut_after: Option<u64>,
    injected: BTreeMap<u64, Injected>,
    sync_lies: bool,
    room: Option<usize>,
    inodes: Vec<Inode>,
    dirs: BTreeSet<PathBuf>,
    names: BTreeMap<PathBuf, usize>,
    safe_names: BTreeMap<PathBuf, usize>,
    name_changes: Vec<NameChange>,
    locks: BTreeSet<PathBuf>,
    /// Counts the lives of the machine: a handle of an earlier one is dead.
    life: u64,
    calls: Vec<String>,
}

/// A file open for appending on a model disk.
#[derive(Debug)]
pub struct ModelFile {
    disk: ModelDisk,
    inode: usize,
    path: PathBuf,
    life: u64,
}

/// A lock on a model disk.
#[derive(Debug)]
pub struct ModelGuard {
    disk: ModelDisk,
    path: PathBuf,
    life: u64,
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    match change {
        Change::Write { at, bytes: new } => {
            let end = at + new.len();
            if bytes.len() < end {
                bytes.resize(end, 0);
            }
            bytes[*at..end].copy_from_slice(new);
        }
        Change::Cut(len) => bytes.resize(*len, 0),
    }
}

impl State {
    /// Returns the next number of the xorshift generator, below a bound.
    fn below(&mut self, bound: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        (self.random % (bound as u64).max(1)) as usize
    }

    /// Counts one call, and makes it fail where that was asked for.
    fn step(&mut self, act: Act, path: &Path) -> Result<(), StoreError> {
        self.step += 1;
        self.calls.push(format!("{act:?} {}", path.display()));
        let trouble = if self.cut_after.is_some_and(|last| self.step > last) {
            Trouble::Other("the power is off".to_owned())
        } else {
            match self.injected.get(&self.step) {
                None => return Ok(()),
                Some(Injected::Broken) => Trouble::Other("input/output error".to_owned()),
                Some(Injected::Full) => Trouble::Full,
            }
        };
        Err(StoreError::new(path, act, trouble))
    }

    fn powered(&self) -> bool {
        self.cut_after.is_none_or(|last| self.step <= last)
    }

    fn inode(&self, path: &Path, act: Act) -> Result<usize, StoreError> {
        let found = self.names.get(path).copied();
        found.ok_or_else(|| StoreError::new(path, act, Trouble::Missing))
    }

    fn rename(&mut self, dir: &Path, names: Vec<(PathBuf, Option<usize>)>) {
        for (path, inode) in &names {
            match inode {
                Some(inode) => self.names.insert(path.clone(), *inode),
                None => self.names.remove(path),
            };
        }
        let dir = dir.to_owned();
        self.name_changes.push(NameChange { dir, names });
    }

    fn used(&self) -> usize {
        self.names
            .values()
            .map(|inode| self.inodes[*inode].now.len())
            .sum()
    }

    fn make_safe(&mut self, change: &NameChange) {
        for (path, inode) in &change.names {
            match inode {
                Some(inode) => self.safe_names.insert(path.clone(), *inode),
                None => self.safe_names.remove(path),
            };
        }
    }

    /// Loses what was not safe: of each file some prefix of it survives, of each folder some first changes of names.
    fn lose_power(&mut self) {
        for place in 0..self.inodes.len() {
            let dirty = std::mem::take(&mut self.inodes[place].dirty);
            let kept = self.below(dirty.len() + 1);
            let mut safe = std::mem::take(&mut self.inodes[place].safe);
            for change in dirty.iter().take(kept) {
                apply(&mut safe, change);
            }
            if let Some(Change::Write { at, bytes }) = dirty.get(kept) {
                // Torn: the first bytes are there, and now and then the length is there before the bytes are.
                let len = self.below(bytes.len() + 1);
                let mut torn = bytes[..len].to_vec();
                if self.below(4) == 0 {
                    torn.resize(bytes.len(), 0);
                }
                apply(
                    &mut safe,
                    &Change::Write {
                        at: *at,
                        bytes: torn,
                    },
                );
            }
            self.inodes[place].now.clone_from(&safe);
            self.inodes[place].safe = safe;
        }
        let changes = std::mem::take(&mut self.name_changes);
        let dirs: BTreeSet<&PathBuf> = changes.iter().map(|change| &change.dir).collect();
        for dir in dirs {
            let here: Vec<&NameChange> = changes.iter().filter(|one| one.dir == *dir).collect();
            let kept = self.below(here.len() + 1);
            for change in here.into_iter().take(kept) {
                self.make_safe(change);
            }
        }
        self.names = self.safe_names.clone();
    }

    fn restart(&mut self) {
        self.locks.clear();
        self.life += 1;
        self.cut_after = None;
        self.injected.clear();
        self.step = 0;
        self.calls.clear();
    }
}

impl ModelDisk {
    /// Makes an empty disk whose disasters follow from a seed.
    pub fn new(seed: u64) -> Self {
        let state = State {
            // A xorshift generator stands still at 0, and near seeds begin alike.
            random: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
            ..State::default()
        };
        let shared = Shared {
            state: Mutex::new(state),
            unlocked: Condvar::new(),
        };
        Self {
            shared: Arc::new(shared),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        let state = self.shared.state.lock();
        state.expect("no call panics while it holds the model")
    }

    /// Counts the calls since the start: the length of a run without disasters.
    pub fn steps(&self) -> u64 {
        self.state().step
    }

    /// Returns every call since the start, to read beside a failure.
    pub fn calls(&self) -> Vec<String> {
        self.state().calls.clone()
    }

    /// Cuts the power after a call: it is the last that works, until [`ModelDisk::power_on`].
    pub fn cut_after(&self, step: u64) {
        self.state().cut_after = Some(step);
    }

    /// Makes a call fail.
    pub fn inject(&self, step: u64, injected: Injected) {
        self.state().injected.insert(step, injected);
    }

    /// Makes every sync say yes and do nothing: the control that shows whether a test has teeth.
    pub fn make_syncs_lie(&self) {
        self.state().sync_lies = true;
    }

    /// Limits the bytes of all files together, or lifts the limit.
    pub fn set_room(&self, room: Option<usize>) {
        self.state().room = room;
    }

    /// Returns how many bytes all files have together.
    pub fn used(&self) -> usize {
        self.state().used()
    }

    /// Starts the machine after a power cut. What was not synced is partly gone, locks are free, old handles are dead.
    pub fn power_on(&self) {
        let mut state = self.state();
        state.lose_power();
        state.restart();
        self.shared.unlocked.notify_all();
    }

    /// Ends every process at once (`kill -9`): the system lives, so files stay as programs saw them; locks are free.
    pub fn kill(&self) {
        self.state().restart();
        self.shared.unlocked.notify_all();
    }

    /// Puts a file there as if it had always been: what a person copied, edited or damaged.
    pub fn put(&self, path: &Path, bytes: &[u8]) {
        let mut state = self.state();
        let place = state.inodes.len();
        let step = state.step as i64;
        state.inodes.push(Inode {
            now: bytes.to_vec(),
            safe: bytes.to_vec(),
            dirty: Vec::new(),
            modified: step,
        });
        for dir in folder_of(path).ancestors() {
            state.dirs.insert(dir.to_owned());
        }
        state.names.insert(path.to_owned(), place);
        state.safe_names.insert(path.to_owned(), place);
    }

    /// Removes a file as if it had never been.
    pub fn forget(&self, path: &Path) {
        let mut state = self.state();
        state.names.remove(path);
        state.safe_names.remove(path);
    }

    fn free(&self, path: &Path, life: u64) {
        let mut state = self.state();
        if state.life == life {
            state.locks.remove(path);
            self.shared.unlocked.notify_all();
        }
    }

    fn guard(&self, path: &Path, state: &mut State) -> ModelGuard {
        if !state.names.contains_key(path) {
            let inode = state.inodes.len();
            state.inodes.push(Inode::default());
            state.rename(folder_of(path), vec![(path.to_owned(), Some(inode))]);
        }
        state.locks.insert(path.to_owned());
        ModelGuard {
            disk: self.clone(),
            path: path.to_owned(),
            life: state.life,
        }
    }
}

impl Drop for ModelGuard {
    fn drop(&mut self) {
        self.disk.free(&self.path, self.life);
    }
}

#[cfg(test)]
mod tests;
