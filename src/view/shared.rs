//! What the group sees: drawn of [`Shared`](crate::domain::shared::Shared) alone, the same in the leading window and in a window of its own.
//!
//! ```text
//!
//!    Dialog, del 1                                       13 min
//!
//!    Vad ser vi?
//!
//!    Trivs bra i skolan, åk 9                           andel %
//!
//!    2016  █████████████████████████████████████             81
//!
//!    2018  ████████████████████████████████████              78
//!
//!    Stockholmsenkäten                                  4 av 11
//!
//!    Alla perspektiv är viktiga.
//! ```
//!
//! It is made for a video call: whole blocks, nothing dimmed, no colour, whole minutes, so that a frame changes once a minute by itself.
//! A larger window has larger and airier things, never more of them.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Color, Modifier},
    text::Line,
};

use crate::{
    app::Settings,
    chart::{self, Glyphs, Look, Size},
    domain::{
        Form,
        chart::Chart,
        shared::{Facing, On, Page, Said, Shared, StagePage, Step},
    },
    t,
    text::{
        Texts,
        width::{width, wrap},
    },
    view::{
        glyph,
        ink::{self, Rows},
        script, style,
    },
};

/// What drawing needs besides the value.
struct Sheet {
    texts: Texts,
    glyphs: Glyphs,
    small_number_limit: u32,
    /// The rows of the whole window: how airy it may be.
    tall: u16,
}

/// Draws what the group sees over an area.
pub fn draw(shared: &Shared, texts: Texts, settings: Settings, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    ink::clear(area, buf);
    let sheet = Sheet {
        texts,
        glyphs: settings.glyphs,
        small_number_limit: settings.small_number_limit,
        tall: area.height,
    };
    let inner = inside(area);
    match &shared.page {
        Page::Calm => calm(&shared.theme, "", inner, buf),
        Page::Ended => {
            let thanks = t!(texts, "view-thanks");
            calm(&shared.theme, &thanks, inner, buf);
        }
        Page::Stage(page) => sheet.stage(page, inner, buf),
    }
    plain(area, buf);
    if settings.glyphs == Glyphs::Ascii {
        glyph::to_ascii(area, buf);
    }
}

/// Leaves air at the sides and over and under everything, more of it in a larger window.
pub(super) fn inside(area: Rect) -> Rect {
    let side = match area.width {
        ..44 => 1,
        wide => (wide / 24).clamp(2, 8),
    };
    let air = match area.height {
        ..16 => 0,
        tall => (tall / 20).clamp(1, 3),
    };
    Rect {
        x: area.x + side.min(area.width),
        y: area.y + air,
        width: area.width.saturating_sub(side * 2),
        height: area.height.saturating_sub(air * 2),
    }
}

/// Leaves a row empty where there are more rows than so many.
fn air(area: &mut Rect, over: u16) {
    let rows = u16::from(area.height > over);
    ink::top(area, rows);
}

/// Takes away what does not come through in a call: dimmed type, colours, thin lines. Weight stays.
fn plain(area: Rect, buf: &mut Buffer) {
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            let cell = &mut buf[(x, y)];
            cell.fg = Color::Reset;
            cell.bg = Color::Reset;
            cell.modifier.remove(Modifier::DIM);
        }
    }
}

/// Returns the solid block nearest to a thin one; axes and grids go.
const fn solid(thin: char) -> Option<char> {
    match thin {
        '▌' | '▋' | '▊' | '▉' | '▐' | '▅' | '▆' | '▇' => Some('█'),
        '▁' | '▂' | '▃' => Some('▄'),
        '▏' | '▎' | '▍' | '─' | '│' | '┼' | '┬' | '┴' | '├' | '┤' | '└' | '┌' | '┐' | '┘' => {
            Some(' ')
        }
        _ => None,
    }
}

/// The theme in the middle of a calm page, and words under it.
fn calm(theme: &str, words: &str, area: Rect, buf: &mut Buffer) {
    let mut lines = wrap(theme, usize::from(area.width).clamp(1, 60));
    if !words.is_empty() {
        lines.push(String::new());
        lines.extend(wrap(words, usize::from(area.width).clamp(1, 60)));
    }
    let rows = u16::try_from(lines.len()).unwrap_or(area.height);
    let mut area = area;
    let above = area.height.saturating_sub(rows) / 2;
    ink::top(&mut area, above);
    for line in lines {
        let row = ink::top(&mut area, 1);
        let wide = u16::try_from(width(&line)).unwrap_or(row.width);
        let row = Rect {
            x: row.x + row.width.saturating_sub(wide) / 2,
            width: wide.min(row.width),
            ..row
        };
        ink::left(&line, style::STRONG, row, buf);
    }
}

/// One principle at the foot, where it takes nothing from what there is to look at.
fn principle(page: &StagePage, area: &mut Rect, buf: &mut Buffer) {
    let Some(principle) = &page.principle else {
        return;
    };
    let lines = wrap(principle, usize::from(area.width).max(1));
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let least = if page.on == On::Nothing { 4 } else { 12 };
    if area.height < rows.saturating_add(least) {
        return;
    }
    let mut place = ink::bottom(area, rows);
    ink::bottom(area, 1);
    for line in lines {
        ink::left(&line, style::PLAIN, ink::top(&mut place, 1), buf);
    }
}

impl Sheet {
    fn stage(&self, page: &StagePage, area: Rect, buf: &mut Buffer) {
        let mut area = area;
        let minutes = page
            .minutes
            .map(|minutes| t!(self.texts, "view-full-minutes", n = minutes))
            .unwrap_or_default();
        let head = ink::top(&mut area, 1);
        let title = page.title.on_one_line();
        let title = if page.unwritten {
            format!("{title} · {}", t!(self.texts, "shared-unwritten"))
        } else {
            title.into_owned()
        };
        ink::ends(
            (&title, style::STRONG),
            (&minutes, style::STRONG),
            head,
            buf,
        );
        air(&mut area, 2);
        principle(page, &mut area, buf);
        self.question(page, &mut area, buf);
        match &page.on {
            On::Nothing => {}
            On::Chart {
                chart,
                facing,
                place,
                of,
            } => self.chart((chart, *facing), (*place, *of), area, buf),
            On::Said(said) => self.said(said, area, buf),
            On::Steps(steps) => self.steps(steps, area, buf),
        }
    }

    /// The question: in large letters where it has the window to itself or room enough, and how the group works.
    fn question(&self, page: &StagePage, area: &mut Rect, buf: &mut Buffer) {
        let form = page.form.map(|form| match form {
            Form::Alone => t!(self.texts, "shared-alone"),
            Form::Leaving => t!(self.texts, "shared-leaving"),
            Form::Pair => t!(self.texts, "shared-pair"),
            Form::Returning => t!(self.texts, "shared-returning"),
            Form::All => String::new(),
        });
        if let Some(question) = &page.question {
            let alone = page.on == On::Nothing;
            let spare = match page.on {
                On::Nothing => area.height.saturating_sub(2),
                _ => area.height.saturating_sub(30),
            };
            let room = Rect {
                height: spare,
                ..*area
            };
            let taken = self.large(&question.on_one_line(), room, buf);
            if taken > 0 {
                ink::top(area, taken);
            } else {
                for line in wrap(question, usize::from(area.width).max(1)) {
                    ink::left(&line, style::STRONG, ink::top(area, 1), buf);
                }
            }
            let air = if alone || self.tall < 16 {
                1
            } else {
                2.min(self.tall / 12)
            };
            ink::top(area, air.min(area.height));
        }
        if let Some(form) = form {
            for line in wrap(&form, usize::from(area.width).max(1)) {
                ink::left(&line, style::STRONG, ink::top(area, 1), buf);
            }
            air(area, 1);
        }
    }

    /// Draws words in large letters over as many lines as they need; tells how many rows they took, none where they do not fit.
    fn large(&self, words: &str, area: Rect, buf: &mut Buffer) -> u16 {
        /// The letters of the font are so many columns wide.
        const LETTER: u16 = 8;
        let letters = usize::from(area.width / LETTER);
        let tall: u16 = if self.glyphs == Glyphs::Ascii { 8 } else { 4 };
        if words.split_whitespace().any(|word| width(word) > letters) {
            return 0;
        }
        let lines = wrap(words, letters.max(1));
        let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        if rows.saturating_mul(tall) > area.height {
            return 0;
        }
        let mut sheet = Buffer::empty(buf.area);
        let mut rest = area;
        for line in &lines {
            let taken = script::large(line, self.glyphs, rest, &mut sheet);
            if taken == 0 {
                return 0;
            }
            ink::top(&mut rest, taken);
        }
        for place in area.positions() {
            buf[place] = sheet[place].clone();
        }
        rows * tall
    }

    fn chart(
        &self,
        (chart, facing): (&Chart, Facing),
        (place, of): (usize, usize),
        area: Rect,
        buf: &mut Buffer,
    ) {
        let turned = (facing == Facing::Turned)
            .then(|| chart::turned(chart, &self.texts).ok())
            .flatten();
        let chart = turned.as_ref().unwrap_or(chart);
        let mut area = area;
        if facing == Facing::Covered {
            let words = t!(self.texts, "chart-covered");
            for line in wrap(&words, usize::from(area.width).max(1)) {
                ink::left(&line, style::STRONG, ink::top(&mut area, 1), buf);
            }
            air(&mut area, 6);
        }
        if area.height > 5 {
            let foot = ink::bottom(&mut area, 1);
            let gap = u16::from(area.height > 7);
            ink::bottom(&mut area, gap);
            let source = chart.citation().on_one_line().trim().to_owned();
            let place = t!(self.texts, "shared-chart-place", place = place, of = of);
            ink::ends((&source, style::PLAIN), (&place, style::PLAIN), foot, buf);
        }
        let look = Look::new(self.glyphs, false).hiding_under(self.small_number_limit);
        let size = Size {
            cols: area.width,
            rows: area.height,
        };
        if area.is_empty() {
            return;
        }
        let text = chart::wall(chart, size, look, &self.texts);
        for (line, row) in text.lines.iter().zip(area.rows()) {
            ink::put(line, row, buf);
        }
        for at in area.positions() {
            let cell = &mut buf[at];
            let thin = cell.symbol().chars().next().and_then(solid);
            if let Some(block) = thin {
                cell.set_char(block);
            }
        }
    }

    /// Released notes with their perspective; where they do not all fit, the latest.
    fn said(&self, said: &[Said], area: Rect, buf: &mut Buffer) {
        let written = |said: &[Said], air: bool| {
            let mut rows = Rows::for_width(area.width);
            for (place, Said { perspective, text }) in said.iter().enumerate() {
                if place > 0 && air {
                    rows.gap();
                }
                if let Some(perspective) = perspective {
                    rows.text(&perspective.on_one_line(), style::STRONG);
                }
                rows.text(text, style::PLAIN);
            }
            rows
        };
        let mut first = 0;
        while first + 1 < said.len() && written(&said[first..], false).len() > area.height {
            first += 1;
        }
        self.airy(|air| written(&said[first..], air), area, buf);
    }

    /// The next steps: who, what, when.
    fn steps(&self, steps: &[Step], area: Rect, buf: &mut Buffer) {
        let written = |air: bool| {
            let mut rows = Rows::for_width(area.width);
            for (place, Step { who, what, when }) in steps.iter().enumerate() {
                if place > 0 && air {
                    rows.gap();
                }
                let who = who.as_ref().map_or_else(
                    || t!(self.texts, "view-step-who"),
                    |who| who.on_one_line().into_owned(),
                );
                let when = when
                    .as_ref()
                    .map(|when| format!(" · {}", when.on_one_line()));
                let head = format!("{who}{}", when.unwrap_or_default());
                rows.text(&head, style::STRONG);
                rows.text(what, style::PLAIN);
            }
            rows
        };
        self.airy(written, area, buf);
    }

    /// Draws rows with air between where they all fit with it.
    fn airy(&self, written: impl Fn(bool) -> Rows, area: Rect, buf: &mut Buffer) {
        let airy = written(true);
        let rows = if airy.len() <= area.height {
            airy
        } else {
            written(false)
        };
        rows.draw(self.texts, area, buf);
    }
}

/// The page between leading and sharing: nothing private is on it either, so it may be seen at both ends of the sharing.
pub(super) fn cover(texts: Texts, keys: &[String], area: Rect, buf: &mut Buffer) {
    ink::clear(area, buf);
    let inner = inside(area);
    let cols = usize::from(inner.width).clamp(1, 64);
    let mut lines = wrap(&t!(texts, "shared-cover-title"), cols);
    lines.push(String::new());
    for line in [
        t!(texts, "shared-cover-before"),
        t!(texts, "shared-cover-after"),
    ] {
        lines.extend(wrap(&line, cols));
    }
    lines.push(String::new());
    for key in keys {
        lines.extend(wrap(key, cols));
    }
    if lines.len() > usize::from(inner.height) {
        lines.retain(|line| !line.is_empty());
    }
    let rows = u16::try_from(lines.len()).unwrap_or(inner.height);
    let mut rest = inner;
    ink::top(&mut rest, inner.height.saturating_sub(rows) / 3);
    for (place, line) in lines.into_iter().enumerate() {
        let look = if place == 0 {
            style::STRONG
        } else {
            style::PLAIN
        };
        ink::put(&Line::styled(line, look), ink::top(&mut rest, 1), buf);
    }
}
