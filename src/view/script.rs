//! What to say and what to ask: the stage's script, its question first and large; in the closing the purpose beside it.
//!
//! ```text
//! FRÅGA    Vad ser vi?                        enskilt 0:45 → par 5 min → alla
//!          sedan: Vad ser vi mer?
//! SÄG      Vi börjar med det vi ser. Varför det är så kommer sedan.
//! STÖD     Hur ser det ut hos er?
//!          Var i diagrammet ser du det?
//! ```

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

use crate::{
    chart::{self, Glyphs},
    domain::{Stage, StageKind, chart::Face, lasting::FEEDBACK},
    t,
    text::{SafeText, width::width},
    view::{glyph, ink::Rows, scene::Scene, style, words},
};

/// The column beside the labels.
const INDENT: usize = 9;

/// How much of the script is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Extent {
    /// The question now, and nothing else.
    Question,
    /// The questions; where somebody presents one line to say.
    Brief,
    /// Everything but the principles, which have a place of their own in a wide window.
    Whole,
    /// Everything.
    All,
}

/// Writes the script in rows of a width.
pub(super) fn rows(scene: &Scene<'_>, cols: u16, extent: Extent) -> Rows {
    let mut rows = Rows::for_width(cols);
    let Some((place, stage)) = scene.stage() else {
        return rows;
    };
    if scene.is_waiting() {
        before(scene, stage, &mut rows);
        return rows;
    }
    if extent == Extent::Question {
        ask(scene, stage, &mut rows);
        rows.lines.truncate(1);
        return rows;
    }
    if stage.id.0 == FEEDBACK {
        last_time(scene, &mut rows);
    }
    match stage.kind {
        StageKind::Data if extent == Extent::Brief => say(scene, stage, extent, &mut rows),
        StageKind::Talk | StageKind::Data => {
            say(scene, stage, extent, &mut rows);
            // They are read aloud in the first stage (guide, agenda).
            if place == 0 && extent == Extent::All {
                beside_label(scene, &mut rows);
            }
            ask(scene, stage, &mut rows);
        }
        StageKind::Dialogue => ask(scene, stage, &mut rows),
        StageKind::Closing => {
            purpose(scene, &mut rows);
            ask(scene, stage, &mut rows);
        }
    }
    let asks = matches!(stage.kind, StageKind::Dialogue | StageKind::Closing);
    if asks && extent >= Extent::Whole {
        say(scene, stage, extent, &mut rows);
    }
    if extent >= Extent::Whole {
        let label = t!(scene.texts, "view-support");
        labelled(&label, &stage.follow_ups, style::QUIET, &mut rows);
    }
    under_words(scene, stage, &mut rows);
    form(scene, cols, &mut rows);
    rows
}

/// The words the talk goes through, with how many notes each has; one that nobody has spoken of has a dash.
fn under_words(scene: &Scene<'_>, stage: &Stage, rows: &mut Rows) {
    if stage.words.is_empty() {
        return;
    }
    let said = scene.session().under_words();
    let words = said.iter().filter(|(word, _)| stage.words.contains(word));
    let parts: Vec<String> = words
        .map(|(word, notes)| match notes.len() {
            0 => format!("{} {}", word.on_one_line(), glyph::SKIPPED),
            count => format!("{} {count}", word.on_one_line()),
        })
        .collect();
    let label = Span::styled(t!(scene.texts, "view-words"), style::STRONG);
    rows.hanging(label, INDENT, &parts.join(" · "), style::PLAIN);
}

/// What the series left open when this session began, one on a row.
fn last_time(scene: &Scene<'_>, rows: &mut Rows) {
    let carried = &scene.plan().carried;
    let lines: Vec<SafeText> = carried
        .iter()
        .map(|item| SafeText::line(&item.in_a_row()))
        .collect();
    let label = t!(scene.texts, "series-label");
    labelled(&label, &lines, style::PLAIN, rows);
}

/// How the group works stands at the end of the first row, where nothing has to move for it; else in a row of its own.
fn form(scene: &Scene<'_>, cols: u16, rows: &mut Rows) {
    let Some(words) = words::form(scene, glyph::THEN) else {
        return;
    };
    let (cols, wide) = (usize::from(cols), width(&words));
    let first = rows.lines.first().map_or(0, Line::width);
    if first + wide + 1 > cols || rows.lines.is_empty() {
        rows.lines.insert(0, Line::default());
    }
    if let Some(row) = rows.lines.first_mut() {
        let gap = cols.saturating_sub(row.width() + wide);
        row.push_span(Span::raw(" ".repeat(gap)));
        row.push_span(Span::styled(words, style::ACCENT_STRONG));
    }
}

/// Draws the script from the top of an area.
pub(super) fn draw(scene: &Scene<'_>, area: Rect, extent: Extent, buf: &mut Buffer) {
    rows(scene, area.width, extent).draw(scene.texts, area, buf);
}

/// Before the start: why everybody is here, and how it begins.
fn before(scene: &Scene<'_>, stage: &Stage, rows: &mut Rows) {
    last_time(scene, rows);
    purpose(scene, rows);
    let texts = scene.texts;
    let label = Span::styled(t!(texts, "view-first"), style::STRONG);
    let title = stage.title.on_one_line().into_owned();
    rows.hanging(label, INDENT, &title, style::STRONG);
    for line in stage.present.iter().take(2) {
        rows.hanging(Span::raw(""), INDENT, line, style::PLAIN);
    }
}

fn purpose(scene: &Scene<'_>, rows: &mut Rows) {
    let purpose = &scene.plan().purpose;
    if !purpose.is_empty() {
        let label = Span::styled(t!(scene.texts, "view-purpose"), style::STRONG);
        rows.hanging(label, INDENT, purpose, style::PLAIN);
    }
}

/// The question now, and those that come after it.
fn ask(scene: &Scene<'_>, stage: &Stage, rows: &mut Rows) {
    let texts = scene.texts;
    let mut asks = stage.ask.iter();
    if let Some(first) = asks.next() {
        let label = Span::styled(t!(texts, "view-ask"), style::STRONG);
        rows.hanging(label, INDENT, first, style::STRONG);
    }
    let mut label = Span::styled(t!(texts, "view-then"), style::QUIET);
    for more in asks {
        rows.hanging(label, INDENT, more, style::PLAIN);
        label = Span::raw("");
    }
}

/// What to say. In the data stage it is the chart's own sentence.
fn say(scene: &Scene<'_>, stage: &Stage, extent: Extent, rows: &mut Rows) {
    let label = t!(scene.texts, "view-say");
    let sentence = scene
        .chart()
        .map(|(_, chart)| match chart.showing.face {
            // A person wrote the sentence about the other side.
            Face::Turned { .. } => SafeText::line(&chart::sentence(
                &chart,
                scene.settings.small_number_limit,
                &scene.texts,
            )),
            Face::Plain | Face::Covered => chart.say.clone(),
        })
        .filter(|say| stage.kind == StageKind::Data && !say.is_empty());
    let mut lines: Vec<SafeText> = sentence.into_iter().collect();
    let room = match extent {
        Extent::Whole | Extent::All => usize::MAX,
        _ => 1,
    };
    lines.extend(stage.present.iter().take(room).cloned());
    if extent < Extent::Whole {
        lines.truncate(1);
    }
    labelled(&label, &lines, style::PLAIN, rows);
}

fn labelled(label: &str, lines: &[SafeText], look: Style, rows: &mut Rows) {
    let mut label = Span::styled(label.to_owned(), style::STRONG);
    for line in lines {
        rows.hanging(label, INDENT, line, look);
        label = Span::raw("");
    }
}

/// The four principles in the script's own columns.
fn beside_label(scene: &Scene<'_>, rows: &mut Rows) {
    let label = t!(scene.texts, "view-principles-short");
    labelled(&label, &scene.plan().principles, style::PLAIN, rows);
}

/// The four principles, as the plan words them.
pub(super) fn principles(scene: &Scene<'_>, rows: &mut Rows) {
    let principles = &scene.plan().principles;
    if principles.is_empty() {
        return;
    }
    rows.gap();
    rows.line(Line::styled(
        t!(scene.texts, "view-principles"),
        style::STRONG,
    ));
    for principle in principles {
        rows.hanging(Span::raw(glyph::AHEAD), 2, principle, style::PLAIN);
    }
}

/// Draws the question in letters four rows high where it fits; tells how many rows it took.
pub(super) fn large_question(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> u16 {
    let question = scene
        .stage()
        .filter(|_| !scene.is_waiting())
        .and_then(|(_, stage)| stage.ask.first());
    question.map_or(0, |question| {
        large(&question.on_one_line(), scene.settings.glyphs, area, buf)
    })
}

/// Draws text in letters of eight by eight dots: four rows of half blocks, or eight of whole ones in ASCII.
pub(super) fn large(text: &str, glyphs: Glyphs, area: Rect, buf: &mut Buffer) -> u16 {
    use tui_big_text::{BigText, PixelSize};

    let (size, rows) = match glyphs {
        Glyphs::Ascii => (PixelSize::Full, 8),
        _ => (PixelSize::HalfHeight, 4),
    };
    let letters = text.chars().count();
    let wide = letters.saturating_mul(8);
    // The font holds Latin letters only, one dot pattern for each.
    let known = text.chars().all(|c| matches!(c, ' '..='~' | 'À'..='ÿ'));
    if !known || letters == 0 || wide > usize::from(area.width) || rows > area.height {
        return 0;
    }
    let place = Rect {
        height: rows,
        ..area
    };
    let letters = BigText::builder()
        .pixel_size(size)
        .style(style::ACCENT)
        .lines(vec![Line::raw(text.to_owned())])
        .build();
    ratatui::widgets::Widget::render(letters, place, buf);
    rows
}
