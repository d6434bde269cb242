//! What becomes of a table that came: told, written to a file, drawn, or put into a session as a chart.

use std::{io::Cursor, ops::ControlFlow, path::PathBuf};

use super::{Context, Failure};
use crate::{
    chart::{self, Look, Size},
    cli::{args::Keep, print, sessions},
    data::{
        choose::{self, FieldKind},
        rows::Wish,
        table::Role,
        understood::{Understood, understand},
    },
    domain::{
        Draft, Event, PlanPart,
        chart::{Chart, ChartId, MOST_CHARTS, Source},
        recipe::Recipe,
    },
    fetch::bring::Brought,
    report,
    store::{
        files::{self, Backup},
        session_store::{Opened, SessionStore},
    },
    t,
    text::{SafeText, clock, number},
};

/// The most groups that are taken for wanted beside each other.
const MOST_GROUPS: usize = 4;

/// A table that came, and what it was asked by.
pub(super) struct Came<'a> {
    /// What it is called in a file's name: `TAB6471`.
    pub(super) name: &'a str,
    /// Who published it and under which name: `SCB, TAB6471`.
    pub(super) source: String,
    pub(super) brought: &'a Brought,
    /// Several municipalities were asked for by name.
    pub(super) compare: bool,
}

/// Does with it what was asked for, and tells where it is.
pub(super) fn keep(context: &Context, came: &Came<'_>, keep: &Keep) -> Result<u8, Failure> {
    let bytes = came.brought.file();
    let path = match &keep.output {
        Some(file) => context.current.join(file),
        None => table_file(context, came.name),
    };
    if keep.output.is_none() {
        let folder = path.parent().unwrap_or(&context.places.cache);
        crate::store::Disk::make_dir(&context.disk, folder)
            .map_err(|error| Failure::of_store(&error, context.texts))?;
    }
    files::write_atomic(&context.disk, &path, &bytes, Backup::None)
        .map_err(|error| Failure::of_store(&error, context.texts))?;
    let path = SafeText::line(&path.display().to_string());
    if !keep.chart && keep.session.is_none() {
        return print::rows(&told(context, came, &path));
    }
    let chart = make_chart(context, came, &bytes, &path)?;
    if keep.chart {
        draw(context, &chart)?;
    }
    match &keep.session {
        Some(session) => add(context, session, vec![chart]),
        None => Ok(0),
    }
}

/// Returns where the table lies when nobody named a file: in the cache, under its own name, so that a chart finds it again.
fn table_file(context: &Context, name: &str) -> PathBuf {
    let plain = |c: char| {
        if c.is_alphanumeric() || "-_.".contains(c) {
            c
        } else {
            '-'
        }
    };
    let name: String = name.chars().take(80).map(plain).collect();
    let name = name.trim_start_matches('.');
    context
        .places
        .cache
        .join("tables")
        .join(format!("{name}.json"))
}

/// Says what came.
fn told(context: &Context, came: &Came<'_>, path: &SafeText) -> Vec<String> {
    let texts = &context.texts;
    let table = &came.brought.table;
    let count = table.cells.len();
    let title = if table.title.is_empty() {
        &table.file
    } else {
        &table.title
    };
    let mut rows = vec![title.to_string()];
    rows.push(t!(
        texts,
        "fetch-came",
        source = came.source,
        count = count,
        shown = number::whole(texts.lang(), count as i64),
        pieces = came.brought.answers.len()
    ));
    rows.extend(age(context, came.brought));
    rows.extend(
        table
            .notes
            .iter()
            .filter(|note| note.must_show)
            .map(|note| t!(texts, "cli-data-must-show", note = note.text.on_one_line())),
    );
    rows.push(t!(texts, "fetch-lies", path = path));
    rows.push(t!(texts, "fetch-next", path = path));
    rows
}

/// Says how old a table is where it was not fetched just now.
pub(super) fn age(context: &Context, brought: &Brought) -> Option<String> {
    let (at, now) = (brought.at(), context.clock.now());
    let minutes = (now - at).seconds_down() / 60;
    if minutes < 1 {
        return None;
    }
    let day = clock::date(at, &context.zone);
    let time = clock::hhmm(at, &context.zone);
    let days = clock::days_between(at, now, &context.zone);
    Some(t!(
        context.texts,
        "fetch-age",
        day = day,
        time = time,
        days = days
    ))
}

/// Makes the chart that the table suggests: years along the axis, totals, and beside each other what was asked for by name.
fn make_chart(
    context: &Context,
    came: &Came<'_>,
    bytes: &[u8],
    path: &SafeText,
) -> Result<Chart, Failure> {
    let texts = context.texts;
    let failed = |error: &crate::data::DataError| {
        Failure::new(error.say(&texts)).hinted(t!(texts, "fetch-next", path = path))
    };
    let mut source = Cursor::new(bytes);
    let understood =
        understand(&mut source, path, &Wish::default()).map_err(|error| failed(&error))?;
    let day = clock::date(came.brought.at(), &context.zone);
    let limit = context.config.small_number_limit;
    let mut last = None;
    for mut recipe in choose::proposals(&understood, None) {
        beside(&mut recipe, &understood, came.compare);
        recipe.read = SafeText::line(&day);
        let mut watch = |_| ControlFlow::Continue(());
        match choose::choose(&mut source, path, &recipe, limit, &mut watch) {
            Ok(chosen) => {
                let mut chart = chosen.into_chart(ChartId(1), &texts);
                let cited = t!(texts, "fetch-cited", source = came.source, day = day);
                chart.source = Source::Text(SafeText::line(&cited));
                chart.title = with_place(&chart.title, came);
                return Ok(chart);
            }
            Err(error) => last = Some(error),
        }
    }
    Err(last.map_or_else(
        || Failure::new(t!(texts, "fetch-no-chart")).hinted(t!(texts, "fetch-next", path = path)),
        |error| failed(&error),
    ))
}

/// Names the place in a title where the table is about one alone: a table of one municipality has no reason to name it itself.
fn with_place(title: &SafeText, came: &Came<'_>) -> SafeText {
    let dimensions = came.brought.table.dimensions.iter();
    let mut places = dimensions.filter(|one| one.role == Role::Place);
    match places.next().map(|one| one.labels.as_slice()) {
        Some([only]) if !title.contains(only.text.as_str()) => {
            SafeText::line(&format!("{title}, {}", only.text))
        }
        _ => title.clone(),
    }
}

/// Lets a few values that were asked for by name stand beside each other: municipalities where several were, else two to four of one
/// variable that has no total among them.
fn beside(recipe: &mut Recipe, understood: &Understood, compare: bool) {
    let fields = choose::fields(understood);
    let few = |count: usize| (2..=MOST_GROUPS).contains(&count);
    let group = fields.iter().find(|field| {
        let free = recipe.axis.as_ref() != Some(&field.name) && few(field.labels.len());
        match field.kind {
            FieldKind::Place => free && compare,
            FieldKind::Words => free && !compare && field.total.is_none(),
            _ => false,
        }
    });
    if let Some(field) = group {
        recipe.filters.retain(|filter| filter.column != field.name);
        recipe.group = Some(field.name.clone());
        recipe.compare = compare;
    }
}

fn draw(context: &Context, chart: &Chart) -> Result<u8, Failure> {
    let columns = context.env.columns.unwrap_or(report::WIDTH as u16);
    let size = Size {
        cols: columns.clamp(40, report::WIDTH as u16),
        rows: 0,
    };
    let look = Look {
        glyphs: context.glyphs(),
        colour: false,
        small_number_limit: context.config.small_number_limit,
    };
    let text = chart::full(chart, size, look, &context.texts);
    print::raw(report::plain(&text).as_bytes())
}

/// Puts charts into a session that has not begun, under the next free numbers, and says which.
pub(super) fn add(context: &Context, session: &str, charts: Vec<Chart>) -> Result<u8, Failure> {
    let texts = context.texts;
    let path = sessions::to_lead(context, Some(session))?;
    let occasion = sessions::occasion(context);
    let opened = SessionStore::open(context.disk, &context.places, &path, &occasion);
    let Opened { mut store, .. } = opened.map_err(|error| Failure::of_open(&error, texts))?;
    if store.session().timeline().began().is_some() {
        return Err(Failure::new(t!(texts, "fetch-began")));
    }
    let mut rows = Vec::new();
    for mut chart in charts {
        let used = store.session().plan().charts.iter().map(|chart| chart.id.0);
        let Some(next) = used.max().unwrap_or_default().checked_add(1) else {
            return Err(Failure::new(t!(texts, "fetch-full")));
        };
        chart.id = ChartId(next);
        rows.push(format!("{}  {}", chart.id, chart.title));
        let event = Event::Planned(PlanPart::Chart(Box::new(chart)));
        let draft = Draft {
            ticket: 0,
            seat: store.seat(),
            wall: occasion.now,
            event,
        };
        store
            .append(draft)
            .map_err(|error| Failure::of_store(&error, texts))?;
    }
    store
        .publish()
        .map_err(|error| Failure::of_store(&error, texts))?;
    let count = store.session().plan().charts.len();
    rows.push(t!(
        texts,
        "fetch-added",
        path = SafeText::line(&path.display().to_string())
    ));
    if count > MOST_CHARTS {
        rows.push(t!(texts, "fetch-many", count = count, most = MOST_CHARTS));
    }
    print::rows(&rows)
}
