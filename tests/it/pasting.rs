//! Pastes into a real terminal: long ones, wild ones, and the window pulled meanwhile.
#![expect(
    clippy::disallowed_methods,
    reason = "reads the recordings that are pasted, past the store"
)]

use std::path::{Path, PathBuf};

use crate::{
    pty::{begun, minutes, open_line},
    terminal::Tui,
    world::{World, files},
};

fn paste(tui: &mut Tui, words: &str) {
    tui.send(&format!("\u{1b}[200~{words}\u{1b}[201~"));
}

fn leave(tui: &mut Tui) {
    tui.send("\u{3}");
    tui.wait_given_back();
    assert_eq!(tui.code(), 0);
}

#[test]
fn a_megabyte_and_a_pulled_window_at_once() {
    let world = World::new();
    let mut tui = begun(&world);
    open_line(&mut tui);
    let long = "å \u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f466} mycket\r".repeat(30_000);
    tui.resize((60, 20));
    paste(&mut tui, &long);
    for size in [(120, 40), (50, 30), (100, 30)] {
        tui.resize(size);
    }
    tui.until("the whole window", |screen| {
        let text = screen.contents();
        // The header's clock stands at the right edge.
        let wide = text
            .lines()
            .next()
            .is_some_and(|row| row.chars().count() > 90);
        wide && text.contains("Enter svarar")
    });
    leave(&mut tui);
}

/// Recordings of terminals: titles, colours, cursor moves, links, and what was typed blind.
#[test]
fn recordings_reach_the_terminal_tame() {
    let recordings = recordings();
    if recordings.is_empty() {
        return;
    }
    let world = World::new();
    let mut tui = begun(&world);
    let plain = tui.titles();
    for (number, recording) in recordings.iter().enumerate() {
        let bytes = std::fs::read(recording).expect("a recording can be read");
        // What would end the bracket is the terminal's to take out, and it does.
        let words = String::from_utf8_lossy(&bytes).replace("\u{1b}[201~", "");
        let words: String = words.chars().take(4_000).collect();
        open_line(&mut tui);
        paste(&mut tui, &format!("INSPELNING {number} {words}"));
        let seen = tui.until("a question or a line", |screen| {
            let text = screen.contents();
            text.contains("Enter svarar") || text.contains(&format!("› INSPELNING {number}"))
        });
        if seen.contains("Enter svarar") {
            // All of it as one note; the line stays open.
            tui.send("\u{1b}");
            tui.wait_gone("Enter svarar");
        }
        tui.send("\r");
        tui.wait(&format!("N{}  INSPELNING {number}", number + 1));
        tui.send("\u{1b}");
        tui.wait_gone("SKRIVER");
        tui.until("the screen as it was", |screen| {
            screen.alternate_screen()
                && screen.bracketed_paste()
                && screen.contents().contains("▶1")
        });
    }
    let titles = tui.titles();
    let own = |title: &&String| title.contains("Dialog, del 1") || plain.contains(title);
    assert!(titles.iter().all(|title| own(&title)), "{titles:?}");
    leave(&mut tui);
    let read = minutes(&world);
    assert!(!read.contains(['\u{1b}', '\u{7}', '\u{9b}']));
}

#[expect(clippy::print_stdout, reason = "a test without its files says so")]
fn recordings() -> Vec<PathBuf> {
    let data = std::env::var_os("SAMTAL_DATA_FILES").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
        PathBuf::from,
    );
    let folder = data.join("hostile-ansi");
    let found = files(&folder, "recording");
    if found.is_empty() {
        println!(
            "no terminal recordings in {}: nothing compared",
            folder.display()
        );
    }
    found
}
