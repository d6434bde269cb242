//! The real disk: the only place that calls `std::fs`.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use crate::{
    store::{
        disk::{Disk, DiskFile, Meta, Stamp, folder_of},
        error::{Act, At, StoreError},
    },
    text::Moment,
};

/// The machine's own disk.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl RealDisk {
    /// Opens the program's own log to write at its end; it is not a session's log, and nothing waits for it.
    pub fn log_file(self, path: &Path) -> Result<File, StoreError> {
        self.make_dir(folder_of(path))?;
        let opened = options().append(true).create(true).open(path);
        opened.map_err(|error| StoreError::io(path, Act::Create, &error))
    }
}

/// A file open for appending on the machine's own disk.
#[derive(Debug)]
pub struct RealFile {
    file: File,
    path: PathBuf,
}

/// A lock that is held until it is dropped. The system lets go of it when the process ends, however it ends.
#[derive(Debug)]
pub struct RealGuard {
    _file: File,
}

/// How often a rename is tried: on Windows a search index or a sync client holds a file for a moment.
const RENAME_TRIES: u32 = if cfg!(windows) { 10 } else { 1 };

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true);
    // Opened for append only, Windows would not let the file be cut again after a failed write; `append` seeks to the end there.
    if cfg!(windows) {
        options.write(true);
    } else {
        options.append(true);
    }
    private(&mut options);
    options
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600);
}

#[cfg(not(unix))]
fn private(_options: &mut OpenOptions) {}

#[cfg(unix)]
fn make_one_dir(dir: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().mode(0o700).create(dir)
}

#[cfg(not(unix))]
fn make_one_dir(dir: &Path) -> io::Result<()> {
    fs::create_dir(dir)
}

/// So long after its last change a file has a time that no later change gets.
const SETTLED: Duration = Duration::from_secs(2);

fn nanoseconds(time: io::Result<SystemTime>) -> u64 {
    let since = time
        .ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    since.map_or(0, |since| since.as_nanos() as u64)
}

#[cfg(unix)]
fn marks(meta: &fs::Metadata) -> [u64; 4] {
    use std::os::unix::fs::MetadataExt;
    let changed = meta.ctime().unsigned_abs() * 1_000_000_000 + meta.ctime_nsec().unsigned_abs();
    [
        meta.len(),
        nanoseconds(meta.modified()),
        changed,
        meta.ino(),
    ]
}

#[cfg(not(unix))]
fn marks(meta: &fs::Metadata) -> [u64; 4] {
    let written = nanoseconds(meta.modified());
    [meta.len(), written, written, nanoseconds(meta.created())]
}

fn open_lock(path: &Path) -> Result<File, StoreError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    private(&mut options);
    options.open(path).at(path, Act::Lock)
}

#[expect(
    clippy::disallowed_methods,
    reason = "no event tells that another program let go of the file"
)]
fn pause_before_retry() {
    std::thread::sleep(Duration::from_millis(20));
}

impl DiskFile for RealFile {
    fn append(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        self.file
            .seek(SeekFrom::End(0))
            .and_then(|_end| self.file.write_all(bytes))
            .at(&self.path, Act::Write)
    }

    fn sync(&mut self) -> Result<(), StoreError> {
        // fdatasync writes the length too where it changed.
        self.file.sync_data().at(&self.path, Act::Sync)
    }

    fn set_len(&mut self, len: u64) -> Result<(), StoreError> {
        self.file.set_len(len).at(&self.path, Act::Write)
    }
}

impl Disk for RealDisk {
    type File = RealFile;
    type Guard = RealGuard;

    fn read(&self, path: &Path, from: u64, most: u64) -> Result<Vec<u8>, StoreError> {
        let mut file = File::open(path).at(path, Act::Read)?;
        if from > 0 {
            file.seek(SeekFrom::Start(from)).at(path, Act::Read)?;
        }
        let there = file.metadata().at(path, Act::Read)?.len();
        let room = there.saturating_sub(from).min(most);
        // A little more, so that its end is seen without asking for room.
        let mut bytes = Vec::with_capacity(usize::try_from(room).unwrap_or_default() + 64);
        file.take(most)
            .read_to_end(&mut bytes)
            .at(path, Act::Read)?;
        Ok(bytes)
    }

    fn read_into(&self, path: &Path, from: u64, out: &mut [u8]) -> Result<usize, StoreError> {
        let mut file = File::open(path).at(path, Act::Read)?;
        if from > 0 {
            file.seek(SeekFrom::Start(from)).at(path, Act::Read)?;
        }
        loop {
            match file.read(out) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => return read.at(path, Act::Read),
            }
        }
    }

    fn meta(&self, path: &Path) -> Result<Option<Meta>, StoreError> {
        match fs::metadata(path) {
            Ok(meta) => Ok(Some(Meta {
                len: meta.len(),
                modified: meta
                    .modified()
                    .ok()
                    .and_then(|time| time.duration_since(UNIX_EPOCH).ok())
                    .map_or(Moment(0), |since| Moment(since.as_millis() as i64)),
                is_dir: meta.is_dir(),
            })),
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
                ) =>
            {
                Ok(None)
            }
            Err(error) => Err(StoreError::io(path, Act::Read, &error)),
        }
    }

    fn list(&self, dir: &Path) -> Result<Vec<PathBuf>, StoreError> {
        let entries = match fs::read_dir(dir) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(StoreError::io(dir, Act::List, &error)),
        };
        let mut paths = entries
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<io::Result<Vec<_>>>()
            .at(dir, Act::List)?;
        // Of one folder, so that the bytes order them: a path compares part by part.
        paths.sort_unstable_by(|one, other| one.as_os_str().cmp(other.as_os_str()));
        Ok(paths)
    }

    fn real_path(&self, path: &Path) -> PathBuf {
        // On Windows this would give a `\\?\` path, which other programs and people do not read; links are rare there.
        if cfg!(windows) {
            return path.to_owned();
        }
        fs::canonicalize(path).unwrap_or_else(|_missing| path.to_owned())
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "how old a change is can only be told by the clock that dated it"
    )]
    fn stamp(&self, path: &Path) -> Result<Stamp, StoreError> {
        let meta = match fs::metadata(path) {
            Ok(meta) => meta,
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
                ) =>
            {
                return Ok(Stamp::NOTHING);
            }
            Err(error) => return Err(StoreError::io(path, Act::Read, &error)),
        };
        let marks = marks(&meta);
        let age = nanoseconds(Ok(SystemTime::now())).saturating_sub(marks[2]);
        Ok(Stamp {
            marks,
            settled: u128::from(age) > SETTLED.as_nanos(),
        })
    }

    fn cache_file(&self, path: &Path) -> Option<PathBuf> {
        self.make_dir(folder_of(path)).ok()?;
        // Made here, so that it is the owner's alone from its first byte on.
        options().create(true).open(path).ok()?;
        Some(path.to_owned())
    }

    fn create(&self, path: &Path) -> Result<RealFile, StoreError> {
        let file = options().create_new(true).open(path);
        Ok(RealFile {
            file: file.at(path, Act::Create)?,
            path: path.to_owned(),
        })
    }

    fn open(&self, path: &Path) -> Result<RealFile, StoreError> {
        Ok(RealFile {
            file: options().open(path).at(path, Act::Write)?,
            path: path.to_owned(),
        })
    }

    fn make_dir(&self, dir: &Path) -> Result<(), StoreError> {
        if fs::metadata(dir).is_ok_and(|meta| meta.is_dir()) {
            return Ok(());
        }
        let above = folder_of(dir);
        if above != dir && above != Path::new(".") {
            self.make_dir(above)?;
        }
        match make_one_dir(dir) {
            Ok(()) => self.sync_dir(above),
            // Another window made it at the same time; a file of that name stays an error.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && dir.is_dir() => Ok(()),
            Err(error) => Err(StoreError::io(dir, Act::Create, &error)),
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), StoreError> {
        let mut tries = 1;
        loop {
            match fs::rename(from, to) {
                Ok(()) => return Ok(()),
                Err(error)
                    if tries < RENAME_TRIES && error.kind() == io::ErrorKind::PermissionDenied =>
                {
                    tries += 1;
                    pause_before_retry();
                }
                Err(error) => return Err(StoreError::io(to, Act::Rename, &error)),
            }
        }
    }

    fn link(&self, from: &Path, to: &Path) -> Result<(), StoreError> {
        self.remove_if_there(to)?;
        if fs::hard_link(from, to).is_err() {
            // No second names on this file system (FAT, some network disks).
            fs::copy(from, to).at(to, Act::Write)?;
        }
        Ok(())
    }

    fn remove(&self, path: &Path) -> Result<(), StoreError> {
        fs::remove_file(path).at(path, Act::Remove)
    }

    fn same_permissions(&self, from: &Path, to: &Path) -> Result<(), StoreError> {
        let permissions = fs::metadata(from).at(from, Act::Read)?.permissions();
        fs::set_permissions(to, permissions).at(to, Act::Write)
    }

    fn sync_dir(&self, dir: &Path) -> Result<(), StoreError> {
        if cfg!(windows) {
            return Ok(());
        }
        File::open(dir)
            .and_then(|dir| dir.sync_all())
            .at(dir, Act::Sync)
    }

    fn lock(&self, path: &Path) -> Result<RealGuard, StoreError> {
        let file = open_lock(path)?;
        file.lock().at(path, Act::Lock)?;
        Ok(RealGuard { _file: file })
    }

    fn is_locked(&self, path: &Path) -> Result<bool, StoreError> {
        // Opened for reading only: who watches the folder for files that were closed after writing is not woken by a look.
        let file = match File::open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            opened => opened.at(path, Act::Lock)?,
        };
        match file.try_lock_shared() {
            Ok(()) => Ok(false),
            Err(TryLockError::WouldBlock) => Ok(true),
            Err(TryLockError::Error(error)) => Err(StoreError::io(path, Act::Lock, &error)),
        }
    }

    fn try_lock(&self, path: &Path) -> Result<Option<RealGuard>, StoreError> {
        let file = open_lock(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(RealGuard { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(StoreError::io(path, Act::Lock, &error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_name_the_path_and_the_act() {
        let dir = tempfile::tempdir().unwrap();
        let missing = dir.path().join("nowhere").join("x.ron");
        let error = RealDisk.read(&missing, 0, 10).unwrap_err();
        assert_eq!(
            (error.path.as_path(), error.act),
            (missing.as_path(), Act::Read)
        );
        assert!(error.is_missing());
        assert_eq!(RealDisk.meta(&missing).unwrap(), None);
        assert_eq!(RealDisk.list(&missing).unwrap(), Vec::<PathBuf>::new());
    }

    #[cfg(unix)]
    #[test]
    fn files_and_folders_are_the_owners_alone() {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let root = tempfile::tempdir().unwrap();
        let dir = root.path().join("a").join("b");
        RealDisk.make_dir(&dir).unwrap();
        assert_eq!(mode(&dir), 0o700);
        assert_eq!(mode(&root.path().join("a")), 0o700);
        let file = dir.join("f");
        RealDisk.create(&file).unwrap().append(b"x").unwrap();
        assert_eq!(mode(&file), 0o600);
        let lock = dir.join("lock");
        drop(RealDisk.lock(&lock).unwrap());
        assert_eq!(mode(&lock), 0o600);
    }

    #[test]
    fn a_file_is_appended_cut_and_read_from_a_byte() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("f");
        let mut file = RealDisk.create(&path).unwrap();
        assert!(RealDisk.create(&path).is_err(), "it is there");
        file.append(b"hello").unwrap();
        file.set_len(4).unwrap();
        file.append(b"!").unwrap();
        file.sync().unwrap();
        RealDisk.open(&path).unwrap().append(b"?").unwrap();
        assert_eq!(RealDisk.read(&path, 2, 3).unwrap(), b"ll!");
        assert_eq!(RealDisk.read(&path, 9, 3).unwrap(), b"");
        assert_eq!(RealDisk.meta(&path).unwrap().unwrap().len, 6);
    }

    #[test]
    fn a_lock_is_held_by_one() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("lock");
        let held = RealDisk.try_lock(&path).unwrap();
        assert!(held.is_some());
        assert!(RealDisk.try_lock(&path).unwrap().is_none());
        drop(held);
        assert!(RealDisk.try_lock(&path).unwrap().is_some());
    }
}
