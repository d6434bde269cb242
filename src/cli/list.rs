//! `samtal list` and `samtal templates`: a line each, made for eyes and for grep.

use super::{Context, Failure, print, sessions};
use crate::{
    store::library::About,
    t,
    text::{clock, width},
};

/// Lists the sessions, the latest first; a broken file is named and left alone.
pub(super) fn sessions(context: &Context) -> Result<u8, Failure> {
    let texts = context.texts;
    let mut rows = Vec::new();
    for listed in sessions::listed(context)? {
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
    if rows.is_empty() {
        let folder = context.places.sessions.display().to_string();
        rows.push(t!(texts, "cli-list-empty", folder = folder));
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
