//! Offices of statistics on this machine: what was recorded of the real ones where it is at hand, else small answers of the same shape.

use std::{fs, path::Path};

use serde_json::{Value, json};

use super::server::{Asked, Reply, json as good, no};

/// Reads what was recorded; none where it is not at hand.
#[expect(
    clippy::disallowed_methods,
    reason = "reads recordings, not a user's file"
)]
pub(crate) fn recorded(path: &str) -> Option<String> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let folder = std::env::var_os("SAMTAL_DATA_FILES").map_or(beside, Into::into);
    fs::read_to_string(folder.join(path)).ok()
}

/// SCB, version 2: its recorded settings, list, search and description; figures are made of the codes that are asked for.
pub(crate) fn scb(asked: &Asked) -> Reply {
    let path = asked.path.as_str();
    if path.ends_with("/config") {
        // The most cells are few, so that a table comes in pieces.
        let config = recorded("pxweb-v2-scb/config.json").unwrap_or_else(|| SETTINGS.to_owned());
        return good(config.replace("150000", "60"));
    }
    if path.contains("/tables?query=") {
        return good(recorded("pxweb-v2-scb/search.json").unwrap_or_else(|| SEARCH.to_owned()));
    }
    if path.contains("/tables/TAB6471/metadata") {
        let about = recorded("pxweb-v2-scb/TAB6471_metadata.json");
        return good(about.unwrap_or_else(|| ABOUT.to_owned()));
    }
    if !path.contains("/tables/TAB6471/data") {
        return no(
            404,
            r#"{"type":"Parameter error","title":"Non-existent table","status":404}"#,
        );
    }
    let query = path.split_once('?').map_or("", |(_, query)| query);
    let chosen: Vec<(String, Vec<String>)> = query
        .split('&')
        .filter_map(|part| part.strip_prefix("valueCodes%5B"))
        .filter_map(|part| part.split_once("%5D="))
        .map(|(code, values)| {
            (
                code.to_owned(),
                values.split(',').map(str::to_owned).collect(),
            )
        })
        .collect();
    figures(&chosen, 60)
}

/// Makes figures that tell what they are about: the sum of the digits of all codes.
fn figures(chosen: &[(String, Vec<String>)], most: usize) -> Reply {
    let mut values = vec![0];
    let digits = |code: &str| code.chars().filter_map(|c| c.to_digit(10)).sum::<u32>();
    for (_, codes) in chosen {
        values = values
            .iter()
            .flat_map(|value| codes.iter().map(move |code| value + digits(code)))
            .collect();
    }
    if values.len() > most {
        return no(
            400,
            r#"{"type":"Parameter error","title":"Too many cells selected","status":400}"#,
        );
    }
    let dimensions: serde_json::Map<String, Value> = chosen
        .iter()
        .map(|(code, codes)| {
            (
                code.clone(),
                json!({ "label": code, "category": { "index": codes } }),
            )
        })
        .collect();
    let ids: Vec<&str> = chosen.iter().map(|(code, _)| code.as_str()).collect();
    let sizes: Vec<usize> = chosen.iter().map(|(_, codes)| codes.len()).collect();
    let set = json!({ "version": "2.0", "class": "dataset", "label": "Folkmängden per månad", "source": "SCB",
        "note": ["Skyddad med Cell Key Method (CKM)."], "id": ids, "size": sizes, "dimension": dimensions,
        "role": { "time": ["Tid"], "metric": ["ContentsCode"] }, "value": values });
    good(set.to_string())
}

/// Kolada, version 3: the recorded figures and titles, those that are asked for, ten rows a page.
pub(crate) fn kolada(asked: &Asked) -> Reply {
    let (path, query) = asked.path.split_once('?').unwrap_or((&asked.path, ""));
    let parts: Vec<&str> = path.split('/').collect();
    let kpis =
        recorded("kolada-reconstructed/v2_kpi_metadata_29.json").unwrap_or_else(|| KPIS.to_owned());
    let kpis: Value = serde_json::from_str(&kpis).expect("it is JSON");
    let all = kpis["values"].as_array().expect("a list").clone();
    match parts.as_slice() {
        ["", "v3", "kpi"] => {
            let word = query
                .split('&')
                .find_map(|part| part.strip_prefix("title="));
            let word = word.unwrap_or_default().to_lowercase();
            let has = |kpi: &&Value| {
                kpi["title"]
                    .as_str()
                    .is_some_and(|t| t.to_lowercase().contains(&word))
            };
            let found: Vec<Value> = all.iter().filter(has).cloned().collect();
            good(json!({ "values": found, "count": found.len(), "next_url": null }).to_string())
        }
        ["", "v3", "kpi", ids] => {
            let has = |kpi: &&Value| ids.split(',').any(|id| kpi["id"] == id);
            let found: Vec<Value> = all.iter().filter(has).cloned().collect();
            good(json!({ "values": found, "count": found.len() }).to_string())
        }
        [
            "",
            "v3",
            "data",
            "kpi",
            ids,
            "municipality",
            places,
            rest @ ..,
        ] => {
            let years = rest.get(1).copied().unwrap_or("2021,2022,2023");
            let mut rows = Vec::new();
            for kpi in ids.split(',') {
                for place in places.split(',') {
                    for year in years.split(',') {
                        rows.extend(row(kpi, place, year));
                    }
                }
            }
            let page: usize = query
                .split("&page=")
                .nth(1)
                .and_then(|page| page.parse().ok())
                .unwrap_or(1);
            let next = (rows.len() > page * PAGE).then(|| {
                format!(
                    "http://{}{path}?per_page=5000&page={}",
                    asked.header("host"),
                    page + 1
                )
            });
            let rows: Vec<Value> = rows
                .into_iter()
                .skip((page - 1) * PAGE)
                .take(PAGE)
                .collect();
            good(json!({ "values": rows, "count": rows.len(), "next_url": next }).to_string())
        }
        _ => no(404, r#"{"detail":"Not Found"}"#),
    }
}

const PAGE: usize = 10;

/// Returns a row: of sport the recorded one, of the rest one that tells what it is about; nothing in the future.
fn row(kpi: &str, place: &str, year: &str) -> Option<Value> {
    if kpi == "U09800" {
        let sport: Option<Value> = recorded("kolada-reconstructed/v3_U09800_sthlm.json")
            .and_then(|text| serde_json::from_str(&text).ok());
        if let Some(sport) = sport {
            let rows = sport["values"].as_array().expect("a list");
            let year: u32 = year.parse().ok()?;
            let is = |row: &&Value| row["municipality"] == place && row["period"] == year;
            return rows.iter().find(is).cloned();
        }
    }
    let number: u32 = year.parse().ok().filter(|year| *year <= 2024)?;
    let value = f64::from(number - 1980) + 0.25;
    let values = ["K", "M", "T"]
        .map(|sex| json!({ "gender": sex, "value": value, "status": "", "count": 1 }));
    Some(json!({ "kpi": kpi, "municipality": place, "period": number, "values": values }))
}

const SETTINGS: &str = r#"{"apiVersion":"2.2.0","languages":[{"id":"en"},{"id":"sv"}],"maxDataCells":150000,
    "maxCallsPerTimeWindow":3,"timeWindow":1,"sourceReferences":[{"language":"sv","text":"Källa: SCB"}]}"#;

const SEARCH: &str = r#"{"tables":[{"id":"TAB4552","label":"Befolkningens anslutning till kommunalt vatten och avlopp. År 1960-2024",
    "firstPeriod":"1960","lastPeriod":"2024"}],"page":{"totalElements":10}}"#;

const ABOUT: &str = r#"{"version":"2.0","class":"dataset","label":"Folkmängden per månad efter region, ålder och kön.  År 2025M01-2026M04",
    "source":"SCB","id":["Region","Alder","Kon","ContentsCode","Tid"],"size":[2,3,3,1,3],
    "role":{"time":["Tid"],"metric":["ContentsCode"]},"dimension":{
    "Region":{"label":"region","category":{"index":{"0136":0,"0180":1},"label":{"0136":"Haninge","0180":"Stockholm"}}},
    "Alder":{"label":"ålder","category":{"index":{"13":0,"14":1,"15":2},"label":{"13":"13 år","14":"14 år","15":"15 år"}},"extension":{"elimination":true}},
    "Kon":{"label":"kön","category":{"index":{"1":0,"2":1,"1+2":2},"label":{"1":"män","2":"kvinnor","1+2":"totalt"}},"extension":{"elimination":true}},
    "ContentsCode":{"label":"tabellinnehåll","category":{"index":{"N1":0},"label":{"N1":"Folkmängd"}}},
    "Tid":{"label":"månad","category":{"index":{"2025M01":0,"2025M02":1,"2026M01":2},"label":{"2025M01":"2025M01"}}}}}"#;

const KPIS: &str = r#"{"count":3,"values":[
    {"id":"N15428","title":"Elever i åk 9 som är behöriga till yrkesprogram, hemkommun, andel (%)","description":"Källa: SCB."},
    {"id":"U09800","title":"Deltagartillfällen i idrottsföreningar, antal/inv 7-20 år","description":""},
    {"id":"N15030","title":"Lärare med pedagogisk högskoleexamen i grundskola åk 1-9, lägeskommun, andel (%)","description":""}]}"#;
