//! The only place that reads the environment.
#![expect(
    clippy::disallowed_methods,
    reason = "the environment is read once, here, and handed on"
)]

use std::{io::IsTerminal, path::PathBuf};

/// What the environment said when the program began.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question that the environment answers with yes or no"
)]
#[derive(Clone, Debug, Default)]
pub struct Env {
    /// `SAMTAL_HOME`: one folder for everything.
    pub home: Option<PathBuf>,
    /// `SAMTAL_LANG`.
    pub lang: Option<String>,
    /// `SAMTAL_PAGER`.
    pub samtal_pager: Option<String>,
    /// `PAGER`.
    pub pager: Option<String>,
    /// `VISUAL`, else `EDITOR`.
    pub editor: Option<String>,
    /// `LESS`, where it is set.
    pub less: Option<String>,
    /// `LESSCHARSET`, where it is set.
    pub less_charset: Option<String>,
    /// `NO_COLOR` is set to something.
    pub no_color: bool,
    /// `CLICOLOR_FORCE` is set to something but 0.
    pub force_color: bool,
    /// `TERM`.
    pub term: Option<String>,
    /// `COLUMNS`.
    pub columns: Option<u16>,
    /// The languages the person reads, best first.
    pub locales: Vec<String>,
    /// Standard input is a terminal.
    pub input_is_terminal: bool,
    /// Standard output is a terminal.
    pub output_is_terminal: bool,
    /// Standard error is a terminal.
    pub errors_are_terminal: bool,
    /// `HTTPS_PROXY`, else `https_proxy`, `ALL_PROXY`, `all_proxy`.
    pub proxy: Option<String>,
    /// `NO_PROXY`, else `no_proxy`: the servers that are asked without it.
    pub no_proxy: String,
}

impl Env {
    /// Reads it.
    pub fn read() -> Self {
        let text = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        Self {
            home: std::env::var_os("SAMTAL_HOME")
                .filter(|home| !home.is_empty())
                .map(PathBuf::from),
            lang: text("SAMTAL_LANG"),
            samtal_pager: std::env::var("SAMTAL_PAGER").ok(),
            pager: std::env::var("PAGER").ok(),
            editor: text("VISUAL").or_else(|| text("EDITOR")),
            less: text("LESS"),
            less_charset: text("LESSCHARSET"),
            no_color: text("NO_COLOR").is_some(),
            force_color: text("CLICOLOR_FORCE").is_some_and(|value| value != "0"),
            term: text("TERM"),
            columns: text("COLUMNS").and_then(|columns| columns.parse().ok()),
            locales: sys_locale::get_locales().collect(),
            input_is_terminal: std::io::stdin().is_terminal(),
            output_is_terminal: std::io::stdout().is_terminal(),
            errors_are_terminal: std::io::stderr().is_terminal(),
            proxy: ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"]
                .iter()
                .find_map(|name| text(name)),
            no_proxy: text("NO_PROXY")
                .or_else(|| text("no_proxy"))
                .unwrap_or_default(),
        }
    }
}
