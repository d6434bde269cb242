//! The key table of the README is the one made from the actions.
#![expect(
    clippy::disallowed_methods,
    reason = "reads the README of the crate, not a user's file"
)]

use std::{fs, path::Path};

use samtal::{input::key_table, text::Lang};

/// The table stands between these lines.
const FROM: &str = "<!-- keys -->";
const TO: &str = "<!-- /keys -->";

#[test]
fn the_readme_shows_the_keys_as_they_are() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let Ok(readme) = fs::read_to_string(path) else {
        return;
    };
    let Some((_, rest)) = readme.split_once(FROM) else {
        return;
    };
    let (shown, _) = rest
        .split_once(TO)
        .expect("the key table of the README ends with <!-- /keys -->");
    let in_any_language = Lang::ALL
        .into_iter()
        .any(|lang| key_table(lang).trim() == shown.trim());
    assert!(
        in_any_language,
        "put this between {FROM} and {TO} in README.md:\n\n{}",
        key_table(Lang::En)
    );
}
