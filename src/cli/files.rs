//! `samtal check`: reads files and says, with the place, what is wrong in them.

use std::path::{Path, PathBuf};

use super::{Context, FAILED, Failure, print};
use crate::{
    domain::{
        Session,
        chart::{Apart, apart},
    },
    format::{
        problem::{Level, Problem},
        session,
    },
    store::{
        files,
        sources::{self, Unread},
    },
    t,
    text::SafeText,
};

/// Reads the files that charts take their values from, where the plan itself can be read.
fn unread(context: &Context, path: &Path, text: &str) -> Vec<Problem> {
    let name = path.display().to_string();
    let Ok(file) = session::read(&name, text) else {
        return Vec::new();
    };
    let session = Session::on(file.base);
    let (_, unread) = sources::refresh(&context.disk, path, &session);
    let charts = &session.plan().charts;
    let problem = |unread: &Unread| {
        let place = charts.iter().position(|chart| chart.id == unread.chart)?;
        let why = unread.error.sentence(context.texts);
        Some(session::unread_source(
            &name,
            text,
            place,
            unread.chart,
            why,
        ))
    };
    unread.iter().filter_map(problem).collect()
}

/// Says which charts tell together what neither tells alone.
fn solved(context: &Context, name: &str, text: &str) -> Vec<String> {
    let Ok(file) = session::read(name, text) else {
        return Vec::new();
    };
    let session = Session::on(file.base);
    let found = apart(&session.plan().charts, context.config.small_number_limit);
    let say = |found: &Apart| format!("{name}: {}", found.say(&context.texts));
    found.iter().map(say).collect()
}

/// Checks every file; what is only worth knowing does not fail.
pub(super) fn check(context: &Context, paths: &[PathBuf]) -> Result<u8, Failure> {
    let mut rows = Vec::new();
    let mut failed = false;
    for path in paths {
        let name = SafeText::line(&path.display().to_string());
        match files::read_text(&context.disk, path) {
            Ok(text) => {
                let mut problems = session::check(&name, &text);
                problems.extend(unread(context, path, &text));
                failed |= problems.iter().any(|problem| problem.level == Level::Error);
                for problem in &problems {
                    rows.push(problem.line(&context.texts));
                    let shown = problem.render(&context.texts, &text, !context.env.no_color);
                    rows.push(shown.trim_end().to_owned());
                }
                let solved = solved(context, &name, &text);
                if problems.is_empty() && solved.is_empty() {
                    rows.push(t!(context.texts, "cli-check-good", file = name.to_string()));
                }
                rows.extend(solved);
            }
            Err(error) => {
                failed = true;
                rows.push(error.sentence(context.texts));
            }
        }
    }
    print::rows(&rows)?;
    Ok(if failed { FAILED } else { 0 })
}
