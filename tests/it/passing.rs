//! A session passed on: in other forms, to files, with what should not be sent told first.
#![expect(
    clippy::disallowed_methods,
    reason = "looks at the files the program left, past the store"
)]

use insta::assert_snapshot;

use crate::world::World;

const LED: &str = r#"#![enable(implicit_some)]
Session(
    version: 1, kind: Session, id: "0199aaaa-0000-7000-8000-000000000001",
    title: "Att trivas", language: "sv", zone: "Europe/Stockholm",
    slot: (start: "2026-11-17T09:00:00+01:00", minutes: 15),
    next_steps: [
        (id: "S1", who: "Anna", what: "ring 070-123 45 67", when: "v49", from: ["N1"], at: "2026-11-17T09:10:00+01:00"),
        (id: "S2", who: "Omar", what: "boka", when: "december?", at: "2026-11-17T09:11:00+01:00"),
    ],
    participants: [(key: 1, name: "Vilgot", perspective: "polis")],
    stages: [
        (id: "start", title: "Välkomna", kind: Talk, minutes: 5),
        (id: "end", title: "Avslut", kind: Closing, minutes: 10),
    ],
    notes: [
        (id: "N1", at: "2026-11-17T09:02:00+01:00", tag: See, perspective: "polis", text: "=fler på torsdagar"),
        (id: "N2", at: "2026-11-17T09:08:00+01:00", tag: Surprise, text: "ingen nämner måndagar"),
    ],
)
"#;

#[test]
fn a_session_is_passed_on_in_every_form() {
    let world = World::new();
    world.put("sessions/trivas.ron", LED);
    assert_snapshot!(world.told(&["export", "trivas", "--format", "csv"]), @r"
    ﻿id;dag;tid;slag;punkt;diagram;vem;text;när;läge;varför;ur
    N1;DATE;09:02;vi ser;;;;'=fler på torsdagar;;;;
    N2;DATE;09:08;förvånar;;;;ingen nämner måndagar;;;;
    S1;DATE;09:10;nästa steg;;;Anna;ring 070-123 45 67;v49;öppet;;N1
    S2;DATE;09:11;nästa steg;;;Omar;boka;december?;öppet;;
    Se över S1 innan du skickar: där står telefonnummer.
    [0]
    ");
    let (code, ics, aside) = world.run(&["exportera", "--format", "ics"]);
    assert_eq!(code, 0);
    assert!(
        ics.starts_with("BEGIN:VCALENDAR\r\n") && ics.contains("DTSTART;VALUE=DATE:20261130"),
        "{ics}"
    );
    assert_snapshot!(aside, @r#"
    Se över S1 innan du skickar: där står telefonnummer.
    S2 har ingen fast dag ("december?") och står inte i kalendern.
    "#);
    for (form, begins) in [
        ("md", "# Att trivas"),
        ("txt", "SAMTAL"),
        ("html", "<!doctype html>"),
        ("json", "{"),
    ] {
        let file = format!("ut/a.{form}");
        let (code, out, _) = world.run(&["export", "-o", &file, "trivas"]);
        assert_eq!(code, 0, "{form}");
        let path = world.home().join(&file);
        assert!(out.trim().ends_with(&format!("a.{form}")), "{out}");
        let written = std::fs::read_to_string(&path).unwrap();
        assert!(written.starts_with(begins), "{written}");
        assert!(
            !written.contains("polis") && written.contains("Anna"),
            "{written}"
        );
        let with = world
            .run(&["export", "--format", form, "--with-perspectives"])
            .1;
        assert!(with.contains("polis") && !with.contains("Vilgot"), "{with}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(
                std::fs::metadata(&path).unwrap().permissions().mode() & 0o777,
                0o600
            );
        }
    }
    let (code, _, _) = world.run(&["export", "-o", "less/minutes.txt", "--tags"]);
    assert_eq!(code, 0);
    let tags = std::fs::read_to_string(world.home().join("less/tags")).unwrap();
    assert!(tags.starts_with("N1\tminutes.txt\t"), "{tags}");
}

#[test]
fn an_export_never_takes_a_sessions_place() {
    let world = World::new();
    let path = world.put("sessions/trivas.ron", LED);
    assert_snapshot!(world.told(&["export", "--format", "md", "-o", "sessions/trivas.ron"]), @r"
    samtal: En fil som slutar på .ron är ett samtal, och skrivs inte över.
    [2]
    ");
    assert_snapshot!(world.told(&["export", "-o", "x.pdf"]), @r"
    samtal: Vilken form? Säg --format md, txt, html, csv, json eller ics, eller ge filen en sådan ändelse.
    [2]
    ");
    assert_snapshot!(world.told(&["export", "--format", "md", "--tags"]), @r"
    samtal: --tags hör ihop med --format txt och -o FIL.
    [2]
    ");
    assert_eq!(std::fs::read_to_string(path).unwrap(), LED);
}

#[test]
fn a_part_of_the_minutes() {
    let world = World::new();
    world.put("sessions/trivas.ron", LED);
    assert_snapshot!(world.told(&["show", "--only", "förv", "--only", "next step"]), @r"
    SAMTAL DATE  Att trivas                                   Arbetsmaterial

    == förvånar ==================================================================
     N2   ingen nämner måndagar

    == nästa steg ================================================================
     [ ] S1   Anna  ring 070-123 45 67                                   v49
              ur N1
     [ ] S2   Omar  boka                                                 december?
    [0]
    ");
    assert_snapshot!(world.told(&["show", "--since", "09:05", "--lang", "en"]), @r"
    DIALOGUE DATE  Att trivas                               Working material

    == surprises =================================================================
     N2   ingen nämner måndagar

    == next step =================================================================
     [ ] S1   Anna  ring 070-123 45 67                                   v49
              from N1
     [ ] S2   Omar  boka                                                 december?
    [0]
    ");
    assert_snapshot!(world.told(&["show", "--since", "2026-11-18"]), @r"
    SAMTAL DATE  Att trivas                                   Arbetsmaterial
     Inget antecknat.
    [0]
    ");
    assert_snapshot!(world.told(&["show", "--only", "vi"]), @r#"
    samtal: "vi" är inget slag av anteckning. Det finns: vi ser, vi ser mer, fel i data?, förvånar, nyfiken på, idé, data vi vill se, vem mer?, tar med oss, reflektion, nästa steg, parkerat.
    [2]
    "#);
    assert_snapshot!(world.told(&["show", "--since", "igår"]), @r#"
    samtal: "igår" är ingen tid. Skriv 10:05, DATE eller "DATE 10:05".
    [2]
    "#);
}

#[test]
fn a_meetings_own_words_for_its_notes_are_heard_everywhere() {
    let world = World::new();
    world.told(&["new", "--template", "patient-forum"]);
    let says = |words: &[&str], said: &[&str]| {
        let told = world.told(words);
        assert!(
            said.iter().all(|said| told.contains(said)),
            "{words:?}: {told}"
        );
    };
    let add = |tag| ["note", "--add", "lugnare kvällar", "--tag", tag];
    says(
        &add("vi behöver"),
        &["N1  vi behöver  lugnare kvällar", "[0]"],
    );
    says(&add("förvånar"), &["N2  förvånar  lugnare kvällar", "[0]"]);
    says(&add("ny soffa"), &["ny soffa", "vi behöver", "[2]"]);
    says(
        &["show", "--only", "vi behöver"],
        &["== vi behöver ==", " N1  ", "[0]"],
    );
    says(
        &["show"],
        &["== VI BEHÖVER ==", " Vi behöver\n N1  ", "[0]"],
    );
    // What is called otherwise here is found by the method's word too, and by none that nobody uses.
    for tag in ["vi behöver", "nyfiken på"] {
        says(
            &["search", "--tag", tag],
            &["patientforum:N1: lugnare kvällar\n[0]"],
        );
    }
    says(
        &["search", "--tag", "vi undrar"],
        &["\"vi undrar\" är inget slag av anteckning.", "[2]"],
    );
}
