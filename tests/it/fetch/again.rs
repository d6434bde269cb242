//! Starter charts asked for once more by `samtal data refresh`.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use super::{
    offices,
    server::{Reply, Server, json, nobody},
};
use crate::world::World;

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "looks at how the session file is written"
)]
fn starter_charts_are_asked_for_again_and_what_changed_is_shown_first() {
    let later = Arc::new(AtomicBool::new(false));
    let is_later = Arc::clone(&later);
    let server = Server::start(move |asked| match offices::kolada(asked) {
        Reply::Answer(200, _, body) if is_later.load(Ordering::Relaxed) => {
            let text = String::from_utf8(body).expect("it is text");
            json(text.replace(":44.25", ":51.25"))
        }
        reply => reply,
    });
    let world = World::new();
    let url = server.url("/v3");
    let at = ["--server", url.as_str()];
    let words = [
        "fetch",
        "starter",
        "--municipality",
        "Stockholm",
        "--theme",
        "fritid",
    ];
    let (code, _, errors) = world.run(&[&words[..], &at].concat());
    assert_eq!(code, 0, "{errors}");
    let sessions = world.sessions();
    let session = sessions[0].to_str().expect("a path");
    let kept = std::fs::read_to_string(&sessions[0]).expect("a session");
    assert!(
        kept.contains("service: Kolada") && kept.contains(r#"place: "Stockholm""#),
        "{kept}"
    );
    let count = server.asked().len();
    let refresh = ["data", "refresh", session];
    let (code, out, errors) = world.run(&[&refresh[..], &at].concat());
    assert_eq!((code, errors.as_str()), (0, ""), "{out}");
    assert!(
        out.contains("d1 ") && out.contains("samma värden."),
        "{out}"
    );
    assert_eq!(
        server.asked().len(),
        count,
        "what was kept an hour ago is asked for by nobody"
    );
    later.store(true, Ordering::Relaxed);
    let fresh = [&refresh[..], &at, &["--fresh"]].concat();
    let (code, out, _) = world.run(&fresh);
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("2024") && out.contains("44,3 → 51,3"), "{out}");
    assert!(
        out.ends_with("Inget är ändrat än. Med --yes blir det det.\n"),
        "{out}"
    );
    let (code, out, _) = world.run(&[&fresh[..], &["--yes"]].concat());
    assert_eq!(code, 0, "{out}");
    let (_, shown, _) = world.run(&["show", session]);
    assert!(shown.contains("51,3") && !shown.contains("44,3"), "{shown}");
    let (_, out, _) = world.run(&[&refresh[..], &at].concat());
    assert!(!out.contains('→'), "{out}");
    // Without a network: one sentence, and the charts stay.
    let away = nobody();
    let (code, out, _) = world.run(&[&refresh[..], &["--server", away.as_str()]].concat());
    assert_eq!(code, 1, "{out}");
    assert!(
        out.contains("d1, d2, d3") && out.contains("gick inte att läsa igen"),
        "{out}"
    );
    assert!(out.contains("Är du uppkopplad?"), "{out}");
    assert_eq!(out.matches("gick inte").count(), 1, "{out}");
    let (_, still, _) = world.run(&["show", session]);
    assert_eq!(still, shown);
}
