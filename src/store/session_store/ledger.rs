//! What has been written so far, and what comes next: ids, counters and clocks are given here, under the journal's lock.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use crate::{
    domain::{Entry, EntryId, Event, Hlc, Letter, NoteId, Seat, Session},
    store::{
        disk::Disk,
        error::StoreError,
        journal::News,
        session_store::log::{self, Log},
    },
    text::Moment,
};

/// What other windows wrote.
#[derive(Clone, Debug)]
pub enum Arrived {
    /// Entries to fold, in their order.
    Entries(Vec<Entry>),
    /// Something was removed for good: the session as it is now takes the place of the one before.
    Anew(Box<Session>),
}

impl Default for Arrived {
    fn default() -> Self {
        Self::Entries(Vec::new())
    }
}

/// The session as the journal has it.
#[derive(Debug)]
pub(super) struct Ledger {
    pub(super) session: Session,
    /// Counters used by lines of a newer version.
    pub(super) beyond: BTreeMap<Seat, u64>,
    /// The seat this program writes from.
    pub(super) seat: Seat,
    /// Entries of that seat that stand in the journal though their writing was answered with an error.
    pub(super) unanswered: Vec<Entry>,
    pub(super) arrived: Arrived,
    /// The hash of the session file that was last written.
    pub(super) published: Option<String>,
    /// The folder of journal and base.
    pub(super) dir: PathBuf,
}

impl Ledger {
    pub(super) fn new(dir: &Path, session: Session, log: &Log) -> Self {
        Self {
            seat: session.leader(),
            session,
            beyond: log.beyond.clone(),
            unanswered: Vec::new(),
            arrived: Arrived::default(),
            published: log.snaps.last().map(|(_, sha)| sha.clone()),
            dir: dir.to_owned(),
        }
    }

    /// Folds what was read under the lock.
    pub(super) fn take<D: Disk>(&mut self, disk: &D, news: &News) -> Result<(), StoreError> {
        if news.is_empty() {
            return Ok(());
        }
        let log = Log::read(&news.lines);
        if news.rewritten {
            self.rebuild(disk, &log)?;
            self.arrived = Arrived::Anew(Box::new(self.session.clone()));
            return Ok(());
        }
        for (_, entry) in &log.entries {
            self.session.apply(entry);
            // Nobody else writes from this seat: what comes back from it is this program's own, and was thought lost.
            if entry.id.seat == self.seat {
                self.unanswered.push(Entry::clone(entry));
            }
        }
        for (seat, n) in log.beyond {
            let highest = self.beyond.entry(seat).or_default();
            *highest = n.max(*highest);
        }
        if let Some((_, sha)) = log.snaps.last() {
            self.published = Some(sha.clone());
        }
        self.arrive(log.entries.into_iter().map(|(_, entry)| *entry).collect());
        Ok(())
    }

    /// Notes for the program what was folded here and not there.
    pub(super) fn arrive(&mut self, entries: Vec<Entry>) {
        match &mut self.arrived {
            Arrived::Entries(list) => list.extend(entries),
            Arrived::Anew(session) => **session = self.session.clone(),
        }
    }

    /// Folds a whole log anew.
    pub(super) fn rebuild<D: Disk>(&mut self, disk: &D, log: &Log) -> Result<(), StoreError> {
        let sha = log.ground().unwrap_or_default();
        let base = log::read_base(disk, &self.dir, sha, self.session.id())?;
        self.session = log.fold(base, u64::MAX);
        self.beyond.clone_from(&log.beyond);
        self.published = log.snaps.last().map(|(_, sha)| sha.clone());
        Ok(())
    }

    /// Tells whether an event is this seat's to write, and an act of the agenda decided on the agenda as it stands.
    pub(super) fn may_stand(&self, event: &Event) -> bool {
        let (current, last) = self.session.agenda_head();
        let decided_on_this = match event {
            Event::Agenda { term, saw, .. } => *term == current && *saw == last,
            Event::Led { term, saw } => *term == current + 1 && *saw == last,
            _ => true,
        };
        decided_on_this && self.session.may_write(self.seat, event)
    }

    /// Gives events their places after everything that was written.
    pub(super) fn number(&self, seat: Seat, wall: Moment, events: Vec<Event>) -> Vec<Entry> {
        let beyond = self.beyond.get(&seat).copied().unwrap_or(0);
        let first = self.session.next_counter(seat).max(beyond + 1);
        let mut clock = self.session.clock();
        let mut letters: BTreeMap<Letter, u32> = BTreeMap::new();
        let mut entries = Vec::with_capacity(events.len());
        for (n, mut event) in (first..).zip(events) {
            if let Event::NoteAdded { id, .. } = &mut event
                && !id.is_numbered()
            {
                let next = letters
                    .entry(id.letter)
                    .or_insert_with(|| self.session.next_number(id.letter));
                *id = NoteId {
                    number: *next,
                    ..*id
                };
                *next += 1;
            }
            clock = Hlc::after(clock, wall);
            entries.push(Entry {
                id: EntryId { seat, n },
                order: clock,
                wall,
                event,
            });
        }
        entries
    }

    /// Finds the entry that a draft became when its writing failed and its line was there all the same.
    pub(super) fn was_written(&self, seat: Seat, wall: Moment, event: &Event) -> Option<&Entry> {
        self.unanswered.iter().find(|entry| {
            entry.id.seat == seat && entry.wall == wall && is_same(&entry.event, event)
        })
    }
}

/// Compares a written event with a draft, whose notes have no numbers.
fn is_same(written: &Event, draft: &Event) -> bool {
    match (written, draft) {
        (
            Event::NoteAdded { id, at, body },
            Event::NoteAdded {
                id: d,
                at: a,
                body: b,
            },
        ) => id.letter == d.letter && at == a && body == b,
        // What the agenda looked like has changed by this very entry.
        (Event::Agenda { act, .. }, Event::Agenda { act: d, .. }) => act == d,
        _ => written == draft,
    }
}
