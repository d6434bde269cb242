//! The screen on which a chart is made of data: what is asked on one side, the chart as it stands beside or below it.
//!
//! ```text
//!  Nytt diagram                                2 av 3  Välj
//! ────────────────────────────────────────────────────────────
//!  Längs axeln  ◀ Läsår ▶          │ Elever i åk 9
//!  Värdet         Andel            │ 2020 ████████████▌   71
//!  Grupper        inga             │ 2022 █████████████▎  73
//!  Kommun         Haninge          │ 2024 ████████████▊   72
//!  enter går vidare  ←→ väljer  bokstäver söker  esc tillbaka
//! ```

/// What is picked from a file.
mod choose;
/// The box for pasted cells and typed lines.
mod lines;
/// How it was read.
mod preview;
/// What was understood, in rows.
mod told;
/// The words that go with a chart.
mod words;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use crate::{
    app::{
        Model, Screen,
        data::{Data, Step, file::File},
    },
    chart::{self, Size},
    domain::chart::apart,
    input::{Action, Mode},
    t,
    text::{
        Texts,
        width::{pad, width, wrap},
    },
    view::{
        diagram, glyph,
        ink::{self, Rows},
        keys, overlays, style,
    },
};

/// From so many columns on the chart stands beside what is asked.
const BESIDE: u16 = 76;
/// How wide the names of rows are, at least and at most.
const NAME: (usize, usize) = (13, 20);

/// Draws the screen; returns where the cursor stands.
pub(super) fn draw(model: &Model, data: &Data, area: Rect, buf: &mut Buffer) -> Option<Position> {
    if let Some(top) = data.help {
        help(model, top, area, buf);
        return None;
    }
    let mut area = ink::margin(area);
    header(model, data, ink::top(&mut area, 1), buf);
    if area.height > 10 {
        ink::rule(ink::top(&mut area, 1), buf);
    }
    let rows = if area.width < 60 && area.height > 16 {
        2
    } else {
        1
    };
    let mode = data.mode();
    let item = |action: &Action| (*action, key_label(model, data, *action));
    let items: Vec<keys::Item> = actions(data).iter().map(item).collect();
    keys::of_items(model, mode, &items, ink::bottom(&mut area, rows), buf);
    message(model, data, &mut area, buf);
    match data.step {
        Step::Lines => lines::draw(model, data, area, buf),
        Step::Preview => {
            preview::draw(model, data, area, buf);
            None
        }
        Step::Choose => choose::draw(model, data, area, buf),
        Step::Words => words::draw(model, data, area, buf),
        Step::Saved => {
            chart_in(model, data, area, buf);
            None
        }
    }
}

fn header(model: &Model, data: &Data, row: Rect, buf: &mut Buffer) {
    let texts = model.texts;
    let title = match &model.screen {
        Screen::Lead(lead) => lead.session.plan().title.on_one_line().into_owned(),
        Screen::Home(_) | Screen::Group(_) | Screen::Replay(_) => String::new(),
    };
    let left = format!("{}  {title}", t!(texts, "data-title"));
    let (at, of) = match (data.step, data.of_file) {
        (Step::Lines, _) => (1, 0),
        (Step::Preview, _) => (1, 3),
        (Step::Choose, _) => (2, 3),
        (Step::Words, true) => (3, 3),
        (Step::Words, false) => (2, 2),
        (Step::Saved, _) => (0, 0),
    };
    let of = if data.of_file { of } else { of.min(2) };
    let name = match data.step {
        Step::Lines => t!(texts, "data-step-lines"),
        Step::Preview => t!(texts, "data-step-preview"),
        Step::Choose => t!(texts, "data-step-choose"),
        Step::Words => t!(texts, "data-step-words"),
        Step::Saved => t!(texts, "data-step-saved"),
    };
    let right = if of > 0 {
        t!(texts, "data-step", at = at, of = of, name = name)
    } else {
        name
    };
    ink::ends(
        (&left, style::ACCENT_STRONG),
        (&right, style::PLAIN),
        row,
        buf,
    );
}

/// The keys that mean something now, the most wanted first.
fn actions(data: &Data) -> Vec<Action> {
    use Action as A;
    match (data.step, data.mode()) {
        (Step::Lines, _) => vec![A::Confirm, A::Up, A::Cancel, A::Help],
        // A file that could not be read: there is nothing to go on with.
        (Step::Preview, _) if data.of_file && data.file.as_ref().is_none_or(is_unread) => {
            vec![A::Cancel, A::Help]
        }
        (Step::Preview, _) => vec![
            A::Confirm,
            A::ChoiceNext,
            A::Down,
            A::PageDown,
            A::Cancel,
            A::Help,
        ],
        (_, Mode::DataFind) => vec![A::Confirm, A::Down, A::MarkChoice, A::Cancel, A::Help],
        (Step::Choose, _) => vec![
            A::Confirm,
            A::ChoiceNext,
            A::Down,
            A::MarkChoice,
            A::Cancel,
            A::Help,
        ],
        (Step::Words, Mode::Data) => vec![A::Confirm, A::ChoiceNext, A::Down, A::Cancel, A::Help],
        (Step::Words, _) => vec![A::Confirm, A::Down, A::Cancel, A::Help],
        (Step::Saved, _) => vec![A::Confirm, A::Cancel],
    }
}

fn is_unread(file: &File) -> bool {
    file.preview.is_none()
}

/// What a key does here: Enter saves after the words, and begins one more once the chart stands in the session.
fn key_label(model: &Model, data: &Data, action: Action) -> String {
    let texts = model.texts;
    match (data.step, action) {
        (Step::Lines, Action::Confirm) if !data.lines.line.text().trim().is_empty() => {
            t!(texts, "data-key-line")
        }
        (Step::Words, Action::Confirm) => t!(texts, "view-key-saves"),
        (Step::Saved, Action::Confirm) => t!(texts, "data-key-more"),
        (Step::Saved, Action::Cancel) => t!(texts, "data-key-done"),
        (Step::Choose, Action::Confirm) if data.mode() == Mode::DataFind => {
            t!(texts, "data-key-takes")
        }
        _ => keys::label(texts, data.mode(), action),
    }
}

/// What keeps one from going on, or what was just done, over the keys.
fn message(model: &Model, data: &Data, area: &mut Rect, buf: &mut Buffer) {
    let texts = model.texts;
    let (words, look) = match (&data.trouble, data.step, data.saved) {
        (Some(trouble), ..) => (trouble.clone(), style::STRONG),
        (None, Step::Saved, Some(id)) => {
            let (session, charts) = match &model.screen {
                Screen::Lead(lead) => (file_name(&lead.path), &*lead.session.plan().charts),
                Screen::Home(_) | Screen::Group(_) | Screen::Replay(_) => (String::new(), &[][..]),
            };
            let mut words = t!(texts, "data-saved", id = id.to_string(), session = session);
            for found in apart(charts, model.settings.small_number_limit) {
                if found.is_of(id) {
                    words = format!("{words} {}", found.say(&texts));
                }
            }
            (words, style::STRONG)
        }
        _ => return,
    };
    let lines = wrap(&words, usize::from(area.width.saturating_sub(2)));
    let rows = u16::try_from(lines.len()).unwrap_or(1).min(area.height / 2);
    let place = ink::bottom(area, rows);
    for (at, (line, row)) in lines.iter().zip(place.rows()).enumerate() {
        let mark = if at == 0 { glyph::HERE } else { " " };
        let line = Line::from(vec![
            Span::styled(format!("{mark} "), style::ACCENT_STRONG),
            Span::styled(line.clone(), look),
        ]);
        ink::put(&line, row, buf);
    }
}

fn file_name(path: &str) -> String {
    path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned()
}

/// Divides the area between what is asked and the chart: side by side where there is room, else one over the other.
fn halves(area: Rect, rows: u16, buf: &mut Buffer) -> (Rect, Rect) {
    let mut rest = area;
    if area.width >= BESIDE {
        let cols = (area.width * 9 / 20).min(62);
        let left = ink::side(&mut rest, cols);
        ink::wall(ink::side(&mut rest, 1), buf);
        return (left, ink::margin(rest));
    }
    // The chart is what is looked at: it gets what it mostly needs before a long list does.
    let most = area
        .height
        .saturating_sub(15)
        .max(area.height * 2 / 5)
        .max(4);
    let top = ink::top(&mut rest, rows.min(most));
    if rest.height > 3 {
        ink::rule(ink::top(&mut rest, 1), buf);
    }
    (top, rest)
}

/// The chart as it stands, or why there is none.
fn chart_in(model: &Model, data: &Data, area: Rect, buf: &mut Buffer) {
    let texts = model.texts;
    let file = data.file.as_ref().filter(|_| data.of_file);
    let mut rows = Rows::for_width(area.width);
    if let Some(file) = file.filter(|file| file.asked.is_some()) {
        rows.text(&reading(file, texts), style::STRONG);
    } else if let Some(why) = file.and_then(|file| file.why.as_ref()) {
        rows.text(why, style::STRONG);
    } else if let Some(place) = file.and_then(|file| file.unanswered) {
        let field = file.map_or("", |file| file.fields[place].name.as_str());
        rows.text(
            &t!(texts, "data-ask-place-how", field = field),
            style::PLAIN,
        );
    } else if let Some(chart) = data.chart(&texts) {
        let size = Size {
            cols: area.width,
            rows: area.height,
        };
        let text = chart::full(&chart, size, diagram::look(model.settings), &texts);
        diagram::put_text(&text, area, buf);
        return;
    } else {
        rows.text(&t!(texts, "data-no-chart-yet"), style::QUIET);
    }
    rows.draw(texts, area, buf);
}

/// Says how far a read has come.
fn reading(file: &File, texts: Texts) -> String {
    let Some(progress) = file.reading.filter(|progress| progress.of > 0) else {
        return t!(texts, "data-reading", file = file.name);
    };
    let mega =
        |bytes: u64| crate::text::number::whole(texts.lang(), (bytes.div_ceil(1_000_000)) as i64);
    t!(
        texts,
        "data-reading-so-far",
        file = file.name,
        at = mega(progress.at),
        of = mega(progress.of)
    )
}

/// Returns how wide the names of rows are in so many columns.
fn name_room(room: u16) -> usize {
    let room = usize::from(room);
    (room / 3).clamp(NAME.0, NAME.1).min(room * 2 / 5)
}

/// A row with a name and what holds for it; the one in focus has its arrows.
fn row(name: &str, value: &str, chosen: bool, room: u16) -> Line<'static> {
    let (before, after) = if chosen { ("◀ ", " ▶") } else { ("  ", "") };
    let wide = name_room(room);
    let left = usize::from(room).saturating_sub(wide + 1 + 4);
    let value = crate::text::width::fit(value, left);
    let look = if chosen { style::STRONG } else { style::PLAIN };
    Line::from(vec![
        Span::styled(
            pad(&crate::text::width::fit(name, wide), wide + 1),
            style::QUIET,
        ),
        Span::styled(before, style::ACCENT_STRONG),
        Span::styled(value, look),
        Span::styled(after, style::ACCENT_STRONG),
    ])
}

/// Draws rows from a place on, so that the chosen one is seen; says how many lie below.
fn list(texts: Texts, lines: &[Line<'static>], chosen: usize, area: Rect, buf: &mut Buffer) {
    let room = usize::from(area.height);
    let first = (chosen + 2)
        .saturating_sub(room)
        .min(lines.len().saturating_sub(room));
    for (line, row) in lines.iter().skip(first).zip(area.rows()) {
        ink::put(line, row, buf);
    }
    let below = lines.len().saturating_sub(first + room);
    if below > 0
        && let Some(last) = area.rows().next_back()
    {
        let words = format!(" {}", ink::more_below(texts, below));
        ink::right(&words, style::QUIET, last, buf);
    }
}

fn help(model: &Model, top: usize, area: Rect, buf: &mut Buffer) {
    let Screen::Lead(lead) = &model.screen else {
        return;
    };
    let scene = crate::view::scene::Scene::of(model, lead);
    let mut area = area;
    let foot = ink::bottom(&mut area, 1);
    overlays::help(&scene, top, area, buf);
    keys::of_screen(
        model,
        Mode::Help,
        &[Action::Cancel, Action::Down, Action::Up, Action::PageDown],
        ink::margin(foot),
        buf,
    );
}

/// Returns how wide the widest of some texts is.
fn widest<'a>(texts: impl Iterator<Item = &'a str>) -> usize {
    texts.map(width).max().unwrap_or(0)
}
