//! People in a file: whether it has one row for each, and what in it names them.

use crate::{
    data::{
        profile::Profile,
        survey::{self, Part, order, parts},
    },
    t,
    text::{SafeText, Texts, number, width},
};

/// How many columns of a kind are named.
const NAMED: usize = 8;
/// The longest a heading is shown.
const LONG: usize = 40;

/// Says that a file has one row a person, and what its columns are.
pub(super) fn survey(profile: &Profile, texts: &Texts) -> Vec<String> {
    let Some(survey) = survey::detect(profile) else {
        return Vec::new();
    };
    let mut said = vec![
        String::new(),
        t!(
            texts,
            "survey-found",
            count = survey.people,
            people = number::whole(texts.lang(), survey.people as i64)
        ),
    ];
    let of = |wanted: fn(Part) -> bool| -> Vec<&SafeText> {
        let columns = survey.parts.iter().zip(&profile.columns);
        let wanted = columns.filter(|(part, _)| wanted(**part));
        wanted.map(|(_, column)| &column.name).collect()
    };
    let answers = of(|part| matches!(part, Part::Answers(_)));
    let known = survey
        .parts
        .iter()
        .zip(&profile.columns)
        .filter(|(part, column)| {
            let given = parts::answers(column);
            let labels = given.iter().map(|(label, _)| label.as_str());
            matches!(part, Part::Answers(_)) && order::find(labels).how != order::How::File
        });
    said.push(t!(
        texts,
        "survey-found-answers",
        count = answers.len(),
        known = known.count(),
        names = list(&answers)
    ));
    let several = of(|part| matches!(part, Part::Several(_)));
    if !several.is_empty() {
        said.push(t!(texts, "survey-found-several", names = list(&several)));
    }
    let numbers = of(|part| part == Part::Number);
    if !numbers.is_empty() {
        said.push(t!(texts, "survey-found-numbers", names = list(&numbers)));
    }
    let never = of(|part| !part.may_be_charted() && part != Part::Nothing);
    if !never.is_empty() {
        said.push(t!(texts, "survey-found-never", names = list(&never)));
    }
    said
}

fn list(names: &[&SafeText]) -> String {
    let shown: Vec<String> = names
        .iter()
        .take(NAMED)
        .map(|name| width::fit(name, LONG))
        .collect();
    let dots = if names.len() > NAMED { " …" } else { "" };
    format!("{}{dots}", shown.join(" · "))
}

/// Says where people's numbers and addresses stand: which kind, how many, the first row, never the value.
pub(super) fn personal(profile: &Profile, texts: &Texts) -> Vec<String> {
    let mut said = Vec::new();
    for column in &profile.columns {
        for found in &column.personal {
            said.push(found.say(&column.name, texts));
        }
    }
    if !said.is_empty() {
        said.insert(0, String::new());
        said.push(t!(texts, "personal-advice"));
    }
    said
}

/// Says for each column whether samples of it may be shown: not of those that point people out, in a survey.
pub(super) fn may_be_shown(profile: &Profile) -> Vec<bool> {
    let Some(survey) = survey::detect(profile) else {
        return vec![true; profile.columns.len()];
    };
    let shown = |part: &Part| {
        !matches!(
            part,
            Part::Own | Part::Name | Part::FreeText | Part::Personal
        )
    };
    survey.parts.iter().map(shown).collect()
}
