//! A disk that notes what was asked of it, so that it can be told later whether the answers would still be the same.

use std::{
    cell::RefCell,
    collections::HashSet,
    path::{Path, PathBuf},
    rc::Rc,
};

use crate::store::{
    disk::{Disk, Meta, Stamp},
    error::StoreError,
};

/// More files than this one session never needs; what was read of more is not worth remembering.
const MOST: usize = 64;

/// A disk that notes which files and folders were read, each with what it was known by just before.
#[derive(Clone, Debug)]
pub(in crate::store) struct Noting<D> {
    disk: D,
    seen: Rc<RefCell<Vec<(PathBuf, Stamp)>>>,
}

impl<D: Disk> Noting<D> {
    pub(in crate::store) fn new(disk: &D) -> Self {
        Self {
            disk: disk.clone(),
            seen: Rc::default(),
        }
    }

    /// Notes a file or a folder. The stamp is taken before the file is read: one that changes meanwhile looks changed later.
    pub(in crate::store) fn note(&self, path: &Path) {
        let mut seen = self.seen.borrow_mut();
        if seen.len() <= MOST && seen.iter().all(|(known, _)| known != path) {
            let unsure = Stamp {
                settled: false,
                ..Stamp::NOTHING
            };
            let stamp = self.disk.stamp(path).unwrap_or(unsure);
            seen.push((path.to_owned(), stamp));
        }
    }

    /// Returns what was seen in a form that [`is_as_seen`] reads; nothing where it could change without being noticed.
    pub(in crate::store) fn seen(&self) -> Option<Vec<u8>> {
        let seen = self.seen.borrow();
        let missing: Vec<&Path> = seen
            .iter()
            .filter(|(_, stamp)| *stamp == Stamp::NOTHING)
            .map(|(path, _)| path.as_path())
            .collect();
        let mut out = Vec::new();
        for (path, stamp) in seen.iter() {
            if !stamp.settled || seen.len() > MOST {
                return None;
            }
            // What lies in a folder that is not there is not there.
            if path.parent().is_some_and(|above| missing.contains(&above)) {
                continue;
            }
            let path = path.to_str()?;
            out.extend((path.len() as u32).to_le_bytes());
            out.extend(path.as_bytes());
            for mark in stamp.marks {
                out.extend(mark.to_le_bytes());
            }
        }
        Some(out)
    }
}

/// What lies in a folder, asked once for many questions.
#[derive(Debug)]
pub(in crate::store) struct Inside {
    folder: PathBuf,
    /// In small letters: on some systems a name has no letter case.
    names: HashSet<String>,
}

impl Inside {
    /// Looks into a folder; none where it cannot be done, or a name in it could be meant by another.
    pub(in crate::store) fn of<D: Disk>(disk: &D, folder: &Path) -> Option<Self> {
        let name = |path: PathBuf| {
            let name = path.file_name()?.to_str().filter(|name| name.is_ascii())?;
            Some(name.to_ascii_lowercase())
        };
        Some(Self {
            folder: folder.to_owned(),
            names: disk
                .list(folder)
                .ok()?
                .into_iter()
                .map(name)
                .collect::<Option<_>>()?,
        })
    }

    /// Tells whether something was certainly not there.
    fn lacks(&self, path: &Path) -> bool {
        let name = path.file_name().and_then(|name| name.to_str());
        path.parent() == Some(&*self.folder)
            && name.is_some_and(|name| {
                name.is_ascii() && !self.names.contains(&name.to_ascii_lowercase())
            })
    }
}

/// Tells whether everything that was seen is as it was.
pub(in crate::store) fn is_as_seen<D: Disk>(
    disk: &D,
    inside: Option<&Inside>,
    mut seen: &[u8],
) -> bool {
    while !seen.is_empty() {
        let Some((path, marks, rest)) = first_of(seen) else {
            return false;
        };
        let lacks = || inside.is_some_and(|inside| inside.lacks(path));
        let still_missing = marks == Stamp::NOTHING.marks && lacks();
        if !still_missing && !disk.stamp(path).is_ok_and(|stamp| stamp.marks == marks) {
            return false;
        }
        seen = rest;
    }
    true
}

fn first_of(seen: &[u8]) -> Option<(&Path, [u64; 4], &[u8])> {
    let (length, rest) = seen.split_first_chunk::<4>()?;
    let (path, mut rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    let mut marks = [0; 4];
    for mark in &mut marks {
        let (bytes, after) = rest.split_first_chunk::<8>()?;
        *mark = u64::from_le_bytes(*bytes);
        rest = after;
    }
    Some((Path::new(std::str::from_utf8(path).ok()?), marks, rest))
}

impl<D: Disk> Disk for Noting<D> {
    type File = D::File;
    type Guard = D::Guard;

    fn read(&self, path: &Path, from: u64, most: u64) -> Result<Vec<u8>, StoreError> {
        self.note(path);
        self.disk.read(path, from, most)
    }

    fn meta(&self, path: &Path) -> Result<Option<Meta>, StoreError> {
        self.note(path);
        self.disk.meta(path)
    }

    fn stamp(&self, path: &Path) -> Result<Stamp, StoreError> {
        self.disk.stamp(path)
    }

    fn cache_file(&self, path: &Path) -> Option<PathBuf> {
        self.disk.cache_file(path)
    }

    fn list(&self, dir: &Path) -> Result<Vec<PathBuf>, StoreError> {
        self.note(dir);
        self.disk.list(dir)
    }

    fn real_path(&self, path: &Path) -> PathBuf {
        self.disk.real_path(path)
    }

    fn create(&self, path: &Path) -> Result<D::File, StoreError> {
        self.disk.create(path)
    }

    fn open(&self, path: &Path) -> Result<D::File, StoreError> {
        self.disk.open(path)
    }

    fn make_dir(&self, dir: &Path) -> Result<(), StoreError> {
        self.disk.make_dir(dir)
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), StoreError> {
        self.disk.rename(from, to)
    }

    fn link(&self, from: &Path, to: &Path) -> Result<(), StoreError> {
        self.disk.link(from, to)
    }

    fn remove(&self, path: &Path) -> Result<(), StoreError> {
        self.disk.remove(path)
    }

    fn same_permissions(&self, from: &Path, to: &Path) -> Result<(), StoreError> {
        self.disk.same_permissions(from, to)
    }

    fn sync_dir(&self, dir: &Path) -> Result<(), StoreError> {
        self.disk.sync_dir(dir)
    }

    fn lock(&self, path: &Path) -> Result<D::Guard, StoreError> {
        self.disk.lock(path)
    }

    fn try_lock(&self, path: &Path) -> Result<Option<D::Guard>, StoreError> {
        self.disk.try_lock(path)
    }

    fn is_locked(&self, path: &Path) -> Result<bool, StoreError> {
        self.disk.is_locked(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::ModelDisk;

    #[test]
    fn what_a_folder_lacks_is_told_from_what_it_has() {
        let disk = ModelDisk::new(1);
        let folder = Path::new("/h/state");
        disk.make_dir(&folder.join("Ett")).unwrap();
        let inside = Inside::of(&disk, folder).unwrap();
        for (path, lacks) in [
            ("/h/state/ett", false),
            ("/h/state/Ett", false),
            ("/h/state/två", false),
            ("/h/state/tva", true),
            ("/h/state/tva/path", false),
            ("/h/sessions/tva", false),
        ] {
            assert_eq!(inside.lacks(Path::new(path)), lacks, "{path}");
        }
        // What came meanwhile is seen by the next look.
        let noting = Noting::new(&disk);
        noting.note(&folder.join("tva"));
        let seen = noting.seen().unwrap();
        assert!(is_as_seen(&disk, Some(&inside), &seen));
        disk.make_dir(&folder.join("tva")).unwrap();
        let inside = Inside::of(&disk, folder);
        assert!(!is_as_seen(&disk, inside.as_ref(), &seen));
    }
}
