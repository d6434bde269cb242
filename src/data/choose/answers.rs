//! Answers of a survey with one row a person, as shares: the file is walked through twice, once to know its columns and once to count.

use std::ops::ControlFlow;

use super::{
    ChoiceFault, Chosen, Remark, fail,
    names::{self, Fit},
    select::{column, source_of},
};
use crate::{
    data::{
        DataError,
        profile::{self, Profile},
        protect::origin::Origin,
        rows::{Opened, Wish, body::Body as Lines},
        survey::{
            Part, Refused, order,
            parts::{self, part},
            shares::Asked,
            tally::{Ask, Tally},
        },
    },
    domain::recipe::{Recipe, Value},
    text::SafeText,
};

/// Chooses shares of answers.
pub(super) fn choose(
    opened: &mut Opened<'_>,
    file: &SafeText,
    recipe: &Recipe,
    (wish, limit): (&Wish, u32),
) -> Result<Chosen, DataError> {
    let profile = profile::profile(opened, file, wish)?;
    let mut recipe = recipe.clone();
    recipe.file = file.clone();
    let ask = ask(&profile, &mut recipe).map_err(|fault| fail(file, fault))?;
    let grouped = ask.group.is_some();
    let mut tally = Tally::new(ask);
    count(opened, &profile, &mut tally)?;
    let Value::Shares { items, answers } = &mut recipe.value else {
        return Err(fail(file, ChoiceFault::NoSurvey));
    };
    let given = tally.items.iter().flat_map(|item| &item.answers.texts);
    let given: Vec<String> = given.map(|answer| order::plain(answer)).collect();
    *answers = apart(answers, |answer| given.contains(&order::plain(answer)));
    let asked = Asked {
        tally: &tally,
        names: items,
        grouped,
        order: answers,
        limit,
    };
    let shares = asked
        .shares()
        .map_err(|refused| fail(file, ChoiceFault::Survey(refused)))?;
    // Only an order that somebody gave is kept, in the words of the file.
    if !answers.is_empty() {
        answers.clone_from(&shares.answers);
    }
    let mut remarks = Vec::new();
    if tally.people < tally.rows {
        remarks.push(Remark::Rows(tally.people, tally.rows));
    }
    remarks.extend(shares.said.into_iter().map(Remark::Survey));
    for column in &profile.columns {
        let found = column.personal.iter();
        remarks.extend(found.map(|found| Remark::Personal(column.name.clone(), *found)));
    }
    Ok(Chosen {
        body: shares.body,
        uncertain: Vec::new(),
        partial: Vec::new(),
        title: title(&recipe),
        unit: SafeText::default(),
        source: source_of(&profile.layout).unwrap_or_else(|| file.clone()),
        updated: SafeText::default(),
        remarks,
        recipe,
        n: shares.n,
        origin: Origin::Survey,
        hidden: shares.hidden,
        limit,
    })
}

fn count(opened: &mut Opened<'_>, profile: &Profile, tally: &mut Tally) -> Result<(), DataError> {
    let mut lines = Lines::new(&profile.layout, opened.how.separator.is_some());
    opened.rows.walk(&mut |line, cells| {
        lines.row(line, cells, &mut |_, cells| tally.row(cells));
        ControlFlow::Continue(())
    })?;
    lines.end(&mut |_, cells| tally.row(cells));
    Ok(())
}

/// Finds the columns, refuses those that are never charted, and writes the file's own names into the recipe.
fn ask(profile: &Profile, recipe: &mut Recipe) -> Result<Ask, ChoiceFault> {
    let columns: Vec<SafeText> = profile.columns.iter().map(|c| c.name.clone()).collect();
    let one = |name: &mut SafeText| -> Result<usize, ChoiceFault> {
        let at = column(&columns, name)?;
        *name = columns[at].clone();
        Ok(at)
    };
    let charted = |at: usize, group: bool| -> Result<usize, ChoiceFault> {
        let part = part(&profile.columns[at]);
        if part.may_be_charted() && !(group && matches!(part, Part::Several(_))) {
            return Ok(at);
        }
        Err(ChoiceFault::Survey(Refused::Column(
            columns[at].clone(),
            part,
        )))
    };
    let mut ask = Ask::default();
    if let Value::Shares { items, .. } = &mut recipe.value {
        *items = apart(items, |item| column(&columns, item).is_ok());
        for item in items.iter_mut() {
            let at = charted(one(item)?, false)?;
            if ask.items.contains(&at) {
                return Err(ChoiceFault::Twice(columns[at].clone()));
            }
            ask.items.push(at);
        }
    }
    if ask.items.is_empty() {
        return Err(ChoiceFault::Nothing);
    }
    let groups = match (&mut recipe.axis, &mut recipe.group) {
        (Some(_), Some(_)) => return Err(ChoiceFault::TwoGroupings),
        (Some(name), None) | (None, Some(name)) => Some(name),
        (None, None) => None,
    };
    if let Some(name) = groups {
        let at = charted(one(name)?, true)?;
        if ask.items.contains(&at) {
            return Err(ChoiceFault::Twice(columns[at].clone()));
        }
        ask.group = Some(at);
    }
    for filter in &mut recipe.filters {
        let at = one(&mut filter.column)?;
        let given: Vec<SafeText> = parts::answers(&profile.columns[at])
            .into_iter()
            .map(|(answer, _)| answer)
            .collect();
        for label in &mut filter.labels {
            *label = answer_of(&given, label, &filter.column)?;
        }
        ask.filter(at, filter);
    }
    Ok(ask)
}

/// Takes names apart that were typed with commas between them; one that is known as it stands may have commas in it.
fn apart(typed: &[SafeText], known: impl Fn(&SafeText) -> bool) -> Vec<SafeText> {
    let mut names = Vec::new();
    for name in typed {
        let pieces: Vec<SafeText> = name
            .split(',')
            .map(|piece| SafeText::line(piece.trim()))
            .collect();
        if pieces.len() > 1 && !known(name) && pieces.iter().all(&known) {
            names.extend(pieces);
        } else {
            names.push(name.clone());
        }
    }
    names
}

fn answer_of(
    given: &[SafeText],
    asked: &SafeText,
    column: &SafeText,
) -> Result<SafeText, ChoiceFault> {
    let answers = given.iter().map(SafeText::as_str);
    match names::find(asked, answers.clone()) {
        Fit::One(at) => Ok(given[at].clone()),
        Fit::Many(fit) => Err(ChoiceFault::ManyLabels {
            column: column.clone(),
            asked: asked.clone(),
            fit: fit.iter().map(|at| given[*at].clone()).collect(),
        }),
        Fit::None => Err(ChoiceFault::NoLabel {
            column: column.clone(),
            asked: asked.clone(),
            near: names::near(asked, answers),
        }),
    }
}

/// Suggests a title: the question where there is one, and the filters.
fn title(recipe: &Recipe) -> SafeText {
    let mut parts: Vec<&str> = Vec::new();
    match &recipe.value {
        Value::Shares { items, .. } if items.len() == 1 => {
            parts.extend(items.first().map(SafeText::as_str));
        }
        _ => parts.push(&recipe.file),
    }
    for filter in &recipe.filters {
        if let [label] = filter.labels.as_slice() {
            parts.push(label);
        }
    }
    SafeText::line(&parts.join(", "))
}
