//! What is picked from a file for a chart, as it is said on the command line.
#![expect(
    missing_docs,
    reason = "what an argument is for stands in the strings of both languages"
)]

use clap::{Args, Subcommand, ValueEnum, ValueHint};
use std::path::PathBuf;

use super::{Manner, Otherwise};

/// What a file is asked for, and what the chart says beside its values.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option that is said or not"
)]
#[derive(Clone, Debug, Default, Args)]
pub struct Picking {
    #[arg(short, long, value_name = "COLUMN")]
    pub(in crate::cli) x: Option<String>,
    #[arg(short, long, value_name = "COLUMN")]
    pub(in crate::cli) y: Vec<String>,
    #[arg(long, conflicts_with = "y")]
    pub(in crate::cli) count: bool,
    #[arg(short, long, visible_aliases = ["items", "shares"], value_name = "COLUMN", conflicts_with_all = ["y", "count"])]
    pub(in crate::cli) item: Vec<String>,
    #[arg(long, visible_alias = "order", value_name = "WORDS", requires = "item")]
    pub(in crate::cli) answer: Vec<String>,
    #[arg(short, long, value_name = "COLUMN")]
    pub(in crate::cli) group: Option<String>,
    #[arg(short, long = "where", value_name = "COLUMN=LABEL")]
    pub(in crate::cli) where_: Vec<String>,
    #[arg(long, value_name = "HOW", value_enum, hide_possible_values = true)]
    pub(in crate::cli) fold: Option<Folding>,
    #[arg(short, value_name = "COLUMN")]
    pub(in crate::cli) n: Option<String>,
    #[arg(long, value_name = "KIND", value_enum, hide_possible_values = true)]
    pub(in crate::cli) shape: Option<Shaped>,
    #[arg(
        long,
        value_name = "LABEL",
        requires = "after",
        conflicts_with = "shape"
    )]
    pub(in crate::cli) before: Option<String>,
    #[arg(long, value_name = "LABEL", requires = "before")]
    pub(in crate::cli) after: Option<String>,
    #[arg(long)]
    pub(in crate::cli) compare: bool,
    #[arg(long)]
    pub(in crate::cli) own: bool,
    #[arg(long, conflicts_with = "own")]
    pub(in crate::cli) published: bool,
    #[arg(long, value_name = "WORDS")]
    pub(in crate::cli) title: Option<String>,
    #[arg(long, value_name = "WORDS")]
    pub(in crate::cli) unit: Option<String>,
    #[arg(long, value_name = "WORDS")]
    pub(in crate::cli) say: Option<String>,
    #[arg(long, value_name = "WORDS")]
    pub(in crate::cli) caveat: Option<String>,
    #[arg(long, value_name = "WORDS")]
    pub(in crate::cli) source: Option<String>,
    #[arg(long, value_name = "LABEL=WORDS")]
    pub(in crate::cli) remark: Vec<String>,
    #[arg(
        long,
        value_name = "KIND",
        value_enum,
        default_value = "explore",
        hide_possible_values = true
    )]
    pub(in crate::cli) kind: Purposed,
    #[command(flatten)]
    pub(in crate::cli) otherwise: Otherwise,
}

/// What becomes of several rows that fall on one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Folding {
    /// There must be one.
    Only,
    /// They are added.
    Sum,
    /// Their mean.
    Mean,
}

/// The kind of drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shaped {
    /// Bars or groups.
    Bars,
    /// Lines.
    Series,
}

/// What the figures are for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Purposed {
    /// To measure.
    Measure,
    /// To explore.
    #[default]
    Explore,
    /// To follow up.
    FollowUp,
}

/// What can be done with data beside reading it.
#[derive(Clone, Debug, Subcommand)]
pub enum DataVerb {
    /// Puts a chart of a file into a session.
    #[command(visible_aliases = ["lagg-till", "lägg-till"])]
    Add {
        #[arg(value_name = "SESSION")]
        session: String,
        #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
        data: Option<PathBuf>,
        #[command(flatten)]
        picking: Box<Picking>,
    },
    /// Reads the files of a session's charts again.
    #[command(visible_alias = "uppdatera")]
    Refresh {
        #[arg(value_name = "SESSION")]
        session: Option<String>,
        #[arg(long)]
        yes: bool,
        #[command(flatten)]
        manner: Manner,
    },
}
