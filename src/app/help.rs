//! Every key and what it does, row by row: what help shows, and how far it can be scrolled.

use crate::{
    input::{ACTIONS, Action, Group, Mode},
    t,
    text::{
        Texts,
        width::{width, wrap},
    },
};

/// One row of help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// The name of a group.
    Group(String),
    /// A key, as wide as the widest of them, and what it does.
    Key(String, String),
    /// More words about the key above, under its own.
    More(String),
    /// What can be typed first on the note line.
    Line(String),
    /// Air.
    Gap,
}

/// Returns the rows of help for a width, with the keys that `cap` names; and how wide the column of the keys is.
pub fn rows(texts: Texts, cols: u16, cap: &dyn Fn(Mode, Action) -> String) -> (Vec<Row>, usize) {
    let caps: Vec<(Group, String, String)> = ACTIONS
        .iter()
        .filter_map(|row| {
            let modes = [
                Mode::Lead,
                Mode::NoteList,
                Mode::Writing,
                Mode::Full,
                Mode::Data,
            ];
            let cap = modes
                .into_iter()
                .map(|mode| cap(mode, row.action))
                .find(|cap| !cap.is_empty())?;
            Some((row.group, cap, row.action.doc(&texts)))
        })
        .collect();
    let wide = caps.iter().map(|(_, cap, _)| width(cap)).max().unwrap_or(0) + 2;
    let cols = usize::from(cols);
    let room = cols.saturating_sub(wide).max(1);
    let mut rows = Vec::new();
    for group in Group::ALL {
        if !rows.is_empty() {
            rows.push(Row::Gap);
        }
        rows.push(Row::Group(group.label(&texts)));
        for (_, cap, doc) in caps.iter().filter(|(of, ..)| *of == group) {
            let mut lines = wrap(doc, room).into_iter();
            rows.push(Row::Key(cap.clone(), lines.next().unwrap_or_default()));
            rows.extend(lines.map(Row::More));
        }
    }
    rows.push(Row::Gap);
    let line = wrap(&t!(texts, "view-help-line"), cols.max(1));
    rows.extend(line.into_iter().map(Row::Line));
    (rows, wide)
}
