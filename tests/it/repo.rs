//! The crate keeps its own rules: floors, sizes, names, and nothing in it that only one machine has.
#![expect(
    clippy::disallowed_methods,
    reason = "reads the sources of the crate, not a user's file"
)]

use std::{
    fs,
    path::{Path, PathBuf},
};

use samtal::store::library::shipped;

/// The floors from the ground up, as `src/lib.rs` draws them.
const FLOORS: [&str; 14] = [
    "text", "domain", "data", "chart", "format", "input", "app", "view", "report", "store",
    "fetch", "link", "run", "cli",
];

/// A macro is exported at the root of the crate, whatever floor writes it.
const MACROS: [(&str, &str); 1] = [("t", "text")];

/// A file that is longer has two subjects.
const MOST_LINES_OF_CODE: usize = 600;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Returns a path as the crate names it, the same on every system.
fn name(path: &Path) -> String {
    let inside = path.strip_prefix(root()).unwrap_or(path);
    inside.to_string_lossy().replace('\\', "/")
}

/// Returns every file under a folder of the crate, sorted.
fn files(folder: &Path) -> Vec<PathBuf> {
    // A crate of its own, built by hand.
    let fuzz = root().join("tests/fuzz");
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path == fuzz {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Returns the files that somebody wrote, those at the top among them; not what was built, nor what git keeps.
fn written() -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = fs::read_dir(root())
        .expect("the crate has a folder")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_file() && !path.ends_with(".git"))
        .collect();
    let folders = ["src", "tests", "benches", "sessions", ".ci", ".config"];
    all.extend(
        folders
            .iter()
            .flat_map(|folder| files(&root().join(folder))),
    );
    all
}

fn rust(folders: &[&str]) -> Vec<PathBuf> {
    let all = folders
        .iter()
        .flat_map(|folder| files(&root().join(folder)));
    all.filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .collect()
}

/// Returns Rust with blanks for comments, strings and characters; lines stay where they are.
fn code_of(source: &str) -> String {
    let chars: Vec<char> = source.chars().collect();
    let mut code = String::with_capacity(source.len());
    let mut at = 0;
    while at < chars.len() {
        let end = past_words(&chars, at);
        if end == at {
            code.push(chars[at]);
            at += 1;
        } else {
            let hidden = &chars[at..end];
            code.extend(hidden.iter().map(|c| if *c == '\n' { '\n' } else { ' ' }));
            at = end;
        }
    }
    code
}

/// Returns where the comment, string or character that starts here ends; `at` itself where none starts.
fn past_words(chars: &[char], at: usize) -> usize {
    let rest = &chars[at..];
    let length = match rest {
        ['/', '/', ..] => rest.iter().position(|c| *c == '\n'),
        ['/', '*', ..] => past_block(rest),
        ['"', ..] => past_quote(rest),
        ['r', '"' | '#', ..] if at == 0 || !is_word(chars[at - 1]) => return at + past_raw(rest),
        ['\'', '\\', _, ..] => rest.iter().skip(3).position(|c| *c == '\'').map(|i| i + 4),
        ['\'', _, '\'', ..] => Some(3),
        _ => Some(0),
    };
    at + length.unwrap_or(rest.len())
}

fn past_block(rest: &[char]) -> Option<usize> {
    let mut depth = 0;
    let mut at = 0;
    while at + 1 < rest.len() {
        match (rest[at], rest[at + 1]) {
            ('/', '*') => depth += 1,
            ('*', '/') => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

fn past_quote(rest: &[char]) -> Option<usize> {
    let mut at = 1;
    while at < rest.len() {
        match rest[at] {
            '\\' => at += 2,
            '"' => return Some(at + 1),
            _ => at += 1,
        }
    }
    None
}

/// A raw string starts with `r`, marks and a quote; `r#type` is a name and not a string.
fn past_raw(rest: &[char]) -> usize {
    let marks = rest[1..].iter().take_while(|c| **c == '#').count();
    if rest.get(1 + marks) != Some(&'"') {
        return 0;
    }
    let body = &rest[2 + marks..];
    let ends = |at: usize| body[at..].iter().take(marks).filter(|c| **c == '#').count() == marks;
    let close = (0..body.len()).find(|at| body[*at] == '"' && ends(at + 1));
    close.map_or(rest.len(), |at| 2 + marks + at + 1 + marks)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Returns what stands first in every path from the root of the crate, with its line.
fn from_the_root(code: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let line = |at: usize| code.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
    for (at, start) in code.match_indices("crate::") {
        let before = code.split_at(at).0.chars().next_back();
        if before.is_some_and(is_word) {
            continue;
        }
        let from = at + start.len();
        let rest = code.split_at(from).1;
        if !rest.starts_with('{') {
            found.push((line(at), rest.chars().take_while(|c| is_word(*c)).collect()));
            continue;
        }
        let mut depth = 0;
        let mut fresh = false;
        for (offset, c) in rest.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            if matches!(c, '{' | ',') {
                fresh = depth == 1;
            } else if fresh && is_word(c) {
                fresh = false;
                let word = rest.split_at(offset).1.chars().take_while(|c| is_word(*c));
                found.push((line(from + offset), word.collect()));
            }
        }
    }
    found
}

/// Returns how high a floor lies; nothing is not a floor.
fn height(word: &str) -> Option<usize> {
    let floor = MACROS
        .iter()
        .find(|(name, _)| *name == word)
        .map_or(word, |(_, floor)| floor);
    FLOORS.iter().position(|known| *known == floor)
}

/// Returns the complaints about one file of a floor.
fn arrows_up(floor: &str, source: &str) -> Vec<(usize, String)> {
    let own = height(floor).expect("the folder is a floor");
    from_the_root(&code_of(source))
        .into_iter()
        .filter_map(|(line, word)| match height(&word) {
            Some(other) if other <= own => None,
            Some(_) => Some((
                line,
                format!("{floor} lies below {word} and must not know it"),
            )),
            None => Some((line, format!("crate::{word} is no floor"))),
        })
        .collect()
}

#[test]
fn a_floor_knows_only_the_floors_below() {
    let mut complaints = Vec::new();
    for path in rust(&["src"]) {
        let file = name(&path);
        let inside = file.strip_prefix("src/").expect("it lies in src");
        let floor = inside
            .split(['/', '.'])
            .next()
            .expect("a path has a first part");
        if matches!(floor, "lib" | "main" | "build") {
            continue;
        }
        assert!(
            FLOORS.contains(&floor),
            "{file}: {floor} is no floor of the house"
        );
        let found = arrows_up(floor, &read(&path));
        complaints.extend(
            found
                .iter()
                .map(|(line, words)| format!("{file}:{line}: {words}")),
        );
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn the_reading_of_the_floors_has_eyes() {
    let source = r##"
//! See [`crate::cli`]; "crate::run" /* crate::view /* nested */ */
use crate::{
    domain::{Note, Tag},
    store::Disk, text::{self, Moment},
};
const QUOTE: char = '"';
const RAW: &str = r#"use crate::run; "a" b"#;
fn f<'a>(x: &'a str) -> String { crate::t!(x); crate::report::x(); mycrate::cli::y(); '\'' }
"##;
    let words = from_the_root(&code_of(source));
    let seen: Vec<_> = words
        .iter()
        .map(|(line, word)| (*line, word.as_str()))
        .collect();
    assert_eq!(
        seen,
        [
            (4, "domain"),
            (5, "store"),
            (5, "text"),
            (9, "t"),
            (9, "report")
        ]
    );
    assert_eq!(
        arrows_up("report", source),
        [(5, "report lies below store and must not know it".to_owned())]
    );
    assert_eq!(arrows_up("cli", source), []);
}

#[test]
fn the_map_of_the_house_shows_every_floor() {
    let library = read(&root().join("src/lib.rs"));
    let map: Vec<&str> = library
        .lines()
        .filter_map(|line| line.strip_prefix("//! ")?.split_whitespace().next())
        .filter(|word| FLOORS.contains(word))
        .collect();
    let mut shown = map.clone();
    shown.dedup();
    assert_eq!(shown.into_iter().rev().collect::<Vec<_>>(), FLOORS);
    for floor in FLOORS {
        assert!(library.contains(&format!("pub mod {floor};")), "{floor}");
    }
    let code = code_of(&library);
    let more = code
        .lines()
        .find(|line| !line.trim().is_empty() && !line.starts_with("pub mod "));
    assert_eq!(more, None, "lib.rs is a map and no code");
}

/// Files, clocks and standard output each have one place where they are touched.
#[test]
fn the_outside_is_met_in_its_own_place() {
    let only = [
        ("std::fs", &["src/store"][..]),
        ("fs::", &["src/store"]),
        ("::now()", &["src/run"]),
        ("std::env", &["src/cli", "src/main.rs"]),
        ("std::process::Command", &["src/run", "src/build.rs"]),
        ("tokio", &["src/run"]),
        ("textplots", &["src/chart"]),
        ("ureq", &["src/fetch/web.rs"]),
        ("rustls", &["src/fetch/web.rs"]),
        ("clap", &["src/cli"]),
    ];
    let mut complaints = Vec::new();
    for path in rust(&["src"]) {
        let file = name(&path);
        if file.ends_with("tests.rs") || file.contains("/tests/") {
            continue;
        }
        let code = code_of(&read(&path));
        let code = code.split("mod tests {").next().unwrap_or_default();
        for (at, line) in code.lines().enumerate() {
            for (word, places) in only {
                let there = line.match_indices(word).any(|(at, _)| {
                    let (before, after) = line.split_at(at);
                    let after = after.split_at(word.len()).1;
                    !before.ends_with(is_word)
                        && (word.ends_with([':', ')']) || !after.starts_with(is_word))
                });
                if there && !places.iter().any(|place| file.starts_with(place)) {
                    complaints.push(format!("{file}:{}: {word} is for {places:?}", at + 1));
                }
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn no_test_file_is_forgotten() {
    let folder = root().join("tests/it");
    let main = read(&folder.join("main.rs"));
    let mut complaints = Vec::new();
    for path in rust(&["tests"]) {
        let file = name(&path);
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let parent = path.parent().expect("a file lies in a folder");
        let declared_in = if file == "tests/it/main.rs" {
            continue;
        } else if parent == folder {
            main.clone()
        } else {
            read(&parent.with_extension("rs"))
        };
        if !declared_in
            .lines()
            .any(|line| line.ends_with(&format!("mod {stem};")))
        {
            complaints.push(file);
        }
    }
    assert_eq!(complaints, [""; 0], "no module names these");
    let others: Vec<String> = files(&root().join("tests"))
        .iter()
        .map(|path| name(path))
        .collect();
    let outside = others.iter().find(|file| !file.starts_with("tests/it/"));
    assert_eq!(
        outside, None,
        "one integration binary: linking is what costs"
    );
}

#[test]
fn a_file_has_one_subject_and_a_name_that_says_it() {
    let mut complaints = Vec::new();
    for path in rust(&["src", "tests", "benches"]) {
        let file = name(&path);
        let lines = code_of(&read(&path))
            .lines()
            .filter(|line| !line.trim().is_empty())
            .count();
        if lines > MOST_LINES_OF_CODE {
            complaints.push(format!(
                "{file}: {lines} lines of code, {MOST_LINES_OF_CODE} at most"
            ));
        }
        for vague in [
            "mod.rs",
            "utils.rs",
            "util.rs",
            "helpers.rs",
            "misc.rs",
            "common.rs",
        ] {
            if path.ends_with(vague) {
                complaints.push(format!("{file}: the name says nothing"));
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn every_session_that_ships_is_in_the_program() {
    let mut embedded = Vec::new();
    for (folder, all) in [
        ("samples", shipped::SAMPLES),
        ("templates", shipped::TEMPLATES),
    ] {
        for one in all {
            let file = format!("sessions/{folder}/{}.{}.ron", one.name, one.lang);
            assert!(
                read(&root().join(&file)) == one.text,
                "{file} is another in the program"
            );
            embedded.push(file);
        }
    }
    embedded.sort();
    let all: Vec<String> = files(&root().join("sessions"))
        .iter()
        .map(|path| name(path))
        // Files to try with, which the README walks through.
        .filter(|name| !name.starts_with("sessions/data/"))
        .collect();
    assert_eq!(all, embedded);
}

/// What stands at the top is what a newcomer reads first.
#[test]
fn the_top_of_the_crate_is_tidy() {
    let known = [
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "benches",
        "sessions",
        "src",
        "target",
        "tests",
    ];
    let git = std::process::Command::new("git")
        .arg("ls-files")
        .current_dir(root())
        .output();
    let Some(listed) = git.ok().filter(|listed| listed.status.success()) else {
        return;
    };
    let listed = String::from_utf8(listed.stdout).expect("names are UTF-8");
    let strange = listed
        .lines()
        .filter_map(|file| file.split('/').next())
        .find(|top| !top.starts_with('.') && !known.contains(top));
    assert_eq!(strange, None);
}

#[test]
fn every_snapshot_is_one_that_somebody_accepted() {
    let pending: Vec<String> = written()
        .iter()
        .map(|path| name(path))
        .filter(|file| file.ends_with(".snap.new") || file.ends_with(".pending-snap"))
        .collect();
    assert_eq!(pending, [""; 0]);
}

/// A clone on any machine is the same crate.
#[test]
fn nothing_names_a_folder_of_one_machine() {
    let here = root().to_string_lossy();
    let home = ["", "root", ""].join("/");
    let mut complaints = Vec::new();
    for path in written() {
        let file = name(&path);
        let text = read(&path);
        for (at, line) in text.lines().enumerate() {
            let built_here = here.matches('/').count() > 1 && line.contains(here.as_ref());
            if built_here || line.contains(&home) {
                complaints.push(format!("{file}:{}", at + 1));
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn the_lock_file_takes_packages_from_the_public_registry_alone() {
    let lock = read(&root().join("Cargo.lock"));
    let strange: Vec<&str> = lock
        .lines()
        .filter_map(|line| line.strip_prefix("source = "))
        .filter(|source| *source != "\"registry+https://github.com/rust-lang/crates.io-index\"")
        .collect();
    assert_eq!(strange, [""; 0]);
}

#[test]
fn the_crate_says_what_it_is_and_under_which_licences() {
    let manifest = read(&root().join("Cargo.toml"));
    for line in [
        "edition = \"2024\"",
        "license = \"MIT OR Apache-2.0\"",
        "publish = false",
    ] {
        assert!(manifest.lines().any(|known| known == line), "{line}");
    }
    assert_eq!(env!("CARGO_PKG_VERSION").split('.').count(), 3);
    assert!(env!("CARGO_PKG_DESCRIPTION").len() > 40);
    assert!(read(&root().join("LICENSE-MIT")).contains("Permission is hereby granted"));
    assert!(read(&root().join("LICENSE-APACHE")).contains("Apache License"));
}
