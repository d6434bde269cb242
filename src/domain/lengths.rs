//! How long the stages of a dialogue were, against what was planned: what the next one can learn from.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{id::StageId, plan::StageKind, reading::Reading, session::Session},
    text::{Moment, SafeText, Span},
};

/// One stage of a dialogue that has ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Length {
    /// Which.
    pub stage: StageId,
    /// What it was for.
    pub kind: StageKind,
    /// Its title, by which it is known again where ids differ.
    pub title: SafeText,
    /// What it was given when the agenda was laid into the slot.
    pub planned: Span,
    /// How long it was, pauses left out.
    pub spent: Span,
}

/// Shorter than this a stage was only passed through, which tells nothing of how long it takes.
const PASSED_THROUGH: Span = Span(30_000);

impl Session {
    /// Returns the length of each stage that was held; nothing of a dialogue that has not ended.
    pub fn lengths(&self) -> Vec<Length> {
        let (plan, timeline) = (self.plan(), self.timeline());
        let Some(closed) = timeline.closed else {
            return Vec::new();
        };
        let planned = Reading::over(plan, &crate::domain::Timeline::default(), Moment::default());
        let rows = planned.planned.rows;
        let held = plan.stages.iter().zip(rows).filter_map(|(stage, row)| {
            let spent = timeline.spent(&stage.id, closed);
            (spent >= PASSED_THROUGH).then(|| Length {
                stage: stage.id.clone(),
                kind: stage.kind,
                title: stage.title.clone(),
                planned: row.fitted,
                spent,
            })
        });
        held.collect()
    }
}
