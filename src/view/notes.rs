//! What was written down: lists that begin at the newest, columns by the method's three questions.
//!
//! ```text
//! VAD SER VI?                                  9
//! 09:31 N13 d4 elevhälsa: fler hemma på
//!              måndagar
//! 09:34 N17 d4 BUP: de som trivs söker sig hit
//!      … sparas  fritid: öppet till 21
//! ```
//!
//! Only what is seen is read: a list costs the same with ten notes and with ten thousand.

/// Which notes are seen in an area.
mod list;
/// One note in rows.
mod row;

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};

use self::list::{Which, list};
pub(super) use self::row::words_of;
use crate::{
    app::lead::Pane,
    domain::{NoteId, Spine},
    t,
    text::width::{fit, width},
    view::{
        ink::{self, Rows},
        scene::Scene,
        style, words,
    },
};

/// Draws every note, the newest at the bottom, or those around the one that is rewritten; how many lie outside stands in the first row.
pub(super) fn all(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let (above, below) = list(scene, Which::All, area, buf);
    let outside = ink::outside(scene.texts, (above, below));
    let row = Rect {
        height: area.height.min(1),
        ..area
    };
    if !outside.is_empty() {
        ink::right(&format!("  {outside}"), style::QUIET, row, buf);
    }
    if scene.session().dialogue_count() == 0 && pending_is_empty(scene) {
        let mut rows = Rows::for_width(area.width);
        rows.text(&t!(scene.texts, "view-desk-empty"), style::QUIET);
        rows.draw(scene.texts, area, buf);
    }
}

/// Draws a column with its heading: the method's question, how many there are, how many lie outside.
pub(super) fn column(scene: &Scene<'_>, spine: Spine, area: Rect, buf: &mut Buffer) {
    let mut area = area;
    let head = ink::top(&mut area, 1);
    let (above, below) = list(scene, Which::Column(spine), area, buf);
    let look = if scene.lead.pane == Pane::Notes(spine) {
        style::CHOSEN
    } else {
        style::STRONG
    };
    ink::left(&words::column(scene, spine), look, head, buf);
    let count = scene.session().column_len(spine);
    let mut end = format!(
        "{}{}",
        looked_for(scene),
        ink::outside(scene.texts, (above, below))
    );
    if count > 0 {
        end = format!("{end}  {count}");
    }
    ink::right(&end, style::QUIET, head, buf);
    if count == 0 && area.height > 0 && pending_is_empty(scene) {
        let empty = match spine {
            // The marks of another meeting's kinds are not those of its own words.
            Spine::See | Spine::Surprise if !scene.plan().tags.is_empty() => {
                t!(scene.texts, "view-empty-own")
            }
            Spine::See => t!(scene.texts, "view-empty-see"),
            Spine::Surprise => t!(scene.texts, "view-empty-surprise"),
            Spine::Next => t!(scene.texts, "view-empty-next"),
        };
        let mut rows = Rows::for_width(area.width);
        rows.text(&empty, style::QUIET);
        rows.draw(scene.texts, area, buf);
    }
}

fn pending_is_empty(scene: &Scene<'_>) -> bool {
    scene.lead.pending.is_empty()
}

/// So many columns of what is looked for are shown.
const LOOKED_FOR: usize = 14;

/// Names the words that notes are chosen by.
fn looked_for(scene: &Scene<'_>) -> String {
    match scene.lead.list.find.as_str() {
        "" => String::new(),
        find => format!("/{}  ", fit(find, LOOKED_FOR)),
    }
}

/// Draws the newest notes of every kind under a row of counts, one of them in focus as a tab.
pub(super) fn glance(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let mut area = area;
    let head = ink::top(&mut area, 1);
    let which = match scene.lead.pane {
        Pane::Notes(spine) => Which::Column(spine),
        _ => Which::All,
    };
    let (above, below) = list(scene, which, area, buf);
    let find = looked_for(scene);
    let around = [
        ink::outside(scene.texts, (above, below)),
        ink::hidden((above, below)),
    ];
    let cols = usize::from(head.width);
    let mut heads = [Counts::Labelled, Counts::Bare, Counts::Sum]
        .into_iter()
        .flat_map(|how| around.iter().map(move |around| (how, around)))
        .map(|(how, around)| (counts(scene, how), format!("{find}{around}")));
    let fits = |(line, end): &(Line<'_>, String)| {
        line.width() + usize::from(!end.is_empty()) + width(end) <= cols
    };
    // No number may be cut: it would be another one.
    let last = (counts(scene, Counts::Sum), String::new());
    let (line, end) = heads.find(fits).unwrap_or(last);
    ink::put(&line, head, buf);
    if area.height > 0 {
        ink::right(&end, style::QUIET, head, buf);
    }
}

/// How much the row of counts says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counts {
    /// "ANTECKNAT  ser 9 · förvånar 2 · nästa steg 0".
    Labelled,
    /// "ser 9 · förvånar 2 · nästa steg 0".
    Bare,
    /// "ANTECKNAT 11"; of a column in focus its own count.
    Sum,
}

/// Makes the row of counts.
fn counts(scene: &Scene<'_>, how: Counts) -> Line<'static> {
    let texts = scene.texts;
    let session = scene.session();
    let look = |spine| {
        if scene.lead.pane == Pane::Notes(spine) {
            style::CHOSEN
        } else {
            style::PLAIN
        }
    };
    let count = |spine| {
        let count = session.column_len(spine);
        let words = format!("{} {count}", words::column_short(scene, spine));
        Span::styled(words, look(spine))
    };
    let mut line = Line::default();
    match (how, scene.lead.pane) {
        (Counts::Sum, Pane::Notes(spine)) => line.push_span(count(spine)),
        (Counts::Sum, _) => {
            let sum: usize = Spine::ALL
                .map(|spine| session.column_len(spine))
                .iter()
                .sum();
            let words = format!("{} {sum}", t!(texts, "view-noted"));
            line.push_span(Span::styled(words, style::STRONG));
        }
        _ => {
            if how == Counts::Labelled {
                line.push_span(Span::styled(t!(texts, "view-noted"), style::STRONG));
                line.push_span(Span::raw("  "));
            }
            for (place, spine) in Spine::ALL.into_iter().enumerate() {
                if place > 0 {
                    line.push_span(Span::styled(" · ", style::QUIET));
                }
                line.push_span(count(spine));
            }
        }
    }
    line
}

/// Draws the three columns under each other, each with its share of the rows.
pub(super) fn columns(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let mut area = area;
    let rows = area.height;
    let see = ink::top(&mut area, rows * 4 / 9);
    let surprise = ink::top(&mut area, rows * 3 / 9);
    for (spine, place) in [
        (Spine::See, see),
        (Spine::Surprise, surprise),
        (Spine::Next, area),
    ] {
        let mut place = place;
        // A row of air under each but the last.
        if spine != Spine::Next && place.height > 3 {
            ink::bottom(&mut place, 1);
        }
        column(scene, spine, place, buf);
    }
}

/// Returns how wide an id column must be.
pub(super) fn id_width(ids: impl Iterator<Item = NoteId>) -> usize {
    ids.map(|id| width(&id.to_string())).max().unwrap_or(0)
}
