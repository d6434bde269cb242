//! The thread that reads files for charts: a large one takes seconds, and the screen must not wait.
//!
//! The newest question counts. A read that nobody waits for any more is left at its next piece, so that turning a setting five times
//! reads the file once.

use std::{
    io::BufReader,
    ops::ControlFlow,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc::{self, Receiver, Sender},
    },
};

use tokio::sync::mpsc::UnboundedSender;

use crate::{
    app::{
        Msg,
        data::{Ask, Heard},
    },
    data::{
        choose::{self, Chosen, Progress},
        format::Source,
        preview,
    },
    domain::recipe::Recipe,
    store::{RealDisk, reading::Reading},
    text::{SafeText, Texts},
};

/// How much of a file is read at once.
const PIECE: usize = 1 << 20;
/// How many ways to begin are tried before one is left to a person.
const TRIES: usize = 16;

/// Opens a file to read, or says why not.
type Open = Box<dyn Fn(&Path) -> Result<Box<dyn Source>, SafeText> + Send>;

/// The handle of the thread. It ends when its handle is dropped; what it reads then is left.
#[derive(Debug)]
pub(super) struct Reader {
    asks: Sender<Ask>,
    newest: Arc<AtomicU64>,
}

impl Reader {
    /// Starts the thread on the files of this machine.
    pub(super) fn start(
        answers: UnboundedSender<Msg>,
        texts: Texts,
        limit: u32,
    ) -> std::io::Result<Self> {
        let open = move |path: &Path| -> Result<Box<dyn Source>, SafeText> {
            let reading = Reading::open(RealDisk, path.to_owned())
                .map_err(|error| SafeText::line(&error.sentence(texts)))?;
            Ok(Box::new(BufReader::with_capacity(PIECE, reading)))
        };
        Self::start_with(Box::new(open), answers, (texts, limit))
    }

    fn start_with(
        open: Open,
        answers: UnboundedSender<Msg>,
        (texts, limit): (Texts, u32),
    ) -> std::io::Result<Self> {
        let (asks, asked) = mpsc::channel();
        let newest = Arc::new(AtomicU64::new(0));
        let desk = Desk {
            open,
            answers,
            texts,
            limit,
            newest: Arc::clone(&newest),
        };
        std::thread::Builder::new()
            .name("reader".to_owned())
            .spawn(move || desk.work(&asked))?;
        Ok(Self { asks, newest })
    }

    /// Hands over a question; what was asked before is left.
    pub(super) fn send(&self, ask: Ask) {
        let ticket = match &ask {
            Ask::Read { ticket, .. } | Ask::Choose { ticket, .. } => *ticket,
            Ask::Leave => u64::MAX,
        };
        self.newest.store(ticket, Ordering::Relaxed);
        drop(self.asks.send(ask));
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.newest.store(u64::MAX, Ordering::Relaxed);
    }
}

struct Desk {
    open: Open,
    answers: UnboundedSender<Msg>,
    texts: Texts,
    /// Counts under this are hidden.
    limit: u32,
    newest: Arc<AtomicU64>,
}

impl Desk {
    fn work(&self, asked: &Receiver<Ask>) {
        while let Ok(ask) = asked.recv() {
            match ask {
                Ask::Read {
                    ticket,
                    path,
                    name,
                    read_as,
                } if self.is_newest(ticket) => {
                    let answer = (self.open)(&path).and_then(|mut source| {
                        preview::preview(source.as_mut(), &name, &read_as, &mut |progress| {
                            self.watch(ticket, progress)
                        })
                        .map(Box::new)
                        .map_err(|error| SafeText::line(&error.say(&self.texts)))
                    });
                    self.answer(Heard::Read(ticket, answer));
                }
                Ask::Choose {
                    ticket,
                    path,
                    name,
                    recipes,
                    proposed,
                } if self.is_newest(ticket) => {
                    let answer = (self.open)(&path).and_then(|mut source| {
                        self.choose(ticket, source.as_mut(), &name, (&recipes, proposed))
                    });
                    self.answer(Heard::Chosen(ticket, answer.map(Box::new)));
                }
                // What is no longer the newest question is not answered.
                Ask::Leave | Ask::Read { .. } | Ask::Choose { .. } => {}
            }
        }
    }

    /// Makes the first that can be made, of what is only proposed the first that shows something; where none can be made, the first
    /// one's reason is told.
    fn choose(
        &self,
        ticket: u64,
        source: &mut dyn Source,
        name: &SafeText,
        (recipes, proposed): (&[Recipe], bool),
    ) -> Result<Chosen, SafeText> {
        let (mut why, mut bare) = (None, None);
        for recipe in recipes.iter().take(TRIES) {
            match choose::choose(source, name, recipe, self.limit, &mut |progress| {
                self.watch(ticket, progress)
            }) {
                Ok(chosen) if !proposed || chosen.shows_something() => return Ok(chosen),
                Ok(chosen) => {
                    bare.get_or_insert(chosen);
                }
                Err(error) => {
                    why.get_or_insert(error);
                }
            }
            if !self.is_newest(ticket) {
                break;
            }
        }
        bare.ok_or_else(|| {
            why.map_or_else(SafeText::default, |error| {
                SafeText::line(&error.say(&self.texts))
            })
        })
    }

    fn is_newest(&self, ticket: u64) -> bool {
        self.newest.load(Ordering::Relaxed) == ticket
    }

    fn watch(&self, ticket: u64, progress: Progress) -> ControlFlow<()> {
        if !self.is_newest(ticket) {
            return ControlFlow::Break(());
        }
        self.answer(Heard::Progress(ticket, progress));
        ControlFlow::Continue(())
    }

    fn answer(&self, heard: Heard) {
        drop(self.answers.send(Msg::Data(heard)));
    }
}

#[cfg(test)]
mod tests {
    use std::{
        io::{self, Cursor, Read, Seek, SeekFrom},
        path::PathBuf,
        sync::{Mutex, mpsc::SyncSender},
    };

    use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

    use super::*;
    use crate::{domain::recipe::ReadAs, text::Lang};

    /// A file that gives a piece for every permit, and waits where there is none.
    struct Slow {
        bytes: Cursor<Vec<u8>>,
        permits: Arc<Mutex<Receiver<()>>>,
    }

    impl Read for Slow {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            let permits = self.permits.lock().expect("nobody panics with it");
            permits.recv().map_err(io::Error::other)?;
            let most = out.len().min(PIECE);
            self.bytes.read(&mut out[..most])
        }
    }

    impl Seek for Slow {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.bytes.seek(to)
        }
    }

    fn read(ticket: u64) -> Ask {
        Ask::Read {
            ticket,
            path: PathBuf::from("x.csv"),
            name: "x.csv".into(),
            read_as: ReadAs::default(),
        }
    }

    /// A reader on a slow file, and what hands it one piece after the other, as long as it waits for one.
    fn start(text: String) -> (Reader, SyncSender<()>, UnboundedReceiver<Msg>) {
        let (permit, permits) = mpsc::sync_channel(0);
        let permits = Arc::new(Mutex::new(permits));
        let (sender, answers) = unbounded_channel();
        let open = move |_: &Path| -> Result<Box<dyn Source>, SafeText> {
            let bytes = Cursor::new(text.clone().into_bytes());
            Ok(Box::new(Slow {
                bytes,
                permits: Arc::clone(&permits),
            }))
        };
        let reader = Reader::start_with(Box::new(open), sender, (Texts::new(Lang::En), 5))
            .expect("a thread");
        (reader, permit, answers)
    }

    /// Hands over pieces until something is heard.
    fn next(permit: &SyncSender<()>, answers: &mut UnboundedReceiver<Msg>) -> Heard {
        loop {
            match answers.try_recv() {
                Ok(Msg::Data(heard)) => return heard,
                Ok(other) => panic!("{other:?}"),
                Err(_) => drop(permit.try_send(())),
            }
            std::thread::yield_now();
        }
    }

    #[test]
    fn a_slow_file_tells_how_far_it_has_come_and_can_be_left() {
        let (reader, permit, mut answers) = start(format!("a;b\n{}", "1;2\n".repeat(3_000_000)));
        reader.send(read(1));
        let Heard::Progress(1, progress) = next(&permit, &mut answers) else {
            panic!("progress comes first")
        };
        assert!(progress.at > 0 && progress.at < progress.of);
        reader.send(Ask::Leave);
        // It stands in a piece; given more it finds that nobody waits, long before the end of the file.
        let mut more = 0;
        while !matches!(next(&permit, &mut answers), Heard::Read(1, Err(_))) {
            more += 1;
        }
        assert!(more < 3, "{more} words of progress");
    }

    #[test]
    fn only_the_newest_question_is_read_to_its_end() {
        let (reader, permit, mut answers) = start("År;Andel\n2020;81\n2022;79\n".to_owned());
        for ticket in 1..=3 {
            reader.send(read(ticket));
        }
        let heard = loop {
            match next(&permit, &mut answers) {
                Heard::Read(3, answer) => break answer,
                Heard::Read(1 | 2, _) | Heard::Progress(..) => {}
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(heard.expect("a table").rows.len(), 2);
    }
}
