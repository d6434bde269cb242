//! What must stand in no file: numbers of people from the first key on, and later what was removed for good.
#![expect(
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
