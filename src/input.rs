//! Keys to actions: one table of everything a key can be bound to, and the keymap made of it.
//!
//! Footer, help, palette, the key table of the README and the names in the config all read the same rows, `ACTIONS`. A new key is
//! one row there and two strings in each language.
//!
//! ```text
//! terminal ─> Chord::of ─> keymap.action(mode, chord) ─> Action ─> app
//! ```

mod action;
/// Words told from commands.
mod burst;
/// One key with what is held beside it.
mod chord;
/// Which key does what, with what the config changes.
mod keymap;
/// The line that notes are typed on.
pub mod line_editor;
/// The keys as a table for people to read.
mod table;

pub use action::{ACTIONS, Action, Binding, Group, Mode, Row, Sort};
pub use burst::{Burst, Heard};
pub use chord::{Chord, NoSuchKey};
pub use keymap::{Keymap, KeymapError};
pub use table::{KeyRow, key_rows, key_table};
