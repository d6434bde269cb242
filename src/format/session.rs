//! The session file: what a dialogue is, as text that a person reads, writes and mails.
//!
//! It is RON with named fields. Everything that can be left out may be left out, so that a plan written by hand is a title and a few
//! stages. What the program writes is the same for the same session, byte for byte, and says on one line which text it stands on.

mod check;
mod lines;
mod read;
mod wire;
mod write;

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    domain::{Base, Body, Letter, NoteId, Session, SessionId, Tag, Timeline, chart::Chart},
    text::{Lang, Moment, clock::Zone},
};

pub(super) use self::wire::{LENGTH, ONE_OR_MANY};
pub use self::{
    check::unread_source,
    read::{check, read, read_with},
    write::write,
};

/// The version of the format that this program writes.
pub const VERSION: u32 = 1;

/// What a file is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// A dialogue, planned, running or ended.
    #[default]
    Session,
    /// A plan that sessions are made from.
    Template,
}

/// The place in the journal that a file says everything up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Snapshot {
    /// The generation of the journal.
    pub generation: u64,
    /// The last line in it.
    pub seq: u64,
}

/// What a file is taken to mean where it does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unsaid {
    /// The zone of its times.
    pub zone: Zone,
    /// The language of its texts.
    pub language: Lang,
}

/// A session file that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionFile {
    /// The version it was written in; an older one has been brought up to [`VERSION`] here, and the file itself not.
    pub version: u32,
    /// What it is for.
    pub kind: Kind,
    /// Its name; none in a plan written by hand, which becomes a new session.
    pub id: Option<SessionId>,
    /// What of the journal it says.
    pub snapshot: Option<Snapshot>,
    /// The hash of the body when the program wrote it.
    pub body_sha256: Option<String>,
    /// What it says. Notes written by hand may be without a number: [`number`] gives them one.
    pub base: Base,
    /// What is odd but did not stop the reading.
    pub warnings: Vec<super::problem::Problem>,
}

impl SessionFile {
    /// Tells whether a person changed the text since the program wrote it.
    pub fn edited_by_hand(&self, text: &str) -> bool {
        self.body_sha256.is_some() && self.body_sha256 != body_sha(text)
    }
}

/// Returns the SHA-256, in hexadecimal, of everything after the line that holds `body_sha256`; nothing where no line does.
///
/// Line ends count as one, and white space at the end not at all, so that a mail or another system's editor does not look like a person.
pub fn body_sha(text: &str) -> Option<String> {
    let (_, after) = text.split_once("body_sha256")?;
    let (_, body) = after.split_once('\n')?;
    Some(sha(body))
}

/// Returns the hash that a text says of its body, where it is that of the body: then the text is as it was written.
pub fn untouched(text: &str) -> Option<&str> {
    let (_, said) = text.split_once("body_sha256: \"")?;
    let (said, _) = said.split_once('"')?;
    (body_sha(text).as_deref() == Some(said)).then_some(said)
}

fn sha(body: &str) -> String {
    let mut hash = Sha256::new();
    let body = body.trim_end();
    if body.contains('\r') {
        for line in body.split('\n') {
            hash.update(line.strip_suffix('\r').unwrap_or(line));
            hash.update("\n");
        }
    } else {
        // The same in one piece: what this program wrote is nearly always untouched.
        hash.update(body);
        hash.update("\n");
    }
    let mut hex = String::with_capacity(64);
    for byte in hash.finalize() {
        let _always = write!(hex, "{byte:02x}");
    }
    hex
}

/// Returns what a file says of a session now: the ground for the same session without its entries.
///
/// Notes that were taken back are left out. Those removed for good leave their id and nothing else, not even when they were said.
pub fn base_of(session: &Session) -> Base {
    let shown = session
        .notes()
        .map(|note| (note.id, note.wall, Some(note.body.clone())));
    let removed = session
        .every_note()
        .filter(|note| note.erased)
        .map(|note| (note.id, Moment::default(), None));
    let began = session.timeline().began().is_some();
    let mut base = Base {
        id: session.id().clone(),
        // Until the first stage starts a file is named and its values stand in it alone.
        plan: if began {
            session.plan().clone()
        } else {
            session.written_plan()
        },
        timeline: Timeline {
            heard: session.heard(),
            ..session.timeline().clone()
        },
        notes: removed.chain(shown).collect(),
        numbers: session.numbers().clone(),
    };
    tidy(&mut base);
    base
}

/// Returns what the file that others may read says of a session: everything but the private lines, which stay in the journal.
pub fn published(session: &Session) -> Base {
    let mut base = base_of(session);
    let private = |body: &Option<Body>| body.as_ref().is_some_and(|body| body.tag == Tag::Private);
    base.notes.retain(|(_, _, body)| !private(body));
    base
}

/// Gives every note without a number the next one of its letter, in the order they stand.
pub fn number(base: &mut Base) {
    for (id, ..) in &mut base.notes {
        if !id.is_numbered() {
            let highest = base.numbers.entry(id.letter).or_default();
            *highest += 1;
            *id = NoteId::new(id.letter, *highest);
        }
    }
    tidy(base);
}

/// Brings charts, notes and numbers into the one form that a file gives back.
pub(super) fn tidy(base: &mut Base) {
    if base.timeline.began().is_some() {
        base.plan.charts.iter_mut().for_each(Chart::settle);
    }
    base.notes.sort_by_key(|(id, wall, _)| (*wall, *id));
    for (id, ..) in base.notes.iter().filter(|(id, ..)| id.machine.is_none()) {
        let highest = base.numbers.entry(id.letter).or_insert(id.number);
        *highest = id.number.max(*highest);
    }
    base.numbers.retain(|_, highest| *highest > 0);
}

/// The letters and the names they have among the numbers of a file.
const LETTERS: [Letter; 6] = Letter::ALL;

#[cfg(test)]
mod tests;
