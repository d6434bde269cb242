//! The minutes come to the eyes: through the person's pager, or an own reading view, or straight out.

use std::{
    io::{self, Write},
    process::{Command, Stdio},
};

use ratatui::text::Text;

use crate::{
    app::{Model, Reader},
    domain::{NoteId, Session},
    report::{
        self,
        pager::{From, Pager, environment},
    },
    text::{Moment, Texts},
};

/// How the minutes are read.
#[derive(Clone, Debug)]
pub struct Paging {
    /// The chosen pager.
    pub pager: Pager,
    /// `LESS`, where it is set.
    pub less: Option<String>,
    /// `LESSCHARSET`, where it is set.
    pub charset: Option<String>,
    /// The words of the pager's prompt.
    pub texts: Texts,
}

/// Makes the minutes as the leading window opens them: as wide as the window, and never wider than they are written for.
pub fn minutes(session: &Session, model: &Model, width: u16, now: Moment) -> Text<'static> {
    let options = report::Options {
        width: usize::from(width).clamp(40, report::WIDTH),
        glyphs: model.settings.glyphs,
        small_number_limit: model.settings.small_number_limit,
        ..report::Options::at(now)
    };
    report::minutes(session, &options, &model.texts).to_text()
}

/// Returns the row on which a note stands in the minutes; where it is only named as a cause is another one.
pub fn row_of(text: &Text<'_>, note: NoteId) -> Option<usize> {
    let id = note.to_string();
    text.lines.iter().position(|line| {
        let line = line.to_string();
        let row = line.trim_start();
        // A step has a box before its id: `[ ] S1`.
        let row = row
            .strip_prefix('[')
            .and_then(|row| row.split_once(']'))
            .map_or(row, |(_, row)| row.trim_start());
        let rest = row.strip_prefix(id.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

impl Paging {
    /// Shows the minutes from the window, from a row on; where no pager can be started, returns an own reading view.
    pub fn read_inside(&self, text: &Text<'static>, top: usize, color: bool) -> Option<Reader> {
        let paging = Self {
            pager: self.pager.clone().at(top),
            ..self.clone()
        };
        match paging.page(text, color, From::Window) {
            Ok(true) => None,
            Ok(false) | Err(_) => Some(Reader {
                lines: text.lines.clone(),
                top,
                ..Reader::default()
            }),
        }
    }

    /// Runs the pager; false where there is none, or it could not be started.
    pub fn page(&self, text: &Text<'_>, color: bool, from: From) -> io::Result<bool> {
        let Pager::Command(words) = self.pager.clone().called_from(from) else {
            return Ok(false);
        };
        let Some((program, arguments)) = words.split_first() else {
            return Ok(false);
        };
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::piped());
        command.envs(environment(
            self.less.as_deref(),
            self.charset.as_deref(),
            from,
            &self.texts,
        ));
        let Ok(mut child) = command.spawn() else {
            return Ok(false);
        };
        if let Some(mut input) = child.stdin.take() {
            // A pager that was left early closes its end; that is no error.
            let mut bytes = Vec::new();
            report::write(&mut bytes, text, color)?;
            drop(input.write_all(&bytes));
        }
        child.wait()?;
        Ok(true)
    }
}
