//! `PxWeb`, the server of SCB and many other offices of statistics: version 1 (a tree of levels, questions posted) and version 2 (one list of
//! tables, questions in the address).

/// What a table holds.
pub mod about;
/// Which of it is wanted.
pub mod pick;
/// Where a server has what, and what it allows.
pub mod server;

use std::fmt::Write as _;

use serde_json::json;

use self::{pick::Chosen, server::Server};
use super::request::{self, MAX_ADDRESS, Request};

/// SCB's own server, version 2.
pub const SCB: &str = "https://statistikdatabasen.scb.se/api/v2";

/// In which form a server of version 1 is asked to write figures; version 2 always knows JSON-stat.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// JSON-stat, with the names of everything.
    #[default]
    Stat,
    /// The form that servers had before: codes alone.
    Codes,
}

impl Form {
    /// Returns the word that servers know it by.
    const fn word(self) -> &'static str {
        match self {
            Self::Stat => "json-stat2",
            Self::Codes => "json",
        }
    }
}

/// Returns the question for the figures of a choice. One whose address would be too long is posted.
pub fn figures(server: &Server, table: &str, chosen: &[Chosen], form: Form) -> Request {
    match server {
        Server::One { .. } => Request::post(server.table(table), body_one(chosen, form)),
        Server::Two { lang, .. } => {
            let base = format!(
                "{}/data?lang={lang}&outputFormat=json-stat2",
                server.table(table)
            );
            let mut url = base.clone();
            for one in chosen {
                let values: Vec<String> = one.values.iter().map(|v| request::escape(v)).collect();
                let name = request::escape(&one.code);
                let _always = write!(url, "&valueCodes%5B{name}%5D={}", values.join(","));
            }
            // In an address these would be taken for expressions, or for two values.
            let signs = |value: &String| value.contains([',', '*', '?', '(', '[']);
            let odd = chosen.iter().flat_map(|one| &one.values).any(signs);
            if odd || url.len() > MAX_ADDRESS {
                Request::post(base, body_two(chosen))
            } else {
                Request::get(url)
            }
        }
    }
}

fn body_one(chosen: &[Chosen], form: Form) -> String {
    let query: Vec<_> = chosen
        .iter()
        .map(|one| {
            json!({ "code": one.code, "selection": { "filter": "item", "values": one.values } })
        })
        .collect();
    json!({ "query": query, "response": { "format": form.word() } }).to_string()
}

fn body_two(chosen: &[Chosen]) -> String {
    let selection: Vec<_> = chosen
        .iter()
        .map(|one| json!({ "variableCode": one.code, "valueCodes": one.values }))
        .collect();
    json!({ "selection": selection }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(code: &str, values: &[&str]) -> Chosen {
        Chosen {
            code: code.to_owned(),
            values: values.iter().map(|value| (*value).to_owned()).collect(),
        }
    }

    #[test]
    fn version_1_is_posted_and_version_2_asked_in_the_address() {
        let pick = [
            chosen("Region", &["0136"]),
            chosen("Tid", &["2023", "2024"]),
        ];
        let one = Server::of("https://api.scb.se/OV0104/v1/doris/sv/ssd", "sv").unwrap();
        let asked = figures(&one, "BE/BE0101/BE0101A/BefolkningNy", &pick, Form::Stat);
        assert_eq!(
            asked.url,
            "https://api.scb.se/OV0104/v1/doris/sv/ssd/BE/BE0101/BE0101A/BefolkningNy"
        );
        assert_eq!(
            asked.body.as_deref(),
            Some(
                r#"{"query":[{"code":"Region","selection":{"filter":"item","values":["0136"]}},{"code":"Tid","selection":{"filter":"item","values":["2023","2024"]}}],"response":{"format":"json-stat2"}}"#
            )
        );
        let two = Server::of(SCB, "sv").unwrap();
        assert_eq!(
            figures(&two, "TAB6471", &pick, Form::Stat),
            Request::get(
                "https://statistikdatabasen.scb.se/api/v2/tables/TAB6471/data?lang=sv&outputFormat=json-stat2&valueCodes%5BRegion%5D=0136&valueCodes%5BTid%5D=2023,2024"
            )
        );
    }

    #[test]
    fn an_address_that_is_too_long_or_odd_is_posted() {
        let two = Server::of(SCB, "sv").unwrap();
        let many: Vec<String> = (0..700).map(|at| format!("{at:04}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let asked = figures(&two, "TAB1", &[chosen("Region", &many)], Form::Stat);
        assert!(
            asked
                .url
                .ends_with("/tables/TAB1/data?lang=sv&outputFormat=json-stat2")
        );
        assert!(
            asked
                .body
                .unwrap()
                .starts_with(r#"{"selection":[{"valueCodes":["0000","#)
        );
        let odd = figures(&two, "TAB1", &[chosen("Alder", &["1,5"])], Form::Stat);
        assert!(odd.body.is_some());
        for count in 1..700 {
            let asked = figures(
                &two,
                "TAB1",
                &[chosen("Region", &many[..count])],
                Form::Stat,
            );
            assert!(asked.url.len() <= MAX_ADDRESS);
        }
    }
}
