//! "This is how I read it": what can be changed, and what it makes of the rows.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};

use super::{chart_in, halves, lines::told_line, list, reading, row, told};
use crate::{
    app::{
        Model,
        data::{
            Data,
            file::{File, Setting},
            lines::{Lines, LinesSetting},
        },
    },
    data::{
        rows::seen::{Sign, Use},
        understood::{self, Holds},
    },
    t,
    text::Texts,
    view::{
        ink::{self, Rows},
        style,
    },
};

/// From so many columns on the chart stands beside what was read of a file, which is wide itself.
const WIDE: u16 = 116;

/// Draws the step.
pub(super) fn draw(model: &Model, data: &Data, area: Rect, buf: &mut Buffer) {
    match &data.file {
        Some(file) if data.of_file => of_file(model, data, file, area, buf),
        _ => of_lines(model, data, area, buf),
    }
}

fn of_file(model: &Model, data: &Data, file: &File, area: Rect, buf: &mut Buffer) {
    let texts = model.texts;
    let mut area = area;
    if area.width >= WIDE && file.preview.is_some() {
        let (left, right) = halves(area, 0, buf);
        chart_in(model, data, right, buf);
        area = left;
    }
    let head = ink::top(&mut area, 1);
    ink::left(
        &t!(texts, "data-preview-file", file = file.name),
        style::STRONG,
        head,
        buf,
    );
    let mut words = Rows::for_width(area.width);
    if file.asked.is_some() && (file.preview.is_none() || file.chosen.is_none()) {
        words.text(&reading(file, texts), style::STRONG);
    }
    if let Some(why) = file
        .why
        .as_ref()
        .filter(|_| area.width < WIDE || file.preview.is_none())
    {
        words.text(why, style::STRONG);
    }
    let height = words.len().min(area.height / 2);
    words.draw(texts, ink::top(&mut area, height), buf);
    let settings = file.settings();
    let lines: Vec<Line<'static>> = settings
        .iter()
        .enumerate()
        .map(|(at, setting)| {
            row(
                &name(*setting, texts),
                &value(file, *setting, texts),
                at == data.setting,
                area.width,
            )
        })
        .collect();
    let height = u16::try_from(lines.len()).unwrap_or(0).min(area.height / 2);
    list(
        texts,
        &lines,
        data.setting,
        ink::top(&mut area, height),
        buf,
    );
    let Some(preview) = &file.preview else {
        return;
    };
    let mut rows = Rows::for_width(area.width);
    if height > 0 {
        rows.gap();
    }
    told::rows(preview, texts, &mut rows);
    let last = rows.lines.len().saturating_sub(usize::from(area.height));
    rows.lines.drain(..data.top.min(last));
    rows.draw(texts, area, buf);
}

fn name(setting: Setting, texts: Texts) -> String {
    match setting {
        Setting::Sheet => t!(texts, "data-set-sheet"),
        Setting::Table => t!(texts, "data-set-table"),
        Setting::Language => t!(texts, "data-set-language"),
        Setting::Headings => t!(texts, "data-set-headings"),
        Setting::Separator => t!(texts, "data-set-separator"),
        Setting::Decimal => t!(texts, "data-set-decimal"),
        Setting::Encoding => t!(texts, "data-set-encoding"),
    }
}

/// Says what holds of a setting, and whether it was found or asked for.
fn value(file: &File, setting: Setting, texts: Texts) -> String {
    let found = file
        .preview
        .as_ref()
        .map(|preview| found(&preview.understood.holds, setting, texts))
        .unwrap_or_default();
    match file.wished(setting) {
        None => t!(texts, "data-set-found", value = found),
        Some(wished) => {
            let wished = match (setting, wished.as_str()) {
                (Setting::Headings, "0") => t!(texts, "data-set-no-headings"),
                (Setting::Headings, rows) => t!(texts, "data-set-row", row = rows),
                (_, sign) => sign_name(sign, texts),
            };
            t!(texts, "data-set-wished", value = wished)
        }
    }
}

fn found(holds: &Holds, setting: Setting, texts: Texts) -> String {
    let profile = match holds {
        Holds::Rows(profile) => profile,
        Holds::Tables(tables) => {
            let table = tables.first();
            return match setting {
                Setting::Language => table.map(|table| table.language.to_string()),
                _ => table.map(|table| table.title.on_one_line().into_owned()),
            }
            .unwrap_or_default();
        }
    };
    match setting {
        Setting::Sheet => profile.how.sheet.as_deref().unwrap_or_default().to_owned(),
        Setting::Headings => match profile.layout.headings.as_slice() {
            [] => t!(texts, "data-set-no-headings"),
            [row] => t!(texts, "data-set-row", row = row.to_string()),
            [first, .., last] => t!(texts, "data-set-row", row = format!("{first}–{last}")),
        },
        Setting::Separator => match profile.how.separator {
            Some(sign) => sign_name(&sign.to_string(), texts),
            None => t!(texts, "cli-data-no-separator"),
        },
        Setting::Decimal => match understood::sign(&profile.signs, Use::Decimal) {
            Some(sign) => sign_name(&sign.to_string(), texts),
            None => t!(texts, "data-set-no-decimals"),
        },
        Setting::Encoding => profile.how.encoding.unwrap_or_default().to_owned(),
        Setting::Table | Setting::Language => String::new(),
    }
}

fn sign_name(sign: &str, texts: Texts) -> String {
    match sign {
        ";" => t!(texts, "data-sign-semicolon"),
        "," => t!(texts, "data-sign-comma"),
        "." => t!(texts, "data-sign-point"),
        "\t" | "\u{21e5}" => t!(texts, "data-sign-tab"),
        "|" => t!(texts, "data-sign-bar"),
        other => other.to_owned(),
    }
}

fn of_lines(model: &Model, data: &Data, area: Rect, buf: &mut Buffer) {
    let texts = model.texts;
    let lines = &data.lines;
    let count = u16::try_from(lines.pasted.lines.len()).unwrap_or(u16::MAX);
    let (mut ask, chart) = halves(area, count.saturating_add(8), buf);
    chart_in(model, data, chart, buf);
    let rows: Vec<Line<'static>> = lines
        .settings()
        .iter()
        .enumerate()
        .map(|(at, setting)| {
            let (name, value) = lines_setting(lines, *setting, texts);
            row(&name, &value, at == data.setting, ask.width)
        })
        .collect();
    let height = 3.min(ask.height);
    list(texts, &rows, data.setting, ink::top(&mut ask, height), buf);
    let mut rows = Rows::for_width(ask.width);
    rows.gap();
    for remark in lines.pasted.remarks(&texts) {
        rows.hanging(
            Span::styled("! ", style::ACCENT_STRONG),
            2,
            &remark,
            style::PLAIN,
        );
    }
    for told in &lines.pasted.lines {
        rows.line(told_line(model, told, ask.width));
    }
    let last = rows.lines.len().saturating_sub(usize::from(ask.height));
    rows.lines.drain(..data.top.min(last));
    rows.draw(texts, ask, buf);
}

fn lines_setting(lines: &Lines, setting: LinesSetting, texts: Texts) -> (String, String) {
    let said = |value: String, wished: bool| {
        if wished {
            t!(texts, "data-set-wished", value = value)
        } else {
            t!(texts, "data-set-found", value = value)
        }
    };
    let (pasted, wish) = (&lines.pasted, lines.wish);
    match setting {
        LinesSetting::Split => (
            t!(texts, "data-set-split"),
            said(pasted.split.say(&texts), wish.split.is_some()),
        ),
        LinesSetting::Decimal => {
            let sign = match pasted.decimal {
                Some(Sign::Comma) => t!(texts, "data-sign-comma"),
                Some(Sign::Point) => t!(texts, "data-sign-point"),
                None => t!(texts, "data-set-no-decimals"),
            };
            (
                t!(texts, "data-set-decimal"),
                said(sign, wish.decimal.is_some()),
            )
        }
        LinesSetting::Headings => {
            let value = if pasted.headed {
                t!(texts, "data-set-first-row")
            } else {
                t!(texts, "data-set-no-headings")
            };
            (
                t!(texts, "data-set-headings"),
                said(value, wish.headings.is_some()),
            )
        }
    }
}
