//! From bytes to text, chunk by chunk: UTF-8, UTF-16 and what Windows programs wrote before.

use std::io::{self, BufReader, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::{
    data::{Fault, format::Source, rows::wish::WishFault},
    text::SafeText,
};

const CHUNK: usize = 1 << 16;
/// How much of a file the guess of an old encoding looks at.
const GUESSED_FROM: usize = 64;
/// How much text the separator is found in.
const SAMPLE: u64 = 1 << 18;

/// Finds the encoding: a byte order mark decides, then valid UTF-8, then the likeliest encoding of a Swedish file.
pub(super) fn find(source: &mut dyn Source) -> Result<&'static Encoding, Fault> {
    source.rewind().map_err(|error| reading(&error))?;
    let mut chunk = vec![0; CHUNK];
    let first = fill(source, &mut chunk)?;
    let head = &chunk[..first];
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return Ok(encoding);
    }
    if let Some(utf16) = utf16(head) {
        return Ok(utf16);
    }
    if head.contains(&0) {
        return Err(Fault::NotText);
    }
    if is_utf8(source, &mut chunk, first)? {
        return Ok(UTF_8);
    }
    guess(source, &mut chunk)
}

/// Takes the encoding that was asked for, when there is one of that name and it explains every byte.
pub(super) fn wished(source: &mut dyn Source, asked: &str) -> Result<&'static Encoding, Fault> {
    let unknown = || Fault::Wish(WishFault::Encoding(SafeText::line(asked)));
    let label = asked.trim().to_lowercase().replace('_', "-");
    let label = match label.as_str() {
        "ansi" | "latin-1" => "latin1",
        "utf8-bom" | "utf-8-sig" | "utf-8-bom" => "utf-8",
        other => other,
    };
    let encoding = Encoding::for_label_no_replacement(label.as_bytes()).ok_or_else(unknown)?;
    source.rewind().map_err(|error| reading(&error))?;
    let mut chunk = vec![0; CHUNK];
    if encoding == UTF_8 {
        let first = fill(source, &mut chunk)?;
        return if is_utf8(source, &mut chunk, first)? {
            Ok(encoding)
        } else {
            Err(Fault::Wish(WishFault::NotIn(encoding.name())))
        };
    }
    if encoding == UTF_16LE || encoding == UTF_16BE {
        let first = fill(source, &mut chunk)?;
        if !holds_signs(&chunk[..first], encoding) {
            return Err(Fault::Wish(WishFault::NotIn(encoding.name())));
        }
        source.rewind().map_err(|error| reading(&error))?;
    }
    let mut text = Text::new(source, encoding);
    loop {
        match text.read(&mut chunk) {
            Ok(0) => return Ok(encoding),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                return Err(Fault::Wish(WishFault::NotIn(encoding.name())));
            }
            Err(error) => return Err(reading(&error)),
        }
    }
}

/// Reads on to the end; the first chunk is in hand.
fn is_utf8(source: &mut dyn Source, chunk: &mut [u8], first: usize) -> Result<bool, Fault> {
    let mut filled = first;
    loop {
        let last = filled < chunk.len();
        let cut = match std::str::from_utf8(&chunk[..filled]) {
            Ok(_) => filled,
            Err(error) if error.error_len().is_none() && !last => error.valid_up_to(),
            Err(_) => return Ok(false),
        };
        if last {
            return Ok(true);
        }
        // A character that the chunk cut in two is read together with the next chunk.
        chunk.copy_within(cut..filled, 0);
        let kept = filled - cut;
        filled = kept + fill(source, &mut chunk[kept..])?;
    }
}

fn guess(source: &mut dyn Source, chunk: &mut [u8]) -> Result<&'static Encoding, Fault> {
    source.rewind().map_err(|error| reading(&error))?;
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    for _ in 0..GUESSED_FROM {
        let filled = fill(source, chunk)?;
        let last = filled < chunk.len();
        detector.feed(&chunk[..filled], last);
        if last {
            break;
        }
    }
    Ok(detector.guess(Some(b"se"), chardetng::Utf8Detection::Deny))
}

/// Says whether a file that is not UTF-8 holds many letters of UTF-8 all the same: two files were put together.
///
/// Letters of an old encoding seldom stand so that they could be UTF-8; a handful by chance says nothing.
pub(super) fn is_mixed(
    source: &mut dyn Source,
    encoding: &'static Encoding,
) -> Result<bool, Fault> {
    if encoding == UTF_8 || encoding == UTF_16LE || encoding == UTF_16BE {
        return Ok(false);
    }
    source.rewind().map_err(|error| reading(&error))?;
    let mut chunk = vec![0; CHUNK];
    let (mut two, mut old) = (0_u64, 0_u64);
    for _ in 0..GUESSED_FROM {
        let filled = fill(source, &mut chunk)?;
        for part in chunk[..filled].utf8_chunks() {
            let letters = part.valid().chars();
            two += letters.filter(|c| !c.is_ascii()).count() as u64;
            old += u64::from(!part.invalid().is_empty());
        }
        if filled < chunk.len() {
            break;
        }
    }
    Ok(two > 0 && old > 0 && two * 4 >= old)
}

/// Returns the beginning of the text.
pub(super) fn sample(
    source: &mut dyn Source,
    encoding: &'static Encoding,
) -> Result<String, Fault> {
    source.rewind().map_err(|error| reading(&error))?;
    let mut bytes = Vec::new();
    BufReader::new(Text::new(source, encoding))
        .take(SAMPLE)
        .read_to_end(&mut bytes)
        .map_err(|error| reading(&error))?;
    let whole = bytes.len() < SAMPLE as usize;
    let mut text = String::from_utf8_lossy(&bytes).into_owned();
    if !whole {
        // The last line is cut off somewhere.
        text.truncate(text.rfind('\n').unwrap_or(text.len()));
    }
    if text.contains('\0') {
        return Err(Fault::NotText);
    }
    Ok(text)
}

/// Says what went wrong while reading: characters that no encoding explains, or the disk.
pub(super) fn reading(error: &io::Error) -> Fault {
    if error.kind() == io::ErrorKind::InvalidData {
        Fault::Garbled
    } else {
        Fault::Reading(SafeText::line(&error.to_string()))
    }
}

fn fill(source: &mut dyn Source, chunk: &mut [u8]) -> Result<usize, Fault> {
    let mut filled = 0;
    while filled < chunk.len() {
        match source.read(&mut chunk[filled..]) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(reading(&error)),
        }
    }
    Ok(filled)
}

/// Recognises UTF-16 without a byte order mark: in a table of European text every other byte is mostly zero.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let pairs = bytes.len() / 2;
    let zeros = |first: usize| {
        bytes
            .iter()
            .skip(first)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    match pairs {
        0 => None,
        _ if odd * 10 > pairs * 7 && even * 10 < pairs => Some(UTF_16LE),
        _ if even * 10 > pairs * 7 && odd * 10 < pairs => Some(UTF_16BE),
        _ => None,
    }
}

/// Says whether the text holds a sign of ASCII: a table has a line break or a separator, and of nearly any other file two bytes
/// together make some character of UTF-16.
fn holds_signs(bytes: &[u8], encoding: &'static Encoding) -> bool {
    let high = usize::from(encoding == UTF_16LE);
    let mut pairs = bytes.chunks_exact(2);
    bytes.len() < 2 || pairs.any(|pair| pair[high] == 0 && (b'\t'..=b'~').contains(&pair[1 - high]))
}

/// A file as UTF-8 without its byte order mark.
pub(super) struct Text<'a> {
    source: &'a mut dyn Source,
    decoder: Option<Decoder>,
    bytes: Vec<u8>,
    /// What is read and not yet decoded.
    rest: std::ops::Range<usize>,
    ended: bool,
    begun: bool,
}

impl<'a> Text<'a> {
    /// Reads from where the source stands, which is its beginning.
    pub(super) fn new(source: &'a mut dyn Source, encoding: &'static Encoding) -> Self {
        Self {
            source,
            decoder: (encoding != UTF_8).then(|| encoding.new_decoder_with_bom_removal()),
            bytes: vec![0; CHUNK],
            rest: 0..0,
            ended: false,
            begun: false,
        }
    }

    fn utf8(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if !self.begun {
            self.begun = true;
            let mut mark = [0; 3];
            let mut filled = 0;
            while filled < 3 {
                match self.source.read(&mut mark[filled..])? {
                    0 => break,
                    count => filled += count,
                }
            }
            if mark[..filled] != *b"\xef\xbb\xbf" {
                self.bytes[..filled].copy_from_slice(&mark[..filled]);
                self.rest = 0..filled;
            }
        }
        if self.rest.is_empty() {
            return self.source.read(out);
        }
        let count = self.rest.len().min(out.len());
        out[..count].copy_from_slice(&self.bytes[self.rest.start..self.rest.start + count]);
        self.rest.start += count;
        Ok(count)
    }
}

impl Read for Text<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let Some(decoder) = &mut self.decoder else {
            return self.utf8(out);
        };
        if out.len() < 16 {
            // Every caller here reads in large pieces; a decoder needs room for one character.
            return Err(io::ErrorKind::InvalidInput.into());
        }
        loop {
            if self.rest.is_empty() && !self.ended {
                let count = self.source.read(&mut self.bytes)?;
                self.rest = 0..count;
                self.ended = count == 0;
            }
            let (result, read, written) = decoder.decode_to_utf8_without_replacement(
                &self.bytes[self.rest.clone()],
                out,
                self.ended,
            );
            self.rest.start += read;
            match result {
                DecoderResult::Malformed(..) => return Err(io::ErrorKind::InvalidData.into()),
                _ if written > 0 => return Ok(written),
                DecoderResult::InputEmpty if self.ended => {
                    // A decoder that has ended must not be asked again.
                    self.decoder = None;
                    self.begun = true;
                    return Ok(0);
                }
                DecoderResult::InputEmpty | DecoderResult::OutputFull => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn utf_16_is_not_what_any_even_bytes_are() {
        let text = "Skola;Andel\nAsk;81,50\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let not = |name| Err(Fault::Wish(WishFault::NotIn(name)));
        for (bytes, asked, found) in [
            (little.as_slice(), "utf-16le", Ok(UTF_16LE)),
            (&big, "utf-16be", Ok(UTF_16BE)),
            (&big, "utf-16le", not("UTF-16LE")),
            (&little, "utf-16be", not("UTF-16BE")),
            (text.as_bytes(), "utf-16le", not("UTF-16LE")),
            (text.as_bytes(), "utf-16", not("UTF-16LE")),
        ] {
            assert_eq!(bytes.len() % 2, 0);
            assert_eq!(wished(&mut Cursor::new(bytes), asked), found, "{asked}");
        }
    }
}
