//! People in real files: which are surveys, and that nothing is taken for people's numbers that is none.

use std::{fmt::Write as _, fs::File, io::BufReader, ops::ControlFlow, path::PathBuf};

use samtal::{
    data::{
        choose::{Chosen, Remark, choose},
        rows::Wish,
        survey::Said,
        understood::{Holds, understand},
    },
    domain::{
        chart::{Cell, Row},
        recipe::{Recipe, Value},
    },
    text::SafeText,
};

use insta::assert_snapshot;

use crate::{data_files::folder, world::World};

/// Which files have one row a person, and what was found of people in any file; the rest of the folder has neither.
#[test]
fn surveys_and_people_are_found_where_they_are() {
    let Some(folder) = folder() else {
        return;
    };
    let mut surveys = Vec::new();
    let mut people = Vec::new();
    let mut files: Vec<PathBuf> = Vec::new();
    for kind in std::fs::read_dir(&folder)
        .expect("the folder can be listed")
        .flatten()
    {
        let inside = std::fs::read_dir(kind.path())
            .into_iter()
            .flatten()
            .flatten();
        files.extend(inside.map(|file| file.path()));
    }
    files.sort();
    for path in files {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let mut source = BufReader::new(File::open(&path).expect("the file is there"));
        let Ok(understood) = understand(&mut source, &SafeText::line(&name), &Wish::default())
        else {
            continue;
        };
        let Holds::Rows(profile) = understood.holds else {
            continue;
        };
        if samtal::data::survey::detect(&profile).is_some() {
            surveys.push(name.clone());
        }
        for column in &profile.columns {
            people.extend(
                column
                    .personal
                    .iter()
                    .map(|found| format!("{name}: {} {found:?}", column.name)),
            );
        }
    }
    assert_eq!(surveys, ["young-people-survey-responses.csv"]);
    assert_eq!(people, [""; 0]);
}

/// A question, the answers in the order in which they are drawn with their shares (none where hidden), and how many answered.
type Question = (&'static str, &'static [(&'static str, Option<f64>)], u32);

/// Counted by another tool, answer by answer, and typed over.
const QUESTIONS: &[Question] = &[
    (
        "Music",
        &[
            ("1", Some(0.9)),
            ("2", Some(1.1)),
            ("3", Some(3.6)),
            ("4", Some(12.8)),
            ("5", Some(81.6)),
        ],
        1007,
    ),
    (
        "Smoking",
        &[
            ("current smoker", Some(18.9)),
            ("former smoker", Some(17.5)),
            ("tried smoking", Some(42.9)),
            ("never smoked", Some(20.8)),
        ],
        1002,
    ),
    // Three said "no time at all"; with the second smallest, 124, shown they would be what is left of 1010.
    (
        "Internet usage",
        &[
            ("most of the day", None),
            ("few hours a day", Some(73.7)),
            ("less than an hour a day", Some(13.8)),
            ("no time at all", None),
        ],
        1010,
    ),
    // One with 10 and three with 6 hide each other: 1 and 3, 2 and 2, 3 and 1 are all possible.
    (
        "Number of siblings",
        &[
            ("0", Some(16.2)),
            ("1", Some(53.3)),
            ("2", Some(20.1)),
            ("3", Some(7.3)),
            ("4", Some(1.8)),
            ("5", Some(0.9)),
            ("6", None),
            ("10", None),
        ],
        1004,
    ),
    (
        "Education",
        &[
            ("currently a primary school pupil", Some(1.0)),
            ("primary school", Some(7.9)),
            ("secondary school", Some(61.5)),
            ("college/bachelor degree", Some(21.0)),
            ("masters degree", Some(8.0)),
            ("doctorate degree", Some(0.5)),
        ],
        1009,
    ),
];

/// A question in groups: the group, its shares in order, how many answered.
type Grouped = (
    &'static str,
    &'static [(&'static str, &'static [Option<f64>], u32)],
);

const IN_GROUPS: &[Grouped] = &[
    (
        "Smoking",
        &[
            (
                "female",
                &[Some(18.8), Some(18.5), Some(41.8), Some(20.9)],
                589,
            ),
            (
                "male",
                &[Some(19.2), Some(16.0), Some(44.2), Some(20.6)],
                407,
            ),
        ],
    ),
    (
        "Happiness in life",
        &[
            (
                "female",
                &[Some(1.0), Some(5.8), Some(28.9), Some(52.6), Some(11.7)],
                591,
            ),
            (
                "male",
                &[Some(1.5), Some(5.9), Some(26.9), Some(47.9), Some(17.8)],
                409,
            ),
        ],
    ),
];

fn shares(items: &[&str], group: Option<&str>) -> Option<Chosen> {
    let recipe = Recipe {
        value: Value::Shares {
            items: items.iter().map(|item| SafeText::line(item)).collect(),
            answers: Vec::new(),
        },
        group: group.map(SafeText::line),
        ..Recipe::default()
    };
    let path = folder()?.join("survey-micro/young-people-survey-responses.csv");
    let mut source = BufReader::new(File::open(path).expect("the file is there"));
    let chosen = choose(&mut source, &"x.csv".into(), &recipe, 5, &mut |_| {
        ControlFlow::Continue(())
    });
    Some(chosen.unwrap_or_else(|error| panic!("{error}")))
}

fn numbers(row: &Row) -> Vec<Option<f64>> {
    row.cells.iter().map(Cell::number).collect()
}

#[test]
fn shares_of_a_real_survey_are_those_that_another_tool_counted() {
    for (item, answers, n) in QUESTIONS {
        let Some(chosen) = shares(&[item], None) else {
            return;
        };
        let found: Vec<(&str, Option<f64>)> = chosen
            .body
            .rows()
            .iter()
            .map(|row| (row.label.as_str(), row.cells[0].number()))
            .collect();
        assert_eq!(found, *answers, "{item}");
        assert_eq!(chosen.n, Some(*n), "{item}");
    }
    for (item, groups) in IN_GROUPS {
        let chosen = shares(&[item], Some("Gender")).expect("the folder is there");
        for (row, (label, shares, n)) in chosen.body.rows().iter().zip(*groups) {
            assert_eq!(row.label.as_str(), *label);
            assert_eq!(
                (numbers(row).as_slice(), row.n),
                (*shares, Some(*n)),
                "{item} {label}"
            );
        }
        assert!(chosen.remarks.contains(&Remark::Survey(Said::Ungrouped(6))));
    }
}

#[test]
fn in_two_groups_a_small_number_takes_a_ring_with_it() {
    // Two girls and one boy gave the least; 60 and 62 go with them, or the totals of the whole survey would tell.
    let Some(chosen) = shares(&["Internet usage"], Some("Gender")) else {
        return;
    };
    let rows: Vec<Vec<Option<f64>>> = chosen.body.rows().iter().map(numbers).collect();
    assert_eq!(rows[0], [None, Some(72.2), Some(17.4), None]);
    assert_eq!(rows[1], [None, Some(75.9), Some(8.8), None]);
    // Side by side, with the few who did not answer told for each.
    let side = shares(&["Loneliness", "Public speaking"], None).expect("the folder is there");
    assert_eq!(
        numbers(&side.body.rows()[0]),
        [Some(11.2), Some(26.3), Some(35.6), Some(16.6), Some(10.4)]
    );
    assert_eq!(side.body.rows()[1].n, Some(1008));
}

/// A survey of thirty: an id, an address, a group, two questions, words of their own.
fn survey_of_thirty() -> String {
    let mut text = "Id;Mejl;Kön;Trygg?;Arbetsro?;Kommentar\n".to_owned();
    for at in 0..30 {
        let sex = if at % 15 == 0 {
            "Annat"
        } else {
            ["Flicka", "Pojke"][at % 2]
        };
        let safe = ["Alltid", "Alltid", "Ofta", "Aldrig", "Ofta"][at % 5];
        let calm = ["Ofta", "", "Ofta", "Ibland", "Ibland"][at % 5];
        let words = if at % 3 == 0 {
            format!("Det är alldeles för stökigt i korridoren på rasten, tycker jag som heter {at}")
        } else {
            String::new()
        };
        writeln!(
            text,
            "{};p{at}@example.com;{sex};{safe};{calm};{words}",
            500 + at
        )
        .expect("a string takes a line");
    }
    text
}

#[test]
fn a_survey_and_the_people_in_it_are_told_without_their_words() {
    let world = World::new();
    let path = world.put("enkat.csv", &survey_of_thirty());
    let path = path.to_str().unwrap();
    assert_snapshot!(world.told(&["data", path]), @r#"
    enkat.csv: CSV, UTF-8, ";" mellan fälten
    Rubriker på rad 1.
    30 rader med data, rad 2–31.

    6 kolumner:
      Id: tal, 30 värden, 500 till 529, summa 15 435
      Mejl: text, 30 texter
      Kön: text, 30 texter; 3 olika: Annat · Pojke · Flicka
      Trygg?: text, 30 texter; 3 olika: Alltid · Ofta · Aldrig
      Arbetsro?: text, 24 texter; saknas: 6 tomma; 2 olika: Ofta · Ibland
      Kommentar: text, 10 texter; saknas: 20 tomma

    En enkät med en rad per person: 30 personer.
    Svar att rita som andelar: 3 frågor, varav 2 på en skala jag känner (Kön ·
      Trygg? · Arbetsro?).
    Ritas aldrig, för de pekar ut personer eller är fritext: Id · Mejl ·
      Kommentar.

    Obs, personuppgifter i Mejl: e-postadresser i 30 celler, först på rad 2.
    Ta bort dem innan filen delas. samtal ritar dem aldrig och visar dem aldrig.
    [0]
    "#);
    let (_, out, _) = world.run(&["data", path, "--json"]);
    let told: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(told["survey"]["people"], 30);
    assert_eq!(told["survey"]["columns"][2], "answers");
    assert_eq!(told["columns"][1]["personal"][0]["kind"], "mail");
    assert_eq!(told["columns"][1]["personal"][0]["first"], 2);
    assert!(!out.contains("@example"), "{out}");
}

#[test]
fn answers_are_drawn_and_nothing_that_points_people_out() {
    let world = World::new();
    let path = world.put("enkat.csv", &survey_of_thirty());
    let path = path.to_str().unwrap();
    let (code, out, _) = world.run(&["chart", path, "--shares", "trygg", "--group", "kön"]);
    assert_eq!(code, 0);
    // Two said "Annat": not drawn, and said. Of fourteen girls and fourteen boys fewer than five gave some answer.
    assert!(out.contains("Annat") && out.contains("färre än 5"), "{out}");
    for (words, said) in [
        (&["--shares", "Kommentar"][..], "fritext"),
        (&["--shares", "Mejl"], "personuppgifter"),
        (&["--shares", "trygg", "--group", "Id"], "pekar ut personer"),
        (
            &["--shares", "trygg", "--group", "kön", "--where", "Id=503"],
            "små grupper",
        ),
        (&["--items", "trygg,arbetsro", "--group", "kön"], "Antingen"),
        (&["--shares", "trygg", "--order", "Kanske"], "Svaren är"),
    ] {
        let mut all = vec!["chart", path];
        all.extend(words);
        let (code, out, errors) = world.run(&all);
        assert!(
            code != 0 && out.is_empty() && errors.contains(said),
            "{words:?}: {out}{errors}"
        );
    }
    let (code, out, _) = world.run(&["chart", path, "--items", "trygg,arbetsro"]);
    assert!(
        code == 0 && out.contains("Arbetsro") && out.contains("30"),
        "{out}"
    );
}

#[test]
fn small_numbers_of_ones_own_are_hidden_and_published_ones_are_not() {
    let world = World::new();
    let path = world.put("egen.csv", "Skola;Antal elever\nAsk;3\nBo;30\nEk;12\n");
    let path = path.to_str().unwrap();
    let chart = |more: &[&str]| {
        let mut words = vec!["chart", path, "--x", "skola", "--y", "antal"];
        words.extend(more);
        world.told(&words)
    };
    let own = chart(&[]);
    assert!(
        own.contains("×× dolt: skyddar små tal") && own.contains("--published"),
        "{own}"
    );
    assert!(!own.contains(" 12") && !own.contains(" 3\n"), "{own}");
    let published = chart(&["--published"]);
    assert!(
        published.contains("12") && !published.contains("dolt"),
        "{published}"
    );
    // Another limit, from the settings.
    world.put("config.ron", "Config(small_number_limit: 2)");
    assert!(!chart(&[]).contains("dolt"));
}

#[test]
fn two_charts_that_tell_together_what_neither_tells_are_named() {
    let world = World::new();
    let path = world.put("enkat.csv", &survey_of_thirty());
    let path = path.to_str().unwrap();
    let (code, _, errors) = world.run(&["new", "host.ron"]);
    assert_eq!(code, 0, "{errors}");
    let add = |words: &[&str]| {
        let (code, out, errors) = world.run(&[&["data", "add", "host.ron", path], words].concat());
        assert_eq!(code, 0, "{errors}");
        out
    };
    let alone = add(&["-i", "trygg", "-g", "kön", "--title", "Trygg, per kön"]);
    assert!(!alone.contains("samma fråga"), "{alone}");
    let other = add(&["-i", "arbetsro", "--title", "Arbetsro"]);
    assert!(!other.contains("samma fråga"), "another question: {other}");
    // Two said "Annat", and all thirty are here.
    let all = add(&["-i", "trygg", "--title", "Trygg, alla"]);
    let said = "d2 \"Trygg, per kön\" och d4 \"Trygg, alla\" bygger på samma fråga";
    assert!(all.contains(said), "{all}");
    let (code, out, _) = world.run(&["check", "host.ron"]);
    assert_eq!(
        (code, out.matches("bygger på samma fråga").count()),
        (0, 1),
        "{out}"
    );
    assert!(out.contains(said), "{out}");
}
