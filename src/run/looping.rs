//! The loop: one message at a time, effects out, a frame when something changed.

mod lines;

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::Duration,
};

use crossterm::{clipboard::CopyToClipboard, event::Event, execute};
use ratatui::{layout::Rect, text::Text};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::{
    alarm::Alarm,
    clock::Clock,
    keys::{self, Keys},
    paging::{self, Paging},
    reading::Reader,
    searching::{Searcher, Seeker},
    signals::{CtrlC, Interrupt, Interrupts},
    tail::Tail,
    terminal::{self, Screen},
    watching::{Look, Watcher},
    worker::{Job, Worker},
};
use crate::{
    app::{
        Copied, Effect, Home, Model, Msg, Opening, Screen as Shown,
        data::{Ask, Heard},
        deadline,
        lead::Lead,
        search, update,
    },
    chart::Glyphs,
    domain::{History, NoteId, Session},
    report,
    store::{RealDisk, SessionStore, watch::Changed},
    text::SafeText,
    view,
};

/// A burst of events (a paste without brackets, a window being pulled) is taken in one go before the next frame.
const BURST: usize = 1024;

/// Opens what was chosen on the home screen, or says why not.
pub type Opener = Box<dyn FnMut(&Opening) -> Result<Ready, SafeText>>;

/// A session that was opened: the window's state, and the store its journal's thread will own.
pub type Ready = (Lead, SessionStore<RealDisk>);

/// Reads how long stages were in earlier dialogues, of a series first, but for the session in a file.
pub type LookBack = Arc<dyn Fn(Option<&SafeText>, Option<&Path>) -> History + Send + Sync>;

/// What the loop has besides the model.
pub struct Host {
    /// What time it is.
    pub clock: Clock,
    /// How the minutes are read.
    pub paging: Paging,
    /// Opens a session from the home screen.
    pub opener: Opener,
    /// Counts of people under this are hidden when a chart is made.
    pub small_number_limit: u32,
    /// Looks for words in the library; the thread that does it takes it.
    pub seeker: Option<Seeker>,
    /// Reads how long stages were before.
    pub look_back: LookBack,
    /// Remembers which characters this terminal shows.
    pub remember: Box<dyn FnMut(Glyphs)>,
}

/// A model that is being run: the screen, the keys, and what answers.
struct Running<'a> {
    model: &'a mut Model,
    host: &'a mut Host,
    screen: Option<Screen>,
    keys: Option<Keys>,
    answers: UnboundedReceiver<Msg>,
    sender: UnboundedSender<Msg>,
    worker: Option<Worker>,
    watcher: Option<Watcher>,
    tail: Option<Tail>,
    reader: Option<Reader>,
    searcher: Option<Searcher>,
    /// The file of the session that is open.
    file: Option<PathBuf>,
    title: String,
    code: Option<u8>,
}

/// What is opened at the start.
pub enum First {
    /// Nothing: the home screen is there already, and longer lists for it come one after the other.
    Home(Box<dyn Iterator<Item = Home> + Send>),
    /// Nothing: the model shows already what there is.
    Nothing,
    /// A session to lead.
    Session(Box<Ready>),
    /// What the group sees, which the model shows already: the folder to watch, and how to look.
    Watching(PathBuf, Look),
    /// Something whose window the model shows already, and whose files are made behind it.
    Behind(Opening),
}

/// Why the program could not go on.
#[derive(Debug, thiserror::Error)]
pub enum Stopped {
    /// The terminal does not answer.
    #[error(transparent)]
    Terminal(#[from] io::Error),
    /// What was to be opened at the start could not be.
    #[error("{0}")]
    NotOpened(SafeText),
    /// The program has a fault of its own; the terminal was given back.
    #[error("{why}")]
    Stumbled {
        /// What it says of itself, for whoever mends it.
        why: String,
        /// Words that were typed and may be on no disk.
        unsaved: Vec<String>,
    },
}

/// How the program was left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// The exit code.
    pub code: u8,
    /// Words that are on no disk, though the last try was waited for.
    pub unsaved: Vec<String>,
    /// Why they are not, or why something else that was done is not.
    pub why: Option<SafeText>,
}

/// Runs the program until it is left.
pub fn run(model: &mut Model, host: &mut Host, first: First) -> Result<Left, Stopped> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let ended = if model.linear.is_some() {
        terminal::caught(|| runtime.block_on(lines::running(&mut *model, host, first)))
    } else {
        terminal::held(|| runtime.block_on(running(&mut *model, host, first)))
    };
    runtime.shutdown_background();
    ended.unwrap_or_else(|why| {
        let mut unsaved = unsaved(model);
        if let Shown::Lead(lead) = &model.screen {
            unsaved
                .extend(Some(lead.writing.line.text().to_owned()).filter(|line| !line.is_empty()));
        }
        Err(Stopped::Stumbled { why, unsaved })
    })
}

/// Returns the words that are on no disk, as far as the window knows.
fn unsaved(model: &Model) -> Vec<String> {
    match &model.screen {
        Shown::Lead(lead) => {
            let line = lead.line_trouble.iter().map(|(words, _)| words.clone());
            lead.unsaved_words().into_iter().chain(line).collect()
        }
        Shown::Home(_) | Shown::Group(_) | Shown::Replay(_) => Vec::new(),
    }
}

async fn running(model: &mut Model, host: &mut Host, first: First) -> Result<Left, Stopped> {
    let mut interrupts = Interrupts::listen(CtrlC::IsAKey)?;
    let screen = terminal::enter()?;
    let size = screen.size()?;
    model.size = (size.width, size.height);
    let mut running = Running {
        screen: Some(screen),
        keys: Some(Keys::default()),
        ..Running::new(model, host)
    };
    let alarm = Alarm::new()?;
    let ended = match running.begin(first) {
        Ok(()) => running
            .turn_until_left(&mut interrupts, &alarm)
            .await
            .map_err(Stopped::from),
        Err(stopped) => Err(stopped),
    };
    // The journal is finished before the terminal is touched: what was typed matters more than how the screen looks.
    drop(running.worker.take());
    running.hear_the_last_answers();
    drop(terminal::leave());
    if let Some(screen) = running.screen.take() {
        terminal::forget(screen);
    }
    ended.map(|()| running.left())
}

/// Waits for what other windows do; for ever where no session is open.
async fn changed(tail: &mut Option<Tail>) -> Changed {
    match tail {
        Some(tail) => tail.changed().await,
        None => std::future::pending().await,
    }
}

impl<'a> Running<'a> {
    /// Begins without a screen and without keys.
    fn new(model: &'a mut Model, host: &'a mut Host) -> Self {
        let (sender, answers) = unbounded_channel();
        Self {
            model,
            host,
            screen: None,
            keys: None,
            answers,
            sender,
            worker: None,
            watcher: None,
            tail: None,
            reader: None,
            searcher: None,
            file: None,
            title: String::new(),
            code: None,
        }
    }
}

impl Running<'_> {
    fn begin(&mut self, first: First) -> Result<(), Stopped> {
        match first {
            First::Home(more) => {
                let sender = self.sender.clone();
                thread::Builder::new()
                    .name("home".to_owned())
                    .spawn(move || {
                        for home in more {
                            drop(sender.send(Msg::Listed(home)));
                        }
                    })?;
            }
            First::Nothing => {}
            First::Session(ready) => self.lead(*ready),
            First::Watching(dir, look) => {
                self.tail = Some(Tail::on(&dir));
                let watcher = Watcher::start(look, self.sender.clone())?;
                watcher.look();
                self.watcher = Some(watcher);
            }
            First::Behind(opening) => {
                self.draw()?;
                let ready = (self.host.opener)(&opening).map_err(Stopped::NotOpened)?;
                self.lead(ready);
            }
        }
        Ok(())
    }

    async fn turn_until_left(
        &mut self,
        interrupts: &mut Interrupts,
        alarm: &Alarm,
    ) -> io::Result<()> {
        while self.code.is_none() {
            if self.draw().is_err() {
                // A terminal that takes no frame is gone, which the signal may say a moment later: the half-typed line is kept all the same.
                return self.interrupted(Interrupt::End(129));
            }
            let wake = deadline(self.model).map(|at| at - self.host.clock.now());
            let wake = wake.map(|span| Duration::from_millis(span.0.max(0).unsigned_abs() + 1));
            let Some(keys) = self.keys.as_mut() else {
                return Ok(());
            };
            // Signals before answers, answers before keys: an end is never starved by a paste, and a key is decided on what is saved.
            tokio::select! { biased;
                interrupt = interrupts.next() => self.interrupted(interrupt)?,
                Some(answer) = self.answers.recv() => self.answers(answer, interrupts)?,
                event = keys.next() => match event {
                    Some(Ok(event)) => self.events(event, interrupts).await?,
                    Some(Err(_)) | None => self.interrupted(Interrupt::End(129))?,
                },
                changed = changed(&mut self.tail) => self.look(changed),
                () = alarm.after(wake) => self.take(Msg::Tick, interrupts)?,
            }
        }
        Ok(())
    }

    /// Takes an answer and those at hand: a hundred notes of another window are one frame.
    fn answers(&mut self, first: Msg, interrupts: &mut Interrupts) -> io::Result<()> {
        self.take(first, interrupts)?;
        for _ in 0..BURST {
            let Ok(answer) = self.answers.try_recv() else {
                break;
            };
            self.take(answer, interrupts)?;
        }
        Ok(())
    }

    /// Asks the journal's thread what is new in the session's folder.
    fn look(&self, changed: Changed) {
        if changed.journal {
            self.job(Job::Poll);
            if let Some(watcher) = &self.watcher {
                watcher.look();
            }
        }
        if changed.seats {
            self.job(Job::Look);
        }
    }

    /// Takes what the journal's thread said while it ended. What would follow from that has nobody to do it any more.
    fn hear_the_last_answers(&mut self) {
        let now = self.host.clock.now();
        while let Ok(answer) = self.answers.try_recv() {
            drop(update(self.model, answer, now));
        }
    }

    fn left(&self) -> Left {
        let code = self.code.unwrap_or(0);
        match &self.model.screen {
            Shown::Lead(lead) => {
                let line = lead.line_trouble.as_ref();
                let why = line.map(|(_, why)| why.clone());
                Left {
                    code,
                    unsaved: unsaved(self.model),
                    why: lead.trouble.clone().or(why),
                }
            }
            Shown::Home(_) | Shown::Group(_) | Shown::Replay(_) => Left {
                code,
                ..Left::default()
            },
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        let Some(screen) = self.screen.as_mut().filter(|_| self.model.dirty) else {
            return Ok(());
        };
        self.model.now = self.host.clock.now();
        let model = &*self.model;
        let title = view::title(model);
        let new_title = (title != self.title).then_some(title.as_str());
        terminal::draw(screen, new_title, |frame| {
            let area = frame.area();
            if let Some(cursor) = view::draw(model, area, frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        })?;
        self.title = title;
        self.model.dirty = false;
        Ok(())
    }

    fn interrupted(&mut self, interrupt: Interrupt) -> io::Result<()> {
        match interrupt {
            Interrupt::Continued => {
                if let Some(screen) = self.screen.take() {
                    terminal::forget(screen);
                }
                drop(terminal::leave());
                self.screen = Some(terminal::enter()?);
                self.title.clear();
                self.model.dirty = true;
            }
            Interrupt::End(code) => {
                let now = self.host.clock.now();
                for effect in update(self.model, Msg::Ending, now) {
                    self.effect_outside(effect);
                }
                self.code = Some(code);
            }
        }
        Ok(())
    }

    async fn events(&mut self, first: Event, interrupts: &mut Interrupts) -> io::Result<()> {
        let mut event = Some(first);
        for _ in 0..BURST {
            let Some(message) = event.take().map(keys::message) else {
                break;
            };
            if let Some(message) = message {
                self.take(message, interrupts)?;
            }
            if self.code.is_some() {
                break;
            }
            event = match self.keys.as_mut() {
                Some(keys) => keys.at_hand().await,
                None => None,
            };
        }
        Ok(())
    }

    fn take(&mut self, message: Msg, interrupts: &mut Interrupts) -> io::Result<()> {
        if matches!(message, Msg::JournalStopped) {
            // Nothing could be saved any more: better to end than to look as if.
            std::panic::resume_unwind(Box::new("the journal's thread"));
        }
        if let (Msg::Resized(columns, rows), Some(screen)) = (&message, self.screen.as_mut()) {
            // A window that was pulled there and back between two frames has the size of before and nothing on it.
            // Where that fails the next frame does too, and that is answered.
            drop(screen.resize(Rect::new(0, 0, *columns, *rows)));
        }
        let now = self.host.clock.now();
        for effect in update(self.model, message, now) {
            match effect {
                Effect::ReadMinutes => self.read_minutes(interrupts)?,
                Effect::ReadFound(session, note) => self.read_found(&session, note, interrupts)?,
                Effect::Quit => self.code = Some(0),
                effect => self.effect_outside(effect),
            }
        }
        Ok(())
    }

    /// Carries out an effect that leaves the screen alone.
    fn effect_outside(&mut self, effect: Effect) {
        match effect {
            Effect::Append(draft) => self.job(Job::Append(Box::new(draft))),
            Effect::Retry(drafts) => self.job(Job::Retry(drafts)),
            Effect::Publish => self.job(Job::Publish),
            Effect::Erase(note) => self.job(Job::Erase(note)),
            Effect::KeepLine(line) => self.job(Job::KeepLine(line)),
            Effect::Copy(what) => self.copy(&what),
            Effect::Open(opening) => self.open(&opening),
            Effect::RememberGlyphs(glyphs) => (self.host.remember)(glyphs),
            Effect::Data(ask) => self.read(ask),
            Effect::Search(ask) => self.search(ask),
            Effect::LookBack(series) => self.look_back(series),
            Effect::ReadMinutes | Effect::ReadFound(..) | Effect::Quit => {}
        }
    }

    /// Hands a question to the thread that reads files, which begins with the first one.
    fn read(&mut self, ask: Ask) {
        if self.reader.is_none() {
            match Reader::start(
                self.sender.clone(),
                self.model.texts,
                self.host.small_number_limit,
            ) {
                Ok(reader) => self.reader = Some(reader),
                Err(error) => {
                    let why = SafeText::line(&error.to_string());
                    if let Ask::Read { ticket, .. } | Ask::Choose { ticket, .. } = ask {
                        drop(self.sender.send(Msg::Data(Heard::Read(ticket, Err(why)))));
                    }
                    return;
                }
            }
        }
        if let Some(reader) = &self.reader {
            reader.send(ask);
        }
    }

    /// Hands a question to the thread that looks for words, which begins with the first one.
    fn search(&mut self, ask: search::Ask) {
        if let Some(seeker) = self.host.seeker.take() {
            match Searcher::start(seeker, self.sender.clone()) {
                Ok(searcher) => self.searcher = Some(searcher),
                Err(error) => {
                    if let search::Ask::Look { ticket, .. } = ask {
                        let why = SafeText::line(&error.to_string());
                        let heard = search::Heard::Bad(ticket, why);
                        drop(self.sender.send(Msg::Search(heard)));
                    }
                    return;
                }
            }
        }
        if let Some(searcher) = &self.searcher {
            searcher.send(ask);
        }
    }

    /// Looks back in a thread of its own, which ends with its answer: a library takes a while.
    fn look_back(&self, series: Option<SafeText>) {
        let (look, sender) = (Arc::clone(&self.host.look_back), self.sender.clone());
        let file = self.file.clone();
        let work = move || {
            let history = look(series.as_ref(), file.as_deref());
            drop(sender.send(Msg::LookedBack(series, history)));
        };
        // Without it the agenda can be prepared all the same: nothing is proposed.
        drop(
            thread::Builder::new()
                .name("look back".to_owned())
                .spawn(work),
        );
    }

    fn job(&self, job: Job) {
        if let Some(worker) = &self.worker {
            worker.send(job);
        }
    }

    fn open(&mut self, opening: &Opening) {
        match (self.host.opener)(opening) {
            Ok(ready) => self.lead(ready),
            Err(why) => drop(self.sender.send(Msg::NotOpened(why))),
        }
    }

    /// Starts the journal's thread and shows the window.
    fn lead(&mut self, (lead, store): Ready) {
        let tail = Tail::on(store.state_dir());
        self.file = Some(store.path().to_owned());
        let answer = match Worker::start(store, self.sender.clone(), self.model.texts) {
            Ok(worker) => {
                self.worker = Some(worker);
                self.tail = Some(tail);
                // Whatever was written between opening and watching.
                self.look(Changed {
                    journal: true,
                    seats: true,
                });
                Msg::Opened(Box::new(lead))
            }
            Err(error) => Msg::NotOpened(SafeText::line(&error.to_string())),
        };
        drop(self.sender.send(answer));
    }

    fn copy(&self, what: &Copied) {
        let text = match (what, &self.model.screen) {
            (Copied::Text(text), _) => text.to_string(),
            (Copied::Minutes, Shown::Lead(lead)) => report::mail(
                &lead.session,
                &report::Options {
                    small_number_limit: self.model.settings.small_number_limit,
                    ..report::Options::at(self.host.clock.now())
                },
                &self.model.texts,
            ),
            (Copied::Minutes, Shown::Home(_) | Shown::Group(_) | Shown::Replay(_)) => return,
        };
        if self.screen.is_none() {
            // Without a screen there are words alone.
            return;
        }
        // Whether it arrived cannot be known; the words say "sent".
        if execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text)).is_ok() {
            drop(self.sender.send(Msg::Copied));
        }
    }

    fn read_minutes(&mut self, interrupts: &mut Interrupts) -> io::Result<()> {
        let Shown::Lead(lead) = &self.model.screen else {
            return Ok(());
        };
        let width = self.model.size.0;
        let text = paging::minutes(&lead.session, self.model, width, self.host.clock.now());
        self.page(&text, 0, interrupts)
    }

    /// Reads the minutes of a session from the row of a note on.
    fn read_found(
        &mut self,
        session: &Session,
        note: NoteId,
        interrupts: &mut Interrupts,
    ) -> io::Result<()> {
        let width = self.model.size.0;
        let text = paging::minutes(session, self.model, width, self.host.clock.now());
        let top = paging::row_of(&text, note).unwrap_or(0);
        self.page(&text, top, interrupts)
    }

    fn page(
        &mut self,
        text: &Text<'static>,
        top: usize,
        interrupts: &mut Interrupts,
    ) -> io::Result<()> {
        // The key reader's thread would eat the pager's keys.
        drop(self.keys.take());
        terminal::leave()?;
        if let Some(screen) = self.screen.take() {
            terminal::forget(screen);
        }
        let reader = self
            .host
            .paging
            .read_inside(text, top, self.model.settings.color);
        self.screen = Some(terminal::enter()?);
        self.keys = Some(Keys::default());
        self.title.clear();
        if let Some(code) = interrupts.forget_continued() {
            return self.interrupted(Interrupt::End(code));
        }
        drop(self.sender.send(Msg::BackFromPager(reader)));
        Ok(())
    }
}
