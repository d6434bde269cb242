//! What was understood of a file, in rows: what was left out and why, the first rows as a table, and every column.

use ratatui::text::{Line, Span};

use super::widest;
use crate::{
    data::{
        Table,
        preview::Preview,
        profile::{
            Odd, Profile,
            column::{Column, Kind},
        },
        rows::seen::Use,
        understood::{Holds, count},
    },
    t,
    text::{
        SafeText, Texts, number,
        width::{fit, pad, pad_left},
    },
    view::{ink::Rows, style},
};

/// How many lines above and under the data are shown.
const LINES: usize = 3;
/// The widest a column of the first rows is shown.
const WIDE: usize = 24;
/// How many labels are named.
const LABELS: usize = 5;

/// Adds what there is to say.
pub(super) fn rows(preview: &Preview, texts: Texts, out: &mut Rows) {
    match &preview.understood.holds {
        Holds::Rows(profile) => {
            around(preview.understood.format, profile, texts, out);
            out.gap();
            first_rows(preview, profile, out);
            out.gap();
            out.text(
                &t!(texts, "cli-data-columns", count = profile.columns.len()),
                style::STRONG,
            );
            for column in &profile.columns {
                out.hanging(
                    Span::raw(" "),
                    3,
                    &self::column(column, texts),
                    style::PLAIN,
                );
            }
        }
        Holds::Tables(tables) => {
            out.text(preview.understood.format, style::QUIET);
            for table in tables.iter().take(1) {
                self::table(table, texts, out);
            }
        }
    }
}

fn around(format: &str, profile: &Profile, texts: Texts, out: &mut Rows) {
    let first = t!(
        texts,
        "cli-data-rows",
        count = profile.rows,
        rows = number::whole(texts.lang(), profile.rows as i64),
        first = profile.layout.first,
        last = profile.last
    );
    out.text(&format!("{format}. {first}"), style::PLAIN);
    let above = &profile.layout.preamble;
    if !above.is_empty() {
        out.text(
            &t!(texts, "cli-data-above", count = above.len()),
            style::PLAIN,
        );
        lines(above, out);
    }
    if profile.noted > 0 {
        out.text(
            &t!(texts, "cli-data-under", count = profile.noted),
            style::PLAIN,
        );
        lines(&profile.notes, out);
    }
    let places = |odd: &Odd| {
        odd.first
            .iter()
            .take(LABELS)
            .map(u64::to_string)
            .collect::<Vec<_>>()
            .join(", ")
    };
    if profile.shorter.count > 0 {
        out.text(
            &t!(
                texts,
                "cli-data-shorter",
                count = profile.shorter.count,
                first = places(&profile.shorter)
            ),
            style::PLAIN,
        );
    }
    if profile.longer.count > 0 {
        out.text(
            &t!(
                texts,
                "cli-data-longer",
                count = profile.longer.count,
                first = places(&profile.longer)
            ),
            style::PLAIN,
        );
    }
}

fn lines(lines: &[(u64, SafeText)], out: &mut Rows) {
    for (row, text) in lines.iter().take(LINES) {
        out.line(Line::styled(format!("   {row}: {text}"), style::QUIET));
    }
    if lines.len() > LINES {
        out.line(Line::styled("   …", style::QUIET));
    }
}

/// The first rows under their headings, each column as wide as it needs.
fn first_rows(preview: &Preview, profile: &Profile, out: &mut Rows) {
    let blank = SafeText::default();
    let cell = |row: usize, column: usize| preview.rows[row].1.get(column).unwrap_or(&blank);
    let wide: Vec<usize> = profile
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let cells = (0..preview.rows.len()).map(|row| cell(row, at).as_str());
            widest(cells.chain([column.name.as_str()])).min(WIDE)
        })
        .collect();
    let number = |column: &Column| matches!(column.kind, Kind::Number | Kind::Mixed);
    let joined = |of: &dyn Fn(usize) -> String| {
        let cells: Vec<String> = profile
            .columns
            .iter()
            .enumerate()
            .map(|(at, column)| {
                let text = fit(&of(at), wide[at]);
                if number(column) {
                    pad_left(&text, wide[at])
                } else {
                    pad(&text, wide[at])
                }
            })
            .collect();
        cells.join("  ")
    };
    out.line(Line::styled(
        joined(&|at| profile.columns[at].name.to_string()),
        style::STRONG,
    ));
    for row in 0..preview.rows.len() {
        out.line(Line::raw(joined(&|at| cell(row, at).to_string())));
    }
}

#[expect(
    clippy::too_many_lines,
    reason = "one sentence for each thing there is to tell"
)]
fn column(column: &Column, texts: Texts) -> String {
    let whole = |count: u64| number::whole(texts.lang(), count as i64);
    let mut said = format!("{}: {}", column.name, kind(column.kind, texts));
    let mut add = |words: String| {
        said.push_str(", ");
        said.push_str(&words);
    };
    if column.numbers > 0 {
        add(t!(
            texts,
            "cli-data-values",
            count = column.numbers,
            shown = whole(column.numbers)
        ));
    }
    if column.percent {
        add(t!(texts, "cli-data-percent"));
    }
    if let (Some(min), Some(max), true) = (column.min, column.max, column.kind != Kind::Code) {
        let decimals = if column.kind == Kind::Year {
            0
        } else {
            usize::from(column.decimals.min(3))
        };
        let plain = |value: f64| {
            if column.kind == Kind::Year {
                format!("{value:.0}")
            } else {
                number::decimal(texts.lang(), value, decimals)
            }
        };
        add(format!("{}–{}", plain(min), plain(max)));
    }
    if column.numbers == 0 && column.texts > 0 {
        let labels: Vec<String> = column
            .labels
            .iter()
            .take(LABELS)
            .map(|(label, _)| fit(label, WIDE))
            .collect();
        let dots = if column.labels.len() > LABELS {
            " …"
        } else {
            ""
        };
        add(format!("{}{dots}", labels.join(" · ")));
    }
    if !column.missing.is_empty() {
        let marks: Vec<String> = column
            .missing
            .iter()
            .map(|(mark, count)| {
                if mark.is_empty() {
                    t!(
                        texts,
                        "cli-data-blank",
                        count = *count,
                        shown = whole(*count)
                    )
                } else {
                    t!(texts, "cli-data-mark", shown = whole(*count), mark = mark)
                }
            })
            .collect();
        said.push_str("; ");
        said.push_str(&t!(texts, "cli-data-missing", marks = marks.join(", ")));
    }
    if let Some((count, sign, used)) = column.two_ways {
        let sign = sign.char().to_string();
        said.push_str("; ");
        said.push_str(&match used {
            Use::Decimal => t!(
                texts,
                "cli-data-two-ways-decimal",
                count = count,
                sign = sign
            ),
            Use::Group => t!(
                texts,
                "cli-data-two-ways-thousands",
                count = count,
                sign = sign
            ),
        });
    }
    said
}

fn kind(kind: Kind, texts: Texts) -> String {
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

#[expect(
    clippy::too_many_lines,
    reason = "one sentence for each thing there is to tell"
)]
fn table(table: &Table, texts: Texts, out: &mut Rows) {
    out.text(&table.title.on_one_line(), style::STRONG);
    let facts: Vec<&str> = [&table.source, &table.updated]
        .into_iter()
        .filter(|fact| !fact.is_empty())
        .map(SafeText::as_str)
        .collect();
    if !facts.is_empty() {
        out.text(&facts.join(" · "), style::QUIET);
    }
    for dimension in &table.dimensions {
        let labels: Vec<String> = dimension
            .labels
            .iter()
            .take(LABELS)
            .map(|label| fit(&label.text, WIDE))
            .collect();
        let dots = if dimension.labels.len() > LABELS {
            " …"
        } else {
            ""
        };
        let labels = format!("{}{dots}", labels.join(" · "));
        let words = t!(
            texts,
            "cli-data-labels",
            count = dimension.labels.len(),
            labels = labels
        );
        out.hanging(
            Span::raw(" "),
            3,
            &format!("{}: {words}", dimension.name),
            style::PLAIN,
        );
    }
    for (at, measure) in table.measures.iter().enumerate() {
        let counted = count(table, at);
        let shown = number::whole(texts.lang(), counted.numbers as i64);
        let mut said = format!(
            "{}: {}",
            measure.name,
            t!(
                texts,
                "cli-data-values",
                count = counted.numbers,
                shown = shown
            )
        );
        if !measure.unit.is_empty() {
            said = format!("{said} ({})", measure.unit);
        }
        let marks: Vec<String> = counted
            .missing
            .iter()
            .map(|(mark, _, count)| {
                let shown = number::whole(texts.lang(), *count as i64);
                if mark.is_empty() {
                    t!(texts, "cli-data-blank", count = *count, shown = shown)
                } else {
                    t!(texts, "cli-data-mark", shown = shown, mark = mark)
                }
            })
            .collect();
        if !marks.is_empty() {
            said.push_str("; ");
            said.push_str(&t!(texts, "cli-data-missing", marks = marks.join(", ")));
        }
        out.hanging(Span::raw(" "), 3, &said, style::PLAIN);
    }
    for note in &table.notes {
        let text = note.text.on_one_line();
        if note.must_show {
            out.text(
                &t!(texts, "cli-data-must-show", note = text.into_owned()),
                style::PLAIN,
            );
        } else {
            out.text(
                &t!(texts, "cli-data-note", note = text.into_owned()),
                style::QUIET,
            );
        }
    }
}
