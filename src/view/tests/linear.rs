//! What is said in lines: each event once, the answers of a whole half hour, and nothing on silence.

use super::{
    stage::{Play, at, lead, model, step},
    *,
};
use crate::{
    app::{Effect, Msg, SaveFailed, lead::SERVED, linear::Linear, update},
    domain::{
        AgendaAct, Base, Body, Draft, Entry, EntryId, Event, Hand, Hlc, NoteEdit, Seat, Session,
    },
    format::tidy::short_forms,
    input::Action,
    text::{Moment, Span},
    view::linear::lines,
};

/// Somebody who hears the program and types lines, with a disk that answers at once unless it is full.
struct Ears {
    model: Model,
    now: Moment,
    disk_is_full: bool,
    read: usize,
}

impl Ears {
    fn on(session: Session, lang: Lang, now: Moment) -> Self {
        let mut model = model(lang, now, Screen::Home(crate::app::Home::default()));
        model.texts = model.texts.in_lines();
        model.linear = Some(Linear::default());
        let mut ears = Self {
            model,
            now,
            disk_is_full: false,
            read: 0,
        };
        ears.turn(Msg::Opened(Box::new(lead(session))));
        ears
    }

    fn lead(&self) -> &crate::app::lead::Lead {
        match &self.model.screen {
            Screen::Lead(lead) => lead,
            _ => panic!("no session is open"),
        }
    }

    fn turn(&mut self, msg: Msg) -> Vec<String> {
        let before = self.model.clone();
        let effects = update(&mut self.model, msg, self.now);
        let mut said = lines(Some(&before), &self.model);
        for effect in effects {
            match effect {
                Effect::Append(draft) => said.extend(self.answer(draft)),
                Effect::Retry(drafts) => {
                    for draft in drafts {
                        said.extend(self.answer(draft));
                    }
                }
                Effect::ReadMinutes => self.read += 1,
                _ => {}
            }
        }
        said
    }

    fn answer(&mut self, draft: Draft) -> Vec<String> {
        let ticket = draft.ticket;
        let answer = if self.disk_is_full {
            Err(SaveFailed::Disk("the disk is full".into()))
        } else {
            Ok(Box::new(self.entry(draft.seat, draft.event)))
        };
        self.turn(Msg::Appended { ticket, answer })
    }

    fn entry(&self, seat: Seat, event: Event) -> Entry {
        let session = &self.lead().session;
        let event = match event {
            Event::NoteAdded { id, at, body } => Event::NoteAdded {
                id: NoteId::new(id.letter, session.next_number(id.letter)),
                at,
                body,
            },
            event => event,
        };
        Entry {
            id: EntryId {
                seat,
                n: session.next_counter(seat),
            },
            order: Hlc::after(session.clock(), self.now),
            wall: self.now,
            event,
        }
    }

    /// Another window writes.
    fn elsewhere(&mut self, event: Event) -> Vec<String> {
        let entry = self.entry(Seat(3), event);
        self.turn(Msg::Arrived(Box::new(entry)))
    }

    fn line(&mut self, text: &str) -> Vec<String> {
        self.turn(Msg::Line(text.to_owned()))
    }

    /// Types the number of an action, as somebody who knows it by heart.
    fn choose(&mut self, action: Action) -> Vec<String> {
        let number = SERVED.iter().position(|known| *known == action).unwrap() + 1;
        self.line(&number.to_string())
    }

    /// Lets so many seconds pass, one by one, and hears all that is said.
    fn seconds(&mut self, seconds: i64) -> Vec<String> {
        let mut said = Vec::new();
        for _ in 0..seconds {
            self.now = self.now + Span::seconds(1);
            said.extend(self.turn(Msg::Tick));
        }
        said
    }
}

fn demo(lang: Lang) -> Ears {
    Ears::on(Play::demo(lang).session, lang, at(-2, 0))
}

fn talking() -> Ears {
    let mut play = Play::demo(Lang::En);
    play.until_dialogue();
    Ears::on(play.session, Lang::En, at(30, 0))
}

fn note(text: &str) -> Event {
    Event::NoteAdded {
        id: NoteId::pending(Letter::N),
        at: None,
        body: Body {
            text: text.into(),
            ..Body::default()
        },
    }
}

fn eva() -> Event {
    Event::Seated {
        hand: Hand::Writes,
        name: Some("Eva".into()),
    }
}

#[test]
fn silence_when_nothing_happens_and_nothing_twice() {
    let mut ears = demo(Lang::En);
    assert_eq!(ears.seconds(90), [""; 0]);
    let begun = ears.choose(Action::Start);
    assert!(begun[0].starts_with("Now: "), "{begun:?}");
    assert_eq!(ears.seconds(60), [""; 0]);
    // Whatever comes in that changes nothing is not told.
    assert_eq!(ears.turn(Msg::Here(Vec::new())), [""; 0]);
    assert_eq!(ears.turn(Msg::Published(Ok(()))), [""; 0]);
}

#[test]
fn no_line_names_a_key_or_draws_anything() {
    for lang in Lang::ALL {
        let mut play = Play::demo(lang);
        play.until_dialogue().said();
        let mut ears = Ears::on(play.session, lang, at(30, 0));
        let mut said = Vec::new();
        for action in SERVED
            .into_iter()
            .filter(|action| *action != Action::CloseSession)
        {
            said.extend(ears.choose(action));
            said.extend(ears.line("0"));
            said.extend(ears.line(""));
        }
        assert!(said.len() > 500, "{}", said.len());
        for line in &said {
            let drawn = line.chars().any(|c| {
                matches!(
                    c,
                    '\u{2500}'..='\u{259f}' | '●' | '○' | '▶' | '◇' | '·' | '\u{1b}'
                )
            });
            let names = ["Enter", "Esc", "Tab", "Mellanslag", "Space", "F9", " u "];
            let named = names.iter().find(|key| line.contains(*key));
            assert!(!drawn && named.is_none(), "{lang}: {line}");
        }
    }
}

#[test]
fn a_number_means_the_same_whatever_can_be_done() {
    let mut ears = demo(Lang::En);
    let numbers = |said: &[String]| -> Vec<(String, String)> {
        let numbered = said.iter().filter_map(|line| line.split_once(": "));
        numbered
            .filter(|(number, _)| number.parse::<usize>().is_ok())
            .map(|(number, words)| (number.to_owned(), words.to_owned()))
            .collect()
    };
    let before = numbers(&ears.line(""));
    ears.choose(Action::Start);
    let after = numbers(&ears.line("?"));
    let help = |all: &[(String, String)]| {
        all.iter()
            .find(|(_, words)| words == "How this works")
            .cloned()
    };
    assert_eq!(help(&before), help(&after));
    assert!(help(&after).is_some() && before != after);
    let starts =
        |all: &[(String, String)]| all.iter().any(|(_, words)| words.starts_with("Start,"));
    assert!(starts(&before) && !starts(&after));
    let not_now = ears.choose(Action::Start);
    assert_eq!(
        not_now,
        ["That cannot be done now: Start, or go on after the pause."]
    );
    assert_eq!(
        ears.line("999"),
        ["There is no 999 in the list. An empty line tells what can be done."]
    );
    // A number that is meant as words has a blank before it.
    assert_eq!(ears.line(" 999"), ["Saved: N1, we see."]);
    assert_eq!(
        ears.lead()
            .session
            .notes()
            .next()
            .unwrap()
            .body
            .text
            .as_str(),
        "999"
    );
}

#[test]
fn a_line_is_echoed_as_what_it_was_saved_as() {
    let mut ears = talking();
    for (typed, saved) in [
        (
            "school: more at home on Mondays",
            "Saved: N1, we see, school, d4.",
        ),
        ("!nobody mentioned Mondays", "Saved: N2, surprises, d4."),
        ("d4 safest in year 5", "Saved: N3, we see, d4."),
        (
            "> leisure: ask the youth club by w49",
            "Saved: S1, next step: leisure: ask the youth club, by w49.",
        ),
        (
            "> call somebody",
            "Saved: S2, next step: who? call somebody.",
        ),
        ("@@", "Saved: N4, we see, d4, something missed."),
    ] {
        assert_eq!(ears.line(typed), [saved], "{typed}");
    }
    assert_eq!(ears.line("!"), ["There is nothing to note in that line."]);
    assert_eq!(
        ears.line("s/safest/least safe/"),
        ["“safest” is not in the latest note."]
    );
    let undone = ears.choose(Action::Undo);
    assert!(undone[0].starts_with("Taken back: N4"), "{undone:?}");
    assert_eq!(undone.len(), 1, "{undone:?}");
}

#[test]
fn time_is_told_once_as_it_passes() {
    let mut ears = talking();
    let stage = ears.lead().session.current().unwrap().1.title.to_string();
    // The stage began at 26 and the closing must begin at 70; nobody goes on.
    let said = ears.seconds(62 * 60);
    let expected = [
        format!("Half of the time for {stage} is left."),
        format!("5 minutes left of {stage}."),
        format!("Round off, 1 minute left of {stage}."),
        format!("{stage} is over its time. Next: Dialogue, part 2."),
    ];
    for line in &expected {
        assert_eq!(
            said.iter().filter(|said| *said == line).count(),
            1,
            "{line} in {said:#?}"
        );
    }
    let closing: Vec<&String> = said
        .iter()
        .filter(|line| line.starts_with("Start closing"))
        .collect();
    assert_eq!(closing.len(), 2, "{said:#?}");
    assert!(closing[0].ends_with("in 5 minutes.") && closing[1] == "Start closing now.");
    let ends = said
        .iter()
        .filter(|line| line.starts_with("The dialogue was to end"));
    assert_eq!(ends.count(), 1, "{said:#?}");
    let tips = said.iter().filter(|line| line.starts_with("Tip"));
    assert_eq!(tips.count(), 0, "there are no rules here");
    assert!(said.len() <= 8, "{said:#?}");
}

#[test]
fn what_others_do_is_told_with_who_did_it() {
    let mut ears = talking();
    ears.elsewhere(eva());
    assert_eq!(ears.turn(Msg::Here(vec![Seat(3)])), ["Eva is here."]);
    assert_eq!(
        ears.elsewhere(note("more at home")),
        ["Eva: N1, we see: more at home."]
    );
    let id = NoteId::new(Letter::N, 1);
    let edit = |edit| Event::NoteEdited {
        id,
        edits: vec![edit],
    };
    assert_eq!(
        ears.elsewhere(edit(NoteEdit::Text("less at home".into()))),
        ["Changed in another window: N1, we see: less at home."]
    );
    assert_eq!(
        ears.elsewhere(edit(NoteEdit::Withdrawn(true))),
        ["N1 was taken back in another window."]
    );
    assert_eq!(ears.turn(Msg::Here(Vec::new())), ["Eva has left."]);
}

#[test]
fn questions_are_answered_by_the_next_line_and_zero_goes_back() {
    let mut ears = talking();
    let asked = ears.choose(Action::Backdate);
    assert_eq!(
        asked,
        [
            "When did it begin? Answer with how many minutes earlier, or a clock time.",
            "0 goes back."
        ]
    );
    assert_eq!(ears.line("0"), ["Back."]);
    ears.choose(Action::Backdate);
    let wrong = ears.line("soon");
    assert!(
        wrong[0].starts_with("Type how many minutes ago"),
        "{wrong:?}"
    );
    assert!(wrong[1].starts_with("When did it begin?"), "{wrong:?}");
    // A sentence is somebody's note, and the question stands.
    let noted = ears.line("school: more at home on Mondays");
    assert!(
        noted.contains(&"Saved: N1, we see, school, d4.".to_owned()),
        "{noted:?}"
    );
    assert!(
        noted
            .iter()
            .any(|line| line.starts_with("When did it begin?")),
        "{noted:?}"
    );
    let counted = ears.line("2");
    assert!(counted[0].starts_with("Counted from "), "{counted:?}");

    ears.choose(Action::Park);
    assert_eq!(ears.line("who asked?"), ["Saved: P1, parked, d4."]);
    ears.choose(Action::Find);
    assert_eq!(
        ears.line("mondays"),
        ["N1, we see, d4: school: more at home on Mondays."]
    );
    let stages = ears.choose(Action::MoveNote);
    assert_eq!(stages[0], "To which stage does N1 belong?");
    assert!(stages[1].starts_with("1: "), "{stages:?}");
    assert_eq!(ears.line("1"), ["N1 belongs to Welcome now."]);
    let edited = ears.choose(Action::EditNote);
    assert_eq!(
        edited,
        ["Changing N1, which says: school: more at home on Mondays. Write it anew, or 0."]
    );
    assert_eq!(ears.line("school: less at home"), ["N1 changed."]);
    ears.choose(Action::RemoveForGood);
    let wrong = ears.line("N2");
    assert_eq!(wrong[0], "Type N1 to remove it for good.");
    assert_eq!(ears.line("0"), ["Back."]);
}

#[test]
fn lists_under_the_list_are_answered_by_number() {
    let mut ears = talking();
    let charts = ears.choose(Action::Charts);
    assert!(charts[3].starts_with("4: d4, "), "{charts:?}");
    assert_eq!(charts.last().unwrap(), "0 goes back.");
    let chart = ears.line("2");
    assert!(
        chart[0].starts_with("Chart 2 of ") && chart.len() >= 2,
        "{chart:?}"
    );
    let numbers = ears.choose(Action::ChartTable);
    let rows = ears.lead().session.plan().charts[1].body.rows().len();
    assert_eq!(numbers.len(), rows, "{numbers:?}");
    let heard = ears.choose(Action::Heard);
    assert_eq!(heard[0], "1: school, not heard yet", "{heard:?}");
    assert_eq!(ears.line("1"), ["Heard: school."]);
    assert!(ears.choose(Action::Heard)[0].starts_with("1: school, heard"));
    assert_eq!(ears.line("0"), ["Back."]);
    assert_eq!(ears.line("0"), ["There is nothing to go back from."]);
    let left = ears.choose(Action::Leave);
    assert!(left[0].ends_with(" again leaves."), "{left:?}");
    assert_eq!(ears.line("not yet"), ["Saved: N1, we see, d2."]);
    assert!(
        ears.choose(Action::Leave)[0].ends_with(" again leaves."),
        "asked anew"
    );
}

#[test]
fn nothing_typed_is_lost_when_the_disk_says_no() {
    let mut ears = talking();
    ears.disk_is_full = true;
    let said = ears.line("the first");
    assert_eq!(
        said,
        [
            "Not saved: the disk is full",
            "Nothing is lost. Choose to save again."
        ]
    );
    assert_eq!(
        ears.line("the second"),
        [""; 0],
        "the same trouble is no news"
    );
    let place = ears.line("");
    assert!(
        place.contains(&"2 notes are not saved.".to_owned()),
        "{place:?}"
    );
    ears.disk_is_full = false;
    let said = ears.choose(Action::Retry);
    assert_eq!(
        said,
        [
            "Saved: N1, we see, d4.",
            "It can be saved again.",
            "Saved: N2, we see, d4."
        ]
    );
}

#[test]
fn what_was_half_typed_waits_and_is_saved_by_number() {
    let mut play = Play::demo(Lang::En);
    play.until_dialogue();
    let mut ears = Ears::on(play.session, Lang::En, at(30, 0));
    if let Screen::Lead(lead) = &mut ears.model.screen {
        lead.writing.line = LineEditor::with("school: half a sen");
    }
    assert_eq!(ears.line("another"), ["Saved: N1, we see, d4."]);
    let place = ears.line("");
    assert!(
        place.contains(&"A line waits and is not saved: school: half a sen".to_owned()),
        "{place:?}"
    );
    assert_eq!(
        ears.choose(Action::Write),
        ["Saved: N2, we see, school, d4."]
    );
    assert!(ears.lead().writing.line.is_empty());
}

#[test]
fn what_is_not_to_be_written_is_kept_nowhere() {
    let mut ears = talking();
    assert_eq!(
        ears.line("/pause"),
        ["Nothing is written down now, in any window."]
    );
    assert_eq!(
        ears.line("a secret"),
        ["Nothing is written down now, in any window."]
    );
    assert_eq!(ears.lead().session.note_count(), 0);
    assert!(ears.lead().writing.line.is_empty());
    assert_eq!(
        ears.choose(Action::PauseWriting),
        ["Notes are taken again."]
    );
}

/// The note-taker hears stages, charts and the others, writes, and is told off nothing that is not theirs.
#[test]
fn a_note_takers_half_hour() {
    let mut play = Play::demo(Lang::En);
    play.until_dialogue();
    let mut ears = Ears::on(play.session, Lang::En, at(30, 0));
    let Screen::Lead(lead) = &mut ears.model.screen else {
        panic!("a session is open");
    };
    // Seat 0 leads elsewhere; this window sits on another.
    lead.room.seat = Seat(2);
    lead.room.here = vec![Seat::LEAD];
    ears.turn(Msg::Tick);
    let place = ears.line("");
    assert!(
        place.contains(&"Here: the facilitator.".to_owned()),
        "{place:?}"
    );
    let offered = |words: &str| place.iter().any(|line| line.ends_with(words));
    assert!(
        !offered("Next stage of the agenda") && offered("Undo the latest")
            || !offered("Pause, the end stays")
    );
    let mut expected = Vec::new();
    for minute in 0..30 {
        let said = ears.line(&format!("school: sentence {minute}"));
        assert_eq!(
            said,
            [format!("Saved: N{}, we see, school, d4.", minute + 1)]
        );
        expected.push(format!("sentence {minute}"));
        assert_eq!(
            ears.seconds(60),
            [""; 0],
            "who takes notes is not told the time"
        );
    }
    let enter = |ears: &Ears, stage: &str| {
        let (term, saw) = ears.lead().session.agenda_head();
        let act = AgendaAct::Entered(stage.into());
        ears.entry(Seat::LEAD, Event::Agenda { term, saw, act })
    };
    let entry = enter(&ears, "dialogue-2");
    let said = ears.turn(Msg::Arrived(Box::new(entry)));
    assert!(said[0].starts_with("Now: Dialogue, part 2, "), "{said:?}");
    assert!(said[1].starts_with("Ask: ") && !said.iter().any(|line| line.starts_with("Support")));
    let not_theirs = ears.choose(Action::NextStage);
    assert!(
        not_theirs[0].starts_with("That cannot be done now"),
        "{not_theirs:?}"
    );
    let texts: Vec<String> = ears
        .lead()
        .session
        .notes()
        .map(|note| note.body.text.to_string())
        .collect();
    assert_eq!(texts, expected);
}

#[test]
fn steps_are_read_out_and_the_end_tells_what_was_promised() {
    let mut play = Play::demo(Lang::En);
    play.until_dialogue();
    play.note(at(29, 0), step(Some("Anna"), "ask the youth club", "w49"));
    play.enter(at(30, 0), "closing");
    let mut ears = Ears::on(play.session, Lang::En, at(31, 0));
    let place = ears.line("");
    assert!(
        place
            .iter()
            .any(|line| line.ends_with(": Show the next steps to all.")),
        "{place:?}"
    );
    let shown = ears.choose(Action::Confirm);
    assert_eq!(
        shown,
        ["The group sees the next steps. Read them aloud: who, what, when."]
    );
    let ended = ears.choose(Action::CloseSession);
    assert!(ended[0].starts_with("Thank you"), "{ended:?}");
    assert!(
        ended[1].contains("1 note") && ended[1].contains("1 next step"),
        "{ended:?}"
    );
    assert!(
        ended.contains(&"Next step S1: Anna: ask the youth club, w49.".to_owned()),
        "{ended:?}"
    );
    assert!(
        ended
            .iter()
            .any(|line| line.starts_with("Not reached: Dialogue, part 2")),
        "{ended:?}"
    );
    assert!(
        ended.last().unwrap().starts_with("Everything lies in "),
        "{ended:?}"
    );
    ears.choose(Action::Minutes);
    assert_eq!(ears.read, 1);
    let own = ears.choose(Action::PrivateLines);
    assert!(own[0].starts_with("What went well?"), "{own:?}");
    let saved = ears.line("the silence");
    assert!(
        saved.contains(&"Saved: N1, only for you.".to_owned()),
        "{saved:?}"
    );
    assert!(
        saved[0].starts_with("What will you do differently?"),
        "{saved:?}"
    );
}

#[test]
fn the_quarter_of_an_hour_after_is_heard_one_thing_at_a_time() {
    let bodies = [
        Body {
            missed: true,
            ..said(Tag::See, None, "", "more stay at")
        },
        said(Tag::See, None, "", "fewer meet on Mondays in year 8"),
        said(Tag::See, None, "", "fewer meet on mondays in year 8"),
        said(Tag::See, None, "", "the buses, e.g. the late ones"),
        said(Tag::NextStep, None, "", "ask the youth club"),
    ];
    let notes = bodies.into_iter().zip(1..).map(|(body, number)| {
        let id = NoteId::new(body.tag.letter(), number);
        (id, at(i64::from(number), 0), Some(body))
    });
    let mut base = Base {
        notes: notes.collect(),
        ..Base::default()
    };
    base.timeline.closed = Some(at(90, 0));
    let mut ears = Ears::on(Session::on(base), Lang::En, at(95, 0));
    if let Screen::Lead(lead) = &mut ears.model.screen {
        lead.short_forms = short_forms(Lang::En, &std::collections::BTreeMap::new());
    }
    let mut heard = ears.choose(Action::Tidy);
    for line in ["1", "more stay at home", "2", "1", "2", "1"] {
        heard.push(format!("> {line}"));
        heard.extend(ears.line(line));
    }
    assert_eq!(ears.read, 1, "the minutes are read at the end");
    heard.extend(ears.choose(Action::Tidy));
    heard.push("> 0".to_owned());
    heard.extend(ears.line("0"));
    insta::assert_snapshot!(heard.join("\n"), @r"
    To fill in.
    N1, we see, something missed: more stay at
    1: Fill it in, on the next line.
    2: Let it be.
    0 goes back.
    > 1
    Changing N1, which says: more stay at @@. Write it anew, or 0.
    > more stay at home
    N1 changed.
    Stands twice.
    N2, we see: fewer meet on Mondays in year 8
    N3, we see: fewer meet on mondays in year 8
    1: Keep N2.
    2: Make one note of the two.
    3: Keep both.
    0 goes back.
    > 2
    N3 now stands in N2.
    Short forms.
    N4, we see: the buses, e.g. the late ones
    1: Write out: the buses, for example the late ones
    2: Let it be.
    0 goes back.
    > 1
    The words in N4 are written out.
    A next step without who and when.
    S5, next step: who? ask the youth club
    1: Add what is missing, on the next line.
    2: Let it be.
    0 goes back.
    > 2
    That will do. The minutes are ready.
    1: Read the minutes.
    0 goes back.
    > 1
    That will do. The minutes are ready.
    A next step without who and when.
    S5, next step: who? ask the youth club
    1: Add what is missing, on the next line.
    2: Let it be.
    0 goes back.
    > 0
    That will do. The minutes are ready.
    ");
}
