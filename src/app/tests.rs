//! Flows: keys in, screen state and journal out, with a clock that stands still until it is told.

mod clock;
mod discreet;
mod flows;
mod group;
mod hands;
mod heard;
mod inbox;
mod making;
mod part_two;
mod preparing;
mod reading;
mod replay;
mod room;
mod saving;
mod searching;
mod showing;
mod six_words;
mod templates;
mod tidy;
mod tips;
mod walking;

use super::{lead::Lead, *};
use crate::{
    chart::Glyphs,
    domain::{
        Base, Draft, Entry, EntryId, Event, Hlc, Minutes, NoteId, Participant, Plan, SessionId,
        Slot, Stage, StageKind, Tag,
        chart::{Body, Chart, ChartId},
    },
    input::Chord,
    text::{Lang, Moment, SafeText, Span, Texts, clock::Zone},
};
use crossterm::event::KeyCode;

/// 2026-11-17 09:00 in Stockholm.
pub(super) const NINE: Moment = Moment(1_794_902_400_000);

/// A window, a clock, and a journal that answers at once, unless it is told not to.
pub(super) struct Rig {
    pub(super) model: Model,
    pub(super) now: Moment,
    pub(super) journal: Vec<Entry>,
    pub(super) others: Vec<Effect>,
    pub(super) disk_is_full: bool,
    pub(super) holds_back: bool,
    held: Vec<Draft>,
}

fn stage(id: &str, kind: StageKind, (min, wish, max): (u16, u16, u16), tag: Tag) -> Stage {
    Stage {
        id: id.into(),
        title: id.into(),
        kind,
        minutes: Minutes { min, wish, max },
        tag,
        ..Stage::default()
    }
}

pub(super) fn plan() -> Plan {
    let chart = |number| Chart::new(ChartId(number), "diagram", Body::Bars(Vec::new()));
    Plan {
        title: "Att trivas".into(),
        purpose: "Vi vill förstå".into(),
        zone: Zone::find("Europe/Stockholm").unwrap(),
        slot: Slot {
            start: Some(NINE),
            minutes: 90,
        },
        participants: [(1, "skola"), (2, "fritid")]
            .map(|(key, perspective)| Participant {
                key,
                perspective: perspective.into(),
                ..Participant::default()
            })
            .to_vec(),
        stages: vec![
            stage("welcome", StageKind::Talk, (10, 10, 10), Tag::See),
            stage("concepts", StageKind::Talk, (5, 5, 5), Tag::See),
            stage("data", StageKind::Data, (10, 10, 10), Tag::See),
            stage("dialogue-1", StageKind::Dialogue, (10, 20, 25), Tag::See),
            stage(
                "dialogue-2",
                StageKind::Dialogue,
                (10, 20, 25),
                Tag::Surprise,
            ),
            stage("closing", StageKind::Closing, (20, 20, 20), Tag::TakeWithUs),
        ],
        charts: (1..=3).map(chart).collect(),
        ..Plan::default()
    }
}

impl Rig {
    pub(super) fn new() -> Self {
        Self::on(
            Base {
                id: SessionId("one".to_owned()),
                plan: plan(),
                ..Base::default()
            },
            NINE,
        )
    }

    pub(super) fn on(base: Base, now: Moment) -> Self {
        let lead = Lead::new(crate::domain::Session::on(base), SafeText::line("one.ron"));
        let model = Model {
            dirty: false,
            ..Model::new(Texts::new(Lang::En), Screen::Lead(Box::new(lead)), now)
        };
        Self {
            model,
            now,
            journal: Vec::new(),
            others: Vec::new(),
            disk_is_full: false,
            holds_back: false,
            held: Vec::new(),
        }
    }

    pub(super) fn lead(&self) -> &Lead {
        match &self.model.screen {
            Screen::Lead(lead) => lead,
            _ => panic!("the leading window is not open"),
        }
    }

    pub(super) fn say(&mut self, msg: Msg) {
        let effects = update(&mut self.model, msg, self.now);
        for effect in effects {
            match effect {
                Effect::Append(draft) if self.holds_back => self.held.push(draft),
                Effect::Append(draft) => self.answer(draft),
                Effect::Retry(drafts) => drafts.into_iter().for_each(|draft| self.answer(draft)),
                other => self.others.push(other),
            }
        }
    }

    /// The store answers what it held back.
    pub(super) fn release(&mut self) {
        self.holds_back = false;
        for draft in std::mem::take(&mut self.held) {
            self.answer(draft);
        }
    }

    fn answer(&mut self, draft: Draft) {
        let ticket = draft.ticket;
        if self.disk_is_full {
            return self.say(Msg::Appended {
                ticket,
                answer: Err(SaveFailed::Disk("the disk is full".into())),
            });
        }
        let session = &self.lead().session;
        let stale =
            matches!(&draft.event, Event::Agenda { saw, .. } if *saw != session.agenda_head().1);
        if stale {
            return self.say(Msg::Appended {
                ticket,
                answer: Err(SaveFailed::AgendaMoved),
            });
        }
        let event = match draft.event {
            Event::NoteAdded { id, at, body } => Event::NoteAdded {
                id: NoteId::new(id.letter, session.next_number(id.letter)),
                at,
                body,
            },
            event => event,
        };
        let id = EntryId {
            seat: draft.seat,
            n: session.next_counter(draft.seat),
        };
        let entry = Entry {
            id,
            order: Hlc::after(session.clock(), draft.wall),
            wall: draft.wall,
            event,
        };
        self.journal.push(entry.clone());
        self.say(Msg::Appended {
            ticket,
            answer: Ok(Box::new(entry)),
        });
    }

    pub(super) fn later(&mut self, span: Span) -> &mut Self {
        self.now = self.now + span;
        self
    }

    pub(super) fn press(&mut self, chord: Chord) -> &mut Self {
        self.say(Msg::Key(Key::press(chord)));
        self
    }

    /// Presses letters and named keys, a tenth of a second apart: `"n n i tisdag <enter>"`; a blank alone stands for nothing.
    pub(super) fn keys(&mut self, keys: &str) -> &mut Self {
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let (chord, after) = match rest
                .strip_prefix('<')
                .and_then(|named| named.split_once('>'))
            {
                Some((name, after)) => (named(name), after),
                None => (
                    Chord::char(first),
                    rest.strip_prefix(first).unwrap_or_default(),
                ),
            };
            rest = after;
            self.press(chord);
            self.later(Span(100));
        }
        self
    }

    /// Types a line of notes: opens it, types, saves.
    pub(super) fn note(&mut self, line: &str) -> &mut Self {
        self.calmly("i").keys(line).keys("<enter><esc>")
    }

    /// Presses keys as a facilitator does, seconds apart.
    pub(super) fn calmly(&mut self, keys: &str) -> &mut Self {
        for key in keys.chars() {
            self.later(Span::seconds(2));
            self.press(Chord::char(key));
        }
        self
    }

    pub(super) fn echo(&self) -> &str {
        self.lead().echo.as_ref().map_or("", |echo| &echo.text)
    }

    pub(super) fn stage_now(&self) -> String {
        self.lead()
            .session
            .current()
            .map_or_else(String::new, |(_, stage)| stage.id.to_string())
    }

    pub(super) fn texts_of_notes(&self) -> Vec<String> {
        self.lead()
            .session
            .notes()
            .map(|note| format!("{} {:?} {}", note.id, note.body.tag, note.body.text))
            .collect()
    }
}

fn named(name: &str) -> Chord {
    match name {
        "enter" => Chord::ENTER,
        "esc" => Chord::ESC,
        "space" => Chord::SPACE,
        "backspace" => Chord::BACKSPACE,
        "tab" => Chord::key(KeyCode::Tab),
        "up" => Chord::key(KeyCode::Up),
        "down" => Chord::key(KeyCode::Down),
        "left" => Chord::key(KeyCode::Left),
        "right" => Chord::key(KeyCode::Right),
        "delete" => Chord::key(KeyCode::Delete),
        "end" => Chord::key(KeyCode::End),
        "home" => Chord::key(KeyCode::Home),
        "pageup" => Chord::key(KeyCode::PageUp),
        "pagedown" => Chord::key(KeyCode::PageDown),
        "f1" => Chord::key(KeyCode::F(1)),
        "f9" => Chord::key(KeyCode::F(9)),
        "ctrl-z" => Chord::ctrl('z'),
        "ctrl-c" => Chord::ctrl('c'),
        "ctrl-u" => Chord::ctrl('u'),
        other => panic!("no key is called {other}"),
    }
}
