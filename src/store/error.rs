//! What went wrong, where, and doing what: no error of the disk reaches a person without its path.

use std::{
    fmt, io,
    path::{Path, PathBuf},
};

use crate::{
    t,
    text::{SafeText, Texts},
};

/// What was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// Read a file, or ask about it.
    Read,
    /// Write to a file.
    Write,
    /// Make sure that it is on the disk.
    Sync,
    /// Make a file or folder.
    Create,
    /// Give a file another name.
    Rename,
    /// Remove a file.
    Remove,
    /// List a folder.
    List,
    /// Lock a session.
    Lock,
}

/// Why it did not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing is there.
    Missing,
    /// Something is there already.
    Exists,
    /// Not allowed.
    Denied,
    /// The disk or folder is read-only.
    ReadOnly,
    /// The disk is full.
    Full,
    /// The file has more bytes than anything of its kind.
    TooLarge {
        /// So many are read at most.
        limit: u64,
    },
    /// The file is not text in UTF-8; the byte where it stops being so.
    NotText {
        /// The byte.
        at: usize,
    },
    /// Another program holds the session.
    Held {
        /// Its process number, where it could be read.
        pid: Option<u32>,
    },
    /// Something the system said in its own words.
    Other(String),
}

impl Trouble {
    fn of(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::AlreadyExists => Self::Exists,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded
            | io::ErrorKind::FileTooLarge => Self::Full,
            _ => Self::Other(error.to_string()),
        }
    }
}

impl Trouble {
    fn words(&self, texts: Texts) -> String {
        match self {
            Self::Missing => t!(texts, "store-why-missing"),
            Self::Exists | Self::Held { .. } => t!(texts, "store-why-exists"),
            Self::Denied => t!(texts, "store-why-denied"),
            Self::ReadOnly => t!(texts, "store-why-read-only"),
            Self::Full => t!(texts, "store-why-full"),
            Self::TooLarge { limit } => t!(texts, "store-why-too-large", limit = limit),
            Self::NotText { at } => t!(texts, "store-why-not-text", at = at),
            Self::Other(words) => t!(texts, "store-why-other", words = SafeText::line(words)),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("nothing is there"),
            Self::Exists => f.write_str("something is there already"),
            Self::Denied => f.write_str("not allowed"),
            Self::ReadOnly => f.write_str("read-only"),
            Self::Full => f.write_str("the disk is full"),
            Self::TooLarge { limit } => write!(f, "more than {limit} bytes"),
            Self::NotText { at } => write!(f, "not UTF-8 from byte {at} on"),
            Self::Held { pid: Some(pid) } => write!(f, "held by process {pid}"),
            Self::Held { pid: None } => f.write_str("held by another process"),
            Self::Other(words) => f.write_str(words),
        }
    }
}

/// What went wrong, where, and doing what. `Display` is for logs; a person reads [`StoreError::sentence`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{act:?} {}: {trouble}", path.display())]
pub struct StoreError {
    /// The file or folder.
    pub path: PathBuf,
    /// What was tried.
    pub act: Act,
    /// Why it did not work.
    pub trouble: Trouble,
}

impl StoreError {
    /// Makes an error of its parts.
    pub fn new(path: &Path, act: Act, trouble: Trouble) -> Self {
        Self {
            path: path.to_owned(),
            act,
            trouble,
        }
    }

    /// Makes an error of what the system said.
    pub fn io(path: &Path, act: Act, error: &io::Error) -> Self {
        Self::new(path, act, Trouble::of(error))
    }

    /// Says it to a person in one sentence.
    pub fn sentence(&self, texts: Texts) -> String {
        let path = shown(&self.path);
        let why = self.trouble.words(texts);
        if let Trouble::Held { pid } = self.trouble {
            return match pid {
                Some(pid) => t!(texts, "store-held-by", path = path, pid = pid.to_string()),
                None => t!(texts, "store-held", path = path),
            };
        }
        match self.act {
            Act::Read => t!(texts, "store-read", path = path, why = why),
            Act::Write => t!(texts, "store-write", path = path, why = why),
            Act::Sync => t!(texts, "store-sync", path = path, why = why),
            Act::Create => t!(texts, "store-create", path = path, why = why),
            Act::Rename => t!(texts, "store-rename", path = path, why = why),
            Act::Remove => t!(texts, "store-remove", path = path, why = why),
            Act::List => t!(texts, "store-list", path = path, why = why),
            Act::Lock => t!(texts, "store-lock", path = path, why = why),
        }
    }

    /// Says what to do about it, where something can be done.
    pub fn hint(&self, texts: Texts) -> Option<String> {
        match self.trouble {
            Trouble::Missing => Some(t!(texts, "store-hint-missing")),
            Trouble::Denied => Some(t!(texts, "store-hint-denied")),
            Trouble::ReadOnly => Some(t!(texts, "store-hint-read-only")),
            Trouble::Full => Some(t!(texts, "store-hint-full")),
            Trouble::Held { .. } => Some(t!(texts, "store-hint-held")),
            Trouble::NotText { .. } => Some(t!(texts, "store-hint-not-text")),
            Trouble::Exists | Trouble::TooLarge { .. } | Trouble::Other(_) => None,
        }
    }

    /// Tells whether another program holds what was asked for.
    pub const fn is_held(&self) -> bool {
        matches!(self.trouble, Trouble::Held { .. })
    }

    /// Tells whether nothing was there.
    pub fn is_missing(&self) -> bool {
        self.trouble == Trouble::Missing
    }
}

/// Returns a path as a terminal may show it.
pub fn shown(path: &Path) -> SafeText {
    SafeText::line(&path.to_string_lossy())
}

/// Adds the path and the act to an error of the system, at the call.
pub(super) trait At<T> {
    /// Names the place.
    fn at(self, path: &Path, act: Act) -> Result<T, StoreError>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, path: &Path, act: Act) -> Result<T, StoreError> {
        self.map_err(|error| StoreError::io(path, act, &error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn a_person_reads_what_where_and_why() {
        let path = Path::new("/home/eva/Samtal/\u{1b}[2Jskola.ron");
        let error = StoreError::new(path, Act::Write, Trouble::Full);
        assert_eq!(
            error.sentence(Texts::new(Lang::Sv)),
            "Det går inte att skriva /home/eva/Samtal/␛[2Jskola.ron: disken är full."
        );
        assert_eq!(
            error.hint(Texts::new(Lang::En)).unwrap(),
            "Make some room and try again. What you wrote is still here."
        );
        let held = StoreError::new(path, Act::Lock, Trouble::Held { pid: Some(41_234) });
        assert_eq!(
            held.sentence(Texts::new(Lang::En)),
            "Another program holds this session (process 41234, /home/eva/Samtal/␛[2Jskola.ron)."
        );
    }
}
