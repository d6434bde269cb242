//! The parts of a JSON-stat set as they stand: the values quickly, since there may be millions, and the rest as any JSON.

use std::{borrow::Cow, collections::HashMap, fmt};

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::super::node::{Node, Scalar};
use crate::data::table::MAX_CELLS;

/// One set, or a collection of them.
#[derive(Default)]
pub(super) struct Set {
    /// Its name in a bundle; empty elsewhere.
    pub(super) name: String,
    /// Everything but the values, their marks and the sets within.
    pub(super) rest: Vec<(String, Node)>,
    pub(super) values: Values,
    pub(super) status: Status,
    /// The sets of a collection.
    pub(super) inner: Vec<Self>,
}

impl Set {
    pub(super) fn get(&self, key: &str) -> &Node {
        static NULL: Node = Node::Null;
        let found = self.rest.iter().find(|(found, _)| found == key);
        found.map_or(&NULL, |(_, node)| node)
    }

    /// Says whether it is a set: one without dimensions has only a place elsewhere.
    pub(super) fn is_set(&self) -> bool {
        !self.get("dimension").pairs().is_empty()
    }
}

/// The values, listed or with their places.
#[derive(Default)]
pub(super) struct Values {
    /// A number that is not finite stands where there is none.
    pub(super) list: Vec<f64>,
    pub(super) sparse: Vec<(usize, f64)>,
    /// Texts where numbers should stand.
    pub(super) texts: HashMap<usize, String>,
    /// More than a table may hold.
    pub(super) too_many: bool,
    /// A place that is no number.
    pub(super) bad_place: bool,
}

impl Values {
    fn number(&mut self, place: usize, value: Scalar<'_>) -> f64 {
        match value {
            Scalar::Number(number) => number,
            Scalar::Text(text) => match text.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => number,
                _ => {
                    let text = text.chars().take(100).collect();
                    self.texts.insert(place, text);
                    f64::NAN
                }
            },
            Scalar::Null | Scalar::Other => f64::NAN,
        }
    }
}

/// The marks of the cells: one for all, a list, or with their places.
#[derive(Default)]
pub(super) enum Status {
    #[default]
    None,
    All(String),
    List(Vec<Option<String>>),
    Map(HashMap<usize, String>),
}

impl Status {
    /// Returns the mark of a cell.
    pub(super) fn of(&self, place: usize) -> Option<&str> {
        let mark = match self {
            Self::None => None,
            Self::All(mark) => Some(mark),
            Self::List(marks) => marks.get(place).and_then(Option::as_ref),
            Self::Map(marks) => marks.get(&place),
        };
        mark.map(String::as_str).filter(|mark| !mark.is_empty())
    }
}

/// Sets under names of their own, as version 1 has them.
#[derive(Default)]
pub(super) struct Bundle {
    pub(super) sets: Vec<(String, Set)>,
}

/// Makes a visitor of maps and lists that takes everything else for nothing.
macro_rules! visitor {
    ($value:ty, $map:item, $seq:item, $text:item) => {
        impl<'de> Deserialize<'de> for $value {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Parts;
                impl<'de> Visitor<'de> for Parts {
                    type Value = $value;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("a part of a table")
                    }

                    fn visit_unit<E>(self) -> Result<$value, E> {
                        Ok(<$value>::default())
                    }

                    fn visit_bool<E>(self, _: bool) -> Result<$value, E> {
                        Ok(<$value>::default())
                    }

                    fn visit_u64<E>(self, _: u64) -> Result<$value, E> {
                        Ok(<$value>::default())
                    }

                    fn visit_i64<E>(self, _: i64) -> Result<$value, E> {
                        Ok(<$value>::default())
                    }

                    fn visit_f64<E>(self, _: f64) -> Result<$value, E> {
                        Ok(<$value>::default())
                    }

                    $text

                    $map

                    $seq
                }
                deserializer.deserialize_any(Parts)
            }
        }
    };
}

visitor!(
    Set,
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Set, A::Error> {
        let mut set = Set::default();
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "value" => set.values = map.next_value()?,
                "status" => set.status = map.next_value()?,
                "link" => set.inner = map.next_value::<Link>()?.items,
                _ => {
                    let node = map.next_value::<Node>()?;
                    set.rest.push((key, node));
                }
            }
        }
        Ok(set)
    },
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Set, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Set::default())
    },
    fn visit_str<E>(self, _: &str) -> Result<Set, E> {
        Ok(Set::default())
    }
);

/// What a set links to; only what lies within it is read.
#[derive(Default)]
struct Link {
    items: Vec<Set>,
}

visitor!(
    Link,
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Link, A::Error> {
        let mut link = Link::default();
        while let Some(key) = map.next_key::<String>()? {
            if key == "item" {
                link.items = map.next_value::<Items>()?.0;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(link)
    },
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Link, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Link::default())
    },
    fn visit_str<E>(self, _: &str) -> Result<Link, E> {
        Ok(Link::default())
    }
);

#[derive(Default)]
struct Items(Vec<Set>);

visitor!(
    Items,
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Items, A::Error> {
        // Some servers name the sets instead of listing them.
        let mut items = Vec::new();
        while let Some((name, mut set)) = map.next_entry::<String, Set>()? {
            set.name = name;
            items.push(set);
        }
        Ok(Items(items))
    },
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Items, A::Error> {
        let mut items = Vec::new();
        while let Some(set) = seq.next_element()? {
            items.push(set);
        }
        Ok(Items(items))
    },
    fn visit_str<E>(self, _: &str) -> Result<Items, E> {
        Ok(Items::default())
    }
);

visitor!(
    Bundle,
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Bundle, A::Error> {
        let mut bundle = Bundle::default();
        while let Some(entry) = map.next_entry()? {
            bundle.sets.push(entry);
        }
        Ok(bundle)
    },
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Bundle, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Bundle::default())
    },
    fn visit_str<E>(self, _: &str) -> Result<Bundle, E> {
        Ok(Bundle::default())
    }
);

visitor!(
    Values,
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Values, A::Error> {
        let mut values = Values::default();
        while let Some((place, value)) = map.next_entry::<Cow<'de, str>, Scalar<'de>>()? {
            let Ok(place) = place.parse::<usize>() else {
                values.bad_place = true;
                continue;
            };
            if values.sparse.len() >= MAX_CELLS {
                values.too_many = true;
                continue;
            }
            let number = values.number(place, value);
            values.sparse.push((place, number));
        }
        Ok(values)
    },
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Values, A::Error> {
        let mut values = Values::default();
        while let Some(value) = seq.next_element::<Scalar<'de>>()? {
            if values.list.len() >= MAX_CELLS {
                values.too_many = true;
                continue;
            }
            let number = values.number(values.list.len(), value);
            values.list.push(number);
        }
        Ok(values)
    },
    fn visit_str<E>(self, _: &str) -> Result<Values, E> {
        Ok(Values::default())
    }
);

visitor!(
    Status,
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Status, A::Error> {
        let mut marks = HashMap::new();
        while let Some((place, mark)) = map.next_entry::<Cow<'de, str>, Scalar<'de>>()? {
            if let Ok(place) = place.parse::<usize>() {
                marks.insert(place, mark.words().into_owned());
            }
        }
        Ok(Status::Map(marks))
    },
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Status, A::Error> {
        let mut marks = Vec::new();
        while let Some(mark) = seq.next_element::<Scalar<'de>>()? {
            let words = Some(mark.words()).filter(|words| !words.is_empty());
            marks.push(words.map(Cow::into_owned));
        }
        Ok(Status::List(marks))
    },
    fn visit_str<E>(self, mark: &str) -> Result<Status, E> {
        Ok(Status::All(mark.to_owned()))
    }
);
