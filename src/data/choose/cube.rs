//! A published table, sliced: some labels of each dimension, one dimension along the axis, one as groups.

use super::{
    ChoiceFault, Chosen, MAX_GROUPS, MAX_LABELS, Remark, fail,
    grid::{Given, Grid},
    names::{self, Fit},
    roles, said_of_folds,
    select::{column, title},
    shape::{self, Axis},
};
use crate::{
    data::{
        DataError, Table,
        protect::origin,
        table::{CellRef, Dimension, Role},
    },
    domain::recipe::{Fold, Recipe, Value},
    text::SafeText,
};

/// Chooses from the tables of a file: the first with a value in it.
pub(super) fn choose(
    tables: &[Table],
    file: &SafeText,
    recipe: &Recipe,
) -> Result<Chosen, DataError> {
    let mut recipe = recipe.clone();
    recipe.file = file.clone();
    table(tables)
        .ok_or(ChoiceFault::NoRows)
        .and_then(|table| from(table, recipe))
        .map_err(|fault| fail(file, fault))
}

/// Finds the table to choose from among those that were read.
pub(super) fn table(tables: &[Table]) -> Option<&Table> {
    let with_values = |table: &&Table| table.cells.iter().any(|cell| cell.value().is_some());
    tables.iter().find(with_values).or_else(|| tables.first())
}

/// Names every label of a dimension for itself: those whose text stands twice carry their code.
pub(super) fn labels(dimension: &Dimension) -> Vec<String> {
    let mut seen = std::collections::HashMap::new();
    for label in &dimension.labels {
        *seen.entry(label.text.as_str()).or_insert(0) += 1;
    }
    dimension
        .labels
        .iter()
        .map(|label| {
            if seen.get(label.text.as_str()) == Some(&1) {
                label.text.to_string()
            } else {
                format!("{} ({})", label.text, label.code)
            }
        })
        .collect()
}

/// Returns what a dimension is about, as the file says or its name does.
pub(super) fn role(dimension: &Dimension) -> Role {
    match dimension.role {
        Role::Other => roles::role(&dimension.name),
        role => role,
    }
}

/// What was picked of one table.
struct Slice<'t> {
    table: &'t Table,
    axis: Option<usize>,
    group: Option<usize>,
    measures: Vec<usize>,
    /// Of each dimension, the names of its labels and which of them count.
    labels: Vec<(Vec<String>, Vec<bool>)>,
    /// Which dimensions somebody chose from.
    chosen: Vec<bool>,
}

fn from(table: &Table, mut recipe: Recipe) -> Result<Chosen, ChoiceFault> {
    let slice = Slice::of(table, &mut recipe)?;
    let fold = match &recipe.value {
        Value::Numbers { fold, .. } => *fold,
        Value::Rows | Value::Shares { .. } => Fold::Only,
    };
    slice.check(&recipe, fold)?;
    let mut grid = slice.grid()?;
    slice.gather(&mut grid);
    let first = slice.measures.first().map(|at| &table.measures[*at]);
    if grid.is_without_numbers() {
        let name = first.map_or_else(SafeText::default, |measure| measure.name.clone());
        return Err(ChoiceFault::NoNumbers(name));
    }
    let unit = first.map_or_else(SafeText::default, |measure| measure.unit.clone());
    let one_unit = slice
        .measures
        .iter()
        .all(|at| table.measures[*at].unit == unit);
    let unit = if one_unit { unit } else { SafeText::default() };
    let axis = Axis {
        time: slice
            .axis
            .is_some_and(|at| role(&table.dimensions[at]) == Role::Time),
        counts: false,
    };
    let made = shape::body(&grid, axis, &unit, &mut recipe)?;
    let mut remarks: Vec<Remark> = table
        .notes
        .iter()
        .filter(|note| note.must_show)
        .map(|note| Remark::Publisher(note.text.clone()))
        .collect();
    said_of_folds(&grid, fold, &mut remarks);
    let source = if table.source.is_empty() {
        &table.file
    } else {
        &table.source
    };
    Ok(Chosen {
        body: made.body,
        uncertain: made.uncertain,
        partial: made.partial,
        title: title(&recipe, ""),
        unit,
        source: source.clone(),
        updated: table.updated.clone(),
        remarks,
        origin: origin::of_table(recipe.whose),
        recipe,
        n: None,
        hidden: Vec::new(),
        limit: 0,
    })
}

impl<'t> Slice<'t> {
    fn of(table: &'t Table, recipe: &mut Recipe) -> Result<Self, ChoiceFault> {
        let names: Vec<SafeText> = table.dimensions.iter().map(|d| d.name.clone()).collect();
        let dimension = |name: &mut SafeText| -> Result<usize, ChoiceFault> {
            // A query's code is as good a name.
            let by_code = table.dimensions.iter().position(|d| d.code == *name);
            let at = match by_code {
                Some(at) => at,
                None => column(&names, name)?,
            };
            *name = names[at].clone();
            Ok(at)
        };
        let axis = recipe.axis.as_mut().map(dimension).transpose()?;
        let group = recipe.group.as_mut().map(dimension).transpose()?;
        let measures = measures(table, &mut recipe.value)?;
        if axis.is_some() && group.is_some() && measures.len() > 1 {
            return Err(ChoiceFault::TwoGroupings);
        }
        if axis.is_none() && measures.len() < 2 {
            return Err(ChoiceFault::Nothing);
        }
        if axis.is_some() && axis == group {
            return Err(ChoiceFault::Twice(
                axis.map_or_else(SafeText::default, |at| names[at].clone()),
            ));
        }
        let all = |d: &Dimension| (labels(d), vec![true; d.labels.len()]);
        let mut slice = Self {
            table,
            axis,
            group,
            measures,
            labels: table.dimensions.iter().map(all).collect(),
            chosen: vec![false; names.len()],
        };
        for filter in &mut recipe.filters {
            let at = dimension(&mut filter.column)?;
            slice.chosen[at] = true;
            slice.keep(at, &filter.column, &mut filter.labels)?;
        }
        Ok(slice)
    }

    /// Keeps some labels of a dimension, all of them where none is named.
    fn keep(
        &mut self,
        at: usize,
        column: &SafeText,
        asked: &mut [SafeText],
    ) -> Result<(), ChoiceFault> {
        if asked.is_empty() {
            return Ok(());
        }
        let (names, kept) = &mut self.labels[at];
        let mut wanted = vec![false; kept.len()];
        for label in asked {
            let place = find(names, &self.table.dimensions[at], column, label)?;
            wanted[place] = true;
            *label = SafeText::line(&names[place]);
        }
        // A second filter on the same dimension narrows the first.
        kept.iter_mut()
            .zip(wanted)
            .for_each(|(kept, wanted)| *kept &= wanted);
        Ok(())
    }

    fn count(&self, at: usize) -> usize {
        self.labels[at].1.iter().filter(|kept| **kept).count()
    }

    /// Says what would be mixed or compared unasked.
    fn check(&self, recipe: &Recipe, fold: Fold) -> Result<(), ChoiceFault> {
        let dimensions = || self.table.dimensions.iter().enumerate();
        let drawn = |at: usize| self.axis == Some(at) || self.group == Some(at);
        if (0..self.labels.len()).any(|at| self.count(at) == 0) {
            return Err(ChoiceFault::NoRows);
        }
        for (at, dimension) in dimensions() {
            let open = drawn(at) || !self.chosen[at];
            if open && !recipe.compare && role(dimension) == Role::Place && self.count(at) > 1 {
                return Err(ChoiceFault::Places(dimension.name.clone()));
            }
        }
        for (drawn, most, long) in [
            (self.axis, MAX_LABELS, true),
            (self.group, MAX_GROUPS, false),
        ] {
            if let Some(at) = drawn.filter(|at| self.count(*at) > most) {
                let name = self.table.dimensions[at].name.clone();
                return Err(if long {
                    ChoiceFault::Long(name, most)
                } else {
                    ChoiceFault::Wide(name, most)
                });
            }
        }
        let folded: Vec<usize> = (0..self.labels.len())
            .filter(|at| !drawn(*at) && self.count(*at) > 1)
            .collect();
        if folded.is_empty() {
            return Ok(());
        }
        if fold == Fold::Only {
            return Err(ChoiceFault::Several {
                at: self.first_place(),
                rows: None,
                differ: folded
                    .iter()
                    .map(|at| self.table.dimensions[*at].name.clone())
                    .collect(),
            });
        }
        for at in folded {
            let (names, kept) = &self.labels[at];
            let total = names
                .iter()
                .zip(kept)
                .find(|(name, kept)| **kept && roles::is_total(name));
            if let Some((total, _)) = total {
                let name = self.table.dimensions[at].name.clone();
                return Err(ChoiceFault::Total(name, SafeText::line(total)));
            }
        }
        Ok(())
    }

    fn first_place(&self) -> SafeText {
        let first = |at: usize| {
            let (names, kept) = &self.labels[at];
            names.iter().zip(kept).find(|(_, kept)| **kept)
        };
        let place = self.axis.and_then(first);
        place.map_or_else(SafeText::default, |(name, _)| SafeText::line(name))
    }

    /// Makes the grid with its labels in the publisher's order.
    fn grid(&self) -> Result<Grid, ChoiceFault> {
        let mut grid = Grid::default();
        let measures = || {
            let names = self.measures.iter();
            names.map(|at| self.table.measures[*at].name.to_string())
        };
        let of = |at: usize| -> Vec<String> {
            let (names, kept) = &self.labels[at];
            let kept = names.iter().zip(kept).filter(|(_, kept)| **kept);
            kept.map(|(name, _)| name.clone()).collect()
        };
        let rows: Vec<String> = match self.axis {
            Some(at) => of(at),
            None => measures().collect(),
        };
        let columns: Vec<String> = match (self.group, self.axis) {
            (Some(at), _) => of(at),
            (None, Some(_)) if self.measures.len() > 1 => measures().collect(),
            (None, _) => vec![String::new()],
        };
        for (labels, names, most) in [
            (&mut grid.rows, rows, MAX_LABELS),
            (&mut grid.columns, columns, MAX_GROUPS),
        ] {
            for name in names {
                let wide = || ChoiceFault::Wide(SafeText::line(&name), most);
                labels.place(&name, most).ok_or_else(wide)?;
            }
        }
        Ok(grid)
    }

    /// Goes through all cells, the last dimension fastest and the measures faster still.
    fn gather(&self, grid: &mut Grid) {
        let places = |at: Option<usize>| -> Vec<usize> {
            let Some(at) = at else { return Vec::new() };
            let mut next = 0;
            let kept = self.labels[at].1.iter();
            kept.map(|kept| {
                let place = next;
                next += usize::from(*kept);
                place
            })
            .collect()
        };
        let (rows, columns) = (places(self.axis), places(self.group));
        let mut counter = vec![0; self.labels.len()];
        let width = self.table.measures.len();
        let combinations = self.table.cells.len() / width.max(1);
        for combination in 0..combinations {
            let counts = counter
                .iter()
                .zip(&self.labels)
                .all(|(at, (_, kept))| kept[*at]);
            if counts {
                for (place, measure) in self.measures.iter().enumerate() {
                    let row = self.axis.map_or(place, |at| rows[counter[at]]);
                    let column = match (self.group, self.axis) {
                        (Some(at), _) => columns[counter[at]],
                        (None, Some(_)) => place,
                        (None, None) => 0,
                    };
                    let given = match self.table.cells.get(combination * width + measure) {
                        Some(CellRef::Value(value)) => Given::Number(value),
                        Some(CellRef::Missing(reason)) => Given::Mark(&reason.mark),
                        None => Given::Mark(""),
                    };
                    grid.add((row, column), combination as u64 + 1, given);
                }
            }
            turn(&mut counter, &self.labels);
        }
    }
}

/// Turns to the next combination of labels, as the figures of a clock do.
fn turn(counter: &mut [usize], labels: &[(Vec<String>, Vec<bool>)]) {
    for (at, (names, _)) in counter.iter_mut().zip(labels).rev() {
        *at += 1;
        if *at < names.len() {
            return;
        }
        *at = 0;
    }
}

fn find(
    names: &[String],
    dimension: &Dimension,
    column: &SafeText,
    asked: &SafeText,
) -> Result<usize, ChoiceFault> {
    if let Some(at) = dimension
        .labels
        .iter()
        .position(|label| label.code == *asked)
    {
        return Ok(at);
    }
    let all = names.iter().map(String::as_str);
    match names::find(asked, all.clone()) {
        Fit::One(at) => Ok(at),
        Fit::Many(fit) => Err(ChoiceFault::ManyLabels {
            column: column.clone(),
            asked: asked.clone(),
            fit: fit
                .into_iter()
                .map(|at| SafeText::line(&names[at]))
                .collect(),
        }),
        Fit::None => Err(ChoiceFault::NoLabel {
            column: column.clone(),
            asked: asked.clone(),
            near: names::near(asked, all),
        }),
    }
}

/// Finds the measures; where none is named and there is one, it is that.
fn measures(table: &Table, value: &mut Value) -> Result<Vec<usize>, ChoiceFault> {
    let names: Vec<SafeText> = table.measures.iter().map(|m| m.name.clone()).collect();
    let Value::Numbers { columns, .. } = value else {
        return Err(ChoiceFault::NoSurvey);
    };
    if columns.is_empty() {
        let [only] = names.as_slice() else {
            return Err(ChoiceFault::Nothing);
        };
        columns.push(only.clone());
    }
    columns
        .iter_mut()
        .map(|name| {
            let by_code = table.measures.iter().position(|m| m.code == *name);
            let at = match by_code {
                Some(at) => at,
                None => column(&names, name)?,
            };
            *name = names[at].clone();
            Ok(at)
        })
        .collect()
}
