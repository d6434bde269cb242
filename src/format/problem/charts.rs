//! What is wrong inside a chart that somebody wrote by hand, in the reader's language.
//!
//! The reader of RON hands on one English sentence; here it is told again. A sentence that is not known is quoted as it is.

use crate::{t, text::Texts};

/// Tells a chart's fault in the reader's language, where the sentence is one of the chart's own.
pub(super) fn reason(why: &str, texts: &Texts) -> Option<String> {
    plain(why, texts).or_else(|| with_names(why, texts))
}

fn plain(why: &str, texts: &Texts) -> Option<String> {
    Some(match why {
        why if why.starts_with("`quote` is a chart") => t!(texts, "format-chart-quote"),
        why if why.starts_with("`from` says") => t!(texts, "format-chart-from"),
        why if why.starts_with("`shown` is for") => t!(texts, "format-chart-shown"),
        why if why.starts_with("`picture` has") => t!(texts, "format-chart-picture"),
        why if why.starts_with("it needs `values`") => t!(texts, "format-chart-needs-values"),
        why if why.starts_with("`breaks` belong") => t!(texts, "format-chart-breaks"),
        why if why.starts_with("`before` and `after` go") => t!(texts, "format-chart-before"),
        why if why.starts_with("a row begins") => t!(texts, "format-chart-row-label"),
        why if why.starts_with("a row is") => t!(texts, "format-chart-row"),
        why if why.starts_with("a list of values") => t!(texts, "format-chart-list"),
        why if why.starts_with("after its values") => t!(texts, "format-chart-row-tail"),
        why if why.starts_with("an occasion is") => t!(texts, "format-chart-occasion"),
        _ => return None,
    })
}

fn with_names(why: &str, texts: &Texts) -> Option<String> {
    if let Some(names) = why.strip_suffix("` exclude each other") {
        let (one, other) = names.strip_prefix('`')?.rsplit_once("` and `")?;
        return Some(t!(texts, "format-chart-exclude", one = one, other = other));
    }
    if let Some((field, kind)) = why.split_once("` does not go with `kind: ") {
        let (field, kind) = (field.strip_prefix('`')?, kind.strip_suffix('`')?);
        return Some(t!(
            texts,
            "format-chart-not-with",
            field = field,
            kind = kind
        ));
    }
    if let Some((kind, field)) = why.split_once("` needs `") {
        let (kind, field) = (kind.strip_prefix("`kind: ")?, field.strip_suffix('`')?);
        return Some(t!(
            texts,
            "format-chart-kind-needs",
            kind = kind,
            field = field
        ));
    }
    if let Some(rest) = why.strip_prefix("the row \"") {
        let (label, counts) = rest.rsplit_once("\" has ")?;
        let (values, columns) = counts.split_once(" values and the chart has ")?;
        let columns = columns.strip_suffix(" columns")?;
        let (values, columns): (usize, usize) = (values.parse().ok()?, columns.parse().ok()?);
        return Some(t!(
            texts,
            "format-chart-columns",
            label = label,
            values = values,
            columns = columns
        ));
    }
    let value = why.strip_prefix("write the value ")?;
    let value = value.strip_suffix(" without quotation marks, with a point for decimals")?;
    Some(t!(texts, "format-chart-quoted-value", value = value))
}
