//! A chart beyond its plain drawing: what stands over it while the group guesses, and what lies behind its numbers.
//!
//! ```text
//! d4 Trygg i skolan  andel %                     4/12
//! 4 gissningar, 55–80 %, mitten 65 %. Det blev 79,9 %
//! ```

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use crate::{
    app::{behind, lead::Prompt},
    chart::{self, Glyphs},
    domain::chart::{Body, Chart, ChartId, Face},
    input::{Action, Mode, line_editor::LineEditor},
    t,
    text::width::{pad, width, wrap},
    view::{
        diagram,
        ink::{self, Rows},
        keys, line,
        scene::Scene,
        script, style,
    },
};

/// Returns what stands over a chart: that it is guessed first and how, or how the guesses lay beside what it is.
pub(super) fn above(scene: &Scene<'_>, chart: &Chart, cols: u16) -> Vec<String> {
    let cols = usize::from(cols).max(1);
    if chart.showing.face == Face::Covered {
        // While guesses are called out the line below asks for them, and on a shared screen no keys are told.
        if scene.lead.guesses_now().is_some() || scene.lead.is_alone() {
            return wrap(&t!(scene.texts, "chart-covered"), cols);
        }
        let guess = keys::cap(scene, Mode::Lead, Action::Guess);
        let show = keys::cap(scene, Mode::Lead, Action::Confirm);
        return wrap(
            &t!(scene.texts, "view-guess-hint", guess = guess, show = show),
            cols,
        );
    }
    guessed(scene, chart).map_or_else(Vec::new, |words| wrap(&words, cols))
}

fn guessed(scene: &Scene<'_>, chart: &Chart) -> Option<String> {
    let spread = scene.lead.guessed(chart)?;
    // The other side was not guessed about.
    if chart.showing.face != Face::Plain {
        return None;
    }
    let look = diagram::look(scene.settings);
    let answer = chart::answer(chart, look, &scene.texts)?;
    let spread = chart::spread(chart, spread, look, &scene.texts);
    Some(t!(
        scene.texts,
        "view-guessed",
        spread = spread,
        answer = answer
    ))
}

/// Draws what stands over a chart, and takes its rows from the area.
pub(super) fn draw_above(scene: &Scene<'_>, chart: &Chart, area: &mut Rect, buf: &mut Buffer) {
    const LEFT_FOR_THE_CHART: u16 = 2;
    for words in above(scene, chart, area.width) {
        if area.height <= LEFT_FOR_THE_CHART {
            return;
        }
        ink::left(&words, style::ACCENT_STRONG, ink::top(area, 1), buf);
    }
}

/// Returns what the question for guesses says: how many so far and how they lie, or how to type them.
pub(super) fn guess_words(scene: &Scene<'_>, id: ChartId) -> String {
    let so_far = scene.lead.guesses_so_far().zip(scene.chart_of(id));
    match so_far {
        Some((spread, (_, chart))) => {
            let look = diagram::look(scene.settings);
            chart::spread(&chart, &spread, look, &scene.texts)
        }
        None => t!(scene.texts, "view-ask-guess-how"),
    }
}

/// The rows that the question for guesses takes at the foot of a shared screen: a line to type on, and words that may wrap.
pub(super) const ROWS_TO_ASK: usize = 3;

/// Draws the question for guesses at the foot of a shared screen. Of what is typed only the last word is seen there.
pub(super) fn ask_alone(
    scene: &Scene<'_>,
    (prompt, id): (&Prompt, ChartId),
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let mut area = area;
    let words = prompt.trouble.clone();
    let words = words.unwrap_or_else(|| {
        let enter = keys::cap(scene, Mode::Prompt, Action::Confirm);
        let does = keys::enter_of_guesses(scene.texts, prompt);
        format!("{} · {enter} {does}", guess_words(scene, id))
    });
    let lines = wrap(&words, usize::from(area.width).max(1));
    for words in lines.iter().take(ROWS_TO_ASK - 1).rev() {
        ink::left(words, style::PLAIN, ink::bottom(&mut area, 1), buf);
    }
    let typed = prompt.line.text();
    let last = typed
        .rsplit(|c: char| c.is_whitespace() || c == ';')
        .next()
        .unwrap_or_default();
    line::edit_box(&LineEditor::with(last), ink::bottom(&mut area, 1), buf)
}

/// Draws what lies behind the numbers of a chart, from a row on; the labels beside their words or over them.
///
/// ```text
/// ── Bakom siffran ─────────────────────────────
/// d4  Trygg i skolan
///
/// Källa       Skolinspektionen, Skolenkäten 2022
///
/// Syns inte   Vilka syns inte här? Ingen har
///             skrivit det.
/// ```
pub(super) fn draw_behind(
    scene: &Scene<'_>,
    (id, top): (ChartId, usize),
    area: Rect,
    buf: &mut Buffer,
) {
    let Some((_, chart)) = scene.chart_of(id) else {
        return;
    };
    let look = diagram::look(scene.settings);
    let (found, column) = behind::laid_out(&chart, look, scene.texts, area.width);
    let mut rows = Rows::for_width(area.width);
    let style_of = |unwritten: bool| {
        if unwritten {
            style::QUIET
        } else {
            style::PLAIN
        }
    };
    for row in found {
        match row {
            behind::Row::Title(words) => rows.line(Line::styled(words, style::STRONG)),
            behind::Row::Gap => rows.gap(),
            behind::Row::Fact {
                label,
                words,
                unwritten,
            } => {
                let label = if column > 0 {
                    pad(&label, column)
                } else {
                    label
                };
                rows.line(Line::from(vec![
                    Span::styled(label, style::STRONG),
                    Span::styled(words, style_of(unwritten)),
                ]));
            }
            behind::Row::More { words, unwritten } => {
                let words = format!("{}{words}", " ".repeat(column));
                rows.line(Line::styled(words, style_of(unwritten)));
            }
        }
    }
    let airless = |rows: &Rows| rows.lines.iter().filter(|line| line.width() > 0).count();
    // Air goes where without it everything can be seen at once.
    if rows.len() > area.height && airless(&rows) <= usize::from(area.height) {
        rows.lines.retain(|line| line.width() > 0);
    }
    let last = rows.lines.len().saturating_sub(usize::from(area.height));
    rows.lines.drain(..top.min(last));
    rows.draw(scene.texts, area, buf);
}

/// Draws a voice over the whole window in large letters, with who speaks and the source under it; tells whether it fits.
pub(super) fn large_voice(scene: &Scene<'_>, chart: &Chart, area: Rect, buf: &mut Buffer) -> bool {
    /// The letters of the font are so many columns wide.
    const LETTER: u16 = 8;
    let Body::Voice { quote, from } = &chart.body else {
        return false;
    };
    let letters = usize::from(area.width / LETTER);
    let words = format!("\"{}\"", quote.on_one_line().trim());
    let breaks = words.split_whitespace().any(|word| width(word) > letters);
    let lines = if breaks {
        Vec::new()
    } else {
        wrap(&words, letters.max(1))
    };
    let tall: u16 = if scene.settings.glyphs == Glyphs::Ascii {
        8
    } else {
        4
    };
    let look = diagram::look(scene.settings);
    let cols = usize::from(area.width);
    let mut below = wrap(&format!("– {}", from.on_one_line().trim()), cols);
    below.extend(chart::source_rows(chart, cols, look, &scene.texts));
    let count = |rows: &[String]| u16::try_from(rows.len()).unwrap_or(u16::MAX);
    let needed = count(&lines)
        .saturating_mul(tall)
        .saturating_add(count(&below) + 2);
    if lines.is_empty() || needed > area.height {
        return false;
    }
    // Nothing of it is kept where the font lacks a letter.
    let mut sheet = Buffer::empty(buf.area);
    let mut rest = area;
    let drawn = lines.iter().all(|line| {
        let rows = script::large(line, scene.settings.glyphs, rest, &mut sheet);
        ink::top(&mut rest, rows);
        rows > 0
    });
    if !drawn {
        return false;
    }
    for place in area.positions() {
        buf[place] = sheet[place].clone();
    }
    ink::top(&mut rest, 1);
    for (place, words) in below.iter().enumerate() {
        let style = if place == 0 {
            style::PLAIN
        } else {
            style::QUIET
        };
        ink::left(words, style, ink::top(&mut rest, 1), buf);
    }
    true
}
