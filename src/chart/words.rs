//! Charts in words, made from the data: what the picture says to those who do not see it.

use super::{
    Look, count,
    number::Numbers,
    picture::{CLASS, pupils},
    voice,
};
use crate::{
    domain::chart::{Body, Break, Cell, Chart, Face, Picture, Purpose, Row},
    t,
    text::{
        SafeText, Texts,
        width::{width, wrap},
    },
};

/// The most names that are said one by one.
const SAID: usize = 4;

/// Says what a chart shows, in one or a few short sentences made from its values: highest, lowest, change, missing.
///
/// Fewer people than the limit are not told of.
pub fn sentence(chart: &Chart, small_number_limit: u32, texts: &Texts) -> String {
    let look = Look::default().hiding_under(small_number_limit);
    let numbers = Numbers::of(chart, texts.lang(), look);
    if chart.showing.face == Face::Covered {
        return t!(texts, "chart-covered");
    }
    let words = match chart.showing.face {
        Face::Turned { .. } => format!(" {}", chart.showing.flip.trim()),
        Face::Plain | Face::Covered => String::new(),
    };
    let speaker = Speaker {
        texts,
        numbers,
        words: &words,
    };
    let rows = chart.body.rows();
    let unknown = rows
        .iter()
        .flat_map(|row| &row.cells)
        .all(|cell| cell.number().is_none());
    let mut said = match &chart.body {
        Body::Card { shown } => vec![t!(texts, "chart-shown", place = shown)],
        Body::Picture(Picture::TwoAxes) => vec![t!(texts, "chart-axes-said")],
        Body::Picture(Picture::Class(share)) => {
            let (some, exact) = (pupils(*share), speaker.say(*share));
            vec![t!(
                texts,
                "chart-class-said",
                some = some,
                all = CLASS,
                exact = exact
            )]
        }
        Body::Voice { quote, from } => vec![voice::said(quote, from, texts)],
        _ if rows.is_empty() => vec![t!(texts, "chart-empty")],
        _ if unknown => vec![t!(texts, "chart-all-missing")],
        Body::Bars(rows) => by_column(&[], |column| speaker.ends(rows, column)),
        Body::Groups { names, rows } => by_column(names, |column| speaker.ends(rows, column)),
        Body::Scale { answers, rows } => speaker.answers(answers, rows),
        Body::BeforeAfter {
            before,
            after,
            rows,
        } => speaker.changes([&before.label, &after.label], rows),
        Body::Series {
            names,
            rows,
            breaks,
        } => {
            let mut said = by_column(names, |column| speaker.course(rows, column));
            said.extend(breaks.iter().map(|stop| speaker.stop(stop)));
            said
        }
    };
    if !unknown {
        said.extend(speaker.missing(rows));
    }
    // Of one value the number of people is said; of several it would bury them.
    if let [(_, people)] = count::counts(chart, numbers, texts).as_slice() {
        said.push(format!("{}.", capital(people)));
    }
    said.join(" ").replace('\n', " ")
}

/// Says where a chart comes from and how it is meant: source · n · purpose, side by side where they have room and never broken but in the
/// source, so that a number stands beside what it is.
pub fn source_rows(chart: &Chart, cols: usize, look: Look, texts: &Texts) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for part in source_parts(chart, look, texts) {
        let dot = look.dot();
        match rows.last_mut() {
            Some(last) if width(last) + width(dot) + width(&part) <= cols => {
                last.push_str(dot);
                last.push_str(&part);
            }
            _ => rows.extend(wrap(&part, cols)),
        }
    }
    rows
}

/// The parts of the source line; only the first may be long.
pub(super) fn source_parts(chart: &Chart, look: Look, texts: &Texts) -> Vec<String> {
    let numbers = Numbers::of(chart, texts.lang(), look);
    let source = chart.citation().on_one_line().trim().to_owned();
    let n = chart.n.map(|n| t!(texts, "chart-n", n = numbers.count(n)));
    let parts = [
        Some(source).filter(|source| !source.is_empty()),
        n,
        Some(purpose(chart.purpose, texts)),
    ];
    parts.into_iter().flatten().collect()
}

/// Says which of the three ways data drives work a chart comes from.
pub fn purpose(purpose: Purpose, texts: &Texts) -> String {
    match purpose {
        Purpose::Measure => t!(texts, "chart-purpose-measure"),
        Purpose::Explore => t!(texts, "chart-purpose-explore"),
        Purpose::FollowUp => t!(texts, "chart-purpose-follow-up"),
    }
}

struct Speaker<'a> {
    texts: &'a Texts,
    numbers: Numbers,
    /// What a person calls the side of the share that is shown, after a space; empty for the side that was measured.
    words: &'a str,
}

/// Makes a sentence of what is said of every column, after its name where there are several.
fn by_column(names: &[SafeText], say: impl Fn(usize) -> Option<String>) -> Vec<String> {
    let columns =
        (0..names.len().max(1)).filter_map(|column| Some((names.get(column), say(column)?)));
    columns
        .map(|(name, said)| match name.filter(|_| names.len() > 1) {
            Some(name) => format!("{}: {said}.", name.on_one_line()),
            None => format!("{}.", capital(&said)),
        })
        .collect()
}

/// The rows of a column that have a value: the first, the last and the ends.
struct Known<'a> {
    count: usize,
    first: (&'a SafeText, f64),
    last: (&'a SafeText, f64),
    low: (&'a SafeText, f64),
    high: (&'a SafeText, f64),
}

impl<'a> Known<'a> {
    fn of(rows: &'a [Row], column: usize) -> Option<Self> {
        let mut known = rows
            .iter()
            .filter_map(|row| Some((&row.label, row.cells.get(column)?.number()?)));
        let first = known.next()?;
        let one = Self {
            count: 1,
            first,
            last: first,
            low: first,
            high: first,
        };
        Some(known.fold(one, |so_far, next| Self {
            count: so_far.count + 1,
            last: next,
            // The first of several equals is named: the eye finds the rest.
            low: if next.1 < so_far.low.1 {
                next
            } else {
                so_far.low
            },
            high: if next.1 > so_far.high.1 {
                next
            } else {
                so_far.high
            },
            ..so_far
        }))
    }
}

impl Speaker<'_> {
    fn say(&self, value: f64) -> String {
        self.numbers.spoken(value) + self.words
    }

    /// Highest and lowest.
    fn ends(&self, rows: &[Row], column: usize) -> Option<String> {
        let Known {
            count, low, high, ..
        } = Known::of(rows, column)?;
        let (least, most) = (self.say(low.1), self.say(high.1));
        Some(if count == 1 {
            t!(self.texts, "chart-one", label = high.0, value = most)
        } else if least == most {
            t!(self.texts, "chart-same", value = most)
        } else {
            t!(
                self.texts,
                "chart-ends",
                high = high.0,
                most = most,
                low = low.0,
                least = least
            )
        })
    }

    /// From the first to the last, and the ends where they lie between.
    fn course(&self, rows: &[Row], column: usize) -> Option<String> {
        let Known {
            count,
            first,
            last,
            low,
            high,
        } = Known::of(rows, column)?;
        if count == 1 {
            return self.ends(rows, column);
        }
        let (least, most) = (self.say(low.1), self.say(high.1));
        if least == most {
            return Some(t!(
                self.texts,
                "chart-steady",
                value = most,
                from = first.0,
                to = last.0
            ));
        }
        let (begin, end) = (self.say(first.1), self.say(last.1));
        let mut said = t!(
            self.texts,
            "chart-course",
            from = first.0,
            first = begin,
            to = last.0,
            last = end
        );
        if most != begin && most != end {
            said = format!(
                "{said}, {}",
                t!(self.texts, "chart-highest", label = high.0, value = most)
            );
        }
        if least != begin && least != end {
            said = format!(
                "{said}, {}",
                t!(self.texts, "chart-lowest", label = low.0, value = least)
            );
        }
        Some(said)
    }

    fn answers(&self, answers: &[SafeText], rows: &[Row]) -> Vec<String> {
        let commonest = |row: &Row| {
            let known = answers
                .iter()
                .zip(&row.cells)
                .filter_map(|(answer, cell)| Some((answer, cell.number()?)));
            let all = row.cells.iter().all(|cell| cell.number().is_some());
            let rest = 100.0 - row.cells.iter().filter_map(Cell::number).sum::<f64>();
            known
                .fold(None, |most: Option<(&SafeText, f64)>, next| {
                    most.filter(|most| most.1 >= next.1).or(Some(next))
                })
                // What is not shown may be more common, as long as the shares leave room for it.
                .filter(|(_, value)| all || (0.0..*value).contains(&rest))
                .map(|(answer, value)| (answer.clone(), value))
        };
        let said = rows
            .iter()
            .filter_map(|row| commonest(row).map(|most| (row, most)));
        let more = rows.len().saturating_sub(SAID);
        let mut said: Vec<String> = said
            .take(SAID)
            .map(|(row, (answer, value))| {
                t!(
                    self.texts,
                    "chart-commonest",
                    label = row.label,
                    answer = answer,
                    value = self.say(value)
                )
            })
            .collect();
        said.extend(self.more(more));
        said
    }

    fn changes(&self, occasions: [&SafeText; 2], rows: &[Row]) -> Vec<String> {
        let value = |cell: Option<&Cell>| cell.and_then(Cell::number).map(|value| self.say(value));
        let mut said: Vec<String> = rows
            .iter()
            .take(SAID)
            .filter_map(|row| {
                let (before, after) = (value(row.cells.first())?, value(row.cells.get(1))?);
                let [then, now] = occasions;
                let said = t!(
                    self.texts,
                    "chart-change",
                    label = row.label,
                    then = then,
                    before = before,
                    now = now,
                    after = after
                );
                Some(if row.remark.is_empty() {
                    said
                } else {
                    format!("{said} {}.", capital(&row.remark))
                })
            })
            .collect();
        said.extend(self.more(rows.len().saturating_sub(SAID)));
        said
    }

    fn more(&self, more: usize) -> Option<String> {
        (more > 0).then(|| t!(self.texts, "chart-more", more = more))
    }

    fn stop(&self, stop: &Break) -> String {
        if stop.why.is_empty() {
            t!(self.texts, "chart-break", at = stop.at)
        } else {
            t!(self.texts, "chart-break-why", at = stop.at, why = stop.why)
        }
    }

    /// Names the rows where something is missing.
    fn missing(&self, rows: &[Row]) -> Option<String> {
        let gaps: Vec<&Row> = rows
            .iter()
            .filter(|row| row.cells.iter().any(|cell| cell.number().is_none()))
            .collect();
        let hidden = gaps.iter().all(|row| {
            let missing = row.cells.iter().filter(|cell| cell.number().is_none());
            missing.clone().count() > 0 && missing.clone().all(Cell::is_hidden)
        });
        let labels: Vec<&str> = gaps.iter().map(|row| row.label.as_str()).collect();
        match gaps.len() {
            0 => None,
            1..=SAID if hidden => Some(t!(
                self.texts,
                "chart-hidden-for",
                labels = labels.join(", ")
            )),
            1..=SAID => Some(t!(
                self.texts,
                "chart-missing-for",
                labels = labels.join(", ")
            )),
            many => Some(t!(
                self.texts,
                "chart-missing-many",
                some = many,
                all = rows.len()
            )),
        }
    }
}

pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
