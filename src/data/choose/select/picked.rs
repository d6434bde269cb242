//! Which columns of a file of rows are meant by a recipe.

use crate::{
    data::choose::{
        ChoiceFault,
        names::{self, Fit},
    },
    domain::recipe::{Recipe, Value},
    text::SafeText,
};

/// The places of the columns that a recipe names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Picked {
    /// What runs along the axis.
    pub(super) axis: Option<usize>,
    /// What becomes groups.
    pub(super) group: Option<usize>,
    /// The values; none where rows are counted.
    pub(super) values: Vec<usize>,
    /// How many answered.
    pub(super) n: Option<usize>,
    /// The column of each filter.
    pub(super) filters: Vec<usize>,
}

impl Picked {
    /// Finds the columns, and writes their own names into the recipe.
    pub(super) fn of(columns: &[SafeText], recipe: &mut Recipe) -> Result<Self, ChoiceFault> {
        let one = |name: &mut SafeText| -> Result<usize, ChoiceFault> {
            let at = column(columns, name)?;
            *name = columns[at].clone();
            Ok(at)
        };
        let values = match &mut recipe.value {
            Value::Numbers { columns, .. } => {
                columns.iter_mut().map(one).collect::<Result<_, _>>()?
            }
            Value::Rows => Vec::new(),
            Value::Shares { .. } => return Err(ChoiceFault::NoSurvey),
        };
        let picked = Self {
            axis: recipe.axis.as_mut().map(one).transpose()?,
            group: recipe.group.as_mut().map(one).transpose()?,
            values,
            n: recipe.n.as_mut().map(one).transpose()?,
            filters: recipe
                .filters
                .iter_mut()
                .map(|filter| one(&mut filter.column))
                .collect::<Result<_, _>>()?,
        };
        if picked.values.is_empty() && !matches!(recipe.value, Value::Rows) {
            return Err(ChoiceFault::Nothing);
        }
        picked.check(columns)
    }

    fn check(self, columns: &[SafeText]) -> Result<Self, ChoiceFault> {
        let counts = self.values.is_empty();
        if self.axis.is_none() && (counts || self.values.len() < 2 && self.group.is_none()) {
            return Err(ChoiceFault::Nothing);
        }
        if self.axis.is_some() && self.group.is_some() && self.values.len() > 1 {
            return Err(ChoiceFault::TwoGroupings);
        }
        let mut drawn: Vec<usize> = self.values.clone();
        drawn.extend(self.axis);
        drawn.extend(self.group);
        drawn.sort_unstable();
        match drawn.windows(2).find(|two| two[0] == two[1]) {
            Some(two) => Err(ChoiceFault::Twice(columns[two[0]].clone())),
            None => Ok(self),
        }
    }

    /// Says whether a column stands in the chart itself.
    pub(super) fn is_drawn(&self, column: usize) -> bool {
        self.axis == Some(column)
            || self.group == Some(column)
            || self.n == Some(column)
            || self.values.contains(&column)
    }
}

/// Suggests a title from the names of a recipe: the value, or the publisher's own words, and then the labels of filters with one.
pub(in crate::data::choose) fn title(recipe: &Recipe, own: &str) -> SafeText {
    let mut parts: Vec<&str> = Vec::new();
    match &recipe.value {
        _ if !own.is_empty() => parts.push(own),
        Value::Numbers { columns, .. } if columns.len() == 1 => {
            parts.extend(columns.first().map(SafeText::as_str));
        }
        Value::Numbers { columns, .. } if !stem(columns).is_empty() => {
            parts.push(stem(columns).trim_end_matches([' ', ',', ':', '–', '-']));
        }
        _ => parts.extend(recipe.axis.as_deref()),
    }
    for filter in &recipe.filters {
        if let [label] = filter.labels.as_slice()
            && !label.is_empty()
        {
            parts.push(label);
        }
    }
    if parts.is_empty() {
        parts.push(&recipe.file);
    }
    SafeText::line(&parts.join(", "))
}

/// Returns what the names of several columns begin with, up to a sign that parts it from what is their own: `Elever, ` of `Elever,
/// årskurs 1` and `Elever, årskurs 2`.
pub(super) fn stem(columns: &[SafeText]) -> &str {
    const PARTS: [&str; 4] = [", ", ": ", " – ", " - "];
    let Some((first, rest)) = columns.split_first().filter(|(_, rest)| !rest.is_empty()) else {
        return "";
    };
    let shared = |end: usize| {
        let stem = first.get(..end)?;
        let parts = PARTS.iter().any(|part| stem.ends_with(part)) && end < first.len();
        let all = rest
            .iter()
            .all(|name| name.len() > end && name.starts_with(stem));
        (parts && all).then_some(stem)
    };
    (0..first.len()).rev().find_map(shared).unwrap_or("")
}

/// Finds a column by its name.
pub(in crate::data::choose) fn column(
    columns: &[SafeText],
    asked: &SafeText,
) -> Result<usize, ChoiceFault> {
    let names = columns.iter().map(SafeText::as_str);
    match names::find(asked, names.clone()) {
        Fit::One(at) => Ok(at),
        Fit::Many(fit) => Err(ChoiceFault::ManyColumns(
            asked.clone(),
            fit.into_iter().map(|at| columns[at].clone()).collect(),
        )),
        Fit::None => Err(ChoiceFault::NoColumn(
            asked.clone(),
            names::near(asked, names),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_columns_share_is_said_once() {
        for (names, shared) in [
            (&["Elever, årskurs 1", "Elever, årskurs 2"][..], "Elever, "),
            (
                &["Andel: åk 8, flickor", "Andel: åk 8, pojkar"],
                "Andel: åk 8, ",
            ),
            (&["2019", "2020"], ""),
            (&["Elever", "Elever, flickor"], ""),
            (&["Elever, åk 1", "Andel, åk 1"], ""),
            (&["Å, x"], ""),
            (&[], ""),
        ] {
            let names: Vec<SafeText> = names.iter().map(|name| (*name).into()).collect();
            assert_eq!(stem(&names), shared);
        }
    }
}
