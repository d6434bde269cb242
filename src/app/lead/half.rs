//! What is typed and not saved yet: what of it is kept on the disk, and how it comes back after a crash.

use crate::{
    app::lead::{Cx, Lead, Question, Writing},
    format::{
        discreet,
        half_typed::{HalfTyped, Rewritten},
    },
    input::line_editor::LineEditor,
    text::{SafeText, Span},
};

/// What is half typed is kept so long after it was changed (architecture, the session).
const KEEP_AFTER: Span = Span::seconds(2);

impl Lead {
    /// Returns everything that is typed and stands nowhere else, as it may stand on a disk.
    pub(in crate::app) fn half_typed(&self) -> HalfTyped {
        let mut half = self.half_typed_here();
        discreet::half_typed(&mut half);
        half
    }

    fn half_typed_here(&self) -> HalfTyped {
        let rewritten = self.rewritten();
        let line = match &self.writing.aside {
            Some(aside) if self.writing.editing.is_some() => aside,
            _ if self.writing.editing.is_some() => {
                return HalfTyped {
                    rewritten,
                    ..HalfTyped::default()
                };
            }
            _ => &self.writing,
        };
        let words = line.block.as_deref().unwrap_or_else(|| line.line.text());
        let asked = self
            .prompt
            .as_ref()
            .and_then(|prompt| match &prompt.question {
                Question::Park => Some(prompt.line.text()),
                Question::Pasted(pasted) => Some(pasted.text.as_str()),
                _ => None,
            });
        let between = if words.is_empty() || asked.is_none_or(str::is_empty) {
            ""
        } else {
            " "
        };
        HalfTyped {
            line: [words, between, asked.unwrap_or_default()].concat(),
            tag: line.tag,
            rewritten,
        }
    }

    /// Returns the new words of a note, where they are not the old ones.
    fn rewritten(&self) -> Option<Rewritten> {
        let note = self.edited_note()?;
        let words = self.writing.line.text();
        let changed = self.edited(note, words) != note.body || words.trim().is_empty();
        (changed || self.writing.tag != Some(note.body.tag)).then(|| Rewritten {
            id: note.id,
            words: words.to_owned(),
            tag: self.writing.tag,
        })
    }

    /// Puts back what was typed last time; where its note is gone the words stand on the line, so that nothing typed is lost.
    pub(in crate::app) fn type_again(&mut self, half: HalfTyped) {
        let HalfTyped {
            mut line,
            tag,
            rewritten,
        } = half;
        let rewritten = rewritten.filter(|rewritten| {
            let there = self.session.note(rewritten.id).is_some();
            if !there {
                let between = if line.is_empty() { "" } else { " " };
                line = [&rewritten.words, between, &line].concat();
            }
            there
        });
        let block = SafeText::block(&line);
        let flat = block.on_one_line().trim_end().to_owned();
        self.writing = Writing {
            line: LineEditor::with(&flat),
            tag,
            block: block.contains('\n').then_some(block),
            ..Writing::default()
        };
        if let Some(Rewritten { id, words, tag }) = rewritten {
            self.edit_note(id);
            self.writing.line = LineEditor::with(&words);
            self.writing.tag = tag;
        }
    }

    /// Sees to it that what is typed is on the disk within two seconds.
    pub(in crate::app) fn keep_line_soon(&mut self, cx: &Cx<'_>) {
        self.keep_line_at.get_or_insert(cx.now + KEEP_AFTER);
    }
}
