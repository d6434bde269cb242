//! A session as it is right now, without leading it: nothing is locked, nothing is written, a running program is not disturbed.

use std::path::Path;

use crate::{
    domain::{Base, Session, SessionId},
    format::{
        hand_edit,
        problem::Problem,
        session::{self, Kind, SessionFile, Unsaid},
    },
    store::{
        disk::Disk,
        error::StoreError,
        journal,
        lead_lock::LeadLock,
        places::Places,
        session_store::{
            OpenError,
            judge::{self, Verdict},
            ledger::Ledger,
            log::{self, Log},
            opening::{Lost, Recorded, Target, find, is_newer, read_file},
        },
    },
    text::Moment,
};

/// A session that was looked at.
#[derive(Clone, Debug)]
pub struct Peeked {
    /// The session.
    pub session: Session,
    /// What its file is for.
    pub kind: Kind,
    /// Some program leads it right now.
    pub running: bool,
    /// It is read from its file alone.
    alone: bool,
    /// What is wrong in the file, where the log says the session in its place.
    pub problem: Option<Box<Problem>>,
}

/// Reads a session: what its journal says, with what a person changed in the file since.
pub fn peek<D: Disk>(
    disk: &D,
    places: &Places,
    path: &Path,
    unsaid: &Unsaid,
) -> Result<Peeked, OpenError> {
    let mut peeked = look(disk, places, path, unsaid)?;
    let dir = places.state_of(peeked.session.id());
    peeked.running = !peeked.alone && is_led(disk, &dir);
    Ok(peeked)
}

/// Does the same without asking whether it is led, which takes a lock for a moment: nothing at all is written.
pub fn look<D: Disk>(
    disk: &D,
    places: &Places,
    path: &Path,
    unsaid: &Unsaid,
) -> Result<Peeked, OpenError> {
    let path = disk.real_path(path);
    match find(disk, places, &path, unsaid)? {
        Target::Plan(file) => Ok(alone(*file)),
        Target::Lost { id, why } => {
            let problem = match why {
                Lost::Missing => None,
                Lost::Damaged(problem) => problem,
            };
            let dir = places.state_of(&id);
            let (log, base) = known(disk, &dir, &id)?;
            Ok(Peeked {
                session: log.fold(base, u64::MAX),
                kind: Kind::Session,
                running: false,
                alone: false,
                problem,
            })
        }
        Target::File { id, text } => {
            let dir = places.state_of(&id);
            let recorded = Recorded::read(disk, &dir);
            let copy = recorded.is_some_and(|known| known.path != path && known.stands(disk));
            let parts = known(disk, &dir, &id);
            let (Ok((log, base)), false) = (parts, copy) else {
                return read_file(&path, &text, unsaid).map(alone);
            };
            on_log(&log, base, || read_file(&path, &text, unsaid), &text)
        }
    }
}

/// Tells whether some program leads the session. Where that cannot be asked (a folder of somebody else's) it is still worth reading.
pub(in crate::store) fn is_led<D: Disk>(disk: &D, dir: &Path) -> bool {
    LeadLock::is_held(disk, dir).unwrap_or(false)
}

fn alone(file: SessionFile) -> Peeked {
    let mut base = file.base;
    session::number(&mut base);
    Peeked {
        session: Session::on(base),
        kind: file.kind,
        running: false,
        alone: true,
        problem: None,
    }
}

fn known<D: Disk>(disk: &D, dir: &Path, id: &SessionId) -> Result<(Log, Base), StoreError> {
    let (_, news) = journal::read(disk, dir)?;
    let log = Log::read(&news.lines);
    let base = log::read_base(disk, dir, log.ground().unwrap_or_default(), id)?;
    Ok((log, base))
}

fn on_log(
    log: &Log,
    base: Base,
    read: impl FnOnce() -> Result<SessionFile, OpenError>,
    text: &str,
) -> Result<Peeked, OpenError> {
    let mut problem = None;
    let mut session = None;
    if judge::at_a_glance(log, text).is_none() {
        match read() {
            Ok(file) => match judge::judge(log, &base, text, &file) {
                Verdict::Current | Verdict::Stale => {}
                Verdict::Foreign(_) => return Ok(alone(file)),
                Verdict::Edited(before) => {
                    session = Some(edited(
                        log.fold(base.clone(), u64::MAX),
                        &before,
                        &file.base,
                    ));
                }
            },
            Err(OpenError::File { problem: found, .. }) if !is_newer(&found) => {
                problem = Some(found);
            }
            Err(error) => return Err(error),
        }
    }
    Ok(Peeked {
        session: session.unwrap_or_else(|| log.fold(base, u64::MAX)),
        kind: Kind::Session,
        running: false,
        alone: false,
        problem,
    })
}

/// Shows what a person changed in the file, as opening it would.
fn edited(mut session: Session, before: &Base, found: &Base) -> Session {
    let changes = hand_edit::diff(before, found, session.agenda_head());
    let ledger = Ledger::new(Path::new(""), session.clone(), &Log::default());
    let wall = session.last_wall().unwrap_or(Moment(0));
    for entry in ledger.number(session.leader(), wall, changes.events) {
        session.apply(&entry);
    }
    session
}
