//! File events of a session's folder: what other windows write is told by the system, and nothing is looked at while nobody writes.

/// What changed in the folder of a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// The journal, perhaps.
    pub journal: bool,
    /// Somebody came or went, perhaps.
    pub seats: bool,
}

#[cfg(target_os = "linux")]
pub use told::Watch;

#[cfg(target_os = "linux")]
mod told {
    use std::{
        io,
        mem::MaybeUninit,
        os::fd::{AsRawFd, OwnedFd, RawFd},
        path::Path,
    };

    use rustix::fs::{
        inotify::{self, CreateFlags, ReadFlags, WatchFlags},
        statfs,
    };

    use super::Changed;
    use crate::store::seats;

    /// File systems whose changes may be made by another machine, by their magic numbers: NFS, SMB, CIFS, SMB2, FUSE, 9P, Ceph, AFS.
    const SHARED: [u32; 8] = [
        0x6969,
        0x517b,
        0xff53_4d42,
        0xfe53_4d42,
        0x6573_5546,
        0x0102_1997,
        0x00c3_6400,
        0x5346_414f,
    ];

    /// File events of one folder.
    #[derive(Debug)]
    pub struct Watch {
        events: OwnedFd,
    }

    impl Watch {
        /// Begins to watch; nothing where the system has no events, or where another machine may write without one here.
        pub fn on(dir: &Path) -> Option<Self> {
            if SHARED.contains(&(statfs(dir).ok()?.f_type as u32)) {
                return None;
            }
            let events = inotify::init(CreateFlags::NONBLOCK | CreateFlags::CLOEXEC).ok()?;
            // A seat's lock that is closed after writing belonged to a window that has ended, however it ended.
            let what = WatchFlags::MODIFY
                | WatchFlags::CREATE
                | WatchFlags::MOVED_TO
                | WatchFlags::CLOSE_WRITE;
            inotify::add_watch(&events, dir, what).ok()?;
            Some(Self { events })
        }

        /// Reads everything there is to read; never waits.
        pub fn read(&self) -> Changed {
            read(&self.events)
        }
    }

    impl AsRawFd for Watch {
        fn as_raw_fd(&self) -> RawFd {
            self.events.as_raw_fd()
        }
    }

    /// Reads everything there is to read.
    fn read(events: &OwnedFd) -> Changed {
        let mut changed = Changed::default();
        let mut buffer = [MaybeUninit::uninit(); 4096];
        let mut reader = inotify::Reader::new(events, &mut buffer);
        loop {
            match reader.next() {
                Ok(event) => {
                    let name = event.file_name().map(|name| name.to_bytes().to_owned());
                    let name = name.unwrap_or_default();
                    let closed = event.events().contains(ReadFlags::CLOSE_WRITE);
                    // Events were lost: everything may have changed.
                    let lost = event.events().contains(ReadFlags::QUEUE_OVERFLOW);
                    changed.journal |= lost || (name.starts_with(b"journal-") && !closed);
                    changed.seats |= lost || name.starts_with(seats::PREFIX.as_bytes());
                }
                Err(error) if io::Error::from(error).kind() == io::ErrorKind::Interrupted => {}
                Err(_nothing_more) => return changed,
            }
        }
    }
}
