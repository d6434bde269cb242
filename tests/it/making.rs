//! From a file to a saved chart in a real terminal, as a person goes who has a publisher's file and a municipality.
#![expect(
    clippy::disallowed_methods,
    reason = "looks at the file the program left, past the store"
)]

use crate::world::World;

const SCHOOLS: &str = "Statistik från Skolverket\n\nSkola;Skolkommun;Elever, årskurs 8;Elever, årskurs 9;Elever, årskurs 7\n\
    Ask;Haninge;118;131;120\nBjörk;Haninge;92;..;88\nDal;Tyresö;77;60;70\nFuru;Örebro;201;190;210\nGran;Örebro;10;11;12\n";

#[test]
fn a_file_becomes_a_saved_chart_with_a_typed_municipality() {
    let world = World::new();
    world.put("elever.csv", SCHOOLS);
    assert!(world.told(&["ny", "vecka.ron"]).ends_with("[0]"));
    let words = ["data", "lagg-till", "vecka.ron", "elever.csv"];
    let mut tui = world.start(&words, (80, 24));
    tui.wait("Så läste jag elever.csv");
    tui.wait("5 rader med data");
    tui.send("\r");
    tui.wait("Skolkommun: vilken är er?");
    tui.send("ore");
    tui.wait("▶   Örebro");
    tui.send("\r");
    // The columns that differ in a number stand along the axis, and what they share is the title.
    tui.wait("Elever, Örebro");
    tui.wait("årskurs 9");
    tui.send("\r");
    tui.wait("Enter sparar");
    tui.send("\r");
    tui.wait("sparat i vecka.ron");
    tui.send("\u{1b}");
    tui.wait_given_back();
    assert_eq!(tui.code(), 0);
    let kept = std::fs::read_to_string(world.home().join("vecka.ron")).unwrap();
    assert!(
        kept.contains("Elever, Örebro") && kept.contains("elever.csv"),
        "{kept}"
    );
    // What was saved can be read again, and is the same.
    let again = world.told(&["data", "uppdatera", "vecka.ron"]);
    assert!(again.contains("samma värden"), "{again}");
}
