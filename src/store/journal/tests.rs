use std::{collections::BTreeSet, thread};

use super::*;
use crate::store::disk::{Injected, ModelDisk, RealDisk};

const DIR: &str = "/state/s1";

fn dir() -> &'static Path {
    Path::new(DIR)
}

fn open(disk: &ModelDisk) -> Result<(Journal<ModelDisk>, News), StoreError> {
    Journal::open(disk.clone(), dir())
}

fn payloads(news: &News) -> Vec<String> {
    news.lines.iter().map(|line| line.payload.clone()).collect()
}

fn read_all(disk: &ModelDisk) -> Vec<String> {
    let (_journal, news) = open(disk).expect("the disk works again");
    assert!(!news.has_loss(), "{:?}", news.gaps);
    payloads(&news)
}

fn write<D: Disk>(journal: &mut Journal<D>, lines: &[&str]) -> Result<Saved, StoreError> {
    let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    journal.begin()?.write(&lines)
}

/// Two windows at work for a while: what was confirmed is in `saved`.
fn two_windows(disk: &ModelDisk, saved: &mut Vec<String>) -> Result<(), StoreError> {
    let (mut one, _) = open(disk)?;
    let (mut two, _) = open(disk)?;
    for round in 0..4 {
        for (name, window) in [("one", &mut one), ("two", &mut two)] {
            let lines: Vec<String> = (0..=round % 3)
                .map(|n| format!("{name} {round}.{n} {}", "x".repeat(round * 7)))
                .collect();
            let mut writing = window.begin()?;
            writing.write(&lines)?;
            saved.extend(lines);
        }
        two.poll()?;
    }
    one.begin()?.set_damaged_aside("now")?;
    write(&mut two, &["last"])?;
    saved.push("last".to_owned());
    Ok(())
}

fn steps_of_two_windows() -> u64 {
    let disk = ModelDisk::new(0);
    let mut saved = Vec::new();
    two_windows(&disk, &mut saved).unwrap();
    let steps = disk.steps();
    assert_eq!(read_all(&disk), saved);
    steps
}

/// Everything saved is there, in order, once; more may be there (written, not confirmed) but only at the end.
fn keeps_promise(found: &[String], saved: &[String]) -> bool {
    let unique: BTreeSet<&String> = found.iter().collect();
    unique.len() == found.len() && found.starts_with(saved)
}

#[test]
fn what_was_saved_survives_a_power_cut_after_any_call() {
    let last = steps_of_two_windows();
    for seed in 1..=6 {
        for step in 0..=last {
            let disk = ModelDisk::new(seed);
            disk.cut_after(step);
            let mut saved = Vec::new();
            let ended = two_windows(&disk, &mut saved);
            assert_eq!(ended.is_ok(), step >= last);
            disk.power_on();
            let found = read_all(&disk);
            assert!(
                keeps_promise(&found, &saved),
                "seed {seed}, cut after call {step}: saved {saved:?}, found {found:?}"
            );
            assert_eq!(read_all(&disk), found, "reading changes nothing");
        }
    }
}

#[test]
fn without_syncs_the_same_test_fails() {
    let last = steps_of_two_windows();
    let mut broken = 0;
    for step in 0..=last {
        let disk = ModelDisk::new(step + 1);
        disk.make_syncs_lie();
        disk.cut_after(step);
        let mut saved = Vec::new();
        two_windows(&disk, &mut saved).ok();
        disk.power_on();
        let (_journal, news) = open(&disk).unwrap();
        broken += u64::from(!keeps_promise(&payloads(&news), &saved));
    }
    assert!(
        broken * 2 > last,
        "only {broken} of {last} cuts lost anything"
    );
}

#[test]
fn what_was_saved_survives_a_kill_at_any_call() {
    for step in 0..=steps_of_two_windows() {
        let disk = ModelDisk::new(9);
        disk.cut_after(step);
        let mut saved = Vec::new();
        two_windows(&disk, &mut saved).ok();
        disk.kill();
        let found = read_all(&disk);
        assert!(keeps_promise(&found, &saved), "killed at call {step}");
        disk.power_on();
        assert_eq!(read_all(&disk), found, "what was read was made safe first");
    }
}

/// A person who presses "try again" until it is saved; a line that is there already is not written again.
fn stubborn(disk: &ModelDisk, saved: &mut Vec<String>) -> u32 {
    let mut failures = 0;
    let (mut journal, news) = loop {
        match open(disk) {
            Ok(opened) => break opened,
            Err(_) => failures += 1,
        }
    };
    let mut known: Vec<String> = payloads(&news);
    for n in 0..6 {
        let line = format!("note {n}");
        loop {
            let answer = journal.begin().and_then(|mut writing| {
                known.extend(payloads(&writing.take_news()));
                if known.contains(&line) {
                    return Ok(());
                }
                writing.write(std::slice::from_ref(&line))?;
                known.push(line.clone());
                Ok(())
            });
            match answer {
                Ok(()) => break,
                Err(_) => failures += 1,
            }
        }
        saved.push(line);
    }
    failures
}

#[test]
fn a_failed_call_never_says_saved_and_the_next_try_lands() {
    let disk = ModelDisk::new(1);
    assert_eq!(stubborn(&disk, &mut Vec::new()), 0);
    let last = disk.steps();
    for injected in [Injected::Broken, Injected::Full] {
        for seed in 1..=4 {
            // One call fails, or two in a row: a failed sync and the new generation after it.
            for (step, also) in (1..=last).flat_map(|n| [(n, n), (n, n + 1), (n, n + 2)]) {
                let disk = ModelDisk::new(seed);
                disk.inject(step, injected);
                disk.inject(also, injected);
                let mut saved = Vec::new();
                stubborn(&disk, &mut saved);
                disk.power_on();
                let found = read_all(&disk);
                assert!(
                    keeps_promise(&found, &saved),
                    "seed {seed}, {injected:?} at {step} and {also}: {found:?}"
                );
            }
        }
    }
}

#[test]
fn a_failed_sync_is_saved_in_a_new_file() {
    let disk = ModelDisk::new(3);
    let (mut journal, _) = open(&disk).unwrap();
    write(&mut journal, &["first"]).unwrap();
    let (mut other, _) = open(&disk).unwrap();
    let mut writing = journal.begin().unwrap();
    // Calls from here: open the file, append, sync.
    disk.inject(disk.steps() + 3, Injected::Broken);
    let saved = writing.write(&["second".to_owned()]).unwrap();
    drop(writing);
    assert_eq!(saved.generation, 2, "{:?}", disk.calls());
    assert_eq!(payloads(&other.poll().unwrap()), ["second"]);
    write(&mut other, &["third"]).unwrap();
    let news = journal.poll().unwrap();
    assert_eq!(
        (payloads(&news), news.rewritten),
        (vec!["third".to_owned()], false)
    );
    disk.power_on();
    assert_eq!(read_all(&disk), ["first", "second", "third"]);
    let left = disk.list(dir()).unwrap();
    assert_eq!(
        left,
        [dir().join("journal-2"), dir().join("lock")],
        "the old one goes at the next opening"
    );
}

#[test]
fn a_full_disk_loses_nothing_and_recovers() {
    let disk = ModelDisk::new(5);
    let (mut journal, _) = open(&disk).unwrap();
    write(&mut journal, &["before"]).unwrap();
    for spare in 0..40 {
        disk.set_room(Some(disk.used() + spare));
        let error = write(&mut journal, &["a line that has no room on this disk"]).unwrap_err();
        assert_eq!(error.trouble, Trouble::Full);
        assert_eq!(payloads(&read(&disk, dir()).unwrap().1), ["before"]);
    }
    disk.set_room(None);
    write(&mut journal, &["after"]).unwrap();
    assert_eq!(read_all(&disk), ["before", "after"]);
}

#[test]
fn a_torn_tail_is_closed_by_the_next_writer() {
    let disk = ModelDisk::new(5);
    let (mut journal, _) = open(&disk).unwrap();
    write(&mut journal, &["one"]).unwrap();
    let path = journal.path();
    let mut bytes = disk.read(&path, 0, 9999).unwrap();
    bytes.extend_from_slice(b"J2 2 4f");
    disk.put(&path, &bytes);
    let (mut journal, news) = open(&disk).unwrap();
    assert_eq!((news.torn, news.gaps.len()), (7, 0));
    write(&mut journal, &["two"]).unwrap();
    write(&mut journal, &["three"]).unwrap();
    let (_, news) = open(&disk).unwrap();
    assert_eq!(payloads(&news), ["one", "two", "three"]);
    assert!(!news.has_loss(), "{:?}", news.gaps);
}

#[test]
fn damage_is_told_once_and_kept_beside() {
    let disk = ModelDisk::new(5);
    let (mut journal, _) = open(&disk).unwrap();
    write(&mut journal, &["one", "two", "three"]).unwrap();
    let path = journal.path();
    let mut bytes = disk.read(&path, 0, 9999).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    disk.put(&path, &bytes);
    let (mut journal, news) = open(&disk).unwrap();
    assert_eq!(payloads(&news), ["one", "three"]);
    assert!(news.has_loss());
    journal
        .begin()
        .unwrap()
        .set_damaged_aside("20261117-0928")
        .unwrap();
    let kept = disk.read(&dir().join("journal-1.damaged-20261117-0928"), 0, 9999);
    assert_eq!(kept.unwrap(), bytes);
    assert_eq!(read_all(&disk), ["one", "three"]);
    write(&mut journal, &["four"]).unwrap();
    assert_eq!(journal.link().seq, 4, "a number is never given twice");
}

#[test]
fn what_is_removed_for_good_stands_nowhere() {
    let disk = ModelDisk::new(5);
    let (mut journal, _) = open(&disk).unwrap();
    write(&mut journal, &["one", "the secret", "three"]).unwrap();
    let (mut other, _) = open(&disk).unwrap();
    journal.begin().unwrap().set_damaged_aside("t").unwrap();
    let saved = journal.begin().unwrap().rewrite(
        |line| line.payload.replace("the secret", "gone"),
        &["more".to_owned()],
    );
    assert_eq!(saved.unwrap().link.seq, 4);
    journal.purge().unwrap();
    for path in disk.list(dir()).unwrap() {
        let bytes = disk.read(&path, 0, 9999).unwrap();
        assert!(
            !String::from_utf8_lossy(&bytes).contains("secret"),
            "{path:?}"
        );
    }
    let news = other.poll().unwrap();
    assert!(news.rewritten);
    assert_eq!(payloads(&news), ["one", "gone", "three", "more"]);
    assert!(other.poll().unwrap().is_empty());
}

fn writers<D: Disk + Sync>(disk: &D, dir: &Path, each: u64) {
    thread::scope(|scope| {
        for name in 0..4 {
            scope.spawn(move || {
                let (mut journal, _) = Journal::open(disk.clone(), dir).unwrap();
                for n in 0..each {
                    let mut writing = journal.begin().unwrap();
                    writing.write(&[format!("{name} {n}")]).unwrap();
                }
            });
        }
    });
    let (_, news) = Journal::open(disk.clone(), dir).unwrap();
    assert_eq!(news.gaps, []);
    let numbers: Vec<u64> = news.lines.iter().map(|line| line.link.seq).collect();
    assert_eq!(numbers, (1..=4 * each).collect::<Vec<_>>());
    for name in 0..4 {
        let own = payloads(&news).into_iter();
        let own: Vec<String> = own
            .filter(|line| line.starts_with(&name.to_string()))
            .collect();
        let expected: Vec<String> = (0..each).map(|n| format!("{name} {n}")).collect();
        assert_eq!(own, expected);
    }
}

#[test]
fn four_windows_write_one_order() {
    writers(&ModelDisk::new(1), dir(), 60);
    let root = tempfile::tempdir().unwrap();
    writers(&RealDisk, &root.path().join("state"), 25);
}
