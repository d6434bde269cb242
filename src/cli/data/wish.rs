//! What a person asks to be read otherwise: from the command line to a wish, and what was found beside what was wished.

use crate::{
    cli::{Failure, args::Otherwise},
    data::{
        Table,
        profile::Profile,
        rows::{Headings, Wish, seen::Sign, seen::Use},
        understood::{Understood, sign},
    },
    t,
    text::{SafeText, Texts, width},
};

/// The longest a title is shown in a list.
const LONG: usize = 60;

/// Reads what was asked for; what cannot be meant is told before any file is opened.
pub(in crate::cli) fn wish_of(asked: Otherwise, texts: &Texts) -> Result<Wish, Failure> {
    let decimal = |text: String| match text.trim().to_lowercase().as_str() {
        "," | "comma" | "komma" => Ok(Sign::Comma),
        "." | "point" | "punkt" => Ok(Sign::Point),
        _ => Err(Failure::usage(t!(
            texts,
            "cli-data-bad-decimal",
            text = SafeText::line(&text)
        ))),
    };
    let headings = |text: String| {
        text.parse::<Headings>().map_err(|_no_rows| {
            let text = SafeText::line(&text);
            Failure::usage(t!(texts, "cli-data-bad-header", text = text))
        })
    };
    Ok(Wish {
        sheet: asked.sheet,
        separator: asked
            .separator
            .map(|text| sign_of(&text, texts))
            .transpose()?,
        decimal: asked.decimal.map(decimal).transpose()?,
        encoding: asked.encoding,
        headings: asked.header.map(headings).transpose()?,
        language: asked.language,
        table: asked.table,
    })
}

/// Reads a separator: the sign itself, or its name where a shell takes the sign for something else.
fn sign_of(text: &str, texts: &Texts) -> Result<char, Failure> {
    match text.trim().to_lowercase().as_str() {
        "tab" | "tabb" | "\\t" => return Ok('\t'),
        "semicolon" | "semikolon" => return Ok(';'),
        "comma" | "komma" => return Ok(','),
        _ => {}
    }
    let mut signs = text.chars();
    match (signs.next(), signs.next()) {
        (Some(sign), None)
            if sign == '\t'
                || (sign.is_ascii() && !sign.is_alphanumeric() && !sign.is_control())
                    && sign != '"' =>
        {
            Ok(sign)
        }
        _ => Err(Failure::usage(t!(
            texts,
            "cli-data-bad-separator",
            text = SafeText::line(text)
        ))),
    }
}

/// Says what stands between the fields.
pub(super) fn separator(sign: char, texts: &Texts) -> String {
    match sign {
        '\t' => t!(texts, "cli-data-tab"),
        sign => t!(texts, "cli-data-separator", sign = sign.to_string()),
    }
}

/// Says where the headings are.
pub(super) fn headings(rows: &[u64], texts: &Texts) -> String {
    match rows {
        [] => t!(texts, "cli-data-no-headings"),
        [row] => t!(texts, "cli-data-heading", row = *row),
        [first, .., last] => t!(texts, "cli-data-headings", first = *first, last = *last),
    }
}

/// Says, for every wish that made a difference, what would have been read without it.
pub(super) fn against(wish: &Wish, profile: &Profile, texts: &Texts) -> Vec<String> {
    let how = &profile.how;
    let mut found = Vec::new();
    if wish.encoding.is_some() && how.encoding != how.found_encoding {
        found.extend(how.found_encoding.map(str::to_owned));
    }
    if wish.separator.is_some() && how.separator != how.found_separator {
        found.push(match how.found_separator {
            Some(sign) => separator(sign, texts),
            None => t!(texts, "cli-data-no-separator"),
        });
    }
    let (read, own) = (&profile.signs, &profile.found_signs);
    if let Some(own) = sign(own, Use::Decimal)
        .filter(|own| wish.decimal.is_some() && Some(*own) != sign(read, Use::Decimal))
    {
        found.push(t!(texts, "cli-data-decimal", sign = own.to_string()));
    }
    // With another separator the rows are others, and so are the headings that were found in them.
    let same_rows = how.separator == how.found_separator;
    if wish.headings.is_some() && same_rows && profile.layout.headings != profile.layout.found {
        let said = headings(&profile.layout.found, texts);
        let said = said.trim_end_matches('.');
        found.push(lower_first(said));
    }
    if found.is_empty() {
        return Vec::new();
    }
    vec![t!(texts, "cli-data-without", found = found.join(", "))]
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_lowercase)
        .chain(letters)
        .collect()
}

/// Lists the tables of a file that holds several.
pub(super) fn tables(understood: &Understood, texts: &Texts) -> String {
    let titles = understood.titles.iter().enumerate();
    let all: Vec<String> = titles
        .map(|(at, title)| format!("{} {}", at + 1, width::fit(title, LONG)))
        .collect();
    t!(texts, "cli-data-tables", tables = all.join(" · "))
}

/// Says in which languages a table can be read, and which it was.
pub(super) fn languages(table: &Table, texts: &Texts) -> String {
    let all: Vec<&str> = table.languages.iter().map(SafeText::as_str).collect();
    t!(
        texts,
        "cli-data-languages",
        read = table.language,
        all = all.join(", ")
    )
}
