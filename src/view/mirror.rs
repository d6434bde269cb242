//! What the group sees, told in two rows to who leads: made of [`Shared`](crate::domain::shared::Shared) alone, so it tells neither more nor less.
//!
//! ```text
//! GRUPPEN SER  Dialog, del 1 · 13 min · Vad ser vi?
//!              Trivs bra i skolan, åk 9 · 4 av 11
//! ```

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    domain::{
        Form,
        shared::{Facing, On, Page, Said, Shared, StagePage},
    },
    t,
    text::{Texts, width::width},
    view::{ink, scene::Scene, style},
};

/// The rows it takes, with the rule over it.
pub(super) const ROWS: u16 = 3;

/// Draws a rule and under it what the group sees.
pub(super) fn draw(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let mut area = area;
    ink::rule(ink::top(&mut area, 1), buf);
    let label = t!(scene.texts, "view-mirror");
    let wide = u16::try_from(width(&label)).unwrap_or(u16::MAX);
    let side = ink::side(&mut area, wide.saturating_add(2));
    ink::left(&label, style::STRONG, side, buf);
    let told = words(&scene.lead.group_sees(scene.now), scene.texts);
    for (line, row) in told.iter().zip(area.rows()) {
        ink::left(line, style::PLAIN, row, buf);
    }
}

/// Tells a page in two lines: where the group is, and what there is to look at.
fn words(shared: &Shared, texts: Texts) -> [String; 2] {
    let page = match &shared.page {
        Page::Calm => return [t!(texts, "view-mirror-calm"), String::new()],
        Page::Ended => return [t!(texts, "view-mirror-ended"), String::new()],
        Page::Stage(page) => page,
    };
    let minutes = page.minutes;
    let minutes = minutes.map(|minutes| t!(texts, "view-full-minutes", n = minutes));
    let question = page.question.as_ref();
    let stage = [
        Some(page.title.on_one_line().into_owned()),
        page.unwritten.then(|| t!(texts, "shared-unwritten")),
        minutes,
        question.map(|question| question.on_one_line().into_owned()),
    ];
    [joined(stage), joined([form(page, texts), on(page, texts)])]
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}

fn form(page: &StagePage, texts: Texts) -> Option<String> {
    match page.form? {
        Form::Alone => Some(t!(texts, "shared-alone")),
        Form::Leaving => Some(t!(texts, "shared-leaving")),
        Form::Pair => Some(t!(texts, "shared-pair")),
        Form::Returning => Some(t!(texts, "shared-returning")),
        Form::All => None,
    }
}

fn on(page: &StagePage, texts: Texts) -> Option<String> {
    match &page.on {
        On::Nothing => None,
        On::Chart {
            chart,
            facing,
            place,
            of,
        } => {
            let face = match facing {
                Facing::Plain => None,
                Facing::Turned => Some(t!(texts, "view-mirror-turned")),
                Facing::Covered => Some(t!(texts, "view-mirror-covered")),
            };
            let title = chart.title.on_one_line().into_owned();
            let place = t!(texts, "shared-chart-place", place = place, of = of);
            Some(joined([Some(title), face, Some(place)]))
        }
        On::Said(said) => {
            let Said { perspective, text } = said.last()?;
            let by = perspective.as_ref();
            let by = by.map_or_else(String::new, |by| format!("{}: ", by.on_one_line()));
            let more = said.len() - 1;
            let more = (more > 0).then(|| t!(texts, "view-more", n = more));
            Some(joined([Some(format!("{by}{}", text.on_one_line())), more]))
        }
        On::Steps(steps) => Some(t!(texts, "view-mirror-steps", n = steps.len())),
    }
}
