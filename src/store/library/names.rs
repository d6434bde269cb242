//! How a person's words find a session: a path, a name, a part of a name, letters of it.

use std::path::{Path, PathBuf};

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{CaseMatching, Normalization, Pattern},
};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::{
    store::{
        disk::Disk,
        error::StoreError,
        library::{Template, name_of, session_files},
        places::Places,
    },
    t,
    text::{SafeText, Texts},
};

/// So many names are listed at most where several match.
const MAX_LISTED: usize = 8;

/// Why no file was found.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FindError {
    /// The disk said no.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Nothing is called so.
    #[error("no session `{0}`")]
    NoSuch(String),
    /// No template is called so.
    #[error("no template `{0}`")]
    NoSuchTemplate(String),
    /// Nothing that lives on has this id.
    #[error("no step `{0}`")]
    NoSuchStep(String),
    /// Several are called so: exit code 2, as for a command that was not clear.
    #[error("`{name}` can be {found:?}")]
    Ambiguous {
        /// What was said.
        name: String,
        /// What it can be.
        found: Vec<String>,
    },
}

impl FindError {
    /// Says it to a person in one sentence.
    pub fn sentence(&self, texts: Texts) -> String {
        match self {
            Self::Store(error) => error.sentence(texts),
            Self::NoSuch(name) => t!(texts, "store-no-such", name = SafeText::line(name)),
            Self::NoSuchTemplate(name) => {
                t!(texts, "store-no-such-template", name = SafeText::line(name))
            }
            Self::NoSuchStep(name) => {
                t!(texts, "series-no-such", name = SafeText::line(name))
            }
            Self::Ambiguous { name, found } => {
                let mut listed = found
                    .iter()
                    .take(MAX_LISTED)
                    .cloned()
                    .collect::<Vec<_>>()
                    .join(", ");
                if found.len() > MAX_LISTED {
                    listed.push_str(", …");
                }
                t!(
                    texts,
                    "store-ambiguous",
                    name = SafeText::line(name),
                    found = SafeText::line(&listed)
                )
            }
        }
    }

    /// Says what to do about it.
    pub fn hint(&self, texts: Texts) -> Option<String> {
        match self {
            Self::Store(error) => error.hint(texts),
            Self::NoSuch(_) => Some(t!(texts, "store-hint-list")),
            Self::NoSuchTemplate(_) => Some(t!(texts, "store-hint-templates")),
            Self::NoSuchStep(_) => Some(t!(texts, "series-hint-steps")),
            Self::Ambiguous { found, .. } if found.iter().any(|name| name.contains(':')) => {
                Some(t!(texts, "series-hint-ambiguous"))
            }
            Self::Ambiguous { .. } => Some(t!(texts, "store-hint-ambiguous")),
        }
    }
}

/// Finds the session that a person means: a path, else a name in the library, a part of one, or letters of one in their order.
///
/// `current` is the folder that a path starts from.
pub fn find<D: Disk>(
    disk: &D,
    places: &Places,
    said: &str,
    current: &Path,
) -> Result<PathBuf, FindError> {
    let as_path = current.join(said);
    if disk.meta(&as_path)?.is_some_and(|meta| !meta.is_dir) {
        return Ok(as_path);
    }
    // Something with a folder in it is a path, and its own error says more than a search.
    if said.contains(['/', '\\']) {
        return Ok(as_path);
    }
    let files = session_files(disk, &places.sessions)?;
    let names: Vec<String> = files.iter().map(|path| name_of(path)).collect();
    let bare = said.strip_suffix(".ron").unwrap_or(said);
    let found = choose(bare, &names);
    match found.as_slice() {
        // A file that is gone may still have its log: opening it there writes it anew.
        [] if bare != said => Ok(places.sessions.join(said)),
        [] => Err(FindError::NoSuch(said.to_owned())),
        [one] => Ok(files[*one].clone()),
        several => Err(ambiguous(said, several, &names)),
    }
}

/// Finds the template that a person means, in the same way.
pub fn find_template(said: &str, templates: &[Template]) -> Result<Template, FindError> {
    let names: Vec<String> = templates.iter().map(|one| one.name.clone()).collect();
    match choose(said, &names).as_slice() {
        [] => Err(FindError::NoSuchTemplate(said.to_owned())),
        [one] => Ok(templates[*one].clone()),
        several => Err(ambiguous(said, several, &names)),
    }
}

fn ambiguous(said: &str, several: &[usize], names: &[String]) -> FindError {
    FindError::Ambiguous {
        name: said.to_owned(),
        found: several.iter().map(|place| names[*place].clone()).collect(),
    }
}

/// Writes a name as files have it: small letters without rings and dots, and no blanks. Who looks for "första" means `en-forsta`.
pub(super) fn plain(name: &str) -> String {
    let letters = name.nfkd().flat_map(char::to_lowercase);
    letters
        .filter(|c| !is_combining_mark(*c))
        .map(|c| if c == ' ' { '-' } else { c })
        .collect()
}

/// Chooses the names that fit best: the name itself, else those it is a part of, else those that have its letters in their order.
fn choose(said: &str, names: &[String]) -> Vec<usize> {
    let wanted = plain(said);
    let places = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let all = names.iter().enumerate();
        all.filter(|(_, name)| fits(&plain(name)))
            .map(|(place, _)| place)
            .collect()
    };
    let exact = places(&|name| name == wanted);
    if !exact.is_empty() {
        return exact;
    }
    let parts = places(&|name| name.contains(&wanted));
    if !parts.is_empty() || wanted.trim().is_empty() {
        return parts;
    }
    let pattern = Pattern::parse(&wanted, CaseMatching::Ignore, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT.match_paths());
    let mut letters = Vec::new();
    names
        .iter()
        .enumerate()
        .filter(|(_, name)| {
            let name = plain(name);
            let name = Utf32Str::new(&name, &mut letters);
            pattern.score(name, &mut matcher).is_some()
        })
        .map(|(place, _)| place)
        .collect()
}
