//! Who sits where: each window holds the lock of its seat as long as it lives, so that two windows never write as one, and so that every
//! window can tell who is here. A window that was killed leaves its seat free; whoever comes next under the same name sits down on it.

use std::path::{Path, PathBuf};

use crate::{
    domain::Seat,
    store::{disk::Disk, error::StoreError, files, lead_lock::turn},
};

/// How the files of seats begin.
pub const PREFIX: &str = "seat-";

/// A seat that this process sits on, until this is dropped or the process ends.
#[derive(Debug)]
#[must_use = "the seat is taken only while this is held"]
pub struct SeatLock<D: Disk> {
    _guard: D::Guard,
}

fn lock_of(state_dir: &Path, seat: Seat) -> PathBuf {
    state_dir.join(format!("{PREFIX}{}.lock", seat.0))
}

impl<D: Disk> SeatLock<D> {
    /// Sits down, or returns nothing where somebody sits there.
    pub fn take(
        disk: &D,
        state_dir: &Path,
        seat: Seat,
        pid: u32,
    ) -> Result<Option<Self>, StoreError> {
        disk.make_dir(state_dir)?;
        let _turn = turn(disk, state_dir)?;
        let Some(guard) = disk.try_lock(&lock_of(state_dir, seat))? else {
            return Ok(None);
        };
        // Whoever watches the folder sees by this that somebody sat down. Nothing else depends on it.
        let number = state_dir.join(format!("{PREFIX}{}.pid", seat.0));
        files::write_fleeting(disk, &number, pid.to_string().as_bytes())?;
        Ok(Some(Self { _guard: guard }))
    }
}

/// Returns the seats somebody sits on right now.
pub fn here<D: Disk>(disk: &D, state_dir: &Path) -> Result<Vec<Seat>, StoreError> {
    let _turn = turn(disk, state_dir)?;
    let mut seats = Vec::new();
    for path in disk.list(state_dir)? {
        let name = path.file_name().and_then(|name| name.to_str());
        let number = name
            .and_then(|name| name.strip_prefix(PREFIX)?.strip_suffix(".lock"))
            .and_then(|number| number.parse().ok());
        if let Some(number) = number
            && disk.is_locked(&path)?
        {
            seats.push(Seat(number));
        }
    }
    seats.sort_unstable();
    Ok(seats)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::disk::RealDisk;

    #[test]
    fn a_seat_is_taken_by_one_and_seen_by_all() {
        let dir = tempfile::tempdir().unwrap();
        let state = dir.path().join("s1");
        let take = |seat| SeatLock::take(&RealDisk, &state, Seat(seat), 7).unwrap();
        let three = take(3).expect("free");
        let _twelve = take(12).expect("free");
        assert!(take(3).is_none());
        assert_eq!(here(&RealDisk, &state).unwrap(), [Seat(3), Seat(12)]);
        drop(three);
        assert_eq!(here(&RealDisk, &state).unwrap(), [Seat(12)]);
        assert!(take(3).is_some());
    }
}
