//! What is wrong in a file: where it stands, what it is in plain words, and what to do about it.

mod charts;
mod words;

use std::{fmt::Write as _, ops::Range};

use annotate_snippets::{AnnotationKind, Group, Renderer, Snippet};

use crate::{
    domain::chart::{self, ChartId},
    t,
    text::{SafeText, Texts},
};

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth knowing; the file is used all the same.
    Warning,
    /// The file cannot be used as it stands.
    Error,
}

/// Where in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The bytes of the text.
    pub span: Range<usize>,
}

impl Place {
    /// Finds line and column of a part of a text; an end past the text is cut, and a span inside a character is widened to it.
    pub fn of(text: &str, span: Range<usize>) -> Self {
        let start = text.floor_char_boundary(span.start.min(text.len()));
        let end = text.ceil_char_boundary(span.end.clamp(start, text.len()));
        let before = text.get(..start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            line: 1 + before.matches('\n').count(),
            column: 1 + before
                .get(line_start..)
                .unwrap_or_default()
                .trim_start_matches('\u{feff}')
                .chars()
                .count(),
            span: start..end,
        }
    }
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A stage.
    Stage,
    /// A chart.
    Chart,
    /// A note or a next step.
    Note,
    /// A participant's key.
    Participant,
    /// A kind of note.
    Tag,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The text does not say what RON or the format asks for.
    Ron(Box<ron::Error>),
    /// A newer version of the program wrote it.
    Newer {
        /// The version it says.
        found: u32,
        /// The latest version this program reads.
        known: u32,
    },
    /// The version is no number from 1.
    NoVersion(String),
    /// Two have the same name.
    Twice(Thing, String),
    /// A name that nothing has.
    NoSuch(Thing, String),
    /// An id that cannot be used: it may name files and stands in commands.
    BadId(String),
    /// Minimum, wish and maximum of a stage are not in that order.
    Minutes {
        /// The stage's title.
        stage: String,
        /// At least.
        min: u16,
        /// Wished.
        wish: u16,
        /// At most.
        max: u16,
    },
    /// No time zone has this name.
    Zone(String),
    /// No language of the program has this code.
    Language(String),
    /// Not a date and time.
    Time(String),
    /// Not a number of minutes.
    Number(String),
    /// Nothing stands in the file.
    Empty,
    /// A session without an agenda.
    NoStages,
    /// More charts than a group takes in (guide, step 3: ten to twelve).
    ManyCharts(usize),
    /// Something about a chart that a person may want to change.
    Chart(ChartId, chart::Problem),
    /// Not even the shortest agenda fits the slot.
    TooLong {
        /// The minutes of the slot.
        slot: u16,
        /// The minutes that are missing.
        over: i64,
    },
    /// The agenda fits, but not as long as its stages wish to be.
    WishesTooLong {
        /// The minutes of the slot.
        slot: u16,
        /// The minutes that are missing.
        over: i64,
    },
    /// What happened to the agenda was changed by hand, which is not taken in.
    TimelineByHand,
    /// When a note was said was changed by hand, which is not taken in.
    NoteTimeByHand(String),
    /// The session's id was changed by hand, which is not taken in.
    IdByHand,
    /// A meeting's own word for a kind of note is longer than a narrow window shows.
    LongTag(String, usize),
    /// The file that a chart takes its values from gives none; the chart, and why.
    Source(String, String),
}

/// One thing that is wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How much it matters.
    pub level: Level,
    /// The file, as the person named it.
    pub file: String,
    /// Where in it.
    pub place: Option<Place>,
    /// What it is.
    pub fault: Fault,
}

impl Problem {
    /// Makes a problem; `span` is the bytes of `text` it is about.
    pub fn new(
        level: Level,
        file: &str,
        text: &str,
        span: Option<Range<usize>>,
        fault: Fault,
    ) -> Self {
        Self {
            level,
            file: SafeText::line(file).into_string(),
            place: span.map(|span| Place::of(text, span)),
            fault,
        }
    }

    /// Makes the problem of a text that could not be read as RON. The reader must have seen the text without its byte order mark.
    pub fn of_ron(file: &str, text: &str, error: ron::error::SpannedError) -> Self {
        let bare = without_mark(text);
        if bare.trim().is_empty() {
            return Self::new(Level::Error, file, text, None, Fault::Empty);
        }
        let mark = text.len() - bare.len();
        let (start, end) = (
            byte_of(bare, error.span.start),
            byte_of(bare, error.span.end),
        );
        let span = words::narrowed(bare, start..end, &error.code);
        let span = span.start + mark..span.end + mark;
        let fault = Fault::Ron(Box::new(error.code));
        Self::new(Level::Error, file, text, Some(span), fault)
    }

    /// Returns what it is in a sentence.
    pub fn message(&self, texts: &Texts) -> String {
        words::message(&self.fault, texts)
    }

    /// Returns what to do about it, where that can be said.
    pub fn hint(&self, texts: &Texts) -> Option<String> {
        words::hint(&self.fault, texts)
    }

    /// Writes `file:line:column: message`, the form editors and logs understand, and the hint after it.
    pub fn line(&self, texts: &Texts) -> String {
        let mut line = self.file.clone();
        if let Some(place) = &self.place {
            let _always = write!(line, ":{}:{}", place.line, place.column);
        }
        let _always = write!(line, ": {}", self.message(texts));
        if let Some(hint) = self.hint(texts) {
            let _always = write!(line, " {hint}");
        }
        line
    }

    /// Draws the problem with the lines of the file around it; `source` is the text that was read.
    pub fn render(&self, texts: &Texts, source: &str, color: bool) -> String {
        let level = match self.level {
            Level::Error => annotate_snippets::Level::ERROR.with_name(t!(texts, "format-error")),
            Level::Warning => {
                annotate_snippets::Level::WARNING.with_name(t!(texts, "format-warning"))
            }
        };
        let message = self.message(texts);
        let mut group = Group::with_title(level.primary_title(message));
        let shown = visible(source);
        match &self.place {
            Some(place) if place.span.end <= source.len() => {
                let snippet = Snippet::source(shown.as_str())
                    .path(self.file.as_str())
                    .annotation(AnnotationKind::Primary.span(place.span.clone()));
                group = group.element(snippet);
            }
            _ => group = group.element(annotate_snippets::Origin::path(self.file.as_str())),
        }
        if let Some(hint) = self.hint(texts) {
            let help = annotate_snippets::Level::HELP.with_name(t!(texts, "format-help"));
            group = group.element(help.message(hint));
        }
        let renderer = if color {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        renderer.render(&[group])
    }
}

/// Returns a text without the byte order mark that some editors put first; the reader of RON does not know it.
pub(super) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Returns the source with everything a terminal would obey replaced by as many bytes that it shows.
fn visible(source: &str) -> String {
    let is_kept = |c: char| matches!(c, '\n' | '\r' | '\t');
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    source
        .chars()
        .map(|c| match c.len_utf8() {
            1 if c.is_control() && !is_kept(c) => '?',
            2 if c.is_control() || c == '\u{61c}' => '¿',
            3 if turns(c) => '\u{fffd}',
            _ => c,
        })
        .collect()
}

/// Returns the byte of a line and a column, both from 1 and counted in characters.
fn byte_of(text: &str, position: ron::error::Position) -> usize {
    let start: usize = text
        .split_inclusive('\n')
        .take(position.line.saturating_sub(1))
        .map(str::len)
        .sum();
    let line = text.get(start..).unwrap_or_default();
    start
        + line
            .char_indices()
            .nth(position.col.saturating_sub(1))
            .map_or(line.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests;
