//! Personal identity numbers, phone numbers and e-mail addresses in a file, noticed while its rows are counted.
//!
//! What is kept is how many, in which column and where the first stands, never the value. Numbers of organisations and schools, codes of
//! municipalities, dates and times look alike and are told from people by what only people's numbers have: a date that is one, and a
//! check digit. One number in ten has the right check digit by chance, so a column counts only where most that look like it are right.

/// Numbers that the Swedish tax agency gives to people.
mod identity;
/// Phone numbers and e-mail addresses.
mod reach;
/// All of them in running text.
mod spoken;

pub use spoken::{HIDDEN, Noticed, hide, hide_half, noticed};

use self::identity::Looks;
use super::rows::{Raw, trimmed};
use crate::{
    t,
    text::{SafeText, Texts, number},
};

/// What was noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A personal identity number.
    Identity,
    /// A coordination number, for those who are not registered in Sweden.
    Coordination,
    /// A phone number.
    Phone,
    /// An e-mail address.
    Mail,
}

impl Found {
    /// Says where people's numbers or addresses stand: which kind, how many, the first row, never the value.
    pub fn say(&self, column: &SafeText, texts: &Texts) -> String {
        let kind = match self.kind {
            Kind::Identity => t!(texts, "personal-identity"),
            Kind::Coordination => t!(texts, "personal-coordination"),
            Kind::Phone => t!(texts, "personal-phone"),
            Kind::Mail => t!(texts, "personal-mail"),
        };
        t!(
            texts,
            "personal-found",
            column = column,
            count = self.count,
            shown = number::whole(texts.lang(), self.count as i64),
            kind = kind,
            row = self.first
        )
    }
}

impl Kind {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 4] = [Self::Identity, Self::Coordination, Self::Phone, Self::Mail];

    /// Tells whether it is a number, which no note keeps; an address only is noticed.
    pub const fn is_number(self) -> bool {
        !matches!(self, Self::Mail)
    }

    /// Returns the word that scripts see.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Coordination => "coordination",
            Self::Phone => "phone",
            Self::Mail => "mail",
        }
    }
}

/// People's numbers or addresses in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// What.
    pub kind: Kind,
    /// How many cells hold one.
    pub count: u64,
    /// The row of the first.
    pub first: u64,
}

/// Says whether labels hold people's numbers or addresses.
pub fn any<'a>(labels: impl Iterator<Item = &'a str>) -> bool {
    let mut looking = Looking::default();
    for label in labels {
        looking.look(0, &Raw::Text(label.into()));
    }
    !looking.end().is_empty()
}

/// Returns what of people's numbers and addresses a text holds, each kind once.
pub fn kinds(text: &str) -> Vec<Kind> {
    hide(text).1
}

/// The columns of a file, looked through row by row.
#[derive(Clone, Debug, Default)]
pub(super) struct People {
    columns: Vec<Looking>,
}

impl People {
    /// Looks at a row.
    pub(super) fn row(&mut self, line: u64, cells: &[Raw<'_>]) {
        if self.columns.len() < cells.len() {
            self.columns.resize_with(cells.len(), Looking::default);
        }
        for (looking, cell) in self.columns.iter_mut().zip(cells) {
            looking.look(line, cell);
        }
    }

    /// Returns what the columns hold, each with its place.
    pub(super) fn end(&self) -> Vec<(usize, Found)> {
        let columns = self.columns.iter().enumerate();
        columns
            .flat_map(|(at, looking)| looking.end().into_iter().map(move |found| (at, found)))
            .collect()
    }
}

/// How many cells hold something, and the first.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    count: u64,
    first: u64,
}

impl Seen {
    fn add(&mut self, line: u64) {
        if self.count == 0 {
            self.first = line;
        }
        self.count += 1;
    }
}

/// A column that is being looked through.
#[derive(Clone, Debug, Default)]
pub(super) struct Looking {
    people: Seen,
    coordination: Seen,
    /// Cells whose date could be one of birth, right check digit or not.
    dated: u64,
    /// Cells of the same shape.
    alike: u64,
    /// Whether any stands with its sign between, as only people's and organisations' numbers do.
    signed: bool,
    phones: Seen,
    /// Phone numbers without a space or a sign in them, and the digits alone that are as long.
    bare_phones: Seen,
    bare_alike: u64,
    mails: Seen,
}

impl Looking {
    /// Looks at a cell.
    pub(super) fn look(&mut self, line: u64, cell: &Raw<'_>) {
        match cell {
            Raw::Empty | Raw::Date(_) => {}
            Raw::Text(text) => self.text(line, trimmed(text)),
            Raw::Number(value) => {
                // A workbook holds 8507099805 as a number.
                if value.fract() == 0.0 && (1e8..1e13).contains(value) {
                    self.digits(line, &format!("{value:010}"));
                }
            }
        }
    }

    fn text(&mut self, line: u64, text: &str) {
        // Most cells are too short to hold any of them.
        if text.len() < 6 {
            return;
        }
        let bytes = text.as_bytes();
        if bytes.contains(&b'@') && reach::has_mail(text) {
            self.mails.add(line);
        }
        let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
        if digits < 8 {
            return;
        }
        if digits == bytes.len() {
            self.digits(line, text);
            return;
        }
        let mut looks = None;
        for word in identity::words(text) {
            looks = looks.max(identity::look(word));
        }
        match looks {
            Some(looks) => {
                self.signed = true;
                self.identity(line, looks);
            }
            None if reach::has_phone(text) => self.phones.add(line),
            None => {}
        }
    }

    /// Digits alone: a number of a person, of an organisation, of a mobile phone, or an amount.
    fn digits(&mut self, line: u64, digits: &str) {
        if let Some(looks) = identity::look(digits) {
            self.identity(line, looks);
        }
        if digits.len() == 10 {
            self.bare_alike += 1;
            if reach::is_mobile(digits) {
                self.bare_phones.add(line);
            }
        }
    }

    fn identity(&mut self, line: u64, looks: Looks) {
        self.alike += 1;
        self.dated += u64::from(looks > Looks::Alike);
        match looks {
            Looks::Person => self.people.add(line),
            Looks::Coordination => self.coordination.add(line),
            Looks::Alike | Looks::Dated => {}
        }
    }

    /// Returns what the column holds.
    pub(super) fn end(&self) -> Vec<Found> {
        let right = self.people.count + self.coordination.count;
        let identity = right * 2 > self.dated && (self.signed || right * 20 >= self.alike);
        let mut phones = self.phones;
        if self.bare_phones.count * 10 >= self.bare_alike * 9 && self.bare_phones.count > 0 {
            phones.first = match phones.count {
                0 => self.bare_phones.first,
                _ => phones.first.min(self.bare_phones.first),
            };
            phones.count += self.bare_phones.count;
        }
        // Where nearly all digits are people's, the few that look like phones are people's too.
        let all = [
            (Kind::Identity, self.people, identity),
            (Kind::Coordination, self.coordination, identity),
            (Kind::Phone, phones, true),
            (Kind::Mail, self.mails, true),
        ];
        all.into_iter()
            .filter(|(_, seen, counts)| *counts && seen.count > 0)
            .map(|(kind, seen, _)| Found {
                kind,
                count: seen.count,
                first: seen.first,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests;
