//! What may be picked from a file, and what to begin with.

use super::{cube, read_as, roles, select::unit_of};
use crate::{
    data::{
        Table,
        profile::{
            Profile,
            column::{Column, Kind},
        },
        table::Role,
        understood::{Holds, Understood},
    },
    domain::recipe::{Filter, Fold, Recipe, Value},
    text::SafeText,
};

/// A column of a file of rows, or a dimension or a measure of a published table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The name by which it is picked.
    pub name: SafeText,
    /// What it can be.
    pub kind: FieldKind,
    /// Its labels in their order, as far as they are kept; none for numbers.
    pub labels: Vec<SafeText>,
    /// Whether there are more labels than these.
    pub more: bool,
    /// The label that stands for all the others together, where there is one.
    pub total: Option<SafeText>,
    /// The unit of a value; may be empty.
    pub unit: SafeText,
    /// Whether its values are whole numbers that may be added: no shares, no means.
    pub counts: bool,
}

/// What a field can be in a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FieldKind {
    /// Numbers: a value.
    Number,
    /// Times: an axis.
    Time,
    /// Municipalities, counties: a filter, and an axis when somebody asks to compare.
    Place,
    /// Words that come again: an axis, groups, a filter.
    Words,
    /// A label of its own on nearly every row, as names, numbers and free text have: a filter, no axis that is proposed.
    Own,
    /// Nothing in it.
    Empty,
}

impl FieldKind {
    /// Says whether it may be drawn as a value.
    pub const fn is_value(self) -> bool {
        matches!(self, Self::Number)
    }

    /// Says whether it is proposed for an axis or for groups.
    pub const fn is_axis(self) -> bool {
        matches!(self, Self::Time | Self::Place | Self::Words)
    }
}

/// Lists what may be picked from a file, in its order. Of a file with several tables those of the one that is read.
pub fn fields(understood: &Understood) -> Vec<Field> {
    match &understood.holds {
        Holds::Rows(profile) => profile
            .columns
            .iter()
            .map(|column| of_column(column, profile))
            .collect(),
        Holds::Tables(tables) => cube::table(tables).map_or_else(Vec::new, of_table),
    }
}

fn of_column(column: &Column, profile: &Profile) -> Field {
    let labels: Vec<SafeText> = column
        .labels
        .iter()
        .map(|(label, _)| label.clone())
        .collect();
    let times = labels.len() > 1 || !column.more_labels;
    let all_times =
        !labels.is_empty() && times && labels.iter().all(|label| roles::period(label).is_some());
    let known: u64 = column.labels.iter().map(|(_, count)| count).sum();
    // On the mean fewer than two rows a label, in a file that is long enough to tell.
    let own = profile.rows > 20 && (column.labels.len() as u64) * 2 > known;
    let numeric = column.kind == Kind::Number;
    let kind = match (column.kind, roles::role(&column.heading)) {
        (Kind::Empty, _) => FieldKind::Empty,
        (Kind::Year | Kind::Date, _) | (Kind::Number, Role::Time) => FieldKind::Time,
        (Kind::Text, _) if all_times => FieldKind::Time,
        (Kind::Number, _) => FieldKind::Number,
        // A few words among numbers are marks that a publisher made up.
        (Kind::Mixed, _) if column.numbers > column.texts => FieldKind::Number,
        (_, Role::Place) => FieldKind::Place,
        _ if own => FieldKind::Own,
        _ => FieldKind::Words,
    };
    let labels = if kind == FieldKind::Number {
        Vec::new()
    } else {
        labels
    };
    Field {
        name: column.name.clone(),
        total: labels.iter().find(|label| roles::is_total(label)).cloned(),
        more: !numeric && column.more_labels,
        counts: column.decimals == 0 && adds(&column.heading) && !answers(column),
        unit: SafeText::line(&unit_of(&column.heading)),
        kind,
        labels,
    }
}

fn of_table(table: &Table) -> Vec<Field> {
    let dimensions = table.dimensions.iter().map(|dimension| {
        let labels: Vec<SafeText> = cube::labels(dimension)
            .iter()
            .map(|label| SafeText::line(label))
            .collect();
        Field {
            name: dimension.name.clone(),
            kind: match cube::role(dimension) {
                Role::Time => FieldKind::Time,
                Role::Place => FieldKind::Place,
                Role::Other | Role::Rows => FieldKind::Words,
            },
            total: labels.iter().find(|label| roles::is_total(label)).cloned(),
            labels,
            more: false,
            unit: SafeText::default(),
            counts: false,
        }
    });
    let measures = table.measures.iter().map(|measure| Field {
        name: measure.name.clone(),
        kind: FieldKind::Number,
        labels: Vec::new(),
        more: false,
        total: None,
        unit: measure.unit.clone(),
        counts: false,
    });
    dimensions.chain(measures).collect()
}

/// Says whether values under a heading may be added, as far as its words tell.
fn adds(heading: &str) -> bool {
    const SHARES: [&str; 7] = ["%", "andel", "medel", "index", "share", "mean", "procent"];
    let heading = heading.to_lowercase();
    !SHARES.iter().any(|word| heading.contains(word))
}

/// Says whether the numbers of a column are answers from one end to the other rather than counts: many rows and few values.
fn answers(column: &Column) -> bool {
    !column.more_labels && column.labels.len() <= 11 && column.numbers > 100
}

/// The most labels of an axis that is proposed.
const FEW: usize = 30;

/// Proposes charts to begin with, the likeliest first. Not every one can be made of every file: take the first that can.
///
/// Time makes a series; a place is filtered to its first label; a dimension with a total is filtered to that.
pub fn proposals(understood: &Understood) -> Vec<Recipe> {
    let fields = fields(understood);
    let tables = matches!(understood.holds, Holds::Tables(_));
    let base = |axis: Option<&Field>, value: Value| Recipe {
        file: understood.file.clone(),
        read_as: read_as(&understood.wish),
        axis: axis.map(|field| field.name.clone()),
        value,
        ..Recipe::default()
    };
    let values: Vec<&Field> = fields
        .iter()
        .filter(|field| field.kind.is_value() && !field.name.eq_ignore_ascii_case("n"))
        .collect();
    let several = |field: &&Field| field.labels.len() > 1 && field.labels.len() <= FEW;
    let times = fields
        .iter()
        .filter(|field| field.kind == FieldKind::Time && field.labels.len() > 1);
    let words = fields
        .iter()
        .filter(|field| field.kind == FieldKind::Words)
        .filter(several);
    let axes: Vec<&Field> = times.chain(words).take(4).collect();
    let mut proposed = Vec::new();
    for axis in &axes {
        for field in values.iter().take(2) {
            for fold in [Fold::Only, Fold::Sum] {
                if fold == Fold::Sum && !field.counts {
                    continue;
                }
                let value = Value::Numbers {
                    columns: vec![field.name.clone()],
                    fold,
                };
                let mut recipe = base(Some(axis), value);
                recipe.filters = filters(&fields, axis, (tables, tables || fold == Fold::Only));
                proposed.push(recipe);
            }
        }
    }
    if !tables {
        if values.len() > 1 {
            let columns = values.iter().take(6).map(|field| field.name.clone());
            let value = Value::Numbers {
                columns: columns.collect(),
                fold: Fold::Only,
            };
            let mut recipe = base(None, value);
            let first = fields.iter().find(|field| {
                matches!(field.kind, FieldKind::Own | FieldKind::Place) && !field.labels.is_empty()
            });
            recipe.filters.extend(first.and_then(first_of));
            proposed.push(recipe);
        }
        let own: Vec<&Field> = fields
            .iter()
            .filter(|field| field.kind == FieldKind::Own)
            .collect();
        for axis in own.iter().rev().chain(&axes) {
            let value = values
                .iter()
                .find(|field| !field.counts)
                .or_else(|| values.first());
            if let Some(value) = value {
                let mut recipe = base(Some(axis), Value::only(&value.name));
                recipe.filters = filters(&fields, axis, (false, false));
                proposed.push(recipe);
            }
        }
        for axis in &axes {
            let mut recipe = base(Some(axis), Value::Rows);
            recipe.filters = filters(&fields, axis, (false, false));
            proposed.push(recipe);
        }
    }
    proposed
}

/// Filters what is not the axis: places to the first, others to their total, and where everything must be one, to the first.
///
/// In a file of rows a second column of places names the same place again.
fn filters(fields: &[Field], axis: &Field, (tables, one): (bool, bool)) -> Vec<Filter> {
    let others = fields.iter().filter(|field| field.name != axis.name);
    let mut placed = axis.kind == FieldKind::Place;
    others
        .filter_map(|field| match field.kind {
            FieldKind::Place if field.labels.len() > 1 => {
                let again = std::mem::replace(&mut placed, true) && !tables;
                if again { None } else { first_of(field) }
            }
            FieldKind::Words | FieldKind::Time if field.labels.len() > 1 => {
                let label = field.total.as_ref();
                let latest = field
                    .labels
                    .last()
                    .filter(|_| field.kind == FieldKind::Time);
                let first = latest.or_else(|| field.labels.first()).filter(|_| one);
                label.or(first).map(|label| filter(field, label))
            }
            _ => None,
        })
        .collect()
}

fn first_of(field: &Field) -> Option<Filter> {
    let first = field.labels.iter().find(|label| !roles::is_total(label));
    first.map(|label| filter(field, label))
}

fn filter(field: &Field, label: &SafeText) -> Filter {
    Filter {
        column: field.name.clone(),
        labels: vec![label.clone()],
    }
}
