//! What is seen while sessions are read for the first time: one line on a terminal, and nothing else.

use std::io::Write as _;

use super::Context;
use crate::{
    run::clock::Clock,
    store::library::Progress,
    t,
    text::{Moment, Span, Texts, width},
};

/// Who waits no longer than this need not be told why.
const SHORT: Span = Span(500);
/// The line is written again after so many sessions.
const EVERY: usize = 50;

/// The line that tells how far the reading has come.
pub(super) struct Indexing {
    texts: Texts,
    clock: Clock,
    began: Moment,
    is_terminal: bool,
    columns: usize,
    shown: bool,
}

impl Indexing {
    pub(super) fn new(context: &Context) -> Self {
        let dumb = context.env.term.as_deref() == Some("dumb");
        Self {
            texts: context.texts,
            clock: context.clock,
            began: context.clock.now(),
            is_terminal: context.env.errors_are_terminal && !dumb,
            columns: usize::from(context.env.columns.unwrap_or(80)).max(20),
            shown: false,
        }
    }

    /// Shows how far it has come, where it takes long.
    pub(super) fn tell(&mut self, progress: Progress) {
        let rare = progress.anew.is_multiple_of(EVERY) && progress.anew > 0;
        if !self.is_terminal || !rare || self.clock.now() - self.began < SHORT {
            return;
        }
        let (done, of) = (progress.done, progress.of);
        let words = t!(self.texts, "search-reading", done = done, of = of);
        let words = width::fit(&words, self.columns - 1);
        let blank = self.columns - 1 - width::width(&words);
        let mut out = std::io::stderr().lock();
        // Where standard error is gone there is nobody to tell.
        drop(write!(out, "\r{words}{}", " ".repeat(blank)));
        drop(out.flush());
        self.shown = true;
    }

    /// Clears the line, for what is to be read.
    pub(super) fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            let mut out = std::io::stderr().lock();
            drop(write!(out, "\r{}\r", " ".repeat(self.columns - 1)));
            drop(out.flush());
        }
    }
}
