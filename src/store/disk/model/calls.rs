//! What the model answers to each call.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use super::{Change, Inode, ModelDisk, ModelFile, ModelGuard, State, apply};
use crate::{
    store::{
        disk::{Disk, DiskFile, Meta, Stamp, folder_of},
        error::{Act, StoreError, Trouble},
    },
    text::Moment,
};

impl ModelFile {
    fn step(&self, state: &mut State, act: Act) -> Result<(), StoreError> {
        if self.life != state.life {
            let gone = Trouble::Other("the process of this handle has ended".to_owned());
            return Err(StoreError::new(&self.path, act, gone));
        }
        state.step(act, &self.path)
    }
}

impl DiskFile for ModelFile {
    fn append(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        let disk = self.disk.clone();
        let mut state = disk.state();
        let mut answer = self.step(&mut state, Act::Write);
        if self.life != state.life || !state.powered() {
            return answer;
        }
        let mut taken = bytes.len();
        if answer.is_err() {
            taken = state.below(bytes.len() + 1);
        }
        let free = state
            .room
            .map_or(usize::MAX, |room| room.saturating_sub(state.used()));
        if answer.is_ok() && taken > free {
            taken = free;
            answer = Err(StoreError::new(&self.path, Act::Write, Trouble::Full));
        }
        let step = state.step as i64;
        let inode = &mut state.inodes[self.inode];
        let at = inode.now.len();
        if taken > 0 {
            inode.change(Change::Write {
                at,
                bytes: bytes[..taken].to_vec(),
            });
            inode.modified = step;
        }
        answer
    }

    fn sync(&mut self) -> Result<(), StoreError> {
        let disk = self.disk.clone();
        let mut state = disk.state();
        let answer = self.step(&mut state, Act::Sync);
        if self.life != state.life || !state.powered() {
            return answer;
        }
        if answer.is_ok() && state.sync_lies {
            return Ok(());
        }
        let mut dirty = std::mem::take(&mut state.inodes[self.inode].dirty);
        if answer.is_err() {
            // Some of it reached the disk, the rest is marked clean and lost: the next sync will say yes.
            let kept = state.below(dirty.len() + 1);
            dirty.truncate(kept);
        }
        for change in &dirty {
            apply(&mut state.inodes[self.inode].safe, change);
        }
        answer
    }

    fn set_len(&mut self, len: u64) -> Result<(), StoreError> {
        let disk = self.disk.clone();
        let mut state = disk.state();
        self.step(&mut state, Act::Write)?;
        state.inodes[self.inode].change(Change::Cut(len as usize));
        Ok(())
    }
}

impl Disk for ModelDisk {
    type File = ModelFile;
    type Guard = ModelGuard;

    fn read(&self, path: &Path, from: u64, most: u64) -> Result<Vec<u8>, StoreError> {
        let mut state = self.state();
        state.step(Act::Read, path)?;
        let bytes = &state.inodes[state.inode(path, Act::Read)?].now;
        Ok(bytes
            .iter()
            .skip(from as usize)
            .take(usize::try_from(most).unwrap_or(usize::MAX))
            .copied()
            .collect())
    }

    fn meta(&self, path: &Path) -> Result<Option<Meta>, StoreError> {
        let mut state = self.state();
        state.step(Act::Read, path)?;
        let file = state.names.get(path).map(|inode| &state.inodes[*inode]);
        let found = file.map(|inode| Meta {
            len: inode.now.len() as u64,
            modified: Moment(inode.modified),
            is_dir: false,
        });
        Ok(found.or_else(|| {
            state.dirs.contains(path).then_some(Meta {
                len: 0,
                modified: Moment(0),
                is_dir: true,
            })
        }))
    }

    fn list(&self, dir: &Path) -> Result<Vec<PathBuf>, StoreError> {
        let mut state = self.state();
        state.step(Act::List, dir)?;
        let all = state.names.keys().chain(&state.dirs);
        let here = all.filter(|path| path.parent() == Some(dir));
        Ok(here.cloned().collect::<BTreeSet<_>>().into_iter().collect())
    }

    fn stamp(&self, path: &Path) -> Result<Stamp, StoreError> {
        let mut state = self.state();
        state.step(Act::Read, path)?;
        let file = state.names.get(path).copied();
        let marks = match file {
            Some(number) => {
                let inode = &state.inodes[number];
                let modified = inode.modified.unsigned_abs();
                [
                    inode.now.len() as u64,
                    modified,
                    modified,
                    number as u64 + 1,
                ]
            }
            None if state.dirs.contains(path) => {
                // What lies in it, by names and which files they stand for.
                let names = state.names.iter();
                let here = names.filter(|(name, _)| name.parent() == Some(path));
                let said = format!("{:?}", here.collect::<Vec<_>>());
                [
                    said.len() as u64,
                    crc32c::crc32c(said.as_bytes()).into(),
                    1,
                    1,
                ]
            }
            None => return Ok(Stamp::NOTHING),
        };
        Ok(Stamp {
            marks,
            settled: true,
        })
    }

    fn cache_file(&self, _path: &Path) -> Option<PathBuf> {
        None
    }

    fn real_path(&self, path: &Path) -> PathBuf {
        path.to_owned()
    }

    fn create(&self, path: &Path) -> Result<ModelFile, StoreError> {
        let mut state = self.state();
        state.step(Act::Create, path)?;
        let wrong = |trouble| Err(StoreError::new(path, Act::Create, trouble));
        if state.names.contains_key(path) {
            return wrong(Trouble::Exists);
        }
        if !state.dirs.contains(folder_of(path)) {
            return wrong(Trouble::Missing);
        }
        let inode = state.inodes.len();
        state.inodes.push(Inode::default());
        state.rename(folder_of(path), vec![(path.to_owned(), Some(inode))]);
        Ok(ModelFile {
            disk: self.clone(),
            inode,
            path: path.to_owned(),
            life: state.life,
        })
    }

    fn open(&self, path: &Path) -> Result<ModelFile, StoreError> {
        let mut state = self.state();
        state.step(Act::Write, path)?;
        Ok(ModelFile {
            disk: self.clone(),
            inode: state.inode(path, Act::Write)?,
            path: path.to_owned(),
            life: state.life,
        })
    }

    fn make_dir(&self, dir: &Path) -> Result<(), StoreError> {
        let mut state = self.state();
        state.step(Act::Create, dir)?;
        for dir in dir.ancestors() {
            state.dirs.insert(dir.to_owned());
        }
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), StoreError> {
        let mut state = self.state();
        state.step(Act::Rename, to)?;
        let inode = state.inode(from, Act::Rename)?;
        let names = vec![(from.to_owned(), None), (to.to_owned(), Some(inode))];
        state.rename(folder_of(to), names);
        Ok(())
    }

    fn link(&self, from: &Path, to: &Path) -> Result<(), StoreError> {
        let mut state = self.state();
        state.step(Act::Write, to)?;
        let inode = state.inode(from, Act::Read)?;
        state.rename(folder_of(to), vec![(to.to_owned(), Some(inode))]);
        Ok(())
    }

    fn remove(&self, path: &Path) -> Result<(), StoreError> {
        let mut state = self.state();
        state.step(Act::Remove, path)?;
        state.inode(path, Act::Remove)?;
        state.rename(folder_of(path), vec![(path.to_owned(), None)]);
        Ok(())
    }

    fn same_permissions(&self, from: &Path, to: &Path) -> Result<(), StoreError> {
        let mut state = self.state();
        state.step(Act::Write, to)?;
        state.inode(from, Act::Read)?;
        state.inode(to, Act::Write).map(|_inode| ())
    }

    fn sync_dir(&self, dir: &Path) -> Result<(), StoreError> {
        let mut state = self.state();
        let answer = state.step(Act::Sync, dir);
        if !state.powered() || (answer.is_ok() && state.sync_lies) {
            return answer;
        }
        let changes = std::mem::take(&mut state.name_changes);
        let (mut here, elsewhere): (Vec<_>, Vec<_>) =
            changes.into_iter().partition(|change| change.dir == dir);
        if answer.is_err() {
            let kept = state.below(here.len() + 1);
            here.truncate(kept);
        }
        for change in &here {
            state.make_safe(change);
        }
        state.name_changes = elsewhere;
        answer
    }

    fn lock(&self, path: &Path) -> Result<ModelGuard, StoreError> {
        let mut state = self.state();
        state.step(Act::Lock, path)?;
        while state.locks.contains(path) {
            let woken = self.shared.unlocked.wait(state);
            state = woken.expect("no call panics while it holds the model");
        }
        Ok(self.guard(path, &mut state))
    }

    fn is_locked(&self, path: &Path) -> Result<bool, StoreError> {
        let mut state = self.state();
        state.step(Act::Lock, path)?;
        Ok(state.locks.contains(path))
    }

    fn try_lock(&self, path: &Path) -> Result<Option<ModelGuard>, StoreError> {
        let mut state = self.state();
        state.step(Act::Lock, path)?;
        let free = !state.locks.contains(path);
        Ok(free.then(|| self.guard(path, &mut state)))
    }
}
