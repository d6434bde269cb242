//! What there is to say when a session was opened, and why it could not be.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use crate::{
    format::problem::{Fault, Problem},
    store::error::{StoreError, shown},
    t,
    text::Texts,
};

/// Something that happened to a session's files, said once.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A person changed the file: the changes are ordinary entries now, and `u` takes them back.
    Edited {
        /// The file as found.
        kept: PathBuf,
        /// How many changes.
        changes: usize,
        /// What was not taken in.
        left: Vec<Fault>,
    },
    /// The file could not be read: it was written anew from the log.
    Damaged {
        /// The file as found.
        kept: PathBuf,
        /// What is wrong in it.
        problem: Option<Box<Problem>>,
    },
    /// The file was gone: it was written anew from the log.
    Missing,
    /// The file came from another machine and is the ground of a new log; undo does not reach behind it.
    Elsewhere,
    /// The file is a copy of one that is still there: it has got a name of its own.
    Copied {
        /// The other file.
        of: PathBuf,
    },
    /// The file has moved here.
    Moved {
        /// Where it was.
        from: PathBuf,
    },
    /// A new session was made from a template, or from a plan without an id; that file is as it was.
    Made {
        /// The template.
        from: PathBuf,
        /// The session.
        to: PathBuf,
    },
    /// The log is damaged: what validates is kept.
    LogDamaged {
        /// The damaged log.
        kept: PathBuf,
        /// Where it begins: the byte and the line.
        at: (u64, u64),
        /// How many entries are missing, as far as the numbers tell.
        missing: u64,
    },
    /// The ground of the log was gone or damaged: the file is the new ground.
    GroundLost,
    /// The file could not be written; everything is in the log.
    NotWritten(StoreError),
    /// So many entries were written by a newer version: they are kept and not shown.
    Newer(usize),
}

impl Notice {
    /// Says it to a person.
    pub fn sentence(&self, texts: Texts) -> String {
        match self {
            Self::Edited {
                kept,
                changes,
                left,
            } => {
                let kept = name_of(kept);
                let mut said = t!(texts, "store-edited", changes = changes, kept = kept);
                if !left.is_empty() {
                    said.push(' ');
                    said.push_str(&t!(texts, "store-edited-left", count = left.len()));
                }
                said
            }
            Self::Damaged { kept, problem } => {
                let kept = name_of(kept);
                let said = t!(texts, "store-damaged", kept = kept);
                match problem {
                    Some(problem) => format!("{said} {}", problem.line(&texts)),
                    None => said,
                }
            }
            Self::Missing => t!(texts, "store-missing"),
            Self::Elsewhere => t!(texts, "store-elsewhere"),
            Self::Copied { of } => t!(texts, "store-copied", of = shown(of)),
            Self::Moved { from } => t!(texts, "store-moved", from = shown(from)),
            Self::Made { to, .. } => t!(texts, "store-made", to = shown(to)),
            Self::LogDamaged { kept, at, missing } => t!(
                texts,
                "store-log-damaged",
                kept = shown(kept),
                byte = at.0,
                line = at.1,
                missing = missing
            ),
            Self::GroundLost => t!(texts, "store-ground-lost"),
            Self::NotWritten(error) => {
                let said = error.sentence(texts);
                format!("{said} {}", t!(texts, "store-not-written"))
            }
            Self::Newer(count) => t!(texts, "store-newer", count = count),
        }
    }
}

fn name_of(path: &Path) -> crate::text::SafeText {
    shown(path.file_name().map_or(path, Path::new))
}

/// Why a session could not be opened.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum OpenError {
    /// The disk said no.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file does not say a session.
    #[error("{}: not a session", .problem.file)]
    File {
        /// What is wrong and where.
        problem: Box<Problem>,
        /// What was read, to draw the place.
        text: String,
    },
}

impl OpenError {
    /// Says it to a person in one sentence, with `file:line:column` where there is one.
    pub fn sentence(&self, texts: Texts) -> String {
        match self {
            Self::Store(error) => error.sentence(texts),
            Self::File { problem, .. } => {
                let mut said = problem.file.clone();
                if let Some(place) = &problem.place {
                    let _always = write!(said, ":{}:{}", place.line, place.column);
                }
                format!("{said}: {}", problem.message(&texts))
            }
        }
    }

    /// Says what to do about it, where something can be done.
    pub fn hint(&self, texts: Texts) -> Option<String> {
        match self {
            Self::Store(error) => error.hint(texts),
            Self::File { problem, .. } => problem.hint(&texts),
        }
    }
}
