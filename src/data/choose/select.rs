//! A file of rows, walked through and folded: what is in memory is the chart, not the file.

/// Which rows count.
mod filter;
/// What is watched while rows are folded, so that nothing is counted twice or compared unasked.
mod guard;
/// Which columns are meant.
mod picked;

use std::{borrow::Cow, collections::BTreeMap, ops::ControlFlow};

pub(super) use self::picked::{column, title};
use self::{
    filter::{Resolved, Sieve},
    guard::Guard,
    picked::Picked,
};
use super::{
    ChoiceFault, Chosen, MAX_GROUPS, MAX_LABELS, Remark, fail,
    grid::{Given, Grid},
    roles, said_of_folds,
    shape::{self, Axis},
};
use crate::{
    data::{
        DataError, Fault,
        personal::{self, People},
        profile::{self, names},
        protect::origin,
        rows::{
            Opened, Raw, Wish,
            body::Body as Lines,
            layout::{self, Layout},
            seen::{self, Seen, Sign, Use},
            trimmed,
        },
        survey::{Part, Refused},
        table::Role,
    },
    domain::{
        chart::Body,
        recipe::{Fold, Recipe, Value},
    },
    text::SafeText,
};

/// How many rows of a long file are looked through for people's numbers and addresses. Labels that are drawn are looked through in any
/// case, and `samtal data` goes through all.
const LOOKED_THROUGH: u64 = 200_000;

/// How commas and points in numbers are read; none while no number needed to know.
type Signs = BTreeMap<Sign, Use>;

/// Chooses from a file of rows.
pub(super) fn choose(
    opened: &mut Opened<'_>,
    file: &SafeText,
    recipe: &Recipe,
    wish: &Wish,
) -> Result<Chosen, DataError> {
    let layout = layout::find(opened.rows.as_mut(), file, wish.headings)?;
    if layout.names.is_empty() {
        return Err(DataError::of(file, Fault::Empty));
    }
    let columns = names(&layout.names);
    let mut recipe = recipe.clone();
    recipe.file = file.clone();
    let picked = Picked::of(&columns, &mut recipe).map_err(|fault| fail(file, fault))?;
    let mut signs: Option<Signs> = wish
        .decimal
        .map(|sign| Signs::from([(sign, Use::Decimal), (sign.other(), Use::Group)]));
    let mut resolved = false;
    loop {
        let mut walk = Walk::new(&picked, &recipe, &columns, signs.as_ref());
        let under = gather(opened, &layout, &mut walk)?;
        walk.percents = opened.rows.percents();
        if walk.asks_signs {
            signs = Some(profile::profile(opened, file, wish)?.signs);
            continue;
        }
        if !resolved {
            match walk
                .sieve
                .resolve(&mut recipe)
                .map_err(|fault| fail(file, fault))?
            {
                Resolved::Changed => {
                    resolved = true;
                    continue;
                }
                Resolved::AsIs => {}
            }
        }
        let done = walk.end(&mut recipe);
        return done
            .and_then(|end| end.nobody(&columns, &picked))
            .map(|end| end.into_chosen(&layout, &under, recipe))
            .map_err(|fault| match fault {
                ChoiceFault::Several {
                    at,
                    rows: Some(rows),
                    ..
                } => fail_several(opened, file, &columns, &picked, (at, rows)),
                fault => fail(file, fault),
            });
    }
}

/// Walks through the data of a file until the walk has enough, and returns what stands under the table.
fn gather(
    opened: &mut Opened<'_>,
    layout: &Layout,
    walk: &mut Walk<'_>,
) -> Result<Vec<SafeText>, DataError> {
    let mut lines = Lines::new(layout, opened.how.separator.is_some());
    let mut seen = 0;
    opened.rows.walk(&mut |line, cells| {
        lines.row(line, cells, &mut |line, cells| {
            walk.row(line, cells);
            seen += 1;
            if seen <= LOOKED_THROUGH {
                walk.people.row(line, cells);
            }
        });
        if walk.stop {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    })?;
    if walk.stop {
        return Ok(Vec::new());
    }
    let notes = lines.end(&mut |line, cells| walk.row(line, cells));
    let words = notes.iter().map(|note| layout::joined_cells(&note.cells));
    Ok(words.collect())
}

/// Reads two rows again that fell on one place and says in which columns they differ.
fn fail_several(
    opened: &mut Opened<'_>,
    file: &SafeText,
    columns: &[SafeText],
    picked: &Picked,
    (at, rows): (SafeText, (u64, u64)),
) -> DataError {
    let mut found: Vec<Vec<Raw<'static>>> = Vec::new();
    let read = opened.rows.walk(&mut |line, cells| {
        if line == rows.0 || line == rows.1 {
            found.push(cells.iter().map(|cell| cell.clone().into_owned()).collect());
        }
        if line >= rows.1 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    if let Err(error) = read {
        return error;
    }
    let mut differ: Vec<(bool, usize)> = Vec::new();
    if let [first, second] = found.as_slice() {
        let empty = Raw::Empty;
        for column in 0..columns.len() {
            let [a, b] = [first, second].map(|row| row.get(column).unwrap_or(&empty).shown());
            if a != b && !picked.is_drawn(column) {
                let number = [&a, &b].iter().all(|text| {
                    matches!(
                        seen::see(text),
                        Seen::Number(..) | Seen::Either { .. } | Seen::Mark(_)
                    ) && roles::period(text).is_none()
                });
                differ.push((number, column));
            }
        }
    }
    // What tells rows apart are words and years; numbers differ in any case.
    let words = differ.iter().any(|(number, _)| !number);
    fail(
        file,
        ChoiceFault::Several {
            at,
            rows: Some(rows),
            differ: differ
                .iter()
                .filter(|(number, _)| !(words && *number))
                .map(|(_, column)| columns[*column].clone())
                .collect(),
        },
    )
}

/// One walk through the rows.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own about the rows so far"
)]
struct Walk<'a> {
    picked: &'a Picked,
    signs: Option<&'a Signs>,
    counts_rows: bool,
    /// Whether a number was met that only the rest of the file explains.
    asks_signs: bool,
    stop: bool,
    sieve: Sieve,
    guard: Guard,
    grid: Grid,
    /// Rows of data, and those of them that count.
    rows: (u64, u64),
    long: Option<ChoiceFault>,
    columns: &'a [SafeText],
    axis_counts: bool,
    people: People,
    /// The columns in which a workbook shows parts of one as per cent.
    percents: Vec<usize>,
}

impl<'a> Walk<'a> {
    fn new(
        picked: &'a Picked,
        recipe: &Recipe,
        columns: &'a [SafeText],
        signs: Option<&'a Signs>,
    ) -> Self {
        let mut grid = Grid::default();
        // Columns of values have their places from the beginning, in the order in which they were picked.
        for name in picked.values.iter().map(|column| &columns[*column]) {
            let (labels, most) = match (picked.axis, picked.group) {
                (Some(_), Some(_)) => continue,
                (Some(_), None) => (&mut grid.columns, MAX_GROUPS),
                (None, _) => (&mut grid.rows, MAX_LABELS),
            };
            let _placed = labels.place(name, most);
        }
        Self {
            picked,
            signs,
            counts_rows: matches!(recipe.value, Value::Rows),
            asks_signs: false,
            stop: false,
            sieve: Sieve::new(picked, recipe),
            guard: Guard::new(picked, recipe, columns),
            grid,
            rows: (0, 0),
            long: None,
            columns,
            people: People::default(),
            percents: Vec::new(),
            axis_counts: true,
        }
    }

    fn row(&mut self, line: u64, cells: &[Raw<'_>]) {
        if self.stop {
            return;
        }
        self.rows.0 += 1;
        if !self.sieve.passes(cells) {
            return;
        }
        self.rows.1 += 1;
        self.guard.see(cells);
        let label = |column: Option<usize>| column.map(|column| text(cells, column));
        let group = match label(self.picked.group) {
            Some(group) => match self.grid.columns.place(&group, MAX_GROUPS) {
                Some(place) => Some(place),
                None => return self.too_many(false),
            },
            None => None,
        };
        let axis = match label(self.picked.axis) {
            Some(axis) => {
                let known = self.grid.rows.len();
                let Some(place) = self.grid.rows.place(&axis, MAX_LABELS) else {
                    return self.too_many(true);
                };
                if place == known {
                    let zeros = axis.len() > 1 && axis.starts_with('0');
                    self.axis_counts &= !zeros;
                }
                Some(place)
            }
            None => None,
        };
        if self.counts_rows {
            let at = (axis.unwrap_or(0), group.unwrap_or(0));
            self.grid.add(at, line, Given::Number(1.0));
            return;
        }
        for (place, column) in self.picked.values.iter().enumerate() {
            let at = match (axis, group) {
                (Some(axis), Some(group)) => (axis, group),
                (Some(axis), None) => (axis, place),
                (None, group) => (place, group.unwrap_or(0)),
            };
            let cell = cells.get(*column).unwrap_or(&Raw::Empty);
            let Ok(given) = number(cell, self.signs) else {
                self.asks_signs = true;
                self.stop = true;
                return;
            };
            self.grid.add(at, line, given);
            if let Some(n) = self.picked.n {
                let cell = cells.get(n).unwrap_or(&Raw::Empty);
                if let Ok(Given::Number(n)) = number(cell, self.signs) {
                    self.grid.add_n(at, n);
                }
            }
        }
    }

    fn too_many(&mut self, axis: bool) {
        self.stop = true;
        let column = if axis {
            self.picked.axis
        } else {
            self.picked.group
        };
        let name = column.map_or_else(SafeText::default, |column| self.columns[column].clone());
        self.long = Some(if axis {
            ChoiceFault::Long(name, MAX_LABELS)
        } else {
            ChoiceFault::Wide(name, MAX_GROUPS)
        });
    }

    /// Ends the walk: what keeps the chart from being made comes out in the order in which a person would want to hear it.
    fn end(mut self, recipe: &mut Recipe) -> Result<End, ChoiceFault> {
        if self.rows.1 == 0 {
            return Err(ChoiceFault::NoRows);
        }
        self.guard.places(&self.grid)?;
        if let Some(long) = self.long {
            return Err(long);
        }
        if self.grid.columns.len() == 0 {
            // Values along the axis, or counts, without groups.
            let _placed = self.grid.columns.place("", 1);
        }
        if self.grid.rows.len() == 0 {
            let _placed = self.grid.rows.place("", 1);
        }
        let fold = match &recipe.value {
            Value::Numbers { fold, .. } => *fold,
            Value::Rows | Value::Shares { .. } => Fold::Sum,
        };
        if fold != Fold::Only {
            self.guard.totals()?;
        } else if let Some(clash) = self.grid.clash {
            let labels = [
                &self.grid.rows.texts[clash.at.0],
                &self.grid.columns.texts[clash.at.1],
            ];
            let labels: Vec<&str> = labels
                .iter()
                .map(|label| &***label)
                .filter(|label| !label.is_empty())
                .collect();
            return Err(ChoiceFault::Several {
                at: SafeText::line(&labels.join(", ")),
                rows: Some(clash.rows),
                differ: Vec::new(),
            });
        }
        if self.grid.is_without_numbers() && !self.counts_rows {
            let column = self.picked.values.first();
            let name = column.map_or_else(SafeText::default, |at| self.columns[*at].clone());
            return Err(ChoiceFault::NoNumbers(name));
        }
        let mut remarks = Vec::new();
        if self.rows.1 < self.rows.0 {
            remarks.push(Remark::Rows(self.rows.1, self.rows.0));
        }
        if !self.counts_rows {
            said_of_folds(&self.grid, fold, &mut remarks);
        }
        for (at, found) in self.people.end() {
            let column = self.columns.get(at).cloned().unwrap_or_default();
            remarks.push(Remark::Personal(column, found));
        }
        remarks.extend(self.guard.blank().filter(|_| fold != Fold::Only));
        let axis = Axis {
            time: self
                .picked
                .axis
                .is_some_and(|axis| roles::role(&self.columns[axis]) == Role::Time),
            counts: self.axis_counts,
        };
        let unit = unit(self.picked, self.columns, &self.percents);
        let made = shape::body(&self.grid, axis, &unit, recipe)?;
        Ok(End {
            made,
            unit,
            remarks,
        })
    }
}

/// What came out of a walk.
struct End {
    made: shape::Made,
    unit: SafeText,
    remarks: Vec<Remark>,
}

impl End {
    /// Refuses labels that are people's numbers or addresses.
    fn nobody(self, columns: &[SafeText], picked: &Picked) -> Result<Self, ChoiceFault> {
        let body = &self.made.body;
        let along: Vec<&SafeText> = body.rows().iter().map(|row| &row.label).collect();
        let across = body.columns();
        for (column, labels) in [(picked.axis, along), (picked.group, across)] {
            let labels = labels.into_iter().map(SafeText::as_str);
            if let Some(column) = column
                && personal::any(labels)
            {
                return Err(ChoiceFault::Survey(Refused::Column(
                    columns[column].clone(),
                    Part::Personal,
                )));
            }
        }
        Ok(self)
    }

    /// Takes from the names of several columns what they share: it stands in the title.
    fn shorten(&mut self, recipe: &Recipe) {
        let Value::Numbers { columns, .. } = &recipe.value else {
            return;
        };
        let stem = picked::stem(columns);
        let names: Vec<&mut SafeText> = match &mut self.made.body {
            _ if stem.is_empty() => Vec::new(),
            Body::Bars(rows) | Body::Groups { rows, .. } | Body::Series { rows, .. }
                if recipe.axis.is_none() =>
            {
                rows.iter_mut().map(|row| &mut row.label).collect()
            }
            Body::Groups { names, .. } | Body::Series { names, .. } => names.iter_mut().collect(),
            _ => Vec::new(),
        };
        for name in names {
            if let Some(own) = name.strip_prefix(stem) {
                *name = SafeText::line(own);
            }
        }
    }

    fn into_chosen(mut self, layout: &Layout, under: &[SafeText], recipe: Recipe) -> Chosen {
        self.shorten(&recipe);
        let above = layout.preamble.iter().map(|(_, text)| text);
        let around = above.chain(under).map(SafeText::as_str);
        let source = source_of(layout);
        Chosen {
            body: self.made.body,
            uncertain: self.made.uncertain,
            partial: self.made.partial,
            title: title(&recipe, ""),
            unit: self.unit,
            source: source.unwrap_or_else(|| recipe.file.clone()),
            updated: SafeText::default(),
            remarks: self.remarks,
            origin: origin::of_rows(recipe.whose, around),
            recipe,
            n: None,
            hidden: Vec::new(),
            limit: 0,
        }
    }
}

/// Says who published a file: the first line above the table, with the line that tells the time where it does not tell it itself.
pub(super) fn source_of(layout: &Layout) -> Option<SafeText> {
    const LONG: usize = 120;
    let mut lines = layout.preamble.iter().map(|(_, text)| text);
    let first = lines.next().filter(|text| text.chars().count() <= LONG)?;
    let tells_time = |text: &SafeText| {
        text.split([' ', '(', ')', ',', '.', ':'])
            .any(|word| roles::period(word).is_some())
    };
    let time = lines.find(|text| tells_time(text) && text.chars().count() <= LONG / 2);
    Some(match time.filter(|_| !tells_time(first)) {
        Some(time) => SafeText::line(&format!("{}. {time}", first.trim_end_matches('.'))),
        None => first.clone(),
    })
}

/// Takes the unit out of a heading: what stands in parentheses at its end, or a percent sign. What a workbook shows as per cent is that.
fn unit(picked: &Picked, columns: &[SafeText], percents: &[usize]) -> SafeText {
    let mut units = picked.values.iter().map(|column| {
        if percents.contains(column) {
            "%".to_owned()
        } else {
            unit_of(&columns[*column])
        }
    });
    let first = units.next().unwrap_or_default();
    if units.all(|unit| unit == first) {
        SafeText::line(&first)
    } else {
        SafeText::default()
    }
}

pub(super) fn unit_of(heading: &str) -> String {
    if heading.contains('%') {
        return "%".to_owned();
    }
    let inside = heading
        .trim_end()
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    match inside {
        Some((_, unit)) if (1..=20).contains(&unit.trim().len()) => unit.trim().to_owned(),
        _ => String::new(),
    }
}

/// A number that may be decimals or thousands, with nothing in it to tell.
struct Unclear;

fn number<'a>(cell: &'a Raw<'_>, signs: Option<&Signs>) -> Result<Given<'a>, Unclear> {
    Ok(match cell {
        Raw::Empty => Given::Mark(""),
        Raw::Number(value) => Given::Number(*value),
        Raw::Date(text) => Given::Mark(text),
        Raw::Text(text) => match seen::see(text) {
            Seen::Blank => Given::Mark(""),
            Seen::Number(value, _) => Given::Number(value),
            Seen::Mark(text) | Seen::Date(text) | Seen::Text(text) => Given::Mark(text),
            Seen::Either {
                sign,
                decimal,
                group,
            } => match signs.map(|signs| signs.get(&sign)) {
                None => return Err(Unclear),
                Some(Some(Use::Group)) => Given::Number(group),
                Some(Some(Use::Decimal) | None) => Given::Number(decimal),
            },
        },
    })
}

/// Returns what a cell says as a label.
fn text<'a>(cells: &'a [Raw<'_>], column: usize) -> Cow<'a, str> {
    match cells.get(column) {
        None | Some(Raw::Empty) => Cow::Borrowed(""),
        Some(Raw::Text(text) | Raw::Date(text)) => Cow::Borrowed(trimmed(text)),
        Some(Raw::Number(value)) => Cow::Owned(value.to_string()),
    }
}
