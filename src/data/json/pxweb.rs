//! The older format `json` of `PxWeb`, version 1: rows of keys and values, all of them texts.

use serde::Deserialize;

use super::{
    fault::{Broken, JsonFault, broken, broken_at},
    node::{Node, Scalar},
    whole,
};
use crate::{
    data::{
        Table,
        cube::{self, Found, Scatter},
        table::{Dimension, Measure, Note, Reason, Role},
    },
    text::SafeText,
};

#[derive(Deserialize)]
struct File<'a> {
    columns: Vec<Node>,
    #[serde(borrow)]
    data: Vec<Row<'a>>,
    #[serde(default)]
    comments: Node,
    #[serde(default)]
    metadata: Node,
}

#[derive(Deserialize)]
struct Row<'a> {
    #[serde(borrow, default)]
    key: Vec<Scalar<'a>>,
    #[serde(borrow, default)]
    values: Vec<Scalar<'a>>,
}

/// Reads the one table of a file.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Table>, Broken> {
    let file: File<'_> = whole(bytes)?;
    let is_measure = |column: &&Node| column.get("type").text() == Some("c");
    let keys: Vec<&Node> = file.columns.iter().filter(|c| !is_measure(c)).collect();
    let columns: Vec<&Node> = file.columns.iter().filter(is_measure).collect();
    if columns.is_empty() {
        return Err(broken_at("columns", JsonFault::Lacks("c")));
    }
    if file.data.is_empty() {
        return Err(broken_at("data", JsonFault::NoRows));
    }
    let mut found: Vec<Found> = keys.iter().map(|_| Found::default()).collect();
    let mut places = Vec::new();
    for (row, Row { key, values }) in file.data.iter().enumerate() {
        let at = |what| format!("data[{row}].{what}");
        if key.len() != keys.len() {
            let fault = JsonFault::Count(key.len(), keys.len());
            return Err(broken_at(&at("key"), fault));
        }
        if values.len() != columns.len() {
            let fault = JsonFault::Count(values.len(), columns.len());
            return Err(broken_at(&at("values"), fault));
        }
        places.extend(
            found
                .iter_mut()
                .zip(key)
                .map(|(found, code)| found.place(&code.words())),
        );
    }
    let moved: Vec<Vec<usize>> = found.iter_mut().map(Found::sort_numbers).collect();
    let dimensions: Vec<Dimension> = keys
        .iter()
        .zip(found)
        .map(|(c, f)| dimension(c, f))
        .collect();
    let size =
        Table::size(&dimensions, columns.len()).ok_or_else(|| broken(JsonFault::ManyCells))?;
    let mut scatter = Scatter::new(size);
    for (row, Row { values, .. }) in file.data.iter().enumerate() {
        let mut at = 0;
        for (key, (dimension, moved)) in dimensions.iter().zip(&moved).enumerate() {
            at = at * dimension.labels.len() + moved[places[row * keys.len() + key]];
        }
        for (measure, value) in values.iter().enumerate() {
            if !scatter.put(at * columns.len() + measure, cell(value)) {
                return Err(broken_at(&format!("data[{row}]"), JsonFault::Twice));
            }
        }
    }
    let about = file.metadata.list().first().unwrap_or(&file.metadata);
    let line = |key: &str| SafeText::line(about.get(key).words().trim());
    Ok(vec![Table {
        title: line("label"),
        source: line("source"),
        updated: line("updated"),
        notes: notes(&file),
        dimensions,
        measures: columns.into_iter().map(measure).collect(),
        cells: scatter.into_cells(),
        ..Table::default()
    }])
}

/// Reads a value; a text that is no number is a mark.
pub(super) fn cell(value: &Scalar<'_>) -> Result<f64, Reason> {
    let words = value.words();
    let text = words.trim();
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(number),
        _ => Err(cube::reason(text)),
    }
}

fn named(column: &Node) -> (SafeText, SafeText) {
    let code = SafeText::line(column.get("code").words().trim());
    let name = SafeText::line(column.get("text").words().trim());
    let name = if name.is_empty() { code.clone() } else { name };
    (code, name)
}

fn dimension(column: &Node, found: Found) -> Dimension {
    let (code, name) = named(column);
    let role = match column.get("type").text() {
        Some("t") => Role::Time,
        _ => cube::role_of(&code, &name),
    };
    Dimension {
        code,
        name,
        role,
        labels: found.labels,
    }
}

fn measure(column: &Node) -> Measure {
    let (code, name) = named(column);
    Measure {
        code,
        name,
        unit: SafeText::line(column.get("unit").words().trim()),
        decimals: None,
    }
}

fn notes(file: &File<'_>) -> Vec<Note> {
    let of_columns = file.columns.iter().map(|column| {
        let (_, name) = named(column);
        (column.get("comment").words(), name)
    });
    let of_values = file.comments.list().iter().map(|comment| {
        let about = [
            comment.get("variable").words(),
            comment.get("value").words(),
        ];
        let about: Vec<&str> = about
            .iter()
            .map(AsRef::as_ref)
            .filter(|word| !word.is_empty())
            .collect();
        (
            comment.get("comment").words(),
            SafeText::line(&about.join(", ")),
        )
    });
    of_columns
        .chain(of_values)
        .map(|(text, about)| (SafeText::block(text.trim()), about))
        .filter(|(text, _)| !text.is_empty())
        .map(|(text, about)| Note {
            must_show: cube::tells_of_noise(&text),
            about,
            text,
        })
        .collect()
}
