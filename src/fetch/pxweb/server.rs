//! Where a `PxWeb` server has what, and what it says that it allows.

use super::super::{
    pace::Pace,
    request::{self, Request},
    split::Limits,
};
use crate::{
    data::json::node::Node,
    text::{SafeText, Span},
};

/// A server and its version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Server {
    /// Version 1: a tree of levels below an address.
    One {
        /// The level or table that was named.
        base: String,
    },
    /// Version 2: one list of tables.
    Two {
        /// The address up to its version.
        base: String,
        /// The language of names and labels.
        lang: String,
    },
}

/// What a server says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// How much it answers at once.
    pub limits: Limits,
    /// How often it may be asked; none where it tells that in its headers.
    pub pace: Option<Pace>,
    /// The languages it has; empty where it does not say.
    pub languages: Vec<String>,
    /// How it wants to be cited, by language.
    pub cite: Vec<(String, SafeText)>,
}

/// Something that a list of a server names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What it is asked by.
    pub id: SafeText,
    /// What it is called.
    pub title: SafeText,
    /// From which period to which; may be empty.
    pub periods: SafeText,
    /// Whether it is a table, and no level with more below.
    pub is_table: bool,
}

impl Server {
    /// Tells the version by the address. None where it does not say.
    pub fn of(address: &str, lang: &str) -> Option<Self> {
        let (before, _) = address.split_once('?').unwrap_or((address, ""));
        let parts: Vec<&str> = before.split('/').collect();
        // The last one counts: `v2beta/api/v2`.
        let version = parts.iter().rposition(|part| version(part).is_some())?;
        match version_of(&parts, version) {
            1 => Some(Self::One {
                base: before.trim_end_matches('/').to_owned(),
            }),
            _ => Some(Self::Two {
                base: parts.get(..=version)?.join("/"),
                lang: lang.to_owned(),
            }),
        }
    }

    /// Returns the table that an address of version 2 names: `…/v2/tables/TAB6471/metadata`.
    pub fn table_in(address: &str) -> Option<&str> {
        let (_, rest) = address.split_once("/tables/")?;
        rest.split(['/', '?']).next().filter(|id| !id.is_empty())
    }

    /// Returns where a table or level lies; an empty name is the place itself.
    pub fn table(&self, table: &str) -> String {
        let path: Vec<String> = table
            .split('/')
            .filter(|part| !part.is_empty())
            .map(request::escape)
            .collect();
        match self {
            Self::One { base } if path.is_empty() => base.clone(),
            Self::One { base } => format!("{base}/{}", path.join("/")),
            Self::Two { base, .. } => format!("{base}/tables/{}", path.join("/")),
        }
    }

    /// Returns the question for what a table holds, or for what lies on a level.
    pub fn about(&self, table: &str) -> Request {
        match self {
            Self::One { .. } => Request::get(self.table(table)),
            Self::Two { lang, .. } => {
                Request::get(format!("{}/metadata?lang={lang}", self.table(table)))
            }
        }
    }

    /// Returns the question for tables with some words.
    pub fn search(&self, words: &str) -> Request {
        let words = request::escape(words);
        match self {
            Self::One { base } => Request::get(format!("{base}/?query={words}")),
            Self::Two { base, lang } => Request::get(format!(
                "{base}/tables?query={words}&pageSize={SHOWN}&lang={lang}"
            )),
        }
    }

    /// Returns the question for what the server allows. None where an address of version 1 has no language in it, under which it lies.
    pub fn config(&self) -> Option<Request> {
        match self {
            Self::One { base } => {
                let parts: Vec<&str> = base.split('/').collect();
                let from = parts.iter().rposition(|part| version(part).is_some())?;
                let is_lang = |part: &str| {
                    part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_lowercase())
                };
                let at = (from + 1..parts.len()).find(|at| is_lang(parts[*at]))?;
                Some(Request::get(format!(
                    "{}/?config",
                    parts.get(..=at)?.join("/")
                )))
            }
            Self::Two { base, .. } => Some(Request::get(format!("{base}/config"))),
        }
    }
}

/// How many tables of a search are shown.
const SHOWN: usize = 50;

/// Reads a part of an address as a version of the interface: `v0`, `v1`, `v2`, `v2beta`.
fn version(part: &str) -> Option<u8> {
    let rest = part.strip_prefix(['v', 'V'])?;
    let digit = rest.chars().next()?.to_digit(10)?;
    let after = rest.get(1..)?;
    (after.is_empty() || after.starts_with("beta")).then_some(digit as u8)
}

fn version_of(parts: &[&str], at: usize) -> u8 {
    match parts.get(at).and_then(|part| version(part)) {
        Some(0 | 1) => 1,
        _ => 2,
    }
}

impl Config {
    /// What is believed of a server that says nothing of itself.
    pub fn unknown() -> Self {
        Self {
            limits: Limits::UNKNOWN,
            pace: None,
            languages: Vec::new(),
            cite: Vec::new(),
        }
    }

    /// Reads what a server of either version says of itself; what it leaves out is unknown.
    pub(crate) fn read(node: &Node) -> Self {
        let number = |keys: &[&str]| {
            let found = keys.iter().find_map(|key| node.get(key).whole());
            found.filter(|number| *number > 0)
        };
        let values = number(&["maxValues"]);
        // Some old servers tell one limit only, and mean it for both.
        let cells = number(&["maxDataCells", "maxCells"]).or(values);
        let calls = number(&["maxCallsPerTimeWindow", "maxCalls"]);
        let pace = calls
            .zip(number(&["timeWindow"]))
            .map(|(calls, seconds)| Pace {
                calls: u32::try_from(calls).unwrap_or(u32::MAX),
                window: Span::seconds(i64::try_from(seconds).unwrap_or(i64::MAX)),
            });
        let text = |node: &Node, key: &str| node.get(key).words().into_owned();
        let languages = node.get("languages").list().iter();
        let cite = node.get("sourceReferences").list().iter();
        Self {
            limits: Limits {
                cells: cells.unwrap_or(Limits::UNKNOWN.cells),
                values: values.unwrap_or(usize::MAX),
            },
            pace,
            languages: languages.map(|one| text(one, "id")).collect(),
            cite: cite
                .map(|one| (text(one, "language"), SafeText::line(&text(one, "text"))))
                .collect(),
        }
    }
}

/// Reads a list: tables of version 2, a level of version 1, its databases. None where it is none; the number is how many there are in all.
pub(crate) fn listed(node: &Node) -> Option<(Vec<Listed>, usize)> {
    let text = |node: &Node, key: &str| SafeText::line(node.get(key).words().trim());
    if !node.get("tables").is_null() {
        let tables = node.get("tables").list().iter().map(|one| {
            let periods = match (text(one, "firstPeriod"), text(one, "lastPeriod")) {
                (first, last) if first == last => first,
                (first, last) => SafeText::line(&format!("{first}–{last}")),
            };
            Listed {
                id: text(one, "id"),
                title: text(one, "label"),
                periods,
                is_table: true,
            }
        });
        let tables: Vec<Listed> = tables.collect();
        let all = node.get("page").get("totalElements").whole();
        let all = all.unwrap_or(tables.len());
        return Some((tables, all));
    }
    let Node::List(rows) = node else { return None };
    let rows: Vec<Listed> = rows
        .iter()
        .map(|one| {
            let path = text(one, "path");
            let id = match (text(one, "id"), text(one, "dbid")) {
                (id, dbid) if id.is_empty() => dbid,
                (id, _) => id,
            };
            // A search of version 1 tells the level apart from the table.
            let id = if path.is_empty() || path == "/" {
                id
            } else {
                SafeText::line(&format!("{}/{id}", path.trim_matches('/')))
            };
            let html = match text(one, "text") {
                text if text.is_empty() => one.get("title").words().into_owned(),
                text => text.into_string(),
            };
            Listed {
                is_table: one.get("type").text() == Some("t") || !one.get("title").is_null(),
                id,
                title: SafeText::line(&without_tags(&html)),
                periods: SafeText::default(),
            }
        })
        .filter(|one| !one.id.is_empty())
        .collect();
    let count = rows.len();
    Some((rows, count))
}

/// Names of levels hold pieces of web pages on some servers.
fn without_tags(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            _ if inside => {}
            _ => out.push(c),
        }
    }
    // A lone "<" is no tag: "ålder < 20".
    if inside { html.to_owned() } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::json::node::parse;

    #[test]
    fn the_version_stands_in_the_address() {
        let one = |base: &str| {
            Some(Server::One {
                base: base.to_owned(),
            })
        };
        let two = |base: &str| {
            Some(Server::Two {
                base: base.to_owned(),
                lang: "sv".to_owned(),
            })
        };
        for (address, server, config) in [
            (
                "https://api.scb.se/OV0104/v1/doris/sv/ssd",
                one("https://api.scb.se/OV0104/v1/doris/sv/ssd"),
                Some("https://api.scb.se/OV0104/v1/doris/sv/?config"),
            ),
            (
                "http://fohm-app.folkhalsomyndigheten.se/Folkhalsodata/api/v1/sv/A_Folkhalsodata/",
                one(
                    "http://fohm-app.folkhalsomyndigheten.se/Folkhalsodata/api/v1/sv/A_Folkhalsodata",
                ),
                Some("http://fohm-app.folkhalsomyndigheten.se/Folkhalsodata/api/v1/sv/?config"),
            ),
            (
                "https://data.ssb.no/api/v0/no/table/07459",
                one("https://data.ssb.no/api/v0/no/table/07459"),
                Some("https://data.ssb.no/api/v0/no/?config"),
            ),
            (
                "https://statistikdatabasen.scb.se/api/v2/tables/TAB6471/data?lang=sv",
                two("https://statistikdatabasen.scb.se/api/v2"),
                Some("https://statistikdatabasen.scb.se/api/v2/config"),
            ),
            (
                "https://api.scb.se/ov0104/v2beta/api/v2",
                two("https://api.scb.se/ov0104/v2beta/api/v2"),
                Some("https://api.scb.se/ov0104/v2beta/api/v2/config"),
            ),
            (
                "https://x.se/api/v1/table",
                one("https://x.se/api/v1/table"),
                None,
            ),
            ("https://x.se/pxweb", None, None),
        ] {
            let found = Server::of(address, "sv");
            assert_eq!(found, server, "{address}");
            let asked = found.and_then(|server| server.config());
            assert_eq!(asked.map(|asked| asked.url).as_deref(), config, "{address}");
        }
        let table = Server::table_in("https://x/api/v2/tables/TAB1/data?x");
        assert_eq!(table, Some("TAB1"));
        assert_eq!(Server::table_in("https://x/api/v2/tables?query=x"), None);
    }

    #[test]
    fn what_a_server_allows_is_read_and_never_known_beforehand() {
        let read = |body: &str| Config::read(&parse(body.as_bytes()).unwrap());
        let one = read(
            r#"{"maxValues":110000,"maxCells":150000,"maxCalls":30,"timeWindow":10,"CORS":true}"#,
        );
        assert_eq!((one.limits.cells, one.limits.values), (150_000, 110_000));
        let pace = Pace {
            calls: 30,
            window: Span::seconds(10),
        };
        assert_eq!(one.pace, Some(pace));
        assert_eq!(read(r#"{"maxValues":1000}"#).limits.cells, 1000);
        let headers = read(r#"{"maxDataCells":800000,"maxCallsPerTimeWindow":0,"timeWindow":0}"#);
        assert_eq!((headers.limits.cells, headers.pace), (800_000, None));
        assert_eq!(read("[]").limits.cells, Limits::UNKNOWN.cells);
    }

    #[test]
    fn lists_of_every_version_are_read() {
        let listed = |body: &str| listed(&parse(body.as_bytes()).unwrap());
        let (tables, all) = listed(
            r#"{"tables":[{"id":"TAB1","label":"Folk","firstPeriod":"1968","lastPeriod":"2024"}],"page":{"totalElements":4246}}"#,
        )
        .unwrap();
        assert_eq!((tables[0].periods.as_str(), all), ("1968–2024", 4246));
        let (levels, _) = listed(
            r#"[{"id":"BE","type":"l","text":"<b>Befolkning</b>"},{"id":"T","type":"t","text":"a < b"},{"dbid":"ssd","text":"SSD"}]"#,
        )
        .unwrap();
        assert_eq!(levels[0].title, "Befolkning");
        assert!(!levels[0].is_table && levels[1].is_table);
        assert_eq!(
            (levels[1].title.as_str(), levels[2].id.as_str()),
            ("a < b", "ssd")
        );
        let (found, _) =
            listed(r#"[{"id":"07459","path":"/be/folk","title":"Population"}]"#).unwrap();
        assert_eq!(found[0].id, "be/folk/07459");
        assert_eq!(listed(r#"{"title":"x"}"#), None);
    }
}
