//! What a written, chosen, moved or removed row changes in the plan. Pure: a plan goes in, a part of a plan comes out.

use crate::{
    app::{
        lead::Cx,
        prepare::{Field, Prepare, rows::person_words},
    },
    domain::{
        Held, Minutes, Participant, Plan, PlanPart, Stage, StageId, StageKind, Tag, chart::Chart,
    },
    format::booking,
    t,
    text::{Lang, Moment, SafeText, Texts, clock},
};

/// The shortest and the longest slot the arrows choose, in minutes.
const SLOT: std::ops::RangeInclusive<u16> = 15..=600;
/// So much the arrows change it by.
const SLOT_STEP: u16 = 5;

/// Returns what stands on the line of a row when it is opened; nothing where a row is not written.
pub(super) fn text(field: Field, plan: &Plan) -> Option<String> {
    let of = |list: &[SafeText], at: usize| {
        let text = list.get(at).map(|text| text.on_one_line().into_owned());
        Some(text.unwrap_or_default())
    };
    let one = |text: &SafeText| Some(text.on_one_line().into_owned());
    let stage = |at: usize| plan.stages.get(at);
    match field {
        Field::Title => one(&plan.title),
        Field::Theme => one(&plan.theme),
        Field::Goal => one(&plan.goal),
        Field::Purpose => one(&plan.purpose),
        Field::WhyNow => one(&plan.why_now),
        Field::Person(at) => {
            let person = plan.participants.get(at);
            Some(person.map(person_words).unwrap_or_default())
        }
        Field::Chart(at) => one(&plan.charts.get(at)?.say),
        Field::Principle(at) => of(&plan.principles, at),
        Field::Start => {
            let zone = &plan.zone;
            let start = plan.slot.start;
            let words = |at| format!("{} {}", clock::date(at, zone), clock::hhmm(at, zone));
            Some(start.map(words).unwrap_or_default())
        }
        Field::Length => Some(plan.slot.minutes.to_string()),
        Field::Series => Some(
            plan.series
                .as_ref()
                .map(|name| name.on_one_line().into_owned())
                .unwrap_or_default(),
        ),
        Field::Stage(at) => (at >= plan.stages.len()).then(String::new),
        Field::StageName(at) => one(&stage(at)?.title),
        Field::StageMinutes(at) => Some(booking::minutes_words(stage(at)?.minutes)),
        Field::Ask(at, place) => of(&stage(at)?.ask, place),
        Field::Say(at, place) => of(&stage(at)?.present, place),
        Field::FollowUp(at, place) => of(&stage(at)?.follow_ups, place),
        Field::Step(_) | Field::NewChart | Field::Held | Field::StageBefore(_) => None,
    }
}

/// What a change is made with.
pub(super) struct With<'a> {
    pub(super) plan: &'a Plan,
    pub(super) now: Moment,
    pub(super) texts: &'a Texts,
}

impl<'a> With<'a> {
    pub(super) const fn of(plan: &'a Plan, cx: &'a Cx<'_>) -> Self {
        Self {
            plan,
            now: cx.now,
            texts: cx.texts,
        }
    }

    /// Returns what a written line changes; nothing where it says what was there. The error says what is expected.
    pub(super) fn written(&self, field: Field, line: &str) -> Result<Option<PlanPart>, String> {
        let (plan, texts) = (self.plan, self.texts);
        let line = line.trim();
        let before = text(field, plan).unwrap_or_default();
        if line == before.trim() {
            return Ok(None);
        }
        let one = SafeText::line(line);
        let in_stage = |at: usize, change: &dyn Fn(&mut Stage)| {
            let mut stages = plan.stages.clone();
            change(stages.get_mut(at)?);
            Some(PlanPart::Stages(stages))
        };
        let wrong = |words: String| Err(words);
        Ok(match field {
            Field::Title if line.is_empty() => return wrong(t!(texts, "prepare-no-title")),
            Field::Title => Some(PlanPart::Title(one)),
            Field::Theme => Some(PlanPart::Theme(one)),
            Field::Goal => Some(PlanPart::Goal(one)),
            Field::Purpose => Some(PlanPart::Purpose(one)),
            Field::WhyNow => Some(PlanPart::WhyNow(one)),
            Field::Person(at) => Some(self.person(at, line)),
            Field::Chart(at) => {
                let chart = plan.charts.get(at).cloned();
                chart.map(|chart| PlanPart::Chart(Box::new(Chart { say: one, ..chart })))
            }
            Field::Principle(at) => {
                let mut principles = plan.principles.clone();
                put(&mut principles, at, one);
                Some(PlanPart::Principles(principles))
            }
            Field::Start => Some(PlanPart::Slot {
                start: match line {
                    "" => None,
                    _ => match booking::start(line, self.now, &plan.zone) {
                        Some(at) => Some(at),
                        None => return wrong(t!(texts, "prepare-start-wrong")),
                    },
                },
                minutes: plan.slot.minutes,
            }),
            Field::Length => {
                let digits = line.split_whitespace().next().unwrap_or_default();
                match digits.parse() {
                    Ok(minutes) if SLOT.contains(&minutes) => Some(PlanPart::Slot {
                        start: plan.slot.start,
                        minutes,
                    }),
                    _ => return wrong(t!(texts, "prepare-length-wrong")),
                }
            }
            Field::Series => Some(PlanPart::Series(Some(one).filter(|name| !name.is_empty()))),
            Field::StageName(at) => {
                if line.is_empty() {
                    return wrong(t!(texts, "prepare-no-title"));
                }
                in_stage(at, &|stage| {
                    (stage.title, stage.short) = (one.clone(), None);
                })
            }
            Field::Stage(_) => Some(self.new_stage(one)),
            Field::StageMinutes(at) => match booking::minutes(line) {
                Some(minutes) => in_stage(at, &|stage| stage.minutes = minutes),
                None => return wrong(t!(texts, "prepare-minutes-wrong")),
            },
            Field::Ask(at, place) => in_stage(at, &|stage| put(&mut stage.ask, place, one.clone())),
            Field::Say(at, place) => {
                in_stage(at, &|stage| put(&mut stage.present, place, one.clone()))
            }
            Field::FollowUp(at, place) => in_stage(at, &|stage| {
                put(&mut stage.follow_ups, place, one.clone());
            }),
            Field::Step(_) | Field::NewChart | Field::Held | Field::StageBefore(_) => None,
        })
    }

    fn person(&self, at: usize, line: &str) -> PlanPart {
        let mut people = self.plan.participants.clone();
        let mut parts = line.splitn(3, ',').map(SafeText::line);
        let mut part = || {
            let text = parts.next()?;
            let text = SafeText::line(text.trim());
            (!text.is_empty()).then_some(text)
        };
        let (perspective, organisation, name) = (part(), part(), part());
        let person = |key| Participant {
            key,
            name,
            perspective: perspective.unwrap_or_default(),
            organisation,
        };
        match people.get(at).map(|known| known.key) {
            Some(_) if line.is_empty() => drop(people.remove(at)),
            Some(key) => people[at] = person(key),
            None => {
                let last = people.iter().map(|person| person.key).max().unwrap_or(0);
                people.push(person(last.saturating_add(1)));
            }
        }
        PlanPart::Participants(people)
    }

    /// A stage of the middle: before the closing, for the closing is the last word.
    fn new_stage(&self, title: SafeText) -> PlanPart {
        let mut stages = self.plan.stages.clone();
        let free = (1..=stages.len() + 1)
            .map(|number| StageId(format!("stage-{number}")))
            .find(|id| stages.iter().all(|stage| stage.id != *id));
        let stage = Stage {
            id: free.expect("of one name more than there are stages, one is free"),
            title,
            kind: StageKind::Talk,
            minutes: Minutes::fixed(10),
            tag: Tag::See,
            ..Stage::default()
        };
        let place = self.plan.closing().unwrap_or(stages.len());
        stages.insert(place, stage);
        PlanPart::Stages(stages)
    }

    /// Returns what an arrow changes in a row that offers something: -1 the one before, 1 the next.
    pub(super) fn turned(&self, field: Field, by: i8) -> Option<PlanPart> {
        let plan = self.plan;
        let of = |known: &SafeText, offered: Vec<String>| {
            let now = offered.iter().position(|text| *text == known.trim());
            SafeText::line(&offered[next(now, by, offered.len())])
        };
        let step = |minutes: u16, by: u16, up: bool| {
            if up {
                minutes.saturating_add(by)
            } else {
                minutes.saturating_sub(by)
            }
        };
        Some(match field {
            Field::Theme => PlanPart::Theme(of(&plan.theme, offered(plan, &THEMES))),
            Field::Goal => PlanPart::Goal(of(&plan.goal, offered(plan, &GOALS))),
            Field::WhyNow => PlanPart::WhyNow(of(&plan.why_now, offered(plan, &REASONS))),
            Field::Length => PlanPart::Slot {
                start: plan.slot.start,
                minutes: step(plan.slot.minutes, SLOT_STEP, by > 0)
                    .clamp(*SLOT.start(), *SLOT.end()),
            },
            Field::Held => {
                let ways = [None, Some(Held::Online), Some(Held::InRoom)];
                let now = ways.iter().position(|way| *way == plan.held);
                PlanPart::Held(ways[next(now, by, ways.len())])
            }
            Field::Stage(at) | Field::StageMinutes(at) => {
                let mut stages = plan.stages.clone();
                let minutes = &mut stages.get_mut(at)?.minutes;
                let Minutes { min, wish, max } = *minutes;
                *minutes = if min == max {
                    Minutes::fixed(step(wish, 1, by > 0).max(1))
                } else {
                    // The wish moves, and pushes the bound it meets.
                    let wish = step(wish, 1, by > 0).max(1);
                    Minutes {
                        min: min.min(wish),
                        wish,
                        max: max.max(wish),
                    }
                };
                PlanPart::Stages(stages)
            }
            _ => return None,
        })
    }

    /// Returns what removing a row changes.
    pub(super) fn removed(&self, field: Field) -> Option<PlanPart> {
        let plan = self.plan;
        match field {
            Field::Person(at) if at < plan.participants.len() => Some(self.person(at, "")),
            Field::Chart(at) if at < plan.charts.len() => {
                let mut ids: Vec<_> = plan.charts.iter().map(|chart| chart.id).collect();
                ids.remove(at);
                Some(PlanPart::ChartOrder(ids))
            }
            Field::Stage(at) if at < plan.stages.len() && plan.stages.len() > 1 => {
                let mut stages = plan.stages.clone();
                stages.remove(at);
                Some(PlanPart::Stages(stages))
            }
            Field::Theme
            | Field::Goal
            | Field::Purpose
            | Field::WhyNow
            | Field::Start
            | Field::Series
            | Field::Principle(_)
            | Field::Ask(..)
            | Field::Say(..)
            | Field::FollowUp(..) => self.written(field, "").ok().flatten(),
            _ => None,
        }
    }

    /// Returns what moving a row changes, and where it stands then.
    pub(super) fn moved(&self, field: Field, by: i8) -> Option<(PlanPart, Field)> {
        let plan = self.plan;
        let to = |at: usize, count: usize| {
            let to = at.checked_add_signed(isize::from(by))?;
            (at < count && to < count).then_some(to)
        };
        let in_stage = |at: usize, of: fn(&mut Stage) -> &mut Vec<SafeText>, place: usize| {
            let mut stages = plan.stages.clone();
            let list = of(stages.get_mut(at)?);
            let to = to(place, list.len())?;
            list.swap(place, to);
            Some((PlanPart::Stages(stages), to))
        };
        Some(match field {
            Field::Chart(at) => {
                let mut ids: Vec<_> = plan.charts.iter().map(|chart| chart.id).collect();
                let to = to(at, ids.len())?;
                ids.swap(at, to);
                (PlanPart::ChartOrder(ids), Field::Chart(to))
            }
            Field::Principle(at) => {
                let mut principles = plan.principles.clone();
                let to = to(at, principles.len())?;
                principles.swap(at, to);
                (PlanPart::Principles(principles), Field::Principle(to))
            }
            Field::Stage(at) => {
                let mut stages = plan.stages.clone();
                let to = to(at, stages.len())?;
                stages.swap(at, to);
                (PlanPart::Stages(stages), Field::Stage(to))
            }
            Field::Ask(stage, at) => {
                let (part, to) = in_stage(stage, |stage| &mut stage.ask, at)?;
                (part, Field::Ask(stage, to))
            }
            Field::Say(stage, at) => {
                let (part, to) = in_stage(stage, |stage| &mut stage.present, at)?;
                (part, Field::Say(stage, to))
            }
            Field::FollowUp(stage, at) => {
                let (part, to) = in_stage(stage, |stage| &mut stage.follow_ups, at)?;
                (part, Field::FollowUp(stage, to))
            }
            _ => return None,
        })
    }
}

impl Prepare {
    /// Returns the stages a change of a row concerns, for those that have been must stay as they were.
    pub(super) fn touches(field: Field, by: i8) -> Vec<usize> {
        match field {
            Field::Stage(at) => {
                let other = at.checked_add_signed(isize::from(by));
                [Some(at), other].into_iter().flatten().collect()
            }
            _ => Vec::new(),
        }
    }
}

/// The three themes of the guide (step 1).
const THEMES: [&str; 3] = [
    "prepare-theme-promotion",
    "prepare-theme-leisure",
    "prepare-theme-attendance",
];
/// The three kinds of goal (guide, step 1).
const GOALS: [&str; 3] = [
    "prepare-goal-learn",
    "prepare-goal-picture",
    "prepare-goal-ideas",
];
/// The occasions (guide, frame: why now).
const REASONS: [&str; 4] = [
    "prepare-why-outcome",
    "prepare-why-mission",
    "prepare-why-happened",
    "prepare-why-wider",
];

/// What is offered stands in the session, so it is in the session's language.
fn offered(plan: &Plan, keys: &[&str]) -> Vec<String> {
    let texts = Texts::new(Lang::parse(&plan.language).unwrap_or_default());
    keys.iter().map(|key| texts.get(key, &[])).collect()
}

fn next(now: Option<usize>, by: i8, count: usize) -> usize {
    match now {
        None if by > 0 => 0,
        None => count - 1,
        Some(at) if by > 0 => (at + 1) % count,
        Some(at) => (at + count - 1) % count,
    }
}

/// Puts a text at a place of a list: empty takes it out, past the end adds it.
fn put(list: &mut Vec<SafeText>, at: usize, text: SafeText) {
    match (at < list.len(), text.is_empty()) {
        (true, true) => drop(list.remove(at)),
        (true, false) => list[at] = text,
        (false, true) => {}
        (false, false) => list.push(text),
    }
}
