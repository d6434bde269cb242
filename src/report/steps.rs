//! The next steps: who does what, and when. They keep who in every form of the minutes.

use crate::{
    domain::{Note, Session, Status, Tag},
    report::{Block, StepBlock, lasting},
    t,
    text::{Moment, SafeText, Texts, clock},
};

/// Returns the steps in the order they are read: those to be done first, then those that are over, each in the order they were said.
pub(super) fn in_order(session: &Session) -> Vec<&Note> {
    let mut steps: Vec<&Note> = session.tagged(Tag::NextStep).collect();
    steps.sort_by_key(|step| matches!(step.body.status, Status::Done | Status::Dropped));
    steps
}

/// Makes the blocks of the section.
pub(super) fn blocks(
    session: &Session,
    texts: Texts,
    since: impl Fn(Moment) -> bool,
) -> Vec<Block> {
    in_order(session)
        .into_iter()
        .filter(|step| since(step.wall))
        .map(|step| {
            let body = &step.body;
            Block::Step(StepBlock {
                id: step.id,
                status: body.status,
                who: said(body.who.as_ref()).unwrap_or_else(|| t!(texts, "report-who")),
                what: super::minutes::words(step, None),
                when: said(body.when.as_ref()).unwrap_or_else(|| t!(texts, "report-when")),
                below: below(session, step, texts),
            })
        })
        .collect()
}

/// Returns words that were said, or nothing where they are blank.
pub(super) fn said(words: Option<&SafeText>) -> Option<String> {
    words
        .map(|words| words.trim().to_owned())
        .filter(|words| !words.is_empty())
}

fn below(session: &Session, step: &Note, texts: Texts) -> String {
    let mut parts = Vec::new();
    let body = &step.body;
    parts.extend(lasting::later(
        body.status,
        [
            body.why.as_ref(),
            body.indicator.as_ref(),
            body.again.as_ref(),
        ],
        texts,
    ));
    let from: Vec<String> = step
        .body
        .from
        .iter()
        .filter(|id| session.note(**id).is_some_and(super::minutes::is_public))
        .map(ToString::to_string)
        .collect();
    if !from.is_empty() {
        parts.push(t!(texts, "report-from", notes = from.join(", ")));
    }
    if let Some(chart) = step.body.chart {
        parts.push(chart.to_string());
    }
    parts.join(", ")
}

pub(super) fn status(status: Status, texts: Texts) -> Option<String> {
    match status {
        Status::Open => None,
        Status::Ongoing => Some(t!(texts, "report-ongoing")),
        Status::Done => Some(t!(texts, "report-done")),
        Status::Dropped => Some(t!(texts, "report-dropped")),
    }
}

/// Returns the next steps alone, one on a row, for a mail: the mail wraps them itself.
pub fn steps_text(session: &Session, texts: &Texts) -> String {
    let texts = *texts;
    let plan = session.plan();
    let title = plan.title.on_one_line();
    let day = session.timeline().began().or(plan.slot.start);
    let mut out = match day.map(|day| clock::date(day, &plan.zone)) {
        Some(date) => t!(texts, "report-steps-from", date = date, title = title),
        None => t!(texts, "report-steps-of", title = title),
    };
    out.push('\n');
    for step in in_order(session) {
        out.push_str(&one_line(step, texts));
        out.push('\n');
    }
    if session.count(Tag::NextStep) == 0 {
        out.push_str(&t!(texts, "report-no-steps"));
        out.push('\n');
    }
    out
}

fn one_line(step: &Note, texts: Texts) -> String {
    let body = &step.body;
    let line = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let who = body.who.as_ref().map(|who| line(who));
    let who = who
        .filter(|who| !who.is_empty())
        .unwrap_or_else(|| t!(texts, "report-who"));
    let after: Vec<String> = [
        body.when.as_ref().map(|when| line(when)),
        status(body.status, texts),
    ]
    .into_iter()
    .flatten()
    .filter(|words| !words.is_empty())
    .collect();
    let what = line(&super::minutes::words(step, None));
    if after.is_empty() {
        format!("- {}  {who}: {what}", step.id)
    } else {
        format!("- {}  {who}: {what} ({})", step.id, after.join(", "))
    }
}
