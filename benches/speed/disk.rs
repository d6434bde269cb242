//! What waits for the disk: opening, writing a note down, publishing.
#![expect(
    clippy::disallowed_methods,
    reason = "the bare write that a note is compared with, and a clock to measure both"
)]

use std::{
    fs::{File, OpenOptions},
    hint::black_box,
    io::Write,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use criterion::Criterion;
use samtal::{
    domain::{Draft, Entry, EntryId, Letter, NoteId, Seat, SessionId},
    format::{
        entry,
        session::{self, Kind, Unsaid},
    },
    store::{Disk, Journal, Occasion, Places, RealDisk, SessionStore},
    text::{Moment, Span},
};
use tempfile::TempDir;

use crate::dialogue;

const MANY: usize = 10_000;
/// How often a note and a bare write take turns.
const TURNS: usize = 400;

/// A home with one session, whose journal has so many notes.
struct Home {
    folder: TempDir,
    places: Places,
    file: PathBuf,
    now: Moment,
}

impl Home {
    /// The folder of what is built lies on the disk that the project is built on; a temporary folder is often memory.
    fn with(notes: usize) -> Self {
        let folder =
            tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder can be made");
        let places = Places::in_one(folder.path());
        let file = places.sessions.join("trivas.ron");
        let disk = RealDisk;
        disk.make_dir(&places.sessions)
            .expect("a folder can be made");
        let text = session::write(&dialogue::base(), Kind::Session, None);
        std::fs::write(&file, text).expect("a file can be written");
        let now = dialogue::START + Span::minutes(60);
        let home = Self {
            folder,
            places,
            file,
            now,
        };
        home.fill(notes);
        home
    }

    fn open(&self) -> SessionStore<RealDisk> {
        let occasion = Occasion {
            now: self.now,
            fresh_id: SessionId("fresh".to_owned()),
            unsaid: Unsaid::default(),
            pid: std::process::id(),
        };
        let opened = SessionStore::open(RealDisk, &self.places, &self.file, &occasion);
        opened.expect("the session opens").store
    }

    /// Writes the journal in few pieces, since a note after the other takes a sync each.
    fn fill(&self, notes: usize) {
        let store = self.open();
        let (dir, first) = (
            store.state_dir().to_owned(),
            store.session().next_counter(Seat::LEAD),
        );
        drop(store);
        let lines: Vec<String> = dialogue::entries(notes)
            .into_iter()
            .zip(first..)
            .map(|(written, n)| {
                let id = EntryId {
                    seat: Seat::LEAD,
                    n,
                };
                entry::encode(&Entry { id, ..written })
            })
            .collect();
        let (mut journal, _) = Journal::open(RealDisk, &dir).expect("the journal opens");
        for some in lines.chunks(500) {
            let mut writing = journal.begin().expect("the lock is free");
            writing.write(some).expect("the journal takes it");
        }
    }

    fn publish(&self) {
        self.open().publish().expect("the file can be written");
    }
}

fn note(number: usize, now: Moment) -> Draft {
    Draft {
        ticket: number as u64,
        seat: Seat::LEAD,
        wall: now + Span(number as i64),
        event: dialogue::note(number, NoteId::pending(Letter::N)),
    }
}

/// Puts a file there and waits for the disk, so that no measured sync has to write it.
fn put(path: &Path, bytes: &[u8]) {
    let mut file = File::create(path).expect("the file can be made");
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.expect("the file can be written");
}

/// Measures, and returns how many times a bare write a note takes; none where that was not asked for.
pub(crate) fn bench(criterion: &mut Criterion) -> Option<f64> {
    let asked = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    if asked.is_some_and(|asked| !"disk".contains(&asked) && !asked.contains("disk")) {
        return None;
    }
    let home = Home::with(MANY);
    let mut group = criterion.benchmark_group("disk");
    let behind = std::fs::read(&home.file).expect("the file is there");
    group.bench_function("open 10 000 entries after a crash", |bencher| {
        bencher.iter_custom(|times| {
            let open = |_| {
                put(&home.file, &behind);
                time(|| home.open())
            };
            (0..times).map(open).sum()
        });
    });
    home.publish();
    group.bench_function("open 10 000 entries", |bencher| {
        bencher.iter_custom(|times| (0..times).map(|_| time(|| home.open())).sum());
    });

    let mut store = home.open();
    let mut number = 0;
    group.bench_function("append and sync", |bencher| {
        bencher.iter(|| {
            number += 1;
            store
                .append(note(number, home.now))
                .expect("the disk takes it")
        });
    });
    let line = line_length(&mut store, &home, &mut number);
    let mut bare = bare_file(home.folder.path());
    group.bench_function("bare write and sync", |bencher| {
        bencher.iter(|| write_bare(&mut bare, line));
    });

    let small = Home::with(300);
    let mut published = small.open();
    group.bench_function("publish 300 notes", |bencher| {
        bencher.iter_custom(|times| {
            let publish = |_| {
                number += 1;
                let draft = note(number, small.now);
                published.append(draft).expect("the disk takes it");
                time(|| published.publish().expect("the disk takes it"))
            };
            (0..times).map(publish).sum()
        });
    });
    group.finish();
    Some(in_turns(&mut store, &home, &mut bare, (line, &mut number)))
}

fn bare_file(folder: &Path) -> File {
    let mut options = OpenOptions::new();
    let options = options.create(true).append(true);
    options
        .open(folder.join("bare"))
        .expect("a file can be made")
}

fn write_bare(file: &mut File, bytes: usize) {
    file.write_all(&vec![b'x'; bytes])
        .expect("the disk takes it");
    file.sync_data().expect("the disk takes it");
}

/// Returns how many bytes a note takes in the journal.
fn line_length(store: &mut SessionStore<RealDisk>, home: &Home, number: &mut usize) -> usize {
    let journal = store.state_dir().join("journal-1");
    let length = || std::fs::metadata(&journal).map_or(0, |about| about.len());
    let before = length();
    *number += 1;
    store
        .append(note(*number, home.now))
        .expect("the disk takes it");
    usize::try_from(length() - before)
        .unwrap_or_default()
        .max(1)
}

/// A disk is not equally fast all the time, so a note and a bare write take turns; the medians are compared.
fn in_turns(
    store: &mut SessionStore<RealDisk>,
    home: &Home,
    bare: &mut File,
    (bytes, number): (usize, &mut usize),
) -> f64 {
    let (mut notes, mut writes) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        *number += 1;
        let draft = note(*number, home.now);
        notes.push(time(|| store.append(draft).expect("the disk takes it")));
        writes.push(time(|| write_bare(bare, bytes)));
    }
    median(notes).as_secs_f64() / median(writes).as_secs_f64()
}

/// What was made is thrown away afterwards, which is not measured.
fn time<T>(act: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let made = black_box(act());
    let took = start.elapsed();
    drop(made);
    took
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
