//! One question and its answer: what was kept, the server's pace, trying again, and what it says when it refuses.

use std::collections::HashMap;

use super::{
    Answer, Broken, FetchError, Request,
    cache::{Cache, Kept},
    pace::{self, Limiter, MOST_PATIENCE, Pace},
};
use crate::{
    data::json::node::{Node, parse},
    store::Disk,
    text::{Moment, SafeText, Span},
};

/// The outside as a client needs it: the network, the time, chance. The real one is in [`web`](super::web); tests play their own.
pub trait Transport {
    /// Asks, and waits for the whole answer. Any status is an answer.
    fn send(&mut self, request: &Request) -> Result<Answer, Broken>;
    /// Returns the instant now.
    fn now(&self) -> Moment;
    /// Waits.
    ///
    /// # Errors
    /// [`Broken::Cancelled`] when a person wants no more.
    fn wait(&mut self, span: Span) -> Result<(), Broken>;
    /// Returns a number between 0 and 1.
    fn chance(&mut self) -> f64;
}

/// What happens while somebody waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// A server is asked.
    Asking(SafeText),
    /// A server wants peace for so long.
    Waiting(SafeText, Span),
    /// So many of so many pieces are here.
    Here(usize, usize),
}

/// What may be asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manner {
    /// What was kept for less than [`KEPT_FOR`], else the server.
    #[default]
    Polite,
    /// The server, whatever was kept.
    Fresh,
    /// Nobody: what was kept, however old.
    Offline,
}

/// So long an answer is used again without asking. Tables change once a day at most; somebody who chooses asks the same several times an hour.
pub const KEPT_FOR: Span = Span::minutes(60);

/// How often a question is asked when its server is out of breath.
const TRIES: u32 = 4;

/// Asks servers.
pub struct Client<'a, T, D> {
    transport: &'a mut T,
    cache: Cache<D>,
    manner: Manner,
    watch: &'a mut dyn FnMut(News),
    limiters: HashMap<String, Limiter>,
}

impl<'a, T: Transport, D: Disk> Client<'a, T, D> {
    /// Begins with nothing asked.
    pub fn new(
        transport: &'a mut T,
        cache: Cache<D>,
        manner: Manner,
        watch: &'a mut dyn FnMut(News),
    ) -> Self {
        Self {
            transport,
            cache,
            manner,
            watch,
            limiters: HashMap::new(),
        }
    }

    /// Keeps to a pace with a server.
    pub fn keep_pace(&mut self, host: &str, pace: Pace) {
        self.limiter(host).set(pace);
    }

    /// Tells that so many of so many pieces are here.
    pub fn tell(&mut self, done: usize, all: usize) {
        (self.watch)(News::Here(done, all));
    }

    /// Asks for JSON and returns it as it came.
    pub fn get(&mut self, request: &Request) -> Result<Kept, FetchError> {
        let kept = match self.manner {
            Manner::Fresh => None,
            _ => self.cache.get(request)?,
        };
        if self.manner == Manner::Offline {
            return kept.ok_or_else(|| FetchError::NotKept(SafeText::line(&request.url)));
        }
        let young = |kept: &Kept| (self.transport.now() - kept.at).abs() < KEPT_FOR;
        if let Some(kept) = kept.filter(young) {
            return Ok(kept);
        }
        (self.watch)(News::Asking(SafeText::line(request.host())));
        let body = self.ask(request)?;
        Ok(self.cache.put(request, body, self.transport.now())?)
    }

    /// Asks for JSON and reads it.
    pub(crate) fn json(&mut self, request: &Request) -> Result<(Node, Kept), FetchError> {
        let kept = self.get(request)?;
        // It was whole when it was kept.
        let node = parse(&kept.body).unwrap_or_default();
        Ok((node, kept))
    }

    fn limiter(&mut self, host: &str) -> &mut Limiter {
        let limiters = self.limiters.entry(host.to_owned());
        limiters.or_insert_with(|| Limiter::new(Pace::UNKNOWN))
    }

    /// Asks until there is an answer or no use in asking.
    fn ask(&mut self, request: &Request) -> Result<Vec<u8>, FetchError> {
        let host = SafeText::line(request.host());
        let mut tries = 0;
        loop {
            self.in_turn(request, &host)?;
            let answer = self.transport.send(request);
            let now = self.transport.now();
            let last = tries + 1 >= TRIES;
            let pause = match answer {
                Ok(answer) => {
                    self.heed(request.host(), &answer, now);
                    match judge(&answer, &host, now) {
                        Verdict::Good => return Ok(answer.body),
                        Verdict::No(error) => return Err(error),
                        Verdict::Later(error, _) if last => return Err(error),
                        Verdict::Later(error, Some(pause)) if pause > MOST_PATIENCE => {
                            return Err(error);
                        }
                        Verdict::Later(_, pause) => pause,
                    }
                }
                Err(broken) if broken.may_pass() && !last => None,
                Err(broken) => {
                    let host = host.clone();
                    return Err(FetchError::Broken { host, broken });
                }
            };
            let pause = pause.unwrap_or_else(|| pace::back_off(tries, self.transport.chance()));
            self.pause(&host, pause)?;
            tries += 1;
        }
    }

    /// Waits until the server may be asked, and notes that it is.
    fn in_turn(&mut self, request: &Request, host: &SafeText) -> Result<(), FetchError> {
        let now = self.transport.now();
        let wait = self.limiter(request.host()).wait(now);
        self.pause(host, wait)?;
        let now = self.transport.now();
        self.limiter(request.host()).asked(now);
        Ok(())
    }

    fn pause(&mut self, host: &SafeText, span: Span) -> Result<(), FetchError> {
        if span <= Span::ZERO {
            return Ok(());
        }
        (self.watch)(News::Waiting(host.clone(), span));
        self.transport
            .wait(span)
            .map_err(|broken| FetchError::Broken {
                host: host.clone(),
                broken,
            })
    }

    /// Heeds what the headers of an answer say of the pace.
    fn heed(&mut self, host: &str, answer: &Answer, now: Moment) {
        if let Some(pace) = answer.header("x-ratelimit-policy").and_then(pace::policy) {
            self.limiter(host).set(pace);
        }
        let number = |names: [&str; 2]| names.iter().find_map(|name| answer.header(name));
        let left = number(["x-ratelimit-remaining", "x-rate-limit-remaining"]);
        let reset = number(["x-ratelimit-reset", "x-rate-limit-reset"]);
        if left.map(str::trim) == Some("0") {
            let seconds = reset.and_then(|reset| pace::retry_after(reset, now));
            let span = seconds.filter(|span| *span <= MOST_PATIENCE);
            self.limiter(host)
                .hold(now, span.unwrap_or(Span::seconds(1)));
        }
    }
}

/// What to do about an answer.
enum Verdict {
    Good,
    No(FetchError),
    /// Ask again, after so long where the server says.
    Later(FetchError, Option<Span>),
}

fn judge(answer: &Answer, host: &SafeText, now: Moment) -> Verdict {
    let host = host.clone();
    let after = answer.header("retry-after");
    let after = after.and_then(|text| pace::retry_after(text, now));
    match answer.status {
        200..=299 => match whole(&answer.body) {
            Whole::Json => Verdict::Good,
            Whole::Cut => Verdict::Later(
                FetchError::Broken {
                    host,
                    broken: Broken::Cut,
                },
                None,
            ),
            Whole::Other => Verdict::No(FetchError::NotFigures {
                host,
                words: answer.words(),
            }),
        },
        429 => Verdict::Later(FetchError::TooOften { host, wait: after }, after),
        status => {
            let error = FetchError::Refused {
                host,
                status,
                words: answer.words(),
            };
            if matches!(status, 502..=504) {
                Verdict::Later(error, after)
            } else {
                Verdict::No(error)
            }
        }
    }
}

/// What a body is.
enum Whole {
    Json,
    /// JSON that ends before its end.
    Cut,
    /// Something else.
    Other,
}

fn whole(body: &[u8]) -> Whole {
    let text = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    if !text.trim_ascii_start().starts_with(b"{") && !text.trim_ascii_start().starts_with(b"[") {
        return Whole::Other;
    }
    match serde_json::from_slice::<serde::de::IgnoredAny>(text) {
        Ok(_) => Whole::Json,
        Err(error) if error.is_eof() => Whole::Cut,
        Err(_) => Whole::Other,
    }
}

#[cfg(test)]
pub(crate) mod tests;
