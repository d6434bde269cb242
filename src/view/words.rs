//! States in words: how the stage is going, early or late, where the minutes come from.

use crate::{
    domain::{
        Form, Held, Spine, StageKind,
        reading::Phase,
        schedule::{self, Pace, Progress},
    },
    format::tag,
    t,
    text::{Span, Texts},
    view::scene::Scene,
};

/// Names a column of notes by its question.
pub(super) fn column(scene: &Scene<'_>, spine: Spine) -> String {
    let texts = scene.texts;
    if let Some(own) = own_column(scene, spine) {
        return own.to_uppercase();
    }
    match spine {
        Spine::See => t!(texts, "view-column-see"),
        Spine::Surprise => t!(texts, "view-column-surprise"),
        Spine::Next => t!(texts, "view-column-next"),
    }
}

/// Names a column of notes in one word or two, for a row of counts.
pub(super) fn column_short(scene: &Scene<'_>, spine: Spine) -> String {
    let texts = scene.texts;
    if let Some(own) = own_column(scene, spine) {
        return own;
    }
    match spine {
        Spine::See => t!(texts, "view-count-see"),
        Spine::Surprise => t!(texts, "view-count-surprise"),
        Spine::Next => t!(texts, "view-count-next"),
    }
}

/// Returns the meeting's own word for what a column is about, where it has one.
fn own_column(scene: &Scene<'_>, spine: Spine) -> Option<String> {
    let kind = tag::of_column(spine, scene.plan());
    scene.plan().own_words(kind)?;
    Some(tag::name(kind, scene.plan(), scene.texts))
}

/// Says how the running stage stands against its time.
pub(super) fn pace(scene: &Scene<'_>) -> String {
    let texts = scene.texts;
    let Some(now) = &scene.reading.now else {
        return String::new();
    };
    if matches!(scene.reading.phase, Phase::Paused(_)) {
        return t!(texts, "view-paused");
    }
    match now.pace {
        Pace::OnPace => t!(texts, "view-pace-on"),
        Pace::Soon if scene.lead.calm => t!(texts, "view-pace-soon-calm"),
        Pace::Soon => t!(texts, "view-pace-soon", n = near_minutes(now.left).max(1)),
        Pace::AboutTo => t!(texts, "view-pace-about"),
        Pace::Over => t!(texts, "view-pace-over"),
    }
}

/// Says when the closing must begin; in the closing, when it ends.
pub(super) fn closing(scene: &Scene<'_>) -> String {
    let texts = scene.texts;
    let calm = scene.lead.calm;
    if let Some((start, left)) = scene.reading.closing() {
        let at = scene.hhmm(start);
        return match left {
            _ if scene.is_waiting() => t!(texts, "view-closing-at", at = at),
            left if left.0 <= 0 => t!(texts, "view-closing-now", at = at),
            _ if calm => t!(texts, "view-closing-at", at = at),
            left if left < Span::minutes(1) => {
                t!(
                    texts,
                    "view-closing-seconds",
                    at = at,
                    n = left.seconds_up()
                )
            }
            left => t!(texts, "view-closing-in", at = at, n = whole_minutes(left)),
        };
    }
    let (end, left) = (scene.reading.slot_end, scene.reading.slot_end - scene.now);
    let at = scene.hhmm(end);
    match left {
        left if left.0 < 0 => t!(texts, "view-ended-at", at = at),
        _ if calm || scene.is_waiting() => t!(texts, "view-ends", at = at),
        left => t!(texts, "view-ends-in", at = at, n = whole_minutes(left)),
    }
}

/// Says early, late or as planned, and where the minutes come from; before the start and in a pause, that the end stands.
pub(super) fn drift(scene: &Scene<'_>) -> String {
    let texts = scene.texts;
    let reading = &scene.reading;
    let end = scene.hhmm(reading.slot_end);
    match reading.phase {
        Phase::Waiting { late: None } => return t!(texts, "view-waiting"),
        Phase::Waiting { late: Some(late) } if late.0 < 0 => {
            return starts_at(scene, late);
        }
        Phase::Waiting { late: Some(_) } => return t!(texts, "view-end-stands", end = end),
        Phase::Paused(_) => return t!(texts, "view-paused-end", end = end),
        Phase::Closed(_) => return String::new(),
        Phase::Running => {}
    }
    let short = reading.fitted.ends - reading.slot_end;
    let taken = taken(scene);
    let late = reading.drift.abs().to_string();
    match reading.drift.0.signum() {
        _ if short > schedule::QUIET => t!(
            texts,
            "view-ends-late",
            real = scene.hhmm(reading.fitted.ends),
            end = end
        ),
        1 => match taken {
            Some(words) => t!(texts, "view-late-taken", late = late, words = words),
            None if dialogue_ahead(scene) => t!(texts, "view-late-evened", late = late),
            None => t!(texts, "view-late", late = late),
        },
        -1 => t!(texts, "view-early", early = late),
        _ => taken.unwrap_or_else(|| t!(texts, "view-as-planned", end = end)),
    }
}

fn starts_at(scene: &Scene<'_>, late: Span) -> String {
    let (texts, left) = (scene.texts, -late);
    let at = scene.hhmm(scene.now + left);
    if left > Span::minutes(180) {
        t!(texts, "view-starts", at = at)
    } else {
        t!(texts, "view-starts-in", at = at, n = whole_minutes(left))
    }
}

/// Says where minutes are taken from, or who gets them: "2 min tas från dialogen".
pub(super) fn taken(scene: &Scene<'_>) -> Option<String> {
    let texts = scene.texts;
    let reading = &scene.reading;
    let stages = &scene.plan().stages;
    let open = |place: usize| {
        reading
            .loads
            .get(place)
            .is_some_and(|load| matches!(load.progress, Progress::Running | Progress::Ahead))
    };
    let shifts: Vec<_> = schedule::taken_from(&reading.planned, &reading.fitted)
        .into_iter()
        .filter(|(place, _)| open(*place))
        .collect();
    let is_dialogue = |place: usize| {
        stages
            .get(place)
            .is_some_and(|stage| stage.kind == StageKind::Dialogue)
    };
    let dialogue: Span = shifts
        .iter()
        .filter(|(place, _)| is_dialogue(*place))
        .map(|(_, shift)| *shift)
        .sum();
    let minutes = near_minutes(dialogue.abs());
    if minutes > 0 && dialogue.0 < 0 {
        return Some(t!(texts, "view-taken-dialogue", n = minutes));
    }
    let other = shifts
        .iter()
        .filter(|(place, shift)| !is_dialogue(*place) && shift.0 < 0)
        .find_map(|(place, shift)| {
            let minutes = near_minutes(shift.abs());
            (minutes > 0).then(|| (minutes, stages.get(*place)))
        });
    if let Some((minutes, Some(stage))) = other {
        let title = stage.title.on_one_line().into_owned();
        return Some(t!(texts, "view-taken-stage", n = minutes, stage = title));
    }
    (minutes > 0).then(|| t!(texts, "view-given-dialogue", n = minutes))
}

fn dialogue_ahead(scene: &Scene<'_>) -> bool {
    let here = scene.reading.now.as_ref().map_or(0, |now| now.place);
    scene
        .plan()
        .stages
        .iter()
        .skip(here)
        .any(|stage| stage.kind == StageKind::Dialogue)
}

/// Says how the group works and what comes then: "enskilt 0:45 → par 5 min → alla".
pub(super) fn form(scene: &Scene<'_>, then: &str) -> Option<String> {
    let texts = scene.texts;
    let (form, left) = scene.reading.form?;
    let name = |form: Form| form_name(texts, form);
    let mut words = name(form);
    if form != Form::All && !scene.lead.calm {
        let left = if left.0 > 0 {
            left.to_string()
        } else {
            t!(texts, "view-form-up")
        };
        words = format!("{words} {left}");
    }
    let mut after = form;
    while after != Form::All {
        // What comes then is said without the ways to the breakout rooms and back.
        after = after.next(Held::InRoom);
        words = format!("{words} {then} {}", name(after));
    }
    Some(words)
}

/// Names how a group works.
pub(super) fn form_name(texts: Texts, form: Form) -> String {
    match form {
        Form::Alone => t!(texts, "view-form-alone"),
        Form::Leaving => t!(texts, "view-form-leaving"),
        Form::Pair => t!(texts, "view-form-pair"),
        Form::Returning => t!(texts, "view-form-returning"),
        Form::All => t!(texts, "view-form-all"),
    }
}

/// Returns whole minutes, rounded down: what is left for certain.
pub(super) const fn whole_minutes(span: Span) -> i64 {
    span.0 / 60_000
}

/// Returns whole minutes, rounded to the nearest.
pub(super) const fn near_minutes(span: Span) -> i64 {
    (span.0 + 30_000).div_euclid(60_000)
}

/// Writes a length: whole minutes alone, else with seconds.
pub(super) fn length(span: Span) -> String {
    if span.0 % 60_000 == 0 {
        (span.0 / 60_000).to_string()
    } else {
        span.to_string()
    }
}
