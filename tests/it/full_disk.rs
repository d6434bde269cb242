//! A disk that takes nothing more, as a limit on the size of files: any user can set it, and take it back.

use rustix::process::{Resource, Rlimit, prlimit};

use crate::{
    pty::{PLAN, WINDOW, again, begin, close_line, note, open_line},
    terminal::Tui,
    world::World,
};

/// Leads a session whose disk can be filled, with one note that was saved in time and the line open.
fn led(world: &World) -> Tui {
    world.put("plan.ron", PLAN);
    // The signal at the limit would end the program; a full disk sends none.
    let program = env!("CARGO_BIN_EXE_samtal");
    let deaf = "trap '' XFSZ; exec \"$0\" lead plan.ron";
    let mut tui = world.start_as(&["sh", "-c", deaf, program], WINDOW, &[]);
    tui.wait("mellanslag starta");
    begin(&mut tui);
    open_line(&mut tui);
    note(&mut tui, 1, "medan det fanns plats");
    tui
}

/// Lets no file grow past so many bytes.
fn limit(tui: &Tui, most: Option<u64>) {
    let limit = Rlimit {
        current: most,
        maximum: None,
    };
    prlimit(Some(tui.pid()), Resource::Fsize, limit).expect("anybody may limit an own process");
}

/// Ctrl+C, which asks again as long as something is not saved.
fn leave_at_once(tui: &mut Tui) {
    tui.send("\u{3}");
    tui.wait("Ctrl+C igen lämnar");
    tui.send("\u{3}");
}

#[test]
fn a_full_disk_loses_nothing_that_was_typed() {
    let world = World::new();
    let mut tui = led(&world);
    limit(&tui, Some(1));
    tui.send("när disken var full\r");
    tui.wait("INTE SPARAT");
    tui.send("och en till\r");
    let screen = tui.wait("och en till");
    assert!(!screen.contains("N2"), "{screen}");
    limit(&tui, None);
    close_line(&mut tui);
    tui.send("R");
    tui.wait("N2  när disken var full");
    tui.wait("N3  och en till");
    tui.wait_gone("INTE SPARAT");
    tui.kill();
    let tui = again(&world);
    tui.wait("N3  och en till");
}

/// Whoever leaves gets every word back in the terminal, the half-typed line among them; what was saved is there the next time.
#[test]
fn who_leaves_on_a_full_disk_is_handed_the_words() {
    for hurry in [true, false] {
        let world = World::new();
        let mut tui = led(&world);
        limit(&tui, Some(1));
        tui.send("när disken var full\r");
        tui.wait("INTE SPARAT");
        tui.send("halv rad");
        tui.wait("› halv rad");
        if hurry {
            leave_at_once(&mut tui);
        } else {
            close_line(&mut tui);
            tui.send("q");
            tui.wait("inte sparad");
            tui.send("q");
        }
        tui.wait_given_back();
        assert_eq!(tui.code(), 1);
        let left = tui.wait("halv rad");
        assert!(left.contains("när disken var full"), "{left}");
        assert!(left.contains("disken är full"), "{left}");
        again(&world).wait("N1  medan det fanns plats");
    }
}

#[test]
fn leaving_tries_once_more() {
    let world = World::new();
    let mut tui = led(&world);
    limit(&tui, Some(1));
    tui.send("när disken var full\r");
    tui.wait("INTE SPARAT");
    tui.send("halv rad");
    tui.wait("› halv rad");
    limit(&tui, None);
    leave_at_once(&mut tui);
    tui.wait_given_back();
    assert_eq!(tui.code(), 0);
    let tui = again(&world);
    tui.wait("N2  när disken var full");
    tui.wait("halv rad");
}
