//! Rows, cells and what else stands in the lists of a chart, as a person writes them.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, SeqAccess, Visitor},
    ser::SerializeTuple,
};

use crate::{
    domain::chart::{Break, Cell, Occasion, Row},
    text::SafeText,
};

/// A label may be written as a whole number: years are.
struct Label(SafeText);

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.deserialize_any(Any)? {
            Found::Text(text) => Ok(Self(text)),
            Found::Number(number) if number.fract() == 0.0 => {
                Ok(Self(SafeText::line(&number.to_string())))
            }
            _ => Err(de::Error::custom(
                "a row begins with its label, as (\"Åk 8\", 81)",
            )),
        }
    }
}

/// Whatever may stand at a place in a row.
enum Found {
    Number(f64),
    Text(SafeText),
    Nothing,
    List(Vec<Self>),
}

struct Any;

impl<'de> Deserialize<'de> for Found {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any)
    }
}

impl<'de> Visitor<'de> for Any {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, or None or Missing(\"reason\") for a value that is missing")
    }

    fn visit_i64<E>(self, value: i64) -> Result<Found, E> {
        Ok(Found::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Found, E> {
        Ok(Found::Number(value as f64))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Found, E> {
        if value.is_finite() {
            Ok(Found::Number(value))
        } else {
            Err(E::custom(NOT_FINITE))
        }
    }

    fn visit_str<E>(self, value: &str) -> Result<Found, E> {
        Ok(Found::Text(SafeText::line(value)))
    }

    fn visit_unit<E>(self) -> Result<Found, E> {
        Ok(Found::Nothing)
    }

    fn visit_none<E>(self) -> Result<Found, E> {
        Ok(Found::Nothing)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Found, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Found, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Found, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Found::List(list))
    }
}

const NOT_FINITE: &str = "a value must be a number that can be drawn; write None or Missing(\"reason\") for one that is missing";

impl Found {
    /// Reads one cell. `Missing("x")` comes from RON as a list of one text.
    fn cell<E: de::Error>(self) -> Result<Cell, E> {
        match self {
            // Adding zero turns -0.0 into 0.0.
            Self::Number(number) => Ok(Cell::Value(number + 0.0)),
            Self::Nothing => Ok(Cell::missing()),
            Self::Text(text) if text.trim().replace(',', ".").parse::<f64>().is_ok() => {
                Err(E::custom(format!(
                    "write the value {text} without quotation marks, with a point for decimals"
                )))
            }
            Self::Text(text) => Ok(Cell::Missing(text)),
            Self::List(mut list) => match (list.pop(), list.pop()) {
                (Some(Self::Text(text)), None) => Self::Text(text).cell(),
                _ => Err(E::custom(
                    "a list of values holds numbers, None and Missing(\"reason\")",
                )),
            },
        }
    }

    fn cells<E: de::Error>(self) -> Result<Vec<Cell>, E> {
        match self {
            Self::List(list) => list.into_iter().map(Self::cell).collect(),
            single => Ok(vec![single.cell()?]),
        }
    }
}

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct RowVisitor;

        impl<'de> Visitor<'de> for RowVisitor {
            type Value = Row;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a row, as (\"Åk 8\", 81) or (\"Åk 8\", [81, 84])")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Row, A::Error> {
                let few = || de::Error::custom("a row is a label and a value, as (\"Åk 8\", 81)");
                let Label(label) = items.next_element()?.ok_or_else(few)?;
                let cells = items.next_element::<Found>()?.ok_or_else(few)?.cells()?;
                let mut row = Row {
                    label,
                    cells,
                    n: None,
                    remark: SafeText::default(),
                };
                while let Some(more) = items.next_element()? {
                    match more {
                        Found::Number(n)
                            if n >= 0.0
                                && n.fract() == 0.0
                                && n <= f64::from(u32::MAX)
                                && row.n.is_none() =>
                        {
                            row.n = Some(n as u32);
                        }
                        Found::Text(text) if row.remark.is_empty() => row.remark = text,
                        _ => {
                            return Err(de::Error::custom(
                                "after its values a row has only how many answered and a word; several values stand in [ ]",
                            ));
                        }
                    }
                }
                Ok(row)
            }
        }
        deserializer.deserialize_tuple(2, RowVisitor)
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let more = usize::from(self.n.is_some()) + usize::from(!self.remark.is_empty());
        let mut tuple = serializer.serialize_tuple(2 + more)?;
        tuple.serialize_element(&self.label)?;
        match self.cells.as_slice() {
            [cell] => tuple.serialize_element(cell)?,
            cells => tuple.serialize_element(cells)?,
        }
        if let Some(n) = &self.n {
            tuple.serialize_element(n)?;
        }
        if !self.remark.is_empty() {
            tuple.serialize_element(&self.remark)?;
        }
        tuple.end()
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) if value.is_finite() => number::serialize(value, serializer),
            Self::Missing(reason) if !reason.is_empty() => {
                serializer.serialize_newtype_variant("Cell", 1, "Missing", reason)
            }
            Self::Value(_) | Self::Missing(_) => serializer.serialize_none(),
        }
    }
}

impl Serialize for Occasion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.n {
            None => self.label.serialize(serializer),
            Some(n) => (&self.label, n).serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Occasion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fault = || {
            de::Error::custom(
                "an occasion is its name, or its name and how many answered, as (\"september\", 1500)",
            )
        };
        match deserializer.deserialize_any(Any)? {
            Found::Text(label) => Ok(Self { label, n: None }),
            Found::List(list) => match <[Found; 2]>::try_from(list) {
                Ok([Found::Text(label), Found::Number(n)])
                    if n >= 0.0 && n.fract() == 0.0 && n <= f64::from(u32::MAX) =>
                {
                    Ok(Self {
                        label,
                        n: Some(n as u32),
                    })
                }
                _ => Err(fault()),
            },
            _ => Err(fault()),
        }
    }
}

impl Serialize for Break {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (&self.at, &self.why).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Break {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (Label(at), why) = Deserialize::deserialize(deserializer)?;
        Ok(Self { at, why })
    }
}

/// A number as a person writes it: whole numbers without a point.
pub(in crate::domain::chart) mod number {
    use serde::{Deserialize, Deserializer, Serializer, de};

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde passes a reference"
    )]
    pub(in crate::domain::chart) fn serialize<S: Serializer>(
        value: &f64,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        // Whole numbers are exact in both forms below 2^53.
        if value.fract() == 0.0 && value.abs() < 9_007_199_254_740_992.0 {
            serializer.serialize_i64(*value as i64)
        } else {
            serializer.serialize_f64(*value)
        }
    }

    pub(in crate::domain::chart) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<f64, D::Error> {
        let value = f64::deserialize(deserializer)?;
        if value.is_finite() {
            Ok(value + 0.0)
        } else {
            Err(de::Error::custom(super::NOT_FINITE))
        }
    }
}
