//! What the list shows: a line for each step with what there is so far, and the rows of the one that is open.

use crate::{
    app::{
        lead::Lead,
        prepare::{Field, MANY_PEOPLE, Prepare, Step},
    },
    domain::{Held, Participant, Plan, Stage, chart::MOST_CHARTS},
    format::booking,
    t,
    text::{SafeText, Texts, clock},
};

/// From so many charts on it is said that there is a limit (guide, step 3: at most 10 to 12).
const MANY_CHARTS: usize = 10;
/// From so many minutes on two talks are better (guide, step 5: longer than 90, book two talks).
pub(super) const LONG: u16 = 90;

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A step, with what there is so far.
    Step,
    /// A row that can be written.
    Field,
    /// A row that can be written, one step in.
    Inner,
    /// A word to whoever prepares.
    Word,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is about; a word can not be chosen.
    pub field: Option<Field>,
    /// How it is drawn.
    pub kind: RowKind,
    /// What it is called; empty for the next one of a list.
    pub name: String,
    /// What stands there; empty where nothing does yet.
    pub value: String,
    /// The arrows choose among something here.
    pub offers: bool,
}

struct Writer<'a> {
    rows: Vec<Row>,
    plan: &'a Plan,
    texts: &'a Texts,
}

pub(super) fn of(prepare: &Prepare, plan: &Plan, lead: &Lead, texts: &Texts) -> Vec<Row> {
    let mut writer = Writer {
        rows: Vec::new(),
        plan,
        texts,
    };
    for step in Step::ALL {
        writer.step(step);
        if prepare.step == Some(step) {
            match step {
                Step::Theme => writer.theme(),
                Step::People => writer.people(),
                Step::Charts => writer.charts(),
                Step::Support => writer.support(),
                Step::Booking => writer.booking(lead),
                Step::Held => writer.held(),
                Step::Agenda => writer.agenda(prepare.stage, lead),
            }
        }
    }
    writer.rows
}

impl Writer<'_> {
    fn step(&mut self, step: Step) {
        let (plan, texts) = (self.plan, self.texts);
        let (name, value) = match step {
            Step::Theme => (t!(texts, "prepare-step-theme"), said(&plan.theme)),
            Step::People => (
                t!(texts, "prepare-step-people"),
                t!(texts, "prepare-people", n = plan.participants.len()),
            ),
            Step::Charts => (
                t!(texts, "prepare-step-charts"),
                t!(texts, "prepare-charts", n = plan.charts.len()),
            ),
            Step::Support => (
                t!(texts, "prepare-step-support"),
                t!(texts, "prepare-principles", n = plan.principles.len()),
            ),
            Step::Booking => (t!(texts, "prepare-step-booking"), self.when()),
            Step::Held => (t!(texts, "prepare-step-held"), held(plan.held, texts)),
            Step::Agenda => (t!(texts, "prepare-step-agenda"), self.length()),
        };
        self.rows.push(Row {
            field: Some(Field::Step(step)),
            kind: RowKind::Step,
            name,
            value,
            offers: false,
        });
    }

    fn field(&mut self, field: Field, name: String, value: impl Into<String>) {
        let offers = matches!(
            field,
            Field::Theme
                | Field::Goal
                | Field::WhyNow
                | Field::Length
                | Field::Held
                | Field::StageMinutes(_)
        ) || matches!(field, Field::Stage(at) if at < self.plan.stages.len());
        let inner = matches!(
            field,
            Field::StageName(_)
                | Field::StageMinutes(_)
                | Field::StageBefore(_)
                | Field::Ask(..)
                | Field::Say(..)
                | Field::FollowUp(..)
        );
        self.rows.push(Row {
            field: Some(field),
            kind: if inner {
                RowKind::Inner
            } else {
                RowKind::Field
            },
            name,
            value: value.into(),
            offers,
        });
    }

    fn word(&mut self, words: String) {
        self.rows.push(Row {
            field: None,
            kind: RowKind::Word,
            name: String::new(),
            value: words,
            offers: false,
        });
    }

    /// A list of texts, and a row that adds one.
    fn list(&mut self, of: &[SafeText], name: &str, field: impl Fn(usize) -> Field) {
        for (at, text) in of.iter().enumerate() {
            let name = if at == 0 {
                name.to_owned()
            } else {
                String::new()
            };
            self.field(field(at), name, said(text));
        }
        let name = if of.is_empty() {
            name.to_owned()
        } else {
            String::new()
        };
        self.field(field(of.len()), name, "");
    }

    fn theme(&mut self) {
        let (plan, texts) = (self.plan, self.texts);
        self.field(
            Field::Title,
            t!(texts, "prepare-title-row"),
            said(&plan.title),
        );
        self.field(Field::Theme, t!(texts, "prepare-theme"), said(&plan.theme));
        self.field(Field::Goal, t!(texts, "prepare-goal"), said(&plan.goal));
        self.field(
            Field::Purpose,
            t!(texts, "prepare-purpose"),
            said(&plan.purpose),
        );
        self.field(
            Field::WhyNow,
            t!(texts, "prepare-why-now"),
            said(&plan.why_now),
        );
        self.word(t!(texts, "prepare-word-theme"));
    }

    fn people(&mut self) {
        let (plan, texts) = (self.plan, self.texts);
        for (at, person) in plan.participants.iter().enumerate() {
            self.field(
                Field::Person(at),
                person.key.to_string(),
                person_words(person),
            );
        }
        let next = plan.participants.len();
        self.field(Field::Person(next), (next + 1).to_string(), "");
        self.word(match next {
            0..2 => t!(texts, "prepare-word-few"),
            2..MANY_PEOPLE => t!(texts, "prepare-word-people"),
            MANY_PEOPLE => t!(texts, "prepare-word-ten"),
            _ => t!(texts, "prepare-word-many"),
        });
    }

    fn charts(&mut self) {
        let (plan, texts) = (self.plan, self.texts);
        for (at, chart) in plan.charts.iter().enumerate() {
            let title = chart.title.on_one_line();
            let value = match chart.say.trim() {
                "" => title.into_owned(),
                say => format!("{title}: {say}"),
            };
            self.field(Field::Chart(at), chart.id.to_string(), value);
        }
        self.field(Field::NewChart, t!(texts, "prepare-new-chart"), "");
        self.word(match plan.charts.len() {
            0..MANY_CHARTS => t!(texts, "prepare-word-charts"),
            count if count <= MOST_CHARTS => t!(texts, "prepare-word-ten-charts"),
            _ => t!(texts, "prepare-word-many-charts"),
        });
    }

    fn support(&mut self) {
        let texts = self.texts;
        let principles = &self.plan.principles;
        self.list(
            principles,
            &t!(texts, "prepare-principle"),
            Field::Principle,
        );
        self.word(t!(texts, "prepare-word-silence"));
        self.word(t!(texts, "prepare-word-answers"));
    }

    fn booking(&mut self, lead: &Lead) {
        let (plan, texts) = (self.plan, self.texts);
        let start = plan.slot.start.map(|at| {
            let day = clock::day_in_words(texts.lang(), at, &plan.zone);
            format!("{day} {}", clock::hhmm(at, &plan.zone))
        });
        self.field(
            Field::Start,
            t!(texts, "prepare-start"),
            start.unwrap_or_default(),
        );
        self.field(
            Field::Length,
            t!(texts, "prepare-length"),
            t!(texts, "prepare-minutes", n = plan.slot.minutes),
        );
        let series = plan.series.as_ref().map(said).unwrap_or_default();
        self.field(Field::Series, t!(texts, "prepare-series"), series);
        if lead.session.timeline().began().is_some() {
            self.word(t!(texts, "prepare-word-began"));
        } else if plan.slot.minutes > LONG {
            self.word(t!(texts, "prepare-word-long"));
        } else {
            self.word(t!(texts, "prepare-word-booking"));
        }
    }

    fn held(&mut self) {
        let (plan, texts) = (self.plan, self.texts);
        self.field(
            Field::Held,
            t!(texts, "prepare-held"),
            held(plan.held, texts),
        );
        self.word(match plan.held {
            Some(Held::Online) => t!(texts, "prepare-word-online"),
            Some(Held::InRoom) => t!(texts, "prepare-word-in-room"),
            None => t!(texts, "prepare-word-held"),
        });
    }

    fn agenda(&mut self, open: Option<usize>, lead: &Lead) {
        let (plan, texts) = (self.plan, self.texts);
        for (at, stage) in plan.stages.iter().enumerate() {
            let words = format!("{}  {}", stage.title.on_one_line(), minutes(stage, texts));
            self.field(Field::Stage(at), (at + 1).to_string(), words);
            self.before(at, lead);
            if open == Some(at) {
                self.stage(at, stage);
            }
        }
        let next = plan.stages.len();
        self.field(Field::Stage(next), (next + 1).to_string(), "");
        let (least, most) = bounds(plan);
        self.word(if least > u32::from(plan.slot.minutes) {
            t!(
                texts,
                "prepare-word-too-long",
                least = least,
                slot = plan.slot.minutes
            )
        } else if most < u32::from(plan.slot.minutes) {
            t!(
                texts,
                "prepare-word-spare",
                n = u32::from(plan.slot.minutes) - most
            )
        } else {
            t!(texts, "prepare-word-fits", slot = plan.slot.minutes)
        });
    }

    /// What earlier times tell of a stage that has not been, where that is worth a word.
    fn before(&mut self, at: usize, lead: &Lead) {
        let stage = &self.plan.stages[at];
        if lead.session.timeline().was_entered(&stage.id) {
            return;
        }
        if let Some((past, minutes)) = lead.history.proposal(self.plan, at) {
            let words = if past.minutes == minutes.wish {
                t!(
                    self.texts,
                    "prepare-before",
                    n = past.times,
                    minutes = past.minutes
                )
            } else {
                t!(
                    self.texts,
                    "prepare-before-near",
                    n = past.times,
                    minutes = past.minutes,
                    wish = minutes.wish
                )
            };
            self.field(Field::StageBefore(at), String::new(), words);
        }
    }

    fn stage(&mut self, at: usize, stage: &Stage) {
        let texts = self.texts;
        self.field(
            Field::StageName(at),
            t!(texts, "prepare-stage-name"),
            said(&stage.title),
        );
        self.field(
            Field::StageMinutes(at),
            t!(texts, "prepare-stage-minutes"),
            booking::minutes_words(stage.minutes),
        );
        self.list(&stage.ask, &t!(texts, "prepare-stage-ask"), |place| {
            Field::Ask(at, place)
        });
        self.list(&stage.present, &t!(texts, "prepare-stage-say"), |place| {
            Field::Say(at, place)
        });
        self.list(
            &stage.follow_ups,
            &t!(texts, "prepare-stage-follow-up"),
            |place| Field::FollowUp(at, place),
        );
    }

    fn when(&self) -> String {
        let (plan, texts) = (self.plan, self.texts);
        let minutes = t!(texts, "prepare-minutes", n = plan.slot.minutes);
        match plan.slot.start {
            Some(at) => {
                let day = clock::day_in_words(texts.lang(), at, &plan.zone);
                format!("{day} {}, {minutes}", clock::hhmm(at, &plan.zone))
            }
            None => minutes,
        }
    }

    fn length(&self) -> String {
        let (least, most) = bounds(self.plan);
        t!(
            self.texts,
            "prepare-agenda",
            n = self.plan.stages.len(),
            least = least,
            most = most
        )
    }
}

fn said(text: &SafeText) -> String {
    text.on_one_line().trim().to_owned()
}

/// Writes somebody as they are typed: `perspective, organisation, name`.
pub(super) fn person_words(person: &Participant) -> String {
    let mut parts = vec![said(&person.perspective)];
    let organisation = person.organisation.as_ref().map(said);
    let name = person.name.as_ref().map(said);
    if organisation.is_some() || name.is_some() {
        parts.push(organisation.unwrap_or_default());
    }
    parts.extend(name);
    parts.join(", ")
}

fn minutes(stage: &Stage, texts: &Texts) -> String {
    let (min, max) = (stage.minutes.min, stage.minutes.max);
    if min == max {
        t!(texts, "prepare-minutes", n = min)
    } else {
        t!(texts, "prepare-minutes-between", min = min, max = max)
    }
}

fn bounds(plan: &Plan) -> (u32, u32) {
    let sum = |of: fn(&Stage) -> u16| plan.stages.iter().map(of).map(u32::from).sum();
    (
        sum(|stage| stage.minutes.min),
        sum(|stage| stage.minutes.max),
    )
}

fn held(held: Option<Held>, texts: &Texts) -> String {
    match held {
        Some(Held::Online) => t!(texts, "prepare-online"),
        Some(Held::InRoom) => t!(texts, "prepare-in-room"),
        None => String::new(),
    }
}
