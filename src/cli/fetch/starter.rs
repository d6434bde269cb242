//! `samtal fetch starter`: indicators on the young as ready charts, in a new session or one that is there.

use super::{Asker, Context, Failure, failure, keep, kolada::this_year};
use crate::{
    cli::{print, sessions},
    data::municipality::Municipality,
    domain::chart::{Chart, ChartId},
    fetch::{
        bring, kolada,
        starter::{self, Occasion, YEARS},
    },
    t,
    text::{Lang, SafeText, clock},
};

/// What was said.
pub(super) struct Ask<'a> {
    pub(super) server: &'a str,
    pub(super) place: Municipality,
    pub(super) theme: Option<&'a str>,
    pub(super) session: Option<&'a str>,
}

pub(super) fn run(context: &Context, client: &mut Asker<'_>, ask: &Ask<'_>) -> Result<u8, Failure> {
    let texts = &context.texts;
    let theme = starter::theme(ask.theme).ok_or_else(|| {
        let names = starter::themes().iter().map(|theme| match texts.lang() {
            Lang::Sv => theme.swedish.as_str(),
            Lang::En => theme.name.as_str(),
        });
        let names = names.collect::<Vec<_>>().join(", ");
        let said = SafeText::line(ask.theme.unwrap_or_default());
        Failure::usage(t!(texts, "fetch-no-theme", said = said, names = names))
    })?;
    let last = this_year(context);
    let asked = kolada::Ask {
        kpis: theme.kpis(),
        places: vec![ask.place.code.to_owned()],
        years: (last.saturating_sub(YEARS - 1)..=last).collect(),
    };
    let (brought, _) =
        bring::kolada(client, ask.server, &asked).map_err(|error| failure(context, &error))?;
    let day = clock::date(brought.at(), &context.zone);
    let occasion = Occasion {
        place: ask.place,
        day: &day,
        first: last.saturating_sub(YEARS - 1),
        texts,
    };
    let mut charts: Vec<Chart> = Vec::new();
    let mut rows: Vec<String> = keep::age(context, &brought).into_iter().collect();
    for ready in theme.charts() {
        let next = ChartId(u8::try_from(charts.len() + 1).unwrap_or(u8::MAX));
        match ready.fill(next, &brought.table, occasion) {
            Some(chart) => charts.push(chart),
            None => rows.push(t!(
                texts,
                "fetch-starter-none",
                title = ready.title(texts.lang()),
                name = ask.place.name
            )),
        }
    }
    if charts.is_empty() {
        return Err(Failure::new(t!(texts, "fetch-join-nothing")));
    }
    if let Some(session) = ask.session {
        print::rows(&rows)?;
        return keep::add(context, session, charts);
    }
    rows.extend(
        charts
            .iter()
            .map(|chart| format!("{}  {}", chart.id, chart.title)),
    );
    let path = sessions::make_with(context, charts)?;
    rows.push(t!(
        texts,
        "fetch-starter-made",
        path = SafeText::line(&path.display().to_string())
    ));
    print::rows(&rows)
}
