//! Kolada, version 3: indicators of municipalities and regions by year and sex (<https://api.kolada.se/v3>).
//!
//! Documented: at most 25 ids in a segment of an address, years too; pages of at most 5000 rows, with the next in `next_url`; no key. An
//! unknown id gives no rows and no error. The figures may be used by anybody who cites Kolada.

use super::{
    pace::Pace,
    request::{self, Request},
    split,
};
use crate::{
    data::{
        Table,
        json::node::Node,
        municipality::{self, COUNTRY},
        table::{Note, Role},
    },
    text::{SafeText, Span},
};

/// Where it is.
pub const SERVER: &str = "https://api.kolada.se/v3";
/// Who is cited.
pub const SOURCE: &str = "Kolada";
/// No figure is published; its other clients keep to five questions a second.
pub const PACE: Pace = Pace {
    calls: 5,
    window: Span::seconds(1),
};
/// The most ids in one segment of an address.
const MOST_IDS: usize = 25;
/// The most rows of a page.
const PER_PAGE: usize = 5000;
/// The most pages that are followed; a question of 25 × 25 × 25 makes four.
pub const MOST_PAGES: usize = 100;

/// Which figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// The indicators, `N15428`.
    pub kpis: Vec<String>,
    /// The codes of municipalities or regions, `0136`.
    pub places: Vec<String>,
    /// The years; none for all there are.
    pub years: Vec<u16>,
}

/// An indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kpi {
    /// `N15428`.
    pub id: SafeText,
    /// Its title, with the unit in it.
    pub title: SafeText,
    /// What it is, at length.
    pub description: SafeText,
    /// The latest year or term that is published; may be empty.
    pub period: SafeText,
}

/// Says whether a word looks like an indicator's id: a letter and five digits.
pub fn is_kpi(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(|c| c.is_ascii_alphabetic())
        && word.len() == 6
        && chars.all(|c| c.is_ascii_digit())
}

/// Returns the questions for figures, each within the limits.
pub fn figures(server: &str, ask: &Ask) -> Vec<Request> {
    let years: Vec<String> = ask.years.iter().map(u16::to_string).collect();
    let mut requests = Vec::new();
    for kpis in split::groups(&ask.kpis, MOST_IDS) {
        for places in split::groups(&ask.places, MOST_IDS) {
            for years in split::groups(&years, MOST_IDS) {
                let mut url = format!(
                    "{server}/data/kpi/{}/municipality/{}",
                    request::escape(&kpis.join(",")),
                    request::escape(&places.join(","))
                );
                if !years.is_empty() {
                    url.push_str("/year/");
                    url.push_str(&years.join(","));
                }
                requests.push(Request::get(format!("{url}?per_page={PER_PAGE}")));
            }
        }
    }
    requests
}

/// Returns the questions for what indicators are about.
pub fn about(server: &str, kpis: &[String]) -> Vec<Request> {
    split::groups(kpis, MOST_IDS)
        .iter()
        .map(|kpis| Request::get(format!("{server}/kpi/{}", request::escape(&kpis.join(",")))))
        .collect()
}

/// Returns the question for indicators with a word in their title: the longest one, since a server may take several for one phrase.
/// [`matching`] looks for the others.
pub fn search(server: &str, words: &[String]) -> Request {
    let longest = words.iter().max_by_key(|word| word.chars().count());
    let word = longest.map_or("", String::as_str);
    Request::get(format!(
        "{server}/kpi?title={}&per_page={PER_PAGE}",
        request::escape(word)
    ))
}

/// Keeps the indicators that have every word in their title or description.
pub fn matching(kpis: Vec<Kpi>, words: &[String]) -> Vec<Kpi> {
    let words: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let has = |kpi: &Kpi| {
        let said = format!("{} {}", kpi.title, kpi.description).to_lowercase();
        words.iter().all(|word| said.contains(word.as_str()))
    };
    kpis.into_iter().filter(has).collect()
}

/// Reads indicators out of an answer.
pub(super) fn kpis(answer: &Node) -> Vec<Kpi> {
    let line = |node: &Node, key: &str| SafeText::line(node.get(key).words().trim());
    // Some answers to a question for one thing are the thing itself.
    let one = std::slice::from_ref(answer);
    let list = match answer.get("values") {
        Node::Null if !answer.get("id").is_null() => one,
        values => values.list(),
    };
    list.iter()
        .map(|node| Kpi {
            id: line(node, "id"),
            title: line(node, "title"),
            description: line(node, "description"),
            period: line(node, "publ_period"),
        })
        .filter(|kpi| !kpi.id.is_empty())
        .collect()
}

/// Returns the address of the next page, or none at the end. A page without rows is the end whatever it says.
pub(super) fn next(answer: &Node) -> Option<&str> {
    if answer.get("values").list().is_empty() {
        return None;
    }
    ["next_url", "next_page"]
        .iter()
        .find_map(|key| answer.get(key).text())
        .filter(|next| !next.is_empty())
}

/// Gives a table the names that its figures come without: indicators with their unit, municipalities, title.
pub fn name(table: &mut Table, kpis: &[Kpi]) {
    let mut notes = Vec::new();
    for measure in &mut table.measures {
        let Some(kpi) = kpis.iter().find(|kpi| kpi.id == measure.code) else {
            continue;
        };
        measure.name = kpi.title.clone();
        measure.unit = SafeText::line(&unit(&kpi.title));
        if !kpi.description.is_empty() {
            notes.push(Note {
                text: kpi.description.clone(),
                about: measure.code.clone(),
                must_show: false,
            });
        }
    }
    let known = |code: &str| {
        let mut all = municipality::all().chain([COUNTRY]);
        all.find(|one| one.code == code).map(|one| one.name)
    };
    for dimension in &mut table.dimensions {
        if dimension.role == Role::Place {
            for label in &mut dimension.labels {
                if let Some(name) = known(&label.code) {
                    label.text = SafeText::line(name);
                }
            }
        }
    }
    if let [measure] = table.measures.as_slice() {
        table.title = measure.name.clone();
    }
    // What a page says of the next one is no longer so when all are put together.
    table.notes.retain(|note| note.about != "next_url");
    table.notes.extend(notes);
}

/// Finds the unit in an indicator's title, where Kolada has it: `andel (%)`, `(kr/inv)`, `antal/1000 inv 0-18 år`.
fn unit(title: &str) -> String {
    // "(-2021)" at the end tells when it ended, and "(%)." has a full stop.
    let mut rest = title.trim().trim_end_matches('.').trim_end();
    let mut bracket = "";
    while let Some((before, inside)) = rest
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('))
    {
        rest = before.trim_end().trim_end_matches('.').trim_end();
        let ended = inside.starts_with('-') && inside.ends_with(|c: char| c.is_ascii_digit());
        if !ended {
            bracket = inside.trim();
            break;
        }
    }
    if bracket == "%" {
        let share = rest.to_lowercase().contains("andel");
        return if share { "andel %" } else { "%" }.to_owned();
    }
    let last = rest.rsplit(',').next().unwrap_or_default().trim();
    if last.to_lowercase().starts_with("antal") {
        return last.to_owned();
    }
    bracket.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::json::{node::parse, of_bytes};

    fn ids(count: usize, letter: &str) -> Vec<String> {
        (0..count).map(|at| format!("{letter}{at:05}")).collect()
    }

    #[test]
    fn no_segment_has_more_than_25_ids() {
        let ask = Ask {
            kpis: ids(30, "N"),
            places: ids(26, ""),
            years: (1990..2024).collect(),
        };
        let requests = figures(SERVER, &ask);
        assert_eq!(requests.len(), 2 * 2 * 2);
        let mut seen = std::collections::BTreeSet::new();
        for request in &requests {
            let path = request.url.strip_prefix(SERVER).unwrap();
            let (path, query) = path.split_once('?').unwrap();
            assert_eq!(query, "per_page=5000");
            let parts: Vec<Vec<&str>> = path
                .split('/')
                .map(|part| part.split(',').collect())
                .collect();
            assert!(parts.iter().all(|part| part.len() <= 25));
            for kpi in &parts[3] {
                for place in &parts[5] {
                    for year in &parts[7] {
                        assert!(seen.insert(format!("{kpi} {place} {year}")));
                    }
                }
            }
        }
        assert_eq!(seen.len(), 30 * 26 * 34);
        let all_years = Ask {
            kpis: vec!["N15428".into()],
            places: vec!["0136".into()],
            years: Vec::new(),
        };
        assert_eq!(
            figures(SERVER, &all_years),
            [Request::get(
                "https://api.kolada.se/v3/data/kpi/N15428/municipality/0136?per_page=5000"
            )]
        );
        assert_eq!(about(SERVER, &ids(51, "N")).len(), 3);
    }

    #[test]
    fn pages_end_as_every_version_ends_them() {
        let next = |body: &str| next(&parse(body.as_bytes()).unwrap()).map(str::to_owned);
        assert_eq!(
            next(r#"{"values":[1],"next_url":"u"}"#).as_deref(),
            Some("u")
        );
        assert_eq!(
            next(r#"{"values":[1],"next_page":"u"}"#).as_deref(),
            Some("u")
        );
        for end in [
            r#"{"values":[1],"next_url":null}"#,
            r#"{"values":[1],"next_url":""}"#,
            r#"{"values":[1]}"#,
            r#"{"values":[],"next_url":"u"}"#,
        ] {
            assert_eq!(next(end), None, "{end}");
        }
    }

    #[test]
    fn the_unit_stands_in_the_title() {
        for (title, found) in [
            (
                "Elever i åk 9 som är behöriga till yrkesprogram, hemkommun, andel (%)",
                "andel %",
            ),
            (
                "Elever i åk 5: Trygg? Andel som svarat \"Helt\", (%)",
                "andel %",
            ),
            ("Jag är nöjd, positiva svar, andel (%). (-2021)", "andel %"),
            (
                "Aktivitetstillfällen för barn, antal/1000 inv 0-18 år",
                "antal/1000 inv 0-18 år",
            ),
            ("Kostnad förskola (kr/inv)", "kr/inv"),
            ("Invånare totalt, antal", "antal"),
            ("Arbetslöshet (%)", "%"),
            ("Medelmeritvärde", ""),
        ] {
            assert_eq!(unit(title), found, "{title}");
        }
    }

    #[test]
    fn figures_get_their_names() {
        let body = br#"{"values":[{"kpi":"N15428","municipality":"0136","period":2023,
            "values":[{"gender":"T","value":77.5,"status":"","count":1}]}],"next_url":null}"#;
        let mut tables = of_bytes(body, &SafeText::default()).unwrap();
        let about = parse(
            br#"{"values":[{"id":"N15428","title":"Elever, andel (%)","description":"Hur. K\u00e4lla: SCB."}]}"#,
        );
        name(&mut tables[0], &kpis(&about.unwrap()));
        let table = &tables[0];
        assert_eq!(
            (table.title.as_str(), table.source.as_str()),
            ("Elever, andel (%)", "Kolada")
        );
        assert_eq!(table.measures[0].unit, "andel %");
        assert_eq!(table.dimensions[0].labels[0].text, "Haninge");
        assert_eq!(table.notes[0].about, "N15428");
    }

    #[test]
    fn every_word_of_a_search_counts() {
        let words = ["elever".to_owned(), "behöriga".to_owned(), "åk".to_owned()];
        assert_eq!(
            search(SERVER, &words).url,
            "https://api.kolada.se/v3/kpi?title=beh%C3%B6riga&per_page=5000"
        );
        let kpi = |title: &str| Kpi {
            title: title.into(),
            ..Kpi::default()
        };
        let found = matching(
            vec![kpi("Elever i åk 9, behöriga"), kpi("Behöriga lärare")],
            &words,
        );
        assert_eq!(found.len(), 1);
        assert!(is_kpi("N15428") && is_kpi("u09800"));
        assert!(!is_kpi("elever") && !is_kpi("N1542") && !is_kpi("åk1234"));
    }
}
