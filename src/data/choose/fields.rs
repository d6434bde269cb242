//! What may be picked from a file.

use super::{cube, roles, select::unit_of};
use crate::{
    data::{
        Table,
        profile::{
            Profile,
            column::{Column, Kind},
        },
        survey::{self, Part},
        table::Role,
        understood::{Holds, Understood},
    },
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
    /// What it is in a file with one row a person; none in other files.
    pub part: Option<Part>,
}

impl Field {
    /// Says whether it holds answers of people, to be drawn as shares.
    pub fn is_asked(&self) -> bool {
        matches!(self.part, Some(Part::Answers(2..) | Part::Several(_)))
    }

    /// Says whether it may stand in a chart at all: what tells who somebody is may not.
    pub fn may_be_charted(&self) -> bool {
        self.part.is_none_or(Part::may_be_charted)
    }
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
        Holds::Rows(profile) => {
            let parts = survey::detect(profile).map(|survey| survey.parts);
            let columns = profile.columns.iter().enumerate();
            columns
                .map(|(at, column)| {
                    let part = parts.as_ref().and_then(|parts| parts.get(at).copied());
                    of_survey(of_column(column, profile), column, part)
                })
                .collect()
        }
        Holds::Tables(tables) => cube::table(tables).map_or_else(Vec::new, of_table),
    }
}

/// In a survey answers that are numbers, as those of a scale or of a school year, are labels as words are.
fn of_survey(field: Field, column: &Column, part: Option<Part>) -> Field {
    if !matches!(part, Some(Part::Answers(_))) || field.kind != FieldKind::Number {
        return Field { part, ..field };
    }
    let labels = column.labels.iter().map(|(label, _)| label.clone());
    let mut labels: Vec<SafeText> = labels.collect();
    let number = |label: &SafeText| label.replace(',', ".").parse::<f64>().unwrap_or(f64::MAX);
    labels.sort_by(|one, other| number(one).total_cmp(&number(other)));
    Field {
        part,
        kind: FieldKind::Words,
        labels,
        counts: false,
        ..field
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
        unit: if column.percent {
            SafeText::line("%")
        } else {
            SafeText::line(&unit_of(&column.heading))
        },
        kind,
        labels,
        part: None,
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
            part: None,
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
        part: None,
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
