//! What the group sees, as far as the leading window decides it: notes are released, it is hidden, the steps are read out.
//!
//! ```text
//! leading ── s ──> cover page ── s ──> what the group sees
//!    ^                │  ^                     │
//!    └──── Enter ─────┘  └───────── s ─────────┘
//! ```
//!
//! Esc does nothing on the way: who shares the window must not fall into the leading window by a reflex.

use crate::{
    app::{
        effect::Effect,
        lead::{Cx, Lead, Overlay},
        msg::Key,
    },
    chart,
    domain::{
        Event, Facing, GroupAct, NoteEdit, StageKind, Tag,
        chart::{Chart, ChartId},
        shared::{self, Page, Shared},
    },
    input::Action,
    t,
    text::{Moment, Texts},
};

impl Lead {
    /// Returns what the group sees now; what is being hidden is hidden at once.
    pub fn group_sees(&self, now: Moment) -> Shared {
        let mut shared = Shared::of(&self.session, now);
        if self.is_hidden() {
            shared.page = Page::Calm;
        }
        shared
    }

    /// Tells whether what the group sees is hidden, saved or on its way.
    pub fn is_hidden(&self) -> bool {
        let hides = |event: &Event| matches!(event, Event::Group(GroupAct::Hidden));
        self.session.is_hidden()
            || self
                .pending
                .iter()
                .any(|pending| hides(&pending.draft.event))
    }

    /// Tells whether the window is what the group sees, or the page before it.
    pub const fn shows_group(&self) -> bool {
        matches!(self.overlay, Some(Overlay::Cover | Overlay::Group))
    }

    /// Takes a key on the cover page, or on what the group sees.
    pub(in crate::app) fn group_key(
        &mut self,
        key: Key,
        action: Option<Action>,
        cx: &Cx<'_>,
        out: &mut Vec<Effect>,
    ) {
        let Some(action) = action.filter(|action| !key.repeat || action.may_repeat()) else {
            return;
        };
        match (&self.overlay, action) {
            (Some(Overlay::Cover), Action::Confirm) => self.overlay = None,
            (Some(Overlay::Cover), Action::GroupView) => self.overlay = Some(Overlay::Group),
            (Some(Overlay::Group), Action::GroupView) => self.overlay = Some(Overlay::Cover),
            (Some(Overlay::Group), Action::NextStage | Action::Pause | Action::Hide) => {
                self.act(action, cx, out);
            }
            (Some(Overlay::Group), Action::NextChart) => self.turn_chart(1, cx, out),
            (Some(Overlay::Group), Action::PreviousChart) => self.turn_chart(-1, cx, out),
            _ => {}
        }
    }

    /// `s`: the cover page, which is safe at both ends of the sharing.
    pub(in crate::app) fn cover(&mut self) {
        self.prompt = None;
        self.overlay = Some(Overlay::Cover);
    }

    /// `h`: an empty, calm page for the group, or what was there again.
    pub(in crate::app) fn hide(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let key = cx
            .keymap
            .label(crate::input::Mode::Lead, Action::Hide, cx.texts);
        if self.is_hidden() {
            self.draft(Event::Group(GroupAct::Unhidden), cx, out);
            self.say(t!(cx.texts, "echo-unhidden"), cx);
        } else {
            self.draft(Event::Group(GroupAct::Hidden), cx, out);
            self.say(t!(cx.texts, "echo-hidden", key = key), cx);
        }
    }

    /// `r`: the chosen note is shown to all as it stands, or no more.
    pub(in crate::app) fn release(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let Some(note) = self.chosen_note() else {
            return self.say(t!(cx.texts, "echo-choose-note"), cx);
        };
        if note.body.tag == Tag::Private {
            return self.say(t!(cx.texts, "echo-release-private"), cx);
        }
        if note.body.tag == Tag::Inbox {
            return self.say(t!(cx.texts, "echo-release-inbox"), cx);
        }
        let (id, released) = (note.id, note.released.is_none());
        let edits = vec![NoteEdit::Released(released)];
        self.draft(Event::NoteEdited { id, edits }, cx, out);
        let words = match released {
            true if self.is_hidden() => t!(cx.texts, "echo-released-hidden"),
            true => t!(cx.texts, "echo-released"),
            false => t!(cx.texts, "echo-unreleased", id = id.to_string()),
        };
        self.say(words, cx);
    }

    /// Tells whether Enter reads the next steps out to all now: in the closing, where there are any.
    pub fn may_read_steps(&self) -> bool {
        let stage = self.session.current().map(|(_, stage)| stage.kind);
        stage == Some(StageKind::Closing)
            && self.chosen_note().is_none()
            && self.session.count(Tag::NextStep) > 0
    }

    /// Enter in the closing: the group sees the steps, or no more.
    pub(in crate::app) fn read_steps(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        if self.session.steps_shown().is_some() {
            self.draft(Event::Group(GroupAct::StepsLeft), cx, out);
            self.say(t!(cx.texts, "echo-steps-left"), cx);
        } else {
            self.draft(Event::Group(GroupAct::StepsShown), cx, out);
            self.say(t!(cx.texts, "echo-steps-shown"), cx);
        }
    }

    /// Returns the face that a chart shows in this window.
    fn face_here(&self, chart: &Chart, texts: &Texts) -> Facing {
        if self.is_covered(chart) {
            Facing::Covered
        } else if self.faces.is_turned(chart.id) && chart::turned(chart, texts).is_ok() {
            Facing::Turned
        } else {
            Facing::Plain
        }
    }

    /// Tells the journal which face the chart in view shows, where the group would see another one.
    pub(in crate::app) fn tell_face(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let Some(chart) = self.chart_in_view().filter(|_| self.leads()) else {
            return;
        };
        let (id, here) = (chart.id, self.face_here(chart, cx.texts));
        let on_its_way =
            |event: &Event| matches!(event, Event::Group(GroupAct::Faced(of, _)) if *of == id);
        let waits = self
            .pending
            .iter()
            .any(|pending| on_its_way(&pending.draft.event));
        if !waits && shared::facing_of(&self.session, chart) != here {
            self.draft(Event::Group(GroupAct::Faced(id, here)), cx, out);
        }
    }

    /// Returns the charts of the session with the face that was chosen for each.
    pub(in crate::app) fn faces_told(&self) -> impl Iterator<Item = (ChartId, Facing)> {
        let charts = self.session.plan().charts.iter();
        charts.filter_map(|chart| Some((chart.id, self.session.facing(chart.id)?)))
    }
}
