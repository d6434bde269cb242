//! What is wrong with a JSON file, as a sentence.

use super::{Place, node::Node, whole};
use crate::{
    t,
    text::{SafeText, Texts},
};

/// One way in which a JSON file is broken or is no table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonFault {
    /// Here the form of JSON breaks.
    Form,
    /// The file ends in the middle.
    Ends,
    /// A web page under the name of a table.
    WebPage,
    /// Well formed, and no table of a kind that is known.
    NoTable,
    /// A description of a table without its figures.
    Description,
    /// A list of tables.
    List,
    /// The settings of a server.
    Settings,
    /// A server that refused, in its own words.
    Refused(SafeText),
    /// Something is missing that the kind needs, by its name in the file.
    Lacks(&'static str),
    /// Two lists that should be equally long: found, expected.
    Count(usize, usize),
    /// A place in a list that is not there or stands twice.
    Index,
    /// Something of another kind than it should be.
    Kind,
    /// More cells declared than are read; said with the common words.
    ManyCells,
    /// More labels, names and notes than are read.
    ManyParts(usize),
    /// No row at all.
    NoRows,
    /// The same cell twice.
    Twice,
}

impl JsonFault {
    /// Says it in a sentence or two.
    pub(in crate::data) fn say(&self, texts: &Texts) -> String {
        match self {
            Self::Form => t!(texts, "data-json-form"),
            Self::Ends => t!(texts, "data-json-ends"),
            Self::WebPage => t!(texts, "data-json-web-page"),
            Self::NoTable => t!(texts, "data-json-no-table"),
            Self::Description => t!(texts, "data-json-description"),
            Self::List => t!(texts, "data-json-list"),
            Self::Settings => t!(texts, "data-json-settings"),
            Self::Refused(words) => t!(texts, "data-json-refused", words = words),
            Self::Lacks(word) => t!(texts, "data-json-lacks", word = *word),
            Self::Count(found, expected) => {
                t!(texts, "data-json-count", found = found, expected = expected)
            }
            Self::Index => t!(texts, "data-json-index"),
            Self::Kind => t!(texts, "data-json-kind"),
            Self::ManyCells => t!(
                texts,
                "data-many-cells",
                most = crate::data::table::MAX_CELLS / 1_000_000
            ),
            Self::ManyParts(most) => t!(texts, "data-json-many-parts", most = most / 1_000_000),
            Self::NoRows => t!(texts, "data-json-no-rows"),
            Self::Twice => t!(texts, "data-json-twice"),
        }
    }
}

/// A fault with its place; the file's name comes later.
pub(super) struct Broken {
    pub(super) place: Option<Place>,
    pub(super) fault: JsonFault,
}

/// Makes a fault of the whole file.
pub(super) fn broken(fault: JsonFault) -> Broken {
    Broken { place: None, fault }
}

/// Makes a fault at a key of the file, as `dimension.Region`.
pub(super) fn broken_at(place: &str, fault: JsonFault) -> Broken {
    Broken {
        place: Some(Place::At(SafeText::line(place))),
        fault,
    }
}

impl From<serde_json::Error> for Broken {
    fn from(error: serde_json::Error) -> Self {
        use serde_json::error::Category;
        let fault = match error.classify() {
            Category::Eof => JsonFault::Ends,
            Category::Data => JsonFault::Kind,
            Category::Syntax | Category::Io => JsonFault::Form,
        };
        Self {
            place: Some(Place::Line(
                error.line() as u64,
                error.column().max(1) as u64,
            )),
            fault,
        }
    }
}

/// Passes on what a server says when it refuses.
pub(super) fn of_server(bytes: &[u8]) -> Broken {
    let Ok(node) = whole::<Node>(bytes) else {
        return broken(JsonFault::NoTable);
    };
    let words = ["error", "title", "detail", "message"]
        .into_iter()
        .find_map(|word| node.get(word).text());
    match words {
        Some(words) => broken(JsonFault::Refused(SafeText::line(words.trim()))),
        None => broken(JsonFault::NoTable),
    }
}
