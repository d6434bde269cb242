//! The strings of both languages: the same ids, the same variables, and every id that the sources name.
#![expect(
    clippy::disallowed_methods,
    reason = "reads the sources of the crate, not a user's file"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};
use samtal::text::{Lang, Texts};

/// The variables of every string of a language by id, and where each string stands.
type Strings = BTreeMap<String, (BTreeSet<String>, &'static str)>;

fn strings(lang: Lang) -> Strings {
    strings_and_lines(lang).0
}

/// Returns the strings, and the ids of those that are said otherwise in lines.
fn strings_and_lines(lang: Lang) -> (Strings, BTreeSet<String>) {
    let mut all = Strings::new();
    let mut lined = BTreeSet::new();
    for &(floor, source) in Texts::sources(lang) {
        let resource = fluent_syntax::parser::parse(source)
            .unwrap_or_else(|(_, errors)| panic!("{lang}/{floor}.ftl: {errors:?}"));
        for entry in &resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let id = message.id.name.to_owned();
            let mut variables = BTreeSet::new();
            in_pattern(
                message.value.as_ref().expect("a string has words"),
                &mut variables,
            );
            let mut in_lines = BTreeSet::new();
            for attribute in &message.attributes {
                let name = attribute.id.name;
                assert_eq!(
                    name, "line",
                    "{lang}/{floor}.ftl: {id} has an attribute that t! does not look up"
                );
                in_pattern(&attribute.value, &mut in_lines);
            }
            assert!(
                in_lines.is_subset(&variables),
                "{lang}/{floor}.ftl: {id} says more in lines"
            );
            if !message.attributes.is_empty() {
                lined.insert(id.clone());
            }
            let before = all.insert(id.clone(), (variables, floor));
            assert!(
                before.is_none(),
                "{lang}/{floor}.ftl: {id} stands also in {}.ftl",
                before.expect("there is one").1
            );
        }
    }
    (all, lined)
}

fn in_pattern(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, variables);
        }
    }
}

fn in_expression(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, variables),
        Expression::Select { selector, variants } => {
            in_inline(selector, variables);
            for variant in variants {
                in_pattern(&variant.value, variables);
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. }
        | InlineExpression::TermReference {
            arguments: Some(arguments),
            ..
        } => in_arguments(arguments, variables),
        InlineExpression::Placeable { expression } => in_expression(expression, variables),
        _ => {}
    }
}

fn in_arguments(arguments: &CallArguments<&str>, variables: &mut BTreeSet<String>) {
    arguments
        .positional
        .iter()
        .for_each(|argument| in_inline(argument, variables));
    arguments
        .named
        .iter()
        .for_each(|argument| in_inline(&argument.value, variables));
}

/// A `t!` in the sources: where, which id, which values.
struct Call {
    place: String,
    id: String,
    values: BTreeSet<String>,
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the sources can be listed") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// Finds every `t!(…, "id", name = …)` whose id is written out.
fn calls(place: &str, source: &str) -> Vec<Call> {
    let mut found = Vec::new();
    for (at, _) in source.match_indices("t!(") {
        let (before, rest) = source.split_at(at);
        let line = before.lines().last().unwrap_or_default();
        // Another macro (`format!`, `assert!`), or words about this one.
        if before.ends_with(|c: char| c.is_alphanumeric() || c == '_')
            || line.trim_start().starts_with("//")
        {
            continue;
        }
        let arguments = arguments(rest.trim_start_matches("t!("));
        let Some(id) = arguments
            .get(1)
            .and_then(|id| id.strip_prefix('"')?.strip_suffix('"'))
        else {
            continue;
        };
        let values = arguments
            .iter()
            .skip(2)
            .filter_map(|argument| argument.split_once('='))
            .map(|(name, _)| name.trim().to_owned())
            .collect();
        found.push(Call {
            place: format!("{place}:{}", before.lines().count()),
            id: id.to_owned(),
            values,
        });
    }
    found
}

/// Splits the text behind an opening parenthesis at its own commas, up to the parenthesis that closes it.
fn arguments(text: &str) -> Vec<String> {
    let (mut all, mut one, mut depth, mut quoted, mut escaped) =
        (Vec::new(), String::new(), 0, false, false);
    let mut before = ' ';
    for c in text.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            // A quote as a character, '"', opens nothing.
            '"' if before != '\'' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                all.push(std::mem::take(&mut one).trim().to_owned());
                before = c;
                continue;
            }
            _ => {}
        }
        one.push(c);
        before = c;
    }
    all.push(one.trim().to_owned());
    all.retain(|argument| !argument.is_empty());
    all
}

#[test]
fn both_languages_say_the_same_strings_otherwise_in_lines() {
    let [swedish, english] = [Lang::Sv, Lang::En].map(|lang| strings_and_lines(lang).1);
    assert_eq!(swedish, english);
    assert!(english.contains("echo-space-starts"));
}

#[test]
fn both_languages_have_the_same_strings() {
    let (swedish, english) = (strings(Lang::Sv), strings(Lang::En));
    let ids = |strings: &Strings| {
        strings
            .iter()
            .map(|(id, (_, floor))| format!("{floor}.ftl: {id}"))
            .collect::<BTreeSet<_>>()
    };
    let differ: Vec<_> = ids(&swedish)
        .symmetric_difference(&ids(&english))
        .cloned()
        .collect();
    assert!(differ.is_empty(), "only in one language: {differ:#?}");
    for (id, (variables, floor)) in &swedish {
        assert_eq!(
            variables, &english[id].0,
            "variables of {id} in {floor}.ftl"
        );
    }
}

#[test]
fn every_string_named_in_the_sources_exists_with_its_values() {
    let strings = strings(Lang::En);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&root, &mut files);
    let mut wrong = Vec::new();
    for file in files {
        let source = fs::read_to_string(&file).expect("a source can be read");
        let place = file
            .strip_prefix(&root)
            .unwrap_or(&file)
            .display()
            .to_string();
        for call in calls(&place, &source)
            .into_iter()
            .filter(|call| !call.id.starts_with("no-such-"))
        {
            match strings.get(&call.id) {
                None => wrong.push(format!("src/{}: no string {:?}", call.place, call.id)),
                Some((variables, _)) if *variables != call.values => {
                    wrong.push(format!(
                        "src/{}: {:?} has {variables:?}, is given {:?}",
                        call.place, call.id, call.values
                    ));
                }
                Some(_) => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_string_can_be_shown() {
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        for (id, (_, floor)) in strings(lang) {
            assert!(texts.has(&id), "{lang}/{floor}.ftl: {id}");
            let shown = texts.get(&id, &[]);
            assert!(
                !shown.trim().is_empty() && shown != id,
                "{lang}/{floor}.ftl: {id} says {shown:?}"
            );
        }
    }
}

#[test]
fn calls_are_found_in_sources() {
    let source = r#"
        t!(texts, "plain") + &format!("{}", t!(self.texts(), "with-values", count = notes.len(), who = name("a, b)", 1),));
        // t!(texts, "said-in-words")
        t!(
            texts,
            "over-lines",
            at = clock::hhmm(at, &zone),
        );
        assert!(ok, "t!(quoted"); t!(texts, id);
    "#;
    let found = calls("x.rs", source);
    let shown: Vec<_> = found
        .iter()
        .map(|call| {
            (
                call.place.as_str(),
                call.id.as_str(),
                call.values.iter().map(String::as_str).collect::<Vec<_>>(),
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            ("x.rs:2", "plain", vec![]),
            ("x.rs:2", "with-values", vec!["count", "who"]),
            ("x.rs:4", "over-lines", vec!["at"])
        ]
    );
}
