//! `samtal data add`: a chart of a file, put into a session.

use std::path::Path;

use crate::{
    chart::sentence,
    cli::{Context, Failure, args::Picking, chart, lead, print, sessions},
    domain::{
        Draft, Event, PlanPart, Session,
        chart::{Chart, ChartId, MOST_CHARTS, apart},
    },
    store::{
        RealDisk, recipes,
        session_store::{Opened, SessionStore},
    },
    t,
    text::{SafeText, Texts},
};

/// Adds a chart.
pub(in crate::cli) fn run(
    context: &Context,
    session: &str,
    file: Option<&Path>,
    picking: Picking,
) -> Result<u8, Failure> {
    let texts = &context.texts;
    let words = chart::Words::of(&picking);
    let recipe = chart::recipe(picking, texts)?;
    let at_screen = context.env.input_is_terminal && context.env.output_is_terminal;
    let Some(file) = file else {
        let path = sessions::to_lead(context, Some(session))?;
        return lead::make_chart(context, &path, None);
    };
    if recipe.is_none() && at_screen {
        let path = sessions::to_lead(context, Some(session))?;
        let file = context.current.join(file);
        return lead::make_chart(context, &path, Some(file));
    }
    let Some(recipe) = recipe else {
        return Err(Failure::usage(t!(texts, "cli-add-nothing")).hinted(t!(
            texts,
            "cli-add-nothing-hint",
            file = file.display().to_string()
        )));
    };
    let path = sessions::to_lead(context, Some(session))?;
    let mut chosen = chart::read(context, file, &recipe)?;
    let whole = std::path::absolute(context.current.join(file))
        .unwrap_or_else(|_unknown| context.current.join(file));
    chosen.recipe.file = recipes::name_of(&path, &whole);
    let remarks = chosen.remarks.clone();
    let mut store = open(context, &path)?;
    if store.session().timeline().began().is_some() {
        return Err(Failure::new(t!(texts, "data-started")));
    }
    let id = free(store.session()).ok_or_else(|| Failure::new(t!(texts, "cli-add-full")))?;
    let made = words.onto(chosen.into_chart(id, texts), texts)?;
    put(context, &mut store, made.clone())?;
    let mut rows = vec![t!(
        texts,
        "cli-added",
        id = id.to_string(),
        title = made.title,
        path = SafeText::line(&store.path().display().to_string())
    )];
    rows.push(sentence(&made, context.config.small_number_limit, texts));
    rows.extend(chart::beside(&made, &remarks, texts));
    let charts = &store.session().plan().charts;
    let found = apart(charts, context.config.small_number_limit);
    let of_it = found.iter().filter(|found| found.is_of(id));
    rows.extend(of_it.map(|found| found.say(texts)));
    let count = charts.len();
    if count > MOST_CHARTS {
        rows.push(t!(texts, "cli-add-many", count = count, most = MOST_CHARTS));
    }
    print::rows(&rows)
}

/// Opens a session to change its plan; one that another window leads says so.
pub(super) fn open(context: &Context, path: &Path) -> Result<SessionStore<RealDisk>, Failure> {
    let occasion = sessions::occasion(context);
    let opened = SessionStore::open(RealDisk, &context.places, path, &occasion);
    let Opened { store, .. } = opened.map_err(|error| Failure::of_open(&error, context.texts))?;
    Ok(store)
}

/// Puts a chart into the plan and writes the session file.
pub(super) fn put(
    context: &Context,
    store: &mut SessionStore<RealDisk>,
    chart: Chart,
) -> Result<(), Failure> {
    let draft = Draft {
        ticket: 0,
        seat: store.seat(),
        wall: context.clock.now(),
        event: Event::Planned(PlanPart::Chart(Box::new(chart))),
    };
    store
        .append(draft)
        .and_then(|_entry| store.publish())
        .map_err(|error| Failure::of_store(&error, context.texts))
}

/// Returns the number after the last chart's.
fn free(session: &Session) -> Option<ChartId> {
    let last = session.plan().charts.iter().map(|chart| chart.id.0).max();
    last.unwrap_or(0).checked_add(1).map(ChartId)
}

/// Says a value, or why there is none, as the change of a chart shows it.
pub(super) fn cell_words(cell: Option<&crate::domain::chart::Cell>, texts: &Texts) -> String {
    use crate::domain::chart::Cell;
    match cell {
        None => t!(texts, "cli-refresh-none"),
        Some(Cell::Value(value)) => super::short(*value, 6, texts),
        Some(Cell::Missing(mark)) if mark.is_empty() => t!(texts, "chart-missing"),
        Some(Cell::Missing(mark)) => mark.to_string(),
    }
}
