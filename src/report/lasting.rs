//! What lives across sessions, as a page of its own and as the part of minutes that tells what a session began with.

use crate::{
    domain::{Lasting, Status, Tag, lasting::KINDS},
    report::{Block, Document, NoteBlock, StepBlock, steps},
    t,
    text::{SafeText, Texts},
};

/// One thing that lives on, with the words that place it: its series, the day, the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastingRow<'a> {
    /// The thing.
    pub item: &'a Lasting,
    /// Where it was said; empty where the page says it already.
    pub place: String,
}

/// Lays out what lives on, each kind under its heading; a kind without any is left out.
pub fn lasting(rows: &[LastingRow<'_>], width: usize, texts: &Texts) -> Document {
    let mut blocks = Vec::new();
    for tag in KINDS {
        let of: Vec<&LastingRow<'_>> = rows.iter().filter(|row| row.item.tag() == tag).collect();
        if !of.is_empty() {
            blocks.push(Block::Heading(heading(tag, texts)));
            blocks.extend(of.into_iter().map(|row| block(row, *texts)));
        }
    }
    Document { width, blocks }
}

/// Returns the blocks of what a session began with.
pub(super) fn carried(items: &[Lasting], texts: Texts) -> Vec<Block> {
    let row = |item| LastingRow {
        item,
        place: String::new(),
    };
    items.iter().map(|item| block(&row(item), texts)).collect()
}

fn heading(tag: Tag, texts: &Texts) -> String {
    match tag {
        Tag::WantData => t!(texts, "report-want-data"),
        Tag::WhoMore => t!(texts, "report-who-more"),
        _ => t!(texts, "report-heading-steps"),
    }
}

pub(super) fn block(row: &LastingRow<'_>, texts: Texts) -> Block {
    let item = row.item;
    let said = |words: Option<&SafeText>| steps::said(words);
    let below = below(row, texts);
    if item.tag() == Tag::NextStep {
        return Block::Step(StepBlock {
            id: item.id,
            status: item.status,
            who: said(item.who.as_ref()).unwrap_or_else(|| t!(texts, "report-who")),
            what: item.what.trim_end().to_owned(),
            when: said(item.when.as_ref()).unwrap_or_else(|| t!(texts, "report-when")),
            below,
        });
    }
    let text = if below.is_empty() {
        item.what.to_string()
    } else {
        format!("{} ({below})", item.what.trim_end())
    };
    Block::Note(NoteBlock {
        id: item.id,
        text,
        chart: None,
    })
}

fn below(row: &LastingRow<'_>, texts: Texts) -> String {
    let item = row.item;
    let mut parts = Vec::new();
    if !row.place.is_empty() {
        parts.push(row.place.clone());
    }
    if let Some(cause) = item.from.first() {
        let ids: Vec<String> = item.from.iter().map(ToString::to_string).collect();
        let because = item
            .because
            .as_ref()
            .filter(|words| !words.trim().is_empty());
        parts.push(match because {
            Some(words) if item.from.len() == 1 => {
                t!(
                    texts,
                    "series-from",
                    note = cause.to_string(),
                    words = words
                )
            }
            _ => t!(texts, "report-from", notes = ids.join(", ")),
        });
    }
    parts.extend(later(
        item.status,
        [
            item.why.as_ref(),
            item.indicator.as_ref(),
            item.again.as_ref(),
        ],
        texts,
    ));
    parts.join(", ")
}

/// Says what was told of a step afterwards: how it stands and why, what will show its effect, when to look again.
pub(super) fn later(
    status: Status,
    [why, indicator, again]: [Option<&SafeText>; 3],
    texts: Texts,
) -> Vec<String> {
    let mut parts = Vec::new();
    let stands = steps::status(status, texts);
    parts.extend(match (stands, steps::said(why)) {
        (Some(stands), Some(why)) => Some(format!("{stands}: {why}")),
        (stands, why) => stands.or(why),
    });
    if let Some(indicator) = steps::said(indicator) {
        parts.push(t!(texts, "series-indicator", words = indicator));
    }
    if let Some(again) = steps::said(again) {
        parts.push(t!(texts, "series-again", words = again));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        report::plain,
        text::{Lang, Moment},
    };

    fn items() -> [Lasting; 3] {
        [
            Lasting {
                id: "S1".parse().unwrap(),
                at: Moment(1),
                who: Some("Anna (elevhälsa)".into()),
                what: "ring fritidsgården om torsdagar".into(),
                when: Some("v49".into()),
                from: vec!["N18".parse().unwrap()],
                because: Some("ingen säger något om torsdagar".into()),
                indicator: Some("N15613".into()),
                again: Some("våren 2027".into()),
                ..Lasting::default()
            },
            Lasting {
                id: "S2".parse().unwrap(),
                what: "bjud in en ungdom".into(),
                status: Status::Dropped,
                why: Some("ingen tid".into()),
                ..Lasting::default()
            },
            Lasting {
                id: "F2".parse().unwrap(),
                what: "frånvaro per veckodag".into(),
                ..Lasting::default()
            },
        ]
    }

    #[test]
    fn a_page_of_what_is_open() {
        let items = items();
        let rows: Vec<LastingRow<'_>> = items
            .iter()
            .map(|item| LastingRow {
                item,
                place: "skola 2026, 2026-11-17".to_owned(),
            })
            .collect();
        let page = lasting(&rows, 78, &Texts::new(Lang::Sv)).to_text();
        insta::assert_snapshot!(plain(&page), @r"
        == NÄSTA STEG ================================================================
         [ ] S1   Anna (elevhälsa)  ring fritidsgården om torsdagar               v49
                  skola 2026, 2026-11-17, ur N18: ingen säger något om torsdagar, syns
                  i N15613, titta igen våren 2027
         [-] S2   vem?              bjud in en ungdom                             när?
                  skola 2026, 2026-11-17, blev inte av: ingen tid

        == Data vi vill se ===========================================================
         F2   frånvaro per veckodag (skola 2026, 2026-11-17)
        ");
    }
}
