//! Styled text to bytes: for a pager, a pipe, a clipboard.

use std::io::{self, Write};

use ratatui::{
    style::{Color, Style},
    text::Text,
};

/// Writes text line by line, with styles where the reader shows colour.
///
/// This is the last gate before a terminal: no control character passes, whatever the text held. Without colour, spaces at the end of a
/// row go as well, so that a mail or a search sees words alone.
pub fn write(out: &mut impl Write, text: &Text<'_>, color: bool) -> io::Result<()> {
    if !color {
        return out.write_all(plain(text).as_bytes());
    }
    for line in &text.lines {
        for span in &line.spans {
            let style = ansi(text.style.patch(line.style).patch(span.style));
            write!(out, "{style}{}{style:#}", visible(&span.content))?;
        }
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// Returns the words alone, each row ended by a line break.
pub fn plain(text: &Text<'_>) -> String {
    let mut out = String::new();
    for line in &text.lines {
        let row: String = line
            .spans
            .iter()
            .map(|span| visible(&span.content))
            .collect();
        out.push_str(row.trim_end());
        out.push('\n');
    }
    out
}

fn visible(content: &str) -> String {
    content.chars().filter(|c| !c.is_control()).collect()
}

/// Turns a style into escapes. The terminal's own colour is no escape, and has no form there.
fn ansi(mut style: Style) -> anstyle::Style {
    for color in [&mut style.fg, &mut style.bg, &mut style.underline_color] {
        if *color == Some(Color::Reset) {
            *color = None;
        }
    }
    style.into()
}

#[cfg(test)]
mod tests {
    use ratatui::{
        style::Stylize,
        text::{Line, Span},
    };

    use super::*;

    fn written(text: &Text<'_>, color: bool) -> String {
        let mut out = Vec::new();
        write(&mut out, text, color).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn styles_only_where_they_are_shown() {
        let text = Text::from(vec![
            Line::from(vec!["NÄSTA".bold(), " steg  ".into()]),
            Line::from("dämpat  ").dim().fg(Color::Reset),
            Line::default(),
        ]);
        assert_eq!(written(&text, false), "NÄSTA steg\ndämpat\n\n");
        assert_eq!(
            written(&text, true),
            "\u{1b}[1mNÄSTA\u{1b}[0m steg  \n\u{1b}[2mdämpat  \u{1b}[0m\n\n"
        );
    }

    #[test]
    fn no_control_character_passes_the_gate() {
        let text = Text::from(Span::raw("a\u{1b}]0;x\u{7}\rb\u{9b}31m\u{7f}"));
        for color in [false, true] {
            assert_eq!(written(&text, color), "a]0;xb31m\n");
        }
    }
}
