//! What the README tells to do works as it stands, and what it names is what comes.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "reads the README and copies the files that it walks through; what is not there fails the test"
)]

use std::{collections::BTreeSet, path::Path};

use serde_json::Value;

use crate::{
    linear::Ear,
    world::{World, files},
};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    std::fs::read_to_string(root().join("README.md")).unwrap()
}

/// A world with the files that the README walks through, where a clone has them.
fn clone() -> World {
    let world = World::new();
    for ending in ["csv", "px"] {
        for path in files(&root().join("sessions/data"), ending) {
            let name = format!("sessions/data/{}", path.file_name().unwrap().display());
            world.put_bytes(&name, &std::fs::read(&path).unwrap());
        }
    }
    world
}

/// The commands of a walk, as a shell takes them apart.
fn walk(name: &str) -> Vec<Vec<String>> {
    let readme = readme();
    let (_, rest) = readme.split_once(&format!("<!-- {name} -->")).unwrap();
    let (walk, _) = rest.split_once(&format!("<!-- /{name} -->")).unwrap();
    let commands = walk.lines().filter(|line| line.starts_with("samtal "));
    commands
        .map(|line| {
            let command = line.split(" #").next().unwrap();
            shell_words::split(command).unwrap()
        })
        .collect()
}

#[test]
fn the_walk_from_three_files_to_a_session_with_charts_works_as_it_stands() {
    let world = clone();
    let commands = walk("walk");
    assert!(commands.len() >= 8, "{commands:?}");
    let mut said = Vec::new();
    for command in &commands {
        let mut words: Vec<&str> = command.iter().skip(1).map(String::as_str).collect();
        words.extend(["--lang", "en"]);
        let (code, out, errors) = world.run(&words);
        assert_eq!((code, errors.as_str()), (0, ""), "{command:?}\n{out}");
        said.push(out);
    }
    let session = std::fs::read_to_string(world.home().join("host.ron")).unwrap();
    assert_eq!(session.matches("recipe:").count(), 3, "{session}");
    // Figures of the publisher, and a share of the answers of the survey: 35 of 80 in year 7.
    for figure in ["83", "79.9", "88.4", "80.5", "91.1", "43.8"] {
        assert!(session.contains(figure), "{figure} in {session}");
    }
    assert!(
        said[1].contains("Never drawn") && said[1].contains("Löpnr"),
        "{}",
        said[1]
    );
    let minutes = said.last().unwrap();
    assert!(minutes.contains("Trygg i skolan, Haninge"), "{minutes}");
}

#[test]
fn from_nothing_to_a_second_meeting_that_opens_with_the_first_ones_steps() {
    let world = World::new();
    let commands = walk("meetings");
    let lead = |command: &[String]| command[1] == "lead";
    assert_eq!(commands.iter().filter(|command| lead(command)).count(), 2);
    let mut led = 0;
    for command in &commands {
        let words: Vec<&str> = command.iter().skip(1).map(String::as_str).collect();
        match words[0] {
            // What needs a screen is led by ear.
            "lead" => {
                let mut ear = Ear::on(&world, &words);
                led += 1;
                if led == 1 {
                    ear.choose("Start,");
                    ear.wait("Now: ");
                    ear.say("> Anna: ring the youth club w49");
                    ear.wait("Saved: S1, next step: Anna: ring the youth club, w49.");
                    ear.choose("End the dialogue now");
                    ear.wait("Thank you");
                } else {
                    ear.wait("Anna: ring the youth club");
                }
                assert_eq!(ear.end().0, 0, "{command:?}");
            }
            "tidy" => {}
            _ => {
                let words = [&words[..], &["--lang", "en"]].concat();
                let (code, out, errors) = world.run(&words);
                assert_eq!((code, errors.as_str()), (0, ""), "{command:?}\n{out}");
                if words[0] == "show" {
                    assert!(
                        out.contains("[ ] S1") && out.contains("ring the youth club"),
                        "{out}"
                    );
                }
            }
        }
    }
    let read = |name: &str| std::fs::read_to_string(world.home().join(name)).unwrap();
    assert!(read("invitation.txt").contains("Welcome"));
    assert!(read("school.html").contains("ring the youth club"));
    assert!(read("second.ron").contains("ring the youth club"));
}

/// The names of all keys of an object, but of those whose keys are the file's own words.
fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                found.insert(key.clone());
                if !["missing", "marked", "labels", "two_ways"].contains(&key.as_str()) {
                    keys(value, found);
                }
            }
        }
        Value::Array(array) => array.iter().for_each(|value| keys(value, found)),
        _ => {}
    }
}

/// One file of every kind that can be written as text here; a workbook's keys are those of a CSV.
const KINDS: [(&str, &str); 6] = [
    (
        "elever.csv",
        "Rapport 2023\n\nKommun;Elever;Andel\nA;1 088;50,5*\nB;..;51\nC;7;\n\nFotnot: x\n",
    ),
    (
        "stat.json",
        r#"{"version":"2.0","class":"dataset","label":"Unga","source":"SCB","updated":"2026-06-08","value":[1,2],
        "id":["Tid"],"size":[2],"dimension":{"Tid":{"label":"år","category":{"index":["2023","2024"]}}},"note":["Se upp"]}"#,
    ),
    (
        "pxweb.json",
        r#"{"columns":[{"code":"Tid","text":"år","type":"t"},{"code":"A","text":"Antal","type":"c"}],"comments":[],
        "data":[{"key":["2023"],"values":["5"]},{"key":["2024"],"values":[".."]}]}"#,
    ),
    (
        "kolada.json",
        r#"{"values":[{"kpi":"N1","municipality":"0180","period":2024,
        "values":[{"gender":"T","value":2.5,"status":"","count":1,"isdeleted":false}]}],"count":1}"#,
    ),
    (
        "skolverket.json",
        r#"{"status":"OK","body":{"schoolUnit":"12345678","docLinks":null,
        "teachers":[{"value":"10,8","valueType":"EXISTS","timePeriod":"2025/26"}]}}"#,
    ),
    ("sessions/data/svar.csv", ""),
];

#[test]
fn every_key_that_scripts_see_is_named() {
    let world = clone();
    let mut paths: Vec<String> = vec!["sessions/data/behorighet.px".to_owned()];
    for (name, text) in KINDS {
        if !text.is_empty() {
            world.put(name, text);
        }
        paths.push(name.to_owned());
    }
    // Where the files of publishers lie beside the project, the keys of workbooks are compared as well.
    let data = std::env::var_os("SAMTAL_DATA_FILES")
        .map_or_else(|| root().join("../shared/data"), std::path::PathBuf::from);
    for more in [
        "hostile-xlsx/temperature.xlsx",
        "hostile-xlsx/date.ods",
        "scb-v1-json/befolkning_1380_2023.json",
    ] {
        let path = data.join(more);
        if path.exists() {
            paths.push(path.display().to_string());
        }
    }
    let mut found = BTreeSet::new();
    for path in &paths {
        let (code, out, errors) = world.run(&["data", path, "--json"]);
        assert_eq!((code, errors.as_str()), (0, ""), "{path}");
        keys(&serde_json::from_str(&out).unwrap(), &mut found);
    }
    let readme = readme();
    let (_, section) = readme.split_once("`--json` writes").unwrap();
    let (section, _) = section.split_once("What was taken wrongly").unwrap();
    let missing: Vec<&String> = found
        .iter()
        .filter(|key| !section.contains(&format!("`{key}`")))
        .collect();
    assert!(missing.is_empty(), "the README does not name {missing:?}");
    assert!(found.len() > 40, "{found:?}");
}
