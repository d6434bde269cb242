//! The palette: every action by name, found by a few letters in any order of words.

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{AtomKind, CaseMatching, Normalization, Pattern},
};

use crate::{input::Action, text::Texts};

/// Finds the actions whose name or key fits, best first; all of them where nothing is typed.
pub fn find(typed: &str, texts: &Texts) -> Vec<Action> {
    if typed.trim().is_empty() {
        return offered().collect();
    }
    // Words that stand there first; letters that are only strewn over a sentence count where no word does.
    let by = |kind| {
        let pattern = Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, kind);
        scored(&pattern, texts)
    };
    let words = by(AtomKind::Substring);
    if words.is_empty() {
        by(AtomKind::Fuzzy)
    } else {
        words
    }
}

fn offered() -> impl Iterator<Item = Action> {
    Action::ALL
        .iter()
        .copied()
        .filter(|action| action.in_palette())
}

fn scored(pattern: &Pattern, texts: &Texts) -> Vec<Action> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut found: Vec<(u32, Action)> = offered()
        .filter_map(|action| {
            let name = format!("{} {}", action.doc(texts), action.name());
            pattern
                .score(Utf32Str::new(&name, &mut buffer), &mut matcher)
                .map(|score| (score, action))
        })
        .collect();
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.into_iter().map(|(_, action)| action).collect()
}
