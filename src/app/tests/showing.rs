//! The other side of a share, guesses before the values, what lies behind a number.

use super::{NINE, Rig, plan};
use crate::{
    app::{
        Effect, Msg,
        lead::{Overlay, Question},
    },
    domain::{
        Base, SessionId, Tag,
        chart::{Body, Chart, ChartId, Face, Guess, Row},
    },
    format::session,
    input::Mode,
};

/// A dialogue in its data stage.
fn rig() -> Rig {
    let mut rig = before();
    rig.calmly(" nn");
    assert_eq!(rig.stage_now(), "data");
    rig
}

/// A dialogue that has not begun, with four charts: away in per cent, one to guess about, a card, one to guess about again.
fn before() -> Rig {
    let chart = |number, values: &[f64]| {
        let rows = values.iter().enumerate();
        let rows = rows.map(|(place, value)| Row::of(&format!("row {place}"), *value));
        let mut chart = Chart::new(ChartId(number), "title", Body::Bars(rows.collect()));
        chart.unit = "share %".into();
        chart
    };
    let mut charts = vec![
        chart(1, &[22.0]),
        chart(2, &[73.0]),
        chart(3, &[]),
        chart(4, &[41.0]),
    ];
    charts[0].showing.flip = "present".into();
    charts[1].showing.guess = Guess::Yes;
    charts[2].body = Body::Card {
        shown: "slide 4".into(),
    };
    charts[3].showing.guess = Guess::Yes;
    let mut plan = plan();
    plan.charts = charts;
    let base = Base {
        id: SessionId("one".to_owned()),
        plan,
        ..Base::default()
    };
    Rig::on(base, NINE)
}

impl Rig {
    /// The face of a chart, by its number.
    fn face(&self, number: usize) -> Face {
        let lead = self.lead();
        let chart = &lead.session.plan().charts[number - 1];
        lead.shown(chart, &self.model.texts).showing.face
    }
}

#[test]
fn v_turns_a_share_and_turns_it_back() {
    let mut rig = rig();
    rig.calmly("v");
    assert!(matches!(rig.face(1), Face::Turned { .. }));
    assert_eq!(rig.echo(), "Turned: present.");
    rig.calmly("v");
    assert_eq!(rig.face(1), Face::Plain);
    assert_eq!(
        rig.lead().session.plan().charts[0].body.rows()[0],
        Row::of("row 0", 22.0)
    );
    let acts = |rig: &Rig| {
        let acts = rig.journal.iter();
        acts.filter(|entry| entry.event.can_be_taken_back()).count()
    };
    let before = acts(&rig);
    rig.calmly("vvvv");
    assert_eq!(acts(&rig), before, "a look is no act");
}

#[test]
fn v_says_why_there_is_no_other_side() {
    let mut rig = rig();
    rig.calmly("v").keys("<right><right>").calmly("v");
    assert!(rig.echo().contains("no share to turn"), "{}", rig.echo());
    assert_eq!(
        rig.lead().said_to_all(),
        Some(rig.echo()),
        "on a shared screen too"
    );
    rig.calmly("zv");
    assert!(rig.lead().is_alone());
    assert!(rig.lead().said_to_all().is_some());
}

#[test]
fn a_marked_chart_comes_covered_and_enter_shows_it() {
    let mut rig = rig();
    rig.keys("<right>");
    assert_eq!(rig.face(2), Face::Covered);
    assert_eq!(
        rig.face(4),
        Face::Covered,
        "also before it is its turn, among all charts"
    );
    rig.calmly("v");
    assert_eq!(rig.face(2), Face::Covered);
    rig.keys("<enter>");
    assert_eq!(rig.face(2), Face::Plain);
    assert_eq!(
        rig.lead().chart_now(),
        Some(ChartId(2)),
        "Enter showed it and did not go on"
    );
    rig.keys("<enter>");
    assert_eq!(rig.lead().chart_now(), Some(ChartId(3)));
    rig.calmly("n");
    assert_eq!(
        rig.face(4),
        Face::Plain,
        "in the dialogue everything is on the table"
    );
}

#[test]
fn guesses_are_counted_shown_beside_the_value_and_a_surprise_is_drafted() {
    let mut rig = rig();
    rig.keys("<right>").calmly("g");
    assert_eq!(rig.lead().guesses_now(), Some(ChartId(2)));
    assert_eq!(rig.lead().mode(), Mode::Prompt);
    rig.keys("60 70 55% 80<enter>");
    let spread = rig.lead().guesses_so_far().expect("four guesses");
    assert_eq!(spread.count, 4);
    assert_eq!(rig.face(2), Face::Covered, "still covered");
    let line = rig
        .lead()
        .prompt
        .as_ref()
        .map(|prompt| prompt.line.text().to_owned());
    assert_eq!(line.as_deref(), Some(""), "the line forgets them");
    rig.keys("<enter>");
    assert_eq!(rig.face(2), Face::Plain);
    let lead = rig.lead();
    let chart = &lead.session.plan().charts[1];
    assert_eq!(lead.guessed(chart), Some(&spread));
    assert_eq!(lead.guesses_so_far(), None, "the guesses are gone");
    assert!(lead.writing.open);
    assert_eq!(lead.writing.line.text(), "d2 guessed 65%, was 73%");
    rig.keys("<enter><esc>");
    let note = rig.lead().session.notes().next().expect("a note");
    assert_eq!(note.body.tag, Tag::Surprise);
    assert_eq!(note.body.chart, Some(ChartId(2)));
    assert_eq!(note.body.text.as_str(), "guessed 65%, was 73%");
}

#[test]
fn esc_drops_the_draft_unless_it_was_changed() {
    let mut rig = rig();
    rig.keys("<right>")
        .calmly("g")
        .keys("60 70 55 80<enter><enter><esc>");
    let writing = &rig.lead().writing;
    assert!(!writing.open && writing.line.is_empty() && writing.tag.is_none());
    assert_eq!(rig.lead().session.note_count(), 0);
    rig.calmly("g").keys("60 70 55 80<enter><enter>!<esc>");
    assert!(
        rig.lead().writing.line.text().ends_with("73%!"),
        "own words are kept"
    );
}

#[test]
fn words_on_the_line_are_not_touched_by_a_draft() {
    let mut rig = rig();
    rig.keys("<right>")
        .calmly("i")
        .keys("half a<esc>")
        .calmly("g");
    rig.keys("60 70 55 80<enter><enter>");
    assert_eq!(rig.lead().writing.line.text(), "half a");
    assert!(
        rig.echo().contains("guessed 65%, was 73%"),
        "{}",
        rig.echo()
    );
}

#[test]
fn esc_forgets_the_guesses_and_leaves_the_chart_as_it_was() {
    let mut rig = rig();
    rig.keys("<right>")
        .calmly("g")
        .keys("60 70 55<enter>42<esc>");
    assert_eq!(rig.face(2), Face::Covered, "it came covered");
    assert_eq!(rig.lead().guesses_so_far(), None);
    assert!(rig.lead().prompt.is_none());
    rig.keys("<enter>").calmly("g");
    assert_eq!(
        rig.face(2),
        Face::Covered,
        "covered again to guess once more"
    );
    rig.keys("<esc>");
    assert_eq!(rig.face(2), Face::Plain, "it was shown before");
    let undone = rig.journal.len();
    rig.calmly("u");
    assert_eq!(
        rig.journal.len(),
        undone + 1,
        "undo takes back an act, and a guess is none"
    );
}

#[test]
fn what_is_no_guess_is_answered_in_the_prompt() {
    let mut rig = rig();
    rig.keys("<right>").calmly("g").keys("no idea<enter>");
    let trouble = |rig: &Rig| {
        rig.lead()
            .prompt
            .as_ref()
            .and_then(|prompt| prompt.trouble.clone())
    };
    assert!(trouble(&rig).is_some_and(|words| words.contains("60 70 55 80")));
    rig.keys("<esc>").calmly("g").keys("170<enter>");
    assert!(trouble(&rig).is_some_and(|words| words.contains("between 0 and 100")));
    rig.keys("<esc><right>").calmly("g");
    assert!(rig.echo().contains("not marked"), "{}", rig.echo());
    assert!(rig.lead().prompt.is_none());
}

#[test]
fn fast_guesses_are_no_word_typed_by_mistake() {
    let mut rig = rig();
    rig.keys("<right>").later(crate::text::Span::seconds(3));
    // Every key a tenth of a second after the one before.
    rig.keys("g60 70 55 80 65 72 anna 44<enter>");
    assert!(!rig.lead().writing.open);
    assert_eq!(
        rig.lead().guesses_so_far().map(|spread| spread.count),
        Some(7)
    );
    rig.keys("<esc>");
    assert_eq!(rig.lead().session.note_count(), 0);
}

#[test]
fn a_chat_is_pasted_as_guesses() {
    let mut rig = rig();
    rig.keys("<right>").calmly("zg");
    rig.say(Msg::Paste("Anna: 60\nBo: 70%\n55\n".to_owned()));
    rig.keys("<enter>");
    assert_eq!(
        rig.lead().guesses_so_far().map(|spread| spread.count),
        Some(3)
    );
    assert!(rig.lead().is_alone(), "the shared screen stays");
    rig.keys("<enter>");
    assert!(
        rig.lead().is_alone() && !rig.lead().writing.open,
        "nothing private opens on it"
    );
    assert_eq!(rig.lead().mode(), Mode::Full);
    assert!(
        rig.lead().writing.line.text().contains("was 73%"),
        "the draft waits on the line"
    );
}

#[test]
fn no_single_guess_is_kept_anywhere() {
    // Numbers that nothing else in the session says.
    let secrets = [
        "13.25", "17.75", "37.25", "93.75", "13,25", "17,75", "37,25", "93,75",
    ];
    let mut rig = rig();
    rig.keys("<right>")
        .calmly("g")
        .keys("13.25 17.75 37.25 93.75<enter>");
    let waiting = format!("{:?} {:?}", rig.lead().faces, rig.lead().prompt);
    rig.keys("<enter><enter><esc>")
        .calmly("g")
        .keys("13.25 93.75")
        .calmly(" ");
    rig.keys("<esc>").calmly("nn").keys("<ctrl-c>");
    assert!(rig.lead().session.note_count() > 0, "a surprise was saved");
    let lead = rig.lead();
    let base = session::base_of(&lead.session);
    let file = session::write(&base, session::Kind::Session, None);
    let journal: Vec<String> = rig
        .journal
        .iter()
        .map(|entry| format!("{entry:?}"))
        .collect();
    let asked: Vec<String> = rig
        .others
        .iter()
        .map(|effect| format!("{effect:?}"))
        .collect();
    for (place, text) in [
        ("the state while they are called out", waiting),
        ("the file", file),
        ("the journal", journal.join("\n")),
        ("what the outside is asked", asked.join("\n")),
        ("the note line", format!("{:?}", lead.writing)),
    ] {
        for secret in secrets {
            assert!(!text.contains(secret), "{place} holds {secret}: {text}");
        }
    }
    assert!(
        asked_to_keep_lines(&rig.others)
            .iter()
            .all(|line| !line.contains("93"))
    );
}

fn asked_to_keep_lines(effects: &[Effect]) -> Vec<String> {
    let lines = effects.iter().filter_map(|effect| match effect {
        Effect::KeepLine(line) => Some(line.words()),
        _ => None,
    });
    lines.collect()
}

#[test]
fn behind_the_number_is_one_key_from_every_place_with_a_chart() {
    let mut rig = rig();
    let behind = |rig: &Rig| match rig.lead().overlay {
        Some(Overlay::Behind { chart, .. }) => Some(chart.0),
        _ => None,
    };
    rig.calmly("B");
    assert_eq!(behind(&rig), Some(1));
    rig.keys("<down><down><pagedown><esc>");
    assert!(rig.lead().overlay.is_none());
    rig.calmly("dB");
    assert_eq!(behind(&rig), Some(1));
    rig.keys("<esc><down>").calmly("B");
    assert_eq!(behind(&rig), Some(2), "of the one that is chosen");
    rig.keys("<esc>");
    assert!(matches!(
        rig.lead().overlay,
        Some(Overlay::Charts { selected: 1 })
    ));
    rig.keys("<esc>").calmly("zB");
    assert!(
        behind(&rig).is_some() && rig.lead().is_alone(),
        "nothing private comes with it"
    );
    rig.calmly("B");
    assert!(matches!(rig.lead().overlay, Some(Overlay::Full)));
}

#[test]
fn a_question_for_guesses_is_its_own_question() {
    let mut rig = rig();
    rig.keys("<right>").calmly("g");
    let question = rig
        .lead()
        .prompt
        .as_ref()
        .map(|prompt| prompt.question.clone());
    assert_eq!(question, Some(Question::Guess(ChartId(2))));
    let before = rig.journal.len();
    rig.calmly("npuz+-q");
    assert_eq!(
        (rig.journal.len(), rig.stage_now().as_str()),
        (before, "data")
    );
    assert!(rig.lead().prompt.is_some());
}

#[test]
fn what_is_guessed_about_is_covered_from_the_first_word_on() {
    let mut rig = before();
    assert_eq!(rig.face(2), Face::Plain, "whoever prepares sees it");
    for (keys, face) in [
        (" ", Face::Covered),
        ("n", Face::Covered),
        ("n", Face::Covered),
        ("n", Face::Plain),
    ] {
        rig.calmly(keys);
        assert_eq!(rig.face(2), face, "{}", rig.stage_now());
    }
}
