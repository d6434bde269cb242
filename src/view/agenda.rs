//! The agenda: the plan beside what it has become, what gives and what is kept, and the ways out when it does not fit.
//!
//! ```text
//! AGENDA                plan    nu
//! ✓ Välkomna              10 11:40
//! ✓ Främjande arbete       2  1:50
//! ▶ Dialog, del 1      22:30 21:30 ~
//! · Dialog, del 2      22:30 21:30 ~
//! · Avslut                20    20
//!
//! 20 min sparade till avslutet
//! 2 min tas från dialogen
//! slutar 10:30
//! ```

use ratatui::{buffer::Buffer, layout::Rect, text::Span as Piece};

use crate::{
    app::lead::Pane,
    domain::{
        Stage,
        schedule::{self, Progress, WayOut},
    },
    t,
    text::{
        Span,
        width::{fit, pad_left, width},
    },
    view::{
        ink::{self, Rows},
        scene::Scene,
        strip, style, words,
    },
};

/// The mark of a stage that gives and takes minutes.
const ELASTIC: &str = "~";
const COLUMN: usize = 6;

/// Draws the agenda; with many stages the running or chosen one stays in view.
pub(super) fn draw(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let mut area = area;
    let head = ink::top(&mut area, 1);
    let notes = notes(scene, area.width);
    let stages = u16::try_from(scene.plan().stages.len()).unwrap_or(u16::MAX);
    let listed = stages.min(area.height);
    let list = ink::top(&mut area, listed);
    let hidden = stage_rows(scene, list, buf);
    heading(scene, hidden, head, buf);
    if area.height > notes.len() {
        ink::top(&mut area, 1);
    }
    notes.draw(scene.texts, area, buf);
}

/// Returns how many rows the whole agenda takes at a width.
pub(super) fn rows(scene: &Scene<'_>, cols: u16) -> u16 {
    let stages = u16::try_from(scene.plan().stages.len()).unwrap_or(u16::MAX);
    stages
        .saturating_add(2)
        .saturating_add(notes(scene, cols).len())
}

fn heading(scene: &Scene<'_>, hidden: (usize, usize), row: Rect, buf: &mut Buffer) {
    let texts = scene.texts;
    let chosen = scene.lead.pane == Pane::Agenda && scene.lead.stage.is_some();
    let look = if chosen { style::CHOSEN } else { style::STRONG };
    let name = t!(texts, "view-agenda");
    ink::left(&name, look, row, buf);
    if hidden != (0, 0) {
        let place = Rect {
            x: row.x + u16::try_from(width(&name) + 2).unwrap_or(0).min(row.width),
            ..row
        }
        .intersection(row);
        ink::left(&ink::outside(texts, hidden), style::QUIET, place, buf);
    }
    let columns = format!(
        "{}{}  ",
        pad_left(&t!(texts, "view-agenda-plan"), COLUMN),
        pad_left(&t!(texts, "view-agenda-now"), COLUMN)
    );
    ink::right(&columns, style::QUIET, row, buf);
}

fn title_room(width: u16) -> usize {
    usize::from(width).saturating_sub(COLUMN * 2 + 2)
}

/// Draws the stages there is room for; returns how many stand before and after them.
fn stage_rows(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> (usize, usize) {
    let stages = &scene.plan().stages;
    let here = scene
        .lead
        .stage
        .or_else(|| scene.stage().map(|(place, _)| place));
    let room = usize::from(area.height);
    let first = here
        .map_or(0, |here| (here + 2).saturating_sub(room))
        .min(stages.len().saturating_sub(room));
    for ((place, stage), row) in stages.iter().enumerate().skip(first).zip(area.rows()) {
        stage_row(scene, place, stage, row, buf);
        if scene.lead.stage == Some(place) {
            ink::tint(style::CHOSEN, row, buf);
        }
    }
    (first, stages.len().saturating_sub(first + room))
}

fn stage_row(scene: &Scene<'_>, place: usize, stage: &Stage, row: Rect, buf: &mut Buffer) {
    let reading = &scene.reading;
    let (Some(planned), Some(fitted), Some(load)) = (
        reading.planned.rows.get(place),
        reading.fitted.rows.get(place),
        reading.loads.get(place),
    ) else {
        return;
    };
    let progress = load.progress;
    let (mark, look) = strip::mark(progress);
    // What is not spoken of is not shown either: before the start the lengths would tick from second to second.
    let length = if (fitted.fitted - planned.fitted).abs() < schedule::QUIET {
        planned.fitted
    } else {
        fitted.fitted
    };
    let now = match progress {
        Progress::Done => load.spent.to_string(),
        Progress::Skipped => crate::view::glyph::SKIPPED.to_owned(),
        Progress::Running | Progress::Ahead => words::length(whole_seconds(length)),
    };
    let open = matches!(progress, Progress::Running | Progress::Ahead);
    let gives = open && stage.minutes.min < stage.minutes.max;
    let text = if progress == Progress::Running {
        style::STRONG
    } else {
        look
    };
    let title = fit(
        &stage.title.on_one_line(),
        title_room(row.width).saturating_sub(3),
    );
    ink::left(mark, look, row, buf);
    let rest = Rect {
        x: (row.x + 2).min(row.right()),
        width: row.width.saturating_sub(2),
        ..row
    };
    ink::left(&title, text, rest, buf);
    let columns = format!(
        "{}{} {}",
        pad_left(&words::length(whole_seconds(planned.fitted)), COLUMN),
        pad_left(&now, COLUMN),
        if gives { ELASTIC } else { " " }
    );
    ink::right(&columns, text, row, buf);
}

/// Cuts a fitted length to whole seconds, as it is shown.
const fn whole_seconds(span: Span) -> Span {
    Span::seconds(span.seconds_down())
}

/// What stands under the agenda: what is kept, what is taken, when it ends; or the ways out.
fn notes(scene: &Scene<'_>, cols: u16) -> Rows {
    let texts = scene.texts;
    let reading = &scene.reading;
    let mut rows = Rows::for_width(cols);
    if let Some(ways) = ways_out(scene, cols) {
        if scene.is_waiting() {
            rows.text(&too_little(scene), style::STRONG);
            return rows;
        }
        return ways;
    }
    let kept = scene
        .plan()
        .closing()
        .filter(|_| reading.closing().is_some());
    if let Some(row) = kept.and_then(|place| reading.fitted.rows.get(place)) {
        let minutes = words::whole_minutes(row.fitted);
        rows.text(&t!(texts, "view-kept", n = minutes), style::PLAIN);
    }
    if let Some(words) = words::taken(scene) {
        rows.text(&words, style::PLAIN);
    }
    let end = scene.hhmm(reading.slot_end);
    let early = reading.slot_end - reading.fitted.ends;
    if early >= Span::minutes(1) && scene.is_waiting() {
        let real = scene.hhmm(reading.fitted.ends);
        rows.text(
            &t!(texts, "view-ends-early", real = real, end = end),
            style::PLAIN,
        );
    } else {
        rows.text(&t!(texts, "view-ends", at = end), style::PLAIN);
    }
    rows
}

/// Says how much is missing for even the shortest agenda.
fn too_little(scene: &Scene<'_>) -> String {
    let short = words::near_minutes(scene.reading.fitted.short_by).max(1);
    t!(scene.texts, "view-short", n = short)
}

/// What does not fit, as rows of their own above everything else: told before the start. Wishes that are too long cost nobody the
/// dialogue, so they are a sentence; an agenda that is too long has its ways out.
pub(super) fn too_much(scene: &Scene<'_>, cols: u16) -> Option<Rows> {
    if !scene.is_waiting() {
        return None;
    }
    ways_out(scene, cols).or_else(|| {
        let over = scene.reading.wished_over();
        let mut rows = Rows::for_width(cols);
        let minutes = words::near_minutes(over).max(1);
        rows.text(
            &t!(scene.texts, "view-wishes-over", n = minutes),
            style::STRONG,
        );
        (over > Span::ZERO).then_some(rows)
    })
}

/// Says that even the shortest agenda is too long, and the ways out; nothing where it fits.
pub(super) fn ways_out(scene: &Scene<'_>, cols: u16) -> Option<Rows> {
    let texts = scene.texts;
    let fitted = &scene.reading.fitted;
    if fitted.short_by <= Span::ZERO {
        return None;
    }
    let mut rows = Rows::for_width(cols);
    let head = match fitted.ways_out.len() {
        0 => too_little(scene),
        ways => format!("{} {}", too_little(scene), t!(texts, "view-ways", n = ways)),
    };
    rows.text(&head, style::STRONG);
    let title = |place: usize| {
        scene
            .plan()
            .stages
            .get(place)
            .map(|stage| stage.title.on_one_line().into_owned())
            .unwrap_or_default()
    };
    for (number, way) in (1..).zip(&fitted.ways_out) {
        let words = match way {
            WayOut::Shorten { stage, to } => t!(
                texts,
                "view-way-shorten",
                stage = title(*stage),
                to = words::length(whole_seconds(*to))
            ),
            WayOut::Skip { stages, frees } => {
                let names: Vec<_> = stages.iter().map(|place| title(*place)).collect();
                t!(
                    texts,
                    "view-way-skip",
                    stages = names.join(", "),
                    n = words::near_minutes(*frees)
                )
            }
            WayOut::SecondMeeting { from_stage } => {
                t!(texts, "view-way-second", stage = title(*from_stage))
            }
        };
        rows.hanging(Piece::raw(format!("{number} ")), 2, &words, style::PLAIN);
    }
    Some(rows)
}
