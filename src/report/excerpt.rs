//! A part of the minutes: some kinds of notes, or what was said from a time on.

use crate::{
    domain::{Session, Tag},
    format::tag,
    report::{Block, Document, Options, minutes, steps},
    t,
    text::{Moment, Texts},
};

/// What of the minutes is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// Only these kinds; every kind where none is named.
    pub only: Vec<Tag>,
    /// Only what was said from here on.
    pub since: Option<Moment>,
}

/// Writes that part: each kind under its name, in the order the method asks.
pub fn excerpt(session: &Session, wanted: &Excerpt, options: &Options, texts: &Texts) -> Document {
    let whole = minutes(session, options, texts);
    let title = whole.blocks.into_iter().take(1);
    let mut blocks: Vec<Block> = title.collect();
    let since = |at: Moment| wanted.since.is_none_or(|since| at >= since);
    let mut any = false;
    for tag in Tag::CHOICES {
        if !wanted.only.is_empty() && !wanted.only.contains(&tag) {
            continue;
        }
        let found: Vec<Block> = if tag == Tag::NextStep {
            steps::blocks(session, *texts, since)
        } else {
            minutes::notes_of(session, tag, options, *texts, since)
        };
        if !found.is_empty() {
            any = true;
            blocks.push(Block::Heading(tag::name(tag, session.plan(), *texts)));
            blocks.extend(found);
        }
    }
    if !any {
        blocks.push(Block::Quiet(t!(texts, "report-nothing")));
    }
    Document {
        width: options.width,
        blocks,
    }
}
