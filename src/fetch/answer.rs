//! What came back from a server, and its own words in it when it refuses.

use std::borrow::Cow;

use crate::{
    data::json::node::{Node, parse},
    text::SafeText,
};

/// The longest that a server's words are passed on, in characters.
const MOST_WORDS: usize = 300;

/// An answer, good or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The status, 200 for good.
    pub status: u16,
    /// The headers; names in small letters.
    pub headers: Vec<(String, String)>,
    /// The body, unpacked.
    pub body: Vec<u8>,
}

impl Answer {
    /// Returns a header by its name in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Says whether the server did what was asked.
    pub fn is_good(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Returns what the server says, whatever form its refusal has; empty where it says nothing that a person can read.
    pub fn words(&self) -> SafeText {
        words(&self.body)
    }
}

/// Finds the words in the body of a refusal: `{"error": …}` of `PxWeb` 1, `title` and `detail` of version 2 and of others, a web page's title, or
/// the text itself.
pub fn words(body: &[u8]) -> SafeText {
    let text = decoded(body);
    let trimmed = text.trim_start_matches('\u{feff}').trim();
    let found = if trimmed.starts_with('<') {
        page(trimmed)
    } else if trimmed.starts_with(['{', '[', '"']) {
        let node = parse(trimmed.as_bytes());
        // JSON that breaks off, or has another form than any that is known, is still what the server said.
        node.and_then(|node| of_json(&node))
            .unwrap_or_else(|| trimmed.to_owned())
    } else {
        trimmed.to_owned()
    };
    let line = SafeText::line(&found);
    let joined = line.split_whitespace().collect::<Vec<_>>().join(" ");
    if joined.chars().count() <= MOST_WORDS {
        return SafeText::line(&joined);
    }
    let mut short: String = joined.chars().take(MOST_WORDS - 1).collect();
    short.push('…');
    SafeText::line(&short)
}

/// Reads a body as text. Servers that do not say their encoding write UTF-8, and old ones Windows-1252.
fn decoded(body: &[u8]) -> Cow<'_, str> {
    // The words stand at the beginning; a page of megabytes has none further down.
    let body = body.get(..65_536).unwrap_or(body);
    match std::str::from_utf8(body) {
        Ok(text) => Cow::Borrowed(text),
        Err(wrong) if wrong.error_len().is_none() => String::from_utf8_lossy(body),
        Err(_) => encoding_rs::WINDOWS_1252.decode(body).0,
    }
}

fn of_json(node: &Node) -> Option<String> {
    if let Some(text) = node.text() {
        return Some(text.to_owned()).filter(|text| !text.trim().is_empty());
    }
    if let [first, ..] = node.list() {
        return of_json(first);
    }
    let under = |word: &str| {
        let found = node.get(word);
        if found.is_null() {
            None
        } else {
            of_json(found)
        }
    };
    let first = ["error", "title", "message", "msg", "error_description"];
    let first = first.iter().find_map(|word| under(word));
    let more = ["detail", "details", "errors"]
        .iter()
        .find_map(|word| under(word));
    match (first, more) {
        (Some(first), Some(more)) if first != more => Some(format!("{first}: {more}")),
        (first, more) => first.or(more),
    }
}

/// Returns the title of a web page, or its first words.
fn page(html: &str) -> String {
    let lower = html.to_ascii_lowercase();
    let title = lower.find("<title").and_then(|at| {
        let from = at + lower.get(at..)?.find('>')? + 1;
        let to = from + lower.get(from..)?.find("</title")?;
        html.get(from..to)
    });
    if let Some(title) = title.filter(|title| !title.trim().is_empty()) {
        return unescape(title);
    }
    let mut words = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                words.push(' ');
            }
            _ if !inside => words.push(c),
            _ => {}
        }
    }
    unescape(&words)
}

fn unescape(html: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&nbsp;", " "),
        ("&aring;", "å"),
        ("&auml;", "ä"),
        ("&ouml;", "ö"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(html.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_s_words_are_found_in_every_form() {
        let latin: &[u8] = b"F\xf6r m\xe5nga v\xe4rden";
        for (body, said) in [
            (br#"{"error":"Too many values selected"}"#.as_slice(), "Too many values selected"),
            (
                br#"{"type":"Parameter error","title":"Non-existent value","status":400}"#,
                "Non-existent value",
            ),
            (
                br#"{"type":"x","title":"Too many cells selected","status":400,"detail":"Too many cells selected"}"#,
                "Too many cells selected",
            ),
            (br#"{"title":"a","detail":"b\u001b[2J"}"#, "a: b␛[2J"),
            (br#"{"detail":[{"loc":["path"],"msg":"bad id"}]}"#, "bad id"),
            (br#"{"error":{"message":"no"}}"#, "no"),
            (b"Bad Request", "Bad Request"),
            (b"\xef\xbb\xbf {\"error\":\"x\"}", "x"),
            (latin, "För många värden"),
            (
                b"<!DOCTYPE html><html><head><TITLE>\n502 Bad\n Gateway</TITLE></head><body>x</body>",
                "502 Bad Gateway",
            ),
            (b"<html><body><h1>Sidan &amp; saknas</h1><p>404</p>", "Sidan & saknas 404"),
            (b"{\"error\":\"cut o", "{\"error\":\"cut o"),
            (b"{\"code\":7}", "{\"code\":7}"),
            (b"", ""),
        ] {
            assert_eq!(words(body), said);
        }
        let long = "x".repeat(5000);
        assert_eq!(words(long.as_bytes()).chars().count(), MOST_WORDS);
    }

    #[test]
    fn headers_are_found_by_name() {
        let answer = Answer {
            status: 204,
            headers: vec![("retry-after".into(), "7".into())],
            body: Vec::new(),
        };
        assert!(answer.is_good());
        assert_eq!(answer.header("retry-after"), Some("7"));
        assert_eq!(answer.header("x"), None);
    }
}
