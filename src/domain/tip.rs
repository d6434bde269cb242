//! Tips for who leads: plain rules, kept as data, and which of them fits the moment.
//!
//! At most one is said at a time, and none is about a person. The rules look at what was noted and marked and at the clock; they hear
//! nothing.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::{
    domain::{
        agenda::Form,
        closing::{OpenEnd, open_ends},
        id::StageId,
        note::{Note, Tag},
        plan::{Held, Stage, StageKind},
        reading::{Phase, Reading},
        session::Session,
    },
    text::{SafeText, Span},
};

/// The stages a rule holds in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Where {
    /// All but the closing.
    #[default]
    Any,
    /// Every dialogue.
    Dialogue,
    /// The first dialogue: what do we see?
    First,
    /// The dialogues after it.
    Second,
    /// The closing.
    Closing,
}

/// What must be so for a rule to fit.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum When {
    /// Nothing was noted or marked for so many minutes; only with the silence clock.
    Quiet(u16),
    /// No note of these kinds was written in the stage.
    Lacks(Vec<Tag>),
    /// At least so many perspectives were not heard in the stage.
    Unheard(usize),
    /// The last note, not older than three minutes, holds one of these words or begins one with it.
    Said(Vec<String>),
    /// The group works so.
    Works(Form),
    /// The talk in pairs has passed from so many per cent up to so many.
    Pairs(u8, u8),
    /// The closing must begin within so many minutes.
    ClosingIn(u16),
    /// There is no next step.
    NoSteps,
    /// A next step has nobody.
    StepWithoutWho,
    /// Young people are around the table.
    Young,
    /// Notes of the first dialogue wait to be read out.
    Waiting,
    /// Nothing else.
    Always,
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its name, by which it is turned off or replaced.
    pub id: String,
    /// The stages it holds in.
    #[serde(default)]
    pub stage: Where,
    /// At least so many per cent of the stage have passed.
    #[serde(default)]
    pub after: u8,
    /// Only in a video call, or only in one room.
    #[serde(default)]
    pub held: Option<Held>,
    /// What must be so.
    pub when: When,
    /// What is said, in Swedish.
    pub sv: SafeText,
    /// What is said, in English.
    pub en: SafeText,
}

/// A sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    /// In Swedish.
    pub sv: SafeText,
    /// In English.
    pub en: SafeText,
}

/// All that is kept as data about tips.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename = "Tips", default, deny_unknown_fields)]
pub struct Tips {
    /// The rules, the most wanted first.
    pub rules: Vec<Rule>,
    /// Sentences that turn the talk back to wellbeing.
    pub focus: Vec<Sentence>,
    /// Words of perspectives that are young people's own.
    pub young: Vec<String>,
    /// Words of a line that explains or demands.
    pub explains: Vec<String>,
}

impl Tips {
    /// Takes a person's own into the ones that ship: a rule of the same name in its place, the others after; lists as a whole.
    #[must_use]
    pub fn with(mut self, own: Self) -> Self {
        for rule in own.rules {
            match self.rules.iter_mut().find(|known| known.id == rule.id) {
                Some(known) => *known = rule,
                None => self.rules.push(rule),
            }
        }
        if !own.focus.is_empty() {
            self.focus = own.focus;
        }
        if !own.young.is_empty() {
            self.young = own.young;
        }
        if !own.explains.is_empty() {
            self.explains = own.explains;
        }
        self
    }
}

/// What is left out of what could be said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heeded {
    /// Rules that are turned off.
    pub off: BTreeSet<String>,
    /// Rules that were dismissed in a stage.
    pub dismissed: BTreeSet<(StageId, String)>,
    /// The silence clock is on.
    pub silence: bool,
}

/// A rule that fits, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tip<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// The stage it is said in.
    pub stage: StageId,
    /// A perspective.
    pub who: String,
    /// The id of a next step.
    pub step: String,
    /// Whole minutes.
    pub minutes: i64,
    /// How many notes wait.
    pub waiting: usize,
}

/// A note is what is being talked about for so long.
const RECENT: Span = Span::minutes(3);

/// Finds the first rule that fits a moment.
pub fn choose<'a>(
    tips: &'a Tips,
    session: &Session,
    reading: &Reading,
    heeded: &Heeded,
) -> Option<Tip<'a>> {
    let now = reading.now.as_ref()?;
    let stage = session.plan().stages.get(now.place)?;
    if reading.phase != Phase::Running || session.is_hidden() || session.writing_paused() {
        return None;
    }
    let moment = Moment {
        tips,
        session,
        reading,
        heeded,
        stage,
        passed: (now.spent.0 * 100)
            .checked_div(now.fitted.0)
            .unwrap_or_default(),
    };
    tips.rules.iter().find_map(|rule| moment.tip(rule))
}

/// What the rules look at.
struct Moment<'a> {
    tips: &'a Tips,
    session: &'a Session,
    reading: &'a Reading,
    heeded: &'a Heeded,
    stage: &'a Stage,
    passed: i64,
}

impl Moment<'_> {
    fn tip<'r>(&self, rule: &'r Rule) -> Option<Tip<'r>> {
        let id = &rule.id;
        let dismissed = (self.stage.id.clone(), id.clone());
        let said = self.heeded.off.contains(id) || self.heeded.dismissed.contains(&dismissed);
        let held = self.session.plan().held.unwrap_or_default();
        let elsewhere = rule.held.is_some_and(|wanted| wanted != held);
        if said || elsewhere || !self.is_here(rule.stage) || self.passed < i64::from(rule.after) {
            return None;
        }
        let mut tip = Tip {
            rule,
            stage: self.stage.id.clone(),
            who: String::new(),
            step: String::new(),
            minutes: 0,
            waiting: self.session.waiting_count(),
        };
        self.fits(&rule.when, &mut tip).then_some(tip)
    }

    fn is_here(&self, place: Where) -> bool {
        let dialogues = || {
            let stages = self.session.plan().stages.iter();
            stages.filter(|stage| stage.kind == StageKind::Dialogue)
        };
        let kind = self.stage.kind;
        let first = dialogues().next().map(|first| &first.id) == Some(&self.stage.id);
        match place {
            Where::Any => kind != StageKind::Closing,
            Where::Dialogue => kind == StageKind::Dialogue,
            Where::First => kind == StageKind::Dialogue && first,
            Where::Second => kind == StageKind::Dialogue && !first,
            Where::Closing => kind == StageKind::Closing,
        }
    }

    /// The notes of the stage's last stay, the newest first.
    fn notes(&self) -> impl Iterator<Item = &Note> {
        let from = self.session.timeline().current().map(|visit| visit.from);
        let notes = self.session.notes().rev();
        notes
            .take_while(move |note| from.is_some_and(|from| note.wall >= from))
            .filter(|note| note.body.tag.is_of_dialogue())
    }

    fn fits(&self, when: &When, tip: &mut Tip<'_>) -> bool {
        match when {
            When::Quiet(minutes) => {
                let whole = self.quiet().0 / 60_000;
                tip.minutes = whole;
                self.heeded.silence && whole >= i64::from(*minutes)
            }
            When::Lacks(tags) => {
                let from = self.session.timeline().current().map(|visit| visit.from);
                let last = |tag: &Tag| self.session.tagged(*tag).next_back();
                // A kind that this meeting has no use for is not missed.
                let kinds = self.session.plan().kinds();
                tags.iter().any(|tag| kinds.contains(tag))
                    && !tags
                        .iter()
                        .any(|tag| last(tag).map(|note| note.wall) >= from)
            }
            When::Unheard(least) => {
                let perspectives = self.session.perspectives(&self.stage.id);
                let mut unheard: Vec<_> = perspectives.iter().filter(|one| !one.heard).collect();
                unheard.sort_by_key(|one| one.ever);
                tip.who = unheard
                    .first()
                    .map_or_else(String::new, |one| capital(one.words));
                // Where nobody was marked at all, nobody marks.
                unheard.len() >= *least && unheard.len() < perspectives.len()
            }
            When::Said(words) => self.notes().next().is_some_and(|note| {
                self.reading.at - note.wall <= RECENT && holds_word(&note.body.text, words)
            }),
            When::Works(wanted) => self.reading.form.is_some_and(|(form, _)| form == *wanted),
            When::Pairs(from, to) => self.pairs().is_some_and(|(passed, left)| {
                tip.minutes = left.0 / 60_000;
                (i64::from(*from)..i64::from(*to)).contains(&passed)
            }),
            When::ClosingIn(minutes) => self.reading.closing().is_some_and(|(_, left)| {
                tip.minutes = (left.0 + 59_999) / 60_000;
                left.0 > 0 && left <= Span::minutes(i64::from(*minutes))
            }),
            When::NoSteps => self.session.count(Tag::NextStep) == 0,
            When::StepWithoutWho => {
                let mut ends = open_ends(self.session);
                let step = ends.find(|(why, _)| *why == OpenEnd::WithoutWho);
                tip.step = step.map_or_else(String::new, |(_, note)| note.id.to_string());
                step.is_some()
            }
            When::Young => self.session.plan().participants.iter().any(|person| {
                let words = person.perspective.to_lowercase();
                let mut words = words.split(|c: char| !c.is_alphanumeric());
                words.any(|word| self.tips.young.iter().any(|young| young == word))
            }),
            When::Waiting => tip.waiting > 0,
            When::Always => true,
        }
    }

    /// How long nothing was noted or marked, since the stage began at the longest.
    fn quiet(&self) -> Span {
        let began = self.session.timeline().current().map(|visit| visit.from);
        let noted = self.notes().next().map(|note| note.wall);
        let last = noted.max(self.session.last_mark()).max(began);
        last.map_or(Span::ZERO, |last| self.reading.at - last)
    }

    /// How much of the talk in pairs has passed, and what is left of it.
    fn pairs(&self) -> Option<(i64, Span)> {
        let (form, left) = self.reading.form?;
        let whole = form.length().filter(|_| form == Form::Pair)?;
        Some(((whole - left).0 * 100 / whole.0.max(1), left))
    }
}

/// Tells whether a line explains or demands: it holds one of the words or phrases, each whole and in any letter case.
///
/// Whatever stands between words is passed over, so that "p.g.a." finds "p.g.a" too.
pub fn explains(line: &str, phrases: &[String]) -> bool {
    let words = |text: &str| -> Vec<String> {
        let text = text.to_lowercase();
        let words = text.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let line = words(line);
    phrases.iter().any(|phrase| {
        let phrase = words(phrase);
        !phrase.is_empty() && line.windows(phrase.len()).any(|here| *here == *phrase)
    })
}

fn capital(words: &str) -> String {
    let mut letters = words.trim().chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Tells whether a text holds one of the words, or a word that begins with one.
fn holds_word(text: &str, words: &[String]) -> bool {
    let text = text.to_lowercase();
    words.iter().any(|word| {
        text.match_indices(word.as_str()).any(|(at, _)| {
            let before = text.get(..at).unwrap_or_default();
            !before
                .chars()
                .next_back()
                .is_some_and(char::is_alphanumeric)
        })
    })
}
