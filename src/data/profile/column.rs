//! What is counted of a column: its kind, its labels, its values, and every mark for a missing one by itself.

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::RandomState;

use crate::{
    data::{
        personal::{Found, Looking},
        rows::{
            Raw,
            seen::{self, Seen, Sign, Use},
            trimmed,
        },
    },
    text::SafeText,
};

/// How many different labels of a column are kept; a chart shows far fewer.
pub const MAX_LABELS: usize = 1_000;
/// How many different marks are told apart; there are a handful.
const MAX_MARKS: usize = 64;
/// The longest label that is kept whole, in characters.
const LONGEST: usize = 400;

/// What a column holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// A name of its own, by which it is picked.
    pub name: SafeText,
    /// The heading as it stands in the file; may be blank or stand twice.
    pub heading: SafeText,
    /// What kind of values it holds.
    pub kind: Kind,
    /// How many cells hold a number.
    pub numbers: u64,
    /// How many cells hold words.
    pub texts: u64,
    /// How many cells hold a date.
    pub dates: u64,
    /// The smallest number.
    pub min: Option<f64>,
    /// The greatest number.
    pub max: Option<f64>,
    /// The sum of the numbers.
    pub sum: Option<f64>,
    /// The most decimals that were written.
    pub decimals: u8,
    /// How often each mark stands where a value is missing; the empty one is an empty cell.
    pub missing: Vec<(SafeText, u64)>,
    /// How often a number carries the mark of a footnote: `81*`.
    pub marked: Vec<(SafeText, u64)>,
    /// How many numbers may be decimals or thousands with nothing to tell, and how they were read.
    pub two_ways: Option<(u64, Sign, Use)>,
    /// The labels in their order with their counts, as far as they are kept.
    pub labels: Vec<(SafeText, u64)>,
    /// Whether there are more labels than are kept.
    pub more_labels: bool,
    /// Whether a workbook shows parts of one as per cent here: 0.8 is read as 80.
    pub percent: bool,
    /// People's numbers and addresses.
    pub personal: Vec<Found>,
}

/// What kind of values a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Nothing but missing values.
    #[default]
    Empty,
    /// Numbers that can be summed.
    Number,
    /// Years.
    Year,
    /// Digits that name something: zeros in front are kept.
    Code,
    /// Dates.
    Date,
    /// Words.
    Text,
    /// Numbers and words.
    Mixed,
}

/// Numbers that were counted, with an exact sum of decimals.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    count: u64,
    min: f64,
    max: f64,
    sum: f64,
    /// What rounding took from the sum.
    lost: f64,
    decimals: u8,
}

impl Tally {
    fn add(&mut self, value: f64, decimals: u8) {
        if self.count == 0 {
            (self.min, self.max) = (value, value);
        }
        self.count += 1;
        self.min = self.min.min(value);
        self.max = self.max.max(value);
        self.decimals = self.decimals.max(decimals);
        self.plus(value);
    }

    /// Neumaier's sum: what each addition rounds away is carried along.
    fn plus(&mut self, value: f64) {
        let sum = self.sum + value;
        self.lost += if self.sum.abs() >= value.abs() {
            (self.sum - sum) + value
        } else {
            (value - sum) + self.sum
        };
        self.sum = sum;
    }

    fn join(&mut self, other: Self) {
        if other.count == 0 {
            return;
        }
        if self.count == 0 {
            *self = other;
            return;
        }
        self.count += other.count;
        self.min = self.min.min(other.min);
        self.max = self.max.max(other.max);
        self.decimals = self.decimals.max(other.decimals);
        self.plus(other.sum);
        self.plus(other.lost);
    }
}

/// A column that is being counted.
pub(super) struct Counting {
    column: Column,
    plain: Tally,
    /// By sign, what may be read in two ways: before decimals, between groups.
    either: BTreeMap<Sign, (Tally, Tally)>,
    signs: BTreeMap<Sign, Use>,
    zeros: u64,
    whole_years: bool,
    places: HashMap<String, usize, RandomState>,
    looking: Looking,
}

impl Counting {
    pub(super) fn new(name: SafeText, heading: SafeText) -> Self {
        Self {
            column: Column {
                name,
                heading,
                ..Column::default()
            },
            plain: Tally::default(),
            either: BTreeMap::new(),
            signs: BTreeMap::new(),
            zeros: 0,
            whole_years: true,
            places: HashMap::default(),
            looking: Looking::default(),
        }
    }

    pub(super) fn add(&mut self, line: u64, cell: &Raw<'_>) {
        self.looking.look(line, cell);
        match cell {
            Raw::Empty => self.missing(""),
            Raw::Number(value) => {
                self.number(*value, decimals(*value));
                if !self.column.more_labels {
                    self.label(&value.to_string());
                }
            }
            Raw::Date(text) => {
                self.column.dates += 1;
                self.label(text);
            }
            Raw::Text(text) => self.text(text),
        }
    }

    fn text(&mut self, text: &str) {
        match seen::see(text) {
            Seen::Blank => return self.missing(""),
            Seen::Mark(mark) => return self.missing(mark),
            Seen::Number(value, decimals) => {
                self.number(value, decimals);
                self.marked(text);
                let bytes = text.trim_start().as_bytes();
                if bytes.len() > 1 && bytes[0] == b'0' && bytes[1].is_ascii_digit() {
                    self.zeros += 1;
                }
                // Once both signs are known nothing more can be learnt.
                if self.signs.len() < 2
                    && let Some((sign, used)) = seen::evidence(text)
                {
                    self.signs.insert(sign, used);
                }
            }
            Seen::Either {
                sign,
                decimal,
                group,
            } => {
                self.whole_years = false;
                self.marked(text);
                let (decimals, groups) = self.either.entry(sign).or_default();
                decimals.add(decimal, 3);
                groups.add(group, 0);
            }
            Seen::Date(_) => self.column.dates += 1,
            Seen::Text(_) => self.column.texts += 1,
        }
        self.label(trimmed(text));
    }

    fn number(&mut self, value: f64, decimals: u8) {
        self.plain.add(value, decimals);
        self.whole_years &= decimals == 0 && (1800.0..2200.0).contains(&value);
    }

    fn missing(&mut self, mark: &str) {
        add(&mut self.column.missing, mark);
    }

    /// Counts the mark of a footnote. A number ends in a digit or a sign of ASCII otherwise, which is cheaper to ask.
    fn marked(&mut self, text: &str) {
        let last = text.as_bytes().last();
        if last.is_some_and(|last| *last == b'*' || !last.is_ascii())
            && let Some((_, mark)) = seen::footnote(text)
        {
            add(&mut self.column.marked, mark);
        }
    }

    fn label(&mut self, label: &str) {
        if let Some(at) = self.places.get(label) {
            self.column.labels[*at].1 += 1;
            return;
        }
        if self.column.more_labels {
            return;
        }
        if self.places.len() == MAX_LABELS {
            self.column.more_labels = true;
            return;
        }
        let shown: String = label.chars().take(LONGEST).collect();
        self.places
            .insert(label.to_owned(), self.column.labels.len());
        self.column.labels.push((SafeText::line(&shown), 1));
    }

    /// Returns what the numbers tell about commas and points.
    pub(super) fn signs(&self) -> BTreeMap<Sign, Use> {
        self.signs.clone()
    }

    /// Says whether numbers with this sign may be decimals or thousands.
    pub(super) fn may_be(&self, sign: Sign) -> bool {
        self.either.contains_key(&sign)
    }

    /// Ends the counting; what may be read in two ways is read as the rest of the file is.
    pub(super) fn end(mut self, signs: &BTreeMap<Sign, Use>) -> Column {
        let mut all = self.plain;
        for (sign, (decimals, groups)) in self.either {
            // Where nothing tells, a comma or a point stands before decimals, and that is said.
            let used = signs.get(&sign).copied().unwrap_or(Use::Decimal);
            all.join(match used {
                Use::Decimal => decimals,
                Use::Group => groups,
            });
            if !signs.contains_key(&sign) {
                self.column.two_ways = Some((decimals.count, sign, used));
            }
        }
        let column = &mut self.column;
        column.personal = self.looking.end();
        column.numbers = all.count;
        column.decimals = all.decimals;
        if all.count > 0 {
            column.min = Some(all.min);
            column.max = Some(all.max);
            column.sum = Some(all.sum + all.lost);
        }
        column.kind = match (column.numbers, column.texts, column.dates) {
            (0, 0, 0) => Kind::Empty,
            (0, 0, _) => Kind::Date,
            (0, _, _) => Kind::Text,
            (_, 0, 0) if self.zeros > 0 || names_something(&all) => Kind::Code,
            (_, 0, 0) if self.whole_years => Kind::Year,
            (_, 0, 0) => Kind::Number,
            _ => Kind::Mixed,
        };
        // What is people's is counted and never kept.
        if !column.personal.is_empty() {
            column.labels.clear();
            (column.min, column.max, column.sum) = (None, None, None);
        }
        self.column
    }
}

fn add(marks: &mut Vec<(SafeText, u64)>, mark: &str) {
    if let Some((_, count)) = marks.iter_mut().find(|(known, _)| known.as_str() == mark) {
        *count += 1;
    } else if marks.len() < MAX_MARKS {
        marks.push((SafeText::line(mark), 1));
    }
}

/// Says whether all numbers have the same many digits, as numbers of organisations and schools do.
fn names_something(all: &Tally) -> bool {
    let digits = |value: f64| value.abs().log10() as u32;
    all.count > 1 && all.decimals == 0 && all.min >= 1e7 && digits(all.min) == digits(all.max)
}

/// Counts the decimals of a number that a workbook holds, as far as they are shown in its shortest form.
fn decimals(value: f64) -> u8 {
    if value.fract() == 0.0 {
        return 0;
    }
    let text = value.to_string();
    let after = text.rsplit_once('.').map_or(0, |(_, after)| after.len());
    after.min(255) as u8
}
