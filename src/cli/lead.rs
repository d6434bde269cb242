//! `samtal demo`, `samtal new`, `samtal lead`: a session, the thread that owns its journal, and the window over it.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use super::{
    Context, FAILED, Failure, NewSession, config, print, search,
    sessions::{self, Choice, Choices},
};
use crate::{
    app::{
        Home, Model, Opening, Screen, Settings,
        data::Data,
        group_view::GroupView,
        lead::{File, Guide, Lead, Room},
        linear::{Linear, Menu},
        prepare::Prepare,
        replay::Replay,
    },
    domain::{
        Session,
        tip::{Heeded, Tips, When},
    },
    format::{tidy, tips},
    report::pager,
    run::{
        looping::{self, First, Host, Left, LookBack, Opener, Ready, Stopped},
        paging::Paging,
        watching::Look,
    },
    store::{
        Places, RealDisk, files,
        session_store::{OpenError, Opened, SessionStore},
    },
    t,
    text::{Lang, SafeText},
};

/// Leads a fresh copy of the demo.
pub(super) fn demo(context: &Context) -> Result<u8, Failure> {
    sessions::needs_terminal(context)?;
    window(context, Some(Choice::Demo))
}

/// Makes a new session from a template, and says where it lies; nothing is led yet.
pub(super) fn new(context: &Context, wanted: &NewSession) -> Result<u8, Failure> {
    let (path, words) = match &wanted.from {
        Some(from) => sessions::make_after(context, from, wanted)?,
        None => (sessions::make(context, wanted)?, Vec::new()),
    };
    let made = t!(context.texts, "cli-made", path = path.display().to_string());
    let code = print::text(&format!("{made}\n"))?;
    print::aside(&words);
    Ok(code)
}

/// Opens what in the notes wants a second look: over the named session, else over the latest; beside whoever leads it.
pub(super) fn tidy(context: &Context, name: Option<&str>) -> Result<u8, Failure> {
    let path = sessions::to_tidy(context, name)?;
    // Whatever is wrong with the file is said even where there is no terminal.
    if !context.linear()
        && let Err(failure) = sessions::needs_terminal(context)
    {
        sessions::to_read(context, name)?;
        return Err(failure);
    }
    let (mut lead, store) = led(context, &Choice::Session(path))?;
    lead.room.wants_lead = false;
    lead.tidy();
    let mut model = model(context)?;
    if let Some(linear) = &mut model.linear {
        linear.menu = Menu::Tidy;
    }
    turn(
        context,
        &mut model,
        Vec::new(),
        First::Session(Box::new((lead, store))),
    )
}

/// Leads a session: the named one, else the one that runs, else the latest.
pub(super) fn lead(context: &Context, name: Option<&str>) -> Result<u8, Failure> {
    let path = sessions::to_lead(context, name)?;
    // Whatever is wrong with the file is said even where there is no terminal to lead in.
    if let Err(failure) = sessions::needs_terminal(context) {
        sessions::to_read(context, name)?;
        return Err(failure);
    }
    window(context, Some(Choice::Session(path)))
}

/// Opens the screen that makes a chart of data, over a session that has not begun.
pub(super) fn make_chart(
    context: &Context,
    session: &Path,
    file: Option<PathBuf>,
) -> Result<u8, Failure> {
    needs_screen(context, "cli-linear-data", "cli-linear-data-hint")?;
    let ready = led(context, &Choice::Session(session.to_owned()))?;
    if !ready.0.leads() {
        return Err(Failure::new(t!(context.texts, "cli-led-elsewhere")));
    }
    if ready.0.session.timeline().began().is_some() {
        return Err(Failure::new(t!(context.texts, "data-started")));
    }
    let mut model = model(context)?;
    model.data = Some(Box::new(Data::alone(file)));
    turn(
        context,
        &mut model,
        Vec::new(),
        First::Session(Box::new(ready)),
    )
}

/// Says that a screen has no lines to hear, and how the same is done on the command line.
fn needs_screen(context: &Context, id: &str, hint: &str) -> Result<(), Failure> {
    if context.linear() {
        let texts = context.texts;
        return Err(Failure::usage(texts.get(id, &[])).hinted(texts.get(hint, &[])));
    }
    sessions::needs_terminal(context)
}

/// Opens the screen of preparing: over the named session, else over the next one that is planned, else over a new one.
pub(super) fn prepare(context: &Context, name: Option<&str>) -> Result<u8, Failure> {
    needs_screen(context, "cli-linear-prepare", "cli-linear-prepare-hint")?;
    let path = sessions::to_prepare(context, name)?;
    let ready = led(context, &Choice::Session(path))?;
    let mut model = model(context)?;
    model.prepare = Some(Box::new(Prepare::new(context.clock.now())));
    turn(
        context,
        &mut model,
        Vec::new(),
        First::Session(Box::new(ready)),
    )
}

/// Runs the window: on a session, or on the home screen.
pub(super) fn window(context: &Context, choice: Option<Choice>) -> Result<u8, Failure> {
    let mut model = model(context)?;
    let (choices, first) = match choice {
        Some(Choice::Demo) => {
            // Its files are made while its first screen is read.
            let session = Session::on(sessions::demo_plan(context)?);
            model.screen = Screen::Lead(Box::new(Lead::new(session, SafeText::default())));
            (Vec::new(), First::Behind(Opening::Demo))
        }
        Some(choice) => {
            let ready = led(context, &choice)?;
            (vec![choice], First::Session(Box::new(ready)))
        }
        None => return home(context, model),
    };
    turn(context, &mut model, choices, first)
}

/// So long the first screen waits for its list; with a longer wait it opens, and the list comes while it is looked at.
const WAIT: Duration = Duration::from_millis(50);

/// Opens the screen on which words are looked for, over the home screen.
pub(super) fn search_window(context: &Context) -> Result<u8, Failure> {
    let mut model = model(context)?;
    model.search = Some(Box::default());
    home(context, model)
}

/// Opens the home screen.
fn home(context: &Context, mut model: Model) -> Result<u8, Failure> {
    let choices = Choices::default();
    let reading = sessions::read_behind(context)?;
    let (list, at) = match reading.recv_timeout(WAIT) {
        Ok(read) => (read.list?, read.at),
        Err(_not_yet) => (Vec::new(), Some((0, 0))),
    };
    let home = Home {
        reading: at,
        ..sessions::home(context, list, &choices)?
    };
    model.screen = Screen::Home(home);
    let more: Box<dyn Iterator<Item = Home> + Send> = {
        let (context, choices) = (context.clone(), Arc::clone(&choices));
        Box::new(reading.into_iter().filter_map(move |read| {
            let (list, trouble) = match read.list {
                Ok(list) => (list, None),
                Err(failure) => (Vec::new(), Some(failure.in_window())),
            };
            let home = sessions::home(&context, list, &choices).ok()?;
            Some(Home {
                reading: read.at,
                trouble,
                ..home
            })
        }))
    };
    run(context, &mut model, choices, First::Home(more))
}

/// Runs a model until it is left.
fn turn(
    context: &Context,
    model: &mut Model,
    choices: Vec<Choice>,
    first: First,
) -> Result<u8, Failure> {
    run(context, model, Arc::new(Mutex::new(choices)), first)
}

fn run(
    context: &Context,
    model: &mut Model,
    choices: Choices,
    first: First,
) -> Result<u8, Failure> {
    let mut host = Host {
        clock: context.clock,
        paging: paging(context, None)?,
        opener: opener_of(context.clone(), choices),
        small_number_limit: context.config.small_number_limit,
        seeker: Some(search::seeker(context.clone())),
        look_back: look_back(context.clone()),
        remember: config::rememberer(context),
    };
    let left = looping::run(model, &mut host, first).map_err(|stopped| match stopped {
        Stopped::Terminal(error) => {
            Failure::new(t!(context.texts, "cli-terminal", why = error.to_string()))
        }
        Stopped::NotOpened(words) => Failure::new(words.to_string()),
        Stopped::Stumbled { why, unsaved } => {
            let words = t!(context.texts, "cli-stumbled", why = why);
            let words = std::iter::once(words).chain(indented(&unsaved));
            Failure::new(words.collect::<Vec<_>>().join("\n"))
                .hinted(t!(context.texts, "cli-stumbled-hint"))
        }
    })?;
    told(left, context)
}

/// Says what could not be saved, with the words: the terminal keeps them when the window is gone.
fn told(left: Left, context: &Context) -> Result<u8, Failure> {
    let Some(why) = left.why else {
        return Ok(left.code);
    };
    let why = why.on_one_line().into_owned();
    if left.unsaved.is_empty() {
        return Err(Failure::new(why));
    }
    let count = left.unsaved.len();
    let mut rows = vec![t!(context.texts, "cli-unsaved", count = count, why = why)];
    rows.extend(indented(&left.unsaved));
    Err(Failure {
        code: left.code.max(FAILED),
        ..Failure::new(rows.join("\n"))
    })
}

fn indented(unsaved: &[String]) -> impl Iterator<Item = String> {
    unsaved.iter().map(|words| format!("  {words}"))
}

/// Opens the window on a dialogue that has been.
pub(super) fn replay(context: &Context, replay: Replay) -> Result<u8, Failure> {
    let mut model = model(context)?;
    model.screen = Screen::Replay(Box::new(replay));
    turn(context, &mut model, Vec::new(), First::Nothing)
}

pub(super) fn model(context: &Context) -> Result<Model, Failure> {
    let texts = context.words();
    Ok(Model {
        linear: context.linear().then(Linear::default),
        keymap: config::keymap(context)?,
        settings: Settings {
            glyphs: context.glyphs(),
            seconds: context.config.seconds,
            color: !context.env.no_color,
            small_number_limit: context.config.small_number_limit,
        },
        zone: context.zone.clone(),
        ..Model::new(texts, Screen::Home(Home::default()), context.clock.now())
    })
}

/// Chooses the pager as the environment, the settings and the flag say.
pub(super) fn paging(context: &Context, flag: Option<&str>) -> Result<Paging, Failure> {
    let env = &context.env;
    let pager = pager::choose(
        flag,
        env.samtal_pager.as_deref(),
        env.pager.as_deref(),
        context.config.pager.as_deref(),
    )
    .map_err(|wrong| Failure::usage(t!(context.texts, "cli-pager-wrong", command = wrong.0)))?;
    Ok(Paging {
        pager,
        less: env.less.clone(),
        charset: env.less_charset.clone(),
        texts: context.texts,
    })
}

/// Makes what opens a choice of the home screen; the choices stand in the order of its items.
fn opener_of(context: Context, choices: Choices) -> Opener {
    Box::new(move |opening| {
        let choice = match opening {
            Opening::Item(place) => {
                let choices = choices.lock().unwrap_or_else(PoisonError::into_inner);
                choices.get(*place).cloned().unwrap_or(Choice::Demo)
            }
            Opening::Demo => Choice::Demo,
        };
        led(&context, &choice).map_err(|failure| failure.in_window())
    })
}

/// Opens what the group sees in a window of its own.
pub(super) fn group(
    context: &Context,
    session: Session,
    (dir, look): (PathBuf, Look),
) -> Result<u8, Failure> {
    let mut model = model(context)?;
    let now = context.clock.now();
    model.screen = Screen::Group(Box::new(GroupView::new(session, now)));
    turn(context, &mut model, Vec::new(), First::Watching(dir, look))
}

/// Opens the note-taker's window on a session, beside whoever leads it.
pub(super) fn beside(
    context: &Context,
    (places, path): (&Places, &Path),
    name: Option<&SafeText>,
) -> Result<u8, Failure> {
    let occasion = sessions::occasion(context);
    let joined = SessionStore::join(RealDisk, places, path, &occasion, name);
    let opened = joined.map_err(|error| Failure::of_open(&error, context.texts))?;
    let ready = ready(context, places, opened);
    let mut model = model(context)?;
    turn(
        context,
        &mut model,
        Vec::new(),
        First::Session(Box::new(ready)),
    )
}

/// Opens a session to lead it: the window's state, and the store for its journal's thread.
///
/// Where another window leads, this one opens beside it and asks.
fn led(context: &Context, choice: &Choice) -> Result<Ready, Failure> {
    let (places, path) = sessions::chosen(context, choice)?;
    let occasion = sessions::occasion(context);
    let held = |error: &OpenError| matches!(error, OpenError::Store(error) if error.is_held());
    let (opened, wants_lead) = match SessionStore::open(RealDisk, &places, &path, &occasion) {
        Err(error) if held(&error) => {
            let joined = SessionStore::join(RealDisk, &places, &path, &occasion, None);
            (joined, true)
        }
        opened => (opened, false),
    };
    let opened = opened.map_err(|error| Failure::of_open(&error, context.texts))?;
    let (mut lead, store) = ready(context, &places, opened);
    lead.room.wants_lead = wants_lead && !store.leads();
    Ok((lead, store))
}

/// Makes what reads how long stages were in the dialogues of the library, but for the one that is open.
fn look_back(context: Context) -> LookBack {
    Arc::new(move |series, but| sessions::history(&context, series, but))
}

/// Makes the window of a session that was opened, and hands on the store for its journal's thread.
fn ready(context: &Context, places: &Places, opened: Opened<RealDisk>) -> Ready {
    let texts = context.texts;
    let now = context.clock.now();
    let Opened {
        mut store,
        notices,
        line,
    } = opened;
    let mut words: Vec<String> = notices
        .iter()
        .map(|notice| notice.sentence(texts))
        .collect();
    // A disk that takes nothing keeps nobody from leading: the charts show what they showed.
    let unread = store.read_sources().unwrap_or_else(|error| {
        words.push(error.sentence(texts));
        Vec::new()
    });
    if store.leads() {
        sessions::carry(context, places, &mut store, &mut words);
    }
    // The window begins with the session as it is now.
    drop(store.take_arrived());
    let path = SafeText::line(&store.path().display().to_string());
    let guide = guide(context, &mut words);
    let mut lead = Lead::opened_with(store.session().clone(), path, line, &words, now);
    lead.calm = context.config.calm;
    lead.guide = guide;
    let lang = Lang::parse(&lead.session.plan().language).unwrap_or_else(|| texts.lang());
    lead.short_forms = tidy::short_forms(lang, &context.config.short_forms);
    if store.is_behind() {
        lead.file = File::Behind;
    }
    lead.room = Room::on(store.seat());
    // Who is here is told again once the window stands.
    lead.room.here = store.here().unwrap_or_default();
    lead.unread = unread
        .iter()
        .map(|unread| SafeText::line(&unread.sentence(texts)))
        .collect();
    (lead, store)
}

/// Makes what advises who leads: the tips that ship, with a person's own file over them. A broken one is told, and keeps nobody from leading.
pub(super) fn guide(context: &Context, words: &mut Vec<String>) -> Guide {
    let config = &context.config;
    if !config.tips && !config.part_two {
        return Guide::default();
    }
    let path = context.places.config_file.with_file_name("tips.ron");
    let own = match files::read_text(&context.disk, &path) {
        Ok(text) => tips::read(&path.display().to_string(), &text)
            .map_err(|problem| problem.line(&context.texts)),
        Err(error) if error.is_missing() => Ok(Tips::default()),
        Err(error) => Err(error.sentence(context.texts)),
    };
    let own = own.unwrap_or_else(|why| {
        words.push(why);
        Tips::default()
    });
    let heeded = Heeded {
        off: config.tips_off.iter().cloned().collect(),
        silence: config.silence,
        ..Heeded::default()
    };
    let mut tips = tips::shipped().with(own);
    if !config.tips {
        // What waits for the second dialogue is told all the same.
        tips.rules.retain(|rule| rule.when == When::Waiting);
        tips.focus.clear();
    }
    let part_two = if config.part_two {
        std::mem::take(&mut tips.explains)
    } else {
        Vec::new()
    };
    let mut guide = Guide::new(tips, heeded);
    guide.part_two = part_two.into();
    guide
}
