//! What goes into one file, and what of it comes back: nothing that is there is ever written over.

use std::path::{Path, PathBuf};

use crate::{
    domain::{SessionId, chart::Source},
    format::{
        pack::{self, Files, Manifest, Pack},
        session::{self, Kind, Unsaid},
    },
    store::{
        disk::{Disk, folder_of},
        error::StoreError,
        files, journal,
        library::session_files,
        places::Places,
        session_store::peek,
    },
    text::SafeText,
};

/// What is to be packed.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// The session files.
    pub sessions: Vec<PathBuf>,
    /// Templates, tips and settings as well.
    pub everything: bool,
    /// The logs: with them undo and private lines.
    pub logs: bool,
    /// When it is made, as it stands in the list.
    pub made: String,
}

/// What was gathered.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// The list, still without the files' sums.
    pub manifest: Manifest,
    /// The files.
    pub files: Files,
    /// Files of charts that lie elsewhere on this machine: they lie beside the session in the pack.
    pub moved: Vec<PathBuf>,
    /// Files of charts that could not be read.
    pub missing: Vec<StoreError>,
}

/// Gathers what is to be packed.
pub fn gather<D: Disk>(
    disk: &D,
    places: &Places,
    (wish, unsaid): (&Wish, &Unsaid),
) -> Result<Gathered, StoreError> {
    let mut gathered = Gathered::default();
    gathered.manifest.made.clone_from(&wish.made);
    gathered.manifest.logs = wish.logs;
    for path in &wish.sessions {
        session_of(disk, places, (path, unsaid), wish.logs, &mut gathered)?;
    }
    if wish.everything {
        for path in disk.list(&places.templates)? {
            let name = name_of(&path);
            if name.strip_suffix(".ron").is_some()
                && !disk.meta(&path)?.is_some_and(|meta| meta.is_dir)
            {
                gathered.take(disk, format!("templates/{name}"), &path)?;
            }
        }
        for (name, path) in own_files(places) {
            if disk.exists(&path)? {
                gathered.take(disk, name.to_owned(), &path)?;
            }
        }
    }
    gathered.files.retain(|name, _| pack::is_safe(name));
    Ok(gathered)
}

fn own_files(places: &Places) -> [(&'static str, PathBuf); 2] {
    [
        ("tips.ron", places.config_file.with_file_name("tips.ron")),
        ("config.ron", places.config_file.clone()),
    ]
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

impl Gathered {
    /// Returns a name for a session file that every system takes and that no other in the pack has.
    fn free_name(&self, path: &Path) -> String {
        let own = format!("sessions/{}", name_of(path));
        let own = if pack::is_safe(&own) {
            own
        } else {
            "sessions/session.ron".to_owned()
        };
        let stem = own.strip_suffix(".ron").unwrap_or(&own).to_owned();
        let mut name = own;
        let mut again = 1;
        while self.files.contains_key(&name) {
            again += 1;
            name = format!("{stem}-{again}.ron");
        }
        name
    }

    fn take<D: Disk>(&mut self, disk: &D, name: String, path: &Path) -> Result<(), StoreError> {
        let bytes = disk.read(path, 0, pack::MAX_ONE + 1)?;
        self.files.insert(name, bytes);
        Ok(())
    }
}

fn session_of<D: Disk>(
    disk: &D,
    places: &Places,
    (path, unsaid): (&Path, &Unsaid),
    logs: bool,
    gathered: &mut Gathered,
) -> Result<(), StoreError> {
    let file = gathered.free_name(path);
    let mut known = pack::Session {
        file: file.clone(),
        ..pack::Session::default()
    };
    match peek(disk, places, path, unsaid) {
        Ok(peeked) => {
            let session = &peeked.session;
            known.title.clone_from(&session.plan().title);
            if peeked.kind == Kind::Session {
                known.id.clone_from(session.id());
            }
            let dir = places.state_of(session.id());
            let (generation, news) = journal::read(disk, &dir)?;
            if known.id.0.is_empty() || news.lines.is_empty() {
                // As somebody wrote it, comments and all.
                gathered.take(disk, file, path)?;
            } else {
                let text = session::write(&session::published(session), Kind::Session, None);
                gathered.files.insert(file, text.into_bytes());
                if logs {
                    log_of(disk, &dir, generation, gathered)?;
                }
            }
            charts_of(disk, path, session.plan(), gathered);
        }
        // A file that cannot be read is kept as it is; somebody may mend it.
        Err(_broken) => gathered.take(disk, file, path)?,
    }
    gathered.manifest.sessions.push(known);
    Ok(())
}

/// Takes the generation in use and the ground it stands on.
fn log_of<D: Disk>(
    disk: &D,
    dir: &Path,
    generation: u32,
    gathered: &mut Gathered,
) -> Result<(), StoreError> {
    let folder = name_of(dir);
    for path in disk.list(dir)? {
        let name = name_of(&path);
        let ground = name.starts_with("base-") && name.strip_suffix(".ron").is_some();
        if ground || name == format!("journal-{generation}") {
            gathered.take(disk, format!("logs/{folder}/{name}"), &path)?;
        }
    }
    Ok(())
}

/// Takes the files that charts are still read from.
fn charts_of<D: Disk>(
    disk: &D,
    session: &Path,
    plan: &crate::domain::Plan,
    gathered: &mut Gathered,
) {
    let folder = folder_of(session);
    for chart in &plan.charts {
        let Source::Csv(said) = &chart.source else {
            continue;
        };
        let path = folder.join(said.as_str());
        let inside = path.strip_prefix(folder).ok().and_then(Path::to_str);
        let inside = inside.map(|inside| format!("sessions/{}", inside.replace('\\', "/")));
        let inside = inside.filter(|name| pack::is_safe(name));
        if inside.is_none() {
            gathered.moved.push(path.clone());
        }
        let name = inside.unwrap_or_else(|| format!("sessions/{}", name_of(&path)));
        if let Err(error) = gathered.take(disk, name, &path) {
            gathered.missing.push(error);
        }
    }
}

/// What becomes of a file of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Became {
    /// It was written.
    Written(PathBuf),
    /// The same session is here already, in this file.
    SessionThere(PathBuf),
    /// A file of that name is here, and says the same.
    Same(PathBuf),
    /// A file of that name is here, and says something else.
    Other(PathBuf),
}

/// What came of one session or file.
#[derive(Clone, Debug)]
pub struct Brought {
    /// Its name in the pack.
    pub name: String,
    /// The title of a session.
    pub title: Option<SafeText>,
    /// What became of it, or why it was not written.
    pub became: Result<Became, StoreError>,
    /// Its log was written as well.
    pub log: bool,
}

/// Writes what is not there yet. Each session is written whole or not at all.
pub fn bring<D: Disk>(
    disk: &D,
    places: &Places,
    pack: &Pack,
    unsaid: &Unsaid,
) -> Result<Vec<Brought>, StoreError> {
    let here = ids(disk, places, unsaid)?;
    let mut brought = Vec::new();
    for known in &pack.manifest.sessions {
        let there = here
            .iter()
            .find(|(id, _)| !known.id.0.is_empty() && *id == known.id);
        let (became, log) = match there {
            Some((_, path)) => (Ok(Became::SessionThere(path.clone())), false),
            None => match session_in(disk, places, pack, known) {
                Ok((became, log)) => (Ok(became), log),
                Err(error) => (Err(error), false),
            },
        };
        brought.push(Brought {
            name: known.file.clone(),
            title: Some(known.title.clone()),
            became,
            log,
        });
    }
    let sessions: Vec<&String> = pack
        .manifest
        .sessions
        .iter()
        .map(|known| &known.file)
        .collect();
    for (name, bytes) in &pack.files {
        if name.starts_with("logs/") || sessions.contains(&name) {
            continue;
        }
        brought.push(Brought {
            name: name.clone(),
            title: None,
            became: file_in(disk, &place(places, name), bytes),
            log: false,
        });
    }
    Ok(brought)
}

/// Returns where a file of a pack belongs.
fn place(places: &Places, name: &str) -> PathBuf {
    let inside = |folder: &Path, rest: &str| {
        rest.split('/')
            .fold(folder.to_owned(), |at, part| at.join(part))
    };
    match name.split_once('/') {
        Some(("templates", rest)) => inside(&places.templates, rest),
        Some((_, rest)) => inside(&places.sessions, rest),
        None => places.config_file.with_file_name(if name == "tips.ron" {
            std::ffi::OsStr::new("tips.ron")
        } else {
            places.config_file.file_name().unwrap_or_default()
        }),
    }
}

fn file_in<D: Disk>(disk: &D, path: &Path, bytes: &[u8]) -> Result<Became, StoreError> {
    if disk.exists(path)? {
        let there = disk.read(path, 0, pack::MAX_ONE + 1)?;
        return Ok(if there == bytes {
            Became::Same(path.to_owned())
        } else {
            Became::Other(path.to_owned())
        });
    }
    disk.make_dir(folder_of(path))?;
    files::write_new_file(disk, path, bytes)?;
    Ok(Became::Written(path.to_owned()))
}

/// The sessions that are here, with their files.
fn ids<D: Disk>(
    disk: &D,
    places: &Places,
    unsaid: &Unsaid,
) -> Result<Vec<(SessionId, PathBuf)>, StoreError> {
    let mut ids = Vec::new();
    for path in session_files(disk, &places.sessions)? {
        if let Ok(peeked) = peek(disk, places, &path, unsaid) {
            ids.push((peeked.session.id().clone(), path));
        }
    }
    Ok(ids)
}

/// Writes a session under a name that is free, its log first: what a power cut leaves is found and finished by unpacking again.
fn session_in<D: Disk>(
    disk: &D,
    places: &Places,
    pack: &Pack,
    known: &pack::Session,
) -> Result<(Became, bool), StoreError> {
    let bytes = pack
        .files
        .get(&known.file)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let mut path = place(places, &known.file);
    if disk.exists(&path)? && disk.read(&path, 0, pack::MAX_ONE + 1)? == bytes {
        return Ok((Became::Same(path), false));
    }
    let stem = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let mut again = 1;
    while disk.exists(&path)? {
        again += 1;
        path = path.with_file_name(format!("{stem}-{again}.ron"));
    }
    let mut written = Vec::new();
    let result = log_in(disk, places, pack, &known.id, &mut written).and_then(|()| {
        disk.make_dir(folder_of(&path))?;
        files::write_new_file(disk, &path, bytes)
    });
    if let Err(error) = result {
        for file in written {
            disk.remove_if_there(&file).unwrap_or_default();
        }
        return Err(error);
    }
    Ok((Became::Written(path), !written.is_empty()))
}

fn log_in<D: Disk>(
    disk: &D,
    places: &Places,
    pack: &Pack,
    id: &SessionId,
    written: &mut Vec<PathBuf>,
) -> Result<(), StoreError> {
    if id.0.is_empty() {
        return Ok(());
    }
    let dir = places.state_of(id);
    let (generation, _) = journal::mark(disk, &dir)?;
    if generation > 0 {
        return Ok(());
    }
    let prefix = format!("logs/{}/", name_of(&dir));
    // Grounds come before logs by their names: a log never stands there without its ground.
    for (name, bytes) in pack.files.range(prefix.clone()..) {
        let Some(file) = name.strip_prefix(&prefix) else {
            break;
        };
        let path = dir.join(file);
        disk.make_dir(&dir)?;
        if !disk.exists(&path)? {
            files::write_new_file(disk, &path, bytes)?;
            written.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
