//! The minutes: the same headings every time, in the same order, next steps first.

mod about;
mod charts;
mod head;
mod times;

pub(super) use times::fitted;

use std::collections::BTreeSet;

use crate::{
    chart::Glyphs,
    domain::{Note, NoteId, OpenEnds, Participant, Plan, Session, Tag, chart::ChartId},
    format::tag,
    report::{Block, Document, NoteBlock, Options, lasting, steps},
    t,
    text::{Moment, Texts},
};

/// Writes the minutes of a session, running or finished, in the language of `texts`; the session's own words stay as they were written.
pub fn minutes(session: &Session, options: &Options, texts: &Texts) -> Document {
    let writer = Writer {
        session,
        options,
        texts: *texts,
    };
    let mut blocks = writer.head();
    for (place, (heading, found, empty)) in writer.sections().into_iter().enumerate() {
        // What the session began with stands behind what it ended with.
        if place == 1 && !writer.plan().carried.is_empty() {
            blocks.push(Block::Heading(t!(texts, "series-heading-carried")));
            blocks.extend(lasting::carried(&writer.plan().carried, *texts));
        }
        if place == 1 {
            blocks.extend(writer.words());
        }
        blocks.push(Block::Heading(heading));
        if found.is_empty() {
            blocks.push(Block::Quiet(empty));
        }
        blocks.extend(found);
    }
    Document {
        width: options.width,
        blocks,
    }
}

/// Tells whether a note stands in minutes at all: shown, and neither a private line nor in the inbox.
pub(super) fn is_public(note: &Note) -> bool {
    note.is_visible() && note.body.tag.is_of_dialogue()
}

/// Returns a note's words, with the mark of something missed, which is searched for, and who it speaks for where that is asked.
pub(super) fn words(note: &Note, voice: Option<&str>) -> String {
    let mut words = note.body.text.trim_end().to_owned();
    let mut add = |after: &str| {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(after);
    };
    if note.body.missed && !note.body.text.contains("@@") {
        add("@@");
    }
    if let Some(voice) = voice {
        add(&format!("({voice})"));
    }
    words
}

/// Returns the perspective a note speaks for; never a name of somebody on the roster.
pub(super) fn voice(session: &Session, note: &Note) -> Option<String> {
    let voice = note.body.voice.as_ref()?.trim();
    let named = |one: &&Participant| {
        one.name
            .as_ref()
            .is_some_and(|name| name.trim().to_lowercase() == voice.to_lowercase())
    };
    let participants = &session.plan().participants;
    let perspective = participants
        .iter()
        .find(named)
        .map_or(voice, |one| one.perspective.trim());
    (!perspective.is_empty()).then(|| perspective.to_owned())
}

/// Returns the public notes that a step came from.
pub(super) fn sources(session: &Session, step: &Note) -> Vec<NoteId> {
    let public = |id: &&NoteId| session.note(**id).is_some_and(is_public);
    step.body.from.iter().filter(public).copied().collect()
}

/// Returns the blocks of one kind of notes, of those said at a time that is wanted.
pub(super) fn notes_of(
    session: &Session,
    tag: Tag,
    options: &Options,
    texts: Texts,
    wanted: impl Fn(Moment) -> bool,
) -> Vec<Block> {
    let writer = Writer {
        session,
        options,
        texts,
    };
    let notes = session.tagged(tag).filter(|note| wanted(note.wall));
    notes
        .map(|note| writer.note(note, note.body.chart))
        .collect()
}

/// Leaves out of a note's words the one that they stand under.
fn without_word(block: Block, note: &Note, said: &str) -> Block {
    match block {
        Block::Note(block) => Block::Note(NoteBlock {
            text: block.text.replacen(note.body.text.trim_end(), said, 1),
            ..block
        }),
        other => other,
    }
}

/// The kinds that stand under what we see.
const SEEN: [Tag; 3] = [Tag::See, Tag::SeeMore, Tag::DataError];

fn first_upper(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

struct Writer<'a> {
    session: &'a Session,
    options: &'a Options,
    texts: Texts,
}

impl<'a> Writer<'a> {
    fn plan(&self) -> &'a Plan {
        self.session.plan()
    }

    /// Returns every section: its heading, what stands in it, and what to say when nothing does.
    fn sections(&self) -> [(String, Vec<Block>, String); 10] {
        let texts = self.texts;
        let nothing = || t!(texts, "report-nothing");
        [
            (
                self.heading(&[Tag::NextStep], t!(texts, "report-heading-steps")),
                steps::blocks(self.session, texts, |_| true),
                t!(texts, "report-no-steps"),
            ),
            (
                self.heading(&[Tag::TakeWithUs], t!(texts, "report-heading-take")),
                self.notes(Tag::TakeWithUs),
                nothing(),
            ),
            (
                self.heading(&[Tag::Reflection], t!(texts, "report-heading-reflection")),
                self.notes(Tag::Reflection),
                nothing(),
            ),
            (
                self.heading(
                    &[Tag::Surprise, Tag::Wonder, Tag::Idea],
                    t!(texts, "report-heading-surprise"),
                ),
                self.groups(&[
                    (Tag::Surprise, t!(texts, "report-surprises")),
                    (Tag::Wonder, t!(texts, "report-wonders")),
                    (Tag::Idea, t!(texts, "report-ideas")),
                ]),
                nothing(),
            ),
            (
                self.heading(
                    &[Tag::WantData, Tag::WhoMore],
                    t!(texts, "report-heading-missing"),
                ),
                self.groups(&[
                    (Tag::WantData, t!(texts, "report-want-data")),
                    (Tag::WhoMore, t!(texts, "report-who-more")),
                ]),
                nothing(),
            ),
            (
                self.heading(&SEEN, t!(texts, "report-heading-see")),
                self.charts(),
                nothing(),
            ),
            (
                t!(texts, "report-heading-left"),
                self.left(),
                t!(texts, "report-nothing-left"),
            ),
            (
                t!(texts, "report-heading-times"),
                self.times(),
                t!(texts, "report-no-agenda"),
            ),
            (
                t!(texts, "report-heading-room"),
                self.room(),
                t!(texts, "report-no-room"),
            ),
            (t!(texts, "report-heading-method"), self.method(), nothing()),
        ]
    }

    /// Returns the session's own word for a kind, where it has one.
    fn own(&self, tag: Tag) -> Option<String> {
        self.plan().own_words(tag)?;
        Some(tag::name(tag, self.plan(), self.texts))
    }

    /// Names a section by the session's own words for the kinds in it, where it has any; else as the method does.
    fn heading(&self, tags: &[Tag], standard: String) -> String {
        let own: Vec<String> = tags.iter().filter_map(|tag| self.own(*tag)).collect();
        if own.is_empty() {
            standard
        } else {
            own.join(", ").to_uppercase()
        }
    }

    fn note(&self, note: &Note, chart: Option<ChartId>) -> Block {
        let voice = self.voice(note);
        let mut text = words(note, voice.as_deref());
        if note.body.continues {
            let goes_on = match self.options.glyphs {
                Glyphs::Ascii => "..",
                _ => "…",
            };
            text = format!("{goes_on} {text}");
        }
        if note.body.tag == Tag::DataError && self.own(Tag::DataError).is_none() {
            text = t!(self.texts, "report-data-error", words = text);
        }
        if note.body.settled {
            text = format!("{text} [{}]", t!(self.texts, "report-settled"));
        }
        Block::Note(NoteBlock {
            id: note.id,
            text,
            chart: chart.map(|chart| chart.to_string()),
        })
    }

    /// Returns the perspective a note speaks for, where that is asked; never a name of somebody on the roster.
    fn voice(&self, note: &Note) -> Option<String> {
        let asked = self.options.with_perspectives;
        asked.then(|| voice(self.session, note)).flatten()
    }

    fn notes(&self, tag: Tag) -> Vec<Block> {
        self.session
            .tagged(tag)
            .filter(|note| self.session.word_of(note).is_none())
            .map(|note| self.note(note, note.body.chart))
            .collect()
    }

    /// Returns what was said under each of the words the talk went through, and which of them nobody spoke of.
    fn words(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (word, notes) in self.session.under_words() {
            if blocks.is_empty() {
                blocks.push(Block::Heading(t!(self.texts, "report-heading-words")));
            }
            blocks.push(Block::Subheading(word.on_one_line().into_owned()));
            if notes.is_empty() {
                blocks.push(Block::Quiet(t!(self.texts, "report-word-unsaid")));
            }
            for (note, said) in notes {
                let whole = self.note(note, note.body.chart);
                blocks.push(without_word(whole, note, said));
            }
        }
        blocks
    }

    /// Returns the notes of several kinds, each kind under its own name.
    fn groups(&self, kinds: &[(Tag, String)]) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (tag, name) in kinds {
            let notes = self.notes(*tag);
            if !notes.is_empty() {
                let own = self.own(*tag).map(|own| first_upper(&own));
                blocks.push(Block::Subheading(own.unwrap_or_else(|| name.clone())));
                blocks.extend(notes);
            }
        }
        blocks
    }

    /// Returns what was parked, what nobody has read of the chat, which stages were not reached, and which lines are to be filled in.
    fn left(&self) -> Vec<Block> {
        let texts = self.texts;
        let mut blocks = self.notes(Tag::Parked);
        // Somebody wrote it for all, and nobody has said yet that it may go.
        let unread: Vec<Block> = self
            .session
            .inbox()
            .map(|note| self.note(note, None))
            .collect();
        if !unread.is_empty() {
            blocks.push(Block::Subheading(t!(texts, "report-inbox")));
            blocks.extend(unread);
        }
        let ends = OpenEnds::of(self.session);
        let ids = |notes: &[&Note]| {
            let ids: Vec<String> = notes.iter().map(|note| note.id.to_string()).collect();
            ids.join(", ")
        };
        for (label, text) in [
            (t!(texts, "report-not-reached"), self.not_reached()),
            (t!(texts, "report-skipped"), self.skipped()),
            (t!(texts, "report-to-fill-in"), ids(&ends.missed)),
            (t!(texts, "report-nobody-yet"), ids(&ends.steps_without_who)),
        ] {
            if !text.is_empty() {
                blocks.push(Block::Paragraph { label, text });
            }
        }
        blocks
    }

    /// Returns the ids of every note that stands in the minutes.
    fn public(&self) -> BTreeSet<NoteId> {
        self.session
            .notes()
            .filter(|note| is_public(note))
            .map(|note| note.id)
            .collect()
    }
}
