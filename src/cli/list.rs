//! `samtal list` and `samtal templates`: a line each, made for eyes and for grep.

use super::{Context, Failure, Listing, Sorting, print, sessions};
use crate::{
    store::library::{About, Listed, series},
    t,
    text::{SafeText, clock, width},
};

/// Lists the sessions, the latest first; a broken file is named and left alone.
pub(super) fn sessions(context: &Context) -> Result<u8, Failure> {
    let list = sessions::listed_in_brief(context)?;
    if list.is_empty() {
        let folder = context.places.sessions.display().to_string();
        let said = t!(context.texts, "cli-list-empty", folder = folder);
        return print::rows(&[said]);
    }
    rows(context, &list)
}

/// Lists those that are asked for. A broken file fits everything: what it holds nobody knows.
pub(super) fn filtered(context: &Context, said: &Listing) -> Result<u8, Failure> {
    let texts = context.texts;
    let day = |day: &Option<String>| match day {
        None => Ok(None),
        Some(day) => {
            let at = clock::parse_local(&format!("{day} 00:00"), &context.zone);
            let bad = || Failure::usage(t!(texts, "keep-bad-day", day = SafeText::line(day)));
            at.map(Some).ok_or_else(bad)
        }
    };
    let (since, until) = (day(&said.since)?, day(&said.until)?);
    let mut list = sessions::listed_in_brief(context)?;
    if list.is_empty() {
        return sessions(context);
    }
    list.retain(|listed| {
        let About::Session(about) = &listed.about else {
            return true;
        };
        let after = |since| about.start.is_some_and(|start| start >= since);
        // The day itself counts, as far as it goes.
        let before = |until| {
            let days = |start| clock::days_between(until, start, &context.zone);
            about.start.is_some_and(|start| days(start) <= 0)
        };
        let of = |name: &String| series::is_of(about, name);
        said.series.as_ref().is_none_or(of)
            && since.is_none_or(after)
            && until.is_none_or(before)
            && (!said.open_steps || about.open_steps > 0)
    });
    let key = |listed: &Listed| match &listed.about {
        About::Session(about) => {
            let series = about.series.as_ref().map(|series| series.to_lowercase());
            (about.title.to_lowercase(), series, about.open_steps)
        }
        About::Broken(_) => (String::new(), None, 0),
    };
    match said.sort {
        Sorting::Date => {}
        Sorting::Title => list.sort_by_key(|listed| key(listed).0),
        Sorting::Series => list.sort_by_key(|listed| {
            let series = key(listed).1;
            (series.is_none(), series)
        }),
        Sorting::Steps => list.sort_by_key(|listed| std::cmp::Reverse(key(listed).2)),
    }
    if list.is_empty() {
        return print::rows(&[t!(texts, "keep-none-fits")]);
    }
    rows(context, &list)
}

fn rows(context: &Context, list: &[Listed]) -> Result<u8, Failure> {
    let texts = context.texts;
    let mut rows = Vec::new();
    for listed in list {
        let row = match &listed.about {
            About::Session(about) => {
                let start = about.start.map_or_else(String::new, |start| {
                    format!(
                        "{} {}",
                        clock::date(start, &context.zone),
                        clock::hhmm(start, &context.zone)
                    )
                });
                let state = match (about.running, about.began, about.closed) {
                    (true, ..) => t!(texts, "cli-list-open"),
                    (false, true, None) => t!(texts, "cli-list-began"),
                    (false, true, Some(_)) => t!(texts, "cli-list-closed"),
                    (false, false, _) => t!(texts, "cli-list-planned"),
                };
                let steps = match about.open_steps {
                    0 => String::new(),
                    count => t!(texts, "cli-list-steps", count = count),
                };
                format!(
                    "{}  {}  {}  {steps}",
                    width::pad(&start, 16),
                    width::pad(&state, 9),
                    about.title.on_one_line()
                )
            }
            About::Broken(error) => format!(
                "{}  {}",
                width::pad("", 16),
                t!(texts, "cli-list-broken", why = error.sentence(texts))
            ),
        };
        rows.push(format!("{}  ({})", row.trim_end(), listed.name));
    }
    print::rows(&rows)
}

/// Lists the templates.
pub(super) fn templates(context: &Context) -> Result<u8, Failure> {
    let mut rows = Vec::new();
    for template in sessions::templates(context)? {
        let own = template
            .path
            .as_ref()
            .map_or_else(String::new, |path| format!("  ({})", path.display()));
        let title = sessions::title_of(context, &template);
        rows.push(format!("{}  {title}{own}", width::pad(&template.name, 26)));
    }
    print::rows(&rows)
}
