//! Files that were changed, lost, damaged, copied, moved, or came from another machine.

use super::*;

#[test]
fn what_a_person_changed_becomes_entries() {
    let disk = disk(1);
    dialogue(&disk, &mut Vec::new()).unwrap();
    drop(open(&disk));
    edit(&disk, "Att trivas i skolan", "Att trivas");
    edit(&disk, "data 1", "data one");
    let seen = peek(&disk, &places(), Path::new(FILE), &Unsaid::default()).unwrap();
    let mut opened = open(&disk);
    assert_eq!(&seen.session, opened.session());
    let [
        Notice::Edited {
            kept,
            changes: 2,
            left,
        },
    ] = opened.notices.as_slice()
    else {
        panic!("{:?}", opened.notices);
    };
    assert_eq!(left.as_slice(), []);
    assert!(files::read_text(&disk, kept).unwrap().contains("data one"));
    assert_eq!(
        kept.to_str().unwrap(),
        "/h/sessions/skola.edited-20261117-080000.ron"
    );
    assert_eq!(opened.session().plan().title.as_str(), "Att trivas");
    assert_published(&disk, opened.session());
    let last = opened.session().last_act(Seat::LEAD).unwrap();
    opened
        .store
        .append(draft(30, Event::TakenBack(last)))
        .unwrap();
    assert!(words(opened.store.session()).contains(&"data 1".to_owned()));
    drop(opened.store);
    assert_eq!(open(&disk).notices, [], "it is said once");
}

#[test]
fn hand_edits_are_taken_in_once_whatever_call_the_power_goes_at() {
    let prepared = |seed| {
        let disk = disk(seed);
        dialogue(&disk, &mut Vec::new()).unwrap();
        drop(open(&disk));
        edit(&disk, "data 1", "data one");
        let added =
            "    notes: [\n        (at: \"2026-11-17T08:00:30Z\", tag: See, text: \"by hand\"),";
        edit(&disk, "    notes: [", added);
        disk
    };
    let whole = prepared(1);
    let first = whole.steps();
    drop(open(&whole));
    let last = whole.steps();
    let expected = [
        "data 0", "data one", "dialog 0", "dialog 1", "after", "by hand",
    ];
    for step in first..=last {
        let disk = prepared(step);
        disk.cut_after(step);
        drop(open_at(&disk, FILE, 0));
        disk.power_on();
        let opened = open(&disk);
        assert_eq!(words(opened.session()), expected, "call {step}");
        drop(opened.store);
        assert_eq!(
            words(&open(&disk).session().clone()),
            expected,
            "call {step}"
        );
    }
}

#[test]
fn a_file_changed_while_it_is_open_is_not_thrown_away() {
    let disk = disk(1);
    let mut store = open(&disk).store;
    store.append(draft(1, note("one"))).unwrap();
    store.publish().unwrap();
    store.append(draft(2, note("two"))).unwrap();
    edit(&disk, "\"one\"", "\"one, by hand\"");
    store.publish().unwrap();
    assert_eq!(words(store.session()), ["one, by hand", "two"]);
    assert!(matches!(
        store.take_notices().as_slice(),
        [Notice::Edited { changes: 1, .. }]
    ));
    let Arrived::Entries(arrived) = store.take_arrived() else {
        panic!("nothing was rewritten");
    };
    assert_eq!(arrived.len(), 1, "the program folds it too");
    assert_published(&disk, store.session());
}

#[test]
fn a_lost_or_damaged_file_is_written_again() {
    let disk = disk(1);
    dialogue(&disk, &mut Vec::new()).unwrap();
    let session = open(&disk).session().clone();
    disk.forget(Path::new(FILE));
    let opened = open(&disk);
    assert_eq!(
        (opened.notices.as_slice(), opened.session()),
        ([Notice::Missing].as_slice(), &session)
    );
    assert_published(&disk, &session);
    drop(opened);
    for damage in [b"Session(title: ".as_slice(), b"\xff\xfe\x00", b""] {
        disk.put(Path::new(FILE), damage);
        let seen = peek(&disk, &places(), Path::new(FILE), &Unsaid::default()).unwrap();
        assert_eq!(seen.session, session);
        let opened = open(&disk);
        let [Notice::Damaged { kept, .. }] = opened.notices.as_slice() else {
            panic!("{:?}", opened.notices);
        };
        assert_eq!(disk.read(kept, 0, 99).unwrap(), damage);
        assert_eq!(opened.session(), &session);
        assert_published(&disk, &session);
    }
    let newer = file(&disk).replace("version: 1", "version: 9");
    disk.put(Path::new(FILE), newer.as_bytes());
    open_at(&disk, FILE, 0).unwrap_err();
    assert_eq!(file(&disk), newer, "a newer file is left alone");
}

#[test]
fn a_copy_gets_its_own_id_and_a_moved_file_is_followed() {
    let disk = disk(1);
    dialogue(&disk, &mut Vec::new()).unwrap();
    let session = open(&disk).session().clone();
    let text = file(&disk);
    disk.put(Path::new("/h/sessions/copy.ron"), text.as_bytes());
    let copy = open_at(&disk, "/h/sessions/copy.ron", 7).unwrap();
    assert_eq!(copy.notices, [Notice::Copied { of: FILE.into() }]);
    assert_ne!(copy.session().id(), session.id());
    assert_eq!(words(copy.session()), words(&session));
    drop(copy);
    assert_eq!(
        open_at(&disk, "/h/sessions/copy.ron", 8).unwrap().notices,
        []
    );
    assert_eq!(open(&disk).notices, []);

    disk.forget(Path::new(FILE));
    disk.put(Path::new("/elsewhere/skola.ron"), text.as_bytes());
    let moved = open_at(&disk, "/elsewhere/skola.ron", 9).unwrap();
    assert_eq!(moved.notices, [Notice::Moved { from: FILE.into() }]);
    assert_eq!(moved.session(), &session);
    drop(moved);
    assert_eq!(
        open_at(&disk, "/elsewhere/skola.ron", 9).unwrap().notices,
        []
    );
}

#[test]
fn a_file_from_another_machine_is_the_new_ground() {
    let here = disk(1);
    dialogue(&here, &mut Vec::new()).unwrap();
    drop(open(&here));
    let there = ModelDisk::new(2);
    there.put(Path::new(FILE), file(&here).as_bytes());
    let mut store = open(&there).store;
    store
        .append(draft(40, note("from the other machine")))
        .unwrap();
    store.append(draft(41, enter(&store, "data"))).unwrap();
    store.publish().unwrap();
    let session = store.session().clone();
    here.put(Path::new(FILE), file(&there).as_bytes());

    let seen = peek(&here, &places(), Path::new(FILE), &Unsaid::default()).unwrap();
    assert_eq!(base_of(&seen.session), base_of(&session));
    let opened = open(&here);
    assert_eq!(opened.notices, [Notice::Elsewhere]);
    assert_eq!(base_of(opened.session()), base_of(&session));
    drop(opened);
    let mut again = open(&here);
    assert_eq!(again.notices, []);
    assert_eq!(base_of(again.session()), base_of(&session));

    // Something was written here that no file has: nothing is thrown away, and what came becomes entries.
    again.store.append(draft(50, note("only here"))).unwrap();
    drop(again.store);
    store.append(draft(51, note("only there"))).unwrap();
    store.publish().unwrap();
    here.put(Path::new(FILE), file(&there).as_bytes());
    let merged = open(&here);
    assert!(matches!(merged.notices.as_slice(), [Notice::Edited { .. }]));
    let words = words(merged.session());
    assert!(words.contains(&"only here".to_owned()) && words.contains(&"only there".to_owned()));
}

#[test]
fn a_foreign_file_or_a_copy_survives_a_power_cut_at_any_call() {
    let here = |seed| {
        let disk = disk(seed);
        dialogue(&disk, &mut Vec::new()).unwrap();
        drop(open(&disk));
        let there = ModelDisk::new(2);
        there.put(Path::new(FILE), file(&disk).as_bytes());
        let mut store = open(&there).store;
        store.append(draft(40, note("from there"))).unwrap();
        store.publish().unwrap();
        disk.put(Path::new(FILE), file(&there).as_bytes());
        disk.put(Path::new("/h/sessions/copy.ron"), file(&there).as_bytes());
        disk
    };
    for path in [FILE, "/h/sessions/copy.ron"] {
        let whole = here(1);
        let first = whole.steps();
        let expected = words(open_at(&whole, path, 1).unwrap().session());
        for step in first..=whole.steps() {
            let disk = here(step);
            disk.cut_after(step);
            drop(open_at(&disk, path, 1));
            disk.power_on();
            let opened = open_at(&disk, path, 2).unwrap();
            assert_eq!(words(opened.session()), expected, "{path}, call {step}");
        }
    }
}
