//! samtal leads data-driven dialogues from a terminal: agenda and clock, charts in text, notes that are never lost, minutes for a pager.
//!
//! # The house, floor by floor
//!
//! A module imports only from the floors below it; `tests/it/repo.rs` reads the `use` lines and fails on an arrow that runs up.
//!
//! ```text
//! main      parse the command line, call it, turn a failure into an exit code
//! cli       clap types, one small file per subcommand
//! run       the only select!, spawn and now(): event loop, effects, terminal guard, clock, signals
//! link      other machines that write the same session: what makes any link whole, and a link in memory
//! fetch     tables from the servers that publish them: what to ask, how much at once, what they answer; the only network
//! store     the only std::fs, through a small Disk trait: session files, journal, lock, library, places
//! report    a session → minutes → pager text and plain text
//! view      Model → ratatui Buffer; one pane, one file, no way to change anything
//! app       the program as a pure state machine: Model, Msg, update(&mut Model, Msg, now) → Vec<Effect>
//! input     the Action table, modes, chords, the keymap
//! format    text and bytes ↔ domain: session RON, templates, journal records, the note line
//! chart     a chart + a size → ratatui Text, the same value for screen, pager and file
//! data      tables people have → values of a chart
//! domain    the dialogue itself: agenda, schedule, notes, steps, entries, Session; no I/O and no clock
//! text      strings in Swedish and English, number and time forms, SafeText; the ground
//! ```
//!
//! # Data flows one way
//!
//! ```text
//! key ─────┐                                            ┌─ store thread: lock, number, append, fsync
//! deadline ┼─> Msg ─> app::update(Model, Msg, now) ─> Effect ─> run ─┼─ pager, clipboard, title
//! signal ──┘              │ folds entries, drafts new ones    └─ quit
//!    ^                    v                                            │
//!    │           view::draw(&Model, area, &mut Buffer)                 │
//!    └───────────────── results and entries come back only as Msg ─────┘
//! ```
//!
//! Five words, one meaning each: an **Action** is what a key can be bound to; a **Msg** is anything that enters `update`;
//! an **Event** is a fact in the past tense; an **Entry** is an event with who, when and which; an **Effect** is a request to the outside.

/// The program as a pure state machine.
pub mod app;
/// Charts as styled text of an exact width.
pub mod chart;
/// The command line.
pub mod cli;
/// Tables that people have, as values of a chart.
pub mod data;
/// The dialogue itself.
pub mod domain;
/// Tables from the servers that publish them.
pub mod fetch;
/// Text and bytes to the domain and back.
pub mod format;
/// Keys to actions.
pub mod input;
/// Other machines that write the same session.
pub mod link;
/// Minutes of a session.
pub mod report;
/// The event loop and everything that needs a clock.
pub mod run;
/// Files, journal, locks.
pub mod store;
/// Words, numbers, times, safe text.
pub mod text;
/// The model on the screen.
pub mod view;
