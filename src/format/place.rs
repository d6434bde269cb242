//! Where in a RON text a value stands, so that a problem found after parsing can still point at it.

use std::ops::Range;

/// One step on the way to a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step<'a> {
    /// The field of a struct, or the key of a map.
    Field(&'a str),
    /// The item of a list or tuple, from 0.
    Item(usize),
}

/// Returns the bytes a value stands in, or nothing where it does not stand there or the text is no RON.
pub(crate) fn find(text: &str, path: &[Step<'_>]) -> Option<Range<usize>> {
    let mut scan = Scan { text, at: 0 };
    scan.skip_space();
    while scan.rest().starts_with("#!") {
        scan.at += scan.rest().find(']')? + 1;
        scan.skip_space();
    }
    for step in path {
        scan.enter(*step)?;
    }
    let start = scan.at;
    scan.skip_value();
    let end = start + text.get(start..scan.at)?.trim_end().len();
    Some(start..end)
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn eat(&mut self, c: char) -> bool {
        let found = self.next() == Some(c);
        if found {
            self.at += c.len_utf8();
        }
        found
    }

    fn skip_space(&mut self) {
        loop {
            let rest = self.rest();
            let trimmed = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            self.at += rest.len() - trimmed.len();
            if trimmed.starts_with("//") {
                self.at += trimmed.find('\n').unwrap_or(trimmed.len());
            } else if trimmed.starts_with("/*") {
                self.at += block_comment(trimmed);
            } else {
                return;
            }
        }
    }

    /// Reads a name, or a text without its quotation marks.
    fn key(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        if rest.starts_with('"') {
            let length = quoted(rest);
            self.at += length;
            return rest.get(1..length.checked_sub(1)?);
        }
        let name = rest
            .get(..rest.find(|c: char| !c.is_alphanumeric() && c != '_')?)
            .filter(|name| !name.is_empty())?;
        self.at += name.len();
        Some(name)
    }

    /// Moves from before a value to before a part of it.
    fn enter(&mut self, step: Step<'_>) -> Option<()> {
        let before = self.at;
        if self.key().is_none() {
            self.at = before;
        }
        self.skip_space();
        if !['(', '[', '{'].into_iter().any(|open| self.eat(open)) {
            return None;
        }
        let mut place = 0;
        loop {
            self.skip_space();
            if self.next().is_none_or(|c| [')', ']', '}'].contains(&c)) {
                return None;
            }
            let start = self.at;
            let key = self.key();
            self.skip_space();
            let key = key.filter(|_| self.eat(':'));
            if key.is_none() {
                self.at = start;
            }
            self.skip_space();
            let here = match step {
                Step::Field(name) => key == Some(name),
                Step::Item(wanted) => wanted == place,
            };
            if here {
                return Some(());
            }
            self.skip_value();
            self.eat(',');
            place += 1;
        }
    }

    /// Moves to the comma or bracket after a value.
    fn skip_value(&mut self) {
        let mut depth = 0_usize;
        loop {
            self.skip_space();
            let rest = self.rest();
            let Some(c) = rest.chars().next() else {
                return;
            };
            let length = match c {
                '"' => quoted(rest),
                'r' if rest.starts_with("r\"") || rest.starts_with("r#") => raw(rest),
                '\'' => character(rest),
                ')' | ']' | '}' | ',' if depth == 0 => return,
                '(' | '[' | '{' => {
                    depth += 1;
                    1
                }
                ')' | ']' | '}' => {
                    depth -= 1;
                    1
                }
                c if c.is_alphanumeric() || c == '_' => rest
                    .find(|c: char| !c.is_alphanumeric() && c != '_')
                    .unwrap_or(rest.len()),
                other => other.len_utf8(),
            };
            self.at += length;
        }
    }
}

/// Returns the length of a text with its quotation marks.
fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    rest.len()
}

/// Returns the length of a raw text, `r#"…"#`.
fn raw(rest: &str) -> usize {
    let hashes = rest.chars().skip(1).take_while(|c| *c == '#').count();
    let end = format!("\"{}", "#".repeat(hashes));
    let begin = hashes + 2;
    rest.get(begin..)
        .and_then(|inner| inner.find(&end))
        .map_or(rest.len(), |length| begin + length + end.len())
}

/// Returns the length of a character with its marks.
fn character(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    if let Some((_, '\\')) = chars.next() {
        chars.next();
    }
    chars
        .find(|(_, c)| *c == '\'')
        .map_or(rest.len(), |(at, _)| at + 1)
}

/// Returns the length of a comment in `/* */`; they nest.
fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(here) = rest.get(at..).filter(|here| !here.is_empty()) {
        if here.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += here.chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at<'a>(text: &'a str, path: &[Step<'_>]) -> Option<&'a str> {
        find(text, path).and_then(|range| text.get(range))
    }

    #[test]
    fn values_are_found_past_comments_texts_and_brackets() {
        use Step::{Field, Item};
        let text = r##"#![enable(implicit_some)]
// title: "not here"
Session(
    version: 2, /* version: 3 /* nested */ */ title: "a, (b: \"c\")",
    raw: r#"x", y: "z"#, letter: ')',
    stages: [
        (id: "one", minutes: (min: 1)), // an end: )
        Stage(id: "två", minutes: 10),
    ],
    map: {"a": 1, b: 2},
    rows: [("x", [1, 2]), ("y", None)],
)"##;
        assert_eq!(at(text, &[Field("version")]), Some("2"));
        assert_eq!(at(text, &[Field("title")]), Some(r#""a, (b: \"c\")""#));
        assert_eq!(at(text, &[Field("letter")]), Some("')'"));
        assert_eq!(
            at(text, &[Field("stages"), Item(1), Field("id")]),
            Some("\"två\"")
        );
        assert_eq!(
            at(text, &[Field("stages"), Item(0), Field("minutes")]),
            Some("(min: 1)")
        );
        assert_eq!(at(text, &[Field("map"), Field("b")]), Some("2"));
        assert_eq!(at(text, &[Field("map"), Field("a")]), Some("1"));
        assert_eq!(at(text, &[Field("rows"), Item(1), Item(0)]), Some("\"y\""));
        assert_eq!(at(text, &[Field("stages"), Item(2)]), None);
        assert_eq!(at(text, &[Field("nothing")]), None);
    }

    #[test]
    fn broken_text_ends_the_search() {
        for text in [
            "", "(", "(a", "(a:", "(a: \"", "(a: r#\"", "(a: '", "(/*", "#![", ")(", "(a: )",
        ] {
            let _found = find(text, &[Step::Field("b")]);
            let _found = find(text, &[Step::Field("a"), Step::Item(3)]);
        }
    }
}
