//! How long the stages of earlier dialogues were, from the summaries of their sessions.

use std::path::Path;

use crate::{
    domain::{History, Length},
    store::library::{About, Listed, series},
};

/// Gathers the dialogues that have ended, the latest first; `but` is the session that asks.
pub fn history(list: &[Listed], name: Option<&str>, but: Option<&Path>) -> History {
    let held = |within: Option<&str>| -> Vec<Vec<Length>> {
        let of = list.iter().filter_map(|listed| match &listed.about {
            About::Session(about) => Some((listed, about)),
            About::Broken(_) => None,
        });
        of.filter(|(listed, about)| {
            let others = but != Some(listed.path.as_path());
            others && within.is_none_or(|name| series::is_of(about, name))
        })
        .map(|(_, about)| about.lengths.clone())
        .filter(|lengths| !lengths.is_empty())
        .collect()
    };
    History {
        series: name.map(|name| held(Some(name))).unwrap_or_default(),
        all: held(None),
    }
}
