//! What was decided before the meeting, and may be changed during it: title, slot, stages, charts, participants.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        chart::Chart, event::PlanPart, id::StageId, lasting::Lasting, note::Tag, schedule::Bounds,
    },
    text::{Moment, SafeText, Span, clock::Zone},
};

/// What a stage is for; it decides which panes matter and what the arrows do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum StageKind {
    /// Somebody presents.
    #[default]
    Talk,
    /// The charts are shown, rather fast (guide, agenda: data about 10 minutes).
    Data,
    /// Everybody talks.
    Dialogue,
    /// The closing, whose minutes are kept (guide, agenda: closing about 20 minutes).
    Closing,
}

/// The length of a stage: at least, wished, at most; whole minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minutes {
    /// At least so many.
    pub min: u16,
    /// So many are wished.
    pub wish: u16,
    /// At most so many.
    pub max: u16,
}

impl Minutes {
    /// Makes a length that does not give.
    pub const fn fixed(minutes: u16) -> Self {
        Self {
            min: minutes,
            wish: minutes,
            max: minutes,
        }
    }

    /// Returns the same as the schedule counts it.
    pub fn bounds(self) -> Bounds {
        let span = |minutes: u16| Span::minutes(i64::from(minutes));
        Bounds {
            min: span(self.min),
            wish: span(self.wish),
            max: span(self.max),
        }
    }
}

/// One stage of the agenda and its script.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Its name within the session.
    pub id: StageId,
    /// Its title, in the session's language.
    pub title: SafeText,
    /// A shorter title for narrow agendas.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<SafeText>,
    /// What it is for.
    #[serde(default)]
    pub kind: StageKind,
    /// How long.
    pub minutes: Minutes,
    /// The tag of a note written during it.
    #[serde(default)]
    pub tag: Tag,
    /// What to say or show.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub present: Vec<SafeText>,
    /// The questions, the first one large.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ask: Vec<SafeText>,
    /// Follow-up questions, when the talk needs one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follow_ups: Vec<SafeText>,
    /// Words the talk goes through, such as the six of a model of working together: what is said under one begins with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<SafeText>,
    /// Left out without harm when time is short, such as concepts the group knows.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub skippable: bool,
}

/// A person in the room and what they speak for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// The digit that marks them, from 1.
    pub key: u8,
    /// The name, where it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<SafeText>,
    /// What they speak for.
    pub perspective: SafeText,
    /// Where they come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<SafeText>,
}

/// Where those who take part are (guide, step 6: that you meet matters more than how).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Held {
    /// Each at a screen, in a video call; what is taken to be where nobody said.
    #[default]
    Online,
    /// In one room.
    InRoom,
}

/// The time set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The planned start; without one the first Space decides.
    pub start: Option<Moment>,
    /// The length in minutes (guide, step 5: 75 to 90).
    pub minutes: u16,
}

impl Default for Slot {
    fn default() -> Self {
        Self {
            start: None,
            minutes: 90,
        }
    }
}

/// What a meeting calls one kind of note: "needs to pass on" for what we take with us.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TagWords {
    /// The kind.
    pub tag: Tag,
    /// What it is called here.
    pub words: SafeText,
}

/// Everything decided about a dialogue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The title.
    pub title: SafeText,
    /// One line above everything, such as what a demo wants said.
    pub notice: Option<SafeText>,
    /// The theme.
    pub theme: SafeText,
    /// What the talk is to reach.
    pub goal: SafeText,
    /// The purpose, shown beside "what do we take with us".
    pub purpose: SafeText,
    /// Why now.
    pub why_now: SafeText,
    /// The language of the session's own texts, `sv` or `en`.
    pub language: String,
    /// The time zone the times are shown in.
    pub zone: Zone,
    /// The name of the series it belongs to.
    pub series: Option<SafeText>,
    /// The time set aside.
    pub slot: Slot,
    /// A video call or a room, where that was decided.
    pub held: Option<Held>,
    /// What earlier sessions of the series left open, oldest first.
    pub carried: Vec<Lasting>,
    /// The four principles.
    pub principles: Vec<SafeText>,
    /// What the kinds of notes are called here, where the method's own words do not fit the meeting.
    pub tags: Vec<TagWords>,
    /// Who is there.
    pub participants: Vec<Participant>,
    /// The agenda.
    pub stages: Vec<Stage>,
    /// The charts, at most twelve (guide, step 3).
    pub charts: Vec<Chart>,
}

impl Plan {
    /// Returns a stage and its place in the agenda.
    pub fn stage(&self, id: &StageId) -> Option<(usize, &Stage)> {
        self.stages
            .iter()
            .enumerate()
            .find(|(_, stage)| stage.id == *id)
    }

    /// Returns the place of the closing, the last stage of that kind.
    pub fn closing(&self) -> Option<usize> {
        self.stages
            .iter()
            .rposition(|stage| stage.kind == StageKind::Closing)
    }

    /// Returns what a kind of note is called here, where the plan says so.
    pub fn own_words(&self, tag: Tag) -> Option<&SafeText> {
        let own = self.tags.iter().find(|own| own.tag == tag)?;
        Some(&own.words).filter(|words| !words.trim().is_empty())
    }

    /// Returns the words that the talk goes through, in the order of the agenda.
    pub fn words(&self) -> impl Iterator<Item = &SafeText> {
        self.stages.iter().flat_map(|stage| &stage.words)
    }

    /// Returns the word that a text is said under, and what is said: "Tillit: vi ringer varandra nu".
    pub fn under_word<'a>(&'a self, text: &'a str) -> Option<(&'a SafeText, &'a str)> {
        let (before, said) = text.split_once(':')?;
        let before = before.trim().to_lowercase();
        let word = self
            .words()
            .find(|word| word.trim().to_lowercase() == before)?;
        Some((word, said.trim()))
    }

    /// Returns the kinds that Tab walks through.
    ///
    /// Another kind of meeting names the kinds it is about, and the rest would only stand in the way: those it names, those its stages
    /// begin with, next step and parked. The marks of the note line reach every kind all the same.
    pub fn kinds(&self) -> Vec<Tag> {
        let own = |tag: &Tag| {
            self.own_words(*tag).is_some()
                || matches!(tag, Tag::NextStep | Tag::Parked)
                || self.stages.iter().any(|stage| stage.tag == *tag)
        };
        let all = Tag::CHOICES.into_iter();
        all.filter(|tag| self.tags.is_empty() || own(tag)).collect()
    }

    /// Changes one part of it.
    pub fn set(&mut self, part: &PlanPart) {
        match part {
            PlanPart::Title(text) => self.title.clone_from(text),
            PlanPart::Notice(text) => self.notice.clone_from(text),
            PlanPart::Theme(text) => self.theme.clone_from(text),
            PlanPart::Goal(text) => self.goal.clone_from(text),
            PlanPart::Purpose(text) => self.purpose.clone_from(text),
            PlanPart::WhyNow(text) => self.why_now.clone_from(text),
            PlanPart::Language(language) => self.language.clone_from(language),
            PlanPart::Zone(zone) => self.zone = zone.clone(),
            PlanPart::Series(series) => self.series.clone_from(series),
            PlanPart::Slot { start, minutes } => {
                self.slot = Slot {
                    start: *start,
                    minutes: *minutes,
                }
            }
            PlanPart::Held(held) => self.held = *held,
            PlanPart::Carried(carried) => self.carried.clone_from(carried),
            PlanPart::Principles(principles) => self.principles.clone_from(principles),
            PlanPart::Tags(tags) => self.tags.clone_from(tags),
            PlanPart::Participants(participants) => self.participants.clone_from(participants),
            PlanPart::Stages(stages) => self.stages.clone_from(stages),
            PlanPart::Chart(chart) => {
                match self.charts.iter_mut().find(|known| known.id == chart.id) {
                    Some(known) => *known = (**chart).clone(),
                    None => self.charts.push((**chart).clone()),
                }
            }
            PlanPart::Read(read) => {
                let known = self.charts.iter_mut().find(|known| known.id == read.id);
                if let Some(known) = known.filter(|known| known.source == read.source) {
                    known.body = read.body.clone();
                }
            }
            PlanPart::ChartOrder(ids) => {
                self.charts.retain(|chart| ids.contains(&chart.id));
                self.charts
                    .sort_by_key(|chart| ids.iter().position(|id| *id == chart.id));
            }
        }
    }
}
