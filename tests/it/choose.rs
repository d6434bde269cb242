//! `samtal chart`, `samtal data add` and `samtal data refresh`, as a person types them.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "looks at the files the program left, past the store; a file that is not there fails the test"
)]

use insta::assert_snapshot;

use crate::world::World;

const SCHOOLS: &str = "Statistik från Skolverket\n\nSkolkommun;Skola;Läsår;Elever, åk 9\n\
    Haninge;Ask;2022/23;74\nHaninge;Bo;2022/23;136\nHaninge;Ask;2023/24;80\nHaninge;Bo;2023/24;..\n\
    Tyresö;Ce;2022/23;50\nTyresö;Ce;2023/24;60\n";

fn with_schools() -> World {
    let world = World::new();
    world.put("elever.csv", SCHOOLS);
    world
}

#[test]
fn without_a_choice_it_says_what_can_be_picked_and_the_example_works() {
    let world = with_schools();
    assert_snapshot!(world.told(&["diagram", "elever.csv"]), @r"
    elever.csv: det här går att välja.

    Till axeln (--x), grupper (--group) eller ett filter (--where):
      Skola (3): Ask · Bo · Ce
      Läsår (2): 2022/23 · 2023/24

    Platser, för att välja den egna (--where):
      Skolkommun (2): Haninge · Tyresö

    Värden (--y):
      Elever, åk 9

    Till exempel:
      samtal diagram elever.csv --x Läsår --y 'Elever, åk 9' --group Skola --where 'Skolkommun=Haninge'
    [0]
    ");
    let told = world.told(&["chart", "elever.csv", "--lang", "en"]);
    let example = told
        .lines()
        .find(|line| line.starts_with("  samtal "))
        .unwrap();
    let words = shell_words(example);
    let words: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
    let (code, out, errors) = world.run(&words);
    assert_eq!((code, errors.as_str()), (0, ""), "{example}");
    assert!(out.contains("2023/24"), "{out}");
}

/// Splits a command as a shell does: the examples quote with single marks alone.
fn shell_words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.trim().chars() {
        match c {
            '\'' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words
}

#[test]
fn a_chart_is_drawn_with_what_a_reader_must_know() {
    let world = with_schools();
    let words = [
        "chart",
        "elever.csv",
        "-x",
        "lasar",
        "-y",
        "elever",
        "-w",
        "skolkommun=hani",
        "--fold",
        "sum",
        "--width",
        "50",
    ];
    assert_snapshot!(world.told(&words), @r#"
    d1  Elever, åk 9, Haninge

    250 │
        │ ●▄
    200 │   ▀▀▀▀▄▄▄▄
        │           ▀▀▀▀▄▄▄▄
    150 │                   ▀▀▀▄▄▄▄
        │                          ▀▀▀▀▄▄▄▄
    100 │                                  ▀▀▀▀▄▄▄▄
        │                                         ● 80
     50 │
        2022/23                                2023/24
    2023/24: ett värde okänt

    Från 210 (2022/23) till 80 (2023/24).
    Statistik från Skolverket · för att utforska
    Ett värde saknas i det som lagts ihop (".."). Det
    som saknas är utelämnat och räknas inte som noll.
    4 rader av 6 ligger bakom diagrammet.
    Varje värde är en summa av upp till 2 rader.
    [0]
    "#);
    let mut ascii = words.to_vec();
    ascii.extend(["--ascii", "--lang", "en", "--group", "skola"]);
    let told = world.told(&ascii);
    assert_snapshot!(told, @r"
    d1  Elever, åk 9, Haninge

    150 |
        | o                                   o Bo 136
    125 |
        |
    100 |
        |
     75 | *.................................* Ask 80
        |
     50 |
        2022/23                          2023/24
    2023/24 Bo: ..

    Ask: from 74 (2022/23) to 80 (2023/24). Bo: only
    2022/23 (136). No figure: 2023/24.
    Statistik från Skolverket - to explore
    4 rows of 6 are behind the chart.
    [0]
    ");
}

#[test]
fn what_cannot_be_meant_is_told_with_a_way_out() {
    let world = with_schools();
    for (words, code) in [
        (
            &["-x", "Läsår", "-y", "Elever", "-w", "Skolkommun=Haninge"][..],
            1,
        ),
        (&["-x", "Läsår", "-y", "Elever", "--fold", "sum"], 1),
        (&["-x", "Sko", "-y", "Elever"], 2),
        (
            &["-x", "Läsår", "-y", "Elever", "-w", "Skolkommun=Nacka"],
            2,
        ),
        (&["-x", "Läsår", "-y", "Elever", "-w", "Skolkommun"], 2),
        (&["-x", "Läsår"], 2),
    ] {
        let mut all = vec!["chart", "elever.csv"];
        all.extend(words);
        let (found, out, errors) = world.run(&all);
        assert_eq!((found, out.as_str()), (code, ""), "{words:?}: {errors}");
    }
    assert_snapshot!(world.told(&["chart", "elever.csv", "-x", "Läsår", "-y", "Elever", "-w", "Skolkommun=Haninge"]), @r#"
    samtal: elever.csv: Flera rader hamnar på "2022/23, Elever, åk 9" (rad 4 och 5 är två av dem). De skiljer sig i: Skola. Filtrera där, eller säg att de ska läggas ihop eller att deras medel ritas.
    tips: --where "Skola=…" behåller en av dem. --fold sum lägger ihop, --fold mean ritar medlet.
    [1]
    "#);
    assert_snapshot!(world.told(&["chart", "elever.csv", "-x", "Läsår", "-y", "Elever", "--fold", "sum"]), @r#"
    samtal: elever.csv: "Skolkommun" har flera platser. Ett samtal utforskar det egna och jämför inte med andra. Välj en, eller be om jämförelsen.
    tips: --where "Skolkommun=…" väljer den egna. --where "Skolkommun=*" tar alla tillsammans. --compare låter dem stå bredvid varandra.
    [1]
    "#);
    assert_snapshot!(world.told(&["chart", "elever.csv", "-x", "Sko", "-y", "Elever"]), @r#"
    samtal: elever.csv: "Sko" passar på flera kolumner: Skolkommun · Skola. Skriv lite mer av den du menar.
    [2]
    "#);
    assert_snapshot!(world.told(&["chart", "elever.csv", "-x", "Läsår", "-y", "Elever", "-w", "Skolkommun=Nacka", "--lang", "en"]), @r#"
    samtal: elever.csv: "Skolkommun" has no "Nacka". It has, among others: Haninge · Tyresö.
    [2]
    "#);
}

#[test]
fn before_and_after_say_where_nothing_is_certain() {
    let world = World::new();
    world.put(
        "fore.csv",
        "Fråga;När;Andel %;Svar\nSover gott;sept;61;1500\nSover gott;dec;63;1100\nTrivs;sept;50;1500\nTrivs;dec;60;1100\n",
    );
    assert_snapshot!(world.told(&[
        "chart", "fore.csv", "-x", "fråga", "-y", "andel", "-g", "när", "-n", "svar", "--before", "sept", "--after",
        "dec", "--width", "60", "--kind", "follow-up",
    ]), @r"
    d1  Andel %                                                %

    Sover gott  sept  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒                61
                dec   █████████████████████████               63
                      ingen säkerställd skillnad

    Trivs       sept  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒                    50
                dec   ███████████████████████                 60
                      0        25        50       75        100
    sept: n = 1 500   dec: n = 1 100

    Sover gott: 61 % (sept), 63 % (dec). Ingen säkerställd
    skillnad. Trivs: 50 % (sept), 60 % (dec).
    fore.csv · för att följa upp
    [0]
    ");
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "one walk from an empty session to a chart that was read again"
)]
fn a_chart_is_put_into_a_session_and_read_again() {
    let world = with_schools();
    let (code, ..) = world.run(&["new", "host.ron"]);
    assert_eq!(code, 0);
    let add = [
        "data",
        "add",
        "host.ron",
        "elever.csv",
        "-x",
        "Läsår",
        "-y",
        "elever",
        "-w",
        "skolkommun=haninge",
        "--fold",
        "sum",
        "--title",
        "Elever i nian",
        "--say",
        "Här ser vi hur många som går i nian.",
        "--caveat",
        "Bo saknas 2023.",
    ];
    assert_snapshot!(world.told(&add), @r#"
    d2 "Elever i nian" ligger i HOME/host.ron.
    Från 210 (2022/23) till 80 (2023/24).
    4 rader av 6 ligger bakom diagrammet.
    Varje värde är en summa av upp till 2 rader.
    [0]
    "#);
    let text = std::fs::read_to_string(world.home().join("host.ron")).unwrap();
    let from = text.find("title: \"Elever i nian\"").unwrap();
    let chart: String = text
        .get(from..)
        .unwrap()
        .lines()
        .take(30)
        .collect::<Vec<_>>()
        .join("\n");
    for told in [
        "(\"2022/23\", 210)",
        "recipe: ",
        "file: \"elever.csv\"",
        "axis: \"Läsår\"",
        "fold: Sum",
        "labels: [\"Haninge\"]",
    ] {
        assert!(
            chart
                .replace([' ', '\n'], "")
                .contains(&told.replace(' ', "")),
            "{told} in {chart}"
        );
    }
    let (code, out, errors) = world.run(&["check", "host.ron"]);
    assert_eq!(code, 0, "{out}{errors}");
    assert_snapshot!(world.told(&["data", "refresh", "host.ron"]), @r"
    d2 Elever i nian: samma värden.
    [0]
    ");
    let same = world.told(&["data", "refresh", "host.ron", "--lang", "en"]);
    assert!(!same.contains('→'), "another language is no change: {same}");
    world.put("elever.csv", &SCHOOLS.replace("2023/24;..", "2023/24;140"));
    assert_snapshot!(world.told(&["data", "uppdatera", "host.ron"]), @r#"
    d2 Elever i nian: ett värde har ändrats.
      Tänk på: Bo saknas 2023. Ett värde saknas i det som lagts ihop (".."). Det som saknas är utelämnat och räknas inte som noll. → Bo saknas 2023.
      2023/24: 80 → 220
    Inget är ändrat än. Med --yes blir det det.
    [0]
    "#);
    let before = std::fs::read_to_string(world.home().join("host.ron")).unwrap();
    assert!(before.contains("80"), "nothing changes without yes");
    assert_snapshot!(world.told(&["data", "refresh", "host.ron", "--yes", "--lang", "en"]), @r#"
    d2 Elever i nian: one value changed.
      Keep in mind: Bo saknas 2023. Ett värde saknas i det som lagts ihop (".."). Det som saknas är utelämnat och räknas inte som noll. → Bo saknas 2023.
      2023/24: 80 → 220
    One chart has its new values.
    [0]
    "#);
    let after = std::fs::read_to_string(world.home().join("host.ron")).unwrap();
    assert!(after.contains("220"));
    std::fs::remove_file(world.home().join("elever.csv")).unwrap();
    assert_snapshot!(world.told(&["data", "refresh", "host.ron"]), @r"
    d2 gick inte att läsa igen: Det går inte att läsa HOME/elever.csv: det finns inte.
    [1]
    ");
    // A command without a choice says how.
    assert_snapshot!(world.told(&["data", "add", "host.ron", "elever.csv"]), @r#"
    samtal: Säg vad diagrammet visar, med --x och --y.
    tips: `samtal diagram "elever.csv"` berättar vad som går att välja och ger ett exempel.
    [2]
    "#);
}

#[test]
fn a_session_without_chosen_charts_says_so() {
    let world = World::new();
    world.run(&["new", "vinter.ron"]);
    let (code, _, errors) = world.run(&["data", "refresh", "vinter.ron"]);
    assert_eq!(code, 1);
    assert!(errors.contains("data lagg-till"), "{errors}");
}

#[test]
fn a_dialogue_that_has_begun_takes_no_more_charts() {
    let world = with_schools();
    let path = world.put(
        "begun.ron",
        r#"Session(
    version: 1, kind: Session, id: "01985a00-0000-7000-8000-000000000001", title: "Att trivas",
    slot: (start: "2026-11-17T09:00:00+01:00", minutes: 90),
    stages: [(id: "one", title: "Dialog", kind: Dialogue, minutes: (min: 20, wish: 20, max: 20))],
    timeline: (visits: [(stage: "one", from: "2026-11-17T09:00:30+01:00")]),
)
"#,
    );
    let words = [
        "data",
        "add",
        "begun.ron",
        "elever.csv",
        "-x",
        "Läsår",
        "-y",
        "Elever",
        "-w",
        "Skolkommun=Haninge",
        "--fold",
        "sum",
    ];
    let told = world.told(&words);
    assert!(
        told.contains("Samtalet har börjat") && told.ends_with("[1]"),
        "{told}"
    );
    let kept = std::fs::read_to_string(path).unwrap();
    assert!(!kept.contains("Elever"), "{kept}");
}

#[test]
fn what_the_file_says_of_itself_is_shown_among_the_changes() {
    let world = World::new();
    let file = |year: &str, more: &str| {
        format!("Byrån, läsår {year}\n\nSkola;Elever\nAsk;74\nBo;136\nCe;{more}\n")
    };
    world.put("elever.csv", &file("2022/23", "50"));
    world.told(&["new", "host.ron"]);
    let words = [
        "data",
        "add",
        "host.ron",
        "elever.csv",
        "-x",
        "Skola",
        "-y",
        "Elever",
        "--published",
        "--caveat",
        "Bara våra skolor.",
    ];
    assert!(world.told(&words).ends_with("[0]"));
    world.put("elever.csv", &file("2023/24", "50"));
    let told = world.told(&["data", "refresh", "host.ron", "--yes", "--lang", "en"]);
    assert!(told.contains("the same values"), "{told}");
    assert!(
        told.contains("Source: Byrån, läsår 2022/23 → Byrån, läsår 2023/24"),
        "{told}"
    );
    let kept = std::fs::read_to_string(world.home().join("host.ron")).unwrap();
    assert!(kept.contains("source: \"Byrån, läsår 2023/24\""), "{kept}");
    assert!(kept.contains("Bara våra skolor."), "{kept}");
    let again = world.told(&["data", "refresh", "host.ron", "--lang", "en"]);
    assert!(!again.contains('→'), "{again}");
}
