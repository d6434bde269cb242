//! What do we see, chart by chart: the bars, one sentence that says the same, and what was said about it.

use crate::{
    chart::{self, Look, Size},
    domain::{Note, chart::Chart},
    report::{
        Block, ChartBlock,
        layout::{INDENT, NARROWEST},
        minutes::{SEEN, Writer, first_upper},
    },
    t,
};

impl Writer<'_> {
    pub(super) fn charts(&self) -> Vec<Block> {
        let charts = &self.plan().charts;
        let seen: Vec<&Note> = self
            .session
            .notes()
            .filter(|note| SEEN.contains(&note.body.tag) && self.session.word_of(note).is_none())
            .collect();
        let mut blocks = Vec::new();
        for chart in charts {
            blocks.push(self.chart(chart));
            if let Some(text) = chart::behind_short(chart, &self.texts) {
                let label = t!(self.texts, "behind-title");
                blocks.push(Block::Paragraph { label, text });
            }
            let about = seen.iter().filter(|note| note.body.chart == Some(chart.id));
            blocks.extend(about.map(|note| self.note(note, None)));
        }
        let known = |note: &Note| charts.iter().any(|chart| note.body.chart == Some(chart.id));
        let others: Vec<&Note> = seen.into_iter().filter(|note| !known(note)).collect();
        // Where a meeting has words of its own, what was seen stands under them and not in one heap.
        let under_own = |note: &Note| self.own(note.body.tag).is_some();
        let mut plain = others.iter().filter(|note| !under_own(note)).peekable();
        if plain.peek().is_some() && !charts.is_empty() {
            blocks.push(Block::Subheading(t!(self.texts, "report-no-chart")));
        }
        blocks.extend(plain.map(|note| self.note(note, note.body.chart)));
        for tag in SEEN {
            let of: Vec<&&Note> = others.iter().filter(|note| note.body.tag == tag).collect();
            if let Some(own) = self.own(tag).filter(|_| !of.is_empty()) {
                blocks.push(Block::Subheading(first_upper(&own)));
                blocks.extend(of.iter().map(|note| self.note(note, note.body.chart)));
            }
        }
        blocks
    }

    fn chart(&self, chart: &Chart) -> Block {
        let texts = &self.texts;
        let look = Look {
            glyphs: self.options.glyphs,
            colour: false,
            small_number_limit: self.options.small_number_limit,
        };
        let cols = self.options.width.max(NARROWEST).saturating_sub(INDENT);
        let size = Size {
            cols: u16::try_from(cols).unwrap_or(u16::MAX),
            rows: 0,
        };
        Block::Chart(ChartBlock {
            id: chart.id,
            text: chart::full(chart, size, look, texts),
        })
    }
}
