//! Facts in the past tense, and who recorded them when: what the journal carries.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        agenda::Form,
        chart::{Chart, ChartId},
        id::{EntryId, Hlc, NoteId, Seat, StageId},
        lasting::Lasting,
        note::{Body, Status, Tag},
        plan::{Held, Participant, Stage, TagWords},
        room::Hand,
        shared::GroupAct,
    },
    text::{Moment, SafeText, Span, clock::Zone},
};

/// What the facilitator did to the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AgendaAct {
    /// A stage began, and the one before it ended. The first one begins the session.
    Entered(StageId),
    /// The stage's countdown stands still; the end stays.
    Paused,
    /// It goes on.
    Resumed,
    /// A stage got more or less time.
    Adjusted(StageId, Span),
    /// The meeting must end at another time.
    EndMoved(Moment),
    /// A stage is left out.
    Skipped(StageId),
    /// The running stage began earlier than the key was pressed.
    Backdated(Moment),
    /// The group thinks alone, talks in pairs, or all together.
    FormSet(Form),
    /// The dialogue ended.
    Closed(Moment),
}

/// One change of a note. Edits meet in the order of their clocks, whichever arrives first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoteEdit {
    /// Other words.
    Text(SafeText),
    /// Another kind.
    Tag(Tag),
    /// About another chart, or none.
    Chart(Option<ChartId>),
    /// Another voice, or none.
    Voice(Option<SafeText>),
    /// Moved to a stage by hand; none lets the time decide again.
    Stage(Option<StageId>),
    /// Something is missing, or was filled in.
    Missed(bool),
    /// Goes on from the note before, or does not.
    Continues(bool),
    /// Waits for the second dialogue, or does not any more.
    Waits(bool),
    /// Next step: who.
    Who(Option<SafeText>),
    /// Next step: when, as said.
    When(Option<SafeText>),
    /// Next step: the notes it came from.
    From(Vec<NoteId>),
    /// Next step: how it stands.
    Status(Status),
    /// Why it stands so.
    Why(Option<SafeText>),
    /// Next step: what will show its effect.
    Indicator(Option<SafeText>),
    /// Next step: when to look again.
    Again(Option<SafeText>),
    /// Parked: taken up.
    Settled(bool),
    /// Taken back (true), or brought again (false).
    Withdrawn(bool),
    /// Shown to the group as it stands now (true), or no more (false). Other words or another voice are not released with it.
    Released(bool),
}

impl NoteEdit {
    pub(super) fn onto(&self, body: &mut Body, withdrawn: &mut bool) {
        match self {
            Self::Text(text) => body.text.clone_from(text),
            Self::Tag(tag) => body.tag = *tag,
            Self::Chart(chart) => body.chart = *chart,
            Self::Voice(voice) => body.voice.clone_from(voice),
            Self::Stage(stage) => body.stage.clone_from(stage),
            Self::Missed(missed) => body.missed = *missed,
            Self::Continues(continues) => body.continues = *continues,
            Self::Waits(waits) => body.waits = *waits,
            Self::Who(who) => body.who.clone_from(who),
            Self::When(when) => body.when.clone_from(when),
            Self::From(from) => body.from.clone_from(from),
            Self::Status(status) => body.status = *status,
            Self::Why(why) => body.why.clone_from(why),
            Self::Indicator(indicator) => body.indicator.clone_from(indicator),
            Self::Again(again) => body.again.clone_from(again),
            Self::Settled(settled) => body.settled = *settled,
            Self::Withdrawn(taken) => *withdrawn = *taken,
            Self::Released(_) => {}
        }
    }

    /// Returns the edits that turn one body into another, field by field.
    pub fn between(old: &Body, new: &Body) -> Vec<Self> {
        let Body {
            tag,
            text,
            chart,
            voice,
            stage,
            missed,
            continues,
            waits,
            who,
            when,
            from,
            status,
            why,
            indicator,
            again,
            settled,
        } = new.clone();
        let mut edits = Vec::new();
        let mut say = |changed: bool, edit: Self| {
            if changed {
                edits.push(edit);
            }
        };
        say(old.tag != tag, Self::Tag(tag));
        say(old.text != text, Self::Text(text));
        say(old.chart != chart, Self::Chart(chart));
        say(old.voice != voice, Self::Voice(voice));
        say(old.stage != stage, Self::Stage(stage));
        say(old.missed != missed, Self::Missed(missed));
        say(old.continues != continues, Self::Continues(continues));
        say(old.waits != waits, Self::Waits(waits));
        say(old.who != who, Self::Who(who));
        say(old.when != when, Self::When(when));
        say(old.from != from, Self::From(from));
        say(old.status != status, Self::Status(status));
        say(old.why != why, Self::Why(why));
        say(old.indicator != indicator, Self::Indicator(indicator));
        say(old.again != again, Self::Again(again));
        say(old.settled != settled, Self::Settled(settled));
        edits
    }
}

/// One part of the plan, replaced as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PlanPart {
    /// The title.
    Title(SafeText),
    /// The line above everything.
    Notice(Option<SafeText>),
    /// The theme.
    Theme(SafeText),
    /// The goal.
    Goal(SafeText),
    /// The purpose.
    Purpose(SafeText),
    /// Why now.
    WhyNow(SafeText),
    /// The language of the session's texts.
    Language(String),
    /// The time zone.
    Zone(Zone),
    /// The series.
    Series(Option<SafeText>),
    /// The time set aside.
    Slot {
        /// The planned start.
        start: Option<Moment>,
        /// The length in minutes.
        minutes: u16,
    },
    /// A video call or a room.
    Held(Option<Held>),
    /// What earlier sessions of the series left open.
    Carried(Vec<Lasting>),
    /// The principles.
    Principles(Vec<SafeText>),
    /// What the kinds of notes are called.
    Tags(Vec<TagWords>),
    /// The participants.
    Participants(Vec<Participant>),
    /// The agenda.
    Stages(Vec<Stage>),
    /// One chart, new or changed.
    Chart(Box<Chart>),
    /// The charts that are left, in their order.
    ChartOrder(Vec<ChartId>),
    /// A chart as it was read from its file: what it shows, as long as it is taken from that file.
    Read(Box<Chart>),
}

/// The digit of a mark that was forgotten after the close; no participant has it.
pub const FORGOTTEN: u8 = 0;

/// A fact in the past tense.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// The journal began, on a base whose text has this SHA-256.
    Opened(String),
    /// The facilitator moved the agenda.
    Agenda {
        /// The term of the leading seat.
        term: u32,
        /// The last agenda entry the writer saw; a draft that saw an older one is handed back.
        saw: Option<EntryId>,
        /// What was done.
        act: AgendaAct,
    },
    /// Somebody wrote a note down.
    NoteAdded {
        /// Its id; a draft's has no number yet.
        id: NoteId,
        /// When it was said, where that is not when it was written (a file edited by hand).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Moment>,
        /// What it says.
        body: Body,
    },
    /// A note was changed: one act, one or several fields.
    NoteEdited {
        /// Which.
        id: NoteId,
        /// What changed.
        edits: Vec<NoteEdit>,
    },
    /// A note was removed for good; its words stand nowhere.
    Erased(NoteId),
    /// Other sessions of the series gave these ids: numbers run on after them.
    GivenElsewhere(Vec<NoteId>),
    /// The plan was changed.
    Planned(PlanPart),
    /// A chart came on the screen, or went.
    ChartShown(Option<ChartId>),
    /// The facilitator did something with what the group sees.
    Group(GroupAct),
    /// Somebody spoke: the digit of a participant; [`FORGOTTEN`] where the log has forgotten whose.
    Heard(u8),
    /// The dialogue is closed and its marks were forgotten: so many perspectives were heard in each stage.
    MarksForgotten(BTreeMap<StageId, u8>),
    /// From here on nothing is to be written down (true), or it is again (false).
    WritingPaused(bool),
    /// An act was taken back.
    TakenBack(EntryId),
    /// A window sat down, or says anew who writes in it.
    Seated {
        /// Whether it writes.
        hand: Hand,
        /// Who writes, as they want to be called in the other windows.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<SafeText>,
    },
    /// The seat leads from here on, in a new term.
    Led {
        /// The term that begins: one more than the one that ends.
        term: u32,
        /// The last agenda entry the seat saw; what the ended term did after it came too late.
        saw: Option<EntryId>,
    },
}

impl Event {
    /// Tells whether `u` takes it back. Looking at charts is not an act, nor is that their files or the sessions before were read, what is
    /// removed for good stays removed, and nothing comes before the group again by taking back.
    pub const fn can_be_taken_back(&self) -> bool {
        match self {
            Self::Agenda { .. } | Self::NoteAdded { .. } | Self::NoteEdited { .. } => true,
            Self::Heard(key) => *key != FORGOTTEN,
            Self::Planned(part) => !matches!(part, PlanPart::Read(_) | PlanPart::Carried(_)),
            Self::Opened(_)
            | Self::Erased(_)
            | Self::GivenElsewhere(_)
            | Self::ChartShown(_)
            | Self::Group(_)
            | Self::MarksForgotten(_)
            | Self::WritingPaused(_)
            | Self::TakenBack(_)
            | Self::Seated { .. }
            | Self::Led { .. } => false,
        }
    }
}

/// An event that has no place in the journal yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// A number of the program that wrote it, so that the answer finds it.
    pub ticket: u64,
    /// The seat that writes.
    pub seat: Seat,
    /// The wall clock when it was said.
    pub wall: Moment,
    /// What happened.
    pub event: Event,
}

/// An event with who, when and which: a line of the journal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Which.
    #[serde(rename = "e")]
    pub id: EntryId,
    /// Its place among the edits of one thing.
    #[serde(rename = "o")]
    pub order: Hlc,
    /// The wall clock, for schedule and screens.
    #[serde(rename = "w")]
    pub wall: Moment,
    /// What happened.
    #[serde(rename = "x")]
    pub event: Event,
}
