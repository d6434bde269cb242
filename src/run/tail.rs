//! What other windows write, as it comes: the folder of the journal is watched, and where that cannot be it is looked at often.
//!
//! A look by file events costs nothing while nobody writes. They do not come from another machine, so on a network disk, and on systems
//! without them, the journal is looked at every 50 ms.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use crate::store::watch::Changed;
#[cfg(target_os = "linux")]
use crate::store::watch::Watch;

/// How often the journal is looked at where no file events come.
const LOOK: Duration = Duration::from_millis(50);

/// In so many looks one asks who is here too.
const LOOKS_FOR_SEATS: u32 = 40;

/// Watches the folder of one session.
#[derive(Debug)]
pub(super) enum Tail {
    /// The system tells.
    #[cfg(target_os = "linux")]
    Told(tokio::io::unix::AsyncFd<Watch>),
    /// One looks; how often one has, at which folder.
    Looking(u32, PathBuf),
}

impl Tail {
    /// Begins to watch. Must be called within the runtime.
    pub(super) fn on(dir: &Path) -> Self {
        #[cfg(target_os = "linux")]
        if let Some(told) = told(dir) {
            return Self::Told(told);
        }
        tracing::info!(dir = %dir.display(), "no file events here, so the journal is looked at");
        Self::Looking(0, dir.to_owned())
    }

    /// Waits until something changed. Dropping the wait and waiting anew loses nothing.
    pub(super) async fn changed(&mut self) -> Changed {
        match self {
            #[cfg(target_os = "linux")]
            Self::Told(watch) => loop {
                let Ok(mut ready) = watch.readable().await else {
                    return std::future::pending().await;
                };
                let changed = watch.get_ref().read();
                ready.clear_ready();
                if changed != Changed::default() {
                    return changed;
                }
            },
            Self::Looking(count, dir) => {
                tokio::time::sleep(LOOK).await;
                *count = count.wrapping_add(1);
                let seats = count.is_multiple_of(LOOKS_FOR_SEATS);
                // A folder that was not there when one began to look.
                #[cfg(target_os = "linux")]
                if seats && let Some(told) = told(dir) {
                    *self = Self::Told(told);
                }
                Changed {
                    journal: true,
                    seats,
                }
            }
        }
    }
}

/// Watches by file events, where the system has them.
#[cfg(target_os = "linux")]
#[expect(
    deprecated,
    reason = "its successor is unsafe, which this crate forbids; the descriptor is owned here and never closed before"
)]
fn told(dir: &Path) -> Option<tokio::io::unix::AsyncFd<Watch>> {
    tokio::io::unix::AsyncFd::new(Watch::on(dir)?).ok()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use crate::{
        domain::Seat,
        store::{Disk, DiskFile, RealDisk, seats::SeatLock},
    };

    #[test]
    fn what_happens_in_the_folder_is_told() {
        let dir = tempfile::tempdir().unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let mut tail = Tail::on(dir.path());
            let seat = SeatLock::take(&RealDisk, dir.path(), Seat(2), 7).unwrap();
            assert!(tail.changed().await.seats);
            let mut file = RealDisk.create(&dir.path().join("journal-1")).unwrap();
            assert!(tail.changed().await.journal);
            file.append(b"J2").unwrap();
            let changed = tail.changed().await;
            assert_eq!((changed.journal, changed.seats), (true, false));
            drop(seat);
            assert!(tail.changed().await.seats);
        });
    }

    #[test]
    fn without_events_one_looks() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let mut tail = Tail::Looking(LOOKS_FOR_SEATS - 2, PathBuf::from("/nowhere/at/all"));
            let first = tail.changed().await;
            let second = tail.changed().await;
            assert_eq!(
                [first.journal, first.seats, second.journal, second.seats],
                [true, false, true, true]
            );
        });
    }
}
