//! Guesses as somebody types them while they are called out, or pastes them from a chat: `60 70 55 80`, `60%, 72,5 och 55`.

/// Why what was typed is no guesses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotGuesses {
    /// There is no number in it.
    NoNumber,
    /// A share is from 0 to 100, and this is not.
    NoShare,
}

/// So large a number is a slip of the hand.
const LARGEST: f64 = 1e12;

/// Reads guesses. Anything may stand between them; words are passed over, for a chat has names. `share` holds them to 0–100.
///
/// A comma or a point between digits is a decimal one where one digit follows it ("72,5"). With more digits after it a comma parts two
/// guesses ("60,70"), as several commas in a row do; a point stays a point ("72.25").
pub fn read(text: &str, share: bool) -> Result<Vec<f64>, NotGuesses> {
    let mut guesses = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, ';' | '/' | '|')) {
        let commas = word.matches(',').count();
        let after = word.split_once(',').map_or("", |(_, after)| after);
        let digits = after.chars().take_while(char::is_ascii_digit).count();
        let decimal = commas == 1 && digits == 1;
        let parts: Vec<String> = if decimal {
            vec![word.replace(',', ".")]
        } else {
            word.split(',').map(str::to_owned).collect()
        };
        for part in parts {
            numbers(&part, &mut guesses);
        }
    }
    if guesses.is_empty() {
        return Err(NotGuesses::NoNumber);
    }
    let known = |guess: &f64| guess.abs() < LARGEST && (!share || (0.0..=100.0).contains(guess));
    if guesses.iter().all(known) {
        Ok(guesses)
    } else {
        Err(NotGuesses::NoShare)
    }
}

/// Finds the numbers in a word without commas: "60-70" is two, "-5" is one, "~60%" is one.
fn numbers(word: &str, guesses: &mut Vec<f64>) {
    let mut digits = String::new();
    let mut before = ' ';
    let mut chars = word.chars().peekable();
    while let Some(c) = chars.next() {
        let point = c == '.'
            && !digits.is_empty()
            && !digits.contains('.')
            && chars.peek().is_some_and(char::is_ascii_digit);
        let minus = matches!(c, '-' | '\u{2212}')
            && digits.is_empty()
            && !before.is_alphanumeric()
            && chars.peek().is_some_and(char::is_ascii_digit);
        if c.is_ascii_digit() || point || minus {
            digits.push(if minus { '-' } else { c });
        } else {
            guesses.extend(digits.parse::<f64>().ok());
            digits.clear();
        }
        before = c;
    }
    guesses.extend(digits.parse::<f64>().ok());
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn guesses_are_read_as_they_are_called_out() {
        let four = [60.0, 70.0, 55.0, 80.0];
        for typed in [
            "60 70 55 80",
            "  60, 70, 55,80 ",
            "60%;70 %; 55%/80",
            "60,70,55,80",
            "60 70\n55\t80.",
            "Anna: 60, Bo: 70, ca 55 och 80 procent",
            "60-70 55–80",
            "~60 70! 55? (80)",
        ] {
            assert_eq!(read(typed, true), Ok(four.to_vec()), "{typed}");
        }
        assert_eq!(read("72,5 72.5 72.25", true), Ok(vec![72.5, 72.5, 72.25]));
        assert_eq!(read("60,70", true), Ok(vec![60.0, 70.0]));
        assert_eq!(
            read("-5 \u{2212}3 1500", false),
            Ok(vec![-5.0, -3.0, 1500.0])
        );
        assert_eq!(read("0 100", true), Ok(vec![0.0, 100.0]));
    }

    #[test]
    fn what_is_no_guess_is_told() {
        for typed in ["", "  ", "ingen aning", ",;/", "–"] {
            assert_eq!(read(typed, true), Err(NotGuesses::NoNumber), "{typed}");
        }
        for typed in ["60 170", "-5", "100,5"] {
            assert_eq!(read(typed, true), Err(NotGuesses::NoShare), "{typed}");
        }
        assert_eq!(read(&"9".repeat(400), false), Err(NotGuesses::NoShare));
    }

    proptest! {
        #[test]
        fn any_text_gives_shares_or_a_reason(text in "\\PC{0,40}") {
            if let Ok(guesses) = read(&text, true) {
                prop_assert!(!guesses.is_empty());
                prop_assert!(guesses.iter().all(|guess| (0.0..=100.0).contains(guess)));
            }
        }

        #[test]
        fn whole_numbers_come_back_with_any_mark_between(
            guesses in prop::collection::vec(0..=100_u8, 1..20),
            mark in prop::sample::select(vec![" ", "; ", ", ", "\n", "% ", " / ", " och "]),
        ) {
            let words: Vec<String> = guesses.iter().map(ToString::to_string).collect();
            let read = read(&words.join(mark), true);
            prop_assert_eq!(read, Ok(guesses.into_iter().map(f64::from).collect::<Vec<_>>()));
        }
    }
}
