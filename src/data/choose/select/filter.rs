//! Which rows count: those that fit every filter.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::{picked::Picked, text};
use crate::{
    data::{
        choose::{
            ChoiceFault,
            names::{self, Fit},
        },
        rows::Raw,
    },
    domain::recipe::Recipe,
    text::SafeText,
};

/// How many different labels of a filter's column are remembered, to find what was typed among them.
const REMEMBERED: usize = 20_000;

/// The filters of a recipe.
pub(super) struct Sieve {
    filters: Vec<Filter>,
}

struct Filter {
    /// Its place in the recipe.
    at: usize,
    column: usize,
    labels: Vec<SafeText>,
    hit: Vec<bool>,
    /// The labels of the file and what they are: the place of the filter's label, or none of them.
    known: HashMap<Box<str>, Option<usize>, RandomState>,
    /// The labels of the file in their order.
    order: Vec<Box<str>>,
    last: Option<(String, Option<usize>)>,
}

/// What became of the labels that no row has.
pub(super) enum Resolved {
    /// Every label is one of the file.
    AsIs,
    /// The recipe now holds the labels of the file, and the rows have to be gone through again.
    Changed,
}

impl Sieve {
    /// Makes the filters; one without labels lets everything through.
    pub(super) fn new(picked: &Picked, recipe: &Recipe) -> Self {
        let filters = recipe.filters.iter().zip(&picked.filters).enumerate();
        Self {
            filters: filters
                .filter(|(_, (filter, _))| !filter.labels.is_empty())
                .map(|(at, (filter, column))| Filter {
                    at,
                    column: *column,
                    hit: vec![false; filter.labels.len()],
                    labels: filter.labels.clone(),
                    known: HashMap::default(),
                    order: Vec::new(),
                    last: None,
                })
                .collect(),
        }
    }

    /// Says whether a row counts. Every filter looks at every row, so that the labels of all are known at the end.
    pub(super) fn passes(&mut self, cells: &[Raw<'_>]) -> bool {
        let mut passes = true;
        for filter in &mut self.filters {
            passes &= filter.passes(&text(cells, filter.column));
        }
        passes
    }

    /// Finds labels that no row has among those of the file.
    pub(super) fn resolve(&self, recipe: &mut Recipe) -> Result<Resolved, ChoiceFault> {
        let mut resolved = Resolved::AsIs;
        for filter in &self.filters {
            let column = recipe.filters[filter.at].column.clone();
            for (at, asked) in filter.labels.iter().enumerate() {
                if filter.hit[at] {
                    continue;
                }
                let found = filter.find(asked, &column)?;
                recipe.filters[filter.at].labels[at] = found;
                resolved = Resolved::Changed;
            }
        }
        Ok(resolved)
    }
}

impl Filter {
    fn passes(&mut self, label: &str) -> bool {
        if let Some((last, found)) = &self.last
            && **last == *label
        {
            return found.is_some();
        }
        let found = if let Some(found) = self.known.get(label) {
            *found
        } else {
            let found = self.look(label);
            if self.known.len() < REMEMBERED {
                self.known.insert(label.into(), found);
                self.order.push(label.into());
            }
            found
        };
        let (last, kept) = self.last.get_or_insert_default();
        last.clear();
        last.push_str(label);
        *kept = found;
        found.is_some()
    }

    fn look(&mut self, label: &str) -> Option<usize> {
        let is = |known: &SafeText| {
            known == label || (!label.is_ascii() && *known == SafeText::line(label))
        };
        let found = self.labels.iter().position(is)?;
        self.hit[found] = true;
        Some(found)
    }

    fn find(&self, asked: &SafeText, column: &SafeText) -> Result<SafeText, ChoiceFault> {
        let names = self.order.iter().map(|label| &**label);
        match names::find(asked, names.clone()) {
            Fit::One(at) => Ok(SafeText::line(&self.order[at])),
            Fit::Many(fit) => Err(ChoiceFault::ManyLabels {
                column: column.clone(),
                asked: asked.clone(),
                fit: fit
                    .into_iter()
                    .map(|at| SafeText::line(&self.order[at]))
                    .collect(),
            }),
            Fit::None => Err(ChoiceFault::NoLabel {
                column: column.clone(),
                asked: asked.clone(),
                near: names::near(asked, names),
            }),
        }
    }
}
