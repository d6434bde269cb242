use super::*;
use crate::{
    domain::{
        AgendaAct, Base, Entry, EntryId, Event, Minutes, NoteEdit, NoteId, Seat, SessionId,
        chart::{Body as Values, Guess, Row},
        note::Body,
    },
    text::Span,
};

const START: Moment = Moment(1_794_902_400_000);

/// A dialogue that is being played, a minute between the acts.
struct Play {
    session: Session,
    n: u64,
}

impl Play {
    fn new() -> Self {
        let stage = |id: &str, kind, ask: &[&str]| Stage {
            id: id.into(),
            title: id.into(),
            kind,
            minutes: Minutes::fixed(20),
            ask: ask.iter().map(|words| SafeText::line(words)).collect(),
            ..Stage::default()
        };
        let mut chart = Chart::new(
            ChartId(1),
            "Trivs",
            Values::Bars(vec![Row::of("Åk 9", 73.0)]),
        );
        chart.unit = "andel %".into();
        chart.showing.guess = Guess::Yes;
        let other = Chart::new(ChartId(2), "Rast", Values::Bars(vec![Row::of("Åk 9", 3.0)]));
        let plan = Plan {
            title: "Skolnärvaro".into(),
            theme: "Att trivas".into(),
            principles: vec!["Fokus främjande".into(), "Alla perspektiv".into()],
            participants: vec![
                Participant {
                    key: 1,
                    name: Some("Anna Berg".into()),
                    perspective: "skola".into(),
                    ..Participant::default()
                },
                Participant {
                    key: 2,
                    perspective: "fritid".into(),
                    ..Participant::default()
                },
            ],
            stages: vec![
                stage("data", StageKind::Data, &["Vad fastnar?"]),
                stage("dialog", StageKind::Dialogue, &["Vad ser vi?", "Mer?"]),
                stage("avslut", StageKind::Closing, &["Vad tar vi med oss?"]),
            ],
            charts: vec![chart, other],
            ..Plan::default()
        };
        let base = Base {
            id: SessionId("one".to_owned()),
            plan,
            ..Base::default()
        };
        Self {
            session: Session::on(base),
            n: 0,
        }
    }

    fn now(&self) -> Moment {
        START + Span::minutes(i64::try_from(self.n).expect("few"))
    }

    fn event(&mut self, event: Event) -> EntryId {
        self.n += 1;
        let wall = self.now();
        let id = EntryId {
            seat: Seat::LEAD,
            n: self.n,
        };
        let order = Hlc::after(self.session.clock(), wall);
        self.session.apply(&Entry {
            id,
            order,
            wall,
            event,
        });
        id
    }

    fn enter(&mut self, stage: &str) {
        let (term, saw) = self.session.agenda_head();
        let act = AgendaAct::Entered(stage.into());
        self.event(Event::Agenda { term, saw, act });
    }

    fn note(&mut self, number: u32, body: Body) -> NoteId {
        let id = NoteId::new(body.tag.letter(), number);
        self.event(Event::NoteAdded { id, at: None, body });
        id
    }

    fn edit(&mut self, id: NoteId, edit: NoteEdit) -> EntryId {
        self.event(Event::NoteEdited {
            id,
            edits: vec![edit],
        })
    }

    fn page(&self) -> Page {
        Shared::of(&self.session, self.now()).page
    }

    fn on(&self) -> On {
        match self.page() {
            Page::Stage(page) => page.on,
            other => panic!("no stage: {other:?}"),
        }
    }

    fn texts(&self) -> Vec<(Option<String>, String)> {
        match self.on() {
            On::Said(said) => said
                .into_iter()
                .map(|said| {
                    (
                        said.perspective.map(SafeText::into_string),
                        said.text.into_string(),
                    )
                })
                .collect(),
            other => panic!("nothing is said: {other:?}"),
        }
    }
}

fn body(tag: Tag, voice: &str, text: &str) -> Body {
    Body {
        tag,
        voice: Some(voice.into()),
        text: text.into(),
        ..Body::default()
    }
}

#[test]
fn a_calm_page_until_it_begins_and_thanks_after_the_end() {
    let mut play = Play::new();
    assert_eq!(play.page(), Page::Calm);
    play.enter("dialog");
    let Page::Stage(page) = play.page() else {
        panic!("a stage runs")
    };
    assert_eq!(page.title.as_str(), "dialog");
    assert_eq!(page.question.as_deref(), Some("Vad ser vi?"));
    assert_eq!(page.principle.as_deref(), Some("Alla perspektiv"));
    assert_eq!(page.on, On::Nothing);
    let (term, saw) = play.session.agenda_head();
    let act = AgendaAct::Closed(play.now());
    play.event(Event::Agenda { term, saw, act });
    assert_eq!(play.page(), Page::Ended);
}

#[test]
fn whole_minutes_and_none_when_they_are_gone() {
    let mut play = Play::new();
    play.enter("dialog");
    let minutes = |later: i64| {
        let at = play.now() + Span::seconds(later);
        match Shared::of(&play.session, at).page {
            Page::Stage(page) => page.minutes,
            _ => None,
        }
    };
    assert_eq!(minutes(0), Some(20));
    assert_eq!(minutes(1), Some(19));
    assert_eq!(minutes(60), Some(19));
    assert_eq!(minutes(19 * 60 + 1), None);
    assert_eq!(minutes(40 * 60), None, "and nothing about being late");
}

#[test]
fn the_chart_is_followed_and_covered_until_it_is_shown() {
    let mut play = Play::new();
    play.enter("data");
    play.event(Event::ChartShown(Some(ChartId(1))));
    let facing = |play: &Play| match play.on() {
        On::Chart { facing, chart, .. } => (facing, chart.body.rows()[0].cells[0].number()),
        other => panic!("no chart: {other:?}"),
    };
    assert_eq!(facing(&play), (Facing::Covered, None));
    play.event(Event::Group(GroupAct::Faced(ChartId(1), Facing::Plain)));
    assert_eq!(facing(&play), (Facing::Plain, Some(73.0)));
    play.event(Event::ChartShown(Some(ChartId(2))));
    assert!(matches!(
        play.on(),
        On::Chart {
            place: 2,
            of: 2,
            ..
        }
    ));
    play.enter("dialog");
    assert_eq!(play.on(), On::Nothing, "the talk begins with each other");
    play.event(Event::ChartShown(Some(ChartId(2))));
    assert!(matches!(play.on(), On::Chart { place: 2, .. }));
}

#[test]
fn a_note_is_shown_once_released_as_it_stood_and_without_names() {
    let mut play = Play::new();
    play.enter("dialog");
    let one = play.note(1, body(Tag::See, "Anna", "Anna Bergs elever trivs"));
    let two = play.note(2, body(Tag::See, "Omar", "fler hemma"));
    assert_eq!(play.on(), On::Nothing);
    play.edit(one, NoteEdit::Released(true));
    let release = play.edit(two, NoteEdit::Released(true));
    assert_eq!(
        play.texts(),
        [
            (Some("skola".to_owned()), "skolas elever trivs".to_owned()),
            (None, "fler hemma".to_owned()),
        ]
    );
    play.event(Event::TakenBack(release));
    assert_eq!(play.texts().len(), 1);
    play.edit(one, NoteEdit::Text("något annat".into()));
    assert_eq!(play.on(), On::Nothing, "other words were not released");
    play.edit(one, NoteEdit::Released(true));
    play.edit(one, NoteEdit::Tag(Tag::Private));
    assert_eq!(play.on(), On::Nothing, "a private line is never shown");
    play.edit(one, NoteEdit::Tag(Tag::Idea));
    assert_eq!(play.texts().len(), 1);
    play.event(Event::ChartShown(Some(ChartId(2))));
    assert!(
        matches!(play.on(), On::Chart { .. }),
        "what comes later wins"
    );
    play.edit(two, NoteEdit::Released(true));
    assert_eq!(play.texts(), [(None, "fler hemma".to_owned())]);
    play.event(Event::Erased(two));
    assert!(matches!(play.on(), On::Chart { .. }));
}

#[test]
fn hidden_is_the_theme_alone() {
    let mut play = Play::new();
    play.enter("dialog");
    play.event(Event::Group(GroupAct::Hidden));
    let shared = Shared::of(&play.session, play.now());
    assert_eq!(shared.page, Page::Calm);
    assert_eq!(shared.theme.as_str(), "Att trivas");
    play.enter("avslut");
    assert_eq!(play.page(), Page::Calm, "it stays so through the stages");
    play.event(Event::Group(GroupAct::Unhidden));
    assert!(matches!(play.page(), Page::Stage(_)));
}

#[test]
fn the_steps_are_read_with_who() {
    let mut play = Play::new();
    play.enter("avslut");
    let step = |who: Option<&str>, status| Body {
        tag: Tag::NextStep,
        text: "ring fritidsgården".into(),
        who: who.map(Into::into),
        when: Some("v49".into()),
        status,
        ..Body::default()
    };
    play.note(1, step(Some("Anna"), Status::Open));
    play.note(2, step(None, Status::Ongoing));
    play.note(3, step(Some("Omar"), Status::Done));
    assert_eq!(play.on(), On::Nothing);
    play.event(Event::Group(GroupAct::StepsShown));
    let On::Steps(steps) = play.on() else {
        panic!("the steps are read")
    };
    assert_eq!(steps.len(), 2);
    assert_eq!(steps[0].who.as_deref(), Some("Anna"));
    assert_eq!(steps[1].who, None);
    play.event(Event::Group(GroupAct::StepsLeft));
    assert_eq!(play.on(), On::Nothing);
}

#[test]
fn names_are_found_as_words() {
    let people = [Participant {
        name: Some("Per Ek".into()),
        perspective: "polis".into(),
        ..Participant::default()
    }];
    for (text, expected) in [
        ("Per Ek sade", "polis sade"),
        ("det som Per ser", "det som polis ser"),
        ("Pers lista", "polis lista"),
        ("Perspektiv och per år", "Perspektiv och per år"),
        ("Superb ek", "Superb ek"),
    ] {
        assert_eq!(without_names(text, &people), expected);
    }
    assert_eq!(
        perspective_of(" per ", &people).map(SafeText::as_str),
        Some("polis")
    );
    assert_eq!(perspective_of("pe", &people), None);
}

#[test]
fn only_who_leads_puts_something_before_the_group() {
    let mut play = Play::new();
    play.enter("dialog");
    let note = play.note(1, body(Tag::See, "fritid", "öppet till 21"));
    let writes = |play: &mut Play, n, event: Event| {
        assert!(n > 1 || !play.session.may_write(Seat(2), &event));
        let order = Hlc::after(play.session.clock(), play.now());
        play.session.apply(&Entry {
            id: EntryId { seat: Seat(2), n },
            order,
            wall: play.now(),
            event,
        });
    };
    let release = Event::NoteEdited {
        id: note,
        edits: vec![NoteEdit::Released(true)],
    };
    writes(&mut play, 1, release);
    assert_eq!(play.on(), On::Nothing);
    play.edit(note, NoteEdit::Released(true));
    assert_eq!(play.texts().len(), 1);
    play.event(Event::Group(GroupAct::Hidden));
    let hidden = EntryId {
        seat: Seat::LEAD,
        n: play.n,
    };
    writes(&mut play, 2, Event::Group(GroupAct::Unhidden));
    writes(&mut play, 3, Event::TakenBack(hidden));
    assert_eq!(play.page(), Page::Calm);
}
