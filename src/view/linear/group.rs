//! What the group sees, in lines: stage, question, one thing to look at.

use super::Said;
use crate::{
    app::{Model, Screen, group_view::GroupView, linear::Say},
    chart,
    domain::{
        Facing, Form,
        shared::{On, Page, StagePage},
    },
    t,
};

/// So many minutes before the end of a stage are told.
const SOON: i64 = 5;

/// Says the page first and when it is asked for, and else what changed on it.
pub(super) fn say(before: Option<&Model>, model: &Model, group: &GroupView, said: &mut Said) {
    let texts = model.texts;
    let was = before.and_then(|before| match &before.screen {
        Screen::Group(group) => Some(&group.shown().page),
        _ => None,
    });
    let linear = model.linear.as_ref();
    let says = |wanted: Say| linear.is_some_and(|linear| linear.says.contains(&wanted));
    let page = &group.shown().page;
    let Some(was) = was.filter(|_| !says(Say::Where)) else {
        let theme = group.shown().theme.on_one_line();
        said.line(format!("{theme}."));
        whole(model, page, said);
        if before.is_none() {
            said.line(t!(texts, "linear-how-group"));
        }
        return;
    };
    if says(Say::NoNotes) {
        said.line(t!(texts, "linear-no-notes"));
    }
    match (was, page) {
        (Page::Stage(was), Page::Stage(now)) => changed(model, was, now, said),
        (was, now) if was != now => whole(model, now, said),
        _ => {}
    }
}

fn whole(model: &Model, page: &Page, said: &mut Said) {
    let texts = model.texts;
    match page {
        Page::Calm => said.line(t!(texts, "linear-hidden")),
        Page::Ended => said.line(t!(texts, "linear-group-ended")),
        Page::Stage(page) => {
            head(model, page, said);
            if let Some(minutes) = page.minutes {
                said.line(t!(texts, "linear-group-minutes", n = minutes));
            }
            form(model, page, said);
            on(model, page, said);
            if let Some(principle) = &page.principle {
                said.line(principle.on_one_line());
            }
        }
    }
}

fn changed(model: &Model, was: &StagePage, now: &StagePage, said: &mut Said) {
    let texts = model.texts;
    if (&was.title, &was.question) != (&now.title, &now.question) {
        head(model, now, said);
    } else if was.minutes > Some(SOON) && now.minutes == Some(SOON) {
        said.line(t!(texts, "linear-group-minutes", n = SOON));
    }
    if was.form != now.form || was.unwritten != now.unwritten {
        form(model, now, said);
    }
    if was.on != now.on {
        on(model, now, said);
    }
}

fn head(model: &Model, page: &StagePage, said: &mut Said) {
    said.line(format!("{}.", page.title.on_one_line()));
    if let Some(question) = &page.question {
        let words = question.on_one_line();
        said.line(t!(model.texts, "linear-ask", words = words));
    }
}

fn form(model: &Model, page: &StagePage, said: &mut Said) {
    let texts = model.texts;
    match page.form {
        Some(Form::Alone) => said.line(t!(texts, "shared-alone")),
        Some(Form::Pair) => said.line(t!(texts, "shared-pair")),
        Some(Form::Leaving) => said.line(t!(texts, "shared-leaving")),
        Some(Form::Returning) => said.line(t!(texts, "shared-returning")),
        Some(Form::All) | None => {}
    }
    if page.unwritten {
        said.line(t!(texts, "linear-group-unwritten"));
    }
}

fn on(model: &Model, page: &StagePage, said: &mut Said) {
    let texts = model.texts;
    match &page.on {
        On::Nothing => {}
        On::Chart {
            chart,
            facing,
            place,
            of,
        } => {
            said.line(t!(
                texts,
                "linear-chart",
                place = *place,
                of = *of,
                id = chart.id.to_string(),
                title = chart.title.on_one_line()
            ));
            let limit = model.settings.small_number_limit;
            let turned = (*facing == Facing::Turned)
                .then(|| chart::turned(chart, &texts).ok())
                .flatten();
            let shown = turned.as_ref().unwrap_or(chart);
            said.line(chart::sentence(shown, limit, &texts));
        }
        On::Said(all) => {
            for one in all {
                let words = one.text.on_one_line();
                match &one.perspective {
                    Some(who) => {
                        let who = who.on_one_line();
                        said.line(t!(texts, "linear-group-said", who = who, words = words));
                    }
                    None => said.line(words),
                }
            }
        }
        On::Steps(steps) => {
            for step in steps {
                let nobody = t!(texts, "view-step-who");
                let who = step
                    .who
                    .as_ref()
                    .map_or(nobody, |who| who.on_one_line().into_owned());
                let when = step
                    .when
                    .as_ref()
                    .map(|when| format!(", {}", when.on_one_line()));
                let what = step.what.on_one_line();
                said.line(format!("{who}: {what}{}.", when.unwrap_or_default()));
            }
        }
    }
}
