//! A server that says what a test wants, and a clock that runs only when somebody waits.

use std::{collections::VecDeque, path::PathBuf};

use super::*;
use crate::{
    store::ModelDisk,
    text::{Lang, Texts},
};

/// Plays answers in order.
#[derive(Debug, Default)]
pub(crate) struct Played {
    pub(crate) answers: VecDeque<Result<Answer, Broken>>,
    pub(crate) asked: Vec<(Moment, Request)>,
    pub(crate) now: Moment,
    /// Waiting is cancelled.
    pub(crate) cancel: bool,
}

impl Transport for Played {
    fn send(&mut self, request: &Request) -> Result<Answer, Broken> {
        self.asked.push((self.now, request.clone()));
        self.now = self.now + Span(10);
        self.answers.pop_front().expect("a question too many")
    }

    fn now(&self) -> Moment {
        self.now
    }

    fn wait(&mut self, span: Span) -> Result<(), Broken> {
        self.now = self.now + span;
        if self.cancel {
            Err(Broken::Cancelled)
        } else {
            Ok(())
        }
    }

    fn chance(&mut self) -> f64 {
        0.0
    }
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "it stands in lists with ways that broke"
)]
pub(crate) fn answer(status: u16, body: &str) -> Result<Answer, Broken> {
    Ok(Answer {
        status,
        headers: Vec::new(),
        body: body.as_bytes().to_vec(),
    })
}

fn with(header: (&str, &str), status: u16, body: &str) -> Result<Answer, Broken> {
    answer(status, body).map(|answer| Answer {
        headers: vec![(header.0.to_owned(), header.1.to_owned())],
        ..answer
    })
}

fn played(answers: impl IntoIterator<Item = Result<Answer, Broken>>) -> Played {
    Played {
        answers: answers.into_iter().collect(),
        ..Played::default()
    }
}

fn cache(disk: &ModelDisk) -> Cache<ModelDisk> {
    Cache::new(disk.clone(), PathBuf::from("/c"))
}

fn get(
    played: &mut Played,
    manner: Manner,
    disk: &ModelDisk,
) -> (Result<Kept, FetchError>, Vec<News>) {
    let mut news = Vec::new();
    let mut watch = |one| news.push(one);
    let mut client = Client::new(played, cache(disk), manner, &mut watch);
    let got = client.get(&Request::get("https://x.se/a"));
    (got, news)
}

fn once(answers: Vec<Result<Answer, Broken>>) -> (String, Played) {
    let mut played = played(answers);
    let (got, _) = get(&mut played, Manner::Polite, &ModelDisk::new(1));
    let said = match got {
        Ok(kept) => String::from_utf8(kept.body).unwrap(),
        Err(error) => error.say(&Texts::new(Lang::En)),
    };
    (said, played)
}

#[test]
fn a_good_answer_is_kept_and_asked_for_once_an_hour() {
    let disk = ModelDisk::new(1);
    let mut server = played([answer(200, "{}"), answer(200, "[1]"), answer(200, "[2]")]);
    let body = |got: Result<Kept, FetchError>| String::from_utf8(got.unwrap().body).unwrap();
    assert_eq!(body(get(&mut server, Manner::Polite, &disk).0), "{}");
    server.now = server.now + Span::minutes(59);
    assert_eq!(body(get(&mut server, Manner::Polite, &disk).0), "{}");
    assert_eq!(body(get(&mut server, Manner::Fresh, &disk).0), "[1]");
    server.now = server.now + Span::minutes(61);
    assert_eq!(body(get(&mut server, Manner::Offline, &disk).0), "[1]");
    assert_eq!(body(get(&mut server, Manner::Polite, &disk).0), "[2]");
    assert_eq!(server.asked.len(), 3);
}

#[test]
fn nobody_is_asked_offline() {
    let (got, news) = get(&mut played([]), Manner::Offline, &ModelDisk::new(1));
    assert_eq!(got, Err(FetchError::NotKept("https://x.se/a".into())));
    assert_eq!(news, []);
}

#[test]
fn a_refusal_is_said_in_the_server_s_own_words_and_not_asked_again() {
    for (status, body, said) in [
        (
            400,
            r#"{"error":"Parameter error"}"#,
            r#"x.se said no (400): "Parameter error""#,
        ),
        (
            403,
            r#"{"error":"Too many values selected"}"#,
            r#"x.se said no (403): "Too many values selected""#,
        ),
        (
            404,
            r#"{"type":"Parameter error","title":"Non-existent table","status":404}"#,
            r#"x.se said no (404): "Non-existent table""#,
        ),
        (
            500,
            "<html><title>Runtime Error</title></html>",
            r#"x.se said no (500): "Runtime Error""#,
        ),
        (400, "Bad Request", r#"x.se said no (400): "Bad Request""#),
        (404, "", "x.se said no (404), without saying why."),
        (
            200,
            "<html><title>Logga in</title>",
            r#"x.se sent something else than figures: "Logga in""#,
        ),
        (
            200,
            "Ok.",
            r#"x.se sent something else than figures: "Ok.""#,
        ),
        (204, "", r#"x.se sent something else than figures: """#),
        (301, "", "x.se said no (301), without saying why."),
    ] {
        let (found, server) = once(vec![answer(status, body)]);
        assert_eq!(found, said);
        assert_eq!(server.asked.len(), 1);
    }
}

#[test]
fn a_server_that_wants_peace_gets_it_and_is_asked_again() {
    let busy = |after: &str| with(("retry-after", after), 429, r#"{"error":"429"}"#);
    let (said, server) = once(vec![
        busy("10"),
        busy("Thu, 01 Jan 1970 00:01:00 GMT"),
        answer(200, "[]"),
    ]);
    assert_eq!(said, "[]");
    let times: Vec<i64> = server.asked.iter().map(|(at, _)| at.0).collect();
    assert_eq!(times, [0, 10_010, 60_000]);
    let (said, server) = once((0..4).map(|_| busy("1")).collect());
    assert_eq!(
        said,
        "x.se wants to be asked less often, and asks for a pause of 1 seconds."
    );
    assert_eq!(server.asked.len(), 4);
    let (said, server) = once(vec![busy("86400")]);
    assert!(said.contains("86400"), "{said}");
    assert_eq!(server.asked.len(), 1);
}

#[test]
fn what_may_pass_is_tried_again_with_growing_pauses() {
    let (said, server) = once(vec![
        answer(503, ""),
        Err(Broken::Slow),
        answer(200, "{\"cut\": [1, 2"),
        answer(200, "{}"),
    ]);
    assert_eq!(said, "{}");
    let times: Vec<i64> = server.asked.iter().map(|(at, _)| at.0).collect();
    // Half a second, one, two, after an answer that takes ten milliseconds; never more than one a second.
    assert_eq!(times, [0, 1000, 2010, 4020]);
    let (said, _) = once(vec![answer(200, "{\"a\":"); 4]);
    assert_eq!(said, "The answer from x.se ended in the middle.");
    let (said, server) = once(vec![Err(Broken::NoName)]);
    assert_eq!(
        (said.as_str(), server.asked.len()),
        ("I cannot find x.se.", 1)
    );
}

#[test]
fn cancelling_ends_the_waiting_and_keeps_nothing() {
    let disk = ModelDisk::new(1);
    let mut server = played([answer(503, "")]);
    server.cancel = true;
    let (got, _) = get(&mut server, Manner::Polite, &disk);
    assert!(got.unwrap_err().is_cancelled());
    assert_eq!(
        disk.list(&PathBuf::from("/c")).unwrap(),
        [""; 0].map(PathBuf::from)
    );
}

#[test]
fn the_pace_of_a_server_is_kept_and_what_its_headers_say_is_heeded() {
    let mut server = played([
        answer(200, "[]"),
        with(("x-ratelimit-policy", "2;w=60s"), 200, "[]"),
        with(("x-ratelimit-remaining", "0"), 200, "[]"),
        answer(200, "[]"),
    ]);
    let disk = ModelDisk::new(1);
    let mut watch = |_| {};
    let mut client = Client::new(&mut server, cache(&disk), Manner::Polite, &mut watch);
    let pace = Pace {
        calls: 2,
        window: Span::seconds(5),
    };
    client.keep_pace("x.se", pace);
    for page in 0..4 {
        client
            .get(&Request::get(format!("https://x.se/{page}")))
            .unwrap();
    }
    let times: Vec<i64> = server.asked.iter().map(|(at, _)| at.0).collect();
    assert_eq!(times, [0, 10, 60_000, 61_010]);
}
