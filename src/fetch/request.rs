//! Questions as values: an address, and for some a body.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// The longest address that is asked with GET. SCB answers 404 to addresses over about 2100 characters; a longer question is a POST.
pub const MAX_ADDRESS: usize = 2000;

/// One question to a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The whole address, with everything that needs it escaped.
    pub url: String,
    /// JSON to post; without it the question is a GET.
    pub body: Option<String>,
}

impl Request {
    /// Asks for what lies at an address.
    pub fn get(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            body: None,
        }
    }

    /// Asks with a body.
    pub fn post(url: impl Into<String>, body: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            body: Some(body.into()),
        }
    }

    /// Returns the server with its port, `api.kolada.se`: what a person knows, and what has a pace.
    pub fn host(&self) -> &str {
        host(&self.url)
    }

    /// Returns a name of 16 letters and digits that no other question has.
    pub fn key(&self) -> String {
        let mut digest = Sha256::new();
        digest.update(self.url.as_bytes());
        // No address holds a line break.
        digest.update(b"\n");
        digest.update(self.body.as_deref().unwrap_or_default().as_bytes());
        let mut key = String::new();
        for byte in digest.finalize().iter().take(8) {
            let _always = write!(key, "{byte:02x}");
        }
        key
    }
}

/// Returns the server in an address.
pub fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// Takes an address as a person writes it: `https://` where nothing stands before it, no stroke at its end, nothing of a page's own.
///
/// None where it is no address of a server. A name and password in an address are refused, since the address is kept and shown.
pub fn address(said: &str) -> Option<String> {
    let said = said.trim();
    let whole = if said.contains("://") {
        said.to_owned()
    } else {
        format!("https://{said}")
    };
    let (scheme, rest) = whole.split_once("://")?;
    let rest = rest.split('#').next()?.trim_end_matches('/');
    let name = host(rest);
    let known = matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https");
    let good = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '^' | '`');
    let named = name.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[');
    if !known || !named || name.contains('@') {
        return None;
    }
    let mut url = format!("{}://", scheme.to_ascii_lowercase());
    for c in rest.chars() {
        if good(c) {
            url.push(c);
        } else {
            escape_into(&mut url, c.encode_utf8(&mut [0; 4]));
        }
    }
    Some(url)
}

/// Escapes a word of an address: everything but letters, digits, `-._~`, and the signs that codes and lists of codes are made of.
pub fn escape(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    escape_into(&mut out, word);
    out
}

fn escape_into(out: &mut String, word: &str) {
    for byte in word.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~,*:()".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _always = write!(out, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_as_people_write_it() {
        for (said, taken) in [
            ("api.scb.se/x/", Some("https://api.scb.se/x")),
            (
                " HTTP://fohm-app.folkhalsomyndigheten.se/a#b ",
                Some("http://fohm-app.folkhalsomyndigheten.se/a"),
            ),
            ("https://x.se/år", Some("https://x.se/%C3%A5r")),
            (
                "http://127.0.0.1:80/a?b=c",
                Some("http://127.0.0.1:80/a?b=c"),
            ),
            ("ftp://x.se", None),
            ("https://me:secret@x.se/", None),
            ("", None),
            ("https:///x", None),
        ] {
            assert_eq!(address(said).as_deref(), taken, "{said}");
        }
        assert_eq!(
            host("https://api.kolada.se/v3/data?x=https://y"),
            "api.kolada.se"
        );
    }

    #[test]
    fn words_are_escaped_and_keys_differ() {
        assert_eq!(
            escape("Kön [1+2]&x=å"),
            "K%C3%B6n%20%5B1%2B2%5D%26x%3D%C3%A5"
        );
        let keys = [
            Request::get("https://x/a").key(),
            Request::post("https://x/a", "").key(),
            Request::post("https://x/a", "{}").key(),
            Request::get("https://x/b").key(),
        ];
        assert_eq!(keys[0].len(), 16);
        assert_ne!(keys[0], keys[2]);
        assert_ne!(keys[0], keys[3]);
    }
}
