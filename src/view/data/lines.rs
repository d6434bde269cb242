//! The box for pasted cells and typed lines, with what each line becomes beside it, and the chart it makes.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{chart_in, halves};
use crate::{
    app::{Model, data::Data},
    data::paste::Became,
    t,
    text::width::{fit, width},
    view::{
        ink::{self, Rows},
        line, style,
    },
};

/// Draws the box; returns where the cursor stands.
pub(super) fn draw(model: &Model, data: &Data, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let texts = model.texts;
    let told = data.lines.pasted.lines.len();
    let rows = u16::try_from(told).unwrap_or(u16::MAX).saturating_add(6);
    let (mut ask, chart) = halves(area, rows, buf);
    let mut words = Rows::for_width(ask.width);
    words.text(&t!(texts, "data-lines-how"), style::QUIET);
    if let Some(file) = data.file.as_ref().filter(|_| data.lines.is_empty()) {
        words.text(
            &t!(texts, "data-lines-file", file = file.name),
            style::PLAIN,
        );
    }
    let height = words.len().min(ask.height.saturating_sub(2));
    words.draw(texts, ink::top(&mut ask, height), buf);
    // The line that is typed on stands last and is always seen.
    let last = ask.height.min(2);
    let typed = ink::bottom(&mut ask, last);
    let above = data.lines.lines.len();
    let room = usize::from(ask.height);
    let first = above.saturating_sub(room);
    let shown = data.lines.pasted.lines.iter().take(above).skip(first);
    let mut drawn = 0;
    for (told, row) in shown.zip(ask.rows()) {
        ink::put(&told_line(model, told, row.width), row, buf);
        drawn += 1;
    }
    let used = drawn.min(ask.height);
    let place = Rect {
        y: ask.y + used,
        height: typed.bottom().saturating_sub(ask.y + used).min(2),
        ..typed
    };
    let cursor = line::edit_box(&data.lines.line, place, buf);
    if first > 0 {
        let head = Rect {
            height: 1.min(ask.height),
            ..ask
        };
        ink::right(
            &format!(" {}", ink::hidden((first, 0))),
            style::QUIET,
            head,
            buf,
        );
    }
    if data.lines.pasted.has_values() {
        let mut shown = data.clone();
        shown.of_file = false;
        chart_in(model, &shown, chart, buf);
    } else {
        let mut rows = Rows::for_width(chart.width);
        rows.text(&t!(texts, "data-lines-chart"), style::QUIET);
        rows.draw(texts, chart, buf);
    }
    cursor
}

/// One line and what became of it.
pub(super) fn told_line(
    model: &Model,
    told: &crate::data::paste::Line,
    room: u16,
) -> Line<'static> {
    let became = told.became.say(&model.texts);
    let quiet = !matches!(
        told.became,
        Became::Row(_) | Became::Part(_) | Became::Title | Became::Heading
    );
    let left = usize::from(room).saturating_sub(width(&became) + 3);
    let text = fit(&told.text, left);
    let gap = usize::from(room).saturating_sub(width(&text) + width(&became) + 1);
    let look = if quiet { style::QUIET } else { style::PLAIN };
    Line::from(vec![
        Span::styled(text, look),
        Span::raw(" ".repeat(gap)),
        Span::styled(became, style::QUIET),
    ])
}
