//! From gathered values to the body of a chart.

use super::{
    ChoiceFault,
    grid::{Grid, Slot},
    names::{self, Fit},
    roles::{self, Period},
};
use crate::{
    domain::{
        chart::{Body, Cell, Occasion, Row},
        difference,
        recipe::{Fold, Recipe, Shape, Value},
    },
    text::SafeText,
};

/// The order in which rows or columns are drawn, as places of the grid.
type Order = Vec<usize>;

/// What is known of an axis beside its labels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Axis {
    /// Whether the file says that it is time, or its heading does.
    pub(super) time: bool,
    /// Whether its labels are numbers that count, as ages do; codes are none.
    pub(super) counts: bool,
}

/// A body, and what is to be said of its rows.
pub(super) struct Made {
    pub(super) body: Body,
    /// The rows of a before and after whose difference is not certain.
    pub(super) uncertain: Vec<usize>,
    /// Rows of sums and means with how many values are not known in them.
    pub(super) partial: Vec<(usize, u64)>,
}

impl From<Body> for Made {
    fn from(body: Body) -> Self {
        Self {
            body,
            uncertain: Vec::new(),
            partial: Vec::new(),
        }
    }
}

/// Makes the body; the names of before and after become those of the file.
pub(super) fn body(
    grid: &Grid,
    axis: Axis,
    unit: &str,
    recipe: &mut Recipe,
) -> Result<Made, ChoiceFault> {
    let fold = match &recipe.value {
        Value::Numbers { fold, .. } => *fold,
        _ => Fold::Sum,
    };
    let (order, times) = rows_in_order(grid, axis);
    let series = match recipe.shape {
        Shape::Series => true,
        Shape::Auto => times && grid.rows.len() > 1,
        Shape::Bars | Shape::BeforeAfter { .. } => false,
    };
    let columns: Order = (0..grid.columns.len()).collect();
    if let Shape::BeforeAfter { before, after } = &mut recipe.shape {
        let first = occasion(grid, before)?;
        let second = occasion(grid, after)?;
        return Ok(before_after(grid, &order, [first, second], fold, unit));
    }
    let rows = |columns: &[usize]| -> Vec<Row> {
        let counted = recipe.n.is_some();
        order
            .iter()
            .map(|row| make_row(grid, *row, columns, fold, counted))
            .collect()
    };
    let names: Vec<SafeText> = if columns.len() > 1 {
        grid.columns.iter().map(SafeText::line).collect()
    } else {
        Vec::new()
    };
    let rows = rows(&columns);
    let body = match (series, names.is_empty()) {
        (true, _) => Body::Series {
            names,
            rows,
            breaks: Vec::new(),
        },
        (false, true) => Body::Bars(rows),
        (false, false) => Body::Groups { names, rows },
    };
    Ok(Made {
        partial: partial(grid, &order, &columns),
        ..body.into()
    })
}

/// Counts, row by row, what is not known beside numbers that were put together.
fn partial(grid: &Grid, order: &[usize], columns: &[usize]) -> Vec<(usize, u64)> {
    let unknown = |row: usize| -> u64 {
        let slots = columns.iter().map(|column| grid.slot((row, *column)));
        slots
            .filter(|slot| slot.numbers > 0)
            .map(|slot| slot.unknown)
            .sum()
    };
    let rows = order.iter().enumerate();
    rows.map(|(at, row)| (at, unknown(*row)))
        .filter(|(_, count)| *count > 0)
        .collect()
}

/// Puts the rows in the order of time where all are times, of numbers where all are numbers, else in that of the file.
fn rows_in_order(grid: &Grid, axis: Axis) -> (Order, bool) {
    let mut order: Order = (0..grid.rows.len()).collect();
    let periods: Option<Vec<Period>> = grid.rows.iter().map(roles::period).collect();
    if let Some(periods) = periods {
        order.sort_by_key(|at| periods[*at]);
        return (order, true);
    }
    let number = |label: &str| label.trim_end_matches('+').parse::<f64>().ok();
    let numbers: Option<Vec<f64>> = grid.rows.iter().map(number).collect();
    if let Some(numbers) = numbers.filter(|_| axis.counts) {
        order.sort_by(|a, b| numbers[*a].total_cmp(&numbers[*b]));
        return (order, axis.time);
    }
    (order, axis.time)
}

fn cell(grid: &Grid, slot: &Slot, fold: Fold) -> Cell {
    match slot.value(fold) {
        Some(value) => Cell::Value(value),
        None => Cell::Missing(grid.mark_of(slot)),
    }
}

fn make_row(grid: &Grid, row: usize, columns: &[usize], fold: Fold, counted: bool) -> Row {
    let slots: Vec<Slot> = columns.iter().map(|at| grid.slot((row, *at))).collect();
    let n = if counted { common_n(&slots) } else { None };
    Row {
        label: SafeText::line(&grid.rows.texts[row]),
        cells: slots.iter().map(|slot| cell(grid, slot, fold)).collect(),
        n,
        remark: SafeText::default(),
    }
}

/// Returns how many answered on a row, where all its places say the same.
fn common_n(slots: &[Slot]) -> Option<u32> {
    let mut all = slots.iter().filter_map(|slot| whole(slot.n?));
    let first = all.next()?;
    all.all(|n| n == first).then_some(first)
}

fn whole(value: f64) -> Option<u32> {
    let fits = value.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&value);
    fits.then_some(value as u32)
}

fn occasion(grid: &Grid, asked: &mut SafeText) -> Result<usize, ChoiceFault> {
    if grid.columns.len() < 2 {
        return Err(ChoiceFault::NoOccasions);
    }
    match names::find(asked, grid.columns.iter()) {
        Fit::One(at) => {
            *asked = SafeText::line(&grid.columns.texts[at]);
            Ok(at)
        }
        Fit::Many(_) | Fit::None => Err(ChoiceFault::NoOccasion(
            asked.clone(),
            names::near(asked, grid.columns.iter()),
        )),
    }
}

/// Makes before and after, and finds where the difference is uncertain, as far as that can be computed: the values are per cent and n is
/// known on both sides; see [`difference`].
fn before_after(grid: &Grid, order: &[usize], columns: [usize; 2], fold: Fold, unit: &str) -> Made {
    let occasion = |column: usize| {
        let slots: Vec<Slot> = order.iter().map(|row| grid.slot((*row, column))).collect();
        Occasion {
            label: SafeText::line(&grid.columns.texts[column]),
            n: common_n(&slots),
        }
    };
    let share = |row: usize, column: usize| {
        let slot = grid.slot((row, column));
        let share = slot.value(fold).filter(|_| unit.contains('%'))? / 100.0;
        difference::Share::new(share, whole(slot.n?)?)
    };
    let uncertain = |row: usize| {
        let both = share(row, columns[0]).zip(share(row, columns[1]));
        both.is_some_and(|(before, after)| !difference::is_certain(before, after))
    };
    let rows = order
        .iter()
        .map(|row| make_row(grid, *row, &columns, fold, false));
    Made {
        partial: partial(grid, order, &columns),
        uncertain: (0..order.len())
            .filter(|at| uncertain(order[*at]))
            .collect(),
        body: Body::BeforeAfter {
            before: occasion(columns[0]),
            after: occasion(columns[1]),
            rows: rows.collect(),
        },
    }
}
