//! The folder of sessions, the templates, and how a person's words find one of them.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::{
    domain::{Base, Lasting, Length, Letter, SessionId, Status, Tag, TagWords, chart::Source},
    format::{
        problem::Problem,
        session::{self, Kind, Unsaid},
    },
    store::{
        disk::{Disk, folder_of},
        error::StoreError,
        files,
        library::walk::{Lives, View, Walk},
        places::Places,
        session_store::{Occasion, OpenError, Peeked},
    },
    text::{
        Lang, Moment, SafeText, Span,
        clock::{self, Zone},
    },
};

mod index;
/// A session under another name, twice, or gone.
pub mod keeping;
/// How long stages were before.
pub mod lengths;
mod names;
/// Everything in one file, and back.
pub mod packing;
/// Removing for good, over all of a session's files.
pub mod removing;
mod said;
/// Words looked for in every session.
pub mod search;
/// What lives on through a series of sessions.
pub mod series;
/// What the program brings along.
pub mod shipped;
/// One long dialogue as two.
pub mod split;
mod walk;

pub use index::{Whose, forget};
pub use names::{FindError, find, find_template};
pub use said::Found;
pub use walk::Progress;

/// The longest a session's name in the file's name may be, in bytes; with folder and ending it stays below what Windows takes.
const MAX_SLUG: usize = 60;

/// A session that was left open longer ago than this is not the running one.
const A_DAY: Span = Span::minutes(24 * 60);

/// A session in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The file.
    pub path: PathBuf,
    /// The file's name without its ending.
    pub name: String,
    /// What is in it.
    pub about: About,
}

/// What a list says of a file.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "nearly every file is a session; the small one is the rare one"
)]
pub enum About {
    /// A session.
    Session(Summary),
    /// A file that cannot be read; it is named and left alone.
    Broken(Box<OpenError>),
}

/// A session in a few words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// The title.
    pub title: SafeText,
    /// When it began, or is planned to begin.
    pub start: Option<Moment>,
    /// It has begun.
    pub began: bool,
    /// When it ended.
    pub closed: Option<Moment>,
    /// Some program leads it right now.
    pub running: bool,
    /// How many next steps it has.
    pub steps: usize,
    /// How many of them are not done.
    pub open_steps: usize,
    /// How many notes.
    pub notes: usize,
    /// The series it belongs to.
    pub series: Option<SafeText>,
    /// The zone its times are shown in.
    pub zone: Zone,
    /// What lives on after it, open or not.
    #[serde(skip)]
    pub lasting: Vec<Lasting>,
    /// The highest number used for each letter.
    #[serde(skip)]
    pub numbers: BTreeMap<Letter, u32>,
    /// How long its stages were, where it has ended.
    #[serde(skip)]
    pub lengths: Vec<Length>,
    /// What it calls the kinds of notes, where it says so.
    pub tags: Vec<TagWords>,
}

/// A plan that sessions are made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its name.
    pub name: String,
    /// What it says.
    pub text: String,
    /// The file of a person's own; none for one that came with the program.
    pub path: Option<PathBuf>,
}

impl Template {
    /// Reads what it says.
    pub fn read(&self, unsaid: &Unsaid) -> Result<Base, OpenError> {
        let shown = self.path.as_ref().map_or_else(
            || format!("{}.ron", self.name),
            |path| path.to_string_lossy().into_owned(),
        );
        match session::read_with(&shown, &self.text, unsaid) {
            Ok(mut file) => {
                if let Some(path) = &self.path {
                    anchor(&mut file.base, path);
                }
                Ok(file.base)
            }
            Err(problem) => Err(OpenError::File {
                problem: Box::<Problem>::new(problem),
                text: self.text.clone(),
            }),
        }
    }
}

/// Makes the files that a plan's charts are read from findable from anywhere: the plan names them from its own folder, and the session made
/// of it lies in another. What nobody cited is cited as the plan names it: where it lies on this machine is nobody else's business.
pub(super) fn anchor(base: &mut Base, plan: &Path) {
    let folder = folder_of(plan);
    for chart in &mut base.plan.charts {
        if let Source::Csv(file) = &mut chart.source {
            let path = folder.join(file.as_str());
            if let Some(path) = path.to_str() {
                let name = std::mem::replace(file, SafeText::line(path));
                if chart.cite.is_empty() {
                    chart.cite = name;
                }
            }
        }
    }
}

/// How much a list tells of each session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Without what lives on after it, which most lists do not show and which is most of what there is to read.
    Brief,
    /// All of it.
    Whole,
}

/// Lists the sessions, the latest first. A file that cannot be read is named; copies that the program kept are left out.
pub fn list<D: Disk + Send + Sync>(
    disk: &D,
    places: &Places,
    unsaid: &Unsaid,
) -> Result<Vec<Listed>, StoreError> {
    list_telling(
        disk,
        places,
        (unsaid, Depth::Whole),
        |_progress, _so_far| {},
    )
}

/// Lists them and tells after each how far it has come, with those found so far, the newest first.
pub fn list_telling<D: Disk + Send + Sync>(
    disk: &D,
    places: &Places,
    (unsaid, depth): (&Unsaid, Depth),
    tell: impl FnMut(Progress, &[Listed]),
) -> Result<Vec<Listed>, StoreError> {
    listed(&Walk::by_index(disk, places, unsaid), depth, tell)
}

/// Lists them and leaves the index alone: for the demo's folders, of which nothing is kept.
pub fn list_without_index<D: Disk + Send + Sync>(
    disk: &D,
    places: &Places,
    unsaid: &Unsaid,
) -> Result<Vec<Listed>, StoreError> {
    let walk = Walk {
        disk,
        places,
        unsaid,
        index: None,
    };
    listed(&walk, Depth::Whole, |_progress, _so_far| {})
}

fn listed<D: Disk + Send + Sync>(
    walk: &Walk<'_, D>,
    depth: Depth,
    mut tell: impl FnMut(Progress, &[Listed]),
) -> Result<Vec<Listed>, StoreError> {
    // Files are named by their day.
    let mut files = session_files(walk.disk, &walk.places.sessions)?;
    files.reverse();
    let mut found: Vec<Listed> = Vec::new();
    let of = |(): &mut (), path: &Path, view: View<'_>| {
        let about = match view {
            View::Kept(reader, known) => {
                let mut summary = walk.summary(known)?;
                if depth == Depth::Whole {
                    let told = reader.lasting(known)?;
                    let (lasting, highest, lengths): Lives = serde_json::from_slice(&told).ok()?;
                    (summary.lasting, summary.lengths) = (lasting, lengths);
                    let highest = highest.into_iter().map(|id| (id.letter, id.number));
                    summary.numbers = highest.collect();
                }
                About::Session(summary)
            }
            View::Fresh(peeked) => {
                let mut summary = Summary::brief(&peeked);
                if depth == Depth::Whole {
                    let session = &peeked.session;
                    (summary.lasting, summary.lengths) = (session.lasting(), session.lengths());
                    summary.numbers.clone_from(session.numbers());
                }
                About::Session(summary)
            }
            View::Broken(error) => About::Broken(Box::new(error)),
        };
        Some(Listed {
            path: path.to_owned(),
            name: name_of(path),
            about,
        })
    };
    walk.through(&files, (|| (), of), |listed, progress| {
        found.extend(listed);
        tell(progress, &found);
        true
    });
    sort(&mut found);
    Ok(found)
}

/// Puts the latest first.
pub fn sort(list: &mut [Listed]) {
    list.sort_by_cached_key(|listed| {
        let start = match &listed.about {
            About::Session(summary) => summary.start,
            About::Broken(_) => None,
        };
        (std::cmp::Reverse(start), listed.name.clone())
    });
}

impl Summary {
    /// Tells of a session without what lives on after it.
    fn brief(peeked: &Peeked) -> Self {
        let session = &peeked.session;
        let steps = || session.tagged(Tag::NextStep);
        let began = session.timeline().began();
        Self {
            title: session.plan().title.clone(),
            start: began.or_else(|| session.plan().slot.start),
            began: began.is_some(),
            closed: session.timeline().closed,
            running: peeked.running,
            steps: steps().count(),
            open_steps: steps()
                .filter(|step| matches!(step.body.status, Status::Open | Status::Ongoing))
                .count(),
            notes: session.dialogue_count(),
            series: session.plan().series.clone(),
            zone: session.plan().zone.clone(),
            lasting: Vec::new(),
            numbers: BTreeMap::new(),
            lengths: Vec::new(),
            tags: session.plan().tags.clone(),
        }
    }
}

/// Returns the session that `show` means without a name: the one that runs, else the one that began last, else the one planned first.
pub fn latest(list: &[Listed]) -> Option<&Listed> {
    let summary = |listed: &&Listed| match &listed.about {
        About::Session(summary) => Some(summary.clone()),
        About::Broken(_) => None,
    };
    let key = |listed: &&Listed| summary(listed).map(|summary| (summary.began, summary.start));
    list.iter()
        .find(|listed| summary(listed).is_some_and(|summary| summary.running))
        .or_else(|| {
            let sessions = list.iter().filter(|listed| summary(listed).is_some());
            sessions.max_by_key(key)
        })
}

/// Returns the session that `lead` means without a name: the one in whose time we are, so that a closed terminal is one word from going on.
pub fn current(list: &[Listed], now: Moment) -> Option<&Listed> {
    let open = |listed: &&Listed| match &listed.about {
        About::Session(summary) => summary.began && summary.closed.is_none(),
        About::Broken(_) => false,
    };
    let start = |listed: &&Listed| match &listed.about {
        About::Session(summary) => summary.start,
        About::Broken(_) => None,
    };
    list.iter()
        .filter(open)
        .filter(|listed| start(listed).is_some_and(|start| now - start < A_DAY))
        .max_by_key(start)
}

/// Returns the session that `prepare` means without a name: of those that have not begun the next one, else one whose time is not set.
pub fn planned(list: &[Listed], now: Moment) -> Option<&Listed> {
    let key = |listed: &&Listed| match &listed.about {
        About::Session(summary) if !summary.began && summary.closed.is_none() => {
            let start = summary.start;
            let to_come = start.is_none_or(|start| start >= now - A_DAY);
            to_come.then_some((start.is_none(), start))
        }
        _ => None,
    };
    list.iter()
        .filter(|listed| key(listed).is_some())
        .min_by_key(key)
}

/// Returns the templates of a language, a person's own before the shipped one of the same name.
pub fn templates<D: Disk>(
    disk: &D,
    places: &Places,
    lang: Lang,
) -> Result<Vec<Template>, StoreError> {
    let mut all: Vec<Template> = Vec::new();
    for path in session_files(disk, &places.templates)? {
        let whole = name_of(&path);
        let (name, of) = match whole.rsplit_once('.') {
            Some((name, code)) if Lang::parse(code).is_some() => (name, Lang::parse(code)),
            _ => (whole.as_str(), None),
        };
        if of.is_some_and(|of| of != lang) {
            continue;
        }
        // One that cannot be read is not hidden: making a session from it says what is wrong and where.
        let text = files::read_text(disk, &path)?;
        let (name, path) = (name.to_owned(), Some(path));
        // `name.sv.ron` is asked for more exactly than `name.ron`.
        all.retain(|known| known.name != name || of.is_none());
        if all.iter().all(|known| known.name != name) {
            all.push(Template { name, text, path });
        }
    }
    for shipped in shipped::TEMPLATES.iter().filter(|one| one.lang == lang) {
        if all.iter().all(|own| own.name != shipped.name) {
            all.push(Template {
                name: shipped.name.to_owned(),
                text: shipped.text.to_owned(),
                path: None,
            });
        }
    }
    Ok(all)
}

/// Writes a new session into the library, under a name made of its day and title, and returns the file.
pub fn make_session<D: Disk>(
    disk: &D,
    places: &Places,
    base: Base,
    occasion: &Occasion,
) -> Result<PathBuf, StoreError> {
    disk.make_dir(&places.sessions)?;
    disk.make_dir(&places.state)?;
    let plan = &base.plan;
    let day = plan.slot.start.unwrap_or(occasion.now);
    let day = clock::date(day, &plan.zone);
    let stem = stem(&day, &plan.title);
    // Two windows that make a session at the same time take turns, so that no name is given twice.
    let _turn = disk.lock(&places.state.join("library.lock"))?;
    let mut path = places.sessions.join(format!("{stem}.ron"));
    let mut again = 1;
    while disk.exists(&path)? {
        again += 1;
        path = places.sessions.join(format!("{stem}-{again}.ron"));
    }
    write_session(disk, &path, base, occasion)?;
    Ok(path)
}

/// Writes a new session to a file that a person named and that must not be there yet.
pub fn make_session_at<D: Disk>(
    disk: &D,
    path: &Path,
    base: Base,
    occasion: &Occasion,
) -> Result<(), StoreError> {
    write_session(disk, path, base, occasion)
}

fn write_session<D: Disk>(
    disk: &D,
    path: &Path,
    mut base: Base,
    occasion: &Occasion,
) -> Result<(), StoreError> {
    base.id = occasion.fresh_id.clone();
    session::number(&mut base);
    let text = session::write(&base, Kind::Session, None);
    files::write_new_file(disk, path, text.as_bytes())
}

/// Lays out a fresh copy of the demo that starts now, and returns its folders and its file.
///
/// It lies under the state folder: not in a person's list, and nothing to clean up. The copies of earlier times are removed, but for
/// those that another window plays right now.
pub fn fresh_demo<D: Disk>(
    disk: &D,
    places: &Places,
    lang: Lang,
    occasion: &Occasion,
) -> Result<(Places, PathBuf), OpenError> {
    let demo = Places::in_one(&places.demo());
    for dir in [&demo.sessions, &demo.state] {
        disk.make_dir(dir)?;
    }
    let _turn = disk.lock(&demo.state.join("library.lock"))?;
    let mut number = 1;
    let (id, path) = loop {
        let id = SessionId(format!("demo-{number}"));
        let dir = demo.state_of(&id);
        if !crate::store::LeadLock::is_held(disk, &dir)? {
            clear(disk, &dir)?;
            break (id, demo.sessions.join(format!("demo-{number}.ron")));
        }
        number += 1;
    };
    let name = path.to_string_lossy().into_owned();
    let text = shipped::demo(lang).text;
    let file =
        session::read_with(&name, text, &occasion.unsaid).map_err(|problem| OpenError::File {
            problem: Box::new(problem),
            text: text.to_owned(),
        })?;
    let mut base = file.base;
    base.id = id;
    base.plan.slot.start = Some(occasion.now);
    session::number(&mut base);
    let text = session::write(&base, Kind::Session, None);
    files::write_atomic(disk, &path, text.as_bytes(), files::Backup::None)?;
    Ok((demo, path))
}

/// Empties the folder of a demo that nobody plays. The locks stay: removing one that somebody waits for would make two of it.
fn clear<D: Disk>(disk: &D, dir: &Path) -> Result<(), StoreError> {
    for old in disk.list(dir)? {
        let name = old.file_name().unwrap_or_default();
        if !["lock", "lead.lock", "lead.turn"]
            .iter()
            .any(|lock| name == *lock)
        {
            disk.remove_if_there(&old)?;
        }
    }
    Ok(())
}

/// Returns the files of a folder that may be sessions, without those that the program kept aside.
fn session_files<D: Disk>(disk: &D, dir: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let mut files = disk.list(dir)?;
    files.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let ours = name.ends_with(".ron") && !name.starts_with('.');
        ours && !name.contains(".edited-") && !name.contains(".damaged-")
    });
    Ok(files)
}

/// Returns a file's name without its ending.
fn name_of(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// Makes the name of a session's file, without its ending: its day and its title.
fn stem(day: &str, title: &str) -> String {
    match slug(title) {
        slug if slug.is_empty() => day.to_owned(),
        slug => format!("{day}-{slug}"),
    }
}

/// Makes a name that every system and every mail takes: `Att trivas i skolan` becomes `att-trivas-i-skolan`.
fn slug(title: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut slug = String::new();
    // å falls apart into a and a ring, and the ring is no letter.
    for c in title.nfkd().flat_map(char::to_lowercase) {
        let spelled = match c {
            'ø' => "o",
            'æ' => "ae",
            'ß' => "ss",
            'a'..='z' | '0'..='9' => {
                slug.push(c);
                continue;
            }
            _ if unicode_normalization::char::is_combining_mark(c) => continue,
            _ if slug.is_empty() || slug.ends_with('-') => continue,
            _ => "-",
        };
        slug.push_str(spelled);
    }
    if slug.len() > MAX_SLUG {
        let whole_words = slug
            .get(..MAX_SLUG)
            .and_then(|cut| cut.rsplit_once('-'))
            .map_or(MAX_SLUG, |(words, _)| words.len());
        slug.truncate(whole_words);
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests;
