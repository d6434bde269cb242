//! What lies behind the numbers of a chart: what is known, and what nobody has written. Nothing is made up.

use super::{Look, count::counts, number::Numbers, words::purpose};
use crate::{
    domain::{
        chart::{Body, Cell, Chart, Face, Purpose},
        recipe::{Fold, Value},
    },
    t,
    text::{SafeText, Texts},
};

/// One thing to know about a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about: "Source".
    pub label: String,
    /// What is known.
    pub text: String,
    /// Nobody has written it: the words ask for it.
    pub unwritten: bool,
}

impl Fact {
    fn known(label: String, text: String) -> Option<Self> {
        (!text.trim().is_empty()).then_some(Self {
            label,
            text,
            unwritten: false,
        })
    }
}

/// Returns what lies behind the numbers: source, how it was read, how many, what is missing and why, what to keep in mind, who is not
/// in it, what kind of data it is, and shares as people.
///
/// Where the group guesses first, nothing is told that could give a value away.
pub fn behind(chart: &Chart, look: Look, texts: &Texts) -> Vec<Fact> {
    let numbers = Numbers::of(chart, texts.lang(), look);
    let source = chart.citation().on_one_line().trim().to_owned();
    let measured = !chart.body.rows().is_empty() || chart.is_share();
    let or_ask = |label: String, text: String, ask: String| {
        let unwritten = text.trim().is_empty();
        let text = if unwritten { ask } else { text };
        Some(Fact {
            label,
            text,
            unwritten,
        })
    };
    let mut facts = vec![or_ask(
        t!(texts, "behind-source"),
        source,
        t!(texts, "behind-no-source"),
    )];
    facts.push(Fact::known(t!(texts, "behind-read"), read(chart, texts)));
    if chart.showing.face == Face::Covered {
        let text = t!(texts, "behind-covered");
        facts.push(Fact::known(t!(texts, "behind-values"), text));
    } else if measured {
        facts.push(or_ask(
            t!(texts, "behind-n"),
            answered(chart, numbers, texts),
            t!(texts, "behind-no-n"),
        ));
        let gaps = missing(chart, texts).unwrap_or_else(|| t!(texts, "behind-none-missing"));
        facts.push(Fact::known(t!(texts, "behind-missing"), gaps));
    }
    facts.push(Fact::known(
        t!(texts, "behind-caveat"),
        chart.caveat.trim().to_owned(),
    ));
    if measured {
        facts.push(or_ask(
            t!(texts, "behind-not-in"),
            chart.showing.not_in.trim().to_owned(),
            t!(texts, "behind-no-not-in"),
        ));
    } else {
        let text = chart.showing.not_in.trim().to_owned();
        facts.push(Fact::known(t!(texts, "behind-not-in"), text));
    }
    facts.push(Fact::known(t!(texts, "behind-kind"), kind(chart, texts)));
    let people: Vec<String> = counts(chart, numbers, texts)
        .into_iter()
        .map(|(whose, people)| format!("{whose}: {people}"))
        .collect();
    facts.push(Fact::known(t!(texts, "behind-people"), people.join("\n")));
    facts.into_iter().flatten().collect()
}

/// Returns the same in a line or two for minutes, which show source, number, kind and caveat themselves: what is missing and why, and
/// who is not in it; nothing where neither is known.
pub fn behind_short(chart: &Chart, texts: &Texts) -> Option<String> {
    let gaps = missing(chart, texts).map(|gaps| t!(texts, "behind-missing-said", gaps = gaps));
    let not_in = Some(chart.showing.not_in.trim())
        .filter(|text| !text.is_empty())
        .map(|text| t!(texts, "behind-not-in-said", text = text));
    let parts: Vec<String> = gaps.into_iter().chain(not_in).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// How the values came from a file: which, when, what was chosen in it. Nothing where they were written by hand.
fn read(chart: &Chart, texts: &Texts) -> String {
    let list = |names: &[SafeText]| {
        let names: Vec<_> = names.iter().map(SafeText::on_one_line).collect();
        names.join(", ")
    };
    if let Some(fetched) = &chart.fetched {
        return t!(
            texts,
            "behind-fetched",
            service = format!("{:?}", fetched.service),
            day = fetched.day.on_one_line(),
            indicators = list(&fetched.indicators),
            place = fetched.place.on_one_line()
        );
    }
    let Some(recipe) = &chart.recipe else {
        let file = chart.file();
        return file.map_or_else(String::new, |file| t!(texts, "behind-file", file = file));
    };
    let mut said = vec![if recipe.read.is_empty() {
        t!(texts, "behind-recipe", file = recipe.file)
    } else {
        t!(
            texts,
            "behind-recipe-read",
            file = recipe.file,
            day = recipe.read
        )
    }];
    said.extend(match &recipe.value {
        Value::Numbers { columns, fold } => {
            let columns = list(columns);
            Some(match fold {
                Fold::Only => t!(texts, "behind-values-of", columns = columns),
                Fold::Sum => t!(texts, "behind-sums-of", columns = columns),
                Fold::Mean => t!(texts, "behind-means-of", columns = columns),
            })
        }
        Value::Rows => Some(t!(texts, "behind-rows-counted")),
        Value::Shares { items, .. } => Some(t!(texts, "behind-shares-of", items = list(items))),
    });
    for filter in recipe
        .filters
        .iter()
        .filter(|filter| !filter.labels.is_empty())
    {
        let column = filter.column.on_one_line().into_owned();
        let labels = list(&filter.labels);
        said.push(t!(texts, "behind-only", column = column, labels = labels));
    }
    said.join(" ")
}

/// How many answered or were counted, in all and row by row or occasion by occasion, as far as it is written.
fn answered(chart: &Chart, numbers: Numbers, texts: &Texts) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut add = |label: &SafeText, n: Option<u32>| {
        let part = n.map(|n| format!("{}: {}", label.on_one_line(), numbers.count(n)));
        parts.extend(part);
    };
    if let Body::BeforeAfter { before, after, .. } = &chart.body {
        add(&before.label, before.n);
        add(&after.label, after.n);
    }
    for row in chart.body.rows() {
        add(&row.label, row.n);
    }
    let all = chart.n.map(|n| t!(texts, "chart-n", n = numbers.count(n)));
    match (all, parts.is_empty()) {
        (Some(all), true) => all,
        (Some(all), false) => format!("{all} ({})", parts.join(", ")),
        (None, _) => parts.join(", "),
    }
}

/// Counts the values that are missing, by the reason that stands there; nothing where all are known.
fn missing(chart: &Chart, texts: &Texts) -> Option<String> {
    let cells = || chart.body.rows().iter().flat_map(|row| &row.cells);
    let mut reasons: Vec<(String, usize)> = Vec::new();
    for cell in cells().filter(|cell| cell.number().is_none()) {
        let why = match cell {
            Cell::Missing(why) if !why.trim().is_empty() => why.on_one_line().trim().to_owned(),
            _ => t!(texts, "behind-no-reason"),
        };
        match reasons.iter_mut().find(|(known, _)| *known == why) {
            Some((_, count)) => *count += 1,
            None => reasons.push((why, 1)),
        }
    }
    let some: usize = reasons.iter().map(|(_, count)| count).sum();
    if some == 0 {
        return None;
    }
    let why: Vec<String> = reasons
        .iter()
        .map(|(why, count)| format!("{why} ({count})"))
        .collect();
    Some(t!(
        texts,
        "behind-gaps",
        some = some,
        all = cells().count(),
        why = why.join(", ")
    ))
}

/// The kind of data and what it means for a dialogue.
fn kind(chart: &Chart, texts: &Texts) -> String {
    let meaning = match chart.purpose {
        Purpose::Measure => t!(texts, "behind-kind-measure"),
        Purpose::Explore => t!(texts, "behind-kind-explore"),
        Purpose::FollowUp => t!(texts, "behind-kind-follow-up"),
    };
    format!(
        "{}. {meaning}",
        super::words::capital(&purpose(chart.purpose, texts))
    )
}

#[cfg(test)]
mod tests;
