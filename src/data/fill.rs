//! From a table to the values of a chart.

use super::{
    DataError, Fault, Table,
    table::{CellRef, Dimension},
};
use crate::{
    domain::chart::{Body, Cell, Chart, Row},
    text::SafeText,
};

/// Gives a chart the values of a table; everything else of the chart stays.
///
/// One measure makes bars and several make groups, unless the chart says what it is: a series, answers on a scale, before and after.
/// A measure headed `n` is how many answered on each row. The chart's own names of groups and answers win over the headings.
pub fn into_chart(table: &Table, mut chart: Chart) -> Result<Chart, DataError> {
    let fail = |fault| DataError::of(&table.file, fault);
    let [rows] = table.dimensions.as_slice() else {
        return Err(fail(Fault::Dimensions(table.dimensions.len())));
    };
    let columns = Columns::of(table, rows);
    chart.body = columns.fill(chart.body).map_err(fail)?;
    Ok(chart)
}

/// A table as a chart sees it: what is drawn, and how many answered.
struct Columns {
    headings: Vec<SafeText>,
    rows: Vec<Row>,
}

impl Columns {
    fn of(table: &Table, dimension: &Dimension) -> Self {
        let counts = table
            .measures
            .iter()
            .position(|measure| measure.name.eq_ignore_ascii_case("n"));
        let drawn: Vec<usize> = (0..table.measures.len())
            .filter(|column| Some(*column) != counts)
            .collect();
        let cell = |row: usize, measure: usize| match table.cell(&[row], measure) {
            Some(CellRef::Value(value)) => Cell::Value(value),
            Some(CellRef::Missing(reason)) => Cell::Missing(reason.mark.clone()),
            None => Cell::missing(),
        };
        let rows = dimension.labels.iter().enumerate().map(|(row, label)| Row {
            label: label.text.clone(),
            cells: drawn.iter().map(|measure| cell(row, *measure)).collect(),
            n: counts.and_then(|measure| count(&cell(row, measure))),
            remark: SafeText::default(),
        });
        Self {
            headings: drawn
                .iter()
                .map(|measure| table.measures[*measure].name.clone())
                .collect(),
            rows: rows.collect(),
        }
    }

    fn fill(self, body: Body) -> Result<Body, Fault> {
        Ok(match body {
            Body::Card { .. } | Body::Picture(_) | Body::Voice { .. } => {
                return Err(Fault::NoValues);
            }
            Body::Bars(_) if self.headings.len() > 1 => Body::Groups {
                names: self.headings,
                rows: self.rows,
            },
            Body::Bars(_) => {
                self.needs(1)?;
                Body::Bars(self.rows)
            }
            Body::Groups { names, .. } => Body::Groups {
                names: self.names(names)?,
                rows: self.rows,
            },
            Body::Scale { answers, .. } => Body::Scale {
                answers: self.names(answers)?,
                rows: self.rows,
            },
            // One line needs no name: the title says what it is.
            Body::Series { names, breaks, .. } if names.is_empty() && self.headings.len() == 1 => {
                Body::Series {
                    names,
                    rows: self.rows,
                    breaks,
                }
            }
            Body::Series { names, breaks, .. } => Body::Series {
                names: self.names(names)?,
                rows: self.rows,
                breaks,
            },
            Body::BeforeAfter {
                mut before,
                mut after,
                ..
            } => {
                self.needs(2)?;
                for (occasion, heading) in [&mut before, &mut after].into_iter().zip(self.headings)
                {
                    if occasion.label.is_empty() {
                        occasion.label = heading;
                    }
                }
                Body::BeforeAfter {
                    before,
                    after,
                    rows: self.rows,
                }
            }
        })
    }

    fn needs(&self, needed: usize) -> Result<(), Fault> {
        let found = self.headings.len();
        if found == needed {
            Ok(())
        } else {
            Err(Fault::Measures(needed, found))
        }
    }

    /// Returns the names that were given, or the headings.
    fn names(&self, given: Vec<SafeText>) -> Result<Vec<SafeText>, Fault> {
        if given.is_empty() {
            return if self.headings.is_empty() {
                Err(Fault::Measures(1, 0))
            } else {
                Ok(self.headings.clone())
            };
        }
        self.needs(given.len()).map(|()| given)
    }
}

fn count(cell: &Cell) -> Option<u32> {
    let value = cell
        .number()
        .filter(|value| (0.0..=f64::from(u32::MAX)).contains(value))?;
    (value.fract() == 0.0).then_some(value as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        data::table::{Cells, Measure, Role},
        domain::chart::{ChartId, Occasion},
    };

    fn table(measures: &[&str], rows: &[(&str, &[f64])]) -> Table {
        let mut cells = Cells::default();
        for value in rows.iter().flat_map(|(_, values)| *values) {
            cells.push(*value);
        }
        let labels: Vec<&str> = rows.iter().map(|(label, _)| *label).collect();
        Table {
            file: "x.csv".into(),
            dimensions: vec![Dimension::of("rader", Role::Rows, &labels)],
            measures: measures.iter().map(|name| Measure::of(name)).collect(),
            cells,
            ..Table::default()
        }
    }

    fn fill(table: &Table, body: Body) -> Result<Body, Fault> {
        into_chart(table, Chart::new(ChartId(1), "t", body))
            .map(|chart| chart.body)
            .map_err(|error| error.fault)
    }

    #[test]
    fn one_measure_makes_bars_and_several_make_groups() {
        let one = table(&["andel"], &[("a", &[1.0]), ("b", &[2.0])]);
        assert_eq!(
            fill(&one, Body::Bars(vec![])),
            Ok(Body::Bars(vec![Row::of("a", 1.0), Row::of("b", 2.0)]))
        );
        let two = table(&["F", "P"], &[("a", &[1.0, 2.0])]);
        assert!(
            matches!(fill(&two, Body::Bars(vec![])), Ok(Body::Groups { names, .. }) if names.len() == 2)
        );
    }

    #[test]
    fn a_chart_that_says_what_it_is_keeps_it() {
        let two = table(&["F", "P"], &[("2010", &[1.0, 2.0])]);
        let series = Body::Series {
            names: vec![],
            rows: vec![],
            breaks: vec![],
        };
        assert!(
            matches!(fill(&two, series), Ok(Body::Series { names, .. }) if names[1].as_str() == "P")
        );
        let one = table(&["andel"], &[("2010", &[1.0])]);
        let series = Body::Series {
            names: vec![],
            rows: vec![],
            breaks: vec![],
        };
        assert!(matches!(fill(&one, series), Ok(Body::Series { names, .. }) if names.is_empty()));
        let named = Body::Scale {
            answers: vec!["ja".into(), "nej".into()],
            rows: vec![],
        };
        assert!(
            matches!(fill(&two, named), Ok(Body::Scale { answers, .. }) if answers[0].as_str() == "ja")
        );
        let occasions = Body::BeforeAfter {
            before: Occasion::default(),
            after: Occasion::default(),
            rows: vec![],
        };
        assert!(
            matches!(fill(&two, occasions), Ok(Body::BeforeAfter { after, .. }) if after.label.as_str() == "P")
        );
    }

    #[test]
    fn a_measure_headed_n_counts_who_answered() {
        let answers = table(&["ja", "N", "nej"], &[("a", &[60.0, 410.0, 40.0])]);
        let Ok(Body::Scale { answers, rows }) = fill(
            &answers,
            Body::Scale {
                answers: vec![],
                rows: vec![],
            },
        ) else {
            panic!("a scale")
        };
        assert_eq!(answers.len(), 2);
        assert_eq!(
            (rows[0].n, rows[0].cells.as_slice()),
            (Some(410), &[Cell::Value(60.0), Cell::Value(40.0)][..])
        );
    }

    #[test]
    fn a_table_of_the_wrong_width_is_told() {
        let two = table(&["F", "P"], &[("a", &[1.0, 2.0])]);
        let three = vec!["x".into(), "y".into(), "z".into()];
        assert_eq!(
            fill(
                &two,
                Body::Groups {
                    names: three,
                    rows: vec![]
                }
            ),
            Err(Fault::Measures(3, 2))
        );
        assert_eq!(
            fill(
                &two,
                Body::Card {
                    shown: "bild 4".into()
                }
            ),
            Err(Fault::NoValues)
        );
        let only_n = table(&["n"], &[("a", &[1.0])]);
        assert_eq!(
            fill(&only_n, Body::Bars(vec![])),
            Err(Fault::Measures(1, 0))
        );
    }
}
