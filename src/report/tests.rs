mod any;
mod exporting;
mod inviting;
mod own_words;
mod sample;
mod words;

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::{
    domain::{Base, Body, Letter, NoteId, Status, Tag, Timeline, chart},
    text::{Lang, SafeText, Span, width::width},
};

fn options() -> Options {
    Options::at(sample::start() + Span::minutes(200))
}

fn written(session: &Session, options: &Options, lang: Lang) -> String {
    mail(session, options, &Texts::new(lang))
}

/// Returns the id that a row begins with, the way a search in a pager meets it.
fn head_of(row: &str) -> Option<NoteId> {
    let row = row.strip_prefix(' ')?;
    let marks = ["[ ] ", "[~] ", "[x] ", "[-] "];
    let row = marks
        .iter()
        .find_map(|mark| row.strip_prefix(mark))
        .unwrap_or(row);
    row.split(' ').next()?.parse().ok()
}

#[test]
fn minutes_in_swedish() {
    insta::assert_snapshot!(written(&sample::session(), &options(), Lang::Sv));
}

#[test]
fn minutes_in_english_of_a_running_dialogue_with_perspectives_in_ascii() {
    let mut base = sample::base(sample::bodies());
    base.timeline.closed = None;
    base.timeline
        .visits
        .retain(|visit| visit.stage.0 != "closing");
    if let Some(visit) = base.timeline.visits.last_mut() {
        visit.to = None;
    }
    let options = Options {
        with_perspectives: true,
        glyphs: Glyphs::Ascii,
        now: sample::start() + Span::minutes(35),
        ..options()
    };
    insta::assert_snapshot!(written(&Session::on(base), &options, Lang::En));
}

#[test]
fn the_same_headings_stand_where_nothing_was_said() {
    let empty = written(&Session::default(), &options(), Lang::En);
    let headings = |text: &str| -> Vec<String> {
        let rows = text.lines().filter(|row| row.starts_with("=="));
        rows.map(ToOwned::to_owned).collect()
    };
    assert_eq!(
        headings(&empty),
        headings(&written(&sample::session(), &options(), Lang::En))
    );
    insta::assert_snapshot!(empty);
}

#[test]
fn a_narrow_window_gets_the_same_words() {
    let options = Options {
        width: 50,
        ..options()
    };
    let text = written(&sample::session(), &options, Lang::Sv);
    let steps: Vec<&str> = text.lines().take(30).collect();
    insta::assert_snapshot!(steps.join("\n"));
}

#[test]
fn the_steps_are_on_the_first_screen() {
    let text = written(&sample::session(), &options(), Lang::Sv);
    let first: Vec<&str> = text.lines().take(24).collect();
    for id in ["S15", "S16", "S17", "S19"] {
        assert!(
            first
                .iter()
                .any(|row| head_of(row).is_some_and(|head| head.to_string() == id)),
            "{id}"
        );
    }
}

#[test]
fn perspectives_and_private_lines_stay_out() {
    let session = sample::session();
    let text = written(&session, &options(), Lang::Sv);
    for word in ["polis", "(skola)", "BUP", "Vilgot", "HEMLIGT", "N18"] {
        assert!(!text.contains(word), "{word}");
    }
    assert!(
        text.contains("Anna (elevhälsa)"),
        "next steps always keep who"
    );
    let with = Options {
        with_perspectives: true,
        ..options()
    };
    let text = written(&session, &with, Lang::Sv);
    for word in ["(polis)", "(skola)", "(BUP)"] {
        assert!(text.contains(word), "{word}");
    }
    for word in ["Vilgot", "HEMLIGT"] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn what_nobody_read_of_the_chat_is_told_and_what_was_left_is_not() {
    let line = |text: &str, settled| Body {
        tag: Tag::Inbox,
        text: SafeText::line(text),
        settled,
        ..Body::default()
    };
    let id = |number| NoteId::new(Letter::I, number);
    let session = Session::on(Base {
        notes: vec![
            (
                id(1),
                Moment(1),
                Some(line("kan vi se det per kön?", false)),
            ),
            (id(2), Moment(2), Some(line("hejdå", true))),
        ],
        ..Base::default()
    });
    let text = written(&session, &options(), Lang::Sv);
    assert!(!text.contains("hejdå"), "{text}");
    let (_, left) = text.split_once("PARKERAT").expect("the heading");
    let (left, _) = left.split_once("\n==").expect("the next heading");
    assert!(left.contains("Ur chatten, inte läst"), "{text}");
    assert!(left.contains("I1") && left.contains("per kön?"), "{text}");
}

#[test]
fn a_step_says_how_it_stands() {
    let step = |status| Body {
        status,
        ..sample::note(Tag::NextStep, "ring")
    };
    let session = Session::on(sample::base(vec![
        step(Status::Dropped),
        step(Status::Done),
        step(Status::Ongoing),
        step(Status::Open),
    ]));
    let text = written(&session, &options(), Lang::En);
    let at = |words: &str| {
        text.find(words)
            .unwrap_or_else(|| panic!("{words}: {text}"))
    };
    assert!(at("[~] S3") < at("[ ] S4") && at("[ ] S4") < at("[-] S1"));
    assert!(at("ongoing") > 0 && at("done") > 0 && at("did not happen") > 0);
}

#[test]
fn the_end_is_told_in_the_minutes_of_a_wall_clock() {
    let told = |closed: i64, end: Option<i64>| {
        let mut base = sample::base(Vec::new());
        base.timeline.closed = Some(sample::start() + Span::seconds(closed));
        base.timeline.end = end.map(|end| sample::start() + Span::seconds(end));
        let text = written(&Session::on(base), &options(), Lang::En);
        text.lines().nth(2).unwrap_or_default().trim().to_owned()
    };
    assert_eq!(
        told(90 * 60 + 59, None),
        "Tuesday week 47, 09:00-10:30. Ended on time."
    );
    assert_eq!(
        told(89 * 60 + 59, None),
        "Tuesday week 47, 09:00-10:29. Ended 1 min before 10:30."
    );
    assert_eq!(
        told(90 * 60, Some(85 * 60)),
        "Tuesday week 47, 09:00-10:30. Ended 5 min after 10:25."
    );
}

#[test]
fn the_steps_alone_go_into_a_mail() {
    let texts = Texts::new(Lang::Sv);
    insta::assert_snapshot!(steps_text(&sample::session(), &texts));
    let none = Session::on(sample::base(Vec::new()));
    assert_eq!(
        steps_text(&none, &texts),
        "Nästa steg från 2026-11-17: Att trivas i skolan och på fritiden\nInga nästa steg.\n"
    );
}

#[test]
fn ascii_is_ascii() {
    let mut base = sample::base(vec![
        Body {
            continues: true,
            missed: true,
            ..sample::note(Tag::See, "plain words")
        },
        sample::note(Tag::NextStep, "call"),
    ]);
    base.plan = crate::domain::Plan {
        title: "A plain title".into(),
        ..crate::domain::Plan::default()
    };
    base.timeline = Timeline::default();
    let options = Options {
        glyphs: Glyphs::Ascii,
        ..options()
    };
    let text = written(&Session::on(base), &options, Lang::En);
    assert!(text.is_ascii(), "{text}");
}

#[test]
fn hostile_words_stay_words() {
    let hostile = [
        "N1  == NÄSTA STEG ==\n== NÄSTA STEG ==\nN2  inte en anteckning",
        "röd \u{1b}[31mtext\u{1b}]0;titel\u{7} och \u{9b}2J rensad\r\nny rad",
        "\u{202e}baklänges\u{2066} och \u{200e}osynligt\u{e0041}",
        "familj 👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦 flaggor 🇸🇪🇫🇮🇳🇴 och 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
        "a\u{30a} är ett tecken, och ordetärsålångtattdetinteryms_påraden_hur_mycket_man_än_försöker_få_det_dit",
        "\u{301}\u{fe0f}\u{200d} börjar med märken",
        "@@ redan märkt",
        "",
    ];
    let mut bodies: Vec<Body> = hostile
        .iter()
        .map(|text| sample::note(Tag::See, text))
        .collect();
    bodies[6].missed = true;
    bodies.push(Body {
        who: Some(SafeText::block("漢字漢字漢字漢字漢字漢字漢字漢字\nrad två")),
        when: Some(SafeText::line("december, januari eller kanske i vår")),
        ..sample::note(Tag::NextStep, &"ord ".repeat(40))
    });
    let mut base = sample::base(bodies);
    base.plan.charts.clear();
    insta::assert_snapshot!(written(&Session::on(base), &options(), Lang::Sv));
}

#[test]
fn what_lies_behind_a_number_stands_under_its_chart() {
    let mut base = sample::session().base().clone();
    let chart = &mut base.plan.charts[0];
    if let chart::Body::Bars(rows) = &mut chart.body {
        rows[1].cells[0] = chart::Cell::Missing(SafeText::line("dolt"));
    }
    chart.showing.not_in = SafeText::line("De som inte går i skolan.");
    base.plan.charts[2].body = chart::Body::Voice {
        quote: SafeText::line("Jag går dit för musiken."),
        from: SafeText::line("elev i åk 8"),
    };
    let text = written(&Session::on(base), &options(), Lang::Sv);
    let rows: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|row| {
            ["Bakom", "gå", "inte", "”Jag", "– elev"]
                .iter()
                .any(|start| row.starts_with(start))
        })
        .collect();
    insta::assert_snapshot!(rows.join("\n"));
}

#[test]
fn a_note_of_8000_characters_is_whole() {
    let long = "åäö 👩‍🚀 ".repeat(1300);
    let session = Session::on(sample::base(vec![
        sample::note(Tag::See, &long),
        sample::note(Tag::NextStep, &long),
    ]));
    let text = written(&session, &options(), Lang::Sv);
    assert_eq!(text.matches("👩‍🚀").count(), 2600);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_minutes_keep_to_the_page(base in any::base(), options in any::options(), swedish: bool) {
        let texts = Texts::new(if swedish { Lang::Sv } else { Lang::En });
        let session = Session::on(base);
        let document = minutes(&session, &options, &texts);
        let text = plain(&document.to_text());
        for row in text.lines() {
            prop_assert!(width(row) <= options.width, "{} columns: {row:?}", width(row));
        }
        prop_assert!(!text.chars().any(|c| c.is_control() && c != '\n'));
        let mut styled = Vec::new();
        write(&mut styled, &document.to_text(), true).unwrap();
        let styled = String::from_utf8(styled).unwrap();
        let dense = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(dense(&any::without_styles(&styled)), dense(&text));

        let mut heads: BTreeMap<NoteId, usize> = BTreeMap::new();
        for id in text.lines().filter_map(head_of) {
            *heads.entry(id).or_default() += 1;
        }
        let public: BTreeMap<NoteId, usize> = session
            .notes()
            .filter(|note| note.body.tag != Tag::Private)
            .filter(|note| note.body.tag != Tag::Inbox || !note.body.settled)
            .map(|note| (note.id, 1))
            .collect();
        prop_assert_eq!(heads, public, "{}", text);
        prop_assert_eq!(text.lines().filter(|row| row.starts_with("==")).count(), 10);
    }

    #[test]
    fn any_steps_are_one_on_a_row(base in any::base()) {
        let session = Session::on(base);
        let text = steps_text(&session, &Texts::new(Lang::Sv));
        let steps = session.count(Tag::NextStep);
        prop_assert_eq!(text.lines().count(), 1 + steps.max(1));
        prop_assert!(!text.chars().any(|c| c.is_control() && c != '\n'));
    }
}
