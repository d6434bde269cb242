//! What is said of reading a session and passing it on.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use super::Paging;
use crate::{app::replay::SPEEDS, format::query};

/// What is shown of the minutes.
#[derive(Clone, Debug, Default, Args)]
pub struct Showing {
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) file: Option<String>,
    #[arg(long)]
    pub(in crate::cli) with_perspectives: bool,
    #[arg(long, value_name = "TAG")]
    pub(in crate::cli) only: Vec<String>,
    #[arg(long, value_name = "TIME")]
    pub(in crate::cli) since: Option<String>,
    #[arg(long, value_name = "NAME", conflicts_with_all = ["file", "only", "since"])]
    pub(in crate::cli) series: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) paging: Paging,
}

/// What is seen again, and how fast.
#[derive(Clone, Debug, Default, Args)]
pub struct Replaying {
    #[arg(value_name = "SESSION", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) session: Option<String>,
    #[arg(long, value_name = "N", value_parser = speed)]
    pub(in crate::cli) speed: Option<u8>,
}

/// Reads a speed, one of those there are.
fn speed(word: &str) -> Result<u8, String> {
    let known = |speed: &u8| SPEEDS.contains(speed);
    word.trim_start_matches(['×', 'x'])
        .parse()
        .ok()
        .filter(known)
        .ok_or_else(|| {
            let all: Vec<String> = SPEEDS.iter().map(u8::to_string).collect();
            all.join(", ")
        })
}

/// In which form a session is written.
#[derive(Clone, Debug, Default, Args)]
pub struct Exporting {
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) session: Option<String>,
    #[arg(
        long,
        value_name = "FORM",
        value_enum,
        ignore_case = true,
        hide_possible_values = true
    )]
    pub(in crate::cli) format: Option<Format>,
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) output: Option<PathBuf>,
    #[arg(long)]
    pub(in crate::cli) with_perspectives: bool,
    #[arg(long)]
    pub(in crate::cli) tags: bool,
}

/// A form to write a session in; the names are the endings of such files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Markdown.
    #[value(alias = "markdown")]
    Md,
    /// The minutes as plain text.
    #[value(alias = "text")]
    Txt,
    /// One page for a browser.
    #[value(alias = "htm")]
    Html,
    /// The notes as a table.
    Csv,
    /// Everything, for programs.
    Json,
    /// The dated steps, for a calendar.
    Ics,
}

/// What is said of an invitation.
#[derive(Clone, Debug, Default, Args)]
pub struct Inviting {
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) session: Option<String>,
    #[arg(long)]
    pub(in crate::cli) ics: bool,
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) output: Option<PathBuf>,
}

/// What is said of a session that goes.
#[derive(Clone, Debug, Default, Args)]
pub struct Kept {
    #[arg(value_name = "SESSION", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) session: String,
    #[arg(long)]
    pub(in crate::cli) yes: bool,
}

/// What is removed for good: a note of a session, or a person.
#[derive(Clone, Debug, Default, Args)]
pub struct Removing {
    #[arg(value_name = "SESSION", value_hint = ValueHint::FilePath, required_unless_present = "person")]
    pub(in crate::cli) session: Option<String>,
    #[arg(
        value_name = "ID",
        required_unless_present = "person",
        conflicts_with = "person"
    )]
    pub(in crate::cli) id: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) person: Option<String>,
    #[arg(long)]
    pub(in crate::cli) yes: bool,
}

/// What is packed into one file.
#[derive(Clone, Debug, Default, Args)]
pub struct Packing {
    #[arg(value_name = "SESSION", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) sessions: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) series: Option<String>,
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) output: Option<PathBuf>,
    #[arg(long)]
    pub(in crate::cli) without_log: bool,
}

/// What is thinned, and from which age.
#[derive(Clone, Debug, Default, Args)]
pub struct Thinning {
    #[arg(value_name = "SESSION", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) session: Option<String>,
    #[arg(long, value_name = "AGE")]
    pub(in crate::cli) older_than: Option<String>,
    #[arg(long, value_name = "KIND", value_enum, value_delimiter = ',')]
    pub(in crate::cli) kind: Vec<Thinned>,
    #[arg(long)]
    pub(in crate::cli) yes: bool,
}

/// A kind of what is thinned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Thinned {
    /// Whole sessions.
    #[value(alias = "samtal")]
    Sessions,
    /// What was said, but for what lives on.
    #[value(alias = "anteckningar")]
    Notes,
    /// Who notes speak for.
    #[value(aliases = ["roster", "röster"])]
    Voices,
    /// The names of participants.
    #[value(alias = "namn")]
    Names,
    /// Private lines.
    #[value(aliases = ["privat", "egna"])]
    Private,
    /// Lines of the chat, and what was parked.
    #[value(alias = "inkorg")]
    Inbox,
    /// Logs.
    #[value(alias = "loggar")]
    Logs,
    /// Backups and files set aside.
    #[value(alias = "kopior")]
    Copies,
}

/// Which sessions are listed, and in which order.
#[derive(Clone, Debug, Default, Args)]
pub struct Listing {
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) series: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) since: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) until: Option<String>,
    #[arg(long)]
    pub(in crate::cli) open_steps: bool,
    #[arg(
        long,
        value_name = "HOW",
        value_enum,
        default_value = "date",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub(in crate::cli) sort: Sorting,
}

/// In which order sessions are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Sorting {
    /// The latest first.
    #[default]
    #[value(alias = "datum")]
    Date,
    /// By title.
    #[value(alias = "titel")]
    Title,
    /// By series, the latest first in each.
    #[value(alias = "serie")]
    Series,
    /// Those with the most open steps first.
    #[value(alias = "steg")]
    Steps,
}

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub struct Searching {
    #[arg(value_name = "WORDS")]
    pub(in crate::cli) words: Vec<String>,
    #[arg(long)]
    pub(in crate::cli) fuzzy: bool,
    #[arg(long)]
    pub(in crate::cli) plain: bool,
    #[arg(long, value_name = "TAG")]
    pub(in crate::cli) tag: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) series: Option<String>,
    #[arg(long, value_name = "PERSPECTIVE")]
    pub(in crate::cli) voice: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) since: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) until: Option<String>,
    #[arg(long)]
    pub(in crate::cli) open: bool,
}

impl Searching {
    /// Takes filters that stand among the words, as they are typed on the screen: `voice:leisure`.
    pub(in crate::cli) fn with_line(&self) -> Self {
        let line = self.words.join(" ");
        Self {
            words: Vec::new(),
            ..self.clone()
        }
        .with(&line)
    }

    /// Takes a line of words and filters.
    pub(in crate::cli) fn with(self, line: &str) -> Self {
        let sought = query::read(line);
        let mut tag = self.tag;
        tag.extend(sought.tags);
        let mut words = self.words;
        words.extend(sought.words);
        Self {
            words,
            fuzzy: self.fuzzy || sought.fuzzy,
            plain: self.plain || sought.plain,
            tag,
            series: self.series.or(sought.series),
            voice: self.voice.or(sought.voice),
            since: self.since.or(sought.since),
            until: self.until.or(sought.until),
            open: self.open || sought.open,
        }
    }
}
