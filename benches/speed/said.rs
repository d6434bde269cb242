//! The figures in sentences, beside what is promised.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "reads what the measuring wrote, and tells it to whoever runs the bench"
)]

use std::{env, fs, path::PathBuf, time::SystemTime};

use crate::library::{self, Searched};

/// A figure: where criterion keeps it, what it is, and the most it may be, in microseconds, where something is promised.
type Figure = (&'static str, &'static str, Option<f64>);

const FIGURES: [Figure; 24] = [
    (
        "frame/100",
        "A frame at 200 × 60 with 100 notes",
        Some(2_000.0),
    ),
    (
        "frame/1000",
        "A frame at 200 × 60 with 1 000 notes",
        Some(2_000.0),
    ),
    (
        "frame/10000",
        "A frame at 200 × 60 with 10 000 notes",
        Some(2_000.0),
    ),
    (
        "frame/a key in the note window/10000",
        "A key in the note window until its frame is made, 10 000 notes",
        Some(5_000.0),
    ),
    (
        "frame/closing",
        "The same in the closing, with everything that is still open",
        Some(2_000.0),
    ),
    (
        "frame/nothing found",
        "The same while a word is looked for that no note has",
        Some(2_000.0),
    ),
    (
        "key/letter in a note/100",
        "A letter in the note line, 100 notes",
        Some(50.0),
    ),
    (
        "key/letter in a note/10000",
        "A letter in the note line, 10 000 notes",
        Some(50.0),
    ),
    (
        "key/arrow in the notes/100",
        "An arrow in a list of notes, 100 notes",
        Some(50.0),
    ),
    (
        "key/arrow in the notes/10000",
        "An arrow in a list of notes, 10 000 notes",
        Some(50.0),
    ),
    (
        "key/next stage/100",
        "The next stage, 100 notes",
        Some(50.0),
    ),
    (
        "key/next stage/10000",
        "The next stage, 10 000 notes",
        Some(50.0),
    ),
    (
        "key/Enter on a note/10000",
        "Enter on a note, 10 000 notes",
        Some(50.0),
    ),
    (
        "key/saved note comes back/10000",
        "A saved note folded into 10 000",
        Some(50.0),
    ),
    ("text/note line", "A note line read", None),
    ("text/chart of 12 bars", "A chart of 12 bars drawn", None),
    (
        "text/session file with 300 notes",
        "The text of a session file with 300 notes",
        None,
    ),
    (
        "table/json-stat listed",
        "A JSON-stat table of 280 000 cells read and counted, its values listed",
        Some(100_000.0),
    ),
    (
        "table/json-stat placed",
        "The same with a place for every value",
        Some(100_000.0),
    ),
    (
        "disk/open 10 000 entries",
        "A session opened from a journal of 10 000 entries",
        Some(60_000.0),
    ),
    (
        "disk/open 10 000 entries after a crash",
        "The same after a crash, its file older than its journal",
        None,
    ),
    ("disk/append and sync", "A note written and synced", None),
    (
        "disk/bare write and sync",
        "A bare write and fdatasync of as many bytes",
        None,
    ),
    (
        "disk/publish 300 notes",
        "A session file with 300 notes written, synced and renamed",
        None,
    ),
];

/// Prints every figure that was measured in this run.
pub(crate) fn print(began: SystemTime, appended: Option<f64>) {
    println!("\nMedians of this run, on this machine:");
    for (place, words, most) in FIGURES {
        let Some(median) = median(place, began) else {
            continue;
        };
        let promise = most.map_or_else(String::new, |most| {
            let verdict = if median < most { "kept" } else { "NOT kept" };
            format!(" (promised: under {}; {verdict})", time(most))
        });
        println!("- {words}: {}{promise}.", time(median));
    }
    if let Some(ratio) = appended {
        let verdict = if ratio < 1.3 { "kept" } else { "NOT kept" };
        println!(
            "- A note written and synced takes {ratio:.2} times a bare write and fdatasync, turn by turn on the same disk (promised: under 1.3; {verdict})."
        );
    }
}

fn time(microseconds: f64) -> String {
    if microseconds >= 1_000.0 {
        format!("{:.2} ms", microseconds / 1_000.0)
    } else {
        format!("{microseconds:.1} µs")
    }
}

/// Reads the median of a figure in microseconds; none where it was left out of this run.
fn median(place: &str, began: SystemTime) -> Option<f64> {
    let target =
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let home =
        env::var_os("CRITERION_HOME").map_or_else(|| target.join("criterion"), PathBuf::from);
    let file = home.join(place).join("new/estimates.json");
    let written = fs::metadata(&file).ok()?.modified().ok()?;
    if written < began {
        return None;
    }
    let text = fs::read_to_string(file).ok()?;
    let (_, median) = text.split_once("\"median\":")?;
    let (_, value) = median.split_once("\"point_estimate\":")?;
    let number = value.split([',', '}']).next()?;
    Some(number.trim().parse::<f64>().ok()? / 1_000.0)
}

/// Says what a long file of rows took, beside what is promised.
pub(crate) fn print_rows(rows: crate::rows::Measured) {
    let megabytes = |bytes: u64| bytes as f64 / 1e6;
    let seconds = |times: crate::rows::Times| {
        let (median, least) = (times.median.as_secs_f64(), times.least.as_secs_f64());
        format!("{median:.3} s (at least {least:.3})")
    };
    let what = format!(
        "1 000 000 rows, {:.0} MB, read, grouped and drawn: {}",
        megabytes(rows.size),
        seconds(rows.samtal)
    );
    match rows.mawk {
        Some(mawk) => println!(
            "{what}, {:.2} times what mawk takes to group them, {}, in turns; promised: at most 1.5 times",
            rows.samtal.median.as_secs_f64() / mawk.median.as_secs_f64(),
            seconds(mawk)
        ),
        None => println!(
            "{what}; mawk is not on this machine, so that there is nothing to compare it with"
        ),
    }
    if let Some(memory) = rows.memory {
        println!("the most memory it held: {:.1} MB", megabytes(memory));
    }
}

/// Says what a large workbook took, beside what is promised.
pub(crate) fn print_workbook(workbook: crate::tables::Measured) {
    let megabytes = |bytes: u64| bytes as f64 / 1e6;
    let took = workbook.run.took.as_secs_f64();
    println!(
        "A workbook (xlsx) of {:.0} MB read and counted: {took:.1} s",
        megabytes(workbook.size)
    );
    if let Some(memory) = workbook.run.memory {
        let times = memory as f64 / workbook.size as f64;
        let verdict = if times < 3.0 { "kept" } else { "NOT kept" };
        println!(
            "the most memory it held: {:.1} MB, {times:.2} times its size (promised: under 3; {verdict})",
            megabytes(memory)
        );
    }
}

/// Says what a large library took, beside what is promised.
pub(crate) fn print_library(library: &library::Measured) {
    let megabytes = |bytes: u64| bytes as f64 / 1e6;
    let milliseconds = |times: crate::rows::Times| {
        let (median, least) = (times.median.as_secs_f64(), times.least.as_secs_f64());
        format!("{:.0} ms (at least {:.0})", median * 1e3, least * 1e3)
    };
    let verdict = |kept: bool| if kept { "kept" } else { "NOT kept" };
    let first = library.first.as_secs_f64();
    println!(
        "10 000 sessions of 300 notes, {:.0} MB, read for the first time: {first:.1} s (promised: under 15; {}); the index has {:.0} MB",
        megabytes(library.size),
        verdict(first < 15.0),
        megabytes(library.index)
    );
    println!("`samtal list` of them: {}", milliseconds(library.list));
    println!(
        "the home screen in a terminal: its first frame after {} (promised: under 100; {}), the latest session on it after {}",
        milliseconds(library.home),
        verdict(library.home.median.as_millis() < 100),
        milliseconds(library.full)
    );
    for Searched {
        what,
        samtal: (rows, samtal),
        ripgrep,
    } in &library.searches
    {
        let found = format!("{what}, {rows} rows: {}", milliseconds(*samtal));
        match ripgrep {
            Some((rows, ripgrep)) => println!(
                "{found}; ripgrep in turns, {rows} rows: {} (promised: faster; {})",
                milliseconds(*ripgrep),
                verdict(samtal.median < ripgrep.median)
            ),
            None => println!("{found}; ripgrep is not on this machine"),
        }
    }
}
