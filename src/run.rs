//! The event loop and everything that needs a clock, a terminal or another program.
//!
//! One loop owns the model. Keys, answers of the store thread, signals and the next shown second come in as messages; effects go out; a
//! frame is drawn when something changed. Nothing runs at a fixed rate: an idle window wakes once a second, for its countdown.

mod alarm;
/// What time it is.
pub mod clock;
/// The person's own editor.
pub mod editing;
mod keys;
/// The loop.
pub mod looping;
/// The network, with a clock and Ctrl+C.
pub mod net;
/// The pager, and what comes back from it.
pub mod paging;
/// The thread that reads files for charts.
mod reading;
/// The thread that looks for words in the library.
pub mod searching;
mod signals;
mod tail;
mod tasks;
/// The terminal, entered and left.
pub mod terminal;
/// The thread of a window that only reads.
pub mod watching;
/// The thread that owns the journal.
pub mod worker;

pub use clock::Clock;
