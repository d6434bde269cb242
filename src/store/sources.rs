//! Charts whose values lie in a file: read until the first stage starts, then what stands in the session counts.

use std::path::{Path, PathBuf};

use crate::{
    data::{self, DataError},
    domain::{
        Entry, EntryId, Event, Hlc, PlanPart, Session,
        chart::{Chart, ChartId},
    },
    store::{disk::Disk, error::StoreError},
    t,
    text::{SafeText, Texts},
};

/// Why a chart has not got its values.
#[derive(Clone, Debug, PartialEq)]
pub enum SourceError {
    /// The file could not be read.
    Store(StoreError),
    /// It was read and does not fit.
    Data(DataError),
}

impl SourceError {
    /// Says it to a person.
    pub fn sentence(&self, texts: Texts) -> String {
        match self {
            Self::Store(error) => error.sentence(texts),
            Self::Data(error) => error.say(&texts),
        }
    }

    /// Leaves the folder out: a row of the window is short.
    fn without_folder(mut self) -> Self {
        let name = |path: &Path| path.file_name().map(PathBuf::from).unwrap_or_default();
        match &mut self {
            Self::Store(error) => error.path = name(&error.path),
            Self::Data(error) => {
                error.file =
                    SafeText::line(&name(Path::new(error.file.as_str())).to_string_lossy());
            }
        }
        self
    }
}

/// A chart whose file could not be read now.
#[derive(Clone, Debug, PartialEq)]
pub struct Unread {
    /// Which.
    pub chart: ChartId,
    /// It has values from before, which are shown.
    pub has_values: bool,
    /// Why not.
    pub error: SourceError,
}

impl Unread {
    /// Says it to a person, with what is shown in the file's place.
    pub fn sentence(&self, texts: Texts) -> String {
        let error = self.error.clone().without_folder();
        let (chart, why) = (self.chart.to_string(), error.sentence(texts));
        if self.has_values {
            t!(texts, "store-unread-kept", chart = chart, why = why)
        } else {
            t!(texts, "store-unread", chart = chart, why = why)
        }
    }
}

/// Reads the files of a session's charts; returns the charts that show something else now, and those whose files could not be read.
///
/// A relative path is taken from the session file's folder. Once a stage has started, what was shown stays what was shown: only a chart
/// that has no values yet is tried again, as long as the dialogue goes on.
pub fn refresh<D: Disk>(
    disk: &D,
    session_file: &Path,
    session: &Session,
) -> (Vec<Chart>, Vec<Unread>) {
    let (mut changed, mut unread) = (Vec::new(), Vec::new());
    let timeline = session.timeline();
    let wanted = |chart: &&Chart| {
        let open = timeline.began().is_none() || chart.body.rows().is_empty();
        chart.file().is_some() && open && timeline.closed.is_none()
    };
    let shown: Vec<&Chart> = session.plan().charts.iter().filter(wanted).collect();
    if shown.is_empty() {
        return (changed, unread);
    }
    // Each time from the chart as it was written: headings of an earlier file are no names that a person gave.
    let written = session.written_plan().charts;
    for chart in shown {
        let mut as_written = written.iter().filter(|known| known.id == chart.id);
        let Some(as_written) = as_written.next().cloned() else {
            continue;
        };
        match fill(disk, session_file, as_written) {
            Ok(filled) if filled.body != chart.body => changed.push(filled),
            Ok(_) => {}
            Err(error) => unread.push(Unread {
                chart: chart.id,
                has_values: !chart.body.rows().is_empty(),
                error,
            }),
        }
    }
    (changed, unread)
}

/// Lets a session that is only looked at show what the files of its charts say; what cannot be read stays as it is.
pub fn look_up<D: Disk>(disk: &D, session_file: &Path, session: &mut Session) {
    for chart in refresh(disk, session_file, session).0 {
        let wall = session.last_wall().unwrap_or_default();
        let seat = session.leader();
        let entry = Entry {
            id: EntryId {
                seat,
                n: session.next_counter(seat),
            },
            order: Hlc::after(session.clock(), wall),
            wall,
            event: Event::Planned(PlanPart::Read(Box::new(chart))),
        };
        session.apply(&entry);
    }
}

fn fill<D: Disk>(disk: &D, session_file: &Path, chart: Chart) -> Result<Chart, SourceError> {
    let file = chart.file().cloned().unwrap_or_default();
    let folder = session_file.parent().unwrap_or_else(|| Path::new(""));
    let path = folder.join(file.as_str());
    // One byte more than may be read, so that the reader can say it is too large.
    let bytes = disk
        .read(&path, 0, data::MAX_BYTES as u64 + 1)
        .map_err(SourceError::Store)?;
    let table = data::csv::read(&bytes, &file).map_err(SourceError::Data)?;
    data::into_chart(&table, chart).map_err(SourceError::Data)
}
