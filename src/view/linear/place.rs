//! Where we are: the stage with its script, the chart, the time, who is here.

use super::{Said, lists};
use crate::{
    app::{Model, lead::Other, linear::Menu, replay::Replay},
    chart,
    domain::{StageKind, Tag, chart::Face, lasting::FEEDBACK, reading::Phase},
    t,
    text::SafeText,
    view::{notes, scene::Scene, words},
};

/// The first words about a session that was opened.
pub(super) fn welcome(scene: &Scene<'_>, model: &Model, said: &mut Said) {
    let (texts, lead) = (scene.texts, scene.lead);
    said.line(format!("{}.", scene.plan().title.on_one_line()));
    if let Some(notice) = &scene.plan().notice {
        said.line(notice.on_one_line());
    }
    if let Some(echo) = &lead.echo {
        said.line(&echo.text);
    }
    here(scene, said);
    if scene.is_waiting() {
        before(scene, said);
    }
    room(scene, said);
    said.all(
        lead.unread
            .iter()
            .map(|words| words.on_one_line().into_owned()),
    );
    kept_line(scene, said);
    said.line(if lead.leads() {
        t!(texts, "linear-how")
    } else {
        t!(texts, "linear-how-desk")
    });
    if let Some(prompt) = &lead.prompt {
        lists::question(scene, prompt, said);
    }
    let linear = model.linear.as_ref();
    if linear.is_some_and(|linear| linear.menu == Menu::Tidy) {
        lists::list(scene, model, said);
    }
    if model.linear.is_none() {
        said.lines.clear();
    }
}

/// The first words about a dialogue that has been.
pub(super) fn past(scene: &Scene<'_>, replay: &Replay, model: &Model, said: &mut Said) {
    let texts = scene.texts;
    said.line(format!("{}.", scene.plan().title.on_one_line()));
    let (from, to) = (scene.hhmm(replay.from), scene.hhmm(replay.to));
    said.line(t!(texts, "linear-replay", from = from, to = to));
    if model.linear.is_some() && replay.playing {
        said.line(t!(texts, "linear-replay-how"));
    }
    let at = scene.hhmm(replay.at);
    let mut lines = Said::default();
    stage(scene, &mut lines);
    said.all(lines.lines.into_iter().map(|line| format!("{at} {line}")));
}

/// Where we are, with everything that holds now.
pub(super) fn whole(scene: &Scene<'_>, said: &mut Said) {
    let (texts, lead) = (scene.texts, scene.lead);
    here(scene, said);
    if scene.is_waiting() {
        before(scene, said);
    } else {
        let stage = scene.stage().filter(|_| scene.reading.now.is_some());
        if let Some((_, stage)) = stage {
            asks(scene, &stage.ask, said);
        }
    }
    chart_name(scene, said);
    time(scene, said);
    if scene.session().writing_paused() {
        said.line(t!(texts, "linear-unwritten"));
    }
    if let Some(words) = form(scene) {
        said.line(t!(texts, "linear-form", how = words));
    }
    if lead.leads() {
        heard(scene, said);
    }
    room(scene, said);
    let unsaved = lead.unsaved_words().len();
    if lead.pending.iter().any(|pending| pending.failed) && unsaved > 0 {
        said.line(t!(texts, "linear-unsaved", n = unsaved));
    }
    kept_line(scene, said);
    if let Some(note) = lead.chosen_note() {
        let what = super::notes::whole(scene, note);
        said.line(t!(texts, "linear-chosen", what = what));
    }
}

/// The stage and its minutes; before the start when it starts, after the end when it ended.
fn here(scene: &Scene<'_>, said: &mut Said) {
    let texts = scene.texts;
    match (scene.reading.phase, &scene.reading.now) {
        (Phase::Waiting { .. }, _) => {
            said.line(t!(texts, "linear-not-started"));
            said.line(format!("{}.", words::drift(scene)));
        }
        (Phase::Paused(_), Some(now)) => {
            let stage = title(scene, now.place);
            said.line(t!(texts, "linear-here-paused", stage = stage));
        }
        (_, Some(now)) if now.left.0 < 0 => {
            let n = words::near_minutes(-now.left).max(1);
            let stage = title(scene, now.place);
            said.line(t!(texts, "linear-here-over", stage = stage, n = n));
        }
        (_, Some(now)) => {
            let (stage, at) = (title(scene, now.place), scene.hhmm(now.ends));
            let n = words::whole_minutes(now.left);
            said.line(t!(texts, "linear-here", stage = stage, n = n, at = at));
        }
        (Phase::Closed(_), None) => ended(scene, said),
        (_, None) => {}
    }
}

fn title(scene: &Scene<'_>, place: usize) -> String {
    let stage = scene.plan().stages.get(place);
    stage.map_or_else(String::new, |stage| stage.title.on_one_line().into_owned())
}

/// Before the start: why everybody is here, and how it begins.
fn before(scene: &Scene<'_>, said: &mut Said) {
    let texts = scene.texts;
    last_time(scene, said);
    let purpose = scene.plan().purpose.on_one_line();
    if !purpose.is_empty() {
        said.line(t!(texts, "linear-purpose", words = purpose));
    }
    if let Some((_, stage)) = scene.stage() {
        let stage = stage.title.on_one_line().into_owned();
        said.line(t!(texts, "linear-first", stage = stage));
    }
    if let Some((start, _)) = scene.reading.closing() {
        let at = scene.hhmm(start);
        said.line(format!("{}.", t!(texts, "view-closing-at", at = at)));
    }
}

fn last_time(scene: &Scene<'_>, said: &mut Said) {
    for item in &scene.plan().carried {
        let words = SafeText::line(&item.in_a_row());
        said.line(t!(scene.texts, "linear-last-time", words = words));
    }
}

/// When the closing must begin, and how early or late it is.
fn time(scene: &Scene<'_>, said: &mut Said) {
    if matches!(scene.reading.phase, Phase::Closed(_)) || scene.is_waiting() {
        return;
    }
    said.line(format!("{}.", words::closing(scene)));
    said.line(format!("{}.", words::drift(scene)));
}

/// How the group works: alone, in pairs.
pub(super) fn form(scene: &Scene<'_>) -> Option<String> {
    let (form, _) = scene.reading.form?;
    Some(words::form_name(scene.texts, form))
}

/// The stage that began: what to ask, what to say, what helps.
pub(super) fn stage(scene: &Scene<'_>, said: &mut Said) {
    let texts = scene.texts;
    let Some((place, stage)) = scene.stage().filter(|_| scene.reading.now.is_some()) else {
        return;
    };
    if let Some(now) = &scene.reading.now {
        let title = title(scene, place);
        if now.left.0 > 0 {
            let (n, at) = (words::near_minutes(now.left).max(1), scene.hhmm(now.ends));
            said.line(t!(texts, "linear-stage", stage = title, n = n, at = at));
        } else {
            said.line(t!(texts, "linear-stage-over", stage = title));
        }
    }
    if !scene.lead.leads() || scene.lead.room.past {
        return asks(scene, &stage.ask, said);
    }
    if stage.id.0 == FEEDBACK {
        last_time(scene, said);
    }
    let say = |words: &SafeText, said: &mut Said| {
        said.line(t!(texts, "linear-say", words = words.on_one_line()));
    };
    let talks = matches!(stage.kind, StageKind::Talk | StageKind::Data);
    if talks {
        stage.present.iter().for_each(|words| say(words, said));
    }
    if place == 0 && stage.kind == StageKind::Talk {
        for words in &scene.plan().principles {
            said.line(t!(texts, "linear-keep", words = words.on_one_line()));
        }
    }
    if stage.kind == StageKind::Closing {
        let purpose = scene.plan().purpose.on_one_line();
        if !purpose.is_empty() {
            said.line(t!(texts, "linear-purpose", words = purpose));
        }
    }
    asks(scene, &stage.ask, said);
    if !talks {
        stage.present.iter().for_each(|words| say(words, said));
    }
    for words in &stage.follow_ups {
        said.line(t!(texts, "linear-support", words = words.on_one_line()));
    }
}

/// The question now, and those after it.
fn asks(scene: &Scene<'_>, asks: &[SafeText], said: &mut Said) {
    let mut asks = asks.iter();
    if let Some(first) = asks.next() {
        said.line(t!(scene.texts, "linear-ask", words = first.on_one_line()));
    }
    for then in asks {
        said.line(t!(scene.texts, "linear-then", words = then.on_one_line()));
    }
}

fn chart_name(scene: &Scene<'_>, said: &mut Said) {
    let looks = scene.kind() == Some(StageKind::Data) || scene.lead.chart_pinned().is_some();
    let Some((place, chart)) = scene.chart().filter(|_| looks) else {
        return;
    };
    said.line(t!(
        scene.texts,
        "linear-chart",
        place = place + 1,
        of = scene.plan().charts.len(),
        id = chart.id.to_string(),
        title = chart.title.on_one_line()
    ));
}

/// The chart that came on the screen: what to say about it, and what it shows.
pub(super) fn chart(scene: &Scene<'_>, said: &mut Said) {
    let Some((place, chart)) = scene.chart() else {
        return;
    };
    let texts = scene.texts;
    said.line(t!(
        texts,
        "linear-chart",
        place = place + 1,
        of = scene.plan().charts.len(),
        id = chart.id.to_string(),
        title = chart.title.on_one_line()
    ));
    if chart.showing.face == Face::Plain
        && !chart.say.is_empty()
        && scene.lead.leads()
        && !scene.lead.room.past
    {
        said.line(t!(texts, "linear-say", words = chart.say.on_one_line()));
    }
    let limit = scene.settings.small_number_limit;
    said.line(chart::sentence(&chart, limit, &texts));
    let guessed = scene.lead.guessed(&chart).is_some();
    if guessed {
        said.all(crate::view::showing::above(scene, &chart, u16::MAX));
    }
}

/// How many were heard, and whom to invite.
fn heard(scene: &Scene<'_>, said: &mut Said) {
    let all = scene.lead.heard_here();
    if all.is_empty() {
        return;
    }
    let missing: Vec<String> = all
        .iter()
        .filter(|known| !known.heard)
        .map(|known| known.words.on_one_line().into_owned())
        .collect();
    said.line(if missing.is_empty() {
        t!(scene.texts, "linear-heard-all")
    } else {
        t!(
            scene.texts,
            "linear-heard",
            heard = all.len() - missing.len(),
            of = all.len(),
            who = missing.join(", ")
        )
    });
}

fn room(scene: &Scene<'_>, said: &mut Said) {
    let (texts, lead) = (scene.texts, scene.lead);
    if !lead.is_led() {
        said.line(format!("{}.", capital(&t!(texts, "room-nobody-leads"))));
    }
    let others: Vec<String> = lead
        .others()
        .iter()
        .map(|other| other.called(&texts))
        .collect();
    if !others.is_empty() {
        said.line(t!(texts, "linear-here-now", who = others.join(", ")));
    }
}

/// Says what somebody else in the room is called, at the beginning of a sentence.
pub(super) fn called(scene: &Scene<'_>, other: &Other) -> String {
    capital(&other.called(&scene.texts))
}

/// Begins with a capital letter.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn kept_line(scene: &Scene<'_>, said: &mut Said) {
    let writing = &scene.lead.writing;
    if writing.editing.is_none() && !writing.line.is_empty() {
        let words = writing.line.text();
        said.line(t!(scene.texts, "linear-line-kept", words = words));
    }
}

/// After the end: how it went, what was promised, what was not reached, where everything lies.
pub(super) fn ended(scene: &Scene<'_>, said: &mut Said) {
    let texts = scene.texts;
    let Phase::Closed(closed) = scene.reading.phase else {
        return;
    };
    said.line(crate::view::ended::summary(scene, closed));
    for step in scene.session().tagged(Tag::NextStep) {
        let words = notes::words_of(scene, &step.body).replace(" · ", ", ");
        let what = format!("{}: {words}.", step.id);
        said.line(t!(texts, "linear-steps", what = what));
    }
    let missed = crate::view::ended::missed(scene);
    if !missed.is_empty() {
        let what = missed.join(", ");
        said.line(t!(texts, "linear-not-reached", what = what));
    }
    let path = scene.lead.path.on_one_line();
    if !path.is_empty() {
        said.line(t!(texts, "linear-lies-in", path = path));
    }
}
