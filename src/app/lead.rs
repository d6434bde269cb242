//! The leading window: one session, a line to write on, and the moves of the facilitator.

mod clock;
mod group;
mod half;
mod heard;
mod inbox;
mod lines;
mod lists;
mod mistake;
mod part_two;
mod pasting;
mod prompts;
mod room;
mod saving;
mod showing;
mod tidy;
mod tips;
mod turn;
mod typing;
mod words;

use std::collections::{BTreeSet, VecDeque};

use crate::{
    app::msg::Key,
    data::personal::{self, Kind},
    domain::{Body, Draft, History, NoteId, Session, Spine, Tag, chart::ChartId},
    format::{half_typed::HalfTyped, tidy::ShortForms},
    input::{Burst, Mode, line_editor::LineEditor},
    text::{Moment, SafeText},
};

pub use lines::SERVED;
pub use pasting::Pasted;
pub use room::{Other, Room};
pub use showing::Faces;
pub use tidy::Tidying;
pub use tips::Guide;
pub(in crate::app) use turn::Cx;
pub use typing::{NotANote, Preview};

/// Which part of the window the arrows move in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The agenda and the stage's script.
    #[default]
    Agenda,
    /// The chart.
    Chart,
    /// One of the three columns of notes.
    Notes(Spine),
}

/// What a prompt asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// How many minutes ago the stage really began.
    Backdate,
    /// When the meeting must end.
    MoveEnd,
    /// What to park for the closing.
    Park,
    /// What to look for in the notes.
    Find,
    /// What the group guesses before this chart is shown.
    Guess(ChartId),
    /// A stage for the chosen note.
    MoveNote(NoteId),
    /// The id of the note to remove for good, typed to be sure.
    Erase(NoteId),
    /// One of the three private lines after the end: 0 what went well, 1 what to do differently, 2 ideas for the method.
    Private(u8),
    /// Pasted lines: what Enter, Esc and Tab make of them.
    Pasted(Pasted),
    /// Started far off the plan: Enter keeps the planned end, digits choose another.
    WhichEnd {
        /// The end as planned.
        planned: Moment,
        /// The end counted from the real start.
        counted: Moment,
    },
    /// Another window leads: Enter leads from here.
    TakeLead,
    /// A note of the first dialogue is read out: Enter takes the next, Tab turns it.
    Waiting {
        /// The note.
        id: NoteId,
        /// The kind Tab chose; without one it stays what it is.
        tag: Option<Tag>,
    },
}

/// A question over the lower rows, with a line to answer on.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// What is asked.
    pub question: Question,
    /// The answer so far.
    pub line: LineEditor,
    /// What is wrong with the answer.
    pub trouble: Option<String>,
}

impl Prompt {
    /// Tells whether notes that waited are read out: there is nothing to type.
    pub const fn reads_out(&self) -> bool {
        matches!(self.question, Question::Waiting { .. })
    }

    /// Returns what of people's numbers and addresses is about to be written down.
    pub fn noticed(&self) -> Vec<Kind> {
        match &self.question {
            Question::Park | Question::Private(_) => personal::kinds(self.line.text()),
            Question::Pasted(pasted) => pasted.noticed.clone(),
            _ => Vec::new(),
        }
    }
}

/// Something shown over the window.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// Every key and what it does, from this row on.
    Help(usize),
    /// Actions by name.
    Palette {
        /// What was typed.
        line: LineEditor,
        /// The chosen row.
        selected: usize,
    },
    /// All charts at once.
    Charts {
        /// The chosen one.
        selected: usize,
    },
    /// Lines from the chat that wait to be read.
    Inbox {
        /// The chosen one.
        selected: usize,
    },
    /// What in the notes wants a second look, one thing at a time.
    Tidy(Tidying),
    /// One chart, or the question, over the whole window; nothing private on it.
    Full,
    /// The chart's numbers as a table.
    Table,
    /// The page between leading and sharing.
    Cover,
    /// What the group sees.
    Group,
    /// What lies behind the numbers of a chart.
    Behind {
        /// The chart.
        chart: ChartId,
        /// The first row shown.
        top: usize,
        /// What it was opened from, and goes back to.
        under: Option<Box<Self>>,
    },
}

/// The line that notes are written on.
#[derive(Clone, Debug, Default)]
pub struct Writing {
    /// The words so far.
    pub line: LineEditor,
    /// The line is open: keys are letters.
    pub open: bool,
    /// The tag Tab chose; without one the stage decides.
    pub tag: Option<Tag>,
    /// The note that is rewritten.
    pub editing: Option<NoteId>,
    /// What that note said when it was opened: only what is changed here is changed, whatever another window does to it meanwhile.
    pub was: Option<Box<Body>>,
    /// Several lines belong together, from a paste made one note.
    pub block: Option<SafeText>,
    /// What the program put on the line by itself: left as it is, it goes when the line is left.
    pub offer: Option<String>,
    /// The line as it was before a note that is there already was opened on it.
    pub aside: Option<Box<Self>>,
}

/// Where in a column of notes one is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// The chosen note; without one the newest are shown.
    pub selected: Option<NoteId>,
    /// Only notes with these words.
    pub find: String,
}

/// A draft that the store has not confirmed.
#[derive(Clone, Debug, PartialEq)]
pub struct Pending {
    /// What is to be saved.
    pub draft: Draft,
    /// The disk said no.
    pub failed: bool,
}

/// What a session's RON file is to its journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// It says what the journal says, or was just written.
    Current,
    /// It is an older one, after a crash: it is written once the window stands.
    Behind,
}

/// One line to the facilitator: what was just done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Echo {
    /// The words.
    pub text: String,
    /// When it was said; it goes after a while.
    pub at: Moment,
}

/// A screen that lies over the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Opens {
    /// The one on which a chart is made of data.
    Data,
    /// The one on which a session is prepared.
    Prepare,
}

/// The leading window.
#[derive(Clone, Debug)]
pub struct Lead {
    /// The session as the journal has it.
    pub session: Session,
    /// The windows on the session, this one and the others.
    pub room: Room,
    /// The RON file's path, for the closing screen.
    pub path: SafeText,
    /// What is on its way to the journal, oldest first.
    pub pending: Vec<Pending>,
    /// When the store last confirmed something.
    pub saved_at: Option<Moment>,
    /// A failed write: a message nobody can miss, until it is saved after all.
    pub trouble: Option<SafeText>,
    /// The RON file could not be written; the journal has everything.
    pub publish_trouble: Option<SafeText>,
    /// What the RON file was when the session was opened.
    pub file: File,
    /// A half-typed line that is on no disk, and why.
    pub line_trouble: Option<(String, SafeText)>,
    /// What there is to say about charts whose files could not be read, as long as it matters.
    pub unread: Vec<SafeText>,
    /// A note that is not removed everywhere yet, and why.
    pub erase_trouble: Option<(NoteId, SafeText)>,
    /// What was just done.
    pub echo: Option<Echo>,
    /// The line for notes.
    pub writing: Writing,
    /// A question.
    pub prompt: Option<Prompt>,
    /// Something over the window.
    pub overlay: Option<Overlay>,
    /// Where the arrows move.
    pub pane: Pane,
    /// The lists of notes.
    pub list: List,
    /// The chosen stage in the agenda, where one is.
    pub stage: Option<usize>,
    /// Bars without digits.
    pub calm: bool,
    /// `q` was pressed once.
    pub leaving: bool,
    /// The chart as a table.
    pub chart_table: bool,
    /// Which faces the charts show.
    pub faces: Faces,
    /// A screen that is opened over the window after this turn.
    /// What advises who leads.
    pub guide: Guide,
    /// Short forms that are written out when the notes are tidied.
    pub short_forms: ShortForms,
    /// How long the stages of earlier dialogues were, for whoever prepares.
    pub history: History,
    /// A round that goes on.
    pub(in crate::app) round: Option<heard::Round>,
    /// How many rounds there have been: each goes the other way.
    pub(in crate::app) rounds: u32,
    pub(in crate::app) opens: Option<Opens>,
    pub(in crate::app) waiting: VecDeque<Key>,
    pub(in crate::app) burst: Burst,
    pub(in crate::app) mistake: Option<mistake::Mistake>,
    pub(in crate::app) mistaken: BTreeSet<u64>,
    pub(in crate::app) tickets: u64,
    pub(in crate::app) published: u64,
    pub(in crate::app) keep_line_at: Option<Moment>,
}

impl Lead {
    /// Opens the window on a session.
    pub fn new(session: Session, path: SafeText) -> Self {
        let mut lead = Self {
            room: Room::on(session.leader()),
            session,
            path,
            pending: Vec::new(),
            saved_at: None,
            trouble: None,
            publish_trouble: None,
            file: File::Current,
            line_trouble: None,
            unread: Vec::new(),
            erase_trouble: None,
            echo: None,
            writing: Writing::default(),
            prompt: None,
            overlay: None,
            pane: Pane::default(),
            list: List::default(),
            stage: None,
            calm: false,
            leaving: false,
            chart_table: false,
            faces: Faces::default(),
            guide: Guide::default(),
            short_forms: ShortForms::default(),
            history: History::default(),
            round: None,
            rounds: 0,
            opens: None,
            waiting: VecDeque::new(),
            burst: Burst::default(),
            mistake: None,
            mistaken: BTreeSet::new(),
            tickets: 0,
            published: 0,
            keep_line_at: None,
        };
        let told: Vec<_> = lead.faces_told().collect();
        lead.faces.remember(told);
        lead
    }

    /// Opens the window with the half-typed line of last time and what there is to say about the files.
    pub fn opened_with(
        session: Session,
        path: SafeText,
        half: HalfTyped,
        words: &[String],
        now: Moment,
    ) -> Self {
        let mut lead = Self::new(session, path);
        lead.type_again(half);
        if !words.is_empty() {
            lead.echo = Some(Echo {
                text: words.join(" "),
                at: now,
            });
        }
        lead
    }

    /// Returns what the keys mean now.
    pub fn mode(&self) -> Mode {
        match (&self.prompt, &self.overlay) {
            // Whatever is asked waits: the window is seen by all.
            (_, Some(Overlay::Cover)) => Mode::Cover,
            (_, Some(Overlay::Group)) => Mode::Group,
            // What is read out has the keys of the line: a kind is chosen for it.
            (Some(prompt), _) if prompt.reads_out() => Mode::Writing,
            (Some(_), _) => Mode::Prompt,
            (None, Some(Overlay::Help(_) | Overlay::Behind { .. })) => Mode::Help,
            (None, Some(Overlay::Palette { .. })) => Mode::Palette,
            (None, Some(Overlay::Charts { .. })) => Mode::Overview,
            (None, Some(Overlay::Inbox { .. })) => Mode::Inbox,
            (None, Some(Overlay::Tidy(_))) if self.writing.editing.is_some() => Mode::Writing,
            (None, Some(Overlay::Tidy(_))) => Mode::Tidy,
            (None, Some(Overlay::Full | Overlay::Table)) => Mode::Full,
            (None, None) if self.writing.open => Mode::Writing,
            (None, None) if matches!(self.pane, Pane::Notes(_)) => Mode::NoteList,
            (None, None) => Mode::Lead,
        }
    }

    /// Returns the tag of the next note: chosen, else the stage's.
    pub fn tag(&self) -> Tag {
        self.writing.tag.unwrap_or_else(|| {
            self.session
                .current()
                .map_or(Tag::See, |(_, stage)| stage.tag)
        })
    }

    /// Returns the chart the window shows: the last one shown, else the first.
    pub fn chart_now(&self) -> Option<ChartId> {
        let first = || self.session.plan().charts.first().map(|chart| chart.id);
        self.session.chart_shown().or_else(first)
    }

    /// Returns the chart a new note is about: one shown since the running stage began.
    pub fn chart_pinned(&self) -> Option<ChartId> {
        let began = self.session.timeline().current()?.from;
        self.session
            .chart_shown()
            .filter(|_| self.session.chart_since() >= Some(began))
    }
}
