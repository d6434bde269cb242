//! Several real windows on one session, side by side.
#![expect(
    clippy::disallowed_methods,
    reason = "carries a file from one computer to another"
)]

use std::{io::Write, process::Stdio};

use crate::{
    pty::{WINDOW, begun, minutes, note, open_line},
    terminal::Tui,
    world::World,
};

fn takes_notes(world: &World, name: &str) -> Tui {
    let tui = world.start(&["anteckna", "--name", name], WINDOW);
    tui.wait(&format!("ANTECKNAR {name}"));
    tui
}

#[test]
fn a_note_typed_in_one_window_is_seen_in_the_other() {
    let world = World::new();
    let mut lead = begun(&world);
    let mut eva = takes_notes(&world, "Eva");
    lead.wait("Eva är med");
    eva.wait("samtalsledaren är med");
    note(&mut eva, 1, "fler hemma måndagar");
    lead.wait("N1  fler hemma måndagar");
    lead.wait("Eva skrev ");
    open_line(&mut lead);
    eva.send("halva me");
    note(&mut lead, 2, "från den som leder");
    eva.wait("N2  från den som leder");
    let screen = eva.wait("samtalsledaren skrev ");
    assert!(screen.contains("halva me"), "{screen}");
    // Another stage is seen there too.
    lead.send("\u{1b}");
    lead.wait_gone("SKRIVER");
    lead.send("n");
    eva.wait("Dialog, del 2");

    // Either may be killed at any time.
    eva.send("ning\r");
    lead.wait("N3  halva mening");
    eva.kill();
    lead.wait_gone("Eva skrev");
    let mut eva = takes_notes(&world, "Eva");
    eva.wait("N3  halva mening");
    lead.kill();
    eva.wait("ingen leder just nu");
    note(&mut eva, 4, "ensam kvar");
    eva.send("\u{3}");
    eva.wait_given_back();
    assert_eq!(eva.code(), 0);
    let minutes = minutes(&world);
    for words in [
        "fler hemma måndagar",
        "från den som leder",
        "halva mening",
        "ensam kvar",
    ] {
        assert_eq!(minutes.matches(words).count(), 1, "{words} in\n{minutes}");
    }
}

#[test]
fn a_second_leading_window_takes_over_and_the_first_takes_notes() {
    let world = World::new();
    let mut first = begun(&world);
    let mut second = world.start(&["lead"], WINDOW);
    second.wait("LEDA HÄRIFRÅN?");
    second.send("\r");
    second.wait("Du leder nu.");
    first.wait("Ett annat fönster leder nu. Du antecknar här.");
    note(&mut first, 1, "skriver vidare");
    second.wait("N1  skriver vidare");
    second.send("n");
    second.wait("▶2 Dialog, del 2");
    first.wait("Dialog, del 2");
    first.kill();
    second.send("\u{3}");
    second.wait_given_back();
    assert_eq!(second.code(), 0);
}

#[test]
fn notes_from_the_shell_come_into_the_open_window() {
    let world = World::new();
    let lead = begun(&world);
    let said = world.told(&["note", "--add", "!ingen nämnde måndagar", "--by", "skola"]);
    assert_eq!(said, "N1  förvånar  ingen nämnde måndagar\n[0]");
    lead.wait("skola: ingen nämnde måndagar");
    let said = world.told(&["note", "--add", "> Anna: ring v49", "--tag", "idé"]);
    assert_eq!(said, "S1  nästa steg  ring\n[0]");
    let wrong = world.told(&["note", "--add", "x", "--tag", "blå"]);
    assert!(
        wrong.ends_with("[2]") && wrong.contains("förvånar"),
        "{wrong}"
    );
    lead.kill();
}

#[test]
fn the_group_view_follows_hides_and_keeps_what_it_showed() {
    let world = World::new();
    let mut lead = begun(&world);
    let mut group = world.start(&["gruppvy"], WINDOW);
    group.wait("Dialog, del 1");
    lead.send("n");
    let screen = group.wait("Dialog, del 2");
    assert!(!screen.contains("sparat"), "{screen}");
    lead.send("h");
    group.wait_gone("Dialog, del 2");
    lead.send("h");
    group.wait("Dialog, del 2");
    lead.kill();
    let mut eva = takes_notes(&world, "Eva");
    eva.wait("ingen leder just nu");
    note(&mut eva, 1, "det här är inte till alla");
    group.send("iii\r");
    let screen = group.wait("Dialog, del 2");
    assert!(!screen.contains("inte till alla"), "{screen}");
    group.send("q");
    group.wait_given_back();
    assert_eq!(group.code(), 0);
}

#[test]
fn lines_from_a_pipe_are_notes_and_one_that_is_none_is_named() {
    let (here, world) = (World::new(), World::new());
    let lead = begun(&here);
    lead.kill();
    let text = std::fs::read_to_string(here.sessions().remove(0)).expect("it is published");
    let file = world.put("sessions/ett samtal.ron", &text);
    let mut program = world.command(&["note", &file.display().to_string(), "--add", "-"], &[]);
    let mut program = program
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    // The third says nothing but a mark, the fourth is blank, the fifth changes another note.
    let lines = "fler hemma måndagar\n!ingen nämnde det\n!\n   \ns/a/b/\nden sista\n";
    let mut input = program.stdin.take().expect("a pipe");
    input.write_all(lines.as_bytes()).expect("it reads");
    drop(input);
    let done = program.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    let errors = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(1), "{said}{errors}");
    let notes: Vec<&str> = said
        .lines()
        .filter_map(|line| line.split("  ").nth(2))
        .collect();
    assert_eq!(
        notes,
        ["fler hemma måndagar", "ingen nämnde det", "den sista"]
    );
    assert!(
        errors.contains("rad 3: det finns inget att anteckna") && errors.contains("rad 5: s/a/b/"),
        "{errors}"
    );
    assert!(!errors.contains("rad 4"), "a blank line is none: {errors}");
    let kept = std::fs::read_to_string(&file).expect("it is published");
    for words in notes {
        assert_eq!(kept.matches(words).count(), 1, "{words} in\n{kept}");
    }
}

/// Somebody takes the file along, notes on another computer, and sends it back.
#[test]
fn the_file_of_another_computer_comes_in_once() {
    let (here, there) = (World::new(), World::new());
    let mut lead = begun(&here);
    open_line(&mut lead);
    note(&mut lead, 1, "gemensam");
    lead.send("\u{3}");
    lead.wait_given_back();
    let ours = here.sessions().remove(0);
    let name = ours
        .file_name()
        .and_then(|name| name.to_str())
        .expect("a name")
        .to_owned();
    let text = std::fs::read_to_string(&ours).expect("it is published");
    let theirs = there.put(&format!("sessions/{name}"), &text);
    let name = theirs.display().to_string();
    for words in ["Evas", "Evas andra"] {
        let (code, ..) = there.run(&["note", &name, "--add", words]);
        assert_eq!(code, 0);
    }
    let (ours, theirs) = (ours.display().to_string(), theirs.display().to_string());
    let (code, said, errors) = here.run(&["merge", &ours, &theirs]);
    assert_eq!((code, errors.as_str()), (0, ""), "{said}");
    assert!(said.starts_with("2 anteckningar kom in: N2"), "{said}");
    let (code, said, _) = here.run(&["slå-ihop", &ours, &theirs]);
    assert_eq!(code, 0);
    assert!(said.contains("inget nytt"), "{said}");
    let minutes = minutes(&here);
    for words in ["gemensam", "Evas andra"] {
        assert_eq!(minutes.matches(words).count(), 1, "{words} in\n{minutes}");
    }
    let (code, _, errors) = here.run(&["merge", &ours, "plan.ron"]);
    assert_eq!(code, 1);
    assert!(errors.contains("ett annat samtal"), "{errors}");
}
