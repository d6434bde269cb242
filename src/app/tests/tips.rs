//! Tips: each rule in its moment, with its off switch; one at a time, and never over what somebody types.

use std::{collections::BTreeSet, sync::Arc};

use super::*;
use crate::{app::lead::Guide, domain::reading::Reading, format::tips};

/// A window whose tips are on, with these perspectives, in a stage.
fn rig(stage: &str, perspectives: &[&str]) -> Rig {
    let mut plan = plan();
    plan.participants = (1..)
        .zip(perspectives)
        .map(|(key, words)| Participant {
            key,
            perspective: (*words).into(),
            ..Participant::default()
        })
        .collect();
    for stage in &mut plan.stages {
        stage.follow_ups = vec!["Say more?".into(), "Where?".into()];
        stage.ask = vec!["What do we see?".into()];
    }
    let base = Base {
        id: SessionId("one".to_owned()),
        plan,
        ..Base::default()
    };
    let mut rig = Rig::on(base, NINE);
    rig.with(|guide| guide.heeded.silence = true);
    rig.keys("<space>");
    while rig.stage_now() != stage {
        rig.calmly("n");
    }
    rig.quiet()
}

impl Rig {
    fn with(&mut self, change: impl FnOnce(&mut Guide)) {
        let Screen::Lead(lead) = &mut self.model.screen else {
            panic!("the leading window is not open")
        };
        if lead.guide.tips.rules.is_empty() {
            lead.guide.tips = Arc::new(tips::shipped());
        }
        change(&mut lead.guide);
    }

    /// What was just done is said no longer.
    fn quiet(mut self) -> Self {
        self.later(Span::seconds(13));
        self.say(Msg::Tick);
        self
    }

    fn after(mut self, minutes: i64) -> Self {
        self.later(Span::minutes(minutes));
        self.quiet()
    }

    fn tip(&self) -> Option<(String, String)> {
        let lead = self.lead();
        let reading = Reading::of(&lead.session, self.now);
        let (words, tip) = lead.tip(&reading, &self.model.texts)?;
        Some((tip.rule.id.clone(), words))
    }

    fn rule(&self) -> String {
        self.tip().map_or_else(String::new, |(id, _)| id)
    }

    fn noted(mut self, line: &str) -> Self {
        self.note(line);
        self.quiet()
    }
}

/// Each rule in its moment.
fn moments() -> Vec<(&'static str, Rig)> {
    let both = &["skola", "fritid"];
    let young = &["elever i åttan", "skola"];
    let second = || rig("dialogue-2", both);
    let pairs = |minutes: i64| {
        let mut rig = rig("dialogue-1", both);
        rig.calmly("t");
        let mut rig = rig.quiet();
        if minutes > 0 {
            rig.calmly("t");
            rig.later(Span::seconds(60 * (minutes - 1) + 10));
        }
        rig.quiet()
    };
    let quiet_now = |rig: Rig| rig.noted("one");
    vec![
        ("closing-soon", {
            let mut rig = rig("dialogue-2", both);
            while rig
                .lead()
                .tip(&Reading::of(&rig.lead().session, rig.now), &rig.model.texts)
                .is_none_or(|(_, tip)| tip.rule.id != "closing-soon")
            {
                rig.later(Span::seconds(30));
                assert!(rig.now < NINE + Span::minutes(80));
            }
            rig
        }),
        ("pairs-prepare", pairs(0)),
        ("pairs-open", pairs(1)),
        ("pairs-change", pairs(5)),
        ("pairs-last", pairs(6)),
        ("pairs-close", pairs(7)),
        (
            "solutions",
            rig("dialogue-1", both).noted("vi borde öppna tidigare"),
        ),
        ("part-two", {
            let mut rig = rig("dialogue-1", both);
            rig.with(|guide| guide.part_two = Arc::new(vec!["borde".to_owned()]));
            rig.note("vi borde öppna tidigare");
            rig.calmly("n");
            rig.quiet()
        }),
        ("risk-words", second().noted("mycket ohälsa hos oss")),
        ("silence", rig("dialogue-1", both).after(1)),
        ("see-more", quiet_now(rig("dialogue-1", both).after(13))),
        ("third-question", quiet_now(second().after(15))),
        (
            "unheard",
            quiet_now(second().after(11)).noted("skola: lugnare nu"),
        ),
        (
            "young-understand",
            quiet_now(rig("dialogue-1", young).after(2)),
        ),
        (
            "young-reality",
            quiet_now(rig("dialogue-1", young).after(8)),
        ),
        ("no-steps", rig("closing", both).after(9)),
        (
            "step-without-who",
            rig("closing", both).noted(">ring fritidsgården"),
        ),
        ("young-do", rig("closing", young).after(3)),
    ]
}

#[test]
fn every_rule_is_said_in_its_moment_and_can_be_turned_off() {
    let mut seen = BTreeSet::new();
    for (id, mut rig) in moments() {
        if id == "young-reality" {
            rig.with(|guide| {
                guide.heeded.off.insert("young-understand".to_owned());
            });
        }
        assert_eq!(rig.rule(), id);
        let (_, words) = rig.tip().unwrap();
        assert!(!words.contains('{'), "{words}");
        rig.with(|guide| {
            guide.heeded.off.insert(id.to_owned());
        });
        assert_ne!(rig.rule(), id, "turned off");
        seen.insert(id);
    }
    // These come last of all, so what stands before them is turned off.
    let alone = |id: &str, stage: &str, minutes| {
        let mut rig = rig(stage, &["ungdomar", "skola"]).after(minutes);
        rig.with(|guide| {
            let others = guide.tips.rules.iter().map(|rule| rule.id.clone());
            guide.heeded.off = others.filter(|other| other != id).collect();
        });
        rig.rule()
    };
    for (id, minutes) in [("young-now", 14), ("soon", 21)] {
        assert_eq!(alone(id, "dialogue-1", minutes), id);
        seen.insert(id);
    }
    let all: BTreeSet<String> = tips::shipped()
        .rules
        .into_iter()
        .map(|rule| rule.id)
        .collect();
    assert_eq!(
        seen.into_iter().map(str::to_owned).collect::<BTreeSet<_>>(),
        all
    );
}

#[test]
fn the_silence_clock_is_off_until_it_is_wanted() {
    let mut rig = rig("dialogue-1", &["skola"]).after(1);
    assert_eq!(
        rig.tip().unwrap().1,
        "Nothing noted for 1 min. Silence is fine. Count to ten."
    );
    rig.with(|guide| guide.heeded.silence = false);
    assert_eq!(rig.tip(), None);
}

#[test]
fn a_dismissed_tip_stays_away_in_its_stage_and_the_next_one_waits() {
    let mut rig = rig("closing", &["skola"]).after(9);
    assert_eq!(rig.rule(), "no-steps");
    rig.calmly(".");
    assert_eq!(rig.tip(), None);
    let rig = rig.after(2);
    assert_ne!(rig.rule(), "no-steps");
}

#[test]
fn no_tip_stands_over_what_is_typed_asked_or_seen_by_others() {
    let mut rig = rig("closing", &["skola"]).after(9);
    for (open, close) in [
        ("i", "<esc>"),
        ("b", "<esc>"),
        ("?", "<esc>"),
        ("s", "<enter>"),
    ] {
        rig.later(Span::seconds(13)).keys(open);
        assert_eq!(rig.tip(), None, "{open}");
        rig.keys(close);
    }
    let mut rig = rig.quiet();
    assert_eq!(rig.rule(), "no-steps");
    rig.calmly("w");
    let mut rig = rig.quiet();
    assert_eq!(rig.tip(), None, "nor while nothing is written");
    rig.calmly("w");
}

#[test]
fn focus_and_follow_up_bring_the_next_one_each_time() {
    let mut rig = rig("dialogue-1", &["skola"]);
    let mut said = BTreeSet::new();
    for _ in 0..4 {
        rig.calmly("f");
        said.insert(rig.echo().to_owned());
    }
    assert_eq!(said.len(), 3, "{said:?}");
    rig.calmly("F");
    assert_eq!(rig.echo(), "Ask: Say more?");
    rig.calmly("F");
    assert_eq!(rig.echo(), "Ask: Where?");
    let before = rig.journal.len();
    rig.calmly("fF");
    assert_eq!(rig.journal.len(), before, "nothing of it is logged");
}

#[test]
fn the_line_for_the_chat_is_copied_while_pairs_talk() {
    let mut rig = rig("dialogue-1", &["skola"]);
    rig.calmly("tc");
    let copied = rig.others.iter().rev().find_map(|effect| match effect {
        Effect::Copy(Copied::Text(text)) => Some(text.to_string()),
        _ => None,
    });
    let copied = copied.expect("something is copied");
    assert!(
        copied.starts_with("Talk two and two") && copied.ends_with("What do we see?"),
        "{copied}"
    );
    rig.calmly("tttc");
    let copied = rig.others.iter().rev().find_map(|effect| match effect {
        Effect::Copy(Copied::Text(text)) => Some(text.to_string()),
        _ => None,
    });
    assert_eq!(
        copied.as_deref(),
        Some("Thanks for now, come back to all of us.")
    );
}
