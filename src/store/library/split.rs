//! One long dialogue as two some days apart: more than ninety minutes is more than a group takes in (guide, step 5).

use crate::{
    domain::{Base, Minutes, Plan, Session, Slot, Stage, StageKind},
    store::library::series::feedback,
    t,
    text::{Lang, SafeText, Texts},
};

/// The least a closing has where the two meetings are short, in minutes.
const SHORT_CLOSING: u16 = 10;

/// Makes two plans of one: everything up to the first dialogue, and the rest; each closes with who does what.
///
/// None where there are not two dialogues to part. The second opens with what the first left open, as sessions of one series do.
pub fn split(session: &Session) -> Option<[Base; 2]> {
    let plan = session.plan();
    let dialogues = |stage: &&Stage| stage.kind == StageKind::Dialogue;
    if plan.stages.iter().filter(dialogues).count() < 2 {
        return None;
    }
    let first = plan.stages.iter().position(|stage| dialogues(&stage))?;
    let closing = plan.closing().map(|at| plan.stages[at].clone());
    let texts = Texts::new(Lang::parse(&plan.language).unwrap_or_default());
    let (before, after) = plan.stages.split_at(first + 1);
    let mut opening = before.to_vec();
    opening.extend(closing.clone().map(shorter));
    let welcome = before.first().filter(|stage| stage.kind == StageKind::Talk);
    let mut rest: Vec<Stage> = welcome.cloned().map(shorter).into_iter().collect();
    rest.push(feedback(texts));
    rest.extend(
        after
            .iter()
            .filter(|stage| stage.kind != StageKind::Closing)
            .cloned(),
    );
    rest.extend(closing);
    let series = plan.series.clone().unwrap_or_else(|| plan.title.clone());
    let half = |stages: Vec<Stage>, number: usize, start| {
        let title = t!(texts, "split-part", title = plan.title, number = number);
        Base {
            plan: Plan {
                title: SafeText::line(&title),
                series: Some(series.clone()),
                slot: Slot {
                    start,
                    minutes: length(&stages),
                },
                stages,
                ..plan.clone()
            },
            ..Base::default()
        }
    };
    Some([half(opening, 1, plan.slot.start), half(rest, 2, None)])
}

fn shorter(stage: Stage) -> Stage {
    let Minutes { min, wish, max } = stage.minutes;
    let most = wish.div_ceil(2).max(SHORT_CLOSING.min(wish));
    Stage {
        minutes: Minutes {
            min: min.min(most),
            wish: most,
            max: max.min(wish.max(most)),
        },
        ..stage
    }
}

/// Returns the length of a meeting: the wishes of its stages, in whole five minutes.
fn length(stages: &[Stage]) -> u16 {
    let wish: u16 = stages
        .iter()
        .map(|stage| stage.minutes.wish)
        .fold(0, u16::saturating_add);
    wish.div_ceil(5).saturating_mul(5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{lasting::FEEDBACK, reading::Reading},
        format::session,
        store::library::shipped,
        text::{Moment, Span},
    };

    #[test]
    fn every_template_with_two_dialogues_becomes_two_meetings_that_fit() {
        let mut parted = 0;
        for template in shipped::TEMPLATES {
            let base = session::read(template.name, template.text).unwrap().base;
            let Some(halves) = split(&Session::on(base.clone())) else {
                continue;
            };
            parted += 1;
            for half in &halves {
                let plan = &half.plan;
                assert!(
                    plan.slot.minutes <= 90,
                    "{} {}",
                    template.name,
                    plan.slot.minutes
                );
                assert_eq!(
                    plan.closing(),
                    base.plan.closing().map(|_| plan.stages.len() - 1)
                );
                let fitted = Reading::over(plan, &half.timeline, Moment::default()).planned;
                assert_eq!(fitted.short_by, Span::ZERO, "{}", template.name);
                assert!(plan.stages.iter().all(|stage| {
                    let Minutes { min, wish, max } = stage.minutes;
                    min <= wish && wish <= max
                }));
            }
            assert_eq!(halves[0].plan.series, halves[1].plan.series);
            assert!(
                halves[1]
                    .plan
                    .stages
                    .iter()
                    .any(|stage| stage.id.0 == FEEDBACK)
            );
            let dialogues = |plan: &Plan| {
                plan.stages
                    .iter()
                    .filter(|stage| stage.kind == StageKind::Dialogue)
                    .count()
            };
            assert_eq!(
                dialogues(&halves[0].plan) + dialogues(&halves[1].plan),
                dialogues(&base.plan)
            );
        }
        assert!(parted >= 4, "{parted}");
    }

    #[test]
    fn one_dialogue_cannot_be_parted() {
        assert!(split(&Session::default()).is_none());
    }
}
