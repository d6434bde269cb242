//! `samtal fetch kolada`: a search for indicators, or their figures.

use super::{Asker, Context, Failure, SEARCH, failure, keep, place, years};
use crate::{
    cli::{args::Keep, print},
    fetch::{
        again::FIRST_YEAR,
        bring,
        kolada::{self, is_kpi},
    },
    t,
    text::{SafeText, clock},
};

/// How many indicators of a search are shown.
const ROWS: usize = 50;

/// What was said.
pub(super) struct Ask<'a> {
    pub(super) server: &'a str,
    pub(super) words: &'a [String],
    pub(super) years: Option<&'a str>,
    pub(super) places: &'a [String],
    pub(super) keep: &'a Keep,
}

pub(super) fn run(context: &Context, client: &mut Asker<'_>, ask: &Ask<'_>) -> Result<u8, Failure> {
    match ask.words {
        [first, rest @ ..] if SEARCH.contains(&first.to_lowercase().as_str()) => {
            search(context, client, ask, rest)
        }
        words => {
            let ids = words.iter().flat_map(|word| word.split(','));
            let ids: Vec<String> = ids
                .map(|id| id.trim().to_uppercase())
                .filter(|id| !id.is_empty())
                .collect();
            if let Some(odd) = ids.iter().find(|id| !is_kpi(id)) {
                let said = SafeText::line(odd);
                return Err(
                    Failure::usage(t!(context.texts, "fetch-no-kpi", said = said))
                        .hinted(t!(context.texts, "fetch-no-kpi-hint")),
                );
            }
            figures(context, client, ask, ids)
        }
    }
}

fn search(
    context: &Context,
    client: &mut Asker<'_>,
    ask: &Ask<'_>,
    words: &[String],
) -> Result<u8, Failure> {
    let texts = &context.texts;
    let found = bring::kpis(client, ask.server, words).map_err(|error| failure(context, &error))?;
    if found.is_empty() {
        return Err(Failure::new(t!(texts, "fetch-found-nothing")));
    }
    let mut rows: Vec<String> = found
        .iter()
        .take(ROWS)
        .map(|kpi| format!("{}  {}", kpi.id, kpi.title))
        .collect();
    let shown = rows.len();
    rows.push(if found.len() > shown {
        t!(texts, "fetch-found-more", shown = shown, all = found.len())
    } else {
        t!(texts, "fetch-found-kpis", count = shown)
    });
    rows.push(t!(texts, "fetch-look-kpi", id = found[0].id));
    print::rows(&rows)
}

fn figures(
    context: &Context,
    client: &mut Asker<'_>,
    ask: &Ask<'_>,
    kpis: Vec<String>,
) -> Result<u8, Failure> {
    // The method explores and does not compare: all 290 beside each other come only to those who name them.
    if ask.places.is_empty() {
        return Err(Failure::usage(t!(
            context.texts,
            "fetch-which-municipality"
        )));
    }
    let mut places = Vec::new();
    for said in ask.places {
        places.push(place(context, said)?.code.to_owned());
    }
    let years = years(context, ask.years)?
        .map_or_else(Vec::new, |years| years.list(FIRST_YEAR, this_year(context)));
    if ask.years.is_some() && years.is_empty() {
        let said = SafeText::line(ask.years.unwrap_or_default());
        return Err(Failure::usage(t!(
            context.texts,
            "fetch-years",
            said = said
        )));
    }
    let name = format!("kolada-{}-{}", kpis.join("-"), places.join("-"));
    let source = format!("{}, {}", kolada::SOURCE, kpis.join(", "));
    let asked = kolada::Ask {
        kpis,
        places,
        years,
    };
    let (brought, _) =
        bring::kolada(client, ask.server, &asked).map_err(|error| failure(context, &error))?;
    let came = keep::Came {
        name: &name,
        source,
        brought: &brought,
        compare: asked.places.len() > 1,
    };
    keep::keep(context, &came, ask.keep)
}

/// Returns the year now.
pub(super) fn this_year(context: &Context) -> u16 {
    let day = clock::date(context.clock.now(), &context.zone);
    day.split('-')
        .next()
        .and_then(|year| year.parse().ok())
        .unwrap_or(FIRST_YEAR)
}
