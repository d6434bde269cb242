//! A file that is looked at and chosen from.

use std::path::PathBuf;

use crate::{
    data::{
        choose::{self, Chosen, Field, Progress},
        preview::Preview,
        understood::Holds,
    },
    domain::recipe::{ReadAs, Recipe},
    text::SafeText,
};

use super::{choice::Row, finder::Finder};

/// Encodings that a person may ask for.
const ENCODINGS: [&str; 4] = ["utf-8", "windows-1252", "iso-8859-15", "utf-16le"];
/// What may stand between fields.
const SEPARATORS: [char; 4] = [';', ',', '\t', '|'];
/// The last row that headings are looked for on by turning; others can be typed.
const LAST_HEADING: u64 = 12;

/// A file.
#[derive(Clone, Debug)]
pub struct File {
    /// Where it is.
    pub path: PathBuf,
    /// Its name.
    pub name: SafeText,
    /// How it is to be read, as a person decided.
    pub read_as: ReadAs,
    /// What was understood, once it was read.
    pub preview: Option<Box<Preview>>,
    /// How far a read has come, while one is under way.
    pub reading: Option<Progress>,
    /// A read is under way; the newest one counts.
    pub asked: Option<u64>,
    /// Why the last read or choice came to nothing.
    pub why: Option<SafeText>,
    /// What may be picked.
    pub fields: Vec<Field>,
    /// What is picked.
    pub recipe: Recipe,
    /// What somebody picked, while and after it was drawn; none while what was proposed stands.
    pub wanted: Option<Recipe>,
    /// The rows in which somebody picked something.
    pub(super) touched: Vec<Row>,
    /// The place that is theirs, as far as somebody has said it.
    pub mine: Option<SafeText>,
    /// The field of places of which one must be picked before there is a chart.
    pub unanswered: Option<usize>,
    /// What it makes.
    pub chosen: Option<Box<Chosen>>,
    /// The row in focus while choosing.
    pub row: Row,
    /// A list that is looked through.
    pub finder: Option<Finder>,
}

/// What of a file can be read otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The sheet of a workbook.
    Sheet,
    /// The table of a file with several.
    Table,
    /// The language of a file with several.
    Language,
    /// The rows of the headings.
    Headings,
    /// What stands between fields.
    Separator,
    /// What stands before decimals.
    Decimal,
    /// The encoding.
    Encoding,
}

impl File {
    /// Begins with a file that is not read yet.
    pub(super) fn new(path: PathBuf) -> Self {
        let name = path.file_name().unwrap_or(path.as_os_str());
        Self {
            name: SafeText::line(&name.to_string_lossy()),
            path,
            read_as: ReadAs::default(),
            preview: None,
            reading: None,
            asked: None,
            why: None,
            fields: Vec::new(),
            recipe: Recipe::default(),
            wanted: None,
            touched: Vec::new(),
            mine: None,
            unanswered: None,
            chosen: None,
            row: Row::Axis,
            finder: None,
        }
    }

    /// Returns what can be read otherwise in a file of this kind.
    pub fn settings(&self) -> Vec<Setting> {
        let Some(preview) = &self.preview else {
            return Vec::new();
        };
        let mut settings = Vec::new();
        match &preview.understood.holds {
            Holds::Rows(profile) => {
                if profile.how.sheets.len() > 1 {
                    settings.push(Setting::Sheet);
                }
                settings.push(Setting::Headings);
                if profile.how.encoding.is_some() {
                    settings.extend([Setting::Separator, Setting::Decimal, Setting::Encoding]);
                } else {
                    settings.push(Setting::Decimal);
                }
            }
            Holds::Tables(tables) => {
                if preview.understood.titles.len() > 1 {
                    settings.push(Setting::Table);
                }
                if tables
                    .first()
                    .is_some_and(|table| table.languages.len() > 1)
                {
                    settings.push(Setting::Language);
                }
            }
        }
        settings
    }

    /// Returns what is wished of a setting, as it is written on a command line; nothing where it is found in the file.
    pub fn wished(&self, setting: Setting) -> Option<SafeText> {
        let sign = |sign: Option<char>| {
            sign.map(|sign| {
                SafeText::line(&if sign == '\t' {
                    "\u{21e5}".to_owned()
                } else {
                    sign.to_string()
                })
            })
        };
        match setting {
            Setting::Sheet => self.read_as.sheet.clone(),
            Setting::Table => self.read_as.table.clone(),
            Setting::Language => self.read_as.language.clone(),
            Setting::Headings => self.read_as.headings.clone(),
            Setting::Separator => sign(self.read_as.separator),
            Setting::Decimal => sign(self.read_as.decimal),
            Setting::Encoding => self.read_as.encoding.clone(),
        }
    }

    /// Chooses the next way of a setting, or the one before; says whether there was one.
    pub(super) fn turn(&mut self, setting: Setting, by: isize) -> bool {
        let before = self.read_as.clone();
        let texts = |all: &[SafeText]| -> Vec<Option<SafeText>> {
            std::iter::once(None)
                .chain(all.iter().cloned().map(Some))
                .collect()
        };
        match setting {
            Setting::Sheet => {
                self.read_as.sheet = turned(&texts(&self.sheets()), &self.read_as.sheet, by);
            }
            Setting::Table => {
                let count = self
                    .preview
                    .as_ref()
                    .map_or(0, |preview| preview.understood.titles.len());
                let numbers: Vec<SafeText> = (1..=count)
                    .map(|number| SafeText::line(&number.to_string()))
                    .collect();
                self.read_as.table = turned(&texts(&numbers), &self.read_as.table, by);
            }
            Setting::Language => {
                self.read_as.language =
                    turned(&texts(&self.languages()), &self.read_as.language, by);
            }
            Setting::Headings => {
                let rows: Vec<SafeText> = (0..=LAST_HEADING)
                    .map(|row| row.to_string())
                    .chain(["1-2", "1-3", "2-3", "2-4"].map(str::to_owned))
                    .map(|rows| SafeText::line(&rows))
                    .collect();
                self.read_as.headings = turned(&texts(&rows), &self.read_as.headings, by);
            }
            Setting::Separator => {
                let ways: Vec<Option<char>> =
                    std::iter::once(None).chain(SEPARATORS.map(Some)).collect();
                self.read_as.separator = turned(&ways, &self.read_as.separator, by);
            }
            Setting::Decimal => {
                self.read_as.decimal =
                    turned(&[None, Some(','), Some('.')], &self.read_as.decimal, by);
            }
            Setting::Encoding => {
                self.read_as.encoding = turned(
                    &texts(&ENCODINGS.map(SafeText::line)),
                    &self.read_as.encoding,
                    by,
                );
            }
        }
        before != self.read_as
    }

    fn sheets(&self) -> Vec<SafeText> {
        match self
            .preview
            .as_ref()
            .map(|preview| &preview.understood.holds)
        {
            Some(Holds::Rows(profile)) => profile.how.sheets.clone(),
            _ => Vec::new(),
        }
    }

    fn languages(&self) -> Vec<SafeText> {
        match self
            .preview
            .as_ref()
            .map(|preview| &preview.understood.holds)
        {
            Some(Holds::Tables(tables)) => tables
                .first()
                .map(|table| table.languages.clone())
                .unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    /// Takes up what was understood; returns what to try to draw, the likeliest first. Nothing is tried where there are many places and
    /// nobody has said which is theirs: these are the places that were said elsewhere.
    pub(super) fn understood(&mut self, preview: Box<Preview>, said: &[SafeText]) -> Vec<Recipe> {
        self.fields = choose::fields(&preview.understood);
        let place = choose::place(&self.fields);
        let said = self.mine.iter().chain(said);
        self.mine = place.and_then(|at| {
            let labels = &self.fields[at].labels;
            said.into_iter()
                .find(|label| labels.contains(label))
                .cloned()
        });
        self.unanswered = place.filter(|_| self.mine.is_none());
        self.preview = Some(preview);
        self.chosen = None;
        self.why = None;
        self.wanted = None;
        self.touched = Vec::new();
        self.row = Row::Axis;
        let proposals = self.proposals();
        self.recipe = proposals.first().cloned().unwrap_or_default();
        if self.unanswered.is_some() {
            return Vec::new();
        }
        proposals
    }

    /// Returns what to begin with, of the place that is theirs.
    pub(super) fn proposals(&self) -> Vec<Recipe> {
        self.preview.as_ref().map_or_else(Vec::new, |preview| {
            choose::proposals(&preview.understood, self.mine.as_ref())
        })
    }
}

/// Returns the neighbour of a choice; there is nothing beyond the ends. What stands nowhere among them counts as the first.
fn turned<T: Clone + PartialEq>(ways: &[T], now: &T, by: isize) -> T {
    let at = ways.iter().position(|way| way == now).unwrap_or(0);
    let last = ways.len().saturating_sub(1);
    ways.get(at.saturating_add_signed(by).min(last))
        .unwrap_or(now)
        .clone()
}
