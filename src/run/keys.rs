//! What the terminal says, as messages.

use std::{
    future::poll_fn,
    io,
    task::{Context, Poll},
};

use crossterm::event::{Event, EventStream, KeyEventKind};
use futures_util::StreamExt;

use crate::{
    app::{Key, Msg},
    input::Chord,
};

/// What comes from the terminal, until the terminal is gone.
///
/// crossterm 0.29 reads a terminal that is gone again and again within one poll, and the program would never hear its end. So it is asked
/// only where there is somebody at the other end.
#[derive(Debug, Default)]
pub(super) struct Keys {
    events: EventStream,
}

impl Keys {
    /// Waits for the next event; none where the terminal is gone.
    pub(super) async fn next(&mut self) -> Option<io::Result<Event>> {
        poll_fn(|cx| self.poll(cx)).await
    }

    /// Returns the next event where one has already come.
    ///
    /// A poll that finds nothing leaves its waker with the stream, which keeps that one until an event comes. So it must be this task's:
    /// after a poll that wakes nobody (`now_or_never`) the next key would lie unseen until the next second.
    pub(super) async fn at_hand(&mut self) -> Option<Event> {
        poll_fn(|cx| {
            Poll::Ready(match self.poll(cx) {
                Poll::Ready(Some(Ok(event))) => Some(event),
                Poll::Ready(Some(Err(_)) | None) | Poll::Pending => None,
            })
        })
        .await
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<io::Result<Event>>> {
        if is_gone() {
            return Poll::Ready(None);
        }
        let event = self.events.poll_next_unpin(cx);
        if matches!(event, Poll::Ready(Some(Ok(Event::Resize(..))))) {
            stir();
        }
        event
    }
}

/// Makes the terminal tell once more that something can be read.
///
/// crossterm 0.29 forgets that bytes wait when the window changed at the same moment: it is told so once, and answers with the new size
/// alone. A long paste then fills the line, so that nothing more can come, and waits for ever. Setting the terminal as it is set wakes it.
#[cfg(unix)]
fn stir() {
    use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};

    let input = rustix::stdio::stdin();
    // Where it cannot be done, the next key wakes it.
    if let Ok(set) = tcgetattr(input) {
        tcsetattr(input, OptionalActions::Now, &set).unwrap_or_default();
    }
}

#[cfg(not(unix))]
fn stir() {}

/// Tells whether nobody holds the other end of the terminal any more.
#[cfg(unix)]
fn is_gone() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    let input = rustix::stdio::stdin();
    let mut asked = [PollFd::from_borrowed_fd(input, PollFlags::empty())];
    let at_once = Timespec::default();
    poll(&mut asked, Some(&at_once)).is_ok() && !asked[0].revents().is_empty()
}

#[cfg(not(unix))]
fn is_gone() -> bool {
    false
}

/// Turns a terminal event into a message; releases, mice and focus are not for us.
pub(super) fn message(event: Event) -> Option<Msg> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => {
            let chord = Chord::of(&key)?;
            Some(Msg::Key(Key {
                chord,
                repeat: key.kind == KeyEventKind::Repeat,
            }))
        }
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Resize(columns, rows) => Some(Msg::Resized(columns, rows)),
        _ => None,
    }
}
