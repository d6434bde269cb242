//! The only place that asks what time it is.
//!
//! A meeting is measured with a clock that runs on while the computer sleeps, from one look at the wall clock at the start: a laptop that
//! was closed, or a clock that was set in the middle, changes nothing.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the clock everybody else takes as an argument"
)]

use crate::text::Moment;

/// A clock that agrees with the wall at its start and then runs evenly, through sleep too.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    wall: i64,
    steady: i64,
}

impl Clock {
    /// Looks at the wall once.
    pub fn start() -> Self {
        Self {
            wall: wall(),
            steady: steady(),
        }
    }

    /// Returns the instant now.
    pub fn now(&self) -> Moment {
        self.at(steady())
    }

    fn at(&self, steady: i64) -> Moment {
        Moment(self.wall + (steady - self.steady))
    }
}

/// The wall clock in UTC milliseconds.
fn wall() -> i64 {
    jiff::Timestamp::now().as_millisecond()
}

/// Milliseconds of a clock that is never set and does not stop in sleep.
#[cfg(unix)]
fn steady() -> i64 {
    use rustix::time::{ClockId, clock_gettime};
    // macOS's monotonic clock runs on in sleep; Linux has a clock of its own for that.
    #[cfg(target_os = "linux")]
    let id = ClockId::Boottime;
    #[cfg(not(target_os = "linux"))]
    let id = ClockId::Monotonic;
    let time = clock_gettime(id);
    time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}

/// Elsewhere the wall clock itself is used: it runs on in sleep.
#[cfg(not(unix))]
fn steady() -> i64 {
    wall()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wall_is_looked_at_once_and_sleep_counts() {
        let clock = Clock {
            wall: 1_794_902_400_000,
            steady: 5_000,
        };
        let slept = 40 * 60_000;
        assert_eq!(clock.at(5_000 + slept), Moment(1_794_902_400_000 + slept));
        let clock = Clock::start();
        let (first, second) = (clock.now(), clock.now());
        assert!(first <= second && (wall() - first.0).abs() < 60_000);
    }
}
