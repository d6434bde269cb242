//! The whole program as a process of its own, from its start to its end, and what it held.
#![expect(
    clippy::disallowed_methods,
    reason = "starts the program, and has a clock to measure it"
)]

use std::{
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// How long the program may run between two looks at it.
const LOOK: Duration = Duration::from_millis(2);

/// What a run took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    /// How long.
    pub(crate) took: Duration,
    /// The most memory that it held, in bytes; none where the system does not tell.
    pub(crate) memory: Option<u64>,
}

/// Runs the program with what was given to it, and nothing on its output.
pub(crate) fn run(with: impl FnOnce(&mut Command)) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_samtal"));
    with(&mut command);
    let start = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::inherit())
        .spawn()
        .expect("the program starts");
    let mut held = None;
    let status = loop {
        held = held.max(memory(child.id()));
        if let Some(status) = child.try_wait().expect("it can be waited for") {
            break status;
        }
        std::thread::sleep(LOOK);
    };
    let took = start.elapsed();
    assert!(status.success(), "the program does what it was asked for");
    Run { took, memory: held }
}

/// Returns the most memory that a process has held, where the system tells.
fn memory(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes * 1024)
}
