//! The half-typed line, kept so that a crash in the middle of a sentence costs at most two seconds of typing.

use std::path::{Path, PathBuf};

use crate::{
    domain::Seat,
    format::half_typed::HalfTyped,
    store::{
        disk::Disk,
        error::StoreError,
        files::{self, Backup},
    },
};

/// Each window has a line of its own.
fn path(state_dir: &Path, seat: Seat) -> PathBuf {
    match seat {
        Seat::LEAD => state_dir.join("draft.txt"),
        Seat(number) => state_dir.join(format!("draft-{number}.txt")),
    }
}

/// Keeps the line; an empty one is forgotten.
pub fn keep<D: Disk>(
    disk: &D,
    state_dir: &Path,
    seat: Seat,
    line: &HalfTyped,
) -> Result<(), StoreError> {
    if line.is_empty() {
        return forget(disk, state_dir, seat);
    }
    disk.make_dir(state_dir)?;
    files::write_atomic(
        disk,
        &path(state_dir, seat),
        line.write().as_bytes(),
        Backup::None,
    )
}

/// Forgets the line: it was saved as a note, or given up.
pub fn forget<D: Disk>(disk: &D, state_dir: &Path, seat: Seat) -> Result<(), StoreError> {
    disk.remove_if_there(&path(state_dir, seat)).map(|_was| ())
}

/// Returns the line that was kept, empty where none was.
pub fn kept<D: Disk>(disk: &D, state_dir: &Path, seat: Seat) -> Result<HalfTyped, StoreError> {
    match files::read_text(disk, &path(state_dir, seat)) {
        Err(error) if error.is_missing() => Ok(HalfTyped::default()),
        answer => answer.map(|text| HalfTyped::read(&text)),
    }
}

/// Changes what is half typed in every window; the change tells whether there was anything to change. Returns how many were changed.
pub fn change_all<D: Disk>(
    disk: &D,
    state_dir: &Path,
    mut change: impl FnMut(&mut HalfTyped) -> bool,
) -> Result<usize, StoreError> {
    let mut changed = 0;
    for path in disk.list(state_dir)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !(name.starts_with("draft") && name.ends_with(".txt")) {
            continue;
        }
        let mut half = HalfTyped::read(&files::read_text(disk, &path)?);
        if change(&mut half) {
            changed += 1;
            if half.is_empty() {
                disk.remove_if_there(&path)?;
            } else {
                files::write_atomic(disk, &path, half.write().as_bytes(), Backup::None)?;
            }
        }
    }
    Ok(changed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::disk::RealDisk;

    #[test]
    fn a_line_is_kept_until_it_is_saved() {
        let dir = tempfile::tempdir().unwrap();
        let state = dir.path().join("s1");
        let disk = &RealDisk;
        let kept = |seat| kept(disk, &state, seat).unwrap();
        let keep = |seat, line: &str| keep(disk, &state, seat, &line.into()).unwrap();
        assert_eq!(kept(Seat::LEAD), HalfTyped::default());
        keep(Seat::LEAD, "Eva: vi ser att");
        keep(Seat(3), "en annans rad");
        keep(Seat::LEAD, "Eva: vi ser att fler\nsvarar");
        assert_eq!(kept(Seat::LEAD), "Eva: vi ser att fler\nsvarar".into());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let meta = std::fs::metadata(path(&state, Seat::LEAD)).unwrap();
            assert_eq!(meta.permissions().mode() & 0o777, 0o600);
        }
        keep(Seat::LEAD, "");
        assert_eq!(kept(Seat(3)), "en annans rad".into());
        assert_eq!(kept(Seat::LEAD), HalfTyped::default());
    }
}
