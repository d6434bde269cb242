//! The payload of a journal line: an entry as RON on one line, `(seat, counter, order, wall, event)`.
//!
//! The four numbers stand first and without names. They are read by hand, which takes half the time of a long journal, and they are the
//! part that every version writes alike, so that an event of a newer one still has its id.

use crate::{
    domain::{Entry, EntryId, Event, Hlc, Seat},
    text::Moment,
};

/// What a journal line says.
#[derive(Clone, Debug, PartialEq)]
pub enum Decoded {
    /// An entry this program knows.
    Known(Box<Entry>),
    /// Something a newer version wrote. It is kept as it stands.
    Unknown {
        /// The payload, unchanged.
        raw: String,
        /// Which entry it is, where that much can be read.
        id: Option<EntryId>,
    },
}

/// Writes an entry on one line; every line break within it is escaped.
pub fn encode(entry: &Entry) -> String {
    let Entry {
        id,
        order,
        wall,
        event,
    } = entry;
    let event = ron::to_string(event).expect("an event holds only what RON can say");
    format!("({},{},{},{},{event})", id.seat.0, id.n, order.0, wall.0)
}

/// Reads the payload of a line whose checksum holds.
///
/// As the bytes are known to be whole, what cannot be read comes from a newer version.
pub fn decode(payload: &str) -> Decoded {
    let head = head(payload);
    let entry = head.as_ref().and_then(|(id, order, wall, event)| {
        Some(Entry {
            id: *id,
            order: *order,
            wall: *wall,
            event: ron::from_str::<Event>(event).ok()?,
        })
    });
    match entry {
        Some(entry) => Decoded::Known(Box::new(entry)),
        None => Decoded::Unknown {
            raw: payload.to_owned(),
            id: head.map(|(id, ..)| id),
        },
    }
}

/// Splits a payload into its numbers and the text of its event.
fn head(payload: &str) -> Option<(EntryId, Hlc, Moment, &str)> {
    let inner = payload.strip_prefix('(')?.strip_suffix(')')?;
    let mut parts = inner.splitn(5, ',');
    let id = EntryId {
        seat: Seat(parts.next()?.parse().ok()?),
        n: parts.next()?.parse().ok()?,
    };
    let order = Hlc(parts.next()?.parse().ok()?);
    let wall = Moment(parts.next()?.parse().ok()?);
    Some((id, order, wall, parts.next()?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{domain::Session, format::generated};

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn an_entry_comes_back_on_one_line(entry in generated::entry()) {
            let line = encode(&entry);
            prop_assert!(!line.contains(['\n', '\r']));
            prop_assert_eq!(decode(&line), Decoded::Known(Box::new(entry)), "{}", line);
        }
    }

    #[test]
    fn what_a_newer_version_wrote_is_kept() {
        let id = EntryId {
            seat: Seat(2),
            n: 7,
        };
        for (raw, id) in [
            ("(2,7,1,-2,Sung(verse:3,by:[\"N1\"]))", Some(id)),
            ("(2,7,1,2,Waved)", Some(id)),
            ("(2,7,1,2,Nodded(N(\"x\"),{1:2}),Some(\"calm\"))", Some(id)),
            ("(2,7,1,2,Agenda(term:1,saw:None,act:Danced))", Some(id)),
            ("(2,7,1,2,)", Some(id)),
            ("(2,7,one,2,Waved)", None),
            ("Snap(3)", None),
            ("", None),
        ] {
            let raw = raw.to_owned();
            assert_eq!(decode(&raw), Decoded::Unknown { raw, id });
        }
    }

    /// Run with `cargo test --release --lib -- --ignored --nocapture ten_thousand`.
    #[test]
    #[ignore = "measures, and means something in a release build only"]
    #[expect(clippy::disallowed_methods, reason = "measures")]
    fn ten_thousand_entries_are_read_in_no_time() {
        let entries: Vec<Entry> = (1_u64..)
            .zip(generated::many_notes())
            .map(|(n, (note, wall, body))| Entry {
                id: EntryId {
                    seat: Seat::LEAD,
                    n,
                },
                order: Hlc::at(wall),
                wall,
                event: Event::NoteAdded {
                    id: note,
                    at: None,
                    body: body.expect("written"),
                },
            })
            .collect();
        for _ in 0..3 {
            let start = std::time::Instant::now();
            let lines: Vec<String> = entries.iter().map(encode).collect();
            let encoded = start.elapsed();
            let decoded: Vec<Decoded> = lines.iter().map(|line| decode(line)).collect();
            let both = start.elapsed();
            let mut session = Session::default();
            for entry in &entries {
                session.apply(entry);
            }
            println!(
                "{} bytes: encode {encoded:?}, decode {:?}, fold {:?}",
                lines.iter().map(String::len).sum::<usize>(),
                both.saturating_sub(encoded),
                start.elapsed().saturating_sub(both)
            );
            println!("{}", lines[0]);
            assert!(decoded.iter().zip(&entries).all(|(decoded, entry)| {
                matches!(decoded, Decoded::Known(known) if **known == *entry)
            }));
        }
    }
}
