//! One key with what is held beside it, the same on every keyboard and in every terminal.

use std::{fmt, str::FromStr};

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::{t, text::Texts};

/// A key press.
///
/// Shift is part of the character (`N`, `+`, `?` lie on different keys on different keyboards) and is otherwise left out. So is
/// `AltGr`, which some terminals tell as Ctrl and Alt together: what it types is a character like any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    /// The key.
    pub code: KeyCode,
    /// Ctrl is held.
    pub ctrl: bool,
    /// Alt is held. No key of ours needs it: on many machines it belongs to the terminal or the desktop.
    pub alt: bool,
}

/// The keys that have a name in the config, with the name.
const NAMES: [(&str, KeyCode); 16] = [
    ("space", KeyCode::Char(' ')),
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("backtab", KeyCode::BackTab),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("insert", KeyCode::Insert),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pgup", KeyCode::PageUp),
    ("pgdn", KeyCode::PageDown),
];

impl Chord {
    /// Enter.
    pub const ENTER: Self = Self::key(KeyCode::Enter);
    /// Esc.
    pub const ESC: Self = Self::key(KeyCode::Esc);
    /// Backspace.
    pub const BACKSPACE: Self = Self::key(KeyCode::Backspace);
    /// The space bar.
    pub const SPACE: Self = Self::char(' ');

    /// Makes the press of a named key.
    pub const fn key(code: KeyCode) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
        }
    }

    /// Makes the press that types a character.
    pub const fn char(typed: char) -> Self {
        Self::key(KeyCode::Char(typed))
    }

    /// Makes the press of a letter with Ctrl.
    pub const fn ctrl(letter: char) -> Self {
        Self {
            ctrl: true,
            ..Self::char(letter)
        }
    }

    /// Reads a press or a repeat as the terminal tells it; nothing for a release or a key that means nothing by itself.
    pub fn of(event: &KeyEvent) -> Option<Self> {
        let ignored = matches!(
            event.code,
            KeyCode::Null
                | KeyCode::CapsLock
                | KeyCode::NumLock
                | KeyCode::ScrollLock
                | KeyCode::Media(_)
                | KeyCode::Modifier(_)
        );
        if event.kind == KeyEventKind::Release || ignored {
            return None;
        }
        let held = |modifier| event.modifiers.contains(modifier);
        let (ctrl, alt, shift) = (
            held(KeyModifiers::CONTROL),
            held(KeyModifiers::ALT),
            held(KeyModifiers::SHIFT),
        );
        Some(match event.code {
            KeyCode::Char(typed) if ctrl && alt && !typed.is_ascii_alphanumeric() => {
                Self::char(typed)
            }
            KeyCode::Char(letter) if ctrl || alt => Self {
                code: KeyCode::Char(letter.to_ascii_lowercase()),
                ctrl,
                alt,
            },
            // Some terminals tell the key and leave the capital to us.
            KeyCode::Char(letter) if shift => Self::char(capital(letter)),
            KeyCode::Tab if shift => Self {
                ctrl,
                alt,
                ..Self::key(KeyCode::BackTab)
            },
            code => Self { code, ctrl, alt },
        })
    }

    /// Returns the character that the press types, where it types one.
    pub const fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(typed) if !self.ctrl && !self.alt => Some(typed),
            _ => None,
        }
    }

    /// Returns the key as people call it, for footers and help: `n`, `mellanslag`, `Ctrl+Z`, `→`.
    pub fn cap(self, texts: &Texts) -> String {
        let key = match self.code {
            KeyCode::Char(' ') => t!(texts, "cap-space"),
            KeyCode::Char(letter) if self.ctrl || self.alt => letter.to_uppercase().to_string(),
            KeyCode::Char(typed) => typed.to_string(),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::BackTab => "Shift+Tab".to_owned(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::PageDown => "PgDn".to_owned(),
            KeyCode::F(number) => format!("F{number}"),
            code => format!("{code:?}"),
        };
        let held = match (self.ctrl, self.alt) {
            (false, false) => "",
            (true, false) => "Ctrl+",
            (false, true) => "Alt+",
            (true, true) => "Ctrl+Alt+",
        };
        format!("{held}{key}")
    }
}

fn capital(letter: char) -> char {
    let mut upper = letter.to_uppercase();
    // `ß` has no capital of one character; it stays.
    upper
        .next()
        .filter(|_| upper.next().is_none())
        .unwrap_or(letter)
}

impl fmt::Display for Chord {
    /// Writes the key as it stands in the config: `n`, `N`, `space`, `ctrl-z`, `pgdn`, `f1`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("ctrl-")?;
        }
        if self.alt {
            f.write_str("alt-")?;
        }
        match (NAMES.iter().find(|(_, code)| *code == self.code), self.code) {
            (Some((name, _)), _) => f.write_str(name),
            (None, KeyCode::Char(typed)) => write!(f, "{typed}"),
            (None, KeyCode::F(number)) => write!(f, "f{number}"),
            (None, code) => write!(f, "{code:?}"),
        }
    }
}

/// The words are not the name of a key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no key is called {0:?}")]
pub struct NoSuchKey(pub String);

impl FromStr for Chord {
    type Err = NoSuchKey;

    /// Reads the name of a key. Names are read in any case, characters as they are: `N` is Shift and `n`.
    fn from_str(name: &str) -> Result<Self, NoSuchKey> {
        let unknown = || NoSuchKey(name.to_owned());
        let (mut ctrl, mut alt, mut shift) = (false, false, false);
        let mut rest = name;
        while let Some((held, key)) = rest
            .split_once(['-', '+'])
            .filter(|(held, key)| !held.is_empty() && !key.is_empty())
        {
            match held.to_ascii_lowercase().as_str() {
                "ctrl" => ctrl = true,
                "alt" => alt = true,
                "shift" => shift = true,
                _ => return Err(unknown()),
            }
            rest = key;
        }
        let mut characters = rest.chars();
        let code = match (characters.next(), characters.next()) {
            (Some(typed), None) if typed.is_control() || typed.is_whitespace() => {
                return Err(unknown());
            }
            (Some(letter), None) if ctrl || alt => KeyCode::Char(letter.to_ascii_lowercase()),
            (Some(letter), None) if shift => KeyCode::Char(capital(letter)),
            (Some(typed), None) => KeyCode::Char(typed),
            _ => match named(&rest.to_ascii_lowercase()).ok_or_else(unknown)? {
                KeyCode::Tab if shift => KeyCode::BackTab,
                code => code,
            },
        };
        Ok(Self { code, ctrl, alt })
    }
}

fn named(name: &str) -> Option<KeyCode> {
    let function = || {
        name.strip_prefix('f')?
            .parse()
            .ok()
            .filter(|number| (1..=24).contains(number))
            .map(KeyCode::F)
    };
    NAMES
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, code)| *code)
        .or_else(function)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn press(code: KeyCode, modifiers: KeyModifiers) -> Option<Chord> {
        Chord::of(&KeyEvent::new(code, modifiers))
    }

    #[test]
    fn names_go_both_ways() {
        for name in [
            "n",
            "N",
            "å",
            "+",
            "-",
            "?",
            ":",
            "space",
            "ctrl-z",
            "ctrl--",
            "ctrl-space",
            "f1",
            "f12",
            "pgdn",
            "backtab",
            "alt-x",
        ] {
            let chord: Chord = name.parse().expect(name);
            assert_eq!(chord.to_string(), name);
        }
        for (_, code) in NAMES {
            let chord = Chord::key(code);
            assert_eq!(chord.to_string().parse(), Ok(chord));
        }
    }

    #[test]
    fn names_are_read_kindly_and_nonsense_is_refused() {
        for (written, meant) in [
            ("Ctrl+Z", "ctrl-z"),
            ("shift-n", "N"),
            ("Shift+Tab", "backtab"),
            ("PgDn", "pgdn"),
            ("SPACE", "space"),
            ("F1", "f1"),
            ("+", "+"),
        ] {
            assert_eq!(written.parse::<Chord>().expect(written).to_string(), meant);
        }
        for nonsense in [
            "",
            " ",
            "nn",
            "hyper-n",
            "ctrl-",
            "f0",
            "f25",
            "fn",
            "-n",
            "pagedown now",
        ] {
            assert_eq!(
                nonsense.parse::<Chord>(),
                Err(NoSuchKey(nonsense.to_owned()))
            );
        }
    }

    #[test]
    fn shift_is_in_the_character() {
        let n = Some(Chord::char('N'));
        assert_eq!(press(KeyCode::Char('N'), KeyModifiers::SHIFT), n);
        assert_eq!(press(KeyCode::Char('N'), KeyModifiers::NONE), n);
        assert_eq!(press(KeyCode::Char('n'), KeyModifiers::SHIFT), n);
        assert_eq!(
            press(KeyCode::Char('+'), KeyModifiers::SHIFT),
            Some(Chord::char('+'))
        );
        assert_eq!(
            press(KeyCode::Char('ß'), KeyModifiers::SHIFT),
            Some(Chord::char('ß'))
        );
        assert_eq!(
            press(KeyCode::Char(' '), KeyModifiers::SHIFT),
            Some(Chord::SPACE)
        );
        assert_eq!(
            press(KeyCode::Tab, KeyModifiers::SHIFT),
            Some(Chord::key(KeyCode::BackTab))
        );
        assert_eq!(
            press(KeyCode::BackTab, KeyModifiers::SHIFT),
            Some(Chord::key(KeyCode::BackTab))
        );
        assert_eq!(
            press(KeyCode::Right, KeyModifiers::SHIFT),
            Some(Chord::key(KeyCode::Right))
        );
        assert_eq!(
            press(
                KeyCode::Char('Z'),
                KeyModifiers::CONTROL | KeyModifiers::SHIFT
            ),
            Some(Chord::ctrl('z'))
        );
    }

    #[test]
    fn altgr_types_and_alt_does_not() {
        let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(
            press(KeyCode::Char('@'), altgr).and_then(Chord::typed),
            Some('@')
        );
        assert_eq!(
            press(KeyCode::Char('€'), altgr).and_then(Chord::typed),
            Some('€')
        );
        assert_eq!(
            press(KeyCode::Char('n'), altgr).and_then(Chord::typed),
            None
        );
        assert_eq!(
            press(KeyCode::Char('n'), KeyModifiers::ALT).and_then(Chord::typed),
            None
        );
        assert_eq!(
            press(KeyCode::Char(' '), KeyModifiers::CONTROL).and_then(Chord::typed),
            None
        );
        assert_eq!(
            press(KeyCode::Char('å'), KeyModifiers::NONE).and_then(Chord::typed),
            Some('å')
        );
        assert_eq!(Chord::ENTER.typed(), None);
    }

    #[test]
    fn a_release_and_a_lock_are_nothing() {
        let release = KeyEvent::new_with_kind(
            KeyCode::Char('n'),
            KeyModifiers::NONE,
            KeyEventKind::Release,
        );
        assert_eq!(Chord::of(&release), None);
        let repeat =
            KeyEvent::new_with_kind(KeyCode::Char('n'), KeyModifiers::NONE, KeyEventKind::Repeat);
        assert_eq!(Chord::of(&repeat), Some(Chord::char('n')));
        assert_eq!(press(KeyCode::CapsLock, KeyModifiers::NONE), None);
        assert_eq!(press(KeyCode::Null, KeyModifiers::NONE), None);
    }

    #[test]
    fn keys_are_called_what_people_call_them() {
        let cap = |name: &str, lang| name.parse::<Chord>().expect(name).cap(&Texts::new(lang));
        for (name, called) in [
            ("n", "n"),
            ("space", "mellanslag"),
            ("ctrl-z", "Ctrl+Z"),
            ("pgdn", "PgDn"),
            ("right", "→"),
            ("f1", "F1"),
            ("esc", "Esc"),
        ] {
            assert_eq!(cap(name, Lang::Sv), called);
        }
        assert_eq!(cap("space", Lang::En), "Space");
    }
}
