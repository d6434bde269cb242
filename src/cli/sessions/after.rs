//! The session that comes after another: what it takes along, and what there is to say of earlier times.

use std::path::{Path, PathBuf};

use super::{
    Context, Failure, NewSession, find, listed, occasion, read_template, template_named, unsaid,
    write,
};
use crate::{
    domain::{History, Plan, PlanPart, Stage, StageKind, lengths::Past},
    format::session::Kind,
    store::{
        RealDisk,
        library::{self, About, Listed, lengths, series},
        session_store::{SessionStore, peek},
    },
    t,
    text::{Lang, SafeText},
};

/// Makes the session that comes after another: its series, participants, agenda and open steps. Returns also what there is to say.
///
/// A session that belonged to no series gets one here, named by its title, so that its steps are found from the next one.
pub(in crate::cli) fn make_after(
    context: &Context,
    from: &str,
    wanted: &NewSession,
) -> Result<(PathBuf, Vec<String>), Failure> {
    let path = find(context, from)?;
    let peeked = peek(&context.disk, &context.places, &path, &unsaid(context))
        .map_err(|error| Failure::of_open(&error, context.texts))?;
    let before = peeked.session;
    let plan = before.plan();
    let named = wanted.series.as_deref().map(SafeText::line);
    let series = named
        .or_else(|| plan.series.clone())
        .unwrap_or_else(|| plan.title.clone());
    if plan.series.as_ref() != Some(&series) && peeked.kind == Kind::Session {
        name_series(context, &path, &series)?;
    }
    let agenda = match &wanted.template {
        Some(name) => Some(read_template(context, &template_named(context, name)?)?.plan),
        None => None,
    };
    let list = listed(context)?;
    let mut base = series::following(&before, &series, agenda, &list);
    let mut words = Vec::new();
    let history = lengths::history(&list, Some(&series), None);
    if wanted.lengths {
        words.extend(told_lengths(
            context,
            &history.take_all(&mut base.plan),
            &base.plan,
            true,
        ));
    } else {
        let taken = history.take_all(&mut base.plan.clone());
        words.extend(told_lengths(context, &taken, &base.plan, false));
    }
    if wanted.words {
        add_words(context, &mut base.plan)?;
    } else if let Some(suggested) = suggest_words(context, &list, &series, &base.plan) {
        words.push(suggested);
    }
    let path = write(context, base, wanted.file.as_deref())?;
    Ok((path, words))
}

/// Says how long stages were before, one on a line, and how those lengths are taken over.
fn told_lengths(
    context: &Context,
    taken: &[(usize, u16, Past)],
    plan: &Plan,
    done: bool,
) -> Vec<String> {
    let texts = &context.texts;
    let mut rows: Vec<String> = taken
        .iter()
        .filter_map(|(place, was, past)| {
            let stage = plan.stages.get(*place)?;
            let title = stage.title.on_one_line().into_owned();
            let (was, now) = (*was, stage.minutes.wish);
            Some(if done {
                t!(
                    texts,
                    "series-length-taken",
                    title = title,
                    was = was,
                    now = now,
                    n = past.times
                )
            } else {
                let minutes = past.minutes;
                t!(
                    texts,
                    "series-length",
                    title = title,
                    was = was,
                    minutes = minutes,
                    n = past.times
                )
            })
        })
        .collect();
    if !rows.is_empty() && !done {
        rows.push(t!(texts, "series-length-hint"));
    }
    rows
}

/// The template that goes through the six words, and its stage that does.
const SIX_WORDS: (&str, &str) = ("series-evaluation", "six-words");

/// From so many dialogues on a series has something to look back at (method, A6: after about three).
const LOOK_BACK: usize = 3;

/// Returns the stage that goes through the six words of working together, in the language of a plan.
fn six_words(context: &Context, plan: &Plan) -> Result<Option<Stage>, Failure> {
    let lang = Lang::parse(&plan.language).unwrap_or_else(|| context.texts.lang());
    let all = library::templates(&context.disk, &context.places, lang)
        .map_err(|error| Failure::of_store(&error, context.texts))?;
    let (name, id) = SIX_WORDS;
    let Some(template) = all.iter().find(|template| template.name == name) else {
        return Ok(None);
    };
    let stages = read_template(context, template)?.plan.stages;
    Ok(stages.into_iter().find(|stage| stage.id.0 == id))
}

/// Puts the stage of the six words before the closing.
fn add_words(context: &Context, plan: &mut Plan) -> Result<(), Failure> {
    if plan.words().next().is_some() {
        return Ok(());
    }
    if let Some(stage) = six_words(context, plan)? {
        let place = plan.closing().unwrap_or(plan.stages.len());
        let spares = |one: &&mut Stage| {
            one.kind == StageKind::Dialogue && one.minutes.wish > one.minutes.min
        };
        // The talk gives the minutes, as far as it can.
        let mut wanted = stage.minutes.wish;
        for one in plan.stages.iter_mut().filter(spares) {
            let given = wanted.min(one.minutes.wish - one.minutes.min);
            one.minutes.wish -= given;
            wanted -= given;
        }
        plan.stages.insert(place, stage);
    }
    Ok(())
}

/// Suggests from the third dialogue of a series on to look at the collaboration itself.
fn suggest_words(
    context: &Context,
    list: &[Listed],
    series: &SafeText,
    plan: &Plan,
) -> Option<String> {
    let of = |listed: &&Listed| match &listed.about {
        About::Session(about) => about.began && series::is_of(about, series),
        About::Broken(_) => false,
    };
    let nth = list.iter().filter(of).count() + 1;
    (nth >= LOOK_BACK && plan.words().next().is_none())
        .then(|| t!(context.texts, "series-words-hint", n = nth))
}

/// Returns how long the stages of earlier dialogues were; a folder that cannot be read tells nothing.
pub(in crate::cli) fn history(
    context: &Context,
    series: Option<&SafeText>,
    but: Option<&Path>,
) -> History {
    let list = listed(context).unwrap_or_default();
    lengths::history(&list, series.map(SafeText::as_str), but)
}

/// Writes the name of its series into a session.
fn name_series(context: &Context, path: &Path, series: &SafeText) -> Result<(), Failure> {
    let opened = SessionStore::open(RealDisk, &context.places, path, &occasion(context));
    let mut store = opened
        .map_err(|error| Failure::of_open(&error, context.texts))?
        .store;
    store
        .change_plan(PlanPart::Series(Some(series.clone())), context.clock.now())
        .map_err(|error| Failure::of_store(&error, context.texts))
}
