//! Words on standard output and standard error. A reader that went away is no failure.

use std::{
    fmt::Write as _,
    io::{self, ErrorKind, Write},
    process::ExitCode,
};

use super::{Failure, args};
use crate::{
    input::key_rows,
    t,
    text::{SafeText, Texts},
};

/// Writes bytes to standard output; colour escapes are left out where nobody can see them.
pub(super) fn out(bytes: &[u8]) -> Result<u8, Failure> {
    let mut out = anstream::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Ok(()) => Ok(0),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(0),
        Err(error) => Err(Failure::new(error.to_string())),
    }
}

/// Writes bytes to standard output as they are: whoever made them has decided on colour.
pub(super) fn raw(bytes: &[u8]) -> Result<u8, Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Ok(()) => Ok(0),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(0),
        Err(error) => Err(Failure::new(error.to_string())),
    }
}

/// Writes a text to standard output.
pub(super) fn text(text: &str) -> Result<u8, Failure> {
    out(text.as_bytes())
}

/// Writes rows to standard error: words beside what is written, which must not stand in it.
pub(super) fn aside(rows: &[String]) {
    let mut out = anstream::stderr().lock();
    for row in rows {
        // Where even that cannot be written, what was asked for is still there.
        drop(writeln!(out, "{}", SafeText::line(row)));
    }
}

/// Writes rows to standard output.
pub(super) fn rows(rows: &[String]) -> Result<u8, Failure> {
    let mut all = rows.join("\n");
    if !all.is_empty() {
        all.push('\n');
    }
    text(&all)
}

/// Says a failure on standard error.
pub(super) fn failure(failure: &Failure, texts: Texts) -> ExitCode {
    let words = failure.words(texts);
    // Where even that cannot be written the exit code is all there is.
    drop(writeln!(anstream::stderr().lock(), "{words}"));
    failure.exit_code()
}

/// Says what clap has to say: help and version with 0, a line that was not understood with 2.
pub(super) fn clap(error: &clap::Error) -> ExitCode {
    drop(error.print());
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(super::USAGE))
}

/// Prints the completions of a shell.
pub(super) fn completions(shell: clap_complete::Shell, texts: &Texts) -> Result<u8, Failure> {
    let mut bytes = Vec::new();
    // Into memory first: the generator panics on a pipe that is closed.
    clap_complete::generate(shell, &mut args::command(texts), "samtal", &mut bytes);
    out(&bytes)
}

/// Prints the manual page, with every key and the name that the settings know it by.
pub(super) fn man(texts: &Texts) -> Result<u8, Failure> {
    let mut page = Vec::new();
    let rendered: io::Result<()> = clap_mangen::Man::new(args::command(texts)).render(&mut page);
    rendered.map_err(|error| Failure::new(error.to_string()))?;
    let mut keys = format!(".SH {}\n", roff(&t!(texts, "cli-man-keys")));
    for (group, rows) in key_rows(texts) {
        let _always = writeln!(keys, ".SS {}", roff(&group));
        for row in rows {
            let shown = roff(&row.keys.replace('`', ""));
            let words = [shown, format!("\\fI{}\\fR", row.name), roff(&row.does)];
            let _always = writeln!(keys, ".TP\n{}  {}\n{}", words[0], words[1], words[2]);
        }
    }
    page.extend_from_slice(keys.as_bytes());
    out(&page)
}

/// Writes words so that troff takes none of them for its own.
fn roff(words: &str) -> String {
    let words = words.replace('\\', "\\e").replace('-', "\\-");
    if words.starts_with(['.', '\'']) {
        format!("\\&{words}")
    } else {
        words
    }
}
