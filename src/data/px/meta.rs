//! What the keywords say: the variables and their values, the measures, and what is told about them.

use std::collections::HashMap;

use super::{
    PxFault,
    lex::{At, Entry},
};
use crate::{
    data::{
        Table, cube,
        table::{Cells, Dimension, Label, Meaning, Note, Reason, Role},
    },
    text::SafeText,
};

/// Everything before the data.
pub(super) struct Meta {
    title: SafeText,
    source: SafeText,
    updated: SafeText,
    contents: SafeText,
    notes: Vec<Note>,
    /// The variables as the cells lie: those of the rows, then those of the columns.
    pub(super) dimensions: Vec<Dimension>,
    /// How many of them are those of the rows.
    pub(super) stub: usize,
    /// The variable that holds the measures.
    pub(super) metric: Option<usize>,
    /// The unit and the decimals of every measure.
    units: Vec<(SafeText, Option<u8>)>,
    /// For every variable of the rows whether rows name its codes (true) or its texts; empty where rows have no keys.
    pub(super) keys: Vec<bool>,
    /// What the file says of its marks.
    symbols: HashMap<String, SafeText>,
    /// The language that was read.
    language: SafeText,
    /// All languages of the file.
    languages: Vec<SafeText>,
}

/// The statements, found by keyword, language and keys.
struct Words<'a> {
    entries: &'a [Entry<'a>],
    places: HashMap<String, usize>,
    /// The language asked for, where it is not the first of the file.
    language: Option<&'a str>,
    /// The first language of the file; statements may name it or not.
    first: &'a str,
    /// All languages of the file, the first one first.
    languages: Vec<&'a str>,
}

/// A name in the first language of the file and in the one that is read.
struct Name<'a> {
    first: &'a str,
    shown: &'a str,
}

impl<'a> Words<'a> {
    fn of(entries: &'a [Entry<'a>], asked: Option<&str>) -> At<Self> {
        let items = |keyword: &str| {
            entries
                .iter()
                .find(|entry| entry.is(keyword) && entry.language.is_none())
                .map_or(&[][..], |entry| entry.items.as_slice())
        };
        let first = items("LANGUAGE").first().map_or("", AsRef::as_ref);
        let mut languages: Vec<&str> = vec![first];
        for language in items("LANGUAGES") {
            if !languages.iter().any(|l| l.eq_ignore_ascii_case(language)) {
                languages.push(language);
            }
        }
        languages.retain(|language| !language.is_empty());
        let language = match asked {
            None => None,
            Some(asked) => {
                let mut known = languages.iter().copied();
                let found = known.find(|language| language.eq_ignore_ascii_case(asked));
                let none = || {
                    let all = SafeText::line(&languages.join(", "));
                    (0, PxFault::Language(SafeText::line(asked), all))
                };
                Some(found.ok_or_else(none)?)
            }
        }
        .filter(|language| *language != first);
        let mut places = HashMap::new();
        for (place, entry) in entries.iter().enumerate() {
            let language = entry.language.filter(|language| *language != first);
            let key = place_key(
                entry.keyword,
                language,
                entry.keys.iter().map(AsRef::as_ref),
            );
            places.entry(key).or_insert(place);
        }
        Ok(Self {
            entries,
            places,
            language,
            first,
            languages,
        })
    }

    fn exact(&self, keyword: &str, language: Option<&str>, keys: &[&str]) -> Option<&'a Entry<'a>> {
        let key = place_key(keyword, language, keys.iter().copied());
        self.places
            .get(&key)
            .and_then(|place| self.entries.get(*place))
    }

    /// Finds a statement in the language that is read, else in the first one.
    fn find(&self, keyword: &str, keys: &[&Name<'_>]) -> Option<&'a Entry<'a>> {
        let shown: Vec<&str> = keys.iter().map(|name| name.shown).collect();
        let first: Vec<&str> = keys.iter().map(|name| name.first).collect();
        self.language
            .and_then(|language| self.exact(keyword, Some(language), &shown))
            .or_else(|| self.exact(keyword, None, &first))
    }

    fn text(&self, keyword: &str, keys: &[&Name<'_>]) -> Option<&'a str> {
        let item = self.find(keyword, keys)?.items.first()?;
        Some(item.as_ref()).filter(|text| !text.trim().is_empty())
    }

    fn number(&self, keyword: &str, keys: &[&Name<'_>]) -> Option<u8> {
        self.text(keyword, keys)?.trim().parse().ok()
    }

    /// Reads a list of names in both languages.
    fn names(&self, keyword: &str, keys: &[&Name<'_>]) -> Vec<Name<'a>> {
        let plain: Vec<&str> = keys.iter().map(|name| name.first).collect();
        let first = self.exact(keyword, None, &plain);
        let shown = self.find(keyword, keys);
        let (Some(first), Some(shown)) = (first.or(shown), shown) else {
            return Vec::new();
        };
        // A translation of another length translates nothing.
        let shown = Some(shown)
            .filter(|shown| shown.items.len() == first.items.len())
            .unwrap_or(first);
        let pairs = first.items.iter().zip(&shown.items);
        pairs.map(|(first, shown)| Name { first, shown }).collect()
    }
}

fn place_key<'k>(
    keyword: &str,
    language: Option<&str>,
    keys: impl Iterator<Item = &'k str>,
) -> String {
    let mut place = keyword.to_ascii_uppercase();
    place.push('\u{1f}');
    place.push_str(language.unwrap_or_default());
    for key in keys {
        place.push('\u{1f}');
        place.push_str(key);
    }
    place
}

impl Meta {
    /// Reads what the keywords say, in a language where the file has it.
    pub(super) fn read(entries: &[Entry<'_>], language: Option<&str>) -> At<Self> {
        let words = Words::of(entries, language)?;
        let stub = words.names("STUB", &[]);
        let heading = words.names("HEADING", &[]);
        let at = |keyword| {
            let found = words.exact(keyword, None, &[]);
            found.map_or(0, |entry| entry.at)
        };
        let (stub_at, heading_at) = (at("STUB"), at("HEADING"));
        let rows = stub.len();
        let variables: Vec<Name<'_>> = stub.into_iter().chain(heading).collect();
        if variables.is_empty() {
            return Err((0, PxFault::NoVariables));
        }
        let mut dimensions = Vec::new();
        for (place, variable) in variables.iter().enumerate() {
            let at = if place < rows { stub_at } else { heading_at };
            dimensions.push(dimension(&words, variable, at)?);
        }
        let metric = words
            .exact("CONTVARIABLE", None, &[])
            .and_then(|entry| entry.items.first())
            .and_then(|name| variables.iter().position(|v| v.first == name.as_ref()));
        let line = |keyword| SafeText::line(words.text(keyword, &[]).unwrap_or_default().trim());
        let mut contents = line("CONTENTS");
        let mut title = line("TITLE");
        if title.is_empty() {
            title = contents.clone();
        }
        if contents.is_empty() {
            contents = title.clone();
        }
        Ok(Self {
            title,
            contents,
            source: line("SOURCE"),
            updated: SafeText::line(updated(&words)),
            notes: notes(&words),
            units: units(&words, metric.and_then(|at| variables.get(at))),
            keys: variables
                .iter()
                .take(rows)
                .map_while(|variable| words.text("KEYS", &[variable]))
                .map(|kind| kind.eq_ignore_ascii_case("CODES"))
                .collect(),
            symbols: symbols(&words),
            language: SafeText::line(words.language.unwrap_or(words.first)),
            languages: words.languages.iter().map(|l| SafeText::line(l)).collect(),
            dimensions,
            stub: rows,
            metric,
        })
    }

    /// Says what a mark among the cells means: what the file says of it, else what it usually means.
    pub(super) fn reason(&self, mark: &str) -> Reason {
        let usual = cube::reason(mark);
        let Some(said) = self.symbols.get(mark) else {
            return usual;
        };
        let meaning = if said.chars().any(char::is_alphabetic) {
            Meaning::Said(said.clone())
        } else {
            // One mark shown as another: `.` in the file is `..` on the screen of Norwegian tables.
            cube::reason(said).meaning
        };
        Reason {
            mark: usual.mark,
            meaning,
        }
    }

    /// Puts the table together.
    pub(super) fn into_table(self, file: &SafeText, cells: Cells) -> Table {
        let mut dimensions = self.dimensions;
        let mut measures = cube::split_measures(&mut dimensions, self.metric, &self.contents);
        for (measure, (unit, decimals)) in measures.iter_mut().zip(self.units) {
            measure.unit = unit;
            measure.decimals = decimals;
        }
        Table {
            file: file.clone(),
            title: self.title,
            source: self.source,
            updated: self.updated,
            notes: self.notes,
            language: self.language,
            languages: self.languages,
            dimensions,
            measures,
            cells,
        }
    }
}

fn dimension(words: &Words<'_>, name: &Name<'_>, at: usize) -> At<Dimension> {
    let shown = SafeText::line(name.shown);
    let values = words.names("VALUES", &[name]);
    if values.is_empty() {
        return Err((at, PxFault::NoValues(shown)));
    }
    let counted = |keyword: &'static str, entry: &Entry<'_>, found: usize| {
        if found == values.len() {
            return Ok(());
        }
        let fault = PxFault::Count(keyword, shown.clone(), found, values.len());
        Err((entry.at, fault))
    };
    let codes = words.find("CODES", &[name]);
    if let Some(codes) = codes {
        counted("CODES", codes, codes.items.len())?;
    }
    let times = words.find("TIMEVAL", &[name]);
    if let Some(times) = times {
        // `TLIST(A1),"2003","2004"` lists them; `TLIST(A1,"1994"-"2003")` gives the ends.
        let listed = times.items.len().saturating_sub(1);
        if listed > 0 {
            counted("TIMEVAL", times, listed)?;
        }
    }
    let labels = values
        .iter()
        .enumerate()
        .map(|(place, value)| {
            let text = SafeText::line(value.shown);
            let code = codes
                .and_then(|codes| codes.items.get(place))
                .map(|code| SafeText::line(code))
                .filter(|code| !code.is_empty());
            Label {
                code: code.unwrap_or_else(|| text.clone()),
                text,
            }
        })
        .collect();
    let code = words
        .text("VARIABLECODE", &[name])
        .map_or_else(|| shown.clone(), SafeText::line);
    let kind = words.text("VARIABLE-TYPE", &[name]).unwrap_or_default();
    let role = match kind.chars().next() {
        _ if times.is_some() => Role::Time,
        Some('T' | 't') => Role::Time,
        Some('G' | 'g') => Role::Place,
        _ if words.find("MAP", &[name]).is_some() => Role::Place,
        _ => cube::role_of(&code, name.first),
    };
    Ok(Dimension {
        code,
        name: shown,
        role,
        labels,
    })
}

/// Reads unit and decimals of every measure, or of the only one.
fn units(words: &Words<'_>, metric: Option<&Name<'_>>) -> Vec<(SafeText, Option<u8>)> {
    let common = words.text("UNITS", &[]).unwrap_or_default();
    let decimals = words
        .number("SHOWDECIMALS", &[])
        .or_else(|| words.number("DECIMALS", &[]));
    let unit = |text: &str| SafeText::line(text.trim());
    let Some(metric) = metric else {
        return vec![(unit(common), decimals)];
    };
    let values = words.names("VALUES", &[metric]);
    values
        .iter()
        .map(|value| {
            let own = words.text("UNITS", &[value]).unwrap_or(common);
            let precision = words.number("PRECISION", &[metric, value]);
            (unit(own), precision.or(decimals))
        })
        .collect()
}

/// Finds when the table was last changed: the latest of its measures, which each may have a day of their own.
fn updated<'a>(words: &Words<'a>) -> &'a str {
    let days = words
        .entries
        .iter()
        .filter(|entry| entry.is("LAST-UPDATED"))
        .filter_map(|entry| entry.items.first());
    days.map(AsRef::as_ref)
        .max()
        .or_else(|| words.text("CREATION-DATE", &[]))
        .unwrap_or_default()
}

fn symbols(words: &Words<'_>) -> HashMap<String, SafeText> {
    let dots = (1..=6).map(|count| (".".repeat(count), format!("DATASYMBOL{count}")));
    dots.chain([("-".to_owned(), "DATASYMBOLNIL".to_owned())])
        .filter_map(|(mark, keyword)| {
            let said = words.text(&keyword, &[])?;
            Some((mark, SafeText::line(said.trim())))
        })
        .collect()
}

/// Collects the notes in the language that is read, or in the first one where it has none.
fn notes(words: &Words<'_>) -> Vec<Note> {
    let is_note = |entry: &Entry<'_>| {
        let keyword = entry.keyword.to_ascii_uppercase();
        let kind = keyword.strip_suffix('X').unwrap_or(&keyword);
        matches!(kind, "NOTE" | "VALUENOTE" | "CELLNOTE")
    };
    let of = |language: Option<&str>| -> Vec<Note> {
        words
            .entries
            .iter()
            .filter(|entry| is_note(entry))
            .filter(|entry| entry.language.filter(|own| *own != words.first) == language)
            .filter_map(note)
            .collect()
    };
    let translated = words.language.map(|language| of(Some(language)));
    translated
        .filter(|notes| !notes.is_empty())
        .unwrap_or_else(|| of(None))
}

fn note(entry: &Entry<'_>) -> Option<Note> {
    let raw = entry.items.first()?;
    let text = SafeText::block(without_tags(&raw.replace('#', "\n")).trim());
    if text.is_empty() {
        return None;
    }
    let about: Vec<&str> = entry
        .keys
        .iter()
        .map(AsRef::as_ref)
        .filter(|key| *key != "*")
        .collect();
    let asked = entry.keyword.ends_with(['X', 'x']);
    Some(Note {
        must_show: asked || cube::tells_of_noise(&text),
        about: SafeText::line(&about.join(", ")),
        text,
    })
}

/// Takes out the links and bold marks of web pages that some notes hold; their words stay.
fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        if !after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
            out.push('<');
            rest = after;
        } else if let Some((_, behind)) = after.split_once('>') {
            rest = behind;
        } else {
            // No tag is closed from here on.
            out.push('<');
            out.push_str(after);
            return out;
        }
    }
    out.push_str(rest);
    out
}
