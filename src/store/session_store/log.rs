//! The log of a session as entries: what the journal's lines say, on the ground they stand on.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        Base, Body, Entry, EntryId, Event, NoteId, Seat, Session, SessionId, event::FORGOTTEN,
    },
    format::{
        entry::{self, Decoded},
        record::Line,
        session::{self, Kind},
    },
    store::{
        disk::Disk,
        error::{Act, StoreError, Trouble},
        files::{self, Backup},
    },
};

/// A line that is no entry.
#[derive(Debug, Serialize, Deserialize)]
enum Mark {
    /// The session file was written, and its body has this SHA-256.
    Snap(String),
    /// A file that this program did not write has been taken in: checksum and length of its text.
    Taken(Print),
    /// What stood before this line was removed for good: until the session file is written again copies may still hold it.
    Cleared,
}

/// What tells one text from another. Nobody makes two the same to deceive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Print(u32, u64);

impl Print {
    pub(super) fn of(text: &str) -> Self {
        Self(crc32c::crc32c(text.as_bytes()), text.len() as u64)
    }
}

/// Writes the line that says: the session file has everything up to here.
pub(super) fn snap(sha: &str) -> String {
    mark(&Mark::Snap(sha.to_owned()))
}

/// Writes the line that says: what this text says is in here now.
pub(super) fn taken(text: &str) -> String {
    mark(&Mark::Taken(Print::of(text)))
}

/// Writes the same for a text of which only this is known.
pub(super) fn taken_print(print: Print) -> String {
    mark(&Mark::Taken(print))
}

/// Writes the line that says: what stood before this is removed for good.
pub(super) fn cleared() -> String {
    mark(&Mark::Cleared)
}

fn mark(mark: &Mark) -> String {
    ron::to_string(mark).expect("a mark holds only what RON can say")
}

fn read_mark(payload: &str) -> Option<Mark> {
    // An entry begins with `(`: most lines are told apart by their first letter.
    if payload.starts_with('(') {
        return None;
    }
    ron::from_str(payload).ok()
}

/// What a line says.
enum Said {
    Mark(Mark),
    Entry(Decoded),
}

fn read_line(line: &Line) -> Said {
    read_mark(&line.payload).map_or_else(|| Said::Entry(entry::decode(&line.payload)), Said::Mark)
}

/// From so many lines on two threads read them: opening a long session is mostly this.
const WORTH_A_THREAD: usize = 1_000;

fn read_lines(lines: &[Line]) -> Vec<Said> {
    if lines.len() < WORTH_A_THREAD {
        return lines.iter().map(read_line).collect();
    }
    let (first, second) = lines.split_at(lines.len() / 2);
    std::thread::scope(|scope| {
        let second = scope.spawn(|| second.iter().map(read_line).collect::<Vec<_>>());
        let mut said: Vec<Said> = first.iter().map(read_line).collect();
        said.extend(
            second
                .join()
                .expect("a line that cannot be read is kept as it is"),
        );
        said
    })
}

/// What a journal's lines say.
#[derive(Clone, Debug, Default)]
pub(super) struct Log {
    /// The entries with the numbers of their lines.
    pub(super) entries: Vec<(u64, Box<Entry>)>,
    /// The hashes of the session files that were written, with the numbers of their lines.
    pub(super) snaps: Vec<(u64, String)>,
    /// The texts that were taken in, with the numbers of their lines.
    pub(super) taken: Vec<(u64, Print)>,
    /// The last line that says that what stood before is removed for good.
    cleared: Option<u64>,
    /// The number of the last line.
    pub(super) end: u64,
    /// How many lines a newer version wrote.
    pub(super) newer: usize,
    /// The highest counters of those lines, so that none is given again.
    pub(super) beyond: BTreeMap<Seat, u64>,
}

impl Log {
    pub(super) fn read(lines: &[Line]) -> Self {
        let mut log = Self {
            entries: Vec::with_capacity(lines.len()),
            end: lines.iter().map(|line| line.link.seq).max().unwrap_or(0),
            ..Self::default()
        };
        for (line, said) in lines.iter().zip(read_lines(lines)) {
            let seq = line.link.seq;
            match said {
                Said::Mark(Mark::Snap(sha)) => log.snaps.push((seq, sha)),
                Said::Mark(Mark::Taken(print)) => log.taken.push((seq, print)),
                Said::Mark(Mark::Cleared) => log.cleared = Some(seq),
                Said::Entry(Decoded::Known(entry)) => log.entries.push((seq, entry)),
                Said::Entry(Decoded::Unknown { id, .. }) => {
                    log.newer += 1;
                    log.saw(id);
                }
            }
        }
        log
    }

    fn saw(&mut self, id: Option<EntryId>) {
        if let Some(EntryId { seat, n }) = id {
            let highest = self.beyond.entry(seat).or_default();
            *highest = n.max(*highest);
        }
    }

    /// Returns the hash of the base the entries stand on.
    pub(super) fn ground(&self) -> Option<&str> {
        self.entries
            .iter()
            .find_map(|(_, entry)| match &entry.event {
                Event::Opened(sha) => Some(sha.as_str()),
                _ => None,
            })
    }

    /// Folds the entries up to a line.
    pub(super) fn fold(&self, base: Base, upto: u64) -> Session {
        let mut session = Session::on(base);
        for (seq, entry) in &self.entries {
            if *seq <= upto {
                session.apply(entry);
            }
        }
        session
    }

    /// Returns the line after which the session file said everything; the first entry's where it never did.
    pub(super) fn last_published(&self) -> u64 {
        let snap = self.snaps.last().map(|(seq, _)| *seq);
        let first = self.entries.first().map(|(seq, _)| *seq);
        snap.or(first).unwrap_or(0)
    }

    /// Returns the line after which what this text says is in the log.
    pub(super) fn took(&self, print: Print) -> Option<u64> {
        let mut newest_first = self.taken.iter().rev();
        newest_first
            .find(|(_, known)| *known == print)
            .map(|(seq, _)| *seq)
    }

    /// Tells whether a session file with this hash was written from this log.
    pub(super) fn wrote(&self, sha: &str) -> bool {
        self.snaps.iter().any(|(_, known)| known == sha)
    }

    /// Tells whether everything in it stands in the session file that was last written.
    pub(super) fn is_published(&self) -> bool {
        let last = self.last_published();
        self.entries.iter().all(|(seq, _)| *seq <= last)
    }

    /// Tells whether something was removed for good after the session file was last written: copies may still hold it.
    pub(super) fn may_be_held(&self) -> bool {
        let last = self.snaps.last().map_or(0, |(seq, _)| *seq);
        let erased = |(seq, entry): &(u64, Box<Entry>)| {
            *seq > last && matches!(entry.event, Event::Erased(_))
        };
        self.cleared > Some(last) || self.entries.iter().any(erased)
    }
}

/// Writes an entry as the payload of a line.
pub(super) fn payload(entry: &Entry) -> String {
    entry::encode(entry)
}

/// Takes a note's words out of a line. The entry stays, so that its seat's counter has no hole.
pub(super) fn without_note(line: &Line, note: NoteId, ground: &str) -> String {
    let Decoded::Known(mut entry) = entry::decode(&line.payload) else {
        return line.payload.clone();
    };
    match &mut entry.event {
        Event::NoteAdded { id, body, .. } if *id == note => {
            *body = Body {
                tag: body.tag,
                ..Body::default()
            };
        }
        Event::NoteEdited { id, edits } if *id == note => edits.clear(),
        Event::Opened(sha) => ground.clone_into(sha),
        _ => return line.payload.clone(),
    }
    payload(&entry)
}

/// Takes out of a line whose digit it was. The entry stays, so that its seat's counter has no hole.
pub(super) fn without_mark(line: &Line) -> String {
    match entry::decode(&line.payload) {
        Decoded::Known(mut entry) if matches!(entry.event, Event::Heard(_)) => {
            entry.event = Event::Heard(FORGOTTEN);
            payload(&entry)
        }
        _ => line.payload.clone(),
    }
}

/// Returns where the ground of a log lies. Its name says what it holds, so that a new one never takes the place of one in use.
pub(super) fn base_path(dir: &Path, sha: &str) -> PathBuf {
    let short: String = sha
        .chars()
        .filter(char::is_ascii_hexdigit)
        .take(16)
        .collect();
    dir.join(format!("base-{short}.ron"))
}

/// Writes the ground of a log and returns its hash.
pub(super) fn write_base<D: Disk>(disk: &D, dir: &Path, base: &Base) -> Result<String, StoreError> {
    let text = session::write(base, Kind::Session, None);
    let sha = session::body_sha(&text).expect("what is written says the hash of its body");
    disk.make_dir(dir)?;
    files::write_atomic(disk, &base_path(dir, &sha), text.as_bytes(), Backup::None)?;
    Ok(sha)
}

/// Reads the ground of a log; one that does not hold what its name says is as good as gone.
pub(super) fn read_base<D: Disk>(
    disk: &D,
    dir: &Path,
    sha: &str,
    id: &SessionId,
) -> Result<Base, StoreError> {
    let path = base_path(dir, sha);
    let text = files::read_text(disk, &path)?;
    let damaged = |words: &str| {
        let trouble = Trouble::Other(words.to_owned());
        StoreError::new(&path, Act::Read, trouble)
    };
    if session::body_sha(&text).as_deref() != Some(sha) {
        return Err(damaged("its text is not the one that was written"));
    }
    let file = session::read(&path.to_string_lossy(), &text)
        .map_err(|_problem| damaged("it cannot be read any more"))?;
    Ok(Base {
        // The hash is of the body, which does not say the id.
        id: id.clone(),
        ..file.base
    })
}
