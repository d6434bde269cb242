//! The fields of a session file as they stand in RON, before times, names and references have been looked at.

use std::{collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer},
};

use super::Kind;
use crate::{
    domain::{
        Form, Held, Minutes, NoteId, StageKind, Status, Tag, TagWords,
        chart::{Chart, ChartId},
    },
    text::SafeText,
};

/// Everything a file can say.
#[derive(Deserialize)]
#[serde(rename = "Session", deny_unknown_fields)]
pub(super) struct Wire {
    #[serde(default, rename = "version")]
    pub(super) _version: Option<u32>,
    #[serde(default)]
    pub(super) kind: Kind,
    #[serde(default)]
    pub(super) id: Option<String>,
    #[serde(default)]
    pub(super) snapshot: Option<(u64, u64)>,
    #[serde(default)]
    pub(super) body_sha256: Option<String>,
    pub(super) title: SafeText,
    #[serde(default)]
    pub(super) notice: Option<SafeText>,
    #[serde(default)]
    pub(super) theme: SafeText,
    #[serde(default)]
    pub(super) goal: SafeText,
    #[serde(default)]
    pub(super) purpose: SafeText,
    #[serde(default)]
    pub(super) why_now: SafeText,
    #[serde(default)]
    pub(super) language: Option<SafeText>,
    #[serde(default)]
    pub(super) zone: Option<String>,
    #[serde(default)]
    pub(super) series: Option<SafeText>,
    #[serde(default)]
    pub(super) slot: Slot,
    #[serde(default)]
    pub(super) held: Option<Held>,
    #[serde(default)]
    pub(super) next_steps: Vec<Note>,
    #[serde(default)]
    pub(super) carried: Vec<Carried>,
    #[serde(default)]
    pub(super) principles: Texts,
    #[serde(default)]
    pub(super) tags: Vec<TagWords>,
    #[serde(default)]
    pub(super) participants: Vec<Participant>,
    #[serde(default)]
    pub(super) stages: Vec<Stage>,
    #[serde(default)]
    pub(super) charts: Vec<Chart>,
    #[serde(default)]
    pub(super) timeline: Timeline,
    #[serde(default)]
    pub(super) notes: Vec<Note>,
    #[serde(default)]
    pub(super) afterwards: Vec<Note>,
    #[serde(default)]
    pub(super) removed: Vec<NoteId>,
    #[serde(default)]
    pub(super) numbers: Numbers,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Slot {
    #[serde(default)]
    pub(super) start: Option<String>,
    #[serde(default = "ninety")]
    pub(super) minutes: u16,
}

/// The length of a dialogue where nothing is said (guide, step 5: 75 to 90 minutes).
fn ninety() -> u16 {
    crate::domain::Slot::default().minutes
}

impl Default for Slot {
    fn default() -> Self {
        Self {
            start: None,
            minutes: ninety(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Participant {
    #[serde(default)]
    pub(super) key: Option<u8>,
    #[serde(default)]
    pub(super) name: Option<SafeText>,
    #[serde(default)]
    pub(super) perspective: SafeText,
    #[serde(default)]
    pub(super) organisation: Option<SafeText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stage {
    #[serde(default)]
    pub(super) id: Option<String>,
    pub(super) title: SafeText,
    #[serde(default)]
    pub(super) short: Option<SafeText>,
    #[serde(default)]
    pub(super) kind: StageKind,
    pub(super) minutes: Length,
    #[serde(default)]
    pub(super) tag: Tag,
    #[serde(default)]
    pub(super) present: Texts,
    #[serde(default)]
    pub(super) ask: Texts,
    #[serde(default)]
    pub(super) follow_ups: Texts,
    #[serde(default)]
    pub(super) words: Texts,
    #[serde(default)]
    pub(super) skippable: bool,
}

/// A note, a next step or a private line; the list it stands in says which when it does not.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a mark of its own in the file"
)]
pub(super) struct Note {
    #[serde(default)]
    pub(super) id: Option<NoteId>,
    #[serde(default)]
    pub(super) at: Option<String>,
    #[serde(default)]
    pub(super) tag: Option<Tag>,
    #[serde(default)]
    pub(super) chart: Option<ChartId>,
    #[serde(default)]
    pub(super) perspective: Option<SafeText>,
    #[serde(default, alias = "what")]
    pub(super) text: SafeText,
    #[serde(default)]
    pub(super) stage: Option<String>,
    #[serde(default)]
    pub(super) missed: bool,
    #[serde(default)]
    pub(super) continues: bool,
    #[serde(default)]
    pub(super) waits: bool,
    #[serde(default)]
    pub(super) who: Option<SafeText>,
    #[serde(default)]
    pub(super) when: Option<SafeText>,
    #[serde(default)]
    pub(super) from: Vec<NoteId>,
    #[serde(default)]
    pub(super) status: Status,
    #[serde(default)]
    pub(super) why: Option<SafeText>,
    #[serde(default)]
    pub(super) indicator: Option<SafeText>,
    #[serde(default)]
    pub(super) again: Option<SafeText>,
    #[serde(default)]
    pub(super) settled: bool,
}

/// What an earlier session of the series left open.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Carried {
    pub(super) id: NoteId,
    #[serde(default)]
    pub(super) at: Option<String>,
    #[serde(default)]
    pub(super) who: Option<SafeText>,
    pub(super) what: SafeText,
    #[serde(default)]
    pub(super) when: Option<SafeText>,
    #[serde(default)]
    pub(super) status: Status,
    #[serde(default)]
    pub(super) why: Option<SafeText>,
    #[serde(default)]
    pub(super) indicator: Option<SafeText>,
    #[serde(default)]
    pub(super) again: Option<SafeText>,
    #[serde(default)]
    pub(super) from: Vec<NoteId>,
    #[serde(default)]
    pub(super) because: Option<SafeText>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Timeline {
    pub(super) visits: Vec<Visit>,
    pub(super) skipped: Vec<String>,
    pub(super) adjusted: BTreeMap<String, f64>,
    pub(super) end: Option<String>,
    pub(super) form: Option<(Form, String)>,
    pub(super) closed: Option<String>,
    pub(super) heard: BTreeMap<String, u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Visit {
    pub(super) stage: String,
    pub(super) from: String,
    #[serde(default)]
    pub(super) to: Option<String>,
    #[serde(default)]
    pub(super) pauses: Vec<Pause>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pause {
    pub(super) from: String,
    #[serde(default)]
    pub(super) to: Option<String>,
}

/// The highest number used for each letter.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "UPPERCASE")]
pub(super) struct Numbers {
    pub(super) n: u32,
    pub(super) s: u32,
    pub(super) f: u32,
    pub(super) v: u32,
    pub(super) p: u32,
    pub(super) i: u32,
}

/// What a list of texts is; problems are told in the person's language by it.
pub(in crate::format) const ONE_OR_MANY: &str = "a text, or texts in [ ]";

/// What the length of a stage is.
pub(in crate::format) const LENGTH: &str = "whole minutes, as 10 or (min: 10, wish: 20, max: 25)";

/// Texts in a list, or one text alone.
#[derive(Default)]
pub(super) struct Texts(pub(super) Vec<SafeText>);

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMany;

        impl<'de> Visitor<'de> for OneOrMany {
            type Value = Texts;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(ONE_OR_MANY)
            }

            fn visit_str<E>(self, text: &str) -> Result<Texts, E> {
                Ok(Texts(vec![SafeText::block(text)]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Texts, A::Error> {
                let mut texts = Vec::new();
                while let Some(text) = items.next_element()? {
                    texts.push(text);
                }
                Ok(Texts(texts))
            }
        }
        deserializer.deserialize_any(OneOrMany)
    }
}

/// The length of a stage: a number of minutes, or least, wish and most.
pub(super) struct Length(pub(super) Minutes);

impl<'de> Deserialize<'de> for Length {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Three {
            #[serde(default)]
            min: Option<u16>,
            wish: u16,
            #[serde(default)]
            max: Option<u16>,
        }

        struct OneOrThree;

        impl<'de> Visitor<'de> for OneOrThree {
            type Value = Length;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(LENGTH)
            }

            fn visit_u64<E: de::Error>(self, minutes: u64) -> Result<Length, E> {
                u16::try_from(minutes)
                    .map(|minutes| Length(Minutes::fixed(minutes)))
                    .map_err(|_error| E::invalid_value(de::Unexpected::Unsigned(minutes), &self))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Length, A::Error> {
                let Three { min, wish, max } = Three::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Length(Minutes {
                    min: min.unwrap_or(wish),
                    wish,
                    max: max.unwrap_or(wish),
                }))
            }
        }
        deserializer.deserialize_any(OneOrThree)
    }
}
