//! Small servers that work as `PxWeb` and Kolada do, with their limits.

use super::*;
use crate::{
    data::table::CellRef,
    fetch::{
        Answer, Broken,
        cache::Cache,
        client::{Manner, tests::answer},
        pxweb::pick::Wish,
        years::Years,
    },
    store::ModelDisk,
    text::{Lang, Span, Texts},
};

/// A server that answers as a function does.
struct Acting<F> {
    act: F,
    asked: Vec<Request>,
    now: Moment,
}

impl<F: FnMut(&Request) -> Result<Answer, Broken>> Transport for Acting<F> {
    fn send(&mut self, request: &Request) -> Result<Answer, Broken> {
        self.asked.push(request.clone());
        (self.act)(request)
    }

    fn now(&self) -> Moment {
        self.now
    }

    fn wait(&mut self, span: Span) -> Result<(), Broken> {
        self.now = self.now + span;
        Ok(())
    }

    fn chance(&mut self) -> f64 {
        0.5
    }
}

fn acting<F: FnMut(&Request) -> Result<Answer, Broken>>(act: F) -> Acting<F> {
    Acting {
        act,
        asked: Vec::new(),
        now: Moment(0),
    }
}

fn cache() -> Cache<ModelDisk> {
    Cache::new(ModelDisk::new(1), PathBuf::from("/c"))
}

/// A table of four places, three ages and three years, as version 1 tells of it.
const ABOUT: &str = r#"{"title":"Folk","variables":[
    {"code":"Region","text":"region","values":["0136","0180","0643","1280"],"valueTexts":["Haninge","Stockholm","Habo","Malmö"]},
    {"code":"Alder","text":"ålder","values":["13","14","15"],"valueTexts":["13 år","14 år","15 år"]},
    {"code":"Tid","text":"år","values":["2021","2022","2023"],"valueTexts":["2021","2022","2023"],"time":true}]}"#;

/// Answers a question of version 1 with figures, or refuses it over so many cells.
fn office(request: &Request, most: usize) -> Result<Answer, Broken> {
    let Some(body) = &request.body else {
        return answer(200, ABOUT);
    };
    let body = json::node::parse(body.as_bytes()).unwrap();
    let mut dimensions = serde_json::Map::new();
    let (mut ids, mut sizes) = (Vec::new(), Vec::new());
    let mut cells = vec![0.0];
    for part in body.get("query").list() {
        let values = part.get("selection").get("values").list();
        let codes: Vec<String> = values
            .iter()
            .map(|value| value.words().into_owned())
            .collect();
        ids.push(part.get("code").words().into_owned());
        sizes.push(codes.len());
        cells = cells
            .iter()
            .flat_map(|cell| {
                codes
                    .iter()
                    .map(move |code| cell * 10_000.0 + code.parse::<f64>().unwrap())
            })
            .collect();
        let category = serde_json::json!({ "category": { "index": codes } });
        dimensions.insert(part.get("code").words().into_owned(), category);
    }
    if cells.len() > most {
        return answer(403, r#"{"error":"Too many values selected"}"#);
    }
    let set = serde_json::json!({
        "class": "dataset", "version": "2.0", "id": ids, "size": sizes, "label": "Folk",
        "dimension": dimensions, "value": cells,
    });
    answer(200, &set.to_string())
}

#[test]
fn a_table_comes_whole_however_little_a_server_gives_at_once() {
    let server = Server::of("https://x.se/api/v1/sv/ssd", "sv").unwrap();
    let mut whole = None;
    // The server says 12 cells, and allows fewer.
    for most in [100, 12, 5, 1] {
        let mut outside = acting(move |request: &Request| {
            if request.url.ends_with("?config") {
                return answer(
                    200,
                    r#"{"maxCells":12,"maxValues":100,"maxCalls":10,"timeWindow":1}"#,
                );
            }
            office(request, most)
        });
        let mut watch = |_| {};
        let mut client = Client::new(&mut outside, cache(), Manner::Polite, &mut watch);
        let config = config(&mut client, &server).unwrap();
        assert_eq!(config.limits.cells, 12);
        let There::Table(about) = about(&mut client, &server, "BE/T1").unwrap() else {
            panic!("it is a table")
        };
        let chosen = pick::pick(&about, &Wish::default()).unwrap();
        let brought = pxweb(&mut client, &server, "BE/T1", &chosen, config.limits).unwrap();
        assert!(brought.answers.len() >= 36_usize.div_ceil(most.min(12)));
        let cell = brought.table.cell(&[2, 1, 2], 0);
        assert_eq!(
            cell,
            Some(CellRef::Value(643.0 * 1e8 + 14.0 * 1e4 + 2023.0))
        );
        assert_eq!(brought.table.cells.len(), 36);
        let table = whole.get_or_insert_with(|| brought.table.clone());
        assert_eq!(*table, brought.table);
        let again = json::of_bytes(&brought.file(), &"BE/T1".into()).unwrap();
        assert_eq!(again[0].cells, brought.table.cells);
    }
}

#[test]
fn an_answer_that_says_everything_is_written_as_it_came() {
    let server = Server::of("https://x.se/api/v1/sv/ssd", "sv").unwrap();
    let mut outside = acting(|request: &Request| office(request, 100));
    let mut watch = |_| {};
    let mut client = Client::new(&mut outside, cache(), Manner::Polite, &mut watch);
    let There::Table(about) = about(&mut client, &server, "T1").unwrap() else {
        panic!("it is a table")
    };
    let wish = Wish {
        years: Some(Years::span(2022, 2023)),
        ..Wish::default()
    };
    let chosen = pick::pick(&about, &wish).unwrap();
    let limits = Limits {
        cells: 100,
        values: 100,
    };
    let brought = pxweb(&mut client, &server, "T1", &chosen, limits).unwrap();
    assert_eq!(brought.file(), brought.answers[0].body);
    assert_eq!(brought.table.cells.len(), 24);
}

#[test]
fn a_refusal_that_is_not_about_size_is_told() {
    let server = Server::of("https://x.se/api/v2", "sv").unwrap();
    let mut outside = acting(|_: &Request| {
        answer(
            400,
            r#"{"type":"Parameter error","title":"Non-existent value","status":400}"#,
        )
    });
    let mut watch = |_| {};
    let mut client = Client::new(&mut outside, cache(), Manner::Polite, &mut watch);
    assert_eq!(config(&mut client, &server).unwrap(), Config::unknown());
    let chosen = [Chosen {
        code: "Tid".into(),
        values: vec!["2023".into()],
    }];
    let error = pxweb(&mut client, &server, "TAB1", &chosen, Limits::UNKNOWN).unwrap_err();
    let NotBrought::Fetch(error) = error else {
        panic!("the server refused")
    };
    let said = error.say(&Texts::new(Lang::Sv));
    assert_eq!(said, "x.se svarade nej (400): \"Non-existent value\"");
    assert_eq!(outside.asked.len(), 2);
}

/// Kolada with pages of so many rows; no figures before 2015.
fn kolada_server(request: &Request, per_page: usize) -> Result<Answer, Broken> {
    let url = request.url.as_str();
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let parts: Vec<&str> = path.split('/').collect();
    if parts.get(4) == Some(&"kpi") {
        let ids = parts[5].split(',').filter(|id| *id != "N99999");
        let values: Vec<_> = ids
            .map(|id| serde_json::json!({ "id": id, "title": format!("Elever {id}, andel (%)") }))
            .collect();
        return answer(200, &serde_json::json!({ "values": values }).to_string());
    }
    let mut rows = Vec::new();
    for kpi in parts[6].split(',').filter(|id| *id != "N99999") {
        for place in parts[8].split(',') {
            for year in parts[10].split(',').filter(|year| *year >= "2015") {
                let value = year.parse::<f64>().unwrap() - 2000.0;
                rows.push(
                    serde_json::json!({ "kpi": kpi, "municipality": place, "period": year,
                    "values": [{ "gender": "T", "value": value, "status": "" }] }),
                );
            }
        }
    }
    let page: usize = query
        .split("page=")
        .last()
        .and_then(|page| page.parse().ok())
        .unwrap_or(1);
    let page = if query.contains("&page=") { page } else { 1 };
    let from = (page - 1) * per_page;
    let next = (rows.len() > page * per_page).then(|| {
        format!(
            "http://x.se/v3/{}?per_page=5000&page={}",
            parts[4..].join("/"),
            page + 1
        )
    });
    let rows: Vec<_> = rows.into_iter().skip(from).take(per_page).collect();
    let body = serde_json::json!({ "count": rows.len(), "values": rows, "next_url": next });
    answer(200, &body.to_string())
}

fn ask(years: std::ops::RangeInclusive<u16>) -> kolada::Ask {
    kolada::Ask {
        kpis: vec!["N15428".into(), "N99999".into()],
        places: vec!["0136".into(), "0180".into()],
        years: years.collect(),
    }
}

#[test]
fn pages_are_followed_to_their_end_and_unknown_ids_are_left_out() {
    for per_page in [5000, 7, 1] {
        let mut outside = acting(move |request: &Request| kolada_server(request, per_page));
        let mut watch = |_| {};
        let mut client = Client::new(&mut outside, cache(), Manner::Polite, &mut watch);
        let (brought, kpis) = kolada(&mut client, "https://x.se/v3", &ask(1996..=2024)).unwrap();
        assert_eq!(kpis.len(), 1);
        let table = &brought.table;
        assert_eq!(table.cells.len(), 2 * 10);
        assert_eq!(table.cell(&[1, 9, 0], 0), Some(CellRef::Value(24.0)));
        assert_eq!(table.dimensions[0].labels[0].text, "Haninge");
        assert_eq!(table.measures[0].unit, "andel %");
        assert!(table.notes.is_empty(), "no page is left to fetch");
        // Asked as safely as the first, though the server names an address without a lock.
        assert!(
            outside
                .asked
                .iter()
                .all(|request| request.url.starts_with("https://"))
        );
        let gaps = outside.asked.len();
        assert!(outside.now >= Moment((gaps as i64 - 5) / 5 * 1000));
    }
}

#[test]
fn nothing_at_all_is_told() {
    let mut outside = acting(|request: &Request| kolada_server(request, 5000));
    let mut watch = |_| {};
    let mut client = Client::new(&mut outside, cache(), Manner::Polite, &mut watch);
    let error = kolada(&mut client, "https://x.se/v3", &ask(2001..=2003)).unwrap_err();
    assert_eq!(error.say(&Texts::new(Lang::En)), "No figures came.");
}

#[test]
fn an_answer_that_leads_elsewhere_or_round_is_not_followed() {
    let page = |next: &str| {
        format!(
            r#"{{"values":[{{"kpi":"N15428","municipality":"0136","period":2023,"values":[{{"gender":"T","value":1}}]}}],"next_url":"{next}"}}"#
        )
    };
    let evil = page("https://elsewhere.se/v3/x");
    let mut outside = acting(|_: &Request| answer(200, &evil));
    let mut watch = |_| {};
    let mut client = Client::new(&mut outside, cache(), Manner::Polite, &mut watch);
    let error = kolada(&mut client, "https://x.se/v3", &ask(2023..=2023)).unwrap_err();
    assert!(error.say(&Texts::new(Lang::En)).contains("elsewhere.se"));
    let round = page("https://x.se/v3/round");
    let mut outside = acting(|_: &Request| answer(200, &round));
    let mut client = Client::new(&mut outside, cache(), Manner::Polite, &mut watch);
    let (brought, _) = kolada(&mut client, "https://x.se/v3", &ask(2023..=2023)).unwrap();
    assert_eq!(brought.answers.len(), 2);
}

#[test]
fn what_had_come_before_a_break_is_not_asked_for_again() {
    let disk = ModelDisk::new(1);
    let mut fail = true;
    let mut outside = acting(|request: &Request| {
        if request.url.contains("2023") && std::mem::take(&mut fail) {
            return Err(Broken::Cancelled);
        }
        kolada_server(request, 5000)
    });
    let mut watch = |_| {};
    let years = ask(1996..=2024);
    for _ in 0..2 {
        let cache = Cache::new(disk.clone(), PathBuf::from("/c"));
        let mut client = Client::new(&mut outside, cache, Manner::Polite, &mut watch);
        drop(kolada(&mut client, "https://x.se/v3", &years));
    }
    // What it is called, 1996–2020, 2021–2024 and that once more.
    assert_eq!(outside.asked.len(), 4);
    let cache = Cache::new(disk, PathBuf::from("/c"));
    let mut client = Client::new(&mut outside, cache, Manner::Offline, &mut watch);
    assert!(kolada(&mut client, "https://x.se/v3", &years).is_ok());
    assert_eq!(outside.asked.len(), 4);
}
