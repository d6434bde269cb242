//! The file of tips: the rules that ship, and a person's own in its place.

use super::problem::{Problem, without_mark};
use crate::domain::tip::Tips;

/// The rules that ship.
const SHIPPED: &str = include_str!("tips/shipped.ron");

/// Returns the tips that ship.
pub fn shipped() -> Tips {
    read("tips.ron", SHIPPED).expect("a test reads what ships")
}

/// Reads a file of tips. `name` is the file as the person knows it.
pub fn read(name: &str, text: &str) -> Result<Tips, Problem> {
    ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .from_str(without_mark(text))
        .map_err(|error| Problem::of_ron(name, text, error))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::tip::explains;
    use crate::text::{Lang, Texts, width::width};

    #[test]
    fn what_ships_can_be_read_and_said() {
        let tips = shipped();
        let ids: BTreeSet<&str> = tips.rules.iter().map(|rule| rule.id.as_str()).collect();
        assert_eq!(ids.len(), tips.rules.len(), "each rule has its own name");
        assert_eq!(tips.focus.len(), 3);
        for rule in &tips.rules {
            for said in [&rule.sv, &rule.en] {
                assert!(
                    width(said) <= 94,
                    "{}: two rows of the narrow window",
                    rule.id
                );
            }
        }
    }

    #[test]
    fn what_explains_or_demands_is_found_by_whole_words() {
        let words = shipped().explains;
        for (line, found) in [
            ("det beror på att gården stängde", true),
            ("Beror  PÅ skolan", true),
            ("vi borde öppna tidigare", true),
            ("p.g.a. bussarna", true),
            ("pga bussarna", true),
            ("fler är hemma, därför att det är dyrt", true),
            ("It is because of the buses", true),
            ("they should open earlier", true),
            ("That's why they stay home", true),
            ("fler är hemma på måndagar", false),
            ("det började 2019", false),
            ("shoulder to shoulder", false),
            ("mustard", false),
            ("orsak: okänd", false),
            ("det beror", false),
            ("", false),
        ] {
            assert_eq!(explains(line, &words), found, "{line}");
        }
        assert!(!explains("det beror på", &[]));
        assert!(!explains("det beror på", &["…".to_owned()]));
    }

    #[test]
    fn a_rule_of_ones_own_takes_the_place_of_one_that_ships() {
        let own = read(
            "mine",
            r#"(rules: [(id: "soon", when: Always, sv: "Snart", en: "Soon"), (id: "mine", when: NoSteps, sv: "a", en: "b")])"#,
        )
        .unwrap();
        let count = shipped().rules.len();
        let both = shipped().with(own);
        assert_eq!(both.rules.len(), count + 1);
        let soon = both.rules.iter().find(|rule| rule.id == "soon").unwrap();
        assert_eq!(soon.sv.as_str(), "Snart");
        assert_eq!(both.focus, shipped().focus);
    }

    #[test]
    fn a_broken_file_is_told_with_its_place() {
        let problem = read("tips.ron", "(rules: [\n  (id: 3)])").unwrap_err();
        assert!(
            problem
                .line(&Texts::new(Lang::En))
                .starts_with("tips.ron:2:"),
            "{}",
            problem.line(&Texts::new(Lang::En))
        );
    }
}
