//! The samtal program: the command line in, an exit code out. Everything else is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    samtal::cli::main(std::env::args_os())
}
