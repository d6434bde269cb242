//! `guess: true`, or `guess: "2024"` where one row of several is guessed.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{domain::chart::Guess, text::SafeText};

impl Serialize for Guess {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::No => serializer.serialize_bool(false),
            Self::Yes => serializer.serialize_bool(true),
            Self::Row(label) => label.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Guess {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(
            untagged,
            expecting = "guess is true or false, or the label of the row that is guessed"
        )]
        enum Either {
            Marked(bool),
            Row(SafeText),
        }
        Ok(match Either::deserialize(deserializer)? {
            Either::Marked(true) => Self::Yes,
            Either::Marked(false) => Self::No,
            Either::Row(label) => Self::Row(label),
        })
    }
}
