//! Charts made of pasted cells, typed lines and files: keys in, effects and journal out.

use std::{io::Cursor, ops::ControlFlow};

use super::*;
use crate::{
    app::data::{Ask, Data, Heard, Step, file::File, words::Word},
    data::{choose, format::Source, preview},
    domain::chart::{Purpose, Source as Cited},
};

const PUPILS: &str = "Elever i grundskolan\n\nKommun;Läsår;Kön;Andel;Elever;Kommentar\n\
    Haninge;2020/21;flickor;71,5;210;x\nHaninge;2020/21;pojkar;75;198;x\nHaninge;2021/22;flickor;73;205;x\n\
    Haninge;2021/22;pojkar;..;201;x\nÖrebro;2020/21;flickor;80;300;x\nÖrebro;2020/21;pojkar;81;310;x\n\
    Örebro;2021/22;flickor;82;320;x\nÖrebro;2021/22;pojkar;83;330;x\nKälla: påhittad\n";

fn data(rig: &Rig) -> &Data {
    rig.model
        .data
        .as_deref()
        .expect("the data screen was opened")
}

fn asked(rig: &mut Rig) -> Ask {
    let at = rig
        .others
        .iter()
        .position(|effect| matches!(effect, Effect::Data(_)));
    match at.map(|at| rig.others.remove(at)) {
        Some(Effect::Data(ask)) => ask,
        _ => panic!("nothing was asked"),
    }
}

/// The thread that reads answers the next question, with this text in the file.
fn read(rig: &mut Rig, text: &str) {
    let texts = rig.model.texts;
    let mut source: Box<dyn Source> = Box::new(Cursor::new(text.as_bytes().to_vec()));
    let say = |error: crate::data::DataError| SafeText::line(&error.say(&texts));
    let heard = match asked(rig) {
        Ask::Read {
            ticket,
            name,
            read_as,
            ..
        } => {
            let seen = preview::preview(source.as_mut(), &name, &read_as, &mut |_| {
                ControlFlow::Continue(())
            });
            Heard::Read(ticket, seen.map(Box::new).map_err(say))
        }
        Ask::Choose {
            ticket,
            name,
            recipes,
            ..
        } => {
            let mut tried = recipes.iter().map(|recipe| {
                choose::choose(source.as_mut(), &name, recipe, 5, &mut |_| {
                    ControlFlow::Continue(())
                })
            });
            let first = tried.next().expect("something to try");
            let chosen = if first.is_ok() {
                first
            } else {
                tried.find(Result::is_ok).unwrap_or(first)
            };
            Heard::Chosen(ticket, chosen.map(Box::new).map_err(say))
        }
        Ask::Leave => return,
    };
    rig.say(Msg::Data(heard));
}

/// Opens the screen on a file that was dropped on the terminal, and reads it; nobody has said whose place it is about.
fn with_file() -> Rig {
    let mut rig = Rig::new();
    rig.keys("D");
    rig.say(Msg::Paste("/data/elever.csv".to_owned()));
    read(&mut rig, PUPILS);
    rig
}

/// Does the same, and says that it is about Haninge.
fn with_place() -> Rig {
    let mut rig = with_file();
    rig.keys("<enter>").keys("hani<enter>");
    read(&mut rig, PUPILS);
    rig
}

fn file(rig: &Rig) -> &File {
    data(rig).file.as_ref().expect("a file was named")
}

/// Goes to the row with a name.
fn to_row(rig: &mut Rig, name: &str) {
    rig.keys(&"<up>".repeat(20));
    for _ in 0..20 {
        if file(rig).name(file(rig).row, &rig.model.texts) == name {
            return;
        }
        rig.keys("<down>");
    }
    panic!("no row {name}");
}

/// The labels that a filter keeps.
fn kept(rig: &Rig, column: &str) -> Vec<String> {
    let filters = file(rig).recipe.filters.iter();
    let of = filters.filter(|filter| filter.column == column);
    of.flat_map(|filter| filter.labels.iter().map(ToString::to_string))
        .collect()
}

fn charts(rig: &Rig) -> Vec<Chart> {
    rig.lead().session.plan().charts.clone()
}

#[test]
fn typed_lines_become_a_chart_in_the_session() {
    let mut rig = Rig::new();
    rig.keys("D").keys("åk 8; 79 %<enter>åk 9: 81 %<enter>");
    assert_eq!(data(&rig).lines.pasted.rows.len(), 2);
    rig.keys("<enter>");
    assert_eq!(data(&rig).step, Step::Preview);
    rig.keys("<enter><enter>");
    assert!(
        data(&rig)
            .trouble
            .as_ref()
            .is_some_and(|words| words.contains("title"))
    );
    rig.keys("Trivs i skolan<enter>");
    assert_eq!(data(&rig).step, Step::Saved);
    let made = charts(&rig).pop().unwrap();
    assert_eq!(
        (made.id, made.title.as_str(), made.unit.as_str()),
        (ChartId(4), "Trivs i skolan", "%")
    );
    assert!(matches!(&made.body, Body::Bars(rows) if rows.len() == 2));
    assert!(
        rig.others.contains(&Effect::Publish),
        "the file has it as well"
    );
    rig.keys("<esc>");
    assert!(!data(&rig).is_open(), "and the leading window is in front");
}

#[test]
fn a_paste_is_a_chart_in_three_enters() {
    let mut rig = Rig::new();
    rig.keys("D");
    rig.say(Msg::Paste(
        "Andel som trivs\nÅrskurs\tFlickor\tPojkar\nåk 8\t71\t75\nåk 9\t..\t78\n".to_owned(),
    ));
    rig.keys("<enter><enter><enter>");
    let made = charts(&rig).pop().unwrap();
    assert_eq!(made.title, "Andel som trivs");
    assert!(
        matches!(&made.body, Body::Groups { names, rows } if names.len() == 2 && rows[1].cells[0].number().is_none())
    );
    rig.keys("<enter>");
    assert_eq!(
        (data(&rig).step, data(&rig).lines.is_empty()),
        (Step::Lines, true),
        "one more"
    );
}

#[test]
fn a_file_is_a_chart_once_its_place_is_said() {
    let mut rig = with_file();
    rig.keys("<enter>");
    assert!(
        file(&rig).chosen.is_none() && file(&rig).finder.is_some(),
        "nobody guesses whose place it is"
    );
    rig.keys("<esc><enter>");
    assert!(file(&rig).finder.is_some(), "Enter asks again");
    rig.keys("hani<enter>");
    read(&mut rig, PUPILS);
    assert_eq!(file(&rig).recipe.axis.as_deref(), Some("Läsår"));
    assert_eq!(file(&rig).recipe.group.as_deref(), Some("Kön"));
    assert!(file(&rig).chosen.is_some(), "{:?}", file(&rig).why);
    rig.keys("<enter><enter>");
    let made = charts(&rig).pop().unwrap();
    assert!(!made.body.rows().is_empty());
    let recipe = made.recipe.as_ref().expect("the chart keeps its recipe");
    assert_eq!(
        (recipe.file.as_str(), recipe.read.as_str()),
        ("/data/elever.csv", "2026-11-17")
    );
    assert!(matches!(&made.source, Cited::Text(source) if !source.is_empty()));
    assert_eq!(made.purpose, Purpose::Explore);
    let shown = data(&rig).chart(&rig.model.texts).unwrap();
    assert_eq!(
        shown.id, made.id,
        "what was saved is shown under its own number"
    );
    rig.keys("<enter>");
    assert_eq!(data(&rig).step, Step::Choose, "one more of the same file");
    assert_eq!(
        data(&rig).chart(&rig.model.texts).map(|chart| chart.id),
        Some(ChartId(5))
    );
    // The next file is about the same place.
    rig.keys("<esc><esc>");
    rig.say(Msg::Paste("/data/annan.csv".to_owned()));
    read(&mut rig, PUPILS);
    read(&mut rig, PUPILS);
    assert_eq!(kept(&rig, "Kommun"), ["Haninge"]);
    assert!(file(&rig).chosen.is_some());
}

/// Rows in which a column follows another, as owners follow municipalities.
const OWNED: &str = "Kommun;Huvudman;Typ;Skola;Årskurs;Elever\nAle;Ale kommun;Kommunal;Ask;åk 8;70\nAle;Ale kommun;Kommunal;Ask;åk 9;80\n\
    Ale;Lära AB;Enskild;Bo;åk 8;60\nHaninge;Haninge kommun;Kommunal;Ce;åk 8;50\nHaninge;Haninge kommun;Kommunal;Ce;åk 9;55\n\
    Örebro;Fria AB;Enskild;De;åk 8;40\nÖrebro;Fria AB;Enskild;De;åk 9;45\nÖrebro;Örebro kommun;Kommunal;Ek;åk 9;90\n";

#[test]
fn whatever_place_is_picked_there_is_a_chart_and_what_was_let_go_is_said() {
    let mut rig = Rig::new();
    rig.keys("D");
    rig.say(Msg::Paste("/data/skolor.csv".to_owned()));
    read(&mut rig, OWNED);
    rig.keys("<enter>").keys("ale<enter>");
    read(&mut rig, OWNED);
    assert!(file(&rig).chosen.is_some(), "{:?}", file(&rig).why);
    for place in ["hani", "oreb", "ale"] {
        to_row(&mut rig, "Kommun");
        rig.keys(place).keys("<enter>");
        read(&mut rig, OWNED);
        assert!(file(&rig).chosen.is_some(), "{place}: {:?}", file(&rig).why);
        assert_eq!(file(&rig).eased(), []);
    }
    // Somebody picks a school, and then a place where there is none of that name.
    to_row(&mut rig, "Skola");
    rig.keys("bo<enter>");
    read(&mut rig, OWNED);
    assert_eq!(kept(&rig, "Skola"), ["Bo"]);
    to_row(&mut rig, "Kommun");
    rig.keys("hani<enter>");
    read(&mut rig, OWNED);
    assert!(file(&rig).chosen.is_some(), "{:?}", file(&rig).why);
    assert_eq!(kept(&rig, "Kommun"), ["Haninge"]);
    assert_eq!(kept(&rig, "Skola"), [""; 0]);
    let let_go: Vec<String> = file(&rig)
        .eased()
        .into_iter()
        .map(|row| file(&rig).name(row, &rig.model.texts))
        .collect();
    assert!(let_go.contains(&"Skola".to_owned()), "{let_go:?}");
}

#[test]
fn every_axis_and_every_value_that_can_be_picked_makes_a_chart() {
    use crate::app::data::choice::Row;
    for text in [PUPILS, OWNED] {
        for row in [Row::Axis, Row::Value, Row::Group] {
            let mut at = 0;
            loop {
                let mut rig = Rig::new();
                rig.keys("D");
                rig.say(Msg::Paste("/data/x.csv".to_owned()));
                read(&mut rig, text);
                rig.keys("<enter>").keys("örebro<enter>");
                read(&mut rig, text);
                let picks = file(&rig).picks(row);
                let Some(pick) = picks.get(at) else { break };
                let said = file(&rig).say(row, pick, &rig.model.texts);
                let name = file(&rig).name(row, &rig.model.texts);
                to_row(&mut rig, &name);
                rig.keys("<tab><home>");
                rig.keys(&"<up>".repeat(20))
                    .keys(&"<down>".repeat(at))
                    .keys("<enter>");
                read(&mut rig, text);
                // Of a handful of people no shares are drawn, whatever is picked.
                let few = |why: &SafeText| why.contains("Such small groups are not drawn");
                assert!(
                    file(&rig).chosen.is_some() || file(&rig).why.as_ref().is_some_and(few),
                    "{row:?} {said}: {:?}",
                    file(&rig).why
                );
                at += 1;
            }
            assert!(at > 1, "{row:?}");
        }
    }
}

#[test]
fn how_a_file_is_read_can_be_changed_and_seen_at_once() {
    let mut rig = with_file();
    rig.keys("<right>");
    let Some(Effect::Data(Ask::Read { read_as, .. })) = rig.others.last().cloned() else {
        panic!("it is read again")
    };
    assert_eq!(read_as.headings.as_deref(), Some("0"));
    read(&mut rig, PUPILS);
    read(&mut rig, PUPILS);
    let file = data(&rig).file.as_ref().unwrap();
    assert_eq!(
        file.fields[0].name, "A",
        "without headings the columns have letters"
    );
    rig.keys("<left>");
    read(&mut rig, PUPILS);
    assert_eq!(data(&rig).file.as_ref().unwrap().fields[0].name, "Kommun");
}

#[test]
fn a_place_is_found_by_typing_without_its_dots() {
    let mut rig = with_place();
    to_row(&mut rig, "Kommun");
    rig.keys("oreb<enter>");
    read(&mut rig, PUPILS);
    assert_eq!(kept(&rig, "Kommun"), ["Örebro"]);
    assert!(
        file(&rig).finder.is_none() && file(&rig).chosen.is_some(),
        "{:?} {:?}",
        file(&rig).why,
        file(&rig).recipe
    );
}

#[test]
fn places_are_no_axis_until_somebody_asks_to_compare() {
    use crate::app::data::choice::{Pick, Row};
    let mut rig = with_place();
    let axes = |rig: &Rig| -> Vec<String> {
        let file = data(rig).file.as_ref().unwrap();
        let texts = rig.model.texts;
        file.picks(Row::Axis)
            .iter()
            .map(|pick| file.say(Row::Axis, pick, &texts))
            .collect()
    };
    assert!(
        !axes(&rig).contains(&"Kommun".to_owned()),
        "{:?}",
        axes(&rig)
    );
    let name = file(&rig).name(Row::Compare, &rig.model.texts);
    to_row(&mut rig, &name);
    rig.keys("<right>");
    read(&mut rig, PUPILS);
    assert!(axes(&rig).contains(&"Kommun".to_owned()));
    assert_eq!(
        data(&rig).file.as_ref().unwrap().picks(Row::Compare)[1],
        Pick::Yes(true)
    );
}

#[test]
fn esc_goes_one_step_back_and_loses_nothing() {
    let mut rig = with_place();
    rig.keys("<enter>").keys("X");
    assert_eq!(data(&rig).step, Step::Words);
    let title = data(&rig).words.line(Word::Title).text().to_owned();
    assert!(title.ends_with('X'));
    rig.keys("<esc>");
    assert_eq!(data(&rig).step, Step::Choose);
    rig.keys("<esc><esc><esc>");
    assert!(!data(&rig).is_open());
    rig.keys("D").keys("<enter><enter><enter>");
    let now = data(&rig).words.line(Word::Title).text().to_owned();
    assert_eq!(now, title, "what was written stands there still");
}

#[test]
fn the_screen_waits_for_no_read_and_esc_leaves_it() {
    let mut rig = Rig::new();
    rig.keys("D");
    rig.say(Msg::Paste("/data/stor.csv".to_owned()));
    let Ask::Read { ticket, .. } = asked(&mut rig) else {
        panic!("a file is read")
    };
    let progress = choose::Progress {
        at: 34_000_000,
        of: 76_000_000,
    };
    rig.say(Msg::Data(Heard::Progress(ticket, progress)));
    assert_eq!(data(&rig).file.as_ref().unwrap().reading, Some(progress));
    rig.keys("<enter>");
    assert!(
        data(&rig).trouble.is_some(),
        "there is nothing to choose from yet, and that is said"
    );
    rig.keys("<esc>");
    assert_eq!(asked(&mut rig), Ask::Leave);
    assert_eq!(data(&rig).step, Step::Lines);
    rig.say(Msg::Data(Heard::Read(ticket, Err("late".into()))));
    assert_eq!(
        data(&rig).file.as_ref().unwrap().why,
        None,
        "an answer nobody waits for is passed over"
    );
}

#[test]
fn a_file_that_cannot_be_read_says_why_and_the_next_one_can() {
    let mut rig = Rig::new();
    rig.keys("D");
    rig.say(Msg::Paste("/data/x.csv".to_owned()));
    read(&mut rig, "");
    let why = data(&rig).file.as_ref().unwrap().why.clone().unwrap();
    assert!(why.contains("x.csv"), "{why}");
    rig.keys("<enter><esc>");
    rig.say(Msg::Paste("/data/elever.csv".to_owned()));
    read(&mut rig, PUPILS);
    assert!(data(&rig).file.as_ref().unwrap().preview.is_some());
}

#[test]
fn a_dialogue_that_has_begun_takes_no_more_charts() {
    let mut rig = Rig::new();
    rig.calmly(" ").keys("D");
    assert!(rig.model.data.is_none());
    assert!(rig.echo().contains("has begun"), "{}", rig.echo());
}

#[test]
fn nor_does_one_that_began_in_another_window_meanwhile() {
    let mut rig = with_place();
    rig.keys("<enter>");
    let before = charts(&rig).len();
    let session = &rig.lead().session;
    let (term, saw) = session.agenda_head();
    let entry = Entry {
        id: EntryId {
            seat: crate::domain::Seat::LEAD,
            n: session.next_counter(crate::domain::Seat::LEAD),
        },
        order: Hlc::after(session.clock(), NINE),
        wall: NINE,
        event: Event::Agenda {
            term,
            saw,
            act: crate::domain::AgendaAct::Entered("welcome".into()),
        },
    };
    rig.say(Msg::Arrived(Box::new(entry)));
    rig.keys("<enter>");
    assert_eq!(data(&rig).step, Step::Words);
    let trouble = data(&rig).trouble.clone().unwrap_or_default();
    assert!(trouble.contains("has begun"), "{trouble}");
    assert_eq!(charts(&rig).len(), before);
}

#[test]
fn a_disk_that_says_no_is_told_and_the_chart_can_be_saved_again() {
    let mut rig = Rig::new();
    rig.keys("D").keys("åk 9; 81<enter><enter><enter>Trivs");
    rig.disk_is_full = true;
    rig.keys("<enter>");
    assert_eq!(data(&rig).step, Step::Words);
    assert!(
        data(&rig)
            .trouble
            .as_ref()
            .is_some_and(|words| words.contains("full"))
    );
    rig.disk_is_full = false;
    rig.keys("<enter>");
    assert_eq!(data(&rig).step, Step::Saved);
}

#[test]
fn opened_by_itself_it_leaves_the_program() {
    let mut rig = Rig::new();
    rig.model.data = Some(Box::new(Data::alone(None)));
    rig.keys("åk 9; 81<enter><esc>");
    assert!(
        !rig.others.contains(&Effect::Quit),
        "typed lines are not left without a word"
    );
    assert!(data(&rig).trouble.is_some());
    rig.keys("<esc>");
    assert!(rig.others.contains(&Effect::Quit));
}
