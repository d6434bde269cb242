//! Writes a table as JSON-stat 2.0, so that what was put together can be kept, sent and read again.

use serde_json::{Map, Value, json};

use crate::data::{
    Table, cube,
    table::{CellRef, Dimension, Meaning, Measure, Reason, Role},
};

/// What the dimension of the measures is called.
const METRIC: &str = "ContentsCode";

/// Writes a table as one set. The measures become its last dimension.
pub fn write(table: &Table) -> String {
    let metric = metric_of(table);
    let mut dimensions = Map::new();
    for dimension in &table.dimensions {
        dimensions.insert(dimension.code.to_string(), of_dimension(dimension));
    }
    dimensions.insert(metric.clone(), of_measures(&table.measures));
    let ids: Vec<&str> = table
        .dimensions
        .iter()
        .map(|dimension| dimension.code.as_str())
        .chain([metric.as_str()])
        .collect();
    let sizes: Vec<usize> = table
        .dimensions
        .iter()
        .map(|dimension| dimension.labels.len())
        .chain([table.measures.len()])
        .collect();
    let (values, status, said) = cells(table);
    let notes: Vec<String> = table
        .notes
        .iter()
        .map(|note| match note.about.as_str() {
            "" => note.text.to_string(),
            about => format!("{about}: {}", note.text),
        })
        .collect();
    let must: Map<String, Value> = table
        .notes
        .iter()
        .enumerate()
        .filter(|(_, note)| note.must_show)
        .map(|(at, _)| (at.to_string(), Value::Bool(true)))
        .collect();
    let role = |role: Role| -> Vec<&str> {
        let of = table.dimensions.iter().filter(|one| one.role == role);
        of.map(|dimension| dimension.code.as_str()).collect()
    };
    json!({
        "version": "2.0",
        "class": "dataset",
        "label": table.title.as_str(),
        "source": table.source.as_str(),
        "updated": table.updated.as_str(),
        "note": notes,
        "id": ids,
        "size": sizes,
        "role": { "time": role(Role::Time), "geo": role(Role::Place), "metric": [metric] },
        "dimension": dimensions,
        "value": values,
        "status": status,
        "extension": { "noteMandatory": must, "status": { "label": said } },
    })
    .to_string()
}

/// Names the dimension of the measures as no other is named.
fn metric_of(table: &Table) -> String {
    let mut name = METRIC.to_owned();
    while table.dimensions.iter().any(|one| one.code == name.as_str()) {
        name.push('_');
    }
    name
}

fn of_dimension(dimension: &Dimension) -> Value {
    let codes: Vec<&str> = dimension
        .labels
        .iter()
        .map(|label| label.code.as_str())
        .collect();
    let labels = dimension.labels.iter();
    let labels: Map<String, Value> = labels
        .map(|label| (label.code.to_string(), label.text.as_str().into()))
        .collect();
    json!({
        "label": dimension.name.as_str(),
        "category": { "index": codes, "label": labels },
    })
}

fn of_measures(measures: &[Measure]) -> Value {
    let codes: Vec<&str> = measures
        .iter()
        .map(|measure| measure.code.as_str())
        .collect();
    let mut labels = Map::new();
    let mut units = Map::new();
    for measure in measures {
        let code = measure.code.to_string();
        labels.insert(code.clone(), measure.name.as_str().into());
        let mut unit = Map::new();
        if !measure.unit.is_empty() {
            unit.insert("base".to_owned(), measure.unit.as_str().into());
        }
        if let Some(decimals) = measure.decimals {
            unit.insert("decimals".to_owned(), decimals.into());
        }
        if !unit.is_empty() {
            units.insert(code, unit.into());
        }
    }
    json!({ "category": { "index": codes, "label": labels, "unit": units } })
}

/// Returns the values, the marks of those that are missing, and what unusual marks mean.
fn cells(table: &Table) -> (Vec<Value>, Map<String, Value>, Map<String, Value>) {
    let mut values = Vec::with_capacity(table.cells.len());
    let (mut status, mut said) = (Map::new(), Map::new());
    for (at, cell) in table.cells.iter().enumerate() {
        match cell {
            CellRef::Value(value) => values.push(value.into()),
            CellRef::Missing(reason) => {
                values.push(Value::Null);
                if !reason.mark.is_empty() {
                    status.insert(at.to_string(), reason.mark.as_str().into());
                    if let Some(words) = meaning(reason) {
                        said.insert(reason.mark.to_string(), words.into());
                    }
                }
            }
        }
    }
    (values, status, said)
}

/// Says what a mark means where that is not what it usually means.
fn meaning(reason: &Reason) -> Option<String> {
    if cube::reason(&reason.mark).meaning == reason.meaning {
        return None;
    }
    match &reason.meaning {
        Meaning::Said(words) => Some(words.to_string()),
        Meaning::NotAvailable => Some("not available".to_owned()),
        Meaning::NotApplicable => Some("not applicable".to_owned()),
        Meaning::Confidential => Some("confidential".to_owned()),
        Meaning::Nil => Some("nil".to_owned()),
        Meaning::Blank | Meaning::Unsaid => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        data::{
            json::of_bytes,
            table::{Cells, Label, Note},
        },
        text::SafeText,
    };

    fn label(code: usize) -> Label {
        Label {
            code: SafeText::line(&format!("{code:02}")),
            text: SafeText::line(&format!("label \"{code}\" å")),
        }
    }

    prop_compose! {
        fn any_table()(sizes in proptest::collection::vec(1_usize..5, 0..4), measures in 1_usize..4)
            (cells in proptest::collection::vec(
                prop_oneof![
                    any::<i32>().prop_map(|value| Ok(f64::from(value) / 1000.0)),
                    prop_oneof!["", "\\.\\.", "\\.", ":", "-"].prop_map(Err),
                ],
                sizes.iter().product::<usize>() * measures,
            ), sizes in Just(sizes), measures in Just(measures)) -> Table {
            let mut made = Cells::default();
            for cell in cells {
                match cell {
                    Ok(value) => made.push(value),
                    Err(mark) => made.push_missing(&cube::reason(&mark)),
                }
            }
            let dimension = |at: usize, size: usize| Dimension {
                code: SafeText::line(&format!("d{at}")),
                name: SafeText::line(&format!("dimension {at}")),
                role: [Role::Place, Role::Time, Role::Other, Role::Other][at],
                labels: (0..size).map(label).collect(),
            };
            Table {
                title: "Title".into(),
                source: "Source".into(),
                updated: "2026-11-22".into(),
                notes: vec![Note { text: "must".into(), must_show: true, ..Note::default() }],
                dimensions: sizes.iter().enumerate().map(|(at, size)| dimension(at, *size)).collect(),
                measures: (0..measures)
                    .map(|at| Measure {
                        unit: SafeText::line(["andel %", ""][at % 2]),
                        decimals: [Some(1), None][at % 2],
                        ..Measure::of(&format!("m{at}"))
                    })
                    .collect(),
                cells: made,
                ..Table::default()
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(table in any_table()) {
            let written = write(&table);
            let read = of_bytes(written.as_bytes(), &SafeText::default()).unwrap();
            prop_assert_eq!(read, vec![table]);
        }
    }

    #[test]
    fn a_mark_of_a_publisher_s_own_keeps_its_meaning() {
        let mut cells = Cells::default();
        cells.push_missing(&Reason {
            mark: "Privacy".into(),
            meaning: Meaning::Confidential,
        });
        let table = Table {
            dimensions: vec![Dimension::of(METRIC, Role::Other, &["a"])],
            measures: vec![Measure::of("x")],
            cells,
            ..Table::default()
        };
        let read = of_bytes(write(&table).as_bytes(), &SafeText::default()).unwrap();
        let Some(CellRef::Missing(reason)) = read[0].cell(&[0], 0) else {
            panic!("there is no value")
        };
        assert_eq!(reason.mark, "Privacy");
        assert_eq!(reason.meaning, Meaning::Said("confidential".into()));
    }
}
