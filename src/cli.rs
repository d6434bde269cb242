//! The command line: what was said → the floors below → words and an exit code.
//!
//! One small file per command. Whatever fails comes back as a `Failure` and is said in one place.

mod args;
mod chart;
mod config;
mod data;
mod env;
mod export;
mod failure;
mod fetch;
mod files;
mod home;
mod indexing;
mod keeping;
mod lead;
mod list;
mod logging;
mod merge;
mod note;
mod packing;
mod print;
mod removing;
mod replay;
mod search;
mod sessions;
mod share;
mod show;
mod steps;

use std::{ffi::OsString, path::PathBuf, process::ExitCode};

pub use args::{
    Cli, Color, Common, DataVerb, Exporting, Fetch, Folding, Format, Inviting, Kept, Listing,
    NewSession, NoteArgs, Otherwise, Packing, Paging, Picking, Purposed, Removing, Replaying,
    Searching, Shaped, Showing, Sorting, Standing, Stepping, Thinned, Thinning, Verb, command,
    version,
};
pub use env::Env;
pub use failure::{FAILED, Failure, USAGE};

use crate::{
    chart::Glyphs,
    format::config::Config,
    run::Clock,
    store::{Places, RealDisk},
    t,
    text::{Lang, Texts, clock::Zone},
};

/// Everything a command may use.
#[derive(Clone, Debug)]
pub struct Context {
    /// What the environment said.
    pub env: Env,
    /// What was said for every command.
    pub common: Common,
    /// The words.
    pub texts: Texts,
    /// The settings.
    pub config: Config,
    /// The folders.
    pub places: Places,
    /// The folder the program was called in.
    pub current: PathBuf,
    /// The disk.
    pub disk: RealDisk,
    /// What time it is.
    pub clock: Clock,
    /// The zone of this machine.
    pub zone: Zone,
}

/// Runs the program and returns its exit code.
pub fn main(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let words: Vec<OsString> = words.into_iter().collect();
    let env = Env::read();
    let flag = args::lang_in(&words).map(Lang::code);
    let texts = Texts::new(Lang::pick(
        flag,
        env.lang.as_deref(),
        None,
        env.locales.iter().cloned(),
    ));
    let cli = match args::parse(words, &texts) {
        Ok(cli) => cli,
        Err(error) => return print::clap(&error),
    };
    match context(env, cli.common)
        .and_then(|context| run(cli.command, &context).map_err(|failure| (failure, context.texts)))
    {
        Ok(code) => ExitCode::from(code),
        Err((failure, texts)) => print::failure(&failure, texts),
    }
}

fn context(env: Env, common: Common) -> Result<Context, (Failure, Texts)> {
    let flag = common.lang.as_deref();
    let pick = |config: Option<Lang>| {
        Texts::new(Lang::pick(
            flag,
            env.lang.as_deref(),
            config,
            env.locales.iter().cloned(),
        ))
    };
    let texts = pick(None);
    let current = std::env::current_dir().map_err(|error| {
        (
            Failure::new(t!(texts, "cli-no-folder", why = error.to_string())),
            texts,
        )
    })?;
    let places = Places::find(common.home.as_deref(), env.home.as_deref(), &current);
    let places = places.ok_or_else(|| {
        (
            Failure::new(t!(texts, "cli-no-home")).hinted(t!(texts, "cli-no-home-hint")),
            texts,
        )
    })?;
    let disk = RealDisk;
    let config = config::read(&disk, &places, texts).map_err(|failure| (failure, texts))?;
    let texts = pick(config.language);
    Ok(Context {
        env,
        common,
        texts,
        config,
        places,
        current,
        disk,
        clock: Clock::start(),
        zone: Zone::of_machine().unwrap_or_default(),
    })
}

impl Context {
    /// Returns the words of the window, or of the lines in its place.
    const fn words(&self) -> Texts {
        if self.linear() {
            self.texts.in_lines()
        } else {
            self.texts
        }
    }

    /// Tells whether lines are heard in the place of a screen.
    const fn linear(&self) -> bool {
        self.common.linear || self.config.linear
    }

    /// Returns which characters to draw with.
    fn glyphs(&self) -> Glyphs {
        let dumb = self.env.term.as_deref() == Some("dumb");
        if self.common.ascii || dumb {
            Glyphs::Ascii
        } else {
            self.config.glyphs.unwrap_or_default()
        }
    }
}

fn run(verb: Option<Verb>, context: &Context) -> Result<u8, Failure> {
    if context.common.log {
        logging::begin(context)?;
    }
    match verb {
        None => home::run(context),
        Some(Verb::Demo) => lead::demo(context),
        Some(Verb::New(wanted)) => lead::new(context, &wanted),
        Some(Verb::Prepare { file }) => lead::prepare(context, file.as_deref()),
        Some(Verb::Lead { file }) => lead::lead(context, file.as_deref()),
        Some(Verb::Tidy { file }) => lead::tidy(context, file.as_deref()),
        Some(Verb::Note(said)) => note::run(context, &said),
        Some(Verb::Merge { session, theirs }) => merge::run(context, &session, &theirs),
        Some(Verb::Share { file }) => share::run(context, file.as_deref()),
        Some(Verb::Replay(said)) => replay::run(context, &said),
        Some(Verb::Show(said)) => show::run(context, &said),
        Some(Verb::Export(said)) => export::run(context, &said),
        Some(Verb::Steps(said)) => steps::run(context, &said),
        Some(Verb::List(said)) => list::filtered(context, &said),
        Some(Verb::Search(said)) => search::run(context, &said),
        Some(Verb::Invite(said)) => keeping::invite(context, &said),
        Some(Verb::Script { file, paging }) => keeping::script(context, file.as_deref(), &paging),
        Some(Verb::Split { session }) => keeping::part(context, &session),
        Some(Verb::Rename { session, title }) => keeping::rename(context, &session, &title),
        Some(Verb::Copy { session, title }) => keeping::copy(context, &session, title.as_deref()),
        Some(Verb::Delete(said)) => keeping::delete(context, &said),
        Some(Verb::Pack(said)) => packing::pack(context, &said),
        Some(Verb::Unpack { file }) => packing::unpack(context, &file),
        Some(Verb::Remove(said)) => removing::run(context, &said),
        Some(Verb::Thin(said)) => removing::thin(context, &said),
        Some(Verb::Open { session }) => keeping::open(context, &session),
        Some(Verb::Check { files }) => files::check(context, &files),
        Some(Verb::Data {
            verb:
                Some(DataVerb::Add {
                    session,
                    data,
                    picking,
                }),
            ..
        }) => data::add::run(context, &session, data.as_deref(), *picking),
        Some(Verb::Data {
            verb:
                Some(DataVerb::Refresh {
                    session,
                    yes,
                    manner,
                }),
            ..
        }) => data::refresh::run(context, session.as_deref(), yes, &manner),
        Some(Verb::Data {
            verb: None,
            file,
            otherwise,
            json,
        }) => data::run(context, &file.unwrap_or_default(), otherwise, json),
        Some(Verb::Chart {
            data,
            picking,
            width,
        }) => chart::run(context, &data, *picking, width),
        Some(Verb::Fetch { from }) => fetch::run(context, from),
        Some(Verb::Templates) => list::templates(context),
        Some(Verb::Config) => config::show(context),
        Some(Verb::Completions { shell }) => print::completions(shell, &context.texts),
        Some(Verb::Man) => print::man(&context.texts),
    }
}
