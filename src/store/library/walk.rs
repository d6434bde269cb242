//! One walk through the library: each session from the index where its files are as they were, else read anew and put into the index.
//!
//! Threads take the files in their order; what they found is handed on in the same order, and put into the index in batches, so that a
//! walk that is broken off has lost little.

use std::{
    collections::BTreeMap,
    num::NonZero,
    path::{Path, PathBuf},
    sync::{
        atomic::{AtomicBool, AtomicUsize, Ordering},
        mpsc::{self, SyncSender},
    },
};

use crate::{
    domain::{Lasting, Length, NoteId, SessionId},
    format::session::{Kind, Unsaid},
    store::{
        disk::{
            Disk,
            noting::{Inside, Noting, is_as_seen},
        },
        library::{
            Summary,
            index::{self, Change, Index, Kept, Known, Reader},
            said::Said,
        },
        places::Places,
        session_store::{OpenError, Peeked, is_led, peek},
    },
};

/// So many sessions are written into the index at once.
const BATCH: usize = 512;
/// So many files a thread takes at a time at most: handing each on alone would cost more than reading it from the index.
const HANDFUL: usize = 32;
/// So many handfuls may wait for the one before them.
const AHEAD: usize = 8;
/// More threads than this do not make a disk faster.
const THREADS: usize = 8;

/// What a walk goes through.
#[derive(Clone, Debug)]
pub(super) struct Walk<'a, D> {
    pub(super) disk: &'a D,
    pub(super) places: &'a Places,
    pub(super) unsaid: &'a Unsaid,
    /// The file of the index; none to read everything anew.
    pub(super) index: Option<PathBuf>,
}

/// A session as the walk comes to it.
pub(super) enum View<'v> {
    /// As the index has it.
    Kept(&'v Reader, &'v Known),
    /// Read just now.
    Fresh(Box<Peeked>),
    /// It cannot be read.
    Broken(OpenError),
}

/// What lives on after a session, the highest ids it gave, and how long its stages were.
pub(super) type Lives = (Vec<Lasting>, Vec<NoteId>, Vec<Length>);

/// How far a walk has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// So many files are done.
    pub done: usize,
    /// Of so many.
    pub of: usize,
    /// So many of those done were read anew.
    pub anew: usize,
}

/// What one file came to.
struct Step<T> {
    found: Option<T>,
    /// It stands in the index as it is.
    kept: bool,
    change: Option<Change>,
}

impl<'a, D: Disk> Walk<'a, D> {
    /// Goes by the index, where the disk has a place for one.
    pub(super) fn by_index(disk: &'a D, places: &'a Places, unsaid: &'a Unsaid) -> Self {
        Self {
            disk,
            places,
            unsaid,
            index: disk.cache_file(&index::path_in(places)),
        }
    }
}

impl<D: Disk + Send + Sync> Walk<'_, D> {
    /// Goes through the files. `start` makes what a thread works with, `of` says what a session comes to, or nothing where the index
    /// holds it and cannot be believed; `each` is told in the order of the files, and says whether to go on.
    pub(super) fn through<S, T: Send>(
        &self,
        files: &[PathBuf],
        (start, of): (
            impl Fn() -> S + Sync,
            impl Fn(&mut S, &Path, View<'_>) -> Option<T> + Sync,
        ),
        mut each: impl FnMut(Option<T>, Progress) -> bool,
    ) {
        let key = format!("{} {}", env!("CARGO_PKG_VERSION"), self.unsaid.zone.name());
        let path = self.index.as_deref();
        let index = path.and_then(|path| Index::open(path, &key));
        let mut keeper = Keeper {
            index,
            waiting: Vec::new(),
            known: 0,
            wrote: false,
            damaged: false,
        };
        let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
        let threads = std::thread::available_parallelism().map_or(2, NonZero::get);
        let threads = threads.clamp(1, THREADS).min(files.len().max(1));
        let mut progress = Progress {
            of: files.len(),
            ..Progress::default()
        };
        let reading = path.filter(|_| keeper.index.is_some());
        let inside = Inside::of(self.disk, &self.places.state);
        let handful = (files.len() / (threads * 8)).clamp(1, HANDFUL);
        std::thread::scope(|scope| {
            let (sender, steps) = mpsc::sync_channel(AHEAD);
            for _thread in 0..threads {
                let sender: SyncSender<(usize, Vec<Step<T>>)> = sender.clone();
                let (next, stop, start, of, inside) = (&next, &stop, &start, &of, &inside);
                scope.spawn(move || {
                    let reader = reading.and_then(Index::reader);
                    let mut state = start();
                    while !stop.load(Ordering::Relaxed) {
                        let place = next.fetch_add(1, Ordering::Relaxed);
                        let Some(taken) = files.chunks(handful).nth(place) else {
                            break;
                        };
                        let of = |file: &Path, view: View<'_>| of(&mut state, file, view);
                        let steps = self.handful(taken, (reader.as_ref(), inside), of);
                        if sender.send((place, steps)).is_err() {
                            break;
                        }
                    }
                });
            }
            drop(sender);
            let (mut early, mut taken) = (BTreeMap::new(), 0);
            while let Ok((place, found)) = steps.recv() {
                early.insert(place, found);
                let mut in_order = Vec::new();
                while let Some(found) = early.remove(&taken) {
                    taken += 1;
                    in_order.extend(found);
                }
                for step in in_order {
                    progress.done += 1;
                    progress.anew += usize::from(!step.kept);
                    keeper.take(step.kept, step.change);
                    if !each(step.found, progress) {
                        stop.store(true, Ordering::Relaxed);
                        drop(steps);
                        keeper.end(None);
                        return;
                    }
                }
            }
            keeper.end(Some(files));
        });
    }

    /// Comes to some files: what the index has of them is read at one moment, the others after it.
    fn handful<T>(
        &self,
        files: &[PathBuf],
        (reader, inside): (Option<&Reader>, &Option<Inside>),
        mut of: impl FnMut(&Path, View<'_>) -> Option<T>,
    ) -> Vec<Step<T>> {
        let mut kept: Vec<Option<Step<T>>> = Vec::new();
        if let Some(reader) = reader {
            reader.at_once(|| {
                let known = reader.known(files);
                let by_path = |file: &PathBuf| {
                    let place = known.binary_search_by_key(&file.to_str(), |one| Some(&one.path));
                    known
                        .get(place.ok()?)
                        .filter(|known| is_as_seen(self.disk, inside.as_ref(), &known.seen))
                };
                let step =
                    |file: &PathBuf| as_kept((reader, by_path(file)?), |view| of(file, view));
                kept = files.iter().map(step).collect();
            });
        }
        kept.resize_with(files.len(), || None);
        let steps = files.iter().zip(kept).map(|(file, kept)| {
            kept.unwrap_or_else(|| self.anew(file, reader.is_some(), |view| of(file, view)))
        });
        steps.collect()
    }

    fn anew<T>(
        &self,
        file: &Path,
        indexed: bool,
        of: impl FnOnce(View<'_>) -> Option<T>,
    ) -> Step<T> {
        let noting = Noting::new(self.disk);
        noting.note(file);
        let peeked = peek(&noting, self.places, file, self.unsaid);
        let kept = match &peeked {
            // Without an index there is nothing to keep it for.
            Ok(peeked) if indexed => noting.seen().map(|seen| Box::new(kept(peeked, seen))),
            _ => None,
        };
        let change = indexed.then(|| Change {
            path: file.to_owned(),
            kept,
        });
        let found = match peeked {
            Ok(peeked) if peeked.kind == Kind::Template => None,
            Ok(peeked) => of(View::Fresh(Box::new(peeked))),
            Err(error) => of(View::Broken(error)),
        };
        Step {
            found,
            kept: false,
            change,
        }
    }

    /// Reads what the index says of a session. Whether it is led is asked where it was: taking the lead changes its folder, giving it back
    /// changes nothing.
    pub(super) fn summary(&self, known: &Known) -> Option<Summary> {
        let (id, about) = known
            .about
            .split_at_checked(known.about.iter().position(|byte| *byte == b'\n')?)?;
        let mut summary: Summary = serde_json::from_slice(about).ok()?;
        if summary.running {
            let id = SessionId(std::str::from_utf8(id).ok()?.to_owned());
            summary.running = is_led(self.disk, &self.places.state_of(&id));
        }
        Some(summary)
    }
}

/// Comes to a session as the index has it; none where that cannot be believed.
fn as_kept<T>(
    (reader, known): (&Reader, &Known),
    of: impl FnOnce(View<'_>) -> Option<T>,
) -> Option<Step<T>> {
    let found = if known.about.is_empty() {
        None
    } else {
        Some(of(View::Kept(reader, known))?)
    };
    Some(Step {
        found,
        kept: true,
        change: None,
    })
}

/// Packs what is kept of a session that was read.
fn kept(peeked: &Peeked, seen: Vec<u8>) -> Kept {
    if peeked.kind == Kind::Template {
        return Kept {
            seen,
            ..Kept::default()
        };
    }
    let session = &peeked.session;
    let numbers = session.numbers().iter();
    let highest = numbers.map(|(letter, number)| NoteId::new(*letter, *number));
    let told: Lives = (session.lasting(), highest.collect(), session.lengths());
    let id = session.id().clone();
    let json = "it holds only what JSON can say";
    let mut about = format!("{id}\n").into_bytes();
    about.extend(serde_json::to_vec(&Summary::brief(peeked)).expect(json));
    Kept {
        id,
        seen,
        about,
        lasting: serde_json::to_vec(&told).expect(json),
        said: Said::of(session),
    }
}

/// Puts into the index what was read anew.
struct Keeper {
    index: Option<Index>,
    waiting: Vec<Change>,
    /// So many of the files have a row.
    known: usize,
    wrote: bool,
    damaged: bool,
}

impl Keeper {
    fn take(&mut self, kept: bool, change: Option<Change>) {
        let put = change.as_ref().is_some_and(|change| change.kept.is_some());
        self.known += usize::from(kept || put);
        self.waiting.extend(change);
        if self.waiting.len() >= BATCH {
            self.write();
        }
    }

    fn write(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        if let Some(index) = self.index.as_mut().filter(|_| !waiting.is_empty()) {
            self.wrote = true;
            // What could not be written is read anew the next time.
            self.damaged |= index.write(&waiting).is_err_and(|error| is_damage(&error));
        }
    }

    /// Writes the rest; after a whole walk also what is gone.
    fn end(mut self, files: Option<&[PathBuf]>) {
        self.write();
        let Some(mut index) = self.index else { return };
        if let Some(files) = files {
            match index.keep_only(files, self.known) {
                Ok(removed) => self.wrote |= removed,
                Err(error) => self.damaged |= is_damage(&error),
            }
        }
        if self.damaged {
            index.give_up();
        } else if self.wrote {
            // Where another program reads right now, the next to write does it.
            drop(index.settle());
        }
    }
}

fn is_damage(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    matches!(
        error.sqlite_error_code(),
        Some(DatabaseCorrupt | NotADatabase)
    )
}
