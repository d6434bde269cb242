//! A real pseudo-terminal round the real program, read as a person would: by what stands on the screen.
//!
//! Nothing waits for a time, only for what must come to stand there. So a slow machine makes a test slow and not wrong.
#![expect(
    clippy::unwrap_used,
    reason = "a terminal that cannot be made fails the test"
)]

use std::{
    io::{Read, Write},
    num::NonZeroU16,
    sync::{
        Arc, Condvar, Mutex, MutexGuard,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, RecvTimeoutError},
    },
    thread::JoinHandle,
    time::Duration,
};

use portable_pty::{CommandBuilder, MasterPty, NativePtySystem, PtySize, PtySystem};
use rustix::process::{Pid, Signal, kill_process};

use crate::world::World;

/// So long a condition may take before the test gives up; the machine may be busy.
const PATIENCE: Duration = Duration::from_secs(30);

/// What the program said besides drawing.
#[derive(Debug, Default)]
struct Said {
    titles: Vec<String>,
}

impl vt100::Callbacks for Said {
    fn set_window_title(&mut self, _: &mut vt100::Screen, title: &[u8]) {
        self.titles
            .push(String::from_utf8_lossy(title).into_owned());
    }
}

type Parser = vt100::Parser<Said>;

/// What the program has drawn, and a bell that rings at every byte.
struct Screen {
    parser: Mutex<Parser>,
    changed: Condvar,
    /// Nobody looks any more.
    turned_off: AtomicBool,
}

/// The program in a terminal.
pub(crate) struct Tui {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    screen: Arc<Screen>,
    reader: Option<JoinHandle<()>>,
    pid: Pid,
    ended: Receiver<u32>,
}

impl World {
    /// Starts the program in a terminal of so many columns and rows.
    pub(crate) fn start(&self, words: &[&str], size: (u16, u16)) -> Tui {
        self.start_with(words, size, &[])
    }

    /// Does the same with more in the environment.
    pub(crate) fn start_with(
        &self,
        words: &[&str],
        size: (u16, u16),
        more: &[(&str, &str)],
    ) -> Tui {
        self.start_as(
            &[&[env!("CARGO_BIN_EXE_samtal")], words].concat(),
            size,
            more,
        )
    }

    /// Starts any command line in a terminal.
    pub(crate) fn start_as(
        &self,
        words: &[&str],
        (columns, rows): (u16, u16),
        more: &[(&str, &str)],
    ) -> Tui {
        let pty = NativePtySystem::default()
            .openpty(cells(columns, rows))
            .unwrap();
        let mut command = CommandBuilder::new(words[0]);
        command.args(&words[1..]);
        command.env_clear();
        for (name, value) in self.environment() {
            command.env(name, value);
        }
        for (name, value) in more {
            command.env(name, value);
        }
        command.cwd(self.home());
        let mut child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let pid = Pid::from_raw(i32::try_from(child.process_id().unwrap()).unwrap()).unwrap();
        let (sender, ended) = mpsc::channel();
        std::thread::spawn(move || sender.send(child.wait().unwrap().exit_code()));
        let writer = pty.master.take_writer().unwrap();
        let screen = Arc::new(Screen {
            parser: Mutex::new(Parser::new_with_callbacks(
                NonZeroU16::new(rows).unwrap(),
                NonZeroU16::new(columns).unwrap(),
                0,
                Said::default(),
            )),
            changed: Condvar::new(),
            turned_off: AtomicBool::new(false),
        });
        let reader = read_along(pty.master.try_clone_reader().unwrap(), Arc::clone(&screen));
        Tui {
            master: pty.master,
            writer,
            screen,
            reader: Some(reader),
            pid,
            ended,
        }
    }
}

fn cells(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn read_along(mut reader: Box<dyn Read + Send>, screen: Arc<Screen>) -> JoinHandle<()> {
    std::thread::spawn(move || {
        let mut bytes = [0; 8192];
        while let Ok(count) = reader.read(&mut bytes) {
            if count == 0 || screen.turned_off.load(Ordering::Relaxed) {
                break;
            }
            screen.parser.lock().unwrap().process(&bytes[..count]);
            screen.changed.notify_all();
        }
        screen.changed.notify_all();
    })
}

impl Tui {
    /// Types, as it stands. A program that never reads it is ended, so that the write fails and not the whole run waits.
    pub(crate) fn send(&mut self, keys: &str) {
        let (written, waits) = mpsc::channel::<()>();
        let pid = self.pid;
        let watch = std::thread::spawn(move || {
            if waits.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                kill_process(pid, Signal::KILL).unwrap();
            }
        });
        let sent = self.writer.write_all(keys.as_bytes());
        drop(written);
        watch.join().unwrap();
        sent.expect("the program reads what is typed");
        self.writer.flush().unwrap();
    }

    fn parser(&self) -> MutexGuard<'_, Parser> {
        self.screen.parser.lock().unwrap()
    }

    /// Waits until the terminal is as it must be; panics with the screen where it never is.
    pub(crate) fn until(&self, what: &str, fits: impl Fn(&vt100::Screen) -> bool) -> String {
        let (parser, _) = self
            .screen
            .changed
            .wait_timeout_while(self.parser(), PATIENCE, |parser| !fits(parser.screen()))
            .unwrap();
        let text = parser.screen().contents();
        assert!(fits(parser.screen()), "never saw {what} in:\n{text}");
        text
    }

    /// Waits until the words stand on the screen.
    pub(crate) fn wait(&self, words: &str) -> String {
        self.until(words, |screen| screen.contents().contains(words))
    }

    /// Waits until the words stand there no more.
    pub(crate) fn wait_gone(&self, words: &str) -> String {
        let what = format!("the screen without {words}");
        self.until(&what, |screen| !screen.contents().contains(words))
    }

    /// Waits until the terminal is as the program found it.
    pub(crate) fn wait_given_back(&self) -> String {
        self.until("the terminal given back", |screen| {
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
        })
    }

    /// Returns every title the window has had.
    pub(crate) fn titles(&self) -> Vec<String> {
        self.parser().callbacks().titles.clone()
    }

    pub(crate) fn resize(&self, (columns, rows): (u16, u16)) {
        let (height, width) = (
            NonZeroU16::new(rows).unwrap(),
            NonZeroU16::new(columns).unwrap(),
        );
        self.parser().screen_mut().set_size(height, width);
        self.master.resize(cells(columns, rows)).unwrap();
    }

    pub(crate) fn pid(&self) -> Pid {
        self.pid
    }

    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).unwrap();
    }

    /// Ends the program so that it cannot do anything about it.
    ///
    /// The pseudo-terminal's own `kill` asks kindly first, and would prove nothing.
    pub(crate) fn kill(&self) {
        self.signal(Signal::KILL);
        self.code();
    }

    /// Waits for the end and returns the exit code.
    pub(crate) fn code(&self) -> u32 {
        let ended = self.ended.recv_timeout(PATIENCE);
        ended.unwrap_or_else(|_| panic!("it does not end:\n{}", self.parser().screen().contents()))
    }

    /// Takes the terminal away, as a closed window does, and returns the exit code. `key` makes the program draw once more.
    pub(crate) fn hang_up(mut self, key: &str) -> u32 {
        self.screen.turned_off.store(true, Ordering::Relaxed);
        self.send(key);
        self.reader.take().unwrap().join().unwrap();
        let Self {
            master,
            writer,
            ended,
            ..
        } = &mut self;
        // Both are ends of the same terminal; it is gone when nobody holds one.
        *writer = Box::new(std::io::sink());
        *master = NativePtySystem::default()
            .openpty(cells(80, 24))
            .unwrap()
            .master;
        ended
            .recv_timeout(PATIENCE)
            .expect("it ends when its terminal is gone")
    }
}

impl Drop for Tui {
    fn drop(&mut self) {
        // Mostly it has ended already.
        let _ended = kill_process(self.pid, Signal::KILL);
    }
}
