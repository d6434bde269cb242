//! A session under another name, twice, or gone: with everything that lies beside it.

use std::path::{Path, PathBuf};

use crate::{
    domain::PlanPart,
    format::session::{self, Unsaid},
    store::{
        LeadLock,
        disk::{Disk, folder_of},
        error::{Act, StoreError, Trouble},
        library::{make_session, name_of, stem},
        places::Places,
        session_store::{Occasion, OpenError, SessionStore, peek},
    },
    text::{SafeText, clock},
};

/// Gives a session another title, and its file the name that goes with it. Returns where it lies now.
pub fn rename<D: Disk>(
    disk: &D,
    places: &Places,
    path: &Path,
    (title, occasion): (&SafeText, &Occasion),
) -> Result<PathBuf, OpenError> {
    let mut store = SessionStore::open(disk.clone(), places, path, occasion)?.store;
    store.change_plan(PlanPart::Title(title.clone()), occasion.now)?;
    let old = store.path().to_owned();
    let plan = store.session().plan();
    let day = store.session().timeline().began().or(plan.slot.start);
    let day = clock::date(day.unwrap_or(occasion.now), &plan.zone);
    drop(store);
    let stem = stem(&day, title);
    let _turn = disk.lock(&places.state.join("library.lock"))?;
    let mut to = old.with_file_name(format!("{stem}.ron"));
    let mut again = 1;
    while to != old && disk.exists(&to)? {
        again += 1;
        to = old.with_file_name(format!("{stem}-{again}.ron"));
    }
    if to != old {
        for (from, to) in beside(disk, &old)?.into_iter().filter_map(|path| {
            let ending = ending_of(&path, &old)?;
            let name = format!("{}{ending}", to.file_stem()?.to_string_lossy());
            Some((path, to.with_file_name(name)))
        }) {
            disk.rename(&from, &to)?;
        }
        disk.sync_dir(folder_of(&to))?;
        // The state folder learns where the file lies.
        drop(SessionStore::open(disk.clone(), places, &to, occasion)?);
    }
    Ok(to)
}

/// Makes a second session that says the same, private lines left out, and returns its file.
pub fn copy<D: Disk>(
    disk: &D,
    places: &Places,
    path: &Path,
    (title, occasion): (&SafeText, &Occasion),
) -> Result<PathBuf, OpenError> {
    let session = peek(disk, places, path, &occasion.unsaid)?.session;
    let mut base = session::published(&session);
    base.plan.title = title.clone();
    Ok(make_session(disk, places, base, occasion)?)
}

/// Returns every file of a session: its own, the backup and copies beside it, and what lies in its state folder.
pub fn files_of<D: Disk>(
    disk: &D,
    places: &Places,
    path: &Path,
    unsaid: &Unsaid,
) -> Result<Vec<PathBuf>, OpenError> {
    let mut files = beside(disk, path)?;
    // One that cannot be read has no state that could be known.
    if let Ok(peeked) = peek(disk, places, path, unsaid)
        && !peeked.session.id().0.is_empty()
    {
        let dir = places.state_of(peeked.session.id());
        if LeadLock::is_held(disk, &dir)? {
            let held = Trouble::Held { pid: None };
            return Err(StoreError::new(path, Act::Lock, held).into());
        }
        let recorded = disk.list(&dir)?;
        files.extend(recorded.into_iter().filter(|file| !is_lock(file)));
    }
    Ok(files)
}

/// Removes a session with everything of it. A lock stays where it is: it is empty, and removing it would make two of it.
pub fn delete<D: Disk>(disk: &D, files: &[PathBuf]) -> Result<(), StoreError> {
    for file in files {
        disk.remove_if_there(file)?;
    }
    for file in files {
        disk.sync_dir(folder_of(file))?;
    }
    Ok(())
}

fn is_lock(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name == "lock" || name.ends_with(".lock") || name == "lead.turn"
}

/// Returns the file itself and those that the program kept beside it.
fn beside<D: Disk>(disk: &D, path: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let mut files = disk.list(folder_of(path))?;
    files.retain(|file| ending_of(file, path).is_some());
    Ok(files)
}

/// Returns what stands after the session's name in the name of a file of its own: `.ron`, `.ron.bak`, `.edited-….ron`.
fn ending_of(file: &Path, session: &Path) -> Option<String> {
    let name = file.file_name()?.to_str()?;
    let ending = name.strip_prefix(name_of(session).as_str())?;
    let copy = ending
        .strip_suffix(".ron")
        .is_some_and(|copy| copy.starts_with(".edited-") || copy.starts_with(".damaged-"));
    let own = copy || ending == ".ron" || ending == ".ron.bak";
    own.then(|| ending.to_owned())
}
