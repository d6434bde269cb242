//! A dialogue that has been, with a clock that stands still until it is told.

use super::*;
use crate::app::replay::Replay;

/// Somebody who looks back on a dialogue: the welcome at nine, the concepts ten minutes later, closed after twenty.
struct Viewer {
    model: Model,
    now: Moment,
    frames: usize,
}

impl Viewer {
    fn new() -> Self {
        let mut rig = Rig::new();
        rig.calmly(" ").note("first");
        rig.later(Span::minutes(10)).calmly("n").note("second");
        rig.later(Span::minutes(9)).calmly("q");
        rig.say(Msg::Key(Key::press(named("esc"))));
        let mut session = rig.lead().session.clone();
        let (term, saw) = session.agenda_head();
        let wall = NINE + Span::minutes(20);
        let entry = Entry {
            id: EntryId {
                seat: session.leader(),
                n: session.next_counter(session.leader()),
            },
            order: Hlc::after(session.clock(), wall),
            wall,
            event: Event::Agenda {
                term,
                saw,
                act: crate::domain::AgendaAct::Closed(wall),
            },
        };
        session.apply(&entry);
        let now = NINE + Span::minutes(10_000);
        let replay = Replay::new(&session, SafeText::default(), 30, now).expect("it has begun");
        Self {
            model: Model::new(Texts::new(Lang::En), Screen::Replay(Box::new(replay)), now),
            now,
            frames: 0,
        }
    }

    fn replay(&self) -> &Replay {
        match &self.model.screen {
            Screen::Replay(replay) => replay,
            _ => panic!("nothing is seen again"),
        }
    }

    fn say(&mut self, msg: Msg) -> Vec<Effect> {
        let effects = update(&mut self.model, msg, self.now);
        self.frames += usize::from(std::mem::take(&mut self.model.dirty));
        effects
    }

    fn press(&mut self, chord: Chord) -> Vec<Effect> {
        self.say(Msg::Key(Key::press(chord)))
    }

    /// Lets real time pass, waking when the window wants to be woken.
    fn seconds(&mut self, seconds: i64) -> usize {
        let (end, mut wakes) = (self.now + Span::seconds(seconds), 0);
        while let Some(at) = deadline(&self.model).filter(|at| *at <= end) {
            assert!(at > self.now, "it would wake for ever");
            self.now = at;
            self.say(Msg::Tick);
            wakes += 1;
        }
        self.now = end;
        self.say(Msg::Tick);
        wakes
    }

    fn notes(&self) -> usize {
        self.replay().lead.session.note_count()
    }

    /// Whole shown minutes since nine.
    fn minute(&self) -> i64 {
        (self.replay().at - NINE).0.div_euclid(60_000)
    }
}

#[test]
fn time_goes_as_fast_as_it_is_told_and_stops_at_the_end() {
    let mut viewer = Viewer::new();
    assert_eq!((viewer.minute(), viewer.notes()), (0, 0));
    viewer.seconds(2);
    assert_eq!((viewer.minute(), viewer.notes()), (1, 1));
    viewer.press(Chord::SPACE);
    assert_eq!(viewer.seconds(60), 0, "what stands still wakes nobody");
    assert_eq!(viewer.minute(), 1);
    viewer.press(Chord::char('+'));
    assert_eq!(viewer.replay().speed(), 60);
    viewer.press(Chord::char('+'));
    viewer.press(Chord::SPACE);
    viewer.frames = 0;
    let wakes = viewer.seconds(10);
    assert!(
        wakes <= 101 && viewer.frames <= 102,
        "{wakes} {}",
        viewer.frames
    );
    assert_eq!((viewer.minute(), viewer.notes()), (11, 2));
    viewer.seconds(60);
    assert!(!viewer.replay().playing && viewer.replay().at == viewer.replay().to);
    assert!(viewer.replay().lead.session.timeline().closed.is_some());
    // From the end it plays from the beginning.
    viewer.press(Chord::SPACE);
    assert_eq!((viewer.minute(), viewer.replay().playing), (0, true));
    for _ in 0..9 {
        viewer.press(Chord::char('-'));
    }
    assert_eq!(viewer.replay().speed(), 1);
    viewer.frames = 0;
    viewer.seconds(10);
    assert!(
        viewer.frames <= 11,
        "a frame for each second: {}",
        viewer.frames
    );
}

#[test]
fn keys_walk_in_time_and_nothing_leaves_the_window() {
    let mut viewer = Viewer::new();
    viewer.press(Chord::SPACE);
    for (key, minute) in [
        ("right", 1),
        ("right", 2),
        ("left", 1),
        ("left", 0),
        ("left", 0),
        ("pagedown", 10),
        ("pagedown", 20),
        ("pagedown", 20),
        ("pageup", 10),
        ("pageup", 0),
        ("end", 20),
        ("home", 0),
    ] {
        let effects = viewer.press(named(key));
        assert_eq!((viewer.minute(), effects), (minute, Vec::new()), "{key}");
    }
    // What leads does nothing here.
    for key in "nNpiua>x1w\r".chars() {
        assert_eq!(viewer.press(Chord::char(key)), Vec::new(), "{key}");
    }
    viewer.say(Msg::Paste("a note".to_owned()));
    viewer.press(named("end"));
    assert_eq!(viewer.notes(), 2);
    assert_eq!(viewer.press(Chord::char('q')), [Effect::Quit]);
    assert_eq!(viewer.press(Chord::ctrl('c')), [Effect::Quit]);
}

#[test]
fn what_has_not_begun_has_no_past() {
    let session = crate::domain::Session::on(Base {
        plan: plan(),
        ..Base::default()
    });
    assert!(Replay::new(&session, SafeText::default(), 30, NINE).is_none());
}
