//! The log of one session: every entry is on the disk before the screen says "saved".
//!
//! ```text
//! state/<session>/lock         taken for every write and every read of news; never a file with content
//! state/<session>/journal-3    the generation in use: complete in itself, only ever appended to
//! state/<session>/journal-2.old  the one before, until the next opening found the new one whole
//! ```
//!
//! A write is: lock, read what other windows wrote, number, one `append`, one `sync`, unlock. A write that failed is cut off again; where
//! that fails too, the next writer closes the torn piece with a line break. A *sync* that failed is final for that file, because the system
//! may have thrown the bytes away and say yes to the next one: everything goes into a new generation under another name, and only when that
//! one and its name are synced is the entry saved. A new generation holds every line of the old one under the same numbers, so a window
//! that was reading the old one goes on in the new one; where its last line is not in it any more, something was removed for good and it
//! reads all anew.

use std::path::{Path, PathBuf};

use crate::{
    format::record::{self, Gap, Line, Link, Position, Scan},
    store::{
        disk::{Disk, DiskFile},
        error::{Act, StoreError, Trouble},
    },
};

mod writing;

pub use writing::{Saved, Writing};

/// The most a journal may have. A dialogue writes about 300 bytes an entry; a file this long is no journal.
const MAX_JOURNAL: u64 = 256 * 1024 * 1024;

const PREFIX: &str = "journal-";

/// What a window has not read yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// The lines, in the order they were written.
    pub lines: Vec<Line>,
    /// They replace everything read before: something was removed for good, or the file was changed from outside.
    pub rewritten: bool,
    /// What is wrong in what was read.
    pub gaps: Vec<Gap>,
    /// So many bytes at the end are no line: a write that never was confirmed.
    pub torn: u64,
}

impl News {
    /// Tells whether there is nothing new.
    pub const fn is_empty(&self) -> bool {
        self.lines.is_empty() && !self.rewritten
    }

    /// Tells whether something that was confirmed once may be lost.
    pub fn has_loss(&self) -> bool {
        self.gaps.iter().any(|gap| gap.fault.is_loss())
    }
}

/// The log of one session as one window has read it.
#[derive(Debug)]
pub struct Journal<D: Disk> {
    disk: D,
    dir: PathBuf,
    /// The generation in use; 0 where nothing was written yet.
    generation: u32,
    /// Generations up to this one had a sync that failed: nothing more is written to them.
    suspect: u32,
    file: Option<D::File>,
    /// What has been read.
    at: Position,
    /// The length of the file when it was last read.
    len: u64,
    /// The file does not end with a line break.
    open_ended: bool,
}

/// Returns the name of a generation's file.
fn name_of(dir: &Path, generation: u32) -> PathBuf {
    dir.join(format!("{PREFIX}{generation}"))
}

/// Returns the generations in a folder, oldest first.
fn generations<D: Disk>(disk: &D, dir: &Path) -> Result<Vec<u32>, StoreError> {
    let mut found: Vec<u32> = disk
        .list(dir)?
        .iter()
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?;
            name.strip_prefix(PREFIX)?.parse().ok()
        })
        .collect();
    found.sort_unstable();
    Ok(found)
}

fn read_from<D: Disk>(disk: &D, path: &Path, start: Position) -> Result<Scan, StoreError> {
    let bytes = disk.read(path, start.offset, MAX_JOURNAL + 1)?;
    if bytes.len() as u64 > MAX_JOURNAL {
        let limit = MAX_JOURNAL;
        return Err(StoreError::new(
            path,
            Act::Read,
            Trouble::TooLarge { limit },
        ));
    }
    Ok(record::scan(&bytes, start))
}

/// Reads the log of a session without locking or changing anything: for `show` and `list` beside a running program.
///
/// What another window is writing right now may be missing.
pub fn read<D: Disk>(disk: &D, dir: &Path) -> Result<(u32, News), StoreError> {
    let mut tries = 0;
    loop {
        let Some(generation) = generations(disk, dir)?.pop() else {
            return Ok((0, News::default()));
        };
        match read_from(disk, &name_of(dir, generation), Position::default()) {
            Ok(scan) => {
                let news = News {
                    lines: scan.lines,
                    rewritten: false,
                    gaps: scan.gaps,
                    torn: scan.torn,
                };
                return Ok((generation, news));
            }
            // A new generation took its place between the two calls.
            Err(error) if error.is_missing() && tries < 3 => tries += 1,
            Err(error) => return Err(error),
        }
    }
}

/// Returns the newest generation of a log and its length: as long as they stay, nothing was written.
pub fn mark<D: Disk>(disk: &D, dir: &Path) -> Result<(u32, u64), StoreError> {
    let newest = generations(disk, dir)?.pop().unwrap_or(0);
    let meta = disk.meta(&name_of(dir, newest))?;
    Ok((newest, meta.map_or(0, |meta| meta.len)))
}

impl<D: Disk> Journal<D> {
    /// Opens the log in a session's state folder, which is made where it is missing, and reads it whole.
    ///
    /// What a program wrote just before it was killed is made safe before anybody builds on it.
    pub fn open(disk: D, dir: &Path) -> Result<(Self, News), StoreError> {
        disk.make_dir(dir)?;
        let mut journal = Self {
            disk,
            dir: dir.to_owned(),
            generation: 0,
            suspect: 0,
            file: None,
            at: Position::default(),
            len: 0,
            open_ended: false,
        };
        let guard = journal.lock()?;
        let mut news = journal.reload()?;
        news.rewritten = false;
        if journal.generation > 0 && journal.make_safe().is_err() {
            journal.suspect = journal.generation;
        }
        if !news.has_loss() {
            journal.tidy();
        }
        drop(guard);
        Ok((journal, news))
    }

    /// Returns the generation in use; 0 where nothing was written yet.
    pub const fn generation(&self) -> u32 {
        self.generation
    }

    /// Returns the last line that was read or written.
    pub const fn link(&self) -> Link {
        self.at.link
    }

    /// Returns the file in use.
    pub fn path(&self) -> PathBuf {
        name_of(&self.dir, self.generation)
    }

    /// Reads what other windows wrote. Without news it costs two looks at the folder and no lock.
    pub fn poll(&mut self) -> Result<News, StoreError> {
        if self.is_current()? {
            return Ok(News::default());
        }
        // Under the lock nobody is in the middle of a write, and what is there has been synced or given up.
        let _guard = self.lock()?;
        self.catch_up()
    }

    /// Takes the lock and reads what other windows wrote, so that what is written next is decided on all of it.
    pub fn begin(&mut self) -> Result<Writing<'_, D>, StoreError> {
        let guard = self.lock()?;
        let news = self.catch_up()?;
        Ok(Writing::new(self, guard, news))
    }

    /// Removes every file that may hold what a new generation left out: older generations, damaged copies.
    pub fn purge(&self) -> Result<(), StoreError> {
        let current = self.path();
        for path in self.disk.list(&self.dir)? {
            let name = path.file_name().and_then(|name| name.to_str());
            let ours = name.is_some_and(|name| name.starts_with(PREFIX));
            if ours && path != current {
                self.disk.remove_if_there(&path)?;
            }
        }
        self.disk.sync_dir(&self.dir)
    }

    fn lock(&self) -> Result<D::Guard, StoreError> {
        self.disk.lock(&self.dir.join("lock"))
    }

    /// Tells whether the file is as it was when last read, and still the one in use.
    fn is_current(&self) -> Result<bool, StoreError> {
        if self.generation == 0 {
            return Ok(generations(&self.disk, &self.dir)?.is_empty());
        }
        let meta = self.disk.meta(&self.path())?;
        Ok(meta.is_some_and(|meta| meta.len == self.len)
            && !self.disk.exists(&name_of(&self.dir, self.generation + 1))?)
    }

    /// Reads on. Only under the lock.
    fn catch_up(&mut self) -> Result<News, StoreError> {
        if self.is_current()? {
            return Ok(News::default());
        }
        let meta = self.disk.meta(&self.path())?;
        let grown = meta.is_some_and(|meta| meta.len >= self.at.offset);
        if self.generation == 0
            || !grown
            || self.disk.exists(&name_of(&self.dir, self.generation + 1))?
        {
            return self.reload();
        }
        let scan = read_from(&self.disk, &self.path(), self.at)?;
        Ok(self.took(scan))
    }

    /// Reads the newest generation from its first line.
    fn reload(&mut self) -> Result<News, StoreError> {
        let before = self.at.link;
        self.file = None;
        let Some(newest) = generations(&self.disk, &self.dir)?.pop() else {
            (self.generation, self.at, self.len) = (0, Position::default(), 0);
            self.open_ended = false;
            let rewritten = before.seq > 0;
            return Ok(News {
                rewritten,
                ..News::default()
            });
        };
        let path = name_of(&self.dir, newest);
        let scan = read_from(&self.disk, &path, Position::default())?;
        self.generation = newest;
        let mut news = self.took(scan);
        let goes_on = before.seq == 0 || news.lines.iter().any(|line| line.link == before);
        if goes_on {
            news.lines.retain(|line| line.link.seq > before.seq);
        }
        news.rewritten = !goes_on;
        Ok(news)
    }

    fn took(&mut self, scan: Scan) -> News {
        self.at = scan.end;
        self.len = scan.end.offset + scan.torn;
        self.open_ended = scan.open_ended || scan.torn > 0;
        News {
            lines: scan.lines,
            rewritten: false,
            gaps: scan.gaps,
            torn: scan.torn,
        }
    }

    fn make_safe(&mut self) -> Result<(), StoreError> {
        let mut file = self.disk.open(&self.path())?;
        file.sync()?;
        self.disk.sync_dir(&self.dir)?;
        self.file = Some(file);
        Ok(())
    }

    /// Removes what a whole newest generation makes superfluous. What cannot be removed now (Windows, while another window reads it) is
    /// removed at the next opening; nothing depends on it.
    pub fn tidy(&self) {
        for path in self.disk.list(&self.dir).unwrap_or_default() {
            let name = path.file_name().and_then(|name| name.to_str());
            let Some(rest) = name.and_then(|name| name.strip_prefix(PREFIX)) else {
                continue;
            };
            let older = rest.parse().is_ok_and(|n: u32| n < self.generation);
            let half_made = rest.strip_suffix(".new").is_some();
            let aside = rest.strip_suffix(".old").is_some();
            if older || half_made || aside {
                self.disk.remove_if_there(&path).unwrap_or_default();
            }
        }
    }
}

#[cfg(test)]
mod tests;
