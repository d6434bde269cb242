//! The line that notes are written on: Enter saves, Esc leaves it and keeps the words.

use crate::{
    app::{
        effect::Effect,
        lead::{Cx, Lead, Writing},
        msg::Key,
    },
    data::personal::{self, Kind},
    domain::{Body, Event, Note, NoteEdit, NoteId, Tag, chart::ChartId},
    format::{
        discreet,
        half_typed::HalfTyped,
        note_line::{self, LONGEST_NOTE, NoteLine, StepLine, Typed},
    },
    input::{Action, Chord, line_editor::LineEditor},
    t,
    text::SafeText,
};

/// So many bytes of a line tell what it will be saved as: who and which chart stand at its beginning.
const LONGEST_SEEN: usize = 4 * LONGEST_NOTE;

/// Edits a line by a key; tells whether the key was one of its own.
pub(in crate::app) fn edit_key(line: &mut LineEditor, chord: Chord) -> bool {
    line.key(chord)
}

/// What the line will be saved as, shown while it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The note as it will stand.
    pub body: Body,
    /// The whole line is `s/old/new/` for the note before.
    pub replaces: bool,
    /// The whole line is `/paus`: nothing is to be written down.
    pub pauses: bool,
    /// There is nothing to save yet.
    pub empty: bool,
    /// What of people's numbers and addresses stands on the line.
    pub noticed: Vec<Kind>,
}

/// Why a line is no note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotANote {
    /// It says nothing.
    Empty,
    /// It changes words in the note before.
    Replaces,
    /// It asks not to write for a while.
    Pauses,
    /// What is said now is not written down.
    Unwritten,
}

/// What a line asks for here.
enum Line {
    /// A note.
    Note(NoteLine),
    /// Other words in the note before.
    Replace { from: SafeText, to: SafeText },
    /// Nothing is to be written down, or it is again.
    Pause,
}

impl Lead {
    /// Opens the line, with the words that were left on it.
    pub(in crate::app) fn open_line(&mut self) {
        self.writing.open = true;
        self.overlay = None;
    }

    /// Returns what the line would be saved as.
    pub fn preview(&self) -> Preview {
        // Nobody reads more of it, and it is asked for in every frame.
        let text = self.writing.line.text();
        let text = text
            .get(..text.floor_char_boundary(LONGEST_SEEN))
            .unwrap_or(text);
        let note = match (self.read_line(text), self.edited_note()) {
            (Line::Pause, None) => {
                return Preview {
                    pauses: true,
                    ..Preview::default()
                };
            }
            (Line::Replace { .. }, None) => {
                return Preview {
                    replaces: true,
                    noticed: personal::kinds(text),
                    ..Preview::default()
                };
            }
            (_, Some(note)) => self.edited(note, text),
            (Line::Note(line), None) => self.body_of(line),
        };
        Preview {
            empty: says_nothing(&note),
            body: note,
            replaces: false,
            pauses: false,
            noticed: personal::kinds(text),
        }
    }

    pub(in crate::app::lead) fn edited_note(&self) -> Option<&Note> {
        self.session.note(self.writing.editing?)
    }

    /// Returns what a note said when it was opened on the line.
    fn opened_body<'a>(&'a self, note: &'a Note) -> &'a Body {
        let was = self.writing.was.as_deref();
        was.filter(|_| self.writing.editing == Some(note.id))
            .unwrap_or(&note.body)
    }

    /// Returns the notes that a line becomes, for whoever writes without a window, and what of people's numbers was noticed in it; `by` says
    /// who it speaks for where the line does not.
    pub fn notes_of(
        &self,
        text: &str,
        by: Option<&SafeText>,
    ) -> Result<(Vec<Event>, Vec<Kind>), NotANote> {
        if self.session.writing_paused() {
            return Err(NotANote::Unwritten);
        }
        if note_line::read(text, &self.voices()) == Typed::DoNotWrite {
            return Err(NotANote::Pauses);
        }
        let Line::Note(line) = self.read_line(text.trim_end()) else {
            return Err(NotANote::Replaces);
        };
        let mut body = self.body_of(line);
        if says_nothing(&body) {
            return Err(NotANote::Empty);
        }
        let by = by.map(|by| self.as_known(by));
        if body.tag == Tag::NextStep {
            body.who = body.who.or(by);
        } else {
            body.voice = body.voice.or(by);
        }
        let mut kinds = personal::kinds(text);
        let mut events = added(&body);
        kinds.extend(events.iter_mut().flat_map(discreet::event));
        kinds.sort_unstable();
        kinds.dedup();
        Ok((events, kinds))
    }

    /// Returns the rest of the name that is being typed, which a colon takes in.
    pub fn completion(&self) -> Option<String> {
        let (before, after) = self.writing.line.around_cursor();
        let whole = after.is_empty() && self.writing.block.is_none();
        // Nobody's name is longer.
        let short = before.len() < 200;
        (whole && short)
            .then(|| note_line::completion(before, &self.names()))
            .flatten()
    }

    /// Returns a voice as it is written among those around the table.
    fn as_known(&self, voice: &SafeText) -> SafeText {
        let wanted = voice.trim().to_lowercase();
        let known = self.voices().into_iter();
        known
            .into_iter()
            .find(|known| known.to_lowercase() == wanted)
            .unwrap_or_else(|| voice.clone())
    }

    fn read_line(&self, text: &str) -> Line {
        // Before it is parted into who, what and when: a part of a number could not be told any more.
        let text = &*personal::hide(text).0;
        let Some(block) = &self.writing.block else {
            return match note_line::read(text, &self.voices()) {
                Typed::Note(note) => Line::Note(self.under_its_word(self.as_a_step(note, text))),
                Typed::Replace { from, to } => Line::Replace { from, to },
                Typed::DoNotWrite => Line::Pause,
            };
        };
        Line::Note(note_line::plain(block))
    }

    fn voices(&self) -> Vec<SafeText> {
        let people = self.session.plan().participants.iter();
        people.map(|person| person.perspective.clone()).collect()
    }

    /// Returns what a name that is being typed may be: the voices around the table, and the words the talk goes through.
    fn names(&self) -> Vec<SafeText> {
        let words = self.session.plan().words().cloned();
        self.voices().into_iter().chain(words).collect()
    }

    /// A word the talk goes through speaks for nobody: it stands before what is said, as the plan writes it.
    fn under_its_word(&self, line: NoteLine) -> NoteLine {
        let plan = self.session.plan();
        let Some(voice) = line.voice.as_ref().filter(|_| line.step.is_none()) else {
            return line;
        };
        let text = format!("{voice}: {}", line.text);
        match plan.under_word(&text) {
            Some((word, said)) => NoteLine {
                text: SafeText::line(format!("{word}: {said}").trim_end()),
                voice: None,
                ..line
            },
            None => line,
        }
    }

    /// Reads a line without a mark once more where Tab or the stage makes it a next step: who, what and when stand in it then as well.
    fn as_a_step(&self, line: NoteLine, text: &str) -> NoteLine {
        let marked = line.tag.is_some() || line.continues || text.starts_with(' ');
        if marked || self.tag() != Tag::NextStep {
            return line;
        }
        note_line::parse(&format!("> {text}"), &self.voices())
    }

    /// Turns a line into a note: what the line says, else what Tab chose, else what the stage is for.
    fn body_of(&self, line: NoteLine) -> Body {
        let tag = line.tag.or(self.writing.tag).unwrap_or_else(|| self.tag());
        let on_screen = if line.step.is_some() {
            None
        } else {
            self.chart_pinned()
        };
        let before = self.body_before().filter(|_| line.continues);
        let mut body = Body {
            tag: match (line.tag, self.writing.tag, before) {
                (None, None, Some(before)) => before.tag,
                _ => tag,
            },
            chart: self
                .chart_of(&line)
                .or_else(|| before.map_or(on_screen, |before| before.chart)),
            voice: line
                .voice
                .clone()
                .or_else(|| before.and_then(|before| before.voice.clone())),
            missed: line.missed,
            continues: line.continues,
            ..Body::default()
        };
        let chosen = line.tag.is_some() || self.writing.tag.is_some();
        self.put_words(line, &mut body);
        if !chosen {
            self.let_wait(&mut body, before.is_some_and(|before| before.waits));
        }
        if body.tag == Tag::NextStep && body.who.is_none() {
            body.who = before.and_then(|before| before.who.clone());
        }
        body
    }

    /// Puts the words of a line into a note; those of a next step with who and when.
    fn put_words(&self, line: NoteLine, body: &mut Body) {
        let unknown = line.chart.filter(|_| self.chart_of(&line).is_none());
        (body.who, body.when) = (None, None);
        body.text = line.text;
        if let Some(StepLine { who, what, when }) = line.step {
            let names: Vec<&str> = who.iter().map(SafeText::as_str).collect();
            body.who = (!names.is_empty()).then(|| SafeText::line(&names.join(", ")));
            body.text = what;
            body.when = when;
            body.voice = None;
        }
        if let Some(number) = unknown {
            // There is no such chart, so it was a word.
            let words = format!("{} {}", ChartId(number), body.text);
            body.text = SafeText::block(words.trim_end());
        }
    }

    /// Returns the chart that a line names, where there is one of that number.
    fn chart_of(&self, line: &NoteLine) -> Option<ChartId> {
        let named = ChartId(line.chart?);
        let charts = &self.session.plan().charts;
        charts
            .iter()
            .any(|chart| chart.id == named)
            .then_some(named)
    }

    /// Returns the note that `…` goes on from: the last one written, on the disk or on its way there.
    fn body_before(&self) -> Option<&Body> {
        let waiting = self.pending.iter().rev();
        let waiting = waiting.filter_map(|pending| match &pending.draft.event {
            Event::NoteAdded { body, .. } => Some(body),
            _ => None,
        });
        let saved = self.session.notes().rev().map(|note| &note.body);
        waiting.chain(saved).find(|body| body.tag.is_of_dialogue())
    }

    /// Returns a note as the line rewrites it. What the line does not speak of stays: chart, stage, status.
    pub(in crate::app::lead) fn edited(&self, note: &Note, text: &str) -> Body {
        let mut body = self.opened_body(note).clone();
        let was = body.clone();
        let line = match self.read_line(text) {
            Line::Note(line) => line,
            Line::Replace { .. } | Line::Pause => note_line::plain(text),
        };
        body.tag = line.tag.or(self.writing.tag).unwrap_or(was.tag);
        // Whoever says what it is has no need to keep it for later.
        body.waits &= body.tag == was.tag;
        body.chart = self.chart_of(&line).or(was.chart);
        body.continues |= line.continues;
        // A blank first says: these are the words, and nothing else is meant by them.
        if text.starts_with(' ') {
            body.text = line.text;
        } else {
            body.missed = line.missed;
            body.voice.clone_from(&line.voice);
            self.put_words(line, &mut body);
        }
        if body.text == *was.text.on_one_line() {
            body.text = was.text;
        }
        body
    }

    pub(in crate::app) fn write_key(
        &mut self,
        key: Key,
        action: Option<Action>,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        match action {
            Some(Action::Confirm) => self.save_line(cx, out),
            Some(Action::Cancel) => {
                let offered = self.writing.offer.as_deref() == Some(self.writing.line.text());
                if self.writing.editing.is_some() {
                    self.put_line_back();
                } else if offered {
                    self.writing = Writing::default();
                } else {
                    self.writing.open = false;
                }
                out.push(Effect::KeepLine(self.half_typed()));
            }
            Some(Action::ChangeTag) => self.change_tag(1, cx),
            Some(Action::ChangeTagBack) => self.change_tag(-1, cx),
            Some(Action::EditNote) => self.edit_older(cx, out),
            Some(Action::EditLater) => self.edit_later(cx, out),
            Some(Action::PauseWriting) => self.pause_writing(cx, out),
            Some(Action::Undo) => {
                if self.writing.line.is_empty() || !self.writing.line.undo() {
                    self.act(Action::Undo, cx, out);
                }
            }
            Some(Action::Help | Action::Palette) => {
                self.act(action.unwrap_or(Action::Help), cx, out);
            }
            // A note-taker's line is always open; what is typed during the pause goes nowhere.
            _ if self.is_unwritten(cx) => {}
            _ => {
                if key.chord == Chord::char(':')
                    && let Some(rest) = self.completion()
                {
                    self.writing.line.insert(&rest);
                }
                if edit_key(&mut self.writing.line, key.chord) {
                    self.writing.block = None;
                    self.keep_line_soon(cx);
                }
            }
        }
    }

    fn change_tag(&mut self, by: isize, cx: &Cx<'_>) {
        let waits = self.preview().body.waits;
        self.writing.tag = Some(self.turned(waits, self.tag(), by));
        if !self.writing.line.is_empty() {
            self.keep_line_soon(cx);
        }
    }

    /// Saves the new words of a note; tells whether it still says something.
    fn save_rewritten(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) -> bool {
        let Some(note) = self.edited_note() else {
            return false;
        };
        let body = self.edited(note, self.writing.line.text());
        if says_nothing(&body) {
            return false;
        }
        let (id, edits) = (note.id, NoteEdit::between(self.opened_body(note), &body));
        if !edits.is_empty() {
            self.draft(Event::NoteEdited { id, edits }, cx, out);
            self.say(t!(cx.texts, "echo-edited", id = id.to_string()), cx);
        }
        true
    }

    pub(in crate::app::lead) fn save_line(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let wish = note_line::read(self.writing.line.text(), &[]);
        if wish == Typed::DoNotWrite && self.writing.editing.is_none() {
            self.writing = Writing::default();
            out.push(Effect::KeepLine(self.half_typed()));
            return self.pause_writing(cx, out);
        }
        if self.is_unwritten(cx) {
            // Another window paused it while the line was open: what was typed stands there and nowhere else.
            return;
        }
        let text = self.writing.line.text().to_owned();
        if self.edited_note().is_some() {
            if self.save_rewritten(cx, out) {
                self.put_line_back();
                out.push(Effect::KeepLine(self.half_typed()));
            }
            return;
        }
        match self.read_line(&text) {
            Line::Pause => {}
            Line::Replace { from, to } => self.replace_in_last(&from, &to, cx, out),
            Line::Note(line) => {
                let body = self.body_of(line);
                if says_nothing(&body) {
                    return;
                }
                self.add_note(&body, cx, out);
                if body.waits {
                    self.say(t!(cx.texts, "echo-kept-for-part-two"), cx);
                }
            }
        }
        self.writing = Writing {
            open: true,
            ..Writing::default()
        };
        out.push(Effect::KeepLine(HalfTyped::default()));
    }

    /// Puts the line back as it was before a note was opened on it: nothing half typed is lost.
    pub(in crate::app::lead) fn put_line_back(&mut self) {
        self.writing = self
            .writing
            .aside
            .take()
            .map_or_else(Writing::default, |aside| *aside);
    }

    /// Sends a note on its way; a very long one as several that go on.
    pub(in crate::app) fn add_note(&mut self, body: &Body, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        for event in added(body) {
            self.draft(event, cx, out);
        }
        self.list.selected = None;
    }

    fn replace_in_last(&mut self, from: &str, to: &str, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let found = self.open_notes().next().and_then(|note| {
            let text = note_line::replace_first(&note.body.text, from, to)?;
            Some((note.id, text))
        });
        match found {
            Some((id, text)) => {
                self.draft(
                    Event::NoteEdited {
                        id,
                        edits: vec![NoteEdit::Text(SafeText::block(&text))],
                    },
                    cx,
                    out,
                );
                self.say(t!(cx.texts, "echo-edited", id = id.to_string()), cx);
            }
            None => self.say(t!(cx.texts, "echo-not-found", words = from.to_owned()), cx),
        }
    }

    /// The notes of the dialogue, the newest first; private lines and the inbox are not among them.
    fn open_notes(&self) -> impl Iterator<Item = &Note> {
        let notes = self.session.notes().rev();
        notes.filter(|note| note.body.tag.is_of_dialogue())
    }

    /// Arrow up on the line: rewrites the last note, pressed again the one before it. What was rewritten is saved first.
    pub(in crate::app::lead) fn edit_older(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        if self.is_unwritten(cx) {
            return;
        }
        self.save_rewritten(cx, out);
        let older = match self.edited_note() {
            Some(note) => self
                .session
                .notes_before(note.wall, note.id)
                .rfind(|note| note.body.tag.is_of_dialogue()),
            None => self.open_notes().next(),
        };
        if let Some(id) = older.map(|note| note.id) {
            self.edit_note(id);
        }
    }

    /// Arrow down while a note is rewritten: the later one; after the last the line as it was.
    fn edit_later(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        if self.is_unwritten(cx) {
            return;
        }
        self.save_rewritten(cx, out);
        let Some(note) = self.edited_note() else {
            return;
        };
        let later = self
            .session
            .notes_from(note.wall, note.id)
            .find(|other| other.id != note.id && other.body.tag.is_of_dialogue())
            .map(|note| note.id);
        match later {
            Some(id) => self.edit_note(id),
            None => self.put_line_back(),
        }
    }

    /// Opens the line on a note that is there already, in the form it would be typed in; what stood on the line waits aside.
    pub(in crate::app) fn edit_note(&mut self, id: NoteId) {
        let Some(note) = self.session.note(id) else {
            return;
        };
        let body = note.body.clone();
        let before = std::mem::take(&mut self.writing);
        let aside = if before.editing.is_some() {
            before.aside
        } else {
            Some(Box::new(before))
        };
        self.writing = Writing {
            line: LineEditor::with(&as_typed(&body)),
            open: true,
            tag: Some(body.tag),
            editing: Some(id),
            was: Some(Box::new(body.clone())),
            block: None,
            offer: None,
            aside,
        };
        // Words that would be read as something else are opened as they stand.
        let again = self
            .session
            .note(id)
            .map(|note| self.edited(note, self.writing.line.text()));
        if again.is_some_and(|again| again != body) {
            self.writing.line = LineEditor::with(&format!(" {}", body.text));
        }
    }
}

/// Writes a note as it would be typed; that it is a next step is told by the tag.
fn as_typed(body: &Body) -> String {
    let speaker = if body.tag == Tag::NextStep {
        &body.who
    } else {
        &body.voice
    };
    let mut text = String::new();
    if let Some(speaker) = speaker {
        text.extend([speaker.as_str(), ": "]);
    }
    text.push_str(&body.text);
    if let Some(when) = &body.when {
        text.extend([" ", when.as_str()]);
    }
    if body.missed {
        text.push_str(" @@");
    }
    text
}

/// Makes the events of a note; of a very long one several that go on.
fn added(body: &Body) -> Vec<Event> {
    let parts = note_line::split_long(&body.text, LONGEST_NOTE);
    let many = parts.len() > 1;
    let parts = parts.into_iter().enumerate();
    parts
        .map(|(place, text)| Event::NoteAdded {
            id: NoteId::pending(body.tag.letter()),
            at: None,
            body: Body {
                text,
                continues: body.continues || (many && place > 0),
                ..body.clone()
            },
        })
        .collect()
}

/// Tells whether there is nothing to save in a note.
fn says_nothing(body: &Body) -> bool {
    body.text.trim().is_empty() && !body.missed
}

/// Walks the kinds as Tab does.
pub(in crate::app::lead) fn next_tag(kinds: &[Tag], tag: Tag, by: isize) -> Tag {
    let place = kinds.iter().position(|known| *known == tag).unwrap_or(0);
    let next = place
        .saturating_add_signed(by.rem_euclid(kinds.len().max(1) as isize))
        .checked_rem(kinds.len());
    next.map_or(tag, |next| kinds[next])
}
