//! The words that go with a chart, one row each, with the chart beside or below as it will stand.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{chart_in, halves, name_room, row};
use crate::{
    app::{
        Model,
        data::{Data, words::Word},
    },
    domain::chart::Purpose,
    t,
    text::{Texts, width::fit},
    view::{
        ink::{self, Rows},
        line, style,
    },
};

/// Draws the step; returns where the cursor stands.
pub(super) fn draw(model: &Model, data: &Data, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let texts = model.texts;
    let (mut ask, chart) = halves(area, 12, buf);
    chart_in(model, data, chart, buf);
    let mut cursor = None;
    for word in Word::ALL {
        let chosen = word == data.words.row;
        if word == Word::Purpose {
            let value = purpose(data.words.purpose, texts);
            ink::put(
                &row(&name(word, texts), &value, chosen, ask.width),
                ink::top(&mut ask, 1),
                buf,
            );
            continue;
        }
        let line = data.words.line(word);
        if !chosen || ask.height < 2 {
            let value = if line.text().is_empty() {
                t!(texts, "data-word-empty")
            } else {
                line.text().to_owned()
            };
            ink::put(
                &row(&name(word, texts), &value, false, ask.width),
                ink::top(&mut ask, 1),
                buf,
            );
            continue;
        }
        // The row that is typed on is as high as its words, up to three rows.
        let wide = name_room(ask.width) as u16 + 1;
        let room = usize::from(ask.width.saturating_sub(wide + 2)).max(1);
        let rows = (crate::text::width::width(line.text()) / room + 1).min(3) as u16;
        let rows = rows.min(ask.height);
        let mut place = ink::top(&mut ask, rows);
        let label = ink::side(&mut place, wide);
        ink::left(
            &fit(&name(word, texts), usize::from(wide) - 1),
            style::STRONG,
            label,
            buf,
        );
        cursor = line::edit_box(line, place, buf);
    }
    let mut rows = Rows::for_width(ask.width);
    rows.gap();
    rows.text(&hint(data, texts), style::QUIET);
    if let Some(chart) = data.chart(&texts) {
        for problem in chart.check() {
            rows.text(&problem.say(&texts), style::QUIET);
        }
    }
    rows.draw(texts, ask, buf);
    cursor
}

fn name(word: Word, texts: Texts) -> String {
    match word {
        Word::Title => t!(texts, "data-word-title"),
        Word::Unit => t!(texts, "data-word-unit"),
        Word::Say => t!(texts, "data-word-say"),
        Word::Purpose => t!(texts, "data-word-purpose"),
        Word::Caveat => t!(texts, "data-word-caveat"),
        Word::Source => t!(texts, "data-word-source"),
    }
}

fn purpose(purpose: Purpose, texts: Texts) -> String {
    match purpose {
        Purpose::Measure => t!(texts, "data-purpose-measure"),
        Purpose::Explore => t!(texts, "data-purpose-explore"),
        Purpose::FollowUp => t!(texts, "data-purpose-follow-up"),
    }
}

/// Says what the row in focus is for.
fn hint(data: &Data, texts: Texts) -> String {
    match (data.words.row, data.words.purpose) {
        (Word::Title, _) => t!(texts, "data-hint-title"),
        (Word::Unit, _) => t!(texts, "data-hint-unit"),
        (Word::Say, _) => t!(texts, "data-hint-say"),
        (Word::Caveat, _) => t!(texts, "data-hint-caveat"),
        (Word::Source, _) => t!(texts, "data-hint-source"),
        (Word::Purpose, Purpose::Measure) => t!(texts, "data-hint-measure"),
        (Word::Purpose, Purpose::Explore) => t!(texts, "data-hint-explore"),
        (Word::Purpose, Purpose::FollowUp) => t!(texts, "data-hint-follow-up"),
    }
}
