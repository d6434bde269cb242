//! What can be picked from a file, and an example that can be typed as it stands.

use std::{ops::ControlFlow, path::Path};

use super::open;
use crate::{
    cli::{
        Context, Failure,
        args::Otherwise,
        data::{fold, wish_of},
        print,
    },
    data::{
        choose::{self, Field, FieldKind},
        understood::understand,
    },
    domain::recipe::{Fold, Recipe, Value},
    t,
    text::{SafeText, Texts, number, width},
};

/// How many fields of a kind are named; a file may have hundreds.
const NAMED: usize = 12;
/// How many labels of a field are shown.
const LABELS: usize = 4;
/// The longest that a name is shown.
const LONG: usize = 60;

/// Says what can be picked.
pub(super) fn run(
    context: &Context,
    file: &Path,
    otherwise: Otherwise,
    columns: usize,
) -> Result<u8, Failure> {
    let texts = &context.texts;
    let wish = wish_of(otherwise, texts)?;
    let (mut source, name) = open(context, file)?;
    let understood =
        understand(&mut source, &name, &wish).map_err(|error| super::failure(&error, texts))?;
    let fields = choose::fields(&understood);
    let mut rows = vec![t!(texts, "cli-chart-offer", file = name)];
    for (kinds, words) in [
        (
            &[FieldKind::Time, FieldKind::Words][..],
            t!(texts, "cli-chart-axes"),
        ),
        (&[FieldKind::Place], t!(texts, "cli-chart-places")),
        (&[FieldKind::Own], t!(texts, "cli-chart-own")),
        (&[FieldKind::Number], t!(texts, "cli-chart-values")),
    ] {
        let some: Vec<&Field> = fields
            .iter()
            .filter(|field| kinds.contains(&field.kind) && field.may_be_charted())
            .collect();
        if some.is_empty() {
            continue;
        }
        rows.push(String::new());
        rows.push(words);
        rows.extend(some.iter().take(NAMED).map(|field| said(field, texts)));
        if some.len() > NAMED {
            let more = some.len() - NAMED;
            rows.push(format!("  {}", t!(texts, "cli-chart-more", count = more)));
        }
    }
    let proposals = choose::proposals(&understood, None);
    let limit = context.config.small_number_limit;
    let mut works: Vec<choose::Chosen> = Vec::new();
    for recipe in &proposals {
        let chosen = choose::choose(&mut source, &name, recipe, limit, &mut |_| {
            ControlFlow::Continue(())
        });
        works.extend(chosen);
        if works.last().is_some_and(choose::Chosen::shows_something) {
            break;
        }
    }
    let found = works
        .iter()
        .position(choose::Chosen::shows_something)
        .unwrap_or(0);
    let works = works.into_iter().nth(found);
    if let Some(chosen) = works {
        rows.push(String::new());
        rows.push(t!(texts, "cli-chart-example"));
        rows.push(format!("  {}", command(file, &chosen.recipe, texts)));
    }
    let folded: Vec<String> = rows
        .iter()
        .flat_map(|row| {
            // A command is copied as it stands.
            if row.starts_with("  samtal ") {
                vec![row.clone()]
            } else {
                fold(row, columns)
            }
        })
        .collect();
    print::rows(&folded)
}

/// Cuts a long name in its middle: names of columns begin alike and differ at their end.
fn middle(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    if letters.len() <= LONG {
        return name.to_owned();
    }
    let half = LONG / 2 - 2;
    let (head, tail) = (&letters[..half], &letters[letters.len() - half..]);
    format!("{} … {}", String::from_iter(head), String::from_iter(tail))
}

fn said(field: &Field, texts: &Texts) -> String {
    let name = middle(&field.name);
    if field.kind == FieldKind::Number {
        return if field.unit.is_empty() {
            format!("  {name}")
        } else {
            format!("  {name} ({})", field.unit)
        };
    }
    let count = number::whole(texts.lang(), field.labels.len() as i64);
    let count = if field.more {
        t!(texts, "cli-chart-over", count = count)
    } else {
        count
    };
    let shown: Vec<String> = field
        .labels
        .iter()
        .take(LABELS)
        .map(|label| width::fit(&label.on_one_line(), 24))
        .collect();
    let dots = if field.labels.len() > LABELS || field.more {
        " …"
    } else {
        ""
    };
    format!("  {name} ({count}): {}{dots}", shown.join(" · "))
}

/// Writes the command that makes a chart, as it can be typed.
fn command(file: &Path, recipe: &Recipe, texts: &Texts) -> String {
    let mut words = vec![
        "samtal".to_owned(),
        t!(texts, "cli-chart-verb"),
        file.to_string_lossy().into_owned(),
    ];
    let mut say = |option: &str, word: &str| words.extend([option.to_owned(), word.to_owned()]);
    let read_as = &recipe.read_as;
    for (option, word) in [("--sheet", &read_as.sheet), ("--table", &read_as.table)] {
        if let Some(word) = word {
            say(option, word);
        }
    }
    if let Some(axis) = &recipe.axis {
        say("--x", axis);
    }
    match &recipe.value {
        Value::Numbers { columns, fold } => {
            for column in columns {
                say("--y", column);
            }
            match fold {
                Fold::Only => {}
                Fold::Sum => say("--fold", "sum"),
                Fold::Mean => say("--fold", "mean"),
            }
        }
        Value::Shares { items, .. } => {
            for item in items {
                say("--item", item);
            }
        }
        Value::Rows => words.push("--count".to_owned()),
    }
    if let Some(group) = &recipe.group {
        words.extend(["--group".to_owned(), group.to_string()]);
    }
    for filter in &recipe.filters {
        for label in &filter.labels {
            let word = SafeText::line(&format!("{}={label}", filter.column));
            words.extend(["--where".to_owned(), word.into_string()]);
        }
    }
    words
        .iter()
        .map(|word| shell_words::quote(word).into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}
