//! The real program in a real terminal: what no lower test can show.
#![expect(
    clippy::disallowed_methods,
    reason = "looks at the files the program left, past the store"
)]

use std::path::PathBuf;

use rustix::process::Signal;

use crate::{
    terminal::Tui,
    world::{World, files},
};

pub(crate) const WINDOW: (u16, u16) = (100, 30);

/// Stages that take notes from the first minute on.
pub(crate) const PLAN: &str = r#"Session(
    version: 1,
    title: "Att trivas",
    stages: [
        (id: "one", title: "Dialog, del 1", kind: Dialogue, minutes: (min: 20, wish: 20, max: 20)),
        (id: "two", title: "Dialog, del 2", kind: Dialogue, minutes: (min: 20, wish: 20, max: 20)),
        (id: "end", title: "Avslut", kind: Closing, minutes: (min: 10, wish: 10, max: 10)),
    ],
)
"#;

/// Makes a session of the plan and leads it; nothing has begun.
fn planned(world: &World) -> Tui {
    planned_with(world, &[])
}

fn planned_with(world: &World, more: &[(&str, &str)]) -> Tui {
    world.put("plan.ron", PLAN);
    let tui = world.start_with(&["lead", "plan.ron"], WINDOW, more);
    tui.wait("mellanslag starta");
    tui
}

/// Does the same, and begins.
pub(crate) fn begun(world: &World) -> Tui {
    let mut tui = planned(world);
    begin(&mut tui);
    tui
}

pub(crate) fn begin(tui: &mut Tui) {
    tui.send(" ");
    tui.wait("▶1 Dialog, del 1");
}

/// Opens the session that was left.
pub(crate) fn again(world: &World) -> Tui {
    let tui = world.start(&["lead"], WINDOW);
    tui.wait("Samtalet pågår");
    tui
}

pub(crate) fn open_line(tui: &mut Tui) {
    tui.send("i");
    tui.wait("SKRIVER");
}

pub(crate) fn close_line(tui: &mut Tui) {
    tui.send("\u{1b}");
    tui.wait_gone("SKRIVER");
}

/// Types a note into the open line, and waits until it has its number, which it gets when the disk has it.
pub(crate) fn note(tui: &mut Tui, number: usize, words: &str) {
    tui.send(&format!("{words}\r"));
    tui.wait(&format!("N{number}  {words}"));
}

/// Ctrl+C leaves at once. (`q q` after other letters would look like somebody typing.)
fn leave(tui: &mut Tui) {
    tui.send("\u{3}");
    tui.wait_given_back();
    assert_eq!(tui.code(), 0);
}

pub(crate) fn minutes(world: &World) -> String {
    let (code, minutes, errors) = world.run(&["show", "--with-perspectives"]);
    assert_eq!((code, errors.as_str()), (0, ""));
    minutes
}

fn session_file(world: &World) -> PathBuf {
    let mut found = world.sessions();
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

#[test]
fn it_starts_and_quits_and_gives_the_terminal_back() {
    let world = World::new();
    let mut tui = planned(&world);
    tui.until("the other screen, pastes in brackets", |screen| {
        screen.alternate_screen() && screen.bracketed_paste()
    });
    begin(&mut tui);
    tui.send("q");
    tui.wait("q igen lämnar");
    tui.send("q");
    tui.wait_given_back();
    assert_eq!(tui.code(), 0);
    let titles = tui.titles();
    assert!(
        titles
            .iter()
            .any(|title| title.contains("min · Dialog, del 1 · Börja avsluta")),
        "the title carries the time: {titles:?}"
    );
    assert_eq!(titles.last().map(String::as_str), Some(""));
    assert!(world.told(&["check", "plan.ron"]).ends_with("[0]"));
    assert_eq!(
        std::fs::read_to_string(world.home().join("plan.ron")).unwrap(),
        PLAN
    );
}

#[test]
fn the_first_screen_opens_the_demo() {
    let world = World::new();
    let mut tui = world.start(&[], WINDOW);
    tui.until("the first screen", |screen| {
        screen.contents().to_lowercase().contains("demo")
    });
    tui.send("j");
    tui.send("\r");
    tui.wait("mellanslag starta");
    tui.wait("Siffrorna är riktiga");
    tui.send(" ");
    tui.wait("började");
    // The keys come through as well in the window that the first screen opened.
    tui.send("q");
    tui.wait("igen lämnar");
    tui.send("q");
    tui.wait_given_back();
    assert_eq!(tui.code(), 0);
    assert_eq!(
        world.told(&["list"]).matches("trivas").count(),
        0,
        "the demo is not in the list"
    );
}

#[test]
fn who_left_the_demo_finds_it_on_the_first_screen() {
    let world = World::new();
    let mut tui = world.start(&["demo"], WINDOW);
    tui.wait("mellanslag starta");
    tui.send(" ");
    tui.wait("n nästa");
    open_line(&mut tui);
    note(&mut tui, 1, "vi ser en sak");
    leave(&mut tui);
    let mut tui = world.start(&[], WINDOW);
    tui.wait("Demon du lämnade");
    tui.send("n");
    tui.send("\r");
    tui.wait("vi ser en sak");
    leave(&mut tui);
}

#[test]
fn a_saved_note_survives_kill_nine_and_the_dialogue_goes_on() {
    let world = World::new();
    let mut tui = begun(&world);
    open_line(&mut tui);
    note(&mut tui, 1, "Färre svarar i gymnasiet");
    close_line(&mut tui);
    tui.wait("sparat ");
    tui.send("n");
    tui.wait("▶2 Dialog, del 2");
    tui.wait_gone("sparas");
    tui.kill();

    let mut tui = again(&world);
    let screen = tui.wait("N1  Färre svarar i gymnasiet");
    assert!(
        screen.contains("▶2 Dialog, del 2"),
        "it opens where the dialogue is:\n{screen}"
    );
    assert!(screen.contains("Dialog, del 2 började"), "{screen}");
    leave(&mut tui);
    assert!(minutes(&world).contains("Färre svarar i gymnasiet"));
    let check = world.run(&["check", &session_file(&world).display().to_string()]);
    assert_eq!(check.0, 0, "{}", check.1);
}

/// Each round ends at another moment: at once, with a line half typed, with a note on its way, with a stage on its way.
#[test]
fn kill_nine_at_any_moment_loses_nothing_that_was_saved() {
    let world = World::new();
    let mut tui = begun(&world);
    let ends = [
        "",
        "halv rad",
        "på väg\r",
        "\u{1b}n",
        "x\r\u{1b}p",
        "y\rz\r",
    ];
    let mut saved = Vec::new();
    for (round, end) in ends.into_iter().enumerate() {
        open_line(&mut tui);
        for part in ["först", "sedan"] {
            let words = format!("{part} i omgång {round}");
            tui.send(&format!("{words}\r"));
            // Notes on their way may have got a number too, so only the words are known.
            tui.until(&words, |screen| {
                let text = screen.contents();
                let row = text
                    .lines()
                    .find(|row| row.contains(&words) && !row.contains('›'));
                row.is_some_and(|row| row.contains(" N") && !row.contains("sparas"))
            });
            saved.push(words);
        }
        tui.send(end);
        tui.kill();
        tui = again(&world);
    }
    leave(&mut tui);
    let minutes = minutes(&world);
    for words in saved {
        assert_eq!(minutes.matches(&words).count(), 1, "{words} in\n{minutes}");
    }
}

#[test]
fn the_half_typed_line_is_kept_when_it_is_left_in_a_hurry() {
    let world = World::new();
    for (end, code) in [("\u{3}", 0), ("", 143)] {
        let mut tui = if world.sessions().is_empty() {
            begun(&world)
        } else {
            again(&world)
        };
        if end.is_empty() {
            tui.wait("nyss sagt");
            tui.signal(Signal::TERM);
        } else {
            open_line(&mut tui);
            tui.send("nyss sagt");
            tui.wait("› nyss sagt");
            tui.send(end);
        }
        tui.wait_given_back();
        assert_eq!(tui.code(), code);
    }
    let mut tui = again(&world);
    tui.wait("nyss sagt");
    // The new words of a note that is there already are kept as well.
    open_line(&mut tui);
    tui.send("\r");
    tui.wait("N1  nyss sagt");
    tui.send("\u{1b}[A och mer");
    tui.wait("› nyss sagt och mer");
    tui.signal(Signal::TERM);
    tui.wait_given_back();
    let mut tui = again(&world);
    tui.wait("ÄNDRAR N1");
    tui.wait("› nyss sagt och mer");
    tui.send("\r");
    tui.wait("N1  nyss sagt och mer");
}

#[test]
fn the_window_may_be_pulled_to_any_size() {
    let world = World::new();
    let mut tui = begun(&world);
    open_line(&mut tui);
    note(&mut tui, 1, "större och mindre");
    close_line(&mut tui);
    for size in [
        (50, 30),
        (200, 60),
        (40, 12),
        (120, 40),
        (10, 3),
        (1, 1),
        (80, 24),
        (50, 40),
    ] {
        tui.resize(size);
        if size.0 >= 40 {
            // The clock stands at the right edge, so the edge is where it must be.
            tui.until(&format!("all of {size:?}"), |screen| {
                let text = screen.contents();
                let width = text
                    .lines()
                    .next()
                    .unwrap_or_default()
                    .trim_end()
                    .chars()
                    .count();
                (size.0 - 1..=size.0).contains(&(width as u16)) && text.contains("Börja avsluta")
            });
        }
    }
    leave(&mut tui);
}

/// Reads along in a real pager where the machine has one.
#[test]
fn the_minutes_open_in_the_pager_and_the_window_comes_back() {
    let world = World::new();
    let keep = "sh -c 'cat > minutes.txt; echo GELESEN; read line < /dev/tty'";
    let mut tui = planned_with(&world, &[("PAGER", "false"), ("SAMTAL_PAGER", keep)]);
    begin(&mut tui);
    open_line(&mut tui);
    note(&mut tui, 1, "det som sägs");
    close_line(&mut tui);
    tui.send("M");
    tui.wait("GELESEN");
    // What is typed there is the pager's, Ctrl+Z and letters too; Enter ends this one.
    tui.send("nnnn\r");
    let screen = tui.wait("N1  det som sägs");
    assert!(screen.contains("▶1 Dialog, del 1"), "{screen}");
    tui.until("the other screen again", |screen| {
        screen.alternate_screen() && screen.bracketed_paste()
    });
    let minutes = std::fs::read_to_string(world.home().join("minutes.txt")).unwrap();
    assert!(
        minutes.contains("SAMTAL") && minutes.contains("det som sägs"),
        "{minutes}"
    );
    tui.send("n");
    tui.wait("▶2 Dialog, del 2");
    leave(&mut tui);
}

#[test]
fn less_gets_the_minutes_and_its_own_keys() {
    let world = World::new();
    if std::process::Command::new("less")
        .arg("--version")
        .output()
        .is_err()
    {
        return;
    }
    let mut tui = planned_with(&world, &[("SAMTAL_PAGER", "less")]);
    begin(&mut tui);
    tui.send("M");
    tui.wait("== NÄSTA STEG");
    // Ctrl+C reaches both, and is for the pager: the dialogue goes on.
    tui.signal(Signal::INT);
    tui.send("/zzzz\r");
    tui.wait("Pattern not found");
    tui.send("\rq");
    tui.wait("▶1 Dialog, del 1");
    tui.send("n");
    tui.wait("▶2 Dialog, del 2");
    leave(&mut tui);
    let tui = world.start_with(&["show"], WINDOW, &[("PAGER", "less -X")]);
    tui.wait("== NÄSTA STEG");
}

#[test]
fn without_a_pager_the_minutes_have_a_view_of_their_own() {
    let world = World::new();
    let mut tui = planned_with(&world, &[("SAMTAL_PAGER", "no-such-pager-here")]);
    begin(&mut tui);
    tui.send("M");
    tui.wait("== NÄSTA STEG");
    tui.send("\u{1b}[F");
    tui.wait("METOD OCH KÄLLOR");
    tui.send("q");
    tui.wait("▶1 Dialog, del 1");
    leave(&mut tui);
}

#[test]
fn a_closed_window_ends_the_program_and_keeps_the_line() {
    let world = World::new();
    let mut tui = begun(&world);
    open_line(&mut tui);
    note(&mut tui, 1, "innan fönstret stängs");
    tui.send("mitt i en");
    tui.wait("› mitt i en");
    assert_eq!(tui.hang_up("x"), 129);
    let tui = again(&world);
    tui.wait("N1  innan fönstret stängs");
    tui.wait("mitt i en");
}

#[test]
fn one_program_leads_and_the_other_says_so() {
    let world = World::new();
    let mut tui = begun(&world);
    let file = session_file(&world).display().to_string();
    let mut other = world.start(&["lead", &file], WINDOW);
    other.wait("Någon annan leder redan.");
    // Whoever does not answer takes nothing over.
    other.send("\u{3}");
    other.wait_given_back();
    assert_eq!(other.code(), 0);
    assert!(world.told(&["list"]).contains("pågår"));
    assert!(minutes(&world).contains("Att trivas"));
    leave(&mut tui);
    assert!(!world.told(&["list"]).contains("pågår"));
}

#[test]
fn what_is_pasted_reaches_the_terminal_tame() {
    let world = World::new();
    let mut tui = begun(&world);
    open_line(&mut tui);
    tui.send("\u{1b}[200~före \u{1b}]0;STULEN\u{7}\u{1b}[2J\u{1b}[31mefter\u{1b}[201~");
    tui.wait("efter");
    tui.send("\r");
    tui.wait("N1  före");
    // A megabyte is taken in one go, and the next key is heard.
    tui.send(&format!(
        "\u{1b}[200~{}\u{1b}[201~",
        "mycket ".repeat(150_000)
    ));
    tui.wait("Enter svarar");
    leave(&mut tui);
    assert!(
        !tui.titles().iter().any(|title| title.contains("STULEN")),
        "{:?}",
        tui.titles()
    );
    assert!(!minutes(&world).contains('\u{1b}'));
}

#[test]
fn the_log_of_the_window_holds_no_word_of_any_note() {
    let world = World::new();
    world.put("plan.ron", PLAN);
    let mut tui = world.start(&["lead", "plan.ron", "--log"], WINDOW);
    tui.wait("mellanslag starta");
    begin(&mut tui);
    open_line(&mut tui);
    note(&mut tui, 1, "HEMLIGT");
    leave(&mut tui);
    let logs = files(&world.home().join("state"), "log");
    assert!(!logs.is_empty(), "there is a log");
    for log in logs {
        assert!(!std::fs::read_to_string(log).unwrap().contains("HEMLIGT"));
    }
}
