//! The terminal as a guest finds it: entered, left, and left whatever happens.

use std::{
    backtrace::BacktraceStatus,
    io::{self, Stdout},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Mutex, MutexGuard, PoisonError},
};

use crossterm::{
    cursor, event, execute, queue,
    terminal::{self as screen, SetTitle},
};
use ratatui::{Frame, Terminal, backend::CrosstermBackend};

/// The screen that is drawn on.
pub type Screen = Terminal<CrosstermBackend<Stdout>>;

/// Takes the terminal: raw, on the other screen, pastes in brackets.
///
/// The other screen is cleared here, since some terminals have only one and the first draw paints only what is not blank. ratatui's own
/// clearing would ask the terminal where its cursor is, and wait for an answer that the key reader has already eaten (ratatui 0.30).
pub fn enter() -> io::Result<Screen> {
    screen::enable_raw_mode()?;
    let entered = execute!(
        io::stdout(),
        screen::EnterAlternateScreen,
        screen::Clear(screen::ClearType::All),
        event::EnableBracketedPaste
    )
    .and_then(|()| Terminal::new(CrosstermBackend::new(io::stdout())));
    if entered.is_err() {
        drop(leave());
    }
    entered
}

/// Gives the terminal back as it was. It never panics, and it may be called twice.
pub fn leave() -> io::Result<()> {
    let raw = screen::disable_raw_mode();
    execute!(
        io::stdout(),
        screen::EndSynchronizedUpdate,
        event::DisableBracketedPaste,
        screen::LeaveAlternateScreen,
        cursor::Show,
        SetTitle("")
    )?;
    raw
}

/// Draws one frame, all of it at once on terminals that can, and sets the title where it changed.
pub fn draw(
    screen: &mut Screen,
    title: Option<&str>,
    frame: impl FnOnce(&mut Frame<'_>),
) -> io::Result<()> {
    queue!(io::stdout(), screen::BeginSynchronizedUpdate)?;
    if let Some(title) = title {
        queue!(io::stdout(), SetTitle(title))?;
    }
    screen.draw(frame)?;
    execute!(io::stdout(), screen::EndSynchronizedUpdate)
}

/// Lets go of a screen without its farewell, which would panic on a terminal that is gone.
pub fn forget(screen: Screen) {
    std::mem::forget(screen);
}

/// What the latest panic said.
static LAST_WORDS: Mutex<Option<String>> = Mutex::new(None);

/// Does something that has the terminal, and where it panics returns what the panic said, after the terminal was given back.
pub fn held<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    caught(work).inspect_err(|_words| drop(leave()))
}

/// Does something, and where it panics returns what the panic said.
///
/// A panic speaks before anything is unwound, which would be onto the screen that then goes away; so its words are held. One that is caught
/// further in, as a library's on a damaged workbook, is never heard of.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    let speak = std::panic::take_hook();
    std::panic::set_hook(Box::new(|panic| {
        let trace = std::backtrace::Backtrace::capture();
        let words = match trace.status() {
            BacktraceStatus::Captured => format!("{panic}\n{trace}"),
            _ => panic.to_string(),
        };
        *last_words() = Some(words);
    }));
    let done = catch_unwind(AssertUnwindSafe(work));
    std::panic::set_hook(speak);
    done.map_err(|_panic| last_words().take().unwrap_or_default())
}

fn last_words() -> MutexGuard<'static, Option<String>> {
    LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner)
}
