//! What the closing empties: parked questions, data we want to see, who more, steps that nobody has taken.
//!
//! ```text
//! ATT TA UPP                                    4
//! P1 Hur ställdes frågan?                 parkerat
//! F1 Frånvaro per veckodag         data vi vill se
//! S3 vem? Bjud in en ungdom            steg utan vem
//! ```

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};

use crate::{
    domain::{Note, OpenEnd, open_ends},
    input::{Action, Mode},
    t,
    text::{
        Texts,
        width::{fit, pad, width},
    },
    view::{ink, keys, notes, scene::Scene, style},
};

/// Returns the first open ends, in the order they are taken up.
fn first<'a>(scene: &Scene<'a>, most: usize) -> Vec<(OpenEnd, &'a Note)> {
    open_ends(scene.session()).take(most).collect()
}

/// Names the list an open end stands in.
fn word(texts: Texts, why: OpenEnd) -> String {
    match why {
        OpenEnd::Parked => t!(texts, "view-ends-parked"),
        OpenEnd::WithoutWho => t!(texts, "view-ends-who"),
        OpenEnd::WantedData => t!(texts, "view-ends-data"),
        OpenEnd::WhoMore => t!(texts, "view-ends-more"),
        OpenEnd::Missed => t!(texts, "view-ends-missed"),
    }
}

/// Draws the list; where there is nothing left it says so.
pub(super) fn draw(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let mut area = area;
    let texts = scene.texts;
    let head = ink::top(&mut area, 1);
    let waiting = waiting(scene);
    if let Some(words) = &waiting {
        ink::left(words, style::PLAIN, ink::bottom(&mut area, 1), buf);
    }
    let rows = usize::from(area.height);
    let listed = first(scene, rows + ink::COUNTED + 1);
    ink::left(&t!(texts, "view-ends-title"), style::STRONG, head, buf);
    if listed.is_empty() {
        if waiting.is_some() {
            return;
        }
        let row = ink::top(&mut area, 1);
        ink::left(&t!(texts, "view-ends-none"), style::QUIET, row, buf);
        return;
    }
    let below = listed.len().saturating_sub(rows);
    let count = match below {
        0 => listed.len().to_string(),
        _ => ink::outside(texts, (0, below)),
    };
    ink::right(&format!("  {count}"), style::QUIET, head, buf);
    let listed = &listed[..listed.len().min(rows)];
    let ids = notes::id_width(listed.iter().map(|(_, note)| note.id)) + 1;
    for ((why, note), row) in listed.iter().zip(area.rows()) {
        let word = word(texts, *why);
        let (id, text) = (note.id, notes::words_of(scene, &note.body));
        let room = usize::from(row.width).saturating_sub(ids + width(&word) + 2);
        let line = Line::from(vec![
            Span::raw(pad(&id.to_string(), ids)),
            Span::raw(fit(&text, room)),
        ]);
        ink::put(&line, row, buf);
        ink::right(&format!("  {word}"), style::QUIET, row, buf);
    }
}

/// Says how many lines of the chat nobody has read, and which key reads them.
fn waiting(scene: &Scene<'_>) -> Option<String> {
    let n = scene.session().inbox().count();
    let key = keys::cap(scene, Mode::Lead, Action::Inbox);
    (n > 0).then(|| t!(scene.texts, "view-ends-inbox", n = n, key = key))
}

/// Returns how many rows the list wants.
pub(super) fn rows(scene: &Scene<'_>) -> u16 {
    const MOST: usize = 40;
    let inbox = usize::from(scene.session().inbox().next().is_some());
    let count = (first(scene, MOST).len() + inbox).max(1);
    u16::try_from(count + 1).unwrap_or(u16::MAX)
}
