//! Signals, and a terminal that goes away, as one thing to wait for.

use std::io;

use tokio::sync::mpsc;

/// Why the outside interrupts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Interrupt {
    /// The program must end; the exit code says why.
    End(u8),
    /// The program was stopped and goes on: the screen must be taken again.
    Continued,
}

/// What Ctrl+C is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CtrlC {
    /// A key of the window. It is a signal only while the pager has the terminal, and then it is meant for the pager.
    IsAKey,
    /// The end: without a window the terminal makes a signal of it.
    Ends,
}

/// Everything that can interrupt, one after the other.
#[derive(Debug)]
pub(super) struct Interrupts {
    received: mpsc::UnboundedReceiver<Interrupt>,
    /// Held as long as the program hears what it is told.
    _alive: std::sync::mpsc::Sender<()>,
}

impl Interrupts {
    /// Begins to listen. Must be called within the runtime.
    pub(super) fn listen(ctrl_c: CtrlC) -> io::Result<Self> {
        let (sender, received) = mpsc::unbounded_channel();
        let (alive, end) = std::sync::mpsc::channel();
        listen_all(&sender, end, ctrl_c)?;
        Ok(Self {
            received,
            _alive: alive,
        })
    }

    /// Waits for the next one.
    pub(super) async fn next(&mut self) -> Interrupt {
        match self.received.recv().await {
            Some(interrupt) => interrupt,
            None => std::future::pending().await,
        }
    }

    /// Forgets that the program was stopped and went on while somebody else had the terminal; an end is told.
    pub(super) fn forget_continued(&mut self) -> Option<u8> {
        let mut end = None;
        while let Ok(interrupt) = self.received.try_recv() {
            if let Interrupt::End(code) = interrupt {
                end = Some(code);
            }
        }
        end
    }
}

#[cfg(unix)]
fn listen_all(
    sender: &mpsc::UnboundedSender<Interrupt>,
    end: std::sync::mpsc::Receiver<()>,
    ctrl_c: CtrlC,
) -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};

    // 128 and the signal's number, as shells say it.
    let kinds = [
        (SignalKind::terminate(), Interrupt::End(143)),
        (SignalKind::hangup(), Interrupt::End(129)),
        (
            SignalKind::from_raw(rustix::process::Signal::CONT.as_raw()),
            Interrupt::Continued,
        ),
    ];
    for (kind, interrupt) in kinds {
        let mut stream = signal(kind)?;
        let sender = sender.clone();
        super::tasks::spawn(async move {
            while stream.recv().await.is_some() && sender.send(interrupt).is_ok() {}
        });
    }
    hear_interrupt(sender.clone(), ctrl_c)?;
    watch_terminal(sender.clone(), end)
}

#[cfg(unix)]
fn hear_interrupt(sender: mpsc::UnboundedSender<Interrupt>, ctrl_c: CtrlC) -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut stream = signal(SignalKind::interrupt())?;
    super::tasks::spawn(async move {
        while stream.recv().await.is_some() {
            if ctrl_c == CtrlC::Ends {
                sender.send(Interrupt::End(130)).ok();
            }
        }
    });
    Ok(())
}

/// So long the program has to end by itself when its terminal is gone: its last notes may wait for a slow disk.
#[cfg(unix)]
const LAST_WORDS: std::time::Duration = std::time::Duration::from_secs(10);

/// Notices that the terminal went away, which crossterm's reader does not: it would spin for ever.
///
/// `poll` with no event asked for answers only when the other end hangs up. Should the reader be caught all the same, in the moment
/// between a look at the terminal and a read, the program is ended from here: everything that was called saved is on the disk.
#[cfg(unix)]
#[expect(
    clippy::exit,
    clippy::disallowed_methods,
    reason = "the last resort for a program that nobody sees and that hears nothing"
)]
fn watch_terminal(
    sender: mpsc::UnboundedSender<Interrupt>,
    end: std::sync::mpsc::Receiver<()>,
) -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, poll};

    let watch = move || {
        loop {
            let out = rustix::stdio::stdout();
            let mut watched = [PollFd::from_borrowed_fd(out, PollFlags::empty())];
            if poll(&mut watched, None).is_ok() && !watched[0].revents().is_empty() {
                sender.send(Interrupt::End(129)).ok();
                if end.recv_timeout(LAST_WORDS) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
                    std::process::exit(129);
                }
                return;
            }
        }
    };
    std::thread::Builder::new()
        .name("terminal-watch".to_owned())
        .spawn(watch)
        .map(drop)
}

#[cfg(not(unix))]
fn listen_all(
    sender: &mpsc::UnboundedSender<Interrupt>,
    _: std::sync::mpsc::Receiver<()>,
    ctrl_c: CtrlC,
) -> io::Result<()> {
    let sender = sender.clone();
    super::tasks::spawn(async move {
        while tokio::signal::ctrl_c().await.is_ok() {
            if ctrl_c == CtrlC::Ends {
                sender.send(Interrupt::End(130)).ok();
            }
        }
    });
    Ok(())
}
