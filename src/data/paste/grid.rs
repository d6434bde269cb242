//! What the cells together make: the title, the headings, the rows; and what became of every line.

use std::collections::BTreeMap;

use super::{
    Became, LONGEST, Line, PasteWish, Pasted, Raw, SHOWN, Split,
    cell::{self, Said},
    columns, split,
};
use crate::text::SafeText;

/// Signs that begin a line of a list.
const BULLETS: [char; 14] = [
    '•', '◦', '▪', '▫', '‣', '⁃', '●', '○', '■', '□', '\u{f0b7}', '\u{f0a7}', '–', '-',
];

/// One line, or several that belong together, in cells.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    pub(super) lines: Vec<usize>,
    pub(super) cells: Vec<String>,
}

impl Entry {
    pub(super) fn said(&self, column: usize) -> Said {
        self.cells
            .get(column)
            .map_or(Said::Blank, |cell| cell::say(cell))
    }

    fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    /// Says whether values stand behind its first cell.
    fn has_values(&self) -> bool {
        (1..self.cells.len()).any(|column| self.said(column).counts())
    }

    fn all_count(&self) -> bool {
        (0..self.cells.len()).all(|column| self.said(column).counts())
    }
}

/// Reads lines.
pub(super) fn read(raw: &[Raw<'_>], wish: PasteWish) -> Pasted {
    let mut pasted = Pasted {
        lines: raw.iter().map(first_look).collect(),
        ..Pasted::default()
    };
    let kept: Vec<usize> = (0..raw.len())
        .filter(|at| pasted.lines[*at].became == Became::NoValue)
        .collect();
    let clean: Vec<&str> = kept
        .iter()
        .map(|at| without_bullet(raw[*at].text))
        .collect();
    pasted.split = wish.split.unwrap_or_else(|| split::find(&clean));
    let mut entries = entries(raw, &kept, &clean, pasted.split);
    let width = usual_width(&entries);
    drop_page_number(&mut entries, pasted.split);
    split_headings(&mut entries, (width, pasted.split));
    for entry in &mut entries {
        pad(entry, width, pasted.split);
    }
    join_broken(&mut entries, pasted.split);
    let body = above(&mut pasted, &entries, wish);
    columns::rows(&mut pasted, &entries, &body, wish);
    pasted
}

/// Sorts out the lines in which nothing is to be read.
fn first_look(raw: &Raw<'_>) -> Line {
    let shown: String = raw.text.chars().take(SHOWN).collect();
    let text = SafeText::line(shown.trim());
    let drawn = raw
        .text
        .chars()
        .filter(|c| matches!(c, '-' | '=' | '_' | '–' | '—' | '─'))
        .count();
    let only = raw.text.chars().all(|c| {
        matches!(c, '-' | '=' | '_' | '–' | '—' | '─' | '|' | '+' | ':') || c.is_whitespace()
    });
    let became = if raw.text.len() > LONGEST {
        Became::Over
    } else if drawn > 2 && only {
        Became::Rule
    } else if raw.text.trim().is_empty() || text.is_empty() {
        Became::Blank
    } else {
        Became::NoValue
    };
    Line { text, became }
}

fn without_bullet(text: &str) -> &str {
    let inner = text.trim_start();
    let Some(rest) = inner
        .strip_prefix(BULLETS)
        .or_else(|| inner.strip_prefix('*'))
    else {
        return text;
    };
    let apart = rest.starts_with(char::is_whitespace);
    // A sign before a number alone is a minus, or a mark.
    if apart && !cell::say(inner).counts() && !rest.trim().is_empty() && !cell::say(rest).is_value()
    {
        rest.trim_start()
    } else {
        text
    }
}

fn entries(raw: &[Raw<'_>], kept: &[usize], clean: &[&str], split: Split) -> Vec<Entry> {
    let single = |at: &usize, cells: Vec<String>| Entry {
        lines: vec![*at],
        cells,
    };
    match split {
        Split::Words => kept
            .iter()
            .zip(split::by_words(clean))
            .map(|(at, cells)| single(at, cells))
            .collect(),
        Split::Gaps => kept
            .iter()
            .zip(clean)
            .map(|(at, line)| single(at, split::by_gaps(line)))
            .collect(),
        Split::Turns => {
            let title = clean.len() - split::turns_body(clean).len();
            pairs(kept, clean, title, |pair, _| (pair * 2, pair * 2 + 1))
        }
        Split::Blocks => {
            let title = clean.len() % 2;
            pairs(kept, clean, title, |pair, count| (pair, pair + count))
        }
        Split::Tab | Split::Semicolon | Split::Bar | Split::Comma => {
            let mut whole: Vec<(Vec<usize>, String)> = Vec::new();
            for (at, line) in kept.iter().zip(clean) {
                match whole.last_mut() {
                    Some((lines, text)) if raw[*at].goes_on => {
                        lines.push(*at);
                        text.push(' ');
                        text.push_str(line);
                    }
                    _ => whole.push((vec![*at], (*line).to_owned())),
                }
            }
            whole
                .into_iter()
                .map(|(lines, text)| Entry {
                    lines,
                    cells: split::by_sign_or_words(&text, split),
                })
                .collect()
        }
    }
}

/// Makes an entry of every label and the line of its value.
fn pairs(
    kept: &[usize],
    clean: &[&str],
    title: usize,
    of: fn(usize, usize) -> (usize, usize),
) -> Vec<Entry> {
    let count = (clean.len() - title) / 2;
    let one = |at: usize| Entry {
        lines: vec![kept[at]],
        cells: vec![clean[at].trim().to_owned()],
    };
    let pair = |pair: usize| {
        let (label, value) = of(pair, count);
        let (label, value) = (title + label, title + value);
        Entry {
            lines: vec![kept[label], kept[value]],
            cells: vec![
                clean[label].trim().to_owned(),
                clean[value].trim().to_owned(),
            ],
        }
    };
    (0..title).map(one).chain((0..count).map(pair)).collect()
}

/// Returns how many cells most lines with values have.
fn usual_width(entries: &[Entry]) -> usize {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.has_values()) {
        *widths.entry(entry.cells.len()).or_default() += 1;
    }
    widths
        .into_iter()
        .max_by_key(|(width, count)| (*count, *width))
        .map_or(1, |(width, _)| width)
}

/// Leaves out the number of a page or a slide: alone on the last line, under rows that have labels.
fn drop_page_number(entries: &mut Vec<Entry>, split: Split) {
    let [before @ .., above, last] = entries.as_slice() else {
        return;
    };
    let mut filled = last.cells.iter().filter(|cell| !cell.is_empty());
    let number = |cell: &String| cell.len() < 4 && cell.bytes().all(|byte| byte.is_ascii_digit());
    let page = filled.next().is_some_and(number) && filled.next().is_none();
    let labelled = |entry: &Entry| entry.has_values() && !entry.cells[0].is_empty();
    let under_rows = labelled(above) && before.iter().any(labelled);
    if page && under_rows && matches!(split, Split::Gaps | Split::Words) {
        entries.pop();
    }
}

/// Takes headings apart that have one space between them, as a PDF gives them: a word for each column over the first row, and each of them
/// begins like a name, which the words of a title do not.
fn split_headings(entries: &mut [Entry], (width, split): (usize, Split)) {
    let first = entries.iter().position(Entry::has_values);
    let Some(head) = first.and_then(|first| entries[..first].last_mut()) else {
        return;
    };
    let [line] = head.cells.as_slice() else {
        return;
    };
    let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
    let named = |word: &String| {
        word.starts_with(char::is_uppercase) && !word.contains(|c: char| c.is_ascii_digit())
    };
    if split == Split::Words && width > 2 && words.len() == width && words.iter().all(named) {
        head.cells = words;
    }
}

/// Where spaces stand between cells a first cell that is empty cannot be seen: headings and values alone are moved to their columns.
fn pad(entry: &mut Entry, width: usize, split: Split) {
    if !matches!(split, Split::Gaps | Split::Words) {
        return;
    }
    let lone = entry.cells.len() == 1 && width < 3 && entry.said(0).counts();
    let short = split == Split::Gaps && width > 2 && entry.cells.len() + 1 == width;
    let heads = (0..entry.cells.len()).all(|column| !entry.said(column).is_value());
    if lone || (short && (entry.all_count() || heads)) {
        entry.cells.insert(0, String::new());
    }
}

/// Puts a label that was broken over lines together again.
fn join_broken(entries: &mut Vec<Entry>, split: Split) {
    if !matches!(split, Split::Gaps | Split::Words) {
        return;
    }
    let small = |entry: &Entry| {
        entry
            .cells
            .first()
            .is_some_and(|label| label.starts_with(char::is_lowercase))
    };
    let data = entries.iter().filter(|entry| entry.has_values());
    let most_small = data.clone().filter(|entry| small(entry)).count() * 2 > data.count();
    let mut joined: Vec<Entry> = Vec::with_capacity(entries.len());
    for entry in std::mem::take(entries) {
        let goes_on = entry.has_values()
            && (entry.cells.first().is_some_and(String::is_empty)
                || (small(&entry) && !most_small));
        let is_label = |last: &Entry| {
            last.cells.len() == 1 && !last.said(0).counts() && !names_source(&last.cells[0])
        };
        if goes_on && !heads_years(&entry) && joined.last().is_some_and(is_label) {
            let mut first = joined.pop().expect("there is a last one");
            first.lines.extend(&entry.lines);
            let mut cells = entry.cells;
            let label = format!("{} {}", first.cells[0], cells[0]);
            label.trim().clone_into(&mut cells[0]);
            first.cells = cells;
            joined.push(first);
        } else {
            joined.push(entry);
        }
    }
    *entries = joined;
}

/// Says whether words tell where figures come from: what stands under them is a page number.
fn names_source(words: &str) -> bool {
    let words = words.to_lowercase();
    ["källa", "source", "not", "anm"]
        .iter()
        .any(|word| words.starts_with(word))
}

/// Finds the title and the headings, and returns the entries that are rows.
fn above(pasted: &mut Pasted, entries: &[Entry], wish: PasteWish) -> Vec<usize> {
    let values: Vec<usize> = (0..entries.len())
        .filter(|at| entries[*at].has_values() || is_lone_value(&entries[*at], pasted.split))
        .collect();
    let years = |at: usize| {
        is_years(
            &entries[at],
            values
                .iter()
                .skip_while(|row| **row <= at)
                .map(|row| &entries[*row]),
        )
    };
    let mut heads: Vec<usize> = values.iter().copied().take_while(|at| years(*at)).collect();
    let mut first = values.get(heads.len()).copied().unwrap_or(entries.len());
    let wide = |at: &usize| entries[*at].filled() > 1 && !entries[*at].has_values();
    heads.extend((0..first).filter(wide));
    heads.sort_unstable();
    match wish.headings {
        Some(true) if heads.is_empty() && first < entries.len() => {
            heads.push(first);
            first += 1;
        }
        Some(false) => {
            first = heads.first().copied().unwrap_or(first);
            heads.clear();
        }
        _ => {}
    }
    let title = (0..first)
        .find(|at| !heads.contains(at) && entries[*at].filled() == 1 && !entries[*at].has_values());
    if let Some(title) = title {
        pasted.title = SafeText::line(
            entries[title]
                .cells
                .iter()
                .find(|cell| !cell.is_empty())
                .map_or("", |cell| cell),
        );
        became(pasted, &entries[title], Became::Title, Became::Title);
    }
    for head in &heads {
        became(pasted, &entries[*head], Became::Heading, Became::Heading);
    }
    pasted.headed = !heads.is_empty();
    let width = entries
        .iter()
        .map(|entry| entry.cells.len())
        .max()
        .unwrap_or(0);
    pasted.headings = (0..width)
        .map(|column| heading(entries, &heads, column))
        .collect();
    let two = usual_width(entries) == 2 && pasted.split.sign().is_some();
    let is_row = |at: &usize| {
        let entry = &entries[*at];
        let forced = wish.headings == Some(false) && entry.filled() > 1;
        entry.has_values()
            || is_lone_value(entry, pasted.split)
            || forced
            || (two && entry.cells.len() > 1)
    };
    (first..entries.len()).filter(is_row).collect()
}

/// One column of numbers, copied from a spreadsheet, is a row of values without labels.
fn is_lone_value(entry: &Entry, split: Split) -> bool {
    matches!(split, Split::Tab | Split::Words)
        && entry.filled() == 1
        && entry.cells.iter().any(|cell| cell::say(cell).is_value())
}

/// Says whether a row holds years that head the columns of the rows under it.
fn is_years<'a>(entry: &Entry, mut below: impl Iterator<Item = &'a Entry>) -> bool {
    if !heads_years(entry) {
        return false;
    }
    let named = !entry.said(0).counts();
    let others = below.any(|row| {
        row.has_values()
            && row
                .cells
                .iter()
                .skip(1)
                .any(|cell| cell::say(cell).counts() && cell::year(cell).is_none())
    });
    named && others
}

/// Says whether the values behind the first cell are years that follow each other.
fn heads_years(entry: &Entry) -> bool {
    let values = entry
        .cells
        .iter()
        .skip(1)
        .filter(|cell| cell::say(cell).counts());
    let years: Option<Vec<f64>> = values.map(|cell| cell::year(cell)).collect();
    years.is_some_and(|years| !years.is_empty() && years.windows(2).all(|two| two[0] < two[1]))
}

fn heading(entries: &[Entry], heads: &[usize], column: usize) -> SafeText {
    let mut parts: Vec<&str> = Vec::new();
    for head in heads {
        let part = entries[*head].cells.get(column).map_or("", |cell| cell);
        if !part.is_empty() && !parts.contains(&part) {
            parts.push(part);
        }
    }
    SafeText::line(&parts.join(" / "))
}

pub(super) fn became(pasted: &mut Pasted, entry: &Entry, first: Became, more: Became) {
    for (place, line) in entry.lines.iter().enumerate() {
        pasted.lines[*line].became = if place == 0 { first } else { more };
    }
}
