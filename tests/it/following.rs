//! From one session to the next: steps that are listed, closed, and taken along.
#![expect(
    clippy::disallowed_methods,
    reason = "looks at the files the program left, past the store"
)]

use insta::assert_snapshot;

use crate::{pty, world::World};

/// A session that ended with a step, something to see and somebody to ask.
const ENDED: &str = r#"#![enable(implicit_some)]
Session(
    version: 1, kind: Session, id: "0199aaaa-0000-7000-8000-000000000001",
    title: "Att trivas", language: "sv", zone: "Europe/Stockholm", series: "skola",
    slot: (start: "2026-11-17T09:00:00+01:00", minutes: 30),
    next_steps: [
        (id: "S1", who: "Anna", what: "ring fritidsgården", when: "v49", from: ["N1"], at: "2026-11-17T09:25:00+01:00"),
        (id: "S2", who: "Omar", what: "boka lokal", status: Done, at: "2026-11-17T09:26:00+01:00"),
    ],
    participants: [(key: 1, perspective: "skola"), (key: 2, perspective: "fritid")],
    stages: [
        (id: "start", title: "Välkomna", kind: Talk, minutes: 5),
        (id: "dialogue-1", title: "Dialog", kind: Dialogue, minutes: (min: 5, wish: 10, max: 15)),
        (id: "end", title: "Avslut", kind: Closing, minutes: 10),
    ],
    timeline: (
        visits: [(stage: "start", from: "2026-11-17T09:00:00+01:00", to: "2026-11-17T09:30:00+01:00")],
        closed: "2026-11-17T09:30:00+01:00",
    ),
    notes: [
        (id: "N1", at: "2026-11-17T09:02:00+01:00", tag: See, text: "ingen nämner torsdagar"),
        (id: "F1", at: "2026-11-17T09:12:00+01:00", tag: WantData, text: "frånvaro per veckodag"),
    ],
)
"#;

#[test]
fn what_is_open_is_listed_closed_and_taken_along() {
    let world = World::new();
    assert_snapshot!(world.told(&["steps"]), @r"
     Inga öppna steg.
    [0]
    ");
    world.put("sessions/host.ron", ENDED);
    assert_snapshot!(world.told(&["steg"]), @r"
    == NÄSTA STEG ================================================================
     [ ] S1   Anna  ring fritidsgården                                        v49
              skola, DATE, ur N1: ingen nämner torsdagar

    == Data vi vill se ===========================================================
     F1   frånvaro per veckodag (skola, DATE)
    [0]
    ");
    assert_snapshot!(world.told(&["new", "--from", "host"]), @r"
    HOME/sessions/DATE-att-trivas.ron
    [0]
    ");
    assert_snapshot!(world.told(&["steps", "s1", "klart", "öppet torsdagar", "--indicator", "N15613", "--again", "2027-03"]), @r"
    == NÄSTA STEG ================================================================
     [x] S1   Anna  ring fritidsgården                                        v49
              skola, DATE, ur N1: ingen nämner torsdagar, klart: öppet
              torsdagar, syns i N15613, titta igen 2027-03
    [0]
    ");
    assert_snapshot!(world.told(&["steps", "S1", "done"]), @r"
    S1 står redan så.
    [0]
    ");
    assert_snapshot!(world.told(&["steps", "--lang", "en"]), @r"
    == Data we want to see =======================================================
     F1   frånvaro per veckodag (skola, DATE)
    [0]
    ");
    let written = std::fs::read_to_string(world.home().join("sessions/host.ron")).unwrap();
    assert!(
        written.contains(
            r#"status: Done, why: "öppet torsdagar", indicator: "N15613", again: "2027-03""#
        ),
        "{written}"
    );
    let made = world.sessions().remove(0);
    let next = std::fs::read_to_string(&made).unwrap();
    assert_snapshot!(next.split("carried").nth(1).unwrap().split("participants").next().unwrap(), @r#"
    : [
            (id: "F1", what: "frånvaro per veckodag", status: Open, at: "2026-11-17T09:12:00+01:00"),
            (id: "S1", who: "Anna", what: "ring fritidsgården", when: "v49", from: ["N1"], because: "ingen nämner torsdagar", status: Open, at: "2026-11-17T09:25:00+01:00"),
        ],
    "#);
    assert!(
        next.contains("id: \"feedback\"") && next.contains("numbers: (S: 2, F: 1)"),
        "{next}"
    );
    let (code, minutes, _) = world.run(&["show", "trivas", "--lang", "en"]);
    assert_eq!(code, 0);
    assert!(minutes.contains("== OPEN SINCE LAST TIME"), "{minutes}");
    assert_eq!(world.run(&["check", made.to_str().unwrap()]).0, 0);
}

#[test]
fn an_id_that_several_have_is_a_question() {
    let world = World::new();
    world.put("sessions/host.ron", ENDED);
    let other = ENDED
        .replace("0000001", "0000002")
        .replace("series: \"skola\",", "");
    world.put("sessions/enskilt.ron", &other);
    world.put("sessions/trasig.ron", "Session(title: \"x\", stages: [");
    assert_snapshot!(world.told(&["steps", "S1", "dropped", "ingen tid"]), @r"
    samtal: ”S1” kan vara flera: enskilt:S1, skola:S1.
    tips: Skriv serien eller samtalet före, som de står här.
    [2]
    ");
    assert_snapshot!(world.told(&["steps", "skola:S1", "blev-inte", "ingen", "tid"]), @r"
    == NÄSTA STEG ================================================================
     [-] S1   Anna  ring fritidsgården                                        v49
              skola, DATE, ur N1: ingen nämner torsdagar, blev inte av:
              ingen tid
    [0]
    ");
    assert_snapshot!(world.told(&["steps", "--series", "skola", "--all"]), @r"
    == NÄSTA STEG ================================================================
     [-] S1   Anna  ring fritidsgården                                        v49
              skola, DATE, ur N1: ingen nämner torsdagar, blev inte av:
              ingen tid
     [x] S2   Omar  boka lokal                                                när?
              skola, DATE, klart

    == Data vi vill se ===========================================================
     F1   frånvaro per veckodag (skola, DATE)

     går inte att läsa: HOME/sessions/trasig.ron:1:29: Här ska det stå
     ”(”.
    [0]
    ");
    assert_snapshot!(world.told(&["steps", "S9"]), @r"
    samtal: Inget steg heter ”S9”.
    tips: Se vilka som finns: samtal steg --all
    [1]
    ");
    let (code, out, _) = world.run(&["steps"]);
    assert!(
        code == 0 && out.contains("enskilt") && out.contains("trasig.ron"),
        "{out}"
    );
    let (code, _, _) = world.run(&["steps", "S1", "maybe"]);
    assert_eq!(code, 2);
}

#[test]
fn words_are_found_in_every_session() {
    let world = World::new();
    world.put("sessions/host.ron", ENDED);
    let other = ENDED
        .replace("0000001", "0000002")
        .replace("2026-11-17", "2027-01-12")
        .replace("series: \"skola\",", "");
    world.put("sessions/vinter.ron", &other);
    world.put("sessions/trasig.ron", "Session(");
    assert_snapshot!(world.told(&["sok", "TORSDAGAR"]), @r"
    vinter:N1: ingen nämner torsdagar
    host:N1: ingen nämner torsdagar
    går inte att läsa: HOME/sessions/trasig.ron:1:8: Filen tar slut för tidigt.
    [0]
    ");
    assert_snapshot!(world.told(&["search", "ring", "gården", "--series", "skola"]), @r"
    host:S1: Anna: ring fritidsgården (v49)
    går inte att läsa: HOME/sessions/trasig.ron:1:8: Filen tar slut för tidigt.
    [0]
    ");
    let found = |words: &[&str]| {
        let (code, out, _) = world.run(words);
        (code, out.lines().count())
    };
    assert_eq!(found(&["search", "namner", "--plain"]), (0, 2));
    assert_eq!(found(&["search", "namner"]), (1, 0));
    assert_eq!(found(&["search", "trsdgr", "--fuzzy"]), (0, 2));
    assert_eq!(found(&["search", "--open", "--tag", "nästa steg"]), (0, 2));
    assert_eq!(
        found(&["search", "--open", "--since", "2027-01-12"]),
        (0, 2)
    );
    assert_eq!(
        found(&["search", "--open", "--until", "2026-11-17"]),
        (0, 2)
    );
    assert_eq!(found(&["search"]), (2, 0));
    assert_eq!(found(&["search", "x", "--tag", "y"]), (2, 0));
}

#[test]
fn a_series_is_told_on_one_page() {
    let world = World::new();
    world.put("sessions/host.ron", ENDED);
    let other = ENDED
        .replace("0000001", "0000002")
        .replace("2026-11-17", "2027-01-12")
        .replace(
            "\"S1\", who: \"Anna\"",
            "\"S3\", status: Dropped, who: \"Eva\"",
        )
        .replace("tag: See", "tag: TakeWithUs");
    world.put("sessions/vinter.ron", &other);
    assert_snapshot!(world.told(&["show", "--series", "Skola"]), @r"
    SERIE  Skola                                                    Arbetsmaterial
     2 samtal. 4 nästa steg: 2 klara, 0 pågår, 1 öppna, 1 blev inte av.

    == VAD VI TOG MED OSS ========================================================
     DATE  Att trivas
     N1   ingen nämner torsdagar

    == DET HÄR BLEV AV ===========================================================
     [x] S2   Omar  boka lokal                                                när?
              DATE, klart
     [x] S2   Omar  boka lokal                                                när?
              DATE, klart

    == DET HÄR BLEV INTE AV ======================================================
     [-] S3   Eva   ring fritidsgården                                        v49
              DATE, ur N1: ingen nämner torsdagar, blev inte av

     Varför blev det inte av? Det står inte för: S3

    == DET HÄR ÄR ÖPPET ==========================================================
     [ ] S1   Anna  ring fritidsgården                                        v49
              DATE, ur N1: ingen nämner torsdagar
     F1   frånvaro per veckodag (DATE)
     F1   frånvaro per veckodag (DATE)

    == TIDER: PLANERAT OCH BLEV ==================================================
            punkt                            gånger   plan   blev
            Välkomna                              2   5:00  30:00
    [0]
    ");
    assert_snapshot!(world.told(&["show", "--series", "fritid"]), @r"
    samtal: Inget samtal hör till serien ”fritid”.
    [1]
    ");
}

/// A session of the series that was held on a day, its talk so many minutes long.
fn held(id: u32, day: &str, minutes: u32) -> String {
    let (from, to) = (
        format!("{day}T09:05:00+01:00"),
        format!("{day}T09:{:02}:00+01:00", 5 + minutes),
    );
    ENDED
        .replace("0199aaaa-0000-7000-8000-000000000001", &format!("0199aaaa-0000-7000-8000-{id:012}"))
        .replace("2026-11-17T09:00:00+01:00\", to: \"2026-11-17T09:30:00+01:00\")],", &format!(
            "{day}T09:00:00+01:00\", to: \"{from}\"), (stage: \"dialogue-1\", from: \"{from}\", to: \"{to}\")],"
        ))
        .replace("closed: \"2026-11-17T09:30:00+01:00\"", &format!("closed: \"{to}\""))
        .replace("2026-11-17", day)
}

#[test]
fn how_long_stages_were_is_told_and_taken_and_the_third_time_looks_back() {
    let world = World::new();
    world.put("sessions/ett.ron", &held(1, "2026-11-17", 5));
    let told = world.told(&["new", "--from", "ett", "x.ron"]);
    assert!(!told.contains("min önskat"), "once is no habit: {told}");
    world.put("sessions/tva.ron", &held(2, "2026-12-01", 6));
    let told = world.told(&["new", "--from", "tva", "y.ron"]);
    for said in [
        "Dialog: 8 min önskat, 6 min de senaste 2 gångerna.",
        "Inget är ändrat.",
        "Det här blir gång 3.",
    ] {
        assert!(told.contains(said), "{told}");
    }
    let minutes = |file: &str| {
        let text = std::fs::read_to_string(world.home().join(file)).unwrap();
        let dialogue = text.split("dialogue-1").nth(1).unwrap().to_owned();
        let line = dialogue.lines().find(|line| line.contains("minutes:"));
        line.unwrap().trim().to_owned()
    };
    assert_eq!(minutes("y.ron"), "minutes: (min: 5, wish: 8, max: 15),");
    let told = world.told(&["new", "--from", "tva", "--lengths", "--words", "z.ron"]);
    assert!(told.contains("Dialog: 6 min i stället för 8"), "{told}");
    let written = std::fs::read_to_string(world.home().join("z.ron")).unwrap();
    assert!(
        written.contains("words: [\"Potential och kontext\", \"Dialog\""),
        "{written}"
    );
    let told = world.told(&["show", "--series", "skola"]);
    let squeezed: Vec<&str> = told.split_whitespace().collect();
    let squeezed = squeezed.join(" ");
    for said in ["== TIDER: PLANERAT OCH BLEV", " Dialog 2 15:00 6:00 "] {
        assert!(squeezed.contains(said), "{told}");
    }
    let (code, _, why) = world.run(&["new", "--lengths"]);
    assert_eq!(code, 2, "{why}");
}

#[test]
fn the_words_of_a_collaboration_are_kept_over_time() {
    let world = World::new();
    world.put("sessions/ett.ron", &held(1, "2026-11-17", 14));
    world.told(&["new", "--from", "ett", "--words", "sessions/nasta.ron"]);
    let (code, out, why) = world.run(&["note", "nasta", "--add", "tillit: vi ringer varandra nu"]);
    assert_eq!(
        (code, out.trim_end()),
        (0, "N1  vi ser  Tillit: vi ringer varandra nu"),
        "{why}"
    );
    let told = world.told(&["show", "nasta"]);
    assert!(
        told.contains(" Tillit\n N1   vi ringer varandra nu\n"),
        "{told}"
    );
    let told = world.told(&["show", "--series", "skola"]);
    for said in [
        "== SAMVERKAN I ORD",
        ": vi ringer varandra nu (N1)",
        " Ambition\n Det har ingen talat om än.\n",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
    assert!(
        world
            .told(&["export", "nasta", "--format", "json"])
            .contains("\"word\": \"Tillit\"")
    );
}

#[test]
fn tidying_needs_a_terminal_and_names_what_it_cannot_read() {
    let world = World::new();
    world.put("sessions/ett.ron", ENDED);
    let told = world.told(&["renskriv", "ett"]);
    assert!(told.contains("terminal") && told.ends_with("[1]"), "{told}");
    world.put("sessions/trasig.ron", "Session(");
    let told = world.told(&["tidy", "trasig"]);
    assert!(told.contains("trasig.ron:1:"), "{told}");
    let help = world.run(&["renskriv", "--help"]).1;
    assert_eq!(help, world.run(&["tidy", "--help"]).1);
}

#[test]
fn tidying_reaches_the_file_and_stands_beside_the_leading_window() {
    let world = World::new();
    let mut leading = pty::begun(&world);
    pty::open_line(&mut leading);
    pty::note(&mut leading, 1, "fler är hemma, ffa i åttan");
    pty::close_line(&mut leading);
    let mut tidying = world.start(&["tidy"], pty::WINDOW);
    tidying.wait("1 kvar");
    tidying.send("\r");
    tidying.wait("u tar tillbaka det");
    // The leading window goes on, with the words written out.
    leading.wait("N1  fler är hemma, framför allt i åttan");
    pty::open_line(&mut leading);
    pty::note(&mut leading, 2, "bussen går tidigt, ffa i åttan");
    for window in [&mut tidying, &mut leading] {
        window.send("\u{3}");
        window.wait_given_back();
    }
    let file = &world.sessions()[0];
    let written = || std::fs::read_to_string(file).unwrap();
    assert!(written().contains("hemma, framför allt i"), "{}", written());
    // Alone it writes the file itself.
    let mut tidying = world.start(&["renskriv"], pty::WINDOW);
    tidying.wait("1 kvar");
    tidying.send("\r");
    tidying.wait("u tar tillbaka det");
    tidying.send("\u{3}");
    tidying.wait_given_back();
    assert!(
        written().contains("tidigt, framför allt i"),
        "{}",
        written()
    );
}
