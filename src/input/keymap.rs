//! Which key does what: the table, with what the config changes.

use std::{collections::BTreeMap, fmt};

use super::{ACTIONS, Action, Chord, Mode};
use crate::{
    t,
    text::{Lang, Texts},
};

/// Without a key for these nothing could be answered, closed, found or left.
const NEEDED: [Action; 4] = [
    Action::Confirm,
    Action::Cancel,
    Action::Palette,
    Action::Quit,
];

/// One key in one mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Bound {
    mode: Mode,
    chord: Chord,
    action: Action,
}

/// All keys, ready to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    /// In the order of the table, so that the first key of an action is the one to show.
    bound: Vec<Bound>,
}

/// Why the keys in the config cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeymapError {
    /// No action has this name.
    NoSuchAction {
        /// The name as written.
        name: String,
        /// The action that was probably meant.
        near: Option<Action>,
    },
    /// No key has this name.
    NoSuchKey {
        /// The action it was for.
        action: Action,
        /// The key as written.
        key: String,
    },
    /// Two actions want the same key in the same place.
    Clash {
        /// The key.
        chord: Chord,
        /// Where.
        mode: Mode,
        /// The action that has it.
        first: Action,
        /// The action that wants it too.
        second: Action,
    },
    /// The action must have a key.
    Needed(Action),
}

impl Keymap {
    /// Makes the keymap of the table, with other keys for the actions named in the config: `NextStage: ["n", "f2"]`.
    ///
    /// The keys given replace the action's own wherever it holds. Where characters are text only keys that type nothing can be used:
    /// there the action keeps its own when it is given none. No keys at all (`[]`) leaves it to the palette.
    pub fn new(overrides: &BTreeMap<String, Vec<String>>) -> Result<Self, KeymapError> {
        let mut given = BTreeMap::new();
        for (name, keys) in overrides {
            let action = Action::named(name).ok_or_else(|| KeymapError::NoSuchAction {
                name: name.clone(),
                near: nearest(name),
            })?;
            let chords = keys.iter().map(|key| {
                key.parse().map_err(|_unread| KeymapError::NoSuchKey {
                    action,
                    key: key.clone(),
                })
            });
            let chords: Vec<Chord> = chords.collect::<Result<_, _>>()?;
            if chords.is_empty() && NEEDED.contains(&action) {
                return Err(KeymapError::Needed(action));
            }
            given.insert(action, chords);
        }
        let mut keymap = Self { bound: Vec::new() };
        for row in ACTIONS {
            for binding in row.keys {
                for &mode in binding.modes {
                    for chord in chords(binding.chords, given.get(&row.action), mode) {
                        keymap.bind(mode, chord, row.action)?;
                    }
                }
            }
        }
        Ok(keymap)
    }

    fn bind(&mut self, mode: Mode, chord: Chord, action: Action) -> Result<(), KeymapError> {
        match self.action(mode, chord) {
            Some(first) if first == action => Ok(()),
            Some(first) => Err(KeymapError::Clash {
                chord,
                mode,
                first,
                second: action,
            }),
            None => {
                self.bound.push(Bound {
                    mode,
                    chord,
                    action,
                });
                Ok(())
            }
        }
    }

    /// Returns what a key does in a mode.
    pub fn action(&self, mode: Mode, chord: Chord) -> Option<Action> {
        self.bound
            .iter()
            .find(|bound| bound.mode == mode && bound.chord == chord)
            .map(|bound| bound.action)
    }

    /// Returns all keys of an action, wherever they hold, the one to show first.
    pub fn chords(&self, action: Action) -> Vec<Chord> {
        let mut chords = Vec::new();
        for bound in self.bound.iter().filter(|bound| bound.action == action) {
            if !chords.contains(&bound.chord) {
                chords.push(bound.chord);
            }
        }
        chords
    }

    /// Returns the keys of an action in one mode, the one to show first.
    pub fn chords_in(&self, mode: Mode, action: Action) -> impl Iterator<Item = Chord> {
        self.bound
            .iter()
            .filter(move |bound| bound.mode == mode && bound.action == action)
            .map(|bound| bound.chord)
    }

    /// Returns the modes in which an action has a key.
    pub fn modes(&self, action: Action) -> Vec<Mode> {
        Mode::ALL
            .into_iter()
            .filter(|mode| self.chords_in(*mode, action).next().is_some())
            .collect()
    }

    /// Returns the actions that have a key in a mode, in the order of the table: what a footer and a help can tell of.
    pub fn actions(&self, mode: Mode) -> impl Iterator<Item = Action> {
        Action::ALL
            .iter()
            .copied()
            .filter(move |action| self.chords_in(mode, *action).next().is_some())
    }

    /// Returns the key to press for an action in a mode, as people call it; empty where it has none.
    pub fn label(&self, mode: Mode, action: Action, texts: &Texts) -> String {
        self.chords_in(mode, action)
            .next()
            .map(|chord| chord.cap(texts))
            .unwrap_or_default()
    }
}

impl Default for Keymap {
    fn default() -> Self {
        Self::new(&BTreeMap::new()).expect("a test holds the table free of clashes")
    }
}

/// Chooses the keys of an action in a mode: the given ones that can stand there, else its own.
fn chords(own: &[Chord], given: Option<&Vec<Chord>>, mode: Mode) -> Vec<Chord> {
    let Some(given) = given else {
        return own.to_vec();
    };
    if !mode.is_text() {
        return given.clone();
    }
    let usable: Vec<Chord> = given
        .iter()
        .copied()
        .filter(|chord| chord.typed().is_none())
        .collect();
    if usable.is_empty() {
        own.to_vec()
    } else {
        usable
    }
}

impl KeymapError {
    /// Says what is wrong and what to do, in full sentences.
    pub fn say(&self, texts: &Texts) -> String {
        match self {
            Self::NoSuchAction {
                name,
                near: Some(near),
            } => {
                t!(
                    texts,
                    "keymap-no-such-action-near",
                    name = name,
                    near = near.name()
                )
            }
            Self::NoSuchAction { name, near: None } => {
                t!(texts, "keymap-no-such-action", name = name)
            }
            Self::NoSuchKey { action, key } => t!(
                texts,
                "keymap-no-such-key",
                action = action.name(),
                key = key
            ),
            Self::Clash {
                chord,
                mode,
                first,
                second,
            } => t!(
                texts,
                "keymap-clash",
                key = chord.to_string(),
                first = first.name(),
                second = second.name(),
                place = mode.label(texts),
            ),
            Self::Needed(action) => t!(texts, "keymap-needed", action = action.name()),
        }
    }
}

impl fmt::Display for KeymapError {
    /// Writes the sentence in English, for logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(&Texts::new(Lang::En)))
    }
}

impl std::error::Error for KeymapError {}

/// Finds the action whose name is nearest, where one is near enough to have been meant.
fn nearest(name: &str) -> Option<Action> {
    let plain = |name: &str| name.replace(['_', '-', ' '], "").to_lowercase();
    let written = plain(name);
    let near = ACTIONS
        .iter()
        .map(|row| (distance(&written, &plain(row.name)), row.action))
        .min_by_key(|(far, _)| *far);
    near.filter(|(far, action)| far * 3 <= action.name().len().max(written.chars().count()))
        .map(|(_, action)| action)
}

/// Counts the letters to add, drop or change to make one word of the other (Levenshtein).
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (line, letter) in from.chars().enumerate() {
        let mut corner = line;
        row[0] = line + 1;
        for (column, other) in to.iter().enumerate() {
            let changed = corner + usize::from(letter != *other);
            corner = row[column + 1];
            row[column + 1] = changed.min(corner + 1).min(row[column] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(overrides: &[(&str, &[&str])]) -> Result<Keymap, KeymapError> {
        let keys = |keys: &[&str]| keys.iter().map(ToString::to_string).collect();
        Keymap::new(
            &overrides
                .iter()
                .map(|(name, given)| ((*name).to_owned(), keys(given)))
                .collect(),
        )
    }

    fn does(keymap: &Keymap, mode: Mode, key: &str) -> Option<Action> {
        keymap.action(mode, key.parse().expect(key))
    }

    #[test]
    fn the_table_has_no_clash() {
        assert_eq!(with(&[]), Ok(Keymap::default()));
    }

    #[test]
    fn the_leading_window_has_the_keys_that_were_decided() {
        let keymap = Keymap::default();
        let decided = [
            ("space", Action::Start),
            ("p", Action::Pause),
            ("n", Action::NextStage),
            ("N", Action::PreviousStage),
            ("+", Action::MinuteMore),
            ("-", Action::MinuteLess),
            ("b", Action::Backdate),
            ("e", Action::MoveEnd),
            ("o", Action::Skip),
            ("t", Action::Form),
            ("i", Action::Write),
            ("u", Action::Undo),
            ("ctrl-z", Action::Undo),
            ("d", Action::Charts),
            ("z", Action::Full),
            ("l", Action::ChartTable),
            ("left", Action::PreviousChart),
            ("right", Action::NextChart),
            ("pgup", Action::PageUp),
            ("pgdn", Action::PageDown),
            ("up", Action::Up),
            ("home", Action::Top),
            ("end", Action::Bottom),
            ("tab", Action::NextPane),
            ("backtab", Action::PreviousPane),
            ("a", Action::Park),
            ("k", Action::Calm),
            ("c", Action::Copy),
            ("/", Action::Find),
            ("?", Action::Help),
            (":", Action::Palette),
            ("f1", Action::Palette),
            ("q", Action::Leave),
            ("ctrl-c", Action::Quit),
            ("enter", Action::Confirm),
            ("esc", Action::Cancel),
        ];
        for (key, action) in decided {
            assert_eq!(does(&keymap, Mode::Lead, key), Some(action), "{key}");
        }
        for key in ["ctrl-space", "ctrl-n", "alt-n", "f5", "insert"] {
            assert_eq!(does(&keymap, Mode::Lead, key), None, "{key}");
        }
        for (key, action) in [
            ("i", Action::EditNote),
            ("m", Action::MoveNote),
            ("delete", Action::Withdraw),
            ("n", Action::NextStage),
        ] {
            assert_eq!(does(&keymap, Mode::NoteList, key), Some(action), "{key}");
        }
    }

    #[test]
    fn a_character_in_a_line_is_a_character() {
        let keymap = Keymap::default();
        for mode in Mode::ALL.into_iter().filter(|mode| mode.is_text()) {
            for action in keymap.actions(mode) {
                assert!(
                    keymap
                        .chords_in(mode, action)
                        .all(|chord| chord.typed().is_none()),
                    "{mode:?} {action:?}"
                );
            }
        }
    }

    #[test]
    fn nothing_needs_alt_or_altgr() {
        for bound in Keymap::default().bound {
            assert!(!bound.chord.alt, "{}", bound.chord);
            let typed = bound.chord.typed().unwrap_or('a');
            assert!(
                !"@£$€{[]}\\~|µ´`^¨".contains(typed),
                "{typed} is a dead key or takes AltGr on a Swedish keyboard"
            );
        }
    }

    #[test]
    fn a_clicker_never_ends_a_stage() {
        let keymap = Keymap::default();
        for mode in [Mode::Lead, Mode::NoteList, Mode::Full, Mode::Overview] {
            for key in [
                "left", "right", "up", "down", "pgup", "pgdn", "f5", ".", "esc",
            ] {
                let action = does(&keymap, mode, key);
                assert!(
                    !matches!(
                        action,
                        Some(
                            Action::NextStage
                                | Action::PreviousStage
                                | Action::CloseSession
                                | Action::Start
                        )
                    ),
                    "{key}"
                );
            }
        }
    }

    #[test]
    fn the_config_gives_other_keys() {
        let keymap =
            with(&[("NextStage", &["f2", "j", "ctrl-n"]), ("settle", &["J"])]).expect("no clash");
        assert_eq!(does(&keymap, Mode::Lead, "n"), None);
        assert_eq!(does(&keymap, Mode::Lead, "f2"), Some(Action::NextStage));
        assert_eq!(does(&keymap, Mode::Full, "ctrl-n"), Some(Action::NextStage));
        assert_eq!(
            does(&keymap, Mode::Home, "f2"),
            None,
            "only where the action holds"
        );
        assert_eq!(keymap.chords(Action::NextStage).len(), 3);
        assert_eq!(
            keymap.label(Mode::Lead, Action::NextStage, &Texts::new(Lang::Sv)),
            "F2"
        );
    }

    #[test]
    fn a_line_keeps_its_keys() {
        let keymap = with(&[("Undo", &["U"]), ("EditNote", &["y"])]).expect("no clash");
        assert_eq!(does(&keymap, Mode::Lead, "U"), Some(Action::Undo));
        assert_eq!(does(&keymap, Mode::Lead, "ctrl-z"), None);
        assert_eq!(does(&keymap, Mode::Writing, "ctrl-z"), Some(Action::Undo));
        assert_eq!(does(&keymap, Mode::Writing, "U"), None);
        assert_eq!(does(&keymap, Mode::NoteList, "y"), Some(Action::EditNote));
        assert_eq!(does(&keymap, Mode::Writing, "up"), Some(Action::EditNote));
    }

    #[test]
    fn an_action_can_be_left_to_the_palette() {
        let keymap = with(&[("Calm", &[])]).expect("no clash");
        assert_eq!(does(&keymap, Mode::Lead, "k"), None);
        assert_eq!(keymap.chords(Action::Calm), []);
        assert_eq!(
            keymap.label(Mode::Lead, Action::Calm, &Texts::new(Lang::Sv)),
            ""
        );
        assert_eq!(
            with(&[("Cancel", &[])]),
            Err(KeymapError::Needed(Action::Cancel))
        );
    }

    #[test]
    fn mistakes_are_named() {
        let said =
            |overrides: &[(&str, &[&str])]| with(overrides).expect_err("a mistake").to_string();
        for (name, near) in [
            ("NextStag", Action::NextStage),
            ("nextstage", Action::NextStage),
            ("minutes_more", Action::MinuteMore),
        ] {
            let wrong = with(&[(name, &["n"])]);
            assert_eq!(
                wrong,
                Err(KeymapError::NoSuchAction {
                    name: name.to_owned(),
                    near: Some(near)
                })
            );
        }
        assert_eq!(
            with(&[("Xyzzy", &["n"])]),
            Err(KeymapError::NoSuchAction {
                name: "Xyzzy".to_owned(),
                near: None
            })
        );
        assert_eq!(
            with(&[("NextStage", &["p"])]),
            Err(KeymapError::Clash {
                chord: Chord::char('p'),
                mode: Mode::Lead,
                first: Action::Pause,
                second: Action::NextStage
            })
        );
        assert!(said(&[("NextStag", &["n"])]).contains("NextStage"));
        assert!(said(&[("NextStage", &["hyper-n"])]).contains("hyper-n"));
        assert!(said(&[("NextStage", &["p"])]).contains("Pause"));
        assert!(said(&[("Quit", &[])]).contains("Quit"));
    }

    #[test]
    fn distances_are_counted() {
        for (from, to, far) in [
            ("", "", 0),
            ("abc", "abc", 0),
            ("", "abc", 3),
            ("kitten", "sitting", 3),
            ("nexstage", "nextstage", 1),
            ("å", "a", 1),
        ] {
            assert_eq!(distance(from, to), far, "{from} {to}");
            assert_eq!(distance(to, from), far, "{to} {from}");
        }
    }
}
