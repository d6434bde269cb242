use super::*;
use crate::{format::session, text::Lang};

fn first(text: &str) -> Problem {
    session::check("plan.ron", text).swap_remove(0)
}

/// A text and, in angle brackets of the test alone, what the problem is about.
const BROKEN: [(&str, &str, &str); 26] = [
    (
        "Session(title: \"a\", stages: [(title: \"x\", ‹minuter›: 10)])",
        "plan.ron:1:43: Här finns inget fält som heter minuter. Menade du minutes?",
        "plan.ron:1:43: There is no field named minuter here. Did you mean minutes?",
    ),
    (
        "Session(title: \"a\",\n  stages: [(title: \"x\", minutes: 10, kind: ‹Datta›)])",
        "plan.ron:2:44: Här kan det inte stå Datta. Menade du Data?",
        "plan.ron:2:44: Datta cannot stand here. Did you mean Data?",
    ),
    (
        "Session(title: \"a\", stages: [(title: \"x\", minutes: (‹önskan›: 2))])",
        "plan.ron:1:53: Här finns inget fält som heter önskan. Här kan det stå: min, wish, max.",
        "plan.ron:1:53: There is no field named önskan here. What can stand here: min, wish, max.",
    ),
    (
        "Session(title: \"åäö\", stages: [(title: \"x\"‹)›])",
        "plan.ron:1:43: Fältet minutes saknas.",
        "plan.ron:1:43: The field minutes is missing.",
    ),
    (
        "Session(\n  title: \"a\"\n  ‹s›tages: [])",
        "plan.ron:3:3: Här saknas ett kommatecken eller en parentes. Det ska stå efter värdet innan, ofta i slutet av raden ovanför.",
        "plan.ron:3:3: A comma or a bracket is missing here. It belongs after the value before, often at the end of the line above.",
    ),
    (
        "Session(title: ‹\"›a, stages: [])",
        "plan.ron:1:16: En text saknar sitt sista citattecken. Någonstans saknas ett citattecken eller en parentes.",
        "plan.ron:1:16: A text lacks its closing quotation mark. A quotation mark or a bracket is missing somewhere.",
    ),
    (
        "Session(title: ‹”›a”, stages: [])",
        "plan.ron:1:16: Här ska det stå en text inom citattecken. Skriv så här: \"text\", med raka citattecken. Ett citattecken i texten skrivs \\\".",
        "plan.ron:1:16: A text in quotation marks should stand here. Write it like this: \"text\", with straight quotation marks. A quotation mark in the text is written \\\".",
    ),
    (
        "Session(title: \"a\", stages: [(title: \"x\", minutes: ‹\"10\"›)])",
        "plan.ron:1:52: Här ska det stå hela minuter, till exempel 10 eller (min: 10, wish: 20, max: 25).",
        "plan.ron:1:52: Whole minutes should stand here, for example 10 or (min: 10, wish: 20, max: 25).",
    ),
    (
        "Session(title: \"a\", stages: [(title: \"x\", minutes: ‹(min: 10, wish: 2)›)])",
        "plan.ron:1:52: Minuterna för x går inte ihop: minst 10, gärna 2, högst 2. Minst ska inte vara mer än gärna, och gärna inte mer än högst.",
        "plan.ron:1:52: The minutes of x do not fit: at least 10, wished 2, at most 2. The least is not more than the wish, and the wish not more than the most.",
    ),
    (
        "Session(title: \"a\", stages: [(title: \"x\", minutes: 1, ask: ‹7›)])",
        "plan.ron:1:60: Här ska det stå en text, eller flera inom [ ].",
        "plan.ron:1:60: A text should stand here, or several in [ ].",
    ),
    (
        "Session(title: \"a\", ‹title›: \"b\", stages: [])",
        "plan.ron:1:21: Fältet title står två gånger.",
        "plan.ron:1:21: The field title stands twice.",
    ),
    (
        "Session(title: \"a\", stages: ‹[]›)",
        "plan.ron:1:29: Det finns inga moment, så det finns ingen agenda att leda. Lägg till minst ett: stages: [(title: \"Dialog\", minutes: 20)].",
        "plan.ron:1:29: There are no stages, so there is no agenda to lead. Add at least one: stages: [(title: \"Dialogue\", minutes: 20)].",
    ),
    (
        "‹Template›(title: \"a\", stages: [])",
        "plan.ron:1:1: Här ska det stå Session, inte Template.",
        "plan.ron:1:1: It should say Session here, not Template.",
    ),
    (
        "Session(title: \"a\", stages: [], charts: [(id: ‹\"q4\"›, title: \"x\")])",
        "plan.ron:1:47: Ett diagrams id är bokstaven d och ett tal från 1, till exempel \"d4\".",
        "plan.ron:1:47: A chart's id is the letter d and a number from 1, for example \"d4\".",
    ),
    (
        "Session(title: \"a\", stages: [], notes: [(id: ‹\"17\"›, text: \"b\")])",
        "plan.ron:1:46: En antecknings id är N, S, F, V eller P och ett tal, till exempel \"N17\".",
        "plan.ron:1:46: A note's id is N, S, F, V or P and a number, for example \"N17\".",
    ),
    (
        "Session(title: \"a\", stages: [(title: \"x\", minutes: 1)], notes: [(text: \"b\", at: ‹\"kl 9\"›)])",
        "plan.ron:1:81: kl 9 är ingen tid. Skriv så här: \"2026-11-17T09:00:00+01:00\", eller kortare: \"2026-11-17 09:00\".",
        "plan.ron:1:81: kl 9 is not a time. Write it like this: \"2026-11-17T09:00:00+01:00\", or shorter: \"2026-11-17 09:00\".",
    ),
    (
        "Session(title: \"a\", zone: ‹\"Europa/Stockholm\"›, stages: [(title: \"x\", minutes: 1)])",
        "plan.ron:1:27: Det finns ingen tidszon som heter Europa/Stockholm. Ett namn ser ut så här: \"Europe/Stockholm\".",
        "plan.ron:1:27: There is no time zone named Europa/Stockholm. A name looks like this: \"Europe/Stockholm\".",
    ),
    (
        "#![enable(implicit_some)]\nSession(// version: 1\n version: ‹2›, songs: [1, 2], stages: 7)",
        "plan.ron:3:11: Filen är skriven av en nyare samtal (version 2; den här läser till och med 1). Uppdatera samtal, så går den att öppna. Filen är orörd.",
        "plan.ron:3:11: A newer samtal wrote this file (version 2; this one reads up to 1). Update samtal and it will open. The file is untouched.",
    ),
    (
        "Session(version: ‹\"1\"›, stages: [])",
        "plan.ron:1:18: Versionen ska vara ett heltal från 1. Här står \"1\". Skriv version: 1, eller stryk raden.",
        "plan.ron:1:18: The version is a whole number from 1. Here it says \"1\". Write version: 1, or take the line out.",
    ),
    (
        "Session(id: ‹\"../../etc\"›, title: \"a\", stages: [(title: \"x\", minutes: 1)])",
        "plan.ron:1:13: ../../etc går inte att använda som id. Ett id är bokstäver, siffror och bindestreck, högst 64 tecken.",
        "plan.ron:1:13: ../../etc cannot be used as an id. An id is letters, digits and hyphens, at most 64 characters.",
    ),
    (
        "Session(title: \"a\", stages: [(id: \"x\", title: \"x\", minutes: 1), (id: ‹\"x\"›, title: \"y\", minutes: 1)])",
        "plan.ron:1:70: Två moment har samma id, x. Ge den ena ett eget.",
        "plan.ron:1:70: Two stages have the same id, x. Give one of them its own.",
    ),
    (
        " \n// nothing\n‹›",
        "plan.ron:3:1: Här ska det stå ”(”.",
        "plan.ron:3:1: \"(\" should stand here.",
    ),
    (
        "Session(title: \"a\", stages: []) ‹m›ore",
        "plan.ron:1:33: Det står något efter slutet.",
        "plan.ron:1:33: Something stands after the end.",
    ),
    (
        "Session(title: \"a\", stages: [(title: \"x\", minutes: 1, skippable: ‹j›a)])",
        "plan.ron:1:66: Här ska det stå true eller false.",
        "plan.ron:1:66: true or false should stand here.",
    ),
    (
        "Session(title: \"C:\\t‹\\d›iagram\", stages: [])",
        "plan.ron:1:21: Ett omvänt snedstreck betyder något särskilt i en text. Skriv två, \\\\, för ett. I sökvägar går det lika bra med /.",
        "plan.ron:1:21: A backslash means something special in a text. Write two, \\\\, for one. In paths / works just as well.",
    ),
    (
        "Session(title: \"a\", stages: [(title: \"x\", minutes: 1)], notes: [(text: \"b\", chart: ‹\"d4\"›)])",
        "plan.ron:1:84: Det finns inget diagram d4. Det går bra ändå, men hänvisningen leder ingenstans.",
        "plan.ron:1:84: There is no chart d4. It works all the same, but the reference leads nowhere.",
    ),
];

#[test]
fn a_problem_is_told_where_it_stands_in_both_languages() {
    for (marked, swedish, english) in BROKEN {
        let (head, tail) = marked.split_once('‹').unwrap();
        let (about, tail) = tail.split_once('›').unwrap();
        let text = format!("{head}{about}{tail}");
        let problem = first(&text);
        assert_eq!(problem.line(&Texts::new(Lang::Sv)), swedish);
        assert_eq!(problem.line(&Texts::new(Lang::En)), english);
        let span = problem.place.unwrap().span;
        assert_eq!(text.get(span.clone()), Some(about), "{text}");
        assert_eq!(span.start, head.len(), "{text}");
        let marked = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        assert_eq!(first(&marked).line(&Texts::new(Lang::En)), english);
    }
}

#[test]
fn a_problem_is_drawn_with_the_lines_around_it() {
    let text = "Session(\n    title: \"a\",\n    stages: [\n        (title: \"x\", minuter: 10),\n    ],\n)\n";
    let problem = first(text);
    assert_eq!(
        problem.render(&Texts::new(Lang::Sv), text, false),
        "fel: Här finns inget fält som heter minuter.
 --> plan.ron:4:22
  |
4 |         (title: \"x\", minuter: 10),
  |                      ^^^^^^^
  |
  = tips: Menade du minutes?"
    );
    assert!(
        problem
            .render(&Texts::new(Lang::Sv), text, true)
            .contains("\u{1b}[")
    );
}

#[test]
fn nothing_of_a_file_reaches_the_terminal_as_it_stands() {
    let text = "Session(title: \"a\u{1b}[2J\u{9b}31m\u{202e}\", stages: [], \u{1b}]0;x)";
    for problem in session::check("plan\u{1b}[2J\n.ron", text) {
        for shown in [
            problem.render(&Texts::new(Lang::En), text, false),
            problem.line(&Texts::new(Lang::En)),
        ] {
            assert!(
                !shown.contains(['\u{1b}', '\u{9b}', '\u{202e}']),
                "{shown:?}"
            );
        }
    }
}

#[test]
fn a_place_is_counted_in_characters() {
    let text = "\u{feff}åä\r\nö\"";
    assert_eq!(
        Place::of(text, 3..5),
        Place {
            line: 1,
            column: 1,
            span: 3..5
        }
    );
    assert_eq!(Place::of(text, 11..12).column, 2);
    assert_eq!(Place::of(text, 4..4).span, 3..5, "a character is never cut");
    assert_eq!(Place::of(text, 90..99).line, 2);
}

/// Every fault that a chart written by hand can have, and a word of how it is told.
const CHARTS: [(&str, &str); 14] = [
    ("id: \"d1\", title: \"x\"", "behöver `values`"),
    (
        "id: \"d1\", title: \"x\", shown: \"bild\", picture: TwoAxes",
        "samma diagram",
    ),
    (
        "id: \"d1\", title: \"x\", shown: \"bild\", values: [(\"a\", 1)]",
        "någon annanstans",
    ),
    (
        "id: \"d1\", title: \"x\", picture: TwoAxes, values: [(\"a\", 1)]",
        "har inga `values`",
    ),
    (
        "id: \"d1\", title: \"x\", quote: \"y\", shown: \"bild\"",
        "diagram för sig",
    ),
    (
        "id: \"d1\", title: \"x\", from: \"y\", values: [(\"a\", 1)]",
        "vem som talar",
    ),
    (
        "id: \"d1\", title: \"x\", values: [(\"a\", 1)], breaks: [(\"a\", \"b\")]",
        "hör till `kind: Series`",
    ),
    (
        "id: \"d1\", title: \"x\", groups: [\"F\"], answers: [\"ja\"], values: [(\"a\", 1)]",
        "`groups` och `answers`",
    ),
    (
        "id: \"d1\", title: \"x\", kind: Bars, groups: [\"F\"], values: [(\"a\", 1)]",
        "går inte ihop med `kind: Bars`",
    ),
    (
        "id: \"d1\", title: \"x\", kind: Groups, values: [(\"a\", 1)]",
        "`kind: Groups` behöver `groups`",
    ),
    (
        "id: \"d1\", title: \"x\", before: \"sept\", values: [(\"a\", [1, 2])]",
        "hör ihop",
    ),
    (
        "id: \"d1\", title: \"x\", groups: [\"F\", \"P\"], values: [(\"a\", [1])]",
        "Raden ”a” har ett värde",
    ),
    (
        "id: \"d1\", title: \"x\", values: [(\"a\", \"8,5\")]",
        "utan citattecken",
    ),
    ("id: \"d1\", title: \"x\", values: [(\"a\")]", "En rad"),
];

#[test]
fn what_is_wrong_in_a_chart_is_told_in_the_readers_language() {
    for (chart, words) in CHARTS {
        let text = format!("Session(title: \"a\", stages: [], charts: [({chart})])");
        let said = first(&text).line(&Texts::new(Lang::Sv));
        assert!(said.contains(words), "{chart}: {said}");
        assert!(!said.contains("engelska"), "{chart}: {said}");
        let said = first(&text).line(&Texts::new(Lang::En));
        assert!(!said.contains("In English"), "{chart}: {said}");
    }
}
