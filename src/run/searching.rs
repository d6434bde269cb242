//! The thread that looks for words: a library takes a while, and the line must not wait.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
    mpsc::{self, Sender},
};

use tokio::sync::mpsc::UnboundedSender;

use crate::app::{
    Msg,
    search::{Ask, Heard},
};

/// Answers a question piece by piece; what it is told after each piece is whether anybody still waits.
pub type Seeker = Box<dyn FnMut(&Ask, &mut dyn FnMut(Heard) -> bool) + Send>;

/// The handle of the thread. It ends when its handle is dropped; what it looks for then is left.
#[derive(Debug)]
pub(super) struct Searcher {
    asks: Sender<Ask>,
    newest: Arc<AtomicU64>,
}

impl Searcher {
    /// Starts the thread.
    pub(super) fn start(
        mut seeker: Seeker,
        answers: UnboundedSender<Msg>,
    ) -> std::io::Result<Self> {
        let (asks, asked) = mpsc::channel::<Ask>();
        let newest = Arc::new(AtomicU64::new(0));
        let wanted = Arc::clone(&newest);
        let work = move || {
            while let Ok(ask) = asked.recv() {
                let ticket = match &ask {
                    Ask::Look { ticket, .. } => Some(*ticket),
                    Ask::Open(_) => None,
                };
                let waits = || ticket.is_none_or(|one| one == wanted.load(Ordering::Relaxed));
                if waits() {
                    seeker(&ask, &mut |heard| {
                        answers.send(Msg::Search(heard)).is_ok() && waits()
                    });
                }
            }
        };
        std::thread::Builder::new()
            .name("searching".to_owned())
            .spawn(work)?;
        Ok(Self { asks, newest })
    }

    /// Asks; a new line leaves the one before.
    pub(super) fn send(&self, ask: Ask) {
        if let Ask::Look { ticket, .. } = &ask {
            self.newest.store(*ticket, Ordering::Relaxed);
        }
        // The thread lives as long as this handle.
        drop(self.asks.send(ask));
    }
}

impl Drop for Searcher {
    fn drop(&mut self) {
        self.newest.store(u64::MAX, Ordering::Relaxed);
    }
}
