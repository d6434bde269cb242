use std::path::Path;

use proptest::prelude::*;
use unicode_normalization::is_nfc;
use unicode_segmentation::UnicodeSegmentation;

use super::*;

#[test]
fn what_a_person_reads_stays() {
    for text in [
        "",
        "Att trivas i skolan",
        "åäö ÅÄÖ é ü ñ",
        "75 % – “citat” … → ≥ 3",
        "👨‍👩‍👧‍👦 🇸🇪 ❤\u{fe0f} 👍🏽 🧑‍🤝‍🧑",
        "漢字 かな 한국어 ไทย क्षत्रिय",
        "می\u{200c}خواهم",
        "1\u{a0}234",
        "två\nrader",
    ] {
        assert_eq!(SafeText::block(text), text);
    }
}

#[test]
fn what_a_terminal_would_act_on_goes() {
    for (raw, block) in [
        ("\x1b[31mröd\x1b[0m", "␛[31mröd␛[0m"),
        ("\x1b]0;titel\x07efter", "␛]0;titelefter"),
        ("\u{9b}31mröd", "31mröd"),
        ("a\0b\x08c\x7fd", "abcd"),
        ("kod \u{202e}dne\u{202c} slut", "kod dne slut"),
        ("sk\u{ad}ola sk\u{200b}ola", "skola skola"),
        ("\u{feff}först", "först"),
        ("hej\u{e0041}\u{e0042}", "hej"),
        ("a\tb", "a b"),
        (
            "ett\r\ntvå\rtre\u{2028}fyra\u{85}fem\x0csex",
            "ett\ntvå\ntre\nfyra\nfem\nsex",
        ),
        ("ett\r\r\ntvå", "ett\n\ntvå"),
        ("a\u{30a}\u{301} o\u{200b}\u{308}", "ǻ ö"),
    ] {
        assert_eq!(SafeText::block(raw), block);
        assert_eq!(SafeText::line(raw), block.replace('\n', " ").as_str());
    }
    assert_eq!(SafeText::block("två\nrader").on_one_line(), "två rader");
}

#[test]
fn marks_and_joiners_have_an_end() {
    let tower = format!("a{}b", "\u{301}\u{323}".repeat(500));
    let shown = SafeText::line(&tower);
    assert!(
        shown.chars().count() <= MARKS + 2 && shown.ends_with('b'),
        "{shown}"
    );
    // Joiners with nothing to join count like others, or a second cleaning would count anew.
    let loose = format!("{}{}", "\u{200d}".repeat(12), "👨\u{200d}".repeat(12));
    let once = SafeText::line(&loose);
    assert_eq!(SafeText::line(&once), once);
    let crowd = ["👨"; 1000].join("\u{200d}");
    let shown = SafeText::line(&crowd);
    assert_eq!(shown.matches('👨').count(), 1000);
    assert!(
        shown
            .graphemes(true)
            .all(|grapheme| grapheme.chars().count() <= 2 * JOINS + 1)
    );
}

#[test]
fn a_file_is_cleaned_when_it_is_read() {
    assert_eq!(
        ron::from_str::<SafeText>(r#""a\u{1b}[31mb""#).unwrap(),
        "a␛[31mb"
    );
    assert_eq!(ron::to_string(&SafeText::line("å")).unwrap(), "\"å\"");
}

/// Recordings of terminals that lie beside the project where it is made; elsewhere the test says that it did nothing.
#[test]
fn terminal_recordings_are_harmless_and_keep_their_words() {
    let folder = Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../shared/data/hostile-ansi"
    ));
    let beside = Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/data/hostile-ansi"
    ));
    let Some(folder) = [folder, beside].into_iter().find(|folder| folder.is_dir()) else {
        eprintln!("no recordings beside the project: nothing was tried");
        return;
    };
    for (name, words) in [
        ("sgr", "undeadleech archhq echo mTEST"),
        (
            "hyperlinks",
            "undeadleech alacritty erminal tests hyperlinks",
        ),
        ("zerowidth", "tests zerowidth slice"),
        ("erase_in_line", "undeadleech archhq erase line echo"),
        ("history", "tests history issue echo done"),
        ("ll", "jwilm kurast local code alacritty"),
    ] {
        let bytes = std::fs::read(folder.join(format!("{name}.recording"))).unwrap();
        let raw = String::from_utf8_lossy(&bytes);
        for (shown, line_breaks) in [(SafeText::block(&raw), true), (SafeText::line(&raw), false)] {
            assert_harmless(&shown, line_breaks).unwrap();
            for word in words.split(' ').filter(|word| raw.contains(word)) {
                assert!(shown.contains(word), "{name} lost {word:?}");
            }
            assert_eq!(shown.matches('␛').count(), raw.matches('\x1b').count());
        }
    }
}

/// Says that a terminal would do nothing but draw this.
fn assert_harmless(shown: &str, line_breaks: bool) -> Result<(), TestCaseError> {
    for c in shown.chars().filter(|c| !(line_breaks && *c == '\n')) {
        prop_assert!(!c.is_control(), "a control: {c:?}");
        let code = u32::from(c);
        for (from, to) in [
            (0x61c, 0x61c),
            (0x200e, 0x200f),
            (0x2028, 0x202e),
            (0x2066, 0x2069),
            (0xe0000, 0xe0fff),
        ] {
            prop_assert!(!(from..=to).contains(&code), "hidden: {c:?}");
        }
    }
    prop_assert!(is_nfc(shown));
    Ok(())
}

/// Any text, with more of what is dangerous and what joins than chance would give.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        any::<char>().prop_map(String::from),
        (0_u32..0x250)
            .prop_filter_map("a character", char::from_u32)
            .prop_map(String::from),
        (0x300_u32..0x370)
            .prop_filter_map("a mark", char::from_u32)
            .prop_map(|mark| mark.to_string().repeat(9)),
        (0x1100_u32..0x1200)
            .prop_filter_map("a jamo", char::from_u32)
            .prop_map(|jamo| jamo.to_string().repeat(3)),
        (0x900_u32..0xe00)
            .prop_filter_map("an Indic letter", char::from_u32)
            .prop_map(String::from),
        (0x2000_u32..0x2070)
            .prop_filter_map("a format character", char::from_u32)
            .prop_map(String::from),
        (0xe0000_u32..0xe1000)
            .prop_filter_map("a tag", char::from_u32)
            .prop_map(String::from),
        prop::sample::select(vec![
            "\r\n",
            "\r",
            "👨\u{200d}",
            "\u{200d}",
            "🇸🇪",
            "\u{fe0f}",
            "a\u{30a}",
            "\x1b[2J",
            "\u{9b}",
            "\x1b]8;;http://x\x07",
            "\u{feff}"
        ])
        .prop_map(|text| text.repeat(12)),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_made_harmless(raw in hostile()) {
        assert_harmless(&SafeText::block(&raw), true)?;
        assert_harmless(&SafeText::line(&raw), false)?;
    }

    #[test]
    fn cleaning_twice_changes_nothing(raw in hostile()) {
        let block = SafeText::block(&raw);
        prop_assert_eq!(&SafeText::block(&block), &block);
        let line = SafeText::line(&raw);
        prop_assert_eq!(&SafeText::line(&line), &line);
        prop_assert_eq!(&SafeText::line(&block), &line);
        prop_assert_eq!(SafeText::block(&line), line);
    }

    #[test]
    fn lines_that_are_added_stay_clean(raws in prop::collection::vec(hostile(), 0..4)) {
        let mut text = SafeText::default();
        for raw in &raws {
            text.push_line(raw);
        }
        let lines: Vec<SafeText> = raws.iter().map(|raw| SafeText::line(raw)).collect();
        prop_assert!(text.as_str().split_terminator('\n').eq(lines.iter().map(SafeText::as_str)));
        prop_assert_eq!(SafeText::block(&text), text);
    }

    #[test]
    fn what_needs_no_look_is_as_it_was(raw in prop_oneof!["[ -~À-ÿ]{0,40}", "[ -~\u{80}-\u{17f}]{0,3}", hostile()]) {
        if is_plain(&raw) {
            prop_assert!(raw.chars().all(|c| !is_hidden(c)));
            prop_assert_eq!(&raw.nfc().collect::<String>(), &raw);
            prop_assert_eq!(within_bounds(visible(&raw, ' ')), raw);
        } else {
            prop_assert!(raw.chars().any(|c| !matches!(c, ' '..='~' | 'À'..='ÿ')));
        }
    }

    #[test]
    fn letters_and_digits_are_never_lost(raw in "[a-zåäöA-ZÅÄÖ0-9 \\x1b\\u{202e}\\u{ad}\\n]{0,80}") {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        prop_assert_eq!(letters(&SafeText::line(&raw)), letters(&raw));
    }
}
