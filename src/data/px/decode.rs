//! From bytes to text. Old files name no code page, or another than the one they are written in.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1251, WINDOWS_1252};

/// The upper half of code page 850, in which files are written that name no character set at all.
const CP850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// Decodes a file. It always gives some text: what no encoding explains becomes a mark for an unknown character, and figures are ASCII.
///
/// Text that is valid UTF-8 is UTF-8 whatever it declares, since programs that save a file anew forget the declaration; except where it
/// holds marks for unknown characters, which tells that it was already broken when it was declared.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0;
    }
    let utf8 = std::str::from_utf8(bytes).ok();
    if let Some(text) = utf8.filter(|text| text.is_ascii() || !text.contains('\u{fffd}')) {
        return Cow::Borrowed(text);
    }
    let declared =
        word(bytes, b"CODEPAGE=").and_then(|label| Encoding::for_label(label.as_bytes()));
    if let Some(encoding) = declared.filter(|encoding| *encoding != UTF_8 || utf8.is_some()) {
        return encoding.decode_without_bom_handling(bytes).0;
    }
    if word(bytes, b"CHARSET=").is_none() && is_dos(bytes) {
        return Cow::Owned(from_cp850(bytes));
    }
    let encoding = match word(bytes, b"LANGUAGE=").as_deref() {
        Some("ru" | "uk" | "be" | "bg" | "kk" | "ky" | "mk") => WINDOWS_1251,
        Some("sv" | "no" | "nb" | "nn" | "da" | "fi" | "is" | "en" | "de" | "fr" | "es") => {
            WINDOWS_1252
        }
        _ => {
            let mut detector =
                chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
            detector.feed(bytes, true);
            detector.guess(None, chardetng::Utf8Detection::Deny)
        }
    };
    encoding.decode_without_bom_handling(bytes).0
}

/// Finds the text behind a keyword near the beginning; keywords are ASCII in every code page.
fn word(bytes: &[u8], keyword: &[u8]) -> Option<String> {
    let head = bytes.get(..bytes.len().min(16_384))?;
    let at = head
        .windows(keyword.len())
        .position(|window| window.eq_ignore_ascii_case(keyword))?;
    let value = head.get(at + keyword.len()..)?;
    let end = value.iter().position(|byte| *byte == b';')?;
    let value = value.get(..end)?;
    let value = std::str::from_utf8(value).ok()?;
    Some(value.trim().trim_matches('"').trim().to_lowercase())
}

/// Says whether the letters are those of DOS: å, ä, ö stand below 0xA0 there and above it in Windows.
fn is_dos(bytes: &[u8]) -> bool {
    let count = |letters: &[u8]| bytes.iter().filter(|byte| letters.contains(byte)).count();
    let dos = count(b"\x81\x82\x84\x86\x8e\x8f\x94\x99");
    dos > 0 && dos > count(b"\xc4\xc5\xd6\xe4\xe5\xe6\xe9\xf6\xf8")
}

fn from_cp850(bytes: &[u8]) -> String {
    let upper: Vec<char> = CP850.chars().collect();
    bytes
        .iter()
        .map(|byte| match byte.checked_sub(0x80) {
            None => char::from(*byte),
            Some(at) => upper
                .get(usize::from(at))
                .copied()
                .unwrap_or(char::REPLACEMENT_CHARACTER),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_write_the_same_letters_is_read() {
        let cases: [(&[u8], &str); 7] = [
            (b"CHARSET=\"ANSI\";\nTITLE=\"\xe5\xe4\xf6\";", "åäö"),
            (
                b"CHARSET=\"ANSI\";\nCODEPAGE=\"iso-8859-15\";\nTITLE=\"\xa4\";",
                "€",
            ),
            (
                b"CHARSET=\"ANSI\";CODEPAGE=\"iso-8859-1\";\nTITLE=\"\xc3\xa5\";",
                "å",
            ),
            (b"AXIS-VERSION=\"2000\";\nTITLE=\"\x86\x84\x94\";", "åäö"),
            (
                b"CHARSET=\"ANSI\";LANGUAGE=\"ru\";\nTITLE=\"\xcc\xee\xf1\xea\xe2\xe0\";",
                "Москва",
            ),
            (
                b"CHARSET=\"ANSI\";CODEPAGE=\"windows-1251\";\nTITLE=\"\xe4\xe0\";",
                "да",
            ),
            (b"\xef\xbb\xbfTITLE=\"\xc3\xb6\";", "ö"),
        ];
        for (bytes, letters) in cases {
            let text = decode(bytes);
            assert!(text.contains(letters), "{text}");
        }
        // Broken before it was declared: the declaration is followed.
        let broken = b"CODEPAGE=\"iso-8859-15\";\nTITLE=\"econ\xef\xbf\xbdmico\";";
        assert!(decode(broken).contains("econï¿œmico"));
        assert_eq!(CP850.chars().count(), 128);
    }
}
