//! Counts the answers of a survey while its rows go by: what is in memory is the counts, however many people there are.

use std::collections::HashMap;

use super::answer;
use crate::{data::rows::Raw, domain::recipe::Filter, text::SafeText};

/// The most different answers, with mixtures of several, that are kept of a question.
const MAX_DIFFERENT: usize = 2_000;
/// The most groups.
pub const MAX_GROUPS: usize = 60;

/// What is counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// The columns of the questions.
    pub items: Vec<usize>,
    /// The column that makes groups.
    pub group: Option<usize>,
    /// Which rows count: the column, and the answers of which one must stand there.
    pub filters: Vec<(usize, Vec<SafeText>)>,
}

impl Ask {
    /// Adds a filter; one without labels lets every row through.
    pub fn filter(&mut self, column: usize, filter: &Filter) {
        let labels = filter
            .labels
            .iter()
            .filter_map(|label| answer::of_text(label));
        if !filter.labels.is_empty() {
            self.filters.push((column, labels.collect()));
        }
    }
}

/// Labels in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// The labels.
    pub texts: Vec<SafeText>,
    places: HashMap<SafeText, usize>,
}

impl Labels {
    fn place(&mut self, label: SafeText, most: usize) -> Option<usize> {
        if let Some(at) = self.places.get(&label) {
            return Some(*at);
        }
        if self.texts.len() == most {
            return None;
        }
        self.texts.push(label.clone());
        self.places.insert(label, self.texts.len() - 1);
        Some(self.texts.len() - 1)
    }
}

/// The answers to one question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// The different answers.
    pub answers: Labels,
    /// By answer and group, how many gave it.
    pub counts: Vec<Vec<u64>>,
    /// By group, how many answered.
    pub answered: Vec<u64>,
    /// How many of those that count did not answer.
    pub missing: u64,
    /// Whether there are more different answers than are kept.
    pub many: bool,
}

/// What was counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    ask: Ask,
    /// The groups; one without a name where nobody asked for any.
    pub groups: Labels,
    /// The questions.
    pub items: Vec<Item>,
    /// By group, how many answered at least one of the questions.
    pub any: Vec<u64>,
    /// How many rows there are.
    pub rows: u64,
    /// How many of them fit the filters.
    pub people: u64,
    /// How many of those are in no group, because they did not answer that question.
    pub ungrouped: u64,
    /// Whether there are more groups than are kept.
    pub many_groups: bool,
}

impl Tally {
    /// Begins to count.
    pub fn new(ask: Ask) -> Self {
        let mut groups = Labels::default();
        if ask.group.is_none() {
            groups.place(SafeText::default(), 1);
        }
        Self {
            items: vec![Item::default(); ask.items.len()],
            ask,
            groups,
            any: Vec::new(),
            rows: 0,
            people: 0,
            ungrouped: 0,
            many_groups: false,
        }
    }

    /// Counts a row.
    pub fn row(&mut self, cells: &[Raw<'_>]) {
        let of = |column: usize| cells.get(column).and_then(answer::answer);
        self.rows += 1;
        let fits = self
            .ask
            .filters
            .iter()
            .all(|(column, labels)| of(*column).is_some_and(|label| labels.contains(&label)));
        if !fits {
            return;
        }
        self.people += 1;
        let group = match self.ask.group {
            None => 0,
            Some(column) => {
                let Some(label) = of(column) else {
                    self.ungrouped += 1;
                    return;
                };
                let Some(group) = self.groups.place(label, MAX_GROUPS) else {
                    self.many_groups = true;
                    return;
                };
                group
            }
        };
        let mut any = false;
        for (item, column) in self.items.iter_mut().zip(&self.ask.items) {
            match of(*column) {
                None => item.missing += 1,
                Some(answer) => {
                    any = true;
                    item.add(answer, group);
                }
            }
        }
        if any {
            add(&mut self.any, group);
        }
    }
}

impl Item {
    fn add(&mut self, answer: SafeText, group: usize) {
        let Some(at) = self.answers.place(answer, MAX_DIFFERENT) else {
            self.many = true;
            return;
        };
        if self.counts.len() <= at {
            self.counts.push(Vec::new());
        }
        add(&mut self.counts[at], group);
        add(&mut self.answered, group);
    }

    /// Returns how many in a group gave an answer.
    pub fn count(&self, answer: usize, group: usize) -> u64 {
        let counts = self.counts.get(answer);
        counts
            .and_then(|counts| counts.get(group))
            .copied()
            .unwrap_or(0)
    }

    /// Returns how many in a group answered.
    pub fn n(&self, group: usize) -> u64 {
        self.answered.get(group).copied().unwrap_or(0)
    }
}

fn add(counts: &mut Vec<u64>, at: usize) {
    if counts.len() <= at {
        counts.resize(at + 1, 0);
    }
    counts[at] += 1;
}
