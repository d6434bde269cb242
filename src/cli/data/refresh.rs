//! `samtal data refresh`: the files of a session's charts are read again, and who published the figures that were fetched is asked again;
//! what changed is shown before it is accepted.

use std::{io::BufRead as _, io::Write as _, ops::ControlFlow};

use super::add;
use crate::{
    cli::{
        Context, Failure,
        args::Manner,
        fetch::again::{self, Again},
        print, sessions,
    },
    domain::chart::Chart,
    store::recipes::{self, Changed, Occasion, Retold},
    t,
    text::{SafeText, Texts, clock, number},
};

/// How many changes of a chart are shown one by one.
const SHOWN: usize = 40;

/// Reads again and asks.
pub(in crate::cli) fn run(
    context: &Context,
    session: Option<&str>,
    yes: bool,
    manner: &Manner,
) -> Result<u8, Failure> {
    let texts = &context.texts;
    let path = sessions::to_lead(context, session)?;
    let mut store = add::open(context, &path)?;
    let today = clock::date(context.clock.now(), &context.zone);
    let charts = store.session().plan().charts.clone();
    let is_any = |chart: &Chart| chart.recipe.is_some() || chart.fetched.is_some();
    if !charts.iter().any(is_any) {
        return Err(Failure::new(t!(texts, "cli-refresh-nothing"))
            .hinted(t!(texts, "cli-refresh-nothing-hint")));
    }
    let Again {
        charts: asked,
        failed: mut unread,
        age,
    } = again::run(context, &charts, manner)?;
    let (mut rows, mut renewed): (Vec<String>, _) = (age.into_iter().collect(), Vec::new());
    let occasion = Occasion {
        today: &today,
        limit: context.config.small_number_limit,
        texts,
    };
    for chart in &charts {
        let mut watch = |_progress| ControlFlow::Continue(());
        let read = recipes::read_again(context.disk, store.path(), chart, occasion, &mut watch);
        let asked = asked.iter().find(|new| new.id == chart.id);
        let new = match (asked, read) {
            (Some(new), _) => new.clone(),
            (None, Some(Ok(new))) => new,
            (None, Some(Err(error))) => {
                unread.push((vec![chart.id], error.sentence(*texts)));
                continue;
            }
            (None, None) => continue,
        };
        let changed = recipes::changes(&chart.body, &new.body);
        let retold = recipes::retold(chart, &new);
        rows.extend(told(chart, (&changed, &retold), texts));
        if !changed.is_empty() || !retold.is_empty() {
            renewed.push(new);
        }
    }
    rows.extend(unread.iter().map(|(ids, why)| {
        let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
        t!(texts, "cli-refresh-failed", id = ids.join(", "), why = why)
    }));
    print::rows(&rows)?;
    if !renewed.is_empty() {
        accept(context, &mut store, renewed, yes)?;
    }
    Ok(u8::from(!unread.is_empty()))
}

fn told(chart: &Chart, (changed, retold): (&[Changed], &[Retold]), texts: &Texts) -> Vec<String> {
    let (id, title) = (chart.id.to_string(), &chart.title);
    let mut rows = if changed.is_empty() {
        vec![t!(texts, "cli-refresh-same", id = id, title = title)]
    } else {
        let count = changed.len();
        vec![t!(
            texts,
            "cli-refresh-changed",
            id = id,
            title = title,
            count = count
        )]
    };
    rows.extend(
        retold
            .iter()
            .map(|one| format!("  {}", told_otherwise(one, texts))),
    );
    rows.extend(changed.iter().take(SHOWN).map(|one| {
        let place = if one.column.is_empty() {
            one.row.to_string()
        } else {
            format!("{}, {}", one.row, one.column)
        };
        let old = add::cell_words(one.old.as_ref(), texts);
        let new = add::cell_words(one.new.as_ref(), texts);
        format!("  {place}: {old} → {new}")
    }));
    if changed.len() > SHOWN {
        rows.push("  …".to_owned());
    }
    rows
}

fn told_otherwise(retold: &Retold, texts: &Texts) -> String {
    let nothing = || t!(texts, "cli-refresh-none");
    let words = |text: &SafeText| match text.on_one_line().trim() {
        "" => nothing(),
        text => text.to_owned(),
    };
    let count =
        |n: &Option<u32>| n.map_or_else(nothing, |n| number::whole(texts.lang(), i64::from(n)));
    let (name, old, new) = match retold {
        Retold::Source(old, new) => (t!(texts, "data-word-source"), words(old), words(new)),
        Retold::Caveat(old, new) => (t!(texts, "data-word-caveat"), words(old), words(new)),
        Retold::N(old, new) => ("n".to_owned(), count(old), count(new)),
    };
    format!("{name}: {old} → {new}")
}

/// Asks on a terminal; elsewhere nothing changes without `--yes`. What was shown in a dialogue stays what was shown.
fn accept(
    context: &Context,
    store: &mut crate::store::SessionStore<crate::store::RealDisk>,
    renewed: Vec<Chart>,
    yes: bool,
) -> Result<(), Failure> {
    let texts = &context.texts;
    if store.session().timeline().began().is_some() {
        return Err(Failure::new(t!(texts, "cli-refresh-began")));
    }
    if !yes {
        if !(context.env.input_is_terminal && context.env.output_is_terminal) {
            print::text(&format!("{}\n", t!(texts, "cli-refresh-yes")))?;
            return Ok(());
        }
        print::text(&format!("{} ", t!(texts, "cli-refresh-ask")))?;
        if !answered_yes() {
            print::text(&format!("{}\n", t!(texts, "cli-refresh-left")))?;
            return Ok(());
        }
    }
    let count = renewed.len();
    for chart in renewed {
        add::put(context, store, chart)?;
    }
    print::text(&format!("{}\n", t!(texts, "cli-refreshed", count = count)))?;
    Ok(())
}

/// Reads one line; yes begins with y or j, whichever language asks.
fn answered_yes() -> bool {
    let mut line = String::new();
    drop(std::io::stdout().flush());
    let read = std::io::stdin().lock().read_line(&mut line);
    read.is_ok() && line.trim().to_lowercase().starts_with(['y', 'j'])
}
