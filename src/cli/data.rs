//! `samtal data`: what was understood of a file, for a person or as JSON.

use std::{io::BufReader, path::Path};

/// A chart of a file, put into a session.
pub(super) mod add;
/// People in a file: those who answered, and what names them.
mod people;
/// The files of a session's charts, read again.
pub(super) mod refresh;
/// What is wished on the command line.
mod wish;

pub(super) use self::wish::wish_of;
use super::{Context, Failure, args::Otherwise, print};
use crate::{
    data::{
        self,
        profile::{
            Profile,
            column::{Column, Kind},
        },
        rows::seen::Use,
        understood::{Counted, Holds, Understood, count, understand},
    },
    store::reading::Reading,
    t,
    text::{SafeText, Texts, number, width},
};

/// How much of a file is read at once.
const PIECE: usize = 1 << 20;
/// How many labels of a column are shown.
const LABELS: usize = 6;
/// How many lines above and under a table are shown.
const NOTES: usize = 5;
/// The longest a label or a line is shown.
const LONG: usize = 60;

/// Reads a file and says what was understood.
pub(super) fn run(
    context: &Context,
    file: &Path,
    otherwise: Otherwise,
    json: bool,
) -> Result<u8, Failure> {
    let texts = context.texts;
    let wish = wish_of(otherwise, &texts)?;
    let path = context.current.join(file);
    let reading =
        Reading::open(context.disk, path).map_err(|error| Failure::of_store(&error, texts))?;
    let name = file
        .file_name()
        .map_or_else(|| file.to_string_lossy(), |name| name.to_string_lossy());
    let mut source = BufReader::with_capacity(PIECE, reading);
    let understood = understand(&mut source, &SafeText::line(&name), &wish)
        .map_err(|error| Failure::new(error.say(&texts)))?;
    if json {
        return print::raw(understood.json().as_bytes());
    }
    let columns = usize::from(context.env.columns.unwrap_or(80)).max(40);
    let rows = say(&understood, &texts);
    let rows: Vec<String> = rows.iter().flat_map(|row| fold(row, columns)).collect();
    print::rows(&rows)
}

/// Folds a row; what follows stands four columns in.
pub(super) fn fold(row: &str, columns: usize) -> Vec<String> {
    let indent = if row.starts_with(' ') { 4 } else { 2 };
    let inner = row.trim_start();
    let lead = row.len() - inner.len();
    width::wrap(inner, columns.saturating_sub(indent))
        .iter()
        .enumerate()
        .map(|(at, line)| format!("{}{line}", " ".repeat(if at == 0 { lead } else { indent })))
        .collect()
}

fn say(understood: &Understood, texts: &Texts) -> Vec<String> {
    let file = &understood.file;
    let format = understood.format;
    match &understood.holds {
        Holds::Rows(profile) => {
            let mut said = vec![format!("{file}: {format}{}", how(profile, texts))];
            said.extend(wish::against(&understood.wish, profile, texts));
            said.extend(around(profile, texts));
            said.push(String::new());
            said.push(t!(texts, "cli-data-columns", count = profile.columns.len()));
            let shown = people::may_be_shown(profile);
            let columns = profile.columns.iter().zip(shown);
            said.extend(columns.map(|(c, shown)| column(c, shown, texts)));
            said.extend(people::survey(profile, texts));
            said.extend(people::personal(profile, texts));
            said
        }
        Holds::Tables(tables) => {
            let mut said = vec![format!("{file}: {format}")];
            if understood.titles.len() > 1 {
                said.push(wish::tables(understood, texts));
            }
            for table in tables {
                said.push(String::new());
                said.extend(self::table(table, texts));
            }
            said
        }
    }
}

fn how(profile: &Profile, texts: &Texts) -> String {
    let how = &profile.how;
    let mut said = String::new();
    let mut add = |words: String| {
        said.push_str(", ");
        said.push_str(&words);
    };
    if let Some(encoding) = how.encoding {
        add(encoding.to_owned());
    }
    if let Some(sign) = how.separator {
        add(wish::separator(sign, texts));
    }
    if let Some(sign) = how.quote {
        add(t!(texts, "cli-data-quote", sign = sign.to_string()));
    }
    if let Some(sign) = data::understood::sign(&profile.signs, Use::Decimal) {
        add(t!(texts, "cli-data-decimal", sign = sign.to_string()));
    }
    if let Some(sheet) = &how.sheet {
        add(t!(texts, "cli-data-sheet", sheet = sheet));
    }
    said
}

/// Says what stands around the data: headings, what was left out above and under, rows of another width.
fn around(profile: &Profile, texts: &Texts) -> Vec<String> {
    let mut said = Vec::new();
    if profile.how.mixed {
        said.push(t!(texts, "cli-data-mixed"));
    }
    let sheets = &profile.how.sheets;
    if sheets.len() > 1 {
        let names: Vec<&str> = sheets.iter().map(SafeText::as_str).collect();
        said.push(t!(texts, "cli-data-sheets", sheets = names.join(", ")));
    }
    said.push(wish::headings(&profile.layout.headings, texts));
    said.push(t!(
        texts,
        "cli-data-rows",
        count = profile.rows,
        rows = whole(profile.rows, texts),
        first = profile.layout.first,
        last = profile.last
    ));
    let above = profile.layout.preamble.len();
    if above > 0 {
        said.push(t!(texts, "cli-data-above", count = above));
        said.extend(lines(&profile.layout.preamble));
    }
    if profile.noted > 0 {
        said.push(t!(texts, "cli-data-under", count = profile.noted));
        said.extend(lines(&profile.notes));
    }
    for at in &profile.layout.filled {
        let name = profile.columns.get(*at).map(|column| &column.name);
        said.extend(name.map(|name| t!(texts, "cli-data-filled", name = name)));
    }
    for (odd, id) in [(&profile.shorter, true), (&profile.longer, false)] {
        if odd.count == 0 {
            continue;
        }
        let first: Vec<String> = odd.first.iter().take(NOTES).map(u64::to_string).collect();
        let first = first.join(", ");
        said.push(if id {
            t!(texts, "cli-data-shorter", count = odd.count, first = first)
        } else {
            t!(texts, "cli-data-longer", count = odd.count, first = first)
        });
    }
    said
}

fn lines(lines: &[(u64, SafeText)]) -> Vec<String> {
    let mut said: Vec<String> = lines
        .iter()
        .take(NOTES)
        .map(|(row, text)| format!("    {row}: {}", width::fit(text, LONG)))
        .collect();
    if lines.len() > NOTES {
        said.push("    …".to_owned());
    }
    said
}

fn column(column: &Column, shown: bool, texts: &Texts) -> String {
    let mut said = format!("  {}: {}", column.name, kind(column.kind, texts));
    let mut add = |words: String| {
        said.push_str(", ");
        said.push_str(&words);
    };
    let plain = |value: f64| short(value, column.decimals, texts);
    if let (Some(min), Some(max), Some(sum)) = (column.min, column.max, column.sum) {
        add(t!(
            texts,
            "cli-data-values",
            count = column.numbers,
            shown = whole(column.numbers, texts)
        ));
        match column.kind {
            // A code is no quantity, and the sum of years says nothing.
            Kind::Code => {}
            Kind::Year => add(format!("{min:.0}–{max:.0}")),
            _ => add(t!(
                texts,
                "cli-data-range",
                min = plain(min),
                max = plain(max),
                sum = plain(sum)
            )),
        }
    }
    if column.percent {
        add(t!(texts, "cli-data-percent"));
    }
    for (mark, count) in &column.marked {
        add(t!(
            texts,
            "cli-data-marked",
            shown = whole(*count, texts),
            mark = mark
        ));
    }
    if column.texts > 0 {
        add(t!(
            texts,
            "cli-data-texts",
            count = column.texts,
            shown = whole(column.texts, texts)
        ));
    }
    if column.dates > 0 {
        add(t!(
            texts,
            "cli-data-dates",
            count = column.dates,
            shown = whole(column.dates, texts)
        ));
    }
    let marks = column
        .missing
        .iter()
        .map(|(mark, count)| (mark.as_str(), *count));
    said.push_str(&missing(marks, texts));
    if let Some((count, sign, used)) = column.two_ways {
        said.push_str("; ");
        said.push_str(&match used {
            Use::Decimal => t!(
                texts,
                "cli-data-two-ways-decimal",
                count = count,
                sign = sign.char().to_string()
            ),
            Use::Group => t!(
                texts,
                "cli-data-two-ways-thousands",
                count = count,
                sign = sign.char().to_string()
            ),
        });
    }
    let labelled = matches!(column.kind, Kind::Text | Kind::Code | Kind::Mixed);
    if shown && labelled && !column.labels.is_empty() {
        let labels = column.labels.iter().map(|(label, _)| label.as_str());
        said.push_str(&labels_of(labels, column.more_labels, texts));
    }
    said
}

fn whole(count: u64, texts: &Texts) -> String {
    number::whole(texts.lang(), count as i64)
}

/// Writes a number with the decimals it has, as many as the column shows and never more than six.
fn short(value: f64, most: u8, texts: &Texts) -> String {
    let written = value.to_string();
    let own = written.rsplit_once('.').map_or(0, |(_, after)| after.len());
    number::decimal(texts.lang(), value, own.min(usize::from(most.min(6))))
}

fn labels_of<'a>(
    labels: impl ExactSizeIterator<Item = &'a str>,
    more: bool,
    texts: &Texts,
) -> String {
    let count = labels.len();
    let shown: Vec<String> = labels
        .take(LABELS)
        .map(|label| width::fit(label, LONG / 2))
        .collect();
    let dots = if count > LABELS || more { " …" } else { "" };
    let labels = format!("{}{dots}", shown.join(" · "));
    let said = if more {
        t!(
            texts,
            "cli-data-labels-over",
            count = count,
            labels = labels
        )
    } else {
        t!(texts, "cli-data-labels", count = count, labels = labels)
    };
    format!("; {said}")
}

fn missing<'a>(marks: impl Iterator<Item = (&'a str, u64)>, texts: &Texts) -> String {
    let marks: Vec<String> = marks
        .map(|(mark, count)| {
            if mark.is_empty() {
                t!(
                    texts,
                    "cli-data-blank",
                    count = count,
                    shown = whole(count, texts)
                )
            } else {
                t!(
                    texts,
                    "cli-data-mark",
                    shown = whole(count, texts),
                    mark = mark
                )
            }
        })
        .collect();
    if marks.is_empty() {
        return String::new();
    }
    format!(
        "; {}",
        t!(texts, "cli-data-missing", marks = marks.join(", "))
    )
}

fn kind(kind: Kind, texts: &Texts) -> String {
    match kind {
        Kind::Empty => t!(texts, "cli-data-kind-empty"),
        Kind::Number => t!(texts, "cli-data-kind-number"),
        Kind::Year => t!(texts, "cli-data-kind-year"),
        Kind::Code => t!(texts, "cli-data-kind-code"),
        Kind::Date => t!(texts, "cli-data-kind-date"),
        Kind::Text => t!(texts, "cli-data-kind-text"),
        Kind::Mixed => t!(texts, "cli-data-kind-mixed"),
    }
}

fn table(table: &data::Table, texts: &Texts) -> Vec<String> {
    let mut said = Vec::new();
    let facts = [&table.title, &table.source, &table.updated];
    let facts: Vec<&str> = facts
        .into_iter()
        .filter(|fact| !fact.is_empty())
        .map(SafeText::as_str)
        .collect();
    if !facts.is_empty() {
        said.push(facts.join(" · "));
    }
    if table.languages.len() > 1 {
        said.push(wish::languages(table, texts));
    }
    for dimension in &table.dimensions {
        let labels = dimension.labels.iter().map(|label| label.text.as_str());
        said.push(format!(
            "  {}{}",
            dimension.name,
            labels_of(labels, false, texts)
        ));
    }
    for (at, measure) in table.measures.iter().enumerate() {
        said.push(self::measure(measure, &count(table, at), texts));
    }
    for note in &table.notes {
        if note.must_show {
            said.push(t!(texts, "cli-data-must-show", note = note.text));
        } else {
            said.push(t!(
                texts,
                "cli-data-note",
                note = width::fit(&note.text.on_one_line(), LONG)
            ));
        }
    }
    said
}

fn measure(measure: &data::table::Measure, counted: &Counted, texts: &Texts) -> String {
    let mut said = format!("  {}", measure.name);
    if !measure.unit.is_empty() {
        said.push_str(" (");
        said.push_str(&measure.unit);
        said.push(')');
    }
    said.push_str(": ");
    said.push_str(&t!(
        texts,
        "cli-data-values",
        count = counted.numbers,
        shown = whole(counted.numbers, texts)
    ));
    if let (Some(min), Some(max)) = (counted.min, counted.max) {
        let plain = |value: f64| short(value, measure.decimals.unwrap_or(6), texts);
        said.push_str(", ");
        said.push_str(&t!(
            texts,
            "cli-data-range",
            min = plain(min),
            max = plain(max),
            sum = plain(counted.sum)
        ));
    }
    let marks = counted.missing.iter();
    said.push_str(&missing(
        marks.map(|(mark, _, count)| (mark.as_str(), *count)),
        texts,
    ));
    said
}
