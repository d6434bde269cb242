//! Opening a session: journal and file are brought together, whatever happened to either since the last time.
//!
//! | file | journal | then |
//! |---|---|---|
//! | as last written, or older | there | the journal is right; the file is written again where it is older |
//! | changed by a person | there | the changes become entries of the leading seat, the file as found is kept |
//! | gone, damaged | there | written anew from the journal, the damaged file is kept |
//! | another machine's, nothing here unwritten | there | the file is the ground of a new journal, the old one is kept |
//! | there | none | the file is the ground |
//! | the same id at a second path | there | a copy: it gets an id of its own |

use std::path::{Path, PathBuf};

use crate::{
    domain::{Base, Entry, Event, Seat, Session, SessionId},
    format::{
        half_typed::HalfTyped,
        problem::{Fault as Wrong, Problem},
        record::{Fault, Gap},
        session::{self, Kind, SessionFile, Unsaid, body_sha},
    },
    store::{
        disk::Disk,
        error::{Act, StoreError, Trouble},
        files::{self, Backup},
        journal::{Journal, News},
        lead_lock::LeadLock,
        library,
        places::Places,
        session_store::{
            Notice, OpenError, SessionStore,
            judge::{self, Verdict},
            ledger::Ledger,
            log::{self, Log, Print},
            stamp,
        },
    },
    text::Moment,
};

/// What comes from outside when a session is opened: time, randomness, the machine.
#[derive(Clone, Debug)]
pub struct Occasion {
    /// Now.
    pub now: Moment,
    /// An id that no session has, for a copy or a new session.
    pub fresh_id: SessionId,
    /// What a file is taken to mean where it does not say.
    pub unsaid: Unsaid,
    /// This process, for the message in another window.
    pub pid: u32,
}

/// A session that was opened to be led.
#[derive(Debug)]
pub struct Opened<D: Disk> {
    /// What writes it.
    pub store: SessionStore<D>,
    /// What there is to say.
    pub notices: Vec<Notice>,
    /// The half-typed line of last time.
    pub line: HalfTyped,
}

impl<D: Disk> Opened<D> {
    /// Returns the session as it is now.
    pub const fn session(&self) -> &Session {
        self.store.session()
    }
}

/// What lies at a path.
pub(super) enum Target {
    /// A template, or a plan without an id.
    Plan(Box<SessionFile>),
    /// A session's file. It is read when it has to be.
    File { id: SessionId, text: String },
    /// Nothing that can be read, but a log knows that a session's file was here.
    Lost { id: SessionId, why: Lost },
}

/// Why a file is lost.
pub(super) enum Lost {
    Missing,
    Damaged(Option<Box<Problem>>),
}

impl<D: Disk> SessionStore<D> {
    /// Opens a session to lead it. A template, or a plan without an id, becomes a new session in the library.
    pub fn open(
        disk: D,
        places: &Places,
        path: &Path,
        occasion: &Occasion,
    ) -> Result<Opened<D>, OpenError> {
        let mut opener = Opener {
            path: disk.real_path(path),
            disk,
            places,
            occasion,
            notices: Vec::new(),
        };
        let mut target = find(&opener.disk, places, &opener.path, &occasion.unsaid)?;
        if let Target::Plan(file) = target {
            let mut base = file.base;
            library::anchor(&mut base, &opener.path);
            let to = library::make_session(&opener.disk, places, base, occasion)?;
            let from = std::mem::replace(&mut opener.path, to.clone());
            opener.notices.push(Notice::Made { from, to });
            target = find(&opener.disk, places, &opener.path, &occasion.unsaid)?;
        }
        opener.open(target)
    }
}

/// Finds out what lies at a path.
pub(super) fn find<D: Disk>(
    disk: &D,
    places: &Places,
    path: &Path,
    unsaid: &Unsaid,
) -> Result<Target, OpenError> {
    let text = match files::read_text(disk, path) {
        Ok(text) => text,
        Err(error) => {
            let why = match error.trouble {
                Trouble::Missing => Lost::Missing,
                Trouble::NotText { .. } => Lost::Damaged(None),
                _ => return Err(error.into()),
            };
            return match known_at(disk, places, path)? {
                Some(id) => Ok(Target::Lost { id, why }),
                None => Err(error.into()),
            };
        }
    };
    if let Some(id) = judge::said_id(&text) {
        return Ok(Target::File { id, text });
    }
    match read_file(path, &text, unsaid) {
        Ok(file) => match file.id.clone().filter(|_id| file.kind == Kind::Session) {
            Some(id) => Ok(Target::File { id, text }),
            None => Ok(Target::Plan(Box::new(file))),
        },
        Err(error) => lost(disk, places, path, error),
    }
}

/// Decides about a file that cannot be read: it is damaged where a log knows it, else the error stands.
fn lost<D: Disk>(
    disk: &D,
    places: &Places,
    path: &Path,
    error: OpenError,
) -> Result<Target, OpenError> {
    let id = known_at(disk, places, path)?;
    match (error, id) {
        (OpenError::File { problem, .. }, Some(id)) if !is_newer(&problem) => {
            let why = Lost::Damaged(Some(problem));
            Ok(Target::Lost { id, why })
        }
        (error, _) => Err(error),
    }
}

/// Tells whether a newer version wrote the file: then it is not damaged, and must be left alone.
pub(super) const fn is_newer(problem: &Problem) -> bool {
    matches!(problem.fault, Wrong::Newer { .. })
}

pub(super) fn read_file(
    path: &Path,
    text: &str,
    unsaid: &Unsaid,
) -> Result<SessionFile, OpenError> {
    session::read_with(&path.to_string_lossy(), text, unsaid).map_err(|problem| OpenError::File {
        problem: Box::new(problem),
        text: text.to_owned(),
    })
}

/// Finds the session whose file was last seen at a path.
fn known_at<D: Disk>(
    disk: &D,
    places: &Places,
    path: &Path,
) -> Result<Option<SessionId>, StoreError> {
    for dir in disk.list(&places.state)? {
        let recorded = Recorded::read(disk, &dir);
        if let Some(recorded) = recorded.filter(|recorded| recorded.path == path) {
            return Ok(Some(recorded.id));
        }
    }
    Ok(None)
}

/// Where a session's file was last seen: two lines in its state folder.
pub(super) struct Recorded {
    pub(super) id: SessionId,
    pub(super) path: PathBuf,
}

impl Recorded {
    pub(super) fn read<D: Disk>(disk: &D, state_dir: &Path) -> Option<Self> {
        let text = files::read_text(disk, &state_dir.join("path")).ok()?;
        let (id, path) = text.split_once('\n')?;
        Some(Self {
            id: SessionId(id.to_owned()),
            path: PathBuf::from(path),
        })
    }

    fn write<D: Disk>(&self, disk: &D, state_dir: &Path) -> Result<(), StoreError> {
        // A path that is no Unicode cannot be followed; everything else works the same.
        let Some(path) = self.path.to_str() else {
            return Ok(());
        };
        let text = format!("{}\n{path}", self.id);
        let file = state_dir.join("path");
        files::write_atomic(disk, &file, text.as_bytes(), Backup::None)
    }

    /// Tells whether the file that was last seen is still there and still this session.
    pub(super) fn stands<D: Disk>(&self, disk: &D) -> bool {
        let text = files::read_text(disk, &self.path).ok();
        text.is_some_and(|text| {
            let id = judge::said_id(&text).or_else(|| {
                let file = session::read(&self.path.to_string_lossy(), &text);
                file.ok().and_then(|file| file.id)
            });
            id.as_ref() == Some(&self.id)
        })
    }
}

struct Opener<'a, D: Disk> {
    disk: D,
    places: &'a Places,
    path: PathBuf,
    occasion: &'a Occasion,
    notices: Vec<Notice>,
}

/// What was opened before file and journal are compared.
struct Parts<D: Disk> {
    id: SessionId,
    dir: PathBuf,
    lead: LeadLock<D>,
    journal: Journal<D>,
    log: Log,
}

impl<D: Disk> Opener<'_, D> {
    fn open(mut self, target: Target) -> Result<Opened<D>, OpenError> {
        let (id, text, lost) = match target {
            Target::File { id, text } => (id, Some(text), None),
            Target::Lost { id, why } => (id, None, Some(why)),
            Target::Plan(_) => unreachable!("a plan has become a session before"),
        };
        let mut dir = self.places.state_of(&id);
        let recorded = Recorded::read(&self.disk, &dir);
        let elsewhere = recorded.as_ref().filter(|known| known.path != self.path);
        let mut owner = id;
        let mut copy = false;
        if let Some(known) = elsewhere {
            copy = known.stands(&self.disk);
            if copy {
                owner = self.occasion.fresh_id.clone();
                dir = self.places.state_of(&owner);
                self.notices.push(Notice::Copied {
                    of: known.path.clone(),
                });
            } else {
                self.notices.push(Notice::Moved {
                    from: known.path.clone(),
                });
            }
        }
        let lead = LeadLock::take(&self.disk, &dir, self.occasion.pid)?;
        let (mut journal, news) = Journal::open(self.disk.clone(), &dir)?;
        let log = Log::read(&news.lines);
        self.tell_damage(&mut journal, &news)?;
        if log.newer > 0 {
            self.notices.push(Notice::Newer(log.newer));
        }
        let parts = Parts {
            id: owner.clone(),
            dir: dir.clone(),
            lead,
            journal,
            log,
        };
        let mut store = match &text {
            Some(text) => self.with_file(parts, text)?,
            None => self.without_file(parts)?,
        };
        let seat = store.session().leader();
        if !store.take_seat(seat)? {
            // It took over and still waits for the lock, which the program before held until now.
            let path = dir.join("lead.lock");
            let held = Trouble::Held { pid: None };
            return Err(StoreError::new(&path, Act::Lock, held).into());
        }
        if recorded.is_none_or(|known| known.path != self.path) || copy {
            let path = self.path.clone();
            Recorded { id: owner, path }.write(&self.disk, &dir)?;
        }
        match lost {
            Some(Lost::Missing) => self.notices.push(Notice::Missing),
            Some(Lost::Damaged(problem)) => store.set_damaged_aside(problem)?,
            None => {}
        }
        Ok(self.finish(store))
    }

    fn finish(mut self, mut store: SessionStore<D>) -> Opened<D> {
        if store.on_disk.is_none() {
            // Every entry is safe in the journal; a folder that cannot be written to must not keep a dialogue from going on.
            if let Err(error) = store.write_file(Backup::Keep) {
                self.notices.push(Notice::NotWritten(error));
            }
        }
        // Where it fails the next opening does it; nobody has to know.
        drop(store.forget_marks());
        self.notices.append(&mut store.notices);
        store.ledger.arrived = super::Arrived::default();
        let line = store.kept_line();
        Opened {
            notices: self.notices,
            line,
            store,
        }
    }

    /// Says what is damaged in the log, keeps the damaged file, and goes on with what validates.
    fn tell_damage(&mut self, journal: &mut Journal<D>, news: &News) -> Result<(), StoreError> {
        let loss = |gap: &&Gap| gap.fault.is_loss();
        let Some(first) = news.gaps.iter().find(loss).copied() else {
            return Ok(());
        };
        let missing = news.gaps.iter().map(|gap| match gap.fault {
            Fault::Broken { missing } => missing,
            _ => 0,
        });
        let time = stamp(self.occasion.now, &self.occasion.unsaid.zone);
        let kept = journal.path().with_extension(format!("damaged-{time}"));
        self.notices.push(Notice::LogDamaged {
            kept,
            at: (first.offset, first.line),
            missing: missing.sum(),
        });
        journal.begin()?.set_damaged_aside(&time).map(|_saved| ())
    }

    fn store(&self, parts: Parts<D>, session: Session) -> SessionStore<D> {
        SessionStore {
            disk: self.disk.clone(),
            path: self.path.clone(),
            journal: parts.journal,
            ledger: Ledger::new(&parts.dir, session, &parts.log),
            on_disk: None,
            behind: false,
            unsaid: self.occasion.unsaid.clone(),
            now: self.occasion.now,
            notices: Vec::new(),
            lead: Some(parts.lead),
            sits: None,
            pid: self.occasion.pid,
        }
    }

    /// The file cannot be read: the journal alone says what was.
    fn without_file(&self, parts: Parts<D>) -> Result<SessionStore<D>, OpenError> {
        let ground = parts.log.ground().unwrap_or_default();
        let base = log::read_base(&self.disk, &parts.dir, ground, &parts.id)?;
        let session = parts.log.fold(base, u64::MAX);
        Ok(self.store(parts, session))
    }

    fn with_file(&mut self, parts: Parts<D>, text: &str) -> Result<SessionStore<D>, OpenError> {
        if parts.log.entries.is_empty() {
            let file = read_file(&self.path, text, &self.occasion.unsaid)?;
            return self.on_new_ground(parts, file, text);
        }
        let ground = parts.log.ground().unwrap_or_default();
        let base = match log::read_base(&self.disk, &parts.dir, ground, &parts.id) {
            Ok(base) => base,
            Err(_gone) => {
                let file = read_file(&self.path, text, &self.occasion.unsaid)?;
                return self.on_lost_ground(parts, file, text);
            }
        };
        let (verdict, found) = match judge::at_a_glance(&parts.log, text) {
            Some(verdict) => (verdict, None),
            None => match read_file(&self.path, text, &self.occasion.unsaid) {
                Ok(file) => (judge::judge(&parts.log, &base, text, &file), Some(file)),
                Err(OpenError::File { problem, .. }) if !is_newer(&problem) => {
                    let session = parts.log.fold(base, u64::MAX);
                    let mut store = self.store(parts, session);
                    store.set_damaged_aside(Some(problem))?;
                    return Ok(store);
                }
                Err(error) => return Err(error),
            },
        };
        if let (Verdict::Foreign(_), Some(file)) = (&verdict, &found) {
            self.notices.push(Notice::Elsewhere);
            return self.on_new_ground(parts, file.clone(), text);
        }
        let erased = parts.log.may_be_held();
        // An older file of this log's own making can wait: its journal has everything, and whoever leads is to see the dialogue first.
        let print = Print::of(text);
        let behind =
            verdict == Verdict::Stale && found.is_none() && parts.log.took(print).is_none();
        let session = parts.log.fold(base, u64::MAX);
        let mut store = self.store(parts, session);
        match (verdict, found) {
            (Verdict::Current, _) => store.on_disk = Some(print),
            (Verdict::Stale, _) if behind => (store.on_disk, store.behind) = (Some(print), true),
            (Verdict::Edited(before), Some(file)) => store.take_in(&before, &file.base, text)?,
            _ => {}
        }
        if erased {
            store.finish_erasing()?;
        }
        Ok(store)
    }

    /// Begins a journal on what the file says.
    fn on_new_ground(
        &self,
        parts: Parts<D>,
        file: SessionFile,
        text: &str,
    ) -> Result<SessionStore<D>, OpenError> {
        let untouched = file.body_sha256.is_some() && !file.edited_by_hand(text);
        let same_name = file.id.as_ref() == Some(&parts.id);
        let base = ground_of(file, &parts.id);
        let mut store = self.begin(parts, base, text, &[])?;
        if untouched && same_name {
            // The file says all there is. It is first written when something has happened.
            store.on_disk = Some(Print::of(text));
            store.ledger.published = body_sha(text);
        }
        Ok(store)
    }

    /// Goes on from the file where the ground of the journal is gone: what came after the file was written is kept.
    fn on_lost_ground(
        &mut self,
        mut parts: Parts<D>,
        file: SessionFile,
        text: &str,
    ) -> Result<SessionStore<D>, OpenError> {
        self.notices.push(Notice::GroundLost);
        let known = file.snapshot.map_or(u64::MAX, |snapshot| snapshot.seq);
        let log = std::mem::take(&mut parts.log);
        let rank = |entry: &Entry| matches!(entry.event, Event::Seated { .. } | Event::Led { .. });
        let later = log.entries.into_iter();
        let later = later.filter(|(seq, entry)| *seq > known || rank(entry));
        let later: Vec<Entry> = later.map(|(_, entry)| *entry).collect();
        let base = ground_of(file, &parts.id);
        self.begin(parts, base, text, &later)
    }

    /// Writes a base and a journal that begins on it. The base has a name of its own, so that until the journal is in its place the old
    /// pair is whole, and afterwards the new one.
    fn begin(
        &self,
        mut parts: Parts<D>,
        base: Base,
        text: &str,
        later: &[Entry],
    ) -> Result<SessionStore<D>, OpenError> {
        let sha = log::write_base(&self.disk, &parts.dir, &base)?;
        let mut session = Session::on(base);
        // Opening a file that lay for days is no sign that the dialogue went on.
        let wall = last_heard(&session).unwrap_or(self.occasion.now);
        let ledger = Ledger::new(&parts.dir, session.clone(), &Log::default());
        let opened = ledger.number(Seat::LEAD, wall, vec![Event::Opened(sha)]);
        let mut payloads: Vec<String> = opened.iter().map(log::payload).collect();
        payloads.push(log::taken(text));
        payloads.extend(later.iter().map(log::payload));
        let time = stamp(self.occasion.now, &self.occasion.unsaid.zone);
        parts.journal.begin()?.begin_anew(&payloads, &time)?;
        for entry in opened.iter().chain(later) {
            session.apply(entry);
        }
        Ok(self.store(parts, session))
    }
}

/// Returns what a file says as the ground of a session.
fn ground_of(file: SessionFile, id: &SessionId) -> Base {
    let mut base = Base {
        id: id.clone(),
        ..file.base
    };
    session::number(&mut base);
    base
}

/// Returns the latest instant that a session says something of.
fn last_heard(session: &Session) -> Option<Moment> {
    let timeline = session.timeline();
    let visits = timeline
        .visits
        .iter()
        .map(|visit| visit.to.unwrap_or(visit.from));
    let notes = session.notes().map(|note| note.wall);
    visits.chain(notes).chain(timeline.closed).max()
}
