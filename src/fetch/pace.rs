//! How often a server may be asked, and how long to wait when it asks for it. Pure: the time is an argument.

use std::collections::VecDeque;

use crate::text::{Moment, Span, clock};

/// So many questions in so long a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// How many.
    pub calls: u32,
    /// In how long a time.
    pub window: Span,
}

impl Pace {
    /// What holds until a server has told its own: one a second, slower than any server asks for.
    pub const UNKNOWN: Self = Self {
        calls: 1,
        window: Span::seconds(1),
    };
}

/// Keeps to a pace, for one server.
#[derive(Clone, Debug)]
pub struct Limiter {
    pace: Pace,
    /// When the latest questions were asked, no more of them than the pace allows in its window.
    asked: VecDeque<Moment>,
    not_before: Option<Moment>,
}

impl Limiter {
    /// Begins with nothing asked.
    pub fn new(pace: Pace) -> Self {
        Self {
            pace,
            asked: VecDeque::new(),
            not_before: None,
        }
    }

    /// Keeps to another pace from now on; a server that allows nothing at all (0 calls, as some write for "see the headers") changes nothing.
    pub fn set(&mut self, pace: Pace) {
        if pace.calls > 0 && pace.window > Span::ZERO {
            self.pace = pace;
        }
    }

    /// Returns how long to wait before the next question; zero when it may be asked now.
    pub fn wait(&self, now: Moment) -> Span {
        let calls = self.pace.calls as usize;
        let full = self.asked.len().checked_sub(calls);
        let room = full
            .and_then(|at| self.asked.get(at))
            .map(|asked| *asked + self.pace.window);
        let ready = room.max(self.not_before);
        ready.map_or(Span::ZERO, |ready| (ready - now).at_least_zero())
    }

    /// Notes that a question is asked now.
    pub fn asked(&mut self, now: Moment) {
        self.asked.push_back(now);
        while self.asked.len() > MOST_KEPT.max(self.pace.calls as usize) {
            self.asked.pop_front();
        }
    }

    /// Asks nothing for a time, as the server wished.
    pub fn hold(&mut self, now: Moment, span: Span) {
        self.not_before = self.not_before.max(Some(now + span));
    }
}

/// Enough for every pace that is known; a pace with more keeps as many as it needs.
const MOST_KEPT: usize = 64;

/// The longest that is waited for a server; one that asks for more is told of instead.
pub const MOST_PATIENCE: Span = Span::seconds(120);

/// Reads `Retry-After`: seconds, or a date.
pub fn retry_after(text: &str, now: Moment) -> Option<Span> {
    let text = text.trim();
    if let Ok(seconds) = text.parse::<u32>() {
        return Some(Span::seconds(i64::from(seconds)));
    }
    // A server's clock may go before ours; a date that has passed means now.
    clock::parse_http_date(text).map(|at| (at - now).at_least_zero())
}

/// Returns how long to wait before trying again for the nth time, from 0: one second, two, four, to thirty, half of it by chance, so that many
/// who were refused at once do not come back at once. `chance` lies between 0 and 1.
pub fn back_off(tries: u32, chance: f64) -> Span {
    let whole = (1000_i64 << tries.min(5)).min(30_000);
    let half = whole / 2;
    Span(half + (half as f64 * chance.clamp(0.0, 1.0)) as i64)
}

/// Reads the pace that some servers tell in the headers of each answer: `40;w=60s` or `40;w=60`.
pub fn policy(text: &str) -> Option<Pace> {
    let (calls, rest) = text.split_once(';')?;
    let window = rest.trim().strip_prefix("w=")?.trim_end_matches('s');
    Some(Pace {
        calls: calls.trim().parse().ok()?,
        window: Span::seconds(window.trim().parse().ok()?),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let now = clock::parse_rfc3339("2026-11-22T12:00:00Z").unwrap();
        for (text, seconds) in [
            ("10", Some(10)),
            (" 0 ", Some(0)),
            ("Sun, 22 Nov 2026 12:00:30 GMT", Some(30)),
            ("Sun, 22 Nov 2026 11:00:00 GMT", Some(0)),
            ("soon", None),
            ("-5", None),
            ("", None),
        ] {
            assert_eq!(retry_after(text, now), seconds.map(Span::seconds), "{text}");
        }
    }

    #[test]
    fn waiting_grows_and_ends() {
        assert_eq!(back_off(0, 0.0), Span(500));
        assert_eq!(back_off(0, 1.0), Span(1000));
        assert_eq!(back_off(2, 0.5), Span(3000));
        assert_eq!(back_off(99, 1.0), Span(30_000));
        assert_eq!(back_off(1, f64::NAN), Span(1000));
    }

    #[test]
    fn a_policy_in_a_header_is_a_pace() {
        let pace = Pace {
            calls: 40,
            window: Span::seconds(60),
        };
        assert_eq!(policy("40;w=60s"), Some(pace));
        assert_eq!(policy("40; w=60"), Some(pace));
        assert_eq!(policy("40"), None);
        let mut limiter = Limiter::new(pace);
        limiter.set(Pace {
            calls: 0,
            window: Span::ZERO,
        });
        assert_eq!(limiter.pace, pace);
    }

    #[test]
    fn a_server_that_asks_for_peace_gets_it() {
        let mut limiter = Limiter::new(Pace::UNKNOWN);
        assert_eq!(limiter.wait(Moment(0)), Span::ZERO);
        limiter.asked(Moment(0));
        assert_eq!(limiter.wait(Moment(400)), Span(600));
        limiter.hold(Moment(400), Span::seconds(10));
        limiter.hold(Moment(400), Span::seconds(1));
        assert_eq!(limiter.wait(Moment(1000)), Span(9400));
        assert_eq!(limiter.wait(Moment(10_400)), Span::ZERO);
    }

    proptest! {
        #[test]
        fn no_window_ever_holds_more_questions_than_allowed(
            calls in 1_u32..50,
            window in 1_i64..20_000,
            steps in proptest::collection::vec(0_i64..3000, 1..200),
        ) {
            let pace = Pace { calls, window: Span(window) };
            let mut limiter = Limiter::new(pace);
            let mut now = Moment(0);
            let mut asked = Vec::new();
            for step in steps {
                now = now + Span(step);
                now = now + limiter.wait(now);
                prop_assert_eq!(limiter.wait(now), Span::ZERO);
                limiter.asked(now);
                asked.push(now);
            }
            for (at, first) in asked.iter().enumerate() {
                let inside = asked[at..].iter().filter(|later| **later - *first < Span(window));
                prop_assert!(inside.count() <= calls as usize);
            }
        }
    }
}
