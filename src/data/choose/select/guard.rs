//! What is watched while rows are folded, so that nothing is counted twice and no municipality is compared unasked.

use super::{Picked, text};
use crate::{
    data::{
        choose::{ChoiceFault, Remark, grid::Grid, roles},
        rows::{Raw, seen},
        table::Role,
    },
    domain::recipe::{Recipe, Value},
    text::SafeText,
};

/// What is known of the rows that count, column by column.
pub(super) struct Guard {
    watched: Vec<Watched>,
    /// The columns with places: on the axis, among the groups, or neither.
    axis: Option<SafeText>,
    group: Option<SafeText>,
    compare: bool,
}

#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own about the column"
)]
struct Watched {
    column: usize,
    name: SafeText,
    /// Whether its totals would be added to their parts.
    folded: bool,
    /// Whether it holds places and nobody chose among them.
    places: bool,
    first: Option<Box<str>>,
    several: bool,
    total: Option<Box<str>>,
    part: bool,
    blank: u64,
    words: u64,
    /// How often a label was the one of the row before.
    repeats: u64,
    last: String,
}

impl Guard {
    /// Watches the columns whose labels nobody chose.
    pub(super) fn new(picked: &Picked, recipe: &Recipe, columns: &[SafeText]) -> Self {
        let place = |column: Option<usize>| {
            let name = &columns[column?];
            (roles::role(name) == Role::Place).then(|| name.clone())
        };
        let folds = match &recipe.value {
            Value::Numbers { fold, .. } => *fold != crate::domain::recipe::Fold::Only,
            Value::Rows | Value::Shares { .. } => true,
        };
        let mut watched = Vec::new();
        for (column, name) in columns.iter().enumerate() {
            let filter = picked.filters.iter().position(|filter| *filter == column);
            let labels = filter.map(|at| recipe.filters[at].labels.len());
            if picked.is_drawn(column) || labels == Some(1) {
                continue;
            }
            let places = labels.is_none() && roles::role(name) == Role::Place;
            if folds || places {
                watched.push(Watched {
                    column,
                    name: name.clone(),
                    folded: folds,
                    places: places && !recipe.compare,
                    first: None,
                    several: false,
                    total: None,
                    part: false,
                    blank: 0,
                    words: 0,
                    repeats: 0,
                    last: String::new(),
                });
            }
        }
        Self {
            watched,
            axis: place(picked.axis),
            group: place(picked.group),
            compare: recipe.compare,
        }
    }

    /// Looks at a row that counts.
    pub(super) fn see(&mut self, cells: &[Raw<'_>]) {
        for watched in &mut self.watched {
            watched.see(cells);
        }
    }

    /// Says where places stand beside each other unasked.
    pub(super) fn places(&self, grid: &Grid) -> Result<(), ChoiceFault> {
        if self.compare {
            return Ok(());
        }
        for (name, labels) in [(&self.axis, &grid.rows), (&self.group, &grid.columns)] {
            let places = labels.iter().filter(|label| roles::is_place(label)).count();
            if let Some(name) = name
                && places > 1
            {
                return Err(ChoiceFault::Places(name.clone()));
            }
        }
        match self.watched.iter().find(|one| one.places && one.several) {
            Some(one) => Err(ChoiceFault::Places(one.name.clone())),
            None => Ok(()),
        }
    }

    /// Says where a total stands among its parts.
    pub(super) fn totals(&self) -> Result<(), ChoiceFault> {
        let mixed = self
            .watched
            .iter()
            .find(|one| one.folded && one.part && one.total.is_some());
        match mixed.and_then(|one| Some((&one.name, one.total.as_ref()?))) {
            Some((name, total)) => Err(ChoiceFault::Total(name.clone(), SafeText::line(total))),
            None => Ok(()),
        }
    }

    /// Tells of a column of names, of which some of the rows say none: they may be totals of the others.
    pub(super) fn blank(&self) -> Option<Remark> {
        let names = |one: &Watched| one.repeats * 8 < one.words;
        let few =
            |one: &&Watched| one.folded && one.blank > 0 && one.words > one.blank && names(one);
        let one = self.watched.iter().find(few)?;
        Some(Remark::Blank(one.name.clone(), one.blank))
    }
}

impl Watched {
    fn see(&mut self, cells: &[Raw<'_>]) {
        // Numbers are no totals and no places; a code that is a number stands as text in most files.
        if let Some(Raw::Number(_) | Raw::Date(_)) = cells.get(self.column)
            && !self.places
        {
            return;
        }
        let label = text(cells, self.column);
        if label.is_empty() {
            self.blank += 1;
            return;
        }
        if self.places && !self.several && roles::is_place(&label) {
            match &self.first {
                None => self.first = Some((*label).into()),
                Some(first) => self.several = **first != *label,
            }
        }
        if !self.folded {
            return;
        }
        // What is kept as the last is words, and no total.
        if self.last == *label {
            self.words += 1;
            self.repeats += 1;
            return;
        }
        let begins = label.as_bytes()[0];
        if begins.is_ascii_digit() {
            self.part = true;
        } else if roles::is_total(&label) {
            if self.total.is_none() {
                self.total = Some((*label).into());
            }
        } else if self.words == 0 && matches!(seen::see(&label), seen::Seen::Mark(_)) {
            // A column of marks and numbers has no words.
        } else {
            self.part = true;
            self.words += 1;
            self.last.clear();
            self.last.push_str(&label);
        }
    }
}
