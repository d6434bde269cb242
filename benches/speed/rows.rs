//! A long file of rows, read, grouped and drawn by the program, beside what mawk takes for the same grouping alone.
#![expect(
    clippy::disallowed_methods,
    reason = "makes the file that is read, starts the other program, and has a clock to measure it"
)]

use std::{
    fmt::Write as _,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use crate::child::{self, Run};

/// How many rows the file has.
const ROWS: usize = 1_000_000;
/// How often the two take turns.
const TURNS: usize = 7;
const SEXES: [&str; 2] = ["Flickor", "Pojkar"];
const KINDS: [&str; 5] = [
    "Grundskola",
    "Gymnasieskola",
    "Anpassad grundskola",
    "Fritidshem",
    "Sameskola",
];

/// What was measured.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measured {
    /// What the program took.
    pub(crate) samtal: Times,
    /// What mawk took; none where it is not on this machine.
    pub(crate) mawk: Option<Times>,
    /// The most memory that the program held, in bytes; none where the system does not tell.
    pub(crate) memory: Option<u64>,
    /// The size of the file, in bytes.
    pub(crate) size: u64,
}

/// What several turns took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Times {
    /// The least of them.
    pub(crate) least: Duration,
    /// Their median.
    pub(crate) median: Duration,
}

impl Times {
    pub(crate) fn of(mut times: Vec<Duration>) -> Option<Self> {
        times.sort();
        Some(Self {
            least: *times.first()?,
            median: *times.get(times.len() / 2)?,
        })
    }
}

/// Measures; nothing where something else was asked for.
pub(crate) fn bench() -> Option<Measured> {
    let asked = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    if asked.is_some_and(|asked| !"rows".contains(asked.as_str())) {
        return None;
    }
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder can be made");
    let file = folder.path().join("elever.csv");
    let size = write(&file);
    let (mut own, mut others, mut memory) = (Vec::new(), Vec::new(), None);
    // The first of each warms the cache of the disk.
    for turn in 0..=TURNS {
        let run = samtal(folder.path(), &file);
        let mawk = mawk(&file);
        memory = memory.max(run.memory);
        if turn > 0 {
            own.push(run.took);
            others.extend(mawk);
        }
    }
    Some(Measured {
        samtal: Times::of(own)?,
        mawk: Times::of(others),
        memory,
        size,
    })
}

/// Writes a file of seven columns, about 76 bytes a row, and returns its size.
fn write(path: &PathBuf) -> u64 {
    let mut text = String::from("Nummer;Läsår;Kommun;Skola;Skolform;Kön;Poäng\n");
    let mut chance: u64 = 7;
    for row in 0..ROWS {
        chance = chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let pick = |of: u64, shift: u32| (chance >> shift) % of;
        let (year, place, school) = (2000 + pick(25, 20), pick(290, 30), pick(40, 40));
        let (kind, sex) = (KINDS[pick(5, 50) as usize], SEXES[pick(2, 60) as usize]);
        let _always = writeln!(
            text,
            "{row:07};{year}/{:02};Kommunen nummer {place:03};Skolan vid torget {school};{kind};{sex};{}.{}",
            (year + 1) % 100,
            pick(340, 33),
            pick(10, 45)
        );
    }
    let mut file = std::fs::File::create(path).expect("a file can be made");
    file.write_all(text.as_bytes()).expect("the disk takes it");
    text.len() as u64
}

/// Runs the whole program, from its start to the chart on its output.
fn samtal(home: &Path, file: &Path) -> Run {
    child::run(|command| {
        command
            .args(["--lang", "sv", "--home"])
            .arg(home)
            .arg("chart")
            .arg(file)
            .args(["-x", "Läsår", "-y", "Poäng", "-g", "Kön", "--fold", "sum"])
            .args(["-w", "Kommun=*", "--published"]);
    })
}

/// Runs the same grouping alone.
fn mawk(file: &Path) -> Option<Duration> {
    let start = Instant::now();
    let status = Command::new("mawk")
        .args([
            "-F;",
            "NR > 1 { s[$2, $6] += $7 } END { for (k in s) print k, s[k] }",
        ])
        .arg(file)
        .stdout(Stdio::null())
        .status()
        .ok()?;
    assert!(status.success(), "mawk groups");
    Some(start.elapsed())
}
