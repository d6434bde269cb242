//! Kolada, versions 2 and 3: values by indicator, municipality or unit, year and sex; and its lists of indicators and municipalities.

use super::{
    fault::{Broken, JsonFault, broken, broken_at},
    node::Node,
    whole,
};
use crate::{
    data::{
        Table,
        cube::{self, Found, Scatter},
        table::{Dimension, Label, Meaning, Measure, Note, Reason, Role},
    },
    text::SafeText,
};

/// The largest answer that is read; a page of Kolada has 5000 rows and half a megabyte.
const MAX_ANSWER: usize = 20_000_000;

/// Reads an answer, several answers in a list (pages), or a list of flat rows as programs keep them.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Table>, Broken> {
    if bytes.len() > MAX_ANSWER {
        return Err(broken(JsonFault::ManyCells));
    }
    let file: Node = whole(bytes)?;
    let pages = match &file {
        Node::List(list)
            if list
                .iter()
                .any(|page| !page.get("values").list().is_empty()) =>
        {
            list.as_slice()
        }
        Node::List(_) => &[],
        page => std::slice::from_ref(page),
    };
    let rows: Vec<&Node> = if pages.is_empty() {
        file.list().iter().collect()
    } else {
        pages
            .iter()
            .flat_map(|page| page.get("values").list())
            .collect()
    };
    let Some(first) = rows.first() else {
        return Err(broken(if pages.is_empty() {
            JsonFault::NoTable
        } else {
            JsonFault::NoRows
        }));
    };
    let nested = !first.get("values").is_null() && !first.get("kpi").is_null();
    let mut table = if nested {
        of_values(&rows)?
    } else {
        of_flat(&rows)?
    };
    // An answer that goes on elsewhere must not be taken for the whole.
    let next = pages.last().and_then(|page| {
        let next = ["next_url", "next_page"].map(|key| page.get(key).text());
        next.into_iter().flatten().find(|next| !next.is_empty())
    });
    table.notes.extend(next.map(|next| Note {
        text: SafeText::line(next),
        about: SafeText::line("next_url"),
        must_show: true,
    }));
    Ok(vec![table])
}

/// One value with what it is about, by places.
type Placed = ([usize; 4], Result<f64, Reason>);

fn of_values(rows: &[&Node]) -> Result<Table, Broken> {
    let unit = if rows.iter().any(|row| !row.get("ou").is_null()) {
        ("ou", "enhet")
    } else {
        ("municipality", "kommun")
    };
    let mut found: [Found; 4] = Default::default();
    let mut cells: Vec<Placed> = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        for key in ["kpi", unit.0, "period"] {
            if row.get(key).words().is_empty() {
                let at = format!("values[{place}].{key}");
                return Err(broken_at(&at, JsonFault::Kind));
            }
        }
        for value in row.get("values").list() {
            let gender = value.get("gender").words();
            let codes = [
                row.get(unit.0).words(),
                row.get("period").words(),
                if gender.is_empty() {
                    "T".into()
                } else {
                    gender
                },
                row.get("kpi").words(),
            ];
            let mut places = [0; 4];
            for ((found, code), place) in found.iter_mut().zip(&codes).zip(&mut places) {
                *place = found.place(code);
            }
            cells.push((places, cell(value)));
        }
    }
    let [mut places, mut years, mut genders, kpis] = found;
    let moved = years.sort_numbers();
    for label in &mut genders.labels {
        label.text = SafeText::line(match label.code.as_str() {
            "T" => "totalt",
            "K" | "F" => "kvinnor",
            "M" => "män",
            other => other,
        });
    }
    let dimension = |code: &str, name: &str, role, found: &mut Found| Dimension {
        code: SafeText::line(code),
        name: SafeText::line(name),
        role,
        labels: std::mem::take(&mut found.labels),
    };
    let dimensions = vec![
        dimension(unit.0, unit.1, Role::Place, &mut places),
        dimension("period", "år", Role::Time, &mut years),
        dimension("gender", "kön", Role::Other, &mut genders),
    ];
    let measures = kpis
        .labels
        .iter()
        .map(|kpi| Measure::of(&kpi.code))
        .collect();
    let mut table = cube_of(dimensions, measures, cells, &moved)?;
    table.source = SafeText::line("Kolada");
    Ok(table)
}

/// Puts cells in their places; `moved` gives the new places of the second dimension.
fn cube_of(
    dimensions: Vec<Dimension>,
    measures: Vec<Measure>,
    cells: Vec<Placed>,
    moved: &[usize],
) -> Result<Table, Broken> {
    if cells.is_empty() {
        return Err(broken_at("values", JsonFault::NoRows));
    }
    let size =
        Table::size(&dimensions, measures.len()).ok_or_else(|| broken(JsonFault::ManyCells))?;
    let mut scatter = Scatter::new(size);
    let count = |at: usize| dimensions.get(at).map_or(1, |d: &Dimension| d.labels.len());
    for ([first, second, third, measure], cell) in cells {
        let second = moved.get(second).copied().unwrap_or(second);
        let at = ((first * count(1) + second) * count(2) + third) * measures.len() + measure;
        if !scatter.put(at, cell) {
            return Err(broken_at("values", JsonFault::Twice));
        }
    }
    Ok(Table {
        dimensions,
        measures,
        cells: scatter.into_cells(),
        ..Table::default()
    })
}

fn cell(value: &Node) -> Result<f64, Reason> {
    if value.get("isdeleted") == &Node::Flag(true) {
        return Err(Reason {
            mark: SafeText::line("isdeleted"),
            meaning: Meaning::NotAvailable,
        });
    }
    if let Node::Number(number) = value.get("value") {
        return Ok(*number);
    }
    let status = value.get("status").words();
    Err(Reason {
        meaning: match status.to_lowercase().as_str() {
            "" => Meaning::Blank,
            "missing" => Meaning::NotAvailable,
            "privacy" => Meaning::Confidential,
            "not applicable" => Meaning::NotApplicable,
            _ => Meaning::Unsaid,
        },
        mark: SafeText::line(&status),
    })
}

/// Reads flat rows: with a column of values they are a table by the other columns, else a list of things with what is said of them.
fn of_flat(rows: &[&Node]) -> Result<Table, Broken> {
    let mut keys: Vec<&str> = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        if row.pairs().is_empty() {
            return Err(broken_at(&format!("[{place}]"), JsonFault::NoTable));
        }
        for (key, _) in row.pairs() {
            if !keys.contains(&key.as_str()) {
                keys.push(key);
            }
            if keys.len() > MAX_KEYS {
                return Err(broken_at(&format!("[{place}]"), JsonFault::NoTable));
            }
        }
    }
    let value = keys
        .iter()
        .find(|key| matches!(key.to_lowercase().as_str(), "värde" | "varde" | "value"))
        .copied();
    match value {
        Some(value) => of_columns(rows, &keys, value),
        None => of_things(rows, &keys),
    }
}

/// The most columns of a flat list.
const MAX_KEYS: usize = 50;

fn of_columns(rows: &[&Node], keys: &[&str], value: &str) -> Result<Table, Broken> {
    let is_kpi = |key: &&&str| matches!(**key, "kpi" | "measure" | "nyckeltal");
    let kpi = keys.iter().find(is_kpi).copied();
    let columns: Vec<&str> = keys
        .iter()
        .copied()
        .filter(|key| *key != value && Some(*key) != kpi)
        .collect();
    let mut found: Vec<Found> = columns.iter().map(|_| Found::default()).collect();
    let mut kpis = Found::default();
    let mut places = Vec::new();
    for row in rows {
        let codes = found.iter_mut().zip(&columns);
        places.push((
            codes
                .map(|(found, key)| found.place(&row.get(key).words()))
                .collect::<Vec<_>>(),
            kpis.place(&kpi.map_or_else(|| value.into(), |kpi| row.get(kpi).words())),
        ));
    }
    let dimensions: Vec<Dimension> = columns
        .iter()
        .zip(found)
        .map(|(key, found)| Dimension {
            code: SafeText::line(key),
            name: SafeText::line(key),
            role: cube::role_of(key, key),
            labels: found.labels,
        })
        .collect();
    let measures: Vec<Measure> = kpis
        .labels
        .iter()
        .map(|kpi| Measure::of(&kpi.code))
        .collect();
    let size =
        Table::size(&dimensions, measures.len()).ok_or_else(|| broken(JsonFault::ManyCells))?;
    let mut scatter = Scatter::new(size);
    for (at, (row, (labels, measure))) in rows.iter().zip(places).enumerate() {
        let place = dimensions
            .iter()
            .zip(labels)
            .fold(0, |place, (dimension, label)| {
                place * dimension.labels.len() + label
            });
        let cell = match row.get(value) {
            Node::Number(number) => Ok(*number),
            node => Err(cube::reason(&node.words())),
        };
        if !scatter.put(place * measures.len() + measure, cell) {
            return Err(broken_at(&format!("[{at}]"), JsonFault::Twice));
        }
    }
    Ok(Table {
        dimensions,
        measures,
        cells: scatter.into_cells(),
        ..Table::default()
    })
}

/// Reads a list of things (indicators, municipalities): a row each, numbers as values and words as marks.
fn of_things(rows: &[&Node], keys: &[&str]) -> Result<Table, Broken> {
    let name = ["title", "name", "label", "text", "id"]
        .into_iter()
        .find(|key| keys.contains(key));
    let Some(name) = name else {
        return Err(broken(JsonFault::NoTable));
    };
    let columns: Vec<&str> = keys
        .iter()
        .copied()
        .filter(|key| *key != name && !matches!(*key, "id" | "description"))
        .collect();
    if columns.is_empty() {
        return Err(broken(JsonFault::NoTable));
    }
    let labels = rows
        .iter()
        .map(|row| {
            let text = SafeText::line(row.get(name).words().trim());
            let code = SafeText::line(row.get("id").words().trim());
            Label {
                code: if code.is_empty() { text.clone() } else { code },
                text,
            }
        })
        .collect();
    let dimensions = vec![Dimension {
        code: SafeText::line("id"),
        name: SafeText::line(name),
        role: Role::Rows,
        labels,
    }];
    let size =
        Table::size(&dimensions, columns.len()).ok_or_else(|| broken(JsonFault::ManyCells))?;
    let mut scatter = Scatter::new(size);
    for (at, row) in rows.iter().enumerate() {
        for (column, key) in columns.iter().enumerate() {
            let cell = match row.get(key) {
                Node::Number(number) => Ok(*number),
                Node::Flag(flag) => Ok(f64::from(u8::from(*flag))),
                node => Err(Reason {
                    mark: SafeText::line(&node.words().chars().take(80).collect::<String>()),
                    meaning: if node.is_null() {
                        Meaning::Blank
                    } else {
                        Meaning::Unsaid
                    },
                }),
            };
            scatter.put(at * columns.len() + column, cell);
        }
    }
    Ok(Table {
        dimensions,
        measures: columns.into_iter().map(Measure::of).collect(),
        cells: scatter.into_cells(),
        ..Table::default()
    })
}
