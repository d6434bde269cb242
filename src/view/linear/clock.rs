//! What the clock says by itself: half of a stage, five minutes, round off, over; and when the closing must begin.

use super::Said;
use crate::{
    domain::{
        StageKind,
        reading::{Now, Phase},
        schedule::Pace,
    },
    t,
    text::Span,
    view::{scene::Scene, words::near_minutes},
};

/// So long before, it is told that something ends.
const SOON: Span = Span::minutes(5);

/// A stage of so many minutes is told to be half; in one shorter than the other nothing ends soon, for all of it does.
const LONG: Span = Span::minutes(12);
/// See [`LONG`].
const SHORT: Span = Span::minutes(7);

/// Says the one thing that matters most of what became true.
pub(super) fn say(was: &Scene<'_>, now: &Scene<'_>, said: &mut Said) {
    let visits = |scene: &Scene<'_>| scene.session().timeline().visits.len();
    if now.reading.phase != Phase::Running || visits(was) != visits(now) {
        return;
    }
    let texts = now.texts;
    let end = now.reading.slot_end;
    if was.now < end && now.now >= end {
        return said.line(t!(texts, "linear-end-passed", at = now.hhmm(end)));
    }
    let closing = was.reading.closing().zip(now.reading.closing());
    if let Some(((_, before), (at, left))) = closing {
        if before.0 > 0 && left.0 <= 0 {
            return said.line(t!(texts, "linear-closing-now"));
        }
        if before > SOON && left <= SOON {
            let (at, n) = (now.hhmm(at), near_minutes(left).max(1));
            return said.line(t!(texts, "linear-closing-soon", at = at, n = n));
        }
    }
    if let (Some(before), Some(after)) = (&was.reading.now, &now.reading.now) {
        said.line(of_stage(before, after, now));
    }
}

fn of_stage(before: &Now, after: &Now, scene: &Scene<'_>) -> String {
    let texts = scene.texts;
    let next = scene.reading.next(scene.session());
    // What ends when the closing begins is told as that.
    let then_closing = next.is_some_and(|(_, stage)| stage.kind == StageKind::Closing);
    let stage = || {
        let stage = scene.plan().stages.get(after.place);
        stage.map_or_else(String::new, |stage| stage.title.on_one_line().into_owned())
    };
    let passed = |at: Span| before.left > at && after.left <= at;
    let n = near_minutes(after.left).max(1);
    if passed(Span::ZERO) && !then_closing {
        let over = t!(texts, "linear-over", stage = stage());
        return match next {
            Some((_, next)) => {
                let next = next.title.on_one_line().into_owned();
                format!("{over} {}", t!(texts, "linear-next", stage = next))
            }
            None => over,
        };
    }
    if before.pace != after.pace && after.pace == Pace::AboutTo {
        return t!(texts, "linear-round-off", n = n, stage = stage());
    }
    if after.fitted >= SHORT && passed(SOON) && !then_closing {
        return t!(texts, "linear-minutes-left", n = n, stage = stage());
    }
    if after.fitted >= LONG && passed(Span(after.fitted.0 / 2)) {
        return t!(texts, "linear-half", stage = stage());
    }
    String::new()
}
