//! What the program brings along: templates and the demo, in Swedish and English.

use crate::text::Lang;

/// A file that is part of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shipped {
    /// Its name without language and ending.
    pub name: &'static str,
    /// The language of its texts.
    pub lang: Lang,
    /// What it says.
    pub text: &'static str,
}

macro_rules! shipped {
    ($folder:literal: $($name:literal),+) => {
        &[$(
            Shipped {
                name: $name,
                lang: Lang::Sv,
                text: include_str!(concat!("../../../sessions/", $folder, "/", $name, ".sv.ron")),
            },
            Shipped {
                name: $name,
                lang: Lang::En,
                text: include_str!(concat!("../../../sessions/", $folder, "/", $name, ".en.ron")),
            },
        )+]
    };
}

/// The templates; the first is the one to take where nothing else is asked for.
pub const TEMPLATES: &[Shipped] = shipped!(
    "templates":
    "data-driven-dialogue",
    "data-driven-dialogue-75",
    "first-time-45",
    "theme-promotion",
    "theme-leisure",
    "theme-attendance",
    "split-1",
    "split-2",
    "open-coordination",
    "series-evaluation",
    "presentation-whole-group",
    "review-round",
    "collection",
    "reflecting-dialogue",
    "patient-forum",
    "storytelling",
    "dialogue-stop",
    "youth-workshop",
    "participation-planning",
    "data-sprint",
    "blank"
);

/// The samples.
pub const SAMPLES: &[Shipped] = shipped!("samples": "demo");

/// Returns the demo in a language.
pub fn demo(lang: Lang) -> Shipped {
    *SAMPLES
        .iter()
        .find(|sample| sample.lang == lang)
        .expect("the demo is there in every language")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::session::{Kind, read};

    #[test]
    fn everything_that_ships_can_be_read() {
        for (kind, all) in [(Kind::Template, TEMPLATES), (Kind::Session, SAMPLES)] {
            for shipped in all {
                let file = read(shipped.name, shipped.text).unwrap();
                assert_eq!(file.kind, kind, "{}", shipped.name);
                assert_eq!(file.base.plan.language, shipped.lang.code());
                assert_eq!(file.id, None, "a shipped file is nobody's session");
            }
        }
        for lang in Lang::ALL {
            assert_eq!(demo(lang).lang, lang);
        }
    }

    #[test]
    fn no_shipped_file_is_forgotten() {
        for (folder, all) in [("templates", TEMPLATES), ("samples", SAMPLES)] {
            let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("sessions")
                .join(folder);
            let there: Vec<String> = std::fs::read_dir(dir)
                .unwrap()
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .collect();
            assert_eq!(there.len(), all.len(), "{folder}: {there:?}");
        }
    }
}
