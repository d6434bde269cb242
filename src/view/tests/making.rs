//! The screen on which a chart is made of data, step by step, as a person meets it.

use std::{io::Cursor, ops::ControlFlow};

use proptest::prelude::*;

use super::{
    SIZES, shot,
    stage::{changed, draw, styles, text, waiting},
};
use crate::{
    app::{
        Effect, Key, Model, Msg, Screen,
        data::{Ask, Data, Heard, Step},
        update,
    },
    chart::Glyphs,
    data::{choose, format::Source, preview},
    domain::{Entry, EntryId, Hlc},
    input::Chord,
    text::{Lang, SafeText},
};

/// A file of schools as a publisher writes it: the place is to be chosen, and the columns differ in a number.
const SCHOOLS: &str = "Statistik från Skolverket, https://www.skolverket.se\n\nElever per årskurs\nValt läsår: 2023/24\n\n\
    Skola;Skolkommun;Typ av huvudman;Elever, årskurs 7;Elever, årskurs 8;Elever, årskurs 9;Andel (%) flickor\n\
    Askskolan;Haninge;Kommunal;120;118;131;48\nBjörkskolan;Haninge;Kommunal;88;92;..;51\nCedern;Haninge;Enskild;44;40;45;49\n\
    Dalskolan;Tyresö;Kommunal;70;77;60;50\nEkskolan;Tyresö;Enskild;30;31;29;47\nFuruskolan;Örebro;Kommunal;210;201;190;52\n\n\
    Två prickar står för uppgifter som inte lämnas ut.\n";

/// Answers of pupils, with a column that nobody may see.
const ANSWERS: &str = "Löpnr;Namn;Årskurs;Trivs i skolan;Sover gott\n1;Anna A;8;Stämmer helt;Ofta\n2;Bo B;8;Stämmer ganska bra;Ibland\n\
    3;Cilla C;9;Stämmer ganska bra;Ofta\n4;Dag D;9;Stämmer ganska dåligt;Sällan\n5;Eva E;8;Stämmer helt;Ofta\n6;Fia F;9;Stämmer helt;Ibland\n\
    7;Gun G;8;Stämmer ganska bra;Ibland\n8;Hans H;9;Stämmer inte alls;Sällan\n9;Ida I;8;Stämmer helt;Ofta\n10;Jan J;9;Stämmer helt;Ofta\n";

/// The window before the start, with the screen over it, and the files that can be read.
struct Making(Model);

impl Making {
    fn new(lang: Lang) -> Self {
        let mut model = changed(waiting(lang), |lead| lead.path = "host.ron".into());
        model.size = (80, 24);
        let mut making = Self(model);
        making.keys("D");
        making
    }

    fn say(&mut self, msg: Msg) {
        let now = self.0.now;
        for effect in update(&mut self.0, msg, now) {
            match effect {
                Effect::Data(ask) => self.read(ask),
                Effect::Append(draft) => {
                    let Screen::Lead(lead) = &self.0.screen else {
                        continue;
                    };
                    let entry = Entry {
                        id: EntryId {
                            seat: draft.seat,
                            n: lead.session.next_counter(draft.seat),
                        },
                        order: Hlc::after(lead.session.clock(), draft.wall),
                        wall: draft.wall,
                        event: draft.event,
                    };
                    let answer = Ok(Box::new(entry));
                    self.say(Msg::Appended {
                        ticket: draft.ticket,
                        answer,
                    });
                }
                _ => {}
            }
        }
    }

    /// Reads as the thread does that reads files.
    fn read(&mut self, ask: Ask) {
        let texts = self.0.texts;
        let say = |error: crate::data::DataError| SafeText::line(&error.say(&texts));
        let open = |path: &std::path::Path| -> Box<dyn Source> {
            let text = match path.file_name().and_then(|name| name.to_str()) {
                Some("svar.csv") => ANSWERS,
                Some("tom.csv") => "",
                _ => SCHOOLS,
            };
            Box::new(Cursor::new(text.as_bytes().to_vec()))
        };
        let heard = match ask {
            Ask::Read {
                ticket,
                path,
                name,
                read_as,
            } => {
                let mut watch = |_| ControlFlow::Continue(());
                let seen = preview::preview(open(&path).as_mut(), &name, &read_as, &mut watch);
                Heard::Read(ticket, seen.map(Box::new).map_err(say))
            }
            Ask::Choose {
                ticket,
                path,
                name,
                recipes,
                ..
            } => {
                let mut watch = |_| ControlFlow::Continue(());
                let mut source = open(&path);
                let mut last = None;
                for recipe in &recipes {
                    let chosen = choose::choose(source.as_mut(), &name, recipe, 5, &mut watch);
                    let done = chosen.is_ok();
                    if done || last.is_none() {
                        last = Some(chosen);
                    }
                    if done {
                        break;
                    }
                }
                let chosen = last.expect("something is tried");
                Heard::Chosen(ticket, chosen.map(Box::new).map_err(say))
            }
            Ask::Leave => return,
        };
        self.say(Msg::Data(heard));
    }

    /// Presses keys, one for each letter; a line end is Enter.
    fn keys(&mut self, typed: &str) -> &mut Self {
        for letter in typed.chars() {
            let chord = match letter {
                '\n' => Chord::ENTER,
                letter => Chord::char(letter),
            };
            self.say(Msg::Key(Key::press(chord)));
        }
        self
    }

    fn paste(&mut self, words: &str) -> &mut Self {
        self.say(Msg::Paste(words.to_owned()));
        self
    }

    fn data(&self) -> &Data {
        self.0.data.as_deref().expect("the screen is open")
    }
}

/// What a person does until a step is reached.
type Play = fn(&mut Making);

/// Every step: the name of its picture, and the way there.
const STEPS: [(&str, Play); 10] = [
    ("making_lines", |_| {}),
    ("making_typed", |making| {
        making.keys("åk 7; 84 %\nåk 8; 79 %\nåk 9; 81");
    }),
    ("making_pasted", |making| {
        making.paste("Andel som trivs\nÅrskurs\tFlickor\tPojkar\nåk 8\t71,5\t75\nåk 9\t..\t78\n");
        making.keys("\n");
    }),
    ("making_preview", |making| {
        making.paste("/data/elever.csv");
    }),
    ("making_place", |making| {
        making.paste("/data/elever.csv").keys("\n");
    }),
    ("making_chosen", |making| {
        making.paste("/data/elever.csv").keys("\nhan\n");
    }),
    ("making_words", |making| {
        making.paste("/data/elever.csv").keys("\nhan\n\n");
    }),
    ("making_saved", |making| {
        making.paste("/data/elever.csv").keys("\nhan\n\n\n");
    }),
    ("making_survey", |making| {
        making.paste("/data/svar.csv").keys("\n");
    }),
    ("making_broken", |making| {
        making.paste("/data/tom.csv");
    }),
];

fn made(lang: Lang, play: Play) -> Model {
    let mut making = Making::new(lang);
    play(&mut making);
    making.0
}

#[test]
fn every_step_at_every_size() {
    for (name, play) in STEPS {
        let model = made(Lang::Sv, play);
        for size in SIZES {
            shot(name, &model, size);
        }
    }
    for (name, play) in &STEPS[4..7] {
        shot(&format!("{name}_english"), &made(Lang::En, *play), (50, 30));
    }
}

#[test]
fn a_plain_terminal_gets_ascii_and_no_colour_the_same_words() {
    for lang in Lang::ALL {
        for (name, play) in STEPS {
            let mut model = made(lang, play);
            let (colour, _) = draw(&model, 120, 40);
            model.settings.color = false;
            let (plain, _) = draw(&model, 120, 40);
            assert_eq!(text(&colour), text(&plain));
            assert!(!styles(&plain).is_empty());
            model.settings.glyphs = Glyphs::Ascii;
            for (width, height) in SIZES {
                let screen = text(&draw(&model, width, height).0);
                let odd: Vec<char> = screen
                    .chars()
                    .filter(|c| !c.is_ascii() && !c.is_alphabetic())
                    .collect();
                assert!(
                    odd.is_empty(),
                    "{odd:?} in {name} at {width}×{height}:\n{screen}"
                );
            }
        }
    }
}

#[test]
fn the_footer_says_what_enter_does() {
    for (lang, words) in [(Lang::Sv, "Enter sparar"), (Lang::En, "Enter saves")] {
        let mut making = Making::new(lang);
        making.paste("/data/elever.csv").keys("\nhan\n\n");
        for _ in 0..6 {
            assert_eq!(making.data().step, Step::Words);
            let screen = text(&draw(&making.0, 80, 24).0);
            assert!(screen.contains(words), "{screen}");
            making.say(Msg::Key(Key::press(Chord::key(
                crossterm::event::KeyCode::Down,
            ))));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_size_is_drawn(width in 0_u16..=250, height in 0_u16..=80, step in 0_usize..10, ascii: bool) {
        let mut model = made(Lang::Sv, STEPS[step].1);
        if ascii {
            model.settings.glyphs = Glyphs::Ascii;
        }
        let (buf, cursor) = draw(&model, width, height);
        prop_assert!(cursor.is_none_or(|at| buf.area.contains(at)));
    }
}
