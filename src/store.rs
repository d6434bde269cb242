//! Files, journal, locks: the only floor that touches the disk.
//!
//! ```text
//! session_store   one session: base + journal = state; what the RON file says is compared with it, and published from it
//!   journal       the log: lock, number, append, sync, and only then "saved"
//!   files         whole files: atomic writes, reads with a bound
//! library         the folder of sessions, templates and samples, names
//! seats           who sits where: a lock for each window
//! places          which folders
//! disk            everything above reaches the disk through this small trait: the real one, and a model that cuts the power
//! ```
//!
//! Nothing is state before the disk has answered: whatever returns an entry from here has synced it.

/// The disk as a small trait, the real one and a model.
pub mod disk;
/// The half-typed line.
pub mod draft;
/// What went wrong, where, and doing what.
pub mod error;
/// Whole files, written in one step.
pub mod files;
/// The log: lock, number, append, sync, and only then "saved".
pub mod journal;
/// One leading program per session.
pub mod lead_lock;
/// The folder of sessions, the templates, and names.
pub mod library;
/// Which folders.
pub mod places;
/// A file to read and seek in.
pub mod reading;
/// Charts that keep the recipe of their values.
pub mod recipes;
/// Who sits where.
pub mod seats;
/// One session: its journal and its file.
pub mod session_store;
/// Charts whose values lie in a file.
pub mod sources;
/// File events of a session's folder.
pub mod watch;

pub use disk::{Disk, DiskFile, ModelDisk, RealDisk};
pub use error::{Act, StoreError, Trouble};
pub use journal::{Journal, News, Saved};
pub use lead_lock::LeadLock;
pub use places::Places;
pub use session_store::{Arrived, Notice, Occasion, OpenError, Opened, SessionStore};
