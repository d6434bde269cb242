//! The next instant at which something on the screen changes by itself.
//!
//! tokio's timer wakes twice for a wait of a second, once at the edge of its 64 ms slot and once on time. On Linux the system's own timer
//! wakes once, and also right after the computer slept.

use std::{io, time::Duration};

/// A timer that is set anew before each wait.
#[cfg(target_os = "linux")]
#[derive(Debug)]
pub(super) struct Alarm {
    timer: tokio::io::unix::AsyncFd<std::os::fd::OwnedFd>,
}

#[cfg(target_os = "linux")]
impl Alarm {
    /// Makes the timer. Must be called within the runtime.
    #[expect(
        deprecated,
        reason = "its successor is unsafe, which this crate forbids; the timer is owned here and never closed before"
    )]
    pub(super) fn new() -> io::Result<Self> {
        use rustix::time::{TimerfdClockId, TimerfdFlags, timerfd_create};
        let flags = TimerfdFlags::NONBLOCK | TimerfdFlags::CLOEXEC;
        let timer = timerfd_create(TimerfdClockId::Boottime, flags)?;
        Ok(Self {
            timer: tokio::io::unix::AsyncFd::new(timer)?,
        })
    }

    /// Waits so long, or for ever. Dropping the wait and waiting anew is fine.
    pub(super) async fn after(&self, wait: Option<Duration>) {
        let Some(wait) = wait else {
            return std::future::pending().await;
        };
        if self.set(wait).is_err() {
            return tokio::time::sleep(wait).await;
        }
        while let Ok(mut ready) = self.timer.readable().await {
            let rung = ready.try_io(|timer| {
                let mut count = [0; 8];
                rustix::io::read(timer, &mut count).map_err(io::Error::from)
            });
            if rung.is_ok() {
                return;
            }
        }
    }

    fn set(&self, wait: Duration) -> io::Result<()> {
        use rustix::time::{Itimerspec, TimerfdTimerFlags, Timespec, timerfd_settime};
        // Nothing at all would stop the timer.
        let wait = wait.max(Duration::from_millis(1));
        let value = Timespec {
            tv_sec: i64::try_from(wait.as_secs()).unwrap_or(i64::MAX),
            tv_nsec: i64::from(wait.subsec_nanos()),
        };
        let once = Itimerspec {
            it_interval: Timespec {
                tv_sec: 0,
                tv_nsec: 0,
            },
            it_value: value,
        };
        timerfd_settime(&self.timer, TimerfdTimerFlags::empty(), &once)?;
        Ok(())
    }
}

/// Elsewhere tokio's timer does.
#[cfg(not(target_os = "linux"))]
#[derive(Debug)]
pub(super) struct Alarm;

#[cfg(not(target_os = "linux"))]
impl Alarm {
    /// Makes the timer.
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self)
    }

    /// Waits so long, or for ever.
    pub(super) async fn after(&self, wait: Option<Duration>) {
        match wait {
            Some(wait) => tokio::time::sleep(wait).await,
            None => std::future::pending().await,
        }
    }
}
