use proptest::prelude::*;

use super::*;

fn voices() -> Vec<SafeText> {
    [
        "Skola",
        "elevhälsa",
        "fritid",
        "soc.tjänst",
        "BUP",
        "en elev",
        "Vård och omsorg",
    ]
    .map(SafeText::line)
    .to_vec()
}

/// A note in one line: tag, chart, voice, `…`, `@@`, text, who, when.
fn shown(note: &NoteLine) -> String {
    let mut out = String::new();
    let mut part = |name: &str, value: &str| {
        out.push_str(name);
        out.push_str(value);
        out.push(' ');
    };
    if let Some(tag) = note.tag {
        part("", &format!("{tag:?}"));
    }
    if let Some(chart) = note.chart {
        part("d", &chart.to_string());
    }
    if let Some(voice) = &note.voice {
        part("", &format!("[{voice}]"));
    }
    if note.continues {
        part("…", "");
    }
    if note.missed {
        part("@@", "");
    }
    part("", &format!("«{}»", note.text));
    if let Some(step) = &note.step {
        assert_eq!(step.what, note.text);
        let who: Vec<&str> = step.who.iter().map(|who| &**who).collect();
        part("who ", &format!("{who:?}"));
        part("when ", &format!("{:?}", step.when.as_deref()));
    }
    out.trim_end().to_owned()
}

/// Reads each line and compares what came out of it.
fn check(lines: &[(&str, &str)]) {
    for (line, note) in lines {
        assert_eq!(shown(&parse(line, &voices())), *note, "{line:?}");
    }
}

#[test]
fn a_name_is_completed_from_two_letters_on() {
    let mut known = voices();
    known.extend(["social care", "social work", "Youth club"].map(SafeText::line));
    for (line, rest) in [
        ("sk", Some("ola")),
        ("SK", Some("ola")),
        ("s", None),
        ("!fri", Some("tid")),
        ("d6 fri", Some("tid")),
        ("…elev", Some("hälsa")),
        ("> Anna, elevh", Some("älsa")),
        ("skola", None),
        ("skolan är", None),
        ("soc.", Some("tjänst")),
        ("social", None),
        ("social w", Some("ork")),
        ("you", Some("th club")),
        ("en", Some(" elev")),
        (" sk", None),
        ("", None),
    ] {
        assert_eq!(completion(line, &known).as_deref(), rest, "{line:?}");
    }
}

#[test]
fn the_line_reads_english_as_well() {
    let known = ["school", "youth club", "Social services"].map(SafeText::line);
    for (line, note) in [
        ("school: fewer feel safe", "[school] «fewer feel safe»"),
        (
            "SOCIAL SERVICES: it turned in spring",
            "[Social services] «it turned in spring»",
        ),
        (
            "… mostly those who moved @@",
            "… @@ «mostly those who moved»",
        ),
        (
            "!nobody mentioned Mondays",
            "Surprise «nobody mentioned Mondays»",
        ),
        (
            "? what did they do there",
            "Wonder «what did they do there»",
        ),
        ("+ ask year 8", "Idea «ask year 8»"),
        (
            "= we rarely look at what works",
            "TakeWithUs «we rarely look at what works»",
        ),
        ("d6 twice as often", "d6 «twice as often»"),
        ("note: this is a sentence", "«note: this is a sentence»"),
        (
            "> Anna: ring the youth club by w49",
            "NextStep «ring the youth club» who [\"Anna\"] when Some(\"by w49\")",
        ),
        (
            "> Omar and Lisa: absence per weekday december?",
            "NextStep «absence per weekday» who [\"Omar\", \"Lisa\"] when Some(\"december?\")",
        ),
    ] {
        assert_eq!(shown(&parse(line, &known)), note, "{line:?}");
    }
    assert_eq!(read("/pause", &known), Typed::DoNotWrite);
    assert!(matches!(
        read("s/Monday/Tuesday/", &known),
        Typed::Replace { .. }
    ));
    assert_eq!(
        replace_first("on Mondays", "monday", "tuesday").as_deref(),
        Some("on Tuesdays")
    );
}

#[test]
fn marks_stand_first_in_any_order() {
    check(&[
        ("", "«»"),
        ("trivs sjunker", "«trivs sjunker»"),
        (
            "skola: trivs sjunker sedan 2016",
            "[Skola] «trivs sjunker sedan 2016»",
        ),
        ("SKOLA:trivs sjunker", "[Skola] «trivs sjunker»"),
        (
            "… särskilt de som bytt skola @@",
            "… @@ «särskilt de som bytt skola»",
        ),
        (
            "..särskilt de som bytt skola",
            "… «särskilt de som bytt skola»",
        ),
        ("... särskilt: de som bytt", "… «särskilt: de som bytt»"),
        ("!ingen nämnde måndagar", "Surprise «ingen nämnde måndagar»"),
        (
            "? vad gör skolan där det vände",
            "Wonder «vad gör skolan där det vände»",
        ),
        ("+lovkort till alla", "Idea «lovkort till alla»"),
        (
            "=vi tittar sällan på det friska",
            "TakeWithUs «vi tittar sällan på det friska»",
        ),
        ("d6 dubbelt i åk 8", "d6 «dubbelt i åk 8»"),
        ("D12: fritid: öppet till 21", "d12 [fritid] «öppet till 21»"),
        ("! d6 fritid: oj", "Surprise d6 [fritid] «oj»"),
        ("d6!fritid: oj", "Surprise d6 [fritid] «oj»"),
        ("fritid: !d6 oj", "Surprise d6 [fritid] «oj»"),
        ("d6 .. och så", "d6 … «och så»"),
        ("!?hur kan det vara", "Wonder «hur kan det vara»"),
        ("!!! oj", "Surprise «oj»"),
        ("!", "Surprise «»"),
        ("> ", "NextStep «» who [] when None"),
        ("@@", "@@ «»"),
        ("##", "@@ «»"),
        ("de sa ## om lovet", "@@ «de sa om lovet»"),
        ("de sa##om lovet", "@@ «de sa om lovet»"),
        ("mejla a@b.se om #lov", "«mejla a@b.se om #lov»"),
        ("d6", "d6 «»"),
        ("d0 d100 d6a", "«d0 d100 d6a»"),
        ("det är så", "«det är så»"),
        ("+5 % sedan 2016", "«+5 % sedan 2016»"),
        (">70 % trivs", "«>70 % trivs»"),
        ("?5 % trivs", "Wonder «5 % trivs»"),
        (" !så skrev de: jaha @@", "«!så skrev de: jaha @@»"),
    ]);
}

#[test]
fn a_name_stands_before_the_colon() {
    check(&[
        ("Anna Berg: hon ser det", "[Anna Berg] «hon ser det»"),
        ("en elev: jag trivs", "[en elev] «jag trivs»"),
        (
            "vård och omsorg: fler kommer",
            "[Vård och omsorg] «fler kommer»",
        ),
        ("Lärare i trean: fler hemma", "«Lärare i trean: fler hemma»"),
        ("polis : lugnt på kvällen", "[polis] «lugnt på kvällen»"),
        ("kom 09:30 och åk 5:1", "«kom 09:30 och åk 5:1»"),
        ("kl 9:30 kom de", "«kl 9:30 kom de»"),
        (
            "https://example.org: se där",
            "«https://example.org: se där»",
        ),
        ("BUP:s lista är lång", "«BUP:s lista är lång»"),
        (
            "BUP: de som trivs söker sig hit",
            "[BUP] «de som trivs söker sig hit»",
        ),
        ("tv:n står på", "«tv:n står på»"),
        ("vi ser mer: fler hemma", "«vi ser mer: fler hemma»"),
        ("Obs: det gäller åk 8", "«Obs: det gäller åk 8»"),
        ("t.ex: fritidsgården", "«t.ex: fritidsgården»"),
        ("kul :)", "«kul :)»"),
        ("kul:)", "«kul:)»"),
        (": bara kolon", "«: bara kolon»"),
        (
            "en mycket lång inledning som ingen heter: ja",
            "«en mycket lång inledning som ingen heter: ja»",
        ),
    ]);
}

#[test]
fn a_next_step_says_who_what_and_when() {
    check(&[
        (
            ">Anna: ring fritidsgården senast v49",
            "NextStep «ring fritidsgården» who [\"Anna\"] when Some(\"senast v49\")",
        ),
        (
            "> Omar, Lisa: frånvaro per dag december?",
            "NextStep «frånvaro per dag» who [\"Omar\", \"Lisa\"] when Some(\"december?\")",
        ),
        (
            ">Omar och Lisa & Kim: bjud in en ungdom",
            "NextStep «bjud in en ungdom» who [\"Omar\", \"Lisa\", \"Kim\"] when None",
        ),
        (
            ">skola, FRITID: ses i januari",
            "NextStep «ses» who [\"Skola\", \"fritid\"] when Some(\"i januari\")",
        ),
        (
            ">vård och omsorg: ses",
            "NextStep «ses» who [\"Vård och omsorg\"] when None",
        ),
        (
            ">ring fritidsgården",
            "NextStep «ring fritidsgården» who [] when None",
        ),
        (
            ">ring fritidsgården: fråga om lovet",
            "NextStep «ring fritidsgården: fråga om lovet» who [] when None",
        ),
        (
            ">BUP:s lista till nästa möte",
            "NextStep «BUP:s lista» who [] when Some(\"till nästa möte\")",
        ),
        (
            "> d6 Anna: kolla @@ v49",
            "NextStep d6 @@ «kolla» who [\"Anna\"] when Some(\"v49\")",
        ),
        (
            "fritid: > Anna: ring",
            "NextStep [fritid] «ring» who [\"Anna\"] when None",
        ),
        ("=> Anna: ring", "NextStep «ring» who [\"Anna\"] when None"),
        (
            ">Anna: call the youth club by Friday",
            "NextStep «call the youth club» who [\"Anna\"] when Some(\"by Friday\")",
        ),
        (
            ">Omar and Lisa: absence per day December?",
            "NextStep «absence per day» who [\"Omar\", \"Lisa\"] when Some(\"December?\")",
        ),
        (
            "police: quiet in the evenings",
            "[police] «quiet in the evenings»",
        ),
        ("?what happened in 2016", "Wonder «what happened in 2016»"),
        ("Note: only year 8", "«Note: only year 8»"),
    ]);
}

#[test]
fn commands_of_the_line() {
    let replace = |from: &str, to: &str| Typed::Replace {
        from: SafeText::line(from),
        to: SafeText::line(to),
    };
    for (line, typed) in [
        ("s/måndag/tisdag/", replace("måndag", "tisdag")),
        ("S/måndag/tisdag/ ", replace("måndag", "tisdag")),
        ("s/ej//", replace("ej", "")),
        (r"s/1\/2/hälften/", replace("1/2", "hälften")),
        ("/paus", Typed::DoNotWrite),
        ("/Pause ", Typed::DoNotWrite),
    ] {
        assert_eq!(read(line, &[]), typed, "{line:?}");
    }
    for line in [
        "s/måndag/tisdag",
        "s//tisdag/",
        "s/a/b/c/",
        "s/o 5/6",
        " s/a/b/",
        "/pausen är slut",
        "sa/b/c/",
    ] {
        let Typed::Note(note) = read(line, &[]) else {
            panic!("{line:?} is no note")
        };
        assert_eq!(note.text, line.trim());
    }
}

#[test]
fn words_are_replaced_once() {
    for (text, from, to, out) in [
        (
            "på måndag och måndag",
            "måndag",
            "tisdag",
            Some("på tisdag och måndag"),
        ),
        (
            "Måndag är värst",
            "måndag",
            "tisdag",
            Some("Tisdag är värst"),
        ),
        (
            "Måndag eller måndag",
            "måndag",
            "tisdag",
            Some("Måndag eller tisdag"),
        ),
        ("bup ringde", "BUP", "skolan", Some("skolan ringde")),
        ("ÅK 8", "åk", "år", Some("År 8")),
        ("ta bort detta", " detta", "", Some("ta bort")),
        ("finns ej", "saknas", "x", None),
        ("text", "", "x", None),
        ("👨‍👩‍👧", "👨", "x", None),
        ("kort", "för långt att finnas", "x", None),
    ] {
        assert_eq!(replace_first(text, from, to).as_deref(), out, "{text:?}");
    }
}

#[test]
fn pasted_text_never_becomes_marks() {
    let text = "!hej\n> Anna: ring v49\nd6 @@ s/a/b/";
    assert_eq!(
        plain(text),
        NoteLine {
            text: SafeText::block(text),
            ..NoteLine::default()
        }
    );
    assert_eq!(plain("\n \x1b[31mröd \n").text, "␛[31mröd");
}

#[test]
fn long_text_is_split_where_it_breaks() {
    let pieces = |text: &str, most| {
        split_long(&SafeText::block(text), most)
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    assert_eq!(pieces("", 10), [""]);
    assert_eq!(pieces("precis tio", 10), ["precis tio"]);
    assert_eq!(pieces("åtta bokstäver", 10), ["åtta bokst", "äver"]);
    assert_eq!(pieces("elva en två tre", 12), ["elva en två ", "tre"]);
    assert_eq!(
        pieces("rad ett ab\nrad två", 12),
        ["rad ett ab\n", "rad två"]
    );
    assert_eq!(pieces("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 2), ["👨‍👩‍👧👨‍👩‍👧", "👨‍👩‍👧"]);
    let long = SafeText::block(&"Vad ser vi? ".repeat(100_000));
    let parts = split_long(&long, LONGEST_NOTE);
    assert_eq!(
        parts.iter().map(SafeText::as_str).collect::<String>(),
        *long
    );
}

#[test]
fn no_piece_is_too_heavy_for_a_line_of_the_journal() {
    // A letter with sixteen marks is one character, and 33 bytes.
    let heavy = SafeText::block(&format!("a{}", "\u{323}".repeat(16)).repeat(8000));
    let parts = split_long(&heavy, LONGEST_NOTE);
    assert!(parts.iter().all(|part| part.len() <= 60_000));
    let together: String = parts.iter().map(SafeText::as_str).collect();
    assert_eq!(together, *heavy);
}

/// Lines with more marks and names in them than chance would give.
fn typed() -> impl Strategy<Value = String> {
    let pieces = vec![
        "!",
        "?",
        "+",
        "=",
        ">",
        "d6",
        "d6:",
        "…",
        "..",
        "@@",
        "##",
        " ",
        " ",
        ":",
        "Anna",
        "Omar, Lisa",
        "skola:",
        "en elev: ",
        "BUP:s",
        "senast v49",
        "december?",
        "09:30",
        "https://a.b",
        "å",
        "a\u{30a}",
        "👨‍👩‍👧",
        "\n",
        "ord",
        "vi ser mer",
        "\x1b[31m",
        "s/a/b/",
    ];
    proptest::collection::vec(
        prop_oneof![4 => prop::sample::select(pieces).prop_map(str::to_owned), 1 => ".{0,6}"],
        0..14,
    )
    .prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn nothing_typed_is_lost(line in typed()) {
        let letters = |text: &str| {
            let mut letters: Vec<String> = text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).map(String::from).collect();
            letters.sort();
            letters.concat()
        };
        let note = parse(&line, &voices());
        let mut kept = note.voice.as_deref().unwrap_or_default().to_owned();
        kept.push_str(&note.text);
        if let Some(step) = &note.step {
            kept.extend(step.who.iter().map(SafeText::as_str));
            kept.push_str(step.when.as_deref().unwrap_or_default());
        }
        let (kept, clean) = (letters(&kept), letters(&SafeText::line(&line)));
        // Marks of charts are the only letters that are taken away, and between names "och" and "and".
        let marks = clean.len().saturating_sub(kept.len());
        let charts = line.to_lowercase().matches(['d', 'o', 'a']).count();
        prop_assert!(kept.len() <= clean.len() && (marks == 0 || charts > 0), "{kept} of {clean}");
        if note.chart.is_none() && note.step.is_none() {
            prop_assert_eq!(kept, clean);
        }
    }

    #[test]
    fn any_line_is_survived(line in ".*", from in ".{0,4}", to in ".{0,4}") {
        let typed = read(&line, &voices());
        if let Typed::Note(note) = typed {
            prop_assert!(!note.text.contains(char::is_control));
        }
        let changed = replace_first(&line, &from, &to);
        prop_assert!(changed.is_none() || !from.is_empty());
    }

    #[test]
    fn pieces_are_the_whole(text in "\\PC{0,60}", most in 1..20_usize) {
        let text = SafeText::block(&text);
        let pieces = split_long(&text, most);
        prop_assert_eq!(pieces.iter().map(SafeText::as_str).collect::<String>(), text.as_str());
        for piece in pieces {
            prop_assert!(piece.graphemes(true).count() <= most);
        }
    }
}
