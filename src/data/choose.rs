//! From a file to the values of one chart: what runs along the axis, the value, what becomes groups, and which rows count.
//!
//! A file of rows is walked through once more and folded while walking: what is in memory is the chart, not the file. A published table is
//! sliced. Nothing is mixed silently: where several rows fall on one place and nobody said that they are to be added, where totals
//! would be added to their parts, and where municipalities would stand beside each other unasked, there is a sentence instead of a chart.

/// Answers of a survey, as shares.
mod answers;
/// A published table, sliced.
mod cube;
/// What keeps a chart from being made, as a sentence.
mod fault;
/// What may be picked.
mod fields;
/// Values that gather on the places of a chart.
mod grid;
/// Names as people type them.
mod names;
/// What to begin with.
mod proposals;
/// Which labels are times, places and totals.
mod roles;
/// A file of rows, walked through and folded.
mod select;
/// From gathered values to the body of a chart.
mod shape;
/// Small numbers of people, hidden.
mod shield;

use std::{
    io::{self, Read, Seek, SeekFrom},
    ops::ControlFlow,
};

pub use self::{
    fault::ChoiceFault,
    fields::{Field, FieldKind, fields},
    proposals::{place, proposals},
};
use super::{
    DataError, Fault,
    format::{self, Reader, Source},
    personal::Found,
    protect::{body::Place, origin::Origin},
    rows::{Headings, Wish, seen::Sign},
    survey::Said,
    understood,
};
use crate::{
    domain::{
        chart::{Body, Chart, ChartId, MAX_ROWS, Source as Cited},
        recipe::{Fold, ReadAs, Recipe, Value},
    },
    t,
    text::{SafeText, Texts, number},
};

/// The most labels along an axis; a long series has some hundred.
pub const MAX_LABELS: usize = 2_000;
/// The most groups; a chart keeps four apart.
pub const MAX_GROUPS: usize = 50;

/// How far a long read has come, in bytes of the file; a file may be gone through more than once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// So far.
    pub at: u64,
    /// In all.
    pub of: u64,
}

/// Hears of the progress of a read and may end it.
pub type Watch<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

/// The values of a chart and what a person has to know of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// The values.
    pub body: Body,
    /// The rows of a before and after whose difference is not certain.
    pub uncertain: Vec<usize>,
    /// Rows of sums and means, and how many values are not known in each: it is part of a number, not a number that fell.
    pub partial: Vec<(usize, u64)>,
    /// What the file suggests for a title.
    pub title: SafeText,
    /// The unit as the file says it; may be empty.
    pub unit: SafeText,
    /// Who published it, or the file where nobody says.
    pub source: SafeText,
    /// When the publisher last changed it; may be empty.
    pub updated: SafeText,
    /// What must be said with the chart, in order.
    pub remarks: Vec<Remark>,
    /// The recipe with every name as the file has it.
    pub recipe: Recipe,
    /// How many answered, where it is one number.
    pub n: Option<u32>,
    /// Whether small numbers are hidden, and how that is known.
    pub origin: Origin,
    /// The values that are hidden: they are missing in the body already, and get their reason in words with the chart.
    pub hidden: Vec<Place>,
    /// The limit under which counts are hidden.
    pub limit: u32,
}

/// Something that must be said with a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The publisher asks that this is shown.
    Publisher(SafeText),
    /// So many rows of the file are behind the chart, of so many.
    Rows(u64, u64),
    /// Values are sums, of at most so many rows.
    Sums(u64),
    /// Values are means, of at most so many rows, each weighing the same.
    Means(u64),
    /// In the sums or means so many values are missing, by mark; they count for nothing and never for zero.
    MissingWithin(u64, Vec<SafeText>),
    /// So many of the rows say nothing in this column: they may be totals of the others.
    Blank(SafeText, u64),
    /// Something about the answers of a survey.
    Survey(Said),
    /// So many values are hidden, under this limit.
    Hidden(usize, u32),
    /// It is a guess that the file is one's own and that its values are people: these columns.
    AsOwn(SafeText),
    /// It is a guess that the file is published, by this publisher, and small numbers in it are shown.
    AsPublished(SafeText),
    /// People's numbers or addresses in this column, which is not drawn.
    Personal(SafeText, Found),
    /// Shares stand without how many answered, so that small numbers among them cannot be found.
    Unchecked,
}

impl Remark {
    /// Says it in one sentence.
    pub fn say(&self, texts: &Texts) -> String {
        let whole = |count: u64| number::whole(texts.lang(), count as i64);
        match self {
            Self::Publisher(note) => note.on_one_line().into_owned(),
            Self::Rows(kept, all) => t!(
                texts,
                "choose-rows",
                count = *kept,
                kept = whole(*kept),
                all = whole(*all)
            ),
            Self::Sums(most) => t!(texts, "choose-sums", most = whole(*most)),
            Self::Means(most) => t!(texts, "choose-means", most = whole(*most)),
            Self::MissingWithin(count, marks) => {
                let marks: Vec<String> = marks
                    .iter()
                    .map(|mark| match mark.as_str() {
                        "" => t!(texts, "choose-blank-mark"),
                        mark => format!("\"{mark}\""),
                    })
                    .collect();
                t!(
                    texts,
                    "choose-missing-within",
                    count = *count,
                    shown = whole(*count),
                    marks = marks.join(", ")
                )
            }
            Self::Blank(column, count) => t!(
                texts,
                "choose-blank",
                column = column,
                count = *count,
                shown = whole(*count)
            ),
            Self::Survey(said) => said.say(texts),
            Self::Hidden(count, limit) => {
                t!(texts, "protect-hidden", count = *count, limit = *limit)
            }
            Self::AsOwn(columns) => t!(texts, "protect-as-own", columns = columns),
            Self::AsPublished(name) => t!(texts, "protect-as-published", publisher = name),
            Self::Personal(column, found) => found.say(column, texts),
            Self::Unchecked => t!(texts, "protect-unchecked"),
        }
    }

    /// Says whether it belongs to what every reader of the chart must know, rather than to how it was made.
    pub const fn is_caveat(&self) -> bool {
        match self {
            Self::Survey(said) => said.is_caveat(),
            _ => !matches!(
                self,
                Self::Rows(..)
                    | Self::Sums(_)
                    | Self::AsOwn(_)
                    | Self::AsPublished(_)
                    | Self::Personal(..)
                    | Self::Unchecked
            ),
        }
    }
}

impl Chosen {
    /// Says whether a chart has several rows, and no more than fit a screen. What is proposed has; what somebody picks may be otherwise.
    pub fn shows_something(&self) -> bool {
        let rows = self.body.rows().len();
        let is_series = matches!(self.body, Body::Series { .. });
        rows > 1 && (is_series || rows <= MAX_ROWS)
    }

    /// Writes on the rows what is to be said of each.
    fn remark(&mut self, texts: &Texts) {
        let (Body::Bars(rows)
        | Body::Groups { rows, .. }
        | Body::Scale { rows, .. }
        | Body::Series { rows, .. }
        | Body::BeforeAfter { rows, .. }) = &mut self.body
        else {
            return;
        };
        for at in &self.uncertain {
            rows[*at].remark = SafeText::line(&t!(texts, "choose-uncertain"));
        }
        for (at, count) in &self.partial {
            let shown = number::whole(texts.lang(), *count as i64);
            let said = t!(texts, "choose-partial", count = *count, shown = shown);
            let row = &mut rows[*at];
            row.remark = match row.remark.as_str() {
                "" => SafeText::line(&said),
                known => SafeText::line(&format!("{known}, {said}")),
            };
        }
    }

    /// Makes a chart: title, unit, source and caveat as the file gives them, the rest empty.
    pub fn into_chart(mut self, id: ChartId, texts: &Texts) -> Chart {
        let unit = match self.recipe.value {
            Value::Rows if self.unit.is_empty() => SafeText::line(&t!(texts, "choose-unit-rows")),
            Value::Shares { .. } => SafeText::line(&t!(texts, "survey-unit")),
            _ => self.unit.clone(),
        };
        shield::say_why(&mut self.body, &self.hidden, texts);
        self.remark(texts);
        let caveats: Vec<String> = self
            .remarks
            .iter()
            .filter(|remark| remark.is_caveat())
            .map(|remark| remark.say(texts))
            .collect();
        let source = if self.updated.is_empty() {
            self.source.clone()
        } else {
            SafeText::line(&t!(
                texts,
                "choose-updated",
                source = self.source,
                updated = self.updated
            ))
        };
        let caveat = SafeText::line(&caveats.join(" "));
        let recipe = Recipe {
            cited: source.clone(),
            caveat: caveat.clone(),
            ..self.recipe
        };
        Chart {
            unit,
            n: self.n,
            source: Cited::Text(source),
            caveat,
            recipe: Some(Box::new(recipe)),
            ..Chart::new(id, &self.title, self.body)
        }
    }
}

/// Reads a file and chooses the values of a chart as the recipe says.
///
/// Names in the recipe may be typed as people do: in any case, without rings and dots, and shortened as long as only one fits; a name
/// that fits several is an error that lists them. The result holds the names of the file.
///
/// In a file of one's own and in a survey, counts of people under the limit are hidden here, before anything is a chart, and so is what
/// would reveal them.
pub fn choose(
    source: &mut dyn Source,
    file: &SafeText,
    recipe: &Recipe,
    limit: u32,
    watch: &mut Watch<'_>,
) -> Result<Chosen, DataError> {
    watched(source, file, watch, |source| {
        let format = format::find(source, file)?;
        let wish = wish(&recipe.read_as);
        understood::check(format, &wish, file)?;
        match format.read {
            Reader::Rows(open) => {
                let mut opened = open(source, file, &wish)?;
                if matches!(recipe.value, Value::Shares { .. }) {
                    return answers::choose(&mut opened, file, recipe, (&wish, limit));
                }
                select::choose(&mut opened, file, recipe, &wish)
                    .map(|chosen| shield::hide(chosen, limit))
            }
            Reader::Tables(read) => {
                let tables = read(source, file, &wish)?;
                let tables = understood::those_wished(tables, &wish, file)?;
                cube::choose(&tables, file, recipe).map(|chosen| shield::hide(chosen, limit))
            }
        }
    })
}

/// Makes what the readers know of what a person decided. What is not understood of it, as after an edit by hand, is found in the file.
pub fn wish(read_as: &ReadAs) -> Wish {
    let text = |text: &Option<SafeText>| text.as_deref().map(str::to_owned);
    Wish {
        sheet: text(&read_as.sheet),
        separator: read_as.separator,
        decimal: match read_as.decimal {
            Some(',') => Some(Sign::Comma),
            Some('.') => Some(Sign::Point),
            _ => None,
        },
        encoding: text(&read_as.encoding),
        headings: read_as.headings.as_ref().and_then(|rows| rows.parse().ok()),
        language: text(&read_as.language),
        table: text(&read_as.table),
    }
}

/// Keeps what a person decided of the reading, in the words of a recipe.
pub fn read_as(wish: &Wish) -> ReadAs {
    let text = |text: &Option<String>| text.as_deref().map(SafeText::line);
    ReadAs {
        sheet: text(&wish.sheet),
        table: text(&wish.table),
        language: text(&wish.language),
        encoding: text(&wish.encoding),
        separator: wish.separator,
        decimal: wish.decimal.map(Sign::char),
        headings: wish.headings.map(|headings| match headings {
            Headings::Nowhere => "0".into(),
            Headings::Rows(first, last) if first == last => SafeText::line(&first.to_string()),
            Headings::Rows(first, last) => SafeText::line(&format!("{first}-{last}")),
        }),
    }
}

/// Lets a read be watched and left; one that was left says so.
pub fn watched<T>(
    source: &mut dyn Source,
    file: &SafeText,
    watch: &mut Watch<'_>,
    read: impl FnOnce(&mut dyn Source) -> Result<T, DataError>,
) -> Result<T, DataError> {
    let fail = |fault| DataError::of(file, fault);
    let failed = |error: io::Error| fail(Fault::Reading(SafeText::line(&error.to_string())));
    let of = source.seek(SeekFrom::End(0)).map_err(failed)?;
    source.rewind().map_err(failed)?;
    let mut watched = Watched {
        source,
        watch,
        progress: Progress { at: 0, of },
        told: 0,
        left: false,
    };
    let result = read(&mut watched);
    if watched.left {
        return Err(fail(Fault::Left));
    }
    result
}

/// How many bytes are read between two words about it.
const STEP: u64 = 1 << 20;

struct Watched<'a, 'w> {
    source: &'a mut dyn Source,
    watch: &'a mut Watch<'w>,
    progress: Progress,
    told: u64,
    left: bool,
}

impl Read for Watched<'_, '_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.left {
            return Err(io::Error::other("left"));
        }
        let count = self.source.read(out)?;
        self.progress.at += count as u64;
        if self.progress.at.abs_diff(self.told) >= STEP {
            self.told = self.progress.at;
            if (self.watch)(self.progress).is_break() {
                self.left = true;
                return Err(io::Error::other("left"));
            }
        }
        Ok(count)
    }
}

impl Seek for Watched<'_, '_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.progress.at = self.source.seek(to)?;
        Ok(self.progress.at)
    }
}

fn fail(file: &SafeText, fault: ChoiceFault) -> DataError {
    DataError::of(file, Fault::Choice(fault))
}

/// What is said of rows that were folded, missing among them or not.
fn said_of_folds(grid: &grid::Grid, fold: Fold, remarks: &mut Vec<Remark>) {
    let most = grid.most_rows();
    if most > 1 {
        match fold {
            Fold::Sum => remarks.push(Remark::Sums(most)),
            Fold::Mean => remarks.push(Remark::Means(most)),
            Fold::Only => {}
        }
    }
    let (missing, marks) = grid.missing_within();
    if missing > 0 {
        remarks.push(Remark::MissingWithin(missing, marks));
    }
}

#[cfg(test)]
mod tests;
