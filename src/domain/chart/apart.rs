//! Two charts of one question whose groups differ: what one leaves out or hides can be what is left when it is taken from the other.
//!
//! What is guarded when a chart is made is that chart alone. Here the charts of a session are held beside each other; nothing is changed,
//! somebody is told.

use std::collections::{BTreeMap, BTreeSet};

use super::{Body, Cell, Chart, ChartId};
use crate::{
    domain::recipe::{Recipe, Value},
    t,
    text::{SafeText, Texts},
};

/// Two charts out of which somebody can work out what neither may show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    /// The charts with their titles, in the order of the session.
    pub charts: [(ChartId, SafeText); 2],
}

impl Apart {
    /// Says whether a chart is one of the two.
    pub fn is_of(&self, id: ChartId) -> bool {
        self.charts.iter().any(|(known, _)| *known == id)
    }

    /// Says it in one sentence.
    pub fn say(&self, texts: &Texts) -> String {
        let [(one, first), (other, second)] = &self.charts;
        t!(
            texts,
            "chart-apart",
            one = one.to_string(),
            first = first.on_one_line(),
            other = other.to_string(),
            second = second.on_one_line()
        )
    }
}

/// Finds the pairs of charts of the same survey file and question of which one, taken from the other, leaves a number of people that would
/// be hidden: a group or an answer with fewer than the limit, a group under twice the limit that all said the same, or one hidden value.
pub fn apart(charts: &[Chart], small_number_limit: u32) -> Vec<Apart> {
    let mut found = Vec::new();
    for (at, one) in charts.iter().enumerate() {
        for other in &charts[at + 1..] {
            if solves(one, other, small_number_limit) {
                found.push(Apart {
                    charts: [one, other].map(|chart| (chart.id, chart.title.clone())),
                });
            }
        }
    }
    found
}

fn solves(one: &Chart, other: &Chart, limit: u32) -> bool {
    let (Some(a), Some(b)) = (one.recipe.as_deref(), other.recipe.as_deref()) else {
        return false;
    };
    let (Value::Shares { items, .. }, Value::Shares { items: others, .. }) = (&a.value, &b.value)
    else {
        return false;
    };
    if a.file != b.file || a.read_as != b.read_as {
        return false;
    }
    let same_people = same_filters(a, b);
    let mut both = items.iter().filter(|item| others.contains(item));
    both.any(|item| {
        let (Some(x), Some(y)) = (Counted::of(one, a, item), Counted::of(other, b, item)) else {
            return false;
        };
        let few = x
            .people
            .zip(y.people)
            .is_some_and(|(n, m)| n != m && n.abs_diff(m) < limit);
        match (&x.answers, &y.answers) {
            (Some(all), Some(part)) => x
                .people
                .zip(y.people)
                .is_some_and(|(n, m)| is_small(n.abs_diff(m), (all, part), limit)),
            (Some(_), None) => few || ((same_people || x.people == y.people) && y.one_hidden),
            (None, Some(_)) => few || ((same_people || x.people == y.people) && x.one_hidden),
            (None, None) => false,
        }
    })
}

fn same_filters(a: &Recipe, b: &Recipe) -> bool {
    let within =
        |some: &Recipe, all: &Recipe| some.filters.iter().all(|one| all.filters.contains(one));
    within(a, b) && within(b, a)
}

/// Says whether those who are in one chart and not in the other are so few, or so alike, that they would not have been drawn.
fn is_small(people: u32, (one, other): (&Answers, &Answers), limit: u32) -> bool {
    if people == 0 {
        return false;
    }
    let answers: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    let left = answers.into_iter().map(|answer| {
        let count = |of: &Answers| of.get(answer).copied().unwrap_or(0);
        count(one).abs_diff(count(other))
    });
    let left: Vec<u32> = left.filter(|count| *count > 0).collect();
    people < limit
        || (left.len() < 2 && people < limit.saturating_mul(2))
        || left.iter().any(|count| *count < limit)
}

type Answers = BTreeMap<String, u32>;

/// How many answered, and the answers with their shares.
type Line<'a> = (Option<u32>, Vec<(String, &'a Cell)>);

/// How many gave each answer to one question, as a chart tells it.
struct Counted {
    /// How many answered; none where that is not known.
    people: Option<u32>,
    /// How many gave each answer; none where something is hidden.
    answers: Option<Answers>,
    /// Some answer has exactly one hidden value.
    one_hidden: bool,
}

impl Counted {
    fn of(chart: &Chart, recipe: &Recipe, item: &SafeText) -> Option<Self> {
        let Value::Shares { items, .. } = &recipe.value else {
            return None;
        };
        let lines: Vec<Line<'_>> = match &chart.body {
            Body::Bars(rows) if items.len() == 1 => {
                let cells = rows
                    .iter()
                    .filter_map(|row| Some((row.label.to_string(), row.cells.first()?)));
                vec![(chart.n, cells.collect())]
            }
            Body::Scale { answers, rows } => {
                let of_item = rows
                    .iter()
                    .filter(|row| items.len() == 1 || row.label == *item);
                let line = of_item.map(|row| {
                    let cells = answers.iter().map(ToString::to_string).zip(&row.cells);
                    (row.n, cells.collect())
                });
                line.collect()
            }
            _ => return None,
        };
        let people = lines.iter().map(|(n, _)| *n).sum::<Option<u32>>();
        let mut hidden: BTreeMap<&str, u32> = BTreeMap::new();
        let mut counts = Answers::new();
        let mut all_known = people.is_some() && !lines.is_empty();
        for (n, cells) in &lines {
            for (answer, cell) in cells {
                if let (Some(share), Some(n)) = (cell.number(), n) {
                    let count = (share / 100.0 * f64::from(*n)).round() as u32;
                    *counts.entry(answer.clone()).or_default() += count;
                } else {
                    all_known = false;
                    *hidden.entry(answer).or_default() += u32::from(cell.is_hidden());
                }
            }
        }
        Some(Self {
            people,
            one_hidden: hidden.values().any(|count| *count == 1),
            answers: all_known.then_some(counts),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{chart::Row, recipe::Filter},
        text::Lang,
    };

    /// A chart of counts: a line for each group, and `None` where one is hidden.
    fn chart(id: u8, group: Option<&str>, lines: &[(&str, &[Option<u32>])]) -> Chart {
        let share = |count: u32, n: u32| {
            let share = f64::from(count) * 100.0 / f64::from(n);
            Cell::Value((share * 10.0).round() / 10.0)
        };
        let hidden = || Cell::Missing("dolt: litet antal".into());
        let row = |label: &str, counts: &[Option<u32>], n: u32| Row {
            label: label.into(),
            cells: counts
                .iter()
                .map(|count| count.map_or_else(hidden, |count| share(count, n)))
                .collect(),
            n: Some(n),
            remark: SafeText::default(),
        };
        let n = |counts: &[Option<u32>]| counts.iter().map(|count| count.unwrap_or(3)).sum::<u32>();
        let answers = ["ja", "nej", "vet ej"];
        let body = match (group, lines) {
            (None, [(_, counts)]) => Body::Bars(
                answers
                    .iter()
                    .zip(*counts)
                    .map(|(answer, count)| Row {
                        n: None,
                        ..row(answer, &[*count], n(counts))
                    })
                    .collect(),
            ),
            _ => Body::Scale {
                answers: answers.map(SafeText::from).to_vec(),
                rows: lines
                    .iter()
                    .map(|(label, counts)| row(label, counts, n(counts)))
                    .collect(),
            },
        };
        Chart {
            n: Some(lines.iter().map(|(_, counts)| n(counts)).sum()),
            recipe: Some(Box::new(Recipe {
                file: "svar.csv".into(),
                value: Value::Shares {
                    items: vec!["Trygg?".into()],
                    answers: Vec::new(),
                },
                group: group.map(SafeText::line),
                ..Recipe::default()
            })),
            ..Chart::new(ChartId(id), &format!("Trygg {id}"), body)
        }
    }

    const ALL: &[Option<u32>] = &[Some(30), Some(20), Some(10)];

    #[test]
    fn what_would_be_hidden_is_found_by_taking_one_chart_from_the_other() {
        let all = chart(1, None, &[("alla", ALL)]);
        let some = |n: u32| Some(n);
        for (groups, solved, why) in [
            (
                vec![[some(20), some(12), some(6)], [some(10), some(8), some(4)]],
                false,
                "the same people",
            ),
            (
                vec![[some(20), some(12), some(6)], [some(8), some(7), some(4)]],
                true,
                "three are left",
            ),
            (
                vec![[some(20), some(12), some(6)], [some(5), some(3), some(4)]],
                false,
                "ten are left: 5 and 5",
            ),
            (
                vec![[some(20), some(13), some(5)]],
                false,
                "22 are left: 10, 7, 5",
            ),
            (
                vec![[some(20), some(13), some(8)]],
                true,
                "two of 19 did not know",
            ),
            (
                vec![[some(24), some(20), some(10)]],
                true,
                "six are left, and all said the same",
            ),
            (
                vec![[some(18), some(20), some(10)]],
                false,
                "twelve who said the same are a group that is drawn",
            ),
            (
                vec![[some(20), some(12), None], [some(10), some(8), some(7)]],
                true,
                "one is hidden",
            ),
            (
                vec![[some(20), None, None], [some(10), None, None]],
                false,
                "a ring of four",
            ),
        ] {
            let lines: Vec<(&str, &[Option<u32>])> =
                groups.iter().map(|line| ("g", &line[..])).collect();
            let part = chart(2, Some("Kön"), &lines);
            let found = apart(&[all.clone(), part.clone()], 5);
            assert_eq!(!found.is_empty(), solved, "{why}");
            assert_eq!(
                !apart(&[part, all.clone()], 5).is_empty(),
                solved,
                "either order: {why}"
            );
        }
    }

    #[test]
    fn only_the_same_question_of_the_same_file_counts() {
        let all = chart(1, None, &[("alla", ALL)]);
        let part = chart(
            2,
            Some("Kön"),
            &[("Flicka", &[Some(28), Some(20), Some(10)])],
        );
        let change = |change: &dyn Fn(&mut Recipe)| {
            let mut part = part.clone();
            change(part.recipe.as_mut().unwrap());
            apart(&[all.clone(), part], 5).len()
        };
        assert_eq!(change(&|_| ()), 1);
        assert_eq!(change(&|recipe| recipe.file = "annan.csv".into()), 0);
        assert_eq!(change(&|recipe| recipe.value = Value::Rows), 0);
        assert_eq!(change(&|recipe| recipe.read_as.sheet = Some("2".into())), 0);
        let filter = Filter {
            column: "Åk".into(),
            labels: vec!["9".into()],
        };
        assert_eq!(
            change(&|recipe| recipe.filters.push(filter.clone())),
            1,
            "those of another year"
        );
        let other = Value::Shares {
            items: vec!["Trivs?".into()],
            answers: Vec::new(),
        };
        assert_eq!(change(&|recipe| recipe.value = other.clone()), 0);
        let found = &apart(&[all.clone(), part.clone()], 5)[0];
        for lang in Lang::ALL {
            let said = found.say(&Texts::new(lang));
            assert!(said.contains("d1") && said.contains("Trygg 2"), "{said}");
        }
        assert!(found.is_of(ChartId(2)) && !found.is_of(ChartId(3)));
        assert_eq!(
            apart(&[all, part], 1),
            [],
            "nothing is small where the setting says so"
        );
    }
}
