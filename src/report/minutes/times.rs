//! The timetable: what was wished, what the slot gave, what it took; and what was not reached.

use crate::{
    domain::{
        Plan, Stage, StageId, StageKind,
        schedule::{self, StageLoad},
    },
    report::{Block, TimesRow, minutes::Writer},
    t,
    text::{Moment, SafeText, Span, clock},
};

/// Returns what every stage was given when the agenda was laid into the slot, before anything had happened.
pub(in crate::report) fn fitted(plan: &Plan) -> Vec<Span> {
    let loads: Vec<StageLoad> = plan
        .stages
        .iter()
        .map(|stage| StageLoad {
            bounds: stage.minutes.bounds(),
            closing: stage.kind == StageKind::Closing,
            skippable: stage.skippable,
            ..StageLoad::default()
        })
        .collect();
    let start = Moment(0);
    let fit = schedule::fit(&schedule::Input {
        slot_end: start + Span::minutes(i64::from(plan.slot.minutes)),
        now: start,
        stages: &loads,
    });
    fit.rows.into_iter().map(|row| row.fitted).collect()
}

impl Writer<'_> {
    pub(super) fn times(&self) -> Vec<Block> {
        let texts = self.texts;
        let stages = &self.plan().stages;
        if stages.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![Block::Times(TimesRow {
            began: t!(texts, "report-began"),
            title: t!(texts, "report-stage"),
            spans: [
                t!(texts, "report-wish"),
                t!(texts, "report-plan"),
                t!(texts, "report-actual"),
            ],
            strong: true,
            ..TimesRow::default()
        })];
        let fitted = fitted(self.plan());
        let mut sums = [Span::ZERO; 3];
        for (stage, fitted) in stages.iter().zip(fitted) {
            let spans = [stage.minutes.bounds().wish, fitted, self.spent(&stage.id)];
            for (sum, span) in sums.iter_mut().zip(spans) {
                *sum += span;
            }
            blocks.push(self.stage_row(stage, spans));
        }
        for stage in self.forgotten() {
            let spent = self.spent(&stage);
            sums[2] += spent;
            blocks.push(Block::Times(TimesRow {
                began: self.began(&stage),
                title: SafeText::line(&stage.0).to_string(),
                spans: [String::new(), String::new(), spent.to_string()],
                ..TimesRow::default()
            }));
        }
        blocks.push(Block::Times(TimesRow {
            title: t!(texts, "report-sum"),
            spans: sums.map(|sum| sum.to_string()),
            strong: true,
            ..TimesRow::default()
        }));
        blocks.extend(self.asides());
        blocks
    }

    fn stage_row(&self, stage: &Stage, [wish, fitted, spent]: [Span; 3]) -> Block {
        let timeline = self.session.timeline();
        let entered = timeline.was_entered(&stage.id);
        let runs = timeline
            .current()
            .is_some_and(|visit| visit.stage == stage.id);
        let remark = if runs {
            t!(self.texts, "report-runs")
        } else if timeline.skipped.contains(&stage.id) {
            t!(self.texts, "report-was-skipped")
        } else if !entered && timeline.closed.is_some() {
            t!(self.texts, "report-was-not-reached")
        } else {
            String::new()
        };
        Block::Times(TimesRow {
            began: self.began(&stage.id),
            title: stage.title.on_one_line().into_owned(),
            spans: [
                wish.to_string(),
                fitted.to_string(),
                if entered {
                    spent.to_string()
                } else {
                    "-".to_owned()
                },
            ],
            remark,
            strong: false,
        })
    }

    fn spent(&self, stage: &StageId) -> Span {
        self.session.timeline().spent(stage, self.options.now)
    }

    fn began(&self, stage: &StageId) -> String {
        let first = self
            .session
            .timeline()
            .visits
            .iter()
            .find(|visit| visit.stage == *stage);
        first.map_or_else(String::new, |visit| {
            clock::hhmm(visit.from, &self.plan().zone)
        })
    }

    /// Returns stages that ran and were taken out of the agenda afterwards.
    fn forgotten(&self) -> Vec<StageId> {
        let mut found: Vec<StageId> = Vec::new();
        for visit in &self.session.timeline().visits {
            if self.plan().stage(&visit.stage).is_none() && !found.contains(&visit.stage) {
                found.push(visit.stage.clone());
            }
        }
        found
    }

    /// Returns what else moved the times: pauses, and an end that was moved.
    fn asides(&self) -> Vec<Block> {
        let (texts, timeline) = (self.texts, self.session.timeline());
        let paused: Span = timeline
            .visits
            .iter()
            .map(|visit| {
                let end = visit.to.unwrap_or(self.options.now);
                (end - visit.from).at_least_zero() - visit.spent(self.options.now)
            })
            .sum();
        let mut blocks = Vec::new();
        if paused >= Span::seconds(1) {
            blocks.push(Block::Paragraph {
                label: t!(texts, "report-pauses"),
                text: paused.to_string(),
            });
        }
        if let Some(end) = timeline.end {
            blocks.push(Block::Paragraph {
                label: t!(texts, "report-end-moved"),
                text: clock::hhmm(end, &self.plan().zone),
            });
        }
        blocks
    }

    /// Names the stages that a dialogue ended before; while it runs everything can still be reached.
    pub(super) fn not_reached(&self) -> String {
        let timeline = self.session.timeline();
        if timeline.closed.is_none() {
            return String::new();
        }
        self.titles(|stage| {
            !timeline.was_entered(&stage.id) && !timeline.skipped.contains(&stage.id)
        })
    }

    /// Names the stages that were left out on purpose.
    pub(super) fn skipped(&self) -> String {
        let skipped = &self.session.timeline().skipped;
        self.titles(|stage| skipped.contains(&stage.id))
    }

    fn titles(&self, which: impl Fn(&Stage) -> bool) -> String {
        let titles: Vec<String> = self
            .plan()
            .stages
            .iter()
            .filter(|stage| which(stage))
            .map(|stage| stage.title.on_one_line().into_owned())
            .collect();
        titles.join("; ")
    }
}
