//! What each column of a survey is: answers, a number of its own, somebody's name, free text. Only answers are charted, and only a column
//! that names or tells of nobody in particular may make groups.

use super::{answer, several};
use crate::data::profile::{
    Profile,
    column::{Column, Kind},
};
use crate::text::SafeText;

/// The most different answers that a question has; more is free text, or a number of its own.
pub const MAX_ANSWERS: usize = 30;
/// The fewest rows that say something about a file.
const FEW_ROWS: u64 = 8;
/// An answer that was picked from a list is shorter, in characters.
const LONG: usize = 60;

/// What a column of a survey is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Answers to pick from: how many different there are.
    Answers(usize),
    /// Several answers in one cell, with what parts them.
    Several(char),
    /// A number of its own: an age, a height.
    Number,
    /// A day or a time.
    Date,
    /// Nearly every row has its own: a number or a name that tells who it is.
    Own,
    /// A heading that says it names people.
    Name,
    /// Words that people wrote themselves.
    FreeText,
    /// Personal identity numbers, phone numbers, e-mail addresses.
    Personal,
    /// Nothing, or the same on every row.
    Nothing,
}

impl Part {
    /// Returns the word that scripts see.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Answers(_) => "answers",
            Self::Several(_) => "several",
            Self::Number => "number",
            Self::Date => "date",
            Self::Own => "identifying",
            Self::Name => "name",
            Self::FreeText => "free_text",
            Self::Personal => "personal",
            Self::Nothing => "nothing",
        }
    }

    /// Says whether the column may be charted: as shares, or as groups.
    pub const fn may_be_charted(self) -> bool {
        matches!(self, Self::Answers(_) | Self::Several(_) | Self::Number)
    }
}

/// A file with one row a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// How many people.
    pub people: u64,
    /// What each column is.
    pub parts: Vec<Part>,
}

/// The different answers of a column with how often each was given, in the order of the file.
pub fn answers(column: &Column) -> Vec<(SafeText, u64)> {
    let mut found: Vec<(SafeText, u64)> = Vec::new();
    for (label, count) in &column.labels {
        let Some(answer) = answer::of_text(label) else {
            continue;
        };
        match found.iter_mut().find(|(known, _)| *known == answer) {
            Some((_, known)) => *known += count,
            None => found.push((answer, *count)),
        }
    }
    found
}

/// Tells what a column is.
pub fn part(column: &Column) -> Part {
    if !column.personal.is_empty() {
        return Part::Personal;
    }
    let given = if column.labels.len() > MAX_ANSWERS * 10 {
        column.labels.clone()
    } else {
        answers(column)
    };
    let filled: u64 = given.iter().map(|(_, count)| count).sum();
    let different = given.len();
    let own = column.more_labels || (different as u64 * 10 >= filled * 9 && filled >= FEW_ROWS);
    let decimals = column.decimals > 0 && given.iter().any(|(label, _)| label.contains(['.', ',']));
    let lengths = given.iter().map(|(label, _)| label.chars().count());
    let long = lengths.clone().max().unwrap_or(0);
    let mean = lengths.sum::<usize>() / different.max(1);
    let parting = several::parting(&given.iter().map(|(label, _)| label.as_str()));
    match column.kind {
        _ if different == 0 => Part::Nothing,
        Kind::Date => Part::Date,
        Kind::Number | Kind::Year if own && decimals => Part::Number,
        Kind::Number | Kind::Year | Kind::Code if own && different > 12 => Part::Own,
        _ if is_number_of_somebody(&column.heading) && (own || different > MAX_ANSWERS) => {
            Part::Own
        }
        Kind::Number | Kind::Year if different > 12 || decimals => Part::Number,
        _ if names_somebody(&column.heading) && different as u64 * 3 > filled => Part::Name,
        _ if parting.is_some() => Part::Several(parting.unwrap_or(';')),
        _ if different > 1 && (long > 2 * LONG || mean > LONG) && different as u64 * 4 > filled => {
            Part::FreeText
        }
        _ if different > MAX_ANSWERS || (own && different > 1) => {
            if mean > 25 || given.iter().any(|(label, _)| label.split(' ').count() > 6) {
                Part::FreeText
            } else {
                Part::Own
            }
        }
        _ => Part::Answers(different),
    }
}

/// Finds out whether a file has one row a person: several columns of answers, few numbers of their own, and rows that are no table.
pub fn detect(profile: &Profile) -> Option<Survey> {
    if profile.rows < FEW_ROWS {
        return None;
    }
    let parts: Vec<Part> = profile.columns.iter().map(part).collect();
    let is_answer = |at: usize| {
        let column = &profile.columns[at];
        // Most people are asked most questions; a list of answers beside each question is a codebook.
        let filled = column.numbers + column.texts + column.dates;
        let asked = filled * 2 >= profile.rows;
        match parts[at] {
            Part::Answers(different) => {
                asked && different > 1 && different as u64 * 2 <= profile.rows && !is_time(column)
            }
            Part::Several(_) => asked,
            _ => false,
        }
    };
    let answered: Vec<usize> = (0..parts.len()).filter(|at| is_answer(*at)).collect();
    let count = |asked: &[Part]| parts.iter().filter(|part| asked.contains(part)).count();
    let numbers = count(&[Part::Number]);
    let others = parts.len() - answered.len() - count(&[Part::Nothing, Part::Own, Part::Name]);
    // Names of their own with little else are a list of things: schools, municipalities.
    let named =
        (0..parts.len()).any(|at| parts[at] == Part::Own && profile.columns[at].kind == Kind::Text);
    let enough = match answered.len() {
        0 => false,
        1 | 2 => others == 0 && !named && profile.rows >= 20,
        many => many >= 2 * numbers && many * 2 >= others && (!named || many >= 5),
    };
    let table = profile.columns.iter().any(counts_others) || is_table(profile, &answered, numbers);
    (enough && !table).then_some(Survey {
        people: profile.rows,
        parts,
    })
}

/// Says whether rows are the cells of a table: labels that all stand equally often beside a number.
fn is_table(profile: &Profile, answered: &[usize], numbers: usize) -> bool {
    let even = answered.iter().filter(|at| {
        let given = answers(&profile.columns[**at]);
        let counts = given.iter().map(|(_, count)| *count);
        let (low, high) = (counts.clone().min(), counts.max());
        low == high && low > Some(1)
    });
    numbers > 0 && even.count() * 2 >= answered.len()
}

/// Says whether a column counts people or tells their share: its heading says so and hardly a number comes twice. A person who answers how
/// many siblings they have says one of few numbers.
fn counts_others(column: &Column) -> bool {
    const WORDS: [&str; 14] = [
        "antal",
        "andel",
        "elever",
        "barn",
        "flickor",
        "pojkar",
        "invånare",
        "folkmängd",
        "procent",
        "number",
        "count",
        "share",
        "pupils",
        "population",
    ];
    let known: u64 = column.labels.iter().map(|(_, count)| count).sum();
    let numbers =
        matches!(column.kind, Kind::Number | Kind::Mixed) && column.numbers > column.texts;
    let first = words(&column.heading).into_iter().next();
    let says = first.is_some_and(|word| WORDS.contains(&word.as_str()));
    numbers
        && (says || column.heading.contains('%'))
        && column.labels.len() as u64 * 2 > known.max(1)
}

fn is_time(column: &Column) -> bool {
    column.kind == Kind::Year
}

fn words(heading: &str) -> Vec<String> {
    heading
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Says whether a heading tells of a number that was given to a person or a form.
fn is_number_of_somebody(heading: &str) -> bool {
    const WORDS: [&str; 9] = [
        "id",
        "respondentid",
        "respondent",
        "svarsid",
        "löpnr",
        "löpnummer",
        "participant",
        "personnr",
        "personnummer",
    ];
    words(heading)
        .iter()
        .any(|word| WORDS.contains(&word.as_str()))
}

/// Says whether a heading tells of people's names.
fn names_somebody(heading: &str) -> bool {
    const WORDS: [&str; 10] = [
        "namn",
        "förnamn",
        "efternamn",
        "name",
        "firstname",
        "lastname",
        "surname",
        "elevnamn",
        "fullname",
        "kontaktperson",
    ];
    words(heading)
        .iter()
        .any(|word| WORDS.contains(&word.as_str()))
}
