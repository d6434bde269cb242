//! What a session file is to the journal beside it: the same, older, changed by a person, or another machine's.

use crate::{
    domain::{Base, SessionId},
    format::{
        hand_edit,
        session::{self, Kind, SessionFile, VERSION, body_sha, published},
    },
    store::session_store::log::{Log, Print},
};

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Verdict {
    /// It says what was last written.
    Current,
    /// It was written from this journal, but not last; or what it says was taken in.
    Stale,
    /// A person changed it; with it what it said before.
    Edited(Box<Base>),
    /// Another machine wrote it, and nothing here is missing in a file that was written; with it what that file said.
    Foreign(Box<Base>),
}

/// Judges a file without reading it, where its hash was noted when it was written: the usual case, and quick.
pub(super) fn at_a_glance(log: &Log, text: &str) -> Option<Verdict> {
    let says_all = |upto: u64| {
        if log.entries.last().is_none_or(|(last, _)| *last < upto) {
            Verdict::Current
        } else {
            Verdict::Stale
        }
    };
    if let Some(seq) = log.took(Print::of(text)) {
        return Some(says_all(seq));
    }
    head(text)?;
    let said = session::untouched(text).filter(|said| log.wrote(said))?;
    match log.snaps.last() {
        Some((seq, sha)) if sha == said => Some(says_all(*seq)),
        _ => Some(Verdict::Stale),
    }
}

/// Returns the line with which a session file of this version begins, where this program wrote it.
fn head(text: &str) -> Option<&str> {
    let start = format!("    version: {VERSION}, kind: Session, id: \"");
    let mut first_lines = text.lines().take(8);
    first_lines.find(|line| line.starts_with(&start) && line.contains("body_sha256: \""))
}

/// Returns the session that a file says it is, where the program wrote its head; without reading the rest.
pub(super) fn said_id(text: &str) -> Option<SessionId> {
    let (_, rest) = head(text)?.split_once("id: \"")?;
    let (id, _) = rest.split_once('"')?;
    // An escaped name is left to the real reader.
    (!id.contains('\\')).then(|| SessionId(id.to_owned()))
}

/// Judges a file that was read.
pub(super) fn judge(log: &Log, base: &Base, text: &str, file: &SessionFile) -> Verdict {
    if let Some(verdict) = at_a_glance(log, text) {
        return verdict;
    }
    let untouched = file.body_sha256.is_some() && !file.edited_by_hand(text);
    let seq = file.snapshot.map(|snapshot| snapshot.seq);
    if let Some(seq) = seq.filter(|seq| *seq <= log.end) {
        // A power cut came between the file and its mark in the journal: the file's own number tells what it must say.
        let then = published(&log.fold(base.clone(), seq));
        let written = body_sha(&session::write(&then, Kind::Session, None));
        if written == file.body_sha256 {
            return if untouched {
                Verdict::Stale
            } else {
                Verdict::Edited(Box::new(then))
            };
        }
    }
    let last = published(&log.fold(base.clone(), log.last_published()));
    let now = published(&log.fold(base.clone(), log.end));
    let says = |known: &Base| hand_edit::diff(known, &file.base, (1, None)).is_empty();
    if says(&last) || says(&now) {
        Verdict::Stale
    } else if untouched && log.is_published() {
        Verdict::Foreign(Box::new(last))
    } else {
        Verdict::Edited(Box::new(last))
    }
}
