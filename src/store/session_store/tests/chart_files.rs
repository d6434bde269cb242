//! Charts whose values lie in a file: which values hold, and until when.

use super::*;
use crate::domain::chart::{Body, Cell, Chart, ChartId, Source};

const CSV: &str = "/h/sessions/data/skola.csv";

/// A session with one chart that is taken from a file, lying in the library as the program writes it.
fn disk_with_chart() -> ModelDisk {
    let mut base = ground();
    let mut chart = Chart::new(ChartId(4), "Trygg i skolan", Body::Bars(vec![]));
    chart.source = Source::Csv("data/skola.csv".into());
    base.plan.charts = vec![chart];
    let disk = ModelDisk::new(1);
    disk.put(
        Path::new(FILE),
        session::write(&base, Kind::Session, None).as_bytes(),
    );
    disk
}

fn put(disk: &ModelDisk, csv: &str) {
    disk.put(Path::new(CSV), csv.as_bytes());
}

fn chart(session: &Session) -> &Chart {
    &session.plan().charts[0]
}

fn values(session: &Session) -> Vec<f64> {
    let cells = chart(session).body.rows().iter().flat_map(|row| &row.cells);
    cells.filter_map(Cell::number).collect()
}

fn said(unread: &[Unread]) -> Vec<String> {
    let texts = Texts::new(Lang::En);
    unread.iter().map(|one| one.sentence(texts)).collect()
}

/// What the session file says, for itself.
fn published(disk: &ModelDisk) -> Session {
    let mut base = session::read(FILE, &file(disk)).unwrap().base;
    session::number(&mut base);
    Session::on(base)
}

#[test]
fn a_file_is_read_until_the_first_stage_starts_and_then_its_values_stand() {
    let disk = disk_with_chart();
    put(
        &disk,
        "\u{feff}Åk;Flickor;Pojkar\r\n5;83,0;81,5\r\n8;79,9;..\r\n",
    );
    let mut store = open(&disk).store;
    assert_eq!(store.read_sources(), Ok(vec![]));
    assert_eq!(values(store.session()), [83.0, 81.5, 79.9]);
    store.publish().unwrap();
    let before = chart(&published(&disk)).clone();
    assert!(before.file().is_some() && before.body.rows().is_empty());

    // Another table with other headings, while the window is open and when it is opened anew.
    put(&disk, "Åk;Alla\n5;82\n8;80\n");
    assert_eq!(store.read_sources(), Ok(vec![]));
    assert!(matches!(chart(store.session()).body, Body::Bars(_)));
    drop(store);
    put(&disk, "Åk;F;P;Annat\n5;1;2;3\n");
    let mut store = open(&disk).store;
    assert_eq!(store.read_sources(), Ok(vec![]));
    let columns = chart(store.session()).body.columns();
    let columns: Vec<&str> = columns.into_iter().map(SafeText::as_str).collect();
    assert_eq!(columns, ["F", "P", "Annat"]);

    store
        .append(draft(1, enter(&store, "data")))
        .unwrap()
        .unwrap();
    put(&disk, "Åk;F;P;Annat\n5;7;8;9\n");
    assert_eq!(store.read_sources(), Ok(vec![]));
    store.publish().unwrap();
    for session in [store.session(), &published(&disk)] {
        assert_eq!(values(session), [1.0, 2.0, 3.0], "as it was shown");
    }
    let settled = chart(&published(&disk)).clone();
    assert_eq!(
        (settled.file(), settled.citation().as_str()),
        (None, "data/skola.csv")
    );
    assert_published(&disk, store.session());
    drop(store);
    let mut again = open(&disk);
    assert_eq!(
        again.notices,
        [],
        "what the program wrote is no edit by hand"
    );
    assert_eq!(again.store.read_sources(), Ok(vec![]));
    assert_eq!(values(again.session()), [1.0, 2.0, 3.0]);
}

#[test]
fn a_file_that_is_gone_is_told_and_loses_no_chart() {
    let disk = disk_with_chart();
    let mut store = open(&disk).store;
    let told = said(&store.read_sources().unwrap());
    assert_eq!(
        told,
        [
            "d4 has no values: skola.csv cannot be read: it is not there. It is tried again when a stage begins."
        ]
    );
    // The dialogue begins all the same, and the file may come in the middle of it.
    store
        .append(draft(1, enter(&store, "data")))
        .unwrap()
        .unwrap();
    store.publish().unwrap();
    assert_eq!(
        chart(&published(&disk)).file().unwrap().as_str(),
        "data/skola.csv"
    );
    assert_eq!(said(&store.read_sources().unwrap()), told);
    put(&disk, "Åk;Andel\n5;83\n");
    assert_eq!(store.read_sources(), Ok(vec![]));
    assert_eq!(values(store.session()), [83.0]);
    disk.remove(Path::new(CSV)).unwrap();
    assert_eq!(store.read_sources(), Ok(vec![]), "it is needed no more");
    store.publish().unwrap();
    assert_eq!(values(&published(&disk)), [83.0]);
}

#[test]
fn values_from_before_are_shown_where_the_file_is_gone_or_broken() {
    let disk = disk_with_chart();
    put(&disk, "Åk;Andel\n5;83\n");
    let mut store = open(&disk).store;
    assert_eq!(store.read_sources(), Ok(vec![]));
    put(&disk, "Åk;Andel\n5;åttio\n");
    let told = said(&store.read_sources().unwrap()).join(" ");
    let begins =
        "d4 shows the values read before: skola.csv, line 2, column 2: \"åttio\" is not a number.";
    assert!(told.starts_with(begins), "{told}");
    drop(store);
    disk.remove(Path::new(CSV)).unwrap();
    let mut store = open(&disk).store;
    assert_eq!(store.read_sources().unwrap().len(), 1);
    assert_eq!(values(store.session()), [83.0]);
}

#[test]
fn reading_a_file_is_nothing_to_take_back_and_no_sign_of_life() {
    let disk = disk_with_chart();
    let mut store = open(&disk).store;
    store.append(draft(1, enter(&store, "data"))).unwrap();
    let entered = store.session().last_act(Seat::LEAD).unwrap();
    put(&disk, "Åk;Andel\n5;83\n");
    store.now = START + Span::minutes(600);
    assert_eq!(store.read_sources(), Ok(vec![]));
    assert_eq!(values(store.session()), [83.0]);
    assert_eq!(store.session().last_act(Seat::LEAD), Some(entered));
    assert_eq!(
        store.session().last_wall(),
        Some(START + Span::seconds(1)),
        "a forgotten dialogue ends where it ended"
    );
}

#[test]
fn a_chart_that_is_changed_by_hand_keeps_the_values_of_its_file() {
    let disk = disk_with_chart();
    put(&disk, "Åk;Andel\n5;83\n");
    let mut store = open(&disk).store;
    store.read_sources().unwrap();
    store.publish().unwrap();
    drop(store);
    let changed = file(&disk).replace("Trygg i skolan", "Trygga i skolan");
    disk.put(Path::new(FILE), changed.as_bytes());
    let store = open(&disk).store;
    assert_eq!(chart(store.session()).title.as_str(), "Trygga i skolan");
    assert_eq!(values(store.session()), [83.0]);
}
