//! Writing to the log, with its lock held.

use crate::{
    format::record::{self, Line, Link, Position, Unfit},
    store::{
        disk::{Disk, DiskFile},
        error::{Act, StoreError, Trouble},
        journal::{Journal, News, generations, name_of, read_from},
    },
};

/// What a write answers: the disk has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The generation it is in.
    pub generation: u32,
    /// The last line written.
    pub link: Link,
}

/// The log with its lock held: nobody else writes until this is gone.
#[derive(Debug)]
pub struct Writing<'a, D: Disk> {
    journal: &'a mut Journal<D>,
    _guard: D::Guard,
    news: News,
}

/// What becomes of the old generation.
#[derive(Clone, Copy, Debug)]
enum Old<'a> {
    /// It stays beside the new one until the next opening.
    Aside,
    /// It stays for good, named with the reason and a time: a person may want to look.
    Kept(&'a str, &'a str),
    /// It is removed by [`Journal::purge`], which says when it cannot: it holds what was removed for good.
    Purged,
}

impl<'a, D: Disk> Writing<'a, D> {
    pub(super) const fn new(journal: &'a mut Journal<D>, guard: D::Guard, news: News) -> Self {
        Self {
            journal,
            _guard: guard,
            news,
        }
    }

    /// Hands over what other windows wrote since the last look. It is read only once: whoever takes it folds it, whatever comes after.
    pub fn take_news(&mut self) -> News {
        std::mem::take(&mut self.news)
    }

    /// Returns the generation and the last line, all news included.
    pub const fn place(&self) -> Saved {
        Saved {
            generation: self.journal.generation,
            link: self.journal.at.link,
        }
    }

    /// Writes lines and waits until the disk has them. On an error none of them counts.
    pub fn write(&mut self, payloads: &[String]) -> Result<Saved, StoreError> {
        if self.journal.generation > self.journal.suspect {
            match self.append(payloads)? {
                Appended::Synced => return Ok(self.place()),
                Appended::NotSynced => self.journal.suspect = self.journal.generation,
            }
        }
        let before = self.journal.len;
        let renewed = self.renew(&mut keep, payloads, Old::Aside);
        if renewed.is_err()
            && let Some(mut file) = self.journal.file.take()
        {
            // Other windows must not take for saved what was not. Where this fails as well they see a line that nobody was promised.
            file.set_len(before).unwrap_or_default();
        }
        renewed?;
        Ok(self.place())
    }

    /// Writes lines of which a power cut leaves all or none: as a new generation, where they are more than one.
    pub fn write_as_one(&mut self, payloads: &[String]) -> Result<Saved, StoreError> {
        if payloads.len() > 1 {
            self.renew(&mut keep, payloads, Old::Aside)?;
            return Ok(self.place());
        }
        self.write(payloads)
    }

    /// Writes a new generation in which each line says what `change` makes of it, then `more`. The old one stays until [`Journal::purge`].
    pub fn rewrite(
        &mut self,
        mut change: impl FnMut(&Line) -> String,
        more: &[String],
    ) -> Result<Saved, StoreError> {
        self.renew(&mut change, more, Old::Purged)?;
        Ok(self.place())
    }

    /// Writes a new generation of these lines alone, and keeps the old one for good under a name with this time.
    pub fn begin_anew(&mut self, payloads: &[String], time: &str) -> Result<Saved, StoreError> {
        let last = self.journal.at.link.seq;
        let (mut bytes, mut link) = (Vec::new(), Link::default());
        for (seq, payload) in (last + 1..).zip(payloads) {
            link = self.encode_one(link.crc, seq, payload, &mut bytes)?;
        }
        self.take_over(
            &bytes,
            payloads.len() as u64,
            link,
            Old::Kept("replaced", time),
        )?;
        Ok(self.place())
    }

    /// Writes a new generation of the lines that are valid, and keeps the damaged file beside it under a name with this time.
    pub fn set_damaged_aside(&mut self, time: &str) -> Result<Saved, StoreError> {
        self.renew(&mut keep, &[], Old::Kept("damaged", time))?;
        Ok(self.place())
    }

    fn encode(&self, payloads: &[String], link: Link) -> Result<(Vec<u8>, Link), StoreError> {
        let mut bytes = Vec::new();
        let mut last = link;
        for payload in payloads {
            last = self.encode_one(last.crc, last.seq + 1, payload, &mut bytes)?;
        }
        Ok((bytes, last))
    }

    fn encode_one(
        &self,
        prev: u32,
        seq: u64,
        payload: &str,
        out: &mut Vec<u8>,
    ) -> Result<Link, StoreError> {
        record::encode(prev, seq, payload, out).map_err(|unfit| {
            let trouble = match unfit {
                Unfit::TooLong(_) => Trouble::TooLarge {
                    limit: record::MAX_LINE as u64,
                },
                Unfit::LineBreak => Trouble::Other(unfit.to_string()),
            };
            StoreError::new(&self.journal.path(), Act::Write, trouble)
        })
    }

    /// Appends to the generation in use.
    fn append(&mut self, payloads: &[String]) -> Result<Appended, StoreError> {
        let (lines, last) = self.encode(payloads, self.journal.at.link)?;
        let journal = &mut *self.journal;
        let mut bytes = Vec::with_capacity(lines.len() + 1);
        if journal.open_ended {
            bytes.push(b'\n');
        }
        bytes.extend(lines);
        let file = match &mut journal.file {
            Some(file) => file,
            none => none.insert(
                journal
                    .disk
                    .open(&name_of(&journal.dir, journal.generation))?,
            ),
        };
        if let Err(error) = file.append(&bytes) {
            // Where it cannot be cut off, the next look finds a file longer than it was, reads on, and closes what is torn.
            file.set_len(journal.len).unwrap_or_default();
            return Err(error);
        }
        if file.sync().is_err() {
            return Ok(Appended::NotSynced);
        }
        let closed = u64::from(journal.open_ended);
        journal.len += bytes.len() as u64;
        journal.open_ended = false;
        journal.at = Position {
            offset: journal.len,
            lines: journal.at.lines + closed + payloads.len() as u64,
            link: last,
        };
        Ok(Appended::Synced)
    }

    /// Writes everything into a new generation. Only when its bytes and its name are on the disk does the old one stop counting.
    fn renew(
        &mut self,
        change: &mut dyn FnMut(&Line) -> String,
        more: &[String],
        old: Old<'_>,
    ) -> Result<(), StoreError> {
        let mut bytes = Vec::new();
        let mut last = Link::default();
        let mut count = more.len() as u64;
        if self.journal.generation > 0 {
            let mut lines = read_from(
                &self.journal.disk,
                &self.journal.path(),
                Position::default(),
            )?
            .lines;
            // What was appended and not synced stands behind what was read; it comes again as `more`.
            lines.retain(|line| line.link.seq <= self.journal.at.link.seq);
            lines.sort_by_key(|line| line.link.seq);
            count += lines.len() as u64;
            for line in &lines {
                last = self.encode_one(last.crc, line.link.seq, &change(line), &mut bytes)?;
            }
        }
        let (new, last) = self.encode(more, last)?;
        bytes.extend(new);
        self.take_over(&bytes, count, last, old)
    }

    /// Puts a new generation of so many lines in the place of the old one.
    fn take_over(
        &mut self,
        bytes: &[u8],
        lines: u64,
        link: Link,
        old: Old<'_>,
    ) -> Result<(), StoreError> {
        let generation = self.put_in_place(bytes)?;
        self.retire(old);
        let journal = &mut *self.journal;
        journal.generation = generation;
        journal.len = bytes.len() as u64;
        journal.open_ended = false;
        journal.file = None;
        journal.at = Position {
            offset: journal.len,
            lines,
            link,
        };
        Ok(())
    }

    fn put_in_place(&mut self, bytes: &[u8]) -> Result<u32, StoreError> {
        let journal = &mut *self.journal;
        let (disk, dir) = (&journal.disk, &journal.dir);
        let newest = generations(disk, dir)?.pop().unwrap_or(0);
        let generation = newest.max(journal.generation).max(journal.suspect) + 1;
        let path = name_of(dir, generation);
        let half_made = path.with_extension("new");
        disk.remove_if_there(&half_made)?;
        let made = disk.create(&half_made).and_then(|mut file| {
            file.append(bytes)?;
            file.sync()
        });
        if let Err(error) = made {
            disk.remove_if_there(&half_made).unwrap_or_default();
            return Err(error);
        }
        // From here on the name may survive a power cut or not, until the folder is synced. If that fails, no later sync is believed, and
        // the name is taken away again, so that a program started after this one does not build on it either.
        let named = disk
            .rename(&half_made, &path)
            .and_then(|()| disk.sync_dir(dir));
        if named.is_err() {
            journal.suspect = generation;
            disk.remove_if_there(&path).unwrap_or_default();
        }
        named.map(|()| generation)
    }

    /// Puts the old generation away. It does not count any more, so what fails here is repeated at the next opening.
    fn retire(&self, old: Old<'_>) {
        let journal = &*self.journal;
        if journal.generation == 0 {
            return;
        }
        let path = journal.path();
        let to = match old {
            Old::Aside => path.with_extension("old"),
            Old::Kept(why, time) => path.with_extension(format!("{why}-{time}")),
            Old::Purged => return,
        };
        journal.disk.rename(&path, &to).unwrap_or_default();
    }
}

/// What an append came to, when the bytes were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Appended {
    Synced,
    NotSynced,
}

fn keep(line: &Line) -> String {
    line.payload.clone()
}
