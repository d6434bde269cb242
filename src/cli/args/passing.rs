//! What is said of reading a session and passing it on.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use super::Paging;

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
    #[command(flatten)]
    pub(in crate::cli) paging: Paging,
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
