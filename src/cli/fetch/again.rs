//! Charts of a session that were fetched, asked for once more.

use super::{
    Asker, Context, Failure, failure, keep, kolada::this_year, kolada_server, with_client,
};
use crate::{
    cli::args::Manner,
    data::municipality::Municipality,
    domain::chart::{Chart, ChartId},
    fetch::{
        again,
        bring::{self, Brought},
        kolada::Ask,
    },
    t,
    text::clock,
};

/// What came of asking.
#[derive(Debug, Default)]
pub(in crate::cli) struct Again {
    /// The charts as they are now.
    pub(in crate::cli) charts: Vec<Chart>,
    /// Charts that did not come, and why.
    pub(in crate::cli) failed: Vec<(Vec<ChartId>, String)>,
    /// How old the figures are, where they were not fetched just now.
    pub(in crate::cli) age: Option<String>,
}

/// A chart and what to ask for it.
struct Wanted<'a> {
    chart: &'a Chart,
    ask: Ask,
    place: Municipality,
}

/// Asks for every chart that was fetched.
pub(in crate::cli) fn run(
    context: &Context,
    charts: &[Chart],
    manner: &Manner,
) -> Result<Again, Failure> {
    let mut again = Again::default();
    let mut wanted = Vec::new();
    for chart in charts {
        let Some(fetched) = chart.fetched.as_deref() else {
            continue;
        };
        match again::ask(fetched, this_year(context)) {
            Ok((ask, place)) => wanted.push(Wanted { chart, ask, place }),
            Err(why) => again.failed.push((vec![chart.id], why.say(&context.texts))),
        }
    }
    if wanted.is_empty() {
        return Ok(again);
    }
    let server = kolada_server(context, manner)?;
    with_client(context, manner, &mut |client| {
        bring(context, client, (&server, &wanted), &mut again)?;
        Ok(0)
    })?;
    Ok(again)
}

fn bring(
    context: &Context,
    client: &mut Asker<'_>,
    (server, wanted): (&str, &[Wanted<'_>]),
    again: &mut Again,
) -> Result<(), Failure> {
    for ask in again::together(wanted.iter().map(|one| one.ask.clone())) {
        let of_it = wanted
            .iter()
            .filter(|one| (&one.ask.places, &one.ask.years) == (&ask.places, &ask.years));
        match bring::kolada(client, server, &ask) {
            Ok((brought, _)) => {
                again.age = keep::age(context, &brought).or_else(|| again.age.take());
                of_it.for_each(|one| fill(context, one, &brought, again));
            }
            Err(error) if error.is_cancelled() => return Err(failure(context, &error)),
            Err(error) => {
                let mut why = vec![error.say(&context.texts)];
                why.extend(error.hint(&context.texts));
                let ids = of_it.map(|one| one.chart.id).collect();
                again.failed.push((ids, why.join(" ")));
            }
        }
    }
    Ok(())
}

fn fill(context: &Context, one: &Wanted<'_>, brought: &Brought, again: &mut Again) {
    let day = clock::date(brought.at(), &context.zone);
    match again::renewed(one.chart, one.place, &brought.table, &day) {
        Some(chart) => again.charts.push(chart),
        None => again
            .failed
            .push((vec![one.chart.id], t!(context.texts, "fetch-join-nothing"))),
    }
}
