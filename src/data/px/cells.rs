//! The cells of a PC-Axis file: one after the other, or in rows that name what they are about.

use std::collections::HashMap;

use super::{
    PxFault,
    lex::{At, is_space},
    meta::Meta,
};
use crate::{
    data::table::{Cells, Reason},
    text::SafeText,
};

/// Reads the cells that stand from a byte on; `declared` is how many the variables make.
pub(super) fn read(text: &str, from: usize, meta: &Meta, declared: usize) -> At<Cells> {
    let mut tokens = Tokens { text, at: from };
    if meta.stub > 0 && meta.keys.len() == meta.stub {
        return keyed(&mut tokens, meta, declared);
    }
    let mut cells = Cells::default();
    let mut found = 0_usize;
    for token in tokens.by_ref() {
        let (at, token) = token?;
        found += 1;
        if found > declared {
            // Counted to the end, so that the sentence says by how much.
            continue;
        }
        match cell(meta, token).map_err(|fault| (at, fault))? {
            Ok(value) => cells.push(value),
            Err(reason) => cells.push_missing(&reason),
        }
    }
    if found != declared {
        return Err((tokens.at, PxFault::Cells(found, declared)));
    }
    Ok(cells)
}

/// Reads rows that begin with the values of the variables of the rows; a row that is not there has blank cells.
fn keyed(tokens: &mut Tokens<'_>, meta: &Meta, declared: usize) -> At<Cells> {
    let (stub, heading) = meta.dimensions.split_at(meta.stub);
    let width: usize = heading.iter().map(|d| d.labels.len()).product();
    let mut known: Vec<HashMap<&str, usize>> = Vec::new();
    for (dimension, codes) in stub.iter().zip(&meta.keys) {
        let mut places = HashMap::new();
        for (place, label) in dimension.labels.iter().enumerate() {
            let name = if *codes { &label.code } else { &label.text };
            places.entry(name.as_str()).or_insert(place);
        }
        known.push(places);
    }
    let mut rows: HashMap<usize, Vec<Result<f64, Reason>>> = HashMap::new();
    while let Some(token) = tokens.next() {
        let (start, mut token) = token?;
        let mut at = start;
        let mut row = 0;
        for (place, (names, dimension)) in known.iter().zip(stub).enumerate() {
            if place > 0 {
                let end = (tokens.at, PxFault::Cells(rows.len() * width, declared));
                (at, token) = tokens.next().unwrap_or(Err(end))?;
            }
            let name = SafeText::line(token.text());
            let found = names.get(name.as_str()).copied();
            row = row * dimension.labels.len() + found.ok_or((at, PxFault::Key(name)))?;
        }
        let mut cells = Vec::new();
        for _ in 0..width {
            let end = (tokens.at, PxFault::Cells(rows.len() * width, declared));
            let (at, token) = tokens.next().unwrap_or(Err(end))?;
            cells.push(cell(meta, token).map_err(|fault| (at, fault))?);
        }
        if rows.insert(row, cells).is_some() {
            return Err((start, PxFault::KeyTwice));
        }
    }
    let mut cells = Cells::default();
    let blank = Reason::default();
    for row in 0..declared.checked_div(width).unwrap_or(0) {
        match rows.remove(&row) {
            Some(row) => row.into_iter().for_each(|cell| match cell {
                Ok(value) => cells.push(value),
                Err(reason) => cells.push_missing(&reason),
            }),
            None => (0..width).for_each(|_| cells.push_missing(&blank)),
        }
    }
    Ok(cells)
}

/// One piece of the data.
#[derive(Clone, Copy)]
enum Token<'a> {
    Bare(&'a str),
    Quoted(&'a str),
}

impl<'a> Token<'a> {
    fn text(self) -> &'a str {
        match self {
            Self::Bare(text) | Self::Quoted(text) => text,
        }
    }
}

/// Reads one cell: a number, or a mark with what it means.
fn cell(meta: &Meta, token: Token<'_>) -> Result<Result<f64, Reason>, PxFault> {
    let text = token.text().trim();
    let wrong = || PxFault::NotANumber(SafeText::line(&text.chars().take(40).collect::<String>()));
    let digits = text.bytes().any(|byte| byte.is_ascii_digit());
    match token {
        Token::Bare(_) if digits => {
            let value: f64 = text.parse().map_err(|_not_a_number| wrong())?;
            if value.is_finite() {
                Ok(Ok(value))
            } else {
                Err(wrong())
            }
        }
        // Marks are short; a long text tells that a quotation mark was lost.
        Token::Bare(_) if text.len() <= 6 && !text.bytes().any(|b| b.is_ascii_alphanumeric()) => {
            Ok(Err(meta.reason(text)))
        }
        Token::Quoted(_) if text.chars().count() <= 20 => Ok(Err(meta.reason(text))),
        _ => Err(wrong()),
    }
}

struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = At<(usize, Token<'a>)>;

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.text.as_bytes();
        let parts = |byte: u8| is_space(byte) || matches!(byte, b',' | b';');
        while bytes.get(self.at).is_some_and(|byte| parts(*byte)) {
            self.at += 1;
        }
        let start = self.at;
        let first = *bytes.get(start)?;
        let quoted = first == b'"';
        self.at += 1;
        while let Some(byte) = bytes.get(self.at) {
            if if quoted {
                *byte == b'"'
            } else {
                *byte == b'"' || parts(*byte)
            } {
                break;
            }
            self.at += 1;
        }
        let from = start + usize::from(quoted);
        let token = self.text.get(from..self.at).unwrap_or_default();
        if !quoted {
            return Some(Ok((start, Token::Bare(token))));
        }
        if self.at >= bytes.len() {
            return Some(Err((start, PxFault::OpenText)));
        }
        self.at += 1;
        Some(Ok((start, Token::Quoted(token))))
    }
}
