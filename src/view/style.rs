//! The few styles there are: weight and reverse say everything, one colour helps.
//!
//! Only the sixteen named colours are used, so that they follow the terminal's own light or dark ground; without colour the same
//! screen stands in weight, reverse, underline and words.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Color, Modifier, Style},
};

/// Running text.
pub(super) const PLAIN: Style = Style::new();
/// What is to be seen first.
pub(super) const STRONG: Style = Style::new().add_modifier(Modifier::BOLD);
/// What may be passed over.
pub(super) const QUIET: Style = Style::new().add_modifier(Modifier::DIM);
/// Bars, digits and marks: the one colour.
pub(super) const ACCENT: Style = Style::new().fg(Color::Cyan);
/// The one colour where it carries a word.
pub(super) const ACCENT_STRONG: Style = Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD);
/// What the arrows, Tab or Enter act on: one even band, whatever stands in it.
pub(super) const CHOSEN: Style = Style::new()
    .fg(Color::Reset)
    .add_modifier(Modifier::REVERSED)
    .remove_modifier(Modifier::DIM);
/// What was looked for.
pub(super) const FOUND: Style = Style::new()
    .add_modifier(Modifier::BOLD)
    .add_modifier(Modifier::UNDERLINED);
/// What nobody may miss.
pub(super) const ALARM: Style = Style::new()
    .fg(Color::Red)
    .add_modifier(Modifier::BOLD)
    .add_modifier(Modifier::REVERSED)
    .remove_modifier(Modifier::DIM);

/// Takes the colours away and leaves weight, reverse and underline.
pub(super) fn without_color(area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            let cell = &mut buf[(x, y)];
            cell.fg = Color::Reset;
            cell.bg = Color::Reset;
            cell.underline_color = Color::Reset;
        }
    }
}
