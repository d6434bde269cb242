use proptest::prelude::*;

use super::*;

const FAMILY: &str = "👨‍👩‍👧‍👦";
const FLAG: &str = "🇸🇪";

/// The text with `|` where the cursor stands.
fn shown_with_cursor(line: &LineEditor) -> String {
    let (before, after) = line.around_cursor();
    format!("{before}|{after}")
}

/// Does what each character says: `<` `>` left and right, `[` `]` home and end, `(` `)` words, `⌫` `⌦` `⌧` erase, `↶` undo; else types it.
fn play(line: &mut LineEditor, keys: &str) {
    for key in keys.chars() {
        match key {
            '<' => line.left(),
            '>' => line.right(),
            '[' => line.home(),
            ']' => line.end(),
            '(' => line.word_left(),
            ')' => line.word_right(),
            '⌫' => line.backspace(),
            '⌦' => line.delete(),
            '⌧' => line.delete_word_left(),
            '⌥' => line.delete_word_right(),
            '↶' => drop(line.undo()),
            c => drop(line.key(Chord::char(c))),
        }
    }
}

#[test]
fn keys_do_what_hands_expect() {
    for (keys, shown) in [
        ("", "|"),
        ("hej", "hej|"),
        ("hej<<x", "hx|ej"),
        ("hej[å]ö", "åhejö|"),
        ("hej⌫⌫⌫⌫", "|"),
        ("hej[⌦⌦", "|j"),
        ("hej[<<", "|hej"),
        ("hej]>>", "hej|"),
        ("vad ser vi((", "vad |ser vi"),
        ("vad ser, vi[))", "vad ser|, vi"),
        ("vad ser vi⌧", "vad ser |"),
        ("vad ser  ⌧", "vad |"),
        ("vad ser vi[⌥", "| ser vi"),
        ("a\u{30a}ngest<<<<<⌫", "|ngest"),
        ("👍<⌦", "|"),
        ("🇸🇪🇸🇪<⌫", "|🇸🇪"),
        ("🇸🇪⌫", "|"),
        // Two halves of a flag that meet become one, and the cursor stands behind it.
        ("🇸x🇪<⌫", "🇸🇪|"),
        ("👨👩<\u{200d}", "👨\u{200d}👩|"),
        // Undo by words, erased runs and moves.
        ("vad ser↶", "vad |"),
        ("vad ser↶↶", "|"),
        ("vad ser vi⌫⌫↶", "vad ser vi|"),
        ("vad ser vi⌧↶", "vad ser vi|"),
        ("ab<c↶", "a|b"),
        ("abc[⌦⌦↶", "|abc"),
        ("ab<<⌦x↶↶", "|ab"),
        ("↶↶a", "a|"),
    ] {
        let mut line = LineEditor::default();
        play(&mut line, keys);
        assert_eq!(shown_with_cursor(&line), shown, "{keys:?}");
    }
}

#[test]
fn graphemes_are_whole() {
    let mut line = LineEditor::with(&format!("å{FAMILY}{FLAG}é"));
    line.left();
    line.left();
    assert_eq!(shown_with_cursor(&line), format!("å{FAMILY}|{FLAG}é"));
    line.backspace();
    assert_eq!(shown_with_cursor(&line), format!("å|{FLAG}é"));
    line.delete();
    assert_eq!(shown_with_cursor(&line), "å|é");
    assert!(line.undo());
    assert_eq!(shown_with_cursor(&line), format!("å{FAMILY}|{FLAG}é"));
}

#[test]
fn a_paste_is_clean_and_undone_as_one() {
    let mut line = LineEditor::with("x");
    line.insert("\x1b[31mett\r\ntvå");
    assert_eq!(line.text(), "x␛[31mett två");
    assert!(line.undo());
    line.type_char('\n');
    line.type_char('\0');
    assert_eq!(line.text(), "x ");
    assert_eq!(line.take(), "x ");
    assert_eq!(line, LineEditor::default());
    line.delete_to_end();
    line.delete_to_start();
    assert!(!line.undo());
}

#[test]
fn a_note_of_several_lines_can_be_edited() {
    let mut line = LineEditor::with("ett\r\ntvå");
    assert_eq!(line.view(20), ("ett↵två".to_owned(), 7));
    line.word_left();
    line.backspace();
    assert_eq!(line.text(), "etttvå");
}

#[test]
fn keys_of_the_line_and_keys_of_the_mode() {
    let ctrl = |code| Chord {
        ctrl: true,
        ..Chord::key(code)
    };
    for (key, shown) in [
        (ctrl(KeyCode::Left), "vad |ser"),
        (ctrl(KeyCode::Backspace), "vad |"),
        (Chord::ctrl('w'), "vad |"),
        (Chord::ctrl('h'), "vad |"),
        (Chord::ctrl('u'), "|"),
        (Chord::ctrl('a'), "|vad ser"),
        (Chord::key(KeyCode::Home), "|vad ser"),
        (Chord::key(KeyCode::Left), "vad se|r"),
        (Chord::BACKSPACE, "vad se|"),
        (Chord::SPACE, "vad ser |"),
    ] {
        let mut line = LineEditor::with("vad ser");
        assert!(line.key(key));
        assert_eq!(shown_with_cursor(&line), shown, "{key}");
    }
    for key in [
        Chord::ENTER,
        Chord::ESC,
        Chord::ctrl('z'),
        Chord::ctrl('c'),
        Chord::key(KeyCode::Up),
        Chord::key(KeyCode::F(1)),
        Chord::key(KeyCode::Tab),
    ] {
        let mut line = LineEditor::with("vad ser");
        assert!(!line.key(key), "{key}");
        assert_eq!(shown_with_cursor(&line), "vad ser|");
    }
}

#[test]
fn the_window_follows_the_cursor() {
    let mut line = LineEditor::with("skola: trivs sjunker");
    for (cols, row, col) in [
        (30, "skola: trivs sjunker", 20),
        (21, "skola: trivs sjunker", 20),
        (20, "…ola: trivs sjunker", 19),
        (10, "… sjunker", 9),
        (2, "…", 1),
        (1, "…", 0),
        (0, "", 0),
    ] {
        assert_eq!(line.view(cols), (row.to_owned(), col), "{cols}");
    }
    line.home();
    assert_eq!(line.view(10), ("skola: tr…".to_owned(), 0));
    line.word_right();
    assert_eq!(line.view(10), ("skola: tr…".to_owned(), 5));
    line.end();
    assert_eq!(line.view(10), ("… sjunker".to_owned(), 9));
    line.left();
    assert_eq!(line.view(10), ("…s sjunker".to_owned(), 9));
    line.word_left();
    assert_eq!(line.view(10), ("… trivs s…".to_owned(), 8));
}

#[test]
fn a_megabyte_is_one_paste() {
    let mut line = LineEditor::with("före  efter");
    (0..6).for_each(|_| line.left());
    line.insert(&format!("{FAMILY} Vad ser vi? ").repeat(30_000));
    assert!(line.text().len() > 1_000_000);
    // Were the window to walk the whole text, a thousand of them would take minutes here.
    for _ in 0..1000 {
        line.left();
        let (row, col) = line.view(50);
        assert!(width::width(&row) <= 50 && col < 50);
    }
    line.undo();
    assert_eq!(line.text(), "före  efter");
}

/// Keys in any order, with graphemes that join.
fn keys() -> impl Strategy<Value = Vec<String>> {
    let key = prop_oneof![
        3 => prop::sample::select(vec!["<", ">", "[", "]", "(", ")", "⌫", "⌦", "⌧", "⌥", "↶", " ", "a", "å", "\u{30a}", "\u{200d}", "👨", "🇸", "🇪", "漢", "ᄀ", "ᅡ", "\u{fe0f}", "क", "\u{94d}"]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => ".{0,8}".prop_map(|text| format!("paste {text}")),
        1 => Just(format!("paste {FAMILY}\n{FLAG}")),
    ];
    proptest::collection::vec(key, 0..40)
}

fn press(line: &mut LineEditor, key: &str) {
    match key.strip_prefix("paste ") {
        Some(text) => line.insert(text),
        None => play(line, key),
    }
}

proptest! {
    #[test]
    fn the_cursor_never_stands_inside_a_grapheme(keys in keys(), cols in 0..40_usize) {
        let mut line = LineEditor::default();
        for key in keys {
            press(&mut line, &key);
            let (before, after) = line.around_cursor();
            let parts: Vec<&str> = before.graphemes(true).chain(after.graphemes(true)).collect();
            prop_assert_eq!(parts, line.text().graphemes(true).collect::<Vec<_>>());
            let (row, col) = line.view(cols);
            prop_assert!(width::width(&row) <= cols, "{:?} in {}", row, cols);
            prop_assert!(col < cols.max(1));
            let inner = row.strip_prefix(CUT).unwrap_or(&row);
            let inner = inner.strip_suffix(CUT).unwrap_or(inner);
            prop_assert!(line.text().replace('\n', BREAK).contains(inner) || line.text().contains(CUT));
        }
    }

    #[test]
    fn everything_can_be_undone(keys in keys()) {
        let mut line = LineEditor::with("från början");
        for key in keys.iter().filter(|key| *key != "↶") {
            press(&mut line, key);
        }
        while line.undo() {}
        prop_assert_eq!(line.text(), "från början");
    }

    #[test]
    fn the_line_stays_harmless(keys in keys()) {
        let mut line = LineEditor::default();
        for key in keys {
            press(&mut line, &key);
        }
        prop_assert!(!line.text().chars().any(|c| c.is_control() && c != '\n'));
    }
}
