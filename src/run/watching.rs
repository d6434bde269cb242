//! The thread of a window that only reads: a look at the session when its folder changed. It writes nothing and holds no lock.

use std::sync::mpsc::{self, Sender};

use tokio::sync::mpsc::UnboundedSender;

use crate::{app::Msg, domain::Session};

/// Reads the session as it is now; nothing where it cannot be read just now.
pub type Look = Box<dyn FnMut() -> Option<Session> + Send>;

/// The handle of the thread, which ends when this is dropped.
#[derive(Debug)]
pub(super) struct Watcher {
    wishes: Sender<()>,
}

impl Watcher {
    /// Starts the thread.
    pub(super) fn start(mut look: Look, answers: UnboundedSender<Msg>) -> std::io::Result<Self> {
        let (wishes, asked) = mpsc::channel();
        let work = move || {
            while asked.recv().is_ok() {
                // Several wishes at once are one look.
                while asked.try_recv().is_ok() {}
                if let Some(session) = look()
                    && answers.send(Msg::Seen(Box::new(session))).is_err()
                {
                    return;
                }
            }
        };
        std::thread::Builder::new()
            .name("watching".to_owned())
            .spawn(work)?;
        Ok(Self { wishes })
    }

    /// Asks for a look.
    pub(super) fn look(&self) {
        // The thread ends only with this handle, or when nobody listens any more.
        self.wishes.send(()).unwrap_or_default();
    }
}
