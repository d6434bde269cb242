//! Several windows on one session: who leads, who sits down beside, who is here.
//!
//! Who leads is decided by the journal alone: the seat of the newest term. The lock of the leading program says besides that a living
//! program leads, and its holder is the only one that brings file and journal together. A program that took over gets the lock when the
//! one before has read that it ended, or has ended itself; until then the journal has everything and the file waits.

use std::path::Path;

use crate::{
    domain::{Base, Draft, Event, Hand, Seat, Session},
    format::{
        half_typed::HalfTyped,
        merge::{self, Merge},
    },
    store::{
        disk::Disk,
        error::{StoreError, Trouble},
        journal::Journal,
        lead_lock::LeadLock,
        places::Places,
        seats::{self, SeatLock},
        session_store::{
            Notice, Occasion, OpenError, Opened, SessionStore,
            ledger::Ledger,
            log::{self, Log},
            opening::{Target, find},
        },
    },
    text::SafeText,
};

impl<D: Disk> SessionStore<D> {
    /// Opens a session to write beside whoever leads it. Where nobody does, file and journal are brought together first, as for leading.
    ///
    /// Who comes back under the same name sits where they sat, on the half-typed line of last time.
    pub fn join(
        disk: D,
        places: &Places,
        path: &Path,
        occasion: &Occasion,
        name: Option<&SafeText>,
    ) -> Result<Opened<D>, OpenError> {
        match Self::open(disk.clone(), places, path, occasion) {
            Ok(mut opened) => {
                opened.store.lead = None;
                sit_down(opened, occasion, name)
            }
            Err(OpenError::Store(error)) if matches!(error.trouble, Trouble::Held { .. }) => {
                sit_down(
                    beside(disk, places, path, occasion)?.ok_or(error)?,
                    occasion,
                    name,
                )
            }
            Err(error) => Err(error),
        }
    }

    /// Returns the seat this program writes from.
    pub const fn seat(&self) -> Seat {
        self.ledger.seat
    }

    /// Tells whether this program leads.
    pub fn leads(&self) -> bool {
        self.session().leader() == self.seat()
    }

    /// Takes in the notes of somebody who wrote on another computer; they carry a letter here.
    ///
    /// A power cut in the middle leaves some of them out; merging again brings the rest.
    pub fn merge(&mut self, found: &Base, letter: char) -> Result<Merge, StoreError> {
        let mut writing = self.journal.begin()?;
        self.ledger.take(&self.disk, &writing.take_news())?;
        let seat = self.ledger.seat;
        let merge = merge::merge(&self.ledger.session, found, letter, seat);
        let entries = self.ledger.number(seat, self.now, merge.events.clone());
        let payloads: Vec<String> = entries.iter().map(log::payload).collect();
        if !payloads.is_empty() {
            writing.write(&payloads)?;
        }
        for entry in &entries {
            self.ledger.session.apply(entry);
        }
        Ok(merge)
    }

    /// Returns the seats somebody sits on right now, this one among them.
    pub fn here(&self) -> Result<Vec<Seat>, StoreError> {
        seats::here(&self.disk, self.state_dir())
    }

    /// Takes or leaves the lock of the leading program, as the journal says. Never while the journal's lock is held.
    pub(super) fn settle_lead(&mut self) {
        if !self.leads() {
            self.lead = None;
        } else if self.lead.is_none() {
            // Where the program that led before is still at something, the next look tries again.
            self.lead = LeadLock::take(&self.disk, &self.ledger.dir, self.pid).ok();
        }
    }
}

/// Reads a session that another program leads; nothing where that one has not begun the journal yet.
fn beside<D: Disk>(
    disk: D,
    places: &Places,
    path: &Path,
    occasion: &Occasion,
) -> Result<Option<Opened<D>>, OpenError> {
    let path = disk.real_path(path);
    let id = match find(&disk, places, &path, &occasion.unsaid)? {
        Target::File { id, .. } | Target::Lost { id, .. } => id,
        Target::Plan(_) => return Ok(None),
    };
    let dir = places.state_of(&id);
    let (journal, news) = Journal::open(disk.clone(), &dir)?;
    let log = Log::read(&news.lines);
    let Some(ground) = log.ground() else {
        return Ok(None);
    };
    let base = log::read_base(&disk, &dir, ground, &id)?;
    let notices = (log.newer > 0).then_some(Notice::Newer(log.newer));
    let session = log.fold(base, u64::MAX);
    let store = SessionStore {
        path,
        journal,
        ledger: Ledger::new(&dir, session, &log),
        on_disk: None,
        behind: false,
        unsaid: occasion.unsaid.clone(),
        now: occasion.now,
        notices: Vec::new(),
        lead: None,
        sits: None,
        pid: occasion.pid,
        disk,
    };
    Ok(Some(Opened {
        store,
        notices: notices.into_iter().collect(),
        line: HalfTyped::default(),
    }))
}

/// Finds a free seat, and says in the journal who sits there where that is news.
fn sit_down<D: Disk>(
    mut opened: Opened<D>,
    occasion: &Occasion,
    name: Option<&SafeText>,
) -> Result<Opened<D>, OpenError> {
    let store = &mut opened.store;
    store.sits = None;
    let known = candidates(store.session(), name);
    let first = store.session().seats().keys().next_back();
    let mut fresh = first.copied().unwrap_or_default().max(Seat::LEAD);
    for seat in known {
        if store.take_seat(seat)? {
            break;
        }
    }
    while store.sits.is_none() {
        fresh = Seat(fresh.0.saturating_add(1));
        store.take_seat(fresh)?;
    }
    let seat = store.seat();
    let session = store.session();
    let said = session.seats().get(&seat);
    if said.is_none_or(|said| said.name.as_ref() != name) {
        store.append(Draft {
            ticket: 0,
            seat,
            wall: occasion.now,
            event: Event::Seated {
                hand: Hand::Writes,
                name: name.cloned(),
            },
        })?;
    }
    opened.line = store.kept_line();
    Ok(opened)
}

impl<D: Disk> SessionStore<D> {
    /// Sits down on a seat where it is free.
    pub(super) fn take_seat(&mut self, seat: Seat) -> Result<bool, StoreError> {
        self.sits = SeatLock::take(&self.disk, &self.ledger.dir, seat, self.pid)?;
        if self.sits.is_some() {
            self.ledger.seat = seat;
        }
        Ok(self.sits.is_some())
    }
}

/// Returns the seats on which somebody of that name wrote before, but for the leading one.
fn candidates(session: &Session, name: Option<&SafeText>) -> Vec<Seat> {
    let leader = session.leader();
    let seats = session.seats().iter();
    seats
        .filter(|(seat, sitting)| {
            **seat != leader
                && **seat != Seat::LEAD
                && sitting.hand == Hand::Writes
                && sitting.name.as_ref() == name
        })
        .map(|(seat, _)| *seat)
        .collect()
}
