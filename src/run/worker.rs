//! The thread that owns the journal: jobs in, answers out, in their order.
//!
//! Writing waits for the disk, and the screen must not. The thread ends when its handle is dropped, after the last job: the program does
//! not exit between a note and its write.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc::{self, Sender},
    thread::JoinHandle,
};

use tokio::sync::mpsc::UnboundedSender;

use crate::{
    app::{Msg, SaveFailed},
    domain::{Draft, Event, NoteId, Session},
    format::half_typed::HalfTyped,
    store::{Arrived, RealDisk, SessionStore, StoreError, sources::Unread},
    text::{SafeText, Texts},
};

/// One thing to do.
#[derive(Debug)]
pub enum Job {
    /// Put a draft into the journal.
    Append(Box<Draft>),
    /// The same for several that could not be saved, in their order; the first that fails again ends it.
    Retry(Vec<Draft>),
    /// Write the RON file.
    Publish,
    /// Read what other windows wrote.
    Poll,
    /// Look who is here.
    Look,
    /// Remove a note for good.
    Erase(NoteId),
    /// Keep the half-typed line; an empty one is forgotten.
    KeepLine(HalfTyped),
}

/// The handle of the thread.
#[derive(Debug)]
pub struct Worker {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts the thread.
    pub fn start(
        store: SessionStore<RealDisk>,
        answers: UnboundedSender<Msg>,
        texts: Texts,
    ) -> std::io::Result<Self> {
        let (sender, jobs) = mpsc::channel();
        let after = answers.clone();
        let mut desk = Desk {
            store,
            answers,
            texts,
            unread: None,
            line_failed: false,
        };
        let work = move || {
            let all = || {
                while let Ok(job) = jobs.recv() {
                    desk.take(job);
                }
                // Where it fails, and where another window leads, the next opening does it.
                drop(desk.store.forget_marks());
            };
            if catch_unwind(AssertUnwindSafe(all)).is_err() {
                drop(after.send(Msg::JournalStopped));
            }
        };
        let thread = std::thread::Builder::new()
            .name("journal".to_owned())
            .spawn(work)?;
        Ok(Self {
            jobs: Some(sender),
            thread: Some(thread),
        })
    }

    /// Hands over a job.
    pub fn send(&self, job: Job) {
        if let Some(jobs) = &self.jobs {
            // The thread lives as long as this handle, so the other end is there.
            drop(jobs.send(job));
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

struct Desk {
    store: SessionStore<RealDisk>,
    answers: UnboundedSender<Msg>,
    texts: Texts,
    /// What was last said about charts whose files could not be read.
    unread: Option<Vec<SafeText>>,
    /// The half-typed line could not be kept the last time.
    line_failed: bool,
}

impl Desk {
    fn take(&mut self, job: Job) {
        match job {
            Job::Append(draft) => {
                // The first stage keeps the values of this moment.
                if matches!(draft.event, Event::Agenda { .. }) {
                    self.read_sources();
                }
                drop(self.append(*draft));
            }
            Job::Retry(drafts) => self.retry(drafts),
            Job::Publish => {
                let answer = self.store.publish().map_err(|error| self.words(&error));
                // A person may have changed in the file what a chart takes from where.
                self.read_sources();
                self.pass_on();
                self.answer(Msg::Published(answer));
            }
            Job::Erase(note) => {
                let answer = self.store.erase(note).map_err(|error| self.words(&error));
                let now = Box::new(Session::clone(self.store.session()));
                self.pass_on();
                let answer = match answer {
                    Ok(()) => Ok(now),
                    Err(why) => {
                        // The words may be gone from the log and stand in another file still.
                        self.answer(Msg::Replaced(now));
                        Err(why)
                    }
                };
                self.answer(Msg::Erased(note, answer));
            }
            Job::Poll => self.poll(),
            Job::Look => {
                // Who is here is told again when somebody comes or goes.
                if let Ok(here) = self.store.here() {
                    self.answer(Msg::Here(here));
                }
            }
            Job::KeepLine(line) => self.keep_line(&line),
        }
    }

    /// Keeps the half-typed line. It stands on the screen, so only a failure is told, and its end.
    fn keep_line(&mut self, line: &HalfTyped) {
        let failed = self.store.keep_line(line).err();
        if failed.is_some() || self.line_failed {
            self.line_failed = failed.is_some();
            let answer = failed.map_or(Ok(()), |error| Err((line.words(), self.words(&error))));
            self.answer(Msg::LineKept(answer));
        }
    }

    /// Reads the files of charts, and says which could not be read where that is something new.
    fn read_sources(&mut self) {
        // Where the journal takes nothing, the act that follows says so.
        let Ok(unread) = self.store.read_sources() else {
            return;
        };
        let words = |unread: &Unread| SafeText::line(&unread.sentence(self.texts));
        let unread: Vec<SafeText> = unread.iter().map(words).collect();
        if self.unread.as_ref() != Some(&unread) {
            self.unread = Some(unread.clone());
            self.answer(Msg::Unread(unread));
        }
    }

    /// Puts a draft into the journal and tells what became of it; returns the words where it could not be saved.
    fn append(&mut self, draft: Draft) -> Result<(), SafeText> {
        let ticket = draft.ticket;
        let answer = match self.store.append(draft) {
            Ok(Some(entry)) => Ok(Box::new(entry)),
            Ok(None) => Err(SaveFailed::AgendaMoved),
            Err(error) => Err(SaveFailed::Disk(self.words(&error))),
        };
        let failed = match &answer {
            Err(SaveFailed::Disk(why)) => Err(why.clone()),
            _ => Ok(()),
        };
        // First what came before it: a session takes the entries of a seat in their order.
        self.pass_on();
        self.answer(Msg::Appended { ticket, answer });
        failed
    }

    /// Reads what others wrote. A journal that cannot be read now says so when the next note is written.
    fn poll(&mut self) {
        if let Ok(arrived) = self.store.poll() {
            self.pass(arrived);
        }
        self.tell_notices();
    }

    /// Passes on what others wrote, what a person changed in the file meanwhile, and what there is to say about it.
    fn pass_on(&mut self) {
        let arrived = self.store.take_arrived();
        self.pass(arrived);
        self.tell_notices();
    }

    fn pass(&self, arrived: Arrived) {
        match arrived {
            Arrived::Entries(entries) => {
                for entry in entries {
                    self.answer(Msg::Arrived(Box::new(entry)));
                }
            }
            Arrived::Anew(session) => self.answer(Msg::Replaced(session)),
        }
    }

    fn tell_notices(&mut self) {
        for notice in self.store.take_notices() {
            let words = SafeText::line(&notice.sentence(self.texts));
            self.answer(Msg::Told(words));
        }
    }

    /// Tries in order; what comes after a failure is not tried, so that nothing is saved out of order.
    fn retry(&mut self, drafts: Vec<Draft>) {
        let mut failed = None;
        for draft in drafts {
            match &failed {
                None => failed = self.append(draft).err(),
                Some(why) => {
                    let answer = Err(SaveFailed::Disk(SafeText::clone(why)));
                    self.answer(Msg::Appended {
                        ticket: draft.ticket,
                        answer,
                    });
                }
            }
        }
    }

    fn words(&self, error: &StoreError) -> SafeText {
        SafeText::line(&error.sentence(self.texts))
    }

    fn answer(&self, message: Msg) {
        drop(self.answers.send(message));
    }
}
