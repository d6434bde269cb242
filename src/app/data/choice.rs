//! What is picked from a file, row by row: the axis, the value, groups, how rows are folded, and which rows count.

use crate::{
    data::{
        choose::{Field, FieldKind},
        understood::Holds,
    },
    domain::recipe::{Filter, Fold, Shape, Value},
    t,
    text::{SafeText, Texts},
};

use super::file::File;

/// The most labels of a column of own labels that may still run along an axis.
const FEW: usize = 30;
/// The most answers of a column whose shares may be drawn.
const ANSWERS: usize = 12;

/// One row of the choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// What runs along the axis.
    Axis,
    /// What is drawn.
    Value,
    /// What becomes groups.
    Group,
    /// What becomes of several rows on one place.
    Fold,
    /// The kind of chart.
    Shape,
    /// Whether municipalities may stand beside each other.
    Compare,
    /// Which labels of a field count.
    Filter(usize),
}

/// What can be picked in a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Pick {
    /// No field.
    Nothing,
    /// A field, by its place.
    Field(usize),
    /// How many rows there are.
    Rows,
    /// The shares of the answers in a field.
    Shares(usize),
    /// What becomes of several rows on one place.
    Fold(Fold),
    /// A kind of chart.
    Shape(Shape),
    /// Yes or no.
    Yes(bool),
    /// All labels.
    All,
    /// A label, by its place.
    Label(usize),
}

impl File {
    /// Returns the rows of the choice: the chart's own, then what can be filtered, that which is filtered first.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = vec![Row::Axis, Row::Value, Row::Group];
        if matches!(self.recipe.value, Value::Numbers { .. }) {
            rows.push(Row::Fold);
        }
        rows.push(Row::Shape);
        let places = self
            .fields
            .iter()
            .any(|field| field.kind == FieldKind::Place);
        if places {
            rows.push(Row::Compare);
        }
        let can: Vec<usize> = (0..self.fields.len())
            .filter(|place| self.filters(*place))
            .collect();
        let (set, rest): (Vec<usize>, Vec<usize>) = can
            .into_iter()
            .partition(|place| self.filter(*place).is_some());
        rows.extend(set.into_iter().chain(rest).map(Row::Filter));
        rows
    }

    /// Says whether a field can be filtered: it has several labels and is neither value nor a name of its own on every row.
    fn filters(&self, place: usize) -> bool {
        let field = &self.fields[place];
        let used = self.recipe.axis.as_ref() == Some(&field.name)
            || self.recipe.group.as_ref() == Some(&field.name);
        let drawn = self.draws_answers_of(field);
        let set = self.filter(place).is_some();
        let many = field.labels.len() > 1
            && !field.kind.is_value()
            && field.kind != FieldKind::Empty
            && field.may_be_charted();
        set || (many && !used && !drawn)
    }

    fn draws_answers_of(&self, field: &Field) -> bool {
        matches!(&self.recipe.value, Value::Shares { items, .. } if items.contains(&field.name))
    }

    /// Returns the filter of a field.
    pub fn filter(&self, place: usize) -> Option<&Filter> {
        let name = &self.fields.get(place)?.name;
        self.recipe
            .filters
            .iter()
            .find(|filter| filter.column == *name)
    }

    /// Returns everything that can be picked in a row, in order.
    pub fn picks(&self, row: Row) -> Vec<Pick> {
        let rows = matches!(
            self.preview
                .as_ref()
                .map(|preview| &preview.understood.holds),
            Some(Holds::Rows(_))
        );
        let fields = |fits: &dyn Fn(&Field) -> bool| -> Vec<Pick> {
            let places = (0..self.fields.len()).filter(|place| fits(&self.fields[*place]));
            places.map(Pick::Field).collect()
        };
        match row {
            Row::Axis => {
                let several = matches!(&self.recipe.value, Value::Numbers { columns, .. } if columns.len() > 1);
                let nothing = several || matches!(self.recipe.value, Value::Shares { .. });
                let mut picks = if nothing {
                    vec![Pick::Nothing]
                } else {
                    Vec::new()
                };
                picks.extend(fields(&|field| {
                    self.runs(field) && !self.draws_answers_of(field)
                }));
                picks
            }
            Row::Group => {
                let mut picks = vec![Pick::Nothing];
                picks.extend(fields(&|field| {
                    self.runs(field)
                        && Some(&field.name) != self.recipe.axis.as_ref()
                        && field.labels.len() > 1
                        && !self.draws_answers_of(field)
                }));
                picks
            }
            Row::Value => {
                // In a survey its questions come first.
                let asked = (0..self.fields.len()).filter(|at| self.fields[*at].is_asked());
                let mut picks: Vec<Pick> = asked.map(Pick::Shares).collect();
                let survey = !picks.is_empty();
                picks.extend(fields(&|field| {
                    field.kind.is_value() && field.may_be_charted()
                }));
                if rows {
                    picks.push(Pick::Rows);
                }
                if rows && !survey {
                    let answers = (0..self.fields.len()).filter(|place| {
                        let field = &self.fields[*place];
                        field.kind == FieldKind::Words
                            && (2..=ANSWERS).contains(&field.labels.len())
                    });
                    picks.extend(answers.map(Pick::Shares));
                }
                picks
            }
            Row::Fold => [Fold::Only, Fold::Sum, Fold::Mean].map(Pick::Fold).to_vec(),
            Row::Shape => {
                let mut picks = [Shape::Auto, Shape::Bars, Shape::Series]
                    .map(Pick::Shape)
                    .to_vec();
                picks.extend(self.before_after().map(Pick::Shape));
                picks
            }
            Row::Compare => vec![Pick::Yes(false), Pick::Yes(true)],
            Row::Filter(place) => {
                let count = self.fields.get(place).map_or(0, |field| field.labels.len());
                std::iter::once(Pick::All)
                    .chain((0..count).map(Pick::Label))
                    .collect()
            }
        }
    }

    /// Says whether a field may run along an axis. A column with a name or a text of its own on every row is not offered, and places
    /// beside each other are, once somebody has asked to compare.
    fn runs(&self, field: &Field) -> bool {
        if !field.may_be_charted() {
            return false;
        }
        match field.kind {
            FieldKind::Place => self.recipe.compare || field.labels.len() < 2,
            FieldKind::Own => !field.more && field.labels.len() <= FEW,
            kind => kind.is_axis(),
        }
    }

    /// Returns the fields that do not run along an axis, since nearly every row has its own label there; they can be filtered.
    pub fn own(&self) -> Vec<&SafeText> {
        let own = self.fields.iter().filter(|field| {
            field.kind == FieldKind::Own && field.may_be_charted() && !self.runs(field)
        });
        own.map(|field| &field.name).collect()
    }

    /// Returns the fields of a survey that are never drawn: names, numbers of people, free text.
    pub fn never(&self) -> Vec<&SafeText> {
        let never = self
            .fields
            .iter()
            .filter(|field| field.kind != FieldKind::Empty && !field.may_be_charted());
        never.map(|field| &field.name).collect()
    }

    /// Before and after, of a group with two labels.
    fn before_after(&self) -> Option<Shape> {
        let group = self.recipe.group.as_ref()?;
        let field = self.fields.iter().find(|field| field.name == *group)?;
        let kept = self
            .recipe
            .filters
            .iter()
            .find(|filter| filter.column == *group);
        let labels = kept.map_or(&field.labels, |filter| &filter.labels);
        match labels.as_slice() {
            [before, after] => Some(Shape::BeforeAfter {
                before: before.clone(),
                after: after.clone(),
            }),
            _ => None,
        }
    }

    /// Returns the places of what is picked in a row, among all that can be.
    pub fn picked(&self, row: Row) -> Vec<usize> {
        let picks = self.picks(row);
        let is = |pick: &Pick| match (row, pick) {
            (Row::Axis, Pick::Nothing) => self.recipe.axis.is_none(),
            (Row::Axis, Pick::Field(place)) => {
                self.recipe.axis.as_ref() == Some(&self.fields[*place].name)
            }
            (Row::Group, Pick::Nothing) => self.recipe.group.is_none(),
            (Row::Group, Pick::Field(place)) => {
                self.recipe.group.as_ref() == Some(&self.fields[*place].name)
            }
            (Row::Value, Pick::Field(place)) => match &self.recipe.value {
                Value::Numbers { columns, .. } => columns.contains(&self.fields[*place].name),
                _ => false,
            },
            (Row::Value, Pick::Rows) => self.recipe.value == Value::Rows,
            (Row::Value, Pick::Shares(place)) => match &self.recipe.value {
                Value::Shares { items, .. } => items.contains(&self.fields[*place].name),
                _ => false,
            },
            (Row::Fold, Pick::Fold(fold)) => {
                matches!(&self.recipe.value, Value::Numbers { fold: now, .. } if now == fold)
            }
            (Row::Shape, Pick::Shape(shape)) => self.recipe.shape == *shape,
            (Row::Compare, Pick::Yes(yes)) => self.recipe.compare == *yes,
            (Row::Filter(field), Pick::All) => self
                .filter(field)
                .is_none_or(|filter| filter.labels.is_empty()),
            (Row::Filter(field), Pick::Label(label)) => self
                .filter(field)
                .is_some_and(|filter| filter.labels.contains(&self.fields[field].labels[*label])),
            _ => false,
        };
        (0..picks.len())
            .filter(|place| is(&picks[*place]))
            .collect()
    }

    /// Picks one or several in a row.
    pub(super) fn pick(&mut self, row: Row, picks: &[Pick]) {
        let Some(first) = picks.first() else {
            return;
        };
        self.answer(row, picks);
        self.touched.retain(|touched| *touched != row);
        self.touched.push(row);
        let names: Vec<SafeText> = picks
            .iter()
            .filter_map(|pick| match pick {
                Pick::Field(place) | Pick::Shares(place) => {
                    self.fields.get(*place).map(|field| field.name.clone())
                }
                _ => None,
            })
            .collect();
        match (row, first) {
            (Row::Axis, _) => self.pick_axis(names.first()),
            (Row::Group, _) => {
                self.recipe.group = names.first().cloned();
                if let Some(group) = self.recipe.group.clone() {
                    self.recipe.filters.retain(|filter| filter.column != group);
                }
            }
            (Row::Value, Pick::Rows) => self.recipe.value = Value::Rows,
            (Row::Value, Pick::Shares(_)) => {
                self.recipe
                    .filters
                    .retain(|filter| !names.contains(&filter.column));
                for drawn in [&mut self.recipe.axis, &mut self.recipe.group] {
                    if drawn.as_ref().is_some_and(|drawn| names.contains(drawn)) {
                        *drawn = None;
                    }
                }
                if !self.touched.contains(&Row::Axis) && self.recipe.group.is_some() {
                    // A question is divided by one thing.
                    self.recipe.axis = None;
                }
                self.recipe.value = Value::Shares {
                    items: names,
                    answers: Vec::new(),
                };
            }
            (Row::Value, _) => {
                let fold = match &self.recipe.value {
                    Value::Numbers { fold, .. } => *fold,
                    _ => Fold::Only,
                };
                self.recipe.value = Value::Numbers {
                    columns: names,
                    fold,
                };
            }
            (Row::Fold, Pick::Fold(fold)) => {
                if let Value::Numbers { fold: now, .. } = &mut self.recipe.value {
                    *now = *fold;
                }
            }
            (Row::Shape, Pick::Shape(shape)) => self.recipe.shape = shape.clone(),
            (Row::Compare, Pick::Yes(yes)) => self.recipe.compare = *yes,
            (Row::Filter(place), _) => self.pick_labels(place, picks),
            _ => {}
        }
        if matches!(self.recipe.shape, Shape::BeforeAfter { .. }) && row != Row::Shape {
            self.recipe.shape = self.before_after().unwrap_or_default();
        }
    }

    /// Another axis: what ran along it before is kept to one label, as everything is that is not drawn.
    fn pick_axis(&mut self, axis: Option<&SafeText>) {
        let before = std::mem::replace(&mut self.recipe.axis, axis.cloned());
        if let Some(axis) = axis {
            self.recipe.filters.retain(|filter| filter.column != *axis);
            if self.recipe.group.as_ref() == Some(axis) {
                self.recipe.group = None;
            }
        }
        let field = before
            .filter(|before| Some(before) != axis)
            .and_then(|name| self.fields.iter().find(|field| field.name == name));
        let label = field.and_then(|field| {
            let one = match field.kind {
                FieldKind::Time => field.labels.last(),
                _ => field.total.as_ref().or_else(|| field.labels.first()),
            };
            one.map(|label| Filter {
                column: field.name.clone(),
                labels: vec![label.clone()],
            })
        });
        self.recipe.filters.extend(label);
    }

    fn pick_labels(&mut self, place: usize, picks: &[Pick]) {
        let Some(field) = self.fields.get(place) else {
            return;
        };
        // All of them, said by somebody, is a filter that keeps everything.
        let labels: Vec<SafeText> = picks
            .iter()
            .filter_map(|pick| match pick {
                Pick::Label(label) => field.labels.get(*label).cloned(),
                _ => None,
            })
            .collect();
        let column = field.name.clone();
        match self
            .recipe
            .filters
            .iter_mut()
            .find(|filter| filter.column == column)
        {
            Some(filter) => filter.labels = labels,
            None => self.recipe.filters.push(Filter { column, labels }),
        }
    }

    /// Turns a row to the next of what can be picked, or the one before; says whether there was one.
    pub(super) fn turn_row(&mut self, row: Row, by: isize) -> bool {
        let picks = self.picks(row);
        let now = self.picked(row).first().copied();
        let next = match now {
            Some(now) => now
                .saturating_add_signed(by)
                .min(picks.len().saturating_sub(1)),
            None => 0,
        };
        match picks.get(next) {
            Some(pick) if Some(next) != now => {
                self.pick(row, std::slice::from_ref(pick));
                true
            }
            _ => false,
        }
    }
}

impl File {
    /// Says what is picked, in a few words.
    pub fn say(&self, row: Row, pick: &Pick, texts: &Texts) -> String {
        let name = |place: &usize| {
            self.fields
                .get(*place)
                .map_or("", |field| field.name.as_str())
                .to_owned()
        };
        match (row, pick) {
            (Row::Axis, Pick::Nothing) if matches!(self.recipe.value, Value::Shares { .. }) => {
                t!(texts, "data-pick-answers")
            }
            (Row::Axis, Pick::Nothing) => t!(texts, "data-pick-columns"),
            (_, Pick::Nothing) => t!(texts, "data-pick-none"),
            (_, Pick::Field(place)) => name(place),
            (_, Pick::Rows) => t!(texts, "data-pick-rows"),
            (_, Pick::Shares(place)) => t!(texts, "data-pick-shares", item = name(place)),
            (_, Pick::Fold(Fold::Only)) => t!(texts, "data-pick-only"),
            (_, Pick::Fold(Fold::Sum)) => t!(texts, "data-pick-sum"),
            (_, Pick::Fold(Fold::Mean)) => t!(texts, "data-pick-mean"),
            (_, Pick::Shape(Shape::Auto)) => t!(texts, "data-pick-auto"),
            (_, Pick::Shape(Shape::Bars)) => t!(texts, "data-pick-bars"),
            (_, Pick::Shape(Shape::Series)) => t!(texts, "data-pick-series"),
            (_, Pick::Shape(Shape::BeforeAfter { before, after })) => {
                t!(
                    texts,
                    "data-pick-before-after",
                    before = before,
                    after = after
                )
            }
            (_, Pick::Yes(false)) => t!(texts, "data-pick-compare-off"),
            (_, Pick::Yes(true)) => t!(texts, "data-pick-compare-on"),
            (_, Pick::All) => t!(texts, "data-pick-all"),
            (Row::Filter(field), Pick::Label(label)) => {
                let field = self.fields.get(field);
                field
                    .and_then(|field| field.labels.get(*label))
                    .map(ToString::to_string)
                    .unwrap_or_default()
            }
            (_, Pick::Label(_)) => String::new(),
        }
    }

    /// Names a row.
    pub fn name(&self, row: Row, texts: &Texts) -> String {
        match row {
            Row::Axis => t!(texts, "data-row-axis"),
            Row::Value => t!(texts, "data-row-value"),
            Row::Group => t!(texts, "data-row-group"),
            Row::Fold => t!(texts, "data-row-fold"),
            Row::Shape => t!(texts, "data-row-shape"),
            Row::Compare => t!(texts, "data-row-compare"),
            Row::Filter(place) => self
                .fields
                .get(place)
                .map_or("", |field| field.name.as_str())
                .to_owned(),
        }
    }
}
