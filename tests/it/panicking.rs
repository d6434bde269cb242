//! A fault of the program itself: the terminal is given back as it was, and the words are said after that.
//!
//! The shipped program has no way to panic on demand. So this binary starts itself in a terminal, and runs the real loop there with an
//! opener that panics.

use std::sync::Arc;

use samtal::{
    app::{Home, Model, Opening, Screen},
    domain::History,
    report::pager::Pager,
    run::{
        Clock,
        looping::{self, First, Host, Stopped},
        paging::Paging,
    },
    text::{Lang, Texts},
};

use crate::{pty::WINDOW, world::World};

#[test]
#[ignore = "is started in a terminal by the test below"]
fn child() {
    let texts = Texts::new(Lang::Sv);
    let clock = Clock::start();
    let mut model = Model {
        size: WINDOW,
        ..Model::new(texts, Screen::Home(Home::default()), clock.now())
    };
    let mut host = Host {
        small_number_limit: 5,
        seeker: None,
        look_back: Arc::new(|_, _| History::default()),
        clock,
        paging: Paging {
            pager: Pager::None,
            less: None,
            charset: None,
            texts,
        },
        opener: Box::new(|_| panic!("a fault of its own")),
        remember: Box::new(|_| {}),
    };
    match looping::run(&mut model, &mut host, First::Behind(Opening::Demo)) {
        Err(Stopped::Stumbled { why, .. }) => panic!("heard: {why}"),
        Err(Stopped::Terminal(_)) => {}
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_speaks() {
    let world = World::new();
    let me = std::env::current_exe().expect("a test runs from a file");
    let me = me.to_string_lossy();
    let words = ["--exact", "panicking::child", "--ignored", "--nocapture"];
    let before = world.start_as(&["sh", "-c", "stty -g; cat"], WINDOW, &[]);
    let found = before.until("the modes of a fresh terminal", |screen| {
        screen.contents().contains(':')
    });
    let shell = "\"$0\" \"$@\"; echo VORBEI; stty -g";
    let tui = world.start_as(
        &[&["sh", "-c", shell, &me], &words[..]].concat(),
        WINDOW,
        &[],
    );
    tui.wait("VORBEI");
    let screen = tui.until("the same modes", |screen| {
        screen.contents().contains(found.trim())
    });
    tui.wait_given_back();
    assert!(screen.contains("heard: "), "{screen}");
    assert!(screen.contains("a fault of its own"), "{screen}");
    assert_eq!(screen.matches("panicked at").count(), 2, "{screen}");
}
