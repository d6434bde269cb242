//! A voice beside the numbers: what somebody said, with air around it, and whose perspective it is.

use ratatui::{style::Style, text::Line};

use super::{
    Pen,
    look::{QUIET, STRONG},
    strip::indented,
};
use crate::{
    t,
    text::{SafeText, Texts},
};

/// The widest a quote runs: longer lines are hard to read from a distance.
const WIDEST: usize = 64;
/// How far words stand in where there is room.
const INDENT: usize = 4;

/// Writes the words with the quotation marks of the language.
pub(super) fn quoted(quote: &SafeText, pen: &Pen<'_>) -> String {
    pen.look
        .spelled(t!(pen.texts, "chart-quote", quote = quote.trim()))
}

/// Draws the words large and calm: a rule of air round them, and under them who speaks.
pub(super) fn draw(quote: &SafeText, from: &SafeText, pen: &Pen<'_>) -> Vec<Line<'static>> {
    let indent = if pen.cols >= 40 { INDENT } else { 0 };
    let narrow = Pen {
        cols: pen.cols.min(WIDEST + indent),
        ..*pen
    };
    let words = indented(&quoted(quote, pen), indent, STRONG, &narrow);
    let dash = if pen.look.ascii() { "-" } else { "–" };
    let who = if from.trim().is_empty() {
        Vec::new()
    } else {
        let from = format!("{dash} {}", from.on_one_line().trim());
        indented(&from, indent, Style::new().patch(QUIET), &narrow)
    };
    let air = words.len() + who.len() + 3 <= pen.rows;
    let blank = || air.then(|| narrow.strip().line());
    let lines = blank()
        .into_iter()
        .chain(words)
        .chain(blank())
        .chain(who)
        .chain(blank());
    // Narrower than the room: every line is filled to the width that was asked for.
    let rest = pen.cols - narrow.cols;
    lines
        .map(|mut line| {
            if rest > 0 {
                line.push_span(" ".repeat(rest));
            }
            line
        })
        .collect()
}

/// Says the words and who speaks, in one line.
pub(super) fn said(quote: &SafeText, from: &SafeText, texts: &Texts) -> String {
    let quote = t!(texts, "chart-quote", quote = quote.on_one_line().trim());
    if from.trim().is_empty() {
        quote
    } else {
        t!(
            texts,
            "chart-quote-from",
            quote = quote,
            from = from.on_one_line().trim()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        chart::{Glyphs, Look, Size, draw, full, mini, plain, sentence},
        domain::chart::{Body, Chart, ChartId, Source},
        text::Lang,
    };

    fn voice() -> Chart {
        let body = Body::Voice {
            quote: SafeText::line(
                "Jag går dit för musiken, men jag stannar för att någon frågar hur jag mår.",
            ),
            from: SafeText::line("elev i åk 8"),
        };
        let mut chart = Chart::new(ChartId(9), "En röst från fritidsgården", body);
        chart.source = Source::Text(SafeText::line("Samtal på fritidsgården, mars 2026"));
        chart
    }

    fn lines(cols: u16, rows: u16, glyphs: Glyphs) -> Vec<String> {
        let look = Look::new(glyphs, false);
        let text = draw(&voice(), Size { cols, rows }, look, &Texts::new(Lang::Sv));
        plain(&text).lines().map(str::to_owned).collect()
    }

    #[test]
    fn words_stand_alone_with_who_speaks_under_them() {
        assert_eq!(
            lines(48, 0, Glyphs::Blocks),
            [
                "",
                "    ”Jag går dit för musiken, men jag stannar",
                "    för att någon frågar hur jag mår.”",
                "",
                "    – elev i åk 8",
                "",
            ]
        );
        assert_eq!(
            lines(48, 3, Glyphs::Blocks),
            [
                "    ”Jag går dit för musiken, men jag stannar",
                "    för att någon frågar hur jag mår.”",
                "    – elev i åk 8",
            ]
        );
        assert_eq!(lines(30, 0, Glyphs::Ascii)[5], "- elev i åk 8");
        assert!(lines(30, 0, Glyphs::Ascii).concat().contains("\"Jag går"));
    }

    #[test]
    fn the_words_are_told_once() {
        let texts = Texts::new(Lang::Sv);
        let size = Size { cols: 60, rows: 0 };
        let whole = plain(&full(&voice(), size, Look::default(), &texts));
        assert_eq!(whole.matches("musiken").count(), 1, "{whole}");
        assert!(whole.contains("Samtal på fritidsgården"), "{whole}");
        let said = sentence(&voice(), 5, &texts);
        assert!(
            said.starts_with('”') && said.ends_with("mår.” säger elev i åk 8."),
            "{said}"
        );
        let mut blank = voice();
        blank.say = SafeText::line(" ");
        let whole = plain(&full(&blank, size, Look::default(), &texts));
        assert_eq!(whole.matches("musiken").count(), 1, "{whole}");
        let small = plain(&mini(&voice(), 30, Look::default(), &texts));
        assert_eq!(small.lines().nth(2), Some("elev i åk 8"), "{small}");
    }
}
