//! What every target does: reads the bytes as a file of a kind, and takes a table or a sentence for an answer. Anything else is a find.

use std::{io::Cursor, panic, sync::Once};

use samtal::{
    data::{
        rows::{Headings, Wish, seen::Sign},
        understood::understand,
    },
    text::{Lang, SafeText, Texts},
};

/// Reads the bytes under a name; what is understood is written as JSON, and what is not is said in both languages.
pub fn read(bytes: &[u8], name: &str) {
    read_as(bytes, name, &Wish::default());
}

/// Reads the bytes as a text of rows, with a wish that the first byte tells.
pub fn read_wished(bytes: &[u8], name: &str) {
    let Some((first, bytes)) = bytes.split_first() else {
        return;
    };
    let has = |bit: u8| first & (1 << bit) != 0;
    let wish = Wish {
        separator: has(0).then_some(';'),
        decimal: has(1).then_some(if has(2) { Sign::Comma } else { Sign::Point }),
        encoding: has(3).then(|| if has(4) { "latin1" } else { "utf-16le" }.to_owned()),
        headings: has(5).then_some(if has(6) {
            Headings::Rows(1, 2)
        } else {
            Headings::Nowhere
        }),
        ..Wish::default()
    };
    read_as(bytes, name, &wish);
}

/// A panic of the library for workbooks is caught and said as damage. The fuzzer's own hook would take it for a find; one that is not
/// caught is a find all the same.
static HOOK: Once = Once::new();

fn read_as(bytes: &[u8], name: &str, wish: &Wish) {
    HOOK.call_once(|| panic::set_hook(Box::new(|_| {})));
    match understand(&mut Cursor::new(bytes), &SafeText::line(name), wish) {
        Ok(understood) => assert!(understood.json().starts_with('{')),
        Err(error) => {
            for lang in [Lang::Sv, Lang::En] {
                assert!(!error.say(&Texts::new(lang)).is_empty());
            }
        }
    }
}
