//! Text from the domain and back: a note line, a chart, the session file.

use std::hint::black_box;

use criterion::Criterion;
use samtal::{
    chart::{self, Glyphs, Look, Size},
    domain::chart::{Body, Chart, ChartId, Row},
    format::{
        note_line,
        session::{self, Kind, Snapshot},
    },
    text::{Lang, SafeText, Texts},
};

use crate::dialogue;

pub(crate) fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("text");
    let voices = [
        SafeText::line("skola"),
        SafeText::line("fritid"),
        SafeText::line("elevhälsa"),
    ];
    let line = "! d6 Fritid: det är lugnare hos oss än i skolan, säger de som går dit ##";
    group.bench_function("note line", |bencher| {
        bencher.iter(|| note_line::read(black_box(line), &voices));
    });
    let texts = Texts::new(Lang::Sv);
    let look = Look::new(Glyphs::Blocks, true);
    let size = Size { cols: 76, rows: 20 };
    let bars = bars(12);
    group.bench_function("chart of 12 bars", |bencher| {
        bencher.iter(|| chart::draw(black_box(&bars), size, look, &texts));
    });
    let session = dialogue::session(300);
    group.bench_function("session file with 300 notes", |bencher| {
        bencher.iter(|| {
            let base = session::base_of(black_box(&session));
            session::write(
                &base,
                Kind::Session,
                Some(Snapshot {
                    generation: 1,
                    seq: 304,
                }),
            )
        });
    });
    group.finish();
}

fn bars(count: u8) -> Chart {
    let rows = (1..=count).map(|place| {
        let label = format!("Fråga {place} om att trivas");
        Row::of(&label, 30.0 + 5.3 * f64::from(place))
    });
    Chart::new(
        ChartId(1),
        "Andel som svarar ja",
        Body::Bars(rows.collect()),
    )
}
