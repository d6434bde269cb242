//! One line of the journal: framed, numbered, checked, and blind to what it carries.
//!
//! ```text
//! J2 <seq> <prev:8hex> <crc:8hex> <len> <payload>\n      crc32c over "<seq> <prev> <len> <payload>"; prev is the crc of the line before
//! ```
//!
//! Every line can be checked by itself and names the one before it. So damage costs the lines it touches and no other, and a line that was
//! lost, doubled or moved is told by the links. A chain of checksums alone would make every line after a lost one unreadable.

/// The longest line written or read, in bytes.
///
/// A note is at most 8,000 characters, but a change of the plan carries a whole agenda, or a chart with its values, in one line, so the
/// usual 64 KiB are too few. The reader needs a bound, or one damaged byte could make it swallow the whole file as one line.
pub const MAX_LINE: usize = 256 * 1024;

/// The first word of every line: journal, second form.
const MARK: &[u8] = b"J2";

/// The longest framing before the payload: mark, number, two checksums, length and their spaces.
const MAX_HEAD: usize = 2 + 1 + 20 + 1 + 8 + 1 + 8 + 1 + 6 + 1;

/// The end of the chain: the number and checksum of a line, which the next line names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The line's number, from 1; 0 before the first.
    pub seq: u64,
    /// The line's checksum.
    pub crc: u32,
}

/// Says that a payload cannot be a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// It would be longer than [`MAX_LINE`].
    #[error("an entry of {0} bytes is too long for the journal")]
    TooLong(usize),
    /// It holds a line break.
    #[error("an entry with a line break in it cannot be one line")]
    LineBreak,
}

/// A line that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its place in the chain.
    pub link: Link,
    /// What it carries.
    pub payload: String,
}

/// What is wrong at a place of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Bytes that are no line, while the lines around them follow one another: a write that never was confirmed.
    Scrap,
    /// Bytes that are no line, and nothing after them tells whether a line was lost.
    Damaged,
    /// The line here names another predecessor than the one before it: so many numbers are missing (0 where lines changed places).
    Broken {
        /// How many.
        missing: u64,
    },
    /// A line that was read before.
    Repeated,
}

impl Fault {
    /// Tells whether something that was once confirmed may be lost here.
    pub const fn is_loss(self) -> bool {
        matches!(self, Self::Damaged | Self::Broken { .. })
    }
}

/// A place of the file where something is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The byte it begins at.
    pub offset: u64,
    /// The line of the file, from 1, as an editor counts.
    pub line: u64,
    /// How many bytes.
    pub bytes: u64,
    /// What is wrong.
    pub fault: Fault,
}

/// Where a scan begins, and where it ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// The byte.
    pub offset: u64,
    /// How many lines of the file lie before it.
    pub lines: u64,
    /// The last valid line before it.
    pub link: Link,
}

/// What a stretch of the journal holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scan {
    /// The valid lines, in the order of the file.
    pub lines: Vec<Line>,
    /// What is wrong, in the order of the file.
    pub gaps: Vec<Gap>,
    /// Where the next scan begins. What lies behind it is the start of a line whose end is not there.
    pub end: Position,
    /// How many bytes lie behind the end: a torn tail, or a line somebody is still writing.
    pub torn: u64,
    /// The last valid line has no line break yet; whoever writes next puts one first.
    pub open_ended: bool,
}

/// Writes the line with this number after the line with the checksum `prev`.
pub fn encode(prev: u32, seq: u64, payload: &str, out: &mut Vec<u8>) -> Result<Link, Unfit> {
    if payload.contains(['\n', '\r']) {
        return Err(Unfit::LineBreak);
    }
    let len = payload.len();
    if len + MAX_HEAD + 1 > MAX_LINE {
        return Err(Unfit::TooLong(len));
    }
    let crc = checksum(
        format!("{seq} {prev:08x} {len} ").as_bytes(),
        payload.as_bytes(),
    );
    out.extend_from_slice(format!("J2 {seq} {prev:08x} {crc:08x} {len} ").as_bytes());
    out.extend_from_slice(payload.as_bytes());
    out.push(b'\n');
    Ok(Link { seq, crc })
}

fn checksum(before: &[u8], after: &[u8]) -> u32 {
    crc32c::crc32c_append(crc32c::crc32c(before), after)
}

/// A valid line at the start of some bytes, and how long it is without its line break.
struct Parsed<'a> {
    link: Link,
    prev: u32,
    payload: &'a str,
    len: usize,
}

/// Reads the line that starts at the first byte. It is valid by its own length and checksum, whatever follows it.
fn parse(bytes: &[u8]) -> Option<Parsed<'_>> {
    let head = bytes.get(..bytes.len().min(MAX_HEAD))?;
    let mut spaces = head
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b' ')
        .map(|(at, _)| at);
    let mut from = 0;
    let mut field = || -> Option<&[u8]> {
        let space = spaces.next()?;
        let field = head.get(from..space);
        from = space + 1;
        field
    };
    let (mark, seq, prev, crc, len) = (field()?, field()?, field()?, field()?, field()?);
    let head_len = from;
    if mark != MARK {
        return None;
    }
    let crc_at = MARK.len() + 1 + seq.len() + 1 + prev.len() + 1;
    let crc_len = crc.len();
    let (seq, len) = (decimal(seq)?, usize::try_from(decimal(len)?).ok()?);
    let (prev, crc) = (hex(prev)?, hex(crc)?);
    if len > MAX_LINE {
        return None;
    }
    let payload = bytes.get(head_len..head_len + len)?;
    // The checksum is of everything but the mark and itself: `seq prev `, then `len payload`.
    let before = bytes.get(MARK.len() + 1..crc_at)?;
    let after = bytes.get(crc_at + crc_len + 1..head_len + len)?;
    if checksum(before, after) != crc {
        return None;
    }
    Some(Parsed {
        link: Link { seq, crc },
        prev,
        payload: std::str::from_utf8(payload).ok()?,
        len: head_len + len,
    })
}

/// Reads digits without sign and leading zeros: a number has one form, or a flipped bit could hide in another.
fn decimal(digits: &[u8]) -> Option<u64> {
    let plain = digits.iter().all(u8::is_ascii_digit) && !digits.starts_with(b"0");
    let text = std::str::from_utf8(digits).ok()?;
    if plain || digits == b"0" {
        text.parse().ok()
    } else {
        None
    }
}

/// Reads eight lowercase hexadecimal digits.
fn hex(digits: &[u8]) -> Option<u32> {
    let plain = digits.len() == 8
        && digits
            .iter()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let text = std::str::from_utf8(digits).ok()?;
    if plain {
        u32::from_str_radix(text, 16).ok()
    } else {
        None
    }
}

/// Reads a stretch of the journal that begins where an earlier scan ended.
pub fn scan(bytes: &[u8], start: Position) -> Scan {
    let mut reader = Reader {
        bytes,
        start,
        at: 0,
        unlinked: 0,
        out: Scan {
            end: start,
            ..Scan::default()
        },
    };
    while reader.step() {}
    let mut out = reader.out;
    out.torn = (start.offset + bytes.len() as u64).saturating_sub(out.end.offset);
    out
}

struct Reader<'a> {
    bytes: &'a [u8],
    start: Position,
    at: usize,
    /// The first gap after the last valid line: what the next line's link decides about.
    unlinked: usize,
    out: Scan,
}

impl Reader<'_> {
    /// Reads one line, or one piece that is none. Returns whether there may be more.
    fn step(&mut self) -> bool {
        let Some(rest) = self.bytes.get(self.at..).filter(|rest| !rest.is_empty()) else {
            return false;
        };
        if rest.starts_with(b"\n") {
            // An empty line: somebody closed a torn tail, or found no break after the last line.
            self.advance(1, 1);
            self.out.open_ended = false;
            return true;
        }
        if let Some(parsed) = parse(rest) {
            let (len, follower) = (parsed.len, rest.get(parsed.len).copied());
            self.take(&parsed);
            match follower {
                Some(b'\n') => self.advance(len + 1, 1),
                None => {
                    self.advance(len, 0);
                    self.out.open_ended = true;
                }
                Some(_) => {
                    // The break itself was damaged. One byte took its place; a line may start right after it.
                    self.advance(len, 0);
                    self.gap(1, Fault::Damaged);
                    self.advance(1, 1);
                }
            }
            return true;
        }
        let until_break = rest.iter().position(|byte| *byte == b'\n');
        match until_break {
            Some(len) => {
                self.gap(len, Fault::Damaged);
                self.advance(len + 1, 1);
                true
            }
            None if rest.len() > MAX_LINE => {
                // No line is this long: it will not become one, and must not be read again and again.
                self.gap(rest.len(), Fault::Damaged);
                self.advance(rest.len(), 0);
                false
            }
            None => false,
        }
    }

    fn take(&mut self, parsed: &Parsed<'_>) {
        let (last, link) = (self.out.end.link, parsed.link);
        let repeated = link.seq <= last.seq && self.knows(link);
        if repeated {
            self.gap(parsed.len, Fault::Repeated);
            return;
        }
        if parsed.prev == last.crc {
            for gap in self.out.gaps.iter_mut().skip(self.unlinked) {
                if gap.fault == Fault::Damaged {
                    gap.fault = Fault::Scrap;
                }
            }
        } else {
            let missing = link.seq.saturating_sub(last.seq + 1);
            self.gap(parsed.len, Fault::Broken { missing });
        }
        self.unlinked = self.out.gaps.len();
        self.out.end.link = Link {
            // Lines that changed places must not make a number be given twice.
            seq: link.seq.max(last.seq),
            crc: link.crc,
        };
        self.out.lines.push(Line {
            link,
            payload: parsed.payload.to_owned(),
        });
    }

    fn knows(&self, link: Link) -> bool {
        self.start.link == link || self.out.lines.iter().any(|line| line.link == link)
    }

    fn gap(&mut self, bytes: usize, fault: Fault) {
        self.out.gaps.push(Gap {
            offset: self.out.end.offset,
            line: self.out.end.lines + 1,
            bytes: bytes as u64,
            fault,
        });
    }

    fn advance(&mut self, bytes: usize, lines: u64) {
        self.at += bytes;
        self.out.end.offset += bytes as u64;
        self.out.end.lines += lines;
    }
}

#[cfg(test)]
mod tests;
