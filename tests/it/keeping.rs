//! What is done with sessions outside their windows: invited to, parted, renamed, copied, removed, listed.
#![expect(
    clippy::disallowed_methods,
    reason = "looks at the files the program left, past the store"
)]

use insta::assert_snapshot;

use crate::world::World;

const PLAN: &str = r#"#![enable(implicit_some)]
Session(
    version: 1, kind: Session, id: "0199aaaa-0000-7000-8000-000000000001",
    title: "Att trivas", theme: "Att trivas i skolan", language: "sv", zone: "Europe/Stockholm", series: "skola",
    slot: (start: "2026-11-17T09:00:00+01:00", minutes: 120),
    purpose: "Vi vill förstå vad som får unga att vilja vara här.",
    participants: [(key: 1, name: "Vilgot", perspective: "polis")],
    stages: [
        (id: "start", title: "Välkomna", kind: Talk, minutes: 10, present: "Fint att ni är här."),
        (id: "dialogue-1", title: "Dialog, del 1", kind: Dialogue, minutes: (min: 30, wish: 45, max: 60), ask: ["Vad ser vi?", "Vad ser vi mer?"]),
        (id: "dialogue-2", title: "Dialog, del 2", kind: Dialogue, minutes: (min: 30, wish: 45, max: 60), follow_ups: "Hur ser det ut hos er?"),
        (id: "end", title: "Avslut", kind: Closing, minutes: 20),
    ],
    next_steps: [(id: "S1", who: "Anna", what: "ring", at: "2026-11-17T09:00:00+01:00")],
)
"#;

fn world() -> World {
    let world = World::new();
    world.put("sessions/trivas.ron", PLAN);
    world
}

#[test]
fn an_invitation_says_what_to_expect() {
    let world = world();
    assert_snapshot!(world.told(&["bjud", "trivas", "--lang", "en"]), @r"
    Att trivas
    tisdag 17 november (DATE) kl. 09:00–11:00

    Välkommen till ett samtal om Att trivas i skolan! Vi tittar på några diagram tillsammans, säger vad vi ser och vad vi undrar, och slutar med vem som gör vad.

    Syfte: Vi vill förstå vad som får unga att vilja vara här.

    Du behöver inte förbereda något och inte kunna siffror. Ingen har rätt svar. Kom med det du vet och det du undrar.

    Så här går det till:
    - Välkomna
    - Dialog, del 1
    - Dialog, del 2
    - Avslut
    [0]
    ");
    let (code, ics, _) = world.run(&["invite", "--ics"]);
    assert_eq!(code, 0);
    for line in [
        "UID:0199aaaa-0000-7000-8000-000000000001@samtal",
        "DTSTART;TZID=Europe/Stockholm:20261117T090000",
        "DTEND;TZID=Europe/Stockholm:20261117T110000",
        "TRIGGER:-PT15M",
    ] {
        assert!(ics.contains(&format!("\r\n{line}\r\n")), "{line}\n{ics}");
    }
    world.put(
        "sessions/utan.ron",
        &PLAN
            .replace("0000001", "0000002")
            .replace("start: \"2026-11-17T09:00:00+01:00\", ", ""),
    );
    assert_snapshot!(world.told(&["invite", "utan", "--ics"]), @r#"
    samtal: Samtalet har ingen starttid, och utan den blir det ingen kalenderfil.
    tips: Skriv den i filen: slot: (start: "DATET09:00", minutes: 90). `samtal open` öppnar den.
    [1]
    "#);
    assert_snapshot!(world.told(&["manus", "trivas"]), @r"
    MANUS  Att trivas                                                 Bara för dig
     tisdag 17 november (DATE) kl. 09:00–11:00
     Syfte: Vi vill förstå vad som får unga att vilja vara här.

    == 09:00  1. Välkomna (10:00) ================================================
     SÄG: Fint att ni är här.

    == 09:10  2. Dialog, del 1 (45:00) ===========================================
     FRÅGA: Vad ser vi?
     FRÅGA: Vad ser vi mer?

    == 09:55  3. Dialog, del 2 (45:00) ===========================================
     STÖD: Hur ser det ut hos er?

    == 10:40  4. Avslut (20:00) ==================================================
    [0]
    ");
}

#[test]
fn a_long_dialogue_becomes_two() {
    let world = world();
    assert_snapshot!(world.told(&["dela-upp", "trivas"]), @r"
    HOME/sessions/DATE-att-trivas-del-1.ron
    HOME/sessions/DATE-att-trivas-del-2.ron
    [0]
    ");
    for path in world.sessions() {
        assert_eq!(world.run(&["check", path.to_str().unwrap()]).0, 0);
    }
    assert_snapshot!(world.told(&["list", "--series", "skola", "--sort", "titel"]), @r"
    DATE 09:00  planerat   Att trivas  1 öppet steg  (trivas)
    DATE 09:00  planerat   Att trivas, del 1  (DATE-att-trivas-del-1)
                      planerat   Att trivas, del 2  (DATE-att-trivas-del-2)
    [0]
    ");
}

#[test]
fn a_session_is_renamed_copied_and_removed() {
    let world = world();
    assert_snapshot!(world.told(&["rename", "trivas", "Att må bra"]), @r"
    HOME/sessions/DATE-att-ma-bra.ron
    [0]
    ");
    assert_snapshot!(world.told(&["copy", "ma-bra"]), @r"
    HOME/sessions/DATE-att-ma-bra-kopia.ron
    [0]
    ");
    assert_snapshot!(world.told(&["list"]), @r"
    DATE 09:00  planerat   Att må bra  1 öppet steg  (DATE-att-ma-bra)
    DATE 09:00  planerat   Att må bra (kopia)  1 öppet steg  (DATE-att-ma-bra-kopia)
    [0]
    ");
    let second = world.sessions().remove(0);
    let (one, two) = (
        world.sessions().pop().unwrap(),
        std::fs::read_to_string(&second).unwrap(),
    );
    assert!(std::fs::read_to_string(&one).unwrap().contains("0000001") && !two.contains("0000001"));
    let (code, out, _) = world.run(&["delete", "2026-11-17-att-ma-bra"]);
    assert!(code == 1 && out.contains("state") && one.exists(), "{out}");
    let (code, _, _) = world.run(&["delete", "2026-11-17-att-ma-bra", "--yes"]);
    assert_eq!(code, 0);
    assert_eq!(world.sessions(), [second]);
    let left = std::fs::read_dir(world.home().join("state"))
        .unwrap()
        .flatten();
    for folder in left.filter(|entry| entry.path().is_dir()) {
        for file in std::fs::read_dir(folder.path()).unwrap().flatten() {
            assert_eq!(file.metadata().unwrap().len(), 0, "{:?}", file.path());
        }
    }
    assert_snapshot!(world.told(&["rename", "kopia", "  "]), @r"
    samtal: En titel behöver minst ett ord.
    [2]
    ");
}

#[test]
fn a_file_is_opened_in_the_editor_and_checked() {
    let world = world();
    let (code, out, _) = world.run(&["open", "trivas"]);
    assert!(code == 0 && out.trim().ends_with("trivas.ron"), "{out}");
    let (code, out, _) = world.run_with(&["open", "trivas"], &[("EDITOR", "true")]);
    assert!(code == 0 && out.contains("allt går att läsa"), "{out}");
    let (code, _, errors) = world.run_with(&["open", "trivas"], &[("EDITOR", "no-such-editor")]);
    assert!(code == 1 && errors.contains("no-such-editor"), "{errors}");
}

#[test]
fn a_list_is_filtered_and_a_broken_file_is_named() {
    let world = world();
    world.put(
        "sessions/senare.ron",
        &PLAN
            .replace("0000001", "0000002")
            .replace("2026-11-17", "2027-01-12")
            .replace("\"skola\"", "\"fritid\"")
            .replace("what: \"ring\"", "what: \"ring\", status: Done"),
    );
    world.put("sessions/trasig.ron", "Session(");
    assert_snapshot!(world.told(&["list"]), @r"
    DATE 09:00  planerat   Att trivas  (senare)
    DATE 09:00  planerat   Att trivas  1 öppet steg  (trivas)
                      går inte att läsa: HOME/sessions/trasig.ron:1:8: Filen tar slut för tidigt.  (trasig)
    [0]
    ");
    let names = |words: &[&str]| {
        let (code, out, _) = world.run(words);
        assert_eq!(code, 0);
        ["trivas", "senare", "trasig"].map(|name| out.contains(&format!("({name})")))
    };
    assert_eq!(names(&["list", "--series", "SKOLA"]), [true, false, true]);
    assert_eq!(
        names(&["list", "--since", "2026-12-01"]),
        [false, true, true]
    );
    assert_eq!(
        names(&["list", "--until", "2026-11-17"]),
        [true, false, true]
    );
    assert_eq!(names(&["list", "--open-steps"]), [true, false, true]);
    assert_eq!(world.run(&["list", "--since", "snart"]).0, 2);
}
