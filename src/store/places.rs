//! Which folders: one for everything where a home is given, else the system's own.

use std::path::{Path, PathBuf};

use directories::{ProjectDirs, UserDirs};

use crate::domain::SessionId;

/// Where everything lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// The sessions a person sees, opens and sends: RON files.
    pub sessions: PathBuf,
    /// A person's own templates.
    pub templates: PathBuf,
    /// Journals, locks, drafts, logs: of this machine alone, never in a folder that is synced.
    pub state: PathBuf,
    /// What can be fetched or made again.
    pub cache: PathBuf,
    /// The settings.
    pub config_file: PathBuf,
}

impl Places {
    /// Puts everything in one folder, as `SAMTAL_HOME` or `--home` ask.
    pub fn in_one(home: &Path) -> Self {
        Self {
            sessions: home.join("sessions"),
            templates: home.join("templates"),
            state: home.join("state"),
            cache: home.join("cache"),
            config_file: home.join("config.ron"),
        }
    }

    /// Finds the folders: `--home`, else `SAMTAL_HOME`, else the system's. None where the system names no home folder.
    ///
    /// A relative home is taken from `current`, so that a later change of folder moves nothing.
    pub fn find(
        home_flag: Option<&Path>,
        home_variable: Option<&Path>,
        current: &Path,
    ) -> Option<Self> {
        let home = home_flag.or(home_variable);
        let home = home.filter(|home| !home.as_os_str().is_empty());
        match home {
            Some(home) => Some(Self::in_one(&current.join(home))),
            None => Self::of_system(),
        }
    }

    /// Takes the system's folders: sessions in the documents folder, where a person looks for them.
    fn of_system() -> Option<Self> {
        let project = ProjectDirs::from("", "", "samtal")?;
        let documents = UserDirs::new()
            .and_then(|user| user.document_dir().map(|dir| dir.join("Samtal")))
            .unwrap_or_else(|| project.data_dir().join("sessions"));
        let state = project
            .state_dir()
            .unwrap_or_else(|| project.data_local_dir());
        Some(Self {
            sessions: documents,
            templates: project.data_dir().join("templates"),
            state: state.to_owned(),
            cache: project.cache_dir().to_owned(),
            config_file: project.config_dir().join("config.ron"),
        })
    }

    /// Returns the folder of one session's journal, locks and drafts.
    pub fn state_of(&self, id: &SessionId) -> PathBuf {
        self.state.join(folder_name(&id.0))
    }

    /// Returns the folder the demo plays in, apart from a person's sessions.
    pub fn demo(&self) -> PathBuf {
        self.state.join("demo")
    }

    /// Returns the file of the program's own log.
    pub fn log_file(&self) -> PathBuf {
        self.state.join("samtal.log")
    }
}

/// Makes a folder's name of an id that a file claims: nothing in it can lead out of the state folder or mean something to the system.
fn folder_name(id: &str) -> String {
    let given_by_us = id.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    if given_by_us && (16..=64).contains(&id.len()) {
        return id.to_owned();
    }
    let plain: String = id
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(32)
        .collect();
    // The checksum keeps apart what cleaning made equal, and every name the system knows (CON, AUX) or the program uses (demo).
    format!("{plain}-{:08x}", crc32c::crc32c(id.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_home_holds_everything() {
        let current = Path::new("/work");
        let places = Places::find(Some(Path::new("h")), Some(Path::new("/other")), current);
        let places = places.unwrap();
        assert_eq!(places, Places::in_one(Path::new("/work/h")));
        assert_eq!(places.config_file, Path::new("/work/h/config.ron"));
        let variable = Places::find(None, Some(Path::new("/v")), current).unwrap();
        assert_eq!(variable.sessions, Path::new("/v/sessions"));
        let empty = Places::find(None, Some(Path::new("")), current);
        assert_eq!(empty, Places::of_system());
    }

    #[test]
    fn an_id_never_leads_out_of_the_state_folder() {
        let places = Places::in_one(Path::new("/h"));
        let of = |id: &str| places.state_of(&SessionId(id.to_owned()));
        let given = "0199c2a4-7f3e-7000-8000-0123456789ab";
        assert_eq!(of(given), Path::new("/h/state").join(given));
        for id in [
            "",
            "..",
            "../../etc",
            "a/b",
            "C:\\x",
            "CON",
            "å",
            &"x".repeat(99),
        ] {
            let path = of(id);
            assert_eq!(path.parent(), Some(Path::new("/h/state")), "{id}");
            assert!(path.to_str().unwrap().len() < 99, "{id}");
        }
        assert_ne!(of("a/b"), of("ab"));
        assert_ne!(of("demo"), places.demo());
    }
}
