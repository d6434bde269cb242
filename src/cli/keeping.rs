//! `samtal rename`, `copy`, `delete`, `open`, `split`, `invite`, `script`: what is done with a session outside its window.

use std::{
    io::{BufRead as _, Write as _},
    path::Path,
};

use super::{Context, Failure, Inviting, Kept, Paging, export, files, print, sessions, show};
use crate::{
    report::{self, export::calendar},
    run::editing,
    store::{
        library::{keeping, removing, series, split},
        session_store::peek,
    },
    t,
    text::SafeText,
};

/// Gives a session another title and its file the name that goes with it.
pub(super) fn rename(context: &Context, name: &str, title: &str) -> Result<u8, Failure> {
    let path = sessions::find(context, name)?;
    let title = titled(context, title)?;
    let occasion = sessions::occasion(context);
    let to = keeping::rename(&context.disk, &context.places, &path, (&title, &occasion))
        .map_err(|error| Failure::of_open(&error, context.texts))?;
    made(context, &to)
}

/// Makes a second session that says the same.
pub(super) fn copy(context: &Context, name: &str, title: Option<&str>) -> Result<u8, Failure> {
    let path = sessions::find(context, name)?;
    let title = if let Some(title) = title {
        titled(context, title)?
    } else {
        let old = sessions::to_read(context, Some(name))?.plan().title.clone();
        SafeText::line(&t!(context.texts, "keep-copy-of", title = old))
    };
    let occasion = sessions::occasion(context);
    let to = keeping::copy(&context.disk, &context.places, &path, (&title, &occasion))
        .map_err(|error| Failure::of_open(&error, context.texts))?;
    made(context, &to)
}

fn titled(context: &Context, title: &str) -> Result<SafeText, Failure> {
    let title = SafeText::line(title.trim());
    if title.is_empty() {
        return Err(Failure::usage(t!(context.texts, "keep-no-title")));
    }
    Ok(title)
}

fn made(context: &Context, path: &Path) -> Result<u8, Failure> {
    let path = path.display().to_string();
    print::text(&format!(
        "{}\n",
        t!(context.texts, "cli-made", path = SafeText::line(&path))
    ))
}

/// Removes a session for good, when its name is said again.
pub(super) fn delete(context: &Context, said: &Kept) -> Result<u8, Failure> {
    let texts = context.texts;
    let path = sessions::find(context, &said.session)?;
    let unsaid = sessions::occasion(context).unsaid;
    let files = keeping::files_of(&context.disk, &context.places, &path, &unsaid)
        .map_err(|error| Failure::of_open(&error, texts))?;
    let name = SafeText::line(&path.file_stem().unwrap_or_default().to_string_lossy());
    let mut rows = vec![t!(texts, "keep-goes", count = files.len())];
    rows.extend(
        files
            .iter()
            .map(|file| format!("  {}", SafeText::line(&file.display().to_string()))),
    );
    if !said.yes {
        print::rows(&rows)?;
        if !(context.env.input_is_terminal && context.env.output_is_terminal) {
            return Err(Failure::new(t!(texts, "keep-left")).hinted(t!(texts, "keep-left-hint")));
        }
        print::text(&format!("{} ", t!(texts, "keep-ask", name = name)))?;
        if answer() != name.as_str() {
            return Err(Failure::new(t!(texts, "keep-left")));
        }
    }
    // While its file still tells which session it is; nothing is indexed before the next look.
    forget_words(context, &path)?;
    keeping::delete(&context.disk, &files).map_err(|error| Failure::of_store(&error, texts))?;
    print::text(&format!(
        "{}\n",
        t!(texts, "keep-gone", name = name, count = files.len())
    ))
}

/// Takes a session's words out of the index: what was removed for good stands there no more. Tells whether there is an index.
pub(super) fn forget_words(context: &Context, path: &Path) -> Result<bool, Failure> {
    let (disk, places) = (&context.disk, &context.places);
    let peeked = peek(disk, places, path, &sessions::unsaid(context)).ok();
    let id = peeked.as_ref().map(|peeked| peeked.session.id());
    removing::forget_words(disk, places, path, id)
        .map_err(|error| Failure::of_store(&error, context.texts))
}

pub(super) fn answer() -> String {
    let mut line = String::new();
    drop(std::io::stdout().flush());
    drop(std::io::stdin().lock().read_line(&mut line));
    line.trim().to_owned()
}

/// Opens a session's file in the person's editor, and says afterwards what is wrong in it.
pub(super) fn open(context: &Context, name: &str) -> Result<u8, Failure> {
    let texts = context.texts;
    let path = sessions::find(context, name)?;
    let Some(editor) = &context.env.editor else {
        // Whoever has no editor in the terminal opens it in another program.
        return made(context, &path);
    };
    let opened = editing::edit(editor, &path);
    if !opened {
        let editor = SafeText::line(editor);
        return Err(Failure::new(t!(texts, "keep-no-editor", editor = editor)));
    }
    files::check(context, std::slice::from_ref(&path))
}

/// Makes two sessions of one that is too long.
pub(super) fn part(context: &Context, name: &str) -> Result<u8, Failure> {
    let session = sessions::to_read(context, Some(name))?;
    if session.timeline().began().is_some() {
        return Err(Failure::new(t!(context.texts, "split-began")));
    }
    let halves =
        split::split(&session).ok_or_else(|| Failure::new(t!(context.texts, "split-one")))?;
    let list = sessions::listed(context)?;
    let mut rows = Vec::new();
    for mut half in halves {
        if let Some(series) = &half.plan.series {
            let (_, given) = series::left_open(&list, series, None, &[]);
            half.numbers = given.into_iter().map(|id| (id.letter, id.number)).collect();
        }
        let path = sessions::write(context, half, None)?;
        rows.push(SafeText::line(&path.display().to_string()).into_string());
    }
    print::rows(&rows)
}

/// Writes the invitation, as text or as an entry for calendars.
pub(super) fn invite(context: &Context, said: &Inviting) -> Result<u8, Failure> {
    let texts = &context.texts;
    let session = sessions::to_read(context, said.session.as_deref())?;
    let mut text = report::invitation(&session, texts);
    if said.ics {
        text = calendar::meeting(&session, &text, context.clock.now()).ok_or_else(|| {
            Failure::new(t!(texts, "invite-when-first")).hinted(t!(texts, "invite-when-hint"))
        })?;
    }
    match &said.output {
        None => print::raw(text.as_bytes()),
        Some(file) => {
            let path = context.current.join(file);
            if export::is_session_file(&path) {
                return Err(Failure::usage(t!(texts, "export-not-over")));
            }
            export::write(context, &path, &text)?;
            made(context, &path)
        }
    }
}

/// Shows the facilitator's script.
pub(super) fn script(
    context: &Context,
    name: Option<&str>,
    paging: &Paging,
) -> Result<u8, Failure> {
    let session = sessions::to_read(context, name)?;
    let options = report::Options {
        width: show::width(context),
        glyphs: context.glyphs(),
        small_number_limit: context.config.small_number_limit,
        ..report::Options::at(context.clock.now())
    };
    let document = report::script(&session, &options, &context.texts);
    show::page(context, &document.to_text(), paging)
}
