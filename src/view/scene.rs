//! What every pane of the leading window looks at.

use std::borrow::Cow;

use crate::{
    app::{Model, Settings, lead::Lead},
    domain::{
        Plan, Session, Stage, StageKind,
        chart::{Chart, ChartId},
        reading::{Phase, Reading},
    },
    input::Keymap,
    text::{Moment, Span, Texts, clock},
};

/// The leading window at an instant, with the clock read once for all panes.
pub(super) struct Scene<'a> {
    /// The words.
    pub(super) texts: Texts,
    /// The window.
    pub(super) lead: &'a Lead,
    /// What the clock says about it.
    pub(super) reading: Reading,
    /// What was chosen.
    pub(super) settings: Settings,
    /// The keys.
    pub(super) keymap: &'a Keymap,
    /// The instant.
    pub(super) now: Moment,
}

impl<'a> Scene<'a> {
    /// Reads the clock for a window.
    pub(super) fn of(model: &'a Model, lead: &'a Lead) -> Self {
        Self {
            texts: model.texts,
            lead,
            reading: Reading::of(&lead.session, model.now),
            settings: model.settings,
            keymap: &model.keymap,
            now: model.now,
        }
    }

    /// Returns the session.
    pub(super) const fn session(&self) -> &'a Session {
        &self.lead.session
    }

    /// Returns what was decided.
    pub(super) const fn plan(&self) -> &'a Plan {
        self.lead.session.plan()
    }

    /// Writes a clock time in the session's zone.
    pub(super) fn hhmm(&self, at: Moment) -> String {
        clock::hhmm(at, &self.plan().zone)
    }

    /// Returns the stage whose script is shown: the running one, before the start the first.
    pub(super) fn stage(&self) -> Option<(usize, &'a Stage)> {
        let running = self.reading.now.as_ref().map(|now| now.place);
        match running {
            Some(place) => self.plan().stages.get(place).map(|stage| (place, stage)),
            None => self.reading.next(self.session()),
        }
    }

    /// Returns what the running stage is for.
    pub(super) fn kind(&self) -> Option<StageKind> {
        let now = self.reading.now.as_ref()?;
        self.plan().stages.get(now.place).map(|stage| stage.kind)
    }

    /// Tells whether nothing has begun.
    pub(super) const fn is_waiting(&self) -> bool {
        matches!(self.reading.phase, Phase::Waiting { .. })
    }

    /// Returns the chart in view and its place among all.
    pub(super) fn chart(&self) -> Option<(usize, Cow<'a, Chart>)> {
        let shown = self.lead.chart_now()?;
        self.chart_of(shown)
    }

    /// Returns a chart as it is to be seen now, and its place among all.
    pub(super) fn chart_of(&self, id: ChartId) -> Option<(usize, Cow<'a, Chart>)> {
        let charts = &self.plan().charts;
        let (place, chart) = charts
            .iter()
            .enumerate()
            .find(|(_, chart)| chart.id == id)?;
        Some((place, self.shown(chart)))
    }

    /// Returns a chart as it is to be seen now: covered, turned or as it is.
    pub(super) fn shown(&self, chart: &'a Chart) -> Cow<'a, Chart> {
        self.lead.shown(chart, &self.texts)
    }

    /// Tells whether countdowns show seconds now: chosen so, or under two minutes left.
    pub(super) fn shows_seconds(&self, left: Span) -> bool {
        self.settings.seconds || left < Span::minutes(2)
    }
}
