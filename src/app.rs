//! The program as a pure state machine: a `Model`, messages that enter `update`, and effects that leave it as data.
//!
//! Nothing here touches a file, a clock or a terminal, so every behaviour is a test of `(Model, Msg, now) → Vec<Effect>`.

/// What lies behind a number.
pub mod behind;
/// The screen on which a chart is made of data.
pub mod data;
/// Requests to the outside.
pub mod effect;
/// What the group sees, in a window of its own.
pub mod group_view;
/// Every key and what it does.
pub mod help;
mod home;
/// The leading window: its state and its moves.
pub mod lead;
/// Lines in the place of keys.
pub mod linear;
/// The state of the program.
pub mod model;
/// Everything that can happen.
pub mod msg;
/// Every action by name.
pub mod palette;
/// Preparing a session in an hour.
pub mod prepare;
mod reader;
/// A dialogue that has been, through time.
pub mod replay;
/// Looking for words in every session.
pub mod search;
mod update;

pub use effect::{Copied, Effect, Opening};
pub use model::{Home, HomeItem, ItemKind, Model, Reader, Screen, Settings};
pub use msg::{Key, Msg, SaveFailed};
pub use update::{deadline, update};

#[cfg(test)]
mod tests;
