//! The half-typed line, kept so that a crash in the middle of a sentence costs at most two seconds of typing.

use std::path::Path;

use crate::{
    format::half_typed::HalfTyped,
    store::{
        disk::Disk,
        error::StoreError,
        files::{self, Backup},
    },
};

const NAME: &str = "draft.txt";

/// Keeps the line; an empty one is forgotten.
pub fn keep<D: Disk>(disk: &D, state_dir: &Path, line: &HalfTyped) -> Result<(), StoreError> {
    if line.is_empty() {
        return forget(disk, state_dir);
    }
    disk.make_dir(state_dir)?;
    files::write_atomic(
        disk,
        &state_dir.join(NAME),
        line.write().as_bytes(),
        Backup::None,
    )
}

/// Forgets the line: it was saved as a note, or given up.
pub fn forget<D: Disk>(disk: &D, state_dir: &Path) -> Result<(), StoreError> {
    disk.remove_if_there(&state_dir.join(NAME)).map(|_was| ())
}

/// Returns the line that was kept, empty where none was.
pub fn kept<D: Disk>(disk: &D, state_dir: &Path) -> Result<HalfTyped, StoreError> {
    match files::read_text(disk, &state_dir.join(NAME)) {
        Err(error) if error.is_missing() => Ok(HalfTyped::default()),
        answer => answer.map(|text| HalfTyped::read(&text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::disk::RealDisk;

    #[test]
    fn a_line_is_kept_until_it_is_saved() {
        let dir = tempfile::tempdir().unwrap();
        let state = dir.path().join("s1");
        assert_eq!(kept(&RealDisk, &state).unwrap(), HalfTyped::default());
        keep(&RealDisk, &state, &"Eva: vi ser att".into()).unwrap();
        keep(&RealDisk, &state, &"Eva: vi ser att fler\nsvarar".into()).unwrap();
        assert_eq!(
            kept(&RealDisk, &state).unwrap(),
            "Eva: vi ser att fler\nsvarar".into()
        );
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let meta = std::fs::metadata(state.join(NAME)).unwrap();
            assert_eq!(meta.permissions().mode() & 0o777, 0o600);
        }
        keep(&RealDisk, &state, &HalfTyped::default()).unwrap();
        assert_eq!(kept(&RealDisk, &state).unwrap(), HalfTyped::default());
    }
}
