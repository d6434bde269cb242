//! The first row: what this is, which week, what the clock says; and the rule under it with the plan's notice.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    t,
    text::{clock, width::width},
    view::{ink, scene::Scene, style},
};

/// Draws the title to the left, week and clock to the right.
pub(super) fn draw(scene: &Scene<'_>, row: Rect, buf: &mut Buffer) {
    let zone = &scene.plan().zone;
    let week = t!(
        scene.texts,
        "view-week",
        n = i64::from(clock::iso_week(scene.now, zone))
    );
    let time = if scene.settings.seconds {
        clock::hhmmss(scene.now, zone)
    } else {
        clock::hhmm(scene.now, zone)
    };
    let end = if row.width >= 100 {
        let day = clock::weekday_short(scene.texts.lang(), scene.now, zone);
        format!("  {week} {day}  {time}")
    } else {
        format!("  {week}  {time}")
    };
    let room = row
        .width
        .saturating_sub(u16::try_from(width(&end)).unwrap_or(u16::MAX));
    let title = Rect { width: room, ..row };
    ink::left(&scene.plan().title.on_one_line(), style::STRONG, title, buf);
    ink::right(&end, style::PLAIN, row, buf);
}

/// Draws the rule under the header. What the plan wants said above everything stands in it.
pub(super) fn rule(scene: &Scene<'_>, row: Rect, buf: &mut Buffer) {
    let notice = scene
        .plan()
        .notice
        .as_ref()
        .map(|notice| notice.on_one_line().into_owned())
        .unwrap_or_default();
    ink::rule_with(&notice, style::PLAIN, row, buf);
    mark(scene, row, buf);
}

/// Draws what holds at the end of a rule.
pub(super) fn mark(scene: &Scene<'_>, row: Rect, buf: &mut Buffer) {
    if let Some(words) = state(scene) {
        ink::right(
            &format!(" {words} "),
            style::CHOSEN.patch(style::STRONG),
            row,
            buf,
        );
    }
}

/// Says what holds until somebody changes it, and would be a surprise if it were forgotten.
pub(super) fn state(scene: &Scene<'_>) -> Option<String> {
    let hidden = scene.lead.is_hidden();
    let unwritten = scene.session().writing_paused();
    let said: Vec<String> = [
        unwritten.then(|| t!(scene.texts, "view-unwritten")),
        hidden.then(|| t!(scene.texts, "view-hidden")),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!said.is_empty()).then(|| said.join(" · "))
}
