//! Which session, which template, which file is meant: names said on the command line become paths.

mod after;

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{self, Receiver},
    },
};

use uuid::Uuid;

use super::{Context, Failure, NewSession, indexing::Indexing};
use crate::{
    app::{Home, HomeItem, ItemKind},
    chart::Glyphs,
    domain::{Base, Session, SessionId, chart::Chart},
    format::session::{self, Unsaid},
    store::{
        Places, RealDisk, StoreError,
        library::{self, About, Depth, FindError, Listed, series},
        session_store::{Occasion, SessionStore, look, peek},
        sources,
    },
    t,
    text::{SafeText, Span, Texts},
};

pub(super) use self::after::{history, make_after};

/// Says that the leading window needs a terminal on both sides.
pub(super) fn needs_terminal(context: &Context) -> Result<(), Failure> {
    let terminal = context.env.input_is_terminal && context.env.output_is_terminal;
    // Lines come through a pipe as well.
    if terminal || context.linear() {
        return Ok(());
    }
    Err(Failure::new(t!(context.texts, "cli-no-terminal"))
        .hinted(t!(context.texts, "cli-no-terminal-hint")))
}

/// Returns what opening takes from outside: the time, an id that nobody has, this process.
pub(super) fn occasion(context: &Context) -> Occasion {
    Occasion {
        now: context.clock.now(),
        fresh_id: fresh_id(),
        unsaid: unsaid(context),
        pid: std::process::id(),
    }
}

/// Ids meet other files and other machines, so they are made of time and chance.
fn fresh_id() -> SessionId {
    SessionId(Uuid::now_v7().to_string())
}

/// Returns what a file is taken to mean where it does not say.
pub(super) fn unsaid(context: &Context) -> Unsaid {
    Unsaid {
        zone: context.zone.clone(),
        language: context.texts.lang(),
    }
}

fn list(context: &Context) -> Result<Vec<Listed>, Failure> {
    list_in(context, &context.places).map_err(|error| Failure::of_store(&error, context.texts))
}

/// Lists what lies in folders; of the demo's nothing enters the index.
fn list_in(context: &Context, places: &Places) -> Result<Vec<Listed>, StoreError> {
    if *places == context.places {
        told(context, Depth::Brief)
    } else {
        library::list_without_index(&context.disk, places, &unsaid(context))
    }
}

fn told(context: &Context, depth: Depth) -> Result<Vec<Listed>, StoreError> {
    let mut indexing = Indexing::new(context);
    let how = (&unsaid(context), depth);
    let list = library::list_telling(&context.disk, &context.places, how, |progress, _so_far| {
        indexing.tell(progress);
    });
    indexing.clear();
    list
}

/// Lists the sessions, the latest first, with what lives on after each.
pub(super) fn listed(context: &Context) -> Result<Vec<Listed>, Failure> {
    told(context, Depth::Whole).map_err(|error| Failure::of_store(&error, context.texts))
}

/// Lists them without that.
pub(super) fn listed_in_brief(context: &Context) -> Result<Vec<Listed>, Failure> {
    list(context)
}

pub(super) fn of_find(error: &FindError, texts: Texts) -> Failure {
    let failure = match error {
        FindError::Ambiguous { .. } => Failure::usage(error.sentence(texts)),
        _ => Failure::new(error.sentence(texts)),
    };
    Failure {
        hint: error.hint(texts),
        ..failure
    }
}

pub(super) fn find(context: &Context, name: &str) -> Result<PathBuf, Failure> {
    library::find(&context.disk, &context.places, name, &context.current)
        .map_err(|error| of_find(&error, context.texts))
}

fn nothing_there(context: &Context) -> Failure {
    Failure::new(t!(context.texts, "cli-no-session"))
        .hinted(t!(context.texts, "cli-no-session-hint"))
}

/// Finds the session to lead: the named one, else the one in whose time we are, else the latest.
pub(super) fn to_lead(context: &Context, name: Option<&str>) -> Result<PathBuf, Failure> {
    if let Some(name) = name {
        find(context, name)
    } else {
        let list = list(context)?;
        let found = library::current(&list, context.clock.now()).or_else(|| library::latest(&list));
        found
            .map(|listed| listed.path.clone())
            .ok_or_else(|| nothing_there(context))
    }
}

/// Finds the session to prepare: the named one, else the next one that is planned; where there is none a new one is made.
pub(super) fn to_prepare(context: &Context, name: Option<&str>) -> Result<PathBuf, Failure> {
    if let Some(name) = name {
        return find(context, name);
    }
    match library::planned(&list(context)?, context.clock.now()) {
        Some(listed) => Ok(listed.path.clone()),
        None => make(context, &NewSession::default()),
    }
}

/// Finds the session to tidy: the named one, else the latest.
pub(super) fn to_tidy(context: &Context, name: Option<&str>) -> Result<PathBuf, Failure> {
    match name {
        Some(name) => find(context, name),
        None => latest_in(context, &context.places),
    }
}

/// Finds the session to sit down beside: the named one, else the one that is led right now, the demo too, else as for leading.
pub(super) fn in_the_room(
    context: &Context,
    name: Option<&str>,
) -> Result<(Places, PathBuf), Failure> {
    let demo = Places::in_one(&context.places.demo());
    match name {
        Some("demo") => {
            let path = latest_in(context, &demo)?;
            return Ok((demo, path));
        }
        Some(name) => return Ok((context.places.clone(), find(context, name)?)),
        None => {}
    }
    for places in [&context.places, &demo] {
        let led =
            |listed: &&Listed| matches!(&listed.about, About::Session(about) if about.running);
        let list = list_in(context, places).unwrap_or_default();
        if let Some(led) = list.iter().find(led) {
            return Ok((places.clone(), led.path.clone()));
        }
    }
    Ok((context.places.clone(), to_lead(context, None)?))
}

/// Reads a session as it is right now, and writes nothing, not even a lock.
pub(super) fn seen(context: &Context, places: &Places, path: &Path) -> Result<Session, Failure> {
    let mut seen = look(&context.disk, places, path, &unsaid(context))
        .map_err(|error| Failure::of_open(&error, context.texts))?;
    sources::look_up(&context.disk, path, &mut seen.session);
    Ok(seen.session)
}

/// Reads a session without leading it: the named one, else the latest; `demo` is the demo as it was last led.
pub(super) fn to_read(context: &Context, name: Option<&str>) -> Result<Session, Failure> {
    let demo = Places::in_one(&context.places.demo());
    let (places, path) = match name {
        Some("demo") => (&demo, latest_in(context, &demo)?),
        Some(name) => (&context.places, find(context, name)?),
        None => (&context.places, latest_in(context, &context.places)?),
    };
    let mut peeked = peek(&context.disk, places, &path, &unsaid(context))
        .map_err(|error| Failure::of_open(&error, context.texts))?;
    sources::look_up(&context.disk, &path, &mut peeked.session);
    Ok(peeked.session)
}

fn latest_in(context: &Context, places: &Places) -> Result<PathBuf, Failure> {
    let list =
        list_in(context, places).map_err(|error| Failure::of_store(&error, context.texts))?;
    library::latest(&list)
        .map(|listed| listed.path.clone())
        .ok_or_else(|| nothing_there(context))
}

/// Makes a fresh copy of the demo; it lives in a place of its own under the state folder.
pub(super) fn fresh_demo(context: &Context) -> Result<(Places, PathBuf), Failure> {
    library::fresh_demo(
        &context.disk,
        &context.places,
        context.texts.lang(),
        &occasion(context),
    )
    .map_err(|error| Failure::of_open(&error, context.texts))
}

/// Reads what the demo says, without making a copy of it.
pub(super) fn demo_plan(context: &Context) -> Result<Base, Failure> {
    let demo = library::shipped::demo(context.texts.lang());
    let read = session::read_with(demo.name, demo.text, &unsaid(context));
    read.map(|file| file.base)
        .map_err(|problem| Failure::of_problem(&problem, context.texts))
}

/// Makes a new session from a template, the first one where none is named.
pub(super) fn make(context: &Context, wanted: &NewSession) -> Result<PathBuf, Failure> {
    let template = match &wanted.template {
        Some(name) => template_named(context, name)?,
        None => templates(context)?
            .into_iter()
            .next()
            .ok_or_else(|| nothing_there(context))?,
    };
    let mut base = read_template(context, &template)?;
    if let Some(series) = &wanted.series {
        // The first session under a name that others bear comes after them as well.
        let (_, given) = series::left_open(&listed(context)?, series, None, &[]);
        base.numbers = given.into_iter().map(|id| (id.letter, id.number)).collect();
        base.plan.series = Some(SafeText::line(series));
    }
    write(context, base, wanted.file.as_deref())
}

/// Reads the sessions of a series, in the order they were held.
pub(super) fn of_series(context: &Context, name: &str) -> Result<Vec<Session>, Failure> {
    let mut all = Vec::new();
    for listed in list(context)?.into_iter().rev() {
        let About::Session(about) = &listed.about else {
            continue;
        };
        if series::is_of(about, name) {
            let peeked = peek(
                &context.disk,
                &context.places,
                &listed.path,
                &unsaid(context),
            );
            all.push(
                peeked
                    .map_err(|error| Failure::of_open(&error, context.texts))?
                    .session,
            );
        }
    }
    if all.is_empty() {
        let name = SafeText::line(name);
        return Err(Failure::new(t!(
            context.texts,
            "series-no-sessions",
            name = name
        )));
    }
    Ok(all)
}

fn template_named(context: &Context, name: &str) -> Result<library::Template, Failure> {
    library::find_template(name, &templates(context)?)
        .map_err(|error| of_find(&error, context.texts))
}

/// Lets a session that is opened to be led know what its series left open; a folder that cannot be read keeps nobody from leading.
pub(super) fn carry(
    context: &Context,
    places: &Places,
    store: &mut SessionStore<RealDisk>,
    words: &mut Vec<String>,
) {
    let session = store.session();
    let Some(series) = session.plan().series.clone() else {
        return;
    };
    if session.timeline().closed.is_some() {
        return;
    }
    let carried = library::list(&context.disk, places, &unsaid(context)).and_then(|list| {
        let known = store.session().plan().carried.clone();
        let (carried, given) = series::left_open(&list, &series, Some(store.path()), &known);
        store.carry(carried, given)
    });
    if let Err(error) = carried {
        words.push(error.sentence(context.texts));
    }
}

/// Makes a new session from the first template with charts in the place of its own.
pub(super) fn make_with(context: &Context, charts: Vec<Chart>) -> Result<PathBuf, Failure> {
    let template = templates(context)?.into_iter().next();
    let template = template.ok_or_else(|| nothing_there(context))?;
    let mut base = read_template(context, &template)?;
    base.plan.charts = charts;
    write(context, base, None)
}

fn make_from(
    context: &Context,
    template: &library::Template,
    file: Option<&Path>,
) -> Result<PathBuf, Failure> {
    write(context, read_template(context, template)?, file)
}

fn read_template(context: &Context, template: &library::Template) -> Result<Base, Failure> {
    template
        .read(&unsaid(context))
        .map_err(|error| Failure::of_open(&error, context.texts))
}

pub(super) fn write(
    context: &Context,
    base: Base,
    file: Option<&Path>,
) -> Result<PathBuf, Failure> {
    let occasion = occasion(context);
    let made = match file {
        Some(file) => {
            let path = context.current.join(file);
            library::make_session_at(&context.disk, &path, base, &occasion).map(|()| path)
        }
        None => library::make_session(&context.disk, &context.places, base, &occasion),
    };
    made.map_err(|error| Failure::of_store(&error, context.texts))
}

/// Lists the templates of the chosen language.
pub(super) fn templates(context: &Context) -> Result<Vec<library::Template>, Failure> {
    library::templates(&context.disk, &context.places, context.texts.lang())
        .map_err(|error| Failure::of_store(&error, context.texts))
}

/// Returns a template's title, or its name where it cannot be read.
pub(super) fn title_of(context: &Context, template: &library::Template) -> SafeText {
    let read = template.read(&unsaid(context));
    read.map_or_else(
        |_error| SafeText::line(&template.name),
        |base| base.plan.title,
    )
}

/// What an item of the home screen opens.
#[derive(Clone, Debug)]
pub(super) enum Choice {
    /// A session's file.
    Session(PathBuf),
    /// A new session from a template.
    Template(library::Template),
    /// The demo that was left in the middle.
    LeftDemo(PathBuf),
    /// A fresh copy of the demo.
    Demo,
}

/// What can be opened: what was offered once stays where it is, so that an older screen never opens something else.
pub(super) type Choices = Arc<Mutex<Vec<Choice>>>;

/// Makes the home screen and what its items open, in one order: sessions, the demo, templates.
pub(super) fn home(
    context: &Context,
    list: Vec<Listed>,
    choices: &Choices,
) -> Result<Home, Failure> {
    let mut offered = choices.lock().unwrap_or_else(PoisonError::into_inner);
    let mut items = Vec::new();
    let mut offer = |title: SafeText, name: SafeText, kind, choice| {
        items.push(HomeItem {
            title,
            name,
            kind,
            opens: offered.len(),
        });
        offered.push(choice);
    };
    for listed in list {
        let name = SafeText::line(&listed.name);
        let (title, kind) = match listed.about {
            About::Session(about) => {
                let kind = ItemKind::Session {
                    start: about.start,
                    running: about.began && about.closed.is_none(),
                    closed: about.closed.is_some(),
                    open_steps: about.open_steps,
                };
                (about.title, kind)
            }
            About::Broken(error) => {
                let why = Failure::of_open(&error, context.texts).in_window();
                (name.clone(), ItemKind::Broken(why))
            }
        };
        offer(title, name, kind, Choice::Session(listed.path));
    }
    let demo = || SafeText::line("demo");
    if let Some(path) = left_demo(context) {
        let title = SafeText::line(&t!(context.texts, "cli-demo-goes-on"));
        offer(title, demo(), ItemKind::DemoGoesOn, Choice::LeftDemo(path));
    }
    let title = SafeText::line(&t!(context.texts, "cli-demo-title"));
    offer(title, demo(), ItemKind::Demo, Choice::Demo);
    for template in templates(context)? {
        let (title, name) = (title_of(context, &template), SafeText::line(&template.name));
        offer(title, name, ItemKind::Template, Choice::Template(template));
    }
    let folder = SafeText::line(&context.places.sessions.display().to_string());
    let ask_glyphs =
        context.config.glyphs.is_none() && context.glyphs() != Glyphs::Ascii && !context.linear();
    Ok(Home {
        ask_glyphs,
        folder,
        ..Home::of(items, context.clock.now(), &context.zone)
    })
}

/// Reads the sessions for the home screen on a thread of its own, and tells what is there so far every now and then; the last word is the
/// whole list.
pub(super) fn read_behind(context: &Context) -> Result<Receiver<Reading>, Failure> {
    let (sender, reading) = mpsc::channel();
    let context = context.clone();
    let read = move || {
        let how = (&unsaid(&context), Depth::Brief);
        let mut last = context.clock.now();
        let list =
            library::list_telling(&context.disk, &context.places, how, |progress, so_far| {
                let now = context.clock.now();
                if now - last >= BETWEEN && progress.done < progress.of {
                    last = now;
                    let mut list = so_far.to_vec();
                    library::sort(&mut list);
                    let at = Some((progress.done, progress.of));
                    // A screen that is gone waits for nothing.
                    drop(sender.send(Reading { list: Ok(list), at }));
                }
            });
        let list = list.map_err(|error| Failure::of_store(&error, context.texts));
        drop(sender.send(Reading { list, at: None }));
    };
    std::thread::Builder::new()
        .name("library".to_owned())
        .spawn(read)
        .map_err(|error| Failure::new(error.to_string()))?;
    Ok(reading)
}

/// How often a list that grows is told.
const BETWEEN: Span = Span::seconds(1);

/// The sessions as far as they have been read.
pub(super) struct Reading {
    /// Those read.
    pub(super) list: Result<Vec<Listed>, Failure>,
    /// How far it has come; none where these are all.
    pub(super) at: Option<(usize, usize)>,
}

/// Returns the demo that was left in the middle and that no other window leads: leaving it said that `samtal` brings one back.
fn left_demo(context: &Context) -> Option<PathBuf> {
    let places = Places::in_one(&context.places.demo());
    // A demo that cannot be read is no reason to keep the first screen from anybody.
    let mut list = list_in(context, &places).ok()?;
    list.retain(|listed| matches!(&listed.about, About::Session(about) if !about.running));
    library::current(&list, context.clock.now()).map(|listed| listed.path.clone())
}

/// Finds what a choice opens: the folders it lives in, and its file.
pub(super) fn chosen(context: &Context, choice: &Choice) -> Result<(Places, PathBuf), Failure> {
    match choice {
        Choice::Session(path) => Ok((context.places.clone(), path.clone())),
        Choice::Template(template) => {
            Ok((context.places.clone(), make_from(context, template, None)?))
        }
        Choice::LeftDemo(path) => Ok((Places::in_one(&context.places.demo()), path.clone())),
        Choice::Demo => fresh_demo(context),
    }
}
