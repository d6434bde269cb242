//! What can be said after `samtal fetch`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueHint};

/// From whom.
#[derive(Clone, Debug, Subcommand)]
pub enum Fetch {
    /// SCB, the statistics of Sweden.
    Scb {
        #[arg(value_name = "WORDS", required = true)]
        words: Vec<String>,
        #[command(flatten)]
        choice: Choice,
        #[command(flatten)]
        keep: Keep,
        #[command(flatten)]
        manner: Manner,
    },
    /// Any server of `PxWeb`.
    Pxweb {
        #[arg(value_name = "URL", value_hint = ValueHint::Url)]
        url: String,
        #[arg(value_name = "WORDS")]
        words: Vec<String>,
        #[command(flatten)]
        choice: Choice,
        #[command(flatten)]
        keep: Keep,
        #[command(flatten)]
        manner: Manner,
    },
    /// Kolada, indicators of municipalities.
    Kolada {
        #[arg(value_name = "WORDS", required = true)]
        words: Vec<String>,
        #[arg(long, value_name = "YEARS")]
        years: Option<String>,
        #[arg(long, value_name = "NAME", value_delimiter = ',')]
        municipality: Vec<String>,
        #[command(flatten)]
        keep: Keep,
        #[command(flatten)]
        manner: Manner,
    },
    /// Indicators on the young, as ready charts.
    Starter {
        #[arg(long, value_name = "NAME")]
        municipality: String,
        #[arg(long, value_name = "THEME")]
        theme: Option<String>,
        #[arg(long, value_name = "SESSION")]
        session: Option<String>,
        #[command(flatten)]
        manner: Manner,
    },
}

/// Which of a table.
#[derive(Clone, Debug, Default, Args)]
pub struct Choice {
    /// Values of a variable.
    #[arg(long = "where", value_name = "VAR=VALUES", id = "where")]
    pub(in crate::cli) only: Vec<String>,
    /// Which years.
    #[arg(long, value_name = "YEARS")]
    pub(in crate::cli) years: Option<String>,
    /// Which municipality.
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub(in crate::cli) municipality: Vec<String>,
    /// The table as it is.
    #[arg(long)]
    pub(in crate::cli) all: bool,
}

/// What becomes of it.
#[derive(Clone, Debug, Default, Args)]
pub struct Keep {
    /// A file for it.
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) output: Option<PathBuf>,
    /// Drawn on standard output.
    #[arg(long)]
    pub(in crate::cli) chart: bool,
    /// As a chart of a session.
    #[arg(long, value_name = "SESSION")]
    pub(in crate::cli) session: Option<String>,
}

/// How to ask.
#[derive(Clone, Debug, Default, Args)]
pub struct Manner {
    /// Nobody is asked.
    #[arg(long, conflicts_with = "fresh")]
    pub(in crate::cli) offline: bool,
    /// Whatever was kept.
    #[arg(long)]
    pub(in crate::cli) fresh: bool,
    /// Where the service is, when it has moved.
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url)]
    pub(in crate::cli) server: Option<String>,
}
