//! `samtal fetch` against servers on this machine: nothing here needs the internet.

mod again;
mod offices;
mod server;

use std::time::Duration;

use samtal::{
    fetch::{
        Broken, FetchError, Request,
        web::{Options, USER_AGENT, Web},
    },
    text::{Lang, Texts},
};

use self::server::{Asked, Reply, Server, Tunnel, json, no, nobody};
use crate::world::{World, files};

/// Runs `samtal fetch kolada` against a server; the program speaks Swedish.
fn kolada(world: &World, server: &Server, words: &[&str]) -> (i32, String, String) {
    let url = server.url("/v3");
    world.run(&[&["fetch", "kolada"], words, &["--server", url.as_str()]].concat())
}

fn scb(world: &World, server: &Server, words: &[&str]) -> (i32, String, String) {
    let url = server.url("/api/v2");
    world.run(&[&["fetch", "scb"], words, &["--server", url.as_str()]].concat())
}

#[test]
fn indicators_of_a_municipality_become_a_chart_and_are_kept() {
    let (world, server) = (World::new(), Server::start(offices::kolada));
    let words = [
        "U09800",
        "--municipality",
        "stockholm",
        "--years",
        "2010-2023",
        "--chart",
    ];
    let (code, out, errors) = kolada(&world, &server, &words);
    assert_eq!(code, 0, "{errors}");
    assert!(out.contains("Kolada, U09800, hämtat 20"), "{out}");
    assert!(out.contains("antal/inv 7-20 år"), "{out}");
    assert!(out.contains("Stockholm"), "{out}");
    if offices::recorded("kolada-reconstructed/v3_U09800_sthlm.json").is_some() {
        // 35.119111 is what the recording has for 2023.
        assert!(out.contains("35,1"), "{out}");
    }
    let asked = server.asked();
    assert_eq!(asked.len(), 3, "names, and two pages of ten rows");
    assert!(
        asked
            .iter()
            .all(|asked| asked.header("user-agent") == USER_AGENT)
    );
    let kept = files(&world.home().join("cache/fetch"), "json");
    assert_eq!(kept.len(), 2 * 3, "each answer, and where and when");
    let (code, again, errors) = kolada(&world, &server, &[&words[..], &["--offline"]].concat());
    assert_eq!(
        (code, again.as_str(), errors.as_str()),
        (0, out.as_str(), "")
    );
    assert_eq!(server.asked().len(), 3, "nobody is asked");
    let other = ["U09808", "--municipality", "0180", "--offline"];
    let (code, _, errors) = kolada(&world, &server, &other);
    assert_eq!(code, 1);
    assert!(
        errors.contains("Det här är inte hämtat förut: http://127.0.0.1"),
        "{errors}"
    );
}

#[test]
fn indicators_are_found_by_words() {
    let (world, server) = (World::new(), Server::start(offices::kolada));
    let (code, out, errors) = kolada(&world, &server, &["sok", "elever", "yrkesprogram"]);
    assert_eq!(code, 0, "{errors}");
    assert!(
        out.starts_with("N15428  Elever i åk 9 som är behöriga"),
        "{out}"
    );
    assert!(
        out.contains("samtal fetch kolada N15428 --municipality Haninge"),
        "{out}"
    );
    let (code, _, errors) = kolada(&world, &server, &["search", "zeppelinare"]);
    assert_eq!(
        (code, errors.contains("Inget hittat")),
        (1, true),
        "{errors}"
    );
    for (words, said) in [
        (&["N15428"][..], "Säg vilken kommun"),
        (
            &["N15428", "--municipality", "Hannige"],
            "Menar du Haninge?",
        ),
        (&["elever", "--municipality", "Haninge"], "inget nyckeltal"),
        (
            &["N15428", "--municipality", "Haninge", "--years", "snart"],
            "inga år",
        ),
    ] {
        let (code, _, errors) = kolada(&world, &server, words);
        assert_eq!((code, errors.contains(said)), (2, true), "{errors}");
    }
}

#[test]
fn a_table_of_scb_is_found_described_and_fetched_in_pieces() {
    let (world, server) = (World::new(), Server::start(offices::scb));
    let (code, out, errors) = scb(&world, &server, &["search", "befolkning"]);
    assert_eq!(code, 0, "{errors}");
    assert!(
        out.starts_with("TAB4552  Befolkningens anslutning"),
        "{out}"
    );
    assert!(out.contains("(1960–2024)"), "{out}");
    let (code, out, errors) = scb(&world, &server, &["TAB6471"]);
    assert_eq!(code, 0, "{errors}");
    for part in [
        "Folkmängden per månad",
        "kön (Kon)",
        "--municipality Haninge",
    ] {
        if part.starts_with("--") && offices::recorded("pxweb-v2-scb/config.json").is_none() {
            continue;
        }
        assert!(out.contains(part), "{out}");
    }
    let words = [
        "TAB6471",
        "--municipality",
        "Haninge,Stockholm",
        "--where",
        "ålder=13,14,15",
        "--where",
        "kön=kvinnor,män",
        "--years",
        "2025",
        "-o",
        "folk.json",
    ];
    let (code, out, errors) = scb(&world, &server, &words);
    assert_eq!(code, 0, "{errors}");
    assert!(
        out.contains("SCB, TAB6471") && out.contains("svar"),
        "{out}"
    );
    assert!(
        out.contains("Visas alltid"),
        "the publisher's note on noise: {out}"
    );
    let pieces = server
        .asked()
        .iter()
        .filter(|asked| asked.path.contains("/data?"))
        .count();
    assert!(pieces >= 1);
    let (code, out, errors) = world.run(&["data", "folk.json"]);
    assert_eq!(code, 0, "{errors}");
    assert!(out.contains("JSON-stat") && out.contains("Region"), "{out}");
    let (code, _, errors) = scb(&world, &server, &["TAB1"]);
    assert_eq!(code, 1);
    assert!(
        errors.contains("svarade nej (404): \"Non-existent table\""),
        "{errors}"
    );
    let (code, _, errors) = scb(&world, &server, &["TAB6471", "--where", "färg=röd"]);
    assert_eq!(
        (code, errors.contains("ingen variabel \"färg\"")),
        (2, true),
        "{errors}"
    );
}

/// A server of version 1, with its refusals.
fn office_one(asked: &Asked) -> Reply {
    let path = asked.path.as_str();
    let recorded = offices::recorded("scb-v1-json/befolkning_1384_tot.json");
    match (asked.method.as_str(), path) {
        (_, "/api/v1/sv/?config") => json(r#"{"maxValues":1000,"maxCells":1000,"maxCalls":100,"timeWindow":1}"#),
        ("GET", "/api/v1/sv/ssd") => json(r#"[{"id":"BE","type":"l","text":"<b>Befolkning</b>"},{"id":"T1","type":"t","text":"Folk"}]"#),
        ("GET", "/api/v1/sv/ssd/T1") => json(
            r#"{"title":"Folk efter region, ålder, kön och år","variables":[
            {"code":"Region","text":"region","values":["1384"],"valueTexts":["Kungsbacka"],"elimination":true},
            {"code":"Alder","text":"ålder","values":["tot"],"valueTexts":["totalt"]},
            {"code":"Kon","text":"kön","values":["1","2"],"valueTexts":["män","kvinnor"]},
            {"code":"Tid","text":"år","values":["2015","2024"],"valueTexts":["2015","2024"],"time":true}]}"#,
        ),
        ("POST", "/api/v1/sv/ssd/T1") => json(recorded.unwrap_or_else(|| {
            r#"{"columns":[{"code":"Region","text":"region","type":"d"},{"code":"Kon","text":"kön","type":"d"},
            {"code":"Tid","text":"år","type":"t"},{"code":"N1","text":"Folkmängd","type":"c"}],"comments":[],
            "data":[{"key":["1384","1","2015"],"values":["39382"]},{"key":["1384","1","2024"],"values":["42986"]},
            {"key":["1384","2","2015"],"values":["39762"]},{"key":["1384","2","2024"],"values":["43098"]}],
            "metadata":[{"label":"Folkmängden","source":"SCB"}]}"#.to_owned()
        })),
        (_, "/api/v1/sv/ssd/T400") => no(400, r#"{"error":"Parameter error"}"#),
        (_, "/api/v1/sv/ssd/T403") => no(403, r#"{"error":"Too many values selected"}"#),
        (_, "/api/v1/sv/ssd/T500") => no(500, "<html><head><title>Serverfel</title></head></html>"),
        (_, "/api/v1/sv/ssd/Tpage") => Reply::Answer(
            200,
            vec![("content-type", "text/html".into())],
            b"<!DOCTYPE html><title>Logga in</title>".to_vec(),
        ),
        (_, "/api/v1/sv/ssd/Tbare") => no(400, "Bad Request"),
        (_, path) if path.contains("?query=") => no(400, r#"{"error":"Search not activated"}"#),
        _ => no(404, ""),
    }
}

#[test]
fn any_server_of_version_1_is_walked_and_read() {
    let (world, server) = (World::new(), Server::start(office_one));
    let base = server.url("/api/v1/sv/ssd");
    let run = |words: &[&str]| world.run(&[&["fetch", "pxweb", base.as_str()], words].concat());
    let (code, out, errors) = run(&[]);
    assert_eq!(code, 0, "{errors}");
    assert!(out.starts_with("BE/  Befolkning\nT1  Folk\n"), "{out}");
    let (_, out, _) = run(&["T1"]);
    assert!(
        out.contains("kön (Kon): 2 värden: 1 män · 2 kvinnor"),
        "{out}"
    );
    let (code, out, errors) = run(&["T1", "--all", "--chart", "-o", "folk.json"]);
    assert_eq!(code, 0, "{errors}");
    assert!(out.contains("hämtat 20"), "{out}");
    let (code, out, _) = world.run(&["data", "folk.json"]);
    assert_eq!(code, 0);
    assert!(out.contains("43"), "{out}");
    for (table, said) in [
        ("T400", "svarade nej (400): \"Parameter error\""),
        ("T403", "svarade nej (403): \"Too many values selected\""),
        ("T404", "svarade nej (404), utan att säga varför"),
        ("T500", "svarade nej (500): \"Serverfel\""),
        ("Tbare", "svarade nej (400): \"Bad Request\""),
        ("Tpage", "något annat än siffror: \"Logga in\""),
    ] {
        let (code, _, errors) = run(&[table]);
        assert_eq!(
            (code, errors.contains(said)),
            (1, true),
            "{table}: {errors}"
        );
    }
    let (code, _, errors) = run(&["search", "folk"]);
    assert_eq!(
        (code, errors.contains("Search not activated")),
        (1, true),
        "{errors}"
    );
    let (code, _, errors) = world.run(&["fetch", "pxweb", "ftp://x.se"]);
    assert_eq!(
        (code, errors.contains("ingen adress")),
        (2, true),
        "{errors}"
    );
}

#[test]
fn a_starter_pack_is_a_session_that_can_be_led() {
    let (world, server) = (World::new(), Server::start(offices::kolada));
    let url = server.url("/v3");
    let words = [
        "hamta",
        "starter",
        "--municipality",
        "Stockholm",
        "--server",
        url.as_str(),
    ];
    let (code, out, errors) = world.run(&words);
    assert_eq!(code, 0, "{errors}");
    assert!(out.starts_with("d1  Trygga i skolan, Stockholm\n"), "{out}");
    assert!(out.contains("d10  "), "{out}");
    let sessions = world.sessions();
    let session = sessions[0].to_str().expect("a path");
    let (code, out, _) = world.run(&["check", session]);
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("allt går att läsa"), "{out}");
    let (_, minutes, _) = world.run(&["show", session]);
    assert!(
        minutes.contains("Kolada, nyckeltal N15428, hämtat"),
        "{minutes}"
    );
    let (code, out, errors) =
        world.run(&[&words[..], &["--theme", "fritid", "--session", session]].concat());
    assert_eq!(code, 0, "{errors}");
    assert!(
        out.contains("d11  Gånger i idrottsförening") && out.contains("högst 12"),
        "{out}"
    );
    let (_, minutes, _) = world.run(&["show", session]);
    assert!(minutes.contains("Barnbokslån"), "{minutes}");
    let (code, _, errors) = world.run(&[&words[..], &["--theme", "väder"]].concat());
    assert_eq!(
        (code, errors.contains("unga, skola, fritid")),
        (2, true),
        "{errors}"
    );
}

#[test]
fn a_busy_server_gets_its_peace() {
    let busy = std::sync::atomic::AtomicBool::new(true);
    let server = Server::start(move |asked| {
        if busy.swap(false, std::sync::atomic::Ordering::Relaxed) {
            let headers = vec![("retry-after", "1".to_owned())];
            return Reply::Answer(
                429,
                headers,
                br#"{"error":"429 - Too many requests"}"#.to_vec(),
            );
        }
        offices::kolada(asked)
    });
    let world = World::new();
    let words = ["N15428", "--municipality", "Haninge", "--years", "2023"];
    let (code, _, errors) = kolada(&world, &server, &words);
    assert_eq!(code, 0, "{errors}");
    assert_eq!(server.asked().len(), 3);
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_and_leaves_nothing_half() {
    let (world, server) = (World::new(), Server::start(|_| Reply::Never));
    let url = server.url("/v3");
    let words = [
        "fetch",
        "kolada",
        "N15428",
        "--municipality",
        "Haninge",
        "--server",
        &url,
    ];
    let mut command = world.command(&words, &[]);
    let child = command
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("it starts");
    server.wait_for(1);
    let pid = rustix::process::Pid::from_raw(child.id() as i32).expect("a process");
    rustix::process::kill_process(pid, rustix::process::Signal::INT).expect("it runs");
    let output = child.wait_with_output().expect("it ends");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(130), "{errors}");
    assert!(errors.contains("Avbrutet."), "{errors}");
    assert_eq!(files(&world.home().join("cache/fetch"), "json").len(), 0);
}

fn web(more: &dyn Fn(&mut Options)) -> Web {
    let mut options = Options {
        answer: Duration::from_secs(20),
        ..Options::default()
    };
    more(&mut options);
    Web::new(&options).expect("no proxy")
}

fn send(web: &Web, url: &str) -> Result<samtal::fetch::Answer, Broken> {
    web.send(&Request::get(url), &|_| true)
}

#[test]
fn every_way_in_which_an_answer_can_break_has_a_name() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/cut" => Reply::Cut(b"{\"values\": [1, 2".to_vec()),
        "/never" => Reply::Never,
        "/round" => Reply::Answer(302, vec![("location", "/round".into())], Vec::new()),
        "/large" => json(vec![b' '; 3_000_000]),
        "/once" => Reply::Answer(302, vec![("location", "/there".into())], Vec::new()),
        "/zip" => Reply::Answer(
            200,
            vec![("content-encoding", "gzip".into())],
            ZIPPED.to_vec(),
        ),
        _ => json("[1]"),
    });
    let plain = web(&|_| {});
    let body = |path: &str| send(&plain, &server.url(path)).map(|answer| answer.body);
    assert_eq!(body("/once"), Ok(b"[1]".to_vec()));
    assert_eq!(body("/zip"), Ok(b"[1, 2]".to_vec()));
    assert_eq!(body("/cut"), Err(Broken::Cut));
    assert_eq!(body("/round"), Err(Broken::Redirects));
    assert_eq!(send(&plain, &nobody()), Err(Broken::NobodyThere));
    let few = web(&|options| options.most = 1_000_000);
    assert_eq!(
        send(&few, &server.url("/large")),
        Err(Broken::TooLarge(1_000_000))
    );
    let hasty = web(&|options| options.answer = Duration::from_millis(50));
    assert_eq!(send(&hasty, &server.url("/never")), Err(Broken::Slow));
    let left = plain.send(&Request::get(server.url("/large")), &|so_far| {
        so_far < 100_000
    });
    assert_eq!(left, Err(Broken::Cancelled));
    let zipped = server
        .asked()
        .into_iter()
        .find(|asked| asked.path == "/zip");
    assert_eq!(
        zipped.expect("it was asked").header("accept-encoding"),
        "gzip"
    );
}

/// `[1, 2]` as gzip packs it.
const ZIPPED: &[u8] = &[
    31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 139, 54, 212, 81, 48, 138, 5, 0, 255, 231, 201, 97, 6, 0, 0, 0,
];

#[test]
fn a_certificate_is_trusted_where_the_machine_trusts_it() {
    let (server, authority) = Server::start_tls(offices::kolada);
    let world = World::new();
    let authority = world.put("authority.pem", &authority);
    let url = format!("https://localhost:{}/v3", server.port);
    let words = [
        "fetch",
        "kolada",
        "N15428",
        "--municipality",
        "Haninge",
        "--years",
        "2023",
        "--server",
        &url,
    ];
    let (code, _, errors) = world.run(&words);
    assert_eq!(code, 1);
    assert!(
        errors.contains("ett certifikat som den här datorn inte litar på"),
        "{errors}"
    );
    assert!(errors.contains("it-avdelningen"), "{errors}");
    if cfg!(target_os = "linux") {
        let trusted = ("SSL_CERT_FILE", authority.to_str().expect("a path"));
        let (code, out, errors) = world.run_with(&words, &[trusted]);
        assert_eq!(code, 0, "{errors}");
        assert!(out.contains("Kolada, N15428"), "{out}");
    }
}

#[test]
fn a_proxy_is_asked_and_what_it_refuses_is_told() {
    let proxy = Server::start(|_| no(403, "no"));
    let world = World::new();
    let words = ["fetch", "kolada", "N15428", "--municipality", "Haninge"];
    let address = proxy.url("");
    let (code, _, errors) = world.run_with(&words, &[("HTTPS_PROXY", &address)]);
    assert_eq!(code, 1);
    assert!(errors.contains("Proxyn"), "{errors}");
    let asked = proxy.asked();
    assert_eq!(
        (asked[0].method.as_str(), asked[0].path.as_str()),
        ("CONNECT", "api.kolada.se:443")
    );
    let (_, _, errors) = world.run_with(&words, &[("HTTPS_PROXY", "ftp://x:y@")]);
    assert!(
        errors.contains("HTTPS_PROXY") && !errors.contains("x:y"),
        "{errors}"
    );
}

/// Trust in a certificate can be lent by the environment on Linux alone.
#[cfg(target_os = "linux")]
#[test]
fn a_tunnel_through_a_proxy_leads_to_the_server_itself() {
    let (server, authority) = Server::start_tls(offices::kolada);
    let tunnel = Tunnel::to(server.port);
    let world = World::new();
    let authority = world.put("authority.pem", &authority);
    let url = format!("https://localhost:{}/v3", server.port);
    let words = ["fetch", "kolada", "N15428", "--municipality", "Haninge"];
    let words = [&words[..], &["--years", "2023", "--server", &url]].concat();
    let trusted = ("SSL_CERT_FILE", authority.to_str().expect("a path"));
    let through = ("HTTPS_PROXY", tunnel.url.as_str());
    let (code, out, errors) = world.run_with(&words, &[trusted, through]);
    assert_eq!(code, 0, "{errors}");
    assert!(out.contains("Kolada, N15428"), "{out}");
    let asked = tunnel.asked();
    let head = format!("CONNECT localhost:{} HTTP/1.1\r\n", server.port);
    assert!(
        !asked.is_empty() && asked.iter().all(|line| *line == head),
        "{asked:?}"
    );
    // The proxy hears where to, and nothing of what is asked.
    assert!(server.asked().iter().all(|asked| asked.method == "GET"));
    let again = [&words[..], &["--fresh"]].concat();
    let round = ("NO_PROXY", "localhost");
    let (code, _, errors) = world.run_with(&again, &[trusted, through, round]);
    assert_eq!((code, tunnel.asked().len()), (0, asked.len()), "{errors}");
}

#[test]
fn an_old_server_that_knows_no_json_stat_is_asked_for_codes() {
    let server = Server::start(|asked| {
        if asked.method == "POST" && asked.body.contains("json-stat2") {
            return no(400, r#"{"error":"Parameter error"}"#);
        }
        office_one(asked)
    });
    let world = World::new();
    let base = server.url("/api/v1/sv/ssd");
    let words = [
        "fetch",
        "pxweb",
        base.as_str(),
        "T1",
        "--all",
        "-o",
        "folk.json",
    ];
    let (code, out, errors) = world.run(&words);
    assert_eq!(code, 0, "{errors}");
    assert!(out.contains("i ett svar"), "{out}");
    let asked = server.asked();
    let posted = asked.iter().filter(|asked| asked.method == "POST");
    assert_eq!(posted.count(), 2, "once for each form");
    let (code, out, errors) = world.run(&["data", "folk.json"]);
    assert_eq!(code, 0, "{errors}");
    assert!(
        out.contains("män · kvinnor"),
        "codes have their names: {out}"
    );
    // One that refuses both is quoted, and asked no more.
    let deaf = Server::start(|asked| match asked.method.as_str() {
        "POST" => no(400, r#"{"error":"Parameter error"}"#),
        _ => office_one(asked),
    });
    let base = deaf.url("/api/v1/sv/ssd");
    let (code, _, errors) = world.run(&["fetch", "pxweb", &base, "T1", "--all", "--fresh"]);
    assert_eq!(code, 1);
    assert!(
        errors.contains("svarade nej (400): \"Parameter error\""),
        "{errors}"
    );
    let posted = deaf
        .asked()
        .into_iter()
        .filter(|asked| asked.method == "POST");
    assert_eq!(posted.count(), 2);
}

#[test]
fn what_is_fetched_stands_in_a_session_with_its_source() {
    let (offices, scb) = (Server::start(offices::kolada), Server::start(offices::scb));
    let old = Server::start(office_one);
    let world = World::new();
    assert_eq!(world.run(&["new", "vinter.ron"]).0, 0);
    let base = old.url("/api/v1/sv/ssd");
    let (kolada, scb) = (offices.url("/v3"), scb.url("/api/v2"));
    for (words, source) in [
        (
            &[
                "kolada",
                "U09800",
                "--municipality",
                "Stockholm",
                "--server",
                &kolada,
            ][..],
            "Kolada, U09800, hämtat",
        ),
        (
            &[
                "scb",
                "TAB6471",
                "--municipality",
                "Haninge",
                "--where",
                "ålder=13,14",
                "--where",
                "kön=kvinnor,män",
                "--years",
                "2025",
                "--server",
                &scb,
            ],
            "TAB6471, hämtat",
        ),
        (&["pxweb", &base, "T1", "--all"], "T1, hämtat"),
    ] {
        let words = [&["fetch"], words, &["--session", "vinter.ron"]].concat();
        let (code, out, errors) = world.run(&words);
        assert_eq!(code, 0, "{words:?}: {errors}");
        let (_, minutes, errors) = world.run(&["show", "vinter.ron"]);
        assert!(minutes.contains(source), "{out}\n{minutes}\n{errors}");
    }
    let (code, out, _) = world.run(&["check", "vinter.ron"]);
    assert_eq!(code, 0, "{out}");
}

#[test]
fn an_answer_that_was_kept_says_its_age() {
    let (world, server) = (World::new(), Server::start(offices::kolada));
    let words = ["N15428", "--municipality", "Haninge", "--years", "2023"];
    let (code, out, errors) = kolada(&world, &server, &words);
    assert_eq!(code, 0, "{errors}");
    assert!(!out.contains("dagar sedan"), "{out}");
    let folder = world.home().join("cache/fetch");
    let about = files(&folder, "json")
        .into_iter()
        .filter(|path| path.to_string_lossy().ends_with(".about.json"));
    for path in about {
        let text = std::fs::read(&path).expect("what is told of an answer");
        let text = String::from_utf8(text).expect("text");
        let (before, rest) = text.split_once("\"fetched\": \"").expect("when it came");
        let (_, after) = rest.split_once('"').expect("its end");
        let older = format!("{before}\"fetched\": \"2020-03-01T10:00:00.000Z\"{after}");
        world.put_bytes(path.to_str().expect("a path"), older.as_bytes());
    }
    let (code, out, errors) = kolada(&world, &server, &[&words[..], &["--offline"]].concat());
    assert_eq!(code, 0, "{errors}");
    assert!(
        out.contains("dagar sedan (2020-03-01"),
        "the age and the day: {out}"
    );
}

#[test]
fn nobody_there_is_said_with_what_to_do() {
    let world = World::new();
    let (code, _, errors) = world.run(&[
        "fetch",
        "pxweb",
        &format!("{}/api/v1/sv", nobody()),
        "T1",
        "--offline",
    ]);
    assert_eq!(code, 1);
    assert!(errors.contains("inte hämtat förut"), "{errors}");
    let error = FetchError::Broken {
        host: "x.se".into(),
        broken: Broken::NobodyThere,
    };
    let texts = Texts::new(Lang::Sv);
    assert_eq!(error.say(&texts), "Ingen svarar hos x.se.");
    assert!(
        error
            .hint(&texts)
            .is_some_and(|hint| hint.contains("--offline"))
    );
}
