//! What is odd about a chart, said before the dialogue and never as a failure.

use super::{Body, Cell, Chart, Guess, NoGuess, NoTurn, Row};
use crate::{
    t,
    text::{SafeText, Texts},
};

/// The most rows a chart can have and still be read on a screen.
pub const MAX_ROWS: usize = 30;
/// The most groups that patterns keep apart.
pub const MAX_GROUPS: usize = 4;
/// The most answers of a scale that patterns keep apart.
pub const MAX_ANSWERS: usize = 7;
/// The most lines of a series that marks keep apart.
pub const MAX_LINES: usize = 4;

/// Something about a chart that a person may want to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It has no title.
    NoTitle,
    /// It says nothing of where its values come from.
    NoSource,
    /// It has no values at all.
    Empty,
    /// Every value is missing.
    AllMissing,
    /// This label stands more than once.
    Twice(SafeText),
    /// It has this many rows, more than [`MAX_ROWS`]; a series may have any number.
    ManyRows(usize),
    /// It has this many groups, answers or lines, more than the second number, which can be kept apart.
    ManyColumns(usize, usize),
    /// The shares of this row sum to more than 100.
    Over100(SafeText),
    /// This break names a row that is not there.
    NoSuchBreak(SafeText),
    /// A share of the class that is not between 0 and 100.
    Share,
    /// It has words for its other side, and no other side.
    Turn(NoTurn),
    /// Answers are chosen for a side that nobody gave words, or in a chart that is no scale.
    Healthy,
    /// It is marked for guessing, and nothing can be guessed.
    Guess(NoGuess),
    /// A voice without words.
    NoQuote,
    /// A voice that nobody says whose it is.
    NoFrom,
}

impl Problem {
    /// Says it in one sentence.
    pub fn say(&self, texts: &Texts) -> String {
        match self {
            Self::NoTitle => t!(texts, "chart-no-title"),
            Self::NoSource => t!(texts, "chart-no-source"),
            Self::Empty => t!(texts, "chart-empty"),
            Self::AllMissing => t!(texts, "chart-all-missing"),
            Self::Twice(label) => t!(texts, "chart-twice", label = label),
            Self::ManyRows(rows) => t!(texts, "chart-many-rows", rows = rows, most = MAX_ROWS),
            Self::ManyColumns(columns, most) => {
                t!(texts, "chart-many-columns", columns = columns, most = most)
            }
            Self::Over100(label) => t!(texts, "chart-over-100", label = label),
            Self::NoSuchBreak(label) => t!(texts, "chart-no-such-break", label = label),
            Self::Share => t!(texts, "chart-share"),
            Self::Turn(why) => t!(texts, "chart-flip-odd", why = why.say(texts)),
            Self::Healthy => t!(texts, "chart-healthy-odd"),
            Self::Guess(why) => t!(texts, "chart-guess-odd", why = why.say(texts)),
            Self::NoQuote => t!(texts, "chart-no-quote"),
            Self::NoFrom => t!(texts, "chart-no-from"),
        }
    }
}

impl Chart {
    /// Returns what is odd about the chart, in the order in which a person would see it.
    pub fn check(&self) -> Vec<Problem> {
        let mut found = Vec::new();
        if self.title.trim().is_empty() {
            found.push(Problem::NoTitle);
        }
        let picture = matches!(self.body, Body::Picture(_));
        if !picture && self.citation().trim().is_empty() && !matches!(self.body, Body::Card { .. })
        {
            found.push(Problem::NoSource);
        }
        match &self.body {
            Body::Picture(super::Picture::Class(share)) if !(0.0..=100.0).contains(share) => {
                found.push(Problem::Share);
            }
            Body::Card { .. } | Body::Picture(_) => {}
            Body::Voice { quote, from } => {
                found.extend(quote.trim().is_empty().then_some(Problem::NoQuote));
                found.extend(from.trim().is_empty().then_some(Problem::NoFrom));
            }
            // A file that has not been read yet is no fault of the chart.
            body if body.rows().is_empty() && self.file().is_some() => {}
            body => check_values(body, &mut found),
        }
        self.check_showing(&mut found);
        found
    }

    /// What was prepared about showing the chart can be done with it.
    fn check_showing(&self, found: &mut Vec<Problem>) {
        if self.body.rows().is_empty() && self.file().is_some() {
            return;
        }
        let showing = &self.showing;
        let wordless = showing.flip.trim().is_empty();
        if !wordless {
            found.extend(self.why_no_turn().map(Problem::Turn));
        }
        let scale = matches!(self.body, Body::Scale { .. });
        if !showing.healthy.is_empty() && !(scale && (!wordless || showing.guess != Guess::No)) {
            found.push(Problem::Healthy);
        }
        match self.asked() {
            Ok(_) | Err(NoGuess::NotMarked) => {}
            Err(why) => found.push(Problem::Guess(why)),
        }
    }
}

impl NoTurn {
    /// Says in one sentence why there is no other side, and what to do about it.
    pub fn say(&self, texts: &Texts) -> String {
        match self {
            Self::NoWords => t!(texts, "chart-turn-no-words"),
            Self::NoValues => t!(texts, "chart-turn-no-values"),
            Self::NoShare => t!(texts, "chart-turn-no-share"),
            Self::Outside(row) => t!(texts, "chart-turn-outside", label = row),
            Self::PartsOfOne => t!(texts, "chart-turn-parts"),
            Self::NoSide => t!(texts, "chart-turn-no-side"),
            Self::NoSuchAnswer(name) => t!(texts, "chart-turn-no-answer", answer = name),
            Self::NotWhole(row) => t!(texts, "chart-turn-not-whole", label = row),
        }
    }
}

impl NoGuess {
    /// Says in one sentence why nothing is guessed, and what to do about it.
    pub fn say(&self, texts: &Texts) -> String {
        match self {
            Self::NotMarked => t!(texts, "chart-guess-not-marked"),
            Self::NoValues => t!(texts, "chart-guess-no-values"),
            Self::NoSuchRow(label) => t!(texts, "chart-guess-no-row", label = label),
            Self::NoSide => t!(texts, "chart-guess-no-side"),
        }
    }
}

fn check_values(body: &Body, found: &mut Vec<Problem>) {
    let rows = body.rows();
    if rows.is_empty() {
        found.push(Problem::Empty);
        return;
    }
    if rows
        .iter()
        .flat_map(|row| &row.cells)
        .all(|cell| cell.number().is_none())
    {
        found.push(Problem::AllMissing);
    }
    let series = matches!(body, Body::Series { .. });
    if rows.len() > MAX_ROWS && !series {
        found.push(Problem::ManyRows(rows.len()));
    }
    let columns = body.columns();
    let most = match body {
        Body::Scale { .. } => MAX_ANSWERS,
        Body::Series { .. } => MAX_LINES,
        _ => MAX_GROUPS,
    };
    if columns.len() > most {
        found.push(Problem::ManyColumns(columns.len(), most));
    }
    twice(rows.iter().map(|row| &row.label), found);
    twice(columns.into_iter(), found);
    match body {
        Body::Scale { .. } => found.extend(
            rows.iter()
                .filter(|row| over(row))
                .map(|row| Problem::Over100(row.label.clone())),
        ),
        Body::Series { breaks, .. } => {
            let unknown = breaks
                .iter()
                .filter(|b| rows.iter().all(|row| row.label != b.at));
            found.extend(unknown.map(|b| Problem::NoSuchBreak(b.at.clone())));
        }
        _ => {}
    }
}

/// Rounded shares may sum to a little over 100: half a percent is let pass.
fn over(row: &Row) -> bool {
    row.cells.iter().filter_map(Cell::number).sum::<f64>() > 100.5
}

fn twice<'a>(labels: impl Iterator<Item = &'a SafeText>, found: &mut Vec<Problem>) {
    let mut seen = std::collections::HashSet::new();
    let mut told = std::collections::HashSet::new();
    for label in labels {
        if !seen.insert(label) && told.insert(label) {
            found.push(Problem::Twice(label.clone()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::chart::{Break, ChartId, Picture, Source};

    fn check(body: Body) -> Vec<Problem> {
        let mut chart = Chart::new(ChartId(1), "t", body);
        chart.source = Source::Text("SCB".into());
        chart.check()
    }

    #[test]
    fn a_good_chart_has_no_problems() {
        assert_eq!(
            check(Body::Bars(vec![Row::of("a", 81.0), Row::of("b", 0.0)])),
            []
        );
        assert_eq!(check(Body::Picture(Picture::TwoAxes)), []);
        assert_eq!(
            Chart::new(
                ChartId(1),
                "t",
                Body::Card {
                    shown: "bild 4".into()
                }
            )
            .check(),
            []
        );
    }

    #[test]
    fn what_is_odd_is_named() {
        assert_eq!(check(Body::Bars(vec![])), [Problem::Empty]);
        assert_eq!(
            Chart::new(ChartId(1), " ", Body::Bars(vec![Row::of("a", 1.0)])).check(),
            [Problem::NoTitle, Problem::NoSource]
        );
        assert_eq!(
            check(Body::Bars(vec![Row::of("a", f64::NAN)])),
            [Problem::AllMissing]
        );
        let thrice = vec![Row::of("a", 1.0), Row::of("a", 2.0), Row::of("a", 2.0)];
        assert_eq!(check(Body::Bars(thrice)), [Problem::Twice("a".into())]);
        let many = (0..31)
            .map(|i| Row::of(&i.to_string(), 1.0))
            .collect::<Vec<_>>();
        assert_eq!(check(Body::Bars(many.clone())), [Problem::ManyRows(31)]);
        let stop = Break {
            at: "x".into(),
            why: "".into(),
        };
        assert_eq!(
            check(Body::Series {
                names: vec![],
                rows: many,
                breaks: vec![stop]
            }),
            [Problem::NoSuchBreak("x".into())]
        );
        assert_eq!(
            check(Body::Picture(Picture::Class(101.0))),
            [Problem::Share]
        );
    }

    #[test]
    fn rounded_shares_may_be_a_little_over_100() {
        let scale = |share: f64| {
            let mut row = Row::of("a", share);
            row.cells.push(Cell::Value(50.0));
            check(Body::Scale {
                answers: vec!["ja".into(), "nej".into()],
                rows: vec![row],
            })
        };
        assert_eq!(scale(50.5), []);
        assert_eq!(scale(51.0), [Problem::Over100("a".into())]);
    }
}
