//! A plan written by hand with a table beside it, from `check` to the values that stand in the session.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "looks at the files the program left, past the store; a file that is not there fails the test"
)]

use insta::assert_snapshot;

use crate::{terminal::Tui, world::World};

const PLAN: &str = r#"Session(
    version: 1,
    title: "Egna siffror",
    stages: [
        (id: "one", title: "Data", kind: Data, minutes: (min: 20, wish: 20, max: 20)),
        (id: "end", title: "Avslut", kind: Closing, minutes: (min: 10, wish: 10, max: 10)),
    ],
    charts: [
        (id: "d1", title: "Trygg i skolan", unit: "andel %", source: Csv("tabeller/trygg.csv")),
        (id: "d2", title: "Tillfällen", source: Csv("borta.csv")),
    ],
)
"#;

fn put(world: &World, csv: &[u8]) {
    let folder = world.home().join("tabeller");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("trygg.csv"), csv).unwrap();
}

fn leave(tui: &mut Tui) {
    tui.send("\u{3}");
    tui.wait_given_back();
    assert_eq!(tui.code(), 0);
}

fn session_file(world: &World) -> String {
    std::fs::read_to_string(&world.sessions()[0]).unwrap()
}

#[test]
fn a_file_is_read_until_the_first_stage_starts() {
    let world = World::new();
    world.put("plan.ron", PLAN);
    put(
        &world,
        "\u{feff}Åk;Andel\r\n5;83,5\r\n8;79,9\r\n".as_bytes(),
    );
    assert_snapshot!(world.told(&["check", "plan.ron"]), @r#"
    plan.ron:10:49: d2 får inga värden: Det går inte att läsa borta.csv: det finns inte.
    fel: d2 får inga värden: Det går inte att läsa borta.csv: det finns inte.
      --> plan.ron:10:49
       |
    10 |         (id: "d2", title: "Tillfällen", source: Csv("borta.csv")),
       |                                                 ^^^^^^^^^^^^^^^^
    [1]
    "#);
    let mut tui = world.start(&["lead", "plan.ron"], (100, 30));
    tui.wait("d2 har inga värden");
    assert!(session_file(&world).contains("Csv("), "nothing has begun");
    // Another table while the window is open, as Windows writes it: it is the one that is shown.
    put(&world, b"\xc5r;F\xf6re;Efter\r\n2016;81,5;79\r\n");
    tui.send(" ");
    tui.wait("Före");
    tui.wait("81,5");
    tui.wait("sparat ");
    put(&world, b"x;y\n1;2\n");
    leave(&mut tui);
    let file = session_file(&world);
    assert!(
        file.contains(r#"("2016", [81.5, 79])"#)
            && file.contains(r#"source: "tabeller/trygg.csv""#),
        "{file}"
    );
    assert!(
        file.contains("borta.csv\")"),
        "a chart without values keeps its file:\n{file}"
    );

    let mut tui = world.start(&["lead"], (100, 30));
    tui.wait("Före");
    tui.wait("d2 har inga värden: ");
    // It comes in the middle of the dialogue.
    world.put("borta.csv", "Ort,Antal\nNorr,3\n");
    tui.send("p");
    tui.wait_gone("d2 har inga värden");
    leave(&mut tui);
    assert!(session_file(&world).contains(r#"("Norr", 3)"#));
    let (code, minutes, errors) = world.run(&["show"]);
    assert_eq!((code, errors.as_str()), (0, ""));
    assert!(
        minutes.contains("79,0") && minutes.contains("Norr"),
        "{minutes}"
    );
}
