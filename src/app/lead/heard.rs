//! Who was heard: a digit when somebody speaks, rounds with "pass", and the pause in which nothing is written down.
//!
//! It is about perspectives, never about persons, and nobody but who leads sees it.

use std::collections::VecDeque;

use crate::{
    app::{
        effect::Effect,
        lead::{Cx, Lead},
    },
    domain::{Event, StageId, StageKind, session::Perspective},
    input::{Action, Chord, Mode},
    t,
};

/// A round: everybody is asked once, and may pass.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct Round {
    /// The stage it is in; a new stage ends it.
    stage: StageId,
    /// Whose turn it is, and who comes then, by their digits.
    left: VecDeque<u8>,
}

impl Lead {
    /// Returns the perspectives around the table and whether they were heard in the running stage; none while charts are presented, and
    /// where nobody was named.
    pub fn heard_here(&self) -> Vec<Perspective<'_>> {
        match self.session.current() {
            Some((_, stage)) if stage.kind != StageKind::Data && !self.room.past => {
                self.session.perspectives(&stage.id)
            }
            _ => Vec::new(),
        }
    }

    /// Returns whose turn it is, and who comes then, while a round goes on.
    pub fn round(&self) -> Option<impl Iterator<Item = u8>> {
        let stage = self.session.current().map(|(_, stage)| &stage.id);
        let round = self.round.as_ref()?;
        let going = stage == Some(&round.stage) && !round.left.is_empty();
        going.then(|| round.left.iter().copied())
    }

    fn perspective_of_key(&self, key: u8) -> Option<String> {
        let people = &self.session.plan().participants;
        let person = people.iter().find(|person| person.key == key)?;
        Some(person.perspective.on_one_line().into_owned())
    }

    /// A digit: this perspective was heard.
    pub(in crate::app) fn hear(&mut self, chord: Chord, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let mut chords = cx.keymap.chords_in(Mode::Lead, Action::Heard);
        let Some(place) = chords.position(|known| known == chord) else {
            return;
        };
        let key = u8::try_from(place + 1).unwrap_or(u8::MAX);
        self.mark_heard(key, cx, out);
    }

    /// Marks that the perspective with this digit was heard.
    pub(in crate::app::lead) fn mark_heard(&mut self, key: u8, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let Some(words) = self.perspective_of_key(key) else {
            return self.say(t!(cx.texts, "echo-heard-nobody", key = key % 10), cx);
        };
        if self.session.current().is_none() {
            return self.say(t!(cx.texts, "echo-not-started"), cx);
        }
        self.draft(Event::Heard(key), cx, out);
        if self.round().is_none() {
            return self.say(t!(cx.texts, "echo-heard", who = words), cx);
        }
        if let Some(round) = &mut self.round {
            round.left.retain(|left| *left != key);
        }
        self.say_turn(cx);
    }

    /// `x`: begins a round; in a round who has the turn passes. Each round goes the other way than the one before.
    pub(in crate::app) fn pass(&mut self, cx: &Cx<'_>) {
        let Some((_, stage)) = self.session.current() else {
            return self.say(t!(cx.texts, "echo-not-started"), cx);
        };
        let stage = stage.id.clone();
        if self.round().is_some() {
            if let Some(round) = &mut self.round {
                round.left.pop_front();
            }
            return self.say_turn(cx);
        }
        let perspectives = self.session.perspectives(&stage);
        let mut left: VecDeque<u8> = perspectives.iter().map(|known| known.key).collect();
        if left.is_empty() {
            return self.say(t!(cx.texts, "echo-round-nobody"), cx);
        }
        if !self.rounds.is_multiple_of(2) {
            left = left.into_iter().rev().collect();
        }
        self.rounds += 1;
        self.round = Some(Round { stage, left });
        self.say_turn(cx);
    }

    fn say_turn(&mut self, cx: &Cx<'_>) {
        let turn = self.round().and_then(|mut left| left.next());
        let who = turn.and_then(|key| self.perspective_of_key(key));
        if who.is_none() {
            self.round = None;
        }
        let words = who.map_or_else(
            || t!(cx.texts, "echo-round-over"),
            |who| t!(cx.texts, "echo-turn", who = who),
        );
        self.say(words, cx);
    }

    /// `w`, F9, `/paus`: from here on nothing is written down, or it is again.
    pub(in crate::app) fn pause_writing(&mut self, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        let paused = !self.session.writing_paused();
        self.draft(Event::WritingPaused(paused), cx, out);
        if paused {
            // What stood on the line before was said before; it waits there.
            self.writing.open = false;
            self.say_unwritten(cx);
        } else {
            self.say(t!(cx.texts, "echo-written-again"), cx);
        }
    }

    /// Tells whether nothing is written down now, and says so.
    pub(in crate::app) fn is_unwritten(&mut self, cx: &Cx<'_>) -> bool {
        let paused = self.session.writing_paused();
        if paused {
            self.say_unwritten(cx);
        }
        paused
    }

    /// Another window paused it: the line closes, and what stood on it before was said before and waits there.
    pub(in crate::app) fn stop_writing(&mut self, cx: &Cx<'_>) {
        self.writing.open = false;
        self.say_unwritten(cx);
    }

    fn say_unwritten(&mut self, cx: &Cx<'_>) {
        let mode = if self.leads() {
            Mode::Lead
        } else {
            Mode::Writing
        };
        let key = cx.keymap.label(mode, Action::PauseWriting, cx.texts);
        self.say(t!(cx.texts, "echo-unwritten", key = key), cx);
    }
}
