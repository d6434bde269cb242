//! Which of a table is wanted: words of a person become codes of its variables and values.

use std::ops::Range;

use super::about::{About, Variable};
use crate::{
    data::{
        municipality::{COUNTRY, Municipality},
        table::{Label, Role},
    },
    fetch::{
        split::{self, Limits},
        years::Years,
    },
    t,
    text::{SafeText, Texts},
};

/// How many names are offered where one was not found.
const OFFERED: usize = 8;

/// What a person wants of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// Variables with their wanted values, `kön=flickor,pojkar`.
    pub only: Vec<(String, String)>,
    /// Which years.
    pub years: Option<Years>,
    /// Which municipalities.
    pub places: Vec<Municipality>,
}

/// A variable with its wanted values, as codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The variable.
    pub code: String,
    /// Its values, in the publisher's order.
    pub values: Vec<String>,
}

/// What of a wish the table cannot fulfil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPick {
    /// No variable of that name, or several; those there are.
    Variable(SafeText, SafeText),
    /// No value of that name, or several, in this variable; some that are near, or the first ones.
    Value(SafeText, SafeText, SafeText),
    /// The municipality is not in the table.
    Place(SafeText),
    /// The table has no years, or none of those.
    Years(SafeText),
    /// A variable with more values than the server lists, whose values must be named.
    Unlisted(SafeText),
    /// It would take this many questions.
    TooMuch(usize),
}

impl NoPick {
    /// Says it in a sentence.
    pub fn say(&self, texts: &Texts) -> String {
        match self {
            Self::Variable(said, known) => {
                t!(texts, "fetch-no-variable", said = said, known = known)
            }
            Self::Value(variable, said, near) => {
                t!(
                    texts,
                    "fetch-no-value",
                    variable = variable,
                    said = said,
                    near = near
                )
            }
            Self::Place(name) => t!(texts, "fetch-no-place", name = name),
            Self::Years(known) if known.is_empty() => t!(texts, "fetch-no-years"),
            Self::Years(known) => t!(texts, "fetch-not-those-years", known = known),
            Self::Unlisted(variable) => t!(texts, "fetch-unlisted", variable = variable),
            Self::TooMuch(pieces) => t!(texts, "fetch-too-much", pieces = pieces),
        }
    }
}

/// Finds what is wanted.
///
/// What nobody narrowed is left to the publisher's own total where the table has one (a variable that may be left out), and is taken whole
/// where it has not. Measures and years are always taken whole, since a total of them would mean nothing.
pub fn pick(about: &About, wish: &Wish) -> Result<Vec<Chosen>, NoPick> {
    let mut wanted: Vec<Option<Vec<String>>> = vec![None; about.variables.len()];
    for (name, values) in &wish.only {
        let at = variable(about, name)?;
        let found = values_of(&about.variables[at], values)?;
        let slot = wanted[at].get_or_insert_default();
        slot.extend(found);
    }
    if !wish.places.is_empty() {
        let (at, codes) = places(about, &wish.places)?;
        wanted[at] = Some(codes);
    }
    if let Some(years) = &wish.years {
        let time = about
            .variables
            .iter()
            .position(|one| one.role == Role::Time);
        let at = time.ok_or_else(|| NoPick::Years(SafeText::default()))?;
        let labels = about.variables[at].values.as_deref().unwrap_or_default();
        let codes = labels.iter().map(|label| label.code.to_string());
        let codes: Vec<String> = codes.filter(|code| years.has_period(code)).collect();
        if codes.is_empty() {
            return Err(NoPick::Years(ends(labels)));
        }
        wanted[at] = Some(codes);
    }
    let mut chosen = Vec::new();
    for (variable, wanted) in about.variables.iter().zip(wanted) {
        let whole = variable.is_contents || variable.role == Role::Time;
        let values = match (wanted, &variable.values) {
            (Some(wanted), Some(values)) => in_order(wanted, values),
            (Some(wanted), None) => wanted,
            (None, _) if variable.may_go && !whole => continue,
            (None, Some(values)) => values.iter().map(|label| label.code.to_string()).collect(),
            (None, None) => return Err(NoPick::Unlisted(variable.name.clone())),
        };
        chosen.push(Chosen {
            code: variable.code.to_string(),
            values,
        });
    }
    Ok(chosen)
}

/// Counts the cells of a choice.
pub fn cells(chosen: &[Chosen]) -> usize {
    split::product(
        &chosen
            .iter()
            .map(|one| one.values.len())
            .collect::<Vec<_>>(),
    )
}

/// Cuts a choice into pieces that a server answers.
pub fn pieces(chosen: &[Chosen], limits: Limits) -> Result<Vec<Vec<Chosen>>, NoPick> {
    let sizes: Vec<usize> = chosen.iter().map(|one| one.values.len()).collect();
    let cut = split::pieces(&sizes, limits).map_err(NoPick::TooMuch)?;
    let part = |one: &Chosen, range: &Range<usize>| Chosen {
        code: one.code.clone(),
        values: one.values.get(range.clone()).unwrap_or_default().to_vec(),
    };
    Ok(cut
        .iter()
        .map(|ranges| {
            chosen
                .iter()
                .zip(ranges)
                .map(|(one, range)| part(one, range))
                .collect()
        })
        .collect())
}

/// Puts codes in the publisher's order, each once.
fn in_order(wanted: Vec<String>, values: &[Label]) -> Vec<String> {
    let wanted: std::collections::HashSet<String> = wanted.into_iter().collect();
    let codes = values.iter().map(|label| label.code.to_string());
    codes.filter(|code| wanted.contains(code)).collect()
}

fn variable(about: &About, said: &str) -> Result<usize, NoPick> {
    let said = said.trim();
    let plain = said.to_lowercase();
    let find = |is: &dyn Fn(&Variable) -> bool| {
        let found: Vec<usize> = (0..about.variables.len())
            .filter(|at| is(&about.variables[*at]))
            .collect();
        found
    };
    let both = |one: &Variable| [one.code.to_lowercase(), one.name.to_lowercase()];
    let equal = find(&|one| both(one).contains(&plain));
    let found = if equal.is_empty() && !plain.is_empty() {
        find(&|one| both(one).iter().any(|name| name.starts_with(&plain)))
    } else {
        equal
    };
    match found.as_slice() {
        [at] => Ok(*at),
        _ => Err(NoPick::Variable(SafeText::line(said), names(about))),
    }
}

fn names(about: &About) -> SafeText {
    let names: Vec<&str> = about
        .variables
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    SafeText::line(&names.join(", "))
}

/// Finds values: codes, labels, the beginning of a label, `13-16` from one to another, `*` for all; several with commas between.
fn values_of(variable: &Variable, said: &str) -> Result<Vec<String>, NoPick> {
    let parts = || {
        said.split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
    };
    let Some(values) = &variable.values else {
        return Ok(parts().map(str::to_owned).collect());
    };
    // A label may hold a comma itself.
    if let Some(found) = one_value(values, said.trim()) {
        return Ok(found);
    }
    let mut all = Vec::new();
    for part in parts() {
        let found = one_value(values, part)
            .or_else(|| range(values, part))
            .or_else(|| begins(values, part));
        let missing = || {
            let near = near(values, part);
            NoPick::Value(variable.name.clone(), SafeText::line(part), near)
        };
        all.extend(found.ok_or_else(missing)?);
    }
    if all.is_empty() {
        let near = near(values, "");
        return Err(NoPick::Value(
            variable.name.clone(),
            SafeText::line(said),
            near,
        ));
    }
    Ok(all)
}

fn at_value(values: &[Label], said: &str) -> Option<usize> {
    let plain = said.to_lowercase();
    let by = |is: &dyn Fn(&Label) -> bool| values.iter().position(is);
    by(&|label| label.code == said)
        .or_else(|| by(&|label| label.code.to_lowercase() == plain))
        .or_else(|| by(&|label| label.text.to_lowercase() == plain))
}

fn one_value(values: &[Label], said: &str) -> Option<Vec<String>> {
    if said == "*" {
        return Some(values.iter().map(|label| label.code.to_string()).collect());
    }
    at_value(values, said).map(|at| vec![values[at].code.to_string()])
}

fn range(values: &[Label], said: &str) -> Option<Vec<String>> {
    let ends = said.match_indices(['-', '–']).filter_map(|(at, sign)| {
        let (from, rest) = said.split_at(at);
        Some((from.trim(), rest.strip_prefix(sign)?.trim()))
    });
    let mut spans = ends.filter_map(|(from, to)| {
        let (from, to) = (at_value(values, from)?, at_value(values, to)?);
        values.get(from..=to)
    });
    let span = spans.next().filter(|span| !span.is_empty())?;
    Some(span.iter().map(|label| label.code.to_string()).collect())
}

/// Finds the one value whose label begins so.
fn begins(values: &[Label], said: &str) -> Option<Vec<String>> {
    let plain = said.to_lowercase();
    let mut found = values
        .iter()
        .filter(|label| label.text.to_lowercase().starts_with(&plain));
    let only = found.next()?;
    found.next().is_none().then(|| vec![only.code.to_string()])
}

/// Offers values that have the word in them, or the first ones.
fn near(values: &[Label], said: &str) -> SafeText {
    let plain = said.to_lowercase();
    let has = |label: &&Label| label.text.to_lowercase().contains(&plain);
    let mut found: Vec<&Label> = values.iter().filter(has).take(OFFERED + 1).collect();
    if found.is_empty() {
        found = values.iter().take(OFFERED + 1).collect();
    }
    let more = found.len() > OFFERED;
    let mut words: Vec<String> = found
        .iter()
        .take(OFFERED)
        .map(|label| shown(label))
        .collect();
    if more {
        words.push("…".to_owned());
    }
    SafeText::line(&words.join(", "))
}

/// Writes a value as it can be asked for: `1 män`, or one word where code and label are the same.
pub fn shown(label: &Label) -> String {
    if label.code == label.text || label.text.starts_with(label.code.as_str()) {
        label.text.to_string()
    } else {
        format!("{} {}", label.code, label.text)
    }
}

/// Says the first and the last.
fn ends(labels: &[Label]) -> SafeText {
    match labels {
        [] => SafeText::default(),
        [one] => one.text.clone(),
        [first, .., last] => SafeText::line(&format!("{}–{}", first.text, last.text)),
    }
}

/// Finds municipalities: in the variable of places, else in the one that has them all.
fn places(about: &About, wanted: &[Municipality]) -> Result<(usize, Vec<String>), NoPick> {
    let mut order: Vec<usize> = (0..about.variables.len()).collect();
    order.sort_by_key(|at| about.variables[*at].role != Role::Place);
    let mut missing = None;
    for at in order {
        let Some(values) = &about.variables[at].values else {
            continue;
        };
        let found: Vec<Option<String>> = wanted.iter().map(|one| place(values, *one)).collect();
        if let Some(codes) = found.iter().cloned().collect::<Option<Vec<String>>>() {
            return Ok((at, codes));
        }
        let first = found.iter().position(Option::is_none);
        missing = missing.or_else(|| wanted.get(first?));
    }
    let name = missing
        .or_else(|| wanted.first())
        .map_or("", |one| one.name);
    Err(NoPick::Place(SafeText::line(name)))
}

fn place(values: &[Label], wanted: Municipality) -> Option<String> {
    let name = wanted.name.to_lowercase();
    let named = |label: &Label| {
        let text = label.text.to_lowercase();
        let text = text
            .strip_prefix(wanted.code)
            .map_or(text.as_str(), str::trim);
        text == name
            || text
                .strip_suffix(" kommun")
                .is_some_and(|bare| bare == name || bare.strip_suffix('s') == Some(name.as_str()))
    };
    // A code alone may mean something else in another table; Sweden is 00 at SCB, and Kolada's 0000 is nobody else's.
    let coded = |label: &Label| match wanted {
        COUNTRY => label.code == "00" && named(label),
        wanted => label.code == wanted.code && named(label),
    };
    let by = |is: &dyn Fn(&Label) -> bool| values.iter().find(|label| is(label));
    by(&coded)
        .or_else(|| by(&named))
        .map(|label| label.code.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::municipality;

    fn variable(code: &str, name: &str, role: Role, values: &[(&str, &str)]) -> Variable {
        let label = |(code, text): &(&str, &str)| Label {
            code: SafeText::line(code),
            text: SafeText::line(text),
        };
        Variable {
            code: code.into(),
            name: name.into(),
            values: Some(values.iter().map(label).collect()),
            role,
            may_go: role != Role::Time,
            is_contents: false,
        }
    }

    fn about() -> About {
        let region = [
            ("00", "Riket"),
            ("01", "Stockholms län"),
            ("0136", "Haninge"),
            ("0643", "Habo"),
        ];
        let ages: Vec<(String, String)> = (0..=20)
            .map(|age| (age.to_string(), format!("{age} år")))
            .collect();
        let ages: Vec<(&str, &str)> = ages
            .iter()
            .map(|(code, text)| (code.as_str(), text.as_str()))
            .collect();
        let contents = Variable {
            is_contents: true,
            ..variable(
                "ContentsCode",
                "tabellinnehåll",
                Role::Other,
                &[("N1", "Folkmängd"), ("N2", "Ökning")],
            )
        };
        About {
            variables: vec![
                variable("Region", "region", Role::Place, &region),
                variable("Alder", "ålder", Role::Other, &ages),
                variable(
                    "Kon",
                    "kön",
                    Role::Other,
                    &[("1", "män"), ("2", "kvinnor"), ("1+2", "totalt, båda")],
                ),
                contents,
                variable(
                    "Tid",
                    "år",
                    Role::Time,
                    &[("2021", "2021"), ("2022", "2022"), ("2023", "2023")],
                ),
            ],
            ..About::default()
        }
    }

    fn picked(wish: &Wish) -> Vec<String> {
        let chosen = pick(&about(), wish).unwrap();
        chosen
            .iter()
            .map(|one| format!("{}={}", one.code, one.values.join(",")))
            .collect()
    }

    fn only(name: &str, values: &str) -> Wish {
        Wish {
            only: vec![(name.to_owned(), values.to_owned())],
            ..Wish::default()
        }
    }

    #[test]
    fn what_nobody_narrowed_is_the_publisher_s_total_or_whole() {
        assert_eq!(
            picked(&Wish::default()),
            ["ContentsCode=N1,N2", "Tid=2021,2022,2023"]
        );
        let wish = Wish {
            only: vec![
                ("kön".into(), "kvinnor, män".into()),
                ("ald".into(), "13-15,20".into()),
                ("TABELLINNEHÅLL".into(), "folk".into()),
            ],
            years: Some(Years::span(2022, 2030)),
            places: vec![municipality::find("haninge").unwrap()],
        };
        assert_eq!(
            picked(&wish),
            [
                "Region=0136",
                "Alder=13,14,15,20",
                "Kon=1,2",
                "ContentsCode=N1",
                "Tid=2022,2023"
            ]
        );
    }

    #[test]
    fn values_are_found_by_code_label_range_and_beginning() {
        for (name, values, found) in [
            ("Kon", "1+2", "Kon=1+2"),
            ("Kon", "totalt, båda", "Kon=1+2"),
            ("Kon", "KVIN", "Kon=2"),
            ("Kon", "*", "Kon=1,2,1+2"),
            ("Alder", "19 år–20 år", "Alder=19,20"),
            ("Alder", "7,7", "Alder=7"),
        ] {
            assert!(
                picked(&only(name, values)).contains(&found.to_owned()),
                "{values}"
            );
        }
    }

    #[test]
    fn what_is_not_there_is_told_with_what_is() {
        let texts = Texts::new(crate::text::Lang::En);
        let said = |wish: &Wish| pick(&about(), wish).unwrap_err().say(&texts);
        assert_eq!(
            said(&only("färg", "röd")),
            "The table has no variable \"färg\". It has region, ålder, kön, tabellinnehåll, år."
        );
        assert_eq!(
            said(&only("kön", "pojkar")),
            "kön has no value \"pojkar\". There are 1 män, 2 kvinnor, 1+2 totalt, båda."
        );
        assert!(pick(&about(), &only("ålder", "15-13")).is_err());
        let years = Wish {
            years: Some(Years::span(1990, 1999)),
            ..Wish::default()
        };
        assert_eq!(
            said(&years),
            "The table has no such years. It has 2021–2023."
        );
        let place = Wish {
            places: vec![municipality::find("Kiruna").unwrap()],
            ..Wish::default()
        };
        assert_eq!(said(&place), "Kiruna is not in the table.");
        assert!(
            pick(&about(), &only("", "x")).is_err() && pick(&about(), &only("kön", "")).is_err()
        );
    }

    #[test]
    fn a_municipality_is_not_taken_for_what_has_its_code() {
        let haninge = municipality::find("Haninge").unwrap();
        let of = |values: &[(&str, &str)]| {
            place(
                variable("x", "x", Role::Place, values)
                    .values
                    .as_deref()
                    .unwrap(),
                haninge,
            )
        };
        assert_eq!(of(&[("0136", "0136 Haninge")]).as_deref(), Some("0136"));
        assert_eq!(of(&[("12", "Haninge kommun")]).as_deref(), Some("12"));
        assert_eq!(of(&[("0136", "Skola 136")]), None);
        let country = place(about().variables[0].values.as_deref().unwrap(), COUNTRY);
        assert_eq!(country.as_deref(), Some("00"));
    }

    #[test]
    fn a_choice_over_the_limit_is_cut() {
        let chosen = pick(&about(), &only("ålder", "*")).unwrap();
        assert_eq!(cells(&chosen), 21 * 2 * 3);
        let limits = Limits {
            cells: 40,
            values: 1000,
        };
        let cut = pieces(&chosen, limits).unwrap();
        assert!(cut.len() > 1 && cut.iter().all(|piece| cells(piece) <= 40));
        assert_eq!(cut.iter().map(|piece| cells(piece)).sum::<usize>(), 126);
        let unlisted = About {
            variables: vec![Variable {
                values: None,
                name: "deso".into(),
                code: "DeSO".into(),
                ..Variable::default()
            }],
            ..About::default()
        };
        let error = pick(&unlisted, &Wish::default()).unwrap_err();
        assert_eq!(error, NoPick::Unlisted("deso".into()));
        let named = pick(&unlisted, &only("deso", "0136A0010,0136A0020")).unwrap();
        assert_eq!(named[0].values.len(), 2);
    }
}
