//! A line of what is looked for: words, and filters of the form `word:value`, the same on the command line and on the screen.
//!
//! ```text
//! torsdag röst:fritid från:2026-10-01      thursday voice:leisure since:2026-10-01
//! tagg:"nästa steg" serie:skola öppna:     tag:"next step" series:school open:
//! ```
//!
//! The filters' words are taken in both languages. A colon after any other word is part of that word: `9:30` is looked for as it stands.

/// What a line asks for, before anybody knows whether there are such kinds and days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// The words.
    pub words: Vec<String>,
    /// Kinds of notes.
    pub tags: Vec<String>,
    /// A series.
    pub series: Option<String>,
    /// A perspective.
    pub voice: Option<String>,
    /// A day from which on.
    pub since: Option<String>,
    /// A day up to which.
    pub until: Option<String>,
    /// Only what is open.
    pub open: bool,
    /// Letters need only come in their order.
    pub fuzzy: bool,
    /// Rings and dots do not count.
    pub plain: bool,
}

/// Which filter a word is.
#[derive(Clone, Copy)]
enum Filter {
    Tag,
    Series,
    Voice,
    Since,
    Until,
    Open,
    Fuzzy,
    Plain,
}

/// The words of the filters, Swedish and English, without rings as well.
const FILTERS: [(&str, Filter); 24] = [
    ("tag", Filter::Tag),
    ("tagg", Filter::Tag),
    ("series", Filter::Series),
    ("serie", Filter::Series),
    ("voice", Filter::Voice),
    ("röst", Filter::Voice),
    ("rost", Filter::Voice),
    ("since", Filter::Since),
    ("från", Filter::Since),
    ("fran", Filter::Since),
    ("until", Filter::Until),
    ("till", Filter::Until),
    ("open", Filter::Open),
    ("öppna", Filter::Open),
    ("oppna", Filter::Open),
    ("öppen", Filter::Open),
    ("oppen", Filter::Open),
    ("öppet", Filter::Open),
    ("oppet", Filter::Open),
    ("fuzzy", Filter::Fuzzy),
    ("ungefär", Filter::Fuzzy),
    ("ungefar", Filter::Fuzzy),
    ("plain", Filter::Plain),
    ("enkelt", Filter::Plain),
];

/// Reads a line. A filter that still waits for its value filters nothing yet.
pub fn read(line: &str) -> Sought {
    let mut sought = Sought::default();
    for part in parts(line) {
        let (filter, value) = match part.split_once(':') {
            Some((name, value)) if let Some(filter) = filter(name) => (filter, value),
            _ => {
                sought.words.push(part);
                continue;
            }
        };
        let said = Some(value.trim().to_owned()).filter(|value| !value.is_empty());
        match filter {
            Filter::Tag => sought.tags.extend(said),
            Filter::Series => sought.series = said.or(sought.series),
            Filter::Voice => sought.voice = said.or(sought.voice),
            Filter::Since => sought.since = said.or(sought.since),
            Filter::Until => sought.until = said.or(sought.until),
            Filter::Open | Filter::Fuzzy | Filter::Plain => {
                let flag = match filter {
                    Filter::Open => &mut sought.open,
                    Filter::Fuzzy => &mut sought.fuzzy,
                    _ => &mut sought.plain,
                };
                *flag = true;
                // What stands right behind it is a word: `open:thursday` is forgiven.
                sought.words.extend(said);
            }
        }
    }
    sought
}

fn filter(name: &str) -> Option<Filter> {
    let name = name.to_lowercase();
    let known = FILTERS.iter().find(|(known, _)| *known == name);
    known.map(|(_, filter)| *filter)
}

/// Parts a line at blanks; quotation marks hold words together, and one that is not closed yet holds the rest.
fn parts(line: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' | '”' | '“' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => parts.push(String::new()),
            c => parts.last_mut().expect("there is always one").push(c),
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_words_and_filters_in_both_languages() {
        let words = |words: &[&str]| Sought {
            words: words.iter().map(|&word| word.to_owned()).collect(),
            ..Sought::default()
        };
        let some = |value: &str| Some(value.to_owned());
        for (line, expected) in [
            ("", words(&[])),
            ("  torsdag  fritid ", words(&["torsdag", "fritid"])),
            ("kl 9:30", words(&["kl", "9:30"])),
            ("\"två ord\" ett", words(&["två ord", "ett"])),
            (
                "torsdag röst:fritid från:2026-10-01",
                Sought {
                    voice: some("fritid"),
                    since: some("2026-10-01"),
                    ..words(&["torsdag"])
                },
            ),
            (
                "Voice:leisure UNTIL:2026-12-24 thursday",
                Sought {
                    voice: some("leisure"),
                    until: some("2026-12-24"),
                    ..words(&["thursday"])
                },
            ),
            (
                "tagg:\"nästa steg\" tag:idé serie:skola öppna:",
                Sought {
                    tags: vec!["nästa steg".to_owned(), "idé".to_owned()],
                    series: some("skola"),
                    open: true,
                    ..words(&[])
                },
            ),
            (
                "öppet: oppen: torsdag",
                Sought {
                    open: true,
                    ..words(&["torsdag"])
                },
            ),
            ("röst: tagg:", words(&[])),
            (
                "open:thursday plain: ungefär:",
                Sought {
                    open: true,
                    plain: true,
                    fuzzy: true,
                    ..words(&["thursday"])
                },
            ),
            (
                "serie:\"halvt skriv",
                Sought {
                    series: some("halvt skriv"),
                    ..words(&[])
                },
            ),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
    }
}
