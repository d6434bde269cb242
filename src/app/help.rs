//! Every key and what it does, row by row: what help shows, and how far it can be scrolled.

use crate::{
    app::lead::Cx,
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

/// Returns the first row of help after a key; none where the key closes it.
pub(in crate::app) fn scrolled(top: usize, action: Option<Action>, cx: &Cx<'_>) -> Option<usize> {
    let page = usize::from(cx.rows.saturating_sub(3)).max(1);
    let cap = |mode, action| cx.keymap.label(mode, action, cx.texts);
    let (rows, _) = rows(*cx.texts, cx.columns.saturating_sub(1), &cap);
    let last = rows.len().saturating_sub(page);
    match action {
        Some(Action::Down) => Some((top + 1).min(last)),
        Some(Action::Up) => Some(top.saturating_sub(1)),
        Some(Action::PageDown) => Some((top + page).min(last)),
        Some(Action::PageUp) => Some(top.saturating_sub(page)),
        Some(Action::Top) => Some(0),
        Some(Action::Bottom) => Some(last),
        Some(Action::Cancel | Action::Help | Action::Leave) => None,
        _ => Some(top),
    }
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
