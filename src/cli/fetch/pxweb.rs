//! `samtal fetch scb` and `samtal fetch pxweb`: a search, what a table holds, or its figures.

use super::{
    Asker, Context, Failure, SEARCH, failure, keep, no_address, not_brought, place, years,
};
use crate::{
    cli::{
        args::{Choice, Keep},
        print,
    },
    fetch::{
        bring::{self, There},
        pxweb::{
            about::{About, Variable},
            pick::{self, Wish, shown},
            server::{Config, Listed, Server},
        },
        request,
    },
    t,
    text::{SafeText, width},
};

/// How many values of a variable are shown.
const VALUES: usize = 6;
/// How many rows of a list are shown.
const ROWS: usize = 50;

/// What was said.
pub(super) struct Ask<'a> {
    pub(super) url: &'a str,
    pub(super) words: &'a [String],
    pub(super) choice: &'a Choice,
    pub(super) keep: &'a Keep,
    /// The command up to the table, for hints.
    pub(super) again: &'a str,
}

pub(super) fn run(context: &Context, client: &mut Asker<'_>, ask: &Ask<'_>) -> Result<u8, Failure> {
    let address = request::address(ask.url).ok_or_else(|| no_address(context, ask.url))?;
    let lang = context.texts.lang().code();
    let mut server = Server::of(&address, lang).unwrap_or_else(|| Server::One {
        base: address.clone(),
    });
    let config = bring::config(client, &server).map_err(|error| failure(context, &error))?;
    speak(&mut server, &config);
    let named = Server::table_in(&address).unwrap_or_default();
    match ask.words {
        [first, rest @ ..] if SEARCH.contains(&first.to_lowercase().as_str()) => {
            let words = rest.join(" ");
            let found = bring::search(client, &server, &words);
            there(
                context,
                ask,
                &found.map_err(|error| failure(context, &error))?,
            )
        }
        words => {
            let table = words.first().map_or(named, String::as_str);
            one(context, client, ask, (&server, &config, table))
        }
    }
}

/// Speaks a language that the server has.
fn speak(server: &mut Server, config: &Config) {
    if let Server::Two { lang, .. } = server {
        let known = &config.languages;
        if let Some(first) = known.first().filter(|_| !known.contains(lang)) {
            lang.clone_from(first);
        }
    }
}

/// Tells what a table holds, or fetches of it what was chosen.
fn one(
    context: &Context,
    client: &mut Asker<'_>,
    ask: &Ask<'_>,
    (server, config, table): (&Server, &Config, &str),
) -> Result<u8, Failure> {
    let found = bring::about(client, server, table).map_err(|error| failure(context, &error))?;
    let There::Table(about) = &found else {
        return there(context, ask, &found);
    };
    let choice = ask.choice;
    let narrowed = !choice.only.is_empty()
        || !choice.municipality.is_empty()
        || choice.years.is_some()
        || choice.all;
    let wanted = ask.keep.output.is_some() || ask.keep.chart || ask.keep.session.is_some();
    if !narrowed && !wanted {
        return there(context, ask, &found);
    }
    let wish = wish(context, choice)?;
    let chosen =
        pick::pick(about, &wish).map_err(|error| Failure::usage(error.say(&context.texts)))?;
    let mut brought = bring::pxweb(client, server, table, &chosen, config.limits)
        .map_err(|error| not_brought(context, &error))?;
    about.name(&mut brought.table);
    let publisher = [&brought.table.source, &about.source]
        .into_iter()
        .find(|source| !source.is_empty())
        .map_or_else(|| request::host(ask.url).to_owned(), ToString::to_string);
    let name = if table.is_empty() {
        last_of(ask.url)
    } else {
        last_of(table)
    };
    let came = keep::Came {
        name,
        source: format!("{publisher}, {}", SafeText::line(name)),
        brought: &brought,
        compare: wish.places.len() > 1,
    };
    keep::keep(context, &came, ask.keep)
}

fn last_of(path: &str) -> &str {
    path.trim_end_matches('/')
        .rsplit('/')
        .next()
        .unwrap_or(path)
}

fn wish(context: &Context, choice: &Choice) -> Result<Wish, Failure> {
    let mut wish = Wish {
        years: years(context, choice.years.as_deref())?,
        ..Wish::default()
    };
    for said in &choice.only {
        let (name, values) = said.split_once('=').ok_or_else(|| {
            Failure::usage(t!(
                context.texts,
                "fetch-where",
                said = SafeText::line(said)
            ))
        })?;
        wish.only.push((name.to_owned(), values.to_owned()));
    }
    for said in &choice.municipality {
        wish.places.push(place(context, said)?);
    }
    Ok(wish)
}

fn there(context: &Context, ask: &Ask<'_>, found: &There) -> Result<u8, Failure> {
    let texts = &context.texts;
    match found {
        There::List(list, _) if list.is_empty() => {
            Err(Failure::new(t!(texts, "fetch-found-nothing")))
        }
        There::List(list, all) => {
            let mut rows: Vec<String> = list.iter().take(ROWS).map(listed).collect();
            let shown = rows.len();
            rows.push(if *all > shown {
                t!(texts, "fetch-found-more", shown = shown, all = *all)
            } else {
                t!(texts, "fetch-found", count = shown)
            });
            rows.push(t!(texts, "fetch-look", command = ask.again));
            print::rows(&rows)
        }
        There::Table(about) => {
            let mut rows = vec![about.title.to_string()];
            let facts = [&about.source, &about.updated];
            let facts: Vec<&str> = facts
                .into_iter()
                .filter(|fact| !fact.is_empty())
                .map(SafeText::as_str)
                .collect();
            if !facts.is_empty() {
                rows.push(facts.join(" · "));
            }
            rows.extend(about.variables.iter().map(|one| variable(context, one)));
            rows.push(t!(texts, "fetch-choose", example = example(about)));
            let columns = usize::from(context.env.columns.unwrap_or(80)).max(40);
            let fold = |row: &String| {
                let lines = width::wrap(row, columns - 4).into_iter().enumerate();
                let lines = lines.map(|(at, line)| match at {
                    0 => line,
                    _ => format!("    {line}"),
                });
                lines.collect::<Vec<_>>()
            };
            print::rows(&rows.iter().flat_map(fold).collect::<Vec<_>>())
        }
    }
}

fn listed(one: &Listed) -> String {
    let mark = if one.is_table { "" } else { "/" };
    let periods = if one.periods.is_empty() {
        String::new()
    } else {
        format!(" ({})", one.periods)
    };
    format!("{}{mark}  {}{periods}", one.id, one.title)
}

fn variable(context: &Context, one: &Variable) -> String {
    let texts = &context.texts;
    let name = if one.code == one.name {
        one.name.to_string()
    } else {
        format!("{} ({})", one.name, one.code)
    };
    let mut said = match &one.values {
        None => format!("  {name}: {}", t!(texts, "fetch-values-unknown")),
        Some(values) => {
            let count = t!(texts, "fetch-values", count = values.len());
            let mut first: Vec<String> = values.iter().take(VALUES).map(shown).collect();
            if values.len() > VALUES {
                first.push("…".to_owned());
                first.extend(values.last().map(shown));
            }
            format!("  {name}: {count}: {}", first.join(" · "))
        }
    };
    if one.may_go {
        said.push_str(&t!(texts, "fetch-may-go"));
    }
    said
}

/// Makes an example of a choice from what the table has.
fn example(about: &About) -> String {
    use crate::data::table::Role;
    let mut parts = Vec::new();
    for one in &about.variables {
        let Some(last) = one.values.as_ref().and_then(|values| values.last()) else {
            continue;
        };
        match one.role {
            Role::Place if one.values.as_ref().is_some_and(|all| all.len() > 100) => {
                parts.push("--municipality Haninge".to_owned());
            }
            Role::Time => {
                let year: String = last.code.chars().take(4).collect();
                parts.push(format!("--years {year}-"));
            }
            _ if !one.is_contents && parts.len() < 2 => {
                let value = last.text.to_string();
                let quoted = if value.contains(' ') {
                    last.code.to_string()
                } else {
                    value
                };
                parts.push(format!("--where \"{}={quoted}\"", one.name));
            }
            _ => {}
        }
    }
    parts.join(" ")
}
