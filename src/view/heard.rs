//! Which perspectives were heard in this stage, and whom to invite next. Only who leads sees it.
//!
//! ```text
//! HÖRDA  5 av 8 perspektiv
//! ●1 skola    ●2 elevhälsa   ○3 fritid
//! ●4 socialtjänst  ○5 polis  ●6 vård
//! bjud in: fritid, polis
//! ```

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};

use crate::{
    domain::Perspective,
    t,
    text::width::width,
    view::{
        ink::{self, Rows},
        scene::Scene,
        style,
    },
};

/// Perspectives that are named as the next to invite.
const INVITED: usize = 3;

/// Draws it in as many rows as there are: one row of dots, or all by name.
pub(super) fn draw(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let perspectives = scene.lead.heard_here();
    let rows = whole(scene, &perspectives, area.width);
    if rows.len() <= area.height {
        return rows.draw(scene.texts, area, buf);
    }
    let Some(row) = area.rows().next() else {
        return;
    };
    let mut line = Line::from(Span::styled(
        format!("{} ", head(scene, &perspectives)),
        style::STRONG,
    ));
    for known in &perspectives {
        line.push_span(dot(known));
    }
    line.push_span(Span::raw(format!("  {}", next(scene, &perspectives))));
    ink::put(&line, row, buf);
}

/// Returns how many rows it wants; none where there is nobody to hear.
pub(super) fn rows(scene: &Scene<'_>, cols: u16) -> u16 {
    let perspectives = scene.lead.heard_here();
    if perspectives.is_empty() {
        return 0;
    }
    whole(scene, &perspectives, cols).len()
}

fn head(scene: &Scene<'_>, perspectives: &[Perspective<'_>]) -> String {
    let heard = perspectives.iter().filter(|known| known.heard).count();
    t!(
        scene.texts,
        "view-heard",
        heard = heard,
        of = perspectives.len()
    )
}

fn dot(known: &Perspective<'_>) -> Span<'static> {
    if known.heard {
        Span::styled("●", style::ACCENT)
    } else {
        Span::raw("○")
    }
}

fn whole(scene: &Scene<'_>, perspectives: &[Perspective<'_>], cols: u16) -> Rows {
    let mut rows = Rows::for_width(cols);
    rows.line(Line::styled(
        t!(
            scene.texts,
            "view-heard-of",
            head = head(scene, perspectives)
        ),
        style::STRONG,
    ));
    let turn = scene.lead.round().and_then(|mut left| left.next());
    let mut line = Line::default();
    for known in perspectives {
        let words = format!("{} {}", known.key % 10, known.words.on_one_line());
        let wide = 1 + width(&words);
        if line.width() > 0 && line.width() + 2 + wide > usize::from(cols) {
            rows.line(std::mem::take(&mut line));
        }
        if line.width() > 0 {
            line.push_span(Span::raw("  "));
        }
        line.push_span(dot(known));
        let look = if turn == Some(known.key) {
            style::CHOSEN
        } else {
            style::PLAIN
        };
        line.push_span(Span::styled(words, look));
    }
    rows.line(line);
    rows.text(&next(scene, perspectives), style::PLAIN);
    rows
}

/// Says whose turn it is in a round, else whom to invite: first those who have not been heard at all.
fn next(scene: &Scene<'_>, perspectives: &[Perspective<'_>]) -> String {
    let texts = scene.texts;
    let named = |key: u8| {
        let found = perspectives.iter().find(|known| known.key == key);
        found.map_or_else(String::new, |known| known.words.on_one_line().into_owned())
    };
    if let Some(left) = scene.lead.round() {
        let left: Vec<String> = left.take(INVITED).map(named).collect();
        return t!(texts, "view-round", who = left.join(", "));
    }
    let mut waiting: Vec<_> = perspectives.iter().filter(|known| !known.heard).collect();
    waiting.sort_by_key(|known| known.ever);
    if waiting.is_empty() {
        return t!(texts, "view-all-heard");
    }
    let names: Vec<_> = waiting
        .iter()
        .take(INVITED)
        .map(|known| known.words.on_one_line())
        .collect();
    t!(texts, "view-invite", who = names.join(", "))
}
