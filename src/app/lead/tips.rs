//! One private line of advice at a time, and the sentences and questions that help the talk on.

use std::sync::Arc;

use crate::{
    app::lead::{Cx, Lead},
    domain::{
        Form,
        reading::Reading,
        tip::{self, Heeded, Sentence, Tips},
    },
    input::Mode,
    t,
    text::{Lang, Moment, SafeText, Span, Texts},
};

/// After a tip was dismissed the next one waits so long.
const REST: Span = Span::minutes(1);

/// What advises who leads.
#[derive(Clone, Debug, Default)]
pub struct Guide {
    /// The rules; none where tips are off.
    pub tips: Arc<Tips>,
    /// What is left out.
    pub heeded: Heeded,
    /// Words of a line that waits for the second dialogue; none where that is off.
    pub part_two: Arc<Vec<String>>,
    /// When a tip was last dismissed.
    pub(in crate::app) rested: Option<Moment>,
    /// How many focus sentences and follow-up questions were brought.
    pub(in crate::app) turns: (usize, usize),
}

impl Guide {
    /// Advises by these rules.
    pub fn new(tips: Tips, heeded: Heeded) -> Self {
        Self {
            tips: Arc::new(tips),
            heeded,
            ..Self::default()
        }
    }
}

impl Lead {
    /// Returns the tip of the moment with its rule; none while somebody types, while something else is said, and in windows that do not lead.
    pub fn tip(&self, reading: &Reading, texts: &Texts) -> Option<(String, tip::Tip<'_>)> {
        let quiet = matches!(self.mode(), Mode::Lead | Mode::NoteList) && self.echo.is_none();
        quiet.then(|| self.advice(reading, texts)).flatten()
    }

    /// The same, whatever else is open or said.
    pub fn advice(&self, reading: &Reading, texts: &Texts) -> Option<(String, tip::Tip<'_>)> {
        let rests = self
            .guide
            .rested
            .is_some_and(|rested| reading.at - rested < REST);
        if !self.leads() || rests {
            return None;
        }
        let guide = &self.guide;
        let tip = tip::choose(&guide.tips, &self.session, reading, &guide.heeded)?;
        let words = in_language(&tip.rule.sv, &tip.rule.en, texts)
            .replace("{who}", &tip.who)
            .replace("{step}", &tip.step)
            .replace("{minutes}", &tip.minutes.to_string())
            .replace("{waiting}", &tip.waiting.to_string());
        Some((words, tip))
    }

    /// `.`: the tip goes, and does not come again in this stage.
    pub(in crate::app) fn dismiss(&mut self, cx: &Cx<'_>) {
        let reading = self.reading(cx);
        let tip = self.tip(&reading, cx.texts);
        let Some(dismissed) = tip.map(|(_, tip)| (tip.stage, tip.rule.id.clone())) else {
            return;
        };
        self.guide.heeded.dismissed.insert(dismissed);
        self.guide.rested = Some(cx.now);
    }

    /// `f`: a sentence that turns the talk back to wellbeing; pressed again the next one.
    pub(in crate::app) fn focus(&mut self, cx: &Cx<'_>) {
        let tips = Arc::clone(&self.guide.tips);
        let place = self.guide.turns.0;
        let Some(Sentence { sv, en }) = tips.focus.get(place % tips.focus.len().max(1)) else {
            return self.say(t!(cx.texts, "echo-no-focus"), cx);
        };
        self.guide.turns.0 = place + 1;
        let say = in_language(sv, en, cx.texts).on_one_line().into_owned();
        self.say(t!(cx.texts, "echo-focus", say = say), cx);
    }

    /// `F`: a follow-up question of the stage; pressed again the next one.
    pub(in crate::app) fn follow_up(&mut self, cx: &Cx<'_>) {
        let place = self.guide.turns.1;
        let stage = self.session.current().map(|(_, stage)| stage);
        let questions = stage.map_or(&[][..], |stage| &stage.follow_ups);
        let Some(question) = questions.get(place % questions.len().max(1)) else {
            return self.say(t!(cx.texts, "echo-no-follow-up"), cx);
        };
        let words = t!(
            cx.texts,
            "echo-follow-up",
            ask = question.on_one_line().into_owned()
        );
        self.guide.turns.1 = place + 1;
        self.say(words, cx);
    }

    /// Returns the line for the chat while the group thinks alone or talks in pairs.
    pub(in crate::app) fn chat_line(&self, cx: &Cx<'_>) -> Option<SafeText> {
        let (form, left) = self.reading(cx).form?;
        if form == Form::All || left.0 <= 0 {
            return None;
        }
        let stage = self.session.current().map(|(_, stage)| stage)?;
        let ask = stage
            .ask
            .first()
            .map_or_else(String::new, |ask| ask.on_one_line().into_owned());
        let line = if form == Form::Returning {
            t!(cx.texts, "chat-back")
        } else {
            t!(cx.texts, "chat-pairs", ask = ask)
        };
        Some(SafeText::line(&line))
    }
}

fn in_language<'a>(sv: &'a SafeText, en: &'a SafeText, texts: &Texts) -> &'a SafeText {
    match texts.lang() {
        Lang::Sv => sv,
        Lang::En => en,
    }
}
