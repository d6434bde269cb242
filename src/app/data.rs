//! A chart from data, step by step: what the file or the text was understood as, what is picked from it, the words that go with it,
//! and then it stands in the session.
//!
//! ```text
//! Lines ──┬──────────────> Preview ──> Choose ──> Words ──> Saved
//! (paste, │ a file's name     ^ how it is read      ^          │
//!  type)  └───────────────────┘                     └──────────┘ one more
//! ```
//!
//! Enter goes on and Esc one step back; every step begins with something that can be used as it is, and nothing that was written or
//! picked is forgotten. Reading is an effect: the answer of the newest question counts, and older ones are passed over.

/// What is picked from a file.
pub mod choice;
/// A file that is looked at and chosen from.
pub mod file;
/// Finding one of many by typing.
pub mod finder;
mod keys;
/// The box for pasted cells and typed lines.
pub mod lines;
/// From a pick to a chart.
mod ways;
/// The words that go with a chart.
pub mod words;

use std::path::{Path, PathBuf};

use self::{file::File, lines::Lines, words::Words};
use crate::{
    app::{
        effect::Effect,
        lead::{Cx, Lead},
    },
    data::{
        choose::{Chosen, Progress},
        preview::Preview,
    },
    domain::{
        Event, PlanPart,
        chart::{Chart, ChartId},
        recipe::{ReadAs, Recipe},
    },
    input::Mode,
    t,
    text::{SafeText, Texts, clock},
};

/// The steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Pasting, typing, or naming a file.
    #[default]
    Lines,
    /// "This is how I read it."
    Preview,
    /// What is picked from a file.
    Choose,
    /// Title, unit, what to say, source.
    Words,
    /// It stands in the session.
    Saved,
}

/// What is read outside, in a thread of its own.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// A file, to be looked at.
    Read {
        /// The question's number.
        ticket: u64,
        /// The file.
        path: PathBuf,
        /// Its name, for sentences.
        name: SafeText,
        /// How it is to be read.
        read_as: ReadAs,
    },
    /// The values of a chart: the first of these that can be made.
    Choose {
        /// The question's number.
        ticket: u64,
        /// The file.
        path: PathBuf,
        /// Its name, for sentences.
        name: SafeText,
        /// What to try.
        recipes: Vec<Recipe>,
        /// Nobody has picked this: one that shows something is better than the first.
        proposed: bool,
    },
    /// Nobody waits for an answer any more.
    Leave,
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum Heard {
    /// How far a read has come.
    Progress(u64, Progress),
    /// A file was read, or why not.
    Read(u64, Result<Box<Preview>, SafeText>),
    /// Values were chosen, or why not.
    Chosen(u64, Result<Box<Chosen>, SafeText>),
}

/// Where the screen lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// It waits, with all that was written in it.
    #[default]
    Aside,
    /// Over the leading window.
    Over,
    /// It was opened by itself, and leaving it leaves the program.
    Alone,
}

/// The screen on which a chart is made of data.
#[derive(Clone, Debug)]
pub struct Data {
    /// Where it lies.
    pub place: Place,
    /// Where one is.
    pub step: Step,
    /// The chart is made of the file; else of what stands in the box.
    pub of_file: bool,
    /// The box.
    pub lines: Lines,
    /// The file.
    pub file: Option<File>,
    /// The setting in focus while looking at how it was read.
    pub setting: usize,
    /// How far the lines beside the settings are scrolled.
    pub top: usize,
    /// The words.
    pub words: Words,
    /// What keeps one from going on.
    pub trouble: Option<String>,
    /// The last chart that was saved.
    pub saved: Option<ChartId>,
    /// Every key and what it does, from this row on.
    pub help: Option<usize>,
    /// The number that the chart will have.
    pub next: ChartId,
    /// Places that charts of the session were made of, so that nobody is asked twice.
    places: Vec<SafeText>,
    leaving: bool,
    saving: Option<(u64, ChartId)>,
    tickets: u64,
}

/// What follows for the window that the screen lies over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    /// The screen stays in front.
    Stay,
    /// The leading window is in front again.
    Back,
    /// The program is left.
    Leave,
}

impl Default for Data {
    fn default() -> Self {
        Self {
            place: Place::default(),
            step: Step::default(),
            of_file: false,
            lines: Lines::default(),
            file: None,
            setting: 0,
            top: 0,
            words: Words::default(),
            trouble: None,
            saved: None,
            help: None,
            next: ChartId(1),
            places: Vec::new(),
            leaving: false,
            saving: None,
            tickets: 0,
        }
    }
}

impl Data {
    /// Opens the screen over the leading window.
    pub(super) fn over() -> Self {
        Self {
            place: Place::Over,
            ..Self::default()
        }
    }

    /// Opens the screen by itself, on a file where one was named. The file is read once the session is there.
    pub fn alone(file: Option<PathBuf>) -> Self {
        let file = file.map(File::new);
        Self {
            place: Place::Alone,
            of_file: file.is_some(),
            step: if file.is_some() {
                Step::Preview
            } else {
                Step::Lines
            },
            file,
            ..Self::default()
        }
    }

    /// Says whether it is in front.
    pub fn is_open(&self) -> bool {
        self.place != Place::Aside
    }

    /// Returns what the keys mean now.
    pub fn mode(&self) -> Mode {
        if self.help.is_some() {
            return Mode::Help;
        }
        let finding = self.file.as_ref().is_some_and(|file| file.finder.is_some());
        match self.step {
            Step::Lines => Mode::DataLines,
            Step::Choose if finding => Mode::DataFind,
            Step::Words if self.words.row != words::Word::Purpose => Mode::DataWords,
            Step::Preview | Step::Choose | Step::Words | Step::Saved => Mode::Data,
        }
    }

    /// Says whether a read is under way that somebody waits for.
    pub fn is_reading(&self) -> bool {
        self.of_file && self.file.as_ref().is_some_and(|file| file.asked.is_some())
    }

    /// Makes the chart as it stands: the values with the words of the last step.
    pub fn chart(&self, texts: &Texts) -> Option<Chart> {
        let chart = self.bare(texts)?;
        Some(if self.step >= Step::Words {
            self.words.put_on(chart)
        } else {
            chart
        })
    }

    /// Makes the chart with no other words than those of the file or the text.
    fn bare(&self, texts: &Texts) -> Option<Chart> {
        let saved = self.saved.filter(|_| self.step == Step::Saved);
        let id = saved.unwrap_or(self.next);
        if self.of_file {
            let chosen = self.file.as_ref()?.chosen.clone()?;
            return Some(chosen.into_chart(id, texts));
        }
        let pasted = &self.lines.pasted;
        pasted.has_values().then(|| pasted.chart(id))
    }

    /// The session is there: a file that was named is read.
    pub(super) fn begin(&mut self, lead: &Lead, out: &mut Vec<Effect>) {
        self.look_at(lead);
        if self.of_file {
            self.ask_read(out);
        }
    }

    /// Takes from the session what the next chart needs to know.
    pub(super) fn look_at(&mut self, lead: &Lead) {
        self.next = next_id(lead).unwrap_or(self.next);
        let recipes = lead.session.plan().charts.iter().rev();
        let filters = recipes
            .filter_map(|chart| chart.recipe.as_deref())
            .flat_map(|recipe| &recipe.filters);
        self.places = filters.flat_map(|filter| filter.labels.clone()).collect();
    }

    fn open_file(&mut self, path: PathBuf, out: &mut Vec<Effect>) {
        if self.file.as_ref().is_none_or(|file| file.path != path) {
            self.file = Some(File::new(path));
        }
        self.of_file = true;
        self.step = Step::Preview;
        self.setting = 0;
        self.ask_read(out);
    }

    fn ask_read(&mut self, out: &mut Vec<Effect>) {
        let Some(file) = &mut self.file else {
            return;
        };
        self.tickets += 1;
        file.asked = Some(self.tickets);
        file.reading = None;
        out.push(Effect::Data(Ask::Read {
            ticket: self.tickets,
            path: file.path.clone(),
            name: file.name.clone(),
            read_as: file.read_as.clone(),
        }));
    }

    /// Asks for the first of some charts that can be made.
    fn ask_choose(&mut self, recipes: Vec<Recipe>, out: &mut Vec<Effect>) {
        let Some(file) = self.file.as_mut().filter(|_| !recipes.is_empty()) else {
            return;
        };
        self.tickets += 1;
        file.asked = Some(self.tickets);
        file.reading = None;
        out.push(Effect::Data(Ask::Choose {
            ticket: self.tickets,
            path: file.path.clone(),
            name: file.name.clone(),
            recipes,
            proposed: file.wanted.is_none(),
        }));
    }

    /// Leaves a read that is under way.
    fn leave_read(&mut self, out: &mut Vec<Effect>) {
        if let Some(file) = &mut self.file
            && file.asked.take().is_some()
        {
            file.reading = None;
            out.push(Effect::Data(Ask::Leave));
        }
    }

    /// Takes up what the reading thread said.
    pub(super) fn heard(&mut self, heard: Heard, out: &mut Vec<Effect>) {
        let Some(file) = &mut self.file else {
            return;
        };
        match heard {
            Heard::Progress(ticket, progress) if file.asked == Some(ticket) => {
                file.reading = Some(progress);
            }
            Heard::Read(ticket, answer) if file.asked == Some(ticket) => {
                file.asked = None;
                file.reading = None;
                match answer {
                    Ok(preview) => {
                        self.trouble = None;
                        let proposals = file.understood(preview, &self.places);
                        self.ask_choose(proposals, out);
                    }
                    Err(why) => file.why = Some(why),
                }
            }
            Heard::Chosen(ticket, answer) if file.asked == Some(ticket) => {
                file.asked = None;
                file.reading = None;
                match answer {
                    Ok(chosen) => {
                        file.recipe = chosen.recipe.clone();
                        file.chosen = Some(chosen);
                        file.why = None;
                    }
                    Err(why) => {
                        file.chosen = None;
                        file.why = Some(why);
                    }
                }
            }
            // An answer to a question that nobody waits for any more.
            Heard::Progress(..) | Heard::Read(..) | Heard::Chosen(..) => {}
        }
    }

    /// Puts the chart into the session; it is shown as saved when the disk has answered.
    fn save(&mut self, lead: &mut Lead, cx: &Cx<'_>, out: &mut Vec<Effect>) {
        if self.saving.is_some() {
            return;
        }
        if lead.session.timeline().began().is_some() {
            self.trouble = Some(t!(cx.texts, "data-started"));
            return;
        }
        let Some(mut chart) = self.chart(cx.texts) else {
            self.trouble = Some(t!(cx.texts, "data-no-values-yet"));
            return;
        };
        if chart.title.trim().is_empty() {
            self.words.row = words::Word::Title;
            self.trouble = Some(t!(cx.texts, "data-no-title-yet"));
            return;
        }
        let Some(id) = next_id(lead) else {
            self.trouble = Some(t!(cx.texts, "data-too-many"));
            return;
        };
        chart.id = id;
        if let (Some(recipe), Some(file)) = (&mut chart.recipe, &self.file) {
            let zone = &lead.session.plan().zone;
            recipe.file = from_session(&lead.path, &file.path);
            recipe.read = SafeText::line(&clock::date(cx.now, zone));
        }
        let ticket = lead.draft(Event::Planned(PlanPart::Chart(Box::new(chart))), cx, out);
        self.saving = Some((ticket, id));
        self.trouble = None;
    }

    /// Looks at what became of the chart that is on its way to the disk.
    pub(super) fn after(&mut self, lead: &Lead, out: &mut Vec<Effect>) {
        let Some((ticket, id)) = self.saving else {
            return;
        };
        match lead
            .pending
            .iter()
            .find(|pending| pending.draft.ticket == ticket)
        {
            None => {
                self.saving = None;
                self.saved = Some(id);
                self.look_at(lead);
                self.step = Step::Saved;
                self.trouble = None;
                out.push(Effect::Publish);
            }
            Some(pending) if pending.failed => {
                self.saving = None;
                self.trouble = lead.trouble.as_ref().map(ToString::to_string);
            }
            Some(_) => {}
        }
    }
}

/// Returns the number of the next chart.
pub(super) fn next_id(lead: &Lead) -> Option<ChartId> {
    let charts = lead.session.plan().charts.iter();
    charts
        .map(|chart| chart.id.0)
        .max()
        .unwrap_or(0)
        .checked_add(1)
        .map(ChartId)
}

/// Names a file as it is found from the folder of the session's file.
fn from_session(session: &str, file: &Path) -> SafeText {
    let folder = Path::new(session)
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let inside = folder.and_then(|folder| file.strip_prefix(folder).ok());
    SafeText::line(&inside.unwrap_or(file).to_string_lossy())
}
