//! A session for programs. The form is told in the README and only grows; names are the ones of the session file.

use serde::Serialize;

use crate::{
    chart,
    domain::{
        Lasting, Note, Session, Status, Tag,
        chart::{Cell, Chart},
    },
    report::{Options, minutes},
    text::{
        Moment, SafeText, Texts,
        clock::{self, Zone},
    },
};

/// The version of the form.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Whole<'a> {
    samtal_export: u32,
    id: &'a str,
    title: &'a str,
    series: Option<&'a SafeText>,
    theme: &'a str,
    goal: &'a str,
    purpose: &'a str,
    language: &'a str,
    zone: &'a str,
    planned: Option<String>,
    minutes: u16,
    began: Option<String>,
    closed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perspectives: Option<Vec<&'a SafeText>>,
    next_steps: Vec<Said<'a>>,
    carried: Vec<Said<'a>>,
    notes: Vec<Said<'a>>,
    stages: Vec<Stage<'a>>,
    charts: Vec<Drawn<'a>>,
}

#[derive(Serialize)]
struct Said<'a> {
    id: String,
    at: String,
    tag: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    called: Option<&'a SafeText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    word: Option<&'a SafeText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chart: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    perspective: Option<String>,
    text: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    missed: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    waits: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    settled: bool,
    #[serde(flatten)]
    step: Option<Step<'a>>,
}

#[derive(Serialize)]
struct Step<'a> {
    who: Option<&'a SafeText>,
    when: Option<&'a SafeText>,
    status: String,
    why: Option<&'a SafeText>,
    indicator: Option<&'a SafeText>,
    again: Option<&'a SafeText>,
    from: Vec<String>,
}

#[derive(Serialize)]
struct Stage<'a> {
    id: &'a str,
    title: &'a str,
    wished_minutes: u16,
    spent_seconds: i64,
}

#[derive(Serialize)]
struct Drawn<'a> {
    id: String,
    title: &'a str,
    unit: &'a str,
    source: &'a str,
    n: Option<u32>,
    sentence: String,
    columns: Vec<&'a SafeText>,
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    label: &'a str,
    /// A number, or null with the reason beside it.
    values: Vec<Option<f64>>,
    missing: Vec<Option<&'a SafeText>>,
    n: Option<u32>,
    remark: &'a str,
}

/// Writes a session as JSON.
pub(super) fn write(session: &Session, options: &Options, texts: &Texts) -> String {
    let (plan, timeline) = (session.plan(), session.timeline());
    let time = |at: Option<Moment>| at.map(|at| clock::rfc3339(at, &plan.zone));
    let public = || session.notes().filter(|note| minutes::is_public(note));
    let said = |note| said(session, note, options);
    let is_step = |note: &&Note| note.body.tag == Tag::NextStep;
    let whole = Whole {
        samtal_export: VERSION,
        id: &session.id().0,
        title: &plan.title,
        series: plan.series.as_ref(),
        theme: &plan.theme,
        goal: &plan.goal,
        purpose: &plan.purpose,
        language: &plan.language,
        zone: plan.zone.name(),
        planned: time(plan.slot.start),
        minutes: plan.slot.minutes,
        began: time(timeline.began()),
        closed: time(timeline.closed),
        perspectives: options.with_perspectives.then(|| {
            let perspectives = plan.participants.iter().map(|one| &one.perspective);
            perspectives
                .filter(|words| !words.trim().is_empty())
                .collect()
        }),
        next_steps: public().filter(is_step).map(said).collect(),
        carried: plan
            .carried
            .iter()
            .map(|item| carried(item, &plan.zone))
            .collect(),
        notes: public().filter(|note| !is_step(note)).map(said).collect(),
        stages: plan
            .stages
            .iter()
            .map(|stage| Stage {
                id: &stage.id.0,
                title: &stage.title,
                wished_minutes: stage.minutes.wish,
                spent_seconds: timeline.spent(&stage.id, options.now).seconds_down(),
            })
            .collect(),
        charts: plan
            .charts
            .iter()
            .map(|chart| drawn(chart, options.small_number_limit, texts))
            .collect(),
    };
    let mut out = serde_json::to_string_pretty(&whole).expect("strings and numbers are JSON");
    out.push('\n');
    out
}

fn said<'a>(session: &'a Session, note: &'a Note, options: &Options) -> Said<'a> {
    let body = &note.body;
    let voice = || minutes::voice(session, note);
    Said {
        id: note.id.to_string(),
        at: clock::rfc3339(note.wall, &session.plan().zone),
        tag: format!("{:?}", body.tag),
        called: session.plan().own_words(body.tag),
        word: session.word_of(note).map(|(word, _)| word),
        stage: session.stage_of(note).map(|stage| stage.0),
        chart: body.chart.map(|chart| chart.to_string()),
        perspective: options.with_perspectives.then(voice).flatten(),
        text: &body.text,
        missed: body.missed,
        waits: body.waits,
        settled: body.settled,
        step: (body.tag == Tag::NextStep || body.status != Status::default()).then(|| Step {
            who: body.who.as_ref(),
            when: body.when.as_ref(),
            status: format!("{:?}", body.status),
            why: body.why.as_ref(),
            indicator: body.indicator.as_ref(),
            again: body.again.as_ref(),
            from: minutes::sources(session, note)
                .iter()
                .map(ToString::to_string)
                .collect(),
        }),
    }
}

fn carried<'a>(item: &'a Lasting, zone: &Zone) -> Said<'a> {
    Said {
        id: item.id.to_string(),
        at: clock::rfc3339(item.at, zone),
        tag: format!("{:?}", item.tag()),
        called: None,
        word: None,
        stage: None,
        chart: None,
        perspective: None,
        text: &item.what,
        missed: false,
        waits: false,
        settled: false,
        step: Some(Step {
            who: item.who.as_ref(),
            when: item.when.as_ref(),
            status: format!("{:?}", item.status),
            why: item.why.as_ref(),
            indicator: item.indicator.as_ref(),
            again: item.again.as_ref(),
            from: item.from.iter().map(ToString::to_string).collect(),
        }),
    }
}

fn drawn<'a>(chart: &'a Chart, limit: u32, texts: &Texts) -> Drawn<'a> {
    let row = |row: &'a crate::domain::chart::Row| Row {
        label: &row.label,
        values: row.cells.iter().map(Cell::number).collect(),
        missing: row
            .cells
            .iter()
            .map(|cell| match cell {
                Cell::Missing(why) => Some(why),
                Cell::Value(_) => None,
            })
            .collect(),
        n: row.n,
        remark: &row.remark,
    };
    Drawn {
        id: chart.id.to_string(),
        title: &chart.title,
        unit: &chart.unit,
        source: chart.citation(),
        n: chart.n,
        sentence: chart::sentence(chart, limit, texts),
        columns: chart.body.columns(),
        rows: chart.body.rows().iter().map(row).collect(),
    }
}
