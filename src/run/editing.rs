//! The person's own editor, over a file.

use std::{path::Path, process::Command};

/// Runs the editor on a file and waits for it; false where it could not be started.
///
/// The words are split as a shell does it, so that `code --wait` works.
pub fn edit(editor: &str, file: &Path) -> bool {
    let Some(words) = shell_words::split(editor).ok() else {
        return false;
    };
    let Some((program, arguments)) = words.split_first() else {
        return false;
    };
    Command::new(program)
        .args(arguments)
        .arg(file)
        .status()
        .is_ok()
}
