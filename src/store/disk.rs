//! The disk as a small trait, so that everything above it runs the same on the real one and on a model that cuts the power.

use std::{
    fmt::Debug,
    path::{Path, PathBuf},
};

use crate::{
    store::error::{StoreError, Trouble},
    text::Moment,
};

mod model;
pub(super) mod noting;
mod real;

pub use model::{Injected, ModelDisk};
pub use real::RealDisk;

/// What is known about a file without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meta {
    /// Its length in bytes.
    pub len: u64,
    /// When it was last written.
    pub modified: Moment,
    /// It is a folder.
    pub is_dir: bool,
}

/// What tells whether a file or a folder is as it was, without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Its length, when it was written, when anything of it changed, and which file it is; all zero where nothing is.
    pub marks: [u64; 4],
    /// Its last change is long enough ago that another would get another time. Disks count time in steps of up to two seconds.
    pub settled: bool,
}

impl Stamp {
    /// Nothing is there.
    pub const NOTHING: Self = Self {
        marks: [0; 4],
        settled: true,
    };
}

/// A file open for appending.
pub trait DiskFile {
    /// Writes at the end, in one piece where the system can.
    ///
    /// On an error some of the bytes may stand in the file.
    fn append(&mut self, bytes: &[u8]) -> Result<(), StoreError>;

    /// Waits until what was written survives a power cut.
    ///
    /// An error is final for this file: the system may have thrown the bytes away and say yes the next time (ext4, XFS and Btrfs do).
    fn sync(&mut self) -> Result<(), StoreError>;

    /// Cuts the file to a length.
    fn set_len(&mut self, len: u64) -> Result<(), StoreError>;
}

/// Everything the program asks of a disk. Files are made readable for their owner only, folders too.
pub trait Disk: Clone + Debug {
    /// A file open for appending.
    type File: DiskFile + Debug;
    /// A lock that is held; dropping it lets go, and so does the end of the process.
    type Guard: Debug;

    /// Reads from a byte on, at most so many bytes; fewer at the end of the file.
    fn read(&self, path: &Path, from: u64, most: u64) -> Result<Vec<u8>, StoreError>;

    /// Reads from a byte on into a room that is there, and returns how much; nothing at the end of the file.
    ///
    /// A long file is read piece by piece without a new room for each.
    fn read_into(&self, path: &Path, from: u64, out: &mut [u8]) -> Result<usize, StoreError> {
        let bytes = self.read(path, from, out.len() as u64)?;
        let count = bytes.len().min(out.len());
        out[..count].copy_from_slice(&bytes[..count]);
        Ok(count)
    }

    /// Tells what is at a path, or none where nothing is. Follows links.
    fn meta(&self, path: &Path) -> Result<Option<Meta>, StoreError>;

    /// Tells what a file or a folder is known by. Of a folder it changes when a name in it does. Follows links.
    fn stamp(&self, path: &Path) -> Result<Stamp, StoreError>;

    /// Makes a file ready in which another library keeps what can be made again; none where only this trait reaches, or where the disk
    /// says no.
    fn cache_file(&self, path: &Path) -> Option<PathBuf>;

    /// Lists a folder by name: files and folders, in the order of their names. A folder that is not there is empty.
    fn list(&self, dir: &Path) -> Result<Vec<PathBuf>, StoreError>;

    /// Returns the path behind links, or the path itself.
    fn real_path(&self, path: &Path) -> PathBuf;

    /// Makes a file that must not be there yet.
    fn create(&self, path: &Path) -> Result<Self::File, StoreError>;

    /// Opens a file that is there.
    fn open(&self, path: &Path) -> Result<Self::File, StoreError>;

    /// Makes a folder and those above it, and waits until they survive a power cut. One that is there is left as it is.
    fn make_dir(&self, dir: &Path) -> Result<(), StoreError>;

    /// Gives a file another name, in place of what has that name. It survives a power cut only after [`Disk::sync_dir`].
    fn rename(&self, from: &Path, to: &Path) -> Result<(), StoreError>;

    /// Gives a file a second name, or copies it where that cannot be; what has the name is replaced.
    fn link(&self, from: &Path, to: &Path) -> Result<(), StoreError>;

    /// Removes a file.
    fn remove(&self, path: &Path) -> Result<(), StoreError>;

    /// Lets a file be read and written by those who can read and write another.
    fn same_permissions(&self, from: &Path, to: &Path) -> Result<(), StoreError>;

    /// Waits until the names in a folder survive a power cut. Does nothing where the system needs none (Windows).
    fn sync_dir(&self, dir: &Path) -> Result<(), StoreError>;

    /// Waits for a lock on a file, which is made where it is missing. Never a file with content: on Windows a lock keeps readers out.
    fn lock(&self, path: &Path) -> Result<Self::Guard, StoreError>;

    /// Takes a lock, or none where another holds it.
    fn try_lock(&self, path: &Path) -> Result<Option<Self::Guard>, StoreError>;

    /// Tells whether another holds the lock on a file, without holding it even for a moment where the system can tell.
    fn is_locked(&self, path: &Path) -> Result<bool, StoreError>;

    /// Tells whether something is at a path.
    fn exists(&self, path: &Path) -> Result<bool, StoreError> {
        Ok(self.meta(path)?.is_some())
    }

    /// Removes a file, or finds it gone. Returns whether it was there.
    fn remove_if_there(&self, path: &Path) -> Result<bool, StoreError> {
        match self.remove(path) {
            Ok(()) => Ok(true),
            Err(error) if error.trouble == Trouble::Missing => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// Returns the folder a file lies in; the folder of a bare name is `.`.
pub fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or_else(|| Path::new("."))
}
