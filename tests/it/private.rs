//! What must stand in no file: numbers of people from the first key on, and later what was removed for good.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "looks at every byte the program left, past the store"
)]

use std::path::{Path, PathBuf};

use insta::assert_snapshot;

use crate::world::World;

/// Every file below a folder.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files_below(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The files below the home that hold words, in any case.
fn holding(world: &World, words: &str) -> Vec<PathBuf> {
    let mut files = files_below(world.home());
    let words = words.to_lowercase();
    files.retain(|file| {
        let bytes = std::fs::read(file).unwrap();
        String::from_utf8_lossy(&bytes)
            .to_lowercase()
            .contains(&words)
    });
    files
}

/// A dialogue that goes on.
fn begun() -> World {
    let world = World::new();
    world.put(
        "sessions/trivas.ron",
        r#"#![enable(implicit_some)]
Session(
    version: 1, kind: Session, id: "0199aaaa-0000-7000-8000-000000000001",
    title: "Att trivas", language: "sv", zone: "Europe/Stockholm",
    participants: [(key: 1, name: "Vilgot Ek", perspective: "polis"), (key: 2, perspective: "skola")],
    stages: [(id: "dialogue-1", title: "Dialog, del 1", kind: Dialogue, minutes: 45)],
)
"#,
    );
    world
}

#[test]
fn numbers_of_people_reach_no_file() {
    let world = begun();
    let (code, out, told) = world.run(&[
        "note",
        "trivas",
        "--add",
        "hon är 900101-9802",
        "--add",
        "> Anna: ring 070-174 06 05 v49",
        "--add",
        "skriv ask@exempel.se",
    ]);
    assert_snapshot!(format!("{out}{told}[{code}]"), @r"
    N1  vi ser  hon är ▒▒▒
    S1  nästa steg  ring ▒▒▒
    N2  vi ser  skriv ask@exempel.se
    Personnummer: sparas som ▒▒▒.
    Telefonnummer: sparas som ▒▒▒.
    Står som skrivet; en e-postadress pekar ut någon.
    [0]
    ");
    assert_eq!(holding(&world, "9802"), Vec::<PathBuf>::new());
    assert_eq!(holding(&world, "174 06"), Vec::<PathBuf>::new());
    assert_eq!(holding(&world, "ask@exempel.se").len(), 2, "log and file");
    let (_, _, told) = world.run(&[
        "steps",
        "S1",
        "done",
        "svarade på 0701740605",
        "--lang",
        "en",
    ]);
    assert_eq!(told, "Phone number: saved as ▒▒▒.\n");
    assert_eq!(holding(&world, "17406"), Vec::<PathBuf>::new());
}

/// A note, a step, a log, a backup and a copy that was set aside, all with Anna in them.
fn with_anna() -> World {
    let world = begun();
    for words in [
        "skola: Annas klass",
        "> Anna: ring fritids v49",
        "fler cyklar",
    ] {
        assert_eq!(world.run(&["note", "trivas", "--add", words]).0, 0);
    }
    let path = world.home().join("sessions/trivas.ron");
    let text = std::fs::read_to_string(&path).unwrap();
    world.put(
        "sessions/trivas.ron",
        &text.replace("Att trivas", "Att trivas med Anna"),
    );
    assert_eq!(world.run(&["note", "trivas", "--add", "ANNA igen"]).0, 0);
    assert!(holding(&world, "anna").len() >= 4);
    world
}

#[test]
fn a_note_is_removed_for_good_when_its_id_is_written_again() {
    let world = with_anna();
    let (code, out, told) = world.run(&["remove", "trivas", "N1", "--lang", "en"]);
    assert_eq!(code, 1, "nobody could be asked");
    assert!(
        out.contains("N1  we see  Annas klass") && told.contains("Nothing is removed"),
        "{out}{told}"
    );
    let (code, out, told) = world.run(&["ta-bort-helt", "trivas", "N1", "--yes"]);
    assert_eq!(code, 0, "{told}");
    assert!(
        out.contains("N1 är borttagen helt.")
            && out.contains("Skriven på nytt:")
            && out.contains("Borttagen:"),
        "{out}"
    );
    assert_eq!(holding(&world, "annas klass"), Vec::<PathBuf>::new());
    assert_eq!(
        world.run(&["remove", "trivas", "N1", "--yes"]).0,
        1,
        "it is gone"
    );
    assert_eq!(world.run(&["remove", "trivas", "x", "--yes"]).0, 2);
    assert_eq!(world.run(&["remove", "trivas"]).0, 2);
}

#[test]
fn a_person_is_removed_from_every_byte() {
    let world = with_anna();
    let (code, out, _) = world.run(&["remove", "--person", "anna"]);
    assert_eq!(code, 1);
    assert!(
        out.contains("  N1  Annas klass") && out.contains("titel eller syfte"),
        "{out}"
    );
    assert!(
        world.run(&["search", "annas"]).1.contains("N1"),
        "and the index knows her"
    );
    let (code, out, told) = world.run(&["remove", "--person", "anna", "--yes"]);
    assert_eq!(code, 0, "{out}{told}");
    assert_eq!(world.run(&["search", "annas"]).1, "");
    assert_eq!(holding(&world, "anna"), Vec::<PathBuf>::new());
    let minutes = world.run(&["show", "trivas", "--no-pager"]).1;
    assert!(
        minutes.contains("[borttagen]") && minutes.contains("ring fritids"),
        "{minutes}"
    );
    assert!(
        world
            .run(&["remove", "--person", "anna", "--yes"])
            .1
            .contains("står ingenstans")
    );
    assert_eq!(
        world
            .run(&["remove", "--person", "Vilgot", "trivas", "--yes"])
            .0,
        0
    );
    assert_eq!(holding(&world, "vilgot"), Vec::<PathBuf>::new());
}

#[test]
fn thinning_says_what_could_go_and_takes_it_only_when_asked() {
    let world = with_anna();
    let (code, out, _) = world.run(&["thin", "--lang", "en"]);
    assert_eq!(code, 0);
    assert!(
        out.contains("trivas") && out.contains("notes") && out.contains("Nothing is removed."),
        "{out}"
    );
    assert!(
        world
            .run(&["gallra", "--older-than", "2y", "--kind", "notes", "--yes"])
            .1
            .contains("inget att gallra")
    );
    assert_eq!(
        world
            .run(&["thin", "--older-than", "x", "--kind", "notes"])
            .0,
        2
    );
    world.put(
        "sessions/gammal.ron",
        r#"#![enable(implicit_some)]
Session(
    version: 1, kind: Session, id: "0199aaaa-0000-7000-8000-000000000002", title: "Gammal", language: "sv", zone: "Europe/Stockholm",
    slot: (start: "2020-01-01T09:00:00+01:00", minutes: 60),
    participants: [(key: 1, name: "Vilgot", perspective: "polis")],
    stages: [(id: "a", title: "A", minutes: 60)],
    notes: [(id: "N1", at: "2020-01-01T09:10:00+01:00", perspective: "polis", text: "hemligheten")],
    next_steps: [(id: "S1", who: "Bo", what: "ring", at: "2020-01-01T09:20:00+01:00")],
)
"#,
    );
    let asked = ["thin", "--older-than", "2y", "--kind", "notes,namn"];
    let (code, out, told) = world.run(&asked);
    assert!(
        code == 1 && out.contains("gammal") && !out.contains("trivas"),
        "{out}{told}"
    );
    let (code, out, told) = world.run(&[&asked[..], &["--yes"]].concat());
    assert_eq!(code, 0, "{told}");
    assert!(
        out.contains("gammal: borttaget en anteckning, ett namn"),
        "{out}"
    );
    assert_eq!(holding(&world, "hemligheten"), Vec::<PathBuf>::new());
    let minutes = world.run(&["show", "gammal", "--no-pager"]).1;
    assert!(minutes.contains("ring"), "{minutes}");
    let whole = ["thin", "--older-than", "2y", "--kind", "sessions", "--yes"];
    assert_eq!(world.run(&whole).0, 0);
    assert_eq!(
        world.sessions().len(),
        2,
        "the young one, and its copy that was set aside"
    );
}

#[test]
fn packed_and_unpacked_it_is_the_same() {
    let world = with_anna();
    let (code, out, told) = world.run(&["packa", "-o", "allt.zip"]);
    assert_eq!(code, 0, "{told}");
    assert!(out.contains("Loggarna följde med"), "{out}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let meta = std::fs::metadata(world.home().join("allt.zip")).unwrap();
        assert_eq!(meta.permissions().mode() & 0o777, 0o600);
    }
    assert_eq!(
        world.run(&["pack", "-o", "allt.zip"]).0,
        1,
        "nothing is written over"
    );
    let (code, out, _) = world.run(&["unpack", "allt.zip", "--lang", "en"]);
    assert!(code == 0 && out.contains("samtal merge trivas"), "{out}");
    let other = World::new();
    let pack = world.home().join("allt.zip").display().to_string();
    let (code, out, told) = other.run(&["packa-upp", &pack]);
    assert!(
        code == 0 && out.contains("Skriven med sin logg"),
        "{out}{told}"
    );
    for words in [&["show", "trivas", "--no-pager"][..], &["list"], &["steps"]] {
        assert_eq!(world.run(words).1, other.run(words).1, "{words:?}");
    }
    assert_eq!(other.run(&["packa-upp", &pack]).0, 0, "twice does no harm");
    let third = World::new();
    world.run(&["pack", "trivas", "--without-log", "-o", "utan.zip"]);
    let pack = world.home().join("utan.zip").display().to_string();
    assert!(third.run(&["unpack", &pack]).1.contains("Skriven: "));
    third.put("fel.zip", "ingen zip");
    let (code, _, told) = third.run(&["unpack", "fel.zip"]);
    assert!(
        code == 1 && told.contains("ingen zip-fil") && told.contains("Inget är skrivet"),
        "{told}"
    );
}
