//! One session on this machine: base and journal are the state, the RON file is what they publish.
//!
//! ```text
//! state/<id>/base-<sha>.ron   the ground: the file as it was when the journal began
//! state/<id>/journal-<n>      Opened(sha), entries, Snap(sha of the file's body as written)
//! state/<id>/path             where the file lies, to follow a moved one and to know a copy
//! NAME.ron                    the session as of some line of the journal
//! ```
//!
//! The journal is always right. The file is written after it and compared with it when the session is opened (see `opening`), so a power
//! cut between any two calls leaves at worst an older file, which is written again.

use std::path::{Path, PathBuf};

use crate::{
    domain::{Base, Draft, Entry, Event, Lasting, NoteEdit, NoteId, PlanPart, Session},
    format::{
        half_typed::HalfTyped,
        hand_edit,
        problem::Problem,
        session::{self, Kind, Snapshot, Unsaid},
    },
    store::{
        disk::{Disk, folder_of},
        draft,
        error::{StoreError, Trouble},
        files::{self, Backup},
        journal::{self, Journal},
        lead_lock::LeadLock,
        seats::SeatLock,
        sources::{self, Unread},
    },
    text::{Moment, clock, clock::Zone},
};

mod clearing;
mod judge;
mod ledger;
mod log;
mod notice;
mod opening;
mod peek;
mod room;

use judge::Verdict;
use ledger::Ledger;
use log::{Log, Print};

pub use ledger::Arrived;
pub use notice::{Notice, OpenError};
pub use opening::{Occasion, Opened};
pub(super) use peek::is_led;
pub use peek::{Peeked, look, peek};

/// A session that this program writes, leading it or beside who does.
#[derive(Debug)]
pub struct SessionStore<D: Disk> {
    disk: D,
    path: PathBuf,
    journal: Journal<D>,
    ledger: Ledger,
    /// The file's text when it last said what the journal says; none where it must be written.
    on_disk: Option<Print>,
    /// The file is an older one, and is to be written soon.
    behind: bool,
    /// What to take files without zone and language for.
    unsaid: Unsaid,
    /// The latest instant heard of, for the names of kept files.
    now: Moment,
    notices: Vec<Notice>,
    /// The right to bring file and journal together, while this program leads.
    lead: Option<LeadLock<D>>,
    sits: Option<SeatLock<D>>,
    pid: u32,
}

impl<D: Disk> SessionStore<D> {
    /// Returns the session as the journal has it.
    pub const fn session(&self) -> &Session {
        &self.ledger.session
    }

    /// Tells whether the file was left as an older one at opening: whoever opened it publishes as soon as the screen stands.
    pub const fn is_behind(&self) -> bool {
        self.behind
    }

    /// Returns where the session file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the folder of the session's journal, locks and drafts.
    pub fn state_dir(&self) -> &Path {
        &self.ledger.dir
    }

    /// Writes a draft and returns it as an entry, which the disk has; none where somebody moved the agenda since it was decided, or where
    /// this seat may not do such a thing any more.
    ///
    /// On an error the draft can be given again: where its line is in the journal after all, that one is returned.
    pub fn append(&mut self, draft: Draft) -> Result<Option<Entry>, StoreError> {
        let answer = self.write_draft(draft);
        self.settle_lead();
        answer
    }

    fn write_draft(&mut self, draft: Draft) -> Result<Option<Entry>, StoreError> {
        self.now = self.now.max(draft.wall);
        let mut writing = self.journal.begin()?;
        self.ledger.take(&self.disk, &writing.take_news())?;
        // No window writes in another's name.
        let (seat, wall) = (self.ledger.seat, draft.wall);
        if let Some(entry) = self.ledger.was_written(seat, wall, &draft.event).cloned() {
            writing.write(&[])?;
            self.ledger.unanswered.retain(|known| known.id != entry.id);
            return Ok(Some(entry));
        }
        if !self.ledger.may_stand(&draft.event) {
            return Ok(None);
        }
        let mut entries = self.ledger.number(seat, wall, vec![draft.event]);
        let entry = entries.pop().expect("one event makes one entry");
        writing.write(&[log::payload(&entry)])?;
        self.ledger.session.apply(&entry);
        Ok(Some(entry))
    }

    /// Reads what other windows wrote since the last call; all news of calls in between is in it.
    pub fn poll(&mut self) -> Result<Arrived, StoreError> {
        self.catch_up()?;
        Ok(self.take_arrived())
    }

    fn catch_up(&mut self) -> Result<(), StoreError> {
        let news = self.journal.poll()?;
        self.ledger.take(&self.disk, &news)?;
        self.settle_lead();
        Ok(())
    }

    /// Hands over what other windows wrote and what was taken in from the file, as far as it was read; asks no disk.
    ///
    /// After every append, publish and erase there may be something: whoever shows the session folds it.
    pub fn take_arrived(&mut self) -> Arrived {
        std::mem::take(&mut self.ledger.arrived)
    }

    /// Hands over what there is to say about the session's files.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }

    /// Writes the session file, where it does not say everything yet.
    ///
    /// Beside a program that leads this does nothing: that one writes the file. Where none leads, whoever writes last does it.
    pub fn publish(&mut self) -> Result<(), StoreError> {
        self.catch_up()?;
        let _brief = match &self.lead {
            Some(_lead) => None,
            None => match LeadLock::for_a_moment(&self.disk, &self.ledger.dir)? {
                None => return Ok(()),
                brief => brief,
            },
        };
        self.take_in_edits()?;
        self.write_file(Backup::Keep)
    }

    /// Reads the files that charts take their values from, and returns the charts whose files could not be read.
    ///
    /// What was read is in the session and among what arrived. That a file was read is no sign that the dialogue went on.
    pub fn read_sources(&mut self) -> Result<Vec<Unread>, StoreError> {
        if !self.leads() {
            return Ok(Vec::new());
        }
        let (charts, unread) = sources::refresh(&self.disk, &self.path, self.session());
        for chart in charts {
            let draft = Draft {
                ticket: 0,
                seat: self.seat(),
                wall: self.session().last_wall().unwrap_or(self.now),
                event: Event::Planned(PlanPart::Read(Box::new(chart))),
            };
            if let Some(entry) = self.append(draft)? {
                self.ledger.arrive(vec![entry]);
            }
        }
        Ok(unread)
    }

    /// Takes in what the other sessions of the series say: what they left open, as long as nothing has begun here, and the numbers they gave.
    ///
    /// That it was looked up is no sign that the dialogue went on.
    pub fn carry(&mut self, carried: Vec<Lasting>, given: Vec<NoteId>) -> Result<(), StoreError> {
        let session = self.session();
        let mut events = Vec::new();
        if session.timeline().began().is_none() && session.plan().carried != carried {
            events.push(Event::Planned(PlanPart::Carried(carried)));
        }
        if given
            .iter()
            .any(|id| session.next_number(id.letter) <= id.number)
        {
            events.push(Event::GivenElsewhere(given));
        }
        for event in events {
            let draft = Draft {
                ticket: 0,
                seat: self.seat(),
                wall: self.session().last_wall().unwrap_or(self.now),
                event,
            };
            if let Some(entry) = self.append(draft)? {
                self.ledger.arrive(vec![entry]);
            }
        }
        Ok(())
    }

    /// Changes a part of the plan from outside the leading window, and writes the session file.
    pub fn change_plan(&mut self, part: PlanPart, now: Moment) -> Result<(), StoreError> {
        self.write_quietly(Event::Planned(part), now)
    }

    /// Changes a note from outside the leading window, and writes the session file.
    ///
    /// In a session that was left open it counts as done when that was last heard of: weeks later nobody sat there still.
    pub fn edit(
        &mut self,
        note: NoteId,
        edits: Vec<NoteEdit>,
        now: Moment,
    ) -> Result<(), StoreError> {
        self.write_quietly(Event::NoteEdited { id: note, edits }, now)
    }

    fn write_quietly(&mut self, event: Event, now: Moment) -> Result<(), StoreError> {
        let timeline = self.session().timeline();
        let left_open = timeline.began().is_some() && timeline.closed.is_none();
        let last = self.session().last_wall().filter(|_last| left_open);
        let draft = Draft {
            ticket: 0,
            seat: self.seat(),
            wall: last.unwrap_or(now),
            event,
        };
        self.append(draft)?;
        self.publish()
    }

    /// Keeps the half-typed line; an empty one is forgotten.
    pub fn keep_line(&self, line: &HalfTyped) -> Result<(), StoreError> {
        draft::keep(&self.disk, self.state_dir(), self.seat(), line)
    }

    /// Returns the half-typed line of last time; one that cannot be read is none.
    fn kept_line(&self) -> HalfTyped {
        draft::kept(&self.disk, self.state_dir(), self.seat()).unwrap_or_default()
    }

    /// Removes a note for good: its words stand in no file of ours afterwards.
    ///
    /// On an error the note is gone from the session all the same once its journal was rewritten; calling again removes what is left.
    pub fn erase(&mut self, note: NoteId) -> Result<(), StoreError> {
        self.must_lead()?;
        let mut writing = self.journal.begin()?;
        self.ledger.take(&self.disk, &writing.take_news())?;
        let mut base = self.ledger.session.base().clone();
        for (_, at, body) in base.notes.iter_mut().filter(|(id, ..)| *id == note) {
            (*at, *body) = (Moment::default(), None);
        }
        let ground = log::write_base(&self.disk, &self.ledger.dir, &base)?;
        let erased = vec![Event::Erased(note)];
        let entries = self.ledger.number(self.ledger.seat, self.now, erased);
        let more: Vec<String> = entries.iter().map(log::payload).collect();
        writing.rewrite(|line| log::without_note(line, note, &ground), &more)?;
        drop(writing);
        let (_, news) = journal::read(&self.disk, &self.ledger.dir)?;
        self.ledger.rebuild(&self.disk, &Log::read(&news.lines))?;
        draft::change_all(&self.disk, &self.ledger.dir, |half| {
            let rewritten = half.rewritten.take_if(|rewritten| rewritten.id == note);
            rewritten.is_some()
        })?;
        self.finish_erasing()
    }

    /// Forgets who was heard, once the dialogue is closed: the log keeps how many perspectives were heard in each stage, and no digit.
    ///
    /// Whoever leads does it when they leave, and otherwise the next opening.
    pub fn forget_marks(&mut self) -> Result<(), StoreError> {
        if self.lead.is_none() || !self.session().remembers_marks() {
            return Ok(());
        }
        let mut writing = self.journal.begin()?;
        self.ledger.take(&self.disk, &writing.take_news())?;
        let session = &self.ledger.session;
        if !session.remembers_marks() {
            return Ok(());
        }
        let counted = vec![Event::MarksForgotten(session.heard())];
        let wall = session.last_wall().unwrap_or(self.now);
        let entries = self.ledger.number(self.ledger.seat, wall, counted);
        let more: Vec<String> = entries.iter().map(log::payload).collect();
        writing.rewrite(log::without_mark, &more)?;
        drop(writing);
        let (_, news) = journal::read(&self.disk, &self.ledger.dir)?;
        self.ledger.rebuild(&self.disk, &Log::read(&news.lines))?;
        self.journal.tidy();
        Ok(())
    }

    /// Removes every file that may still hold what was removed for good.
    fn finish_erasing(&mut self) -> Result<(), StoreError> {
        self.journal.purge()?;
        self.remove_other_bases()?;
        let folder = folder_of(&self.path).to_owned();
        let name = self.path.file_name().unwrap_or_default();
        let name = name.to_string_lossy().into_owned();
        for path in self.disk.list(&folder)? {
            let other = path.file_name().unwrap_or_default().to_string_lossy();
            let backup = other.strip_suffix(".bak") == Some(name.as_str());
            if backup || is_kept_copy(&other, &name) {
                self.disk.remove_if_there(&path)?;
            }
        }
        self.disk.sync_dir(&folder)?;
        // Its mark in the journal says that all of this is done; without it the next opening does it again.
        self.write_file(Backup::None)
    }

    fn remove_other_bases(&self) -> Result<(), StoreError> {
        let (_, news) = journal::read(&self.disk, &self.ledger.dir)?;
        let log = Log::read(&news.lines);
        let current = log
            .ground()
            .map(|sha| log::base_path(&self.ledger.dir, sha));
        for path in self.disk.list(&self.ledger.dir)? {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with("base-") && Some(&path) != current.as_ref() {
                self.disk.remove_if_there(&path)?;
            }
        }
        Ok(())
    }

    /// Writes the file and notes its hash in the journal. A power cut between the two is told at the next opening by the file's own number.
    fn write_file(&mut self, backup: Backup) -> Result<(), StoreError> {
        let mut writing = self.journal.begin()?;
        self.ledger.take(&self.disk, &writing.take_news())?;
        let place = writing.place();
        let base = session::published(&self.ledger.session);
        let snapshot = Snapshot {
            generation: u64::from(place.generation),
            seq: place.link.seq,
        };
        let text = session::write(&base, Kind::Session, Some(snapshot));
        let sha = session::body_sha(&text).expect("what is written says the hash of its body");
        let there = self.on_disk.is_some() && !self.behind;
        if there && backup == Backup::Keep && self.ledger.published.as_deref() == Some(&sha) {
            return Ok(());
        }
        self.disk.make_dir(folder_of(&self.path))?;
        files::write_atomic(&self.disk, &self.path, text.as_bytes(), backup)?;
        self.on_disk = Some(Print::of(&text));
        self.behind = false;
        writing.write(&[log::snap(&sha)])?;
        self.ledger.published = Some(sha);
        Ok(())
    }

    /// Takes in what a person changed in the file while it was open here, so that writing it does not throw that away.
    fn take_in_edits(&mut self) -> Result<(), StoreError> {
        let text = match files::read_text(&self.disk, &self.path) {
            Ok(text) => text,
            Err(error) if error.is_missing() => {
                self.on_disk = None;
                return Ok(());
            }
            Err(error) if matches!(error.trouble, Trouble::NotText { .. }) => {
                return self.set_damaged_aside(None);
            }
            Err(error) => return Err(error),
        };
        if self.on_disk == Some(Print::of(&text)) {
            return Ok(());
        }
        let name = self.path.to_string_lossy().into_owned();
        match session::read_with(&name, &text, &self.unsaid) {
            Ok(file) => {
                let (_, news) = journal::read(&self.disk, &self.ledger.dir)?;
                let base = self.ledger.session.base().clone();
                match judge::judge(&Log::read(&news.lines), &base, &text, &file) {
                    // In the middle of a session nothing is thrown away for another machine's file either.
                    Verdict::Edited(published) | Verdict::Foreign(published) => {
                        self.take_in(&published, &file.base, &text)
                    }
                    // An older file of ours, or one that says nothing else, is written anew.
                    Verdict::Current | Verdict::Stale => {
                        self.on_disk = None;
                        Ok(())
                    }
                }
            }
            Err(problem) => self.set_damaged_aside(Some(Box::new(problem))),
        }
    }

    fn set_damaged_aside(&mut self, problem: Option<Box<Problem>>) -> Result<(), StoreError> {
        let kept = self.set_aside("damaged")?;
        self.on_disk = None;
        self.notices.push(Notice::Damaged { kept, problem });
        Ok(())
    }

    /// Writes what turns one text of the session into another as entries of the leading seat, and keeps the file as found.
    fn take_in(&mut self, published: &Base, found: &Base, text: &str) -> Result<(), StoreError> {
        let kept = self.set_aside("edited")?;
        let mut writing = self.journal.begin()?;
        self.ledger.take(&self.disk, &writing.take_news())?;
        let session = &self.ledger.session;
        let mut changes = hand_edit::diff(published, found, session.agenda_head());
        // What was removed for good does not come back with an old copy of the file.
        let erased = |id: &NoteId| session.note(*id).is_some_and(|note| note.erased);
        changes
            .events
            .retain(|event| !matches!(event, Event::NoteEdited { id, .. } if erased(id)));
        // An edit of the file is no sign that the dialogue went on: it must not move the end of one that somebody forgot to close.
        let wall = session.last_wall().unwrap_or(self.now);
        let entries = self.ledger.number(session.leader(), wall, changes.events);
        let mut payloads: Vec<String> = entries.iter().map(log::payload).collect();
        payloads.push(log::taken(text));
        writing.write_as_one(&payloads)?;
        for entry in &entries {
            self.ledger.session.apply(entry);
        }
        self.on_disk = None;
        self.notices.push(Notice::Edited {
            kept,
            changes: entries.len(),
            left: changes.left,
        });
        self.ledger.arrive(entries);
        Ok(())
    }

    /// Gives the file as found a second name with the time in it; the next write leaves that one alone.
    fn set_aside(&self, why: &str) -> Result<PathBuf, StoreError> {
        let time = stamp(self.now, &self.ledger.session.plan().zone);
        let mut kept = kept_path(&self.path, why, &time);
        let mut again = 1;
        while self.disk.exists(&kept)? {
            again += 1;
            kept = kept_path(&self.path, why, &format!("{time}-{again}"));
        }
        self.disk.link(&self.path, &kept)?;
        self.disk.sync_dir(folder_of(&kept))?;
        Ok(kept)
    }
}

/// Returns `NAME.edited-20261117-092814.ron` for `NAME.ron`: it sorts beside the file and opens in the same editor.
fn kept_path(path: &Path, why: &str, time: &str) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}.{why}-{time}.ron"))
}

/// Tells whether a file of this name is a kept copy of the session file of that name.
fn is_kept_copy(other: &str, name: &str) -> bool {
    let stem = name.strip_suffix(".ron").unwrap_or(name);
    other.strip_suffix(".ron").is_some_and(|other| {
        other
            .strip_prefix(stem)
            .is_some_and(|rest| rest.starts_with(".edited-") || rest.starts_with(".damaged-"))
    })
}

/// Returns a time as it stands in file names.
fn stamp(at: Moment, zone: &Zone) -> String {
    let date = clock::date(at, zone).replace('-', "");
    format!("{date}-{}", clock::hhmmss(at, zone).replace(':', ""))
}

#[cfg(test)]
mod tests;
