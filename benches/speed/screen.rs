//! One frame of the leading window, drawn from nothing at 200 × 60.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion};
use ratatui::{buffer::Buffer, layout::Rect};
use samtal::{
    app::{
        Key, Model, Msg, Screen,
        lead::{Pane, Room},
        update,
    },
    domain::{Seat, Spine},
    input::Chord,
    text::Span,
    view,
};

use crate::{NOTES, dialogue};

pub(crate) fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("frame");
    let plain = NOTES.map(|notes| (notes.to_string(), dialogue::model(notes)));
    let most = NOTES[NOTES.len() - 1];
    let others = [
        ("closing".to_owned(), in_closing(dialogue::model(most))),
        ("nothing found".to_owned(), finding(dialogue::model(most))),
    ];
    for (name, model) in plain.into_iter().chain(others) {
        let area = Rect::new(0, 0, model.size.0, model.size.1);
        let mut buffer = Buffer::empty(area);
        group.bench_function(BenchmarkId::from_parameter(name), |bencher| {
            bencher.iter(|| {
                buffer.reset();
                black_box(view::draw(&model, area, &mut buffer))
            });
        });
    }
    for notes in NOTES {
        let mut model = in_note_window(dialogue::model(notes));
        let area = Rect::new(0, 0, model.size.0, model.size.1);
        let mut buffer = Buffer::empty(area);
        let mut keys = [Chord::char('a'), Chord::BACKSPACE].into_iter().cycle();
        let name = BenchmarkId::new("a key in the note window", notes);
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let now = model.now;
                let key = keys.next().expect("it goes round");
                black_box(update(&mut model, Msg::Key(Key::press(key)), now));
                buffer.reset();
                black_box(view::draw(&model, area, &mut buffer))
            });
        });
    }
    group.finish();
}

/// The same dialogue from the window of a note-taker, with half a name on the line.
fn in_note_window(mut model: Model) -> Model {
    if let Screen::Lead(lead) = &mut model.screen {
        lead.room = Room::on(Seat(2));
        lead.room.here = vec![Seat::LEAD, Seat(2)];
    }
    let now = model.now;
    update(&mut model, Msg::Tick, now);
    update(&mut model, Msg::Paste("fri".to_owned()), now);
    model
}

/// The closing lists what is still open among all notes.
fn in_closing(mut model: Model) -> Model {
    if let Screen::Lead(lead) = &mut model.screen {
        let mut session = std::mem::take(&mut lead.session);
        for entry in dialogue::to_the_closing(&session, model.now) {
            session.apply(&entry);
        }
        lead.session = session;
    }
    model
}

/// A word that stands in no note is looked for in all.
fn finding(mut model: Model) -> Model {
    if let Screen::Lead(lead) = &mut model.screen {
        lead.pane = Pane::Notes(Spine::See);
    }
    let now = model.now + Span::seconds(5);
    update(&mut model, Msg::Key(Key::press(Chord::char('/'))), now);
    update(&mut model, Msg::Paste("står ingenstans".to_owned()), now);
    update(&mut model, Msg::Key(Key::press(Chord::ENTER)), now);
    model
}
