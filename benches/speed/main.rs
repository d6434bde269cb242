//! How fast the program is where somebody waits for it: `cargo bench`.
//!
//! Every figure is a median. At the end they are said in sentences, each beside what is promised, so that the README can state them.

mod child;
mod dialogue;
mod disk;
mod keys;
mod library;
mod rows;
mod said;
mod screen;
mod tables;
mod texts;

use std::time::{Duration, SystemTime};

use criterion::Criterion;

/// How many notes a dialogue has; the second and third show whether a cost grows with them.
const NOTES: [usize; 3] = [100, 1_000, 10_000];

#[expect(
    clippy::disallowed_methods,
    reason = "a figure of an earlier run is not one of this"
)]
fn main() {
    let began = SystemTime::now();
    let mut criterion = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .configure_from_args();
    screen::bench(&mut criterion);
    keys::bench(&mut criterion);
    texts::bench(&mut criterion);
    tables::bench(&mut criterion);
    let appended = disk::bench(&mut criterion);
    let rows = rows::bench();
    let workbook = tables::workbook();
    let library = library::bench();
    criterion.final_summary();
    said::print(began, appended);
    if let Some(rows) = rows {
        said::print_rows(rows);
    }
    if let Some(workbook) = workbook {
        said::print_workbook(workbook);
    }
    if let Some(library) = library {
        said::print_library(&library);
    }
}
