//! How many columns text takes, and cutting, padding and wrapping that never splits a grapheme.
//!
//! The width of a text is the sum over its graphemes, as ratatui lays cells out; a family of emoji or a flag is one grapheme of two
//! columns. Control characters take no column.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The mark of something cut.
const CUT: char = '…';

/// Returns how many columns a text takes on one row; line breaks take none.
pub fn width(text: &str) -> usize {
    narrow(text).unwrap_or_else(|| text.graphemes(true).map(grapheme_width).sum())
}

/// Returns how many columns one grapheme takes.
pub fn grapheme_width(grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) {
        0
    } else {
        grapheme.width()
    }
}

/// Returns the width of text in which every character is a grapheme of one column: Latin letters, the common case that needs no tables.
fn narrow(text: &str) -> Option<usize> {
    text.chars()
        .try_fold(0, |cols, c| is_narrow(c).then_some(cols + 1))
}

fn is_narrow(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}')
}

/// Takes whole graphemes from the start as long as they fit; gives what was taken, its width, and the rest.
pub fn take(text: &str, cols: usize) -> (&str, usize, &str) {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        let next = used + grapheme_width(grapheme);
        if next > cols {
            let (taken, rest) = text.split_at(at);
            return (taken, used, rest);
        }
        used = next;
    }
    (text, used, "")
}

/// Puts text on one row of at most so many columns; what does not fit is cut and ends in `…`.
///
/// It is cut between two words, since half a word is read as another one; where that would cost more than a third of the row, at a
/// grapheme.
pub fn fit(text: &str, cols: usize) -> String {
    let text = one_row(text);
    if text.len() <= cols && narrow(&text).is_some() {
        return text.into_owned();
    }
    let (whole, _, rest) = take(&text, cols);
    if rest.is_empty() {
        return whole.to_owned();
    }
    let Some(room) = cols.checked_sub(1) else {
        return String::new();
    };
    let (taken, _, rest) = take(&text, room);
    let mut out = whole_words(taken, rest, cols).trim_end().to_owned();
    out.push(CUT);
    out
}

/// Returns what was taken of a text up to the end of its last whole word, where that leaves most of a row of so many columns.
fn whole_words<'t>(taken: &'t str, rest: &str, cols: usize) -> &'t str {
    if rest.starts_with(' ') {
        return taken;
    }
    match taken.rsplit_once(' ') {
        Some((words, _)) if width(words) * 3 >= cols * 2 => words,
        _ => taken,
    }
}

/// Fits text and fills the row with spaces on the right: exactly so many columns.
pub fn pad(text: &str, cols: usize) -> String {
    let mut out = fit(text, cols);
    let missing = cols.saturating_sub(width(&out));
    out.extend(std::iter::repeat_n(' ', missing));
    out
}

/// Fits text and fills the row with spaces on the left, for numbers: exactly so many columns.
pub fn pad_left(text: &str, cols: usize) -> String {
    let fitted = fit(text, cols);
    let missing = cols.saturating_sub(width(&fitted));
    let mut out = " ".repeat(missing);
    out.push_str(&fitted);
    out
}

fn one_row(text: &str) -> Cow<'_, str> {
    if text.contains(['\n', '\r', '\t']) {
        Cow::Owned(text.replace(['\n', '\r', '\t'], " "))
    } else {
        Cow::Borrowed(text)
    }
}

/// Wraps text at spaces into rows of at most so many columns; line breaks stay.
///
/// A word longer than a row is broken between graphemes, a grapheme wider than a row becomes `…`. The spaces that begin a line stay, as
/// an indent; those where a row ends go. No columns give no rows.
pub fn wrap(text: &str, cols: usize) -> Vec<String> {
    let mut rows = Vec::new();
    if cols == 0 {
        return rows;
    }
    for line in text.split('\n') {
        let line = line.trim_end_matches('\r');
        if narrow(line).is_some_and(|wide| wide <= cols) {
            rows.push(line.trim_end().to_owned());
        } else {
            wrap_line(line, cols, &mut rows);
        }
    }
    rows
}

fn wrap_line(line: &str, cols: usize, rows: &mut Vec<String>) {
    let mut row = Row {
        cols,
        text: String::new(),
        used: 0,
    };
    let mut gap = String::new();
    let mut first = true;
    for piece in line.split_inclusive([' ', '\t']) {
        let word = piece.trim_end_matches([' ', '\t']);
        if !word.is_empty() {
            row.word(if first || row.used > 0 { &gap } else { "" }, word, rows);
            gap.clear();
            first = false;
        }
        gap.extend(std::iter::repeat_n(' ', piece.len() - word.len()));
    }
    rows.push(row.text);
}

/// The row that is being filled.
struct Row {
    cols: usize,
    text: String,
    used: usize,
}

impl Row {
    fn word(&mut self, gap: &str, word: &str, rows: &mut Vec<String>) {
        let wide = width(word);
        if self.used + gap.len() + wide <= self.cols {
            self.text.push_str(gap);
            self.text.push_str(word);
            self.used += gap.len() + wide;
            return;
        }
        // An indent stays with the start of a long word; a row that has words is ended.
        if self.used > 0 {
            self.end(rows);
        } else if gap.len() < self.cols {
            self.text.push_str(gap);
            self.used = gap.len();
        }
        if self.used + wide <= self.cols {
            self.text.push_str(word);
            self.used += wide;
            return;
        }
        for grapheme in word.graphemes(true) {
            let (grapheme, wide) = match grapheme_width(grapheme) {
                wide if wide > self.cols => ("…", 1),
                wide => (grapheme, wide),
            };
            if self.used + wide > self.cols {
                self.end(rows);
            }
            self.text.push_str(grapheme);
            self.used += wide;
        }
    }

    fn end(&mut self, rows: &mut Vec<String>) {
        rows.push(std::mem::take(&mut self.text));
        self.used = 0;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FAMILY: &str = "👨‍👩‍👧‍👦";
    const FLAG: &str = "🇸🇪";
    const HEART: &str = "❤\u{fe0f}";
    const A_RING: &str = "a\u{30a}";

    #[test]
    fn widths_of_whole_graphemes() {
        for (text, cols) in [
            ("", 0),
            ("abc", 3),
            ("åäö", 3),
            (A_RING, 1),
            (FAMILY, 2),
            (FLAG, 2),
            (HEART, 2),
            ("漢字", 4),
            ("␛", 1),
            ("👍🏽", 2),
            ("a\nb", 2),
            ("█▄▀░", 4),
        ] {
            assert_eq!(width(text), cols, "{text:?}");
        }
    }

    #[test]
    fn the_short_cut_agrees_with_the_tables() {
        for c in (0..0x300)
            .filter_map(char::from_u32)
            .filter(|c| is_narrow(*c))
        {
            assert_eq!(grapheme_width(&c.to_string()), 1, "{c:?}");
        }
    }

    #[test]
    fn what_does_not_fit_says_so() {
        for (text, cols, fitted) in [
            ("skola", 5, "skola"),
            ("skola", 4, "sko…"),
            ("skola", 1, "…"),
            ("skola", 0, ""),
            ("en skola", 4, "en…"),
            ("漢字漢", 5, "漢字…"),
            ("漢字漢", 4, "漢…"),
            (FAMILY, 2, FAMILY),
            (FAMILY, 1, "…"),
            ("två\nrader", 9, "två rader"),
        ] {
            assert_eq!(fit(text, cols), fitted);
        }
        assert_eq!(
            fit(&format!("{A_RING}{A_RING}{A_RING}"), 2),
            format!("{A_RING}…")
        );
        assert_eq!(pad("漢字漢", 4), "漢… ");
        assert_eq!(pad_left("7,5", 5), "  7,5");
    }

    #[test]
    fn words_are_wrapped_and_lines_kept() {
        for (text, cols, rows) in [
            ("", 5, vec![""]),
            ("vad ser vi", 10, vec!["vad ser vi"]),
            ("vad ser vi", 9, vec!["vad ser", "vi"]),
            ("vad\n\nser vi", 4, vec!["vad", "", "ser", "vi"]),
            (
                "  indrag stannar kvar",
                10,
                vec!["  indrag", "stannar", "kvar"],
            ),
            ("skolnärvaroteam", 6, vec!["skolnä", "rvarot", "eam"]),
            (
                "ett skolnärvaroteam nu",
                6,
                vec!["ett", "skolnä", "rvarot", "eam nu"],
            ),
            ("漢字漢", 3, vec!["漢", "字", "漢"]),
            ("a漢", 1, vec!["a", "…"]),
            ("ord   ", 3, vec!["ord"]),
            ("a  b", 4, vec!["a  b"]),
            ("12\u{a0}345 elever", 8, vec!["12\u{a0}345", "elever"]),
        ] {
            assert_eq!(wrap(text, cols), rows, "{text:?} in {cols}");
        }
        assert_eq!(
            wrap(&format!("{FAMILY}{FLAG}{FAMILY}"), 4),
            [format!("{FAMILY}{FLAG}"), FAMILY.to_owned()]
        );
        assert!(wrap("text", 0).is_empty());
    }

    /// Text with everything in it that is hard to lay out.
    fn hard() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("ord ".to_owned()),
            Just("skolnärvaroteamet".to_owned()),
            Just(FAMILY.to_owned()),
            Just(FLAG.to_owned()),
            Just(HEART.to_owned()),
            Just(A_RING.to_owned()),
            Just("漢字".to_owned()),
            Just("\n".to_owned()),
            Just("\t".to_owned()),
            Just("  ".to_owned()),
            any::<char>().prop_map(String::from),
            ".{0,4}",
        ];
        proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn rows_are_never_wider_than_asked(text in hard(), cols in 0..30_usize) {
            prop_assert!(width(&fit(&text, cols)) <= cols);
            prop_assert_eq!(width(&pad(&text, cols)), cols);
            prop_assert_eq!(width(&pad_left(&text, cols)), cols);
            for row in wrap(&text, cols) {
                prop_assert!(width(&row) <= cols, "{:?}", row);
            }
        }

        #[test]
        fn nothing_is_lost_when_text_is_wrapped(text in hard(), cols in 2..30_usize) {
            let kept = |text: &str| text.split([' ', '\n', '\t', '\r']).collect::<String>();
            prop_assert_eq!(kept(&wrap(&text, cols).concat()), kept(&text));
        }

        #[test]
        fn graphemes_stay_whole(text in hard(), cols in 0..30_usize) {
            let (taken, used, rest) = take(&text, cols);
            prop_assert!(used <= cols);
            prop_assert_eq!(taken.graphemes(true).chain(rest.graphemes(true)).collect::<Vec<_>>(), text.graphemes(true).collect::<Vec<_>>());
        }
    }
}
