//! Tests of the whole: one binary, one module for each subject.

#[cfg(unix)]
mod chart_files;
mod choose;
mod chosen_files;
mod cli;
mod data;
mod data_files;
mod fetch;
mod figures;
mod following;
#[cfg(target_os = "linux")]
mod full_disk;
mod keeping;
mod keys;
mod linear;
mod making;
#[cfg(unix)]
mod panicking;
mod passing;
#[cfg(unix)]
mod pasting;
mod private;
#[cfg(unix)]
mod pty;
mod published;
mod readme;
mod replay;
mod repo;
#[cfg(unix)]
mod rooms;
mod shipped;
mod strings;
mod surveys;
#[cfg(unix)]
mod terminal;
mod together;
mod world;
