//! The facilitator's moves on the agenda, and the words that answer them.

use crate::{
    app::{
        effect::Effect,
        lead::{Cx, Lead, Question},
    },
    domain::{
        AgendaAct, Event, Form, StageKind,
        reading::{self, Phase, Reading},
        schedule,
    },
    t,
    text::{Moment, Span, clock},
};

/// A session left open is closed at its last entry when it is opened so long after its end (decisions, rules).
const FORGOTTEN_AFTER: Span = Span::minutes(120);

impl Lead {
    /// Reads the clock.
    pub(in crate::app) fn reading(&self, cx: &Cx<'_>) -> Reading {
        Reading::of(&self.session, cx.now)
    }

    pub(in crate::app) fn hhmm(&self, at: Moment) -> String {
        clock::hhmm(at, &self.session.plan().zone)
    }

    /// Space: starts, or goes on after a pause. It never stops anything: push-to-talk keys land here.
    pub(in crate::app) fn start(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let reading = self.reading(cx);
        match reading.phase {
            Phase::Paused(_) => {
                self.agenda(AgendaAct::Resumed, cx, out);
                self.say(t!(cx.texts, "echo-resumed"), cx);
            }
            Phase::Waiting { .. } => {
                self.enter_next(&reading, cx, out);
            }
            Phase::Running | Phase::Closed(_) => {}
        }
    }

    /// Enters the stage that comes next and says until when; false where none is left.
    fn enter_next(&mut self, reading: &Reading, cx: &Cx<'_>, out: &mut Vec<Effect>) -> bool {
        let Some((place, stage)) = reading.next(&self.session) else {
            return false;
        };
        let (id, title) = (stage.id.clone(), stage.title.on_one_line().into_owned());
        self.agenda(AgendaAct::Entered(id), cx, out);
        let end = self.hhmm(reading.slot_end);
        let mut words = t!(cx.texts, "echo-stage", stage = title, end = end);
        if let Some(waiting) = self.told_of_waiting(place, cx) {
            words = format!("{words} {waiting}");
        }
        self.say(words, cx);
        true
    }

    /// Started far off the plan: asks which end counts. A planned end that has been is none, so then the start counts.
    fn settle_end(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let (slot, timeline) = (self.session.plan().slot, self.session.timeline());
        let (Some(start), Some(began)) = (slot.start, timeline.began()) else {
            return;
        };
        if timeline.end.is_some() || (began - start).abs() <= reading::FAR_OFF_PLAN {
            return;
        }
        let length = Span::minutes(i64::from(slot.minutes));
        let (planned, counted) = (start + length, began + length);
        if planned > cx.now {
            self.ask(Question::WhichEnd { planned, counted });
        } else {
            self.agenda(AgendaAct::EndMoved(counted), cx, out);
            self.say_end(counted, cx);
        }
    }

    pub(in crate::app) fn pause(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let reading = self.reading(cx);
        match reading.phase {
            Phase::Running => {
                self.agenda(AgendaAct::Paused, cx, out);
                self.say(
                    t!(cx.texts, "echo-paused", end = self.hhmm(reading.slot_end)),
                    cx,
                );
            }
            Phase::Paused(_) => self.start(cx, out),
            Phase::Waiting { .. } => self.say(t!(cx.texts, "echo-not-started"), cx),
            Phase::Closed(_) => {}
        }
    }

    pub(in crate::app) fn next_stage(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let reading = self.reading(cx);
        if matches!(reading.phase, Phase::Waiting { .. }) {
            return self.say(t!(cx.texts, "echo-space-starts"), cx);
        }
        if matches!(reading.phase, Phase::Closed(_)) {
            return;
        }
        if !self.enter_next(&reading, cx, out) {
            self.close(cx, out);
        }
    }

    pub(in crate::app) fn previous_stage(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let reading = self.reading(cx);
        let target = match reading.phase {
            Phase::Closed(_) => {
                let last = self.session.timeline().visits.last();
                last.and_then(|visit| self.session.plan().stage(&visit.stage))
            }
            _ => reading.previous(&self.session),
        };
        match target {
            Some((_, stage)) => {
                let (id, title) = (stage.id.clone(), stage.title.on_one_line().into_owned());
                self.agenda(AgendaAct::Entered(id), cx, out);
                self.say(t!(cx.texts, "echo-back", stage = title), cx);
            }
            None => self.say(t!(cx.texts, "echo-first-stage"), cx),
        }
    }

    /// A minute more or less for the running stage, and where it comes from.
    pub(in crate::app) fn minute(&mut self, minutes: i64, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let reading = self.reading(cx);
        let Some(now) = reading.now.clone() else {
            return self.say(t!(cx.texts, "echo-not-started"), cx);
        };
        let by = Span::minutes(minutes);
        let Some(adjust) = reading.adjustment(now.place, by) else {
            let words = if minutes > 0 {
                t!(cx.texts, "echo-no-minute")
            } else {
                t!(cx.texts, "echo-no-less")
            };
            return self.say(words, cx);
        };
        let act = AgendaAct::Adjusted(now.stage.clone(), adjust);
        let mut timeline = self.session.timeline().clone();
        timeline.act(cx.now, &act);
        let after = Reading::over(self.session.plan(), &timeline, cx.now);
        let others: Vec<_> = schedule::taken_from(&reading.fitted, &after.fitted)
            .into_iter()
            .filter(|(place, _)| *place != now.place)
            .map(|(place, _)| {
                let title = self.session.plan().stages[place]
                    .title
                    .on_one_line()
                    .into_owned();
                t!(
                    cx.texts,
                    "echo-becomes",
                    stage = title,
                    length = after.fitted.rows[place].fitted.to_string()
                )
            })
            .collect();
        self.agenda(act, cx, out);
        let length = after.fitted.rows[now.place].fitted.to_string();
        let words = match (minutes > 0, others.is_empty()) {
            (true, true) => t!(cx.texts, "echo-minute-more-free", length = length),
            (true, false) => t!(
                cx.texts,
                "echo-minute-more",
                length = length,
                from = others.join(", ")
            ),
            (false, true) => t!(cx.texts, "echo-minute-less-free", length = length),
            (false, false) => t!(
                cx.texts,
                "echo-minute-less",
                length = length,
                to = others.join(", ")
            ),
        };
        self.say(words, cx);
    }

    /// Leaves out the chosen stage, or the next one; the running one gives way to the next.
    pub(in crate::app) fn skip(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let reading = self.reading(cx);
        let running = reading.now.as_ref().map(|now| now.place);
        let Some(place) = self
            .stage
            .or_else(|| reading.next(&self.session).map(|(place, _)| place))
        else {
            return;
        };
        if running == Some(place) {
            return self.next_stage(cx, out);
        }
        let Some(stage) = self.session.plan().stages.get(place) else {
            return;
        };
        if stage.kind == StageKind::Closing {
            return self.say(t!(cx.texts, "echo-closing-stays"), cx);
        }
        if self.session.timeline().was_entered(&stage.id)
            || running.is_some_and(|running| place < running)
        {
            return self.say(
                t!(
                    cx.texts,
                    "echo-already-been",
                    stage = stage.title.on_one_line().into_owned()
                ),
                cx,
            );
        }
        let (id, title) = (stage.id.clone(), stage.title.on_one_line().into_owned());
        self.agenda(AgendaAct::Skipped(id), cx, out);
        self.say(t!(cx.texts, "echo-skipped", stage = title), cx);
        self.stage = None;
    }

    /// Alone, then in pairs, then all together: each press goes on, at any time (guide, dialogue 1).
    pub(in crate::app) fn next_form(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let reading = self.reading(cx);
        if reading.now.is_none() {
            return self.say(t!(cx.texts, "echo-not-started"), cx);
        }
        let form = match reading.form {
            Some((form, _)) if form != Form::All => {
                form.next(self.session.plan().held.unwrap_or_default())
            }
            _ => Form::Alone,
        };
        self.agenda(AgendaAct::FormSet(form), cx, out);
        let left = reading.now.map_or(Span::ZERO, |now| now.left);
        let words = match form {
            Form::Alone if left < Span::minutes(10) => {
                t!(cx.texts, "echo-form-alone-short", left = left.to_string())
            }
            Form::Alone => t!(cx.texts, "echo-form-alone"),
            Form::Leaving => t!(cx.texts, "echo-form-leaving"),
            Form::Pair => t!(cx.texts, "echo-form-pair"),
            Form::Returning => t!(cx.texts, "echo-form-returning"),
            Form::All => t!(cx.texts, "echo-form-all"),
        };
        self.say(words, cx);
    }

    pub(in crate::app) fn close(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        if matches!(self.reading(cx).phase, Phase::Running | Phase::Paused(_)) {
            self.agenda(AgendaAct::Closed(cx.now), cx, out);
            self.say(t!(cx.texts, "echo-closed"), cx);
        }
    }

    /// A session left open over two hours after its end is closed where it was last heard of; undo opens it again.
    pub(in crate::app) fn close_if_forgotten(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let reading = self.reading(cx);
        let open = matches!(reading.phase, Phase::Running | Phase::Paused(_));
        if !open || cx.now - reading.slot_end <= FORGOTTEN_AFTER {
            if open {
                let stage = self
                    .session
                    .current()
                    .map(|(_, stage)| stage.title.on_one_line().into_owned())
                    .unwrap_or_default();
                let since = self
                    .session
                    .timeline()
                    .current()
                    .map_or(cx.now, |visit| visit.from);
                self.say(
                    t!(
                        cx.texts,
                        "echo-goes-on",
                        stage = stage,
                        since = self.hhmm(since)
                    ),
                    cx,
                );
            }
            return;
        }
        let began = self
            .session
            .timeline()
            .current()
            .map_or(reading.slot_end, |visit| visit.from);
        let last = self.session.last_wall().unwrap_or(began).max(began);
        self.agenda(AgendaAct::Closed(last), cx, out);
        self.say(t!(cx.texts, "echo-closed-late", at = self.hhmm(last)), cx);
    }

    /// Does what an act of the agenda brings with it: the data stage shows its first chart, another stage none.
    pub(in crate::app) fn follow_agenda(
        &mut self,
        act: &AgendaAct,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        if !matches!(act, AgendaAct::Entered(_) | AgendaAct::Closed(_)) {
            return;
        }
        self.stage = None;
        self.chart_table = false;
        let visits = &self.session.timeline().visits;
        let here = visits.last().map(|visit| &visit.stage);
        let again = visits
            .iter()
            .filter(|visit| Some(&visit.stage) == here)
            .count()
            > 1;
        if visits.len() == 1 && matches!(act, AgendaAct::Entered(_)) {
            self.settle_end(cx, out);
        }
        let data = self
            .session
            .current()
            .is_some_and(|(_, stage)| stage.kind == StageKind::Data);
        if data {
            self.pane = crate::app::lead::Pane::Chart;
            // Who comes back finds the chart that was left.
            let chart = if again {
                self.chart_now()
            } else {
                self.chart_at(0)
            };
            if chart.is_some() {
                self.draft(Event::ChartShown(chart), cx, out);
            }
        } else if self.pane == crate::app::lead::Pane::Chart {
            self.pane = crate::app::lead::Pane::Agenda;
        }
    }
}
