//! What lives on through a series: the steps of all its sessions, ids that say which one is meant, and the session that comes next.
//!
//! A series is a name in each of its sessions and nothing else. Numbers of steps, wanted data and missing voices run on through it, so that
//! `S4` is one step in all of them; across series it is `SERIES:S4`.

use std::{collections::BTreeMap, path::Path};

use crate::{
    domain::{
        Base, Lasting, Letter, Minutes, NoteId, Plan, Session, Slot, Stage, StageKind, Tag,
        lasting::FEEDBACK,
    },
    store::library::{About, FindError, Listed, Summary, names::plain},
    t,
    text::{Lang, SafeText, Texts},
};

/// How long it is wished to be, in minutes (method, C2: a two-minute feedback).
const FEEDBACK_MINUTES: u16 = 2;

/// The letters whose numbers run on through a series.
const RUN_ON: [Letter; 3] = [Letter::S, Letter::F, Letter::V];

/// One thing that lives on, and the session that made it.
#[derive(Clone, Copy, Debug)]
pub struct Kept<'a> {
    /// The session's file.
    pub listed: &'a Listed,
    /// What is in it.
    pub about: &'a Summary,
    /// The thing itself.
    pub item: &'a Lasting,
}

impl Kept<'_> {
    /// Says which one it is across all series: `skola-2026:S4`, or the session's name where it belongs to none.
    pub fn handle(&self) -> String {
        format!("{}:{}", self.scope(), self.item.id)
    }

    fn scope(&self) -> &str {
        let series = self.about.series.as_ref().map(SafeText::as_str);
        series.unwrap_or(&self.listed.name)
    }

    fn exact(&self) -> String {
        format!("{}:{}", self.listed.name, self.item.id)
    }
}

/// Returns everything that lives on, oldest first.
pub fn kept(list: &[Listed]) -> Vec<Kept<'_>> {
    let mut all: Vec<Kept<'_>> = list
        .iter()
        .filter_map(|listed| match &listed.about {
            About::Session(about) => Some((listed, about)),
            About::Broken(_) => None,
        })
        .flat_map(|(listed, about)| {
            about.lasting.iter().map(move |item| Kept {
                listed,
                about,
                item,
            })
        })
        .collect();
    all.sort_by_key(|kept| (kept.item.at, kept.item.id));
    all
}

/// Tells whether a session belongs to a series; names are compared without case, rings and dots.
pub fn is_of(about: &Summary, series: &str) -> bool {
    let own = about.series.as_ref();
    own.is_some_and(|own| plain(own) == plain(series))
}

/// Finds the one that a person means by `S4`, `skola:S4`, or the name of a session and an id.
///
/// An id alone means the one that is still open, where only one is.
pub fn find<'a>(said: &str, all: &[Kept<'a>]) -> Result<Kept<'a>, FindError> {
    let none = || FindError::NoSuchStep(said.to_owned());
    let (scope, id) = match said.rsplit_once(':') {
        Some((scope, id)) => (Some(plain(scope)), id),
        None => (None, said),
    };
    let id: NoteId = id.trim().parse().map_err(|_not_an_id| none())?;
    let same = all.iter().filter(|kept| kept.item.id == id);
    let fits: Vec<Kept<'a>> = match &scope {
        None => same.copied().collect(),
        Some(scope) => {
            let within = |how: &dyn Fn(&str) -> bool| -> Vec<Kept<'a>> {
                let names =
                    |kept: &&Kept<'a>| how(&plain(kept.scope())) || how(&plain(&kept.listed.name));
                same.clone().filter(names).copied().collect()
            };
            let exact = within(&|name| name == scope);
            if exact.is_empty() {
                within(&|name| name.contains(scope.as_str()))
            } else {
                exact
            }
        }
    };
    let open: Vec<Kept<'a>> = fits
        .iter()
        .filter(|kept| kept.item.is_open())
        .copied()
        .collect();
    match (open.as_slice(), fits.as_slice()) {
        ([one], _) | ([], [one]) => Ok(*one),
        ([], []) => Err(none()),
        _ => Err(FindError::Ambiguous {
            name: said.to_owned(),
            found: handles(if open.is_empty() { &fits } else { &open }),
        }),
    }
}

/// Returns how each of several is told from the others.
fn handles(several: &[Kept<'_>]) -> Vec<String> {
    let whole: Vec<String> = several.iter().map(Kept::handle).collect();
    let twice = |handle: &String| whole.iter().filter(|other| *other == handle).count() > 1;
    several
        .iter()
        .zip(&whole)
        .map(|(kept, handle)| {
            if twice(handle) {
                kept.exact()
            } else {
                handle.clone()
            }
        })
        .collect()
}

/// Returns what a series left open, oldest first, and the highest ids its sessions gave; `but` is the session that asks.
///
/// `known` is what that session was told before. What none of the listed sessions has comes from one whose file lies elsewhere, and stays.
pub fn left_open(
    list: &[Listed],
    series: &str,
    but: Option<&Path>,
    known: &[Lasting],
) -> (Vec<Lasting>, Vec<NoteId>) {
    let of = |listed: &Listed, about: &Summary| {
        is_of(about, series) && Some(listed.path.as_path()) != but
    };
    let mut here = kept(list);
    here.retain(|kept| of(kept.listed, kept.about));
    let elsewhere = |item: &&Lasting| here.iter().all(|kept| kept.item.id != item.id);
    let mut open: Vec<Lasting> = here
        .iter()
        .map(|kept| kept.item)
        .chain(known.iter().filter(elsewhere))
        .filter(|item| item.is_open())
        .cloned()
        .collect();
    open.sort_by_key(|item| (item.at, item.id));
    open.dedup_by_key(|item| item.id);
    let highest = |letter: &Letter| {
        let numbers = list.iter().filter_map(|listed| match &listed.about {
            About::Session(about) if of(listed, about) => about.numbers.get(letter).copied(),
            _ => None,
        });
        numbers.max().map(|number| NoteId::new(*letter, number))
    };
    (open, RUN_ON.iter().filter_map(highest).collect())
}

/// Makes the session that follows another in its series: its participants and agenda, what the series left open, and its numbers.
///
/// `agenda` is a template's plan where another agenda is wanted. Charts stay behind: they are another day's figures.
pub fn following(
    before: &Session,
    series: &SafeText,
    agenda: Option<Plan>,
    list: &[Listed],
) -> Base {
    let old = before.plan();
    // The session before may lie elsewhere than those that are listed.
    let own = old.series.as_ref();
    let (mut known, mut numbers) = (Vec::new(), BTreeMap::new());
    if own.is_none_or(|own| plain(own) == plain(series)) {
        known.extend(before.lasting().into_iter().chain(old.carried.clone()));
        numbers.clone_from(before.numbers());
    }
    let (carried, given) = left_open(list, series, None, &known);
    let told = RUN_ON.iter().filter_map(|letter| {
        let number = numbers.get(letter)?;
        Some(NoteId::new(*letter, *number))
    });
    let numbers = highest(given.into_iter().chain(told));
    let mut plan = match agenda {
        Some(plan) => Plan {
            participants: old.participants.clone(),
            ..plan
        },
        None => Plan {
            slot: Slot {
                start: None,
                ..old.slot
            },
            notice: None,
            charts: Vec::new(),
            ..old.clone()
        },
    };
    plan.series = Some(series.clone());
    plan.carried = carried;
    plan.stages.retain(|stage| stage.id.0 != FEEDBACK);
    if !plan.carried.is_empty() {
        give_feedback(&mut plan);
    }
    Base {
        plan,
        numbers,
        ..Base::default()
    }
}

/// Keeps the highest number of each letter.
fn highest(given: impl Iterator<Item = NoteId>) -> BTreeMap<Letter, u32> {
    let mut numbers = BTreeMap::new();
    for id in given {
        let most = numbers.entry(id.letter).or_default();
        *most = id.number.max(*most);
    }
    numbers
}

/// Makes the stage in which a group hears what came of last time's steps.
pub(super) fn feedback(texts: Texts) -> Stage {
    let line = |words: String| SafeText::line(&words);
    Stage {
        id: FEEDBACK.into(),
        title: line(t!(texts, "series-feedback")),
        minutes: Minutes {
            min: FEEDBACK_MINUTES,
            wish: FEEDBACK_MINUTES,
            max: 2 * FEEDBACK_MINUTES,
        },
        tag: Tag::Reflection,
        present: vec![line(t!(texts, "series-feedback-say"))],
        ask: vec![line(t!(texts, "series-feedback-ask"))],
        follow_ups: vec![line(t!(texts, "series-feedback-more"))],
        skippable: true,
        ..Stage::default()
    }
}

/// Puts two minutes for last time's steps behind the welcome, taken from the first dialogue where it can spare them.
fn give_feedback(plan: &mut Plan) {
    let texts = Texts::new(Lang::parse(&plan.language).unwrap_or_default());
    let stage = feedback(texts);
    let spares = |stage: &&mut Stage| {
        stage.kind == StageKind::Dialogue
            && stage.minutes.wish >= stage.minutes.min + FEEDBACK_MINUTES
    };
    if let Some(dialogue) = plan.stages.iter_mut().find(spares) {
        dialogue.minutes.wish -= FEEDBACK_MINUTES;
    }
    let place = usize::from(
        plan.stages
            .first()
            .is_some_and(|first| first.kind == StageKind::Talk),
    );
    plan.stages.insert(place, stage);
}

#[cfg(test)]
mod tests;
