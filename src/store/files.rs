//! Whole files: read with a bound, written so that a reader finds the old one or the new one and never half of one.

use std::path::{Path, PathBuf};

use crate::store::{
    disk::{Disk, DiskFile, folder_of},
    error::{Act, StoreError, Trouble},
};

/// The most a text file of ours may have: a session with twelve charts and ten thousand notes is about 3 MB.
pub const MAX_TEXT: u64 = 64 * 1024 * 1024;

/// Whether the file as it was stays beside the new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backup {
    /// As `NAME.bak`.
    Keep,
    /// Not.
    None,
}

/// Returns a path with something after its whole name: `a.ron` and `bak` give `a.ron.bak`.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    path.with_file_name(name)
}

/// Reads a text file. A byte order mark, as some editors write, is left out.
pub fn read_text<D: Disk>(disk: &D, path: &Path) -> Result<String, StoreError> {
    let bytes = disk.read(path, 0, MAX_TEXT + 1)?;
    let wrong = |trouble| StoreError::new(path, Act::Read, trouble);
    if bytes.len() as u64 > MAX_TEXT {
        return Err(wrong(Trouble::TooLarge { limit: MAX_TEXT }));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        wrong(Trouble::NotText { at })
    })?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

/// Writes a file in one step: after `Ok` the new one is on the disk, after an error or a power cut it is the old one or the new one.
///
/// It goes through links to the file they lead to, and readers and writers of the old file may read and write the new one.
pub fn write_atomic<D: Disk>(
    disk: &D,
    path: &Path,
    bytes: &[u8],
    backup: Backup,
) -> Result<(), StoreError> {
    let path = disk.real_path(path);
    let half_made = half_made(&path);
    // What a program that was killed left here. Two programs never write one file at once: each write of a session is under its lock.
    disk.remove_if_there(&half_made)?;
    let written = write_new(disk, &path, &half_made, bytes).and_then(|()| {
        if backup == Backup::Keep && disk.exists(&path)? {
            disk.link(&path, &beside(&path, "bak"))?;
        }
        disk.rename(&half_made, &path)
    });
    if written.is_err() {
        disk.remove_if_there(&half_made).unwrap_or_default();
    }
    written?;
    disk.sync_dir(folder_of(&path))
}

/// Writes a file that means nothing after a power cut, such as the number of a process: a reader finds it whole or not at all, and nobody
/// waits for the disk.
pub fn write_fleeting<D: Disk>(disk: &D, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let half_made = half_made(path);
    disk.remove_if_there(&half_made)?;
    disk.create(&half_made)?.append(bytes)?;
    disk.rename(&half_made, path)
}

fn write_new<D: Disk>(
    disk: &D,
    path: &Path,
    half_made: &Path,
    bytes: &[u8],
) -> Result<(), StoreError> {
    let mut file = disk.create(half_made)?;
    file.append(bytes)?;
    if disk.exists(path)? {
        disk.same_permissions(path, half_made)?;
    }
    file.sync()
}

/// Writes a file that must not be there yet, in one step. Whoever chooses the name holds a lock, so that no two choose the same one.
pub fn write_new_file<D: Disk>(disk: &D, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    if disk.exists(path)? {
        return Err(StoreError::new(path, Act::Create, Trouble::Exists));
    }
    write_atomic(disk, path, bytes, Backup::None)
}

/// Returns the hidden name under which a file is made before it takes its place.
fn half_made(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".new");
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::disk::{Injected, ModelDisk, RealDisk};

    const PATH: &str = "/d/a.ron";

    fn disk_with(bytes: &[u8]) -> ModelDisk {
        let disk = ModelDisk::new(7);
        disk.put(Path::new(PATH), bytes);
        disk
    }

    #[test]
    fn a_reader_finds_the_old_file_or_the_new_one() {
        let run = |disk: &ModelDisk| write_atomic(disk, Path::new(PATH), b"new new", Backup::Keep);
        let whole = disk_with(b"old");
        run(&whole).unwrap();
        let last = whole.steps();
        for step in 0..=last {
            let disk = disk_with(b"old");
            disk.cut_after(step);
            let answer = run(&disk);
            disk.power_on();
            let found = read_text(&disk, Path::new(PATH)).unwrap();
            assert!(found == "new new" || answer.is_err() && found == "old");

            let disk = disk_with(b"old");
            disk.inject(step, Injected::Full);
            let answer = run(&disk);
            let found = read_text(&disk, Path::new(PATH)).unwrap();
            assert!(found == "new new" || answer.is_err() && found == "old");
        }
        assert_eq!(read_text(&whole, Path::new("/d/a.ron.bak")).unwrap(), "old");
        assert_eq!(whole.list(Path::new("/d")).unwrap().len(), 2);
    }

    #[test]
    fn text_comes_without_its_mark_and_with_its_place() {
        let disk = disk_with("\u{feff}Hej".as_bytes());
        assert_eq!(read_text(&disk, Path::new(PATH)).unwrap(), "Hej");
        let latin1 = disk_with(b"sk\xe5p");
        let error = read_text(&latin1, Path::new(PATH)).unwrap_err();
        assert_eq!(error.trouble, Trouble::NotText { at: 2 });
        assert_eq!(error.path, Path::new(PATH));
    }

    #[test]
    fn a_new_file_never_takes_anothers_place() {
        let disk = disk_with(b"old");
        let error = write_new_file(&disk, Path::new(PATH), b"new").unwrap_err();
        assert_eq!(error.trouble, Trouble::Exists);
        write_new_file(&disk, Path::new("/d/b.ron"), b"new").unwrap();
        disk.power_on();
        assert_eq!(read_text(&disk, Path::new("/d/b.ron")).unwrap(), "new");
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_stay() {
        use std::{fs, os::unix::fs::PermissionsExt};
        let dir = tempfile::tempdir().unwrap();
        let (real, link) = (dir.path().join("real.ron"), dir.path().join("link.ron"));
        write_new_file(&RealDisk, &real, b"old").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&real), 0o600);
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        write_atomic(&RealDisk, &link, b"new", Backup::Keep).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(read_text(&RealDisk, &real).unwrap(), "new");
        assert_eq!(mode(&real), 0o640);
        let old = read_text(&RealDisk, &beside(&real, "bak")).unwrap();
        assert_eq!(old, "old");
        assert_eq!(RealDisk.list(dir.path()).unwrap().len(), 3);
    }
}
