//! Removing for good over all the files of a session, and in other sessions that copied something of it.

use std::path::{Path, PathBuf};

use crate::{
    domain::{NoteId, Session, SessionId},
    format::{
        removal::{self, Found, Gone, Kind, Name, Thinned},
        session::{self, Unsaid},
    },
    store::{
        disk::Disk,
        draft,
        error::StoreError,
        files::MAX_TEXT,
        library::{Whose, forget, keeping, session_files},
        places::Places,
        session_store::{Notice, Occasion, OpenError, SessionStore, peek},
    },
    t,
    text::{Lang, Moment, SafeText, Texts},
};

/// What a session's files hold of something that is to go.
#[derive(Clone, Debug, Default)]
pub struct Holds {
    /// Where it stands in what the session says.
    pub found: Vec<Found>,
    /// The files in which it stands, what was changed or taken back included.
    pub files: Vec<PathBuf>,
    /// It is a plan that somebody wrote, which belongs to no log: it is theirs to change.
    pub plan: bool,
}

impl Holds {
    /// Tells whether nothing is there.
    pub const fn is_nothing(&self) -> bool {
        self.found.is_empty() && self.files.is_empty()
    }
}

/// What became of the files of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// The files that were written anew, without it.
    pub anew: Vec<PathBuf>,
    /// The files that are gone.
    pub removed: Vec<PathBuf>,
    /// The files that hold it still: a name in a chart's labels, for instance.
    pub left: Vec<PathBuf>,
}

/// Looks for a person's name in everything a session's files hold.
pub fn look<D: Disk>(
    disk: &D,
    places: &Places,
    path: &Path,
    (name, unsaid): (&Name, &Unsaid),
) -> Result<Holds, OpenError> {
    let peeked = peek(disk, places, path, unsaid)?;
    let mut base = session::base_of(&peeked.session);
    let found = removal::person(&mut base, name, &mark(&peeked.session));
    let files = keeping::files_of(disk, places, path, unsaid)?;
    Ok(Holds {
        found,
        files: holding(disk, files, name)?,
        plan: peeked.kind == session::Kind::Template || peeked.session.id().0.is_empty(),
    })
}

/// Returns the files in which a name stands as a word.
fn holding<D: Disk>(
    disk: &D,
    mut files: Vec<PathBuf>,
    name: &Name,
) -> Result<Vec<PathBuf>, StoreError> {
    let mut held = Vec::with_capacity(files.len());
    files.sort();
    for file in files {
        if file.file_name().is_some_and(|known| known == "path") {
            continue;
        }
        let bytes = disk.read(&file, 0, MAX_TEXT)?;
        // A line break within a text is written as two signs, of which one is a letter.
        let text = String::from_utf8_lossy(&bytes).replace("\\n", "\n");
        held.extend(name.is_in(&text).then_some(file));
    }
    Ok(held)
}

/// Returns what stands in the place of a removed name, in the language of the session.
fn mark(session: &Session) -> String {
    let lang = Lang::parse(&session.plan().language).unwrap_or_default();
    t!(Texts::new(lang), "remove-mark")
}

/// Takes a person's name out of a session and everything beside it.
pub fn person<D: Disk>(
    disk: &D,
    places: &Places,
    path: &Path,
    (name, occasion): (&Name, &Occasion),
) -> Result<Done, OpenError> {
    let watch = Watch::before(disk, places, path, &occasion.unsaid)?;
    let mut store = open(disk, places, path, occasion)?;
    let mark = mark(store.session());
    store.begin_again(|base| removal::person(base, name, &mark))?;
    draft::change_all(disk, store.state_dir(), |half| {
        let words = half
            .rewritten
            .as_mut()
            .map(|rewritten| &mut rewritten.words);
        let mut changed = false;
        for words in std::iter::once(&mut half.line).chain(words) {
            if let Some(left) = name.replaced(words, &mark) {
                (*words, changed) = (left, true);
            }
        }
        changed
    })?;
    drop(store);
    let mut done = watch.after(disk, places, path, &occasion.unsaid)?;
    let files = keeping::files_of(disk, places, path, &occasion.unsaid)?;
    done.left = holding(disk, files, name)?;
    Ok(done)
}

/// Removes a note for good.
pub fn note<D: Disk>(
    disk: &D,
    places: &Places,
    path: &Path,
    (id, occasion): (NoteId, &Occasion),
) -> Result<Done, OpenError> {
    let watch = Watch::before(disk, places, path, &occasion.unsaid)?;
    open(disk, places, path, occasion)?.erase(id)?;
    watch.after(disk, places, path, &occasion.unsaid)
}

/// Opens a session whose every line this version can read: what a newer one wrote could not be looked through.
fn open<D: Disk>(
    disk: &D,
    places: &Places,
    path: &Path,
    occasion: &Occasion,
) -> Result<SessionStore<D>, OpenError> {
    let opened = SessionStore::open(disk.clone(), places, path, occasion)?;
    let newer = |notice: &Notice| matches!(notice, Notice::Newer(_));
    if let Some(notice) = opened.notices.iter().find(|notice| newer(notice)) {
        let why = notice.sentence(Texts::new(Lang::En));
        let trouble = crate::store::Trouble::Other(why);
        return Err(StoreError::new(path, crate::store::Act::Write, trouble).into());
    }
    Ok(opened.store)
}

/// Returns the sessions, but for one, that copied something of removed notes: what was open when they began, and why.
pub fn copies<D: Disk>(
    disk: &D,
    places: &Places,
    but: &Path,
    (gone, unsaid): (&[Gone], &Unsaid),
) -> Result<Vec<(PathBuf, Vec<NoteId>)>, StoreError> {
    let mut found = Vec::new();
    for path in session_files(disk, &places.sessions)? {
        if path == but || gone.is_empty() {
            continue;
        }
        // One that cannot be read is named by whoever lists them.
        let Ok(peeked) = peek(disk, places, &path, unsaid) else {
            continue;
        };
        let ids = removal::copies(&mut session::base_of(&peeked.session), gone);
        if !ids.is_empty() {
            found.push((path, ids));
        }
    }
    Ok(found)
}

/// Takes the copies of removed notes out of a session.
pub fn forget_copies<D: Disk>(
    disk: &D,
    places: &Places,
    path: &Path,
    (gone, occasion): (&[Gone], &Occasion),
) -> Result<Done, OpenError> {
    let watch = Watch::before(disk, places, path, &occasion.unsaid)?;
    open(disk, places, path, occasion)?.begin_again(|base| removal::copies(base, gone))?;
    watch.after(disk, places, path, &occasion.unsaid)
}

/// Which files there were before.
struct Watch {
    files: Vec<PathBuf>,
}

impl Watch {
    fn before<D: Disk>(
        disk: &D,
        places: &Places,
        path: &Path,
        unsaid: &Unsaid,
    ) -> Result<Self, OpenError> {
        let files = keeping::files_of(disk, places, path, unsaid)?;
        Ok(Self { files })
    }

    fn after<D: Disk>(
        self,
        disk: &D,
        places: &Places,
        path: &Path,
        unsaid: &Unsaid,
    ) -> Result<Done, OpenError> {
        let now = keeping::files_of(disk, places, path, unsaid)?;
        let fleeting = |file: &PathBuf| file.extension().is_some_and(|ending| ending == "pid");
        let mut anew: Vec<PathBuf> = now
            .iter()
            .filter(|file| **file == path || !self.files.contains(file))
            .filter(|file| !fleeting(file) && !file.ends_with("path"))
            .cloned()
            .collect();
        anew.sort();
        let gone = self.files.into_iter().filter(|file| !now.contains(file));
        let mut removed: Vec<PathBuf> = gone.filter(|file| !fleeting(file)).collect();
        removed.sort();
        Ok(Done {
            anew,
            removed,
            left: Vec::new(),
        })
    }
}

/// A session as thinning sees it.
#[derive(Clone, Debug)]
pub struct Aged {
    /// Its file.
    pub path: PathBuf,
    /// When it was last heard of: its end, else its last note, else when it began or was to begin. None where nothing tells.
    pub last: Option<Moment>,
    /// What there is of each kind.
    pub has: Vec<(Kind, usize)>,
}

/// Looks at what could go of a session.
pub fn aged<D: Disk>(
    disk: &D,
    places: &Places,
    path: &Path,
    unsaid: &Unsaid,
) -> Result<Aged, OpenError> {
    let peeked = peek(disk, places, path, unsaid)?;
    let files = keeping::files_of(disk, places, path, unsaid)?;
    let session = &peeked.session;
    let timeline = session.timeline();
    let heard = session.every_note().map(|note| note.wall);
    let heard = heard.chain(timeline.closed).chain(timeline.began()).max();
    let mut has = removal::thin(&mut session::base_of(session), &Kind::ALL).counts;
    let (logs, copies) = parted(&files, path);
    let more = [
        (Kind::Sessions, 1),
        (Kind::Logs, logs.len()),
        (Kind::Copies, copies.len()),
    ];
    has.extend(more.into_iter().filter(|(_, count)| *count > 0));
    has.sort_unstable();
    Ok(Aged {
        path: path.to_owned(),
        last: heard.or_else(|| session.plan().slot.start),
        has,
    })
}

/// Parts the files of a session that are not its own: those of the log, and copies that were set aside.
fn parted(files: &[PathBuf], path: &Path) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let others = files.iter().filter(|file| *file != path).cloned();
    others.partition(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let kept = [".damaged-", ".edited-", ".replaced-", ".old", ".bak"];
        !kept.iter().any(|kept| name.contains(kept))
    })
}

/// What thinning did with a session.
#[derive(Clone, Debug, Default)]
pub struct Thinning {
    /// How many of each kind are gone.
    pub counts: Vec<(Kind, usize)>,
    /// The notes that are gone, for their copies in later sessions.
    pub gone: Vec<Gone>,
}

/// Thins a session; whole sessions are for [`keeping::delete`].
pub fn thin<D: Disk>(
    disk: &D,
    places: &Places,
    path: &Path,
    (kinds, occasion): (&[Kind], &Occasion),
) -> Result<Thinning, OpenError> {
    let unsaid = &occasion.unsaid;
    let before = aged(disk, places, path, unsaid)?;
    let had = |kind: Kind| before.has.iter().any(|(known, _)| *known == kind);
    let mut thinned = Thinned::default();
    if kinds.iter().any(|kind| kind.is_said() && had(*kind)) {
        let mut store = open(disk, places, path, occasion)?;
        thinned = store.begin_again(|base| removal::thin(base, kinds))?;
    }
    let mut counts = thinned.counts;
    let count = |kind: Kind| before.has.iter().find(|(known, _)| *known == kind).copied();
    // Copies that were set aside held what was thinned, so they went with it; and private lines stand in the log alone.
    let logs = kinds.contains(&Kind::Logs) && had(Kind::Logs);
    counts.extend(
        count(Kind::Copies).filter(|_| !counts.is_empty() && !kinds.contains(&Kind::Copies)),
    );
    counts.extend(count(Kind::Private).filter(|_| logs && !kinds.contains(&Kind::Private)));
    for kind in [Kind::Logs, Kind::Copies] {
        if !(kinds.contains(&kind) && had(kind)) {
            continue;
        }
        if kind == Kind::Logs {
            // The file says everything before its log goes.
            open(disk, places, path, occasion)?.publish()?;
        }
        let files = keeping::files_of(disk, places, path, unsaid)?;
        let (logs, copies) = parted(&files, path);
        let files = if kind == Kind::Logs { logs } else { copies };
        keeping::delete(disk, &files)?;
        counts.extend(count(kind));
    }
    counts.sort_unstable();
    Ok(Thinning {
        counts,
        gone: thinned.gone,
    })
}

/// Takes the words of a session out of the index, and tells whether there is one; what is left of the session is read anew at the next look.
pub fn forget_words<D: Disk>(
    disk: &D,
    places: &Places,
    path: &Path,
    id: Option<&SessionId>,
) -> Result<bool, StoreError> {
    let there = disk.exists(&places.cache.join("index.sqlite"))?;
    if there {
        forget(disk, places, Whose::File(path))?;
        if let Some(id) = id {
            forget(disk, places, Whose::Session(id))?;
        }
    }
    Ok(there)
}

/// Returns the words of a note that is to go.
pub fn gone(session: &Session, id: NoteId) -> Option<Gone> {
    let note = session.note(id).filter(|note| !note.erased)?;
    let words: SafeText = note.body.text.clone();
    Some(Gone {
        id,
        at: note.wall,
        words,
    })
}

#[cfg(test)]
mod tests;
