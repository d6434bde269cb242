//! A session in other forms, for other programs and other people: each made from the minutes or from the session itself, none with more in
//! it than the minutes have.

use crate::{
    data::personal,
    domain::{Note, NoteId, Session},
    report::{Options, minutes::is_public},
    text::Texts,
};

/// Dated steps and the meeting itself, as iCalendar.
pub mod calendar;
mod csv;
mod html;
mod json;
mod markdown;
mod svg;

/// A form to pass a session on in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Markdown.
    Markdown,
    /// The minutes as plain text.
    Text,
    /// One page for a browser.
    Html,
    /// The notes as a table.
    Csv,
    /// Everything, for programs.
    Json,
    /// The dated steps, for a calendar.
    Calendar,
}

/// Writes a session in a form.
pub fn export(session: &Session, form: Form, options: &Options, texts: &Texts) -> String {
    match form {
        Form::Markdown => markdown::write(&super::minutes(session, options, texts)),
        Form::Text => super::mail(session, options, texts),
        Form::Html => html::write(session, options, texts),
        Form::Csv => csv::write(session, options, texts),
        Form::Json => json::write(session, options, texts),
        Form::Calendar => calendar::steps(session, options.now, texts),
    }
}

/// Returns the notes that hold somebody's number or address, with what it is; the value itself is never told.
pub fn personal(session: &Session) -> Vec<(NoteId, personal::Kind)> {
    let found = |note: &Note| {
        let body = &note.body;
        let later = [
            &body.who,
            &body.when,
            &body.why,
            &body.indicator,
            &body.again,
        ];
        let texts = std::iter::once(&body.text).chain(later.into_iter().flatten());
        let mut kinds: Vec<personal::Kind> = texts.flat_map(|text| personal::kinds(text)).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let id = note.id;
        kinds.into_iter().map(move |kind| (id, kind))
    };
    session
        .notes()
        .filter(|note| is_public(note))
        // What nobody read of the chat stands in the minutes as well.
        .chain(session.inbox())
        .flat_map(found)
        .collect()
}

/// Returns the row of the plain minutes on which each note first stands at the start: what a pager's tags file points at.
pub fn tags(text: &str, file: &str) -> String {
    let mut rows: Vec<String> = Vec::new();
    for (place, row) in text.lines().enumerate() {
        let Some(row) = row.strip_prefix(' ').filter(|row| !row.starts_with("  ")) else {
            continue;
        };
        let marks = ["[ ] ", "[~] ", "[x] ", "[-] "];
        let row = marks
            .iter()
            .find_map(|mark| row.strip_prefix(mark))
            .unwrap_or(row);
        let word = row.split(' ').next().unwrap_or_default();
        let tagged = |word: &str| {
            word.parse::<NoteId>()
                .is_ok_and(|id| id.to_string() == word)
        };
        let known = format!("{word}\t");
        if tagged(word) && !rows.iter().any(|row| row.starts_with(&known)) {
            rows.push(format!("{known}{file}\t{}", place + 1));
        }
    }
    // Readers of such files search them by halves.
    rows.sort();
    rows.push(String::new());
    rows.join("\n")
}
