//! What to begin with: the charts that somebody most likely wants of a file, so that there is one before anything is picked.
//!
//! One measure of one place: years along the axis where the file has years, columns that differ only in a number (`Elever, årskurs 1`,
//! `Elever, årskurs 2`) where it has those, else words. What else varies is a total where there is one, or stands beside each other where
//! it has few labels. Only where none of this makes a chart everything is narrowed to one label.

use super::{Field, FieldKind, fields, read_as, roles};
use crate::{
    data::{
        survey::order,
        understood::{Holds, Understood},
    },
    domain::recipe::{Filter, Fold, Recipe, Value},
    text::SafeText,
};

/// The most labels of an axis that is proposed.
const FEW: usize = 30;
/// The most labels of groups that are proposed.
const GROUPS: usize = 4;
/// The fewest columns that make an axis together.
const FAMILY: usize = 3;

/// Returns the field of places of which one must be chosen: nobody but a person knows which is their own.
pub fn place(fields: &[Field]) -> Option<usize> {
    fields.iter().position(|field| {
        let own = field.labels.iter().filter(|label| !roles::is_total(label));
        field.kind == FieldKind::Place && own.count() > 1
    })
}

/// Proposes charts to begin with, the likeliest first, of this place where somebody has said it and of the first one otherwise. Not every
/// one can be made of every file: take the first that can.
pub fn proposals(understood: &Understood, own: Option<&SafeText>) -> Vec<Recipe> {
    let fields = fields(understood);
    let of = Of {
        own: place(&fields).zip(own),
        fields: &fields,
        tables: matches!(understood.holds, Holds::Tables(_)),
        base: Recipe {
            file: understood.file.clone(),
            read_as: read_as(&understood.wish),
            ..Recipe::default()
        },
    };
    let mut proposed = of.questions();
    let (times, words) = of.axes();
    for axis in &times {
        proposed.extend(of.along(axis));
    }
    if !of.tables {
        proposed.extend(of.families());
    }
    for axis in &words {
        proposed.extend(of.along(axis));
    }
    if !of.tables {
        proposed.extend(of.columns());
        let axes: Vec<&Field> = times.into_iter().chain(words).collect();
        proposed.extend(of.own(&axes));
        proposed.extend(of.counted(&axes));
    }
    let mut seen: Vec<Recipe> = Vec::new();
    for recipe in proposed {
        if !seen.contains(&recipe) {
            seen.push(recipe);
        }
    }
    seen
}

/// How much of what is not drawn is narrowed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Narrow {
    /// Places, times, and what has a total.
    Totals,
    /// Everything to one label.
    All,
}

/// A file and what is proposed of it.
struct Of<'a> {
    fields: &'a [Field],
    /// The place that somebody said is theirs.
    own: Option<(usize, &'a SafeText)>,
    /// The file is a published table, in which every dimension must be one.
    tables: bool,
    base: Recipe,
}

impl<'a> Of<'a> {
    /// Times and then words that may run along an axis.
    fn axes(&self) -> (Vec<&'a Field>, Vec<&'a Field>) {
        let times = self
            .fields
            .iter()
            .filter(|field| field.kind == FieldKind::Time && field.labels.len() > 1);
        let words = self.fields.iter().filter(|field| {
            field.kind == FieldKind::Words && (2..=FEW).contains(&field.labels.len())
        });
        (times.take(2).collect(), words.take(3).collect())
    }

    fn values(&self) -> Vec<&'a Field> {
        let values = self.fields.iter().filter(|field| {
            field.kind.is_value() && !field.name.eq_ignore_ascii_case("n") && field.may_be_charted()
        });
        values.collect()
    }

    fn recipe(&self, axis: Option<&Field>, value: Value) -> Recipe {
        Recipe {
            axis: axis.map(|field| field.name.clone()),
            value,
            ..self.base.clone()
        }
    }

    /// The shares of the answers to a question, first of one on a scale that is known.
    fn questions(&self) -> Vec<Recipe> {
        let (about, asked): (Vec<&Field>, Vec<&Field>) = self
            .fields
            .iter()
            .filter(|field| field.is_asked())
            .partition(|field| tells_who(&field.name));
        let scale = asked.iter().find(|field| {
            let labels = field.labels.iter().map(SafeText::as_str);
            field.labels.len() > 2 && order::find(labels).how != order::How::File
        });
        let first = scale.or_else(|| asked.first());
        let items = first.into_iter().chain(asked.iter().take(2)).chain(&about);
        items
            .map(|field| {
                let value = Value::Shares {
                    items: vec![field.name.clone()],
                    answers: Vec::new(),
                };
                self.recipe(None, value)
            })
            .collect()
    }

    /// One measure along an axis.
    fn along(&self, axis: &Field) -> Vec<Recipe> {
        let mut made = Vec::new();
        for field in self.values().into_iter().take(2) {
            let of = |fold, narrow| {
                let value = Value::Numbers {
                    columns: vec![field.name.clone()],
                    fold,
                };
                let mut recipe = self.recipe(Some(axis), value);
                recipe.filters = self.filters(Some(axis), narrow);
                recipe
            };
            if self.tables {
                let all = of(Fold::Only, Narrow::All);
                made.extend(self.grouped(&all, axis));
                made.push(all);
                continue;
            }
            let totals = of(Fold::Only, Narrow::Totals);
            let grouped = self.grouped(&totals, axis);
            made.push(totals);
            made.extend(grouped);
            if field.counts {
                made.push(of(Fold::Sum, Narrow::Totals));
            }
            made.push(of(Fold::Only, Narrow::All));
        }
        made
    }

    /// The same with what has few labels and no total as groups.
    fn grouped(&self, recipe: &Recipe, axis: &Field) -> Option<Recipe> {
        let field = self.fields.iter().find(|field| {
            let few = (2..=GROUPS).contains(&field.labels.len());
            field.kind == FieldKind::Words
                && few
                && field.total.is_none()
                && field.name != axis.name
        })?;
        let mut recipe = recipe.clone();
        recipe.filters.retain(|filter| filter.column != field.name);
        recipe.group = Some(field.name.clone());
        Some(recipe)
    }

    /// Columns whose names differ only in a number run along the axis together: school years, ages.
    fn families(&self) -> Vec<Recipe> {
        let values = self.values();
        let mut families: Vec<(String, Vec<&Field>)> = Vec::new();
        for field in values {
            let stem = stem(&field.name);
            match families.iter_mut().find(|(known, _)| *known == stem) {
                Some((_, members)) => members.push(field),
                None => families.push((stem, vec![field])),
            }
        }
        families.retain(|(_, members)| (FAMILY..=FEW).contains(&members.len()));
        families.sort_by_key(|(_, members)| std::cmp::Reverse(members.len()));
        // The rows are units, as schools are, which are added; rows that are questions are not.
        let units = self
            .fields
            .iter()
            .any(|field| matches!(field.kind, FieldKind::Place | FieldKind::Own));
        let mut made = Vec::new();
        for (_, members) in families.iter().take(2) {
            let sums = units && members.iter().all(|field| field.counts);
            for fold in [Some(Fold::Only), sums.then_some(Fold::Sum)] {
                let Some(fold) = fold else { continue };
                let value = Value::Numbers {
                    columns: members.iter().map(|field| field.name.clone()).collect(),
                    fold,
                };
                let mut recipe = self.recipe(None, value);
                recipe.filters = self.filters(None, Narrow::Totals);
                made.push(recipe);
            }
        }
        made
    }

    /// Values of one row beside each other.
    fn columns(&self) -> Option<Recipe> {
        let values = self.values();
        if values.len() < 2 {
            return None;
        }
        let columns = values.iter().take(6).map(|field| field.name.clone());
        let value = Value::Numbers {
            columns: columns.collect(),
            fold: Fold::Only,
        };
        let mut recipe = self.recipe(None, value);
        recipe.filters = self.filters(None, Narrow::Totals);
        if recipe.filters.is_empty() {
            let own = self.fields.iter().enumerate().find(|(_, field)| {
                field.kind == FieldKind::Own && !field.labels.is_empty() && field.may_be_charted()
            });
            recipe.filters.extend(own.and_then(|(at, _)| self.one(at)));
        }
        Some(recipe)
    }

    /// What has a label of its own on every row runs along the axis: schools of one's own municipality.
    fn own(&self, axes: &[&Field]) -> Vec<Recipe> {
        let values = self.values();
        let value = values
            .iter()
            .find(|field| !field.counts)
            .or_else(|| values.first());
        let Some(value) = value else {
            return Vec::new();
        };
        let own = self
            .fields
            .iter()
            .filter(|field| field.kind == FieldKind::Own && field.may_be_charted());
        own.rev()
            .chain(axes.iter().copied())
            .map(|axis| {
                let mut recipe = self.recipe(Some(axis), Value::only(&value.name));
                recipe.filters = self.filters(Some(axis), Narrow::Totals);
                recipe
            })
            .collect()
    }

    fn counted(&self, axes: &[&Field]) -> Vec<Recipe> {
        let axes = axes.iter().filter(|field| field.may_be_charted());
        axes.map(|axis| {
            let mut recipe = self.recipe(Some(axis), Value::Rows);
            recipe.filters = self.filters(Some(axis), Narrow::Totals);
            recipe
        })
        .collect()
    }

    /// Filters what is not the axis: places to one's own, times to the latest, others to their total, and where everything must be one, to
    /// the first. In a file of rows a second column of places names the same place again.
    fn filters(&self, axis: Option<&Field>, narrow: Narrow) -> Vec<Filter> {
        let is_axis = |field: &Field| axis.is_some_and(|axis| axis.name == field.name);
        let mut placed = axis.is_some_and(|axis| axis.kind == FieldKind::Place);
        let mut filters = Vec::new();
        for (at, field) in self.fields.iter().enumerate() {
            if is_axis(field) || field.labels.len() < 2 {
                continue;
            }
            match field.kind {
                FieldKind::Place => {
                    let again = std::mem::replace(&mut placed, true) && !self.tables;
                    filters.extend(self.one(at).filter(|_| !again));
                }
                FieldKind::Words | FieldKind::Time => {
                    let latest = field.labels.last();
                    let latest = latest.filter(|_| field.kind == FieldKind::Time);
                    let all = narrow == Narrow::All;
                    let first = field.labels.first().filter(|_| all);
                    let label = field.total.as_ref().or(latest).or(first);
                    filters.extend(label.map(|label| filter(field, label)));
                }
                _ => {}
            }
        }
        filters
    }

    /// Keeps one label: the place that somebody named, else the first that is no total.
    fn one(&self, at: usize) -> Option<Filter> {
        let field = &self.fields[at];
        let named = self.own.filter(|(place, _)| *place == at);
        let first = || field.labels.iter().find(|label| !roles::is_total(label));
        let label = named.map(|(_, label)| label).or_else(first);
        label.map(|label| filter(field, label))
    }
}

/// Says whether a question of a survey is about who somebody is rather than what they think: a group more than a chart.
fn tells_who(heading: &str) -> bool {
    const WORDS: [&str; 16] = [
        "kön",
        "könsidentitet",
        "ålder",
        "årskurs",
        "klass",
        "skola",
        "stadsdel",
        "kommun",
        "gender",
        "sex",
        "age",
        "grade",
        "class",
        "school",
        "district",
        "year",
    ];
    let heading = heading.trim().to_lowercase();
    WORDS.contains(&heading.as_str())
}

/// Writes one sign for every number in a name.
fn stem(name: &str) -> String {
    let mut stem = String::with_capacity(name.len());
    for letter in name.chars() {
        let letter = if letter.is_ascii_digit() { '#' } else { letter };
        if letter != '#' || !stem.ends_with('#') {
            stem.push(letter);
        }
    }
    stem
}

fn filter(field: &Field, label: &SafeText) -> Filter {
    Filter {
        column: field.name.clone(),
        labels: vec![label.clone()],
    }
}
