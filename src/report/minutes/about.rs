//! Who was in the room, in numbers, and what the talk stood on: theme, method, sources.

use crate::{
    domain::chart::Chart,
    report::{Block, minutes::Writer},
    t,
};

impl Writer<'_> {
    /// Says how many perspectives were there; which ones only where that is asked.
    pub(super) fn room(&self) -> Vec<Block> {
        let texts = self.texts;
        let people = self.people();
        if people.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![Block::Line(format!("{}.", people.join(", ")))];
        if self.options.with_perspectives {
            let names: Vec<&str> = self.perspectives().iter().map(|one| one.trim()).collect();
            blocks.push(Block::Paragraph {
                label: t!(texts, "report-perspectives-are"),
                text: names.join(", "),
            });
        } else {
            blocks.push(Block::Quiet(t!(texts, "report-without-perspectives")));
        }
        blocks
    }

    pub(super) fn method(&self) -> Vec<Block> {
        let (plan, texts) = (self.plan(), self.texts);
        let principles: Vec<&str> = plan.principles.iter().map(|one| one.trim()).collect();
        let mut blocks: Vec<Block> = [
            (t!(texts, "report-theme"), plan.theme.to_string()),
            (t!(texts, "report-goal"), plan.goal.to_string()),
            (t!(texts, "report-why-now"), plan.why_now.to_string()),
            (
                t!(texts, "report-series"),
                plan.series
                    .as_ref()
                    .map(ToString::to_string)
                    .unwrap_or_default(),
            ),
            (t!(texts, "report-principles"), principles.join(" ")),
            (t!(texts, "report-method"), t!(texts, "report-method-is")),
        ]
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(label, text)| Block::Paragraph { label, text })
        .collect();
        blocks.extend(self.sources());
        blocks
    }

    /// Names every source once, with the charts that come from it.
    fn sources(&self) -> Vec<Block> {
        let mut found: Vec<(&str, Vec<String>)> = Vec::new();
        for chart in &self.plan().charts {
            let cited = Chart::citation(chart).trim();
            if cited.is_empty() {
                continue;
            }
            match found.iter_mut().find(|(source, _)| *source == cited) {
                Some((_, charts)) => charts.push(chart.id.to_string()),
                None => found.push((cited, vec![chart.id.to_string()])),
            }
        }
        found
            .into_iter()
            .map(|(source, charts)| Block::Paragraph {
                label: t!(self.texts, "report-source", charts = charts.join(", ")),
                text: source.to_owned(),
            })
            .collect()
    }
}
