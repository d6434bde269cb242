//! A home of its own for each test, and the program called in it.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the world round the program; a world that cannot be made fails the test"
)]

use std::path::{Path, PathBuf};

/// A folder that is the whole world of one test.
pub(crate) struct World {
    pub(crate) folder: tempfile::TempDir,
}

impl World {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub(crate) fn home(&self) -> &Path {
        self.folder.path()
    }

    /// Runs the program without a terminal; returns exit code, standard output and standard error.
    pub(crate) fn run(&self, words: &[&str]) -> (i32, String, String) {
        self.run_with(words, &[])
    }

    /// Does the same with more in the environment.
    pub(crate) fn run_with(&self, words: &[&str], more: &[(&str, &str)]) -> (i32, String, String) {
        let output = self.command(words, more).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (
            output.status.code().unwrap_or(-1),
            text(output.stdout),
            text(output.stderr),
        )
    }

    /// Returns the program, to be started without a terminal.
    pub(crate) fn command(&self, words: &[&str], more: &[(&str, &str)]) -> std::process::Command {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_samtal"));
        command
            .args(words)
            .env_clear()
            .envs(self.environment())
            .envs(more.iter().copied())
            .current_dir(self.home())
            .stdin(std::process::Stdio::null());
        command
    }

    /// Returns what a person sees who types the words: output, then what went wrong, then the exit code.
    ///
    /// The folder of the test is `HOME` and every date is `DATE`, so that it reads the same each time.
    pub(crate) fn told(&self, words: &[&str]) -> String {
        let (code, out, errors) = self.run(words);
        let home = self.home().canonicalize().unwrap();
        let told = format!("{out}{errors}[{code}]")
            .replace(&home.display().to_string(), "HOME")
            .replace(&self.home().display().to_string(), "HOME");
        without_dates(&told)
    }

    /// Puts a file into the home.
    pub(crate) fn put(&self, name: &str, text: &str) -> PathBuf {
        self.put_bytes(name, text.as_bytes())
    }

    /// Puts a file of bytes into the home.
    pub(crate) fn put_bytes(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.home().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Returns the whole environment of the program: nothing of the machine's own but where programs lie.
    pub(crate) fn environment(&self) -> Vec<(String, String)> {
        let path = std::env::var("PATH").unwrap_or_default();
        [
            ("PATH", path.as_str()),
            ("HOME", &self.home().display().to_string()),
            ("SAMTAL_HOME", &self.home().display().to_string()),
            ("SAMTAL_LANG", "sv"),
            ("TERM", "xterm-256color"),
            ("TZ", "Europe/Stockholm"),
            ("RUST_BACKTRACE", "0"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec()
    }

    /// Returns the session files, newest last by name.
    pub(crate) fn sessions(&self) -> Vec<PathBuf> {
        files(&self.home().join("sessions"), "ron")
    }
}

/// Returns the files of a folder with an ending, sorted.
pub(crate) fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    found.retain(|path| path.extension().is_some_and(|known| known == ending));
    found.sort();
    found
}

/// Writes `DATE` for every 2026-11-17.
fn without_dates(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let is_date = |at: usize| {
        chars.get(at..at + 10).is_some_and(|part| {
            part.iter().enumerate().all(|(place, c)| match place {
                4 | 7 => *c == '-',
                _ => c.is_ascii_digit(),
            })
        })
    };
    let mut out = String::new();
    let mut at = 0;
    while at < chars.len() {
        if is_date(at) {
            out.push_str("DATE");
            at += 10;
        } else {
            out.push(chars[at]);
            at += 1;
        }
    }
    out
}
