//! Removing for good what no single note holds: what is left goes on, on a new ground, and everything older is removed.

use crate::{
    domain::{Base, Entry, Event, Seat, Session},
    format::session,
    store::{
        disk::Disk,
        error::{Act, StoreError, Trouble},
        journal,
        session_store::{
            SessionStore,
            ledger::Ledger,
            log::{self, Log},
            stamp,
        },
    },
};

impl<D: Disk> SessionStore<D> {
    /// Puts what `change` leaves of the session in the place of everything there was: a new ground, a new log, a new file. Nothing that was
    /// said before, taken back or changed stands anywhere afterwards, so undo does not reach behind it.
    ///
    /// On an error it is either as it was, or finished by the next opening.
    pub fn begin_again<T>(&mut self, change: impl FnOnce(&mut Base) -> T) -> Result<T, StoreError> {
        self.must_lead()?;
        let mut writing = self.journal.begin()?;
        self.ledger.take(&self.disk, &writing.take_news())?;
        let (_, news) = journal::read(&self.disk, &self.ledger.dir)?;
        let old = Log::read(&news.lines);
        let mut base = session::base_of(&self.ledger.session);
        let done = change(&mut base);
        session::number(&mut base);
        let ground = log::write_base(&self.disk, &self.ledger.dir, &base)?;
        let ledger = Ledger::new(&self.ledger.dir, Session::on(base), &Log::default());
        let wall = self.ledger.session.last_wall().unwrap_or(self.now);
        let opened = ledger.number(Seat::LEAD, wall, vec![Event::Opened(ground)]);
        // The file that still lies there was written from this log, and is no person's work.
        let mut payloads: Vec<String> = old.snaps.iter().map(|(_, sha)| log::snap(sha)).collect();
        payloads.extend(old.taken.iter().map(|(_, print)| log::taken_print(*print)));
        payloads.extend(opened.iter().map(log::payload));
        payloads.extend(old.entries.iter().filter_map(|(_, entry)| rank(entry)));
        payloads.push(log::cleared());
        let time = stamp(self.now, &self.ledger.session.plan().zone);
        writing.begin_anew(&payloads, &time)?;
        drop(writing);
        let (_, news) = journal::read(&self.disk, &self.ledger.dir)?;
        self.ledger.rebuild(&self.disk, &Log::read(&news.lines))?;
        self.finish_erasing()?;
        Ok(done)
    }

    /// Says who leads, where this program does not: beside it the file is not this one's to write, and that one has the words in it.
    pub(super) fn must_lead(&self) -> Result<(), StoreError> {
        if self.lead.is_some() {
            return Ok(());
        }
        let path = self.ledger.dir.join("lead.lock");
        let held = Trouble::Held { pid: None };
        Err(StoreError::new(&path, Act::Lock, held))
    }
}

/// Returns the line that says who leads and who sits where; without a name.
fn rank(entry: &Entry) -> Option<String> {
    let mut entry = entry.clone();
    match &mut entry.event {
        Event::Led { .. } => {}
        Event::Seated { name, .. } => *name = None,
        _ => return None,
    }
    Some(log::payload(&entry))
}
