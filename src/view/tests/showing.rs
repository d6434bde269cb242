//! The faces of a chart at every size: covered, guessed about, turned, a voice, and what lies behind.

use super::{stage::Play, *};
use crate::domain::chart::{Body, Cell, Chart, Guess, Row};
use crate::{
    app::{Key, Msg, update},
    input::Chord,
};

/// The demo's fourth chart as this test wants it, shown in the data stage.
fn showing(lang: Lang, change: impl FnOnce(&mut Chart)) -> Model {
    let mut chart = match &data(lang).screen {
        Screen::Lead(lead) => lead.session.plan().charts[3].clone(),
        _ => unreachable!("the data stage is in the leading window"),
    };
    change(&mut chart);
    changed(data(lang), |lead| {
        let mut play = Play::demo(lang);
        play.session = lead.session.clone();
        play.planned(crate::domain::PlanPart::Chart(Box::new(chart)));
        lead.session = play.session;
    })
}

fn press(model: &mut Model, keys: &str) {
    let now = model.now;
    for key in keys.chars() {
        let chord = match key {
            '⏎' => Chord::ENTER,
            key => Chord::char(key),
        };
        drop(update(model, Msg::Key(Key::press(chord)), now));
        // Nobody types that fast: each key stands alone.
        model.now = now;
    }
}

fn guess(lang: Lang) -> Model {
    showing(lang, |chart| {
        chart.showing.guess = Guess::Row("Åk 8".into());
    })
}

const NEAR: [(u16, u16); 4] = [(50, 30), (80, 24), (120, 40), (40, 12)];

#[test]
fn guesses_before_the_values() {
    let (sv, en) = (Lang::Sv, Lang::En);
    for size in NEAR {
        shot("guess_covered", &guess(sv), size);
        let mut asked = guess(sv);
        press(&mut asked, "g60 70⏎55 80");
        shot("guess_asked", &asked, size);
        press(&mut asked, "⏎⏎");
        shot("guess_shown", &asked, size);
    }
    let mut english = showing(en, |chart| chart.showing.guess = Guess::Yes);
    shot("english_guess_covered", &english, (50, 30));
    press(&mut english, "g60 70 55 80⏎⏎");
    shot("english_guess_shown", &english, (50, 30));
    let mut alone = guess(sv);
    press(&mut alone, "zg60 70⏎55 80");
    shot("guess_alone", &alone, (50, 30));
    press(&mut alone, "⏎⏎");
    shot("guess_alone_shown", &alone, (80, 24));
}

#[test]
fn the_other_side_of_a_share() {
    let away = |lang| {
        showing(lang, |chart| {
            chart.title = SafeText::line(match lang {
                Lang::Sv => "Frånvaro över 20 %, per årskurs",
                Lang::En => "Absence above 20%, by year",
            });
            chart.showing.flip = SafeText::line(match lang {
                Lang::Sv => "på plats",
                Lang::En => "present",
            });
            let values = [("Åk 7", 11.0), ("Åk 8", 22.0), ("Åk 9", 15.5)];
            let mut rows: Vec<Row> = values.map(|(label, value)| Row::of(label, value)).to_vec();
            rows[2].cells[0] = Cell::Missing("dolt".into());
            chart.body = Body::Bars(rows);
            chart.n = None;
        })
    };
    for size in NEAR {
        let mut turned = away(Lang::Sv);
        press(&mut turned, "v");
        shot("turned", &turned, size);
    }
    let mut english = away(Lang::En);
    press(&mut english, "v");
    shot("english_turned", &english, (50, 30));
    press(&mut english, "z");
    shot("english_turned_alone", &english, (80, 24));
    let mut none = data(Lang::Sv);
    press(&mut none, "v");
    shot("turned_not", &none, (50, 30));
    press(&mut none, "zv");
    shot("turned_not_alone", &none, (80, 24));
}

#[test]
fn what_lies_behind() {
    let known = |lang| {
        showing(lang, |chart| {
            if let Body::Bars(rows) = &mut chart.body {
                rows[2].cells[0] = Cell::Missing("dolt".into());
            }
            chart.showing.not_in = "Elever i fristående skolor, och de som inte svarade.".into();
        })
    };
    for size in NEAR {
        let mut behind = known(Lang::Sv);
        press(&mut behind, "B");
        shot("behind", &behind, size);
    }
    let mut english = data(Lang::En);
    press(&mut english, "B");
    shot("english_behind", &english, (50, 30));
    let mut alone = known(Lang::Sv);
    press(&mut alone, "zB");
    shot("behind_alone", &alone, (80, 24));
}

#[test]
fn a_voice_among_the_charts() {
    let voice = |lang| {
        showing(lang, |chart| {
            chart.title = "En röst från fritidsgården".into();
            chart.unit = SafeText::default();
            chart.say = SafeText::default();
            chart.caveat = SafeText::default();
            chart.n = None;
            chart.body = Body::Voice {
                quote: "Jag går dit för musiken, men jag stannar för att någon frågar hur jag mår."
                    .into(),
                from: "elev i åk 8".into(),
            };
        })
    };
    for size in NEAR {
        shot("voice", &voice(Lang::Sv), size);
    }
    for size in [(50, 30), (80, 24), (120, 40)] {
        let mut alone = voice(Lang::Sv);
        press(&mut alone, "z");
        shot("voice_alone", &alone, size);
    }
    let mut all = voice(Lang::En);
    press(&mut all, "d");
    shot("english_voice_among", &all, (80, 24));
}

/// No window, however large and whatever lies over it, shows a value of a covered chart: no value, no count, no word about them.
#[test]
fn a_covered_chart_leaks_nowhere() {
    let secrets = ["61,7", "47,3", "87,7", "4711", "4\u{a0}711", "hemlig"];
    let covered = || {
        showing(Lang::Sv, |chart| {
            let values = [("Åk 5", 61.7), ("Åk 8", 47.3), ("Gy 2", 87.7)];
            let mut rows: Vec<Row> = values.map(|(label, value)| Row::of(label, value)).to_vec();
            rows[0].n = Some(4711);
            rows[1].remark = "hemlig".into();
            chart.body = Body::Bars(rows);
            (chart.n, chart.say, chart.caveat) = (Some(4711), "hemlig".into(), "hemlig".into());
            chart.showing.guess = Guess::Yes;
            chart.showing.flip = "på plats".into();
        })
    };
    let sizes = SIZES.into_iter().chain([(44, 16), (180, 44), (250, 80)]);
    for (width, height) in sizes {
        for keys in [
            "",
            "l",
            "v",
            "d",
            "z",
            "zl",
            "zv",
            "B",
            "zB",
            "dB",
            "g",
            "g12 34",
            "g12⏎34⏎",
            "zg12 34⏎",
            "lv",
        ] {
            let mut model = covered();
            press(&mut model, keys);
            let screen = text(&draw(&model, width, height).0);
            let title = crate::view::title(&model);
            for secret in secrets {
                assert!(
                    !screen.contains(secret),
                    "{keys} {width}×{height}: {secret}\n{screen}"
                );
                assert!(!title.contains(secret), "{title}");
            }
        }
        let mut shown = covered();
        press(&mut shown, "⏎z");
        let screen = text(&draw(&shown, width, height).0);
        assert!(
            screen.contains("47,3") || height < 16,
            "Enter shows it:\n{screen}"
        );
    }
}
