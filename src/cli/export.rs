//! `samtal export`: a session in another form, on standard output or in a file.

use std::path::Path;

use super::{Context, Exporting, Failure, Format, print, sessions};
use crate::{
    domain::Session,
    format::discreet,
    report::{
        self,
        export::{self, Form, calendar},
    },
    store::{
        Disk,
        disk::folder_of,
        files::{self, Backup},
    },
    t,
    text::{SafeText, Texts},
};

/// Writes the session; what others should not see is told before it is on its way.
pub(super) fn run(context: &Context, said: &Exporting) -> Result<u8, Failure> {
    let texts = &context.texts;
    let format = said
        .format
        .map_or_else(|| of_name(said.output.as_deref(), texts), Ok)?;
    let output = said.output.as_ref().map(|file| context.current.join(file));
    if said.tags && (format != Format::Txt || output.is_none()) {
        return Err(Failure::usage(t!(texts, "export-tags-where")));
    }
    if output.as_deref().is_some_and(is_session_file) {
        return Err(Failure::usage(t!(texts, "export-not-over")));
    }
    let session = sessions::to_read(context, said.session.as_deref())?;
    let options = report::Options {
        with_perspectives: said.with_perspectives,
        glyphs: context.glyphs(),
        small_number_limit: context.config.small_number_limit,
        ..report::Options::at(context.clock.now())
    };
    print::aside(&warnings(&session, form(format), texts));
    let text = export::export(&session, form(format), &options, texts);
    match output {
        None => print::raw(text.as_bytes()),
        Some(path) => {
            write(context, &path, &text)?;
            if said.tags {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let tags = export::tags(&text, &name);
                write(context, &path.with_file_name("tags"), &tags)?;
            }
            let path = path.display().to_string();
            print::text(&format!(
                "{}\n",
                t!(texts, "cli-made", path = SafeText::line(&path))
            ))
        }
    }
}

/// Writes a file in one step, readable for its owner alone.
pub(super) fn write(context: &Context, path: &Path, text: &str) -> Result<(), Failure> {
    context
        .disk
        .make_dir(folder_of(path))
        .and_then(|()| files::write_atomic(&context.disk, path, text.as_bytes(), Backup::None))
        .map_err(|error| Failure::of_store(&error, context.texts))
}

/// Tells whether a file is one that sessions lie in: an export never takes its place.
pub(super) fn is_session_file(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
}

const fn form(format: Format) -> Form {
    match format {
        Format::Md => Form::Markdown,
        Format::Txt => Form::Text,
        Format::Html => Form::Html,
        Format::Csv => Form::Csv,
        Format::Json => Form::Json,
        Format::Ics => Form::Calendar,
    }
}

/// Takes the form from the file's ending.
fn of_name(output: Option<&Path>, texts: &Texts) -> Result<Format, Failure> {
    let ending = output
        .and_then(Path::extension)
        .unwrap_or_default()
        .to_string_lossy();
    <Format as clap::ValueEnum>::from_str(&ending, true)
        .map_err(|_unknown| Failure::usage(t!(texts, "export-which")))
}

/// Says what somebody should look at before this is sent: people's numbers and addresses, and steps that no calendar takes.
fn warnings(session: &Session, form: Form, texts: &Texts) -> Vec<String> {
    let mut rows: Vec<String> = export::personal(session)
        .into_iter()
        .map(|(id, kind)| {
            let kind = discreet::name(kind, texts);
            t!(texts, "export-personal", id = id.to_string(), kind = kind)
        })
        .collect();
    if form == Form::Calendar {
        rows.extend(calendar::undated(session).iter().map(|item| {
            let when = item
                .when
                .as_ref()
                .map_or_else(|| t!(texts, "report-when"), ToString::to_string);
            t!(
                texts,
                "export-undated",
                id = item.id.to_string(),
                when = when
            )
        }));
    }
    rows
}
