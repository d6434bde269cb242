//! After the end: thanks, what was promised, what was not reached, where everything lies.
//!
//! ```text
//! Tack, nu är vi klokare.
//! Samtalet slutade 10:29. 46 anteckningar, 3 nästa steg.
//!
//! NÄSTA STEG                                      3
//! S1 Anna: ring fritidsgården · v49
//!
//! HANN INTE
//! Dialog, del 2
//!
//! Allt ligger i ~/Documents/Samtal/2026-11-17 skola.ron
//! ```

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};

use crate::{
    domain::{Note, Tag, schedule::Progress},
    format::tag,
    input::{Action, Mode},
    t,
    text::{
        Moment,
        width::{width, wrap},
    },
    view::{glyph, ink::Rows, keys, notes, scene::Scene, style, words},
};

/// Draws the closing screen.
pub(super) fn draw(scene: &Scene<'_>, closed: Moment, area: Rect, buf: &mut Buffer) {
    let texts = scene.texts;
    let mut rows = Rows::for_width(area.width);
    rows.gap();
    rows.line(Line::styled(t!(texts, "view-thanks"), style::ACCENT_STRONG));
    rows.gap();
    rows.text(&summary(scene, closed), style::PLAIN);
    steps(scene, &mut rows);
    not_reached(scene, &mut rows);
    if !scene.lead.room.past {
        after(scene, usize::from(area.width), &mut rows);
    }
    rows.draw(texts, area, buf);
}

/// What can be done now, and where everything lies.
fn after(scene: &Scene<'_>, cols: usize, rows: &mut Rows) {
    let texts = scene.texts;
    rows.gap();
    if let Some(why) = &scene.lead.publish_trouble {
        let why = why.on_one_line().into_owned();
        rows.text(&t!(texts, "view-publish-trouble", why = why), style::STRONG);
    }
    rows.text(&t!(texts, "view-lies-in"), style::PLAIN);
    for row in path_rows(&scene.lead.path, cols) {
        rows.line(Line::styled(row, style::STRONG));
    }
    rows.gap();
    rows.text(&t!(texts, "view-after-read"), style::PLAIN);
    let key = keys::cap(scene, Mode::Lead, Action::PrivateLines);
    rows.text(&t!(texts, "view-after-private", key = key), style::PLAIN);
    let key = keys::cap(scene, Mode::Lead, Action::Tidy);
    rows.text(&t!(texts, "view-after-tidy", key = key), style::PLAIN);
    private(scene, rows);
}

/// Breaks a path between its folders, so that no name is torn where it need not be.
fn path_rows(path: &str, cols: usize) -> Vec<String> {
    let mut rows = vec![String::new()];
    for part in path.split_inclusive(['/', '\\']) {
        let used = rows.last().map_or(0, |row| width(row));
        if used > 0 && used + width(part) > cols {
            rows.push(String::new());
        }
        let mut broken = if width(part) <= cols {
            vec![part.to_owned()]
        } else {
            wrap(part, cols)
        }
        .into_iter();
        if let (Some(last), Some(first)) = (rows.last_mut(), broken.next()) {
            last.push_str(&first);
        }
        rows.extend(broken);
    }
    rows
}

pub(super) fn summary(scene: &Scene<'_>, closed: Moment) -> String {
    let texts = scene.texts;
    let session = scene.session();
    let notes = session.dialogue_count();
    let steps = session.count(Tag::NextStep);
    let late = closed - scene.reading.slot_end;
    let minutes = words::near_minutes(late.abs());
    let when = match (late.0.signum(), minutes) {
        (_, 0) => t!(texts, "view-ended-on-time", at = scene.hhmm(closed)),
        (1, n) => t!(texts, "view-ended-late", at = scene.hhmm(closed), n = n),
        (_, n) => t!(texts, "view-ended-early", at = scene.hhmm(closed), n = n),
    };
    format!(
        "{when} {}",
        t!(texts, "view-ended-counts", notes = notes, steps = steps)
    )
}

fn steps(scene: &Scene<'_>, rows: &mut Rows) {
    let steps: Vec<&Note> = scene.session().tagged(Tag::NextStep).collect();
    if steps.is_empty() {
        return;
    }
    rows.gap();
    rows.line(Line::styled(
        t!(scene.texts, "view-column-next"),
        style::STRONG,
    ));
    for step in steps {
        let (id, text) = (step.id, notes::words_of(scene, &step.body));
        let id = format!("{id} ");
        let indent = id.len();
        rows.hanging(Span::raw(id), indent, &text, style::PLAIN);
    }
}

/// The facilitator's own lines: in this window, and never in the minutes.
fn private(scene: &Scene<'_>, rows: &mut Rows) {
    let lines: Vec<&Note> = scene.session().tagged(Tag::Private).collect();
    if lines.is_empty() {
        return;
    }
    rows.gap();
    let title = tag::name(Tag::Private, scene.plan(), scene.texts);
    rows.line(Line::styled(title.to_uppercase(), style::STRONG));
    for line in lines {
        rows.text(&line.body.text, style::PLAIN);
    }
    rows.text(&t!(scene.texts, "view-private-where"), style::QUIET);
}

/// Returns the stages that were not reached.
pub(super) fn missed(scene: &Scene<'_>) -> Vec<String> {
    let stages = scene.plan().stages.iter().zip(&scene.reading.loads);
    stages
        .filter(|(_, load)| matches!(load.progress, Progress::Ahead | Progress::Skipped))
        .map(|(stage, _)| stage.title.on_one_line().into_owned())
        .collect()
}

/// What was not reached is said once, without blame.
fn not_reached(scene: &Scene<'_>, rows: &mut Rows) {
    let missed = missed(scene);
    if missed.is_empty() {
        return;
    }
    rows.gap();
    rows.line(Line::styled(
        t!(scene.texts, "view-not-reached"),
        style::STRONG,
    ));
    for title in missed {
        rows.hanging(Span::raw(glyph::SKIPPED), 2, &title, style::PLAIN);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_broken_between_its_folders() {
        let path = "/home/anna/Documents/Samtal/2026-11-17 att-trivas.ron";
        assert_eq!(
            path_rows(path, 48),
            ["/home/anna/Documents/Samtal/", "2026-11-17 att-trivas.ron"]
        );
        assert_eq!(path_rows(path, 80), [path]);
        assert_eq!(
            path_rows(r"C:\Samtal\ett.ron", 10),
            [r"C:\Samtal\", "ett.ron"]
        );
        assert_eq!(
            path_rows("a/2026-11-17 att-trivas.ron", 12),
            ["a/", "2026-11-17", "att-trivas.r", "on"]
        );
    }
}
