//! What the group sees: at every size, and never a word that was not released.

use std::collections::BTreeMap;

use super::{stage::Play, *};
use crate::{
    domain::{
        AgendaAct, Body, Event, Facing, GroupAct, NoteEdit, Participant, PlanPart, Shared,
        chart::ChartId,
    },
    text::{Moment, Texts},
};
use ratatui::{buffer::Buffer, layout::Rect};

fn settings() -> crate::app::Settings {
    dialogue(Lang::Sv).settings
}

fn drawn(play: &Play, at: Moment, (width, height): (u16, u16)) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    let shared = Shared::of(&play.session, at);
    crate::view::shared::draw(&shared, Texts::new(Lang::Sv), settings(), area, &mut buf);
    buf
}

/// A model whose window is what the group sees.
fn group(model: Model) -> Model {
    changed(model, |lead| lead.overlay = Some(Overlay::Group))
}

/// The same session, with something more done at the end.
fn after(model: Model, events: Vec<Event>) -> Model {
    let at = model.now;
    changed(model, |lead| {
        let mut play = Play::demo(Lang::Sv);
        play.session = lead.session.clone();
        play.goes_on();
        for event in events {
            play.event(at, event);
        }
        lead.session = play.session;
    })
}

fn released(numbers: &[u32]) -> Vec<Event> {
    numbers
        .iter()
        .map(|number| Event::NoteEdited {
            id: NoteId::new(Letter::N, *number),
            edits: vec![NoteEdit::Released(true)],
        })
        .collect()
}

#[test]
fn pages_at_every_size() {
    let sv = Lang::Sv;
    let chart = |id| Event::ChartShown(Some(ChartId(id)));
    let pages = [
        ("shared_question", group(closing(sv))),
        ("shared_data", group(data(sv))),
        ("shared_chart", group(after(dialogue(sv), vec![chart(3)]))),
        (
            "shared_notes",
            group(after(dialogue(sv), released(&[1, 3]))),
        ),
        (
            "shared_steps",
            group(after(closing(sv), vec![Event::Group(GroupAct::StepsShown)])),
        ),
        (
            "shared_hidden",
            group(after(dialogue(sv), vec![Event::Group(GroupAct::Hidden)])),
        ),
    ];
    for (name, model) in &pages {
        for size in SIZES {
            shot(name, model, size);
        }
    }
    shot("shared_ended", &group(ended(sv)), (80, 24));
    let cover = changed(dialogue(sv), |lead| lead.overlay = Some(Overlay::Cover));
    shot("shared_cover", &cover, (50, 30));
    shot("shared_cover", &cover, (40, 12));
    let mut ascii = group(data(Lang::En));
    ascii.settings.glyphs = Glyphs::Ascii;
    shot("shared_ascii", &ascii, (80, 24));
}

#[test]
fn every_chart_comes_through_a_call() {
    for place in 1..=12 {
        let model = group(after(
            data(Lang::Sv),
            vec![Event::ChartShown(Some(ChartId(place)))],
        ));
        for (width, height) in SIZES {
            let (buf, _) = draw(&model, width, height);
            let thin: String = text(&buf)
                .chars()
                .filter(|c| matches!(c, '─'..='╿' | '⠁'..='⣿' | '▏' | '▎' | '▍' | '▁' | '▂'))
                .collect();
            assert!(thin.is_empty(), "d{place} {width}×{height}: {thin}");
            for cell in &buf.content {
                assert_eq!(cell.fg, ratatui::style::Color::Reset);
                assert!(!cell.modifier.contains(ratatui::style::Modifier::DIM));
            }
        }
    }
}

/// One thing that happens in a random session: what, and to which note or chart.
type Happening = (u8, u8);

/// A random session, and the words that may be seen at its end: those released as they stand, and the steps while they are read.
struct Told {
    play: Play,
    at: Moment,
    notes: BTreeMap<NoteId, (Tag, String, bool)>,
    words: u32,
    steps_shown: bool,
    hidden: bool,
}

impl Told {
    fn new() -> Self {
        let mut play = Play::demo(Lang::Sv);
        let people = (1..=4_u8)
            .map(|key| Participant {
                key,
                name: Some(SafeText::line(&format!("Namn{key}qz"))),
                perspective: ["skola", "fritid", "polis", "vård"][usize::from(key) - 1].into(),
                ..Participant::default()
            })
            .collect();
        play.event(
            stage::at(0, 0),
            Event::Planned(PlanPart::Participants(people)),
        );
        Self {
            play,
            at: stage::at(0, 0),
            notes: BTreeMap::new(),
            words: 0,
            steps_shown: false,
            hidden: false,
        }
    }

    fn word(&mut self) -> String {
        self.words += 1;
        format!("ord{}qz", self.words)
    }

    fn happens(&mut self, (kind, which): Happening) {
        self.at = self.at + crate::text::Span::seconds(20);
        let note = self.notes.keys().nth(usize::from(which)).copied();
        let event = match (kind, note) {
            (0..=3, _) => self.noted(which),
            (4..=6, Some(id)) => {
                let (_, _, released) = self.notes.get_mut(&id).expect("it is there");
                *released = kind != 6;
                edited(id, NoteEdit::Released(kind != 6))
            }
            (7, Some(id)) => {
                let word = self.word();
                let note = self.notes.get_mut(&id).expect("it is there");
                (note.1, note.2) = (word.clone(), false);
                edited(id, NoteEdit::Text(SafeText::line(&word)))
            }
            (8, Some(id)) => {
                self.notes.remove(&id);
                edited(id, NoteEdit::Withdrawn(true))
            }
            (9, Some(id)) => {
                let apart = [Tag::Private, Tag::Inbox][usize::from(which) % 2];
                self.notes.get_mut(&id).expect("it is there").0 = apart;
                edited(id, NoteEdit::Tag(apart))
            }
            (10 | 11, _) => Event::ChartShown(Some(ChartId(which % 12 + 1))),
            (12, _) => {
                self.hidden = which < 3;
                Event::Group(if self.hidden {
                    GroupAct::Hidden
                } else {
                    GroupAct::Unhidden
                })
            }
            (13, _) => {
                self.steps_shown = which < 6;
                Event::Group(if self.steps_shown {
                    GroupAct::StepsShown
                } else {
                    GroupAct::StepsLeft
                })
            }
            (14, _) => Event::Group(GroupAct::Faced(ChartId(which % 12 + 1), Facing::Turned)),
            _ => {
                let stages = &self.play.session.plan().stages;
                let stage = stages[usize::from(which) % stages.len()].id.clone();
                self.play.act(self.at, AgendaAct::Entered(stage));
                return;
            }
        };
        self.play.event(self.at, event);
    }

    fn noted(&mut self, which: u8) -> Event {
        let tag = Tag::CHOICES[usize::from(which) % Tag::CHOICES.len()];
        let number = self.play.session.next_number(tag.letter());
        let id = NoteId::new(tag.letter(), number);
        let word = self.word();
        let voice = ["Namn1qz", "skola", "Okändqz", "Namn4qz"][usize::from(which) % 4];
        let text = format!("{word} Namn2qz såg Namn3qzs lista");
        self.notes.insert(id, (tag, word, false));
        let body = Body {
            tag,
            text: SafeText::line(&text),
            voice: Some(voice.into()),
            who: (tag == Tag::NextStep).then(|| "vemqz".into()),
            ..Body::default()
        };
        Event::NoteAdded { id, at: None, body }
    }

    /// Tells whether a word of the secret kind may be seen.
    fn may_be_seen(&self, word: &str) -> bool {
        if self.hidden {
            return false;
        }
        self.notes.values().any(|(tag, known, released)| {
            let read = self.steps_shown && *tag == Tag::NextStep;
            let own = known == word || (*tag == Tag::NextStep && word == "vemqz");
            own && tag.is_of_dialogue() && (*released || read)
        })
    }
}

fn edited(id: NoteId, edit: NoteEdit) -> Event {
    Event::NoteEdited {
        id,
        edits: vec![edit],
    }
}

/// The words of the secret kind on a screen.
fn secrets(buf: &Buffer) -> Vec<String> {
    let screen = text(buf);
    screen
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.contains("qz"))
        .map(str::to_owned)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_unreleased_is_ever_seen(
        happens in prop::collection::vec((0..18_u8, 0..12_u8), 0..60),
        (width, height) in (40_u16..200, 12_u16..60),
    ) {
        let mut told = Told::new();
        told.play.act(stage::at(0, 0), AgendaAct::Entered("dialogue-1".into()));
        for happening in happens {
            told.happens(happening);
        }
        let own = drawn(&told.play, told.at, (width, height));
        let model = group(changed(dialogue(Lang::Sv), |lead| {
            lead.session = told.play.session.clone();
            lead.writing.line = LineEditor::with("radqz");
            lead.writing.open = true;
            lead.pending = vec![pending(said(Tag::See, None, "skrivqz", "nyttqz"), true)];
            lead.echo = Some(echo("svarqz"));
            lead.trouble = Some("diskenqz".into());
            lead.prompt = Some(Prompt {
                question: Question::Park,
                line: LineEditor::with("parkeraqz"),
                trouble: None,
            });
        }));
        let model = Model { now: told.at, ..model };
        let (in_window, cursor) = draw(&model, width, height);
        prop_assert_eq!(cursor, None);
        prop_assert_eq!(crate::view::title(&model), "samtal");
        for buf in [&own, &in_window] {
            for word in secrets(buf) {
                prop_assert!(told.may_be_seen(&word), "{} of {:?}\n{}", word, told.notes, text(buf));
            }
        }
    }
}

#[test]
fn what_is_released_is_seen() {
    let mut told = Told::new();
    told.play
        .act(stage::at(0, 0), AgendaAct::Entered("dialogue-1".into()));
    told.happens((0, 1));
    assert_eq!(secrets(&drawn(&told.play, told.at, (80, 24))), [""; 0]);
    told.happens((4, 0));
    let buf = drawn(&told.play, told.at, (80, 24));
    assert_eq!(secrets(&buf), ["ord1qz"], "{}", text(&buf));
    assert!(
        text(&buf).contains("ord1qz fritid såg polis lista"),
        "{}",
        text(&buf)
    );
}

#[test]
fn who_leads_reads_in_the_large_window_what_the_group_sees() {
    let sv = Lang::Sv;
    let chart = |id| Event::ChartShown(Some(ChartId(id)));
    let faced = Event::Group(GroupAct::Faced(ChartId(7), Facing::Turned));
    for (events, first, second) in [
        (
            vec![],
            "Dialog, del 1 · 13 min · Vad ser vi?",
            "Trygg i skolan · 4 av 12",
        ),
        (vec![chart(3)], "Dialog, del 1", "· 3 av 12"),
        (
            vec![chart(7), faced],
            "Dialog, del 1",
            "· andra sidan · 7 av 12",
        ),
        (
            released(&[1, 3]),
            "Dialog, del 1",
            "elevhälsa: fler hemma på måndagar · 1 till",
        ),
        (
            vec![Event::Group(GroupAct::Hidden)],
            "temat på en lugn sida",
            "",
        ),
        (
            vec![Event::WritingPaused(true)],
            "Dialog, del 1 · just nu skrivs inget",
            "",
        ),
    ] {
        let (buf, _) = draw(&after(dialogue(sv), events), 200, 60);
        let screen = text(&buf);
        let mut rows = screen
            .lines()
            .skip_while(|row| !row.contains("GRUPPEN SER"));
        let seen = [rows.next(), rows.next()].map(|row| row.expect("a row").to_owned());
        assert!(seen[0].contains(first), "{seen:?}");
        assert!(seen[1].contains(second), "{seen:?}");
    }
    let steps = after(closing(sv), vec![Event::Group(GroupAct::StepsShown)]);
    let (buf, _) = draw(&steps, 200, 60);
    assert!(text(&buf).contains("nästa steg läses"), "{}", text(&buf));
}
