//! Which notes are seen: the newest, or those around the chosen one. Nothing else is read.

use ratatui::{buffer::Buffer, layout::Rect, text::Line};

use crate::{
    app::lead::Pane,
    domain::{Note, Spine, Tag},
    view::{
        ink,
        notes::row::{note_rows, pending_rows},
        scene::Scene,
        style,
    },
};

/// A note shows so many rows until it is chosen.
pub(super) const ROWS_EACH: usize = 3;

/// Which notes a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// The newest of every kind.
    All,
    /// One column.
    Column(Spine),
}

impl Which {
    /// Tells whether a kind stands in the list.
    pub(super) fn has(self, tag: Tag) -> bool {
        match self {
            Self::All => tag.is_of_dialogue(),
            Self::Column(spine) => tag.spine() == Some(spine),
        }
    }
}

/// A list of notes for one area.
pub(super) struct List<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) which: Which,
    /// What is looked for, in lower case.
    pub(super) find: String,
    pub(super) cols: usize,
}

impl<'a> List<'a> {
    fn new(scene: &'a Scene<'a>, which: Which, cols: u16) -> Self {
        Self {
            scene,
            which,
            find: scene.lead.list.find.to_lowercase(),
            cols: usize::from(cols),
        }
    }

    fn fits(&self, note: &Note) -> bool {
        self.which.has(note.body.tag)
            && (self.find.is_empty() || self.scene.lead.matches(note, &self.find))
    }

    /// The notes before one, or all of them, the newest first.
    fn upward(&self, from: Option<&Note>) -> Box<dyn Iterator<Item = &'a Note> + '_> {
        let session = self.scene.session();
        let fits = |note: &&Note| self.fits(note);
        match (self.which, from.map(|note| (note.wall, note.id))) {
            (Which::Column(spine), Some(key)) => {
                Box::new(session.column_before(spine, key).rev().filter(fits))
            }
            (Which::Column(spine), None) => Box::new(session.column(spine).rev().filter(fits)),
            (Which::All, Some((at, id))) => {
                Box::new(session.notes_before(at, id).rev().filter(fits))
            }
            (Which::All, None) => Box::new(session.notes().rev().filter(fits)),
        }
    }

    /// The notes of a column after one, the oldest first.
    fn downward(&self, from: &Note) -> Box<dyn Iterator<Item = &'a Note> + '_> {
        let (key, session) = ((from.wall, from.id), self.scene.session());
        let fits = |note: &&Note| self.fits(note);
        match self.which {
            Which::Column(spine) => Box::new(session.column_after(spine, key).filter(fits)),
            Which::All => Box::new(session.notes_from(key.0, key.1).skip(1).filter(fits)),
        }
    }

    /// The chosen note, where the list is a column in focus; where every note is listed, the one that is rewritten.
    fn chosen(&self) -> Option<&'a Note> {
        let lead = self.scene.lead;
        let id = match self.which {
            Which::Column(spine) => {
                let focus = lead.pane == Pane::Notes(spine);
                lead.list.selected.filter(|_| focus)?
            }
            Which::All => lead.writing.editing?,
        };
        let note = self.scene.session().note(id)?;
        (note.is_visible() && self.fits(note)).then_some(note)
    }

    fn count(&self) -> usize {
        match self.which {
            Which::All => self.scene.session().dialogue_count(),
            Which::Column(spine) => self.scene.session().column_len(spine),
        }
    }
}

/// What a list shows: its rows from the top, and how much lies outside.
struct Window {
    rows: Vec<(Line<'static>, bool)>,
    above: usize,
    below: usize,
}

/// Draws a list in an area, the newest at the bottom, the chosen one in view. Returns how many lie above and below.
pub(super) fn list(
    scene: &Scene<'_>,
    which: Which,
    area: Rect,
    buf: &mut Buffer,
) -> (usize, usize) {
    let list = List::new(scene, which, area.width);
    let room = usize::from(area.height);
    let window = match list.chosen() {
        Some(chosen) => around(&list, chosen, room),
        None => newest(&list, room),
    };
    for ((line, chosen), row) in window.rows.iter().zip(area.rows()) {
        ink::put(line, row, buf);
        if *chosen {
            ink::tint(style::CHOSEN, row, buf);
        }
    }
    (window.above, window.below)
}

/// The newest at the bottom, and under them what is on its way to the disk.
fn newest(list: &List<'_>, room: usize) -> Window {
    let mut rows: Vec<(Line<'static>, bool)> = pending_rows(list, room)
        .into_iter()
        .map(|line| (line, false))
        .collect();
    let mut notes = list.upward(None);
    let mut shown = 0;
    while rows.len() < room {
        let Some(note) = notes.next() else { break };
        let lines = note_rows(list, note, ROWS_EACH.min(room - rows.len()));
        shown += 1;
        rows.splice(0..0, lines.into_iter().map(|line| (line, false)));
    }
    let above = if list.find.is_empty() {
        list.count().saturating_sub(shown)
    } else {
        notes.take(ink::COUNTED + 1).count()
    };
    Window {
        rows,
        above,
        below: 0,
    }
}

/// The chosen note with what is before and after it.
fn around(list: &List<'_>, chosen: &Note, room: usize) -> Window {
    let mut rows: Vec<_> = note_rows(list, chosen, room.max(1))
        .into_iter()
        .map(|line| (line, true))
        .collect();
    let mut down = list.downward(chosen).peekable();
    let mut up = list.upward(Some(chosen)).peekable();
    let third = (room / 3).max(1);
    let mut under = 0;
    loop {
        let before = rows.len();
        let wants_down = under < third || up.peek().is_none();
        let next = if wants_down && down.peek().is_some() {
            under += 1;
            down.peek().map(|note| (*note, true))
        } else {
            up.peek().map(|note| (*note, false))
        };
        let Some((note, after)) = next else { break };
        let lines = note_rows(list, note, ROWS_EACH);
        if before + lines.len() > room {
            break;
        }
        let lines = lines.into_iter().map(|line| (line, false));
        if after {
            rows.extend(lines);
            down.next();
        } else {
            rows.splice(0..0, lines);
            up.next();
        }
    }
    Window {
        rows,
        above: up.take(ink::COUNTED + 1).count(),
        below: down.take(ink::COUNTED + 1).count(),
    }
}
