//! What a person has set: `config.ron`. A missing file is the defaults, a broken one is told with its place.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    place::{self, Step},
    problem::{Problem, without_mark},
};
use crate::{chart::Glyphs, text::Lang};

/// The settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own in the file"
)]
pub struct Config {
    /// The language to speak; without one the machine's.
    pub language: Option<Lang>,
    /// The glyphs of bars and lines; without a choice home asks once whether whole bars are seen.
    pub glyphs: Option<Glyphs>,
    /// Seconds are always shown, not only in the last two minutes.
    pub seconds: bool,
    /// The leading window begins in calm mode: less on the screen.
    pub calm: bool,
    /// Tips for the facilitator.
    pub tips: bool,
    /// Tips that are turned off, by their names.
    pub tips_off: Vec<String>,
    /// The silence clock: a tip when nothing was noted for a minute. It hears nothing.
    pub silence: bool,
    /// Lines of the first dialogue that explain or demand wait for the second.
    pub part_two: bool,
    /// Groups smaller than this are hidden in own and survey files when they are charted.
    pub small_number_limit: u32,
    /// The program that shows minutes; without one what the environment names.
    pub pager: Option<String>,
    /// Lines instead of a screen, for those who hear the program.
    pub linear: bool,
    /// Short forms that one writes, and the words they stand for: `{"fg": "fritidsgården"}`.
    pub short_forms: BTreeMap<String, String>,
    /// Keys by the name of the action: `{"NextStage": ["n"]}`. They replace the action's own.
    pub keys: BTreeMap<String, Vec<String>>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            language: None,
            glyphs: None,
            seconds: false,
            calm: false,
            tips: true,
            tips_off: Vec::new(),
            silence: false,
            part_two: false,
            small_number_limit: 5,
            pager: None,
            linear: false,
            short_forms: BTreeMap::new(),
            keys: BTreeMap::new(),
        }
    }
}

impl Config {
    /// Reads the settings; what is left out has its default. `name` is the file as the person knows it.
    pub fn read(name: &str, text: &str) -> Result<Self, Problem> {
        let bare = without_mark(text);
        if bare.trim().is_empty() {
            return Ok(Self::default());
        }
        ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
            .from_str(bare)
            .map_err(|error| Problem::of_ron(name, text, error))
    }

    /// Writes every setting with the value that holds, as a file that can be saved and changed.
    pub fn to_ron(&self) -> String {
        let layout = ron::ser::PrettyConfig::new()
            .new_line("\n")
            .depth_limit(2)
            .struct_names(true)
            .extensions(ron::extensions::Extensions::IMPLICIT_SOME);
        let mut text =
            ron::ser::to_string_pretty(self, layout).expect("settings hold only what RON can say");
        text.push('\n');
        text
    }
}

/// Puts the chosen glyphs into a config as its person wrote it: comments, order and all the rest stay.
///
/// The answer is to be read again before it is saved, as any text from outside.
pub fn remember_glyphs(text: &str, glyphs: Glyphs) -> String {
    let found = place::find(text, &[Step::Field("glyphs")])
        .and_then(|span| Some((text.get(..span.start)?, text.get(span.end..)?)));
    if let Some((head, tail)) = found {
        return format!("{head}{glyphs:?}{tail}");
    }
    let config = Config {
        glyphs: Some(glyphs),
        ..Config::default()
    };
    let inside = place::find(text, &[])
        .and_then(|span| Some(span.start + text.get(span)?.find('(')? + 1))
        .and_then(|at| text.split_at_checked(at));
    match inside {
        Some((head, tail)) => format!("{head}\n    glyphs: {glyphs:?},{tail}"),
        None => config.to_ron(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Texts;

    #[test]
    fn what_is_left_out_is_the_default() {
        for text in [
            "",
            " \n",
            "\u{feff}",
            "()",
            "Config()",
            "#![enable(implicit_some)]\nConfig()",
        ] {
            assert_eq!(
                Config::read("config.ron", text),
                Ok(Config::default()),
                "{text:?}"
            );
        }
        let some = Config::read(
            "config.ron",
            "(\r\n  language: \"sv\", // svenska\r\n  keys: {\"NextStage\": [\"n\", \"Ctrl+n\"]}, pager: \"less -R\",)",
        )
        .unwrap();
        assert_eq!(some.language, Some(Lang::Sv));
        assert_eq!(some.keys["NextStage"], ["n", "Ctrl+n"]);
        assert_eq!(some.pager.as_deref(), Some("less -R"));
        assert!(some.tips);
    }

    #[test]
    fn what_is_shown_can_be_saved() {
        let mut config = Config {
            language: Some(Lang::En),
            glyphs: Some(Glyphs::Ascii),
            pager: Some("less \"-R\" \\".to_owned()),
            calm: true,
            ..Config::default()
        };
        config
            .keys
            .insert("NextStage".to_owned(), vec!["n".to_owned()]);
        for config in [Config::default(), config] {
            assert_eq!(Config::read("x", &config.to_ron()), Ok(config));
        }
        assert_eq!(
            Config::default().to_ron(),
            "#![enable(implicit_some)]
Config(
    language: None,
    glyphs: None,
    seconds: false,
    calm: false,
    tips: true,
    tips_off: [],
    silence: false,
    part_two: false,
    small_number_limit: 5,
    pager: None,
    linear: false,
    short_forms: {},
    keys: {},
)
"
        );
    }

    #[test]
    fn a_broken_file_is_told_with_its_place() {
        let text = "Config(\n    calm: true,\n    glyfs: Ascii,\n)";
        let problem = Config::read("config.ron", text).unwrap_err();
        assert_eq!(
            problem.line(&Texts::new(Lang::En)),
            "config.ron:3:5: There is no field named glyfs here. Did you mean glyphs?"
        );
        let problem = Config::read("config.ron", "(language: \"tlh\")").unwrap_err();
        assert_eq!(
            problem.line(&Texts::new(Lang::Sv)),
            "config.ron:1:12: samtal talar inte det språket. Det finns \"sv\" och \"en\"."
        );
    }

    #[test]
    fn a_choice_is_put_in_and_the_rest_stays() {
        for (text, expected) in [
            (
                "// mine\nConfig(\n    glyphs: Blocks, // whole\n)",
                "// mine\nConfig(\n    glyphs: Ascii, // whole\n)",
            ),
            ("(calm: true)", "(\n    glyphs: Ascii,calm: true)"),
            (
                "// ( here\nConfig(\n    calm: true,\n)\n",
                "// ( here\nConfig(\n    glyphs: Ascii,\n    calm: true,\n)\n",
            ),
        ] {
            let written = remember_glyphs(text, Glyphs::Ascii);
            assert_eq!(written, expected);
            let config = Config::read("x", &written).unwrap();
            assert_eq!(config.glyphs, Some(Glyphs::Ascii));
            assert_eq!(config.calm, text.contains("calm: true"));
        }
        let new = remember_glyphs("", Glyphs::Ascii);
        assert_eq!(Config::read("x", &new).unwrap().glyphs, Some(Glyphs::Ascii));
    }
}
