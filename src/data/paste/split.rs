//! How the cells of a line are told apart.

use super::cell::{self, Said};

/// Words that a number belongs to, as in "åk 9" and "school 2".
const NUMBERED: [&str; 21] = [
    "åk", "ak", "årskurs", "klass", "grade", "year", "år", "vecka", "v", "week", "kvartal", "q",
    "skola", "school", "grupp", "group", "fråga", "question", "del", "nr", "no",
];

/// How the cells of a line are told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Split {
    /// By tabs, as cells of a spreadsheet are.
    Tab,
    /// By semicolons.
    Semicolon,
    /// By upright bars.
    Bar,
    /// By two spaces or more, as columns of a PDF are.
    Gaps,
    /// By commas.
    Comma,
    /// The numbers at the end of a line are values, and the words before them the label.
    #[default]
    Words,
    /// A line with a label and a line with its value take turns, as text boxes of slides do.
    Turns,
    /// First all labels, then all values, as when two columns are copied one after the other.
    Blocks,
}

impl Split {
    /// Every way, in the order in which a person goes through them.
    pub const ALL: [Self; 8] = [
        Self::Tab,
        Self::Semicolon,
        Self::Bar,
        Self::Gaps,
        Self::Comma,
        Self::Words,
        Self::Turns,
        Self::Blocks,
    ];

    /// Returns the sign that stands between cells.
    pub(super) fn sign(self) -> Option<char> {
        match self {
            Self::Tab => Some('\t'),
            Self::Semicolon => Some(';'),
            Self::Bar => Some('|'),
            Self::Comma => Some(','),
            Self::Gaps | Self::Words | Self::Turns | Self::Blocks => None,
        }
    }
}

/// Finds how the cells of most lines are told apart.
pub(super) fn find(lines: &[&str]) -> Split {
    let telling = lines
        .iter()
        .filter(|line| line.contains(|c: char| c.is_ascii_digit()))
        .count();
    let most = |fits: &dyn Fn(&str) -> bool| {
        let count = lines.iter().filter(|line| fits(line)).count();
        count > 0 && count * 2 >= telling
    };
    let ends_in_value = |cells: &[String]| {
        cells.len() > 1 && cells.iter().skip(1).any(|cell| cell::say(cell).counts())
    };
    if most(&|line| line.contains('\t')) {
        return Split::Tab;
    }
    for split in [Split::Semicolon, Split::Bar] {
        if most(&|line| ends_in_value(&by_sign(line, split))) {
            return split;
        }
    }
    if takes_turns(lines) {
        return Split::Turns;
    }
    if blocks(lines) {
        return Split::Blocks;
    }
    if most(&|line| ends_in_value(&by_gaps(line))) {
        return Split::Gaps;
    }
    if most(&|line| comma_between(line)) || only_commas_tell(lines) {
        return Split::Comma;
    }
    Split::Words
}

/// Says whether a comma stands behind a word and before a value, as it never does within a number.
fn comma_between(line: &str) -> bool {
    let cells = by_sign(line, Split::Comma);
    let Some((first, rest)) = cells.split_first() else {
        return false;
    };
    !first.ends_with(|c: char| c.is_ascii_digit())
        && !cell::say(first).counts()
        && !rest.is_empty()
        && rest
            .iter()
            .all(|cell| cell::say(cell).counts() || cell.is_empty())
}

/// Says whether lines like `åk 7,81` have labels of their own only where the comma stands between cells.
fn only_commas_tell(lines: &[&str]) -> bool {
    let cells: Vec<Vec<String>> = lines
        .iter()
        .map(|line| by_sign(line, Split::Comma))
        .collect();
    let two = |cells: &Vec<String>| cells.len() == 2 && cell::say(&cells[1]).counts();
    let plain = by_words(lines);
    lines.len() > 1
        && cells.iter().all(two)
        && distinct(cells.iter().map(|cells| cells[0].as_str()))
        && !distinct(
            plain
                .iter()
                .filter_map(|cells| cells.first().map(String::as_str)),
        )
}

fn is_value(line: &str) -> bool {
    cell::say(line).counts()
}

/// Says whether lines with a label and lines with a value take turns; a title may stand above.
fn takes_turns(lines: &[&str]) -> bool {
    let body = turns_body(lines);
    body.len() > 1
        && body.len().is_multiple_of(2)
        && body
            .chunks(2)
            .all(|pair| !is_value(pair[0]) && is_value(pair[1]))
}

/// Leaves out a title above lines that take turns.
pub(super) fn turns_body<'a, 'b>(lines: &'b [&'a str]) -> &'b [&'a str] {
    if lines.len().is_multiple_of(2) {
        lines
    } else {
        lines.get(1..).unwrap_or_default()
    }
}

/// Says whether labels come first and as many values after them.
fn blocks(lines: &[&str]) -> bool {
    let values = lines.iter().rev().take_while(|line| is_value(line)).count();
    let labels = lines.len() - values;
    values > 1
        && (labels == values || labels == values + 1)
        && !lines.iter().take(labels).any(|line| is_value(line))
}

/// Splits a line at a sign; one that was typed in another way than those around it is read by itself.
pub(super) fn by_sign_or_words(line: &str, split: Split) -> Vec<String> {
    if split.sign().is_some_and(|sign| line.contains(sign)) {
        return by_sign(line, split);
    }
    let gaps = by_gaps(line);
    let values = |cell: &String| cell::say(cell).counts();
    if gaps.len() > 1 && gaps.iter().skip(1).all(values) {
        gaps
    } else {
        by_words(&[line]).pop().unwrap_or_default()
    }
}

/// Splits a line at a sign. Bars at both ends of a line are its frame; a field in quotation marks is one cell.
fn by_sign(line: &str, split: Split) -> Vec<String> {
    let Some(sign) = split.sign() else {
        return vec![line.trim().to_owned()];
    };
    let line = if split == Split::Bar {
        let inner = line.trim();
        let inner = inner.strip_prefix('|').unwrap_or(inner);
        inner.strip_suffix('|').unwrap_or(inner)
    } else {
        line
    };
    let mut cells: Vec<String> = vec![String::new()];
    let mut quoted = false;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let cell = cells.last_mut().expect("there is one from the start");
        if c == '"' && quoted && chars.next_if_eq(&'"').is_some() {
            // Two marks within quotation marks are one.
            cell.push('"');
        } else if c == '"' && (quoted || cell.trim().is_empty()) {
            quoted = !quoted;
        } else if c == sign && !quoted {
            cells.push(String::new());
        } else {
            cell.push(c);
        }
    }
    if quoted {
        // A mark that nobody closed is a letter like others.
        return line
            .split(sign)
            .map(|cell| cell.trim().to_owned())
            .collect();
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

/// Splits a line where two spaces or more stand, or a tab.
pub(super) fn by_gaps(line: &str) -> Vec<String> {
    let mut cells: Vec<String> = Vec::new();
    let mut spaces = 2;
    for c in line.trim().chars() {
        if c == '\t' {
            spaces = 2;
        } else if c.is_whitespace() {
            spaces += 1;
        } else {
            match cells.last_mut() {
                Some(cell) if spaces < 2 => {
                    if spaces == 1 {
                        cell.push(' ');
                    }
                    cell.push(c);
                }
                _ => cells.push(c.to_string()),
            }
            spaces = 0;
        }
    }
    cells
}

/// A line as words and the values at its end.
struct Ending {
    label: Vec<String>,
    values: Vec<String>,
    /// A sign (`:`, `=`, a dash) says where the label ends.
    told: bool,
}

/// Splits lines into a label and the values at their end; how many values there are is what makes the labels differ.
pub(super) fn by_words(lines: &[&str]) -> Vec<Vec<String>> {
    // Three digits behind a space may be thousands, or a value behind the number of a class.
    let joined: Vec<Ending> = lines.iter().map(|line| ending(line, true)).collect();
    let apart: Vec<Ending> = lines.iter().map(|line| ending(line, false)).collect();
    let (endings, count) = match (values_of(lines, &joined), values_of(lines, &apart)) {
        (Some(count), _) => (joined, count),
        (None, Some(count)) => (apart, count),
        (None, None) => (joined, 1),
    };
    endings
        .into_iter()
        .zip(lines)
        .map(|(ending, line)| ending.cells(count, line))
        .collect()
}

/// Finds how many values the lines end with so that their labels differ and none ends in a word that a number belongs to.
fn values_of(lines: &[&str], endings: &[Ending]) -> Option<usize> {
    let loose: Vec<&Ending> = endings
        .iter()
        .filter(|ending| !ending.told && !ending.values.is_empty())
        .collect();
    let fewest = loose
        .iter()
        .map(|ending| ending.values.len().min(ending.len() - 1))
        .min()
        .unwrap_or(1)
        .max(1);
    if let Some(count) = years_above(lines).filter(|count| *count <= fewest) {
        return Some(count);
    }
    let most = if loose.len() < 2 { 1 } else { fewest };
    (1..=most).rev().find(|count| {
        let labels: Vec<String> = loose.iter().map(|ending| ending.label_of(*count)).collect();
        let numbered = |label: &String| {
            let last = label.rsplit(' ').next().unwrap_or_default().to_lowercase();
            NUMBERED.contains(&last.as_str())
        };
        distinct(labels.iter().map(String::as_str)) && !labels.iter().any(numbered)
    })
}

/// Counts the years that head the columns.
fn years_above(lines: &[&str]) -> Option<usize> {
    lines.iter().find_map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let years = words
            .iter()
            .rev()
            .take_while(|word| cell::year(word).is_some())
            .count();
        (years > 1 && words.len() - years < 2).then_some(years)
    })
}

pub(super) fn distinct<'a>(mut labels: impl Iterator<Item = &'a str>) -> bool {
    let mut seen = std::collections::HashSet::new();
    labels.all(|label| seen.insert(label.to_lowercase()))
}

impl Ending {
    fn len(&self) -> usize {
        self.label.len() + self.values.len()
    }

    fn label_of(&self, count: usize) -> String {
        let more = self.values.len().saturating_sub(count);
        let words: Vec<&str> = self
            .label
            .iter()
            .chain(self.values.iter().take(more))
            .map(String::as_str)
            .collect();
        words.join(" ")
    }

    fn cells(self, count: usize, line: &str) -> Vec<String> {
        if self.values.is_empty() {
            return vec![line.trim().to_owned()];
        }
        let alone = self.label.is_empty() && self.values.len() < 2;
        let count = if self.told || alone {
            self.values.len()
        } else {
            count
        };
        let label = self.label_of(count);
        let more = self.values.len().saturating_sub(count);
        let mut cells = vec![label];
        cells.extend(self.values.into_iter().skip(more));
        cells
    }
}

/// Finds the values at the end of a line.
fn ending(line: &str, join: bool) -> Ending {
    for sign in [": ", " = ", " – ", " — ", " - ", " → ", "=", ":"] {
        let Some((label, rest)) = line.rsplit_once(sign) else {
            continue;
        };
        let values = tokens(rest, true);
        let all = !values.is_empty() && values.iter().all(|value| cell::say(value).counts());
        if all && !label.trim().is_empty() {
            return Ending {
                label: vec![label.trim().to_owned()],
                values,
                told: true,
            };
        }
    }
    let mut label = tokens(line, join);
    let count = label
        .iter()
        .rev()
        .take_while(|token| cell::say(token).counts())
        .count();
    let mut values = label.split_off(label.len() - count);
    let is_dash = |token: &String| matches!(token.as_str(), "-" | "–" | "—");
    if values.len() > 1 && values.first().is_some_and(is_dash) && !label.is_empty() {
        values.remove(0);
    }
    if label.is_empty() && values.len() > 1 {
        label.push(values.remove(0));
    }
    Ending {
        label,
        values,
        told: false,
    }
}

/// Splits a line into words, and keeps together what is one number: `1 088`, `ca 500`, `81 %`, `81 *`.
fn tokens(line: &str, join: bool) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let words = line.split([' ', '\t']).flat_map(|word| {
        let number = matches!(cell::say(word), Said::Value(_));
        let inner = if number {
            vec![word]
        } else {
            word.split_whitespace().collect()
        };
        inner.into_iter()
    });
    for word in words {
        let bare = word.trim_end_matches([',', ';']);
        let word = if bare.is_empty() { word } else { bare };
        if word.is_empty() {
            continue;
        }
        if let Some(last) = out.last_mut()
            && belongs(last, word, join)
        {
            last.push(' ');
            last.push_str(word);
            continue;
        }
        out.push(word.to_owned());
    }
    out
}

/// Says whether a word is part of the number before it.
fn belongs(before: &str, word: &str, join: bool) -> bool {
    let together = format!("{before} {word}");
    if !matches!(cell::say(&together), Said::Value(_)) {
        return false;
    }
    let groups = word.starts_with(|c: char| c.is_ascii_digit())
        && cell::say(before).is_value()
        && !word.ends_with(')');
    !groups || (join && !before.starts_with('0'))
}
