//! Numbered lists, questions, and answers that change nothing.

use super::{Said, events, notes, place};
use crate::{
    app::{
        Model,
        lead::{Prompt, Question, SERVED, Tidying},
        linear::{Choice, Menu, Say, choices},
    },
    chart,
    domain::Tag,
    format::{discreet, tag, tidy::Look},
    input::Action,
    t,
    view::{diagram, line, scene::Scene, tidy},
};

/// Says what the turn has to say besides what changed, and what is asked.
pub(super) fn say(was: &Scene<'_>, now: &Scene<'_>, model: &Model, said: &mut Said) {
    let Some(linear) = &model.linear else {
        return;
    };
    said.all(discreet::told(&linear.noticed, &now.texts));
    for say in &linear.says {
        answer(now, model, *say, said);
    }
    let another = events::another_of_chat(was, now, linear.menu)
        || events::another_look(was, now, linear.menu);
    if another && !events::says(model, Say::List) {
        list(now, model, said);
    }
    let asked = |scene: &Scene<'_>| {
        scene
            .lead
            .prompt
            .as_ref()
            .map(|prompt| prompt.question.clone())
    };
    if asked(was) != asked(now)
        && !events::says(model, Say::Question)
        && let Some(prompt) = &now.lead.prompt
    {
        question(now, prompt, said);
    }
}

fn answer(scene: &Scene<'_>, model: &Model, say: Say, said: &mut Said) {
    let texts = scene.texts;
    match say {
        Say::Where => {
            place::whole(scene, said);
            list(scene, model, said);
        }
        Say::List => list(scene, model, said),
        Say::Question => match (&scene.lead.prompt, scene.lead.writing.editing) {
            (Some(prompt), _) => question(scene, prompt, said),
            (None, Some(id)) => said.line(events::edited(scene, &id.to_string())),
            (None, None) => {}
        },
        Say::NoSuch(number) => said.line(t!(texts, "linear-no-such", number = number)),
        Say::NotNow(action) => {
            said.line(t!(texts, "linear-not-now", what = action.doc(&texts)));
        }
        Say::Empty => said.line(t!(texts, "linear-empty")),
        Say::NothingOpen => said.line(t!(texts, "linear-nothing-open")),
        Say::NoNotes => said.line(t!(texts, "linear-no-notes")),
        // A cancelled question may have been answered already.
        Say::Left if scene.lead.echo.is_some() => {}
        Say::Left => said.line(t!(texts, "linear-left")),
        Say::Numbers => {
            if let Some((_, chart)) = scene.chart() {
                said.all(chart::rows_said(
                    &chart,
                    scene.settings.small_number_limit,
                    &texts,
                ));
            }
        }
        Say::Behind => {
            if let Some((_, chart)) = scene.chart() {
                let facts = chart::behind(&chart, diagram::look(scene.settings), &texts);
                said.all(
                    facts
                        .into_iter()
                        .map(|fact| format!("{}: {}", fact.label, fact.text)),
                );
            }
        }
        Say::Help => {
            said.line(t!(texts, "linear-how"));
            said.line(t!(texts, "linear-help-numbers"));
            said.line(t!(texts, "linear-help-notes"));
            said.line(t!(texts, "linear-help-replace"));
        }
    }
}

/// Returns the number of an action, which is always the same.
pub(super) fn number_of(scene: &Scene<'_>, action: Action) -> String {
    let found = SERVED.iter().position(|known| *known == action);
    found.map_or_else(|| action.doc(&scene.texts), |place| (place + 1).to_string())
}

/// Says the list that numbers answer.
pub(super) fn list(scene: &Scene<'_>, model: &Model, said: &mut Said) {
    let menu = model
        .linear
        .as_ref()
        .map_or(Menu::Main, |linear| linear.menu);
    if menu == Menu::Inbox
        && let Some(note) = scene.session().inbox().next()
    {
        said.line(notes::from_chat(scene, note));
    }
    if menu == Menu::Tidy {
        look(scene, said);
    }
    for (number, choice) in choices(model) {
        let words = label(scene, menu, choice);
        said.line(t!(
            scene.texts,
            "linear-choice",
            number = number,
            words = words
        ));
    }
    if menu != Menu::Main {
        said.line(t!(scene.texts, "linear-zero"));
    }
}

/// Says what wants a second look, with the notes it is about.
fn look(scene: &Scene<'_>, said: &mut Said) {
    let Some(look) = scene.lead.first_look() else {
        return said.line(t!(scene.texts, "view-tidy-ready"));
    };
    // Capitals are a heading to the eye; by ear they can be spelled out.
    let title = tidy::title(scene, look).to_lowercase();
    let (first, rest) = title.split_at(title.chars().next().map_or(0, char::len_utf8));
    said.line(format!("{}{rest}.", first.to_uppercase()));
    let note = |id| scene.session().note(id);
    let before = match look {
        Look::Missed(id) => note(id).and_then(|note| tidy::before(scene, note)),
        _ => None,
    };
    let other = match look {
        Look::Double(_, other) => Some(other),
        _ => None,
    };
    let about = before.into_iter().chain([look.id()]).chain(other);
    said.all(about.filter_map(note).map(|note| notes::whole(scene, note)));
}

/// Says what an answer does with what wants a second look.
fn tidied(scene: &Scene<'_>, action: Action) -> String {
    let (texts, lead) = (scene.texts, scene.lead);
    let look = lead.first_look();
    match (action, look) {
        (Action::Join, _) => t!(texts, "linear-tidy-join"),
        (Action::SetAside, Some(Look::Double(..))) => t!(texts, "linear-tidy-both"),
        (Action::SetAside, _) => t!(texts, "linear-tidy-let-be"),
        (_, None) => t!(texts, "linear-tidy-read"),
        (_, Some(Look::Missed(_))) => t!(texts, "linear-tidy-fill"),
        (_, Some(Look::Step(_))) => t!(texts, "linear-tidy-add"),
        (_, Some(Look::Double(one, other))) => {
            let (kept, _) = lead.kept_of((one, other), &Tidying::default());
            t!(texts, "linear-tidy-keep", id = kept.to_string())
        }
        (_, Some(Look::Short(id))) => {
            let note = scene.session().note(id);
            let words = note.and_then(|note| lead.short_forms.written_out(&note.body.text));
            let words = words.unwrap_or_default();
            t!(texts, "linear-tidy-words", words = words.on_one_line())
        }
    }
}

fn label(scene: &Scene<'_>, menu: Menu, choice: Choice) -> String {
    let (texts, lead) = (scene.texts, scene.lead);
    match choice {
        Choice::Act(action) if menu == Menu::Tidy => tidied(scene, action),
        Choice::Act(Action::Confirm) if menu == Menu::Inbox => t!(texts, "linear-to-note"),
        Choice::Act(Action::SetAside) => t!(texts, "linear-let-be"),
        Choice::Act(Action::Confirm) if lead.may_reveal() => t!(texts, "linear-show-values"),
        Choice::Act(Action::Confirm) if lead.may_read_steps() => {
            if scene.session().steps_shown().is_some() {
                t!(texts, "linear-steps-read")
            } else {
                t!(texts, "linear-steps-shown")
            }
        }
        Choice::Act(Action::Confirm) => t!(texts, "linear-read-waiting"),
        Choice::Act(Action::Write) => {
            t!(texts, "linear-save-line", words = lead.writing.line.text())
        }
        Choice::Act(action) => action.doc(&texts),
        Choice::Heard(key) => {
            let all = lead.heard_here();
            let known = all.iter().find(|known| known.key == key);
            known.map_or_else(String::new, |known| {
                let who = known.words.on_one_line();
                if known.heard {
                    t!(texts, "linear-was-heard", who = who)
                } else {
                    t!(texts, "linear-not-heard", who = who)
                }
            })
        }
        Choice::Chart(_, id) => scene.chart_of(id).map_or_else(String::new, |(_, chart)| {
            format!("{id}, {}", chart.title.on_one_line())
        }),
        Choice::Item(_) => String::new(),
    }
}

/// Says what is asked and how it is answered; first what was wrong with the answer before.
pub(super) fn question(scene: &Scene<'_>, prompt: &Prompt, said: &mut Said) {
    let texts = scene.texts;
    if let Some(trouble) = &prompt.trouble {
        said.line(trouble);
    }
    let (title, how) = line::question_words(scene, &prompt.question, usize::MAX);
    said.line(format!("{title} {how}"));
    let numbered =
        |number: usize, words: String| t!(texts, "linear-choice", number = number, words = words);
    match &prompt.question {
        Question::MoveNote(_) => {
            let stages = scene.plan().stages.iter().enumerate();
            said.all(
                stages.map(|(place, stage)| {
                    numbered(place + 1, stage.title.on_one_line().into_owned())
                }),
            );
        }
        Question::TakeLead => said.line(numbered(1, t!(texts, "linear-lead-here"))),
        Question::Waiting { id, .. } => {
            said.line(read_out(scene, *id));
            said.line(numbered(1, t!(texts, "linear-waiting-next")));
            let kinds = Tag::CHOICES.into_iter().enumerate();
            said.all(kinds.map(|(place, kind)| {
                let kind = tag::name(kind, scene.plan(), texts);
                numbered(place + 2, t!(texts, "linear-waiting-kind", kind = kind))
            }));
        }
        _ => {}
    }
    said.line(t!(texts, "linear-zero"));
}

fn read_out(scene: &Scene<'_>, id: crate::domain::NoteId) -> String {
    match scene.lead.read_out(id) {
        Some((_, said)) => {
            let words = said.text.on_one_line().into_owned();
            match said.perspective {
                Some(who) => format!("{}: {words}", who.on_one_line()),
                None => words,
            }
        }
        None => t!(scene.texts, "view-waiting-gone"),
    }
}
