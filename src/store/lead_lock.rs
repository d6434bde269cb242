//! One leading program per session: two windows that both move the agenda would confuse everybody in the room.

use std::path::Path;

use crate::store::{
    disk::Disk,
    error::{Act, StoreError, Trouble},
    files,
};

/// The right to lead a session. It ends when this is dropped, and when the process ends, however it ends.
#[derive(Debug)]
#[must_use = "the session is led only while this is held"]
pub struct LeadLock<D: Disk> {
    _guard: D::Guard,
}

impl<D: Disk> LeadLock<D> {
    /// Takes the right to lead, or says which process has it.
    pub fn take(disk: &D, state_dir: &Path, pid: u32) -> Result<Self, StoreError> {
        disk.make_dir(state_dir)?;
        let _turn = turn(disk, state_dir)?;
        let path = state_dir.join("lead.lock");
        // The number lies beside the lock: on Windows a locked file cannot be read.
        let number = state_dir.join("lead.pid");
        let Some(guard) = disk.try_lock(&path)? else {
            let pid = files::read_text(disk, &number).ok();
            let pid = pid.and_then(|pid| pid.trim().parse().ok());
            return Err(StoreError::new(&path, Act::Lock, Trouble::Held { pid }));
        };
        files::write_fleeting(disk, &number, pid.to_string().as_bytes())?;
        Ok(Self { _guard: guard })
    }

    /// Takes the right to lead for a moment, for what must not be done by two; none where some program leads.
    ///
    /// Who wants to lead meanwhile waits its turn, and is not sent away.
    pub fn for_a_moment(disk: &D, state_dir: &Path) -> Result<Option<BriefLead<D>>, StoreError> {
        let turn = turn(disk, state_dir)?;
        let guard = disk.try_lock(&state_dir.join("lead.lock"))?;
        Ok(guard.map(|guard| BriefLead {
            _guard: guard,
            _turn: turn,
        }))
    }

    /// Tells whether some program leads the session right now.
    pub fn is_held(disk: &D, state_dir: &Path) -> Result<bool, StoreError> {
        let path = state_dir.join("lead.lock");
        if !disk.exists(&path)? {
            return Ok(false);
        }
        let _turn = turn(disk, state_dir)?;
        Ok(disk.try_lock(&path)?.is_none())
    }
}

/// The right to lead for a moment.
#[derive(Debug)]
#[must_use = "nobody else leads only while this is held"]
pub struct BriefLead<D: Disk> {
    _guard: D::Guard,
    _turn: D::Guard,
}

/// Waits for those who look whether a session is led: looking holds the lock for a moment, which must not be taken for leading.
pub(super) fn turn<D: Disk>(disk: &D, state_dir: &Path) -> Result<D::Guard, StoreError> {
    disk.lock(&state_dir.join("lead.turn"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::disk::RealDisk;

    #[test]
    fn one_program_leads() {
        let dir = tempfile::tempdir().unwrap();
        let state = dir.path().join("s1");
        assert!(!LeadLock::is_held(&RealDisk, &state).unwrap());
        let lead = LeadLock::take(&RealDisk, &state, 41).unwrap();
        assert!(LeadLock::is_held(&RealDisk, &state).unwrap());
        let error = LeadLock::take(&RealDisk, &state, 42).unwrap_err();
        assert_eq!(error.trouble, Trouble::Held { pid: Some(41) });
        drop(lead);
        let _next = LeadLock::take(&RealDisk, &state, 42).unwrap();
    }

    #[test]
    fn a_look_is_never_taken_for_leading() {
        let dir = tempfile::tempdir().unwrap();
        let state = dir.path().join("s1");
        drop(LeadLock::take(&RealDisk, &state, 1).unwrap());
        std::thread::scope(|scope| {
            let looking = scope.spawn(|| {
                for _look in 0..300 {
                    LeadLock::is_held(&RealDisk, &state).unwrap();
                }
            });
            while !looking.is_finished() {
                drop(LeadLock::take(&RealDisk, &state, 1).expect("nobody leads"));
            }
        });
    }
}
