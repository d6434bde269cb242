//! What is seen on standard error while one waits: one line on a terminal, plain rows elsewhere.

use std::io::Write as _;

use super::Context;
use crate::{
    chart::Glyphs,
    fetch::client::News,
    t,
    text::{SafeText, Span, Texts, width},
};

/// How long the bar is.
const BAR: usize = 20;
/// A shorter pause is not worth a word; every pace has some.
const SHORT: Span = Span::seconds(3);

/// What is seen while one waits.
pub(super) struct Progress {
    texts: Texts,
    is_terminal: bool,
    ascii: bool,
    columns: usize,
    host: SafeText,
    /// So many of so many pieces are here.
    here: (usize, usize),
    /// Something stands on the line of the terminal.
    shown: bool,
}

impl Progress {
    pub(super) fn new(context: &Context) -> Self {
        let dumb = context.env.term.as_deref() == Some("dumb");
        Self {
            texts: context.texts,
            is_terminal: context.env.errors_are_terminal && !dumb,
            ascii: context.glyphs() == Glyphs::Ascii,
            columns: usize::from(context.env.columns.unwrap_or(80)).max(20),
            host: SafeText::default(),
            here: (0, 0),
            shown: false,
        }
    }

    /// Shows what happens.
    pub(super) fn tell(&mut self, news: &News) {
        match news {
            News::Asking(host) => {
                let another = *host != self.host;
                self.host = host.clone();
                // Rows of a file would be the same over and over.
                if self.is_terminal || another {
                    let words = t!(self.texts, "fetch-asking", host = host);
                    self.show(&words);
                }
            }
            News::Waiting(host, span) if *span >= SHORT => {
                let seconds = span.seconds_up();
                let words = t!(self.texts, "fetch-waiting", host = host, seconds = seconds);
                self.show(&words);
            }
            News::Waiting(..) => {}
            News::Here(done, all) => self.here = (*done, *all),
        }
    }

    fn show(&mut self, words: &str) {
        let words = match self.here {
            (done, all) if all > 1 && self.is_terminal => {
                let count = t!(self.texts, "fetch-of", done = done, all = all);
                format!("{} {count}  {words}", bar(done, all, self.ascii))
            }
            (done, all) if all > 1 => {
                format!(
                    "{} {words}",
                    t!(self.texts, "fetch-of", done = done, all = all)
                )
            }
            _ => words.to_owned(),
        };
        let words = width::fit(&words, self.columns - 1);
        let mut out = std::io::stderr().lock();
        // Where standard error is gone there is nobody to tell.
        if self.is_terminal {
            let blank = self.columns - 1 - width::width(&words);
            drop(write!(out, "\r{words}{}", " ".repeat(blank)));
        } else {
            drop(writeln!(out, "{words}"));
        }
        drop(out.flush());
        self.shown = true;
    }

    /// Clears the line: what was said while one waited is over.
    pub(super) fn end(&mut self) {
        if self.is_terminal && std::mem::take(&mut self.shown) {
            let mut out = std::io::stderr().lock();
            drop(write!(out, "\r{}\r", " ".repeat(self.columns - 1)));
            drop(out.flush());
        }
    }
}

fn bar(done: usize, all: usize, ascii: bool) -> String {
    let (full, empty) = if ascii { ("#", ".") } else { ("█", "░") };
    let filled = (done * BAR / all.max(1)).min(BAR);
    format!("{}{}", full.repeat(filled), empty.repeat(BAR - filled))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_full_as_the_work_is_done() {
        assert_eq!(bar(0, 3, true), "....................");
        assert_eq!(bar(1, 2, true), "##########..........");
        assert_eq!(bar(9, 3, false), "█".repeat(20));
        assert_eq!(bar(1, 0, false), "█".repeat(20));
    }
}
