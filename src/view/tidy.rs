//! What in the notes wants a second look, one thing at a time, with what Enter would make of it.
//!
//! ```text
//! ── Renskriv · 3 kvar ─────────────────────────
//! STÅR TVÅ GÅNGER
//! ▸ N13  fler hemma på måndagar
//!   N17  fler hemma på måndagarna
//!
//! Enter behåller N13, j slår ihop, x behåller båda.
//! Det räcker gott när du vill: Esc.
//! ```

use ratatui::{buffer::Buffer, layout::Rect, text::Span};

use crate::{
    app::lead::Tidying,
    domain::{Note, NoteId},
    format::tidy::Look,
    input::{Action, Mode},
    t,
    text::width::width,
    view::{glyph, ink::Rows, keys, notes, overlays::sheet, scene::Scene, style},
};

/// Draws the first thing that wants a look, or that nothing does.
pub(super) fn draw(scene: &Scene<'_>, tidying: &Tidying, area: Rect, buf: &mut Buffer) {
    let texts = scene.texts;
    let looks = scene.lead.looks(tidying);
    let area = sheet(&t!(texts, "view-tidy-title", n = looks.len()), area, buf);
    let mut rows = Rows::for_width(area.width);
    if let Some(look) = looks.first() {
        one(scene, *look, tidying, &mut rows);
    } else {
        rows.gap();
        rows.text(&t!(texts, "view-tidy-ready"), style::ACCENT_STRONG);
        rows.text(&t!(texts, "view-tidy-read"), style::PLAIN);
    }
    rows.draw(texts, area, buf);
}

fn one(scene: &Scene<'_>, look: Look, tidying: &Tidying, rows: &mut Rows) {
    let texts = scene.texts;
    let note = scene.session().note(look.id());
    rows.line(ratatui::text::Line::styled(
        title(scene, look),
        style::STRONG,
    ));
    let cap = |action| keys::cap(scene, Mode::Tidy, action);
    let (enter, aside) = (cap(Action::Confirm), cap(Action::SetAside));
    let how = match look {
        Look::Double(one, other) => {
            let (kept, _) = scene.lead.kept_of((one, other), tidying);
            for id in [one, other] {
                put(scene, id, if id == kept { glyph::HERE } else { " " }, rows);
            }
            let (kept, join) = (kept.to_string(), cap(Action::Join));
            t!(
                texts,
                "view-tidy-how-double",
                enter = enter,
                kept = kept,
                join = join,
                aside = aside
            )
        }
        Look::Short(id) => {
            put(scene, id, " ", rows);
            let forms = &scene.lead.short_forms;
            let text = note.and_then(|note| forms.written_out(&note.body.text));
            if let Some(text) = text {
                rows.hanging(
                    Span::raw("  "),
                    2,
                    &text.on_one_line(),
                    style::ACCENT_STRONG,
                );
            }
            t!(texts, "view-tidy-how-short", enter = enter, aside = aside)
        }
        Look::Missed(id) => {
            if let Some(before) = note.and_then(|note| before(scene, note)) {
                put(scene, before, " ", rows);
            }
            put(scene, id, glyph::HERE, rows);
            t!(texts, "view-tidy-how-missed", enter = enter, aside = aside)
        }
        Look::Step(id) => {
            put(scene, id, " ", rows);
            t!(texts, "view-tidy-how-step", enter = enter, aside = aside)
        }
    };
    rows.gap();
    rows.text(&how, style::PLAIN);
    let leave = cap(Action::Cancel);
    rows.text(&t!(texts, "view-tidy-enough", key = leave), style::QUIET);
}

/// Says what is the matter with what wants a look.
pub(super) fn title(scene: &Scene<'_>, look: Look) -> String {
    let texts = scene.texts;
    let said = |what: &Option<_>| {
        what.as_ref()
            .is_some_and(|words: &crate::text::SafeText| !words.trim().is_empty())
    };
    match (look, scene.session().note(look.id())) {
        (Look::Missed(_), _) => t!(texts, "view-tidy-missed"),
        (Look::Double(..), _) => t!(texts, "view-tidy-double"),
        (Look::Short(_), _) => t!(texts, "view-tidy-short"),
        (Look::Step(_), Some(step)) if said(&step.body.who) => t!(texts, "view-tidy-no-when"),
        (Look::Step(_), Some(step)) if said(&step.body.when) => t!(texts, "view-tidy-no-who"),
        (Look::Step(_), _) => t!(texts, "view-tidy-no-one"),
    }
}

/// Returns the note said before one: what was missed is often remembered from there.
pub(super) fn before(scene: &Scene<'_>, note: &Note) -> Option<NoteId> {
    let earlier = scene.session().notes().rev();
    let mut earlier = earlier.filter(|other| other.body.tag.is_of_dialogue());
    earlier
        .find(|other| (other.wall, other.id) < (note.wall, note.id))
        .map(|other| other.id)
}

/// Writes a note with its mark, when it was said and its id.
fn put(scene: &Scene<'_>, id: NoteId, mark: &str, rows: &mut Rows) {
    let Some(note) = scene.session().note(id) else {
        return;
    };
    let head = format!("{mark} {} {id}  ", scene.hhmm(note.wall));
    let indent = width(&head);
    let words = notes::words_of(scene, &note.body);
    rows.hanging(Span::raw(head), indent, &words, style::PLAIN);
}
