//! What the group sees, as far as the entries tell: the latest act of each kind that holds.

use super::Session;
use crate::domain::{
    chart::ChartId,
    id::{EntryId, Hlc, NoteId},
    note::Note,
    shared::{Facing, GroupAct},
};

impl Session {
    pub(super) fn add_group_act(&mut self, order: Hlc, id: EntryId, act: GroupAct) {
        let place = self
            .group
            .partition_point(|(known, by, _)| (*known, *by) < (order, id));
        self.group.insert(place, (order, id, act));
    }

    /// Returns the acts that hold, the latest first.
    pub(super) fn group_acts(&self) -> impl Iterator<Item = (Hlc, GroupAct)> {
        let holds = |(order, id, _): &&(Hlc, EntryId, GroupAct)| {
            self.led_at(id.seat, *order) && self.holds(*id)
        };
        let acts = self.group.iter().rev().filter(holds);
        acts.map(|(order, _, act)| (*order, *act))
    }

    /// Tells whether the group sees an empty, calm page.
    pub fn is_hidden(&self) -> bool {
        let mut acts = self.group_acts().map(|(_, act)| act);
        acts.find(|act| matches!(act, GroupAct::Hidden | GroupAct::Unhidden))
            == Some(GroupAct::Hidden)
    }

    /// Returns since when the next steps are read out to all.
    pub fn steps_shown(&self) -> Option<Hlc> {
        self.group_acts()
            .find(|(_, act)| matches!(act, GroupAct::StepsShown | GroupAct::StepsLeft))
            .filter(|(_, act)| *act == GroupAct::StepsShown)
            .map(|(order, _)| order)
    }

    /// Returns the face of a chart that was chosen last; none where nobody chose.
    pub fn facing(&self, chart: ChartId) -> Option<Facing> {
        self.group_acts().find_map(|(_, act)| match act {
            GroupAct::Faced(of, facing) if of == chart => Some(facing),
            _ => None,
        })
    }

    /// Returns the chart on the screen, and its place among what was put before the group.
    pub fn chart_put_up(&self) -> Option<(Hlc, ChartId)> {
        let (order, _, _, chart) = self.on_screen().next_back()?;
        chart.map(|chart| (*order, chart))
    }

    /// Returns the notes that who led released to the group at a place in the order or after it, the latest last.
    pub fn released_since(&self, order: Hlc) -> impl Iterator<Item = &Note> {
        self.released
            .range((order, EntryId::default(), NoteId::default())..)
            .filter(|(order, by, _)| self.led_at(by.seat, *order))
            .filter_map(|(.., id)| self.notes.get(id))
    }
}
