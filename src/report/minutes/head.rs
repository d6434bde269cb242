//! The first lines: what, when, how many, and why.

use crate::{
    domain::Tag,
    report::{Block, minutes::Writer},
    t,
    text::{Moment, SafeText, Span, clock},
};

impl Writer<'_> {
    pub(super) fn head(&self) -> Vec<Block> {
        let (plan, texts) = (self.plan(), self.texts);
        let day = self.session.timeline().began().or(plan.slot.start);
        let what = match day.map(|day| clock::date(day, &plan.zone)) {
            Some(date) => format!("{} {date}", t!(texts, "report-dialogue")),
            None => t!(texts, "report-dialogue"),
        };
        let mut blocks = vec![Block::Title {
            what,
            title: plan.title.on_one_line().into_owned(),
            mark: t!(texts, "report-working-material"),
        }];
        if let Some(notice) = plan
            .notice
            .as_ref()
            .filter(|notice| !notice.trim().is_empty())
        {
            blocks.push(Block::Paragraph {
                label: t!(texts, "report-notice"),
                text: notice.to_string(),
            });
        }
        blocks.push(Block::Line(self.when()));
        blocks.push(Block::Line(self.counts()));
        if !plan.purpose.trim().is_empty() {
            blocks.push(Block::Paragraph {
                label: t!(texts, "report-purpose"),
                text: plan.purpose.to_string(),
            });
        }
        blocks
    }

    /// Says when it was, and whether it ended in time.
    fn when(&self) -> String {
        let (plan, timeline, texts) = (self.plan(), self.session.timeline(), self.texts);
        let hhmm = |at: Moment| clock::hhmm(at, &plan.zone);
        let day = |at: Moment| {
            t!(
                texts,
                "report-day",
                weekday = clock::weekday(texts.lang(), at, &plan.zone),
                week = clock::iso_week(at, &plan.zone)
            )
        };
        match (timeline.began(), timeline.closed) {
            (Some(began), Some(closed)) => t!(
                texts,
                "report-ended",
                day = day(began),
                from = hhmm(began),
                to = hhmm(closed),
                how = self.punctual(closed)
            ),
            (Some(began), None) => t!(
                texts,
                "report-running",
                day = day(began),
                from = hhmm(began),
                stage = self.running(),
                now = hhmm(self.options.now),
                end = self.session.slot_end().map_or_else(String::new, hhmm)
            ),
            (None, _) => match plan.slot.start {
                Some(start) => t!(
                    texts,
                    "report-planned",
                    day = day(start),
                    from = hhmm(start),
                    minutes = plan.slot.minutes
                ),
                None => t!(texts, "report-not-begun", minutes = plan.slot.minutes),
            },
        }
    }

    /// Names the stage that runs; one that was taken out of the agenda has only its id.
    fn running(&self) -> String {
        let stage = self.session.current().map(|(_, stage)| stage.title.clone());
        let visit = || {
            self.session
                .timeline()
                .current()
                .map(|visit| SafeText::line(&visit.stage.0))
        };
        stage
            .or_else(visit)
            .map_or_else(|| "-".to_owned(), |title| title.to_string())
    }

    /// Says how the end stood to the end that was set, in the minutes that a clock on the wall shows.
    fn punctual(&self, closed: Moment) -> String {
        let texts = self.texts;
        let Some(end) = self.session.slot_end() else {
            return String::new();
        };
        let minute = |at: Moment| at.0.div_euclid(Span::minutes(1).0);
        let late = minute(closed) - minute(end);
        let end = clock::hhmm(end, &self.plan().zone);
        match late {
            0 => t!(texts, "report-on-time"),
            1.. => t!(texts, "report-late", minutes = late, end = end),
            _ => t!(texts, "report-early", minutes = -late, end = end),
        }
    }

    fn counts(&self) -> String {
        let texts = self.texts;
        let mut parts = self.people();
        parts.push(t!(texts, "report-notes", count = self.public().len()));
        parts.push(t!(
            texts,
            "report-steps",
            count = self.session.count(Tag::NextStep)
        ));
        format!("{}.", parts.join(", "))
    }

    /// Says how many perspectives, and how many people where that is another number; nothing where nobody is on the roster.
    pub(super) fn people(&self) -> Vec<String> {
        let participants = &self.plan().participants;
        let perspectives = self.perspectives().len();
        let mut parts = Vec::new();
        if perspectives > 0 {
            parts.push(t!(self.texts, "report-perspectives", count = perspectives));
        }
        if participants.len() != perspectives {
            parts.push(t!(
                self.texts,
                "report-participants",
                count = participants.len()
            ));
        }
        parts
    }

    /// Returns the perspectives on the roster, each once, in its order.
    pub(super) fn perspectives(&self) -> Vec<&SafeText> {
        let mut found: Vec<&SafeText> = Vec::new();
        for one in &self.plan().participants {
            if !one.perspective.trim().is_empty() && !found.contains(&&one.perspective) {
                found.push(&one.perspective);
            }
        }
        found
    }
}
