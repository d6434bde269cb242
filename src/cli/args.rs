//! What can be said on the command line: English words, Swedish aliases, help in the chosen language.
#![expect(
    missing_docs,
    reason = "what an argument is for stands in the strings of both languages"
)]

/// What can be fetched.
mod fetch;
/// Sessions that follow each other, and their steps.
/// How a session is passed on.
mod passing;

mod following;
/// What is picked from a file for a chart.
mod picking;

use std::path::PathBuf;

pub use self::picking::{DataVerb, Folding, Picking, Purposed, Shaped};

use clap::{
    Arg, ArgAction, Args, Command, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum,
    ValueHint,
};

pub use self::following::{NewSession, Standing, Stepping};

pub use self::passing::Replaying;
pub use self::passing::{
    Exporting, Format, Inviting, Kept, Listing, Packing, Removing, Searching, Showing, Sorting,
    Thinned, Thinning,
};

pub use self::fetch::Fetch;
pub(super) use self::fetch::{Choice, Keep, Manner};
use crate::{
    t,
    text::{Lang, Texts},
};

/// Everything said on the command line.
#[derive(Debug, Parser)]
#[command(name = "samtal", version = version(), disable_help_subcommand = true)]
pub struct Cli {
    #[command(flatten)]
    pub(super) common: Common,
    #[command(subcommand)]
    pub(super) command: Option<Verb>,
}

/// Options every command takes.
#[derive(Clone, Debug, Default, Args)]
pub struct Common {
    /// The language of the program's own words.
    #[arg(long, global = true, display_order = 901, value_name = "sv|en", value_parser = ["sv", "en"], hide_possible_values = true)]
    pub(super) lang: Option<String>,
    /// One folder for everything: sessions, templates, state, config.
    #[arg(long, global = true, display_order = 902, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(super) home: Option<PathBuf>,
    /// ASCII only.
    #[arg(long, global = true, display_order = 903)]
    pub(super) ascii: bool,
    /// Lines instead of a screen.
    #[arg(long, global = true, display_order = 904)]
    pub(super) linear: bool,
    /// A log in the state folder, without a word of any note.
    #[arg(long, global = true, display_order = 905)]
    pub(super) log: bool,
}

/// The commands.
#[derive(Clone, Debug, Subcommand)]
pub enum Verb {
    /// Leads a fresh copy of the demo.
    Demo,
    /// Makes a new session from a template.
    #[command(visible_alias = "ny")]
    New(NewSession),
    /// Prepares a session.
    #[command(visible_aliases = ["forbered", "förbered"])]
    Prepare {
        #[arg(value_name = "SESSION", value_hint = ValueHint::FilePath)]
        file: Option<String>,
    },
    /// Leads a session.
    #[command(visible_alias = "led")]
    Lead {
        #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
        file: Option<String>,
    },
    /// Tidies the notes of a session afterwards.
    #[command(visible_alias = "renskriv")]
    Tidy {
        #[arg(value_name = "SESSION", value_hint = ValueHint::FilePath)]
        file: Option<String>,
    },
    /// Takes notes beside who leads.
    #[command(visible_alias = "anteckna")]
    Note(NoteArgs),
    /// Takes in what somebody wrote on another computer.
    #[command(visible_aliases = ["sla-ihop", "slå-ihop"])]
    Merge {
        #[arg(value_name = "SESSION", value_hint = ValueHint::FilePath)]
        session: String,
        #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
        theirs: PathBuf,
    },
    /// Shows what the group sees.
    #[command(visible_aliases = ["gruppvy", "dela"])]
    Share {
        #[arg(value_name = "SESSION", value_hint = ValueHint::FilePath)]
        file: Option<String>,
    },
    /// Reads the minutes.
    #[command(visible_alias = "visa")]
    Show(Showing),
    /// Shows a dialogue that has been, through time.
    #[command(visible_alias = "spela")]
    Replay(Replaying),
    /// Writes a session in another form.
    #[command(visible_alias = "exportera")]
    Export(Exporting),
    /// Lists what is open over all sessions, or tells one of them how it stands.
    #[command(visible_alias = "steg")]
    Steps(Stepping),
    /// Lists the sessions.
    #[command(visible_alias = "lista")]
    List(Listing),
    /// Looks for words in every session.
    #[command(visible_aliases = ["sok", "sök"])]
    Search(Searching),
    /// Writes the invitation.
    #[command(visible_alias = "bjud")]
    Invite(Inviting),
    /// Shows the facilitator's script.
    #[command(visible_alias = "manus")]
    Script {
        #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
        file: Option<String>,
        #[command(flatten)]
        paging: Paging,
    },
    /// Makes two sessions of one.
    #[command(visible_alias = "dela-upp")]
    Split {
        #[arg(value_hint = ValueHint::FilePath)]
        session: String,
    },
    /// Gives a session another title.
    #[command(visible_alias = "byt-namn")]
    Rename {
        #[arg(value_hint = ValueHint::FilePath)]
        session: String,
        title: String,
    },
    /// Makes a second session that says the same.
    #[command(visible_alias = "kopiera")]
    Copy {
        #[arg(value_hint = ValueHint::FilePath)]
        session: String,
        title: Option<String>,
    },
    /// Removes a session.
    #[command(visible_aliases = ["ta-bort", "radera"])]
    Delete(Kept),
    /// Removes a note or a person for good.
    #[command(visible_alias = "ta-bort-helt")]
    Remove(Removing),
    /// Removes by age and kind.
    #[command(visible_alias = "gallra")]
    Thin(Thinning),
    /// Packs everything into one file.
    #[command(visible_alias = "packa")]
    Pack(Packing),
    /// Takes out of a pack what is not here yet.
    #[command(visible_alias = "packa-upp")]
    Unpack {
        #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
        file: PathBuf,
    },
    /// Opens a session's file in an editor.
    #[command(visible_aliases = ["oppna", "öppna"])]
    Open {
        #[arg(value_hint = ValueHint::FilePath)]
        session: String,
    },
    /// Checks files.
    #[command(visible_alias = "kontrollera")]
    Check {
        #[arg(value_name = "FILE", required = true, value_hint = ValueHint::FilePath)]
        files: Vec<PathBuf>,
    },
    /// Says what was understood of a file with data.
    #[command(args_conflicts_with_subcommands = true)]
    Data {
        #[command(subcommand)]
        verb: Option<DataVerb>,
        #[arg(value_name = "FILE", required = true, value_hint = ValueHint::FilePath)]
        file: Option<PathBuf>,
        #[command(flatten)]
        otherwise: Otherwise,
        #[arg(long)]
        json: bool,
    },
    /// Draws a chart of a file.
    #[command(visible_alias = "diagram")]
    Chart {
        #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
        data: PathBuf,
        #[command(flatten)]
        picking: Box<Picking>,
        #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=400))]
        width: Option<u16>,
    },
    /// Fetches tables from those who publish them.
    #[command(visible_aliases = ["hamta", "hämta"])]
    Fetch {
        #[command(subcommand)]
        from: Fetch,
    },
    /// Lists the templates.
    #[command(visible_alias = "mallar")]
    Templates,
    /// Tells where the settings are and what holds.
    #[command(visible_aliases = ["installningar", "inställningar"])]
    Config,
    /// Prints completions for a shell.
    Completions { shell: clap_complete::Shell },
    /// Prints the manual page.
    Man,
}

/// What of a file with data is to be read otherwise than it was understood.
#[derive(Clone, Debug, Default, Args)]
pub struct Otherwise {
    #[arg(long, value_name = "SHEET")]
    pub(super) sheet: Option<String>,
    #[arg(long, value_name = "ROWS")]
    pub(super) header: Option<String>,
    #[arg(long, value_name = "SIGN")]
    pub(super) separator: Option<String>,
    #[arg(long, value_name = "SIGN")]
    pub(super) decimal: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) encoding: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(super) language: Option<String>,
    #[arg(long, value_name = "TABLE")]
    pub(super) table: Option<String>,
}

/// Who takes notes, or what is noted without a window.
#[derive(Clone, Debug, Default, Args)]
pub struct NoteArgs {
    #[arg(value_name = "SESSION", value_hint = ValueHint::FilePath)]
    pub(super) file: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) name: Option<String>,
    #[arg(long, value_name = "TEXT|-")]
    pub(super) add: Vec<String>,
    #[arg(long, value_name = "TAG", requires = "add")]
    pub(super) tag: Option<String>,
    #[arg(long, value_name = "WHO", requires = "add")]
    pub(super) by: Option<String>,
}

/// How the minutes come to the eyes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub struct Paging {
    #[arg(long, value_name = "CMD", value_hint = ValueHint::CommandString)]
    pub(super) pager: Option<String>,
    #[arg(long)]
    pub(super) no_pager: bool,
    #[arg(
        long,
        value_name = "WHEN",
        value_enum,
        default_value = "auto",
        hide_possible_values = true
    )]
    pub(super) color: Color,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` says otherwise.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The version, with the commit where the build knew it.
pub const fn version() -> &'static str {
    env!("SAMTAL_VERSION")
}

/// Makes the command with its help in a language. clap's own words ("Usage") stay English: they cannot be changed.
pub fn command(texts: &Texts) -> Command {
    let mut command = Cli::command();
    let names: Vec<String> = command
        .get_subcommands()
        .map(|verb| verb.get_name().to_owned())
        .collect();
    for name in names {
        command = command.mut_subcommand(&name, |verb| localized(verb, &name, texts));
    }
    command = localized_alone(command, "samtal", texts);
    command
        .disable_version_flag(true)
        .arg(
            flag("version", 'V', ArgAction::Version)
                .help(t!(texts, "cli-arg-version"))
                .display_order(LAST),
        )
        .after_help(t!(texts, "cli-after-help"))
}

/// After every other option, where clap's own flags stand.
const LAST: usize = 1_000;

fn flag(name: &'static str, short: char, action: ArgAction) -> Arg {
    Arg::new(name).short(short).long(name).action(action)
}

/// Gives a command and those within it their words.
fn localized(command: Command, name: &str, texts: &Texts) -> Command {
    let mut command = localized_alone(command, name, texts);
    let inner: Vec<String> = command
        .get_subcommands()
        .map(|verb| verb.get_name().to_owned())
        .collect();
    for verb in inner {
        let whole = format!("{name}-{verb}");
        command = command.mut_subcommand(verb, |verb| localized(verb, &whole, texts));
    }
    command
}

fn localized_alone(command: Command, name: &str, texts: &Texts) -> Command {
    let say = |id: String| texts.has(&id).then(|| texts.get(&id, &[]));
    // clap's own flag has its words in English.
    let help = flag("help", 'h', ArgAction::Help).help(t!(texts, "cli-arg-help"));
    let command = command
        .disable_help_flag(true)
        .arg(help.display_order(LAST));
    let mut command = match say(format!("cli-{name}-about")) {
        Some(about) => command.about(about),
        None => command,
    };
    let args: Vec<String> = command
        .get_arguments()
        .map(|arg| arg.get_id().to_string())
        .collect();
    for arg in args {
        let word = arg.replace('_', "-");
        // What the commands of a group share is said once.
        let group = name.split('-').next().unwrap_or(name);
        let help = say(format!("cli-{name}-arg-{word}"))
            .or_else(|| say(format!("cli-{group}-arg-{word}")))
            .or_else(|| say(format!("cli-arg-{word}")));
        if let Some(help) = help {
            command = command.mut_arg(&arg, |arg| arg.help(help));
        }
    }
    command
}

/// Reads the command line; the language of its help is looked for first.
pub(super) fn parse(
    words: impl IntoIterator<Item = std::ffi::OsString>,
    texts: &Texts,
) -> Result<Cli, clap::Error> {
    let matches = command(texts).try_get_matches_from(words)?;
    Cli::from_arg_matches(&matches)
}

/// Finds `--lang` in words that have not been parsed yet, because the help of a wrong line must be in that language too.
pub(super) fn lang_in(words: &[std::ffi::OsString]) -> Option<Lang> {
    let mut words = words.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        if let Some(tag) = word.strip_prefix("--lang=") {
            return Lang::parse(tag);
        }
        if word == "--lang" {
            return words.next().and_then(Lang::parse);
        }
    }
    None
}
