//! Pasted text: one short line goes on the note line, more is asked about once, and no paste is read for marks.

use crate::{
    app::{
        effect::Effect,
        lead::{Cx, Lead, Overlay, Prompt, Question},
    },
    data::personal::{self, Kind},
    domain::Body,
    format::note_line::{LONGEST_NOTE, split_long},
    input::line_editor::LineEditor,
    t,
    text::SafeText,
};

/// So many lines may each become a note. More is no chat but a file, and thousands of notes would bury the dialogue.
const MOST_NOTES: usize = 200;

/// What to make of pasted text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    pub(super) text: SafeText,
    /// How many lines with words there are.
    pub lines: usize,
    /// The notes that Enter makes: one of each line, or of as many lines as a note holds.
    pub notes: Vec<SafeText>,
    /// Every note but the first goes on from the one before.
    pieces: bool,
    /// What of people's numbers and addresses stands in it.
    pub noticed: Vec<Kind>,
}

impl Pasted {
    /// Looks at pasted text; nothing where it is one line that fits the note line.
    pub fn of(text: SafeText) -> Option<Self> {
        let lines: Vec<&str> = text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        let too_long = |text: &str| text.chars().nth(LONGEST_NOTE).is_some();
        let long_line = lines.iter().any(|line| too_long(line));
        if lines.len() < 2 && !long_line {
            return None;
        }
        let pieces = long_line || lines.len() > MOST_NOTES;
        let notes = if pieces {
            split_long(&SafeText::block(&lines.join("\n")), LONGEST_NOTE)
        } else {
            lines.iter().map(|line| SafeText::line(line)).collect()
        };
        let lines = lines.len();
        Some(Self {
            noticed: personal::kinds(&text),
            text,
            lines,
            notes,
            pieces,
        })
    }

    /// Tells whether its lines can wait in the inbox: a chat has many short ones.
    pub const fn fits_inbox(&self) -> bool {
        !self.pieces
    }

    /// Tells whether Esc can make one note of it; what is longer than a note it leaves.
    pub fn fits_one_note(&self) -> bool {
        self.text.chars().nth(LONGEST_NOTE).is_none()
    }
}

impl Lead {
    /// Tells whether pasted lines are asked about that could wait in the inbox.
    pub fn may_fill_inbox(&self) -> bool {
        let asked = self.prompt.as_ref().map(|prompt| &prompt.question);
        matches!(asked, Some(Question::Pasted(pasted)) if pasted.fits_inbox())
    }

    /// Takes a paste, as the terminal gave it.
    pub(in crate::app) fn paste(&mut self, raw: &str, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let text = SafeText::block(raw);
        let alone = self.shows_group() || (self.is_alone() && self.guesses_now().is_none());
        if text.trim().is_empty() || alone || self.is_unwritten(cx) {
            // Over the whole window nothing private may open.
            return;
        }
        match self.prompt.take() {
            Some(Prompt {
                question: Question::Pasted(first),
                ..
            }) => {
                let both = SafeText::block(&format!("{}\n{text}", first.text));
                self.take_paste(both, out);
            }
            Some(mut prompt) => {
                self.insert_where_asked(&mut prompt.line, &text, cx);
                self.prompt = Some(prompt);
            }
            None => {
                if let Some(Overlay::Palette { mut line, selected }) = self.overlay.take() {
                    self.insert_where_asked(&mut line, &text, cx);
                    self.overlay = Some(Overlay::Palette { line, selected });
                } else {
                    self.take_paste(text, out);
                }
            }
        }
    }

    fn take_paste(&mut self, text: SafeText, out: &mut Vec<Effect>) {
        self.open_line();
        let line = text.on_one_line().trim().to_owned();
        if let Some(pasted) = Pasted::of(text) {
            self.ask(Question::Pasted(pasted));
            out.push(Effect::KeepLine(self.half_typed()));
        } else {
            self.writing.line.insert(&line);
            self.writing.block = None;
            out.push(Effect::KeepLine(self.half_typed()));
        }
    }

    /// Puts a paste on a line that asks for something else than notes. What no note could hold is no answer.
    fn insert_where_asked(&mut self, line: &mut LineEditor, text: &SafeText, cx: &Cx<'_>) {
        if text.chars().nth(LONGEST_NOTE).is_some() {
            self.say(t!(cx.texts, "echo-paste-too-long"), cx);
        } else {
            line.insert(text.on_one_line().trim());
        }
    }

    /// Enter: a note of each line.
    pub(in crate::app) fn paste_as_notes(
        &mut self,
        pasted: &Pasted,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        for (place, text) in pasted.notes.iter().enumerate() {
            let mut body = Body {
                tag: self.tag(),
                text: text.clone(),
                chart: self.chart_pinned(),
                continues: pasted.pieces && place > 0,
                ..Body::default()
            };
            if self.writing.tag.is_none() {
                self.let_wait(&mut body, false);
            }
            self.add_note(&body, cx, out);
        }
        out.push(Effect::KeepLine(self.half_typed()));
    }

    /// Esc: all of it on the line, to be saved as one note behind what was typed there; what no note can hold is left.
    pub(in crate::app) fn paste_as_one(
        &mut self,
        pasted: &Pasted,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        if !pasted.fits_one_note() {
            return self.say(t!(cx.texts, "echo-paste-left"), cx);
        }
        let typed = self.writing.line.text().trim_end();
        let block = if typed.is_empty() {
            pasted.text.clone()
        } else {
            SafeText::block(&format!("{typed} {}", pasted.text))
        };
        self.writing.line = LineEditor::with(block.on_one_line().trim());
        self.writing.block = Some(block);
        out.push(Effect::KeepLine(self.half_typed()));
    }
}
