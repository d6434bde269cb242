//! What is picked from a file, row by row, with the chart beside or below; and a list that is looked through by typing.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
};

use super::{chart_in, halves, list, row};
use crate::{
    app::{
        Model,
        data::{Data, choice::Row, file::File, finder::Finder},
    },
    t,
    text::{Texts, width::fit},
    view::{
        glyph,
        ink::{self, Rows},
        line, style,
    },
};

/// Draws the step; returns where the cursor stands.
pub(super) fn draw(model: &Model, data: &Data, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let texts = model.texts;
    let file = data.file.as_ref()?;
    let rows = file.rows();
    let count = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    let (mut ask, chart) = halves(area, count.saturating_add(3).max(9), buf);
    chart_in(model, data, chart, buf);
    if let Some(finder) = &file.finder {
        return find(model, file, finder, ask, buf);
    }
    let mut words = Rows::for_width(ask.width);
    let eased: Vec<String> = file
        .eased()
        .into_iter()
        .map(|of| format!("{}: {}", file.name(of, &texts), picked(file, of, texts)))
        .collect();
    if !eased.is_empty() {
        words.text(
            &t!(texts, "data-eased", rows = eased.join(" · ")),
            style::STRONG,
        );
    }
    if let Some(chosen) = &file.chosen {
        for remark in chosen.remarks.iter().filter(|remark| !remark.is_caveat()) {
            words.text(&remark.say(&texts), style::QUIET);
        }
    }
    let named = |names: &[&crate::text::SafeText]| -> String {
        let some: Vec<&str> = names.iter().take(4).map(|name| name.as_str()).collect();
        let dots = if names.len() > 4 { " …" } else { "" };
        format!("{}{dots}", some.join(", "))
    };
    let (never, own) = (file.never(), file.own());
    if !never.is_empty() {
        words.text(
            &t!(texts, "data-never", names = named(&never)),
            style::QUIET,
        );
    }
    if !own.is_empty() {
        words.text(&t!(texts, "data-own", names = named(&own)), style::QUIET);
    }
    // Where there is hardly room for the rows themselves, only what was changed unasked is told.
    let least = if ask.height > 6 || !eased.is_empty() {
        (ask.height / 4).max(1)
    } else {
        0
    };
    let below = words.len().min(ask.height.saturating_sub(count).max(least));
    let place = ink::bottom(&mut ask, below);
    words.draw(texts, place, buf);
    let lines: Vec<Line<'static>> = rows
        .iter()
        .map(|of| {
            row(
                &file.name(*of, &texts),
                &picked(file, *of, texts),
                *of == file.row,
                ask.width,
            )
        })
        .collect();
    let at = rows.iter().position(|of| *of == file.row).unwrap_or(0);
    list(texts, &lines, at, ask, buf);
    None
}

/// Says what is picked in a row.
fn picked(file: &File, row: Row, texts: Texts) -> String {
    if file.unanswered.map(Row::Filter) == Some(row) {
        return t!(texts, "data-pick-asked");
    }
    let picks = file.picks(row);
    let names: Vec<String> = file
        .picked(row)
        .iter()
        .filter_map(|at| picks.get(*at))
        .map(|pick| file.say(row, pick, &texts))
        .collect();
    if names.is_empty() && matches!(row, Row::Filter(_)) {
        // The label is not among those that are kept.
        let labels = match row {
            Row::Filter(place) => file.filter(place).map(|filter| {
                filter
                    .labels
                    .iter()
                    .map(crate::text::SafeText::as_str)
                    .collect::<Vec<_>>()
            }),
            _ => None,
        };
        return labels.map(|labels| labels.join(", ")).unwrap_or_default();
    }
    names.join(", ")
}

/// A line to type on, and what fits, best first.
fn find(
    model: &Model,
    file: &File,
    finder: &Finder,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let texts = model.texts;
    let mut area = area;
    let head = ink::top(&mut area, 1);
    let found = finder.found();
    let asked = file.unanswered.map(Row::Filter) == Some(file.row);
    let field = file.name(file.row, &texts);
    let title = if asked {
        t!(texts, "data-ask-place", field = field)
    } else {
        field
    };
    // How many fit says something once something is typed.
    let count = if finder.line.text().trim().is_empty() {
        String::new()
    } else {
        let (count, of) = (found.len(), finder.names.len());
        t!(texts, "data-found", count = count, of = of)
    };
    ink::ends((&title, style::STRONG), (&count, style::QUIET), head, buf);
    let cursor = line::edit_box(&finder.line, ink::top(&mut area, 1), buf);
    if found.is_empty() {
        ink::left(&t!(texts, "data-found-none"), style::QUIET, area, buf);
    }
    let now = if asked {
        Vec::new()
    } else {
        file.picked(file.row)
    };
    let lines: Vec<Line<'static>> = found
        .iter()
        .enumerate()
        .map(|(at, place)| {
            let marked = if finder.marked.is_empty() {
                now.contains(place)
            } else {
                finder.marked.contains(place)
            };
            let mark = if marked { glyph::DONE } else { " " };
            let look = if at == finder.selected {
                style::STRONG
            } else {
                Style::new()
            };
            let here = if at == finder.selected {
                glyph::HERE
            } else {
                " "
            };
            let room = usize::from(area.width).saturating_sub(4);
            Line::from(vec![
                Span::styled(format!("{here} "), style::ACCENT_STRONG),
                Span::styled(format!("{mark} "), style::ACCENT_STRONG),
                Span::styled(fit(&finder.names[*place], room), look),
            ])
        })
        .collect();
    list(texts, &lines, finder.selected, area, buf);
    cursor
}
