//! A dialogue seen again from the command line: it reads, and leaves everything as it was.

use std::{collections::BTreeMap, fs, path::PathBuf};

use crate::{
    pty::{WINDOW, begun},
    world::World,
};

/// Every file of a world with its bytes.
fn everything(world: &World) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut folders = vec![world.home().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = fs::read(&path).expect("a file");
                all.insert(path, bytes);
            }
        }
    }
    all
}

#[test]
fn a_dialogue_is_seen_again_and_nothing_is_written() {
    let world = World::new();
    let mut lead = begun(&world);
    lead.send("\u{3}");
    lead.wait_given_back();
    let (code, ..) = world.run(&["note", "--add", "!ingen nämnde måndagar"]);
    assert_eq!(code, 0);
    let before = everything(&world);
    let (code, said, errors) = world.run(&["replay", "--linear"]);
    assert_eq!((code, errors.as_str()), (0, ""), "{said}");
    assert!(
        said.contains(" Nu: ") && said.contains("N1, förvånar"),
        "{said}"
    );
    let mut window = world.start(&["spela"], WINDOW);
    window.wait("Repris ");
    // The dialogue is seconds long, so it may have ended already; at its end everything is there.
    window.send("\u{1b}[F");
    window.wait("paus");
    window.wait("ingen nämnde måndagar");
    window.send("iförsök\r");
    window.send("q");
    window.wait_given_back();
    assert_eq!(window.code(), 0);
    assert_eq!(everything(&world), before);
}

#[test]
fn what_cannot_be_seen_again_says_why() {
    let world = World::new();
    let (code, path, _) = world.run(&["new"]);
    assert_eq!(code, 0);
    let (code, out, errors) = world.run(&["replay", path.trim(), "--linear"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(
        errors.contains("har inte börjat") && errors.contains("samtal led"),
        "{errors}"
    );
    let (code, _, errors) = world.run(&["replay", "--speed", "7"]);
    assert_eq!(code, 2);
    assert!(errors.contains("1, 2, 5, 10, 30, 60"), "{errors}");
    let (code, _, errors) = world.run(&["replay", "finns-inte"]);
    assert_eq!(code, 1, "{errors}");
}
