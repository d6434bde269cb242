//! Looking for words in every session: a line, what is found while it is typed, and where it was said.
//!
//! Nothing here waits for a disk: the line is asked as it stands, what was found before stays until the answer comes, and the newest
//! question counts.

use crate::{
    app::{effect::Effect, model::Model, msg::Key},
    domain::{NoteId, Session},
    input::{Action, Mode, line_editor::LineEditor},
    text::SafeText,
};

/// Somewhere the words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The session's name.
    pub name: SafeText,
    /// The note.
    pub id: NoteId,
    /// The note on one row.
    pub row: SafeText,
}

/// How far the looking has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Looked {
    /// Nothing is asked for.
    #[default]
    Nowhere,
    /// It goes on: so many sessions of so many.
    Going(usize, usize),
    /// Everywhere.
    Through,
    /// Until there were more hits than anybody reads.
    Enough,
}

/// What is asked of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// To look for a line.
    Look {
        /// The number of the question; the newest counts.
        ticket: u64,
        /// The line as it stands.
        line: String,
    },
    /// To read the session of a hit.
    Open(SafeText),
}

/// What the library says.
#[derive(Clone, Debug)]
pub enum Heard {
    /// More was found for a question.
    Found(u64, Vec<Hit>, Looked),
    /// The line cannot be looked for; the words say why.
    Bad(u64, SafeText),
    /// A session that was asked for.
    Session(SafeText, Box<Session>),
}

/// The screen.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// What is looked for.
    pub line: LineEditor,
    /// What was found, the newest session first.
    pub hits: Vec<Hit>,
    /// The chosen one.
    pub selected: usize,
    /// How far it has come.
    pub looked: Looked,
    /// What is wrong with the line.
    pub trouble: Option<SafeText>,
    /// The session that the chosen hit stands in, once it has been read.
    pub opened: Option<(SafeText, Box<Session>)>,
    ticket: u64,
    /// What stands on the screen answers an older question.
    old: bool,
    asked: Option<SafeText>,
}

impl Search {
    /// Returns the chosen hit.
    pub fn chosen(&self) -> Option<&Hit> {
        self.hits.get(self.selected)
    }

    /// Returns the session of the chosen hit, where it has been read.
    pub fn session(&self) -> Option<&Session> {
        let name = &self.chosen()?.name;
        let (known, session) = self.opened.as_ref()?;
        (known == name).then_some(session)
    }

    fn ask(&mut self, out: &mut Vec<Effect>) {
        self.ticket += 1;
        self.old = true;
        self.trouble = None;
        if self.line.text().trim().is_empty() {
            (self.hits, self.selected) = (Vec::new(), 0);
            self.looked = Looked::Nowhere;
        } else {
            self.looked = Looked::Going(0, 0);
        }
        out.push(Effect::Search(Ask::Look {
            ticket: self.ticket,
            line: self.line.text().to_owned(),
        }));
    }

    /// Asks for the session of the chosen hit, where another one was read last.
    fn open(&mut self, out: &mut Vec<Effect>) {
        let Some(hit) = self.hits.get(self.selected) else {
            return;
        };
        if self.asked.as_ref() != Some(&hit.name) {
            self.asked = Some(hit.name.clone());
            out.push(Effect::Search(Ask::Open(hit.name.clone())));
        }
    }

    fn choose(&mut self, place: usize, out: &mut Vec<Effect>) {
        self.selected = place.min(self.hits.len().saturating_sub(1));
        self.open(out);
    }

    /// Takes what was found.
    pub(super) fn heard(&mut self, heard: Heard) -> Vec<Effect> {
        let mut out = Vec::new();
        match heard {
            Heard::Found(ticket, hits, looked) if ticket == self.ticket => {
                if std::mem::take(&mut self.old) {
                    (self.hits, self.selected) = (Vec::new(), 0);
                }
                self.hits.extend(hits);
                self.looked = looked;
                self.open(&mut out);
            }
            Heard::Bad(ticket, why) if ticket == self.ticket => {
                (self.trouble, self.looked) = (Some(why), Looked::Nowhere);
            }
            Heard::Session(name, session) => self.opened = Some((name, session)),
            Heard::Found(..) | Heard::Bad(..) => {}
        }
        out
    }
}

/// Moves in the hits, or types on the line.
pub(super) fn key(model: &mut Model, key: Key) -> Vec<Effect> {
    let page = usize::from(model.size.1 / 2).max(1);
    let action = model.keymap.action(Mode::Search, key.chord);
    let Some(search) = &mut model.search else {
        return Vec::new();
    };
    let mut out = Vec::new();
    let here = search.selected;
    match action {
        Some(Action::Quit) => return vec![Effect::Quit],
        Some(Action::Cancel) => {
            model.search = None;
            // What is still being looked for is left.
            return vec![Effect::Search(Ask::Look {
                ticket: u64::MAX,
                line: String::new(),
            })];
        }
        Some(Action::Up) => search.choose(here.saturating_sub(1), &mut out),
        Some(Action::Down) => search.choose(here + 1, &mut out),
        Some(Action::PageUp) => search.choose(here.saturating_sub(page), &mut out),
        Some(Action::PageDown) => search.choose(here + page, &mut out),
        Some(Action::Confirm) => {
            let read = search.chosen().zip(search.session());
            let read = read.map(|(hit, session)| (hit.id, Box::new(session.clone())));
            out.extend(read.map(|(id, session)| Effect::ReadFound(session, id)));
        }
        _ => {
            let before = search.line.text().to_owned();
            if search.line.key(key.chord) && search.line.text() != before {
                search.ask(&mut out);
            }
        }
    }
    out
}

/// Puts a paste on the line.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let mut out = Vec::new();
    if let Some(search) = &mut model.search {
        search.line.insert(text);
        search.ask(&mut out);
    }
    out
}
