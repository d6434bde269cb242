//! Names of things. Each is a type of its own, so that a stage is never taken for a chart.

use std::{
    fmt::{self, Write as _},
    str::FromStr,
};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::{Moment, Spoken};

/// The name of a session that stays the same when the file moves.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SessionId(pub String);

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// The name of a stage within its session, such as `dialogue-1`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StageId(pub String);

impl fmt::Display for StageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl From<&str> for StageId {
    fn from(id: &str) -> Self {
        Self(id.to_owned())
    }
}

/// One writer of a session: a window on a machine. [`Seat::LEAD`] leads until another seat takes over.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Seat(pub u32);

impl Seat {
    /// The seat that leads first.
    pub const LEAD: Self = Self(1);
}

/// A hybrid logical clock: milliseconds in the upper bits, a counter in the lower sixteen.
///
/// It is never earlier than anything its writer saw, so a later edit wins even where two machines' clocks differ.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Hlc(pub u64);

impl Hlc {
    const COUNTER_BITS: u32 = 16;

    /// Returns the earliest clock reading of an instant.
    pub fn at(wall: Moment) -> Self {
        Self(u64::try_from(wall.0).unwrap_or(0) << Self::COUNTER_BITS)
    }

    /// Returns the reading that follows everything seen and is not before the wall clock.
    pub fn after(seen: Self, wall: Moment) -> Self {
        Self(Self::at(wall).0.max(seen.0 + 1))
    }

    /// Returns the wall-clock part.
    pub const fn wall(self) -> Moment {
        Moment((self.0 >> Self::COUNTER_BITS) as i64)
    }
}

/// Which entry: the seat that wrote it and that seat's own counter, from 1.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct EntryId {
    /// The seat that wrote it.
    pub seat: Seat,
    /// The seat's own counter.
    pub n: u64,
}

/// The kind of thing a note was born as; its id begins with this letter for ever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Letter {
    /// A note.
    #[default]
    N,
    /// A next step.
    S,
    /// Data we want to see ("fråga om data").
    F,
    /// Who more should be here ("vem mer").
    V,
    /// Parked.
    P,
    /// A line from the chat ("inkorg").
    I,
}

impl Letter {
    /// Every letter.
    pub const ALL: [Self; 6] = [Self::N, Self::S, Self::F, Self::V, Self::P, Self::I];

    /// Returns the letter itself.
    pub const fn as_char(self) -> char {
        match self {
            Self::N => 'N',
            Self::S => 'S',
            Self::F => 'F',
            Self::V => 'V',
            Self::P => 'P',
            Self::I => 'I',
        }
    }
}

/// The id of a note, `N17`, or `N17c` from another machine. Never used again, the same in every window and in the minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteId {
    /// What it was born as.
    pub letter: Letter,
    /// The number under the journal's lock; 0 while the note has none.
    pub number: u32,
    /// The letter of another machine's seat.
    pub machine: Option<char>,
}

impl NoteId {
    /// Makes an id of this machine.
    pub const fn new(letter: Letter, number: u32) -> Self {
        Self {
            letter,
            number,
            machine: None,
        }
    }

    /// Makes the id of a draft: a letter and no number, until the store gives one.
    pub const fn pending(letter: Letter) -> Self {
        Self::new(letter, 0)
    }

    /// Tells whether the store has given it a number.
    pub const fn is_numbered(self) -> bool {
        self.number > 0
    }
}

impl fmt::Display for NoteId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.width().is_some() {
            let machine = self.machine.map(String::from).unwrap_or_default();
            return f.pad(&format!(
                "{}{}{machine}",
                self.letter.as_char(),
                self.number
            ));
        }
        f.write_char(self.letter.as_char())?;
        self.number.fmt(f)?;
        self.machine.map_or(Ok(()), |machine| f.write_char(machine))
    }
}

/// Says that a text is not an id such as `N17`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an id: expected a letter N, S, F, V or P and a number, such as N17")]
pub struct NotAnId(pub String);

impl FromStr for NoteId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let wrong = || NotAnId(text.to_owned());
        let mut chars = text.chars();
        let first = chars.next().ok_or_else(wrong)?.to_ascii_uppercase();
        let letter = Letter::ALL
            .into_iter()
            .find(|letter| letter.as_char() == first)
            .ok_or_else(wrong)?;
        let rest = chars.as_str();
        let digits = rest.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let mut tail = rest.strip_prefix(digits).unwrap_or_default().chars();
        let machine = tail.next();
        let number = digits.parse().map_err(|_error| wrong())?;
        if tail.next().is_some() || digits.starts_with('+') {
            Err(wrong())
        } else {
            Ok(Self {
                letter,
                number,
                machine,
            })
        }
    }
}

impl Serialize for NoteId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for NoteId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Spoken("an id such as N17", |text: &str| {
            text.parse().map_err(|error: NotAnId| error.to_string())
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_read_back_as_written() {
        for text in ["N17", "S1", "F2", "V300", "P1", "N17c"] {
            assert_eq!(text.parse::<NoteId>().unwrap().to_string(), text);
        }
        assert_eq!("n17".parse::<NoteId>().unwrap(), NoteId::new(Letter::N, 17));
        for text in [
            "",
            "N",
            "17",
            "X1",
            "N1cc",
            "N+1",
            "N 1",
            "Nå",
            "N99999999999",
        ] {
            assert!(text.parse::<NoteId>().is_err(), "{text}");
        }
    }

    #[test]
    fn the_order_clock_never_goes_back() {
        let late = Hlc::at(Moment(2000));
        assert!(Hlc::after(late, Moment(1000)) > late);
        assert_eq!(Hlc::after(late, Moment(3000)), Hlc::at(Moment(3000)));
        assert_eq!(late.wall(), Moment(2000));
    }
}
