//! The minutes as one page for a browser: no scripts, nothing fetched, readable on a phone and on paper. Charts are pictures, sentences and text.

use std::fmt::Write as _;

use crate::{
    chart,
    domain::{Session, Status},
    report::{
        Block, ChartBlock, NoteBlock, Options, StepBlock, TimesRow, export::svg, write::plain,
    },
    t,
    text::Texts,
};

const STYLE: &str = include_str!("page.css");

/// Writes the page.
pub(super) fn write(session: &Session, options: &Options, texts: &Texts) -> String {
    let document = crate::report::minutes(session, options, texts);
    let mut page = Page {
        session,
        texts: *texts,
        small_number_limit: options.small_number_limit,
        out: String::new(),
        open: None,
    };
    let title = session.plan().title.on_one_line();
    let _always = write!(
        page.out,
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        texts.lang(),
        escaped(&title)
    );
    for block in &document.blocks {
        page.block(block);
    }
    page.close();
    page.out.push_str("</main>\n</body>\n</html>\n");
    page.out
}

/// What is open in the page: items of a list stand together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Steps,
    Notes,
    Times,
}

struct Page<'a> {
    session: &'a Session,
    texts: Texts,
    small_number_limit: u32,
    out: String,
    open: Option<Open>,
}

impl Page<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Step(step) => self.step(step),
            Block::Note(note) => self.note(note),
            Block::Times(row) => self.times(row),
            Block::Title { what, title, mark } => {
                let (what, title, mark) = (escaped(what), escaped(title), escaped(mark));
                self.line(&format!(
                    "<header><p class=\"what\">{what} <span class=\"mark\">{mark}</span></p>\n<h1>{title}</h1></header>"
                ));
            }
            Block::Heading(text) => self.line(&format!("<h2>{}</h2>", escaped(text))),
            Block::Subheading(text) => self.line(&format!("<h3>{}</h3>", escaped(text))),
            Block::Chart(chart) => self.chart(chart),
            Block::Paragraph { label, text } => {
                let (label, text) = (escaped(label), lines(text));
                self.line(&format!("<p><b>{label}:</b> {text}</p>"));
            }
            Block::Line(text) => self.line(&format!("<p>{}</p>", lines(text))),
            Block::Quiet(text) => self.line(&format!("<p class=\"quiet\">{}</p>", lines(text))),
        }
    }

    fn line(&mut self, html: &str) {
        self.close();
        self.out.push_str(html);
        self.out.push('\n');
    }

    fn close(&mut self) {
        self.out.push_str(match self.open.take() {
            Some(Open::Steps | Open::Notes) => "</ul>\n",
            Some(Open::Times) => "</tbody>\n</table>\n",
            None => "",
        });
    }

    fn begin(&mut self, open: Open, html: &str) {
        if self.open != Some(open) {
            self.close();
            self.out.push_str(html);
            self.open = Some(open);
        }
    }

    fn step(&mut self, step: &StepBlock) {
        self.begin(Open::Steps, "<ul class=\"steps\">\n");
        let (class, mark) = match step.status {
            Status::Open => ("open", "☐"),
            Status::Ongoing => ("open", "◐"),
            Status::Done => ("over", "☑"),
            Status::Dropped => ("over", "☒"),
        };
        let below = if step.below.is_empty() {
            String::new()
        } else {
            format!("<br><small>{}</small>", escaped(&step.below))
        };
        let _always = writeln!(
            self.out,
            "<li class=\"{class}\" id=\"{0}\"><span class=\"id\">{mark} {0}</span> <b>{1}</b> {2} <span class=\"when\">{3}</span>{below}</li>",
            step.id,
            escaped(&step.who),
            lines(&step.what),
            escaped(&step.when)
        );
    }

    fn note(&mut self, note: &NoteBlock) {
        self.begin(Open::Notes, "<ul class=\"notes\">\n");
        let chart = note.chart.as_ref().map(|chart| {
            let chart = escaped(chart);
            format!(" <a href=\"#{chart}\">{chart}</a>")
        });
        let _always = writeln!(
            self.out,
            "<li id=\"{0}\"><span class=\"id\">{0}</span> {1}{2}</li>",
            note.id,
            lines(&note.text),
            chart.unwrap_or_default()
        );
    }

    fn times(&mut self, row: &TimesRow) {
        self.begin(Open::Times, "<table>\n<tbody>\n");
        let cell = if row.strong { "th" } else { "td" };
        self.out.push_str("<tr>");
        let words = [
            &row.began,
            &row.title,
            &row.spans[0],
            &row.spans[1],
            &row.spans[2],
            &row.remark,
        ];
        for words in words {
            let _always = write!(self.out, "<{cell}>{}</{cell}>", escaped(words));
        }
        self.out.push_str("</tr>\n");
    }

    fn chart(&mut self, block: &ChartBlock) {
        let Some(chart) = self
            .session
            .plan()
            .charts
            .iter()
            .find(|chart| chart.id == block.id)
        else {
            return;
        };
        let said = chart::sentence(chart, self.small_number_limit, &self.texts);
        let title = escaped(&chart.title.on_one_line());
        let picture = svg::draw(chart, &said, self.texts.lang()).unwrap_or_default();
        let unit = escaped(&chart.unit.on_one_line());
        let source = escaped(&chart.citation().on_one_line());
        let as_text = t!(self.texts, "export-as-text");
        let rows = escaped(&plain(&block.text));
        self.line(&format!(
            "<figure id=\"{0}\">\n<h3>{0} {title}</h3>\n<p class=\"unit\">{unit}</p>\n{picture}\n<figcaption>{1}\n<small>{source}</small></figcaption>\n\
             <details><summary>{as_text}</summary><pre>{rows}</pre></details>\n</figure>",
            block.id,
            lines(&said),
        ));
    }
}

/// Writes words so that a browser takes none of their signs for its own.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

fn lines(words: &str) -> String {
    escaped(words.trim()).replace('\n', "<br>")
}
