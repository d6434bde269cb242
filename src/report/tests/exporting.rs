//! Every form is read by a reader that is not ours.

use icalendar::parser::{Component, read_calendar, unfold};
use pulldown_cmark::{Event, Options as Extensions, Parser, TagEnd};
use scraper::{Html, Selector};

use super::*;
use crate::report::export::{Form, calendar, export, personal, tags};

/// Words that other formats take for their own.
const HOSTILE: [&str; 16] = [
    "# rubrik",
    "*fet* _kursiv_ `kod` ~~struken~~",
    "<script>alert(1)</script>",
    "[länk](http://example.org) ![bild](x)",
    "- punkt",
    "1. ett",
    "2) två",
    "a | b | c",
    "&amp; &lt; &",
    "\\ bakstreck \\n",
    "``` kod",
    "=SUM(A1:A2)",
    "+46",
    "@cmd",
    "\"citat\"; semikolon, komma",
    "två\nrader\n\n- och en till",
];

fn hostile() -> Session {
    let mut bodies: Vec<Body> = HOSTILE
        .iter()
        .map(|text| sample::note(Tag::See, text))
        .collect();
    bodies.extend(HOSTILE.iter().map(|text| Body {
        who: Some(SafeText::line(text)),
        when: Some(SafeText::line(text)),
        ..sample::note(Tag::NextStep, text)
    }));
    let mut base = sample::base(bodies);
    base.plan.title = "<b>Titel</b> & *mer*".into();
    Session::on(base)
}

fn of(session: &Session, form: Form, options: &Options) -> String {
    export(session, form, options, &Texts::new(Lang::Sv))
}

/// Puts every run of blanks on one.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a Markdown reader sees: its words, how many headings, and whether anything passes as HTML.
fn markdown(text: &str) -> (String, usize, bool) {
    let extensions =
        Extensions::ENABLE_TABLES | Extensions::ENABLE_TASKLISTS | Extensions::ENABLE_STRIKETHROUGH;
    let (mut words, mut headings, mut html) = (String::new(), 0, false);
    for event in Parser::new_ext(text, extensions) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::End(TagEnd::Heading(_)) => {
                headings += 1;
                words.push(' ');
            }
            Event::SoftBreak | Event::HardBreak | Event::End(_) => words.push(' '),
            Event::Html(_) | Event::InlineHtml(_) => html = true,
            _ => {}
        }
    }
    (squeezed(&words), headings, html)
}

#[test]
fn a_markdown_reader_sees_the_words_and_no_marks() {
    let session = hostile();
    let text = of(&session, Form::Markdown, &options());
    let (words, headings, html) = markdown(&text);
    assert!(!html, "{text}");
    for hostile in HOSTILE {
        assert!(words.contains(&squeezed(hostile)), "{hostile}\n{text}");
    }
    let plain = minutes(&session, &options(), &Texts::new(Lang::Sv));
    let ours = plain.blocks.iter().filter(|block| {
        matches!(
            block,
            Block::Title { .. } | Block::Heading(_) | Block::Subheading(_)
        )
    });
    assert_eq!(headings, ours.count(), "{text}");
    insta::assert_snapshot!(of(&sample::session(), Form::Markdown, &options()));
}

fn page(text: &str) -> Html {
    let page = Html::parse_document(text);
    assert_eq!(page.errors, [""; 0], "{text}");
    page
}

#[test]
fn a_browser_reads_a_page_without_scripts() {
    let session = hostile();
    let text = of(&session, Form::Html, &options());
    let page = page(&text);
    let all = Selector::parse("*").unwrap();
    for element in page.select(&all) {
        assert!(!["script", "img", "iframe", "link", "object"].contains(&element.value().name()));
        for (name, value) in element.value().attrs() {
            assert!(!name.starts_with("on"), "{name}");
            assert!(
                !matches!(name, "src" | "href") || value.starts_with('#'),
                "{name}={value}"
            );
        }
    }
    let body: String = page
        .select(&Selector::parse("main").unwrap())
        .next()
        .unwrap()
        .text()
        .collect();
    for hostile in HOSTILE.iter().filter(|text| !text.contains('\n')) {
        assert!(squeezed(&body).contains(&squeezed(hostile)), "{hostile}");
    }
    let drawn = session
        .plan()
        .charts
        .iter()
        .filter(|chart| chart.range().is_some())
        .count();
    assert_eq!(
        page.select(&Selector::parse("figure svg[role=img]").unwrap())
            .count(),
        drawn
    );
    let texts = page.select(&Selector::parse("figure pre").unwrap()).count();
    assert_eq!(texts, session.plan().charts.len());
}

#[test]
fn a_spreadsheet_computes_nothing() {
    for (lang, separator) in [(Lang::Sv, b';'), (Lang::En, b',')] {
        let text = export(&hostile(), Form::Csv, &options(), &Texts::new(lang));
        let text = text.strip_prefix('\u{feff}').unwrap();
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .from_reader(text.as_bytes());
        let columns = reader.headers().unwrap().len();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 2 * HOSTILE.len());
        for row in &rows {
            assert_eq!(row.len(), columns);
            for cell in row {
                assert!(
                    !cell
                        .trim_start_matches(' ')
                        .starts_with(['=', '+', '-', '@', '\t', '\r']),
                    "{cell}"
                );
            }
        }
        for hostile in HOSTILE {
            let there = rows.iter().any(|row| {
                row.iter()
                    .any(|cell| cell.trim_start_matches('\'') == hostile)
            });
            assert!(there, "{hostile}");
        }
    }
}

#[test]
fn a_program_reads_what_the_readme_promises() {
    let session = sample::session();
    let read = |with_perspectives| -> serde_json::Value {
        let options = Options {
            with_perspectives,
            ..options()
        };
        serde_json::from_str(&of(&session, Form::Json, &options)).unwrap()
    };
    let whole = read(false);
    for field in [
        "samtal_export",
        "id",
        "title",
        "series",
        "theme",
        "goal",
        "purpose",
        "language",
        "zone",
        "planned",
        "minutes",
        "began",
        "closed",
        "next_steps",
        "carried",
        "notes",
        "stages",
        "charts",
    ] {
        assert!(whole.get(field).is_some(), "{field}");
    }
    assert_eq!(whole.as_object().unwrap().len(), 18);
    assert_eq!(whole["samtal_export"], 1);
    let step = &whole["next_steps"][0];
    assert_eq!(step["tag"], "NextStep");
    for field in [
        "id",
        "at",
        "text",
        "who",
        "when",
        "status",
        "why",
        "indicator",
        "again",
        "from",
    ] {
        assert!(step.get(field).is_some(), "{field}");
    }
    let chart = &whole["charts"][0];
    for field in [
        "id", "title", "unit", "source", "n", "sentence", "columns", "rows",
    ] {
        assert!(chart.get(field).is_some(), "{field}");
    }
    let with = read(true);
    assert!(with["perspectives"].is_array() && whole.get("perspectives").is_none());
    let spoken = |whole: &serde_json::Value| {
        let notes = whole["notes"].as_array().unwrap();
        notes
            .iter()
            .filter(|note| note.get("perspective").is_some())
            .count()
    };
    assert!(spoken(&with) > 0);
    assert_eq!(spoken(&whole), 0);
}

fn events(text: &str) -> Vec<(String, String, String)> {
    for line in text.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains('\n'), "{line}");
    }
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).unwrap();
    let value = |event: &Component<'_>, name: &str| {
        event
            .find_prop(name)
            .map(|prop| prop.val.to_string())
            .unwrap_or_default()
    };
    let events = calendar
        .components
        .iter()
        .filter(|one| one.name == "VEVENT");
    events
        .map(|event| {
            (
                value(event, "UID"),
                value(event, "DTSTART"),
                value(event, "SUMMARY"),
            )
        })
        .collect()
}

#[test]
fn a_calendar_takes_the_steps_that_name_a_day() {
    let step = |when: &str, status| Body {
        who: Some("Anna; Omar".into()),
        when: Some(when.into()),
        status,
        ..sample::note(
            Tag::NextStep,
            "ring fritidsgården, och räkna med å, ä och ö på en mycket lång rad som måste vikas",
        )
    };
    let bodies = vec![
        step("v49", Status::Open),
        step("december?", Status::Open),
        step("4/12", Status::Done),
        Body {
            again: Some("2027-03-01".into()),
            ..step("2026-12-04", Status::Ongoing)
        },
    ];
    let session = Session::on(sample::base(bodies));
    let text = of(&session, Form::Calendar, &options());
    let ids: Vec<_> = session
        .lasting()
        .iter()
        .map(|item| item.id.to_string())
        .collect();
    let told = events(&text);
    let starts: Vec<(String, &str)> = told
        .iter()
        .map(|(uid, start, _)| (uid.split('-').next().unwrap().to_owned(), start.as_str()))
        .collect();
    assert_eq!(
        starts,
        [
            (ids[0].clone(), "20261130"),
            (ids[3].clone(), "20261204"),
            (ids[3].clone(), "20270301")
        ]
    );
    assert!(told[0].2.contains("Anna; Omar:"), "{}", told[0].2);
    let later = Options {
        now: options().now + Span::minutes(10),
        ..options()
    };
    let again = of(&session, Form::Calendar, &later);
    assert_eq!(events(&again), told, "the same entries, newer");
    let sequence = |text: &str| -> u32 {
        let (_, rest) = text.split_once("SEQUENCE:").unwrap();
        rest.split("\r\n").next().unwrap().parse().unwrap()
    };
    assert!(sequence(&again) > sequence(&text));
    let undated = calendar::undated(&session);
    assert_eq!(undated.len(), 1);
    assert_eq!(undated[0].when.as_deref(), Some("december?"));
}

#[test]
fn a_meeting_has_its_zone_and_an_alarm() {
    let session = sample::session();
    let text = calendar::meeting(
        &session,
        "Välkommen!\nDu behöver inte förbereda dig.",
        options().now,
    )
    .unwrap();
    let told = events(&text);
    assert_eq!(told.len(), 1);
    assert!(told[0].0.ends_with("@samtal") && told[0].0.contains(&session.id().0));
    let unfolded = unfold(&text);
    let calendar = read_calendar(&unfolded).unwrap();
    let names: Vec<String> = calendar
        .components
        .iter()
        .map(|one| one.name.to_string())
        .collect();
    assert_eq!(names, ["VTIMEZONE", "VEVENT"]);
    let event = &calendar.components[1];
    assert_eq!(event.components[0].name, "VALARM");
    let start = event.find_prop("DTSTART").unwrap();
    assert_eq!(
        start.params[0].val.as_ref().unwrap().to_string(),
        "Europe/Stockholm"
    );
    let mut plan = sample::base(Vec::new());
    plan.plan.slot.start = None;
    assert_eq!(
        calendar::meeting(&Session::on(plan), "", options().now),
        None
    );
}

#[test]
fn names_and_private_lines_are_in_no_form() {
    let session = sample::session();
    for form in [
        Form::Markdown,
        Form::Text,
        Form::Html,
        Form::Csv,
        Form::Json,
        Form::Calendar,
    ] {
        for with_perspectives in [false, true] {
            let options = Options {
                with_perspectives,
                ..options()
            };
            let text = of(&session, form, &options);
            for word in ["Vilgot", "HEMLIGT"] {
                assert!(!text.contains(word), "{form:?} {word}");
            }
            if !with_perspectives {
                for word in ["polis", "(skola)", "BUP"] {
                    assert!(!text.contains(word), "{form:?} {word}");
                }
                assert!(
                    form == Form::Calendar || text.contains("Anna"),
                    "{form:?} keeps who"
                );
            }
        }
    }
}

#[test]
fn peoples_numbers_are_noticed_and_never_told() {
    let bodies = vec![
        sample::note(Tag::See, "ring 08-123 45 67 om det"),
        sample::note(Tag::See, "skriv till anna@example.org"),
        sample::note(Tag::See, "20 000 elever 2019-2024"),
        sample::note(Tag::Private, "anna@example.org"),
    ];
    let found = personal(&Session::on(sample::base(bodies)));
    let told: Vec<String> = found
        .iter()
        .map(|(id, kind)| format!("{id} {}", kind.name()))
        .collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told[0].ends_with("phone") && told[1].ends_with("mail"),
        "{told:?}"
    );
}

#[test]
fn a_tags_file_points_at_the_rows() {
    let text = of(&sample::session(), Form::Text, &options());
    let rows: Vec<&str> = text.lines().collect();
    let tags = tags(&text, "minutes.txt");
    assert!(tags.lines().count() > 5, "{tags}");
    for tag in tags.lines() {
        let parts: Vec<&str> = tag.split('\t').collect();
        let row = rows[parts[2].parse::<usize>().unwrap() - 1];
        assert_eq!(
            head_of(row).map(|id| id.to_string()).as_deref(),
            Some(parts[0]),
            "{row}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_session_reads_in_every_form(base in any::base(), options in any::options()) {
        let session = Session::on(base);
        let (_, _, html) = markdown(&of(&session, Form::Markdown, &options));
        prop_assert!(!html);
        drop(page(&of(&session, Form::Html, &options)));
        let json: Result<serde_json::Value, _> = serde_json::from_str(&of(&session, Form::Json, &options));
        prop_assert!(json.is_ok());
        let csv = of(&session, Form::Csv, &options);
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(csv.as_bytes());
        prop_assert!(reader.records().all(|row| row.is_ok()));
        drop(events(&of(&session, Form::Calendar, &options)));
    }
}
