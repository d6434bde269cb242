//! What is typed and not yet a note, as it is kept on the disk between a crash and the next start.

use serde::{Deserialize, Serialize};

use crate::domain::{NoteId, Tag};

/// What stands on the note line and nowhere else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HalfTyped {
    /// The words; several lines where they were pasted as one note.
    pub line: String,
    /// The tag that was chosen for them.
    pub tag: Option<Tag>,
    /// The new words of a note that is there already.
    pub rewritten: Option<Rewritten>,
}

/// A note that is being rewritten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rewritten {
    /// The note.
    pub id: NoteId,
    /// What stands on the line.
    pub words: String,
    /// The tag as it was chosen.
    pub tag: Option<Tag>,
}

impl HalfTyped {
    /// Tells whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.line.is_empty() && self.rewritten.is_none()
    }

    /// Returns the words alone, for saving them by hand where the disk will not.
    pub fn words(&self) -> String {
        let rewritten = self.rewritten.as_ref().map(|note| note.words.as_str());
        let parts = [rewritten, Some(self.line.as_str())];
        let parts: Vec<&str> = parts.into_iter().flatten().collect();
        parts.join("\n").trim_end().to_owned()
    }

    /// Writes it as it is kept.
    pub fn write(&self) -> String {
        ron::to_string(self).expect("words, a tag and an id are always written")
    }

    /// Reads what was kept. What cannot be read is words somebody typed all the same.
    pub fn read(text: &str) -> Self {
        ron::from_str(text).unwrap_or_else(|_not_ours| text.into())
    }
}

impl From<&str> for HalfTyped {
    fn from(line: &str) -> Self {
        Self {
            line: line.to_owned(),
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn whatever_was_typed_comes_back(line in ".{0,40}", words in "(?s).{0,40}", tag in prop::sample::select(Tag::CHOICES.to_vec()), edit: bool) {
            let rewritten = edit.then(|| Rewritten { id: "N17".parse().unwrap(), words, tag: Some(tag) });
            let kept = HalfTyped { line, tag: None, rewritten };
            prop_assert_eq!(HalfTyped::read(&kept.write()), kept);
        }
    }

    #[test]
    fn words_that_cannot_be_read_are_words() {
        assert_eq!(HalfTyped::read("Eva: vi ser att"), "Eva: vi ser att".into());
        assert_eq!(HalfTyped::read("(line: \"a"), "(line: \"a".into());
        assert!(HalfTyped::read("()").is_empty());
        assert!(HalfTyped::read("").is_empty());
    }

    #[test]
    fn the_words_alone_are_those_of_the_note_first() {
        let rewritten = Rewritten {
            id: "N3".parse().unwrap(),
            words: "fler än i fjol".to_owned(),
            tag: None,
        };
        let mut kept = HalfTyped {
            rewritten: Some(rewritten),
            ..HalfTyped::from("och sedan")
        };
        assert_eq!(kept.words(), "fler än i fjol\noch sedan");
        kept.line.clear();
        assert_eq!(kept.words(), "fler än i fjol");
    }
}
