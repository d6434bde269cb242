//! Skolverket's planned educations: the statistics of one school, a series of school years for every measure.

use super::{
    fault::{Broken, JsonFault, broken},
    node::Node,
    whole,
};
use crate::{
    data::{
        Table,
        cube::{Found, Scatter},
        table::{Dimension, Meaning, Measure, Reason, Role},
    },
    text::{SafeText, number},
};

/// The largest answer that is read; that of a school has some kilobytes.
const MAX_ANSWER: usize = 20_000_000;

/// Reads the answer, also where a program has kept it within its own words (`json`).
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Table>, Broken> {
    if bytes.len() > MAX_ANSWER {
        return Err(broken(JsonFault::ManyCells));
    }
    let file: Node = whole(bytes)?;
    let answer = Some(file.get("json"))
        .filter(|node| !node.is_null())
        .unwrap_or(&file);
    let body = Some(answer.get("body"))
        .filter(|node| !node.is_null())
        .unwrap_or(answer);
    let mut series = Vec::new();
    for (name, node) in body.pairs() {
        collect(name, node, &mut series);
    }
    if series.is_empty() {
        let refused = answer
            .get("message")
            .text()
            .filter(|_| answer.get("status").text() != Some("OK"));
        return Err(broken(match refused {
            Some(words) => JsonFault::Refused(SafeText::line(words)),
            None => JsonFault::NoTable,
        }));
    }
    let mut years = Found::default();
    let mut cells = Vec::new();
    for (measure, (_, points)) in series.iter().enumerate() {
        for point in *points {
            // A series that holds nothing is written as one point without a year.
            if let Some(year) = point.get("timePeriod").text() {
                cells.push((years.place(year), measure, cell(point)));
            }
        }
    }
    let moved = years.sort_codes();
    let dimensions = vec![Dimension {
        code: SafeText::line("timePeriod"),
        name: SafeText::line("läsår"),
        role: Role::Time,
        labels: years.labels,
    }];
    let size =
        Table::size(&dimensions, series.len()).ok_or_else(|| broken(JsonFault::ManyCells))?;
    let mut scatter = Scatter::new(size);
    for (year, measure, cell) in cells {
        if !scatter.put(moved[year] * series.len() + measure, cell) {
            return Err(broken(JsonFault::Twice));
        }
    }
    Ok(vec![Table {
        title: SafeText::line(&body.get("schoolUnit").words()),
        source: SafeText::line("Skolverket"),
        dimensions,
        measures: series.iter().map(|(name, _)| Measure::of(name)).collect(),
        cells: scatter.into_cells(),
        ..Table::default()
    }])
}

/// Finds the series, also those of the programmes of an upper secondary school.
fn collect<'a>(name: &str, node: &'a Node, series: &mut Vec<(String, &'a [Node])>) {
    let list = node.list();
    let is_point =
        |node: &Node| !node.get("valueType").is_null() || !node.get("timePeriod").is_null();
    if list.first().is_some_and(is_point) {
        series.push((name.to_owned(), list));
        return;
    }
    for part in list {
        let about = part.get("programCode").text();
        let about = about.or_else(|| part.pairs().iter().find_map(|(_, node)| node.text()));
        for (inner, node) in part.pairs() {
            let is_series = node.list().first().is_some_and(is_point);
            if let Some(about) = about.filter(|_| is_series) {
                series.push((format!("{about} {inner}"), node.list()));
            }
        }
    }
}

fn cell(point: &Node) -> Result<f64, Reason> {
    let words = point.get("value").words();
    let kind = point.get("valueType").words();
    if kind == "EXISTS"
        && let Some(value) = number::parse(&words)
    {
        return Ok(value);
    }
    let meaning = if kind.starts_with("OMITTED") || kind.starts_with("ROUNDED") {
        // `~100` says that fewer are left out than may be told; the share itself is hidden.
        Meaning::Confidential
    } else if kind == "MISSING" {
        Meaning::NotAvailable
    } else if words.is_empty() {
        Meaning::Blank
    } else {
        Meaning::Unsaid
    };
    Err(Reason {
        mark: SafeText::line(words.trim()),
        meaning,
    })
}
