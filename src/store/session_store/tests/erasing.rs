//! Removing a note for good.

use super::*;

/// A note in every place where its words can stand: base, journal, file, backup, edited and damaged copies.
fn with_secret(seed: u64) -> ModelDisk {
    let disk = disk(seed);
    dialogue(&disk, &mut Vec::new()).unwrap();
    let mut store = open(&disk).store;
    let added = store
        .append(draft(30, note("the secret")))
        .unwrap()
        .unwrap();
    let Event::NoteAdded { id, .. } = added.event else {
        panic!("{added:?}");
    };
    let edits = vec![NoteEdit::Text("the secret again".into())];
    store
        .append(draft(31, Event::NoteEdited { id, edits }))
        .unwrap();
    store.publish().unwrap();
    drop(store);
    edit(&disk, "data 1", "data one");
    drop(open(&disk));
    disk.put(Path::new("/h/sessions/skola.damaged-1.ron"), b"the secret");
    disk
}

const SECRET: NoteId = NoteId::new(Letter::N, 6);

#[test]
fn what_is_removed_for_good_stands_in_no_file() {
    let disk = with_secret(1);
    assert!(who_holds(&disk, "the secret").len() >= 4);
    let mut store = open(&disk).store;
    store.erase(SECRET).unwrap();
    assert_eq!(who_holds(&disk, "the secret"), Vec::<PathBuf>::new());
    assert!(store.session().note(SECRET).unwrap().erased);
    let next = store.append(draft(60, note("next"))).unwrap().unwrap();
    let Event::NoteAdded { id, .. } = next.event else {
        panic!("{next:?}");
    };
    assert_eq!(
        id,
        NoteId::new(Letter::N, 7),
        "its number is not given again"
    );
    let session = store.session().clone();
    drop(store);
    let opened = open(&disk);
    assert_eq!(
        (opened.notices.as_slice(), opened.session()),
        ([].as_slice(), &session)
    );
}

#[test]
fn removing_for_good_is_finished_after_a_power_cut() {
    let whole = with_secret(1);
    let mut store = open(&whole).store;
    let first = whole.steps();
    store.erase(SECRET).unwrap();
    for step in first..=whole.steps() {
        let disk = with_secret(step);
        let mut store = open(&disk).store;
        disk.cut_after(step);
        let answer = store.erase(SECRET);
        drop(store);
        disk.power_on();
        let opened = open(&disk);
        let gone = opened.session().note(SECRET).unwrap().erased;
        assert!(gone || answer.is_err());
        if gone {
            assert_eq!(
                who_holds(&disk, "the secret"),
                Vec::<PathBuf>::new(),
                "call {step}"
            );
        } else {
            assert!(words(opened.session()).contains(&"the secret again".to_owned()));
        }
    }
}

#[test]
fn a_note_of_the_ground_is_removed_too() {
    let here = disk(1);
    dialogue(&here, &mut Vec::new()).unwrap();
    drop(open(&here));
    let there = ModelDisk::new(2);
    there.put(Path::new(FILE), file(&here).as_bytes());
    let mut store = open(&there).store;
    store.erase(NoteId::new(Letter::N, 2)).unwrap();
    assert_eq!(who_holds(&there, "data 1"), Vec::<PathBuf>::new());
    assert_eq!(
        words(store.session()),
        ["data 0", "dialog 0", "dialog 1", "after"]
    );
}
