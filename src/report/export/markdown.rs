//! Minutes as Markdown, for a wiki, a chat, a repository: `CommonMark` with tables and task lists.

use std::fmt::{self, Write as _};

use crate::{
    domain::Status,
    report::{Block, Document, TimesRow, write::plain},
};

/// Writes minutes as Markdown.
pub(super) fn write(document: &Document) -> String {
    let mut out = String::new();
    let mut before: Option<&Block> = None;
    let mut timetable = false;
    for block in &document.blocks {
        // Items of a list stand together; everything else has air around it.
        let goes_on = before.is_some_and(|before| {
            std::mem::discriminant(before) == std::mem::discriminant(block)
                && matches!(block, Block::Step(_) | Block::Note(_) | Block::Times(_))
        });
        if before.is_some() && !goes_on {
            out.push('\n');
        }
        match block {
            Block::Title { what, title, mark } => {
                put(
                    &mut out,
                    format_args!(
                        "# {}\n\n{} · {}\n",
                        inline(title),
                        inline(what),
                        inline(mark)
                    ),
                );
            }
            Block::Heading(text) => put(&mut out, format_args!("## {}\n", inline(text))),
            Block::Subheading(text) => put(&mut out, format_args!("### {}\n", inline(text))),
            Block::Step(step) => {
                let mark = if step.status == Status::Done {
                    'x'
                } else {
                    ' '
                };
                put(
                    &mut out,
                    format_args!(
                        "- [{mark}] **{}** **{}** {} ({})",
                        step.id,
                        inline(&step.who),
                        item(&step.what),
                        inline(&step.when)
                    ),
                );
                if !step.below.is_empty() {
                    put(&mut out, format_args!("\\\n  {}", inline(&step.below)));
                }
                out.push('\n');
            }
            Block::Note(note) => {
                let chart = note.chart.as_ref().map(|chart| format!(" ({chart})"));
                put(
                    &mut out,
                    format_args!(
                        "- **{}** {}{}\n",
                        note.id,
                        item(&note.text),
                        chart.unwrap_or_default()
                    ),
                );
            }
            Block::Chart(chart) => out.push_str(&fenced(&plain(&chart.text))),
            Block::Paragraph { label, text } => {
                put(
                    &mut out,
                    format_args!("**{}:** {}\n", inline(label), item(text)),
                );
            }
            Block::Line(text) => put(&mut out, format_args!("{}\n", item(text))),
            Block::Quiet(text) => put(&mut out, format_args!("*{}*\n", inline(text))),
            Block::Times(row) => times(row, !timetable, &mut out),
        }
        timetable = matches!(block, Block::Times(_));
        before = Some(block);
    }
    out
}

fn put(out: &mut String, words: fmt::Arguments<'_>) {
    // Writing into a string never fails.
    let _always = out.write_fmt(words);
}

fn times(row: &TimesRow, first: bool, out: &mut String) {
    let [wish, plan, actual] = &row.spans;
    let cells = [&row.began, &row.title, wish, plan, actual, &row.remark];
    let cells: Vec<String> = cells.iter().map(|cell| inline(cell)).collect();
    put(out, format_args!("| {} |\n", cells.join(" | ")));
    if first {
        out.push_str("|---|---|---:|---:|---:|---|\n");
    }
}

/// Sets rows as they are; the fence is longer than any run of its sign within.
fn fenced(rows: &str) -> String {
    let mut longest = 2;
    let mut run = 0;
    for c in rows.chars() {
        run = if c == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    format!("{fence}text\n{rows}{fence}\n")
}

/// Writes words on one line so that none of their signs is taken for a mark.
fn inline(text: &str) -> String {
    escaped(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Writes words with their line breaks, for an item of a list or a paragraph.
fn item(text: &str) -> String {
    let lines: Vec<String> = text
        .trim()
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(escaped)
        .collect();
    lines.join("\\\n  ")
}

fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let numbered = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = line.len() - numbered.len();
    for (at, c) in line.char_indices() {
        let opens = at == 0 && matches!(c, '-' | '+' | '=' | ':');
        let lists = number > 0 && at == number && matches!(c, '.' | ')');
        if opens
            || lists
            || matches!(
                c,
                '\\' | '`'
                    | '*'
                    | '_'
                    | '['
                    | ']'
                    | '<'
                    | '>'
                    | '#'
                    | '|'
                    | '~'
                    | '&'
                    | '$'
                    | '!'
                    | '^'
            )
        {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
