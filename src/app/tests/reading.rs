//! Reading and choosing: the own scroll view, help, and the first screen.

use ratatui::text::Line;

use super::*;
use crate::{
    app::{data::Data, lead::Overlay},
    input::Action,
};

fn with_reader(lines: &[&str]) -> Rig {
    let mut rig = Rig::new();
    rig.model.reader = Some(Reader {
        lines: lines
            .iter()
            .map(|line| Line::from((*line).to_owned()))
            .collect(),
        ..Reader::default()
    });
    rig
}

fn top(rig: &Rig) -> usize {
    rig.model.reader.as_ref().expect("it is open").top
}

#[test]
fn the_own_view_finds_words_and_headings_as_less_does() {
    let mut lines = vec!["SAMTAL"; 60];
    lines[10] = "== NEXT STEPS ==";
    lines[12] = " [ ] S1 Anna";
    lines[40] = "== TIMES ==";
    lines[41] = " a line with == in it";
    let mut rig = with_reader(&lines);
    rig.keys("/s1<enter>");
    assert_eq!(top(&rig), 12);
    rig.keys("/^==<enter>");
    assert_eq!(top(&rig), 40);
    rig.keys("n");
    assert_eq!(
        top(&rig),
        10,
        "round the end, and no line that only holds it"
    );
    rig.keys("/nowhere<enter>");
    assert!(
        rig.model
            .reader
            .as_ref()
            .is_some_and(|reader| reader.missed)
    );
    assert_eq!(top(&rig), 10);
    rig.keys("<down>");
    assert!(
        !rig.model
            .reader
            .as_ref()
            .is_some_and(|reader| reader.missed)
    );
}

#[test]
fn the_own_view_scrolls_as_less_does_and_is_left_with_q() {
    let mut rig = with_reader(&["a line"; 60]);
    rig.keys("<space>");
    assert_eq!(top(&rig), 22);
    rig.keys("b<down><down><up>");
    assert_eq!(top(&rig), 1);
    rig.keys("<end>");
    assert_eq!(top(&rig), 38);
    rig.keys("<pagedown>");
    assert_eq!(top(&rig), 38);
    rig.keys("<home>");
    assert_eq!(top(&rig), 0);
    rig.keys("q");
    assert!(rig.model.reader.is_none());
    assert!(matches!(rig.model.screen, Screen::Lead(_)));
}

#[test]
fn help_scrolls_to_its_end_and_no_further() {
    let mut rig = Rig::new();
    let top = |rig: &Rig| match rig.lead().overlay {
        Some(Overlay::Help(top)) => top,
        _ => panic!("help is open"),
    };
    rig.keys("?<end>");
    let last = top(&rig);
    assert!(last > 20);
    rig.keys("<pagedown><down>");
    assert_eq!(top(&rig), last);
    rig.keys("<up>");
    assert_eq!(top(&rig), last - 1);
    rig.keys("<home>");
    assert_eq!(top(&rig), 0);
    rig.keys("?");
    assert!(rig.lead().overlay.is_none());
}

#[test]
fn the_palette_offers_what_fits_and_nothing_far_from_it() {
    let texts = Texts::new(Lang::Sv);
    let found = palette::find("dia", &texts);
    assert!(found.contains(&Action::Charts) && found.contains(&Action::NextChart));
    assert!(!found.contains(&Action::RemoveForGood), "{found:?}");
    assert_eq!(
        palette::find("fönster", &texts),
        [Action::Full, Action::GroupView]
    );
    assert!(palette::find("dgrm", &texts).contains(&Action::Charts));
    assert!(palette::find("qqqq", &texts).is_empty());
}

fn at_home(ask_glyphs: bool) -> Rig {
    let mut rig = Rig::new();
    let item = |title: &str, kind| HomeItem {
        title: title.into(),
        name: title.into(),
        kind,
        opens: 0,
    };
    rig.model.screen = Screen::Home(Home {
        items: vec![
            item("a template", ItemKind::Template),
            item("broken", ItemKind::Broken("broken.ron:2:1".into())),
            item("demo", ItemKind::Demo),
        ],
        ask_glyphs,
        ..Home::default()
    });
    rig
}

fn home(rig: &Rig) -> &Home {
    match &rig.model.screen {
        Screen::Home(home) => home,
        _ => panic!("the first screen is shown"),
    }
}

#[test]
fn the_first_screen_asks_for_bars_once_and_can_be_left_at_once() {
    let mut rig = at_home(true);
    rig.keys("<enter>");
    assert!(!home(&rig).ask_glyphs);
    assert_eq!(rig.others, [Effect::RememberGlyphs(Glyphs::Blocks)]);

    let mut rig = at_home(true);
    rig.keys("n");
    assert_eq!(rig.others, [Effect::RememberGlyphs(Glyphs::Ascii)]);

    for key in ["<ctrl-c>", "q"] {
        let mut rig = at_home(true);
        rig.keys(key);
        assert_eq!(rig.others, [Effect::Quit], "{key} is no answer");
    }
}

#[test]
fn the_first_screen_opens_what_is_chosen_and_says_what_is_broken() {
    let mut rig = at_home(false);
    rig.keys("<up><enter>");
    assert_eq!(rig.others, [Effect::Open(Opening::Item(0))]);
    rig.keys("<down><enter>");
    assert_eq!(home(&rig).trouble.as_deref(), Some("broken.ron:2:1"));
    rig.keys("<end><enter>");
    assert_eq!(rig.others.last(), Some(&Effect::Open(Opening::Demo)));
}

#[test]
fn the_first_screen_opens_a_session_to_make_a_chart_for_it() {
    let mut rig = at_home(false);
    rig.keys("<up>D");
    assert_eq!(rig.others, [Effect::Open(Opening::Item(0))]);
    rig.say(Msg::Opened(Box::new(Rig::new().lead().clone())));
    assert!(rig.model.data.as_deref().is_some_and(Data::is_open));

    let mut rig = at_home(false);
    rig.keys("<up>D");
    let mut begun = Rig::new();
    begun.calmly(" ");
    rig.say(Msg::Opened(Box::new(begun.lead().clone())));
    assert!(rig.model.data.is_none());
    assert!(rig.echo().contains("has begun"), "{}", rig.echo());

    let mut rig = at_home(false);
    rig.keys("<up>D");
    rig.say(Msg::NotOpened("taken".into()));
    assert!(rig.model.data.is_none(), "the next one opens as always");

    let mut rig = at_home(false);
    rig.keys("<down>D");
    assert!(
        rig.model.data.is_none() && rig.others.is_empty(),
        "a broken file"
    );
}

#[test]
fn the_first_screen_chooses_what_is_most_likely_wanted() {
    let zone = Zone::find("Europe/Stockholm").unwrap();
    let item = |title: &str, kind| HomeItem {
        title: title.into(),
        name: title.into(),
        kind,
        opens: 0,
    };
    let session = |title: &str, days: i64, running, closed| {
        let kind = ItemKind::Session {
            start: Some(NINE + Span::minutes(days * 1440)),
            running,
            closed,
            open_steps: 0,
        };
        item(title, kind)
    };
    let chosen = |mut items: Vec<HomeItem>| {
        items.push(item("template", ItemKind::Template));
        items.push(item("demo", ItemKind::Demo));
        let home = Home::of(items, NINE - Span::minutes(8), &zone);
        (home.items[home.selected].title.to_string(), home.is_new())
    };
    let said = |title: &str, new| (title.to_owned(), new);
    assert_eq!(chosen(Vec::new()), said("demo", true));
    let left = || item("left", ItemKind::DemoGoesOn);
    assert_eq!(chosen(vec![left()]), said("left", true));
    let ahead = || session("ahead", 20, false, false);
    let today = || session("today", 0, false, false);
    let before = || session("before", -3, false, true);
    assert_eq!(chosen(vec![ahead(), before()]), said("ahead", false));
    assert_eq!(chosen(vec![ahead(), before(), left()]), said("left", false));
    assert_eq!(chosen(vec![ahead(), today(), left()]), said("today", false));
    let over = session("over", 0, false, true);
    assert_eq!(chosen(vec![ahead(), over]), said("ahead", false));
    let runs = session("runs", -1, true, false);
    assert_eq!(chosen(vec![ahead(), today(), runs]), said("runs", false));
    let broken = item("broken", ItemKind::Broken("why".into()));
    assert_eq!(chosen(vec![broken]), said("demo", false));
}

#[test]
fn a_list_that_grows_moves_nothing_under_the_hand() {
    let item = |title: &str, kind, opens| HomeItem {
        title: title.into(),
        name: title.into(),
        kind,
        opens,
    };
    let session = |title: &str, opens| {
        let kind = ItemKind::Session {
            start: Some(NINE),
            running: false,
            closed: true,
            open_steps: 0,
        };
        item(title, kind, opens)
    };
    let template = |opens| item("demo", ItemKind::Template, opens);
    let list = |items: Vec<HomeItem>, reading| Home {
        reading,
        ..Home::of(items, NINE, &Zone::default())
    };
    let mut rig = Rig::new();
    let first = list(
        vec![template(0), item("demo", ItemKind::Demo, 1)],
        Some((0, 0)),
    );
    assert!(!first.is_new(), "who waits for a list is not new here");
    rig.model.screen = Screen::Home(first);

    rig.say(Msg::Listed(list(
        vec![session("a", 2), template(3)],
        Some((1, 2)),
    )));
    assert_eq!(
        home(&rig).selected,
        0,
        "nobody has chosen: what is wanted most"
    );
    rig.keys("<down>");
    let whole = vec![session("a", 4), session("b", 5), template(6)];
    rig.say(Msg::Listed(list(whole, None)));
    assert_eq!((home(&rig).selected, home(&rig).reading), (2, None));
    rig.keys("<enter>");
    assert_eq!(rig.others, [Effect::Open(Opening::Item(6))]);
}

#[test]
fn the_clock_at_home_goes_on_by_itself() {
    let mut rig = Rig::new();
    rig.later(Span::seconds(42));
    rig.model.screen = Screen::Home(Home::default());
    rig.say(Msg::Tick);
    assert_eq!(deadline(&rig.model), Some(NINE + Span::minutes(1)));
    rig.later(Span::seconds(18));
    rig.say(Msg::Tick);
    assert_eq!(deadline(&rig.model), Some(NINE + Span::minutes(2)));
}
