//! What became of pasted text, in sentences.

use super::{Became, Pasted, Split};
use crate::{
    t,
    text::{SafeText, Texts},
};

impl Split {
    /// Says how cells are told apart.
    pub fn say(self, texts: &Texts) -> String {
        match self {
            Self::Tab => t!(texts, "paste-split-tab"),
            Self::Semicolon => t!(texts, "paste-split-semicolon"),
            Self::Bar => t!(texts, "paste-split-bar"),
            Self::Gaps => t!(texts, "paste-split-gaps"),
            Self::Comma => t!(texts, "paste-split-comma"),
            Self::Words => t!(texts, "paste-split-words"),
            Self::Turns => t!(texts, "paste-split-turns"),
            Self::Blocks => t!(texts, "paste-split-blocks"),
        }
    }
}

impl Became {
    /// Says it in a word or two, to stand beside the line.
    pub fn say(self, texts: &Texts) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Rule => t!(texts, "paste-rule"),
            Self::Title => t!(texts, "paste-title"),
            Self::Heading => t!(texts, "paste-heading"),
            Self::Row(row) => t!(texts, "paste-row", row = row + 1),
            Self::Part(row) => t!(texts, "paste-part", row = row + 1),
            Self::NoValue => t!(texts, "paste-no-value"),
            Self::Over => t!(texts, "paste-over"),
        }
    }
}

impl Pasted {
    /// Says what a person should know before it becomes a chart: what was read in one of two ways, what is not drawn.
    pub fn remarks(&self, texts: &Texts) -> Vec<String> {
        let mut said = Vec::new();
        if self.two_ways > 0 {
            said.push(t!(texts, "paste-two-ways", count = self.two_ways));
        }
        for unread in self.unread.iter().take(3) {
            said.push(t!(
                texts,
                "paste-unread",
                line = unread.line + 1,
                words = unread.text
            ));
        }
        if self.unread.len() > 3 {
            said.push(t!(
                texts,
                "paste-unread-more",
                count = self.unread.len() - 3
            ));
        }
        if !self.beside.is_empty() {
            let names: Vec<&str> = self.beside.iter().map(SafeText::as_str).collect();
            said.push(t!(
                texts,
                "paste-beside",
                count = self.beside.len(),
                names = names.join(", ")
            ));
        }
        let count = |became| {
            self.lines
                .iter()
                .filter(|line| line.became == became)
                .count()
        };
        let none = count(Became::NoValue);
        if none > 0 {
            said.push(t!(texts, "paste-left-out", count = none));
        }
        let over = count(Became::Over) + self.beyond;
        if over > 0 {
            said.push(t!(texts, "paste-left-over", count = over));
        }
        said
    }
}
