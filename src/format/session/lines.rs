//! The notes of a file that nobody has touched, read line by line: most of a long session is notes, and their lines are as simple as can be.
//!
//! What cannot be read so is read as RON. The fields are those of [`wire::Note`] either way.

use serde::{
    Deserialize, Deserializer,
    de::{
        Error as _, IntoDeserializer, MapAccess, Visitor,
        value::{Error, MapAccessDeserializer, SeqDeserializer},
    },
    forward_to_deserialize_any,
};

use super::{untouched, wire};

/// The lists whose items stand on a line each.
const LISTS: [&str; 3] = ["next_steps", "notes", "afterwards"];

/// A file in two parts.
pub(super) struct Parted {
    /// The text without the notes' lines.
    pub(super) rest: String,
    /// The notes of each of [`LISTS`] that was found; the others are still in the rest.
    pub(super) lists: [Vec<wire::Note>; 3],
}

/// Parts a file from its notes; none where it is not as this program wrote it.
pub(super) fn parted(text: &str) -> Option<Parted> {
    // Only then is a line a line: a text in a file written by hand can go over several.
    untouched(text)?;
    let (mut rest, mut left) = (String::new(), text);
    let mut lists = LISTS.map(|_| Vec::new());
    for (name, list) in LISTS.iter().zip(&mut lists) {
        let head = format!("\n    {name}: [\n");
        let Some(at) = memchr::memmem::find(left.as_bytes(), head.as_bytes()) else {
            continue;
        };
        let (before, lines) = left.split_at_checked(at + head.len())?;
        rest.push_str(before);
        left = lines;
        while let Some((line, after)) =
            split(left, b'\n').filter(|(line, _)| line.starts_with("        "))
        {
            list.push(note(line.trim_start().strip_suffix(',')?)?);
            left = after;
        }
        if !left.starts_with("    ],") {
            return None;
        }
    }
    rest.push_str(left);
    Some(Parted { rest, lists })
}

/// Parts a text at a sign of ASCII, many bytes at a time.
fn split(text: &str, at: u8) -> Option<(&str, &str)> {
    let (before, after) = text.split_at_checked(memchr::memchr(at, text.as_bytes())?)?;
    Some((before, after.get(1..)?))
}

/// Reads a note in its parentheses.
fn note(text: &str) -> Option<wire::Note> {
    if memchr::memchr(b'\\', text.as_bytes()).is_some() {
        return super::read::options().from_str(text).ok();
    }
    let fields = Fields {
        left: text.strip_prefix('(')?.strip_suffix(')')?,
        value: None,
    };
    wire::Note::deserialize(MapAccessDeserializer::new(fields)).ok()
}

/// The fields of a note, one after the other.
struct Fields<'t> {
    left: &'t str,
    value: Option<Value<'t>>,
}

/// What a field is.
enum Value<'t> {
    Text(&'t str),
    Texts(Vec<Self>),
    Word(&'t str),
}

impl<'t> Value<'t> {
    /// Reads a value and returns what is behind it.
    fn read(text: &'t str) -> Option<(Self, &'t str)> {
        if let Some(text) = text.strip_prefix('"') {
            let (text, after) = split(text, b'"')?;
            return Some((Self::Text(text), after));
        }
        if let Some(mut left) = text.strip_prefix('[') {
            let mut texts = Vec::new();
            loop {
                let (text, after) =
                    Self::read(left).filter(|(one, _)| matches!(one, Self::Text(_)))?;
                texts.push(text);
                match after.strip_prefix(", ") {
                    Some(more) => left = more,
                    None => return Some((Self::Texts(texts), after.strip_prefix(']')?)),
                }
            }
        }
        let end = text
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(text.len());
        let (word, after) = text.split_at_checked(end)?;
        Some((Self::Word(word), after))
    }
}

impl<'t> MapAccess<'t> for Fields<'t> {
    type Error = Error;

    fn next_key_seed<K: serde::de::DeserializeSeed<'t>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        if self.left.is_empty() {
            return Ok(None);
        }
        let read = || {
            let (name, value) = split(self.left, b':')?;
            let (value, after) = Value::read(value.strip_prefix(' ')?)?;
            let left = match after.strip_prefix(", ") {
                Some(more) if !more.is_empty() => more,
                None if after.is_empty() => after,
                _ => return None,
            };
            Some((name, value, left))
        };
        let (name, value, left) = read().ok_or_else(|| Error::custom("another form"))?;
        (self.value, self.left) = (Some(value), left);
        seed.deserialize(name.into_deserializer()).map(Some)
    }

    fn next_value_seed<V: serde::de::DeserializeSeed<'t>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, Error> {
        let value = self.value.take();
        seed.deserialize(value.ok_or_else(|| Error::custom("no value"))?)
    }
}

impl<'t> IntoDeserializer<'t, Error> for Value<'t> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Value<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Text(text) => visitor.visit_borrowed_str(text),
            Self::Texts(texts) => visitor.visit_seq(SeqDeserializer::new(texts.into_iter())),
            Self::Word("true") => visitor.visit_bool(true),
            Self::Word("false") => visitor.visit_bool(false),
            Self::Word(_) => Err(Error::custom("a word alone")),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Self::Word(word) => word
                .into_deserializer()
                .deserialize_enum(name, variants, visitor),
            Self::Text(_) | Self::Texts(_) => Err(Error::custom("no word")),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct newtype_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}
