//! What is said of sessions that follow each other, and of their steps.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use super::Paging;

/// How a new session is made.
#[derive(Clone, Debug, Default, Args)]
pub struct NewSession {
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) template: Option<String>,
    #[arg(long, value_name = "SESSION")]
    pub(in crate::cli) from: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) series: Option<String>,
    #[arg(long, requires = "from")]
    pub(in crate::cli) lengths: bool,
    #[arg(long, requires = "from")]
    pub(in crate::cli) words: bool,
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) file: Option<PathBuf>,
}

/// What is said of steps.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub struct Stepping {
    #[arg(value_name = "ID")]
    pub(in crate::cli) id: Option<String>,
    #[arg(
        value_name = "STATUS",
        value_enum,
        ignore_case = true,
        hide_possible_values = true
    )]
    pub(in crate::cli) status: Option<Standing>,
    #[arg(value_name = "WHY")]
    pub(in crate::cli) why: Vec<String>,
    #[arg(long, value_name = "TEXT", requires = "id")]
    pub(in crate::cli) indicator: Option<String>,
    #[arg(long, value_name = "DATE", requires = "id")]
    pub(in crate::cli) again: Option<String>,
    #[arg(long, value_name = "NAME", conflicts_with = "id")]
    pub(in crate::cli) series: Option<String>,
    #[arg(long, conflicts_with = "id")]
    pub(in crate::cli) all: bool,
    #[command(flatten)]
    pub(in crate::cli) paging: Paging,
}

impl Stepping {
    /// Returns the same with nothing said but which one, and how it is shown.
    pub(in crate::cli) fn only_an_id(&self) -> Self {
        Self {
            id: self.id.clone(),
            paging: self.paging.clone(),
            ..Self::default()
        }
    }
}

/// How a step stands, in the words of both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Standing {
    /// Promised.
    #[value(aliases = ["öppet", "oppet", "öppen", "oppen"])]
    Open,
    /// Somebody is at it.
    #[value(aliases = ["pågår", "pagar"])]
    Ongoing,
    /// Done.
    #[value(aliases = ["klart", "klar", "gjort", "gjord"])]
    Done,
    /// It did not come about.
    #[value(aliases = ["blev-inte", "blev-inte-av", "blev inte av", "struket"])]
    Dropped,
}
