//! Finding one of many by typing: a municipality among 290.

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{AtomKind, CaseMatching, Normalization, Pattern},
};

use crate::input::line_editor::LineEditor;

/// A list that is looked through by typing.
#[derive(Clone, Debug)]
pub struct Finder {
    /// What was typed.
    pub line: LineEditor,
    /// The chosen place among what fits.
    pub selected: usize,
    /// Several were marked; then Enter takes these.
    pub marked: Vec<usize>,
    /// What is looked through.
    pub names: Vec<String>,
}

impl Finder {
    /// Opens a list at a place in it, or with a first letter typed.
    pub(super) fn new(names: Vec<String>, at: usize, typed: Option<char>) -> Self {
        let mut line = LineEditor::default();
        if let Some(first) = typed {
            line.type_char(first);
        }
        Self {
            line,
            selected: if typed.is_some() { 0 } else { at },
            marked: Vec::new(),
            names,
        }
    }

    /// Returns the places of the names that fit, best first.
    pub fn found(&self) -> Vec<usize> {
        find(self.line.text(), &self.names)
    }

    /// Returns what Enter takes: the marked ones, else the chosen one.
    pub(super) fn taken(&self) -> Vec<usize> {
        if !self.marked.is_empty() {
            return self.marked.clone();
        }
        self.found()
            .get(self.selected)
            .copied()
            .into_iter()
            .collect()
    }

    /// Marks the chosen one, or takes its mark away.
    pub(super) fn mark(&mut self) {
        if let Some(place) = self.found().get(self.selected).copied() {
            match self.marked.iter().position(|marked| *marked == place) {
                Some(at) => drop(self.marked.remove(at)),
                None => self.marked.push(place),
            }
        }
    }

    /// Moves among what fits.
    pub(super) fn walk(&mut self, by: isize) {
        let last = self.found().len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }
}

/// Finds names: those that begin so first, then those with a word that does, then others, each in their order. Rings and dots may be
/// left out.
pub fn find(typed: &str, names: &[String]) -> Vec<usize> {
    let typed = typed.trim();
    if typed.is_empty() {
        return (0..names.len()).collect();
    }
    for kind in [AtomKind::Prefix, AtomKind::Substring, AtomKind::Fuzzy] {
        let pattern = Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, kind);
        let found = scored(&pattern, names);
        if !found.is_empty() && kind == AtomKind::Prefix {
            let pattern = Pattern::new(
                typed,
                CaseMatching::Ignore,
                Normalization::Smart,
                AtomKind::Substring,
            );
            let rest = scored(&pattern, names)
                .into_iter()
                .filter(|place| !found.contains(place));
            return found
                .iter()
                .copied()
                .chain(rest.collect::<Vec<_>>())
                .collect();
        }
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

fn scored(pattern: &Pattern, names: &[String]) -> Vec<usize> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut found: Vec<(u32, usize)> = names
        .iter()
        .enumerate()
        .filter_map(|(place, name)| {
            let score = pattern.score(Utf32Str::new(name, &mut buffer), &mut matcher)?;
            Some((score, place))
        })
        .collect();
    found.sort_by_key(|(score, place)| (std::cmp::Reverse(*score), *place));
    found.into_iter().map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(typed: &str, names: &[&str]) -> Vec<String> {
        let all: Vec<String> = names.iter().map(ToString::to_string).collect();
        find(typed, &all)
            .into_iter()
            .map(|place| all[place].clone())
            .collect()
    }

    #[test]
    fn rings_and_dots_may_be_left_out() {
        let all = [
            "Malmö",
            "Malå",
            "Mölndal",
            "Älmhult",
            "Stockholm",
            "Upplands Väsby",
            "Upplands-Bro",
        ];
        assert_eq!(names("mol", &all), ["Mölndal"]);
        assert_eq!(names("ma", &all)[..2], ["Malmö", "Malå"]);
        assert_eq!(names("ALM", &all), ["Älmhult", "Malmö"]);
        assert_eq!(names("malmö", &all), ["Malmö"]);
        assert_eq!(names("väs", &all), ["Upplands Väsby"]);
        assert_eq!(names("upplands v", &all), ["Upplands Väsby"]);
        assert_eq!(names("sthlm", &all), ["Stockholm"]);
        assert_eq!(names("xyz", &all), Vec::<String>::new());
        assert_eq!(names("", &all).len(), all.len());
    }
}
