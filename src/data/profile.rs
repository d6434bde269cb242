//! What a file of rows holds, column by column, and how it was understood. Everything is counted in one walk, and nothing is left out
//! without a word.

/// What is counted of a column.
pub mod column;

use std::{
    collections::{BTreeMap, HashMap},
    ops::ControlFlow,
};

use self::column::{Column, Counting};
use super::{
    DataError, Fault,
    rows::{
        How, Opened, Raw, Wish,
        body::{Body, Waiting},
        layout::{self, Layout},
        seen::{self, Sign, Use},
        wish::WishFault,
    },
};
use crate::text::SafeText;

/// How many rows that were left out are kept with their words; the rest is counted.
const KEPT: usize = 100;
/// How many rows of another width are named.
const NAMED: usize = 20;

/// What a file of rows holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// The file.
    pub file: SafeText,
    /// How it was read.
    pub how: How,
    /// What stands above the data.
    pub layout: Layout,
    /// How many rows of data there are.
    pub rows: u64,
    /// Where the last of them stands.
    pub last: u64,
    /// What stands under the data, with its row; the first `KEPT`.
    pub notes: Vec<(u64, SafeText)>,
    /// How many rows stand under the data.
    pub noted: u64,
    /// Rows with fewer fields than there are columns.
    pub shorter: Odd,
    /// Rows with more fields than there are columns; what stands there is left out.
    pub longer: Odd,
    /// How commas and points in numbers were read, where the file tells.
    pub signs: BTreeMap<Sign, Use>,
    /// How the file itself tells of commas and points; otherwise where a decimal sign was wished.
    pub found_signs: BTreeMap<Sign, Use>,
    /// The columns.
    pub columns: Vec<Column>,
}

/// Rows of another width.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Odd {
    /// How many.
    pub count: u64,
    /// Where the first stand.
    pub first: Vec<u64>,
}

impl Odd {
    fn add(&mut self, line: u64) {
        self.count += 1;
        if self.first.len() < NAMED {
            self.first.push(line);
        }
    }
}

/// Goes through a file and says what it holds; what is wished of headings and decimals is followed.
pub fn profile(
    opened: &mut Opened<'_>,
    file: &SafeText,
    wish: &Wish,
) -> Result<Profile, DataError> {
    let layout = layout::find(opened.rows.as_mut(), file, wish.headings)?;
    if layout.names.is_empty() {
        return Err(DataError::of(file, Fault::Empty));
    }
    let ragged = opened.how.separator.is_some();
    let mut walk = Walk::new(&layout, ragged);
    let mut body = Body::new(&layout, ragged);
    opened.rows.walk(&mut |line, cells| {
        body.row(line, cells, &mut |line, cells| walk.data(line, cells));
        ControlFlow::Continue(())
    })?;
    let notes = body.end(&mut |line, cells| walk.data(line, cells));
    walk.notes(&notes);
    let mut profile = walk
        .end(wish.decimal)
        .map_err(|fault| DataError::of(file, fault))?;
    profile.file = file.clone();
    profile.how = opened.how.clone();
    profile.layout = layout;
    for at in opened.rows.percents() {
        if let Some(column) = profile.columns.get_mut(at) {
            column.percent = true;
        }
    }
    Ok(profile)
}

struct Walk {
    width: usize,
    ragged: bool,
    profile: Profile,
    columns: Vec<Counting>,
}

impl Walk {
    fn new(layout: &Layout, ragged: bool) -> Self {
        Self {
            width: layout.names.len(),
            ragged,
            profile: Profile::default(),
            columns: names(&layout.names)
                .into_iter()
                .zip(&layout.names)
                .map(|(name, heading)| Counting::new(name, heading.clone()))
                .collect(),
        }
    }

    fn data(&mut self, line: u64, cells: &[Raw<'_>]) {
        self.profile.rows += 1;
        self.profile.last = line;
        if cells.iter().skip(self.width).any(|cell| !cell.is_empty()) {
            self.profile.longer.add(line);
        }
        if self.ragged && cells.len() < self.width {
            self.profile.shorter.add(line);
        }
        for (at, column) in self.columns.iter_mut().enumerate() {
            column.add(line, cells.get(at).unwrap_or(&Raw::Empty));
        }
    }

    fn notes(&mut self, notes: &[Waiting]) {
        self.profile.noted = notes.len() as u64;
        let kept = notes.iter().take(KEPT);
        self.profile.notes = kept
            .map(|row| (row.line, layout::joined_cells(&row.cells)))
            .collect();
    }

    fn end(mut self, wished: Option<Sign>) -> Result<Profile, Fault> {
        let mut signs = BTreeMap::new();
        for column in &self.columns {
            signs.extend(column.signs());
        }
        if let Some(sign) = wished {
            let may_be = self.columns.iter().any(|column| column.may_be(sign));
            let is = signs.get(&sign) == Some(&Use::Decimal);
            if !may_be && !is && !signs.is_empty() {
                return Err(Fault::Wish(WishFault::Decimal(sign)));
            }
        }
        seen::complete(&mut signs);
        self.profile.found_signs = signs.clone();
        if let Some(sign) = wished {
            signs = BTreeMap::from([(sign, Use::Decimal), (sign.other(), Use::Group)]);
        }
        self.profile.columns = self
            .columns
            .into_iter()
            .map(|column| column.end(&signs))
            .collect();
        self.profile.signs = signs;
        Ok(self.profile)
    }
}

/// Makes every name one of its own: a blank one is the letter of its column, one that stood before gets a number.
pub(super) fn names(headings: &[SafeText]) -> Vec<SafeText> {
    let mut used: HashMap<String, usize> = HashMap::new();
    headings
        .iter()
        .enumerate()
        .map(|(at, heading)| {
            let name = if heading.is_empty() {
                letters(at)
            } else {
                heading.to_string()
            };
            let count = used.entry(name.clone()).or_default();
            *count += 1;
            if *count == 1 {
                SafeText::line(&name)
            } else {
                SafeText::line(&format!("{name} ({count})"))
            }
        })
        .collect()
}

/// Returns the letters that a spreadsheet heads a column with, counted from 0: A, B, …, Z, AA.
pub fn letters(mut at: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'A' + (at % 26) as u8);
        if at < 26 {
            break;
        }
        at = at / 26 - 1;
    }
    letters.iter().rev().map(|byte| char::from(*byte)).collect()
}

#[cfg(test)]
mod tests;
