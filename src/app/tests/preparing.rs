//! Preparing: everything can be written, chosen, moved, removed and taken back, and one can begin at any moment.

use super::*;
use crate::{
    app::prepare::{Field, Row, RowKind, Step},
    domain::{Held, History},
};

fn rig() -> Rig {
    let mut rig = Rig::new();
    rig.calmly("P");
    assert!(rig.model.prepare.as_ref().unwrap().open);
    rig
}

impl Rig {
    fn plan(&self) -> &Plan {
        self.lead().session.plan()
    }

    /// Opens a step, whatever is open now.
    fn step(&mut self, step: Step) -> &mut Self {
        let prepare = self.model.prepare.as_mut().unwrap();
        (prepare.step, prepare.stage) = (Some(step), None);
        prepare.at = Field::Step(step);
        self
    }

    fn at(&mut self, field: Field) -> &mut Self {
        self.model.prepare.as_mut().unwrap().at = field;
        self
    }

    fn rows(&self) -> Vec<String> {
        let prepare = self.model.prepare.as_ref().unwrap();
        let (rows, _) = prepare.rows(self.lead(), &self.model.texts);
        let words = |row: &Row| format!("{} {}", row.name, row.value);
        rows.iter()
            .filter(|row| row.kind != RowKind::Step)
            .map(words)
            .collect()
    }

    fn is_preparing(&self) -> bool {
        self.model.prepare.as_ref().is_some_and(|it| it.open)
    }
}

#[test]
fn everything_has_a_default_and_one_can_begin_at_any_moment() {
    for keys in ["", "<down>", "<enter><down><down>"] {
        let mut rig = rig();
        rig.keys(keys).calmly(" ");
        assert!(!rig.is_preparing());
        assert!(
            rig.echo().starts_with("That is good enough."),
            "{}",
            rig.echo()
        );
        assert!(rig.lead().session.timeline().began().is_none());
        rig.calmly(" ");
        assert!(rig.lead().session.timeline().began().is_some());
    }
}

#[test]
fn texts_are_written_and_taken_back() {
    let mut rig = rig();
    rig.at(Field::Title).keys("<enter>");
    assert_eq!(rig.lead().session.plan().title.as_str(), "Att trivas");
    rig.keys(" more<enter>");
    assert_eq!(rig.plan().title.as_str(), "Att trivas more");
    rig.keys("<enter><home>x<esc>");
    assert_eq!(rig.plan().title.as_str(), "Att trivas more");
    rig.calmly("u");
    assert_eq!(rig.plan().title.as_str(), "Att trivas");
    rig.at(Field::Title).keys("<enter><ctrl-u><enter>");
    let trouble = rig.model.prepare.as_ref().unwrap().trouble.clone();
    assert!(trouble.is_some(), "a session has a name");
}

#[test]
fn arrows_offer_themes_in_the_language_of_the_session() {
    let mut rig = rig();
    rig.at(Field::Theme).keys("<right>");
    assert_eq!(
        rig.plan().theme.as_str(),
        "What makes young people feel well?"
    );
    rig.keys("<right><right><right>");
    assert_eq!(
        rig.plan().theme.as_str(),
        "What makes young people feel well?"
    );
    rig.at(Field::Theme).keys("<left>");
    assert_eq!(
        rig.plan().theme.as_str(),
        "Being at school and feeling well"
    );
    rig.step(Step::Held).at(Field::Held).keys("<right>");
    assert_eq!(rig.plan().held, Some(Held::Online));
    rig.keys("<left><left>");
    assert_eq!(rig.plan().held, Some(Held::InRoom));
}

#[test]
fn people_are_written_one_after_the_other_and_many_are_told_softly() {
    let mut rig = rig();
    let before = rig.plan().participants.len();
    rig.step(Step::People).at(Field::Person(before));
    rig.keys("<enter>school, Oak School, Kim<enter>leisure<enter><enter>");
    let people = &rig.plan().participants;
    let new: Vec<_> = people[before..]
        .iter()
        .map(|person| {
            let text = |text: &Option<SafeText>| text.as_deref().unwrap_or("-").to_owned();
            format!(
                "{} {} {}",
                person.perspective,
                text(&person.organisation),
                text(&person.name)
            )
        })
        .collect();
    assert_eq!(new, ["school Oak School Kim", "leisure - -"]);
    let keys: Vec<u8> = people.iter().map(|person| person.key).collect();
    assert!(keys.is_sorted() && keys.len() == before + 2, "{keys:?}");

    rig.at(Field::Person(before)).keys("<delete>");
    assert_eq!(
        rig.plan().participants[before].perspective.as_str(),
        "leisure"
    );
    let one_more = rig.plan().participants.len();
    rig.at(Field::Person(one_more));
    rig.say(Msg::Paste("a\nb\n\nc\n".repeat(4)));
    assert_eq!(rig.plan().participants.len(), one_more + 12);
    let word = rig.rows().pop().unwrap();
    assert!(word.contains("More than ten"), "{word}");
}

#[test]
fn two_quick_changes_of_one_list_are_both_kept() {
    let mut rig = rig();
    let before = rig.plan().participants.len();
    rig.step(Step::People).at(Field::Person(before));
    rig.holds_back = true;
    rig.keys("<enter>school<enter>leisure<enter><esc>");
    rig.release();
    assert_eq!(rig.plan().participants.len(), before + 2);
}

#[test]
fn a_start_is_read_as_people_write_it() {
    let mut rig = rig();
    rig.step(Step::Booking).at(Field::Start);
    rig.keys("<enter>soon<enter>");
    assert!(rig.model.prepare.as_ref().unwrap().trouble.is_some());
    rig.keys("<ctrl-u>tomorrow 9<enter>");
    let start = rig.plan().slot.start.unwrap();
    assert!(start > rig.now && start - rig.now <= Span::minutes(48 * 60));
    let minutes = rig.plan().slot.minutes;
    rig.at(Field::Length).keys("<right><right>");
    assert_eq!(rig.plan().slot.minutes, minutes + 10);
    assert_eq!(rig.plan().slot.start, Some(start));
    rig.at(Field::Start).keys("<delete>");
    assert_eq!(rig.plan().slot.start, None);
}

#[test]
fn the_agenda_is_changed_stage_by_stage() {
    let mut rig = rig();
    rig.step(Step::Agenda);
    let ids = |rig: &Rig| -> Vec<String> {
        let stages = rig.plan().stages.iter();
        stages.map(|stage| stage.id.to_string()).collect()
    };
    let before = ids(&rig);
    rig.at(Field::Stage(1)).calmly("<");
    assert_eq!(ids(&rig)[..2], [before[1].clone(), before[0].clone()]);
    rig.calmly("u");
    assert_eq!(ids(&rig), before);

    rig.at(Field::Stage(1)).keys("<enter>");
    rig.at(Field::StageName(1))
        .keys("<enter><ctrl-u>Words<enter>");
    rig.at(Field::StageMinutes(1))
        .keys("<enter><ctrl-u>5-10<enter>");
    rig.at(Field::Ask(1, 0))
        .keys("<enter><ctrl-u>What is it?<enter><esc>");
    let stage = &rig.plan().stages[1];
    assert_eq!(stage.title.as_str(), "Words");
    assert_eq!((stage.minutes.min, stage.minutes.max), (5, 10));
    assert_eq!(stage.ask[0].as_str(), "What is it?");
    rig.at(Field::StageMinutes(1)).keys("<right>");
    assert_eq!(rig.plan().stages[1].minutes.wish, 9);

    let count = before.len();
    rig.at(Field::Stage(count)).keys("<enter>A walk<enter>");
    let closing = rig.plan().closing().unwrap();
    assert_eq!(rig.plan().stages.len(), count + 1);
    assert_eq!(rig.plan().stages[closing - 1].title.as_str(), "A walk");
    rig.at(Field::Stage(closing - 1)).keys("<delete>");
    assert_eq!(rig.plan().stages.len(), count);
}

#[test]
fn a_stage_that_has_been_stays_during_the_dialogue() {
    let mut rig = Rig::new();
    rig.calmly(" nP");
    rig.step(Step::Agenda);
    let before = rig.plan().stages.clone();
    for (field, key) in [
        (Field::Stage(0), "<delete>"),
        (Field::Stage(1), "<delete>"),
        (Field::Stage(2), "<"),
        (Field::Stage(1), ">"),
    ] {
        rig.at(field);
        match key {
            "<delete>" => rig.keys(key),
            key => rig.calmly(key),
        };
        assert_eq!(rig.plan().stages, before, "{field:?} {key}");
        assert!(rig.model.prepare.as_ref().unwrap().trouble.is_some());
    }
    rig.at(Field::Stage(2)).keys("<delete>");
    assert_eq!(rig.plan().stages.len(), before.len() - 1);
    rig.calmly("q");
    assert!(!rig.is_preparing());
    assert_eq!(rig.stage_now(), before[1].id.to_string());
}

#[test]
fn what_is_half_written_is_saved_when_the_program_is_ended() {
    for end in [Msg::Ending, Msg::Resized(80, 24)] {
        let mut rig = rig();
        rig.at(Field::Purpose).keys("<enter> and more");
        let ended = matches!(end, Msg::Ending);
        rig.say(end);
        assert_eq!(rig.plan().purpose.ends_with("and more"), ended);
    }
    let mut rig = rig();
    rig.at(Field::Purpose).keys("<enter> and more<ctrl-c>");
    assert!(rig.plan().purpose.ends_with("and more"));
    assert!(rig.others.contains(&Effect::Quit));
}

#[test]
fn nothing_anybody_types_breaks_it() {
    use proptest::prelude::*;
    let key = prop::sample::select(vec![
        "<up>",
        "<down>",
        "<enter>",
        "<esc>",
        "<left>",
        "<right>",
        "<delete>",
        "a",
        "u",
        "x",
        "9",
        " ",
        "<tab>",
        "<pagedown>",
        "<home>",
        "<end>",
        "?",
        "P",
        "1-2",
    ]);
    let keys = prop::collection::vec(key, 0..60);
    proptest!(|(keys in keys)| {
        let mut rig = rig();
        for key in keys {
            rig.keys(key);
            if let Some(prepare) = rig.model.prepare.as_ref() {
                let (rows, at) = prepare.rows(rig.lead(), &rig.model.texts);
                prop_assert!(rows[at].field.is_some());
            }
            prop_assert!(!rig.plan().stages.is_empty());
            prop_assert!(!rig.plan().title.is_empty());
        }
    });
}

#[test]
fn how_long_a_stage_was_before_is_taken_with_enter() {
    let mut rig = rig();
    let held = |minutes| crate::domain::Length {
        stage: "dialogue-1".into(),
        kind: StageKind::Dialogue,
        title: "dialogue-1".into(),
        planned: Span::minutes(20),
        spent: Span::minutes(minutes),
    };
    // It is asked for when preparing begins, before the dialogue or in the middle of it.
    assert_eq!(rig.others.last(), Some(&Effect::LookBack(None)));
    let told = |series: Option<&str>, minutes: [i64; 3]| {
        let history = History {
            series: minutes.map(|minutes| vec![held(minutes)]).to_vec(),
            ..History::default()
        };
        Msg::LookedBack(series.map(SafeText::line), history)
    };
    rig.say(told(None, [13, 14, 40]));
    rig.say(told(Some("another series"), [9, 9, 9]));
    rig.step(Step::Agenda);
    let proposed = " 14 min the last 3 times. Enter takes that.";
    assert_eq!(rig.rows()[4], proposed, "{:?}", rig.rows());
    rig.at(Field::StageBefore(3)).keys("<enter>");
    let minutes = rig.plan().stages[3].minutes;
    assert_eq!((minutes.min, minutes.wish, minutes.max), (10, 14, 25));
    assert!(!rig.rows().iter().any(|row| row == proposed));
    rig.calmly("u");
    assert_eq!(rig.plan().stages[3].minutes.wish, 20);
}
