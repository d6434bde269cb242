//! The program's own words in Swedish and English, looked up by id.

use std::{fmt, str::FromStr, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

use super::{SafeText, Span};

/// A language the program speaks.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "String", into = "&'static str")]
pub enum Lang {
    /// Swedish.
    Sv,
    /// English, spoken where nothing else is asked for.
    #[default]
    En,
}

impl Lang {
    /// Every language, in the order a list shows them.
    pub const ALL: [Self; 2] = [Self::Sv, Self::En];

    /// Finds the language of a tag or a locale name; only the language counts: `sv`, `sv-FI` and `sv_SE.UTF-8` are all Swedish.
    pub fn parse(tag: &str) -> Option<Self> {
        let language = tag
            .trim()
            .split(['-', '_', '.', '@'])
            .next()
            .unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|lang| language.eq_ignore_ascii_case(lang.code()))
    }

    /// Chooses the language to speak: what was asked for on the command line, then in the environment, then in the config, then the first
    /// of the machine's locales that the program knows, then English.
    ///
    /// A word that names no language here is passed over, so that a mistyped variable never stops a dialogue.
    pub fn pick(
        flag: Option<&str>,
        env: Option<&str>,
        config: Option<Self>,
        mut locales: impl Iterator<Item = String>,
    ) -> Self {
        flag.and_then(Self::parse)
            .or_else(|| env.and_then(Self::parse))
            .or(config)
            .or_else(|| locales.find_map(|locale| Self::parse(&locale)))
            .unwrap_or_default()
    }

    /// Returns the two-letter code, as files carry it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sv => "sv",
            Self::En => "en",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

/// The language asked for is not one the program speaks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no texts in the language {0:?}; there are sv and en")]
pub struct UnknownLang(pub String);

impl FromStr for Lang {
    type Err = UnknownLang;
    fn from_str(tag: &str) -> Result<Self, UnknownLang> {
        Self::parse(tag).ok_or_else(|| UnknownLang(tag.to_owned()))
    }
}

impl TryFrom<String> for Lang {
    type Error = UnknownLang;
    fn try_from(tag: String) -> Result<Self, UnknownLang> {
        tag.parse()
    }
}

impl From<Lang> for &'static str {
    fn from(lang: Lang) -> Self {
        lang.code()
    }
}

type Bundle = FluentBundle<FluentResource>;

/// The attribute that holds a string as it is said in lines.
const LINE: &str = "line";

/// Names the files of strings of one language, one file for each floor or room that speaks.
macro_rules! sources {
    ($lang:literal) => {
        sources!($lang:
            "view",
            "app",
            "report",
            "cli",
            "input",
            "chart",
            "paste",
            "survey",
            "choose",
            "format",
            "store",
            "run",
            "fetch",
            "showing",
            "series",
            "export",
            "keeping",
            "search",
            "prepare",
            "linear",
            "tidy",
        )
    };
    ($lang:literal: $($floor:literal),+ $(,)?) => {
        &[$(($floor, include_str!(concat!("strings/", $lang, "/", $floor, ".ftl")))),+]
    };
}

const SV: &[(&str, &str)] = sources!("sv");
const EN: &[(&str, &str)] = sources!("en");

static SWEDISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::Sv));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::En));

/// Reads the strings of one language; what does not parse is left out, and the test of the strings names it.
fn bundle(lang: Lang) -> Bundle {
    let tag: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // The marks that isolate a value's direction would stand as cells in the grid; values are `SafeText` and hold no overrides.
    bundle.set_use_isolating(false);
    for &(_, source) in Texts::sources(lang) {
        let resource =
            FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partly, _)| partly);
        // A second string of the same id is refused here and named by the test of the strings.
        drop(bundle.add_resource(resource));
    }
    bundle
}

/// The program's words in one language.
///
/// Words are looked up with [`t!`](crate::t). The strings are compiled in and read once in the life of the program, so a `Texts` is a
/// pair of words to copy.
#[derive(Clone, Copy)]
pub struct Texts {
    lang: Lang,
    lines: bool,
    bundle: &'static Bundle,
}

impl Texts {
    /// Makes the words of a language ready.
    pub fn new(lang: Lang) -> Self {
        let bundle = match lang {
            Lang::Sv => &*SWEDISH,
            Lang::En => &*ENGLISH,
        };
        Self {
            lang,
            lines: false,
            bundle,
        }
    }

    /// Returns the same words for somebody who hears lines and answers with lines: what names a key or a place on the screen there says
    /// it otherwise, in the string's attribute `line`.
    #[must_use]
    pub const fn in_lines(self) -> Self {
        Self {
            lines: true,
            ..self
        }
    }

    /// Returns the language.
    pub const fn lang(self) -> Lang {
        self.lang
    }

    /// Says whether a string of this id exists.
    pub fn has(self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// Returns the string of an id; call it through [`t!`](crate::t).
    ///
    /// A missing string gives its id, a missing value its name: a dialogue goes on with an odd word rather than stop. A test of the
    /// sources finds both.
    pub fn get(self, id: &str, words: &[(&'static str, Word<'_>)]) -> String {
        let message = self.bundle.get_message(id);
        let line = message.as_ref().filter(|_| self.lines);
        let line = line.and_then(|message| message.get_attribute(LINE));
        let whole = message
            .as_ref()
            .and_then(fluent_bundle::FluentMessage::value);
        let Some(pattern) = line.map(|line| line.value()).or(whole) else {
            return id.to_owned();
        };
        let mut errors = Vec::new();
        let mut args = FluentArgs::with_capacity(words.len());
        for (name, word) in words {
            let value = match word {
                Word::Text(text) => FluentValue::from(*text),
                Word::Owned(text) => FluentValue::from(text.as_str()),
                Word::Count(count) => FluentValue::from(*count),
            };
            args.set(*name, value);
        }
        let args = (!words.is_empty()).then_some(&args);
        self.bundle
            .format_pattern(pattern, args, &mut errors)
            .into_owned()
    }

    /// Returns the compiled-in files of a language as (floor, text), for the test that reads them all.
    pub fn sources(lang: Lang) -> &'static [(&'static str, &'static str)] {
        match lang {
            Lang::Sv => SV,
            Lang::En => EN,
        }
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Texts").field(&self.lang).finish()
    }
}

impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        (self.lang, self.lines) == (other.lang, other.lines)
    }
}

impl Eq for Texts {}

/// A value that stands in a string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word<'a> {
    /// Words that lie elsewhere.
    Text(&'a str),
    /// Words made for the place.
    Owned(String),
    /// A whole number: it chooses between one and many, and stands in digits without groups.
    Count(i64),
}

/// What can stand as a value in a string: text, whole numbers, spans.
///
/// Fractions are left out on purpose: write them with [`number::decimal`](super::number::decimal), which knows the language's comma.
pub trait Words {
    /// Returns the value as it stands in a string.
    fn word(&self) -> Word<'_>;
}

impl<T: Words + ?Sized> Words for &T {
    fn word(&self) -> Word<'_> {
        (**self).word()
    }
}

macro_rules! words {
    (text: $($text:ty),+; whole: $($whole:ty),+; shown: $($shown:ty),+) => {
        $(impl Words for $text {
            fn word(&self) -> Word<'_> {
                Word::Text(self)
            }
        })+
        $(impl Words for $whole {
            fn word(&self) -> Word<'_> {
                // A count past i64 has long left every plural rule behind.
                Word::Count(i64::try_from(*self).unwrap_or(i64::MAX))
            }
        })+
        $(impl Words for $shown {
            fn word(&self) -> Word<'_> {
                Word::Owned(self.to_string())
            }
        })+
    };
}

words!(
    text: str, String, SafeText, Box<str>, std::sync::Arc<str>, std::borrow::Cow<'_, str>;
    whole: u8, u16, u32, u64, usize, i8, i16, i32, i64, isize;
    shown: char, Span, Lang
);

/// Looks a string up: `t!(texts, "id")` or `t!(texts, "id", name = value, …)`; gives a `String`.
///
/// The id is written out at the call, so that a test can read the sources and see that every string exists with its variables.
#[macro_export]
macro_rules! t {
    ($texts:expr, $id:expr $(,)?) => {
        $texts.get($id, &[])
    };
    ($texts:expr, $id:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $texts.get($id, &[$((stringify!($name), $crate::text::Words::word(&$value))),+])
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_language_of_a_tag_counts() {
        for tag in ["sv", "SV", "sv-FI", "sv_SE.UTF-8", " sv ", "sv@euro"] {
            assert_eq!(Lang::parse(tag), Some(Lang::Sv), "{tag}");
        }
        for tag in ["en", "en-GB", "en_US", "EN_us.utf8"] {
            assert_eq!(Lang::parse(tag), Some(Lang::En), "{tag}");
        }
        for tag in ["", "C", "POSIX", "svenska", "swe", "de", "-sv"] {
            assert_eq!(Lang::parse(tag), None, "{tag}");
        }
    }

    #[test]
    fn the_nearest_wish_wins() {
        let locales = |all: &[&str]| {
            all.iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .into_iter()
        };
        assert_eq!(
            Lang::pick(Some("en"), Some("sv"), Some(Lang::Sv), locales(&["sv"])),
            Lang::En
        );
        assert_eq!(
            Lang::pick(None, Some("sv"), Some(Lang::En), locales(&["en"])),
            Lang::Sv
        );
        assert_eq!(
            Lang::pick(None, Some("klingon"), Some(Lang::Sv), locales(&["en"])),
            Lang::Sv
        );
        assert_eq!(
            Lang::pick(None, None, None, locales(&["C", "fi_FI", "sv_FI", "en"])),
            Lang::Sv
        );
        assert_eq!(Lang::pick(None, None, None, locales(&[])), Lang::En);
    }

    #[test]
    fn a_missing_string_gives_its_id() {
        let texts = Texts::new(Lang::Sv);
        assert_eq!(t!(texts, "no-such-string"), "no-such-string");
        assert_eq!(
            t!(texts, "no-such-string", count = 3, who = "Anna"),
            "no-such-string"
        );
        assert!(!texts.has("no-such-string"));
    }

    #[test]
    fn in_lines_no_key_is_named() {
        let texts = Texts::new(Lang::En);
        assert_eq!(t!(texts, "echo-space-starts"), "Space starts the dialogue.");
        assert_eq!(
            t!(texts.in_lines(), "echo-space-starts"),
            "The dialogue has not begun."
        );
        assert_eq!(t!(texts.in_lines(), "echo-resumed"), "On we go.");
        assert_ne!(texts, texts.in_lines());
    }

    #[test]
    fn texts_go_between_threads() {
        fn goes<T: Send + Sync + Copy>() {}
        goes::<Texts>();
    }

    #[test]
    fn values_of_every_kind_stand_in_a_string() {
        assert_eq!("å".word(), Word::Text("å"));
        assert_eq!(SafeText::line("å").word(), Word::Text("å"));
        assert_eq!((&&7_u8).word(), Word::Count(7));
        assert_eq!(u64::MAX.word(), Word::Count(i64::MAX));
        assert_eq!(Span::minutes(2).word(), Word::Owned("2:00".to_owned()));
    }

    #[test]
    fn a_language_stands_in_a_file_as_its_code() {
        assert_eq!(ron::to_string(&Lang::Sv).unwrap(), "\"sv\"");
        assert_eq!(ron::from_str::<Lang>("\"sv-SE\"").unwrap(), Lang::Sv);
        assert!(ron::from_str::<Lang>("\"tlh\"").is_err());
    }
}
