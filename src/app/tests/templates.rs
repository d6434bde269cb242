//! Every template that ships is led from its first stage to its end.

use super::*;
use crate::{
    domain::reading::{Phase, Reading},
    format::session,
};

/// Returns every template: its file's name and what it says.
fn templates() -> Vec<(String, Base)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/templates");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
        let base = session::read(&name, &text).unwrap().base;
        (name, base)
    };
    paths.into_iter().map(read).collect()
}

/// Goes on when a stage's time is over, as a facilitator does who watches the clock, and writes a line in each.
fn lead_to_the_end(rig: &mut Rig) -> Vec<String> {
    let mut visited = Vec::new();
    rig.keys("<space>");
    while !matches!(
        Reading::of(&rig.lead().session, rig.now).phase,
        Phase::Closed(_)
    ) {
        let stage = rig.stage_now();
        assert!(!visited.contains(&stage), "{stage} comes twice");
        rig.note(&format!("sagt i {stage}"));
        let now = Reading::of(&rig.lead().session, rig.now).now;
        let left = now.expect("a stage runs").ends - rig.now;
        visited.push(stage);
        rig.later(left).calmly("n");
    }
    visited
}

/// Tab walks the kinds that the template is about, each once, and comes back.
fn tab_walks_the_kinds(rig: &mut Rig, name: &str) {
    let plan = rig.lead().session.plan().clone();
    let kinds = plan.kinds();
    rig.calmly("i");
    let first = rig.lead().tag();
    let mut walked = vec![first];
    for _ in 1..kinds.len() {
        rig.keys("<tab>");
        walked.push(rig.lead().tag());
    }
    rig.keys("<tab>");
    assert_eq!(rig.lead().tag(), first, "{name}");
    walked.sort_unstable();
    assert_eq!(walked, kinds, "{name}");
    let own = plan.tags.iter().map(|own| own.tag);
    for tag in own.chain([Tag::NextStep, Tag::Parked]) {
        assert!(kinds.contains(&tag), "{name}: {tag:?}");
    }
    if plan.tags.is_empty() {
        assert_eq!(kinds, Tag::CHOICES, "{name}");
    }
}

#[test]
fn every_template_is_led_to_its_end_in_time() {
    for (name, base) in templates() {
        let minutes = i64::from(base.plan.slot.minutes);
        let stages: Vec<String> = base
            .plan
            .stages
            .iter()
            .map(|stage| stage.id.to_string())
            .collect();
        let tags: Vec<Tag> = base.plan.stages.iter().map(|stage| stage.tag).collect();
        let mut rig = Rig::on(
            Base {
                id: SessionId(name.clone()),
                ..base
            },
            NINE,
        );
        assert_eq!(lead_to_the_end(&mut rig), stages, "{name}");
        let late = rig.now - (NINE + Span::minutes(minutes));
        assert!(late < Span::minutes(1), "{name} ends {late} late");
        let session = &rig.lead().session;
        let written: Vec<Tag> = session.notes().map(|note| note.body.tag).collect();
        assert_eq!(written, tags, "{name}: a note takes the tag of its stage");
        tab_walks_the_kinds(&mut rig, &name);
    }
}
