//! `samtal data` as a person and as a script meets it.

use insta::assert_snapshot;

use crate::world::World;

const EXPORT: &str = "Statistik\n\nSkola;Kod;Elever;Andel;\nAskskolan;0114;1 088;81,5;\nBoskolan;0115;..;79;\nCeskolan;0116;.;;\n\nRapporten visar antal\n";

#[test]
fn what_was_understood_is_said_in_both_languages() {
    let world = World::new();
    world.put("export.csv", EXPORT);
    let path = world.home().join("export.csv");
    let path = path.to_str().unwrap();
    assert_snapshot!(world.told(&["data", path]), @r#"
    export.csv: CSV, UTF-8, ";" mellan fälten, "," före decimaler
    Rubriker på rad 3.
    3 rader med data, rad 4–6.
    En rad ovanför är inte data:
        1: Statistik
    En rad under är inte data:
        8: Rapporten visar antal

    5 kolumner:
      Skola: text, 3 texter; 3 olika: Askskolan · Boskolan · Ceskolan
      Kod: kod, 3 värden; 3 olika: 0114 · 0115 · 0116
      Elever: tal, ett värde, 1 088 till 1 088, summa 1 088; saknas: 1 "..", 1 "."
      Andel: tal, 2 värden, 79 till 81,5, summa 160,5; saknas: en tom
      E: tom; saknas: 3 tomma
    [0]
    "#);
    assert_snapshot!(world.told(&["data", path, "--lang", "en"]), @r#"
    export.csv: CSV, UTF-8, ";" between the fields, "," before decimals
    Headings on row 3.
    3 rows of data, rows 4–6.
    One row above is no data:
        1: Statistik
    One row under is no data:
        8: Rapporten visar antal

    5 columns:
      Skola: text, 3 texts; 3 different: Askskolan · Boskolan · Ceskolan
      Kod: code, 3 values; 3 different: 0114 · 0115 · 0116
      Elever: number, one value, 1,088 to 1,088, sum 1,088; missing: 1 "..", 1 "."
      Andel: number, 2 values, 79 to 81.5, sum 160.5; missing: one blank
      E: empty; missing: 3 blank
    [0]
    "#);
}

#[test]
fn scripts_get_the_same_as_json() {
    let world = World::new();
    world.put("export.csv", EXPORT);
    let path = world.home().join("export.csv");
    let (code, out, _) = world.run(&["data", path.to_str().unwrap(), "--json"]);
    assert_eq!(code, 0);
    let told: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(told["samtal_data"], 1);
    assert_eq!(told["format"], "CSV");
    assert_eq!(told["how"]["decimal"], ",");
    assert_eq!(told["rows"]["data"], 3);
    let pupils = &told["columns"][2];
    assert_eq!(pupils["name"], "Elever");
    assert_eq!(pupils["sum"], 1088);
    assert_eq!(pupils["missing"][".."], 1);
    assert_eq!(told["columns"][1]["labels"][0][0], "0114");
}

#[test]
fn what_cannot_be_read_is_a_sentence() {
    let world = World::new();
    world.put("open.csv", "a;b\n\"x;1\ny;2\n");
    world.put("page.html", "<!doctype html><p>504</p>");
    for (name, words) in [
        ("open.csv", "rad 2, kolumn 1: Ett citattecken"),
        ("page.html", "Jag känner inte igen formatet"),
        ("none.csv", "det finns inte"),
    ] {
        let path = world.home().join(name);
        let (code, out, said) = world.run(&["data", path.to_str().unwrap()]);
        assert_eq!((code, out.as_str()), (1, ""), "{name}");
        assert!(said.contains(words), "{name}: {said}");
    }
}

#[test]
fn what_is_asked_for_is_followed_and_what_was_found_stands_beside_it() {
    let world = World::new();
    world.put("export.csv", EXPORT);
    let path = world.home().join("export.csv");
    let path = path.to_str().unwrap();
    assert_snapshot!(world.told(&["data", path, "--header", "1", "--separator", ","]), @r#"
    export.csv: CSV, UTF-8, "," mellan fälten
    Läst som du bad om. Utan det: ";" mellan fälten.
    Rubriker på rad 1.
    5 rader med data, rad 3–8.
    En rad har fler fält än rubrikerna: rad 4. Det som är för mycket läses inte.

    En kolumn:
      Statistik: text, 5 texter; 5 olika: Skola;Kod;Elever;Andel; ·
        Askskolan;0114;1 088;81 · Boskolan;0115;..;79; · Ceskolan;0116;.;; ·
        Rapporten visar antal
    [0]
    "#);
    let asked = [
        "data",
        path,
        "--header",
        "3-4",
        "--encoding",
        "latin1",
        "--json",
    ];
    let (code, out, _) = world.run(&asked);
    assert_eq!(code, 0);
    let told: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(told["wished"]["headings"], serde_json::json!([3, 4]));
    assert_eq!(told["wished"]["encoding"], "latin1");
    assert_eq!(told["wished"]["separator"], serde_json::Value::Null);
    assert_eq!(told["how"]["encoding"], "windows-1252");
    assert_eq!(told["found"]["encoding"], "UTF-8");
    assert_eq!(told["found"]["headings"], serde_json::json!([3]));
    assert_eq!(told["headings"], serde_json::json!([3, 4]));
    assert_eq!(told["rows"]["data"], 2);
    assert_eq!(told["columns"][0]["name"], "Skola / Askskolan");
}

#[test]
fn a_wish_that_cannot_be_met_is_a_sentence() {
    let world = World::new();
    world.put("export.csv", EXPORT);
    world.put("plain.csv", "a;b\nx;1,5\ny;2,5\n");
    world.put_bytes("old.csv", b"a;b\n\xe5;1\n");
    world.put("set.json", r#"{"version":"2.0","class":"dataset","label":"L","id":["a"],"size":[1],"dimension":{"a":{"category":{"index":["x"]}}},"value":[1]}"#);
    world.put("table.px", "CHARSET=\"ANSI\";\nLANGUAGE=\"sv\";\nLANGUAGES=\"sv\",\"en\";\nTITLE=\"T\";\nSTUB=\"a\";\nVALUES(\"a\")=\"x\";\nDATA=\n1;\n");
    let cases: &[(&[&str], i32, &str)] = &[
        (
            &["export.csv", "--separator", "|"],
            1,
            "inget \"|\" i filens början",
        ),
        (&["export.csv", "--separator", "tab"], 1, "ingen tabb"),
        (
            &["export.csv", "--separator", "xy"],
            2,
            "\"xy\" kan inte stå mellan fälten",
        ),
        (
            &["plain.csv", "--decimal", "."],
            1,
            "talen är skrivna med \",\"",
        ),
        (
            &["export.csv", "--decimal", "x"],
            2,
            "Skriv komma eller punkt",
        ),
        (
            &["export.csv", "--encoding", "klingon"],
            1,
            "ingen kodning som heter \"klingon\"",
        ),
        (
            &["old.csv", "--encoding", "utf-8"],
            1,
            "inte skriven i UTF-8",
        ),
        (
            &["export.csv", "--header", "2"],
            1,
            "Det står ingenting på rad 2",
        ),
        (
            &["export.csv", "--header", "400"],
            1,
            "Det står ingenting på rad 400",
        ),
        (
            &["export.csv", "--header", "sex"],
            2,
            "\"sex\" är inga rader",
        ),
        (&["export.csv", "--sheet", "1"], 1, "inga blad"),
        (&["export.csv", "--language", "sv"], 1, "bara ett språk"),
        (&["export.csv", "--table", "1"], 1, "bara en tabell"),
        (
            &["set.json", "--table", "2"],
            1,
            "ingen tabell som heter \"2\". Tabellerna är: 1 L.",
        ),
        (&["set.json", "--separator", ","], 1, "bara textfiler"),
        (&["set.json", "--header", "1"], 1, "ingen rubrikrad"),
        (
            &["table.px", "--language", "fi"],
            1,
            "inte språket \"fi\". Den har: sv, en.",
        ),
    ];
    for (words, code, sentence) in cases {
        let asked: Vec<&str> = ["data"].iter().chain(*words).copied().collect();
        let (found, out, said) = world.run(&asked);
        assert_eq!((found, out.as_str()), (*code, ""), "{words:?}: {said}");
        assert!(said.contains(sentence), "{words:?}: {said}");
    }
}
