use super::*;
use crate::store::disk::{Disk, DiskFile};

fn at(path: &str) -> PathBuf {
    Path::new("/d").join(path)
}

fn disk(seed: u64) -> ModelDisk {
    let disk = ModelDisk::new(seed);
    disk.make_dir(Path::new("/d")).unwrap();
    disk
}

fn content(disk: &ModelDisk, path: &str) -> Option<Vec<u8>> {
    disk.read(&at(path), 0, u64::MAX).ok()
}

#[test]
fn what_was_synced_survives_and_the_rest_is_some_prefix() {
    let mut lengths = BTreeSet::new();
    for seed in 0..64 {
        let disk = disk(seed);
        let mut file = disk.create(&at("f")).unwrap();
        file.append(b"safe").unwrap();
        file.sync().unwrap();
        disk.sync_dir(Path::new("/d")).unwrap();
        file.append(b"open").unwrap();
        disk.power_on();
        let left = content(&disk, "f").unwrap();
        assert!(left.starts_with(b"safe"));
        let rest = &left[4..];
        let zeros = rest
            .iter()
            .position(|byte| *byte == 0)
            .unwrap_or(rest.len());
        assert!(b"open".starts_with(&rest[..zeros]), "{left:?}");
        lengths.insert(left.len());
        assert!(file.append(b"x").is_err(), "the handle is dead");
    }
    assert_eq!(lengths, (4..=8).collect(), "every outcome comes");
}

#[test]
fn a_name_survives_only_after_its_folder_was_synced() {
    let mut outcomes = BTreeSet::new();
    for seed in 0..64 {
        let disk = disk(seed);
        let mut file = disk.create(&at("new")).unwrap();
        file.append(b"text").unwrap();
        file.sync().unwrap();
        disk.rename(&at("new"), &at("name")).unwrap();
        disk.power_on();
        outcomes.insert((content(&disk, "new"), content(&disk, "name")));
    }
    assert_eq!(outcomes.len(), 3, "{outcomes:?}");
}

#[test]
fn a_failed_sync_lies_the_next_time() {
    let mut lost = 0;
    for seed in 0..64 {
        let disk = disk(seed);
        let mut file = disk.create(&at("f")).unwrap();
        disk.sync_dir(Path::new("/d")).unwrap();
        file.append(b"lost").unwrap();
        disk.inject(disk.steps() + 1, Injected::Broken);
        assert!(file.sync().is_err());
        assert!(file.sync().is_ok(), "the lie");
        assert_eq!(content(&disk, "f").unwrap(), b"lost", "programs see it");
        disk.power_on();
        lost += u32::from(content(&disk, "f").unwrap().is_empty());
    }
    assert!(lost > 10, "{lost} of 64 lost it");
}

#[test]
fn a_full_disk_takes_what_fits() {
    let disk = disk(1);
    let mut file = disk.create(&at("f")).unwrap();
    disk.set_room(Some(3));
    assert_eq!(file.append(b"hello").unwrap_err().trouble, Trouble::Full);
    assert_eq!(content(&disk, "f").unwrap(), b"hel");
    disk.set_room(None);
    file.append(b"p").unwrap();
    assert_eq!(content(&disk, "f").unwrap(), b"help");
}

#[test]
fn the_power_stays_off_until_it_is_on() {
    let disk = disk(1);
    let mut file = disk.create(&at("f")).unwrap();
    disk.cut_after(disk.steps() + 1);
    file.append(b"last").unwrap();
    assert!(file.append(b"never").is_err());
    assert!(disk.read(&at("f"), 0, 9).is_err());
    disk.power_on();
    assert!(!content(&disk, "f").unwrap_or_default().ends_with(b"never"));
}

#[test]
fn a_kill_keeps_files_and_frees_locks() {
    let disk = disk(1);
    let mut file = disk.create(&at("f")).unwrap();
    file.append(b"seen").unwrap();
    let held = disk.lock(&at("lock")).unwrap();
    assert!(disk.try_lock(&at("lock")).unwrap().is_none());
    disk.kill();
    assert_eq!(content(&disk, "f").unwrap(), b"seen");
    let again = disk.try_lock(&at("lock")).unwrap();
    assert!(again.is_some());
    drop(held);
    assert!(
        disk.try_lock(&at("lock")).unwrap().is_none(),
        "a dead guard frees nothing"
    );
}
