//! The network with a clock and Ctrl+C: a thread asks, and whoever waits for its answer can be interrupted.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, Sender},
    },
    time::Duration,
};

use uuid::Uuid;

use super::Clock;
use crate::{
    fetch::{Answer, Broken, Request, client::Transport, web::Web},
    text::{Moment, SafeText, Span},
};

/// What reaches whoever waits.
enum Heard {
    Answer(Result<Answer, Broken>),
    Interrupt,
}

/// The network, the time, chance, and Ctrl+C.
pub struct Net {
    web: Arc<Web>,
    clock: Clock,
    heard: Receiver<Heard>,
    sender: Sender<Heard>,
    cancelled: Arc<AtomicBool>,
}

/// Ends what a [`Net`] is doing, from elsewhere.
#[derive(Clone)]
pub struct Cancel {
    sender: Sender<Heard>,
    cancelled: Arc<AtomicBool>,
}

impl Cancel {
    /// Ends it.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
        // Nobody may wait any more.
        drop(self.sender.send(Heard::Interrupt));
    }
}

impl Net {
    /// Gets ready.
    pub fn new(web: Web, clock: Clock) -> Self {
        let (sender, heard) = mpsc::channel();
        Self {
            web: Arc::new(web),
            clock,
            heard,
            sender,
            cancelled: Arc::default(),
        }
    }

    /// Returns what ends it.
    pub fn cancel(&self) -> Cancel {
        Cancel {
            sender: self.sender.clone(),
            cancelled: Arc::clone(&self.cancelled),
        }
    }

    /// Ends it at Ctrl+C, from now on until the program ends.
    pub fn end_at_interrupt(&self) -> io::Result<()> {
        let cancel = self.cancel();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .build()?;
        let wait = move || {
            runtime.block_on(async {
                while tokio::signal::ctrl_c().await.is_ok() {
                    cancel.cancel();
                }
            });
        };
        std::thread::Builder::new()
            .name("interrupt".to_owned())
            .spawn(wait)
            .map(drop)
    }

    fn next(&self, most: Option<Duration>) -> Result<Option<Heard>, Broken> {
        let heard = match most {
            None => self.heard.recv().map(Some).unwrap_or_default(),
            // Nothing heard in that time is what a pause is for.
            Some(most) => self.heard.recv_timeout(most).ok(),
        };
        if matches!(heard, Some(Heard::Interrupt)) || self.cancelled.load(Ordering::Relaxed) {
            return Err(Broken::Cancelled);
        }
        Ok(heard)
    }
}

impl Transport for Net {
    fn send(&mut self, request: &Request) -> Result<Answer, Broken> {
        let (web, request, sender) = (Arc::clone(&self.web), request.clone(), self.sender.clone());
        let cancelled = Arc::clone(&self.cancelled);
        let ask = move || {
            let goes_on = |_so_far: u64| !cancelled.load(Ordering::Relaxed);
            // Whoever cancelled has gone.
            drop(sender.send(Heard::Answer(web.send(&request, &goes_on))));
        };
        std::thread::Builder::new()
            .name("fetch".to_owned())
            .spawn(ask)
            .map_err(|error| Broken::Other(SafeText::line(&error.to_string())))?;
        match self.next(None)? {
            Some(Heard::Answer(answer)) => answer,
            Some(Heard::Interrupt) | None => Err(Broken::Cancelled),
        }
    }

    fn now(&self) -> Moment {
        self.clock.now()
    }

    fn wait(&mut self, span: Span) -> Result<(), Broken> {
        let most = Duration::from_millis(span.0.max(0).unsigned_abs());
        self.next(Some(most)).map(drop)
    }

    fn chance(&mut self) -> f64 {
        // The last two bytes of such an id are chance.
        let id = Uuid::now_v7().into_bytes();
        f64::from(u16::from_le_bytes([id[14], id[15]])) / f64::from(u16::MAX)
    }
}
