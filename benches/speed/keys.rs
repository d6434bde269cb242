//! From a key to the changed model and the effects asked for.

use std::hint::black_box;

use criterion::{BatchSize, BenchmarkId, Criterion};
use crossterm::event::KeyCode;
use samtal::{
    app::{Effect, Key, Model, Msg, Screen, lead::Pane, update},
    domain::{Draft, Entry, EntryId, Hlc, Seat, Spine},
    input::Chord,
    text::{Moment, Span},
};

use crate::{NOTES, dialogue};

fn press(model: &mut Model, chord: Chord, now: Moment) -> Vec<Effect> {
    update(model, Msg::Key(Key::press(chord)), now)
}

pub(crate) fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("key");
    for notes in NOTES {
        let model = dialogue::model(notes);
        let now = model.now;
        group.bench_function(BenchmarkId::new("letter in a note", notes), |bencher| {
            let mut model = model.clone();
            press(&mut model, Chord::char('i'), now);
            let mut typed = 0;
            bencher.iter(|| {
                // A line of the length people write; then it is emptied again.
                let chord = if typed % 160 < 80 {
                    Chord::char('å')
                } else {
                    Chord::BACKSPACE
                };
                typed += 1;
                black_box(press(&mut model, chord, now))
            });
        });
        group.bench_function(BenchmarkId::new("arrow in the notes", notes), |bencher| {
            let mut model = model.clone();
            if let Screen::Lead(lead) = &mut model.screen {
                lead.pane = Pane::Notes(Spine::See);
            }
            let mut moved = 0;
            bencher.iter(|| {
                let up = moved % 60 < 30;
                moved += 1;
                let code = if up { KeyCode::Up } else { KeyCode::Down };
                black_box(press(&mut model, Chord::key(code), now))
            });
        });
        fresh(
            &mut group,
            BenchmarkId::new("next stage", notes),
            &model,
            |model| press(model, Chord::char('n'), now + Span::seconds(5)),
        );
        fresh(
            &mut group,
            BenchmarkId::new("Enter on a note", notes),
            &written(&model),
            |model| press(model, Chord::ENTER, now + Span::seconds(5)),
        );
        let mut waiting = written(&model);
        let effects = press(&mut waiting, Chord::ENTER, now);
        let (ticket, entry) = answer(&waiting, effects);
        fresh(
            &mut group,
            BenchmarkId::new("saved note comes back", notes),
            &waiting,
            |model| {
                let answer = Ok(Box::new(entry.clone()));
                update(model, Msg::Appended { ticket, answer }, now + Span(20))
            },
        );
    }
    group.finish();
}

/// Measures a step that can be taken once: each time on a copy, which costs nothing here.
fn fresh(
    group: &mut criterion::BenchmarkGroup<'_, criterion::measurement::WallTime>,
    id: BenchmarkId,
    model: &Model,
    step: impl Fn(&mut Model) -> Vec<Effect>,
) {
    group.bench_function(id, |bencher| {
        bencher.iter_batched(
            || model.clone(),
            |mut model| {
                let effects = black_box(step(&mut model));
                (model, effects)
            },
            BatchSize::NumIterations(4),
        );
    });
}

/// Returns the program with a note in the line.
fn written(model: &Model) -> Model {
    let mut model = model.clone();
    let now = model.now;
    press(&mut model, Chord::char('i'), now);
    update(
        &mut model,
        Msg::Paste("De flesta trivs, men vem frågar vi inte?".to_owned()),
        now,
    );
    model
}

/// Returns what the store says to the first draft.
fn answer(model: &Model, effects: Vec<Effect>) -> (u64, Entry) {
    let draft = effects.into_iter().find_map(|effect| match effect {
        Effect::Append(draft) => Some(draft),
        _ => None,
    });
    let Draft {
        ticket,
        wall,
        event,
        ..
    } = draft.expect("a note was to be saved");
    let Screen::Lead(lead) = &model.screen else {
        unreachable!("the leading window is open");
    };
    let id = EntryId {
        seat: Seat::LEAD,
        n: lead.session.next_counter(Seat::LEAD),
    };
    let order = Hlc::after(lead.session.clock(), wall);
    (
        ticket,
        Entry {
            id,
            order,
            wall,
            event,
        },
    )
}
